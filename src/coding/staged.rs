//! Sets a coded session on a stage: the talk as nodes and events, so that all that reads a session reads it too.

use super::codes::CueCode;
use super::{About, Row, Session, Who};
use crate::rubric::assessment::Assessment;
use crate::rubric::{Assessor, Plan, Rubric};
use crate::scenario::model::{Act, Arg, Choice, Fact, Line, Node, NodeKind, OptionKind, Promise, Scenario, Text, Word};
use crate::scenario::{SourceBundle, load};
use crate::session::{Event, Offer};
use crate::vocabulary::ActEffect;
use crate::vocabulary::CueKind;
use crate::vocabulary::acts::{Mechanic, Takes};
use crate::vocabulary::alike::{folded, holds};
use crate::vocabulary::{ActCatalogue, ActIx};
use crate::vocabulary::{Cue, FactIx, NodeIx, PositionSet, PromiseIx, Somebody, VisitorIx, WordIx};
use std::sync::{Arc, OnceLock};

/// A live session as a played one.
#[derive(Clone, Debug)]
pub struct Staged {
    /// The talk as nodes: a line or a choice for each row.
    pub scenario: Arc<Scenario>,
    /// What a session of it would have told.
    pub events: Vec<Event>,
    /// What the rubric found in them.
    pub assessment: Assessment,
}

/// Speech is guessed at so many milliseconds a letter, where it is only needed to be longer or shorter.
const MS_PER_LETTER: u32 = 220;

/// The smallest scenario, of whose parts a stage is built.
const BARE: &str = r#"Scenario(
    title: "真人演练",
    plays_on: "2026-03-09",
    visitors: { "v1": (name: "来访人") },
    promises: { "p1": (text: "答应的事", due_days: 1) },
    nodes: {
        "line": Line(who: "v1", say: "……", then: "turn"),
        "turn": Choice([
            (id: "a", say: "……", acts: [Nod], then: "end"),
            (id: "b", say: "……", acts: [Nod], then: "end"),
        ]),
        "end": End(outcome: Partial, title: "完"),
    },
)"#;

struct Bare {
    scenario: Scenario,
    line: (Node, Line),
    turn: (Node, Choice),
    promise: Promise,
}

fn bare() -> Option<&'static Bare> {
    static BARE_STAGE: OnceLock<Option<Bare>> = OnceLock::new();
    BARE_STAGE
        .get_or_init(|| {
            let scenario = Arc::unwrap_or_clone(load(&SourceBundle::of_text("live", BARE)).scenario?);
            let nodes = || scenario.nodes.iter();
            let line = nodes().find_map(|node| Some((node.clone(), node.kind.as_line()?.clone())))?;
            let turn = nodes().find_map(|node| Some((node.clone(), node.kind.as_choice()?.clone())))?;
            let promise = scenario.promises.first()?.clone();
            Some(Bare { scenario, line, turn, promise })
        })
        .as_ref()
}

impl Session {
    /// The session as one that was played, judged by a rubric. `None` only where the program itself is broken.
    pub fn staged(&self, rubric: &Rubric) -> Option<Staged> {
        let bare = bare()?;
        let mut stage = Stage::new(bare, self);
        stage.build(self);
        let Stage { scenario, events, calls, .. } = stage;
        let plan = Arc::new(Plan::free(rubric, &scenario, ActCatalogue::shipped()));
        let mut assessor = Assessor::of(plan, true);
        let mut calls = calls.into_iter().peekable();
        for (at, event) in events.iter().enumerate() {
            while let Some((_, criterion)) = calls.next_if(|(before, _)| *before == at) {
                assessor.called_for(criterion);
            }
            assessor.observe(event);
        }
        // What was called for after the last turn.
        calls.for_each(|(_, criterion)| assessor.called_for(criterion));
        assessor.observe(&Event::Ended { node: NodeIx(0) });
        Some(Staged { assessment: assessor.assessment(), scenario: Arc::new(scenario), events })
    }
}

