//! Points that no single option can earn: one line asks for two things, each option answers one, and there is no time
//! for both.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::rubric::rules::{CueRule, Rule, fits};
use crate::rubric::sets::ActSet;
use crate::rubric::{Criterion, Rubric};
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::{returns, within_visit};
use crate::scenario::model::*;
use crate::vocabulary::{ActCatalogue, CueKind};
use rustc_hash::FxHashSet;

/// Places after a line that are looked at.
const MOST_PLACES: usize = 2_000;

/// A criterion that a line puts to the test, and the cues with which it does.
struct Asked<'r> {
    criterion: &'r Criterion,
    window: u8,
    cues: Vec<Cue>,
}

impl Asked<'_> {
    fn answers(&self, option: &Opt) -> bool {
        let hits = |act: &Act| self.criterion.hit.contains(act.kind) && self.cues.iter().any(|cue| fits(act.arg, *cue));
        option.acts.iter().any(hits) && !option.acts.iter().any(|act| self.criterion.miss.contains(act.kind))
    }
}

pub(super) fn together(on: &Inspected, smells: &mut Smells) {
    let gestures: ActSet = ActCatalogue::shipped().gestures().map(|(act, _)| act).collect();
    for (at, node) in (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes) {
        // What breaks in comes only when something went wrong: who earns the full score never meets it.
        let aside = !on.flow.reached[at.at()] || on.flow.is_hooked(at) || returns(&node.kind);
        let Some(speech) = node.kind.speech().filter(|_| !aside) else { continue };
        for variant in speech.variants {
            let asked = asked(&variant.cues, &gestures);
            // An answer that stands nowhere is told by itself.
            let asked: Vec<Asked> = asked.into_iter().filter(|one| reachable(on, at, &[one])).collect();
            let all: Vec<&Asked> = asked.iter().collect();
            if all.len() < 2 || reachable(on, at, &all) {
                continue;
            }
            let names: Vec<String> = all.iter().map(|one| one.criterion.id.clone()).collect();
            let of = names.iter().map(|id| crate::vocabulary::Message::new(format!("criterion-{id}")).into()).collect();
            let criteria = crate::vocabulary::Value::List { of, between: "hint-separator" };
            let span = on.key(at);
            let smell = smells.smell(Code::CuesTogether, span, SmellPlace::node(at));
            smell.diagnostic.args.extend([("name", node.id.as_str().into()), ("criteria", criteria)]);
            break;
        }
    }
}

/// The scored criteria that these cues put to the test and that only words can answer.
fn asked(cues: &[Cue], gestures: &ActSet) -> Vec<Asked<'static>> {
    let of = |criterion: &'static Criterion| {
        let Rule::Cue(CueRule { cues: kinds, window, noting, .. }) = criterion.rule else { return None };
        let by_gesture = criterion.hit.iter().any(|act| gestures.contains(act));
        let heard =
            |cue: &&Cue| kinds.contains(CueKind::of(**cue)) && !(noting.is_some() && matches!(cue, Cue::Fact(_)));
        let cues: Vec<Cue> = cues.iter().filter(heard).copied().collect();
        let counts = criterion.dimension.is_some() && !by_gesture && !cues.is_empty();
        counts.then_some(Asked { criterion, window, cues })
    };
    Rubric::shipped().criteria.iter().filter_map(of).take(8).collect()
}

/// Whether on some way from a line all of these are answered in time.
fn reachable(on: &Inspected, line: NodeIx, asked: &[&Asked]) -> bool {
    let all = (1u8 << asked.len().min(7)) - 1;
    let longest = asked.iter().map(|one| one.window).max().unwrap_or(0);
    // Where one is, what has been answered, and how many choices lie behind.
    let mut open: Vec<(NodeIx, u8, u8)> = on.flow.next[line.at()].iter().map(|to| (*to, 0, 0)).collect();
    let mut seen: FxHashSet<(NodeIx, u8, u8)> = FxHashSet::default();
    let (mut never_asked, mut any) = (true, false);
    while let Some(state @ (at, answered, turns)) = open.pop() {
        if !seen.insert(state) {
            continue;
        }
        // Where so many ways go on, some answer will come.
        if seen.len() > MOST_PLACES {
            return true;
        }
        let kind = &on.scenario.nodes[at.at()].kind;
        if !kind.asks() {
            open.extend(within_visit(on.scenario, kind).into_iter().map(|to| (to, answered, turns)));
            continue;
        }
        never_asked = false;
        let Some(choice) = kind.as_choice() else {
            // A paper may hold many answers at once.
            any = true;
            continue;
        };
        for option in &choice.options {
            let in_time = asked.iter().enumerate().filter(|(_, one)| turns < one.window && one.answers(option));
            let now = in_time.fold(answered, |now, (n, _)| now | 1 << n);
            if now & all == all {
                return true;
            }
            match option.then {
                _ if turns + 1 >= longest => {}
                Target::Node(to) => open.push((to, now, turns + 1)),
                // Where the talk comes back to, there may be an answer.
                Target::Return => any = true,
            }
        }
    }
    any || never_asked
}
