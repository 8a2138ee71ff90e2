//! What `ron` alone needs for the bytes of a scenario: into the typed source that the loader starts from, and into
//! `ron::Value`, which knows nothing of scenarios.

use crate::{Outcome, timing};
use calmdesk::scenario::bundle::SourceBundle;
use calmdesk::scenario::source::{ScenarioSource, dialect};
use calmdesk::lint::check;
use calmdesk::scenario::load;
use std::hint::black_box;

/// Seconds.
pub struct Parsing {
    pub bytes: usize,
    pub typed: f64,
    pub value: f64,
    pub load: f64,
    pub check: f64,
    pub warnings: usize,
}

pub fn measure(text: &str, rounds: usize) -> Outcome<Parsing> {
    let bundle = SourceBundle::of_text("peers", text);
    let mut best = [f64::INFINITY; 4];
    let mut warnings = 0;
    // All four in turn, so that a slow moment hits them alike.
    for _ in 0..3 * rounds {
        let typed = || Ok(drop(black_box(dialect().from_str::<ScenarioSource>(text)?)));
        best[0] = best[0].min(timing::taken(false, typed)?);
        let value = || Ok(drop(black_box(dialect().from_str::<ron::Value>(text)?)));
        best[1] = best[1].min(timing::taken(false, value)?);
        best[2] = best[2].min(timing::taken(false, || Ok(drop(black_box(load(&bundle)))))?);
        best[3] = best[3].min(timing::taken(false, || {
            warnings = black_box(check(&bundle)).warnings();
            Ok(())
        })?);
    }
    let [typed, value, load, check] = best;
    Ok(Parsing { bytes: text.len(), typed, value, load, check, warnings })
}
