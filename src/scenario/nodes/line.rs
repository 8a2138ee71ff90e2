//! What somebody says, or what is told.

use super::{AsNode, Exit, Speech, Target, Why};
use crate::scenario::model::{Act, Effect, When};
use crate::vocabulary::{Cue, Manner, Somebody, Text};

/// What somebody says, or what is told.
#[derive(Clone, Debug)]
pub struct Line {
    /// `None`: narration.
    pub who: Option<Somebody>,
    /// How it is said.
    pub manner: Manner,
    /// Never empty; the first whose condition holds is said, the last has none.
    pub variants: Vec<Variant>,
    /// What happens to counters when it is said.
    pub effects: Vec<Effect>,
    /// Where the play goes on.
    pub then: Target,
}

/// One of the things that can be said there.
#[derive(Clone, Debug)]
pub struct Variant {
    /// `None`: always.
    pub when: Option<When>,
    /// The words; stage directions stand between brackets.
    pub say: Text,
    /// What in them calls for an act, in the order of their weight.
    pub cues: Vec<Cue>,
    /// What it does to those who hear it; only our own people's lines have acts.
    pub acts: Vec<Act>,
    /// How long it takes to say, by the visitor's speech rate and the original text.
    pub speech_ms: u32,
}

impl AsNode for Line {
    fn kind_id(&self) -> &'static str {
        "node-line"
    }

    fn exits(&self) -> Vec<Exit<'_>> {
        vec![Exit::new(self.then, Why::Then)]
    }

    fn targets_mut(&mut self) -> Vec<&mut Target> {
        vec![&mut self.then]
    }

    fn conditions(&self) -> Vec<&When> {
        self.variants.iter().filter_map(|variant| variant.when.as_ref()).collect()
    }

    fn sides(&self) -> usize {
        self.variants.len()
    }

    fn speech(&self) -> Option<Speech<'_>> {
        let (who, staff) = (self.who.and_then(Somebody::visitor), self.who.and_then(Somebody::staff));
        Some(Speech { who, staff, manner: self.manner, variants: &self.variants })
    }

    fn texts(&self) -> Vec<&Text> {
        self.variants.iter().map(|variant| &variant.say).collect()
    }

    fn texts_mut(&mut self) -> Vec<(String, &mut Text)> {
        // In the order of writing: the line itself comes before its variants.
        let last = self.variants.len().saturating_sub(1);
        let (others, own) = self.variants.split_at_mut(last);
        let own = own.iter_mut().map(|variant| (String::new(), &mut variant.say));
        let others =
            others.iter_mut().enumerate().map(|(n, variant)| (format!(".variant-{}", n + 1), &mut variant.say));
        own.chain(others).collect()
    }
}
