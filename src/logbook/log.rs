//! A session's log: append-only lines, each with its checksum, on the disk before anything is shown.
//!
//! Every line is `crc32 SPACE json`, after the first `crc32 SPACE link SPACE json` (see [`chain`](super::chain)): first
//! the [`LogHead`] with the scenario's files, then the opening, then one line a move, then the scores, then how the
//! trainee rated themselves; a [`Mark`] may stand between. A log needs nothing but itself to be opened, replayed and
//! printed.

use super::chain::{Chain, holds_record, summed, unsummed};
use super::error::{Damaged, LogError, Task};
use super::how_played::{Mark, PlayedBy};
use super::record::Recorded;
use super::self_rating::SelfRating;
use crate::rubric::assessment::{Assessment, Dimension, Milli};
use crate::scenario::bundle;
use crate::scenario::include::MAX_INCLUDES;
use crate::session::moves::{Move, Settings};
use crate::vocabulary::Critical;
use crate::vocabulary::{Locale, open_file};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// Raised when a log of this version cannot be read by the versions before it.
pub const FORMAT: u32 = 4;
/// Stands in the head of every log and report.
pub const APP_VERSION: &str = env!("CARGO_PKG_VERSION");
/// No honest log comes near it; a bigger file is not read into memory.
pub const MAX_LOG_BYTES: u64 = 64 << 20;
/// Most moves of one session.
pub const MAX_MOVES: u32 = 20_000;
/// Most times that one session comes to an end: who steps back after it comes to another.
pub const MAX_ENDINGS: u32 = 200;
/// Bounds what a crafted log can unpack to: the limits of a scenario's folder, and of the files that it takes in.
const MAX_FILES_BYTES: usize = bundle::MAX_TOTAL_BYTES as usize;
const MAX_FILES: usize = bundle::MAX_FILES + MAX_INCLUDES;

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogHead {
    /// How the lines are to be read; readers know all up to their own.
    #[serde(rename = "calmdesk_log")]
    pub format: u32,
    /// Versions of the program, the catalogue of acts, the rubric and the visitor model.
    pub app: String,
    /// Version of the catalogue of acts.
    pub acts: String,
    /// Id and version of the rubric: `standard/12`.
    pub rubric: String,
    /// Version of the visitor model.
    pub model: String,
    /// How papers are judged; logs of the first version do not say.
    #[serde(default = "first")]
    pub papers: String,
    /// What was played.
    pub scenario: ScenarioRef,
    /// How it was played.
    pub settings: Settings,
    /// Wall-clock time at which the session began, as the caller wrote it.
    pub started: String,
    /// As they called themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trainee: Option<String>,
    /// The class they belong to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// Who began it; logs before format 3 do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub played_by: Option<PlayedBy>,
    /// The scenario's files as they were, so that the log can be opened without them.
    pub files: Files,
}

fn first() -> String {
    "1".to_owned()
}

/// Which scenario was played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioRef {
    /// Name of its folder.
    pub id: String,
    /// SHA-256 over its files, hexadecimal.
    pub hash: String,
    /// The author's language.
    pub locale: Locale,
    /// In each language that it has.
    pub title: BTreeMap<Locale, String>,
}

impl ScenarioRef {
    /// In this language, else in its author's, else its id.
    pub fn title(&self, locale: Locale) -> &str {
        self.title.get(&locale).or_else(|| self.title.get(&self.locale)).map_or(&self.id, |title| title)
    }
}

/// The scenario's files by name; deflated and base64 in the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Serialize for Files {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.0.iter().map(|(name, bytes)| (name, BASE64.encode(miniz_oxide::deflate::compress_to_vec(bytes, 8)))),
        )
    }
}

impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let packed = BTreeMap::<String, String>::deserialize(deserializer)?;
        if packed.len() > MAX_FILES {
            return Err(D::Error::custom("too many files"));
        }
        let mut left = MAX_FILES_BYTES;
        let mut files = BTreeMap::new();
        for (name, text) in packed {
            let deflated = BASE64.decode(text).map_err(D::Error::custom)?;
            let most = left.min(bundle::MAX_FILE_BYTES as usize);
            let bytes = miniz_oxide::inflate::decompress_to_vec_with_limit(&deflated, most)
                .map_err(|error| D::Error::custom(format_args!("{name}: {error}")))?;
            left -= bytes.len();
            files.insert(name, bytes);
        }
        Ok(Self(files))
    }
}

/// Every line after the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum LogEntry {
    /// What happened up to the trainee's first turn.
    Opening {
        /// Events with ids in place of positions.
        opening: Vec<Recorded>,
    },
    /// A move and what came of it.
    Move {
        /// Counted from 1.
        n: u32,
        /// What was done.
        #[serde(rename = "move")]
        input: Move,
        /// Events with ids in place of positions.
        events: Vec<Recorded>,
    },
    /// The scores of a session that has ended.
    Assessment {
        /// Every number in thousandths.
        assessment: Scores,
    },
    /// What the trainee said of it before seeing them.
    SelfRating {
        /// A level for each dimension.
        self_rating: SelfRating,
    },
    /// What happened to the sitting; changes nothing in the session.
    Mark {
        /// What happened.
        mark: Mark,
    },
}

