//! One file a screen. A screen draws plain data and says what was asked for; systems do it.

pub mod briefing;
pub mod debrief;
pub mod menu;
pub mod sessions;
pub mod settings;
pub mod visit;
pub mod workshop;

use super::Screen;
use super::theme::{self, Theme};
use bevy::prelude::*;
use bevy_egui::{EguiPrimaryContextPass, egui};

/// All drawing of screens.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Drawn;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        menu::plugin,
        briefing::plugin,
        visit::plugin,
        debrief::plugin,
        sessions::plugin,
        settings::plugin,
        workshop::plugin,
    ))
    .init_resource::<CameFrom>()
    .add_systems(EguiPrimaryContextPass, loading.in_set(Drawn).run_if(in_state(Screen::Loading)));
}

/// Where Esc leads back to from settings.
#[derive(Resource, Clone, Copy, Debug, Default)]
pub struct CameFrom(pub Screen);

/// A page on paper, over the whole window.
pub fn page<R>(ctx: &egui::Context, theme: &Theme, name: &'static str, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let mut root = theme::root(ctx, name);
    egui::CentralPanel::default().frame(egui::Frame::new().fill(theme.palette.paper)).show(&mut root, add).inner
}

fn loading(mut contexts: bevy_egui::EguiContexts, theme: Res<Theme>) -> Result {
    let ctx = contexts.ctx_mut()?;
    page(ctx, &theme, "loading", |ui| {
        ui.add_space(ui.available_height() * 0.4);
        theme::Prose::title(&theme).centred().show(ui, &theme, &theme.text("app-name"));
        ui.add_space(8.0);
        theme::Prose::caption(&theme).centred().show(ui, &theme, &theme.text("loading"));
    });
    Ok(())
}

/// True if no text field or dialog takes the key strokes.
pub fn keys_are_free(ctx: &egui::Context) -> bool {
    !ctx.text_edit_focused()
}

/// True once when `key` goes down and nothing else wants it.
pub fn pressed(ctx: &egui::Context, key: egui::Key) -> bool {
    keys_are_free(ctx) && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key))
}

#[cfg(test)]
mod tests;
