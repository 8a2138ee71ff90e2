//! What the law says where an option told it wrongly.

use crate::procedure::LawLibrary;
use crate::scenario::model::Opt;
use crate::vocabulary::Locale;

/// Each article that puts the option's words right: its citation and what it says.
pub fn put_right(option: &Opt, law: &LawLibrary, locale: Locale) -> Vec<(String, String)> {
    let articles = option.law_says.iter().filter_map(|ix| Some((*ix, law.get(*ix)?)));
    articles.map(|(ix, article)| (law.citation(ix, locale), article.text.get(locale).to_owned())).collect()
}
