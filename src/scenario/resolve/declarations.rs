//! What a scenario declares: each name and its position.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::MAX_NAMES;
use super::super::source::{Entries, ScenarioSource, Str};
use super::super::syntax::Step;
use super::super::syntax::is_invisible;
use super::crowd;
use super::diagnostics::Diagnostics;
use crate::vocabulary::{AnswersIx, ClaimIx, FactIx, NodeIx, PromiseIx, Somebody, StaffIx, VarIx, VisitIx, VisitorIx};
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::ops::Range;

/// Likenesses cost time; after so many problems nobody reads them.
const MOST_HINTS: usize = 200;

/// The names that others can refer to.
pub(super) struct Declarations<'s> {
    visitors: NameTable<'s>,
    staff: NameTable<'s>,
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
            staff: NameTable::of("staff", &source.staff, &lost.staff, Code::UnknownVisitor, diagnostics),
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
        names.tell_apart(source, diagnostics);
        names
    }

    /// One of our own people who is called as a visitor is.
    fn tell_apart(&self, source: &ScenarioSource, diagnostics: &mut Diagnostics) {
        for (id, _) in &source.staff.0 {
            let earlier = source.visitors.0.iter().find(|(visitor, _)| visitor.as_str() == id.as_str());
            if let Some((visitor, _)) = earlier {
                let span = diagnostics.span_or(id, &[Step::Field("staff")]);
                let first = diagnostics.span_or(visitor, &[Step::Field("visitors")]);
                let problem = diagnostics.problem(Code::IdTwice, span).with("name", id.as_str());
                diagnostics.out.push(problem.label(first, "label-first-here"));
            }
        }
    }

    pub fn visitor(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<VisitorIx> {
        if self.visitors.get(name).is_none() && self.staff.get(name).is_some() {
            diagnostics.report(Code::StaffNotVisitor, span).args.push(("name", name.as_str().into()));
            return None;
        }
        self.visitors.find(name, span, diagnostics).map(VisitorIx)
    }

    /// A visitor or one of our own people.
    pub fn somebody(&self, name: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<Somebody> {
        if let Some(who) = self.staff.get(name).filter(|_| self.visitors.get(name).is_none()) {
            return Some(Somebody::Staff(StaffIx(who)));
        }
        let unread = self.staff.unreadable.contains(name.as_str());
        if unread || self.visitors.is_unknown(name, diagnostics) {
            // Either may have been meant.
            if !unread {
                self.visitors.report(name, span, self.staff.positions.keys().copied(), diagnostics);
            }
            return None;
        }
        self.visitors.find(name, span, diagnostics).map(|who| Somebody::Visitor(VisitorIx(who)))
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
        let found = self.get(name);
        if found.is_none() && self.is_unknown(name, diagnostics) {
            self.report(name, span, [], diagnostics);
        }
        found
    }

    /// Its position, where it stands here.
    fn get(&self, name: &Str) -> Option<u16> {
        let name = name.as_str();
        if let Some(&position) = self.positions.get(name) {
            return Some(position);
        }
        // A sign that nobody sees was told of already; to the eye the names are the same.
        let seen = |name: &str| name.replace(is_invisible, "");
        let alike = self.positions.iter().find(|(known, _)| {
            (known.contains(is_invisible) || name.contains(is_invisible)) && seen(known) == seen(name)
        });
        alike.map(|(_, position)| *position)
    }

    /// Whether it stands nowhere, not even in what could not be read.
    fn is_unknown(&self, name: &Str, diagnostics: &Diagnostics) -> bool {
        self.get(name).is_none() && !self.unreadable.contains(name.as_str()) && !diagnostics.unreadable.everything
    }

    /// Says that it stands nowhere; it may have been meant for one of these or of `others`.
    fn report<'n>(
        &self,
        name: &Str,
        span: Range<usize>,
        others: impl IntoIterator<Item = &'n str>,
        diagnostics: &mut Diagnostics,
    ) {
        let name = name.as_str();
        let own = self.positions.keys().copied().chain(self.unreadable.iter().map(String::as_str));
        let known = own.map(str::to_owned).chain(others.into_iter().map(str::to_owned));
        let hint = if diagnostics.out.len() < MOST_HINTS { suggest(name, known) } else { None };
        let problem = diagnostics.problem(self.unknown, span).with("name", name);
        diagnostics.out.push(problem.hint(self.or_return(name, hint)));
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
