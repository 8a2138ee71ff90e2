//! A whole visit in a real browser, by keyboard alone.

use crate::class::{Class, assign};
use crate::driver::Browser;
use serde_json::Value;
use std::path::PathBuf;

const ENTER: &str = "\u{E007}";

/// Where pictures are left to be looked at, if somebody asks for them.
fn pictures() -> Option<PathBuf> {
    std::env::var_os("CALMDESK_PICTURES").map(PathBuf::from)
}

fn picture(browser: &Browser, name: &str) {
    let Some(folder) = pictures() else { return };
    for (width, height) in [(360, 740), (1280, 720), (1920, 1080)] {
        browser.size(width, height);
        browser.picture(&folder.join(format!("{name}-{width}.png")));
        if width == 360 {
            let wide = browser.eval("document.documentElement.scrollWidth");
            assert!(wide.as_i64().unwrap() <= 360, "{name} is {wide} px wide on a phone");
        }
    }
    browser.size(1280, 720);
}

/// Plays until the visit is over: hears everything out, and does what the hint points at.
fn play(browser: &Browser, language: &str) -> u32 {
    let (mut turns, mut papers) = (0, 0);
    let state = "(() => {
        const at = (id) => document.getElementById(id);
        if (!at('options')) return 'over';
        if (at('card').open) return 'card';
        if (!at('folded').hidden) return 'folded';
        const enabled = (rows) => [...rows].some((one) => !one.disabled);
        if (!at('form').hidden && at('hand-in') && !at('hand-in').disabled) return 'whole';
        if (!at('form').hidden && enabled(at('form').querySelectorAll('.options button'))) return 'form';
        if (enabled(at('options').querySelectorAll('button'))) return 'options';
        return 'wait';
    })()";
    let hinted =
        "[...document.querySelectorAll('.options button')].findIndex((one) => one.classList.contains('hinted'))";
    for _ in 0..2_000 {
        match browser.eval(state).as_str().unwrap_or("over") {
            "over" => return papers * 1000 + turns,
            "card" => {
                if browser.eval("document.getElementById('card-next').textContent !== ''") == Value::Bool(true) {
                    picture(browser, &format!("card-{language}"));
                }
                browser.keys(ENTER);
                std::thread::sleep(std::time::Duration::from_millis(150));
            }
            "folded" => {
                if turns == 1 {
                    picture(browser, &format!("speaking-{language}"));
                }
                browser.keys(" ");
                std::thread::sleep(std::time::Duration::from_millis(120));
            }
            "whole" => {
                papers += 1;
                if papers == 1 {
                    picture(browser, &format!("form-{language}"));
                }
                browser.eval("document.activeElement.blur()");
                browser.keys(ENTER);
                std::thread::sleep(std::time::Duration::from_millis(250));
            }
            found @ ("form" | "options") => {
                if turns == 2 && found == "options" {
                    picture(browser, &format!("options-{language}"));
                }
                browser.keys("h");
                std::thread::sleep(std::time::Duration::from_millis(120));
                let place = browser.eval(hinted).as_i64().unwrap_or(-1).max(0);
                browser.keys(&(place + 1).to_string());
                turns += u32::from(found == "options");
                std::thread::sleep(std::time::Duration::from_millis(120));
            }
            _ => std::thread::sleep(std::time::Duration::from_millis(80)),
        }
    }
    panic!("{}", browser.eval("document.body.innerText"));
}

fn whole_visit(language: &str) {
    let folder = tempfile::tempdir().unwrap();
    let class = Class::open(folder.path());
    let mut desk = class.instructor();
    assign(&mut desk, "noise-upstairs", "practice");
    let Some(browser) = Browser::open(1280, 720, language) else { return };
    let address = format!("http://127.0.0.1:{}", class.port);
    browser.go(&address);
    picture(&browser, &format!("join-{language}"));
    browser.keys(&class.code.to_lowercase());
    browser.keys(ENTER);
    browser.until("document.getElementById('pseudonym') !== null");
    browser.eval("document.getElementById('pseudonym').focus()");
    browser.keys("heron");
    picture(&browser, &format!("name-{language}"));
    browser.keys(ENTER);
    browser.until("location.pathname === '/seat'");
    picture(&browser, &format!("seat-{language}"));
    browser.eval("document.querySelector('button.primary').focus()");
    browser.keys(ENTER);
    browser.until(
        "document.querySelector('#people-rest svg') !== null && document.getElementById('words').textContent !== ''",
    );
    let seen = browser.eval("document.getElementById('people').getAttribute('aria-label')");
    assert!(!seen.as_str().unwrap().is_empty(), "a face is told in words, too");
    // Options lie folded, and a digit does not cut in.
    browser.until("!document.getElementById('folded').hidden || document.querySelector('#options button') !== null");
    let played = play(&browser, language);
    assert!(played % 1000 >= 10 && played / 1000 >= 2, "turns and papers: {played}");
    browser.until("location.pathname.endsWith('/after')");
    picture(&browser, &format!("rating-{language}"));
    browser.eval("document.querySelector('input[name=listening][value=\"4\"]').focus()");
    browser.keys(" ");
    browser.eval("document.querySelector('form.card button').focus()");
    browser.keys(ENTER);
    browser.until("document.querySelector('iframe') !== null");
    browser.until("document.querySelector('iframe').contentDocument?.querySelectorAll('svg').length > 0");
    let told = browser.eval("document.querySelector('iframe').contentDocument.body.innerText");
    assert!(told.as_str().unwrap().contains("heron"), "{told}");
    picture(&browser, &format!("debrief-{language}"));
    // What the instructor sees of it.
    let results = desk.get("/desk/results");
    assert!(results.body.contains("heron"), "{}", results.body);
    for (name, value) in &desk.cookies {
        browser.eval(&format!("document.cookie = '{name}={value}; path=/'"));
    }
    browser.go(&format!("{address}/desk"));
    picture(&browser, &format!("desk-{language}"));
    browser.go(&format!("{address}/desk/results"));
    picture(&browser, &format!("results-{language}"));
    browser.go(&format!("{address}/wall"));
    picture(&browser, &format!("wall-{language}"));
}

#[test]
fn a_whole_visit_is_played_by_keyboard_in_chinese() {
    whole_visit("zh-CN");
}

#[test]
fn a_whole_visit_is_played_by_keyboard_in_english() {
    whole_visit("en");
}