struct Stage<'b> {
    bare: &'b Bare,
    scenario: Scenario,
    events: Vec<Event>,
    /// Before which event the observer says that something is called for.
    calls: Vec<(usize, crate::rubric::assessment::CriterionIx)>,
    /// Called for, and no turn has come yet.
    due: Vec<crate::rubric::assessment::CriterionIx>,
    speaker: Option<VisitorIx>,
    /// Promises that were kept or broken since they were made.
    settled: PositionSet<PromiseIx>,
    /// The feeling words as they are compared, by `WordIx`.
    words: Vec<String>,
    /// The facts likewise.
    facts: Vec<String>,
    /// Everything the visitors were heard to say, as it is compared.
    heard: String,
    clock: u64,
    turn: u32,
}

impl<'b> Stage<'b> {
    fn new(bare: &'b Bare, session: &Session) -> Self {
        let mut scenario = bare.scenario.clone();
        scenario.id.clone_from(&session.id);
        scenario.title = Text::new(session.id.clone());
        scenario.nodes = Vec::with_capacity(session.rows.len());
        scenario.promises.clear();
        // The one who speaks without a name comes first; their name is the reader's word for a visitor.
        scenario.visitors[0].name = Text::default();
        Self {
            bare,
            scenario,
            events: Vec::with_capacity(session.rows.len() * 4),
            calls: Vec::new(),
            due: Vec::new(),
            speaker: None,
            settled: PositionSet::default(),
            words: Vec::new(),
            facts: Vec::new(),
            heard: String::new(),
            clock: 0,
            turn: 0,
        }
    }

    fn build(&mut self, session: &Session) {
        let rows = &session.rows;
        // A fact is the same before it is told and after.
        for cue in rows.iter().flat_map(|row| row.cues.iter().map(move |cue| (row, cue))) {
            if let (row, CueCode::Cue { kind: CueKind::Fact, about, times }) = cue {
                self.cue(CueKind::Fact, about.as_deref().unwrap_or(&row.text), *times);
            }
        }
        let mut at = 0;
        while let Some(row) = rows.get(at) {
            self.clock = row.at_ms.unwrap_or(self.clock).max(self.clock);
            // What the trainee said and did in one turn is one turn, on however many rows it stands.
            let more = match row.who {
                Who::Trainee => {
                    rows[at + 1..].iter().take_while(|next| next.who == Who::Trainee && next.turn == row.turn).count()
                }
                Who::Visitor(_) => 0,
            };
            match &row.who {
                Who::Visitor(name) => self.line(row, name.as_deref()),
                Who::Trainee => self.choice(&rows[at..=at + more]),
            }
            at += more + 1;
        }
        if self.turn > 0 {
            self.call();
        }
    }

    fn node(&mut self, of: &Node, kind: NodeKind) -> NodeIx {
        let at = NodeIx(self.scenario.nodes.len() as u16);
        self.scenario.nodes.push(Node { id: format!("n{}", at.0), kind, ..of.clone() });
        at
    }

    fn visitor(&mut self, name: Option<&str>) -> VisitorIx {
        let Some(name) = name else { return VisitorIx(0) };
        let known = self.scenario.visitors.iter().position(|visitor| visitor.name.original == name);
        let at = known.unwrap_or_else(|| {
            let mut visitor = self.scenario.visitors[0].clone();
            visitor.id = format!("v{}", self.scenario.visitors.len() + 1);
            visitor.name = Text::new(name);
            self.scenario.visitors.push(visitor);
            self.scenario.visitors.len() - 1
        });
        VisitorIx(at as u16)
    }

    /// A feeling word; the same word with a little more or less around it is the same.
    fn word(&self, text: &str) -> Option<WordIx> {
        let text = folded(text);
        let like = |known: &String| !known.is_empty() && (holds(known, &text) || little_more(&text, known));
        self.words.iter().position(like).map(|at| WordIx(at as u16))
    }

    fn new_word(&mut self, text: &str) -> WordIx {
        self.words.push(folded(text).into_owned());
        self.scenario.words.push(Word { text: Text::new(text) });
        WordIx((self.scenario.words.len() - 1) as u16)
    }

    fn fact(&self, text: &str) -> Option<FactIx> {
        let text = folded(text);
        let like = |known: &String| holds(known, &text) || holds(&text, known);
        self.facts.iter().position(like).map(|at| FactIx(at as u16))
    }

