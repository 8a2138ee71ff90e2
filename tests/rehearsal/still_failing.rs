//! What the texts of the shipped scenarios still fail. These lists may only shrink: what is not on them must hold, and what
//! is on them and holds makes the tests fail until it is taken away.

use crate::table::Row;
use calmdesk::rehearsal::Policy;

/// Rows of the table: scenario, policy (`None`: it is about the choices), row.
pub const STILL_FAILING: &[(&str, Option<Policy>, Row)] = &[
    ("noise-upstairs", Some(Policy::Surface), Row::NearRandom),
    ("noise-upstairs", None, Row::Hinges),
    ("demolition-report", Some(Policy::Wordiest), Row::NearRandom),
    ("demolition-report", Some(Policy::Surface), Row::NearRandom),
    ("demolition-report", None, Row::Hinges),
    ("collective-wages", Some(Policy::Wordiest), Row::NearRandom),
    ("collective-wages", Some(Policy::Surface), Row::NearRandom),
    ("collective-wages", None, Row::Hinges),
];

/// Tricks that pass more often than luck: scenario, trick, whether the papers are filled in rightly besides.
pub const STILL_TRICKED: &[(&str, &str, bool)] = &[
    ("noise-upstairs", "the most acts", true),
    ("noise-upstairs", "the most figures", true),
    ("noise-upstairs", "the most “I”", true),
    ("demolition-report", "the last that asks something", true),
    ("collective-wages", "the most acts", true),
    ("collective-wages", "the most “I”", true),
    ("collective-wages", "the most refusals", true),
];
