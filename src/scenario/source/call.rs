//! Names with something in brackets: acts, cues, steps, what an entry is.

use super::super::syntax::{Kind, Token, Tokens};
use super::{Str, dialect};

/// A name with or without something in brackets: `OpenQuestion`, `MirrorWords("寒心")`, `Deflected(3)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Call<'a> {
    /// What stands before the brackets.
    pub name: &'a str,
    /// What stands in them.
    pub arg: CallArg<'a>,
}

/// What stands in the brackets of a [`Call`].
#[derive(Clone, Debug, PartialEq)]
pub enum CallArg<'a> {
    /// There are none.
    None,
    /// A text in quotation marks.
    Text(Str<'a>),
    /// A name without quotation marks: `Weapon`.
    Name(&'a str),
    /// A whole number.
    Number(i64),
    /// A number and a name: `30, NextHigher`; the slice holds both.
    NumberOf(i64, &'a str, &'a str),
    /// Something else; as it is written.
    Other(&'a str),
}

impl<'a> Call<'a> {
    /// Reads a raw value, which brings along the blanks and comments around it; `None` if it does not begin with a
    /// name.
    pub fn parse(raw: &'a str) -> Option<Self> {
        let mut tokens = Tokens::of(raw).filter(|token| !token.kind.is_trivia());
        let name = &raw[tokens.next().filter(|token| token.kind == Kind::Word)?.span()];
        if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return None;
        }
        let rest: Vec<Token> = tokens.collect();
        let arg = match rest.as_slice() {
            [] => CallArg::None,
            [open, inner @ .., close] if (open.kind, close.kind) == (Kind::Open(b'('), Kind::Close(b')')) => {
                CallArg::read(raw, inner)
            }
            [first, ..] => CallArg::Other(raw[first.start..].trim_end()),
        };
        Some(Self { name, arg })
    }
}

impl<'a> CallArg<'a> {
    /// What stands between the brackets, perhaps with a comma behind it.
    fn read(raw: &'a str, tokens: &[Token]) -> Self {
        let tokens = match tokens {
            [before @ .., last] if last.kind == Kind::Comma => before,
            all => all,
        };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Self::None };
        let said = &raw[first.start..last.end];
        if let [number, comma, name] = tokens
            && comma.kind == Kind::Comma
            && let (Ok(number), name) = (raw[number.span()].parse(), &raw[name.span()])
            && name.chars().all(|c| c.is_alphanumeric() || c == '_')
        {
            return Self::NumberOf(number, name, said);
        }
        match first.kind {
            Kind::Text(_) => dialect().from_str::<Str>(said).map_or(Self::Other(said), Self::Text),
            _ => match said.parse() {
                Ok(number) => Self::Number(number),
                Err(_) if said.chars().all(|c| c.is_alphanumeric() || c == '_') => Self::Name(said),
                Err(_) => Self::Other(said),
            },
        }
    }
}
