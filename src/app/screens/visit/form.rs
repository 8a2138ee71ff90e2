//! A paper to fill or an answer to compose: the whole sheet, and beside it what can be written into the field at hand.

use super::choices::OPTION_KEYS;
use crate::app::playing::Playing;
use crate::app::theme::reach::follow_focus;
use crate::app::theme::widgets::{Button, Row, focus_ring};
use crate::app::theme::{Prose, Step, Theme};
use crate::args;
use crate::feedback::form_words;
use crate::locale::Texts;
use crate::procedure::FormAnswer;
use crate::scenario::desk_task::TaskKind;
use crate::session::hand_in::shown_order;
use crate::vocabulary::NodeIx;
use bevy_egui::egui::{self, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};
use std::borrow::Cow;
use std::sync::Arc;

/// What has been written and not handed in yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The task at hand and the turn before it; another one begins empty.
    of: Option<(NodeIx, u32)>,
    pub written: FormAnswer,
    /// The field at hand.
    pub field: usize,
    /// It is full and being read over once more before it is handed in.
    pub reading: bool,
}

impl Draft {
    /// Follows the play: a new paper is empty. True when one has just been laid on the desk.
    pub fn follow(&mut self, playing: &Playing) -> bool {
        let of = playing.view().laid().map(|node| (node, playing.view().now.turn));
        let same = match (self.of, of) {
            // A gesture in between is a turn, and leaves the paper as it was.
            (Some((before, _)), Some((now, _))) => before == now,
            (None, None) => true,
            _ => false,
        };
        if same {
            self.of = of;
        } else {
            *self = Self { of, ..Self::default() };
        }
        !same && of.is_some()
    }

    /// Hands it in once it has been read over; before that, it is laid out to be read.
    pub fn hand_in(&mut self, playing: &Playing) -> Option<FormAnswer> {
        let written = self.complete(playing)?;
        if std::mem::replace(&mut self.reading, true) { Some(written) } else { None }
    }

    /// Writes into the field at hand and goes on to the next that is open.
    pub fn write(&mut self, playing: &Playing, entry: u8) {
        let Some(task) = playing.task().filter(|_| !self.reading) else { return };
        if task.form.field_of(entry) != Some(self.field) || !task.form.write(&mut self.written, entry) {
            return;
        }
        let open = |at: &usize| self.written.of(*at).is_none();
        let count = task.form.fields.len();
        let at_hand = self.field;
        self.field = (1..count).map(|step| (at_hand + step) % count).find(open).unwrap_or(at_hand);
    }

    /// The entry at this place of the field at hand.
    pub fn at(&self, playing: &Playing, place: usize) -> Option<u8> {
        let node = playing.view().laid()?;
        shown_order(&playing.task()?.form, node, self.field, playing.settings().seed).get(place).copied()
    }

    /// What would be right in the field at hand.
    pub fn right(&self, playing: &Playing) -> Option<u8> {
        let node = playing.view().laid()?;
        playing.recording().session().rightly(node)?.of(self.field)
    }

    /// Goes to a field before or after.
    pub fn step(&mut self, playing: &Playing, forward: bool) {
        let count = playing.task().map_or(1, |task| task.form.fields.len().max(1));
        self.reading = false;
        self.field = (self.field + if forward { 1 } else { count - 1 }) % count;
    }

    /// What is handed in, once every field is filled.
    pub fn complete(&self, playing: &Playing) -> Option<FormAnswer> {
        playing.task().filter(|task| task.form.fits(self.written)).map(|_| self.written)
    }
}

/// The task at hand as plain data.
#[derive(Clone, Debug, Default)]
pub struct FormView {
    pub title: String,
    /// Who else will read it.
    pub note: Option<String>,
    /// What stands on it beforehand.
    pub printed: Option<String>,
    /// Label, and what stands there.
    pub fields: Vec<(String, Option<String>)>,
    /// The field at hand.
    pub field: usize,
    /// Its entries: position, words, whether it is the one written or the one that the hint points at.
    pub entries: Vec<(u8, String, bool)>,
    /// The answer so far.
    pub sentence: Option<String>,
    /// Fields that are still open.
    pub open: usize,
    pub hand_in: String,
    /// It is being read over.
    pub reading: bool,
}

