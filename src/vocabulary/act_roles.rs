//! What an act is beside what it does to a visitor: the parts it plays in talks, on paper and in rehearsals.

use serde::Deserialize;
use strum::EnumCount;

/// What an act is in a talk, as people commonly count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum TalkPart {
    /// It cannot be answered by yes or no.
    OpenQuestion,
    /// Yes, no, or one particular answers it.
    ClosedQuestion,
    /// What the visitor said given back …
    SimpleReflection,
    /// … or what is meant by it and was not said.
    ComplexReflection,
    /// Given back wrongly.
    WrongReflection,
}

/// What an act is among the first words of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Opening {
    /// Somebody is told what to do.
    Order,
    /// The desk's own form comes first.
    OurForm,
    /// Why, and what comes next.
    Reason,
    /// The visitor's own word, or room for it.
    TheirWord,
}

impl Opening {
    /// Whether it asks something of the visitor that should not come first.
    pub const fn demands(self) -> bool {
        matches!(self, Self::Order | Self::OurForm)
    }

    /// What has to come before it; `None` where it may come first.
    pub const fn wants_first(self) -> Option<Self> {
        match self {
            Self::Order => Some(Self::Reason),
            Self::OurForm => Some(Self::TheirWord),
            Self::Reason | Self::TheirWord => None,
        }
    }
}

/// What is written or handed in at the desk and carries an act by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Carrier {
    /// The registration form is handed in …
    Registration,
    /// … or any other paper.
    Paper,
    /// An article by its number.
    Article,
    /// “The rules say so”, without an article.
    VagueArticle,
    /// The body that is competent.
    Body,
    /// They are sent to somebody who is not.
    Elsewhere,
    /// A date or a number of days.
    Date,
    /// “Soon”, “as quickly as possible”.
    Soon,
    /// A particular that nobody needs.
    Extra,
    /// A verdict where none has been reached.
    Judged,
    /// Who somebody is, where those see it who must not.
    Identity,
    /// The same with the particulars covered.
    MaskedIdentity,
}

/// Trainees of a rehearsal who reach for the acts they like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, EnumCount)]
pub enum Taste {
    /// Agrees with everything and promises more than the office can keep.
    Pleaser,
    /// Answers with law and information, whatever was felt.
    Lecturer,
    /// Sends away and stays cold, politely.
    Stonewaller,
    /// Threatens, belittles, retaliates.
    Bully,
}

/// Number of tastes.
pub const TASTES: usize = Taste::COUNT;
/// How much a taste can like an act.
pub const MOST_LIKED: u8 = 20;
