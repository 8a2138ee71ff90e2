//! The rubric as data: criteria and their rules, read from `assets/rubrics/*.ron`.

use super::assessment::{CriterionIx, Dimension, Milli};
use super::sets::{ActSet, AspectSet};
use crate::locale::Texts;
use crate::scenario::desk_faults::Aspect;
use crate::vocabulary::{ActCatalogue, ActIx, Critical};
use crate::vocabulary::{CueKind, CueSet};
use crate::vocabulary::{Locale, Message};
use indexmap::IndexMap;
use serde::Deserialize;
use std::sync::OnceLock;

/// Most criteria of a rubric: an option says in a 64-bit mask which of them it serves.
pub const MAX_CRITERIA: usize = 64;
/// Most turns that a cue may wait for its answer.
pub const MAX_WINDOW: usize = 4;
/// Most criteria of the kind `Once`.
pub const MAX_ONCE: usize = 16;

/// A rubric: what counts as good reception, and how much.
#[derive(Clone, Debug)]
pub struct Rubric {
    pub id: String,
    pub version: String,
    /// From here on a total is a pass.
    pub pass: Milli,
    /// The highest total that is left after a critical failure.
    pub caps: IndexMap<Critical, Milli>,
    /// Where the teachings contradict each other, the side this rubric takes.
    pub switches: IndexMap<String, bool>,
    pub criteria: Vec<Criterion>,
    pub talk: Talk,
}

/// One line of the rubric. Its texts are `criterion-<id>` in `rubric.ftl`.
#[derive(Clone, Debug)]
pub struct Criterion {
    pub id: String,
    /// `None`: a watch on the trainee's own composure, shown and not added.
    pub dimension: Option<Dimension>,
    pub weight: u32,
    /// Items of the reception handbook and articles.
    pub sources: Vec<String>,
    pub rule: Rule,
    /// Acts that fulfil it …
    pub hit: ActSet,
    /// … fulfil it by half …
    pub partial: ActSet,
    /// … or offend against it.
    pub miss: ActSet,
    /// By `Locale as usize`: its texts, where the rubric brings its own.
    pub texts: [Option<Wording>; Locale::ALL.len()],
}

/// What a criterion of an instructor's own rubric is called and why it counts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    pub name: String,
    #[serde(default)]
    pub why: Option<String>,
}

/// Which acts are questions and which give back what was heard; measured and shown, not scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Talk {
    pub open: ActSet,
    pub closed: ActSet,
    /// The visitor's words given back …
    pub simple: ActSet,
    /// … or their meaning.
    pub complex: ActSet,
    /// Given back wrongly.
    pub wrong: ActSet,
}

impl Criterion {
    /// What it is called: in its own words, in those of the program, or else by its id.
    pub fn name(&self, locale: Locale) -> String {
        if let Some(own) = &self.texts[locale as usize] {
            return own.name.clone();
        }
        let name = locale.find(&format!("criterion-{}", self.id), None);
        let other = || self.texts.iter().flatten().next().map(|own| own.name.clone());
        name.map(|name| name.into_owned()).or_else(other).unwrap_or_else(|| self.id.clone())
    }

    /// Why it counts.
    pub fn why(&self, locale: Locale) -> Option<String> {
        let own = self.texts[locale as usize].as_ref();
        let why = || locale.find(&format!("criterion-{}.why", self.id), None).map(|why| why.into_owned());
        own.and_then(|own| own.why.clone()).or_else(why)
    }

    /// What reception at this level (1–5) looks like.
    pub fn anchor(&self, level: u8, locale: Locale) -> Option<String> {
        locale.find(&format!("criterion-{}.anchor-{level}", self.id), None).map(|text| text.into_owned())
    }
}

