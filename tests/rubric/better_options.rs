//! What is called better is right for that very criterion and place, and what is said first is what mattered most: over the
//! shipped scenarios, the kinds of trainees and any seed.

use calmdesk::authoring::library;
use calmdesk::feedback::criterion_texts;
use calmdesk::feedback::debrief::{Debrief, Turn};
use calmdesk::feedback::explain::explain_all;
use calmdesk::feedback::to_change::ToChange;
use calmdesk::feedback::turning::Cause;
use calmdesk::locale::Texts;
use calmdesk::rehearsal::{Policy, play};
use calmdesk::rubric::Rubric;
use calmdesk::rubric::assessment::{Dimension, Evidence, Reason, Verdict};
use calmdesk::rubric::rules::fits;
use calmdesk::scenario::model::{Arg, Cue, Opt, Scenario};
use calmdesk::session::{Event, Settings};
use calmdesk::vocabulary::acts::ActCatalogue;
use calmdesk::vocabulary::{ActIx, Critical, CueKind, Locale};
use proptest::prelude::*;
use std::sync::Arc;

fn shipped() -> Vec<Arc<Scenario>> {
    library::shipped().iter().map(|entry| Arc::clone(entry.scenario().unwrap())).collect()
}

fn policy() -> impl Strategy<Value = Policy> {
    let clumsy = [Policy::Random, Policy::Random, Policy::Random, Policy::Bully, Policy::Stonewaller, Policy::Lecturer];
    prop::sample::select(
        [&clumsy[..], &[Policy::Pleaser, Policy::Interrupter, Policy::First, Policy::Careful]].concat(),
    )
}

fn critical(option: &Opt) -> bool {
    option.acts.iter().any(|act| ActCatalogue::shipped()[act.kind].critical.is_some())
}

fn does(option: &Opt, set: &calmdesk::rubric::sets::ActSet) -> bool {
    option.acts.iter().any(|act| set.contains(act.kind))
}

/// Signs of danger that were open when this turn was taken: shown in the lines right before it.
fn danger_before(scenario: &Scenario, turn: &Turn) -> bool {
    let said = turn.before.iter().filter_map(|heard| heard.line(scenario));
    said.flat_map(|(_, variant)| &variant.cues).any(|cue| CueKind::of(*cue).is_risk())
}

