//! The kinds of rules, a file each: the form it is read from, what a scenario means to it, what it remembers of a session,
//! what it makes of what happens. A new kind is a file here, a line in the list below, and its texts.

mod acts;
mod answers_pain;
mod avoid;
mod cue;
mod danger;
mod decision;
mod first_words;
mod heard_out;
mod ladder;
mod once;
mod order;
mod promises;
mod representatives;
mod speaks_up;
mod steps;
mod written;

pub use acts::ActsRule;
pub use answers_pain::AnswersPainRule;
pub use avoid::AvoidRule;
pub use cue::{CueRule, MAX_WINDOW, fits};
pub use danger::DANGER_WINDOW;
pub use decision::DecisionRule;
pub use first_words::FirstWordsRule;
pub use heard_out::HeardOutRule;
pub use ladder::LadderRule;
pub use once::{OnceRule, Per};
pub use order::OrderRule;
pub use promises::PromisesRule;
pub use representatives::RepresentativesRule;
pub use speaks_up::{SPEAK_UP_WINDOW, SpeaksUpRule};
pub use steps::{StepFound, StepReason, StepsRule};
pub use written::WrittenRule;

use super::assessment::CriterionIx;
use super::criteria::{Criterion, Rubric};
use super::error::RubricError;
use super::reading::ActNames;
use super::scoring::Scoring;
use super::sets::ActSet;
use super::turn::CompleteTurn;
use crate::scenario::model::Scenario;
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::{Cue, CueSet, NodeIx, StaffIx, VisitorIx};
use serde::Deserialize;
use std::fmt::Debug;

/// A rule as it was read: when there is something to observe, and which acts count for what.
pub(super) struct Terms<R> {
    pub rule: R,
    pub hit: ActSet,
    pub partial: ActSet,
    pub miss: ActSet,
}

impl<R> Terms<R> {
    /// A rule that does not go by acts.
    fn without_acts(rule: R) -> Self {
        Self { rule, hit: ActSet::default(), partial: ActSet::default(), miss: ActSet::default() }
    }

    fn map<S>(self, of: impl FnOnce(R) -> S) -> Terms<S> {
        Terms { rule: of(self.rule), hit: self.hit, partial: self.partial, miss: self.miss }
    }
}

/// What of a scenario may put a criterion to the test.
#[derive(Debug, Default)]
pub struct Story {
    /// Acts that some option does.
    pub offered: ActSet,
    /// Cues that some line gives.
    pub cues: CueSet,
    /// Whether any visitor says anything.
    pub spoken: bool,
    /// Whether anything is promised.
    pub promised: bool,
    /// Whether it says what is asked for …
    pub claims: bool,
    /// … and whether anything decides it.
    pub decided: bool,
}

impl Story {
    /// Whether any of these acts can be done in it.
    pub fn offers(&self, acts: &ActSet) -> bool {
        acts.iter().any(|act| self.offered.contains(act))
    }
}

/// A line that was said.
pub(super) struct LineSaid<'a> {
    /// The visitor who says it; `None`: it is narrated, or one of our own people says it.
    pub who: Option<VisitorIx>,
    /// Which of our own people says it.
    pub staff: Option<StaffIx>,
    /// How long it takes to say.
    pub speech_ms: u32,
    pub cues: &'a [Cue],
}

/// A kind of rule at work: what it remembers of a session, and what it makes of what happens. It takes note of what
/// concerns it and leaves the rest. `Plan`: what it knows of rubric and scenario, worked out once.
pub(super) trait Observer<Plan>: Clone + Debug {
    /// What it is told of in [`event`](Self::event): most kinds of rules have nothing to do with most events.
    const HEARS: EventSet;

    /// As before the first event.
    fn begin(plan: &Plan) -> Self;

    /// A line was said.
    fn line(&mut self, _: &Plan, _: &LineSaid, _: &mut Scoring) {}

    /// Something else has happened, of the kinds in `HEARS`. What the assessor keeps to itself
    /// ([`NEVER_TOLD`](super::assessor::NEVER_TOLD)) nobody is told; acts are told together: see `turn`.
    fn event(&mut self, _: &Plan, _: &Event, _: &mut Scoring) {}

    /// A turn of the trainee is complete.
    fn turn(&mut self, _: &Plan, _: &CompleteTurn, _: &mut Scoring) {}

    /// The turn was a choice and no mere gesture: what waits is one choice older.
    fn choice_made(&mut self, _: &Plan, _: &mut Scoring) {}

    /// The visit is over; with `session_ends` the whole session.
    fn visit_left(&mut self, _: &Plan, _session_ends: bool, _: &mut Scoring) {}

