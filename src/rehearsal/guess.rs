//! Trainees who go by looks: what they would pick without reading.

use super::policy::Policy;
use crate::lint::habit::Habit;
use crate::lint::looks::OptionLooks;
use crate::lint::surface::{SurfaceModel, model_for};
use crate::scenario::model::{Opt, OptionKind, Scenario};
use crate::vocabulary::Locale;
use std::cmp::Reverse;

/// By what somebody guesses.
pub(super) enum Guess {
    Habit(Habit),
    /// What other scenarios have taught; without any, the first will do.
    Learnt(Option<&'static SurfaceModel>),
}

impl Guess {
    pub(super) fn new(policy: Policy, scenario: &Scenario) -> Self {
        match policy.habit() {
            Some(habit) => Self::Habit(habit),
            None => Self::Learnt(model_for(scenario, scenario.locale)),
        }
    }

    /// The option of those that are shown; of equals the one that stands first in the file.
    pub(super) fn option(&self, options: &[Opt], shown: &[u8], author: Locale) -> Option<u8> {
        let mut in_order = shown.to_vec();
        in_order.sort_unstable();
        let looks = |at: &u8| {
            let option = options.get(usize::from(*at));
            let text = option.and_then(|option| option.text.author()).map_or("", |text| text.get(author));
            OptionLooks::of(text, option.map_or(OptionKind::Response, |option| option.kind), None)
        };
        let looks: Vec<OptionLooks> = in_order.iter().map(looks).collect();
        in_order.get(self.pick(&looks)?).copied()
    }

    /// The entry of a field, each with what would be written.
    pub(super) fn entry(&self, entries: &[(u8, impl AsRef<str>)]) -> Option<u8> {
        let looks = |(_, text): &(u8, _)| OptionLooks::of(AsRef::as_ref(text), OptionKind::Response, None);
        let looks: Vec<OptionLooks> = entries.iter().map(looks).collect();
        Some(entries.get(self.pick(&looks)?)?.0)
    }

    fn pick(&self, looks: &[OptionLooks]) -> Option<usize> {
        match self {
            Self::Habit(habit) => (0..looks.len()).max_by_key(|at| (habit.of(&looks[*at]), Reverse(*at))),
            Self::Learnt(Some(model)) => model.picks(looks),
            Self::Learnt(None) => (!looks.is_empty()).then_some(0),
        }
    }
}
