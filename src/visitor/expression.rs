//! How feelings show: action units, gaze, posture and voice, as a pure function of state, persona and the line that is
//! being said.

use super::persona::Persona;
pub use crate::vocabulary::{ACTION_UNITS, ActionUnit, Expression};
use crate::vocabulary::{Cue, Manner};
use crate::vocabulary::{Feeling, Snapshot};

/// A line as far as it colours the face of who says it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Saying<'l> {
    /// How it is said.
    pub manner: Manner,
    /// What in it calls for an act.
    pub cues: &'l [Cue],
}

/// Anger, distress, fear and being let down, 0..1: what a line shows at the least, whatever is felt besides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tone([f32; 4]);

impl Tone {
    const NONE: Self = Self([0.0; 4]);

    /// From 0.2 (a shade) over 0.35 (plain to see) to 0.7 (nothing else is seen).
    fn of(saying: Option<Saying>) -> Self {
        let Some(saying) = saying else { return Self::NONE };
        let cues = saying.cues.iter().map(|cue| Self::of_cue(*cue));
        cues.fold(Self::of_manner(saying.manner), Self::or)
    }

    const fn of_cue(cue: Cue) -> Self {
        Self(match cue {
            Cue::Feeling(_) => [0.25, 0.35, 0.0, 0.2],
            Cue::Vent => [0.35, 0.3, 0.0, 0.0],
            Cue::Deflected(_) => [0.3, 0.0, 0.0, 0.35],
            Cue::Careless => [0.35, 0.2, 0.0, 0.0],
            Cue::TwoAnswers(_) => [0.3, 0.0, 0.0, 0.25],
            Cue::Privacy => [0.0, 0.2, 0.35, 0.0],
            Cue::Vulnerable => [0.0, 0.35, 0.0, 0.2],
            Cue::Insult => [0.45, 0.0, 0.0, 0.0],
            Cue::Risk(_) => [0.2, 0.35, 0.3, 0.0],
            Cue::Conduct(_) | Cue::TakeSides | Cue::Improper(_) => [0.25, 0.0, 0.0, 0.0],
            Cue::Interest => [0.0, 0.2, 0.0, 0.0],
            Cue::Fact(_) | Cue::Question | Cue::Test | Cue::Rambling | Cue::Papers => [0.0; 4],
        })
    }

    const fn of_manner(manner: Manner) -> Self {
        Self(match manner {
            Manner::Loud => [0.35, 0.0, 0.0, 0.0],
            Manner::Shouting => [0.7, 0.0, 0.0, 0.0],
            Manner::Crying => [0.0, 0.7, 0.0, 0.0],
            Manner::Trembling => [0.0, 0.2, 0.45, 0.0],
            Manner::Sarcastic => [0.3, 0.0, 0.0, 0.0],
            Manner::Sighing => [0.0, 0.2, 0.0, 0.4],
            Manner::Plain | Manner::Quiet | Manner::Fast | Manner::Slow => [0.0; 4],
        })
    }

    fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at].max(other.0[at])))
    }
}

impl Saying<'_> {
    /// Something painful, angry or fearful is being said: nobody smiles over it.
    pub fn is_painful(self) -> bool {
        Tone::of(Some(self)) != Tone::NONE
    }
}

/// Share of a smile that goes with each share of something painful that is felt: past four tenths nobody smiles.
const SMILE_GIVES_WAY: f32 = 2.5;

