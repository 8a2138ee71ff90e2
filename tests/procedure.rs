//! Due dates, papers, the way of a matter: the procedure engine as forms, answers and the report use it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod procedure {
    mod command;
    mod days;
    mod docs;
    mod ladder;
    mod matters;
    mod papers;
}
