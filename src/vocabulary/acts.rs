//! The catalogue of acts: what an option does, read from `assets/acts.ron`.

pub use super::ActIx;
pub use super::act_roles::{Carrier, MOST_LIKED, Opening, TASTES, TalkPart, Taste};
use super::{Fit, Measure, NEEDS, Need};
use indexmap::IndexMap;
use serde::Deserialize;
use std::sync::OnceLock;
use strum::IntoStaticStr;

/// Most acts a catalogue may hold: a visitor's state counts repetitions in an array of this length.
pub const MAX_ACTS: usize = 160;

/// Which part of the trade an act belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Group {
    Listening,
    Empathy,
    Manners,
    Procedure,
    Mediation,
    Safety,
}

/// What stands in brackets after an act's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Takes {
    #[default]
    Nothing,
    Word,
    MaybeFact,
    Article,
    MaybeArticle,
    Paper,
    Promise,
    MaybePromise,
    MaybeVisitor,
}

impl Takes {
    /// Whether the act may also stand alone.
    pub const fn is_optional(self) -> bool {
        match self {
            Self::Nothing | Self::MaybeFact | Self::MaybeArticle | Self::MaybePromise | Self::MaybeVisitor => true,
            Self::Word | Self::Article | Self::Paper | Self::Promise => false,
        }
    }
}

/// The rule of the visitor model that bends an act's effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Mechanic {
    Silence,
    Mirror,
    Rename,
    Question,
    Comfort,
    MatchPace,
    SlowDown,
    Repair,
    Tissue,
    QuietRoom,
    Inform,
    Law,
    Promise,
    KeepPromise,
    OverPromise,
    VagueHope,
    Limit,
    Contradiction,
    Representatives,
    OneSpeaker,
    Deflect,
    TakeSide,
    StandUp,
    WhenHeard,
    Leak,
    Police,
}

/// Failures that cap the result and are printed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum Critical {
    Threat,
    Retaliation,
    Suppression,
    Leak,
    IllegalPromise,
    Gift,
    IgnoredRisk,
}

impl Critical {
    /// As in text ids: `illegal-promise`.
    pub const fn id(self) -> &'static str {
        self.into_str()
    }
}

