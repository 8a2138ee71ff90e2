//! A `.zip`: its directory, and everything in it under a limit.
#![no_main]

use calmdesk::scenario::zip;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for entry in zip::directory(bytes).unwrap_or_default() {
        drop(zip::unpack(bytes, &entry, 1 << 20));
    }
});
