//! Where in a law something stands: article, paragraph, item.

use crate::procedure::numerals::han;
use crate::vocabulary::Locale;
use std::fmt;

/// Article, paragraph (款) and item (项). An item without a paragraph is one of an article that has a single paragraph,
/// as a statute cites it: 第二十六条第（二）项.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticlePlace {
    /// From 1.
    pub article: u16,
    /// From 1; `None` where the article has one, or the whole of it is meant.
    pub paragraph: Option<u16>,
    /// From 1; `None`: no item in particular.
    pub item: Option<u16>,
}

/// No law has ten thousand articles.
const NUMBERS: std::ops::Range<u16> = 1..10_000;

impl ArticlePlace {
    /// Whether every number is one that a statute can have.
    pub(super) fn is_sound(self) -> bool {
        [Some(self.article), self.paragraph, self.item].into_iter().flatten().all(|number| NUMBERS.contains(&number))
    }

    /// As a person reads it: 第二十二条第一款第（三）项, “Art. 22, para. 1, item 3”.
    pub fn spelled(self, locale: Locale) -> String {
        let Self { article, paragraph, item } = self;
        let part = |number: Option<u16>, spell: &dyn Fn(u16) -> String| number.map(spell).unwrap_or_default();
        match locale {
            Locale::ZhCn => {
                let paragraph = part(paragraph, &|number| format!("第{}款", han(number)));
                let item = part(item, &|number| format!("第（{}）项", han(number)));
                format!("第{}条{paragraph}{item}", han(article))
            }
            Locale::En => {
                let paragraph = part(paragraph, &|number| format!(", para. {number}"));
                let item = part(item, &|number| format!(", item {number}"));
                format!("Art. {article}{paragraph}{item}")
            }
        }
    }
}

/// As cited in data: `70`, `20(3)`, `26(2)`, `22(1)(3)`. Which of the two a single bracket is, the pack says.
impl fmt::Display for ArticlePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.article)?;
        [self.paragraph, self.item].into_iter().flatten().try_for_each(|number| write!(f, "({number})"))
    }
}

/// Whether this is an article number as one cites it: `70`, `20(3)`, `22(1)(3)`.
pub(super) fn is_number(number: &str) -> bool {
    let figure = |digits: &str| {
        let plain = !digits.starts_with('0') && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        plain && digits.parse().is_ok_and(|number: u16| NUMBERS.contains(&number))
    };
    let mut parts = number.split('(');
    let article = parts.next().is_some_and(figure);
    let brackets: Vec<Option<&str>> = parts.map(|part| part.strip_suffix(')')).collect();
    article && brackets.len() <= 2 && brackets.into_iter().all(|part| part.is_some_and(figure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_article_numbers_are_taken_for_one() {
        for number in ["70", "20(3)", "22(1)(3)", "9999"] {
            assert!(is_number(number), "{number:?}");
        }
        for bad in [
            "",
            "0",
            "07",
            "+7",
            "70a",
            "20(",
            "20()",
            "20(3",
            "20(3)x",
            "20(3)(1)(2)",
            "20(03)",
            "(3)",
            "七十",
            "70 ",
            "99999",
        ] {
            assert!(!is_number(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_place_is_spelled_as_each_language_does() {
        let place = |paragraph, item| ArticlePlace { article: 22, paragraph, item };
        for (place, cited, zh, en) in [
            (place(None, None), "22", "第二十二条", "Art. 22"),
            (place(Some(1), None), "22(1)", "第二十二条第一款", "Art. 22, para. 1"),
            (place(None, Some(3)), "22(3)", "第二十二条第（三）项", "Art. 22, item 3"),
            (place(Some(1), Some(3)), "22(1)(3)", "第二十二条第一款第（三）项", "Art. 22, para. 1, item 3"),
        ] {
            assert_eq!(place.to_string(), cited);
            assert_eq!(place.spelled(Locale::ZhCn), zh);
            assert_eq!(place.spelled(Locale::En), en);
        }
    }
}
