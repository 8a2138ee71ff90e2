//! What lies over the room: cards between the visits and at the end, the pause, dialogs.

use super::when;
use crate::app::playing::playhead::Card;
use crate::app::screens::pressed;
use crate::app::theme::widgets::{Button, badge};
use crate::app::theme::{Prose, Theme, prose};
use crate::args;
use crate::scenario::model::{Outcome, Scenario};
use bevy_egui::egui::{self, Key, Stroke, Ui};

/// Where a card leads.
pub enum Leave {
    GoOn,
    Debrief,
}

/// A calm card between two parts, or at the end.
pub fn interstitial(ctx: &egui::Context, theme: &Theme, scenario: &Scenario, card: &Card) -> Option<Leave> {
    let p = theme.palette;
    dialog(ctx, theme, "card", 620.0, |ui| match card {
        Card::Meanwhile { node, days, kept, broken, next } => {
            Prose::caption(theme).colour(p.accent).show(
                ui,
                theme,
                &theme.text_with("days-later", &args!("n" => *days)),
            );
            if let Some(meanwhile) = scenario.kind(*node).and_then(|kind| kind.as_time_passes()) {
                prose(ui, theme, meanwhile.text.get(theme.locale));
            }
            let promises =
                kept.iter().map(|promise| (promise, true)).chain(broken.iter().map(|promise| (promise, false)));
            for (promise, was_kept) in promises {
                let Some(promise) = scenario.promises.get(promise.at()) else { continue };
                let (id, ink, ground) = if was_kept {
                    ("promise-kept", p.good, p.good_soft)
                } else {
                    ("promise-broken", p.bad, p.bad_soft)
                };
                theme.note(ink, ground).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    let line = theme.text_with(id, &args!("promise" => promise.text.get(theme.locale)));
                    Prose::body(theme).colour(ink).show(ui, theme, &line);
                });
            }
            if let Some((visit, day)) = next {
                ui.separator();
                if let Some(found) = scenario.visits.get(visit.at()) {
                    Prose::heading(theme).show(ui, theme, found.title.get(theme.locale));
                }
                Prose::caption(theme).show(ui, theme, &when(scenario, *visit, *day, theme));
            }
            ui.add_space(6.0);
            let go_on = Button::primary(&theme.text("go-on")).key("Enter").show(ui, theme).clicked();
            (go_on || pressed(ui.ctx(), Key::Enter)).then_some(Leave::GoOn)
        }
        Card::Ending { node } => {
            if let Some(end) = scenario.kind(*node).and_then(|kind| kind.as_end()) {
                let (id, ink, ground) = outcome(theme, end.outcome);
                badge(ui, theme, &theme.text(id), ink, ground);
                Prose::heading(theme).show(ui, theme, end.title.get(theme.locale));
                prose(ui, theme, end.text.get(theme.locale));
            }
            ui.add_space(6.0);
            let go_on = Button::primary(&theme.text("visit-to-debrief")).key("Enter").show(ui, theme).clicked();
            (go_on || pressed(ui.ctx(), Key::Enter)).then_some(Leave::Debrief)
        }
    })
}

/// How an ending is called and coloured.
pub fn outcome(theme: &Theme, outcome: Outcome) -> (&'static str, egui::Color32, egui::Color32) {
    let p = theme.palette;
    match outcome {
        Outcome::Resolved => ("outcome-resolved", p.good, p.good_soft),
        Outcome::Partial => ("outcome-partial", p.warn, p.warn_soft),
        Outcome::Unresolved => ("outcome-unresolved", p.warn, p.warn_soft),
        Outcome::Lost => ("outcome-lost", p.bad, p.bad_soft),
    }
}

/// What was asked for while time stands still.
pub enum Pause {
    GoOn,
    Settings,
    Leave,
}

pub fn pause(ctx: &egui::Context, theme: &Theme, trial: bool) -> Option<Pause> {
    dialog(ctx, theme, "pause", 420.0, |ui| {
        Prose::heading(theme).show(ui, theme, &theme.text("pause-title"));
        Prose::caption(theme).show(ui, theme, &theme.text("pause-text"));
        ui.add_space(4.0);
        let width = ui.available_width();
        let mut asked = None;
        let go_on = Button::primary(&theme.text("go-on")).key("Esc").min_width(width).show(ui, theme).clicked();
        if go_on || pressed(ui.ctx(), Key::Escape) {
            asked = Some(Pause::GoOn);
        }
        if Button::new(&theme.text("menu-settings")).min_width(width).show(ui, theme).clicked() {
            asked = Some(Pause::Settings);
        }
        let leave = theme.text(if trial { "trial-back" } else { "pause-leave" });
        if Button::new(&leave).min_width(width).show(ui, theme).clicked() {
            asked = Some(Pause::Leave);
        }
        asked
    })
}

/// A sheet over a veiled window.
fn dialog<R>(ctx: &egui::Context, theme: &Theme, name: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let p = theme.palette;
    let frame = egui::Frame::new()
        .fill(p.card)
        .stroke(Stroke::new(if theme.high_contrast { 2.0 } else { 1.0 }, p.line))
        .corner_radius(18)
        .inner_margin(egui::Margin::symmetric(32, 28));
    egui::Modal::new(egui::Id::new(name))
        .frame(frame)
        .backdrop_color(p.veil)
        .show(ctx, |ui| {
            let width = (width * theme.size.factor().sqrt()).min(ctx.viewport_rect().width() - 120.0);
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 12.0;
            egui::ScrollArea::vertical()
                .max_height(ctx.viewport_rect().height() - 140.0)
                // Else the first pass, which knows no size yet, would cut off the buttons.
                .min_scrolled_height(ctx.viewport_rect().height() - 140.0)
                .auto_shrink([false, true])
                .show(ui, add)
                .inner
        })
        .inner
}
