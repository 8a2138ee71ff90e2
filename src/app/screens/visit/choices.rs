//! The trainee's side of the table: what can be said, what can be done, and what was said last.

use super::Overlay;
use super::form::{self, FormView, OnPaper};
use crate::app::desk::history;
use crate::app::playing::Playing;
use crate::app::playing::view::{Entry, speaker};
use crate::app::theme::reach::row_ends;
use crate::app::theme::widgets::{Button, Row};
use crate::app::theme::{Prose, Step, Theme};
use crate::args;
use crate::feedback::form_words;
use crate::locale::Texts;
use crate::scenario::model::{Opt, OptionKind};
use crate::vocabulary::{ActCatalogue, ActIx, Somebody};
use bevy_egui::egui::{self, Key, Ui, vec2};
use std::borrow::Cow;

/// The keys of the row of gestures.
pub const GESTURE_KEYS: [(Key, &str); 10] = [
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
pub const OPTION_KEYS: [(Key, &str); 8] = [
    (Key::Num1, "1"),
    (Key::Num2, "2"),
    (Key::Num3, "3"),
    (Key::Num4, "4"),
    (Key::Num5, "5"),
    (Key::Num6, "6"),
    (Key::Num7, "7"),
    (Key::Num8, "8"),
];

/// Speaks although somebody still does.
pub const CUT_IN_KEY: (Key, &str) = (Key::X, "X");

/// The trainee's side of the table as plain data.
#[derive(Clone, Debug, Default)]
pub struct ChoiceView {
    /// What the trainee said last.
    pub you: Option<String>,
    /// A remark under it; true: a warning.
    pub remark: Option<(String, bool)>,
    pub options: Vec<String>,
    /// The paper to fill in place of options.
    pub form: Option<FormView>,
    /// The place that the hint points at.
    pub hint: Option<usize>,
    pub gestures: Vec<(ActIx, String)>,
    pub speaking: bool,
    /// Somebody still speaks, and the trainee has not cut in: what can be said lies folded.
    pub folded: bool,
    /// It is one of our own people who speaks: to speak now interrupts no visitor.
    pub own: bool,
    /// Time stands still: nothing can be read meanwhile.
    pub veiled: bool,
    pub may_act: bool,
    pub practice: bool,
    pub can_step_back: bool,
    /// What could not be saved.
    pub trouble: Option<String>,
    pub unsaved: bool,
}

impl ChoiceView {
    pub fn of(playing: &Playing, theme: &Theme, now: std::time::Duration, overlay: &Overlay) -> Self {
        let (scenario, view) = (playing.scenario(), playing.view());
        let you = view.entries.iter().rev().find_map(|entry| match *entry {
            Entry::Chosen { node, option, .. } => {
                history::option_text(scenario, node, option, theme).map(Cow::into_owned)
            }
            Entry::Filled { node, written, .. } => {
                scenario.task(node).map(|task| form_words::handed_in(task, written, theme.locale))
            }
            Entry::Gesture { act, .. } => Some(
                theme.text_with("history-gesture", &args!("gesture" => history::gesture_name(theme, act))).into_owned(),
            ),
            _ => None,
        });
        let options = playing.options();
        let hint = overlay.hint.filter(|(turn, _)| *turn == view.now.turn).and_then(|(_, option)| {
            view.offer().and_then(|(_, offer)| offer.as_slice().iter().position(|shown| *shown == option))
        });
        let demo = playing.demo().map(|demo| match playing.demo_comment() {
            _ if demo.held() => theme.text("demo-held").into_owned(),
            Some(comment) => theme.text_with("demo-next", &args!("what" => comment)).into_owned(),
            None => theme.text("demo-watch").into_owned(),
        });
        let hint = hint.or_else(|| playing.demo_place());
        let remark = if let Some(demo) = demo {
            Some((demo, false))
        } else if playing.cut_off() && overlay.remark.is_none() {
            Some((theme.text("visit-cut-off").into_owned(), true))
        } else {
            overlay.remark.clone().map(|remark| (remark, false))
        };
        Self {
            you,
            remark,
            options: options.iter().map(|option| said(theme, option)).collect(),
            form: FormView::of(playing, theme, &overlay.draft, overlay.hint.map(|(_, entry)| entry)),
            hint,
            gestures: ActCatalogue::shipped()
                .gestures()
                .map(|(act, _)| (act, history::gesture_name(theme, act)))
                .collect(),
            speaking: playing.speaking(now),
            folded: overlay.folded(playing, now),
            own: playing
                .speech(now)
                .is_some_and(|(speech, _)| matches!(speaker(scenario, speech.node), Some(Somebody::Staff(_)))),
            veiled: overlay.paused,
            may_act: playing.may_act() && playing.demo().is_none(),
            practice: playing.practice(),
            can_step_back: playing.can_step_back(),
            trouble: playing.trouble().map(str::to_owned),
            unsaved: playing.recording().unsaved() > 0,
        }
    }
}

/// An option as it stands on the table.
pub fn said(theme: &Theme, option: &Opt) -> String {
    let text = theme.locale.words(&option.text);
    match option.kind {
        OptionKind::Response => text.into_owned(),
        OptionKind::Gesture => theme.text_with("option-gesture", &args!("text" => text)).into_owned(),
        OptionKind::DeskAction => theme.text_with("option-desk", &args!("text" => text)).into_owned(),
    }
}

/// What was asked for at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableRequest {
    Option(usize),
    OnPaper(OnPaper),
    Gesture(ActIx),
    StepBack,
    Hint,
    HearOut,
    /// To speak although somebody still does.
    CutIn,
    SaveAgain,
}

