//! The tree of a scenario: to be moved, zoomed, searched and walked by mouse or keyboard.

use super::WorkshopState;
use crate::app::theme::reach::row_ends;
use crate::app::theme::widgets::Button;
use crate::app::theme::{Step, Theme, fonts};
use crate::app::workshop::Tree;
use crate::args;
use crate::authoring::graph::{Box as Node, Kind, Point, below};
use crate::scenario::model::Outcome;
use bevy_egui::egui::{
    self, Align2, Color32, CornerRadius, FontId, Key, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, epaint::CubicBezierShape, pos2, vec2,
};

/// How small and how large the tree may be drawn.
const ZOOM: std::ops::RangeInclusive<f32> = 0.05..=2.5;
/// Below this nothing in a box could be read.
const LEGIBLE: f32 = 0.42;
/// Text size and line height at zoom 1, those that the layout was made for.
const FONT: f32 = 11.0;
const LINE: f32 = 15.0;

/// Which part of the tree is in view.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    /// In points of the picture.
    pub middle: Pos2,
    /// 0: not looked at yet.
    pub zoom: f32,
    /// Everything is to be shown, however small.
    pub whole: bool,
    /// The node at hand is to be brought into view.
    pub seek: bool,
}

/// Draws the tree and lets a node be chosen.
pub fn show(ui: &mut Ui, theme: &Theme, tree: &Tree, path: &[String], state: &mut WorkshopState) {
    let found = matches(tree, &state.search);
    tools(ui, theme, tree, &found, state);
    let (rect, ground) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let ui = &mut ui.new_child(egui::UiBuilder::new().max_rect(rect));
    ui.set_clip_rect(rect);
    keys(ui, tree, state);
    let chosen = state.node.as_deref().and_then(|id| tree.graph.boxes.iter().position(|node| node.id == id));
    settle(tree, rect, chosen, &mut state.view);
    move_about(ui, &ground, rect, &mut state.view);

    let view = state.view;
    let place = |at: Point| rect.center() + (pos2(at.x as f32, at.y as f32) - view.middle) * view.zoom;
    let on_path = |at: usize| path.contains(&tree.graph.boxes[at].id);
    let p = theme.palette;
    for (edge, (line, label_at, _)) in tree.graph.edges.iter().zip(&tree.picture.edges) {
        let taken = on_path(edge.from) && on_path(edge.to);
        let near = chosen.is_some_and(|at| edge.from == at || edge.to == at);
        let colour = match (taken || near, near) {
            (true, true) => p.accent,
            (true, false) => p.cool,
            _ => p.soft.gamma_multiply(0.55),
        };
        let stroke = Stroke::new((if taken || near { 2.2 } else { 1.2 }) * view.zoom.clamp(0.6, 1.3), colour);
        curve(ui, &line.iter().map(|at| place(*at)).collect::<Vec<_>>(), stroke, view.zoom);
        let at = place(*label_at);
        if view.zoom >= LEGIBLE && rect.expand(60.0).contains(at) {
            let font = FontId::proportional(FONT * view.zoom);
            let ink = if near { p.accent } else { p.soft };
            let top = at.y - LINE * 0.9 * view.zoom * edge.labels.len() as f32 / 2.0;
            for (n, label) in edge.labels.iter().enumerate() {
                let at = pos2(at.x, top + LINE * 0.9 * view.zoom * (n as f32 + 0.5));
                let galley = ui.painter().layout_no_wrap(label.clone(), font.clone(), ink);
                let ground = Rect::from_center_size(at, galley.size());
                ui.painter().rect_filled(ground, CornerRadius::ZERO, p.well);
                ui.painter().galley(ground.min, galley, ink);
            }
        }
    }
    for (at, (node, (middle, size))) in tree.graph.boxes.iter().zip(&tree.picture.boxes).enumerate() {
        let size = vec2(size.width as f32, size.height as f32) * view.zoom;
        let here = Rect::from_center_size(place(*middle), size);
        if !rect.intersects(here) {
            continue;
        }
        let look = BoxLook { chosen: chosen == Some(at), on_path: on_path(at), found: found.contains(&at) };
        if draw(ui, theme, tree, node, here, view.zoom, look) {
            state.node = Some(node.id.clone());
            state.tab = super::Tab::Node;
        }
    }
}

