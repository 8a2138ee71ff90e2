//! Signs that people write in the stead of others.

use std::borrow::Cow;

/// Signs of a Chinese keyboard that RON does not know.
pub(super) fn half_width(sign: char) -> Option<&'static str> {
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
pub(super) fn half_width_word(word: &str) -> Option<String> {
    let narrow = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＿' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let narrowed: String = word.chars().map(narrow).collect();
    (narrowed != word).then_some(narrowed)
}

/// Signs that nobody sees but that change what others read.
pub fn is_invisible(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        c if (c as u32) < 0x20 => true,
        '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{61C}' | '\u{180E}' => true,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => true,
        '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => true,
        _ => false,
    }
}

/// A text with a sign in the place of each that nobody sees.
pub fn made_visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_invisible(c) { '\u{FFFD}' } else { c }).collect())
}

pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Whether a blank is none to RON, such as the wide one of a Chinese keyboard.
pub(super) fn is_strange_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A remark as other languages write it, at the beginning of `text`: how long it is, on its line.
pub(super) fn foreign_comment(text: &str) -> Option<usize> {
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

/// Where a comment that may hold comments ends, if it is closed at all.
pub(super) fn closed_comment_end(text: &str) -> Option<usize> {
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

pub(super) fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

pub(super) fn opening(close: u8) -> u8 {
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
    fn remarks_of_other_languages_are_known() {
        for remark in ["# a", "<!-- a -->", "/ a", "-- a", "／／ a", "＃ a"] {
            assert_eq!(foreign_comment(&format!("{remark}\nb")), Some(remark.len()), "{remark}");
        }
        for none in ["// a", "/* a */", "-0.5", "--5", "a", ""] {
            assert_eq!(foreign_comment(none), None, "{none}");
        }
    }
}
