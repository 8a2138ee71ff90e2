//! How often clean options are told by their looks alone, by whoever knows the library's other scenarios: the model is
//! learnt from all shipped scenarios but the one that is looked at.

mod model;

pub use model::{Clue, SurfaceModel};

use super::clean::CleanInText;
use super::giveaway::Chances;
use super::looks::{ReadChoice, read};
use crate::rubric::{Plan, Rubric};
use crate::scenario::model::Scenario;
use crate::scenario::shipped::shipped;
use crate::vocabulary::{ActCatalogue, Locale};
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// How the surface model fares in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SurfaceFares {
    /// The language of the texts that were looked at.
    pub language: Locale,
    /// How often it picks a clean option.
    #[serde(flatten)]
    pub chances: Chances,
    /// The choices in which a clean option is told with some certainty, the plainest first.
    pub told: Vec<ToldChoice>,
}

/// A choice whose clean option is told by its looks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldChoice {
    /// The id of the choice.
    pub node: String,
    /// The id of the option.
    pub option: String,
    /// What tells it most.
    pub by: Clue,
    /// By how much its looks speak for it against the best-looking option that is not clean, in log odds.
    pub margin: f64,
}

/// Points of a hundred that no surface habit may gain over chance.
pub const MOST_GAIN: f64 = 8.0;
/// Standard deviations from which that is no accident: one in two hundred.
const CLEARLY: f64 = 2.58;
/// Log odds from which an option is told with some certainty: three to one.
const CERTAIN: f64 = 1.0986;

impl SurfaceFares {
    /// Whether one gets by with it.
    pub fn gives_away(&self) -> bool {
        self.chances.gain() > MOST_GAIN && self.chances.above_chance >= CLEARLY
    }
}

/// How the model that has not seen this scenario fares in it; none for a language that no other scenario is written in.
pub fn surface(scenario: &Scenario, read: &[(Locale, Vec<ReadChoice>)]) -> Vec<SurfaceFares> {
    let fares = |(language, choices): &(Locale, Vec<ReadChoice>)| {
        Some(of_language(scenario, *language, choices, model_for(scenario, *language)?))
    };
    read.iter().filter_map(fares).collect()
}

fn of_language(scenario: &Scenario, language: Locale, choices: &[ReadChoice], model: &SurfaceModel) -> SurfaceFares {
    let (mut picks, mut told) = (Vec::new(), Vec::new());
    for choice in choices {
        let scores = model.scores(&choice.looks);
        let best = |wanted: bool| {
            let those = (0..scores.len()).filter(|at| choice.clean[*at] == wanted);
            those.max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a)))
        };
        let (Some(picked), Some(other)) = (best(true), best(false)) else { continue };
        let margin = scores[picked] - scores[other];
        picks.push((margin > 0.0, choice.chance()));
        if margin >= CERTAIN
            && let Some(by) = model.why(&choice.looks, picked, other)
        {
            let node = &scenario.nodes[choice.node.at()];
            let option = node.kind.option_name(picked as u8).unwrap_or_default();
            let margin = (margin * 100.0).round() / 100.0;
            told.push(ToldChoice { node: node.id.clone(), option, by, margin });
        }
    }
    told.sort_by(|a, b| b.margin.total_cmp(&a.margin));
    SurfaceFares { language, chances: Chances::of(picks), told }
}

/// What a shipped scenario shows of its options.
struct Shown {
    id: &'static str,
    texts: BTreeSet<&'static str>,
    /// By `Locale as usize`.
    choices: [Vec<ReadChoice>; Locale::ALL.len()],
}

/// A copy of a scenario has at least so many of its options: one in so many.
const COPIED: usize = 5;

/// The model that has learnt from the library's other scenarios; `None` where there is none in this language.
pub fn model_for(scenario: &Scenario, language: Locale) -> Option<&'static SurfaceModel> {
    let library = library();
    let left_out = library.iter().position(|one| one.id == scenario.id).or_else(|| {
        let texts = || scenario.nodes.iter().flat_map(|node| node.kind.options());
        let copied = |one: &Shown| texts().filter(|option| one.texts.contains(option.text.original())).count();
        library.iter().position(|one| copied(one) * COPIED > texts().count())
    });
    learnt_without(left_out.unwrap_or(library.len()), language)
}

/// The model of all but one; a place beyond the last leaves out none.
fn learnt_without(left_out: usize, language: Locale) -> Option<&'static SurfaceModel> {
    static MODELS: OnceLock<Vec<[OnceLock<Option<SurfaceModel>>; Locale::ALL.len()]>> = OnceLock::new();
    let library = library();
    let models = MODELS.get_or_init(|| (0..=library.len()).map(|_| Default::default()).collect());
    let model = models.get(left_out)?[language as usize].get_or_init(|| {
        let others = library.iter().enumerate().filter(|(at, _)| *at != left_out);
        SurfaceModel::learn(others.flat_map(|(_, one)| &one.choices[language as usize]))
    });
    model.as_ref()
}

fn library() -> &'static [Shown] {
    static LIBRARY: OnceLock<Vec<Shown>> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let sound = shipped().iter().filter_map(|(_, loaded)| loaded.scenario.as_deref());
        sound.map(shown).collect()
    })
}

fn shown(scenario: &'static Scenario) -> Shown {
    let plan = Plan::new(Rubric::shipped(), scenario, ActCatalogue::shipped());
    let in_text = CleanInText::new(scenario, &plan);
    let mut choices: [Vec<ReadChoice>; Locale::ALL.len()] = Default::default();
    for (language, read) in read(scenario, &|node, option| in_text.is_clean(node, option)) {
        choices[language as usize] = read;
    }
    let options = scenario.nodes.iter().flat_map(|node| node.kind.options());
    Shown { id: &scenario.id, texts: options.map(|option| option.text.original()).collect(), choices }
}
