//! The way of a matter as it is played: what is late, out of order, not theirs to take or left undone is seen as that,
//! and nothing passes in a play that the procedure engine alone would refuse.

use calmdesk::feedback::explain::explain_all;
use calmdesk::procedure::{Actor, Class, Course, LawLibrary, Objection, Route, Stage, Step, Timeliness};
use calmdesk::rubric::assessment::{Assessment, Evidence, Reason, Verdict};
use calmdesk::rubric::rules::{StepFound, StepReason};
use calmdesk::rubric::{Rubric, assess};
use calmdesk::scenario::model::Scenario;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Awaiting, Event, Mode, Move, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::Locale;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::fmt::Write;
use std::sync::Arc;

const DAY: Date = date(2026, 3, 2);

/// What the trainee does, one after the other; between them days may pass.
enum Turn {
    /// Options with their steps; the first is chosen.
    Choose(&'static [&'static str]),
    Days(u16, &'static str),
}
use Turn::{Choose, Days};

fn scenario(matter: &str, turns: &[Turn]) -> Arc<Scenario> {
    let (mut nodes, mut visits) = (String::new(), "\"v0\": (title: \"一\", start: \"n0\"),".to_owned());
    for (n, turn) in turns.iter().enumerate() {
        match turn {
            Choose(options) => {
                write!(nodes, "\"n{n}\": OrderedChoice([").unwrap();
                for (at, step) in options.iter().enumerate() {
                    let step = if step.is_empty() { String::new() } else { format!("step: {step}, ") };
                    write!(
                        nodes,
                        "(id: \"o{at}\", desk: \"第{n}处第{at}样\", acts: [Nod], {step}then: \"n{}\"),",
                        n + 1
                    )
                    .unwrap();
                }
                nodes += "]),";
            }
            Days(days, steps) => {
                let next = n + 1;
                write!(
                    nodes,
                    "\"n{n}\": TimePasses(days: {days}, say: \"过了些天。\", visit: \"v{next}\", steps: [{steps}]),"
                )
                .unwrap();
                write!(visits, "\"v{next}\": (title: \"又来\", start: \"n{next}\"),").unwrap();
            }
        }
    }
    let text = format!(
        "Scenario(title: \"试\", plays_on: \"{DAY}\", law: [\"xf2022\"], {matter} visitors: {{ \"w\": (name: \"王\") }}, \
         visits: {{ {visits} }}, nodes: {{ {nodes} \"n{}\": End(outcome: Partial, title: \"完\", say: \"完。\") }})",
        turns.len()
    );
    let loaded = load(&SourceBundle::of_text("steps", text.as_str()));
    assert_eq!(loaded.errors(), 0, "{text}\n{:#?}", loaded.diagnostics);
    loaded.scenario.unwrap()
}

/// Plays by taking the option at `pick` of each choice, where there is one.
fn play(scenario: &Arc<Scenario>, mut pick: impl FnMut() -> usize) -> Vec<Event> {
    let mut events = Vec::new();
    let settings = Settings { seed: 1, mode: Mode::Exam, timed: false };
    let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
    while let Awaiting::Choice { offer, .. } = session.awaiting() {
        let option = format!("o{}", pick() % offer.as_slice().len());
        session.apply(&Move::Choose { option, wait_ms: 1000 }, &mut events).unwrap();
    }
    events
}

struct Found {
    scenario: Arc<Scenario>,
    events: Vec<Event>,
    result: Assessment,
}

impl Found {
    fn steps(&self) -> Vec<(Verdict, StepReason)> {
        let steps = self.result.evidence.iter().filter_map(|one| match one.reason {
            Reason::Step(reason) => Some((one.verdict, reason)),
            _ => None,
        });
        steps.collect()
    }

    fn evidence(&self) -> &Evidence {
        self.result.evidence.iter().find(|one| matches!(one.reason, Reason::Step(_))).unwrap()
    }

    /// Every sentence on a step with its source, in the reader's language.
    fn told(&self, locale: Locale) -> Vec<(String, String)> {
        let (rubric, law) = (Rubric::shipped(), LawLibrary::shipped());
        let told = explain_all(&self.scenario, rubric, ActCatalogue::shipped(), Some(law), &self.result, locale);
        let mut seen = Vec::new();
        let steps =
            told.evidence.iter().zip(&self.result.evidence).filter(|(_, one)| matches!(one.reason, Reason::Step(_)));
        for (explanation, _) in steps {
            let words = (explanation.sentence.clone(), explanation.source.clone());
            assert!(!words.0.contains('{') && !words.0.contains('$') && !words.0.contains("step-"), "{}", words.0);
            assert!(!seen.contains(&words), "said twice: {}", words.0);
            seen.push(words);
        }
        seen
    }
}

