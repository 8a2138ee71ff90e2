//! What leaves the store: deletion that deletes, retention, and all that is known of one person.

use super::rows::number;
use super::{DatabaseKind, Rating, Store, some};
use crate::classroom::error::{ClassError, Thing};
use crate::classroom::ids::{AttemptId, ClassId, Moment, PersonId};
use crate::classroom::model::{Attempt, Person};
use crate::classroom::store::Overridden;
use serde::Serialize;
use sqlx::{Executor as _, query};

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// What was deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Removed {
    /// People, with everything that was theirs.
    pub people: u64,
    /// Attempts, with logs, results, ratings and overrides.
    pub attempts: u64,
}

/// Everything that is known of one person.
#[derive(Clone, Debug, Serialize)]
pub struct Portable {
    /// Who.
    pub person: Person,
    /// What they did.
    pub attempts: Vec<PortableAttempt>,
}

/// One attempt, whole.
#[derive(Clone, Debug, Serialize)]
pub struct PortableAttempt {
    /// Its row.
    pub attempt: Attempt,
    /// Its log: saved as a file, `calmdesk report` reads it.
    pub log: String,
    /// What instructors gave it.
    pub ratings: Vec<Rating>,
    /// What instructors overrode.
    pub overrides: Vec<Overridden>,
}

impl Store {
    /// Deletes a person with everything that is theirs. Nothing of it can be read from the database's files afterwards, as
    /// far as they are ours: SQLite's are overwritten; PostgreSQL's backups and logs are their keeper's.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn delete_person(&self, person: PersonId) -> Result<Removed, ClassError> {
        let mut writing = self.writing().await?;
        let attempts = query("DELETE FROM attempts WHERE person = $1").bind(person.0).execute(&mut *writing).await?;
        let gone = query("DELETE FROM people WHERE id = $1").bind(person.0).execute(&mut *writing).await?;
        some(&gone, Thing::Person)?;
        writing.commit().await?;
        self.sweep().await?;
        Ok(Removed { people: 1, attempts: attempts.rows_affected() })
    }

    /// Deletes one attempt with its log and everything made of it.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn delete_attempt(&self, attempt: AttemptId) -> Result<Removed, ClassError> {
        let gone = query("DELETE FROM attempts WHERE id = $1").bind(attempt.0).execute(&self.pool).await?;
        some(&gone, Thing::Attempt)?;
        self.sweep().await?;
        Ok(Removed { people: 0, attempts: 1 })
    }

    /// Deletes a class with everybody and everything in it, and scenarios that no other class has.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn delete_class(&self, class: ClassId) -> Result<Removed, ClassError> {
        let mut writing = self.writing().await?;
        let attempts = query("DELETE FROM attempts WHERE class = $1").bind(class.0).execute(&mut *writing).await?;
        let people = query("DELETE FROM people WHERE class = $1").bind(class.0).execute(&mut *writing).await?;
        let gone = query("DELETE FROM classes WHERE id = $1").bind(class.0).execute(&mut *writing).await?;
        some(&gone, Thing::Class)?;
        // A paper's JSON holds the hashes of its scenarios.
        query(
            "DELETE FROM scenarios WHERE NOT EXISTS
             (SELECT 1 FROM assignments a WHERE a.paper LIKE '%' || scenarios.hash || '%')",
        )
        .execute(&mut *writing)
        .await?;
        writing.commit().await?;
        self.sweep().await?;
        Ok(Removed { people: people.rows_affected(), attempts: attempts.rows_affected() })
    }

    /// Deletes every attempt whose class does not keep it any longer, and tokens whose time is over. A server calls it once
    /// an hour, a command when it is run.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn purge(&self, now: Moment) -> Result<Removed, ClassError> {
        query("DELETE FROM tokens WHERE until <= $1").bind(now.0).execute(&self.pool).await?;
        let gone = query(
            "DELETE FROM attempts WHERE EXISTS (SELECT 1 FROM classes c WHERE c.id = attempts.class
             AND c.keep_days IS NOT NULL AND attempts.seen + c.keep_days * $2 < $1)",
        )
        .bind(now.0)
        .bind(DAY_MS)
        .execute(&self.pool)
        .await?;
        if gone.rows_affected() > 0 {
            self.sweep().await?;
        }
        Ok(Removed { people: 0, attempts: gone.rows_affected() })
    }

    /// Everything that is known of one person, to be given to them.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoSuch`], [`ClassError::Database`].
    pub async fn portable(&self, person: PersonId) -> Result<Portable, ClassError> {
        let person = self.person(person).await?;
        let found = query("SELECT id FROM attempts WHERE person = $1 ORDER BY started, id").bind(person.id.0);
        let ids = found.fetch_all(&self.pool).await?;
        let (ratings, overrides) = (self.ratings(person.class).await?, self.overrides(person.class).await?);
        let mut attempts = Vec::with_capacity(ids.len());
        for row in &ids {
            let id = AttemptId(number(row, "id")?);
            attempts.push(PortableAttempt {
                attempt: self.attempt(id).await?,
                log: String::from_utf8_lossy(&self.log_of(id).await?).into_owned(),
                ratings: ratings.iter().filter(|rating| rating.attempt == id).cloned().collect(),
                overrides: overrides.iter().filter(|one| one.attempt == id).cloned().collect(),
            });
        }
        Ok(Portable { person, attempts })
    }

    /// Nothing that was deleted stays in the files.
    async fn sweep(&self) -> Result<(), ClassError> {
        if self.kind == DatabaseKind::Sqlite {
            // Others may be reading what is old; then the next sweep does it.
            self.pool.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }
}
