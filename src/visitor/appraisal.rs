//! What an act means to this visitor in this state: needs, feelings, trust and pressure move together.

use super::gestures;
use super::mind::{Memory, Mind};
use super::published::{belief_change, desirability};
use crate::vocabulary::ActKind;
use crate::vocabulary::acts::Mechanic;
use crate::vocabulary::{ActEffect, BearingSet, Pause};
use crate::vocabulary::{FEELINGS, Feeling, NEEDS, Need};

/// What each earlier interruption adds to the cost of one, and how many are remembered so.
const CUT_OFF_AGAIN: f64 = 0.2;
const CUT_OFF_MOST: u8 = 10;
/// How much one act settles about a need: about three acts in the same direction make up a mind.
const LIKELIHOOD: f64 = 0.35;
/// From desirability to the potential of a feeling, so that one plainly bad act is felt at about half of full strength.
const GAIN: f64 = 1.82;
/// Share of desirability that goes into trust; a loss weighs half as much again as a gain.
const TRUST_GAIN: f64 = 0.10;
const TRUST_LOSS: f64 = 0.15;
/// From desirability to the share of a feeling that a met need takes away: one good turn takes two thirds of an anger, as
/// of those who were served well in real talks only one in nine was still angry at the next exchange.
const EASE: f64 = 1.25;
/// Share of anger that goes with a sore line that is said to its end: telling lets some of it out.
const TOLD: f64 = 0.2;
/// What of an act's pressure stays with the visitor: an option often does two or three things in one breath, and they
/// are felt as one blow rather than three.
const BLOW: f64 = 0.62;
/// Share of a bad act's sting that full trust takes, and that full distrust adds.
const FORGIVEN: f64 = 0.5;
const SUSPECTED: f64 = 0.25;
/// The more trust there was, the more a slip costs of it: at full trust so much more.
const LET_DOWN: f64 = 1.0;
/// An onlooker is moved by this share of what is done to somebody else.
const ONLOOKER: f64 = 0.3;

/// Of the feelings the first four are unpleasant: they stir when a need is hurt and are soothed when it is met.
const UNPLEASANT: usize = 4;
const PLEASANT: usize = FEELINGS - UNPLEASANT;

/// What stirs when a need is hurt, by `Need as usize`.
/// Who is not heard or not respected is angry at somebody; who does not know what comes next is afraid of something.
static HURT: [[f64; UNPLEASANT]; NEEDS] = [
    // anger distress fear disappointment
    [0.8, 0.3, 0.0, 0.4], // Voice
    [1.0, 0.3, 0.0, 0.2], // Respect
    [0.9, 0.1, 0.0, 0.4], // Fairness
    [0.3, 0.4, 0.4, 0.2], // Clarity
    [0.5, 0.2, 0.6, 0.0], // Control
    [0.3, 0.3, 1.0, 0.0], // Safety
    [0.4, 0.5, 0.1, 0.7], // Remedy
];
/// What stirs when a need is met.
static MET: [[f64; PLEASANT]; NEEDS] = [
    // hope relief gratitude
    [0.2, 0.7, 0.3], // Voice
    [0.1, 0.3, 0.6], // Respect
    [0.4, 0.2, 0.3], // Fairness
    [0.5, 0.5, 0.1], // Clarity
    [0.4, 0.5, 0.1], // Control
    [0.1, 1.0, 0.2], // Safety
    [0.9, 0.2, 0.4], // Remedy
];
/// What a met need soothes.
static SOOTHES: [[f64; UNPLEASANT]; NEEDS] = [
    // anger distress fear disappointment
    [0.9, 0.9, 0.2, 0.4], // Voice
    [1.0, 0.4, 0.2, 0.2], // Respect
    [0.7, 0.2, 0.2, 0.5], // Fairness
    [0.2, 0.5, 0.8, 0.3], // Clarity
    [0.4, 0.3, 1.0, 0.1], // Control
    [0.2, 0.4, 2.2, 0.0], // Safety
    [0.4, 0.6, 0.2, 1.0], // Remedy
];

