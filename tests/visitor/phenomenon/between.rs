//! Between the acts: timing, mood, trust, pressure and what fades.

use super::Cast;
use crate::stage::{Beat, Cut, Do, FACT, Line, PAIN, Wait, ease, feels, need};
use calmdesk::visitor::Mind;
use calmdesk::visitor::published::resting_mood;
use calmdesk::vocabulary::{Feeling, Need};

pub fn venting(cast: &Cast) -> Option<bool> {
    let cast = cast.but(|person| person.arrives_under_pressure = 0.3);
    let heard = cast.play(&[PAIN, Do("Nod")]);
    let cut = cast.play(&[PAIN, Cut(0.3, "Nod")]);
    Some(heard.end().pressure < heard.at(1).pressure - 0.03 && cut.end().pressure > cut.at(1).pressure)
}

pub fn cut_off(cast: &Cast) -> Option<bool> {
    let after = |beat: Beat| *cast.play(&[FACT, beat]).end();
    let ladder = [after(Do("OpenQuestion")), after(Cut(0.8, "OpenQuestion")), after(Cut(0.2, "OpenQuestion"))];
    Some(
        ladder
            .windows(2)
            .all(|two| ease(&two[0]) > ease(&two[1]) && need(&two[0], Need::Respect) > need(&two[1], Need::Respect)),
    )
}

/// The same cut, from the second on: what it presses grows, though nothing else is done.
pub fn cut_off_again(cast: &Cast) -> Option<bool> {
    // Far from breaking and without a mask, so that nothing but the cut moves the pressure.
    let cast = cast.but(|person| {
        person.breaking_point = 1.0;
        person.masking = 0.0;
        person.arrives_under_pressure = 0.0;
    });
    let played = cast.play(&[FACT, Cut(0.4, ""), FACT, Cut(0.4, ""), FACT, Cut(0.4, ""), FACT, Cut(0.4, "")]);
    let cost = |cut: usize| played.at(cut).pressure - played.at(cut - 1).pressure;
    Some(cost(4) > cost(2) * 1.08 && cost(8) > cost(2) * 1.3)
}

pub fn silence(cast: &Cast) -> Option<bool> {
    let after = |line: Beat, seconds: u32| ease(cast.play(&[line, Wait(seconds, "OpenQuestion")]).end());
    let question = Line(0, "Question");
    let pain_costs = after(PAIN, 2) - after(PAIN, 11);
    let question_costs = after(question, 2) - after(question, 11);
    Some(pain_costs > 0.02 && question_costs < 0.5 * pain_costs)
}

pub fn masking(cast: &Cast) -> Option<bool> {
    let with = |masking: f64| {
        let cast = cast.but(|person| {
            person.masking = masking;
            person.arrives_under_pressure = 0.1;
            person.arrives_with[Feeling::Anger as usize] = 0.3;
        });
        cast.play(&[FACT, Do("Belittle"), FACT, Do("")])
    };
    let (open, hidden) = (with(0.0), with(0.8));
    let (open, hidden) = (open.at(2), hidden.at(2));
    let broken = cast
        .but(|person| {
            person.masking = 0.8;
            person.arrives_under_pressure = person.breaking_point;
        })
        .play(&[FACT, Do("Scold")]);
    Some(
        hidden.pressure > open.pressure
            && hidden.shown(Feeling::Anger) < open.shown(Feeling::Anger)
            && broken.outbursts > 0
            && broken.end().shown(Feeling::Anger) > 0.8,
    )
}

pub fn turned_away(cast: &Cast) -> Option<bool> {
    let told = cast.play(&[Line(0, "Deflected(3)"), Do("Deflect")]);
    let not = cast.play(&[Line(0, "Vent"), Do("Deflect")]);
    Some(told.at(1).pressure > not.at(1).pressure && need(told.end(), Need::Respect) < need(not.end(), Need::Respect))
}

pub fn trust(cast: &Cast) -> Option<bool> {
    let loss = |trust: f64| {
        let played = cast.but(|person| person.trust = trust).play(&[FACT, Do("Belittle")]);
        need(played.at(1), Need::Respect) - need(played.end(), Need::Respect)
    };
    let gain = |trust: f64| {
        let played = cast.but(|person| person.trust = trust).play(&[FACT, Do("Affirm")]);
        need(played.end(), Need::Respect) - need(played.at(1), Need::Respect)
    };
    Some(loss(0.5) < loss(-0.5) && gain(0.5) > gain(-0.5))
}

pub fn mood(cast: &Cast) -> Option<bool> {
    // Only the resting mood differs: pleased by nature, or not.
    let anger = |pleasure: f64| {
        let cast = cast.but(|person| {
            person.traits = [0.0, 0.0, 0.0, pleasure, 0.0];
            person.arrives_with = [0.0; 7];
        });
        feels(cast.play(&[FACT, Do("Belittle")]).end(), Feeling::Anger)
    };
    // And what is felt colours the mood.
    let hurt = cast.play(&[FACT, Do("Scold")]);
    let not = cast.play(&[FACT, Do("")]);
    Some(anger(-0.9) > anger(0.9) && hurt.end().mood[0] < not.end().mood[0])
}

