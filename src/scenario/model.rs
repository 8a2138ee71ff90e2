//! The scenario as the engine plays it: validated, every name resolved to an index, every number in range.

pub use super::claims::{Claim, EarlierAnswer, EarlierAnswers};
pub use super::matter::{Matter, Meanwhile, Past, Taking};
pub use super::nodes::{
    AsNode, Branch, Choice, DeskTask, End, Exit, Hub, Lead, Line, Node, NodeKind, Outcome, Speech, Target, TimePasses,
    Variant, Why,
};
pub use super::opt::*;
pub use super::staff::Staff;
use crate::procedure::{self, LawLibrary, PaperIx};
use crate::visitor::Persona;
use crate::vocabulary::ActIx;
pub use crate::vocabulary::{
    AnswersIx, ClaimIx, FactIx, NodeIx, PromiseIx, Somebody, StaffIx, VarIx, VisitIx, VisitorIx, WordIx,
};
pub use crate::vocabulary::{AnyText, Text};
pub use crate::vocabulary::{Build, Carries, Hair, HairColour, Look, Top};
pub use crate::vocabulary::{Cue, Impropriety, Manner, Place, Quantity, Risk, Unruly};
use crate::vocabulary::{Locale, Message, Value};
use std::sync::Arc;

/// Most visitors in one scenario (DESIGN §6: two to thirty in one scene).
pub const MAX_VISITORS: usize = 30;
/// Most wordings of one line, the last, which has no condition, counted with them.
pub const MAX_VARIANTS: usize = 256;
/// Most names in one section: facts, promises, visits and the like are told by 16 bits.
pub const MAX_NAMES: usize = 65_536;
/// Most options in one choice (keys 1–8).
pub const MAX_OPTIONS: usize = 8;

/// A scenario, ready to be played.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Name of its folder: ASCII `[a-z0-9_-]`.
    pub id: String,
    /// SHA-256 over its files, hexadecimal.
    pub hash: String,
    /// The author's language.
    pub locale: Locale,
    /// As lists and headings show it.
    pub title: Text,
    /// What kind of matter, e.g. `noise`.
    pub family: String,
    /// 1–5.
    pub difficulty: u8,
    /// How long a careful trainee needs.
    pub minutes: u16,
    /// What one can learn by it.
    pub objectives: Vec<Text>,
    /// As written; empty: nobody is named.
    pub author: String,
    /// The date of day 0; it selects the versions of the law packs.
    pub plays_on: jiff::civil::Date,
    /// Ids of the law packs that the trainee finds in the handbook.
    pub law: Vec<String>,
    /// The packs that can be cited, where it brings local rules along; `None`: those that ship.
    pub own_law: Option<Arc<LawLibrary>>,
    /// What the trainee is told before the first visit.
    pub briefing: Text,
    /// What the trainee may read at any time.
    pub case_file: Vec<Document>,
    /// `None` where the author says nothing of it: then no step is asked for and none is judged.
    pub matter: Option<Matter>,
    /// What is asked for in the matter; empty: nothing that is decided is judged.
    pub claims: Vec<Claim>,
    /// Answers of other desks that do not agree.
    pub earlier_answers: Vec<EarlierAnswers>,
    /// By [`VisitorIx`].
    pub visitors: Vec<Visitor>,
    /// Our own people.
    pub staff: Vec<Staff>,
    /// By [`FactIx`].
    pub facts: Vec<Fact>,
    /// By [`WordIx`], each once, in the order in which lines say them.
    pub words: Vec<Word>,
    /// By [`PromiseIx`].
    pub promises: Vec<Promise>,
    /// By [`VarIx`].
    pub vars: Vec<Var>,
    /// At least one; the first is where a session starts.
    pub visits: Vec<Visit>,
    /// By [`NodeIx`].
    pub nodes: Vec<Node>,
    /// What breaks into a visit.
    pub hooks: Hooks,
    /// Ranks of a rehearsal that the author has seen and wants.
    pub rankings_allowed: Vec<RankingAllowed>,
}

