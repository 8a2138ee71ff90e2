//! A scenario as a graph to look at: what leads where, and by which option.

mod layout;
mod picture;
mod svg;
mod text;

use crate::locale::{Texts, shortened};
pub use layout::{Point, Size};
pub use picture::{Picture, below};
pub use svg::svg;
pub use text::{dot, mermaid};

use crate::scenario::model::*;
use crate::vocabulary::Locale;
use std::collections::BTreeMap;

/// Columns of a text that are shown in a box.
const SNIPPET: usize = 32;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Line,
    Choice,
    Branch,
    Time,
    End(Outcome),
}

#[derive(Clone, Debug)]
pub struct Box {
    pub id: String,
    pub kind: Kind,
    /// The visit it belongs to, where it can be reached.
    pub visit: Option<usize>,
    /// What is said, in a few words.
    pub text: String,
    /// Hooks that lead here, in words.
    pub hooks: Vec<&'static str>,
    /// Goes back to where a hook broke in.
    pub returns: bool,
    /// Runs of a rehearsal that came by.
    pub hits: Option<u64>,
}

/// All ways from one node to another, together.
#[derive(Clone, Debug)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub labels: Vec<String>,
    /// How often an option led this way, where that was counted.
    pub taken: Option<u64>,
}

/// Who was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crowd {
    /// Runs of a rehearsal.
    Machines,
    /// So many sessions of people.
    People(u64),
}

/// How often each node was come by and each option of it taken.
#[derive(Clone, Debug)]
pub struct Traffic {
    pub crowd: Crowd,
    /// By node; `None` where nobody counts.
    pub nodes: Vec<Option<u64>>,
    /// By node and option.
    pub options: Vec<Vec<u64>>,
}

#[derive(Clone, Debug)]
pub struct Graph {
    pub title: String,
    pub boxes: Vec<Box>,
    pub edges: Vec<Edge>,
    /// Titles.
    pub visits: Vec<String>,
    pub start: usize,
    pub crowd: Option<Crowd>,
}

impl Graph {
    /// `hits`, by node, colours by how often a rehearsal came by.
    pub fn new(scenario: &Scenario, hits: Option<&[u64]>, locale: Locale) -> Self {
        let nodes = |hits: &[u64]| hits.iter().copied().map(Some).collect();
        let traffic = hits.map(|hits| Traffic { crowd: Crowd::Machines, nodes: nodes(hits), options: Vec::new() });
        Self::of(scenario, traffic.as_ref(), locale)
    }

    /// Coloured by the traffic, ways too.
    pub fn of(scenario: &Scenario, traffic: Option<&Traffic>, locale: Locale) -> Self {
        let visits = visits_of(scenario);
        let counted = |node: usize| traffic.and_then(|traffic| traffic.options.get(node));
        let boxes = (scenario.nodes.iter().enumerate())
            .map(|(at, node)| Box {
                id: node.id.clone(),
                kind: kind(&node.kind),
                visit: visits[at],
                text: said(scenario, &node.kind, locale),
                hooks: hooks_to(scenario, NodeIx(at as u16)),
                returns: ways(scenario, &node.kind, locale).iter().any(|way| way.target == Target::Return),
                hits: traffic.and_then(|traffic| traffic.nodes.get(at).copied().flatten()),
            })
            .collect();
        let mut edges: Vec<Edge> = Vec::new();
        for (from, node) in scenario.nodes.iter().enumerate() {
            let mut known: BTreeMap<usize, usize> = BTreeMap::new();
            for way in ways(scenario, &node.kind, locale) {
                let Target::Node(to) = way.target else { continue };
                let edge = *known.entry(to.at()).or_insert_with(|| {
                    edges.push(Edge { from, to: to.at(), labels: Vec::new(), taken: None });
                    edges.len() - 1
                });
                let edge = &mut edges[edge];
                let taken = way.option.and_then(|option| counted(from)?.get(option).copied());
                edge.labels.extend(way.label.map(|label| match taken {
                    Some(taken) => format!("{label} ×{taken}"),
                    None => label,
                }));
                edge.taken = taken.map_or(edge.taken, |taken| Some(edge.taken.unwrap_or(0) + taken));
            }
        }
        Self {
            title: scenario.title.get(locale).to_owned(),
            boxes,
            edges,
            visits: scenario.visits.iter().map(|visit| visit.title.get(locale).to_owned()).collect(),
            start: scenario.visits.first().map_or(0, |visit| visit.start.at()),
            crowd: traffic.map(|traffic| traffic.crowd),
        }
    }
}

