//! Idle costs nothing: the window is drawn when something happened, or when something said it will.

use bevy::prelude::*;
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::input::ModifierKeysState;
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};
use std::time::Duration;

/// When the window must be drawn next although nobody touches it. Asked anew in every frame.
#[derive(Resource, Default, Debug)]
pub struct Wakes(Option<Duration>);

/// Fast enough for a breathing chest or a growing text, and half the work of a full frame rate.
pub const FRAME: Duration = Duration::from_millis(33);

/// Long enough to be free, short enough that nothing forgotten stays wrong for ever.
const REST: Duration = Duration::from_secs(600);

impl Wakes {
    /// Draw again after this long.
    pub fn after(&mut self, wait: Duration) {
        self.0 = Some(self.0.map_or(wait, |now| now.min(wait)));
    }

    /// Something moves: draw the next frame.
    pub fn moving(&mut self) {
        self.after(FRAME);
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Wakes>()
        .insert_resource(settings(REST))
        .add_systems(
            PreUpdate,
            drop_idle_modifiers.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(First, forget)
        .add_systems(Last, set_pace);
}

fn settings(wait: Duration) -> WinitSettings {
    WinitSettings {
        focused_mode: UpdateMode::reactive_low_power(wait),
        unfocused_mode: UpdateMode::reactive_low_power(wait),
    }
}

fn forget(mut wakes: ResMut<Wakes>) {
    wakes.0 = None;
}

fn set_pace(wakes: Res<Wakes>, mut winit: ResMut<WinitSettings>) {
    *winit = settings(wakes.0.unwrap_or(REST).max(Duration::from_millis(4)));
}

/// bevy_egui 0.42 reports the modifier keys in every pass, and egui answers any event with another pass.
/// The report is dropped while the keys are as they were.
fn drop_idle_modifiers(
    mut inputs: Query<&mut EguiInput>,
    keys: Res<ModifierKeysState>,
    mut before: Local<Option<egui::Modifiers>>,
) {
    let now = keys.to_egui_modifiers();
    if before.replace(now) == Some(now) {
        for mut input in &mut inputs {
            input.events.retain(|event| !matches!(event, egui::Event::ModifiersChanged(_)));
        }
    }
}
