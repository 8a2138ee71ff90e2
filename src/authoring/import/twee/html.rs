//! HTML in a passage, of whatever format: links that it makes, and what nobody hears.

use super::super::What;
use super::code::{called_with, line, near_line};
use super::scan::Scan;

/// Elements whose contents are no text.
const OPAQUE: [(&str, &str, What); 8] = [
    ("script", "</script>", What::Code),
    ("style", "</style>", What::Code),
    ("svg", "</svg>", What::Picture),
    ("audio", "</audio>", What::Picture),
    ("video", "</video>", What::Picture),
    ("iframe", "</iframe>", What::Html),
    ("object", "</object>", What::Html),
    ("canvas", "</canvas>", What::Html),
];

/// Takes what begins here; `false` where it is nothing of HTML's.
pub fn take(scan: &mut Scan) -> bool {
    let rest = scan.rest();
    match rest.as_bytes()[0] {
        b'&' => match entity(rest) {
            Some((length, sign)) => {
                scan.text(sign.encode_utf8(&mut [0; 4]));
                scan.skip(length);
                true
            }
            None => false,
        },
        // A picture as Markdown writes it.
        b'!' => {
            let inside = line(rest).strip_prefix("![");
            let Some(inside) = inside else { return false };
            // Looked for by what is fast without optimisation, too: a row of such signs asks for each of them.
            let Some(title) = memchr::memmem::find(inside.as_bytes(), b"](") else { return false };
            let Some(close) = inside[title..].find(')') else { return false };
            scan.leave_out("![".len() + title + close + 1, What::Picture);
            true
        }
        b'd' if rest.starts_with("data:") && rest.len() > 64 => {
            let data = near_line(rest).split_whitespace().next().is_some_and(|first| first.contains(";base64,"));
            if data {
                let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ')' | '>' | ']'));
                scan.leave_out(end.unwrap_or(rest.len()), What::Picture);
            }
            data
        }
        b'<' => element(scan),
        _ => false,
    }
}

fn element(scan: &mut Scan) -> bool {
    let rest = scan.rest();
    if rest.starts_with("<!--") {
        let Some(length) = scan.until("-->") else { return false };
        scan.leave_out(length, What::Html);
        return true;
    }
    let inside = &rest[1..];
    let closing = inside.starts_with('/');
    let inside = &inside[usize::from(closing)..];
    let end = inside.bytes().take(32).position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'-')).unwrap_or(0);
    if end == 0 || !inside.as_bytes()[0].is_ascii_alphabetic() {
        return false;
    }
    let name = inside[..end].to_ascii_lowercase();
    // A sign of comparison or of feeling is no element.
    if !matches!(inside.as_bytes()[end], b'>' | b'/' | b' ' | b'\t' | b'\n') {
        return false;
    }
    if let Some((_, end, what)) = OPAQUE.iter().find(|(known, ..)| *known == name && !closing)
        && let Some(length) = scan.until(end)
    {
        scan.leave_out(length, *what);
        return true;
    }
    let Some(length) = scan.code_end(1, ">", None) else { return false };
    let tag = &rest[..length];
    if name == "br" {
        scan.text("\n");
        scan.skip(length);
    } else if name == "img" {
        scan.leave_out(length, What::Picture);
    } else if let Some(to) = leads_to(tag).filter(|_| !closing) {
        let near: &str = &rest[length..];
        let near = &near[..near.char_indices().nth(400).map_or(near.len(), |(at, _)| at)];
        let close = format!("</{name}");
        match near.find(&close).and_then(|at| near[at..].find('>').map(|end| (at, at + end + 1))) {
            Some((words, all)) => scan.way(length + all, &near[..words], &to),
            None => scan.way(length, "", &to),
        }
    } else {
        scan.leave_out(length, What::Html);
    }
    true
}

/// The passage that an element leads to.
fn leads_to(tag: &str) -> Option<String> {
    let named = attribute(tag, "data-passage").or_else(|| attribute(tag, "passage-name"));
    named.or_else(|| called_with(&plain(tag), "story.show(")).filter(|name| !name.trim().is_empty())
}

/// An attribute of an element.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut from = 0;
    while let Some(at) = tag[from..].find(name) {
        let (before, after) = (&tag[..from + at], tag[from + at + name.len()..].trim_start());
        from += at + name.len();
        let value = after.strip_prefix('=').map(str::trim_start);
        if before.ends_with(|c: char| c.is_whitespace())
            && let Some(value) = value
            && let Some(sign @ ('"' | '\'')) = value.chars().next()
        {
            return Some(plain(&value[1..1 + value[1..].find(sign)?]));
        }
    }
    None
}

/// A text with its entities as the signs they stand for.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (length, sign) = entity(&rest[at..]).unwrap_or((1, '&'));
        out.push(sign);
        rest = &rest[at + length..];
    }
    out + rest
}

/// The entity that begins here: how long it is, and its sign.
fn entity(text: &str) -> Option<(usize, char)> {
    const LONGEST: usize = 10;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "hellip" => '…',
        "mdash" => '—',
        "ndash" => '–',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        "middot" => '·',
        "bull" => '•',
        "deg" => '°',
        "eacute" => 'é',
        "egrave" => 'è',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "szlig" => 'ß',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(number) => u32::from_str_radix(number, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((end + 1, sign))
}
