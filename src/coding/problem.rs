//! What is wrong with a sheet: where, what, and what to do.

use super::MAX_BYTES;
use super::workbook::MAX_COLUMNS;
use crate::vocabulary::Message;

/// Most problems that are kept; who made more has made one of them often.
const MOST: usize = 200;

/// A column as the file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// `F`, as a spreadsheet calls it.
    pub letter: String,
    pub head: String,
}

/// Something that is wrong with a sheet; none of it is scored then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// From 1; 0: the whole file.
    pub line: u64,
    /// The column or cell; `None`: the row, or the file.
    pub place: Option<Place>,
    /// What is wrong there.
    pub kind: ProblemKind,
}

/// What is wrong with a sheet. `found` is what stands in the cell; `near` is a code that is written alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// An Excel workbook that is old or locked.
    Workbook,
    /// A packed file that is no workbook, or a damaged one.
    WorkbookBroken,
    /// Unpacked it is more than is read.
    WorkbookLarge,
    /// Neither text nor a workbook.
    NotText,
    /// A text in letters that are not read here, by the name of its encoding.
    Encoding {
        /// As its standard calls it.
        name: &'static str,
    },
    /// UTF-8 that breaks off in this line.
    TornUtf8 {
        /// From 1.
        line: u64,
    },
    /// More bytes than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge,
    /// The head is separated by full-width commas.
    WideComma,
    /// A quotation mark is opened and never closed, or by one of another cell.
    QuoteOpen,
    /// A quotation mark is closed, and something follows in the same cell.
    QuoteThenMore,
    /// The row has more cells than the head.
    MoreCells {
        /// What stands in the cell too many.
        found: String,
    },
    /// A head and nothing below it.
    NoRows,
    /// A column is missing without which nothing can be scored.
    NoColumn {
        /// Its name in a template.
        missing: &'static str,
        /// A column that is written alike.
        near: Option<String>,
    },
    /// Two columns of one name.
    ColumnTwice,
    /// A row that belongs to no session.
    NoSession,
    /// The speaker is neither trainee nor visitor.
    Speaker {
        /// What stands there.
        found: String,
    },
    /// The turn is no number from 1.
    Turn {
        /// What stands there.
        found: String,
    },
    /// The turns do not go up.
    TurnBack {
        /// This row's turn.
        found: u32,
        /// The turn of the row before.
        before: u32,
    },
    /// A turn that was left is gone on with.
    TurnAgain {
        /// Its number.
        turn: u32,
    },
    /// The time is neither seconds nor `m:ss`.
    Time {
        /// What stands there.
        found: String,
    },
    /// The times do not go up.
    TimeBack {
        /// What stands there.
        found: String,
    },
    /// No act is called so.
    Act {
        /// What stands there.
        found: String,
        /// An act that is written alike.
        near: Option<String>,
    },
    /// No cue is called so.
    Cue {
        /// What stands there.
        found: String,
        /// A cue that is written alike.
        near: Option<String>,
    },
    /// A cue in the column of the acts, or the other way round.
    ActAmongCues {
        /// The code in the wrong column.
        found: String,
    },
    /// An act in the column of the cues.
    CueAmongActs {
        /// The code in the wrong column.
        found: String,
    },
    /// A bracket is never closed.
    BracketOpen {
        /// The code as it stands there.
        found: String,
    },
    /// A bracket closes and the code goes on.
    BracketEarly {
        /// The code as it stands there.
        found: String,
    },
    /// A bracket takes in another code.
    BracketLate {
        /// The code as it stands there.
        found: String,
    },
    /// A word is given back, and neither brackets nor text say which: it counts for nothing.
    NoWord {
        /// The code as it is called.
        found: String,
    },
    /// What stands in brackets is not known.
    Article {
        /// What stands in the brackets.
        found: String,
        /// An article that is written alike.
        near: Option<String>,
    },
    /// No kind of paper is called so.
    Paper {
        /// What stands in the brackets.
        found: String,
        /// A kind of paper that is written alike.
        near: Option<String>,
    },
    /// How often something happened is no number from 1 to 255.
    Times {
        /// What stands in the brackets.
        found: String,
    },
    /// No criterion, and nothing a sheet may call for, is called so.
    Due {
        /// What stands there.
        found: String,
        /// A name that is written alike.
        near: Option<String>,
    },
    /// Acts are the trainee's.
    ActsOfVisitor,
    /// Cues are the visitor's.
    CuesOfTrainee,
    /// A session of more rows than [`MAX_ROWS`](super::MAX_ROWS).
    TooLong {
        /// Its name in the sheet.
        session: String,
        /// How many there may be.
        most: usize,
    },
}

