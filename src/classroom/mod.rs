//! The class: people, what they have to play, their attempts, what came of them. Knows no HTTP.
//!
//! A [`Store`] keeps it, in SQLite or PostgreSQL. An attempt in a browser is a [`LiveAttempt`]: a session in a server's
//! memory whose steps are in the store before they are acknowledged, so that any server can go on with it. A log that was
//! played elsewhere [arrives](arrival) whole, with a [`Seal`]. Either is played again when it is handed in, held against
//! its [`Paper`], and what it came to is kept as a [`Summary`]: results are made of those.

pub mod agreement;
pub mod arrival;
pub mod error;
pub mod export;
pub mod findings;
pub mod ids;
pub mod live;
pub mod model;
pub mod paper;
mod password;
pub mod results;
pub mod roster;
pub mod statistics;
pub mod store;
pub mod summary;

pub use error::{ClassError, NotOpen, Thing, Trouble};
pub use findings::{Finding, Weight};
pub use ids::{AssignmentId, AttemptId, ClassCode, ClassId, Moment, PersonId, SeatId};
pub use live::{Applied, LiveAttempt};
pub use model::{
    Assignment, AssignmentState, Attempt, AttemptState, Class, ClassState, Grant, NewAssignment, NewPerson, Origin,
    Person, Seat, SeatKind,
};
pub use paper::{Paper, PaperItem, Seal, SealKey};
pub use store::{Bearer, Database, DatabaseKind, Store, TokenUse};
pub use summary::{Summary, Taken};
