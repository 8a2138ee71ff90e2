//! The scene: the room and the people in it, drawn as vector shapes whose faces follow the feelings.

mod stage;

pub use stage::{BodyGesture, Seat};

use crate::scenario::model::Place;
use bevy::prelude::*;

/// What the scene shows; the window writes it, the scene draws it.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct StageView {
    pub shown: bool,
    pub place: Place,
    /// At most thirty are drawn.
    pub seats: Vec<Seat>,
    /// No breathing, swaying or blinking; changes come at once.
    pub reduced_motion: bool,
    /// Where the scene may draw, in logical pixels of the window: min x, min y, max x, max y; `None`: all of it.
    pub area: Option<[f32; 4]>,
    pub high_contrast: bool,
}

/// Where each seat's mouth is on screen, in logical pixels.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Anchors(pub Vec<[f32; 2]>);

/// True while something moves.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moving(pub bool);

/// Seconds until the picture changes again; `None`: not before something else changes it.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct NextFrame(pub Option<f32>);

pub fn plugin(app: &mut App) {
    app.init_resource::<StageView>()
        .init_resource::<Anchors>()
        .init_resource::<Moving>()
        .init_resource::<NextFrame>();
}
