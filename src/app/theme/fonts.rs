//! The typeface of the window; it covers Chinese names, so no text shows boxes.

use crate::locale::font;
use bevy_egui::egui::{self, FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

/// The family of headings and of what must stand out.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

pub const fn regular() -> FontFamily {
    FontFamily::Proportional
}

/// Makes our typeface the only one; must run before the first text is laid out.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("regular", font::REGULAR), ("bold", font::BOLD)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".to_owned()]);
    }
    // What the bold weight lacks comes from the regular one.
    fonts.families.insert(strong(), vec!["bold".to_owned(), "regular".to_owned()]);
    ctx.set_fonts(fonts);
}