/// How high [`choices`] will be over this width, so that the room above gets all the rest.
pub fn wanted_height(ui: &Ui, theme: &Theme, view: &ChoiceView, width: f32) -> f32 {
    let inner = width - 2.0 * f32::from(EDGE);
    let options = if let Some(paper) = &view.form {
        form::height(ui, theme, paper, inner)
    } else if view.options.is_empty() {
        Prose::caption(theme).galley(ui, theme, "。", inner).size().y + GAP
    } else {
        let (columns, each) = columns(inner, view.options.len());
        let heights = view.options.chunks(columns).map(|line| {
            let rows = line.iter().map(|text| Row { key: Some("1"), ..Row::new(theme, text) }.height(ui, theme, each));
            rows.fold(0.0, f32::max) + GAP
        });
        heights.sum()
    };
    let gestures = gestures_height(ui, theme, view, inner);
    let trouble = view.trouble.as_ref().map_or(0.0, |trouble| {
        Prose::body(theme).galley(ui, theme, trouble, width - 28.0).size().y
            + 20.0
            + GAP
            + if view.unsaved { 40.0 } else { 0.0 }
    });
    trouble + head_height(ui, theme) + GAP + options + gestures + 2.0 * f32::from(EDGE) + 4.0
}

fn gestures_height(ui: &Ui, theme: &Theme, view: &ChoiceView, inner: f32) -> f32 {
    let (mut lines, mut x, mut gesture_height) = (1.0, 0.0, 0.0);
    for (at, (_, name)) in view.gestures.iter().enumerate() {
        let size = gesture(at, name).size(ui, theme);
        gesture_height = size.y;
        if x > 0.0 && x + size.x > inner {
            (lines, x) = (lines + 1.0, 0.0);
        }
        x += size.x + GESTURE_GAP;
    }
    lines * (gesture_height + GESTURE_GAP)
}

