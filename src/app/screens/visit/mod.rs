//! The visit: the room with the visitors, what they say, what the trainee can do, and the desk beside it.

mod cards;
mod choices;
mod form;

use super::{CameFrom, Drawn, pressed};
use crate::app::Screen;
use crate::app::bubble::{Bubble, Place, Tapped, divide};
use crate::app::desk::{self, Desk, Tab, history};
use crate::app::idle::{FRAME, Hidden, SPARE_FRAME, Sparing, Wakes};
use crate::app::playing::phrases::of_variant;
use crate::app::playing::playhead::Speech;
use crate::app::playing::view::{speaker, variant};
use crate::app::playing::{Intent, Playing};
use crate::app::preferences::Preferences;
use crate::app::scene::{Anchors, StageView};
use crate::app::theme::reach::{jump_between, row_ends};
use crate::app::theme::widgets::{Button, badge, steps};
use crate::app::theme::{self, Prose, Step, TextSize, Theme};
use crate::app::trace;
use crate::args;
use crate::feedback::look_texts;
use crate::figure::Hour;
use crate::scenario::model::Scenario;
use crate::session::Mode;
use crate::vocabulary::ActCatalogue;

use crate::vocabulary::{Locale, NodeIx, Somebody, VisitIx};
use bevy::prelude::*;
use bevy_egui::egui::{self, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
pub use cards::dialog;
use cards::{Leave, Pause, interstitial, pause};
use choices::{CUT_IN_KEY, GESTURE_KEYS, OPTION_KEYS, wanted_height};
pub use choices::{ChoiceView, TableRequest, choices};
use form::Draft;
#[cfg(test)]
pub use form::FormView;
pub use form::OnPaper;
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
}

/// What the height of the table depends on.
type TableOf = (Locale, TextSize, [i32; 2]);

impl Overlay {
    /// True while somebody speaks and the trainee lets them: what can be said lies folded.
    pub fn folded(&self, playing: &Playing, now: Duration) -> bool {
        let spoken = |speech: &Speech| speaker(playing.scenario(), speech.node).is_some();
        let cut_into = |speech: &Speech| self.cut_in == Some((speech.node, speech.from_ms));
        playing.speaking(now) && playing.speech(now).is_some_and(|(speech, _)| spoken(&speech) && !cut_into(&speech))
    }

