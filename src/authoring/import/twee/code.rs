//! The text of a program, of whatever language: where it ends, its arguments, what it writes in quotes.

/// Bytes of a link, words and target.
pub const LONGEST_LINK: usize = 4096;
/// How far the end of code is looked for after one was not found, in bytes.
pub const NEAR: usize = 256;

/// Position behind the end of code, its beginning left out.
pub fn ends(code: &[u8], first: usize, end: &[u8], nest: Option<(u8, u8)>) -> Option<usize> {
    let (mut at, mut depth) = (first, 0usize);
    let mut quote = None;
    while at < code.len() {
        let byte = code[at];
        match quote {
            Some(_) if byte == b'\\' => at += 1,
            Some(sign) if byte == sign => quote = None,
            Some(_) => {}
            None if byte == b'"' || (byte == b'\'' && !is_apostrophe(code, at)) => quote = Some(byte),
            None => match nest {
                Some((open, _)) if byte == open => depth += 1,
                Some((_, close)) if byte == close => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return Some(at + 1);
                    }
                }
                None if code[at..].starts_with(end) => return Some(at + end.len()),
                // What stands in a link is a name.
                None if code[at..].starts_with(b"[[") => {
                    if let Some(length) = code[at..].windows(2).take(NEAR).position(|pair| pair == b"]]") {
                        at += length + 1;
                    }
                }
                _ => {}
            },
        }
        at += 1;
    }
    None
}

/// Whether the sign at a place joins words and is no quote: `$list's 1st`, `(list)'s 1st`.
fn is_apostrophe(code: &[u8], at: usize) -> bool {
    let before = code[..at].last().copied().unwrap_or(b' ');
    let possessive = code[at + 1..].starts_with(b"s ") && matches!(before, b')' | b']' | b'"' | b'_');
    before.is_ascii_alphanumeric() || possessive
}

/// The line that begins a text, as far as a link may reach: each bracket of a row without end would else look to the
/// end of it.
pub fn near_line(text: &str) -> &str {
    line(&text[..text.floor_char_boundary(LONGEST_LINK)])
}

/// The line that a text begins with, or as much of it as a link may be long.
pub fn line(text: &str) -> &str {
    const LONGEST: usize = 2000;
    let near = &text[..text.floor_char_boundary(LONGEST)];
    &near[..near.find('\n').unwrap_or(near.len())]
}

/// The text that code writes in quotes, if it is nothing else.
pub fn literal(code: &str) -> Option<String> {
    let code = code.trim();
    let sign = code.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let inside = code[1..].strip_suffix(sign)?;
    let mut out = String::new();
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c })),
            c if c == sign => return None,
            c => out.push(c),
        }
    }
    Some(out)
}

/// Arguments of code, cut at commas outside of quotes and brackets.
pub fn split(code: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0usize);
    let (mut quote, mut escaped) = (None, false);
    for (at, c) in code.char_indices() {
        match (quote, c) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(sign), c) if c == sign => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some(c),
            (None, '\'') if !is_apostrophe(code.as_bytes(), at) => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                parts.push(&code[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&code[from..]);
    parts
}

/// The text that a function of JavaScript is called with.
pub fn called_with(code: &str, function: &str) -> Option<String> {
    let (_, after) = code.split_once(function)?;
    let sign = after.trim_start().chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let inside = &after.trim_start()[1..];
    Some(inside[..inside.find(sign)?].to_owned())
}

pub fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic()) && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}
