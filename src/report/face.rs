//! The visitor's face at a turning point, and what can be seen of it in words.

use super::build::Maker;
use super::page::Face;
use crate::args;
use crate::feedback::debrief::Turn;
use crate::feedback::turning::TurningPoint;
use crate::figure::{Portrait, seed};
use crate::vocabulary::{ActionUnit, Expression};

/// Most signs that are named.
const MOST: usize = 3;

/// How who turned looked once the turn was over, silent.
pub(super) fn face(with: &Maker, point: &TurningPoint, turn: &Turn) -> Option<Face> {
    let visitor = with.input.scenario.visitors.get(point.who.at())?;
    let change = turn.changes.iter().find(|change| change.who == point.who)?;
    let expression = Expression::of(&visitor.persona, &change.after, None);
    let portrait = Portrait::of(visitor.look, visitor.age, seed(&visitor.id), &expression);
    let signs = signs(&portrait).into_iter().map(|sign| with.text(&format!("report-face-{sign}")));
    let seen = signs.collect::<Vec<_>>().join(&with.text("report-face-and"));
    let who = with.visitor(point.who);
    let words = with.text_with(
        "report-face",
        &args!("who" => who.as_str(), "seen" => seen.as_str(), "tension" => point.after / 10),
    );
    Some(Face { portrait, words })
}

/// The most marked signs, from the brow downwards; what is shown less than a third is not seen.
fn signs(face: &Portrait) -> Vec<&'static str> {
    let unit = |unit| face.unit(unit);
    let all = [
        ("grieving", unit(ActionUnit::InnerBrowRaiser)),
        // In grief the brows are drawn together too, but upwards.
        ("frowning", unit(ActionUnit::BrowLowerer) - unit(ActionUnit::InnerBrowRaiser) / 2),
        ("staring", unit(ActionUnit::UpperLidRaiser)),
        ("narrowed", unit(ActionUnit::LidTightener)),
        ("tearful", if face.tears > 0 { face.tears.max(334) } else { 0 }),
        ("averted", -face.gaze),
        // A small smile is seen.
        ("smiling", unit(ActionUnit::LipCornerPuller) * 3 / 2),
        ("downcast", unit(ActionUnit::LipCornerDepressor)),
        ("pressed", unit(ActionUnit::LipTightener)),
        ("open", unit(ActionUnit::JawDrop)),
    ];
    let mut marked: Vec<usize> = (0..all.len()).filter(|&at| all[at].1 > 333).collect();
    marked.sort_by_key(|&at| -all[at].1);
    marked.truncate(MOST);
    marked.sort_unstable();
    if marked.is_empty() { vec!["calm"] } else { marked.into_iter().map(|at| all[at].0).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{ACTION_UNITS, Look};

    fn seen(units: &[(ActionUnit, f32)], tears: f32) -> Vec<&'static str> {
        let mut expression = Expression { gaze: 1.0, tears, ..Expression::default() };
        for &(unit, value) in units {
            expression.units[unit as usize] = value;
        }
        signs(&Portrait::of(Look::default(), 40, 1, &expression))
    }

    #[test]
    fn the_most_marked_signs_are_named_from_the_brow_down() {
        use ActionUnit as Au;
        assert_eq!(seen(&[], 0.0), ["calm"]);
        assert_eq!(seen(&[(Au::LipTightener, 0.9), (Au::BrowLowerer, 0.8)], 0.0), ["frowning", "pressed"]);
        let grief = [(Au::InnerBrowRaiser, 0.9), (Au::BrowLowerer, 0.5), (Au::LipCornerDepressor, 0.8)];
        assert_eq!(seen(&grief, 0.1), ["grieving", "tearful", "downcast"]);
        let all: Vec<(Au, f32)> = Vec::from([(Au::LipCornerPuller, 0.3), (Au::JawDrop, 0.2)]);
        assert_eq!(seen(&all, 0.0), ["smiling"]);
        assert_eq!(ACTION_UNITS, 13);
    }
}
