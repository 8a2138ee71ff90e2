//! Policies: ways of choosing that stand for kinds of trainees.

use super::guess::Guess;
use super::offered::{Offered, OfferedEntries, OfferedOptions};
use crate::lint::habit::Habit;
use crate::procedure::FormAnswer;
use crate::rubric::Assessor;
use crate::scenario::model::Opt;
use crate::session::event::Offer;
use crate::session::{Awaiting, Event, ResolvedMove, Session};
use crate::vocabulary::Feeling;
use crate::vocabulary::NodeIx;
use crate::vocabulary::acts::{MAX_ACTS, Taste};
use crate::vocabulary::{ActCatalogue, ActIx, all};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// A way of choosing.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, EnumCount, VariantArray,
)]
#[strum(serialize_all = "kebab-case", parse_err_fn = unknown, parse_err_ty = UnknownPolicy)]
pub enum Policy {
    /// What the rubric and the visitor would both like best now, said in time.
    Expert,
    /// Means well: mostly chooses like the expert, now and then not.
    Careful,
    /// Any option, at any time.
    Random,
    /// The first option shown.
    First,
    /// The option with the longest text.
    Longest,
    /// The option with the shortest text.
    Shortest,
    /// The option with the most sentences …
    Wordiest,
    /// … with the most words of courtesy …
    Politest,
    /// … with the fewest flourishes …
    Plainest,
    /// … or that makes least noise.
    Quietest,
    /// The option that looks most like the good ones of other scenarios.
    Surface,
    /// Promises and agrees.
    Pleaser,
    /// Answers with the law.
    Lecturer,
    /// Puts off.
    Stonewaller,
    /// Orders and scolds.
    Bully,
    /// Says the right thing too early.
    Interrupter,
}

/// A policy name that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown policy `{0}`")]
pub struct UnknownPolicy(pub String);

fn unknown(name: &str) -> UnknownPolicy {
    UnknownPolicy(name.to_owned())
}

impl Policy {
    /// All of them, in the order of the declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Whoever does not read the visitor: ways to choose without understanding anything.
    pub fn guesses() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|policy| matches!(policy.way(), Way::AtRandom | Way::FirstShown | Way::ByLooks))
    }

    /// The look that it goes by, if it goes by one.
    pub const fn habit(self) -> Option<Habit> {
        Some(match self {
            Self::First => Habit::First,
            Self::Longest => Habit::Longest,
            Self::Shortest => Habit::Shortest,
            Self::Wordiest => Habit::Wordiest,
            Self::Politest => Habit::Politest,
            Self::Plainest => Habit::Plainest,
            Self::Quietest => Habit::Quietest,
            _ => return None,
        })
    }

    /// As it is typed: `stonewaller`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// How it comes to what it chooses.
    const fn way(self) -> Way {
        match self {
            Self::Expert | Self::Careful | Self::Interrupter => Way::Understanding,
            Self::Random => Way::AtRandom,
            Self::First => Way::FirstShown,
            Self::Longest
            | Self::Shortest
            | Self::Wordiest
            | Self::Politest
            | Self::Plainest
            | Self::Quietest
            | Self::Surface => Way::ByLooks,
            Self::Pleaser => Way::ByTaste(Taste::Pleaser),
            Self::Lecturer => Way::ByTaste(Taste::Lecturer),
            Self::Stonewaller => Way::ByTaste(Taste::Stonewaller),
            Self::Bully => Way::ByTaste(Taste::Bully),
        }
    }

    /// Whether it understands what it chooses, which depends on the score so far.
    pub(super) const fn is_attentive(self) -> bool {
        matches!(self.way(), Way::Understanding)
    }
}

/// How a policy comes to what it chooses.
#[derive(Clone, Copy)]
enum Way {
    /// It works out what is right.
    Understanding,
    AtRandom,
    FirstShown,
    ByLooks,
    /// It likes some acts better than others, and takes anything where it likes none.
    ByTaste(Taste),
}

/// How often a careful beginner picks something else than they should in a turn: at a choice, in a field of a paper.
const CARELESS: f64 = 0.3;
/// What the visitor's state weighs against the rubric's points in the expert's choice.
const VISITOR_WEIGHT: f64 = 400.0;

