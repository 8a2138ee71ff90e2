//! Attempts move by move: numbered, once each, on any server.

use crate::databases::on_each;
use crate::played::{NOW, SEED, exam, exam_of, moves, paper, seat};
use calmdesk::classroom::store::Appended;
use calmdesk::classroom::{
    Applied, AssignmentState, AttemptState, ClassError, Finding, Grant, LiveAttempt, NotOpen, Paper, live,
};
use calmdesk::logbook::log::{LogFile, parse};
use calmdesk::logbook::recording::opened;
use calmdesk::session::{Mode, Move};
use std::path::Path;

fn log_of(bytes: &[u8]) -> LogFile {
    parse(bytes, Path::new("log")).unwrap()
}

#[test]
fn a_step_counts_once_however_often_it_is_sent() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let seat = seat(&store, class, "王敏", "1001").await;
        let attempt = LiveAttempt::begin(&store, &assignment, 0, &seat, NOW).await.unwrap().attempt().id;
        assert_eq!(store.append(attempt, 1, "a\n", NOW).await.unwrap(), Appended::Now);
        assert_eq!(store.append(attempt, 1, "a\n", NOW).await.unwrap(), Appended::Already);
        for (step, lines) in [(1, "b\n"), (3, "c\n"), (0, "a\n")] {
            let refused = store.append(attempt, step, lines, NOW).await;
            assert!(matches!(refused, Err(ClassError::OutOfStep { expected: 2 })), "{step}: {refused:?}");
        }
        assert_eq!(store.steps(attempt).await.unwrap().len(), 2);
    });
}

#[test]
fn of_many_servers_that_take_the_same_step_one_does() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let seat = seat(&store, class, "王敏", "1001").await;
        let attempt = LiveAttempt::begin(&store, &assignment, 0, &seat, NOW).await.unwrap().attempt().id;
        let servers = [own.store().await, own.store().await];
        for step in 1..=10 {
            let tasks = (0..8).map(|at| {
                let store = servers[at % 2].clone();
                tokio::spawn(async move { store.append(attempt, step, &format!("{at}\n"), NOW).await })
            });
            let mut taken = 0;
            for task in tasks.collect::<Vec<_>>() {
                match task.await.unwrap() {
                    Ok(Appended::Now) => taken += 1,
                    Err(ClassError::OutOfStep { expected }) => assert_eq!(expected, step + 1),
                    other => panic!("{other:?}"),
                }
            }
            assert_eq!(taken, 1, "step {step}");
        }
        assert_eq!(store.steps(attempt).await.unwrap().len(), 11);
    });
}

#[test]
fn a_seat_goes_on_at_another_server_after_every_move_and_its_log_holds() {
    on_each(|own| async move {
        let servers = [own.store().await, own.store().await];
        let (class, assignment) = exam(&servers[0]).await;
        let seat = seat(&servers[0], class, "王敏", "1001").await;
        let begun = LiveAttempt::begin(&servers[0], &assignment, 0, &seat, NOW).await.unwrap();
        let attempt = begun.attempt().id;
        let mut now = NOW;
        for (at, input) in moves("careful").iter().enumerate() {
            now = now.plus(60_000);
            let store = &servers[at % 2];
            let mut live = LiveAttempt::rebuild(store, attempt).await.unwrap();
            assert_eq!(live.expected(), at as u32 + 1);
            assert_eq!(live.apply(store, at as u32 + 1, input, now).await.unwrap(), Applied::Now);
            // The page that never heard of it asks again.
            assert_eq!(live.apply(store, at as u32 + 1, input, now).await.unwrap(), Applied::Already);
        }
        // The first server still has what it began with: it learns what happened meanwhile.
        let mut stale = begun;
        let last = moves("careful").len() as u32;
        let late = Move::Gesture { act: "Nod".into(), wait_ms: 0 };
        assert!(stale.apply(&servers[0], 1, &late, now).await.is_err());
        assert!(matches!(
            stale.apply(&servers[0], 1, &late, now).await,
            Err(ClassError::OutOfStep { expected }) if expected == last + 1
        ));
        live::hand_in(&servers[1], attempt, now).await.unwrap();
        live::hand_in(&servers[0], attempt, now.plus(9)).await.unwrap();
        let row = servers[0].attempt(attempt).await.unwrap();
        assert_eq!((row.state, row.handed_in), (AttemptState::HandedIn, Some(now)));
        let log = log_of(&servers[0].log_of(attempt).await.unwrap());
        let opened = opened(log, Path::new("log")).unwrap();
        assert!(opened.verified.holds(), "{:?}", opened.verified);
        let summary = row.summary.unwrap();
        assert_eq!(summary.total, opened.scores.unwrap().total.map(|total| total.0));
        assert_eq!(servers[0].findings(attempt).await.unwrap(), Some(Vec::<Finding>::new()));
        assert_eq!(summary.taken.len(), moves("careful").iter().filter(|m| matches!(m, Move::Choose { .. })).count());
    });
}

