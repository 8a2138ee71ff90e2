//! Desk tasks: forms and composed answers, with the entries that the engine makes itself.

mod carried;
mod checks;
mod entries;
mod fields;
mod frame;
mod names;

use super::super::desk_task::{DeskTask, TaskKind};
use super::super::diagnostic::{Code, Hint};
use super::super::model::{Act, Opt, Target};
use super::super::source::TaskSource;
use super::super::syntax::Step::{self, Field as Named};
use super::acts::ActResolver;
use super::catalogues::paper;
use super::diagnostics::Diagnostics;
use super::nodes::NOWHERE;
use super::resolver::Resolver;
use crate::procedure::{ClaimTerms, Form, FormEntry, Remedy};
use crate::vocabulary::{ActIx, LONGEST_TITLE};
use fields::FieldList;
use frame::TaskFrame;
pub(super) use names::EntryNames;
use std::sync::Arc;

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn desk_task(
        &mut self,
        kind: TaskKind,
        source: &'s TaskSource<'a>,
        next: Option<Target>,
        path: &[Step; 2],
    ) -> DeskTask {
        let at = |field| [path[0], path[1], Named(field)];
        if kind == TaskKind::Form && source.paper.is_none() {
            self.diagnostics.missing("paper", path);
        }
        let paper = source.paper.as_ref().and_then(|id| {
            let span = self.diagnostics.span_or(id, &at("paper"));
            paper(id, span, &mut self.diagnostics)
        });
        let to = source.to.as_ref().and_then(|name| {
            let span = self.diagnostics.span_or(name, &at("to"));
            self.visitor(name, span)
        });
        // Where both outcomes have a way of their own, nothing needs to follow.
        let both = source.clean.is_some() && source.faulty.is_some() && source.then.is_none();
        let next = next.or(both.then_some(Target::Node(NOWHERE)));
        let then = self.target(source.then.as_ref(), next, "then", path);
        let clean = self.target(source.clean.as_ref(), Some(then), "clean", path);
        let faulty = self.target(source.faulty.as_ref(), Some(then), "faulty", path);
        let (plays_on, seen_by_others) = (self.law.plays_on, source.seen_by_others);
        let frame = TaskFrame { kind, paper, seen_by_others, matter: self.circumstances, plays_on, then };
        let printed = frame.printed(&source.printed, path, &mut self.diagnostics);
        let acts = ActResolver { names: &self.names, words: &self.words, law: self.law };
        let mut fields = FieldList::new(&frame, acts);
        match kind {
            TaskKind::Form => fields.of_form(&source.fields, path, &mut self.diagnostics),
            TaskKind::Compose => fields.of_answer(source, path, &mut self.diagnostics),
        }
        let (fields, entries) = fields.finish();
        let mut acts: Vec<Act> = source.acts.iter().filter_map(|act| self.act(act.get_ron())).collect();
        let said = acts.len();
        if let Some(paper) = paper {
            let own: Vec<ActIx> = acts.iter().map(|act| act.kind).collect();
            acts.extend(carried::handed_in(paper).filter(|act| !own.contains(&act.kind)));
        }
        let effects = self.effects(&source.set, &source.add, path);
        let step = self.taking(source.step);
        let title = self.diagnostics.short_or_none(source.title.as_ref(), LONGEST_TITLE, "title", path);
        let first_day = plays_on.unwrap_or_default();
        let own_law = self.source.own_law.library.clone();
        let claims = Arc::clone(&self.claims);
        let remedies = remedies(&entries, &claims);
        let mut form = Form {
            paper,
            seen_by_others,
            fields,
            entries,
            printed,
            first_day,
            matter: frame.matter,
            own_law,
            claims,
            remedies,
        };
        form.ask_the_law(|opt: &Opt| opt.text.original());
        for field in &form.fields {
            let place = match kind {
                TaskKind::Form => vec![path[0], path[1], Named("fields"), Named(&field.id)],
                TaskKind::Compose => at(&field.id).to_vec(),
            };
            checks::something_right(&form, field, &place, &mut self.diagnostics);
        }
        DeskTask { kind, title, form, to, acts, said, step, effects, clean, faulty }
    }
}

/// What the claims that a form decides say one may do against it, each once.
fn remedies(entries: &[FormEntry<Opt>], claims: &[ClaimTerms]) -> Vec<Remedy> {
    let decided = entries.iter().flat_map(|entry| &entry.opt.decides);
    let mut remedies: Vec<Remedy> = decided.filter_map(|decision| claims.get(decision.claim.at())?.remedy).collect();
    remedies.sort_unstable();
    remedies.dedup();
    remedies
}

/// A field or an entry does not have what it needs, or has what it does not.
fn needs(hint: &'static str, place: &[Step], diagnostics: &mut Diagnostics) {
    let span = diagnostics.place(place);
    diagnostics.report(Code::FieldNeeds, span).hint = Some(Hint::Text(hint));
}
