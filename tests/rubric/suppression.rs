//! Suppression is never success, whatever else went well; and people rank as people would.

use crate::stage::{Stage, acts, mirror};
use calmdesk::authoring::library;
use calmdesk::rehearsal::{Policy, play};
use calmdesk::rubric::assessment::{Assessment, Milli};
use calmdesk::rubric::{Rubric, assess};
use calmdesk::scenario::model::{Act, Arg, NodeKind, Scenario};
use calmdesk::session::{Event, Settings};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::{Cue, NodeIx, WordIx};
use proptest::prelude::*;
use std::sync::Arc;

/// What no end can make good: acts by name, and what they are.
const LINES: [(&str, Critical); 8] = [
    ("Threaten", Critical::Threat),
    ("Retaliate", Critical::Retaliation),
    // Interception and forced return.
    ("Intercept", Critical::Suppression),
    ("DiscourageClaim", Critical::Suppression),
    ("Leak", Critical::Leak),
    ("PromiseIllegally", Critical::IllegalPromise),
    ("AcceptGift", Critical::Gift),
    ("IgnoreRisk", Critical::IgnoredRisk),
];

fn shipped() -> Vec<Arc<Scenario>> {
    library::shipped().iter().map(|entry| Arc::clone(entry.scenario().unwrap())).collect()
}

fn rubrics() -> Vec<Rubric> {
    Rubric::SHIPPED.iter().map(|(_, source)| Rubric::parse(source, ActCatalogue::shipped()).unwrap()).collect()
}

fn capped(found: &Assessment, rubric: &Rubric, kind: Critical) {
    assert!(found.critical.iter().any(|failure| failure.kind == kind), "{kind:?} is not listed");
    let total = found.total.expect("a total");
    assert!(total <= rubric.caps[&kind] && total < rubric.pass, "{kind:?}: {total:?}");
}

/// A talk in which everything is done right, with one act more in its last turn.
fn perfect_but(turns: usize, act: Option<&str>) -> Stage {
    let mut stage = Stage::new();
    for turn in 0..turns {
        stage.line(&[Cue::Feeling(WordIx(0)), Cue::Vent, Cue::Deflected(2)]);
        let mut good = mirror(0);
        good.extend(acts(&["InviteMore", "Apologise", "OfferChoice"]));
        if turn + 1 == turns {
            good.extend(acts(&["NameBody", "NameDate", "CitePolicy", "Register", "IssuePaper", "Summarise"]));
            good.extend(act.map(|name| acts(&[name])).unwrap_or_default());
        }
        stage.choice(&[good, acts(&["Deflect"])], 0);
    }
    stage
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn one_line_crossed_fails_a_perfect_talk(turns in 1..8usize, line in 0..LINES.len()) {
        let (name, kind) = LINES[line];
        for rubric in rubrics() {
            let clean = perfect_but(turns, None);
            let clean = assess(&rubric, &clean.scenario(), true, &clean.ended());
            prop_assert!(clean.total >= Some(Milli(900)), "{:?}", clean.dimensions);
            let crossed = perfect_but(turns, Some(name));
            let found = assess(&rubric, &crossed.scenario(), true, &crossed.ended());
            capped(&found, &rubric, kind);
            prop_assert_eq!(found.critical[0].turn as usize, turns);
        }
    }

    /// The expert's play of a shipped scenario, with the line crossed at one of its turns whatever is chosen there.
    #[test]
    fn one_line_crossed_fails_the_best_play_of_every_shipped_scenario(seed in 0..1000u64, at: prop::sample::Index, line in 0..LINES.len()) {
        let (name, kind) = LINES[line];
        let (rubric, settings) = (Rubric::shipped(), Settings { seed, ..Settings::default() });
        let act = Act { kind: ActCatalogue::shipped().find(name).unwrap(), arg: Arg::None };
        for scenario in shipped() {
            let clean = play(&scenario, &settings, Policy::Expert, rubric);
            prop_assert!(clean.assessment.critical.is_empty());
            let chosen: Vec<NodeIx> = clean.events.iter()
                .filter_map(|event| match event { Event::Chose { node, .. } => Some(*node), _ => None })
                .collect();
            let node = *at.get(&chosen);
            let mut crossed = Scenario::clone(&scenario);
            if let NodeKind::Choice(choice) = &mut crossed.nodes[node.at()].kind {
                choice.options.iter_mut().for_each(|option| option.acts.push(act));
            }
            // The same choices, judged again: how it ends is the same, what it is worth is not.
            let found = assess(rubric, &crossed, true, &clean.events);
            let ended = |events: &[Event]| events.iter().any(|event| matches!(event, Event::Ended { .. }));
            prop_assert!(ended(&clean.events));
            capped(&found, rubric, kind);
        }
    }

    #[test]
    fn no_critical_act_of_any_play_goes_unlisted(seed: u64) {
        let settings = Settings { seed, ..Settings::default() };
        let catalogue = ActCatalogue::shipped();
        for scenario in shipped() {
            let run = play(&scenario, &settings, Policy::Random, Rubric::shipped());
            for event in &run.events {
                let Event::Chose { turn, node, option, .. } = *event else { continue };
                let NodeKind::Choice(choice) = &scenario.nodes[node.at()].kind else { continue };
                for kind in choice.options[usize::from(option)].acts.iter().filter_map(|act| catalogue[act.kind].critical) {
                    let listed = run.assessment.critical.iter().any(|one| one.turn == turn && one.kind == kind);
                    prop_assert!(listed, "{} turn {turn}: {kind:?}", scenario.id);
                    prop_assert!(run.assessment.total <= Some(Rubric::shipped().caps[&kind]));
                }
            }
        }
    }
}

