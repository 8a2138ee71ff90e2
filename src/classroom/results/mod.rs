//! What a class did: table, heat map, outcomes, items, wrong turns, progress. Made of summaries; no log is read.

mod items;
mod traffic;
mod turns;

pub use items::{Item, OptionTaken};
pub use traffic::traffic;
pub use turns::WrongTurn;

use super::error::ClassError;
use super::findings::Weight;
use super::ids::{AssignmentId, AttemptId, ClassId, Moment, PersonId};
use super::live::settle;
use super::model::{Assignment, Attempt, AttemptState, Person};
use super::statistics::mean;
use super::store::{Overridden, Store};
use super::summary::Summary;
use crate::rubric::Rubric;
use serde::Serialize;
use std::collections::BTreeMap;

/// Under what people are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// Pseudonyms alone: names and numbers are not even in the results.
    #[default]
    Pseudonyms,
    /// As the roster has them: the instructor asked for it.
    Real,
}

/// Somebody, as they are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Their identity.
    pub person: PersonId,
    /// Always there.
    pub pseudonym: String,
    /// With [`Names::Real`], as far as it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// With [`Names::Real`], as far as it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

impl Shown {
    fn of(person: &Person, names: Names) -> Self {
        let real = |text: &Option<String>| text.clone().filter(|_| names == Names::Real);
        Self {
            person: person.id,
            pseudonym: person.pseudonym.clone(),
            name: real(&person.name),
            number: real(&person.number),
        }
    }

    /// The name if it may be shown and is known, else the pseudonym.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.pseudonym)
    }
}

/// One attempt of the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResultRow {
    /// Whose.
    pub who: Shown,
    /// Which.
    pub attempt: AttemptId,
    /// Of which assignment; empty: practice that nobody assigned.
    pub assignment: String,
    /// The scenario's id.
    pub scenario: String,
    /// Counted from 1.
    pub number: u32,
    /// Whether it was handed in.
    pub state: AttemptState,
    /// When it began.
    pub started: Moment,
    /// When it was handed in.
    pub handed_in: Option<Moment>,
    /// What counts, in thousandths: the instructor's word, else the machine's.
    pub total: Option<i64>,
    /// What counts: `passed`, `not-passed`, `unfinished`, `unscored`; `None`: not handed in or not readable.
    pub standing: Option<String>,
    /// What the machine made of it.
    pub machine: Option<Summary>,
    /// The instructor's last word, if there is one.
    pub overridden: Option<Overridden>,
    /// The heaviest of what was found; `None`: nobody has looked yet.
    pub weight: Option<Weight>,
}

/// One line of the heat map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HeatRow {
    /// Who.
    pub who: Shown,
    /// By criterion, in the order of [`ClassResults::criteria`]: mean share in thousandths over the last attempt at each
    /// scenario. `None`: no opportunity, no score.
    pub shares: Vec<Option<i64>>,
}

/// How a class did at its first, second, … attempt.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ByAttempt {
    /// Counted from 1.
    pub number: u32,
    /// Attempts with a total.
    pub attempts: usize,
    /// Mean total, in thousandths.
    pub mean: i64,
    /// Mean gain over the same person's attempt before at the same scenario, in thousandths.
    pub gain: Option<i64>,
}

/// What a class did.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClassResults {
    /// The class's name.
    pub class: String,
    /// The assignment, if it is one's alone.
    pub assignment: Option<Assignment>,
    /// Ids of the criteria, in the rubric's order.
    pub criteria: Vec<String>,
    /// Everybody's attempts, by person, assignment, item and number.
    pub rows: Vec<ResultRow>,
    /// People who have handed in nothing.
    pub missing: Vec<Shown>,
    /// Trainee × criterion.
    pub heat: Vec<HeatRow>,
    /// By id of the outcome how often it was reached; `-` where no ending was.
    pub outcomes: BTreeMap<String, u64>,
    /// What was chosen where, and how well that tells people apart: by each person's first attempt.
    pub items: Vec<Item>,
    /// The commonest first.
    pub wrong_turns: Vec<WrongTurn>,
    /// By number of the attempt.
    pub progress: Vec<ByAttempt>,
}

/// Works out what a class did, in all assignments or in one. Attempts that were handed in and not looked at yet are looked at
/// first.
///
/// # Errors
///
/// [`ClassError::NoSuch`], [`ClassError::Database`].
pub async fn results(
    store: &Store,
    class: ClassId,
    assignment: Option<AssignmentId>,
    names: Names,
) -> Result<ClassResults, ClassError> {
    for attempt in store.unsettled(class).await? {
        settle(store, attempt).await?;
    }
    let named = store.class(class).await?.name;
    let people = store.people(class).await?;
    let assignments = store.assignments(class).await?;
    let attempts = store.attempts(class, assignment).await?;
    let overrides = store.overrides(class).await?;
    let weights = store.weights(class).await?;
    let alone = assignment.map(|id| assignments.iter().find(|one| one.id == id).cloned());
    if alone.as_ref().is_some_and(Option::is_none) {
        return Err(ClassError::NoSuch(super::error::Thing::Assignment));
    }
    let gathered = Gathered { people, assignments, attempts, overrides, weights };
    Ok(gathered.results(named, alone.flatten(), names))
}

/// All that results are made of.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// Everybody of the class.
    pub people: Vec<Person>,
    /// What they had to play.
    pub assignments: Vec<Assignment>,
    /// What they made of it.
    pub attempts: Vec<Attempt>,
    /// What instructors put in its place.
    pub overrides: Vec<Overridden>,
    /// The heaviest finding of each attempt that was looked at.
    pub weights: BTreeMap<AttemptId, Weight>,
}

