//! A scenario as a graph to look at: what leads where, and by which option.

mod layout;
mod picture;
mod svg;
mod text;

use crate::locale::{Texts, shortened};
use crate::logbook::usage_counts::Answers;
pub use layout::{Point, Size};
pub use picture::{Picture, below};
pub use svg::svg;
pub use text::{dot, mermaid};

use crate::scenario::flow::{node_of, returns, visits};
use crate::scenario::model::*;
use crate::vocabulary::Locale;
use std::collections::BTreeMap;

/// Columns of a text that are shown in a box.
const SNIPPET: usize = 32;

/// What kind of node a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody speaks.
    Line,
    /// The trainee acts.
    Choice,
    /// It goes by conditions.
    Branch,
    /// Days pass.
    Time,
    /// It is over.
    End(Outcome),
}

/// A node as it is drawn.
#[derive(Clone, Debug)]
pub struct Box {
    /// Of the node.
    pub id: String,
    /// What is drawn.
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
    /// Position of the box it leaves.
    pub from: usize,
    /// Position of the box it leads to.
    pub to: usize,
    /// The options and conditions that lead this way.
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
    /// How many went this way.
    pub crowd: Crowd,
    /// By node; `None` where nobody counts.
    pub nodes: Vec<Option<u64>>,
    /// By node and option.
    pub options: Vec<Vec<u64>>,
}

impl Traffic {
    /// What people did in this scenario, and what of it the picture cannot show: `node/option` of an earlier version.
    pub fn of_people(scenario: &Scenario, answers: &Answers) -> (Self, Vec<String>) {
        fn options_of(node: &Node) -> &[Opt] {
            node.kind.as_choice().map_or(&[], |choice| &choice.options)
        }
        let known = |node: &str, option: &str| {
            let node = scenario.nodes.iter().find(|one| one.id == node);
            node.is_some_and(|node| options_of(node).iter().any(|one| one.id == option))
        };
        let gone = answers.options().filter(|(node, option)| !known(node, option));
        let gone = gone.map(|(node, option)| format!("{node}/{option}")).collect();
        // Nobody stands at a branch; what follows it tells.
        let stood_at = |kind: &NodeKind| kind.as_branch().is_none();
        let nodes = scenario.nodes.iter().map(|node| stood_at(&node.kind).then(|| answers.came_by(&node.id)));
        let options = scenario
            .nodes
            .iter()
            .map(|node| options_of(node).iter().map(|option| answers.took(&node.id, &option.id)).collect());
        let crowd = Crowd::People(answers.sessions);
        (Self { crowd, nodes: nodes.collect(), options: options.collect() }, gone)
    }
}

/// A scenario as boxes and what leads from one to another.
#[derive(Clone, Debug)]
pub struct Graph {
    /// Of the scenario.
    pub title: String,
    /// In the order of the nodes.
    pub boxes: Vec<Box>,
    /// One for each two boxes that are joined.
    pub edges: Vec<Edge>,
    /// Titles.
    pub visits: Vec<String>,
    /// Position of the box with which it begins.
    pub start: usize,
    /// How many played, where logs were given.
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
        let visits = visits(scenario);
        let counted = |node: usize| traffic.and_then(|traffic| traffic.options.get(node));
        let boxes = (scenario.nodes.iter().enumerate())
            .map(|(at, node)| Box {
                id: node.id.clone(),
                kind: kind(&node.kind),
                visit: visits[at],
                text: said(scenario, &node.kind, locale),
                hooks: hooks_to(scenario, NodeIx(at as u16)),
                returns: returns(&node.kind),
                hits: traffic.and_then(|traffic| traffic.nodes.get(at).copied().flatten()),
            })
            .collect();
        let mut edges: Vec<Edge> = Vec::new();
        for (from, node) in scenario.nodes.iter().enumerate() {
            let mut known: BTreeMap<usize, usize> = BTreeMap::new();
            for exit in node.kind.exits() {
                let Some(to) = node_of(scenario, exit.to) else { continue };
                let edge = *known.entry(to.at()).or_insert_with(|| {
                    edges.push(Edge { from, to: to.at(), labels: Vec::new(), taken: None });
                    edges.len() - 1
                });
                let edge = &mut edges[edge];
                let taken = exit.why.option().and_then(|option| counted(from)?.get(usize::from(option)).copied());
                edge.labels.extend(label(&node.kind, &exit, locale).map(|label| match taken {
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

/// What a node is drawn as.
fn kind(kind: &NodeKind) -> Kind {
    if let Some(end) = kind.as_end() {
        Kind::End(end.outcome)
    } else if kind.asks() {
        Kind::Choice
    } else if kind.as_time_passes().is_some() {
        Kind::Time
    } else if kind.as_branch().is_some() {
        Kind::Branch
    } else {
        Kind::Line
    }
}

/// What is written at a way on.
fn label(kind: &NodeKind, exit: &Exit, locale: Locale) -> Option<String> {
    let text = |id: &str| Some(locale.text(id).into_owned());
    match exit.why {
        Why::Then | Why::HandedIn => None,
        Why::Option(at) | Why::Topic(at) | Why::Leave(at) => {
            let open = if exit.when.is_some() { "?" } else { "" };
            Some(format!("{}{open}", kind.option_name(at)?))
        }
        Why::Done => text("graph-topics-done"),
        Why::Clean => text("desk-clean"),
        Why::Faulty => text("desk-faulty"),
        Why::Way(at) => Some(format!("{}", u32::from(at) + 1)),
        Why::Otherwise => text("graph-otherwise"),
        Why::Days(days) => Some(locale.text_with("graph-days", &crate::args!("days" => days)).into_owned()),
    }
}

/// What stands in the box.
fn said(scenario: &Scenario, kind: &NodeKind, locale: Locale) -> String {
    if let Some(speech) = kind.speech() {
        let text = short(speech.variants.last().map_or("", |variant| variant.say.get(locale)));
        return match speech.speaker().and_then(|who| scenario.called(who)) {
            Some(name) => format!("{}: {text}", name.get(locale)),
            None => text,
        };
    }
    if let Some(task) = kind.as_desk() {
        return short(&crate::feedback::form_words::heading(task, locale));
    }
    let text = if kind.asks() { None } else { kind.texts().first().map(|text| text.get(locale)) };
    short(text.unwrap_or_default())
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
