//! Packs of local rules that a scenario brings along: `law/<id>.ron` in its own folder, or in the folder of all
//! scenarios, where one is taken along if the scenario names it. They are read and cited like those that ship.

use super::bundle::{MAX_FILE_BYTES, SourceBundle, without_bom};
use super::diagnostic::{Code, Diagnostic, Hint, suggest};
use super::repair::{of_sign, place, wanted};
use super::syntax::{Step, Tree};
use super::{encoding, include};
use crate::procedure::{LawError, LawLibrary};
use crate::vocabulary::{Message, open_file};
use ron::error::{Error, SpannedError};
use std::io::Read;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// The folder in which they lie.
const FOLDER: &str = "law/";

/// The packs that can be cited in a scenario.
#[derive(Clone, Debug, Default)]
pub struct OwnLaw {
    /// Those that ship and its own; `None`: only those that ship.
    pub library: Option<Arc<LawLibrary>>,
    /// Ids of packs that are there and cannot be used: whoever cites them has done nothing wrong.
    pub broken: Vec<String>,
}

impl OwnLaw {
    /// The packs that ship and these, or those that ship alone.
    pub fn library(&self) -> &LawLibrary {
        self.library.as_deref().unwrap_or_else(|| LawLibrary::shipped())
    }
}

/// The id of the pack that should stand in this file of a bundle: `law/street2024.ron`.
pub fn pack_of(name: &str) -> Option<&str> {
    let id = name.strip_prefix(FOLDER)?.strip_suffix(".ron")?;
    (include::is_name(name) && !id.contains('/')).then_some(id)
}

/// Reads the packs of the scenario in `folder`, whose texts are `texts`. What cannot be read is left out; of what is
/// too large there is one byte more than [`MAX_FILE_BYTES`].
pub fn read_beside(folder: &Path, texts: &[&[u8]]) -> Vec<(String, Vec<u8>)> {
    let Some(around) = folder.parent().unwrap_or(folder).canonicalize().ok() else { return Vec::new() };
    let list = |folder: &Path| -> Vec<String> {
        let listing = std::fs::read_dir(folder.join(FOLDER)).into_iter().flatten().flatten();
        listing.filter_map(|entry| Some(format!("{FOLDER}{}", entry.file_name().to_str()?))).collect()
    };
    let shared = list(&around).into_iter().filter(|name| is_named(name, texts));
    let mut names: Vec<String> =
        list(folder).into_iter().chain(shared).filter(|name| pack_of(name).is_some()).collect();
    names.sort();
    names.dedup();
    let read = |name: String| {
        let path = include::locate(folder, &name).canonicalize().ok()?;
        // A link may not lead out of the scenarios.
        if !path.is_file() || !path.starts_with(&around) {
            return None;
        }
        let mut bytes = Vec::new();
        // One byte more than allowed shows that there is more, without reading it.
        open_file(&path).ok()?.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).ok()?;
        Some((name, bytes))
    };
    names.into_iter().filter_map(read).collect()
}

/// Whether one of these texts names the pack of this file: as a whole, or before an article.
pub fn is_named(name: &str, texts: &[&[u8]]) -> bool {
    let Some(id) = pack_of(name) else { return false };
    let (whole, before) = (format!("\"{id}\""), format!("\"{id}/"));
    texts
        .iter()
        .filter_map(|text| std::str::from_utf8(text).ok())
        .any(|text| text.contains(&whole) || text.contains(&before))
}

/// The packs of a bundle beside those that ship.
pub fn read(bundle: &SourceBundle, out: &mut Vec<Diagnostic>) -> OwnLaw {
    of_files(bundle.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())), out)
}

/// The same, from files by their names in the bundle.
pub fn of_files<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>, out: &mut Vec<Diagnostic>) -> OwnLaw {
    let mut own = OwnLaw::default();
    for (file, bytes) in files {
        let Some(id) = pack_of(file) else { continue };
        let library = own.library.get_or_insert_with(|| Arc::new(LawLibrary::shipped().clone()));
        let problems = match std::str::from_utf8(without_bom(bytes)) {
            Err(_) => {
                let (code, hint) = encoding::problem(bytes);
                vec![Diagnostic::new(code, file, 0..0).hint(hint)]
            }
            Ok(text) => match Arc::make_mut(library).take_in(file, text) {
                Ok(()) => continue,
                Err(LawError::Syntax { error, .. }) => syntax(file, id, text, &error),
                Err(error) => vec![diagnostic(file, id, text, &error)],
            },
        };
        out.extend(problems);
        own.broken.push(id.to_owned());
    }
    own
}

