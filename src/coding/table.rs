//! The table itself: what the bytes are, what separates the cells, which column is which.

use super::problem::{Place, ProblemKind, Problems};
use super::{MAX_BYTES, codes};
use crate::vocabulary::all;
use std::borrow::Cow;
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// How the file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HowRead {
    pub encoding: Encoding,
    pub separator: Separator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "sheet-", const_into_str)]
pub enum Encoding {
    Utf8,
    /// With a byte order mark, as Excel likes it.
    Utf8Bom,
    Utf16,
    /// What Chinese Excel writes as “CSV”.
    Gbk,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "sheet-", const_into_str)]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
}

impl HowRead {
    /// Fluent messages that name it.
    pub const fn text_ids(self) -> (&'static str, &'static str) {
        (self.encoding.into_str(), self.separator.into_str())
    }

    /// Nothing that a person need be told of.
    pub fn is_plain(self) -> bool {
        matches!(self.encoding, Encoding::Utf8 | Encoding::Utf8Bom) && self.separator == Separator::Comma
    }
}

/// A column that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, VariantArray)]
pub enum Column {
    Session,
    Turn,
    Time,
    Speaker,
    Text,
    Acts,
    Cues,
    Name,
    Class,
}

const COLUMNS: usize = Column::COUNT;

impl Column {
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
    text: Cow<'a, str>,
    pub how: HowRead,
    heads: Vec<String>,
    at: [Option<usize>; COLUMNS],
    head_line: u64,
}

/// One row's cells by column.
pub(super) struct Cells<'a> {
    record: &'a csv::StringRecord,
    at: &'a [Option<usize>; COLUMNS],
    heads: &'a [String],
}

impl Cells<'_> {
    pub fn get(&self, column: Column) -> &str {
        self.at[column as usize].and_then(|at| self.record.get(at)).unwrap_or_default().trim()
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

fn decoded(bytes: &[u8]) -> Option<(Cow<'_, str>, Encoding)> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return std::str::from_utf8(rest).ok().map(|text| (Cow::Borrowed(text), Encoding::Utf8Bom));
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        let encoding = if bytes[0] == 0xFF { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE };
        let (text, broken) = encoding.decode_with_bom_removal(bytes);
        return (!broken).then_some((text, Encoding::Utf16));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((Cow::Borrowed(text), Encoding::Utf8));
    }
    let (text, broken) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    (!broken).then_some((text, Encoding::Gbk))
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
        // The signatures of .xlsx and .xls.
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return refuse(ProblemKind::Workbook);
        }
        let Some((text, encoding)) = decoded(bytes) else { return refuse(ProblemKind::NotText) };
        // However lines end, they are counted as an editor counts them.
        let text = if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text };
        let Some((head_at, head)) = text.lines().enumerate().find(|(_, line)| is_head(line)) else {
            return refuse(ProblemKind::NoRows);
        };
        let known = |by: char| head.split(by).filter(|cell| Column::of(cell.trim_matches('"')).is_some()).count();
        let separator = [(Separator::Comma, ','), (Separator::Semicolon, ';'), (Separator::Tab, '\t')]
            .into_iter()
            .rev()
            .max_by_key(|(_, by)| known(*by))
            .map_or(Separator::Comma, |(separator, _)| separator);
        let how = HowRead { encoding, separator };
        if known('，') > known(how.by().into()) {
            return refuse(ProblemKind::WideComma);
        }
        let heads: Vec<String> =
            head.split(char::from(how.by())).map(|cell| cell.trim().trim_matches('"').trim().to_owned()).collect();
        let mut at = [None; COLUMNS];
        let head_line = head_at as u64 + 1;
        for (position, head) in heads.iter().enumerate() {
            let Some(column) = Column::of(head) else { continue };
            if at[column as usize].is_some() {
                let place = Place { letter: letter(position), head: head.clone() };
                problems.add(head_line, Some(place), ProblemKind::ColumnTwice);
            }
            at[column as usize] = at[column as usize].or(Some(position));
        }
        for column in Column::ALL.into_iter().filter(|column| column.required() && at[*column as usize].is_none()) {
            let missing = column.names()[0];
            let near =
                codes::nearest(missing, heads.iter().filter(|head| Column::of(head).is_none()).map(String::as_str));
            problems.add(head_line, None, ProblemKind::NoColumn { missing, near: near.map(str::to_owned) });
        }
        problems.list.is_empty().then_some(Self { text, how, heads, at, head_line })
    }

    pub fn unknown_columns(&self) -> impl Iterator<Item = &str> {
        self.heads.iter().map(String::as_str).filter(|head| !head.is_empty() && Column::of(head).is_none())
    }

    /// Goes through the rows after the head; empty ones are passed over.
    pub fn rows(&self, problems: &mut Problems, mut each: impl FnMut(u64, &Cells, &mut Problems)) {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.how.by())
            .from_reader(self.text.as_bytes());
        let mut record = csv::StringRecord::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    if line > self.head_line && record.iter().any(|cell| !cell.trim().is_empty()) {
                        each(line, &Cells { record: &record, at: &self.at, heads: &self.heads }, problems);
                    }
                }
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    problems.add(line, None, ProblemKind::Torn);
                    break;
                }
            }
        }
    }
}

/// Not an empty line, and not Excel's own first line `sep=;`.
fn is_head(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().to_lowercase().starts_with("sep=")
}

impl HowRead {
    const fn by(self) -> u8 {
        match self.separator {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        }
    }
}