/// When there is something to observe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A cue was given and an act that answers it was on offer within so many turns.
    Cue { cues: CueSet, window: u8, noting: Option<ActIx> },
    /// One of the acts was done; the offending ones are excused while such a cue is open.
    Acts { excused_by: CueSet },
    /// An offending act was on offer and the trainee took it, or positively did the opposite.
    Avoid,
    /// A visitor had been speaking.
    HeardOut { partial_below: u16 },
    /// A visitor had said something painful.
    AnswersPain { within_ms: u32 },
    /// The matter was taken up after one of these cues.
    Order { cues: CueSet },
    /// The act was on offer at least once.
    Once { per: Per },
    /// A promise came due.
    Promises,
    /// A field of a paper, or a part of an answer, was filled that bears on one of these.
    Written { aspects: AspectSet },
    /// Something that the response ladder is about went on, and a measure was taken or was due.
    Ladder,
    /// More people came than may represent a matter, and asking them to choose was on offer.
    Representatives,
    /// The trainee took a step of the matter, would have taken one that cannot be taken, or let a limit run out although
    /// the step was on offer.
    Steps,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Per {
    Visit,
    Session,
}

/// Why a rubric cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RubricError {
    #[error("rubric: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    #[error("rubric: criterion `{criterion}` names the act `{act}`, which is not in the catalogue")]
    UnknownAct { criterion: String, act: String, meant: Option<String> },
    #[error("rubric: criterion `{criterion}` asks for the switch `{switch}`, which `switches` does not set")]
    UnknownSwitch { criterion: String, switch: String },
    #[error(
        "rubric: criterion `{criterion}`: write an act as `Act`, `Act if switch` or `Act unless switch`, not `{found}`"
    )]
    BadAct { criterion: String, found: String },
    #[error("rubric: criterion `{criterion}` has texts in `{language}`; there are `zh-CN` and `en`")]
    UnknownLanguage { criterion: String, language: String },
    #[error("rubric: two criteria are called `{0}`")]
    Duplicate(String),
    #[error("rubric: criterion `{0}` can never be observed: its rule lists no acts or no cues")]
    Empty(String),
    #[error("rubric: {what} is {value}, it must lie in {range}")]
    OutOfRange { what: String, value: i64, range: &'static str },
    #[error("rubric: {found} {what}, at most {most} fit")]
    TooMany { what: &'static str, found: usize, most: usize },
}

impl RubricError {
    /// What is wrong, where, and what to do, for an instructor.
    pub fn message(&self) -> Message {
        let about = |id, criterion: &String| Message::new(id).with("criterion", criterion);
        match self {
            Self::Syntax(error) => Message::new("rubric-error-syntax")
                .with("line", error.span.start.line)
                .with("column", error.span.start.col)
                .with("problem", error.code.to_string()),
            Self::UnknownAct { criterion, act, meant: Some(meant) } => {
                about("rubric-error-act-meant", criterion).with("act", act).with("meant", meant)
            }
            Self::UnknownAct { criterion, act, meant: None } => about("rubric-error-act", criterion).with("act", act),
            Self::UnknownSwitch { criterion, switch } => about("rubric-error-switch", criterion).with("switch", switch),
            Self::BadAct { criterion, found } => about("rubric-error-bad-act", criterion).with("found", found),
            Self::UnknownLanguage { criterion, language } => {
                about("rubric-error-language", criterion).with("language", language)
            }
            Self::Duplicate(id) => about("rubric-error-duplicate", id),
            Self::Empty(id) => about("rubric-error-empty", id),
            Self::OutOfRange { what, value, range } => Message::new("rubric-error-range")
                .with("what", what)
                .with("value", value.to_string())
                .with("range", *range),
            Self::TooMany { found, most, .. } => {
                Message::new("rubric-error-too-many").with("found", *found).with("most", *most)
            }
        }
    }
}

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

/// Which acts are what in a talk; left out, it is as people commonly count.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct TalkSource {
    open: Names,
    closed: Names,
    simple: Names,
    complex: Names,
    wrong: Names,
}

