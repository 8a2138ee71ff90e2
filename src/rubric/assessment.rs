//! What the rubric found: scores, evidence, failures. Derived from a session's events alone.

use super::rules::StepReason;
use super::seen::Seen;
use crate::procedure::{Conduct, LadderVerdict, Measure};
use crate::procedure::{Fault, Found, Ruling};
use crate::scenario::model::Judged;
use crate::session::OVERLAP;
use crate::vocabulary::acts::Opening;
use crate::vocabulary::{ActIx, Critical, all};
use crate::vocabulary::{ClaimIx, Cue, Misfit, NodeIx, Somebody, VisitorIx};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// The three dimensions of the score.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    VariantArray,
    IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Dimension {
    /// Taking in what is said.
    Listening,
    /// Answering what is felt.
    Empathy,
    /// Doing what the rules demand, in their order and time.
    Procedure,
}

impl Dimension {
    /// In the order of every array by dimension.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// As in text ids: `listening`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Fluent message of its name.
    pub fn text_id(self) -> String {
        format!("dimension-{}", self.id())
    }

    /// Fluent message of what trainees ask themselves about it.
    pub fn own_text_id(self) -> String {
        format!("own-{}", self.id())
    }
}

/// Points in thousandths: a full hit is 1000. All scores are integer arithmetic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Milli(pub i64);

/// A criterion of the rubric in use, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionIx(pub u16);

impl CriterionIx {
    /// Its position in [`Rubric::criteria`](super::Rubric::criteria).
    #[inline]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// What an observation is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// The whole of it.
    Hit,
    /// Half of it.
    Partial,
    /// None of it.
    Miss,
}

impl Verdict {
    /// 1000, 500 or 0.
    pub const fn points(self) -> Milli {
        Milli(match self {
            Self::Hit => 1000,
            Self::Partial => 500,
            Self::Miss => 0,
        })
    }

    /// The author's word on it; `None` where they say that it is none.
    pub(super) const fn by_hand(judged: Judged) -> Option<Self> {
        match judged {
            Judged::Hit => Some(Self::Hit),
            Judged::Partial => Some(Self::Partial),
            Judged::Miss => Some(Self::Miss),
            Judged::None => None,
        }
    }
}

/// What was seen that earned the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// This act was done.
    Did(ActIx),
    /// This cue was answered by this act.
    Answered(Cue, ActIx),
    /// This cue went unanswered.
    Unanswered(Cue),
    /// A mirrored word that the visitor never said.
    NeverSaid(ActIx),
    /// The visitor could finish, or was cut off with this share (in thousandths) unsaid.
    Heard,
    /// Cut off with this share of what visitors were saying left unsaid, in thousandths.
    CutOff(u16),
    /// This act was done when the visitor was too stirred up to take it in.
    NotTakenIn(ActIx),
    /// A gesture that did not fit.
    OutOfPlace(ActIx, Misfit),
    /// The first act came before the second should have.
    OutOfOrder {
        /// What was done.
        did: ActIx,
        /// What it should have come after.
        before: ActIx,
    },
    /// The first act came before the second, as it should.
    InOrder {
        /// What was done.
        did: ActIx,
        /// What it came after.
        after: ActIx,
    },
    /// Never done although it could have been.
    NeverDid(ActIx),
    /// The author of the scenario has set it by hand.
    Author,
    /// A promise came due.
    PromiseKept,
    /// A promise came due, and nothing had come of it.
    PromiseBroken,
    /// Written in a paper or put into an answer; `chosen` is the entry, `better` what would have been right.
    Wrote(Option<Found>),
    /// What was decided on a claim, and what facts and law called for.
    Decided(DecisionReason),
    /// On what decides a claim, a field names the wrong way, body or day.
    LedAstray(Found),
    /// How a measure, or doing nothing (`None`), stands to the response ladder of what was going on.
    Ladder {
        /// What was going on.
        conduct: Conduct,
        /// How the measure stands to it.
        verdict: LadderVerdict,
        /// What was done about it.
        measure: Option<Measure>,
    },
    /// So many people came with one matter, of whom so many may speak for all by the law pack.
    Representatives {
        /// How many came.
        people: u16,
        /// How many may speak for them.
        most: u16,
    },
    /// A step of the matter: taken, refused, or left until its limit had run out.
    Step(StepReason),
    /// This act, which is such among first words, came first or came too soon.
    Opened(ActIx, Opening),
    /// What must not be let stand was not: this act answered it, …
    SpokeUp(Wrong, ActIx),
    /// … or it was let stand.
    LetStand(Wrong),
    /// What one kind of rule alone has to say: its own file names the text.
    OfRule(RuleReason),
}

