//! Logs that come in whole: what is honest is taken, once; what is not is found.

use crate::databases::on_each;
use crate::played::{Elsewhere, NOW, SEED, exam, seat};
use crate::util::resealed;
use calmdesk::classroom::arrival::{Brought, arrive, collect, sealed_at};
use calmdesk::classroom::{Assignment, ClassId, Finding, Moment, Origin, Seal, Seat, SeatKind, Store, Weight};
use calmdesk::logbook::PlayedBy;
use calmdesk::logbook::log::parse;
use calmdesk::session::Mode;
use std::path::Path;
use tempfile::TempDir;

/// A day later.
const LATER: Moment = NOW.plus(86_400_000);

async fn room(store: &Store) -> (ClassId, Assignment, Seat) {
    let (class, assignment) = exam(store).await;
    let seat = seat(store, class, "王敏", "1001").await;
    let seat = store.take_seat(seat.person, SeatKind::Window, NOW).await.unwrap();
    (class, assignment, seat)
}

async fn seal(store: &Store, seat: &Seat, assignment: &Assignment, log: &[u8]) -> Seal {
    let key = store.seat_key(seat.id).await.unwrap();
    let tip = *parse(log, Path::new("log")).unwrap().chain.tip().unwrap();
    Seal::of(&key, seat.id, Some(&assignment.paper_hash), &tip)
}

fn network(class: ClassId, seal: Option<&Seal>) -> Brought<'_> {
    Brought { class, assignment: None, origin: Origin::Network, seal }
}

fn played(elsewhere: &Elsewhere) -> Vec<u8> {
    elsewhere.played(TempDir::new().unwrap().path())
}

/// Every line's JSON, changed and chained anew.
fn forged(log: &[u8], change: impl Fn(usize, &str) -> Option<String>) -> Vec<u8> {
    let text = std::str::from_utf8(log).unwrap();
    let jsons = text.lines().map(|line| line[line.find('{').unwrap()..].to_owned()).enumerate();
    let jsons: Vec<String> = jsons.filter_map(|(at, json)| change(at, &json)).collect();
    resealed(&jsons).into_bytes()
}

#[test]
fn an_honest_log_is_taken_once_with_nothing_to_say() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment, seat) = room(&store).await;
        let log = played(&Elsewhere::default());
        let seal = seal(&store, &seat, &assignment, &log).await;
        let first = arrive(&store, &log, network(class, Some(&seal)), LATER).await.unwrap();
        assert_eq!((&first.findings[..], first.already, first.person), (&[][..], false, Some(seat.person)));
        let again = arrive(&store, &log, network(class, Some(&seal)), LATER).await.unwrap();
        assert_eq!((again.attempt, again.already), (first.attempt, true));
        let row = store.attempt(first.attempt.unwrap()).await.unwrap();
        assert_eq!((row.assignment, row.seat, row.started), (Some(assignment.id), Some(seat.id), NOW));
        assert!(row.summary.unwrap().total.unwrap() > 800);
        assert_eq!(store.log_of(row.id).await.unwrap(), log);
    });
}

