//! Who asks, in which language, and whether a page of ours sent it.

use super::pages;
use super::site::Site;
use crate::classroom::{Bearer, Class, ClassError, Moment, Person, Seat};
use crate::locale::{Locale, Texts};
use axum::Json;
use axum::extract::{FromRequestParts, Request};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, ORIGIN, REFERRER_POLICY,
};
use axum::http::header::{X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::convert::Infallible;
use std::fmt::Write as _;
use std::sync::Arc;

/// The cookie of whoever sits at a seat.
pub const SEAT_COOKIE: &str = "calmdesk-seat";
/// The cookie of an instructor.
pub const DESK_COOKIE: &str = "calmdesk-desk";
/// The cookie that remembers a language.
pub const LANGUAGE_COOKIE: &str = "calmdesk-language";
/// The header in which a page's script shows that it is a page of ours.
const CSRF_HEADER: &str = "x-csrf";
/// Nothing from elsewhere, nothing written into a page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    form-action 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'";

/// The value of a cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(';'));
    all.filter_map(|one| one.trim().split_once('=')).find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// A cookie that scripts do not see and other sites do not send.
pub fn set_cookie(name: &str, value: &str, seconds: u32) -> String {
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict")
}

/// What a page of ours shows to be one: known only to who holds the cookie.
pub fn csrf_of(token: &str) -> String {
    let digest = Sha256::digest(format!("calmdesk page {token}").as_bytes());
    digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The language of a page: as chosen, else as the browser asks, else Chinese.
#[derive(Clone, Copy, Debug)]
pub struct Tongue(pub Locale);

impl Tongue {
    fn of(headers: &HeaderMap) -> Self {
        if let Some(chosen) = cookie(headers, LANGUAGE_COOKIE).and_then(|tag| tag.parse().ok()) {
            return Self(chosen);
        }
        let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let tags = asked.split(',').filter_map(|one| one.split(';').next());
        Self(tags.filter_map(|tag| tag.trim().parse().ok()).next().unwrap_or(Locale::ZhCn))
    }
}

impl<S: Sync> FromRequestParts<S> for Tongue {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

/// Why a request is turned away, in the form in which it was asked.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    words: String,
    locale: Locale,
    /// A script asked, not a person.
    script: bool,
    /// Where a person is sent instead.
    instead: Option<&'static str>,
}

impl Refusal {
    /// Says `id`.
    pub fn says(status: StatusCode, id: &str, locale: Locale) -> Self {
        Self { status, words: locale.text(id).into_owned(), locale, script: false, instead: None }
    }

    /// What the store could not do.
    pub fn of(error: &ClassError, locale: Locale) -> Self {
        let status = match error {
            ClassError::NoSuch(_) | ClassError::WrongCode(_) => StatusCode::NOT_FOUND,
            ClassError::Database { .. } | ClassError::NoChance(_) | ClassError::Io { .. } => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            ClassError::Move(_) | ClassError::Text { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        };
        Self { status, words: locale.say(&error.message()), locale, script: false, instead: None }
    }

    /// To a script.
    pub fn into_script(self) -> Self {
        Self { script: true, ..self }
    }

    fn elsewhere(locale: Locale, instead: &'static str) -> Self {
        Self { instead: Some(instead), ..Self::says(StatusCode::UNAUTHORIZED, "web-join-first", locale) }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        if self.script {
            return (self.status, Json(json!({ "remark": self.words }))).into_response();
        }
        match self.instead {
            Some(instead) => Redirect::to(instead).into_response(),
            None => (self.status, pages::notice(self.locale, &self.words)).into_response(),
        }
    }
}

/// A script's requests say so.
fn by_script(parts: &Parts) -> bool {
    let accepts = |value: &HeaderValue| value.to_str().is_ok_and(|value| value.contains("text/html"));
    !parts.headers.get(axum::http::header::ACCEPT).is_some_and(accepts)
}

/// Whoever sits at a seat.
#[derive(Clone, Debug)]
pub struct Sitting {
    /// The seat; nobody else's is ever theirs.
    pub seat: Seat,
    /// Who sits there.
    pub person: Person,
    /// Whose class.
    pub class: Class,
    /// What their pages show to be ours.
    pub csrf: String,
    /// The language of their pages.
    pub locale: Locale,
}

impl FromRequestParts<Arc<Site>> for Sitting {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Refusal> {
        let Tongue(locale) = Tongue::of(&parts.headers);
        let script = by_script(parts);
        let away = || Refusal { script, ..Refusal::elsewhere(locale, "/") };
        let token = cookie(&parts.headers, SEAT_COOKIE).ok_or_else(away)?.to_owned();
        let csrf = csrf_of(&token);
        checked(parts, &csrf, locale, script)?;
        let failed = |error: ClassError| Refusal { script, ..Refusal::of(&error, locale) };
        let Some((class, Bearer::Seat(seat))) = site.store.bearer(&token, Moment::now()).await.map_err(failed)? else {
            return Err(away());
        };
        let seat = site.store.seat(seat).await.map_err(failed)?;
        let person = site.store.person(seat.person).await.map_err(failed)?;
        let class = site.store.class(class).await.map_err(failed)?;
        Ok(Self { seat, person, class, csrf, locale })
    }
}

/// An instructor of a class.
#[derive(Clone, Debug)]
pub struct Instructor {
    /// Their class.
    pub class: Class,
    /// What they are called.
    pub name: String,
    /// What their pages show to be ours.
    pub csrf: String,
    /// The language of their pages.
    pub locale: Locale,
}

impl FromRequestParts<Arc<Site>> for Instructor {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Refusal> {
        let Tongue(locale) = Tongue::of(&parts.headers);
        let script = by_script(parts);
        let away = || Refusal { script, ..Refusal::elsewhere(locale, "/desk/enter") };
        let token = cookie(&parts.headers, DESK_COOKIE).ok_or_else(away)?.to_owned();
        let csrf = csrf_of(&token);
        checked(parts, &csrf, locale, script)?;
        let failed = |error: ClassError| Refusal { script, ..Refusal::of(&error, locale) };
        let Some((class, Bearer::Instructor(name))) = site.store.bearer(&token, Moment::now()).await.map_err(failed)?
        else {
            return Err(away());
        };
        Ok(Self { class: site.store.class(class).await.map_err(failed)?, name, csrf, locale })
    }
}

/// What changes something must come from a page of ours: its script says so in a header, a form in the address that the
/// page was given.
fn checked(parts: &Parts, csrf: &str, locale: Locale, script: bool) -> Result<(), Refusal> {
    if matches!(parts.method, Method::GET | Method::HEAD) {
        return Ok(());
    }
    let said = parts.headers.get(CSRF_HEADER).and_then(|value| value.to_str().ok());
    let asked = parts.uri.query().and_then(|query| query.split('&').find_map(|one| one.strip_prefix("csrf=")));
    if said.or(asked).is_some_and(|given| same(given, csrf)) {
        return Ok(());
    }
    Err(Refusal { script, ..Refusal::says(StatusCode::FORBIDDEN, "web-not-our-page", locale) })
}

/// Compares in a time that tells nothing of where two texts differ.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

/// Turns away what another site's page sends, and says to every browser what these pages may do.
pub async fn house_rules(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let Tongue(locale) = Tongue::of(headers);
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD);
    let origin = headers.get(ORIGIN).and_then(|value| value.to_str().ok());
    let host = headers.get(HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let ours = origin.is_none_or(|origin| origin.split_once("://").is_some_and(|(_, from)| from == host));
    let mut response = if changes && !ours {
        Refusal::says(StatusCode::FORBIDDEN, "web-not-our-page", locale).into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    response
}
