//! Settings: language, text size, colours, motion, practice, reports. They take effect at once.

use super::{CameFrom, Drawn, page, pressed};
use crate::app::playing::SpeechPace;
use crate::app::preferences::{Folder, Preferences};
use crate::app::theme::widgets::{Button, column, segments, switch};
use crate::app::theme::{Prose, Scheme, TextSize, Theme, prose};
use crate::app::{Screen, outside};
use crate::args;
use crate::vocabulary::Locale;
use bevy::prelude::*;
use bevy_egui::egui::{self, Key, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::path::Path;

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
    let done = page(contexts.ctx_mut()?, &theme, "settings", |ui| panel(ui, &theme, &mut edited, &folder.0));
    preferences.set_if_neq(edited);
    if done {
        next.set(if came_from.0 == Screen::Visit { Screen::Visit } else { Screen::Menu });
    }
    Ok(())
}

/// Draws the settings; true when the reader is done.
pub fn panel(ui: &mut Ui, theme: &Theme, preferences: &mut Preferences, folder: &Path) -> bool {
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
            if preferences.text_size.within(ui.ctx().viewport_rect().size()) != preferences.text_size {
                Prose::caption(theme).colour(theme.palette.warn).show(ui, theme, &theme.text("text-size-too-large"));
            }
            prose(ui, theme, &theme.text("settings-sample"));
            ui.add_space(6.0);
            Prose::subheading(theme).show(ui, theme, &theme.text("settings-seeing"));
            Prose::caption(theme).show(ui, theme, &theme.text("settings-scheme"));
            let names = Scheme::ALL.map(|scheme| (scheme, theme.text(scheme_id(scheme))));
            let choices: Vec<_> = names.iter().map(|(scheme, name)| (*scheme, name.as_ref())).collect();
            segments(ui, theme, &mut preferences.scheme, &choices);
            switch(ui, theme, &mut preferences.colour_safe, &theme.text("settings-colour-safe"));
            switch(ui, theme, &mut preferences.reduced_motion, &theme.text("settings-reduced-motion"));
            ui.add_space(6.0);
            Prose::subheading(theme).show(ui, theme, &theme.text("settings-practice"));
            switch(ui, theme, &mut preferences.gauge, &theme.text("settings-gauge"));
            Prose::caption(theme).show(ui, theme, &theme.text("settings-pace"));
            let names = SpeechPace::ALL.map(|pace| (pace, theme.text(pace_id(pace))));
            let choices: Vec<_> = names.iter().map(|(pace, name)| (*pace, name.as_ref())).collect();
            segments(ui, theme, &mut preferences.pace, &choices);
            Prose::caption(theme).show(ui, theme, &theme.text("settings-pace-explained"));
            ui.add_space(6.0);
            Prose::subheading(theme).show(ui, theme, &theme.text("settings-reports"));
            let caption = Prose::caption(theme).show(ui, theme, &theme.text("settings-organisation"));
            let edit = egui::TextEdit::singleline(&mut preferences.organisation)
                .hint_text(theme.text("settings-organisation-hint").into_owned())
                .desired_width(f32::INFINITY)
                .char_limit(LONGEST_NAME)
                .margin(egui::Margin::symmetric(10, 7));
            ui.add(edit).labelled_by(caption.id);
        });
        ui.add_space(4.0);
        Prose::subheading(theme).show(ui, theme, &theme.text("settings-where"));
        let path = folder.display().to_string();
        Prose::caption(theme).show(ui, theme, &theme.text_with("settings-folder", &args!("path" => path.as_str())));
        if Button::new(&theme.text("settings-open-folder")).small().show(ui, theme).clicked() {
            outside::open(folder);
        }
        ui.add_space(8.0);
        if Button::primary(&theme.text("back")).key("Esc").show(ui, theme).clicked() {
            done = true;
        }
    });
    done
}

/// Most characters of an organisation's name.
const LONGEST_NAME: usize = 60;

const fn scheme_id(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Light => "scheme-light",
        Scheme::Dark => "scheme-dark",
        Scheme::HighContrast => "scheme-high-contrast",
    }
}

const fn pace_id(pace: SpeechPace) -> &'static str {
    match pace {
        SpeechPace::Usual => "pace-usual",
        SpeechPace::Brisk => "pace-brisk",
        SpeechPace::Quick => "pace-quick",
        SpeechPace::Double => "pace-double",
    }
}

const fn size_id(size: TextSize) -> &'static str {
    match size {
        TextSize::Normal => "text-size-normal",
        TextSize::Large => "text-size-large",
        TextSize::Larger => "text-size-larger",
        TextSize::Huge => "text-size-huge",
        TextSize::Double => "text-size-double",
    }
}
