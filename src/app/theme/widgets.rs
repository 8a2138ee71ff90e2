//! Buttons, chips, badges and the like, all with a label for screen readers and a visible focus.

use super::{Prose, Step, Theme, reach};
use bevy_egui::egui::{
    self, Align2, Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    pos2, vec2,
};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do next.
    Primary,
    Plain,
    /// Text only.
    Quiet,
}

/// A button with a short label and, where there is one, its key.
pub struct Button<'a> {
    label: &'a str,
    key: Option<&'a str>,
    weight: Weight,
    enabled: bool,
    /// `None`: a button that does something; else one of several that can be chosen.
    selected: Option<bool>,
    min_width: f32,
    small: bool,
}

impl<'a> Button<'a> {
    pub fn new(label: &'a str) -> Self {
        Self { label, key: None, weight: Weight::Plain, enabled: true, selected: None, min_width: 0.0, small: false }
    }
    pub fn primary(label: &'a str) -> Self {
        Self { weight: Weight::Primary, ..Self::new(label) }
    }
    pub fn quiet(label: &'a str) -> Self {
        Self { weight: Weight::Quiet, ..Self::new(label) }
    }
    pub fn key(self, key: &'a str) -> Self {
        Self { key: Some(key), ..self }
    }
    pub fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }
    pub fn selected(self, selected: bool) -> Self {
        Self { selected: Some(selected), ..self }
    }
    pub fn min_width(self, min_width: f32) -> Self {
        Self { min_width, ..self }
    }
    pub fn small(self) -> Self {
        Self { small: true, ..self }
    }

    /// How much room the button will take.
    pub fn size(&self, ui: &Ui, theme: &Theme) -> Vec2 {
        let step = if self.small { Step::Caption } else { Step::Body };
        let measure = |text: &str, step| {
            ui.fonts_mut(|f| f.layout_no_wrap(text.to_owned(), theme.font(step), Color32::PLACEHOLDER).size())
        };
        let text = measure(self.label, step);
        let key = self.key.map_or(0.0, |key| measure(key, Step::Caption).x + 18.0);
        let (padding, least) = if self.small { (vec2(10.0, 5.0), 28.0) } else { (vec2(16.0, 8.0), 38.0) };
        (vec2(text.x + key, text.y) + padding * 2.0).max(vec2(self.min_width, least))
    }

    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let size = self.size(ui, theme);
        let step = if self.small { Step::Caption } else { Step::Body };
        let font = theme.font(step);
        let text = ui.fonts_mut(|f| f.layout_no_wrap(self.label.to_owned(), font.clone(), Color32::PLACEHOLDER));
        let key = self.key.map(|key| {
            ui.fonts_mut(|f| f.layout_no_wrap(key.to_owned(), theme.font(Step::Caption), Color32::PLACEHOLDER))
        });
        let key_width = key.as_ref().map_or(0.0, |key| key.size().x + 18.0);
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        response.widget_info(|| {
            let label = said(self.label, self.key);
            match self.selected {
                Some(selected) => WidgetInfo::selected(WidgetType::SelectableLabel, self.enabled, selected, label),
                None => WidgetInfo::labeled(WidgetType::Button, self.enabled, label),
            }
        });
        reach::follow_focus(&response);
        if ui.is_rect_visible(rect) {
            let paint = self.paint(theme, &response);
            let radius = CornerRadius::same(9);
            ui.painter().rect(rect, radius, paint.fill, paint.edge, StrokeKind::Inside);
            focus_ring(ui, theme, &response, rect, radius);
            let content = text.size().x + key_width;
            let left = rect.center().x - content / 2.0;
            let middle = rect.center().y;
            if let Some(key) = key {
                let cap = Rect::from_min_size(
                    pos2(left, middle - key.size().y / 2.0 - 1.0),
                    vec2(key.size().x + 10.0, key.size().y + 2.0),
                );
                ui.painter().rect_stroke(cap, 4.0, Stroke::new(1.0, paint.key), StrokeKind::Inside);
                let at = cap.center() - key.size() / 2.0;
                ui.painter().galley(at, key, paint.key);
            }
            ui.painter().galley(pos2(left + key_width, middle - text.size().y / 2.0), text, paint.text);
        }
        if self.enabled { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response }
    }

    fn paint(&self, theme: &Theme, response: &Response) -> ButtonPaint {
        let p = theme.palette;
        let hot = self.enabled && (response.hovered() || response.is_pointer_button_down_on());
        let border = if theme.high_contrast { 2.0 } else { 1.0 };
        if !self.enabled && self.weight == Weight::Quiet {
            return ButtonPaint { fill: Color32::TRANSPARENT, edge: Stroke::NONE, text: p.line, key: p.line };
        }
        if !self.enabled {
            return ButtonPaint { fill: p.well, edge: Stroke::new(border, p.line), text: p.soft, key: p.soft };
        }
        match self.weight {
            Weight::Primary => ButtonPaint {
                fill: if hot { p.accent.lerp_to_gamma(p.ink, 0.18) } else { p.accent },
                edge: Stroke::NONE,
                text: p.on_accent,
                key: p.on_accent,
            },
            Weight::Plain if self.selected == Some(true) => ButtonPaint {
                fill: p.accent_soft,
                edge: Stroke::new(border + 0.5, p.accent),
                text: p.accent,
                key: p.accent,
            },
            Weight::Plain => ButtonPaint {
                fill: if hot { p.accent_soft } else { p.card },
                edge: Stroke::new(border, if hot { p.accent } else { p.line }),
                text: p.ink,
                key: p.soft,
            },
            Weight::Quiet => ButtonPaint {
                fill: if self.selected == Some(true) || hot { p.accent_soft } else { Color32::TRANSPARENT },
                edge: Stroke::NONE,
                text: if self.selected == Some(true) || hot { p.accent } else { p.soft },
                key: p.soft,
            },
        }
    }
}

