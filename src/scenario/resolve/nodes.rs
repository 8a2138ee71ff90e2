//! Nodes: lines, choices, time, branches, ends.

use super::super::desk_task::TaskKind;
use super::super::diagnostic::{Code, Hint};
use super::super::model::*;
use super::super::options::Written;
use super::super::source::{Entries, KeepSource, NodeSource, OptionSource, Str, dialect};
use super::super::speech::{NARRATION_RATE, speech_ms};
use super::super::tree::Step::{self, Field, Item};
use super::super::tree::balanced_end;
use super::resolver::Resolver;
use ron::value::RawValue;
use std::ops::Range;

/// Stands for a node that is not there until the problem is mended; no scenario is handed out with it.
pub(super) const NOWHERE: NodeIx = NodeIx(u16::MAX);

/// Most nodes in one scenario.
pub const MAX_NODES: usize = 10_000;

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn nodes(&mut self, visitors: &[Visitor]) -> Vec<Node> {
        let source = self.source;
        let number = source.nodes.0.len();
        if number > MAX_NODES || (number == 0 && self.unreadable.nodes.is_empty()) {
            let span = self.place(&[Field("nodes")]);
            let problem = self.problem(Code::NumberOfNodes, span).with("number", number).with("max", MAX_NODES);
            self.out.push(problem);
            return Vec::new();
        }
        let mut nodes = Vec::with_capacity(number);
        for (position, (id, node)) in source.nodes.0.iter().enumerate() {
            self.mark(id);
            let next = (position + 1 < number).then_some(Target::Node(NodeIx((position + 1) as u16)));
            // The last node of one file does not run on into the next file.
            let follows = source.nodes.0.get(position + 1).map(|(id, _)| id.as_str());
            let next = next.filter(|_| follows.is_some_and(|follows| self.written.same_file(id.as_str(), follows)));
            let path = [Field("nodes"), Field(id.as_str())];
            let kind = self.kind(node, next, visitors, &path);
            nodes.push(Node {
                id: id.as_str().to_owned(),
                span: self.here.start..balanced_end(self.written.text, self.here.end),
                kind,
                file: None,
            });
        }
        nodes
    }

    fn kind(
        &mut self,
        node: &'s NodeSource<'a>,
        next: Option<Target>,
        visitors: &[Visitor],
        path: &[Step; 2],
    ) -> NodeKind {
        match node {
            NodeSource::Line { who, manner, say, cues, variants, set, add, then, .. } => {
                let who = who.as_ref().and_then(|name| {
                    let span = self.span_or(name, &[path[0], path[1], Field("who")]);
                    self.visitor(name, span)
                });
                let rate = match who {
                    Some(who) => visitors.get(who.at()).map_or(4.0, |visitor| visitor.persona.speech_rate),
                    None => NARRATION_RATE,
                };
                let mut said = Vec::with_capacity(variants.len() + 1);
                for (n, variant) in variants.iter().enumerate() {
                    let place = [path[0], path[1], Field("variants"), Item(n)];
                    let when = match &variant.when {
                        Some(when) => self.when(when, &[&place[..], &[Field("when")]].concat()),
                        None => {
                            self.missing("when", &place);
                            None
                        }
                    };
                    said.push(self.variant(when, variant.say.as_ref(), &variant.cues, rate, *manner, &place));
                }
                said.push(self.variant(None, say.as_ref(), cues, rate, *manner, path));
                let effects = self.effects(set, add, path);
                let then = self.target(then.as_ref(), next, "then", path);
                Line { who, manner: *manner, variants: said, effects, then }.into()
            }
            NodeSource::Choice(options) => self.choice(options, true, next, path).into(),
            NodeSource::OrderedChoice(options) => self.choice(options, false, next, path).into(),
            NodeSource::Form(task) => self.desk_task(TaskKind::Form, task, next, path).into(),
            NodeSource::Compose(task) => self.desk_task(TaskKind::Compose, task, next, path).into(),
            NodeSource::Topics { topics, leave, then, .. } => {
                self.topics(topics, leave.as_deref(), then.as_ref(), next, path).into()
            }
            NodeSource::TimePasses { days, say, visit, keeps, steps, .. } => {
                let days = match days {
                    Some(days) => self.integer(*days, 0, 3650, &[path[0], path[1], Field("days")]),
                    None => {
                        self.missing("days", path);
                        0
                    }
                };
                let text = say.as_ref().map_or_else(Text::default, |say| Text::new(say.as_str()));
                let visit = match visit {
                    Some(name) => {
                        let span = self.span_or(name, &[path[0], path[1], Field("visit")]);
                        self.visit(name, span)
                    }
                    None => {
                        self.missing("visit", path);
                        None
                    }
                };
                let keeps = self.keeps(keeps, path);
                let (days, visit) = (days as u16, visit.unwrap_or(VisitIx(0)));
                let steps = self.meanwhile(steps, days, path);
                TimePasses { days, text, visit, keeps, steps }.into()
            }
            NodeSource::Branch { ways, otherwise, .. } => {
                let mut resolved = Vec::with_capacity(ways.len());
                for (n, way) in ways.iter().enumerate() {
                    let place = [path[0], path[1], Field("ways"), Item(n)];
                    let when = match &way.when {
                        Some(when) => self.when(when, &[&place[..], &[Field("when")]].concat()),
                        None => {
                            self.missing("when", &place);
                            None
                        }
                    };
                    let then = match &way.then {
                        Some(_) => self.target(way.then.as_ref(), None, "then", &place),
                        None => {
                            self.missing("then", &place);
                            Target::Node(NOWHERE)
                        }
                    };
                    if let Some(when) = when {
                        resolved.push((when, then));
                    }
                }
                let otherwise = self.target(otherwise.as_ref(), next, "otherwise", path);
                Branch { ways: resolved, otherwise }.into()
            }
            NodeSource::End { outcome, title, say, .. } => {
                if outcome.is_none() {
                    self.missing("outcome", path);
                }
                let title = self.text(title.as_ref(), "title", path);
                let text = say.as_ref().map_or_else(Text::default, |say| Text::new(say.as_str()));
                End { outcome: outcome.unwrap_or(Outcome::Unresolved), title, text }.into()
            }
        }
    }

    fn variant(
        &mut self,
        when: Option<When>,
        say: Option<&'s Str<'a>>,
        cues: &'s [&'a RawValue],
        rate: f64,
        manner: Manner,
        path: &[Step],
    ) -> Variant {
        let text = self.text(say, "say", path);
        let cues = cues.iter().filter_map(|cue| self.cue(cue.get_ron(), say.map(Str::as_str))).collect();
        let speech_ms = speech_ms(&text.original, rate, manner);
        Variant { when, say: text, cues, speech_ms }
    }

    fn choice(
        &mut self,
        options: &'s [OptionSource<'a>],
        shuffled: bool,
        next: Option<Target>,
        path: &[Step; 2],
    ) -> Choice {
        if !(2..=MAX_OPTIONS).contains(&options.len()) && !self.is_blanked_below(path) {
            let span = self.here.clone();
            let problem =
                self.problem(Code::NumberOfOptions, span).with("number", options.len()).with("max", MAX_OPTIONS);
            self.out.push(problem);
        }
        let mut resolved: Vec<Opt> = Vec::with_capacity(options.len());
        // Too many are reported once, not one by one.
        for (n, option) in options.iter().take(4 * MAX_OPTIONS).enumerate() {
            let place = [path[0], path[1], Item(n)];
            let mut option = self.option(&Written::option(option), (n + 1).to_string(), &place);
            option.then = self.target(options[n].then.as_ref(), next, "then", &place);
            if resolved.iter().any(|earlier| earlier.id == option.id) {
                let span = self.place(&[path[0], path[1], Item(n), Field("id")]);
                self.report(Code::IdTwice, span).args.push(("name", option.id.as_str().into()));
            }
            resolved.push(option);
        }
        Choice { to: None, shuffled, options: resolved, hub: None }
    }

    /// All of an option but where it leads.
    pub(super) fn option(&mut self, option: &Written<'s, 'a>, nameless: String, path: &[Step]) -> Opt {
        let at = |field| [path, &[Field(field)]].concat();
        let id = match option.id {
            Some(id) => {
                let span = self.span_or(id, &at("id"));
                self.check_id(id, span);
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
            (Some((kind, text, field)), None) => (kind, self.text(Some(text), field, &at(field))),
            (one, _) => {
                let blanked = ["say", "gesture", "desk"].iter().any(|field| self.is_blanked(&at(field)));
                if one.is_some() || !blanked {
                    let span = self.place(path);
                    self.report(Code::OptionKind, span);
                }
                (OptionKind::Response, Text::default())
            }
        };
        let acts = option.acts.iter().filter_map(|act| self.act(act.get_ron())).collect();
        let when = option.when.and_then(|when| self.when(when, &at("when")));
        let to = option.to.and_then(|name| {
            let span = self.span_or(name, &at("to"));
            self.visitor(name, span)
        });
        let effects = self.effects(option.set, option.add, path);
        let step = self.taking(option.step);
        let own = self.own(option, path);
        Opt { id, kind, text: text.into(), acts, when, to, effects, step, then: Target::Node(NOWHERE), own }
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
                let span = self.span_or(name, &place);
                let Some(var) = self.var(name, span) else {
                    continue;
                };
                let (min, max) = match (&self.source.vars.0[var.at()].1, field) {
                    (bounds, "set") => (bounds.min, bounds.max.unwrap_or(i64::MAX)),
                    _ => (-1_000_000, 1_000_000),
                };
                let value = self.integer(*value, min, max.max(min), &place) as i32;
                effects.push(if field == "set" { Effect::Set(var, value) } else { Effect::Add(var, value) });
            }
        }
        effects
    }

    fn keeps(&mut self, keeps: &'s [&'a RawValue], path: &[Step; 2]) -> Vec<(PromiseIx, Option<When>)> {
        let mut kept = Vec::with_capacity(keeps.len());
        for (n, keep) in keeps.iter().enumerate() {
            let place = [path[0], path[1], Field("keeps"), Item(n)];
            let raw = keep.get_ron();
            let read = match dialect().from_str::<Str>(raw) {
                Ok(name) => KeepSource { promise: Some(name), when: None },
                Err(_) => match dialect().from_str::<KeepSource>(raw) {
                    Ok(keep) => keep,
                    Err(_) => {
                        let span = self.place(&place);
                        self.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-keeps"));
                        continue;
                    }
                },
            };
            let Some(name) = &read.promise else {
                self.missing("promise", &place);
                continue;
            };
            let span = self.span_or(name, &place);
            let promise = self.promise(name, span);
            let when = read.when.as_ref().and_then(|when| self.when(when, &place));
            if let Some(promise) = promise {
                kept.push((promise, when));
            }
        }
        kept
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
                let span: Range<usize> = self.span_or(name, &whole);
                Target::Node(self.node(name, span).unwrap_or(NOWHERE))
            }
            None => next.unwrap_or_else(|| {
                let span = self.place(path);
                // What followed may be what was left out.
                let lost = self.unreadable.blanked.iter().any(|(_, gone)| gone.start > span.start);
                if !lost && !self.is_blanked(&[path, &[Field(field)]].concat()) {
                    self.report(Code::NothingFollows, span).args.push(("field", field.into()));
                }
                Target::Node(NOWHERE)
            }),
        }
    }
}
