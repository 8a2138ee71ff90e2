//! A guesser that has learnt from other scenarios what clean options look like: logistic regression over what can be
//! counted, each option held against the others of its choice.

use crate::lint::looks::{Feature, OptionLooks, ReadChoice};
use serde::Serialize;
use strum::EnumCount;

const N: usize = Feature::COUNT;
type Weights = [f64; N];

/// Pulls the weights to nothing, so that a habit of few choices weighs little (ridge; in units of the log likelihood).
const RIDGE: f64 = 3.0;
/// Steps of Newton's method; the likelihood is convex, and so few come within a millionth.
const STEPS: usize = 12;
/// More of one sign than this tells nothing new.
const MOST: i32 = 6;

/// By which of its looks an option is told: it has more of something than the others, or less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Clue {
    /// What was counted.
    pub feature: Feature,
    /// Whether it has more of it than the others; otherwise less.
    pub more: bool,
}

impl Clue {
    /// Fluent message.
    pub fn text_id(self) -> String {
        let feature: &'static str = self.feature.into();
        format!("clue-{feature}-{}", if self.more { "more" } else { "less" })
    }

    /// All there are, in the order of the features.
    pub fn all() -> impl Iterator<Item = Self> {
        Feature::ALL.into_iter().flat_map(|feature| [true, false].map(|more| Self { feature, more }))
    }
}

/// How much each look speaks for a clean option.
#[derive(Clone, Debug, PartialEq)]
pub struct SurfaceModel {
    weights: Weights,
}

impl SurfaceModel {
    /// Learns from choices; `None` where there is nothing to learn. The same choices give the same model, bit for bit.
    pub fn learn<'c>(choices: impl IntoIterator<Item = &'c ReadChoice>) -> Option<Self> {
        let rows: Vec<(Weights, bool)> = (choices.into_iter())
            .flat_map(|seen| rows(&seen.looks).into_iter().zip(seen.clean.iter().copied()))
            .collect();
        if rows.is_empty() {
            return None;
        }
        // Features in units of their own spread, so that the ridge treats them alike.
        let spread: Weights = std::array::from_fn(|at| {
            let square = rows.iter().map(|(row, _)| row[at] * row[at]).sum::<f64>() / rows.len() as f64;
            square.sqrt()
        });
        let scaled: Vec<(Weights, f64)> = (rows.iter())
            .map(|(row, clean)| {
                let unit = |at: usize| if spread[at] > 1e-9 { row[at] / spread[at] } else { 0.0 };
                (std::array::from_fn(unit), f64::from(u8::from(*clean)))
            })
            .collect();
        let share = scaled.iter().map(|(_, clean)| clean).sum::<f64>() / scaled.len() as f64;
        // All options of a choice together say nothing: the base rate stays what it is.
        let base = libm::log(share.clamp(0.01, 0.99) / (1.0 - share.clamp(0.01, 0.99)));
        let mut weights = [0.0; N];
        for _ in 0..STEPS {
            let step = newton_step(&scaled, &weights, base);
            weights.iter_mut().zip(step).for_each(|(weight, by)| *weight += by);
        }
        let in_units = |at: usize| if spread[at] > 1e-9 { weights[at] / spread[at] } else { 0.0 };
        Some(Self { weights: std::array::from_fn(in_units) })
    }

    /// How much the looks of each option speak for it, in log odds.
    pub fn scores(&self, options: &[OptionLooks]) -> Vec<f64> {
        rows(options).iter().map(|row| self.worth(row).iter().sum()).collect()
    }

    /// The option whose looks speak for it most; of equals the first.
    pub fn picks(&self, options: &[OptionLooks]) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for (at, score) in self.scores(options).into_iter().enumerate() {
            if best.is_none_or(|(_, most)| score > most) {
                best = Some((at, score));
            }
        }
        best.map(|(at, _)| at)
    }

    /// What speaks most for one option against another.
    pub fn why(&self, options: &[OptionLooks], picked: usize, other: usize) -> Option<Clue> {
        let rows = rows(options);
        let (one, against) = (self.worth(rows.get(picked)?), self.worth(rows.get(other)?));
        let gain = |at: usize| one[at] - against[at];
        let best = (0..N).max_by(|a, b| gain(*a).total_cmp(&gain(*b)).then(b.cmp(a)))?;
        let more = rows[picked][best] > rows[other][best];
        (gain(best) > 0.0).then(|| Clue { feature: Feature::ALL[best], more })
    }

    fn worth(&self, row: &Weights) -> Weights {
        std::array::from_fn(|at| row[at] * self.weights[at])
    }
}

