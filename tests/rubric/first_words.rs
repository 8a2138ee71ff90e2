//! The first words of a visit: the reason before the order, their word before our form, within a hundred characters.

use crate::stage::{Stage, acts, mirror};
use calmdesk::rubric::assessment::{Reason, Verdict};
use calmdesk::rubric::{Rubric, assess};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::acts::Opening;

fn rubric(characters: u32) -> Rubric {
    let text = format!(
        "Rubric(id: \"t\", version: \"1\", pass: 600, caps: {{}}, criteria: [(id: \"x\", dimension: Empathy, weight: 1, \
         sources: [\"E11\"], rule: FirstWords(characters: {characters}))])"
    );
    Rubric::parse(&text, ActCatalogue::shipped()).expect("test rubric")
}

fn found(stage: &Stage, characters: u32) -> Vec<(u32, Verdict, Reason)> {
    let found = assess(&rubric(characters), &stage.scenario(), true, &stage.ended());
    found.evidence.iter().map(|one| (one.turn, one.verdict, one.reason)).collect()
}

fn verdicts(turns: &[&[&str]], characters: u32) -> Vec<(u32, Verdict)> {
    let mut stage = Stage::new();
    stage.visit();
    stage.line(&[]);
    for names in turns {
        // A right beginning and two wrong ones are always at hand.
        stage.choice(&[acts(names), acts(&["ExplainProcess"]), acts(&["OrderAround"]), acts(&["Register"])], 0);
    }
    found(&stage, characters).into_iter().map(|(turn, verdict, _)| (turn, verdict)).collect()
}

#[test]
fn an_order_without_a_reason_and_a_form_before_their_word_are_misses() {
    assert_eq!(verdicts(&[&["OrderAround"]], 100), [(1, Verdict::Miss)]);
    assert_eq!(verdicts(&[&["Register"]], 100), [(1, Verdict::Miss)]);
    assert_eq!(verdicts(&[&["OpenQuestion"], &["OrderAround"]], 100), [(2, Verdict::Miss)], "a question is no reason");
    assert_eq!(
        verdicts(&[&["ExplainProcess"], &["Register"]], 100),
        [(2, Verdict::Miss)],
        "a reason is not their word"
    );
    assert_eq!(verdicts(&[&["ExplainProcess", "OrderAround"]], 100), [(1, Verdict::Hit)]);
    assert_eq!(
        verdicts(&[&["OrderAround", "ExplainProcess"]], 100),
        [(1, Verdict::Partial)],
        "both, the wrong way round"
    );
    assert_eq!(verdicts(&[&["OpenQuestion"], &["Register"]], 100), [(1, Verdict::Hit)]);
    assert_eq!(verdicts(&[&["Acknowledge"]], 100), [], "neither the one nor the other");
    assert_eq!(verdicts(&[&["NegateEmotion"]], 100), [], "who says that it is not worth a worry orders nothing");
}

#[test]
fn only_the_first_hundred_characters_count_and_each_visit_begins_anew() {
    // The words of a stage's option are the names of its acts: one name and a number are two words, four characters.
    assert_eq!(verdicts(&[&["OpenQuestion"], &["Acknowledge"], &["OrderAround"]], 8), [(1, Verdict::Hit)]);
    assert_eq!(verdicts(&[&["OpenQuestion"], &["Acknowledge"], &["OrderAround"]], 9), [(3, Verdict::Miss)]);
    let mut stage = Stage::new();
    for _ in 0..2 {
        stage.visit();
        stage.line(&[]);
        stage.choice(&[acts(&["OrderAround"]), acts(&["ExplainProcess"])], 0);
    }
    assert_eq!(found(&stage, 100).len(), 2);
}

#[test]
fn who_could_not_begin_better_is_not_blamed_and_who_could_not_begin_worse_not_praised() {
    let mut stage = Stage::new();
    stage.visit();
    stage.line(&[]);
    stage.choice(&[acts(&["OrderAround"]), acts(&["Register"])], 0);
    assert_eq!(found(&stage, 100), []);
    let mut stage = Stage::new();
    stage.visit();
    stage.line(&[]);
    stage.choice(&[acts(&["ExplainProcess"]), acts(&["OpenQuestion"])], 0);
    assert_eq!(found(&stage, 100), []);
}

#[test]
fn a_word_put_into_their_mouth_is_not_theirs() {
    let mut stage = Stage::new();
    stage.visit();
    stage.line(&[]);
    stage.choice(&[mirror(1), acts(&["Register"])], 0);
    stage.failing();
    stage.choice(&[acts(&["Register"]), acts(&["OpenQuestion"])], 0);
    let found = found(&stage, 100);
    assert!(matches!(found[..], [(2, Verdict::Miss, Reason::Opened(_, Opening::OurForm))]), "{found:?}");
}
