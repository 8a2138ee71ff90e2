//! Gestures are answers: each fits or not, and none calms what has not been heard.

use crate::stage;
use calmdesk::locale::Texts;
use calmdesk::scenario::model::Scenario;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Event, ResolvedMove, Session, Settings};
use calmdesk::visitor::{Mind, Persona};
use calmdesk::vocabulary::acts::Takes;
use calmdesk::vocabulary::{ActCatalogue, ActEffect, ActIx, Bearing, Feeling, Locale, Misfit, VisitorIx};
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::sync::Arc;

fn scenario(manner: &str, cues: &str) -> Arc<Scenario> {
    let text = format!(
        r#"Scenario(title: "试", plays_on: "2026-03-09", facts: {{ "hours": "夜里" }}, visitors: {{ "v": (name: "某人") }},
        nodes: {{
            "a": Line(who: "v", say: "跑了三个月，没有一个准话，寒心。", manner: {manner}, cues: [{cues}]),
            "b": OrderedChoice([(id: "a", say: "您说。", acts: [InviteMore]), (id: "b", say: "……", acts: [])]),
            "c": Line(who: "v", say: "夜里十一点到一点。", cues: [Fact("hours")]),
            "d": OrderedChoice([(id: "a", say: "…", acts: []), (id: "b", say: "……", acts: [InviteMore])]),
            "e": End(outcome: Partial, title: "完", say: "完。"),
        }})"#
    );
    let loaded = load(&SourceBundle::of_text("gestures", text.as_str()));
    assert_eq!(loaded.errors(), 0, "{text}\n{:#?}", loaded.diagnostics);
    loaded.scenario.expect("no errors, so a scenario")
}

fn begin(scenario: &Arc<Scenario>, persona: Persona, seed: u64) -> Session {
    let mut scenario = Arc::clone(scenario);
    Arc::make_mut(&mut scenario).visitors[0].persona = persona;
    Session::begin(scenario, Settings { seed, ..Settings::default() }, &mut Vec::new())
}

fn mind(session: &Session) -> Mind {
    *session.mind(VisitorIx(0)).expect("the visitor")
}

fn row() -> Vec<ActIx> {
    ActCatalogue::shipped().gestures().map(|(ix, _)| ix).collect()
}

/// What the last gesture came to.
fn gesture(session: &mut Session, act: &str) -> ActEffect {
    let act = ActCatalogue::shipped().find(act).expect("it ships");
    let mut events = Vec::new();
    session.take(ResolvedMove::Gesture { act, wait_ms: 300 }, &mut events);
    let effect = events.iter().find_map(|event| match event {
        Event::Acted { effect, .. } => Some(*effect),
        _ => None,
    });
    effect.expect("it was done")
}

