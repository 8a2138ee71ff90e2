//! The phenomena: what is played, and what must be seen.

mod alive;
mod between;
mod days;
pub mod everyday;
pub mod expectations;
mod groups;
mod talk;

use crate::stage::{Beat, Played, play};
use calmdesk::visitor::Persona;
use calmdesk::vocabulary::ActCatalogue;

/// One person at the desk.
#[derive(Clone, Copy)]
pub struct Cast {
    pub acts: &'static ActCatalogue,
    pub person: Persona,
    pub seed: u64,
}

impl Cast {
    pub fn play(&self, script: &[Beat]) -> Played {
        play(self.acts, script, &[self.person], self.seed)
    }
    /// The same person, but …
    pub fn but(&self, change: impl FnOnce(&mut Persona)) -> Self {
        let mut cast = *self;
        change(&mut cast.person);
        cast
    }
}

/// True or false: shown or not; `None`: this person is not one whom the phenomenon is about.
type Check = fn(&Cast) -> Option<bool>;

pub struct Phenomenon {
    pub name: &'static str,
    pub check: Check,
    /// Share that must show it.
    pub share: f64,
}

impl Phenomenon {
    /// How many show it, of how many whom it is about.
    pub fn count(&self, acts: &'static ActCatalogue, people: &[(Persona, u64)]) -> (usize, usize) {
        let mut counts = (0, 0);
        for (person, seed) in people {
            if let Some(shown) = (self.check)(&Cast { acts, person: *person, seed: *seed }) {
                counts.0 += usize::from(shown);
                counts.1 += 1;
            }
        }
        counts
    }
}

const fn all(name: &'static str, check: Check) -> Phenomenon {
    Phenomenon { name, check, share: 0.95 }
}

pub const ALL: &[Phenomenon] = &[
    all("three_deflections_end_in_an_outburst_and_one_honest_route_does_not", talk::deflections),
    all("emotion_first_then_matter_beats_the_reverse", talk::emotion_first),
    all("the_visitors_own_word_beats_a_synonym_beats_nothing", talk::own_word),
    all("a_word_put_into_the_mouth_is_worse_than_none", talk::never_said),
    all("renaming_the_feeling_twice_is_worse_than_once", talk::renamed_twice),
    all("early_law_angers_and_the_same_law_after_calm_makes_clear", talk::law),
    all("a_choice_gives_control_and_takes_fear", talk::choice),
    all("calm_down_does_the_opposite", talk::calm_down),
    all("over_promising_looks_best_today_and_worst_at_the_follow_up", days::over_promise),
    all("empty_words_without_a_date_come_back_too", days::empty_words),
    all("an_honest_limit_with_a_remedy_ends_better_than_a_vague_hope", days::honest_limit),
    all("the_third_i_understand_is_worth_less_than_the_first", talk::third_time),
    all("venting_uninterrupted_lowers_pressure", between::venting),
    all("being_cut_off_costs_by_what_was_cut", between::cut_off),
    all("being_cut_off_again_costs_more_each_time", between::cut_off_again),
    all("two_answers_cost_trust_even_if_both_are_true", days::two_answers),
    all("a_second_contradiction_costs_more_than_the_first", days::second_contradiction),
    all("what_was_told_on_is_remembered", days::leak),
    all("a_colleagues_careless_sentence_hurts_and_comes_back", days::careless),
    all("a_careless_sentence_told_of_weighs_and_comes_back", days::told_of_careless),
    all("two_answers_told_of_cost_trust_and_whoever_clears_them_up_wins_it_back", days::told_of_two_answers),
    all("a_secret_told_hits_whose_it_was_and_warns_who_heard", days::whose_secret),
    all("an_apology_takes_weight_off_what_is_remembered", days::amends),
    all("a_loud_leader_heats_a_quiet_crowd", groups::leader),
    all("taking_representatives_aside_cools_it", groups::representatives),
    all("one_main_speaker_quietens_the_side_talk", groups::one_speaker),
    all("a_fearful_visitor_needs_safety_before_facts", talk::safety_first),
    all("nothing_done_for_long_is_not_neutral", days::nothing_done),
    all("a_broken_promise_hurts_more_than_a_refusal", days::broken_promise),
    all("a_kept_promise_is_remembered", days::kept_promise),
    all("matching_the_pace_then_slowing_calms_and_slowness_at_once_does_not", talk::pace),
    all("silence_after_pain_costs_and_after_a_question_does_not", between::silence),
    all("hidden_anger_builds_pressure_and_comes_out_at_once", between::masking),
    all("think_of_the_other_side_only_after_being_heard", talk::swap_perspective),
    all("taking_a_side_loses_the_other", groups::take_side),
    all("an_apology_repairs_more_where_more_was_hurt", talk::apology),
    all("a_quiet_room_calms_the_heated_more", talk::quiet_room),
    all("tissues_are_for_tears", talk::tissues),
    all("comfort_answers_pain_and_is_little_without_it", talk::comfort),
    all("being_put_off_again_hurts_more_each_time", talk::put_off_again),
    all("telling_of_being_turned_away_weighs", between::turned_away),
    all("trust_takes_the_sting_out", between::trust),
    all("a_bad_mood_colours_what_is_felt", between::mood),
    all("anger_felt_again_rises_on_what_was_left", between::again),
    all("feelings_fade_while_nothing_happens", between::fading),
    all("an_outburst_lets_pressure_out", between::outburst),
    all("an_outburst_kept_up_is_one_outburst", between::one_outburst),
    all("a_limit_is_heard_when_calm", talk::limit),
    all("what_is_below_the_threshold_is_not_felt", between::threshold),
    all("nobody_gets_used_to_being_scolded", between::never_used_to_it),
    all("the_heated_are_pressed_more", between::heated),
    all("the_same_person_is_a_little_different_next_time", between::varied),
    all("a_night_takes_the_heat_out_and_leaves_the_hurt", days::slept_on),
    all("a_grudge_comes_back_as_anger", days::grudge),
    all("who_hoped_falls_further", days::fallen_hope),
    all("who_looks_on_is_moved_too", groups::onlooker),
    all("who_is_stood_up_for_is_meant_whoever_is_spoken_to", groups::stood_up_for),
    all("in_the_heat_information_is_not_taken_in", talk::not_taken_in),
    all("keeping_silent_answers_pain_and_is_no_answer_to_a_question", talk::keeping_silent),
    all("a_word_kept_between_visits_is_felt_at_the_next", days::kept_meanwhile),
    all("who_is_respected_is_soothed", talk::soothed),
    all("the_expressive_heat_a_crowd_more", groups::expressive),
    all("a_sore_line_stirs_and_less_in_whom_has_been_heard", alive::sore),
    all("anger_that_is_not_met_lasts", alive::unmet),
    all("a_glass_of_water_calms_only_whom_has_been_heard", alive::water),
    all("an_empty_apology_is_worth_something_once", alive::empty_apology),
];
