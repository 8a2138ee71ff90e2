//! Where the play ends, and how it went.

use super::{AsNode, Exit, Target};
use crate::vocabulary::Text;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// An end.
#[derive(Clone, Debug)]
pub struct End {
    /// How it went.
    pub outcome: Outcome,
    /// As the debrief is headed.
    pub title: Text,
    /// What is told of it.
    pub text: Text,
}

/// How a play went, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Outcome {
    /// The matter is on a road that will hold.
    Resolved,
    /// Part of it, or the road is known but not walked.
    Partial,
    /// Nothing moved.
    Unresolved,
    /// The visitor is gone, or worse.
    Lost,
}

impl Outcome {
    /// As in text ids: `resolved`.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl AsNode for End {
    fn kind_id(&self) -> &'static str {
        "node-end"
    }

    fn exits(&self) -> Vec<Exit<'_>> {
        Vec::new()
    }

    fn targets_mut(&mut self) -> Vec<&mut Target> {
        Vec::new()
    }

    fn texts(&self) -> Vec<&Text> {
        vec![&self.title, &self.text]
    }

    fn texts_mut(&mut self) -> Vec<(String, &mut Text)> {
        vec![(String::new(), &mut self.title), (".text".to_owned(), &mut self.text)]
    }
}
