//! `scenario.ron`: loaded, checked and laid out.
#![no_main]

use calmdesk::authoring::format::format;
use calmdesk::lint::check;
use calmdesk::scenario::SourceBundle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let found = check(&SourceBundle::of_text("fuzzed", bytes));
    assert_eq!(found.scenario.is_none(), found.diagnostics.iter().any(|one| one.is_error()));
    if let Ok(tidy) = format(bytes) {
        assert_eq!(format(&tidy).as_deref(), Ok(tidy.as_slice()), "laid out twice");
    }
});
