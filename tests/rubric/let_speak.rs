//! Listening is measured by what was let be said: a sweep from cutting everybody off to hearing everybody out.

use crate::sweep::{SHIPPED, played, scenario, sweep};
use calmdesk::rehearsal::{Player, Policy};
use calmdesk::rubric::assessment::heard;
use calmdesk::rubric::{Assessor, Rubric, Standing, assess};
use calmdesk::session::{Event, Move, MoveError, ResolvedMove, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;

#[test]
fn the_less_is_let_be_said_the_less_listening_scores() {
    for id in SHIPPED {
        let scenario = scenario(id);
        let row = sweep(&scenario);
        println!("{id}: {row:?}");
        assert!(row.windows(2).all(|pair| pair[0].1 < pair[1].1), "{id}: {row:?}");
        assert!(row.windows(2).all(|pair| pair[0].2 <= pair[1].2), "{id}: {row:?}");
        assert!(row[0].2 <= 100 && row[6].2 >= 850, "{id}: {row:?}");
    }
}

/// Wherever the cut falls: whoever hears nobody to the end of a single line has not listened.
#[test]
fn who_says_all_that_is_right_but_lets_nobody_finish_never_passes() {
    for id in SHIPPED {
        let scenario = scenario(id);
        for (percent, seed) in
            [20, 50, 70, 80, 90].into_iter().flat_map(|percent| (0..4).map(move |seed| (percent, seed)))
        {
            let found = played(&scenario, Policy::Expert, seed, percent);
            let standing = found.standing(Rubric::shipped().pass, true);
            assert!(matches!(standing, Standing::NotPassed(_)), "{id} at {percent} %: {:?}", found.dimensions);
        }
    }
}

#[test]
fn what_a_line_counts_for_falls_steadily_with_what_was_cut_off() {
    let of = |unsaid: u16| heard(unsaid).0;
    // By hand: words 900 : 960 of a thousand, of the end 20 : 80; the mean of both.
    assert_eq!([0, 40, 100, 120, 300, 520, 1000].map(of), [1000, 1000, 593, 458, 364, 250, 0]);
    for unsaid in 0..1000 {
        let fall = of(unsaid) - of(unsaid + 1);
        assert!((0..=9).contains(&fall), "from {unsaid}: {fall}");
    }
}

#[test]
fn who_cuts_everybody_off_has_not_listened_and_never_passes() {
    for id in SHIPPED {
        let scenario = scenario(id);
        for seed in 0..8 {
            let found = played(&scenario, Policy::Interrupter, seed, 100);
            let listening = found.dimensions[0].unwrap().0;
            println!("{id} {seed}: {listening} of {:?}", found.let_speak);
            assert!(listening <= 400, "{id} {seed}: {listening}");
            assert!(matches!(found.standing(Rubric::shipped().pass, true), Standing::NotPassed(_)), "{id} {seed}");
        }
    }
}

#[test]
fn what_is_skipped_is_no_patience_and_an_exam_has_no_skipping() {
    let scenario = scenario(SHIPPED[0]);
    let first = |skip: Option<u32>, wait_ms| {
        let mut events = Vec::new();
        let mut session = Session::begin(scenario.clone(), Settings { seed: 3, ..Settings::default() }, &mut events);
        if let Some(skip_ms) = skip {
            session.apply(&Move::Skip { wait_ms: 100, skip_ms }, &mut events).unwrap();
        }
        let assessor = Assessor::new(Rubric::shipped(), &scenario, ActCatalogue::shipped(), true);
        let Some(ResolvedMove::Choose { option, .. }) = Player::new(Policy::First, 1).decide(&session, &assessor)
        else {
            panic!("the first turn is a choice")
        };
        session.take(ResolvedMove::Choose { option, wait_ms }, &mut events);
        let found = assess(Rubric::shipped(), &scenario, true, &events);
        let heard = Rubric::shipped().find("heard-out").unwrap();
        (found.evidence.iter().filter(|one| one.criterion == heard).count(), found.let_speak, events)
    };
    let (heard, share, _) = first(None, 120_000);
    assert_eq!((heard, share.map(|share| share.0)), (1, Some(1000)));
    let (heard, share, events) = first(Some(120_000), 1_000);
    assert_eq!((heard, share), (0, None), "neither heard nor cut off");
    assert!(events.iter().any(|event| matches!(event, Event::Skipped { unheard: 900.., .. })));
    assert!(!events.iter().any(|event| matches!(event, Event::Interrupted { .. })));
    let (heard, share, events) = first(Some(500), 100);
    assert!(events.iter().any(|event| matches!(event, Event::Interrupted { .. })));
    assert_eq!((heard, share.map(|share| share.0)), (1, Some(0)), "a small skip does not excuse from cutting in");

    let exam = Settings { mode: calmdesk::session::Mode::Exam, ..Settings::default() };
    let mut session = Session::begin(scenario.clone(), exam, &mut Vec::new());
    let refused = session.apply(&Move::Skip { wait_ms: 0, skip_ms: 9_000 }, &mut Vec::new());
    assert_eq!(refused, Err(MoveError::NoSkipInExam));
}