#[derive(Clone, Debug)]
pub struct ActKind {
    pub name: String,
    pub group: Group,
    pub takes: Takes,
    pub mechanic: Option<Mechanic>,
    /// Congruence with each need, −1..1, by `Need as usize`.
    pub needs: [f64; NEEDS],
    /// Change of pressure, −1..1; negative releases.
    pub pressure: f64,
    /// Direct change of trust, −1..1.
    pub trust: f64,
    /// Direct pull on arousal, −1..1.
    pub arousal: f64,
    /// What is left of the effect at each repetition, 0..1.
    pub wears: f64,
    pub critical: Option<Critical>,
    /// True if it answers a `Risk` cue.
    pub answers_risk: bool,
    /// True if it tells what one can do against a refusal.
    pub shows_remedy: bool,
    /// Set where the act stands in the row of gestures.
    pub gesture: Option<String>,
    /// When such a gesture fits.
    pub fit: Fit,
    /// What it is on the response ladder.
    pub measure: Option<Measure>,
    /// What it is in a talk, where a rubric does not say otherwise.
    pub talk: Option<TalkPart>,
    /// What it is among the first words of a visit.
    pub opening: Option<Opening>,
    /// How much a one-sided trainee reaches for it, 0..[`MOST_LIKED`], by `Taste as usize`.
    pub liked: [u8; TASTES],
    /// Items of the reception handbook.
    pub sources: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct ActCatalogue {
    pub version: String,
    acts: Vec<ActKind>,
    by_name: IndexMap<String, ActIx>,
    carried: IndexMap<Carrier, ActIx>,
    greeting: Option<ActIx>,
}

/// Why a catalogue of acts cannot be used.
#[derive(Clone, Debug, thiserror::Error)]
pub enum CatalogueError {
    #[error("acts catalogue: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    #[error("acts catalogue: {act}: {field} is {value}, it must lie in {range}")]
    OutOfRange { act: String, field: &'static str, value: f64, range: &'static str },
    #[error("acts catalogue: {0} acts, at most {MAX_ACTS} fit")]
    TooMany(usize),
    #[error("acts catalogue: {carrier:?} carries both {first} and {second}")]
    CarriesTwo { carrier: Carrier, first: String, second: String },
    #[error("acts catalogue: {act} is the greeting and no gesture")]
    GreetingNoGesture { act: String },
    #[error("acts catalogue: {first} and {second} are both the greeting")]
    TwoGreetings { first: String, second: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CatalogueSource {
    version: String,
    acts: IndexMap<String, ActSource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActSource {
    group: Group,
    #[serde(default)]
    takes: Takes,
    #[serde(default)]
    mechanic: Option<Mechanic>,
    #[serde(default)]
    needs: IndexMap<Need, f64>,
    #[serde(default)]
    pressure: f64,
    #[serde(default)]
    trust: f64,
    #[serde(default)]
    arousal: f64,
    #[serde(default = "never_wears")]
    wears: f64,
    #[serde(default)]
    critical: Option<Critical>,
    #[serde(default)]
    answers_risk: bool,
    #[serde(default)]
    shows_remedy: bool,
    #[serde(default)]
    gesture: Option<String>,
    #[serde(default)]
    fit: Fit,
    #[serde(default)]
    measure: Option<Measure>,
    #[serde(default)]
    talk: Option<TalkPart>,
    #[serde(default)]
    opening: Option<Opening>,
    #[serde(default)]
    carried_by: Vec<Carrier>,
    #[serde(default)]
    liked_by: IndexMap<Taste, u8>,
    #[serde(default)]
    greeting: bool,
    #[serde(default)]
    sources: Vec<String>,
}

impl ActKind {
    /// Whether it gives what was said room or a name, so that it has been taken up.
    pub fn takes_up(&self) -> bool {
        self.gesture.is_none() && self.answers_pain()
    }

    /// Whether it answers a feeling that was shown.
    pub fn answers_pain(&self) -> bool {
        use Mechanic::{Comfort, QuietRoom, Rename, Repair, Silence, Tissue};
        self.needs[Need::Voice as usize] >= ANSWERS
            || matches!(self.mechanic, Some(Silence | Rename | Comfort | Tissue | Repair | QuietRoom))
    }

    /// Whether it says anything that helps the matter on or shows that it was heard: what stands behind an apology.
    pub fn has_content(&self) -> bool {
        use Need::{Clarity, Fairness, Remedy, Voice};
        let formula = matches!(self.mechanic, Some(Mechanic::Comfort | Mechanic::Repair));
        !formula && [Voice, Fairness, Clarity, Remedy].iter().any(|need| self.needs[*need as usize] >= ANSWERS)
    }
}

/// Congruence with a need from which on an act says something to it.
const ANSWERS: f64 = 0.25;

fn never_wears() -> f64 {
    1.0
}

impl ActCatalogue {
    /// The catalogue that ships with the program.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<ActCatalogue> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
            Self::parse(include_str!("../../assets/acts.ron")).expect("shipped acts catalogue")
        })
    }

