//! What an author sets by hand is always told: it is allowed, but whoever uses the scenario should know.

use super::inspected::{Inspected, inside};
use crate::rubric::Rubric;
use crate::scenario::bundle::SCENARIO_FILE;
use crate::scenario::diagnostic::{Code, Diagnostic, suggest};
use crate::scenario::options::options;
use crate::scenario::source::ScenarioSource;
use crate::vocabulary::NodeIx;

/// Criteria that the shipped rubric does not have. An error, though a session passes over them: a replaced rubric may
/// know them, a slip of the pen nobody does.
pub(super) fn unknown_criteria(text: &str, source: &ScenarioSource, out: &mut Vec<Diagnostic>) {
    let rubric = Rubric::shipped();
    let written = source.nodes.0.iter().flat_map(|(_, node)| options(node));
    for (name, _) in written.flat_map(|option| &option.score.0) {
        if rubric.find(name.as_str()).is_some() {
            continue;
        }
        let span = match inside(text, name) {
            Some(inside) => inside.start.saturating_sub(1)..(inside.end + 1).min(text.len()),
            None => 0..1,
        };
        let hint = suggest(name.as_str(), rubric.criteria.iter().map(|criterion| &criterion.id));
        let problem = Diagnostic::new(Code::UnknownCriterion, SCENARIO_FILE, span);
        out.push(problem.with("name", name.as_str()).hint(hint));
    }
}

/// One note for each override; `allow` does not silence it.
pub(super) fn set_by_hand(on: &Inspected, out: &mut Vec<Diagnostic>) {
    for (at, node) in on.scenario.nodes.iter().enumerate() {
        for (n, option) in node.kind.options().enumerate() {
            let Some(own) = &option.own else { continue };
            let feel =
                own.feel.iter().map(|(who, what, by)| format!("{} {what:?} {by:+}", on.scenario.visitors[who.at()].id));
            let score = own.score.iter().map(|(criterion, judged)| format!("{criterion} {}", judged.name()));
            for what in feel.chain(score) {
                let span = on.option_span(NodeIx(at as u16), n);
                let note = Diagnostic::new(Code::SetByHand, SCENARIO_FILE, span);
                out.push(note.with("what", what).with("why", own.why.original.as_str()));
            }
        }
    }
}
