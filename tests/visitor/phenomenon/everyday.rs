//! The everyday expectations of `expectations.rs`, seen in people after a turn at the desk.

use super::Cast;
use super::expectations::{BETTER, EXPECTATIONS, Expectation, Kind, When};
use crate::stage::{Beat, Do, FACT, PAIN, Played, ease, feels, need};
use calmdesk::visitor::{Mind, Persona};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::acts::{Group, Takes};
use calmdesk::vocabulary::{Feeling, Need};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Share of people who must show it.
const SHARE: f64 = 0.95;
/// What counts as a difference at all.
const SOME: f64 = 1e-6;

/// What each kind wants, how it shows that they got it, and how that they did not.
fn signature(kind: Kind) -> (Need, &'static [Feeling], &'static [Feeling]) {
    use Feeling::{Anger, Disappointment, Distress, Fear, Gratitude, Hope, Relief};
    match kind {
        Kind::Unheard => (Need::Voice, &[Relief], &[Anger, Distress]),
        Kind::Slighted => (Need::Respect, &[Gratitude, Relief], &[Anger]),
        Kind::Wronged => (Need::Fairness, &[Hope], &[Anger, Disappointment]),
        Kind::Unsure => (Need::Clarity, &[Hope, Relief], &[Fear, Distress]),
        Kind::Powerless => (Need::Control, &[Relief, Hope], &[Fear, Anger]),
        Kind::Afraid => (Need::Safety, &[Relief], &[Fear]),
        Kind::EmptyHanded => (Need::Remedy, &[Hope], &[Disappointment, Distress]),
    }
}

fn kind(name: &str) -> Kind {
    [Kind::Unheard, Kind::Slighted, Kind::Wronged, Kind::Unsure, Kind::Powerless, Kind::Afraid, Kind::EmptyHanded]
        .into_iter()
        .find(|kind| format!("{kind:?}") == name)
        .unwrap_or_else(|| panic!("nobody is {name}"))
}

/// The act with something in its brackets, as an author writes it.
fn written(acts: &ActCatalogue, name: &'static str) -> Option<&'static str> {
    static TEXTS: Mutex<BTreeMap<&str, &str>> = Mutex::new(BTreeMap::new());
    let argument = match acts[acts.find(name)?].takes {
        Takes::Nothing | Takes::MaybeFact | Takes::MaybeArticle | Takes::MaybePromise | Takes::MaybeVisitor => {
            return Some(name);
        }
        Takes::Word => "寒心",
        Takes::Article => "noise2022/70",
        Takes::Paper => "path-notice",
        Takes::Promise => "call",
    };
    let mut texts = TEXTS.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    Some(texts.entry(name).or_insert_with(|| Box::leak(format!("{name}(\"{argument}\")").into_boxed_str())))
}

/// What comes before the act, at this moment of a talk.
fn opening(when: When) -> &'static [Beat] {
    match when {
        When::Plain => &[FACT],
        // None of it calms whom nobody has listened to.
        When::Answered | When::InTears => &[PAIN, Do("InviteMore"), FACT],
        When::HeardOut => &[PAIN, Do("InviteMore"), FACT],
        When::InStep => &[FACT, Do("MatchPace"), FACT],
    }
}

fn script(before: &[Beat], act: &'static str, after: &[Beat]) -> Vec<Beat> {
    before.iter().copied().chain([Do(act)]).chain(after.iter().copied()).collect()
}

/// Somebody of this temper with a clear head, far from an outburst.
fn settled(cast: &Cast) -> Cast {
    cast.but(|person| {
        person.arrives_with = [0.0; 7];
        person.arrives_under_pressure = 0.4;
        person.breaking_point = 1.0;
    })
}

/// The same, who has nothing at stake here.
fn unconcerned(cast: &Cast) -> Cast {
    settled(cast).but(|person| person.needs = [0.0; 7])
}

/// Trust in the receiver, and how much better than badly they feel in the way of their kind.
#[derive(Clone, Copy)]
struct Left {
    trust: f64,
    balance: f64,
}

