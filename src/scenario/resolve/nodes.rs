//! Nodes: lines, choices, time, branches, ends.

use super::super::desk_task::TaskKind;
use super::super::diagnostic::{Code, Hint};
use super::super::model::*;
use super::super::nodes::*;
use super::super::options::Written;
use super::super::source::{KeepSource, NodeSource, OptionSource, Str, dialect};
use super::super::speech::{NARRATION_RATE, speech_ms};
use super::super::staff::SPEECH_RATE;
use super::super::syntax::Step::{self, Field, Item};
use super::super::syntax::balanced_end;
use super::resolver::Resolver;
use ron::value::RawValue;

/// Stands for a node that is not there until the problem is mended; no scenario is handed out with it.
pub(super) const NOWHERE: NodeIx = NodeIx(u16::MAX);

/// Most nodes in one scenario.
pub const MAX_NODES: usize = 10_000;

/// The people of a scenario, for how fast they speak.
#[derive(Clone, Copy)]
pub(super) struct People<'p> {
    pub visitors: &'p [Visitor],
    pub staff: &'p [Staff],
}

impl People<'_> {
    /// Characters a second; `None`: narration.
    fn speech_rate(self, who: Option<Somebody>) -> f64 {
        match who {
            Some(Somebody::Visitor(who)) => {
                self.visitors.get(who.at()).map_or(4.0, |visitor| visitor.persona.speech_rate)
            }
            Some(Somebody::Staff(who)) => self.staff.get(who.at()).map_or(SPEECH_RATE, |one| one.speech_rate),
            None => NARRATION_RATE,
        }
    }
}

