//! What many sessions of one scenario did, by ids: how many came by each node and how many took each option.

use super::log::LogFile;
use super::record::Recorded;
use crate::session::still_counting;
use std::collections::{BTreeMap, BTreeSet};

/// Counts of sessions; one that did something twice counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// How many sessions were counted.
    pub sessions: u64,
    nodes: BTreeMap<String, u64>,
    options: BTreeMap<(String, String), u64>,
}

impl Answers {
    /// Adds a session as it stands in its log; what a step back undid does not count.
    pub fn add(&mut self, log: &LogFile) {
        let mut nodes = BTreeSet::new();
        let mut options = BTreeSet::new();
        for event in still_counting(log.recorded(), |event| event.step_back_mark()) {
            match event {
                Recorded::Said { node, .. }
                | Recorded::Offered { node, .. }
                | Recorded::Laid { node, .. }
                | Recorded::Filled { node, .. }
                | Recorded::TimePassed { node, .. }
                | Recorded::HookTaken { node }
                | Recorded::Ended { node } => {
                    nodes.insert(node.clone());
                }
                Recorded::Chose { node, option, .. } => {
                    nodes.insert(node.clone());
                    options.insert((node.clone(), option.clone()));
                }
                _ => {}
            }
        }
        self.sessions += 1;
        nodes.into_iter().for_each(|node| *self.nodes.entry(node).or_default() += 1);
        options.into_iter().for_each(|option| *self.options.entry(option).or_default() += 1);
    }

    /// How many sessions came by this node.
    pub fn came_by(&self, node: &str) -> u64 {
        self.nodes.get(node).copied().unwrap_or(0)
    }

    /// How many sessions took this option of this choice.
    pub fn took(&self, node: &str, option: &str) -> u64 {
        self.options.get(&(node.to_owned(), option.to_owned())).copied().unwrap_or(0)
    }

    /// Options taken, as node and option: a later version of the scenario may not have them any more.
    pub fn options(&self) -> impl Iterator<Item = (&str, &str)> {
        self.options.keys().map(|(node, option)| (node.as_str(), option.as_str()))
    }
}