impl FormView {
    pub fn of(playing: &Playing, theme: &Theme, draft: &Draft, hint: Option<u8>) -> Option<Self> {
        let (node, task) = (playing.view().laid()?, playing.task()?);
        let locale = theme.locale;
        let words = |at: usize| form_words::words(task, at, draft.written, locale).map(Cow::into_owned);
        let fields: Vec<_> = (task.form.fields.iter().enumerate())
            .map(|(at, field)| (locale.words(&field.label).into_owned(), words(at)))
            .collect();
        let entries = shown_order(&task.form, node, draft.field, playing.settings().seed).into_iter();
        let compose = task.kind == TaskKind::Compose;
        Some(Self {
            title: form_words::heading(task, locale),
            note: task.form.seen_by_others.then(|| theme.text("desk-seen-by-others").into_owned()),
            printed: form_words::printed(task, locale),
            open: fields.iter().filter(|(_, words)| words.is_none()).count(),
            fields,
            field: draft.field,
            entries: entries
                .filter_map(|entry| {
                    let text = locale.words(&task.form.entry(entry)?.opt.text).into_owned();
                    Some((entry, text, draft.written.contains(entry) || hint == Some(entry)))
                })
                .collect(),
            sentence: compose.then(|| form_words::sentence(task, draft.written, locale)),
            reading: draft.reading,
            hand_in: theme.text(if compose { "form-say" } else { "form-hand-in" }).into_owned(),
        })
    }
}

/// What was asked for at the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPaper {
    Field(usize),
    Entry(u8),
    HandIn,
    /// Something is still to be changed.
    Change,
}

const GAP: f32 = 8.0;
/// From this width on the entries stand beside the sheet.
const TWO_COLUMNS: f32 = 620.0;
/// The sheet's share of it.
const SHEET: f32 = 0.56;
const SHEET_MARGIN: Vec2 = vec2(18.0, 12.0);
/// The share of the sheet that the names of its fields take.
const NAMES: f32 = 0.34;

/// Widths of the sheet and of what stands beside it; below each other they have the same.
fn columns(width: f32) -> (f32, f32, bool) {
    if width >= TWO_COLUMNS {
        let sheet = width * SHEET;
        (sheet, width - sheet - 2.0 * GAP, true)
    } else {
        (width, width, false)
    }
}

/// How high [`form`] will be over this width.
pub fn height(ui: &Ui, theme: &Theme, view: &FormView, width: f32) -> f32 {
    let (sheet, beside, side_by_side) = columns(width);
    let inner = sheet - 2.0 * SHEET_MARGIN.x;
    let line = |text: &str| Prose::caption(theme).galley(ui, theme, text, inner).size().y + 4.0;
    let heading = Prose::subheading(theme).galley(ui, theme, &view.title, inner).size().y + GAP;
    let rows: f32 = view.fields.iter().map(|field| FieldRow::of(ui, theme, field, inner).height).sum();
    let notes = [&view.note, &view.printed, &view.sentence].into_iter().flatten().map(|text| line(text)).sum::<f32>();
    let sheet = heading + rows + notes + 2.0 * SHEET_MARGIN.y + 2.0 * GAP;
    let entries: f32 = view
        .entries
        .iter()
        .map(|(_, text, _)| Row { key: Some("1"), ..Row::new(theme, text) }.height(ui, theme, beside) + GAP)
        .sum();
    let question = Prose::caption(theme).galley(ui, theme, "。", beside).size().y + GAP;
    let entries = question + entries + Button::new("。").size(ui, theme).y + 2.0 * GAP;
    if side_by_side { sheet.max(entries) } else { sheet + entries }
}

/// One line of the sheet: the name of the field, and what stands in it.
struct FieldRow {
    name: Arc<egui::Galley>,
    words: Arc<egui::Galley>,
    height: f32,
}

impl FieldRow {
    fn of(ui: &Ui, theme: &Theme, (label, words): &(String, Option<String>), width: f32) -> Self {
        let (names, rest) = (width * NAMES, width * (1.0 - NAMES) - 2.0 * GAP);
        let name = Prose { leading: 1.3, ..Prose::caption(theme) }.galley(ui, theme, label, names - GAP);
        let style = Prose { leading: 1.3, ..Prose::body(theme) };
        let words = style.galley(ui, theme, words.as_deref().unwrap_or_default(), rest);
        let height = name.size().y.max(words.size().y).max(theme.points(Step::Body) * 1.3) + 10.0;
        Self { name, words, height }
    }

    /// Draws it with rules around; the one at hand stands out.
    fn show(&self, ui: &mut Ui, theme: &Theme, field: &(String, Option<String>), at_hand: bool, on: bool) -> Response {
        let p = theme.palette;
        let sense = if on { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), self.height), sense);
        response.widget_info(|| {
            let (label, words) = (field.0.as_str(), field.1.as_deref());
            let said = match words {
                Some(words) => theme.text_with("form-field-spoken", &args!("label" => label, "words" => words)),
                None => theme.text_with("form-field-open", &args!("label" => label)),
            };
            WidgetInfo::selected(WidgetType::Button, on, at_hand, said)
        });
        follow_focus(&response);
        let hot = on && (response.hovered() || response.has_focus());
        if at_hand || hot {
            ui.painter().rect_filled(rect, 0.0, p.accent_soft);
        }
        let rule = Stroke::new(1.0, if theme.high_contrast { p.ink } else { p.line });
        let middle = rect.left() + rect.width() * NAMES;
        ui.painter().hline(rect.x_range(), rect.bottom(), rule);
        ui.painter().vline(middle, rect.y_range(), rule);
        if at_hand {
            let bar = egui::Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
            ui.painter().rect_filled(bar, 0.0, p.accent);
        }
        ui.painter().galley(
            pos2(rect.left() + GAP, rect.center().y - self.name.size().y / 2.0),
            self.name.clone(),
            p.soft,
        );
        let at = pos2(middle + GAP, rect.center().y - self.words.size().y / 2.0);
        ui.painter().galley(at, self.words.clone(), p.ink);
        focus_ring(ui, theme, &response, rect.shrink(2.0), egui::CornerRadius::ZERO);
        if on { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response }
    }
}

