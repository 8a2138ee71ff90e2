//! The scenarios at hand, those that cannot be played included.

use super::Screen;
use crate::scenario::bundle::BundleError;
use crate::scenario::library::{self, Entry};
use crate::scenario::model::Scenario;
use bevy::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// A folder of the user's own scenarios, where there is one.
#[derive(Resource, Clone, Debug, Default)]
pub struct Shelf(pub Option<PathBuf>);

#[derive(Resource, Default)]
pub struct Library(library::Library);

impl Library {
    pub fn entries(&self) -> &[Entry] {
        &self.0.entries
    }
    /// Folders that could not be read at all.
    pub fn unreadable(&self) -> &[BundleError] {
        &self.0.unreadable
    }
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.0.entries.iter().find(|entry| entry.id() == id)
    }
    /// Reads the user's folder again.
    pub fn reload(&mut self, shelf: &Shelf) {
        self.0 = library::Library::open(shelf.0.as_deref());
    }
    /// An entry that can be played.
    pub fn playable(&self, id: &str) -> Option<(&Entry, &Arc<Scenario>)> {
        let entry = self.0.entries.iter().find(|entry| entry.id() == id)?;
        Some((entry, entry.scenario()?))
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Library>().init_resource::<Shelf>().add_systems(Update, load.run_if(in_state(Screen::Loading)));
}

/// After the first frame, so that the window is there while files are read.
fn load(
    shelf: Res<Shelf>,
    mut library: ResMut<Library>,
    mut next: ResMut<NextState<Screen>>,
    mut wakes: ResMut<super::idle::Wakes>,
    mut frames: Local<u32>,
) {
    *frames += 1;
    wakes.moving();
    if *frames > 1 {
        library.0 = library::Library::open(shelf.0.as_deref());
        next.set(Screen::Menu);
    }
}
