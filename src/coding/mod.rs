//! Coding sheets: what an observer of a live role-play wrote down, scored as a session is.
//!
//! A sheet, a text file or a workbook, is read as a whole and all that is wrong with it is said at once ([`read`]); each of its sessions is
//! then set on a stage ([`Session::staged`]) where the same rubric judges it. Nobody offered options there, so an
//! opportunity is what the sheet says was called for, and nothing else.
//!
//! ```
//! use calmdesk::coding::read;
//! use calmdesk::rubric::Rubric;
//!
//! let sheet = "session,turn,time,speaker,text,acts,cues\n\
//!              a,1,,visitor,我是真寒心,,Feeling(寒心)\n\
//!              a,1,,trainee,您说寒心,MirrorWords(寒心),\n";
//! let sheet = read(sheet.as_bytes(), Rubric::shipped()).unwrap();
//! assert_eq!(sheet.sessions[0].rows.len(), 2);
//! ```

mod cell;
mod codes;
mod encoding;
mod problem;
mod records;
mod rows;
mod staged;
mod table;
mod workbook;

pub use codes::{Codes, CueCode, markable};
pub use problem::{Problem, ProblemKind};
pub use rows::{PlainTable, plain_rows};
pub use staged::Staged;
pub use table::{Column, Encoding, HowRead, Separator};

use crate::procedure::{ArticleIx, PaperIx};
use crate::rubric::Rubric;
use crate::rubric::assessment::CriterionIx;
use crate::vocabulary::acts::Mechanic;
use crate::vocabulary::alike::says;
use crate::vocabulary::{ActCatalogue, ActIx, CueKind};
use problem::Problems;
use table::Table;

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// Most rows of one session.
pub const MAX_ROWS: usize = 10_000;

/// A sheet, read.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// In the order in which they first appear.
    pub sessions: Vec<Session>,
    /// How the file was written.
    pub how: HowRead,
    /// Columns that nobody knows; they were left alone.
    pub unknown_columns: Vec<String>,
    /// Which worksheet was read, where a workbook has several.
    pub worksheet: Option<String>,
    /// What does not keep it from being scored, in the order of the lines.
    pub warnings: Vec<Problem>,
}

/// One role-play.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// As it stands in the column `session`.
    pub id: String,
    /// Who played the receiver, where the sheet says so.
    pub name: Option<String>,
    /// As the sheet has it; the first row that names one counts.
    pub class: Option<String>,
    /// In the order of the turns.
    pub rows: Vec<Row>,
}

/// One thing said or done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of the file, from 1.
    pub line: u64,
    /// From 1, as the observer counted.
    pub turn: u32,
    /// Milliseconds since the session's first row with a time.
    pub at_ms: Option<u64>,
    /// Who spoke or acted.
    pub who: Who,
    /// What was said, word for word; empty where nobody wrote it down.
    pub text: String,
    /// What it did; empty for a visitor.
    pub acts: Vec<CodedAct>,
    /// What called for an act; empty for the trainee.
    pub cues: Vec<CueCode>,
    /// What the observer says was called for here.
    pub due: Vec<CriterionIx>,
}

/// Whose row it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Whoever is being trained.
    Trainee,
    /// With a name, where there are several.
    Visitor(Option<String>),
}

/// An act as it was coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedAct {
    /// Which act.
    pub act: ActIx,
    /// With or about what it was done.
    pub about: About,
}

/// What stood in brackets after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Nothing stood there.
    Nothing,
    /// A feeling word, a fact, a promise, somebody.
    Text(String),
    /// An article of the law library.
    Article(ArticleIx),
    /// A kind of paper.
    Paper(PaperIx),
}

/// Reads a sheet. The problems come all at once, in the order of the lines.
///
/// # Errors
///
/// All that is wrong with the sheet, in the order of its lines; none of it is scored then.
pub fn read(bytes: &[u8], rubric: &Rubric) -> Result<Sheet, Vec<Problem>> {
    let mut problems = Problems::default();
    let Some(table) = Table::open(bytes, &mut problems) else { return Err(problems.list) };
    let codes = Codes::new(rubric);
    let mut sheet = Sheet {
        sessions: Vec::new(),
        how: table.how,
        unknown_columns: table.unknown_columns().map(str::to_owned).collect(),
        worksheet: table.worksheet.clone(),
        warnings: Vec::new(),
    };
    let mut reader =
        Reader { codes: &codes, sheet: &mut sheet, at: None, starts: Vec::new(), answered: Vec::new(), here: None };
    table.rows(&mut problems, |cells, problems| reader.row(cells.line(), cells, problems));
    if problems.list.is_empty() && sheet.sessions.is_empty() {
        problems.add(0, None, ProblemKind::NoRows);
    }
    sheet.warnings = problems.warnings;
    if problems.list.is_empty() { Ok(sheet) } else { Err(problems.list) }
}

