//! What names a row, a moment, a class: small values that go through every interface of the room.

use rand::TryRng as _;
use rand::rngs::SysRng;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Identities stay below it: every reader of JSON keeps them whole.
const ID_BITS: u32 = 53;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(
            /// Above 0 and below 2^53; drawn by chance, so that it tells nothing and any server can make one.
            pub i64,
        );

        impl $name {
            /// A new one.
            ///
            /// # Errors
            ///
            /// [`NoChance`], where the system gives no random numbers.
            pub fn draw() -> Result<Self, NoChance> {
                draw().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A class.
    ClassId,
    /// Somebody of a class who practises.
    PersonId,
    /// A person's place, in a browser or a window.
    SeatId,
    /// A paper that a class has to play.
    AssignmentId,
    /// One try of one person at one scenario of an assignment.
    AttemptId,
}

/// The system gives no random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no random numbers")]
pub struct NoChance;

/// Bytes that nobody can guess.
///
/// # Errors
///
/// [`NoChance`], where the system gives none.
pub fn random<const N: usize>() -> Result<[u8; N], NoChance> {
    let mut bytes = [0; N];
    SysRng.try_fill_bytes(&mut bytes).map_err(|_| NoChance)?;
    Ok(bytes)
}

fn draw() -> Result<i64, NoChance> {
    let bits = u64::from_le_bytes(random()?) >> (u64::BITS - ID_BITS);
    // 0 would be drawn once in 10^16 times; it is none.
    Ok((bits as i64).max(1))
}

/// A point of time: milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(
    /// Milliseconds.
    pub i64,
);

impl Moment {
    /// By the system's clock. The room itself never asks: whoever calls it says when.
    pub fn now() -> Self {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Self(since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)))
    }

    /// So many milliseconds later.
    #[must_use]
    pub const fn plus(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Milliseconds since `earlier`; below 0 where that was later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// As a log's head has it, in the system's time zone: `2026-03-09T09:12:00+08:00`.
    pub fn stamp(self) -> String {
        let there = jiff::Timestamp::from_millisecond(self.0).unwrap_or_default();
        there.to_zoned_datetime(jiff::tz::TimeZone::system()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

/// Letters of a class's code: none that is taken for another on a projector.
const LETTERS: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ";
/// Letters of a class's code.
const CODE_LENGTH: usize = 6;

/// What trainees type to find their class: six letters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct ClassCode(String);

impl ClassCode {
    /// A new one; there are 148 million.
    ///
    /// # Errors
    ///
    /// [`NoChance`], where the system gives no random numbers.
    pub fn draw() -> Result<Self, NoChance> {
        // 23 letters fit eleven times into a byte; what is above would make some likelier.
        let fair = (u8::MAX / LETTERS.len() as u8) * LETTERS.len() as u8;
        let mut code = String::with_capacity(CODE_LENGTH);
        while code.len() < CODE_LENGTH {
            let [byte] = random()?;
            if byte < fair {
                code.push(char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
            }
        }
        Ok(Self(code))
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClassCode {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Not six letters of those that codes have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a class's code is six letters")]
pub struct NoCode;

impl FromStr for ClassCode {
    type Err = NoCode;

    /// Takes small letters, full-width ones, and blanks or dashes between them.
    fn from_str(text: &str) -> Result<Self, NoCode> {
        let narrow = |c: char| match c {
            'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            _ => c,
        };
        let typed = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－')).take(CODE_LENGTH + 1);
        let code: String = typed.map(|c| narrow(c).to_ascii_uppercase()).collect();
        let good = code.len() == CODE_LENGTH && code.bytes().all(|byte| LETTERS.contains(&byte));
        if good { Ok(Self(code)) } else { Err(NoCode) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = ClassCode::draw().unwrap();
        let typed = format!(" {}-{} ", &code.as_str()[..3].to_lowercase(), &code.as_str()[3..]);
        assert_eq!(typed.parse(), Ok(code));
        assert_eq!("ａＢc defg".parse::<ClassCode>(), Err(NoCode));
        assert_eq!("ａＢc def".parse::<ClassCode>().unwrap().as_str(), "ABCDEF");
        for wrong in ["", "ABCDE", "ABCDEFG", "ABCDE0", "ABCDEI", "ABCDE好"] {
            assert_eq!(wrong.parse::<ClassCode>(), Err(NoCode), "{wrong}");
        }
    }

    #[test]
    fn ids_fit_any_reader_of_json() {
        for _ in 0..100 {
            let PersonId(id) = PersonId::draw().unwrap();
            assert!(id > 0 && id < 1 << ID_BITS);
        }
    }
}
