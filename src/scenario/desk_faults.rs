//! What is right in a desk task and what is wrong with the rest: the only sources are what has been told so far,
//! the case file, the law and the calendar. What the paper's own kind asks for is found in [`super::desk_paper`];
//! whoever reads a sheet meets the words of this page alone.

use super::desk_task::{DeskTask, Due, Entry, EntryIs, Field, FieldKind, Written};
use crate::locale::Texts;
use crate::procedure::ArticleIx;
use crate::procedure::calendar::{Calendar, Period};
use crate::procedure::deadline::{Promise, PromiseVerdict, Reckoner};
use crate::procedure::limit::Limit;
use crate::procedure::{Class, LawLibrary, Progress};
use crate::vocabulary::FactIx;
use crate::vocabulary::Locale;
use enumset::EnumSetType;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fault {
    /// True perhaps, but the visitor has not said it.
    NotTold,
    /// Nobody said it and nothing supports it.
    Invented,
    /// What was meant, in other words than theirs.
    Reworded,
    /// A judgement in place of what was said.
    Judged,
    /// Known and left out.
    LeftOut,
    /// Rightly empty, but not struck out: anybody can write into it.
    NotStruck,
    /// Nothing that may be collected.
    Extra,
    /// An ID number in full.
    Unmasked,
    /// Who it is, on a paper that others read.
    Exposed,
    WrongClass,
    WrongUrgency,
    NoBasis,
    /// 有关规定.
    VagueBasis,
    /// An article that does not fit.
    WrongBasis,
    NoPath,
    WrongPath,
    /// Sent away in place of a path.
    SentAway,
    NoTime,
    /// 尽快.
    VagueTime,
    WrongTime,
    /// After the last day, by so many days.
    Late {
        days: u16,
    },
    /// The right number of the wrong kind of days.
    WrongUnit,
    /// Time of the visitor's own, told too short: a right is taken away …
    CutShort {
        days: u16,
    },
    /// … or too long: who trusts it loses the right.
    Misleading {
        days: u16,
    },
    /// A field that the paper cannot do without is blank although what belongs there is known …
    Missing,
    /// … or is not known, because nobody has asked.
    NotAsked,
    /// The act without its article.
    NoArticle,
    /// An article that is not in force on the day of the paper.
    NotInForce,
    WrongRoute,
    /// The sixty days of Article 34 in a matter that goes another way.
    AnotherRoute,
    /// Accusation material to those it accuses.
    ToTheAccused,
    /// Not what one may do against this paper.
    WrongRemedy,
    WrongReceipt,
    /// Sealed on a day before the matter came in …
    SealEarly,
    /// … on a day that has not come …
    SealAhead,
    /// … after the last day, by so many days.
    SealLate {
        days: u16,
    },
    TooFewSigned {
        needed: u8,
        there: u8,
    },
}

/// What was found wrong, and the article that wants it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub fault: Fault,
    pub basis: Option<ArticleIx>,
}

impl Fault {
    /// So many days, where it is a matter of days.
    pub const fn days(self) -> Option<u16> {
        match self {
            Self::Late { days } | Self::CutShort { days } | Self::Misleading { days } | Self::SealLate { days } => {
                Some(days)
            }
            _ => None,
        }
    }

    /// One of each, for tables and tests.
    pub const ALL: [Self; 37] = [
        Self::NotTold,
        Self::Invented,
        Self::Reworded,
        Self::Judged,
        Self::LeftOut,
        Self::NotStruck,
        Self::Extra,
        Self::Unmasked,
        Self::Exposed,
        Self::WrongClass,
        Self::WrongUrgency,
        Self::NoBasis,
        Self::VagueBasis,
        Self::WrongBasis,
        Self::NoPath,
        Self::WrongPath,
        Self::SentAway,
        Self::NoTime,
        Self::VagueTime,
        Self::WrongTime,
        Self::Late { days: 1 },
        Self::WrongUnit,
        Self::CutShort { days: 1 },
        Self::Misleading { days: 1 },
        Self::Missing,
        Self::NotAsked,
        Self::NoArticle,
        Self::NotInForce,
        Self::WrongRoute,
        Self::AnotherRoute,
        Self::ToTheAccused,
        Self::WrongRemedy,
        Self::WrongReceipt,
        Self::SealEarly,
        Self::SealAhead,
        Self::SealLate { days: 1 },
        Self::TooFewSigned { needed: 2, there: 1 },
    ];

