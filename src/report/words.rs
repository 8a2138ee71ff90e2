//! Turns numbers, times and other people's texts into what may stand on a page.

use crate::rubric::assessment::Milli;
use crate::vocabulary::LONGEST_NAME;

/// A text as it may be shown: no control or direction characters; too long a text is cut, visibly.
pub(super) fn clean(text: &str, longest: usize) -> String {
    let mut out = String::with_capacity(text.len().min(longest * 3));
    let mut count = 0;
    for c in text.chars() {
        let c = match c {
            '\n' => '\n',
            c if c.is_control() => ' ',
            // Marks that turn the direction of writing or are a byte order mark.
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => continue,
            '\u{FEFF}' => continue,
            c => c,
        };
        if count == longest {
            cut(&mut out, c);
            break;
        }
        out.push(c);
        count += 1;
    }
    out
}

/// Ends a text that goes on with `next`: not in the middle of a word where words stand apart.
fn cut(text: &mut String, next: char) {
    let in_word = |c: char| c.is_alphanumeric() && u32::from(c) < 0x2E80;
    if in_word(next) && text.chars().next_back().is_some_and(in_word) {
        let word = text.rfind(|c| !in_word(c)).map_or(0, |before| text[before..].chars().skip(1).count());
        // A run of letters as long as that is no word.
        if word < 24 {
            (0..word).for_each(|_| _ = text.pop());
        }
    }
    text.truncate(text.trim_end().len());
    text.push('…');
}

/// A name on one line; `None` where nothing visible is left of it.
pub(super) fn name(text: &str) -> Option<String> {
    let one_line: Vec<&str> = text.split_whitespace().collect();
    let cleaned = clean(&one_line.join(" "), LONGEST_NAME);
    (!cleaned.trim().is_empty()).then_some(cleaned)
}

/// The beginning of a text, for where the whole of it stands elsewhere.
pub(super) fn brief(text: &str, longest: usize) -> String {
    let one_line: Vec<&str> = text.split_whitespace().collect();
    clean(&one_line.join(" "), longest)
}

/// 0–1000 as a score of 0–100 with at most one decimal.
pub(super) fn score(milli: Milli) -> String {
    crate::feedback::standing_texts::score(milli)
}

/// Thousandths of a point, to two decimals.
pub(super) fn points(milli: i64) -> String {
    let hundredths = milli / 10;
    match hundredths % 100 {
        0 => format!("{}", hundredths / 100),
        rest => format!("{}.{rest:02}", hundredths / 100),
    }
}

/// Session clock as `m:ss`, `h:mm:ss` from an hour on.
pub(super) fn clock(ms: u64) -> String {
    let seconds = ms / 1000;
    match seconds / 3600 {
        0 => format!("{}:{:02}", seconds / 60, seconds % 60),
        hours => format!("{hours}:{:02}:{:02}", seconds / 60 % 60, seconds % 60),
    }
}

/// `8:05` as `08:05`.
pub(super) fn time_of_day(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_cut_and_not_rounded() {
        assert_eq!(score(Milli(1000)), "100");
        assert_eq!(score(Milli(999)), "99.9");
        assert_eq!(score(Milli(5)), "0.5");
        assert_eq!(score(Milli(0)), "0");
        assert_eq!(points(7_349), "7.34");
        assert_eq!(points(9_000), "9");
        assert_eq!(points(50), "0.05");
    }

    #[test]
    fn the_clock_grows_hours_only_when_needed() {
        assert_eq!(clock(59_999), "0:59");
        assert_eq!(clock(3_600_000), "1:00:00");
    }

    #[test]
    fn a_text_is_not_cut_in_the_middle_of_a_word() {
        assert_eq!(clean("Sit down, and start wherever you like.", 17), "Sit down, and…");
        assert_eq!(clean("Sit down, and start wherever you like.", 19), "Sit down, and start…");
        assert_eq!(clean("坐下慢慢说，不着急。", 4), "坐下慢慢…");
        assert_eq!(clean("共3021户", 3), "共…");
        let unbroken = "x".repeat(50);
        assert_eq!(clean(&format!("a {unbroken}"), 40).chars().count(), 41);
        assert_eq!(clean(&unbroken, 5), "xxxxx…");
    }

    #[test]
    fn marks_that_turn_the_writing_are_gone() {
        assert_eq!(clean("a\u{202E}b\tc", 10), "ab c");
        assert_eq!(clean("一二三四", 3), "一二三…");
        assert_eq!(name(" \u{202E}\n "), None);
        assert_eq!(name("王\n芳").as_deref(), Some("王 芳"));
    }
}