    fn promise(&mut self, text: &str) -> PromiseIx {
        let known = self.scenario.promises.iter().position(|promise| folded(&promise.text.original) == folded(text));
        let at = known.unwrap_or_else(|| {
            let mut promise = self.bare.promise.clone();
            promise.id = format!("p{}", self.scenario.promises.len() + 1);
            promise.text = Text::new(text);
            self.scenario.promises.push(promise);
            self.scenario.promises.len() - 1
        });
        PromiseIx(at as u16)
    }

    /// Whether a promise comes due now: what was kept or broken is so once, until it is made anew.
    fn settles(&mut self, promise: PromiseIx) -> bool {
        let is_open = !self.settled.contains(promise);
        self.settled.insert(promise);
        is_open
    }

    fn line(&mut self, row: &Row, name: Option<&str>) {
        let who = self.visitor(name);
        let mut cues = Vec::with_capacity(row.cues.len());
        let (mut told, mut broken) = (Vec::new(), Vec::new());
        for code in &row.cues {
            match code {
                CueCode::Broken(text) => {
                    let promise = self.promise(text.as_deref().unwrap_or("……"));
                    broken.extend(self.settles(promise).then_some(promise));
                }
                CueCode::Cue { kind, about, times } => {
                    let about = about.as_deref().unwrap_or(&row.text);
                    let cue = self.cue(*kind, about, *times);
                    if let Cue::Fact(fact) = cue {
                        told.push(fact);
                    }
                    cues.push(cue);
                }
            }
        }
        let (node, line) = &self.bare.line;
        let mut line = line.clone();
        let letters = row.text.chars().count() as u32;
        let speech_ms = letters.max(1) * MS_PER_LETTER;
        line.who = Some(Somebody::Visitor(who));
        for variant in &mut line.variants {
            (variant.say, variant.speech_ms) = (Text::new(row.text.as_str()), speech_ms);
            variant.cues.clone_from(&cues);
        }
        let node = self.node(node, line.into());
        self.events.push(Event::Said { node, variant: 0, at_ms: self.clock, speech_ms });
        self.events.extend(told.into_iter().map(|fact| Event::FactTold { fact }));
        self.events.extend(broken.into_iter().map(|promise| Event::PromiseBroken { promise }));
        self.speaker = Some(who);
        self.heard.push_str(&folded(&row.text));
        self.heard.push('\n');
        self.due.extend(&row.due);
    }

    /// What was called for since the last turn is called for by the one that begins.
    fn call(&mut self) {
        let at = self.events.len();
        self.calls.extend(self.due.drain(..).map(|criterion| (at, criterion)));
    }

    fn cue(&mut self, kind: CueKind, about: &str, times: u8) -> Cue {
        match kind {
            CueKind::Feeling => Cue::Feeling(self.word(about).unwrap_or_else(|| self.new_word(about))),
            CueKind::Fact => Cue::Fact(self.fact(about).unwrap_or_else(|| {
                let id = format!("f{}", self.scenario.facts.len() + 1);
                self.facts.push(folded(about).into_owned());
                self.scenario.facts.push(Fact { id, text: Text::new(about) });
                FactIx((self.scenario.facts.len() - 1) as u16)
            })),
            kind => kind.alone().unwrap_or(Cue::Deflected(times)),
        }
    }

