//! The table itself: what the bytes are, what separates the cells, which column is which.

use super::problem::{Place, ProblemKind, Problems};
use super::records::{QuoteFault, Record, Records};
use super::workbook::{self, Worksheet};
use super::{MAX_BYTES, codes, encoding};
use crate::vocabulary::all;
use std::borrow::Cow;
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// How the file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HowRead {
    /// What its bytes are.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub separator: Separator,
}

/// What the bytes of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "sheet-")]
pub enum Encoding {
    /// UTF-8, as most programs write.
    Utf8,
    /// With a byte order mark, as Excel likes it.
    Utf8Bom,
    /// With a byte order mark of either end: Excel's “Unicode text”.
    Utf16,
    /// What Chinese Excel writes as “CSV”.
    Gbk,
    /// An Excel workbook.
    Xlsx,
}

/// What stands between two cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "sheet-")]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`, as Excel writes where a comma is in numbers.
    Semicolon,
    /// A tabulator.
    Tab,
    /// A workbook needs no sign.
    Cell,
}

impl HowRead {
    /// Fluent messages that name it.
    pub fn text_ids(self) -> (&'static str, &'static str) {
        (self.encoding.into(), self.separator.into())
    }

    /// Nothing that a person need be told of.
    pub fn is_plain(self) -> bool {
        match self.separator {
            Separator::Comma => matches!(self.encoding, Encoding::Utf8 | Encoding::Utf8Bom),
            Separator::Cell => true,
            Separator::Semicolon | Separator::Tab => false,
        }
    }
}

/// A column that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, VariantArray)]
pub enum Column {
    /// Which session the row belongs to.
    Session,
    /// The number of the turn, from 1.
    Turn,
    /// When it was said: seconds or `m:ss`.
    Time,
    /// Trainee or visitor.
    Speaker,
    /// What was said, word for word.
    Text,
    /// What the trainee did.
    Acts,
    /// What in the visitor's words called for an act.
    Cues,
    /// Who was trained.
    Name,
    /// The class they belong to.
    Class,
}

const COLUMNS: usize = Column::COUNT;
/// Columns that every sheet has.
const REQUIRED: usize = 4;

impl Column {
    /// In the order of a template.
    pub const ALL: [Self; COLUMNS] = all(Self::VARIANTS);

    /// How it may be headed; the first is its name in a template in English, the second in Chinese.
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Session => &["session", "场次", "场"],
            Self::Turn => &["turn", "轮次", "轮"],
            Self::Time => &["time", "时间"],
            Self::Speaker => &["speaker", "说话人", "谁"],
            Self::Text => &["text", "原话", "内容"],
            Self::Acts => &["acts", "言行", "act"],
            Self::Cues => &["cues", "信号", "cue"],
            Self::Name => &["name", "姓名", "trainee"],
            Self::Class => &["class", "班级", "班"],
        }
    }

    const fn required(self) -> bool {
        matches!(self, Self::Session | Self::Speaker | Self::Acts | Self::Cues)
    }

    fn of(head: &str) -> Option<Self> {
        let head = head.trim().to_lowercase();
        Self::ALL.into_iter().find(|column| column.names().contains(&head.as_str()))
    }
}

/// A table whose head is understood.
pub(super) struct Table<'a> {
    source: Source<'a>,
    pub how: HowRead,
    /// The worksheet, where a workbook has several.
    pub worksheet: Option<String>,
    heads: Vec<String>,
    at: [Option<usize>; COLUMNS],
}

/// One row's cells by column.
pub(super) struct Cells<'a> {
    record: &'a Record<'a>,
    at: &'a [Option<usize>; COLUMNS],
    heads: &'a [String],
}

