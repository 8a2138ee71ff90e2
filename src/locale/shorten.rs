//! The beginning of a text, for where the whole of it has no room.

use unicode_width::UnicodeWidthChar;

/// As much of a text as fits into so many columns, a Chinese character taking two; `…` says that it goes on.
pub fn shortened(text: &str, columns: usize) -> String {
    let mut room = columns;
    let end = text.char_indices().find_map(|(at, letter)| {
        let width = letter.width().unwrap_or(0);
        let fits = width <= room;
        room = room.saturating_sub(width);
        (!fits).then_some(at)
    });
    match end {
        Some(end) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_text_that_fits_stays_and_a_longer_one_says_that_it_goes_on() {
        assert_eq!(shortened("天天半夜", 8), "天天半夜");
        assert_eq!(shortened("天天半夜", 7), "天天半…");
        assert_eq!(shortened("every night", 6), "every…");
        assert_eq!(shortened("", 0), "");
        assert_eq!(shortened("a", 0), "…");
    }
}
