//! What is right in a desk task and what is wrong with the rest: the only sources are what has been told so far,
//! the case file, the law and the calendar.

use super::desk_task::{DeskTask, Due, EntryIs, Field, FieldKind, Written};
use super::model::FactIx;
use crate::locale::Locale;
use crate::procedure::calendar::{Calendar, Period};
use crate::procedure::deadline::{Promise, PromiseVerdict, Reckoner};
use crate::procedure::limit::Limit;
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
}

impl Fault {
    /// So many days, where it is a matter of days.
    pub const fn days(self) -> Option<u16> {
        match self {
            Self::Late { days } | Self::CutShort { days } | Self::Misleading { days } => Some(days),
            _ => None,
        }
    }

    /// One of each, for tables and tests.
    pub const ALL: [Self; 24] = [
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
        }
    }

    /// What is wrong, in a few words.
    pub fn text(self, locale: Locale) -> String {
        let days = u32::from(self.days().unwrap_or(0));
        locale.text_with(&format!("desk-fault-{}", self.id()), &crate::args!("days" => days)).into_owned()
    }

    /// Half right: what matters stands there, not quite as it should.
    pub const fn is_slight(self) -> bool {
        matches!(self, Self::NotStruck | Self::Reworded)
    }
}

/// What a field, or what is wrong in it, bears on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
}

impl Aspect {
    pub const fn of(kind: FieldKind, fault: Option<Fault>) -> Self {
        match (fault, kind) {
            (Some(Fault::Extra | Fault::Unmasked | Fault::Exposed), _) => Self::Privacy,
            (_, FieldKind::Text) => Self::Facts,
            (_, FieldKind::IdNumber | FieldKind::Extra) => Self::Privacy,
            (_, FieldKind::Class | FieldKind::Urgency) => Self::Class,
            (_, FieldKind::Basis) => Self::Basis,
            (_, FieldKind::Path) => Self::Path,
            (_, FieldKind::Time) => Self::Time,
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
}

impl DeskTask {
    /// What is wrong with this entry now; `None`: it is right.
    pub fn fault(&self, field: &Field, is: EntryIs, known: Known) -> Option<Fault> {
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
            (FieldKind::Class | FieldKind::Urgency, EntryIs::Kind(_, true)) => None,
            (FieldKind::Class, _) => Some(Fault::WrongClass),
            (FieldKind::Urgency, _) => Some(Fault::WrongUrgency),
            (FieldKind::Basis, EntryIs::Article(_) | EntryIs::Known) => None,
            (FieldKind::Basis, EntryIs::Unfit(_)) => Some(Fault::WrongBasis),
            (FieldKind::Basis, EntryIs::Vague) => Some(Fault::VagueBasis),
            (FieldKind::Basis, _) => Some(Fault::NoBasis),
            (FieldKind::Path, EntryIs::Route | EntryIs::Known) => None,
            (FieldKind::Path, EntryIs::Elsewhere) => Some(Fault::SentAway),
            (FieldKind::Path, EntryIs::Struck | EntryIs::Empty) => Some(Fault::NoPath),
            (FieldKind::Path, _) => Some(Fault::WrongPath),
            (FieldKind::Time, is) => time_fault(is, field.due, known.today),
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
        let fits = |entry: &u8| self.entry(*entry).is_some_and(|e| self.fault(field, e.is, known).is_none());
        field.entries.clone().find(fits).unwrap_or(field.entries.start)
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