struct ButtonPaint {
    fill: Color32,
    edge: Stroke,
    text: Color32,
    key: Color32,
}

/// What a screen reader says of a control with a key.
fn said(label: &str, key: Option<&str>) -> String {
    key.map_or_else(|| label.to_owned(), |key| format!("{label} ({key})"))
}

/// The ring around what the keyboard would press.
pub fn focus_ring(ui: &Ui, theme: &Theme, response: &Response, rect: Rect, radius: CornerRadius) {
    if response.has_focus() {
        let stroke = Stroke::new(2.5, theme.palette.accent);
        ui.painter().rect_stroke(rect.expand(2.5), radius, stroke, StrokeKind::Outside);
    }
}

/// A button as wide as the column, with wrapped text and a key cap before it: an option, a list entry.
pub struct Row<'a> {
    pub key: Option<&'a str>,
    pub text: &'a str,
    /// A second, quieter line.
    pub detail: Option<&'a str>,
    pub style: Prose,
    pub selected: bool,
    pub enabled: bool,
    /// What screen readers say; `text` where empty.
    pub label: Option<&'a str>,
}

impl<'a> Row<'a> {
    pub fn new(theme: &Theme, text: &'a str) -> Self {
        let style = Prose { leading: 1.4, ..Prose::body(theme) };
        Self { key: None, text, detail: None, style, selected: false, enabled: true, label: None }
    }

    /// How high the row will be over this width.
    pub fn height(&self, ui: &Ui, theme: &Theme, width: f32) -> f32 {
        let inner = self.inner_width(theme, width);
        let detail = self.detail.map_or(0.0, |d| Prose::caption(theme).galley(ui, theme, d, inner).size().y);
        self.style.galley(ui, theme, self.text, inner).size().y + detail + 2.0 * Self::PADDING.y
    }

    const PADDING: Vec2 = vec2(14.0, 9.0);

    fn key_width(&self, theme: &Theme) -> f32 {
        if self.key.is_some() { theme.points(Step::Body) * 1.5 + 10.0 } else { 0.0 }
    }

    fn inner_width(&self, theme: &Theme, width: f32) -> f32 {
        width - 2.0 * Self::PADDING.x - self.key_width(theme)
    }

    pub fn show(&self, ui: &mut Ui, theme: &Theme) -> Response {
        let (p, width) = (theme.palette, ui.available_width());
        let inner = self.inner_width(theme, width);
        let text = self.style.galley(ui, theme, self.text, inner);
        let detail = self.detail.map(|d| Prose::caption(theme).galley(ui, theme, d, inner));
        let content = text.size().y + detail.as_ref().map_or(0.0, |d| d.size().y);
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, content + 2.0 * Self::PADDING.y), sense);
        response.widget_info(|| {
            let label = said(self.label.unwrap_or(self.text), self.key);
            WidgetInfo::selected(WidgetType::Button, self.enabled, self.selected, label)
        });
        reach::follow_focus(&response);
        if ui.is_rect_visible(rect) {
            let hot = self.enabled && (response.hovered() || response.has_focus());
            let border = if theme.high_contrast { 2.0 } else { 1.0 };
            let (fill, edge) = match (self.selected, hot) {
                (true, _) => (p.accent_soft, Stroke::new(border + 0.5, p.accent)),
                (false, true) => (p.accent_soft, Stroke::new(border, p.accent)),
                (false, false) => (p.card, Stroke::new(border, p.line)),
            };
            let radius = CornerRadius::same(10);
            ui.painter().rect(rect, radius, fill, edge, StrokeKind::Inside);
            focus_ring(ui, theme, &response, rect, radius);
            let mut at = rect.min + Self::PADDING;
            if let Some(key) = self.key {
                let side = theme.points(Step::Body) * 1.5;
                let first_row = text.rows.first().map_or(side, |row| row.height());
                let cap = Rect::from_center_size(pos2(at.x + side / 2.0, at.y + first_row / 2.0), Vec2::splat(side));
                let (ground, ink) = if hot { (p.accent, p.on_accent) } else { (p.well, p.soft) };
                ui.painter().rect(cap, 6.0, ground, Stroke::new(1.0, p.line), StrokeKind::Inside);
                ui.painter().text(cap.center(), Align2::CENTER_CENTER, key, theme.font(Step::Caption), ink);
                at.x += self.key_width(theme);
            }
            let below = text.size().y;
            let ink = if self.enabled { self.style.colour } else { p.soft };
            ui.painter().galley(at, text, ink);
            if let Some(detail) = detail {
                ui.painter().galley(at + vec2(0.0, below), detail, p.soft);
            }
        }
        if self.enabled { response.on_hover_cursor(egui::CursorIcon::PointingHand) } else { response }
    }
}

