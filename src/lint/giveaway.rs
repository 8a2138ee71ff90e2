//! Whether good options give themselves away: by their length, or by standing first.

use crate::rubric::Plan;
use crate::scenario::model::{Choice, Scenario};
use crate::vocabulary::{NodeIx, all};
use serde::Serialize;
use strum::{EnumCount, VariantArray};

/// Something a guesser can go by without reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, EnumCount, VariantArray)]
#[serde(rename_all = "lowercase")]
pub enum Habit {
    /// Always the longest option.
    Longest,
    /// Always the shortest option.
    Shortest,
    /// Counts only where the order is fixed.
    First,
}

impl Habit {
    /// In the order of the declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// The option that this habit picks; `None` where it has nothing to go by.
    pub fn picks(self, choice: &Choice) -> Option<usize> {
        let length = |at: usize| choice.options[at].text.original().chars().count();
        let all = 0..choice.options.len();
        // Where two are equally long, nothing stands out.
        let alone = |picked: usize| all.clone().all(|at| at == picked || length(at) != length(picked));
        match self {
            Self::Longest => all.clone().max_by_key(|at| length(*at)).filter(|picked| alone(*picked)),
            Self::Shortest => all.clone().min_by_key(|at| length(*at)).filter(|picked| alone(*picked)),
            Self::First => (!choice.shuffled && !choice.options.is_empty()).then_some(0),
        }
    }
}

/// How a habit fares over all choices of a scenario in which some options are clean and others are not.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fares {
    /// Which rule of thumb.
    pub habit: Habit,
    /// Choices at which it was tried.
    pub choices: u32,
    /// Choices in which it picks an option that offends against nothing.
    pub clean: u32,
    /// What blind chance would give.
    pub expected: f64,
    /// Standard deviations above chance.
    pub above_chance: f64,
}

/// Standard deviations from which a habit is no accident: one in two hundred.
const CLEARLY: f64 = 2.58;

impl Fares {
    /// Whether one gets by with it.
    pub fn gives_away(&self) -> bool {
        self.above_chance >= CLEARLY
    }
}

/// How far one gets in a scenario by each habit alone.
pub fn fares(scenario: &Scenario, plan: &Plan) -> [Fares; 3] {
    Habit::ALL.map(|habit| fare(scenario, plan, habit))
}

fn fare(scenario: &Scenario, plan: &Plan, habit: Habit) -> Fares {
    let (mut choices, mut clean, mut expected, mut variance) = (0, 0, 0.0, 0.0);
    for (at, node) in scenario.nodes.iter().enumerate() {
        let Some(choice) = node.kind.as_choice() else { continue };
        let is_clean = |option: usize| plan.is_clean(NodeIx(at as u16), option as u8);
        let good = (0..choice.options.len()).filter(|option| is_clean(*option)).count();
        if good == 0 || good == choice.options.len() {
            continue;
        }
        let Some(picked) = habit.picks(choice) else { continue };
        let chance = good as f64 / choice.options.len() as f64;
        choices += 1;
        clean += u32::from(is_clean(picked));
        expected += chance;
        variance += chance * (1.0 - chance);
    }
    let above_chance = if variance > 0.0 { (f64::from(clean) - expected) / variance.sqrt() } else { 0.0 };
    // Rounded, so that it reads well in JSON.
    let round = |value: f64| (value * 100.0).round() / 100.0;
    Fares { habit, choices, clean, expected: round(expected), above_chance: round(above_chance) }
}
