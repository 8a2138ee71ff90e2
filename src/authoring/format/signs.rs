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
    let mut signs = Vec::new();
    let mut breaks = 0;
    for token in tokens {
        let said = &text[token.span()];
        match token.kind {
            Kind::Blank => breaks += said.matches('\n').count(),
            Kind::Remark | Kind::StrayQuote | Kind::Unread => return None,
            Kind::Text(quotes) if quotes != Quotes::Sound => return None,
            kind => {
                // Blanks at the end of a line comment are nothing that anybody wrote.
                signs.push(Sign { kind, text: said.trim_end(), start: token.start, breaks });
                breaks = 0;
            }
        }
    }
    Some(signs)
}
