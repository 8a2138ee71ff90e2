//! Utrecht scenarios (UUDSL 4.x, the XML of the Scenario Editor and “Communicate!”) as scenarios of ours.
//!
//! A sequence of interleave levels, each with dialogues; a dialogue is a graph of statements by player, computer or
//! situation, with preconditions and effects on typed parameters. Of all that, what ours can say is taken over:
//! parameters become bounded variables, a level of several dialogues becomes `Topics`, player statements become
//! options. Scores, properties and jumps in the middle of a subject are listed as left out.

mod read;
mod vars;
mod ways;
mod write;

use super::{ImportError, Imported, Words};
use indexmap::IndexMap;

pub fn uudsl(text: &str, words: &Words) -> Result<Imported, ImportError> {
    let story = read::story(text)?;
    write::scenario(story, words)
}

pub fn is_uudsl(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && text.contains("<scenario") || text.starts_with("<?xml")
}

/// A name of a parameter: of the whole, or of one character.
type Key = (String, Option<String>);

#[derive(Debug, Default)]
struct Story {
    title: Option<String>,
    language: Option<(String, usize)>,
    description: String,
    authors: Vec<String>,
    difficulty: Option<u8>,
    characters: Vec<Character>,
    parameters: Vec<Parameter>,
    /// What parameters hold at the start.
    initial: Vec<(Key, String)>,
    levels: Vec<Vec<Dialogue>>,
    left_out: Vec<crate::authoring::import::LeftOut>,
}

#[derive(Debug)]
struct Character {
    id: String,
    name: Option<String>,
    line: usize,
}

#[derive(Debug)]
struct Parameter {
    id: String,
    name: String,
    kind: Kind,
    default: Option<String>,
    line: usize,
}

#[derive(Debug)]
enum Kind {
    Integer {
        min: Option<i64>,
        max: Option<i64>,
    },
    Boolean,
    /// One of these; more may turn up in conditions and effects.
    Text(Vec<String>),
    Unknown(String),
}

#[derive(Debug, Default)]
struct Dialogue {
    id: String,
    subject: String,
    optional: bool,
    starts: Vec<String>,
    statements: IndexMap<String, Statement>,
    comment: Option<String>,
    line: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Speaker {
    Player,
    Computer(Option<String>),
    Situation,
}

#[derive(Debug)]
struct Statement {
    id: String,
    speaker: Speaker,
    text: String,
    /// Another subject may be taken up here.
    interleave: bool,
    /// The subject may be left after it.
    early_end: bool,
    /// The scenario ends after it.
    end: bool,
    condition: Option<Condition>,
    effects: Vec<Effect>,
    responses: Vec<String>,
    comment: Option<String>,
    line: usize,
}

#[derive(Debug)]
enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Test(Test),
}

#[derive(Debug)]
struct Test {
    key: Key,
    operator: String,
    value: String,
    line: usize,
}

#[derive(Debug)]
struct Effect {
    key: Key,
    operator: String,
    value: String,
    line: usize,
}
