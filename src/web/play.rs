//! A visit in the browser: the page, what it is told, what it says was done.

use super::guard::{Refusal, Sitting};
use super::pages::{Frame, languages};
use super::seat::{Asked, Beats, Deed, NotDone, after_step_back, desk, move_of, told, unfolded};
use super::site::Site;
use crate::classroom::{Attempt, AttemptId, AttemptState, ClassError, LiveAttempt, Moment};
use crate::locale::{Locale, Texts};
use crate::logbook::Mark;
use crate::rubric::{Assessor, Rubric};
use crate::scenario::model::Scenario;
use crate::session::hand_in::shown_order;
use crate::session::{Awaiting, Event, Mode, Session, effective};
use crate::vocabulary::ActCatalogue;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Texts that the script of a seat says.
const TEXTS: &[&str] = &[
    "visit-cut-off",
    "visit-tension-label",
    "visit-to-debrief",
    "go-on",
    "mode-exam",
    "mode-practice",
    "visit-narration",
    "visit-you-said",
    "visit-your-turn",
    "visit-listen",
    "visit-folded",
    "web-form-empty",
    "form-so-far",
    "form-open",
    "notebook-empty",
    "notebook-from-words",
    "notebook-how",
    "notebook-note-label",
    "notebook-noted-label",
    "history-empty",
    "web-says",
    "web-offline",
    "web-server-troubled",
];

/// What a page is answered.
#[derive(Debug, Serialize)]
struct Answer<T> {
    /// The number that the next move has.
    number: u32,
    seat: T,
    /// Said under what the trainee said last.
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
}

/// A deed as a page sends it, again and again until it is acknowledged.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Done {
    /// Of the move that it is to be, counted from 1.
    number: u32,
    /// Milliseconds that the page ran since the last move; bounded by our own clock.
    wait_ms: u32,
    deed: Deed,
}

/// How a page asks what there is.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asking {
    #[serde(default)]
    cut: u8,
    #[serde(default)]
    room: String,
    /// 1: only what can be done; the page has the rest.
    #[serde(default)]
    only: u8,
}

/// Which field of a form a hint is for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct HintFor {
    #[serde(default)]
    field: usize,
}

/// The attempt, if it is played at this seat or was handed in by who sits there; else there is no such attempt.
pub async fn own(site: &Site, sitting: &Sitting, attempt: i64) -> Result<Attempt, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, sitting.locale);
    let attempt = site.store.attempt(AttemptId(attempt)).await.map_err(failed)?;
    let here = attempt.seat == Some(sitting.seat.id) || attempt.state == AttemptState::HandedIn;
    let theirs = attempt.person == sitting.person.id && here;
    if theirs { Ok(attempt) } else { Err(Refusal::says(StatusCode::NOT_FOUND, "web-not-yours", sitting.locale)) }
}

/// The session of an attempt as the store has it: where another server has gone on with it, or the store did not take
/// what memory has done, it is built anew. Nobody is shown or acknowledged what is not in the store.
pub async fn at_hand(site: &Site, attempt: &Attempt, locale: Locale) -> Result<OwnedMutexGuard<LiveAttempt>, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, locale);
    let live: Arc<Mutex<LiveAttempt>> = site.live(attempt.id).await.map_err(failed)?;
    let mut live = live.lock_owned().await;
    if live.attempt().steps < attempt.steps || !live.is_stored() {
        *live = LiveAttempt::rebuild(&site.store, attempt.id).await.map_err(failed)?;
    }
    Ok(live)
}

fn answer(live: &LiveAttempt, asking: &Asking, locale: Locale, remark: Option<String>) -> Response {
    let elapsed = Moment::now().since(live.last_at()).max(0);
    let asked = Asked {
        locale,
        elapsed_ms: u64::try_from(elapsed).unwrap_or(0),
        cut_in: asking.cut == 1,
        room: Some(asking.room.as_str()).filter(|room| !room.is_empty()),
    };
    let (number, recording) = (live.moves() + 1, live.recording());
    if asking.only == 1 {
        return Json(Answer { number, seat: unfolded(recording, asked), remark }).into_response();
    }
    Json(Answer { number, seat: told(recording, asked), remark }).into_response()
}

