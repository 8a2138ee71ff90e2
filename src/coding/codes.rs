//! What may stand in a cell: acts and cues by code or by label, speakers, times; and what was probably meant.

use super::cell::{self, Code};
use super::problem::ProblemKind;
use super::{About, CodedAct, Who};
use crate::feedback::criterion_texts;
use crate::locale::Texts;
use crate::procedure::{LawLibrary, PaperCatalogue};
use crate::rubric::assessment::CriterionIx;
use crate::rubric::{Criterion, Rubric};
use crate::vocabulary::CueKind;
use crate::vocabulary::Locale;
use crate::vocabulary::acts::Takes;
use crate::vocabulary::{ActCatalogue, ActIx};
use std::collections::HashMap;
use std::sync::OnceLock;
use strum::VariantArray;

/// Something that called for an answer, as it was coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CueCode {
    /// Something in what the visitor said or did.
    Cue {
        /// What kind of cue.
        kind: CueKind,
        /// The feeling word, the fact.
        about: Option<String>,
        /// How often they were sent away.
        times: u8,
    },
    /// A promise that came due and was not kept.
    Broken(Option<String>),
}

/// A code in the column of cues.
pub(super) enum Coded {
    Cue(CueCode),
    /// The observer says that there was a chance for this; `None` where this rubric does not ask for it.
    Due(Option<CriterionIx>),
}

/// Codes among the cues that are no cues.
const DUE: [&str; 2] = ["due", "该做"];
const BROKEN: [&str; 2] = ["broken", "失信"];

/// What does not change from sheet to sheet.
struct Words {
    acts: HashMap<String, ActIx>,
    cues: HashMap<String, CueKind>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = Words { acts: HashMap::new(), cues: HashMap::new() };
        for (ix, act) in ActCatalogue::shipped().iter() {
            words.acts.insert(act.name.to_lowercase(), ix);
            for locale in Locale::ALL {
                if let Some(label) = locale.find(&format!("act-{}", act.name), None) {
                    words.acts.entry(label.to_lowercase()).or_insert(ix);
                }
            }
        }
        for &kind in CueKind::VARIANTS {
            words.cues.insert(kind.name().to_lowercase(), kind);
            for locale in Locale::ALL {
                if let Some(label) = locale.find(&format!("cue-{}", kind.id()), None) {
                    words.cues.entry(label.to_lowercase()).or_insert(kind);
                }
            }
        }
        words
    })
}

/// Reads codes for a rubric.
pub struct Codes<'r> {
    rubric: &'r Rubric,
    words: &'static Words,
}

impl<'r> Codes<'r> {
    /// Codes by the names of the catalogue, of this rubric's criteria, and their labels in both languages.
    pub fn new(rubric: &'r Rubric) -> Self {
        Self { rubric, words: words() }
    }

    /// The acts of a cell, one by one.
    pub(super) fn acts(&self, cell: &str, mut each: impl FnMut(Result<CodedAct, ProblemKind>)) {
        cell::codes(cell, |name| self.knows(name), |code| each(code.and_then(|code| self.act(code))));
    }

    /// Whether it is the name of a code, in whichever column.
    fn knows(&self, name: &str) -> bool {
        find(&self.words.acts, name).is_some()
            || find(&self.words.cues, name).is_some()
            || [DUE, BROKEN].concat().iter().any(|own| own.eq_ignore_ascii_case(name))
    }

    fn act(&self, Code { name, about }: Code) -> Result<CodedAct, ProblemKind> {
        let Some(act) = find(&self.words.acts, name).copied() else {
            if find(&self.words.cues, name).is_some() {
                return Err(ProblemKind::CueAmongActs { found: name.to_owned() });
            }
            let near = nearest(name, self.words.acts.keys().map(String::as_str)).and_then(|near| {
                let act = self.words.acts.get(near)?;
                Some(ActCatalogue::shipped()[*act].name.clone())
            });
            return Err(ProblemKind::Act { found: name.to_owned(), near });
        };
        let about = match (about, ActCatalogue::shipped()[act].takes) {
            (None, _) | (_, Takes::Nothing) => About::Nothing,
            (Some(cited), Takes::Article | Takes::MaybeArticle) => article(cited)?,
            (Some(id), Takes::Paper) => paper(id)?,
            (Some(text), _) => About::Text(text.to_owned()),
        };
        Ok(CodedAct { act, about })
    }

    /// The cues of a cell, one by one.
    pub(super) fn cues(&self, cell: &str, mut each: impl FnMut(Result<Coded, ProblemKind>)) {
        cell::codes(cell, |name| self.knows(name), |code| each(code.and_then(|code| self.cue(code))));
    }

    fn cue(&self, Code { name, about }: Code) -> Result<Coded, ProblemKind> {
        let lower = name.to_lowercase();
        match (lower.as_str(), about) {
            (own, about) if DUE.contains(&own) => return self.due(about.unwrap_or_default()).map(Coded::Due),
            (own, about) if BROKEN.contains(&own) => {
                return Ok(Coded::Cue(CueCode::Broken(about.map(str::to_owned))));
            }
            ("risk", Some(kind)) => return self.cue(Code { name: kind, about: None }),
            _ => {}
        }
        let Some(&kind) = self.words.cues.get(&lower) else {
            if self.words.acts.contains_key(&lower) {
                return Err(ProblemKind::ActAmongCues { found: name.to_owned() });
            }
            let near = nearest(name, self.words.cues.keys().map(String::as_str))
                .and_then(|near| Some(self.words.cues.get(near)?.name().to_owned()));
            return Err(ProblemKind::Cue { found: name.to_owned(), near });
        };
        let times = match (kind, about) {
            (CueKind::Deflected, Some(times)) => {
                let number = times.parse::<u8>().ok().filter(|times| *times > 0);
                number.ok_or_else(|| ProblemKind::Times { found: times.to_owned() })?
            }
            _ => 1,
        };
        Ok(Coded::Cue(CueCode::Cue { kind, about: about.map(str::to_owned), times }))
    }

