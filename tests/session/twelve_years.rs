//! 《十二年》 as it is played: two answers, a claim partly right, review and re-review, our own director in the room.

use crate::played::{Played, assert_translated, at_random, play_but, shipped};
use calmdesk::authoring::library;
use calmdesk::procedure::{Fault, Step};
use calmdesk::rehearsal::{self, Policy};
use calmdesk::rubric::Rubric;
use calmdesk::rubric::assessment::{Dimension, Reason, Verdict};
use calmdesk::scenario::model::{NodeKind, Scenario};
use calmdesk::session::{Event, Settings};
use calmdesk::vocabulary::Critical;
use std::collections::BTreeSet;
use std::sync::Arc;

fn scenario() -> Arc<Scenario> {
    shipped("twelve-years")
}

fn but(slips: &[(&str, &str)]) -> Played {
    play_but(&scenario(), slips)
}

#[test]
fn every_text_has_its_english() {
    assert_translated(&scenario());
}

#[test]
fn its_own_law_ships_with_it() {
    let entry = library::shipped().iter().find(|entry| entry.id() == "twelve-years").expect("it ships");
    let scenario = entry.scenario().expect("it loads");
    let own = scenario.library().find("teachers2014/7").expect("an article of its own");
    assert!(scenario.claims.iter().any(|claim| claim.law.contains(&own)));
}

#[test]
fn good_reception_scores_and_chance_does_not() {
    let scenario = scenario();
    let expert = play_but(&scenario, &[]);
    assert_eq!(expert.end, "end_board");
    for score in expert.result.dimensions {
        assert!(score.expect("every dimension is tested").0 >= 850, "{:?}", expert.result.dimensions);
    }
    let mut sums = [0; 3];
    for seed in 1..=200 {
        let played = at_random(&scenario, seed);
        for (sum, score) in sums.iter_mut().zip(played.result.dimensions) {
            *sum += score.map_or(0, |s| s.0);
        }
    }
    assert!(sums.iter().all(|sum| sum / 200 <= 550), "{:?}", sums.map(|sum| sum / 200));
}

#[test]
fn no_line_no_choice_and_no_ending_is_out_of_reach() {
    let scenario = scenario();
    let mut seen = BTreeSet::new();
    let mut take = |played: Played| {
        seen.extend(played.seen);
        seen.insert(played.end);
    };
    (1..=600).for_each(|seed| take(at_random(&scenario, seed)));
    take(play_but(&scenario, &[]));
    take(play_but(&scenario, &[("own_day", "all")]));
    let missed: Vec<&str> = scenario
        .nodes
        .iter()
        .filter(|node| !matches!(node.kind, NodeKind::Branch(_) | NodeKind::TimePasses(_)))
        .map(|node| node.id.as_str())
        .filter(|id| !seen.contains(*id))
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn review_and_re_review_are_asked_for_and_answered_in_their_time() {
    let scenario = scenario();
    let events = rehearsal::play(&scenario, &Settings::default(), Policy::Expert, Rubric::shipped()).events;
    let taken: Vec<Step> = events
        .iter()
        .filter_map(|event| match event {
            Event::StepTaken { step, .. } => Some(*step),
            _ => None,
        })
        .collect();
    let way = [
        Step::Register,
        Step::Accept,
        Step::Verify,
        Step::Decide,
        Step::AskReview,
        Step::AnswerReview,
        Step::AskReReview,
        Step::AnswerReReview,
        Step::Help,
    ];
    assert_eq!(taken, way);
}

#[test]
fn who_is_sent_to_the_wrong_door_loses_the_review() {
    let right = but(&[]);
    assert!(right.seen.contains("upheld"));
    for slip in [("where_to.path", "province"), ("where_to.path", "here"), ("where_to.time", "sixty")] {
        let wrong = but(&[slip]);
        assert!(wrong.seen.contains("too_late") && !wrong.seen.contains("upheld"), "{slip:?}");
        assert_eq!(wrong.end, "end_province", "{slip:?}");
        assert!(wrong.result.total < right.result.total, "{slip:?}");
    }
}

#[test]
fn a_review_of_the_same_office_is_a_wrong_decision() {
    let same = but(&[("the_opinion.remedy", "same")]);
    let astray = |reason: &Reason| matches!(reason, Reason::LedAstray(found) if found.fault == Fault::WrongBody);
    assert!(same.result.evidence.iter().any(|one| astray(&one.reason) && one.verdict == Verdict::Miss));
}

#[test]
fn only_the_split_decision_is_right() {
    let procedure = |played: &Played| played.result.dimensions[Dimension::Procedure as usize].map(|score| score.0);
    assert!(procedure(&but(&[])) > Some(900));
    for wrong in ["twelve", "five", "soft"] {
        let played = but(&[("the_opinion.result", wrong)]);
        assert!(procedure(&played) <= Some(500), "{wrong}");
        assert_ne!(played.end, "end_board", "{wrong}");
    }
}

#[test]
fn what_our_own_people_propose_is_stopped_or_paid_for() {
    let leaked = but(&[("the_list", "attach"), ("what_else", "none")]);
    assert!(leaked.failed(Critical::Leak));
    assert!(leaked.seen.contains("on_the_door"));
    assert_eq!(leaked.end, "end_list");
    // Taken back the same day, it never reaches the gully; what was done stays done.
    let taken_back = but(&[("the_list", "attach"), ("what_else", "own_now")]);
    assert!(taken_back.failed(Critical::Leak) && !taken_back.seen.contains("on_the_door"));
    let silent = but(&[("the_rank", "shut")]);
    assert!(silent.failed(Critical::Suppression));
    for slip in [("the_rank", "shut"), ("the_rank", "later"), ("the_envelope", "leaf")] {
        assert_eq!(but(&[slip]).end, "end_nine", "{slip:?}");
    }
    let bought = but(&[("the_envelope", "take"), ("unsign", "fine")]);
    assert_eq!(bought.end, "end_bought");
    let given_back = but(&[("the_envelope", "take"), ("unsign", "void")]);
    assert_ne!(given_back.end, "end_bought");
}

#[test]
fn a_word_not_kept_is_on_her_page() {
    let silent = but(&[("two_oclock", "later")]);
    assert!(silent.seen.contains("red_cross") && !silent.seen.contains("you_called"));
    assert!(silent.result.total < but(&[]).result.total);
}
