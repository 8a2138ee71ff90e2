//! Why a move does not fit.

use crate::vocabulary::Message;

/// A move that does not fit. The session is unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    /// No move is taken any more.
    #[error("the session has ended")]
    Ended,
    /// An option that is not there, or whose condition does not hold.
    #[error("no option `{option}` is on offer at `{node}`")]
    NotOnOffer {
        /// Id of the choice.
        node: String,
        /// As it was given.
        option: String,
    },
    /// Something was handed in where no desk task is at hand.
    #[error("there is no paper to fill")]
    NoPaper,
    /// A choice or gesture where a desk task is at hand.
    #[error("a paper is to be filled at `{node}`")]
    PaperFirst {
        /// Id of the desk task.
        node: String,
    },
    /// A field for which nothing was written.
    #[error("the field `{field}` is empty")]
    FieldEmpty {
        /// Id of the field.
        field: String,
    },
    /// Something was written that the field does not offer.
    #[error("`{entry}` is not an entry of the field `{field}`")]
    NotAnEntry {
        /// Id of the field.
        field: String,
        /// As it was given.
        entry: String,
    },
    /// An act that no gesture has.
    #[error("`{0}` is not a gesture")]
    NotAGesture(String),
    /// A fact that nobody has told, or that there is none of.
    #[error("no fact `{0}` has been told")]
    FactNotTold(String),
    /// Steps back are for practice.
    #[error("an exam has no steps back")]
    NoStepBackInExam,
    /// Skipping is for practice.
    #[error("an exam has no skipping")]
    NoSkipInExam,
    /// A turn that was not taken, or no longer counts.
    #[error("there is no turn {0} to go back to")]
    NoSuchTurn(u32),
}

impl MoveError {
    /// The text that tells the trainee so.
    pub fn message(&self) -> Message {
        match self {
            Self::Ended => Message::new("move-ended"),
            Self::NotOnOffer { option, .. } => Message::new("move-not-on-offer").with("option", option),
            Self::NoPaper => Message::new("move-no-paper"),
            Self::PaperFirst { .. } => Message::new("move-paper-first"),
            Self::FieldEmpty { field } => Message::new("move-field-empty").with("field", field),
            Self::NotAnEntry { field, entry } => {
                Message::new("move-not-an-entry").with("field", field).with("entry", entry)
            }
            Self::NotAGesture(act) => Message::new("move-not-a-gesture").with("act", act),
            Self::FactNotTold(fact) => Message::new("move-fact-not-told").with("fact", fact),
            Self::NoStepBackInExam => Message::new("move-no-step-back-in-exam"),
            Self::NoSkipInExam => Message::new("move-no-skip-in-exam"),
            Self::NoSuchTurn(turn) => Message::new("move-no-such-turn").with("turn", *turn),
        }
    }
}
