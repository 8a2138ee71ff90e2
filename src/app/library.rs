//! The scenarios at hand, those that cannot be played included.

use super::Screen;
use crate::authoring::library;
use crate::authoring::library::LibraryEntry;
use crate::scenario::bundle::BundleError;
use crate::scenario::model::Scenario;
use bevy::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

/// A folder of the user's own scenarios, where there is one.
#[derive(Resource, Clone, Debug, Default)]
pub struct Shelf(pub Option<PathBuf>);

#[derive(Resource, Default)]
pub struct Library(library::Library);

impl Library {
    pub fn entries(&self) -> &[LibraryEntry] {
        &self.0.entries
    }
    /// Folders that could not be read at all.
    pub fn unreadable(&self) -> &[BundleError] {
        &self.0.unreadable
    }
    pub fn find(&self, id: &str) -> Option<&LibraryEntry> {
        self.0.entries.iter().find(|entry| entry.id() == id)
    }
    /// Reads the user's folder again.
    pub fn reload(&mut self, shelf: &Shelf) {
        self.0 = library::Library::open(shelf.0.as_deref());
    }
    /// An entry that can be played.
    pub fn playable(&self, id: &str) -> Option<(&LibraryEntry, &Arc<Scenario>)> {
        let entry = self.0.entries.iter().find(|entry| entry.id() == id)?;
        Some((entry, entry.scenario()?))
    }
}

/// Files are read and checked on a thread of their own while window and graphics come up.
#[derive(Resource, Default)]
pub(super) struct Reading(Option<JoinHandle<library::Library>>);

impl Reading {
    pub fn begin(shelf: &Shelf) -> Self {
        let folder = shelf.0.clone();
        let read = move || library::Library::open(folder.as_deref());
        Self(std::thread::Builder::new().name("library".to_owned()).spawn(read).ok())
    }

    /// What was read; without a thread it is read now. `None`: not yet.
    fn take(&mut self, shelf: &Shelf) -> Option<library::Library> {
        match self.0.take_if(|thread| thread.is_finished()) {
            Some(thread) => Some(thread.join().unwrap_or_default()),
            None if self.0.is_some() => None,
            None => Some(library::Library::open(shelf.0.as_deref())),
        }
    }
}

/// Before the change of screens, so that the first frame is the menu where the files have been read by then.
pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Library>()
        .init_resource::<Shelf>()
        .init_resource::<Reading>()
        .add_systems(PreUpdate, load.run_if(in_state(Screen::Loading)));
}

fn load(
    shelf: Res<Shelf>,
    mut reading: ResMut<Reading>,
    mut library: ResMut<Library>,
    mut next: ResMut<NextState<Screen>>,
    mut wakes: ResMut<super::idle::Wakes>,
) {
    match reading.take(&shelf) {
        Some(read) => {
            library.0 = read;
            next.set(Screen::Menu);
        }
        None => wakes.moving(),
    }
}