#[derive(Debug, Default)]
pub(super) struct Problems {
    pub list: Vec<Problem>,
    /// What does not keep a sheet from being scored.
    pub warnings: Vec<Problem>,
}

impl Problems {
    /// Whether as many were found as are kept; what comes after them need not be looked at.
    pub fn is_full(&self) -> bool {
        self.list.len() >= MOST
    }

    pub fn add(&mut self, line: u64, place: Option<Place>, kind: ProblemKind) {
        if self.list.len() < MOST {
            self.list.push(Problem { line, place, kind });
        }
    }

    pub fn warn(&mut self, line: u64, place: Option<Place>, kind: ProblemKind) {
        if self.warnings.len() < MOST {
            self.warnings.push(Problem { line, place, kind });
        }
    }
}

impl Problem {
    /// One sentence with the place in front.
    pub fn message(&self) -> Message {
        let what = self.kind.message();
        if self.line == 0 {
            return what;
        }
        match &self.place {
            None => Message::new("sheet-at-line"),
            Some(place) => Message::new("sheet-at-cell").with("letter", &place.letter).with("head", &place.head),
        }
        .with("line", self.line)
        .with("what", what)
    }
}

impl ProblemKind {
    fn message(&self) -> Message {
        let plain = |id| Message::new(id);
        let found = |id, found: &str| Message::new(id).with("found", found);
        let near = |id: &'static str, found: &str, near: &Option<String>| match near {
            Some(near) => Message::new(format!("{id}-near")).with("found", found).with("near", near),
            None => Message::new(id).with("found", found),
        };
        match self {
            Self::Workbook => plain("sheet-workbook"),
            Self::WorkbookBroken => plain("sheet-workbook-broken"),
            Self::WorkbookLarge => {
                plain("sheet-workbook-large").with("mega", MAX_BYTES >> 20).with("columns", MAX_COLUMNS)
            }
            Self::NotText => plain("sheet-not-text"),
            Self::Encoding { name } => plain("sheet-encoding").with("name", *name),
            Self::TornUtf8 { line } => plain("sheet-torn-utf8").with("line", *line),
            Self::TooLarge => plain("sheet-too-large"),
            Self::WideComma => plain("sheet-wide-comma"),
            Self::QuoteOpen => plain("sheet-quote-open"),
            Self::QuoteThenMore => plain("sheet-quote-then-more"),
            Self::MoreCells { found: cell } => found("sheet-more-cells", cell),
            Self::NoRows => plain("sheet-no-rows"),
            Self::NoColumn { missing, near: like } => near("sheet-no-column", missing, like),
            Self::ColumnTwice => plain("sheet-column-twice"),
            Self::NoSession => plain("sheet-no-session"),
            Self::Speaker { found: who } => found("sheet-speaker", who),
            Self::Turn { found: turn } => found("sheet-turn", turn),
            Self::TurnBack { found, before } => plain("sheet-turn-back").with("found", *found).with("before", *before),
            Self::TurnAgain { turn } => plain("sheet-turn-again").with("turn", *turn),
            Self::Time { found: time } => found("sheet-time", time),
            Self::TimeBack { found: time } => found("sheet-time-back", time),
            Self::Act { found, near: like } => near("sheet-act", found, like),
            Self::Cue { found, near: like } => near("sheet-cue", found, like),
            Self::ActAmongCues { found: code } => found("sheet-act-among-cues", code),
            Self::CueAmongActs { found: code } => found("sheet-cue-among-acts", code),
            Self::BracketOpen { found: code } => found("sheet-bracket-open", code),
            Self::BracketEarly { found: code } => found("sheet-bracket-early", code),
            Self::BracketLate { found: code } => found("sheet-bracket-late", code),
            Self::NoWord { found: act } => found("sheet-no-word", act),
            Self::Article { found, near: like } => near("sheet-article", found, like),
            Self::Paper { found, near: like } => near("sheet-paper", found, like),
            Self::Times { found: times } => found("sheet-times", times),
            Self::Due { found, near: like } => near("sheet-due", found, like),
            Self::ActsOfVisitor => plain("sheet-acts-of-visitor"),
            Self::CuesOfTrainee => plain("sheet-cues-of-trainee"),
            Self::TooLong { session, most } => plain("sheet-too-long").with("session", session).with("most", *most),
        }
    }
}
