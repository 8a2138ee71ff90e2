//! The wall: how to get in, and how far the class is, without names.

use super::guard::{Instructor, Refusal};
use super::pages::{Frame, languages};
use super::site::Site;
use crate::args;
use crate::classroom::{AssignmentState, AttemptState, ClassError};
use crate::locale::Texts;
use axum::Json;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, PreEscaped, html};
use qrcode::QrCode;
use qrcode::render::svg::Color;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The QR code of an address as SVG; `None`: the address is too long for one.
pub fn qr_svg(address: &str) -> Option<String> {
    let code = QrCode::new(address.as_bytes()).ok()?;
    let drawn = code.render::<Color>().min_dimensions(200, 200).build();
    // The element alone, without the declaration of a file.
    drawn.find("<svg").map(|at| drawn[at..].to_owned())
}

/// The same for a terminal.
pub fn qr_text(address: &str) -> Option<String> {
    let code = QrCode::new(address.as_bytes()).ok()?;
    Some(code.render::<qrcode::render::unicode::Dense1x2>().build())
}

/// `GET /wall`
pub async fn page(State(site): State<Arc<Site>>, desk: Instructor) -> Result<Html<String>, Refusal> {
    let locale = desk.locale;
    let text = |id: &str| locale.text(id);
    let code = desk.class.code.as_str();
    let address = site.addresses.first().map_or("", String::as_str);
    let title = text("web-wall");
    let progress = progress(&site, &desk).await?;
    let frame = Frame { page: "wall", csrf: &desk.csrf, ..Frame::plain(locale, &title) };
    Ok(frame.around(&html! {
        header class="top" { h1 { (desk.class.name) } span class="row" { (languages(locale)) } }
        main id="main" class="wall" {
            section {
                p { (text("web-wall-open")) }
                p class="big" { @for address in &site.addresses { div { (address) } } }
                p { (text("web-wall-code")) }
                p class="code" { (code) }
                @if let Some(qr) = qr_svg(&format!("{address}/?code={code}")) {
                    div class="qr" role="img" aria-label=(text("web-wall-qr")) { (PreEscaped(qr)) }
                }
            }
            section id="progress" aria-live="polite" { (progress) }
        }
    }))
}

/// `GET /wall/progress`
pub async fn follow(State(site): State<Arc<Site>>, desk: Instructor) -> Result<Response, Refusal> {
    let progress = progress(&site, &desk).await.map_err(Refusal::into_script)?;
    Ok(Json(serde_json::json!({ "html": progress.into_string() })).into_response())
}

async fn progress(site: &Site, desk: &Instructor) -> Result<Markup, Refusal> {
    let locale = desk.locale;
    let failed = |error: ClassError| Refusal::of(&error, locale);
    let seats = site.store.seats(desk.class.id).await.map_err(failed)?;
    let seated = seats.iter().filter(|seat| !seat.locked).map(|seat| seat.person).collect::<BTreeSet<_>>().len();
    let attempts = site.store.attempts(desk.class.id, None).await.map_err(failed)?;
    let assignments = site.store.assignments(desk.class.id).await.map_err(failed)?;
    let of = |id, state| {
        let these = attempts.iter().filter(|one| one.assignment == Some(id) && one.state == state);
        these.map(|one| one.person).collect::<BTreeSet<_>>().len()
    };
    Ok(html! {
        p class="big" { (locale.text_with("web-wall-seated", &args!("n" => seated))) }
        @for assignment in assignments.iter().filter(|one| one.state != AssignmentState::Closed) {
            @let done = of(assignment.id, AttemptState::HandedIn);
            @let running = of(assignment.id, AttemptState::Running);
            div class="card" {
                h2 { (assignment.title) }
                p { (locale.text_with("web-running-done", &args!("running" => running, "done" => done))) }
                progress max=(seated.max(1)) value=(done) aria-label=(locale.text("web-has-handed-in")) {}
            }
        }
    })
}
