//! A talk of twenty exchanges: what the visitor's lines are about follows on each other as in complaint talks, where what
//! hurts comes in runs, with questions and particulars between; four ways of answering them.

use super::negative::Kind;
use calmdesk::scenario::model::Scenario;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{ResolvedMove, Session, Settings};
use calmdesk::visitor::{Mind, Persona};
use calmdesk::vocabulary::VisitorIx;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex};

/// Exchanges of a talk.
pub const LINES: usize = 20;
/// Orders of lines that are drawn; with many people each is played by several.
const ORDERS: u64 = 24;

/// A way of receiving somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Takes up what is said, then says what happens next.
    Good,
    /// Particulars are asked and taken down; nobody is put off and nobody is listened to.
    Neutral,
    /// Understands, comforts, is sorry, and says nothing.
    Formula,
    /// Puts off, with a question for the file between.
    Deflecting,
}

impl Way {
    pub const ALL: [Self; 4] = [Self::Good, Self::Neutral, Self::Formula, Self::Deflecting];

    /// What is answered to a line of this kind, at the n-th exchange.
    const fn acts(self, kind: Kind, nth: usize) -> &'static str {
        match (self, kind) {
            (Self::Good, Kind::Stirred) => {
                ["MirrorWords(\"寒心\"), InviteMore", "NameFeeling, AskHistory", "TakePerspective, Paraphrase"][nth % 3]
            }
            (Self::Good, Kind::Question) => {
                ["ExplainProcess, NameDate", "HonestLimit, OfferRemedy", "NameBody, InformRights"][nth % 3]
            }
            (Self::Good, Kind::Fact) => ["Paraphrase", "CheckUnderstanding", "Verify, TakeNotes"][nth % 3],
            (Self::Neutral, _) => ["ClosedQuestion", "AskEvidence", "Register"][nth % 3],
            (Self::Formula, _) => ["SayUnderstand", "Apologise", "Comfort", "SayUnderstand, Apologise"][nth % 4],
            (Self::Deflecting, _) => ["Deflect", "ClosedQuestion", "VagueHope", "SayHelpless", "ClosedQuestion"][nth % 5],
        }
    }
}

/// What comes after a line of this kind: two of five lines after what hurts leave it.
fn next(kind: Kind, dice: &mut ChaCha8Rng) -> Kind {
    let (stirred, question) = match kind {
        Kind::Stirred => (0.60, 0.25),
        Kind::Question => (0.40, 0.20),
        Kind::Fact => (0.35, 0.25),
    };
    let drawn = dice.random::<f64>();
    if drawn < stirred {
        Kind::Stirred
    } else if drawn < stirred + question {
        Kind::Question
    } else {
        Kind::Fact
    }
}

/// The order of a talk: it begins with the matter.
fn order(of: u64) -> Vec<Kind> {
    let mut dice = ChaCha8Rng::seed_from_u64(of);
    std::iter::successors(Some(Kind::Fact), |kind| Some(next(*kind, &mut dice))).take(LINES).collect()
}

fn scenario(of: u64) -> (Vec<Kind>, Arc<Scenario>) {
    type Known = BTreeMap<u64, (Vec<Kind>, Arc<Scenario>)>;
    static KNOWN: Mutex<Known> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    known.entry(of).or_insert_with(|| written(of)).clone()
}

fn written(of: u64) -> (Vec<Kind>, Arc<Scenario>) {
    let order = order(of);
    let mut nodes = String::new();
    for (at, kind) in order.iter().enumerate() {
        let cues = match kind {
            Kind::Stirred if at % 3 == 0 => "Feeling(\"寒心\"), Deflected(2)",
            Kind::Stirred => "Feeling(\"寒心\"), Vent",
            Kind::Question => "Question",
            Kind::Fact => "Fact(\"hours\")",
        };
        let say = "跑了三个月，每回来都说让我等，等到今天也没有一个准话，寒心。";
        let _ = writeln!(nodes, "\"l{at}\": Line(who: \"v\", say: \"{say}\", cues: [{cues}], then: \"c{at}\"),");
        let _ = write!(nodes, "\"c{at}\": OrderedChoice([");
        for (n, way) in Way::ALL.into_iter().enumerate() {
            let _ = write!(nodes, "(id: \"o{n}\", say: \"……\", acts: [{}], then: \"l{}\"),", way.acts(*kind, at), at + 1);
        }
        nodes.push_str("]),\n");
    }
    let text = format!(
        r#"Scenario(title: "谈", plays_on: "2026-03-09", facts: {{ "hours": "夜里" }}, visitors: {{ "v": (name: "某人") }},
        nodes: {{ {nodes} "l{LINES}": End(outcome: Partial, title: "完", say: "完。") }})"#
    );
    let loaded = load(&SourceBundle::of_text("talk", text.as_str()));
    assert_eq!(loaded.errors(), 0, "{text}\n{:#?}", loaded.diagnostics);
    (order, loaded.scenario.expect("no errors, so a scenario"))
}

/// What each line is about, and the mind of who says it.
pub fn play(way: Way, persona: Persona, seed: u64) -> Vec<(Kind, Mind)> {
    let (order, mut scenario) = scenario(seed % ORDERS);
    Arc::make_mut(&mut scenario).visitors[0].persona = persona;
    let mut events = Vec::new();
    let mut session = Session::begin(scenario, Settings { seed, ..Settings::default() }, &mut events);
    let option = Way::ALL.iter().position(|one| *one == way).expect("it is one of them") as u8;
    let mut lines = Vec::new();
    for kind in order {
        lines.push((kind, *session.mind(VisitorIx(0)).expect("the visitor")));
        let left = session.speech_ends_ms().saturating_sub(session.clock_ms()) as u32;
        session.take(ResolvedMove::Choose { option, wait_ms: left + 1200 }, &mut events);
    }
    lines
}
