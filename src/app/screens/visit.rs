//! The visit: the room with the visitors, what they say, what the trainee can do, and the desk beside it.

use super::{CameFrom, Drawn, pressed};
use crate::app::Screen;
use crate::app::bubble::{Bubble, Tapped};
use crate::app::desk::{self, Desk, Tab, history};
use crate::app::playing::phrases::of_variant;
use crate::app::playing::playhead::{Card, Speech};
use crate::app::playing::view::{Entry, speaker, variant};
use crate::app::playing::{Intent, Playing};
use crate::app::preferences::Preferences;
use crate::app::scene::{Anchors, StageView};
use crate::app::theme::widgets::{Button, Row, badge, steps};
use crate::app::theme::{self, Prose, Step, Theme, prose};
use crate::app::trace;
use crate::args;
use crate::procedure::LawLibrary;
use crate::rubric::{ActCatalogue, ActIx};
use crate::scenario::model::{NodeKind, OptionKind, Outcome, Scenario, VisitIx};
use crate::session::Mode;
use bevy::prelude::*;
use bevy_egui::egui::{self, Key, Modifiers, Rect, Stroke, Ui, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

/// What lies over the visit, and what was just said about it.
#[derive(Resource, Clone, Debug, Default)]
pub struct Overlay {
    pub paused: bool,
    /// A short remark, until the next turn.
    pub remark: Option<String>,
    /// The option that the hint points at, and the turn for which it was given.
    pub hint: Option<(u32, u8)>,
}

pub(super) fn plugin(app: &mut App) {
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

/// The keys of the row of gestures.
const GESTURE_KEYS: [(Key, &str); 10] = [
    (Key::Q, "Q"),
    (Key::W, "W"),
    (Key::E, "E"),
    (Key::R, "R"),
    (Key::T, "T"),
    (Key::Y, "Y"),
    (Key::U, "U"),
    (Key::I, "I"),
    (Key::O, "O"),
    (Key::P, "P"),
];
const OPTION_KEYS: [(Key, &str); 8] = [
    (Key::Num1, "1"),
    (Key::Num2, "2"),
    (Key::Num3, "3"),
    (Key::Num4, "4"),
    (Key::Num5, "5"),
    (Key::Num6, "6"),
    (Key::Num7, "7"),
    (Key::Num8, "8"),
];

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
    mut wakes: ResMut<crate::app::idle::Wakes>,
) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    let now = time.elapsed();
    let theme = &*theme;
    let mut root = theme::root(&ctx, "visit");
    let ui = &mut root;
    let mut asked: Vec<Intent> = Vec::new();

    let free = !overlay.paused && playing.card().is_none();
    if free {
        keys(&ctx, &playing, now, &mut desk, &mut overlay, &mut asked);
    }
    head(ui, theme, &playing, &preferences, &mut overlay);

    let side = (ui.max_rect().width() * 0.29).clamp(340.0, 500.0);
    let tapped = egui::Panel::right("desk")
        .resizable(false)
        .exact_size(side)
        .frame(egui::Frame::new().fill(theme.palette.card).inner_margin(egui::Margin::symmetric(14, 10)))
        .show(ui, |ui| {
            desk::panel(ui, theme, &mut desk, &playing, LawLibrary::shipped())
        })
        .inner;

    let view = ChoiceView::of(&playing, theme, now, &overlay);
    let most = ui.max_rect().height() * 0.62;
    let height = wanted_height(ui, theme, &view, ui.available_width() - 40.0) + 22.0;
    let bottom = egui::Panel::bottom("choices")
        .resizable(false)
        .exact_size(height.min(most))
        .frame(egui::Frame::new().fill(theme.palette.paper).inner_margin(egui::Margin { left: 20, right: 20, top: 8, bottom: 14 }))
        .show(ui, |ui| choices(ui, theme, &view))
        .inner;
    match bottom {
        Some(Asked::Option(place)) => asked.push(Intent::Choose(place)),
        Some(Asked::Gesture(act)) => asked.push(Intent::Gesture(act)),
        Some(Asked::StepBack) => asked.push(Intent::StepBack),
        Some(Asked::Hint) => overlay.hint = hint(&playing),
        Some(Asked::HearOut) => asked.push(Intent::HearOut),
        Some(Asked::SaveAgain) => asked.push(Intent::SaveAgain),
        None => {}
    }

    let room = ui.available_rect_before_wrap();
    let area = Some([room.left(), room.top(), room.right(), room.bottom()]);
    if stage.area != area {
        stage.area = area;
    }
    if let Some(tapped) = bubble(ui, theme, &playing, now, &anchors, room).or(tapped) {
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
        match pause(&ctx, theme) {
            Some(Pause::GoOn) => overlay.paused = false,
            Some(Pause::Settings) => {
                came_from.0 = Screen::Visit;
                next.set(Screen::Settings);
            }
            Some(Pause::Leave) => next.set(Screen::Menu),
            None => {}
        }
    } else {
        playing.go_on(now);
        if playing.speaking(now) {
            wakes.moving();
        }
    }
    for intent in asked {
        if matches!(intent, Intent::Choose(_) | Intent::Gesture(_) | Intent::StepBack) {
            overlay.remark = None;
            overlay.hint = None;
            trace(&format!("turn: {}", playing.view().turn + 1));
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
    playing: &Playing,
    now: std::time::Duration,
    desk: &mut Desk,
    overlay: &mut Overlay,
    asked: &mut Vec<Intent>,
) {
    for (place, (key, _)) in OPTION_KEYS.iter().enumerate() {
        if pressed(ctx, *key) {
            asked.push(Intent::Choose(place));
        }
    }
    for ((act, _), (key, _)) in ActCatalogue::shipped().gestures().zip(GESTURE_KEYS) {
        if pressed(ctx, key) {
            asked.push(Intent::Gesture(act));
        }
    }
    let nothing_focused = ctx.memory(|memory| memory.focused().is_none());
    if nothing_focused && playing.speaking(now) && pressed(ctx, Key::Space) {
        asked.push(Intent::HearOut);
    }
    if pressed(ctx, Key::N) {
        desk.tab = Tab::Notebook;
    }
    for (key, tab) in [(Key::F1, Tab::Notebook), (Key::F2, Tab::Handbook), (Key::F3, Tab::CaseFile), (Key::F4, Tab::History)] {
        if pressed(ctx, key) {
            desk.tab = tab;
        }
    }
    if playing.practice() && pressed(ctx, Key::H) {
        overlay.hint = hint(playing);
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
fn hint(playing: &Playing) -> Option<(u32, u8)> {
    if !playing.practice() || !playing.may_act() {
        return None;
    }
    Some((playing.view().turn, playing.hint()?))
}

fn head(ui: &mut Ui, theme: &Theme, playing: &Playing, preferences: &Preferences, overlay: &mut Overlay) {
    let p = theme.palette;
    egui::Panel::top("visit head")
        .resizable(false)
        .frame(egui::Frame::new().fill(p.card).inner_margin(egui::Margin::symmetric(20, 8)))
        .show(ui, |ui| {
            let (scenario, view) = (playing.scenario(), playing.view());
            ui.horizontal(|ui| {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if Button::quiet(&theme.text("visit-pause")).key("Esc").small().show(ui, theme).clicked() {
                        overlay.paused = true;
                    }
                    if playing.practice() && preferences.gauge {
                        let tension = view.tension(scenario);
                        let filled = (usize::try_from(tension).unwrap_or(0) * 8).div_ceil(1000);
                        let ink = if tension >= 650 { p.bad } else if tension >= 350 { p.warn } else { p.good };
                        let said = theme.text_with("visit-tension-label", &args!("n" => filled));
                        steps(ui, theme, &said, filled, 8, ink);
                        ui.label(egui::RichText::new(theme.text("visit-tension")).font(theme.font(Step::Caption)).color(p.soft));
                        ui.add_space(6.0);
                    }
                    let (mode, ink, ground) = match playing.settings().mode {
                        Mode::Practice => ("mode-practice", p.good, p.good_soft),
                        Mode::Exam => ("mode-exam", p.accent, p.accent_soft),
                    };
                    badge(ui, theme, &theme.text(mode), ink, ground);
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let mut parts = vec![scenario.title.get(theme.locale).to_owned()];
                        if let Some(visit) = scenario.visits.get(view.visit.at()) {
                            parts.push(visit.title.get(theme.locale).to_owned());
                            parts.push(when(scenario, view.visit, view.day, theme));
                        }
                        let title = parts.join(" · ");
                        let text = egui::RichText::new(&title).font(theme.font(Step::Body)).color(p.ink);
                        ui.add(egui::Label::new(text).truncate());
                    });
                });
            });
        });
}

