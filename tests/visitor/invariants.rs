//! What can never happen to a visitor, whatever is done: quantities out of range, order or step size that matters.

use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{ResolvedMove, Session, Settings};
use calmdesk::visitor::appraisal::{self, ActContext};
use calmdesk::visitor::{Mind, Persona, Room, Saying, sore_points};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::BearingSet;
use calmdesk::vocabulary::Pause;
use calmdesk::vocabulary::VisitorIx;
use calmdesk::vocabulary::{Cue, Manner};
use calmdesk::vocabulary::{FEELINGS, NEEDS, Need};
use proptest::prelude::*;

/// Any persona a scenario can write, at the edges too.
fn persona() -> impl Strategy<Value = Persona> {
    let share = || prop_oneof![4 => 0.0..=1.0f64, 1 => Just(0.0), 1 => Just(1.0)];
    let signed = || prop_oneof![4 => -1.0..=1.0f64, 1 => Just(-1.0), 1 => Just(1.0)];
    (
        prop::array::uniform7(share()),
        prop::array::uniform5(signed()),
        prop::array::uniform7(share()),
        (0.3..=1.0f64, share(), share(), share(), signed(), share()),
        any::<u64>(),
    )
        .prop_map(|(needs, traits, arrives_with, (breaking, shows, masks, open, trust, pressure), seed)| {
            let persona = Persona {
                needs,
                traits,
                arrives_with,
                breaking_point: breaking,
                expressiveness: shows,
                masking: masks,
                openness: open,
                trust,
                arrives_under_pressure: pressure,
                ..Persona::default()
            };
            persona.varied(seed, 0)
        })
}

#[derive(Clone, Copy, Debug)]
enum Blow {
    Act(u16, u8),
    Tick(f64),
    Cut(f64),
    Heard(bool),
    Over,
    Pause(u8, f64),
    Night(u16, bool),
    Kept,
    Broken(bool),
    Told(u8),
    Colleague(bool),
    ToldOn,
    Sore(bool),
    Comes,
}

fn blow() -> impl Strategy<Value = Blow> {
    prop_oneof![
        12 => (0..ActCatalogue::shipped().len() as u16, any::<u8>()).prop_map(|(act, moment)| Blow::Act(act, moment)),
        4 => (0.0..600.0f64).prop_map(Blow::Tick),
        2 => (0.0..=1.0f64).prop_map(Blow::Cut),
        2 => any::<bool>().prop_map(Blow::Heard),
        1 => Just(Blow::Over),
        1 => (0..4u8, 0.0..1e6f64).prop_map(|(kind, seconds)| Blow::Pause(kind, seconds)),
        1 => (0..=u16::MAX, any::<bool>()).prop_map(|(days, heard)| Blow::Night(days, heard)),
        1 => Just(Blow::Kept),
        1 => any::<bool>().prop_map(Blow::Broken),
        1 => any::<u8>().prop_map(Blow::Told),
        1 => any::<bool>().prop_map(Blow::Colleague),
        1 => Just(Blow::ToldOn),
        2 => any::<bool>().prop_map(Blow::Sore),
        1 => Just(Blow::Comes),
    ]
}

