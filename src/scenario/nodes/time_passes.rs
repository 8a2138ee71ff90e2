//! The days between two visits.

use super::{AsNode, Exit, Lead, Target, Why};
use crate::scenario::matter::Meanwhile;
use crate::scenario::model::When;
use crate::vocabulary::{PromiseIx, Text, VisitIx};

/// Days until the next visit; what was promised comes due.
#[derive(Clone, Debug)]
pub struct TimePasses {
    /// At least 1.
    pub days: u16,
    /// What happened meanwhile.
    pub text: Text,
    /// What begins then.
    pub visit: VisitIx,
    /// Promises that are kept meanwhile, if their condition holds.
    pub keeps: Vec<(PromiseIx, Option<When>)>,
    /// Steps that are taken meanwhile, by colleagues or another body, in the order of their days.
    pub steps: Vec<Meanwhile>,
}

impl AsNode for TimePasses {
    fn kind_id(&self) -> &'static str {
        "node-time"
    }

    fn exits(&self) -> Vec<Exit<'_>> {
        vec![Exit { to: Lead::Visit(self.visit), why: Why::Days(self.days), when: None }]
    }

    fn targets_mut(&mut self) -> Vec<&mut Target> {
        Vec::new()
    }

    /// On what it depends what happens meanwhile.
    fn conditions(&self) -> Vec<&When> {
        let kept = self.keeps.iter().map(|(_, when)| when);
        kept.chain(self.steps.iter().map(|step| &step.when)).flatten().collect()
    }

    fn texts(&self) -> Vec<&Text> {
        vec![&self.text]
    }

    fn texts_mut(&mut self) -> Vec<(String, &mut Text)> {
        vec![(String::new(), &mut self.text)]
    }
}
