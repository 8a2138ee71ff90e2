//! Where a class is kept: one set of tables, in SQLite or in PostgreSQL. What a call acknowledges is on the disk.
//!
//! Every statement is one that both databases read. What must hold together stands in one transaction, and every row that
//! two servers may want is guarded by a number: whoever comes second is told so.

mod append;
mod assignments;
mod attempts;
mod judgement;
mod overview;
mod people;
mod removal;
mod rows;
mod tokens;

pub use append::{Appended, Step, whole};
pub use attempts::{NewAttempt, Whole};
pub use judgement::{Overridden, Override, Rating};
pub use overview::Progress;
pub use removal::{Portable, PortableAttempt, Removed};
pub use tokens::{Bearer, TokenUse};

use super::error::{ClassError, Thing};
use sqlx::any::{AnyPoolOptions, AnyQueryResult, AnyRow};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{Any, AnyConnection, AnyPool, Executor as _, SqlSafeStr as _, Transaction};
use std::ops::{Deref, DerefMut};
use std::path::Path;
use std::sync::{Arc, Once};
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The file of a class in a folder.
pub const FILE: &str = "class.sqlite3";
/// A server waits so long for a connection, or for another's writing, before it says that the database is busy.
const PATIENCE: Duration = Duration::from_secs(10);
/// Connections of one server to SQLite: one writes at a time, the others read.
const SQLITE_CONNECTIONS: u32 = 6;
/// Connections of one server to PostgreSQL, which takes a hundred by default.
const POSTGRES_CONNECTIONS: u32 = 16;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseKind {
    /// A file on this machine.
    Sqlite,
    /// A server that any number of ours share.
    Postgres,
}

/// Where the tables are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Database {
    url: String,
    kind: DatabaseKind,
}

impl Database {
    /// The file [`FILE`] in this folder, which is made if need be.
    ///
    /// # Errors
    ///
    /// [`ClassError::Io`], where the folder cannot be made.
    pub fn in_folder(folder: &Path) -> Result<Self, ClassError> {
        std::fs::create_dir_all(folder).map_err(|error| ClassError::io(folder, error))?;
        let folder = std::path::absolute(folder).map_err(|error| ClassError::io(folder, error))?;
        let path = folder.join(FILE);
        private(&path)?;
        let mut url = String::from("sqlite://");
        for byte in path.to_string_lossy().bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                    url.push(char::from(byte))
                }
                _ => url.push_str(&format!("%{byte:02X}")),
            }
        }
        Ok(Self { url: url + "?mode=rwc", kind: DatabaseKind::Sqlite })
    }

    /// `postgres://user:password@host/database`, or `sqlite://…` with a path.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`], where it is neither.
    pub fn at_url(url: &str) -> Result<Self, ClassError> {
        let kind = match url.split(':').next() {
            Some("postgres" | "postgresql") => DatabaseKind::Postgres,
            Some("sqlite") => DatabaseKind::Sqlite,
            _ => return Err(sqlx::Error::Configuration("postgres://…".into()).into()),
        };
        Ok(Self { url: url.to_owned(), kind })
    }
}

/// Only its owner reads it: it holds names.
fn private(path: &Path) -> Result<(), ClassError> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|error| ClassError::io(path, error))
}

/// The store. Cheap to clone: all clones share the connections.
#[derive(Clone, Debug)]
pub struct Store {
    pool: AnyPool,
    kind: DatabaseKind,
    /// SQLite lets one write at a time and has who waits ask again and again: ours wait in a row instead.
    turns: Arc<Mutex<()>>,
}

/// A transaction that writes, and whose turn it is meanwhile. Dropped, it never was.
struct Writing {
    transaction: Transaction<'static, Any>,
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Writing {
    async fn commit(self) -> Result<(), ClassError> {
        Ok(self.transaction.commit().await?)
    }
}

impl Deref for Writing {
    type Target = AnyConnection;
    fn deref(&self) -> &AnyConnection {
        &self.transaction
    }
}

impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.transaction
    }
}

