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
    /// Taking in what is said: silence, mirroring, questions.
    Listening,
    /// Answering what is felt.
    Empathy,
    /// How one behaves at a desk: greeting, looking, water.
    Manners,
    /// The matter itself: registering, telling the way, deadlines, law.
    Procedure,
    /// Between parties, and with many who come together.
    Mediation,
    /// Danger, its measures, and what must never be done.
    Safety,
}

/// What stands in brackets after an act's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Takes {
    /// No brackets: `OfferSeat`.
    #[default]
    Nothing,
    /// A feeling word that some line says: `MirrorWords("寒心")`.
    Word,
    /// The id of a fact, or nothing.
    MaybeFact,
    /// A citation, `pack/article`: `CitePolicy("noise2022/70")`.
    Article,
    /// A citation, or nothing.
    MaybeArticle,
    /// The id of a kind of paper: `IssuePaper("receipt")`.
    Paper,
    /// The id of a promise of the scenario.
    Promise,
    /// The id of a promise, or nothing.
    MaybePromise,
    /// The id of the visitor it is said to, or nothing: whoever spoke last.
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
    /// Good after pain, no answer after a question.
    Silence,
    /// Counts only for a word that the visitor really said.
    Mirror,
    /// The feeling in other words than theirs: the second time it hurts.
    Rename,
    /// Worth less where no feeling has been left open.
    Comfort,
    /// Their pace first, so that slowing down can follow.
    MatchPace,
    /// Calms only after the pace was matched.
    SlowDown,
    /// An apology: as good as what there is to repair, and as what stands behind it.
    Repair,
    /// Means something only to who is distressed.
    Tissue,
    /// The more heat, the more it gives.
    QuietRoom,
    /// Taken in only as far as the heat lets it.
    Inform,
    /// While they are hot, law feels like a weapon.
    Law,
    /// Remembered, with the day on which it comes due.
    Promise,
    /// What was promised is shown to be done.
    KeepPromise,
    /// Pleases now, and breaks at the next visit.
    OverPromise,
    /// “We'll see”: hope without ground.
    VagueHope,
    /// An honest no: heard as far as anything is taken in.
    Limit,
    /// It says otherwise than an earlier answer.
    Contradiction,
    /// Few are asked to speak for many, and go aside with the receiver.
    Representatives,
    /// Of many, one at a time has the floor.
    OneSpeaker,
    /// Each further time costs more.
    Deflect,
    /// Wins the one it is said to and loses the other.
    TakeSide,
    /// What it says of the visitor counts more for those who only look on.
    StandUp,
    /// Fair only to who has been heard first.
    WhenHeard,
    /// What was confided becomes known.
    Leak,
}

/// Failures that cap the result and are printed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Critical {
    /// Penalties or the police are used to frighten.
    Threat,
    /// Somebody pays for having complained.
    Retaliation,
    /// A lawful claim is stopped: interception, forced return, discouraging.
    Suppression,
    /// What was confided reaches those who must not know.
    Leak,
    /// Something is promised that the law does not allow.
    IllegalPromise,
    /// A present or a favour is taken.
    Gift,
    /// A sign of danger stays unanswered.
    IgnoredRisk,
}

impl Critical {
    /// As in text ids: `illegal-promise`.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// One act of the catalogue: what it is, and what it does to whoever it is said to.
#[derive(Clone, Debug)]
pub struct ActKind {
    /// As authors write it, unique in the catalogue: `MirrorWords`.
    pub name: String,
    /// Under which heading it stands in the guide.
    pub group: Group,
    /// What an author writes in brackets after it.
    pub takes: Takes,
    /// The rule of the visitor model that it goes by; `None`: its figures alone.
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
    /// The failure that it is by itself, whatever came of it.
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

/// All acts that options, gestures and desk tasks can be made of.
#[derive(Clone, Debug)]
pub struct ActCatalogue {
    /// Raised whenever the acts change; a log says under which it was played.
    pub version: String,
    acts: Vec<ActKind>,
    by_name: IndexMap<String, ActIx>,
    carried: IndexMap<Carrier, ActIx>,
    greeting: Option<ActIx>,
}

/// Why a catalogue of acts cannot be used.
#[derive(Clone, Debug, thiserror::Error)]
pub enum CatalogueError {
    /// No such RON.
    #[error("acts catalogue: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// A figure outside its range.
    #[error("acts catalogue: {act}: {field} is {value}, it must lie in {range}")]
    OutOfRange {
        /// Name of the act.
        act: String,
        /// Name of the field.
        field: &'static str,
        /// What stands there.
        value: f64,
        /// What may stand there, both ends included.
        range: &'static str,
    },
    /// More acts than [`MAX_ACTS`].
    #[error("acts catalogue: {0} acts, at most {MAX_ACTS} fit")]
    TooMany(usize),
    /// What the trainee writes at the desk would be two acts at once.
    #[error("acts catalogue: {carrier:?} carries both {first} and {second}")]
    CarriesTwo {
        /// What both acts name in `carried_by`.
        carrier: Carrier,
        /// Name of the act that stands first in the file.
        first: String,
        /// Name of the other.
        second: String,
    },
    /// One greets without words, so the greeting stands in the row of gestures.
    #[error("acts catalogue: {act} is the greeting and no gesture")]
    GreetingNoGesture {
        /// Name of the act.
        act: String,
    },
    /// A visit begins with one gesture.
    #[error("acts catalogue: {first} and {second} are both the greeting")]
    TwoGreetings {
        /// Name of the act that stands first in the file.
        first: String,
        /// Name of the other.
        second: String,
    },
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

    /// The act of this name, as authors write it.
    pub fn find(&self, name: &str) -> Option<ActIx> {
        self.by_name.get(name).copied()
    }

    /// How many acts there are, at most [`MAX_ACTS`].
    pub fn len(&self) -> usize {
        self.acts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.acts.is_empty()
    }

    /// All acts with their positions, in the order of the file.
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
