//! What is looked at: a scenario that can be played, beside the text it was written as.

use super::flow::Flow;
use crate::scenario::model::Scenario;
use crate::scenario::options::{Written, options};
use crate::scenario::source::{ScenarioSource, Str};
use crate::vocabulary::NodeIx;
use std::borrow::Cow;
use std::ops::Range;

pub(super) struct Inspected<'s, 'a> {
    pub text: &'s str,
    pub source: &'s ScenarioSource<'a>,
    pub scenario: &'s Scenario,
    pub flow: Flow,
}

impl<'s, 'a> Inspected<'s, 'a> {
    /// Where a string stands in the file, quotes left out; one with escapes has no place of its own.
    pub fn inside(&self, string: &Str) -> Option<Range<usize>> {
        inside(self.text, string)
    }

    /// The same with its quotes, or `otherwise`.
    pub fn span(&self, string: &Str, otherwise: Range<usize>) -> Range<usize> {
        match self.inside(string) {
            Some(inside) => inside.start.saturating_sub(1)..(inside.end + 1).min(self.text.len()),
            None => otherwise,
        }
    }

    /// The name of a node.
    pub fn key(&self, at: NodeIx) -> Range<usize> {
        let node = &self.scenario.nodes[at.at()];
        node.span.start..(node.span.start + node.id.len() + 2).min(node.span.end)
    }

    pub fn title(&self) -> Range<usize> {
        self.source.title.as_ref().map_or(0..1, |title| self.span(title, 0..1))
    }

    pub fn option_source(&self, at: NodeIx, option: usize) -> Option<Written<'s, 'a>> {
        options(&self.source.nodes.0.get(at.at())?.1).get(option).copied()
    }

    /// The text of an option, or its node where that has no place.
    pub fn option_span(&self, at: NodeIx, option: usize) -> Range<usize> {
        let otherwise = self.key(at);
        let source = self.option_source(at, option);
        let text = source.and_then(|option| option.text());
        text.map_or(otherwise.clone(), |text| self.span(text, otherwise))
    }
}

/// Where a string stands in the file, quotes left out; one with escapes has no place of its own.
pub(super) fn inside(text: &str, string: &Str) -> Option<Range<usize>> {
    let Cow::Borrowed(slice) = &string.0 else { return None };
    let start = (slice.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    (start + slice.len() <= text.len()).then(|| start..start + slice.len())
}