impl Store {
    /// Opens it, and makes or brings up to date the tables. Needs a Tokio runtime with I/O and time.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`]: it cannot be reached, or a newer program made it.
    pub async fn open(database: &Database) -> Result<Self, ClassError> {
        static DRIVERS: Once = Once::new();
        DRIVERS.call_once(|| {
            let _ = sqlx::any::install_drivers(&[sqlx::sqlite::any::DRIVER, sqlx::postgres::any::DRIVER]);
        });
        let kind = database.kind;
        let connections = match kind {
            DatabaseKind::Sqlite => SQLITE_CONNECTIONS,
            DatabaseKind::Postgres => POSTGRES_CONNECTIONS,
        };
        let options = AnyPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(PATIENCE)
            .after_connect(move |connection, _| Box::pin(prepare(connection, kind)));
        let store = Self { pool: options.connect(&database.url).await?, kind, turns: Arc::default() };
        store.migrate().await?;
        Ok(store)
    }

    async fn migrate(&self) -> Result<(), ClassError> {
        let class = include_str!("0001-class.sql");
        let first = Migration::new(1, "class".into(), MigrationType::Simple, class.into_sql_str(), false);
        let migrator = Migrator::with_migrations(vec![first]);
        // Of two programs that make a new file at once, one comes too late and then finds everything done.
        let mut again = 0;
        loop {
            match migrator.run(&self.pool).await {
                Ok(()) => return Ok(()),
                Err(error) if again == 3 => return Err(error.into()),
                Err(error) => {
                    let error = ClassError::from(error);
                    if matches!(&error, ClassError::Database { why, .. } if *why == super::error::Trouble::Newer) {
                        return Err(error);
                    }
                    again += 1;
                    tokio::time::sleep(Duration::from_millis(50 * again)).await;
                }
            }
        }
    }

    /// Which database it is.
    pub const fn kind(&self) -> DatabaseKind {
        self.kind
    }

    /// Whether the database answers.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`], where it does not.
    pub async fn ping(&self) -> Result<(), ClassError> {
        self.pool.fetch_one("SELECT 1").await?;
        Ok(())
    }

    /// Lets go of all connections, once what runs is done.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// A transaction that will write.
    async fn writing(&self) -> Result<Writing, ClassError> {
        let (begin, turn) = match self.kind {
            // SQLite's own `BEGIN` would ask for the right to write in the middle, where it can be refused at once.
            DatabaseKind::Sqlite => ("BEGIN IMMEDIATE", Some(Arc::clone(&self.turns).lock_owned().await)),
            DatabaseKind::Postgres => ("BEGIN", None),
        };
        Ok(Writing { transaction: self.pool.begin_with(begin).await?, _turn: turn })
    }
}

async fn prepare(connection: &mut AnyConnection, kind: DatabaseKind) -> Result<(), sqlx::Error> {
    match kind {
        // FULL: a commit is on the disk before it returns, in WAL, too. What is deleted is overwritten.
        DatabaseKind::Sqlite => {
            for line in [
                "PRAGMA busy_timeout = 10000",
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = FULL",
                "PRAGMA foreign_keys = ON",
                "PRAGMA secure_delete = ON",
            ] {
                connection.execute(line).await?;
            }
        }
        DatabaseKind::Postgres => {
            connection.execute("SET synchronous_commit = on").await?;
        }
    }
    Ok(())
}

/// At least one row was there.
fn some(result: &AnyQueryResult, what: Thing) -> Result<(), ClassError> {
    if result.rows_affected() == 0 { Err(ClassError::NoSuch(what)) } else { Ok(()) }
}

/// Whether an insertion met a row of the same key.
fn is_taken(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}

fn present(row: Option<AnyRow>, what: Thing) -> Result<AnyRow, ClassError> {
    row.ok_or(ClassError::NoSuch(what))
}
