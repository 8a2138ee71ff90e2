//! What the store keeps, as it is read.

use super::ids::{AssignmentId, AttemptId, ClassCode, ClassId, Moment, PersonId, SeatId};
use super::paper::Paper;
use super::summary::Summary;
use crate::logbook::log::Files;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

/// Most people of a class.
pub const MAX_PEOPLE: u64 = 5_000;
/// Most assignments of a class.
pub const MAX_ASSIGNMENTS: u64 = 500;
/// Most attempts of one person at one scenario of an assignment that allows any number of them.
pub const MAX_ATTEMPTS: u32 = 200;
/// Characters of a name, a title, a number.
pub const LONGEST_TEXT: usize = 120;
/// Characters of a reason or a comment.
pub const LONGEST_REASON: usize = 2_000;

/// Whether a class takes moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ClassState {
    /// People join and play.
    Open,
    /// Nobody joins or plays; everything can be read.
    Closed,
}

/// A class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Class {
    /// Its identity.
    pub id: ClassId,
    /// What trainees type.
    pub code: ClassCode,
    /// What the instructor calls it.
    pub name: String,
    /// Whether it takes moves.
    pub state: ClassState,
    /// Days after an attempt's last move until its log and everything made of it is deleted; `None`: kept until somebody
    /// deletes it.
    pub keep_days: Option<u32>,
    /// When it was made.
    pub created: Moment,
}

/// Somebody who practises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Their identity.
    pub id: PersonId,
    /// Whose class.
    pub class: ClassId,
    /// As the roster has it; `None` where only a pseudonym was given.
    pub name: Option<String>,
    /// Under which everything is shown unless the instructor asks for names. Unique in the class.
    pub pseudonym: String,
    /// The number that the school or office knows them by; what a grade import goes by. Unique in the class.
    pub number: Option<String>,
    /// When they were entered.
    pub created: Moment,
}

/// Somebody to enter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewPerson {
    /// As in [`Person`].
    pub name: Option<String>,
    /// `None`: one is made.
    pub pseudonym: Option<String>,
    /// As in [`Person`].
    pub number: Option<String>,
}

/// Where somebody sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SeatKind {
    /// The server plays, the browser shows.
    Browser,
    /// The window plays by itself and hands in.
    Window,
}

/// One trainee's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Seat {
    /// Its identity.
    pub id: SeatId,
    /// Whose class.
    pub class: ClassId,
    /// Who sits there.
    pub person: PersonId,
    /// Where.
    pub kind: SeatKind,
    /// Locked by the program or the instructor; only the instructor opens it.
    pub locked: bool,
    /// When it was taken.
    pub created: Moment,
    /// When it was last heard of.
    pub seen: Moment,
}

/// Whether an assignment takes moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum AssignmentState {
    /// Between opening and closing time it does.
    Open,
    /// Not until the instructor goes on.
    Paused,
    /// No more; what was begun can still be handed in as it is.
    Closed,
}

/// What a class has to play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assignment {
    /// Its identity.
    pub id: AssignmentId,
    /// Whose class.
    pub class: ClassId,
    /// What the instructor calls it.
    pub title: String,
    /// What is played and how; sealed.
    pub paper: Paper,
    /// [`Paper::hash`] when it was made.
    pub paper_hash: String,
    /// Whether it takes moves.
    pub state: AssignmentState,
    /// Not before; `None`: at once.
    pub opens: Option<Moment>,
    /// Not after; `None`: until it is closed.
    pub closes: Option<Moment>,
    /// When it was made.
    pub created: Moment,
}

/// An assignment to make.
#[derive(Clone, Debug)]
pub struct NewAssignment {
    /// Whose class.
    pub class: ClassId,
    /// What the instructor calls it.
    pub title: String,
    /// What is played and how.
    pub paper: Paper,
    /// The files of each scenario of the paper, in its order.
    pub files: Vec<Files>,
    /// Not before; `None`: at once.
    pub opens: Option<Moment>,
    /// Not after; `None`: until it is closed.
    pub closes: Option<Moment>,
}

/// What one person was granted in an assignment beyond its paper; a report says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// No time pressure within the visit.
    pub untimed: bool,
    /// Minutes beyond those of the paper.
    pub more_minutes: u32,
    /// Attempts beyond those of the paper.
    pub more_attempts: u32,
}

/// Where an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum AttemptState {
    /// It takes moves.
    Running,
    /// It takes no more.
    HandedIn,
}

/// How the log of an attempt came here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Move by move: a server played.
    Browser,
    /// Whole, over the network, from a window.
    Network,
    /// Whole, from a folder or an archive.
    Stick,
}

/// One try, without its log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attempt {
    /// Its identity.
    pub id: AttemptId,
    /// Whose class.
    pub class: ClassId,
    /// At what; `None`: practice that nobody assigned.
    pub assignment: Option<AssignmentId>,
    /// Which scenario of its paper, from 0.
    pub item: u32,
    /// The id of the scenario.
    pub scenario: String,
    /// Whose.
    pub person: PersonId,
    /// From which seat; `None` where a stick brought it.
    pub seat: Option<SeatId>,
    /// Counted from 1 for this person, assignment and item.
    pub number: u32,
    /// Where it stands.
    pub state: AttemptState,
    /// How it came here.
    pub origin: Origin,
    /// Steps that are on the disk: the next has this number. See [`super::store::Store::append`].
    pub steps: u32,
    /// When it began.
    pub started: Moment,
    /// When its last step came.
    pub seen: Moment,
    /// Not after; `None`: no limit of its own.
    pub ends: Option<Moment>,
    /// When it was handed in.
    pub handed_in: Option<Moment>,
    /// What it came to, worked out by playing its log again when it was handed in.
    pub summary: Option<Summary>,
}