/// Search, zoom, and how many were found.
fn tools(ui: &mut Ui, theme: &Theme, tree: &Tree, found: &[usize], state: &mut WorkshopState) {
    egui::Frame::new().inner_margin(egui::Margin::symmetric(14, 8)).show(ui, |ui| {
        ui.horizontal(|ui| {
            let edit = egui::TextEdit::singleline(&mut state.search)
                .hint_text(theme.text("tree-search"))
                .desired_width(190.0)
                .margin(egui::Margin::symmetric(8, 5));
            let response = ui.add(edit);
            let label = theme.text("tree-search").into_owned();
            response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, &label));
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if !state.search.trim().is_empty() {
                let count = theme.text_with("tree-found", &args!("n" => found.len()));
                ui.label(egui::RichText::new(count).font(theme.font(Step::Caption)).color(theme.palette.soft));
                let next = Button::new(&theme.text("tree-next")).small().enabled(!found.is_empty()).show(ui, theme);
                if next.clicked() || entered {
                    let current =
                        state.node.as_deref().and_then(|id| tree.graph.boxes.iter().position(|node| node.id == id));
                    let after = found.iter().find(|at| current.is_none_or(|current| **at > current));
                    if let Some(at) = after.or(found.first()) {
                        state.node = Some(tree.graph.boxes[*at].id.clone());
                        state.tab = super::Tab::Node;
                        state.view.seek = true;
                    }
                    if entered {
                        response.request_focus();
                    }
                }
            }
            row_ends(
                ui,
                "tree",
                |_| {},
                |ui| {
                    for (label, name, factor) in [("－", "tree-smaller", 0.8), ("＋", "tree-larger", 1.25)] {
                        let response = Button::quiet(label).small().show(ui, theme);
                        let said = theme.text(name).into_owned();
                        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &said));
                        if response.clicked() {
                            zoom(&mut state.view, factor);
                        }
                    }
                    if Button::quiet(&theme.text("tree-whole")).key("0").small().show(ui, theme).clicked() {
                        state.view.whole = true;
                    }
                },
            );
        });
    });
}

fn zoom(view: &mut View, factor: f32) {
    view.zoom = (view.zoom * factor).clamp(*ZOOM.start(), *ZOOM.end());
}

/// Nodes whose id or words hold what is searched for.
fn matches(tree: &Tree, search: &str) -> Vec<usize> {
    let wanted = search.trim().to_lowercase();
    if wanted.is_empty() {
        return Vec::new();
    }
    let holds = |node: &crate::scenario::model::Node| {
        let speaker = node.kind.speech().and_then(|speech| tree.scenario.called(speech.speaker()?));
        node.id.to_lowercase().contains(&wanted)
            || node.kind.texts().into_iter().chain(speaker).any(|text| {
                std::iter::once(text.original.as_str())
                    .chain(text.translated.iter().flatten().map(String::as_str))
                    .any(|text| text.to_lowercase().contains(&wanted))
            })
    };
    tree.scenario.nodes.iter().enumerate().filter(|(_, node)| holds(node)).map(|(at, _)| at).collect()
}

/// Keys of the tree: arrows walk along the ways, `+` and `-` zoom, `0` shows everything.
fn keys(ui: &Ui, tree: &Tree, state: &mut WorkshopState) {
    let ctx = ui.ctx();
    if !super::super::keys_are_free(ctx) {
        return;
    }
    if super::pressed(ctx, Key::Plus) || super::pressed(ctx, Key::Equals) {
        zoom(&mut state.view, 1.25);
    }
    if super::pressed(ctx, Key::Minus) {
        zoom(&mut state.view, 0.8);
    }
    if super::pressed(ctx, Key::Num0) {
        state.view.whole = true;
    }
    let boxes = &tree.graph.boxes;
    let current = state.node.as_deref().and_then(|id| boxes.iter().position(|node| node.id == id));
    for key in [Key::ArrowDown, Key::ArrowUp, Key::ArrowLeft, Key::ArrowRight] {
        if !super::pressed(ctx, key) {
            continue;
        }
        let to = match current {
            Some(current) => neighbour(tree, current, key),
            None => Some(tree.graph.start),
        };
        if let Some(node) = to.and_then(|to| boxes.get(to)) {
            state.node = Some(node.id.clone());
            state.tab = super::Tab::Node;
            state.view.seek = true;
        }
    }
}

/// The node that an arrow key leads to: along a way up or down, or the nearest beside.
fn neighbour(tree: &Tree, from: usize, key: Key) -> Option<usize> {
    let edges = &tree.graph.edges;
    let at = |node: usize| tree.picture.boxes[node].0;
    let here = at(from);
    let aside = |node: &usize| (at(*node).x - here.x).abs();
    let closest = |a: &usize, b: &usize| aside(a).total_cmp(&aside(b));
    match key {
        Key::ArrowDown => {
            edges.iter().filter(|edge| edge.from == from).map(|edge| edge.to).find(|to| at(*to).y > here.y)
        }
        Key::ArrowUp => edges.iter().filter(|edge| edge.to == from).map(|edge| edge.from).find(|to| at(*to).y < here.y),
        _ => {
            let right = key == Key::ArrowRight;
            (0..tree.graph.boxes.len())
                .filter(|node| (at(*node).y - here.y).abs() < 1.0 && (at(*node).x > here.x) == right && *node != from)
                .min_by(closest)
        }
    }
}

/// Begins at the top, shows everything if asked, and brings the node at hand into view when it was jumped to.
fn settle(tree: &Tree, rect: Rect, chosen: Option<usize>, view: &mut View) {
    let size = vec2(tree.picture.width as f32, tree.picture.height as f32);
    let fit = ((rect.width() / size.x).min(rect.height() / size.y) * 0.96).clamp(*ZOOM.start(), 1.2);
    if std::mem::take(&mut view.whole) || (view.zoom == 0.0 && fit >= LEGIBLE) {
        view.zoom = fit;
        view.middle = pos2(size.x / 2.0, size.y / 2.0);
    } else if view.zoom == 0.0 {
        view.zoom = 0.8;
        let start = tree.picture.boxes.get(tree.graph.start).map_or(0.0, |(at, _)| at.x as f32);
        view.middle = pos2(start, rect.height() / view.zoom / 2.0);
    }
    if std::mem::take(&mut view.seek)
        && let Some((at, _)) = chosen.and_then(|at| tree.picture.boxes.get(at))
    {
        view.zoom = view.zoom.max(0.8);
        view.middle = pos2(at.x as f32, at.y as f32);
    }
}

