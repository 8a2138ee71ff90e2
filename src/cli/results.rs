//! The end of a session in a terminal: critical failures first, then the scores.

use super::screen::Screen;
use crate::args;
use crate::feedback::explain::explain_all;
use crate::feedback::listening_texts::measures;
use crate::feedback::standing_texts::verdict;
use crate::locale::Texts;
use crate::rubric::assessment::{Dimension, Evidence, Milli, Reason, Verdict};
use crate::rubric::{Assessment, Doubts, Listening, Rubric};
use crate::scenario::model::Scenario;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use std::io::{self, Write};

/// A score as it is printed, out of 100 with one decimal; nothing is rounded up.
pub fn points(score: Option<Milli>, locale: Locale) -> String {
    match score {
        Some(Milli(thousandths)) => format!("{}.{}", thousandths / 10, thousandths % 10),
        None => locale.text("no-score").into_owned(),
    }
}

/// What was decided wrongly, then what was wrong on papers and in composed answers, field by field.
fn papers(
    screen: &mut Screen<impl Write>,
    scenario: &Scenario,
    rubric: &Rubric,
    assessment: &Assessment,
) -> io::Result<()> {
    let locale = screen.manners.locale;
    let decided =
        |one: &Evidence| one.verdict != Verdict::Hit && matches!(one.reason, Reason::Decided(_) | Reason::LedAstray(_));
    let written = |one: &Evidence| matches!(one.reason, Reason::Wrote(Some(_)));
    if !assessment.evidence.iter().any(|one| decided(one) || written(one)) {
        return Ok(());
    }
    let law = Some(scenario.library());
    let told = explain_all(scenario, rubric, ActCatalogue::shipped(), law, assessment, locale);
    for (title, of_decisions) in [("play-decisions", true), ("play-papers", false)] {
        let belongs = |one: &Evidence| if of_decisions { decided(one) } else { written(one) };
        let found: Vec<_> = assessment.evidence.iter().zip(&told.evidence).filter(|(one, _)| belongs(one)).collect();
        if found.is_empty() {
            continue;
        }
        writeln!(screen.out)?;
        screen.titled(&locale.text(title), "")?;
        for (one, told) in found {
            let args = args!("turn" => one.turn, "what" => told.sentence.as_str(), "source" => told.source.as_str());
            screen.item(&locale.text_with("play-papers-line", &args))?;
        }
    }
    Ok(())
}

/// Failures first, the scores, then how the listening went.
pub fn show(
    screen: &mut Screen<impl Write>,
    scenario: &Scenario,
    rubric: &Rubric,
    assessment: &Assessment,
    listening: &Listening,
    doubts: Doubts,
) -> io::Result<()> {
    let locale = screen.manners.locale;
    screen.rule()?;
    if !assessment.critical.is_empty() {
        let count = assessment.critical.len();
        let title = locale.text_with("play-critical", &args!("count" => count)).into_owned();
        screen.titled(&title, "")?;
        let law = Some(scenario.library());
        let told = explain_all(scenario, rubric, ActCatalogue::shipped(), law, assessment, locale);
        for (failure, found) in assessment.critical.iter().zip(told.critical) {
            let line = locale.text_with(
                "play-critical-line",
                &args!("turn" => failure.turn, "what" => found.criterion, "why" => found.sentence),
            );
            screen.item(&line)?;
        }
        writeln!(screen.out)?;
    }
    for dimension in Dimension::ALL {
        let name = locale.text(&dimension.text_id());
        let score = points(assessment.dimensions[dimension as usize], locale);
        screen.score(&name, &score)?;
    }
    let name = locale.text("play-total");
    let total = points(assessment.total, locale);
    let total = if assessment.total == assessment.total_uncapped {
        total
    } else {
        let before = points(assessment.total_uncapped, locale);
        locale.text_with("play-capped", &args!("total" => total, "before" => before)).into_owned()
    };
    screen.score(&name, &total)?;
    // Only what has ended gets here.
    let standing = verdict(assessment.standing(rubric.pass, true).doubted(doubts), rubric.pass, locale);
    if let Some(line) = standing.line(locale) {
        screen.plain(&locale.text_with("play-standing", &args!("standing" => line)))?;
    }
    papers(screen, scenario, rubric, assessment)?;
    let measures = measures(listening, locale);
    if !measures.is_empty() {
        writeln!(screen.out)?;
        screen.titled(&locale.text("report-captions.listening"), "")?;
        for one in &measures {
            let args =
                args!("name" => one.name.as_str(), "value" => one.value.as_str(), "meaning" => one.meaning.as_str());
            screen.item(&locale.text_with("score-measure-line", &args))?;
        }
    }
    Ok(())
}