impl Cells<'_> {
    pub fn get(&self, column: Column) -> &str {
        self.at[column as usize].and_then(|at| self.record.cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// Line of the file, from 1.
    pub fn line(&self) -> u64 {
        self.record.line
    }

    /// The column as it stands in the file.
    pub fn named(&self, column: Column) -> Place {
        let at = self.at[column as usize].unwrap_or_default();
        Place { letter: letter(at), head: self.heads.get(at).cloned().unwrap_or_default() }
    }
}

/// `A`, `B`, … `AA`, as a spreadsheet calls it.
fn letter(at: usize) -> String {
    let last = char::from(b'A' + (at % 26) as u8);
    if at < 26 { last.to_string() } else { format!("{}{last}", letter(at / 26 - 1)) }
}

/// Where the rows come from.
enum Source<'a> {
    /// Read from this byte on, which is in this line.
    Text {
        text: Cow<'a, str>,
        position: usize,
        line: u64,
    },
    Rows(Vec<Record<'static>>),
}

impl<'a> Table<'a> {
    pub fn open(bytes: &'a [u8], problems: &mut Problems) -> Option<Self> {
        let mut refuse = |kind| {
            problems.add(0, None, kind);
            None
        };
        if bytes.len() > MAX_BYTES {
            return refuse(ProblemKind::TooLarge);
        }
        // The signature of .xls, and of a workbook that is locked.
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return refuse(ProblemKind::Workbook);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return match workbook::read(bytes, |row| known(row) >= REQUIRED) {
                Ok(worksheet) => Self::of_worksheet(worksheet, problems),
                Err(kind) => refuse(kind),
            };
        }
        let (text, encoding) = match encoding::decoded(bytes) {
            Ok(decoded) => decoded,
            Err(kind) => return refuse(kind),
        };
        // However lines end, they are counted as an editor counts them.
        let text = if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text };
        Self::of_text(text, encoding, problems)
    }

    fn of_text(text: Cow<'a, str>, encoding: Encoding, problems: &mut Problems) -> Option<Self> {
        let lines = text.split_inclusive('\n');
        let before: Vec<&str> = lines.take_while(|line| !is_head(line)).collect();
        let (start, first) = (before.iter().map(|line| line.len()).sum(), before.len() as u64 + 1);
        let heads = |by: char| {
            let mut records = Records::new(&text, by, start, first);
            let head = records.next()?;
            Some((head, records.position(), records.line()))
        };
        let rank = |by: char| heads(by).and_then(|(head, ..)| head.ok()).map_or(0, |head| known(&head));
        let separator = [Separator::Comma, Separator::Semicolon, Separator::Tab]
            .into_iter()
            .rev()
            .max_by_key(|separator| rank(separator.sign()))
            .unwrap_or(Separator::Comma);
        let Some((head, position, line)) = heads(separator.sign()) else {
            problems.add(0, None, ProblemKind::NoRows);
            return None;
        };
        if rank('，') > rank(separator.sign()) {
            problems.add(0, None, ProblemKind::WideComma);
            return None;
        }
        let head = match head {
            Ok(head) => head,
            Err(fault) => {
                quote_fault(fault, problems);
                return None;
            }
        };
        let (heads, at) = columns(&head, problems)?;
        let how = HowRead { encoding, separator };
        Some(Self { source: Source::Text { text, position, line }, how, worksheet: None, heads, at })
    }

    fn of_worksheet(worksheet: Worksheet, problems: &mut Problems) -> Option<Self> {
        let how = HowRead { encoding: Encoding::Xlsx, separator: Separator::Cell };
        let (heads, at) = columns(worksheet.rows.first()?, problems)?;
        Some(Self { source: Source::Rows(worksheet.rows), how, worksheet: worksheet.name, heads, at })
    }

    pub fn unknown_columns(&self) -> impl Iterator<Item = &str> {
        self.heads.iter().map(String::as_str).filter(|head| !head.is_empty() && Column::of(head).is_none())
    }

    /// Goes through the rows after the head; empty ones are passed over.
    pub fn rows(&self, problems: &mut Problems, mut each: impl FnMut(&Cells, &mut Problems)) {
        match &self.source {
            Source::Rows(rows) => rows.iter().skip(1).for_each(|row| self.row(row, problems, &mut each)),
            Source::Text { text, position, line } => {
                for record in Records::new(text, self.how.separator.sign(), *position, *line) {
                    match record {
                        Ok(record) if self.swallows(&record, problems) => break,
                        Ok(record) => self.row(&record, problems, &mut each),
                        Err(fault) => quote_fault(fault, problems),
                    }
                }
            }
        }
    }

    fn row(&self, record: &Record, problems: &mut Problems, each: &mut impl FnMut(&Cells, &mut Problems)) {
        if record.is_empty() {
            return;
        }
        if let Some(more) = record.cells.iter().skip(self.heads.len()).find(|cell| !cell.trim().is_empty()) {
            problems.add(record.line, None, ProblemKind::MoreCells { found: more.trim().to_owned() });
            return;
        }
        each(&Cells { record, at: &self.at, heads: &self.heads }, problems);
    }

    /// Whether a cell that goes over several lines holds what is a row of its own: its quotation mark was closed by
    /// another one's.
    fn swallows(&self, record: &Record, problems: &mut Problems) -> bool {
        let (by, speaker) = (self.how.separator.sign(), self.at[Column::Speaker as usize].unwrap_or_default());
        let is_row = |line: &str| line.split(by).nth(speaker).is_some_and(|cell| codes::speaker(cell).is_some());
        let tall = record.tall.iter().find(|(cell, _)| speaker > 0 && record.cells[*cell].lines().skip(1).any(is_row));
        if let Some((_, line)) = tall {
            problems.add(*line, None, ProblemKind::QuoteOpen);
        }
        tall.is_some()
    }
}

fn quote_fault(fault: QuoteFault, problems: &mut Problems) {
    match fault {
        QuoteFault::NeverClosed(line) => problems.add(line, None, ProblemKind::QuoteOpen),
        QuoteFault::MoreAfter(line) => problems.add(line, None, ProblemKind::QuoteThenMore),
    }
}

/// Heads that are known.
fn known(head: &Record) -> usize {
    head.cells.iter().filter(|cell| Column::of(cell).is_some()).count()
}

/// The heads, and which column is where; nothing where one is missing or there twice.
fn columns(head: &Record, problems: &mut Problems) -> Option<(Vec<String>, [Option<usize>; COLUMNS])> {
    let heads: Vec<String> = head.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    let mut at = [None; COLUMNS];
    for (position, text) in heads.iter().enumerate() {
        let Some(column) = Column::of(text) else { continue };
        if at[column as usize].is_some() {
            let place = Place { letter: letter(position), head: text.clone() };
            problems.add(head.line, Some(place), ProblemKind::ColumnTwice);
        }
        at[column as usize] = at[column as usize].or(Some(position));
    }
    for column in Column::ALL.into_iter().filter(|column| column.required() && at[*column as usize].is_none()) {
        let missing = column.names()[0];
        let near = codes::nearest(missing, heads.iter().filter(|head| Column::of(head).is_none()).map(String::as_str));
        problems.add(head.line, None, ProblemKind::NoColumn { missing, near: near.map(str::to_owned) });
    }
    problems.list.is_empty().then_some((heads, at))
}

/// Not an empty line, and not Excel's own first line `sep=;`.
fn is_head(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().to_lowercase().starts_with("sep=")
}

impl Separator {
    pub(super) const fn sign(self) -> char {
        match self {
            Self::Comma | Self::Cell => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }
}
