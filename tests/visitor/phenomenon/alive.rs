//! What keeps an arc alive, and that nobody is calmed who has not been heard.

use super::Cast;
use crate::stage::{Beat, Do, FACT, PAIN, feels, need};
use calmdesk::vocabulary::{Feeling, NEEDS, Need};

/// To tell of what hurt stirs, and less in whom has been heard.
pub fn sore(cast: &Cast) -> Option<bool> {
    // The same talk, with a plain line at its end and with a sore one.
    let anger = |before: &[Beat], line: Beat| {
        let script: Vec<Beat> = before.iter().copied().chain([line]).collect();
        feels(cast.play(&script).end(), Feeling::Anger)
    };
    let (fresh, heard): (&[Beat], &[Beat]) =
        (&[FACT, Do("")], &[PAIN, Do("MirrorWords(\"寒心\"), InviteMore"), FACT, Do("Paraphrase, CheckUnderstanding")]);
    let stirs = |before| anger(before, PAIN) > anger(before, FACT);
    Some(stirs(fresh) && stirs(heard) && anger(heard, PAIN) < anger(fresh, PAIN))
}

/// Who is denied a hearing stays angry longer.
pub fn unmet(cast: &Cast) -> Option<bool> {
    let mut denied = *cast.play(&[FACT, Do("Refute")]).end();
    let mut free = denied;
    free.needs = [0.0; NEEDS];
    denied.tick(120.0);
    free.tick(120.0);
    Some(feels(&denied, Feeling::Anger) > feels(&free, Feeling::Anger) + 1e-6)
}

/// A glass of water calms who has been heard, and nobody else.
pub fn water(cast: &Cast) -> Option<bool> {
    let cast = cast.but(|person| {
        person.arrives_with[Feeling::Anger as usize] = 0.35;
        person.masking = 0.0;
    });
    let anger = |before: &[Beat], act| {
        let script: Vec<Beat> = before.iter().copied().chain([Do(act)]).collect();
        feels(cast.play(&script).end(), Feeling::Anger)
    };
    let (unheard, heard): (&[Beat], &[Beat]) = (&[PAIN], &[PAIN, Do("InviteMore"), FACT]);
    Some(
        // A friendlier mood is all that it makes.
        anger(unheard, "OfferWater") >= 0.97 * anger(unheard, "")
            && anger(heard, "OfferWater") < anger(heard, "") - 1e-6,
    )
}

/// Sorry again and nothing behind it is worth nothing; with something behind it, it still is.
pub fn empty_apology(cast: &Cast) -> Option<bool> {
    let gain = |last| {
        let played = cast.play(&[FACT, Do("Apologise"), FACT, Do(last)]);
        need(played.end(), Need::Respect) - need(played.at(3), Need::Respect)
    };
    let nothing = gain("");
    Some(gain("Apologise") <= nothing + 1e-9 && gain("Apologise, Verify") > nothing + 1e-6)
}
