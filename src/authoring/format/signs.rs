//! What of a text is not layout: its signs, comments among them, each with the line breaks before it.

use crate::scenario::syntax::{Kind, Quotes, Token};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign<'t> {
    pub kind: Kind,
    pub text: &'t str,
    /// Where it stands in the text.
    pub start: usize,
    /// Line breaks between the sign before and this one.
    pub breaks: usize,
}

impl Sign<'_> {
    /// What stands beside the items; `#![enable(…)]` before them keeps a line of its own just so.
    pub fn is_comment(&self) -> bool {
        matches!(self.kind, Kind::Comment | Kind::Attribute)
    }
}

/// All signs of the text; `None` where one is not what it should be.
pub fn signs<'t>(text: &'t str, tokens: &[Token]) -> Option<Vec<Sign<'t>>> {
    let mut signs = Vec::with_capacity(tokens.len());
    for sign in each_sign(text, tokens.iter().copied()) {
        signs.push(sign?);
    }
    Some(signs)
}

/// The signs of the text, one after the other; `None` for one that is not what it should be.
pub fn each_sign<'t>(text: &'t str, tokens: impl Iterator<Item = Token>) -> impl Iterator<Item = Option<Sign<'t>>> {
    let mut breaks = 0;
    tokens.filter_map(move |token| {
        let said = &text[token.span()];
        match token.kind {
            Kind::Blank => {
                breaks += said.bytes().filter(|byte| *byte == b'\n').count();
                None
            }
            Kind::Remark | Kind::StrayQuote | Kind::Unread => Some(None),
            Kind::Text(quotes) if quotes != Quotes::Sound => Some(None),
            // Blanks at the end of a line comment are nothing that anybody wrote.
            kind => {
                let breaks = std::mem::take(&mut breaks);
                Some(Some(Sign { kind, text: said.trim_end(), start: token.start, breaks }))
            }
        }
    })
}
