//! 《一份报告》 as it is played: it loads clean, it ranks people as people would, and what was passed over comes back.

use crate::played::{Played, assert_translated, at_random, play, play_but, shipped};
use calmdesk::procedure::{Conduct, LadderVerdict, Measure, Step as Matter};
use calmdesk::rubric::Assessor;
use calmdesk::rubric::assessment::{Reason, Verdict};
use calmdesk::rubric::rules::{StepFound, StepReason};
use calmdesk::scenario::model::{NodeKind, Scenario};
use calmdesk::session::Offer;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::NodeIx;
use std::collections::BTreeSet;
use std::sync::Arc;

fn scenario() -> Arc<Scenario> {
    shipped("demolition-report")
}

#[test]
fn every_text_has_its_english() {
    assert_translated(&scenario());
}

#[test]
fn good_reception_scores_and_chance_does_not() {
    let scenario = scenario();
    let expert = play_but(&scenario, &[]);
    assert_eq!(expert.end, "end_board");
    for score in expert.result.dimensions {
        assert!(score.expect("every dimension is tested").0 >= 850, "{:?}", expert.result.dimensions);
    }
    let (mut sums, mut third) = ([0; 3], 0);
    for seed in 1..=200 {
        let played = at_random(&scenario, seed);
        third += u32::from(played.visit == 2);
        for (sum, score) in sums.iter_mut().zip(played.result.dimensions) {
            *sum += score.map_or(0, |s| s.0);
        }
    }
    assert!(sums.iter().all(|sum| sum / 200 <= 550), "{:?}", sums.map(|sum| sum / 200));
    assert!(third > 100, "only {third} of 200 saw what their words had led to");
}

