//! Before the visit: what the trainee may know, and what the exercise is for.

use super::{Drawn, page, pressed};
use crate::app::Data;
use crate::app::desk;
use crate::app::library::Library;
use crate::app::playing::Playing;
use crate::app::playing::demo::begin_demo;
use crate::app::preferences::Preferences;
use crate::app::theme::reach::row_ends;
use crate::app::theme::widgets::{Button, badge, column};
use crate::app::theme::{Prose, Theme, prose};
use crate::app::{Screen, trials};
use crate::args;
use crate::locale::Texts;
use crate::logbook::begin::{LogPlace, NewSession, begin};
use crate::logbook::how_played::PlayedBy;
use crate::logbook::log::Files;
use crate::rehearsal::Policy;
use crate::scenario::model::Scenario;
use crate::session::Mode;
use bevy::prelude::*;
use bevy_egui::egui::{self, Key, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::sync::Arc;

/// Why a session could not be begun.
#[derive(Resource, Default)]
struct NotBegun(Option<String>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<NotBegun>()
        .add_systems(OnEnter(Screen::Briefing), |mut trouble: ResMut<NotBegun>| trouble.0 = None)
        .add_systems(EguiPrimaryContextPass, draw.in_set(Drawn).run_if(in_state(Screen::Briefing)));
}

#[expect(clippy::too_many_arguments, reason = "a screen reads many resources")]
fn draw(
    mut commands: Commands,
    mut contexts: EguiContexts,
    theme: Res<Theme>,
    library: Res<Library>,
    preferences: Res<Preferences>,
    data: Res<Data>,
    mut trouble: ResMut<NotBegun>,
    time: Res<Time<Real>>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let Some((entry, scenario)) = preferences.scenario.as_deref().and_then(|id| library.playable(id)) else {
        next.set(Screen::Menu);
        return Ok(());
    };
    let ctx = contexts.ctx_mut()?;
    let asked = page(ctx, &theme, "briefing", |ui| panel(ui, &theme, scenario, preferences.mode, trouble.0.as_deref()));
    match asked {
        Some(BriefingRequest::Back) => next.set(Screen::Menu),
        Some(BriefingRequest::Begin) => {
            let new = NewSession {
                scenario: Arc::clone(scenario),
                files: Files::from(&entry.bundle),
                mode: preferences.mode,
                // An exam is timed; nobody excuses themselves.
                timed: preferences.timed || preferences.mode == Mode::Exam,
                seed: None,
                trainee: Some(preferences.trainee.clone()),
                class: Some(preferences.class.clone()),
                played_by: PlayedBy::Hand,
            };
            match begin(LogPlace::Among(&data.0), new) {
                Ok(recording) => {
                    commands.insert_resource(Playing::begin(recording, theme.locale, time.elapsed()));
                    next.set(Screen::Visit);
                }
                Err(error) => trouble.0 = Some(theme.locale.say(&error.message())),
            }
        }
        Some(BriefingRequest::Watch(policy)) => {
            let (store, files) = (trials::store(&data.0), Files::from(&entry.bundle));
            match begin_demo(&store, scenario, files, policy, (theme.locale, time.elapsed())) {
                Ok(playing) => {
                    commands.insert_resource(playing);
                    next.set(Screen::Visit);
                }
                Err(error) => trouble.0 = Some(theme.locale.say(&error.message())),
            }
        }
        None => {}
    }
    Ok(())
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefingRequest {
    Back,
    Begin,
    /// Watch it being played.
    Watch(Policy),
}

/// Who can be watched.
const WATCHED: [(Policy, &str); 3] = [
    (Policy::Expert, "briefing-watch-expert"),
    (Policy::Careful, "briefing-watch-careful"),
    (Policy::Stonewaller, "briefing-watch-stonewaller"),
];

/// Draws the briefing.
pub fn panel(
    ui: &mut Ui,
    theme: &Theme,
    scenario: &Scenario,
    mode: Mode,
    trouble: Option<&str>,
) -> Option<BriefingRequest> {
    let p = theme.palette;
    let mut asked = pressed(ui.ctx(), Key::Escape).then_some(BriefingRequest::Back);
    if ui.memory(|memory| memory.focused().is_none()) && pressed(ui.ctx(), Key::Enter) {
        asked = Some(BriefingRequest::Begin);
    }
    egui::Panel::bottom("briefing foot")
        .resizable(false)
        .frame(egui::Frame::new().fill(p.card).inner_margin(egui::Margin::symmetric(40, 14)))
        .show(ui, |ui| {
            if let Some(trouble) = trouble {
                Prose::body(theme).colour(p.bad).show(ui, theme, trouble);
            }
            let mut back = false;
            let leave = |ui: &mut Ui| back = Button::quiet(&theme.text("back")).key("Esc").show(ui, theme).clicked();
            row_ends(ui, "briefing", leave, |ui| {
                let (id, ink, ground) = match mode {
                    Mode::Practice => ("mode-practice", p.good, p.good_soft),
                    Mode::Exam => ("mode-exam", p.accent, p.accent_soft),
                };
                badge(ui, theme, &theme.text(id), ink, ground);
                if mode == Mode::Practice {
                    Prose::caption(theme).max_width(200.0).show(ui, theme, &theme.text("briefing-watch"));
                    for (policy, id) in WATCHED {
                        if Button::new(&theme.text(id)).small().show(ui, theme).clicked() {
                            asked = Some(BriefingRequest::Watch(policy));
                        }
                    }
                }
                if Button::primary(&theme.text("briefing-begin")).key("Enter").show(ui, theme).clicked() {
                    asked = Some(BriefingRequest::Begin);
                }
            });
            if back {
                asked = Some(BriefingRequest::Back);
            }
        });
    egui::CentralPanel::default().frame(egui::Frame::new()).show(ui, |ui| {
        column(ui, 780.0 * theme.size.factor().sqrt(), |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            Prose::title(theme).show(ui, theme, scenario.title.get(theme.locale));
            Prose::caption(theme).show(ui, theme, &theme.text_with("menu-minutes", &args!("n" => scenario.minutes)));
            theme.card().show(ui, |ui| {
                ui.set_width(ui.available_width());
                Prose::subheading(theme).show(ui, theme, &theme.text("briefing-heading"));
                prose(ui, theme, scenario.briefing.get(theme.locale));
            });
            if !scenario.objectives.is_empty() {
                theme.card().show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    Prose::subheading(theme).show(ui, theme, &theme.text("briefing-objectives"));
                    for (number, objective) in scenario.objectives.iter().enumerate() {
                        prose(ui, theme, &format!("{}. {}", number + 1, objective.get(theme.locale)));
                    }
                });
            }
            theme.card().show(ui, |ui| {
                ui.set_width(ui.available_width());
                Prose::subheading(theme).show(ui, theme, &theme.text("desk-case-file"));
                desk::case_file(ui, theme, scenario);
            });
            Prose::caption(theme).show(ui, theme, &theme.text("briefing-keys"));
        });
    });
    asked
}
