//! Chinese numerals as a statute writes them.

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
}
