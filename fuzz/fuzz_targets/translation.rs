//! `en.ftl` beside the first shipped scenario.
#![no_main]

use calmdesk::authoring::library;
use calmdesk::lint::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(entry) = library::shipped().first() else { return };
    let mut bundle = entry.bundle.clone();
    bundle.files.retain(|(name, _)| !name.ends_with(".ftl"));
    bundle.files.push(("en.ftl".to_owned(), bytes.to_vec()));
    drop(check(&bundle));
});