/// `GET /seat/{attempt}/told`
pub async fn show(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Path(attempt): Path<i64>,
    Query(asking): Query<Asking>,
) -> Result<Response, Refusal> {
    let attempt = own(&site, &sitting, attempt).await.map_err(Refusal::into_script)?;
    let live = at_hand(&site, &attempt, sitting.locale).await.map_err(Refusal::into_script)?;
    let _ = site.store.touch_seat(sitting.seat.id, Moment::now()).await;
    Ok(answer(&live, &asking, sitting.locale, None))
}

/// `POST /seat/{attempt}/move`
pub async fn act(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Path(attempt): Path<i64>,
    Query(asking): Query<Asking>,
    Json(done): Json<Done>,
) -> Result<Response, Refusal> {
    let locale = sitting.locale;
    let attempt = own(&site, &sitting, attempt).await.map_err(Refusal::into_script)?;
    let mut live = at_hand(&site, &attempt, locale).await.map_err(Refusal::into_script)?;
    let asking = Asking { cut: 0, only: 0, ..asking };
    if done.number != live.moves() + 1 {
        // It was taken before its acknowledgement got lost, or another page of this seat was faster.
        return Ok(answer(&live, &asking, locale, None));
    }
    let input = match move_of(&done.deed, live.recording(), locale, done.wait_ms) {
        Ok(input) => input,
        Err(NotDone::NothingToNote) => {
            return Err(Refusal::says(StatusCode::OK, "visit-nothing-to-note", locale).into_script());
        }
        Err(NotDone::DoesNotFit) => return Ok(answer(&live, &asking, locale, None)),
    };
    let now = Moment::now();
    let stood_still = stood_still(&live, done.wait_ms, now);
    match live.apply(&site.store, done.number, &input, now).await {
        Ok(_) => {}
        Err(ClassError::OutOfStep { .. }) => {
            let failed = |error: ClassError| Refusal::of(&error, locale).into_script();
            *live = LiveAttempt::rebuild(&site.store, attempt.id).await.map_err(failed)?;
            return Ok(answer(&live, &asking, locale, None));
        }
        Err(error) => return Err(Refusal::of(&error, locale).into_script()),
    }
    if stood_still {
        let marked = live.mark(&site.store, Mark::Paused { at: now.stamp() }, Moment::now()).await;
        marked.map_err(|error| Refusal::of(&error, locale).into_script())?;
    }
    if let Some(skip) = after_step_back(live.recording()) {
        let number = live.moves() + 1;
        let skipped = live.apply(&site.store, number, &skip, Moment::now()).await;
        skipped.map_err(|error| Refusal::of(&error, locale).into_script())?;
    }
    let noted = matches!(done.deed, Deed::Note { .. }).then(|| locale.text("visit-noted").into_owned());
    Ok(answer(&live, &asking, locale, noted))
}

/// A page's clock may stand still for so long before a report says so: a slow network, a busy machine.
const STILL_MS: i64 = 5_000;

/// The page ran for much less time than there was, and no card lay on the table: it was closed, or somebody stopped it.
fn stood_still(live: &LiveAttempt, wait_ms: u32, now: Moment) -> bool {
    let session = live.recording().session();
    let beats = || Beats::of(live.recording().events(), session.clock_ms()).beats;
    session.settings().mode == Mode::Exam
        && now.since(live.last_at()) - i64::from(wait_ms) > STILL_MS
        && beats().iter().all(|beat| beat.card.is_none())
}