/// Drag and wheel move, wheel with Ctrl and pinching zoom around the pointer.
fn move_about(ui: &Ui, ground: &egui::Response, rect: Rect, view: &mut View) {
    if ground.dragged() {
        view.middle -= ground.drag_delta() / view.zoom;
    }
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()).filter(|at| rect.contains(*at)) else { return };
    let (factor, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    if factor != 1.0 {
        let under = view.middle + (pointer - rect.center()) / view.zoom;
        zoom(view, factor);
        view.middle = under - (pointer - rect.center()) / view.zoom;
    } else if scroll != Vec2::ZERO {
        view.middle -= scroll / view.zoom;
    }
}

/// A soft line through the points with a tip at its end.
fn curve(ui: &Ui, points: &[Pos2], stroke: Stroke, zoom: f32) {
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let middle = (from.y + to.y) / 2.0;
        let points = [from, pos2(from.x, middle), pos2(to.x, middle), to];
        let shape = CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke);
        ui.painter().add(shape);
    }
    if let [.., before, tip] = points {
        let back = if before.y <= tip.y { -1.0 } else { 1.0 };
        let size = 6.0 * zoom;
        let base = *tip + vec2(0.0, back * size);
        let wing = vec2(size * 0.55, 0.0);
        ui.painter().add(Shape::convex_polygon(vec![*tip, base - wing, base + wing], stroke.color, Stroke::NONE));
    }
}

#[derive(Clone, Copy)]
struct BoxLook {
    chosen: bool,
    on_path: bool,
    found: bool,
}

/// Draws a box; true if it was clicked.
fn draw(ui: &Ui, theme: &Theme, tree: &Tree, node: &Node, rect: Rect, zoom: f32, look: BoxLook) -> bool {
    let p = theme.palette;
    let response = ui.interact(rect, ui.id().with(("node", &node.id)), Sense::click());
    let lines = below(node, theme.locale);
    let label = format!("{} {}", node.id, lines.join(" "));
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, look.chosen, &label));
    let (width, edge) = match look {
        BoxLook { chosen: true, .. } => (3.0, p.accent),
        BoxLook { found: true, .. } => (2.5, p.warn),
        BoxLook { on_path: true, .. } => (2.2, p.cool),
        _ if response.hovered() || response.has_focus() => (2.0, p.accent),
        _ => (1.0, p.soft),
    };
    let rounding = match node.kind {
        Kind::Choice => 12.0,
        Kind::Branch => 8.0,
        _ => 2.0,
    };
    let corner = CornerRadius::same((rounding * zoom).min(255.0) as u8);
    let painter = ui.painter();
    painter.rect(rect, corner, fill(theme, tree, node), Stroke::new(width, edge), StrokeKind::Middle);
    if matches!(node.kind, Kind::End(_)) {
        painter.rect_stroke(rect.expand(3.0 * zoom), corner, Stroke::new(1.0, edge), StrokeKind::Middle);
    }
    if zoom >= LEGIBLE {
        let mut at = pos2(rect.center().x, rect.top() + (5.0 + LINE / 2.0) * zoom);
        let strong = FontId::new(FONT * zoom, fonts::strong());
        painter.text(at, Align2::CENTER_CENTER, &node.id, strong, p.ink);
        for line in &lines {
            at.y += LINE * zoom;
            painter.text(at, Align2::CENTER_CENTER, line, FontId::proportional(FONT * zoom), p.ink);
        }
    }
    if response.hovered() && zoom < LEGIBLE * 1.5 {
        response.clone().on_hover_text(&label);
    }
    response.clicked()
}

/// By kind, or by how many runs of the rehearsal came by.
fn fill(theme: &Theme, tree: &Tree, node: &Node) -> Color32 {
    let p = theme.palette;
    if let Some(hits) = node.hits {
        let most = tree.graph.boxes.iter().filter_map(|node| node.hits).max().unwrap_or(0).max(1);
        return match hits {
            0 => p.bad_soft,
            _ => p.card.lerp_to_gamma(p.good_soft, (hits as f32 / most as f32).sqrt()),
        };
    }
    match node.kind {
        Kind::Line => p.card,
        Kind::Choice => p.warn_soft,
        Kind::Branch => p.accent_soft,
        Kind::Time => p.well,
        Kind::End(Outcome::Resolved) => p.good_soft,
        Kind::End(Outcome::Partial) => p.good_soft.lerp_to_gamma(p.card, 0.5),
        Kind::End(Outcome::Unresolved) => p.line,
        Kind::End(Outcome::Lost) => p.bad_soft,
    }
}
