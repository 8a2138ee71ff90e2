//! Instructors' passwords: Argon2id (RFC 9106) with the crate's default cost, 19 MiB and two passes.

use super::error::ClassError;
use super::ids::random;
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;

const SALT: usize = 16;
const HASH: usize = 32;

/// `argon2id$<salt>$<hash>`, both in base64.
///
/// # Errors
///
/// [`ClassError::NoChance`].
pub fn hashed(password: &str) -> Result<String, ClassError> {
    let salt: [u8; SALT] = random()?;
    let hash = hash(password, &salt).unwrap_or([0; HASH]);
    Ok(format!("argon2id${}${}", BASE64.encode(salt), BASE64.encode(hash)))
}

/// Whether it is the password of this hash; `None`: there is none, and saying so takes as long.
pub fn fits(hashed: Option<&str>, password: &str) -> bool {
    let parts = hashed.and_then(|text| text.strip_prefix("argon2id$")?.split_once('$'));
    let decoded = parts.and_then(|(salt, hash)| Some((BASE64.decode(salt).ok()?, BASE64.decode(hash).ok()?)));
    let (salt, expected) = decoded.unwrap_or_else(|| (vec![0; SALT], Vec::new()));
    match hash(password, &salt) {
        // Every byte is looked at, be the first wrong or the last.
        Some(found) if expected.len() == HASH => {
            found.iter().zip(&expected).fold(0, |off, (found, expected)| off | (found ^ expected)) == 0
        }
        _ => false,
    }
}

fn hash(password: &str, salt: &[u8]) -> Option<[u8; HASH]> {
    let mut hash = [0; HASH];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT);
    argon.hash_password_into(password.as_bytes(), salt, &mut hash).ok().map(|()| hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_fits() {
        let kept = hashed("水浒 one-time").unwrap();
        assert!(fits(Some(&kept), "水浒 one-time"));
        assert!(!fits(Some(&kept), "水浒 one-tim"));
        assert!(!fits(None, "") && !fits(Some("argon2id$$"), "") && !fits(Some(""), ""));
        assert_ne!(kept, hashed("水浒 one-time").unwrap(), "each has its own salt");
    }
}