    /// The end of its Fluent messages: `desk-fault-…`, `explain-wrote-…`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotTold => "not-told",
            Self::Invented => "invented",
            Self::Reworded => "reworded",
            Self::Judged => "judged",
            Self::LeftOut => "left-out",
            Self::NotStruck => "not-struck",
            Self::Extra => "extra",
            Self::Unmasked => "unmasked",
            Self::Exposed => "exposed",
            Self::WrongClass => "wrong-class",
            Self::WrongUrgency => "wrong-urgency",
            Self::NoBasis => "no-basis",
            Self::VagueBasis => "vague-basis",
            Self::WrongBasis => "wrong-basis",
            Self::NoPath => "no-path",
            Self::WrongPath => "wrong-path",
            Self::SentAway => "sent-away",
            Self::NoTime => "no-time",
            Self::VagueTime => "vague-time",
            Self::WrongTime => "wrong-time",
            Self::Late { .. } => "late",
            Self::WrongUnit => "wrong-unit",
            Self::CutShort { .. } => "cut-short",
            Self::Misleading { .. } => "misleading",
            Self::Missing => "missing",
            Self::NotAsked => "not-asked",
            Self::NoArticle => "no-article",
            Self::NotInForce => "not-in-force",
            Self::WrongRoute => "wrong-route",
            Self::AnotherRoute => "another-route",
            Self::ToTheAccused => "to-the-accused",
            Self::WrongRemedy => "wrong-remedy",
            Self::WrongReceipt => "wrong-receipt",
            Self::SealEarly => "seal-early",
            Self::SealAhead => "seal-ahead",
            Self::SealLate { .. } => "seal-late",
            Self::TooFewSigned { .. } => "too-few-signed",
        }
    }

    /// What is wrong, in a few words.
    pub fn text(self, locale: Locale) -> String {
        let mut args = crate::locale::FluentArgs::new();
        self.tell(&mut args);
        locale.text_with(&format!("desk-fault-{}", self.id()), &args).into_owned()
    }

    /// Its numbers, for texts about it.
    pub fn tell(self, args: &mut crate::locale::FluentArgs) {
        args.set("days", u32::from(self.days().unwrap_or(0)));
        if let Self::TooFewSigned { needed, there } = self {
            args.set("needed", u32::from(needed));
            args.set("there", u32::from(there));
        }
    }

    /// Half right: what matters stands there, not quite as it should.
    pub const fn is_slight(self) -> bool {
        matches!(self, Self::NotStruck | Self::Reworded | Self::NotAsked | Self::NoArticle | Self::SealAhead)
    }
}

/// What a field, or what is wrong in it, bears on.
#[derive(Debug, Hash, EnumSetType, Serialize, Deserialize)]
pub enum Aspect {
    /// What the visitor said has reached the paper as they meant it.
    Facts,
    /// No more is collected or shown than needed.
    Privacy,
    /// Class and urgency.
    Class,
    Basis,
    Path,
    Time,
    /// Nothing is missing; remedy, seal and signatures are as they should be.
    Form,
}

impl Aspect {
    pub const fn of(kind: FieldKind, fault: Option<Fault>) -> Self {
        match (fault, kind) {
            (Some(Fault::Extra | Fault::Unmasked | Fault::Exposed | Fault::ToTheAccused), _) => Self::Privacy,
            (Some(Fault::Missing | Fault::NotAsked), _) => Self::Form,
            // What stands in words in a field without entries of its own.
            (Some(Fault::VagueTime), FieldKind::Text) => Self::Time,
            (_, FieldKind::Text) => Self::Facts,
            (_, FieldKind::IdNumber | FieldKind::Extra) => Self::Privacy,
            (_, FieldKind::Class | FieldKind::Urgency) => Self::Class,
            (_, FieldKind::Basis) => Self::Basis,
            (_, FieldKind::Path | FieldKind::Route) => Self::Path,
            (_, FieldKind::Time) => Self::Time,
            (_, FieldKind::Day | FieldKind::Remedy | FieldKind::Signatures) => Self::Form,
        }
    }
}

/// What is known at the moment of writing.
#[derive(Clone, Copy)]
pub struct Known<'k> {
    /// Facts that have been told in this session.
    pub told: &'k dyn Fn(FactIx) -> bool,
    /// The day of the visit.
    pub today: Date,
    /// How far the matter has come, where the scenario tells of one.
    pub progress: Option<&'k Progress>,
    /// Whether the paper is held against its kind. Logs of the first version were judged without.
    pub whole: bool,
}

