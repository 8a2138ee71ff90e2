//! Calmdesk (接访实训): a training simulator for petition reception and de-escalation.
//!
//! The map, from the ground up; a room imports only rooms above it in this list, and `tests/house/layers.rs` holds it to that.
//!
//! **The ground**: what all rooms share.
//!
//! - [`vocabulary`]: the words all rooms share: acts, needs, feelings, cues, manners, looks, positions, messages.
//! - [`locale`]: the texts a person sees, in two languages.
//!
//! **The core**: pure; it says what it means as [`vocabulary::Message`]s and uses no texts.
//!
//! - [`figure`]: how people and rooms look: shapes from parameters; drawn by the window and as SVG.
//! - [`visitor`]: what a visitor feels: persona, needs, appraisal, mood, pressure, expression.
//! - [`procedure`]: what the rules demand: law packs, due dates, the way of a matter, papers.
//! - [`scenario`]: what an instructor writes: types, loading with spans, diagnostics, translated texts.
//! - [`session`]: one play-through: moves in, events out.
//! - [`showing`]: what of a session can be seen at this moment.
//! - [`rubric`]: what good reception is: criteria, evidence, score.
//!
//! **What is made of a session**: they may use the texts.
//!
//! - [`logbook`]: what lies on the disk: log, recording, store, resume.
//! - [`feedback`]: words for a score: explanations, better options, turning points.
//! - [`coding`]: observers' sheets of live role-plays.
//! - [`lint`]: what is wrong with a scenario that can be played, and how a diagnostic is shown.
//! - [`authoring`]: what makes and shows scenarios: templates, format, importers, graph, library.
//! - [`rehearsal`]: machines that play a scenario.
//! - [`report`]: paper and files: PDF, HTML, JSON.
//! - `classroom`: people and their attempts: store, sealed papers, results, judgement, exports.
//!
//! **The shells**: they know everybody and nobody knows them; the command line starts the others.
//!
//! - [`lsp`]: an author's editor.
//! - `web`: the class in a browser.
//! - [`cli`]: the command line.
//! - `app`: the window.
//!
//! # A visit from its text to its score
//!
//! ```
//! use calmdesk::rubric::{Rubric, assess};
//! use calmdesk::scenario::{SourceBundle, load};
//! use calmdesk::session::{Move, Session, Settings};
//!
//! let text = r#"Scenario(
//!     title: "The Leak", language: "en", plays_on: "2026-03-09",
//!     visitors: { "wang": (name: "Wang") },
//!     nodes: {
//!         "arrive": Line(who: "wang", say: "Half a year it has been dripping. I am bitter.", cues: [Feeling("bitter")]),
//!         "first": Choice([
//!             (id: "mirror", say: "Bitter, I hear that.", acts: [MirrorWords("bitter")]),
//!             (id: "calm", say: "Calm down, will you.", acts: [NegateEmotion]),
//!         ]),
//!         "end": End(outcome: Partial, title: "Registered", say: "She sits down."),
//!     },
//! )"#;
//! let scenario = load(&SourceBundle::of_text("leak", text)).scenario.expect("nothing is wrong with it");
//!
//! let mut events = Vec::new();
//! let mut session = Session::begin(scenario.clone(), Settings::default(), &mut events);
//! // She is let finish, then her own word is given back.
//! session.apply(&Move::Choose { option: "mirror".into(), wait_ms: 20_000 }, &mut events)?;
//!
//! let assessment = assess(Rubric::shipped(), &scenario, true, &events);
//! assert!(assessment.total.is_some_and(|total| total.0 > 600));
//! # Ok::<(), calmdesk::session::MoveError>(())
//! ```
//!
//! Data flows one way: RON text → `scenario` → `session` (asks `visitor`, `procedure`) → events → `logbook` and
//! `rubric` → assessment → `feedback` → `app`, `report`.

#![deny(clippy::missing_errors_doc)]
#![deny(missing_docs)]

#[cfg(feature = "gui")]
pub mod app;
pub mod authoring;
#[cfg(feature = "class")]
pub mod classroom;
pub mod cli;
pub mod coding;
pub mod feedback;
pub mod figure;
pub mod lint;
pub mod locale;
pub mod logbook;
pub mod lsp;
pub mod procedure;
pub mod rehearsal;
pub mod report;
pub mod rubric;
pub mod scenario;
pub mod session;
pub mod showing;
pub mod visitor;
pub mod vocabulary;
#[cfg(feature = "class")]
pub mod web;

/// Builds Fluent arguments: `args!("name" => value, …)`.
pub use fluent::fluent_args as args;
