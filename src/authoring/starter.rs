//! What a new scenario begins with: commented templates and the full example, written to a fresh folder.

use super::library;
use crate::logbook::save_folder;
use crate::scenario::bundle::SCENARIO_FILE;
use crate::vocabulary::Locale;
use std::io;
use std::path::{Path, PathBuf};

/// What a new scenario is copied from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Template {
    /// One visitor, three nodes: fits on one screen.
    #[default]
    One,
    /// Two parties, two visits, a promise.
    Mediation,
    /// A crowd, representatives, an outburst.
    Collective,
    /// A whole shipped scenario with its translation.
    Example,
}

/// The shipped scenario that `--example` copies.
const EXAMPLE: &str = "noise-upstairs";

impl Template {
    /// Those with a name; the example has its own switch.
    pub const NAMED: [(&str, Template); 3] =
        [("one", Self::One), ("mediation", Self::Mediation), ("collective", Self::Collective)];

    /// The template of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == name).map(|(_, template)| template)
    }

    /// Its files, with comments in the reader's language.
    pub fn files(self, locale: Locale) -> Vec<(String, Vec<u8>)> {
        let text = match (self, locale) {
            (Self::One, Locale::ZhCn) => include_str!("../../assets/templates/one.zh-CN.ron"),
            (Self::One, Locale::En) => include_str!("../../assets/templates/one.en.ron"),
            (Self::Mediation, Locale::ZhCn) => include_str!("../../assets/templates/mediation.zh-CN.ron"),
            (Self::Mediation, Locale::En) => include_str!("../../assets/templates/mediation.en.ron"),
            (Self::Collective, Locale::ZhCn) => include_str!("../../assets/templates/collective.zh-CN.ron"),
            (Self::Collective, Locale::En) => include_str!("../../assets/templates/collective.en.ron"),
            (Self::Example, _) => {
                let entry = library::shipped().iter().find(|entry| entry.id() == EXAMPLE);
                return entry.map(|entry| entry.bundle.files.clone()).unwrap_or_default();
            }
        };
        vec![(SCENARIO_FILE.to_owned(), text.as_bytes().to_vec())]
    }
}

/// Writes the files to the new folder `into/id`; what is there already is never touched.
///
/// # Errors
///
/// Where the folder is there already or cannot be written.
pub fn create(into: &Path, id: &str, files: &[(String, Vec<u8>)]) -> io::Result<PathBuf> {
    save_folder(into, id, files)
}
