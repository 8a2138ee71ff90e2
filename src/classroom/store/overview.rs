//! Who is where, counted by the database: no summary and no log is read.

use super::Store;
use super::rows::{maybe, number, small, unread};
use crate::classroom::error::ClassError;
use crate::classroom::ids::{AssignmentId, ClassId, Moment, PersonId};
use serde::Serialize;
use sqlx::query;

/// What one person has made of one scenario of an assignment. Who has not begun has no row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Who.
    pub person: PersonId,
    /// At what; `None`: practice that nobody assigned.
    pub assignment: Option<AssignmentId>,
    /// Which scenario of its paper, from 0.
    pub item: u32,
    /// Attempts begun.
    pub begun: u32,
    /// Attempts handed in.
    pub handed_in: u32,
    /// Attempts passed, by the machine.
    pub passed: u32,
    /// The best total, in thousandths, by the machine.
    pub best: Option<i64>,
    /// The mean total, in thousandths, by the machine.
    pub mean: Option<i64>,
    /// When a move last came.
    pub seen: Moment,
    /// When one was last handed in.
    pub last_handed_in: Option<Moment>,
}

impl Store {
    /// Who has begun what, who has handed in, when they were last heard of; by person, assignment and item.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn overview(&self, class: ClassId) -> Result<Vec<Progress>, ClassError> {
        let found = query(
            "SELECT person, assignment, item, COUNT(*) AS begun,
             CAST(SUM(CASE WHEN state = 'handed_in' THEN 1 ELSE 0 END) AS BIGINT) AS handed_in,
             CAST(SUM(CASE WHEN standing = 'passed' THEN 1 ELSE 0 END) AS BIGINT) AS passed,
             MAX(total) AS best, CAST(AVG(total) AS BIGINT) AS mean, MAX(seen) AS seen, MAX(handed_in) AS last
             FROM attempts WHERE class = $1 GROUP BY person, assignment, item ORDER BY person, assignment, item",
        )
        .bind(class.0);
        let row = |row| {
            let count = |at| u32::try_from(number(row, at)?).map_err(|_| unread(at));
            Ok(Progress {
                person: PersonId(number(row, "person")?),
                assignment: Some(number(row, "assignment")?).filter(|id| *id != 0).map(AssignmentId),
                item: small(row, "item")?,
                begun: count("begun")?,
                handed_in: count("handed_in")?,
                passed: count("passed")?,
                best: maybe(row, "best")?,
                mean: maybe(row, "mean")?,
                seen: Moment(number(row, "seen")?),
                last_handed_in: maybe(row, "last")?.map(Moment),
            })
        };
        found.fetch_all(&self.pool).await?.iter().map(row).collect()
    }
}