/// A kind of trainee that may do better in a rehearsal than people would expect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankingAllowed {
    /// By the name of its policy.
    pub policy: &'static str,
    /// The author's, in their own words.
    pub reason: String,
}

impl Scenario {
    /// The date of a day of the play, counted from day 0; the last that a calendar knows where it lies beyond.
    pub fn date(&self, day: u16) -> jiff::civil::Date {
        procedure::days_after(self.plays_on, day)
    }

    /// The kind of a node.
    pub fn kind(&self, node: NodeIx) -> Option<&NodeKind> {
        Some(&self.nodes.get(node.at())?.kind)
    }

    /// The law packs that it cites from.
    pub fn library(&self) -> &LawLibrary {
        self.own_law.as_deref().unwrap_or_else(|| LawLibrary::shipped())
    }

    /// An option of a choice, or an entry of a desk task, by its position.
    pub fn option(&self, node: NodeIx, option: u8) -> Option<&Opt> {
        self.kind(node)?.option(option)
    }

    /// A claim, by its position.
    pub fn claim(&self, claim: ClaimIx) -> Option<&Claim> {
        self.claims.get(claim.at())
    }

    /// The claims that can be decided at a node, each once, in the order of the scenario.
    pub fn decidable(&self, node: NodeIx) -> Vec<ClaimIx> {
        let options = self.kind(node).into_iter().flat_map(|kind| kind.options());
        let mut claims: Vec<ClaimIx> = options.flat_map(|option| &option.decides).map(|one| one.claim).collect();
        claims.sort_unstable();
        claims.dedup();
        claims
    }

    /// The choice at a node.
    pub fn choice(&self, node: NodeIx) -> Option<&Choice> {
        self.kind(node)?.as_choice()
    }

    /// The desk task at a node.
    pub fn task(&self, node: NodeIx) -> Option<&DeskTask> {
        self.kind(node)?.as_desk()
    }
}

/// A paper of the case file.
#[derive(Clone, Debug)]
pub struct Document {
    /// As it is headed.
    pub title: Text,
    /// What it says; line breaks count.
    pub text: Text,
}

/// A visitor, before anything has happened.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Unique in the scenario; logs name it.
    pub id: String,
    /// As they are called.
    pub name: Text,
    /// Who they are, in a few words.
    pub role: Text,
    /// In years.
    pub age: u8,
    /// What they need, and how they feel.
    pub persona: Persona,
    /// How they are drawn.
    pub look: Look,
    /// One more of a crowd that the author wrote once: the visitor who stands for it.
    pub like: Option<VisitorIx>,
}

impl Scenario {
    /// These people as they are told apart: each with a name of their own once, a crowd once with its number.
    pub fn heads(&self, people: &[VisitorIx]) -> Vec<(VisitorIx, usize)> {
        let mut heads: Vec<(VisitorIx, usize)> = Vec::with_capacity(people.len());
        for &who in people {
            let stands_for = self.visitors.get(who.at()).and_then(|visitor| visitor.like).unwrap_or(who);
            match heads.iter_mut().find(|(known, _)| *known == stands_for) {
                Some((_, number)) => *number += 1,
                None => heads.push((stands_for, 1)),
            }
        }
        heads
    }

    /// What somebody is called.
    pub fn called(&self, who: Somebody) -> Option<&Text> {
        match who {
            Somebody::Visitor(who) => self.visitors.get(who.at()).map(|visitor| &visitor.name),
            Somebody::Staff(who) => self.staff.get(who.at()).map(|one| &one.name),
        }
    }

    /// A visitor's name; of a crowd, with its number.
    pub fn name_of(&self, who: VisitorIx, number: usize) -> Message {
        let name = |locale| self.visitors.get(who.at()).map_or_else(String::new, |one| one.name.get(locale).to_owned());
        Message::new("crowd").with("name", Value::written(name)).with("count", number)
    }
}

/// A fact worth noting.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Unique in the scenario; logs name it.
    pub id: String,
    /// As it stands in the notebook once it is noted.
    pub text: Text,
}

/// A feeling word as the visitor says it.
#[derive(Clone, Debug)]
pub struct Word {
    /// As some line says it, letter for letter.
    pub text: Text,
}

