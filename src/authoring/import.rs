//! What instructors already have as scenarios, as far as a scenario can say it; what was left out is listed.
//!
//! Twine stories (Twee 3 or published HTML) and Utrecht scenarios (UUDSL 4.x), as one file, several, or a ZIP archive;
//! which it is shows from the contents.

mod files;
mod twee;
mod uudsl;

use super::format::format;
use crate::locale::shortened;
use crate::scenario::bundle::MAX_FILE_BYTES;
use crate::scenario::syntax::is_invisible;
use crate::scenario::zip;
use crate::vocabulary::{LONGEST_TEXT, too_long};
pub use files::{MAX_FILES, is_story};
use indexmap::IndexSet;
use strum::IntoStaticStr;

/// Something that could not be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Name of the file; empty where there is but one.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// Which kind of thing.
    pub what: What,
    /// As it was written, shortened.
    pub text: String,
}

impl LeftOut {
    fn new(line: usize, what: What, text: &str) -> Self {
        const LONG: usize = 80;
        // Code may be long, and only its beginning is shown.
        let beginning = &text[..text.floor_char_boundary(LONG * 8)];
        let one_line = comment_line(&beginning.split_whitespace().collect::<Vec<_>>().join(" "));
        Self { file: String::new(), line, what, text: shortened(&one_line, LONG) }
    }

    /// The same in a file of several.
    fn of(self, file: &str) -> Self {
        Self { file: file.to_owned(), ..self }
    }
}

/// What a scenario has no place for, or what has to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "import-")]
pub enum What {
    /// `<<set …>>`, `(if: …)`, `$variable`
    Macro,
    /// Marks of HTML.
    Html,
    /// A picture, a sound.
    Picture,
    /// A passage of script or style.
    Code,
    /// A remark of the author's.
    Comment,
    /// A passage that no visitor says: head, menu, notes of the author.
    Special,
    /// A passage of the same name came before.
    #[strum(serialize = "passage-twice")]
    Twice,
    /// `StoryData` cannot be read.
    #[strum(serialize = "bad-data")]
    Data,
    /// The passage that the story should begin with is not there.
    #[strum(serialize = "no-start")]
    Start,
    /// A way whose end is worked out while the story is played.
    WorkedOut,
    /// A passage shown in another: too many, too deep, or in itself.
    #[strum(serialize = "not-shown")]
    Shown,
    /// Not read: no story, or one too many.
    #[strum(serialize = "not-read")]
    File,
    /// A link to a passage that is not there.
    #[strum(serialize = "no-passage")]
    Nowhere,
    /// The words of a passage's only link: one way on is no choice.
    OnlyLink,
    /// More links than a choice holds.
    #[strum(serialize = "too-many")]
    TooManyLinks,
    /// A score made of parameters.
    Score,
    /// A parameter of a type that no variable can hold.
    Parameter,
    /// Media, intents and whatever else an installation adds to statements.
    Property,
    /// What an option depended on.
    Condition,
    /// What an option set.
    Effect,
    /// Another subject could be taken up in the middle of one.
    JumpPoint,
    /// What the player says where there is nothing to choose: told instead.
    OnlyWay,
    /// The computer could have gone on instead of the player.
    Rival,
    /// Always the way where none of the others is.
    Otherwise,
    /// A way back to what came before it.
    Circle,
    /// A passage that nothing leads to.
    Unreached,
    /// An id that came before.
    IdTwice,
    /// More subjects at a time than there are keys.
    TooManySubjects,
    /// Fewer visitors fit than there are characters.
    TooManyCharacters,
    /// A language that we have no texts in.
    Language,
    /// Something of a form that is not known here.
    Unknown,
}

impl What {
    /// Fluent message, with the arguments `line` and `text`.
    pub fn text_id(self) -> &'static str {
        self.into()
    }
}

/// Why nothing could be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// `file` is empty where there is but one; `line` and `column` from 1, the column in bytes.
    #[error("{file} is not UTF-8 from line {line}, column {column} on")]
    NotUtf8 {
        /// Name of the file.
        file: String,
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
    },
    /// The HTML holds no passages.
    #[error("the HTML holds no passages")]
    Published,
    /// More than [`MAX_FILES`] files.
    #[error("it has more than {MAX_FILES} files")]
    TooManyFiles,
    /// No passage and no statement in it.
    #[error("there is no passage and no statement in it")]
    Nothing,
    /// No statement in it can ever be said.
    #[error("no statement in it can ever be said")]
    NothingSaid,
    /// No XML, with the place.
    #[error("line {line}: {cause}")]
    Xml {
        /// From 1.
        line: usize,
        /// What the parser says.
        cause: String,
    },
    /// XML of something else.
    #[error("this XML is no Utrecht scenario")]
    NotUudsl,
    /// More bytes than are read.
    #[error("it is too large for one scenario")]
    TooLarge,
    /// An archive that cannot be read.
    #[error(transparent)]
    Zip(#[from] zip::ZipError),
}

