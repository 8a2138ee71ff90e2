//! Past sessions, from their logs: read the debrief again, go on, print, delete.

use super::{Drawn, page, pressed};
use crate::app::Data;
use crate::app::playing::Playing;
use crate::app::playing::demo::replay_demo;
use crate::app::screens::debrief::Subject;
use crate::app::theme::reach::row_ends;
use crate::app::theme::widgets::{Button, badge, column};
use crate::app::theme::{Prose, Theme};
use crate::app::{Screen, trials};
use crate::args;
use crate::feedback::{how_played_texts, standing_texts};
use crate::locale::Texts;
use crate::logbook::begin::go_on;
use crate::logbook::how_played::PlayedBy;
use crate::logbook::recording::open;
use crate::logbook::store::{Listed, Summary};
use crate::rubric::Rubric;
use crate::rubric::assessment::Dimension;
use crate::session::Mode;
use bevy::prelude::*;
use bevy_egui::egui::{self, Key, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// The list and what is being asked about it.
#[derive(Resource, Debug, Default)]
pub struct Sessions {
    pub kept: Vec<Listed>,
    /// The one that was deleted last, where it can be brought back from.
    pub away: Option<PathBuf>,
    pub trouble: Option<String>,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionsRequest {
    Back,
    Open(PathBuf),
    Resume(PathBuf),
    /// Watch it once more.
    Watch(PathBuf),
    Delete(PathBuf),
    Undo(PathBuf),
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Sessions>()
        .add_systems(OnEnter(Screen::MySessions), reload)
        .add_systems(EguiPrimaryContextPass, draw.in_set(Drawn).run_if(in_state(Screen::MySessions)));
}

fn reload(mut sessions: ResMut<Sessions>, data: Res<Data>, theme: Res<Theme>) {
    data.0.forget_before(SystemTime::now() - KEPT);
    *sessions = read(&data, &theme, None);
}

/// How long what was deleted can be brought back.
const KEPT: Duration = Duration::from_secs(7 * 24 * 3600);

fn read(data: &Data, theme: &Theme, trouble: Option<String>) -> Sessions {
    match data.0.list() {
        Ok(kept) => Sessions { kept, away: None, trouble },
        Err(error) => Sessions { trouble: Some(theme.locale.say(&error.message())), ..Sessions::default() },
    }
}

fn draw(
    mut commands: Commands,
    mut contexts: EguiContexts,
    theme: Res<Theme>,
    data: Res<Data>,
    mut sessions: ResMut<Sessions>,
    time: Res<Time<Real>>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    let asked = page(&ctx, &theme, "sessions", |ui| panel(ui, &theme, &sessions));
    match asked {
        Some(SessionsRequest::Back) => next.set(Screen::Menu),
        Some(SessionsRequest::Open(path)) => {
            commands.insert_resource(Subject::from_list(path));
            next.set(Screen::Debrief);
        }
        Some(SessionsRequest::Resume(path)) => match go_on(&path, PlayedBy::Hand) {
            Ok((recording, _)) => {
                commands.insert_resource(Playing::resume(recording, theme.locale, time.elapsed()));
                next.set(Screen::Visit);
            }
            Err(error) => sessions.trouble = Some(theme.locale.say(&error.message())),
        },
        Some(SessionsRequest::Watch(path)) => {
            let when = (theme.locale, time.elapsed());
            match open(&path).and_then(|opened| replay_demo(&trials::store(&data.0), &opened, when)) {
                Ok(playing) => {
                    commands.insert_resource(playing);
                    next.set(Screen::Visit);
                }
                Err(error) => sessions.trouble = Some(theme.locale.say(&error.message())),
            }
        }
        Some(SessionsRequest::Delete(path)) => {
            let (away, trouble) = match data.0.put_away(&path) {
                Ok(away) => (Some(away), None),
                Err(error) => (None, Some(theme.locale.say(&error.message()))),
            };
            *sessions = Sessions { away, ..read(&data, &theme, trouble) };
        }
        Some(SessionsRequest::Undo(away)) => {
            let trouble = data.0.bring_back(&away).err().map(|error| theme.locale.say(&error.message()));
            *sessions = read(&data, &theme, trouble);
        }
        None => {}
    }
    Ok(())
}

/// Draws the list.
pub fn panel(ui: &mut Ui, theme: &Theme, sessions: &Sessions) -> Option<SessionsRequest> {
    let p = theme.palette;
    let mut asked = None;
    if pressed(ui.ctx(), Key::Escape) {
        asked = Some(SessionsRequest::Back);
    }
    column(ui, 900.0 * theme.size.factor().sqrt(), |ui| {
        let title = |ui: &mut Ui| drop(Prose::title(theme).show(ui, theme, &theme.text("screen-sessions")));
        row_ends(ui, "sessions", title, |ui| {
            if Button::new(&theme.text("back")).key("Esc").show(ui, theme).clicked() {
                asked = Some(SessionsRequest::Back);
            }
        });
        ui.add_space(4.0);
        if let Some(trouble) = &sessions.trouble {
            theme.note(p.bad, p.bad_soft).show(ui, |ui| {
                ui.set_width(ui.available_width());
                Prose::body(theme).colour(p.bad).show(ui, theme, trouble);
            });
        }
        if let Some(away) = &sessions.away {
            let struck = ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::Z));
            theme.note(p.warn, p.warn_soft).show(ui, |ui| {
                ui.set_width(ui.available_width());
                let said = |ui: &mut Ui| drop(Prose::body(theme).show(ui, theme, &theme.text("sessions-deleted")));
                row_ends(ui, "deleted", said, |ui| {
                    let undo = Button::new(&theme.text("undo")).key("Ctrl Z").small().show(ui, theme).clicked();
                    if undo || struck {
                        asked = Some(SessionsRequest::Undo(away.clone()));
                    }
                });
            });
        }
        if sessions.kept.is_empty() {
            theme.card().show(ui, |ui| {
                ui.set_width(ui.available_width());
                Prose::body(theme).show(ui, theme, &theme.text("sessions-empty"));
            });
        }
        for kept in &sessions.kept {
            theme.card().show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 6.0;
                match &kept.log {
                    Ok(summary) => entry(ui, theme, kept, summary, &mut asked),
                    Err(problem) => {
                        badge(ui, theme, &theme.text("sessions-unreadable"), p.bad, p.bad_soft);
                        Prose::body(theme).show(ui, theme, &theme.locale.say(&problem.message()));
                        if Button::quiet(&theme.text("delete")).small().show(ui, theme).clicked() {
                            asked = Some(SessionsRequest::Delete(kept.path.clone()));
                        }
                    }
                }
            });
        }
    });
    asked
}