#[test]
fn nobody_claims_to_have_listened_longer_than_there_was_time() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let seat = seat(&store, class, "王敏", "1001").await;
        let mut live = LiveAttempt::begin(&store, &assignment, 0, &seat, NOW).await.unwrap();
        let nod = Move::Gesture { act: "Nod".into(), wait_ms: 600_000 };
        live.apply(&store, 1, &nod, NOW.plus(2_000)).await.unwrap();
        // The same on a server that has only the rows.
        let mut live = LiveAttempt::rebuild(&store, live.attempt().id).await.unwrap();
        live.apply(&store, 2, &nod, NOW.plus(3_000)).await.unwrap();
        let log = log_of(&store.log_of(live.attempt().id).await.unwrap());
        let waits: Vec<u32> = log
            .moves()
            .map(|input| match input {
                Move::Gesture { wait_ms, .. } => *wait_ms,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(waits, [3_500, 2_500]);
    });
}

#[test]
fn whoever_may_not_move_is_told_why_and_loses_nothing() {
    on_each(|own| async move {
        let store = own.store().await;
        let paper = Paper { minutes: Some(10), attempts: Some(1), ..paper() };
        let (class, assignment) = exam_of(&store, paper).await;
        let seat = seat(&store, class, "王敏", "1001").await;
        let mut live = LiveAttempt::begin(&store, &assignment, 0, &seat, NOW).await.unwrap();
        let attempt = live.attempt().id;
        let nod = Move::Gesture { act: "Nod".into(), wait_ms: 100 };
        live.apply(&store, 1, &nod, NOW.plus(1_000)).await.unwrap();
        let why = |result: Result<Applied, ClassError>| match result {
            Err(ClassError::NotOpen(why)) => why,
            other => panic!("{other:?}"),
        };
        store.set_assignment_state(assignment.id, AssignmentState::Paused).await.unwrap();
        assert_eq!(why(live.apply(&store, 2, &nod, NOW.plus(2_000)).await), NotOpen::Paused);
        store.set_assignment_state(assignment.id, AssignmentState::Open).await.unwrap();
        store.set_locked(seat.id, true).await.unwrap();
        assert_eq!(why(live.apply(&store, 2, &nod, NOW.plus(3_000)).await), NotOpen::Locked);
        store.set_locked(seat.id, false).await.unwrap();
        assert_eq!(live.apply(&store, 2, &nod, NOW.plus(4_000)).await.unwrap(), Applied::Now);
        let late = NOW.plus(10 * 60_000 + 10_000);
        assert_eq!(why(live.apply(&store, 3, &nod, late).await), NotOpen::TimeOver);
        store.grant(assignment.id, seat.person, &Grant { more_minutes: 5, ..Grant::default() }).await.unwrap();
        assert_eq!(live.apply(&store, 3, &nod, late).await.unwrap(), Applied::Now);
        store.set_closes(assignment.id, Some(NOW)).await.unwrap();
        assert_eq!(why(live.apply(&store, 4, &nod, late).await), NotOpen::Closed);
        // What was done can be handed in all the same.
        live::hand_in(&store, attempt, late).await.unwrap();
        store.set_closes(assignment.id, None).await.unwrap();
        assert_eq!(
            why(LiveAttempt::rebuild(&store, attempt).await.unwrap().apply(&store, 4, &nod, late).await),
            NotOpen::HandedIn
        );
        assert_eq!(log_of(&store.log_of(attempt).await.unwrap()).moves().count(), 3);
        let again = LiveAttempt::begin(&store, &assignment, 0, &seat, late).await;
        assert!(matches!(again, Err(ClassError::NotOpen(NotOpen::NoAttemptsLeft))), "{:?}", again.err());
        store.grant(assignment.id, seat.person, &Grant { more_attempts: 1, ..Grant::default() }).await.unwrap();
        let again = LiveAttempt::begin(&store, &assignment, 0, &seat, late).await.unwrap();
        assert_eq!(again.attempt().number, 2);
        let findings = store.findings(attempt).await.unwrap().unwrap();
        assert_eq!(findings, [Finding::Unfinished, Finding::OutOfHours]);
    });
}

