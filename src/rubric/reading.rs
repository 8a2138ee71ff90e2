//! Reads a rubric from its file, `assets/rubrics/*.ron` or an instructor's own.

use super::assessment::{Dimension, Milli};
use super::criteria::{Criterion, Rubric, Talk, Wording};
use super::error::RubricError;
use super::rules::{RuleSource, Terms};
use super::sets::ActSet;
use crate::vocabulary::acts::{Opening, TalkPart};
use crate::vocabulary::{ActCatalogue, ActIx, Critical, Locale};
use indexmap::IndexMap;
use ron::extensions::Extensions;
use serde::Deserialize;
use std::ops::RangeInclusive;

/// Most criteria of a rubric; nobody reads a report of more.
const MAX_CRITERIA: usize = 1000;

/// Names of acts: `Act`, `Act if switch`, `Act unless switch`.
pub(super) type WrittenActs = Vec<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Rubric")]
struct RubricSource {
    id: String,
    version: String,
    pass: i64,
    caps: IndexMap<Critical, i64>,
    #[serde(default)]
    switches: IndexMap<String, bool>,
    criteria: Vec<CriterionSource>,
    /// Watched and shown, not added.
    #[serde(default)]
    composure: Vec<WatchSource>,
    #[serde(default)]
    talk: TalkSource,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionSource {
    id: String,
    dimension: Dimension,
    weight: u32,
    #[serde(default)]
    cap: Option<i64>,
    sources: Vec<String>,
    rule: RuleSource,
    #[serde(default)]
    texts: IndexMap<String, Wording>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WatchSource {
    id: String,
    sources: Vec<String>,
    rule: RuleSource,
    #[serde(default)]
    texts: IndexMap<String, Wording>,
}

/// Which acts are what in a talk; left out, it is as people commonly count: as the catalogue of acts has it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct TalkSource {
    open: Option<WrittenActs>,
    closed: Option<WrittenActs>,
    simple: Option<WrittenActs>,
    complex: Option<WrittenActs>,
    wrong: Option<WrittenActs>,
}

impl Rubric {
    /// Reads a rubric whose acts are in this catalogue.
    ///
    /// # Errors
    ///
    /// [`RubricError`], the first thing that is wrong.
    pub fn parse(source: &str, catalogue: &ActCatalogue) -> Result<Self, RubricError> {
        let options = ron::Options::default()
            .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES);
        let source: RubricSource = options.from_str(source)?;
        let found = source.criteria.len() + source.composure.len();
        if found > MAX_CRITERIA {
            return Err(RubricError::TooMany { what: "criteria", found, most: MAX_CRITERIA });
        }
        in_range("pass", source.pass, 0..=1000, "0..1000")?;
        let mut caps = IndexMap::with_capacity(source.caps.len());
        for (kind, cap) in source.caps {
            in_range(&format!("caps.{kind:?}"), cap, 0..=1000, "0..1000")?;
            caps.insert(kind, Milli(cap));
        }
        let scored = (source.criteria.into_iter())
            .map(|c| (c.id, Some(c.dimension), c.weight, c.cap, c.sources, c.rule, c.texts));
        let watched = source.composure.into_iter().map(|w| (w.id, None, 1, None, w.sources, w.rule, w.texts));
        let mut criteria: Vec<Criterion> = Vec::new();
        for (id, dimension, weight, cap, sources, rule, own) in scored.chain(watched) {
            if criteria.iter().any(|c| c.id == id) {
                return Err(RubricError::Duplicate(id));
            }
            in_range(&format!("{id}.weight"), i64::from(weight), 1..=100, "1..100")?;
            // What caps a dimension fails it.
            if let Some(cap) = cap {
                in_range(&format!("{id}.cap"), cap, 0..=source.pass - 1, "0..pass-1")?;
            }
            let names = ActNames { criterion: &id, switches: &source.switches, catalogue };
            let Terms { rule, hit, partial, miss } = rule.read(&names)?;
            let mut texts = [None, None];
            for (language, wording) in own {
                let unknown = |_| RubricError::UnknownLanguage { criterion: id.clone(), language: language.clone() };
                let locale: Locale = language.parse().map_err(unknown)?;
                texts[locale as usize] = Some(wording);
            }
            let cap = cap.map(Milli);
            criteria.push(Criterion { id, dimension, weight, cap, sources, rule, hit, partial, miss, texts });
        }
        let names = ActNames { criterion: "talk", switches: &source.switches, catalogue };
        let part = |own: &Option<WrittenActs>, part: TalkPart| match own {
            Some(own) => names.acts(own),
            None => Ok(catalogue.in_talk(part).collect()),
        };
        let talk = Talk {
            open: part(&source.talk.open, TalkPart::OpenQuestion)?,
            closed: part(&source.talk.closed, TalkPart::ClosedQuestion)?,
            simple: part(&source.talk.simple, TalkPart::SimpleReflection)?,
            complex: part(&source.talk.complex, TalkPart::ComplexReflection)?,
            wrong: part(&source.talk.wrong, TalkPart::WrongReflection)?,
        };
        Ok(Self {
            id: source.id,
            version: source.version,
            pass: Milli(source.pass),
            caps,
            switches: source.switches,
            criteria,
            talk,
        })
    }
}

