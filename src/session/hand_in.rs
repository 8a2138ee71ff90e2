//! Handing in a paper or a composed answer: in which order its entries are found, and what each field comes to.

use super::event::Event;
use crate::procedure::{Decides, Form, FormAnswer, Judgement, Known};
use crate::vocabulary::NodeIx;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

/// Tells what each field of a paper came to; true if nothing is wrong with any.
pub(super) fn judge<O: Decides>(
    form: &Form<O>,
    node: NodeIx,
    written: FormAnswer,
    known: Known,
    events: &mut Vec<Event>,
) -> bool {
    let mut is_faultless = true;
    for Judgement { entry, right, found } in form.judge(written, known) {
        is_faultless &= found.is_none();
        let (fault, basis) = (found.map(|found| found.fault), found.and_then(|found| found.basis));
        events.push(Event::Wrote { node, entry, right, fault, basis });
    }
    is_faultless
}

/// The entries of a field in the order in which a trainee finds them: what the author wrote is mixed by the seed,
/// what the engine made stands last in its usual order.
pub fn shown_order<O>(form: &Form<O>, node: NodeIx, field: usize, seed: u64) -> Vec<u8> {
    let Some(at_hand) = form.fields.get(field) else {
        return Vec::new();
    };
    let (usual, mixed): (Vec<_>, Vec<_>) = form.entries_of(at_hand).partition(|(_, entry)| entry.made);
    let positions = |entries: Vec<(u8, _)>| entries.into_iter().map(|(at, _)| at).collect::<Vec<u8>>();
    let mut mixed = positions(mixed);
    let place = (u64::from(node.0) << 8 | field as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed.shuffle(&mut ChaCha8Rng::seed_from_u64(seed ^ place));
    mixed.extend(positions(usual));
    mixed
}
