//! Why a move does not fit.

use crate::vocabulary::Message;

/// A move that does not fit. The session is unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    #[error("the session has ended")]
    Ended,
    #[error("no option `{option}` is on offer at `{node}`")]
    NotOnOffer { node: String, option: String },
    #[error("there is no paper to fill")]
    NoPaper,
    #[error("a paper is to be filled at `{node}`")]
    PaperFirst { node: String },
    #[error("the field `{field}` is empty")]
    FieldEmpty { field: String },
    #[error("`{entry}` is not an entry of the field `{field}`")]
    NotAnEntry { field: String, entry: String },
    #[error("`{0}` is not a gesture")]
    NotAGesture(String),
    #[error("no fact `{0}` has been told")]
    FactNotTold(String),
    #[error("an exam has no steps back")]
    NoStepBackInExam,
    #[error("an exam has no skipping")]
    NoSkipInExam,
    #[error("there is no turn {0} to go back to")]
    NoSuchTurn(u32),
}

impl MoveError {
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
