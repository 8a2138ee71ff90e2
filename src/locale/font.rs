//! The bundled font, for the window and the printed report, and which characters it has.

use std::sync::LazyLock;

/// Calmdesk Sans Regular: U+4E00–9FEF (`assets/fonts/README.md`).
pub static REGULAR: &[u8] = include_bytes!("../../assets/fonts/CalmdeskSans-Regular.otf");
/// Calmdesk Sans Bold: GB 2312; what it lacks is taken from the regular weight.
pub static BOLD: &[u8] = include_bytes!("../../assets/fonts/CalmdeskSans-Bold.otf");
/// The family name inside both files.
pub const FAMILY: &str = "Calmdesk Sans";

/// First and last code points of the runs that the regular weight has, in ascending order.
static COVERAGE: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| {
    include_str!("../../assets/fonts/coverage.txt")
        .lines()
        .filter_map(|line| {
            let (first, last) = line.split_once('-')?;
            Some((u32::from_str_radix(first, 16).ok()?, u32::from_str_radix(last, 16).ok()?))
        })
        .collect()
});

/// True if the font can show this character.
pub fn has_glyph(c: char) -> bool {
    let code = u32::from(c);
    let after = COVERAGE.partition_point(|&(first, _)| first <= code);
    after.checked_sub(1).and_then(|at| COVERAGE.get(at)).is_some_and(|&(_, last)| code <= last)
}

/// The visible characters of `text` that the font cannot show: each once, in order of appearance.
pub fn missing_glyphs(text: &str) -> Vec<char> {
    let mut missing = Vec::new();
    for c in text.chars() {
        if !has_glyph(c) && !c.is_control() && !missing.contains(&c) {
            missing.push(c);
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_han_character_of_the_basic_block_is_there_for_names() {
        let missing = (0x4E00..=0x9FFF).filter_map(char::from_u32).filter(|&c| !has_glyph(c));
        // Encoded in 2018 and later; Noto Sans CJK 2.004 has no glyphs for them.
        assert!(missing.eq('\u{9FF0}'..='\u{9FFF}'));
    }

    #[test]
    fn what_the_font_lacks_is_named_once() {
        assert!(missing_glyphs("张桂芳，“寒心”——→①").is_empty());
        assert_eq!(missing_glyphs("𠮷😀𠮷\n"), vec!['𠮷', '😀']);
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn the_list_of_characters_is_that_of_the_font() {
        let font = typst::text::Font::new(typst::foundations::Bytes::new(REGULAR), 0).expect("the font parses");
        let listed = |code| char::from_u32(code).is_some_and(has_glyph);
        for code in 0..=0x1_FFFF {
            assert_eq!(font.info().coverage.contains(code), listed(code), "U+{code:04X}");
        }
        assert_eq!(font.info().family, FAMILY);
    }
}
