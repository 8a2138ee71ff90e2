//! Where everything of a graph lies, for whoever draws it.

use super::layout::{Layout, Point, Size, layout};
use super::{Box, Graph, Kind};
use crate::locale::Texts;
use crate::vocabulary::Locale;
use unicode_width::UnicodeWidthStr;

/// Text size and line height that the boxes are made for.
pub const FONT: f64 = 11.0;
pub const LINE: f64 = 15.0;

/// A graph laid out; lengths in points.
pub struct Picture {
    /// By box: its middle and its size.
    pub boxes: Vec<(Point, Size)>,
    /// By edge: its corner points from box to box, the middle of its label, and the label's size.
    pub edges: Vec<(Vec<Point>, Point, Size)>,
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
}

impl Picture {
    /// Finds a place for everything.
    pub fn of(graph: &Graph, locale: Locale) -> Self {
        let sizes: Vec<Size> = graph.boxes.iter().map(|one| size(one, locale)).collect();
        let edges: Vec<(usize, usize, Size)> = (graph.edges.iter())
            .map(|edge| {
                let widest = edge.labels.iter().map(|label| width(label)).fold(0.0, f64::max);
                let height = LINE * 0.9 * edge.labels.len() as f64;
                (edge.from, edge.to, Size { width: widest.max(4.0), height })
            })
            .collect();
        let Layout { boxes, edges: lines, labels, width, height } = layout(&sizes, &edges, graph.start);
        let right = labels.iter().zip(&edges).map(|(at, edge)| at.x + edge.2.width / 2.0 + 12.0);
        Self {
            width: right.fold(width, f64::max),
            height,
            boxes: boxes.into_iter().zip(sizes).collect(),
            edges: lines
                .into_iter()
                .zip(labels)
                .zip(edges)
                .map(|((line, label), (_, _, size))| (line, label, size))
                .collect(),
        }
    }
}

pub(super) fn width(text: &str) -> f64 {
    // Latin letters of a proportional font are a little wider than half a Chinese sign.
    text.width() as f64 * FONT * 0.56
}

/// What stands in a box below its name.
pub fn below(one: &Box, locale: Locale) -> Vec<String> {
    let mut lines: Vec<String> = one.hooks.iter().map(|hook| format!("※ {}", locale.text(hook))).collect();
    if !one.text.is_empty() {
        lines.push(one.text.clone());
    }
    if one.returns {
        lines.push("←".to_owned());
    }
    if let Some(hits) = one.hits {
        lines.push(format!("×{hits}"));
    }
    lines
}

fn size(one: &Box, locale: Locale) -> Size {
    let lines = below(one, locale);
    let widest = lines.iter().map(|line| width(line)).fold(width(&one.id) * 1.1, f64::max);
    let slant = if matches!(one.kind, Kind::Branch) { 24.0 } else { 0.0 };
    Size { width: widest + 22.0 + slant, height: LINE * (1 + lines.len()) as f64 + 10.0 }
}