    /// The trainee speaks although somebody still does.
    fn cut_in(&mut self, playing: &Playing, now: Duration) {
        self.cut_in = playing.speech(now).map(|(speech, _)| (speech.node, speech.from_ms));
    }
}

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
    *overlay = Overlay::default();
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
    let theme = &*theme;
    let mut root = theme::root(&ctx, "visit");
    let ui = &mut root;
    let mut asked: Vec<Intent> = Vec::new();

    overlay.draft.follow(&playing);
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
    // What was said, then what can be said, then the desk: so the eye goes, and so does the focus.
    let spoken = if overlay.paused { None } else { bubble(ui, theme, &playing, now, &anchors, places.words) };
    let view = ChoiceView::of(&playing, theme, now, &overlay);
    let mut table = child(ui, "table", areas.table.shrink2(egui::vec2(20.0, 8.0)));
    let bottom = choices(&mut table, theme, &view);
    let mut side = child(ui, "desk", areas.desk.shrink2(egui::vec2(14.0, 10.0)));
    let tapped = desk::panel(&mut side, theme, &mut desk, &playing, playing.scenario().library(), now);
    match bottom {
        Some(TableRequest::Option(place)) => asked.push(Intent::Choose(place)),
        Some(TableRequest::OnPaper(OnPaper::Field(field))) => overlay.draft.field = field,
        Some(TableRequest::OnPaper(OnPaper::Entry(entry))) => {
            overlay.draft.write(&playing, entry);
            overlay.hint = None;
        }
        Some(TableRequest::OnPaper(OnPaper::HandIn)) => {
            asked.extend(overlay.draft.complete(&playing).map(Intent::Fill))
        }
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

    if let Some(card) = playing.card().cloned() {
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

/// All keys of the visit. Letters and digits only while no text field has the focus.
fn keys(
    ctx: &egui::Context,
    theme: &Theme,
    playing: &Playing,
    now: Duration,
    desk: &mut Desk,
    overlay: &mut Overlay,
    asked: &mut Vec<Intent>,
) {
    let folded = overlay.folded(playing, now);
    if folded && pressed(ctx, CUT_IN_KEY.0) {
        overlay.cut_in(playing, now);
    }
    for (place, (key, _)) in OPTION_KEYS.iter().enumerate() {
        if pressed(ctx, *key) {
            // On a paper the digits fill the field at hand.
            match overlay.draft.at(playing, place) {
                Some(entry) if playing.may_act() && !folded => {
                    overlay.draft.write(playing, entry);
                    overlay.hint = None;
                }
                _ if playing.view().laid().is_some() => {}
                // Nobody cuts in by accident.
                _ if folded => overlay.remark = Some(theme.text("visit-folded").into_owned()),
                _ => asked.push(Intent::Choose(place)),
            }
        }
    }
    for ((act, _), (key, _)) in ActCatalogue::shipped().gestures().zip(GESTURE_KEYS) {
        if pressed(ctx, key) {
            asked.push(Intent::Gesture(act));
        }
    }
    let nothing_focused = ctx.memory(|memory| memory.focused().is_none());
    if nothing_focused && playing.view().laid().is_some() && playing.may_act() {
        for (key, forward) in [(Key::ArrowRight, true), (Key::ArrowLeft, false)] {
            if pressed(ctx, key) {
                overlay.draft.step(playing, forward);
            }
        }
        if let Some(written) = overlay.draft.complete(playing)
            && pressed(ctx, Key::Enter)
        {
            asked.push(Intent::Fill(written));
        }
    }
    if nothing_focused && playing.practice() && playing.speaking(now) && pressed(ctx, Key::Space) {
        asked.push(Intent::HearOut);
    }
    if pressed(ctx, Key::N) {
        desk.tab = Tab::Notebook;
    }
    for (key, tab) in [Key::F1, Key::F2, Key::F3, Key::F4, Key::F5].into_iter().zip(Tab::ALL) {
        if pressed(ctx, key) {
            desk.tab = tab;
        }
    }
    if playing.practice() && pressed(ctx, Key::H) {
        overlay.hint = hint(playing, &overlay.draft);
    }
    let undo = || ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z));
    if super::keys_are_free(ctx) && undo() {
        asked.push(Intent::StepBack);
    }
    if ctx.memory(|memory| memory.focused().is_none()) && pressed(ctx, Key::Escape) {
        overlay.paused = true;
    }
}

