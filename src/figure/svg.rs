//! Drawings as SVG: one element without script, style sheet or address, its coordinates rounded to tenths of a unit.
//!
//! The same drawing gives the same text. Only `path`, `ellipse`, `g`, `clipPath` and gradients are used, so that a page's
//! own rules for charts do not touch it.

use super::Drawing;
use super::colour::{Paint, Rgba};
use super::drawing::{FADE, Shape, Transform};
use super::path::{Path, Point, Segment, hull, poly};
use crate::vocabulary::escape;
use std::fmt::Write;

/// The drawing within `0 0 width height`, with what it shows in words. `id` tells its gradients from those of other
/// pictures on the same page.
pub fn svg(drawing: &Drawing, [width, height]: Point, id: u32, label: &str) -> String {
    let mut out = Svg { text: String::new(), size: [width, height], id, defs: Vec::new() };
    let _ = write!(
        out.text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" stroke-linecap=\"round\" role=\"img\" \
         aria-label=\"{}\">",
        Tenths::of(width),
        Tenths::of(height),
        escaped(label)
    );
    out.shapes(drawing, Transform::IDENTITY);
    out.text.push_str("</svg>");
    out.text
}

/// For an attribute's value.
fn escaped(text: &str) -> String {
    // A control character is none of XML.
    escape(&text.replace(char::is_control, " "))
}

/// A length in tenths of a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Tenths(i32);

impl Tenths {
    /// The nearest; what is not a number is nothing.
    fn of(value: f32) -> Self {
        Self((value * 10.0).round() as i32)
    }
}

impl std::fmt::Display for Tenths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, part) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        let sign = if self.0 < 0 { "-" } else { "" };
        match (whole, part) {
            (_, 0) => write!(f, "{sign}{whole}"),
            (0, _) => write!(f, "{sign}.{part}"),
            _ => write!(f, "{sign}{whole}.{part}"),
        }
    }
}

struct Svg {
    text: String,
    size: Point,
    id: u32,
    /// Gradients so far, each without its id: alike ones are written once.
    defs: Vec<String>,
}

impl Svg {
    fn shapes(&mut self, drawing: &Drawing, place: Transform) {
        for shape in &drawing.shapes {
            match shape {
                Shape::Fill { path, .. } if !self.sees(corners(path), 0.0, place) => {}
                Shape::Line { path, width, .. } if !self.sees(corners(path), *width, place) => {}
                Shape::Ellipse { centre, radii, .. } | Shape::Soft { centre, radii, .. }
                    if !self.sees(std::iter::once(*centre), radii[0].max(radii[1]), place) => {}
                Shape::Fill { path, paint } => {
                    let Some(fill) = self.paint("fill", *paint, place) else { continue };
                    let _ = write!(self.text, "<path{fill} d=\"{}\"/>", data(path, place));
                }
                Shape::Line { path, width, paint } => {
                    let Some(stroke) = self.paint("stroke", *paint, place) else { continue };
                    let _ = write!(
                        self.text,
                        "<path fill=\"none\"{stroke} stroke-width=\"{}\" d=\"{}\"/>",
                        hundredths(width * place.scale),
                        data(path, place)
                    );
                }
                Shape::Ellipse { centre, radii, paint } => {
                    let Some(fill) = self.paint("fill", *paint, place) else { continue };
                    self.ellipse(*centre, *radii, &fill, place);
                }
                Shape::Soft { centre, radii, colour } => {
                    let Some(fill) = self.soft(*colour) else { continue };
                    self.ellipse(*centre, *radii, &fill, place);
                }
                Shape::Within { at, drawing } => self.shapes(drawing, place.then(*at)),
                Shape::Clipped { by, drawing } => self.clipped(by, drawing, place),
            }
        }
    }

