//! Vector shapes as coloured triangles: colours, smooth paths, fills, strokes and clips.

use super::clip::{Vert, contains, cut, hull, thinned};
use lyon_tessellation::math::point;
use lyon_tessellation::path::Path;
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillTessellator, FillVertex, LineCap, LineJoin, StrokeOptions, StrokeTessellator,
    StrokeVertex, VertexBuffers,
};

/// A point; y grows downwards.
pub type P = [f32; 2];

/// A colour in sRGB, 0..1, with alpha.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rgba(pub [f32; 4]);

/// An opaque colour from `0xRRGGBB`.
pub const fn hex(rgb: u32) -> Rgba {
    Rgba([((rgb >> 16) & 255) as f32 / 255.0, ((rgb >> 8) & 255) as f32 / 255.0, (rgb & 255) as f32 / 255.0, 1.0])
}

impl Rgba {
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
    /// Linear light, as vertex colours want it.
    pub fn linear(self) -> [f32; 4] {
        let [r, g, b, a] = self.0;
        let lin = |c: f32| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
        [lin(r), lin(g), lin(b), a]
    }
}

/// What a shape is filled with.
#[derive(Clone, Copy, Debug)]
pub enum Paint {
    Flat(Rgba),
    /// From one point's colour to another's.
    Linear(P, Rgba, P, Rgba),
}

impl From<Rgba> for Paint {
    fn from(colour: Rgba) -> Self {
        Self::Flat(colour)
    }
}

impl Paint {
    fn at(&self, [x, y]: P) -> [f32; 4] {
        match *self {
            Self::Flat(c) => c.linear(),
            Self::Linear(p, a, q, b) => {
                let d = [q[0] - p[0], q[1] - p[1]];
                let len = (d[0] * d[0] + d[1] * d[1]).max(1e-9);
                let t = ((x - p[0]) * d[0] + (y - p[1]) * d[1]) / len;
                let (a, b, t) = (a.linear(), b.linear(), t.clamp(0.0, 1.0));
                std::array::from_fn(|i| a[i] + (b[i] - a[i]) * t)
            }
        }
    }
}

/// Where local coordinates come to lie: turned, scaled, then moved.
#[derive(Clone, Copy, Debug)]
pub struct Place2 {
    pub origin: P,
    pub scale: f32,
    /// Radians, clockwise.
    pub turn: f32,
}

impl Place2 {
    pub const IDENTITY: Self = Self { origin: [0.0, 0.0], scale: 1.0, turn: 0.0 };

    pub fn apply(&self, [x, y]: P) -> P {
        let (s, c) = self.turn.sin_cos();
        [self.origin[0] + (x * c - y * s) * self.scale, self.origin[1] + (x * s + y * c) * self.scale]
    }
    /// `inner` seen from outside of `self`.
    pub fn then(&self, inner: Self) -> Self {
        Self { origin: self.apply(inner.origin), scale: self.scale * inner.scale, turn: self.turn + inner.turn }
    }
}

/// Collects triangles in painting order.
pub struct Canvas {
    pub positions: Vec<P>,
    pub colours: Vec<[f32; 4]>,
    pub indices: Vec<u32>,
    place: Place2,
    clip: Option<Vec<P>>,
    fills: FillTessellator,
    strokes: StrokeTessellator,
}

impl Default for Canvas {
    fn default() -> Self {
        Self {
            positions: Vec::new(),
            colours: Vec::new(),
            indices: Vec::new(),
            place: Place2::IDENTITY,
            clip: None,
            fills: FillTessellator::new(),
            strokes: StrokeTessellator::new(),
        }
    }
}

impl Canvas {
    pub fn clear(&mut self) {
        self.positions.clear();
        self.colours.clear();
        self.indices.clear();
    }

    /// Draws in the coordinates of `inner`.
    pub fn within(&mut self, inner: Place2, draw: impl FnOnce(&mut Self)) {
        let outer = self.place;
        self.place = outer.then(inner);
        draw(self);
        self.place = outer;
    }