impl DeskTask {
    /// What is wrong with this entry now; `None`: it is right. What the talk has to say comes first, then what the
    /// paper's kind asks for: one fault an entry, so nothing is charged twice.
    pub fn found(&self, field: &Field, entry: &Entry, known: Known) -> Option<Found> {
        if let Some(fault) = self.blank(field, entry.is, known) {
            let basis = self.paper_kind().and_then(|kind| LawLibrary::shipped().find(kind.basis.as_deref()?));
            return Some(Found { fault, basis });
        }
        let of_talk = self.fault(field, entry.is, known);
        let by_law = || if known.whole { self.by_law(field, entry, known) } else { None };
        match of_talk {
            // The law may say the same and name its article.
            Some(fault) => {
                let same = by_law().filter(|found| found.fault == fault);
                Some(same.unwrap_or(Found { fault, basis: None }))
            }
            None => by_law(),
        }
    }

    /// A required field without anything in it.
    fn blank(&self, field: &Field, is: EntryIs, known: Known) -> Option<Fault> {
        let blank = matches!(is, EntryIs::Struck | EntryIs::Empty);
        let counts = !matches!(
            field.kind,
            FieldKind::IdNumber | FieldKind::Extra | FieldKind::Basis | FieldKind::Path | FieldKind::Time
        );
        if !(known.whole && blank && counts && self.requires(field)) {
            return None;
        }
        let holds = field.kind != FieldKind::Text || self.of(field).any(|is| self.supported(is, known));
        match (holds, is) {
            (true, _) => Some(Fault::Missing),
            (false, EntryIs::Struck) => Some(Fault::NotAsked),
            (false, _) => None,
        }
    }

    /// What the talk, the case file and the author's own limits have against it.
    fn fault(&self, field: &Field, is: EntryIs, known: Known) -> Option<Fault> {
        let holds = || self.of(field).any(|is| self.supported(is, known));
        match (field.kind, is) {
            (FieldKind::Text, EntryIs::Fact(fact)) => (!(known.told)(fact)).then_some(Fault::NotTold),
            (FieldKind::Text, EntryIs::Known) => None,
            (FieldKind::Text, EntryIs::Reworded) => Some(Fault::Reworded),
            (FieldKind::Text, EntryIs::Judged) => Some(Fault::Judged),
            (FieldKind::Text, EntryIs::Struck | EntryIs::Empty) if holds() => Some(Fault::LeftOut),
            (FieldKind::Text | FieldKind::Extra, EntryIs::Struck) => None,
            (FieldKind::Text | FieldKind::Extra, EntryIs::Empty) => Some(Fault::NotStruck),
            (FieldKind::Text | FieldKind::Extra, EntryIs::Source) if self.seen_by_others => Some(Fault::Exposed),
            (FieldKind::Text, EntryIs::Source) => None,
            (FieldKind::Text, EntryIs::Extra) | (FieldKind::Extra, _) => Some(Fault::Extra),
            (FieldKind::Text, _) => Some(Fault::Invented),
            (FieldKind::IdNumber, EntryIs::Masked) => None,
            (FieldKind::IdNumber, EntryIs::Whole) if self.seen_by_others => Some(Fault::Exposed),
            (FieldKind::IdNumber, EntryIs::Whole) => Some(Fault::Unmasked),
            (FieldKind::IdNumber, _) => Some(Fault::LeftOut),
            (FieldKind::Class | FieldKind::Urgency | FieldKind::Route, EntryIs::Kind(_, true)) => None,
            (FieldKind::Route, _) => Some(Fault::WrongRoute),
            (FieldKind::Class, _) => Some(Fault::WrongClass),
            (FieldKind::Urgency, _) => Some(Fault::WrongUrgency),
            (FieldKind::Basis, EntryIs::Article(_) | EntryIs::Known) => None,
            (FieldKind::Basis, EntryIs::Lapsed(_)) => Some(Fault::NotInForce),
            (FieldKind::Basis, EntryIs::NoArticle) => Some(Fault::NoArticle),
            (FieldKind::Basis, EntryIs::Unfit(_)) => Some(Fault::WrongBasis),
            (FieldKind::Basis, EntryIs::Vague) => Some(Fault::VagueBasis),
            (FieldKind::Basis, _) => Some(Fault::NoBasis),
            (FieldKind::Path, EntryIs::Route | EntryIs::Known) => None,
            (FieldKind::Path, EntryIs::Elsewhere) => Some(Fault::SentAway),
            (FieldKind::Path, EntryIs::Accused) if self.matter.class == Some(Class::Accusation) => {
                Some(Fault::ToTheAccused)
            }
            (FieldKind::Path, EntryIs::Struck | EntryIs::Empty) => Some(Fault::NoPath),
            (FieldKind::Path, _) => Some(Fault::WrongPath),
            (FieldKind::Time, is) => time_fault(is, field.due, known.today),
            // The rest is the law's.
            (FieldKind::Day | FieldKind::Remedy | FieldKind::Signatures, EntryIs::Empty) => Some(Fault::NotStruck),
            (FieldKind::Remedy, EntryIs::Invented) => Some(Fault::WrongRemedy),
            (FieldKind::Day | FieldKind::Remedy | FieldKind::Signatures, _) => None,
        }
    }

