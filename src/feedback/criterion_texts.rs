//! What criteria are called, why they count, what reception at each level looks like.

use crate::locale::Texts;
use crate::rubric::Criterion;
use crate::vocabulary::Locale;

/// What it is called: in its own words, in those of the program, or else by its id.
pub fn name(criterion: &Criterion, locale: Locale) -> String {
    if let Some(own) = &criterion.texts[locale as usize] {
        return own.name.clone();
    }
    let name = locale.find(&format!("criterion-{}", criterion.id), None);
    let other = || criterion.texts.iter().flatten().next().map(|own| own.name.clone());
    name.map(|name| name.into_owned()).or_else(other).unwrap_or_else(|| criterion.id.clone())
}

/// Why it counts.
pub fn why(criterion: &Criterion, locale: Locale) -> Option<String> {
    let own = criterion.texts[locale as usize].as_ref();
    let why = || locale.find(&format!("criterion-{}.why", criterion.id), None).map(|why| why.into_owned());
    own.and_then(|own| own.why.clone()).or_else(why)
}

/// What reception at this level (1–5) looks like.
pub fn anchor(criterion: &Criterion, level: u8, locale: Locale) -> Option<String> {
    locale.find(&format!("criterion-{}.anchor-{level}", criterion.id), None).map(|text| text.into_owned())
}
