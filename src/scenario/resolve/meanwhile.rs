//! Steps that are taken between two visits, by colleagues or another body.

use super::super::diagnostic::{Code, Hint};
use super::super::model::Meanwhile;
use super::super::source::{Call, MeanwhileSource, dialect};
use super::super::syntax::Step::{self as At, Field, Item};
use super::diagnostics::Diagnostics;
use super::when::ConditionResolver;
use crate::procedure::Steps;
use ron::value::RawValue;

/// `Accept` on the last day, or `(step: Accept, after: 5, when: …)`.
pub(super) fn meanwhile(
    written: &[&RawValue],
    days: u16,
    path: &[At; 2],
    conditions: &ConditionResolver,
    diagnostics: &mut Diagnostics,
) -> Vec<Meanwhile> {
    let mut taken: Vec<Meanwhile> = Vec::with_capacity(written.len());
    for (n, raw) in written.iter().copied().enumerate() {
        let place = [path[0], path[1], Field("steps"), Item(n)];
        let read = match Call::parse(raw.get_ron()) {
            Some(_) => MeanwhileSource { step: Some(raw), ..MeanwhileSource::default() },
            None => match dialect().from_str::<MeanwhileSource>(raw.get_ron()) {
                Ok(read) => read,
                Err(_) => {
                    let span = diagnostics.place(&place);
                    diagnostics.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-steps"));
                    continue;
                }
            },
        };
        let Some(step) = read.step else {
            diagnostics.missing("step", &place);
            continue;
        };
        let step = conditions.steps.step(step, diagnostics);
        let earliest = taken.last().map_or(0, |last| last.after);
        let at = [&place[..], &[Field("after")]].concat();
        let after =
            read.after.map_or(days, |after| diagnostics.integer(after, earliest.into(), days.into(), &at) as u16);
        let when = read.when.as_ref().and_then(|when| conditions.when(when, &place, diagnostics));
        if let Some((step, by)) = step {
            let by = by.unwrap_or_else(|| Steps::shipped().usual_actor(step, conditions.steps.office()));
            taken.push(Meanwhile { step, by, after, when });
        }
    }
    taken
}
