//! What an editor may send: frames of the protocol, sound and broken, one after the other.
#![no_main]

use calmdesk::lsp;
use calmdesk::vocabulary::Locale;
use libfuzzer_sys::fuzz_target;
use std::io::{self, Cursor};

fuzz_target!(|bytes: &[u8]| {
    lsp::serve(Cursor::new(bytes.to_vec()), Box::new(io::sink()), Locale::En, false);
});
