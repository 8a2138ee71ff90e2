//! The graph as an SVG picture.

use super::layout::{Point, Size};
use super::picture::{FONT, LINE, Picture, below, width};
use super::{Box, Crowd, Edge, Graph, Kind};
use crate::locale::Texts;
use crate::scenario::model::Outcome;
use crate::vocabulary::{Locale, escape};
use std::fmt::Write;

/// Room above the graph for title and legend.
const HEAD: f64 = 78.0;
/// Colours of visits, round and round.
const VISITS: [&str; 6] = ["#3b6ea5", "#a4572c", "#4a7c4e", "#7a4f9a", "#a33b5c", "#5f6b73"];
/// From seldom to often reached.
const HITS: [&str; 6] = ["#ffffff", "#edf4ea", "#d0e6c9", "#a8d3a0", "#79bb78", "#4b9e57"];
const NEVER: &str = "#f7b7b2";

pub(super) fn fill(graph: &Graph, one: &Box) -> &'static str {
    if let Some(hits) = one.hits {
        let most = graph.boxes.iter().filter_map(|one| one.hits).max().unwrap_or(0);
        return match hits {
            0 => NEVER,
            _ => HITS[1 + (hits * 4 / most.max(1)).min(4) as usize],
        };
    }
    match one.kind {
        Kind::Line => "#ffffff",
        Kind::Choice => "#fdeec2",
        Kind::Branch => "#e4e0f3",
        Kind::Time => "#dcecf5",
        Kind::End(Outcome::Resolved) => "#cfe8cf",
        Kind::End(Outcome::Partial) => "#e8eccb",
        Kind::End(Outcome::Unresolved) => "#e6e0d8",
        Kind::End(Outcome::Lost) => "#f3cfcb",
    }
}

/// Colour and width of a way: the more took it the stronger; one that nobody took is dashed.
pub(super) fn stroke(graph: &Graph, edge: &Edge) -> (&'static str, f64) {
    let most = graph.edges.iter().filter_map(|edge| edge.taken).max().unwrap_or(0);
    match edge.taken {
        None => ("#9aa1aa", 1.2),
        Some(0) => ("#d9534a", 1.2),
        Some(taken) => ("#3f8f4c", 1.2 + 4.0 * taken as f64 / most.max(1) as f64),
    }
}