fn entry(ui: &mut Ui, theme: &Theme, kept: &Listed, summary: &Summary, asked: &mut Option<SessionsRequest>) {
    let p = theme.palette;
    let title = summary.head.scenario.title(theme.locale);
    let name = format!("session {}", kept.path.display());
    let title = |ui: &mut Ui| drop(Prose::subheading(theme).show(ui, theme, title));
    // What cannot be undone comes last.
    row_ends(ui, &name, title, |ui| {
        if summary.scores.is_some() {
            if Button::new(&theme.text("sessions-open")).small().show(ui, theme).clicked() {
                *asked = Some(SessionsRequest::Open(kept.path.clone()));
            }
            if Button::new(&theme.text("sessions-watch")).small().show(ui, theme).clicked() {
                *asked = Some(SessionsRequest::Watch(kept.path.clone()));
            }
        } else if Button::primary(&theme.text("sessions-resume")).small().show(ui, theme).clicked() {
            *asked = Some(SessionsRequest::Resume(kept.path.clone()));
        }
        if Button::quiet(&theme.text("delete")).small().show(ui, theme).clicked() {
            *asked = Some(SessionsRequest::Delete(kept.path.clone()));
        }
    });
    let started = summary.head.started.replace('T', " ");
    let mut line = vec![started.get(..16).unwrap_or(&started).to_owned()];
    line.push(
        theme.text(if summary.head.settings.mode == Mode::Exam { "mode-exam" } else { "mode-practice" }).into_owned(),
    );
    line.extend(summary.head.trainee.clone());
    line.extend(summary.head.class.clone());
    line.push(theme.text_with("sessions-turns", &args!("n" => summary.turns)).into_owned());
    let how = how_played_texts::told(&summary.how, theme.locale);
    line.extend(how.into_iter().map(|(label, text)| format!("{label} {text}")));
    Prose::caption(theme).show(ui, theme, &line.join(" · "));
    let mark = Rubric::shipped().pass;
    let standing = summary.standing(mark);
    let (ink, ground) = match standing.passed() {
        Some(true) => (p.good, p.good_soft),
        Some(false) => (p.bad, p.bad_soft),
        None => (p.warn, p.warn_soft),
    };
    ui.horizontal_wrapped(|ui| {
        let said = standing_texts::verdict(standing, mark, theme.locale);
        for words in said.words.iter().chain(&said.reasons) {
            badge(ui, theme, words, ink, ground);
        }
        if let Some(scores) = &summary.scores {
            for dimension in Dimension::ALL {
                let score = scores.dimensions()[dimension as usize]
                    .map_or_else(|| theme.text("no-score").into_owned(), |milli| (milli.0 / 10).to_string());
                let text = format!("{} {score}", theme.text(&dimension.text_id()));
                badge(ui, theme, &text, p.accent, p.accent_soft);
            }
            if !scores.critical.is_empty() {
                let text = theme.text_with("sessions-critical", &args!("n" => scores.critical.len()));
                badge(ui, theme, &text, p.bad, p.bad_soft);
            }
        }
    });
}
