//! Draws feelings over time, and the model beside real talks, as SVG, for `docs/visitor-model.md` and `docs/rubric.md`.
//!
//! ```text
//! cargo run --no-default-features --example curves -- policies scenarios/noise-upstairs > docs/pictures/policies.svg
//! cargo run --no-default-features --example curves -- crowd > docs/pictures/crowd.svg
//! cargo run --no-default-features --example curves -- attractors > docs/pictures/attractors.svg
//! cargo run --no-default-features --example curves -- fifths > docs/pictures/fifths.svg
//! cargo run --no-default-features --example curves -- let-speak > docs/pictures/let-speak.svg
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

#[path = "../tests/visitor/attractors/mod.rs"]
mod attractors;
#[path = "../tests/rubric/sweep.rs"]
mod sweep;

use attractors::negative::{AFTER, DISSATISFIED, DISSATISFIED_FIFTHS, NEUTRAL, SATISFIED};
use attractors::talk::Way;
use calmdesk::rehearsal::{Policy, play};
use calmdesk::rubric::Rubric;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Event, Settings};
use calmdesk::visitor::{Mind, Persona, Room};
use calmdesk::vocabulary::Feeling;
use calmdesk::vocabulary::VisitorIx;
use std::fmt::Write;
use std::path::Path;

struct Curve {
    name: String,
    colour: &'static str,
    /// From 0 to 1 both ways.
    points: Vec<(f64, f64)>,
    /// What real talks show, beside the model.
    dashed: bool,
}

impl Curve {
    fn dashes(&self) -> &'static str {
        if self.dashed { " stroke-dasharray=\"6 5\"" } else { "" }
    }
}

struct Plot {
    title: &'static str,
    across: String,
    up: &'static str,
    /// Labels under the axis, 0 to 1.
    ticks: Vec<(f64, String)>,
    curves: Vec<Curve>,
    /// Points that deserve a mark.
    marks: Vec<(f64, f64)>,
}

const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 400.0;
const LEFT: f64 = 62.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 78.0;
const BOTTOM: f64 = 58.0;

impl Plot {
    fn svg(&self) -> String {
        let x = |value: f64| LEFT + value * (WIDTH - LEFT - RIGHT);
        let y = |value: f64| HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"'Calmdesk Sans','Noto Sans SC','Microsoft YaHei',sans-serif\" font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fffdf8\"/>\n<text x=\"{LEFT}\" y=\"28\" font-size=\"17\" fill=\"#222\">{}</text>\n",
            self.title
        );
        for step in 0..=4 {
            let value = f64::from(step) / 4.0;
            let _ = writeln!(
                svg,
                "<line x1=\"{LEFT}\" x2=\"{}\" y1=\"{1:.1}\" y2=\"{1:.1}\" stroke=\"#ddd6c8\"/><text x=\"{2}\" y=\"{3:.1}\" text-anchor=\"end\" fill=\"#555\">{value}</text>",
                WIDTH - RIGHT,
                y(value),
                LEFT - 8.0,
                y(value) + 4.0
            );
        }
        for (at, label) in &self.ticks {
            let _ = writeln!(
                svg,
                "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#555\">{label}</text>",
                x(*at),
                HEIGHT - BOTTOM + 20.0
            );
        }
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#333\">{}</text>\n<text transform=\"translate(16 {:.1}) rotate(-90)\" text-anchor=\"middle\" fill=\"#333\">{}</text>",
            (LEFT + WIDTH - RIGHT) / 2.0,
            HEIGHT - 14.0,
            self.across,
            (TOP + HEIGHT - BOTTOM) / 2.0,
            self.up
        );
        let mut legend = LEFT;
        for curve in &self.curves {
            let path: Vec<String> = curve.points.iter().map(|(a, b)| format!("{:.1},{:.1}", x(*a), y(*b))).collect();
            let _ = writeln!(
                svg,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.2\" stroke-linejoin=\"round\"{}/>",
                path.join(" "),
                curve.colour,
                curve.dashes()
            );
            if curve.name.is_empty() {
                continue;
            }
            let _ = writeln!(
                svg,
                "<line x1=\"{legend:.0}\" x2=\"{:.0}\" y1=\"50\" y2=\"50\" stroke=\"{}\" stroke-width=\"3\"{}/><text x=\"{:.0}\" y=\"55\" fill=\"#333\">{}</text>",
                legend + 24.0,
                curve.colour,
                curve.dashes(),
                legend + 30.0,
                curve.name
            );
            let wide = |c: char| if c.is_ascii() { 7.5 } else { 13.5 };
            legend += 52.0 + curve.name.chars().map(wide).sum::<f64>();
        }
        for (a, b) in &self.marks {
            let _ = writeln!(
                svg,
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"4.5\" fill=\"#fffdf8\" stroke=\"#b3261e\" stroke-width=\"2\"/>",
                x(*a),
                y(*b)
            );
        }
        svg.push_str("</svg>\n");
        svg
    }
}

