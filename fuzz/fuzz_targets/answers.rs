//! A file of answers, played line by line through the first shipped scenario.
#![no_main]

use calmdesk::authoring::library;
use calmdesk::cli::answers::{Answer, parse};
use calmdesk::session::{Session, Settings};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(scenario) = library::shipped().first().and_then(|entry| entry.loaded.scenario.clone()) else { return };
    let mut events = Vec::new();
    let mut session = Session::begin(scenario, Settings::default(), &mut events);
    let mut wait_ms = 0_u32;
    for line in String::from_utf8_lossy(bytes).lines() {
        match parse(line, &session, wait_ms) {
            Ok(Answer::Wait(ms)) => wait_ms = wait_ms.saturating_add(ms),
            Ok(Answer::Move(input)) => drop(session.apply(&input, &mut events)),
            Ok(Answer::Nothing) | Err(_) => {}
        }
    }
});
