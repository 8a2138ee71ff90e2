//! What is known of a matter when a paper about it is written.

use super::field_kind::FieldKind;
use super::matter_kind::MatterKind;
use crate::procedure::limit::Limit;
use crate::procedure::matter::{Class, Route, Urgency};
use crate::procedure::progress::Progress;
use crate::procedure::stages::{Actor, Step};
use jiff::civil::Date;

/// What is known of the matter. What is `None` is not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// The day on which it was received.
    pub received: Date,
    /// The day on which it was accepted.
    pub accepted: Option<Date>,
    /// The day on which review or re-review was asked for.
    pub asked: Option<Date>,
    /// Whether more time was approved and told.
    pub extended: bool,
    /// Days of a hearing.
    pub hearing_days: u16,
    /// The class it was given.
    pub class: Option<Class>,
    /// The way of Article 31 it was sent.
    pub route: Option<Route>,
    /// How pressing it is.
    pub urgency: Option<Urgency>,
    /// How many came.
    pub people: Option<u16>,
    /// Whose desk it is.
    pub office: Option<Actor>,
}

impl Circumstances {
    /// A matter that comes in on this day, of which no more is known.
    pub const fn of(received: Date) -> Self {
        Self {
            received,
            accepted: None,
            asked: None,
            extended: false,
            hearing_days: 0,
            class: None,
            route: None,
            urgency: None,
            people: None,
            office: None,
        }
    }

    /// The same where the matter has come so far.
    pub const fn at(self, progress: &Progress) -> Self {
        let asked = match progress.day_of(Step::AskReReview) {
            None => progress.day_of(Step::AskReview),
            again => again,
        };
        let extended = progress.day_of(Step::Extend).is_some();
        Self { accepted: progress.day_of(Step::Accept), asked, extended, ..self }
    }

    /// What is right by the matter in a field of this kind.
    pub fn right(&self, kind: FieldKind) -> Option<MatterKind> {
        let right = match kind {
            FieldKind::Class => self.class.map(MatterKind::Class),
            FieldKind::Urgency => self.urgency.map(MatterKind::Urgency),
            FieldKind::Route => self.route.map(MatterKind::Route),
            _ => None,
        };
        // What lies between the degrees that a form knows is not judged.
        right.filter(|right| MatterKind::offered(kind).any(|offered| offered == *right))
    }

    /// The day from which a limit runs, where it is known.
    pub(super) fn start(&self, limit: Limit) -> Option<Date> {
        match limit {
            Limit::Forward | Limit::Notice | Limit::ForwardedNotice | Limit::Objection => Some(self.received),
            Limit::Decision | Limit::ExtendedDecision => self.accepted,
            Limit::Review | Limit::ReReview => self.asked,
            _ => None,
        }
    }
}