/// Date and time of a visit.
pub fn when(scenario: &Scenario, visit: VisitIx, day: u16, theme: &Theme) -> String {
    let date = scenario.plays_on.checked_add(jiff::Span::new().days(i64::from(day))).unwrap_or(scenario.plays_on);
    let date = date.strftime(theme.text("date-pattern").as_ref()).to_string();
    match scenario.visits.get(visit.at()) {
        Some(visit) => format!("{date} {:02}:{:02}", visit.begins_at / 60, visit.begins_at % 60),
        None => date,
    }
}

/// The trainee's side of the table as plain data.
#[derive(Clone, Debug, Default)]
pub struct ChoiceView {
    /// What the trainee said last.
    pub you: Option<String>,
    /// A remark under it; true: a warning.
    pub remark: Option<(String, bool)>,
    pub options: Vec<String>,
    /// The place that the hint points at.
    pub hint: Option<usize>,
    pub gestures: Vec<(ActIx, String)>,
    pub speaking: bool,
    pub may_act: bool,
    pub practice: bool,
    pub can_step_back: bool,
    /// What could not be saved.
    pub trouble: Option<String>,
    pub unsaved: bool,
}

impl ChoiceView {
    fn of(playing: &Playing, theme: &Theme, now: std::time::Duration, overlay: &Overlay) -> Self {
        let (scenario, view) = (playing.scenario(), playing.view());
        let you = view.entries.iter().rev().find_map(|entry| match *entry {
            Entry::Chosen { node, option, .. } => {
                history::option_text(scenario, node, option, theme).map(str::to_owned)
            }
            Entry::Gesture { act, .. } => {
                Some(theme.text_with("history-gesture", &args!("gesture" => history::gesture_name(theme, act))).into_owned())
            }
            _ => None,
        });
        let options = playing.options();
        let hint = overlay.hint.filter(|(turn, _)| *turn == view.turn).and_then(|(_, option)| {
            view.offer.as_ref().and_then(|(_, offer)| offer.as_slice().iter().position(|shown| *shown == option))
        });
        let remark = if playing.cut_off() && overlay.remark.is_none() {
            Some((theme.text("visit-cut-off").into_owned(), true))
        } else {
            overlay.remark.clone().map(|remark| (remark, false))
        };
        Self {
            you,
            remark,
            options: options
                .iter()
                .map(|option| {
                    let text = option.text.get(theme.locale);
                    match option.kind {
                        OptionKind::Response => text.to_owned(),
                        OptionKind::Gesture => theme.text_with("option-gesture", &args!("text" => text)).into_owned(),
                        OptionKind::DeskAction => theme.text_with("option-desk", &args!("text" => text)).into_owned(),
                    }
                })
                .collect(),
            hint,
            gestures: ActCatalogue::shipped()
                .gestures()
                .map(|(act, _)| (act, history::gesture_name(theme, act)))
                .collect(),
            speaking: playing.speaking(now),
            may_act: playing.may_act(),
            practice: playing.practice(),
            can_step_back: playing.can_step_back(),
            trouble: playing.trouble().map(str::to_owned),
            unsaved: playing.recording().unsaved() > 0,
        }
    }
}

