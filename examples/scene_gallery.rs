//! Looks at the scene: `cargo run --example scene_gallery -- [place] [look] [feeling] [people]`.
//!
//! Keys: ←/→ place, ↑/↓ look, 1–8 feeling, N more people, S speech, G gesture, R reduced motion, H high contrast.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

#[cfg(not(feature = "gui"))]
fn main() {}

#[cfg(feature = "gui")]
fn main() {
    gallery::run();
}

#[cfg(feature = "gui")]
mod gallery {
    use bevy::prelude::*;
    use bevy::window::WindowResolution;
    use bevy::winit::{UpdateMode, WinitSettings};
    use calmdesk::app::scene::{self, Seat, StageView};
    use calmdesk::figure::BodyGesture;
    use calmdesk::vocabulary::ActionUnit;
    use calmdesk::vocabulary::ActionUnit::*;
    use calmdesk::vocabulary::Expression;
    use calmdesk::vocabulary::{Build, Carries, Hair, HairColour, Look, Place, Top};

    const PLACES: [Place; 5] = [Place::ReceptionRoom, Place::QuietRoom, Place::Home, Place::MeetingRoom, Place::Hall];
    const CROWD: [usize; 6] = [1, 2, 3, 5, 12, 23];
    const LOOKS: usize = 8;

    #[derive(Resource, Default)]
    struct Choice {
        place: usize,
        look: usize,
        feeling: usize,
        people: usize,
        speaking: bool,
        reduced: bool,
        contrast: bool,
        gesture: usize,
        since: Option<f64>,
    }

    pub fn run() {
        let numbers: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
        let get = |i: usize| numbers.get(i).copied().unwrap_or(0);
        let people = CROWD.iter().position(|&n| n == get(3)).unwrap_or(0);
        let window =
            Window { title: "scene gallery".into(), resolution: WindowResolution::new(1280, 720), ..default() };
        App::new()
            .add_plugins(DefaultPlugins.set(WindowPlugin { primary_window: Some(window), ..default() }))
            .add_plugins(scene::plugin)
            .insert_resource(Choice { place: get(0), look: get(1), feeling: get(2), people, ..default() })
            .add_systems(Update, choose)
            .add_systems(Last, wait)
            .run();
    }

    /// Nothing is drawn before the scene changes again.
    fn wait(next: Res<scene::NextFrame>, mut winit: ResMut<WinitSettings>) {
        let seconds = next.0.unwrap_or(3600.0).max(0.005);
        winit.focused_mode = UpdateMode::reactive(std::time::Duration::from_secs_f32(seconds));
        winit.unfocused_mode = winit.focused_mode;
    }

    fn choose(
        keys: Res<ButtonInput<KeyCode>>,
        time: Res<Time<Real>>,
        mut c: ResMut<Choice>,
        mut view: ResMut<StageView>,
    ) {
        let digits = [
            KeyCode::Digit1,
            KeyCode::Digit2,
            KeyCode::Digit3,
            KeyCode::Digit4,
            KeyCode::Digit5,
            KeyCode::Digit6,
            KeyCode::Digit7,
            KeyCode::Digit8,
        ];
        for key in keys.get_just_pressed() {
            match key {
                KeyCode::ArrowRight => c.place += 1,
                KeyCode::ArrowLeft => c.place += PLACES.len() - 1,
                KeyCode::ArrowDown => c.look += 1,
                KeyCode::ArrowUp => c.look += LOOKS - 1,
                KeyCode::KeyN => c.people += 1,
                KeyCode::KeyS => c.speaking = !c.speaking,
                KeyCode::KeyR => c.reduced = !c.reduced,
                KeyCode::KeyH => c.contrast = !c.contrast,
                KeyCode::KeyG => {
                    c.gesture += 1;
                    c.since = Some(time.elapsed_secs_f64());
                }
                other => {
                    if let Some(n) = digits.iter().position(|d| d == other) {
                        c.feeling = n;
                    }
                }
            }
        }
        let n = CROWD[c.people % CROWD.len()];
        let seats = (0..n).map(|k| {
            let (look, age) = look((c.look + k * 5 + k / 7) % LOOKS);
            let feeling = if n > 3 { (c.feeling + k * 3) % 8 } else { c.feeling };
            let gesture = BodyGesture::ALL[c.gesture % BodyGesture::ALL.len()];
            Seat {
                look,
                age,
                expression: feeling_of(feeling),
                speaking: c.speaking && k == 0,
                seed: 5 + 31 * k as u32 + c.look as u32 * 7,
                gesture: c.since.filter(|_| k == 0).map(|since| (gesture, since)),
                ..Seat::default()
            }
        });
        view.set_if_neq(StageView {
            shown: true,
            place: PLACES[c.place % PLACES.len()],
            seats: seats.collect(),
            reduced_motion: c.reduced,
            area: None,
            sides: None,
            hour: Default::default(),
            high_contrast: c.contrast,
            calm: false,
        });
    }

