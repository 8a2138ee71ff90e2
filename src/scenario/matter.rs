//! The matter that the visitors bring, as the law sees it: class, route, receipt, and what was done before.

use super::model::When;
use crate::procedure::{Actor, Circumstances, Class, Course, Progress, Route, Step};
use jiff::civil::Date;
use serde::Deserialize;

/// A matter before the first visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The class it is of.
    pub class: Class,
    /// Given exactly for a petition for remedy.
    pub route: Option<Route>,
    /// Whose desk the trainee sits at.
    pub office: Actor,
    /// The day it came in: limits run from here.
    pub received: Date,
    /// What was done between receipt and the first visit, in order; a [`Course`] takes every one of them.
    pub so_far: Vec<Past>,
    /// Where it stands when the first visit begins.
    pub start: Progress,
}

/// A step as it is taken in the play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taking {
    /// Which step.
    pub step: Step,
    /// Who takes it.
    pub by: Actor,
}

/// A step that somebody takes between two visits, if it can be taken then.
#[derive(Clone, Debug, PartialEq)]
pub struct Meanwhile {
    /// Which step.
    pub step: Step,
    /// Who takes it.
    pub by: Actor,
    /// Days after the visit that ends.
    pub after: u16,
    /// On what it depends whether they do; `None`: nothing.
    pub when: Option<When>,
}

/// A step that was taken before the first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// Which step.
    pub step: Step,
    /// Who took it.
    pub by: Actor,
    /// On which day.
    pub on: Date,
}

impl Matter {
    /// What a paper written when the first visit begins can rest on.
    pub const fn circumstances(&self) -> Circumstances {
        let known = Circumstances {
            class: Some(self.class),
            route: self.route,
            office: Some(self.office),
            ..Circumstances::of(self.received)
        };
        known.at(&self.start)
    }

    /// The matter as it stands when the first visit begins.
    pub fn course(&self) -> Course<'static> {
        let mut course = Course::new(self.received);
        course.classify(self.class, self.route);
        for past in &self.so_far {
            // The loader has let it through; what would be refused changes nothing.
            let _ = course.take(past.step, past.by, past.on);
        }
        course
    }
}

/// Whose desk a trainee can sit at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Office {
    /// Where petitions come in.
    #[default]
    PetitionOffice,
    /// The body whose business the matter is.
    CompetentBody,
    /// Where review is asked for.
    NextHigher,
    /// Where re-review is asked for.
    HigherStill,
}

impl Office {
    /// Who sits there takes steps as this.
    pub const fn actor(self) -> Actor {
        match self {
            Self::PetitionOffice => Actor::PetitionOffice,
            Self::CompetentBody => Actor::CompetentBody,
            Self::NextHigher => Actor::NextHigher,
            Self::HigherStill => Actor::HigherStill,
        }
    }
}
