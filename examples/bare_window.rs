//! The least window that Bevy and egui can open: what `scripts/window-cost.py` measures ours against.
//!
//! `cargo run --release --example bare_window -- [animate]`

use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::window::WindowResolution;
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass, egui};
use std::io::Write;
use std::time::Duration;

fn main() {
    let animate = std::env::args().any(|arg| arg == "animate");
    let window = Window { title: "bare".into(), resolution: WindowResolution::new(1280, 720), ..default() };
    // At rest until something happens, or thirty pictures a second, as the scene of a visit.
    let rest = if animate {
        UpdateMode::reactive(Duration::from_millis(33))
    } else {
        UpdateMode::reactive_low_power(Duration::from_secs(600))
    };
    App::new()
        .add_plugins(DefaultPlugins.set(WindowPlugin { primary_window: Some(window), ..default() }).set(LogPlugin {
            level: bevy::log::Level::ERROR,
            filter: "error".to_owned(),
            ..default()
        }))
        .add_plugins(EguiPlugin::default())
        .insert_resource(WinitSettings { focused_mode: rest, unfocused_mode: rest })
        .insert_resource(Animate(animate))
        .add_systems(Startup, |mut commands: Commands| {
            commands.spawn(Camera2d);
        })
        .add_systems(EguiPrimaryContextPass, show)
        .run();
}

#[derive(Resource)]
struct Animate(bool);

fn show(mut contexts: EguiContexts, time: Res<Time>, animate: Res<Animate>, mut told: Local<bool>) {
    let Ok(ctx) = contexts.ctx_mut() else { return };
    egui::Window::new("bare").show(ctx, |ui| {
        ui.label("A label.");
        let _ = ui.button("A button.");
        if animate.0 {
            ui.add(egui::ProgressBar::new(time.elapsed_secs().fract()));
        }
    });
    if !std::mem::replace(&mut *told, true) {
        // Whoever listens may be gone already.
        let _ = writeln!(std::io::stderr(), "screen: bare");
    }
}
