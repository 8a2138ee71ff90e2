//! Tokens: who somebody is to any of the servers. Only their hashes are kept.

use super::Store;
use super::rows::{self, maybe, maybe_text, number};
use crate::classroom::error::ClassError;
use crate::classroom::ids::{ClassId, Moment, SeatId, random};
use crate::classroom::paper::hex;
use sha2::{Digest as _, Sha256};
use sqlx::query;

/// Whom a token stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// Whoever sits there.
    Seat(SeatId),
    /// An instructor, by name.
    Instructor(String),
}

/// How often a token may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenUse {
    /// Until its time is over or it is revoked.
    Many,
    /// Once: a link.
    Once,
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

impl Store {
    /// A new token: 64 hexadecimal digits that nobody can guess.
    ///
    /// # Errors
    ///
    /// [`ClassError::NoChance`], [`ClassError::Database`].
    pub async fn issue_token(
        &self,
        class: ClassId,
        bearer: &Bearer,
        how_often: TokenUse,
        until: Moment,
    ) -> Result<String, ClassError> {
        let _turn = self.turn().await;
        let token = hex(&random::<32>()?);
        let (seat, instructor) = match bearer {
            Bearer::Seat(seat) => (Some(seat.0), None),
            Bearer::Instructor(name) => (None, Some(name.as_str())),
        };
        query("INSERT INTO tokens (hash, class, seat, instructor, once, until) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(hash(&token))
            .bind(class.0)
            .bind(seat)
            .bind(instructor.map(str::to_owned))
            .bind(i64::from(how_often == TokenUse::Once))
            .bind(until.0)
            .execute(&self.pool)
            .await?;
        Ok(token)
    }

    /// Whose token it is. One for once is used up by this, for whichever server asks first.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn bearer(&self, token: &str, now: Moment) -> Result<Option<(ClassId, Bearer)>, ClassError> {
        let hash = hash(token);
        let found = query("SELECT class, seat, instructor, once FROM tokens WHERE hash = $1 AND until > $2")
            .bind(&hash)
            .bind(now.0);
        let Some(row) = found.fetch_optional(&self.pool).await? else { return Ok(None) };
        if number(&row, "once")? != 0 {
            let used = query("DELETE FROM tokens WHERE hash = $1").bind(&hash).execute(&self.pool).await?;
            if used.rows_affected() == 0 {
                return Ok(None);
            }
        }
        let bearer = match (maybe(&row, "seat")?, maybe_text(&row, "instructor")?) {
            (Some(seat), _) => Bearer::Seat(SeatId(seat)),
            (None, Some(name)) => Bearer::Instructor(name),
            (None, None) => return Err(rows::unread("token")),
        };
        Ok(Some((ClassId(number(&row, "class")?), bearer)))
    }

    /// It stands for nobody any more.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn revoke(&self, token: &str) -> Result<(), ClassError> {
        query("DELETE FROM tokens WHERE hash = $1").bind(hash(token)).execute(&self.pool).await?;
        Ok(())
    }

    /// Nobody's tokens of a seat are worth anything any more: whoever sat there has to come in anew.
    ///
    /// # Errors
    ///
    /// [`ClassError::Database`].
    pub async fn revoke_seat(&self, seat: SeatId) -> Result<(), ClassError> {
        query("DELETE FROM tokens WHERE seat = $1").bind(seat.0).execute(&self.pool).await?;
        Ok(())
    }
}
