//! The feelings curve as numbers: one chart a visitor, drawn over the turns.

use super::build::Maker;
use super::page::{Chart, Line};
use super::words;
use crate::feedback::debrief::{Curve, Passage, Point};
use crate::vocabulary::Feeling;

/// Most visitors whose curves are printed: those whose tension moved most.
const MOST: usize = 4;
/// Most turn numbers under the axis.
const TICKS: u32 = 12;

impl Maker<'_> {
    pub(super) fn charts(&self) -> Vec<Chart> {
        let turns = self.debrief.turns.last().map_or(0, |turn| turn.number);
        if turns == 0 {
            return Vec::new();
        }
        // Of a crowd, the one who stands for it.
        let named = |curve: &&Curve| self.input.scenario.visitors.get(curve.who.at()).is_some_and(|v| v.like.is_none());
        let mut curves: Vec<&Curve> = self.debrief.curves.iter().filter(named).collect();
        if curves.len() > MOST {
            curves.sort_by_key(|curve| (std::cmp::Reverse(range(curve)), curve.who));
            curves.truncate(MOST);
            curves.sort_by_key(|curve| curve.who);
        }
        let visits = self.visits(turns);
        curves.into_iter().map(|curve| self.chart(curve, turns, &visits)).collect()
    }

    fn chart(&self, curve: &Curve, turns: u32, visits: &[(i32, String)]) -> Chart {
        let at = positions(&curve.points, turns);
        let line = |value: &dyn Fn(&Point) -> i32| {
            thin(at.iter().zip(&curve.points).map(|(&x, point)| (x, value(point))).collect())
        };
        let feeling = |which: Feeling| Line {
            name: self.text(&which.text_id()),
            points: line(&|point| i32::from(point.state.feelings[which as usize])),
        };
        let marks = self
            .debrief
            .turning_points
            .iter()
            .filter(|point| point.who == curve.who)
            .filter_map(|point| {
                let number = self.debrief.turns.get(point.turn)?.number;
                let last = curve.points.iter().rposition(|one| one.turn == number)?;
                Some((point.number, at[last], i32::from(point.after)))
            })
            .collect();
        let step = turns.div_ceil(TICKS).max(1);
        Chart {
            name: self.visitor(curve.who),
            tension: line(&|point| i32::from(point.tension)),
            others: vec![feeling(Feeling::Anger), feeling(Feeling::Hope)],
            marks,
            ticks: (0..=turns).step_by(step as usize).map(|turn| (scale(turn, 0, 1, turns), turn)).collect(),
            visits: visits.to_vec(),
        }
    }

    /// Where visits begin: just after the last turn of the one before.
    fn visits(&self, turns: u32) -> Vec<(i32, String)> {
        let mut before = 0;
        let mut visits = Vec::new();
        for passage in &self.debrief.story {
            match *passage {
                Passage::Turn(at) => before = self.debrief.turns.get(at).map_or(before, |turn| turn.number),
                Passage::Visit { visit, .. } => {
                    if let Some(visit) = self.input.scenario.visits.get(visit.at()) {
                        let title = words::brief(visit.title.get(self.locale), 24);
                        visits.push((scale(before, 0, 1, turns), title));
                    }
                }
                _ => {}
            }
        }
        visits
    }
}

fn range(curve: &Curve) -> i16 {
    let tensions = || curve.points.iter().map(|point| point.tension);
    tensions().max().unwrap_or_default() - tensions().min().unwrap_or_default()
}

/// Where turn `turn` and the `part`-th of `parts` instants in it lies, 0–1000.
fn scale(turn: u32, part: usize, parts: usize, turns: u32) -> i32 {
    let share = u64::from(turn) * 1000 + (part * 1000 / parts.max(1)) as u64;
    // The last turn has room for its own instants.
    (share / (u64::from(turns) + 1)) as i32
}

/// The points of one turn stand side by side between its number and the next.
fn positions(points: &[Point], turns: u32) -> Vec<i32> {
    let mut at = Vec::with_capacity(points.len());
    for group in points.chunk_by(|a, b| a.turn == b.turn) {
        at.extend((0..group.len()).map(|part| scale(group[0].turn, part, group.len(), turns)));
    }
    at
}

/// At most about six hundred points: a print shows no more.
fn thin(points: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    let step = points.len().div_ceil(600).max(1);
    let last = points.len().saturating_sub(1);
    points.into_iter().enumerate().filter(|(at, _)| at % step == 0 || *at == last).map(|(_, point)| point).collect()
}
