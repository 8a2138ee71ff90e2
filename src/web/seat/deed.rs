//! What a trainee does in the browser, and the move that it is. A page knows places only, never the ids of options,
//! entries or facts: those tell what an option does.

use super::beats::Beats;
use crate::logbook::Recording;
use crate::scenario::model::Scenario;
use crate::session::hand_in::shown_order;
use crate::session::{Awaiting, Event, Mode, Move, ResolvedMove};
use crate::showing::{Entry, View, of_variant, speaker, variant};
use crate::vocabulary::{ActCatalogue, FactIx, Locale, NodeIx};
use serde::Deserialize;

/// One deed, by what stands where on the page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Deed {
    /// The option at this place, from 0.
    Choose(u8),
    /// The gesture at this place of the row, from 0.
    Gesture(u16),
    /// For each field in its order: the place of what is written there.
    Fill(Vec<u8>),
    /// A phrase of one of the lines said so far.
    Note {
        /// Which line of a person, counted from the first of the session.
        line: u32,
        /// Which phrase of it, from 0.
        phrase: u16,
    },
    /// Practice: skips the rest of the line at hand.
    HearOut,
    /// Practice: undoes the last turn.
    StepBack,
}

/// Why a deed is no move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The phrase holds no fact that could still be noted.
    NothingToNote,
    /// It does not fit what is at hand: the page is behind.
    DoesNotFit,
}

/// The line of a person with this number: its words, and what the page calls them by.
pub fn spoken_line(view: &View, scenario: &Scenario, line: u32) -> Option<(NodeIx, u8)> {
    spoken_lines(view, scenario).nth(usize::try_from(line).ok()?)
}

/// All lines that people have said so far.
pub fn spoken_lines<'v>(view: &'v View, scenario: &'v Scenario) -> impl DoubleEndedIterator<Item = (NodeIx, u8)> + 'v {
    view.entries.iter().filter_map(|entry| match *entry {
        Entry::Line { node, variant } if speaker(scenario, node).is_some() => Some((node, variant)),
        _ => None,
    })
}

/// The move that a deed is, `wait_ms` after the last one.
///
/// # Errors
///
/// [`NotDone`], where there is no such place or nothing to note.
pub fn move_of(deed: &Deed, recording: &Recording, locale: Locale, wait_ms: u32) -> Result<Move, NotDone> {
    let session = recording.session();
    let scenario = session.scenario();
    let fits = |found: Option<Move>| found.ok_or(NotDone::DoesNotFit);
    match deed {
        Deed::Choose(place) => {
            let Awaiting::Choice { node, offer } = session.awaiting() else { return Err(NotDone::DoesNotFit) };
            let option = offer.as_slice().get(usize::from(*place)).and_then(|at| scenario.option(node, *at));
            fits(option.map(|option| Move::Choose { option: option.id.clone(), wait_ms }))
        }
        Deed::Gesture(place) => {
            let acts = ActCatalogue::shipped();
            let act = acts.gestures().nth(usize::from(*place));
            fits(act.map(|(act, _)| Move::Gesture { act: acts[act].name.clone(), wait_ms }))
        }
        Deed::Fill(places) => {
            let Awaiting::Desk { node } = session.awaiting() else { return Err(NotDone::DoesNotFit) };
            let task = scenario.task(node).ok_or(NotDone::DoesNotFit)?;
            let entry = |(field, place): (usize, &u8)| {
                shown_order(&task.form, node, field, session.settings().seed).get(usize::from(*place)).copied()
            };
            let entries: Option<Vec<u8>> = places.iter().enumerate().map(entry).collect();
            let written =
                entries.and_then(|entries| task.form.answer(entries)).filter(|answer| task.form.fits(*answer));
            fits(written.and_then(|written| session.name(ResolvedMove::Fill { written, wait_ms })))
        }
        Deed::Note { line, phrase } => {
            let view = View::of(scenario, recording.events());
            let (node, said) = spoken_line(&view, scenario, *line).ok_or(NotDone::DoesNotFit)?;
            let words = variant(scenario, node, said).ok_or(NotDone::DoesNotFit)?;
            let phrases = of_variant(scenario, words, locale);
            let phrase = phrases.get(usize::from(*phrase)).ok_or(NotDone::DoesNotFit)?;
            let open = |fact: &&FactIx| view.now.has_told(**fact) && !view.now.noted.contains(fact);
            let fact = phrase.facts.iter().find(open).and_then(|fact| scenario.facts.get(fact.at()));
            let fact = fact.ok_or(NotDone::NothingToNote)?;
            Ok(Move::Note { fact: fact.id.clone(), wait_ms })
        }
        Deed::HearOut => {
            let clock = session.clock_ms();
            let now = clock + u64::from(wait_ms);
            let left = Beats::of(recording.events(), clock).being_said(now).map(|speech| speech.end_ms() - now);
            let left = left.filter(|_| session.settings().mode == Mode::Practice);
            fits(left.map(|left| Move::Skip { wait_ms, skip_ms: u32::try_from(left).unwrap_or(u32::MAX) }))
        }
        Deed::StepBack => {
            let turn = session.turn();
            let may = turn > 0 && session.settings().mode == Mode::Practice;
            fits(may.then_some(Move::StepBack { before_turn: turn }))
        }
    }
}

/// After a step back: what was said before that turn need not be heard again.
pub fn after_step_back(recording: &Recording) -> Option<Move> {
    if !matches!(recording.latest().last(), Some(Event::SteppedBack { .. })) {
        return None;
    }
    let session = recording.session();
    let left = session.speech_ends_ms().saturating_sub(session.clock_ms());
    (left > 0).then(|| Move::Skip { wait_ms: 0, skip_ms: u32::try_from(left).unwrap_or(u32::MAX) })
}
