//! Steps of the matter that somebody takes in the play or took before it.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::matter::{Office, Taking};
use super::super::source::{Call, CallArg, MatterSource};
use super::super::syntax::Step::Field;
use super::diagnostics::Diagnostics;
use crate::procedure::{Actor, Step};
use ron::value::RawValue;

/// `Forward`, or `Extend(HeadOfBody)` where it is not plain by whom.
pub(super) fn step(raw: &RawValue, diagnostics: &mut Diagnostics) -> Option<(Step, Option<Actor>)> {
    let raw = raw.get_ron();
    let span = diagnostics.raw_span(raw);
    let Some(call) = Call::parse(raw) else {
        diagnostics.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-step"));
        return None;
    };
    let Some(step) = Step::named(call.name).filter(|step| *step != Step::Receive) else {
        let names = Step::ALL.into_iter().skip(1).map(Step::name);
        let problem = diagnostics.problem(Code::UnknownStep, span).with("name", call.name);
        diagnostics.out.push(problem.hint(suggest(call.name, names)));
        return None;
    };
    let by = match call.arg {
        CallArg::None => None,
        CallArg::Name(name) => match Actor::named(name) {
            Some(actor) => Some(actor),
            None => {
                let problem = diagnostics.problem(Code::UnknownWord, span).with("name", name);
                diagnostics.out.push(problem.hint(suggest(name, Actor::ALL.map(Actor::name))));
                return None;
            }
        },
        _ => {
            diagnostics.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-step"));
            return None;
        }
    };
    Some((step, by))
}

/// Steps that are taken in the play.
#[derive(Clone, Copy)]
pub(super) struct StepsInPlay {
    /// Whose desk the trainee sits at; `None`: there is no matter that could take a step.
    office: Option<Actor>,
}

impl StepsInPlay {
    pub fn of(matter: Option<&MatterSource>) -> Self {
        Self { office: matter.map(|matter| matter.office.actor()) }
    }

    /// A step, and by whom if that is said; there must be a matter for it.
    pub fn step(self, raw: &RawValue, diagnostics: &mut Diagnostics) -> Option<(Step, Option<Actor>)> {
        let found = step(raw, diagnostics)?;
        if self.office.is_none() && !diagnostics.is_blanked(&[Field("matter")]) {
            let span = diagnostics.raw_span(raw.get_ron());
            diagnostics.report(Code::StepWithoutMatter, span).args.push(("step", found.0.label().into()));
        }
        Some(found)
    }

    /// The step of an option or a paper: the trainee's own office takes it unless another is named.
    pub fn taking(self, raw: Option<&RawValue>, diagnostics: &mut Diagnostics) -> Option<Taking> {
        let (step, by) = self.step(raw?, diagnostics)?;
        Some(Taking { step, by: by.unwrap_or_else(|| self.office()) })
    }

    pub fn office(self) -> Actor {
        self.office.unwrap_or_else(|| Office::default().actor())
    }
}
