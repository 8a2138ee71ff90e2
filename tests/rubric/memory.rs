//! Nothing that a rubric must remember is forgotten because there is much of it.

use crate::stage::{self, Stage, act, acts, mirror};
use calmdesk::rubric::assessment::{Assessment, Reason, Verdict};
use calmdesk::rubric::{Assessor, Rubric, assess};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::{Cue, PromiseIx, Risk, Unruly, VisitorIx, WordIx};

fn rubric(rules: &[String]) -> Rubric {
    let criteria: String = (rules.iter().enumerate())
        .map(|(at, rule)| format!("(id: \"c{at}\", dimension: Listening, weight: 1, sources: [], rule: {rule}),"))
        .collect();
    let text =
        format!("Rubric(id: \"t\", version: \"1\", pass: 600, caps: {{IgnoredRisk: 300}}, criteria: [{criteria}])");
    Rubric::parse(&text, ActCatalogue::shipped()).expect("test rubric")
}

fn one(rule: &str) -> Rubric {
    rubric(&[rule.to_owned()])
}

fn verdicts(found: &Assessment) -> Vec<Verdict> {
    found.evidence.iter().map(|evidence| evidence.verdict).collect()
}

#[test]
fn a_weapon_is_not_forgotten_over_sixteen_other_cues() {
    let rubric = one(r#"Cue(cues: [Question], window: 4, hit: ["NameDate"])"#);
    let options = [acts(&["CallColleague"]), acts(&["Nod"])];
    let mut stage = Stage::new();
    stage.line(&[Cue::Risk(Risk::Weapon)]);
    (0..16).for_each(|_| stage.line(&[Cue::Question]));
    (0..2).for_each(|_| stage.choice(&options, 1));
    let critical = assess(&rubric, &stage.scenario(), true, &stage.events()).critical;
    assert_eq!(critical.len(), 1);
    assert_eq!((critical[0].kind, critical[0].turn), (Critical::IgnoredRisk, 1));
}

#[test]
fn the_first_of_seventeen_cues_can_still_be_answered() {
    let rubric = one(r#"Cue(cues: [Feeling], hit: ["MirrorWords"])"#);
    let mut stage = Stage::new();
    (0..17).for_each(|word| stage.line(&[Cue::Feeling(WordIx(word))]));
    stage.choice(&[mirror(0), acts(&["Nod"])], 0);
    let found = assess(&rubric, &stage.scenario(), true, &stage.events());
    assert_eq!(verdicts(&found), [Verdict::Hit]);
    assert!(matches!(found.evidence[0].reason, Reason::Answered(Cue::Feeling(WordIx(0)), _)));
}

#[test]
fn each_of_seventeen_promises_is_told_of_where_it_was_made() {
    let promises: Vec<_> = (0..17).map(PromiseIx).collect();
    let mut stage = Stage::new();
    for promise in &promises {
        stage.choice(&[stage::promise_of("Promise", *promise), acts(&["Nod"])], 0);
        stage.promised_of(*promise);
    }
    promises.iter().for_each(|promise| stage.due_of(*promise, false));
    let found = assess(&one("Promises"), &stage.scenario(), true, &stage.ended());
    let turns: Vec<u32> = found.evidence.iter().map(|evidence| evidence.turn).collect();
    assert_eq!(turns, (1..=17).collect::<Vec<u32>>());
}

#[test]
fn the_257th_word_can_be_given_back_only_once_it_has_been_said() {
    let rubric = one(r#"Acts(hit: ["MirrorWords"], partial: ["NameFeeling"])"#);
    let last = WordIx(256);
    let play = |said: u16| {
        let mut stage = Stage::new();
        (0..said).for_each(|word| stage.line(&[Cue::Feeling(WordIx(word))]));
        stage.choice(&[mirror(last.0), acts(&["NameFeeling"])], 1);
        assess(&rubric, &stage.scenario(), true, &stage.events()).evidence[0]
    };
    assert_eq!((play(256).verdict, play(256).better), (Verdict::Partial, None));
    assert_eq!((play(257).verdict, play(257).better), (Verdict::Partial, Some(0)));

    let mut stage = Stage::new();
    (0..256).for_each(|word| stage.line(&[Cue::Feeling(WordIx(word))]));
    let hint = |stage: &Stage| {
        let mut assessor = Assessor::new(&rubric, &stage.scenario(), ActCatalogue::shipped(), true);
        stage.events().iter().for_each(|event| assessor.observe(event));
        assessor.hint()
    };
    stage.offer(&[mirror(last.0), acts(&["Nod"])]);
    assert_eq!(hint(&stage), Some(1), "nobody has said it");
    stage.line(&[Cue::Feeling(last)]);
    stage.offer(&[mirror(last.0), acts(&["Nod"])]);
    assert_eq!(hint(&stage), Some(0));
}

#[test]
fn a_ninth_kind_of_conduct_in_a_visit_is_followed_like_the_first() {
    let mut stage = Stage::new();
    stage.line(&[
        Cue::Vent,
        Cue::Insult,
        Cue::Conduct(Unruly::Gathering),
        Cue::Conduct(Unruly::Staying),
        Cue::Conduct(Unruly::Inciting),
        Cue::Conduct(Unruly::Disorder),
        Cue::Risk(Risk::Weapon),
        Cue::Risk(Risk::Violence),
    ]);
    // All of it is over.
    (0..2).for_each(|_| stage.choice(&[acts(&["Nod"]), acts(&["Greet"])], 0));
    stage.line(&[Cue::Risk(Risk::Collapse)]);
    stage.choice(&[acts(&["CallMedical"]), acts(&["Nod"])], 0);
    assert_eq!(verdicts(&assess(&one("Ladder"), &stage.scenario(), true, &stage.events())), [Verdict::Hit]);
}

#[test]
fn a_ninth_measure_counts_as_taken() {
    let mut stage = Stage::new();
    let measures = ["CallColleague"; 8].into_iter().chain(["Dissuade", "CriticiseAndEducate"]);
    for measure in measures {
        stage.line(&[Cue::Insult]);
        stage.choice(&[acts(&[measure]), acts(&["Nod"])], 0);
    }
    let found = assess(&one("Ladder"), &stage.scenario(), true, &stage.events());
    assert_eq!(verdicts(&found), [Verdict::Hit; 2], "it was dissuaded before it was criticised");
}

#[test]
fn the_seventeenth_duty_and_the_sixty_fifth_criterion_are_scored() {
    for many in [17, 65] {
        let rubric = rubric(&vec![r#"Once(acts: ["NameDate"], per: Visit)"#.to_owned(); many]);
        let mut stage = Stage::new();
        stage.choice(&[acts(&["NameDate"]), acts(&["Nod"])], 1);
        let found = assess(&rubric, &stage.scenario(), true, &stage.ended());
        assert_eq!(verdicts(&found), vec![Verdict::Miss; many]);
        assert_eq!(found.evidence[many - 1].better, Some(0));
    }
}

#[test]
fn the_fifth_order_knows_its_own_first_act() {
    let firsts = ["ReflectMeaning", "KeepSilent", "Comfort", "NameFeeling", "Apologise"];
    let rule = |first: &str| format!("Order(cues: [Vent], first: [\"{first}\"], then: [\"CitePolicy\"])");
    let rubric = rubric(&firsts.map(rule));
    let mut stage = Stage::new();
    stage.line(&[Cue::Vent]);
    for doing in firsts.into_iter().chain(["CitePolicy"]) {
        stage.choice(&[acts(&[doing]), acts(&["Nod"])], 0);
    }
    let found = assess(&rubric, &stage.scenario(), true, &stage.events());
    let after: Vec<Reason> = found.evidence.iter().map(|evidence| evidence.reason).collect();
    let did = act("CitePolicy");
    assert_eq!(after, firsts.map(|first| Reason::InOrder { did, after: act(first) }));
}

#[test]
fn a_turn_is_one_piece_of_evidence_however_many_gestures_come_after_it() {
    let rubric = one(r#"Cue(cues: [Question, Vent], window: 2, hit: ["NameDate", "Nod"])"#);
    let (second, third) = (VisitorIx(1), VisitorIx(2));
    let options = [acts(&["NameDate"]), acts(&["Greet"])];
    let mut stage = Stage::new();
    stage.line(&[Cue::Question]);
    stage.line_of(second, &[Cue::Question]);
    stage.choice(&options, 0);
    let node = stage.offer(&options);
    (0..15).for_each(|_| stage.gesture(node, "EyeContact"));
    stage.line_of(third, &[Cue::Vent]);
    stage.gesture(node, "Nod");
    stage.choose(node, 1);
    let found = assess(&rubric, &stage.scenario(), true, &stage.events());
    let told: Vec<(u32, Verdict)> = found.evidence.iter().map(|one| (one.turn, one.verdict)).collect();
    assert_eq!(told, [(1, Verdict::Hit), (17, Verdict::Hit)], "nobody can answer two people in one turn");
}
