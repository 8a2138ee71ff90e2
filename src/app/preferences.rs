//! What the window remembers from one start to the next.

use super::playing::SpeechPace;
use super::theme::{Palette, Scheme, TextSize, Theme};
use crate::logbook;
use crate::session::Mode;
use crate::vocabulary::{Locale, read_file};
use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowCloseRequested, WindowMode, WindowMoved};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// Largest file of settings that is read, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// Settings of this machine's user. Names stay on this machine.
#[derive(Resource, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// `None`: the language of the system.
    pub locale: Option<Locale>,
    pub text_size: TextSize,
    pub scheme: Scheme,
    /// As files of earlier versions say it; read, and written no more.
    #[serde(skip_serializing)]
    pub(super) high_contrast: bool,
    /// Good and bad in blue and orange.
    pub colour_safe: bool,
    pub reduced_motion: bool,
    /// Practice: how much faster than in life people speak.
    pub pace: SpeechPace,
    /// Practice: show the tension gauge.
    pub gauge: bool,
    pub mode: Mode,
    pub timed: bool,
    pub trainee: String,
    pub class: String,
    /// Printed on reports.
    pub organisation: String,
    /// The scenario chosen last.
    pub scenario: Option<String>,
    /// Size of the window in points, and where it stood in pixels, when it was closed last.
    pub window: Option<WindowPlace>,
    pub full_screen: bool,
}

/// Where the window was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPlace {
    pub size: [u32; 2],
    pub at: Option<[i32; 2]>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            locale: None,
            text_size: TextSize::Normal,
            scheme: Scheme::Light,
            high_contrast: false,
            colour_safe: false,
            reduced_motion: false,
            pace: SpeechPace::Usual,
            gauge: true,
            mode: Mode::Practice,
            timed: true,
            trainee: String::new(),
            class: String::new(),
            organisation: String::new(),
            scenario: None,
            window: None,
            full_screen: false,
        }
    }
}

impl Preferences {
    pub fn locale(&self) -> Locale {
        self.locale.unwrap_or_else(crate::locale::of_system)
    }

    pub fn theme(&self) -> Theme {
        let palette = match self.scheme {
            Scheme::Light => Palette::WARM,
            Scheme::Dark => Palette::DARK,
            Scheme::HighContrast => Palette::HIGH_CONTRAST,
        };
        Theme {
            palette: if self.colour_safe { palette.colour_safe() } else { palette },
            size: self.text_size,
            locale: self.locale(),
            reduced_motion: self.reduced_motion,
            high_contrast: self.scheme == Scheme::HighContrast,
            wall: false,
        }
    }

    /// What was saved in this folder; the defaults where nothing, or nothing readable, was.
    pub fn load(folder: &Path) -> Self {
        let bytes = read_file(&file(folder), MAX_BYTES).ok();
        let mut saved: Self = bytes.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default();
        if std::mem::take(&mut saved.high_contrast) {
            saved.scheme = Scheme::HighContrast;
        }
        saved
    }

    /// Replaces the saved settings in one step.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be written.
    pub fn save(&self, folder: &Path) -> io::Result<()> {
        std::fs::create_dir_all(folder)?;
        let json = serde_json::to_string_pretty(self).map_err(io::Error::other)?;
        logbook::save(&file(folder), json.as_bytes(), logbook::Readers::Usual).map_err(|failed| failed.source)
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("settings.json")
}

/// Where the window keeps its files.
#[derive(Resource, Clone, Debug)]
pub struct Folder(pub PathBuf);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (full_screen, follow.run_if(resource_changed::<Preferences>)).chain())
        .add_systems(Last, remember_window);
}

/// F11 fills the screen and gives it back.
fn full_screen(
    keys: Res<ButtonInput<KeyCode>>,
    mut preferences: ResMut<Preferences>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
) {
    if !keys.just_pressed(KeyCode::F11) {
        return;
    }
    preferences.full_screen = !preferences.full_screen;
    for mut window in &mut windows {
        window.mode = mode(preferences.full_screen);
    }
}

/// How a window is shown.
pub fn mode(full_screen: bool) -> WindowMode {
    if full_screen { WindowMode::BorderlessFullscreen(MonitorSelection::Current) } else { WindowMode::Windowed }
}

/// When the window is closed, its size and place are kept.
fn remember_window(
    mut moved: MessageReader<WindowMoved>,
    mut place: Local<Option<[i32; 2]>>,
    mut exits: MessageReader<AppExit>,
    mut closing: MessageReader<WindowCloseRequested>,
    windows: Query<&Window, With<PrimaryWindow>>,
    folder: Res<Folder>,
    mut preferences: ResMut<Preferences>,
) {
    if let Some(last) = moved.read().last() {
        *place = Some(last.position.into());
    }
    if exits.read().count() + closing.read().count() == 0 || preferences.full_screen {
        return;
    }
    let Ok(window) = windows.single() else { return };
    let now = WindowPlace { size: [window.width() as u32, window.height() as u32], at: *place };
    preferences.window = Some(now);
    if let Err(error) = preferences.save(&folder.0) {
        warn!("settings are not saved: {}: {error}", folder.0.display());
    }
}

/// Settings take effect at once and are saved; a folder that cannot be written only costs the memory of them.
fn follow(preferences: Res<Preferences>, folder: Res<Folder>, mut theme: ResMut<Theme>) {
    theme.set_if_neq(preferences.theme());
    if !preferences.is_added()
        && let Err(error) = preferences.save(&folder.0)
    {
        warn!("settings are not saved: {}: {error}", folder.0.display());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_remembered_and_a_spoilt_file_gives_the_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let mine = Preferences {
            locale: Some(Locale::En),
            trainee: "欧阳䶮".into(),
            timed: false,
            text_size: TextSize::Double,
            scheme: Scheme::Dark,
            colour_safe: true,
            pace: SpeechPace::Double,
            organisation: "滨江区信访局".into(),
            ..Default::default()
        };
        mine.save(folder.path()).unwrap();
        assert_eq!(Preferences::load(folder.path()), mine);
        std::fs::write(file(folder.path()), "{\"high_contrast\": true}").unwrap();
        assert_eq!(Preferences::load(folder.path()).scheme, Scheme::HighContrast, "as earlier versions wrote it");
        std::fs::write(file(folder.path()), "{\"locale\": 3").unwrap();
        assert_eq!(Preferences::load(folder.path()), Preferences::default());
    }
}
