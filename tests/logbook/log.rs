//! Logs survive what happens to files: torn ends, flipped bits, full disks, two writers, later versions.

use calmdesk::authoring::library;
use calmdesk::authoring::library::LibraryEntry;
use calmdesk::locale::Texts;
use calmdesk::logbook::Chain;
use calmdesk::logbook::error::ApplyError;
use calmdesk::logbook::error::{Damaged, LogError, Task};
use calmdesk::logbook::log;
use calmdesk::logbook::log::Files;
use calmdesk::logbook::record::{Names, Recorded};
use calmdesk::logbook::recording::{Difference, Recording, Start, VerifyReport};
use calmdesk::logbook::recording::{open, verify};
use calmdesk::logbook::self_rating::SelfRating;
use calmdesk::logbook::store::Store;
use calmdesk::logbook::writer::Sink;
use calmdesk::procedure::{ArticleIx, Fault, FormField, LawLibrary, PaperCatalogue, PaperIx};
use calmdesk::scenario::model::*;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Event, Move, Offer, Session, Settings};
use calmdesk::vocabulary::Snapshot;
use calmdesk::vocabulary::{ActCatalogue, ActIx};
use calmdesk::vocabulary::{ActEffect, Bearing, Misfit, Pause};
use proptest::prelude::*;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use strum::IntoEnumIterator;
use tempfile::TempDir;

const SCENARIO: &str = r#"Scenario(
    title: "一扇门",
    plays_on: "2026-03-09",
    visitors: { "zhang": (name: "张桂芳") },
    facts: { "hours": "每晚十一点到一点" },
    nodes: {
        "arrive": Line(who: "zhang", say: "我是真寒心。", cues: [Feeling("寒心"), Fact("hours")], then: "first"),
        "first": Choice([
            (id: "mirror", say: "您说“寒心”。", acts: [MirrorWords("寒心")], then: "second"),
            (id: "deflect", say: "归物业管。", acts: [Deflect], then: "second"),
        ]),
        "second": Choice([
            (id: "ask", say: "他怎么说的？", acts: [OpenQuestion], then: "done"),
            (id: "help", say: "我也没办法。", acts: [SayHelpless], then: "done"),
        ]),
        "done": End(outcome: Partial, title: "先登记了", say: "她走了。"),
    },
)"#;

fn start() -> Start {
    let bundle = SourceBundle::of_text("one-door", SCENARIO);
    let loaded = load(&bundle);
    let problems: Vec<String> = loaded.diagnostics.iter().map(|problem| format!("{problem:?}")).collect();
    Start {
        scenario: loaded.scenario.unwrap_or_else(|| panic!("{problems:#?}")),
        files: Files::from(&bundle),
        settings: Settings { seed: 7, ..Settings::default() },
        started: "2026-03-09T09:00:00+08:00".into(),
        trainee: Some(" 李雷 ".into()),
        class: Some(" ".into()),
        played_by: None,
    }
}

fn moves() -> Vec<Move> {
    let choose = |option: &str| Move::Choose { option: option.into(), wait_ms: 2_000 };
    vec![
        Move::Note { fact: "hours".into(), wait_ms: 100 },
        Move::Gesture { act: "Nod".into(), wait_ms: 700 },
        choose("deflect"),
        Move::StepBack { before_turn: 2 },
        choose("mirror"),
        choose("ask"),
    ]
}

/// A whole small session on the disk.
fn played(dir: &TempDir) -> PathBuf {
    let path = dir.path().join("a.calmlog");
    let mut recording = Recording::start(&path, start()).unwrap();
    for input in moves() {
        recording.apply(&input).unwrap();
    }
    assert!(recording.ended() && recording.unsaved() == 0);
    path
}

