//! Calmdesk (接访实训): a training simulator for petition reception and de-escalation.
//!
//! The map, one sentence for each room:
//!
//! - [`scenario`]: what an instructor writes: types, loading with spans, diagnostics, translation.
//! - [`visitor`]: what a visitor feels: persona, needs, appraisal, mood, pressure, expression.
//! - [`rubric`]: what good reception is: acts, criteria, evidence, score.
//! - [`procedure`]: what the rules demand: law packs, due dates, the way of a matter, papers.
//! - [`session`]: one play-through: moves in, events out; clock, log, replay.
//! - [`rehearsal`]: machines that play a scenario.
//! - [`report`]: paper and files: PDF, HTML, JSON.
//! - [`locale`]: the texts a person sees, in two languages.
//! - [`lsp`]: what an author's editor asks: problems, completion, names; a shell too.
//! - [`cli`] and `app`: the shells; they know everybody and nobody knows them.
//!
//! Data flows one way: RON text → `scenario` → `session` (asks `visitor`, `procedure`) → events →
//! `rubric` → assessment → `app`, `report`.

#[cfg(feature = "gui")]
pub mod app;
mod bits;
pub mod cli;
pub mod locale;
pub mod lsp;
pub mod procedure;
pub mod rehearsal;
pub mod report;
pub mod rubric;
pub mod scenario;
pub mod session;
pub mod visitor;
