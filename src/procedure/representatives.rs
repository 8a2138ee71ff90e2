//! Several people with one matter: from how many on they elect representatives, and how many may come in.

use super::law::{ArticleIx, LawLibrary};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The two figures; a place may have its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collective {
    /// From how many people on a visit is collective; the Regulation does not say, custom has five.
    pub collective_threshold: u16,
    /// The most representatives: five (`xf2022/20(3)`), a place may allow fewer.
    pub max_representatives: u16,
}

impl Collective {
    /// As the law packs of that day have it, with the article.
    pub fn on(law: &LawLibrary, day: Date) -> Option<(Self, ArticleIx)> {
        law.representatives_on(day).map(|rule| {
            let figures =
                Self { collective_threshold: rule.collective_threshold, max_representatives: rule.max_representatives };
            (figures, rule.article)
        })
    }
}
