//! What a report says of each point: never twice the same, always with a source, and better only what was on offer.

use calmdesk::authoring::library;
use calmdesk::feedback::criterion_texts;
use calmdesk::feedback::debrief::Debrief;
use calmdesk::feedback::listening_texts::measures;
use calmdesk::locale::Texts;
use calmdesk::procedure::PaperCatalogue;
use calmdesk::rehearsal::{Policy, play};
use calmdesk::report;
use calmdesk::report::{Input, Page, Versions};
use calmdesk::rubric::assessment::{Assessment, Evidence, Verdict};
use calmdesk::rubric::{Listening, Rubric, assess};
use calmdesk::scenario::model::{NodeKind, Scenario};
use calmdesk::session::{Event, Settings};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Locale;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

fn shipped() -> Vec<Arc<Scenario>> {
    library::shipped().iter().map(|entry| Arc::clone(entry.scenario().unwrap())).collect()
}

fn page(scenario: &Scenario, settings: &Settings, events: &[Event], locale: Locale) -> Page {
    let input = Input {
        scenario,
        rubric: Rubric::shipped(),
        acts: ActCatalogue::shipped(),
        law: scenario.library(),
        papers: PaperCatalogue::shipped(),
        settings,
        trainee: None,
        class: None,
        started: "2026-03-09 09:12",
        attempt: None,
        self_rating: None,
        how: None,
        versions: Versions { app: "0", acts: "0", rubric: "0", model: "0" },
        events,
    };
    report::page(&input, locale)
}

/// Whether nothing of this turn was a miss or a failure.
fn without_fault(found: &Assessment, turn: u32) -> bool {
    let missed = |one: &Evidence| one.turn == turn && one.verdict == Verdict::Miss;
    !found.evidence.iter().chain(&found.self_regulation).any(missed)
        && found.critical.iter().all(|one| one.turn != turn)
}

/// Every explanation on the page.
fn told(page: &Page) -> Vec<&str> {
    let evidence = page.evidence.iter().flat_map(|row| &row.observations).chain(&page.composure);
    let turned = page.turning_points.iter().map(|one| one.why.as_str());
    evidence.map(|one| one.why.as_str()).chain(page.critical.iter().map(|one| one.why.as_str())).chain(turned).collect()
}

/// All reasons that an explanation can give: what a criterion is for, what an act does.
fn reasons(locale: Locale) -> Vec<String> {
    let criteria = Rubric::shipped().criteria.iter().filter_map(|one| criterion_texts::why(one, locale));
    let acts = ActCatalogue::shipped().iter().map(|(_, act)| format!("act-{}.why", act.name));
    criteria.chain(acts.map(|id| locale.text(&id).into_owned())).collect()
}

