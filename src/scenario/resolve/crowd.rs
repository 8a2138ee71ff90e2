//! A crowd that the author wrote once: so many people alike in what they want, each with a face of their own.

use super::super::model::*;
use super::super::source::{Entries, ScenarioSource, Str, VisitorSource};

/// Ages of a crowd spread so far around the one that was written.
const AGES: [i16; 7] = [0, -9, 6, -4, 11, -13, 3];
const BUILDS: [Build; 5] = [Build::Average, Build::Slight, Build::Broad, Build::Average, Build::Broad];
const HAIRS: [Hair; 6] = [Hair::Short, Hair::Cap, Hair::Short, Hair::Balding, Hair::Cap, Hair::Short];
const COLOURS: [HairColour; 4] = [HairColour::Black, HairColour::Grey, HairColour::Black, HairColour::Brown];

/// How many people one entry stands for, as far as it can be.
pub(super) fn heads(source: &VisitorSource) -> usize {
    source.count.map_or(1, |count| count.clamp(1, MAX_VISITORS as i64) as usize)
}

/// How many people there are.
pub(super) fn all_heads(written: &Entries<Str, VisitorSource>) -> usize {
    written.0.iter().map(|(_, visitor)| heads(visitor)).sum()
}

/// For each entry as written, the place of its first person.
pub(super) fn first_places(source: &ScenarioSource) -> Vec<u16> {
    let sizes = source.visitors.0.iter().map(|(_, visitor)| heads(visitor) as u16);
    sizes.scan(0u16, |next, size| Some(std::mem::replace(next, next.saturating_add(size)))).collect()
}

/// The others of the crowd of which `first`, at `place`, is one. Their ids cannot be written, so none is taken.
pub(super) fn others(first: &Visitor, place: usize, heads: usize) -> impl Iterator<Item = Visitor> + '_ {
    (1..heads).map(move |n| {
        let age = (i16::from(first.age) + AGES[n % AGES.len()]).clamp(18, 120) as u8;
        Visitor {
            id: format!("{}.{}", first.id, n + 1),
            age: if first.age < 18 { first.age } else { age },
            look: Look {
                build: BUILDS[n % BUILDS.len()],
                hair: HAIRS[n % HAIRS.len()],
                hair_colour: COLOURS[n % COLOURS.len()],
                glasses: first.look.glasses != (n % 6 == 5),
                ..first.look
            },
            like: Some(VisitorIx(place as u16)),
            ..first.clone()
        }
    })
}
