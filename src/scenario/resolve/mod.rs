//! From names to positions: the source as written becomes the scenario as played.

mod acts;
mod crowd;
mod desk_entries;
mod desk_tasks;
mod flow;
mod matter;
mod meta;
mod nodes;
mod own;
mod people;
mod topics;
mod when;

use super::diagnostic::{Code, Diagnostic, Hint, suggest};
use super::model::*;
use super::repair::is_invisible;
use super::source::{ScenarioSource, Str};
use super::tree::{Step, Tree};
use crate::vocabulary::Value;
use indexmap::IndexMap;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

/// Names of one kind and their positions.
pub(super) type Names<'a> = IndexMap<&'a str, u16>;

/// Names that stand in the text although what belongs to them could not be read;
/// whoever uses them has done nothing wrong.
#[derive(Debug, Default)]
pub struct Unreadable {
    pub visitors: BTreeSet<String>,
    pub facts: BTreeSet<String>,
    pub promises: BTreeSet<String>,
    pub vars: BTreeSet<String>,
    pub visits: BTreeSet<String>,
    pub nodes: BTreeSet<String>,
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
    pub fn join(&mut self, other: Self, base: usize) {
        self.visitors.extend(other.visitors);
        self.facts.extend(other.facts);
        self.promises.extend(other.promises);
        self.vars.extend(other.vars);
        self.visits.extend(other.visits);
        self.nodes.extend(other.nodes);
        self.personas.extend(other.personas);
        self.blanked.extend(other.blanked.into_iter().map(|(key, at)| (key, at.start + base..at.end + base)));
        self.anything |= other.anything;
        self.everything |= other.everything;
    }
}

pub(super) struct Resolver<'s, 'a> {
    text: &'a str,
    file: &'static str,
    /// Where each file of the text ends; none where there is only one.
    parts: &'s [Range<usize>],
    source: &'s ScenarioSource<'a>,
    unreadable: &'s Unreadable,
    pub out: Vec<Diagnostic>,
    tree: OnceCell<Tree>,
    /// Where the part at hand begins, for what has no place of its own.
    here: Range<usize>,
    visitors: Names<'s>,
    facts: Names<'s>,
    promises: Names<'s>,
    vars: Names<'s>,
    visits: Names<'s>,
    nodes: Names<'s>,
    /// Feeling words in the order of writing.
    words: Names<'s>,
    plays_on: Option<jiff::civil::Date>,
    /// Lines whose feeling word is another than the cue says.
    misquoted: Vec<String>,
    /// What is known of the matter, for the papers about it.
    circumstances: crate::procedure::Circumstances,
}

/// Resolves everything; the scenario is usable if no error was reported.
pub fn resolve(
    id: &str,
    text: &str,
    source: &ScenarioSource<'_>,
    unreadable: &Unreadable,
    parts: &[Range<usize>],
) -> (Option<Scenario>, Vec<Diagnostic>) {
    let mut resolver = Resolver {
        text,
        file: super::bundle::SCENARIO_FILE,
        parts,
        source,
        unreadable,
        out: Vec::new(),
        tree: OnceCell::new(),
        here: 0..0,
        visitors: Names::new(),
        facts: Names::new(),
        promises: Names::new(),
        vars: Names::new(),
        visits: Names::new(),
        nodes: Names::new(),
        words: Names::new(),
        plays_on: None,
        misquoted: Vec::new(),
        circumstances: crate::procedure::Circumstances::of(jiff::civil::Date::default()),
    };
    resolver.declare();
    let scenario = resolver.scenario(id);
    resolver.spare_misquoted();
    (scenario, resolver.out)
}

impl<'s, 'a> Resolver<'s, 'a> {
    /// Notes all names before anything refers to them.
    fn declare(&mut self) {
        let source = self.source;
        self.names("personas", source.personas.0.iter().map(|(id, _)| id));
        self.visitors = self.names("visitors", source.visitors.0.iter().map(|(id, _)| id));
        // A crowd takes as many places as it has heads.
        let places = crowd::first_places(source);
        self.visitors.values_mut().for_each(|at| *at = places.get(usize::from(*at)).copied().unwrap_or(*at));
        self.facts = self.names("facts", source.facts.0.iter().map(|(id, _)| id));
        self.promises = self.names("promises", source.promises.0.iter().map(|(id, _)| id));
        self.vars = self.names("vars", source.vars.0.iter().map(|(id, _)| id));
        self.visits = self.names("visits", source.visits.0.iter().map(|(id, _)| id));
        self.nodes = self.names("nodes", source.nodes.0.iter().map(|(id, _)| id));
    }

