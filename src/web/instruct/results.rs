//! What came of it: a table of all that was handed in, and each report.

use super::Overview;
use crate::classroom::{AttemptId, AttemptState};
use crate::feedback::standing_texts::score;
use crate::locale::Texts;
use crate::rubric::assessment::{Dimension, Milli};
use crate::web::after::{as_html, as_pdf, report_of};
use crate::web::guard::{Instructor, Refusal};
use crate::web::pages::Frame;
use crate::web::site::Site;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, Response};
use maud::html;
use serde::Deserialize;
use std::sync::Arc;

/// How the results are asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Shown {
    /// 1: with the names of the roster.
    #[serde(default)]
    names: u8,
}

/// `GET /desk/results`: what came of it, attempt by attempt.
pub async fn results(
    State(site): State<Arc<Site>>,
    desk: Instructor,
    Query(shown): Query<Shown>,
) -> Result<Html<String>, Refusal> {
    let locale = desk.locale;
    let text = |id: &str| locale.text(id);
    let overview = Overview::of(&site, &desk).await?;
    let points = |milli: Option<i64>| match milli {
        Some(milli) => score(Milli(milli)),
        None => text("no-score").into_owned(),
    };
    let title = text("web-results");
    Ok(Frame { csrf: &desk.csrf, ..Frame::plain(locale, &title) }.around(&html! {
        header class="top" {
            h1 { (desk.class.name) " · " (title) }
            span class="row" {
                @if shown.names == 1 { a class="button small" href="/desk/results" { (text("web-by-pseudonym")) } }
                @else { a class="button small" href="/desk/results?names=1" { (text("web-by-name")) } }
                a class="button small" href="/desk" { (text("back")) }
            }
        }
        main id="main" class="page" {
            div class="scroll" { table {
                thead { tr {
                    th scope="col" { (text("web-person")) } th scope="col" { (text("web-scenario")) }
                    @for dimension in Dimension::ALL { th scope="col" { (text(&dimension.text_id())) } }
                    th scope="col" { (text("debrief-total")) } th scope="col" { (text("web-standing")) } th scope="col" { (text("web-report")) }
                } }
                tbody {
                    @for attempt in overview.attempts.iter().filter(|attempt| attempt.state == AttemptState::HandedIn) {
                        @let person = overview.people.iter().find(|person| person.id == attempt.person);
                        @let assignment = overview.assignments.iter().find(|one| Some(one.id) == attempt.assignment);
                        tr {
                            th scope="row" { (person.map_or("", |person| match &person.name { Some(name) if shown.names == 1 => name, _ => &person.pseudonym })) }
                            td { (assignment.map_or(attempt.scenario.as_str(), |one| one.title.as_str())) }
                            @if let Some(summary) = &attempt.summary {
                                @for milli in summary.dimensions { td { (points(milli)) } }
                                td { (points(summary.total)) }
                                td { (text(&format!("standing-{}", if summary.critical.is_empty() { summary.standing.as_str() } else { "critical" }))) }
                            } @else { td colspan="5" class="soft" { (text("web-not-worked-out")) } }
                            td { a href=(format!("/desk/attempt/{}", attempt.id)) { (text("web-see")) } }
                        }
                    }
                }
            } }
        }
    }))
}

/// The attempt, if it is this class's.
async fn attempt_of(site: &Site, desk: &Instructor, id: i64) -> Result<AttemptId, Refusal> {
    let attempt = site.store.attempt(AttemptId(id)).await.map_err(|error| Refusal::of(&error, desk.locale))?;
    if attempt.class == desk.class.id {
        return Ok(attempt.id);
    }
    Err(Refusal::says(StatusCode::NOT_FOUND, "web-not-yours", desk.locale))
}

/// `GET /desk/attempt/{id}`
pub async fn report(State(site): State<Arc<Site>>, desk: Instructor, Path(id): Path<i64>) -> Result<Response, Refusal> {
    let attempt = attempt_of(&site, &desk, id).await?;
    Ok(as_html(&report_of(&site, attempt, desk.locale).await?))
}

/// `GET /desk/attempt/{id}/report.pdf`
pub async fn report_pdf(
    State(site): State<Arc<Site>>,
    desk: Instructor,
    Path(id): Path<i64>,
) -> Result<Response, Refusal> {
    let attempt = attempt_of(&site, &desk, id).await?;
    as_pdf(report_of(&site, attempt, desk.locale).await?, attempt, desk.locale).await
}
