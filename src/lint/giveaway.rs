//! Whether good options give themselves away by their looks: how each way of guessing fares, language by language.

use super::habit::Habit;
use super::looks::ReadChoice;
use crate::scenario::model::Scenario;
use crate::vocabulary::Locale;
use serde::Serialize;

/// How a habit fares over all choices of a scenario in which some options are clean and others are not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fares {
    /// The way of guessing.
    pub habit: Habit,
    /// The language of the texts that were looked at.
    pub language: Locale,
    /// How often it picks a clean option.
    #[serde(flatten)]
    pub chances: Chances,
    /// The clean options that it picks: what gives the habit away.
    pub told: Vec<Told>,
}

/// A clean option that stands out by a habit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// The id of the choice.
    pub node: String,
    /// The id of the option.
    pub option: String,
}

/// How often a way of guessing picks a clean option, and how often blind chance would.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Chances {
    /// Choices in which it had something to go by.
    pub choices: u32,
    /// Choices in which it picks an option that offends against nothing.
    pub clean: u32,
    /// What blind chance would give, worked out choice by choice.
    pub expected: f64,
    /// Standard deviations above chance.
    pub above_chance: f64,
}

/// Standard deviations from which a habit that everybody tries is no accident: one in two hundred.
const CLEARLY: f64 = 2.58;
/// The same for those that one comes upon only when many are looked at: one in two thousand.
const RARELY: f64 = 3.29;

impl Fares {
    /// The clean options that it picks, as `node.option`.
    pub fn told_ids(&self) -> Vec<String> {
        self.told.iter().map(|told| format!("{}.{}", told.node, told.option)).collect()
    }

    /// Whether one gets by with it.
    pub fn gives_away(&self) -> bool {
        let known = matches!(self.habit, Habit::Longest | Habit::Shortest | Habit::First);
        self.chances.above_chance >= if known { CLEARLY } else { RARELY }
    }
}

impl Chances {
    /// `picks`: for each choice whether the option picked is clean, and the share of clean ones there.
    pub fn of(picks: impl IntoIterator<Item = (bool, f64)>) -> Self {
        let (mut chances, mut variance) = (Self::default(), 0.0);
        for (clean, chance) in picks {
            chances.choices += 1;
            chances.clean += u32::from(clean);
            chances.expected += chance;
            variance += chance * (1.0 - chance);
        }
        let above = if variance > 0.0 { (f64::from(chances.clean) - chances.expected) / variance.sqrt() } else { 0.0 };
        // Rounded, so that it reads well in JSON.
        let round = |value: f64| (value * 100.0).round() / 100.0;
        Self { expected: round(chances.expected), above_chance: round(above), ..chances }
    }

    /// Points of a hundred above chance.
    pub fn gain(&self) -> f64 {
        let whole = f64::from(self.choices);
        if whole > 0.0 { 100.0 * (f64::from(self.clean) - self.expected) / whole } else { 0.0 }
    }
}

/// How each habit fares in a scenario, in each language that its options are written in.
pub fn fares(scenario: &Scenario, read: &[(Locale, Vec<ReadChoice>)]) -> Vec<Fares> {
    let author = read.first().map(|(language, _)| *language);
    let mut all = Vec::new();
    for (language, choices) in read {
        // Where an option stands is the same in every language.
        let habits = Habit::ALL.into_iter().filter(|habit| *habit != Habit::First || Some(*language) == author);
        all.extend(habits.map(|habit| {
            let picked: Vec<(&ReadChoice, usize)> = (choices.iter())
                .filter_map(|choice| Some((choice, habit.picks(&choice.looks, choice.shuffled)?)))
                .collect();
            let told = picked.iter().filter(|(choice, option)| choice.clean[*option]).filter_map(|(choice, option)| {
                let node = scenario.nodes.get(choice.node.at())?;
                Some(Told { node: node.id.clone(), option: node.kind.option_name(*option as u8)? })
            });
            let chances = Chances::of(picked.iter().map(|(choice, option)| (choice.clean[*option], choice.chance())));
            Fares { habit, language: *language, chances, told: told.collect() }
        }));
    }
    all
}
