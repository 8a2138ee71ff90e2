//! The faults of a paper as a person reads them: what is wrong, how to mend it, which article wants it so.

use super::deadline::{PromiseVerdict, period_text};
use super::law::LawLibrary;
use super::paper_check::{Fault, Gravity, PaperFault};
use crate::args;
use crate::locale::{FluentArgs, Locale};

impl PaperFault {
    /// How grave it is.
    pub const fn gravity(&self) -> Gravity {
        match self.what {
            Fault::NotStruck
            | Fault::NoArticle { .. }
            | Fault::NoIdNumber
            | Fault::WrongKind
            | Fault::SealAhead { .. } => Gravity::Slip,
            Fault::ToTheAccused => Gravity::Leak,
            _ => Gravity::Wrong,
        }
    }

    /// The item of the reception handbook that teaches it.
    pub const fn handbook(&self) -> &'static str {
        match self.what {
            Fault::Missing | Fault::WrongPeople { .. } | Fault::WrongReceipt { .. } | Fault::WrongKind => "P02",
            Fault::NotStruck => "D02",
            Fault::IdUnmasked | Fault::NoIdNumber => "R06",
            Fault::MustNotCollect => "R05",
            Fault::Twisted | Fault::NotTold | Fault::Wrong => "P01",
            Fault::WrongClass { .. } | Fault::WrongUrgency { .. } => "P04",
            Fault::WrongRoute { .. } | Fault::LimitOfAnotherRoute { .. } => "P07",
            Fault::WrongBody => "P10",
            Fault::ToTheAccused => "P11",
            Fault::VagueBasis { .. }
            | Fault::NoArticle { .. }
            | Fault::UnknownArticle { .. }
            | Fault::NotInForce { .. } => "D03",
            Fault::VagueTime | Fault::WrongTime { .. } => "W17",
            Fault::WrongRemedy { .. } => "F02",
            Fault::SealBeforeReceipt { .. } | Fault::SealAhead { .. } | Fault::SealLate { .. } => "D01",
            Fault::TooFewSignatures { .. } => "D15",
        }
    }

    /// The kind of fault as in text ids and tables: `id-unmasked`.
    pub const fn id(&self) -> &'static str {
        match &self.what {
            Fault::Missing => "missing",
            Fault::NotStruck => "not-struck",
            Fault::IdUnmasked => "id-unmasked",
            Fault::NoIdNumber => "no-id-number",
            Fault::MustNotCollect => "must-not-collect",
            Fault::Twisted => "twisted",
            Fault::NotTold => "not-told",
            Fault::Wrong => "wrong",
            Fault::WrongClass { .. } => "wrong-class",
            Fault::WrongRoute { .. } => "wrong-route",
            Fault::WrongUrgency { .. } => "wrong-urgency",
            Fault::WrongPeople { .. } => "wrong-people",
            Fault::WrongReceipt { .. } => "wrong-receipt",
            Fault::WrongBody => "wrong-body",
            Fault::ToTheAccused => "to-the-accused",
            Fault::VagueBasis { .. } => "vague-basis",
            Fault::NoArticle { .. } => "no-article",
            Fault::UnknownArticle { .. } => "unknown-article",
            Fault::NotInForce { .. } => "not-in-force",
            Fault::VagueTime => "vague-time",
            Fault::WrongTime { verdict, .. } => match verdict {
                PromiseVerdict::CutsShort { .. } => "time-cut-short",
                PromiseVerdict::Misleads { .. } => "time-misleads",
                PromiseVerdict::WrongUnit { .. } => "time-wrong-unit",
                PromiseVerdict::BeforeItBegins => "time-before-it-begins",
                _ => "time-too-late",
            },
            Fault::LimitOfAnotherRoute { .. } => "limit-of-another-route",
            Fault::WrongRemedy { .. } => "wrong-remedy",
            Fault::SealBeforeReceipt { .. } => "seal-before-receipt",
            Fault::SealAhead { .. } => "seal-ahead",
            Fault::SealLate { .. } => "seal-late",
            Fault::TooFewSignatures { .. } => "too-few-signatures",
            Fault::WrongKind => "wrong-kind",
        }
    }

    /// What is wrong, in one sentence that names the field.
    pub fn text(&self, law: &LawLibrary, locale: Locale) -> String {
        locale.text_with(&format!("paper-fault-{}", self.id()), &self.args(law, locale)).into_owned()
    }

    /// How it should be, in one sentence.
    pub fn fix(&self, law: &LawLibrary, locale: Locale) -> String {
        locale.text_with(&format!("paper-fault-{}.fix", self.id()), &self.args(law, locale)).into_owned()
    }

    /// The article behind it: 《信访工作条例》第二十三条.
    pub fn article(&self, law: &LawLibrary, locale: Locale) -> Option<String> {
        self.basis.as_ref().and_then(|basis| law.find(basis)).map(|article| law.citation(article, locale))
    }

    fn args(&self, law: &LawLibrary, locale: Locale) -> FluentArgs<'static> {
        let mut args = args!("field" => self.field.label(locale));
        match &self.what {
            Fault::WrongClass { right } => args.set("right", right.label(locale)),
            Fault::WrongRoute { right } => args.set("right", right.label(locale)),
            Fault::WrongUrgency { right } => args.set("right", right.label(locale)),
            Fault::WrongPeople { right } => args.set("right", u32::from(*right)),
            Fault::WrongReceipt { right } => args.set("right", right.to_string()),
            Fault::VagueBasis { words } => args.set("words", words.clone()),
            Fault::NoArticle { act } => args.set("words", act.clone()),
            Fault::UnknownArticle { citation } => args.set("words", citation.clone()),
            Fault::NotInForce { citation, on } => {
                let words = law.find(citation).map_or_else(|| citation.clone(), |at| law.citation(at, locale));
                args.set("words", words);
                args.set("day", on.to_string());
            }
            Fault::WrongTime { limit, verdict, right, due } => {
                args.set("what", limit.label(locale));
                args.set("from", limit.runs_from(locale));
                args.set("right", period_text(*right, locale));
                args.set("due", due.map(|day| day.to_string()).unwrap_or_default());
                args.set("known", if due.is_some() { "yes" } else { "no" });
                if let PromiseVerdict::Later { days }
                | PromiseVerdict::CutsShort { days }
                | PromiseVerdict::Misleads { days } = verdict
                {
                    args.set("days", *days);
                }
            }
            Fault::LimitOfAnotherRoute { route } => args.set("right", route.label(locale)),
            Fault::WrongRemedy { right } => args.set("right", right.label(locale)),
            Fault::SealBeforeReceipt { received } => args.set("day", received.to_string()),
            Fault::SealAhead { on } => args.set("day", on.to_string()),
            Fault::SealLate { limit, due, days } => {
                args.set("what", limit.label(locale));
                args.set("due", due.to_string());
                args.set("days", *days);
            }
            Fault::TooFewSignatures { needed, there } => {
                args.set("needed", u32::from(*needed));
                args.set("there", u32::from(*there));
            }
            _ => {}
        }
        args
    }
}
