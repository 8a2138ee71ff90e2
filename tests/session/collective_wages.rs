//! 《二十三张车票》 as it is played: a whole hall of people, who are heard or split, and a day that comes.

use crate::played::{Played, assert_translated, play_but, shipped};
use crate::util::calmdesk;
use calmdesk::procedure::{Conduct, LadderVerdict, Measure, Step as Matter};
use calmdesk::rubric::assessment::{Reason, Verdict};
use calmdesk::rubric::{Assessment, Assessor, Plan, Rubric};
use calmdesk::scenario::model::{NodeKind, Scenario};
use calmdesk::session::{Awaiting, Mode, Move, ResolvedMove, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::Feeling;
use calmdesk::vocabulary::{Place, VisitorIx};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

fn scenario() -> Arc<Scenario> {
    shipped("collective-wages")
}

#[test]
fn every_text_has_its_english() {
    assert_translated(&scenario());
}

#[test]
fn twenty_three_stand_in_the_hall_and_five_go_in() {
    let scenario = scenario();
    let present: Vec<(Place, usize)> = scenario.visits.iter().map(|v| (v.place, v.present.len())).collect();
    assert_eq!(present, [(Place::Hall, 23), (Place::MeetingRoom, 5), (Place::Hall, 23), (Place::MeetingRoom, 6)]);
}

/// Played by machine as an instructor would: ranks, bars, and nothing out of reach.
#[test]
fn good_reception_scores_and_chance_does_not() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/collective-wages");
    let said = calmdesk(["rehearse", "--policy", "all", "--runs", "100", "--seed", "1", "--format", "json"])
        .arg(&folder)
        .run();
    let found: Value = serde_json::from_str(&said.out).expect("it answers in JSON");
    let played = |policy: &str| {
        let all = found["policies"].as_array().expect("a list");
        all.iter().find(|one| one["policy"] == policy).unwrap_or_else(|| panic!("{policy} was played")).clone()
    };
    let mean = |one: &Value, what: &str| one[what]["mean"].as_i64().unwrap_or_else(|| panic!("{what}: {one}"));
    for dimension in ["listening", "empathy", "procedure"] {
        assert!(mean(&played("expert"), dimension) >= 850, "{dimension}");
        assert!(mean(&played("random"), dimension) <= 550, "{dimension}");
    }
    for guess in ["first", "longest", "shortest", "random"] {
        assert!(mean(&played(guess), "total") < 600, "{guess}");
    }
    assert_eq!(found["broken"], Value::Bool(false), "{}", found["findings"]);
    // What its texts give away by their looks is told; nothing else is.
    let of_looks = ["guess-pays", "gives-away", "told-by-looks"].map(Value::from);
    let findings = found["findings"].as_array().expect("a list");
    assert!(findings.iter().all(|one| of_looks.contains(&one["kind"])), "{findings:?}");
    assert_eq!(found["coverage"]["never"].as_array().map(Vec::len), Some(0), "{}", found["coverage"]["never"]);
    assert_eq!(found["walk"]["complete"], Value::Bool(true));
    // Each ending is somebody's, not only the walk's.
    let ends: BTreeSet<&str> = (found["policies"].as_array().expect("a list").iter())
        .flat_map(|one| one["ends"].as_array().expect("a list"))
        .filter(|end| end["runs"].as_u64() > Some(0))
        .filter_map(|end| end["node"].as_str())
        .collect();
    assert_eq!(ends.len(), 9, "{ends:?}");
}

#[test]
fn the_expert_puts_them_on_the_train() {
    let played = play_but(&scenario(), &[]);
    assert_eq!(played.end, "end_train");
    assert!(played.result.critical.is_empty());
}

/// What the whole hall feels after the first sentence.
fn anger_after(option: &str) -> i32 {
    let scenario = scenario();
    let mut events = Vec::new();
    let settings = Settings { seed: 1, mode: Mode::Exam, timed: true };
    let mut session = Session::begin(Arc::clone(&scenario), settings, &mut events);
    let wait_ms = session.speech_ends_ms().saturating_sub(session.clock_ms()) as u32 + 1200;
    session.apply(&Move::Choose { option: option.to_owned(), wait_ms }, &mut events).expect("on offer");
    (0..23).map(|who| i32::from(session.feelings(VisitorIx(who)).feelings[Feeling::Anger as usize])).sum()
}

