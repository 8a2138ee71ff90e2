//! Catalogues with one thing wrong, and who notices.

use crate::phenomenon::{ALL, Phenomenon, everyday};
use crate::stage;
use calmdesk::visitor::Persona;
use calmdesk::vocabulary::ActCatalogue;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

const SHIPPED: &str = include_str!("../../assets/acts.ron");
/// Rules that tell the rubric and the session something and bend nothing in the visitor.
const NOT_FELT: [&str; 1] = ["Promise"];
/// One of so many people is asked.
const SOME_PEOPLE: usize = 12;

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

/// The phenomena that no longer hold.
fn noticed_by(acts: &'static ActCatalogue, people: &People) -> Vec<&'static str> {
    let fails = |phenomenon: &&Phenomenon| {
        let (shown, of) = phenomenon.count(acts, people);
        (shown as f64) < phenomenon.share * of as f64
    };
    ALL.iter().filter(fails).map(|phenomenon| phenomenon.name).collect()
}

/// Who noticed one wrong sign.
#[derive(Default)]
struct Seen {
    expectation: bool,
    better: bool,
    phenomena: Vec<&'static str>,
}

impl Seen {
    fn of(name: &str, wrong: &'static ActCatalogue, people: &People) -> Self {
        Self {
            expectation: !everyday::missed(wrong, people, |act| act == name).is_empty(),
            better: !everyday::not_better(wrong, people).is_empty(),
            phenomena: noticed_by(wrong, people),
        }
    }
    fn anybody(&self) -> bool {
        self.expectation || self.better || !self.phenomena.is_empty()
    }
}

/// Looks at every job, on every core.
fn each<J: Sync, R: Send>(jobs: &[J], look: impl Fn(&J) -> R + Sync) -> Vec<R> {
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = look(job);
                    found.lock().expect("no thread has panicked").push(result);
                }
            });
        }
    });
    found.into_inner().expect("no thread has panicked")
}

/// What nobody notices; prints who noticed what.
pub fn check() -> Vec<String> {
    // A few people of every kind, all of whom show everything as things are.
    let shipped = ActCatalogue::shipped();
    let shows_all = |one: &(Persona, u64)| noticed_by(shipped, std::slice::from_ref(one)).is_empty();
    let people: Vec<_> = stage::people().into_iter().step_by(SOME_PEOPLE).filter(shows_all).collect();
    assert!(people.len() >= 10, "only {} people", people.len());
    let before = everyday::missed(shipped, &people, |_| true);
    assert!(before.is_empty() && everyday::not_better(shipped, &people).is_empty(), "as things are: {before:?}");

    let jobs: Vec<_> =
        lines().flat_map(|(name, line)| flipped(line).into_iter().map(move |wrong| (name, line, wrong))).collect();
    let seen = each(&jobs, |(name, line, (field, wrong))| {
        (*name, *field, Seen::of(name, catalogue(&SHIPPED.replace(line, wrong)), &people))
    });
    let count = |which: fn(&Seen) -> bool| seen.iter().filter(|(_, _, seen)| which(seen)).count();
    println!("{} signs negated one by one, {} people", seen.len(), people.len());
    println!("  an expectation of that act fails: {}", count(|seen| seen.expectation));
    println!("  a better way is no longer better: {}", count(|seen| seen.better));
    println!("  another phenomenon fails:         {}", count(|seen| !seen.phenomena.is_empty()));
    let mut by: BTreeMap<&str, usize> = BTreeMap::new();
    for phenomenon in seen.iter().flat_map(|(_, _, seen)| &seen.phenomena) {
        *by.entry(phenomenon).or_default() += 1;
    }
    for (phenomenon, count) in &by {
        println!("    {count:4} {phenomenon}");
    }
    let mut unnoticed: Vec<String> = (seen.iter().filter(|(_, _, seen)| !seen.anybody()))
        .map(|(name, field, _)| format!("sign of {field} in {name}"))
        .collect();

    let mut rules: Vec<&str> = SHIPPED
        .split("mechanic: ")
        .skip(1)
        .filter_map(|rest| rest.split([',', ')']).next())
        .filter(|rule| rule.chars().all(char::is_alphanumeric) && !NOT_FELT.contains(rule))
        .collect();
    rules.sort_unstable();
    rules.dedup();
    let mut wrong: Vec<(String, String)> = rules
        .iter()
        .map(|rule| (format!("rule {rule}"), SHIPPED.replace(&format!("mechanic: {rule}, "), "")))
        .collect();
    wrong.push(("wearing out".to_owned(), unworn()));
    for (what, by) in each(&wrong, |(what, text)| (what.clone(), noticed_by(catalogue(text), &people))) {
        println!("{what}: {}", by.first().unwrap_or(&"nobody"));
        if by.is_empty() {
            unnoticed.push(what);
        }
    }
    unnoticed
}

/// The catalogue in which nothing wears out.
fn unworn() -> String {
    let without = |line: &str| match line.find(", wears: ") {
        Some(at) => {
            let end = line[at + 2..].find([',', ')']).map_or(line.len(), |end| at + 2 + end);
            format!("{}{}\n", &line[..at], &line[end..])
        }
        None => format!("{line}\n"),
    };
    SHIPPED.lines().map(without).collect()
}