/// One way on.
struct Way {
    target: Target,
    label: Option<String>,
    /// The option that leads there.
    option: Option<usize>,
}

impl Way {
    fn new(target: Target, label: Option<String>) -> Self {
        Self { target, label, option: None }
    }
}

fn kind(kind: &NodeKind) -> Kind {
    match kind {
        NodeKind::Line(_) => Kind::Line,
        NodeKind::Choice(_) | NodeKind::Desk(_) => Kind::Choice,
        NodeKind::Branch(_) => Kind::Branch,
        NodeKind::TimePasses(_) => Kind::Time,
        NodeKind::End(end) => Kind::End(end.outcome),
    }
}

fn ways(scenario: &Scenario, kind: &NodeKind, locale: Locale) -> Vec<Way> {
    match kind {
        NodeKind::Line(line) => vec![Way::new(line.then, None)],
        NodeKind::Choice(choice) => choice
            .options
            .iter()
            .enumerate()
            .map(|(at, option)| {
                let label = if option.when.is_some() { format!("{}?", option.id) } else { option.id.clone() };
                Way { target: option.then, label: Some(label), option: Some(at) }
            })
            .chain(choice.hub.map(|hub| Way::new(hub.then, Some(locale.text("graph-topics-done").into_owned()))))
            .collect(),
        NodeKind::Desk(task) if task.clean == task.faulty => vec![Way::new(task.clean, None)],
        NodeKind::Desk(task) => {
            let label = |id: &str| Some(locale.text(id).into_owned());
            vec![Way::new(task.clean, label("desk-clean")), Way::new(task.faulty, label("desk-faulty"))]
        }
        NodeKind::Branch(branch) => {
            let ways = branch.ways.iter().enumerate();
            let ways = ways.map(|(n, (_, target))| Way::new(*target, Some(format!("{}", n + 1))));
            ways.chain([Way::new(branch.otherwise, Some(locale.text("graph-otherwise").into_owned()))]).collect()
        }
        NodeKind::TimePasses(passes) => {
            let label = locale.text_with("graph-days", &crate::args!("days" => passes.days)).into_owned();
            vec![Way::new(Target::Node(scenario.visits[passes.visit.at()].start), Some(label))]
        }
        NodeKind::End(_) => Vec::new(),
    }
}

fn said(scenario: &Scenario, kind: &NodeKind, locale: Locale) -> String {
    match kind {
        NodeKind::Line(line) => {
            let text = line.variants.last().map_or("", |variant| variant.say.get(locale));
            match line.who {
                Some(who) => format!("{}: {}", scenario.visitors[who.at()].name.get(locale), short(text)),
                None => short(text),
            }
        }
        NodeKind::Desk(task) => short(&crate::feedback::form_words::heading(task, locale)),
        NodeKind::TimePasses(passes) => short(passes.text.get(locale)),
        NodeKind::End(end) => short(end.title.get(locale)),
        NodeKind::Choice(_) | NodeKind::Branch(_) => String::new(),
    }
}

fn short(text: &str) -> String {
    shortened(&text.replace('\n', " "), SNIPPET)
}

fn hooks_to(scenario: &Scenario, node: NodeIx) -> Vec<&'static str> {
    let hooks = scenario.hooks;
    [
        (hooks.on_outburst, "graph-hook-outburst"),
        (hooks.on_silence, "graph-hook-silence"),
        (hooks.on_interrupt, "graph-hook-interrupt"),
        (hooks.on_risk, "graph-hook-risk"),
    ]
    .into_iter()
    .filter(|(hook, _)| *hook == Some(node))
    .map(|(_, text)| text)
    .collect()
}

/// The visit in which each node is first reached.
fn visits_of(scenario: &Scenario) -> Vec<Option<usize>> {
    let mut of = vec![None; scenario.nodes.len()];
    for (visit, meeting) in scenario.visits.iter().enumerate() {
        let mut open = vec![meeting.start];
        while let Some(node) = open.pop() {
            if of[node.at()].is_some() {
                continue;
            }
            of[node.at()] = Some(visit);
            let kind = &scenario.nodes[node.at()].kind;
            if !matches!(kind, NodeKind::TimePasses(_)) {
                open.extend(ways(scenario, kind, scenario.locale).into_iter().filter_map(|way| match way.target {
                    Target::Node(node) => Some(node),
                    Target::Return => None,
                }));
            }
        }
    }
    of
}