/// Who says a line, and how.
#[derive(Clone, Copy)]
struct Voice {
    who: Option<Somebody>,
    /// Characters a second.
    rate: f64,
    manner: Manner,
}

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn nodes(&mut self, people: People) -> Vec<Node> {
        let source = self.source;
        let number = source.nodes.0.len();
        if number > MAX_NODES || (number == 0 && self.diagnostics.unreadable.nodes.is_empty()) {
            let span = self.diagnostics.place(&[Field("nodes")]);
            let problem =
                self.diagnostics.problem(Code::NumberOfNodes, span).with("number", number).with("max", MAX_NODES);
            self.diagnostics.out.push(problem);
            return Vec::new();
        }
        let mut nodes = Vec::with_capacity(number);
        for (position, (id, node)) in source.nodes.0.iter().enumerate() {
            self.diagnostics.mark(id);
            let next = (position + 1 < number).then_some(Target::Node(NodeIx((position + 1) as u16)));
            // The last node of one file does not run on into the next file.
            let follows = source.nodes.0.get(position + 1).map(|(id, _)| id.as_str());
            let next = next
                .filter(|_| follows.is_some_and(|follows| self.diagnostics.written.same_file(id.as_str(), follows)));
            let path = [Field("nodes"), Field(id.as_str())];
            let kind = self.kind(node, next, people, &path);
            nodes.push(Node {
                id: id.as_str().to_owned(),
                span: self.diagnostics.here.start
                    ..balanced_end(self.diagnostics.written.text, self.diagnostics.here.end),
                kind,
                file: None,
            });
        }
        nodes
    }

    fn kind(&mut self, node: &'s NodeSource<'a>, next: Option<Target>, people: People, path: &[Step; 2]) -> NodeKind {
        match node {
            NodeSource::Line { who, manner, say, cues, acts, variants, set, add, then, .. } => {
                let who = who.as_ref().and_then(|name| {
                    let span = self.diagnostics.span_or(name, &[path[0], path[1], Field("who")]);
                    self.somebody(name, span)
                });
                let voice = Voice { who, rate: people.speech_rate(who), manner: *manner };
                if variants.len() >= MAX_VARIANTS {
                    let span = self.diagnostics.here.clone();
                    let problem = self.diagnostics.problem(Code::TooMany, span).with("section", "variants");
                    self.diagnostics.out.push(problem.with("number", variants.len() + 1).with("max", MAX_VARIANTS));
                }
                let mut said = Vec::with_capacity(variants.len().min(MAX_VARIANTS) + 1);
                for (n, variant) in variants.iter().enumerate().take(MAX_VARIANTS) {
                    let place = [path[0], path[1], Field("variants"), Item(n)];
                    let when = match &variant.when {
                        Some(when) => self.when(when, &[&place[..], &[Field("when")]].concat()),
                        None => {
                            self.diagnostics.missing("when", &place);
                            None
                        }
                    };
                    let written = (variant.say.as_ref(), &variant.cues[..], &variant.acts[..]);
                    said.push(self.variant(when, written, voice, &place));
                }
                said.push(self.variant(None, (say.as_ref(), cues, acts), voice, path));
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
                    Some(days) => self.diagnostics.integer(*days, 0, 3650, &[path[0], path[1], Field("days")]),
                    None => {
                        self.diagnostics.missing("days", path);
                        0
                    }
                };
                let text = say.as_ref().map_or_else(Text::default, |say| Text::new(say.as_str()));
                let visit = match visit {
                    Some(name) => {
                        let span = self.diagnostics.span_or(name, &[path[0], path[1], Field("visit")]);
                        self.visit(name, span)
                    }
                    None => {
                        self.diagnostics.missing("visit", path);
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
                            self.diagnostics.missing("when", &place);
                            None
                        }
                    };
                    let then = match &way.then {
                        Some(_) => self.target(way.then.as_ref(), None, "then", &place),
                        None => {
                            self.diagnostics.missing("then", &place);
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
                    self.diagnostics.missing("outcome", path);
                }
                let title = self.diagnostics.text(title.as_ref(), "title", path);
                let text = say.as_ref().map_or_else(Text::default, |say| Text::new(say.as_str()));
                End { outcome: outcome.unwrap_or(Outcome::Unresolved), title, text }.into()
            }
        }
    }

    fn variant(
        &mut self,
        when: Option<When>,
        (say, cues, acts): (Option<&'s Str<'a>>, &'s [&'a RawValue], &'s [&'a RawValue]),
        voice: Voice,
        path: &[Step],
    ) -> Variant {
        let text = self.diagnostics.text(say, "say", path);
        let cues = cues.iter().filter_map(|cue| self.cue(cue.get_ron(), say.map(Str::as_str))).collect();
        let speech_ms = speech_ms(&text.original, voice.rate, voice.manner);
        if !acts.is_empty() && !matches!(voice.who, Some(Somebody::Staff(_))) {
            let span = self.diagnostics.place(&[path, &[Field("acts")]].concat());
            self.diagnostics.report(Code::ActsNotOfStaff, span);
        }
        let acts = acts.iter().filter_map(|act| self.act(act.get_ron())).collect();
        Variant { when, say: text, cues, acts, speech_ms }
    }

    fn choice(
        &mut self,
        options: &'s [OptionSource<'a>],
        shuffled: bool,
        next: Option<Target>,
        path: &[Step; 2],
    ) -> Choice {
        if !(2..=MAX_OPTIONS).contains(&options.len()) && !self.diagnostics.is_blanked_below(path) {
            let span = self.diagnostics.here.clone();
            let problem = self
                .diagnostics
                .problem(Code::NumberOfOptions, span)
                .with("number", options.len())
                .with("max", MAX_OPTIONS);
            self.diagnostics.out.push(problem);
        }
        let mut resolved: Vec<Opt> = Vec::with_capacity(options.len());
        // Too many are reported once, not one by one.
        for (n, option) in options.iter().take(4 * MAX_OPTIONS).enumerate() {
            let place = [path[0], path[1], Item(n)];
            let mut option = self.option(&Written::option(option), (n + 1).to_string(), &place);
            option.then = self.target(options[n].then.as_ref(), next, "then", &place);
            if resolved.iter().any(|earlier| earlier.id == option.id) {
                let span = self.diagnostics.place(&[path[0], path[1], Item(n), Field("id")]);
                self.diagnostics.report(Code::IdTwice, span).args.push(("name", option.id.as_str().into()));
            }
            resolved.push(option);
        }
        Choice { to: None, shuffled, options: resolved, hub: None }
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
                        let span = self.diagnostics.place(&place);
                        self.diagnostics.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-keeps"));
                        continue;
                    }
                },
            };
            let Some(name) = &read.promise else {
                self.diagnostics.missing("promise", &place);
                continue;
            };
            let span = self.diagnostics.span_or(name, &place);
            let promise = self.promise(name, span);
            let when = read.when.as_ref().and_then(|when| self.when(when, &place));
            if let Some(promise) = promise {
                kept.push((promise, when));
            }
        }
        kept
    }
}
