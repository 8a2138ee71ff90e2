//! A fork that nobody sees: the first way whose condition holds.

use super::{AsNode, Exit, Target, Why};
use crate::scenario::model::When;
use crate::vocabulary::Text;

/// A fork: the first way whose condition holds is taken.
#[derive(Clone, Debug)]
pub struct Branch {
    /// In the order in which they are tried.
    pub ways: Vec<(When, Target)>,
    /// Where no condition holds.
    pub otherwise: Target,
}

impl AsNode for Branch {
    fn kind_id(&self) -> &'static str {
        "node-branch"
    }

    fn exits(&self) -> Vec<Exit<'_>> {
        let ways = (0..=u16::MAX).zip(&self.ways);
        let ways = ways.map(|(at, (when, to))| Exit { to: (*to).into(), why: Why::Way(at), when: Some(when) });
        ways.chain([Exit::new(self.otherwise, Why::Otherwise)]).collect()
    }

    fn targets_mut(&mut self) -> Vec<&mut Target> {
        self.ways.iter_mut().map(|(_, to)| to).chain([&mut self.otherwise]).collect()
    }

    fn conditions(&self) -> Vec<&When> {
        self.ways.iter().map(|(when, _)| when).collect()
    }

    fn sides(&self) -> usize {
        self.ways.len() + 1
    }

    fn texts(&self) -> Vec<&Text> {
        Vec::new()
    }

    fn texts_mut(&mut self) -> Vec<(String, &mut Text)> {
        Vec::new()
    }
}