/// The graph as an SVG file.
pub fn svg(graph: &Graph, locale: Locale) -> String {
    let placed = Picture::of(graph, locale);
    let page_width = placed.width.max(640.0);
    let page_height = placed.height + HEAD;
    let mut out = String::new();
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{page_width:.0}" height="{page_height:.0}" viewBox="0 0 {page_width:.0} {page_height:.0}" font-family="'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif" font-size="{FONT}">"#
    );
    let _ = writeln!(
        out,
        r##"<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="#6b7280"/></marker></defs>"##
    );
    let _ = writeln!(out, r##"<rect width="100%" height="100%" fill="#fbfaf7"/>"##);
    head(graph, locale, &mut out);
    let _ = writeln!(out, r#"<g transform="translate(0 {HEAD})">"#);
    for (edge, (line, _, _)) in graph.edges.iter().zip(&placed.edges) {
        let (colour, width) = stroke(graph, edge);
        let dashes = if edge.taken == Some(0) { r#" stroke-dasharray="4 3""# } else { "" };
        let _ = writeln!(
            out,
            r#"<path d="{}" fill="none" stroke="{colour}" stroke-width="{width:.1}"{dashes} marker-end="url(#tip)"/>"#,
            curve(line)
        );
    }
    for (one, (at, size)) in graph.boxes.iter().zip(&placed.boxes) {
        shape(graph, one, *at, *size, locale, &mut out);
    }
    for (edge, (_, at, sized)) in graph.edges.iter().zip(&placed.edges) {
        let top = at.y - sized.height / 2.0;
        for (n, label) in edge.labels.iter().enumerate() {
            let y = top + LINE * 0.9 * n as f64 + FONT;
            // A rim in the paper's colour keeps ways that pass behind from crossing the letters.
            let _ = writeln!(
                out,
                r##"<text x="{:.1}" y="{y:.1}" text-anchor="middle" fill="#4b5563" stroke="#fbfaf7" stroke-width="3" paint-order="stroke">{}</text>"##,
                at.x,
                escape(label)
            );
        }
    }
    out + "</g>\n</svg>\n"
}

fn head(graph: &Graph, locale: Locale, out: &mut String) {
    let _ = writeln!(
        out,
        r##"<text x="18" y="28" font-size="17" font-weight="bold" fill="#1f2937">{}</text>"##,
        escape(&graph.title)
    );
    let mut x = 18.0;
    let mut entry = |out: &mut String, fill: &str, stroke: &str, text: &str| {
        let _ =
            writeln!(out, r#"<rect x="{x:.1}" y="40" width="14" height="12" rx="2" fill="{fill}" stroke="{stroke}"/>"#);
        let _ = writeln!(out, r##"<text x="{:.1}" y="50" fill="#374151">{}</text>"##, x + 19.0, escape(text));
        x += 34.0 + width(text);
    };
    if let Some(crowd) = graph.crowd {
        let many = match crowd {
            Crowd::Machines => locale.text("graph-legend-runs"),
            Crowd::People(sessions) => locale.text_with("graph-legend-people", &crate::args!("sessions" => sessions)),
        };
        entry(out, NEVER, "#6b7280", &locale.text("graph-legend-none"));
        HITS[1..5].iter().for_each(|fill| entry(out, fill, "#6b7280", ""));
        entry(out, HITS[5], "#6b7280", &many);
    } else {
        for (fill, id) in [
            ("#ffffff", "graph-legend-line"),
            ("#fdeec2", "graph-legend-choice"),
            ("#e4e0f3", "graph-legend-branch"),
            ("#dcecf5", "graph-legend-time"),
            ("#cfe8cf", "graph-legend-end"),
        ] {
            entry(out, fill, "#6b7280", &locale.text(id));
        }
    }
    if graph.visits.len() > 1 {
        let mut x = 18.0;
        for (at, visit) in graph.visits.iter().enumerate() {
            let colour = VISITS[at % VISITS.len()];
            let _ = writeln!(out, r#"<rect x="{x:.1}" y="60" width="14" height="5" fill="{colour}"/>"#);
            let _ = writeln!(out, r##"<text x="{:.1}" y="68" fill="#374151">{}</text>"##, x + 19.0, escape(visit));
            x += 34.0 + width(visit);
        }
    }
}

fn shape(graph: &Graph, one: &Box, at: Point, size: Size, locale: Locale, out: &mut String) {
    let (x, y, w, h) = (at.x - size.width / 2.0, at.y - size.height / 2.0, size.width, size.height);
    let fill = fill(graph, one);
    let stroke = one.visit.map_or("#b91c1c", |visit| VISITS[visit % VISITS.len()]);
    let look = format!(r#"fill="{fill}" stroke="{stroke}" stroke-width="1.6""#);
    let _ = match one.kind {
        Kind::Branch => writeln!(
            out,
            r#"<polygon points="{:.1},{:.1} {:.1},{y:.1} {:.1},{y:.1} {:.1},{:.1} {:.1},{:.1} {:.1},{:.1}" {look}/>"#,
            x,
            at.y,
            x + 12.0,
            x + w - 12.0,
            x + w,
            at.y,
            x + w - 12.0,
            y + h,
            x + 12.0,
            y + h
        ),
        Kind::Choice => {
            writeln!(out, r#"<rect x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" rx="12" {look}/>"#)
        }
        Kind::End(_) => {
            let _ = writeln!(
                out,
                r#"<rect x="{:.1}" y="{:.1}" width="{:.1}" height="{:.1}" fill="none" stroke="{stroke}"/>"#,
                x - 3.0,
                y - 3.0,
                w + 6.0,
                h + 6.0
            );
            writeln!(out, r#"<rect x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" {look}/>"#)
        }
        Kind::Time => writeln!(
            out,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" {look} stroke-dasharray="5 3"/>"#
        ),
        Kind::Line => writeln!(out, r#"<rect x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" rx="2" {look}/>"#),
    };
    let _ = writeln!(
        out,
        r##"<text x="{:.1}" y="{:.1}" text-anchor="middle" font-weight="bold" fill="#111827">{}</text>"##,
        at.x,
        y + LINE,
        escape(&one.id)
    );
    for (n, line) in below(one, locale).iter().enumerate() {
        let _ = writeln!(
            out,
            r##"<text x="{:.1}" y="{:.1}" text-anchor="middle" fill="#374151">{}</text>"##,
            at.x,
            y + LINE * (n + 2) as f64,
            escape(line)
        );
    }
}

/// A soft line through the points, upright where it meets each.
fn curve(line: &[Point]) -> String {
    let mut path = String::new();
    for (n, to) in line.iter().enumerate() {
        let _ = match n.checked_sub(1).map(|before| line[before]) {
            None => write!(path, "M{:.1} {:.1}", to.x, to.y),
            Some(from) => {
                let middle = (from.y + to.y) / 2.0;
                write!(path, "C{:.1} {middle:.1} {:.1} {middle:.1} {:.1} {:.1}", from.x, to.x, to.x, to.y)
            }
        };
    }
    path
}
