//! 《深夜的挪动声》 as it is played: it loads clean, it ranks people as people would, and what was said comes back.

use crate::played::{Played, assert_translated, at_random, play_but, shipped};
use calmdesk::rubric::assessment::Reason;
use calmdesk::scenario::model::Scenario;
use std::sync::Arc;

fn scenario() -> Arc<Scenario> {
    shipped("noise-upstairs")
}

#[test]
fn every_text_has_its_english() {
    assert_translated(&scenario());
}

#[test]
fn good_reception_scores_and_chance_does_not() {
    let scenario = scenario();
    let Played { end, result: expert, .. } = play_but(&scenario, &[]);
    assert_eq!(end, "end_holds");
    for score in expert.dimensions {
        assert!(score.expect("every dimension is tested").0 >= 850, "{:?}", expert.dimensions);
    }
    let mut sums = [0; 3];
    for seed in 1..=200 {
        let Played { result, .. } = at_random(&scenario, seed);
        for (sum, score) in sums.iter_mut().zip(result.dimensions) {
            *sum += score.map_or(0, |s| s.0);
        }
    }
    assert!(sums.iter().all(|sum| sum / 200 <= 550), "{:?}", sums.map(|sum| sum / 200));
}

#[test]
fn a_sloppy_form_and_a_vague_answer_cost_points_and_nothing_else() {
    let scenario = scenario();
    let Played { result: best, .. } = play_but(&scenario, &[]);
    // The call that was promised in the answer is known by its words when it comes due.
    let kept = best.evidence.iter().find(|evidence| evidence.reason == Reason::PromiseKept).expect("a kept promise");
    let part = kept.chosen.and_then(|part| scenario.option(kept.node, part)).expect("a part of the answer");
    assert_eq!(part.id, "thursday");
    let sloppy = [("register.number", "whole"), ("register.hours", "works"), ("register.home", "all")];
    let Played { end, result: found, .. } = play_but(&scenario, &sloppy);
    assert_eq!(end, "end_holds");
    assert!(found.total < best.total && found.critical.is_empty());
    let Played { result: vague, .. } =
        play_but(&scenario, &[("answer_who.basis", "vague"), ("answer_who.time", "soon")]);
    assert!(vague.total < best.total);
    // A Friday nobody can promise comes home, whoever says it where.
    let friday = [("answer_who.time", "friday"), ("answer_owed", "again")];
    assert_eq!(play_but(&scenario, &friday).end, "end_broken");
}

#[test]
fn a_secret_told_upstairs_comes_back_to_the_table() {
    let Played { end, result, .. } = play_but(&scenario(), &[("his_secret", "trade"), ("after_leak", "good_will")]);
    assert_eq!(end, "end_leak");
    assert_eq!(result.critical.len(), 1);
}

#[test]
fn a_leak_that_is_owned_up_to_does_not_end_the_talk() {
    let Played { end, .. } = play_but(&scenario(), &[("his_secret", "trade"), ("after_leak", "own_zhang")]);
    assert_ne!(end, "end_leak");
}

#[test]
fn a_friday_that_nobody_could_promise_comes_home() {
    let slips = [("behind", "friday"), ("answer_owed", "again")];
    assert_eq!(play_but(&scenario(), &slips).end, "end_broken");
}

#[test]
fn a_pressed_signature_is_torn_up_and_a_threat_empties_the_flat() {
    let scenario = scenario();
    assert_eq!(play_but(&scenario, &[("before_signing", "gone_far")]).end, "end_pressed");
    assert_eq!(play_but(&scenario, &[("before_signing", "or_else")]).end, "end_empty");
}

#[test]
fn fine_words_on_paper_do_not_hold() {
    let Played { end, result, .. } = play_but(&scenario(), &[("paper", "decent")]);
    assert_eq!(end, "end_thin");
    assert!(result.critical.is_empty());
}
