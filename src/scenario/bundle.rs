//! The files of one scenario, read under budgets and kept as they are.

use super::packed::{self, Trouble};
use crate::vocabulary::{Message, NotRead, Value, io_message, read_file};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The file that an author writes.
pub const SCENARIO_FILE: &str = "scenario.ron";
/// Largest single file, in bytes.
pub const MAX_FILE_BYTES: u64 = 4 << 20;
/// Most bytes of all files of a scenario together.
pub const MAX_TOTAL_BYTES: u64 = 16 << 20;
/// Most files of a scenario.
pub const MAX_FILES: usize = 64;
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// A scenario as it lies on the disk: `scenario.ron` and the translations, sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceBundle {
    /// Name of the folder.
    pub id: String,
    /// Name within the folder and bytes of each, sorted by name.
    #[serde(serialize_with = "write_files", deserialize_with = "read_files")]
    pub files: Vec<(String, Vec<u8>)>,
}

/// Whether a scenario may be called so: small ASCII letters, digits, `_` and `-`.
pub fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

/// Why the files of a scenario cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// Nothing of that name.
    #[error("there is no file or folder `{0}`")]
    NotFound(String),
    /// The system says no.
    #[error("`{path}` cannot be read: {cause}")]
    Unreadable {
        /// What was to be read.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A folder that holds no scenario.
    #[error("there is no scenario.ron in `{0}`")]
    NoScenario(String),
    /// Notepad adds an ending of its own, and Windows hides it.
    #[error("there is no scenario.ron in `{path}`, but `{name}`")]
    Misnamed {
        /// The folder.
        path: String,
        /// What its file is called.
        name: String,
    },
    /// An archive that cannot be read as a scenario.
    #[error("`{path}` cannot be read as an archive: {trouble:?} {name}")]
    Packed {
        /// The archive.
        path: String,
        /// What stands in the way.
        trouble: Trouble,
        /// The entry it is about; empty: the whole.
        name: String,
    },
    /// What changes files needs a folder.
    #[error("`{0}` is packed")]
    NeedsFolder(String),
    /// More bytes than [`MAX_FILE_BYTES`] or [`MAX_TOTAL_BYTES`].
    #[error("`{path}` is too large: at most {limit} MiB")]
    TooLarge {
        /// The file or folder.
        path: String,
        /// In mebibytes.
        limit: u64,
    },
    /// A link to what its author may not have been meant to read.
    #[error("`{0}` is a link that leads out of the scenarios")]
    LeadsOut(String),
    /// More files than [`MAX_FILES`].
    #[error("`{0}` holds more than {MAX_FILES} files of a scenario")]
    TooMany(String),
}

impl BundleError {
    /// What a reader is told.
    pub fn message(&self) -> Message {
        let none = || Value::Text(String::new());
        let (id, path, more) = match self {
            Self::NotFound(path) => ("bundle-not-found", path, none()),
            Self::Unreadable { path, cause } => ("bundle-unreadable", path, io_message(cause).into()),
            Self::NoScenario(path) => ("bundle-no-scenario", path, none()),
            // Windows does not tell the two apart; nobody added anything.
            Self::Misnamed { path, name } if name.eq_ignore_ascii_case(SCENARIO_FILE) => {
                ("bundle-misnamed-case", path, name.into())
            }
            Self::Misnamed { path, name } => ("bundle-misnamed", path, name.into()),
            Self::Packed { path, trouble, name } => (trouble.text_id(), path, name.into()),
            Self::NeedsFolder(path) => ("bundle-needs-folder", path, none()),
            Self::TooLarge { path, limit } => ("bundle-too-large", path, (*limit).into()),
            Self::LeadsOut(path) => ("bundle-leads-out", path, none()),
            Self::TooMany(path) => ("bundle-too-many", path, MAX_FILES.into()),
        };
        Message::new(id).with("path", path).with("more", more)
    }
}

/// Where the file `name` of the scenario at `path` lies; one in an archive stands below the archive.
pub fn place_of(path: &Path, name: &str) -> PathBuf {
    match path.parent() {
        _ if path.is_dir() => super::include::locate(path, name),
        Some(folder) if path.file_name().is_some_and(|file| file == SCENARIO_FILE) => {
            super::include::locate(folder, name)
        }
        _ => path.join(name),
    }
}

impl SourceBundle {
    /// Reads a folder, the folder in which a `scenario.ron` lies, or a folder packed as a `.zip`.
    ///
    /// # Errors
    ///
    /// [`BundleError`]: nothing there, no scenario in it, or over a limit, which it names.
    pub fn read(path: &Path) -> Result<Self, BundleError> {
        if packed::is_packed(path) { packed::read(path) } else { Self::read_dir(path) }
    }

