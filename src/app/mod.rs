//! The window: screens, scene, desk, theme, settings.