/// What was asked for at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Option(usize),
    Gesture(ActIx),
    StepBack,
    Hint,
    HearOut,
    SaveAgain,
}

/// How high [`choices`] will be over this width, so that the room above gets all the rest.
fn wanted_height(ui: &Ui, theme: &Theme, view: &ChoiceView, width: f32) -> f32 {
    let inner = width - 2.0 * f32::from(EDGE);
    let options = if view.options.is_empty() {
        Prose::caption(theme).galley(ui, theme, "。", inner).size().y + GAP
    } else {
        let (columns, each) = columns(inner, view.options.len());
        let heights = view.options.chunks(columns).map(|line| {
            let rows = line.iter().map(|text| Row { key: Some("1"), ..Row::new(theme, text) }.height(ui, theme, each));
            rows.fold(0.0, f32::max) + GAP
        });
        heights.sum()
    };
    let (mut lines, mut x, mut gesture_height) = (1.0, 0.0, 0.0);
    for ((_, name), (_, key)) in view.gestures.iter().zip(GESTURE_KEYS) {
        let size = Button::new(name).key(key).small().size(ui, theme);
        gesture_height = size.y;
        if x > 0.0 && x + size.x > inner {
            (lines, x) = (lines + 1.0, 0.0);
        }
        x += size.x + GESTURE_GAP;
    }
    let gestures = lines * (gesture_height + GESTURE_GAP);
    let trouble = view.trouble.as_ref().map_or(0.0, |trouble| {
        Prose::body(theme).galley(ui, theme, trouble, width - 28.0).size().y + 20.0 + GAP + if view.unsaved { 40.0 } else { 0.0 }
    });
    trouble + head_height(ui, theme) + GAP + options + gestures + 2.0 * f32::from(EDGE) + 4.0
}

