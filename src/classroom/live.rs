//! An attempt that a server plays for a browser: a session in memory whose every step is in the store before anybody sees
//! what came of it. Any server builds it again from the store alone.

use super::error::{ClassError, NotOpen, Thing};
use super::findings::{self, Expected, Finding, Sealing};
use super::ids::{AttemptId, Moment};
use super::model::{Assignment, Attempt, AttemptState, Seat};
use super::store::{NewAttempt, Store, whole};
use super::summary::{Summary, summary};
use crate::logbook::catalogues::scenario_of;
use crate::logbook::log::{LogFile, parse};
use crate::logbook::recording::{Recording, Start, opened};
use crate::logbook::writer::Sink;
use crate::logbook::{ApplyError, Mark, PlayedBy, SelfRating};
use crate::rubric::Rubric;
use crate::session::moves::{Move, Settings};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// A browser may claim to have waited so much longer than our own clock says: what it shows it shows a little later.
const SLACK_MS: i64 = 1_500;

/// Takes the lines of a log to be appended to the store.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    fn take(&self) -> String {
        let bytes = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        // Lines of a log are JSON.
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Sink for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(())
    }
    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn cut(&mut self, _: u64) -> io::Result<()> {
        Ok(())
    }
}

/// A session that is being played.
pub struct LiveAttempt {
    recording: Recording,
    lines: Lines,
    attempt: Attempt,
    /// The moves so far.
    moves: Vec<Move>,
    /// When the last step came.
    last: Moment,
    /// Lines that the store has not acknowledged: the next call begins with them.
    unsent: Option<String>,
    /// The store did not take what memory has done: only what is in the store counts.
    stale: bool,
}

/// What became of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It was taken now; [`Recording::latest`] has what came of it.
    Now,
    /// It had been taken before.
    Already,
}

impl LiveAttempt {
    /// Begins an attempt, or goes on with the one that this person is at.
    ///
    /// # Errors
    ///
    /// [`ClassError::NotOpen`], [`ClassError::NoSuch`], [`ClassError::Scenario`], [`ClassError::Database`].
    pub async fn begin(
        store: &Store,
        assignment: &Assignment,
        item: u32,
        seat: &Seat,
        now: Moment,
    ) -> Result<Self, ClassError> {
        if let Some(running) = store.running_attempt(seat.person, assignment.id, item).await? {
            return Self::go_on(store, running, seat, now).await;
        }
        let (_, granted) = store.may_begin(assignment, item, seat.person, now).await?;
        let paper = &assignment.paper;
        let at = usize::try_from(item).ok().and_then(|item| paper.items.get(item));
        let (scenario, files) = store.scenario(&at.ok_or(ClassError::NoSuch(Thing::Scenario))?.hash).await?;
        let (person, class) = (store.person(seat.person).await?, store.class(seat.class).await?);
        let settings = Settings {
            seed: match paper.seed {
                Some(seed) => seed,
                None => u64::try_from(AttemptId::draw()?.0).unwrap_or_default(),
            },
            mode: paper.mode,
            timed: paper.timed && !granted.untimed,
        };
        let start = Start {
            scenario,
            files,
            settings,
            started: now.stamp(),
            // Logs go by the pseudonym: who it is stands in the roster alone.
            trainee: Some(person.pseudonym),
            class: Some(class.name),
            played_by: Some(PlayedBy::Hand),
        };
        let lines = Lines::default();
        let mut recording = Recording::start_on(&PathBuf::from("attempt"), Box::new(lines.clone()), start)?;
        if granted.untimed || !paper.timed {
            recording.mark(Mark::UntimedGranted { by: assignment.title.clone() })?;
        }
        let first = lines.take();
        let new = NewAttempt { assignment, item, seat: seat.id, person: seat.person, lines: &first };
        match store.new_attempt(&new, now).await {
            Ok(attempt) => {
                Ok(Self { recording, lines, attempt, moves: Vec::new(), last: now, unsent: None, stale: false })
            }
            // Another server was faster.
            Err(ClassError::OutOfStep { .. }) => match store.running_attempt(seat.person, assignment.id, item).await? {
                Some(running) => Self::go_on(store, running, seat, now).await,
                None => Err(ClassError::OutOfStep { expected: 1 }),
            },
            Err(error) => Err(error),
        }
    }

    async fn go_on(store: &Store, running: Attempt, seat: &Seat, now: Moment) -> Result<Self, ClassError> {
        let other = running.seat != Some(seat.id);
        if other {
            store.move_attempt(running.id, seat.id).await?;
        }
        let mut live = Self::rebuild(store, running.id).await?;
        if other {
            live.mark(store, Mark::Resumed { at: now.stamp(), by: PlayedBy::Hand }, now).await?;
        }
        Ok(live)
    }