/// A policy at the desk.
pub struct Player {
    policy: Policy,
    rng: ChaCha8Rng,
    /// By act: how much this policy likes it.
    likes: [f64; MAX_ACTS],
    greeting: Option<ActIx>,
    greeted: Option<crate::vocabulary::VisitIx>,
    guess: Option<Guess>,
    scratch: Vec<Event>,
}

impl Player {
    /// A trainee of this kind; the seed decides what chance leaves open.
    pub fn new(policy: Policy, seed: u64) -> Self {
        let acts = ActCatalogue::shipped();
        let mut likes = [0.0; MAX_ACTS];
        if let Way::ByTaste(taste) = policy.way() {
            acts.iter().for_each(|(ix, act)| likes[ix.at()] = f64::from(act.liked[taste as usize]));
        }
        Self {
            policy,
            rng: dice(seed),
            likes,
            greeting: acts.greeting(),
            greeted: None,
            guess: None,
            scratch: Vec::new(),
        }
    }

    /// The next step; `None` once the session has ended.
    pub fn decide(&mut self, session: &Session, assessor: &Assessor) -> Option<ResolvedMove> {
        let node = session.awaiting().node()?;
        if self.policy.is_attentive()
            && let Some(fact) = next_to_note(session)
        {
            return Some(ResolvedMove::Note { fact, wait_ms: 0 });
        }
        if self.policy == Policy::Expert && self.greeted != Some(session.visit()) {
            self.greeted = Some(session.visit());
            if let Some(act) = self.greeting {
                return Some(ResolvedMove::Gesture { act, wait_ms: 400 });
            }
        }
        let wait_ms = self.wait(session);
        let Awaiting::Choice { offer, .. } = session.awaiting() else {
            let written = self.fill(session, node)?;
            return Some(ResolvedMove::Fill { written, wait_ms });
        };
        let options = session.scenario().choice(node).map_or(&[][..], |choice| &choice.options);
        let unopened = unopened(session, node, offer);
        let shown = unopened.as_slice();
        let slips = self.policy == Policy::Careful && self.rng.random::<f64>() < CARELESS;
        let offered = OfferedOptions { options, shown, author: session.scenario().locale };
        let option = match self.policy.way() {
            Way::Understanding if !slips => self.best(session, assessor, node, options, shown, wait_ms)?,
            _ => self.unread(&offered, session)?,
        };
        Some(ResolvedMove::Choose { option, wait_ms })
    }

    /// What this kind of trainee writes: who understands, what is right; who guesses, by the same habit as elsewhere;
    /// who likes something, that, and otherwise anything.
    fn fill(&mut self, session: &Session, node: NodeIx) -> Option<FormAnswer> {
        let (form, author) = (&session.scenario().task(node)?.form, session.scenario().locale);
        // Only who understands works out what is right.
        let right = if self.policy.is_attentive() { session.rightly(node)? } else { FormAnswer::default() };
        let mut written = FormAnswer::default();
        // A paper is one turn: who is careful is careless in one of its fields, if at all.
        let careless = self.policy == Policy::Careful && self.rng.random::<f64>() < CARELESS;
        let careless = careless.then(|| self.rng.random_range(0..form.fields.len().max(1)));
        for at in 0..form.fields.len() {
            let offered = OfferedEntries { form, node, at, seed: session.settings().seed, author };
            let entry = match self.policy.way() {
                Way::Understanding if careless != Some(at) => right.of(at),
                _ => self.unread(&offered, session),
            };
            form.write(&mut written, entry?);
        }
        Some(written)
    }