#[test]
fn the_right_law_in_the_wrong_manner_heats_the_hall() {
    let (five, chairs) = (anger_after("five"), anger_after("chairs"));
    assert!(five > chairs + 23 * 20, "{five} {chairs}");
}

#[test]
fn both_good_ways_to_the_representatives_do() {
    let scenario = scenario();
    for way in ["yours", "who"] {
        let played = play_but(&scenario, &[("how_to_talk", way)]);
        assert_eq!(played.end, "end_train");
        assert!(!played.seen.contains("push_back"));
    }
    for way in ["pick", "everyone", "rule"] {
        assert!(play_but(&scenario, &[("how_to_talk", way)]).seen.contains("push_back"));
    }
}

#[test]
fn who_splits_them_pays_for_it_on_the_last_day() {
    let scenario = scenario();
    for (way, kind) in [("first", Critical::Suppression), ("police", Critical::Threat)] {
        let played = play_but(&scenario, &[("how_to_talk", "rule"), ("once_more", way)]);
        assert_eq!(played.end, "end_gate");
        assert!(played.failed(kind));
        assert!(played.result.total.is_some_and(|total| total.0 < 600));
    }
}

#[test]
fn sent_home_by_coach_they_come_back_elsewhere() {
    let played = play_but(&scenario(), &[("to_director", "coach")]);
    assert_eq!(played.end, "end_coach");
    assert!(played.failed(Critical::Suppression));
}

#[test]
fn a_man_who_says_it_twice_is_on_the_crane() {
    let scenario = scenario();
    let played = play_but(&scenario, &[("up_there", "law"), ("wind", "go_on")]);
    assert_eq!(played.end, "end_crane");
    assert!(played.failed(Critical::IgnoredRisk));
    let heard = play_but(&scenario, &[("up_there", "law"), ("wind", "sorry")]);
    assert!(heard.seen.contains("night") && heard.end == "end_train");
    assert!(!heard.failed(Critical::IgnoredRisk));
}

#[test]
fn three_days_are_counted_by_everybody() {
    let scenario = scenario();
    let played = play_but(&scenario, &[("the_day", "three")]);
    assert!(played.seen.contains("bank_door"));
    assert!(!play_but(&scenario, &[]).seen.contains("bank_door"));
}

#[test]
fn the_cook_pays_for_a_loose_word() {
    let scenario = scenario();
    for slip in [("the_book", "proof"), ("the_record", "turn"), ("to_caller", "cook")] {
        let owned = play_but(&scenario, &[slip]);
        assert!(owned.seen.contains("her_husband") && owned.failed(Critical::Leak));
        let denied = play_but(&scenario, &[slip, ("her_loss", "who")]);
        assert_eq!(denied.end, "end_book");
    }
}

#[test]
fn her_name_on_the_form_is_read_by_the_wrong_people() {
    let scenario = scenario();
    let played = play_but(&scenario, &[("the_sheet.source", "book")]);
    assert!(played.seen.contains("her_husband") && played.failed(Critical::Leak));
    let judged = play_but(&scenario, &[("the_sheet.people", "mob"), ("the_sheet.claim", "ours")]);
    assert!(judged.result.critical.is_empty(), "{:?}", judged.result.critical);
    assert!(judged.result.total < play_but(&scenario, &[]).result.total);
}

#[test]
fn one_sentence_on_paper_says_which_article_who_and_when() {
    let scenario = scenario();
    let vague = [("the_answer.basis", "rules"), ("the_answer.path", "firm"), ("the_answer.time", "soon")];
    let procedure = |played: &Played| played.result.dimensions[2].map_or(0, |score| score.0);
    let (said, unsaid) = (play_but(&scenario, &[]), play_but(&scenario, &vague));
    assert!(procedure(&unsaid) + 50 < procedure(&said), "{} {}", procedure(&unsaid), procedure(&said));
}