#[test]
fn a_closed_browser_comes_back_at_another_seat_and_the_log_says_so() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let first = seat(&store, class, "王敏", "1001").await;
        let nod = Move::Gesture { act: "Nod".into(), wait_ms: 100 };
        let mut live = LiveAttempt::begin(&store, &assignment, 0, &first, NOW).await.unwrap();
        live.apply(&store, 1, &nod, NOW.plus(1_000)).await.unwrap();
        let second = store.take_seat(first.person, calmdesk::classroom::SeatKind::Browser, NOW).await.unwrap();
        let mut again = LiveAttempt::begin(&store, &assignment, 0, &second, NOW.plus(60_000)).await.unwrap();
        assert_eq!((again.attempt().id, again.expected()), (live.attempt().id, 2));
        again.apply(&store, 2, &nod, NOW.plus(61_000)).await.unwrap();
        again.hand_in(&store, NOW.plus(62_000)).await.unwrap();
        let findings = store.findings(again.attempt().id).await.unwrap().unwrap();
        assert_eq!(findings, [Finding::Unfinished, Finding::Resumed { times: 1 }]);
    });
}

#[test]
fn what_was_granted_is_played_and_said() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let seat = seat(&store, class, "王敏", "1001").await;
        store.grant(assignment.id, seat.person, &Grant { untimed: true, ..Grant::default() }).await.unwrap();
        let mut live = LiveAttempt::begin(&store, &assignment, 0, &seat, NOW).await.unwrap();
        let settings = &live.recording().head().settings;
        assert_eq!((settings.timed, settings.mode, settings.seed), (false, Mode::Exam, SEED));
        // The log goes by the pseudonym.
        let pseudonym = store.person(seat.person).await.unwrap().pseudonym;
        assert_eq!(live.recording().head().trainee.as_deref(), Some(pseudonym.as_str()));
        live.hand_in(&store, NOW).await.unwrap();
        let findings = store.findings(live.attempt().id).await.unwrap().unwrap();
        assert!(findings.contains(&Finding::UntimedGranted), "{findings:?}");
    });
}

#[test]
fn a_paper_is_what_was_sealed() {
    on_each(|own| async move {
        let store = own.store().await;
        let (_, assignment) = exam(&store).await;
        assert_eq!(assignment.paper_hash, assignment.paper.hash().unwrap());
        let read = store.assignment(assignment.id).await.unwrap();
        assert_eq!(read, assignment);
        let (scenario, files) = store.scenario(&assignment.paper.items[0].hash).await.unwrap();
        assert_eq!((scenario.id.as_str(), files), (crate::played::SCENARIO, crate::played::files()));
        // Other files than the paper names are no paper.
        let mut other = paper();
        other.items[0].hash.replace_range(..1, "x");
        let new = calmdesk::classroom::NewAssignment {
            class: assignment.class,
            title: "另一份".into(),
            paper: other,
            files: vec![crate::played::files()],
            opens: None,
            closes: None,
        };
        assert!(matches!(store.new_assignment(&new, NOW).await, Err(ClassError::Scenario(_))));
    });
}

#[test]
fn a_database_that_loses_its_connections_loses_no_move() {
    let Some(own) = crate::databases::postgres() else { return };
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let seat = seat(&store, class, "王敏", "1001").await;
        let mut live = LiveAttempt::begin(&store, &assignment, 0, &seat, NOW).await.unwrap();
        let mut refused = 0;
        for (at, input) in moves("careful").iter().enumerate() {
            let now = NOW.plus(60_000 * (at as i64 + 1));
            own.cut_off();
            while let Err(error) = live.apply(&store, at as u32 + 1, input, now).await {
                assert!(matches!(error, ClassError::Database { .. }), "{error:?}");
                refused += 1;
                assert!(refused < 100, "{error:?}");
            }
        }
        let log = log_of(&store.log_of(live.attempt().id).await.unwrap());
        assert!(log.moves().eq(moves("careful").iter()), "every move once, in order");
        assert!(opened(log, Path::new("log")).unwrap().verified.holds());
    });
}
