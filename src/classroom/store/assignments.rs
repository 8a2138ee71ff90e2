//! Assignments, the scenarios they need, and what single people were granted.

use super::rows::{self, number, small, text, unread};
use super::{Store, present, some};
use crate::classroom::error::{ClassError, Thing};
use crate::classroom::ids::{AssignmentId, ClassId, Moment, PersonId};
use crate::classroom::model::{Assignment, AssignmentState, Grant, LONGEST_TEXT, MAX_ASSIGNMENTS, NewAssignment};
use crate::classroom::paper::MAX_ITEMS;
use crate::logbook::log::Files;
use crate::scenario::{Scenario, SourceBundle, load};
use sqlx::query;
use std::sync::Arc;

impl Store {
    /// Makes an assignment and keeps the files of its scenarios, so that any server can begin it.
    ///
    /// # Errors
    ///
    /// [`ClassError::Scenario`] where the files are not those of the paper or cannot be played, [`ClassError::Full`],
    /// [`ClassError::Text`], [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn new_assignment(&self, new: &NewAssignment, now: Moment) -> Result<Assignment, ClassError> {
        let title = super::people::checked(&new.title, "class-text-title", LONGEST_TEXT)?;
        let paper = &new.paper;
        if paper.items.len() > MAX_ITEMS {
            return Err(ClassError::Full { what: Thing::Scenario, limit: MAX_ITEMS as u64 });
        }
        if paper.items.is_empty() || paper.items.len() != new.files.len() {
            return Err(ClassError::Scenario(title));
        }
        for (item, files) in paper.items.iter().zip(&new.files) {
            if loaded(&item.scenario, files)?.hash != item.hash {
                return Err(ClassError::Scenario(item.scenario.clone()));
            }
        }
        let assignment = Assignment {
            id: AssignmentId::draw()?,
            class: new.class,
            title,
            paper: paper.clone(),
            paper_hash: paper.hash()?,
            state: AssignmentState::Open,
            opens: new.opens,
            closes: new.closes,
            created: now,
        };
        let json = serde_json::to_string(paper).map_err(|error| ClassError::Scenario(error.to_string()))?;
        let mut writing = self.writing().await?;
        let held = query("UPDATE classes SET state = state WHERE id = $1").bind(new.class.0);
        some(&held.execute(&mut *writing).await?, Thing::Class)?;
        let count = query("SELECT COUNT(*) AS n FROM assignments WHERE class = $1")
            .bind(new.class.0)
            .fetch_one(&mut *writing)
            .await?;
        if u64::try_from(number(&count, "n")?).map_err(|_| unread("n"))? >= MAX_ASSIGNMENTS {
            return Err(ClassError::Full { what: Thing::Assignment, limit: MAX_ASSIGNMENTS });
        }
        for (item, files) in paper.items.iter().zip(&new.files) {
            let files = serde_json::to_string(files).map_err(|error| ClassError::Scenario(error.to_string()))?;
            query("INSERT INTO scenarios (hash, id, files) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING")
                .bind(&item.hash)
                .bind(&item.scenario)
                .bind(files)
                .execute(&mut *writing)
                .await?;
        }
        query(
            "INSERT INTO assignments (id, class, title, paper, paper_hash, state, opens, closes, created)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(assignment.id.0)
        .bind(new.class.0)
        .bind(&assignment.title)
        .bind(json)
        .bind(&assignment.paper_hash)
        .bind(<&str>::from(assignment.state))
        .bind(new.opens.map(|at| at.0))
        .bind(new.closes.map(|at| at.0))
        .bind(now.0)
        .execute(&mut *writing)
        .await?;
        writing.commit().await?;
        Ok(assignment)
    }

