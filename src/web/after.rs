//! After a visit: how it went in the trainee's own eyes, then the debrief and the report.

use super::guard::{Refusal, Sitting};
use super::pages::{Frame, button, languages};
use super::play::{at_hand, own};
use super::site::Site;
use crate::classroom::{AttemptId, AttemptState, ClassError, Moment};
use crate::locale::{Locale, Texts};
use crate::logbook::SelfRating;
use crate::logbook::log::parse;
use crate::logbook::recording::opened;
use crate::report::{Page, html as page_as_html, page_of_log};
use crate::rubric::Rubric;
use crate::rubric::assessment::Dimension;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;
use std::path::Path as FilePath;
use std::sync::Arc;

/// What a report's page may do: it brings its own style, and nothing else.
const REPORT_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/// Levels by dimension; none where the trainee did not say.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Levels {
    #[serde(default)]
    listening: Option<u8>,
    #[serde(default)]
    empathy: Option<u8>,
    #[serde(default)]
    procedure: Option<u8>,
}

/// `GET /seat/{attempt}/after`
pub async fn page(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Path(attempt): Path<i64>,
) -> Result<Response, Refusal> {
    let attempt = own(&site, &sitting, attempt).await?;
    let live = at_hand(&site, &attempt, sitting.locale).await?;
    if !live.recording().ended() && attempt.state == AttemptState::Running {
        return Ok(Redirect::to(&format!("/seat/{}", attempt.id)).into_response());
    }
    if attempt.state == AttemptState::Running {
        return Ok(ask(&sitting, attempt.id).into_response());
    }
    Ok(debrief(&sitting, attempt.id).into_response())
}

fn ask(sitting: &Sitting, attempt: AttemptId) -> Html<String> {
    let locale = sitting.locale;
    let text = |id: &str| locale.text(id);
    let title = text("own-title");
    let frame = Frame { csrf: &sitting.csrf, ..Frame::plain(locale, &title) };
    frame.around(&html! {
        main id="main" class="page narrow" {
            form class="card" method="post" action=(format!("/seat/{attempt}/rate?csrf={}", sitting.csrf)) {
                h1 { (title) }
                p { (text("own-text")) }
                @for dimension in Dimension::ALL {
                    @let name = field(dimension);
                    fieldset class="levels" {
                        legend { b { (text(&dimension.text_id())) } " " (text(&dimension.own_text_id())) }
                        @for level in 1..=5_u8 {
                            label { input type="radio" name=(name) value=(level); (text(&format!("own-{level}"))) }
                        }
                    }
                }
                button class="primary" { (text("own-done")) }
            }
            (button(locale, &format!("/seat/{attempt}/rate"), &sitting.csrf, &[], "own-skip", ""))
        }
    })
}

const fn field(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Listening => "listening",
        Dimension::Empathy => "empathy",
        Dimension::Procedure => "procedure",
    }
}

/// `POST /seat/{attempt}/rate`: what the trainee says of it, then it is handed in.
pub async fn rate(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Path(attempt): Path<i64>,
    Form(levels): Form<Levels>,
) -> Result<Response, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, sitting.locale);
    let attempt = own(&site, &sitting, attempt).await?;
    let mut live = at_hand(&site, &attempt, sitting.locale).await?;
    if live.recording().ended() && attempt.state == AttemptState::Running {
        let rating = SelfRating::of([levels.listening, levels.empathy, levels.procedure]);
        if let Some(rating) = rating {
            live.rate(&site.store, rating, Moment::now()).await.map_err(failed)?;
        }
        live.hand_in(&site.store, Moment::now()).await.map_err(failed)?;
    }
    Ok(Redirect::to(&format!("/seat/{}/after", attempt.id)).into_response())
}

