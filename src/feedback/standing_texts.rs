//! How a session stands, in words: passed or not and why, or unfinished.

use crate::args;
use crate::locale::Texts;
use crate::rubric::Standing;
use crate::rubric::assessment::{Dimension, Milli};
use crate::vocabulary::Locale;

/// The verdict and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// `None` where nothing could be scored.
    pub words: Option<String>,
    /// What it fails by: `Listening 41 of 60`.
    pub reasons: Vec<String>,
}

/// Says a standing; `mark` is the rubric's pass mark.
pub fn verdict(standing: Standing, mark: Milli, locale: Locale) -> Verdict {
    verdict_by(standing, |_| mark, locale)
}

/// The same where each dimension has a mark of its own.
pub fn verdict_by(standing: Standing, mark: impl Fn(Dimension) -> Milli, locale: Locale) -> Verdict {
    let text = |id: &str| locale.text(id).into_owned();
    let mut reasons = Vec::new();
    let id = match standing {
        Standing::Unscored => None,
        Standing::Unfinished => Some("standing-unfinished"),
        Standing::Passed => Some("standing-passed"),
        Standing::NotPassed(short) => {
            reasons.extend(short.doubts.ids().into_iter().map(|id| text(&format!("standing-{id}"))));
            reasons.extend(short.critical.then(|| text("standing-critical")));
            reasons.extend(short.dimensions().map(|(dimension, milli)| {
                let args = args!("dimension" => locale.text(&dimension.text_id()),
                                 "score" => score(milli), "mark" => score(mark(dimension)));
                locale.text_with("standing-below", &args).into_owned()
            }));
            Some("standing-not-passed")
        }
    };
    Verdict { words: id.map(text), reasons }
}

impl Verdict {
    /// In one line: `not passed: Listening 41 of 60`.
    pub fn line(&self, locale: Locale) -> Option<String> {
        let verdict = self.words.as_deref()?;
        if self.reasons.is_empty() {
            return Some(verdict.to_owned());
        }
        let reasons = self.reasons.join(&locale.text("hint-separator"));
        let args = args!("verdict" => verdict, "reasons" => reasons);
        Some(locale.text_with("standing-line", &args).into_owned())
    }
}

/// Out of 100; nothing is rounded up, and a whole number has no decimal.
pub fn score(Milli(thousandths): Milli) -> String {
    match thousandths % 10 {
        0 => (thousandths / 10).to_string(),
        tenth => format!("{}.{tenth}", thousandths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_said() {
        let mark = Milli(600);
        let of = |ended, critical, scores| Standing::of(mark, ended, critical, scores);
        let said = |standing, locale| verdict(standing, mark, locale).line(locale);
        let low = [Some(Milli(410)), Some(Milli(995)), Some(Milli(599))];
        assert_eq!(
            said(of(true, true, low), Locale::En).as_deref(),
            Some("not passed: a critical failure, Listening 41 of 60, Procedure 59.9 of 60")
        );
        assert_eq!(
            said(of(true, false, low), Locale::ZhCn).as_deref(),
            Some("未达标：倾听 41（要 60）、程序 59.9（要 60）")
        );
        let unfinished = of(false, false, [Some(Milli(1000)); 3]);
        assert!(said(unfinished, Locale::En).is_some_and(|said| said.starts_with("unfinished")));
        assert_eq!(said(of(true, false, [None; 3]), Locale::En), None);
    }
}