    /// Builds it from the store: after a restart, on another server, or where another one has written.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Log`], [`ClassError::Database`].
    pub async fn rebuild(store: &Store, attempt: AttemptId) -> Result<Self, ClassError> {
        let attempt = store.attempt(attempt).await?;
        let steps = store.steps(attempt.id).await?;
        let last = steps.last().map_or(attempt.started, |step| step.at);
        let attempt = Attempt { steps: u32::try_from(steps.len()).unwrap_or(u32::MAX), ..attempt };
        let path = PathBuf::from("attempt");
        let log = parse(&whole(&steps), &path)?;
        let moves = log.moves().cloned().collect();
        let lines = Lines::default();
        let recording = Recording::resume_on(&path, log, Box::new(lines.clone()))?;
        let unsent = Some(lines.take()).filter(|lines| !lines.is_empty());
        Ok(Self { recording, lines, attempt, moves, last, unsent, stale: false })
    }

    /// Takes a move. `number` counts the moves of this attempt from 1; the same move may come any number of times under
    /// its number. It is in the store when this returns.
    ///
    /// A browser's waiting is bounded by our own clock: it cannot have waited longer than there was time.
    ///
    /// # Errors
    ///
    /// [`ClassError::OutOfStep`] where another move has this number or one is missing before it; [`ClassError::Move`],
    /// [`ClassError::NotOpen`], [`ClassError::Database`]: ask again with the same move and number.
    pub async fn apply(
        &mut self,
        store: &Store,
        number: u32,
        input: &Move,
        now: Moment,
    ) -> Result<Applied, ClassError> {
        self.settle(store, now).await?;
        let taken = self.recording.moves();
        if let Some(before) = number.checked_sub(1).and_then(|at| self.moves.get(usize::try_from(at).ok()?)) {
            return if same_but_for_time(before, input) {
                Ok(Applied::Already)
            } else {
                Err(ClassError::OutOfStep { expected: taken + 1 })
            };
        }
        if number != taken + 1 {
            return Err(ClassError::OutOfStep { expected: taken + 1 });
        }
        if self.attempt.state == AttemptState::HandedIn {
            return Err(ClassError::NotOpen(NotOpen::HandedIn));
        }
        let input = bounded(input, now.since(self.last).saturating_add(SLACK_MS));
        match self.recording.apply(&input) {
            Ok(_) => {}
            Err(ApplyError::Move(error)) => return Err(error.into()),
            Err(ApplyError::Write(error)) => return Err(error.into()),
        }
        self.moves.push(input);
        self.send(store, now).await?;
        Ok(Applied::Now)
    }

    /// Writes down what happens to the sitting.
    ///
    /// # Errors
    ///
    /// As [`LiveAttempt::apply`].
    pub async fn mark(&mut self, store: &Store, mark: Mark, now: Moment) -> Result<(), ClassError> {
        self.settle(store, now).await?;
        self.recording.mark(mark)?;
        self.send(store, now).await
    }

    /// Writes down what the trainee says of a session that has ended, before seeing its scores.
    ///
    /// # Errors
    ///
    /// As [`LiveAttempt::apply`].
    pub async fn rate(&mut self, store: &Store, rating: SelfRating, now: Moment) -> Result<(), ClassError> {
        self.settle(store, now).await?;
        self.recording.rate(rating)?;
        self.send(store, now).await
    }