fn suffer(mind: &mut Mind, blow: Blow) {
    let acts = ActCatalogue::shipped();
    match blow {
        Blow::Act(act, bits) => {
            let bit = |at: u8| bits >> at & 1 == 1;
            let moment = ActContext {
                addressed: bit(0),
                pain_open: bit(1),
                question_open: bit(2),
                word_said: bit(3),
                booked: bit(4),
                wordless: bit(5),
                row: u8::from(bit(7)) * 3,
                bearings: if bit(6) { BearingSet::all() } else { BearingSet::empty() },
                empty: bit(6),
            };
            let (ix, kind) = acts.iter().nth(usize::from(act)).expect("an act");
            appraisal::appraise(mind, kind, ix.at(), moment);
        }
        Blow::Tick(seconds) => mind.tick(seconds),
        Blow::Cut(unsaid) => appraisal::interrupted(mind, unsaid),
        Blow::Heard(stirred) => appraisal::spoke_out(mind, stirred),
        Blow::Over => appraisal::stepped_over(mind),
        Blow::Pause(kind, seconds) => {
            let kinds = [Pause::AfterPain, Pause::AfterQuestion, Pause::Breath, Pause::Hesitation];
            appraisal::paused(mind, kinds[usize::from(kind)], seconds);
        }
        Blow::Night(days, heard) => mind.sleep_on(days, heard),
        Blow::Kept => appraisal::promise_kept(mind),
        Blow::Broken(within) => appraisal::promise_broken(mind, within),
        Blow::Told(times) => appraisal::recalls_deflections(mind, times),
        Blow::Colleague(here) => {
            if here {
                appraisal::hears_careless(mind)
            } else {
                appraisal::recalls_careless(mind)
            }
        }
        Blow::ToldOn => appraisal::hears_of_leak(mind),
        Blow::Sore(loud) => {
            let manner = if loud { Manner::Shouting } else { Manner::Crying };
            sore_points::tells(mind, Saying { manner, cues: &[Cue::Vent, Cue::Privacy, Cue::Vulnerable] });
        }
        Blow::Comes => appraisal::remembers(mind),
    }
    mind.breaks_out();
}

fn in_range(mind: &Mind) -> bool {
    let share = |value: f64| (0.0..=1.0).contains(&value);
    let signed = |value: f64| (-1.0..=1.0).contains(&value);
    mind.feelings.iter().all(|value| share(*value))
        && mind.needs.iter().chain(&mind.mood).all(|value| signed(*value))
        && signed(mind.trust)
        && share(mind.pressure)
        && share(mind.heat())
        && share(mind.intake())
        && share(mind.mask())
}

fn bits(mind: &Mind) -> Vec<u64> {
    let all = mind.feelings.iter().chain(&mind.needs).chain(&mind.mood).chain([&mind.trust, &mind.pressure]);
    all.map(|value| value.to_bits()).collect()
}

/// Fifty blows again and again, two hundred times over: ten thousand.
const ROUNDS: usize = 200;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ten_thousand_blows_keep_every_quantity_in_range(persona in persona(), blows in prop::collection::vec(blow(), 50)) {
        let mut mind = Mind::new(persona);
        prop_assert!(in_range(&mind));
        for round in 0..ROUNDS {
            for blow in &blows {
                suffer(&mut mind, *blow);
                prop_assert!(in_range(&mind), "round {round}, {blow:?}: {mind:?}");
            }
        }
    }

    #[test]
    fn the_same_blows_give_the_same_bits(persona in persona(), blows in prop::collection::vec(blow(), 200)) {
        let run = || {
            let mut mind = Mind::new(persona);
            blows.iter().for_each(|blow| suffer(&mut mind, *blow));
            bits(&mind)
        };
        prop_assert_eq!(run(), run());
    }

    #[test]
    fn ten_seconds_are_ten_times_one(persona in persona(), blows in prop::collection::vec(blow(), 20)) {
        let mut at_once = Mind::new(persona);
        blows.iter().for_each(|blow| suffer(&mut at_once, *blow));
        let mut in_steps = at_once;
        at_once.tick(10.0);
        (0..10).for_each(|_| in_steps.tick(1.0));
        let far = bits(&at_once).iter().zip(bits(&in_steps)).map(|(a, b)| (f64::from_bits(*a) - f64::from_bits(b)).abs()).fold(0.0, f64::max);
        prop_assert!(far < 1e-9, "{far}");
    }

    #[test]
    fn contagion_stays_in_bounds_and_does_not_ask_who_comes_first(
        people in prop::collection::vec(persona(), 2..=30),
        speaker in any::<prop::sample::Index>(),
        seconds in prop_oneof![0.0..60.0f64, Just(1e6)],
        shift in any::<prop::sample::Index>(),
        rounds in 1..20usize,
    ) {
        let n = people.len();
        let speaker = speaker.index(n);
        let mut minds: Vec<Mind> = people.iter().copied().map(Mind::new).collect();
        // The same seating, written down in another order; and the row seen from its other end.
        let shift = shift.index(n);
        let turned: Vec<usize> = (0..n).map(|at| (at + shift) % n).collect();
        let mut others: Vec<Mind> = turned.iter().map(|at| minds[*at]).collect();
        let seats: Vec<VisitorIx> = (0..n).map(|at| VisitorIx(at as u16)).collect();
        let back = |at: usize| VisitorIx(turned.iter().position(|other| *other == at).expect("everybody is there") as u16);
        let mut room = Room::new(&seats);
        let mut mirrored = Room::new(&(0..n).rev().map(back).collect::<Vec<_>>());
        for _ in 0..rounds {
            room.spread(&mut minds, Some(seats[speaker]), seconds);
            mirrored.spread(&mut others, Some(back(speaker)), seconds);
        }
        for (at, mind) in minds.iter().enumerate() {
            prop_assert!(in_range(mind));
            let other = &others[back(at).at()];
            for feeling in 0..FEELINGS {
                prop_assert!((mind.feelings[feeling] - other.feelings[feeling]).abs() < 1e-9);
            }
        }
        // Needs, trust and pressure are nobody else's.
        for (mind, persona) in minds.iter().zip(&people) {
            prop_assert_eq!(mind.needs, [0.0; NEEDS]);
            prop_assert_eq!(mind.trust, persona.trust);
        }
    }

    #[test]
    fn a_session_varies_nobody_out_of_range(persona in persona(), seed in any::<u64>(), who in 0..30u64) {
        let varied = persona.varied(seed, who);
        prop_assert!(in_range(&Mind::new(varied)));
        prop_assert!((0.3..=1.0).contains(&varied.breaking_point));
        prop_assert!(varied.half_lives.iter().all(|half_life| *half_life > 1.0));
    }
}