/// `GET /seat/{attempt}/hint`: practice only, the place of what the rubric would give most for.
pub async fn hinted(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Path(attempt): Path<i64>,
    Query(wanted): Query<HintFor>,
) -> Result<Response, Refusal> {
    let attempt = own(&site, &sitting, attempt).await.map_err(Refusal::into_script)?;
    let live = at_hand(&site, &attempt, sitting.locale).await.map_err(Refusal::into_script)?;
    let session = live.recording().session();
    if session.settings().mode != Mode::Practice {
        return Err(Refusal::says(StatusCode::CONFLICT, "web-no-hint-in-exam", sitting.locale).into_script());
    }
    let place = match session.awaiting() {
        Awaiting::Choice { offer, .. } => best_option(session, live.recording().events())
            .and_then(|best| offer.as_slice().iter().position(|shown| *shown == best)),
        Awaiting::Desk { node } => {
            let right = session.rightly(node).and_then(|right| right.of(wanted.field));
            let order = session
                .scenario()
                .task(node)
                .map(|task| shown_order(&task.form, node, wanted.field, session.settings().seed));
            right.zip(order).and_then(|(right, order)| order.iter().position(|shown| *shown == right))
        }
        Awaiting::Ended { .. } => None,
    };
    Ok(Json(serde_json::json!({ "place": place })).into_response())
}

/// The option on offer that the rubric would give most for, by its position in the choice.
fn best_option(session: &Session, events: &[Event]) -> Option<u8> {
    let timed = session.settings().timed;
    let mut assessor = Assessor::new(Rubric::shipped(), session.scenario(), ActCatalogue::shipped(), timed);
    effective(events).iter().for_each(|event| assessor.observe(event));
    assessor.hint()
}

/// `GET /seat/{attempt}`
pub async fn page(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Path(attempt): Path<i64>,
) -> Result<Response, Refusal> {
    let attempt = own(&site, &sitting, attempt).await?;
    let live = at_hand(&site, &attempt, sitting.locale).await?;
    if live.recording().ended() {
        return Ok(Redirect::to(&format!("/seat/{}/after", attempt.id)).into_response());
    }
    let scenario = live.recording().session().scenario();
    Ok(visit(&sitting, &attempt, scenario).into_response())
}

