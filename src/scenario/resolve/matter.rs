//! The matter: class, route, receipt, and a history that the procedure engine lets through.

use super::super::diagnostic::{Code, Hint};
use super::super::model::{Matter, Past};
use super::super::source::{MatterSource, PastSource};
use super::super::syntax::Step::{Field, Item};
use super::dates::day;
use super::diagnostics::Diagnostics;
use super::steps::step;
use crate::procedure::{Actor, Class, Course, Refusal, RefusalReason, Route, Steps};
use jiff::civil::Date;
use std::ops::Range;

/// The matter as it stands when the first visit begins; without a day of its own it comes in on `plays_on`.
pub(super) fn matter(source: &MatterSource, plays_on: Option<Date>, diagnostics: &mut Diagnostics) -> Option<Matter> {
    let path = [Field("matter")];
    diagnostics.here = diagnostics.place(&path);
    let Some(class) = source.class else {
        diagnostics.missing("class", &path);
        return None;
    };
    let route = route(class, source.route, diagnostics);
    let office = source.office.actor();
    let received = match &source.received {
        Some(written) => {
            let place = [path[0], Field("received")];
            let received = day(written, &place, diagnostics)?;
            let span = diagnostics.span_or(written, &place);
            before_the_visit(received, plays_on, span, diagnostics);
            received
        }
        None => plays_on?,
    };
    let mut course = Course::new(received);
    course.classify(class, route);
    let mut so_far = Vec::with_capacity(source.so_far.len());
    for (n, past) in source.so_far.iter().enumerate() {
        // What follows a gap or a refusal would be held against a wrong history.
        let Some(past) = taken(n, past, office, plays_on, &mut course, diagnostics) else { break };
        so_far.push(past);
    }
    Some(Matter { class, route, office, received, so_far, start: course.progress() })
}

fn route(class: Class, route: Option<Route>, diagnostics: &mut Diagnostics) -> Option<Route> {
    let hint = match (class, route) {
        (Class::Remedy, None) => "hint-route-needed",
        (Class::Suggestion | Class::Accusation, Some(_)) => "hint-no-route",
        _ => return route,
    };
    let field = if route.is_some() { "route" } else { "class" };
    if !diagnostics.is_blanked(&[Field("matter"), Field("route")]) {
        let span = diagnostics.place(&[Field("matter"), Field(field)]);
        let problem = diagnostics.problem(Code::RouteOfClass, span).with("right", class.label());
        diagnostics.out.push(problem.hint(Some(Hint::Text(hint))));
    }
    None
}

fn before_the_visit(day: Date, plays_on: Option<Date>, span: Range<usize>, diagnostics: &mut Diagnostics) {
    if let Some(first) = plays_on.filter(|first| day > *first) {
        let problem = diagnostics.problem(Code::PastTooLate, span).with("value", day.to_string());
        diagnostics.out.push(problem.with("day", first.to_string()));
    }
}

/// A step of the history; `None` where it cannot be read or cannot be taken.
fn taken(
    n: usize,
    past: &PastSource,
    office: Actor,
    plays_on: Option<Date>,
    course: &mut Course,
    diagnostics: &mut Diagnostics,
) -> Option<Past> {
    let place = [Field("matter"), Field("so_far"), Item(n)];
    let at = |field| [place[0], place[1], place[2], Field(field)];
    let step = match past.step {
        Some(raw) => step(raw, diagnostics),
        None => {
            diagnostics.missing("step", &place);
            None
        }
    };
    let on = match &past.on {
        Some(written) => day(written, &at("on"), diagnostics),
        None => {
            diagnostics.missing("on", &place);
            None
        }
    };
    let ((step, by), on) = (step?, on?);
    let by = by.unwrap_or_else(|| Steps::shipped().usual_actor(step, office));
    let span = past.on.as_ref().map_or_else(|| diagnostics.place(&place), |on| diagnostics.span_or(on, &at("on")));
    before_the_visit(on, plays_on, span, diagnostics);
    if let Err(refusal) = course.take(step, by, on) {
        let field = if matches!(refusal.why, RefusalReason::Backwards { .. } | RefusalReason::TooLate { .. }) {
            "on"
        } else {
            "step"
        };
        let span = diagnostics.place(&at(field));
        refused(&refusal, span, diagnostics);
        return None;
    }
    Some(Past { step, by, on })
}

fn refused(refusal: &Refusal, span: Range<usize>, diagnostics: &mut Diagnostics) {
    let mut problem = diagnostics.problem(Code::PastRefused, span);
    problem.args.extend(refusal.args());
    diagnostics.out.push(problem.hint(Some(Hint::Text(refusal.why.text_id()))));
}
