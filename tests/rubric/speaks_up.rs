//! To let stand what must not be let stand: evidence where a right sentence was on offer, and only there.

use crate::stage::{Stage, act, acts};
use calmdesk::rubric::assessment::{Assessment, Reason, Verdict, WrongDone};
use calmdesk::rubric::{Rubric, assess};
use calmdesk::scenario::model::{Arg, Scenario};
use calmdesk::session::Event;
use calmdesk::vocabulary::{ActCatalogue, Critical, Cue, Impropriety, StaffIx};
use proptest::prelude::*;

const ABOUT: &str = r#"SpeaksUp(acts: ["Threaten", "Leak", "PromiseIllegally", "PressToSign"], cues: [ThreatMade, SecretTold, DealOffered],
    hit: ["SpeakUp", "InformRights"], partial: ["HonestLimit"])"#;

fn rubric() -> Rubric {
    let text = format!(
        "Rubric(id: \"t\", version: \"1\", pass: 600, caps: {{Threat: 400, Leak: 400, IllegalPromise: 400}}, criteria: [\
         (id: \"x\", dimension: Procedure, weight: 1, sources: [\"P20\"], rule: {ABOUT})])"
    );
    Rubric::parse(&text, ActCatalogue::shipped()).expect("test rubric")
}

/// The colleague of the stage does this.
fn colleague(stage: &mut Stage, name: &str) {
    stage.staff_acts(StaffIx(0), act(name));
}

fn found(stage: &Stage) -> Assessment {
    let scenario: Scenario = stage.scenario();
    assess(&rubric(), &scenario, true, &stage.ended())
}

fn verdicts(stage: &Stage) -> (Vec<Verdict>, Vec<Critical>) {
    let found = found(stage);
    (found.evidence.iter().map(|one| one.verdict).collect(), found.critical.iter().map(|one| one.kind).collect())
}

/// A colleague does this, then of these options one is chosen.
fn after(deed: &str, options: &[&[&str]], chosen: usize) -> (Vec<Verdict>, Vec<Critical>) {
    let mut stage = Stage::new();
    stage.line(&[]);
    colleague(&mut stage, deed);
    stage.choice(&options.iter().map(|names| acts(names)).collect::<Vec<_>>(), chosen);
    verdicts(&stage)
}

#[test]
fn silence_is_a_miss_and_a_failure_where_the_deed_is_one() {
    let on_offer: &[&[&str]] = &[&["SpeakUp"], &["KeepSilent"], &["HonestLimit"], &["ChangeSubject"]];
    assert_eq!(after("PromiseIllegally", on_offer, 0), (vec![Verdict::Hit], vec![]));
    assert_eq!(after("PromiseIllegally", on_offer, 2), (vec![Verdict::Partial], vec![]));
    for silent in [1, 3] {
        assert_eq!(after("PromiseIllegally", on_offer, silent), (vec![Verdict::Miss], vec![Critical::IllegalPromise]));
    }
    // To press for a signature is wrong, and no failure by itself.
    assert_eq!(after("PressToSign", on_offer, 1), (vec![Verdict::Miss], vec![]));
    // What nobody need answer.
    assert_eq!(after("Apologise", on_offer, 1), (vec![], vec![]));
}

#[test]
fn who_has_nothing_right_to_say_is_not_blamed() {
    assert_eq!(after("Threaten", &[&["KeepSilent"], &["Nod"]], 0), (vec![], vec![]));
    // A sentence that speaks up and threatens in one breath is no right one.
    assert_eq!(after("Threaten", &[&["KeepSilent"], &["SpeakUp", "Leak"]], 0), (vec![], vec![]));
    // It comes on offer at the next choice: then it counts.
    let mut stage = Stage::new();
    stage.line(&[]);
    colleague(&mut stage, "Threaten");
    stage.choice(&[acts(&["KeepSilent"]), acts(&["Nod"])], 0);
    stage.choice(&[acts(&["SpeakUp"]), acts(&["Nod"])], 1);
    assert_eq!(verdicts(&stage), (vec![Verdict::Miss], vec![Critical::Threat]));
    assert_eq!(found(&stage).evidence[0].turn, 2);
}