#[test]
fn a_self_rating_is_kept_once_beside_the_scores_and_belongs_to_them() {
    let dir = TempDir::new().unwrap();
    let path = played(&dir);
    let rated = |levels| SelfRating::of(levels).unwrap();
    assert!(SelfRating::of([None; 3]).is_none() && SelfRating::of([Some(6), None, None]).is_none());
    let scores = open(&path).unwrap().scores;
    let (mut recording, _) = Recording::resume(&path).unwrap();
    recording.rate(rated([Some(4), None, Some(2)])).unwrap();
    // Once the scores are seen, a second word would be another thing.
    recording.rate(rated([Some(1), Some(1), Some(1)])).unwrap();
    drop(recording);
    let (mut recording, _) = Recording::resume(&path).unwrap();
    recording.rate(rated([Some(5), Some(5), Some(5)])).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!(opened.self_rating.map(SelfRating::levels), Some([Some(4), None, Some(2)]));
    assert_eq!(opened.scores, scores);
    assert!(scores.is_some() && verify(&path).unwrap().holds());
    assert!(log::read(&path).unwrap().scores().is_some());
    // A step back after the end takes the end, and what was said of it, back.
    recording.apply(&Move::StepBack { before_turn: 2 }).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!((opened.self_rating, opened.scores), (None, None));
    recording.apply(&Move::Choose { option: "deflect".into(), wait_ms: 2_000 }).unwrap();
    recording.rate(rated([Some(3), Some(3), Some(3)])).unwrap();
    assert!(open(&path).unwrap().self_rating.is_none(), "the session has not ended");
    recording.apply(&Move::Choose { option: "ask".into(), wait_ms: 2_000 }).unwrap();
    recording.rate(rated([Some(3), Some(3), Some(3)])).unwrap();
    assert_eq!(open(&path).unwrap().self_rating.map(SelfRating::levels), Some([Some(3); 3]));
    assert!(verify(&path).unwrap().holds());
}

/// Nothing is damaged, and the first difference is one of feelings, for which the log tells of an older model.
fn only_felt_otherwise(report: &VerifyReport) -> bool {
    let felt = |difference: &Difference| difference.recomputed.as_ref().is_some_and(|event| event.contains("Felt"));
    let older = report.versions.iter().any(|changed| changed.what == "model");
    report.damage.is_none() && older && report.difference.as_ref().is_none_or(felt)
}

#[test]
fn a_log_opens_as_it_was_played_and_verifies() {
    let dir = TempDir::new().unwrap();
    let path = played(&dir);
    let report = verify(&path).unwrap();
    assert!(report.holds() && report.scored && report.moves == 6, "{report:?}");
    let opened = open(&path).unwrap();
    assert_eq!(opened.moves, moves());
    assert_eq!(opened.head.trainee.as_deref(), Some("李雷"));
    assert_eq!(opened.head.class, None, "a blank name is no name");
    assert!(matches!(opened.events.last(), Some(Event::Ended { .. })));
    assert_eq!(opened.scenario.hash, opened.head.scenario.hash);
    let (recording, resumed) = Recording::resume(&path).unwrap();
    assert_eq!(recording.events(), opened.events);
    assert_eq!(resumed.damage, None);
}

#[test]
fn cut_at_any_length_a_log_gives_back_its_longest_whole_beginning() {
    let dir = TempDir::new().unwrap();
    let whole = std::fs::read(played(&dir)).unwrap();
    let all = log::parse(&whole, Path::new("a")).unwrap();
    let ends: Vec<usize> = whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    for len in 0..whole.len() {
        let complete = ends.iter().filter(|end| **end <= len).count();
        let read = log::parse(&whole[..len], Path::new("a"));
        if complete == 0 {
            let none = matches!(read, Err(LogError::Empty(_) | LogError::TornHead(_) | LogError::Foreign(_)));
            assert!(none, "{len}: {read:?}");
            continue;
        }
        let read = read.unwrap();
        assert_eq!(read.entries, all.entries[..complete - 1], "{len}");
        let dropped = (len - ends[complete - 1]) as u64;
        assert_eq!(read.damage.map_or(0, |damage| damage.bytes), dropped, "{len}");
        assert_eq!(read.damage.map(|damage| damage.line), (dropped > 0).then_some(complete + 1), "{len}");
    }
}

#[test]
fn cut_at_any_length_a_log_can_be_gone_on_with_and_the_original_is_kept() {
    let dir = TempDir::new().unwrap();
    let whole = std::fs::read(played(&dir)).unwrap();
    let head = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    for len in (head..whole.len()).step_by(97) {
        let path = dir.path().join(format!("{len}.calmlog"));
        std::fs::write(&path, &whole[..len]).unwrap();
        let (mut recording, resumed) = Recording::resume(&path).unwrap();
        let missing = moves().len() - open(&path).unwrap().moves.len();
        for input in &moves()[moves().len() - missing..] {
            recording.apply(input).unwrap();
        }
        drop(recording);
        assert_eq!(std::fs::read(&path).unwrap(), whole, "{len}");
        if let Some(kept) = resumed.kept_as {
            assert_eq!(std::fs::read(kept).unwrap(), whole[..len], "{len}");
        }
    }
}

