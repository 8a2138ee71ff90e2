//! Notices that a scenario was saved, and reads the library again.

use crate::app::Screen;
use crate::app::idle::Wakes;
use crate::app::library::{Library, Shelf};
use crate::app::trace;
use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Editors write in several steps; what is read too early looks broken.
const SETTLED: Duration = Duration::from_millis(180);

/// The library was read again.
#[derive(Message, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reloaded;

/// Watches the user's folder as long as it lives.
#[derive(Resource)]
struct Watching {
    changed: Arc<AtomicBool>,
    /// When everything will have been written.
    due: Option<Duration>,
    _watcher: RecommendedWatcher,
}

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Reloaded>()
        .add_systems(Startup, begin)
        .add_systems(Update, reload.run_if(resource_exists::<Watching>).run_if(not(in_state(Screen::Loading))));
}

fn begin(mut commands: Commands, shelf: Res<Shelf>, event_loop: Option<Res<EventLoopProxyWrapper>>) {
    let Some(folder) = &shelf.0 else { return };
    // An instructor who opens the workshop for the first time finds a folder to put scenarios in.
    let _ = std::fs::create_dir_all(folder);
    let wake = event_loop.map(|event_loop| (**event_loop).clone());
    match watch(folder, move || {
        // The loop is gone when the window closes.
        let _ = wake.as_ref().map(|wake| wake.send_event(WinitUserEvent::WakeUp));
    }) {
        Ok((changed, watcher)) => {
            commands.insert_resource(Watching { changed, due: None, _watcher: watcher });
        }
        Err(error) => error!("{} is not watched: {error}", folder.display()),
    }
}

/// Sets a flag and calls `wake` whenever something below `folder` is written.
fn watch(folder: &Path, wake: impl Fn() + Send + 'static) -> notify::Result<(Arc<AtomicBool>, RecommendedWatcher)> {
    let changed = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&changed);
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading a file is an event as well, and we read them ourselves.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            flag.store(true, Ordering::Release);
            wake();
        }
    })?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok((changed, watcher))
}

fn reload(
    mut watching: ResMut<Watching>,
    mut library: ResMut<Library>,
    shelf: Res<Shelf>,
    time: Res<Time<Real>>,
    mut wakes: ResMut<Wakes>,
    mut reloaded: MessageWriter<Reloaded>,
) {
    let now = time.elapsed();
    if watching.changed.swap(false, Ordering::AcqRel) {
        watching.due = Some(now + SETTLED);
    }
    match watching.due {
        Some(due) if due <= now => {
            watching.due = None;
            library.reload(&shelf);
            trace("library: reloaded");
            reloaded.write(Reloaded);
        }
        Some(due) => wakes.after(due - now),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    #[test]
    fn a_saved_file_is_noticed_and_a_read_one_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("scenario.ron");
        std::fs::write(&file, "one").expect("written");
        let (changed, _watcher) = watch(folder.path(), || {}).expect("watched");
        std::fs::read(&file).expect("read");
        std::thread::sleep(Duration::from_millis(150));
        assert!(!changed.load(Ordering::Acquire), "reading changes nothing");
        std::fs::write(&file, "two").expect("written");
        let began = Instant::now();
        while !changed.load(Ordering::Acquire) {
            assert!(began.elapsed() < Duration::from_secs(20), "a change was not noticed");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
