//! The instructor's page: who is where, who has handed in; what is played, opened, paused, closed, extended; any seat's
//! lock; what came of it.

mod changes;
mod enter;
mod results;

use super::BY_LINK;
use super::guard::{Instructor, Refusal};
use super::pages::{Frame, button, languages};
use super::site::Site;
use crate::args;
use crate::authoring::library::LibraryEntry;
use crate::classroom::{Assignment, AssignmentState, Attempt, AttemptState, ClassError, Moment, Person, Seat};
use crate::locale::{Locale, Texts};
use crate::session::Mode;
use axum::Json;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
pub use changes::{assign, extend, gather, seat, turn};
pub use enter::{ask, enter, leave, link, use_link};
use maud::{Markup, html};
pub use results::{report, report_pdf, results};
use std::sync::Arc;

/// What a class's page shows.
struct Overview {
    people: Vec<Person>,
    seats: Vec<Seat>,
    attempts: Vec<Attempt>,
    assignments: Vec<Assignment>,
}

impl Overview {
    async fn of(site: &Site, desk: &Instructor) -> Result<Self, Refusal> {
        let failed = |error: ClassError| Refusal::of(&error, desk.locale);
        let class = desk.class.id;
        Ok(Self {
            people: site.store.people(class).await.map_err(failed)?,
            seats: site.store.seats(class).await.map_err(failed)?,
            attempts: site.store.attempts(class, None).await.map_err(failed)?,
            assignments: site.store.assignments(class).await.map_err(failed)?,
        })
    }
}

/// `GET /desk`
pub async fn page(State(site): State<Arc<Site>>, desk: Instructor) -> Result<Html<String>, Refusal> {
    let locale = desk.locale;
    let text = |id: &str| locale.text(id);
    let overview = Overview::of(&site, &desk).await?;
    let sound: Vec<&LibraryEntry> = site.library.entries.iter().filter(|entry| entry.scenario().is_some()).collect();
    let title = text("web-desk-title");
    let frame = Frame { page: "desk", csrf: &desk.csrf, ..Frame::plain(locale, &title) };
    Ok(frame.around(&html! {
        header class="top" {
            h1 { (desk.class.name) }
            span class="row" {
                // Who came in by the link has no name of their own.
                @if desk.name != BY_LINK { span class="soft" { (desk.name) } }
                b { (desk.class.code.as_str()) }
                a class="button small" href="/wall" target="_blank" { (text("web-to-wall")) }
                a class="button small" href="/desk/results" { (text("web-results")) }
                (languages(locale))
                (button(locale, "/desk/leave", &desk.csrf, &[], "web-leave", "small"))
            }
        }
        main id="main" class="page" {
            @if site.addresses.iter().all(|address| address.starts_with("http://")) { p class="note warn" { (text("web-plain-desk")) } }
            h2 { (text("web-assignments")) }
            @if overview.assignments.is_empty() { p class="soft" { (text("web-no-assignments")) } }
            @for assignment in &overview.assignments { (assignment_card(assignment, &overview, &desk)) }
            (new_assignment(&sound, &desk))
            h2 { (text("web-people")) }
            div id="people" class="scroll" { (people(&overview, &desk)) }
        }
    }))
}

fn assignment_card(assignment: &Assignment, overview: &Overview, desk: &Instructor) -> Markup {
    let locale = desk.locale;
    let text = |id: &str| locale.text(id);
    let of = |state: AttemptState| {
        overview.attempts.iter().filter(|one| one.assignment == Some(assignment.id) && one.state == state).count()
    };
    let (running, done) = (of(AttemptState::Running), of(AttemptState::HandedIn));
    let (state, kind) = match assignment.state {
        AssignmentState::Open => ("web-state-open", "badge good"),
        AssignmentState::Paused => ("web-state-paused", "badge warn"),
        AssignmentState::Closed => ("web-state-closed", "badge"),
    };
    let id = assignment.id.to_string();
    let turn = |state: &'static str, label: &str| {
        button(locale, "/desk/state", &desk.csrf, &[("assignment", &id), ("state", state)], label, "small")
    };
    html! {
        section class="card" {
            h3 {
                (assignment.title) " " span class=(kind) { (text(state)) } " "
                span class="badge" { (text(if assignment.paper.mode == Mode::Exam { "mode-exam" } else { "mode-practice" })) }
            }
            p class="soft" {
                (locale.text_with("web-running-done", &args!("running" => running, "done" => done)))
                @if let Some(minutes) = assignment.paper.minutes { " · " (locale.text_with("web-minutes", &args!("n" => minutes))) }
                @if let Some(closes) = assignment.closes { " · " (locale.text_with("web-closes-at", &args!("time" => closes.stamp()))) }
            }
            div class="row" {
                @if assignment.state != AssignmentState::Open { (turn("open", "web-open")) }
                @if assignment.state == AssignmentState::Open { (turn("paused", "web-pause")) }
                @if assignment.state != AssignmentState::Closed { (turn("closed", "web-close")) }
                (button(locale, "/desk/extend", &desk.csrf, &[("assignment", &id)], "web-extend", "small"))
                @if running > 0 { (button(locale, "/desk/gather", &desk.csrf, &[("assignment", &id)], "web-gather", "small")) }
            }
        }
    }
}

