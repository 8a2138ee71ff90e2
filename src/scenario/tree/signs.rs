//! Where texts and comments begin and end, in files that may be broken.

/// How far ahead a forgotten quote is looked for on its line.
const FAR: usize = 4096;

/// Signs of a Chinese keyboard that RON does not know.
pub fn half_width(sign: char) -> Option<&'static str> {
    Some(match sign {
        '（' => "(",
        '）' => ")",
        '［' | '【' | '〔' => "[",
        '］' | '】' | '〕' => "]",
        '｛' => "{",
        '｝' => "}",
        '，' | '、' | '；' | '。' => ",",
        '：' | '＝' => ":",
        '＂' => "\"",
        '．' => ".",
        '－' | '—' => "-",
        _ => return None,
    })
}

/// Letters and digits of full width as ordinary ones; `None` if there are none.
pub fn half_width_word(word: &str) -> Option<String> {
    let narrow = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＿' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let narrowed: String = word.chars().map(narrow).collect();
    (narrowed != word).then_some(narrowed)
}

/// Whether a blank is none to RON, such as the wide one of a Chinese keyboard.
pub fn is_strange_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A remark as other languages write it, at the beginning of `text`: how long it is, on its line.
pub fn foreign_comment(text: &str) -> Option<usize> {
    let html = text.starts_with("<!--");
    let begins = html
        || text.starts_with(['#', '＃', '／'])
        || (text.starts_with('/') && !text.starts_with("//") && !text.starts_with("/*"))
        || (text.starts_with("--") && !text[2..].starts_with(|c: char| c.is_ascii_digit()));
    begins.then(|| {
        let line = text.split(['\n', '\r']).next().unwrap_or_default();
        line.find("-->").filter(|_| html).map_or(line.len(), |at| at + 3)
    })
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br"…"` at the beginning: where it ends.
pub fn raw_string_end(text: &str) -> Option<usize> {
    let body = text.trim_start_matches('b');
    let raw = body.strip_prefix('r').unwrap_or(body);
    let hashes = raw.len() - raw.trim_start_matches('#').len();
    let inner = raw[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    // One that is never closed reaches to the end.
    let at = inner.find(&close).unwrap_or(inner.len() - close.len().min(inner.len()));
    Some((text.len() - inner.len() + at + close.len()).min(text.len()))
}

/// What is left of the line, as far as it is worth looking.
pub fn line_of(body: &str) -> &str {
    let near = &body[..body.floor_char_boundary(FAR)];
    near.split('\n').next().unwrap_or_default().trim_end()
}

/// Where a comment that may hold comments ends.
pub fn comment_end(text: &str) -> usize {
    closed_comment_end(text).unwrap_or(text.len())
}

/// The same, if it is closed at all.
pub fn closed_comment_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0usize);
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"/*" => {
                depth += 1;
                at += 2;
            }
            b"*/" => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => at += 1,
        }
    }
    None
}

/// Whether this can follow a text that ended here.
pub fn makes_sense(after: &str) -> bool {
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
pub fn ends_item(next: &str) -> bool {
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
pub fn inner_quotes(line: &str) -> Option<(usize, Vec<usize>)> {
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
pub fn early_quote(line: &str) -> Option<usize> {
    let at = string_end(line)?;
    let left = line[at..].matches('"').count();
    (!opens_another(&line[..at], left)).then_some(at)
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
pub fn likely_end(line: &str) -> usize {
    let field = line.match_indices(',').find(|(at, _)| {
        let after = line[at + 1..].trim_start();
        let name = after.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_');
        name.len() < after.len() && name.trim_start().starts_with(':')
    });
    field.map_or_else(|| line.trim_end_matches([')', ']', '}', ',', ' ']).len(), |(at, _)| at)
}

/// Where the single quotation mark stands that closes what another opened before `line`.
pub fn single_quoted_end(line: &str) -> Option<usize> {
    line.match_indices('\'').map(|(at, _)| at).find(|at| ends_item(&line[at + 1..]))
}

/// Where the closing quote stands in what follows the opening one.
pub fn string_end(body: &str) -> Option<usize> {
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

/// Where the scenario begins, after `#![enable(…)]`.
pub fn head(text: &str) -> usize {
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with("#![") { text[start..].find(")]").map_or(0, |at| start + at + 2) } else { 0 }
}

/// Where the brackets that open after `from` are all closed again, in a text that is known to be sound.
pub fn balanced_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (from, 0usize);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at;
                }
            }
            b'"' => at += string_end(&text[at..]).map_or(0, |end| end + 1),
            b'/' if bytes.get(at) == Some(&b'/') => at += text[at..].find('\n').unwrap_or(text.len() - at),
            b'/' if bytes.get(at) == Some(&b'*') => at += comment_end(&text[at - 1..]) - 1,
            _ => {}
        }
    }
    from
}

/// Every bracket of a text that may be broken; texts are taken to end on their line.
pub fn brackets(text: &str) -> Vec<(u8, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    let mut open_comment = false;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'(' | b'[' | b'{' | b')' | b']' | b'}' => found.push((byte, at)),
            b'"' => at = quoted_end(bytes, at + 1).unwrap_or(at),
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                at += text[at..].find('\n').unwrap_or(text.len() - at);
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') && !open_comment => match closed_comment_end(&text[at..]) {
                Some(end) => at += end - 1,
                None => open_comment = true,
            },
            byte if !byte.is_ascii() && text.is_char_boundary(at) => {
                let sign = text[at..].chars().next().and_then(half_width).and_then(|sign| sign.bytes().next());
                if let Some(sign @ (b'(' | b'[' | b'{' | b')' | b']' | b'}')) = sign {
                    found.push((sign, at));
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Where the text that begins at `at` is closed on its line.
fn quoted_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at),
            b'\n' => return None,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

pub fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

pub fn opening(close: u8) -> u8 {
    match close {
        b')' => b'(',
        b']' => b'[',
        _ => b'{',
    }
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
    fn remarks_of_other_languages_are_known() {
        for remark in ["# a", "<!-- a -->", "/ a", "-- a", "／／ a", "＃ a"] {
            assert_eq!(foreign_comment(&format!("{remark}\nb")), Some(remark.len()), "{remark}");
        }
        for none in ["// a", "/* a */", "-0.5", "--5", "a", ""] {
            assert_eq!(foreign_comment(none), None, "{none}");
        }
    }

    #[test]
    fn every_bracket_outside_texts_and_remarks_is_found() {
        let signs: Vec<u8> = brackets("a(\"(\" // (\n[/* { */｛”（").iter().map(|(sign, _)| *sign).collect();
        assert_eq!(signs, b"([{(");
    }
}
