//! The way in: the code, then a name of the roster or a pseudonym; then what there is to play.

use super::guard::{LANGUAGE_COOKIE, Refusal, SEAT_COOKIE, Sitting, Tongue, set_cookie};
use super::pages::{Frame, button, languages};
use super::site::Site;
use crate::args;
use crate::classroom::{
    Assignment, AssignmentId, AssignmentState, Attempt, AttemptState, Bearer, Class, ClassCode, ClassError, ClassState,
    LiveAttempt, Moment, NewPerson, Person, PersonId, SeatKind, TokenUse,
};
use crate::locale::{Locale, Texts};
use crate::scenario::model::Scenario;
use crate::session::Mode;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::header::{REFERER, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A seat's cookie lasts for a day of training and the next.
const SEAT_SECONDS: u32 = 48 * 60 * 60;
const YEAR_SECONDS: u32 = 365 * 24 * 60 * 60;

/// What stands in the address behind the QR code.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    code: String,
}

/// Code, and who sits down.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SitDown {
    #[serde(default)]
    code: String,
    /// Of the roster.
    #[serde(default)]
    person: String,
    #[serde(default)]
    pseudonym: String,
}

/// `GET /`: asks for the code; with one, for the name.
pub async fn page(
    State(site): State<Arc<Site>>,
    Tongue(locale): Tongue,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Refusal> {
    if wanted.code.trim().is_empty() {
        return Ok(ask_code(locale, None).into_response());
    }
    match class_of(&site, &wanted.code, locale).await {
        Ok(class) => Ok(ask_name(&site, locale, &class, None).await?.into_response()),
        Err(words) => Ok((StatusCode::NOT_FOUND, ask_code(locale, Some(&words))).into_response()),
    }
}

async fn class_of(site: &Site, typed: &str, locale: Locale) -> Result<Class, String> {
    let wrong = || {
        if site.may_guess() {
            locale.text("web-wrong-code").into_owned()
        } else {
            locale.text("web-too-many").into_owned()
        }
    };
    let code: ClassCode = typed.parse().map_err(|_| wrong())?;
    match site.store.class_by_code(&code).await {
        Ok(class) if class.state == ClassState::Open => Ok(class),
        Ok(_) => Err(locale.text("web-class-closed").into_owned()),
        Err(ClassError::WrongCode(_)) => Err(wrong()),
        Err(error) => Err(locale.say(&error.message())),
    }
}

fn ask_code(locale: Locale, wrong: Option<&str>) -> Html<String> {
    let text = |id: &str| locale.text(id);
    Frame::plain(locale, &text("web-join")).around(&html! {
        header class="top" { h1 { (text("app-name")) } span class="row" { (languages(locale)) } }
        main id="main" class="page narrow" {
            form method="get" action="/" class="card" {
                h2 { (text("web-join")) }
                @if let Some(wrong) = wrong { p class="note bad" role="alert" { (wrong) } }
                div class="field" {
                    label for="code" { (text("web-code")) }
                    input id="code" name="code" class="code" autocomplete="off" autocapitalize="characters" spellcheck="false"
                        maxlength="12" required autofocus;
                    p class="soft" { (text("web-code-where")) }
                }
                button class="primary" { (text("web-next")) }
            }
            p class="soft" { (text("web-plain")) }
            p { a href="/desk" { (text("web-to-desk")) } }
        }
    })
}

async fn ask_name(site: &Site, locale: Locale, class: &Class, wrong: Option<&str>) -> Result<Html<String>, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, locale);
    let free = free_people(site, class).await.map_err(failed)?;
    let text = |id: &str| locale.text(id);
    let page = Frame::plain(locale, &text("web-join")).around(&html! {
        header class="top" { h1 { (class.name) } span class="row" { (languages(locale)) } }
        main id="main" class="page narrow" {
            form method="post" action="/sit" class="card" {
                h2 { (text("web-who")) }
                @if let Some(wrong) = wrong { p class="note bad" role="alert" { (wrong) } }
                input type="hidden" name="code" value=(class.code.as_str());
                @if !free.is_empty() {
                    div class="field" {
                        label for="person" { (text("web-roster")) }
                        select id="person" name="person" {
                            option value="" { (text("web-not-in-roster")) }
                            @for person in &free { option value=(person.id) { (called(person)) } }
                        }
                    }
                }
                div class="field" {
                    label for="pseudonym" { (text(if free.is_empty() { "web-pseudonym" } else { "web-or-pseudonym" })) }
                    input id="pseudonym" name="pseudonym" autocomplete="off" maxlength="40" required[free.is_empty()];
                    p class="soft" { (text("web-pseudonym-why")) }
                }
                button class="primary" { (text("web-sit")) }
            }
            p class="soft" { (text("web-plain")) }
        }
    });
    Ok(page)
}

