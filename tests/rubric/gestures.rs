//! A gesture that did not fit earns nothing; where the criterion says so it is the miss, unless something better comes.

use crate::stage::{Stage, acts};
use calmdesk::feedback::explain;
use calmdesk::procedure::LawLibrary;
use calmdesk::rubric::assessment::{Evidence, Reason, Verdict};
use calmdesk::rubric::{Rubric, assess};
use calmdesk::vocabulary::{ActCatalogue, Bearing, Cue, Locale, Misfit};

/// What the standard rubric's criterion of this id found.
fn of(stage: &Stage, id: &str) -> Vec<Evidence> {
    let found = assess(Rubric::shipped(), &stage.scenario(), true, &stage.ended());
    let criterion = Rubric::shipped().find(id).unwrap();
    found.evidence.into_iter().filter(|one| one.criterion == criterion).collect()
}

fn vented(gesture: &str, misfit: Option<Misfit>, then: usize) -> Stage {
    let mut stage = Stage::new();
    stage.line(&[Cue::Vent]);
    let node = stage.offer(&[acts(&["InviteMore"]), acts(&["ClosedQuestion"])]);
    stage.gesture(node, gesture);
    if let Some(misfit) = misfit {
        stage.out_of_place(misfit);
    }
    stage.choose(node, then);
    stage
}

#[test]
fn a_gesture_out_of_place_is_the_miss_unless_a_word_comes_in_time() {
    let verdicts = |stage: &Stage| of(stage, "room").iter().map(|one| one.verdict).collect::<Vec<_>>();
    assert_eq!(verdicts(&vented("Nod", None, 1)), [Verdict::Partial], "a nod that fits is half an answer");
    let fuss = vented("Nod", Some(Misfit::Fuss), 1);
    assert_eq!(verdicts(&fuss), [Verdict::Miss]);
    assert!(matches!(of(&fuss, "room")[0].reason, Reason::OutOfPlace(_, Misfit::Fuss)));
    assert_eq!(verdicts(&vented("Nod", Some(Misfit::Fuss), 0)), [Verdict::Hit], "and then a word");
    // It says why, in both languages.
    let stared = vented("EyeContact", Some(Misfit::While(Bearing::Shouting)), 1);
    let evidence = of(&stared, "room")[0];
    for (locale, why) in [(Locale::ZhCn, "嚷"), (Locale::En, "shouting")] {
        let law = Some(LawLibrary::shipped());
        let told = explain(&stared.scenario(), Rubric::shipped(), ActCatalogue::shipped(), law, &evidence, locale);
        assert!(told.sentence.contains(why), "{}", told.sentence);
    }
}

#[test]
fn water_for_who_is_shouting_is_no_welcome() {
    for (misfit, verdict) in [(None, Verdict::Hit), (Some(Misfit::While(Bearing::Shouting)), Verdict::Miss)] {
        let mut stage = Stage::new();
        stage.line(&[Cue::Insult]);
        let node = stage.offer(&[acts(&["InviteMore", "OfferSeat"]), acts(&["ClosedQuestion"])]);
        stage.gesture(node, "OfferWater");
        if let Some(misfit) = misfit {
            stage.out_of_place(misfit);
        }
        stage.choose(node, 1);
        let found: Vec<Verdict> = of(&stage, "welcome").iter().map(|one| one.verdict).collect();
        assert_eq!(found, [verdict], "{misfit:?}");
    }
}