/// `POST /seat/{attempt}/hand-in`: hands it in as it stands, finished or not.
pub async fn hand_in(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Path(attempt): Path<i64>,
) -> Result<Redirect, Refusal> {
    let attempt = own(&site, &sitting, attempt).await?;
    let mut live = at_hand(&site, &attempt, sitting.locale).await?;
    if attempt.state == AttemptState::Running {
        let done = live.hand_in(&site.store, Moment::now()).await;
        done.map_err(|error| Refusal::of(&error, sitting.locale))?;
    }
    Ok(Redirect::to(&format!("/seat/{}/after", attempt.id)))
}

fn debrief(sitting: &Sitting, attempt: AttemptId) -> Html<String> {
    let locale = sitting.locale;
    let text = |id: &str| locale.text(id);
    let title = text("screen-debrief");
    Frame::plain(locale, &title).around(&html! {
        header class="top" {
            h1 { (title) }
            span class="row" {
                a class="button small" href=(format!("/seat/{attempt}/report.html")) download { (text("web-report-html")) }
                @if cfg!(feature = "pdf") {
                    a class="button small" href=(format!("/seat/{attempt}/report.pdf")) download { (text("web-report-pdf")) }
                }
                (languages(locale))
                a class="button small primary" href="/seat" { (text("web-back-to-seat")) }
            }
        }
        main id="main" class="page" {
            p class="note good" { (text("web-handed-in")) }
            iframe class="report" src=(format!("/seat/{attempt}/report.html")) title=(title) {}
        }
    })
}

/// The report of an attempt, from its log in the store, played again.
///
/// # Errors
///
/// [`Refusal`], where the log cannot be read.
pub async fn report_of(site: &Site, attempt: AttemptId, locale: Locale) -> Result<Page, Refusal> {
    let log = site.store.log_of(attempt).await.map_err(|error| Refusal::of(&error, locale))?;
    let broken = || Refusal::says(StatusCode::UNPROCESSABLE_ENTITY, "web-report-failed", locale);
    let made = tokio::task::spawn_blocking(move || {
        let path = FilePath::new("attempt");
        let opened = parse(&log, path).and_then(|log| opened(log, path)).ok()?;
        Some(page_of_log(&opened, Rubric::shipped(), locale))
    });
    made.await.ok().flatten().ok_or_else(broken)
}

/// `GET /seat/{attempt}/report.html`
pub async fn report_html(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Path(attempt): Path<i64>,
) -> Result<Response, Refusal> {
    let attempt = finished(&site, &sitting, attempt).await?;
    let page = report_of(&site, attempt, sitting.locale).await?;
    Ok(as_html(&page))
}

/// A report as a page of its own.
pub fn as_html(page: &Page) -> Response {
    ([(CONTENT_SECURITY_POLICY, REPORT_POLICY)], Html(page_as_html(page))).into_response()
}

/// `GET /seat/{attempt}/report.pdf`
pub async fn report_pdf(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Path(attempt): Path<i64>,
) -> Result<Response, Refusal> {
    let attempt = finished(&site, &sitting, attempt).await?;
    let page = report_of(&site, attempt, sitting.locale).await?;
    as_pdf(page, attempt, sitting.locale).await
}

/// A report as PDF, to be kept.
///
/// # Errors
///
/// [`Refusal`], where it cannot be typeset.
pub async fn as_pdf(page: Page, attempt: AttemptId, locale: Locale) -> Result<Response, Refusal> {
    let failed = || Refusal::says(StatusCode::NOT_IMPLEMENTED, "web-report-failed", locale);
    let made = tokio::task::spawn_blocking(move || crate::report::pdf(&page)).await;
    let bytes = made.ok().and_then(Result::ok).ok_or_else(failed)?;
    let name = format!("attachment; filename=\"calmdesk-{attempt}.pdf\"");
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// The attempt, if it is this seat's and handed in: before that nobody is told what was good.
async fn finished(site: &Site, sitting: &Sitting, attempt: i64) -> Result<AttemptId, Refusal> {
    let attempt = own(site, sitting, attempt).await?;
    match attempt.state {
        AttemptState::HandedIn => Ok(attempt.id),
        AttemptState::Running => Err(Refusal::says(StatusCode::CONFLICT, "web-not-handed-in", sitting.locale)),
    }
}
