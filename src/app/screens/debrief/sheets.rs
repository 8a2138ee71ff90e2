//! Papers as they were handed in: every field, what stands there, and what should.

use crate::app::theme::widgets::badge;
use crate::app::theme::{Prose, Theme};
use crate::args;
use crate::report::page::{Mark, Page, Sheet, SheetRow};
use bevy_egui::egui::Ui;

/// Each paper on a card of its own.
pub fn sheets(ui: &mut Ui, theme: &Theme, page: &Page) {
    if page.sheets.is_empty() {
        return;
    }
    Prose::heading(theme).show(ui, theme, &theme.text("report-captions.sheets"));
    for one in &page.sheets {
        theme.card().show(ui, |ui| sheet(ui, theme, one));
    }
}

fn sheet(ui: &mut Ui, theme: &Theme, sheet: &Sheet) {
    ui.set_width(ui.available_width());
    ui.spacing_mut().item_spacing.y = 6.0;
    Prose::subheading(theme).show(ui, theme, &sheet.title);
    let about = [Some(sheet.when.as_str()), sheet.basis.as_deref(), sheet.others.as_deref()];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    Prose::caption(theme).show(ui, theme, &about.join(" · "));
    for one in &sheet.rows {
        row(ui, theme, one);
    }
}

fn row(ui: &mut Ui, theme: &Theme, row: &SheetRow) {
    let p = theme.palette;
    ui.horizontal_top(|ui| {
        let (sign, ink, ground) = match row.mark {
            None => ("·", p.soft, p.well),
            Some(Mark::Hit) => ("✓", p.good, p.good_soft),
            Some(Mark::Partial) => ("△", p.warn, p.warn_soft),
            Some(Mark::Miss) => ("×", p.bad, p.bad_soft),
        };
        badge(ui, theme, sign, ink, ground);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let args = args!("label" => row.label.as_str(), "words" => row.text.as_str());
            let line = theme.text_with("desk-told-field", &args);
            let ink = if row.mark.is_none() { p.soft } else { p.ink };
            Prose { leading: 1.4, ..Prose::body(theme) }.colour(ink).show(ui, theme, &line);
            if let Some(should) = &row.should {
                let line = theme.text_with("sheet-should", &args!("text" => should.as_str()));
                Prose::body(theme).colour(p.good).show(ui, theme, &line);
            }
            let why: Vec<&str> = [row.fault.as_deref(), row.source.as_deref()].into_iter().flatten().collect();
            if !why.is_empty() {
                Prose::caption(theme).show(ui, theme, &why.join(" · "));
            }
        });
    });
}
