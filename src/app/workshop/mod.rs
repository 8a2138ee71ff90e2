//! The instructor's workshop: what is known of each scenario, the work done in the background, and test-plays.

pub mod tools;
mod trial;
mod watch;

use super::Screen;
use super::idle::Wakes;
use super::library::Library;
use crate::authoring::graph::{Graph, Picture};
use crate::lint::check;
use crate::rehearsal::arrivals::{Arrival, Arrives, Ways, arrivals};
use crate::rehearsal::{Policy, Rehearsal, Request, rehearse};
use crate::rubric::Rubric;
use crate::scenario::{Diagnostic, Loaded, Scenario};
use crate::vocabulary::Locale;
use crate::vocabulary::NodeIx;
use bevy::prelude::*;
use bevy::tasks::{AsyncComputeTaskPool, Task, futures::check_ready};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
pub use trial::BeginTrial;
pub use watch::Reloaded;

/// Runs of each policy, and states of the walk, for a rehearsal that one waits for.
const RUNS: u64 = 200;
const WALK_STATES: usize = 300_000;
/// Runs of each kind of trainee in search of ways to a node.
const ARRIVAL_RUNS: u64 = 40;
/// How often work in the background is looked after.
const GLANCE: Duration = Duration::from_millis(80);

/// A scenario and all that `check` says of it.
#[derive(Clone, Debug)]
pub struct Health {
    pub id: String,
    pub title: String,
    pub shipped: bool,
    /// Sources by name, for the lines that diagnostics show.
    pub sources: Vec<(String, String)>,
    pub loaded: Loaded,
}

impl Health {
    pub fn problems(&self) -> &[Diagnostic] {
        &self.loaded.diagnostics
    }
    pub fn scenario(&self) -> Option<&Arc<Scenario>> {
        self.loaded.scenario.as_ref()
    }
}

/// The tree of the scenario at hand.
pub struct Tree {
    pub scenario: Arc<Scenario>,
    pub graph: Graph,
    pub picture: Picture,
    locale: Locale,
    /// Coloured by the rehearsal.
    rehearsed: bool,
}

/// What the workshop knows.
#[derive(Resource, Default)]
pub struct Workshop {
    /// In the order of the library.
    pub health: Vec<Health>,
    pub chosen: Option<String>,
    pub tree: Option<Tree>,
    /// By the version of the scenario it was made with.
    pub rehearsal: Option<(String, Rehearsal)>,
    /// Ways to a node, by the version of the scenario and the node.
    pub arrivals: Option<(String, NodeIx, Ways)>,
    /// Nodes that the latest test-play came by, by id.
    pub path: Vec<String>,
    pub trouble: Option<String>,
    checking: Option<Task<Vec<Health>>>,
    rehearsing: Option<Rehearsing>,
    arriving: Option<Arriving>,
    stale: bool,
}

struct Rehearsing {
    hash: String,
    done: Arc<AtomicU64>,
    of: u64,
    task: Task<Rehearsal>,
}

struct Arriving {
    hash: String,
    node: NodeIx,
    task: Task<Ways>,
}

impl Workshop {
    pub fn at_hand(&self) -> Option<&Health> {
        let chosen = self.chosen.as_deref()?;
        self.health.iter().find(|health| health.id == chosen)
    }
    /// The rehearsal of the version at hand.
    pub fn results(&self) -> Option<&Rehearsal> {
        let scenario = self.at_hand()?.scenario()?;
        self.rehearsal.as_ref().filter(|(hash, _)| *hash == scenario.hash).map(|(_, rehearsal)| rehearsal)
    }
    /// The ways to a node of the version at hand; `None` while they are looked for.
    pub fn ways(&self, node: NodeIx) -> Option<&[(Arrives, Arrival)]> {
        let scenario = self.at_hand()?.scenario()?;
        let (hash, known, ways) = self.arrivals.as_ref()?;
        (*hash == scenario.hash && *known == node).then_some(ways.as_slice())
    }
    pub fn checking(&self) -> bool {
        self.checking.is_some() || self.stale
    }
    /// Runs done and runs wanted, while a rehearsal is under way.
    pub fn progress(&self) -> Option<(u64, u64)> {
        self.rehearsing.as_ref().map(|work| (work.done.load(Ordering::Relaxed), work.of))
    }

