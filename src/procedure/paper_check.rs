//! A filled paper held against what its kind asks for.

use super::calendar::Period;
use super::deadline::{Promise, PromiseVerdict, Reckoner, Timeliness};
use super::filled::{Basis, Entry, Field, Filled, Remedy, Standing, Truth};
use super::identity::{IdShown, id_numbers, id_shown};
use super::law::{ArticleIx, CitationError, LawLibrary};
use super::limit::Limit;
use super::matter::{Class, Route, Urgency};
use super::papers::PaperKind;
use super::vague::{vague_basis, vague_time};
use jiff::civil::Date;

/// What is known about the matter when a paper is judged. What is `None` is not judged.
#[derive(Clone, Copy, Debug)]
pub struct PaperContext<'a> {
    pub reckoner: Reckoner<'a>,
    /// The day on which the paper is made.
    pub on: Date,
    /// The day on which the matter was received.
    pub received: Date,
    pub accepted: Option<Date>,
    /// The day on which review or re-review was asked for.
    pub asked: Option<Date>,
    /// Whether more time was approved and told.
    pub extended: bool,
    /// Days of a hearing.
    pub hearing_days: u16,
    pub class: Option<Class>,
    pub route: Option<Route>,
    pub urgency: Option<Urgency>,
    pub people: Option<u16>,
}

impl PaperContext<'static> {
    /// A paper of this day in a matter received on that day, by the law packs and the calendar that ship.
    pub fn new(received: Date, on: Date) -> Self {
        Self {
            reckoner: Reckoner::shipped(),
            on,
            received,
            accepted: None,
            asked: None,
            extended: false,
            hearing_days: 0,
            class: None,
            route: None,
            urgency: None,
            people: None,
        }
    }
}

impl PaperContext<'_> {
    /// The day from which a limit runs, where it is known.
    fn start(&self, limit: Limit) -> Option<Date> {
        match limit {
            Limit::Forward | Limit::Notice | Limit::ForwardedNotice | Limit::Objection => Some(self.received),
            Limit::Decision | Limit::ExtendedDecision => self.accepted,
            Limit::Review | Limit::ReReview => self.asked,
            _ => None,
        }
    }
}

/// Something wrong on a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperFault {
    pub field: Field,
    pub what: Fault,
    /// The article behind it, as cited: `xf2022/23`.
    pub basis: Option<String>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A required field is empty.
    Missing,
    /// An empty field is not struck out.
    NotStruck,
    /// An ID number can be read.
    IdUnmasked,
    /// What stands there is no ID number.
    NoIdNumber,
    /// The field asks for what the desk has no business to know.
    MustNotCollect,
    /// Not what the visitor meant.
    Twisted,
    /// Nobody has said it.
    NotTold,
    /// Not so.
    Wrong,
    WrongClass {
        right: Class,
    },
    WrongRoute {
        right: Route,
    },
    WrongUrgency {
        right: Urgency,
    },
    WrongPeople {
        right: u16,
    },
    WrongReceipt {
        right: Date,
    },
    /// Not the body that is competent.
    WrongBody,
    /// Accusation material to the accused.
    ToTheAccused,
    /// 有关规定 instead of an article.
    VagueBasis {
        words: String,
    },
    /// The act without its article.
    NoArticle {
        act: String,
    },
    /// The citation leads nowhere.
    UnknownArticle {
        citation: String,
    },
    NotInForce {
        citation: String,
        on: Date,
    },
    /// 尽快 instead of a day.
    VagueTime,
    /// Not the time of the law.
    WrongTime {
        limit: Limit,
        verdict: PromiseVerdict,
        right: Period,
        /// The last day, where the start is known.
        due: Option<Date>,
    },
    /// The sixty days of Article 34 in a matter that goes another way.
    LimitOfAnotherRoute {
        route: Route,
    },
    WrongRemedy {
        right: Remedy,
    },
    SealBeforeReceipt {
        received: Date,
    },
    /// Sealed with a day that has not come.
    SealAhead {
        on: Date,
    },
    SealLate {
        limit: Limit,
        due: Date,
        days: u32,
    },
    TooFewSignatures {
        needed: u8,
        there: u8,
    },
    /// An entry of another kind than the field takes.
    WrongKind,
}

/// Every fault of a paper, missing fields included, in the order of the sheet.
pub fn check_paper(kind: &PaperKind, filled: &Filled, context: &PaperContext) -> Vec<PaperFault> {
    let mut faults = check_sheet(kind, filled, context);
    let missing = kind.required.iter().filter(|field| filled.get(**field).is_none());
    faults.extend(missing.map(|field| PaperFault { field: *field, what: Fault::Missing, basis: kind.basis.clone() }));
    faults
}

/// The faults of what is printed on a sheet; a required field that is not printed is not missed.
pub fn check_sheet(kind: &PaperKind, filled: &Filled, context: &PaperContext) -> Vec<PaperFault> {
    let mut check = Check { kind, context, field: Field::Other, faults: Vec::new() };
    for (field, entry) in &filled.entries {
        check.field = *field;
        check.entry(entry);
    }
    check.faults
}

