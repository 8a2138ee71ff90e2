//! Chapbook: a section of variables, modifiers `[…]` on lines of their own, inserts `{…}`.

use super::super::What;
use super::code::{literal, split};
use super::scan::Scan;

/// Beginnings of inserts that only Chapbook has.
const INSERTS: [&str; 16] = [
    "{link to",
    "{reveal link",
    "{back link",
    "{restart link",
    "{cycling link",
    "{dropdown menu",
    "{text input",
    "{embed ",
    "{ambient sound",
    "{no ambient sound",
    "{sound effect",
    "{passage.",
    "{random.",
    "{now.",
    "{story.",
    "{theme switcher",
];
/// First words of modifiers, in small letters.
const MODIFIERS: [&str; 14] = [
    "if",
    "ifalways",
    "ifnever",
    "unless",
    "else",
    "continue",
    "continued",
    "cont",
    "cont'd",
    "after",
    "append",
    "javascript",
    "css",
    "note",
];

/// Whether a passage shows that it is written for Chapbook.
pub fn shows(source: &str) -> bool {
    let modified = |line: &str| {
        let name = modifier(line).map(str::to_ascii_lowercase);
        let first = name.as_deref().and_then(|name| name.split([' ', ';', ',']).next());
        first.is_some_and(|first| MODIFIERS.contains(&first))
    };
    INSERTS.iter().any(|sign| source.contains(sign)) || source.lines().any(modified) || set(source).is_some()
}

/// How many lines of variables stand before a line `--`.
fn set(source: &str) -> Option<usize> {
    let end = source.lines().position(|line| line.trim_end() == "--")?;
    let is_variable = |line: &str| {
        let name = line.split_once(':').map(|(name, _)| name.split(" (").next().unwrap_or_default().trim());
        let is_name = |name: &str| name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '$'));
        name.is_some_and(|name| !name.is_empty() && is_name(name)) || line.trim().is_empty()
    };
    source.lines().take(end).all(is_variable).then_some(end)
}

/// The section of variables before the line `--`.
pub fn variables(scan: &mut Scan) {
    let source = scan.rest();
    let Some(end) = set(source) else { return };
    let lines: Vec<usize> = source.split_inclusive('\n').take(end).map(str::len).collect();
    for length in lines {
        scan.leave_out(length, What::Macro);
    }
    let marks = scan.rest().find('\n').map_or(scan.rest().len(), |at| at + 1);
    scan.skip(marks);
}

/// Takes what begins here; `false` where it is nothing of Chapbook's.
pub fn take(scan: &mut Scan) -> bool {
    let rest = scan.rest();
    match rest.as_bytes()[0] {
        b'[' if scan.at_line_start() => modified(scan),
        b'{' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') => inserted(scan),
        _ => false,
    }
}

/// The modifier on a line: what stands in its brackets.
fn modifier(line: &str) -> Option<&str> {
    let inside = line.trim_end().strip_prefix('[')?.strip_suffix(']')?;
    // `[if list[0] == 1]`, but no link and no two brackets of prose.
    let mut depth = 0i32;
    let whole = inside.chars().all(|c| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        depth >= 0
    });
    (!inside.starts_with('[') && whole && depth == 0).then_some(inside)
}

fn modified(scan: &mut Scan) -> bool {
    let rest = scan.rest();
    let mut lines = rest.split_inclusive('\n');
    let Some(line) = lines.next() else { return false };
    let Some(name) = modifier(line) else { return false };
    let name = name.trim().to_ascii_lowercase();
    let first = name.split_whitespace().next().unwrap_or_default();
    let what = match first {
        "javascript" | "css" => What::Code,
        "note" | "n.b." | "nb" | "fixme" | "todo" => What::Comment,
        _ => {
            scan.leave_out(line.len(), What::Macro);
            return true;
        }
    };
    let more: usize = lines.take_while(|line| modifier(line).is_none()).map(str::len).sum();
    scan.leave_out(line.len() + more, what);
    true
}

fn inserted(scan: &mut Scan) -> bool {
    let Some(length) = scan.code_end(0, "}", Some((b'{', b'}'))) else {
        scan.broken(What::Macro);
        return true;
    };
    let inside = &scan.rest()[1..length - 1];
    let parts = split(inside);
    let (name, first) = parts.first().and_then(|part| part.split_once(':')).unwrap_or((inside, ""));
    let name = name.split(',').next().unwrap_or_default().trim().to_ascii_lowercase();
    let first = literal(first);
    let named = |wanted: &str| {
        let part = parts.iter().skip(1).find_map(|part| part.trim_start().strip_prefix(wanted));
        part.and_then(|part| part.trim_start().strip_prefix(':')).and_then(literal)
    };
    match (name.as_str(), first) {
        ("link to", Some(to)) => {
            let words = named("label").unwrap_or_else(|| to.clone());
            scan.way(length, &words, &to);
        }
        ("link to" | "back link" | "restart link", _) => {
            let words = named("label").unwrap_or_default();
            scan.dynamic(length, &words);
        }
        ("reveal link", Some(words)) => {
            let (text, passage) = (named("text"), named("passage"));
            scan.words(length, &words);
            if let Some(text) = text {
                scan.text(" ");
                scan.text(&text);
            }
            if let Some(passage) = passage {
                scan.include(0, &passage);
            }
        }
        ("embed passage" | "embed passage named", Some(passage)) => scan.include(length, &passage),
        ("embed image" | "embed unsplash image" | "embed flickr image", _) => scan.leave_out(length, What::Picture),
        _ => scan.leave_out(length, What::Macro),
    }
    true
}
