//! The report of a live role-play: the same page, without what only a machine could have measured.

use super::page::{Input, Page, Pair, Versions, told};
use super::words;
use crate::args;
use crate::coding::{Session, Staged, Who};
use crate::feedback::debrief::Debrief;
use crate::feedback::listening_texts::measures;
use crate::feedback::questions::About;
use crate::feedback::seen_texts::{by_class, class_marks, rests_on, too_little_seen};
use crate::locale::Texts;
use crate::procedure::PaperCatalogue;
use crate::rubric::{Calibration, Listening, Rubric};
use crate::session::Settings;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;

/// Makes the page of a coded session. `sheet` is the name of the file it stood in. Whether it is passed is said by the marks
/// of a class, and without them not at all.
pub fn live_page(
    session: &Session,
    staged: &Staged,
    rubric: &Rubric,
    calibration: Option<&Calibration>,
    sheet: &str,
    locale: Locale,
) -> Page {
    let (scenario, acts) = (&*staged.scenario, ActCatalogue::shipped());
    let settings = Settings::default();
    let mut debrief = Debrief::with(scenario, acts, staged.assessment.clone(), &staged.events);
    // Nobody saw the notebook.
    debrief.questions.retain(|question| !matches!(question.about, About::NotNoted { .. }));
    let input = Input {
        scenario,
        rubric,
        acts,
        law: scenario.library(),
        papers: PaperCatalogue::shipped(),
        settings: &settings,
        trainee: session.name.as_deref(),
        class: session.class.as_deref(),
        started: "",
        attempt: None,
        self_rating: None,
        how: None,
        versions: Versions {
            app: crate::logbook::log::APP_VERSION,
            acts: &acts.version,
            rubric: &rubric.version,
            model: "",
        },
        events: &staged.events,
    };
    let mut page = told(&input, &debrief, true, locale);
    let text = |id: &str| locale.text(id).into_owned();
    let pair = |id: &str, text: String| Pair { label: locale.text(id).into_owned(), text };
    let given = |name: Option<&str>, id| name.and_then(words::name).unwrap_or_else(|| text(id));
    let heard = live_listening(staged, rubric);
    let cues = format!("{} / {}", heard.answered, heard.cues);
    page.title = text("score-report-title");
    page.subject = locale.text_with("score-subject", &args!("session" => words::brief(&session.id, 60))).into_owned();
    page.header = vec![
        pair("report-trainee-name", given(session.name.as_deref(), "report-unnamed")),
        pair("report-class", given(session.class.as_deref(), "report-no-class")),
        pair("report-mode", text("score-mode")),
        // Of all numbers it rests on most: it stands before the scores.
        pair("measure-cues", cues.clone()),
        pair("score-rows", session.rows.len().to_string()),
    ];
    if let Some(ms) = session.rows.iter().rev().find_map(|row| row.at_ms) {
        page.header.push(pair("report-duration", words::clock(ms)));
    }
    page.versions = vec![
        pair("score-sheet", words::brief(sheet, 60)),
        pair("report-rubric", format!("{}/{}", rubric.id, rubric.version)),
        pair("report-acts", acts.version.clone()),
        pair("report-app", crate::logbook::log::APP_VERSION.to_owned()),
    ];
    let visitor = session.rows.iter().filter(|row| row.who != Who::Trainee).count();
    page.result.tallies = vec![
        pair("measure-cues", cues),
        pair("report-tally-turns", debrief.turns.len().to_string()),
        pair("score-tally-lines", visitor.to_string()),
    ];
    // What a class must reach, only that class can say: a live talk has no pass mark.
    let mark = locale.text_with("report-pass-mark", &args!("score" => words::score(rubric.pass)));
    page.result.notes.retain(|note| *note != mark);
    page.result.notes.extend(too_little_seen(&staged.assessment, locale));
    page.result.notes.extend(rests_on(&staged.assessment, locale));
    let result = &mut page.result;
    (result.standing, result.passed, result.verdict) = ("no-mark", None, None);
    result.reasons.clear();
    if staged.assessment.total.is_none() {
        result.total = text("too-little-seen");
        let nothing = text("report-no-total");
        result.notes.retain(|note| *note != nothing);
    }
    if let Some(calibration) = calibration {
        let (standing, said) = by_class(calibration, &staged.assessment, locale);
        (result.standing, result.passed) = (standing.id(), standing.passed());
        (result.verdict, result.reasons) = (said.words, said.reasons);
        result.notes.push(words::clean(&class_marks(calibration, locale), 1000));
    }
    page.labels.insert("caveat", text("score-caveat"));
    page.result.notes.push(text("score-note"));
    page.listening = measures(&heard, locale);
    // The sheet knows neither the notebook nor dates.
    page.facts.clear();
    page.timeline.clear();
    page.footer = locale
        .text_with(
            "score-footer",
            &args!("sheet" => words::brief(sheet, 60), "session" => words::brief(&session.id, 60)),
        )
        .into_owned();
    page
}

/// What an observer can have seen.
pub fn live_listening(staged: &Staged, rubric: &Rubric) -> Listening {
    let found = Listening::of(&staged.scenario, rubric, ActCatalogue::shipped(), false, &staged.events);
    Listening { facts_told: 0, facts_noted: 0, ..found }
}
