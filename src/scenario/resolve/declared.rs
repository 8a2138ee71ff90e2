//! What nodes refer to by name: facts, promises, counters.

use super::super::model::{Fact, Promise, Var};
use super::super::source::ScenarioSource;
use super::super::syntax::Step::Field;
use super::diagnostics::Diagnostics;
use super::when::FAR;

pub(super) fn facts(source: &ScenarioSource, diagnostics: &mut Diagnostics) -> Vec<Fact> {
    let facts = source.facts.0.iter().map(|(id, text)| Fact {
        id: id.as_str().to_owned(),
        text: diagnostics.text(Some(text), "", &[Field("facts"), Field(id.as_str())]),
    });
    facts.collect()
}

pub(super) fn promises(source: &ScenarioSource, diagnostics: &mut Diagnostics) -> Vec<Promise> {
    let mut promises = Vec::with_capacity(source.promises.0.len());
    for (id, promise) in &source.promises.0 {
        diagnostics.mark(id);
        let path = [Field("promises"), Field(id.as_str())];
        let text = diagnostics.text(promise.text.as_ref(), "text", &path);
        let due_days =
            diagnostics.integer(promise.due_days.unwrap_or(0), 0, 3650, &[path[0], path[1], Field("due_days")]);
        promises.push(Promise {
            id: id.as_str().to_owned(),
            text,
            due_days: due_days as u16,
            within_authority: !promise.beyond_authority,
        });
    }
    promises
}

pub(super) fn vars(source: &ScenarioSource, diagnostics: &mut Diagnostics) -> Vec<Var> {
    let mut vars = Vec::with_capacity(source.vars.0.len());
    for (id, var) in &source.vars.0 {
        diagnostics.mark(id);
        let at = |field| [Field("vars"), Field(id.as_str()), Field(field)];
        let min = diagnostics.integer(var.min, -FAR, FAR, &at("min"));
        let Some(max) = var.max else {
            diagnostics.missing("max", &at("")[..2]);
            continue;
        };
        let max = diagnostics.integer(max, min, FAR, &at("max"));
        let start = diagnostics.integer(var.start.unwrap_or(min), min, max.max(min), &at("start"));
        vars.push(Var { id: id.as_str().to_owned(), min: min as i32, max: max as i32, start: start as i32 });
    }
    vars
}