    /// What is taken without understanding any of it.
    fn unread(&mut self, offered: &impl Offered, session: &Session) -> Option<u8> {
        match self.policy.way() {
            Way::FirstShown => offered.as_shown().first().copied(),
            Way::ByLooks => {
                let policy = self.policy;
                offered.guessed(self.guess.get_or_insert_with(|| Guess::new(policy, session.scenario())))
            }
            Way::ByTaste(_) => {
                let liked = |one: u8| -> f64 {
                    offered.acts(one).iter().map(|act| self.likes[act.kind.at()]).fold(0.0, f64::max)
                };
                let most = (0..offered.count()).filter_map(|n| offered.nth(n)).map(liked).fold(0.0, f64::max);
                if most > 0.0 {
                    return offered.as_shown().into_iter().find(|one| liked(*one) >= most);
                }
                if self.policy == Policy::Bully { offered.harshest() } else { None }.or_else(|| self.any(offered))
            }
            Way::AtRandom | Way::Understanding => self.any(offered),
        }
    }

    fn any(&mut self, offered: &impl Offered) -> Option<u8> {
        offered.nth(self.rng.random_range(0..offered.count().max(1) as u32) as usize)
    }

    /// When to answer: an expert lets the visitor finish and takes a breath.
    fn wait(&mut self, session: &Session) -> u32 {
        let left = session.speech_ends_ms().saturating_sub(session.clock_ms());
        let left = u32::try_from(left).unwrap_or(u32::MAX / 2);
        match self.policy {
            Policy::Random => {
                let part = self.rng.random_range(500..1500);
                (u64::from(left) * part / 1000) as u32 + self.rng.random_range(200..4000)
            }
            Policy::Interrupter => left / 3,
            Policy::Bully => left / 2,
            Policy::Stonewaller | Policy::Lecturer => (u64::from(left) * 9 / 10) as u32,
            _ => left.saturating_add(1200),
        }
    }

    /// The option that gives most: the rubric's points, and what the visitor makes of it.
    fn best(
        &mut self,
        session: &Session,
        assessor: &Assessor,
        node: NodeIx,
        options: &[Opt],
        shown: &[u8],
        wait_ms: u32,
    ) -> Option<u8> {
        let acts = ActCatalogue::shipped();
        let worth = |scratch: &mut Vec<Event>, option: u8| -> f64 {
            let critical = options[option as usize].acts.iter().any(|act| acts[act.kind].critical.is_some());
            let points = assessor.expected(node, option).0 as f64;
            let mut ahead = session.clone();
            scratch.clear();
            ahead.take(ResolvedMove::Choose { option, wait_ms }, scratch);
            points + VISITOR_WEIGHT * (comfort(&ahead) - comfort(session)) - if critical { 1e6 } else { 0.0 }
        };
        let mut best: Option<(f64, u8)> = None;
        // In the written order, so that ties do not depend on the shuffle.
        let mut in_order = shown.to_vec();
        in_order.sort_unstable();
        for option in in_order {
            let value = worth(&mut self.scratch, option);
            if best.is_none_or(|(so_far, _)| value > so_far) {
                best = Some((value, option));
            }
        }
        best.map(|(_, option)| option)
    }
}

/// A stream of its own, so that the player's dice are not the session's.
fn dice(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed ^ 0x005e_ed0f_71a7_e125)
}

/// How well the visitors are: trust less what weighs on them.
fn comfort(session: &Session) -> f64 {
    let scenario = session.scenario();
    (0..scenario.visitors.len())
        .filter_map(|at| session.mind(crate::vocabulary::VisitorIx(at as u16)))
        .map(|mind| {
            2.0 * mind.trust - mind.pressure - 0.6 * mind.feeling(Feeling::Anger) - 0.4 * mind.feeling(Feeling::Fear)
        })
        .sum()
}

/// The options worth looking at: nobody opens a subject again while there are others, or a way on.
fn unopened(session: &Session, node: NodeIx, offer: Offer) -> Offer {
    if session.scenario().choice(node).is_none_or(|choice| choice.hub.is_none()) {
        return offer;
    }
    let mut fresh = Offer::default();
    offer.as_slice().iter().filter(|option| !session.has_chosen(node, **option)).for_each(|option| fresh.push(*option));
    if fresh.as_slice().is_empty() { offer } else { fresh }
}

fn next_to_note(session: &Session) -> Option<crate::vocabulary::FactIx> {
    (0..session.scenario().facts.len())
        .map(|at| crate::vocabulary::FactIx(at as u16))
        .find(|fact| session.told(*fact) && !session.notebook().contains(fact))
}
