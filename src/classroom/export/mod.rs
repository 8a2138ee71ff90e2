//! What a class did, as files: CSV, `.xlsx`, Moodle's grade import, JSON.
//!
//! CSV by RFC 4180: fixed column ids, points as decimals out of 100, times in ISO 8601 (UTC), lines ending in CRLF. Texts
//! that somebody wrote are guarded against being taken for formulas ([`guarded`]).

mod table;
mod xlsx;

pub use table::{Cell, Sheet, attempts, heat, items};
pub use xlsx::xlsx;

use super::error::ClassError;
use super::results::ClassResults;
use crate::vocabulary::{BOM, guarded};
use std::collections::BTreeMap;

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
/// the import stops at an empty identity or a grade that is no number.
///
/// Results must have been made with real names: only they hold numbers.
///
/// # Errors
///
/// [`ClassError::Workbook`], where it cannot be written.
pub fn moodle(results: &ClassResults, feedback: impl Fn(&ClassResults, &str) -> String) -> Result<Moodle, ClassError> {
    let mut titles: Vec<&str> = results.rows.iter().map(|row| row.assignment.as_str()).collect();
    titles.sort_unstable();
    titles.dedup();
    let mut best: BTreeMap<&str, BTreeMap<&str, i64>> = BTreeMap::new();
    let mut without: Vec<String> = Vec::new();
    for row in &results.rows {
        let Some(total) = row.total else { continue };
        match row.who.number.as_deref() {
            Some(number) => {
                let grade = best.entry(number).or_default().entry(&row.assignment).or_insert(total);
                *grade = (*grade).max(total);
            }
            None if !without.contains(&row.who.pseudonym) => without.push(row.who.pseudonym.clone()),
            None => {}
        }
    }
    let mut heads = vec!["idnumber".to_owned()];
    heads.extend(titles.iter().map(|title| if title.is_empty() { "Calmdesk".to_owned() } else { (*title).to_owned() }));
    heads.push("feedback".to_owned());
    let rows = best.iter().map(|(number, grades)| {
        let grades_cells = titles.iter().map(|title| match grades.get(title) {
            Some(total) => Cell::Points(Some(*total)),
            // What Moodle reads as: no grade.
            None => Cell::Plain("-".to_owned()),
        });
        let mut cells = vec![Cell::Plain((*number).to_owned())];
        cells.extend(grades_cells);
        cells.push(Cell::Text(feedback(results, number)));
        cells
    });
    let sheet = Sheet { name: "moodle", heads, rows: rows.collect() };
    let csv = csv(&sheet, CsvForm { bom: false, separator: CsvSeparator::Comma })?;
    Ok(Moodle { csv, without_number: without })
}