#[test]
fn a_gesture_is_neither_the_word_nor_the_silence() {
    let mut stage = Stage::new();
    stage.line(&[]);
    colleague(&mut stage, "Threaten");
    let node = stage.offer(&[acts(&["SpeakUp"]), acts(&["KeepSilent"])]);
    stage.gesture(node, "OfferWater");
    stage.choose(node, 0);
    assert_eq!(verdicts(&stage), (vec![Verdict::Hit], vec![]));
}

#[test]
fn whoever_says_it_a_cue_obliges_as_well() {
    for (what, kind) in [
        (Impropriety::Threat, Critical::Threat),
        (Impropriety::Leak, Critical::Leak),
        (Impropriety::Deal, Critical::IllegalPromise),
    ] {
        let mut stage = Stage::new();
        stage.line(&[Cue::Improper(what)]);
        stage.choice(&[acts(&["SpeakUp"]), acts(&["KeepSilent"])], 1);
        assert_eq!(verdicts(&stage), (vec![Verdict::Miss], vec![kind]));
        let stood = found(&stage).critical[0].stood.unwrap();
        assert!(stood.by.is_some() && stood.what == WrongDone::Cue(Cue::Improper(what)));
    }
}

#[test]
fn who_joins_in_fails_once_and_two_deeds_want_one_word() {
    let mut stage = Stage::new();
    stage.line(&[]);
    colleague(&mut stage, "Threaten");
    stage.choice(&[acts(&["SpeakUp"]), acts(&["Threaten"])], 1);
    assert_eq!(verdicts(&stage), (vec![Verdict::Miss], vec![Critical::Threat]));
    let mut stage = Stage::new();
    stage.line(&[]);
    colleague(&mut stage, "Threaten");
    colleague(&mut stage, "Leak");
    stage.choice(&[acts(&["SpeakUp"]), acts(&["Nod"])], 0);
    assert_eq!(verdicts(&stage), (vec![Verdict::Hit], vec![]));
}

proptest! {
    /// Whatever is on offer and chosen: a failure by silence names a better option that speaks up and is no failure.
    #[test]
    fn a_failure_by_silence_always_names_a_right_sentence(
        deeds in prop::collection::vec(0usize..5, 1..3),
        offers in prop::collection::vec(prop::collection::vec(0usize..9, 2..5), 1..4),
        picks in prop::collection::vec(0usize..5, 4),
    ) {
        let deed = ["Threaten", "Leak", "PromiseIllegally", "PressToSign", "Nod"];
        let names: [&[&str]; 9] = [&["SpeakUp"], &["InformRights", "Threaten"], &["KeepSilent"], &["HonestLimit"], &["Nod"],
            &["Threaten"], &["InformRights"], &["PressToSign"], &["Apologise", "SpeakUp"]];
        let mut stage = Stage::new();
        stage.line(&[]);
        for at in deeds {
            colleague(&mut stage, deed[at]);
        }
        for (at, offer) in offers.iter().enumerate() {
            let options: Vec<_> = offer.iter().map(|at| acts(names[*at])).collect();
            stage.choice(&options, picks[at] % options.len());
        }
        let found = found(&stage);
        let scenario = stage.scenario();
        for failure in found.critical.iter().filter(|failure| failure.stood.is_some()) {
            let better = scenario.option(failure.node, failure.better.expect("a right sentence was on offer")).unwrap();
            let does = |name: &str| better.acts.iter().any(|one| one.kind == act(name) && one.arg == Arg::None);
            prop_assert!(does("SpeakUp") || does("InformRights"));
            prop_assert!(!does("Threaten") && !does("Leak"));
        }
        let silent = found.evidence.iter().filter(|one| matches!(one.reason, Reason::LetStand(_)));
        prop_assert!(silent.count() <= 1, "one row of deeds is one silence");
        let turns = stage.ended().iter().filter(|event| matches!(event, Event::Chose { .. })).count();
        prop_assert!(found.evidence.len() <= turns);
    }
}
