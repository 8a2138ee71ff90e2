//! The scenarios at hand, those that cannot be played included.

use super::Screen;
use crate::locale::Locale;
use crate::scenario::model::Scenario;
use crate::session::log::Files;
use bevy::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// Folders that hold scenarios.
#[derive(Resource, Clone, Debug, Default)]
pub struct Shelves(pub Vec<PathBuf>);

/// A scenario that can be played, with the files that its log will carry.
#[derive(Clone)]
pub struct Playable {
    pub scenario: Arc<Scenario>,
    pub files: Files,
}

/// One entry of the library.
#[derive(Clone)]
pub struct Listed {
    pub id: String,
    /// Or what is wrong with it, a sentence a problem.
    pub content: Result<Playable, Vec<String>>,
}

#[derive(Resource, Default)]
pub struct Library {
    pub listed: Vec<Listed>,
}

impl Library {
    pub fn playable(&self, id: &str) -> Option<&Playable> {
        self.listed.iter().find(|listed| listed.id == id)?.content.as_ref().ok()
    }

    fn read(shelves: &Shelves, locale: Locale) -> Self {
        let _ = (shelves, locale);
        Self::default()
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Library>().init_resource::<Shelves>().add_systems(Update, load.run_if(in_state(Screen::Loading)));
}

/// After the first frame, so that the window is there while files are read.
fn load(
    shelves: Res<Shelves>,
    theme: Res<super::theme::Theme>,
    mut library: ResMut<Library>,
    mut next: ResMut<NextState<Screen>>,
    mut wakes: ResMut<super::idle::Wakes>,
    mut frames: Local<u32>,
) {
    *frames += 1;
    wakes.moving();
    if *frames > 1 {
        *library = Library::read(&shelves, theme.locale);
        next.set(Screen::Menu);
    }
}
