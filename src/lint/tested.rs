//! What the rubric can see of a scenario: cues that nobody can answer, criteria that nothing tests.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::rubric::rules::{CueRule, DANGER_WINDOW, Rule, SPEAK_UP_WINDOW, SpeaksUpRule, Story, fits};
use crate::rubric::sets::ActSet;
use crate::rubric::{Criterion, Rubric};
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::{returns, within_visit};
use crate::scenario::model::*;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::CueKind;
use crate::vocabulary::Message;
use crate::vocabulary::acts::Mechanic;

/// Shorter scenarios are exercises and need not test everything.
const WHOLE_SCENARIO: usize = 6;

pub(super) fn tested(on: &Inspected, smells: &mut Smells) {
    let acts = ActCatalogue::shipped();
    let rubric = Rubric::shipped();
    let gestures: ActSet = acts.gestures().map(|(act, _)| act).collect();
    unanswerable(on, smells, rubric, &gestures);
    let_stand(on, smells, rubric);

    let (story, choices) = story(on);
    if choices < WHOLE_SCENARIO {
        return;
    }
    for criterion in rubric.criteria.iter().filter(|criterion| criterion.dimension.is_some()) {
        // What the story does not contain need not be answered; what it contains was looked at above.
        let Some(tested) = criterion.rule.is_tested(criterion, &story) else { continue };
        let lost = criterion.rule.charges_deeds()
            && !criterion.hit.is_empty()
            && !story.offers(&criterion.hit)
            && !criterion.hit.iter().any(|act| gestures.contains(act));
        let code = match (tested, lost) {
            (false, _) => Code::CriterionUntested,
            (true, true) => Code::CriterionOnlyLost,
            (true, false) => continue,
        };
        report(on, smells, code, criterion);
    }
}

/// What of the scenario may put a criterion to the test, and the number of its choices.
fn story(on: &Inspected) -> (Story, usize) {
    let acts = ActCatalogue::shipped();
    let (mut story, mut choices) = (Story::default(), 0);
    story.claims = !on.scenario.claims.is_empty();
    for node in &on.scenario.nodes {
        if let Some(speech) = node.kind.speech() {
            story.spoken |= speech.who.is_some();
            story.cues.extend(speech.cues().map(CueKind::of));
        }
        choices += usize::from(node.kind.asks());
        story.decided |= node.kind.options().any(|option| !option.decides.is_empty());
        let handed_in = node.kind.as_desk().into_iter().flat_map(|task| &task.acts);
        for act in node.kind.options().flat_map(|option| &option.acts).chain(handed_in) {
            story.offered.insert(act.kind);
            story.promised |=
                matches!(act.arg, Arg::Promise(_)) && acts[act.kind].mechanic != Some(Mechanic::KeepPromise);
        }
    }
    (story, choices)
}

fn report(on: &Inspected, smells: &mut Smells, code: Code, criterion: &Criterion) {
    let acts = ActCatalogue::shipped();
    let wanted = match criterion.rule {
        Rule::Avoid(_) | Rule::FirstWords(_) if code == Code::CriterionUntested => &criterion.miss,
        _ if criterion.hit.is_empty() => &criterion.miss,
        _ => &criterion.hit,
    };
    let names: Vec<&str> = wanted.iter().take(6).map(|act| acts[act].name.as_str()).collect();
    // Where no act by name is wanted, a promise is: whether it is kept is what counts.
    let promises = || acts.iter().filter(|(_, act)| act.mechanic == Some(Mechanic::Promise));
    let names = match names.as_slice() {
        [] => promises().map(|(_, act)| act.name.as_str()).collect::<Vec<_>>().join(", "),
        names => names.join(", "),
    };
    let span = on.title();
    let smell = smells.smell(code, span, SmellPlace::WHOLE);
    smell.about = Some(criterion.id.clone());
    smell.diagnostic.args.extend([
        ("criterion", Message::new(format!("criterion-{}", criterion.id)).into()),
        ("id", criterion.id.as_str().into()),
        ("acts", names.into()),
    ]);
}

/// A cue to which no option within the criterion's window is an answer.
fn unanswerable(on: &Inspected, smells: &mut Smells, rubric: &Rubric, gestures: &ActSet) {
    let mut found = Vec::new();
    for (at, node) in on.scenario.nodes.iter().enumerate() {
        let Some(speech) = node.kind.speech() else { continue };
        if !on.flow.reached[at] || returns(&node.kind) {
            continue;
        }
        let at = NodeIx(at as u16);
        for (n, variant) in speech.variants.iter().enumerate() {
            for cue in &variant.cues {
                // A cue of a variant that the line's own text gives as well is reported once.
                let again = speech.variants[..n].iter().any(|earlier| earlier.cues.contains(cue));
                if !again && nobody_answers(on, rubric, gestures, at, *cue) {
                    found.push((at, *cue));
                }
            }
        }
    }
    for (at, cue) in found {
        let name = match cue {
            Cue::Feeling(word) => format!("Feeling(\"{}\")", on.scenario.words[word.at()].text.original),
            Cue::Fact(fact) => format!("Fact(\"{}\")", on.scenario.facts[fact.at()].id),
            Cue::TwoAnswers(Some(answers)) => {
                format!("TwoAnswers(\"{}\")", on.scenario.earlier_answers[answers.at()].id)
            }
            Cue::TwoAnswers(None) => cue.name().to_owned(),
            other => format!("{other:?}"),
        };
        report_unanswerable(on, smells, at, format!("{:?}", CueKind::of(cue)), name);
    }
}

