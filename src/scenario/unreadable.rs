//! What of a broken file was left out so that the rest can be read.

use std::collections::BTreeSet;
use std::ops::Range;

/// Names that stand in the text although what belongs to them could not be read;
/// whoever uses them has done nothing wrong.
#[derive(Debug, Default)]
pub struct Unreadable {
    pub visitors: BTreeSet<String>,
    pub staff: BTreeSet<String>,
    pub facts: BTreeSet<String>,
    pub promises: BTreeSet<String>,
    pub vars: BTreeSet<String>,
    pub visits: BTreeSet<String>,
    pub nodes: BTreeSet<String>,
    pub claims: BTreeSet<String>,
    pub earlier_answers: BTreeSet<String>,
    pub personas: BTreeSet<String>,
    /// A whole file is missing: no name can be called unknown.
    pub everything: bool,
    /// What was left out: the key, if it had one, and where it stood.
    pub blanked: Vec<(Option<String>, Range<usize>)>,
    /// Something was left out, so what seems to be missing may only be unreadable.
    pub anything: bool,
}

impl Unreadable {
    /// Adds what is unreadable in another file that begins at `base`.
    pub fn join(&mut self, mut other: Self, base: usize) {
        for ((_, names), (_, more)) in self.sections().into_iter().zip(other.sections()) {
            names.append(more);
        }
        self.blanked.extend(other.blanked.into_iter().map(|(key, at)| (key, at.start + base..at.end + base)));
        self.anything |= other.anything;
        self.everything |= other.everything;
    }

    /// The names of each section, by the section's own.
    pub fn sections(&mut self) -> [(&'static str, &mut BTreeSet<String>); 10] {
        [
            ("personas", &mut self.personas),
            ("visitors", &mut self.visitors),
            ("staff", &mut self.staff),
            ("facts", &mut self.facts),
            ("promises", &mut self.promises),
            ("vars", &mut self.vars),
            ("visits", &mut self.visits),
            ("nodes", &mut self.nodes),
            ("claims", &mut self.claims),
            ("earlier_answers", &mut self.earlier_answers),
        ]
    }

    /// The names of a section, if it holds any.
    pub fn section(&mut self, name: &str) -> Option<&mut BTreeSet<String>> {
        self.sections().into_iter().find(|(section, _)| *section == name).map(|(_, names)| names)
    }
}
