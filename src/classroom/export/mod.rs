//! What a class did, as files: CSV, `.xlsx`, Moodle's grade import, JSON.
//!
//! CSV by RFC 4180: fixed column ids, points as decimals out of 100, times in ISO 8601 (UTC), lines ending in CRLF. Texts
//! that somebody wrote are guarded against being taken for formulas ([`guarded`]).

mod table;
mod xlsx;

pub use table::{Cell, Sheet, attempts, heat, items};
pub use xlsx::xlsx;

use super::error::ClassError;
use super::results::{ClassResults, ResultRow};
use crate::vocabulary::{BOM, guarded};
use std::collections::{BTreeMap, BTreeSet};

/// What stands between the cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CsvSeparator {
    /// `,`
    #[default]
    Comma,
    /// `;`, as Excel in some countries wants it.
    Semicolon,
    /// A tab.
    Tab,
}

/// How CSV is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvForm {
    /// Excel takes UTF-8 for something else without a byte order mark; other programs stumble over it.
    pub bom: bool,
    /// Between the cells.
    pub separator: CsvSeparator,
}

impl Default for CsvForm {
    /// As Excel in China opens it.
    fn default() -> Self {
        Self { bom: true, separator: CsvSeparator::Comma }
    }
}

/// A sheet as CSV.
///
/// # Errors
///
/// [`ClassError::Workbook`], where it cannot be written.
pub fn csv(sheet: &Sheet, form: CsvForm) -> Result<Vec<u8>, ClassError> {
    let failed = |error: csv::Error| ClassError::Workbook(error.to_string());
    let separator = match form.separator {
        CsvSeparator::Comma => b',',
        CsvSeparator::Semicolon => b';',
        CsvSeparator::Tab => b'\t',
    };
    let mut bytes = if form.bom { BOM.as_bytes().to_vec() } else { Vec::new() };
    let mut writer =
        csv::WriterBuilder::new().delimiter(separator).terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    writer.write_record(sheet.heads.iter().map(|head| guarded(head))).map_err(failed)?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(Cell::as_csv)).map_err(failed)?;
    }
    writer.flush().map_err(|error| ClassError::Workbook(error.to_string()))?;
    drop(writer);
    Ok(bytes)
}

/// Everything as JSON, for programs.
///
/// # Errors
///
/// [`ClassError::Workbook`], where it cannot be written.
pub fn json(results: &ClassResults) -> Result<Vec<u8>, ClassError> {
    serde_json::to_vec_pretty(results).map_err(|error| ClassError::Workbook(error.to_string()))
}

/// A file for Moodle's grade import (*Grades › Import › CSV file*), and who is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moodle {
    /// UTF-8 without a byte order mark, separated by commas: `idnumber`, one grade column from 0 to 100 an assignment, and
    /// feedback.
    pub csv: Vec<u8>,
    /// Pseudonyms of people without a number: the import would stop at a row that names nobody.
    pub without_number: Vec<String>,
}

/// Grades for Moodle: the best total of each person in each assignment, mapped by `idnumber`. Whoever has no grade has no row:
/// the import stops at an empty identity or a grade that is no number. `feedback` says what stands beside a person's
/// grades, of all their attempts.
///
/// Results must have been made with real names: only they hold numbers.
///
/// # Errors
///
/// [`ClassError::Workbook`], where it cannot be written.
pub fn moodle(results: &ClassResults, feedback: impl Fn(&[&ResultRow]) -> String) -> Result<Moodle, ClassError> {
    let graded: Vec<&ResultRow> = results.rows.iter().filter(|row| row.total.is_some()).collect();
    let titles: BTreeSet<&str> = graded.iter().map(|row| row.assignment.as_str()).collect();
    let mut people: BTreeMap<&str, Vec<&ResultRow>> = BTreeMap::new();
    let mut without_number: Vec<String> = Vec::new();
    for row in graded {
        match row.who.number.as_deref() {
            Some(number) => people.entry(number).or_default().push(row),
            None if !without_number.contains(&row.who.pseudonym) => without_number.push(row.who.pseudonym.clone()),
            None => {}
        }
    }
    let mut heads = vec!["idnumber".to_owned()];
    heads.extend(titles.iter().map(|title| if title.is_empty() { "Calmdesk" } else { title }.to_owned()));
    heads.push("feedback".to_owned());
    let rows = people.iter().map(|(number, rows)| {
        let best = |title: &str| rows.iter().filter(|row| row.assignment == title).filter_map(|row| row.total).max();
        let grade = |title: &&str| match best(title) {
            Some(total) => Cell::Points(Some(total)),
            // What Moodle reads as: no grade.
            None => Cell::Plain("-".to_owned()),
        };
        let mut cells = vec![Cell::Text((*number).to_owned())];
        cells.extend(titles.iter().map(grade));
        cells.push(Cell::Text(feedback(rows)));
        cells
    });
    let sheet = Sheet { name: "moodle", rows: rows.collect(), heads };
    Ok(Moodle { csv: csv(&sheet, CsvForm { bom: false, separator: CsvSeparator::Comma })?, without_number })
}
