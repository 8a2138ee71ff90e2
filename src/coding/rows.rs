//! A table that is no coding sheet, a roster for one, read as strictly: its rows as texts, and how the file was written.

use super::problem::{Problem, ProblemKind, Problems};
use super::records::{QuoteFault, Records};
use super::table::{HowRead, Separator};
use super::workbook;
use super::{Encoding, MAX_BYTES, encoding};

/// The rows of a table that hold something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainTable {
    /// Each with its line in the file, from 1 (in a workbook, the row).
    pub rows: Vec<(u64, Vec<String>)>,
    /// How the file was written.
    pub how: HowRead,
    /// The worksheet, where a workbook has several.
    pub worksheet: Option<String>,
}

/// Reads CSV (UTF-8, UTF-16 or GBK, with any of the usual separators) or `.xlsx`. `is_head` says how many cells of a row it
/// knows: the separator and the worksheet by which the first row has the most are taken.
///
/// # Errors
///
/// All problems at once: no text, an unknown encoding, a quotation mark that is never closed, too large.
pub fn plain_rows(bytes: &[u8], known: impl Fn(&[String]) -> usize) -> Result<PlainTable, Vec<Problem>> {
    let mut problems = Problems::default();
    let mut refused = |line, kind| {
        problems.add(line, None, kind);
        Err(std::mem::take(&mut problems.list))
    };
    if bytes.len() > MAX_BYTES {
        return refused(0, ProblemKind::TooLarge);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return refused(0, ProblemKind::Workbook);
    }
    let owned = |cells: &[std::borrow::Cow<'_, str>]| -> Vec<String> {
        cells.iter().map(|cell| cell.trim().to_owned()).collect()
    };
    if bytes.starts_with(b"PK\x03\x04") {
        return match workbook::read(bytes, |row| known(&owned(&row.cells)) > 0) {
            Ok(worksheet) => Ok(PlainTable {
                rows: worksheet.rows.iter().map(|row| (row.line, owned(&row.cells))).collect(),
                how: HowRead { encoding: Encoding::Xlsx, separator: Separator::Cell },
                worksheet: worksheet.name,
            }),
            Err(kind) => refused(0, kind),
        };
    }
    let (text, encoding) = match encoding::decoded(bytes) {
        Ok(decoded) => decoded,
        Err(kind) => return refused(0, kind),
    };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    // Excel's own first line.
    let (start, first) = match text.lines().next() {
        Some(line) if line.trim_start().to_lowercase().starts_with("sep=") => ((line.len() + 1).min(text.len()), 2),
        _ => (0, 1),
    };
    let rank = |by: Separator| {
        let mut records = Records::new(&text, by.sign(), start, first);
        let head = records.find(|row| row.as_ref().is_ok_and(|row| !row.is_empty()));
        let cells = head.and_then(Result::ok).map(|row| owned(&row.cells)).unwrap_or_default();
        (known(&cells), cells.len())
    };
    let separator = [Separator::Tab, Separator::Semicolon, Separator::Comma].into_iter().max_by_key(|by| rank(*by));
    let separator = separator.unwrap_or(Separator::Comma);
    let mut rows = Vec::new();
    for record in Records::new(&text, separator.sign(), start, first) {
        match record {
            Ok(record) if record.is_empty() => {}
            Ok(record) => rows.push((record.line, owned(&record.cells))),
            Err(QuoteFault::NeverClosed(line)) => return refused(line, ProblemKind::QuoteOpen),
            Err(QuoteFault::MoreAfter(line)) => return refused(line, ProblemKind::QuoteThenMore),
        }
    }
    if rows.is_empty() {
        return refused(0, ProblemKind::NoRows);
    }
    Ok(PlainTable { rows, how: HowRead { encoding, separator }, worksheet: None })
}
