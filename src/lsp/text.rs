//! Places in a text as the protocol counts them: lines, and units of the agreed encoding.

use lsp_types::{Position, PositionEncodingKind, Range, TextDocumentContentChangeEvent};
use std::ops::Range as Bytes;

/// What a `character` of a position counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PositionEncoding {
    /// In bytes.
    Utf8,
    /// The protocol's own, where nothing else is agreed.
    #[default]
    Utf16,
    /// In characters.
    Utf32,
}

impl PositionEncoding {
    /// Bytes where the client counts them, for then nothing has to be converted.
    pub fn agree(offered: &[PositionEncodingKind]) -> Self {
        if offered.contains(&PositionEncodingKind::UTF8) {
            Self::Utf8
        } else if !offered.is_empty() && !offered.contains(&PositionEncodingKind::UTF16) {
            if offered.contains(&PositionEncodingKind::UTF32) { Self::Utf32 } else { Self::Utf16 }
        } else {
            Self::Utf16
        }
    }

    /// As the protocol calls it.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn units(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A text with its lines; they end with `\n`, `\r\n` or `\r`.
pub struct Lines<'t> {
    text: &'t str,
    encoding: PositionEncoding,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of a text.
    pub fn new(text: &'t str, encoding: PositionEncoding) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at + 1);
            }
        }
        Self { text, encoding, starts }
    }

    /// The line without its end.
    fn line(&self, number: usize) -> Option<Bytes<usize>> {
        let start = *self.starts.get(number)?;
        let end = self.starts.get(number + 1).copied().unwrap_or(self.text.len());
        let body = self.text[start..end].trim_end_matches(['\n', '\r']);
        Some(start..start + body.len())
    }

    /// The byte at a position; one beyond its line or the text is at the end of it, one inside a sign before it.
    pub fn offset(&self, position: Position) -> usize {
        let Some(line) = self.line(position.line as usize) else { return self.text.len() };
        let mut left = position.character as usize;
        let mut at = line.start;
        for c in self.text[line.clone()].chars() {
            let units = self.encoding.units(c);
            if left < units {
                break;
            }
            left -= units;
            at += c.len_utf8();
        }
        at
    }

    /// The place of a byte; within a character, its beginning.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let number = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let line = self.line(number).unwrap_or(0..0);
        let before = &self.text[line.start..offset.min(line.end).max(line.start)];
        let character = before.chars().map(|c| self.encoding.units(c)).sum::<usize>();
        Position::new(number as u32, character as u32)
    }

    /// The range of these bytes.
    pub fn range(&self, span: Bytes<usize>) -> Range {
        let start = self.position(span.start);
        Range::new(start, self.position(span.end.max(span.start)))
    }

    /// The bytes in a range.
    pub fn span(&self, range: Range) -> Bytes<usize> {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        start.min(end)..end.max(start)
    }
}

/// The text after a change; without a range it is a new text.
pub fn apply(text: &mut String, change: TextDocumentContentChangeEvent, encoding: PositionEncoding) {
    match change.range {
        None => *text = change.text,
        Some(range) => {
            let span = Lines::new(text, encoding).span(range);
            text.replace_range(span, &change.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "a寒😀b\r\n\r心\n";

    #[test]
    fn each_encoding_counts_in_its_own_units() {
        let after_face = "a寒😀".len();
        for (encoding, character) in
            [(PositionEncoding::Utf8, 8), (PositionEncoding::Utf16, 4), (PositionEncoding::Utf32, 3)]
        {
            let lines = Lines::new(TEXT, encoding);
            assert_eq!(lines.position(after_face), Position::new(0, character));
            assert_eq!(lines.offset(Position::new(0, character)), after_face);
        }
    }

    #[test]
    fn a_position_beyond_its_line_or_inside_a_sign_still_is_a_place() {
        let lines = Lines::new(TEXT, PositionEncoding::Utf16);
        assert_eq!(lines.offset(Position::new(0, 99)), "a寒😀b".len());
        assert_eq!(lines.offset(Position::new(0, 3)), "a寒".len(), "between the halves of a pair");
        assert_eq!(lines.offset(Position::new(2, 1)), TEXT.find('\n').map_or(0, |_| TEXT.len() - 1));
        assert_eq!(lines.offset(Position::new(99, 0)), TEXT.len());
        assert_eq!(lines.position(TEXT.len()), Position::new(3, 0));
    }

    #[test]
    fn bytes_are_agreed_on_only_where_both_count_them() {
        use PositionEncodingKind as Kind;
        assert_eq!(PositionEncoding::agree(&[]), PositionEncoding::Utf16);
        assert_eq!(PositionEncoding::agree(&[Kind::UTF16, Kind::UTF8]), PositionEncoding::Utf8);
        assert_eq!(PositionEncoding::agree(&[Kind::UTF32]), PositionEncoding::Utf32);
        assert_eq!(PositionEncoding::agree(&[Kind::UTF32, Kind::UTF16]), PositionEncoding::Utf16);
    }

    fn encodings() -> impl Strategy<Value = PositionEncoding> {
        prop_oneof![Just(PositionEncoding::Utf8), Just(PositionEncoding::Utf16), Just(PositionEncoding::Utf32)]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_place_comes_back_from_its_position(text in "[a寒😀\r\n\"]{0,40}", encoding in encodings()) {
            let lines = Lines::new(&text, encoding);
            for (at, c) in text.char_indices() {
                // Between `\r` and `\n` there is no place of one's own.
                let inside = text[..at].ends_with('\r') && c == '\n';
                if !inside {
                    prop_assert_eq!(lines.offset(lines.position(at)), at);
                }
            }
        }

        #[test]
        fn any_change_anywhere_leaves_a_text(
            text in "[a寒😀\r\n]{0,20}", new in "[b心🙂\n]{0,6}",
            (a, b, c, d) in (0u32..9, 0u32..30, 0u32..9, 0u32..30), encoding in encodings(),
        ) {
            let mut changed = text.clone();
            let range = Range::new(Position::new(a, b), Position::new(c, d));
            let change = TextDocumentContentChangeEvent { range: Some(range), range_length: None, text: new.clone() };
            let span = Lines::new(&text, encoding).span(range);
            apply(&mut changed, change, encoding);
            prop_assert_eq!(changed, format!("{}{new}{}", &text[..span.start], &text[span.end..]));
        }
    }
}
