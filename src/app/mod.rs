//! The window: screens, scene, desk, theme, settings.

mod bubble;
mod curve;
mod desk;
mod display;
mod guide;
mod idle;
mod library;
mod outside;
mod playing;
mod preferences;
mod recent;
pub mod scene;
mod screens;
mod theme;
mod trials;
mod workshop;

use crate::locale::Texts;
use crate::logbook::store::Store;
use crate::vocabulary::Locale;
use bevy::asset::AssetEventSystems;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::window::{PresentMode, WindowPlugin, WindowResolution};
use bevy_egui::{EguiGlobalSettings, EguiPlugin, EguiPostUpdateSet, EguiPreUpdateSet, EguiPrimaryContextPass};
pub use display::NoWindow;
use preferences::{Folder, Preferences};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// How the window is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// `None`: as remembered, or the language of the system.
    pub locale: Option<Locale>,
    /// Where sessions, reports and settings are kept.
    pub data: PathBuf,
    /// A folder of the user's own scenarios.
    pub scenarios: Option<PathBuf>,
}

/// Where sessions are kept.
#[derive(Resource, Clone, Debug)]
struct Data(Store);

/// The screens, from which all else follows.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Screen {
    #[default]
    Loading,
    Menu,
    Briefing,
    Visit,
    Debrief,
    MySessions,
    Settings,
    Workshop,
}

/// Opens the window and returns when it is closed. Without a usable display it says why, and nothing else happens.
///
/// # Errors
///
/// [`NoWindow`], where there is no display or nothing to draw with.
pub fn run(options: &Options) -> Result<(), NoWindow> {
    let shelf = library::Shelf(options.scenarios.clone());
    let reading = library::Reading::begin(&shelf);
    let mut preferences = Preferences::load(&options.data);
    if options.locale.is_some() {
        preferences.locale = options.locale;
    }
    let locale = preferences.locale();
    display::probe(locale)?;
    // Bevy panics where there is nothing to draw with; a person sees a sentence, not a backtrace.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let built = catch_unwind(AssertUnwindSafe(|| build(options, preferences, shelf, reading)));
    std::panic::set_hook(hook);
    let mut app = built.map_err(|panic| {
        let text = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or_default();
        display::adapter(locale)
            .err()
            .unwrap_or_else(|| NoWindow::because(locale, "no-window-failed", text.lines().next().unwrap_or_default()))
    })?;
    app.run();
    Ok(())
}

/// The smallest window in which everything has its place, in points.
const LEAST: [u32; 2] = [960, 600];

fn build(options: &Options, preferences: Preferences, shelf: library::Shelf, reading: library::Reading) -> App {
    let mut app = App::new();
    let title = preferences.locale().text("app-name").into_owned();
    let place = preferences.window;
    let [width, height] = place.map_or([1280, 720], |place| [place.size[0].max(LEAST[0]), place.size[1].max(LEAST[1])]);
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: Some(Window {
                    title,
                    name: Some("calmdesk".to_owned()),
                    resolution: WindowResolution::new(width, height),
                    position: place
                        .and_then(|place| place.at)
                        .map_or(WindowPosition::Automatic, |[x, y]| WindowPosition::At(IVec2::new(x, y))),
                    mode: preferences::mode(preferences.full_screen),
                    present_mode: PresentMode::AutoVsync,
                    resize_constraints: WindowResizeConstraints {
                        min_width: LEAST[0] as f32,
                        min_height: LEAST[1] as f32,
                        ..default()
                    },
                    ..default()
                }),
                ..default()
            })
            .set(LogPlugin { level: bevy::log::Level::ERROR, filter: "error".to_owned(), ..default() }),
    )
    .insert_resource(shelf)
    .insert_resource(reading)
    .insert_resource(Data(Store::at(&options.data)))
    .insert_resource(Folder(options.data.clone()))
    .insert_resource(preferences.theme())
    .insert_resource(ClearColor(Color::srgb_u8(
        preferences.theme().palette.paper.r(),
        preferences.theme().palette.paper.g(),
        preferences.theme().palette.paper.b(),
    )))
    .insert_resource(preferences)
    .add_plugins(EguiPlugin::default())
    // Of several cameras one has the panels: the scene says which.
    .insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() })
    .add_plugins(plugin);
    app
}

