//! Drawings as coloured triangles.

use super::clip::{Vert, contains, cut, thinned};
use crate::figure::Drawing;
use crate::figure::colour::{Paint, Rgba};
use crate::figure::drawing::{FADE, Shape, Transform};
use crate::figure::path::{Path, Point, Segment, hull};
use libm::sincosf;
use lyon_tessellation::math::point;
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillTessellator, FillVertex, LineCap, LineJoin, StrokeOptions, StrokeTessellator,
    StrokeVertex, VertexBuffers, path::Path as LyonPath,
};

/// Linear light, as vertex colours want it.
fn linear(colour: Rgba) -> [f32; 4] {
    let [r, g, b, a] = colour.0;
    let lin = |c: f32| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
    [lin(r), lin(g), lin(b), a]
}

/// The colour of a paint at a point.
fn at(paint: Paint, [x, y]: Point) -> [f32; 4] {
    match paint {
        Paint::Flat(colour) => linear(colour),
        Paint::Linear(p, a, q, b) => {
            let d = [q[0] - p[0], q[1] - p[1]];
            let len = (d[0] * d[0] + d[1] * d[1]).max(1e-9);
            let t = ((x - p[0]) * d[0] + (y - p[1]) * d[1]) / len;
            let (a, b, t) = (linear(a), linear(b), t.clamp(0.0, 1.0));
            std::array::from_fn(|i| a[i] + (b[i] - a[i]) * t)
        }
    }
}

fn lyon(path: &Path) -> LyonPath {
    let to = |p: Point| point(p[0], p[1]);
    let mut out = LyonPath::builder();
    if !path.segments.is_empty() {
        out.begin(to(path.start));
        for segment in &path.segments {
            match *segment {
                Segment::Line(end) => out.line_to(to(end)),
                Segment::Curve(a, b, end) => out.cubic_bezier_to(to(a), to(b), to(end)),
            };
        }
        out.end(path.closed);
    }
    out.build()
}

/// Collects triangles in painting order.
pub struct Triangles {
    pub positions: Vec<Point>,
    pub colours: Vec<[f32; 4]>,
    pub indices: Vec<u32>,
    place: Transform,
    /// A convex shape beyond which nothing is kept.
    clip: Option<Vec<Point>>,
    fills: FillTessellator,
    strokes: StrokeTessellator,
}

impl Default for Triangles {
    fn default() -> Self {
        Self {
            positions: Vec::new(),
            colours: Vec::new(),
            indices: Vec::new(),
            place: Transform::IDENTITY,
            clip: None,
            fills: FillTessellator::new(),
            strokes: StrokeTessellator::new(),
        }
    }
}

impl Triangles {
    pub fn clear(&mut self) {
        self.positions.clear();
        self.colours.clear();
        self.indices.clear();
    }

    /// Adds a drawing whose coordinates are pixels.
    pub fn draw(&mut self, drawing: &Drawing) {
        for shape in &drawing.shapes {
            match shape {
                Shape::Fill { path, paint } => self.fill(path, *paint),
                Shape::Line { path, width, paint } => self.line(path, *width, *paint),
                Shape::Ellipse { centre, radii, paint } => self.ellipse(*centre, *radii, *paint),
                Shape::Soft { centre, radii, colour } => self.soft(*centre, *radii, *colour),
                Shape::Within { at, drawing } => {
                    let outer = self.place;
                    self.place = outer.then(*at);
                    self.draw(drawing);
                    self.place = outer;
                }
                Shape::Clipped { by, drawing } => self.clipped(by, drawing),
            }
        }
    }

    fn clipped(&mut self, by: &[Point], drawing: &Drawing) {
        let mut shape = hull(thinned(by.iter().map(|&p| self.place.apply(p))));
        if let Some(outer) = &self.clip {
            let verts = shape.into_iter().map(|at| Vert { at, colour: [0.0; 4] }).collect();
            shape = cut(verts, outer).into_iter().map(|v| v.at).collect();
            if shape.is_empty() {
                return;
            }
        }
        let outer = self.clip.replace(shape);
        self.draw(drawing);
        self.clip = outer;
    }

    fn fill(&mut self, path: &Path, paint: Paint) {
        let mut out: VertexBuffers<Point, u32> = VertexBuffers::new();
        let options = FillOptions::non_zero().with_tolerance(self.tolerance());
        let done = self.fills.tessellate_path(
            &lyon(path),
            &options,
            &mut BuffersBuilder::new(&mut out, |v: FillVertex| v.position().to_array()),
        );
        // A shape too degenerate to fill is left out.
        if done.is_ok() {
            self.push(&out, paint);
        }
    }

    fn line(&mut self, path: &Path, width: f32, paint: Paint) {
        let mut out: VertexBuffers<Point, u32> = VertexBuffers::new();
        let options = StrokeOptions::default()
            .with_line_width(width)
            .with_line_cap(LineCap::Round)
            .with_line_join(LineJoin::Miter)
            .with_tolerance(self.tolerance());
        let done = self.strokes.tessellate_path(
            &lyon(path),
            &options,
            &mut BuffersBuilder::new(&mut out, |v: StrokeVertex| v.position().to_array()),
        );
        if done.is_ok() {
            self.push(&out, paint);
        }
    }

    fn ellipse(&mut self, centre: Point, radii: Point, paint: Paint) {
        let n = self.round_steps(radii);
        let mut out: VertexBuffers<Point, u32> = VertexBuffers::new();
        out.vertices.push(centre);
        out.vertices.extend(ring(centre, radii, n));
        for i in 0..n as u32 {
            out.indices.extend([0, 1 + i, 1 + (i + 1) % n as u32]);
        }
        self.push(&out, paint);
    }

    fn soft(&mut self, centre: Point, radii: Point, colour: Rgba) {
        const FADE_SMALL: [(f32, f32); 2] = [(0.5, 0.62), (1.0, 0.0)];
        let small = radii[0].max(radii[1]) * self.place.scale < 14.0;
        let fade: &[(f32, f32)] = if small { &FADE_SMALL } else { &FADE };
        let n = (self.round_steps(radii) * 2 / 3).clamp(8, 32);
        let base = linear(colour);
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

    fn round_steps(&self, radii: Point) -> usize {
        let pixels = radii[0].max(radii[1]) * self.place.scale;
        ((pixels.max(0.0).sqrt() * 5.0) as usize).clamp(8, 64)
    }

    fn push(&mut self, out: &VertexBuffers<Point, u32>, paint: Paint) {
        let verts = out.vertices.iter().map(|&p| Vert { at: p, colour: at(paint, p) }).collect();
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

fn ring(centre: Point, radii: Point, n: usize) -> Vec<Point> {
    (0..n)
        .map(|i| {
            let (s, c) = sincosf(i as f32 / n as f32 * std::f32::consts::TAU);
            [centre[0] + c * radii[0], centre[1] + s * radii[1]]
        })
        .collect()
}