/// Two neighbours on two days; on the first, the second one's secret is told to the first.
fn told_behind_the_back(acts: &str) -> Mind {
    let text = format!(
        r#"Scenario(title: "两家", plays_on: "2026-03-09",
        visitors: {{ "li": (name: "李"), "zhou": (name: "周") }},
        visits: {{ "one": (title: "李来", present: ["li"], start: "a"), "two": (title: "周来", present: ["zhou"], start: "d") }},
        nodes: {{
            "a": Line(who: "li", say: "他家到底怎么回事？", then: "b"),
            "b": OrderedChoice([(say: "……", acts: [{acts}], then: "c"), (say: "…", acts: [Nod], then: "c")]),
            "c": TimePasses(days: 1, say: "第二天。", visit: "two"),
            "d": Line(who: "zhou", say: "我来问问。", then: "e"),
            "e": OrderedChoice([(say: "……", acts: [], then: "f"), (say: "…", acts: [Nod], then: "f")]),
            "f": End(outcome: Partial, title: "完", say: "完。"),
        }})"#
    );
    let loaded = load(&SourceBundle::of_text("two", text));
    assert_eq!(loaded.errors(), 0, "{:#?}", loaded.diagnostics);
    let mut events = Vec::new();
    let mut session = Session::begin(loaded.scenario.expect("no errors"), Settings::default(), &mut events);
    session.take(ResolvedMove::Choose { option: 0, wait_ms: 20_000 }, &mut events);
    *session.mind(VisitorIx(1)).expect("the second visitor")
}

#[test]
fn a_secret_told_behind_somebodys_back_reaches_them_by_the_next_visit() {
    let (told, own, not) =
        (told_behind_the_back("Leak(\"zhou\")"), told_behind_the_back("Leak"), told_behind_the_back(""));
    assert!(told.trust < not.trust - 0.05, "{} {}", told.trust, not.trust);
    assert!(told.needs[Need::Safety as usize] < not.needs[Need::Safety as usize] - 0.1);
    // Somebody else's secret is nothing to them.
    assert_eq!((own.trust, own.needs), (not.trust, not.needs));
}
