//! Smells: nothing is wrong with the file, but something is likely wrong with the scenario.
//!
//! Each can be silenced where it stands, with a reason: `allow: { "CD0103": "…" }` at a node, an option or the whole
//! scenario; `"CD0106 hours"` silences only what is about `hours`.

mod desk;
mod flow;
pub mod giveaway;
mod options;
mod own;
mod render;
mod spoken;
mod tested;
mod used;

use crate::scenario::allowed::of_translations;
use crate::scenario::bundle::SCENARIO_FILE;
use crate::scenario::bundle::SourceBundle;
use crate::scenario::diagnostic::{Code, Diagnostic};
use crate::scenario::load::{Loaded, Read, load_with};
use crate::scenario::model::Scenario;
use crate::scenario::options::{Written, options};
use crate::scenario::source::{Allow, ScenarioSource, Str};
use crate::vocabulary::NodeIx;
use flow::Flow;
pub use render::render;
use std::borrow::Cow;
use std::ops::Range;

/// The first code that can be silenced.
const FIRST: u16 = 101;

/// Loads a scenario and looks for what an author should think about: for smells only where there is no error.
pub fn check(bundle: &SourceBundle) -> Loaded {
    load_with(bundle, &find)
}

fn find(Read { text, source, scenario }: &Read, out: &mut Vec<Diagnostic>) {
    own::unknown_criteria(text, source, out);
    let Some(scenario) = scenario else { return };
    let mut nose = Nose { text, source, scenario, flow: Flow::new(scenario), found: Vec::new() };
    nose.flow();
    nose.options();
    nose.spoken();
    nose.desk();
    nose.tested();
    nose.used();
    nose.set_by_hand(out);
    nose.report(out);
}

/// Where a smell belongs, for finding what the author allows there.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    node: Option<usize>,
    option: Option<usize>,
}

impl Place {
    const WHOLE: Self = Self { node: None, option: None };
    fn node(at: NodeIx) -> Self {
        Self { node: Some(at.at()), option: None }
    }
    fn option(at: NodeIx, option: usize) -> Self {
        Self { node: Some(at.at()), option: Some(option) }
    }
}

struct Smell {
    place: Place,
    /// What it is about, where a place says too little.
    about: Option<String>,
    diagnostic: Diagnostic,
}

struct Nose<'n, 's, 'a> {
    text: &'n str,
    source: &'s ScenarioSource<'a>,
    scenario: &'n Scenario,
    flow: Flow,
    found: Vec<Smell>,
}

impl<'s, 'a> Nose<'_, 's, 'a> {
    fn smell(&mut self, code: Code, span: Range<usize>, place: Place) -> &mut Smell {
        self.found.push(Smell { place, about: None, diagnostic: Diagnostic::new(code, SCENARIO_FILE, span) });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// Where a string stands in the file, quotes left out; one with escapes has no place of its own.
    fn inside(&self, string: &Str) -> Option<Range<usize>> {
        inside(self.text, string)
    }

    /// The same with its quotes, or `otherwise`.
    fn span(&self, string: &Str, otherwise: Range<usize>) -> Range<usize> {
        match self.inside(string) {
            Some(inside) => inside.start.saturating_sub(1)..(inside.end + 1).min(self.text.len()),
            None => otherwise,
        }
    }

    /// The name of a node.
    fn key(&self, at: NodeIx) -> Range<usize> {
        let node = &self.scenario.nodes[at.at()];
        node.span.start..(node.span.start + node.id.len() + 2).min(node.span.end)
    }

    fn title(&self) -> Range<usize> {
        self.source.title.as_ref().map_or(0..1, |title| self.span(title, 0..1))
    }

    fn option_source(&self, at: NodeIx, option: usize) -> Option<Written<'s, 'a>> {
        options(&self.source.nodes.0.get(at.at())?.1).get(option).copied()
    }

    /// The text of an option, or its node where that has no place.
    fn option_span(&self, at: NodeIx, option: usize) -> Range<usize> {
        let otherwise = self.key(at);
        let source = self.option_source(at, option);
        let text = source.and_then(|option| option.text());
        text.map_or(otherwise.clone(), |text| self.span(text, otherwise))
    }

    /// Everything found that is not allowed where it stands, and what is allowed for nothing.
    fn report(self, out: &mut Vec<Diagnostic>) {
        let mut lists: Vec<(Place, &'s Allow<'a>)> = vec![(Place::WHOLE, &self.source.allow)];
        for (at, (_, node)) in self.source.nodes.0.iter().enumerate() {
            let at = NodeIx(at as u16);
            let given = options(node).into_iter().enumerate().filter(|(_, option)| !option.allow.0.is_empty());
            lists.extend(given.map(|(n, option)| (Place::option(at, n), option.allow)));
            let given = node.allow().filter(|allow| !allow.0.is_empty());
            lists.extend(given.map(|allow| (Place::node(at), allow)));
        }
        let mut used: Vec<Vec<bool>> = lists.iter().map(|(_, allow)| vec![false; allow.0.len()]).collect();
        let mut kept = Vec::new();
        for smell in &self.found {
            let mut silent = false;
            for ((place, allow), used) in lists.iter().zip(&mut used) {
                if !covers(*place, smell.place) {
                    continue;
                }
                for ((key, _), used) in allow.0.iter().zip(used.iter_mut()) {
                    if names(key.as_str(), smell) {
                        (*used, silent) = (true, true);
                    }
                }
            }
            if !silent {
                kept.push(smell.diagnostic.clone());
            }
        }
        out.extend(kept);
        for ((place, allow), used) in lists.iter().zip(&used) {
            for ((key, reason), used) in allow.0.iter().zip(used) {
                let span = self.span(key, 0..1);
                let later =
                    place.node.is_none() && !reason.as_str().trim().is_empty() && of_translations(key).is_some();
                if later {
                    // Looked at when the translations are.
                } else if !used {
                    out.push(Diagnostic::new(Code::NeedlessAllow, SCENARIO_FILE, span).with("name", key.as_str()));
                } else if reason.as_str().trim().is_empty() {
                    let problem = Diagnostic::new(Code::AllowWithoutReason, SCENARIO_FILE, span);
                    out.push(problem.with("name", key.as_str()));
                }
            }
        }
    }
}

/// Where a string stands in the file, quotes left out; one with escapes has no place of its own.
fn inside(text: &str, string: &Str) -> Option<Range<usize>> {
    let Cow::Borrowed(slice) = &string.0 else { return None };
    let start = (slice.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    (start + slice.len() <= text.len()).then(|| start..start + slice.len())
}

/// Whether what is allowed at `allowed` goes for a smell at `smell`: an option speaks for its choice too.
fn covers(allowed: Place, smell: Place) -> bool {
    match (allowed.node, allowed.option, smell.option) {
        (None, ..) => true,
        (node, _, _) if node != smell.node => false,
        (_, Some(allowed), Some(smell)) => allowed == smell,
        _ => true,
    }
}

/// `CD0106` or `CD0106 hours`.
fn names(key: &str, smell: &Smell) -> bool {
    let (code, about) = match key.trim().split_once(char::is_whitespace) {
        Some((code, about)) => (code, Some(about.trim())),
        None => (key.trim(), None),
    };
    smell.diagnostic.code.number() >= FIRST
        && code == smell.diagnostic.code.to_string()
        && about.is_none_or(|about| smell.about.as_deref() == Some(about))
}