#[test]
fn a_flipped_bit_anywhere_never_passes() {
    let dir = TempDir::new().unwrap();
    let whole = std::fs::read(played(&dir)).unwrap();
    let lines = whole.iter().filter(|byte| **byte == b'\n').count();
    let last = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for at in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        let line = whole[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        match log::parse(&flipped, Path::new("a")) {
            Err(LogError::Damaged { line: found, .. }) => assert_eq!(found, line, "byte {at}"),
            Ok(read) => {
                assert!(at >= last, "byte {at} of line {line} went unnoticed");
                assert_eq!(read.entries.len(), lines - 2, "byte {at}");
                assert_eq!(read.damage.map(|damage| damage.line), Some(lines), "byte {at}");
            }
            Err(other) => panic!("byte {at}: {other}"),
        }
    }
}

#[test]
fn lines_that_are_missing_doubled_or_swapped_are_noticed() {
    let dir = TempDir::new().unwrap();
    let whole = std::fs::read_to_string(played(&dir)).unwrap();
    // As it is, and as it was before lines were chained.
    let json =
        |line: &str| line[line.find('{').unwrap()..].trim_end().replacen("calmdesk_log\":4", "calmdesk_log\":3", 1);
    let unchained =
        |line: &str| log::line_of(&serde_json::from_str::<serde_json::Value>(&json(line)).unwrap()).unwrap();
    let old: String = whole.split_inclusive('\n').map(unchained).collect();
    assert!(log::parse(old.as_bytes(), Path::new("a")).is_ok_and(|log| !log.chain.is_chained()));
    for (whole, why) in [(&whole, Damaged::Chain), (&old, Damaged::Order)] {
        let lines: Vec<&str> = whole.split_inclusive('\n').collect();
        let of = |lines: Vec<&str>| log::parse(lines.concat().as_bytes(), Path::new("a"));
        let mut missing = lines.clone();
        missing.remove(3);
        let mut doubled = lines.clone();
        doubled.insert(3, lines[3]);
        let mut swapped = lines.clone();
        swapped.swap(3, 4);
        for changed in [missing, doubled, swapped] {
            assert!(matches!(of(changed), Err(LogError::Damaged { why: found, .. }) if found == why));
        }
    }
}

#[test]
fn a_newer_format_is_named_and_not_touched() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("new.calmlog");
    let json = r#"{"calmdesk_log":9,"app":"7.0.0","something":"else"}"#;
    let line = format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes()));
    std::fs::write(&path, &line).unwrap();
    let error = Recording::resume(&path).err().unwrap();
    assert!(matches!(error, LogError::Newer { format: 9, known: log::FORMAT, .. }), "{error}");
    assert!(calmdesk::vocabulary::Locale::ZhCn.say(&error.message()).contains("7.0.0"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), line);
}

#[test]
fn what_a_log_unpacks_to_is_bounded() {
    let dir = TempDir::new().unwrap();
    let mut bomb = start();
    bomb.files.0.insert("en.ftl".into(), vec![b' '; 65 << 20]);
    let path = dir.path().join("bomb.calmlog");
    drop(Recording::start(&path, bomb).unwrap());
    assert!(std::fs::metadata(&path).unwrap().len() < 1 << 20);
    assert!(matches!(open(&path), Err(LogError::Damaged { line: 1, .. })));
}

#[test]
fn a_second_writer_is_refused_and_a_log_is_never_replaced() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("a.calmlog");
    let first = Recording::start(&path, start()).unwrap();
    assert!(matches!(Recording::resume(&path), Err(LogError::Busy(_))));
    assert!(matches!(Recording::start(&path, start()), Err(LogError::Exists(_))));
    drop(first);
    assert!(Recording::resume(&path).is_ok());
}

/// A disk that fails at the `n`th operation, half-way through a write, once or for good.
struct Faulty {
    disk: Arc<Mutex<Vec<u8>>>,
    left: usize,
    for_good: bool,
}

impl Faulty {
    fn fails(&mut self) -> bool {
        let now = self.left == 0;
        if now && !self.for_good {
            self.left = usize::MAX;
        }
        self.left = self.left.saturating_sub(1);
        now
    }
}

