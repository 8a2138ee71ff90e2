//! Cutting triangles along the edge of a convex shape.

use crate::figure::path::{Point, side};

/// A corner of a triangle on the screen.
#[derive(Clone, Copy)]
pub struct Vert {
    pub at: Point,
    pub colour: [f32; 4],
}

/// Whether the point lies in the convex polygon.
pub fn contains(clip: &[Point], p: Point) -> bool {
    (0..clip.len()).all(|i| side(clip[i], clip[(i + 1) % clip.len()], p) >= 0.0)
}

/// What of a polygon lies inside the convex `clip`.
pub fn cut(mut polygon: Vec<Vert>, clip: &[Point]) -> Vec<Vert> {
    for i in 0..clip.len() {
        let (a, b) = (clip[i], clip[(i + 1) % clip.len()]);
        if polygon.iter().all(|v| side(a, b, v.at) >= 0.0) {
            continue;
        }
        let mut kept = Vec::with_capacity(polygon.len() + 1);
        for k in 0..polygon.len() {
            let (here, next) = (polygon[k], polygon[(k + 1) % polygon.len()]);
            let (s, t) = (side(a, b, here.at), side(a, b, next.at));
            if s >= 0.0 {
                kept.push(here);
            }
            if (s >= 0.0) != (t >= 0.0) {
                let f = s / (s - t);
                let mix = |x: f32, y: f32| x + (y - x) * f;
                kept.push(Vert {
                    at: std::array::from_fn(|j| mix(here.at[j], next.at[j])),
                    colour: std::array::from_fn(|j| mix(here.colour[j], next.colour[j])),
                });
            }
        }
        polygon = kept;
        if polygon.len() < 3 {
            return Vec::new();
        }
    }
    polygon
}

/// Without the points that lie too close together to be told apart on the screen.
pub fn thinned(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for p in points {
        if kept.last().is_none_or(|q| (p[0] - q[0]).abs().max((p[1] - q[1]).abs()) > 1.0) {
            kept.push(p);
        }
    }
    kept
}
