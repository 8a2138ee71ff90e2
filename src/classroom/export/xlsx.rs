//! Results as a workbook, a worksheet a table. Texts are written as texts: a workbook takes none of them for a formula.

use super::table::{Cell, Sheet, attempts, heat, iso, items};
use crate::classroom::error::ClassError;
use crate::classroom::results::ClassResults;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// Attempts, criteria, items: three worksheets with frozen heads.
///
/// # Errors
///
/// [`ClassError::Workbook`]: more rows than a worksheet takes, 1,048,576.
pub fn xlsx(results: &ClassResults) -> Result<Vec<u8>, ClassError> {
    let mut book = Workbook::new();
    let failed = |error: XlsxError| ClassError::Workbook(error.to_string());
    for sheet in [attempts(results), heat(results), items(results)] {
        write(book.add_worksheet(), &sheet).map_err(failed)?;
    }
    book.save_to_buffer().map_err(failed)
}

fn write(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let points = Format::new().set_num_format("0.0");
    page.set_name(sheet.name)?;
    page.set_freeze_panes(1, 1)?;
    for (at, head) in sheet.heads.iter().enumerate() {
        page.write_string_with_format(0, column(at)?, head, &bold)?;
    }
    for (row, cells) in sheet.rows.iter().enumerate() {
        let row = u32::try_from(row + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        for (at, cell) in cells.iter().enumerate() {
            let at = column(at)?;
            match cell {
                Cell::Text(text) | Cell::Plain(text) if text.is_empty() => continue,
                Cell::Text(text) | Cell::Plain(text) => page.write_string(row, at, text)?,
                Cell::Points(Some(value)) => page.write_number_with_format(row, at, *value as f64 / 10.0, &points)?,
                Cell::Number(Some(value)) => page.write_number(row, at, *value)?,
                Cell::Time(Some(time)) => page.write_string(row, at, iso(*time))?,
                Cell::Points(None) | Cell::Number(None) | Cell::Time(None) => continue,
            };
        }
    }
    Ok(())
}

fn column(at: usize) -> Result<u16, XlsxError> {
    u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)
}
