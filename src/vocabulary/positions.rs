//! Positions in the tables of a catalogue or a scenario: names are resolved once, when a file is read.

/// Declares a position in one of the scenario's tables; only the loader makes them, so they always resolve.
macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);
        impl $name {
            /// The index as a position in a slice.
            #[inline]
            pub const fn at(self) -> usize { self.0 as usize }
        }
    )+};
}

index! {
    /// An act of the catalogue.
    ActIx,
    /// A visitor of the scenario.
    VisitorIx,
    /// One of our own people in the scenario.
    StaffIx,
    /// A node of the scenario.
    NodeIx,
    /// A fact worth noting.
    FactIx,
    /// A feeling word that some line says.
    WordIx,
    /// A promise that an option can make.
    PromiseIx,
    /// A bounded variable.
    VarIx,
    /// A visit: one meeting on one day.
    VisitIx,
    /// One thing that is asked for.
    ClaimIx,
    /// Earlier answers to one question that do not agree.
    AnswersIx,
}

/// Who speaks or is spoken to beside the trainee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Somebody {
    /// One of those who came.
    Visitor(VisitorIx),
    /// One of our own people: a director, a colleague, a mediator.
    Staff(StaffIx),
}

impl Somebody {
    /// The visitor; `None` for our own people.
    pub const fn visitor(self) -> Option<VisitorIx> {
        match self {
            Self::Visitor(who) => Some(who),
            Self::Staff(_) => None,
        }
    }

    /// One of our own people; `None` for a visitor.
    pub const fn staff(self) -> Option<StaffIx> {
        match self {
            Self::Staff(who) => Some(who),
            Self::Visitor(_) => None,
        }
    }
}
