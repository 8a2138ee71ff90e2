//! Who played a session, steps back, pauses and resumes, in words.

use crate::args;
use crate::locale::Texts;
use crate::logbook::how_played::{HowPlayed, PlayedBy};
use crate::vocabulary::Locale;

/// Each with its caption; what did not happen, or is not known, is left out.
pub fn told(how: &HowPlayed, locale: Locale) -> Vec<(String, String)> {
    let text = |id: &str| locale.text(id).into_owned();
    let mut rows = Vec::new();
    if how.says_who() {
        let by: Vec<String> = how.by.iter().map(|by| player(by, locale)).collect();
        rows.push((text("how-by"), by.join(&text("hint-separator"))));
    }
    if !how.steps_back.is_empty() {
        let turns: Vec<String> = how.steps_back.iter().map(u32::to_string).collect();
        let args = args!("count" => turns.len(), "turns" => turns.join(&text("hint-separator")));
        rows.push((text("how-steps-back"), locale.text_with("how-steps-back-value", &args).into_owned()));
    }
    let counts = [("how-pauses", how.pauses), ("how-resumes", how.resumes)];
    rows.extend(counts.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| (text(id), count.to_string())));
    rows
}

fn player(by: &PlayedBy, locale: Locale) -> String {
    match by {
        PlayedBy::Hand => locale.text("how-by-hand").into_owned(),
        PlayedBy::Answers => locale.text("how-by-answers").into_owned(),
        PlayedBy::Policy(name) => locale.text_with("how-by-policy", &args!("name" => name.as_str())).into_owned(),
    }
}