fn played(matter: &str, turns: &[Turn]) -> Found {
    let scenario = scenario(matter, turns);
    let events = play(&scenario, || 0);
    let result = assess(Rubric::shipped(), &scenario, false, &events);
    Found { scenario, events, result }
}

const OFFICE: &str = "matter: (class: Remedy, route: Opinion),";
const BODY: &str = "matter: (class: Remedy, route: Opinion, office: CompetentBody),";
const ACCUSED: &str = "matter: (class: Accusation),";

#[test]
fn forwarded_on_the_sixteenth_day_is_late_and_says_so() {
    let found = played(OFFICE, &[Choose(&["Register", ""]), Days(16, ""), Choose(&["Forward", ""])]);
    let due = date(2026, 3, 17);
    let steps = found.steps();
    assert_eq!(steps[0].0, Verdict::Hit);
    assert_eq!((steps[1].0, steps[1].1.found), (Verdict::Partial, StepFound::Late { due, days: 1 }), "{steps:?}");
    assert!(found.events.iter().any(|event| matches!(event, Event::StepOverdue { step: Step::Forward, late: 1 })));
    let zh = found.told(Locale::ZhCn);
    assert!(zh[1].0.contains("3月17日") && zh[1].0.contains("1 天") && zh[1].1.contains("第二十二条"), "{zh:?}");
    let en = found.told(Locale::En);
    assert!(en[1].0.contains("17 Mar") && en[1].0.contains("one day") && en[1].1.contains("Art. 22"), "{en:?}");
}

#[test]
fn on_the_last_day_it_is_in_time_and_on_a_day_off_only_perhaps() {
    let in_time = played(OFFICE, &[Choose(&["Register", ""]), Days(15, ""), Choose(&["Forward", ""])]);
    assert_eq!(in_time.steps()[1].0, Verdict::Hit);
    assert!(!in_time.events.iter().any(|event| matches!(event, Event::StepOverdue { .. })));
    // Received on 28 February, due on Sunday 15 March, done on Monday.
    let matter = "matter: (class: Remedy, route: Opinion, received: \"2026-02-28\"),";
    let moved = played(matter, &[Choose(&["Register", ""]), Days(14, ""), Choose(&["Forward", ""])]);
    let found = moved.steps()[1];
    assert_eq!((found.0, found.1.found), (Verdict::Partial, StepFound::OnlyIfMoved { due: date(2026, 3, 15) }));
    assert!(moved.told(Locale::ZhCn)[1].0.contains("没有核实到依据") || moved.told(Locale::ZhCn)[1].0.contains("顺延"));
}

#[test]
fn a_limit_that_runs_out_counts_where_the_step_was_on_offer() {
    let turns = [Choose(&["Register", ""]), Choose(&["", "Forward"]), Days(16, ""), Choose(&["", ""])];
    let found = played(OFFICE, &turns);
    let steps = found.steps();
    assert_eq!(steps.len(), 2, "{steps:?}");
    let left = steps.iter().find(|(verdict, _)| *verdict == Verdict::Miss).unwrap().1;
    assert_eq!((left.step, left.found), (Step::Forward, StepFound::RanOut { due: date(2026, 3, 17) }));
    let evidence = found.result.evidence.iter().find(|one| one.verdict == Verdict::Miss).unwrap();
    assert_eq!((evidence.turn, evidence.better), (2, Some(1)), "told of the choice at which it could have been done");
    // Where it was never on offer, nobody is blamed.
    let never = played(OFFICE, &[Choose(&["Register", ""]), Days(16, ""), Choose(&["", ""])]);
    assert_eq!(never.steps().len(), 1);
    // What was never registered could not be forwarded: then that is what was left undone.
    let unregistered = played(OFFICE, &[Choose(&["", "Register"]), Days(16, ""), Choose(&["", ""])]);
    assert!(matches!(unregistered.steps()[..], [(Verdict::Miss, StepReason { step: Step::Forward, .. })]));
    assert_eq!(unregistered.evidence().better, Some(1));
}

#[test]
fn the_sixth_step_on_offer_is_remembered_like_the_first() {
    let turns = [
        Choose(&["Register", ""]),
        Choose(&["Accept", "TellWhere"]),
        Choose(&["Verify", "Settle"]),
        Choose(&["", "Decide"]),
        Days(70, ""),
        Choose(&["", ""]),
    ];
    let found = played(BODY, &turns);
    let left: Vec<Step> = found.steps().iter().filter(|one| one.0 == Verdict::Miss).map(|one| one.1.step).collect();
    assert_eq!(left, [Step::Decide]);
}

