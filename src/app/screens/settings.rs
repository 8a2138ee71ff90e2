//! Settings: text size, contrast, motion, gauge, language. They take effect at once.

use super::{CameFrom, Drawn, page, pressed};
use crate::app::Screen;
use crate::app::preferences::{Folder, Preferences};
use crate::app::theme::widgets::{Button, column, segments, switch};
use crate::app::theme::{Prose, TextSize, Theme, prose};
use crate::args;
use crate::vocabulary::Locale;
use bevy::prelude::*;
use bevy_egui::egui::{Key, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(EguiPrimaryContextPass, draw.in_set(Drawn).run_if(in_state(Screen::Settings)));
}

fn draw(
    mut contexts: EguiContexts,
    theme: Res<Theme>,
    folder: Res<Folder>,
    mut preferences: ResMut<Preferences>,
    came_from: Res<CameFrom>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let mut edited = preferences.clone();
    let data = folder.0.display().to_string();
    let done = page(contexts.ctx_mut()?, &theme, "settings", |ui| panel(ui, &theme, &mut edited, &data));
    preferences.set_if_neq(edited);
    if done {
        next.set(if came_from.0 == Screen::Visit { Screen::Visit } else { Screen::Menu });
    }
    Ok(())
}

/// Draws the settings; true when the reader is done.
pub fn panel(ui: &mut Ui, theme: &Theme, preferences: &mut Preferences, folder: &str) -> bool {
    let mut done = pressed(ui.ctx(), Key::Escape);
    column(ui, 640.0 * theme.size.factor().sqrt(), |ui| {
        Prose::title(theme).show(ui, theme, &theme.text("screen-settings"));
        ui.add_space(6.0);
        theme.card().show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 10.0;
            Prose::subheading(theme).show(ui, theme, &theme.text("settings-language"));
            let mut locale = theme.locale;
            if segments(ui, theme, &mut locale, &[(Locale::ZhCn, "中文"), (Locale::En, "English")]) {
                preferences.locale = Some(locale);
            }
            ui.add_space(6.0);
            Prose::subheading(theme).show(ui, theme, &theme.text("settings-text-size"));
            let names = TextSize::ALL.map(|size| (size, theme.text(size_id(size))));
            let choices: Vec<_> = names.iter().map(|(size, name)| (*size, name.as_ref())).collect();
            segments(ui, theme, &mut preferences.text_size, &choices);
            prose(ui, theme, &theme.text("settings-sample"));
            ui.add_space(6.0);
            Prose::subheading(theme).show(ui, theme, &theme.text("settings-seeing"));
            switch(ui, theme, &mut preferences.high_contrast, &theme.text("settings-high-contrast"));
            switch(ui, theme, &mut preferences.reduced_motion, &theme.text("settings-reduced-motion"));
            switch(ui, theme, &mut preferences.gauge, &theme.text("settings-gauge"));
        });
        ui.add_space(4.0);
        Prose::caption(theme).show(ui, theme, &theme.text_with("settings-folder", &args!("path" => folder)));
        ui.add_space(8.0);
        if Button::primary(&theme.text("back")).key("Esc").show(ui, theme).clicked() {
            done = true;
        }
    });
    done
}

const fn size_id(size: TextSize) -> &'static str {
    match size {
        TextSize::Normal => "text-size-normal",
        TextSize::Large => "text-size-large",
        TextSize::Larger => "text-size-larger",
    }
}
