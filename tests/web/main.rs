//! A class as its people meet it: the real server, real requests, a real browser that plays by keyboard.
#![cfg(feature = "class")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod browser;
mod class;
mod driver;
mod http;
mod load;
mod seats;
#[path = "../util/mod.rs"]
mod util;
