//! Earlier answers that do not agree, in words: who, when, what.

use super::phrasing::inner_quotes;
use crate::args;
use crate::locale::Texts;
use crate::scenario::model::{EarlierAnswer, EarlierAnswers};
use crate::vocabulary::Locale;

/// Each answer with its desk and day, on one line.
pub fn told(earlier: &EarlierAnswers, locale: Locale) -> String {
    let one = |answer: &EarlierAnswer| {
        // It may have been years ago.
        let day = args!("year" => answer.on.year().to_string(), "day" => locale.day(answer.on));
        let day = locale.text_with("answers-day", &day).into_owned();
        let said = inner_quotes(answer.said.get(locale));
        let args = args!("who" => answer.who.get(locale), "day" => day, "said" => said);
        locale.text_with("answers-one", &args).into_owned()
    };
    let all: Vec<String> = earlier.answers.iter().map(one).collect();
    all.join(&locale.text("hint-separator"))
}
