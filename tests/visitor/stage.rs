//! A small stage: a script of lines and turns is written as a scenario, loaded, and played by sampled people.

use calmdesk::scenario::model::Scenario;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Awaiting, Event, ResolvedMove, Session, Settings};
use calmdesk::visitor::{Mind, Persona};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::VisitorIx;
use calmdesk::vocabulary::{Feeling, Need};
use std::cell::RefCell;
use std::fmt::Write;
use std::sync::Arc;

/// One step of a script.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Beat {
    /// The visitor with this number says something; cues as in a scenario file.
    Line(usize, &'static str),
    /// Something is said that is nobody's line: a colleague, the corridor; cues as in a scenario file.
    Aside(&'static str),
    /// The trainee lets them finish, takes a breath and does these acts.
    Do(&'static str),
    /// The same, to the visitor with this number.
    DoTo(usize, &'static str),
    /// The trainee speaks when this share of the line has been said.
    Cut(f64, &'static str),
    /// The trainee waits so many seconds after the end of the line.
    Wait(u32, &'static str),
    /// Days until the next visit.
    Days(u16),
    /// The same, and the promise `call` is kept meanwhile.
    DaysKept(u16),
}
pub use Beat::*;

/// A line that shows pain, about twelve seconds long.
pub const PAIN: Beat = Line(0, r#"Feeling("寒心"), Vent"#);
/// A line that tells a fact, without a feeling in it.
pub const FACT: Beat = Line(0, r#"Fact("hours")"#);

const SAY: &str = "这件事我前前后后跑了三个月，每回来都说让我等，等到今天也没有一个准话，您说我该找谁去？";

/// What was felt, by beat and visitor; beat 0 is the arrival.
pub struct Played {
    pub minds: Vec<Vec<Mind>>,
    pub outbursts: usize,
}

impl Played {
    pub fn at(&self, beat: usize) -> &Mind {
        &self.minds[beat][0]
    }
    pub fn end(&self) -> &Mind {
        &self.minds[self.minds.len() - 1][0]
    }
}

fn source(script: &[Beat], people: usize) -> String {
    let names: Vec<String> = (0..people).map(|n| format!("\"v{n}\"")).collect();
    let present = names.join(", ");
    let mut visits = String::new();
    let mut nodes = String::new();
    let mut visit = 0;
    let mut opens = true;
    for (n, beat) in script.iter().enumerate() {
        let next = n + 1;
        if std::mem::take(&mut opens) {
            let _ = writeln!(visits, "\"d{visit}\": (title: \"来访\", present: [{present}], start: \"n{n}\"),");
        }
        let _ = match beat {
            Line(who, cues) => {
                writeln!(
                    nodes,
                    "\"n{n}\": Line(who: \"v{who}\", say: \"{SAY}寒心。\", cues: [{cues}], then: \"n{next}\"),"
                )
            }
            Aside(cues) => {
                writeln!(nodes, "\"n{n}\": Line(say: \"旁边的同事插了一句。\", cues: [{cues}], then: \"n{next}\"),")
            }
            Do(acts) | Cut(_, acts) | Wait(_, acts) => {
                choice(&mut nodes, &format!("n{n}"), &format!("n{next}"), "", acts)
            }
            DoTo(who, acts) => {
                choice(&mut nodes, &format!("n{n}"), &format!("n{next}"), &format!("to: \"v{who}\", "), acts)
            }
            Days(days) | DaysKept(days) => {
                visit += 1;
                opens = true;
                let keeps = if matches!(beat, DaysKept(_)) { ", keeps: [\"call\"]" } else { "" };
                // The visitor is seen off first, so that the feelings of the day can be read.
                let _ = choice(&mut nodes, &format!("n{n}"), &format!("d{n}"), "", "");
                writeln!(nodes, "\"d{n}\": TimePasses(days: {days}, say: \"过了几天。\", visit: \"d{visit}\"{keeps}),")
            }
        };
    }
    let last = script.len();
    if opens {
        let _ = writeln!(visits, "\"d{visit}\": (title: \"来访\", present: [{present}], start: \"n{last}\"),");
    }
    // A last choice keeps the end of the script awake, so that its feelings can be read.
    let _ = choice(&mut nodes, &format!("n{last}"), &format!("n{}", last + 1), "", "");
    let _ = writeln!(nodes, "\"n{}\": End(outcome: Partial, title: \"完\", say: \"完。\"),", last + 1);
    let visitors: String = names.iter().map(|name| format!("{name}: (name: \"某人\"),\n")).collect();
    format!(
        r#"Scenario(title: "试", plays_on: "2026-03-09", law: ["xf2022", "noise2022"],
        facts: {{ "hours": "夜里" }},
        promises: {{
            "call": (text: "回电话", due_days: 3),
            "moon": (text: "保证办成", due_days: 3, beyond_authority: true),
        }},
        visitors: {{ {visitors} }}, visits: {{ {visits} }}, nodes: {{ {nodes} }})"#
    )
}

fn choice(nodes: &mut String, name: &str, next: &str, to: &str, acts: &str) -> std::fmt::Result {
    writeln!(
        nodes,
        "\"{name}\": OrderedChoice([(id: \"a\", say: \"……\", {to}acts: [{acts}], then: \"{next}\"), (id: \"b\", say: \"…\", acts: [Nod], then: \"{next}\")]),"
    )
}

type Loaded = (Vec<Beat>, usize, Arc<Scenario>);

/// A script's scenario, loaded once in each thread, with these people in it.
fn with_scenario<R>(script: &[Beat], people: &[Persona], run: impl FnOnce(&Arc<Scenario>) -> R) -> R {
    thread_local! {
        static LOADED: RefCell<Vec<Loaded>> = const { RefCell::new(Vec::new()) };
    }
    LOADED.with_borrow_mut(|loaded| {
        let known = loaded.iter().position(|(known, of, _)| *of == people.len() && known == script);
        let at = known.unwrap_or_else(|| {
            let text = source(script, people.len());
            let result = load(&SourceBundle::of_text("stage", text.as_str()));
            assert_eq!(result.errors(), 0, "{text}\n{:#?}", result.diagnostics);
            loaded.push((script.to_vec(), people.len(), result.scenario.expect("no errors, so a scenario")));
            loaded.len() - 1
        });
        let (_, _, scenario) = &mut loaded[at];
        for (visitor, persona) in Arc::make_mut(scenario).visitors.iter_mut().zip(people) {
            visitor.persona = *persona;
        }
        run(scenario)
    })
}

/// Plays a script with these people.
pub fn play(acts: &'static ActCatalogue, script: &[Beat], people: &[Persona], seed: u64) -> Played {
    with_scenario(script, people, |scenario| run(acts, Arc::clone(scenario), script, people.len(), seed))
}

fn run(acts: &'static ActCatalogue, scenario: Arc<Scenario>, script: &[Beat], people: usize, seed: u64) -> Played {
    let mut events = Vec::new();
    let mut session = Session::begin_with(acts, scenario, Settings { seed, ..Settings::default() }, &mut events);
    let state = |session: &Session| -> Vec<Mind> {
        (0..people).map(|at| *session.mind(VisitorIx(at as u16)).expect("the visitor is there")).collect()
    };
    let mut minds = vec![state(&session)];
    for beat in script {
        let left = session.speech_ends_ms().saturating_sub(session.clock_ms()) as u32;
        let wait_ms = match beat {
            Line(..) | Aside(_) => {
                minds.push(state(&session));
                continue;
            }
            Do(_) | DoTo(..) | Days(_) | DaysKept(_) => left + 1200,
            Cut(share, _) => (f64::from(left) * share) as u32,
            Wait(seconds, _) => left + seconds * 1000,
        };
        session.take(ResolvedMove::Choose { option: 0, wait_ms }, &mut events);
        minds.push(state(&session));
    }
    assert!(matches!(session.awaiting(), Awaiting::Choice { .. }), "the script ended early");
    let outbursts = events.iter().filter(|event| matches!(event, Event::Outburst { .. })).count();
    Played { minds, outbursts }
}

/// Every so manyth person only, where a few will do: `PHENOMENA_EVERY=5` for the mutation check.
pub fn every() -> usize {
    std::env::var("PHENOMENA_EVERY").ok().and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

/// Presets alone and every visitor type with every psychology type, each varied twice by seed: 252 people.
pub fn people() -> Vec<(Persona, u64)> {
    const TYPES: [&str; 13] = [
        "first-visit",
        "repeat-visitor",
        "in-group",
        "reasonable",
        "agitated",
        "overwhelmed",
        "inarticulate",
        "obstinate",
        "wants-to-talk",
        "reports-official",
        "suggests",
        "vulnerable",
        "early-signs",
    ];
    const MINDS: [&str; 8] =
        ["trusting", "unfair", "fearful", "calculating", "trying-luck", "follows-crowd", "guarded", "crowd-bold"];
    let both = TYPES.iter().flat_map(|visitor| MINDS.iter().map(move |mind| format!("{visitor}/{mind}")));
    let names = Persona::preset_names().map(str::to_owned).chain(both);
    let mut people = Vec::new();
    for (at, name) in names.enumerate() {
        let persona = Persona::preset(&name).unwrap_or_else(|| panic!("no preset {name}"));
        for again in 0..2 {
            people.push((persona, 1 + 2 * at as u64 + again));
        }
    }
    people.into_iter().step_by(every()).collect()
}

/// How well somebody is: needs by weight, trust, and what presses.
pub fn ease(mind: &Mind) -> f64 {
    let met: f64 = mind.needs.iter().zip(mind.persona.needs).map(|(belief, weight)| belief * weight).sum();
    met + mind.trust - mind.pressure
}
pub fn need(mind: &Mind, need: Need) -> f64 {
    mind.needs[need as usize]
}
pub fn feels(mind: &Mind, feeling: Feeling) -> f64 {
    mind.feeling(feeling)
}