    /// Has the scenario at hand played by all policies.
    pub fn rehearse(&mut self) {
        let Some(scenario) = self.at_hand().and_then(Health::scenario).cloned() else { return };
        let hash = scenario.hash.clone();
        let request = Request {
            policies: Policy::ALL.to_vec(),
            runs: RUNS,
            seed: 1,
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            budget: WALK_STATES,
            pass_rate: 800,
        };
        let (done, of) = (Arc::new(AtomicU64::new(0)), RUNS * request.policies.len() as u64);
        let counter = Arc::clone(&done);
        let task = AsyncComputeTaskPool::get()
            .spawn(async move { rehearse(&scenario, Rubric::shipped(), &request, &counter) });
        self.rehearsing = Some(Rehearsing { hash, done, of, task });
    }

    /// Looks for ways to a node, unless they are known or looked for already.
    pub fn find_ways(&mut self, node: NodeIx) {
        let Some(scenario) = self.at_hand().and_then(Health::scenario).cloned() else { return };
        let hash = scenario.hash.clone();
        let under_way = self.arriving.as_ref().is_some_and(|work| work.hash == hash && work.node == node);
        if under_way || self.ways(node).is_some() {
            return;
        }
        let task = AsyncComputeTaskPool::get()
            .spawn(async move { arrivals(&scenario, Rubric::shipped(), node, ARRIVAL_RUNS) });
        self.arriving = Some(Arriving { hash, node, task });
    }

    /// Lays the tree out anew where the scenario, the language or the rehearsal is another one.
    pub fn grow(&mut self, locale: Locale) {
        let Some(scenario) = self.at_hand().and_then(Health::scenario).cloned() else {
            self.tree = None;
            return;
        };
        let rehearsed = self.results().is_some();
        let fits =
            |tree: &Tree| tree.scenario.hash == scenario.hash && tree.locale == locale && tree.rehearsed == rehearsed;
        if self.tree.as_ref().is_some_and(fits) {
            return;
        }
        let hits: Option<Vec<u64>> =
            self.results().map(|found| found.coverage.hits.iter().map(|node| node.runs).collect());
        let graph = Graph::new(&scenario, hits.as_deref(), locale);
        let picture = Picture::of(&graph, locale);
        self.tree = Some(Tree { scenario, graph, picture, locale, rehearsed });
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Workshop>()
        .add_systems(OnEnter(Screen::Workshop), |mut workshop: ResMut<Workshop>| workshop.stale = true)
        .add_systems(Update, work.run_if(in_state(Screen::Workshop)))
        .add_systems(Update, (|mut workshop: ResMut<Workshop>| workshop.stale = true).run_if(on_message::<Reloaded>));
    watch::plugin(app);
    trial::plugin(app);
}

/// Begins what is due and takes in what is done.
fn work(
    mut workshop: ResMut<Workshop>,
    library: Res<Library>,
    theme: Res<super::theme::Theme>,
    mut wakes: ResMut<Wakes>,
) {
    let workshop = &mut *workshop;
    if workshop.stale && workshop.checking.is_none() {
        workshop.stale = false;
        let entries = library.entries().to_vec();
        let locale = theme.locale;
        workshop.checking = Some(AsyncComputeTaskPool::get().spawn(async move {
            let of = |entry: &crate::authoring::library::LibraryEntry| Health {
                id: entry.id().to_owned(),
                title: entry.title(locale).to_owned(),
                shipped: entry.shipped,
                sources: (entry.bundle.files.iter())
                    .map(|(name, bytes)| (name.clone(), String::from_utf8_lossy(bytes).into_owned()))
                    .collect(),
                loaded: check(&entry.bundle),
            };
            entries.iter().map(of).collect()
        }));
    }
    if let Some(health) = workshop.checking.as_mut().and_then(check_ready) {
        workshop.checking = None;
        workshop.health = health;
        super::trace("workshop: checked");
    }
    if let Some(work) = &mut workshop.rehearsing
        && let Some(rehearsal) = check_ready(&mut work.task)
    {
        workshop.rehearsal = Some((work.hash.clone(), rehearsal));
        workshop.rehearsing = None;
        super::trace("workshop: rehearsed");
    }
    if let Some(work) = &mut workshop.arriving
        && let Some(found) = check_ready(&mut work.task)
    {
        workshop.arrivals = Some((work.hash.clone(), work.node, found));
        workshop.arriving = None;
    }
    workshop.grow(theme.locale);
    if workshop.checking.is_some() || workshop.rehearsing.is_some() || workshop.arriving.is_some() || workshop.stale {
        wakes.after(GLANCE);
    }
}
