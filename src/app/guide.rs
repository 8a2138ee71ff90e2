//! The guided visit: what to try next, said at the edge of the room until it has been done.

use super::playing::Playing;
use super::playing::view::Entry;
use super::theme::{Prose, Theme};
use bevy_egui::egui::{self, Rect, Ui};

/// What to try next, as a text id; the guide is silent where everything has been tried.
pub fn step(playing: &Playing, folded: bool) -> Option<&'static str> {
    if !playing.guided() || playing.card().is_some() {
        return None;
    }
    let view = playing.view();
    let has = |of: fn(&Entry) -> bool| view.entries.iter().any(of);
    let chosen = view.entries.iter().filter(|entry| matches!(entry, Entry::Chosen { .. })).count();
    Some(match chosen {
        0 if folded => "guide-listen",
        0 if view.now.noted.is_empty() => "guide-note",
        0 if !has(|entry| matches!(entry, Entry::Gesture { .. })) => "guide-gesture",
        0 => "guide-choose",
        1 if folded => "guide-cut-in",
        1 => "guide-desk",
        _ if folded => return None,
        _ => "guide-last",
    })
}

/// Says it at the top of `place`; returns how high it stands there.
pub fn show(ui: &mut Ui, theme: &Theme, place: Rect, id: &str) -> f32 {
    let p = theme.palette;
    let at = Rect::from_min_size(place.min, egui::vec2(place.width(), 10.0));
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt("guide").max_rect(at));
    let response = theme.note(p.accent, p.accent_soft).show(&mut child, |ui| {
        ui.set_width(ui.available_width());
        Prose { leading: 1.4, ..Prose::body(theme) }.show(ui, theme, &theme.text(id))
    });
    ui.ctx().accesskit_node_builder(response.inner.id, |node| node.set_live(egui::accesskit::Live::Polite));
    response.response.rect.height() + 8.0
}
