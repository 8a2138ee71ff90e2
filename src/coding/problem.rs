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

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// From 1; 0: the whole file.
    pub line: u64,
    pub place: Option<Place>,
    pub kind: ProblemKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// An Excel workbook that is old or locked.
    Workbook,
    /// A packed file that is no workbook, or a damaged one.
    WorkbookBroken,
    /// Unpacked it is more than is read.
    WorkbookLarge,
    NotText,
    /// A text in letters that are not read here, by the name of its encoding.
    Encoding {
        name: &'static str,
    },
    /// UTF-8 that breaks off in this line.
    TornUtf8 {
        line: u64,
    },
    TooLarge,
    /// The head is separated by full-width commas.
    WideComma,
    /// A quotation mark is opened and never closed, or by one of another cell.
    QuoteOpen,
    /// A quotation mark is closed, and something follows in the same cell.
    QuoteThenMore,
    /// The row has more cells than the head.
    MoreCells {
        found: String,
    },
    NoRows,
    NoColumn {
        missing: &'static str,
        near: Option<String>,
    },
    ColumnTwice,
    NoSession,
    Speaker {
        found: String,
    },
    Turn {
        found: String,
    },
    TurnBack {
        found: u32,
        before: u32,
    },
    TurnAgain {
        turn: u32,
    },
    Time {
        found: String,
    },
    TimeBack {
        found: String,
    },
    Act {
        found: String,
        near: Option<String>,
    },
    Cue {
        found: String,
        near: Option<String>,
    },
    /// A cue in the column of the acts, or the other way round.
    ActAmongCues {
        found: String,
    },
    CueAmongActs {
        found: String,
    },
    /// A bracket is never closed.
    BracketOpen {
        found: String,
    },
    /// A bracket closes and the code goes on.
    BracketEarly {
        found: String,
    },
    /// A bracket takes in another code.
    BracketLate {
        found: String,
    },
    /// A word is given back, and neither brackets nor text say which: it counts for nothing.
    NoWord {
        /// The code as it is called.
        found: String,
    },
    /// What stands in brackets is not known.
    Article {
        found: String,
        near: Option<String>,
    },
    Paper {
        found: String,
        near: Option<String>,
    },
    Times {
        found: String,
    },
    Due {
        found: String,
        near: Option<String>,
    },
    ActsOfVisitor,
    CuesOfTrainee,
    TooLong {
        session: String,
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
