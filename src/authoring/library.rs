//! The scenarios at hand: those that ship with the program and those in a folder of the user's.

use crate::scenario::bundle::{BundleError, SourceBundle, place_of};
use crate::scenario::load::{Loaded, load};
use crate::scenario::model::Scenario;
use crate::scenario::packed::is_packed;
use crate::scenario::shipped;
use crate::vocabulary::Locale;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A scenario of the library, whole or broken: a broken one is listed with what is wrong with it.
#[derive(Clone, Debug)]
pub struct LibraryEntry {
    /// Its files.
    pub bundle: SourceBundle,
    /// What came of reading them.
    pub loaded: Loaded,
    /// Whether it is part of the program.
    pub shipped: bool,
    /// Where it lies, if it is the user's.
    pub path: Option<PathBuf>,
}

impl LibraryEntry {
    fn new(bundle: SourceBundle, path: Option<PathBuf>) -> Self {
        let loaded = load(&bundle);
        Self { bundle, loaded, shipped: path.is_none(), path }
    }
    /// The name of its folder.
    pub fn id(&self) -> &str {
        &self.bundle.id
    }
    /// Where it stands in a list: the easy ones first, those that cannot be played last.
    fn place(&self) -> (u8, String) {
        (self.scenario().map_or(u8::MAX, |scenario| scenario.difficulty), self.id().to_owned())
    }

    /// The files on disk that it was read from or asked for; none for a shipped one.
    pub fn watched(&self) -> Vec<PathBuf> {
        match &self.path {
            None => Vec::new(),
            Some(path) if is_packed(path) => vec![path.clone()],
            Some(path) => self.loaded.files.iter().map(|name| place_of(path, name)).collect(),
        }
    }

    /// The scenario, where it has no errors.
    pub fn scenario(&self) -> Option<&Arc<Scenario>> {
        self.loaded.scenario.as_ref()
    }
    /// Its title, or its folder's name if it cannot be read.
    pub fn title(&self, locale: Locale) -> &str {
        self.scenario().map_or(self.id(), |scenario| scenario.title.get(locale))
    }
}

/// All that can be played.
#[derive(Debug, Default)]
pub struct Library {
    /// All that were found.
    pub entries: Vec<LibraryEntry>,
    /// Folders and archives of the user's that could not be read at all.
    pub unreadable: Vec<BundleError>,
}

impl Library {
    /// The shipped scenarios and, where there is such a folder, the user's, as folders or packed; one of the
    /// user's stands in for a shipped one of the same name, and a folder for an archive.
    pub fn open(folder: Option<&Path>) -> Self {
        let mut library = Self { entries: shipped().to_vec(), unreadable: Vec::new() };
        let Some(listing) = folder.and_then(|folder| std::fs::read_dir(folder).ok()) else {
            return library;
        };
        let zip = |path: &PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
        let mut paths: Vec<PathBuf> = listing
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.is_dir() || (zip(path) && path.is_file()))
            .collect();
        // Archives first: a folder is what somebody works on.
        paths.sort_by_key(|path| (path.is_dir(), path.clone()));
        for path in paths {
            match SourceBundle::read(&path) {
                Ok(bundle) => {
                    let entry = LibraryEntry::new(bundle, Some(path));
                    match library.entries.iter_mut().find(|known| known.id() == entry.id()) {
                        Some(known) => *known = entry,
                        None => library.entries.push(entry),
                    }
                }
                // A folder of files that scenarios take in is none of them.
                Err(BundleError::NoScenario(_)) if holds_shared_files(&path) => {}
                Err(error) => library.unreadable.push(error),
            }
        }
        library.entries.sort_by_cached_key(LibraryEntry::place);
        library
    }

    /// By id among the entries, otherwise as a path.
    ///
    /// # Errors
    ///
    /// [`BundleError`], where no entry has this id and nothing that can be read lies at this path.
    pub fn find(&self, name_or_path: &str) -> Result<LibraryEntry, BundleError> {
        match self.entries.iter().find(|entry| entry.id() == name_or_path) {
            Some(entry) => Ok(entry.clone()),
            None => {
                let path = PathBuf::from(name_or_path);
                SourceBundle::read(&path).map(|bundle| LibraryEntry::new(bundle, Some(path)))
            }
        }
    }
}

/// The scenarios that ship with the program, the easy ones first.
pub fn shipped() -> &'static [LibraryEntry] {
    static ENTRIES: OnceLock<Vec<LibraryEntry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let entry = |(bundle, loaded): &(SourceBundle, Loaded)| {
            let (bundle, loaded) = (bundle.clone(), loaded.clone());
            LibraryEntry { bundle, loaded, shipped: true, path: None }
        };
        let mut entries: Vec<LibraryEntry> = shipped::shipped().iter().map(entry).collect();
        entries.sort_by_cached_key(LibraryEntry::place);
        entries
    })
}

/// The hash of the shipped scenario by this id, as [`SourceBundle::hash`] gives it.
pub fn shipped_hash(id: &str) -> Option<String> {
    shipped::embedded_by_id(id).map(|bundle| bundle.hash())
}

/// A shipped scenario by id, or any scenario by its path.
///
/// # Errors
///
/// [`BundleError`], where no shipped scenario has this id and nothing that can be read lies at this path.
pub fn find(name_or_path: &str) -> Result<LibraryEntry, BundleError> {
    match shipped().iter().find(|entry| entry.id() == name_or_path) {
        Some(entry) => Ok(entry.clone()),
        None => Library::default().find(name_or_path),
    }
}

fn holds_shared_files(folder: &Path) -> bool {
    let listing = std::fs::read_dir(folder).into_iter().flatten().flatten();
    listing.map(|entry| entry.path()).any(|path| path.extension().is_some_and(|ending| ending == "ron"))
}
