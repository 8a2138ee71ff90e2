//! The window: screens, scene, desk, theme, settings.

pub mod scene;
