//! Options: alike in all they do, given away by their looks, too long to read, without a name of their own.

use super::alike::alike;
use super::clean::CleanInText;
use super::giveaway::{Chances, fares};
use super::habit::Habit;
use super::inspected::Inspected;
use super::looks::{of_choice, read};
use super::smells::{SmellPlace, Smells};
use super::surface::surface;
use crate::rubric::{Plan, Rubric};
use crate::scenario::diagnostic::Code;
use crate::scenario::model::*;
use crate::vocabulary::{ActCatalogue, Locale, Message, Value};

/// An option is read while a visitor waits.
pub const LONGEST_OPTION: usize = 60;

pub(super) fn options(on: &Inspected, smells: &mut Smells) {
    let scenario = on.scenario;
    for (at, node) in scenario.nodes.iter().enumerate() {
        let Some(choice) = node.kind.as_choice() else { continue };
        let at = NodeIx(at as u16);
        // Subjects may all be opened by the same question.
        if choice.hub.is_none() && all_alike(choice) {
            let span = on.key(at);
            smells.smell(Code::SameActs, span, SmellPlace::node(at));
        }
        for (n, option) in choice.options.iter().enumerate() {
            let (length, max) = length(option.text.original());
            if length > max {
                let span = on.option_span(at, n);
                let smell = smells.smell(Code::OptionTooLong, span, SmellPlace::option(at, n));
                smell.diagnostic.args.extend([("length", length.into()), ("max", max.into())]);
            }
        }
        for n in (0..choice.options.len()).filter(|n| choice.options[*n].acts.is_empty()) {
            let span = on.option_span(at, n);
            smells.smell(Code::OptionWithoutActs, span, SmellPlace::option(at, n));
        }
        let nameless = (0..choice.options.len())
            .find(|n| choice.hub.is_none() && on.option_source(at, *n).is_some_and(|o| o.id.is_none()));
        if let Some(n) = nameless {
            let span = on.option_span(at, n);
            let name = choice.options[n].id.clone();
            let smell = smells.smell(Code::OptionWithoutId, span, SmellPlace::node(at));
            smell.diagnostic.args.push(("name", name.into()));
        }
    }
    given_away(on, smells);
}

/// An option that is better in every dimension and can be told by its looks.
fn stands_out(on: &Inspected, smells: &mut Smells, plan: &Plan) {
    let scenario = on.scenario;
    for (at, node) in scenario.nodes.iter().enumerate() {
        let Some(choice) = node.kind.as_choice().filter(|choice| choice.hub.is_none()) else { continue };
        let at = NodeIx(at as u16);
        let worth: Vec<[i64; 3]> = (0..choice.options.len()).map(|n| plan.worth_by_dimension(at, n as u8)).collect();
        let beats = |n: usize, other: usize| (0..3).all(|dimension| worth[n][dimension] > worth[other][dimension]);
        let best = (0..worth.len()).find(|n| (0..worth.len()).all(|other| other == *n || beats(*n, other)));
        let Some(best) = best.filter(|best| plan.is_clean(at, *best as u8)) else { continue };
        let looks = [(Habit::Longest, "longest"), (Habit::First, "first")];
        // A sign more or less is nothing to go by: the longest is a sixth longer than any other.
        let length = |at: usize| choice.options[at].text.original().chars().count();
        let next = (0..worth.len()).filter(|other| *other != best).map(length).max().unwrap_or_default();
        let seen = |habit: Habit| habit == Habit::First || 6 * length(best) >= 7 * next;
        let looks_of = of_choice(choice, scenario.locale, scenario.locale).unwrap_or_default();
        let picked = |habit: Habit| habit.picks(&looks_of, choice.shuffled) == Some(best) && seen(habit);
        if let Some((_, how)) = looks.into_iter().find(|(habit, _)| picked(*habit)) {
            let span = on.option_span(at, best);
            let smell = smells.smell(Code::BestStandsOut, span, SmellPlace::option(at, best));
            smell.diagnostic.args.push(("how", how.into()));
        }
    }
}

fn given_away(on: &Inspected, smells: &mut Smells) {
    let plan = Plan::new(Rubric::shipped(), on.scenario, ActCatalogue::shipped());
    stands_out(on, smells, &plan);
    alike(on, smells, &plan);
    let in_text = CleanInText::new(on.scenario, &plan);
    let read = read(on.scenario, &|node, option| in_text.is_clean(node, option));
    for fares in fares(on.scenario, &read).iter().filter(|fares| fares.gives_away()) {
        let span = on.title();
        let smell = smells.smell(Code::GiveAway, span, SmellPlace::WHOLE);
        smell.about = Some(fares.habit.name().to_owned());
        smell.diagnostic.args.extend([("how", fares.habit.name().into()), ("language", language(on, fares.language))]);
        smell.diagnostic.args.extend(in_numbers(&fares.chances));
        let told = fares.told_ids().into_iter().take(LISTED).map(Value::from).collect();
        let told = Value::List { of: told, between: "hint-separator" };
        smell.diagnostic.args.extend([("told", told), ("more", fares.told.len().saturating_sub(LISTED).into())]);
    }
    for fares in surface(on.scenario, &read).iter().filter(|fares| fares.gives_away()) {
        let span = on.title();
        let smell = smells.smell(Code::ToldByLooks, span, SmellPlace::WHOLE);
        smell.about = Some(fares.language.tag().to_owned());
        smell.diagnostic.args.push(("language", language(on, fares.language)));
        smell.diagnostic.args.extend(in_numbers(&fares.chances));
        let told = fares.told.iter().take(LISTED).map(|told| {
            let by = Message::new(told.by.text_id());
            Message::new("told-choice").with("node", told.node.as_str()).with("by", by).into()
        });
        let told = Value::List { of: told.collect(), between: "hint-separator" };
        smell.diagnostic.args.extend([("told", told), ("more", fares.told.len().saturating_sub(LISTED).into())]);
    }
}

/// Choices that are named before the rest is only counted.
const LISTED: usize = 8;

/// `own` for the author's language, else the tag.
fn language(on: &Inspected, language: Locale) -> Value {
    if language == on.scenario.locale { "own".into() } else { language.tag().into() }
}

fn in_numbers(chances: &Chances) -> [(&'static str, Value); 3] {
    [
        ("clean", (chances.clean as usize).into()),
        ("choices", (chances.choices as usize).into()),
        ("expected", format!("{:.1}", chances.expected).into()),
    ]
}

/// Characters of a text, and how many there may be: of Latin letters twice as many can be read in the time.
fn length(text: &str) -> (usize, usize) {
    // No text of so few bytes has more characters.
    if text.len() <= LONGEST_OPTION {
        return (0, LONGEST_OPTION);
    }
    let latin = text.chars().filter(char::is_ascii).count();
    let all = text.chars().count();
    (all, if 2 * latin > all { 2 * LONGEST_OPTION } else { LONGEST_OPTION })
}

/// Whatever is chosen, the same happens.
pub(super) fn all_alike(choice: &Choice) -> bool {
    if choice
        .options
        .iter()
        .any(|option| (option.step, &option.decides) != (choice.options[0].step, &choice.options[0].decides))
    {
        return false;
    }
    match choice.options.split_first() {
        Some((first, rest)) if !rest.is_empty() => rest.iter().all(|option| same_acts(first, option)),
        _ => false,
    }
}

/// The same acts, in whatever order.
pub(super) fn same_acts(one: &Opt, other: &Opt) -> bool {
    let all = |one: &Opt, other: &Opt| one.acts.iter().all(|act| other.acts.contains(act));
    one.acts.len() == other.acts.len() && all(one, other) && all(other, one)
}