/// The numbers of an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scores {
    /// 0–1000; `None`: no opportunity, no score.
    pub listening: Option<Milli>,
    /// 0–1000; `None`: no opportunity, no score.
    pub empathy: Option<Milli>,
    /// 0–1000; `None`: no opportunity, no score.
    pub procedure: Option<Milli>,
    /// Mean of the scored dimensions before a critical failure caps it.
    pub total_uncapped: Option<Milli>,
    /// The same after it.
    pub total: Option<Milli>,
    /// Each with the turn at which it happened.
    pub critical: Vec<(Critical, u32)>,
}

impl Scores {
    /// What of an assessment a log keeps.
    pub fn of(assessment: &Assessment) -> Self {
        let score = |dimension: Dimension| assessment.dimensions[dimension as usize];
        Self {
            listening: score(Dimension::Listening),
            empathy: score(Dimension::Empathy),
            procedure: score(Dimension::Procedure),
            total_uncapped: assessment.total_uncapped,
            total: assessment.total,
            critical: assessment.critical.iter().map(|failure| (failure.kind, failure.turn)).collect(),
        }
    }

    /// By `Dimension as usize`.
    pub fn dimensions(&self) -> [Option<Milli>; 3] {
        [self.listening, self.empathy, self.procedure]
    }
}

/// The first line of a log, newline included. The others hang on it: [`Chain::line_of`].
///
/// # Errors
///
/// Where the value has no form in JSON.
pub fn line_of(value: &impl Serialize) -> io::Result<String> {
    Ok(summed(&serde_json::to_string(value).map_err(io::Error::other)?))
}

/// A log as it stands on the disk.
#[derive(Clone, Debug)]
pub struct LogFile {
    /// Its first line.
    pub head: LogHead,
    /// Entry `i` stands on line `i + 2`.
    pub entries: Vec<LogEntry>,
    /// Set where the last lines had to be dropped.
    pub damage: Option<Damage>,
    /// Length of what could be read.
    pub valid_len: u64,
    /// Up to its last line.
    pub chain: Chain,
}

/// What was dropped at the end of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The first line that is dropped.
    pub line: usize,
    /// How many were dropped.
    pub bytes: u64,
}

impl LogFile {
    /// The line on which entry `at` stands.
    pub const fn line(at: usize) -> usize {
        at + 2
    }

    /// The scores after the last move, if the session has ended.
    pub fn scores(&self) -> Option<&Scores> {
        let mut latest = self.told().filter(|entry| !matches!(entry, LogEntry::SelfRating { .. }));
        match latest.next() {
            Some(LogEntry::Assessment { assessment }) => Some(assessment),
            _ => None,
        }
    }

    /// What the trainee said of a session that has ended, before seeing the scores.
    pub fn self_rating(&self) -> Option<SelfRating> {
        match self.told().next() {
            Some(LogEntry::SelfRating { self_rating }) => Some(*self_rating),
            _ => None,
        }
    }

    /// The entries that tell of the session, the last one first.
    fn told(&self) -> impl Iterator<Item = &LogEntry> {
        self.entries.iter().rev().filter(|entry| !matches!(entry, LogEntry::Mark { .. }))
    }

    /// All moves in their order, those that a step back undid among them.
    pub fn moves(&self) -> impl Iterator<Item = &Move> {
        self.entries.iter().filter_map(|entry| match entry {
            LogEntry::Move { input, .. } => Some(input),
            _ => None,
        })
    }

    /// The events of every entry, in order.
    pub fn recorded(&self) -> impl Iterator<Item = &Recorded> {
        self.entries.iter().flat_map(|entry| match entry {
            LogEntry::Opening { opening: events } | LogEntry::Move { events, .. } => events.as_slice(),
            LogEntry::Assessment { .. } | LogEntry::SelfRating { .. } | LogEntry::Mark { .. } => &[],
        })
    }
}

/// Reads the longest valid beginning of the log at `path`.
///
/// # Errors
///
/// [`LogError`]: cannot be read, too big, no log of this program, of a newer format, or torn in its first line.
pub fn read(path: &Path) -> Result<LogFile, LogError> {
    let file = open_file(path).map_err(|error| LogError::io(path, Task::Open, error))?;
    read_file(&file, path)
}

