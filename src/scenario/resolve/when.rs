//! Conditions.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::When;
use super::super::options::{id_of, options};
use super::super::source::{Call, CallArg, Str, WhenSource};
use super::super::tree::Step;
use super::Resolver;

impl<'s, 'a> Resolver<'s, 'a> {
    /// `path` is where the whole condition stands.
    pub(super) fn when(&mut self, when: &WhenSource<'a>, path: &[Step]) -> Option<When> {
        Some(match when {
            WhenSource::All(parts) => When::All(self.parts(parts, path)?),
            WhenSource::Any(parts) => When::Any(self.parts(parts, path)?),
            WhenSource::Not(part) => When::Not(Box::new(self.when(part, path)?)),
            WhenSource::Fact(name) => When::Fact(self.fact(name, self.span_or(name, path))?),
            WhenSource::Noted(name) => When::Noted(self.fact(name, self.span_or(name, path))?),
            WhenSource::Did(raw) => match Call::parse(raw.get_ron()) {
                Some(Call { name, arg: CallArg::None }) => When::Did(self.act_name(name)?),
                _ => {
                    let span = self.raw_span(raw.get_ron());
                    self.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-did"));
                    return None;
                }
            },
            WhenSource::Chose(node, option) => {
                let found = self.node(node, self.span_or(node, path))?;
                When::Chose(found, self.option_of(found, option, path)?)
            }
            WhenSource::FormClean(node) => {
                let found = self.node(node, self.span_or(node, path))?;
                When::FormClean(self.is_desk_task(found, node, path).then_some(found)?)
            }
            WhenSource::Wrote(node, field, entry) => {
                let found = self.node(node, self.span_or(node, path))?;
                self.is_desk_task(found, node, path).then_some(())?;
                When::Wrote(found, self.written(found, field, entry, path)?)
            }
            WhenSource::Visited(name) => When::Visited(self.node(name, self.span_or(name, path))?),
            WhenSource::AtLeast(who, quantity, value) => {
                let value = self.number(*value, -1.0, 1.0, path);
                When::AtLeast(self.visitor(who, self.span_or(who, path))?, *quantity, value)
            }
            WhenSource::Below(who, quantity, value) => {
                let value = self.number(*value, -1.0, 1.0, path);
                When::Below(self.visitor(who, self.span_or(who, path))?, *quantity, value)
            }
            WhenSource::VarAtLeast(name, value) => {
                let value = self.integer(*value, -1_000_000, 1_000_000, path) as i32;
                When::VarAtLeast(self.var(name, self.span_or(name, path))?, value)
            }
            WhenSource::VarIs(name, value) => {
                let value = self.integer(*value, -1_000_000, 1_000_000, path) as i32;
                When::VarIs(self.var(name, self.span_or(name, path))?, value)
            }
            WhenSource::Issued(name) => When::Issued(self.paper(name, self.span_or(name, path))?),
            WhenSource::Promised(name) => When::Promised(self.promise(name, self.span_or(name, path))?),
            WhenSource::Kept(name) => When::Kept(self.promise(name, self.span_or(name, path))?),
            WhenSource::Broken(name) => When::Broken(self.promise(name, self.span_or(name, path))?),
            WhenSource::Deflections(times) => When::Deflections(self.integer(*times, 0, 255, path) as u8),
            WhenSource::Interruptions(times) => When::Interruptions(self.integer(*times, 0, 255, path) as u8),
            WhenSource::Outbursts(times) => When::Outbursts(self.integer(*times, 0, 255, path) as u8),
            WhenSource::DaysPassed(days) => When::DaysPassed(self.integer(*days, 0, 3650, path) as u16),
            WhenSource::StepTaken(raw) => When::StepTaken(self.step_of_matter(raw)?.0),
            WhenSource::Chance(probability) => When::Chance(self.number(*probability, 0.0, 1.0, path)),
        })
    }

    /// All parts are looked at, even after a bad one.
    fn parts(&mut self, parts: &[WhenSource<'a>], path: &[Step]) -> Option<Vec<When>> {
        let resolved: Vec<_> = parts.iter().map(|part| self.when(part, path)).collect();
        resolved.into_iter().collect()
    }

    fn option_of(&mut self, node: super::NodeIx, wanted: &Str, path: &[Step]) -> Option<u8> {
        let (id, node) = &self.source.nodes.0[node.at()];
        let options = options(node);
        let ids: Vec<_> = options.iter().enumerate().map(|(n, option)| id_of(node, n, option)).collect();
        let found = ids.iter().position(|known| known == wanted.as_str());
        if found.is_none() && !self.is_blanked_below(&[Step::Field("nodes"), Step::Field(id.as_str())]) {
            let span = self.span_or(wanted, path);
            let problem = (self.problem(Code::UnknownOption, span).with("name", wanted.as_str()))
                .with("node", id.as_str())
                .hint(suggest(wanted.as_str(), &ids));
            self.out.push(problem);
        }
        found.map(|position| position as u8)
    }
}
