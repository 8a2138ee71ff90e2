//! The visit: the room with the visitors, what they say, what the trainee can do, and the desk beside it.

mod cards;
mod choices;
mod form;
mod keys;
mod layout;
mod spoken;

use super::{CameFrom, Drawn, pressed};
use crate::app::Screen;
use crate::app::bubble::Tapped;
use crate::app::desk::{self, Desk, Tab};
use crate::app::guide;
use crate::app::idle::{FRAME, Hidden, SPARE_FRAME, Sparing, Wakes};
use crate::app::playing::playhead::Speech;
use crate::app::playing::view::speaker;
use crate::app::playing::{Intent, Playing};
use crate::app::preferences::Preferences;
use crate::app::scene::{Anchors, StageView};
use crate::app::theme::reach::{jump_between, row_ends};
use crate::app::theme::widgets::{Button, badge, steps};
use crate::app::theme::{self, Prose, Step, Theme};
use crate::app::trace;
use crate::args;
use crate::figure::Hour;
use crate::scenario::model::Scenario;
use crate::session::Mode;
use crate::vocabulary::{NodeIx, VisitIx};
use bevy::prelude::*;
use bevy_egui::egui::{self, Key, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use cards::{Leave, Pause, interstitial, pause};
pub use choices::{ChoiceView, TableRequest, choices};
use form::Draft;
#[cfg(test)]
pub use form::FormView;
pub use form::OnPaper;
use keys::{hint, keys};
use layout::{TableOf, child, edges, lay_out};
use spoken::{bubble, describe};
use std::time::Duration;

/// What lies over the visit, and what was just said about it.
#[derive(Resource, Clone, Debug, Default)]
pub struct Overlay {
    pub paused: bool,
    /// A short remark, until the next turn.
    pub remark: Option<String>,
    /// The option that the hint points at, and the turn for which it was given.
    pub hint: Option<(u32, u8)>,
    /// What stands in the paper at hand.
    pub draft: Draft,
    /// The line into which the trainee has cut, and when it began.
    cut_in: Option<(NodeIx, u64)>,
    /// How high the table is kept from turn to turn, and what for.
    table: Option<(TableOf, f32)>,
    /// Shown on a wall: large letters, no desk.
    pub large: bool,
    /// Since when a card waits until everybody has left the room.
    card_since: Option<Duration>,
}

impl Overlay {
    /// True while somebody speaks and the trainee lets them: what can be said lies folded.
    pub fn folded(&self, playing: &Playing, now: Duration) -> bool {
        let spoken = |speech: &Speech| speaker(playing.scenario(), speech.node).is_some();
        let cut_into = |speech: &Speech| self.cut_in == Some((speech.node, speech.from_ms));
        playing.speaking(now) && playing.speech(now).is_some_and(|(speech, _)| spoken(&speech) && !cut_into(&speech))
    }

    /// While people go out of the door: how long until the card is laid over the room. Enter lays it at once.
    fn people_leave(
        &mut self,
        ctx: &egui::Context,
        theme: &Theme,
        playing: &Playing,
        stage: &StageView,
        now: Duration,
    ) -> Option<Duration> {
        if playing.card().is_none() {
            self.card_since = None;
            return None;
        }
        let since = *self.card_since.get_or_insert(now);
        let going = stage.seats.iter().any(|seat| seat.goes) && !theme.reduced_motion;
        let left = (since + LEAVING).checked_sub(now).filter(|left| going && !left.is_zero())?;
        if pressed(ctx, Key::Enter) || pressed(ctx, Key::Escape) {
            self.card_since = Some(now.saturating_sub(LEAVING));
            return Some(Duration::ZERO);
        }
        Some(left)
    }

    /// The trainee speaks although somebody still does.
    fn cut_in(&mut self, playing: &Playing, now: Duration) {
        self.cut_in = playing.speech(now).map(|(speech, _)| (speech.node, speech.from_ms));
    }
}

/// How long people are watched as they leave.
const LEAVING: Duration = Duration::from_millis(2900);

pub(in crate::app::screens) fn plugin(app: &mut App) {
    app.init_resource::<Overlay>()
        .init_resource::<Desk>()
        .add_systems(OnEnter(Screen::Visit), enter)
        .add_systems(OnExit(Screen::Visit), leave)
        .add_systems(
            EguiPrimaryContextPass,
            draw.in_set(Drawn).run_if(in_state(Screen::Visit)).run_if(resource_exists::<Playing>),
        );
}

fn enter(mut playing: Option<ResMut<Playing>>, theme: Res<Theme>, time: Res<Time<Real>>, mut overlay: ResMut<Overlay>) {
    *overlay = Overlay { large: overlay.large, ..Overlay::default() };
    if let Some(playing) = &mut playing {
        playing.set_locale(theme.locale);
        playing.go_on(time.elapsed());
    }
}

fn leave(mut stage: ResMut<StageView>, mut playing: Option<ResMut<Playing>>, time: Res<Time<Real>>) {
    stage.shown = false;
    if let Some(playing) = &mut playing {
        playing.pause(time.elapsed());
    }
}

#[expect(clippy::too_many_arguments, reason = "the visit is where everything meets")]
fn draw(
    mut contexts: EguiContexts,
    theme: Res<Theme>,
    mut playing: ResMut<Playing>,
    preferences: Res<Preferences>,
    mut desk: ResMut<Desk>,
    mut overlay: ResMut<Overlay>,
    mut stage: ResMut<StageView>,
    anchors: Res<Anchors>,
    mut intents: MessageWriter<Intent>,
    (mut next, mut came_from): (ResMut<NextState<Screen>>, ResMut<CameFrom>),
    time: Res<Time<Real>>,
    (mut wakes, hidden, sparing): (ResMut<Wakes>, Res<Hidden>, Res<Sparing>),
) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    let now = time.elapsed();
    let theme = if overlay.large { theme.for_a_wall() } else { *theme };
    let theme = &Theme { size: theme.size.within(ctx.viewport_rect().size()), ..theme };
    if pressed(&ctx, Key::F10) {
        overlay.large = !overlay.large;
        wakes.moving();
    }
    let mut root = theme::root(&ctx, "visit");
    let ui = &mut root;
    let mut asked: Vec<Intent> = Vec::new();

    if overlay.draft.follow(&playing) {
        // What was told lies beside the paper.
        desk.tab = Tab::Notebook;
    }
    playing.set_pace(preferences.pace, now);
    let free = !overlay.paused && playing.card().is_none();
    if free {
        keys(&ctx, theme, &playing, now, &mut desk, &mut overlay, &mut asked);
    }
    head(ui, theme, &playing, &preferences, &mut overlay, now);

    let (areas, places) = lay_out(ui, theme, &playing, &mut overlay, now);
    if free {
        jump_between(&ctx, &[areas.table, areas.desk, areas.head]);
    }
    let (area, sides) = (Some(edges(places.room)), Some(places.sides));
    if (stage.area, stage.sides) != (area, sides) {
        (stage.area, stage.sides) = (area, sides);
    }
    let painter = ui.painter().clone();
    painter.rect_filled(areas.desk, 0.0, theme.palette.card);
    painter.rect_filled(areas.table, 0.0, theme.palette.paper);
    if !places.words.beside {
        let below = areas.table.with_min_y(places.room.bottom());
        painter.rect_filled(below, 0.0, theme.palette.paper);
    }
    describe(ui, theme, &playing, &stage, places.room);
    let mut words = places.words;
    if let Some(id) = guide::step(&playing, overlay.folded(&playing, now)).filter(|_| !overlay.paused) {
        words.rect.min.y += guide::show(ui, theme, words.rect, id);
    }
    // What was said, then what can be said, then the desk: so the eye goes, and so does the focus.
    let spoken = if overlay.paused { None } else { bubble(ui, theme, &playing, now, &anchors, words) };
    let view = ChoiceView::of(&playing, theme, now, &overlay);
    let mut table = child(ui, "table", areas.table.shrink2(egui::vec2(20.0, 8.0)));
    let bottom = choices(&mut table, theme, &view);
    let tapped = if overlay.large {
        None
    } else {
        let mut side = child(ui, "desk", areas.desk.shrink2(egui::vec2(14.0, 10.0)));
        desk::panel(&mut side, theme, &mut desk, &playing, playing.scenario().library(), now)
    };
    match bottom {
        Some(TableRequest::Option(place)) => asked.push(Intent::Choose(place)),
        Some(TableRequest::OnPaper(OnPaper::Field(field))) => overlay.draft.field = field,
        Some(TableRequest::OnPaper(OnPaper::Entry(entry))) => {
            overlay.draft.write(&playing, entry);
            overlay.hint = None;
        }
        Some(TableRequest::OnPaper(OnPaper::HandIn)) => {
            asked.extend(overlay.draft.hand_in(&playing).map(Intent::Fill));
        }
        Some(TableRequest::OnPaper(OnPaper::Change)) => overlay.draft.reading = false,
        Some(TableRequest::Gesture(act)) => asked.push(Intent::Gesture(act)),
        Some(TableRequest::StepBack) => asked.push(Intent::StepBack),
        Some(TableRequest::Hint) => overlay.hint = hint(&playing, &overlay.draft),
        Some(TableRequest::HearOut) => asked.push(Intent::HearOut),
        Some(TableRequest::CutIn) => overlay.cut_in(&playing, now),
        Some(TableRequest::SaveAgain) => asked.push(Intent::SaveAgain),
        None => {}
    }

    if let Some(tapped) = spoken.or(tapped) {
        match tapped {
            Tapped::Fact(fact) => {
                asked.push(Intent::Note(fact));
                overlay.remark = Some(theme.text("visit-noted").into_owned());
            }
            Tapped::Nothing => overlay.remark = Some(theme.text("visit-nothing-to-note").into_owned()),
        }
    }

    let leaving = overlay.people_leave(&ctx, theme, &playing, &stage, now);
    if let Some(left) = leaving {
        wakes.after(left);
    } else if let Some(card) = playing.card().cloned() {
        match interstitial(&ctx, theme, playing.scenario(), &card) {
            Some(Leave::GoOn) => asked.push(Intent::GoOn),
            Some(Leave::Debrief) => next.set(Screen::Debrief),
            None => {}
        }
    } else if overlay.paused {
        playing.pause(now);
        match pause(&ctx, theme, playing.trial().is_some()) {
            Some(Pause::GoOn) => overlay.paused = false,
            Some(Pause::Settings) => {
                came_from.0 = Screen::Visit;
                next.set(Screen::Settings);
            }
            Some(Pause::Leave) if playing.trial().is_some() => next.set(Screen::Workshop),
            Some(Pause::Leave) => next.set(Screen::Menu),
            None => {}
        }
    } else if hidden.0 {
        // Nobody sees or hears: the visit waits.
        playing.pause(now);
    } else {
        playing.go_on(now);
        if let Some(letter) = playing.next_letter(now) {
            // Where the processor draws, words come with the pictures of the face, not between them.
            wakes.after(letter.max(if sparing.0 { SPARE_FRAME } else { FRAME }));
        }
    }
    if playing.demo().is_some() {
        // Whoever watches does not play.
        asked.retain(|intent| {
            use Intent::{GoOn, HearOut, HoldDemo, HurryDemo, SaveAgain};
            matches!(intent, GoOn | HearOut | HoldDemo | HurryDemo | SaveAgain)
        });
    }
    for intent in asked {
        if matches!(intent, Intent::Choose(_) | Intent::Fill(_) | Intent::Gesture(_) | Intent::StepBack) {
            overlay.remark = None;
            overlay.hint = None;
            trace(&format!("turn: {}", playing.view().now.turn + 1));
        }
        intents.write(intent);
        // The answer is drawn in the next frame.
        ctx.request_repaint();
    }
    Ok(())
}