#[test]
fn no_set_of_gestures_calms_before_a_word_what_waiting_would_not() {
    let lines = [
        scenario("Plain", r#"Feeling("寒心"), Vent"#),
        scenario("Shouting", r#"Insult, Vent"#),
        scenario("Crying", r#"Feeling("寒心")"#),
        scenario("Plain", r#"Fact("hours")"#),
        scenario("Plain", "Question"),
    ];
    let (mut met, mut stirred) = (0, 0);
    for (persona, seed) in stage::people() {
        for (at, line) in lines.iter().enumerate() {
            let mut dice = ChaCha8Rng::seed_from_u64(seed * 10 + at as u64);
            // All eight in two seconds, and any set in any order at any pace.
            for all in [true, false] {
                let mut session = begin(line, persona, seed);
                let mut waited = mind(&session);
                let mut set = row();
                set.shuffle(&mut dice);
                let many = if all { set.len() } else { dice.random_range(1..=set.len() as u32) as usize };
                for act in set.into_iter().take(many) {
                    let wait_ms = if all { 250 } else { dice.random_range(0..9000) };
                    session.take(ResolvedMove::Gesture { act, wait_ms }, &mut Vec::new());
                    waited.tick(f64::from(wait_ms) / 1000.0);
                    let (anger, left) = (mind(&session).feeling(Feeling::Anger), waited.feeling(Feeling::Anger));
                    assert!(anger >= 0.9 * left, "{persona:?}, line {at}: {anger} of {left}");
                    // Fuss may be the last straw; what an outburst lets out is no calm.
                    let burst = mind(&session).outbursts > 0;
                    assert!(burst || mind(&session).pressure >= 0.9 * waited.pressure, "{persona:?}, line {at}");
                    stirred += usize::from(left > 0.1);
                    met += 1;
                }
            }
        }
    }
    assert!(met > 2000 && stirred > 1000, "{met} gestures, {stirred} of them to somebody angry");
}

#[test]
fn what_fits_one_is_out_of_place_with_another() {
    let plain = Persona::default();
    let after = |manner: &str, cues: &str, act: &str| gesture(&mut begin(&scenario(manner, cues), plain, 1), act);
    let misfit = |bearing| ActEffect::OutOfPlace(Misfit::While(bearing));
    assert_eq!(after("Shouting", "Vent", "OfferWater"), misfit(Bearing::Shouting));
    assert_eq!(after("Quiet", r#"Fact("hours")"#, "OfferWater"), ActEffect::Landed);
    assert_eq!(after("Trembling", "Privacy", "EyeContact"), misfit(Bearing::Frightened));
    assert_eq!(after("Crying", r#"Feeling("寒心")"#, "TakeNotes"), misfit(Bearing::InTears));
    let tissue = after("Crying", r#"Feeling("寒心")"#, "OfferTissue");
    assert!(matches!(tissue, ActEffect::Landed | ActEffect::TooSoon), "{tissue:?}");
    let none = after("Plain", r#"Fact("hours")"#, "OfferTissue");
    assert_eq!(none, ActEffect::OutOfPlace(Misfit::Without(Bearing::InTears)));
    assert_eq!(after("Plain", "Question", "Nod"), misfit(Bearing::Asking));
    assert_eq!(after("Plain", "Risk(Weapon)", "OfferWater"), misfit(Bearing::Armed));
}

#[test]
fn the_third_gesture_without_a_word_is_fuss_and_hurts() {
    let mut session = begin(&scenario("Quiet", r#"Fact("hours")"#), Persona::default(), 1);
    let effects = ["Greet", "OfferSeat", "OfferWater", "Nod"].map(|act| gesture(&mut session, act));
    let fuss = ActEffect::OutOfPlace(Misfit::Fuss);
    assert_eq!(effects, [ActEffect::Landed, ActEffect::Landed, fuss, fuss]);
    let before = mind(&session);
    assert_eq!(gesture(&mut session, "QuietRoom"), fuss);
    let after = mind(&session);
    assert!(after.pressure > before.pressure && after.trust < before.trust, "{before:?} {after:?}");
    // A word between them, and it is no row.
    let left = session.speech_ends_ms().saturating_sub(session.clock_ms()) as u32;
    session.take(ResolvedMove::Choose { option: 0, wait_ms: left + 1000 }, &mut Vec::new());
    assert_eq!(gesture(&mut session, "Nod"), ActEffect::Landed);
    assert_eq!(gesture(&mut session, "Greet"), ActEffect::OutOfPlace(Misfit::While(Bearing::SpokenTo)));
}

#[test]
fn a_glass_of_water_calms_who_has_been_heard() {
    let mut calmed = (0, 0);
    for (mut persona, seed) in stage::people() {
        persona.arrives_with[Feeling::Anger as usize] = 0.4;
        persona.masking = 0.0;
        let (mut heard, mut unheard) = [0u8, 1]
            .map(|option| {
                let mut session = begin(&scenario("Plain", r#"Feeling("寒心"), Vent"#), persona, seed);
                let left = session.speech_ends_ms().saturating_sub(session.clock_ms()) as u32;
                session.take(ResolvedMove::Choose { option, wait_ms: left + 1000 }, &mut Vec::new());
                session
            })
            .into();
        let drop = |session: &mut Session| {
            let before = mind(session).feeling(Feeling::Anger);
            gesture(session, "OfferWater");
            (before - mind(session).feeling(Feeling::Anger)) / before.max(1e-9)
        };
        calmed.0 += usize::from(drop(&mut heard) > drop(&mut unheard) + 0.02);
        calmed.1 += 1;
    }
    assert!(calmed.0 * 100 >= calmed.1 * 95, "{calmed:?}");
}

#[test]
fn every_misfit_of_the_catalogue_is_said_in_both_languages() {
    let acts = ActCatalogue::shipped();
    for (ix, _) in acts.gestures() {
        assert_eq!(acts[ix].takes, Takes::Nothing);
        let fit = acts[ix].fit;
        let whys = fit.not_when.iter().map(Misfit::While).chain(fit.only_when.iter().map(Misfit::Without));
        for why in whys.chain([Misfit::Fuss]) {
            let said = Locale::ALL.iter().all(|locale| locale.find(&why.text_id(), None).is_some());
            assert!(said, "{}", why.text_id());
        }
    }
}
