//! The signs of a RON text, comments among them, each with the line breaks before it.

use crate::scenario::tree::{comment_end, raw_string_end, string_end};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    pub text: &'t str,
    /// Line breaks between the sign before and this one.
    pub breaks: usize,
}

impl Token<'_> {
    pub fn is_comment(&self) -> bool {
        self.text.starts_with("//") || self.text.starts_with("/*")
    }
}

/// All signs of the text; `None` where a text or a comment has no end.
pub fn read(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let trimmed = rest.trim_start();
        let breaks = rest[..rest.len() - trimmed.len()].matches('\n').count();
        at = text.len() - trimmed.len();
        if trimmed.is_empty() {
            return Some(tokens);
        }
        let length = length(trimmed)?;
        // Blanks at the end of a line comment are nothing that anybody wrote.
        let token = trimmed[..length].trim_end();
        tokens.push(Token { text: token, breaks });
        at += length;
    }
}

/// Bytes of the first sign.
fn length(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        let end = comment_end(text);
        return text[..end].ends_with("*/").then_some(end);
    }
    if text.starts_with("#![") {
        return text.find(']').map(|end| end + 1);
    }
    if let Some(body) = text.strip_prefix("b\"") {
        return string_end(body).map(|end| end + 3);
    }
    if text.starts_with(['r', 'b'])
        && let Some(end) = raw_string_end(text)
    {
        return Some(end);
    }
    match first {
        '"' => string_end(&text[1..]).map(|end| end + 2),
        '\'' => {
            let body = text.get(1..)?;
            let skip = if body.starts_with('\\') { 2 } else { body.chars().next()?.len_utf8() };
            body.get(skip..)?.find('\'').map(|end| 1 + skip + end + 1)
        }
        '(' | ')' | '[' | ']' | '{' | '}' | ',' | ':' => Some(1),
        _ => {
            let ends = |c: char| c.is_whitespace() || "()[]{},:\"'/".contains(c);
            Some(text.find(ends).unwrap_or(text.len()).max(first.len_utf8()))
        }
    }
}
