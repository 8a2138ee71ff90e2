//! An observer's sheet: CSV in some encoding, or a workbook.
#![no_main]

use calmdesk::coding;
use calmdesk::rubric::Rubric;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| drop(coding::read(bytes, Rubric::shipped())));