#[test]
fn every_kind_of_forgery_is_refused_or_told() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment, seat) = room(&store).await;
        let honest = played(&Elsewhere::default());
        let good = seal(&store, &seat, &assignment, &honest).await;
        let other_seat = crate::played::seat(&store, class, "李强", "1002").await;
        let others = seal(&store, &other_seat, &assignment, &honest).await;
        let refused = async |log: &[u8], seal: Option<&Seal>, expected: Finding| {
            let arrived = arrive(&store, log, network(class, seal), LATER).await.unwrap();
            assert!(arrived.attempt.is_none() && arrived.findings.contains(&expected), "{expected:?}: {arrived:?}");
            assert_eq!(arrived.findings[0].weight(), Weight::Refused);
        };
        // With name, date, mode or a move changed the seal does not fit, be the chain made anew or not.
        let renamed =
            forged(&honest, |at, json| Some(if at == 0 { json.replace("1001", "1002") } else { json.to_owned() }));
        refused(&renamed, Some(&good), Finding::SealForged).await;
        let practice = played(&Elsewhere { mode: Mode::Practice, ..Elsewhere::default() });
        refused(&practice, Some(&good), Finding::SealForged).await;
        // Somebody else's seal with one's own seat in it, or a paper that is not the assignment's.
        let stolen = Seal { seat: seat.id, ..others.clone() };
        refused(&honest, Some(&stolen), Finding::SealForged).await;
        let other_paper = Seal { paper: None, ..good.clone() };
        refused(&honest, Some(&other_paper), Finding::SealForged).await;
        refused(&honest, Some(&Seal { seal: "00".into(), ..good.clone() }), Finding::SealForged).await;
        // Who has the seat's own key and seals what they like is found by playing it again.
        let better = forged(&honest, |_, json| Some(json.replace("\"effect\":\"TooSoon\"", "\"effect\":\"Landed\"")));
        let moved = forged(&honest, |_, json| {
            Some(json.replacen("\"wait_ms\":", "\"wait_ms\":1", usize::from(json.contains("\"move\""))))
        });
        for (what, log) in [("scores", scores(&honest)), ("moves", moved), ("events", better)] {
            assert_ne!(log, honest, "{what}");
            let own_seal = seal(&store, &seat, &assignment, &log).await;
            let arrived = arrive(&store, &log, network(class, Some(&own_seal)), LATER).await.unwrap();
            let differs = arrived.findings.iter().any(|found| matches!(found, Finding::Differs { .. }));
            assert!(arrived.attempt.is_none() && differs, "{what}: {arrived:?}");
        }
        let swapped = forged(&honest, |at, json| {
            let hash = &assignment.paper.items[0].hash;
            Some(if at == 0 { json.replace(hash.as_str(), &"0".repeat(hash.len())) } else { json.to_owned() })
        });
        refused(&swapped, Some(&seal(&store, &seat, &assignment, &swapped).await), Finding::ScenarioSwapped).await;
        // A line changed, left out or moved without the chain: no log at all.
        let mut broken = honest.clone();
        let middle = broken.len() / 2;
        broken[middle] ^= 1;
        let arrived = arrive(&store, &broken, network(class, Some(&good)), LATER).await.unwrap();
        assert!(matches!(arrived.findings[..], [Finding::Unreadable { .. }]), "{arrived:?}");
        assert!(store.attempts(class, None).await.unwrap().is_empty(), "nothing of it was kept");
    });
}

/// The log with better scores in its line of scores.
fn scores(log: &[u8]) -> Vec<u8> {
    forged(log, |_, json| {
        let mut value: serde_json::Value = serde_json::from_str(json).unwrap();
        if let Some(total) = value.pointer_mut("/assessment/total") {
            *total = 999.into();
        }
        Some(value.to_string())
    })
}

#[test]
fn what_may_be_honest_is_taken_and_told_first() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment, _) = room(&store).await;
        let told = async |elsewhere: Elsewhere<'_>, expected: &[Finding]| {
            let log = played(&elsewhere);
            let brought = Brought { assignment: Some(assignment.id), ..network(class, None) };
            let arrived = arrive(&store, &log, brought, LATER).await.unwrap();
            for finding in expected {
                assert!(arrived.findings.contains(finding), "{finding:?}: {arrived:?}");
            }
            assert!(
                arrived.attempt.is_some() && arrived.findings.is_sorted_by_key(|one| std::cmp::Reverse(one.weight()))
            );
            let kept = store.findings(arrived.attempt.unwrap()).await.unwrap().unwrap();
            assert_eq!(kept, arrived.findings);
        };
        let machine = PlayedBy::Policy("expert".into());
        told(Elsewhere { by: machine, ..Elsewhere::default() }, &[Finding::PlayedByMachine, Finding::Unsealed]).await;
        told(
            Elsewhere { mode: Mode::Practice, timed: false, ..Elsewhere::default() },
            &[Finding::OtherMode, Finding::Untimed, Finding::TooMany],
        )
        .await;
        let seed = Elsewhere { policy: "first", seed: SEED + 1, left_out: usize::MAX, ..Elsewhere::default() };
        told(seed_only(seed), &[Finding::OtherSeed, Finding::Unfinished]).await;
        told(
            Elsewhere { name: "赵六", left_out: 1, ..Elsewhere::default() },
            &[Finding::Unknown { name: "赵六".into() }, Finding::Unfinished],
        )
        .await;
        let entered = store.people(class).await.unwrap();
        assert!(entered.iter().any(|person| person.name.as_deref() == Some("赵六")));
    });
}

