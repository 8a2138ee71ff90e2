//! Colours, and what shapes are filled with.

use super::path::Point;

/// A colour in sRGB, 0..1, with alpha.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rgba(pub [f32; 4]);

/// An opaque colour from `0xRRGGBB`.
pub const fn hex(rgb: u32) -> Rgba {
    Rgba([((rgb >> 16) & 255) as f32 / 255.0, ((rgb >> 8) & 255) as f32 / 255.0, (rgb & 255) as f32 / 255.0, 1.0])
}

impl Rgba {
    /// This colour at 0, the other at 1.
    pub fn mix(self, other: Self, t: f32) -> Self {
        let t = t.clamp(0.0, 1.0);
        Self(std::array::from_fn(|i| self.0[i] + (other.0[i] - self.0[i]) * t))
    }
    /// The same colour with this alpha.
    pub fn a(self, alpha: f32) -> Self {
        let [r, g, b, _] = self.0;
        Self([r, g, b, alpha.clamp(0.0, 1.0)])
    }
    /// A warm shadow tone of it.
    pub fn dark(self, t: f32) -> Self {
        let alpha = self.0[3];
        self.mix(hex(0x3a2530), t).a(alpha)
    }
    /// A warm light tone of it.
    pub fn light(self, t: f32) -> Self {
        let alpha = self.0[3];
        self.mix(hex(0xfff4e2), t).a(alpha)
    }
}

/// What a shape is filled with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// One colour all over.
    Flat(Rgba),
    /// From one point's colour to another's; beyond them it stays.
    Linear(Point, Rgba, Point, Rgba),
}

impl From<Rgba> for Paint {
    fn from(colour: Rgba) -> Self {
        Self::Flat(colour)
    }
}