/// What keeps a pack from being read: its signs, all of them; else the first part that does not fit.
fn syntax(file: &str, id: &str, text: &str, error: &SpannedError) -> Vec<Diagnostic> {
    let tree = Tree::parse(text);
    if !tree.problems.is_empty() {
        return tree.problems.iter().map(|problem| of_sign(file, problem)).collect();
    }
    let at = place(text, error, 0);
    let named = |name: &str| at.end.saturating_sub(name.len())..at.end;
    vec![match &error.code {
        Error::NoSuchStructField { expected, found, .. } => {
            let hint = suggest(found, *expected);
            Diagnostic::new(Code::UnknownField, file, named(found)).with("name", found.as_str()).hint(hint)
        }
        Error::DuplicateStructField { field, .. } => {
            Diagnostic::new(Code::FieldTwice, file, named(field)).with("name", *field)
        }
        Error::MissingStructField { field, .. } => Diagnostic::new(Code::MissingField, file, at).with("field", *field),
        other => {
            let hint = wanted(other).map(Hint::Text);
            Diagnostic::new(Code::LawUnreadable, file, at).with("name", id).hint(hint)
        }
    }]
}

fn diagnostic(file: &str, id: &str, text: &str, error: &LawError) -> Diagnostic {
    let at = |path: &[Step]| Tree::parse(text).get(path).map_or(0..0, |item| item.value.clone());
    match error {
        LawError::DuplicatePack { id, .. } => {
            Diagnostic::new(Code::LawTaken, file, at(&[Step::Field("id")])).with("name", id.as_str())
        }
        _ => {
            let article = error.article().map(|nth| at(&[Step::Field("articles"), Step::Item(nth)]));
            let span: Range<usize> = match error {
                LawError::OwnRules { what, .. } => at(&[Step::Field(what)]),
                LawError::EndsBeforeItBegins { .. } => at(&[Step::Field("valid_to")]),
                LawError::EmptyText { what, nth: None, .. } => at(&[Step::Field(what)]),
                LawError::NoArticles { .. } => at(&[Step::Field("articles")]),
                _ => article.unwrap_or_else(|| at(&[Step::Field("id")])),
            };
            Diagnostic::new(Code::LawWrong, file, span)
                .with("name", id)
                .with("problem", problem(error))
                .hint(Some(Hint::Text(hint(error))))
        }
    }
}

/// What is wrong with a pack, for its author.
pub fn problem(error: &LawError) -> Message {
    match error {
        LawError::Syntax { error, .. } => {
            Message::new("law-wrong-syntax").with("line", error.span.start.line).with("column", error.span.start.col)
        }
        LawError::DuplicatePack { id, .. } => Message::new("law-wrong-taken").with("id", id),
        LawError::BadId { id, .. } => Message::new("law-wrong-id").with("id", id),
        LawError::OtherName { id, .. } => Message::new("law-wrong-name").with("id", id),
        LawError::EndsBeforeItBegins { valid_from, valid_to, .. } => {
            Message::new("law-wrong-dates").with("from", valid_from.to_string()).with("until", valid_to.to_string())
        }
        LawError::EmptyText { what, .. } => Message::new("law-wrong-text").with("what", what),
        LawError::BadNumber { number, .. } => Message::new("law-wrong-number").with("number", number),
        LawError::DuplicateArticle { number, .. } => Message::new("law-wrong-twice").with("number", number),
        LawError::NoArticles { .. } => Message::new("law-wrong-empty"),
        LawError::Overlap { earlier, later, on } => {
            Message::new("law-wrong-overlap").with("earlier", earlier).with("later", later).with("day", on.to_string())
        }
        LawError::OwnRules { what, .. } => Message::new("law-wrong-rules").with("what", *what),
        // Rules that only the packs which ship can set.
        LawError::RuleWithoutArticle { .. }
        | LawError::NoDays { .. }
        | LawError::LimitTwice { .. }
        | LawError::BadRepresentatives { .. }
        | LawError::TooMany => Message::new("law-wrong-many"),
    }
}

/// What to do about it.
const fn hint(error: &LawError) -> &'static str {
    match error {
        LawError::BadId { .. } => "hint-law-id",
        LawError::OtherName { .. } => "hint-law-name",
        LawError::EndsBeforeItBegins { .. } => "hint-law-dates",
        LawError::EmptyText { .. } => "hint-law-text",
        LawError::BadNumber { .. } => "hint-law-number",
        LawError::DuplicateArticle { .. } => "hint-law-twice",
        LawError::Overlap { .. } => "hint-law-overlap",
        LawError::OwnRules { .. } => "hint-law-rules",
        _ => "hint-law-empty",
    }
}
