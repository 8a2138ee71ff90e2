//! What is wrong with a sheet: where, what, and what to do.

use crate::args;
use crate::locale::Texts;
use crate::vocabulary::Locale;

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
    /// An Excel workbook, not a text file.
    Workbook,
    NotText,
    TooLarge,
    /// The head is separated by full-width commas.
    WideComma,
    /// A quotation mark is opened and not closed, or the like.
    Torn,
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
}

impl Problems {
    pub fn add(&mut self, line: u64, place: Option<Place>, kind: ProblemKind) {
        if self.list.len() < MOST {
            self.list.push(Problem { line, place, kind });
        }
    }
}

impl Problem {
    /// One sentence with the place in front.
    pub fn text(&self, locale: Locale) -> String {
        let what = self.kind.text(locale);
        if self.line == 0 {
            return what;
        }
        let args = args!("line" => self.line, "what" => what.as_str());
        match &self.place {
            None => locale.text_with("sheet-at-line", &args).into_owned(),
            Some(place) => {
                let mut args = args;
                args.set("letter", place.letter.as_str());
                args.set("head", place.head.as_str());
                locale.text_with("sheet-at-cell", &args).into_owned()
            }
        }
    }
}

impl ProblemKind {
    fn text(&self, locale: Locale) -> String {
        let plain = |id: &str| locale.text(id).into_owned();
        let found = |id: &str, found: &str| locale.text_with(id, &args!("found" => found)).into_owned();
        let near = |id: &str, found: &str, near: &Option<String>| match near {
            Some(near) => locale.text_with(&format!("{id}-near"), &args!("found" => found, "near" => near.as_str())),
            None => locale.text_with(id, &args!("found" => found)),
        };
        match self {
            Self::Workbook => plain("sheet-workbook"),
            Self::NotText => plain("sheet-not-text"),
            Self::TooLarge => plain("sheet-too-large"),
            Self::WideComma => plain("sheet-wide-comma"),
            Self::Torn => plain("sheet-torn"),
            Self::NoRows => plain("sheet-no-rows"),
            Self::NoColumn { missing, near: like } => near("sheet-no-column", missing, like).into_owned(),
            Self::ColumnTwice => plain("sheet-column-twice"),
            Self::NoSession => plain("sheet-no-session"),
            Self::Speaker { found: who } => found("sheet-speaker", who),
            Self::Turn { found: turn } => found("sheet-turn", turn),
            Self::TurnBack { found, before } => {
                locale.text_with("sheet-turn-back", &args!("found" => *found, "before" => *before)).into_owned()
            }
            Self::TurnAgain { turn } => locale.text_with("sheet-turn-again", &args!("turn" => *turn)).into_owned(),
            Self::Time { found: time } => found("sheet-time", time),
            Self::TimeBack { found: time } => found("sheet-time-back", time),
            Self::Act { found, near: like } => near("sheet-act", found, like).into_owned(),
            Self::Cue { found, near: like } => near("sheet-cue", found, like).into_owned(),
            Self::ActAmongCues { found: code } => found("sheet-act-among-cues", code),
            Self::CueAmongActs { found: code } => found("sheet-cue-among-acts", code),
            Self::Article { found, near: like } => near("sheet-article", found, like).into_owned(),
            Self::Paper { found, near: like } => near("sheet-paper", found, like).into_owned(),
            Self::Times { found: times } => found("sheet-times", times),
            Self::Due { found, near: like } => near("sheet-due", found, like).into_owned(),
            Self::ActsOfVisitor => plain("sheet-acts-of-visitor"),
            Self::CuesOfTrainee => plain("sheet-cues-of-trainee"),
            Self::TooLong { session, most } => {
                locale.text_with("sheet-too-long", &args!("session" => session.as_str(), "most" => *most)).into_owned()
            }
        }
    }
}