    fn look(k: usize) -> (Look, u8) {
        let make =
            |build, hair, hair_colour, glasses, top, carries| Look { build, hair, hair_colour, glasses, top, carries };
        match k {
            0 => (make(Build::Slight, Hair::Bun, HairColour::Grey, true, Top::Cardigan, Carries::ClothBag), 67),
            1 => (make(Build::Broad, Hair::Short, HairColour::Black, false, Top::Jacket, Carries::Folder), 46),
            2 => (make(Build::Average, Hair::Cap, HairColour::Black, false, Top::Workwear, Carries::Phone), 24),
            3 => (make(Build::Average, Hair::Bob, HairColour::Brown, false, Top::Padded, Carries::Thermos), 38),
            4 => (make(Build::Slight, Hair::Balding, HairColour::White, false, Top::Padded, Carries::Cane), 76),
            5 => (make(Build::Slight, Hair::Long, HairColour::Black, false, Top::Shirt, Carries::Nothing), 23),
            6 => (make(Build::Broad, Hair::Curly, HairColour::Brown, false, Top::Cardigan, Carries::Nothing), 55),
            _ => (make(Build::Average, Hair::Short, HairColour::Grey, true, Top::Shirt, Carries::Folder), 58),
        }
    }

    fn units(list: &[(ActionUnit, f32)]) -> Expression {
        let mut e = Expression { gaze: 1.0, breath_rate: 14.0, pace: 1.0, loudness: 0.5, ..default() };
        for &(unit, value) in list {
            e.units[unit as usize] = value;
        }
        e
    }

    /// Neutral, angry, crying, fearful, disappointed, hopeful, relieved, outburst.
    fn feeling_of(k: usize) -> Expression {
        match k {
            1 => Expression {
                lean: 0.5,
                fists: 0.8,
                loudness: 0.8,
                breath_rate: 22.0,
                ..units(&[
                    (BrowLowerer, 0.9),
                    (UpperLidRaiser, 0.5),
                    (LidTightener, 0.6),
                    (LipTightener, 0.8),
                    (NoseWrinkler, 0.25),
                    (ChinRaiser, 0.3),
                ])
            },
            2 => Expression {
                gaze: -0.6,
                slump: 0.6,
                tears: 0.9,
                tremble: 0.4,
                ..units(&[
                    (InnerBrowRaiser, 0.9),
                    (BrowLowerer, 0.5),
                    (CheekRaiser, 0.4),
                    (LidTightener, 0.3),
                    (LipCornerDepressor, 0.8),
                    (ChinRaiser, 0.6),
                    (LipStretcher, 0.3),
                    (JawDrop, 0.2),
                ])
            },
            3 => Expression {
                lean: -0.7,
                tremble: 0.7,
                gaze: 0.6,
                breath_rate: 26.0,
                ..units(&[
                    (InnerBrowRaiser, 0.9),
                    (OuterBrowRaiser, 0.6),
                    (BrowLowerer, 0.4),
                    (UpperLidRaiser, 0.9),
                    (LipStretcher, 0.7),
                    (JawDrop, 0.25),
                ])
            },
            4 => Expression {
                gaze: -0.5,
                slump: 0.7,
                ..units(&[(InnerBrowRaiser, 0.5), (BrowLowerer, 0.2), (LipCornerDepressor, 0.7), (ChinRaiser, 0.4)])
            },
            5 => Expression {
                lean: 0.5,
                ..units(&[
                    (InnerBrowRaiser, 0.6),
                    (OuterBrowRaiser, 0.5),
                    (UpperLidRaiser, 0.3),
                    (LipCornerPuller, 0.35),
                ])
            },
            6 => Expression {
                slump: 0.2,
                ..units(&[(LipCornerPuller, 0.8), (CheekRaiser, 0.7), (InnerBrowRaiser, 0.2)])
            },
            7 => Expression {
                lean: 0.9,
                fists: 1.0,
                tremble: 0.4,
                loudness: 1.0,
                breath_rate: 28.0,
                ..units(&[
                    (BrowLowerer, 1.0),
                    (UpperLidRaiser, 0.9),
                    (LidTightener, 0.4),
                    (NoseWrinkler, 0.6),
                    (LipStretcher, 0.4),
                    (JawDrop, 0.9),
                    (LipTightener, 0.3),
                ])
            },
            _ => units(&[]),
        }
    }
}
