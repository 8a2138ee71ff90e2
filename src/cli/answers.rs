//! Moves typed by a person or read from a file.

use crate::args;
use crate::locale::Texts;
use crate::scenario::model::Choice;
use crate::session::{Awaiting, Move, Session};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::FactIx;
use crate::vocabulary::Locale;
use indexmap::IndexMap;

/// One line of a file of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A move to be made.
    Move(Move),
    /// Added to the time of the next move.
    Wait(u32),
    /// An empty line or a comment.
    Nothing,
}

/// Why a line says nothing: message and the word it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    id: &'static str,
    word: String,
}

impl NotUnderstood {
    fn new(id: &'static str, word: &str) -> Self {
        Self { id, word: word.to_owned() }
    }

    /// As a person is told.
    pub fn text(&self, locale: Locale) -> String {
        locale.text_with(self.id, &args!("word" => self.word.as_str())).into_owned()
    }
}

/// Reads a line: an option by its id or by the number it is shown with, `gesture Nod`, `note hours`,
/// `fill name=told id=masked`,
/// `back` or `back 3`, `wait 2000`.
///
/// # Errors
///
/// [`NotUnderstood`]: it is none of these, or names what is not on offer.
pub fn parse(line: &str, session: &Session, wait_ms: u32) -> Result<Answer, NotUnderstood> {
    // An editor may have put a byte order mark in front.
    let line = line.trim_start_matches('\u{feff}').trim();
    if line.is_empty() || line.starts_with('#') {
        return Ok(Answer::Nothing);
    }
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    let number = |text: &str| text.parse::<u32>().map_err(|_| NotUnderstood::new("answer-not-a-number", text));
    // An option that is called `wait` is still an option.
    if let Some(option) = option(line, session) {
        return Ok(Answer::Move(Move::Choose { option, wait_ms }));
    }
    Ok(match word {
        "wait" => Answer::Wait(number(rest)?),
        "gesture" => Answer::Move(Move::Gesture { act: gesture(rest)?, wait_ms }),
        "fill" => Answer::Move(Move::Fill { entries: filled(rest)?, wait_ms }),
        "note" => Answer::Move(Move::Note { fact: fact(rest, session)?, wait_ms }),
        "back" if rest.is_empty() => Answer::Move(Move::StepBack { before_turn: session.turn() }),
        "back" => Answer::Move(Move::StepBack { before_turn: number(rest)? }),
        _ => return Err(NotUnderstood::new("answer-unknown", line)),
    })
}

/// The choice at hand.
pub fn choice(session: &Session) -> Option<(&Choice, Vec<u8>)> {
    let Awaiting::Choice { node, offer } = session.awaiting() else {
        return None;
    };
    Some((session.scenario().choice(node)?, offer.as_slice().to_vec()))
}

/// The id of the option on offer that goes by this id or this number.
pub fn option(word: &str, session: &Session) -> Option<String> {
    let (choice, offer) = choice(session)?;
    let on_offer = |at: &u8| choice.options.get(usize::from(*at));
    let by_id = offer.iter().filter_map(on_offer).find(|option| option.id == word);
    let by_number = || {
        let shown: usize = word.parse().ok()?;
        offer.get(shown.checked_sub(1)?).and_then(on_offer)
    };
    by_id.or_else(by_number).map(|option| option.id.clone())
}

/// `name=full id=masked`.
fn filled(words: &str) -> Result<IndexMap<String, String>, NotUnderstood> {
    let pair = |word: &str| {
        let (field, entry) = word.split_once('=').ok_or_else(|| NotUnderstood::new("answer-not-a-field", word))?;
        Ok((field.to_owned(), entry.to_owned()))
    };
    words.split_whitespace().map(pair).collect()
}

fn gesture(word: &str) -> Result<String, NotUnderstood> {
    let acts = ActCatalogue::shipped();
    let found = acts.gestures().find(|(ix, name)| acts[*ix].name == word || *name == word);
    found.map(|(ix, _)| acts[ix].name.clone()).ok_or_else(|| NotUnderstood::new("answer-no-gesture", word))
}

fn fact(word: &str, session: &Session) -> Result<String, NotUnderstood> {
    let known = session.scenario().facts.iter().any(|fact| fact.id == word);
    known.then(|| word.to_owned()).ok_or_else(|| NotUnderstood::new("answer-no-fact", word))
}

/// Facts that have been told and do not stand in the notebook yet.
pub fn unnoted(session: &Session) -> Vec<FactIx> {
    let noted = session.notebook();
    (0..session.scenario().facts.len())
        .filter_map(|at| u16::try_from(at).ok().map(FactIx))
        .filter(|fact| session.told(*fact) && !noted.contains(fact))
        .collect()
}
