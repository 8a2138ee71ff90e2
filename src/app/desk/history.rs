//! The talk so far, to be read again.

use crate::app::playing::view::{Entry, View, speaker, variant};
use crate::app::theme::{Prose, Theme};
use crate::args;
use crate::feedback::form_words;
use crate::locale::Texts;
use crate::procedure::StepFate;
use crate::scenario::model::Scenario;
use crate::session::StepTold;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::{NodeIx, Somebody};
use bevy_egui::egui::{Color32, Ui};
use std::borrow::Cow;

pub(super) fn show(ui: &mut Ui, theme: &Theme, scenario: &Scenario, view: &View, speaking: bool) {
    let p = theme.palette;
    if view.entries.is_empty() {
        Prose::caption(theme).show(ui, theme, &theme.text("history-empty"));
    }
    // What is still being said is not yet to be read.
    let last_line = view.entries.iter().rposition(|entry| matches!(entry, Entry::Line { .. }));
    for (at, entry) in view.entries.iter().enumerate() {
        if speaking && Some(at) == last_line {
            continue;
        }
        match *entry {
            Entry::VisitBegan { visit, .. } => {
                if let Some(visit) = scenario.visits.get(visit.at()) {
                    ui.add_space(4.0);
                    Prose::body(theme).strong().show(ui, theme, visit.title.get(theme.locale));
                }
            }
            Entry::Line { node, variant: said } => {
                let Some(line) = variant(scenario, node, said) else { continue };
                let text = line.say.get(theme.locale);
                match speaker(scenario, node) {
                    Some(who) => words(ui, theme, &name(scenario, who, theme), text, p.accent),
                    None => drop(Prose::caption(theme).show(ui, theme, text)),
                }
            }
            Entry::Chosen { node, option, .. } => {
                if let Some(text) = option_text(scenario, node, option, theme) {
                    words(ui, theme, &theme.text("visit-you"), &text, p.good);
                }
            }
            Entry::Filled { node, written, .. } => {
                if let Some(task) = scenario.task(node) {
                    words(
                        ui,
                        theme,
                        &theme.text("visit-you"),
                        &form_words::handed_in(task, written, theme.locale),
                        p.good,
                    );
                }
            }
            Entry::Gesture { act, .. } => {
                let gesture = gesture_name(theme, act);
                let line = theme.text_with("history-gesture", &args!("gesture" => gesture));
                Prose::caption(theme).colour(p.good).show(ui, theme, &line);
            }
            Entry::CutOff { who, .. } => {
                let line =
                    theme.text_with("history-cut-off", &args!("who" => name(scenario, Somebody::Visitor(who), theme)));
                Prose::caption(theme).colour(p.bad).show(ui, theme, &line);
            }
            Entry::Outburst { who } => {
                let line =
                    theme.text_with("history-outburst", &args!("who" => name(scenario, Somebody::Visitor(who), theme)));
                Prose::caption(theme).colour(p.bad).show(ui, theme, &line);
            }
            Entry::Step(StepTold { step, by, day, fate, .. }) => {
                let on = scenario.date(day);
                let args = args!("step" => theme.locale.say(&step.label()), "by" => theme.locale.say(&by.label()),
                                 "day" => theme.locale.day(on), "fate" => theme.locale.say(&fate.message()));
                let (id, ink) = match fate {
                    StepFate::Taken(_) => ("history-step", p.good),
                    StepFate::Refused(_) | StepFate::Overdue { .. } => ("history-step-not", p.bad),
                };
                Prose::caption(theme).colour(ink).show(ui, theme, &theme.text_with(id, &args));
            }
            Entry::Meanwhile { days, .. } => {
                Prose::caption(theme).show(ui, theme, &theme.text_with("days-later", &args!("n" => days)));
            }
        }
    }
}

fn words(ui: &mut Ui, theme: &Theme, who: &str, text: &str, ink: Color32) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        Prose::caption(theme).colour(ink).show(ui, theme, who);
        Prose { leading: 1.45, ..Prose::body(theme) }.show(ui, theme, text);
    });
}

pub fn name(scenario: &Scenario, who: Somebody, theme: &Theme) -> String {
    scenario.called(who).map_or_else(String::new, |name| name.get(theme.locale).to_owned())
}

pub fn option_text<'s>(scenario: &'s Scenario, node: NodeIx, option: u8, theme: &Theme) -> Option<Cow<'s, str>> {
    Some(theme.locale.words(&scenario.choice(node)?.options.get(usize::from(option))?.text))
}

/// The gesture as the row of gestures names it.
pub fn gesture_name(theme: &Theme, act: crate::vocabulary::ActIx) -> String {
    let id = ActCatalogue::shipped()[act].gesture.as_deref().unwrap_or_default();
    theme.locale.find(&format!("gesture-{id}"), None).map_or_else(|| id.to_owned(), |name| name.into_owned())
}
