//! The colours of the window. No other file names a colour.

use bevy_egui::egui::Color32;

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// A set of colours that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub paper: Color32,
    /// Cards and panels on the paper.
    pub card: Color32,
    /// Fields and quiet areas on a card.
    pub well: Color32,
    pub ink: Color32,
    /// Secondary text.
    pub soft: Color32,
    /// Borders and separators.
    pub line: Color32,
    /// The one colour that leads the eye.
    pub accent: Color32,
    /// Behind something chosen or hovered.
    pub accent_soft: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    pub good: Color32,
    pub good_soft: Color32,
    pub warn: Color32,
    pub warn_soft: Color32,
    pub bad: Color32,
    pub bad_soft: Color32,
    /// A second line beside the accent's, in charts.
    pub cool: Color32,
    /// Over the room while a card lies on top.
    pub veil: Color32,
    pub shadow: Color32,
}

impl Palette {
    /// Light and warm: paper, ink and brick.
    pub const WARM: Self = Self {
        paper: rgb(0xF4EEE3),
        card: rgb(0xFFFDF9),
        well: rgb(0xF8F3EA),
        ink: rgb(0x2A2521),
        soft: rgb(0x6A6056),
        line: rgb(0xDDD2C1),
        accent: rgb(0xA9482A),
        accent_soft: rgb(0xF6E5DA),
        on_accent: rgb(0xFFFFFF),
        good: rgb(0x2F6B4A),
        good_soft: rgb(0xE2EFE5),
        warn: rgb(0x8A5A0B),
        warn_soft: rgb(0xF8EBCF),
        bad: rgb(0x9C2F2F),
        bad_soft: rgb(0xF8E0DD),
        cool: rgb(0x2F5F86),
        veil: Color32::from_rgba_premultiplied(22, 18, 14, 120),
        shadow: Color32::from_rgba_premultiplied(8, 6, 4, 26),
    };

    /// Black on white, every border drawn.
    pub const HIGH_CONTRAST: Self = Self {
        paper: rgb(0xFFFFFF),
        card: rgb(0xFFFFFF),
        well: rgb(0xFFFFFF),
        ink: rgb(0x000000),
        soft: rgb(0x1F1F1F),
        line: rgb(0x000000),
        accent: rgb(0x00349A),
        accent_soft: rgb(0xDDE8FF),
        on_accent: rgb(0xFFFFFF),
        good: rgb(0x004D20),
        good_soft: rgb(0xFFFFFF),
        warn: rgb(0x5C3A00),
        warn_soft: rgb(0xFFFFFF),
        bad: rgb(0x8B0000),
        bad_soft: rgb(0xFFFFFF),
        cool: rgb(0x5A0A6E),
        veil: Color32::from_rgba_premultiplied(0, 0, 0, 190),
        shadow: Color32::TRANSPARENT,
    };
}

impl Palette {
    /// For dim rooms and tired eyes: the same warmth by lamplight.
    pub const DARK: Self = Self {
        paper: rgb(0x1D1A17),
        card: rgb(0x272320),
        well: rgb(0x221E1B),
        ink: rgb(0xF2EBE0),
        soft: rgb(0xBDB2A4),
        line: rgb(0x4C443C),
        accent: rgb(0xF0A07C),
        accent_soft: rgb(0x43301F),
        on_accent: rgb(0x1D1A17),
        good: rgb(0x93D6AC),
        good_soft: rgb(0x1E3A2A),
        warn: rgb(0xEBC069),
        warn_soft: rgb(0x3E3014),
        bad: rgb(0xF5A79F),
        bad_soft: rgb(0x4A2422),
        cool: rgb(0x9CC8EC),
        veil: Color32::from_rgba_premultiplied(0, 0, 0, 170),
        shadow: Color32::from_rgba_premultiplied(0, 0, 0, 60),
    };

    /// The same with good and bad told apart by blue and orange, which red-green blind eyes do not confuse (after the
    /// palette of Okabe and Ito, darkened or lightened until it can be read as text).
    pub const fn colour_safe(self) -> Self {
        if self.is_dark() {
            Self {
                good: rgb(0x8CC4F0),
                good_soft: rgb(0x14324A),
                warn: rgb(0xF0E442),
                warn_soft: rgb(0x3A370F),
                bad: rgb(0xF7A35C),
                bad_soft: rgb(0x4A2A0C),
                ..self
            }
        } else {
            Self {
                good: rgb(0x00507F),
                good_soft: rgb(0xDDEBF7),
                warn: rgb(0x5E5700),
                warn_soft: rgb(0xF5F1C4),
                bad: rgb(0x8F3B00),
                bad_soft: rgb(0xFBE6D6),
                ..self
            }
        }
    }

    /// Light letters on a dark ground.
    pub const fn is_dark(self) -> bool {
        self.ink.r() > self.paper.r()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f32 {
        let channel = |c: u8| {
            let c = f32::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_keeps_the_contrast_that_accessibility_guidelines_ask_for() {
        let all = [
            (Palette::WARM, 4.5),
            (Palette::DARK, 4.5),
            (Palette::HIGH_CONTRAST, 7.0),
            (Palette::WARM.colour_safe(), 4.5),
            (Palette::DARK.colour_safe(), 4.5),
            (Palette::HIGH_CONTRAST.colour_safe(), 4.5),
        ];
        for (palette, least) in all {
            for ground in [palette.paper, palette.card, palette.well, palette.accent_soft] {
                for text in [palette.ink, palette.soft, palette.accent] {
                    assert!(contrast(text, ground) >= least, "{text:?} on {ground:?}: {}", contrast(text, ground));
                }
            }
            for (text, ground) in [
                (palette.on_accent, palette.accent),
                (palette.good, palette.good_soft),
                (palette.warn, palette.warn_soft),
                (palette.bad, palette.bad_soft),
            ] {
                assert!(contrast(text, ground) >= least, "{text:?} on {ground:?}: {}", contrast(text, ground));
            }
        }
    }

    /// A colour as eyes without the red, or without the green receptors see it (Viénot, Brettel and Mollon 1999).
    fn as_seen(colour: Color32, without_red: bool) -> [f32; 3] {
        let [r, g, b] = [colour.r(), colour.g(), colour.b()].map(|c| (f32::from(c) / 255.0).powf(2.2));
        let lms = [
            17.8824 * r + 43.5161 * g + 4.1194 * b,
            3.4557 * r + 27.1554 * g + 3.8671 * b,
            0.0300 * r + 0.1843 * g + 1.4671 * b,
        ];
        let [l, m, s] = if without_red {
            [2.0234 * lms[1] - 2.5258 * lms[2], lms[1], lms[2]]
        } else {
            [lms[0], 0.4942 * lms[0] + 1.2483 * lms[2], lms[2]]
        };
        [
            0.0809 * l - 0.1305 * m + 0.1167 * s,
            -0.0102 * l + 0.0540 * m - 0.1136 * s,
            -0.0004 * l - 0.0041 * m + 0.6935 * s,
        ]
        .map(|c| c.clamp(0.0, 1.0).powf(1.0 / 2.2))
    }

    #[test]
    fn good_and_bad_differ_for_red_green_blind_eyes() {
        for palette in [Palette::WARM.colour_safe(), Palette::DARK.colour_safe()] {
            for without_red in [true, false] {
                let (good, bad) = (as_seen(palette.good, without_red), as_seen(palette.bad, without_red));
                let far: f32 = good.iter().zip(bad).map(|(a, b)| (a - b).abs()).sum();
                assert!(far > 0.45, "{good:?} {bad:?}");
            }
        }
    }
}