    /// An observer of a live talk says that the turn that comes is a chance for this.
    fn called_for(&mut self, _: &Plan, _: CriterionIx, _: &mut Scoring) {}

    /// What choosing this would count besides its acts, before the session says so.
    fn foresee(&mut self, _: &Plan, _: NodeIx, _option: u8, _: &mut Scoring) {}
}

/// What a kind of rule is told of.
const fn hears<P, O: Observer<P>>() -> EventSet {
    O::HEARS
}

/// What a kind of rule is, whatever it says in a rubric.
pub(super) trait RuleKind: Copy {
    /// Whether its `miss` acts offend by themselves.
    const MISSES_OFFEND: bool = true;
    /// Whether it charges what was done, whatever was called for.
    const CHARGES_DEEDS: bool = false;
    /// Whether an observer of a live talk may mark a chance for it, where no cue is one.
    const TAKES_MARKS: bool = false;

    /// Whether anything in a scenario puts a criterion of this kind to the test; `None`: no scenario need do so.
    fn is_tested(&self, _: &Criterion, _: &Story) -> Option<bool> {
        None
    }
}

/// Criteria of one kind, with what the rubric says of each.
type Of<R> = Vec<(CriterionIx, R)>;

/// The plan of a kind of rule: its criteria, unless it works out more.
macro_rules! plan_of {
    ($rule:ty) => { Of<$rule> };
    ($rule:ty, $plan:ty) => { $plan };
}

/// That plan, made.
macro_rules! planned {
    ($criteria:expr, $scenario:expr) => {
        $criteria
    };
    ($criteria:expr, $scenario:expr, $plan:ty) => {
        <$plan>::of($criteria, $scenario)
    };
}

macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $kind:ident $(($source:ident: $form:ident))? = $module:ident::{$rule:ident, $state:ident $(, $plan:ident)?}
    ),* $(,)?) => {
        /// When there is something to observe.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Rule {
            $($(#[$doc])* $kind($rule),)*
        }

        impl Rule {
            /// Whether the acts that miss offend by themselves.
            pub fn misses_offend(&self) -> bool {
                match self {
                    $(Self::$kind(_) => <$rule as RuleKind>::MISSES_OFFEND,)*
                }
            }

            /// Whether it charges what was done, whatever was called for.
            pub fn charges_deeds(&self) -> bool {
                match self {
                    $(Self::$kind(_) => <$rule as RuleKind>::CHARGES_DEEDS,)*
                }
            }

            /// Whether an observer of a live talk may mark a chance for it, where no cue is one.
            pub fn takes_marks(&self) -> bool {
                match self {
                    $(Self::$kind(_) => <$rule as RuleKind>::TAKES_MARKS,)*
                }
            }

            /// Whether anything in a scenario puts the criterion to the test; `None`: no scenario need do so.
            pub fn is_tested(&self, criterion: &Criterion, story: &Story) -> Option<bool> {
                match self {
                    $(Self::$kind(rule) => rule.is_tested(criterion, story),)*
                }
            }
        }

        /// A rule as it stands in a file.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) enum RuleSource {
            $($kind $(($module::$form))?,)*
        }

        impl RuleSource {
            pub(super) fn read(self, names: &ActNames) -> Result<Terms<Rule>, RubricError> {
                match self {
                    $(Self::$kind $(($source))? => Ok($module::read($($source,)? names)?.map(Rule::$kind)),)*
                }
            }
        }

        /// What each kind has worked out for itself.
        #[derive(Debug)]
        pub(super) struct Plans {
            danger: (),
            $(pub $module: plan_of!($rule $(, $module::$plan)?),)*
        }

        impl Plans {
            pub(super) fn new(rubric: &Rubric, scenario: &Scenario) -> Self {
                Self {
                    danger: (),
                    $($module: planned!(
                        (rubric.iter())
                            .filter_map(|(ix, criterion)| match criterion.rule {
                                Rule::$kind(rule) => Some((ix, rule)),
                                _ => None,
                            })
                            .collect(),
                        scenario
                        $(, $module::$plan)?
                    ),)*
                }
            }
        }

        /// What each kind remembers of a session; the watch on dangers looks first.
        #[derive(Clone, Debug)]
        pub(super) struct States {
            danger: danger::DangerState,
            $($module: $module::$state,)*
        }

        impl States {
            pub(super) fn begin(plans: &Plans) -> Self {
                Self {
                    danger: Observer::begin(&plans.danger),
                    $($module: Observer::begin(&plans.$module),)*
                }
            }

            pub(super) fn line(&mut self, line: &LineSaid, on: &mut Scoring) {
                let plans = &on.plan.rules;
                self.danger.line(&plans.danger, line, on);
                $(self.$module.line(&plans.$module, line, on);)*
            }

            /// Whether some kind of rule is told of it.
            pub(super) fn hear(kind: EventKind) -> bool {
                hears::<_, danger::DangerState>().contains(kind)
                    $(|| hears::<plan_of!($rule $(, $module::$plan)?), $module::$state>().contains(kind))*
            }

            pub(super) fn event(&mut self, event: &Event, kind: EventKind, on: &mut Scoring) {
                let plans = &on.plan.rules;
                if hears::<_, danger::DangerState>().contains(kind) {
                    self.danger.event(&plans.danger, event, on);
                }
                $(if hears::<plan_of!($rule $(, $module::$plan)?), $module::$state>().contains(kind) {
                    self.$module.event(&plans.$module, event, on);
                })*
            }

            pub(super) fn turn(&mut self, turn: &CompleteTurn, on: &mut Scoring) {
                let plans = &on.plan.rules;
                self.danger.turn(&plans.danger, turn, on);
                $(self.$module.turn(&plans.$module, turn, on);)*
            }

            pub(super) fn choice_made(&mut self, on: &mut Scoring) {
                let plans = &on.plan.rules;
                self.danger.choice_made(&plans.danger, on);
                $(self.$module.choice_made(&plans.$module, on);)*
            }

            pub(super) fn visit_left(&mut self, session_ends: bool, on: &mut Scoring) {
                let plans = &on.plan.rules;
                self.danger.visit_left(&plans.danger, session_ends, on);
                $(self.$module.visit_left(&plans.$module, session_ends, on);)*
            }

            pub(super) fn called_for(&mut self, criterion: CriterionIx, on: &mut Scoring) {
                let plans = &on.plan.rules;
                $(self.$module.called_for(&plans.$module, criterion, on);)*
            }

            pub(super) fn foresee(&mut self, node: NodeIx, option: u8, on: &mut Scoring) {
                let plans = &on.plan.rules;
                $(self.$module.foresee(&plans.$module, node, option, on);)*
            }
        }
    };
}

