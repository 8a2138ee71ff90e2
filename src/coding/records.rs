//! Rows of a text whose cells are separated by a sign, read strictly: a quotation mark that is not closed as it should
//! be would swallow the rows after it, so nothing is guessed there.

use std::borrow::Cow;

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record<'a> {
    /// Line of the file where it begins, from 1.
    pub line: u64,
    pub cells: Vec<Cow<'a, str>>,
    /// Where a cell that goes over several lines begins: its position, its line.
    pub tall: Vec<(usize, u64)>,
}

impl Record<'_> {
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What is wrong with a quotation mark, and the line where it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuoteFault {
    NeverClosed(u64),
    /// After the closing mark comes something else than the end of the cell.
    MoreAfter(u64),
}

/// Goes through a text whose lines end with `\n`.
#[derive(Clone, Debug)]
pub(super) struct Records<'a> {
    text: &'a str,
    rest: &'a str,
    line: u64,
    by: char,
}

impl<'a> Records<'a> {
    /// From this byte on, which is in this line.
    pub fn new(text: &'a str, by: char, position: usize, line: u64) -> Self {
        Self { text, rest: text.get(position..).unwrap_or_default(), line, by }
    }

    /// Bytes of the text up to here.
    pub fn position(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    pub const fn line(&self) -> u64 {
        self.line
    }

    /// Spaces around quotation marks mean nothing; many programs write them after a comma.
    fn skip_blanks(&self, text: &'a str) -> &'a str {
        text.trim_start_matches(|c| c != self.by && matches!(c, ' ' | '\t' | '\u{3000}'))
    }

    fn cell(&mut self) -> Result<Cow<'a, str>, QuoteFault> {
        let Some(quoted) = self.skip_blanks(self.rest).strip_prefix('"') else {
            let end = self.rest.find([self.by, '\n']).unwrap_or(self.rest.len());
            let (cell, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Ok(Cow::Borrowed(cell));
        };
        let opened = self.line;
        let mut from = 0;
        let end = loop {
            let end = from + quoted[from..].find('"').ok_or(QuoteFault::NeverClosed(opened))?;
            if !quoted[end + 1..].starts_with('"') {
                break end;
            }
            from = end + 2;
        };
        let cell = &quoted[..end];
        self.line += cell.bytes().filter(|byte| *byte == b'\n').count() as u64;
        self.rest = self.skip_blanks(&quoted[end + 1..]);
        if !self.rest.is_empty() && !self.rest.starts_with([self.by, '\n']) {
            return Err(QuoteFault::MoreAfter(opened));
        }
        Ok(if cell.contains('"') { Cow::Owned(cell.replace("\"\"", "\"")) } else { Cow::Borrowed(cell) })
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, QuoteFault>;

    /// The next row, be it empty. After a fault there is none.
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = Record { line: self.line, ..Record::default() };
        loop {
            let line = self.line;
            match self.cell() {
                Ok(cell) => record.cells.push(cell),
                Err(fault) => {
                    self.rest = "";
                    return Some(Err(fault));
                }
            }
            if self.line > line {
                record.tall.push((record.cells.len() - 1, line));
            }
            if let Some(rest) = self.rest.strip_prefix(self.by) {
                self.rest = rest;
                continue;
            }
            if let Some(rest) = self.rest.strip_prefix('\n') {
                self.rest = rest;
                self.line += 1;
            }
            return Some(Ok(record));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let rows = Records::new(text, ',', 0, 1).map(|row| row.unwrap());
        rows.map(|row| row.cells.into_iter().map(Cow::into_owned).collect()).collect()
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        assert_eq!(cells("a,\"b, c\",\nd"), [vec!["a", "b, c", ""], vec!["d"]]);
        assert_eq!(cells("a, \"b\"\"c\" ,d\n"), [vec!["a", "b\"c", "d"]]);
        assert_eq!(cells("he said \"no\",x"), [vec!["he said \"no\"", "x"]]);
        assert_eq!(cells("\"two\nlines\",x\n\ny"), [vec!["two\nlines", "x"], vec![""], vec!["y"]]);
        let rows: Vec<_> = Records::new("\"two\nlines\",x\ny", ',', 0, 1).map(|row| row.unwrap()).collect();
        assert_eq!((rows[0].line, rows[1].line, &rows[0].tall[..]), (1, 3, &[(0, 1)][..]));
    }

    #[test]
    fn a_quotation_mark_is_closed_as_it_should_be() {
        let fault = |text| Records::new(text, ',', 0, 1).find_map(Result::err);
        assert_eq!(fault("a\n\"b,c\nd"), Some(QuoteFault::NeverClosed(2)));
        assert_eq!(fault("\"b”,c\nd,\"e\""), Some(QuoteFault::MoreAfter(1)));
        assert_eq!(fault("\"b\" c,d"), Some(QuoteFault::MoreAfter(1)));
    }
}
