//! Acts called by the names that people see: an author who writes `请坐` is told how the scenario calls it.

use crate::locale::Texts;
use crate::scenario::diagnostic::{Code, Diagnostic, Hint};
use crate::vocabulary::{ActCatalogue, Locale, Value};

/// How alike two labels must be, 0 to 1.
const ALIKE: f64 = 0.8;

/// Puts the act that was meant beside each that is not in the catalogue, where its label says which.
pub fn meant(problems: &mut [Diagnostic]) {
    for problem in problems.iter_mut().filter(|problem| problem.code == Code::UnknownAct) {
        let named = problem.args.iter().find_map(|(name, value)| match value {
            Value::Text(text) if *name == "name" && !text.is_ascii() => Some(text.clone()),
            _ => None,
        });
        if let Some(act) = named.and_then(|label| labelled(&label)) {
            problem.hint = Some(Hint::DidYouMean(act));
        }
    }
}

/// The act whose label this is, or nearly.
fn labelled(label: &str) -> Option<String> {
    let acts = ActCatalogue::shipped();
    let mut best: Option<(f64, &str)> = None;
    for (_, act) in acts.iter() {
        for locale in Locale::ALL {
            let Some(known) = locale.find(&format!("act-{}", act.name), None) else { continue };
            let alike = strsim::jaro(&known, label);
            if alike >= ALIKE && best.is_none_or(|(most, _)| alike > most) {
                best = Some((alike, &act.name));
            }
        }
    }
    best.map(|(_, name)| name.to_owned())
}