/// Resolves the names of one criterion.
pub(super) struct ActNames<'a> {
    pub criterion: &'a str,
    switches: &'a IndexMap<String, bool>,
    catalogue: &'a ActCatalogue,
}

impl ActNames<'_> {
    pub(super) fn act(&self, name: &str) -> Result<ActIx, RubricError> {
        self.catalogue.find(name).ok_or_else(|| RubricError::UnknownAct {
            criterion: self.criterion.to_owned(),
            act: name.to_owned(),
            meant: (self.catalogue.iter())
                .map(|(_, act)| (strsim::osa_distance(name, &act.name), &act.name))
                .filter(|(distance, _)| *distance <= 3)
                .min()
                .map(|(_, name)| name.clone()),
        })
    }

    /// The acts that are such among the first words of a visit.
    pub(super) fn opening(&self, is: impl Fn(Opening) -> bool) -> ActSet {
        self.catalogue.iter().filter(|(_, act)| act.opening.is_some_and(&is)).map(|(ix, _)| ix).collect()
    }

    /// The acts that count, as the switches are set.
    pub(super) fn acts(&self, names: &[String]) -> Result<ActSet, RubricError> {
        let mut set = ActSet::default();
        for entry in names {
            let parts: Vec<&str> = entry.split_whitespace().collect();
            let (name, wanted) = match parts[..] {
                [name] => (name, None),
                [name, "if", switch] => (name, Some((switch, true))),
                [name, "unless", switch] => (name, Some((switch, false))),
                _ => {
                    return Err(RubricError::BadAct { criterion: self.criterion.to_owned(), found: entry.clone() });
                }
            };
            let act = self.act(name)?;
            let counts = match wanted {
                None => true,
                Some((switch, wanted)) => {
                    let set = self.switches.get(switch).ok_or_else(|| RubricError::UnknownSwitch {
                        criterion: self.criterion.to_owned(),
                        switch: switch.to_owned(),
                    })?;
                    *set == wanted
                }
            };
            if counts {
                set.insert(act);
            }
        }
        Ok(set)
    }

    /// Refuses what could never be observed.
    pub(super) fn observable<R>(
        &self,
        terms: Terms<R>,
        is_observable: impl Fn(&Terms<R>) -> bool,
    ) -> Result<Terms<R>, RubricError> {
        if is_observable(&terms) { Ok(terms) } else { Err(RubricError::Empty(self.criterion.to_owned())) }
    }
}

pub(super) fn in_range(
    what: &str,
    value: i64,
    range: RangeInclusive<i64>,
    shown: &'static str,
) -> Result<(), RubricError> {
    if range.contains(&value) {
        Ok(())
    } else {
        Err(RubricError::OutOfRange { what: what.to_owned(), value, range: shown })
    }
}
