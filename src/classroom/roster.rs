//! Rosters: who is in a class, from CSV or `.xlsx`, shown before anything is kept.

use super::error::ClassError;
use super::ids::{ClassId, Moment};
use super::model::{LONGEST_TEXT, MAX_PEOPLE, NewPerson, Person};
use super::store::Store;
use crate::coding::{HowRead, PlainTable, Problem, plain_rows};
use crate::vocabulary::Message;
use serde::Serialize;
use std::collections::BTreeMap;

/// A column that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RosterColumn {
    /// The name.
    Name,
    /// The number that the school or office knows people by.
    Number,
    /// What to show instead of the name.
    Pseudonym,
}

impl RosterColumn {
    const ALL: [Self; 3] = [Self::Name, Self::Number, Self::Pseudonym];

    /// How it may be headed.
    const fn heads(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["姓名", "名字", "学员", "学员姓名", "学生姓名", "name", "full name", "trainee", "student"],
            Self::Number => &[
                "学号",
                "工号",
                "编号",
                "警号",
                "员工号",
                "准考证号",
                "number",
                "no",
                "no.",
                "id",
                "idnumber",
                "id number",
                "student id",
                "username",
            ],
            Self::Pseudonym => &["化名", "代号", "昵称", "pseudonym", "alias", "nickname"],
        }
    }

    fn of(head: &str) -> Option<Self> {
        let head = head.trim().to_lowercase();
        Self::ALL.into_iter().find(|column| column.heads().contains(&head.as_str()))
    }
}

/// What is to be said of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowNote {
    /// Neither name nor number nor pseudonym: it is passed over.
    Empty,
    /// A text is longer than is kept.
    TooLong,
    /// An earlier line of the file has the same number or pseudonym: it is passed over.
    SameAsLine(u64),
    /// An earlier line has the same name: both are kept, and told apart by their numbers or pseudonyms.
    SameNameAsLine(u64),
    /// Somebody of this number or pseudonym is in the class already: nothing is changed.
    InClass,
}

impl RowNote {
    /// Whether the row is passed over.
    pub const fn skips(&self) -> bool {
        !matches!(self, Self::SameNameAsLine(_))
    }

    /// As a sentence, without the line.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("class-roster-empty"),
            Self::TooLong => Message::new("class-roster-long").with("limit", LONGEST_TEXT),
            Self::SameAsLine(line) => Message::new("class-roster-same").with("line", *line),
            Self::SameNameAsLine(line) => Message::new("class-roster-same-name").with("line", *line),
            Self::InClass => Message::new("class-roster-in-class"),
        }
    }
}

/// One row as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterRow {
    /// In the file, from 1.
    pub line: u64,
    /// Whom it enters.
    pub person: NewPerson,
    /// What is to be said of it.
    pub note: Option<RowNote>,
}

/// A roster as it was understood, before anything is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// How the file was written.
    pub how: HowRead,
    /// The worksheet, where a workbook has several.
    pub worksheet: Option<String>,
    /// Each head as it stands in the file, and what it was taken for; `None`: left alone.
    pub columns: Vec<(String, Option<RosterColumn>)>,
    /// `None`: the file has no head, and its only column was taken for names.
    pub head_line: Option<u64>,
    /// Every row after the head.
    pub rows: Vec<RosterRow>,
}

impl Preview {
    /// Those who would be entered.
    pub fn people(&self) -> Vec<NewPerson> {
        let kept = self.rows.iter().filter(|row| !row.note.as_ref().is_some_and(RowNote::skips));
        kept.map(|row| row.person.clone()).collect()
    }
}

/// Why a roster cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RosterError {
    /// The file is no table that can be read.
    #[error("{} problems with the file", .0.len())]
    File(Vec<Problem>),
    /// No column is headed as one for names, numbers or pseudonyms, and there are several.
    #[error("no known column among {}", .heads.join(", "))]
    NoColumn {
        /// What stands in the first row.
        heads: Vec<String>,
    },
    /// Two columns for the same.
    #[error("two columns for the same: {head}")]
    ColumnTwice {
        /// The second one.
        head: String,
    },
    /// More people than a class takes.
    #[error("more than {limit} people")]
    TooMany {
        /// How many it takes.
        limit: u64,
    },
}

impl RosterError {
    /// As sentences, one a problem.
    pub fn messages(&self) -> Vec<Message> {
        match self {
            Self::File(problems) => problems.iter().map(Problem::message).collect(),
            Self::NoColumn { heads } => vec![Message::new("class-roster-no-column").with("heads", heads.join(" | "))],
            Self::ColumnTwice { head } => vec![Message::new("class-roster-column-twice").with("head", head)],
            Self::TooMany { limit } => vec![Message::new("class-roster-too-many").with("limit", *limit)],
        }
    }
}

