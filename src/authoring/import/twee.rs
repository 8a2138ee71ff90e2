//! Twee 3 and published Twine stories as scenarios of ours.
//!
//! Files become passages (`passages`, `published`); each passage is read by the grammars of its format (`scan`, with a
//! file for each format); with what it shows of others it becomes text and ways (`body`), and nodes (`write`). How many
//! passages can be reached before and after is counted (`reach`), so that no way is lost in silence.

mod body;
mod chapbook;
mod code;
mod harlowe;
mod html;
mod links;
mod passages;
mod published;
mod reach;
mod scan;
mod snowman;
mod sugarcube;
mod write;

use super::{ImportError, Imported, Words};
use crate::vocabulary::Locale;
use body::{Body, Read};
use indexmap::IndexSet;
pub use passages::File;
use passages::Story;
pub use published::is_html;
use scan::{Grammars, Scanned};

/// The files of one story.
///
/// # Errors
/// No passage in it, HTML without passages, or more than a scenario holds.
pub fn twee(files: &[File], words: &Words) -> Result<Imported, ImportError> {
    let published = files.iter().find(|file| published::is_published(&file.text));
    let mut story = match published {
        Some(file) => published::read(file),
        None => Story::read(files),
    };
    if story.passages.is_empty() {
        let html = files.iter().any(|file| is_html(&file.text));
        return Err(if html { ImportError::Published } else { ImportError::Nothing });
    }
    story.begin();
    let grammars = grammars(&story);
    let names: IndexSet<String> = story.passages.keys().cloned().collect();
    let mut scanned: Vec<Scanned> =
        story.passages.values().map(|passage| scan::scan(passage, grammars, &names)).collect();
    for one in &mut scanned {
        story.left_out.append(&mut one.left_out);
    }
    let files = story.passages.values().map(|passage| passage.file.as_str()).collect();
    let read = Read { names: &names, files, scanned: &scanned };
    let bodies: Vec<Body> = (0..names.len()).map(|at| read.body(at, &mut story.left_out)).collect();
    let language = language(&bodies, words.language);
    write::scenario(story, &bodies, language, words)
}

/// The grammar of the format that a story names; of one that names none, those whose signs stand in it.
fn grammars(story: &Story) -> Grammars {
    let format = story.format.as_deref().unwrap_or_default().to_ascii_lowercase();
    let named = |name: &str| format.starts_with(name);
    let declared = Grammars {
        harlowe: named("harlowe"),
        sugarcube: named("sugarcube") || named("sugarcane"),
        chapbook: named("chapbook"),
        snowman: named("snowman"),
        declared: true,
    };
    if declared != (Grammars { declared: true, ..Grammars::default() }) {
        return declared;
    }
    let sources = || story.passages.values().map(|passage| passage.source.as_str());
    let any = |sign: &str, is: &dyn Fn(&str) -> bool| {
        sources().any(|source| source.match_indices(sign).any(|(at, _)| is(&source[at..])))
    };
    Grammars {
        harlowe: any("(", &|rest| harlowe::name(rest).is_some()),
        sugarcube: any("<<", &|rest| {
            rest[2..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '=' | '-'))
        }),
        chapbook: sources().any(chapbook::shows),
        snowman: sources().any(|source| source.contains("<%")),
        declared: false,
    }
}

/// The language that most of the story is written in; the author's, where the letters do not say.
fn language<'w>(bodies: &[Body], otherwise: &'w str) -> &'w str {
    let (mut han, mut latin, mut other) = (0usize, 0usize, 0usize);
    for c in bodies.iter().flat_map(|body| body.text.chars()).filter(|c| c.is_alphabetic()) {
        match c {
            '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}' => han += 1,
            c if c.is_ascii() => latin += 1,
            _ => other += 1,
        }
    }
    // An English word has about as many letters as five Chinese signs; kana, Hangul and Cyrillic are neither.
    if other * 4 > han + latin {
        otherwise
    } else if han * 5 > latin {
        Locale::ZhCn.tag()
    } else if latin > 0 && han * 20 < latin {
        Locale::En.tag()
    } else {
        otherwise
    }
}
