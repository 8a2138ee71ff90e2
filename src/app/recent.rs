//! What the first screen knows of earlier sessions: the last result of each scenario, and the session to go on with. Logs
//! are read on a thread of their own, so that the screen never waits for them.

use super::idle::Wakes;
use super::{Data, Screen};
use crate::logbook::store::{Store, Summary};
use crate::rubric::{Rubric, Standing};
use bevy::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread::JoinHandle;

/// The newest sessions by scenario and trainee.
#[derive(Resource, Default)]
pub struct Recent {
    /// Newest first.
    sessions: Vec<Seen>,
    coming: Option<JoinHandle<Vec<Seen>>>,
}

/// A session as the first screen shows it.
#[derive(Clone, Debug)]
struct Seen {
    path: PathBuf,
    scenario: String,
    trainee: Option<String>,
    turns: u32,
    standing: Standing,
}

/// A session that was left in the middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    pub path: PathBuf,
    /// Id of the scenario.
    pub scenario: String,
    pub turns: u32,
}

impl Recent {
    /// How each scenario went last for this trainee; others' results are nobody's business.
    pub fn results(&self, trainee: &str) -> BTreeMap<String, Standing> {
        let mut results = BTreeMap::new();
        for seen in self.of(trainee).filter(|seen| seen.standing != Standing::Unfinished) {
            results.entry(seen.scenario.clone()).or_insert(seen.standing);
        }
        results
    }

    /// What this trainee left in the middle last, if it is the newest of all.
    pub fn unfinished(&self, trainee: &str) -> Option<Unfinished> {
        let newest = self.of(trainee).next()?;
        (newest.standing == Standing::Unfinished).then(|| Unfinished {
            path: newest.path.clone(),
            scenario: newest.scenario.clone(),
            turns: newest.turns,
        })
    }

    fn of(&self, trainee: &str) -> impl Iterator<Item = &Seen> {
        self.sessions.iter().filter(move |seen| seen.trainee.as_deref().unwrap_or_default() == trainee)
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Recent>()
        .add_systems(OnEnter(Screen::Menu), begin)
        .add_systems(Update, take.run_if(in_state(Screen::Menu)));
}

fn begin(data: Res<Data>, mut recent: ResMut<Recent>) {
    let store = data.0.clone();
    recent.coming = std::thread::Builder::new().name("sessions".to_owned()).spawn(move || read(&store)).ok();
}

/// What cannot be read is listed under *my sessions*, with its reason.
fn read(store: &Store) -> Vec<Seen> {
    let seen = |path, summary: Summary| Seen {
        path,
        standing: summary.standing(Rubric::shipped().pass),
        scenario: summary.head.scenario.id,
        trainee: summary.head.trainee,
        turns: summary.turns,
    };
    let listed = store.list().unwrap_or_default();
    listed.into_iter().filter_map(|one| Some(seen(one.path, one.log.ok()?))).collect()
}

fn take(mut recent: ResMut<Recent>, mut wakes: ResMut<Wakes>) {
    if recent.coming.is_none() {
        return;
    }
    match recent.coming.take_if(|thread| thread.is_finished()) {
        Some(thread) => recent.sessions = thread.join().unwrap_or_default(),
        None => wakes.moving(),
    }
}
