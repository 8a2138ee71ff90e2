//! Which options are clean where they stand, as far as the text alone can say; `rehearse` sees it in play.

use crate::rubric::Plan;
use crate::scenario::flow::{turned, ways, within_visit};
use crate::scenario::model::Scenario;
use crate::vocabulary::{Cue, NodeIx};

/// Lines that are looked back upon from a choice.
const LINES: usize = 6;

/// By choice, what was said since the trainee last had the word, on each way that leads there.
pub struct CleanInText<'p> {
    plan: &'p Plan,
    said: Vec<Vec<Vec<Cue>>>,
}

impl<'p> CleanInText<'p> {
    /// Walks the scenario once for what is said before each choice.
    pub fn new(scenario: &Scenario, plan: &'p Plan) -> Self {
        let before = turned(&ways(scenario, within_visit));
        let said = (scenario.nodes.iter().enumerate())
            .map(|(at, node)| if node.kind.as_choice().is_some() { said(scenario, &before, at) } else { Vec::new() })
            .collect();
        Self { plan, said }
    }

    /// Whether an option offends against nothing there and leaves nothing unanswered that must be answered at once, on
    /// most of the ways that lead there.
    pub fn is_clean(&self, node: NodeIx, option: u8) -> bool {
        let ways = self.said.get(node.at()).map_or(&[][..], Vec::as_slice);
        let clean = ways.iter().filter(|cues| self.plan.is_clean_after(node, option, cues)).count();
        self.plan.is_clean(node, option) && 2 * clean >= ways.len()
    }
}

/// What the last lines before a node hold, once for each node that may come right before it.
fn said(scenario: &Scenario, before: &[Vec<NodeIx>], choice: usize) -> Vec<Vec<Cue>> {
    let way = |first: NodeIx| {
        let (mut at, mut cues) = (first, Vec::new());
        for _ in 0..LINES {
            let kind = &scenario.nodes[at.at()].kind;
            if kind.asks() {
                break;
            }
            // The line's own words, which have no condition, come last.
            let own = kind.speech().and_then(|speech| speech.variants.last());
            cues.extend(own.iter().flat_map(|variant| &variant.cues));
            let [one] = before[at.at()].as_slice() else { break };
            at = *one;
        }
        cues
    };
    before[choice].iter().map(|first| way(*first)).collect()
}