    /// The assignments of a class, as they were made.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn assignments(&self, class: ClassId) -> Result<Vec<Assignment>, ClassError> {
        let found = query(
            "SELECT id, class, title, paper, paper_hash, state, opens, closes, created FROM assignments
             WHERE class = $1 ORDER BY created, id",
        )
        .bind(class.0);
        found.fetch_all(&self.pool).await?.iter().map(rows::assignment).collect()
    }

    /// An assignment.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn assignment(&self, assignment: AssignmentId) -> Result<Assignment, ClassError> {
        let found = query(
            "SELECT id, class, title, paper, paper_hash, state, opens, closes, created FROM assignments WHERE id = $1",
        )
        .bind(assignment.0);
        rows::assignment(&present(found.fetch_optional(&self.pool).await?, Thing::Assignment)?)
    }

    /// Opens, pauses or closes it.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn set_assignment_state(
        &self,
        assignment: AssignmentId,
        state: AssignmentState,
    ) -> Result<(), ClassError> {
        let update =
            query("UPDATE assignments SET state = $2 WHERE id = $1").bind(assignment.0).bind(<&str>::from(state));
        some(&update.execute(&self.pool).await?, Thing::Assignment)
    }

    /// Sets another closing time.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn set_closes(&self, assignment: AssignmentId, closes: Option<Moment>) -> Result<(), ClassError> {
        let update =
            query("UPDATE assignments SET closes = $2 WHERE id = $1").bind(assignment.0).bind(closes.map(|at| at.0));
        some(&update.execute(&self.pool).await?, Thing::Assignment)
    }

    /// Grants somebody something in an assignment, in place of what was granted before. More minutes count for an attempt
    /// that is running, too.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn grant(&self, assignment: AssignmentId, person: PersonId, grant: &Grant) -> Result<(), ClassError> {
        let minutes = self.assignment(assignment).await?.paper.minutes;
        self.person(person).await?;
        let mut writing = self.writing().await?;
        query(
            "INSERT INTO grants (assignment, person, untimed, more_minutes, more_attempts) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (assignment, person) DO UPDATE SET untimed = excluded.untimed,
             more_minutes = excluded.more_minutes, more_attempts = excluded.more_attempts",
        )
        .bind(assignment.0)
        .bind(person.0)
        .bind(i64::from(grant.untimed))
        .bind(i64::from(grant.more_minutes))
        .bind(i64::from(grant.more_attempts))
        .execute(&mut *writing)
        .await?;
        if let Some(minutes) = minutes {
            let ms = (i64::from(minutes) + i64::from(grant.more_minutes)) * 60_000;
            query(
                "UPDATE attempts SET ends = started + $3 WHERE assignment = $1 AND person = $2 AND state = 'running'",
            )
            .bind(assignment.0)
            .bind(person.0)
            .bind(ms)
            .execute(&mut *writing)
            .await?;
        }
        writing.commit().await?;
        Ok(())
    }

    /// What somebody was granted; nothing, where nothing was.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn granted(&self, assignment: AssignmentId, person: PersonId) -> Result<Grant, ClassError> {
        let found =
            query("SELECT untimed, more_minutes, more_attempts FROM grants WHERE assignment = $1 AND person = $2")
                .bind(assignment.0)
                .bind(person.0);
        let Some(row) = found.fetch_optional(&self.pool).await? else { return Ok(Grant::default()) };
        Ok(Grant {
            untimed: number(&row, "untimed")? != 0,
            more_minutes: small(&row, "more_minutes")?,
            more_attempts: small(&row, "more_attempts")?,
        })
    }

    /// The scenario of this hash, with its files, as it was assigned.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Scenario`] where it cannot be played any more, [`ClassError::Database`].
    pub async fn scenario(&self, hash: &str) -> Result<(Arc<Scenario>, Files), ClassError> {
        let found = query("SELECT id, files FROM scenarios WHERE hash = $1").bind(hash.to_owned());
        let row = present(found.fetch_optional(&self.pool).await?, Thing::Scenario)?;
        let files: Files = serde_json::from_str(&text(&row, "files")?).map_err(|_| unread("files"))?;
        Ok((loaded(&text(&row, "id")?, &files)?, files))
    }
}

fn loaded(id: &str, files: &Files) -> Result<Arc<Scenario>, ClassError> {
    let bundle = SourceBundle {
        id: id.to_owned(),
        files: files.0.iter().map(|(name, bytes)| (name.clone(), bytes.clone())).collect(),
    };
    load(&bundle).scenario.ok_or_else(|| ClassError::Scenario(id.to_owned()))
}