fn head(
    ui: &mut Ui,
    theme: &Theme,
    playing: &Playing,
    preferences: &Preferences,
    overlay: &mut Overlay,
    now: Duration,
) {
    let p = theme.palette;
    egui::Panel::top("visit head")
        .resizable(false)
        .frame(egui::Frame::new().fill(p.card).inner_margin(egui::Margin::symmetric(20, 8)))
        .show(ui, |ui| {
            let (scenario, view) = (playing.scenario(), playing.view());
            let mut parts = vec![scenario.title.get(theme.locale).to_owned()];
            if let Some(visit) = scenario.visits.get(view.now.visit.at()) {
                parts.push(visit.title.get(theme.locale).to_owned());
                parts.push(at_hour(scenario, view.now.case.day, playing.hour(now), theme));
                parts.push(
                    theme
                        .text_with("visit-of", &args!("n" => view.now.visit.at() + 1, "of" => scenario.visits.len()))
                        .into_owned(),
                );
            }
            let title = parts.join(" · ");
            let title = |ui: &mut Ui| {
                let text = egui::RichText::new(&title).font(theme.font(Step::Body)).color(p.ink);
                ui.add(egui::Label::new(text).truncate());
            };
            row_ends(ui, "visit", title, |ui| {
                let (mode, ink, ground) = match playing.settings().mode {
                    _ if playing.trial().is_some() => ("trial-badge", p.cool, p.well),
                    Mode::Practice => ("mode-practice", p.good, p.good_soft),
                    Mode::Exam => ("mode-exam", p.accent, p.accent_soft),
                };
                badge(ui, theme, &theme.text(mode), ink, ground);
                if playing.practice() && preferences.gauge {
                    gauge(ui, theme, view.now.tension(scenario));
                }
                if Button::quiet(&theme.text("visit-pause")).key("Esc").small().show(ui, theme).clicked() {
                    overlay.paused = true;
                }
            });
            if let Some(notice) = playing.trial().and_then(|trial| trial.notice.as_deref()) {
                theme.note(p.cool, p.well).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    Prose::caption(theme).colour(p.ink).show(ui, theme, notice);
                });
            }
        });
}