/// What somebody in the room did or said that must not be let stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// `None`: it was narrated.
    pub by: Option<Somebody>,
    /// The act, or the cue of the line.
    pub what: WrongDone,
}

/// A deed that must not be let stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongDone {
    /// An act of one of our own people.
    Act(ActIx),
    /// A cue of the line.
    Cue(Cue),
}

/// A reason that is told by its text and a number in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleReason {
    /// Which words tell it.
    pub says: &'static ReasonText,
    /// What is counted in them.
    pub number: u32,
}

/// The words for a reason: Fluent messages `<id>-hit`, `-partial`, `-miss`, as far as the rule gives such verdicts.
#[derive(Debug, PartialEq, Eq)]
pub struct ReasonText {
    /// The stem of the messages' names.
    pub id: &'static str,
    /// What the number is called in them.
    pub number: &'static str,
}

/// A decision on a claim as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecisionReason {
    /// Which claim.
    pub claim: ClaimIx,
    /// `None`: it was passed over.
    pub ruling: Option<Ruling>,
    /// What facts and law called for by then.
    pub right: Ruling,
    /// What is wrong with the decision; `None`: nothing.
    pub fault: Option<Fault>,
}

/// One scored observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Counted from 1 over the whole session; a turn is one choice or gesture of the trainee.
    pub turn: u32,
    /// Session clock.
    pub at_ms: u64,
    /// The line of the rubric that it counts for.
    pub criterion: CriterionIx,
    /// What it is worth there.
    pub verdict: Verdict,
    /// What was seen.
    pub reason: Reason,
    /// The choice it happened at.
    pub node: NodeIx,
    /// What was chosen; `None` for a gesture or an omission.
    pub chosen: Option<u8>,
    /// A better option that was on offer there.
    pub better: Option<u8>,
    /// Whom it was said to; `None`: nobody in particular.
    pub to: Option<VisitorIx>,
}

/// A failure that caps the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriticalFailure {
    /// Which of the failures.
    pub kind: Critical,
    /// From 1.
    pub turn: u32,
    /// Instant of the session clock, milliseconds.
    pub at_ms: u64,
    /// Where it happened.
    pub node: NodeIx,
    /// The option that was chosen; `None` for a gesture or an omission.
    pub chosen: Option<u8>,
    /// The act that is the failure; `None` where something was left undone.
    pub act: Option<ActIx>,
    /// What somebody else did and the trainee let stand, where that is the failure.
    pub stood: Option<Wrong>,
    /// An option without it that was on offer there.
    pub better: Option<u8>,
}

/// What was found for one criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CriterionScore {
    /// How often there was an occasion.
    pub opportunities: u32,
    /// Sum of the verdicts' points.
    pub earned: Milli,
}

impl Evidence {
    /// What it earns: by the share that was let be said where somebody was cut off, else by the verdict.
    pub fn points(&self) -> Milli {
        self.reason.points(self.verdict)
    }
}

impl Reason {
    /// What a verdict for this reason earns.
    pub(super) fn points(self, verdict: Verdict) -> Milli {
        match self {
            Self::CutOff(unsaid) => heard(unsaid),
            _ => verdict.points(),
        }
    }
}

/// From this share of a line on (thousandths) that stayed unsaid, none of its end was heard.
const END_LOST: u16 = 120;

/// What a line counts for of which so many thousandths stayed unsaid, in thousandths: half for the words that were let be
/// said, half for its end, which fades from an overlap of the last syllables ([`OVERLAP`]) to 12 %. What a line is
/// said for stands at its end, and who cuts in has not waited for it: so nobody reaches a pass mark of 600 who cuts a
/// tenth off every line, and the loss is continuous all the same.
pub fn heard(unsaid: u16) -> Milli {
    if unsaid <= OVERLAP {
        return Milli(1000);
    }
    // From an overlap on, so that the words fade from there as well.
    let words = i64::from(1000 - unsaid.min(1000)) * 1000 / i64::from(1000 - OVERLAP);
    let end = i64::from(END_LOST.saturating_sub(unsaid)) * 1000 / i64::from(END_LOST - OVERLAP);
    Milli((words + end) / 2)
}

