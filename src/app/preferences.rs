//! What the window remembers from one start to the next.

use super::theme::{Palette, TextSize, Theme};
use crate::logbook;
use crate::session::Mode;
use crate::vocabulary::{Locale, read_file};
use bevy::prelude::*;
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
    pub high_contrast: bool,
    pub reduced_motion: bool,
    /// Practice: show the tension gauge.
    pub gauge: bool,
    pub mode: Mode,
    pub timed: bool,
    pub trainee: String,
    pub class: String,
    /// The scenario chosen last.
    pub scenario: Option<String>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            locale: None,
            text_size: TextSize::Normal,
            high_contrast: false,
            reduced_motion: false,
            gauge: true,
            mode: Mode::Practice,
            timed: true,
            trainee: String::new(),
            class: String::new(),
            scenario: None,
        }
    }
}

impl Preferences {
    pub fn locale(&self) -> Locale {
        self.locale.unwrap_or_else(crate::locale::of_system)
    }

    pub fn theme(&self) -> Theme {
        Theme {
            palette: if self.high_contrast { Palette::HIGH_CONTRAST } else { Palette::WARM },
            size: self.text_size,
            locale: self.locale(),
            reduced_motion: self.reduced_motion,
            high_contrast: self.high_contrast,
        }
    }

    /// What was saved in this folder; the defaults where nothing, or nothing readable, was.
    pub fn load(folder: &Path) -> Self {
        let bytes = read_file(&file(folder), MAX_BYTES).ok();
        bytes.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default()
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
    app.add_systems(Update, follow.run_if(resource_changed::<Preferences>));
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
            text_size: TextSize::Larger,
            ..Default::default()
        };
        mine.save(folder.path()).unwrap();
        assert_eq!(Preferences::load(folder.path()), mine);
        std::fs::write(file(folder.path()), "{\"locale\": 3").unwrap();
        assert_eq!(Preferences::load(folder.path()), Preferences::default());
    }
}
