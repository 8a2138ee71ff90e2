//! What a scenario declares: each name and its position.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::MAX_NAMES;
use super::super::source::{Entries, ScenarioSource, Str};
use super::super::syntax::Step;
use super::super::syntax::is_invisible;
use super::crowd;
use super::diagnostics::Diagnostics;
use crate::vocabulary::{AnswersIx, ClaimIx, FactIx, NodeIx, PromiseIx, VarIx, VisitIx, VisitorIx};
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::ops::Range;

/// Likenesses cost time; after so many problems nobody reads them.
const MOST_HINTS: usize = 200;

/// The names that others can refer to.
pub(super) struct Declarations<'s> {
    visitors: NameTable<'s>,
    facts: NameTable<'s>,
    promises: NameTable<'s>,
    vars: NameTable<'s>,
    visits: NameTable<'s>,
    nodes: NameTable<'s>,
    claims: NameTable<'s>,
    answers: NameTable<'s>,
}

impl<'s> Declarations<'s> {
    /// Notes all names before anything refers to them.
    pub fn declare(source: &'s ScenarioSource, diagnostics: &mut Diagnostics<'s>) -> Self {
        let lost = diagnostics.unreadable;
        // Presets of people are looked up by rules of their own.
        positions("personas", &source.personas, diagnostics);
        let mut names = Self {
            visitors: NameTable::of("visitors", &source.visitors, &lost.visitors, Code::UnknownVisitor, diagnostics),
            facts: NameTable::of("facts", &source.facts, &lost.facts, Code::UnknownFact, diagnostics),
            promises: NameTable::of("promises", &source.promises, &lost.promises, Code::UnknownPromise, diagnostics),
            vars: NameTable::of("vars", &source.vars, &lost.vars, Code::UnknownVar, diagnostics),
            visits: NameTable::of("visits", &source.visits, &lost.visits, Code::UnknownVisit, diagnostics),
            nodes: NameTable::of("nodes", &source.nodes, &lost.nodes, Code::UnknownNode, diagnostics),
            claims: NameTable::of("claims", &source.claims, &lost.claims, Code::UnknownClaim, diagnostics),
            answers: NameTable::of(
                "earlier_answers",
                &source.earlier_answers,
                &lost.earlier_answers,
                Code::UnknownAnswers,
                diagnostics,
            ),
        };
        // A crowd takes as many places as it has heads.
        let places = crowd::first_places(source);
        let moved = |at: &mut u16| *at = places.get(usize::from(*at)).copied().unwrap_or(*at);
        names.visitors.positions.values_mut().for_each(moved);
        names
    }

    pub fn visitor(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<VisitorIx> {
        self.visitors.find(name, span, diagnostics).map(VisitorIx)
    }
    pub fn fact(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<FactIx> {
        self.facts.find(name, span, diagnostics).map(FactIx)
    }
    pub fn promise(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<PromiseIx> {
        self.promises.find(name, span, diagnostics).map(PromiseIx)
    }
    pub fn var(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<VarIx> {
        self.vars.find(name, span, diagnostics).map(VarIx)
    }
    pub fn visit(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<VisitIx> {
        self.visits.find(name, span, diagnostics).map(VisitIx)
    }
    pub fn claim(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<ClaimIx> {
        self.claims.find(name, span, diagnostics).map(ClaimIx)
    }
    pub fn answers(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<AnswersIx> {
        self.answers.find(name, span, diagnostics).map(AnswersIx)
    }
    pub fn node(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<NodeIx> {
        self.nodes.find(name, span, diagnostics).map(NodeIx)
    }
}

/// Names of one kind.
struct NameTable<'s> {
    positions: IndexMap<&'s str, u16>,
    unreadable: &'s BTreeSet<String>,
    /// What a name is that does not stand here.
    unknown: Code,
}

impl<'s> NameTable<'s> {
    fn of<V>(
        section: &'static str,
        entries: &'s Entries<Str<'_>, V>,
        unreadable: &'s BTreeSet<String>,
        unknown: Code,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        Self { positions: positions(section, entries, diagnostics), unreadable, unknown }
    }

    fn find(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<u16> {
        let name = name.as_str();
        if let Some(&position) = self.positions.get(name) {
            return Some(position);
        }
        // A sign that nobody sees was told of already; to the eye the names are the same.
        let seen = |name: &str| name.replace(is_invisible, "");
        let alike = self.positions.iter().find(|(known, _)| {
            (known.contains(is_invisible) || name.contains(is_invisible)) && seen(known) == seen(name)
        });
        if let Some((_, position)) = alike {
            return Some(*position);
        }
        if !self.unreadable.contains(name) && !diagnostics.unreadable.everything {
            let hint = if diagnostics.out.len() < MOST_HINTS { self.nearest(name) } else { None };
            let problem = diagnostics.problem(self.unknown, span).with("name", name);
            diagnostics.out.push(problem.hint(self.or_return(name, hint)));
        }
        None
    }

    fn nearest(&self, name: &str) -> Option<Hint> {
        suggest(name, self.positions.keys().copied().chain(self.unreadable.iter().map(String::as_str)))
    }

    /// Where a node is asked for, `return` may have been meant.
    fn or_return(&self, name: &str, hint: Option<Hint>) -> Option<Hint> {
        if self.unknown != Code::UnknownNode || matches!(hint, Some(Hint::DidYouMean(_))) {
            return hint;
        }
        match suggest(name, ["return"]) {
            Some(Hint::DidYouMean(name)) => Some(Hint::DidYouMean(name)),
            _ => hint,
        }
    }
}

/// The names of a section and where each stands in it; what is no name or stands twice is reported.
fn positions<'s, V>(
    section: &'static str,
    entries: &'s Entries<Str<'_>, V>,
    diagnostics: &mut Diagnostics,
) -> IndexMap<&'s str, u16> {
    let mut positions = IndexMap::with_capacity(entries.0.len());
    let mut first: IndexMap<&str, Range<usize>> = IndexMap::new();
    for (position, (id, _)) in entries.0.iter().enumerate() {
        let span = diagnostics.span_or(id, &[Step::Field(section)]);
        let Ok(position) = u16::try_from(position) else {
            // Said once, not for each.
            let problem = diagnostics.problem(Code::TooMany, span).with("section", section);
            diagnostics.out.push(problem.with("number", entries.0.len()).with("max", MAX_NAMES));
            break;
        };
        diagnostics.check_id(id, span.clone());
        match first.get(id.as_str()) {
            Some(earlier) => {
                let problem = diagnostics.problem(Code::IdTwice, span).with("name", id.as_str());
                diagnostics.out.push(problem.label(earlier.clone(), "label-first-here"));
            }
            None => {
                first.insert(id.as_str(), span);
                positions.insert(id.as_str(), position);
            }
        }
    }
    positions
}
