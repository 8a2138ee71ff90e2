//! The case file: what the trainee was told beforehand, and the papers that are there.

use crate::app::theme::{Prose, Theme, prose};
use crate::scenario::model::Scenario;
use bevy_egui::egui::Ui;

pub(super) fn show(ui: &mut Ui, theme: &Theme, scenario: &Scenario) {
    Prose::subheading(theme).show(ui, theme, &theme.text("briefing-heading"));
    prose(ui, theme, scenario.briefing.get(theme.locale));
    papers(ui, theme, scenario);
}

pub(super) fn papers(ui: &mut Ui, theme: &Theme, scenario: &Scenario) {
    for document in &scenario.case_file {
        theme.well().show(ui, |ui| {
            ui.set_width(ui.available_width());
            Prose::body(theme).strong().show(ui, theme, document.title.get(theme.locale));
            Prose { leading: 1.5, ..Prose::body(theme) }.show(ui, theme, document.text.get(theme.locale));
        });
    }
    if scenario.case_file.is_empty() {
        Prose::caption(theme).show(ui, theme, &theme.text("case-file-empty"));
    }
}
