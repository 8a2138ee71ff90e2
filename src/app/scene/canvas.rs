//! The picture on textures of its own.
//!
//! The room is drawn on one when it changes, the people over it on another when they move; the window then only lays the
//! finished picture under its panels. So a new letter in the bubble costs no face, and the smooth edges, which cost four
//! samples a dot, are paid for where there are people and not for the whole window. Where the processor draws, that is most
//! of what a picture costs.

use super::tessellate::Triangles;
use crate::figure::picture::Area;
use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::{NoFrustumCulling, RenderLayers};
use bevy::camera::{ImageRenderTarget, RenderTarget};
use bevy::ecs::system::SystemParam;
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;
use bevy::render::render_resource::TextureFormat;
use bevy::render::renderer::RenderAdapterInfo;
use bevy::sprite_render::AlphaMode2d;
use bevy_egui::PrimaryEguiContext;

/// What a camera looks at, from the back to the front.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eye {
    Room,
    People,
    Window,
}

/// A rectangle that shows a finished texture.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The room, behind the people.
    Room,
    /// The whole picture, in the window.
    Picture,
}

/// Pictures after a change of size until textures, pipelines and materials are all there.
const FRESH: u8 = 4;

/// The handles of all that is drawn on.
#[derive(Resource)]
pub struct Easel {
    room: Handle<Mesh>,
    people: Handle<Mesh>,
    /// Materials of the two sheets.
    sheets: [Handle<ColorMaterial>; 2],
    /// In dots.
    size: [u32; 2],
    /// Middle and size of the picture, in logical pixels around the middle of the window, y up.
    place: Rect,
    /// How much longer to wait between pictures than on a graphics card.
    patience: f32,
    fresh: u8,
    /// What is drawn in this frame.
    room_now: bool,
    people_now: bool,
    shake: f32,
}

/// All that drawing needs.
#[derive(SystemParam)]
pub struct Canvas<'w, 's> {
    easel: ResMut<'w, Easel>,
    meshes: ResMut<'w, Assets<Mesh>>,
    images: ResMut<'w, Assets<Image>>,
    materials: ResMut<'w, Assets<ColorMaterial>>,
    eyes: Query<'w, 's, (&'static Eye, &'static mut Camera, &'static mut RenderTarget, &'static mut Transform)>,
    sheets: Query<'w, 's, (&'static Sheet, &'static mut Transform, &'static mut Visibility), Without<Eye>>,
}

pub fn set_up(
    mut commands: Commands,
    adapter: Option<Res<RenderAdapterInfo>>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<ColorMaterial>>,
) {
    let (room_layer, people_layer) = (RenderLayers::layer(1), RenderLayers::layer(2));
    let hidden = |order| Camera { order, is_active: false, ..default() };
    commands.spawn((Camera2d, hidden(-2), RenderTarget::default(), Msaa::Sample4, Eye::Room, room_layer.clone()));
    commands.spawn((Camera2d, hidden(-1), RenderTarget::default(), Msaa::Sample4, Eye::People, people_layer.clone()));
    commands.spawn((Camera2d, RenderTarget::default(), Msaa::Off, Eye::Window, PrimaryEguiContext));
    let paint = materials.add(ColorMaterial::default());
    let mut layer = |z: f32, layer: RenderLayers| {
        let mesh = meshes.add(mesh(&Triangles::default(), [0.0, 0.0]));
        commands.spawn((
            Mesh2d(mesh.clone()),
            MeshMaterial2d(paint.clone()),
            Transform::from_xyz(0.0, 0.0, z),
            // The mesh changes too often for its bounds to be kept up.
            NoFrustumCulling,
            layer,
        ));
        mesh
    };
    let (room, people) = (layer(0.0, room_layer), layer(1.0, people_layer.clone()));
    let square = meshes.add(Rectangle::new(1.0, 1.0));
    let mut sheet = |sheet: Sheet, layer: RenderLayers| {
        let material = materials.add(ColorMaterial { alpha_mode: AlphaMode2d::Opaque, ..default() });
        let (mesh, material_2d) = (Mesh2d(square.clone()), MeshMaterial2d(material.clone()));
        commands.spawn((mesh, material_2d, Transform::default(), NoFrustumCulling, Visibility::Hidden, sheet, layer));
        material
    };
    let sheets = [sheet(Sheet::Room, people_layer), sheet(Sheet::Picture, RenderLayers::layer(0))];
    // `DeviceType` is not re-exported, so that its name is all there is to compare.
    let software = adapter.is_some_and(|adapter| format!("{:?}", adapter.device_type) == "Cpu");
    commands.insert_resource(Easel {
        room,
        people,
        sheets,
        size: [0; 2],
        place: Rect::default(),
        patience: if software { 2.8 } else { 1.0 },
        fresh: 0,
        room_now: false,
        people_now: false,
        shake: 0.0,
    });
}

impl Canvas<'_, '_> {
    pub fn patience(&self) -> f32 {
        self.easel.patience
    }

