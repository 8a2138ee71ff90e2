//! What a whole scenario allows that a linter of its text cannot see: warnings about its translations, which are only
//! looked at when they are read, and how trainees rank in a rehearsal.

use super::bundle::SCENARIO_FILE;
use super::diagnostic::{Code, Diagnostic};
use super::model::RankingAllowed;
use super::source::{ScenarioSource, Str};

/// What a scenario allows of its translations, which are only looked at later.
#[derive(Clone, Debug)]
pub struct Spared {
    code: Code,
    /// What to say if there is nothing to allow.
    pub needless: Diagnostic,
}

/// What the whole scenario allows of its translations, each with a reason.
pub fn spared(text: &str, source: &ScenarioSource) -> Vec<Spared> {
    let of = |(key, reason): &(Str, Str)| {
        let code = of_translations(key).filter(|_| !reason.as_str().trim().is_empty())?;
        let start = (key.as_str().as_ptr() as usize).checked_sub(text.as_ptr() as usize).filter(|at| *at < text.len());
        let span = start.map_or(0..1, |at| at.saturating_sub(1)..at + key.as_str().len() + 1);
        let needless = Diagnostic::new(Code::NeedlessAllow, SCENARIO_FILE, span).with("name", key.as_str());
        Some(Spared { code, needless })
    };
    source.allow.0.iter().filter_map(of).collect()
}

/// Leaves out what is allowed of translations; with `tell` says what is allowed for nothing.
pub fn spare(spared: Vec<Spared>, tell: bool, out: &mut Vec<Diagnostic>) {
    for one in spared {
        let before = out.len();
        out.retain(|problem| problem.code != one.code);
        if out.len() == before && tell {
            out.push(one.needless);
        }
    }
}

/// Kinds of trainees that `rehearse` ranks and for whom a scenario may allow another rank: `"rehearse pleaser"`.
pub const RANKED: [&str; 6] = ["careful", "random", "pleaser", "lecturer", "stonewaller", "bully"];

/// What a key of `allow` says of a rehearsal: the kind of trainee whose rank is allowed.
pub(crate) fn of_rehearsal(key: &Str) -> Option<&'static str> {
    let name = key.as_str().trim().strip_prefix("rehearse ")?.trim();
    RANKED.into_iter().find(|known| *known == name)
}

/// The ranks that a scenario allows in a rehearsal, each with its reason.
pub fn rankings(source: &ScenarioSource) -> Vec<RankingAllowed> {
    let of = |(key, reason): &(Str, Str)| {
        let policy = of_rehearsal(key).filter(|_| !reason.as_str().trim().is_empty())?;
        Some(RankingAllowed { policy, reason: reason.as_str().trim().to_owned() })
    };
    source.allow.0.iter().filter_map(of).collect()
}

pub(crate) fn of_translations(key: &Str) -> Option<Code> {
    OF_TRANSLATIONS.into_iter().find(|code| code.to_string() == key.as_str().trim())
}

/// Warnings about translations; they belong to no place in the scenario.
const OF_TRANSLATIONS: [Code; 4] =
    [Code::UnknownMessage, Code::NotTranslated, Code::NeedlessTranslation, Code::StaleTranslation];