fn new_assignment(sound: &[&LibraryEntry], desk: &Instructor) -> Markup {
    let locale = desk.locale;
    let text = |id: &str| locale.text(id);
    html! {
        details class="card" {
            summary { (text("web-new-assignment")) }
            form method="post" action=(format!("/desk/assign?csrf={}", desk.csrf)) {
                div class="field" {
                    label for="scenario" { (text("web-scenario")) }
                    select id="scenario" name="scenario" {
                        @for entry in sound { option value=(entry.id()) { (entry.title(locale)) } }
                    }
                }
                div class="field" {
                    label for="title" { (text("web-assignment-title")) }
                    input id="title" name="title" maxlength="80" placeholder=(text("web-assignment-title-hint"));
                }
                fieldset class="levels" {
                    legend { (text("menu-mode")) }
                    label { input type="radio" name="mode" value="exam" checked; (text("mode-exam")) }
                    label { input type="radio" name="mode" value="practice"; (text("mode-practice")) }
                }
                div class="row" {
                    div class="field" { label for="minutes" { (text("web-minutes-label")) } input id="minutes" name="minutes" type="number" min="1" max="600"; }
                    div class="field" { label for="attempts" { (text("web-attempts-label")) } input id="attempts" name="attempts" type="number" min="1" max="100" value="1"; }
                    div class="field" { label for="seed" { (text("web-seed-label")) } input id="seed" name="seed" type="number" min="0" max="999999"; }
                }
                div class="field" { label { input type="checkbox" name="untimed" value="1"; (text("menu-untimed")) } }
                button class="primary" { (text("web-assign")) }
            }
        }
    }
}

fn people(overview: &Overview, desk: &Instructor) -> Markup {
    let locale = desk.locale;
    let text = |id: &str| locale.text(id);
    let now = Moment::now();
    html! {
        @if overview.people.is_empty() { p class="soft" { (text("web-nobody")) } }
        @else {
            table {
                thead { tr {
                    th scope="col" { (text("web-person")) } th scope="col" { (text("web-seen")) }
                    th scope="col" { (text("web-where")) } th scope="col" { (text("web-seat")) }
                } }
                tbody {
                    @for person in &overview.people {
                        @let seat = overview.seats.iter().rev().find(|seat| seat.person == person.id);
                        tr {
                            th scope="row" {
                                (person.pseudonym)
                                @if let Some(name) = &person.name { " " span class="soft" { (name) } }
                            }
                            td { (seen(seat, now, locale)) }
                            td { @for attempt in overview.attempts.iter().filter(|attempt| attempt.person == person.id) { (standing(attempt, overview, locale)) } }
                            td { @if let Some(seat) = seat { (lock(seat, desk)) } }
                        }
                    }
                }
            }
        }
    }
}

fn seen(seat: Option<&Seat>, now: Moment, locale: Locale) -> String {
    let Some(seat) = seat else { return locale.text("web-not-here").into_owned() };
    match now.since(seat.seen).max(0) / 60_000 {
        0 => locale.text("web-seen-now").into_owned(),
        minutes => locale.text_with("web-seen-minutes", &args!("n" => minutes)).into_owned(),
    }
}

fn standing(attempt: &Attempt, overview: &Overview, locale: Locale) -> Markup {
    let title =
        overview.assignments.iter().find(|one| Some(one.id) == attempt.assignment).map(|one| one.title.as_str());
    html! {
        div {
            (title.unwrap_or(&attempt.scenario)) " "
            @match attempt.state {
                AttemptState::Running => span class="badge warn" { (locale.text_with("web-at-step", &args!("n" => attempt.steps.saturating_sub(1)))) },
                AttemptState::HandedIn => a class="badge good" href=(format!("/desk/attempt/{}", attempt.id)) { (locale.text("web-has-handed-in")) },
            }
        }
    }
}

fn lock(seat: &Seat, desk: &Instructor) -> Markup {
    let id = seat.id.to_string();
    let (to, label) = if seat.locked { ("open", "web-unlock") } else { ("free", "web-free") };
    let hidden = [("seat", id.as_str()), ("to", to)];
    html! {
        @if seat.locked { span class="badge" { (desk.locale.text("web-is-locked")) } " " }
        (button(desk.locale, "/desk/seat", &desk.csrf, &hidden, label, "small"))
    }
}

/// `GET /desk/people`: the table of people, to be followed.
pub async fn follow(State(site): State<Arc<Site>>, desk: Instructor) -> Result<Response, Refusal> {
    let overview = Overview::of(&site, &desk).await.map_err(Refusal::into_script)?;
    Ok(Json(serde_json::json!({ "html": people(&overview, &desk).into_string() })).into_response())
}