/// The button of a gesture; one more than there are keys goes without.
fn gesture(at: usize, name: &str) -> Button<'_> {
    let button = Button::new(name).small();
    match GESTURE_KEYS.get(at) {
        Some((_, key)) => button.key(key),
        None => button,
    }
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
pub fn choices(ui: &mut Ui, theme: &Theme, view: &ChoiceView) -> Option<TableRequest> {
    let p = theme.palette;
    let mut asked = None;
    ui.spacing_mut().item_spacing = vec2(GAP, GAP);
    if let Some(trouble) = &view.trouble {
        theme.note(p.bad, p.bad_soft).show(ui, |ui| {
            ui.set_width(ui.available_width());
            Prose::body(theme).colour(p.bad).show(ui, theme, trouble);
            if view.unsaved && Button::new(&theme.text("visit-save-again")).small().show(ui, theme).clicked() {
                asked = Some(TableRequest::SaveAgain);
            }
        });
    }
    let said = |ui: &mut Ui| {
        let (text, ink) = match (&view.remark, &view.you) {
            (Some((remark, true)), _) => (remark.clone(), p.bad),
            (Some((remark, false)), _) => (remark.clone(), p.good),
            (None, Some(you)) => {
                (theme.text_with("visit-you-said", &args!("text" => you.as_str())).into_owned(), p.soft)
            }
            (None, None) if view.may_act && !view.folded => (theme.text("visit-your-turn").into_owned(), p.soft),
            (None, None) => (String::new(), p.soft),
        };
        let text = egui::RichText::new(text).font(theme.font(Step::Caption)).color(ink);
        let response = ui.add(egui::Label::new(text).truncate());
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    };
    // What can be said is reached before hints and steps back, which stand above it.
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), head_height(ui, theme)), egui::Sense::hover());
    let inner = ui.available_width() - 2.0 * f32::from(EDGE);
    let foot = gestures_height(ui, theme, view, inner) + f32::from(EDGE);
    let high = (ui.available_height() - foot - GAP).max(0.0);
    let scrolls = egui::ScrollArea::vertical().id_salt("options").auto_shrink([false, true]);
    scrolls.max_height(high).min_scrolled_height(high).show(ui, |ui| {
        egui::Frame::new().inner_margin(EDGE).show(ui, |ui| {
            if view.veiled {
                return;
            }
            if view.folded {
                asked = asked.or(folded(ui, theme, view.own));
            } else if let Some(paper) = &view.form {
                asked = asked.or(form::form(ui, theme, paper, view.may_act).map(TableRequest::OnPaper));
            } else if let Some(place) = options(ui, theme, view) {
                asked = Some(TableRequest::Option(place));
            }
        });
    });
    let end = ui.max_rect().bottom();
    let place =
        egui::Rect::from_min_max(egui::pos2(ui.min_rect().left() + f32::from(EDGE), end - foot), ui.max_rect().max);
    let mut foot = ui.new_child(egui::UiBuilder::new().id_salt("gestures").max_rect(place));
    asked = asked.or(gestures(&mut foot, theme, view).filter(|_| !view.veiled));
    let mut above = ui.new_child(egui::UiBuilder::new().id_salt("above").max_rect(head));
    row_ends(&mut above, "table", said, |ui| {
        ui.set_height(head_height(ui, theme));
        let (hear, space) = (theme.text("visit-hear-out"), theme.text("key-space"));
        if view.practice && view.speaking && Button::quiet(&hear).key(&space).small().show(ui, theme).clicked() {
            asked = Some(TableRequest::HearOut);
        }
        if view.practice {
            let (hint, back) = (theme.text("visit-hint"), theme.text("visit-step-back"));
            let undo = Button::quiet(&back).key("Ctrl Z").small().enabled(view.can_step_back);
            if undo.show(ui, theme).clicked() {
                asked = Some(TableRequest::StepBack);
            }
            let hint = Button::quiet(&hint).key("H").small().enabled(view.may_act && !view.folded);
            if hint.show(ui, theme).clicked() {
                asked = Some(TableRequest::Hint);
            }
        }
    });
    asked
}

/// The row of gestures, at the foot of the table whatever lies above.
fn gestures(ui: &mut Ui, theme: &Theme, view: &ChoiceView) -> Option<TableRequest> {
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GESTURE_GAP, GESTURE_GAP);
        for (at, (act, name)) in view.gestures.iter().enumerate() {
            if gesture(at, name).enabled(view.may_act).show(ui, theme).clicked() {
                asked = Some(TableRequest::Gesture(*act));
            }
        }
    });
    asked
}

/// What stands in place of the options while somebody speaks.
fn folded(ui: &mut Ui, theme: &Theme, own: bool) -> Option<TableRequest> {
    let (told, button) = if own { ("visit-folded-own", "visit-cut-in-own") } else { ("visit-folded", "visit-cut-in") };
    Prose::body(theme).colour(theme.palette.soft).show(ui, theme, &theme.text(told));
    let cut_in = Button::new(&theme.text(button)).key(CUT_IN_KEY.1).show(ui, theme);
    cut_in.clicked().then_some(TableRequest::CutIn)
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
                let row =
                    Row { key, selected: view.hint == Some(place), enabled: view.may_act, ..Row::new(theme, text) };
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
