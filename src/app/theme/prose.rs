//! The one label for running text: breaks Chinese lines where they may be broken.
//!
//! egui 0.36 lets `，` or `）` start a line, so breaks are set here and egui only draws them.

use super::{Step, Theme, fonts};
use crate::locale::wrap;
use crate::scenario::speech;
use crate::vocabulary::Locale;
use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{self, Color32, FontId, Galley, Response, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::sync::Arc;

/// In the bundled font curly quotes are as wide as a Han character, which tears Latin text apart. Sign for sign, so
/// that places in the text stay the same.
fn narrow_quotes(locale: Locale, text: &str) -> Cow<'_, str> {
    if locale != Locale::En || !text.contains(['“', '”', '‘', '’']) {
        return Cow::Borrowed(text);
    }
    let narrow = |c| match c {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        c => c,
    };
    Cow::Owned(text.chars().map(narrow).collect())
}

/// How a piece of running text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prose {
    pub step: Step,
    pub colour: Color32,
    pub strong: bool,
    /// Distance of lines as a multiple of the size.
    pub leading: f32,
    /// Widest line, in points; a page of prose is hard to read wider than about 45 characters.
    pub max_width: f32,
    pub centred: bool,
    /// The colour of stage directions between brackets; `None`: like the rest.
    pub aside: Option<Color32>,
}

impl Prose {
    pub fn body(theme: &Theme) -> Self {
        Self {
            step: Step::Body,
            colour: theme.palette.ink,
            strong: false,
            leading: 1.55,
            max_width: f32::INFINITY,
            centred: false,
            aside: None,
        }
    }
    pub fn caption(theme: &Theme) -> Self {
        Self { step: Step::Caption, colour: theme.palette.soft, leading: 1.45, ..Self::body(theme) }
    }
    pub fn heading(theme: &Theme) -> Self {
        Self { step: Step::Heading, strong: true, leading: 1.3, ..Self::body(theme) }
    }
    pub fn subheading(theme: &Theme) -> Self {
        Self { step: Step::Lead, strong: true, leading: 1.35, ..Self::body(theme) }
    }
    pub fn title(theme: &Theme) -> Self {
        Self { step: Step::Title, strong: true, leading: 1.2, ..Self::body(theme) }
    }
    pub fn colour(self, colour: Color32) -> Self {
        Self { colour, ..self }
    }
    pub fn step(self, step: Step) -> Self {
        Self { step, ..self }
    }
    pub fn strong(self) -> Self {
        Self { strong: true, ..self }
    }
    pub fn centred(self) -> Self {
        Self { centred: true, ..self }
    }
    pub fn max_width(self, max_width: f32) -> Self {
        Self { max_width, ..self }
    }

    pub fn font(&self, theme: &Theme) -> FontId {
        FontId::new(theme.points(self.step), if self.strong { fonts::strong() } else { fonts::regular() })
    }

    /// The text with its line breaks, ready to draw.
    pub fn galley(&self, ui: &Ui, theme: &Theme, text: &str, width: f32) -> Arc<Galley> {
        self.galley_revealed(ui, theme, text, width, usize::MAX)
    }

    /// The same, of which only the first `visible` characters are inked: a text being spoken
    /// keeps its place while it grows.
    pub fn galley_revealed(&self, ui: &Ui, theme: &Theme, text: &str, width: f32, visible: usize) -> Arc<Galley> {
        let font = self.font(theme);
        let lines = broken(ui, &narrow_quotes(theme.locale, text), &font, width.min(self.max_width));
        let format = |color| TextFormat {
            font_id: font.clone(),
            color,
            line_height: Some((font.size * self.leading).round()),
            valign: egui::Align::Center,
            ..Default::default()
        };
        let mut job = LayoutJob::default();
        job.wrap.max_width = f32::INFINITY;
        let mut left = visible;
        for piece in speech::pieces(&lines) {
            let split = split_at(piece.text, &mut left);
            let ink = self.aside.filter(|_| piece.direction).unwrap_or(self.colour);
            job.append(&piece.text[..split], 0.0, format(ink));
            if split < piece.text.len() {
                job.append(&piece.text[split..], 0.0, format(Color32::TRANSPARENT));
            }
        }
        if self.centred {
            job.halign = egui::Align::Center;
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// Draws the text over the available width.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, text: &str) -> Response {
        let galley = self.galley(ui, theme, text, ui.available_width());
        self.place(ui, galley, text)
    }

    /// Draws a galley made by [`Self::galley`]; screen readers read `text`.
    pub fn place(&self, ui: &mut Ui, galley: Arc<Galley>, text: &str) -> Response {
        let size = galley.size();
        let width = if self.centred { ui.available_width().max(size.x) } else { size.x };
        let (rect, response) = ui.allocate_exact_size(vec2(width, size.y), Sense::hover());
        if ui.is_rect_visible(rect) {
            let at = if self.centred { pos2(rect.center().x, rect.top()) } else { rect.min };
            ui.painter().galley(at, galley, self.colour);
        }
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
        response
    }
}

/// Where the first `left` characters of a text end, in bytes; takes them from `left`. Inserted breaks are not spoken.
fn split_at(text: &str, left: &mut usize) -> usize {
    for (at, c) in text.char_indices() {
        if *left == 0 {
            return at;
        }
        *left = left.saturating_sub(usize::from(c != '\n'));
    }
    text.len()
}

/// Running text in the body style.
pub fn prose(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    Prose::body(theme).show(ui, theme, text)
}

/// A thin line under a galley's row span, to show that it can be tapped.
pub fn underline(ui: &Ui, from: egui::Pos2, to_x: f32, colour: Color32) {
    ui.painter().extend(egui::Shape::dashed_line(&[from, pos2(to_x, from.y)], Stroke::new(1.5, colour), 3.0, 3.0));
}

type ProseKey = (u64, u32, u32, bool);

/// Texts with their breaks, by text, width and size.
#[derive(Clone, Default)]
struct Broken(HashMap<ProseKey, Arc<str>>);

/// Most texts kept; a screen shows far fewer.
const MOST_KEPT: usize = 1_500;

fn broken(ui: &Ui, text: &str, font: &FontId, width: f32) -> Arc<str> {
    let width = width.max(font.size * 2.0).floor();
    let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(text);
    let key: ProseKey = (hash, width as u32, (font.size * 4.0) as u32, font.family == fonts::strong());
    let id = egui::Id::new("broken lines");
    if let Some(lines) = ui.data(|data| data.get_temp::<Arc<std::sync::Mutex<Broken>>>(id))
        && let Ok(kept) = lines.lock()
        && let Some(lines) = kept.0.get(&key)
    {
        return lines.clone();
    }
    let lines: Arc<str> = ui.fonts_mut(|fonts| {
        // Half a point of slack: shaping may round differently from the sum of the advances.
        let fonts = std::cell::RefCell::new(fonts);
        let measure = |piece: &str| piece.chars().map(|c| fonts.borrow_mut().glyph_width(font, c)).sum();
        wrap::lines(text, width - 0.5, measure).join("\n").into()
    });
    ui.data_mut(|data| {
        let kept = data.get_temp_mut_or_default::<Arc<std::sync::Mutex<Broken>>>(id);
        if let Ok(mut kept) = kept.lock() {
            if kept.0.len() >= MOST_KEPT {
                kept.0.clear();
            }
            kept.0.insert(key, lines.clone());
        }
    });
    lines
}