/// Sorts rows into sessions.
struct Reader<'a, 'c> {
    codes: &'a Codes<'c>,
    sheet: &'a mut Sheet,
    /// The session of the row before.
    at: Option<usize>,
    /// By session: its first time.
    starts: Vec<Option<u64>>,
    /// By session: the turn of its last row, and whether the trainee has answered in it.
    answered: Vec<(u32, bool)>,
    /// By name, so that long sheets are read in one pass.
    here: Option<std::collections::HashMap<String, usize>>,
}

impl Reader<'_, '_> {
    fn row(&mut self, line: u64, cells: &table::Cells, problems: &mut Problems) {
        // To guess what was meant by the three-hundred-thousandth slip would take minutes, and nobody is told.
        if problems.is_full() {
            return;
        }
        let Some(at) = self.session(line, cells, problems) else { return };
        let (who, turn) = (self.who(line, cells, problems), self.turn(at, line, cells, problems));
        let at_ms = self.time(at, line, cells, problems);
        let trainee = who == Some(Who::Trainee);
        let mut row = Row {
            line,
            turn: turn.unwrap_or_default(),
            at_ms,
            who: who.clone().unwrap_or(Who::Trainee),
            text: cells.get(Column::Text).to_owned(),
            acts: Vec::new(),
            cues: Vec::new(),
            due: Vec::new(),
        };
        let (acts, cues) = (cells.get(Column::Acts), cells.get(Column::Cues));
        self.codes.acts(acts, |found| match found {
            Ok(act) => row.acts.push(act),
            Err(kind) => problems.add(line, Some(cells.named(Column::Acts)), kind),
        });
        self.codes.cues(cues, |found| match found {
            Ok(codes::Coded::Cue(cue)) => row.cues.push(cue),
            Ok(codes::Coded::Due(criterion)) => row.due.extend(criterion),
            Err(kind) => problems.add(line, Some(cells.named(Column::Cues)), kind),
        });
        if trainee && turn.is_some() {
            self.name_words(at, &row, cells, problems);
        }
        match who {
            Some(_) if !trainee && !row.acts.is_empty() => {
                problems.add(line, Some(cells.named(Column::Acts)), ProblemKind::ActsOfVisitor);
            }
            Some(_) if trainee && !row.cues.is_empty() => {
                problems.add(line, Some(cells.named(Column::Cues)), ProblemKind::CuesOfTrainee);
            }
            _ => {}
        }
        // A row that is wrong elsewhere still tells how the turns go on.
        if turn.is_some() {
            let session = &mut self.sheet.sessions[at];
            if session.rows.len() == MAX_ROWS {
                problems.add(line, None, ProblemKind::TooLong { session: session.id.clone(), most: MAX_ROWS });
            }
            // One more than allowed; nobody needs what comes after it.
            if session.rows.len() <= MAX_ROWS {
                let (last, answered) = &mut self.answered[at];
                *answered = (*last == row.turn && *answered) || row.who == Who::Trainee;
                *last = row.turn;
                session.rows.push(row);
            }
        }
    }

    /// Says of a word given back that it counts for nothing where nobody can tell which it was.
    fn name_words(&self, at: usize, row: &Row, cells: &table::Cells, problems: &mut Problems) {
        let catalogue = ActCatalogue::shipped();
        let nameless = |coded: &&CodedAct| {
            coded.about == About::Nothing && catalogue[coded.act].mechanic == Some(Mechanic::Mirror)
        };
        let Some(coded) = row.acts.iter().find(nameless) else { return };
        let words = self.sheet.sessions[at].rows.iter().flat_map(|before| {
            before.cues.iter().filter_map(|cue| match cue {
                CueCode::Cue { kind: CueKind::Feeling, about, .. } => about.as_deref().or(Some(&before.text)),
                _ => None,
            })
        });
        if !words.into_iter().any(|word| !word.is_empty() && says(&row.text, word)) {
            let kind = ProblemKind::NoWord { found: catalogue[coded.act].name.clone() };
            problems.warn(row.line, Some(cells.named(Column::Acts)), kind);
        }
    }

