//! The findings: failures first, scores, the curve, and every turn explained.

use super::claims::claims;
use super::sheets::sheets;
use super::{DebriefRequest, DebriefState, Told, turns};
use crate::app::curve;
use crate::app::theme::widgets::{Button, badge};
use crate::app::theme::{Prose, Step, Theme, prose};
use crate::args;
use crate::report::page::Outcome;
use bevy_egui::egui::{self, Color32, Ui, vec2};

/// Draws all that was found.
pub fn results(ui: &mut Ui, theme: &Theme, told: &Told, state: &mut DebriefState, asked: &mut Option<DebriefRequest>) {
    let p = theme.palette;
    if let Some(unfinished) = &told.page.result.unfinished {
        theme.note(p.warn, p.warn_soft).show(ui, |ui| {
            ui.set_width(ui.available_width());
            Prose::subheading(theme).colour(p.warn).show(ui, theme, unfinished);
        });
    }
    for failure in &told.page.critical {
        theme.note(p.bad, p.bad_soft).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            let head =
                theme.text_with("debrief-critical", &args!("kind" => failure.kind.as_str(), "turn" => failure.turn));
            Prose::subheading(theme).colour(p.bad).show(ui, theme, &head);
            Prose::body(theme).show(ui, theme, &failure.said);
            Prose::body(theme).show(ui, theme, &failure.why);
            if let Some(better) = &failure.better {
                let line = theme.text_with("debrief-better", &args!("text" => better.as_str()));
                Prose::body(theme).colour(p.good).show(ui, theme, &line);
            }
            Prose::caption(theme).show(ui, theme, &failure.source);
        });
    }
    scores(ui, theme, told, state);
    listening(ui, theme, told);
    if !told.page.curves.is_empty() {
        theme.card().show(ui, |ui| {
            ui.set_width(ui.available_width());
            Prose::subheading(theme).show(ui, theme, &theme.text("debrief-curve"));
            if let Some(turn) = curve::show(ui, theme, &told.page.curves, &mut state.curve, 250.0) {
                state.go_to(turn);
            }
            for point in &told.page.turning_points {
                ui.horizontal_top(|ui| {
                    let (ink, ground) = if point.rose { (p.bad, p.bad_soft) } else { (p.good, p.good_soft) };
                    badge(ui, theme, &format!("{}  {}", point.number, point.change), ink, ground);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 2.0;
                        Prose { leading: 1.4, ..Prose::body(theme) }.show(ui, theme, &point.said);
                        Prose::caption(theme).show(ui, theme, &point.why);
                        let label = theme.text_with("debrief-see-turn", &args!("n" => point.turn));
                        if Button::quiet(&label).small().show(ui, theme).clicked() {
                            state.go_to(point.turn);
                        }
                    });
                });
            }
        });
    }
    claims(ui, theme, &told.page);
    sheets(ui, theme, &told.page);
    turns::show(ui, theme, &told.turns, state, asked);
}

fn scores(ui: &mut Ui, theme: &Theme, told: &Told, state: &DebriefState) {
    let p = theme.palette;
    theme.card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        let result = &told.page.result;
        if let Some(ending) = &result.ending {
            Prose::subheading(theme).show(ui, theme, &ending.label);
            prose(ui, theme, &ending.text);
            ui.add_space(4.0);
        }
        verdict(ui, theme, result);
        ui.columns(4, |columns| {
            let figure = |ui: &mut Ui, name: &str, score: &str, milli: Option<i64>, own: Option<u8>| {
                ui.spacing_mut().item_spacing.y = 4.0;
                Prose::caption(theme).show(ui, theme, name);
                let ink = match milli {
                    None => p.soft,
                    Some(milli) if milli >= 800 => p.good,
                    Some(milli) if milli >= 600 => p.warn,
                    Some(_) => p.bad,
                };
                let step = if milli.is_some() { Step::Title } else { Step::Heading };
                Prose::title(theme).step(step).colour(ink).show(ui, theme, score);
                bar(ui, theme, milli, ink);
                if let Some(own) = own {
                    let own = theme.text_with("debrief-own", &args!("level" => theme.text(&format!("own-{own}"))));
                    Prose::caption(theme).show(ui, theme, &own);
                }
            };
            for (at, dimension) in result.dimensions.iter().enumerate() {
                let own = state.own.get(at).copied().flatten();
                figure(&mut columns[at.min(2)], &dimension.name, &dimension.score, dimension.milli, own);
            }
            let total = theme.text("debrief-total");
            figure(&mut columns[3], &total, &result.total, result.total_milli, None);
        });
        for note in &result.notes {
            Prose::caption(theme).show(ui, theme, note);
        }
        let halves = [("debrief-plus", &told.page.plus, p.good), ("debrief-delta", &told.page.delta, p.accent)];
        for (id, lines, ink) in halves {
            if lines.is_empty() {
                continue;
            }
            ui.add_space(4.0);
            Prose::body(theme).strong().colour(ink).show(ui, theme, &theme.text(id));
            for line in lines {
                Prose { leading: 1.45, ..Prose::body(theme) }.show(ui, theme, &format!("· {line}"));
            }
        }
    });
}

/// Listening in numbers, each with what it means.
fn listening(ui: &mut Ui, theme: &Theme, told: &Told) {
    if told.page.listening.is_empty() {
        return;
    }
    theme.card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        Prose::subheading(theme).show(ui, theme, &theme.text("report-captions.listening"));
        Prose::caption(theme).show(ui, theme, &theme.text("report-captions.listening-lead"));
        for one in &told.page.listening {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                Prose::body(theme).strong().show(ui, theme, &format!("{}  {}", one.name, one.value));
                Prose::caption(theme).show(ui, theme, &one.meaning);
            });
        }
    });
}

/// Passed or not, and by what it fails.
fn verdict(ui: &mut Ui, theme: &Theme, result: &Outcome) {
    let p = theme.palette;
    let (ink, ground) = match result.passed {
        Some(true) => (p.good, p.good_soft),
        Some(false) => (p.bad, p.bad_soft),
        None => (p.warn, p.warn_soft),
    };
    ui.horizontal_wrapped(|ui| {
        for words in result.verdict.iter().chain(&result.reasons) {
            badge(ui, theme, words, ink, ground);
        }
    });
}

fn bar(ui: &mut Ui, theme: &Theme, milli: Option<i64>, ink: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().min(190.0), 8.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 4.0, theme.palette.line);
    if let Some(milli) = milli {
        let mut filled = rect;
        filled.set_width(rect.width() * milli.clamp(0, 1000) as f32 / 1000.0);
        ui.painter().rect_filled(filled, 4.0, ink);
    }
}
