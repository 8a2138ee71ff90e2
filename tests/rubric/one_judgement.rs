//! One fact has one judgement: what is wrong on paper earns nowhere, what was not taken in is no whole hit, what is praised
//! was no miss by any other measure, and of two options at one place only one is ever called better than the other.

use calmdesk::authoring::library;
use calmdesk::feedback::criterion_texts::anchor;
use calmdesk::feedback::debrief::{Debrief, Turn};
use calmdesk::feedback::explain_all;
use calmdesk::procedure::{Found, PaperCatalogue};
use calmdesk::rehearsal::{Policy, play};
use calmdesk::rubric::Rubric;
use calmdesk::rubric::assessment::{Evidence, Milli, Reason, Verdict};
use calmdesk::rubric::rules::Rule;
use calmdesk::scenario::model::Scenario;
use calmdesk::session::Settings;
use calmdesk::vocabulary::acts::Opening;
use calmdesk::vocabulary::{ActCatalogue, ActEffect, ActIx, Locale, NodeIx};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

fn shipped() -> Vec<Arc<Scenario>> {
    library::shipped().iter().map(|entry| Arc::clone(entry.scenario().unwrap())).collect()
}

/// Policies that go wrong in many ways, and some that seldom do.
const POLICIES: [Policy; 8] = [
    Policy::Random,
    Policy::Random,
    Policy::Bully,
    Policy::Stonewaller,
    Policy::Lecturer,
    Policy::Pleaser,
    Policy::Careful,
    Policy::Expert,
];

fn told(scenario: &Arc<Scenario>, policy: Policy, seed: u64) -> Debrief {
    let run = play(scenario, &Settings { seed, ..Settings::default() }, policy, Rubric::shipped());
    Debrief::of(scenario, Rubric::shipped(), ActCatalogue::shipped(), true, &run.events)
}

/// The act that an observation is about.
fn act(reason: Reason) -> Option<ActIx> {
    match reason {
        Reason::Did(act) | Reason::Answered(_, act) | Reason::SpokeUp(_, act) | Reason::Opened(act, _) => Some(act),
        Reason::InOrder { did, .. } => Some(did),
        _ => None,
    }
}

fn wrong_entry(one: &Evidence) -> Option<(u32, NodeIx, Option<u8>)> {
    let Reason::Wrote(Some(Found { fault, .. })) = one.reason else { return None };
    (!fault.is_slight()).then_some((one.turn, one.node, one.chosen))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_wrong_entry_of_a_paper_earns_nothing_anywhere(seed: u64, policy in prop::sample::select(&POLICIES[..])) {
        for scenario in shipped() {
            let debrief = told(&scenario, policy, seed);
            let wrong: Vec<_> = debrief.assessment.evidence.iter().filter_map(wrong_entry).collect();
            let author = |one: &Evidence| {
                let entry = one.chosen.and_then(|at| scenario.option(one.node, at));
                let own = scenario.task(one.node).and_then(|task| Some((task, one.chosen?)));
                let said = own.and_then(|(task, at)| task.form.entry(at)).map_or(0, |entry| entry.said);
                let acts = entry.map_or(&[][..], |entry| &entry.acts[..]);
                act(one.reason).is_some_and(|act| acts.iter().take(said).any(|one| one.kind == act))
            };
            for one in &debrief.assessment.evidence {
                let there = wrong.contains(&(one.turn, one.node, one.chosen));
                // A result that is right on one claim may be wrong on another, and what comes first is no matter of what it says.
                let order = matches!(Rubric::shipped()[one.criterion].rule, Rule::Order(_));
                let decided = order || matches!(one.reason, Reason::Decided(_));
                prop_assert!(!there || one.points() == Milli(0) || decided || author(one), "{} {one:?}", scenario.id);
            }
        }
    }

    #[test]
    fn what_was_not_taken_in_is_no_whole_hit(seed: u64, policy in prop::sample::select(&POLICIES[..])) {
        for scenario in shipped() {
            let debrief = told(&scenario, policy, seed);
            for one in debrief.assessment.evidence.iter().filter(|one| one.verdict == Verdict::Hit) {
                let (Some(act), Some(turn)) = (act(one.reason), debrief.turn(one.turn)) else { continue };
                let mut met = turn.acts.iter().filter(|landed| landed.act.kind == act).peekable();
                let heard = met.peek().is_none() || met.any(|landed| {
                    !matches!(landed.effect, ActEffect::NotTakenIn | ActEffect::NeverSaid | ActEffect::OutOfPlace(_))
                });
                prop_assert!(heard, "{} turn {} {}: {one:?}", scenario.id, one.turn, ActCatalogue::shipped()[act].name);
            }
        }
    }

    #[test]
    fn what_is_praised_was_no_miss_by_any_measure(seed: u64, policy in prop::sample::select(&POLICIES[..])) {
        for scenario in shipped() {
            let debrief = told(&scenario, policy, seed);
            let found = &debrief.assessment;
            for at in &debrief.plus {
                let turn = found.evidence[*at].turn;
                let all = found.evidence.iter().chain(&found.self_regulation);
                let missed: Vec<_> = all.filter(|one| one.turn == turn && one.verdict == Verdict::Miss).collect();
                prop_assert!(missed.is_empty(), "{} turn {turn}: {missed:?}", scenario.id);
                prop_assert!(found.critical.iter().all(|one| one.turn != turn));
            }
        }
    }
}