    /// Hands it in, finished or not. Twice does no harm.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn hand_in(&mut self, store: &Store, now: Moment) -> Result<(), ClassError> {
        hand_in(store, self.attempt.id, now).await?;
        self.attempt.state = AttemptState::HandedIn;
        self.attempt.handed_in = self.attempt.handed_in.or(Some(now));
        Ok(())
    }

    /// The session with its log.
    pub const fn recording(&self) -> &Recording {
        &self.recording
    }

    /// Moves taken so far: the next has the number after it.
    pub const fn moves(&self) -> u32 {
        self.recording.moves()
    }

    /// The number that the next move must have.
    pub const fn expected(&self) -> u32 {
        self.recording.moves() + 1
    }

    /// When the last step came, by the row: what a browser claims to have waited is bounded by the time since.
    pub const fn last_at(&self) -> Moment {
        self.last
    }

    /// Whether all that it tells is in the store. After a failed call memory may be ahead: [`LiveAttempt::rebuild`] it before
    /// anybody is shown anything of it.
    pub const fn is_stored(&self) -> bool {
        !self.stale && self.unsent.is_none()
    }

    /// Its row, as far as this server knows.
    pub const fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    /// Sends what the store has not acknowledged, or starts again from the store.
    async fn settle(&mut self, store: &Store, now: Moment) -> Result<(), ClassError> {
        if self.stale {
            *self = Self::rebuild(store, self.attempt.id).await?;
        }
        self.send(store, now).await
    }

    async fn send(&mut self, store: &Store, now: Moment) -> Result<(), ClassError> {
        let new = self.lines.take();
        let lines = match self.unsent.take() {
            Some(before) => before + &new,
            None => new,
        };
        if lines.is_empty() {
            return Ok(());
        }
        match store.append(self.attempt.id, self.attempt.steps, &lines, now).await {
            Ok(_) => {
                self.attempt.steps += 1;
                self.attempt.seen = now;
                self.last = now;
                Ok(())
            }
            Err(error) => {
                match &error {
                    ClassError::Database { .. } => self.unsent = Some(lines),
                    // The store has another story, or takes no more: memory is ahead of it.
                    _ => self.stale = true,
                }
                Err(error)
            }
        }
    }
}

/// Whether it is the same move, however long it was waited with.
fn same_but_for_time(before: &Move, again: &Move) -> bool {
    bounded(before, i64::MIN) == bounded(again, i64::MIN)
}

/// The move with no more waiting than this.
fn bounded(input: &Move, most: i64) -> Move {
    let most = u32::try_from(most.max(0)).unwrap_or(u32::MAX);
    let mut input = input.clone();
    match &mut input {
        Move::Choose { wait_ms, .. }
        | Move::Gesture { wait_ms, .. }
        | Move::Fill { wait_ms, .. }
        | Move::Note { wait_ms, .. }
        | Move::Skip { wait_ms, .. } => *wait_ms = (*wait_ms).min(most),
        Move::StepBack { .. } => {}
    }
    input
}

/// What looking at a log gave.
#[derive(Clone, Debug)]
pub struct Looked {
    /// What it came to; `None` where it cannot be read.
    pub summary: Option<Summary>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Hands in an attempt that our servers played: it takes no more moves, then its log is played again and what it came to is
/// kept. Killed in between, [`settle`] does the rest.
///
/// # Errors
///
/// [`ClassError::NoSuch`], [`ClassError::Database`].
pub async fn hand_in(store: &Store, attempt: AttemptId, now: Moment) -> Result<(), ClassError> {
    store.close_attempt(attempt, now).await?;
    settle(store, attempt).await
}

/// Works out what an attempt that was handed in came to.
///
/// # Errors
///
/// [`ClassError::NoSuch`], [`ClassError::Database`].
pub async fn settle(store: &Store, attempt: AttemptId) -> Result<(), ClassError> {
    let row = store.attempt(attempt).await?;
    let assignment = match row.assignment {
        Some(assignment) => Some(store.assignment(assignment).await?),
        None => None,
    };
    let granted = match row.assignment {
        Some(assignment) => store.granted(assignment, row.person).await?,
        None => super::model::Grant::default(),
    };
    let pseudonym = store.person(row.person).await?.pseudonym;
    let log = store.log_of(attempt).await?;
    let now = row.handed_in.unwrap_or(row.seen);
    // Playing it again keeps a core busy: other seats go on meanwhile.
    let looked = tokio::task::spawn_blocking(move || {
        let expected =
            Expected { assignment: assignment.as_ref(), granted, names: &[&pseudonym], sealing: Sealing::OurOwn, now };
        look(&log, &expected)
    });
    let looked = looked
        .await
        .map_err(|error| ClassError::Database { why: super::error::Trouble::Other, said: error.to_string() })?;
    store.settle_attempt(attempt, looked.summary.as_ref(), &looked.findings, None).await
}

/// Plays a log again and holds it against what was expected.
pub fn look(log: &[u8], expected: &Expected<'_>) -> Looked {
    let path = PathBuf::from("attempt");
    let read = parse(log, &path).and_then(|log: LogFile| {
        scenario_of(&log.head, &path)?;
        let opened = opened(log.clone(), &path)?;
        Ok((log, opened))
    });
    match read {
        Ok((log, opened)) => Looked {
            summary: Some(summary(&opened, Rubric::shipped())),
            findings: findings::look(&log, &opened, expected),
        },
        Err(error) => Looked { summary: None, findings: vec![Finding::Unreadable { why: error.to_string() }] },
    }
}
