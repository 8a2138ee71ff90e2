//! The page of a log, which says first whether its numbers came out again when the log was played again.

use super::page::{Input, Page, Provenance, Versions, page};
use super::words;
use crate::args;
use crate::authoring::library;
use crate::locale::Texts;
use crate::logbook::recording::{Changed, Opened};
use crate::procedure::PaperCatalogue;
use crate::rubric::Rubric;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;

/// The page of a log by a rubric; the log's own is the standard.
pub fn page_of_log(opened: &Opened, rubric: &Rubric, locale: Locale) -> Page {
    let head = &opened.head;
    let own = format!("{}/{}", rubric.id, rubric.version);
    let judged_by = if rubric.id == Rubric::shipped().id { &head.rubric } else { &own };
    let input = Input {
        scenario: &opened.scenario,
        rubric,
        acts: ActCatalogue::shipped(),
        law: opened.scenario.library(),
        papers: PaperCatalogue::shipped(),
        settings: &head.settings,
        trainee: head.trainee.as_deref(),
        class: head.class.as_deref(),
        started: &head.started,
        attempt: None,
        self_rating: opened.self_rating,
        how: Some(&opened.how),
        versions: Versions { app: &head.app, acts: &head.acts, rubric: judged_by, model: &head.model },
        events: &opened.events,
    };
    let mut page = page(&input, locale);
    if opened.is_open_exam() {
        withhold(&mut page, locale);
    }
    page.provenance = Some(provenance(opened, locale));
    page
}

/// What playing the log again gave, in words.
pub fn provenance(opened: &Opened, locale: Locale) -> Provenance {
    let found = &opened.verified;
    let words = match &found.difference {
        _ if !found.scenario_as_named => locale.text("report-swapped").into_owned(),
        Some(difference) if found.versions.is_empty() => {
            locale.text_with("report-differs", &args!("line" => difference.line)).into_owned()
        }
        Some(difference) => {
            let changed: Vec<String> = found.versions.iter().map(|one| changed_words(one, locale)).collect();
            let changed = changed.join(&locale.text("hint-separator"));
            let args = args!("line" => difference.line, "changed" => changed);
            locale.text_with("report-differs-versions", &args).into_owned()
        }
        None => locale.text("report-recomputed").into_owned(),
    };
    let head = &opened.head.scenario;
    let shipped = library::shipped_hash(&head.id);
    let own = shipped.as_deref() != Some(opened.scenario.hash.as_str());
    let mut notes = Vec::new();
    if own {
        notes.push(
            locale.text(if shipped.is_some() { "report-own-by-that-name" } else { "report-own-scenario" }).into_owned(),
        );
    }
    if !found.chained {
        notes.push(locale.text("report-unchained").into_owned());
    }
    Provenance {
        standing: if found.agrees() { "recomputed" } else { "differs" },
        words,
        scenario: if own { "own" } else { "shipped" },
        chained: found.chained,
        notes,
    }
}

/// The version of what has changed since, then and now.
fn changed_words(changed: &Changed, locale: Locale) -> String {
    let what = locale.text(changed.text_id());
    let (recorded, present) = (words::brief(&changed.recorded, 40), words::brief(&changed.present, 40));
    locale
        .text_with("report-changed", &args!("what" => what, "recorded" => recorded, "present" => present))
        .into_owned()
}

/// An exam that can still be gone on with says how far it went, and nothing of what was good or would be better.
fn withhold(page: &mut Page, locale: Locale) {
    page.critical.clear();
    page.curves.clear();
    page.turning_points.clear();
    page.listening.clear();
    page.criteria.clear();
    page.evidence.clear();
    page.sheets.clear();
    page.composure.clear();
    page.facts.clear();
    page.timeline.clear();
    page.articles.clear();
    page.plus.clear();
    page.delta.clear();
    page.questions.clear();
    let withheld = || locale.text("report-withheld").into_owned();
    // That there was none is a finding, too.
    page.labels.insert("critical-none", locale.text("report-withheld-critical").into_owned());
    for dimension in &mut page.result.dimensions {
        dimension.score = withheld();
        dimension.milli = None;
        dimension.points = None;
    }
    page.result.notes.clear();
    page.result.tallies.clear();
    page.result.total = withheld();
    page.result.total_milli = None;
    page.result.unfinished = Some(locale.text("report-open-exam").into_owned());
    for passage in &mut page.transcript {
        passage.withhold();
    }
}