/// What is wrong with calling this option better there; nothing where it is right.
fn wrong(scenario: &Scenario, events: &[Event], turn: Option<&Turn>, one: &Evidence) -> Option<&'static str> {
    let criterion = &Rubric::shipped()[one.criterion];
    let better = scenario.option(one.node, one.better?)?;
    let chosen = one.chosen.and_then(|at| scenario.option(one.node, at));
    if one.better == one.chosen {
        return Some("it is what was chosen");
    }
    if critical(better) {
        return Some("it is a failure");
    }
    if scenario.task(one.node).is_some() && !matches!(one.reason, Reason::Wrote(_)) {
        return (criterion.dimension != Some(Dimension::Procedure)).then_some("a form's field for a feeling");
    }
    let of_acts = !criterion.hit.is_empty() && better.own.is_none() && chosen.is_none_or(|chosen| chosen.own.is_none());
    if of_acts && !matches!(one.reason, Reason::Wrote(_) | Reason::Step(_) | Reason::Ladder { .. }) {
        if !does(better, &criterion.hit) && !does(better, &criterion.partial) {
            return Some("it does nothing for the criterion");
        }
        if criterion.rule.misses_offend() && does(better, &criterion.miss) {
            return Some("it is the fault itself");
        }
        if let Reason::Unanswered(cue) | Reason::Answered(cue, _) = one.reason {
            let named = |cue: Cue| matches!(cue, Cue::Feeling(_) | Cue::Fact(_));
            let about = |act: &calmdesk::scenario::model::Act| matches!(act.arg, Arg::Word(_) | Arg::Fact(_));
            let counts = |act: ActIx| criterion.hit.contains(act) || criterion.partial.contains(act);
            if named(cue)
                && better.acts.iter().any(about)
                && !better.acts.iter().any(|act| counts(act.kind) && fits(act.arg, cue))
            {
                return Some("it answers another cue");
            }
        }
    }
    // With a weapon on the table, nothing that leaves it there is better, if something on offer sees to it.
    let catalogue = ActCatalogue::shipped();
    let sees_to_it = |option: &Opt| option.acts.iter().any(|act| catalogue[act.kind].answers_risk);
    let on_offer = || {
        let offered = events.iter().rev().find_map(|event| match event {
            Event::Offered { node, options, .. } if *node == one.node => Some(*options),
            _ => None,
        });
        offered.into_iter().flat_map(|offer| offer.as_slice().to_vec()).filter_map(|at| scenario.option(one.node, at))
    };
    let answered = on_offer().any(|option| sees_to_it(option) && !critical(option));
    let clean = |option: &Opt| {
        Rubric::shipped().criteria.iter().all(|one| !one.rule.misses_offend() || !does(option, &one.miss))
    };
    let may = answered && on_offer().any(|option| sees_to_it(option) && clean(option) && !critical(option));
    if turn.is_some_and(|turn| danger_before(scenario, turn)) && may && !sees_to_it(better) {
        return Some("it leaves a danger");
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_better_option_is_a_right_one_for_that_criterion_and_place(seed: u64, policy in policy()) {
        let settings = Settings { seed, ..Settings::default() };
        for scenario in shipped() {
            let run = play(&scenario, &settings, policy, Rubric::shipped());
            let debrief = Debrief::of(&scenario, Rubric::shipped(), ActCatalogue::shipped(), true, &run.events);
            for one in debrief.assessment.evidence.iter().chain(&debrief.assessment.self_regulation) {
                let fault = wrong(&scenario, &run.events, debrief.turn(one.turn), one);
                let better = one.better.and_then(|at| scenario.option(one.node, at)).map(|option| &option.id);
                let node = &scenario.nodes[one.node.at()].id;
                let criterion = &Rubric::shipped()[one.criterion].id;
                prop_assert!(fault.is_none(), "{} {policy:?} {node}/{better:?} for {criterion}: {fault:?} {one:?}", scenario.id);
            }
            for failure in &debrief.assessment.critical {
                let Some(better) = failure.better.and_then(|at| scenario.option(failure.node, at)) else { continue };
                prop_assert!(!critical(better) && failure.better != failure.chosen);
                let sees_to_it = better.acts.iter().any(|act| ActCatalogue::shipped()[act.kind].answers_risk);
                prop_assert!(failure.kind != Critical::IgnoredRisk || failure.act.is_some() || sees_to_it,
                    "{}: {} is no answer to a danger", scenario.id, better.id);
            }
        }
    }

    #[test]
    fn an_exact_article_is_never_explained_as_a_vague_one(seed: u64, policy in policy()) {
        let settings = Settings { seed, ..Settings::default() };
        let rubric = Rubric::shipped();
        for scenario in shipped() {
            let run = play(&scenario, &settings, policy, rubric);
            for locale in Locale::ALL {
                let vague = criterion_texts::why(&rubric[rubric.find("basis").unwrap()], locale).unwrap();
                let told = explain_all(&scenario, rubric, ActCatalogue::shipped(), None, &run.assessment, locale);
                for (one, told) in run.assessment.evidence.iter().zip(told.evidence) {
                    let (Reason::Did(act) | Reason::NotTakenIn(act) | Reason::Answered(_, act)) = one.reason else { continue };
                    let option = one.chosen.and_then(|at| scenario.option(one.node, at));
                    let exact = option.is_some_and(|option| {
                        option.acts.iter().any(|one| one.kind == act && matches!(one.arg, Arg::Article(_)))
                    });
                    prop_assert!(!exact || one.verdict == Verdict::Hit || !told.sentence.contains(&vague), "{}", told.sentence);
                }
            }
        }
    }

    #[test]
    fn to_change_names_failures_then_what_lost_the_case_then_outbursts_before_anything_else(seed: u64, policy in policy()) {
        let settings = Settings { seed, ..Settings::default() };
        for scenario in shipped() {
            let run = play(&scenario, &settings, policy, Rubric::shipped());
            let debrief = Debrief::of(&scenario, Rubric::shipped(), ActCatalogue::shipped(), true, &run.events);
            let rank = |one: &ToChange| match one {
                ToChange::Critical(_) => 0,
                ToChange::Lost(_) => 1,
                ToChange::Outburst { .. } => 2,
                ToChange::Missed(_) => 3,
            };
            let list = &debrief.to_change;
            prop_assert!(list.is_sorted_by_key(rank), "{list:?}");
            let turns: std::collections::BTreeSet<_> = list.iter().map(|one| one.turn(&debrief)).collect();
            prop_assert_eq!(turns.len(), list.len());
            // As many as there are turns with something of the kind.
            let assessment = &debrief.assessment;
            let failed: std::collections::BTreeSet<u32> =
                assessment.critical.iter().map(|one| one.turn).filter(|turn| debrief.turn(*turn).is_some()).collect();
            let named = list.iter().filter(|one| matches!(one, ToChange::Critical(_))).count();
            prop_assert_eq!(named, failed.len().min(3));
            // Three outbursts never hide what decided the case.
            let loses = |one: &&Evidence| {
                let of_it = matches!(one.reason, Reason::Decided(_) | Reason::LedAstray(_) | Reason::PromiseBroken);
                of_it && one.verdict == Verdict::Miss && debrief.turn(one.turn).is_some() && !failed.contains(&one.turn)
            };
            let lost: std::collections::BTreeSet<u32> =
                assessment.evidence.iter().filter(loses).map(|one| one.turn).collect();
            let told = list.iter().filter(|one| matches!(one, ToChange::Lost(_))).count();
            prop_assert!(told >= lost.len().min(3 - named), "{list:?} {lost:?}");
            let of_loss: Vec<u32> =
                list.iter().filter(|one| rank(one) <= 1).filter_map(|one| one.turn(&debrief)).collect();
            let burst = debrief.turns.iter().filter(|turn| !turn.outbursts.is_empty() && !of_loss.contains(&turn.number));
            let outbursts = list.iter().filter(|one| matches!(one, ToChange::Outburst { .. })).count();
            prop_assert_eq!(outbursts, burst.count().min(3 - named - told));
        }
    }

    #[test]
    fn a_turning_point_blames_nobody_for_another_ones_words(seed: u64, policy in policy()) {
        let settings = Settings { seed, ..Settings::default() };
        let catalogue = ActCatalogue::shipped();
        for scenario in shipped() {
            let run = play(&scenario, &settings, policy, Rubric::shipped());
            let debrief = Debrief::of(&scenario, Rubric::shipped(), catalogue, true, &run.events);
            for point in &debrief.turning_points {
                let turn = &debrief.turns[point.turn];
                let Cause::Act(at) = point.cause else { continue };
                let landed = turn.acts[at];
                prop_assert!(landed.to.is_none_or(|to| to == point.who));
                // A colleague's careless word in front of everybody is not the trainee's nod.
                let careless = turn.before.iter().filter_map(|heard| heard.line(&scenario)).any(|(line, said)| {
                    line.who.is_none() && said.cues.contains(&Cue::Careless)
                });
                let kind = &catalogue[landed.act.kind];
                let hurts = kind.pressure > 0.1 || kind.needs.iter().any(|need| *need <= -0.3);
                prop_assert!(!(point.rose() && careless) || hurts, "{}: {} after a careless word", scenario.id, kind.name);
            }
        }
    }
}