    /// # Errors
    ///
    /// [`CatalogueError`], the first thing that is wrong.
    pub fn parse(source: &str) -> Result<Self, CatalogueError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let source: CatalogueSource = options.from_str(source)?;
        if source.acts.len() > MAX_ACTS {
            return Err(CatalogueError::TooMany(source.acts.len()));
        }
        let mut acts: Vec<ActKind> = Vec::with_capacity(source.acts.len());
        let (mut carried, mut greeting) = (IndexMap::new(), None);
        let mut by_name = IndexMap::with_capacity(source.acts.len());
        for (position, (name, act)) in source.acts.into_iter().enumerate() {
            let mut needs = [0.0; NEEDS];
            for (need, congruence) in &act.needs {
                needs[*need as usize] = *congruence;
            }
            let signed = [("pressure", act.pressure), ("trust", act.trust), ("arousal", act.arousal)];
            let out = (signed.into_iter().chain(needs.iter().map(|c| ("needs", *c))))
                .find(|(_, value)| !(-1.0..=1.0).contains(value))
                .map(|(field, value)| (field, value, "-1..1"))
                .or((!(0.0..=1.0).contains(&act.wears)).then_some(("wears", act.wears, "0..1")));
            if let Some((field, value, range)) = out {
                return Err(CatalogueError::OutOfRange { act: name, field, value, range });
            }
            let ix = ActIx(position as u16);
            let mut liked = [0; TASTES];
            for (taste, much) in act.liked_by {
                if !(1..=MOST_LIKED).contains(&much) {
                    let value = f64::from(much);
                    return Err(CatalogueError::OutOfRange { act: name, field: "liked_by", value, range: "1..20" });
                }
                liked[taste as usize] = much;
            }
            let named = |ix: ActIx| acts.get(ix.at()).map_or_else(|| name.clone(), |act| act.name.clone());
            for carrier in act.carried_by {
                if let Some(first) = carried.insert(carrier, ix) {
                    return Err(CatalogueError::CarriesTwo { carrier, first: named(first), second: name });
                }
            }
            if act.greeting {
                if act.gesture.is_none() {
                    return Err(CatalogueError::GreetingNoGesture { act: name });
                }
                if let Some(first) = greeting.replace(ix) {
                    return Err(CatalogueError::TwoGreetings { first: named(first), second: name });
                }
            }
            by_name.insert(name.clone(), ix);
            acts.push(ActKind {
                name,
                group: act.group,
                takes: act.takes,
                mechanic: act.mechanic,
                needs,
                pressure: act.pressure,
                trust: act.trust,
                arousal: act.arousal,
                wears: act.wears,
                critical: act.critical,
                answers_risk: act.answers_risk,
                shows_remedy: act.shows_remedy,
                gesture: act.gesture,
                fit: act.fit,
                measure: act.measure,
                talk: act.talk,
                opening: act.opening,
                liked,
                sources: act.sources,
            });
        }
        Ok(Self { version: source.version, acts, by_name, carried, greeting })
    }

    pub fn find(&self, name: &str) -> Option<ActIx> {
        self.by_name.get(name).copied()
    }

    pub fn len(&self) -> usize {
        self.acts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.acts.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (ActIx, &ActKind)> {
        self.acts.iter().enumerate().map(|(position, act)| (ActIx(position as u16), act))
    }

    /// The act that this carries by itself when it is written or handed in.
    pub fn carried_by(&self, carrier: Carrier) -> Option<ActIx> {
        self.carried.get(&carrier).copied()
    }

    /// The acts that are this in a talk.
    pub fn in_talk(&self, part: TalkPart) -> impl Iterator<Item = ActIx> {
        self.iter().filter(move |(_, act)| act.talk == Some(part)).map(|(ix, _)| ix)
    }

    /// The gesture with which one who knows the trade begins a visit.
    pub fn greeting(&self) -> Option<ActIx> {
        self.greeting
    }

    /// The gestures that are always at hand, in the catalogue's order.
    pub fn gestures(&self) -> impl Iterator<Item = (ActIx, &str)> {
        self.iter().filter_map(|(ix, act)| Some((ix, act.gesture.as_deref()?)))
    }
}

impl std::ops::Index<ActIx> for ActCatalogue {
    type Output = ActKind;
    fn index(&self, ix: ActIx) -> &ActKind {
        &self.acts[ix.at()]
    }
}