impl Default for TalkSource {
    fn default() -> Self {
        let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect();
        Self {
            open: names(&["OpenQuestion", "AskInterest", "AskHistory", "AskAboutRisk"]),
            closed: names(&["ClosedQuestion", "AskEvidence", "LeadingQuestion", "Interrogate"]),
            simple: names(&["MirrorWords"]),
            complex: names(&["Paraphrase", "NameFeeling", "Summarise", "CheckUnderstanding"]),
            wrong: names(&["Misparaphrase", "RenameFeeling"]),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionSource {
    id: String,
    dimension: Dimension,
    weight: u32,
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

type Names = Vec<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum RuleSource {
    Cue {
        cues: Vec<CueKind>,
        hit: Names,
        #[serde(default)]
        partial: Names,
        #[serde(default)]
        miss: Names,
        #[serde(default = "one_turn")]
        window: u8,
        #[serde(default)]
        noting: Option<String>,
    },
    Acts {
        #[serde(default)]
        hit: Names,
        #[serde(default)]
        partial: Names,
        #[serde(default)]
        miss: Names,
        #[serde(default)]
        excused_by: Vec<CueKind>,
    },
    Avoid {
        acts: Names,
        #[serde(default)]
        instead: Names,
    },
    HeardOut {
        partial_below: u16,
        /// What an observer writes down where nobody measures.
        #[serde(default)]
        coded: Names,
    },
    AnswersPain {
        within_ms: u32,
    },
    Order {
        cues: Vec<CueKind>,
        first: Names,
        then: Names,
    },
    Once {
        acts: Names,
        per: Per,
    },
    Promises,
    Written {
        aspects: Vec<Aspect>,
    },
    Ladder,
    Representatives,
    Steps,
}

const fn one_turn() -> u8 {
    1
}

/// Resolves the names of one criterion.
struct Resolver<'a> {
    criterion: &'a str,
    switches: &'a IndexMap<String, bool>,
    catalogue: &'a ActCatalogue,
}

impl Resolver<'_> {
    fn act(&self, name: &str) -> Result<ActIx, RubricError> {
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

    /// `Act`, `Act if switch`, `Act unless switch`.
    fn acts(&self, names: &[String]) -> Result<ActSet, RubricError> {
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
}

impl Rubric {
    /// The rubric that ships with the program.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Rubric> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
            Self::parse(Self::SHIPPED[0].1, ActCatalogue::shipped()).expect("shipped rubric")
        })
    }

    /// The rubrics that ship with the program, by id: the standard, and an instructor's own as an example.
    pub const SHIPPED: [(&'static str, &'static str); 2] = [
        ("standard", include_str!("../../assets/rubrics/standard.ron")),
        ("listening-class", include_str!("../../assets/rubrics/listening-class.ron")),
    ];

    pub fn parse(source: &str, catalogue: &ActCatalogue) -> Result<Self, RubricError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let source: RubricSource = options.from_str(source)?;
        in_range("pass", source.pass, 0..=1000, "0..1000")?;
        let mut caps = IndexMap::with_capacity(source.caps.len());
        for (kind, cap) in source.caps {
            in_range(&format!("caps.{kind:?}"), cap, 0..=1000, "0..1000")?;
            caps.insert(kind, Milli(cap));
        }
        let scored =
            (source.criteria.into_iter()).map(|c| (c.id, Some(c.dimension), c.weight, c.sources, c.rule, c.texts));
        let watched = source.composure.into_iter().map(|w| (w.id, None, 1, w.sources, w.rule, w.texts));
        let mut criteria: Vec<Criterion> = Vec::new();
        for (id, dimension, weight, sources, rule, own) in scored.chain(watched) {
            if criteria.iter().any(|c| c.id == id) {
                return Err(RubricError::Duplicate(id));
            }
            in_range(&format!("{id}.weight"), i64::from(weight), 1..=100, "1..100")?;
            let names = Resolver { criterion: &id, switches: &source.switches, catalogue };
            let (rule, [hit, partial, miss]) = names.rule(&rule)?;
            let without_acts = matches!(
                rule,
                Rule::HeardOut { .. }
                    | Rule::AnswersPain { .. }
                    | Rule::Promises
                    | Rule::Written { .. }
                    | Rule::Ladder
                    | Rule::Representatives
                    | Rule::Steps
            );
            let deaf = matches!(rule, Rule::Cue { cues, .. } | Rule::Order { cues } if cues.is_empty())
                || matches!(rule, Rule::Written { aspects } if aspects.is_empty());
            let needs_hit = matches!(rule, Rule::Cue { .. } | Rule::Once { .. } | Rule::Order { .. });
            if deaf || (!without_acts && hit.is_empty() && (needs_hit || miss.is_empty())) {
                return Err(RubricError::Empty(id));
            }
            let mut texts = [None, None];
            for (language, wording) in own {
                let unknown = |_| RubricError::UnknownLanguage { criterion: id.clone(), language: language.clone() };
                let locale: Locale = language.parse().map_err(unknown)?;
                texts[locale as usize] = Some(wording);
            }
            criteria.push(Criterion { id, dimension, weight, sources, rule, hit, partial, miss, texts });
        }
        let names = Resolver { criterion: "talk", switches: &source.switches, catalogue };
        let talk = Talk {
            open: names.acts(&source.talk.open)?,
            closed: names.acts(&source.talk.closed)?,
            simple: names.acts(&source.talk.simple)?,
            complex: names.acts(&source.talk.complex)?,
            wrong: names.acts(&source.talk.wrong)?,
        };
        at_most("criteria", criteria.len(), MAX_CRITERIA)?;
        let once = criteria.iter().filter(|c| matches!(c.rule, Rule::Once { .. })).count();
        at_most("criteria of the kind Once", once, MAX_ONCE)?;
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

    pub fn iter(&self) -> impl Iterator<Item = (CriterionIx, &Criterion)> {
        self.criteria.iter().enumerate().map(|(at, criterion)| (CriterionIx(at as u16), criterion))
    }

    pub fn find(&self, id: &str) -> Option<CriterionIx> {
        self.iter().find(|(_, criterion)| criterion.id == id).map(|(ix, _)| ix)
    }
}

impl std::ops::Index<CriterionIx> for Rubric {
    type Output = Criterion;
    fn index(&self, ix: CriterionIx) -> &Criterion {
        &self.criteria[ix.at()]
    }
}

impl Resolver<'_> {
    fn rule(&self, source: &RuleSource) -> Result<(Rule, [ActSet; 3]), RubricError> {
        let none = ActSet::default();
        let cues = |kinds: &[CueKind]| kinds.iter().copied().collect::<CueSet>();
        Ok(match source {
            RuleSource::Cue { cues: kinds, hit, partial, miss, window, noting } => {
                in_range(&format!("{}.window", self.criterion), i64::from(*window), 1..=MAX_WINDOW as i64, "1..4")?;
                let noting = noting.as_deref().map(|name| self.act(name)).transpose()?;
                (
                    Rule::Cue { cues: cues(kinds), window: *window, noting },
                    [self.acts(hit)?, self.acts(partial)?, self.acts(miss)?],
                )
            }
            RuleSource::Acts { hit, partial, miss, excused_by } => {
                (Rule::Acts { excused_by: cues(excused_by) }, [self.acts(hit)?, self.acts(partial)?, self.acts(miss)?])
            }
            RuleSource::Avoid { acts, instead } => (Rule::Avoid, [self.acts(instead)?, none, self.acts(acts)?]),
            RuleSource::HeardOut { partial_below, coded } => {
                let what = format!("{}.partial_below", self.criterion);
                in_range(&what, i64::from(*partial_below), 0..=1000, "0..1000")?;
                (Rule::HeardOut { partial_below: *partial_below }, [none, none, self.acts(coded)?])
            }
            RuleSource::AnswersPain { within_ms } => (Rule::AnswersPain { within_ms: *within_ms }, [none; 3]),
            RuleSource::Order { cues: kinds, first, then } => {
                (Rule::Order { cues: cues(kinds) }, [self.acts(first)?, none, self.acts(then)?])
            }
            RuleSource::Once { acts, per } => (Rule::Once { per: *per }, [self.acts(acts)?, none, none]),
            RuleSource::Promises => (Rule::Promises, [none; 3]),
            RuleSource::Ladder => (Rule::Ladder, [none; 3]),
            RuleSource::Representatives => (Rule::Representatives, [none; 3]),
            RuleSource::Steps => (Rule::Steps, [none; 3]),
            RuleSource::Written { aspects } => {
                (Rule::Written { aspects: aspects.iter().copied().collect() }, [none; 3])
            }
        })
    }
}

fn in_range(
    what: &str,
    value: i64,
    range: std::ops::RangeInclusive<i64>,
    shown: &'static str,
) -> Result<(), RubricError> {
    if range.contains(&value) {
        Ok(())
    } else {
        Err(RubricError::OutOfRange { what: what.to_owned(), value, range: shown })
    }
}

fn at_most(what: &'static str, found: usize, most: usize) -> Result<(), RubricError> {
    if found <= most { Ok(()) } else { Err(RubricError::TooMany { what, found, most }) }
}