/// What the session knows about the moment in which an act is met.
#[derive(Clone, Copy, Debug, Default)]
pub struct ActContext {
    /// This visitor is the one spoken to; otherwise they look on.
    pub addressed: bool,
    /// Something painful was said and has not been answered yet.
    pub pain_open: bool,
    /// A direct question was asked and has not been answered yet.
    pub question_open: bool,
    /// For mirrored and renamed words: the visitor really said it.
    pub word_said: bool,
    /// For promises: it stands in the calendar, which will settle it.
    pub booked: bool,
    /// Nothing is done with it that takes up what was said.
    pub wordless: bool,
    /// For gestures without a word: so many came before it since the last word.
    pub row: u8,
    /// How they are now, for gestures.
    pub bearings: BearingSet,
    /// For apologies: nothing is said with it that helps the matter on.
    pub empty: bool,
}

/// One visitor meets one act.
pub fn appraise(mind: &mut Mind, act: &ActKind, act_at: usize, moment: ActContext) -> ActEffect {
    let before = mind.meet(act_at);
    let share = if moment.addressed { 1.0 } else { ONLOOKER };
    if let Some(misfit) = gestures::misfit(act, moment) {
        gestures::slighted(mind, share);
        return ActEffect::OutOfPlace(misfit);
    }
    let unheard = gestures::is_unheard(mind, act, moment);
    let mut effect = if unheard && gestures::is_stirred(mind) { ActEffect::TooSoon } else { ActEffect::Landed };
    let mut needs = act.needs;
    let mut pressure = act.pressure;
    let mut trust = act.trust;
    let mut arousal = act.arousal;

    // Repetition: the third "I understand" is worth less than the first.
    let mut good = 1.0;
    for _ in 0..before.min(8) {
        good *= act.wears;
    }
    if good < 0.35 && !unheard {
        effect = ActEffect::WornOut;
    }
    let mut bad = 1.0;
    let mut stir = 1.0;

    match act.mechanic {
        Some(Mechanic::Mirror) if !moment.word_said => {
            // Words put into somebody's mouth.
            needs = [0.0; NEEDS];
            needs[Need::Voice as usize] = -0.35;
            needs[Need::Respect as usize] = -0.1;
            pressure = 0.04;
            effect = ActEffect::NeverSaid;
        }
        Some(Mechanic::Mirror) if moment.pain_open => good *= 1.25,
        Some(Mechanic::Rename) => {
            // The opposite of mirroring: the same word in other words says that the first was not worth keeping.
            // Once, it is at least an answer to the feeling; again, it is not listening.
            bad = if before == 0 { 1.0 } else { 3.0 };
        }
        Some(Mechanic::Comfort) if !moment.pain_open => good *= 0.7,
        Some(Mechanic::Silence) => {
            if moment.question_open && !moment.pain_open {
                // They asked something; saying nothing is no answer.
                needs = [0.0; NEEDS];
                needs[Need::Clarity as usize] = -0.4;
                needs[Need::Respect as usize] = -0.3;
                pressure = 0.06;
            } else if moment.pain_open {
                good *= 1.4;
            }
        }
        Some(Mechanic::Inform) => {
            let intake = mind.intake();
            good *= intake;
            if intake < 0.4 {
                effect = ActEffect::NotTakenIn;
            }
            if moment.pain_open {
                // Matter before emotion: the feeling was stepped over.
                needs[Need::Voice as usize] -= 0.25;
                pressure += 0.04;
            }
        }
        Some(Mechanic::Law) => {
            let intake = mind.intake();
            let shut = 1.0 - intake;
            good *= intake;
            needs[Need::Respect as usize] -= 0.5 * shut;
            needs[Need::Voice as usize] -= 0.5 * shut;
            pressure += 0.1 * shut;
            if moment.pain_open {
                // An article for an answer to pain: the law is held up like a shield, and calms nobody.
                good *= 0.15;
                needs[Need::Respect as usize] -= 0.2;
                needs[Need::Voice as usize] -= 0.4;
                pressure += 0.04;
            }
            if intake < 0.4 {
                effect = ActEffect::NotTakenIn;
            }
        }
        Some(Mechanic::MatchPace) => mind.pace_matched = true,
        Some(Mechanic::SlowDown) => {
            if mind.pace_matched {
                arousal *= 1.5;
            } else if mind.heat() > 0.4 {
                // Slowness at once feels like being handled.
                arousal = 0.02;
                needs[Need::Voice as usize] -= 0.25;
                needs[Need::Safety as usize] = 0.0;
            }
        }
        Some(Mechanic::Tissue) if mind.feeling(Feeling::Distress) < 0.15 => good *= 0.3,
        Some(Mechanic::QuietRoom) => good *= 0.6 + 0.8 * mind.heat(),
        Some(Mechanic::Repair) => {
            // An apology repairs in proportion to what there is to repair.
            let hurt = (-mind.needs[Need::Respect as usize]).max(-mind.needs[Need::Fairness as usize]).max(0.0);
            good *= 0.6 + 0.8 * hurt;
            if moment.empty && before > 0 {
                // Sorry again, and still nothing behind it.
                good = 0.0;
                effect = ActEffect::WornOut;
            }
            if moment.addressed {
                mind.memory.amends = mind.memory.amends.saturating_add(1);
            }
        }
        Some(Mechanic::Deflect) => {
            bad = 1.0 + 0.45 * f64::from(mind.deflections.min(6));
            // It costs more each time, and stirs no more: who expects nothing is not surprised.
            stir = 1.0 / bad;
            mind.deflections = mind.deflections.saturating_add(1);
        }
        Some(Mechanic::Contradiction) => {
            bad = 1.0 + 0.3 * f64::from(mind.memory.contradictions.min(5));
            mind.memory.contradictions = mind.memory.contradictions.saturating_add(1);
        }
        Some(Mechanic::Leak) if moment.addressed => hears_of_leak(mind),
        Some(Mechanic::OverPromise) if moment.addressed && !moment.booked => {
            mind.memory.empty_words = mind.memory.empty_words.saturating_add(1);
        }
        Some(Mechanic::VagueHope) if moment.addressed => {
            mind.memory.vague_hopes = mind.memory.vague_hopes.saturating_add(1);
        }
        Some(Mechanic::WhenHeard) if mind.needs[Need::Voice as usize] < 0.1 => {
            // "Think of the other side" before being heard oneself sounds like taking sides.
            needs[Need::Fairness as usize] = -0.45;
            needs[Need::Voice as usize] = -0.3;
            pressure = 0.06;
        }
        Some(Mechanic::TakeSide) if !moment.addressed => {
            needs[Need::Fairness as usize] = -0.8;
            needs[Need::Respect as usize] = -0.3;
            pressure = 0.12;
            trust = -0.12;
            bad = 1.0 / ONLOOKER;
        }
        // Who is stood up for is meant by it, whomever it is said to.
        Some(Mechanic::StandUp) if !moment.addressed => good /= ONLOOKER,
        Some(Mechanic::Limit) => good *= 0.5 + 0.5 * mind.intake(),
        _ => {}
    }

    // Trust lends weight to good acts and takes some sting from bad ones.
    good *= 1.0 + 0.35 * mind.trust;
    bad *= sting(mind.trust);
    let congruence = Need::ALL.map(|need| (need, needs[need as usize]));
    if unheard {
        (pressure, arousal) = (pressure.max(0.0), arousal.max(0.0));
    }
    let ease = if unheard { 0.0 } else { EASE };
    move_needs_as(mind, &congruence, good * share, bad * share, Moves { ease, stir });
    mind.press(
        share * if pressure < 0.0 { pressure * good } else { BLOW * pressure * bad * (1.0 + 0.4 * mind.heat()) },
    );
    mind.trust_by(share * if trust < 0.0 { trust * bad } else { trust * good });
    mind.mood[1] = (mind.mood[1] + share * if arousal < 0.0 { arousal * good } else { arousal * bad }).clamp(-1.0, 1.0);
    if arousal < 0.0 && moment.addressed {
        let calm = -arousal * good;
        mind.ease(Feeling::Anger, 0.6 * calm);
        mind.ease(Feeling::Fear, 0.6 * calm);
    }
    if moment.addressed && act.gesture.is_none() {
        mind.spoken_to = true;
        mind.heard |= effect != ActEffect::NeverSaid && act.takes_up();
    }
    effect
}

