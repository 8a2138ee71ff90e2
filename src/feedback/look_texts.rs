//! How a visitor looks and sounds, in a few words: what a trainee would see, never a number.

use crate::locale::Texts;
use crate::vocabulary::ActionUnit;
use crate::vocabulary::Expression;
use crate::vocabulary::Locale;
use crate::vocabulary::Manner;

/// What shows of `expression`, the most striking first, at most two: one for the voice, one for the body.
pub fn words(expression: &Expression, manner: Option<Manner>, locale: Locale) -> Vec<String> {
    let voice = manner.and_then(|manner| match manner.id() {
        Some(id) => Some(format!("look-{id}")),
        None => strongest(&voice(expression)).map(str::to_owned),
    });
    let body = strongest(&body(expression));
    // Crying is heard and seen; once is enough.
    let same = manner == Some(Manner::Crying) && body == Some("look-tears")
        || manner == Some(Manner::Trembling) && body == Some("look-tremble");
    let said = |id: &str| locale.text(id).into_owned();
    voice.as_deref().into_iter().chain(body.filter(|_| !same)).map(said).collect()
}

fn voice(e: &Expression) -> [(f32, &'static str); 5] {
    // A silent or unknown voice has no pace.
    let speaks = if e.pace > 0.0 { 1.0 } else { 0.0 };
    [
        (over(e.loudness, 0.72) * speaks, "look-loud"),
        (over(1.0 - e.loudness, 0.72) * speaks, "look-quiet"),
        (over(e.pace - 1.0, 0.18) * speaks, "look-fast"),
        (over(1.0 - e.pace, 0.18) * speaks, "look-slow"),
        (over(e.pauses, 0.3) * speaks, "look-halting"),
    ]
}

fn body(e: &Expression) -> [(f32, &'static str); 14] {
    let unit = |unit: ActionUnit| e.units[unit as usize];
    let frown = unit(ActionUnit::BrowLowerer);
    let smile = unit(ActionUnit::LipCornerPuller);
    [
        (over(e.tears, 0.3) * 1.5, "look-tears"),
        (over(e.tremble, 0.35) * 1.2, "look-tremble"),
        (over(e.fists, 0.45) * 1.2, "look-fists"),
        (over(frown.min(unit(ActionUnit::UpperLidRaiser)), 0.4) * 1.2, "look-glare"),
        (over(unit(ActionUnit::InnerBrowRaiser).min(1.0 - frown), 0.45), "look-worried"),
        (over(frown, 0.4), "look-frown"),
        (over(unit(ActionUnit::LipTightener), 0.45), "look-lips"),
        (over(unit(ActionUnit::LipCornerDepressor).max(unit(ActionUnit::ChinRaiser)), 0.5), "look-mouth"),
        (over(smile, 0.35), "look-smile"),
        (over(e.slump, 0.5), "look-slump"),
        (over(-e.gaze, 0.35), "look-away"),
        (over(e.lean, 0.45), "look-forward"),
        (over(-e.lean, 0.45), "look-back"),
        (over((e.breath_rate - 20.0) / 20.0, 0.2), "look-breath"),
    ]
}

/// How far a sign goes beyond what one would notice, 0 where it does not.
fn over(value: f32, noticed: f32) -> f32 {
    if value > noticed { (value - noticed) / (1.0 - noticed).max(0.01) } else { 0.0 }
}

fn strongest(signs: &[(f32, &'static str)]) -> Option<&'static str> {
    let mut best: Option<(f32, &'static str)> = None;
    for &(strength, id) in signs {
        if strength > best.map_or(0.0, |(most, _)| most) {
            best = Some((strength, id));
        }
    }
    best.map(|(_, id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_described_who_shows_nothing() {
        assert!(words(&Expression::default(), None, Locale::ZhCn).is_empty());
        assert!(words(&Expression::default(), Some(Manner::Plain), Locale::En).is_empty());
    }

    #[test]
    fn tears_are_seen_and_a_shout_is_heard() {
        let crying = Expression { tears: 0.8, slump: 0.6, ..Expression::default() };
        assert_eq!(words(&crying, None, Locale::En), [Locale::En.text("look-tears")]);
        let both = words(&crying, Some(Manner::Shouting), Locale::ZhCn);
        assert_eq!(both, [Locale::ZhCn.text("look-shouting"), Locale::ZhCn.text("look-tears")]);
    }
}
