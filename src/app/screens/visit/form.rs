//! A paper to fill or an answer to compose: its fields in a row, the entries of the field at hand below.

use super::choices::OPTION_KEYS;
use crate::app::playing::Playing;
use crate::app::theme::widgets::{Button, Row};
use crate::app::theme::{Prose, Theme};
use crate::args;
use crate::feedback::form_words;
use crate::locale::Texts;
use crate::procedure::FormAnswer;
use crate::scenario::desk_task::TaskKind;
use crate::session::hand_in::shown_order;
use crate::vocabulary::NodeIx;
use bevy_egui::egui::{self, Ui, vec2};
use std::borrow::Cow;

/// What has been written and not handed in yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The task at hand and the turn before it; another one begins empty.
    of: Option<(NodeIx, u32)>,
    pub written: FormAnswer,
    /// The field at hand.
    pub field: usize,
}

impl Draft {
    /// Follows the play: a new paper is empty.
    pub fn follow(&mut self, playing: &Playing) {
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
    }

    /// Writes into the field at hand and goes on to the next that is open.
    pub fn write(&mut self, playing: &Playing, entry: u8) {
        let Some(task) = playing.task() else { return };
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
}

const GAP: f32 = 8.0;

/// How high [`form`] will be over this width.
pub fn height(ui: &Ui, theme: &Theme, view: &FormView, width: f32) -> f32 {
    let line = |text: &str| Prose::caption(theme).galley(ui, theme, text, width).size().y + GAP;
    let (mut lines, mut x, mut high) = (1.0, 0.0, 0.0_f32);
    for (label, words) in &view.fields {
        let size = Button::new(&chip(label, words.as_deref())).small().size(ui, theme);
        high = high.max(size.y);
        if x > 0.0 && x + size.x > width {
            (lines, x) = (lines + 1.0, 0.0);
        }
        x += size.x + GAP;
    }
    let rows = view
        .entries
        .iter()
        .map(|(_, text, _)| Row { key: Some("1"), ..Row::new(theme, text) }.height(ui, theme, width) + GAP);
    let rows: f32 = rows.sum();
    let title = Prose::subheading(theme).galley(ui, theme, &view.title, width).size().y + GAP;
    let sentence = view.sentence.as_deref().map_or(0.0, line);
    let note = view.note.as_deref().map_or(0.0, line);
    let printed = view.printed.as_deref().map_or(0.0, line);
    title + note + printed + lines * (high + GAP) + rows + sentence + Button::new("。").size(ui, theme).y + GAP
}

/// A field as it stands in the row of fields.
fn chip(label: &str, words: Option<&str>) -> String {
    const MOST: usize = 10;
    match words {
        None => label.to_owned(),
        Some(words) if words.chars().count() > MOST => {
            format!("✓ {label}: {}…", words.chars().take(MOST).collect::<String>())
        }
        Some(words) => format!("✓ {label}: {words}"),
    }
}

/// The paper: fields, entries of the one at hand, and handing it in.
pub fn form(ui: &mut Ui, theme: &Theme, view: &FormView, may_act: bool) -> Option<OnPaper> {
    let p = theme.palette;
    let mut asked = None;
    Prose::subheading(theme).show(ui, theme, &view.title);
    if let Some(note) = &view.note {
        Prose::caption(theme).colour(p.bad).show(ui, theme, note);
    }
    if let Some(printed) = &view.printed {
        Prose::caption(theme).show(ui, theme, printed);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        for (at, (label, words)) in view.fields.iter().enumerate() {
            let text = chip(label, words.as_deref());
            let button = Button::new(&text).small().selected(at == view.field).enabled(may_act);
            let response = button.show(ui, theme);
            // The chip is short; who cannot see it hears the whole.
            response.widget_info(|| {
                let said = match words {
                    Some(words) => theme
                        .text_with("form-field-spoken", &args!("label" => label.as_str(), "words" => words.as_str())),
                    None => theme.text_with("form-field-open", &args!("label" => label.as_str())),
                };
                egui::WidgetInfo::selected(egui::WidgetType::Button, may_act, at == view.field, said)
            });
            if response.clicked() {
                asked = Some(OnPaper::Field(at));
            }
        }
    });
    for (place, (entry, text, written)) in view.entries.iter().enumerate() {
        let key = OPTION_KEYS.get(place).map(|(_, key)| *key);
        let row = Row { key, selected: *written, enabled: may_act, ..Row::new(theme, text) };
        if row.show(ui, theme).clicked() {
            asked = Some(OnPaper::Entry(*entry));
        }
    }
    if let Some(sentence) = &view.sentence {
        let text = theme.text_with("form-so-far", &args!("sentence" => sentence.as_str()));
        Prose::caption(theme).colour(p.ink).show(ui, theme, &text);
    }
    ui.horizontal(|ui| {
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
