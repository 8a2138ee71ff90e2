//! Conditions.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::{NodeIx, When};
use super::super::options::{id_of, options};
use super::super::source::{Call, CallArg, Entries, NodeSource, Str, WhenSource};
use super::super::syntax::Step;
use super::catalogues::{act_named, paper};
use super::declarations::Declarations;
use super::diagnostics::Diagnostics;
use super::forms::EntryNames;
use super::steps::StepsInPlay;
use crate::procedure::Ruling;

/// A counter lies between this and its negative.
pub(super) const FAR: i64 = 1_000_000;

/// What conditions can ask about.
pub(super) struct ConditionResolver<'r, 's, 'a> {
    pub names: &'r Declarations<'s>,
    pub nodes: &'s Entries<Str<'a>, NodeSource<'a>>,
    pub steps: StepsInPlay,
}

impl ConditionResolver<'_, '_, '_> {
    /// `path` is where the whole condition stands.
    pub fn when(&self, when: &WhenSource, path: &[Step], diagnostics: &mut Diagnostics) -> Option<When> {
        let names = self.names;
        Some(match when {
            WhenSource::All(parts) => When::All(self.parts(parts, path, diagnostics)?),
            WhenSource::Any(parts) => When::Any(self.parts(parts, path, diagnostics)?),
            WhenSource::Not(part) => When::Not(Box::new(self.when(part, path, diagnostics)?)),
            WhenSource::Fact(name) => When::Fact(names.fact(name, diagnostics.span_or(name, path), diagnostics)?),
            WhenSource::Noted(name) => When::Noted(names.fact(name, diagnostics.span_or(name, path), diagnostics)?),
            WhenSource::Did(raw) => match Call::parse(raw.get_ron()) {
                Some(Call { name, arg: CallArg::None }) => When::Did(act_named(name, diagnostics)?),
                _ => {
                    let span = diagnostics.raw_span(raw.get_ron());
                    diagnostics.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-did"));
                    return None;
                }
            },
            WhenSource::Chose(name, option) => {
                let node = self.node(name, path, diagnostics)?;
                When::Chose(node, self.option(node, option, path, diagnostics)?)
            }
            WhenSource::FormClean(name) => {
                let node = self.node(name, path, diagnostics)?;
                self.entries(node, name, path, diagnostics)?;
                When::FormClean(node)
            }
            WhenSource::Wrote(name, field, entry) => {
                let node = self.node(name, path, diagnostics)?;
                let entries = self.entries(node, name, path, diagnostics)?;
                When::Wrote(node, entries.position(field, entry, path, diagnostics)?)
            }
            WhenSource::Visited(name) => When::Visited(self.node(name, path, diagnostics)?),
            WhenSource::AtLeast(who, quantity, value) => {
                let value = diagnostics.number(*value, -1.0, 1.0, path);
                When::AtLeast(names.visitor(who, diagnostics.span_or(who, path), diagnostics)?, *quantity, value)
            }
            WhenSource::Below(who, quantity, value) => {
                let value = diagnostics.number(*value, -1.0, 1.0, path);
                When::Below(names.visitor(who, diagnostics.span_or(who, path), diagnostics)?, *quantity, value)
            }
            WhenSource::VarAtLeast(name, value) => {
                let value = diagnostics.integer(*value, -FAR, FAR, path) as i32;
                When::VarAtLeast(names.var(name, diagnostics.span_or(name, path), diagnostics)?, value)
            }
            WhenSource::VarIs(name, value) => {
                let value = diagnostics.integer(*value, -FAR, FAR, path) as i32;
                When::VarIs(names.var(name, diagnostics.span_or(name, path), diagnostics)?, value)
            }
            WhenSource::Issued(name) => When::Issued(paper(name, diagnostics.span_or(name, path), diagnostics)?),
            WhenSource::Promised(name) => {
                When::Promised(names.promise(name, diagnostics.span_or(name, path), diagnostics)?)
            }
            WhenSource::Kept(name) => When::Kept(names.promise(name, diagnostics.span_or(name, path), diagnostics)?),
            WhenSource::Broken(name) => {
                When::Broken(names.promise(name, diagnostics.span_or(name, path), diagnostics)?)
            }
            WhenSource::Deflections(times) => When::Deflections(diagnostics.integer(*times, 0, 255, path) as u8),
            WhenSource::Interruptions(times) => When::Interruptions(diagnostics.integer(*times, 0, 255, path) as u8),
            WhenSource::Outbursts(times) => When::Outbursts(diagnostics.integer(*times, 0, 255, path) as u8),
            WhenSource::DaysPassed(days) => When::DaysPassed(diagnostics.integer(*days, 0, 3650, path) as u16),
            WhenSource::StepTaken(raw) => When::StepTaken(self.steps.step(raw, diagnostics)?.0),
            WhenSource::Decided(name, ruling) => self.decided(name, *ruling, path, diagnostics)?,
            WhenSource::Chance(probability) => When::Chance(diagnostics.number(*probability, 0.0, 1.0, path)),
        })
    }

    /// Whatever decides the claim so, wherever it stands: it has been chosen or written.
    fn decided(&self, name: &Str, ruling: Ruling, path: &[Step], diagnostics: &mut Diagnostics) -> Option<When> {
        self.names.claim(name, diagnostics.span_or(name, path), diagnostics)?;
        let decides = |written: &Entries<Str, Ruling>| {
            written.0.iter().any(|(known, decided)| known.as_str() == name.as_str() && *decided == ruling)
        };
        let mut ways = Vec::new();
        for (at, (id, node)) in self.nodes.0.iter().enumerate() {
            let at = NodeIx(u16::try_from(at).ok()?);
            let options = options(node);
            let chosen = options.iter().enumerate().filter(|(_, option)| decides(option.decides));
            ways.extend(chosen.map(|(n, _)| When::Chose(at, n as u8)));
            let written = EntryNames::of(id, node).map(|entries| entries.that(node, decides)).unwrap_or_default();
            ways.extend(written.into_iter().map(|entry| When::Wrote(at, entry)));
        }
        if ways.is_empty() && !diagnostics.unreadable.anything {
            let span = diagnostics.span_or(name, path);
            let problem = diagnostics.problem(Code::NobodyDecidesSo, span).with("name", name.as_str());
            diagnostics.out.push(problem.with("ruling", ruling.name()));
        }
        Some(When::Any(ways))
    }

    /// All parts are looked at, even after a bad one.
    fn parts(&self, parts: &[WhenSource], path: &[Step], diagnostics: &mut Diagnostics) -> Option<Vec<When>> {
        let resolved: Vec<_> = parts.iter().map(|part| self.when(part, path, diagnostics)).collect();
        resolved.into_iter().collect()
    }

    fn node(&self, name: &Str, path: &[Step], diagnostics: &mut Diagnostics) -> Option<NodeIx> {
        self.names.node(name, diagnostics.span_or(name, path), diagnostics)
    }

    fn option(&self, node: NodeIx, wanted: &Str, path: &[Step], diagnostics: &mut Diagnostics) -> Option<u8> {
        let (id, node) = self.nodes.0.get(node.at())?;
        let options = options(node);
        let ids: Vec<_> = options.iter().enumerate().map(|(n, option)| id_of(node, n, option)).collect();
        let found = ids.iter().position(|known| known == wanted.as_str());
        if found.is_none() && !diagnostics.is_blanked_below(&[Step::Field("nodes"), Step::Field(id.as_str())]) {
            let span = diagnostics.span_or(wanted, path);
            let problem = (diagnostics.problem(Code::UnknownOption, span).with("name", wanted.as_str()))
                .with("node", id.as_str())
                .hint(suggest(wanted.as_str(), &ids));
            diagnostics.out.push(problem);
        }
        found.map(|position| position as u8)
    }

    /// What can be written at a desk task; reported where `name` names none.
    fn entries(
        &self,
        node: NodeIx,
        name: &Str,
        path: &[Step],
        diagnostics: &mut Diagnostics,
    ) -> Option<EntryNames<'_>> {
        let (id, node) = self.nodes.0.get(node.at())?;
        let found = EntryNames::of(id, node);
        if found.is_none() {
            let span = diagnostics.span_or(name, path);
            let problem = diagnostics.problem(Code::UnknownDeskTask, span).with("name", "Form, Compose");
            diagnostics.out.push(problem.with("node", name.as_str()).hint(Some(Hint::Text("hint-not-a-desk-task"))));
        }
        found
    }
}
