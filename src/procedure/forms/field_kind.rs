//! What a field of a form is for.

use super::sheet::PaperField;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// What a field is for; it decides what is wrong with an entry and which criterion it bears on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case", prefix = "desk-field-")]
pub enum FieldKind {
    /// Something the visitor says or the office knows.
    #[default]
    Text,
    /// First six and last four digits, no more.
    IdNumber,
    /// Suggestion, accusation or petition for remedy.
    Class,
    /// How pressing the matter is.
    Urgency,
    /// Nothing that this paper may ask for: right is to strike it.
    Extra,
    /// Law and article.
    Basis,
    /// Who handles it, and how.
    Path,
    /// Until when.
    Time,
    /// Which of the six ways of Article 31.
    Route,
    /// A date that is written down: beside the seal, of receipt.
    Day,
    /// What one may do who disagrees, and within what time.
    Remedy,
    /// How many have signed.
    Signatures,
    /// What is decided on the claims.
    Decision,
}

impl FieldKind {
    /// Fluent message of its usual label.
    pub fn text_id(self) -> &'static str {
        self.into()
    }

    /// How a field of the catalogue is filled where the author does not say.
    pub const fn of(field: PaperField) -> Self {
        match field {
            PaperField::IdNumber => Self::IdNumber,
            PaperField::Class => Self::Class,
            PaperField::Urgency => Self::Urgency,
            PaperField::Route => Self::Route,
            PaperField::Basis => Self::Basis,
            PaperField::Body => Self::Path,
            PaperField::Deadline => Self::Time,
            PaperField::SealDate | PaperField::ReceivedOn => Self::Day,
            PaperField::Remedy => Self::Remedy,
            PaperField::Signatures => Self::Signatures,
            _ => Self::Text,
        }
    }

    /// Whether what stands there is an author's own words.
    pub const fn is_words(self) -> bool {
        matches!(self, Self::Text | Self::Decision)
    }

    /// The field of the catalogue that such a field can only be.
    pub const fn only(self) -> Option<PaperField> {
        match self {
            Self::IdNumber => Some(PaperField::IdNumber),
            Self::Class => Some(PaperField::Class),
            Self::Urgency => Some(PaperField::Urgency),
            Self::Route => Some(PaperField::Route),
            Self::Basis => Some(PaperField::Basis),
            Self::Path => Some(PaperField::Body),
            Self::Time => Some(PaperField::Deadline),
            Self::Remedy => Some(PaperField::Remedy),
            Self::Signatures => Some(PaperField::Signatures),
            Self::Text | Self::Extra | Self::Day | Self::Decision => None,
        }
    }
}
