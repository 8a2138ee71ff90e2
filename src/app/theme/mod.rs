//! How the window looks: colours, type, spacing, and the widgets made of them.

pub mod fonts;
pub mod palette;
pub mod prose;
pub mod reach;
pub mod widgets;

use crate::locale::{FluentArgs, Texts};
use crate::vocabulary::{Locale, all};
use bevy_egui::egui::{self, Color32, CornerRadius, FontFamily, FontId, Margin, Stroke, TextStyle, vec2};
pub use palette::Palette;
pub use prose::{Prose, prose};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use strum::{EnumCount, VariantArray};

/// How large texts are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumCount, VariantArray)]
pub enum TextSize {
    #[default]
    Normal,
    Large,
    Larger,
    Huge,
    /// Twice the normal size; asks for a large window.
    Double,
}

impl TextSize {
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);
    /// The largest size up to this one with which a visit has its place in a window of so many points. The three smaller
    /// sizes have it in every window that can be opened.
    pub fn within(self, window: egui::Vec2) -> Self {
        let most = (window.x / 960.0).min(window.y / 600.0) * 1.15;
        let fits = |size: &&Self| size.factor() <= most.max(Self::Larger.factor()) && size.factor() <= self.factor();
        Self::ALL.iter().rev().find(fits).copied().unwrap_or(self)
    }

    pub const fn factor(self) -> f32 {
        match self {
            Self::Normal => 1.0,
            Self::Large => 1.15,
            Self::Larger => 1.3,
            Self::Huge => 1.6,
            Self::Double => 2.0,
        }
    }
}

/// Light and dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumCount, VariantArray)]
pub enum Scheme {
    #[default]
    Light,
    Dark,
    /// Black on white, every border drawn.
    HighContrast,
}

impl Scheme {
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);
}

/// Everything a panel needs to know to draw itself.
#[derive(bevy::prelude::Resource, Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    pub palette: Palette,
    pub size: TextSize,
    pub locale: Locale,
    pub reduced_motion: bool,
    pub high_contrast: bool,
    /// Read from the back of a room.
    pub wall: bool,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            palette: Palette::WARM,
            size: TextSize::Normal,
            locale: Locale::ZhCn,
            reduced_motion: false,
            high_contrast: false,
            wall: false,
        }
    }
}

/// The steps of the type scale, in points at normal text size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Caption,
    Body,
    Lead,
    Heading,
    Title,
}

impl Theme {
    /// The same for a projector: with it speech is written 44 points high.
    pub fn for_a_wall(self) -> Self {
        Self { size: TextSize::Double, wall: true, ..self }
    }

