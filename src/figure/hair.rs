//! Hair and caps: what lies behind the head and what lies over it, as it stands in `assets/figure/hair.ron`.

use super::colour::{Rgba, hex};
use super::drawing::Drawing;
use super::numbers::noise;
use super::path::{Point, blob, curve, taper};
use super::person::Person;
use super::pose::Pose;
use crate::vocabulary::Hair;
use libm::{cosf, sinf};
use serde::Deserialize;
use std::sync::LazyLock;

/// What lies behind the head and the shoulders.
pub fn behind(drawing: &mut Drawing, who: &Person, pose: &Pose) {
    Head { who, pose, side: 1.0 }.draw(drawing, &style(who.look.hair).behind);
}

/// What lies over the forehead and the temples.
pub fn over(drawing: &mut Drawing, who: &Person, pose: &Pose) {
    Head { who, pose, side: 1.0 }.draw(drawing, &style(who.look.hair).over);
}

fn style(hair: Hair) -> &'static HairStyle {
    static STYLES: LazyLock<Styles> = LazyLock::new(|| {
        #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
        Styles::parse(include_str!("../../assets/figure/hair.ron")).expect("shipped hair styles")
    });
    match hair {
        Hair::Short => &STYLES.short,
        Hair::Bob => &STYLES.bob,
        Hair::Bun => &STYLES.bun,
        Hair::Curly => &STYLES.curly,
        Hair::Long => &STYLES.long,
        Hair::Balding => &STYLES.balding,
        Hair::Cap => &STYLES.cap,
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Styles {
    short: HairStyle,
    bob: HairStyle,
    bun: HairStyle,
    curly: HairStyle,
    long: HairStyle,
    balding: HairStyle,
    cap: HairStyle,
}

impl Styles {
    fn parse(source: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(source)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct HairStyle {
    behind: Vec<HairMark>,
    over: Vec<HairMark>,
}

/// Cheeks' breadths to the right, half heads further right, half heads down, and how far before the head's axis.
#[derive(Clone, Copy, Debug, Deserialize)]
struct At(f32, f32, f32, f32);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum HairMark {
    /// A closed smooth shape.
    Blob {
        at: Vec<At>,
        tone: Tone,
    },
    /// A brush stroke with a width at each point.
    Taper {
        at: Vec<At>,
        widths: Vec<f32>,
        tone: Tone,
    },
    Line {
        at: Vec<At>,
        width: f32,
        tone: Tone,
    },
    Ellipse {
        at: At,
        radii: Point,
        tone: Tone,
    },
    /// It fades out towards its rim.
    Soft {
        at: At,
        radii: Point,
        tone: Tone,
    },
    /// Left out where somebody is small.
    Fine(Vec<HairMark>),
    /// The same on the left and on the right.
    Sides(Vec<HairMark>),
    Curls(Curls),
}

/// A row of curls round the head from ear to ear.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Curls {
    tone: Tone,
    count: u8,
    /// How much nearer to the middle than the cheeks.
    inset: f32,
    depth: f32,
    radius: f32,
    /// How much larger some are …
    vary: f32,
    /// … by which numbers of the person's own noise.
    first: u32,
    /// With a light and a dark strand in each.
    #[serde(default)]
    strands: bool,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tone {
    of: Base,
    #[serde(default)]
    dark: f32,
    #[serde(default)]
    light: f32,
    #[serde(default = "opaque")]
    alpha: f32,
}

const fn opaque() -> f32 {
    1.0
}

#[derive(Clone, Copy, Debug, Deserialize)]
enum Base {
    Hair,
    /// The light on it, stronger on white hair.
    Gloss,
    /// Of a cap.
    Cloth,
    /// 0xRRGGBB
    Rgb(u32),
}

/// Whose hair it is and how the head is held.
#[derive(Clone, Copy)]
struct Head<'a> {
    who: &'a Person,
    pose: &'a Pose,
    /// −1 where right and left are exchanged.
    side: f32,
}

impl Head<'_> {
    fn draw(self, drawing: &mut Drawing, marks: &[HairMark]) {
        for mark in marks {
            match mark {
                HairMark::Blob { at, tone } => drawing.fill(blob(&self.all(at)), self.colour(*tone)),
                HairMark::Taper { at, widths, tone } => {
                    drawing.fill(taper(&self.all(at), widths), self.colour(*tone));
                }
                HairMark::Line { at, width, tone } => {
                    drawing.line(curve(&self.all(at)), *width, self.colour(*tone));
                }
                HairMark::Fine(_) if self.who.plain => {}
                HairMark::Fine(marks) => self.draw(drawing, marks),
                HairMark::Ellipse { at, radii, tone } => drawing.ellipse(self.at(*at), *radii, self.colour(*tone)),
                HairMark::Soft { at, radii, tone } => drawing.soft(self.at(*at), *radii, self.colour(*tone)),
                HairMark::Sides(marks) => {
                    for side in [-1.0, 1.0] {
                        Self { side, ..self }.draw(drawing, marks);
                    }
                }
                HairMark::Curls(curls) => self.curls(drawing, curls),
            }
        }
    }

    /// Where a point lies when the head is turned and bowed.
    fn at(self, At(cheeks, x, y, depth): At) -> Point {
        let x = self.side * (cheeks * self.who.cheek + x);
        [x + self.pose.yaw * depth, y + self.pose.pitch * 0.28 * depth.signum()]
    }

    fn all(self, points: &[At]) -> Vec<Point> {
        points.iter().map(|&at| self.at(at)).collect()
    }

    fn colour(self, tone: Tone) -> Rgba {
        let hair = self.who.hair;
        let base = match tone.of {
            Base::Hair => hair,
            Base::Gloss => hair.light(if self.who.old > 0.6 { 0.45 } else { 0.22 }),
            Base::Cloth => [hex(0x47586b), hex(0x6a5a4a), hex(0x4f6152)][(noise(self.who.seed, 21) * 3.0) as usize % 3],
            Base::Rgb(rgb) => hex(rgb),
        };
        base.dark(tone.dark).light(tone.light).a(tone.alpha)
    }

    fn curls(self, drawing: &mut Drawing, curls: &Curls) {
        let last = f32::from(curls.count.max(2) - 1);
        let gloss = self.colour(Tone { of: Base::Gloss, dark: 0.0, light: 0.0, alpha: 0.5 });
        for k in 0..curls.count {
            let turn = std::f32::consts::PI * (1.20 * f32::from(k) / last - 0.10);
            let x = -(self.who.cheek - curls.inset + 0.04) * cosf(turn);
            let [x, y] = self.at(At(0.0, x, -0.28 - 0.80 * sinf(turn), curls.depth));
            let r = curls.radius + curls.vary * noise(self.who.seed, curls.first + u32::from(k));
            drawing.ellipse([x, y], [r, r], self.colour(curls.tone));
            if curls.strands && !self.who.plain {
                let light = [[x - r * 0.6, y + 0.02], [x - r * 0.2, y - r * 0.6], [x + r * 0.45, y - r * 0.35]];
                drawing.line(curve(&light), 0.024, gloss);
                let dark = [[x - r * 0.3, y + r * 0.5], [x + r * 0.35, y + r * 0.45], [x + r * 0.55, y]];
                drawing.line(curve(&dark), 0.020, self.who.hair.dark(0.35).a(0.55));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_styles_are_read_and_each_draws_something() {
        let who = Person::new(crate::vocabulary::Look::default(), 40, 1);
        for hair in [Hair::Short, Hair::Bob, Hair::Bun, Hair::Curly, Hair::Long, Hair::Balding, Hair::Cap] {
            let mut drawing = Drawing::default();
            over(&mut drawing, &Person { look: crate::vocabulary::Look { hair, ..who.look }, ..who }, &Pose::default());
            assert!(!drawing.shapes.is_empty(), "{hair:?}");
        }
    }

    #[test]
    fn a_word_that_no_style_has_is_refused_with_its_place() {
        let source = include_str!("../../assets/figure/hair.ron").replacen("Fine(", "Fein(", 1);
        let error = Styles::parse(&source).map(|_| ()).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("Fein")));
    }
}
