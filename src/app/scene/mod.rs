//! The scene: the room and the people in it, whose faces follow the feelings.
//!
//! [`crate::figure`] makes the shapes; here they move with the time, become meshes, and are drawn on a canvas of their own.
//! The room is drawn anew with the place and the window, people whenever something moves.

mod canvas;
mod clip;
#[cfg(all(test, target_os = "linux"))]
mod golden;
mod motion;
mod seat;
mod show;
mod tessellate;
#[cfg(test)]
mod tests;

pub use seat::Seat;

use crate::figure::Hour;
use crate::figure::picture::{self, Area};
use crate::vocabulary::Place;
use bevy::asset::AssetEventSystems;
use bevy::camera::CameraUpdateSystems;
use bevy::camera::visibility::VisibilitySystems;
use bevy::prelude::*;
use bevy::transform::TransformSystems;
use bevy::window::PrimaryWindow;
use bevy_egui::EguiPostUpdateSet;
use canvas::Canvas;
use show::Show;
use tessellate::Triangles;

/// What the scene shows; the window writes it, the scene draws it.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct StageView {
    /// False: nothing is drawn.
    pub shown: bool,
    /// The room behind the people.
    pub place: Place,
    /// What the clock on the wall shows, and the light.
    pub hour: Hour,
    /// Who sits there, from left to right.
    pub seats: Vec<Seat>,
    /// No breathing, swaying or blinking; changes come at once.
    pub reduced_motion: bool,
    /// People only wait, and every picture costs: fewer of them.
    pub calm: bool,
    /// Where the scene may draw, in logical pixels of the window: min x, min y, max x, max y; `None`: all of it.
    pub area: Option<[f32; 4]>,
    /// Between which edges people sit, in the same pixels; `None`: over the whole width.
    pub sides: Option<[f32; 2]>,
    /// Dark outlines around people, for who asked for high contrast.
    pub high_contrast: bool,
}

/// Where somebody's mouth is on the screen, and how long half a head is there, in logical pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Anchor {
    /// Where the mouth is, in points of the scene.
    pub mouth: [f32; 2],
    /// Length of half a head, in the same.
    pub half_head: f32,
}

/// Where each seat's head is.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Anchors(pub Vec<Anchor>);

/// True while something moves.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moving(pub bool);

/// Seconds until the picture changes again; `None`: not before something else changes it.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct NextFrame(pub Option<f32>);

/// A wake-up this many seconds early counts as in time, lest a second one follow at once.
const EARLY: f64 = 0.006;

/// What the picture on the screen was made from.
#[derive(Resource, Default)]
struct PictureSource {
    view: StageView,
    window: [f32; 2],
    /// When it changes next by itself, in seconds of `Time<Real>`.
    due: Option<f64>,
    show: Show,
    triangles: Triangles,
}

/// Draws a [`StageView`], whenever it changes or something in it moves, with a camera of its own.
pub fn plugin(app: &mut App) {
    app.init_resource::<StageView>()
        .init_resource::<Anchors>()
        .init_resource::<Moving>()
        .init_resource::<NextFrame>()
        .init_resource::<PictureSource>()
        .add_systems(Startup, canvas::set_up)
        // After the panels are laid out, so that the picture fits them in the same frame, and before the cameras look.
        .add_systems(
            PostUpdate,
            draw.after(EguiPostUpdateSet::EndPass)
                .before(AssetEventSystems)
                .before(CameraUpdateSystems)
                .before(TransformSystems::Propagate)
                .before(VisibilitySystems::CheckVisibility),
        );
}

fn draw(
    view: Res<StageView>,
    time: Res<Time<Real>>,
    windows: Query<&Window, With<PrimaryWindow>>,
    mut canvas: Canvas,
    mut drawn: ResMut<PictureSource>,
    (mut anchors, mut moving, mut next): (ResMut<Anchors>, ResMut<Moving>, ResMut<NextFrame>),
) {
    let Ok(window) = windows.single() else { return };
    let size = [window.width(), window.height()];
    let now = time.elapsed_secs_f64();
    let drawn = &mut *drawn;
    let changed = drawn.window != size || drawn.view != *view;
    let due = drawn.due.is_some_and(|due| now + EARLY >= due);
    if changed || due {
        let area = area(&view, size);
        let renewed = view.shown && canvas.fit(area, size, window.scale_factor());
        let room = |view: &StageView| (view.shown, view.place, view.hour, view.area, view.high_contrast);
        if renewed || drawn.window != size || room(&drawn.view) != room(&view) {
            drawn.triangles.clear();
            if view.shown {
                drawn.triangles.draw(&picture::room(view.place, view.hour, area, view.high_contrast));
                canvas.draw_room(&drawn.triangles, size);
            }
        }
        drawn.triangles.clear();
        drawn.due = None;
        if view.shown {
            let sides = view.sides.filter(|[l, r]| l.is_finite() && r.is_finite()).unwrap_or([area[0], area[2]]);
            let spots = picture::spots_between(view.seats.len(), area, sides);
            drawn.show.spare(view.calm, canvas.patience());
            drawn.show.places(spots.iter().map(|spot| spot.at[0]).collect());
            let (people, wait) = drawn.show.advance(&view.seats, now, view.reduced_motion, view.high_contrast);
            drawn.triangles.draw(&picture::people_between(view.place, view.hour, area, sides, &people));
            let mouths = spots
                .iter()
                .zip(&people)
                .map(|(spot, (who, pose))| Anchor { mouth: picture::mouth(*spot, who, pose), half_head: spot.unit });
            anchors.set_if_neq(Anchors(mouths.collect()));
            drawn.due = wait.map(|wait| now + f64::from(wait));
            let blow = people.iter().map(|(_, pose)| picture::jolt(pose)).fold(0.0, f32::max);
            canvas.draw_people(&drawn.triangles, size, if view.reduced_motion { 0.0 } else { SHAKE * blow });
        } else {
            drawn.show.forget();
            anchors.set_if_neq(Anchors::default());
        }
        drawn.window = size;
        if drawn.view != *view {
            drawn.view = view.clone();
        }
    }
    canvas.finish(view.shown);
    if view.shown && canvas.is_fresh() {
        // Until everything it needs has reached the graphics card.
        let soon = now + f64::from(FRESH_SECONDS);
        drawn.due = Some(drawn.due.map_or(soon, |due| due.min(soon)));
    }
    moving.set_if_neq(Moving(drawn.due.is_some()));
    next.set_if_neq(NextFrame(drawn.due.map(|due| (due - now).max(0.0) as f32)));
}

/// How far a blow on the table shakes the room, in logical pixels for each tenth of its height that things jump.
const SHAKE: f32 = 14.0;
/// Between the first pictures of a new canvas, in seconds.
const FRESH_SECONDS: f32 = 0.05;

/// The scene's rectangle; the whole window where none is given or it makes no sense.
fn area(view: &StageView, [w, h]: [f32; 2]) -> Area {
    match view.area {
        Some(area) if area.iter().all(|v| v.is_finite()) => area,
        _ => [0.0, 0.0, w, h],
    }
}
