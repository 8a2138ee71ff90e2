//! The scenarios on which people are ranked: those written for it, and those that ship.

use calmdesk::authoring::library::shipped;
use calmdesk::scenario::model::Scenario;
use calmdesk::scenario::{SourceBundle, load};
use std::path::PathBuf;
use std::sync::Arc;

/// Of `tests/rehearsal/fixtures`.
pub const WRITTEN_FOR_IT: [&str; 1] = ["four-years"];

pub fn fixture(name: &str) -> Arc<Scenario> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/rehearsal/fixtures").join(name);
    let loaded = load(&SourceBundle::read_dir(&folder).expect("a folder"));
    loaded.scenario.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

/// Those that ship, then those written for it.
pub fn all() -> impl Iterator<Item = (&'static str, Arc<Scenario>)> {
    let shipped = shipped().iter().map(|entry| (entry.id(), Arc::clone(entry.scenario().expect("a sound scenario"))));
    shipped.chain(WRITTEN_FOR_IT.into_iter().map(|name| (name, fixture(name))))
}