/// A draft, and what it lacks.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The text of `scenario.ron`.
    pub scenario: String,
    /// Passages that became nodes.
    pub passages: usize,
    /// Options that wait for their acts.
    pub options: usize,
    /// Of a story of passages.
    pub reach: Option<Reach>,
    /// In the order of the story.
    pub left_out: Vec<LeftOut>,
}

/// How many passages can be reached from the first one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// In the story, by its ways and by every name of a passage in its code.
    pub before: usize,
    /// Passages that can be reached in the scenario.
    pub now: usize,
    /// Names of those that cannot be reached any more.
    pub lost: Vec<String>,
}

/// Words that the made file needs, in the author's language.
pub struct Words<'w> {
    /// Tag of the texts' language.
    pub language: &'w str,
    /// Above a scenario made of a Twee story.
    pub header: &'w str,
    /// Above one made of a Utrecht scenario.
    pub header_uudsl: &'w str,
    /// The title of a story without one.
    pub untitled: &'w str,
    /// What the visitor is called.
    pub visitor: &'w str,
    /// What stands where the author has to write.
    pub todo: &'w str,
    /// The title of an end that the story lacks.
    pub nowhere: &'w str,
    /// What the trainee says to open a subject.
    pub subject: &'w dyn Fn(&str) -> String,
    /// What the trainee says where there is nothing to choose, as narration.
    pub said: &'w dyn Fn(&str) -> String,
    /// To go on with a subject that may be left.
    pub go_on: &'w str,
    /// To leave it.
    pub leave: &'w str,
    /// What is said at an end.
    pub over: &'w str,
}

/// Whatever it is, as a scenario: one file, an archive, or several files with their names.
///
/// # Errors
/// Nothing in it that can be read, or more than a scenario holds.
pub fn import(given: Vec<(String, Vec<u8>)>, words: &Words) -> Result<Imported, ImportError> {
    let (files, mut not_read) = files::unpacked(given)?;
    let mut imported = match files.as_slice() {
        [only] if uudsl::is_uudsl(&only.text) && !twee::is_html(&only.text) => uudsl::uudsl(&only.text, words)?,
        files => twee::twee(files, words)?,
    };
    imported.left_out.append(&mut not_read);
    imported.left_out.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    Ok(imported)
}

/// A made scenario as the formatter leaves it.
fn tidied(text: String) -> Result<String, ImportError> {
    let tidy = format(text.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let scenario = tidy.unwrap_or(text);
    if scenario.len() as u64 > MAX_FILE_BYTES { Err(ImportError::TooLarge) } else { Ok(scenario) }
}

/// Most nodes of a made scenario: as many as one may have.
const MOST_NODES: usize = 10_000;

/// A text as long as one of its kind may be; `…` says that it went on.
fn titled(text: &str, most: usize) -> String {
    let text = text.trim();
    match too_long(text, most) {
        None => quoted(text),
        Some(_) => quoted(&format!("{}…", text.chars().take(most - 1).collect::<String>())),
    }
}

/// A text in pieces that fit into a line each, divided where a paragraph ends or else a sentence, a word.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while let Some((end, _)) = rest.char_indices().nth(LONGEST_TEXT) {
        let whole = &rest[..end];
        let ends: [&[char]; 3] = [&['\n'], &['。', '！', '？', '.', '!', '?'], &[' ', '，', ',']];
        let cut = ends.into_iter().find_map(|signs| {
            let at = whole.rfind(signs)?;
            Some(at + whole[at..].chars().next().map_or(1, char::len_utf8)).filter(|cut| *cut > end / 2)
        });
        let (piece, after) = rest.split_at(cut.unwrap_or(end));
        pieces.push(piece.trim_end());
        rest = after.trim_start();
    }
    pieces.push(rest);
    pieces
}

/// A name as an id: lower-case ASCII, and no other's.
fn slug(name: &str, otherwise: &str, used: &mut IndexSet<String>) -> String {
    const LONG: usize = 40;
    let ascii = name.to_lowercase();
    let ascii = ascii.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' });
    let plain: String = ascii.collect::<String>().trim_matches('_').chars().take(LONG).collect();
    let base = if plain.starts_with(|c: char| c.is_ascii_lowercase()) { plain } else { otherwise.to_owned() + &plain };
    let mut id = base.clone();
    let mut number = used.len();
    while id == "return" || used.contains(&id) {
        number += 1;
        id = format!("{base}-{number}");
    }
    used.insert(id.clone());
    id
}

/// A text in a comment of one line.
fn comment_line(text: &str) -> String {
    text.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }).filter(|c| !is_invisible(*c)).collect()
}

/// A text as RON writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.trim().chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if is_invisible(c) => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether something is left of a text without what nobody sees.
fn readable(text: &str) -> bool {
    !comment_line(text).trim().is_empty()
}
