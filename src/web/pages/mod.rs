//! What all pages have in common: the frame, the texts that the script says, small parts.

use crate::locale::{Locale, Texts};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The one script …
pub const SCRIPT: &str = include_str!("../../../assets/web/class.js");
/// … and the one style sheet of all pages.
pub const STYLE: &str = include_str!("../../../assets/web/class.css");

/// What tells one page from another.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The language that it speaks.
    pub locale: Locale,
    /// What stands in the browser's tab.
    pub title: &'a str,
    /// Which part of the script it wants: `seat`, `desk`, `wall`, or none.
    pub page: &'a str,
    /// What shows its requests to be ours.
    pub csrf: &'a str,
    /// The attempt that is played.
    pub attempt: Option<i64>,
    /// Texts that the script says, by their ids.
    pub texts: &'a [&'a str],
}

impl<'a> Frame<'a> {
    /// A page that needs nothing of the script.
    pub const fn plain(locale: Locale, title: &'a str) -> Self {
        Self { locale, title, page: "plain", csrf: "", attempt: None, texts: &[] }
    }

    /// The whole page around `main`.
    pub fn around(&self, main: &Markup) -> Html<String> {
        let page = html! {
            (DOCTYPE)
            html lang=(self.locale.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light";
                    title { (self.title) " · " (self.locale.text("app-name")) }
                    link rel="icon" href="data:,";
                    link rel="stylesheet" href="/class.css";
                    script src="/class.js" defer {}
                }
                body class=(format!("at-{}", self.page)) data-page=(self.page) data-csrf=(self.csrf)
                    data-attempt=[self.attempt] {
                    a class="skip" href="#main" { (self.locale.text("web-skip")) }
                    (main)
                    @if !self.texts.is_empty() {
                        script type="application/json" id="texts" { (PreEscaped(self.texts_json())) }
                    }
                }
            }
        };
        Html(page.into_string())
    }

    /// The texts of the script as JSON that cannot end its element. Their arguments stay `{name}`.
    fn texts_json(&self) -> String {
        let text = |id: &&str| {
            let args = ["n", "text", "who", "words", "count", "sentence"];
            let args =
                args.iter().map(|name| (*name, crate::locale::FluentValue::from(format!("{{{name}}}")))).collect();
            ((*id).to_owned(), serde_json::Value::from(self.locale.text_with(id, &args).into_owned()))
        };
        let all: serde_json::Map<String, serde_json::Value> = self.texts.iter().map(text).collect();
        serde_json::Value::Object(all).to_string().replace('<', "\\u003c")
    }
}

/// A page that says one thing.
pub fn notice(locale: Locale, words: &str) -> Html<String> {
    Frame::plain(locale, words).around(&html! {
        main id="main" class="page narrow" {
            div class="card" role="alert" { p { (words) } a class="button" href="/" { (locale.text("web-home")) } }
        }
    })
}

/// The way to the other language.
pub fn languages(locale: Locale) -> Markup {
    html! {
        @for other in Locale::ALL {
            @if other != locale {
                a class="button small" href=(format!("/language/{}", other.tag())) lang=(other.tag()) {
                    (other.text("web-language"))
                }
            }
        }
    }
}

/// A form that is one button.
pub fn button(locale: Locale, action: &str, csrf: &str, hidden: &[(&str, &str)], text: &str, class: &str) -> Markup {
    html! {
        form method="post" action=(format!("{action}?csrf={csrf}")) {
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            button class=(class) { (locale.text(text)) }
        }
    }
}

/// The script; it changes with the program only.
pub async fn script() -> Response {
    asset("text/javascript; charset=utf-8", SCRIPT)
}

/// The style sheet.
pub async fn style() -> Response {
    asset("text/css; charset=utf-8", STYLE)
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    let cache = HeaderValue::from_static("no-cache");
    ([(CONTENT_TYPE, HeaderValue::from_static(kind)), (CACHE_CONTROL, cache)], text).into_response()
}
