//! What an assignment is: a sealed paper. And seals: what tells that a log was handed in from the seat it names, whole, for
//! the paper it names.
//!
//! The seal is HMAC-SHA256 (RFC 2104, FIPS 198-1) with a key of the seat over the paper's hash and the last link of the
//! log's chain, which vouches for every line before it.

use super::error::ClassError;
use super::ids::SeatId;
use crate::logbook::Link;
use crate::logbook::catalogues::versions;
use crate::logbook::log::LogHead;
use crate::session::moves::Mode;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// Most scenarios of a paper.
pub const MAX_ITEMS: usize = 50;

/// One scenario of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperItem {
    /// Its id.
    pub scenario: String,
    /// The hash of its files, as in a log's head.
    pub hash: String,
}

/// What is played and how. It does not change once it is made: another paper is another assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// One scenario, or the scenarios of a course in their order.
    pub items: Vec<PaperItem>,
    /// With help or without.
    pub mode: Mode,
    /// The same for all; `None`: every attempt has its own.
    pub seed: Option<u64>,
    /// `id/version` of the rubric that scores.
    pub rubric: String,
    /// Time pressure within the visit.
    pub timed: bool,
    /// Minutes from the first line until it takes no more moves; `None`: any.
    pub minutes: Option<u32>,
    /// Attempts at each scenario; `None`: any number.
    pub attempts: Option<u32>,
}

impl Paper {
    /// One scenario, once, as an exam with time pressure, by the rubric that ships.
    pub fn exam(scenario: &str, hash: &str) -> Self {
        Self {
            items: vec![PaperItem { scenario: scenario.to_owned(), hash: hash.to_owned() }],
            mode: Mode::Exam,
            seed: None,
            rubric: versions().rubric,
            timed: true,
            minutes: None,
            attempts: Some(1),
        }
    }

    /// SHA-256 of its JSON, in hexadecimal.
    ///
    /// # Errors
    ///
    /// Never for a paper that was read; a value without JSON is [`ClassError::Scenario`].
    pub fn hash(&self) -> Result<String, ClassError> {
        let json = serde_json::to_vec(self).map_err(|error| ClassError::Scenario(error.to_string()))?;
        Ok(hex(&Sha256::digest(json)))
    }

    /// The item that a log was played from.
    pub fn item_of(&self, head: &LogHead) -> Option<u32> {
        let played = |item: &PaperItem| item.scenario == head.scenario.id && item.hash == head.scenario.hash;
        self.items.iter().position(played).and_then(|at| u32::try_from(at).ok())
    }
}

/// Bytes of a key and a seal.
const SIZE: usize = 32;

/// A seat's key: with it a window seals what it hands in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SealKey(String);

impl std::fmt::Debug for SealKey {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("SealKey(…)")
    }
}

impl SealKey {
    /// The key of a seat, from its class's secret: every server works out the same.
    pub fn of(secret: &str, seat: SeatId) -> Self {
        Self(hex(&keyed(secret, format!("seat {seat}").as_bytes())))
    }
}

/// A seal in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// For which seat it speaks.
    pub seat: SeatId,
    /// The hash of the paper that was played; `None`: practice that nobody assigned.
    pub paper: Option<String>,
    /// Hexadecimal.
    pub seal: String,
}

impl Seal {
    /// Seals a finished log by the link of its last line ([`crate::logbook::Chain::tip`]).
    pub fn of(key: &SealKey, seat: SeatId, paper: Option<&str>, tip: &Link) -> Self {
        Self { seat, paper: paper.map(str::to_owned), seal: hex(&keyed(&key.0, &sealed(seat, paper, tip))) }
    }

    /// Whether this key made it for this log.
    pub fn fits(&self, key: &SealKey, tip: &Link) -> bool {
        let Some(seal) = unhex(&self.seal) else { return false };
        let mut mac = mac(&key.0);
        mac.update(&sealed(self.seat, self.paper.as_deref(), tip));
        // In constant time.
        mac.verify_slice(&seal).is_ok()
    }
}

fn sealed(seat: SeatId, paper: Option<&str>, tip: &Link) -> Vec<u8> {
    format!("calmdesk-seal-1\n{seat}\n{}\n{tip}", paper.unwrap_or("-")).into_bytes()
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
fn mac(key: &str) -> Hmac<Sha256> {
    Hmac::new_from_slice(key.as_bytes()).expect("HMAC takes keys of any length")
}

fn keyed(key: &str, text: &[u8]) -> [u8; SIZE] {
    let mut mac = mac(key);
    mac.update(text);
    mac.finalize().into_bytes().into()
}

/// Hexadecimal, in small letters.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<[u8; SIZE]> {
    let mut bytes = [0; SIZE];
    if text.len() != SIZE * 2 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, test case 2.
    #[test]
    fn the_seal_is_the_hmac_of_the_standard() {
        assert_eq!(
            hex(&keyed("Jefe", b"what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
