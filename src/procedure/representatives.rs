//! Several people with one matter: from how many on they elect representatives, and how many may come in.

use super::law::{ArticleIx, LawLibrary};
use crate::vocabulary::Message;
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

/// How the people stand to the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum CollectiveVerdict {
    /// So few that all are received together.
    AllTogether,
    /// They elect representatives first, this many at most.
    ElectFirst {
        /// The most that may come in.
        most: u16,
    },
    /// More representatives than may come in.
    TooMany {
        /// The most that may come in.
        most: u16,
    },
    /// More representatives than people: somebody is counted twice or came in from outside.
    MoreThanCame {
        /// How many came.
        people: u16,
    },
    /// Right.
    Represented,
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

    /// Whether this many people are a collective visit.
    pub const fn is_collective(self, people: u16) -> bool {
        people >= self.collective_threshold
    }

    /// How `people` with so many elected representatives (0: none yet) are to be received.
    pub const fn judge(self, people: u16, representatives: u16) -> CollectiveVerdict {
        let most = self.max_representatives;
        match representatives {
            0 if self.is_collective(people) => CollectiveVerdict::ElectFirst { most },
            0 => CollectiveVerdict::AllTogether,
            _ if representatives > people => CollectiveVerdict::MoreThanCame { people },
            _ if representatives > most => CollectiveVerdict::TooMany { most },
            _ => CollectiveVerdict::Represented,
        }
    }
}

impl CollectiveVerdict {
    /// Whether the talk can begin.
    pub const fn may_begin(self) -> bool {
        matches!(self, Self::AllTogether | Self::Represented)
    }

    /// What is to be done, in one sentence.
    pub fn message(self) -> Message {
        match self {
            Self::AllTogether => Message::new("collective-all-together"),
            Self::ElectFirst { most } => Message::new("collective-elect-first").with("most", most),
            Self::TooMany { most } => Message::new("collective-too-many").with("most", most),
            Self::MoreThanCame { people } => Message::new("collective-more-than-came").with("people", people),
            Self::Represented => Message::new("collective-represented"),
        }
    }
}