/// How tense it is, in eighths; practice only.
fn gauge(ui: &mut Ui, theme: &Theme, tension: i16) {
    let p = theme.palette;
    let filled = (usize::try_from(tension).unwrap_or(0) * 8).div_ceil(1000);
    let ink = match tension {
        650.. => p.bad,
        350.. => p.warn,
        _ => p.good,
    };
    let name = theme.text("visit-tension");
    ui.label(egui::RichText::new(name).font(theme.font(Step::Caption)).color(p.soft));
    let said = theme.text_with("visit-tension-label", &args!("n" => filled));
    steps(ui, theme, &said, filled, 8, ink);
}

/// Date and time of a visit.
pub fn when(scenario: &Scenario, visit: VisitIx, day: u16, theme: &Theme) -> String {
    match scenario.visits.get(visit.at()) {
        Some(visit) => at_hour(scenario, day, Hour(visit.begins_at), theme),
        None => date(scenario, day, theme),
    }
}

fn date(scenario: &Scenario, day: u16, theme: &Theme) -> String {
    scenario.date(day).strftime(theme.text("date-pattern").as_ref()).to_string()
}

fn at_hour(scenario: &Scenario, day: u16, hour: Hour, theme: &Theme) -> String {
    format!("{} {:02}:{:02}", date(scenario, day, theme), hour.0 / 60 % 24, hour.0 % 60)
}
