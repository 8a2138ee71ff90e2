//! What an act is beside what it does to a visitor: the parts it plays in talks, on paper and in rehearsals.

use serde::Deserialize;
use strum::EnumCount;

/// What an act is in a talk, as people commonly count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum TalkPart {
    OpenQuestion,
    ClosedQuestion,
    /// What the visitor said given back …
    SimpleReflection,
    /// … or what is meant by it and was not said.
    ComplexReflection,
    /// Given back wrongly.
    WrongReflection,
}

/// What is written or handed in at the desk and carries an act by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Carrier {
    /// The registration form is handed in …
    Registration,
    /// … or any other paper.
    Paper,
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
    MaskedIdentity,
}

/// Trainees of a rehearsal who reach for the acts they like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, EnumCount)]
pub enum Taste {
    Pleaser,
    Lecturer,
    Stonewaller,
    Bully,
}

/// Number of tastes.
pub const TASTES: usize = Taste::COUNT;
/// How much a taste can like an act.
pub const MOST_LIKED: u8 = 20;
