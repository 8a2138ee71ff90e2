//! Logs that were played elsewhere: handed in by a window over the network, or brought on a stick.

use super::error::{ClassError, Thing};
use super::findings::{Expected, Finding, Sealing, Weight, began, heaviest};
use super::ids::{AssignmentId, AttemptId, ClassId, Moment, PersonId};
use super::live::{Looked, look};
use super::model::{Assignment, Grant, NewPerson, Origin, Person};
use super::paper::{Seal, SealKey};
use super::store::{Store, Whole};
use crate::logbook::log::{LogHead, parse};
use crate::scenario::zip;
use crate::session::moves::Mode;
use crate::vocabulary::read_file;
use serde::Serialize;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What the name of a seal adds to that of its log: `a.calmlog.seal`.
pub const SEAL_ENDING: &str = "seal";
/// Bytes of a seal's file.
const MAX_SEAL: u64 = 4096;
/// Bytes of an archive of logs.
const MAX_ARCHIVE: u64 = 512 << 20;
/// Most logs of one folder or archive.
pub const MAX_LOGS: usize = 20_000;

/// What became of a log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Arrived {
    /// Its attempt; `None`: it was refused.
    pub attempt: Option<AttemptId>,
    /// Whose it is.
    pub person: Option<PersonId>,
    /// What was found, the heaviest first.
    pub findings: Vec<Finding>,
    /// This very log had come before: nothing was changed.
    pub already: bool,
}

/// Where a log comes from.
#[derive(Clone, Copy, Debug)]
pub struct Brought<'a> {
    /// To which class.
    pub class: ClassId,
    /// What it is meant for; `None`: worked out from seal and scenario.
    pub assignment: Option<AssignmentId>,
    /// How it came.
    pub origin: Origin,
    /// Its seal, if there is one.
    pub seal: Option<&'a Seal>,
}

/// Takes a log in: played again, held against its seal and its paper, and kept unless it is forged.
///
/// # Errors
///
/// [`ClassError::NoSuch`], [`ClassError::Full`], [`ClassError::Database`]. What is wrong with the log is no error but
/// among the findings.
pub async fn arrive(store: &Store, log: &[u8], brought: Brought<'_>, now: Moment) -> Result<Arrived, ClassError> {
    let class = brought.class;
    let refused = |findings| Arrived { attempt: None, person: None, findings, already: false };
    let text = match std::str::from_utf8(log) {
        Ok(text) => text,
        Err(error) => return Ok(refused(vec![Finding::Unreadable { why: error.to_string() }])),
    };
    let head = match parse(log, &PathBuf::from("log")) {
        Ok(read) => read.head,
        Err(error) => return Ok(refused(vec![Finding::Unreadable { why: error.to_string() }])),
    };
    let seat = match brought.seal {
        Some(seal) => match store.seat(seal.seat).await {
            Ok(seat) if seat.class == class => Some(seat),
            Ok(_) | Err(ClassError::NoSuch(_)) => None,
            Err(error) => return Err(error),
        },
        None => None,
    };
    let key = match &seat {
        Some(seat) => Some((store.seat_key(seat.id).await?, seat.id)),
        None => None,
    };
    let assignment = meant(store, &head, brought).await?;
    let (person, unknown) = whose(store, class, seat.as_ref().map(|seat| seat.person), &head).await?;
    let granted = match (&assignment, &person) {
        (Some(assignment), Some(person)) => store.granted(assignment.id, person.id).await?,
        _ => Grant::default(),
    };
    let mut looked = looked(log, assignment.clone(), granted, person.as_ref(), brought.seal, key, now).await?;
    if let Some(name) = unknown {
        looked.findings.push(Finding::Unknown { name });
    }
    let item = assignment.as_ref().and_then(|assignment| assignment.paper.item_of(&head)).unwrap_or(0);
    let Some(summary) = looked.summary.filter(|_| heaviest(&looked.findings) < Weight::Refused) else {
        return Ok(refused(looked.findings));
    };
    let same = same_sitting(store, class, person.as_ref().map(|person| person.id), log).await?;
    if let Same::Already(attempt) = same {
        let findings = store.findings(attempt).await?.unwrap_or_default();
        let person = store.attempt(attempt).await?.person;
        return Ok(Arrived { attempt: Some(attempt), person: Some(person), findings, already: true });
    }
    if same == Same::Forked {
        looked.findings.push(Finding::Forked);
    }
    let person = match person {
        Some(person) => person,
        None => {
            let new = NewPerson { name: head.trainee.clone(), ..NewPerson::default() };
            store.add_person(class, &new, now).await?
        }
    };
    if let Some(assignment) = &assignment {
        let made = store.attempts_made(person.id, assignment.id, item).await?;
        let most = assignment.paper.attempts.map(|most| most.saturating_add(granted.more_attempts));
        if most.is_some_and(|most| made >= most) && !matches!(same, Same::Longer(_)) {
            looked.findings.push(Finding::TooMany);
        }
    }
    looked.findings.sort_by_key(|finding| std::cmp::Reverse(finding.weight()));
    if let Same::Longer(shorter) = same {
        store.delete_attempt(shorter).await?;
    }
    let whole = Whole {
        class,
        assignment: assignment.as_ref().map(|assignment| assignment.id),
        item,
        scenario: &head.scenario.id,
        person: person.id,
        seat: seat.as_ref().map(|seat| seat.id),
        origin: brought.origin,
        started: began(&head.started).unwrap_or(now),
        log: text,
        seal: brought.seal,
        summary: &summary,
        findings: &looked.findings,
    };
    let (attempt, new) = store.take_whole(&whole, now).await?;
    Ok(Arrived { attempt: Some(attempt), person: Some(person.id), findings: looked.findings, already: !new })
}

