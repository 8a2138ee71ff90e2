//! Whether a session is passed: said in this one place, shown by all.

use super::assessment::{Assessment, Dimension, Milli, Totals};
use super::calibration::Calibration;

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No ending was reached: whatever was scored so far is no result.
    Unfinished,
    /// An ending was reached, and nothing could be scored, or of a live talk too little.
    Unscored,
    /// Something is missing.
    NotPassed(Shortfall),
    /// An ending, no critical failure, and the mark in each scored dimension.
    Passed,
}

/// Why an exam cannot be passed, whatever its scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    /// It was sat without a clock, and nobody who sets exams granted that.
    pub untimed: bool,
    /// Not all of it was answered by a person at the desk: a file's waiting is no patience.
    pub not_by_hand: bool,
}

impl Doubts {
    /// As programs read them: `self-granted-untimed`, `not-by-hand`.
    pub fn ids(self) -> Vec<&'static str> {
        let all = [(self.untimed, "self-granted-untimed"), (self.not_by_hand, "not-by-hand")];
        all.into_iter().filter(|(holds, _)| *holds).map(|(_, id)| id).collect()
    }
}

/// Why a finished session is not passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shortfall {
    /// A critical failure happened.
    pub critical: bool,
    /// By `Dimension as usize`: the score where it is below the mark.
    pub below: [Option<Milli>; 3],
    /// Why it could not be passed as an exam.
    pub doubts: Doubts,
}

impl Standing {
    /// `mark` is reached by each dimension that has a score; one without is no obstacle.
    pub fn of(mark: Milli, ended: bool, critical: bool, dimensions: [Option<Milli>; 3]) -> Self {
        if !ended {
            return Self::Unfinished;
        }
        let below = dimensions.map(|score| score.filter(|score| *score < mark));
        Self::decided(critical, below, dimensions.iter().any(Option::is_some))
    }

    /// Of a live talk, by the marks of a class. Where too little was seen of a dimension that has one, nothing is decided,
    /// unless it fails by another.
    pub fn by_class(calibration: &Calibration, found: &Assessment) -> Self {
        let marks = Dimension::ALL.map(|dimension| calibration.mark(dimension));
        let scored = |dimension: Dimension| (found.dimensions[dimension as usize], marks[dimension as usize]);
        let below = Dimension::ALL.map(|dimension| match scored(dimension) {
            (Some(score), Some(mark)) if score < mark => Some(score),
            _ => None,
        });
        let all_seen = Dimension::ALL.into_iter().all(|one| !matches!(scored(one), (None, Some(_))));
        Self::decided(!found.critical.is_empty(), below, all_seen)
    }

    fn decided(critical: bool, below: [Option<Milli>; 3], enough: bool) -> Self {
        match enough {
            _ if critical || below.iter().any(Option::is_some) => {
                Self::NotPassed(Shortfall { critical, below, doubts: Doubts::default() })
            }
            true => Self::Passed,
            false => Self::Unscored,
        }
    }

    /// The same where an exam is in doubt: then it is not passed, whatever its scores.
    #[must_use]
    pub fn doubted(self, doubts: Doubts) -> Self {
        match self {
            _ if doubts == Doubts::default() => self,
            Self::Passed => Self::NotPassed(Shortfall { doubts, ..Shortfall::default() }),
            Self::NotPassed(short) => Self::NotPassed(Shortfall { doubts, ..short }),
            Self::Unfinished | Self::Unscored => self,
        }
    }

    /// As programs read it: `not-passed`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished",
            Self::Unscored => "unscored",
            Self::NotPassed(_) => "not-passed",
            Self::Passed => "passed",
        }
    }

    /// `None` where there is nothing to decide.
    pub const fn passed(self) -> Option<bool> {
        match self {
            Self::Unfinished | Self::Unscored => None,
            Self::NotPassed(_) => Some(false),
            Self::Passed => Some(true),
        }
    }
}

impl Shortfall {
    /// The dimensions below the mark, each with its score.
    pub fn dimensions(&self) -> impl Iterator<Item = (Dimension, Milli)> + '_ {
        Dimension::ALL.into_iter().filter_map(|one| Some((one, self.below[one as usize]?)))
    }
}

impl Totals {
    /// How the session stands at this pass mark; `ended`: an ending has been reached.
    pub fn standing(&self, mark: Milli, ended: bool) -> Standing {
        Standing::of(mark, ended, self.critical, self.dimensions)
    }
}

impl Assessment {
    /// How the session stands at this pass mark; `ended`: an ending has been reached.
    pub fn standing(&self, mark: Milli, ended: bool) -> Standing {
        Standing::of(mark, ended, !self.critical.is_empty(), self.dimensions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: Milli = Milli(600);

    #[test]
    fn stamps_do_not_buy_off_not_listening() {
        let found = Standing::of(MARK, true, false, [Some(Milli(410)), Some(Milli(1000)), Some(Milli(1000))]);
        let Standing::NotPassed(short) = found else { panic!("{found:?}") };
        assert_eq!(short.dimensions().collect::<Vec<_>>(), [(Dimension::Listening, Milli(410))]);
        assert_eq!(found.passed(), Some(false));
    }

    #[test]
    fn the_mark_itself_passes_and_a_dimension_without_chances_is_no_obstacle() {
        assert_eq!(Standing::of(MARK, true, false, [Some(MARK), None, None]), Standing::Passed);
        assert_eq!(Standing::of(MARK, true, false, [None; 3]), Standing::Unscored);
    }

    #[test]
    fn what_is_unfinished_is_never_passed() {
        let all = [Some(Milli(1000)); 3];
        assert_eq!(Standing::of(MARK, false, false, all).passed(), None);
        assert_eq!(Standing::of(MARK, false, true, all), Standing::Unfinished);
    }

    #[test]
    fn an_exam_in_doubt_is_not_passed_and_says_by_what() {
        let all = [Some(Milli(1000)); 3];
        let doubts = Doubts { untimed: true, not_by_hand: false };
        let Standing::NotPassed(short) = Standing::of(MARK, true, false, all).doubted(doubts) else { panic!("passed") };
        assert_eq!(short.doubts.ids(), ["self-granted-untimed"]);
        assert_eq!(Standing::of(MARK, true, false, all).doubted(Doubts::default()), Standing::Passed);
        assert_eq!(Standing::of(MARK, false, false, all).doubted(doubts), Standing::Unfinished);
    }

    #[test]
    fn a_critical_failure_fails_whatever_the_scores() {
        let all = [Some(Milli(1000)); 3];
        assert_eq!(Standing::of(MARK, true, true, all).passed(), Some(false));
        assert_eq!(Standing::of(MARK, true, true, [None; 3]).passed(), Some(false));
    }
}
