//! The rubric: each rule both ways, the algebra of the score, and words for all of it.

use crate::stage::{self, Stage, acts, mirror};
use calmdesk::feedback::explain;
use calmdesk::feedback::explain::explain_critical;
use calmdesk::locale::Texts;
use calmdesk::rubric::assessment::{Assessment, Dimension, Milli, Reason, Verdict, heard};
use calmdesk::rubric::{Assessor, Rubric, RubricError, assess};
use calmdesk::session::Event;
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::Locale;
use calmdesk::vocabulary::{Cue, Risk, WordIx};
use proptest::prelude::*;

fn rubric(criteria: &str) -> Rubric {
    let text = format!(
        "Rubric(id: \"t\", version: \"1\", pass: 600, caps: {{Threat: 400, IgnoredRisk: 300}}, criteria: [{criteria}])"
    );
    Rubric::parse(&text, ActCatalogue::shipped()).expect("test rubric")
}

fn one(rule: &str) -> Rubric {
    rubric(&format!("(id: \"x\", dimension: Listening, weight: 1, sources: [\"L07\"], rule: {rule})"))
}

const MIRROR: &str =
    r#"Cue(cues: [Feeling], window: 2, hit: ["MirrorWords"], partial: ["NameFeeling"], miss: ["RenameFeeling"])"#;

/// Verdicts of the only criterion.
fn verdicts(found: &Assessment) -> Vec<Verdict> {
    found.evidence.iter().map(|e| e.verdict).collect()
}

// ---- the file ----

#[test]
fn the_shipped_rubric_loads_and_covers_three_dimensions() {
    let rubric = Rubric::parse(include_str!("../../assets/rubrics/standard.ron"), ActCatalogue::shipped())
        .expect("standard.ron");
    for dimension in Dimension::ALL {
        let count = rubric.criteria.iter().filter(|c| c.dimension == Some(dimension)).count();
        assert!(count >= 6, "{dimension:?}: {count}");
    }
    for kind in [
        Critical::Threat,
        Critical::Retaliation,
        Critical::Suppression,
        Critical::Leak,
        Critical::IllegalPromise,
        Critical::Gift,
        Critical::IgnoredRisk,
    ] {
        assert!(rubric.caps[&kind] < rubric.pass, "{kind:?} must not pass");
    }
}