    /// Takes the place of the picture in the window; true where the canvas is new and all must be drawn again.
    pub fn fit(&mut self, [x0, y0, x1, y1]: Area, [w, h]: [f32; 2], scale: f32) -> bool {
        let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
        // On whole dots, so that each of the texture is one of the window.
        let (left, top) = ((x0 * scale).floor(), (y0 * scale).floor());
        let dots = |from: f32, to: f32| ((to * scale).ceil() - from).clamp(1.0, LARGEST) as u32;
        let size = [dots(left, x1), dots(top, y1)];
        let logical = Vec2::new(size[0] as f32, size[1] as f32) / scale;
        let middle = Vec2::new(left / scale + logical.x / 2.0 - w / 2.0, h / 2.0 - top / scale - logical.y / 2.0);
        let place = Rect::from_center_size(middle, logical);
        if self.easel.size == size && self.easel.place == place {
            return false;
        }
        if self.easel.size != size {
            let mut texture =
                || self.images.add(Image::new_target_texture(size[0], size[1], TextureFormat::Rgba8UnormSrgb, None));
            let textures = [texture(), texture()];
            for (eye, _, mut target, _) in &mut self.eyes {
                let handle = match eye {
                    Eye::Room => &textures[0],
                    Eye::People => &textures[1],
                    Eye::Window => continue,
                };
                *target = RenderTarget::Image(ImageRenderTarget { handle: handle.clone(), scale_factor: scale });
            }
            for (sheet, texture) in self.easel.sheets.clone().iter().zip(textures) {
                if let Some(mut material) = self.materials.get_mut(sheet) {
                    material.texture = Some(texture);
                }
            }
        }
        (self.easel.size, self.easel.place, self.easel.fresh) = (size, place, FRESH);
        true
    }

    pub fn draw_room(&mut self, triangles: &Triangles, size: [f32; 2]) {
        // The handle is ours and always valid, so that inserting cannot fail.
        let _ = self.meshes.insert(&self.easel.room, mesh(triangles, size));
        self.easel.room_now = true;
    }

    /// `shake`: how far the picture is off its place, in logical pixels.
    pub fn draw_people(&mut self, triangles: &Triangles, size: [f32; 2], shake: f32) {
        let _ = self.meshes.insert(&self.easel.people, mesh(triangles, size));
        (self.easel.people_now, self.easel.shake) = (true, shake);
    }

    /// Not all has reached the graphics card yet.
    pub fn is_fresh(&self) -> bool {
        self.easel.fresh > 0
    }

    /// Opens the eyes that have something new to see, and lays the picture into the window.
    pub fn finish(&mut self, shown: bool) {
        let easel = &mut *self.easel;
        let fresh = shown && easel.fresh > 0;
        if fresh {
            easel.fresh -= 1;
        }
        let room = shown && (std::mem::take(&mut easel.room_now) || fresh);
        let people = shown && (std::mem::take(&mut easel.people_now) || room);
        let middle = easel.place.center();
        // The eye sees a shake best where it goes both ways.
        let shaken = middle + Vec2::new(0.35, 1.0) * easel.shake;
        for (eye, mut camera, _, mut at) in &mut self.eyes {
            let (active, look) = match eye {
                Eye::Room => (room, middle),
                Eye::People => (people, shaken),
                Eye::Window => continue,
            };
            if camera.is_active != active {
                camera.is_active = active;
            }
            if at.translation.truncate() != look {
                at.translation = look.extend(at.translation.z);
            }
        }
        for (sheet, mut at, mut visible) in &mut self.sheets {
            // Larger than its frame by what a shake can bare.
            let margin = if *sheet == Sheet::Room { 1.0 + 0.02 * f32::from(u8::from(easel.shake != 0.0)) } else { 1.0 };
            let place =
                Transform::from_translation(middle.extend(-1.0)).with_scale((easel.place.size() * margin).extend(1.0));
            if *at != place {
                *at = place;
            }
            // A camera learns of its new texture one picture later; until then it would draw out of shape.
            let ready = *sheet == Sheet::Room || easel.fresh + 1 < FRESH;
            let wanted = if shown && ready { Visibility::Visible } else { Visibility::Hidden };
            if *visible != wanted {
                *visible = wanted;
            }
        }
    }
}

/// The largest side of a texture that every adapter has, in dots.
const LARGEST: f32 = 8192.0;

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
