//! Listening as it can be measured: what was let finish, answered, noted, given back rightly; counted, not scored.

use super::criteria::Rubric;
use super::rules::{CueRule, Rule, fits};
use crate::procedure::Aspect;
use crate::scenario::model::{Act, Arg, Scenario};
use crate::session::{Event, Projection, effective};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::ActEffect;
use crate::vocabulary::Cue;
use crate::vocabulary::CueKind;
use crate::vocabulary::acts::Mechanic;

/// A cue counts as answered within so many choices.
const TURNS: u8 = 2;

/// Counts of one session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listening {
    /// What the visitors had to say, and what of it was cut off, in milliseconds of speech.
    pub speech_ms: u64,
    /// What of it was cut off, milliseconds.
    pub unsaid_ms: u64,
    /// How often the trainee cut somebody off.
    pub interruptions: u32,
    /// False where nobody measures time.
    pub timed: bool,
    /// Cues that a criterion waits for, and those answered within two turns.
    pub cues: u32,
    /// What of them was answered within two turns.
    pub answered: u32,
    /// Facts worth noting that were told.
    pub facts_told: u32,
    /// What of them reached the notebook.
    pub facts_noted: u32,
    /// Fields of papers that take down what was heard, and those that took it down rightly.
    pub written: u32,
    /// What of them was taken down as it was said.
    pub written_rightly: u32,
    /// Words given back that had been said, and words that had not.
    pub mirrored: u32,
    /// Words given back that nobody had said.
    pub never_said: u32,
    /// Given back subtly wrong; rightly are `in_own_words`.
    pub wrongly: u32,
    /// What a yes or no cannot answer.
    pub open_questions: u32,
    /// What one word answers.
    pub closed_questions: u32,
    /// Given back: what was said, what was meant by it.
    pub simple: u32,
    /// What was meant by it and not said, given back.
    pub complex: u32,
    /// Of all that was given back, what was not just their word.
    pub in_own_words: u32,
}

struct Open {
    cue: Cue,
    turns: u8,
}

impl Listening {
    /// Measures a session by its events; what a step back undid does not count.
    pub fn of(scenario: &Scenario, rubric: &Rubric, acts: &ActCatalogue, timed: bool, events: &[Event]) -> Self {
        let mut found = Self { timed, ..Self::default() };
        let mut open: Vec<Open> = Vec::new();
        // Of what visitors say since the last turn, in milliseconds; the share cut off; whether some of it was skipped.
        let (mut said_ms, mut unsaid, mut skipped) = (0_u64, None, false);
        let mut now = Projection::new(scenario);
        for event in effective(events).iter() {
            now.take(scenario, event);
            match *event {
                Event::Said { node, variant, speech_ms, .. } => {
                    let Some(line) = scenario.kind(node).and_then(|kind| kind.speech()) else { continue };
                    if line.who.is_some() {
                        said_ms += u64::from(speech_ms);
                    }
                    let cues = line.variants.get(usize::from(variant)).map_or(&[][..], |variant| &variant.cues);
                    open.extend(
                        cues.iter().filter(|cue| waited_for(rubric, **cue)).map(|cue| Open { cue: *cue, turns: 0 }),
                    );
                }
                Event::Interrupted { unsaid: share, .. } => {
                    found.interruptions += 1;
                    unsaid = Some(share);
                }
                Event::Skipped { .. } => skipped = true,
                Event::Chose { .. } | Event::Filled { .. } => {
                    // What was skipped says nothing of the trainee's patience.
                    if !skipped || unsaid.is_some() {
                        let unsaid = if skipped { 1000 } else { unsaid.unwrap_or(0) };
                        found.speech_ms += said_ms;
                        found.unsaid_ms += said_ms * u64::from(unsaid) / 1000;
                    }
                    (said_ms, unsaid, skipped) = (0, None, false);
                    found.lapse(&mut open, TURNS);
                    open.iter_mut().for_each(|cue| cue.turns += 1);
                }
                Event::Acted { act, effect, .. } => {
                    found.act(rubric, acts, act, effect);
                    if effect != ActEffect::NeverSaid && !is_nameless(acts, act) {
                        let before = open.len();
                        // What answers one thing wholly is not said to another by half.
                        let wholly = open.iter().any(|one| answers(rubric, one.cue, act, true));
                        open.retain(|one| !answers(rubric, one.cue, act, wholly));
                        found.close(before - open.len());
                    }
                }
                Event::Wrote { node, entry, fault, .. } => {
                    let field = scenario.task(node).and_then(|task| task.form.fields.get(task.form.field_of(entry)?));
                    if field.is_some_and(|field| Aspect::of(field.kind, fault) == Aspect::Facts) {
                        found.written += 1;
                        found.written_rightly += u32::from(fault.is_none());
                    }
                }
                Event::FactNoted { fact, .. } => {
                    let before = open.len();
                    open.retain(|one| one.cue != Cue::Fact(fact));
                    found.close(before - open.len());
                }
                _ => {}
            }
        }
        let told = now.facts.iter().filter(|fate| fate.told.is_some()).count();
        (found.facts_told, found.facts_noted) = (told as u32, now.noted.len() as u32);
        // What was said last, and nobody had a turn after it, was not left unanswered.
        found.lapse(&mut open, 1);
        found
    }

    fn close(&mut self, answered: usize) {
        self.cues += answered as u32;
        self.answered += answered as u32;
    }

    fn lapse(&mut self, open: &mut Vec<Open>, after: u8) {
        let before = open.len();
        open.retain(|one| one.turns < after);
        self.cues += (before - open.len()) as u32;
    }

    fn act(&mut self, rubric: &Rubric, acts: &ActCatalogue, act: Act, effect: ActEffect) {
        let (talk, kind) = (&rubric.talk, act.kind);
        if is_nameless(acts, act) {
            return;
        }
        if acts[kind].mechanic == Some(Mechanic::Mirror) {
            let count = if effect == ActEffect::NeverSaid { &mut self.never_said } else { &mut self.mirrored };
            *count += 1;
        }
        if effect == ActEffect::NeverSaid {
            return;
        }
        self.open_questions += u32::from(talk.open.contains(kind));
        self.closed_questions += u32::from(talk.closed.contains(kind));
        let (simple, complex) = (talk.simple.contains(kind), talk.complex.contains(kind));
        self.simple += u32::from(simple);
        self.complex += u32::from(complex);
        self.in_own_words += u32::from((simple || complex) && acts[kind].mechanic != Some(Mechanic::Mirror));
        self.wrongly += u32::from(talk.wrong.contains(kind));
    }
}

/// Whether a word was given back, and nobody says which.
fn is_nameless(acts: &ActCatalogue, act: Act) -> bool {
    act.arg == Arg::None && acts[act.kind].mechanic == Some(Mechanic::Mirror)
}

/// Whether any criterion waits for an answer to it.
fn waited_for(rubric: &Rubric, cue: Cue) -> bool {
    let kind = CueKind::of(cue);
    rubric.criteria.iter().any(|c| matches!(c.rule, Rule::Cue(CueRule { cues, .. }) if cues.contains(kind)))
}

/// Whether an act answers a cue by any criterion: `wholly`, or else by half at least.
fn answers(rubric: &Rubric, cue: Cue, act: Act, wholly: bool) -> bool {
    let kind = CueKind::of(cue);
    fits(act.arg, cue)
        && (rubric.criteria.iter()).any(|c| {
            matches!(c.rule, Rule::Cue(CueRule { cues, .. }) if cues.contains(kind))
                && (c.hit.contains(act.kind) || !wholly && c.partial.contains(act.kind))
        })
}