    /// Draws only inside the convex hull of `shape`.
    pub fn clipped(&mut self, shape: &[P], draw: impl FnOnce(&mut Self)) {
        let mut shape = hull(thinned(shape.iter().map(|&p| self.place.apply(p))));
        if let Some(outer) = &self.clip {
            let verts = shape.into_iter().map(|at| Vert { at, colour: [0.0; 4] }).collect();
            shape = cut(verts, outer).into_iter().map(|v| v.at).collect();
            if shape.is_empty() {
                return;
            }
        }
        let outer = self.clip.replace(shape);
        draw(self);
        self.clip = outer;
    }

    pub fn fill(&mut self, path: &Path, paint: impl Into<Paint>) {
        let paint = paint.into();
        let mut out: VertexBuffers<P, u32> = VertexBuffers::new();
        let options = FillOptions::non_zero().with_tolerance(self.tolerance());
        let done = self.fills.tessellate_path(
            path,
            &options,
            &mut BuffersBuilder::new(&mut out, |v: FillVertex| v.position().to_array()),
        );
        // A shape too degenerate to fill is left out.
        if done.is_ok() {
            self.push(&out, paint);
        }
    }

    /// A line with round ends.
    pub fn line(&mut self, path: &Path, width: f32, paint: impl Into<Paint>) {
        let paint = paint.into();
        let mut out: VertexBuffers<P, u32> = VertexBuffers::new();
        let options = StrokeOptions::default()
            .with_line_width(width)
            .with_line_cap(LineCap::Round)
            .with_line_join(LineJoin::Miter)
            .with_tolerance(self.tolerance());
        let done = self.strokes.tessellate_path(
            path,
            &options,
            &mut BuffersBuilder::new(&mut out, |v: StrokeVertex| v.position().to_array()),
        );
        if done.is_ok() {
            self.push(&out, paint);
        }
    }

    pub fn ellipse(&mut self, centre: P, radii: P, paint: impl Into<Paint>) {
        let paint = paint.into();
        let n = self.round_steps(radii);
        let rim: Vec<P> = ring(centre, radii, n);
        let mut out: VertexBuffers<P, u32> = VertexBuffers::new();
        out.vertices.push(centre);
        out.vertices.extend(rim);
        for i in 0..n as u32 {
            out.indices.extend([0, 1 + i, 1 + (i + 1) % n as u32]);
        }
        self.push(&out, paint);
    }

    /// An ellipse of colour that fades out towards its rim.
    pub fn soft(&mut self, centre: P, radii: P, colour: Rgba) {
        const FADE: [(f32, f32); 4] = [(0.35, 0.86), (0.6, 0.52), (0.82, 0.16), (1.0, 0.0)];
        const FADE_SMALL: [(f32, f32); 2] = [(0.5, 0.62), (1.0, 0.0)];
        let small = radii[0].max(radii[1]) * self.place.scale < 14.0;
        let fade: &[(f32, f32)] = if small { &FADE_SMALL } else { &FADE };
        let n = (self.round_steps(radii) * 2 / 3).clamp(8, 32);
        let base = colour.linear();
        let mut verts = vec![Vert { at: centre, colour: base }];
        let mut indices = Vec::new();
        for (ring_no, (radius, alpha)) in fade.iter().enumerate() {
            let faded = [base[0], base[1], base[2], base[3] * alpha];
            let scaled = [radii[0] * radius, radii[1] * radius];
            verts.extend(ring(centre, scaled, n).into_iter().map(|at| Vert { at, colour: faded }));
            let start = 1 + ring_no * n;
            for i in 0..n {
                let j = (i + 1) % n;
                if ring_no == 0 {
                    indices.extend([0, start + i, start + j]);
                } else {
                    let below = start - n;
                    indices.extend([below + i, start + i, start + j]);
                    indices.extend([below + i, start + j, below + j]);
                }
            }
        }
        self.push_verts(verts, indices.into_iter().map(|i| i as u32));
    }

    fn tolerance(&self) -> f32 {
        (0.12 / self.place.scale.max(1e-3)).clamp(1e-4, 1.0)
    }

