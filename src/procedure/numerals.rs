//! Article numbers: taken apart, and in Chinese numerals.

/// `20(3)` → 20 and 3. No law has ten thousand articles.
pub(super) fn split_number(number: &str) -> Option<(u16, Option<u16>)> {
    let figure = |digits: &str| {
        let plain = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|n: &u16| plain && (1..10_000).contains(n))
    };
    match number.split_once('(') {
        None => Some((figure(number)?, None)),
        Some((article, sub)) => Some((figure(article)?, Some(figure(sub.strip_suffix(')')?)?))),
    }
}

/// A number in Chinese numerals, below ten thousand: 七十, 一百零五, 一千零三十九.
pub(super) fn han(number: u16) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let mut text = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = usize::from(number / unit % 10);
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push('零');
        }
        // Ten to nineteen drop the leading one.
        if !(text.is_empty() && unit == 10 && digit == 1) {
            text.push(DIGITS[digit]);
        }
        text.push_str(name);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_written_as_in_a_statute() {
        let cases = [
            (1, "一"),
            (10, "十"),
            (17, "十七"),
            (20, "二十"),
            (70, "七十"),
            (88, "八十八"),
            (100, "一百"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1039, "一千零三十九"),
            (1260, "一千二百六十"),
        ];
        for (number, text) in cases {
            assert_eq!(han(number), text, "{number}");
        }
    }

    #[test]
    fn only_article_numbers_split() {
        assert_eq!(split_number("70"), Some((70, None)));
        assert_eq!(split_number("20(3)"), Some((20, Some(3))));
        for bad in ["", "0", "07", "+7", "70a", "20(", "20()", "20(3", "20(3)x", "20(3)(1)", "七十", "70 ", "99999"] {
            assert_eq!(split_number(bad), None, "{bad:?}");
        }
    }
}
