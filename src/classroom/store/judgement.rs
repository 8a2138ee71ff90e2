//! Instructors' ratings, whether they were blind, and what they overrode.

use super::people::checked;
use super::rows::{maybe, number, text, unread};
use super::{Store, present, some};
use crate::classroom::error::{ClassError, Thing};
use crate::classroom::ids::{AttemptId, ClassId, Moment};
use crate::classroom::model::{LONGEST_REASON, LONGEST_TEXT};
use crate::rubric::Rubric;
use crate::rubric::assessment::Milli;
use serde::Serialize;
use sqlx::query;

/// One level that somebody gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rating {
    /// Of which attempt.
    pub attempt: AttemptId,
    /// Who gave it.
    pub rater: String,
    /// By which criterion.
    pub criterion: String,
    /// 1–5, by the rubric's anchors.
    pub level: u8,
    /// When.
    pub at: Moment,
    /// Given before the rater had seen the machine's numbers of this attempt.
    pub blind: bool,
}

/// What an instructor puts in place of the machine's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Who does it; printed.
    pub who: String,
    /// Why; printed.
    pub reason: String,
    /// Another total in thousandths; `None`: it stays.
    pub total: Option<Milli>,
    /// Another standing; `None`: it stays.
    pub passed: Option<bool>,
}

/// An override as it is kept. None is ever lost: the last one counts, the others are printed, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Overridden {
    /// Of which attempt.
    pub attempt: AttemptId,
    /// Counted from 1.
    pub number: u32,
    /// Who did it.
    pub who: String,
    /// Why.
    pub reason: String,
    /// In thousandths.
    pub total: Option<i64>,
    /// Another standing.
    pub passed: Option<bool>,
    /// When.
    pub at: Moment,
}

/// Levels of the anchors.
const LEVELS: std::ops::RangeInclusive<u8> = 1..=5;

impl Store {
    /// Keeps what somebody gives an attempt, by criteria of the rubric that ships; a second word on a criterion takes the
    /// place of the first, unless the rater has seen the machine's numbers in between: a blind rating stays.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`] for an unknown criterion or attempt, or a level beyond 1–5; [`ClassError::Text`],
    /// [`ClassError::Database`].
    pub async fn rate(
        &self,
        attempt: AttemptId,
        rater: &str,
        levels: &[(&str, u8)],
        now: Moment,
    ) -> Result<(), ClassError> {
        let rater = checked(rater, "class-text-name", LONGEST_TEXT)?;
        let known =
            |(criterion, level): &(&str, u8)| Rubric::shipped().find(criterion).is_some() && LEVELS.contains(level);
        if !levels.iter().all(known) {
            return Err(ClassError::NoSuch(Thing::Criterion));
        }
        self.attempt(attempt).await?;
        let mut writing = self.writing().await?;
        for (criterion, level) in levels {
            query(
                "INSERT INTO ratings (attempt, rater, criterion, level, at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (attempt, rater, criterion) DO UPDATE SET level = excluded.level, at = excluded.at
                 WHERE NOT EXISTS (SELECT 1 FROM looks l WHERE l.attempt = excluded.attempt AND l.rater = excluded.rater)",
            )
            .bind(attempt.0)
            .bind(&rater)
            .bind((*criterion).to_owned())
            .bind(i64::from(*level))
            .bind(now.0)
            .execute(&mut *writing)
            .await?;
        }
        writing.commit().await?;
        Ok(())
    }

