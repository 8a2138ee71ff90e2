//! What was seen too little of in a live talk, and what a class asks of one, in words.

use super::standing_texts::{self, Verdict};
use crate::args;
use crate::locale::Texts;
use crate::rubric::assessment::{Assessment, Dimension};
use crate::rubric::{
    Calibration, LEAST_ACTS, LEAST_CHANCES, LEAST_CRITERIA, LEAST_DIMENSIONS, Standing, TURNS_A_WAY, TooLittle,
};
use crate::vocabulary::Locale;

/// Of each dimension without a score, why there is none: `Listening: too little seen: 3 chances …`.
pub fn too_little_seen(found: &Assessment, locale: Locale) -> Vec<String> {
    let of = |dimension: Dimension| {
        let seen = found.too_little_seen(dimension)?;
        let (id, least) = match seen.lack() {
            TooLittle::Chances => ("score-too-few-chances", LEAST_CHANCES),
            TooLittle::Criteria => ("score-too-few-criteria", LEAST_CRITERIA),
            TooLittle::Acts => ("score-too-few-acts", LEAST_ACTS),
            TooLittle::Ways => ("score-too-few-ways", TURNS_A_WAY),
        };
        let name = locale.text(&dimension.text_id());
        let args = args!("dimension" => name, "n" => seen.chances, "acts" => seen.acts,
                         "turns" => seen.turns, "ways" => seen.ways, "least" => least);
        Some(locale.text_with(id, &args).into_owned())
    };
    Dimension::ALL.into_iter().filter_map(of).collect()
}

/// Which dimensions the total of a live talk rests on, where it is not all; or that one is too few for a total. `None` where
/// there is nothing to say of it.
pub fn rests_on(found: &Assessment, locale: Locale) -> Option<String> {
    let looked_at = found.seen.iter().flatten().count();
    let scored: Vec<Dimension> =
        (Dimension::ALL.into_iter()).filter(|dimension| found.dimensions[*dimension as usize].is_some()).collect();
    if scored.is_empty() || scored.len() == looked_at {
        return None;
    }
    let names: Vec<_> = scored.iter().map(|dimension| locale.text(&dimension.text_id())).collect();
    let args = args!("dimensions" => names.join(&locale.text("hint-separator")), "least" => LEAST_DIMENSIONS);
    let id = if found.total.is_some() { "score-rests-on" } else { "score-one-dimension" };
    Some(locale.text_with(id, &args).into_owned())
}

/// The marks of a class, and where they are from: `Marks of Course 3: Listening 55, Empathy 60 (24 sessions …)`.
pub fn class_marks(calibration: &Calibration, locale: Locale) -> String {
    let mark = |dimension: Dimension| {
        let score = standing_texts::score(calibration.mark(dimension)?);
        let name = locale.text(&dimension.text_id());
        Some(locale.text_with("score-class-mark", &args!("dimension" => name, "score" => score)).into_owned())
    };
    let marks: Vec<String> = Dimension::ALL.into_iter().filter_map(mark).collect();
    let args = args!(
        "class" => calibration.class.as_str(), "marks" => marks.join(&locale.text("hint-separator")),
        "sessions" => calibration.sessions, "raters" => calibration.raters, "on" => calibration.made_on.to_string(),
    );
    let line = locale.text_with("score-class-marks", &args);
    match calibration.note.as_str() {
        "" => line.into_owned(),
        note => locale.text_with("score-class-note", &args!("line" => line, "note" => note)).into_owned(),
    }
}

/// How a live talk stands by the marks of a class, and in words; where too little was seen, it is said that nothing is
/// decided.
pub fn by_class(calibration: &Calibration, found: &Assessment, locale: Locale) -> (Standing, Verdict) {
    let standing = Standing::by_class(calibration, found);
    let mark = |dimension| calibration.mark(dimension).unwrap_or_default();
    let mut said = standing_texts::verdict_by(standing, mark, locale);
    said.words.get_or_insert_with(|| locale.text("score-undecided").into_owned());
    (standing, said)
}