/// What is left of a bad act's sting at this trust: one slip of somebody trusted is forgiven, of somebody distrusted it
/// is what one expected of them.
fn sting(trust: f64) -> f64 {
    let share = if trust > 0.0 { FORGIVEN } else { SUSPECTED };
    1.0 - share * trust
}

/// Adds so much of each.
fn add<const N: usize>(sums: &mut [f64; N], times: f64, row: &[f64; N]) {
    for (sum, share) in sums.iter_mut().zip(row) {
        *sum += times * share;
    }
}

/// Beliefs move by congruence, and from each move feelings and trust follow.
pub(super) fn move_needs(mind: &mut Mind, congruence: &[(Need, f64)], good: f64, bad: f64) {
    move_needs_as(mind, congruence, good, bad, Moves { ease: EASE, stir: 1.0 });
}

/// How far feelings follow beliefs.
struct Moves {
    /// From desirability to the share of a feeling that a met need takes away.
    ease: f64,
    /// Share of what a need that is hurt would stir.
    stir: f64,
}

fn move_needs_as(mind: &mut Mind, congruence: &[(Need, f64)], good: f64, bad: f64, as_far: Moves) {
    let Moves { ease, stir } = as_far;
    let hope_before = mind.feeling(Feeling::Hope);
    let (mut hurts, mut meets, mut eases) = ([0.0; UNPLEASANT], [0.0; PLEASANT], [0.0; UNPLEASANT]);
    let (mut hurt, mut met) = (false, false);
    let mut gain = 0.0;
    for (need, towards) in congruence {
        let (need, towards) = (*need as usize, *towards);
        if towards == 0.0 {
            continue;
        }
        let towards = (towards * if towards > 0.0 { good } else { bad }).clamp(-1.5, 1.5);
        let change = belief_change(mind.needs[need], LIKELIHOOD, towards);
        mind.needs[need] += change;
        // A belief at its end can move no further, but the hurt is felt all the same.
        let felt = if change.abs() < LIKELIHOOD * towards.abs() * 0.5 { LIKELIHOOD * towards * 0.5 } else { change };
        let desirability = desirability(mind.persona.needs[need], felt);
        if desirability < 0.0 {
            hurt = true;
            gain += desirability * TRUST_LOSS * (1.0 + LET_DOWN * mind.trust.max(0.0));
            add(&mut hurts, -desirability * stir, &HURT[need]);
        } else if desirability > 0.0 {
            met = true;
            gain += desirability * TRUST_GAIN;
            add(&mut meets, desirability, &MET[need]);
            add(&mut eases, desirability, &SOOTHES[need]);
        }
    }
    let (unpleasant, pleasant) = Feeling::ALL.split_at(UNPLEASANT);
    if met {
        for (value, eased) in mind.feelings.iter_mut().zip(eases) {
            *value *= 1.0 - (ease * eased).clamp(0.0, 1.0);
        }
    }
    if hurt {
        // Disappointment needs a hope to fall from.
        hurts[Feeling::Disappointment as usize] *= 0.5 + hope_before;
        for (feeling, potential) in unpleasant.iter().zip(hurts).filter(|(_, potential)| *potential > 0.0) {
            mind.feel(*feeling, GAIN * potential);
        }
    }
    if met {
        for (feeling, potential) in pleasant.iter().zip(meets) {
            mind.feel(*feeling, GAIN * potential);
        }
    }
    if gain < 0.0 {
        mind.ease(Feeling::Hope, -gain * 2.0);
        mind.ease(Feeling::Relief, -gain * 4.0);
        mind.ease(Feeling::Gratitude, -gain * 4.0);
    }
    mind.trust_by(gain);
}