/// Means over so many plays: the total, and the total before failures capped it, in thousandths.
fn means(scenario: &Arc<Scenario>, policy: Policy, plays: u64) -> (i64, i64) {
    let runs = (1..=plays).map(|seed| {
        let found = play(scenario, &Settings { seed, ..Settings::default() }, policy, Rubric::shipped()).assessment;
        (found.total.unwrap().0, found.total_uncapped.unwrap().0)
    });
    let (total, uncapped) = runs.fold((0, 0), |(a, b), (total, uncapped)| (a + total, b + uncapped));
    (total / plays as i64, uncapped / plays as i64)
}

#[test]
fn people_rank_as_people_would_in_every_shipped_scenario() {
    for scenario in shipped() {
        let of = |policy, plays| means(&scenario, policy, plays);
        let (expert, careful, random) = (of(Policy::Expert, 6), of(Policy::Careful, 24), of(Policy::Random, 48));
        let (pleaser, lecturer) = (of(Policy::Pleaser, 24), of(Policy::Lecturer, 24));
        let (stonewaller, bully) = (of(Policy::Stonewaller, 24), of(Policy::Bully, 12));
        let told = format!(
            "{}: expert {expert:?} careful {careful:?} random {random:?} pleaser {pleaser:?} lecturer {lecturer:?} \
             stonewaller {stonewaller:?} bully {bully:?}",
            scenario.id
        );
        assert!(expert.0 >= careful.0 + 80, "{told}");
        assert!(careful.0 >= random.0 + 150, "{told}");
        // Failures cap what chance can reach, which presses the lower half together (where our own people propose to
        // suppress, nearly everybody down to 200); before the cap the gaps are plain.
        assert!(random.1 >= pleaser.1.max(lecturer.1) + 50, "{told}");
        assert!(pleaser.1.min(lecturer.1) >= stonewaller.1 + 50, "{told}");
        assert!(stonewaller.1 >= bully.1 + 40, "{told}");
        assert!(random.0 < Rubric::shipped().pass.0, "chance must not pass: {told}");
        for guess in [Policy::First, Policy::Longest] {
            assert!(of(guess, 12).0 < Rubric::shipped().pass.0, "{guess:?} must not pass: {told}");
        }
        println!("{told}");
    }
}
