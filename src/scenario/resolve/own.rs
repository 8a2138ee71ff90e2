//! Where an author sets by hand what an option does to feelings or to the score.

use super::super::diagnostic::{Code, Hint};
use super::super::model::{Judged, Own, Text};
use super::super::options::Written;
use super::super::syntax::Step::{self, Field};
use super::declarations::Declarations;
use super::diagnostics::Diagnostics;
use crate::visitor::nudge::MOST;
use crate::vocabulary::Quantity;
use strum::VariantArray;

/// What can be moved by hand, as it is written.
fn handles() -> impl Iterator<Item = &'static str> {
    Quantity::VARIANTS.iter().filter(|quantity| quantity.is_handle()).map(|quantity| quantity.name())
}

pub(super) fn own(
    option: &Written,
    path: &[Step],
    names: &Declarations,
    diagnostics: &mut Diagnostics,
) -> Option<Box<Own>> {
    let (feel, score) = (&option.feel.0, &option.score.0);
    if feel.is_empty() && score.is_empty() {
        if option.why.is_some() {
            diagnostics.missing("feel", path);
        }
        return None;
    }
    let mut own = Own { feel: Vec::new(), score: Vec::new(), why: Text::default() };
    for (name, changes) in feel {
        let place = [path, &[Field("feel"), Field(name.as_str())]].concat();
        let who = names.visitor(name, diagnostics.span_or(name, &place), diagnostics);
        for (what, by) in &changes.0 {
            let called = what.name();
            let place = [place.as_slice(), &[Field(called)]].concat();
            let by = diagnostics.number(*by, -MOST, MOST, &place);
            if !what.is_handle() {
                let span = diagnostics.place(&place);
                // It is a word, only not here; all that can stand here is told.
                let hint = Some(Hint::OneOf(handles().map(str::to_owned).collect()));
                diagnostics.out.push(diagnostics.problem(Code::UnknownWord, span).with("name", called).hint(hint));
            } else if let Some(who) = who {
                own.feel.push((who, *what, by));
            }
        }
    }
    own.score.extend(score.iter().map(|(name, judged)| (name.as_str().to_owned(), *judged)));
    own.why = match option.why {
        Some(why) => diagnostics.text(Some(why), "why", path),
        None => {
            diagnostics.missing("why", path);
            Text::default()
        }
    };
    Some(Box::new(own))
}

impl Judged {
    /// As an author writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hit => "Hit",
            Self::Partial => "Partial",
            Self::Miss => "Miss",
            Self::None => "None",
        }
    }
}