/// Something is felt again that goes against these needs (0..1 each, by how much of it is felt), without moving a belief.
pub(super) fn stirred(mind: &mut Mind, against: &[f64; NEEDS]) {
    let hope = mind.feeling(Feeling::Hope);
    let mut hurts = [0.0; UNPLEASANT];
    for ((share, weight), row) in against.iter().zip(mind.persona.needs).zip(&HURT) {
        add(&mut hurts, share * weight, row);
    }
    hurts[Feeling::Disappointment as usize] *= 0.5 + hope;
    let pressure = mind.pressure;
    for (feeling, potential) in Feeling::ALL.into_iter().zip(hurts) {
        mind.feel(feeling, potential);
    }
    // What is being said aloud is not held back.
    mind.pressure = pressure;
}

/// Being cut off: it costs by the share (0..1) that stayed unsaid.
///
/// The n-th time costs more than the first: once is impatience, ten times is being told that one's words don't count.
pub fn interrupted(mind: &mut Mind, unsaid: f64) {
    mind.heard = false;
    let again = 1.0 + CUT_OFF_AGAIN * f64::from(mind.cut_off.min(CUT_OFF_MOST));
    mind.cut_off = mind.cut_off.saturating_add(1);
    move_needs(
        mind,
        &[(Need::Voice, -0.3 - 0.5 * unsaid), (Need::Respect, -0.15 - 0.3 * unsaid)],
        1.0,
        again * sting(mind.trust),
    );
    mind.press(again * (0.015 + 0.055 * unsaid));
}