async fn looked(
    log: &[u8],
    assignment: Option<Assignment>,
    granted: Grant,
    person: Option<&Person>,
    seal: Option<&Seal>,
    key: Option<(SealKey, super::ids::SeatId)>,
    now: Moment,
) -> Result<Looked, ClassError> {
    let names: Vec<String> = person
        .map(|person| [person.name.clone(), Some(person.pseudonym.clone()), person.number.clone()])
        .into_iter()
        .flatten()
        .flatten()
        .collect();
    let (log, seal) = (log.to_vec(), seal.cloned());
    let task = tokio::task::spawn_blocking(move || {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let sealing = Sealing::Brought { seal: seal.as_ref(), key: key.as_ref().map(|(key, seat)| (key, *seat)) };
        look(&log, &Expected { assignment: assignment.as_ref(), granted, names: &names, sealing, now })
    });
    task.await.map_err(|error| ClassError::Database { why: super::error::Trouble::Other, said: error.to_string() })
}

/// The assignment that a log belongs to: the one it was brought for, that of its seal, or the newest whose paper has its
/// scenario and mode.
async fn meant(store: &Store, head: &LogHead, brought: Brought<'_>) -> Result<Option<Assignment>, ClassError> {
    if let Some(id) = brought.assignment {
        let assignment = store.assignment(id).await?;
        return if assignment.class == brought.class {
            Ok(Some(assignment))
        } else {
            Err(ClassError::NoSuch(Thing::Assignment))
        };
    }
    let mut all = store.assignments(brought.class).await?;
    all.reverse();
    if let Some(hash) = brought.seal.and_then(|seal| seal.paper.as_deref()) {
        return Ok(all.into_iter().find(|assignment| assignment.paper_hash == hash));
    }
    let fits = |mode: Option<Mode>| {
        let of_mode = move |assignment: &&Assignment| mode.is_none_or(|mode| assignment.paper.mode == mode);
        all.iter().filter(of_mode).find(|assignment| assignment.paper.item_of(head).is_some())
    };
    Ok(fits(Some(head.settings.mode)).or_else(|| fits(None)).cloned())
}

/// Whose log it is: who sits on the seat that sealed it, or who goes by the name in it; else that name, which nobody has.
async fn whose(
    store: &Store,
    class: ClassId,
    sealed_by: Option<PersonId>,
    head: &LogHead,
) -> Result<(Option<Person>, Option<String>), ClassError> {
    if let Some(person) = sealed_by {
        return Ok((Some(store.person(person).await?), None));
    }
    let name = head.trainee.clone().unwrap_or_default();
    let people = store.people(class).await?;
    let by = |of: fn(&Person) -> Option<&str>| {
        let mut found = people.iter().filter(|person| of(person) == Some(name.as_str()));
        // Two of one name are nobody that could be told.
        let first = found.next();
        first.filter(|_| found.next().is_none() && !name.is_empty()).cloned()
    };
    let known = by(|person| person.number.as_deref())
        .or_else(|| by(|person| Some(&person.pseudonym)))
        .or_else(|| by(|person| person.name.as_deref()));
    let unknown = known.is_none().then_some(name);
    Ok((known, unknown))
}

/// What a log is to those of the same sitting that are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Same {
    /// There is none.
    New,
    /// It is here, or a longer one of which it is the beginning.
    Already(AttemptId),
    /// It goes on where that one, of which all is in it, broke off.
    Longer(AttemptId),
    /// Another one goes on otherwise.
    Forked,
}