#[test]
fn an_unknown_act_is_named_with_what_was_meant() {
    let source = include_str!("../../assets/rubrics/standard.ron").replacen("\"Register\"", "\"Registr\"", 1);
    match Rubric::parse(&source, ActCatalogue::shipped()) {
        Err(error @ RubricError::UnknownAct { .. }) => {
            for locale in Locale::ALL {
                let text = locale.say(&error.message());
                assert!(text.contains("Registr") && text.contains("Register"), "{text}");
            }
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_broken_rubric_says_which_criterion() {
    let acts = ActCatalogue::shipped();
    let base = |criteria: &str| {
        let text = format!("Rubric(id: \"t\", version: \"1\", pass: 600, caps: {{}}, criteria: [{criteria}])");
        Rubric::parse(&text, acts).expect_err(criteria)
    };
    let c = |id: &str, weight: u32, rule: &str| {
        format!("(id: \"{id}\", dimension: Empathy, weight: {weight}, sources: [], rule: {rule}),")
    };
    assert!(matches!(base(&c("a", 1, "Acts()")), RubricError::Empty(id) if id == "a"));
    let switched = c("a", 1, r#"Acts(hit: ["Nod if x"])"#);
    assert!(matches!(base(&switched), RubricError::UnknownSwitch { switch, .. } if switch == "x"));
    let odd = c("a", 1, r#"Acts(hit: ["Nod when x"])"#);
    assert!(matches!(base(&odd), RubricError::BadAct { .. }));
    let twice = c("a", 1, r#"Acts(hit: ["Nod"])"#).repeat(2);
    assert!(matches!(base(&twice), RubricError::Duplicate(id) if id == "a"));
    assert!(matches!(base(&c("a", 0, r#"Acts(hit: ["Nod"])"#)), RubricError::OutOfRange { .. }));
    assert!(matches!(base("("), RubricError::Syntax(_)));
    let many: String = (0..1001).map(|at| c(&format!("c{at}"), 1, "Promises")).collect();
    assert!(matches!(base(&many), RubricError::TooMany { found: 1001, most: 1000, .. }));
}

#[test]
fn a_switch_decides_what_a_named_feeling_is_worth() {
    let source = include_str!("../../assets/rubrics/standard.ron");
    let off = source.replacen("\"naming_a_feeling_counts\": true", "\"naming_a_feeling_counts\": false", 1);
    assert_ne!(source, off);
    let worth = |source: &str| {
        let rubric = Rubric::parse(source, ActCatalogue::shipped()).expect("rubric");
        let mut stage = Stage::new();
        stage.line(&[Cue::Feeling(WordIx(0))]);
        stage.choice(&[acts(&["NameFeeling"]), mirror(0)], 0);
        let found = assess(&rubric, &stage.scenario(), true, &stage.events());
        found.criteria[rubric.find("feeling-met").expect("criterion").at()].share()
    };
    assert_eq!(worth(source), Some(Milli(1000)));
    assert_eq!(worth(&off), Some(Milli(500)));
}

// ---- rules, both ways ----

#[test]
fn a_cue_is_an_opportunity_only_if_an_answer_was_on_offer() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Feeling(WordIx(0))]);
    stage.choice(&[acts(&["OpenQuestion"]), acts(&["Deflect"])], 0);
    stage.choice(&[acts(&["OpenQuestion"]), acts(&["Deflect"])], 1);
    let found = assess(&one(MIRROR), &stage.scenario(), true, &stage.ended());
    assert_eq!(found.dimensions, [None, None, None]);
    assert_eq!(found.total, None);
}

#[test]
fn a_mirrored_word_is_a_hit_and_a_named_feeling_half() {
    for (option, verdict) in [(0, Verdict::Hit), (1, Verdict::Partial), (2, Verdict::Miss)] {
        let mut stage = Stage::new();
        stage.line(&[Cue::Feeling(WordIx(0))]);
        stage.choice(&[mirror(0), acts(&["NameFeeling"]), stage::word("RenameFeeling", 0)], option);
        let found = assess(&one(MIRROR), &stage.scenario(), true, &stage.ended());
        assert_eq!(verdicts(&found), [verdict]);
        assert_eq!(found.evidence[0].better, (verdict != Verdict::Hit).then_some(0));
    }
}

#[test]
fn an_unanswered_cue_is_one_miss_where_it_could_have_been_answered() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Feeling(WordIx(0)), Cue::Feeling(WordIx(1))]);
    stage.choice(&[mirror(0), acts(&["OpenQuestion"])], 1);
    let open = assess(&one(MIRROR), &stage.scenario(), true, &stage.events());
    assert!(open.evidence.is_empty(), "the second turn may still answer it");
    stage.choice(&[acts(&["OpenQuestion"]), acts(&["Deflect"])], 0);
    let found = assess(&one(MIRROR), &stage.scenario(), true, &stage.events());
    assert_eq!(verdicts(&found), [Verdict::Miss]);
    assert_eq!(found.evidence[0].reason, Reason::Unanswered(Cue::Feeling(WordIx(0))));
    assert_eq!((found.evidence[0].turn, found.evidence[0].better), (1, Some(0)));
}

#[test]
fn a_word_that_was_never_said_is_a_miss_and_another_word_no_answer() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Feeling(WordIx(0))]);
    stage.choice(&[mirror(0), mirror(1)], 1);
    stage.failing();
    let found = assess(&one(MIRROR), &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Miss]);
    assert!(matches!(found.evidence[0].reason, Reason::NeverSaid(_)));

    // A word said earlier in the talk is really theirs; it is just not this one.
    let mut stage = Stage::new();
    stage.line(&[Cue::Feeling(WordIx(1))]);
    stage.choice(&[mirror(1), acts(&["Nod"])], 0);
    stage.line(&[Cue::Feeling(WordIx(0))]);
    stage.choice(&[mirror(0), mirror(1)], 1);
    let found = assess(&one(MIRROR), &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Hit, Verdict::Miss]);
    assert!(matches!(found.evidence[1].reason, Reason::Unanswered(_)));
}

#[test]
fn a_word_that_was_never_said_makes_a_turn_clean_under_no_rule() {
    let turn = |acts: &[stage::Doing], never_said: bool, rule: &str| {
        let mut stage = Stage::new();
        stage.line(&[Cue::Feeling(WordIx(0)), Cue::Vent]);
        stage.choice(&[acts.to_vec(), crate::stage::acts(&["Belittle"])], 0);
        if never_said {
            stage.failing();
        }
        verdicts(&assess(&one(rule), &stage.scenario(), true, &stage.ended()))
    };
    let avoid = r#"Avoid(acts: ["Belittle"], instead: ["MirrorWords", "InviteMore"])"#;
    let done = r#"Acts(hit: ["MirrorWords", "InviteMore"])"#;
    for rule in [avoid, done] {
        let beside = [acts(&["InviteMore"]), mirror(1)].concat();
        assert_eq!(turn(&mirror(0), false, rule), [Verdict::Hit], "{rule}");
        assert_eq!(turn(&mirror(1), true, rule), [Verdict::Miss], "{rule}");
        assert_eq!(turn(&beside, true, rule), [Verdict::Partial], "{rule}");
    }
}