fn policy() -> impl Strategy<Value = Policy> {
    prop::sample::select(vec![
        Policy::Random,
        Policy::Random,
        Policy::Random,
        Policy::Careful,
        Policy::Pleaser,
        Policy::Lecturer,
        Policy::Stonewaller,
        Policy::Bully,
        Policy::Interrupter,
        Policy::First,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn no_explanation_is_read_twice_in_one_report(seed: u64, policy in policy(), timed: bool) {
        let settings = Settings { seed, timed, ..Settings::default() };
        for scenario in shipped() {
            let run = play(&scenario, &settings, policy, Rubric::shipped());
            for locale in Locale::ALL {
                let page = page(&scenario, &settings, &run.events, locale);
                let told = told(&page);
                let mut seen = BTreeSet::new();
                for why in &told {
                    prop_assert!(seen.insert(*why), "{} {policy:?} {seed}: twice: {why}", scenario.id);
                    prop_assert!(!why.contains(['{', '}']) && !why.contains("explain-"), "{why}");
                }
                // The reasons are parts of the explanations; they too are given once.
                for reason in reasons(locale) {
                    let given = told.iter().filter(|why| why.contains(&reason)).count();
                    prop_assert!(given <= 1, "{} {policy:?} {seed}: {given} times: {reason}", scenario.id);
                }
            }
        }
    }

    #[test]
    fn every_point_has_a_source_and_what_is_called_better_was_on_offer(seed: u64, policy in policy()) {
        let settings = Settings { seed, ..Settings::default() };
        for scenario in shipped() {
            let run = play(&scenario, &settings, policy, Rubric::shipped());
            let found = &run.assessment;
            let offered = |node, option: u8| run.events.iter().any(|event| matches!(event,
                Event::Offered { node: at, options, .. } if *at == node && options.as_slice().contains(&option)));
            let betters = found.evidence.iter().map(|one| (one.node, one.better))
                .chain(found.critical.iter().map(|one| (one.node, one.better)));
            for (node, better) in betters.filter_map(|(node, better)| Some((node, better?))) {
                // Of a paper on the desk every entry can be chosen.
                if let Some(task) = scenario.task(node) {
                    prop_assert!(task.form.field_of(better).is_some(), "{}: {node:?} {better}", scenario.id);
                    continue;
                }
                prop_assert!(offered(node, better), "{}: {node:?} {better}", scenario.id);
                let NodeKind::Choice(choice) = &scenario.nodes[node.at()].kind else { panic!("{node:?}") };
                prop_assert!(usize::from(better) < choice.options.len());
            }
            let page = page(&scenario, &settings, &run.events, Locale::ZhCn);
            for one in page.evidence.iter().flat_map(|row| &row.observations) {
                prop_assert!(!one.source.is_empty() && !one.why.is_empty(), "{one:?}");
            }
        }
    }

    #[test]
    fn a_criterion_is_charged_at_most_once_in_a_turn_for_what_was_left_undone(seed: u64) {
        use calmdesk::rubric::assessment::Reason;
        let settings = Settings { seed, ..Settings::default() };
        for scenario in shipped() {
            let run = play(&scenario, &settings, Policy::Random, Rubric::shipped());
            let mut seen = BTreeSet::new();
            for one in &run.assessment.evidence {
                if matches!(one.reason, Reason::Answered(..) | Reason::Unanswered(_)) {
                    prop_assert!(seen.insert((one.criterion, one.turn, one.chosen)), "{}: {one:?}", scenario.id);
                }
            }
        }
    }

    #[test]
    fn what_went_well_and_what_to_change_are_shown_at_several_turns(seed: u64, policy in policy()) {
        let settings = Settings { seed, ..Settings::default() };
        for scenario in shipped() {
            let run = play(&scenario, &settings, policy, Rubric::shipped());
            let debrief = Debrief::of(&scenario, Rubric::shipped(), ActCatalogue::shipped(), settings.timed, &run.events);
            let evidence = &debrief.assessment.evidence;
            let picked = &debrief.plus;
            let turns: Vec<u32> = picked.iter().map(|at| evidence[*at].turn).collect();
            let criteria: BTreeSet<_> = picked.iter().map(|at| evidence[*at].criterion).collect();
            prop_assert_eq!(criteria.len(), picked.len());
            for (nth, at) in picked.iter().enumerate().filter(|(nth, _)| turns[..*nth].contains(&turns[*nth])) {
                // The same turn again only where this criterion has no other worth telling.
                let one = &evidence[*at];
                let elsewhere = evidence.iter().any(|other| {
                    (other.criterion, other.verdict) == (one.criterion, one.verdict)
                        && debrief.turn(other.turn).is_some()
                        && without_fault(&debrief.assessment, other.turn)
                        && !turns[..nth].contains(&other.turn)
                });
                prop_assert!(!elsewhere, "{} {policy:?} {seed}: turn {}", scenario.id, one.turn);
            }
            let changed: Vec<u32> = debrief.to_change.iter().map(|one| one.turn(&debrief).unwrap()).collect();
            prop_assert_eq!(changed.iter().collect::<BTreeSet<_>>().len(), changed.len(), "each at another turn");
        }
    }

    #[test]
    fn what_is_measured_agrees_with_the_events(seed: u64, policy in policy()) {
        let settings = Settings { seed, ..Settings::default() };
        for scenario in shipped() {
            let events = play(&scenario, &settings, policy, Rubric::shipped()).events;
            let count = |wanted: &dyn Fn(&Event) -> bool| events.iter().filter(|event| wanted(event)).count() as u32;
            let found = Listening::of(&scenario, Rubric::shipped(), ActCatalogue::shipped(), true, &events);
            prop_assert_eq!(found.interruptions, count(&|event| matches!(event, Event::Interrupted { .. })));
            prop_assert_eq!(found.facts_told, count(&|event| matches!(event, Event::FactTold { .. })));
            prop_assert_eq!(found.facts_noted, count(&|event| matches!(event, Event::FactNoted { .. })));
            prop_assert!(found.facts_noted <= found.facts_told);
            prop_assert!(found.answered <= found.cues && found.unsaid_ms <= found.speech_ms);
            let mirror = ActCatalogue::shipped().find("MirrorWords").unwrap();
            let mirrored = count(&|event| matches!(event, Event::Acted { act, .. } if act.kind == mirror));
            prop_assert_eq!(found.mirrored + found.never_said, mirrored);
        }
    }
}

#[test]
fn a_listener_is_told_from_a_talker_by_the_measures_alone() {
    let acts = ActCatalogue::shipped();
    for scenario in shipped() {
        let measured = |policy| {
            let settings = Settings { seed: 1, ..Settings::default() };
            let events = play(&scenario, &settings, policy, Rubric::shipped()).events;
            Listening::of(&scenario, Rubric::shipped(), acts, true, &events)
        };
        let (expert, bully) = (measured(Policy::Expert), measured(Policy::Bully));
        let share = |found: &Listening| found.answered * 100 / found.cues.max(1);
        assert!(share(&expert) >= share(&bully) + 30, "{}: {expert:?} {bully:?}", scenario.id);
        assert!(expert.interruptions == 0 && bully.interruptions > 0, "{}", scenario.id);
        assert!(expert.simple + expert.complex > bully.simple + bully.complex, "{}", scenario.id);
        for locale in Locale::ALL {
            let lines = measures(&expert, locale);
            assert!(lines.len() >= 6, "{lines:?}");
            assert!(lines.iter().all(|one| !one.name.starts_with("measure-") && !one.meaning.contains("measure-")));
        }
    }
}

#[test]
fn what_could_not_be_measured_has_no_number() {
    let nothing = Listening::default();
    for locale in Locale::ALL {
        assert_eq!(measures(&nothing, locale), []);
    }
    let scenario = &shipped()[0];
    let found = assess(Rubric::shipped(), scenario, true, &[]);
    assert_eq!(found.total, None);
}
