//! Smells: nothing is wrong with the file, but something is likely wrong with the scenario.
//!
//! Each can be silenced where it stands, with a reason: `allow: { "CD0103": "…" }` at a node, an option or the whole
//! scenario; `"CD0106 hours"` silences only what is about `hours`.
//!
//! ```
//! use calmdesk::lint::check;
//! use calmdesk::scenario::SourceBundle;
//!
//! let text = r#"Scenario(
//!     title: "The Leak", language: "en", plays_on: "2026-03-09",
//!     visitors: { "wang": (name: "Wang") },
//!     facts: { "drip": "It drips." },
//!     nodes: { "end": End(outcome: Partial, title: "Registered", say: "She leaves.") },
//! )"#;
//! let checked = check(&SourceBundle::of_text("leak", text));
//! // It can be played, but nobody ever tells the fact.
//! assert!(checked.scenario.is_some() && checked.warnings() > 0);
//! ```

#![deny(missing_docs)]

mod alike;
mod claims;
pub mod clean;
mod closed;
mod dates;
mod desk;
mod flow;
pub mod giveaway;
pub mod habit;
mod inspected;
mod labels;
mod law_named;
pub mod looks;
mod options;
mod own;
mod render;
mod silenced;
mod smells;
mod spoken;
pub mod surface;
mod tested;
mod together;
mod too_early;
mod topics;
mod used;
mod who;

use crate::scenario::bundle::SourceBundle;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::load::{Loaded, Read, load_with};
use flow::Flow;
use inspected::Inspected;
pub use render::render;
use smells::Smells;

/// Loads a scenario and looks for what an author should think about: for smells only where there is no error.
pub fn check(bundle: &SourceBundle) -> Loaded {
    let mut loaded = load_with(bundle, &find);
    labels::meant(&mut loaded.diagnostics);
    loaded
}

/// All that is looked for, each in its file.
const LOOKS: [fn(&Inspected, &mut Smells); 14] = [
    flow::flow,
    too_early::too_early,
    topics::topics,
    closed::closed,
    who::who,
    options::options,
    spoken::spoken,
    dates::dates,
    law_named::law_named,
    desk::desk,
    claims::claims,
    tested::tested,
    together::together,
    used::used,
];

fn find(Read { text, source, scenario }: &Read, out: &mut Vec<Diagnostic>) {
    own::unknown_criteria(text, source, out);
    let Some(scenario) = scenario else { return };
    let on = Inspected { text, source, scenario, flow: Flow::new(scenario) };
    let mut smells = Smells::default();
    for look in LOOKS {
        look(&on, &mut smells);
    }
    own::set_by_hand(&on, out);
    silenced::report(&on, &smells, out);
}