    fn clipped(&mut self, by: &[Point], drawing: &Drawing, place: Transform) {
        let (text, defs) = (self.text.len(), self.defs.len());
        let shape = hull(by.iter().map(|&p| place.apply(p)).collect());
        let def = format!("clipPath><path d=\"{}\"/></clipPath>", data(&poly(&shape), Transform::IDENTITY));
        let id = self.define(def);
        let _ = write!(self.text, "<g clip-path=\"url(#{id})\">");
        let begun = self.text.len();
        self.shapes(drawing, place);
        if self.text.len() > begun {
            self.text.push_str("</g>");
        } else {
            // Nothing of it is seen.
            self.text.truncate(text);
            self.defs.truncate(defs);
        }
    }

    /// Whether anything within `reach` of these points may lie in the picture.
    fn sees(&self, points: impl Iterator<Item = Point>, reach: f32, place: Transform) -> bool {
        let (mut low, mut high) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
        for point in points.map(|p| place.apply(p)) {
            for i in [0, 1] {
                low[i] = low[i].min(point[i]);
                high[i] = high[i].max(point[i]);
            }
        }
        let reach = reach * place.scale;
        (0..2).all(|i| high[i] + reach >= 0.0 && low[i] - reach <= self.size[i])
    }

    fn ellipse(&mut self, centre: Point, radii: Point, fill: &str, place: Transform) {
        let [x, y] = place.apply(centre).map(Tenths::of);
        let [rx, ry] = radii.map(|r| hundredths(r * place.scale));
        let degrees = hundredths(place.turn.to_degrees());
        let turn = match degrees.as_str() {
            "0" => String::new(),
            _ if rx == ry => String::new(),
            degrees => format!(" transform=\"rotate({degrees} {x} {y})\""),
        };
        let _ = write!(self.text, "<ellipse{fill} cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\"{turn}/>");
    }

    /// The attributes of a paint; nothing where it cannot be seen.
    fn paint(&mut self, what: &str, paint: Paint, place: Transform) -> Option<String> {
        match paint {
            Paint::Flat(colour) => {
                let opacity = opacity(what, colour)?;
                Some(format!(" {what}=\"{}\"{opacity}", rgb(colour)))
            }
            Paint::Linear(from, a, to, b) => {
                let ([x1, y1], [x2, y2]) = (place.apply(from).map(Tenths::of), place.apply(to).map(Tenths::of));
                let [first, last] = [a, b].map(|c| format!("stop-color=\"{}\" stop-opacity=\"{}\"", rgb(c), alpha(c)));
                let id = self.define(format!(
                    "linearGradient gradientUnits=\"userSpaceOnUse\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\">\
                     <stop {first}/><stop offset=\"1\" {last}/></linearGradient>"
                ));
                Some(format!(" {what}=\"url(#{id})\""))
            }
        }
    }

    /// The colour's alpha stands in the stops: printed, a gradient's own stops and an opacity of the fill do not multiply
    /// everywhere.
    fn soft(&mut self, colour: Rgba) -> Option<String> {
        let Rgba([.., whole]) = colour;
        opacity("fill", colour)?;
        let rgb = rgb(colour);
        let mut def = String::from("radialGradient>");
        for (radius, share) in std::iter::once((0.0, 1.0)).chain(FADE) {
            let offset = if radius == 0.0 { String::new() } else { format!(" offset=\"{}\"", hundredths(radius)) };
            let _ = write!(def, "<stop{offset} stop-color=\"{rgb}\" stop-opacity=\"{}\"/>", thousandths(share * whole));
        }
        def.push_str("</radialGradient>");
        let id = self.define(def);
        Some(format!(" fill=\"url(#{id})\""))
    }

    /// Writes a definition where it is new; its id.
    fn define(&mut self, def: String) -> String {
        let known = self.defs.iter().position(|known| *known == def);
        let number = known.unwrap_or(self.defs.len());
        let id = format!("p{}-{number}", self.id);
        if known.is_none() {
            let (name, rest) = def.split_at(def.find([' ', '>']).unwrap_or(def.len()));
            let _ = write!(self.text, "<{name} id=\"{id}\"{rest}");
            self.defs.push(def);
        }
        id
    }
}

