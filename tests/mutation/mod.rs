//! Catalogues with one thing wrong, and who notices.

use crate::phenomenon::{ALL, Cast, Phenomenon, directions};
use crate::stage;
use calmdesk::rubric::ActCatalogue;
use calmdesk::visitor::Persona;
use std::collections::BTreeMap;

const SHIPPED: &str = include_str!("../../assets/acts.ron");
/// Rules that tell the rubric and the session something and bend nothing in the visitor.
const NOT_FELT: [&str; 3] = ["Question", "Promise", "Police"];
const DIRECTIONS: &str = "every_act_helps_or_hurts_the_need_it_is_about";

type People = [(Persona, u64)];

fn catalogue(text: &str) -> &'static ActCatalogue {
    Box::leak(Box::new(ActCatalogue::parse(text).expect("still a catalogue")))
}

/// The acts' lines of the file: name and line.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    SHIPPED.lines().filter_map(|line| {
        let name = line.trim_start().strip_prefix('"')?.split('"').next()?;
        line.contains("(group:").then_some((name, line))
    })
}

/// Every number behind one of these fields, negated one at a time.
fn flipped(line: &str) -> Vec<(&'static str, String)> {
    const FIELDS: [&str; 10] =
        ["Voice", "Respect", "Fairness", "Clarity", "Control", "Safety", "Remedy", "pressure", "trust", "arousal"];
    FIELDS
        .into_iter()
        .filter_map(|field| {
            let at = line.find(&format!("{field}: "))? + field.len() + 2;
            let number = line[at..].find([',', '}', ')']).map(|end| &line[at..at + end])?;
            let value: f64 = number.parse().expect("a number");
            let negated = format!("{}{}{}", &line[..at], -value, &line[at + number.len()..]);
            Some((field, negated))
        })
        .collect()
}

/// The first phenomenon that no longer holds.
fn noticed_by(acts: &'static ActCatalogue, people: &People) -> Option<&'static str> {
    let fails = |phenomenon: &&Phenomenon| {
        let (shown, of) = phenomenon.count(acts, people);
        (shown as f64) < phenomenon.share * of as f64
    };
    ALL.iter().filter(|phenomenon| phenomenon.name != DIRECTIONS).find(fails).map(|phenomenon| phenomenon.name)
}

fn direction_fails(acts: &'static ActCatalogue, people: &People, name: &str) -> bool {
    let Some((_, signs)) = directions::DIRECTIONS.iter().find(|(act, _)| *act == name) else { return false };
    let holds = |(person, seed): &&(Persona, u64)| {
        directions::act_holds(&Cast { acts, person: *person, seed: *seed }, name, signs)
    };
    let of = people.iter().take(5);
    of.clone().filter(holds).count() < of.count()
}

/// What nobody notices; prints who noticed what.
pub fn check() -> Vec<String> {
    // A few people of every kind, all of whom show everything as things are.
    let people: Vec<_> = stage::people().into_iter().step_by(9).collect();
    let shipped = ActCatalogue::shipped();
    let shows_all = |one: &(Persona, u64)| noticed_by(shipped, std::slice::from_ref(one)).is_none();
    let people: Vec<_> = people.into_iter().filter(shows_all).collect();
    let mut unnoticed = Vec::new();
    let mut by: BTreeMap<&str, usize> = BTreeMap::new();
    let mut signs = 0;
    let mut only_direction = 0;
    for (name, line) in lines() {
        for (field, wrong) in flipped(line) {
            signs += 1;
            let acts = catalogue(&SHIPPED.replace(line, &wrong));
            let phenomenon = noticed_by(acts, &people);
            let direction = direction_fails(acts, &people, name);
            match phenomenon {
                Some(phenomenon) => *by.entry(phenomenon).or_default() += 1,
                None if direction => only_direction += 1,
                None => unnoticed.push(format!("sign of {field} in {name}")),
            }
            if !direction {
                unnoticed.push(format!("direction of {field} in {name}"));
            }
        }
    }
    println!(
        "{signs} signs negated one by one, {} people: by a phenomenon {}, only by the direction table {only_direction}",
        people.len(),
        by.values().sum::<usize>()
    );
    for (phenomenon, count) in &by {
        println!("  {count:4} {phenomenon}");
    }
    let rules: BTreeMap<&str, ()> = SHIPPED
        .split("mechanic: ")
        .skip(1)
        .filter_map(|rest| Some((rest.split([',', ')']).next()?, ())))
        .filter(|(rule, ())| rule.chars().all(char::is_alphanumeric))
        .collect();
    for rule in rules.keys() {
        let without = SHIPPED.replace(&format!("mechanic: {rule}, "), "");
        let found = noticed_by(catalogue(&without), &people);
        println!("rule {rule}: {}", found.unwrap_or("nobody"));
        if found.is_none() && !NOT_FELT.contains(rule) {
            unnoticed.push(format!("rule {rule}"));
        }
    }
    let unworn: String = SHIPPED.replace("wears: 0.", "wears: 1.0, trust: 0.0, wears_: 0.");
    let unworn = unworn.lines().map(|line| match line.find(", trust: 0.0, wears_: 0.") {
        Some(at) => {
            let rest = &line[at + 24..];
            let end = rest.find([',', ')']).unwrap_or(0);
            format!("{}{}\n", &line[..at], &rest[end..])
        }
        None => format!("{line}\n"),
    });
    let found = noticed_by(catalogue(&unworn.collect::<String>()), &people);
    println!("wearing out: {}", found.unwrap_or("nobody"));
    if found.is_none() {
        unnoticed.push("wearing out".to_owned());
    }
    unnoticed
}
