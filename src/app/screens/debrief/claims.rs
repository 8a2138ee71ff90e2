//! What was asked for, what was right, what was decided.

use crate::app::theme::widgets::badge;
use crate::app::theme::{Prose, Theme};
use crate::args;
use crate::report::page::{ClaimRow, Mark, Page};
use bevy_egui::egui::Ui;

/// All claims on one card.
pub fn claims(ui: &mut Ui, theme: &Theme, page: &Page) {
    if page.claims.is_empty() {
        return;
    }
    Prose::heading(theme).show(ui, theme, &theme.text("report-captions.claims"));
    theme.card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        for one in &page.claims {
            row(ui, theme, one);
        }
    });
}

fn row(ui: &mut Ui, theme: &Theme, row: &ClaimRow) {
    let p = theme.palette;
    ui.horizontal_top(|ui| {
        let (sign, ink, ground) = match row.mark {
            Mark::Hit => ("✓", p.good, p.good_soft),
            Mark::Partial => ("△", p.warn, p.warn_soft),
            Mark::Miss => ("×", p.bad, p.bad_soft),
        };
        badge(ui, theme, sign, ink, ground);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let line = |label: &str, words: &str| {
                theme.text_with("desk-told-field", &args!("label" => label, "words" => words))
            };
            let decided = line(&row.asks, &row.decided);
            Prose { leading: 1.4, ..Prose::body(theme) }.show(ui, theme, &decided);
            if row.mark != Mark::Hit {
                Prose::body(theme).colour(p.good).show(
                    ui,
                    theme,
                    &line(&theme.text("report-captions.claims-should"), &row.should),
                );
            }
            let why: Vec<&str> = [row.fault.as_deref(), Some(row.grounds.as_str())].into_iter().flatten().collect();
            Prose::caption(theme).show(ui, theme, &why.join(" · "));
        });
    });
}
