//! An arc that stays alive: what is sore stirs again by itself, a slip costs and is no explosion, and a peak is seen.

use crate::stage::{self, Beat, Do, FACT, PAIN, play};
use calmdesk::authoring::library;
use calmdesk::feedback::debrief::Debrief;
use calmdesk::rehearsal::{self, Policy};
use calmdesk::rubric::{Rubric, Standing};
use calmdesk::scenario::model::Scenario;
use calmdesk::session::{Event, Projection, Settings};
use calmdesk::visitor::Mind;
use calmdesk::vocabulary::{ActCatalogue, VisitorIx};
use std::sync::Arc;

/// Those in which each visit is a meeting with somebody who is hurt; in Twelve Years one is a morning in an archive.
const SHIPPED: [&str; 3] = ["noise-upstairs", "collective-wages", "demolition-report"];
/// One step of the gauge, in thousandths.
const STEP: i16 = 125;

fn scenario(id: &str) -> Arc<Scenario> {
    library::find(id).unwrap().scenario().unwrap().clone()
}

/// The largest rise of anybody's tension from a low to a later high, visit by visit.
fn rises(scenario: &Scenario, events: &[Event]) -> Vec<i16> {
    let mut visits = Vec::new();
    let mut low = vec![i16::MAX; scenario.visitors.len()];
    for event in events {
        match *event {
            Event::VisitBegan { .. } => {
                visits.push(0);
                low.fill(i16::MAX);
            }
            Event::Felt { who, state } => {
                let (tension, low) = (state.tension(), &mut low[who.at()]);
                let largest = visits.last_mut().expect("a visit began");
                *largest = (*largest).max(tension.saturating_sub(*low));
                *low = tension.min(*low);
            }
            _ => {}
        }
    }
    visits
}

#[test]
fn in_a_good_session_each_visit_rises_by_a_step_at_least_once() {
    for id in SHIPPED {
        let scenario = scenario(id);
        for policy in [Policy::Expert, Policy::Careful] {
            let mut good = 0;
            for seed in 0..16 {
                let run =
                    rehearsal::play(&scenario, &Settings { seed, ..Settings::default() }, policy, Rubric::shipped());
                if run.assessment.standing(Rubric::shipped().pass, true) != Standing::Passed {
                    continue;
                }
                // Who was let down comes back as angry as one can be: that may pass, and is not good.
                if run.events.iter().any(|event| matches!(event, Event::PromiseBroken { .. })) {
                    continue;
                }
                good += 1;
                let rises = rises(&scenario, &run.events);
                println!("{id} {} {seed}: {rises:?}", policy.name());
                assert!(rises.iter().all(|rise| *rise >= STEP), "{id} {} {seed}: {rises:?}", policy.name());
                if policy == Policy::Expert {
                    assert!(!run.events.iter().any(|event| matches!(event, Event::Outburst { .. })), "{id} {seed}");
                }
            }
            assert!(good >= 2, "{id} {}: {good} good sessions", policy.name());
        }
    }
}

fn tension(mind: &Mind) -> i16 {
    mind.snapshot().tension()
}

#[test]
fn one_careless_sentence_after_twelve_good_turns_is_a_flare_and_no_explosion() {
    const GOOD: [Beat; 24] = {
        let heard = Do("MirrorWords(\"寒心\"), InviteMore");
        let told = Do("Paraphrase, NameDate");
        let mut turns = [
            PAIN,
            heard,
            FACT,
            told,
            FACT,
            Do("OfferChoice, NameBody"),
            PAIN,
            Do("NameFeeling"),
            FACT,
            told,
            FACT,
            Do("Summarise"),
            PAIN,
            heard,
            FACT,
            told,
            FACT,
            Do("Verify, CheckUnderstanding"),
            PAIN,
            Do("TakePerspective"),
            FACT,
            told,
            FACT,
            Do("Summarise"),
        ];
        turns[23] = Do("CheckUnderstanding");
        turns
    };
    // One act, or two in one sentence.
    let one = ["NegateEmotion", "Belittle", "Accuse"].map(|acts| (acts, 3 * STEP));
    let two = ["NegateEmotion, OrderAround", "Belittle, SayWhatMore"].map(|acts| (acts, 4 * STEP));
    for (careless, most) in one.into_iter().chain(two) {
        let (mut flared, mut all) = (0, 0);
        for (persona, seed) in stage::people() {
            let script: Vec<Beat> = GOOD.into_iter().chain([FACT, Do(careless)]).collect();
            let played = play(ActCatalogue::shipped(), &script, &[persona], seed);
            let (before, after) = (played.at(script.len() - 1), played.end());
            let (low, high) = (tension(before), tension(after));
            assert_eq!(played.outbursts, 0, "{careless}: {persona:?}");
            assert!(high - low <= most + STEP, "{careless}: {low} to {high}, {persona:?}");
            let costs = after.trust <= before.trust - 0.03;
            flared += usize::from((STEP / 2..=most).contains(&(high - low)) && costs);
            all += 1;
        }
        println!("{careless}: {flared} of {all}");
        assert!(flared * 100 >= all * 90, "{careless}: {flared} of {all}");
    }
}

#[test]
fn the_curve_keeps_every_peak_that_happened() {
    let scenario = scenario(SHIPPED[0]);
    let run =
        rehearsal::play(&scenario, &Settings { seed: 2, ..Settings::default() }, Policy::Expert, Rubric::shipped());
    let debrief = Debrief::of(&scenario, Rubric::shipped(), ActCatalogue::shipped(), true, &run.events);
    for (at, _) in scenario.visitors.iter().enumerate() {
        let who = VisitorIx(at as u16);
        let felt = run.events.iter().filter_map(|event| match event {
            Event::Felt { who: one, state } if *one == who => Some(state.tension()),
            _ => None,
        });
        let curve = debrief.curves.iter().find(|curve| curve.who == who).map_or(&[][..], |curve| &curve.points);
        assert_eq!(curve.iter().map(|point| point.tension).max(), felt.max());
        // Told by the visitor, answered by the trainee: up and down again within a turn.
        let peaks = curve.windows(3).filter(|three| three[1].tension > three[0].tension.max(three[2].tension) + 20);
        assert!(curve.is_empty() || peaks.count() > 0, "{who:?}: no peak");
    }
}

/// Whoever looks up when it is their turn again still sees that somebody has just exploded.
#[test]
fn the_gauge_shows_an_outburst_that_happened() {
    let mut seen = Vec::new();
    for id in SHIPPED {
        let scenario = scenario(id);
        for (policy, seed) in
            [Policy::Bully, Policy::Stonewaller].into_iter().flat_map(|one| (0..4).map(move |n| (one, n)))
        {
            let settings = Settings { seed, ..Settings::default() };
            let run = rehearsal::play(&scenario, &settings, policy, Rubric::shipped());
            let mut now = Projection::new(&scenario);
            let mut burst = false;
            for event in &run.events {
                now.take(&scenario, event);
                match event {
                    Event::Outburst { .. } => burst = true,
                    Event::VisitBegan { .. } => burst = false,
                    Event::Offered { .. } | Event::Laid { .. } if std::mem::take(&mut burst) => {
                        seen.push((now.tension(&scenario), id, policy, seed));
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(seen.len() >= 10, "only {} outbursts", seen.len());
    let least = seen.iter().min_by_key(|one| one.0).expect("there are some");
    println!("{} outbursts, least {least:?}", seen.len());
    assert!(least.0 >= 4 * STEP, "{least:?}");
}
