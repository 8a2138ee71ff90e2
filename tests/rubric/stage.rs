//! A small scenario made by hand, and the events of playing it.

use calmdesk::procedure::PaperIx;
use calmdesk::scenario::model::*;
use calmdesk::session::event::{Event, Offer};
use calmdesk::visitor::Persona;
use calmdesk::vocabulary::{ActCatalogue, ActIx};
use calmdesk::vocabulary::{ActEffect, Misfit, Pause};
use calmdesk::vocabulary::{FEELINGS, NEEDS};

pub const FACT: FactIx = FactIx(0);
const WHO: VisitorIx = VisitorIx(0);

/// One act of an option.
pub type Doing = Act;

pub fn act(name: &str) -> ActIx {
    ActCatalogue::shipped().find(name).unwrap_or_else(|| panic!("no act {name}"))
}

pub fn acts(names: &[&str]) -> Vec<Doing> {
    names.iter().map(|name| Act { kind: act(name), arg: Arg::None }).collect()
}

pub fn word(name: &str, word: u16) -> Vec<Doing> {
    vec![Act { kind: act(name), arg: Arg::Word(WordIx(word)) }]
}

pub fn mirror(at: u16) -> Vec<Doing> {
    word("MirrorWords", at)
}

pub fn promise(name: &str) -> Vec<Doing> {
    promise_of(name, PromiseIx(0))
}

pub fn promise_of(name: &str, promise: PromiseIx) -> Vec<Doing> {
    vec![Act { kind: act(name), arg: Arg::Promise(promise) }]
}

pub struct Stage {
    nodes: Vec<Node>,
    events: Vec<Event>,
    turn: u32,
    clock: u64,
}

impl Stage {
    pub fn new() -> Self {
        Self { nodes: Vec::new(), events: Vec::new(), turn: 0, clock: 0 }
    }

    fn node(&mut self, kind: NodeKind) -> NodeIx {
        let at = NodeIx(self.nodes.len() as u16);
        self.nodes.push(Node { id: format!("n{}", at.0), span: 0..0, file: None, kind });
        at
    }

    pub fn line(&mut self, cues: &[Cue]) {
        self.line_of(WHO, cues);
    }

    /// A line of one of several.
    pub fn line_of(&mut self, who: VisitorIx, cues: &[Cue]) {
        let say = Text::new(format!("第{}句", self.nodes.len()));
        let variant = Variant { when: None, say, cues: cues.to_vec(), acts: vec![], speech_ms: 1000 };
        let node = self.node(NodeKind::Line(Line {
            who: Some(Somebody::Visitor(who)),
            manner: Manner::Plain,
            variants: vec![variant],
            effects: vec![],
            then: Target::Return,
        }));
        self.clock += 1000;
        self.events.push(Event::Said { node, variant: 0, at_ms: self.clock, speech_ms: 1000 });
    }

    /// Puts options on offer.
    pub fn offer(&mut self, options: &[Vec<Doing>]) -> NodeIx {
        let turn = self.turn;
        let options: Vec<Opt> = (options.iter().enumerate())
            .map(|(at, acts)| {
                let names: Vec<_> = acts.iter().map(|a| ActCatalogue::shipped()[a.kind].name.as_str()).collect();
                Opt {
                    id: at.to_string(),
                    kind: OptionKind::Response,
                    text: Text::new(format!("{}·{turn}", names.join("+"))).into(),
                    acts: acts.clone(),
                    when: None,
                    to: None,
                    effects: vec![],
                    step: None,
                    decides: vec![],
                    then: Target::Return,
                    law_says: vec![],
                    own: None,
                }
            })
            .collect();
        let mut offer = Offer::default();
        (0..options.len()).for_each(|at| offer.push(at as u8));
        let node = self.node(NodeKind::Choice(Choice { to: None, shuffled: false, options, hub: None }));
        self.events.push(Event::Offered { node, at_ms: self.clock, options: offer });
        node
    }

    pub fn choice(&mut self, options: &[Vec<Doing>], chosen: usize) {
        // What was said about the timing comes between the line and the turn, as in a session.
        let timing = match self.events.last() {
            Some(Event::Interrupted { .. } | Event::Paused { .. }) => self.events.pop(),
            _ => None,
        };
        let node = self.offer(options);
        self.events.extend(timing);
        self.choose(node, chosen);
    }

    pub fn choose(&mut self, node: NodeIx, chosen: usize) {
        self.turn += 1;
        self.clock += 500;
        self.events.push(Event::Chose { turn: self.turn, at_ms: self.clock, node, option: chosen as u8 });
        let NodeKind::Choice(choice) = &self.nodes[node.at()].kind else { panic!("not a choice") };
        for act in choice.options[chosen].acts.clone() {
            self.events.push(Event::Acted { act, to: Some(WHO), effect: ActEffect::Landed });
        }
    }

    /// A gesture at a choice, which goes on waiting.
    pub fn gesture(&mut self, node: NodeIx, name: &str) {
        self.turn += 1;
        self.events.push(Event::Gestured { turn: self.turn, at_ms: self.clock, node, act: act(name) });
        let act = Act { kind: act(name), arg: Arg::None };
        self.events.push(Event::Acted { act, to: Some(WHO), effect: ActEffect::Landed });
    }

