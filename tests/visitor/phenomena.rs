//! What must come out of the visitor model by itself: each phenomenon as a property over many people.
//!
//! Every phenomenon counts, over the presets, their combinations and two variations by seed (252 people), how many
//! show it, and requires a share. The acts' numbers may be tuned; these must keep holding.

use crate::phenomenon::{ALL, everyday};
use crate::{mutation, stage};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::acts::Group;

macro_rules! phenomena {
    ($($name:ident),+ $(,)?) => {
        $(#[test] fn $name() { holds(stringify!($name)); })+
        /// A phenomenon that is not run is none.
        #[test]
        fn every_phenomenon_is_a_test() {
            let named = [$(stringify!($name)),+];
            let listed: Vec<_> = ALL.iter().map(|phenomenon| phenomenon.name).collect();
            assert_eq!(listed, named);
        }
    };
}

fn holds(name: &str) {
    let phenomenon = ALL.iter().find(|p| p.name == name).expect("it is listed");
    let people = stage::people();
    let (shown, of) = phenomenon.count(ActCatalogue::shipped(), &people);
    println!("{name}: {shown} of {of} = {:.1} %", 100.0 * shown as f64 / of as f64);
    assert!(of * stage::every() >= 200, "only {of} people");
    assert!(shown as f64 >= phenomenon.share * of as f64, "{name}: {shown} of {of}");
}

phenomena! {
    three_deflections_end_in_an_outburst_and_one_honest_route_does_not,
    emotion_first_then_matter_beats_the_reverse,
    the_visitors_own_word_beats_a_synonym_beats_nothing,
    a_word_put_into_the_mouth_is_worse_than_none,
    renaming_the_feeling_twice_is_worse_than_once,
    early_law_angers_and_the_same_law_after_calm_makes_clear,
    a_choice_gives_control_and_takes_fear,
    calm_down_does_the_opposite,
    over_promising_looks_best_today_and_worst_at_the_follow_up,
    empty_words_without_a_date_come_back_too,
    an_honest_limit_with_a_remedy_ends_better_than_a_vague_hope,
    the_third_i_understand_is_worth_less_than_the_first,
    venting_uninterrupted_lowers_pressure,
    being_cut_off_costs_by_what_was_cut,
    being_cut_off_again_costs_more_each_time,
    two_answers_cost_trust_even_if_both_are_true,
    a_second_contradiction_costs_more_than_the_first,
    what_was_told_on_is_remembered,
    a_colleagues_careless_sentence_hurts_and_comes_back,
    a_careless_sentence_told_of_weighs_and_comes_back,
    two_answers_told_of_cost_trust_and_whoever_clears_them_up_wins_it_back,
    a_secret_told_hits_whose_it_was_and_warns_who_heard,
    an_apology_takes_weight_off_what_is_remembered,
    a_loud_leader_heats_a_quiet_crowd,
    taking_representatives_aside_cools_it,
    one_main_speaker_quietens_the_side_talk,
    a_fearful_visitor_needs_safety_before_facts,
    nothing_done_for_long_is_not_neutral,
    a_broken_promise_hurts_more_than_a_refusal,
    a_kept_promise_is_remembered,
    matching_the_pace_then_slowing_calms_and_slowness_at_once_does_not,
    silence_after_pain_costs_and_after_a_question_does_not,
    hidden_anger_builds_pressure_and_comes_out_at_once,
    think_of_the_other_side_only_after_being_heard,
    taking_a_side_loses_the_other,
    an_apology_repairs_more_where_more_was_hurt,
    a_quiet_room_calms_the_heated_more,
    tissues_are_for_tears,
    comfort_answers_pain_and_is_little_without_it,
    being_put_off_again_hurts_more_each_time,
    telling_of_being_turned_away_weighs,
    trust_takes_the_sting_out,
    a_bad_mood_colours_what_is_felt,
    anger_felt_again_rises_on_what_was_left,
    feelings_fade_while_nothing_happens,
    an_outburst_lets_pressure_out,
    an_outburst_kept_up_is_one_outburst,
    a_limit_is_heard_when_calm,
    what_is_below_the_threshold_is_not_felt,
    nobody_gets_used_to_being_scolded,
    the_heated_are_pressed_more,
    the_same_person_is_a_little_different_next_time,
    a_night_takes_the_heat_out_and_leaves_the_hurt,
    a_grudge_comes_back_as_anger,
    who_hoped_falls_further,
    who_looks_on_is_moved_too,
    who_is_stood_up_for_is_meant_whoever_is_spoken_to,
    in_the_heat_information_is_not_taken_in,
    keeping_silent_answers_pain_and_is_no_answer_to_a_question,
    a_word_kept_between_visits_is_felt_at_the_next,
    who_is_respected_is_soothed,
    the_expressive_heat_a_crowd_more,
    a_sore_line_stirs_and_less_in_whom_has_been_heard,
    anger_that_is_not_met_lasts,
    a_glass_of_water_calms_only_whom_has_been_heard,
    an_empty_apology_is_worth_something_once,
}

fn expected(group: Group) {
    let people = stage::people();
    assert!(people.len() * stage::every() >= 200, "only {} people", people.len());
    let acts = ActCatalogue::shipped();
    let missed = everyday::missed(acts, &people, |act| everyday::of_group(acts, act, group));
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn acts_of_listening_do_what_everybody_expects() {
    expected(Group::Listening);
}
#[test]
fn acts_of_empathy_do_what_everybody_expects() {
    expected(Group::Empathy);
}
#[test]
fn manners_do_what_everybody_expects() {
    expected(Group::Manners);
}
#[test]
fn acts_of_procedure_do_what_everybody_expects() {
    expected(Group::Procedure);
}
#[test]
fn acts_of_mediation_do_what_everybody_expects() {
    expected(Group::Mediation);
}
#[test]
fn acts_of_safety_and_conduct_do_what_everybody_expects() {
    expected(Group::Safety);
}

#[test]
fn the_better_way_to_do_it_leaves_people_better_off() {
    let missed = everyday::not_better(ActCatalogue::shipped(), &stage::people());
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Whoever adds an act says in `phenomenon/expectations.rs` what everybody expects of it.
#[test]
fn of_every_act_something_is_expected() {
    let unexpected = everyday::unexpected(ActCatalogue::shipped());
    assert!(
        unexpected.is_empty(),
        "say in tests/visitor/phenomenon/expectations.rs whom these help or hurt: {unexpected:?}"
    );
}

/// Negates each single sign of the acts' catalogue and takes away each rule and each wearing-out, and asks whether
/// anybody notices. Slow, so it runs on request: `scripts/mutation-check.sh`, which also drops the mechanisms that
/// stand in the code.
#[test]
#[ignore = "a few minutes; run by scripts/mutation-check.sh"]
fn every_sign_and_every_rule_of_the_catalogue_is_noticed() {
    let unnoticed = mutation::check();
    assert!(unnoticed.is_empty(), "nobody notices: {unnoticed:#?}");
}