/// What visitors had to say while time was measured, and what of it was let be said and heard, in milliseconds of speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetSpeak {
    /// All they had to say.
    pub speech_ms: u64,
    /// What of it was let be said.
    pub said_ms: u64,
    /// The same, each line by what it counts for: see [`heard`].
    pub heard_ms: u64,
}

impl LetSpeak {
    /// Adds what was said since the last answer (milliseconds), of which so many thousandths stayed unsaid.
    pub fn add(&mut self, speech_ms: u64, unsaid: u16) {
        self.speech_ms += speech_ms;
        self.said_ms += speech_ms * (1000 - u64::from(unsaid.min(1000))) / 1000;
        self.heard_ms += speech_ms * heard(unsaid).0.unsigned_abs() / 1000;
    }

    /// The share that was let be said, in thousandths; `None` where nobody spoke.
    pub fn share(self) -> Option<Milli> {
        self.of_speech(self.said_ms)
    }

    /// The most that listening scores, in thousandths; `None` where nobody spoke.
    pub fn heard(self) -> Option<Milli> {
        self.of_speech(self.heard_ms)
    }

    fn of_speech(self, part_ms: u64) -> Option<Milli> {
        (part_ms * 1000).checked_div(self.speech_ms).map(|share| Milli(share as i64))
    }
}

impl Assessment {
    /// What was seen of a dimension of a live talk that has no score, because it was too little.
    pub fn too_little_seen(&self, dimension: Dimension) -> Option<Seen> {
        let seen = self.seen[dimension as usize]?;
        self.dimensions[dimension as usize].is_none().then_some(seen)
    }
}

impl CriterionScore {
    /// Share of the opportunities taken, in thousandths; `None` without an opportunity.
    pub fn share(&self) -> Option<Milli> {
        (self.opportunities > 0).then(|| Milli(self.earned.0 / i64::from(self.opportunities)))
    }
}

impl Milli {
    /// The level (1–5) of behaviour that a criterion's score stands for: 1 nothing earned, 2 below 400, 3 below 700, 4 below
    /// 1000, 5 all of it. The ends are strict, so that “not once” and “every time” are said where they are true.
    pub const fn level(self) -> u8 {
        match self.0 {
            ..=0 => 1,
            1..400 => 2,
            400..700 => 3,
            700..1000 => 4,
            _ => 5,
        }
    }
}

/// What the points come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Weighted 0–1000 by `Dimension as usize`; `None`: no opportunity, no score.
    pub dimensions: [Option<Milli>; 3],
    /// Mean of the scored dimensions, before the cap.
    pub uncapped: Option<Milli>,
    /// After critical failures capped it.
    pub total: Option<Milli>,
    /// The share of the visitors' speech that was let be said.
    pub let_speak: Option<Milli>,
    /// What of it counts as heard: listening scores no more.
    pub heard: Option<Milli>,
    /// By `Dimension as usize`: the most that is left of it after a miss that caps it.
    pub dimension_caps: [Option<Milli>; 3],
    /// Whether there was a critical failure.
    pub critical: bool,
}

/// What the rubric found in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// As in [`Totals`].
    pub dimensions: [Option<Milli>; 3],
    /// Mean of the scored dimensions before a critical failure caps it, 0–1000; `None` where none is scored.
    pub total_uncapped: Option<Milli>,
    /// The same after it.
    pub total: Option<Milli>,
    /// As in [`Totals`].
    pub let_speak: Option<Milli>,
    /// As in [`Totals`].
    pub heard: Option<Milli>,
    /// As in [`Totals`].
    pub dimension_caps: [Option<Milli>; 3],
    /// By `CriterionIx`.
    pub criteria: Vec<CriterionScore>,
    /// What was seen of a live talk, by `Dimension as usize`: too little of it, and there is no score. `None` where the rubric
    /// looks at nothing of it, and where a session was played: everything that could be done was on offer there.
    pub seen: [Option<Seen>; 3],
    /// In the order of the turns.
    pub evidence: Vec<Evidence>,
    /// In the order of the turns.
    pub critical: Vec<CriticalFailure>,
    /// Observations on the trainee's own composure; shown, not added.
    pub self_regulation: Vec<Evidence>,
}
