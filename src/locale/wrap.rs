//! Breaks text into lines where Chinese and English may be broken: no closing mark begins a line, no opening
//! mark ends one, `——` and `……` stay whole. The window and the terminal use the same.

use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter, LineSegmenterBorrowed};
use std::ops::Range;

/// Marks that are written twice and belong together.
const PAIRED: [char; 5] = ['—', '…', '⸺', '―', '～'];

/// The lines of `text` as byte ranges, blanks at their ends left out. None is wider than `max_width` as
/// `measure` says, unless a single character is. A `\n` always ends a line.
pub fn wrap(text: &str, max_width: f32, measure: impl Fn(&str) -> f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut begin = 0;
    for paragraph in text.split('\n') {
        let end = begin + paragraph.len();
        wrap_paragraph(text, begin..end, max_width, &measure, &mut lines);
        begin = end + 1;
    }
    lines
}

/// The lines of `text`, as [`wrap`] finds them.
pub fn lines(text: &str, max_width: f32, measure: impl Fn(&str) -> f32) -> Vec<String> {
    wrap(text, max_width, measure).into_iter().map(|line| text[line].to_owned()).collect()
}

fn segmenter() -> LineSegmenterBorrowed<'static> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_for_non_complex_scripts(options)
}

fn wrap_paragraph(
    text: &str,
    paragraph: Range<usize>,
    max_width: f32,
    measure: &impl Fn(&str) -> f32,
    lines: &mut Vec<Range<usize>>,
) {
    let source = &text[paragraph.clone()];
    let fits = |from: usize, to: usize| measure(text[from..to].trim_end()) <= max_width;
    let mut start = paragraph.start;
    // The last place at which the line may end.
    let mut fitting = start;
    let ends = segmenter()
        .segment_str(source)
        .filter(|&at| at > 0 && (at == source.len() || !splits_pair(source, at)))
        .map(|at| paragraph.start + at);
    for end in ends {
        if !fits(start, end) {
            if fitting > start {
                lines.push(trimmed(text, start..fitting));
                start = fitting;
            }
            // One piece alone is wider than a line: it is broken anywhere.
            while !fits(start, end) {
                let to = longest(text, start..end, &fits);
                if to == end {
                    break;
                }
                lines.push(trimmed(text, start..to));
                start = to;
            }
        }
        fitting = end;
    }
    lines.push(trimmed(text, start..paragraph.end));
}

fn splits_pair(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    before.is_some_and(|mark| PAIRED.contains(&mark)) && text[at..].chars().next() == before
}

/// The end of the most characters that fit, at least one.
fn longest(text: &str, piece: Range<usize>, fits: &impl Fn(usize, usize) -> bool) -> usize {
    let mut best = None;
    for at in GraphemeClusterSegmenter::new().segment_str(&text[piece.clone()]).filter(|&at| at > 0) {
        let to = piece.start + at;
        if best.is_some() && !fits(piece.start, to) {
            break;
        }
        best = Some(to);
    }
    best.unwrap_or(piece.end)
}

fn trimmed(text: &str, line: Range<usize>) -> Range<usize> {
    line.start..line.start + text[line.clone()].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    fn columns(text: &str) -> f32 {
        text.width_cjk() as f32
    }

    const OPENING: &str = "（《“‘「【〔([";
    const CLOSING: &str = "，。！？：；、）》”’」】〕…,.!?:;)]";
    const SPOKEN: &str = "天天半夜拖桌子，我都快疯了！找物业三回——三回啊……没一个管的。您说“登记了”，登记了有什么用？\
        《噪声污染防治法》（2022年6月5日起施行）第七十条写得清清楚楚：先劝阻、调解；“我是真寒心！”";

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        for width in 8..90 {
            for line in lines(SPOKEN, width as f32, columns) {
                let first = line.chars().next().unwrap();
                let last = line.chars().next_back().unwrap();
                assert!(!CLOSING.contains(first), "{width}: {line}");
                assert!(!OPENING.contains(last), "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_dash_and_an_ellipsis_stay_whole() {
        for text in ["我找了三回——三回啊", "我找了三回……算了"] {
            for width in 6..40 {
                for line in lines(text, width as f32, columns) {
                    let odd = |mark: char| line.chars().filter(|&c| c == mark).count() % 2 == 1;
                    assert!(!odd('—') && !odd('…'), "{width}: {line}");
                }
            }
        }
    }

    #[test]
    fn lines_are_filled_and_english_words_stay_whole() {
        let text = "He says “I came three times”, and the office did nothing.";
        let broken = lines(text, 20.0, columns);
        assert!(broken.len() <= 4, "{broken:?}");
        for line in &broken {
            for word in line.split(' ') {
                assert!(text.split(' ').any(|whole| whole == word), "{word}");
            }
        }
    }

    #[test]
    fn quotes_do_not_hold_a_chinese_line_back() {
        let broken = lines("您说“寒心”，我听到了。您坐，从头慢慢说“寒心”是怎么回事。", 16.0, columns);
        assert!(broken.iter().rev().skip(1).all(|line| columns(line) >= 10.0), "{broken:?}");
    }

    #[test]
    fn breaks_that_are_written_stay_and_a_long_word_is_cut() {
        assert_eq!(lines("一\n\n二", 10.0, columns), ["一", "", "二"]);
        assert_eq!(lines("", 10.0, columns), [""]);
        assert_eq!(lines("abcdefghij", 4.0, columns), ["abcd", "efgh", "ij"]);
        assert_eq!(lines("一二", 1.0, columns), ["一", "二"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_overflows(text in "[一二您，。“”（）…—a-z \n]{0,60}", width in 2_u8..40) {
            let ranges = wrap(&text, f32::from(width), columns);
            let mut at = 0;
            for range in &ranges {
                prop_assert!(text[at..range.start].trim().is_empty());
                prop_assert!(columns(&text[range.clone()]) <= f32::from(width));
                at = range.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
