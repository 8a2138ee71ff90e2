//! What an author does with the files of a scenario: a new one, a copy, to the editor, to the printer.

use crate::app::outside;
use crate::args;
use crate::authoring::library::LibraryEntry;
use crate::authoring::starter::{Template, create};
use crate::locale::Texts;
use crate::logbook::{Readers, save};
use crate::report::script;
use crate::scenario::bundle::SCENARIO_FILE;
use crate::vocabulary::Locale;
use std::path::{Path, PathBuf};

/// A new scenario from the smallest template, opened in the editor; returns its id.
///
/// # Errors
///
/// Why it could not be written, in the reader's language.
pub fn begin_new(folder: &Path, locale: Locale) -> Result<String, String> {
    write(folder, "my-scenario", &Template::One.files(locale), locale)
}

/// A copy of a scenario among the user's own; returns its id.
///
/// # Errors
///
/// As [`begin_new`].
pub fn copy(folder: &Path, entry: &LibraryEntry, locale: Locale) -> Result<String, String> {
    write(folder, &format!("{}-copy", entry.id()), &entry.bundle.files, locale)
}

/// Opens the text of a scenario in the system's editor.
pub fn edit(entry: &LibraryEntry) {
    if let Some(path) = &entry.path {
        outside::open(&if path.is_dir() { path.join(SCENARIO_FILE) } else { path.clone() });
    }
}

/// Writes the script for live role-play and opens it where it can be printed; returns where it is.
///
/// # Errors
///
/// As [`begin_new`].
pub fn print(folder: &Path, entry: &LibraryEntry, locale: Locale) -> Result<Option<PathBuf>, String> {
    let Some(scenario) = entry.scenario() else { return Ok(None) };
    let page = script::html(&script::handout(scenario, locale));
    let path = folder.join(format!("{}.html", entry.id()));
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, &error.to_string(), locale))?;
    save(&path, page.as_bytes(), Readers::Usual).map_err(|error| failed(&path, &error.source.to_string(), locale))?;
    outside::open(&path);
    Ok(Some(path))
}

/// Writes the files under the first free name that begins so.
fn write(folder: &Path, name: &str, files: &[(String, Vec<u8>)], locale: Locale) -> Result<String, String> {
    const MOST: usize = 999;
    let names = std::iter::once(name.to_owned()).chain((2..=MOST).map(|number| format!("{name}-{number}")));
    let id = names.into_iter().find(|id| !folder.join(id).exists()).unwrap_or_else(|| name.to_owned());
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, &error.to_string(), locale))?;
    create(folder, &id, files).map_err(|error| failed(&folder.join(&id), &error.to_string(), locale))?;
    Ok(id)
}

fn failed(path: &Path, why: &str, locale: Locale) -> String {
    locale.text_with("workshop-not-written", &args!("path" => path.display().to_string(), "why" => why)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authoring::library;

    #[test]
    fn new_ones_and_copies_stand_beside_each_other_and_load() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("scenarios");
        let first = begin_new(&place, Locale::ZhCn).unwrap();
        let second = begin_new(&place, Locale::En).unwrap();
        let shipped = &library::shipped()[0];
        let copied = copy(&place, shipped, Locale::En).unwrap();
        assert_eq!((first.as_str(), second.as_str()), ("my-scenario", "my-scenario-2"));
        let library = library::Library::open(Some(&place));
        for id in [&first, &second, &copied] {
            let entry = library.entries.iter().find(|entry| entry.id() == id).expect("listed");
            assert!(entry.scenario().is_some(), "{id}");
        }
        let entry = library.entries.iter().find(|entry| entry.id() == copied).expect("listed");
        assert_eq!(entry.bundle.files, shipped.bundle.files);
    }
}