    fn of(&self, field: &Field) -> impl Iterator<Item = EntryIs> {
        field.entries.clone().filter_map(|entry| Some(self.entry(entry)?.is))
    }

    /// Whether an entry of a text field has something to stand on.
    fn supported(&self, is: EntryIs, known: Known) -> bool {
        match is {
            EntryIs::Fact(fact) => (known.told)(fact),
            EntryIs::Known => true,
            EntryIs::Source => !self.seen_by_others,
            _ => false,
        }
    }

    /// What should stand in a field now: the first entry that is right.
    pub fn right(&self, field: &Field, known: Known) -> u8 {
        let fault = |entry: &u8| self.entry(*entry).and_then(|e| self.found(field, e, known)).map(|found| found.fault);
        let mut entries = field.entries.clone();
        let least = || field.entries.clone().find(|entry| fault(entry) == Some(Fault::NotAsked));
        entries.find(|entry| fault(entry).is_none()).or_else(least).unwrap_or(field.entries.start)
    }

    /// The task without a fault.
    pub fn rightly(&self, known: Known) -> Written {
        self.fields.iter().map(|field| self.right(field, known)).collect()
    }
}

/// What is wrong with a time that is named today for something due.
pub fn time_fault(is: EntryIs, due: Option<Due>, today: Date) -> Option<Fault> {
    let promise = match is {
        EntryIs::Known => return None,
        EntryIs::Struck | EntryIs::Empty => return Some(Fault::NoTime),
        EntryIs::Soon => Promise::Vague,
        EntryIs::Days(days) => Promise::Within(Period::days(days)),
        EntryIs::WorkingDays(days) => Promise::Within(Period::working_days(days)),
        EntryIs::Date(date) => Promise::On(date),
        _ => return Some(Fault::WrongTime),
    };
    match due {
        Some(Due::By(limit)) => of_law(limit, &promise, today),
        Some(Due::Within(days)) => of_author(Some(days), &promise, today),
        None => of_author(None, &promise, today),
    }
}

fn of_law(limit: Limit, promise: &Promise, today: Date) -> Option<Fault> {
    let reckoner = Reckoner::shipped();
    let Ok(deadline) = reckoner.deadline(limit, today) else {
        // The loader has asked for the law of that day; a date beyond the calendar is nobody's deadline.
        return of_author(None, promise, today);
    };
    let whole = |days: u32| u16::try_from(days).unwrap_or(u16::MAX);
    match reckoner.judge(&deadline, promise) {
        PromiseVerdict::AsTheLaw | PromiseVerdict::Earlier { .. } => None,
        PromiseVerdict::Later { days } => Some(Fault::Late { days: whole(days) }),
        PromiseVerdict::CutsShort { days } => Some(Fault::CutShort { days: whole(days) }),
        PromiseVerdict::Misleads { days } => Some(Fault::Misleading { days: whole(days) }),
        PromiseVerdict::WrongUnit { .. } => Some(Fault::WrongUnit),
        PromiseVerdict::BeforeItBegins => Some(Fault::WrongTime),
        PromiseVerdict::Vague => Some(Fault::VagueTime),
    }
}

/// Against a limit of the author's, or any time that can be held to.
fn of_author(within: Option<u16>, promise: &Promise, today: Date) -> Option<Fault> {
    let last = |period| Calendar::shipped().count(today, period).ok().map(|count| count.due);
    let named = match promise {
        Promise::Vague => return Some(Fault::VagueTime),
        Promise::On(date) => Some(*date),
        Promise::Within(period) => last(*period),
    };
    let Some(named) = named.filter(|named| *named >= today) else {
        return Some(Fault::WrongTime);
    };
    let late = (named - last(Period::days(within?))?).get_days();
    u16::try_from(late).ok().filter(|days| *days > 0).map(|days| Fault::Late { days })
}
