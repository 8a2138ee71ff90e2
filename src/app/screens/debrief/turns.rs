//! The turns of a session, each folded to what was worst in it; open, one is explained whole.

use super::{DebriefRequest, DebriefState, TurnRow};
use crate::app::screens::pressed;
use crate::app::theme::reach::{follow_focus, row_ends};
use crate::app::theme::widgets::{Button, badge};
use crate::app::theme::{Prose, Theme};
use crate::args;
use crate::report::page::Mark;
use bevy_egui::egui::{self, Align, Color32, Key, Ui};

/// Draws all turns.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    turns: &[TurnRow],
    state: &mut DebriefState,
    asked: &mut Option<DebriefRequest>,
) {
    let wrong: Vec<u32> = turns.iter().filter(|turn| turn.worst() >= Worst::Miss).map(|turn| turn.number).collect();
    let heading = |ui: &mut Ui| drop(Prose::heading(theme).show(ui, theme, &theme.text("debrief-turns")));
    let (mut next, mut before) = (pressed(ui.ctx(), Key::J), pressed(ui.ctx(), Key::K));
    row_ends(ui, "turns", heading, |ui| {
        if !wrong.is_empty() {
            before |= Button::quiet(&theme.text("debrief-mistake-before")).key("K").small().show(ui, theme).clicked();
            next |= Button::quiet(&theme.text("debrief-mistake-next")).key("J").small().show(ui, theme).clicked();
        }
        let all = state.open.len() == turns.len();
        let label = theme.text(if all { "debrief-fold-all" } else { "debrief-open-all" });
        if Button::quiet(&label).small().show(ui, theme).clicked() {
            state.open = if all { Default::default() } else { turns.iter().map(|turn| turn.number).collect() };
        }
    });
    let at = state.at.unwrap_or(0);
    let goal = match (next, before) {
        (true, _) => wrong.iter().find(|turn| **turn > at).or(wrong.first()),
        (_, true) => wrong.iter().rev().find(|turn| **turn < at).or(wrong.last()),
        _ => None,
    };
    if let Some(turn) = goal {
        state.go_to(*turn);
    }
    for turn in turns {
        turn_card(ui, theme, turn, state, asked);
    }
}

/// How bad the worst of a turn is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worst {
    Nothing,
    Partial,
    Miss,
    Critical,
}

impl TurnRow {
    /// The worst of what was found in the turn.
    pub fn worst(&self) -> Worst {
        let marks = self.observations.iter().map(|(mark, ..)| match mark {
            Mark::Hit => Worst::Nothing,
            Mark::Partial => Worst::Partial,
            Mark::Miss => Worst::Miss,
        });
        let critical = if self.critical.is_empty() { Worst::Nothing } else { Worst::Critical };
        marks.fold(critical, Worst::max)
    }

    /// The worst of it in a line; where all was well, the first thing that was.
    fn in_short(&self) -> Option<String> {
        let of = |wanted: Mark| self.observations.iter().find(|(mark, ..)| *mark == wanted);
        self.critical.first().cloned().or_else(|| {
            let found = of(Mark::Miss).or_else(|| of(Mark::Partial)).or_else(|| of(Mark::Hit));
            found.map(|(_, criterion, why, _)| format!("{criterion} · {why}"))
        })
    }
}

fn looks(theme: &Theme, mark: Mark) -> (&'static str, Color32, Color32) {
    let p = theme.palette;
    match mark {
        Mark::Hit => ("verdict-hit", p.good, p.good_soft),
        Mark::Partial => ("verdict-partial", p.warn, p.warn_soft),
        Mark::Miss => ("verdict-miss", p.bad, p.bad_soft),
    }
}