fn head_height(ui: &Ui, theme: &Theme) -> f32 {
    Button::quiet("。").key("H").small().size(ui, theme).y
}

/// Two columns where there is room, so that the room above stays large; and how wide each is.
fn columns(width: f32, options: usize) -> (usize, f32) {
    let columns = if width >= 640.0 && options > 1 { 2 } else { 1 };
    (columns, (width - GAP * (columns as f32 - 1.0)) / columns as f32)
}

/// Between options; between gestures; room for the focus ring around all of them.
const GAP: f32 = 8.0;
const GESTURE_GAP: f32 = 6.0;
const EDGE: i8 = 4;

/// Options, gestures and what was said last.
pub fn choices(ui: &mut Ui, theme: &Theme, view: &ChoiceView) -> Option<Asked> {
    let p = theme.palette;
    let mut asked = None;
    ui.spacing_mut().item_spacing = vec2(GAP, GAP);
    if let Some(trouble) = &view.trouble {
        theme.note(p.bad, p.bad_soft).show(ui, |ui| {
            ui.set_width(ui.available_width());
            Prose::body(theme).colour(p.bad).show(ui, theme, trouble);
            if view.unsaved && Button::new(&theme.text("visit-save-again")).small().show(ui, theme).clicked() {
                asked = Some(Asked::SaveAgain);
            }
        });
    }
    ui.horizontal(|ui| {
        ui.set_height(head_height(ui, theme));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if view.practice {
                let (hint, back) = (theme.text("visit-hint"), theme.text("visit-step-back"));
                if Button::quiet(&hint).key("H").small().enabled(view.may_act).show(ui, theme).clicked() {
                    asked = Some(Asked::Hint);
                }
                let undo = Button::quiet(&back).key("Ctrl Z").small().enabled(view.can_step_back);
                if undo.show(ui, theme).clicked() {
                    asked = Some(Asked::StepBack);
                }
            }
            let (hear, space) = (theme.text("visit-hear-out"), theme.text("key-space"));
            if view.speaking && Button::quiet(&hear).key(&space).small().show(ui, theme).clicked() {
                asked = Some(Asked::HearOut);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let (text, ink) = match (&view.remark, &view.you) {
                    (Some((remark, true)), _) => (remark.clone(), p.bad),
                    (Some((remark, false)), _) => (remark.clone(), p.good),
                    (None, Some(you)) => (theme.text_with("visit-you-said", &args!("text" => you.as_str())).into_owned(), p.soft),
                    (None, None) if view.may_act => (theme.text("visit-your-turn").into_owned(), p.soft),
                    (None, None) => (String::new(), p.soft),
                };
                let text = egui::RichText::new(text).font(theme.font(Step::Caption)).color(ink);
                ui.add(egui::Label::new(text).truncate());
            });
        });
    });
    egui::ScrollArea::vertical().id_salt("options").auto_shrink([false, true]).show(ui, |ui| {
        egui::Frame::new().inner_margin(EDGE).show(ui, |ui| {
            if let Some(place) = options(ui, theme, view) {
                asked = Some(Asked::Option(place));
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(GESTURE_GAP, GESTURE_GAP);
                for ((act, name), (_, key)) in view.gestures.iter().zip(GESTURE_KEYS) {
                    if Button::new(name).key(key).small().enabled(view.may_act).show(ui, theme).clicked() {
                        asked = Some(Asked::Gesture(*act));
                    }
                }
            });
        });
    });
    asked
}

