//! A rehearsal in words: policies, findings and numbers as a person reads them.

use super::verdict::{Finding, Rank};
use crate::args;
use crate::lint::habit::Habit;
use crate::lint::surface::ToldChoice;
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::vocabulary::Locale;

/// Names that are listed before the rest is only counted.
const LISTED: usize = 24;

/// A policy by what it does and by its name: `客气敷衍 pleaser`.
pub fn policy(locale: Locale, name: &str) -> String {
    match locale.find(&format!("rehearse-policy-{name}"), None) {
        Some(said) if said != name => format!("{said} {name}"),
        _ => name.to_owned(),
    }
}

/// A way of guessing.
pub fn habit(locale: Locale, habit: Habit) -> String {
    locale.text(&format!("rehearse-habit-{}", habit.name())).into_owned()
}

/// In which language a text was looked at.
pub fn language(locale: Locale, of: Locale) -> String {
    locale.text(&format!("rehearse-language-{}", of.tag())).into_owned()
}

/// Choices that are told by their looks, each with what tells it.
pub fn told(locale: Locale, told: &[ToldChoice]) -> String {
    let one = |choice: &ToldChoice| {
        let by = locale.text(&choice.by.text_id());
        locale.text_with("told-choice", &args!("node" => choice.node.as_str(), "by" => by)).into_owned()
    };
    names(locale, &told.iter().map(one).collect::<Vec<_>>())
}

/// What was found fault with, as a sentence.
pub fn finding(locale: Locale, finding: &Finding) -> String {
    locale.text_with(finding.text_id(), &arguments(locale, finding)).into_owned()
}

fn arguments(locale: Locale, finding: &Finding) -> FluentArgs<'static> {
    match finding {
        Finding::Order(rank) | Finding::Close(rank) => args!(
            "better" => policy(locale, rank.better), "worse" => policy(locale, rank.worse),
            "better_mean" => tenths(rank.better_mean), "worse_mean" => tenths(rank.worse_mean),
            "gains" => deciding(locale, rank, true), "losses" => deciding(locale, rank, false),
            "allowed" => rank.allowed.clone().unwrap_or_else(|| "no".to_owned())
        ),
        Finding::TooSmall { choices, wanted } => args!("choices" => *choices, "wanted" => *wanted),
        Finding::NeedlessRank { policy: name } => args!("name" => *name, "policy" => policy(locale, name)),
        Finding::GuessPasses { policy: name, passed, runs, told } => args!(
            "policy" => policy(locale, name), "passed" => *passed, "runs" => *runs, "told" => by(locale, told)
        ),
        Finding::GuessPays { policy: name, mean, random, told } => args!(
            "policy" => policy(locale, name), "mean" => tenths(*mean), "random" => tenths(*random),
            "told" => by(locale, told)
        ),
        Finding::GivesAway { habit: way, language: of, clean, choices, expected, told } => args!(
            "habit" => habit(locale, *way), "language" => language(locale, *of), "clean" => *clean,
            "choices" => *choices, "expected" => format!("{expected:.1}"), "told" => by(locale, told)
        ),
        Finding::ToldByLooks { language: of, clean, choices, expected, told: by } => args!(
            "language" => language(locale, *of), "clean" => *clean, "choices" => *choices,
            "expected" => format!("{expected:.1}"), "told" => told(locale, by), "count" => by.len()
        ),
        Finding::UnreachableNodes { nodes: all }
        | Finding::UnreachableOptions { options: all }
        | Finding::IdleConditions { nodes: all }
        | Finding::AllClosed { nodes: all }
        | Finding::Stuck { nodes: all } => args!("names" => names(locale, all), "count" => all.len()),
        Finding::MaximumOutOfReach { criteria } => {
            let said: Vec<String> =
                criteria.iter().map(|id| format!("{} ({id})", locale.text(&format!("criterion-{id}")))).collect();
            args!("names" => names(locale, &said), "count" => said.len())
        }
        Finding::Endless { policy: name, runs } => args!("policy" => policy(locale, name), "runs" => *runs),
    }
}

/// The options by which a rank was decided, on one side; `no` where there are none.
fn deciding(locale: Locale, rank: &Rank, gains: bool) -> String {
    let options: Vec<String> =
        rank.decided.iter().filter(|one| one.gains == gains).map(|one| one.option.clone()).collect();
    by(locale, &options)
}

/// The options that give something away; `no` where none can be named.
fn by(locale: Locale, told: &[String]) -> String {
    if told.is_empty() { "no".to_owned() } else { names(locale, told) }
}

/// A list of ids; a long one is cut and the rest counted.
pub fn names(locale: Locale, names: &[String]) -> String {
    let separator = locale.text("hint-separator");
    let mut listed = names.iter().take(LISTED).map(String::as_str).collect::<Vec<_>>().join(&separator);
    if names.len() > LISTED {
        listed.push_str(&locale.text_with("rehearse-and-more", &args!("count" => names.len() - LISTED)));
    }
    listed
}

/// Thousandths as points out of a hundred.
pub fn tenths(thousandths: i32) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", thousandths.abs() / 10, thousandths.abs() % 10)
}

/// Thousandths as a percentage.
pub fn share(thousandths: u64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// `part` of `whole` as a percentage; a dash where there is no whole.
pub fn percent(part: u64, whole: u64) -> String {
    (part * 1000).checked_div(whole).map_or_else(|| "–".to_owned(), share)
}