    fn round_steps(&self, radii: P) -> usize {
        let pixels = radii[0].max(radii[1]) * self.place.scale;
        ((pixels.max(0.0).sqrt() * 5.0) as usize).clamp(8, 64)
    }

    fn push(&mut self, out: &VertexBuffers<P, u32>, paint: Paint) {
        let verts = out.vertices.iter().map(|&at| Vert { at, colour: paint.at(at) }).collect();
        self.push_verts(verts, out.indices.iter().copied());
    }

    fn push_verts(&mut self, mut verts: Vec<Vert>, indices: impl Iterator<Item = u32>) {
        for vert in &mut verts {
            vert.at = self.place.apply(vert.at);
        }
        let base = self.positions.len() as u32;
        let Some(clip) = self.clip.take() else {
            self.positions.extend(verts.iter().map(|v| v.at));
            self.colours.extend(verts.iter().map(|v| v.colour));
            self.indices.extend(indices.map(|i| base + i));
            return;
        };
        // Whole triangles share their vertices; only those on the clip's edge are cut.
        let mut kept: Vec<Option<u32>> = Vec::with_capacity(verts.len());
        for vert in &verts {
            kept.push(contains(&clip, vert.at).then_some(self.positions.len() as u32));
            if kept.last().is_some_and(Option::is_some) {
                self.positions.push(vert.at);
                self.colours.push(vert.colour);
            }
        }
        let indices: Vec<u32> = indices.collect();
        for triangle in indices.chunks_exact(3) {
            let corner = |i: usize| kept[triangle[i] as usize];
            if let (Some(a), Some(b), Some(c)) = (corner(0), corner(1), corner(2)) {
                self.indices.extend([a, b, c]);
                continue;
            }
            let cut = cut(triangle.iter().map(|&i| verts[i as usize]).collect(), &clip);
            let first = self.positions.len() as u32;
            for i in 2..cut.len() as u32 {
                self.indices.extend([first, first + i - 1, first + i]);
            }
            self.positions.extend(cut.iter().map(|v| v.at));
            self.colours.extend(cut.iter().map(|v| v.colour));
        }
        self.clip = Some(clip);
    }
}

fn ring(centre: P, radii: P, n: usize) -> Vec<P> {
    (0..n)
        .map(|i| {
            let (s, c) = (i as f32 / n as f32 * std::f32::consts::TAU).sin_cos();
            [centre[0] + c * radii[0], centre[1] + s * radii[1]]
        })
        .collect()
}

/// Points along a smooth curve through `points`.
pub fn trace(points: &[P], closed: bool, steps: usize) -> Vec<P> {
    let n = points.len();
    if n < 3 {
        return points.to_vec();
    }
    let get = |i: isize| {
        if closed { points[i.rem_euclid(n as isize) as usize] } else { points[i.clamp(0, n as isize - 1) as usize] }
    };
    let spans = if closed { n } else { n - 1 };
    let mut out = Vec::with_capacity(spans * steps + 1);
    for i in 0..spans as isize {
        let [a, b, c, d] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
        for k in 0..steps {
            let t = k as f32 / steps as f32;
            out.push(std::array::from_fn(|j| {
                let (m, q) = ((c[j] - a[j]) / 2.0, (d[j] - b[j]) / 2.0);
                let (t2, t3) = (t * t, t * t * t);
                b[j] * (2.0 * t3 - 3.0 * t2 + 1.0)
                    + m * (t3 - 2.0 * t2 + t)
                    + c[j] * (3.0 * t2 - 2.0 * t3)
                    + q * (t3 - t2)
            }));
        }
    }
    if !closed {
        out.push(points[n - 1]);
    }
    out
}

/// A closed smooth shape through `points`.
pub fn blob(points: &[P]) -> Path {
    smooth(points, true)
}