#[test]
fn no_line_and_no_choice_is_out_of_reach() {
    let scenario = scenario();
    let mut seen = BTreeSet::new();
    for seed in 1..=600 {
        let played = at_random(&scenario, seed);
        seen.extend(played.seen);
        seen.insert(played.end);
    }
    let worst = |assessor: &Assessor, node: &str, offer: Offer| {
        let at = scenario.nodes.iter().position(|n| n.id == node).expect("the node at hand");
        let worth = |option: &u8| assessor.expected(NodeIx(at as u16), *option);
        offer.as_slice().iter().copied().min_by_key(worth).expect("something is on offer")
    };
    // And the last entry of every field: struck, or as soon as possible.
    let least = play(&scenario, 1, worst, |_, ids| Some(ids.len() as u8 - 1));
    for played in [least, play_but(&scenario, &[]), play_but(&scenario, &[("evidence", "theirs")])] {
        seen.extend(played.seen);
        seen.insert(played.end);
    }
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
fn a_bag_that_is_passed_over_twice_comes_back_broken() {
    let played = play_but(&scenario(), &[("the_bag", "form"), ("second_chance", "floor"), ("no_news", "wait")]);
    assert_eq!(played.end, "end_blade");
    assert!(played.failed(Critical::IgnoredRisk));
}

#[test]
fn asking_and_clearing_the_room_both_get_the_knife_put_away() {
    let scenario = scenario();
    for first in ["ask", "clear"] {
        for then in ["locker", "envelope"] {
            let played = play_but(&scenario, &[("the_bag", first), ("put_by", then)]);
            assert_eq!(played.end, "end_board");
            assert!(played.result.critical.is_empty());
        }
    }
}

#[test]
fn a_visitors_own_time_told_wrong_costs_points() {
    let scenario = scenario();
    let best = play_but(&scenario, &[]).result.total;
    for slip in ["fifteen", "sixty", "early"] {
        assert!(play_but(&scenario, &[("read_out.time", slip)]).result.total < best, "{slip}");
    }
    assert!(play_but(&scenario, &[("read_out.basis", "vague")]).result.total < best);
}

#[test]
fn the_police_are_no_crime_and_no_shortcut() {
    let scenario = scenario();
    let called = play_but(&scenario, &[("the_bag", "button")]);
    assert!(called.result.critical.is_empty());
    assert!(called.seen.contains("officers"));
    assert!(called.result.total < play_but(&scenario, &[]).result.total);
}

#[test]
fn silence_bought_with_a_pledge_is_a_failure_until_it_is_given_back() {
    let scenario = scenario();
    let bought = play_but(&scenario, &[("pledge", "sign"), ("on_paper", "aloud")]);
    assert_eq!(bought.end, "end_hushed");
    assert!(bought.failed(Critical::Suppression));
    let given_back = play_but(&scenario, &[("pledge", "sign"), ("on_paper", "strike")]);
    assert_ne!(given_back.end, "end_hushed");
}

#[test]
fn the_knife_is_not_to_be_used_against_him() {
    let played = play_but(&scenario(), &[("pledge", "blade")]);
    assert_eq!(played.end, "end_hushed");
    assert!(played.failed(Critical::Threat));
}

#[test]
fn a_monday_that_nobody_could_promise_is_a_white_wall() {
    let played = play_but(&scenario(), &[("the_road", "sure")]);
    assert!(played.seen.contains("white_wall"));
    assert!(!play_but(&scenario(), &[]).seen.contains("white_wall"));
}

#[test]
fn a_call_without_news_is_remembered() {
    let scenario = scenario();
    let called = play_but(&scenario, &[("no_news", "call")]);
    assert!(called.seen.contains("phone"));
    let waited = play_but(&scenario, &[("no_news", "wait")]);
    assert!(waited.seen.contains("white_wall"));
}

#[test]
fn the_girl_who_helped_pays_for_a_loose_word() {
    let played = play_but(&scenario(), &[("to_yan", "girl")]);
    assert!(played.seen.contains("moved_away"));
    assert!(played.failed(Critical::Leak));
}

#[test]
fn a_word_waved_away_is_heard_again_from_the_ward() {
    let played = play_but(&scenario(), &[("said_in_play", "pooh")]);
    assert!(played.seen.contains("ward") && !played.seen.contains("doorstep"));
    assert_eq!(played.end, "end_lamp");
    assert!(played.failed(Critical::IgnoredRisk));
}

#[test]
fn ten_days_nobody_named_are_ten_days_lost() {
    let played = play_but(&scenario(), &[("evidence", "theirs")]);
    assert_eq!(played.end, "end_road");
}

#[test]
fn a_total_is_no_publication() {
    let slips = [("to_yan", "dates"), ("a_day", "gu"), ("at_the_wall", "beside")];
    assert_eq!(play_but(&scenario(), &slips).end, "end_ten");
}

/// What the response ladder has to say of the knife, in the order of the turns.
fn ladder(played: &Played) -> Vec<(Verdict, LadderVerdict, Option<Measure>)> {
    let told = played.result.evidence.iter().filter_map(|one| match one.reason {
        Reason::Ladder { conduct: Conduct::Weapon, verdict, measure } => Some((one.verdict, verdict, measure)),
        _ => None,
    });
    told.collect()
}

#[test]
fn the_knife_calls_for_a_cleared_room_and_the_police_are_no_jump() {
    let scenario = scenario();
    let cleared = ladder(&play_but(&scenario, &[("the_bag", "clear"), ("put_by", "locker")]));
    assert_eq!(cleared[0], (Verdict::Hit, LadderVerdict::InOrder, Some(Measure::SecureRoom)));
    assert!(cleared.iter().all(|(verdict, ..)| *verdict == Verdict::Hit), "{cleared:?}");
    let police = ladder(&play_but(&scenario, &[("the_bag", "button")]));
    assert_eq!(police[0], (Verdict::Hit, LadderVerdict::InOrder, Some(Measure::CallPolice)), "{police:?}");
    // Asked, and then told the rule while the knife is still in the bag: the room comes first.
    let lectured = ladder(&play_but(&scenario, &[("the_bag", "ask"), ("put_by", "rule")]));
    let due = LadderVerdict::ShouldHaveActed { measure: Measure::SecureRoom };
    assert!(lectured.contains(&(Verdict::Miss, due, Some(Measure::Dissuade))), "{lectured:?}");
}

#[test]
fn an_answer_on_paper_rests_on_what_was_registered_and_accepted() {
    let scenario = scenario();
    let steps = |played: &Played| -> Vec<(Verdict, StepReason)> {
        let told = played.result.evidence.iter().filter_map(|one| match one.reason {
            Reason::Step(reason) => Some((one.verdict, reason)),
            _ => None,
        });
        told.collect()
    };
    let expert = steps(&play_but(&scenario, &[("on_paper", "aloud")]));
    assert_eq!(expert.iter().map(|(_, one)| one.step).collect::<Vec<_>>(), [Matter::Register, Matter::Decide]);
    assert!(expert.iter().all(|(verdict, _)| *verdict == Verdict::Hit), "{expert:?}");
    // Never registered: the notice is overdue by the third visit, and no opinion can rest on nothing.
    let never = steps(&play_but(&scenario, &[("in_hand", "word"), ("on_paper", "aloud")]));
    assert!(never.iter().any(|(_, one)| matches!(one.found, StepFound::RanOut { .. })), "{never:?}");
    assert!(never.iter().any(|(_, one)| one.step == Matter::Decide && matches!(one.found, StepFound::Refused { .. })));
    assert!(never.iter().all(|(verdict, _)| *verdict == Verdict::Miss), "{never:?}");
}
