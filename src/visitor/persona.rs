//! Who a visitor is: needs, traits, thresholds, how they talk; and the presets of `assets/personas`.

use crate::vocabulary::{FEELINGS, Feeling, NEEDS, Need};
use indexmap::IndexMap;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Deserialize;
use std::sync::OnceLock;

/// The five traits, −1..1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Trait {
    /// To what is new.
    Openness,
    /// Order and duty.
    Conscientiousness,
    /// Talks and shows much.
    Extraversion,
    /// Goes along with others.
    Agreeableness,
    /// Emotional stability, the opposite of neuroticism.
    Stability,
}

/// A visitor's lasting dispositions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Persona {
    /// How much each need matters, 0..1, by `Need as usize`.
    pub needs: [f64; NEEDS],
    /// −1..1, by `Trait as usize`.
    pub traits: [f64; 5],
    /// A feeling starts only above this, 0..1, by `Feeling as usize`.
    pub thresholds: [f64; FEELINGS],
    /// Seconds in which a feeling halves, by `Feeling as usize`.
    pub half_lives: [f64; FEELINGS],
    /// Pressure at which an outburst comes, 0..1.
    pub breaking_point: f64,
    /// How strongly feelings show, 0..1.
    pub expressiveness: f64,
    /// How much of the anger is hidden until it breaks, 0..1.
    pub masking: f64,
    /// How much others' feelings move them, 0..1.
    pub openness: f64,
    /// Characters (of Chinese) a second.
    pub speech_rate: f64,
    /// Trust in the receiver at the start, −1..1.
    pub trust: f64,
    /// Anger, distress, fear … they come in with, by `Feeling as usize`, 0..1.
    pub arrives_with: [f64; FEELINGS],
    /// Pressure they come in with, 0..1.
    pub arrives_under_pressure: f64,
}

impl Default for Persona {
    /// Somebody of middling needs and even temper.
    fn default() -> Self {
        Self {
            needs: [0.6, 0.6, 0.55, 0.55, 0.5, 0.45, 0.6],
            traits: [0.0; 5],
            thresholds: [0.06; FEELINGS],
            half_lives: [180.0, 240.0, 150.0, 300.0, 240.0, 150.0, 240.0],
            breaking_point: 0.78,
            expressiveness: 0.65,
            masking: 0.1,
            openness: 0.5,
            speech_rate: 4.2,
            trust: 0.0,
            arrives_with: [0.0; FEELINGS],
            arrives_under_pressure: 0.1,
        }
    }
}

/// What a preset sets; everything else stays as it was.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// Item of the reception handbook, or `-`.
    pub item: String,
    #[serde(default)]
    needs: IndexMap<Need, f64>,
    #[serde(default)]
    traits: IndexMap<Trait, f64>,
    #[serde(default)]
    arrives_with: IndexMap<Feeling, f64>,
    #[serde(default)]
    arrives_under_pressure: Option<f64>,
    #[serde(default)]
    breaking_point: Option<f64>,
    #[serde(default)]
    expressiveness: Option<f64>,
    #[serde(default)]
    masking: Option<f64>,
    #[serde(default)]
    openness: Option<f64>,
    #[serde(default)]
    speech_rate: Option<f64>,
    #[serde(default)]
    trust: Option<f64>,
}

impl Preset {
    fn apply(&self, persona: &mut Persona) {
        for (need, weight) in &self.needs {
            persona.needs[*need as usize] = weight.clamp(0.0, 1.0);
        }
        for (which, value) in &self.traits {
            persona.traits[*which as usize] = value.clamp(-1.0, 1.0);
        }
        for (feeling, value) in &self.arrives_with {
            persona.arrives_with[*feeling as usize] = value.clamp(0.0, 1.0);
        }
        let set = |field: &mut f64, value: Option<f64>, min: f64, max: f64| {
            if let Some(value) = value {
                *field = value.clamp(min, max);
            }
        };
        set(&mut persona.arrives_under_pressure, self.arrives_under_pressure, 0.0, 1.0);
        set(&mut persona.breaking_point, self.breaking_point, 0.3, 1.0);
        set(&mut persona.expressiveness, self.expressiveness, 0.0, 1.0);
        set(&mut persona.masking, self.masking, 0.0, 1.0);
        set(&mut persona.openness, self.openness, 0.0, 1.0);
        set(&mut persona.speech_rate, self.speech_rate, 1.5, 8.0);
        set(&mut persona.trust, self.trust, -1.0, 1.0);
    }
}

/// The presets that ship with the program, by name.
pub fn presets() -> &'static IndexMap<String, Preset> {
    static PRESETS: OnceLock<IndexMap<String, Preset>> = OnceLock::new();
    PRESETS.get_or_init(|| {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
        options.from_str(include_str!("../../assets/personas/presets.ron")).expect("shipped personas")
    })
}

