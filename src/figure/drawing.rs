//! A drawing: shapes in painting order, as data.

use super::colour::{Paint, Rgba};
use super::path::{Path, Point};
use libm::sincosf;

/// Where local coordinates come to lie: turned, scaled, then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform {
    /// Where the local origin comes to lie.
    pub origin: Point,
    /// 1 leaves lengths as they are.
    pub scale: f32,
    /// Radians, clockwise.
    pub turn: f32,
}

impl Transform {
    /// Leaves everything where it is.
    pub const IDENTITY: Self = Self { origin: [0.0, 0.0], scale: 1.0, turn: 0.0 };

    /// Where this local point comes to lie.
    pub fn apply(&self, [x, y]: Point) -> Point {
        let (s, c) = sincosf(self.turn);
        [self.origin[0] + (x * c - y * s) * self.scale, self.origin[1] + (x * s + y * c) * self.scale]
    }
    /// `inner` seen from outside of `self`.
    pub fn then(&self, inner: Self) -> Self {
        Self { origin: self.apply(inner.origin), scale: self.scale * inner.scale, turn: self.turn + inner.turn }
    }
}

/// One thing drawn over those before it.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Filled by the non-zero rule.
    Fill {
        /// Its outline.
        path: Path,
        /// What it is filled with.
        paint: Paint,
    },
    /// A line with round ends.
    Line {
        /// Where it goes.
        path: Path,
        /// In the drawing's own lengths.
        width: f32,
        /// What it is drawn with.
        paint: Paint,
    },
    /// A filled ellipse, its axes level and upright.
    Ellipse {
        /// Its middle.
        centre: Point,
        /// Half of its width and height.
        radii: Point,
        /// What it is filled with.
        paint: Paint,
    },
    /// An ellipse of colour that fades out towards its rim, by [`FADE`].
    Soft {
        /// Its middle, where the colour is fullest.
        centre: Point,
        /// Half of its width and height.
        radii: Point,
        /// Of the middle.
        colour: Rgba,
    },
    /// A drawing in coordinates of its own.
    Within {
        /// Where its coordinates lie in those of this drawing.
        at: Transform,
        /// What is drawn there.
        drawing: Drawing,
    },
    /// A drawing that is seen only inside the convex hull of these points.
    Clipped {
        /// In the coordinates of the drawing.
        by: Vec<Point>,
        /// What is seen inside.
        drawing: Drawing,
    },
}

/// How a soft ellipse fades: at this share of the radius, this share of its alpha. In the middle it is whole.
pub const FADE: [(f32, f32); 4] = [(0.35, 0.86), (0.6, 0.52), (0.82, 0.16), (1.0, 0.0)];

/// Shapes in painting order; y grows downwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// The last is on top.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// Draws in the coordinates of `at`.
    pub fn within(&mut self, at: Transform, draw: impl FnOnce(&mut Self)) {
        let mut drawing = Self::default();
        draw(&mut drawing);
        self.shapes.push(Shape::Within { at, drawing });
    }

    /// Draws only inside the convex hull of `by`.
    pub fn clipped(&mut self, by: &[Point], draw: impl FnOnce(&mut Self)) {
        let mut drawing = Self::default();
        draw(&mut drawing);
        self.shapes.push(Shape::Clipped { by: by.to_vec(), drawing });
    }

    /// Every colour moved towards another by the share `t`; what is seen through stays so.
    pub fn toned(&mut self, colour: Rgba, t: f32) {
        let tone = |of: &mut Rgba| *of = of.mix(colour.a(of.0[3]), t);
        for shape in &mut self.shapes {
            match shape {
                Shape::Fill { paint, .. } | Shape::Line { paint, .. } | Shape::Ellipse { paint, .. } => match paint {
                    Paint::Flat(flat) => tone(flat),
                    Paint::Linear(_, from, _, to) => {
                        tone(from);
                        tone(to);
                    }
                },
                Shape::Soft { colour, .. } => tone(colour),
                Shape::Within { drawing, .. } | Shape::Clipped { drawing, .. } => drawing.toned(colour, t),
            }
        }
    }

    /// A filled outline on top.
    pub fn fill(&mut self, path: Path, paint: impl Into<Paint>) {
        self.shapes.push(Shape::Fill { path, paint: paint.into() });
    }

    /// A line on top.
    pub fn line(&mut self, path: Path, width: f32, paint: impl Into<Paint>) {
        self.shapes.push(Shape::Line { path, width, paint: paint.into() });
    }

    /// A filled ellipse on top.
    pub fn ellipse(&mut self, centre: Point, radii: Point, paint: impl Into<Paint>) {
        self.shapes.push(Shape::Ellipse { centre, radii, paint: paint.into() });
    }

    /// A soft patch on top.
    pub fn soft(&mut self, centre: Point, radii: Point, colour: Rgba) {
        self.shapes.push(Shape::Soft { centre, radii, colour });
    }
}