#[test]
fn an_accusation_forwarded_is_refused_and_shown_to_the_accused_a_leak() {
    let forward = played(ACCUSED, &[Choose(&["Register", ""]), Choose(&["Forward", "PassOn", ""])]);
    let (verdict, reason) = forward.steps()[1];
    assert_eq!(verdict, Verdict::Miss);
    assert!(matches!(reason.found, StepFound::Refused { why: Objection::OtherClass, .. }));
    assert_eq!(forward.result.evidence.iter().find(|one| one.verdict == Verdict::Miss).unwrap().better, Some(1));
    let told = forward.told(Locale::ZhCn);
    assert!(told[1].0.contains("检举控告") && told[1].0.contains("转纪检监察机关"), "{told:?}");

    let shown = played(ACCUSED, &[Choose(&["Register", ""]), Choose(&["ShowToAccused", "PassOn"])]);
    assert_eq!(shown.result.critical.iter().map(|one| one.kind).collect::<Vec<_>>(), [Critical::Leak]);
    assert!(shown.told(Locale::ZhCn)[1].1.contains("第三十条第三款"), "{:?}", shown.told(Locale::ZhCn));
    let told = explain_all(
        &shown.scenario,
        Rubric::shipped(),
        ActCatalogue::shipped(),
        Some(LawLibrary::shipped()),
        &shown.result,
        Locale::ZhCn,
    );
    assert!(told.critical[0].sentence.contains("让被检举的一方看材料"), "{}", told.critical[0].sentence);
    let passed = played(ACCUSED, &[Choose(&["Register", ""]), Choose(&["PassOn", "Forward"])]);
    assert!(passed.steps().iter().all(|(verdict, _)| *verdict == Verdict::Hit) && passed.result.critical.is_empty());
}

#[test]
fn an_opinion_without_acceptance_is_refused_and_explained() {
    let found = played(BODY, &[Choose(&["Register", ""]), Choose(&["Decide", "Accept", ""])]);
    let (verdict, reason) = found.steps()[1];
    assert_eq!((verdict, reason.stage), (Verdict::Miss, Stage::Registered));
    assert!(matches!(reason.found, StepFound::Refused { why: Objection::NotNow, .. }));
    for (locale, wanted, article) in
        [(Locale::ZhCn, "受理并书面告知", "第三十二条"), (Locale::En, "accept and tell in writing", "Art. 32")]
    {
        let told = found.told(locale);
        assert!(told[1].0.contains(wanted) && told[1].1.contains(article), "{told:?}");
    }
}

#[test]
fn what_is_anothers_to_take_is_refused_and_what_others_do_is_not_judged() {
    let extend = played(BODY, &[Choose(&["Register", ""]), Choose(&["Accept", ""]), Choose(&["Extend", ""])]);
    assert!(matches!(extend.steps()[2].1.found, StepFound::Refused { why: Objection::NotYours, .. }));
    let asked =
        played(BODY, &[Choose(&["Register", ""]), Choose(&["Accept", ""]), Choose(&["Extend(HeadOfBody)", ""])]);
    assert!(asked.steps().iter().all(|(verdict, _)| *verdict == Verdict::Hit));
    // The other body accepts late: nobody's evidence here, but the matter goes on.
    let turns = [
        Choose(&["Register", ""]),
        Choose(&["Forward", ""]),
        Days(40, "(step: Accept, after: 30), (step: Decide, after: 31), Verify"),
        Choose(&["", ""]),
    ];
    let found = played(OFFICE, &turns);
    assert_eq!(found.steps().len(), 2);
    let taken: Vec<(Step, u16)> = (found.events.iter())
        .filter_map(|event| match event {
            Event::StepTaken { step, day, .. } => Some((*step, *day)),
            _ => None,
        })
        .collect();
    assert_eq!(taken, [(Step::Register, 0), (Step::Forward, 0), (Step::Accept, 30), (Step::Verify, 40)]);
    assert!(!found.events.iter().any(|event| matches!(event, Event::StepRefused { .. })), "what cannot be is not done");
}

#[test]
fn without_a_matter_nothing_is_said_of_steps_and_nothing_is_scored() {
    let found = played("", &[Choose(&["", ""]), Days(100, ""), Choose(&["", ""])]);
    assert!(found.steps().is_empty());
    let criterion = Rubric::shipped().find("steps").unwrap();
    assert_eq!(found.result.criteria[criterion.at()].share(), None, "no opportunity, no score");
}

