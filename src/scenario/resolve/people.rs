//! The visitors, with the crowds that an author wrote once, and our own people.

use super::super::diagnostic::{Code, Hint};
use super::super::model::{MAX_VISITORS, Staff, Visitor};
use super::super::source::{Entries, ScenarioSource, Str, VisitorSource};
use super::super::staff::SPEECH_RATE;
use super::super::syntax::Step::Field;
use super::crowd;
use super::diagnostics::Diagnostics;
use super::presets::Presets;
use crate::vocabulary::LONGEST_NAME;

pub(super) fn visitors(source: &ScenarioSource, diagnostics: &mut Diagnostics) -> Vec<Visitor> {
    let presets = Presets { own: &source.personas };
    presets.check(diagnostics);
    let number = number(&source.visitors, diagnostics);
    let mut visitors = Vec::with_capacity(number);
    for (id, visitor) in &source.visitors.0 {
        diagnostics.mark(id);
        let path = [Field("visitors"), Field(id.as_str())];
        let name = diagnostics.text(visitor.name.as_ref(), "name", &path);
        let age = diagnostics.integer(visitor.age.unwrap_or(45), 1, 120, &[path[0], path[1], Field("age")]);
        let persona = presets.persona(visitor, &path, diagnostics);
        diagnostics.integer(visitor.count.unwrap_or(1), 1, MAX_VISITORS as i64, &[path[0], path[1], Field("count")]);
        let first = Visitor {
            id: id.as_str().to_owned(),
            name,
            role: diagnostics.short_or_none(visitor.role.as_ref(), LONGEST_NAME, "role", &path),
            age: age as u8,
            persona,
            look: visitor.look,
            like: None,
        };
        let place = visitors.len();
        let others: Vec<Visitor> = crowd::others(&first, place, crowd::heads(visitor)).collect();
        visitors.push(first);
        visitors.extend(others);
    }
    visitors
}

/// Our own people: what only visitors have is reported.
pub(super) fn staff(source: &ScenarioSource, diagnostics: &mut Diagnostics) -> Vec<Staff> {
    let mut staff = Vec::with_capacity(source.staff.0.len());
    for (id, one) in &source.staff.0 {
        diagnostics.mark(id);
        let path = [Field("staff"), Field(id.as_str())];
        for field in one.of_visitors() {
            let span = diagnostics.place(&[path[0], path[1], Field(field)]);
            let problem = diagnostics.problem(Code::StaffFeels, span).with("name", id.as_str());
            diagnostics.out.push(problem.with("field", field));
        }
        let name = diagnostics.text(one.name.as_ref(), "name", &path);
        let age = diagnostics.integer(one.age.unwrap_or(40), 18, 120, &[path[0], path[1], Field("age")]);
        let rate = one.speech_rate.unwrap_or(SPEECH_RATE);
        let speech_rate = diagnostics.number(rate, 1.5, 8.0, &[path[0], path[1], Field("speech_rate")]);
        staff.push(Staff {
            id: id.as_str().to_owned(),
            name,
            role: diagnostics.short_or_none(one.role.as_ref(), LONGEST_NAME, "role", &path),
            age: age as u8,
            speech_rate,
            look: one.look,
        });
    }
    staff
}

/// How many people there are; too few or too many are reported.
fn number(written: &Entries<Str, VisitorSource>, diagnostics: &mut Diagnostics) -> usize {
    let number = crowd::all_heads(written);
    // A count beyond all bounds is told by itself.
    let counts = written.0.iter().filter_map(|(_, visitor)| visitor.count);
    let bounded = counts.into_iter().all(|count| (1..=MAX_VISITORS as i64).contains(&count));
    if !(1..=MAX_VISITORS).contains(&number) && diagnostics.unreadable.visitors.is_empty() && bounded {
        let span = diagnostics.place(&[Field("visitors")]);
        let problem =
            diagnostics.problem(Code::NumberOfVisitors, span).with("number", number).with("max", MAX_VISITORS);
        diagnostics.out.push(problem.hint((number > MAX_VISITORS).then_some(Hint::Text("hint-too-many-visitors"))));
    }
    number
}
