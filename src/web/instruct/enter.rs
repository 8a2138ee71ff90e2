//! How an instructor comes in: by the one-time link that the server printed, or by name and password.

use crate::classroom::{Bearer, ClassCode, ClassError, ClassId, Moment, TokenUse};
use crate::locale::{Locale, Texts};
use crate::web::guard::{DESK_COOKIE, Instructor, Refusal, Tongue, cookie, set_cookie};
use crate::web::pages::{Frame, languages};
use crate::web::site::Site;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;
use std::sync::Arc;

/// An instructor's cookie lasts for a day of training.
const DESK_SECONDS: u32 = 14 * 60 * 60;

/// Code, name and password.
#[derive(Clone, Debug, Deserialize)]
pub struct Enter {
    code: String,
    name: String,
    password: String,
}

/// `GET /desk/enter`
pub async fn ask(Tongue(locale): Tongue) -> Html<String> {
    enter_page(locale, None)
}

fn enter_page(locale: Locale, wrong: Option<&str>) -> Html<String> {
    let text = |id: &str| locale.text(id);
    Frame::plain(locale, &text("web-desk-enter")).around(&html! {
        header class="top" { h1 { (text("app-name")) } span class="row" { (languages(locale)) } }
        main id="main" class="page narrow" {
            form class="card" method="post" action="/desk/enter" {
                h2 { (text("web-desk-enter")) }
                p class="soft" { (text("web-desk-link-hint")) }
                @if let Some(wrong) = wrong { p class="note bad" role="alert" { (wrong) } }
                div class="field" { label for="code" { (text("web-code")) } input id="code" name="code" required maxlength="12"; }
                div class="field" { label for="name" { (text("web-desk-name")) } input id="name" name="name" required maxlength="60" autocomplete="username"; }
                div class="field" {
                    label for="password" { (text("web-desk-password")) }
                    input id="password" name="password" type="password" required maxlength="200" autocomplete="current-password";
                }
                button class="primary" { (text("web-next")) }
            }
            p class="soft" { (text("web-plain")) }
        }
    })
}

/// `POST /desk/enter`
pub async fn enter(
    State(site): State<Arc<Site>>,
    Tongue(locale): Tongue,
    Form(given): Form<Enter>,
) -> Result<Response, Refusal> {
    let failed = |error: ClassError| Refusal::of(&error, locale);
    let wrong = |id: &str| (StatusCode::UNAUTHORIZED, enter_page(locale, Some(&locale.text(id)))).into_response();
    // A guess costs a core fifty milliseconds: not many at once.
    if !site.may_guess() {
        return Ok(
            (StatusCode::TOO_MANY_REQUESTS, enter_page(locale, Some(&locale.text("web-too-many")))).into_response()
        );
    }
    let Ok(code) = given.code.parse::<ClassCode>() else { return Ok(wrong("web-desk-wrong")) };
    let class = match site.store.class_by_code(&code).await {
        Ok(class) => class,
        Err(ClassError::WrongCode(_)) => return Ok(wrong("web-desk-wrong")),
        Err(error) => return Err(failed(error)),
    };
    if !site.store.check_instructor(class.id, &given.name, &given.password).await.map_err(failed)? {
        return Ok(wrong("web-desk-wrong"));
    }
    admit(&site, class.id, &given.name, locale).await
}

async fn admit(site: &Site, class: ClassId, name: &str, locale: Locale) -> Result<Response, Refusal> {
    let until = Moment::now().plus(i64::from(DESK_SECONDS) * 1000);
    let token = site.store.issue_token(class, &Bearer::Instructor(name.to_owned()), TokenUse::Many, until).await;
    let token = token.map_err(|error| Refusal::of(&error, locale))?;
    Ok(([(SET_COOKIE, set_cookie(DESK_COOKIE, &token, DESK_SECONDS))], Redirect::to("/desk")).into_response())
}

/// `GET /desk/link/{token}`: asks first, lest a program that looks into links uses it up.
pub async fn link(Tongue(locale): Tongue, Path(token): Path<String>) -> Html<String> {
    Frame::plain(locale, &locale.text("web-desk-enter")).around(&html! {
        main id="main" class="page narrow" {
            form class="card" method="post" action=(format!("/desk/link/{token}")) {
                h1 { (locale.text("web-desk-enter")) }
                p { (locale.text("web-desk-once")) }
                button class="primary" autofocus { (locale.text("web-next")) }
            }
        }
    })
}

/// `POST /desk/link/{token}`
pub async fn use_link(
    State(site): State<Arc<Site>>,
    Tongue(locale): Tongue,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let bearer = site.store.bearer(&token, Moment::now()).await.map_err(|error| Refusal::of(&error, locale))?;
    match bearer {
        Some((class, Bearer::Instructor(name))) => admit(&site, class, &name, locale).await,
        _ => Err(Refusal::says(StatusCode::GONE, "web-desk-link-used", locale)),
    }
}

/// `POST /desk/leave`
pub async fn leave(State(site): State<Arc<Site>>, _: Instructor, headers: HeaderMap) -> Response {
    if let Some(token) = cookie(&headers, DESK_COOKIE) {
        let _ = site.store.revoke(token).await;
    }
    ([(SET_COOKIE, set_cookie(DESK_COOKIE, "", 0))], Redirect::to("/")).into_response()
}