    fn choice(&mut self, rows: &[Row]) {
        let catalogue = ActCatalogue::shipped();
        let mut acts: Vec<(Act, ActEffect)> = Vec::new();
        let mut promises = Vec::new();
        for (coded, said) in rows.iter().flat_map(|row| row.acts.iter().map(|coded| (coded, row.text.as_str()))) {
            let (arg, effect) = self.arg(coded.act, &coded.about, said);
            if let Arg::Promise(promise) = arg {
                if catalogue[coded.act].mechanic != Some(Mechanic::KeepPromise) {
                    self.settled.remove(promise);
                    promises.push(Event::PromiseMade { promise, due_day: 1 });
                } else if self.settles(promise) {
                    promises.push(Event::PromiseKept { promise });
                }
            }
            acts.push((Act { kind: coded.act, arg }, effect));
        }
        let text: Vec<&str> = rows.iter().map(|row| row.text.as_str()).filter(|text| !text.is_empty()).collect();
        let (node, choice) = &self.bare.turn;
        let mut choice = choice.clone();
        choice.options.truncate(1);
        choice.to = self.speaker;
        for option in &mut choice.options {
            option.acts = acts.iter().map(|(act, _)| *act).collect();
            // Without words and with nothing but what is done by hand, it is a gesture.
            let by_hand = !acts.is_empty() && acts.iter().all(|(act, _)| catalogue[act.kind].gesture.is_some());
            option.kind = if text.is_empty() && by_hand { OptionKind::Gesture } else { OptionKind::Response };
            option.text = Text::new(text.join(" ")).into();
            option.to = self.speaker.map(Somebody::Visitor);
        }
        let node = self.node(node, choice.into());
        let mut offer = Offer::default();
        offer.push(0);
        self.turn = rows.first().map_or(self.turn + 1, |row| row.turn).max(self.turn + 1);
        let at_ms = self.clock;
        self.due.extend(rows.iter().flat_map(|row| &row.due));
        self.call();
        self.events.push(Event::Offered { node, at_ms, options: offer });
        self.events.push(Event::Chose { turn: self.turn, at_ms, node, option: 0 });
        self.events.extend(acts.iter().map(|(act, effect)| Event::Acted {
            act: *act,
            to: self.speaker,
            effect: *effect,
        }));
        self.events.extend(promises);
    }

    /// What stands behind an act, and whether a word given back was really said; `said`: the trainee's own words.
    fn arg(&mut self, act: ActIx, about: &About, said: &str) -> (Arg, ActEffect) {
        let kind = &ActCatalogue::shipped()[act];
        let text = match about {
            // In a hurry nobody writes brackets; the word may stand in what was said. The last one that does is meant.
            About::Nothing if kind.mechanic == Some(Mechanic::Mirror) => {
                let said = folded(said);
                let given = |word: &String| !word.is_empty() && holds(&said, word);
                let word = self.words.iter().rposition(given).map(|at| Arg::Word(WordIx(at as u16)));
                return (word.unwrap_or(Arg::None), ActEffect::Landed);
            }
            About::Nothing => return (Arg::None, ActEffect::Landed),
            About::Article(article) => return (Arg::Article(*article), ActEffect::Landed),
            About::Paper(paper) => return (Arg::Paper(*paper), ActEffect::Landed),
            About::Text(text) => text.as_str(),
        };
        match kind.takes {
            Takes::Word if kind.mechanic == Some(Mechanic::Mirror) => {
                let said = self.word(text);
                let heard = said.is_some() || holds(&self.heard, &folded(text));
                let effect = if heard { ActEffect::Landed } else { ActEffect::NeverSaid };
                (Arg::Word(said.unwrap_or_else(|| self.new_word(text))), effect)
            }
            // Which word was put in its place does not say which feeling it was about.
            Takes::Word => (self.word(text).map_or(Arg::None, Arg::Word), ActEffect::Landed),
            Takes::MaybeFact => (self.fact(text).map_or(Arg::None, Arg::Fact), ActEffect::Landed),
            Takes::Promise | Takes::MaybePromise => (Arg::Promise(self.promise(text)), ActEffect::Landed),
            _ => (Arg::None, ActEffect::Landed),
        }
    }
}

/// Whether `text` is the known word with no more than two signs or words around it: “真寒心啊” is still “寒心”, and “寒心又绝望” is
/// not.
fn little_more(text: &str, known: &str) -> bool {
    if !holds(text, known) {
        return false;
    }
    let around = text.replacen(known, " ", 1);
    let of_words = |c: char| u32::from(c) < 0x2E80;
    let signs = around.chars().filter(|c| c.is_alphanumeric() && !of_words(*c)).count();
    let words = around.split(|c: char| !c.is_alphanumeric() || !of_words(c)).filter(|word| !word.is_empty()).count();
    signs + words <= 2
}
