//! What a policy has before it when it takes something without understanding it: options of a choice, entries of a field.

use super::guess::Guess;
use crate::locale::Texts;
use crate::procedure::Form;
use crate::scenario::model::{Act, Opt};
use crate::session::hand_in::shown_order;
use crate::vocabulary::{ActCatalogue, ActIx, Locale, Need, NodeIx};
use std::borrow::Cow;

/// What there is to take one of: the options of a choice, or the entries of a field.
pub(super) trait Offered {
    /// How many there are.
    fn count(&self) -> usize;
    /// The one at a place of an order that costs nothing.
    fn nth(&self, place: usize) -> Option<u8>;
    /// All, as they are laid out for the trainee.
    fn as_shown(&self) -> Vec<u8>;
    fn acts(&self, one: u8) -> &[Act];
    /// Which one somebody takes who goes by looks.
    fn guessed(&self, guess: &Guess) -> Option<u8>;
    /// Which respects and protects least, where that can be said.
    fn harshest(&self) -> Option<u8>;
}

pub(super) struct OfferedOptions<'a> {
    pub options: &'a [Opt],
    /// Those on offer, in the order on the screen.
    pub shown: &'a [u8],
    pub author: Locale,
}

impl Offered for OfferedOptions<'_> {
    fn count(&self) -> usize {
        self.shown.len()
    }

    fn nth(&self, place: usize) -> Option<u8> {
        self.shown.get(place).copied()
    }

    fn as_shown(&self) -> Vec<u8> {
        self.shown.to_vec()
    }

    fn acts(&self, one: u8) -> &[Act] {
        self.options.get(usize::from(one)).map_or(&[], |option| &option.acts)
    }

    fn guessed(&self, guess: &Guess) -> Option<u8> {
        guess.option(self.options, self.shown, self.author)
    }

    fn harshest(&self) -> Option<u8> {
        harshest(self.options, self.shown)
    }
}

pub(super) struct OfferedEntries<'a> {
    pub form: &'a Form<Opt>,
    pub node: NodeIx,
    /// Which field.
    pub at: usize,
    /// The session's.
    pub seed: u64,
    pub author: Locale,
}

impl OfferedEntries<'_> {
    fn entries(&self) -> std::ops::Range<u8> {
        self.form.fields.get(self.at).map_or(0..0, |field| field.entries.clone())
    }
}

impl Offered for OfferedEntries<'_> {
    fn count(&self) -> usize {
        self.entries().len()
    }

    // In the written order: mixing them costs more than all the rest.
    fn nth(&self, place: usize) -> Option<u8> {
        self.entries().nth(place)
    }

    fn as_shown(&self) -> Vec<u8> {
        shown_order(self.form, self.node, self.at, self.seed)
    }

    fn acts(&self, one: u8) -> &[Act] {
        self.form.entry(one).map_or(&[], |entry| &entry.opt.acts)
    }

    fn guessed(&self, guess: &Guess) -> Option<u8> {
        let words = |at: u8| Some((at, self.author.words(&self.form.entry(at)?.opt.text)));
        guess.entry(&self.entries().filter_map(words).collect::<Vec<(u8, Cow<str>)>>())
    }

    fn harshest(&self) -> Option<u8> {
        None
    }
}

/// The option that respects and protects least; of equals the one that stands first in the file.
fn harshest(options: &[Opt], shown: &[u8]) -> Option<u8> {
    let acts = ActCatalogue::shipped();
    let kind = |option: u8| -> f64 {
        let of = |act: ActIx| acts[act].needs[Need::Respect as usize] + acts[act].needs[Need::Safety as usize];
        options[option as usize].acts.iter().map(|act| of(act.kind)).sum()
    };
    shown.iter().copied().min_by(|a, b| kind(*a).total_cmp(&kind(*b)).then(a.cmp(b)))
}
