//! The notebook: what was noted, and the words of the line at hand that can be.

use crate::app::bubble::Tapped;
use crate::app::desk::history;
use crate::app::playing::Playing;
use crate::app::playing::phrases::of_variant;
use crate::app::playing::view::{Entry, View, speaker, variant};
use crate::app::theme::widgets::Row;
use crate::app::theme::{Prose, Theme};
use crate::args;
use crate::scenario::model::Scenario;
use crate::vocabulary::{FactIx, Locale, Somebody};
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
    // By who said it: what one of them says is not what the other said.
    let mut by: Vec<BySpeaker> = Vec::new();
    for (number, &fact) in view.now.noted.iter().enumerate() {
        let who = teller(scenario, view, theme.locale, fact);
        match by.iter_mut().find(|(known, _)| *known == who) {
            Some((_, facts)) => facts.push((number, fact)),
            None => by.push((who, vec![(number, fact)])),
        }
    }
    for (who, facts) in by {
        if let Some(who) = who {
            Prose::caption(theme).colour(theme.palette.accent).show(ui, theme, &history::name(scenario, who, theme));
        }
        for (number, fact) in facts {
            let Some(fact) = scenario.facts.get(fact.at()) else { continue };
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

/// What one person told, by the order of noting; `None`: it was told by nobody in the room.
type BySpeaker = (Option<Somebody>, Vec<(usize, FactIx)>);

/// Who told a fact first.
fn teller(scenario: &Scenario, view: &View, locale: Locale, fact: FactIx) -> Option<Somebody> {
    view.entries.iter().find_map(|entry| match *entry {
        Entry::Line { node, variant: said } => {
            let line = variant(scenario, node, said)?;
            let tells = of_variant(scenario, line, locale).iter().any(|phrase| phrase.facts.contains(&fact));
            speaker(scenario, node).filter(|_| tells)
        }
        _ => None,
    })
}