fn left(mind: &Mind, kind: Kind) -> Left {
    let (_, good, bad) = signature(kind);
    let sum = |which: &[Feeling]| which.iter().map(|feeling| feels(mind, *feeling)).sum::<f64>();
    Left { trust: mind.trust, balance: sum(good) - sum(bad) }
}

/// How much more this act does to who cares for it than to the same person who does not, beyond what doing nothing does.
fn more(cast: &Cast, act: &'static str, when: When, kind: Kind) -> Left {
    let play = |act: &'static str, weight: f64| {
        let cast = settled(cast).but(|person| {
            person.needs[signature(kind).0 as usize] = weight;
            if when == When::InTears {
                person.arrives_with[Feeling::Distress as usize] = 0.6;
            }
        });
        left(cast.play(&script(opening(when), act, &[])).end(), kind)
    };
    let caring = play(act, 0.9);
    let careless = play(act, 0.1);
    let (nothing, careless_nothing) = unless_known(cast, when, kind, || (play("", 0.9), play("", 0.1)));
    let beyond = |of: fn(&Left) -> f64| (of(&caring) - of(&nothing)) - (of(&careless) - of(&careless_nothing));
    Left { trust: beyond(|left| left.trust), balance: beyond(|left| left.balance) }
}

type Nothing = (Left, Left);
/// Of the catalogue at this address, by person, moment and kind.
type Known = (usize, BTreeMap<(u64, u8, u8), Nothing>);
/// What doing nothing does is asked for by every act, so it is kept: for one catalogue, by person, moment and kind.
fn unless_known(cast: &Cast, when: When, kind: Kind, play: impl FnOnce() -> Nothing) -> Nothing {
    thread_local! {
        static KNOWN: RefCell<Known> = const { RefCell::new((0, BTreeMap::new())) };
    }
    let catalogue = std::ptr::from_ref(cast.acts).addr();
    let key = (cast.seed, when as u8, kind as u8);
    let known = KNOWN.with_borrow(|(of, known)| (*of == catalogue).then(|| known.get(&key).copied()).flatten());
    known.unwrap_or_else(|| {
        let played = play();
        KNOWN.with_borrow_mut(|(of, known)| {
            if *of != catalogue {
                known.clear();
                *of = catalogue;
            }
            known.insert(key, played);
        });
        played
    })
}

/// Somebody who does not hide their anger, brought to the very edge: with the act, do they break out; without, did they?
fn at_the_edge(cast: &Cast, act: &'static str, when: When, presses: bool) -> bool {
    // A mirrored word must have been said; what is said instead is the plainest question.
    if matches!(when, When::Answered | When::InTears) {
        return presses_more(cast, act, when) == presses;
    }
    let (before, plain): (&[Beat], _) = match when {
        When::HeardOut => (&[PAIN], "AskHistory"),
        _ => (&[FACT], ""),
    };
    let open = settled(cast).but(|person| {
        person.masking = 0.0;
        person.arrives_under_pressure = 0.55;
        person.breaking_point = 0.9;
    });
    let calm = open.play(&script(before, plain, &[]));
    let off = calm.end().persona.breaking_point - 0.9;
    let edge = calm.end().pressure + if presses { 1e-4 } else { -1e-4 };
    let edge = open.but(|person| person.breaking_point = edge - off);
    let breaks = |act| edge.play(&script(before, act, &[])).outbursts > 0;
    breaks(act) == presses && breaks(plain) != presses
}

/// The same after a talk in which the pressure has been falling, where nobody is at the edge at the end: does the act leave
/// more of it than doing nothing does?
fn presses_more(cast: &Cast, act: &'static str, when: When) -> bool {
    let open = settled(cast).but(|person| {
        if when == When::InTears {
            person.arrives_with[Feeling::Distress as usize] = 0.6;
        }
    });
    let left = |act| open.play(&script(opening(when), act, &[])).end().pressure;
    let (with, without) = (left(act), left(""));
    assert!(without > 0.01, "there must be something to let out");
    with >= without - SOME
}