// In the order in which they look at a turn. In brackets: how its fields are read from a file. A third type: its plan.
kinds! {
    /// A cue was given and an act that answers it was on offer within so many turns.
    Cue(source: CueSource) = cue::{CueRule, CueState, CuePlan},
    /// One of the acts was done; the offending ones are excused while such a cue is open.
    Acts(source: ActsSource) = acts::{ActsRule, ActsState},
    /// An offending act was on offer and the trainee took it, or positively did the opposite.
    Avoid(source: AvoidSource) = avoid::{AvoidRule, AvoidState},
    /// Something that the response ladder is about went on, and a measure was taken or was due.
    Ladder = ladder::{LadderRule, LadderState},
    /// More people came than may represent a matter, and asking them to choose was on offer.
    Representatives = representatives::{RepresentativesRule, RepresentativesState, RepresentativesPlan},
    /// Somebody in the room does or says what must not be let stand, and a right sentence was on offer.
    SpeaksUp(source: SpeaksUpSource) = speaks_up::{SpeaksUpRule, SpeaksUpState},
    /// The first words of a visit were an order, a form of ours, a reason or the visitor's own word.
    FirstWords(source: FirstWordsSource) = first_words::{FirstWordsRule, FirstWordsState},
    /// The matter was taken up after one of these cues.
    Order(source: OrderSource) = order::{OrderRule, OrderState, OrderPlan},
    /// The act was on offer at least once.
    Once(source: OnceSource) = once::{OnceRule, OnceState},
    /// A visitor had been speaking.
    HeardOut(source: HeardOutSource) = heard_out::{HeardOutRule, HeardOutState},
    /// A visitor had said something painful.
    AnswersPain(source: AnswersPainSource) = answers_pain::{AnswersPainRule, AnswersPainState},
    /// A promise came due.
    Promises = promises::{PromisesRule, PromisesState},
    /// A field of a paper, or a part of an answer, was filled that bears on one of these.
    Written(source: WrittenSource) = written::{WrittenRule, WrittenState},
    /// A claim was decided, or could have been and never was.
    Decision = decision::{DecisionRule, DecisionState, DecisionPlan},
    /// The trainee took a step of the matter, would have taken one that cannot be taken, or let a limit run out although
    /// the step was on offer.
    Steps = steps::{StepsRule, StepsState, StepsPlan},
}
