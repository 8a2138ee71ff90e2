//! The paper or answer that is written, as far as its fields and entries depend on it.

use super::super::diagnostics::Diagnostics;
use super::needs;
use crate::procedure::deadline::Reckoner;
use crate::procedure::limit::Limit;
use crate::procedure::{Circumstances, PaperCatalogue, PaperField, PaperIx, PaperKind, Printed, TimeLimit};
use crate::scenario::desk_task::TaskKind;
use crate::scenario::diagnostic::{Code, suggest};
use crate::scenario::model::{Act, AnyText, Opt, OptionKind, Target, Text};
use crate::scenario::source::{Entries, Str};
use crate::scenario::syntax::Step::{self, Field as Named};
use jiff::civil::Date;
use std::ops::Range;

/// What the fields and entries of one task have in common.
pub(super) struct TaskFrame {
    pub kind: TaskKind,
    pub paper: Option<PaperIx>,
    pub seen_by_others: bool,
    pub matter: Circumstances,
    pub plays_on: Option<Date>,
    /// Where the play goes on: the acts of an entry belong to no way of their own.
    pub then: Target,
}

impl TaskFrame {
    /// What writing something there does: it is a part of the task and leads nowhere by itself.
    pub fn opt(&self, id: String, text: AnyText, acts: Vec<Act>) -> Opt {
        Opt {
            id,
            kind: OptionKind::DeskAction,
            text,
            acts,
            when: None,
            to: None,
            effects: Vec::new(),
            step: None,
            decides: Vec::new(),
            then: self.then,
            law_says: Vec::new(),
            own: None,
        }
    }

    pub fn paper_kind(&self) -> Option<&'static PaperKind> {
        PaperCatalogue::shipped().papers.get(self.paper?.at())
    }

    /// Whether the catalogue's paper has such a field.
    pub fn asks_for(&self, of: PaperField) -> bool {
        self.paper_kind().is_some_and(|paper| paper.required.contains(&of) || paper.optional.contains(&of))
    }

    /// A field that this paper does not have can be no part of it.
    pub fn check_part(&self, of: PaperField, span: Range<usize>, diagnostics: &mut Diagnostics) {
        let Some(kind) = self.paper_kind() else { return };
        if !self.asks_for(of) && !of.is_needless() && of != PaperField::Other {
            let names = |fields: &[PaperField]| fields.iter().map(|of| format!("{of:?}")).collect::<Vec<_>>();
            let known = [names(&kind.required), names(&kind.optional)].concat();
            let hint = suggest(&format!("{of:?}"), &known);
            let problem = (diagnostics.problem(Code::NotOnThePaper, span).with("name", format!("{of:?}")))
                .with("paper", kind.id.as_str())
                .with("known", known.join(" "))
                .hint(hint);
            diagnostics.out.push(problem);
        }
    }

    /// What stands on the paper beforehand.
    pub fn printed(
        &self,
        written: &Entries<PaperField, Str>,
        path: &[Step; 2],
        diagnostics: &mut Diagnostics,
    ) -> Vec<Printed> {
        let mut printed: Vec<Printed> = Vec::new();
        for (of, text) in &written.0 {
            let span = diagnostics.span_or(text, &[path[0], path[1], Named("printed")]);
            if printed.iter().any(|earlier| earlier.of == *of) {
                diagnostics.report(Code::FieldTwice, span.clone()).args.push(("name", format!("{of:?}").into()));
            }
            self.check_part(*of, span.clone(), diagnostics);
            if text.as_str().trim().is_empty() {
                diagnostics.report(Code::EmptyText, span).args.push(("field", "printed".into()));
            }
            printed.push(Printed { of: *of, text: Text::new(text.as_str()) });
        }
        printed
    }

    /// Until when a time is in time: by law or within so many days, not both.
    pub fn limit(
        &self,
        due: Option<Limit>,
        within: Option<i64>,
        path: &[Step],
        diagnostics: &mut Diagnostics,
    ) -> Option<TimeLimit> {
        match (due, within) {
            (Some(_), Some(_)) => {
                needs("hint-due-or-within", path, diagnostics);
                None
            }
            (Some(limit), None) => {
                if self.plays_on.is_some_and(|today| Reckoner::shipped().deadline(limit, today).is_err()) {
                    needs("hint-due-without-law", path, diagnostics);
                }
                Some(TimeLimit::By(limit))
            }
            (None, Some(days)) => {
                let days = diagnostics.integer(days, 0, 3650, &[path, &[Named("within")]].concat());
                Some(TimeLimit::Within(days as u16))
            }
            (None, None) => None,
        }
    }
}