#[test]
fn a_nod_is_half_an_answer_and_does_not_take_the_whole_one_away() {
    let rule = r#"Cue(cues: [Vent], window: 1, hit: ["InviteMore"], partial: ["Nod"])"#;
    for (option, verdict) in [(0, Verdict::Hit), (1, Verdict::Partial)] {
        let mut stage = Stage::new();
        stage.line(&[Cue::Vent]);
        let node = stage.offer(&[acts(&["InviteMore"]), acts(&["Deflect"])]);
        stage.gesture(node, "Nod");
        stage.choose(node, option);
        let found = assess(&one(rule), &stage.scenario(), true, &stage.ended());
        assert_eq!(verdicts(&found), [verdict]);
    }
}

#[test]
fn a_fact_in_the_notebook_counts_as_heard() {
    let rule = r#"Cue(cues: [Fact], window: 1, hit: ["Paraphrase"], noting: "TakeNotes")"#;
    let mut stage = Stage::new();
    stage.line(&[Cue::Fact(stage::FACT)]);
    stage.note();
    stage.choice(&[acts(&["Paraphrase"]), acts(&["Deflect"])], 1);
    let found = assess(&one(rule), &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Hit]);
}

const ANSWER: &str =
    r#"Cue(cues: [Question, Test], window: 1, hit: ["NameDate"], partial: ["FollowUp"], miss: ["VagueHope"])"#;

#[test]
fn one_omission_is_charged_once_whatever_the_kinds_of_its_cues() {
    let options = [acts(&["NameDate"]), acts(&["Nod"])];
    // A line that asks and tests in one breath wants one answer.
    let mut stage = Stage::new();
    stage.line(&[Cue::Question, Cue::Test]);
    stage.choice(&options, 1);
    let found = assess(&one(ANSWER), &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Miss]);
    // Two lines, two turns: two omissions.
    stage.line(&[Cue::Test]);
    stage.choice(&options, 1);
    let found = assess(&one(ANSWER), &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Miss, Verdict::Miss]);
}

#[test]
fn one_answer_settles_all_that_it_answers() {
    let options = [acts(&["NameDate"]), acts(&["Nod"])];
    let mut stage = Stage::new();
    stage.line(&[Cue::Question, Cue::Test]);
    stage.choice(&options, 0);
    stage.choice(&options, 1);
    let found = assess(&one(ANSWER), &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Hit], "what was answered is not missed a turn later");
}

#[test]
fn nobody_can_answer_two_people_in_one_turn() {
    let second = calmdesk::vocabulary::VisitorIx(1);
    let options = [acts(&["NameDate"]), acts(&["Nod"])];
    for (option, verdict) in [(0, Verdict::Hit), (1, Verdict::Miss)] {
        let mut stage = Stage::new();
        stage.line(&[Cue::Question]);
        stage.line_of(second, &[Cue::Question]);
        stage.choice(&options, option);
        let found = assess(&one(ANSWER), &stage.scenario(), true, &stage.ended());
        assert_eq!(verdicts(&found), [verdict], "one turn, one piece of evidence");
    }
}

#[test]
fn an_answer_they_could_not_take_in_is_half_an_answer() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Question]);
    stage.choice(&[acts(&["NameDate"]), acts(&["Nod"])], 0);
    stage.not_taken_in();
    let found = assess(&one(ANSWER), &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Partial]);
    assert!(matches!(found.evidence[0].reason, Reason::NotTakenIn(_)));
}

#[test]
fn a_duty_done_to_deaf_ears_is_half_done_until_it_is_said_again() {
    let rubric = one(r#"Once(acts: ["NameBody"], per: Visit)"#);
    let options = [acts(&["NameBody"]), acts(&["Nod"])];
    let mut stage = Stage::new();
    stage.choice(&options, 0);
    stage.not_taken_in();
    stage.choice(&options, 1);
    let half = assess(&rubric, &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&half), [Verdict::Partial]);
    assert_eq!(half.evidence[0].turn, 1);
    stage.choice(&options, 0);
    assert_eq!(verdicts(&assess(&rubric, &stage.scenario(), true, &stage.ended())), [Verdict::Hit]);
}