/// Words of one family of matters: advice that holds everywhere has none of them.
#[test]
fn general_advice_fits_every_family() {
    let own = [
        (
            Locale::ZhCn,
            &[
                "楼上",
                "楼下",
                "半夜",
                "夜里",
                "噪",
                "桌脚",
                "垫子",
                "贴垫",
                "物业",
                "睡",
                "张阿姨",
                "王姐",
                "工资",
                "工地",
                "拆",
                "征收",
                "局长",
                "社区来",
                "巡查",
                "家具",
                "腿脚",
                "孩子",
            ][..],
        ),
        (
            Locale::En,
            &[
                "upstairs",
                "noise",
                "noisy",
                "at night",
                "property firm",
                "felt",
                "mats",
                "sleep",
                "Mrs Zhang",
                "wages",
                "site",
                "demolition",
                "patrol",
                "children",
                "bad legs",
                "dragging",
                "quiet these",
                "it went quiet",
            ][..],
        ),
    ];
    for (locale, words) in own {
        for (_, act) in ActCatalogue::shipped().iter() {
            let advice = locale.text(&format!("act-{}.better", act.name));
            let found: Vec<&&str> = words.iter().filter(|word| advice.contains(**word)).collect();
            assert!(found.is_empty(), "{locale:?} {}: {advice} has {found:?}", act.name);
        }
    }
}
