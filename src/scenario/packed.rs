//! A scenario's folder packed as one `.zip`: read in memory under the budgets of a folder, never unpacked to disk.
//!
//! The folder may lie in the archive itself or be its only way in (`noise/scenario.ron`), as file managers pack it;
//! shared files may lie beside it, as they do on disk.

use super::bundle::{BundleError, MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES, SCENARIO_FILE, SourceBundle, is_id};
use super::include;
use super::own_law::{is_named, pack_of};
use super::zip::{self, ZipEntry, ZipError};
use crate::vocabulary::{NotRead, read_file};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;
use strum::IntoStaticStr;

/// Pictures may lie in the archive too; they are not read.
pub const MAX_ARCHIVE_BYTES: u64 = 64 << 20;

/// What stands in the way of a packed scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "bundle-zip-")]
pub enum Trouble {
    /// RAR, 7z or something else by that name.
    #[strum(serialize = "not")]
    NotZip,
    /// Its directory or an entry does not hold together.
    Damaged,
    /// With a password.
    Locked,
    /// zip64, or a packing that Windows does not know either.
    Unknown,
    /// More than are looked at.
    #[strum(serialize = "too-many")]
    TooManyEntries,
    /// Unpacked it is more than a folder may hold.
    TooLarge,
    /// An absolute path, a drive, a way up, or a name that is no name.
    BadName,
    /// Two entries of one name.
    Twice,
    /// A link, which leads who knows where.
    Link,
    /// More than one scenario.
    Several,
    /// The scenario lies deeper than one folder.
    TooDeep,
    /// An archive in the archive.
    Inner,
}

impl Trouble {
    /// Its Fluent message, with the arguments `path`, `name` and `more`.
    pub fn text_id(self) -> &'static str {
        self.into()
    }
}

/// Whether a file is an archive by its first bytes, or calls itself one.
pub fn is_packed(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.is_some_and(|ending| matches!(ending.as_str(), "zip" | "rar" | "7z")) {
        return path.is_file();
    }
    if !path.is_file() {
        return false;
    }
    let mut first = [0; 4];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut first));
    read.is_ok() && zip::is_zip(&first)
}

/// Reads the scenario that is packed in `path`.
///
/// # Errors
///
/// [`BundleError`]: cannot be read, or [`BundleError::Packed`] with what is wrong with the archive.
pub fn read(path: &Path) -> Result<SourceBundle, BundleError> {
    let shown = path.display().to_string();
    let bytes = read_file(path, MAX_ARCHIVE_BYTES).map_err(|cause| match NotRead::of(&cause) {
        Some(NotRead::TooLarge { limit }) => BundleError::TooLarge { path: shown.clone(), limit: limit >> 20 },
        _ => BundleError::Unreadable { path: shown.clone(), cause },
    })?;
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    unpack(&bytes, &stem).map_err(|error| match error {
        Unpackable::NoScenario => BundleError::NoScenario(shown),
        Unpackable::TooMany => BundleError::TooMany(shown),
        Unpackable::Trouble(trouble, name) => BundleError::Packed { path: shown, trouble, name },
    })
}

enum Unpackable {
    NoScenario,
    TooMany,
    /// And the entry it is about.
    Trouble(Trouble, String),
}

fn stop<T>(trouble: Trouble, name: &str) -> Result<T, Unpackable> {
    Err(Unpackable::Trouble(trouble, name.to_owned()))
}

fn of_zip(error: ZipError, name: &str) -> Unpackable {
    let trouble = match error {
        ZipError::Damaged => Trouble::Damaged,
        ZipError::Empty => return Unpackable::NoScenario,
        ZipError::TooLarge => Trouble::TooLarge,
        ZipError::TooMany => Trouble::TooManyEntries,
        ZipError::Locked => Trouble::Locked,
        ZipError::Unknown => Trouble::Unknown,
    };
    Unpackable::Trouble(trouble, name.to_owned())
}