fn called(person: &Person) -> &str {
    person.name.as_deref().unwrap_or(&person.pseudonym)
}

/// Whoever of the roster sits nowhere: a seat whose lock is shut is none, its owner may sit down anew.
async fn free_people(site: &Site, class: &Class) -> Result<Vec<Person>, ClassError> {
    let seats = site.store.seats(class.id).await?;
    let taken: BTreeSet<PersonId> = seats.iter().filter(|seat| !seat.locked).map(|seat| seat.person).collect();
    let people = site.store.people(class.id).await?;
    Ok(people.into_iter().filter(|person| !taken.contains(&person.id)).collect())
}

/// `POST /sit`
pub async fn sit(
    State(site): State<Arc<Site>>,
    Tongue(locale): Tongue,
    Form(wanted): Form<SitDown>,
) -> Result<Response, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, locale);
    let now = Moment::now();
    let class = match class_of(&site, &wanted.code, locale).await {
        Ok(class) => class,
        Err(words) => return Ok((StatusCode::NOT_FOUND, ask_code(locale, Some(&words))).into_response()),
    };
    let person = match wanted.person.parse::<PersonId>() {
        Ok(of_roster) => {
            let free = free_people(&site, &class).await.map_err(failed)?;
            match free.into_iter().find(|person| person.id == of_roster) {
                Some(person) => person,
                None => return taken(&site, locale, &class).await,
            }
        }
        Err(_) => {
            let pseudonym = wanted.pseudonym.trim();
            if pseudonym.is_empty() || pseudonym.chars().any(char::is_control) {
                let words = locale.text("web-name-missing");
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, ask_name(&site, locale, &class, Some(&words)).await?)
                    .into_response());
            }
            // Who was given another machine comes back under the name they had.
            let free = free_people(&site, &class).await.map_err(failed)?;
            let known = free.into_iter().find(|person| person.name.is_none() && person.pseudonym == pseudonym);
            let new = NewPerson { pseudonym: Some(pseudonym.to_owned()), ..NewPerson::default() };
            match known {
                Some(person) => person,
                None => match site.store.add_person(class.id, &new, now).await {
                    Ok(person) => person,
                    Err(ClassError::Taken(_)) => return taken(&site, locale, &class).await,
                    Err(error) => return Err(failed(error)),
                },
            }
        }
    };
    let seat = site.store.take_seat(person.id, SeatKind::Browser, now).await.map_err(failed)?;
    let until = now.plus(i64::from(SEAT_SECONDS) * 1000);
    let token =
        site.store.issue_token(class.id, &Bearer::Seat(seat.id), TokenUse::Many, until).await.map_err(failed)?;
    Ok(([(SET_COOKIE, set_cookie(SEAT_COOKIE, &token, SEAT_SECONDS))], Redirect::to("/seat")).into_response())
}

async fn taken(site: &Site, locale: Locale, class: &Class) -> Result<Response, Refusal> {
    let words = locale.text("web-name-taken");
    Ok((StatusCode::CONFLICT, ask_name(site, locale, class, Some(&words)).await?).into_response())
}

/// `GET /language/{tag}`: back to where it was asked.
pub async fn language(Path(tag): Path<String>, headers: HeaderMap) -> Response {
    let back = headers.get(REFERER).and_then(|value| value.to_str().ok());
    // Only the path: nobody is sent to another host.
    let path = back.and_then(|back| back.split_once("://")).and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    let path = path.filter(|path| !path.starts_with("//") && !path.contains('\\')).unwrap_or("/");
    match tag.parse::<Locale>() {
        Ok(locale) => {
            let cookie = set_cookie(LANGUAGE_COOKIE, locale.tag(), YEAR_SECONDS);
            ([(SET_COOKIE, cookie)], Redirect::to(path)).into_response()
        }
        Err(_) => Redirect::to(path).into_response(),
    }
}

/// Which scenario of which assignment.
#[derive(Clone, Debug, Deserialize)]
pub struct Begin {
    assignment: AssignmentId,
    item: u32,
}

