//! An instructor saves while the window is open: whatever stands in the file at that moment, loading it ends well.

use calmdesk::authoring::library;
use calmdesk::authoring::starter::Template;
use calmdesk::lint::{check, render};
use calmdesk::rehearsal::{Policy, play};
use calmdesk::rubric::Rubric;
use calmdesk::scenario::diagnostic::{Code, Diagnostic};
use calmdesk::scenario::{Scenario, SourceBundle, load};
use calmdesk::session::{Event, Mode, Settings};
use calmdesk::vocabulary::Locale;
use proptest::prelude::*;
use std::sync::Arc;

/// All that ships: whole scenarios, what `new` makes, and one of several files.
fn sound() -> Vec<SourceBundle> {
    let mut all: Vec<SourceBundle> = library::shipped().iter().map(|entry| entry.bundle.clone()).collect();
    for (name, template) in Template::NAMED {
        for locale in Locale::ALL {
            all.push(SourceBundle { id: name.to_owned(), files: template.files(locale) });
        }
    }
    let fixture = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics").join(name);
        std::fs::read(path).unwrap()
    };
    for (id, parts) in [("topics-valid", vec![]), ("include-valid", vec!["shared/opening.ron", "shared/people.ron"])] {
        let mut bundle = SourceBundle::of_text(id, fixture(&format!("{id}.ron")));
        bundle.files.extend(parts.into_iter().map(|name| (name.to_owned(), fixture(name))));
        all.push(bundle);
    }
    all
}

/// One slip of the hand.
#[derive(Clone, Debug)]
enum Slip {
    Byte(prop::sample::Index, u8),
    Sign(prop::sample::Index, prop::sample::Index),
    Cut(prop::sample::Index, u8),
    LineAway(prop::sample::Index),
    LineTwice(prop::sample::Index),
    LinesSwapped(prop::sample::Index, prop::sample::Index),
    LineFromElsewhere(prop::sample::Index, prop::sample::Index),
    WordChanged(prop::sample::Index),
    HalfSaved(prop::sample::Index),
}

fn slips() -> impl Strategy<Value = Vec<Slip>> {
    let at = any::<prop::sample::Index>;
    let one = prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Slip::Byte(at, byte)),
        (at(), at()).prop_map(|(at, sign)| Slip::Sign(at, sign)),
        (at(), 1u8..40).prop_map(|(at, length)| Slip::Cut(at, length)),
        at().prop_map(Slip::LineAway),
        at().prop_map(Slip::LineTwice),
        (at(), at()).prop_map(|(a, b)| Slip::LinesSwapped(a, b)),
        (at(), at()).prop_map(|(from, to)| Slip::LineFromElsewhere(from, to)),
        at().prop_map(Slip::WordChanged),
        at().prop_map(Slip::HalfSaved),
    ];
    prop::collection::vec(one, 1..6)
}

fn slip(bytes: &mut Vec<u8>, slip: &Slip) {
    const SIGNS: [&str; 16] =
        ["(", ")", "[", "]", "{", "}", "\"", ",", ":", "//", "/*", "，", "“", "Topics(", "include: [\"x.ron\"],", "\\"];
    if bytes.is_empty() {
        return;
    }
    let lines =
        |bytes: &[u8]| -> Vec<Vec<u8>> { bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect() };
    match slip {
        Slip::Byte(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        Slip::Sign(at, sign) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, sign.get(&SIGNS).bytes());
        }
        Slip::Cut(at, length) => {
            let at = at.index(bytes.len());
            bytes.drain(at..(at + usize::from(*length)).min(bytes.len()));
        }
        Slip::HalfSaved(at) => bytes.truncate(at.index(bytes.len())),
        Slip::WordChanged(at) => {
            // The letter after a random quote: names that lead nowhere.
            let quotes: Vec<usize> = (0..bytes.len() - 1).filter(|at| bytes[*at] == b'"').collect();
            if !quotes.is_empty() {
                bytes.insert(at.get(&quotes) + 1, b'q');
            }
        }
        Slip::LineAway(at) => {
            let mut all = lines(bytes);
            all.remove(at.index(all.len()));
            *bytes = all.concat();
        }
        Slip::LineTwice(at) => {
            let mut all = lines(bytes);
            let at = at.index(all.len());
            all.insert(at, all[at].clone());
            *bytes = all.concat();
        }
        Slip::LinesSwapped(a, b) => {
            let mut all = lines(bytes);
            let (a, b) = (a.index(all.len()), b.index(all.len()));
            all.swap(a, b);
            *bytes = all.concat();
        }
        Slip::LineFromElsewhere(from, to) => {
            let mut all = lines(bytes);
            let line = all[from.index(all.len())].clone();
            let to = to.index(all.len());
            all.insert(to, line);
            *bytes = all.concat();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_saved_loads_or_says_why_not(which in any::<prop::sample::Index>(), file in any::<prop::sample::Index>(), slips in slips()) {
        let bundles = sound();
        let mut bundle = which.get(&bundles).clone();
        let file = file.index(bundle.files.len());
        slips.iter().for_each(|one| slip(&mut bundle.files[file].1, one));
        let checked = check(&bundle);
        let loaded = load(&bundle);
        prop_assert_eq!(loaded.scenario.is_none(), loaded.diagnostics.iter().any(Diagnostic::is_error));
        prop_assert_eq!(checked.scenario.is_some(), loaded.scenario.is_some());
        for problem in &checked.diagnostics {
            let text = bundle.shown(&problem.file);
            prop_assert!(problem.span.start <= problem.span.end && problem.span.end <= text.len(), "{problem:?}");
            prop_assert!(problem.line >= 1 && problem.column >= 1);
            for locale in Locale::ALL {
                prop_assert!(!render(problem, &problem.file, &text, locale, false).is_empty());
            }
        }
        // What still loads can still be played, whatever the slip made of it.
        if let Some(scenario) = &loaded.scenario {
            play(scenario, &settings(1), Policy::Random, Rubric::shipped());
        }
    }
}

const fn settings(seed: u64) -> Settings {
    Settings { seed, mode: Mode::Exam, timed: true }
}

const fn of_looks(code: Code) -> bool {
    matches!(code, Code::GiveAway | Code::ToldByLooks)
}

/// Ten thousand sessions of clicking at random, spread over everything that `check` finds nothing wrong with.
#[test]
fn what_is_checked_clean_never_leaves_anybody_stuck() {
    const RUNS: u64 = 10_000;
    let clean: Vec<Arc<Scenario>> = sound()
        .iter()
        .map(check)
        // How an option looks leaves nobody stuck.
        .filter(|checked| checked.diagnostics.iter().all(|problem| of_looks(problem.code)))
        .filter_map(|checked| checked.scenario)
        .collect();
    assert!(clean.len() >= 7, "{} scenarios are clean", clean.len());
    let share = RUNS.div_ceil(clean.len() as u64);
    std::thread::scope(|scope| {
        for half in 0..2 {
            let clean = &clean;
            scope.spawn(move || {
                for scenario in clean {
                    for seed in (0..share).filter(|seed| seed % 2 == half) {
                        let run = play(scenario, &settings(seed), Policy::Random, Rubric::shipped());
                        assert!(run.ended, "{} {seed}", scenario.id);
                        let Some(Event::Ended { node }) = run.events.last() else { panic!("{} {seed}", scenario.id) };
                        let kind = &scenario.nodes[node.at()].kind;
                        let end = matches!(kind, calmdesk::scenario::model::NodeKind::End(_));
                        assert!(end, "{} {seed}: stopped at {}", scenario.id, scenario.nodes[node.at()].id);
                    }
                }
            });
        }
    });
}