impl Sink for Faulty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let fails = self.fails();
        let end = if fails { bytes.len() / 2 } else { bytes.len() };
        self.disk.lock().unwrap().extend_from_slice(&bytes[..end]);
        if fails { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
    fn sync(&mut self) -> io::Result<()> {
        if self.fails() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
    fn cut(&mut self, len: u64) -> io::Result<()> {
        if self.fails() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.disk.lock().unwrap().truncate(len as usize);
        Ok(())
    }
}

#[test]
fn whichever_write_fails_the_session_goes_on_and_a_retry_writes_what_is_missing() {
    let dir = TempDir::new().unwrap();
    let whole = std::fs::read(played(&dir)).unwrap();
    let mut failures = 0;
    for n in 2..24 {
        let disk = Arc::new(Mutex::new(Vec::new()));
        let sink = Faulty { disk: Arc::clone(&disk), left: n, for_good: false };
        let mut recording = Recording::start_on(Path::new("a"), Box::new(sink), start()).unwrap();
        for input in moves() {
            match recording.apply(&input) {
                Ok(_) => assert_eq!(recording.unsaved(), 0),
                Err(ApplyError::Write(LogError::Io { task: Task::Write, .. })) => {
                    failures += 1;
                    assert!(recording.unsaved() > 0);
                    assert!(!recording.latest().is_empty(), "the move counts in memory");
                }
                Err(other) => panic!("{other}"),
            }
            // What is on the disk is whole up to its torn end, whenever one looks.
            log::parse(&disk.lock().unwrap(), Path::new("a")).unwrap();
        }
        if recording.retry().is_err() {
            recording.retry().unwrap();
        }
        assert_eq!(*disk.lock().unwrap(), whole, "{n}");
    }
    assert!(failures > 8);
}

#[test]
fn with_the_disk_full_for_good_all_that_was_acknowledged_stays() {
    for n in 0..14 {
        let disk = Arc::new(Mutex::new(Vec::new()));
        let sink = Faulty { disk: Arc::clone(&disk), left: n, for_good: true };
        let Ok(mut recording) = Recording::start_on(Path::new("a"), Box::new(sink), start()) else {
            assert!(n < 2, "the first two operations begin the log");
            continue;
        };
        let acknowledged = moves().iter().filter(|input| recording.apply(input).is_ok()).count();
        assert!(recording.ended(), "it is played to the end in memory");
        let read = log::parse(&disk.lock().unwrap(), Path::new("a")).unwrap();
        assert!(read.moves().count() >= acknowledged, "{n}");
    }
}

#[test]
fn a_move_that_does_not_fit_leaves_no_trace() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("a.calmlog");
    let mut recording = Recording::start(&path, start()).unwrap();
    let (before, events) = (std::fs::read(&path).unwrap(), recording.events().to_vec());
    let wrong = Move::Choose { option: "ask".into(), wait_ms: 0 };
    assert!(matches!(recording.apply(&wrong), Err(ApplyError::Move(_))));
    assert_eq!(recording.events(), events);
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn the_list_of_sessions_is_newest_first_and_says_why_one_cannot_be_read() {
    let dir = TempDir::new().unwrap();
    let store = Store::at(dir.path().join("data"));
    assert!(store.list().unwrap().is_empty());
    let (old, file) = store.new_log("2026-03-09T09-00-00", "one-door").unwrap();
    let mut recording = Recording::start_in(&old, file, start()).unwrap();
    let (other, _) = store.new_log("2026-03-09T09-00-00", "one-door").unwrap();
    assert_ne!(other, old);
    std::fs::remove_file(other).unwrap();
    for input in moves() {
        recording.apply(&input).unwrap();
    }
    drop(recording);
    let (new, _) = store.new_log("2026-03-10T09-00-00", "../one door").unwrap();
    assert_eq!(new.parent(), Some(store.sessions().as_path()));
    std::fs::write(&new, "nonsense").unwrap();
    let listed = store.list().unwrap();
    assert_eq!(listed.iter().map(|one| &one.path).collect::<Vec<_>>(), [&new, &old]);
    assert!(matches!(listed[0].log, Err(LogError::Foreign(_))));
    let summary = listed[1].log.as_ref().unwrap();
    assert!(summary.ended && summary.scores.is_some() && summary.turns == 3, "{summary:?}");
    std::fs::write(store.sessions().join(format!("{}.damaged", new.file_name().unwrap().to_str().unwrap())), "")
        .unwrap();
    let away = store.put_away(&new).unwrap();
    assert_eq!(std::fs::read_dir(store.sessions()).unwrap().count(), 1);
    store.bring_back(&away).unwrap();
    assert_eq!(std::fs::read(&new).unwrap(), b"nonsense");
    assert_eq!(std::fs::read_dir(store.sessions()).unwrap().count(), 3, "its damaged form is there again, too");
    let away = store.put_away(&new).unwrap();
    std::fs::write(&new, "another").unwrap();
    assert!(matches!(store.bring_back(&away), Err(LogError::Exists(_))), "nothing is written over");
    let hour = std::time::Duration::from_secs(3600);
    store.forget_before(std::time::SystemTime::now() - hour);
    assert!(away.exists());
    store.forget_before(std::time::SystemTime::now() + hour);
    assert!(!away.exists());
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_can_read_a_log() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new().unwrap();
    let mode = std::fs::metadata(played(&dir)).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "{mode:o}");
}

