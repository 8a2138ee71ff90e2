//! What a field of a form is for.

use super::sheet::PaperField;
use serde::{Deserialize, Serialize};

/// What a field is for; it decides what is wrong with an entry and which criterion it bears on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FieldKind {
    /// Something the visitor says or the office knows.
    #[default]
    Text,
    /// First six and last four digits, no more.
    IdNumber,
    /// Suggestion, accusation or petition for remedy.
    Class,
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
}

impl FieldKind {
    pub const ALL: [Self; 12] = [
        Self::Text,
        Self::IdNumber,
        Self::Class,
        Self::Urgency,
        Self::Extra,
        Self::Basis,
        Self::Path,
        Self::Time,
        Self::Route,
        Self::Day,
        Self::Remedy,
        Self::Signatures,
    ];

    /// Fluent message of its usual label.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Text => "desk-field-text",
            Self::IdNumber => "desk-field-id-number",
            Self::Class => "desk-field-class",
            Self::Urgency => "desk-field-urgency",
            Self::Extra => "desk-field-extra",
            Self::Basis => "desk-field-basis",
            Self::Path => "desk-field-path",
            Self::Time => "desk-field-time",
            Self::Route => "desk-field-route",
            Self::Day => "desk-field-day",
            Self::Remedy => "desk-field-remedy",
            Self::Signatures => "desk-field-signatures",
        }
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
            Self::Text | Self::Extra | Self::Day => None,
        }
    }
}
