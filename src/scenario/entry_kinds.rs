//! What an author can say that an entry of a form or a part of an answer is: each name, and what stands in its brackets.

use crate::procedure::{ArticleIx, EntryIs, FieldKind, Remedy};

/// What stands in brackets after a name.
#[derive(Clone, Copy)]
pub enum EntryTakes {
    /// No brackets: it is this.
    Nothing(EntryIs),
    /// The id of a fact.
    Fact,
    /// A citation, and what an entry with it is.
    Article(fn(ArticleIx) -> EntryIs),
    /// An article that is not in force.
    Lapsed,
    /// A number of days, and what an entry with them is.
    Days(fn(u16) -> EntryIs),
    /// Days within which one may do this, and perhaps whom one asks: `Review(30)`, `Review(30, NextHigher)`.
    Remedy(Remedy),
    /// A day by name.
    Date,
    /// How many have signed.
    Number,
}

/// Every name, in the order of the guide.
pub const ENTRY_KINDS: [(&str, EntryTakes); 28] = [
    ("Fact", EntryTakes::Fact),
    ("Known", EntryTakes::Nothing(EntryIs::Known)),
    ("Reworded", EntryTakes::Nothing(EntryIs::Reworded)),
    ("Judged", EntryTakes::Nothing(EntryIs::Judged)),
    ("Invented", EntryTakes::Nothing(EntryIs::Invented)),
    ("Source", EntryTakes::Nothing(EntryIs::Source)),
    ("Empty", EntryTakes::Nothing(EntryIs::Empty)),
    ("Extra", EntryTakes::Nothing(EntryIs::Extra)),
    ("Article", EntryTakes::Article(EntryIs::Article)),
    ("Unfit", EntryTakes::Article(EntryIs::Unfit)),
    ("Vague", EntryTakes::Nothing(EntryIs::Vague)),
    ("Route", EntryTakes::Nothing(EntryIs::Route)),
    ("Elsewhere", EntryTakes::Nothing(EntryIs::Elsewhere)),
    ("Days", EntryTakes::Days(EntryIs::Days)),
    ("WorkingDays", EntryTakes::Days(EntryIs::WorkingDays)),
    ("Date", EntryTakes::Date),
    ("Soon", EntryTakes::Nothing(EntryIs::Soon)),
    ("Lapsed", EntryTakes::Lapsed),
    ("NoArticle", EntryTakes::Nothing(EntryIs::NoArticle)),
    ("Accused", EntryTakes::Nothing(EntryIs::Accused)),
    ("Today", EntryTakes::Nothing(EntryIs::Today)),
    ("Review", EntryTakes::Remedy(Remedy::Review)),
    ("ReReview", EntryTakes::Remedy(Remedy::ReReview)),
    ("Reconsideration", EntryTakes::Remedy(Remedy::Reconsideration)),
    ("Litigation", EntryTakes::Remedy(Remedy::Litigation)),
    ("Arbitration", EntryTakes::Remedy(Remedy::Arbitration)),
    ("Final", EntryTakes::Nothing(EntryIs::Remedy(Remedy::Final, 0, None))),
    ("Signed", EntryTakes::Number),
];

/// What the entry kind of this name takes.
pub fn entry_kind(name: &str) -> Option<EntryTakes> {
    ENTRY_KINDS.iter().find(|(known, _)| *known == name).map(|(_, takes)| *takes)
}

/// What an entry is when nothing is said about it.
pub const fn usual_in(field: FieldKind) -> EntryIs {
    match field {
        FieldKind::Extra => EntryIs::Extra,
        _ => EntryIs::Invented,
    }
}

/// What an entry of such a field can be.
pub const fn possible_in(field: FieldKind) -> &'static [&'static str] {
    match field {
        FieldKind::Text | FieldKind::IdNumber | FieldKind::Class | FieldKind::Urgency | FieldKind::Route => {
            &["Fact", "Known", "Reworded", "Judged", "Invented", "Extra", "Source", "Empty"]
        }
        FieldKind::Extra => &["Extra", "Source", "Empty"],
        // What it is follows from what it decides.
        FieldKind::Decision => &["Judged", "Empty"],
        FieldKind::Basis => &["Article", "Unfit", "Lapsed", "NoArticle", "Vague", "Known", "Invented", "Empty"],
        FieldKind::Path => &["Route", "Elsewhere", "Accused", "Known", "Invented", "Empty"],
        FieldKind::Day => &["Today", "Date", "Known", "Empty"],
        FieldKind::Remedy => &[
            "Review",
            "ReReview",
            "Reconsideration",
            "Litigation",
            "Arbitration",
            "Final",
            "Elsewhere",
            "Known",
            "Invented",
            "Empty",
        ],
        FieldKind::Signatures => &["Signed", "Empty"],
        FieldKind::Time => &["Days", "WorkingDays", "Date", "Soon", "Known", "Invented", "Empty"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use strum::VariantArray;

    #[test]
    fn every_kind_can_stand_in_some_field_and_no_other_can() {
        let possible: BTreeSet<&str> =
            FieldKind::VARIANTS.iter().flat_map(|field| possible_in(*field)).copied().collect();
        assert_eq!(possible, ENTRY_KINDS.map(|(name, _)| name).into());
    }
}