fn rgb(Rgba([r, g, b, _]): Rgba) -> String {
    let [r, g, b] = [r, g, b].map(|c| (c * 255.0).round() as u8);
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn alpha(Rgba([_, _, _, a]): Rgba) -> String {
    hundredths(a)
}

/// The attribute; nothing where the colour cannot be seen.
fn opacity(what: &str, colour: Rgba) -> Option<String> {
    match alpha(colour).as_str() {
        "0" => None,
        "1" => Some(String::new()),
        alpha => Some(format!(" {what}-opacity=\"{alpha}\"")),
    }
}

fn hundredths(value: f32) -> String {
    decimals(value, 2)
}

fn thousandths(value: f32) -> String {
    decimals(value, 3)
}

/// Rounded to so many places, as short as it can be written.
fn decimals(value: f32, places: usize) -> String {
    let text = format!("{value:.places$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let (sign, number) = text.strip_prefix('-').map_or(("", text), |number| ("-", number));
    match number.strip_prefix('0') {
        Some("") => "0".to_owned(),
        Some(part) if part.starts_with('.') => format!("{sign}{part}"),
        _ => text.to_owned(),
    }
}

/// All points that hold a path: it lies within their hull.
fn corners(path: &Path) -> impl Iterator<Item = Point> {
    let of = |segment: &Segment| match *segment {
        Segment::Line(end) => [end; 3],
        Segment::Curve(a, b, end) => [a, b, end],
    };
    std::iter::once(path.start).chain(path.segments.iter().flat_map(of))
}

/// A path's commands, each point relative to the one before.
#[derive(Default)]
struct PathData {
    text: String,
    /// In tenths, as written so far.
    pen: [i32; 2],
    command: char,
}

fn data(path: &Path, place: Transform) -> String {
    let on = |p: Point| place.apply(p).map(|v| Tenths::of(v).0);
    let mut out = PathData::default();
    if path.segments.is_empty() {
        return out.text;
    }
    out.to('M', &[on(path.start)]);
    for segment in &path.segments {
        match *segment {
            Segment::Line(end) => out.to('l', &[on(end)]),
            Segment::Curve(a, b, end) => {
                let (a, b, end) = (on(a), on(b), on(end));
                if out.flat(a, end) && out.flat(b, end) { out.to('l', &[end]) } else { out.to('c', &[a, b, end]) }
            }
        }
    }
    if path.closed {
        out.text.push('z');
    }
    out.text
}

impl PathData {
    fn to(&mut self, command: char, points: &[[i32; 2]]) {
        let Some(&end) = points.last() else { return };
        if points.iter().all(|&p| p == self.pen) && command != 'M' {
            return;
        }
        if command != self.command {
            self.text.push(command);
            self.command = command;
        }
        for point in points {
            for i in [0, 1] {
                self.number(Tenths(point[i].saturating_sub(self.pen[i])));
            }
        }
        self.pen = end;
    }

    /// With a space before it where it would run into the number before.
    fn number(&mut self, number: Tenths) {
        let (text, before) = (number.to_string(), self.text.trim_end_matches(|c: char| c.is_ascii_digit()));
        let apart = match text.chars().next() {
            _ if self.text.ends_with(|c: char| c.is_ascii_alphabetic()) => true,
            Some('-') => true,
            // A second point begins another number.
            Some('.') => before.ends_with('.'),
            _ => false,
        };
        if !apart {
            self.text.push(' ');
        }
        self.text.push_str(&text);
    }

    /// Whether a control point lies on the way from here to `end`, as far as tenths tell.
    fn flat(&self, control: [i32; 2], end: [i32; 2]) -> bool {
        let from =
            |to: [i32; 2]| [f64::from(to[0]) - f64::from(self.pen[0]), f64::from(to[1]) - f64::from(self.pen[1])];
        let (chord, off) = (from(end), from(control));
        let long = chord[0] * chord[0] + chord[1] * chord[1];
        let (cross, along) = (chord[0] * off[1] - chord[1] * off[0], chord[0] * off[0] + chord[1] * off[1]);
        cross * cross <= long && (0.0..=long).contains(&along)
    }
}