/// “Stay silent” for a mirrored apology here and a mirrored apology for silence there help nobody.
#[test]
fn of_two_options_only_one_is_ever_the_better() {
    for scenario in shipped() {
        let mut better: BTreeSet<(u16, u8, u8)> = BTreeSet::new();
        for policy in POLICIES {
            for seed in 0..40 {
                for one in told(&scenario, policy, seed).assessment.evidence {
                    // What a matter, a claim or the response ladder calls for is known by rule, not weighed.
                    if matches!(
                        one.reason,
                        Reason::Step(_) | Reason::Decided(_) | Reason::LedAstray(_) | Reason::Ladder { .. }
                    ) {
                        continue;
                    }
                    if let (Some(chosen), Some(than)) = (one.chosen, one.better)
                        && scenario.task(one.node).is_none()
                    {
                        better.insert((one.node.0, chosen, than));
                    }
                }
            }
        }
        assert!(!better.is_empty());
        for (node, one, other) in &better {
            let name = &scenario.nodes[usize::from(*node)].id;
            let ids = [one, other].map(|at| scenario.option(NodeIx(*node), *at).map(|option| option.id.clone()));
            assert!(!better.contains(&(*node, *other, *one)), "{} {name}: {ids:?} both ways", scenario.id);
        }
    }
}

/// A date that cannot hold is judged on the paper, and neither by half nor a second time as *a date*.
#[test]
fn a_date_that_is_late_is_judged_once() {
    let mut seen = 0;
    for scenario in shipped() {
        for seed in 0..60 {
            let debrief = told(&scenario, Policy::Random, seed);
            let rubric = Rubric::shipped();
            let late = |one: &&Evidence| rubric[one.criterion].id == "written-time" && wrong_entry(one).is_some();
            for wrong in debrief.assessment.evidence.iter().filter(late) {
                seen += 1;
                let same = |one: &&Evidence| {
                    rubric[one.criterion].id == "date" && one.turn == wrong.turn && one.chosen == wrong.chosen
                };
                let again = debrief.assessment.evidence.iter().find(same);
                assert!(again.is_none(), "{} {again:?}", scenario.id);
            }
        }
    }
    assert!(seen > 0, "no wrong date was written");
}

#[test]
fn only_what_goes_to_the_visitor_is_a_written_notice() {
    let papers = &PaperCatalogue::shipped().papers;
    let inside: Vec<&str> = papers.iter().filter(|one| !one.to_visitor).map(|one| one.id.as_str()).collect();
    assert_eq!(
        inside,
        ["registration-form", "mediation-record", "transfer-form", "site-visit-record", "callback-note"]
    );
    let rubric = Rubric::shipped();
    let paper = rubric.find("paper").unwrap();
    for scenario in shipped() {
        for policy in POLICIES {
            for seed in 0..20 {
                let debrief = told(&scenario, policy, seed);
                for hit in debrief.assessment.evidence.iter().filter(|one| one.criterion == paper && one.points().0 > 0)
                {
                    let given = debrief.turn(hit.turn).map_or(&[][..], |turn: &Turn| &turn.papers);
                    assert!(given.iter().any(|paper| papers[paper.at()].to_visitor), "{} {hit:?}", scenario.id);
                }
            }
        }
    }
}