const STEPS: [&str; 8] =
    ["Register", "Forward", "Accept", "Verify", "Decide", "TellWhere", "AskReview(Visitor)", "Settle"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_play_never_takes_what_the_course_alone_refuses(
        picks in prop::collection::vec(0usize..8, 12), days in prop::collection::vec(0u16..40, 12), body in any::<bool>(),
    ) {
        let mut turns = Vec::new();
        for pass in &days {
            turns.push(Choose(&STEPS));
            turns.push(Days(*pass, ""));
        }
        turns.push(Choose(&["", ""]));
        let scenario = scenario(if body { BODY } else { OFFICE }, &turns);
        let mut at = 0;
        let events = play(&scenario, || { at += 1; *picks.get(at - 1).unwrap_or(&0) });
        let mut course = Course::new(DAY);
        course.classify(Class::Remedy, Some(Route::Opinion));
        let mut today = DAY;
        for event in &events {
            match *event {
                Event::VisitBegan { day, .. } => today = DAY.checked_add(jiff::Span::new().days(day)).unwrap(),
                Event::StepTaken { step, by, time, .. } => {
                    let taken = course.take(step, by, today);
                    prop_assert!(taken.is_ok(), "{:?}", taken);
                    prop_assert_eq!(taken.unwrap().time.as_ref().map(|(_, kept)| *kept), time);
                }
                Event::StepRefused { step, by, .. } => {
                    prop_assert!(course.clone().take(step, by, today).is_err());
                }
                _ => {}
            }
        }
        // The judge counts each of the trainee's steps once and no other.
        let result = assess(Rubric::shipped(), &scenario, false, &events);
        let told = result.evidence.iter().filter(|one| matches!(one.reason, Reason::Step(StepReason { found, .. }) if !matches!(found, StepFound::RanOut { .. }))).count();
        let happened = events.iter().filter(|event| matches!(event, Event::StepTaken { .. } | Event::StepRefused { .. })).count();
        prop_assert_eq!(told, happened);
        let score = result.criteria[Rubric::shipped().find("steps").unwrap().at()];
        prop_assert_eq!(score.share().is_none(), score.opportunities == 0);
    }

    #[test]
    fn steps_in_order_and_in_time_are_all_hits_whatever_the_dates(
        first in 0u16..15, then in 0u16..59, review in 0u16..29, office in any::<bool>(),
    ) {
        let turns: Vec<Turn> = if office {
            vec![Choose(&["Register", ""]), Days(first, ""), Choose(&["Forward", ""])]
        } else {
            vec![
                Choose(&["Register", ""]), Days(first, ""), Choose(&["Accept", ""]), Choose(&["Verify", ""]),
                Days(then, ""), Choose(&["Decide", ""]), Days(review, ""), Choose(&["AskReview(Visitor)", ""]),
            ]
        };
        let steps = turns.iter().filter(|turn| matches!(turn, Choose(_))).count();
        let found = played(if office { OFFICE } else { BODY }, &turns);
        let verdicts: Vec<Verdict> = found.steps().iter().map(|(verdict, _)| *verdict).collect();
        prop_assert_eq!(verdicts, vec![Verdict::Hit; steps]);
        let wrong = |event: &Event| matches!(event, Event::StepOverdue { .. } | Event::StepRefused { .. });
        let all_right = !found.events.iter().any(wrong);
        prop_assert!(all_right);
        found.told(Locale::ZhCn);
        found.told(Locale::En);
    }

    #[test]
    fn one_more_step_in_time_never_lowers_the_score(late in 16u16..40) {
        let short = [Choose(&["Register", ""]), Days(late, ""), Choose(&["", ""]), Choose(&["", ""])];
        let long = [Choose(&["Register", ""]), Days(late, ""), Choose(&["TellWhere", ""]), Choose(&["Help", ""])];
        let criterion = Rubric::shipped().find("steps").unwrap().at();
        let share = |turns: &[Turn]| played(OFFICE, turns).result.criteria[criterion].share();
        prop_assert!(share(&long) >= share(&short));
    }
}

#[test]
fn whoever_takes_a_step_is_named_by_the_table() {
    let found = played(OFFICE, &[Choose(&["Register", ""]), Choose(&["Accept", "Forward"])]);
    let (_, reason) = found.steps()[1];
    assert_eq!((reason.by, reason.step), (Actor::PetitionOffice, Step::Accept));
    assert!(found.told(Locale::ZhCn)[1].0.contains("有权处理的机关"));
    let late = Event::StepTaken {
        node: calmdesk::vocabulary::NodeIx(0),
        step: Step::Forward,
        by: Actor::PetitionOffice,
        day: 3,
        time: Some(Timeliness::Late { days: 2 }),
    };
    let names = calmdesk::logbook::record::Names::shipped(&found.scenario);
    let line = serde_json::to_string(&calmdesk::logbook::record::Recorded::of(&late, &names)).unwrap();
    let read: calmdesk::logbook::record::Recorded = serde_json::from_str(&line).unwrap();
    assert_eq!(read.resolve(&names).unwrap(), late, "{line}");
}
