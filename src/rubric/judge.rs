//! What one turn is evidence for.

use super::assessment::{Reason, Verdict};
use super::plan::{Marks, Plan, PlannedNode, PlannedOption};
use super::rules::Rule;
use super::sets::ActSet;
use super::state::{Better, Log, OpenCue, Place, State, Timing, Turn};
use crate::bits::bits;
use crate::procedure::{Aspect, Found};
use crate::scenario::model::{Act, Arg, Judged};
use crate::vocabulary::Critical;
use crate::vocabulary::Pause;
use crate::vocabulary::{Cue, NodeIx, VisitorIx};
use crate::vocabulary::{CueKind, CueSet};

/// A sign of danger must be answered within so many turns.
pub(super) const RISK_WINDOW: u8 = 2;

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
            self.arises(kind, *who);
            if let Cue::Feeling(word) = cue
                && self.state.says(*word)
                && !self.log.silent
            {
                self.log.words.push((*word, self.log.findings.len()));
            }
            let armed = plan.arming[kind as usize];
            self.state.armed |= armed;
            self.state.first_done &= !armed;
            self.state.first_offered &= !armed;
            let pending = plan.listening[kind as usize];
            if pending != 0 || kind.is_risk() {
                self.open(OpenCue::new(*cue, *who, pending, kind.is_risk()));
            }
        }
    }

    fn open(&mut self, cue: OpenCue) {
        // Of too many the oldest has to go.
        if self.state.open.is_full() {
            self.expire(0, u64::MAX);
            self.state.open[0].danger = false;
        }
        self.state.open.drop_settled();
        self.state.open.push(cue);
    }

    /// A fact went into the notebook: one way of having listened.
    pub(super) fn noted(&mut self, fact: crate::vocabulary::FactIx, at_ms: u64) {
        for slot in 0..self.state.open.len() {
            let OpenCue { cue, who, pending, .. } = self.state.open[slot];
            if cue != Cue::Fact(fact) {
                continue;
            }
            for bit in bits(pending) {
                if let Rule::Cue { noting: Some(act), .. } = self.plan.criteria[bit].rule {
                    // What is noted belongs to the turn that is being prepared.
                    let here = self.state.here;
                    let place = Place { turn: here.turn + 1, at_ms, chosen: None, ..here };
                    self.record(bit, Verdict::Hit, Reason::Answered(cue, act), &place, who);
                    self.close(bit, who);
                }
            }
        }
    }

    /// The acts of the turn are all known.
    #[inline]
    pub(super) fn settle(&mut self) {
        if self.state.turn.is_some() {
            self.settle_turn();
        }
    }

    fn settle_turn(&mut self) {
        let Some(turn) = self.state.turn.take() else { return };
        let plan = self.plan;
        let node = turn.place.node;
        let option = turn.place.chosen.and_then(|option| plan.option(node, option));
        let gesture = turn.gesture.map(|kind| [Act { kind, arg: Arg::None }]);
        let filled = turn.place.is_filled();
        let handed_in: Vec<Act> = if filled { plan.acts_of(node, turn.place.written).collect() } else { Vec::new() };
        let acts: &[Act] = match (&option, &gesture) {
            (Some(option), _) => &option.acts,
            (None, Some(gesture)) => gesture,
            (None, None) => &handed_in,
        };
        let mut marks = match (option, turn.never_said) {
            (Some(option), None) => option.done,
            (_, never_said) => {
                let mut marks = plan.marks(acts, never_said);
                // Words put into somebody's mouth are the opposite of what they were meant to be.
                let meant = never_said.map(|act| plan.act(act).marks).unwrap_or_default();
                marks.misses |= meant.hits | meant.partials;
                marks
            }
        };
        let to = turn.to.or(option.and_then(|o| o.to)).or_else(|| self.choice_to(node)).or(self.state.speaker);

        self.put_on_offer(&turn);
        if let Some(option) = option.filter(|option| option.own != 0) {
            self.follow_author(&turn, option, &mut marks, to);
        }
        self.answer_cues(&turn, acts, marks, to);
        // A paper is judged field by field, see `wrote`.
        if !filled {
            self.judge_acts(&turn, acts, marks, to);
            self.judge_ladder(&turn, acts, to);
            self.judge_representatives(&turn, acts, to);
        }
        self.judge_order(&turn, acts, marks, to);
        self.judge_once(&turn, acts, marks, to);
        self.judge_timing(&turn, acts, to, option.map_or(!filled, |o| o.silent));
        if option.is_none_or(|option| option.critical || option.answers_risk) {
            self.judge_dangers(&turn, acts, filled);
        }
        if turn.gesture.is_none() {
            self.age();
        }
        self.state.open.drop_settled();
        self.state.timing = Timing::default();
    }

    /// One field of what is handed in.
    pub(super) fn wrote(&mut self, node: NodeIx, entry: u8, right: u8, found: Option<Found>) {
        let plan = self.plan;
        let Some(PlannedNode::Desk { to, fields, .. }) = plan.nodes.get(node.at()) else { return };
        let (Some(turn), Some(kind)) = (self.state.turn, fields.get(usize::from(entry))) else { return };
        let place = Place { chosen: Some(entry), ..turn.place };
        let fault = found.map(|found| found.fault);
        let aspect = Aspect::of(*kind, fault);
        let verdict = match fault {
            None => Verdict::Hit,
            Some(fault) if fault.is_slight() => Verdict::Partial,
            Some(_) => Verdict::Miss,
        };
        let better = fault.map(|_| right).filter(|right| *right != entry);
        let to = to.or(self.state.speaker);
        for bit in bits(plan.written_rules) {
            if matches!(plan.criteria[bit].rule, Rule::Written { aspects } if aspects.contains(aspect)) {
                self.note(bit, verdict, Reason::Wrote(found), &place, Better::Known(better), to);
            }
        }
        for act in plan.option(node, entry).into_iter().flat_map(|option| &option.acts) {
            if let Some(kind) = plan.act(act.kind).critical {
                self.fail_for(kind, &place, Some(act.kind), better);
            }
        }
    }

    /// What the author judges by hand is judged so, and by nothing else.
    fn follow_author(&mut self, turn: &Turn, option: &PlannedOption, marks: &mut Marks, to: Option<VisitorIx>) {
        for set in [&mut marks.hits, &mut marks.partials, &mut marks.misses] {
            *set &= !option.own;
        }
        for open in self.state.open.iter_mut() {
            open.pending &= !option.own;
        }
        self.state.once_done |= option.own & self.plan.once_rules;
        for (bit, judged) in &option.judged {
            let verdict = match judged {
                Judged::Hit => Verdict::Hit,
                Judged::Partial => Verdict::Partial,
                Judged::Miss => Verdict::Miss,
                Judged::None => continue,
            };
            self.record(*bit, verdict, Reason::Author, &turn.place, to);
        }
    }

    fn choice_to(&self, node: NodeIx) -> Option<VisitorIx> {
        match self.plan.nodes.get(node.at()) {
            Some(PlannedNode::Choice { to, .. } | PlannedNode::Desk { to, .. }) => *to,
            _ => None,
        }
    }

    fn answer_cues(&mut self, turn: &Turn, acts: &[Act], marks: Marks, to: Option<VisitorIx>) {
        let plan = self.plan;
        let mut wanted = (marks.hits | marks.partials | marks.misses) & plan.cue_rules;
        if wanted == 0 {
            return;
        }
        for slot in (0..self.state.open.len()).rev() {
            let open = &self.state.open[slot];
            let asked = open.pending & open.offered & wanted;
            let (cue, who) = (open.cue, open.who);
            for bit in bits(asked) {
                let criterion = &plan.criteria[bit];
                // The marks say which of the sets there is anything to look for in.
                let with = |marked: u64, set: ActSet| {
                    let counts = |a: &&Act| Some(a.kind) != turn.never_said && set.contains(a.kind) && fits(a.arg, cue);
                    acts.iter().filter(|_| marked >> bit & 1 == 1).find(counts).map(|a| a.kind)
                };
                let never = turn.never_said.filter(|a| criterion.hit.contains(*a) || criterion.partial.contains(*a));
                let hit = with(marks.hits, criterion.hit);
                let partial = with(marks.partials, criterion.partial);
                let miss = with(marks.misses, criterion.miss);
                let taken_in = with(marks.hits, criterion.hit.without(turn.not_taken_in));
                let (verdict, reason) = match (taken_in.or(hit), miss.or(never)) {
                    (Some(_), Some(miss)) => (Verdict::Partial, Reason::Answered(cue, miss)),
                    (Some(act), None) if taken_in.is_none() => (Verdict::Partial, Reason::NotTakenIn(act)),
                    (Some(act), None) => (Verdict::Hit, Reason::Answered(cue, act)),
                    (None, Some(_)) => match (miss, never) {
                        (None, Some(act)) => (Verdict::Miss, Reason::NeverSaid(act)),
                        (Some(act), _) => (Verdict::Miss, Reason::Answered(cue, act)),
                        (None, None) => continue,
                    },
                    (None, None) => match partial {
                        Some(act) => (Verdict::Partial, Reason::Answered(cue, act)),
                        None => continue,
                    },
                };
                if let (Verdict::Partial, Reason::Answered(_, act), Some(_)) = (verdict, reason, turn.gesture) {
                    let open = &mut self.state.open[slot];
                    open.half |= 1 << bit;
                    open.half_by.get_or_insert((act, turn.place.turn, turn.place.at_ms));
                    wanted &= !(1 << bit);
                    continue;
                }
                self.record(bit, verdict, reason, &turn.place, who.or(to));
                self.state.charge(turn.place.turn, bit);
                self.close(bit, who);
                wanted &= !(1 << bit);
            }
        }
    }

    /// One answer settles all that the same person has given this criterion to answer, of whatever kind.
    fn close(&mut self, bit: usize, who: Option<VisitorIx>) {
        for open in self.state.open.iter_mut() {
            if open.who == who {
                open.pending &= !(1 << bit);
            }
        }
    }

    fn judge_acts(&mut self, turn: &Turn, acts: &[Act], marks: Marks, to: Option<VisitorIx>) {
        let plan = self.plan;
        let touched = marks.hits | marks.partials | marks.misses;
        for bit in bits(touched & plan.acts_rules) {
            let criterion = &plan.criteria[bit];
            let excused = marks.misses >> bit & 1 == 1
                && matches!(criterion.rule, Rule::Acts { excused_by } if self.is_open(excused_by));
            let did = |marked: u64, set: ActSet| {
                let kinds = acts.iter().filter(|_| marked >> bit & 1 == 1).map(|a| a.kind);
                kinds.into_iter().find(|a| Some(*a) != turn.never_said && set.contains(*a))
            };
            let hit = did(marks.hits, criterion.hit);
            let miss = if excused { None } else { did(marks.misses, criterion.miss) };
            let never = turn.never_said.filter(|a| criterion.hit.contains(*a) || criterion.partial.contains(*a));
            let (verdict, reason) = match (hit, miss) {
                (Some(_), Some(act)) => (Verdict::Partial, Reason::Did(act)),
                (None, Some(act)) => (Verdict::Miss, Reason::Did(act)),
                (Some(act), None) if turn.not_taken_in.contains(act) => (Verdict::Partial, Reason::NotTakenIn(act)),
                (Some(act), None) => (Verdict::Hit, Reason::Did(act)),
                (None, None) => match (did(marks.partials, criterion.partial), never) {
                    (Some(act), _) => (Verdict::Partial, Reason::Did(act)),
                    (None, Some(act)) => (Verdict::Miss, Reason::NeverSaid(act)),
                    (None, None) => continue,
                },
            };
            self.record(bit, verdict, reason, &turn.place, to);
        }
        for bit in bits((marks.hits | marks.misses) & plan.avoid_rules) {
            let place = &turn.place;
            let tempted = plan.free || plan.together(place).misses >> bit & 1 == 1;
            let did = |set: ActSet| acts.iter().map(|a| a.kind).find(|a| set.contains(*a));
            let criterion = &plan.criteria[bit];
            match (did(criterion.miss), did(criterion.hit)) {
                (Some(act), _) => self.record(bit, Verdict::Miss, Reason::Did(act), place, to),
                (None, Some(act)) if tempted => self.record(bit, Verdict::Hit, Reason::Did(act), place, to),
                _ => {}
            }
        }
    }

    /// Whether a cue of such a kind waits.
    fn is_open(&self, kinds: CueSet) -> bool {
        !kinds.is_empty() && self.state.open.iter().any(|open| kinds.contains(CueKind::of(open.cue)))
    }

    fn judge_order(&mut self, turn: &Turn, acts: &[Act], marks: Marks, to: Option<VisitorIx>) {
        let plan = self.plan;
        for bit in bits((marks.hits | marks.misses) & plan.order_rules & self.state.armed) {
            let criterion = &plan.criteria[bit];
            let slot = criterion.slot.min(self.state.first_act.len() - 1);
            let at = |set: ActSet| acts.iter().position(|a| Some(a.kind) != turn.never_said && set.contains(a.kind));
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
                let before = self.best_first(bit, &turn.place).unwrap_or(did);
                Some((Verdict::Miss, Reason::OutOfOrder { did, before }))
            } else {
                None
            };
            if let Some((verdict, reason)) = judged {
                self.record(bit, verdict, reason, &turn.place, to);
                self.state.armed &= !(1 << bit);
            }
        }
    }

    fn judge_once(&mut self, turn: &Turn, acts: &[Act], marks: Marks, to: Option<VisitorIx>) {
        let plan = self.plan;
        for bit in bits(marks.hits & plan.once_rules & !self.state.once_done) {
            let criterion = &plan.criteria[bit];
            let did = |set: ActSet| acts.iter().map(|a| a.kind).find(|a| set.contains(*a));
            if let Some(act) = did(criterion.hit.without(turn.not_taken_in)) {
                self.record(bit, Verdict::Hit, Reason::Did(act), &turn.place, to);
                self.state.once_done |= 1 << bit;
            } else if self.state.once_half >> bit & 1 == 0 {
                // Said to deaf ears, it is half done; it can still be said again when they listen.
                self.state.once_half |= 1 << bit;
                self.state.once_offered |= 1 << bit;
                self.state.once_place[criterion.slot] = turn.place;
            }
        }
    }

    fn judge_timing(&mut self, turn: &Turn, acts: &[Act], to: Option<VisitorIx>, silent: bool) {
        if !self.timed {
            return;
        }
        let plan = self.plan;
        let timing = self.state.timing;
        if timing.spoken_to && !silent {
            for bit in bits(plan.heard_rules) {
                let Rule::HeardOut { partial_below } = plan.criteria[bit].rule else { continue };
                let cut_in = acts.iter().map(|a| a.kind).find(|a| plan.free && plan.criteria[bit].miss.contains(*a));
                let (verdict, reason) = match timing.unsaid {
                    None if cut_in.is_some() => (Verdict::Miss, cut_in.map_or(Reason::Heard, Reason::Did)),
                    None => (Verdict::Hit, Reason::Heard),
                    Some(share) if share < partial_below => (Verdict::Partial, Reason::CutOff(share)),
                    Some(share) => (Verdict::Miss, Reason::CutOff(share)),
                };
                self.record(bit, verdict, reason, &turn.place, self.state.speaker.or(to));
            }
        }
        if let Some(ms) = timing.pain_ms {
            for bit in bits(plan.pain_rules) {
                let Rule::AnswersPain { within_ms } = plan.criteria[bit].rule else { continue };
                let verdict = if ms <= within_ms { Verdict::Hit } else { Verdict::Miss };
                self.record(bit, verdict, Reason::Silent(ms), &turn.place, to);
            }
        }
    }

    fn judge_dangers(&mut self, turn: &Turn, acts: &[Act], filled: bool) {
        for act in acts.iter().filter(|_| !filled) {
            if let Some(kind) = self.plan.act(act.kind).critical {
                self.fail(kind, &turn.place, Some(act.kind));
            }
        }
        let answered = acts.iter().any(|a| self.plan.act(a.kind).answers_risk);
        let already = acts.iter().any(|a| self.plan.act(a.kind).critical == Some(Critical::IgnoredRisk));
        if already {
            CueKind::RISKS.into_iter().for_each(|kind| self.unrest_charged(kind));
        }
        if answered || already {
            self.state.open.iter_mut().for_each(|open| open.danger = false);
        }
    }
}

/// An act that names a word or a fact answers only a cue with that word or fact.
pub(super) fn fits(arg: Arg, cue: Cue) -> bool {
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
