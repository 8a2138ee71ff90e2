//! Results as tables of cells, whatever file they go into.

use crate::classroom::ids::Moment;
use crate::classroom::results::{ClassResults, Shown};
use crate::rubric::assessment::Dimension;
use crate::vocabulary::guarded;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What the worksheet is called.
    pub name: &'static str,
    /// Ids of the columns.
    pub heads: Vec<String>,
    /// As wide as the heads.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Somebody wrote it: guarded.
    Text(String),
    /// The program wrote it.
    Plain(String),
    /// Thousandths, shown out of 100 with one decimal; nothing where there is no score.
    Points(Option<i64>),
    /// A number as it is; nothing where there is none.
    Number(Option<f64>),
    /// A time.
    Time(Option<Moment>),
}

impl Cell {
    /// As text of a CSV file.
    pub fn as_csv(&self) -> String {
        match self {
            Self::Text(text) => guarded(text),
            Self::Plain(text) => text.clone(),
            Self::Points(points) => points.map(points_text).unwrap_or_default(),
            Self::Number(number) => number.map(|number| trimmed(&format!("{number:.3}"))).unwrap_or_default(),
            Self::Time(time) => time.map(iso).unwrap_or_default(),
        }
    }
}

/// `97.9`; nothing is rounded up.
fn points_text(thousandths: i64) -> String {
    format!("{}.{}", thousandths / 10, (thousandths % 10).abs())
}

fn trimmed(text: &str) -> String {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text.to_owned() }
}

/// `2026-03-09T01:12:00Z`.
pub(super) fn iso(at: Moment) -> String {
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The columns that say who; names and numbers only where the results hold any.
fn who_heads(results: &ClassResults) -> Vec<String> {
    let any = |of: fn(&Shown) -> bool| results.rows.iter().map(|row| &row.who).chain(&results.missing).any(of);
    let mut heads = vec!["pseudonym".to_owned()];
    heads.extend(any(|who| who.name.is_some()).then(|| "name".to_owned()));
    heads.extend(any(|who| who.number.is_some()).then(|| "number".to_owned()));
    heads
}

fn who_cells(who: &Shown, heads: &[String]) -> Vec<Cell> {
    let text = |text: &Option<String>| Cell::Text(text.clone().unwrap_or_default());
    let cell = |head: &String| match head.as_str() {
        "pseudonym" => Some(Cell::Text(who.pseudonym.clone())),
        "name" => Some(text(&who.name)),
        "number" => Some(text(&who.number)),
        _ => None,
    };
    heads.iter().filter_map(cell).collect()
}

/// One row an attempt, then one each for whoever has handed in nothing.
pub fn attempts(results: &ClassResults) -> Sheet {
    let mut heads = who_heads(results);
    let who_heads = heads.clone();
    heads.extend(["assignment", "scenario", "attempt", "state", "started", "handed_in"].map(str::to_owned));
    heads.extend(Dimension::ALL.map(|dimension| dimension.id().to_owned()));
    heads.extend(
        [
            "machine_total",
            "total",
            "standing",
            "outcome",
            "critical",
            "minutes",
            "turns",
            "steps_back",
            "overridden_by",
            "override_reason",
            "found",
        ]
        .map(str::to_owned),
    );
    heads.extend(results.criteria.iter().cloned());
    let width = heads.len();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for row in &results.rows {
        let machine = row.machine.as_ref();
        let plain = |text: Option<&str>| Cell::Plain(text.unwrap_or_default().to_owned());
        let mut cells = who_cells(&row.who, &who_heads);
        cells.extend([
            Cell::Text(row.assignment.clone()),
            Cell::Text(row.scenario.clone()),
            Cell::Number(Some(f64::from(row.number))),
            plain(Some(row.state.into())),
            Cell::Time(Some(row.started)),
            Cell::Time(row.handed_in),
        ]);
        cells.extend(
            Dimension::ALL
                .map(|dimension| Cell::Points(machine.and_then(|machine| machine.dimensions[dimension as usize]))),
        );
        let word = row.overridden.as_ref();
        let number = |number: Option<u32>| Cell::Number(number.map(f64::from));
        cells.extend([
            Cell::Points(machine.and_then(|machine| machine.total)),
            Cell::Points(row.total),
            plain(row.standing.as_deref()),
            plain(machine.and_then(|machine| machine.outcome.as_deref())),
            Cell::Plain(machine.map(|machine| machine.critical.join(";")).unwrap_or_default()),
            Cell::Number(machine.map(|machine| machine.duration_ms as f64 / 60_000.0)),
            number(machine.map(|machine| machine.turns)),
            number(machine.map(|machine| machine.steps_back)),
            Cell::Text(word.map(|word| word.who.clone()).unwrap_or_default()),
            Cell::Text(word.map(|word| word.reason.clone()).unwrap_or_default()),
            plain(row.weight.map(|weight| match weight {
                crate::classroom::findings::Weight::Note => "note",
                crate::classroom::findings::Weight::Doubt => "doubt",
                crate::classroom::findings::Weight::Refused => "refused",
            })),
        ]);
        let share = |criterion| machine.and_then(|machine| machine.criteria.get(criterion)).copied();
        cells.extend(results.criteria.iter().map(|criterion| Cell::Points(share(criterion))));
        rows.push(cells);
    }
    for who in &results.missing {
        let mut cells = who_cells(who, &who_heads);
        cells.resize(width, Cell::Plain(String::new()));
        rows.push(cells);
    }
    Sheet { name: "attempts", heads, rows }
}

/// Trainee × criterion.
pub fn heat(results: &ClassResults) -> Sheet {
    let mut heads = who_heads(results);
    let who_heads = heads.clone();
    heads.extend(results.criteria.iter().cloned());
    let row = |row: &crate::classroom::results::HeatRow| {
        let mut cells = who_cells(&row.who, &who_heads);
        cells.extend(row.shares.iter().map(|share| Cell::Points(*share)));
        cells
    };
    Sheet { name: "criteria", rows: results.heat.iter().map(row).collect(), heads }
}

/// One row an option that somebody took.
pub fn items(results: &ClassResults) -> Sheet {
    let heads = [
        "scenario",
        "node",
        "sessions",
        "difficulty",
        "discrimination",
        "discrimination_half_width",
        "option",
        "taken",
        "points",
        "wrong",
    ];
    let rows = results.items.iter().flat_map(|item| {
        item.options.iter().map(move |option| {
            let count = |count: usize| Cell::Number(Some(count as f64));
            vec![
                Cell::Text(item.scenario.clone()),
                Cell::Text(item.node.clone()),
                count(item.sessions),
                Cell::Number(item.difficulty),
                Cell::Number(item.discrimination),
                Cell::Number(item.half_width),
                Cell::Text(option.option.clone()),
                count(option.sessions),
                Cell::Points(option.points),
                count(option.wrong),
            ]
        })
    });
    Sheet { name: "items", heads: heads.map(str::to_owned).to_vec(), rows: rows.collect() }
}