/// Everything of ours, in the order in which it is set up.
fn plugin(app: &mut App) {
    app.init_state::<Screen>()
        .add_plugins((
            idle::plugin,
            preferences::plugin,
            recent::plugin,
            library::plugin,
            scene::plugin,
            playing::plugin,
            screens::plugin,
            workshop::plugin,
        ))
        .init_resource::<Dressed>()
        // New letters reach the screen with the text they belong to, not a frame later.
        .configure_sets(PostUpdate, EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems))
        .add_systems(PreUpdate, dress.after(EguiPreUpdateSet::InitContexts).before(EguiPreUpdateSet::BeginPass))
        .configure_sets(EguiPrimaryContextPass, screens::Drawn.run_if(|dressed: Res<Dressed>| dressed.0))
        .add_systems(Update, name_the_window)
        .add_systems(Last, follow_scene.before(idle::Set));
}

/// Set once the fonts are there: no text can be laid out before.
#[derive(Resource, Default)]
struct Dressed(bool);

/// Fonts and style, before the pass in which the first text is drawn and whenever the theme changes.
fn dress(
    mut contexts: bevy_egui::EguiContexts,
    theme: Res<theme::Theme>,
    mut dressed: ResMut<Dressed>,
    mut ground: ResMut<ClearColor>,
) {
    if dressed.0 && !theme.is_changed() {
        return;
    }
    // The context comes with the camera, in the first frame or the second.
    let Ok(ctx) = contexts.ctx_mut() else { return };
    if !dressed.0 {
        theme::fonts::install(ctx);
        dressed.0 = true;
    }
    theme.apply(ctx);
    let paper = theme.palette.paper;
    ground.0 = Color::srgb_u8(paper.r(), paper.g(), paper.b());
}

/// The scene says when its picture changes next.
fn follow_scene(
    screen: Res<State<Screen>>,
    moving: Res<scene::Moving>,
    next: Res<scene::NextFrame>,
    mut wakes: ResMut<idle::Wakes>,
) {
    if *screen.get() != Screen::Visit {
        return;
    }
    match next.0 {
        Some(seconds) => wakes.after(std::time::Duration::from_secs_f32(seconds.clamp(0.0, 600.0))),
        None if moving.0 => wakes.moving(),
        None => {}
    }
}

/// The title names the screen for the task bar; with `CALMDESK_TRACE=1` a line on standard error names it for scripts.
fn name_the_window(
    screen: Res<State<Screen>>,
    theme: Res<theme::Theme>,
    mut windows: Query<&mut Window>,
    mut traced: Local<Option<Screen>>,
) {
    if !screen.is_changed() && !theme.is_changed() {
        return;
    }
    let id = match screen.get() {
        Screen::Loading => "screen-loading",
        Screen::Menu => "screen-menu",
        Screen::Briefing => "screen-briefing",
        Screen::Visit => "screen-visit",
        Screen::Debrief => "screen-debrief",
        Screen::MySessions => "screen-sessions",
        Screen::Settings => "screen-settings",
        Screen::Workshop => "screen-workshop",
    };
    for mut window in &mut windows {
        window.title = format!("{} · {}", theme.text("app-name"), theme.text(id));
    }
    if traced.replace(*screen.get()) != Some(*screen.get()) {
        trace(&format!("screen: {}", id.trim_start_matches("screen-")));
    }
}

/// Says something to the script that drives the window.
fn trace(line: &str) {
    use std::io::Write;
    if std::env::var_os("CALMDESK_TRACE").is_some_and(|value| value == "1") {
        // Whoever listens may be gone already.
        let _ = writeln!(std::io::stderr(), "{line}");
    }
}
