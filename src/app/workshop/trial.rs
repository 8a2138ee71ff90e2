//! Test-plays: begun anywhere in a scenario, and carried over to its next version when it is saved.

use super::{Reloaded, Workshop};
use crate::app::idle::Wakes;
use crate::app::library::Library;
use crate::app::playing::{Playing, Trial};
use crate::app::theme::Theme;
use crate::app::{Data, Screen, trace, trials};
use crate::args;
use crate::authoring::library::LibraryEntry;
use crate::locale::Texts;
use crate::logbook::catch_up::{Placed, Stopped, catch_up};
use crate::logbook::error::LogError;
use crate::logbook::log::Files;
use crate::logbook::recording::Recording;
use crate::rehearsal::arrivals::Arrival;
use crate::scenario::{Diagnostic, Scenario};
use crate::session::{Move, MoveError};
use crate::vocabulary::Locale;
use bevy::prelude::*;
use std::sync::Arc;

/// A test-play is asked for.
#[derive(Message, Clone, Debug)]
pub struct BeginTrial {
    pub scenario: String,
    /// `None`: from the beginning.
    pub way: Option<Arrival>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_message::<BeginTrial>()
        .add_systems(Update, begin_trial)
        .add_systems(
            Update,
            carry_over.run_if(on_message::<Reloaded>).run_if(resource_exists::<Playing>).after(begin_trial),
        )
        .add_systems(OnEnter(Screen::Workshop), trace_path);
}

#[expect(clippy::too_many_arguments, reason = "a test-play touches the library, the data folder and the screens")]
fn begin_trial(
    mut commands: Commands,
    mut asked: MessageReader<BeginTrial>,
    library: Res<Library>,
    data: Res<Data>,
    theme: Res<Theme>,
    time: Res<Time<Real>>,
    mut workshop: ResMut<Workshop>,
    mut next: ResMut<NextState<Screen>>,
) {
    let Some(asked) = asked.read().last() else { return };
    let Some((entry, scenario)) = library.playable(&asked.scenario) else { return };
    let seed = asked.way.as_ref().map(|way| way.seed);
    let moves = asked.way.as_ref().map_or(&[][..], |way| way.moves.as_slice());
    match led(&data, entry, scenario, seed, moves) {
        Ok((recording, taken, _)) => {
            let trial = Trial { moves: moves[..taken].to_vec(), notice: None };
            commands.insert_resource(Playing::try_out(recording, trial, theme.locale, time.elapsed()));
            workshop.trouble = None;
            trace(&format!("trial: {taken} moves, scenario: {}", scenario.id));
            next.set(Screen::Visit);
        }
        Err(error) => workshop.trouble = Some(theme.locale.say(&error.message())),
    }
}

/// A test-play of a version of a scenario, as far as the moves lead.
fn led(
    data: &Data,
    entry: &LibraryEntry,
    scenario: &Arc<Scenario>,
    seed: Option<u64>,
    moves: &[Placed],
) -> Result<(Recording, usize, Option<Stopped>), LogError> {
    let mut recording = trials::begin(&data.0, Files::from(&entry.bundle), scenario, seed)?;
    let led = catch_up(&mut recording, moves)?;
    Ok((recording, led.taken, led.stopped))
}

/// The scenario was saved: the test-play goes on in the new version, at the same place if it can.
fn carry_over(
    mut commands: Commands,
    mut playing: ResMut<Playing>,
    library: Res<Library>,
    data: Res<Data>,
    theme: Res<Theme>,
    time: Res<Time<Real>>,
    mut wakes: ResMut<Wakes>,
) {
    // What is told changes the room there is, which the frame after the next one knows.
    wakes.moving();
    let (id, hash) = (playing.scenario().id.clone(), playing.scenario().hash.clone());
    let seed = playing.settings().seed;
    let locale = theme.locale;
    let Some(trial) = playing.trial_mut() else { return };
    let Some(entry) = library.find(&id) else {
        trial.notice = Some(locale.text("trial-gone").into_owned());
        return;
    };
    let Some(scenario) = entry.scenario() else {
        trial.notice = Some(broken(&entry.loaded.diagnostics, locale));
        return;
    };
    if scenario.hash == hash {
        return;
    }
    let moves = std::mem::take(&mut trial.moves);
    match led(&data, entry, scenario, Some(seed), &moves) {
        Ok((recording, taken, stopped)) => {
            let notice = match &stopped {
                None => locale.text("trial-carried").into_owned(),
                Some(why) => {
                    let (n, of) = (steps(&moves[..taken]) + 1, steps(&moves));
                    let args = args!("n" => n, "of" => of, "why" => because(why, locale));
                    locale.text_with("trial-stopped", &args).into_owned()
                }
            };
            trace(&format!("trial: carried {} of {}", steps(&moves[..taken]), steps(&moves)));
            let trial = Trial { moves: moves[..taken].to_vec(), notice: Some(notice) };
            commands.insert_resource(Playing::try_out(recording, trial, locale, time.elapsed()));
        }
        Err(error) => {
            let notice = Some(locale.say(&error.message()));
            if let Some(trial) = playing.trial_mut() {
                *trial = Trial { moves, notice };
            }
        }
    }
}

/// How many of the moves an author would count: to skip to the end of a line is no step.
fn steps(moves: &[Placed]) -> usize {
    moves.iter().filter(|placed| !matches!(placed.input, Move::Skip { .. })).count()
}

/// Why the moves end here, in words.
fn because(why: &Stopped, locale: Locale) -> String {
    match why {
        Stopped::Elsewhere { was, is } => {
            locale.text_with("trial-elsewhere", &args!("was" => was.as_str(), "is" => is.as_str())).into_owned()
        }
        Stopped::Ended => locale.text("trial-ended").into_owned(),
        Stopped::Refused(MoveError::NotOnOffer { node, option }) => {
            let args = args!("node" => node.as_str(), "option" => option.as_str());
            locale.text_with("trial-no-option", &args).into_owned()
        }
        Stopped::Refused(MoveError::FactNotTold(fact)) => {
            locale.text_with("trial-no-fact", &args!("fact" => fact.as_str())).into_owned()
        }
        Stopped::Refused(_) => locale.text("trial-refused").into_owned(),
    }
}

/// How many errors the new version has, and the first of them.
fn broken(diagnostics: &[Diagnostic], locale: Locale) -> String {
    let mut errors = diagnostics.iter().filter(|problem| problem.is_error());
    let first = errors.next().map_or_else(String::new, |problem| {
        format!("{}:{} {} {}", problem.file, problem.line, problem.code, locale.say(&problem.message()))
    });
    locale.text_with("trial-broken", &args!("n" => errors.count() + 1, "first" => first)).into_owned()
}

/// Back from a test-play, the tree shows the way it took.
fn trace_path(playing: Option<Res<Playing>>, mut workshop: ResMut<Workshop>) {
    let Some(playing) = playing.filter(|playing| playing.trial().is_some()) else { return };
    let session = playing.recording().session();
    let nodes = playing.scenario().nodes.iter().enumerate();
    workshop.path = nodes
        .filter(|(at, _)| session.visited(crate::vocabulary::NodeIx(*at as u16)))
        .map(|(_, node)| node.id.clone())
        .collect();
}
