//! The notebook: what was noted, and the words of the line at hand that can be.

use crate::app::bubble::Tapped;
use crate::app::playing::phrases::of_variant;
use crate::app::playing::view::{Entry, speaker, variant};
use crate::app::playing::Playing;
use crate::app::theme::widgets::Row;
use crate::app::theme::{Prose, Theme};
use crate::args;
use bevy_egui::egui::Ui;

/// How many lines back words can still be noted from here.
const LINES: usize = 3;

pub(super) fn show(ui: &mut Ui, theme: &Theme, playing: &Playing) -> Option<Tapped> {
    let (scenario, view) = (playing.scenario(), playing.view());
    let mut asked = None;
    if view.noted.is_empty() {
        Prose::caption(theme).show(ui, theme, &theme.text("notebook-empty"));
    }
    for (number, fact) in view.noted.iter().enumerate() {
        if let Some(fact) = scenario.facts.get(fact.at()) {
            theme.well().show(ui, |ui| {
                ui.set_width(ui.available_width());
                let line = format!("{}. {}", number + 1, fact.text.get(theme.locale));
                Prose { leading: 1.4, ..Prose::body(theme) }.show(ui, theme, &line);
            });
        }
    }
    let lines: Vec<_> = view
        .entries
        .iter()
        .rev()
        .filter_map(|entry| match *entry {
            Entry::Line { node, variant: said } if speaker(scenario, node).is_some() => variant(scenario, node, said),
            _ => None,
        })
        .take(LINES)
        .collect();
    if lines.is_empty() {
        return None;
    }
    ui.add_space(8.0);
    Prose::subheading(theme).show(ui, theme, &theme.text("notebook-from-words"));
    Prose::caption(theme).show(ui, theme, &theme.text("notebook-how"));
    for line in lines {
        let text = line.say.get(theme.locale);
        for phrase in of_variant(scenario, line, theme.locale) {
            let words = text[phrase.range.clone()].trim();
            let noted = !phrase.facts.is_empty() && phrase.facts.iter().all(|fact| view.noted.contains(fact));
            let label = theme.text_with(
                if noted { "notebook-noted-label" } else { "notebook-note-label" },
                &args!("words" => words),
            );
            let row = Row {
                style: Prose { leading: 1.35, ..Prose::caption(theme).colour(theme.palette.ink) },
                selected: noted,
                label: Some(&label),
                ..Row::new(theme, words)
            };
            if row.show(ui, theme).clicked() {
                let fact = phrase.facts.iter().find(|fact| !view.noted.contains(fact));
                asked = Some(fact.map_or(Tapped::Nothing, |fact| Tapped::Fact(*fact)));
            }
        }
        ui.add_space(4.0);
    }
    asked
}