/// The tension of the first visitor when different people receive them.
fn policies(folder: &Path) -> Result<Plot, String> {
    let bundle = SourceBundle::read_dir(folder).map_err(|error| format!("{}: {error:?}", folder.display()))?;
    let scenario = load(&bundle).scenario.ok_or("the scenario has errors; see `calmdesk check`")?;
    let who = VisitorIx(0);
    let kinds = [
        (Policy::Expert, "会接访的 expert", "#2e7d5b"),
        (Policy::Random, "随手点的 random", "#7a6a3a"),
        (Policy::Stonewaller, "一路推诿的 stonewaller", "#b3261e"),
    ];
    let mut most = 1;
    let mut raw = Vec::new();
    for (policy, name, colour) in kinds {
        let run = play(&scenario, &Settings { seed: 4, ..Settings::default() }, policy, Rubric::shipped());
        let mut turn = 0;
        let mut points: Vec<(u32, f64, bool)> = Vec::new();
        let mut burst = false;
        for event in &run.events {
            match event {
                Event::Chose { turn: now, .. } | Event::Gestured { turn: now, .. } => turn = *now,
                Event::Outburst { who: one } if *one == who => burst = true,
                Event::Felt { who: one, state } if *one == who => {
                    points.push((turn, f64::from(state.tension()) / 1000.0, std::mem::take(&mut burst)));
                }
                _ => {}
            }
        }
        most = most.max(turn);
        raw.push((name, colour, points));
    }
    let across = |turn: u32| f64::from(turn) / f64::from(most);
    let marks = raw
        .iter()
        .flat_map(|(_, _, points)| points)
        .filter(|(_, _, burst)| *burst)
        .map(|(turn, tension, _)| (across(*turn), *tension))
        .collect();
    let curves = raw
        .into_iter()
        .map(|(name, colour, points)| Curve {
            name: name.to_owned(),
            colour,
            points: points.into_iter().map(|(turn, tension, _)| (across(turn), tension)).collect(),
            dashed: false,
        })
        .collect();
    let name = scenario.visitors[0].name.original.clone();
    Ok(Plot {
        title: "同一位来访人，三种接法（圆圈：爆发）",
        across: format!("回合 turn（{name}）"),
        up: "紧张度 tension",
        ticks: (0..=most).step_by(4).map(|turn| (across(turn), turn.to_string())).collect(),
        curves,
        marks,
    })
}

/// Twelve people, one of them loud; after three minutes the representatives are asked to another room, or not.
fn crowd() -> Plot {
    const PEOPLE: usize = 12;
    const LEADER: usize = 5;
    const SECONDS: u32 = 600;
    const ELECTED_AT: u32 = 180;
    /// By the Regulation of 2022, Article 20(3).
    const REPRESENTATIVES: usize = 5;
    let run = |elects: bool| {
        let seats: Vec<VisitorIx> = (0..PEOPLE as u16).map(VisitorIx).collect();
        let mut minds: Vec<Mind> = (0..PEOPLE)
            .map(|seat| {
                let mut persona = Persona::preset("in-group/follows-crowd").unwrap_or_default();
                persona.arrives_with = [0.0; 7];
                persona.arrives_with[Feeling::Anger as usize] = 0.08;
                if seat == LEADER {
                    persona.arrives_with[Feeling::Anger as usize] = 0.9;
                    persona.expressiveness = 0.95;
                    persona.openness = 0.1;
                    persona.half_lives[Feeling::Anger as usize] = 900.0;
                }
                Mind::new(persona.varied(1, seat as u64))
            })
            .collect();
        let mut room = Room::new(&seats);
        let mut points = Vec::new();
        for second in 0..=SECONDS {
            if elects && second == ELECTED_AT {
                room.elect(&minds, Some(REPRESENTATIVES));
            }
            let anger = |seat: usize| minds[seat].feeling(Feeling::Anger);
            let crowd: Vec<usize> = (0..PEOPLE)
                .filter(|seat| {
                    *seat != LEADER && (!elects || second < ELECTED_AT || !room.together(seats[*seat], seats[LEADER]))
                })
                .collect();
            let mean = crowd.iter().map(|seat| anger(*seat)).sum::<f64>() / crowd.len() as f64;
            points.push((f64::from(second) / f64::from(SECONDS), mean, anger(LEADER)));
            minds.iter_mut().for_each(|mind| mind.tick(1.0));
            room.spread(&mut minds, Some(seats[LEADER]), 1.0);
        }
        points
    };
    let (stay, elect) = (run(false), run(true));
    let curve =
        |name: &str, colour, points: Vec<(f64, f64)>| Curve { name: name.to_owned(), colour, points, dashed: false };
    Plot {
        title: "十二个人的集体访：第三分钟请代表进会谈室，或者不请",
        across: "分钟 minutes".to_owned(),
        up: "愤怒 anger",
        ticks: (0..=10).map(|minute| (f64::from(minute) / 10.0, minute.to_string())).collect(),
        curves: vec![
            curve("带头的 leader", "#8a8a8a", stay.iter().map(|(x, _, leader)| (*x, *leader)).collect()),
            curve("人群，不分开 crowd", "#b3261e", stay.iter().map(|(x, crowd, _)| (*x, *crowd)).collect()),
            curve(
                "留下的人，代表已请走 after electing",
                "#2e7d5b",
                elect.iter().map(|(x, crowd, _)| (*x, *crowd)).collect(),
            ),
        ],
        marks: Vec::new(),
    }
}

