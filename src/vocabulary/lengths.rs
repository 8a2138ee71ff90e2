//! How long texts may be: what is longer is refused where it comes in, so that nothing has to be cut where it is shown.
//! All in characters.

/// Of a text that is read or spoken.
pub const LONGEST_TEXT: usize = 4000;
/// Of a title or a label.
pub const LONGEST_TITLE: usize = 120;
/// Of a person's name, an office, a class.
pub const LONGEST_NAME: usize = 60;

/// How many characters a text has, if they are more than `most`.
pub fn too_long(text: &str, most: usize) -> Option<usize> {
    // A character has at least one byte: most texts need not be counted.
    if text.len() <= most {
        return None;
    }
    Some(text.chars().count()).filter(|number| *number > most)
}