#[test]
fn an_order_is_what_orders() {
    let orders: Vec<&str> = (ActCatalogue::shipped().iter())
        .filter(|(_, act)| act.opening == Some(Opening::Order))
        .map(|(_, act)| act.name.as_str())
        .collect();
    assert_eq!(orders, ["OrderAround", "PressToSign"], "to belittle a feeling orders nothing");
}

#[test]
fn not_once_and_every_time_are_said_where_they_are_true() {
    for (milli, level) in [(0, 1), (1, 2), (399, 2), (400, 3), (500, 3), (699, 3), (700, 4), (999, 4), (1000, 5)] {
        assert_eq!(Milli(milli).level(), level, "{milli}");
    }
    let absolute = [
        (
            Locale::ZhCn,
            &["一回也", "没有一", "每一", "每次", "次次", "回回", "件件", "步步", "处处", "项项", "样样"][..],
        ),
        (Locale::En, &["not once", "every", "never", "always", "each time", "no visit", "nowhere"][..]),
    ];
    for criterion in &Rubric::shipped().criteria {
        for (locale, words) in absolute {
            for level in 2..=4 {
                let text = anchor(criterion, level, locale).unwrap().to_lowercase();
                let found = words.iter().find(|word| text.contains(**word));
                assert!(found.is_none(), "{} {level}: {text} says {found:?} of what is seen at times", criterion.id);
            }
        }
    }
}

/// “Brush them off” must not be advised for later, only because the feeling should have come first.
#[test]
fn what_is_wrong_in_itself_is_not_told_to_come_later() {
    let rubric = Rubric::shipped();
    let wrong = |act: ActIx| rubric.criteria.iter().any(|one| one.rule.misses_offend() && one.miss.contains(act));
    let later = [(Locale::ZhCn, &["晚一步不迟", "，再“"][..]), (Locale::En, &["can wait", ", then “"][..])];
    let mut seen = 0;
    for scenario in shipped() {
        for policy in [Policy::Stonewaller, Policy::Lecturer, Policy::Bully] {
            for seed in 0..10 {
                let debrief = told(&scenario, policy, seed);
                for (locale, words) in later {
                    let all =
                        explain_all(&scenario, rubric, ActCatalogue::shipped(), None, &debrief.assessment, locale);
                    for (one, told) in debrief.assessment.evidence.iter().zip(all.evidence) {
                        let Reason::OutOfOrder { did, .. } = one.reason else { continue };
                        let found = words.iter().find(|word| told.sentence.contains(**word));
                        assert!(!wrong(did) || found.is_none(), "{}", told.sentence);
                        seen += usize::from(wrong(did));
                    }
                }
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

/// Who gave a word back is not advised to give a word back.
#[test]
fn nobody_is_advised_to_do_what_they_did_well() {
    let rubric = Rubric::shipped();
    let mut seen = 0;
    for scenario in shipped() {
        for policy in POLICIES {
            for seed in 0..12 {
                let debrief = told(&scenario, policy, seed);
                let evidence = &debrief.assessment.evidence;
                let all =
                    explain_all(&scenario, rubric, ActCatalogue::shipped(), None, &debrief.assessment, Locale::ZhCn);
                for (one, told) in evidence.iter().zip(all.evidence) {
                    let (Some(doing), None, Some(better)) = (act(one.reason), one.better, told.better) else {
                        continue;
                    };
                    let name = &ActCatalogue::shipped()[doing].name;
                    let well = |other: &&Evidence| {
                        other.turn == one.turn && other.verdict == Verdict::Hit && act(other.reason) == Some(doing)
                    };
                    let praised = evidence.iter().find(well);
                    assert!(one.verdict == Verdict::Miss || praised.is_none(), "{} {name}: {better}", scenario.id);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20, "{seen}");
}
