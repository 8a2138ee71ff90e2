//! What options and other ways on have in common: what they do, and where they lead.

use super::super::diagnostic::Code;
use super::super::model::*;
use super::super::options::Written;
use super::super::source::{Entries, Str};
use super::super::syntax::Step::{self, Field};
use super::nodes::NOWHERE;
use super::resolver::Resolver;
use crate::procedure::ArticleIx;
use std::ops::Range;

impl<'s, 'a> Resolver<'s, 'a> {
    /// All of an option but where it leads.
    pub(super) fn option(&mut self, option: &Written<'s, 'a>, nameless: String, path: &[Step]) -> Opt {
        let at = |field| [path, &[Field(field)]].concat();
        let id = match option.id {
            Some(id) => {
                let span = self.diagnostics.span_or(id, &at("id"));
                self.diagnostics.check_id(id, span);
                id.as_str().to_owned()
            }
            None => nameless,
        };
        let texts = [
            (OptionKind::Response, option.say, "say"),
            (OptionKind::Gesture, option.gesture, "gesture"),
            (OptionKind::DeskAction, option.desk, "desk"),
        ];
        let mut given = texts.iter().filter_map(|(kind, text, field)| Some((*kind, (*text)?, *field)));
        let (kind, text) = match (given.next(), given.next()) {
            (Some((kind, text, field)), None) => (kind, self.diagnostics.text(Some(text), field, &at(field))),
            (one, _) => {
                let blanked = ["say", "gesture", "desk"].iter().any(|field| self.diagnostics.is_blanked(&at(field)));
                if one.is_some() || !blanked {
                    let span = self.diagnostics.place(path);
                    self.diagnostics.report(Code::OptionKind, span);
                }
                (OptionKind::Response, Text::default())
            }
        };
        let acts = option.acts.iter().filter_map(|act| self.act(act.get_ron())).collect();
        let when = option.when.and_then(|when| self.when(when, &at("when")));
        let to = option.to.and_then(|name| {
            let span = self.diagnostics.span_or(name, &at("to"));
            self.somebody(name, span)
        });
        let effects = self.effects(option.set, option.add, path);
        let step = self.taking(option.step);
        let decides = self.decides(option.decides, path);
        let law_says = self.law_says(option.law_says, path);
        let own = self.own(option, path);
        let then = Target::Node(NOWHERE);
        Opt { id, kind, text: text.into(), acts, when, to, effects, step, decides, then, law_says, own }
    }

    /// The articles that put an option's words right.
    fn law_says(&mut self, articles: &[Str], path: &[Step]) -> Vec<ArticleIx> {
        let cited = articles.iter().enumerate().filter_map(|(n, cited)| {
            let span = self.diagnostics.span_or(cited, &[path, &[Field("law_says"), Step::Item(n)]].concat());
            self.law.article(cited, span, &mut self.diagnostics)
        });
        cited.collect()
    }

    pub(super) fn effects(
        &mut self,
        set: &'s Entries<Str<'a>, i64>,
        add: &'s Entries<Str<'a>, i64>,
        path: &[Step],
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (entries, field) in [(set, "set"), (add, "add")] {
            for (name, value) in &entries.0 {
                let place = [path, &[Field(field), Field(name.as_str())]].concat();
                let span = self.diagnostics.span_or(name, &place);
                let Some(var) = self.var(name, span) else {
                    continue;
                };
                let (min, max) = match (&self.source.vars.0[var.at()].1, field) {
                    (bounds, "set") => (bounds.min, bounds.max.unwrap_or(i64::MAX)),
                    _ => (-1_000_000, 1_000_000),
                };
                let value = self.diagnostics.integer(*value, min, max.max(min), &place) as i32;
                effects.push(if field == "set" { Effect::Set(var, value) } else { Effect::Add(var, value) });
            }
        }
        effects
    }

    /// Where `field` leads; left out, to the next node of the file.
    pub(super) fn target(
        &mut self,
        name: Option<&Str>,
        next: Option<Target>,
        field: &'static str,
        path: &[Step],
    ) -> Target {
        match name {
            Some(name) if name.as_str() == "return" => Target::Return,
            Some(name) => {
                let whole = [path, &[Field(field)]].concat();
                let span: Range<usize> = self.diagnostics.span_or(name, &whole);
                Target::Node(self.node(name, span).unwrap_or(NOWHERE))
            }
            None => next.unwrap_or_else(|| {
                let span = self.diagnostics.place(path);
                // What followed may be what was left out.
                let lost = self.diagnostics.unreadable.blanked.iter().any(|(_, gone)| gone.start > span.start);
                if !lost && !self.diagnostics.is_blanked(&[path, &[Field(field)]].concat()) {
                    self.diagnostics.report(Code::NothingFollows, span).args.push(("field", field.into()));
                }
                Target::Node(NOWHERE)
            }),
        }
    }
}
