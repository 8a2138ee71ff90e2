//! The scene: the room and the people in it, whose faces follow the feelings.
//!
//! [`crate::figure`] makes the shapes; here they move with the time and become meshes. Only this file knows Bevy. The
//! room's mesh changes with the place and the window, the people's whenever something moves.

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
use bevy::asset::{AssetEventSystems, RenderAssetUsages};
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;
use bevy::window::PrimaryWindow;
use bevy_egui::EguiPostUpdateSet;
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
    /// Where the scene may draw, in logical pixels of the window: min x, min y, max x, max y; `None`: all of it.
    pub area: Option<[f32; 4]>,
    /// Between which edges people sit, in the same pixels; `None`: over the whole width.
    pub sides: Option<[f32; 2]>,
    /// Dark outlines around people, for who asked for high contrast.
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

/// The camera that looks at the scene.
#[derive(Component, Clone, Copy, Debug)]
pub struct SceneCamera;

/// The two meshes on the screen.
#[derive(Resource)]
struct Layers {
    room: Handle<Mesh>,
    people: Handle<Mesh>,
    /// How much longer to wait between pictures than on a graphics card.
    patience: f32,
}

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
        .add_systems(Startup, set_up)
        // After the panels are laid out, so that the picture fits them in the same frame.
        .add_systems(PostUpdate, draw.after(EguiPostUpdateSet::EndPass).before(AssetEventSystems));
}

fn set_up(
    mut commands: Commands,
    adapter: Option<Res<RenderAdapterInfo>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<ColorMaterial>>,
) {
    commands.spawn((Camera2d, Msaa::Sample4, SceneCamera));
    let material = materials.add(ColorMaterial::default());
    let mut layer = |z: f32| {
        let mesh = meshes.add(mesh(&Triangles::default(), [0.0, 0.0]));
        commands.spawn((
            Mesh2d(mesh.clone()),
            MeshMaterial2d(material.clone()),
            Transform::from_xyz(0.0, 0.0, z),
            // The mesh changes too often for its bounds to be kept up.
            NoFrustumCulling,
        ));
        mesh
    };
    let (room, people) = (layer(0.0), layer(1.0));
    // `DeviceType` is not re-exported, so that its name is all there is to compare.
    let software = adapter.is_some_and(|adapter| format!("{:?}", adapter.device_type) == "Cpu");
    let patience = if software { 2.0 } else { 1.0 };
    commands.insert_resource(Layers { room, people, patience });
}

fn draw(
    view: Res<StageView>,
    time: Res<Time<Real>>,
    windows: Query<&Window, With<PrimaryWindow>>,
    layers: Res<Layers>,
    mut drawn: ResMut<PictureSource>,
    mut meshes: ResMut<Assets<Mesh>>,
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
        let room = |view: &StageView| (view.shown, view.place, view.hour, view.area, view.high_contrast);
        if drawn.window != size || room(&drawn.view) != room(&view) {
            drawn.triangles.clear();
            if view.shown {
                drawn.triangles.draw(&picture::room(view.place, view.hour, area, view.high_contrast));
            }
            replace(&mut meshes, &layers.room, &drawn.triangles, size);
        }
        drawn.triangles.clear();
        drawn.due = None;
        if view.shown {
            let (people, wait) = drawn.show.advance(&view.seats, now, view.reduced_motion, view.high_contrast);
            let sides = view.sides.filter(|[l, r]| l.is_finite() && r.is_finite()).unwrap_or([area[0], area[2]]);
            drawn.triangles.draw(&picture::people_between(view.place, view.hour, area, sides, &people));
            let spots = picture::spots_between(people.len(), area, sides);
            let mouths = spots.iter().zip(&people).map(|(spot, (who, pose))| picture::mouth(*spot, who, pose));
            anchors.set_if_neq(Anchors(mouths.collect()));
            drawn.due = wait.map(|wait| now + f64::from(wait * layers.patience));
        } else {
            drawn.show.forget();
            anchors.set_if_neq(Anchors::default());
        }
        replace(&mut meshes, &layers.people, &drawn.triangles, size);
        drawn.window = size;
        if drawn.view != *view {
            drawn.view = view.clone();
        }
    }
    moving.set_if_neq(Moving(drawn.due.is_some()));
    next.set_if_neq(NextFrame(drawn.due.map(|due| (due - now).max(0.0) as f32)));
}

/// The scene's rectangle; the whole window where none is given or it makes no sense.
fn area(view: &StageView, [w, h]: [f32; 2]) -> Area {
    match view.area {
        Some(area) if area.iter().all(|v| v.is_finite()) => area,
        _ => [0.0, 0.0, w, h],
    }
}

fn replace(meshes: &mut Assets<Mesh>, handle: &Handle<Mesh>, triangles: &Triangles, size: [f32; 2]) {
    // The handle is ours and always valid, so that inserting cannot fail.
    let _ = meshes.insert(handle, mesh(triangles, size));
}

/// Window pixels, y down, as Bevy's world, y up around the middle.
fn mesh(triangles: &Triangles, [w, h]: [f32; 2]) -> Mesh {
    let at = |p: &[f32; 2]| [p[0] - w / 2.0, h / 2.0 - p[1], 0.0];
    let mut positions: Vec<[f32; 3]> = triangles.positions.iter().map(at).collect();
    let mut colours = triangles.colours.clone();
    let mut indices = triangles.indices.clone();
    if positions.is_empty() {
        // The renderer wants at least one triangle; this one has no area.
        positions = vec![[0.0; 3]; 3];
        colours = vec![[0.0; 4]; 3];
        indices = vec![0, 1, 2];
    }
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colours)
        .with_inserted_indices(Indices::U32(indices))
}