    fn effect_of_last(&mut self, wanted: ActEffect) {
        match self.events.last_mut() {
            Some(Event::Acted { effect, .. }) => *effect = wanted,
            other => panic!("{other:?}"),
        }
    }

    /// One of our own people does this by what they have just said.
    pub fn staff_acts(&mut self, who: StaffIx, kind: ActIx) {
        self.events.push(Event::StaffActed { who, act: Act { kind, arg: Arg::None } });
    }

    pub fn failing(&mut self) {
        self.effect_of_last(ActEffect::NeverSaid);
    }

    pub fn not_taken_in(&mut self) {
        self.effect_of_last(ActEffect::NotTakenIn);
    }

    pub fn out_of_place(&mut self, misfit: Misfit) {
        self.effect_of_last(ActEffect::OutOfPlace(misfit));
    }

    /// A paper goes out with the act before the last.
    pub fn issued(&mut self) {
        let before = self.events.len() - 1;
        self.events.insert(before, Event::PaperIssued { paper: PaperIx(0) });
    }

    pub fn interrupted(&mut self, unsaid: Option<u16>) {
        self.events.extend(unsaid.map(|unsaid| Event::Interrupted { who: WHO, unsaid }));
    }

    pub fn silent(&mut self, ms: u32) {
        self.events.push(Event::Paused { ms, kind: Pause::AfterPain });
    }

    pub fn note(&mut self) {
        self.events.push(Event::FactNoted { fact: FACT, at_ms: self.clock });
    }

    pub fn visit(&mut self) {
        self.events.push(Event::VisitBegan { visit: VisitIx(0), day: 0 });
    }

    pub fn promised(&mut self) {
        self.promised_of(PromiseIx(0));
    }

    pub fn promised_of(&mut self, promise: PromiseIx) {
        self.events.push(Event::PromiseMade { promise, due_day: 3 });
    }

    pub fn due(&mut self, kept: bool) {
        self.due_of(PromiseIx(0), kept);
    }

    pub fn due_of(&mut self, promise: PromiseIx, kept: bool) {
        self.events.push(if kept { Event::PromiseKept { promise } } else { Event::PromiseBroken { promise } });
    }

    pub fn step_back(&mut self, turn: u32) {
        self.events.push(Event::SteppedBack { turn });
        self.turn = turn - 1;
    }

    /// Chooses anew where the first choice was.
    pub fn choose_again(&mut self, chosen: usize) {
        let node = self.nodes.iter().position(|n| matches!(n.kind, NodeKind::Choice(_))).expect("a choice");
        self.choose(NodeIx(node as u16), chosen);
    }

    pub fn events(&self) -> Vec<Event> {
        self.events.clone()
    }

    pub fn ended(&self) -> Vec<Event> {
        let mut events = self.events.clone();
        events.push(Event::Ended { node: NodeIx(0) });
        events
    }

    pub fn scenario(&self) -> Scenario {
        let persona = Persona {
            needs: [0.5; NEEDS],
            traits: [0.0; 5],
            thresholds: [0.1; FEELINGS],
            half_lives: [60.0; FEELINGS],
            breaking_point: 0.8,
            expressiveness: 0.5,
            masking: 0.0,
            openness: 0.5,
            speech_rate: 4.0,
            trust: 0.0,
            arrives_with: [0.0; FEELINGS],
            arrives_under_pressure: 0.0,
        };
        Scenario {
            id: "stage".into(),
            hash: String::new(),
            locale: calmdesk::vocabulary::Locale::ZhCn,
            title: Text::new("台"),
            family: "general".into(),
            difficulty: 1,
            minutes: 1,
            objectives: vec![],
            author: String::new(),
            plays_on: jiff::civil::date(2026, 3, 9),
            law: vec![],
            own_law: None,
            briefing: Text::default(),
            case_file: vec![],
            matter: None,
            claims: vec![],
            earlier_answers: vec![],
            visitors: vec![Visitor {
                id: "zhang".into(),
                name: Text::new("张桂芳"),
                role: Text::default(),
                age: 67,
                persona,
                look: Look::default(),
                like: None,
            }],
            staff: vec![Staff {
                id: "director".into(),
                name: Text::new("马局长"),
                role: Text::default(),
                age: 50,
                speech_rate: 4.5,
                look: Look::default(),
            }],
            facts: vec![Fact { id: "hours".into(), text: Text::new("每晚十一点到一点") }],
            words: ["寒心", "失望"].map(|text| Word { text: Text::new(text) }).to_vec(),
            promises: vec![Promise {
                id: "callback".into(),
                text: Text::new("三天内回电话"),
                due_days: 3,
                within_authority: true,
            }],
            vars: vec![],
            visits: vec![Visit {
                id: "first".into(),
                title: Text::default(),
                place: Place::ReceptionRoom,
                present: vec![WHO],
                staff: vec![StaffIx(0)],
                start: NodeIx(0),
                begins_at: 552,
            }],
            nodes: self.nodes.clone(),
            hooks: Hooks::default(),
            rankings_allowed: Vec::new(),
        }
    }
}