/// Speaking out uninterrupted releases pressure (handbook E12); `stirred` lines (venting, pain) release more.
pub fn spoke_out(mind: &mut Mind, stirred: bool) {
    mind.press(if stirred { -0.09 } else { -0.03 });
    if stirred {
        mind.ease(Feeling::Anger, TOLD);
    }
    move_needs(mind, &[(Need::Voice, if stirred { 0.18 } else { 0.06 })], 1.0, 1.0);
}

/// A feeling was shown and the turn went by without a word on it.
pub fn stepped_over(mind: &mut Mind) {
    mind.heard = false;
    move_needs(mind, &[(Need::Voice, -0.22), (Need::Respect, -0.08)], 1.0, 1.0);
    mind.press(0.02);
}

/// The receiver let time pass after the visitor had finished.
pub fn paused(mind: &mut Mind, kind: Pause, seconds: f64) {
    let long = ((seconds - 6.0) / 14.0).clamp(0.0, 1.0);
    match kind {
        Pause::AfterPain => {
            move_needs(mind, &[(Need::Voice, -0.35 * long), (Need::Safety, -0.2 * long)], 1.0, 1.0);
        }
        Pause::Hesitation => move_needs(mind, &[(Need::Clarity, -0.25 * long)], 1.0, 1.0),
        Pause::AfterQuestion | Pause::Breath => return,
    }
    mind.press(0.03 * long);
}

/// A promise was kept: remembered and appraised at the next meeting.
pub fn promise_kept(mind: &mut Mind) {
    move_needs(mind, &[(Need::Respect, 0.45), (Need::Fairness, 0.4), (Need::Remedy, 0.4)], 1.0, 1.0);
    mind.trust_by(0.15);
}

/// A promise was broken: worse than a refusal would have been, and worst when it was beyond the receiver's power.
pub fn promise_broken(mind: &mut Mind, within_authority: bool) {
    let weight = if within_authority { 1.0 } else { 1.25 };
    move_needs(mind, &[(Need::Respect, -0.7), (Need::Fairness, -0.55), (Need::Remedy, -0.8)], 1.0, weight);
    mind.press(0.22 * weight);
    mind.trust_by(-0.3 * weight);
}