async fn same_sitting(store: &Store, class: ClassId, person: Option<PersonId>, log: &[u8]) -> Result<Same, ClassError> {
    let mut forked = false;
    for attempt in store.of_same_sitting(class, log).await? {
        let there = store.log_of(attempt).await?;
        if there.starts_with(log) {
            return Ok(Same::Already(attempt));
        }
        let row = store.attempt(attempt).await?;
        if log.starts_with(&there) && row.origin != Origin::Browser && Some(row.person) == person {
            return Ok(Same::Longer(attempt));
        }
        forked = true;
    }
    Ok(if forked { Same::Forked } else { Same::New })
}

/// What a folder or an archive held.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Collected {
    /// Every log, by its name in the folder or archive, in the order of the names.
    pub logs: Vec<(String, Arrived)>,
}

/// Takes in every log of a folder (and of folders in it) or of a ZIP archive, each with the seal beside it. Twice does no harm.
///
/// # Errors
///
/// [`ClassError::Io`], [`ClassError::Zip`], [`ClassError::Full`] beyond [`MAX_LOGS`], [`ClassError::Database`]: what was
/// taken in before stays.
pub async fn collect(store: &Store, class: ClassId, from: &Path, now: Moment) -> Result<Collected, ClassError> {
    store.class(class).await?;
    let mut collected = Collected::default();
    let is_folder = std::fs::metadata(from).map_err(|error| ClassError::io(from, error))?.is_dir();
    if is_folder {
        let mut paths = Vec::new();
        walk(from, 0, &mut paths)?;
        paths.sort();
        for path in paths {
            let log =
                read_file(&path, crate::logbook::log::MAX_LOG_BYTES).map_err(|error| ClassError::io(&path, error))?;
            let seal = read_file(&sealed_at(&path), MAX_SEAL).ok();
            let name = path.strip_prefix(from).unwrap_or(&path).display().to_string();
            one(store, class, name, &log, seal.as_deref(), now, &mut collected).await?;
        }
    } else {
        let bytes = read_file(from, MAX_ARCHIVE).map_err(|error| ClassError::io(from, error))?;
        let all = zip::directory(&bytes)?;
        let mut entries: Vec<_> = all.iter().filter(|entry| is_log(Path::new(&entry.name))).collect();
        entries.retain(|entry| !entry.is_folder() && !entry.is_hidden() && !entry.link);
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        for entry in entries {
            let log = zip::unpack(&bytes, entry, crate::logbook::log::MAX_LOG_BYTES as usize)?;
            let wanted = format!("{}.{SEAL_ENDING}", entry.name);
            let seal = all.iter().find(|other| other.name == wanted);
            let seal = seal.and_then(|seal| zip::unpack(&bytes, seal, MAX_SEAL as usize).ok());
            one(store, class, entry.name.clone(), &log, seal.as_deref(), now, &mut collected).await?;
        }
    }
    Ok(collected)
}

async fn one(
    store: &Store,
    class: ClassId,
    name: String,
    log: &[u8],
    seal: Option<&[u8]>,
    now: Moment,
    collected: &mut Collected,
) -> Result<(), ClassError> {
    if collected.logs.len() >= MAX_LOGS {
        return Err(ClassError::Full { what: Thing::Log, limit: MAX_LOGS as u64 });
    }
    let seal: Option<Seal> = seal.and_then(|bytes| serde_json::from_slice(bytes).ok());
    let brought = Brought { class, assignment: None, origin: Origin::Stick, seal: seal.as_ref() };
    let arrived = arrive(store, log, brought, now).await?;
    collected.logs.push((name, arrived));
    Ok(())
}

/// Where the seal of a log lies.
pub fn sealed_at(log: &Path) -> PathBuf {
    let mut name = log.as_os_str().to_owned();
    name.push(".");
    name.push(SEAL_ENDING);
    name.into()
}

fn is_log(path: &Path) -> bool {
    path.extension() == Some(OsStr::new(crate::logbook::store::EXTENSION))
}

fn walk(folder: &Path, depth: u32, paths: &mut Vec<PathBuf>) -> Result<(), ClassError> {
    /// A stick has folders of folders; a loop of links has no end.
    const DEEPEST: u32 = 8;
    let failed = |error| ClassError::io(folder, error);
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(failed)?);
        if kind.is_dir() && depth < DEEPEST {
            walk(&path, depth + 1, paths)?;
        } else if kind.is_file() && is_log(&path) {
            paths.push(path);
        }
        if paths.len() > MAX_LOGS {
            return Err(ClassError::Full { what: Thing::Log, limit: MAX_LOGS as u64 });
        }
    }
    Ok(())
}