/// How much of the next explanation gets through to somebody heated.
fn gets_through(cast: &Cast, act: &'static str, when: When) -> f64 {
    let heated = unconcerned(cast).but(|person| {
        person.traits = [0.0, 0.0, 0.0, 0.0, -0.9];
        person.arrives_with[Feeling::Anger as usize] = 0.4;
    });
    let before = if when == When::HeardOut { &[PAIN] } else { opening(when) };
    let played: Played = heated.play(&script(before, act, &[FACT, Do("ExplainProcess")]));
    need(played.end(), Need::Clarity) - need(played.at(played.minds.len() - 2), Need::Clarity)
}

/// Whether this person shows one claim; `chief` is the first of its act.
fn shows(cast: &Cast, expected: &Expectation, claim: &str, chief: bool) -> bool {
    let Some(act) = written(cast.acts, expected.act) else { return false };
    let when = expected.when;
    let trust = |act| unconcerned(cast).play(&script(opening(when), act, &[])).end().trust;
    match claim {
        "presses" => at_the_edge(cast, act, when, true),
        "eases" => at_the_edge(cast, act, when, false),
        "calms" => gets_through(cast, act, when) > gets_through(cast, "", when) + SOME,
        "stirs" => gets_through(cast, act, when) < gets_through(cast, "", when) - SOME,
        "trusted" => trust(act) > trust("") + SOME,
        "distrusted" => trust(act) < trust("") - SOME,
        _ => {
            let (sign, name) = claim.split_at(1);
            let sign = if sign == "+" { 1.0 } else { -1.0 };
            let more = more(cast, act, when, kind(name));
            sign * more.trust > SOME && (!chief || sign * more.balance > SOME)
        }
    }
}

/// Claims that too few of these people show, each with its share and reason.
pub fn missed(acts: &'static ActCatalogue, people: &[(Persona, u64)], only: impl Fn(&str) -> bool) -> Vec<String> {
    let mut missed = Vec::new();
    for expected in EXPECTATIONS.iter().filter(|expected| only(expected.act)) {
        let slight = expected.claims.starts_with("slightly ");
        for (nth, claim) in expected.claims.trim_start_matches("slightly ").split_whitespace().enumerate() {
            let shown = people
                .iter()
                .filter(|(person, seed)| {
                    shows(&Cast { acts, person: *person, seed: *seed }, expected, claim, nth == 0 && !slight)
                })
                .count();
            if (shown as f64) < SHARE * people.len() as f64 {
                let Expectation { act, because, .. } = expected;
                missed.push(format!("{act} {claim}: {shown} of {} ({because})", people.len()));
            }
        }
    }
    missed
}

/// The acts of one part of the trade.
pub fn of_group(acts: &ActCatalogue, name: &str, group: Group) -> bool {
    acts.find(name).is_some_and(|ix| acts[ix].group == group)
}

/// Acts of which nothing is expected.
pub fn unexpected(acts: &ActCatalogue) -> Vec<&str> {
    let known = |name: &str| EXPECTATIONS.iter().any(|expected| expected.act == name);
    acts.iter().map(|(_, act)| act.name.as_str()).filter(|name| !known(name)).collect()
}

/// Pairs of which the better one leaves too few people better off.
pub fn not_better(acts: &'static ActCatalogue, people: &[(Persona, u64)]) -> Vec<String> {
    let mut missed = Vec::new();
    for (better, worse, how) in BETTER {
        let shown = people
            .iter()
            .filter(|(person, seed)| {
                let cast = Cast { acts, person: *person, seed: *seed }.but(|person| person.breaking_point = 1.0);
                let after = |act| ease(cast.play(&script(opening(When::HeardOut), act, &[])).end());
                after(better) > after(worse)
            })
            .count();
        if (shown as f64) < SHARE * people.len() as f64 {
            missed.push(format!("{better} before {worse}: {shown} of {} ({how})", people.len()));
        }
    }
    missed
}
