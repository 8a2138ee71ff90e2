//! What one turn is evidence for.

use super::acts::{ActIx, Critical};
use super::assessment::{CriterionIx, CriterionScore, CriticalFailure, Evidence, Milli, Reason, Verdict};
use super::plan::{Marks, Plan, PlannedNode};
use super::rules::{MAX_CRITERIA, MAX_ONCE, Rule};
use super::sets::{ActSet, CueKind, CueSet, bits};
use crate::scenario::model::{Act, Arg, Cue, NodeIx, PromiseIx, VisitorIx, WordIx};
use crate::session::event::{Offer, Pause};

/// Cues that may wait for an answer at the same time; more push out the oldest.
const MAX_OPEN: usize = 16;
/// Promises whose turn is remembered.
const MAX_PROMISES: usize = 16;
/// A sign of danger must be answered within so many turns.
const RISK_WINDOW: u8 = 2;
/// Feeling words whose having been said is remembered.
const MAX_WORDS: usize = 256;
/// What a critical failure costs when options are compared.
const CRITICAL_COST: i64 = 1_000_000;

/// Where in the session something happened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub turn: u32,
    pub at_ms: u64,
    pub node: NodeIx,
    pub chosen: Option<u8>,
    pub offer: Offer,
}

#[derive(Clone, Copy, Debug)]
struct OpenCue {
    cue: Cue,
    who: Option<VisitorIx>,
    /// Choices made since.
    turns: u8,
    /// Criteria that wait for an answer, and those of them to which one was on offer.
    pending: u64,
    offered: u64,
    /// A sign of danger that nobody has answered.
    danger: bool,
    danger_answerable: bool,
    /// The first turn on which an answer was on offer.
    place: Place,
}

/// A turn whose acts are still coming in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub place: Place,
    pub gesture: Option<ActIx>,
    pub to: Option<VisitorIx>,
    /// A mirrored word that was never said.
    pub never_said: Option<ActIx>,
    pub not_taken_in: ActSet,
}

/// How the trainee timed the turn to come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Timing {
    pub spoken_to: bool,
    pub unsaid: Option<u16>,
    pub pain_ms: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    opportunities: u32,
    earned: u32,
}

impl Tally {
    pub(super) fn score(self) -> CriterionScore {
        CriterionScore { opportunities: self.opportunities, earned: Milli(i64::from(self.earned)) }
    }
}

/// All that is remembered of a session. Plain data of fixed size.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub tallies: [Tally; MAX_CRITERIA],
    pub turn: Option<Turn>,
    pub timing: Timing,
    /// The choice at hand.
    pub here: Place,
    pub speaker: Option<VisitorIx>,
    pub cap: Milli,
    /// Weighted hits minus misses, for comparing options.
    pub gain: i64,
    open: [Option<OpenCue>; MAX_OPEN],
    said: [u64; MAX_WORDS / 64],
    /// Criteria of the kind `Order` that wait for the matter, whose first act was on offer, was done.
    armed: u64,
    first_offered: u64,
    first_done: u64,
    first_act: [ActIx; 4],
    /// Criteria of the kind `Once` that could be met, that were.
    once_offered: u64,
    once_done: u64,
    once_place: [Place; MAX_ONCE],
    promises: [Option<(PromiseIx, Place)>; MAX_PROMISES],
}

/// What is written down, where anything is.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    pub silent: bool,
    pub evidence: Vec<Evidence>,
    pub critical: Vec<CriticalFailure>,
}

impl Place {
    fn nowhere() -> Self {
        Self { turn: 0, at_ms: 0, node: NodeIx(0), chosen: None, offer: Offer::default() }
    }
}

impl State {
    pub(super) fn new() -> Self {
        Self {
            tallies: [Tally::default(); MAX_CRITERIA],
            turn: None,
            timing: Timing::default(),
            here: Place::nowhere(),
            speaker: None,
            cap: Milli(1000),
            gain: 0,
            open: [None; MAX_OPEN],
            said: [0; MAX_WORDS / 64],
            armed: 0,
            first_offered: 0,
            first_done: 0,
            first_act: [ActIx(0); 4],
            once_offered: 0,
            once_done: 0,
            once_place: [Place::nowhere(); MAX_ONCE],
            promises: [None; MAX_PROMISES],
        }
    }

    pub(super) fn has_said(&self, word: WordIx) -> bool {
        // A scenario with more words than are remembered leaves the verdict to the session's events.
        self.said.get(word.at() / 64).is_none_or(|bits| bits >> (word.at() % 64) & 1 == 1)
    }
}

