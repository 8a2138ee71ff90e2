//! A rubric, and a law pack.
#![no_main]

use calmdesk::procedure::LawLibrary;
use calmdesk::rubric::Rubric;
use calmdesk::vocabulary::ActCatalogue;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    drop(Rubric::parse(text, ActCatalogue::shipped()));
    drop(LawLibrary::shipped().clone().take_in("fuzzed.ron", text));
});
