//! Names with something in brackets: acts, cues, steps, what an entry is.

use super::{Str, dialect};

/// A name with or without something in brackets: `OpenQuestion`, `MirrorWords("寒心")`, `Deflected(3)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Call<'a> {
    pub name: &'a str,
    pub arg: CallArg<'a>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum CallArg<'a> {
    None,
    Text(Str<'a>),
    Name(&'a str),
    Number(i64),
    /// Something else; as it is written.
    Other(&'a str),
}

impl<'a> Call<'a> {
    /// Reads a raw value; `None` if it does not begin with a name.
    pub fn parse(raw: &'a str) -> Option<Self> {
        let raw = without_comments(raw);
        let end = raw.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(raw.len());
        let (name, rest) = raw.split_at(end);
        if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let rest = without_comments(rest);
        let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
            return Some(Self { name, arg: if rest.is_empty() { CallArg::None } else { CallArg::Other(rest) } });
        };
        let inner = without_comments(inner);
        let inner = without_comments(inner.strip_suffix(',').unwrap_or(inner));
        let arg = if inner.is_empty() {
            CallArg::None
        } else if inner.starts_with(['"', 'r'])
            && let Ok(text) = dialect().from_str::<Str>(inner)
        {
            CallArg::Text(text)
        } else if let Ok(number) = inner.parse() {
            CallArg::Number(number)
        } else if inner.chars().all(|c| c.is_alphanumeric() || c == '_') {
            CallArg::Name(inner)
        } else {
            CallArg::Other(inner)
        };
        Some(Self { name, arg })
    }
}

/// A raw value brings along the blanks and comments around it.
fn without_comments(mut text: &str) -> &str {
    loop {
        text = text.trim();
        if let Some(rest) = text.strip_prefix("//") {
            text = rest.split_once('\n').map_or("", |(_, rest)| rest);
        } else if let Some(rest) = text.strip_prefix("/*") {
            text = rest.split_once("*/").map_or("", |(_, rest)| rest);
        } else if text.ends_with("*/")
            && let Some(at) = text.rfind("/*")
        {
            text = &text[..at];
        } else {
            return text;
        }
    }
}
