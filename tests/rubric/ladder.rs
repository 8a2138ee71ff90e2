//! The response ladder and the choosing of representatives as a talk is scored by them: each verdict, and nothing twice.

use crate::stage::{Stage, acts};
use calmdesk::feedback::explain;
use calmdesk::procedure::{LadderVerdict, LawLibrary, Measure};
use calmdesk::rubric::assessment::{Assessment, Evidence, Reason, Verdict};
use calmdesk::rubric::{Rubric, assess};
use calmdesk::scenario::model::Scenario;
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::Locale;
use calmdesk::vocabulary::{Cue, Risk, VisitorIx};

fn of(found: &Assessment, id: &str) -> Vec<Evidence> {
    let criterion = Rubric::shipped().find(id).unwrap();
    found.evidence.iter().filter(|one| one.criterion == criterion).copied().collect()
}

fn judged(stage: &Stage) -> Assessment {
    assess(Rubric::shipped(), &stage.scenario(), false, &stage.ended())
}

fn verdicts(stage: &Stage) -> Vec<(Verdict, LadderVerdict)> {
    let told = of(&judged(stage), "ladder").into_iter().map(|one| match one.reason {
        Reason::Ladder { verdict, .. } => (one.verdict, verdict),
        other => panic!("{other:?}"),
    });
    told.collect()
}

fn words(scenario: &Scenario, evidence: &Evidence, locale: Locale) -> (String, String) {
    let law = Some(LawLibrary::shipped());
    let told = explain(scenario, Rubric::shipped(), ActCatalogue::shipped(), law, evidence, locale);
    (told.sentence, told.source)
}

const IN_ORDER: (Verdict, LadderVerdict) = (Verdict::Hit, LadderVerdict::InOrder);

#[test]
fn after_an_insult_one_rung_comes_after_the_other() {
    let mut stage = Stage::new();
    for rung in ["Dissuade", "CriticiseAndEducate", "CallPolice"] {
        stage.line(&[Cue::Insult]);
        stage.choice(&[acts(&[rung]), acts(&["Nod"])], 0);
    }
    assert_eq!(verdicts(&stage), [IN_ORDER; 3]);
}

#[test]
fn the_police_at_the_first_harsh_word_is_a_jump_and_says_what_comes_first() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Insult]);
    stage.choice(&[acts(&["CallPolice"]), acts(&["Dissuade"])], 0);
    assert_eq!(verdicts(&stage), [(Verdict::Miss, LadderVerdict::Jumped { first: Measure::Dissuade })]);
    let one = of(&judged(&stage), "ladder")[0];
    assert_eq!(one.better, Some(1));
    let (sentence, source) = words(&stage.scenario(), &one, Locale::ZhCn);
    assert!(sentence.contains("劝阻") && source.contains("第二十六条"), "{sentence} {source}");
}

#[test]
fn tears_and_loud_voices_call_for_no_police() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Vent]);
    stage.choice(&[acts(&["CallPolice"]), acts(&["KeepSilent"])], 0);
    assert_eq!(verdicts(&stage), [(Verdict::Miss, LadderVerdict::Jumped { first: Measure::Soothe })]);
}

#[test]
fn where_nothing_arises_there_is_no_score() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Question]);
    stage.choice(&[acts(&["CallPolice"]), acts(&["Dissuade"])], 0);
    assert_eq!(verdicts(&stage), []);
}

#[test]
fn an_emergency_seen_to_is_a_hit() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Risk(Risk::Collapse)]);
    stage.choice(&[acts(&["CallMedical"]), acts(&["Comfort"])], 0);
    assert_eq!(verdicts(&stage), [IN_ORDER]);
}

#[test]
fn an_emergency_that_nobody_answers_is_charged_elsewhere_and_not_here() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Risk(Risk::Collapse)]);
    for _ in 0..2 {
        stage.choice(&[acts(&["CallMedical"]), acts(&["CheckPhone"])], 1);
    }
    let found = judged(&stage);
    assert_eq!(found.critical.iter().map(|one| one.kind).collect::<Vec<_>>(), [Critical::IgnoredRisk]);
    assert_eq!(of(&found, "danger").iter().map(|one| one.verdict).collect::<Vec<_>>(), [Verdict::Miss]);
    assert_eq!(verdicts(&stage), []);
}

#[test]
fn what_is_needed_at_once_left_out_is_a_miss_though_something_was_done() {
    let due = LadderVerdict::ShouldHaveActed { measure: Measure::CallMedical };
    let mut stage = Stage::new();
    stage.line(&[Cue::Risk(Risk::Collapse)]);
    for _ in 0..2 {
        stage.choice(&[acts(&["CallColleague"]), acts(&["CallMedical"])], 0);
    }
    assert_eq!(verdicts(&stage), [(Verdict::Miss, due)]);

    let mut stage = Stage::new();
    stage.line(&[Cue::Risk(Risk::Collapse)]);
    stage.choice(&[acts(&["CallColleague"]), acts(&["CallMedical"])], 0);
    assert_eq!(verdicts(&stage), [(Verdict::Miss, due)], "the visit is over");

    let mut stage = Stage::new();
    stage.line(&[Cue::Risk(Risk::Collapse)]);
    stage.choice(&[acts(&["CallColleague"]), acts(&["Comfort"])], 0);
    assert_eq!(verdicts(&stage), [], "what was not on offer is nobody's fault");
}

#[test]
fn a_threat_is_a_critical_failure_and_no_evidence_here() {
    let mut stage = Stage::new();
    stage.line(&[Cue::Insult]);
    stage.choice(&[acts(&["Threaten"]), acts(&["Dissuade"])], 0);
    assert_eq!(judged(&stage).critical[0].kind, Critical::Threat);
    assert_eq!(verdicts(&stage), []);
}

fn crowd(stage: &Stage, people: u16) -> Scenario {
    let mut scenario = stage.scenario();
    let one = scenario.visitors[0].clone();
    scenario.visitors = vec![one; people.into()];
    scenario.visits[0].present = (0..people).map(VisitorIx).collect();
    scenario
}

#[test]
fn more_people_than_may_speak_are_asked_to_choose_and_the_figure_is_the_law_packs() {
    let figures = LawLibrary::shipped().representatives_on(Stage::new().scenario().plays_on).unwrap();
    let most = figures.max_representatives;
    for (people, chosen, expected) in
        [(most + 1, 0, Some(Verdict::Hit)), (most + 1, 1, Some(Verdict::Miss)), (most, 0, None), (most, 1, None)]
    {
        let mut stage = Stage::new();
        stage.line(&[Cue::Question]);
        stage.choice(&[acts(&["ElectRepresentatives"]), acts(&["InviteMore"])], chosen);
        let scenario = crowd(&stage, people);
        let found = of(&assess(Rubric::shipped(), &scenario, false, &stage.ended()), "representatives");
        assert_eq!(found.first().map(|one| one.verdict), expected, "{people} people");
        for (evidence, locale) in found.iter().flat_map(|one| Locale::ALL.map(|locale| (one, locale))) {
            let (sentence, source) = words(&scenario, evidence, locale);
            assert!(sentence.contains(&people.to_string()) && sentence.contains(&most.to_string()), "{sentence}");
            assert!(source.contains("20") || source.contains("第二十条"), "{source}");
        }
    }
}