/// A row of shares at these places of the axis.
fn row(name: &str, colour: &'static str, dashed: bool, places: &[f64], shares: &[f64]) -> Curve {
    let points = places.iter().copied().zip(shares.iter().copied()).collect();
    Curve { name: name.to_owned(), colour, points, dashed }
}

const GREEN: &str = "#2e7d5b";
const RED: &str = "#b3261e";
const BROWN: &str = "#7a6a3a";
const BLUE: &str = "#3a5f9a";

/// Share still negative so many exchanges after the first negative one: the model's four ways beside real talks.
fn attractors() -> Plot {
    let people = attractors::people();
    let places = AFTER.map(|after| after as f64 / 8.0);
    let model = |way, name: &str, colour| {
        let found = attractors::measure(way, &people);
        let (angry, never) = (found.angry, found.never_again);
        eprintln!("{way:?}: {:.3?}; {angry} talks with a negative line, {never:.3} of them with one only", found.after);
        eprintln!("    by fifths: {:.3?}", found.fifths);
        row(name, colour, false, &places, &found.after)
    };
    Plot {
        title: "头一回动气以后，还在气头上的有多少（实线：模型；虚线：真实客服对话）",
        across: "又过了几个来回 exchanges later".to_owned(),
        up: "还在气头上的份额 still negative",
        ticks: AFTER.iter().map(|after| (*after as f64 / 8.0, format!("+{after}"))).collect(),
        curves: vec![
            model(Way::Deflecting, "推诿", RED),
            model(Way::Formula, "套话", BROWN),
            model(Way::Neutral, "公事公办", BLUE),
            model(Way::Good, "会接访", GREEN),
            row("不满意", RED, true, &places, &DISSATISFIED),
            row("一般", BLUE, true, &places, &NEUTRAL),
            row("满意", GREEN, true, &places, &SATISFIED),
        ],
        marks: Vec::new(),
    }
}

/// Share of negative lines by fifths of the talk.
fn fifths() -> Plot {
    let people = attractors::people();
    let places = [0.1, 0.3, 0.5, 0.7, 0.9];
    let model = |way, name: &str, colour| row(name, colour, false, &places, &attractors::measure(way, &people).fifths);
    Plot {
        title: "一场谈话分五段，每段有多少句带气（实线：模型；虚线：真实客服对话）",
        across: "谈话的五段 fifths of the talk".to_owned(),
        up: "带气的句子 negative lines",
        ticks: places.iter().enumerate().map(|(at, place)| (*place, (at + 1).to_string())).collect(),
        curves: vec![
            model(Way::Deflecting, "推诿 deflecting", RED),
            model(Way::Formula, "套话 formula", BROWN),
            model(Way::Good, "会接访 good", GREEN),
            row("不满意的 dissatisfied", RED, true, &places, &DISSATISFIED_FIFTHS),
        ],
        marks: Vec::new(),
    }
}

/// Listening against the share that was let be said, in the shipped scenarios.
fn let_speak() -> Plot {
    let curve = |(id, colour): (&str, &'static str)| {
        let (said, listening): (Vec<f64>, Vec<f64>) = (sweep::sweep(&sweep::scenario(id)).into_iter())
            .map(|(_, said, listening)| (said as f64 / 1000.0, listening as f64 / 1000.0))
            .unzip();
        row(id, colour, false, &said, &listening)
    };
    Plot {
        title: "让人说完多少，倾听就最多得多少分（选项都选对，只早开口）",
        across: "让人说完的份额 share let be said".to_owned(),
        up: "倾听分 listening",
        ticks: (0..=4).map(|step| (f64::from(step) / 4.0, format!("{}%", step * 25))).collect(),
        curves: sweep::SHIPPED.into_iter().zip([RED, GREEN, BLUE]).map(curve).collect(),
        marks: Vec::new(),
    }
}

fn main() -> Result<(), String> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let plot = match given.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["policies", folder] => policies(Path::new(folder))?,
        ["crowd"] => crowd(),
        ["attractors"] => attractors(),
        ["fifths"] => fifths(),
        ["let-speak"] => let_speak(),
        _ => {
            return Err("usage: curves policies <scenario folder> | crowd | attractors | fifths | let-speak".to_owned());
        }
    };
    print!("{}", plot.svg());
    Ok(())
}
