//! The graph for other programs: Graphviz and Mermaid.

use super::{Graph, Kind};
use crate::vocabulary::Locale;
use std::fmt::Write;

/// The graph for Graphviz.
pub fn dot(graph: &Graph, locale: Locale) -> String {
    let mut out = String::new();
    let quoted = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let _ = writeln!(out, "digraph \"{}\" {{", quoted(&graph.title));
    let _ = writeln!(out, "  graph [rankdir=TB, nodesep=0.3, ranksep=0.45];");
    let _ = writeln!(out, "  node [style=filled, fontname=\"Noto Sans CJK SC\", fontsize=10];");
    let _ = writeln!(out, "  edge [fontname=\"Noto Sans CJK SC\", fontsize=9];");
    for (at, one) in graph.boxes.iter().enumerate() {
        let shape = match one.kind {
            Kind::Line => "box",
            Kind::Choice => "ellipse",
            Kind::Branch => "diamond",
            Kind::Time => "cds",
            Kind::End(_) => "doubleoctagon",
        };
        let mut label = quoted(&one.id);
        for line in crate::authoring::graph::below(one, locale) {
            let _ = write!(label, "\\n{}", quoted(&line));
        }
        let fill = crate::authoring::graph::svg::fill(graph, one);
        let _ = writeln!(out, "  n{at} [label=\"{label}\", shape={shape}, fillcolor=\"{fill}\"];");
    }
    for edge in &graph.edges {
        let label = quoted(&edge.labels.join("\n")).replace('\n', "\\n");
        let (colour, width) = crate::authoring::graph::svg::stroke(graph, edge);
        let look = match edge.taken {
            None => String::new(),
            Some(0) => format!(", color=\"{colour}\", style=dashed"),
            Some(_) => format!(", color=\"{colour}\", penwidth={width:.1}"),
        };
        let _ = writeln!(out, "  n{} -> n{} [label=\"{label}\"{look}];", edge.from, edge.to);
    }
    out + "}\n"
}

/// The graph for Mermaid.
pub fn mermaid(graph: &Graph, locale: Locale) -> String {
    let mut out = "flowchart TD\n".to_owned();
    // Mermaid takes HTML's names for what it would read itself.
    let quoted =
        |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('#', "&num;");
    for (at, one) in graph.boxes.iter().enumerate() {
        let (open, close) = match one.kind {
            Kind::Line => ("[", "]"),
            Kind::Choice => ("([", "])"),
            Kind::Branch => ("{", "}"),
            Kind::Time => ("[/", "/]"),
            Kind::End(_) => ("[[", "]]"),
        };
        let mut label = quoted(&one.id);
        for line in crate::authoring::graph::below(one, locale) {
            let _ = write!(label, "<br/>{}", quoted(&line));
        }
        let _ = writeln!(out, "    n{at}{open}\"{label}\"{close}");
        let _ = writeln!(out, "    style n{at} fill:{}", crate::authoring::graph::svg::fill(graph, one));
    }
    for (at, edge) in graph.edges.iter().enumerate() {
        if edge.labels.is_empty() {
            let _ = writeln!(out, "    n{} --> n{}", edge.from, edge.to);
        } else {
            let label = quoted(&edge.labels.join("、"));
            let _ = writeln!(out, "    n{} -->|\"{label}\"| n{}", edge.from, edge.to);
        }
        if let Some(taken) = edge.taken {
            let (colour, width) = crate::authoring::graph::svg::stroke(graph, edge);
            let dashes = if taken == 0 { ",stroke-dasharray:4 3" } else { "" };
            let _ = writeln!(out, "    linkStyle {at} stroke:{colour},stroke-width:{width:.1}px{dashes}");
        }
    }
    out
}