    fn names(&mut self, section: &'static str, ids: impl Iterator<Item = &'s Str<'a>>) -> Names<'s> {
        let mut names = Names::with_capacity(ids.size_hint().0);
        let mut first: IndexMap<&str, Range<usize>> = IndexMap::new();
        for (position, id) in ids.enumerate() {
            let span = self.span_or(id, &[Step::Field(section)]);
            self.check_id(id, span.clone());
            if names.contains_key(id.as_str()) {
                let earlier = first.get(id.as_str()).cloned().unwrap_or_default();
                self.out.push(
                    self.problem(Code::IdTwice, span).with("name", id.as_str()).label(earlier, "label-first-here"),
                );
            } else {
                first.insert(id.as_str(), span);
            }
            names.entry(id.as_str()).or_insert(position.min(u16::MAX as usize) as u16);
        }
        names
    }

    /// A word that was said, only marked wrongly, is told where it is marked and nowhere else.
    fn spare_misquoted(&mut self) {
        let lines = std::mem::take(&mut self.misquoted);
        self.out.retain(|problem| {
            let said = problem.args.iter().any(|(name, value)| match value {
                Value::Text(word) => *name == "word" && lines.iter().any(|line| line.contains(word.as_str())),
                _ => false,
            });
            problem.code != Code::WordNeverSaid || !said
        });
    }

    /// Which file a place belongs to.
    pub(super) fn part_of(&self, at: usize) -> usize {
        self.parts.iter().filter(|part| part.start <= at).count()
    }

    fn check_id(&mut self, id: &Str, span: Range<usize>) {
        let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
        let reserved = id.as_str() == "return";
        // What nobody sees was told already.
        if id.as_str().contains(is_invisible) {
            return;
        }
        if id.as_str().is_empty() || !id.as_str().bytes().all(good) || reserved {
            let problem = self.problem(Code::BadId, span).with("name", id.as_str());
            self.out.push(if reserved {
                problem.hint(Some(super::diagnostic::Hint::Text("hint-return-reserved")))
            } else {
                problem
            });
        }
    }

    pub(super) fn problem(&self, code: Code, span: Range<usize>) -> Diagnostic {
        Diagnostic::new(code, self.file, span)
    }

    pub(super) fn report(&mut self, code: Code, span: Range<usize>) -> &mut Diagnostic {
        let problem = self.problem(code, span);
        self.out.push(problem);
        let last = self.out.len() - 1;
        &mut self.out[last]
    }

    /// Where a slice of the text stands.
    pub(super) fn slice_span(&self, slice: &str) -> Option<Range<usize>> {
        let start = (slice.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        (start + slice.len() <= self.text.len()).then(|| start..start + slice.len())
    }

    /// Where a string stands, with its quotes; one with escapes stands somewhere in `here`.
    pub(super) fn span(&self, string: &Str) -> Range<usize> {
        let std::borrow::Cow::Borrowed(slice) = &string.0 else {
            return self.here.clone();
        };
        let Some(span) = self.slice_span(slice) else {
            return self.here.clone();
        };
        let bytes = self.text.as_bytes();
        let quoted = span.start > 0 && bytes[span.start - 1] == b'"' && bytes.get(span.end) == Some(&b'"');
        if quoted { span.start - 1..span.end + 1 } else { span }
    }

    fn span_or(&self, string: &Str, path: &[Step]) -> Range<usize> {
        match string.0 {
            std::borrow::Cow::Borrowed(_) => self.span(string),
            std::borrow::Cow::Owned(_) => self.place(path),
        }
    }

    /// Where the value at `path` stands, or the nearest thing around it. Only problems pay for the search.
    pub(super) fn place(&self, path: &[Step]) -> Range<usize> {
        self.tree.get_or_init(|| Tree::parse(self.text)).find(self.text, path)
    }

    pub(super) fn mark(&mut self, string: &Str) {
        self.here = self.span(string);
    }

    /// The number if it lies in the range; reported otherwise.
    pub(super) fn integer(&mut self, value: i64, min: i64, max: i64, path: &[Step]) -> i64 {
        if (min..=max).contains(&value) {
            return value;
        }
        let span = self.place(path);
        let problem = self
            .problem(Code::OutOfRange, span)
            .with("value", value.to_string())
            .with("min", min.to_string())
            .with("max", max.to_string());
        self.out.push(problem);
        value.clamp(min, max)
    }

    pub(super) fn number(&mut self, value: f64, min: f64, max: f64, path: &[Step]) -> f64 {
        if (min..=max).contains(&value) {
            return value;
        }
        let span = self.place(path);
        let problem = if value.is_finite() {
            self.problem(Code::OutOfRange, span)
                .with("value", value.to_string())
                .with("min", min.to_string())
                .with("max", max.to_string())
        } else {
            self.problem(Code::NotFinite, span).with("value", value.to_string())
        };
        self.out.push(problem);
        min
    }

    /// A text that must not be empty.
    pub(super) fn text(&mut self, text: Option<&Str>, field: &'static str, path: &[Step]) -> Text {
        let Some(text) = text else {
            self.missing(field, path);
            return Text::default();
        };
        if text.as_str().trim().is_empty() {
            let span = self.span_or(text, path);
            self.report(Code::EmptyText, span);
        }
        Text::new(text.as_str())
    }

    pub(super) fn missing(&mut self, field: &'static str, path: &[Step]) {
        let whole: Vec<Step> = path.iter().copied().chain([Step::Field(field)]).collect();
        if self.is_blanked(&whole) {
            return;
        }
        let span = self.place(path);
        let problem = self.problem(Code::MissingField, span).with("field", field);
        self.out.push(problem);
    }

    /// True if the value at `path` was left out because it could not be read.
    pub(super) fn is_blanked(&self, path: &[Step]) -> bool {
        let Some((Step::Field(field), around)) = path.split_last().map(|(last, around)| (*last, around)) else {
            return false;
        };
        !self.unreadable.blanked.is_empty() && {
            let around = self.whole(around);
            (self.unreadable.blanked.iter()).any(|(key, span)| {
                key.as_deref().is_some_and(|key| alike(key, field))
                    && around.start <= span.start
                    && span.end <= around.end
            })
        }
    }

    pub(super) fn is_blanked_below(&self, path: &[Step]) -> bool {
        !self.unreadable.blanked.is_empty() && {
            let around = self.whole(path);
            self.unreadable.blanked.iter().any(|(_, span)| around.start <= span.start && span.end <= around.end)
        }
    }

    fn whole(&self, path: &[Step]) -> Range<usize> {
        self.tree.get_or_init(|| Tree::parse(self.text)).get(path).map_or(0..0, |item| item.span())
    }

    fn lookup(&mut self, names: Kind, name: &Str, span: Range<usize>) -> Option<u16> {
        let (table, unreadable, code) = match names {
            Kind::Visitor => (&self.visitors, &self.unreadable.visitors, Code::UnknownVisitor),
            Kind::Fact => (&self.facts, &self.unreadable.facts, Code::UnknownFact),
            Kind::Promise => (&self.promises, &self.unreadable.promises, Code::UnknownPromise),
            Kind::Var => (&self.vars, &self.unreadable.vars, Code::UnknownVar),
            Kind::Visit => (&self.visits, &self.unreadable.visits, Code::UnknownVisit),
            Kind::Node => (&self.nodes, &self.unreadable.nodes, Code::UnknownNode),
        };
        if let Some(&position) = table.get(name.as_str()) {
            return Some(position);
        }
        // A sign that nobody sees was told of already; to the eye the names are the same.
        let seen = |name: &str| name.replace(is_invisible, "");
        let alike = table.iter().find(|(known, _)| {
            (known.contains(is_invisible) || name.as_str().contains(is_invisible)) && seen(known) == seen(name.as_str())
        });
        if let Some((_, position)) = alike {
            return Some(*position);
        }
        if !unreadable.contains(name.as_str()) && !self.unreadable.everything {
            // Likenesses cost time; after so many problems nobody reads them.
            let hint = (self.out.len() < 200)
                .then(|| suggest(name.as_str(), table.keys().copied().chain(unreadable.iter().map(String::as_str))))
                .flatten();
            let hint = match hint {
                Some(Hint::DidYouMean(_)) => hint,
                other if matches!(names, Kind::Node) => match suggest(name.as_str(), ["return"]) {
                    Some(Hint::DidYouMean(name)) => Some(Hint::DidYouMean(name)),
                    _ => other,
                },
                other => other,
            };
            self.out.push(self.problem(code, span).with("name", name.as_str()).hint(hint));
        }
        None
    }

    pub(super) fn visitor(&mut self, name: &Str, span: Range<usize>) -> Option<VisitorIx> {
        self.lookup(Kind::Visitor, name, span).map(VisitorIx)
    }
    pub(super) fn fact(&mut self, name: &Str, span: Range<usize>) -> Option<FactIx> {
        self.lookup(Kind::Fact, name, span).map(FactIx)
    }
    pub(super) fn promise(&mut self, name: &Str, span: Range<usize>) -> Option<PromiseIx> {
        self.lookup(Kind::Promise, name, span).map(PromiseIx)
    }
    pub(super) fn var(&mut self, name: &Str, span: Range<usize>) -> Option<VarIx> {
        self.lookup(Kind::Var, name, span).map(VarIx)
    }
    pub(super) fn visit(&mut self, name: &Str, span: Range<usize>) -> Option<VisitIx> {
        self.lookup(Kind::Visit, name, span).map(VisitIx)
    }
    pub(super) fn node(&mut self, name: &Str, span: Range<usize>) -> Option<NodeIx> {
        self.lookup(Kind::Node, name, span).map(NodeIx)
    }
}

/// A misspelt key was reported as such; what it should have been is not missing as well.
fn alike(key: &str, field: &str) -> bool {
    strsim::jaro_winkler(key, field) > 0.8
}

#[derive(Clone, Copy)]
enum Kind {
    Visitor,
    Fact,
    Promise,
    Var,
    Visit,
    Node,
}