pub fn again(cast: &Cast) -> Option<bool> {
    let cast = cast.but(|person| {
        person.arrives_with = [0.0; 7];
        person.breaking_point = 1.0;
    });
    let once = cast.play(&[FACT, Do("Belittle")]);
    let twice = cast.play(&[FACT, Do("Belittle"), FACT, Do("Belittle")]);
    let (one, two) = (feels(once.end(), Feeling::Anger), feels(twice.end(), Feeling::Anger));
    // More than before, but not the sum of both.
    Some(two > one && two < 1.9 * one)
}

pub fn fading(cast: &Cast) -> Option<bool> {
    let after = |seconds: u32| {
        let cast = cast.but(|person| {
            person.arrives_with = [0.6; 7];
            person.arrives_under_pressure = 0.3;
        });
        *cast.play(&[Line(0, "Question"), Wait(seconds, "")]).end()
    };
    let (soon, later) = (after(2), after(9));
    // The mood goes back to where it rests, and pressure goes down a little by itself.
    let stirred = |mind: &Mind| (mind.mood[1] - resting_mood(&mind.persona.traits)[1]).abs();
    Some(
        Feeling::ALL.into_iter().all(|feeling| feels(&later, feeling) < feels(&soon, feeling))
            && stirred(&later) < stirred(&soon)
            && later.pressure < soon.pressure,
    )
}

pub fn outburst(cast: &Cast) -> Option<bool> {
    let played =
        cast.but(|person| person.arrives_under_pressure = person.breaking_point - 0.02).play(&[FACT, Do("Scold")]);
    let anger = feels(played.end(), Feeling::Anger);
    Some(played.outbursts == 1 && anger >= 0.84 && played.end().pressure < played.at(1).pressure - 0.1)
}

pub fn one_outburst(cast: &Cast) -> Option<bool> {
    // Scolded again and again within a minute: one outburst. After two minutes and more, the next.
    let broken = cast.but(|person| {
        person.breaking_point = 0.3;
        person.arrives_under_pressure = 0.3;
    });
    let again = [FACT, Do("Scold"), FACT, Do("Scold"), FACT, Do("Scold")];
    let later = [&again[..], &[FACT, Wait(80, "Scold"), FACT, Do("Scold")]].concat();
    let steady = cast.but(|person| {
        person.breaking_point = 1.0;
        person.arrives_under_pressure = 0.0;
        person.masking = 0.0;
    });
    let added = |cast: &Cast| {
        let played = cast.play(&again);
        played.at(4).pressure - played.at(3).pressure
    };
    // What is added while it lasts goes out with it, hot as they are.
    let less = added(&broken.but(|person| person.masking = 0.0)) < added(&steady);
    Some(broken.play(&again).outbursts == 1 && broken.play(&later).outbursts == 2 && less)
}

pub fn threshold(cast: &Cast) -> Option<bool> {
    let anger = |threshold: f64| {
        let cast = cast.but(|person| {
            person.arrives_with = [0.0; 7];
            person.thresholds = [threshold; 7];
        });
        feels(cast.play(&[FACT, Do("Belittle")]).end(), Feeling::Anger)
    };
    Some(anger(0.9) == 0.0 && anger(0.2) > 0.0 && anger(0.02) > anger(0.2))
}

pub fn never_used_to_it(cast: &Cast) -> Option<bool> {
    // Every belief is at its end after so many; the next one hurts all the same.
    let cast = cast.but(|person| person.breaking_point = 1.0);
    let scolded = |last| {
        let mut script = [FACT, Do("Scold")].repeat(8);
        script.extend([FACT, Do(last)]);
        *cast.play(&script).end()
    };
    let (again, not) = (scolded("Scold"), scolded(""));
    Some(again.trust < not.trust - 0.01 && feels(&again, Feeling::Distress) > feels(&not, Feeling::Distress))
}

pub fn heated(cast: &Cast) -> Option<bool> {
    let pressed = |anger: f64| {
        let cast = cast.but(|person| {
            person.arrives_with = [0.0; 7];
            person.arrives_with[Feeling::Anger as usize] = anger;
            person.arrives_under_pressure = 0.0;
            person.masking = 0.0;
            person.breaking_point = 1.0;
        });
        cast.play(&[FACT, Do("Refute")]).end().pressure
    };
    Some(pressed(0.7) > pressed(0.1) * 1.05)
}

pub fn varied(cast: &Cast) -> Option<bool> {
    let arrives = |seed: u64| *Cast { seed, ..*cast }.play(&[FACT]).at(0);
    let (one, other, again) = (arrives(cast.seed), arrives(cast.seed + 1000), arrives(cast.seed));
    let off = |a: f64, b: f64| (a - b).abs();
    Some(
        one.trust == again.trust
            && one.trust != other.trust
            && off(one.trust, cast.person.trust) <= 0.05
            && one.persona.needs.iter().zip(cast.person.needs).all(|(varied, was)| off(*varied, was) <= 0.06),
    )
}
