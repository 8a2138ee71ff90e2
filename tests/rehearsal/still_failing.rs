//! What the texts of the shipped scenarios still fail. These lists may only shrink: what is not on them must hold, and what
//! is on them and holds makes the tests fail until it is taken away.

use crate::table::Row;
use calmdesk::rehearsal::Policy;

/// Rows of the table: scenario, policy (`None`: it is about the choices), row.
pub const STILL_FAILING: &[(&str, Option<Policy>, Row)] = &[];

/// Tricks that pass more often than luck: scenario, trick, whether the papers are filled in rightly besides.
pub const STILL_TRICKED: &[(&str, &str, bool)] = &[
    ("noise-upstairs", "the most acts", true),
    ("demolition-report", "the most acts", true),
    ("collective-wages", "the most acts", true),
    ("collective-wages", "the most “you”", true),
];