/// Without a single move: those of another seed may not fit.
fn seed_only(mut elsewhere: Elsewhere<'_>) -> Elsewhere<'_> {
    elsewhere.left_out = crate::played::moves(elsewhere.policy).len();
    elsewhere
}

#[test]
fn a_sitting_that_was_copied_and_played_twice_is_found_and_one_that_went_on_is_one() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, ..) = room(&store).await;
        let arrived = async |log: &[u8]| arrive(&store, log, network(class, None), LATER).await.unwrap();
        let half = played(&Elsewhere { left_out: 3, ..Elsewhere::default() });
        let whole = played(&Elsewhere::default());
        assert!(whole.starts_with(&half));
        let first = arrived(&half).await;
        let longer = arrived(&whole).await;
        assert!(!longer.findings.contains(&Finding::Forked) && !longer.already, "{longer:?}");
        assert_eq!(store.attempts(class, None).await.unwrap().len(), 1, "the longer one took its place");
        assert!(store.attempt(first.attempt.unwrap()).await.is_err());
        assert!(arrived(&half).await.already, "the beginning of what is here brings nothing new");
        let other_end = played(&Elsewhere { policy: "bully", ..Elsewhere::default() });
        let forked = arrived(&other_end).await;
        assert!(forked.findings.contains(&Finding::Forked), "{forked:?}");
    });
}

#[test]
fn nobody_waits_longer_than_there_was_time() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, ..) = room(&store).await;
        let log = played(&Elsewhere::default());
        // Brought one second after it began: the waiting in it was never waited.
        let arrived = arrive(&store, &log, network(class, None), NOW.plus(1_000)).await.unwrap();
        assert!(arrived.findings.iter().any(|found| matches!(found, Finding::ClockAhead { .. })), "{arrived:?}");
    });
}

#[test]
fn a_stick_is_read_twice_without_harm_as_a_folder_and_as_an_archive() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment, seat) = room(&store).await;
        let stick = TempDir::new().unwrap();
        let log = played(&Elsewhere::default());
        let seal = serde_json::to_vec(&seal(&store, &seat, &assignment, &log).await).unwrap();
        let deep = stick.path().join("第三排/PC-07");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::write(deep.join("a.calmlog"), &log).unwrap();
        std::fs::write(sealed_at(&deep.join("a.calmlog")), &seal).unwrap();
        std::fs::write(
            stick.path().join("b.calmlog"),
            played(&Elsewhere { policy: "bully", name: "赵六", ..Elsewhere::default() }),
        )
        .unwrap();
        std::fs::write(stick.path().join("broken.calmlog"), b"not a log").unwrap();
        std::fs::write(stick.path().join("holiday.jpg"), b"\xFF\xD8").unwrap();
        let first = collect(&store, class, stick.path(), LATER).await.unwrap();
        let names: Vec<&str> = first.logs.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["b.calmlog", "broken.calmlog", "第三排/PC-07/a.calmlog"]);
        assert!(first.logs[1].1.attempt.is_none() && first.logs[2].1.findings.is_empty(), "{first:?}");
        let again = collect(&store, class, stick.path(), LATER).await.unwrap();
        assert!(again.logs.iter().all(|(_, arrived)| arrived.already || arrived.attempt.is_none()), "{again:?}");
        assert_eq!(store.attempts(class, None).await.unwrap().len(), 2);
        // The same in an archive brings nothing new either.
        let archive = stick.path().join("stick.zip");
        let zipped = std::process::Command::new("python3")
            .args(["-c", "import shutil,sys; shutil.make_archive(sys.argv[1][:-4], 'zip', sys.argv[2], '第三排')"])
            .args([&archive, stick.path()])
            .status();
        if zipped.is_ok_and(|status| status.success()) {
            let packed = collect(&store, class, &archive, LATER).await.unwrap();
            assert_eq!(packed.logs.len(), 1);
            assert!(packed.logs[0].1.already && packed.logs[0].0.ends_with("PC-07/a.calmlog"), "{packed:?}");
        }
    });
}
