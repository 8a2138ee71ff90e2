//! The notebook: what was noted, and the words of the line at hand that can be.

use crate::app::bubble::Tapped;
use crate::app::playing::Playing;
use crate::app::playing::phrases::of_variant;
use crate::app::playing::view::{Entry, speaker, variant};
use crate::app::theme::widgets::Row;
use crate::app::theme::{Prose, Theme};
use crate::args;
use bevy_egui::egui::Ui;
use std::time::Duration;

/// How many lines back words can still be noted from here.
const LINES: usize = 3;

pub(super) fn show(ui: &mut Ui, theme: &Theme, playing: &Playing, now: Duration) -> Option<Tapped> {
    let (scenario, view) = (playing.scenario(), playing.view());
    let mut asked = None;
    if view.now.noted.is_empty() {
        Prose::caption(theme).show(ui, theme, &theme.text("notebook-empty"));
    }
    for (number, fact) in view.now.noted.iter().enumerate() {
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
    for (age, line) in lines.into_iter().enumerate() {
        let text = line.say.get(theme.locale);
        // Of the line that is being said, only what has been said.
        let said =
            if age == 0 && playing.speaking(now) { playing.speech(now).map_or(1.0, |(_, said)| said) } else { 1.0 };
        let heard = (text.chars().count() as f32 * said).ceil() as usize;
        for phrase in of_variant(scenario, line, theme.locale) {
            if text[..phrase.range.end].chars().count() > heard {
                break;
            }
            let words = text[phrase.range.clone()].trim();
            let noted = !phrase.facts.is_empty() && phrase.facts.iter().all(|fact| view.now.noted.contains(fact));
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
                let fact = phrase.facts.iter().find(|fact| !view.now.noted.contains(fact));
                asked = Some(fact.map_or(Tapped::Nothing, |fact| Tapped::Fact(*fact)));
            }
        }
        ui.add_space(4.0);
    }
    asked
}
