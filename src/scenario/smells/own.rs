//! What an author sets by hand is always told: it is allowed, but whoever uses the scenario should know.

use super::Nose;
use crate::scenario::bundle::SCENARIO_FILE;
use crate::scenario::diagnostic::{Code, Diagnostic};
use crate::scenario::model::{NodeIx, NodeKind};

impl Nose<'_, '_, '_> {
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