    /// Reads a folder, or the folder in which a `scenario.ron` lies.
    ///
    /// # Errors
    ///
    /// [`BundleError`], as [`Self::read`], and where it is packed.
    pub fn read_dir(path: &Path) -> Result<Self, BundleError> {
        let shown = || path.display().to_string();
        let unreadable = |cause: std::io::Error| match cause.kind() {
            std::io::ErrorKind::NotFound => BundleError::NotFound(shown()),
            _ => BundleError::Unreadable { path: shown(), cause },
        };
        let meta = std::fs::metadata(path).map_err(unreadable)?;
        let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = if meta.is_dir() {
            full.as_path()
        } else if full.file_name().is_some_and(|name| name == SCENARIO_FILE) {
            full.parent().unwrap_or(path)
        } else if packed::is_packed(path) {
            return Err(BundleError::NeedsFolder(shown()));
        } else {
            return Err(BundleError::NoScenario(shown()));
        };
        let mut names = Vec::new();
        let mut nearly = None;
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let Ok(name) = entry.map_err(unreadable)?.file_name().into_string() else { continue };
            if name == SCENARIO_FILE || name.ends_with(".ftl") {
                names.push(name);
                if names.len() > MAX_FILES {
                    return Err(BundleError::TooMany(shown()));
                }
            } else if name.to_lowercase().starts_with("scenario.") {
                nearly = nearly.max(Some(name));
            }
        }
        if !names.iter().any(|name| name == SCENARIO_FILE) {
            return Err(match nearly {
                Some(name) => BundleError::Misnamed { path: shown(), name },
                None => BundleError::NoScenario(shown()),
            });
        }
        names.sort();
        let around = folder.parent().unwrap_or(folder).canonicalize().map_err(unreadable)?;
        // The folder itself may be a link; what lies in it is still its own.
        let home = folder.canonicalize().map_err(unreadable)?;
        let mut total = 0;
        let mut files = Vec::with_capacity(names.len());
        for name in names {
            let file = folder.join(&name);
            let too_large = |limit: u64| BundleError::TooLarge { path: file.display().to_string(), limit: limit >> 20 };
            // As for what a scenario takes in: a link may not lead out of the scenarios.
            let leads_out = |place: PathBuf| !place.starts_with(&around) && !place.starts_with(&home);
            if file.canonicalize().is_ok_and(leads_out) {
                return Err(BundleError::LeadsOut(file.display().to_string()));
            }
            let bytes = read_file(&file, MAX_FILE_BYTES).map_err(|cause| match NotRead::of(&cause) {
                Some(NotRead::TooLarge { limit }) => too_large(limit),
                _ => BundleError::Unreadable { path: file.display().to_string(), cause },
            })?;
            total += bytes.len() as u64;
            if total > MAX_TOTAL_BYTES {
                return Err(too_large(MAX_TOTAL_BYTES));
            }
            files.push((name, bytes));
        }
        if let Some((_, main)) = files.iter().find(|(name, _)| name == SCENARIO_FILE) {
            let taken_in = super::include::read_beside(folder, main);
            total += taken_in.iter().map(|(_, bytes)| bytes.len() as u64).sum::<u64>();
            if total > MAX_TOTAL_BYTES {
                return Err(BundleError::TooLarge { path: shown(), limit: MAX_TOTAL_BYTES >> 20 });
            }
            let own_law = {
                let texts: Vec<&[u8]> =
                    std::iter::once(main).chain(taken_in.iter().map(|(_, b)| b)).map(Vec::as_slice).collect();
                super::own_law::read_beside(folder, &texts)
            };
            if let Some((name, _)) = own_law.iter().find(|(_, bytes)| bytes.len() as u64 > MAX_FILE_BYTES) {
                let path = super::include::locate(folder, name).display().to_string();
                return Err(BundleError::TooLarge { path, limit: MAX_FILE_BYTES >> 20 });
            }
            total += own_law.iter().map(|(_, bytes)| bytes.len() as u64).sum::<u64>();
            if total > MAX_TOTAL_BYTES {
                return Err(BundleError::TooLarge { path: shown(), limit: MAX_TOTAL_BYTES >> 20 });
            }
            if files.len() + own_law.len() > MAX_FILES {
                return Err(BundleError::TooMany(shown()));
            }
            files.extend(taken_in);
            // One that the scenario also takes in stands there once.
            files.extend(own_law);
            files.sort();
            files.dedup_by(|a, b| a.0 == b.0);
        }
        let id = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self { id, files })
    }

    /// A bundle of one text, for tests and tools.
    pub fn of_text(id: &str, scenario: impl Into<Vec<u8>>) -> Self {
        Self { id: id.to_owned(), files: vec![(SCENARIO_FILE.to_owned(), scenario.into())] }
    }

    /// The bytes of the file with this name, as they lie on the disk.
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.iter().find(|(file, _)| file == name).map(|(_, bytes)| bytes.as_slice())
    }

    /// The file as a reader should see it, whatever its encoding; offsets of diagnostics count in it.
    pub fn shown(&self, name: &str) -> Cow<'_, str> {
        let bytes = without_bom(self.file(name).unwrap_or_default());
        match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => super::encoding::decode_for_showing(bytes),
        }
    }

    /// SHA-256 over names and contents, hexadecimal.
    pub fn hash(&self) -> String {
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort();
        let mut hasher = Sha256::new();
        for (name, bytes) in files {
            // Lengths in front, so that no two bundles run together to the same bytes.
            hasher.update((name.len() as u64).to_le_bytes());
            hasher.update(name.as_bytes());
            hasher.update((bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The same without a byte order mark, which Notepad writes.
pub fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BOM).unwrap_or(bytes)
}

/// Text stays readable in JSON; other bytes stay bytes.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Content<'a> {
    Text(Cow<'a, str>),
    Bytes(Cow<'a, [u8]>),
}

fn write_files<S: Serializer>(files: &[(String, Vec<u8>)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(files.iter().map(|(name, bytes)| {
        let content = match std::str::from_utf8(bytes) {
            Ok(text) => Content::Text(text.into()),
            Err(_) => Content::Bytes(bytes.into()),
        };
        (name, content)
    }))
}

fn read_files<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, Vec<u8>)>, D::Error> {
    let files = Vec::<(String, Content)>::deserialize(from)?;
    Ok(files
        .into_iter()
        .map(|(name, content)| match content {
            Content::Text(text) => (name, text.into_owned().into_bytes()),
            Content::Bytes(bytes) => (name, bytes.into_owned()),
        })
        .collect())
}