/// The visitor tells of being turned away so many times before: it weighs on them as they tell it.
pub fn recalls_deflections(mind: &mut Mind, times: u8) {
    if times > mind.deflections {
        mind.deflections = times;
    }
    mind.press(0.02 * f64::from(times.min(5)));
}

/// A colleague's careless sentence falls in front of the visitor (handbook L20, C08): it hurts nearly as the receiver's
/// own would, but trust in the receiver only in passing, and it is remembered against the house.
pub fn hears_careless(mind: &mut Mind) {
    mind.memory.careless = mind.memory.careless.saturating_add(1);
    move_needs(mind, &[(Need::Voice, -0.3), (Need::Respect, -0.5)], 1.0, sting(mind.trust));
    mind.press(0.1);
    mind.trust_by(-0.04);
}

/// The visitor tells of such a sentence: it weighs on them as they tell it, and it is in mind from now on.
pub fn recalls_careless(mind: &mut Mind) {
    mind.memory.careless = mind.memory.careless.max(1);
    move_needs(mind, &[(Need::Respect, -0.15)], 1.0, 1.0);
    mind.press(0.03);
}

/// The visitor tells of two answers to one question (handbook H12, H13): nobody is lying, perhaps, and still somebody is
/// being fooled. It costs trust in whoever sits at the next desk, even if both were right.
pub fn recalls_two_answers(mind: &mut Mind) {
    mind.memory.contradictions = mind.memory.contradictions.max(1);
    move_needs(mind, &[(Need::Fairness, -0.2), (Need::Clarity, -0.25)], 1.0, 1.0);
    mind.press(0.03);
    mind.trust_by(-0.04);
}

/// The visitor learns that what they confided was told: on the spot, or, if it was told behind their back, by the time
/// they come again.
pub fn hears_of_leak(mind: &mut Mind) {
    mind.memory.leaks = mind.memory.leaks.saturating_add(1);
}

/// What stayed in mind since the last visit is appraised again as the visitor comes in: answers that did not agree,
/// what was told on, words with nothing behind them. An apology has taken part of the weight off.
pub fn remembers(mind: &mut Mind) {
    let memory = mind.memory;
    let weight = 1.0 / (1.0 + 0.6 * f64::from(memory.amends.min(3)));
    let times = |count: u8| f64::from(count.min(3)) * weight;
    use Need::{Clarity, Control, Fairness, Remedy, Respect, Safety, Voice};
    /// How often, what it does to the needs, to the pressure and to trust.
    type Weighed<'n> = (f64, &'n [(Need, f64)], f64, f64);
    let weighed: [Weighed; 5] = [
        (times(memory.contradictions), &[(Respect, -0.1), (Fairness, -0.35), (Clarity, -0.35)], 0.05, -0.05),
        (times(memory.careless), &[(Voice, -0.25), (Respect, -0.45)], 0.06, -0.05),
        (times(memory.leaks), &[(Respect, -0.35), (Control, -0.2), (Safety, -0.8)], 0.08, -0.12),
        (times(memory.empty_words), &[(Respect, -0.6), (Fairness, -0.45), (Remedy, -0.8)], 0.18, -0.25),
        (times(memory.vague_hopes), &[(Respect, -0.2), (Clarity, -0.35), (Remedy, -0.45)], 0.06, -0.08),
    ];
    for (times, needs, pressure, trust) in weighed {
        if times > 0.0 {
            move_needs(mind, needs, 1.0, times);
            mind.press(pressure * times);
            mind.trust_by(trust * times);
        }
    }
    // Half of it is told next time, too.
    mind.memory = Memory {
        contradictions: memory.contradictions / 2,
        careless: memory.careless / 2,
        leaks: memory.leaks / 2,
        empty_words: 0,
        vague_hopes: 0,
        amends: memory.amends / 2,
    };
}