/// Reads from an open file; `path` is only for the messages.
///
/// # Errors
///
/// As [`read`].
pub fn read_file(mut file: &File, path: &Path) -> Result<LogFile, LogError> {
    let failed = |error| LogError::io(path, Task::Read, error);
    file.seek(SeekFrom::Start(0)).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(MAX_LOG_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_LOG_BYTES {
        return Err(LogError::TooBig { path: path.to_owned(), limit: MAX_LOG_BYTES });
    }
    parse(&bytes, path)
}

/// Reads the longest valid beginning of a log; `path` is only for the messages.
///
/// # Errors
///
/// As [`read`], but for reading the disk.
pub fn parse(bytes: &[u8], path: &Path) -> Result<LogFile, LogError> {
    if bytes.is_empty() {
        return Err(LogError::Empty(path.to_owned()));
    }
    let mut lines = bytes.split_inclusive(|&byte| byte == b'\n').enumerate();
    let damaged = |line, why| LogError::Damaged { path: path.to_owned(), line, why };
    let head = match lines.next().map(|(_, line)| (line, unsummed(line))) {
        Some((line, Some(json))) => (line, parse_head(json, path)?),
        Some((line, None)) if has_foreign_end(line) => return Err(LogError::LineEnds(path.to_owned())),
        _ if !looks_like_ours(bytes) => return Err(LogError::Foreign(path.to_owned())),
        _ if holds_record(bytes) => return Err(damaged(1, Damaged::Checksum)),
        _ => return Err(LogError::TornHead(path.to_owned())),
    };
    let (first, head) = head;
    let mut valid_len = first.len();
    let chain = Chain::after(first, head.format);
    let mut log = LogFile { head, entries: Vec::new(), damage: None, valid_len: 0, chain };
    let (mut moves, mut endings) = (0, 0);
    for (at, line) in lines {
        let json = match log.chain.read(line) {
            Ok(json) => json,
            Err(Damaged::Checksum) => {
                // A crash tears the end of a log; where whole lines follow, something else happened to it.
                let rest = &bytes[valid_len..];
                if holds_record(rest) {
                    return Err(damaged(at + 1, Damaged::Checksum));
                }
                log.damage = Some(Damage { line: at + 1, bytes: rest.len() as u64 });
                break;
            }
            Err(why) => return Err(damaged(at + 1, why)),
        };
        let entry: LogEntry = serde_json::from_slice(json).map_err(|_| damaged(at + 1, Damaged::Meaning))?;
        let in_order = match &entry {
            LogEntry::Opening { .. } => log.entries.is_empty(),
            LogEntry::Move { n, .. } => {
                moves += 1;
                !log.entries.is_empty() && *n == moves
            }
            LogEntry::Assessment { .. } => {
                matches!(log.told().next(), Some(LogEntry::Move { .. } | LogEntry::Opening { .. }))
            }
            LogEntry::SelfRating { .. } => matches!(log.told().next(), Some(LogEntry::Assessment { .. })),
            LogEntry::Mark { .. } => !log.entries.is_empty(),
        };
        if !in_order {
            return Err(damaged(at + 1, Damaged::Order));
        }
        endings += u32::from(matches!(entry, LogEntry::Assessment { .. }));
        if moves > MAX_MOVES || endings > MAX_ENDINGS {
            let limit = if moves > MAX_MOVES { MAX_MOVES } else { MAX_ENDINGS };
            return Err(LogError::TooLong { path: path.to_owned(), line: at + 1, limit });
        }
        log.entries.push(entry);
        valid_len += line.len();
    }
    log.valid_len = valid_len as u64;
    Ok(log)
}

fn parse_head(json: &[u8], path: &Path) -> Result<LogHead, LogError> {
    #[derive(Deserialize)]
    struct Version {
        calmdesk_log: u32,
        #[serde(default)]
        app: String,
    }
    let version: Version = serde_json::from_slice(json).map_err(|_| LogError::Foreign(path.to_owned()))?;
    if version.calmdesk_log > FORMAT {
        return Err(LogError::Newer {
            path: path.to_owned(),
            format: version.calmdesk_log,
            known: FORMAT,
            app: version.app,
        });
    }
    serde_json::from_slice(json).map_err(|_| LogError::Damaged {
        path: path.to_owned(),
        line: 1,
        why: Damaged::Meaning,
    })
}

/// True for a whole first line whose end was changed on the way, as mail and editors do.
fn has_foreign_end(line: &[u8]) -> bool {
    line.strip_suffix(b"\r\n").is_some_and(|line| unsummed(&[line, b"\n"].concat()).is_some())
}

fn looks_like_ours(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"{\"calmdesk_log\":";
    // Torn within the mark, or with one byte of it damaged, it is still ours.
    let seen = &bytes[..bytes.len().min(9 + MARK.len())];
    let (sum, json) = seen.split_at(seen.len().min(9));
    let hex = sum.iter().take(8).filter(|byte| !byte.is_ascii_hexdigit()).count();
    let space = sum.get(8).is_some_and(|byte| *byte != b' ');
    let off = json.iter().zip(MARK).filter(|(seen, meant)| seen != meant).count();
    hex + usize::from(space) + off <= 1
}
