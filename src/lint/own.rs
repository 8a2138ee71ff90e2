//! What an author sets by hand is always told: it is allowed, but whoever uses the scenario should know.

use super::Nose;
use crate::rubric::Rubric;
use crate::scenario::bundle::SCENARIO_FILE;
use crate::scenario::diagnostic::{Code, Diagnostic, suggest};
use crate::scenario::model::NodeKind;
use crate::scenario::options::options;
use crate::vocabulary::NodeIx;

impl Nose<'_, '_, '_> {
    /// Criteria that the shipped rubric does not have. An error, though a session passes over them: a replaced rubric
    /// may know them, a slip of the pen nobody does.
    pub(super) fn unknown_criteria(&self, out: &mut Vec<Diagnostic>) {
        let rubric = Rubric::shipped();
        for (at, node) in self.source.nodes.0.iter().enumerate() {
            let otherwise = self.key(NodeIx(at as u16));
            for (name, _) in options(&node.1).iter().flat_map(|option| &option.score.0) {
                if rubric.find(name.as_str()).is_some() {
                    continue;
                }
                let hint = suggest(name.as_str(), rubric.criteria.iter().map(|criterion| &criterion.id));
                let problem =
                    Diagnostic::new(Code::UnknownCriterion, SCENARIO_FILE, self.span(name, otherwise.clone()));
                out.push(problem.with("name", name.as_str()).hint(hint));
            }
        }
    }

    /// One note for each override; `allow` does not silence it.
    pub(super) fn set_by_hand(&self, out: &mut Vec<Diagnostic>) {
        for (at, node) in self.scenario.nodes.iter().enumerate() {
            let NodeKind::Choice(choice) = &node.kind else { continue };
            for (n, option) in choice.options.iter().enumerate() {
                let Some(own) = &option.own else { continue };
                let feel = own
                    .feel
                    .iter()
                    .map(|(who, what, by)| format!("{} {what:?} {by:+}", self.scenario.visitors[who.at()].id));
                let score = own.score.iter().map(|(criterion, judged)| format!("{criterion} {}", judged.name()));
                for what in feel.chain(score) {
                    let span = self.option_span(NodeIx(at as u16), n);
                    let note = Diagnostic::new(Code::SetByHand, SCENARIO_FILE, span);
                    out.push(note.with("what", what).with("why", own.why.original.as_str()));
                }
            }
        }
    }
}
