//! Rows as values.

use crate::classroom::error::{ClassError, Trouble};
use crate::classroom::ids::{AssignmentId, AttemptId, ClassId, Moment, PersonId, SeatId};
use crate::classroom::model::{Assignment, Attempt, Class, Person, Seat};
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::str::FromStr;

/// What is stored does not read as what it should be: another program wrote it.
pub(super) fn unread(what: &str) -> ClassError {
    ClassError::Database { why: Trouble::Other, said: format!("{what}: not as it was written") }
}

pub(super) fn number(row: &AnyRow, at: &str) -> Result<i64, ClassError> {
    Ok(row.try_get(at)?)
}

pub(super) fn maybe(row: &AnyRow, at: &str) -> Result<Option<i64>, ClassError> {
    Ok(row.try_get(at)?)
}

pub(super) fn text(row: &AnyRow, at: &str) -> Result<String, ClassError> {
    Ok(row.try_get(at)?)
}

pub(super) fn maybe_text(row: &AnyRow, at: &str) -> Result<Option<String>, ClassError> {
    Ok(row.try_get(at)?)
}

pub(super) fn small(row: &AnyRow, at: &str) -> Result<u32, ClassError> {
    u32::try_from(number(row, at)?).map_err(|_| unread(at))
}

pub(super) fn parsed<T: FromStr>(row: &AnyRow, at: &str) -> Result<T, ClassError> {
    text(row, at)?.parse().map_err(|_| unread(at))
}

pub(super) fn class(row: &AnyRow) -> Result<Class, ClassError> {
    Ok(Class {
        id: ClassId(number(row, "id")?),
        code: parsed(row, "code")?,
        name: text(row, "name")?,
        state: parsed(row, "state")?,
        keep_days: maybe(row, "keep_days")?.and_then(|days| u32::try_from(days).ok()),
        created: Moment(number(row, "created")?),
    })
}

pub(super) fn person(row: &AnyRow) -> Result<Person, ClassError> {
    Ok(Person {
        id: PersonId(number(row, "id")?),
        class: ClassId(number(row, "class")?),
        name: maybe_text(row, "name")?,
        pseudonym: text(row, "pseudonym")?,
        number: maybe_text(row, "number")?,
        created: Moment(number(row, "created")?),
    })
}

pub(super) fn seat(row: &AnyRow) -> Result<Seat, ClassError> {
    Ok(Seat {
        id: SeatId(number(row, "id")?),
        class: ClassId(number(row, "class")?),
        person: PersonId(number(row, "person")?),
        kind: parsed(row, "kind")?,
        locked: number(row, "locked")? != 0,
        created: Moment(number(row, "created")?),
        seen: Moment(number(row, "seen")?),
    })
}

pub(super) fn assignment(row: &AnyRow) -> Result<Assignment, ClassError> {
    Ok(Assignment {
        id: AssignmentId(number(row, "id")?),
        class: ClassId(number(row, "class")?),
        title: text(row, "title")?,
        paper: serde_json::from_str(&text(row, "paper")?).map_err(|_| unread("paper"))?,
        paper_hash: text(row, "paper_hash")?,
        state: parsed(row, "state")?,
        opens: maybe(row, "opens")?.map(Moment),
        closes: maybe(row, "closes")?.map(Moment),
        created: Moment(number(row, "created")?),
    })
}

pub(super) fn attempt(row: &AnyRow) -> Result<Attempt, ClassError> {
    let summary = maybe_text(row, "summary")?;
    Ok(Attempt {
        id: AttemptId(number(row, "id")?),
        class: ClassId(number(row, "class")?),
        assignment: Some(number(row, "assignment")?).filter(|id| *id != 0).map(AssignmentId),
        item: small(row, "item")?,
        scenario: text(row, "scenario")?,
        person: PersonId(number(row, "person")?),
        seat: maybe(row, "seat")?.map(SeatId),
        number: small(row, "number")?,
        state: parsed(row, "state")?,
        origin: parsed(row, "origin")?,
        steps: small(row, "steps")?,
        started: Moment(number(row, "started")?),
        seen: Moment(number(row, "seen")?),
        ends: maybe(row, "ends")?.map(Moment),
        handed_in: maybe(row, "handed_in")?.map(Moment),
        summary: summary.map(|json| serde_json::from_str(&json)).transpose().map_err(|_| unread("summary"))?,
    })
}