    pub fn text(&self, id: &str) -> Cow<'static, str> {
        self.locale.text(id)
    }

    pub fn text_with(&self, id: &str, args: &FluentArgs) -> Cow<'static, str> {
        self.locale.text_with(id, args)
    }

    pub fn points(&self, step: Step) -> f32 {
        let points = match step {
            Step::Caption => 14.0,
            Step::Body => 16.5,
            Step::Lead => 18.5,
            Step::Heading => 22.0,
            Step::Title => 34.0,
        };
        (points * self.size.factor()).round()
    }

    pub fn font(&self, step: Step) -> FontId {
        FontId::new(self.points(step), FontFamily::Proportional)
    }

    /// Sets egui's own style, so that its widgets fit ours.
    pub fn apply(&self, ctx: &egui::Context) {
        let (p, scale) = (self.palette, self.size.factor());
        let dark = p.is_dark();
        ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
        // bevy_egui blends edges in another colour space than egui means them; a narrow edge hides the dark seam.
        ctx.tessellation_options_mut(|options| options.feathering_size_in_pixels = 0.5);
        ctx.all_styles_mut(|style| {
            style.text_styles = [
                (TextStyle::Small, self.font(Step::Caption)),
                (TextStyle::Body, self.font(Step::Body)),
                (TextStyle::Button, self.font(Step::Body)),
                (TextStyle::Monospace, FontId::new(self.points(Step::Caption), FontFamily::Monospace)),
                (TextStyle::Heading, self.font(Step::Heading)),
            ]
            .into();
            style.spacing.item_spacing = vec2(10.0, 10.0);
            style.spacing.button_padding = vec2(14.0, 7.0);
            style.spacing.interact_size = vec2(36.0, (32.0 * scale).round());
            style.spacing.icon_width = (20.0 * scale).round();
            style.spacing.icon_width_inner = (12.0 * scale).round();
            style.spacing.icon_spacing = 8.0;
            style.spacing.slider_width = 200.0;
            style.spacing.scroll = egui::style::ScrollStyle::thin();
            style.spacing.scroll.fade.strength = 0.0;
            style.animation_time = if self.reduced_motion { 0.0 } else { 0.1 };
            style.interaction.selectable_labels = false;
            style.scroll_animation =
                if self.reduced_motion { egui::style::ScrollAnimation::none() } else { style.scroll_animation };

            let v = &mut style.visuals;
            *v = if dark { egui::Visuals::dark() } else { egui::Visuals::light() };
            v.override_text_color = None;
            v.panel_fill = p.paper;
            v.window_fill = p.card;
            v.window_stroke = Stroke::new(1.0, p.line);
            v.window_corner_radius = CornerRadius::same(14);
            v.menu_corner_radius = CornerRadius::same(10);
            v.extreme_bg_color = p.card;
            v.text_edit_bg_color = Some(p.card);
            v.faint_bg_color = p.well;
            v.code_bg_color = p.well;
            v.hyperlink_color = p.accent;
            v.warn_fg_color = p.warn;
            v.error_fg_color = p.bad;
            v.weak_text_color = Some(p.soft);
            v.selection.bg_fill = p.accent_soft;
            v.selection.stroke = Stroke::new(1.5, p.accent);
            v.text_cursor.stroke = Stroke::new(2.0, p.accent);
            // A blinking cursor would keep the window awake.
            v.text_cursor.blink = false;
            v.slider_trailing_fill = true;
            let radius = CornerRadius::same(9);
            let border = if self.high_contrast { 2.0 } else { 1.0 };
            let w = &mut v.widgets;
            for (visuals, fill, edge, text) in [
                (&mut w.noninteractive, p.card, p.line, p.ink),
                (&mut w.inactive, p.card, p.line, p.ink),
                (&mut w.hovered, p.accent_soft, p.accent, p.ink),
                (&mut w.active, p.accent_soft, p.accent, p.ink),
                (&mut w.open, p.accent_soft, p.line, p.ink),
            ] {
                visuals.bg_fill = fill;
                visuals.weak_bg_fill = fill;
                visuals.bg_stroke = Stroke::new(border, edge);
                visuals.fg_stroke = Stroke::new(1.5, text);
                visuals.corner_radius = radius;
                visuals.expansion = 0.0;
            }
            w.inactive.bg_fill = p.line;
            w.hovered.bg_fill = p.accent;
        });
    }

    /// A sheet of paper that content lies on.
    pub fn card(&self) -> egui::Frame {
        egui::Frame::new()
            .fill(self.palette.card)
            .stroke(Stroke::new(if self.high_contrast { 2.0 } else { 1.0 }, self.palette.line))
            .corner_radius(14)
            .inner_margin(Margin::symmetric(20, 16))
    }

    /// A quiet area inside a card.
    pub fn well(&self) -> egui::Frame {
        egui::Frame::new()
            .fill(self.palette.well)
            .stroke(Stroke::new(1.0, if self.high_contrast { self.palette.line } else { Color32::TRANSPARENT }))
            .corner_radius(10)
            .inner_margin(Margin::symmetric(14, 10))
    }

    /// A tinted note: `edge` for its border and text, `fill` behind it.
    pub fn note(&self, edge: Color32, fill: Color32) -> egui::Frame {
        egui::Frame::new()
            .fill(fill)
            .stroke(Stroke::new(1.0, edge))
            .corner_radius(10)
            .inner_margin(Margin::symmetric(14, 10))
    }
}

/// The whole window as one `Ui`.
pub fn root(ctx: &egui::Context, name: &'static str) -> egui::Ui {
    egui::Ui::new(
        ctx.clone(),
        name.into(),
        egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(ctx.viewport_rect()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_window_keeps_letters_to_what_it_can_hold() {
        for (window, wanted, got) in [
            ((960.0, 600.0), TextSize::Double, TextSize::Larger),
            ((1280.0, 720.0), TextSize::Double, TextSize::Larger),
            ((1440.0, 900.0), TextSize::Double, TextSize::Huge),
            ((1920.0, 1080.0), TextSize::Double, TextSize::Double),
            ((1920.0, 1080.0), TextSize::Large, TextSize::Large),
            ((960.0, 600.0), TextSize::Normal, TextSize::Normal),
        ] {
            assert_eq!(wanted.within(vec2(window.0, window.1)), got, "{window:?} {wanted:?}");
        }
    }
}