/// Reads a roster; `there`: who is in the class already.
///
/// # Errors
///
/// [`RosterError`].
pub fn preview(bytes: &[u8], there: &[Person]) -> Result<Preview, RosterError> {
    let known = |cells: &[String]| cells.iter().filter(|cell| RosterColumn::of(cell).is_some()).count();
    let table = plain_rows(bytes, known).map_err(RosterError::File)?;
    let PlainTable { rows, how, worksheet } = table;
    let first = rows.first().map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let has_head = known(first) > 0;
    let widest = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let columns: Vec<(String, Option<RosterColumn>)> = if has_head {
        first.iter().map(|head| (head.clone(), RosterColumn::of(head))).collect()
    } else if widest == 1 {
        vec![(String::new(), Some(RosterColumn::Name))]
    } else {
        return Err(RosterError::NoColumn { heads: first.to_vec() });
    };
    for (at, (head, column)) in columns.iter().enumerate() {
        if column.is_some() && columns[..at].iter().any(|(_, before)| before == column) {
            return Err(RosterError::ColumnTwice { head: head.clone() });
        }
    }
    let head_line = has_head.then(|| rows.first().map_or(1, |(line, _)| *line));
    let body = &rows[usize::from(has_head).min(rows.len())..];
    if body.len() as u64 > MAX_PEOPLE {
        return Err(RosterError::TooMany { limit: MAX_PEOPLE });
    }
    let mut seen = Seen::of(there);
    let rows = body.iter().map(|(line, cells)| row(*line, cells, &columns, &mut seen)).collect();
    Ok(Preview { how, worksheet, columns, head_line, rows })
}

/// Who was met before: `None` as line: in the class already.
struct Seen {
    numbers: BTreeMap<String, Option<u64>>,
    pseudonyms: BTreeMap<String, Option<u64>>,
    names: BTreeMap<String, u64>,
}

impl Seen {
    fn of(there: &[Person]) -> Self {
        Self {
            numbers: there.iter().filter_map(|person| Some((person.number.clone()?, None))).collect(),
            pseudonyms: there.iter().map(|person| (person.pseudonym.clone(), None)).collect(),
            names: BTreeMap::new(),
        }
    }
}

fn row(line: u64, cells: &[String], columns: &[(String, Option<RosterColumn>)], seen: &mut Seen) -> RosterRow {
    let cell = |wanted| {
        let at = columns.iter().position(|(_, column)| *column == Some(wanted))?;
        cells.get(at).map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty())
    };
    let person = NewPerson {
        name: cell(RosterColumn::Name),
        number: cell(RosterColumn::Number),
        pseudonym: cell(RosterColumn::Pseudonym),
    };
    let texts = [&person.name, &person.number, &person.pseudonym];
    let long = |text: &&String| text.chars().nth(LONGEST_TEXT).is_some() || text.chars().any(char::is_control);
    let met = (person.number.as_ref().and_then(|number| seen.numbers.get(number)))
        .or_else(|| person.pseudonym.as_ref().and_then(|pseudonym| seen.pseudonyms.get(pseudonym)));
    let note = if texts.iter().all(|text| text.is_none()) {
        Some(RowNote::Empty)
    } else if texts.into_iter().flatten().any(|text| long(&text)) {
        Some(RowNote::TooLong)
    } else if let Some(before) = met {
        Some(before.map_or(RowNote::InClass, RowNote::SameAsLine))
    } else {
        person.name.as_ref().and_then(|name| seen.names.get(name)).map(|line| RowNote::SameNameAsLine(*line))
    };
    if !note.as_ref().is_some_and(RowNote::skips) {
        if let Some(number) = &person.number {
            seen.numbers.insert(number.clone(), Some(line));
        }
        if let Some(pseudonym) = &person.pseudonym {
            seen.pseudonyms.insert(pseudonym.clone(), Some(line));
        }
        if let Some(name) = &person.name {
            seen.names.entry(name.clone()).or_insert(line);
        }
    }
    RosterRow { line, person, note }
}

/// Enters everybody of a preview: all or none.
///
/// # Errors
///
/// As [`Store::add_people`]: somebody may have come in since it was shown.
pub async fn keep(store: &Store, class: ClassId, preview: &Preview, now: Moment) -> Result<Vec<Person>, ClassError> {
    store.add_people(class, &preview.people(), now).await
}