/// Each option held against the mean of its choice.
fn rows(options: &[OptionLooks]) -> Vec<Weights> {
    let value = |looks: &OptionLooks, feature: Feature| match feature {
        Feature::Length => libm::log(1.0 + f64::from(looks.get(feature))),
        _ => f64::from(looks.get(feature).min(MOST)),
    };
    let mut rows: Vec<Weights> =
        options.iter().map(|looks| std::array::from_fn(|at| value(looks, Feature::ALL[at]))).collect();
    for at in 0..N {
        let mean = rows.iter().map(|row| row[at]).sum::<f64>() / rows.len().max(1) as f64;
        rows.iter_mut().for_each(|row| row[at] -= mean);
    }
    rows
}

/// One step of Newton's method for the penalised log likelihood.
fn newton_step(rows: &[(Weights, f64)], weights: &Weights, base: f64) -> Weights {
    let mut slope: Weights = std::array::from_fn(|at| -RIDGE * weights[at]);
    let mut curve = [[0.0; N]; N];
    (0..N).for_each(|at| curve[at][at] = RIDGE);
    for (row, clean) in rows {
        let odds = base + row.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>();
        let likely = 1.0 / (1.0 + libm::exp(-odds));
        let sure = likely * (1.0 - likely);
        for at in 0..N {
            slope[at] += (clean - likely) * row[at];
            for to in 0..=at {
                curve[at][to] += sure * row[at] * row[to];
            }
        }
    }
    solve(curve, slope)
}

/// Solves a symmetric positive definite system, given by its lower half (Cholesky); the ridge keeps it definite.
fn solve(mut half: [[f64; N]; N], mut right: Weights) -> Weights {
    for at in 0..N {
        for to in 0..=at {
            let known = (0..to).map(|k| half[at][k] * half[to][k]).sum::<f64>();
            let rest = half[at][to] - known;
            half[at][to] = if at == to { rest.max(1e-12).sqrt() } else { rest / half[to][to] };
        }
    }
    for at in 0..N {
        let known = (0..at).map(|k| half[at][k] * right[k]).sum::<f64>();
        right[at] = (right[at] - known) / half[at][at];
    }
    for at in (0..N).rev() {
        let known = (at + 1..N).map(|k| half[k][at] * right[k]).sum::<f64>();
        right[at] = (right[at] - known) / half[at][at];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::model::OptionKind;
    use crate::vocabulary::NodeIx;

    fn choice(clean: &str, rude: &str) -> ReadChoice {
        let looks = [rude, clean].map(|text| OptionLooks::of(text, OptionKind::Response, None)).to_vec();
        ReadChoice { node: NodeIx(0), shuffled: true, looks, clean: vec![false, true] }
    }

    #[test]
    fn what_goes_with_clean_options_is_learnt_and_named() {
        let learnt: Vec<ReadChoice> = (0..12)
            .map(|n| choice(&format!("我记下了{}", "说".repeat(n)), &format!("那好吧您嘛{}", "说".repeat(12 - n))))
            .collect();
        let model = SurfaceModel::learn(&learnt).unwrap();
        let new = choice("这个我来查", "您看着办吧");
        assert_eq!(model.picks(&new.looks), Some(1));
        let clue = model.why(&new.looks, 1, 0).unwrap();
        assert!(!clue.more && matches!(clue.feature, Feature::Particles | Feature::Courtesy), "{clue:?}");
        assert_eq!(model, SurfaceModel::learn(&learnt).unwrap());
    }

    #[test]
    fn the_step_solves_its_system() {
        let mut half = [[0.0; N]; N];
        (0..N).for_each(|at| (0..=at).for_each(|to| half[at][to] = if at == to { 4.0 + at as f64 } else { 0.25 }));
        let wanted: Weights = std::array::from_fn(|at| at as f64 - 5.0);
        let full = |at: usize, to: usize| if at >= to { half[at][to] } else { half[to][at] };
        let right: Weights = std::array::from_fn(|at| (0..N).map(|to| full(at, to) * wanted[to]).sum());
        let found = solve(half, right);
        assert!(found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-9), "{found:?}");
    }

    #[test]
    fn nothing_seen_is_nothing_learnt_and_a_choice_without_options_has_no_pick() {
        assert_eq!(SurfaceModel::learn([]), None);
        let model = SurfaceModel::learn([&choice("好", "不")]).unwrap();
        assert_eq!((model.picks(&[]), model.why(&[], 0, 1)), (None, None));
    }
}