/// `GET /seat`: what there is to play.
pub async fn seat(State(site): State<Arc<Site>>, sitting: Sitting) -> Result<Html<String>, Refusal> {
    let locale = sitting.locale;
    let failed = |error: ClassError| Refusal::of(&error, locale);
    let mut parts: Vec<Markup> = Vec::new();
    let attempts = site.store.attempts(sitting.class.id, None).await.map_err(failed)?;
    for assignment in site.store.assignments(sitting.class.id).await.map_err(failed)? {
        for (item, paper) in (0_u32..).zip(&assignment.paper.items) {
            let mine = |attempt: &&Attempt| {
                attempt.person == sitting.person.id && attempt.assignment == Some(assignment.id) && attempt.item == item
            };
            let mine: Vec<&Attempt> = attempts.iter().filter(mine).collect();
            let scenario = site.store.scenario(&paper.hash).await.map_err(failed)?.0;
            parts.push(card(&sitting, &assignment, item, &scenario, &mine));
        }
    }
    let text = |id: &str| locale.text(id);
    let title = text("web-your-seat");
    let frame = Frame { csrf: &sitting.csrf, ..Frame::plain(locale, &title) };
    Ok(frame.around(&html! {
        header class="top" {
            h1 { (sitting.class.name) }
            span class="row" { span class="badge" { (sitting.person.pseudonym) } (languages(locale)) }
        }
        main id="main" class="page" {
            @if sitting.seat.locked { p class="note bad" role="alert" { (text("web-locked")) } }
            h2 { (text("web-to-play")) }
            @if parts.is_empty() { p class="soft" { (text("web-nothing-yet")) } a class="button" href="/seat" { (text("web-look-again")) } }
            @for part in &parts { (part) }
        }
    }))
}

fn card(sitting: &Sitting, assignment: &Assignment, item: u32, scenario: &Scenario, mine: &[&Attempt]) -> Markup {
    let locale = sitting.locale;
    let text = |id: &str| locale.text(id);
    let running = mine.iter().find(|attempt| attempt.state == AttemptState::Running);
    let (mode, explained) = match assignment.paper.mode {
        Mode::Practice => ("mode-practice", "mode-practice-explained"),
        Mode::Exam => ("mode-exam", "mode-exam-explained"),
    };
    let left = assignment.paper.attempts.map(|most| most.saturating_sub(u32::try_from(mine.len()).unwrap_or(u32::MAX)));
    let now = Moment::now();
    let open = assignment.state == AssignmentState::Open
        && assignment.opens.is_none_or(|opens| opens <= now)
        && assignment.closes.is_none_or(|closes| now < closes);
    let state = match assignment.state {
        AssignmentState::Paused => Some("web-is-paused"),
        _ if open => None,
        _ => Some("web-is-closed"),
    };
    let id = assignment.id.to_string();
    let at = item.to_string();
    let hidden = [("assignment", id.as_str()), ("item", at.as_str())];
    html! {
        section class="card" {
            h3 {
                (assignment.title)
                @if assignment.title != scenario.title.get(locale) { " · " (scenario.title.get(locale)) }
                " " span class="badge" { (text(mode)) }
            }
            p class="soft" {
                (text(explained)) " "
                @if let Some(minutes) = assignment.paper.minutes {
                    (locale.text_with("web-minutes", &args!("n" => minutes)))
                } @else {
                    (locale.text_with("menu-minutes", &args!("n" => scenario.minutes)))
                }
                @if let Some(left) = left { " " (locale.text_with("web-attempts-left", &args!("n" => left))) }
            }
            @for done in mine.iter().filter(|attempt| attempt.state == AttemptState::HandedIn) {
                p { a href=(format!("/seat/{}/after", done.id)) { (locale.text_with("web-see-attempt", &args!("n" => done.number))) } }
            }
            @if let Some(state) = state { p class="note warn" { (text(state)) } }
            @if let Some(running) = running {
                // Also where the time is over: what was done can be handed in as it is.
                (button(locale, &format!("/seat/{}/hand-in", running.id), &sitting.csrf, &[], "web-hand-in", "small"))
            }
            @if state.is_some() {}
            @else if let Some(running) = running {
                @if running.seat == Some(sitting.seat.id) {
                    p { a class="button primary" href=(format!("/seat/{}", running.id)) { (text("web-go-on")) } }
                } @else {
                    (button(locale, "/seat/begin", &sitting.csrf, &hidden, "web-go-on", "primary"))
                }
            } @else if left != Some(0) {
                details { summary { (text("web-read-first")) } (super::play::case_file(scenario, locale)) }
                p class="soft" { (text("web-keys")) }
                (button(locale, "/seat/begin", &sitting.csrf, &hidden, "briefing-begin", "primary"))
            }
        }
    }
}

/// `POST /seat/begin`
pub async fn begin(
    State(site): State<Arc<Site>>,
    sitting: Sitting,
    Form(wanted): Form<Begin>,
) -> Result<Response, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, sitting.locale);
    let assignment = site.store.assignment(wanted.assignment).await.map_err(failed)?;
    if assignment.class != sitting.class.id {
        return Err(Refusal::says(StatusCode::NOT_FOUND, "web-not-yours", sitting.locale));
    }
    let live = LiveAttempt::begin(&site.store, &assignment, wanted.item, &sitting.seat, Moment::now()).await;
    let live = live.map_err(failed)?;
    let id = live.attempt().id;
    site.forget(id);
    site.hold(live);
    Ok(Redirect::to(&format!("/seat/{id}")).into_response())
}
