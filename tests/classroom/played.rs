//! Sessions to fill a class with: what machines do in a scenario, made by people.

use calmdesk::authoring::library;
use calmdesk::classroom::{
    Assignment, ClassId, LiveAttempt, Moment, NewAssignment, NewPerson, Paper, Person, Seat, SeatKind, Store,
};
use calmdesk::logbook::PlayedBy;
use calmdesk::logbook::log::{self, Files};
use calmdesk::logbook::recording::{Recording, Start};
use calmdesk::session::{Mode, Move, Settings};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, OnceLock};

pub const SCENARIO: &str = "noise-upstairs";
pub const SEED: u64 = 7;
/// A Tuesday morning.
pub const NOW: Moment = Moment(1_780_000_000_000);

/// The moves of a policy with [`SEED`].
pub fn moves(policy: &str) -> Vec<Move> {
    static KNOWN: OnceLock<Mutex<BTreeMap<String, Vec<Move>>>> = OnceLock::new();
    let mut known = KNOWN.get_or_init(Mutex::default).lock().unwrap();
    let made = || {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.calmlog");
        let seed = SEED.to_string();
        crate::util::calmdesk(["play", SCENARIO, "--timed", "--policy", policy, "--seed", &seed, "--log"])
            .arg(&path)
            .run()
            .well();
        log::read(&path).unwrap().moves().cloned().collect()
    };
    known.entry(policy.to_owned()).or_insert_with(made).clone()
}

pub fn files() -> Files {
    Files::from(&library::find(SCENARIO).unwrap().bundle)
}

pub fn paper() -> Paper {
    let scenario = library::find(SCENARIO).unwrap().scenario().unwrap().clone();
    Paper { seed: Some(SEED), ..Paper::exam(&scenario.id, &scenario.hash) }
}

/// A class with an exam.
pub async fn exam(store: &Store) -> (ClassId, Assignment) {
    exam_of(store, paper()).await
}

pub async fn exam_of(store: &Store, paper: Paper) -> (ClassId, Assignment) {
    let class = store.new_class("一班", None, NOW).await.unwrap();
    let new = NewAssignment {
        class: class.id,
        title: "期中考核".into(),
        paper,
        files: vec![files()],
        opens: None,
        closes: None,
    };
    let assignment = store.new_assignment(&new, NOW).await.unwrap();
    (class.id, assignment)
}

pub async fn person(store: &Store, class: ClassId, name: &str, number: &str) -> Person {
    let new = NewPerson { name: Some(name.into()), number: Some(number.into()), pseudonym: None };
    store.add_person(class, &new, NOW).await.unwrap()
}

pub async fn seat(store: &Store, class: ClassId, name: &str, number: &str) -> Seat {
    let person = person(store, class, name, number).await;
    store.take_seat(person.id, SeatKind::Browser, NOW).await.unwrap()
}

/// Plays an attempt in a browser from beginning to end and hands it in; a minute a move.
pub async fn play(store: &Store, assignment: &Assignment, seat: &Seat, policy: &str) -> LiveAttempt {
    let mut now = NOW;
    let mut live = LiveAttempt::begin(store, assignment, 0, seat, now).await.unwrap();
    for (at, input) in moves(policy).iter().enumerate() {
        now = now.plus(60_000);
        live.apply(store, at as u32 + 1, input, now).await.unwrap();
    }
    live.hand_in(store, now).await.unwrap();
    live
}

/// How a log is made that comes in whole.
pub struct Elsewhere<'a> {
    pub policy: &'a str,
    pub name: &'a str,
    pub mode: Mode,
    pub timed: bool,
    pub seed: u64,
    pub by: PlayedBy,
    /// The last moves are left out.
    pub left_out: usize,
}

impl Default for Elsewhere<'_> {
    fn default() -> Self {
        Self {
            policy: "expert",
            name: "1001",
            mode: Mode::Exam,
            timed: true,
            seed: SEED,
            by: PlayedBy::Hand,
            left_out: 0,
        }
    }
}

impl Elsewhere<'_> {
    /// Plays it into a file in `folder`, as a window would.
    pub fn played(&self, folder: &Path) -> Vec<u8> {
        let path = folder.join(format!("{}.calmlog", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let start = Start {
            scenario: library::find(SCENARIO).unwrap().scenario().unwrap().clone(),
            files: files(),
            settings: Settings { seed: self.seed, mode: self.mode, timed: self.timed },
            started: NOW.stamp(),
            trainee: Some(self.name.into()),
            class: Some("一班".into()),
            played_by: Some(self.by.clone()),
        };
        let mut recording = Recording::start(&path, start).unwrap();
        let moves = moves(self.policy);
        for input in &moves[..moves.len() - self.left_out] {
            recording.apply(input).unwrap();
        }
        drop(recording);
        let bytes = std::fs::read(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        bytes
    }
}