/// The persona in one session differs from the scenario's by at most this much, so that practising twice is not
/// meeting the same puppet, and small enough that nobody turns into another type.
mod spread {
    pub const NEED: f64 = 0.06;
    pub const TRAIT: f64 = 0.08;
    pub const HALF_LIFE: f64 = 0.1;
    pub const BREAKING_POINT: f64 = 0.03;
    pub const OUTWARD: f64 = 0.05;
    pub const TRUST: f64 = 0.05;
    pub const ARRIVES: f64 = 0.05;
}

impl Persona {
    /// This persona as they are in the session with this seed; `who` tells visitors of one scenario apart.
    /// Speech stays as it is, for its times are measured when the scenario is loaded.
    pub fn varied(mut self, seed: u64, who: u64) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        // A stream of its own for each visitor, none of them the session's (0).
        dice.set_stream(who + 1);
        let mut vary = |value: &mut f64, by: f64, min: f64, max: f64| {
            // Drawn in any case, so that one value does not shift the dice of the next.
            let off = (dice.random::<f64>() * 2.0 - 1.0) * by;
            *value = (*value + off).clamp(min, max);
        };
        for need in &mut self.needs {
            let by = spread::NEED.min(*need);
            vary(need, by, 0.0, 1.0);
        }
        for value in &mut self.traits {
            vary(value, spread::TRAIT, -1.0, 1.0);
        }
        for half_life in &mut self.half_lives {
            let by = *half_life * spread::HALF_LIFE;
            vary(half_life, by, 1.0, 1e6);
        }
        for value in self.arrives_with.iter_mut().chain([&mut self.arrives_under_pressure]) {
            // Who comes without a feeling has no share of it.
            let by = spread::ARRIVES.min(*value);
            vary(value, by, 0.0, 1.0);
        }
        vary(&mut self.breaking_point, spread::BREAKING_POINT, 0.3, 1.0);
        vary(&mut self.expressiveness, spread::OUTWARD, 0.0, 1.0);
        vary(&mut self.openness, spread::OUTWARD, 0.0, 1.0);
        let by = spread::OUTWARD.min(self.masking);
        vary(&mut self.masking, by, 0.0, 1.0);
        vary(&mut self.trust, spread::TRUST, -1.0, 1.0);
        self
    }

    /// Share of anger (0..1) that stays hidden at this anger and pressure: the mask slips near the breaking point
    /// and is off in a rage.
    pub fn mask(&self, anger: f64, pressure: f64) -> f64 {
        let near = (pressure / self.breaking_point - 0.7) / 0.3;
        let rage = (anger - 0.8) / 0.08;
        self.masking * (1.0 - near.max(rage).clamp(0.0, 1.0))
    }

    /// The persona of preset names joined by `/`, e.g. `first-visit/unfair`; `None` if a name is unknown.
    pub fn preset(names: &str) -> Option<Self> {
        let mut persona = Self::default();
        for name in names.split('/') {
            presets().get(name.trim())?.apply(&mut persona);
        }
        Some(persona)
    }

    /// Lays one more preset over this persona; false if there is none of that name.
    pub fn wear(&mut self, name: &str) -> bool {
        presets().get(name).map(|preset| preset.apply(self)).is_some()
    }

    /// The names of the presets that ship.
    pub fn preset_names() -> impl Iterator<Item = &'static str> {
        presets().keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_handbook_type_has_a_preset() {
        let items: Vec<_> = presets().values().map(|p| p.item.as_str()).collect();
        for item in (1..=13).map(|n| format!("V{n:02}")).chain((1..=8).map(|n| format!("Y{n:02}"))) {
            assert!(items.contains(&item.as_str()), "{item} has no preset");
        }
    }

    #[test]
    fn a_session_varies_the_persona_a_little_and_always_in_the_same_way() {
        let base = Persona::preset("fearful").unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..200 {
            let one = base.varied(seed, 0);
            assert_eq!(one, base.varied(seed, 0));
            assert_ne!(one, base.varied(seed, 1));
            for (value, was) in one.needs.iter().zip(base.needs) {
                assert!((value - was).abs() <= spread::NEED);
            }
            assert!((one.breaking_point - base.breaking_point).abs() <= spread::BREAKING_POINT);
            assert_eq!(one.arrives_with[Feeling::Anger as usize], 0.0);
            assert_eq!(one.speech_rate, base.speech_rate);
            seen.insert(one.trust.to_bits());
        }
        assert!(seen.len() > 190);
    }

    #[test]
    fn later_presets_override_earlier_ones() {
        let both = Persona::preset("first-visit/unfair").unwrap();
        assert_eq!(both.trust, -0.15);
        assert_eq!(both.needs[Need::Clarity as usize], 0.75);
        assert!(Persona::preset("first-visit/nobody").is_none());
    }
}