fn options(ui: &mut Ui, theme: &Theme, view: &ChoiceView) -> Option<usize> {
    let mut chosen = None;
    if view.options.is_empty() {
        let waiting = if view.may_act || view.speaking { "visit-listen" } else { "visit-wait" };
        Prose::caption(theme).show(ui, theme, &theme.text(waiting));
        return None;
    }
    let (columns, each) = columns(ui.available_width(), view.options.len());
    for (line, pair) in view.options.chunks(columns).enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (column, text) in pair.iter().enumerate() {
                let place = line * columns + column;
                let key = OPTION_KEYS.get(place).map(|(_, key)| *key);
                let row = Row { key, selected: view.hint == Some(place), enabled: view.may_act, ..Row::new(theme, text) };
                ui.scope(|ui| {
                    ui.set_width(each);
                    ui.set_max_width(each);
                    if row.show(ui, theme).clicked() {
                        chosen = Some(place);
                    }
                });
            }
        });
    }
    chosen
}

fn bubble(
    ui: &mut Ui,
    theme: &Theme,
    playing: &Playing,
    now: std::time::Duration,
    anchors: &Anchors,
    room: Rect,
) -> Option<Tapped> {
    let (speech, said): (Speech, f32) = playing.speech(now)?;
    let scenario = playing.scenario();
    let variant = variant(scenario, speech.node, speech.variant)?;
    let who = speaker(scenario, speech.node);
    let seat = who.and_then(|who| {
        scenario.visits.get(playing.view().visit.at())?.present.iter().position(|present| *present == who)
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
        noted: &playing.view().noted,
        mouth,
    };
    bubble.show(ui, theme, room).0
}

enum Leave {
    GoOn,
    Debrief,
}

/// A calm card between two parts, or at the end.
fn interstitial(ctx: &egui::Context, theme: &Theme, scenario: &Scenario, card: &Card) -> Option<Leave> {
    let p = theme.palette;
    dialog(ctx, theme, "card", 620.0, |ui| match card {
        Card::Meanwhile { node, days, kept, broken, next } => {
            Prose::caption(theme).colour(p.accent).show(ui, theme, &theme.text_with("days-later", &args!("n" => *days)));
            if let Some(NodeKind::TimePasses(meanwhile)) = scenario.nodes.get(node.at()).map(|node| &node.kind) {
                prose(ui, theme, meanwhile.text.get(theme.locale));
            }
            let promises = kept.iter().map(|promise| (promise, true)).chain(broken.iter().map(|promise| (promise, false)));
            for (promise, was_kept) in promises {
                let Some(promise) = scenario.promises.get(promise.at()) else { continue };
                let (id, ink, ground) =
                    if was_kept { ("promise-kept", p.good, p.good_soft) } else { ("promise-broken", p.bad, p.bad_soft) };
                theme.note(ink, ground).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    let line = theme.text_with(id, &args!("promise" => promise.text.get(theme.locale)));
                    Prose::body(theme).colour(ink).show(ui, theme, &line);
                });
            }
            if let Some((visit, day)) = next {
                ui.separator();
                if let Some(found) = scenario.visits.get(visit.at()) {
                    Prose::heading(theme).show(ui, theme, found.title.get(theme.locale));
                }
                Prose::caption(theme).show(ui, theme, &when(scenario, *visit, *day, theme));
            }
            ui.add_space(6.0);
            let go_on = Button::primary(&theme.text("go-on")).key("Enter").show(ui, theme).clicked();
            (go_on || pressed(ui.ctx(), Key::Enter) || pressed(ui.ctx(), Key::Space)).then_some(Leave::GoOn)
        }
        Card::Ending { node } => {
            if let Some(NodeKind::End(end)) = scenario.nodes.get(node.at()).map(|node| &node.kind) {
                let (id, ink, ground) = outcome(theme, end.outcome);
                badge(ui, theme, &theme.text(id), ink, ground);
                Prose::heading(theme).show(ui, theme, end.title.get(theme.locale));
                prose(ui, theme, end.text.get(theme.locale));
            }
            ui.add_space(6.0);
            let go_on = Button::primary(&theme.text("visit-to-debrief")).key("Enter").show(ui, theme).clicked();
            (go_on || pressed(ui.ctx(), Key::Enter)).then_some(Leave::Debrief)
        }
    })
}