#[test]
fn acts_count_when_done_and_never_when_left_out() {
    let rule = r#"Acts(hit: ["CitePolicy"], partial: ["GuideLawfully"], miss: ["LectureLaw"])"#;
    let options = [
        acts(&["CitePolicy"]),
        acts(&["GuideLawfully"]),
        acts(&["LectureLaw"]),
        acts(&["Nod"]),
        acts(&["CitePolicy", "LectureLaw"]),
    ];
    for (option, expected) in [
        (0, vec![Verdict::Hit]),
        (1, vec![Verdict::Partial]),
        (2, vec![Verdict::Miss]),
        (3, vec![]),
        (4, vec![Verdict::Partial]),
    ] {
        let mut stage = Stage::new();
        stage.choice(&options, option);
        assert_eq!(verdicts(&assess(&one(rule), &stage.scenario(), true, &stage.ended())), expected);
    }
}

#[test]
fn what_was_not_taken_in_counts_half() {
    let mut stage = Stage::new();
    stage.choice(&[acts(&["CitePolicy"]), acts(&["Nod"])], 0);
    stage.not_taken_in();
    let found = assess(&one(r#"Acts(hit: ["CitePolicy"])"#), &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Partial]);
    assert!(matches!(found.evidence[0].reason, Reason::NotTakenIn(_)));
}

#[test]
fn a_paper_that_goes_out_between_two_acts_does_not_end_the_turn() {
    let mut stage = Stage::new();
    stage.choice(&[acts(&["IssuePaper", "CitePolicy"]), acts(&["Nod"])], 0);
    stage.not_taken_in();
    stage.issued();
    let found = assess(&one(r#"Acts(hit: ["CitePolicy"])"#), &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Partial]);
}

#[test]
fn police_are_excused_by_a_weapon_only() {
    let rule = r#"Acts(miss: ["CallPolice"], excused_by: [Weapon])"#;
    for (cues, expected) in [(vec![], 1), (vec![Cue::Risk(Risk::Weapon)], 0), (vec![Cue::Risk(Risk::Collapse)], 1)] {
        let mut stage = Stage::new();
        stage.line(&cues);
        stage.choice(&[acts(&["CallPolice"]), acts(&["Nod"])], 0);
        let found = assess(&one(rule), &stage.scenario(), true, &stage.ended());
        assert_eq!(found.evidence.len(), expected, "{cues:?}");
    }
}

#[test]
fn avoiding_counts_only_where_the_opposite_was_done() {
    let rule = r#"Avoid(acts: ["OverPromise"], instead: ["HonestLimit"])"#;
    for (option, expected) in [(0, vec![Verdict::Miss]), (1, vec![Verdict::Hit]), (2, vec![])] {
        let mut stage = Stage::new();
        stage.choice(&[acts(&["OverPromise"]), acts(&["HonestLimit"]), acts(&["Nod"])], option);
        assert_eq!(verdicts(&assess(&one(rule), &stage.scenario(), true, &stage.ended())), expected);
    }
    let mut stage = Stage::new();
    stage.choice(&[acts(&["HonestLimit"]), acts(&["Nod"])], 0);
    assert!(assess(&one(rule), &stage.scenario(), true, &stage.ended()).evidence.is_empty(), "no temptation");
}

#[test]
fn being_cut_off_counts_by_what_stayed_unsaid() {
    let rubric = one("HeardOut(partial_below: 200)");
    for (unsaid, verdict) in [(None, Verdict::Hit), (Some(100), Verdict::Partial), (Some(600), Verdict::Miss)] {
        let mut stage = Stage::new();
        stage.line(&[]);
        stage.interrupted(unsaid);
        stage.choice(&[acts(&["Nod"]), acts(&["Greet"])], 0);
        let found = assess(&rubric, &stage.scenario(), true, &stage.ended());
        assert_eq!(verdicts(&found), [verdict]);
        let untimed = assess(&rubric, &stage.scenario(), false, &stage.ended());
        assert_eq!(untimed.total, None, "without time pressure there is no score");
    }
}

#[test]
fn pain_is_not_left_hanging() {
    let rubric = one("AnswersPain(within_ms: 5000)");
    for (ms, verdict) in [(3000, Verdict::Hit), (9000, Verdict::Miss)] {
        let mut stage = Stage::new();
        stage.line(&[]);
        stage.silent(ms);
        stage.choice(&[acts(&["Nod"]), acts(&["Greet"])], 0);
        assert_eq!(verdicts(&assess(&rubric, &stage.scenario(), true, &stage.ended())), [verdict]);
        assert_eq!(assess(&rubric, &stage.scenario(), false, &stage.ended()).total, None);
    }
}

#[test]
fn feeling_comes_before_the_matter() {
    let rubric = one(r#"Order(cues: [Feeling], first: ["MirrorWords"], then: ["CitePolicy"])"#);
    let mirrored = || mirror(0);
    let cited = || acts(&["CitePolicy"]);
    let both = || [mirror(0), acts(&["CitePolicy"])].concat();
    let reversed = || [acts(&["CitePolicy"]), mirror(0)].concat();
    let play = |first: usize, second: Option<usize>| {
        let options = [mirrored(), cited(), both(), reversed()];
        let mut stage = Stage::new();
        stage.line(&[Cue::Feeling(WordIx(0))]);
        stage.choice(&options, first);
        if let Some(second) = second {
            stage.choice(&options, second);
        }
        verdicts(&assess(&rubric, &stage.scenario(), true, &stage.ended()))
    };
    assert_eq!(play(0, Some(1)), [Verdict::Hit]);
    assert_eq!(play(1, Some(0)), [Verdict::Miss]);
    assert_eq!(play(2, None), [Verdict::Hit]);
    assert_eq!(play(3, None), [Verdict::Partial]);
    assert_eq!(play(0, None), []);
}

#[test]
fn once_is_a_miss_only_at_the_end_and_only_if_it_was_on_offer() {
    let rubric = one(r#"Once(acts: ["Register"], per: Session)"#);
    let options = [acts(&["Register"]), acts(&["Nod"])];
    let mut stage = Stage::new();
    stage.choice(&options, 1);
    assert_eq!(assess(&rubric, &stage.scenario(), true, &stage.events()).total, None);
    let missed = assess(&rubric, &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&missed), [Verdict::Miss]);
    assert_eq!(missed.evidence[0].better, Some(0));
    stage.choice(&options, 0);
    stage.choice(&options, 0);
    assert_eq!(verdicts(&assess(&rubric, &stage.scenario(), true, &stage.ended())), [Verdict::Hit]);
    let mut never = Stage::new();
    never.choice(&[acts(&["Greet"]), acts(&["Nod"])], 0);
    assert_eq!(assess(&rubric, &never.scenario(), true, &never.ended()).total, None);
}

#[test]
fn once_a_visit_starts_anew_with_each_visit() {
    let rubric = one(r#"Once(acts: ["NameDate"], per: Visit)"#);
    let options = [acts(&["NameDate"]), acts(&["Nod"])];
    let mut stage = Stage::new();
    stage.visit();
    stage.choice(&options, 0);
    stage.visit();
    stage.choice(&options, 1);
    let found = assess(&rubric, &stage.scenario(), true, &stage.ended());
    assert_eq!(verdicts(&found), [Verdict::Hit, Verdict::Miss]);
}

#[test]
fn a_promise_counts_when_it_comes_due_and_points_to_where_it_was_made() {
    let rubric = one("Promises");
    for (kept, verdict) in [(true, Verdict::Hit), (false, Verdict::Miss)] {
        let mut stage = Stage::new();
        stage.choice(&[stage::promise("Promise"), acts(&["Nod"])], 0);
        stage.promised();
        stage.choice(&[acts(&["Nod"]), acts(&["Greet"])], 0);
        stage.due(kept);
        let found = assess(&rubric, &stage.scenario(), true, &stage.ended());
        assert_eq!(verdicts(&found), [verdict]);
        assert_eq!(found.evidence[0].turn, 1);
    }
}

// ---- failures ----

#[test]
fn a_threat_caps_the_total_and_nothing_else_does() {
    let rubric = one(r#"Acts(hit: ["CitePolicy"])"#);
    let mut stage = Stage::new();
    stage.choice(&[acts(&["CitePolicy"]), acts(&["Threaten"])], 0);
    let clean = assess(&rubric, &stage.scenario(), true, &stage.ended());
    assert_eq!((clean.total, clean.total_uncapped), (Some(Milli(1000)), Some(Milli(1000))));
    stage.choice(&[acts(&["CitePolicy"]), acts(&["Threaten"])], 1);
    let found = assess(&rubric, &stage.scenario(), true, &stage.ended());
    assert_eq!((found.total, found.total_uncapped), (Some(Milli(400)), Some(Milli(1000))));
    assert_eq!((found.critical[0].kind, found.critical[0].better), (Critical::Threat, Some(0)));
}

#[test]
fn a_sign_of_danger_must_be_answered_within_two_turns() {
    let rubric = one(r#"Acts(hit: ["CitePolicy"])"#);
    let options = [acts(&["CallColleague"]), acts(&["Nod"]), acts(&["OpenQuestion"])];
    let play = |turns: &[usize], offered: &[Vec<stage::Doing>]| {
        let mut stage = Stage::new();
        stage.line(&[Cue::Risk(Risk::Weapon)]);
        turns.iter().for_each(|option| stage.choice(offered, *option));
        assess(&rubric, &stage.scenario(), true, &stage.events()).critical
    };
    assert_eq!(play(&[1], &options), []);
    assert_eq!(play(&[1, 0], &options), []);
    let ignored = play(&[1, 2], &options);
    assert_eq!((ignored[0].kind, ignored[0].act, ignored[0].better), (Critical::IgnoredRisk, None, Some(0)));
    assert_eq!(play(&[0, 1], &options[1..]), [], "nothing on offer could have answered it");
}

// ---- steps back, hints ----

#[test]
fn what_a_step_back_undid_does_not_count() {
    let rubric = Rubric::shipped();
    let options = [mirror(0), acts(&["NegateEmotion"]), acts(&["Threaten"])];
    let mut plain = Stage::new();
    plain.line(&[Cue::Feeling(WordIx(0))]);
    plain.choice(&options, 0);
    let mut wandering = Stage::new();
    wandering.line(&[Cue::Feeling(WordIx(0))]);
    wandering.choice(&options, 2);
    wandering.choice(&options, 1);
    wandering.step_back(1);
    wandering.choose_again(0);
    let straight = assess(rubric, &plain.scenario(), true, &plain.ended());
    let back = assess(rubric, &wandering.scenario(), true, &wandering.ended());
    assert!(straight.critical.is_empty());
    assert_eq!(back.dimensions, straight.dimensions);
    assert_eq!(back.criteria, straight.criteria);
    assert!(back.critical.is_empty());
}

#[test]
fn the_hint_is_what_the_rubric_rewards_and_asking_changes_nothing() {
    let rubric = Rubric::shipped();
    let mut stage = Stage::new();
    stage.line(&[Cue::Feeling(WordIx(0))]);
    stage.offer(&[acts(&["NegateEmotion"]), acts(&["CitePolicy"]), mirror(0), mirror(1)]);
    let scenario = stage.scenario();
    let mut assessor = Assessor::new(rubric, &scenario, ActCatalogue::shipped(), true);
    stage.events().iter().for_each(|event| assessor.observe(event));
    let before = assessor.assessment();
    assert_eq!(assessor.hint(), Some(2), "the word was really said");
    assert_eq!(assessor.assessment(), before);
}

// ---- the algebra ----

const ALGEBRA: &str = r#"
    (id: "a", dimension: Listening, weight: 3, sources: [], rule: Cue(cues: [Feeling], hit: ["MirrorWords"],
        partial: ["NameFeeling"], miss: ["NegateEmotion"])),
    (id: "b", dimension: Empathy, weight: 2, sources: [], rule: Acts(hit: ["NameFeeling"], miss: ["NegateEmotion", "Scold"])),
    (id: "c", dimension: Procedure, weight: 2, sources: [], rule: Avoid(acts: ["Deflect"], instead: ["NameBody"])),
    (id: "d", dimension: Procedure, weight: 1, sources: [], rule: Acts(hit: ["CitePolicy"], partial: ["GuideLawfully"], miss: ["LectureLaw"])),
    (id: "e", dimension: Listening, weight: 1, sources: [], rule: HeardOut(partial_below: 200)),
"#;

fn menu() -> Vec<Vec<stage::Doing>> {
    vec![
        mirror(0),
        acts(&["NameFeeling", "CitePolicy"]),
        acts(&["NegateEmotion"]),
        acts(&["Deflect", "Scold"]),
        acts(&["NameBody", "GuideLawfully"]),
        acts(&["LectureLaw"]),
        acts(&["Nod"]),
    ]
}

fn played(turns: &[(usize, Option<u16>, bool)]) -> Stage {
    let mut stage = Stage::new();
    for (option, unsaid, feeling) in turns {
        stage.line(if *feeling { &[Cue::Feeling(WordIx(0))] } else { &[] });
        stage.interrupted(*unsaid);
        stage.choice(&menu(), *option);
    }
    stage
}

fn turns() -> impl Strategy<Value = Vec<(usize, Option<u16>, bool)>> {
    prop::collection::vec((0..7usize, prop::option::of(0..1000u16), any::<bool>()), 0..12)
}

/// The totals as one would work them out on paper from the evidence.
fn on_paper(rubric: &Rubric, found: &Assessment) -> ([Option<i64>; 3], Option<i64>) {
    let mut dimensions = [None; 3];
    for dimension in Dimension::ALL {
        let (mut points, mut weights) = (0, 0);
        for (ix, criterion) in rubric.iter().filter(|(_, c)| c.dimension == Some(dimension)) {
            let seen: Vec<i64> = (found.evidence.iter().filter(|e| e.criterion == ix))
                .map(|e| match (e.verdict, e.reason) {
                    (_, Reason::CutOff(unsaid)) => heard(unsaid).0,
                    (Verdict::Hit, _) => 1000,
                    (Verdict::Partial, _) => 500,
                    (Verdict::Miss, _) => 0,
                })
                .collect();
            if !seen.is_empty() {
                points += i64::from(criterion.weight) * (seen.iter().sum::<i64>() / seen.len() as i64);
                weights += i64::from(criterion.weight);
            }
        }
        if weights > 0 {
            let most = found.heard.filter(|_| dimension == Dimension::Listening).map_or(1000, |most| most.0);
            dimensions[dimension as usize] = Some(i64::min(points / weights, most));
        }
    }
    let scored: Vec<i64> = dimensions.iter().flatten().copied().collect();
    let mut total = (!scored.is_empty()).then(|| scored.iter().sum::<i64>() / scored.len() as i64);
    for failure in &found.critical {
        total = total.map(|total| total.min(rubric.caps[&failure.kind].0));
    }
    (dimensions, total)
}

proptest! {
    #[test]
    fn every_total_can_be_worked_out_from_the_evidence(turns in turns(), timed: bool) {
        for rubric in [&self::rubric(ALGEBRA), Rubric::shipped()] {
            let stage = played(&turns);
            let found = assess(rubric, &stage.scenario(), timed, &stage.ended());
            let (dimensions, total) = on_paper(rubric, &found);
            prop_assert_eq!(found.dimensions.map(|d| d.map(|m| m.0)), dimensions);
            prop_assert_eq!(found.total.map(|m| m.0), total);
        }
    }

    #[test]
    fn no_opportunity_is_no_score_however_much_is_left_out(turns in turns(), keep in 0..12usize) {
        let rubric = Rubric::shipped();
        let stage = played(&turns[..keep.min(turns.len())]);
        let found = assess(rubric, &stage.scenario(), true, &stage.ended());
        for dimension in Dimension::ALL {
            let any = rubric.iter()
                .any(|(ix, c)| c.dimension == Some(dimension) && found.criteria[ix.at()].opportunities > 0);
            prop_assert_eq!(found.dimensions[dimension as usize].is_some(), any);
        }
        for score in &found.criteria {
            prop_assert_eq!(score.share().is_some(), score.opportunities > 0);
        }
    }

    #[test]
    fn the_order_of_independent_turns_does_not_matter(turns in turns(), by in 0..12usize) {
        let rubric = self::rubric(ALGEBRA);
        let mut turned = turns.clone();
        if !turned.is_empty() {
            turned.rotate_left(by % turns.len());
            turned.reverse();
        }
        let (a, b) = (played(&turns), played(&turned));
        let a = assess(&rubric, &a.scenario(), true, &a.ended());
        let b = assess(&rubric, &b.scenario(), true, &b.ended());
        prop_assert_eq!(a.dimensions, b.dimensions);
        prop_assert_eq!(a.total, b.total);
        prop_assert_eq!(a.criteria, b.criteria);
    }

    #[test]
    fn a_pure_hit_never_lowers_a_score(turns in turns()) {
        let rubric = self::rubric(ALGEBRA);
        let before = played(&turns);
        let before = assess(&rubric, &before.scenario(), true, &before.ended());
        for hit in [(0, None, true), (1, None, false)] {
            let after = played(&[&turns[..], &[hit]].concat());
            let after = assess(&rubric, &after.scenario(), true, &after.ended());
            for dimension in 0..3 {
                prop_assert!(after.dimensions[dimension] >= before.dimensions[dimension]);
            }
        }
    }

    #[test]
    fn what_a_log_says_does_not_depend_on_when_one_looks(turns in turns()) {
        let stage = played(&turns);
        let scenario = stage.scenario();
        let mut assessor = Assessor::new(Rubric::shipped(), &scenario, ActCatalogue::shipped(), true);
        for event in stage.ended() {
            assessor.observe(&event);
            let _ = assessor.assessment();
        }
        prop_assert_eq!(assessor.assessment(), assess(Rubric::shipped(), &scenario, true, &stage.ended()));
    }
}

#[test]
fn totals_without_evidence_are_those_of_the_assessment_at_every_moment() {
    let stage = played(&[(0, None, true), (2, Some(500), true), (4, None, false), (5, Some(100), true)]);
    let scenario = stage.scenario();
    let mut assessor = Assessor::new(Rubric::shipped(), &scenario, ActCatalogue::shipped(), true);
    for event in stage.ended() {
        assessor.observe(&event);
        let (totals, full) = (assessor.totals(), assessor.assessment());
        assert_eq!(totals.dimensions, full.dimensions);
        assert_eq!((totals.uncapped, totals.total), (full.total_uncapped, full.total));
    }
    assert!(!assessor.assessment().evidence.is_empty());
}

// ---- words ----

#[test]
fn every_criterion_failure_and_source_has_its_texts_in_both_languages() {
    for locale in Locale::ALL {
        let has = |id: &str| assert!(locale.find(id, None).is_some(), "{locale}: {id}");
        for criterion in &Rubric::shipped().criteria {
            let id = format!("criterion-{}", criterion.id);
            has(&id);
            has(&format!("{id}.why"));
            (1..=5).for_each(|level| has(&format!("{id}.anchor-{level}")));
            assert!(!criterion.sources.is_empty(), "{id}");
            for source in criterion.sources.iter().filter(|s| !s.contains('/')) {
                has(&format!("source-{source}"));
            }
        }
        for kind in [
            Critical::Threat,
            Critical::Gift,
            Critical::IgnoredRisk,
            Critical::Leak,
            Critical::Suppression,
            Critical::Retaliation,
            Critical::IllegalPromise,
        ] {
            has(&calmdesk::feedback::explain::critical_id(kind));
            has(&format!("{}.why", calmdesk::feedback::explain::critical_id(kind)));
        }
    }
}

#[test]
fn the_page_about_the_rubric_lists_every_criterion_as_it_is() {
    let page = include_str!("../../docs/rubric.md");
    for criterion in &Rubric::shipped().criteria {
        let name = Locale::ZhCn.text(&format!("criterion-{}", criterion.id));
        let dimension = criterion.dimension.map_or("自我调节".into(), |d| Locale::ZhCn.text(&d.text_id()));
        let weight = criterion.dimension.map_or("–".to_owned(), |_| criterion.weight.to_string());
        let row = format!("| `{}` | {name} | {dimension} | {weight} |", criterion.id);
        assert!(page.contains(&row), "docs/rubric.md lacks {row}");
        assert!(page.contains(&criterion.sources.join(", ")), "sources of {}", criterion.id);
    }
}

#[test]
fn each_explanation_quotes_what_was_said_and_none_repeats() {
    let rubric = Rubric::shipped();
    let mut stage = Stage::new();
    for option in [0, 1, 2, 3, 0, 2, 4, 1, 2, 5] {
        stage.line(&[Cue::Feeling(WordIx(0)), Cue::Deflected(3), Cue::Fact(stage::FACT), Cue::Question]);
        stage.interrupted((option == 3).then_some(400));
        stage.choice(&menu(), option);
    }
    let scenario = stage.scenario();
    let found = assess(rubric, &scenario, true, &stage.ended());
    assert!(found.evidence.len() > 20);
    for locale in Locale::ALL {
        let mut seen = std::collections::BTreeSet::new();
        for evidence in &found.evidence {
            let told = explain(&scenario, rubric, ActCatalogue::shipped(), None, evidence, locale);
            assert!(!told.sentence.contains(['{', '}']) && !told.sentence.contains("explain-"), "{told:?}");
            assert!(!told.criterion.starts_with("criterion-"), "{told:?}");
            assert!(!told.source.is_empty(), "{told:?}");
            assert!(seen.insert(told.sentence.clone()), "twice: {told:?}");
        }
    }
}

#[test]
fn a_failure_is_explained_with_what_would_have_been_better() {
    let mut stage = Stage::new();
    stage.choice(&[acts(&["Threaten"]), acts(&["HonestLimit"])], 0);
    let scenario = stage.scenario();
    let found = assess(Rubric::shipped(), &scenario, true, &stage.ended());
    for locale in Locale::ALL {
        let told = explain_critical(&scenario, ActCatalogue::shipped(), None, &found.critical[0], locale);
        assert!(told.sentence.contains("Threaten") && !told.sentence.contains(['{', '}']), "{told:?}");
        assert!(told.better.is_some_and(|better| better.contains("HonestLimit")));
    }
}

#[test]
fn events_of_other_rooms_are_no_evidence() {
    let stage = Stage::new();
    let scenario = stage.scenario();
    let events = [Event::HookTaken { node: calmdesk::vocabulary::NodeIx(0) }];
    assert_eq!(assess(Rubric::shipped(), &scenario, true, &events).total, None);
}
