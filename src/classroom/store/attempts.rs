//! Attempts: how they begin, how they are handed in, how whole logs come in.

use super::rows::{self, maybe, maybe_text, number, small, unread};
use super::{Store, append, is_taken, present, some};
use crate::classroom::error::{ClassError, NotOpen, Thing};
use crate::classroom::findings::{Finding, Weight, heaviest};
use crate::classroom::ids::{AssignmentId, AttemptId, ClassId, Moment, PersonId, SeatId};
use crate::classroom::model::{
    Assignment, AssignmentState, Attempt, AttemptState, ClassState, Grant, MAX_ATTEMPTS, Origin,
};
use crate::classroom::paper::{Seal, hex};
use crate::classroom::summary::Summary;
use sha2::{Digest as _, Sha256};
use sqlx::query;
use std::collections::BTreeMap;

/// What an attempt begins with.
#[derive(Clone, Debug)]
pub struct NewAttempt<'a> {
    /// At what.
    pub assignment: &'a Assignment,
    /// Which scenario of its paper, from 0.
    pub item: u32,
    /// From where.
    pub seat: SeatId,
    /// Whose.
    pub person: PersonId,
    /// Head and opening of its log.
    pub lines: &'a str,
}

/// A log that comes in whole.
#[derive(Clone, Debug)]
pub struct Whole<'a> {
    /// Whose class.
    pub class: ClassId,
    /// What was played; `None`: practice that nobody assigned.
    pub assignment: Option<AssignmentId>,
    /// Which scenario of its paper, from 0.
    pub item: u32,
    /// The scenario's id.
    pub scenario: &'a str,
    /// Whose.
    pub person: PersonId,
    /// From which seat.
    pub seat: Option<SeatId>,
    /// How it came.
    pub origin: Origin,
    /// When it was begun, by its own head.
    pub started: Moment,
    /// The log.
    pub log: &'a str,
    /// What tells that it is from that seat.
    pub seal: Option<&'a Seal>,
    /// What it came to.
    pub summary: &'a Summary,
    /// What was found when it was looked at.
    pub findings: &'a [Finding],
}

/// Of a log's first line.
pub(in crate::classroom) fn head_digest(log: &[u8]) -> String {
    let first = log.split(|&byte| byte == b'\n').next().unwrap_or_default();
    hex(&Sha256::digest(first))
}