/// Something that an option can promise.
#[derive(Clone, Debug)]
pub struct Promise {
    /// Unique in the scenario; logs name it.
    pub id: String,
    /// What is promised.
    pub text: Text,
    /// Days after the promise within which it must be kept.
    pub due_days: u16,
    /// False when the receiver has no power to give it.
    pub within_authority: bool,
}

/// A counter of the author's own.
#[derive(Clone, Debug)]
pub struct Var {
    /// Unique in the scenario; logs name it.
    pub id: String,
    /// It never falls below this.
    pub min: i32,
    /// It never rises above this.
    pub max: i32,
    /// Its value at the beginning, within both.
    pub start: i32,
}

/// One meeting on one day.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Unique in the scenario; logs name it.
    pub id: String,
    /// As it is headed.
    pub title: Text,
    /// Where it takes place.
    pub place: Place,
    /// In seating order; none where the trainee is alone with their own people.
    pub present: Vec<VisitorIx>,
    /// Which of our own people are there besides the trainee.
    pub staff: Vec<StaffIx>,
    /// Where it begins.
    pub start: NodeIx,
    /// Minutes after midnight at which it begins.
    pub begins_at: u16,
}

/// A condition over feelings, facts, acts, papers, promises, days and chance.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// Every one of them holds; an empty list does.
    All(Vec<When>),
    /// At least one of them holds; an empty list does not.
    Any(Vec<When>),
    /// It does not hold.
    Not(Box<When>),
    /// The fact has been told.
    Fact(FactIx),
    /// The fact stands in the notebook.
    Noted(FactIx),
    /// An act of this kind was done, by whatever option or gesture.
    Did(ActIx),
    /// This option of this choice was taken.
    Chose(NodeIx, u8),
    /// The desk task was handed in without a fault.
    FormClean(NodeIx),
    /// This entry was written.
    Wrote(NodeIx, u8),
    /// The play has been at this node.
    Visited(NodeIx),
    /// A figure of the visitor is this or more.
    AtLeast(VisitorIx, Quantity, f64),
    /// A figure of the visitor is less than this.
    Below(VisitorIx, Quantity, f64),
    /// The counter is this or more.
    VarAtLeast(VarIx, i32),
    /// The counter is exactly this.
    VarIs(VarIx, i32),
    /// A paper of this kind was given out.
    Issued(PaperIx),
    /// The promise was made.
    Promised(PromiseIx),
    /// The promise was kept.
    Kept(PromiseIx),
    /// The promise was broken.
    Broken(PromiseIx),
    /// Told of or met with at least this many deflections.
    Deflections(u8),
    /// The trainee has cut somebody off at least this often.
    Interruptions(u8),
    /// Somebody's pressure has broken at least this often.
    Outbursts(u8),
    /// At least so many days since day 0.
    DaysPassed(u16),
    /// The matter has taken this step, before the first visit or since.
    StepTaken(procedure::Step),
    /// Probability 0–1, drawn from the session's seed.
    Chance(f64),
}

/// Where the play goes when something breaks in; `None`: the engine's own short reaction, then on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hooks {
    /// A visitor's pressure went over the threshold.
    pub on_outburst: Option<NodeIx>,
    /// The trainee kept silent after something painful.
    pub on_silence: Option<NodeIx>,
    /// The trainee cut somebody off.
    pub on_interrupt: Option<NodeIx>,
    /// A sign of danger was shown and the turn went by without an act that sees to it.
    pub on_risk: Option<NodeIx>,
}

impl Hooks {
    /// The nodes with which something breaks in.
    pub fn nodes(&self) -> impl Iterator<Item = NodeIx> + use<> {
        [self.on_outburst, self.on_silence, self.on_interrupt, self.on_risk].into_iter().flatten()
    }
}

impl When {
    /// Shows the condition and all its parts.
    pub fn each<'w>(&'w self, look: &mut impl FnMut(&'w Self)) {
        look(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.each(look)),
            Self::Not(part) => part.each(look),
            _ => {}
        }
    }
}