/// The paper as a whole sheet, and beside it the entries of the field at hand, or, once it is full and handed in, the
/// question whether it is right.
pub fn form(ui: &mut Ui, theme: &Theme, view: &FormView, may_act: bool) -> Option<OnPaper> {
    let mut asked = None;
    let (width, beside, side_by_side) = columns(ui.available_width());
    let mut draw = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.set_max_width(width);
            asked = asked.or(sheet(ui, theme, view, may_act));
        });
        ui.vertical(|ui| {
            ui.set_width(beside);
            ui.set_max_width(beside);
            asked = asked.or(pen(ui, theme, view, may_act));
        });
    };
    if side_by_side {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0 * GAP;
            draw(ui);
        });
    } else {
        draw(ui);
    }
    asked
}

fn sheet(ui: &mut Ui, theme: &Theme, view: &FormView, may_act: bool) -> Option<OnPaper> {
    let p = theme.palette;
    let mut asked = None;
    let edge = Stroke::new(if theme.high_contrast { 2.0 } else { 1.0 }, p.line);
    let margin = egui::Margin::symmetric(SHEET_MARGIN.x as i8, SHEET_MARGIN.y as i8);
    egui::Frame::new().fill(p.card).stroke(edge).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        Prose::subheading(theme).centred().show(ui, theme, &view.title);
        ui.add_space(GAP);
        if let Some(note) = &view.note {
            Prose::caption(theme).colour(p.bad).show(ui, theme, note);
            ui.add_space(4.0);
        }
        if let Some(printed) = &view.printed {
            Prose::caption(theme).show(ui, theme, printed);
            ui.add_space(4.0);
        }
        let top = ui.cursor().top();
        let rule = Stroke::new(1.0, if theme.high_contrast { p.ink } else { p.line });
        let across = ui.max_rect().x_range();
        ui.painter().hline(across, top, rule);
        for (at, field) in view.fields.iter().enumerate() {
            let row = FieldRow::of(ui, theme, field, ui.available_width());
            let at_hand = at == view.field && !view.reading;
            if row.show(ui, theme, field, at_hand, may_act).clicked() {
                asked = Some(OnPaper::Field(at));
            }
        }
        for x in [across.min, across.max] {
            ui.painter().vline(x, egui::Rangef::new(top, ui.cursor().top()), rule);
        }
        if let Some(sentence) = &view.sentence {
            ui.add_space(GAP);
            let text = theme.text_with("form-so-far", &args!("sentence" => sentence.as_str()));
            Prose::caption(theme).colour(p.ink).show(ui, theme, &text);
        }
    });
    asked
}

/// What can be written into the field at hand, and handing in.
fn pen(ui: &mut Ui, theme: &Theme, view: &FormView, may_act: bool) -> Option<OnPaper> {
    let mut asked = None;
    if view.reading {
        Prose::subheading(theme).show(ui, theme, &theme.text("form-read-over"));
        Prose::body(theme).show(ui, theme, &theme.text("form-read-over-text"));
        if Button::primary(&view.hand_in).key("Enter").enabled(may_act).show(ui, theme).clicked() {
            asked = Some(OnPaper::HandIn);
        }
        if Button::new(&theme.text("form-change")).key("←").enabled(may_act).show(ui, theme).clicked() {
            asked = Some(OnPaper::Change);
        }
        return asked;
    }
    if let Some((label, _)) = view.fields.get(view.field) {
        Prose::caption(theme).show(ui, theme, &theme.text_with("form-write", &args!("label" => label.as_str())));
    }
    for (place, (entry, text, written)) in view.entries.iter().enumerate() {
        let key = OPTION_KEYS.get(place).map(|(_, key)| *key);
        let row = Row { key, selected: *written, enabled: may_act, ..Row::new(theme, text) };
        if row.show(ui, theme).clicked() {
            asked = Some(OnPaper::Entry(*entry));
        }
    }
    ui.horizontal_wrapped(|ui| {
        let ready = may_act && view.open == 0;
        if Button::primary(&view.hand_in).key("Enter").enabled(ready).show(ui, theme).clicked() {
            asked = Some(OnPaper::HandIn);
        }
        if view.open > 0 {
            let open = theme.text_with("form-open", &args!("count" => view.open));
            Prose::caption(theme).show(ui, theme, &open);
        }
    });
    asked
}
