//! The matter: class, route, receipt, and a history that the procedure engine lets through.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::matter::Office;
use super::super::model::{Matter, Meanwhile, Past, Taking};
use super::super::source::{Call, CallArg, MatterSource, MeanwhileSource, dialect};
use super::super::tree::Step::{self as At, Field, Item};
use super::Resolver;
use crate::procedure::{Actor, Class, Course, Refusal, Route, Step, Steps, Why};
use ron::value::RawValue;
use std::ops::Range;

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn matter(&mut self) -> Option<Matter> {
        let source = self.source.matter.as_ref()?;
        let path = [Field("matter")];
        self.here = self.place(&path);
        let Some(class) = source.class else {
            self.missing("class", &path);
            return None;
        };
        let route = self.route(class, source.route);
        let office = source.office.actor();
        let received = match &source.received {
            Some(written) => {
                let place = [path[0], Field("received")];
                let day = self.day(written, &place)?;
                let span = self.span_or(written, &place);
                self.before_the_visit(day, span);
                day
            }
            // Without a day it comes in with the first visit.
            None => self.plays_on?,
        };
        let mut course = Course::new(received);
        course.classify(class, route);
        let so_far = self.so_far(source, office, &mut course);
        Some(Matter { class, route, office, received, so_far, start: course.progress() })
    }

    fn route(&mut self, class: Class, route: Option<Route>) -> Option<Route> {
        let hint = match (class, route) {
            (Class::Remedy, None) => "hint-route-needed",
            (Class::Suggestion | Class::Accusation, Some(_)) => "hint-no-route",
            _ => return route,
        };
        let field = if route.is_some() { "route" } else { "class" };
        if !self.is_blanked(&[Field("matter"), Field("route")]) {
            let span = self.place(&[Field("matter"), Field(field)]);
            let problem = self.problem(Code::RouteOfClass, span).with("right", class.label());
            self.out.push(problem.hint(Some(Hint::Text(hint))));
        }
        None
    }

    fn before_the_visit(&mut self, day: jiff::civil::Date, span: Range<usize>) {
        if let Some(first) = self.plays_on.filter(|first| day > *first) {
            let problem = self.problem(Code::PastTooLate, span).with("value", day.to_string());
            self.out.push(problem.with("day", first.to_string()));
        }
    }

    fn so_far(&mut self, source: &MatterSource<'a>, office: Actor, course: &mut Course) -> Vec<Past> {
        let mut so_far = Vec::with_capacity(source.so_far.len());
        for (n, past) in source.so_far.iter().enumerate() {
            let place = [Field("matter"), Field("so_far"), Item(n)];
            let at = |field| [place[0], place[1], place[2], Field(field)];
            let step = self.required_step(past.step, &place);
            let on = match &past.on {
                Some(written) => self.day(written, &at("on")),
                None => {
                    self.missing("on", &place);
                    None
                }
            };
            let (Some((step, by)), Some(on)) = (step, on) else {
                // What follows would be held against a history with a gap.
                return so_far;
            };
            let by = by.unwrap_or_else(|| Steps::shipped().usual_actor(step, office));
            let span = past.on.as_ref().map_or_else(|| self.place(&place), |on| self.span_or(on, &at("on")));
            self.before_the_visit(on, span);
            if let Err(refusal) = course.take(step, by, on) {
                let field =
                    if matches!(refusal.why, Why::Backwards { .. } | Why::TooLate { .. }) { "on" } else { "step" };
                let span = self.place(&at(field));
                self.refused(&refusal, span);
                return so_far;
            }
            so_far.push(Past { step, by, on });
        }
        so_far
    }

    fn refused(&mut self, refusal: &Refusal, span: Range<usize>) {
        let mut problem = self.problem(Code::PastRefused, span);
        problem.args.extend(refusal.args());
        self.out.push(problem.hint(Some(Hint::Text(refusal.why.text_id()))));
    }

    fn required_step(&mut self, raw: Option<&'a RawValue>, path: &[At]) -> Option<(Step, Option<Actor>)> {
        match raw {
            Some(raw) => self.step(raw),
            None => {
                self.missing("step", path);
                None
            }
        }
    }

    /// The step of an option or a paper: the trainee's own office takes it unless another is named.
    pub(super) fn taking(&mut self, raw: Option<&'a RawValue>) -> Option<Taking> {
        let raw = raw?;
        let (step, by) = self.step_of_matter(raw)?;
        Some(Taking { step, by: by.unwrap_or_else(|| self.office()) })
    }

    /// What happens meanwhile: `Accept` on the last day, or `(step: Accept, after: 5, when: …)`.
    pub(super) fn meanwhile(&mut self, steps: &'s [&'a RawValue], days: u16, path: &[At; 2]) -> Vec<Meanwhile> {
        let mut taken: Vec<Meanwhile> = Vec::with_capacity(steps.len());
        for (n, raw) in steps.iter().copied().enumerate() {
            let place = [path[0], path[1], Field("steps"), Item(n)];
            let read = match Call::parse(raw.get_ron()) {
                Some(_) => MeanwhileSource { step: Some(raw), ..MeanwhileSource::default() },
                None => match dialect().from_str::<MeanwhileSource>(raw.get_ron()) {
                    Ok(read) => read,
                    Err(_) => {
                        let span = self.place(&place);
                        self.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-steps"));
                        continue;
                    }
                },
            };
            let Some(step) = read.step else {
                self.missing("step", &place);
                continue;
            };
            let step = self.step_of_matter(step);
            let earliest = taken.last().map_or(0, |last| last.after);
            let at = [&place[..], &[Field("after")]].concat();
            let after = read.after.map_or(days, |after| self.integer(after, earliest.into(), days.into(), &at) as u16);
            let when = read.when.as_ref().and_then(|when| self.when(when, &place));
            if let Some((step, by)) = step {
                let by = by.unwrap_or_else(|| Steps::shipped().usual_actor(step, self.office()));
                taken.push(Meanwhile { step, by, after, when });
            }
        }
        taken
    }

    fn office(&self) -> Actor {
        self.source.matter.as_ref().map_or(Office::default(), |matter| matter.office).actor()
    }

    /// A step that somebody takes in the play; there must be a matter for it.
    pub(super) fn step_of_matter(&mut self, raw: &'a RawValue) -> Option<(Step, Option<Actor>)> {
        let found = self.step(raw)?;
        if self.source.matter.is_none() && !self.is_blanked(&[Field("matter")]) {
            let span = self.raw_span(raw.get_ron());
            self.report(Code::StepWithoutMatter, span).args.push(("step", found.0.label().into()));
        }
        Some(found)
    }

    /// `Forward`, or `Extend(HeadOfBody)` where it is not plain by whom.
    fn step(&mut self, raw: &'a RawValue) -> Option<(Step, Option<Actor>)> {
        let raw = raw.get_ron();
        let span = self.raw_span(raw);
        let Some(call) = Call::parse(raw) else {
            self.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-step"));
            return None;
        };
        let Some(step) = Step::named(call.name).filter(|step| *step != Step::Receive) else {
            let names = Step::ALL.into_iter().skip(1).map(Step::name);
            let problem = self.problem(Code::UnknownStep, span).with("name", call.name);
            self.out.push(problem.hint(suggest(call.name, names)));
            return None;
        };
        let by = match call.arg {
            CallArg::None => None,
            CallArg::Name(name) => match Actor::named(name) {
                Some(actor) => Some(actor),
                None => {
                    let problem = self.problem(Code::UnknownWord, span).with("name", name);
                    self.out.push(problem.hint(suggest(name, Actor::ALL.map(Actor::name))));
                    return None;
                }
            },
            _ => {
                self.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-step"));
                return None;
            }
        };
        Some((step, by))
    }
}
