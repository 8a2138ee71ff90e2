//! Common wrong turns: a missed opportunity where a better option was on offer, with the line that led there.

use super::ResultRow;
use crate::scenario::Scenario;
use crate::vocabulary::Locale;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What several people chose where something better was on offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WrongTurn {
    /// The scenario's id.
    pub scenario: String,
    /// Its hash: by it the store finds the texts.
    pub hash: String,
    /// The choice's id.
    pub node: String,
    /// The option's id.
    pub option: String,
    /// The line before it: the id of its node, and which wording; the commonest, where there were several.
    pub heard: Option<(String, u8)>,
    /// People who took it, at whatever attempt.
    pub people: usize,
    /// Of so many who stood there.
    pub of: usize,
}

pub(super) fn wrong_turns(rows: &[ResultRow]) -> Vec<WrongTurn> {
    type Place = (String, String, String);
    let mut stood: BTreeMap<Place, BTreeSet<_>> = BTreeMap::new();
    let mut wrong: BTreeMap<(Place, String), (BTreeSet<_>, BTreeMap<Option<(String, u8)>, usize>)> = BTreeMap::new();
    for row in rows {
        let Some(summary) = &row.machine else { continue };
        for taken in &summary.taken {
            let place = (row.scenario.clone(), summary.hash.clone(), taken.node.clone());
            stood.entry(place.clone()).or_default().insert(row.who.person);
            if taken.wrong {
                let (people, heard) = wrong.entry((place, taken.option.clone())).or_default();
                people.insert(row.who.person);
                *heard.entry(taken.heard.clone()).or_default() += 1;
            }
        }
    }
    let turns = wrong.into_iter().map(|((place, option), (people, heard))| {
        let of = stood.get(&place).map_or(0, BTreeSet::len);
        let (scenario, hash, node) = place;
        let heard = heard.into_iter().max_by_key(|(_, times)| *times).and_then(|(heard, _)| heard);
        WrongTurn { scenario, hash, node, option, heard, people: people.len(), of }
    });
    let mut turns: Vec<WrongTurn> = turns.collect();
    // Stable: what is equally common stays in the order of the ids.
    turns.sort_by_key(|turn| std::cmp::Reverse(turn.people));
    turns
}

impl WrongTurn {
    /// What was heard and what was said, in the scenario's words; by their ids, where there is no scenario (any more).
    pub fn words(&self, scenario: Option<&Scenario>, locale: Locale) -> (Option<String>, String) {
        let node = |id: &str| scenario.and_then(|scenario| scenario.nodes.iter().find(|node| node.id == id));
        let heard = self.heard.as_ref().map(|(id, variant)| {
            let speech = node(id).and_then(|node| node.kind.speech());
            let said = speech.and_then(|speech| speech.variants.get(usize::from(*variant)));
            said.map_or_else(|| id.clone(), |said| said.say.get(locale).to_owned())
        });
        let choice = node(&self.node).and_then(|node| node.kind.as_choice());
        let option = choice.and_then(|choice| choice.options.iter().find(|option| option.id == self.option));
        let text = option.and_then(|option| option.text.author()).map(|text| text.get(locale).to_owned());
        (heard, text.unwrap_or_else(|| format!("{}/{}", self.node, self.option)))
    }
}