    /// Somebody has been shown the machine's numbers of an attempt: from now on their ratings of it are not blind.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Text`], [`ClassError::Database`].
    pub async fn looked(&self, attempt: AttemptId, rater: &str, now: Moment) -> Result<(), ClassError> {
        let rater = checked(rater, "class-text-name", LONGEST_TEXT)?;
        self.attempt(attempt).await?;
        query("INSERT INTO looks (attempt, rater, at) VALUES ($1, $2, $3) ON CONFLICT (attempt, rater) DO NOTHING")
            .bind(attempt.0)
            .bind(rater)
            .bind(now.0)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// All ratings of a class, by attempt, rater and criterion.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn ratings(&self, class: ClassId) -> Result<Vec<Rating>, ClassError> {
        let found = query(
            "SELECT r.attempt AS attempt, r.rater AS rater, r.criterion AS criterion, r.level AS level, r.at AS at, l.at AS seen
             FROM ratings r JOIN attempts t ON t.id = r.attempt
             LEFT JOIN looks l ON l.attempt = r.attempt AND l.rater = r.rater
             WHERE t.class = $1 ORDER BY r.attempt, r.rater, r.criterion",
        )
        .bind(class.0);
        let rating = |row| {
            let at = Moment(number(row, "at")?);
            Ok(Rating {
                attempt: AttemptId(number(row, "attempt")?),
                rater: text(row, "rater")?,
                criterion: text(row, "criterion")?,
                level: u8::try_from(number(row, "level")?).map_err(|_| unread("level"))?,
                at,
                blind: maybe(row, "seen")?.is_none_or(|seen| at.0 <= seen),
            })
        };
        found.fetch_all(&self.pool).await?.iter().map(rating).collect()
    }

    /// Puts an instructor's word in place of the machine's result.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Text`] without a name or a reason, [`ClassError::Database`].
    pub async fn override_result(&self, attempt: AttemptId, word: &Override, now: Moment) -> Result<(), ClassError> {
        let who = checked(&word.who, "class-text-name", LONGEST_TEXT)?;
        let reason = checked(&word.reason, "class-text-reason", LONGEST_REASON)?;
        let mut writing = self.writing().await?;
        let held = query("UPDATE attempts SET steps = steps WHERE id = $1 AND state = 'handed_in'").bind(attempt.0);
        some(&held.execute(&mut *writing).await?, Thing::Attempt)?;
        query(
            "INSERT INTO overrides (attempt, number, who, reason, total, passed, at)
             SELECT $1, COALESCE((SELECT MAX(number) FROM overrides WHERE attempt = $1), 0) + 1, $2, $3, $4, $5, $6",
        )
        .bind(attempt.0)
        .bind(who)
        .bind(reason)
        .bind(word.total.map(|Milli(total)| total.clamp(0, 1000)))
        .bind(word.passed.map(i64::from))
        .bind(now.0)
        .execute(&mut *writing)
        .await?;
        writing.commit().await?;
        Ok(())
    }

    /// All overrides of a class, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn overrides(&self, class: ClassId) -> Result<Vec<Overridden>, ClassError> {
        let found = query(
            "SELECT o.attempt AS attempt, o.number AS number, o.who AS who, o.reason AS reason, o.total AS total,
             o.passed AS passed, o.at AS at FROM overrides o JOIN attempts t ON t.id = o.attempt
             WHERE t.class = $1 ORDER BY o.attempt, o.number",
        )
        .bind(class.0);
        let overridden = |row| {
            Ok(Overridden {
                attempt: AttemptId(number(row, "attempt")?),
                number: u32::try_from(number(row, "number")?).map_err(|_| unread("number"))?,
                who: text(row, "who")?,
                reason: text(row, "reason")?,
                total: maybe(row, "total")?,
                passed: maybe(row, "passed")?.map(|passed| passed != 0),
                at: Moment(number(row, "at")?),
            })
        };
        found.fetch_all(&self.pool).await?.iter().map(overridden).collect()
    }

    /// Whether an attempt of this identity is one of the class: nobody reaches over to another's.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn attempt_of(&self, class: ClassId, attempt: AttemptId) -> Result<(), ClassError> {
        let found = query("SELECT 1 AS one FROM attempts WHERE id = $1 AND class = $2").bind(attempt.0).bind(class.0);
        present(found.fetch_optional(&self.pool).await?, Thing::Attempt).map(drop)
    }
}
