//! An Excel workbook (`.xlsx`) as rows of texts: of the worksheet whose head is a sheet's.

use super::MAX_BYTES;
use super::problem::ProblemKind;
use super::records::Record;
use crate::scenario::zip;
use calamine::{DataRef, DataType, Reader, Xlsx};
use std::borrow::Cow;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most columns of a worksheet.
pub(super) const MAX_COLUMNS: usize = 256;
/// Most worksheets of a workbook.
const MAX_WORKSHEETS: usize = 64;
const DAY_S: f64 = 86_400.0;

/// The rows that hold something.
pub(super) struct Worksheet {
    /// `None` where the workbook has no other.
    pub name: Option<String>,
    pub rows: Vec<Record<'static>>,
}

/// The first worksheet whose first row is a head; where none is, the first.
pub(super) fn read(bytes: &[u8], is_head: impl Fn(&Record) -> bool) -> Result<Worksheet, ProblemKind> {
    fits(bytes)?;
    // The reader is somebody else's, and the file may be made to break it.
    let read = catch_unwind(AssertUnwindSafe(|| worksheet(bytes, is_head)));
    read.unwrap_or(Err(ProblemKind::WorkbookBroken))
}

/// Whether the archive is whole, and unpacked stays within the limit of a sheet.
fn fits(bytes: &[u8]) -> Result<(), ProblemKind> {
    let refused = |error| match error {
        zip::ZipError::TooLarge | zip::ZipError::TooMany => ProblemKind::WorkbookLarge,
        zip::ZipError::Locked => ProblemKind::Workbook,
        _ => ProblemKind::WorkbookBroken,
    };
    // Two programs could find two directories in it where something follows the last one.
    let end = bytes.len().checked_sub(22).and_then(|at| bytes.get(at..)).unwrap_or_default();
    if !end.starts_with(b"PK\x05\x06") {
        return Err(ProblemKind::WorkbookBroken);
    }
    let mut room = MAX_BYTES;
    for entry in zip::directory(bytes).map_err(refused)? {
        room -= zip::unpack(bytes, &entry, room).map_err(refused)?.len();
    }
    Ok(())
}

fn worksheet(bytes: &[u8], is_head: impl Fn(&Record) -> bool) -> Result<Worksheet, ProblemKind> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| ProblemKind::WorkbookBroken)?;
    let names = book.sheet_names();
    if names.len() > MAX_WORKSHEETS {
        return Err(ProblemKind::WorkbookLarge);
    }
    let named = |name: &String| (names.len() > 1).then(|| name.clone());
    let mut first = None;
    let mut room = MAX_BYTES;
    for name in &names {
        let rows = rows(&mut book, name, &mut room)?;
        if rows.first().is_some_and(&is_head) {
            return Ok(Worksheet { name: named(name), rows });
        }
        if !rows.is_empty() {
            first.get_or_insert(Worksheet { name: named(name), rows });
        }
    }
    first.ok_or(ProblemKind::NoRows)
}

/// Rows that hold something; `room`: bytes of text that may still be read.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, room: &mut usize) -> Result<Vec<Record<'static>>, ProblemKind> {
    let broken = |_| ProblemKind::WorkbookBroken;
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A page of a diagram has no cells.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(_) => return Err(ProblemKind::WorkbookBroken),
    };
    let mut rows: Vec<Record> = Vec::new();
    let mut times = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (line, column) = (u64::from(cell.get_position().0) + 1, cell.get_position().1 as usize);
        let seconds = seconds(cell.get_value());
        let text = seconds.map_or_else(|| text(cell.get_value()), |seconds| clock(seconds, true));
        if text.trim().is_empty() {
            continue;
        }
        if column >= MAX_COLUMNS {
            return Err(ProblemKind::WorkbookLarge);
        }
        // One text may stand in many cells, so that little on the disk is much here.
        *room = room.checked_sub(text.len() + 64).ok_or(ProblemKind::WorkbookLarge)?;
        if rows.last().is_none_or(|row| row.line < line) {
            rows.push(Record { line, ..Record::default() });
        }
        let at = rows.len() - 1;
        let row = rows.last_mut().filter(|row| row.line == line).ok_or(ProblemKind::WorkbookBroken)?;
        if row.cells.len() <= column {
            *room = room
                .checked_sub((column - row.cells.len()) * size_of::<Cow<str>>())
                .ok_or(ProblemKind::WorkbookLarge)?;
            row.cells.resize(column + 1, Cow::Borrowed(""));
        }
        row.cells[column] = Cow::Owned(text);
        times.extend(seconds.map(|seconds| (at, column, seconds)));
    }
    // Who types 1:05 means a minute and five seconds and sees 1:05, but Excel stores an hour and five minutes.
    if times.iter().all(|(_, _, seconds)| seconds % 60 == 0) {
        for (row, column, seconds) in times {
            rows[row].cells[column] = Cow::Owned(clock(seconds, false));
        }
    }
    Ok(rows)
}

fn text(value: &DataRef) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        // A rich text or a number; 3 is kept as 3.0.
        value => value.as_string().unwrap_or_default(),
    }
}

/// Of a time of day or a length of time.
fn seconds(value: &DataRef) -> Option<u64> {
    let DataRef::DateTime(time) = value else { return None };
    let days = time.as_f64();
    // With a date before it, only the time of day is meant.
    let days = if days < 4.0 { days } else { days.fract() };
    (days.is_finite() && days >= 0.0).then(|| (days * DAY_S).round() as u64)
}

fn clock(seconds: u64, with_seconds: bool) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if with_seconds { format!("{hours}:{minutes:02}:{rest:02}") } else { format!("{hours}:{minutes:02}") }
}