fn shipped() -> &'static LibraryEntry {
    library::shipped().iter().find(|entry| entry.id() == "noise-upstairs").unwrap()
}

fn events(scenario: &Arc<Scenario>) -> impl Strategy<Value = Event> + use<> {
    let s = Arc::clone(scenario);
    (any::<[u16; 6]>(), any::<u64>(), any::<[i16; 19]>(), 0..24_usize).prop_map(move |(r, long, feelings, kind)| {
        let pick = |random: u16, len: usize| random % u16::try_from(len).unwrap();
        let node = NodeIx(pick(r[0], s.nodes.len()));
        let who = VisitorIx(pick(r[1], s.visitors.len()));
        let fact = FactIx(pick(r[2], s.facts.len()));
        let promise = PromiseIx(pick(r[2], s.promises.len()));
        let paper = PaperIx(pick(r[2], PaperCatalogue::shipped().papers.len()));
        let act = ActIx(pick(r[3], ActCatalogue::shipped().len()));
        let choices: Vec<(u16, usize)> = (s.nodes.iter().enumerate())
            .filter_map(|(at, node)| match &node.kind {
                NodeKind::Choice(choice) => Some((at as u16, choice.options.len())),
                _ => None,
            })
            .collect();
        let (choice, options) = choices[usize::from(pick(r[0], choices.len()))];
        let option = pick(r[4], options) as u8;
        let lines: Vec<(u16, usize)> = (s.nodes.iter().enumerate())
            .filter_map(|(at, node)| match &node.kind {
                NodeKind::Line(line) => Some((at as u16, line.variants.len())),
                _ => None,
            })
            .collect();
        let (line, variants) = lines[usize::from(pick(r[0], lines.len()))];
        let tasks: Vec<u16> = (0..s.nodes.len() as u16).filter(|at| s.task(NodeIx(*at)).is_some()).collect();
        let desk = NodeIx(tasks[usize::from(pick(r[0], tasks.len()))]);
        let task = s.task(desk).unwrap();
        let arg = match r[5] % 6 {
            0 => Arg::None,
            1 => Arg::Word(WordIx(pick(r[2], s.words.len()))),
            2 => Arg::Fact(fact),
            3 => Arg::Article(ArticleIx(pick(r[2], LawLibrary::shipped().articles.len()))),
            4 => Arg::Paper(paper),
            _ => Arg::Promise(promise),
        };
        let odd = [Misfit::While(Bearing::Shouting), Misfit::Without(Bearing::InTears), Misfit::Fuss];
        let effects = [
            ActEffect::OutOfPlace(odd[usize::from(r[2]) % 3]),
            ActEffect::NeverSaid,
            ActEffect::NotTakenIn,
            ActEffect::WornOut,
            ActEffect::TooSoon,
            ActEffect::Landed,
        ];
        let pauses = [Pause::AfterPain, Pause::AfterQuestion, Pause::Breath, Pause::Hesitation];
        let (turn, at_ms) = (u32::from(r[4]), long);
        match kind {
            0 => Event::VisitBegan { visit: VisitIx(pick(r[0], s.visits.len())), day: r[1] },
            1 => Event::Said { node: NodeIx(line), variant: pick(r[4], variants) as u8, at_ms, speech_ms: turn },
            2 => {
                let mut offer = Offer::default();
                (0..options).rev().for_each(|option| offer.push(option as u8));
                Event::Offered { node: NodeIx(choice), at_ms, options: offer }
            }
            3 => Event::Interrupted { who, unsaid: r[4] },
            4 => Event::Paused { ms: turn, kind: pauses[usize::from(r[5] % 4)] },
            5 => Event::Chose { turn, at_ms, node: NodeIx(choice), option },
            6 => Event::Gestured { turn, at_ms, node, act },
            7 => Event::Acted {
                act: Act { kind: act, arg },
                to: (r[4] % 2 == 0).then_some(who),
                effect: effects[usize::from(r[5]) % effects.len()],
            },
            8 => {
                let mut state = Snapshot::default();
                state.feelings.copy_from_slice(&feelings[..7]);
                state.mood.copy_from_slice(&feelings[7..10]);
                (state.trust, state.pressure) = (feelings[10], feelings[11]);
                state.needs.copy_from_slice(&feelings[12..]);
                Event::Felt { who, state }
            }
            9 => Event::Outburst { who },
            10 => Event::FactTold { fact },
            11 => Event::FactNoted { fact, at_ms },
            12 => Event::PaperIssued { paper },
            13 => Event::PromiseMade { promise, due_day: r[4] },
            14 => Event::PromiseKept { promise },
            15 => Event::PromiseBroken { promise },
            16 => Event::TimePassed { node, days: r[4] },
            17 if !s.vars.is_empty() => {
                Event::VarSet { var: VarIx(pick(r[2], s.vars.len())), value: i32::from(feelings[0]) }
            }
            18 => Event::HookTaken { node },
            19 => Event::SteppedBack { turn },
            20 => Event::Ended { node },
            21 => Event::Laid { node: desk, at_ms },
            22 => {
                let entry = |(at, field): (usize, &FormField)| {
                    field.entries.start + (r[at % 6] % u16::from(field.entries.end - field.entries.start)) as u8
                };
                let written = task.form.answer(task.form.fields.iter().enumerate().map(entry)).unwrap();
                Event::Filled { turn, at_ms, node: desk, written }
            }
            _ => {
                let field = &task.form.fields[usize::from(pick(r[2], task.form.fields.len()))];
                let fault = Fault::iter().nth(usize::from(pick(r[4], Fault::iter().len() + 1)));
                let basis = fault.and(Some(ArticleIx(pick(r[2], LawLibrary::shipped().articles.len()))));
                Event::Wrote { node: desk, entry: field.entries.end - 1, right: field.entries.start, fault, basis }
            }
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_event_comes_back_from_its_line_as_it_was(event in events(shipped().scenario().unwrap())) {
        let names = Names::shipped(shipped().scenario().unwrap());
        let json = serde_json::to_string(&Recorded::of(&event, &names)).unwrap();
        prop_assert!(!json.contains('#'), "{}", json);
        let read: Recorded = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read.resolve(&names).unwrap(), event);
    }
}

/// Recorded before papers were held against their kind: it opens, verifies and goes on as it was judged then.
#[test]
fn a_log_of_the_first_judging_of_papers_still_holds_and_newer_rules_say_more() {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/logs/papers-1.calmlog");
    let report = verify(&old).unwrap();
    assert!(only_felt_otherwise(&report) && report.scored, "{report:?}");
    let changed = report.versions.iter().find(|changed| changed.what == "papers").unwrap();
    assert_eq!((changed.recorded.as_str(), changed.present.as_str()), ("1", "3"));
    let opened = open(&old).unwrap();
    let claim = |events: &[Event]| {
        let found = events.iter().find_map(|event| match event {
            Event::Wrote { fault, basis, .. } => Some((*fault, basis.is_some())),
            _ => None,
        });
        found.unwrap()
    };
    assert_eq!(claim(&opened.events), (Some(Fault::LeftOut), false));
    // The same moves today.
    let mut events = Vec::new();
    let mut session = Session::begin(Arc::clone(&opened.scenario), opened.head.settings.clone(), &mut events);
    opened.moves.iter().for_each(|input| session.apply(input, &mut events).unwrap());
    assert_eq!(claim(&events), (Some(Fault::Missing), true));
    // Stepped back and gone on with, it stays what it was.
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("old.calmlog");
    std::fs::copy(&old, &path).unwrap();
    let lines = std::fs::read_to_string(&path).unwrap();
    let begun: Vec<&str> = lines.lines().take(3).collect();
    std::fs::write(&path, begun.join("\n") + "\n").unwrap();
    let (mut recording, _) = Recording::resume(&path).unwrap();
    recording.apply(&opened.moves[1]).unwrap();
    recording.apply(&Move::StepBack { before_turn: 2 }).unwrap();
    recording.apply(&opened.moves[1]).unwrap();
    assert_eq!(claim(recording.latest()), (Some(Fault::LeftOut), false));
    assert!(only_felt_otherwise(&verify(&path).unwrap()));
}

/// The unfinished log of `played`, with its lines changed by hand and signed anew.
fn retold(dir: &TempDir, change: impl Fn(usize, &mut serde_json::Value)) -> PathBuf {
    let whole = std::fs::read_to_string(played(dir)).unwrap();
    let path = dir.path().join("retold.calmlog");
    // Without the last move and what comes after it.
    let mut chain: Option<Chain> = None;
    let lines = whole.lines().take(7).enumerate().map(|(at, line)| {
        let mut json: serde_json::Value = serde_json::from_str(&line[line.find('{').unwrap()..]).unwrap();
        change(at, &mut json);
        match &mut chain {
            Some(chain) => chain.line_of(&json).unwrap(),
            None => {
                let head = log::line_of(&json).unwrap();
                chain = Some(Chain::after(head.as_bytes(), log::FORMAT));
                head
            }
        }
    });
    std::fs::write(&path, lines.collect::<String>()).unwrap();
    path
}

/// Adds a thousandth to the anger in every `Felt` of a line.
fn feel_otherwise(line: &mut serde_json::Value) {
    let events = line.as_object_mut().unwrap().values_mut().filter_map(serde_json::Value::as_array_mut).flatten();
    for felt in events.filter_map(|event| event.get_mut("Felt")) {
        let anger = felt.pointer_mut("/state/feelings/0").unwrap();
        *anger = (anger.as_i64().unwrap() + 1).into();
    }
}

#[test]
fn a_log_of_an_older_model_goes_on_with_the_feelings_that_were_shown_then() {
    let dir = TempDir::new().unwrap();
    let path = retold(&dir, |at, line| match at {
        0 => line["model"] = "3".into(),
        _ => feel_otherwise(line),
    });
    let report = verify(&path).unwrap();
    assert!(report.versions.iter().any(|changed| changed.what == "model" && changed.recorded == "3"), "{report:?}");
    assert!(report.difference.is_some_and(|difference| difference.recorded.unwrap().contains("Felt")));
    let before = open(&path).unwrap();
    let (mut recording, _) = Recording::resume(&path).unwrap();
    assert_eq!(recording.events(), before.events);
    recording.apply(&moves()[5]).unwrap();
    assert!(recording.ended());
    let after = open(&path).unwrap();
    assert!(after.events.starts_with(&before.events) && after.scores.is_some());
    // And once more, with lines of both versions.
    drop(recording);
    assert_eq!(Recording::resume(&path).unwrap().0.events(), after.events);
}

#[test]
fn a_log_whose_moves_lead_elsewhere_is_not_gone_on_with() {
    let parts = |path: &Path| matches!(Recording::resume(path), Err(LogError::Diverged { .. }));
    // The same difference in the present version is no matter of versions.
    let dir = TempDir::new().unwrap();
    assert!(parts(&retold(&dir, |at, line| if at > 0 {
        feel_otherwise(line)
    })));
    // Another place than where the log says the trainee stands.
    let dir = TempDir::new().unwrap();
    assert!(parts(&retold(&dir, |at, line| match at {
        0 => line["model"] = "3".into(),
        6 => {
            let events = line["events"].as_array_mut().unwrap();
            let offered = events.iter_mut().find_map(|event| event.get_mut("Offered")).unwrap();
            offered["options"] = serde_json::json!(["ask"]);
        }
        _ => {}
    })));
    // A move that does not fit.
    let dir = TempDir::new().unwrap();
    assert!(parts(&retold(&dir, |at, line| match at {
        0 => line["model"] = "3".into(),
        1 => feel_otherwise(line),
        6 => line["move"] = serde_json::json!({ "Choose": { "option": "ask", "wait_ms": 1 } }),
        _ => {}
    })));
}

#[test]
fn a_name_that_the_scenario_does_not_have_is_refused() {
    let names = Names::shipped(shipped().scenario().unwrap());
    let gone = Recorded::Ended { node: "gone".into() };
    let error = gone.resolve(&names).unwrap_err();
    assert_eq!(error.id, "gone");
}
