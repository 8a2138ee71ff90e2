//! Sore points: to tell of what hurt is to feel a little of it again, the less, the better one is being received.

use super::appraisal::stirred;
use super::expression::Saying;
use super::mind::Mind;
use crate::vocabulary::{Cue, Feeling, Manner, NEEDS, Need};

/// How much of it is felt again, for each share of a need's weight; no belief moves. As an act would stir that goes against
/// these needs by about a half: it makes a step of the gauge in somebody calm, and less than an insult to the face does.
const FELT_AGAIN: f64 = 0.334;
/// Share by which a need that is wholly met takes the edge off, and one that is wholly denied whets it.
const RECEIVED: f64 = 0.54;
/// What is left of it in somebody whose words have been taken up in this visit.
const HEARD: f64 = 0.7;
/// Share of relief and of gratitude that goes as it is told.
const RELIEF_GOES: f64 = 0.6;
const THANKS_GO: f64 = 0.3;

/// The needs that what a line is about once hurt, and how much (0..1).
const fn touches(cue: Cue) -> &'static [(Need, f64)] {
    use Need::{Clarity, Control, Fairness, Remedy, Respect, Safety, Voice};
    match cue {
        Cue::Feeling(_) | Cue::Vent => &[(Voice, 1.0), (Respect, 1.0), (Fairness, 1.0)],
        Cue::Deflected(_) => &[(Voice, 1.0), (Respect, 0.8), (Remedy, 0.6)],
        Cue::Careless | Cue::Insult => &[(Respect, 1.0), (Voice, 0.5)],
        Cue::TwoAnswers(_) => &[(Fairness, 0.8), (Clarity, 0.8)],
        Cue::TakeSides => &[(Fairness, 0.8)],
        Cue::Privacy => &[(Safety, 1.0), (Control, 0.5)],
        Cue::Vulnerable => &[(Safety, 0.4), (Remedy, 0.8)],
        Cue::Interest => &[(Remedy, 0.6), (Respect, 0.4)],
        Cue::Risk(_) => &[(Safety, 1.0), (Remedy, 0.5)],
        // To threaten, to tell on somebody or to offer a deal is no sore point of the one who does it.
        Cue::Improper(_) => &[],
        Cue::Fact(_) | Cue::Question | Cue::Test | Cue::Rambling | Cue::Papers | Cue::Conduct(_) => &[],
    }
}

/// What comes up with a way of speaking: who shouts heats himself.
const fn comes_up(manner: Manner) -> &'static [(Need, f64)] {
    use Need::{Fairness, Remedy, Respect, Safety, Voice};
    match manner {
        Manner::Shouting | Manner::Loud => &[(Voice, 1.0), (Respect, 1.0), (Fairness, 1.0)],
        Manner::Sarcastic => &[(Respect, 0.8)],
        Manner::Crying => &[(Voice, 0.6), (Remedy, 1.0)],
        Manner::Trembling => &[(Safety, 1.0)],
        Manner::Sighing => &[(Remedy, 0.6)],
        Manner::Plain | Manner::Quiet | Manner::Fast | Manner::Slow => &[],
    }
}

/// The visitor says a line; true if anything sore is touched. Of all that touches a need, it counts once.
pub fn tells(mind: &mut Mind, line: Saying) -> bool {
    let mut sore = [0.0f64; NEEDS];
    for (need, share) in line.cues.iter().flat_map(|cue| touches(*cue)).chain(comes_up(line.manner)) {
        let most = &mut sore[*need as usize];
        *most = most.max(*share);
    }
    let weights = || sore.iter().zip(mind.persona.needs).map(|(share, weight)| share * weight);
    let all: f64 = weights().sum();
    if all <= 0.0 {
        return false;
    }
    let met: f64 = weights().zip(mind.needs).map(|(weight, belief)| weight * belief).sum::<f64>() / all;
    let heard = if mind.heard { HEARD } else { 1.0 };
    let again = heard * FELT_AGAIN * (1.0 - RECEIVED * met);
    stirred(mind, &sore.map(|share| again * share));
    mind.ease(Feeling::Relief, RELIEF_GOES);
    mind.ease(Feeling::Gratitude, THANKS_GO);
    true
}
