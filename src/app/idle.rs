//! Idle costs nothing: the window is drawn when something happened, or when something said it will.

use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;
use bevy::window::{PrimaryWindow, WindowOccluded, WindowResized};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WINIT_WINDOWS, WinitSettings, WinitUserEvent};
use bevy_egui::input::ModifierKeysState;
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// When the window must be drawn next although nobody touches it. Asked anew in every frame.
#[derive(Resource, Default, Debug)]
pub struct Wakes(Option<Duration>);

/// Fast enough for a breathing chest or a growing text, and half the work of a full frame rate.
pub const FRAME: Duration = Duration::from_millis(33);

/// The same where the processor draws: seven pictures a second.
pub const SPARE_FRAME: Duration = Duration::from_millis(140);

/// Long enough to be free, short enough that nothing forgotten stays wrong for ever.
const REST: Duration = Duration::from_secs(600);

impl Wakes {
    /// Draw again after this long.
    pub fn after(&mut self, wait: Duration) {
        self.0 = Some(self.0.map_or(wait, |now| now.min(wait)));
    }

    /// Something moves: draw the next frame.
    pub fn moving(&mut self) {
        self.after(FRAME);
    }
}

pub(super) fn plugin(app: &mut App) {
    // The alarm asks for a redraw, and the redraw updates; reacting to the alarm as well would draw twice.
    let rest = UpdateMode::Reactive {
        wait: REST,
        react_to_device_events: false,
        react_to_user_events: false,
        react_to_window_events: true,
    };
    app.init_resource::<Wakes>()
        .insert_resource(WinitSettings { focused_mode: rest, unfocused_mode: rest })
        .add_systems(
            PreUpdate,
            drop_idle_modifiers.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
        )
        .init_resource::<Sparing>()
        .init_resource::<Hidden>()
        .add_systems(Startup, (wind_up, look_at_adapter))
        .add_systems(First, (forget, (notice_hidden, settle_size)).chain())
        .add_systems(Last, set_alarm.in_set(Set).run_if(resource_exists::<Alarm>));
}

/// True where the processor draws: a picture then costs a hundred times what it costs a graphics card.
#[derive(Resource, Clone, Copy, Debug, Default)]
pub struct Sparing(pub bool);

fn look_at_adapter(adapter: Option<Res<RenderAdapterInfo>>, mut sparing: ResMut<Sparing>) {
    // `DeviceType` is not re-exported, so that its name is all there is to compare.
    sparing.0 = adapter.is_some_and(|adapter| format!("{:?}", adapter.device_type) == "Cpu");
}

/// True while nobody can see the window: minimised, or wholly behind others. Nothing is drawn then.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden(pub bool);

fn notice_hidden(
    mut changes: MessageReader<WindowOccluded>,
    windows: Query<Entity, With<PrimaryWindow>>,
    mut covered: Local<bool>,
    mut hidden: ResMut<Hidden>,
) {
    for change in changes.read() {
        *covered = change.occluded;
    }
    // Where a window manager minimises without a word, it still answers when asked.
    let minimised = windows.single().is_ok_and(|window| {
        WINIT_WINDOWS
            .with_borrow(|winit| winit.get_window(window).and_then(|window| window.is_minimized()) == Some(true))
    });
    hidden.set_if_neq(Hidden(*covered || minimised));
}

/// Pictures after a change of size until every panel has found its place.
const SETTLING: u8 = 3;

/// A new size reaches the panels a picture later than the window.
fn settle_size(mut resized: MessageReader<WindowResized>, mut left: Local<u8>, mut wakes: ResMut<Wakes>) {
    if resized.read().count() > 0 {
        *left = SETTLING;
    }
    if *left > 0 {
        *left -= 1;
        wakes.moving();
    }
}

/// The alarm is set; what wants to wake the window says so before.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Set;

/// Wakes the event loop at an instant. Setting winit's own timeout anew in each frame would make it
/// draw at once each time.
#[derive(Resource)]
struct Alarm(Sender<Option<Instant>>);

fn wind_up(mut commands: Commands, event_loop: Option<Res<EventLoopProxyWrapper>>) {
    let Some(event_loop) = event_loop else { return };
    let event_loop = (**event_loop).clone();
    let (sender, receiver) = channel::<Option<Instant>>();
    let clock = std::thread::Builder::new().name("alarm".to_owned()).spawn(move || {
        let mut due: Option<Instant> = None;
        loop {
            let heard = match due {
                None => receiver.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => receiver.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match heard {
                Ok(next) => due = next,
                Err(RecvTimeoutError::Timeout) => {
                    due = None;
                    if event_loop.send_event(WinitUserEvent::WakeUp).is_err() {
                        return;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
    match clock {
        Ok(_) => commands.insert_resource(Alarm(sender)),
        Err(error) => error!("no thread for the alarm: {error}"),
    }
}

fn forget(mut wakes: ResMut<Wakes>) {
    wakes.0 = None;
}

fn set_alarm(wakes: Res<Wakes>, hidden: Res<Hidden>, alarm: Res<Alarm>) {
    let wait = wakes.0.filter(|_| !hidden.0);
    // The thread lives as long as the window does.
    let _ = alarm.0.send(wait.map(|wait| Instant::now() + wait));
}

/// bevy_egui 0.42 reports the modifier keys in every pass, and egui answers any event with another pass.
/// The report is dropped while the keys are as they were.
fn drop_idle_modifiers(
    mut inputs: Query<&mut EguiInput>,
    keys: Res<ModifierKeysState>,
    mut before: Local<Option<egui::Modifiers>>,
) {
    let now = keys.to_egui_modifiers();
    if before.replace(now) == Some(now) {
        for mut input in &mut inputs {
            input.events.retain(|event| !matches!(event, egui::Event::ModifiersChanged(_)));
        }
    }
}