/// A state, a plan, and what to write to.
pub(super) struct Judge<'a> {
    pub plan: &'a Plan,
    pub state: &'a mut State,
    pub log: &'a mut Log,
    pub timed: bool,
}

impl Judge<'_> {
    /// A line was said.
    pub(super) fn said(&mut self, node: NodeIx, variant: u8) {
        let plan = self.plan;
        let Some(PlannedNode::Line { who, variants }) = plan.nodes.get(node.at()) else { return };
        if who.is_some() {
            self.state.speaker = *who;
            self.state.timing.spoken_to = true;
        }
        let Some(cues) = variants.get(variant as usize) else { return };
        for cue in cues {
            let kind = CueKind::of(*cue);
            if let Cue::Feeling(word) = cue
                && let Some(bits) = self.state.said.get_mut(word.at() / 64)
            {
                *bits |= 1 << (word.at() % 64);
            }
            for bit in bits(plan.order_rules) {
                if let Rule::Order { cues } = plan.criteria[bit].rule
                    && cues.contains(kind)
                {
                    self.state.armed |= 1 << bit;
                    self.state.first_done &= !(1 << bit);
                    self.state.first_offered &= !(1 << bit);
                }
            }
            let pending = plan.listening[kind as usize];
            if pending != 0 || kind.is_risk() {
                self.open(OpenCue {
                    cue: *cue,
                    who: *who,
                    turns: 0,
                    pending,
                    offered: 0,
                    danger: kind.is_risk(),
                    danger_answerable: false,
                    place: Place::nowhere(),
                });
            }
        }
    }

    fn open(&mut self, cue: OpenCue) {
        // Oldest first, without gaps, so that the newest is found from the end.
        if self.state.open.iter().all(Option::is_some) {
            if let Some(oldest) = self.state.open[0] {
                self.expire(&oldest, oldest.pending);
            }
            self.state.open[0] = None;
        }
        self.compact();
        if let Some(slot) = self.state.open.iter_mut().find(|slot| slot.is_none()) {
            *slot = Some(cue);
        }
    }

    fn compact(&mut self) {
        let mut to = 0;
        for from in 0..MAX_OPEN {
            if let Some(cue) = self.state.open[from]
                && (cue.pending != 0 || cue.danger)
            {
                self.state.open[from] = None;
                self.state.open[to] = Some(cue);
                to += 1;
            } else {
                self.state.open[from] = None;
            }
        }
    }

    /// A fact went into the notebook: one way of having listened.
    pub(super) fn noted(&mut self, fact: crate::scenario::model::FactIx, at_ms: u64) {
        for slot in 0..MAX_OPEN {
            let Some(open) = self.state.open[slot] else { continue };
            if open.cue != Cue::Fact(fact) {
                continue;
            }
            for bit in bits(open.pending) {
                if let Rule::Cue { noting: Some(act), .. } = self.plan.criteria[bit].rule {
                    let mut place = self.state.here;
                    place.at_ms = at_ms;
                    place.chosen = None;
                    self.record(bit, Verdict::Hit, Reason::Answered(open.cue, act), place, open.who);
                    self.close(bit, CueKind::Fact, open.who);
                }
            }
        }
    }

    /// The acts of the turn are all known.
    pub(super) fn settle(&mut self) {
        let Some(turn) = self.state.turn.take() else { return };
        let plan = self.plan;
        let node = turn.place.node;
        let option = turn.place.chosen.and_then(|option| plan.option(node, option));
        let gesture = turn.gesture.map(|kind| [Act { kind, arg: Arg::None }]);
        let acts: &[Act] = match (&option, &gesture) {
            (Some(option), _) => &option.acts,
            (None, Some(gesture)) => gesture,
            (None, None) => &[],
        };
        let mut marks = plan.marks(acts, turn.never_said);
        if let Some(act) = turn.never_said {
            let meant = plan.act(act).marks;
            marks.misses |= meant.hits | meant.partials;
        }
        let to = turn.to.or(option.and_then(|o| o.to)).or(self.choice_to(node)).or(self.state.speaker);

        self.put_on_offer(&turn);
        let cues_here = self.open_kinds();
        self.answer_cues(&turn, acts, marks, to);
        self.judge_acts(&turn, acts, marks, to, cues_here);
        self.judge_order(&turn, acts, marks, to);
        self.judge_once(&turn, acts, marks, to);
        self.judge_timing(&turn, to, option.is_none_or(|o| o.silent));
        self.judge_dangers(&turn, acts);
        if turn.gesture.is_none() {
            self.age();
        }
        self.compact();
        self.state.timing = Timing::default();
    }

    fn choice_to(&self, node: NodeIx) -> Option<VisitorIx> {
        match self.plan.nodes.get(node.at()) {
            Some(PlannedNode::Choice { to, .. }) => *to,
            _ => None,
        }
    }

    fn open_kinds(&self) -> CueSet {
        self.state.open.iter().flatten().map(|open| CueKind::of(open.cue)).collect()
    }

    /// Which open cues and duties the options on offer could have served.
    fn put_on_offer(&mut self, turn: &Turn) {
        let plan = self.plan;
        let place = turn.place;
        let on_offer = || place.offer.as_slice().iter().filter_map(|o| plan.option(place.node, *o));
        for slot in 0..MAX_OPEN {
            let Some(open) = &mut self.state.open[slot] else { continue };
            let mut wanted = open.pending & !open.offered;
            if wanted != 0 {
                let mut found = wanted & plan.by_gesture;
                for option in on_offer() {
                    wanted &= !found;
                    let hits = option.marks.hits & wanted;
                    if hits == 0 {
                        continue;
                    }
                    if !option.particular {
                        found |= hits;
                        continue;
                    }
                    for act in &option.acts {
                        if fits(act.arg, open.cue) {
                            found |= plan.act(act.kind).marks.hits & hits;
                        }
                    }
                }
                if found != 0 {
                    if open.offered == 0 {
                        open.place = place;
                    }
                    open.offered |= found;
                }
            }
            if open.danger && !open.danger_answerable && on_offer().any(|o| o.answers_risk) {
                open.danger_answerable = true;
                if open.offered == 0 {
                    open.place = place;
                }
            }
        }
        let mut hits = 0;
        for option in on_offer() {
            hits |= option.marks.hits;
        }
        self.state.first_offered |= hits & plan.order_rules;
        let once = hits & plan.once_rules & !self.state.once_done;
        self.state.once_offered |= once;
        for bit in bits(once) {
            self.state.once_place[plan.criteria[bit].once] = place;
        }
    }

    fn answer_cues(&mut self, turn: &Turn, acts: &[Act], marks: Marks, to: Option<VisitorIx>) {
        let plan = self.plan;
        let mut wanted = (marks.hits | marks.partials | marks.misses) & plan.cue_rules;
        for slot in (0..MAX_OPEN).rev() {
            let Some(open) = self.state.open[slot] else { continue };
            for bit in bits(open.pending & open.offered & wanted) {
                let criterion = &plan.criteria[bit];
                let with = |set: ActSet| {
                    (acts.iter())
                        .filter(|a| Some(a.kind) != turn.never_said && set.contains(a.kind) && fits(a.arg, open.cue))
                        .map(|a| a.kind)
                        .next()
                };
                let never = turn.never_said.filter(|a| criterion.hit.contains(*a) || criterion.partial.contains(*a));
                let (hit, partial, miss) = (with(criterion.hit), with(criterion.partial), with(criterion.miss));
                let (verdict, reason) = match (hit, miss.or(never)) {
                    (Some(_), Some(miss)) => (Verdict::Partial, Reason::Answered(open.cue, miss)),
                    (Some(act), None) => (Verdict::Hit, Reason::Answered(open.cue, act)),
                    (None, Some(_)) => match (miss, never) {
                        (None, Some(act)) => (Verdict::Miss, Reason::NeverSaid(act)),
                        (Some(act), _) => (Verdict::Miss, Reason::Answered(open.cue, act)),
                        (None, None) => continue,
                    },
                    (None, None) => match partial {
                        Some(act) => (Verdict::Partial, Reason::Answered(open.cue, act)),
                        None => continue,
                    },
                };
                self.record(bit, verdict, reason, turn.place, open.who.or(to));
                self.close(bit, CueKind::of(open.cue), open.who);
                wanted &= !(1 << bit);
            }
        }
    }

    /// One answer settles what the same person has said of the same kind.
    fn close(&mut self, bit: usize, kind: CueKind, who: Option<VisitorIx>) {
        for open in self.state.open.iter_mut().flatten() {
            if CueKind::of(open.cue) == kind && open.who == who {
                open.pending &= !(1 << bit);
            }
        }
    }

    fn judge_acts(&mut self, turn: &Turn, acts: &[Act], marks: Marks, to: Option<VisitorIx>, cues: CueSet) {
        let plan = self.plan;
        let touched = marks.hits | marks.partials | marks.misses;
        for bit in bits(touched & plan.acts_rules) {
            let criterion = &plan.criteria[bit];
            let excused = matches!(criterion.rule, Rule::Acts { excused_by } if excused_by.meets(cues));
            let did = |set: ActSet| {
                acts.iter().map(|a| a.kind).find(|a| Some(*a) != turn.never_said && set.contains(*a))
            };
            let hit = did(criterion.hit);
            let miss = if excused { None } else { did(criterion.miss) };
            let never = turn.never_said.filter(|a| criterion.hit.contains(*a) || criterion.partial.contains(*a));
            let (verdict, reason) = match (hit, miss) {
                (Some(_), Some(act)) => (Verdict::Partial, Reason::Did(act)),
                (None, Some(act)) => (Verdict::Miss, Reason::Did(act)),
                (Some(act), None) if turn.not_taken_in.contains(act) => (Verdict::Partial, Reason::NotTakenIn(act)),
                (Some(act), None) => (Verdict::Hit, Reason::Did(act)),
                (None, None) => match (did(criterion.partial), never) {
                    (Some(act), _) => (Verdict::Partial, Reason::Did(act)),
                    (None, Some(act)) => (Verdict::Miss, Reason::NeverSaid(act)),
                    (None, None) => continue,
                },
            };
            self.record(bit, verdict, reason, turn.place, to);
        }
        for bit in bits((marks.hits | marks.misses) & plan.avoid_rules) {
            let place = turn.place;
            let tempted = (place.offer.as_slice().iter())
                .filter_map(|o| plan.option(place.node, *o))
                .any(|o| o.marks.misses >> bit & 1 == 1);
            let did = |set: ActSet| acts.iter().map(|a| a.kind).find(|a| set.contains(*a));
            let criterion = &plan.criteria[bit];
            match (did(criterion.miss), did(criterion.hit)) {
                (Some(act), _) => self.record(bit, Verdict::Miss, Reason::Did(act), place, to),
                (None, Some(act)) if tempted => self.record(bit, Verdict::Hit, Reason::Did(act), place, to),
                _ => {}
            }
        }
    }

    fn judge_order(&mut self, turn: &Turn, acts: &[Act], marks: Marks, to: Option<VisitorIx>) {
        let plan = self.plan;
        for bit in bits((marks.hits | marks.misses) & plan.order_rules & self.state.armed) {
            let criterion = &plan.criteria[bit];
            let slot = bits(plan.order_rules).position(|b| b == bit).unwrap_or(0).min(3);
            let at = |set: ActSet| {
                acts.iter().position(|a| Some(a.kind) != turn.never_said && set.contains(a.kind))
            };
            let (first, then) = (at(criterion.hit), at(criterion.miss));
            let done_before = self.state.first_done >> bit & 1 == 1;
            if let Some(first) = first {
                if !done_before && then.is_none_or(|then| first < then) {
                    self.state.first_act[slot] = acts[first].kind;
                }
                self.state.first_done |= 1 << bit;
            }
            let Some(then) = then else { continue };
            let did = acts[then].kind;
            let judged = if done_before || first.is_some_and(|first| first < then) {
                Some((Verdict::Hit, Reason::InOrder { did, after: self.state.first_act[slot] }))
            } else if let Some(first) = first {
                Some((Verdict::Partial, Reason::OutOfOrder { did, before: acts[first].kind }))
            } else if self.state.first_offered >> bit & 1 == 1 {
                let before = self.best_first(turn.place, criterion.hit).unwrap_or(did);
                Some((Verdict::Miss, Reason::OutOfOrder { did, before }))
            } else {
                None
            };
            if let Some((verdict, reason)) = judged {
                self.record(bit, verdict, reason, turn.place, to);
                self.state.armed &= !(1 << bit);
            }
        }
    }

    /// The act that should have come first: one on offer here, or else the first that the rule names.
    fn best_first(&self, place: Place, set: ActSet) -> Option<ActIx> {
        (place.offer.as_slice().iter())
            .filter_map(|o| self.plan.option(place.node, *o))
            .flat_map(|o| o.acts.iter().map(|a| a.kind))
            .find(|a| set.contains(*a))
            .or_else(|| set.iter().next())
    }

    fn judge_once(&mut self, turn: &Turn, acts: &[Act], marks: Marks, to: Option<VisitorIx>) {
        let plan = self.plan;
        for bit in bits(marks.hits & plan.once_rules & !self.state.once_done) {
            let criterion = &plan.criteria[bit];
            if let Some(act) = acts.iter().map(|a| a.kind).find(|a| criterion.hit.contains(*a)) {
                self.record(bit, Verdict::Hit, Reason::Did(act), turn.place, to);
                self.state.once_done |= 1 << bit;
            }
        }
    }

    fn judge_timing(&mut self, turn: &Turn, to: Option<VisitorIx>, silent: bool) {
        if !self.timed {
            return;
        }
        let plan = self.plan;
        let timing = self.state.timing;
        if timing.spoken_to && !silent {
            for bit in bits(plan.heard_rules) {
                let Rule::HeardOut { partial_below } = plan.criteria[bit].rule else { continue };
                let (verdict, reason) = match timing.unsaid {
                    None => (Verdict::Hit, Reason::Heard),
                    Some(share) if share < partial_below => (Verdict::Partial, Reason::CutOff(share)),
                    Some(share) => (Verdict::Miss, Reason::CutOff(share)),
                };
                self.record(bit, verdict, reason, turn.place, self.state.speaker.or(to));
            }
        }
        if let Some(ms) = timing.pain_ms {
            for bit in bits(plan.pain_rules) {
                let Rule::AnswersPain { within_ms } = plan.criteria[bit].rule else { continue };
                let verdict = if ms <= within_ms { Verdict::Hit } else { Verdict::Miss };
                self.record(bit, verdict, Reason::Silent(ms), turn.place, to);
            }
        }
    }

    fn judge_dangers(&mut self, turn: &Turn, acts: &[Act]) {
        for act in acts {
            if let Some(kind) = self.plan.act(act.kind).critical {
                self.fail(kind, turn.place, Some(act.kind));
            }
        }
        let answered = acts.iter().any(|a| self.plan.act(a.kind).answers_risk);
        let already = acts.iter().any(|a| self.plan.act(a.kind).critical == Some(Critical::IgnoredRisk));
        if answered || already {
            self.state.open.iter_mut().flatten().for_each(|open| open.danger = false);
        }
    }

    /// A choice has been made: what was said is one turn older.
    fn age(&mut self) {
        let plan = self.plan;
        for open in self.state.open.iter_mut().flatten() {
            open.turns = open.turns.saturating_add(1);
        }
        for slot in 0..MAX_OPEN {
            let Some(open) = self.state.open[slot] else { continue };
            let over = bits(open.pending)
                .filter(|bit| matches!(plan.criteria[*bit].rule, Rule::Cue { window, .. } if open.turns >= window))
                .fold(0u64, |mask, bit| mask | 1 << bit);
            self.expire(&open, over);
            if open.danger && open.turns >= RISK_WINDOW {
                self.ignored(&open);
                if let Some(open) = &mut self.state.open[slot] {
                    open.danger = false;
                }
            }
        }
    }

    /// Time is over for a cue. Of several of one kind in one line, one is charged.
    fn expire(&mut self, open: &OpenCue, over: u64) {
        let chargeable = over & open.offered;
        for bit in bits(chargeable) {
            self.record(bit, Verdict::Miss, Reason::Unanswered(open.cue), open.place, open.who);
        }
        let kind = CueKind::of(open.cue);
        for other in self.state.open.iter_mut().flatten() {
            if other.cue == open.cue && other.who == open.who && other.turns == open.turns {
                other.pending &= !over;
            } else if CueKind::of(other.cue) == kind && other.who == open.who && other.turns == open.turns {
                other.pending &= !chargeable;
            }
        }
    }

    fn ignored(&mut self, open: &OpenCue) {
        if open.danger_answerable {
            self.fail(Critical::IgnoredRisk, open.place, None);
        }
    }

    /// A visit is over: what was left open has no more time.
    pub(super) fn leave_visit(&mut self, session_ends: bool) {
        for slot in 0..MAX_OPEN {
            if let Some(open) = self.state.open[slot] {
                self.expire(&open, open.pending);
                if open.danger {
                    self.ignored(&open);
                }
            }
            self.state.open[slot] = None;
        }
        let plan = self.plan;
        let over = if session_ends { plan.once_rules } else { plan.once_per_visit };
        for bit in bits(over & self.state.once_offered & !self.state.once_done) {
            let criterion = &plan.criteria[bit];
            let place = self.state.once_place[criterion.once];
            if let Some(act) = self.best_first(place, criterion.hit) {
                self.record(bit, Verdict::Miss, Reason::NeverDid(act), place, None);
            }
        }
        self.state.once_offered &= !over;
        self.state.once_done &= !plan.once_per_visit;
        self.state.armed = 0;
        self.state.first_done = 0;
        self.state.first_offered = 0;
        self.state.timing = Timing::default();
        self.state.speaker = None;
    }

    pub(super) fn promised(&mut self, promise: PromiseIx) {
        let place = self.state.turn.map_or(self.state.here, |turn| turn.place);
        let slots = &mut self.state.promises;
        let known = slots.iter().position(|slot| slot.is_some_and(|(p, _)| p == promise));
        if let Some(at) = known.or_else(|| slots.iter().position(Option::is_none)) {
            slots[at] = Some((promise, place));
        }
    }

    pub(super) fn promise_due(&mut self, promise: PromiseIx, kept: bool) {
        let known = self.state.promises.iter().flatten().find(|(p, _)| *p == promise);
        let place = known.map_or(self.state.here, |(_, place)| *place);
        let (verdict, reason) =
            if kept { (Verdict::Hit, Reason::PromiseKept) } else { (Verdict::Miss, Reason::PromiseBroken) };
        for bit in bits(self.plan.promise_rules) {
            self.record(bit, verdict, reason, place, None);
        }
    }

    fn record(&mut self, bit: usize, verdict: Verdict, reason: Reason, place: Place, to: Option<VisitorIx>) {
        let criterion = &self.plan.criteria[bit];
        let points = verdict.points().0;
        let tally = &mut self.state.tallies[bit];
        tally.opportunities = tally.opportunities.saturating_add(1);
        tally.earned = tally.earned.saturating_add(points as u32);
        self.state.gain += i64::from(criterion.weight) * (2 * points - 1000);
        if !self.log.silent {
            let better = match verdict {
                Verdict::Hit => None,
                Verdict::Partial | Verdict::Miss => self.better(Some((bit, verdict)), place),
            };
            self.log.evidence.push(Evidence {
                turn: place.turn,
                at_ms: place.at_ms,
                criterion: CriterionIx(bit as u16),
                verdict,
                reason,
                node: place.node,
                chosen: place.chosen,
                better,
                to,
            });
        }
    }

    fn fail(&mut self, kind: Critical, place: Place, act: Option<ActIx>) {
        let cap = self.plan.caps.get(&kind).copied().unwrap_or(Milli(1000));
        self.state.cap = self.state.cap.min(cap);
        self.state.gain -= CRITICAL_COST;
        if !self.log.silent {
            let better = self.better(None, place);
            self.log.critical.push(CriticalFailure {
                kind,
                turn: place.turn,
                at_ms: place.at_ms,
                node: place.node,
                chosen: place.chosen,
                act,
                better,
            });
        }
    }

    /// The best option on offer there: it serves the criterion better than what was chosen and, among those,
    /// the rubric as a whole best.
    fn better(&self, for_criterion: Option<(usize, Verdict)>, place: Place) -> Option<u8> {
        let plan = self.plan;
        let never_said = |act: &Act| {
            matches!(act.arg, Arg::Word(word) if plan.act(act.kind).mirrors && !self.state.has_said(word))
        };
        (place.offer.as_slice().iter())
            .filter(|o| Some(**o) != place.chosen)
            .filter_map(|o| Some((*o, plan.option(place.node, *o)?)))
            .filter(|(_, option)| !option.critical && !option.acts.iter().any(never_said))
            .filter_map(|(o, option)| {
                let serves = match for_criterion {
                    None => i64::from(option.answers_risk),
                    Some((bit, verdict)) => {
                        let on = |mask: u64| mask >> bit & 1 == 1;
                        match (on(option.marks.hits), on(option.marks.partials), verdict) {
                            _ if on(option.marks.misses) => return None,
                            (true, ..) => 2,
                            (false, true, Verdict::Miss) => 1,
                            _ => return None,
                        }
                    }
                };
                Some((serves, option.worth, std::cmp::Reverse(o)))
            })
            .max()
            .map(|(_, _, o)| o.0)
    }
}

/// An act that names a word or a fact answers only a cue with that word or fact.
fn fits(arg: Arg, cue: Cue) -> bool {
    match (arg, cue) {
        (Arg::Word(word), Cue::Feeling(said)) => word == said,
        (Arg::Fact(fact), Cue::Fact(told)) => fact == told,
        _ => true,
    }
}

/// How a pause bears on the timing of a turn.
pub(super) fn pain(ms: u32, kind: Pause) -> Option<u32> {
    (kind == Pause::AfterPain).then_some(ms)
}