/// The option that the rubric would give most for.
fn hint(playing: &Playing, draft: &Draft) -> Option<(u32, u8)> {
    if !playing.practice() || !playing.may_act() {
        return None;
    }
    if playing.view().laid().is_some() {
        return Some((playing.view().now.turn, draft.right(playing)?));
    }
    Some((playing.view().now.turn, playing.hint()?))
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

fn bubble(
    ui: &mut Ui,
    theme: &Theme,
    playing: &Playing,
    now: Duration,
    anchors: &Anchors,
    place: Place,
) -> Option<Tapped> {
    let (speech, said): (Speech, f32) = playing.speech(now)?;
    let scenario = playing.scenario();
    let variant = variant(scenario, speech.node, speech.variant)?;
    let who = speaker(scenario, speech.node);
    let seat = who.and_then(|who| {
        let visit = scenario.visits.get(playing.view().now.visit.at())?;
        match who {
            Somebody::Visitor(who) => visit.present.iter().position(|present| *present == who),
            // Our own people stand behind the visitors' seats.
            Somebody::Staff(who) => {
                visit.staff.iter().position(|present| *present == who).map(|at| visit.present.len() + at)
            }
        }
    });
    let mouth = seat.and_then(|seat| anchors.0.get(seat)).map(|[x, y]| pos2(*x, *y));
    let name = who.map(|who| history::name(scenario, who, theme));
    let phrases = of_variant(scenario, variant, theme.locale);
    let bubble = Bubble {
        speaker: name.as_deref(),
        text: variant.say.get(theme.locale),
        said,
        at_once: theme.reduced_motion,
        phrases: &phrases,
        noted: &playing.view().now.noted,
        mouth,
    };
    bubble.show(ui, theme, place)
}

/// Most people that are described one by one.
const DESCRIBED: usize = 5;

/// Faces and posture in words, for whom the picture says nothing.
fn describe(ui: &Ui, theme: &Theme, playing: &Playing, stage: &StageView, room: Rect) {
    let scenario = playing.scenario();
    let present = scenario.visits.get(playing.view().now.visit.at()).map_or(&[][..], |visit| &visit.present);
    let seen = present.iter().zip(&stage.seats).filter(|(_, seat)| stage.seats.len() <= DESCRIBED || seat.speaking);
    let said = seen.map(|(&who, seat)| {
        let look = look_texts::words(&seat.expression, None, theme.locale);
        let look = if look.is_empty() { vec![theme.text("report-face-calm").into_owned()] } else { look };
        let look = look.join(&theme.text("report-face-and"));
        theme
            .text_with(
                "visit-seen",
                &args!("name" => history::name(scenario, Somebody::Visitor(who), theme), "look" => look),
            )
            .into_owned()
    });
    let said: Vec<String> = said.collect();
    let response = ui.interact(room, ui.id().with("people"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, said.join(" ")));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// Where things are in the window.
struct Areas {
    head: Rect,
    table: Rect,
    desk: Rect,
}

/// Where the picture, its people and the words are.
struct Places {
    room: Rect,
    sides: [f32; 2],
    words: Place,
}

/// Divides what the head has left of the window.
fn lay_out(ui: &Ui, theme: &Theme, playing: &Playing, overlay: &mut Overlay, now: Duration) -> (Areas, Places) {
    let (whole, rest) = (ui.max_rect(), ui.available_rect_before_wrap());
    let side = (rest.width() * 0.29).clamp(340.0, 500.0);
    let (left, desk) = rest.split_left_right_at_x(rest.right() - side);
    let view = ChoiceView::of(playing, theme, now, overlay);
    let height = table_height(ui, theme, playing, &view, overlay, left.size());
    let (room, table) = left.split_top_bottom_at_y(left.bottom() - height);
    let present = playing.scenario().visits.get(playing.view().now.visit.at()).map_or(0, |visit| visit.present.len());
    let (room, sides, words) = divide(theme, room, present);
    let head = whole.with_max_y(rest.top());
    (Areas { head, table, desk }, Places { room, sides, words })
}

const fn edges(rect: Rect) -> [f32; 4] {
    [rect.min.x, rect.min.y, rect.max.x, rect.max.y]
}

fn child(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    ui.new_child(egui::UiBuilder::new().id_salt(name).max_rect(rect))
}

/// The least height of the room, in points: with it a face can still be read.
const ROOM: f32 = 260.0;
/// The most that the table takes of the window from turn to turn.
const TABLE: f32 = 0.38;

/// How high the table is: as high as the longest choice of the play needs, within bounds, so that nothing jumps from
/// turn to turn; a paper and a very long choice take what they need, as long as the faces stay in view.
fn table_height(
    ui: &Ui,
    theme: &Theme,
    playing: &Playing,
    view: &ChoiceView,
    overlay: &mut Overlay,
    size: egui::Vec2,
) -> f32 {
    const MARGINS: f32 = 22.0;
    let width = size.x - 40.0;
    let most = (size.y - ROOM).max(size.y * TABLE);
    let wanted = wanted_height(ui, theme, view, width) + MARGINS;
    let of = (theme.locale, theme.size, [size.x as i32, size.y as i32]);
    let kept = match overlay.table {
        Some((kept, height)) if kept == of => height,
        _ => {
            let heights = playing.scenario().nodes.iter().filter_map(|node| node.kind.as_choice()).map(|choice| {
                let options = choice.options.iter().take(OPTION_KEYS.len()).map(|option| choices::said(theme, option));
                let view = ChoiceView { options: options.collect(), form: None, ..view.clone() };
                wanted_height(ui, theme, &view, width)
            });
            let height = (heights.fold(0.0, f32::max) + MARGINS).min(size.y * TABLE);
            overlay.table = Some((of, height));
            height
        }
    };
    kept.max(wanted).min(most)
}