    /// What there is a chance for, by its criterion's id or name. What only the standard asks for is no mistake.
    fn due(&self, given: &str) -> Result<Option<CriterionIx>, ProblemKind> {
        if let Some(found) = duty(self.rubric, given) {
            return Ok(Some(found));
        }
        if duty(Rubric::shipped(), given).is_some() {
            return Ok(None);
        }
        let known: Vec<&str> = markable(Rubric::shipped()).map(|(_, criterion)| criterion.id.as_str()).collect();
        let near = nearest(given, known.iter().copied()).map_or_else(|| known.join(" / "), str::to_owned);
        Err(ProblemKind::Due { found: given.to_owned(), near: Some(near) })
    }
}

/// Scored criteria for which an observer may mark a chance.
pub fn markable(rubric: &Rubric) -> impl Iterator<Item = (CriterionIx, &Criterion)> {
    rubric.iter().filter(|(_, criterion)| criterion.dimension.is_some() && criterion.rule.takes_marks())
}

fn duty(rubric: &Rubric, given: &str) -> Option<CriterionIx> {
    let called = |id: &str, name: String| id.eq_ignore_ascii_case(given) || name.eq_ignore_ascii_case(given);
    let mut found = markable(rubric)
        .filter(|(_, one)| Locale::ALL.iter().any(|locale| called(&one.id, criterion_texts::name(one, *locale))));
    found.next().map(|(ix, _)| ix)
}

fn find<'m, T>(words: &'m HashMap<String, T>, name: &str) -> Option<&'m T> {
    words.get(name.to_lowercase().as_str())
}

fn article(cited: &str) -> Result<About, ProblemKind> {
    let law = LawLibrary::shipped();
    law.find(cited).map(About::Article).ok_or_else(|| {
        // The pack may be right and the number wrong, or the pack itself be misspelt.
        let id = cited.split('/').next().unwrap_or_default();
        let near = nearest(id, law.packs.iter().map(|pack| pack.id.as_str()));
        ProblemKind::Article { found: cited.to_owned(), near: near.map(|id| format!("{id}/…")) }
    })
}

fn paper(id: &str) -> Result<About, ProblemKind> {
    let papers = PaperCatalogue::shipped();
    let titled = |id: &str| {
        let same = |locale: &Locale, title: &str| title == id && !locale.tag().is_empty();
        papers.papers.iter().find(|paper| Locale::ALL.iter().any(|locale| same(locale, paper.title.get(*locale))))
    };
    let found = papers.find(id).or_else(|| titled(id).and_then(|paper| papers.find(&paper.id)));
    found.map(About::Paper).ok_or_else(|| {
        let near = nearest(id, papers.papers.iter().map(|paper| paper.id.as_str()));
        ProblemKind::Paper { found: id.to_owned(), near: near.map(str::to_owned) }
    })
}

/// The known name that was probably meant.
pub(super) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let name = name.to_lowercase();
    let letters = name.chars().count();
    // A third of the letters may be wrong; of a short name, one.
    let most = (letters / 3).clamp(1, 4);
    known
        .map(|other| (strsim::osa_distance(&name, &other.to_lowercase()), other))
        .filter(|(distance, other)| *distance <= most && *distance < other.chars().count())
        .min()
        .map(|(_, other)| other)
}

/// Who spoke; a visitor's name may follow a colon.
pub(super) fn speaker(given: &str) -> Option<Who> {
    let (role, name) = match given.split_once([':', '：']) {
        Some((role, name)) => (role.trim(), Some(name.trim()).filter(|name| !name.is_empty())),
        None => (given.trim(), None),
    };
    match role.to_lowercase().as_str() {
        "trainee" | "学员" | "接访人" | "接待员" | "受训人" => Some(Who::Trainee),
        "visitor" | "来访人" | "来访者" | "信访人" | "群众" => Some(Who::Visitor(name.map(str::to_owned))),
        _ => None,
    }
}

/// `1:05`, `1:02:05`, `65`, `65.5` as milliseconds.
pub(super) fn time(given: &str) -> Option<u64> {
    let mut ms = 0u64;
    let parts: Vec<&str> = given.split([':', '：']).map(str::trim).collect();
    if parts.len() > 3 {
        return None;
    }
    for (at, part) in parts.iter().enumerate() {
        let last = at + 1 == parts.len();
        let value = match part.split_once('.').filter(|_| last) {
            Some((whole, part)) => {
                let digits: String = part.chars().chain("000".chars()).take(3).collect();
                number(whole)? * 1000 + number(&digits)?
            }
            None => number(part)? * 1000,
        };
        if at > 0 && value >= 60_000 {
            return None;
        }
        ms = ms * 60 + value;
    }
    Some(ms)
}

fn number(text: &str) -> Option<u64> {
    let digits = (1..=7).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        assert_eq!(time("65"), Some(65_000));
        assert_eq!(time("1:05"), Some(65_000));
        assert_eq!(time("1:02:05.5"), Some(3_725_500));
        for wrong in ["", ":", "1:75", "3分", "1:2:3:4", "-1", "99999999"] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_was_probably_meant_is_near() {
        let known = ["MirrorWords", "NameFeeling", "Nod"];
        assert_eq!(nearest("MirorWords", known.into_iter()), Some("MirrorWords"));
        assert_eq!(nearest("namefeelings", known.into_iter()), Some("NameFeeling"));
        assert_eq!(nearest("Xyz", known.into_iter()), None);
    }
}