#[test]
fn two_false_names_hold_up_twenty_one_until_they_are_put_right() {
    let scenario = scenario();
    let let_pass = [("the_list", "let"), ("struck_out", "bluff")];
    assert_eq!(play_but(&scenario, &let_pass).end, "end_list");
    let put_right = play_but(&scenario, &[("the_list", "let"), ("struck_out", "mine")]);
    assert!(put_right.seen.contains("struck") && put_right.end == "end_train");
}

#[test]
fn a_case_nobody_opened_is_a_chat() {
    let scenario = scenario();
    let never = play_but(&scenario, &[("the_road", "bus"), ("late_file", "same")]);
    assert!(never.seen.contains("no_file"));
    assert_eq!(never.end, "end_sixteen");
    assert_eq!(play_but(&scenario, &[("the_road", "bus"), ("late_file", "dial")]).end, "end_train");
}

#[test]
fn a_paper_without_a_day_is_worth_what_it_says() {
    let scenario = scenario();
    assert_eq!(play_but(&scenario, &[("the_terms", "sign")]).end, "end_sixteen");
    assert_eq!(play_but(&scenario, &[("the_terms", "two")]).end, "end_seventy");
}

#[test]
fn sesame_crisps_are_a_gift() {
    let played = play_but(&scenario(), &[("a_parcel", "taste")]);
    assert!(played.failed(Critical::Gift));
}

#[test]
fn the_matter_is_registered_and_forwarded_in_time() {
    let scenario = scenario();
    let steps = |slips: &[(&str, &str)]| -> Vec<(Verdict, Matter)> {
        let told = play_but(&scenario, slips).result.evidence.into_iter().filter_map(|one| match one.reason {
            Reason::Step(reason) => Some((one.verdict, reason.step)),
            _ => None,
        });
        told.collect()
    };
    let forwarded = [(Verdict::Hit, Matter::Register), (Verdict::Hit, Matter::Forward)];
    assert_eq!(steps(&[("the_road", "hand")]), forwarded);
    // Left undone in the hall, it can still be made up for at the table, eleven days later and in time.
    let late = [("the_road", "bus"), ("to_director", "aid"), ("late_file", "dial")];
    assert_eq!(steps(&late), forwarded);
}

/// Plays the hall as badly as it can be played until it boils over, and then takes this option.
fn boiled_over(scenario: &Arc<Scenario>, answer: &str) -> Option<Assessment> {
    let plan = Arc::new(Plan::new(Rubric::shipped(), scenario, ActCatalogue::shipped()));
    (1..=40).find_map(|seed| {
        let mut assessor = Assessor::of(Arc::clone(&plan), false);
        let mut events = Vec::new();
        let settings = Settings { seed, mode: Mode::Exam, timed: false };
        let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
        loop {
            events.drain(..).for_each(|event| assessor.observe(&event));
            let Awaiting::Choice { node, offer } = session.awaiting() else { return None };
            let NodeKind::Choice(choice) = &scenario.nodes[node.at()].kind else { return None };
            let here = scenario.nodes[node.at()].id == "when_it_boils";
            let found = offer.as_slice().iter().find(|at| here && choice.options[**at as usize].id == answer);
            let worst = || offer.as_slice().iter().min_by_key(|at| assessor.expected(node, **at));
            let option = *found.or_else(worst)?;
            session.take(ResolvedMove::Choose { option, wait_ms: 1200 }, &mut events);
            if found.is_some() {
                events.drain(..).for_each(|event| assessor.observe(&event));
                return Some(assessor.assessment());
            }
        }
    })
}

#[test]
fn whoever_calls_the_others_to_block_the_gate_is_dissuaded_first() {
    let scenario = scenario();
    let found = boiled_over(&scenario, "gate").expect("the hall boils over under the worst reception");
    let told = found.evidence.iter().find_map(|one| match one.reason {
        Reason::Ladder { conduct: Conduct::Inciting, verdict, measure } => Some((one.verdict, verdict, measure)),
        _ => None,
    });
    assert_eq!(told, Some((Verdict::Hit, LadderVerdict::InOrder, Some(Measure::Dissuade))));
}
