//! Where a text ends, in files that may be broken.

use super::token::Quotes;
use std::ops::Range;

/// How far ahead a forgotten quote is looked for on its line.
const FAR: usize = 4096;

/// Marks that begin or end a text between curly or wide ones.
const WIDE: [char; 4] = ['”', '“', '"', '＂'];

/// What stands between the quotation marks of a text; `None` where it is no text.
pub fn inside(text: &str, span: &Range<usize>) -> Option<Range<usize>> {
    let whole = text.get(span.clone())?;
    let body = whole.strip_prefix(WIDE)?;
    let start = span.end - body.len();
    let end = body.strip_suffix(WIDE).map_or(span.end, |body| start + body.len());
    Some(start..end)
}

/// A text that begins with `"`: how it is quoted and how long it is.
pub(super) fn quoted(text: &str) -> (Quotes, usize) {
    let body = &text[1..];
    if let Some(end) = string_end(body)
        && makes_sense(&body[end + 1..])
    {
        return (Quotes::Sound, end + 2);
    }
    let line = line_of(body);
    if let Some((end, _)) = inner_quotes(line) {
        return (Quotes::Inner, end + 2);
    }
    // The next quote belongs to another text: this one was not closed, or by a curly quote.
    if let Some(curly) = curly_end(line) {
        return (Quotes::CurlyEnd, 1 + curly.end);
    }
    let end = likely_end(line);
    let early = early_quote(line).is_some_and(|at| at < end);
    (if early { Quotes::Early } else { Quotes::NotClosed }, 1 + end)
}

/// A text that begins with a curly or wide mark.
pub(super) fn wide_quoted(text: &str) -> (Quotes, usize) {
    let Some(first) = text.chars().next() else { return (Quotes::Wide, 0) };
    let body = &text[first.len_utf8()..];
    let closers: &[char] = if matches!(first, '‘' | '’') { &['’', '‘', '\''] } else { &WIDE };
    let close = line_of(body).match_indices(closers).next();
    (Quotes::Wide, first.len_utf8() + close.map_or(0, |(at, sign)| at + sign.len()))
}

