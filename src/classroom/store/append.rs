//! The steps of an attempt: numbered, appended once each, on the disk when acknowledged.

use super::rows::{self, number, small, text};
use super::{Store, Writing, present};
use crate::classroom::error::{ClassError, NotOpen, Thing};
use crate::classroom::ids::{AttemptId, Moment};
use crate::logbook::log::MAX_LOG_BYTES;
use sqlx::{Row as _, query};

/// What was under way when the time was over is still taken for so long.
pub const GRACE_MS: i64 = 3_000;
/// Steps of one attempt: every move, mark and rating is one.
pub const MAX_STEPS: u32 = 25_000;

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// It is on the disk now.
    Now,
    /// It was there already, the same.
    Already,
}

/// One step as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Counted from 0: the head of the log and its opening.
    pub number: u32,
    /// When it came.
    pub at: Moment,
    /// Whole lines of the log.
    pub lines: String,
}

impl Store {
    /// Appends lines to the log of a running attempt as its step `step`. On the disk when it returns.
    ///
    /// The same step with the same lines may come any number of times. Who asks for a step that somebody else took
    /// gets [`ClassError::OutOfStep`] and reads what there is.
    ///
    /// # Errors
    ///
    /// [`ClassError::OutOfStep`], [`ClassError::NotOpen`], [`ClassError::NoSuch`], [`ClassError::Full`],
    /// [`ClassError::Database`] (whether it was written is unknown then: ask again with the same lines).
    pub async fn append(
        &self,
        attempt: AttemptId,
        step: u32,
        lines: &str,
        now: Moment,
    ) -> Result<Appended, ClassError> {
        if step >= MAX_STEPS || lines.len() as u64 > MAX_LOG_BYTES {
            return Err(ClassError::Full { what: Thing::Attempt, limit: u64::from(MAX_STEPS) });
        }
        let mut writing = self.writing().await?;
        // Whoever changes the row holds it: a second server waits here and then finds another number.
        let taken = query(
            "UPDATE attempts SET steps = steps + 1, seen = $3 WHERE id = $1 AND steps = $2 AND state = 'running'
             AND (ends IS NULL OR ends >= $4)
             AND EXISTS (SELECT 1 FROM classes c WHERE c.id = attempts.class AND c.state = 'open')
             AND (assignment = 0 OR EXISTS (SELECT 1 FROM assignments a WHERE a.id = attempts.assignment
                  AND a.state = 'open' AND (a.closes IS NULL OR a.closes >= $4)))
             AND NOT EXISTS (SELECT 1 FROM seats s WHERE s.id = attempts.seat AND s.locked = 1)",
        )
        .bind(attempt.0)
        .bind(i64::from(step))
        .bind(now.0)
        .bind(now.0 - GRACE_MS)
        .execute(&mut *writing)
        .await?;
        if taken.rows_affected() == 0 {
            return why_not(&mut writing, attempt, step, lines, now).await;
        }
        insert(&mut writing, attempt, step, lines, now).await?;
        writing.commit().await?;
        Ok(Appended::Now)
    }

    /// All steps of an attempt, in order.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn steps(&self, attempt: AttemptId) -> Result<Vec<Step>, ClassError> {
        let found = query("SELECT number, at, lines FROM steps WHERE attempt = $1 ORDER BY number").bind(attempt.0);
        let rows = found.fetch_all(&self.pool).await?;
        if rows.is_empty() {
            return Err(ClassError::NoSuch(Thing::Attempt));
        }
        let step = |row| {
            Ok(Step { number: small(row, "number")?, at: Moment(number(row, "at")?), lines: text(row, "lines")? })
        };
        rows.iter().map(step).collect()
    }

    /// The log of an attempt, as [`crate::logbook::log::parse`] reads it.
    ///
    /// # Errors
    ///
    /// As [`Store::steps`].
    pub async fn log_of(&self, attempt: AttemptId) -> Result<Vec<u8>, ClassError> {
        Ok(whole(&self.steps(attempt).await?))
    }
}

/// The log that steps make together.
pub fn whole(steps: &[Step]) -> Vec<u8> {
    steps.iter().map(|step| step.lines.as_bytes()).collect::<Vec<_>>().concat()
}

pub(super) async fn insert(
    writing: &mut Writing,
    attempt: AttemptId,
    step: u32,
    lines: &str,
    now: Moment,
) -> Result<(), ClassError> {
    query("INSERT INTO steps (attempt, number, at, lines) VALUES ($1, $2, $3, $4)")
        .bind(attempt.0)
        .bind(i64::from(step))
        .bind(now.0)
        .bind(lines.to_owned())
        .execute(&mut **writing)
        .await?;
    Ok(())
}

/// Why a step was not taken; or that it was there already.
async fn why_not(
    reading: &mut Writing,
    attempt: AttemptId,
    step: u32,
    lines: &str,
    now: Moment,
) -> Result<Appended, ClassError> {
    let row = query(
        "SELECT t.steps AS steps, t.state AS state, t.ends AS ends, c.state AS class_state, a.state AS assignment_state,
         a.closes AS closes, s.locked AS locked
         FROM attempts t JOIN classes c ON c.id = t.class LEFT JOIN assignments a ON a.id = t.assignment
         LEFT JOIN seats s ON s.id = t.seat WHERE t.id = $1",
    )
    .bind(attempt.0)
    .fetch_optional(&mut **reading)
    .await?;
    let row = present(row, Thing::Attempt)?;
    let steps = small(&row, "steps")?;
    if step < steps {
        let there = query("SELECT lines FROM steps WHERE attempt = $1 AND number = $2")
            .bind(attempt.0)
            .bind(i64::from(step))
            .fetch_optional(&mut **reading)
            .await?;
        let same = there.is_some_and(|row| row.try_get::<String, _>("lines").is_ok_and(|there| there == lines));
        return if same { Ok(Appended::Already) } else { Err(ClassError::OutOfStep { expected: steps }) };
    }
    if step > steps {
        return Err(ClassError::OutOfStep { expected: steps });
    }
    let over = |at: Option<i64>| at.is_some_and(|at| at < now.0 - GRACE_MS);
    let assignment = rows::maybe_text(&row, "assignment_state")?;
    let why = if text(&row, "state")? != "running" {
        NotOpen::HandedIn
    } else if rows::maybe(&row, "locked")?.is_some_and(|locked| locked != 0) {
        NotOpen::Locked
    } else if text(&row, "class_state")? != "open" {
        NotOpen::ClassClosed
    } else if assignment.as_deref() == Some("paused") {
        NotOpen::Paused
    } else if over(rows::maybe(&row, "ends")?) {
        NotOpen::TimeOver
    } else {
        NotOpen::Closed
    };
    Err(ClassError::NotOpen(why))
}
