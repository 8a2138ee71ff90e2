//! What was found, each with the place it belongs to.

use crate::scenario::bundle::SCENARIO_FILE;
use crate::scenario::diagnostic::{Code, Diagnostic};
use crate::vocabulary::NodeIx;
use std::ops::Range;

/// Where a smell belongs, for finding what the author allows there.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SmellPlace {
    pub node: Option<usize>,
    pub option: Option<usize>,
}

impl SmellPlace {
    pub const WHOLE: Self = Self { node: None, option: None };
    pub fn node(at: NodeIx) -> Self {
        Self { node: Some(at.at()), option: None }
    }
    pub fn option(at: NodeIx, option: usize) -> Self {
        Self { node: Some(at.at()), option: Some(option) }
    }
}

pub(super) struct Smell {
    pub place: SmellPlace,
    /// What it is about, where a place says too little.
    pub about: Option<String>,
    pub diagnostic: Diagnostic,
}

/// In the order in which they are found.
#[derive(Default)]
pub(super) struct Smells(pub Vec<Smell>);

impl Smells {
    pub fn smell(&mut self, code: Code, span: Range<usize>, place: SmellPlace) -> &mut Smell {
        self.0.push(Smell { place, about: None, diagnostic: Diagnostic::new(code, SCENARIO_FILE, span) });
        let last = self.0.len() - 1;
        &mut self.0[last]
    }
}
