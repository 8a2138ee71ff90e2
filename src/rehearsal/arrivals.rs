//! Ways that lead to a node, and in what state the visitor is when they do: where a test-play can begin.

use super::policy::{Player, Policy};
use super::run::MAX_STEPS;
use crate::logbook::catch_up::Placed;
use crate::rubric::{Assessor, Rubric};
use crate::scenario::model::Scenario;
use crate::session::{Session, Settings};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::{NodeIx, VisitorIx};
use crate::vocabulary::{Snapshot, all};
use std::sync::Arc;
use strum::{EnumCount, VariantArray};

/// Kinds of trainees whose ways are tried: between them, visitors arrive calm, hurt, hopeful and furious.
const POLICIES: [Policy; 7] = [
    Policy::Expert,
    Policy::Careful,
    Policy::Random,
    Policy::Pleaser,
    Policy::Lecturer,
    Policy::Stonewaller,
    Policy::Bully,
];

/// A way to a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Who plays there.
    pub policy: Policy,
    /// Of the session that comes by.
    pub seed: u64,
    /// What they do, up to the node.
    pub moves: Vec<Placed>,
    /// Turns taken on the way.
    pub turn: u32,
    /// Who is met there: the speaker of the node, or the one most stirred.
    pub who: VisitorIx,
    /// Their feelings there, in thousandths.
    pub state: Snapshot,
}

/// What distinguishes an arrival from the others; each is chosen from what those before it left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumCount, VariantArray)]
pub enum Arrives {
    /// Of the median tension.
    Typical,
    /// The least tension.
    Calmest,
    /// The most tension.
    MostStirred,
    /// The most trust.
    MostTrusting,
    /// The least trust.
    LeastTrusting,
    /// The fewest turns.
    Quickest,
}

/// Ways to a node, each with what distinguishes it.
pub type Ways = Vec<(Arrives, Arrival)>;

impl Arrives {
    /// In the order in which arrivals are given out.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// How far an arrival is from being this one; `middle` is the median tension.
    fn distance(self, arrival: &Arrival, middle: i16) -> i64 {
        let (tension, trust) = (i64::from(arrival.state.tension()), i64::from(arrival.state.trust));
        match self {
            Self::Typical => (tension - i64::from(middle)).abs(),
            Self::Calmest => tension,
            Self::MostStirred => -tension,
            Self::MostTrusting => -trust,
            Self::LeastTrusting => trust,
            Self::Quickest => i64::from(arrival.turn),
        }
    }
}

/// The ways to `node` that differ most, out of `runs` runs of each kind of trainee; empty if none came by.
///
/// The same arguments give the same ways. No two of them are the same moves.
pub fn arrivals(scenario: &Arc<Scenario>, rubric: &Rubric, node: NodeIx, runs: u64) -> Ways {
    let mut all: Vec<Arrival> = POLICIES
        .iter()
        .flat_map(|policy| (0..runs).map(move |seed| (*policy, seed)))
        .filter_map(|(policy, seed)| arrive(scenario, rubric, node, policy, seed))
        .collect();
    let mut tensions: Vec<i16> = all.iter().map(|arrival| arrival.state.tension()).collect();
    tensions.sort_unstable();
    let middle = tensions.get(tensions.len() / 2).copied().unwrap_or(0);
    let mut chosen = Vec::new();
    for arrives in Arrives::ALL {
        let best = all.iter().enumerate().min_by_key(|(at, arrival)| (arrives.distance(arrival, middle), *at));
        let Some((at, _)) = best else { break };
        let arrival = all.remove(at);
        all.retain(|other| other.moves != arrival.moves);
        chosen.push((arrives, arrival));
    }
    chosen
}

/// Plays by a policy until `node` has been reached and the trainee's turn has come, or the play has ended there.
fn arrive(scenario: &Arc<Scenario>, rubric: &Rubric, node: NodeIx, policy: Policy, seed: u64) -> Option<Arrival> {
    let settings = Settings { seed, ..Settings::default() };
    let mut events = Vec::new();
    let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
    let mut assessor = Assessor::new(rubric, scenario, ActCatalogue::shipped(), true);
    let mut player = Player::new(policy, seed);
    let mut moves = Vec::new();
    let mut seen = 0;
    for _ in 0..MAX_STEPS {
        events[seen..].iter().for_each(|event| assessor.observe(event));
        seen = events.len();
        if session.visited(node) {
            let (who, state) = met(&session, scenario)?;
            return Some(Arrival { policy, seed, moves, turn: session.turn(), who, state });
        }
        let at = session.awaiting().node()?;
        let step = player.decide(&session, &assessor)?;
        moves.push(Placed { node: scenario.nodes[at.at()].id.clone(), input: session.name(step)? });
        session.take(step, &mut events);
    }
    None
}

/// Whom the trainee faces: of those present, the one most stirred.
fn met(session: &Session, scenario: &Scenario) -> Option<(VisitorIx, Snapshot)> {
    let visit = scenario.visits.get(session.visit().at())?;
    let states = visit.present.iter().map(|who| (*who, session.feelings(*who)));
    let stirred = states.max_by_key(|(who, state)| (state.tension(), std::cmp::Reverse(*who)));
    // Among our own people only, it is still the visitor that it is all about.
    stirred.or_else(|| Some((VisitorIx(0), session.feelings(VisitorIx(0)))))
}