/// The bundle in an archive called `stem`.
fn unpack(bytes: &[u8], stem: &str) -> Result<SourceBundle, Unpackable> {
    if !zip::is_zip(bytes) {
        return stop(Trouble::NotZip, "");
    }
    let entries = zip::directory(bytes).map_err(|error| of_zip(error, ""))?;
    let files = named(&entries)?;
    let root = root(&files)?;
    let mut left = MAX_TOTAL_BYTES as usize;
    let mut take = |name: &str, entry: &ZipEntry| -> Result<Vec<u8>, Unpackable> {
        let limit = left.min(MAX_FILE_BYTES as usize);
        let unpacked = zip::unpack(bytes, entry, limit).map_err(|error| of_zip(error, name))?;
        left -= unpacked.len();
        Ok(unpacked)
    };
    let mut read: Vec<(String, Vec<u8>)> = Vec::new();
    for (full, entry) in &files {
        let Some(name) = full.strip_prefix(&root) else { continue };
        if name == SCENARIO_FILE || (name.ends_with(".ftl") && !name.contains('/')) {
            if read.len() == MAX_FILES {
                return Err(Unpackable::TooMany);
            }
            read.push((name.to_owned(), take(full, entry)?));
        }
    }
    let Some((_, main)) = read.iter().find(|(name, _)| name == SCENARIO_FILE) else {
        return Err(Unpackable::NoScenario);
    };
    let mut failed = None;
    let taken_in = include::gather(main, &mut |name| {
        let inner = format!("{root}{name}");
        let (full, entry) = files.get_key_value(inner.as_str()).or_else(|| files.get_key_value(name))?;
        match take(full, entry) {
            Ok(bytes) => Some(bytes),
            Err(stopped) => {
                failed.get_or_insert(stopped);
                None
            }
        }
    });
    if let Some(stopped) = failed {
        return Err(stopped);
    }
    let own_law = {
        let texts: Vec<&[u8]> = read.iter().chain(&taken_in).map(|(_, bytes)| bytes.as_slice()).collect();
        let own =
            files.keys().filter_map(|full| full.strip_prefix(root.as_str())).filter(|name| pack_of(name).is_some());
        // Beside the scenario's folder those lie that others use, too.
        let shared = files.keys().copied().filter(|name| is_named(name, &texts));
        own.chain(shared).map(str::to_owned).collect::<BTreeSet<String>>()
    };
    for name in own_law {
        let Some((full, entry)) =
            files.get_key_value(format!("{root}{name}").as_str()).or_else(|| files.get_key_value(name.as_str()))
        else {
            continue;
        };
        let bytes = take(full, entry)?;
        if read.len() == MAX_FILES {
            return Err(Unpackable::TooMany);
        }
        read.push((name, bytes));
    }
    read.extend(taken_in);
    read.sort();
    read.dedup_by(|a, b| a.0 == b.0);
    let folder = root.trim_end_matches('/');
    // Browsers number what is loaded twice, `noise (1).zip`; the folder inside keeps its name.
    let id = if is_id(folder) { folder } else { stem };
    Ok(SourceBundle { id: id.to_owned(), files: read })
}

/// The files of an archive by name, all of them safe.
fn named(entries: &[ZipEntry]) -> Result<BTreeMap<&str, &ZipEntry>, Unpackable> {
    let mut files = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for entry in entries {
        if !entry.is_safe() {
            return stop(Trouble::BadName, &entry.name);
        }
        // Two names that some systems hold for one are one too many.
        if !seen.insert(entry.name.trim_end_matches('/').to_lowercase()) {
            return stop(Trouble::Twice, &entry.name);
        }
        if entry.is_hidden() || entry.is_folder() {
            continue;
        }
        if entry.link {
            return stop(Trouble::Link, &entry.name);
        }
        files.insert(entry.name.as_str(), entry);
    }
    Ok(files)
}

/// What stands before the names of the scenario's own files: nothing, or one folder.
fn root(files: &BTreeMap<&str, &ZipEntry>) -> Result<String, Unpackable> {
    let scenarios: Vec<&str> = files
        .keys()
        .copied()
        .filter(|name| name.strip_suffix(SCENARIO_FILE).is_some_and(|root| root.is_empty() || root.ends_with('/')))
        .collect();
    if scenarios.contains(&SCENARIO_FILE) {
        return Ok(String::new());
    }
    let near: Vec<&&str> = scenarios.iter().filter(|name| name.matches('/').count() == 1).collect();
    match (near.as_slice(), scenarios.first()) {
        ([one], _) => Ok(one.trim_end_matches(SCENARIO_FILE).to_owned()),
        ([_, second, ..], _) => stop(Trouble::Several, second),
        ([], Some(deep)) => stop(Trouble::TooDeep, deep),
        ([], None) => match files.keys().find(|name| name.to_lowercase().ends_with(".zip")) {
            Some(inner) => stop(Trouble::Inner, inner),
            None => Err(Unpackable::NoScenario),
        },
    }
}
