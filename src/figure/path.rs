//! Paths of straight lines and curves, and how they are drawn through points.

use libm::sincosf;

/// A point; y grows downwards.
pub type Point = [f32; 2];

/// One contour. Without segments it shows nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Where the pen is set down.
    pub start: Point,
    /// In the order of drawing.
    pub segments: Vec<Segment>,
    /// Whether the end is joined to the start.
    pub closed: bool,
}

/// From where the last one ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Straight to this point.
    Line(Point),
    /// A cubic Bézier curve: two control points and the end.
    Curve(Point, Point, Point),
}

/// Points along a smooth curve through `points`.
pub fn trace(points: &[Point], closed: bool, steps: usize) -> Vec<Point> {
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

/// The curve of [`trace`] as Bézier curves, which are flattened only as finely as the screen needs.
fn smooth(points: &[Point], closed: bool) -> Path {
    let n = points.len();
    if n == 0 {
        return Path::default();
    }
    let get = |i: isize| {
        if closed { points[i.rem_euclid(n as isize) as usize] } else { points[i.clamp(0, n as isize - 1) as usize] }
    };
    let spans = if closed { n } else { n - 1 };
    let segments = (0..spans as isize).map(|i| {
        let [a, b, c, d] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
        Segment::Curve(
            [b[0] + (c[0] - a[0]) / 6.0, b[1] + (c[1] - a[1]) / 6.0],
            [c[0] - (d[0] - b[0]) / 6.0, c[1] - (d[1] - b[1]) / 6.0],
            c,
        )
    });
    Path { start: points[0], segments: segments.collect(), closed }
}

/// A closed smooth shape through `points`.
pub fn blob(points: &[Point]) -> Path {
    smooth(points, true)
}

/// An open smooth line through `points`.
pub fn curve(points: &[Point]) -> Path {
    smooth(points, false)
}

/// A closed shape with straight edges.
pub fn poly(points: &[Point]) -> Path {
    straight(points, true)
}

/// An open line with straight edges.
pub fn polyline(points: &[Point]) -> Path {
    straight(points, false)
}

fn straight(points: &[Point], closed: bool) -> Path {
    match points {
        [] => Path::default(),
        [start, rest @ ..] => {
            Path { start: *start, segments: rest.iter().map(|&p| Segment::Line(p)).collect(), closed }
        }
    }
}

/// A rectangle.
pub fn rect(x0: f32, y0: f32, x1: f32, y1: f32) -> Path {
    poly(&[[x0, y0], [x1, y0], [x1, y1], [x0, y1]])
}

/// A rectangle with round corners.
pub fn rounded(x0: f32, y0: f32, x1: f32, y1: f32, radius: f32) -> Path {
    let r = radius.min((x1 - x0).abs() / 2.0).min((y1 - y0).abs() / 2.0).max(0.0);
    let corners =
        [([x1 - r, y0 + r], 0.75), ([x1 - r, y1 - r], 0.0), ([x0 + r, y1 - r], 0.25), ([x0 + r, y0 + r], 0.5)];
    let mut points = Vec::with_capacity(28);
    for ([cx, cy], start) in corners {
        for k in 0..=6 {
            let (s, c) = sincosf((start + k as f32 / 24.0) * std::f32::consts::TAU);
            points.push([cx + c * r, cy + s * r]);
        }
    }
    poly(&points)
}

/// A brush stroke through `points` with a width at each.
pub fn taper(points: &[Point], widths: &[f32]) -> Path {
    poly(&taper_outline(points, widths))
}

/// The outline of such a brush stroke.
pub fn taper_outline(points: &[Point], widths: &[f32]) -> Vec<Point> {
    let steps = 6;
    let wide: Vec<Point> = widths.iter().enumerate().map(|(i, &w)| [i as f32, w]).collect();
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

/// A band of changing width along points that lie close together.
pub fn ribbon(line: &[Point], widths: &[f32]) -> Vec<Point> {
    let mut out: Vec<Point> = line.iter().zip(widths).map(|(p, w)| [p[0], p[1] - w * 0.75]).collect();
    out.extend(line.iter().zip(widths).rev().map(|(p, w)| [p[0], p[1] + w * 0.25]));
    out
}

/// Both sides of a half outline that runs from top to bottom at x ≥ 0.
pub fn mirrored(half: &[Point]) -> Vec<Point> {
    let mut points = half.to_vec();
    points.extend(half.iter().rev().filter(|p| p[0].abs() > 1e-6).map(|p| [-p[0], p[1]]));
    points
}

/// On which side of the line from `a` to `b` the point lies: above 0 inside of a [`hull`].
pub fn side(a: Point, b: Point, p: Point) -> f32 {
    (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
}

/// The convex hull, clockwise on the screen.
pub fn hull(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    let half = |points: &mut dyn Iterator<Item = Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for p in points {
            while chain.len() > 1 && side(chain[chain.len() - 2], chain[chain.len() - 1], p) <= 0.0 {
                chain.pop();
            }
            chain.push(p);
        }
        chain.pop();
        chain
    };
    let mut all = half(&mut points.iter().copied());
    all.extend(half(&mut points.iter().rev().copied()));
    all
}
