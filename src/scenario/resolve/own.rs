//! Where an author sets by hand what an option does to feelings or to the score.

use super::super::diagnostic::{Code, suggest};
use super::super::model::{Judged, Own, Text};
use super::super::options::Written;
use super::super::syntax::Step::{self, Field};
use super::declarations::Declarations;
use super::diagnostics::Diagnostics;
use crate::visitor::nudge::MOST;
use crate::vocabulary::Quantity;

/// What moves feelings; a mood follows from them and has no handle of its own.
const HANDLES: [&str; 8] = ["Anger", "Distress", "Fear", "Disappointment", "Hope", "Relief", "Gratitude", "Trust"];

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
            let called = format!("{what:?}");
            let place = [place.as_slice(), &[Field(&called)]].concat();
            let by = diagnostics.number(*by, -MOST, MOST, &place);
            if matches!(what, Quantity::Pleasure | Quantity::Arousal | Quantity::Dominance) {
                let span = diagnostics.place(&place);
                let hint = suggest(&called, HANDLES);
                diagnostics
                    .out
                    .push(diagnostics.problem(Code::UnknownWord, span).with("name", called.as_str()).hint(hint));
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