/// The curve of [`trace`] as Bézier arcs, which are flattened only as finely as the screen needs.
fn smooth(points: &[P], closed: bool) -> Path {
    let n = points.len();
    let mut path = Path::builder();
    if n == 0 {
        return path.build();
    }
    let get = |i: isize| {
        if closed { points[i.rem_euclid(n as isize) as usize] } else { points[i.clamp(0, n as isize - 1) as usize] }
    };
    let start = get(0);
    path.begin(point(start[0], start[1]));
    let spans = if closed { n } else { n - 1 };
    for i in 0..spans as isize {
        let [a, b, c, d] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
        path.cubic_bezier_to(
            point(b[0] + (c[0] - a[0]) / 6.0, b[1] + (c[1] - a[1]) / 6.0),
            point(c[0] - (d[0] - b[0]) / 6.0, c[1] - (d[1] - b[1]) / 6.0),
            point(c[0], c[1]),
        );
    }
    path.end(closed);
    path.build()
}

/// An open smooth line through `points`.
pub fn curve(points: &[P]) -> Path {
    smooth(points, false)
}

/// A closed shape with straight edges.
pub fn poly(points: &[P]) -> Path {
    straight(points, true)
}

/// An open line with straight edges.
pub fn polyline(points: &[P]) -> Path {
    straight(points, false)
}

fn straight(points: &[P], closed: bool) -> Path {
    let mut path = Path::builder();
    for (i, p) in points.iter().enumerate() {
        if i == 0 {
            path.begin(point(p[0], p[1]));
        } else {
            path.line_to(point(p[0], p[1]));
        }
    }
    if !points.is_empty() {
        path.end(closed);
    }
    path.build()
}

/// A rectangle with round corners.
pub fn rounded(x0: f32, y0: f32, x1: f32, y1: f32, radius: f32) -> Path {
    let r = radius.min((x1 - x0).abs() / 2.0).min((y1 - y0).abs() / 2.0).max(0.0);
    let corners =
        [([x1 - r, y0 + r], 0.75), ([x1 - r, y1 - r], 0.0), ([x0 + r, y1 - r], 0.25), ([x0 + r, y0 + r], 0.5)];
    let mut points = Vec::with_capacity(28);
    for ([cx, cy], start) in corners {
        for k in 0..=6 {
            let (s, c) = ((start + k as f32 / 24.0) * std::f32::consts::TAU).sin_cos();
            points.push([cx + c * r, cy + s * r]);
        }
    }
    poly(&points)
}

/// A brush stroke through `points` with a width at each.
pub fn taper(points: &[P], widths: &[f32]) -> Path {
    poly(&taper_outline(points, widths))
}

/// The outline of such a brush stroke.
pub fn taper_outline(points: &[P], widths: &[f32]) -> Vec<P> {
    let steps = 6;
    let wide: Vec<P> = widths.iter().enumerate().map(|(i, &w)| [i as f32, w]).collect();
    let (line, wide) = (trace(points, false, steps), trace(&wide, false, steps));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for i in 0..line.len() {
        let (a, b) = (line[i.saturating_sub(1)], line[(i + 1).min(line.len() - 1)]);
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let len = (dx * dx + dy * dy).sqrt().max(1e-6);
        let w = wide.get(i).map_or(0.0, |w| w[1].max(0.0)) / 2.0;
        let (nx, ny) = (-dy / len * w, dx / len * w);
        left.push([line[i][0] + nx, line[i][1] + ny]);
        right.push([line[i][0] - nx, line[i][1] - ny]);
    }
    left.extend(right.into_iter().rev());
    left
}

/// Both sides of a half outline that runs from top to bottom at x ≥ 0.
pub fn mirrored(half: &[P]) -> Vec<P> {
    let mut points = half.to_vec();
    points.extend(half.iter().rev().filter(|p| p[0].abs() > 1e-6).map(|p| [-p[0], p[1]]));
    points
}

pub fn lerp(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

/// 0..1 from a seed and a number, evenly spread.
pub fn noise(seed: u32, n: u32) -> f32 {
    let mut h = seed.wrapping_mul(0x9e37_79b9) ^ n.wrapping_mul(0x85eb_ca6b) ^ 0x27d4_eb2f;
    h ^= h >> 15;
    h = h.wrapping_mul(0x2c1b_3c6d);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297a_2d39);
    h ^= h >> 15;
    (h >> 8) as f32 / (1 << 24) as f32
}