fn visit(sitting: &Sitting, attempt: &Attempt, scenario: &Scenario) -> Html<String> {
    let locale = sitting.locale;
    let text = |id: &str| locale.text(id);
    let title = scenario.title.get(locale);
    let key = |key: &str| html! { kbd aria-hidden="true" { (key) } };
    let tab = |name: &str, key_name: &str| {
        html! {
            button type="button" class="small" role="tab" id=(format!("tab-{name}")) aria-controls=(format!("panel-{name}"))
                aria-selected="false" aria-keyshortcuts=(key_name) { (text(&format!("desk-{name}"))) }
        }
    };
    let main = html! {
        header class="top" {
            h1 id="title" { (title) }
            span class="row" {
                span id="mode" class="badge" {}
                span id="gauge" class="gauge" hidden {
                    span aria-hidden="true" { (text("visit-tension")) } span id="gauge-steps" aria-hidden="true" {}
                    span id="gauge-said" class="vh" {}
                }
                span class="soft mine" { (sitting.person.pseudonym) }
                button id="voice" type="button" class="small" aria-pressed="false" hidden { (text("web-voice")) }
                (languages(locale))
                a class="button small" href="/seat" { (text("web-leave")) }
            }
        }
        main id="main" class="seat" {
            section id="stage" class="stage beside" aria-label=(text("screen-visit")) {
                div class="picture" {
                    div id="room" aria-hidden="true" {}
                    div id="people" class="people" role="img" aria-label="" {
                        @for kind in ["rest", "talk", "blink", "movement"] {
                            div id=(format!("people-{kind}")) aria-hidden="true" {}
                        }
                    }
                }
                div id="speech" class="speech" {
                    p class="who" {
                        span id="who" {}
                        span id="speaking" class="speaking" hidden {
                            (text("visit-still-speaking")) span class="meter" aria-hidden="true" { i id="meter" {} }
                        }
                    }
                    p id="words" class="words" {}
                }
            }
            section class="table" aria-label=(text("web-table")) {
                p id="you" class="you" aria-live="polite" {}
                div id="folded" hidden {
                    p class="soft" { (text("visit-folded")) }
                    button id="cut-in" type="button" aria-keyshortcuts="X" { (key("X")) (text("visit-cut-in")) }
                }
                p id="wait" class="soft" {}
                ol id="options" class="options" {}
                div id="form" hidden {}
                div id="helps" class="helps" hidden {
                    button id="hear-out" type="button" class="small" { (key(&text("key-space"))) (text("visit-hear-out")) }
                    button id="step-back" type="button" class="small" { (key("Ctrl Z")) (text("visit-step-back")) }
                    button id="hint" type="button" class="small" aria-keyshortcuts="H" { (key("H")) (text("visit-hint")) }
                }
                div id="gestures" class="gestures" role="group" aria-label=(text("web-gestures")) {}
            }
            aside class="desk" aria-label=(text("web-desk")) {
                div id="tabs" class="tabs" role="tablist" {
                    (tab("notebook", "F1")) (tab("handbook", "F2")) (tab("case-file", "F3"))
                    (tab("calendar", "F4")) (tab("history", "F5"))
                }
                div id="panel-notebook" class="panel" role="tabpanel" tabindex="0" aria-labelledby="tab-notebook" {}
                div id="panel-handbook" class="panel" role="tabpanel" tabindex="0" aria-labelledby="tab-handbook" hidden {
                    (handbook(scenario, locale))
                }
                div id="panel-case-file" class="panel" role="tabpanel" tabindex="0" aria-labelledby="tab-case-file" hidden {
                    (case_file(scenario, locale))
                }
                div id="panel-calendar" class="panel" role="tabpanel" tabindex="0" aria-labelledby="tab-calendar" hidden {}
                div id="panel-history" class="panel" role="tabpanel" tabindex="0" aria-labelledby="tab-history" hidden {}
            }
        }
        div id="live" class="vh" aria-live="polite" {}
        p id="net" class="net" role="status" hidden {}
        dialog id="card" aria-labelledby="card-title" {
            p { span id="card-badge" class="badge" hidden {} }
            h2 id="card-title" {}
            p id="card-text" {}
            div id="card-promises" {}
            p id="card-next" class="soft" {}
            button id="card-go" type="button" class="primary" {}
        }
    };
    let frame = Frame { locale, title, page: "seat", csrf: &sitting.csrf, attempt: Some(attempt.id.0), texts: TEXTS };
    frame.around(&main)
}

fn handbook(scenario: &Scenario, locale: Locale) -> Markup {
    let parts = desk::handbook(scenario, locale);
    html! {
        p {
            label class="vh" for="search" { (locale.text("handbook-search")) }
            input id="search" type="search" placeholder=(locale.text("handbook-search"));
        }
        @if parts.is_empty() { p class="soft" { (locale.text("handbook-empty")) } }
        @for part in &parts {
            h3 { (part.title) }
            @for article in &part.articles {
                div class="article card" {
                    div class="soft" { (article.citation) }
                    div { (article.text) }
                    @if article.unverified { div class="note warn" { (locale.text("handbook-unverified")) } }
                }
            }
        }
    }
}

/// What the trainee may read beforehand.
pub fn case_file(scenario: &Scenario, locale: Locale) -> Markup {
    html! {
        h3 { (locale.text("briefing-heading")) }
        @for paragraph in scenario.briefing.get(locale).split('\n').filter(|line| !line.trim().is_empty()) {
            p { (paragraph) }
        }
        @for document in &scenario.case_file {
            div class="card" {
                h3 { (document.title.get(locale)) }
                @for paragraph in document.text.get(locale).split('\n').filter(|line| !line.trim().is_empty()) {
                    p { (paragraph) }
                }
            }
        }
        @if scenario.case_file.is_empty() { p class="soft" { (locale.text("case-file-empty")) } }
    }
}
