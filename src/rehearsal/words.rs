//! A rehearsal in words: policies, findings and numbers as a person reads them.

use super::verdict::Finding;
use crate::args;
use crate::lint::giveaway::Habit;
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::vocabulary::Locale;

/// Names that are listed before the rest is only counted.
const LISTED: usize = 24;

/// A policy by what it does and by its name: `客气敷衍 pleaser`.
pub fn policy(locale: Locale, name: &str) -> String {
    match locale.find(&format!("rehearse-policy-{name}"), None) {
        Some(said) if said != name => format!("{said} {name}"),
        _ => name.to_owned(),
    }
}

/// A way of guessing.
pub fn habit(locale: Locale, habit: Habit) -> String {
    let id = match habit {
        Habit::Longest => "rehearse-habit-longest",
        Habit::Shortest => "rehearse-habit-shortest",
        Habit::First => "rehearse-habit-first",
    };
    locale.text(id).into_owned()
}

/// What was found fault with, as a sentence.
pub fn finding(locale: Locale, finding: &Finding) -> String {
    locale.text_with(finding.text_id(), &arguments(locale, finding)).into_owned()
}

fn arguments(locale: Locale, finding: &Finding) -> FluentArgs<'static> {
    match finding {
        Finding::Order { better, worse, better_mean, worse_mean }
        | Finding::Close { better, worse, better_mean, worse_mean } => args!(
            "better" => policy(locale, better), "worse" => policy(locale, worse),
            "better_mean" => tenths(*better_mean), "worse_mean" => tenths(*worse_mean)
        ),
        Finding::GuessPasses { policy: name, passed, runs } => args!(
            "policy" => policy(locale, name), "passed" => *passed, "runs" => *runs
        ),
        Finding::GuessPays { policy: name, mean, random } => args!(
            "policy" => policy(locale, name), "mean" => tenths(*mean), "random" => tenths(*random)
        ),
        Finding::GivesAway { habit: way, clean, choices, expected } => args!(
            "habit" => habit(locale, *way), "clean" => *clean, "choices" => *choices,
            "expected" => format!("{expected:.1}")
        ),
        Finding::UnreachableNodes { nodes: all }
        | Finding::UnreachableOptions { options: all }
        | Finding::IdleConditions { nodes: all }
        | Finding::AllClosed { nodes: all }
        | Finding::Stuck { nodes: all } => args!("names" => names(locale, all), "count" => all.len()),
        Finding::MaximumOutOfReach { criteria } => {
            let said: Vec<String> =
                criteria.iter().map(|id| format!("{} ({id})", locale.text(&format!("criterion-{id}")))).collect();
            args!("names" => names(locale, &said), "count" => said.len())
        }
        Finding::Endless { policy: name, runs } => args!("policy" => policy(locale, name), "runs" => *runs),
    }
}

/// A list of ids; a long one is cut and the rest counted.
pub fn names(locale: Locale, names: &[String]) -> String {
    let separator = locale.text("hint-separator");
    let mut listed = names.iter().take(LISTED).map(String::as_str).collect::<Vec<_>>().join(&separator);
    if names.len() > LISTED {
        listed.push_str(&locale.text_with("rehearse-and-more", &args!("count" => names.len() - LISTED)));
    }
    listed
}

/// Thousandths as points out of a hundred.
pub fn tenths(thousandths: i32) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", thousandths.abs() / 10, thousandths.abs() % 10)
}

/// Thousandths as a percentage.
pub fn share(thousandths: u64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// `part` of `whole` as a percentage; a dash where there is no whole.
pub fn percent(part: u64, whole: u64) -> String {
    (part * 1000).checked_div(whole).map_or_else(|| "–".to_owned(), share)
}