/// How an ending is called and coloured.
pub fn outcome(theme: &Theme, outcome: Outcome) -> (&'static str, egui::Color32, egui::Color32) {
    let p = theme.palette;
    match outcome {
        Outcome::Resolved => ("outcome-resolved", p.good, p.good_soft),
        Outcome::Partial => ("outcome-partial", p.warn, p.warn_soft),
        Outcome::Unresolved => ("outcome-unresolved", p.warn, p.warn_soft),
        Outcome::Lost => ("outcome-lost", p.bad, p.bad_soft),
    }
}

enum Pause {
    GoOn,
    Settings,
    Leave,
}

fn pause(ctx: &egui::Context, theme: &Theme) -> Option<Pause> {
    dialog(ctx, theme, "pause", 420.0, |ui| {
        Prose::heading(theme).show(ui, theme, &theme.text("pause-title"));
        Prose::caption(theme).show(ui, theme, &theme.text("pause-text"));
        ui.add_space(4.0);
        let width = ui.available_width();
        let mut asked = None;
        let go_on = Button::primary(&theme.text("go-on")).key("Esc").min_width(width).show(ui, theme).clicked();
        if go_on || pressed(ui.ctx(), Key::Escape) {
            asked = Some(Pause::GoOn);
        }
        if Button::new(&theme.text("menu-settings")).min_width(width).show(ui, theme).clicked() {
            asked = Some(Pause::Settings);
        }
        if Button::new(&theme.text("pause-leave")).min_width(width).show(ui, theme).clicked() {
            asked = Some(Pause::Leave);
        }
        asked
    })
}

/// A sheet over a veiled window.
pub fn dialog<R>(ctx: &egui::Context, theme: &Theme, name: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let p = theme.palette;
    let frame = egui::Frame::new()
        .fill(p.card)
        .stroke(Stroke::new(if theme.high_contrast { 2.0 } else { 1.0 }, p.line))
        .corner_radius(18)
        .inner_margin(egui::Margin::symmetric(32, 28));
    egui::Modal::new(egui::Id::new(name))
        .frame(frame)
        .backdrop_color(p.veil)
        .show(ctx, |ui| {
            let width = (width * theme.size.factor().sqrt()).min(ctx.viewport_rect().width() - 120.0);
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 12.0;
            egui::ScrollArea::vertical()
                .max_height(ctx.viewport_rect().height() - 140.0)
                // Else the first pass, which knows no size yet, would cut off the buttons.
                .min_scrolled_height(ctx.viewport_rect().height() - 140.0)
                .auto_shrink([false, true])
                .show(ui, add)
                .inner
        })
        .inner
}