/// What one of our own people does and must not be let stand, with no option that says so.
fn let_stand(on: &Inspected, smells: &mut Smells, rubric: &Rubric) {
    for (at, node) in on.scenario.nodes.iter().enumerate() {
        let Some(speech) = node.kind.speech().filter(|_| on.flow.reached[at]) else { continue };
        let at = NodeIx(at as u16);
        let mut told = ActSet::default();
        for act in speech.variants.iter().flat_map(|variant| &variant.acts) {
            let obliges = |criterion: &&Criterion| {
                matches!(criterion.rule, Rule::SpeaksUp(_)) && criterion.miss.contains(act.kind)
            };
            let Some(criterion) = rubric.criteria.iter().find(obliges) else { continue };
            let answers = |one: &Act| criterion.hit.contains(one.kind) || criterion.partial.contains(one.kind);
            if !told.contains(act.kind) && is_left_open(on, at, SPEAK_UP_WINDOW, answers) {
                told.insert(act.kind);
                let name = ActCatalogue::shipped()[act.kind].name.clone();
                report_unanswerable(on, smells, at, name.clone(), name);
            }
        }
    }
}

fn report_unanswerable(on: &Inspected, smells: &mut Smells, at: NodeIx, about: String, name: String) {
    let smell = smells.smell(Code::CueUnanswerable, on.key(at), SmellPlace::node(at));
    smell.about = Some(about);
    smell.diagnostic.args.push(("name", name.into()));
}

fn nobody_answers(on: &Inspected, rubric: &Rubric, gestures: &ActSet, line: NodeIx, cue: Cue) -> bool {
    let kind = CueKind::of(cue);
    let (mut wanted, mut window, mut heard) = (ActSet::default(), 0, false);
    for criterion in &rubric.criteria {
        let (cues, turns, noting) = match criterion.rule {
            Rule::Cue(CueRule { cues, window, noting, .. }) => (cues, window, noting),
            Rule::SpeaksUp(SpeaksUpRule { cues }) => (cues, SPEAK_UP_WINDOW, None),
            _ => continue,
        };
        if !cues.contains(kind) {
            continue;
        }
        if (noting.is_some() && matches!(cue, Cue::Fact(_))) || criterion.hit.iter().any(|a| gestures.contains(a)) {
            return false;
        }
        heard = true;
        window = window.max(turns);
        // Half an answer is one.
        criterion.hit.iter().chain(criterion.partial.iter()).for_each(|act| wanted.insert(act));
    }
    let acts = ActCatalogue::shipped();
    if kind.is_risk() {
        heard = true;
        window = window.max(DANGER_WINDOW);
        acts.iter().filter(|(_, act)| act.answers_risk).for_each(|(ix, _)| wanted.insert(ix));
    }
    if !heard {
        return false;
    }
    is_left_open(on, line, window, |act| wanted.contains(act.kind) && fits(act.arg, cue))
}

/// Whether within so many choices after a line no option does what would answer it.
fn is_left_open(on: &Inspected, line: NodeIx, window: u8, answers: impl Fn(&Act) -> bool) -> bool {
    // Nodes still to look at, and how many choices lie before them.
    let mut open: Vec<(NodeIx, u8)> = on.flow.next[line.at()].iter().map(|to| (*to, 0)).collect();
    let mut seen: Vec<(NodeIx, u8)> = Vec::new();
    while let Some((at, turns)) = open.pop() {
        if seen.iter().any(|(known, before)| *known == at && *before <= turns) {
            continue;
        }
        seen.push((at, turns));
        let kind = &on.scenario.nodes[at.at()].kind;
        if kind.options().flat_map(|option| &option.acts).any(&answers) {
            return false;
        }
        let turns = turns + u8::from(kind.asks());
        if !kind.asks() || turns < window {
            open.extend(within_visit(on.scenario, kind).into_iter().map(|to| (to, turns)));
        }
    }
    // Where nobody gets to speak any more, there is nothing to answer.
    seen.iter().any(|(at, _)| on.scenario.nodes[at.at()].kind.asks())
}