/// A text that begins with `'`.
pub(super) fn single_quoted(text: &str) -> (Quotes, usize) {
    match single_quoted_end(line_of(&text[1..])) {
        Some(end) => (Quotes::Single, end + 2),
        None => (Quotes::Lone, 1),
    }
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br"…"` at the beginning.
pub(super) fn raw_text_end(text: &str) -> Option<(Quotes, usize)> {
    let body = text.trim_start_matches('b');
    let raw = body.strip_prefix('r').unwrap_or(body);
    let hashes = raw.len() - raw.trim_start_matches('#').len();
    let inner = raw[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    Some(match inner.find(&close) {
        Some(at) => (Quotes::Sound, text.len() - inner.len() + at + close.len()),
        None => (Quotes::Lone, text.len()),
    })
}

/// What is left of the line, as far as it is worth looking.
pub(super) fn line_of(body: &str) -> &str {
    let near = &body[..body.floor_char_boundary(FAR)];
    near.split('\n').next().unwrap_or_default().trim_end()
}

/// Where the closing quote stands in what follows the opening one.
fn string_end(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    None
}

/// Whether this can follow a text that ended here.
fn makes_sense(after: &str) -> bool {
    if after.starts_with([',', ')', ']', '}', ':', '\n']) {
        return true;
    }
    let next = after.trim_start();
    let blank = &after[..after.len() - next.len()];
    match next.chars().next() {
        None => true,
        Some(_) if blank.contains('\n') => true,
        // After a blank something may stand that lacks its comma, but hardly a Chinese word.
        Some(first) if !blank.is_empty() => !first.is_alphabetic() || first.is_ascii(),
        Some(_) => ends_item(next) || next.starts_with(['/', '"', '“', '”', '=', '#', '%']),
    }
}

/// Whether an item is over here. A wide sign is a slip of the pen where code goes on behind it; where Chinese goes
/// on, it stands in a text.
pub(super) fn ends_item(next: &str) -> bool {
    const WIDE: [char; 9] = ['，', '）', '；', '、', '：', '］', '】', '｝', '。'];
    let next = next.trim_start();
    let behind = next.trim_start_matches(WIDE).trim_start_matches([' ', '\t']);
    if behind.len() < next.len() {
        // A quote that closes something closes this text.
        if behind.strip_prefix('"').is_some_and(|rest| rest.trim_start().starts_with([',', ')', ']', '}'])) {
            return false;
        }
        return behind
            .chars()
            .next()
            .is_none_or(|c| c.is_ascii() || matches!(c, '“' | '”' | '（' | '［' | '｛' | '【'));
    }
    next.is_empty() || next.starts_with("//") || next.starts_with([',', ')', ']', '}', ':', ';'])
}

/// A text that was closed too early, because quotation marks inside it are the straight ones too: where it
/// really ends in its line, and where those marks stand. `None` if the line reads otherwise.
pub(super) fn inner_quotes(line: &str) -> Option<(usize, Vec<usize>)> {
    let mut quotes: Vec<usize> = Vec::new();
    let mut escaped = false;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'\\' => escaped = !escaped,
            b'"' if !escaped => quotes.push(at),
            _ => escaped = false,
        }
    }
    for (n, at) in quotes.iter().enumerate() {
        if opens_another(&line[..*at], quotes.len() - n) {
            return None;
        }
        if n > 0 && ends_item(&line[at + 1..]) {
            return Some((*at, quotes[..n].to_vec()));
        }
    }
    None
}

/// The same where the text simply goes on: where the mark stands that closed it.
pub(super) fn early_quote(line: &str) -> Option<usize> {
    let at = string_end(line)?;
    let left = line[at..].matches('"').count();
    (!opens_another(&line[..at], left)).then_some(at)
}

/// The curly quote that closes the text.
pub(super) fn curly_end(line: &str) -> Option<Range<usize>> {
    let found = line.match_indices(['”', '“']).find(|(at, sign)| {
        let after = line[at + sign.len()..].trim_start();
        after.is_empty() || after.starts_with([',', ')', ']', '}', '，', '）'])
    });
    found.map(|(at, sign)| at..at + sign.len())
}

/// Whether the quotation mark after `before` rather opens the next text than closes this one; so many are left.
fn opens_another(before: &str, left: usize) -> bool {
    let before = before.trim_end();
    if before.ends_with(['(', '[', '{']) {
        return true;
    }
    if before.ends_with(',') {
        // Two by two they are all texts of their own.
        return left.is_multiple_of(2);
    }
    let Some(before) = before.strip_suffix(':') else { return false };
    let name = before.trim_end();
    let around = name.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_');
    around.len() < name.len() && around.trim_end().ends_with([',', '(', '{'])
}

/// Where a text that nobody closed most likely ends: before `, name:` or before the brackets at the end of the line.
fn likely_end(line: &str) -> usize {
    let field = line.match_indices(',').find(|(at, _)| {
        let after = line[at + 1..].trim_start();
        let name = after.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_');
        name.len() < after.len() && name.trim_start().starts_with(':')
    });
    field.map_or_else(|| line.trim_end_matches([')', ']', '}', ',', ' ']).len(), |(at, _)| at)
}

/// Where the single quotation mark stands that closes what another opened before `line`.
fn single_quoted_end(line: &str) -> Option<usize> {
    line.match_indices('\'').map(|(at, _)| at).find(|at| ends_item(&line[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_quotes_inside_a_text_are_told_from_a_forgotten_one() {
        let ends = |line: &str| inner_quotes(line).map(|(end, inner)| (line[end + 1..].to_owned(), inner.len()));
        assert_eq!(ends("您说\"登记\"表在这儿。\", acts: [A])"), Some((", acts: [A])".to_owned(), 2)));
        assert_eq!(ends("他说：\"算数？\"\","), Some((",".to_owned(), 2)));
        assert_eq!(
            ends("He said, \"yes\" to me\", acts: [MirrorWords(\"x\")]"),
            Some((", acts: [MirrorWords(\"x\")]".to_owned(), 2))
        );
        assert_eq!(ends("她说\"算了\"，天天拖桌子。\", cues: [])"), Some((", cues: [])".to_owned(), 2)));
        assert_eq!(ends("您别\"激动\"。\", acts: [A])"), Some((", acts: [A])".to_owned(), 2)));
        assert_eq!(early_quote("您别激动。\" 好好说, acts: [])"), Some("您别激动。".len()));
        assert_eq!(early_quote("真寒心。, cues: [Feeling(\"寒心\")]),"), None);
        for forgotten in [
            "夜里的响动, plays_on: \"2026-03-09\",",
            "真寒心。, cues: [Feeling(\"寒心\")]),",
            "先听完, \"再办事\"],",
            "完了,",
        ] {
            assert_eq!(ends(forgotten), None, "{forgotten}");
        }
    }

    #[test]
    fn what_stands_between_the_marks_is_known_though_one_is_missing() {
        let said = |text: &str| inside(text, &(0..text.len())).map(|span| text[span].to_owned());
        assert_eq!(said("\"寒心\"").as_deref(), Some("寒心"));
        assert_eq!(said("“寒心\"").as_deref(), Some("寒心"));
        assert_eq!(said("\"寒").as_deref(), Some("寒"));
        assert_eq!(said("Nod"), None);
    }
}