impl Store {
    /// Whether somebody may begin an attempt now: its number, and what they were granted.
    ///
    /// # Errors
    ///
    /// [`ClassError::NotOpen`], [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn may_begin(
        &self,
        assignment: &Assignment,
        item: u32,
        person: PersonId,
        now: Moment,
    ) -> Result<(u32, Grant), ClassError> {
        if self.class(assignment.class).await?.state != ClassState::Open {
            return Err(ClassError::NotOpen(NotOpen::ClassClosed));
        }
        let closed = match assignment.state {
            AssignmentState::Open if assignment.opens.is_some_and(|opens| now < opens) => Some(NotOpen::TooEarly),
            AssignmentState::Open if assignment.closes.is_some_and(|closes| now > closes) => Some(NotOpen::Closed),
            AssignmentState::Open => None,
            AssignmentState::Paused => Some(NotOpen::Paused),
            AssignmentState::Closed => Some(NotOpen::Closed),
        };
        if let Some(why) = closed {
            return Err(ClassError::NotOpen(why));
        }
        if usize::try_from(item).is_ok_and(|item| item >= assignment.paper.items.len()) {
            return Err(ClassError::NoSuch(Thing::Scenario));
        }
        let granted = self.granted(assignment.id, person).await?;
        let last = query("SELECT MAX(number) AS n FROM attempts WHERE person = $1 AND assignment = $2 AND item = $3")
            .bind(person.0)
            .bind(assignment.id.0)
            .bind(i64::from(item))
            .fetch_one(&self.pool)
            .await?;
        let last = u32::try_from(maybe(&last, "n")?.unwrap_or(0)).map_err(|_| unread("number"))?;
        let most = assignment.paper.attempts.map_or(MAX_ATTEMPTS, |most| most.saturating_add(granted.more_attempts));
        if last >= most.min(MAX_ATTEMPTS) {
            return Err(ClassError::NotOpen(NotOpen::NoAttemptsLeft));
        }
        Ok((last + 1, granted))
    }

    /// Begins an attempt with the first step of its log.
    ///
    /// # Errors
    ///
    /// As [`Store::may_begin`]; [`ClassError::OutOfStep`] where another server began one at the same moment: see
    /// [`Store::running_attempt`].
    pub async fn new_attempt(&self, new: &NewAttempt<'_>, now: Moment) -> Result<Attempt, ClassError> {
        let assignment = new.assignment;
        let (count, granted) = self.may_begin(assignment, new.item, new.person, now).await?;
        let item = usize::try_from(new.item).ok().and_then(|item| assignment.paper.items.get(item));
        let scenario = item.ok_or(ClassError::NoSuch(Thing::Scenario))?.scenario.clone();
        let minutes = assignment.paper.minutes.map(|minutes| i64::from(minutes) + i64::from(granted.more_minutes));
        let attempt = Attempt {
            id: AttemptId::draw()?,
            class: assignment.class,
            assignment: Some(assignment.id),
            item: new.item,
            scenario,
            person: new.person,
            seat: Some(new.seat),
            number: count,
            state: AttemptState::Running,
            origin: Origin::Browser,
            steps: 1,
            started: now,
            seen: now,
            ends: minutes.map(|minutes| now.plus(minutes * 60_000)),
            handed_in: None,
            summary: None,
        };
        let mut writing = self.writing().await?;
        let inserted = query(
            "INSERT INTO attempts (id, class, assignment, item, scenario, person, seat, number, state, origin, steps,
             started, seen, ends, head) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $11, $12, $13)",
        )
        .bind(attempt.id.0)
        .bind(attempt.class.0)
        .bind(assignment.id.0)
        .bind(i64::from(new.item))
        .bind(&attempt.scenario)
        .bind(new.person.0)
        .bind(new.seat.0)
        .bind(i64::from(count))
        .bind(<&str>::from(attempt.state))
        .bind(<&str>::from(attempt.origin))
        .bind(now.0)
        .bind(attempt.ends.map(|at| at.0))
        .bind(head_digest(new.lines.as_bytes()))
        .execute(&mut *writing)
        .await;
        match inserted {
            Ok(_) => {}
            Err(error) if is_taken(&error) => return Err(ClassError::OutOfStep { expected: 1 }),
            Err(error) => return Err(error.into()),
        }
        append::insert(&mut writing, attempt.id, 0, new.lines, now).await?;
        writing.commit().await?;
        Ok(attempt)
    }

    /// The attempt that somebody is at, if there is one.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn running_attempt(
        &self,
        person: PersonId,
        assignment: AssignmentId,
        item: u32,
    ) -> Result<Option<Attempt>, ClassError> {
        let found = query(
            "SELECT id, class, assignment, item, scenario, person, seat, number, state, origin, steps, started, seen, ends,
             handed_in, summary FROM attempts
             WHERE person = $1 AND assignment = $2 AND item = $3 AND state = 'running' ORDER BY number DESC LIMIT 1",
        )
        .bind(person.0)
        .bind(assignment.0)
        .bind(i64::from(item));
        found.fetch_optional(&self.pool).await?.map(|row| rows::attempt(&row)).transpose()
    }

    /// Another seat of the same person goes on with it: a browser that was closed, a machine that broke.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn move_attempt(&self, attempt: AttemptId, seat: SeatId) -> Result<(), ClassError> {
        let update = query(
            "UPDATE attempts SET seat = $2 WHERE id = $1 AND state = 'running'
             AND person = (SELECT person FROM seats WHERE id = $2)",
        )
        .bind(attempt.0)
        .bind(seat.0);
        some(&update.execute(&self.pool).await?, Thing::Attempt)
    }

    /// An attempt.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn attempt(&self, attempt: AttemptId) -> Result<Attempt, ClassError> {
        let found = query(
            "SELECT id, class, assignment, item, scenario, person, seat, number, state, origin, steps, started, seen, ends,
             handed_in, summary FROM attempts WHERE id = $1",
        )
        .bind(attempt.0);
        rows::attempt(&present(found.fetch_optional(&self.pool).await?, Thing::Attempt)?)
    }

    /// All attempts of a class, in the order in which they began; those at one assignment, if it is named.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn attempts(&self, class: ClassId, assignment: Option<AssignmentId>) -> Result<Vec<Attempt>, ClassError> {
        let found = query(
            "SELECT id, class, assignment, item, scenario, person, seat, number, state, origin, steps, started, seen, ends,
             handed_in, summary FROM attempts WHERE class = $1 AND ($2 < 0 OR assignment = $2) ORDER BY started, id",
        )
        .bind(class.0)
        .bind(assignment.map_or(-1, |assignment| assignment.0));
        found.fetch_all(&self.pool).await?.iter().map(rows::attempt).collect()
    }

    /// What was found when an attempt was handed in; `None`: nobody has looked yet.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn findings(&self, attempt: AttemptId) -> Result<Option<Vec<Finding>>, ClassError> {
        let found = query("SELECT findings FROM attempts WHERE id = $1").bind(attempt.0);
        let row = present(found.fetch_optional(&self.pool).await?, Thing::Attempt)?;
        let json = maybe_text(&row, "findings")?;
        json.map(|json| serde_json::from_str(&json)).transpose().map_err(|_| unread("findings"))
    }

    /// The heaviest finding of each attempt that was looked at.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn weights(&self, class: ClassId) -> Result<BTreeMap<AttemptId, Weight>, ClassError> {
        let found = query("SELECT id, findings FROM attempts WHERE class = $1 AND findings IS NOT NULL").bind(class.0);
        let mut weights = BTreeMap::new();
        for row in found.fetch_all(&self.pool).await? {
            let json = maybe_text(&row, "findings")?.unwrap_or_default();
            let findings: Vec<Finding> = serde_json::from_str(&json).map_err(|_| unread("findings"))?;
            weights.insert(AttemptId(number(&row, "id")?), heaviest(&findings));
        }
        Ok(weights)
    }

    /// From now on it takes no more steps. Twice does no harm.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn close_attempt(&self, attempt: AttemptId, now: Moment) -> Result<(), ClassError> {
        let _turn = self.turn().await;
        let update =
            query("UPDATE attempts SET state = 'handed_in', handed_in = COALESCE(handed_in, $2) WHERE id = $1")
                .bind(attempt.0)
                .bind(now.0);
        some(&update.execute(&self.pool).await?, Thing::Attempt)
    }

    /// Keeps what an attempt that was handed in came to, and its seal.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn settle_attempt(
        &self,
        attempt: AttemptId,
        summary: Option<&Summary>,
        findings: &[Finding],
        seal: Option<&Seal>,
    ) -> Result<(), ClassError> {
        let _turn = self.turn().await;
        let update =
            query("UPDATE attempts SET summary = $2, findings = $3, seal = $4, total = $5, standing = $6 WHERE id = $1 AND state = 'handed_in'")
                .bind(attempt.0)
                .bind(summary.map(json).transpose()?)
                .bind(json(findings)?)
                .bind(seal.map(json).transpose()?)
        .bind(summary.and_then(|summary| summary.total))
        .bind(summary.map(|summary| summary.standing.clone()));
        some(&update.execute(&self.pool).await?, Thing::Attempt)
    }

    /// Attempts of a class that were handed in and not looked at yet: a server was killed in between.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn unsettled(&self, class: ClassId) -> Result<Vec<AttemptId>, ClassError> {
        let found = query("SELECT id FROM attempts WHERE class = $1 AND state = 'handed_in' AND findings IS NULL")
            .bind(class.0);
        let rows = found.fetch_all(&self.pool).await?;
        rows.iter().map(|row| number(row, "id").map(AttemptId)).collect()
    }

    /// Takes in a whole log. `false`: this very log was there already, and its attempt is given.
    ///
    /// # Errors
    ///
    /// [`ClassError::Full`], [`ClassError::Database`].
    pub async fn take_whole(&self, whole: &Whole<'_>, now: Moment) -> Result<(AttemptId, bool), ClassError> {
        let digest = hex(&Sha256::digest(whole.log.as_bytes()));
        let assignment = whole.assignment.map_or(0, |assignment| assignment.0);
        let mut writing = self.writing().await?;
        // Two that bring the same stick come one after the other.
        let held = query("UPDATE classes SET state = state WHERE id = $1").bind(whole.class.0);
        some(&held.execute(&mut *writing).await?, Thing::Class)?;
        let there = query("SELECT id FROM attempts WHERE class = $1 AND digest = $2").bind(whole.class.0).bind(&digest);
        if let Some(row) = there.fetch_optional(&mut *writing).await? {
            return Ok((AttemptId(number(&row, "id")?), false));
        }
        let last = query("SELECT MAX(number) AS n FROM attempts WHERE person = $1 AND assignment = $2 AND item = $3")
            .bind(whole.person.0)
            .bind(assignment)
            .bind(i64::from(whole.item))
            .fetch_one(&mut *writing)
            .await?;
        let last = maybe(&last, "n")?.unwrap_or(0);
        if last >= i64::from(MAX_ATTEMPTS) {
            return Err(ClassError::Full { what: Thing::Attempt, limit: u64::from(MAX_ATTEMPTS) });
        }
        let id = AttemptId::draw()?;
        query(
            "INSERT INTO attempts (id, class, assignment, item, scenario, person, seat, number, state, origin, steps,
             started, seen, handed_in, digest, head, seal, findings, summary, total, standing)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'handed_in', $9, 1, $10, $11, $11, $12, $13, $14, $15, $16, $17, $18)",
        )
        .bind(id.0)
        .bind(whole.class.0)
        .bind(assignment)
        .bind(i64::from(whole.item))
        .bind(whole.scenario.to_owned())
        .bind(whole.person.0)
        .bind(whole.seat.map(|seat| seat.0))
        .bind(last + 1)
        .bind(<&str>::from(whole.origin))
        .bind(whole.started.0)
        .bind(now.0)
        .bind(&digest)
        .bind(head_digest(whole.log.as_bytes()))
        .bind(whole.seal.map(json).transpose()?)
        .bind(json(whole.findings)?)
        .bind(json(whole.summary)?)
        .bind(whole.summary.total)
        .bind(whole.summary.standing.clone())
        .execute(&mut *writing)
        .await?;
        append::insert(&mut writing, id, 0, whole.log, now).await?;
        writing.commit().await?;
        Ok((id, true))
    }

    /// The attempts of a class whose log begins with the same first line.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn of_same_sitting(&self, class: ClassId, log: &[u8]) -> Result<Vec<AttemptId>, ClassError> {
        let found = query("SELECT id FROM attempts WHERE class = $1 AND head = $2 ORDER BY seen, id")
            .bind(class.0)
            .bind(head_digest(log));
        let rows = found.fetch_all(&self.pool).await?;
        rows.iter().map(|row| number(row, "id").map(AttemptId)).collect()
    }

    /// How many attempts somebody has made at a scenario of an assignment.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn attempts_made(
        &self,
        person: PersonId,
        assignment: AssignmentId,
        item: u32,
    ) -> Result<u32, ClassError> {
        let made = query("SELECT COUNT(*) AS n FROM attempts WHERE person = $1 AND assignment = $2 AND item = $3")
            .bind(person.0)
            .bind(assignment.0)
            .bind(i64::from(item))
            .fetch_one(&self.pool)
            .await?;
        small(&made, "n")
    }
}

pub(super) fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, ClassError> {
    serde_json::to_string(value).map_err(|_| unread("value"))
}