impl Gathered {
    /// Works them out: no database, no clock.
    pub fn results(&self, class: String, assignment: Option<Assignment>, names: Names) -> ClassResults {
        let criteria: Vec<String> = Rubric::shipped().criteria.iter().map(|one| one.id.clone()).collect();
        let shown: BTreeMap<PersonId, Shown> =
            self.people.iter().map(|person| (person.id, Shown::of(person, names))).collect();
        let mut rows: Vec<ResultRow> = self.attempts.iter().filter_map(|one| self.row(one, &shown)).collect();
        let key = |row: &ResultRow| (row.who.label().to_owned(), row.who.person, row.assignment.clone());
        rows.sort_by(|a, b| key(a).cmp(&key(b)).then(a.scenario.cmp(&b.scenario)).then(a.number.cmp(&b.number)));
        let handed_in =
            |person: &PersonId| rows.iter().any(|row| row.who.person == *person && row.state == AttemptState::HandedIn);
        let missing = self.people.iter().filter(|person| !handed_in(&person.id));
        let missing = missing.filter_map(|person| shown.get(&person.id).cloned()).collect();
        let mut outcomes = BTreeMap::new();
        for summary in rows.iter().filter_map(|row| row.machine.as_ref()) {
            *outcomes.entry(summary.outcome.clone().unwrap_or_else(|| "-".to_owned())).or_default() += 1;
        }
        ClassResults {
            class,
            assignment,
            heat: heat(&rows, &criteria),
            items: items::items(&rows),
            wrong_turns: turns::wrong_turns(&rows),
            progress: progress(&rows),
            criteria,
            missing,
            outcomes,
            rows,
        }
    }

    fn row(&self, attempt: &Attempt, shown: &BTreeMap<PersonId, Shown>) -> Option<ResultRow> {
        let assignment = self.assignments.iter().find(|one| Some(one.id) == attempt.assignment);
        let overridden = self.overrides.iter().rfind(|one| one.attempt == attempt.id).cloned();
        let machine = attempt.summary.clone();
        let word = overridden.as_ref();
        let standing = word.and_then(|word| word.passed).map(|passed| if passed { "passed" } else { "not-passed" });
        Some(ResultRow {
            who: shown.get(&attempt.person)?.clone(),
            attempt: attempt.id,
            assignment: assignment.map(|one| one.title.clone()).unwrap_or_default(),
            scenario: attempt.scenario.clone(),
            number: attempt.number,
            state: attempt.state,
            started: attempt.started,
            handed_in: attempt.handed_in,
            total: word.and_then(|word| word.total).or_else(|| machine.as_ref().and_then(|one| one.total)),
            standing: standing.map(str::to_owned).or_else(|| machine.as_ref().map(|one| one.standing.clone())),
            machine,
            overridden,
            weight: self.weights.get(&attempt.id).copied(),
        })
    }
}

/// The last attempt with a summary of each person at each scenario, in the order of the rows.
fn last_attempts(rows: &[ResultRow]) -> Vec<&ResultRow> {
    let same = |a: &ResultRow, b: &ResultRow| {
        a.who.person == b.who.person && a.assignment == b.assignment && a.scenario == b.scenario
    };
    let mut last: Vec<&ResultRow> = Vec::new();
    for row in rows.iter().filter(|row| row.machine.is_some()) {
        match last.last_mut() {
            Some(before) if same(before, row) => *before = row,
            _ => last.push(row),
        }
    }
    last
}

fn heat(rows: &[ResultRow], criteria: &[String]) -> Vec<HeatRow> {
    let mut heat: Vec<(Shown, Vec<Vec<f64>>)> = Vec::new();
    for row in last_attempts(rows) {
        let Some(summary) = &row.machine else { continue };
        if heat.last().is_none_or(|(who, _)| who.person != row.who.person) {
            heat.push((row.who.clone(), vec![Vec::new(); criteria.len()]));
        }
        let Some((_, seen)) = heat.last_mut() else { continue };
        for (seen, criterion) in seen.iter_mut().zip(criteria) {
            seen.extend(summary.criteria.get(criterion).map(|share| *share as f64));
        }
    }
    let shares = |seen: Vec<Vec<f64>>| seen.iter().map(|seen| mean(seen).map(rounded)).collect();
    heat.into_iter().map(|(who, seen)| HeatRow { who, shares: shares(seen) }).collect()
}

fn progress(rows: &[ResultRow]) -> Vec<ByAttempt> {
    let mut totals: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    let mut gains: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(total) = row.total else { continue };
        totals.entry(row.number).or_default().push(total as f64);
        let before = at.checked_sub(1).and_then(|before| rows.get(before)).filter(|before| {
            before.who.person == row.who.person
                && before.assignment == row.assignment
                && before.scenario == row.scenario
                && before.number + 1 == row.number
        });
        if let Some(before) = before.and_then(|before| before.total) {
            gains.entry(row.number).or_default().push((total - before) as f64);
        }
    }
    let by_attempt = totals.into_iter().map(|(number, totals)| ByAttempt {
        number,
        attempts: totals.len(),
        mean: mean(&totals).map_or(0, rounded),
        gain: gains.get(&number).and_then(|gains| mean(gains)).map(rounded),
    });
    by_attempt.collect()
}

fn rounded(value: f64) -> i64 {
    value.round() as i64
}