    fn session(&mut self, line: u64, cells: &table::Cells, problems: &mut Problems) -> Option<usize> {
        let id = cells.get(Column::Session);
        let at = match (id, self.at) {
            // People fill the first row of a session and leave the rest of the column empty.
            ("", Some(before)) => before,
            ("", None) => {
                problems.add(line, Some(cells.named(Column::Session)), ProblemKind::NoSession);
                return None;
            }
            (id, before) => match before.filter(|at| self.sheet.sessions[*at].id == id) {
                Some(at) => at,
                None => {
                    let known = self.here.get_or_insert_default();
                    let next = self.sheet.sessions.len();
                    let at = *known.entry(id.to_owned()).or_insert(next);
                    if at == next {
                        self.sheet.sessions.push(Session { id: id.to_owned(), ..Session::default() });
                        self.starts.push(None);
                        self.answered.push((0, false));
                    }
                    at
                }
            },
        };
        let session = &mut self.sheet.sessions[at];
        let given = |column| Some(cells.get(column)).filter(|text| !text.is_empty()).map(str::to_owned);
        session.name = session.name.take().or_else(|| given(Column::Name));
        session.class = session.class.take().or_else(|| given(Column::Class));
        self.at = Some(at);
        Some(at)
    }

    fn who(&self, line: u64, cells: &table::Cells, problems: &mut Problems) -> Option<Who> {
        let given = cells.get(Column::Speaker);
        let who = codes::speaker(given);
        if who.is_none() {
            let kind = ProblemKind::Speaker { found: given.to_owned() };
            problems.add(line, Some(cells.named(Column::Speaker)), kind);
        }
        who
    }

    /// The number in the sheet; where there is none, the visitor begins the next turn once the trainee has answered.
    fn turn(&self, at: usize, line: u64, cells: &table::Cells, problems: &mut Problems) -> Option<u32> {
        let rows = &self.sheet.sessions[at].rows;
        let before = rows.last().map_or(0, |row| row.turn);
        let given = cells.get(Column::Turn);
        let mut complain = |kind| problems.add(line, Some(cells.named(Column::Turn)), kind);
        let visitor = codes::speaker(cells.get(Column::Speaker)).is_some_and(|who| who != Who::Trainee);
        let answered = |turn| self.answered[at] == (turn, true);
        if given.is_empty() {
            return Some(if visitor && answered(before) { before + 1 } else { before.max(1) });
        }
        // Excel likes to write 3 as 3.0.
        let number = given.strip_suffix(".0").unwrap_or(given).parse::<u32>().ok();
        let Some(turn) = number.filter(|turn| (1..=1_000_000).contains(turn)) else {
            complain(ProblemKind::Turn { found: given.to_owned() });
            return None;
        };
        if turn < before {
            complain(ProblemKind::TurnBack { found: turn, before });
            return None;
        }
        if answered(turn) && visitor {
            complain(ProblemKind::TurnAgain { turn });
            return None;
        }
        Some(turn)
    }

    fn time(&mut self, at: usize, line: u64, cells: &table::Cells, problems: &mut Problems) -> Option<u64> {
        let given = cells.get(Column::Time);
        if given.is_empty() {
            return None;
        }
        let Some(ms) = codes::time(given) else {
            problems.add(line, Some(cells.named(Column::Time)), ProblemKind::Time { found: given.to_owned() });
            return None;
        };
        let start = *self.starts[at].get_or_insert(ms);
        let before = self.sheet.sessions[at].rows.iter().rev().find_map(|row| row.at_ms).unwrap_or(0);
        match ms.checked_sub(start).filter(|since| *since >= before) {
            Some(since) => Some(since),
            None => {
                // Times are only printed: nothing is scored by them.
                let kind = ProblemKind::TimeBack { found: given.to_owned() };
                problems.warn(line, Some(cells.named(Column::Time)), kind);
                None
            }
        }
    }
}