impl Expression {
    /// What shows of `state` in this persona while `saying` something (`None`: silent).
    ///
    /// A line is said with the face that belongs to it: what its cues and manner tell of shows at the least so much, and a
    /// painful line is never said smiling.
    ///
    /// Which units go with which feeling follows the usual prototypes of the Facial Action Coding System
    /// (anger 4+5+7+23, sadness 1+4+15+17, fear 1+2+4+5+20+26, joy 6+12); the shares are ours.
    pub fn of(persona: &Persona, state: &Snapshot, saying: Option<Saying>) -> Self {
        use ActionUnit as Au;
        let share = |f: Feeling| f32::from(state.feelings[f as usize]) / 1000.0;
        let pressure = f32::from(state.pressure) / 1000.0;
        let arousal = f32::from(state.mood[1]) / 1000.0;
        let dominance = f32::from(state.mood[2]) / 1000.0;
        let shows = 0.4 + 0.6 * persona.expressiveness as f32;
        let tone = Tone::of(saying);
        let Tone([said_anger, said_distress, said_fear, said_let_down]) = tone;
        let felt_anger = share(Feeling::Anger).max(said_anger);
        let mask = persona.mask(f64::from(felt_anger), f64::from(pressure)) as f32;
        let anger = felt_anger * (1.0 - mask) * shows;
        let distress = share(Feeling::Distress).max(said_distress) * shows;
        let fear = share(Feeling::Fear).max(said_fear) * shows;
        let let_down = share(Feeling::Disappointment).max(said_let_down) * shows;
        let hope = share(Feeling::Hope) * shows;
        let relief = share(Feeling::Relief) * shows;
        let thanks = share(Feeling::Gratitude) * shows;
        let bad = anger.max(distress).max(fear).max(let_down);
        // A smile gives way to what hurts.
        let smile = if tone == Tone::NONE {
            (0.45 * relief + 0.8 * thanks + 0.15 * hope) * (1.0 - SMILE_GIVES_WAY * bad).max(0.0)
        } else {
            0.0
        };

        let mut units = [0.0f32; ACTION_UNITS];
        let mut put = |unit: Au, value: f32| {
            let slot = &mut units[unit as usize];
            *slot = slot.max(value.clamp(0.0, 1.0));
        };
        put(Au::InnerBrowRaiser, (0.9 * distress).max(0.7 * fear).max(0.4 * let_down).max(0.25 * hope));
        put(Au::OuterBrowRaiser, (0.6 * fear).max(0.2 * hope));
        put(Au::BrowLowerer, (0.95 * anger).max(0.45 * distress).max(0.3 * fear));
        put(Au::UpperLidRaiser, (0.75 * fear).max(1.2 * (anger - 0.55)).max(0.15 * hope));
        put(Au::CheekRaiser, smile * 0.8);
        put(Au::LidTightener, (0.7 * anger).max(0.2 * distress));
        put(Au::NoseWrinkler, 0.9 * (anger - 0.4));
        put(Au::LipCornerPuller, smile);
        put(Au::LipCornerDepressor, (0.75 * distress).max(0.8 * let_down).max(0.25 * anger));
        put(Au::ChinRaiser, (0.55 * distress).max(0.3 * let_down).max(0.5 * felt_anger * mask));
        put(Au::LipStretcher, 0.8 * fear);
        // What the mask hides still tightens the lips.
        put(Au::LipTightener, (0.8 * anger).max(0.7 * felt_anger * mask));
        put(Au::JawDrop, (0.25 * fear).max(0.5 * (anger - 0.5)));

        let manner = saying.map(|saying| saying.manner);
        let crying = matches!(manner, Some(Manner::Crying));
        let (pace, loudness, pauses) = voice(manner);
        Self {
            units,
            gaze: (0.7 + 0.4 * anger + 0.3 * hope - 1.3 * let_down - 0.9 * fear - 0.6 * distress).clamp(-1.0, 1.0),
            lean: (0.8 * anger + 0.35 * hope - 0.5 * fear - 0.4 * let_down).clamp(-1.0, 1.0),
            slump: (0.7 * distress + 0.8 * let_down - 0.5 * anger - 0.2 * dominance).clamp(0.0, 1.0),
            fists: (1.1 * felt_anger * shows - 0.25).max(0.8 * (pressure - 0.5)).clamp(0.0, 1.0),
            tremble: (0.9 * (fear - 0.35)).max(0.7 * (anger - 0.6)).max(0.6 * (distress - 0.6)).clamp(0.0, 1.0),
            tears: if crying { 1.0 } else { (2.2 * (distress - 0.45)).clamp(0.0, 1.0) },
            breath_rate: (13.0 + 9.0 * bad + 5.0 * arousal.max(0.0) - 2.5 * relief).clamp(9.0, 30.0),
            pace: (pace * (1.0 + 0.25 * anger - 0.2 * let_down)).clamp(0.5, 1.6),
            loudness: (loudness + 0.3 * anger - 0.2 * fear - 0.15 * let_down).clamp(0.0, 1.0),
            pauses: (pauses + 0.3 * distress + 0.25 * fear).clamp(0.0, 0.8),
        }
    }
}

/// Pace, loudness and pauses of a manner of speaking.
fn voice(manner: Option<Manner>) -> (f32, f32, f32) {
    match manner {
        None | Some(Manner::Plain) => (1.0, 0.5, 0.1),
        Some(Manner::Loud) => (1.05, 0.75, 0.05),
        Some(Manner::Shouting) => (1.2, 0.95, 0.0),
        Some(Manner::Quiet) => (0.9, 0.25, 0.2),
        Some(Manner::Fast) => (1.35, 0.55, 0.0),
        Some(Manner::Slow) => (0.75, 0.45, 0.3),
        Some(Manner::Crying) => (0.75, 0.45, 0.5),
        Some(Manner::Trembling) => (0.9, 0.35, 0.35),
        Some(Manner::Sarcastic) => (0.95, 0.5, 0.15),
        Some(Manner::Sighing) => (0.8, 0.35, 0.35),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ActionUnit as Au;

    fn shown(persona: &Persona, feeling: Feeling, amount: i16) -> Expression {
        let mut state = Snapshot::default();
        state.feelings[feeling as usize] = amount;
        Expression::of(persona, &state, None)
    }

    #[test]
    fn each_feeling_shows_its_own_units() {
        let persona = Persona::default();
        let unit = |feeling, unit: Au| shown(&persona, feeling, 900).units[unit as usize];
        assert!(unit(Feeling::Anger, Au::BrowLowerer) > 0.5 && unit(Feeling::Anger, Au::InnerBrowRaiser) < 0.1);
        assert!(unit(Feeling::Distress, Au::InnerBrowRaiser) > 0.5);
        assert!(unit(Feeling::Fear, Au::LipStretcher) > 0.4);
        assert!(unit(Feeling::Gratitude, Au::LipCornerPuller) > 0.4);
        assert!(unit(Feeling::Disappointment, Au::LipCornerDepressor) > 0.4);
    }

    #[test]
    fn a_mask_hides_the_brow_but_not_the_lips_until_it_slips() {
        let masked = Persona { masking: 0.9, ..Persona::default() };
        let open = shown(&Persona::default(), Feeling::Anger, 800);
        let hidden = shown(&masked, Feeling::Anger, 800);
        let brow = Au::BrowLowerer as usize;
        assert!(hidden.units[brow] < 0.3 * open.units[brow]);
        assert!(hidden.units[Au::LipTightener as usize] > 0.3);
        let mut state = Snapshot::default();
        state.feelings[Feeling::Anger as usize] = 800;
        state.pressure = 900;
        let broken = Expression::of(&masked, &state, None);
        assert!(broken.units[brow] > 0.9 * open.units[brow]);
    }
}