fn turn_card(ui: &mut Ui, theme: &Theme, turn: &TurnRow, state: &mut DebriefState, asked: &mut Option<DebriefRequest>) {
    let p = theme.palette;
    let open = state.open.contains(&turn.number);
    let card = theme.card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        let name = format!("turn {}", turn.number);
        let begin = |ui: &mut Ui| {
            let number = theme.text_with("debrief-turn", &args!("n" => turn.number));
            badge(ui, theme, &number, p.soft, p.well);
            for point in &turn.turning {
                badge(ui, theme, &theme.text_with("debrief-turning", &args!("n" => *point)), p.accent, p.accent_soft);
            }
            let (id, ink, ground) = match turn.worst() {
                Worst::Critical => ("verdict-critical", p.bad, p.bad_soft),
                Worst::Miss => looks(theme, Mark::Miss),
                Worst::Partial => looks(theme, Mark::Partial),
                Worst::Nothing if turn.observations.is_empty() => return,
                Worst::Nothing => looks(theme, Mark::Hit),
            };
            badge(ui, theme, &theme.text(id), ink, ground);
        };
        row_ends(ui, &name, begin, |ui| {
            let label = theme.text(if open { "debrief-fold" } else { "debrief-open" });
            let response = Button::quiet(&label).small().show(ui, theme);
            let said = theme
                .text_with(if open { "debrief-fold-turn" } else { "debrief-open-turn" }, &args!("n" => turn.number));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &said));
            follow_focus(&response);
            if response.clicked() {
                if open {
                    state.open.remove(&turn.number);
                } else {
                    state.open.insert(turn.number);
                }
            }
            if Button::quiet(&theme.text("debrief-from-here")).small().show(ui, theme).clicked() {
                *asked = Some(DebriefRequest::Again(turn.number));
            }
        });
        if open {
            whole(ui, theme, turn);
        } else {
            let you = theme.text_with("debrief-you", &args!("text" => turn.chosen.as_str()));
            Prose::body(theme).strong().show(ui, theme, &you);
            if let Some(line) = turn.in_short() {
                Prose::caption(theme).show(ui, theme, &line);
            }
        }
    });
    if state.seek == Some(turn.number) {
        state.seek = None;
        card.response.scroll_to_me(Some(Align::TOP));
    }
}

/// Everything that was found in a turn.
fn whole(ui: &mut Ui, theme: &Theme, turn: &TurnRow) {
    let p = theme.palette;
    let quiet = Prose { leading: 1.45, ..Prose::body(theme).colour(p.soft) };
    for (who, words) in &turn.heard {
        let line = match who {
            Some(who) => theme.text_with("debrief-heard", &args!("who" => who.as_str(), "text" => words.as_str())),
            None => words.clone().into(),
        };
        quiet.show(ui, theme, &line);
    }
    let you = theme.text_with("debrief-you", &args!("text" => turn.chosen.as_str()));
    Prose::body(theme).strong().show(ui, theme, &you);
    for failure in &turn.critical {
        Prose::body(theme).colour(p.bad).show(ui, theme, failure);
    }
    for (mark, criterion, why, source) in &turn.observations {
        let (id, ink, ground) = looks(theme, *mark);
        ui.horizontal_top(|ui| {
            badge(ui, theme, &theme.text(id), ink, ground);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                Prose { leading: 1.4, ..Prose::body(theme) }.show(ui, theme, &format!("{criterion} · {why}"));
                Prose::caption(theme).show(ui, theme, source);
            });
        });
    }
    if let Some(why) = &turn.author {
        let line = theme.text_with("report-note-author", &args!("why" => why.as_str()));
        Prose::caption(theme).show(ui, theme, &line);
    }
    if let Some((who, thought)) = &turn.thought {
        theme.well().corner_radius(18).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let line = theme.text_with("debrief-thought", &args!("who" => who.as_str(), "text" => thought.as_str()));
            Prose { leading: 1.4, ..Prose::body(theme).colour(p.soft) }.show(ui, theme, &line);
        });
    }
    if let Some(better) = &turn.better {
        let line = theme.text_with("debrief-better", &args!("text" => better.as_str()));
        Prose::body(theme).colour(p.good).show(ui, theme, &line);
    }
    for says in &turn.law {
        Prose::body(theme).show(ui, theme, says);
    }
}
