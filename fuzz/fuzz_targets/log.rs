//! A log, parsed; what can be read is replayed.
#![no_main]

use calmdesk::logbook::{VerifyReport, catalogues::scenario_of, log};
use libfuzzer_sys::fuzz_target;
use std::path::Path;

fuzz_target!(|bytes: &[u8]| {
    let path = Path::new("fuzzed.calmlog");
    let Ok(read) = log::parse(bytes, path) else { return };
    let Ok(scenario) = scenario_of(&read.head, path) else { return };
    drop(VerifyReport::of(&read, &scenario));
});