/// Two or more values of which one is chosen.
pub fn segments<T: Copy + PartialEq>(ui: &mut Ui, theme: &Theme, value: &mut T, choices: &[(T, &str)]) -> bool {
    let mut changed = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (choice, label) in choices {
            if Button::new(label).selected(value == choice).show(ui, theme).clicked() && value != choice {
                *value = *choice;
                changed = true;
            }
        }
    });
    changed
}

/// A switch with its label.
pub fn switch(ui: &mut Ui, theme: &Theme, on: &mut bool, label: &str) -> Response {
    let p = theme.palette;
    let text_width = ui.available_width() - 58.0;
    let text = Prose { leading: 1.4, ..Prose::body(theme) }.galley(ui, theme, label, text_width);
    let height = text.size().y.max(26.0) + 6.0;
    let (rect, mut response) = ui.allocate_exact_size(vec2(text.size().x + 56.0, height), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, *on, label));
    reach::follow_focus(&response);
    if ui.is_rect_visible(rect) {
        let track = Rect::from_min_size(pos2(rect.left() + 2.0, rect.center().y - 11.0), vec2(40.0, 22.0));
        let (fill, knob_x) = if *on { (p.accent, track.right() - 11.0) } else { (p.well, track.left() + 11.0) };
        let edge = Stroke::new(1.5, if *on { p.accent } else { p.soft });
        ui.painter().rect(track, 11.0, fill, edge, StrokeKind::Inside);
        ui.painter().circle_filled(pos2(knob_x, track.center().y), 7.0, if *on { p.on_accent } else { p.soft });
        focus_ring(ui, theme, &response, track, CornerRadius::same(11));
        ui.painter().galley(pos2(rect.left() + 54.0, rect.center().y - text.size().y / 2.0), text, p.ink);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A short word on a tinted ground.
pub fn badge(ui: &mut Ui, theme: &Theme, text: &str, ink: Color32, ground: Color32) -> Response {
    let galley = ui.fonts_mut(|f| f.layout_no_wrap(text.to_owned(), theme.font(Step::Caption), ink));
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 6.0), Sense::hover());
    let edge = if theme.high_contrast { Stroke::new(1.5, ink) } else { Stroke::NONE };
    ui.painter().rect(rect, 7.0, ground, edge, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    response
}

/// A bar of `steps` of which a share is filled: difficulty, tension, speech still to come.
pub fn steps(ui: &mut Ui, theme: &Theme, label: &str, filled: usize, steps: usize, ink: Color32) -> Response {
    let size = vec2(steps as f32 * 12.0, theme.points(Step::Caption));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    for step in 0..steps {
        let at = Rect::from_min_size(pos2(rect.left() + step as f32 * 12.0, rect.center().y - 5.0), vec2(9.0, 10.0));
        if step < filled {
            ui.painter().rect_filled(at, 2.0, ink);
        } else {
            ui.painter().rect_stroke(at, 2.0, Stroke::new(1.0, theme.palette.soft), StrokeKind::Inside);
        }
    }
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, label));
    response
}

/// Content in the middle of the window, not wider than `width`, scrolling when it is too high.
pub fn column<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    egui::ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            reach::scroll_by_keys(ui);
            let free = ui.available_rect_before_wrap();
            let width = width.min(free.width() - 48.0);
            let top = pos2(free.center().x - width / 2.0, free.top() + 28.0);
            let place = Rect::from_min_size(top, vec2(width, (free.height() - 56.0).max(0.0)));
            let inner = ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
                ui.set_width(width);
                add(ui)
            });
            ui.add_space(28.0);
            inner.inner
        })
        .inner
}
