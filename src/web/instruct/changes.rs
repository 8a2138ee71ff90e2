//! What an instructor changes: what is assigned, whether it is open, whose seat is whose.

use crate::classroom::{
    Assignment, AssignmentId, AssignmentState, AttemptState, ClassError, Moment, NewAssignment, Paper, PaperItem,
    SeatId, live,
};
use crate::locale::Locale;
use crate::logbook::catalogues::versions;
use crate::logbook::log::Files;
use crate::session::Mode;
use crate::web::guard::{Instructor, Refusal};
use crate::web::site::Site;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Redirect;
use serde::Deserialize;
use std::sync::Arc;

/// Minutes by which an extension prolongs.
const EXTENSION: u32 = 10;

/// An assignment as its form has it.
#[derive(Clone, Debug, Deserialize)]
pub struct Assign {
    scenario: String,
    #[serde(default)]
    title: String,
    mode: String,
    #[serde(default)]
    minutes: String,
    #[serde(default)]
    attempts: String,
    #[serde(default)]
    seed: String,
    #[serde(default)]
    untimed: String,
}

/// A number in a form; nothing is none.
fn number<N: std::str::FromStr>(text: &str, locale: Locale) -> Result<Option<N>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => match text.parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => Err(Refusal::says(StatusCode::UNPROCESSABLE_ENTITY, "web-no-number", locale)),
        },
    }
}

/// `POST /desk/assign`
pub async fn assign(
    State(site): State<Arc<Site>>,
    desk: Instructor,
    Form(form): Form<Assign>,
) -> Result<Redirect, Refusal> {
    let locale = desk.locale;
    let unknown = || Refusal::says(StatusCode::NOT_FOUND, "web-no-scenario", locale);
    let entry = site.library.entries.iter().find(|entry| entry.id() == form.scenario).ok_or_else(unknown)?;
    let scenario = entry.scenario().ok_or_else(unknown)?;
    let title = match form.title.trim() {
        "" => scenario.title.get(locale).to_owned(),
        title => title.to_owned(),
    };
    let paper = Paper {
        items: vec![PaperItem { scenario: scenario.id.clone(), hash: scenario.hash.clone() }],
        mode: if form.mode == "practice" { Mode::Practice } else { Mode::Exam },
        seed: number(&form.seed, locale)?,
        rubric: versions().rubric,
        timed: form.untimed.is_empty(),
        minutes: number(&form.minutes, locale)?,
        attempts: number(&form.attempts, locale)?,
    };
    let new = NewAssignment {
        class: desk.class.id,
        title,
        paper,
        files: vec![Files::from(&entry.bundle)],
        opens: None,
        closes: None,
    };
    site.store.new_assignment(&new, Moment::now()).await.map_err(|error| Refusal::of(&error, locale))?;
    Ok(Redirect::to("/desk"))
}

/// Which assignment, and what is to become of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Turn {
    assignment: AssignmentId,
    #[serde(default)]
    state: String,
}

/// The assignment, if it is this class's.
async fn own(site: &Site, desk: &Instructor, id: AssignmentId) -> Result<Assignment, Refusal> {
    let assignment = site.store.assignment(id).await.map_err(|error| Refusal::of(&error, desk.locale))?;
    if assignment.class == desk.class.id {
        return Ok(assignment);
    }
    Err(Refusal::says(StatusCode::NOT_FOUND, "web-not-yours", desk.locale))
}

/// `POST /desk/state`: opens, pauses or closes.
pub async fn turn(
    State(site): State<Arc<Site>>,
    desk: Instructor,
    Form(wanted): Form<Turn>,
) -> Result<Redirect, Refusal> {
    let assignment = own(&site, &desk, wanted.assignment).await?;
    let state = match wanted.state.as_str() {
        "open" => AssignmentState::Open,
        "paused" => AssignmentState::Paused,
        _ => AssignmentState::Closed,
    };
    let set = site.store.set_assignment_state(assignment.id, state).await;
    set.map_err(|error| Refusal::of(&error, desk.locale))?;
    Ok(Redirect::to("/desk"))
}

/// `POST /desk/extend`: ten more minutes for everybody who is at it, and until it closes.
pub async fn extend(
    State(site): State<Arc<Site>>,
    desk: Instructor,
    Form(wanted): Form<Turn>,
) -> Result<Redirect, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, desk.locale);
    let assignment = own(&site, &desk, wanted.assignment).await?;
    if let Some(closes) = assignment.closes {
        let later = closes.max(Moment::now()).plus(i64::from(EXTENSION) * 60_000);
        site.store.set_closes(assignment.id, Some(later)).await.map_err(failed)?;
    }
    if assignment.paper.minutes.is_some() {
        for person in site.store.people(desk.class.id).await.map_err(failed)? {
            let mut grant = site.store.granted(assignment.id, person.id).await.map_err(failed)?;
            grant.more_minutes = grant.more_minutes.saturating_add(EXTENSION);
            site.store.grant(assignment.id, person.id, &grant).await.map_err(failed)?;
        }
    }
    Ok(Redirect::to("/desk"))
}

/// `POST /desk/gather`: hands in what is still running, as it stands.
pub async fn gather(
    State(site): State<Arc<Site>>,
    desk: Instructor,
    Form(wanted): Form<Turn>,
) -> Result<Redirect, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, desk.locale);
    let assignment = own(&site, &desk, wanted.assignment).await?;
    let attempts = site.store.attempts(desk.class.id, Some(assignment.id)).await.map_err(failed)?;
    for attempt in attempts.iter().filter(|attempt| attempt.state == AttemptState::Running) {
        live::hand_in(&site.store, attempt.id, Moment::now()).await.map_err(failed)?;
        site.forget(attempt.id);
    }
    Ok(Redirect::to("/desk"))
}

/// Which seat, and what is to become of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Lock {
    seat: SeatId,
    to: String,
}

/// `POST /desk/seat`: opens its lock, or frees it: its browser plays no more, whoever sat there sits down anew anywhere.
pub async fn seat(
    State(site): State<Arc<Site>>,
    desk: Instructor,
    Form(wanted): Form<Lock>,
) -> Result<Redirect, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, desk.locale);
    let seat = site.store.seat(wanted.seat).await.map_err(failed)?;
    if seat.class != desk.class.id {
        return Err(Refusal::says(StatusCode::NOT_FOUND, "web-not-yours", desk.locale));
    }
    site.store.set_locked(seat.id, wanted.to != "open").await.map_err(failed)?;
    Ok(Redirect::to("/desk"))
}