/// What is wrong with one field of a sheet; the first fault, where it has several.
pub fn check_field(kind: &PaperKind, field: Field, entry: &Entry, context: &PaperContext) -> Option<PaperFault> {
    let mut check = Check { kind, context, field, faults: Vec::new() };
    check.entry(entry);
    check.faults.into_iter().next()
}

/// The required fields that a sheet does not print.
pub fn missing_from_sheet(kind: &PaperKind, fields: &[Field]) -> Vec<Field> {
    kind.required.iter().copied().filter(|field| !fields.contains(field)).collect()
}

struct Check<'a> {
    kind: &'a PaperKind,
    context: &'a PaperContext<'a>,
    field: Field,
    faults: Vec<PaperFault>,
}

impl Check<'_> {
    fn fault(&mut self, what: Fault, basis: Option<&str>) {
        self.faults.push(PaperFault { field: self.field, what, basis: basis.map(str::to_owned) });
    }

    /// A fault against the article that asks for this paper.
    fn against_paper(&mut self, what: Fault) {
        let basis = self.kind.basis.clone();
        self.faults.push(PaperFault { field: self.field, what, basis });
    }

    fn entry(&mut self, entry: &Entry) {
        let asked_for = self.kind.required.contains(&self.field) || self.kind.optional.contains(&self.field);
        if entry.is_empty() {
            if self.kind.required.contains(&self.field) {
                self.against_paper(Fault::Missing);
            } else if *entry != Entry::Struck {
                self.fault(Fault::NotStruck, None);
            }
            return;
        }
        if self.field.is_needless() && !asked_for {
            self.fault(Fault::MustNotCollect, Some("pipl2021/6"));
            return;
        }
        match (self.field, entry) {
            (_, Entry::Blank | Entry::Struck) => {}
            (Field::IdNumber, Entry::IdNumber(text)) => self.id_number(text),
            (field, Entry::Words { text, truth }) => self.words(field, text, *truth),
            (Field::People, Entry::Count(people)) => {
                if let Some(right) = self.context.people.filter(|right| right != people) {
                    self.fault(Fault::WrongPeople { right }, None);
                }
            }
            (Field::ReceivedOn, Entry::Date(day)) if *day != self.context.received => {
                self.against_paper(Fault::WrongReceipt { right: self.context.received });
            }
            (Field::SealDate, Entry::Date(day)) => self.seal(*day),
            (Field::ReceivedOn | Field::HeldOn, Entry::Date(_)) => {}
            (Field::Class, Entry::Class(class)) => {
                if let Some(right) = self.context.class.filter(|right| right != class) {
                    self.fault(Fault::WrongClass { right }, Some(right.basis()));
                }
            }
            (Field::Route, Entry::Route(route)) => {
                if let Some(right) = self.context.route.filter(|right| right != route) {
                    self.fault(Fault::WrongRoute { right }, Some(right.basis()));
                }
            }
            (Field::Urgency, Entry::Urgency(urgency)) => {
                if let Some(right) = self.context.urgency.filter(|right| right != urgency) {
                    self.fault(Fault::WrongUrgency { right }, (right == Urgency::Urgent).then_some("xf2022/25"));
                }
            }
            (Field::Body, Entry::Body { name, standing }) => {
                self.readable_id(name);
                match standing {
                    Standing::Competent => {}
                    Standing::Accused if self.context.class == Some(Class::Accusation) => {
                        self.fault(Fault::ToTheAccused, Some("xf2022/30(3)"));
                    }
                    Standing::NotCompetent | Standing::Accused => self.against_paper(Fault::WrongBody),
                }
            }
            (Field::Deadline, Entry::Time(promise)) => self.time(promise),
            (Field::Basis, Entry::Basis(bases)) => bases.iter().for_each(|basis| self.basis(basis)),
            (Field::Remedy, Entry::Remedy { remedy, within }) => self.remedy(*remedy, within),
            (Field::Signatures, Entry::Signed(there)) if *there < self.kind.signatures => {
                self.against_paper(Fault::TooFewSignatures { needed: self.kind.signatures, there: *there });
            }
            (Field::Signatures, Entry::Signed(_)) => {}
            _ => self.fault(Fault::WrongKind, None),
        }
    }

    fn id_number(&mut self, text: &str) {
        match id_shown(text) {
            IdShown::Masked => {}
            IdShown::TooMuch => self.fault(Fault::IdUnmasked, Some("civil2021/1039")),
            // 已核验 says that the card was seen, and copies nothing.
            IdShown::Unclear if text.chars().any(|c| c.is_ascii_digit()) => self.fault(Fault::NoIdNumber, None),
            IdShown::Unclear => {}
        }
    }

    /// An ID number hidden in other words.
    fn readable_id(&mut self, text: &str) {
        if !id_numbers(text).is_empty() {
            self.fault(Fault::IdUnmasked, Some("civil2021/1039"));
        }
    }

    fn words(&mut self, field: Field, text: &str, truth: Truth) {
        self.readable_id(text);
        match truth {
            Truth::Right => {}
            Truth::Twisted => self.fault(Fault::Twisted, Some("xf2022/19(1)")),
            Truth::NotTold => self.fault(Fault::NotTold, Some("xf2022/19(1)")),
            Truth::Wrong if field == Field::Body => self.against_paper(Fault::WrongBody),
            Truth::Wrong => self.fault(Fault::Wrong, None),
        }
        match field {
            Field::Basis => {
                if let Some(words) = vague_basis(text) {
                    self.against_paper(Fault::VagueBasis { words: words.to_owned() });
                }
            }
            Field::Deadline | Field::Terms | Field::NextStep | Field::ContactPlan if vague_time(text).is_some() => {
                self.against_paper(Fault::VagueTime);
            }
            _ => {}
        }
    }

    fn time(&mut self, promise: &Promise) {
        if *promise == Promise::Vague {
            return self.against_paper(Fault::VagueTime);
        }
        let Some(limit) = self.kind.states else { return };
        let decision = matches!(limit, Limit::Decision | Limit::ExtendedDecision);
        if let Some(route) = self.context.route.filter(|route| decision && *route != Route::Opinion) {
            // Another procedure has its own time; only the sixty days are known to be wrong there.
            if let (Ok(deadline), Promise::Within(period)) =
                (self.context.reckoner.deadline(limit, self.context.on), promise)
                && *period == deadline.count.period
            {
                self.fault(Fault::LimitOfAnotherRoute { route }, Some("xf2022/34"));
            }
            return;
        }
        self.stated(limit, promise);
    }

    /// A limit stated on the paper.
    fn stated(&mut self, limit: Limit, promise: &Promise) {
        let reckoner = self.context.reckoner;
        let start = self.context.start(limit);
        // The number of days is judged even where the day it runs from is not known.
        let from = start.unwrap_or(self.context.on);
        let Ok(deadline) = reckoner.deadline_with_hearing(limit, from, self.context.hearing_days) else { return };
        let verdict = reckoner.judge(&deadline, promise);
        if verdict == PromiseVerdict::Vague {
            return self.against_paper(Fault::VagueTime);
        }
        if !verdict.is_right() {
            let due = start.map(|_| deadline.due());
            let basis = cited(reckoner.law, deadline.article);
            self.fault(Fault::WrongTime { limit, verdict, right: deadline.count.period, due }, Some(&basis));
        }
    }

    fn basis(&mut self, basis: &Basis) {
        match basis {
            Basis::Vague(words) => self.against_paper(Fault::VagueBasis { words: words.clone() }),
            Basis::ActOnly(act) => self.against_paper(Fault::NoArticle { act: act.clone() }),
            Basis::Article(citation) => match self.context.reckoner.law.resolve_on(citation, self.context.on) {
                Ok(_) => {}
                Err(CitationError::NotInForce { citation, on }) => {
                    self.fault(Fault::NotInForce { citation, on }, None);
                }
                Err(_) => self.fault(Fault::UnknownArticle { citation: citation.clone() }, None),
            },
        }
    }

    fn remedy(&mut self, remedy: Remedy, within: &Promise) {
        let Some(right) = self.kind.remedy else { return };
        let limit = match right {
            Remedy::Review => Some(Limit::AskReview),
            Remedy::ReReview => Some(Limit::AskReReview),
            _ => None,
        };
        if remedy != right {
            let basis = if right == Remedy::Review { "xf2022/35" } else { "xf2022/36" };
            return self.fault(Fault::WrongRemedy { right }, Some(basis));
        }
        if let Some(limit) = limit {
            self.stated(limit, within);
        }
    }

    fn seal(&mut self, day: Date) {
        let PaperContext { on, received, .. } = *self.context;
        if day < received {
            return self.against_paper(Fault::SealBeforeReceipt { received });
        }
        if day > on {
            self.against_paper(Fault::SealAhead { on });
        }
        let limit = match self.kind.sealed_within {
            Some(Limit::Decision) if self.context.extended && self.kind.states.is_none() => Limit::ExtendedDecision,
            Some(limit) => limit,
            None => return,
        };
        let decision = matches!(limit, Limit::Decision | Limit::ExtendedDecision);
        if decision && self.context.route.is_some_and(|route| route != Route::Opinion) {
            return;
        }
        let Some(start) = self.context.start(limit) else { return };
        let reckoner = self.context.reckoner;
        let Ok(deadline) = reckoner.deadline_with_hearing(limit, start, self.context.hearing_days) else { return };
        if let Timeliness::Late { days } = deadline.timeliness(day) {
            let basis = cited(reckoner.law, deadline.article);
            self.fault(Fault::SealLate { limit, due: deadline.due(), days }, Some(&basis));
        }
    }
}

/// `xf2022/23`.
fn cited(law: &LawLibrary, article: ArticleIx) -> String {
    format!("{}/{}", law.pack_of(article).id, law[article].number)
}
