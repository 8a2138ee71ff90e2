//! A filled paper held against what its kind asks for.

use super::circumstances::Circumstances;
use super::fault::{Fault, Found};
use super::paper_kind::PaperKind;
use super::sheet::{Basis, Decider, FilledPaper, PaperEntry, PaperField, Remedy, Standing, Truthfulness};
use super::time_fault::whole;
use crate::procedure::deadline::{PromisedTime, Reckoner, Timeliness};
use crate::procedure::identity::{IdShown, id_numbers, id_shown};
use crate::procedure::law::{ArticleIx, CitationError};
use crate::procedure::limit::Limit;
use crate::procedure::matter::{Class, Route, Urgency};
use crate::procedure::vague::{vague_basis, vague_time};
use jiff::civil::Date;

/// When a paper is judged, by which law, and what is known of its matter.
#[derive(Clone, Copy, Debug)]
pub struct PaperContext<'a> {
    /// The law and the calendar it is held against.
    pub reckoner: Reckoner<'a>,
    /// The day on which the paper is made.
    pub on: Date,
    /// What is known of the matter on that day.
    pub matter: Circumstances,
    /// What one may do against it; empty: as its kind says.
    pub remedies: &'a [Remedy],
}

impl PaperContext<'static> {
    /// A paper of this day, by the law packs and the calendar that ship.
    pub fn of(matter: Circumstances, on: Date) -> Self {
        Self { reckoner: Reckoner::shipped(), on, matter, remedies: &[] }
    }
}

/// Something wrong on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperFault {
    /// The field it stands in, or should stand in.
    pub field: PaperField,
    /// What is wrong there.
    pub found: Found,
}

/// Every fault of a paper, missing fields included, in the order of the sheet.
pub fn check_paper(kind: &PaperKind, filled: &FilledPaper, context: &PaperContext) -> Vec<PaperFault> {
    let mut faults = check_sheet(kind, filled, context);
    for field in kind.required.iter().filter(|field| filled.get(**field).is_none()) {
        let mut check = Check { kind, context, field: *field, faults: Vec::new() };
        check.against_paper(Fault::Missing);
        faults.append(&mut check.faults);
    }
    faults
}

/// The faults of what is printed on a sheet; a required field that is not printed is not missed.
pub fn check_sheet(kind: &PaperKind, filled: &FilledPaper, context: &PaperContext) -> Vec<PaperFault> {
    let mut check = Check { kind, context, field: PaperField::Other, faults: Vec::new() };
    for (field, entry) in &filled.entries {
        check.field = *field;
        check.entry(entry);
    }
    check.faults
}

/// What is wrong with one field of a sheet; the first fault, where it has several.
pub(super) fn check_field(
    kind: &PaperKind,
    field: PaperField,
    entry: &PaperEntry,
    context: &PaperContext,
) -> Option<Found> {
    let mut check = Check { kind, context, field, faults: Vec::new() };
    check.entry(entry);
    check.faults.first().map(|fault| fault.found)
}

/// The required fields that a sheet does not print.
pub fn missing_from_sheet(kind: &PaperKind, fields: &[PaperField]) -> Vec<PaperField> {
    kind.required.iter().copied().filter(|field| !fields.contains(field)).collect()
}

struct Check<'a> {
    kind: &'a PaperKind,
    context: &'a PaperContext<'a>,
    field: PaperField,
    faults: Vec<PaperFault>,
}

impl Check<'_> {
    fn fault(&mut self, fault: Fault, basis: Option<&str>) {
        self.against(fault, basis.and_then(|cited| self.context.reckoner.law.find(cited)));
    }

    fn against(&mut self, fault: Fault, basis: Option<ArticleIx>) {
        self.faults.push(PaperFault { field: self.field, found: Found { fault, basis } });
    }

    /// A fault against the article that asks for this paper.
    fn against_paper(&mut self, fault: Fault) {
        self.fault(fault, self.kind.basis(self.context.matter.office));
    }

    fn entry(&mut self, entry: &PaperEntry) {
        let asked_for = self.kind.required.contains(&self.field) || self.kind.optional.contains(&self.field);
        if entry.is_empty() {
            if self.kind.required.contains(&self.field) {
                self.against_paper(Fault::Missing);
            } else if *entry != PaperEntry::Struck {
                self.fault(Fault::NotStruck, None);
            }
            return;
        }
        if self.field.is_needless() && !asked_for {
            self.fault(Fault::Extra, Some("pipl2021/6"));
            return;
        }
        match (self.field, entry) {
            (_, PaperEntry::Blank | PaperEntry::Struck) => {}
            (PaperField::IdNumber, PaperEntry::IdNumber(text)) => self.id_number(text),
            (field, PaperEntry::Words { text, truth }) => self.words(field, text, *truth),
            (PaperField::People, PaperEntry::Count(people)) => {
                if self.context.matter.people.is_some_and(|right| right != *people) {
                    self.fault(Fault::WrongPeople, None);
                }
            }
            (PaperField::ReceivedOn, PaperEntry::Date(day)) if *day != self.context.matter.received => {
                self.against_paper(Fault::WrongReceipt);
            }
            (PaperField::SealDate, PaperEntry::Date(day)) => self.seal(*day),
            (PaperField::ReceivedOn | PaperField::HeldOn, PaperEntry::Date(_)) => {}
            (PaperField::Class, PaperEntry::Class(class)) => {
                if let Some(right) = self.context.matter.class.filter(|right| right != class) {
                    self.fault(Fault::WrongClass, Some(right.basis()));
                }
            }
            (PaperField::Route, PaperEntry::Route(route)) => {
                if let Some(right) = self.context.matter.route.filter(|right| right != route) {
                    self.fault(Fault::WrongRoute, Some(right.basis()));
                }
            }
            (PaperField::Urgency, PaperEntry::Urgency(urgency)) => {
                if let Some(right) = self.context.matter.urgency.filter(|right| right != urgency) {
                    self.fault(Fault::WrongUrgency, (right == Urgency::Urgent).then_some("xf2022/25"));
                }
            }
            (PaperField::Body, PaperEntry::Body { name, standing }) => {
                self.readable_id(name);
                match standing {
                    Standing::Competent => {}
                    Standing::Accused if self.context.matter.class == Some(Class::Accusation) => {
                        self.fault(Fault::ToTheAccused, Some("xf2022/30(3)"));
                    }
                    Standing::NotCompetent | Standing::Accused => self.against_paper(Fault::WrongPath),
                }
            }
            (PaperField::Deadline, PaperEntry::Time(promise)) => self.time(promise),
            (PaperField::Basis, PaperEntry::Basis(bases)) => bases.iter().for_each(|basis| self.basis(basis)),
            (PaperField::Remedy, PaperEntry::Remedy { remedy, within, to }) => {
                self.remedy(*remedy, within, *to);
            }
            (PaperField::Signatures, PaperEntry::Signed(there)) if *there < self.kind.signatures => {
                self.against_paper(Fault::TooFewSigned { needed: self.kind.signatures, there: *there });
            }
            (PaperField::Signatures, PaperEntry::Signed(_)) => {}
            _ => self.fault(Fault::WrongKind, None),
        }
    }

    fn id_number(&mut self, text: &str) {
        match id_shown(text) {
            IdShown::Masked => {}
            IdShown::TooMuch => self.fault(Fault::Unmasked, Some("civil2021/1039")),
            // 已核验 says that the card was seen, and copies nothing.
            IdShown::Unclear if text.chars().any(|c| c.is_ascii_digit()) => self.fault(Fault::NoIdNumber, None),
            IdShown::Unclear => {}
        }
    }

    /// An ID number hidden in other words.
    fn readable_id(&mut self, text: &str) {
        if !id_numbers(text).is_empty() {
            self.fault(Fault::Unmasked, Some("civil2021/1039"));
        }
    }

    fn words(&mut self, field: PaperField, text: &str, truth: Truthfulness) {
        self.readable_id(text);
        match truth {
            Truthfulness::Right => {}
            Truthfulness::Twisted => self.fault(Fault::Reworded, Some("xf2022/19(1)")),
            Truthfulness::NotTold => self.fault(Fault::NotTold, Some("xf2022/19(1)")),
            Truthfulness::Wrong if field == PaperField::Body => self.against_paper(Fault::WrongPath),
            Truthfulness::Wrong => self.fault(Fault::Invented, None),
        }
        match field {
            PaperField::Basis if vague_basis(text).is_some() => self.against_paper(Fault::VagueBasis),
            PaperField::Deadline | PaperField::Terms | PaperField::NextStep | PaperField::ContactPlan
                if vague_time(text).is_some() =>
            {
                self.against_paper(Fault::VagueTime);
            }
            _ => {}
        }
    }

    fn time(&mut self, promise: &PromisedTime) {
        if *promise == PromisedTime::Vague {
            return self.against_paper(Fault::VagueTime);
        }
        let Some(limit) = self.kind.states else { return };
        let decision = matches!(limit, Limit::Decision | Limit::ExtendedDecision);
        if decision && self.context.matter.route.is_some_and(|route| route != Route::Opinion) {
            // Another procedure has its own time; only the sixty days are known to be wrong there.
            if let (Ok(deadline), PromisedTime::Within(period)) =
                (self.context.reckoner.deadline(limit, self.context.on), promise)
                && *period == deadline.count.period
            {
                self.fault(Fault::AnotherRoute, Some("xf2022/34"));
            }
            return;
        }
        self.stated(limit, promise);
    }

    /// A limit stated on the paper.
    fn stated(&mut self, limit: Limit, promise: &PromisedTime) {
        let reckoner = self.context.reckoner;
        // The number of days is judged even where the day it runs from is not known.
        let from = self.context.matter.start(limit).unwrap_or(self.context.on);
        let Ok(deadline) = reckoner.deadline_with_hearing(limit, from, self.context.matter.hearing_days) else {
            return;
        };
        match Fault::of_time(&reckoner.judge(&deadline, promise)) {
            Some(Fault::VagueTime) => self.against_paper(Fault::VagueTime),
            Some(fault) => self.against(fault, Some(deadline.article)),
            None => {}
        }
    }

    fn basis(&mut self, basis: &Basis) {
        match basis {
            Basis::Vague(_) => self.against_paper(Fault::VagueBasis),
            Basis::ActOnly(_) => self.against_paper(Fault::NoArticle),
            Basis::Article(citation) => match self.context.reckoner.law.resolve_on(citation, self.context.on) {
                Ok(_) => {}
                Err(CitationError::NotInForce { .. }) => self.fault(Fault::NotInForce, None),
                Err(_) => self.fault(Fault::NoBasis, None),
            },
        }
    }

    fn remedy(&mut self, remedy: Remedy, within: &PromisedTime, to: Option<Decider>) {
        let by_kind = self.kind.remedy.as_slice();
        let right = if self.context.remedies.is_empty() { by_kind } else { self.context.remedies };
        let Some(first) = right.first() else { return };
        if !right.contains(&remedy) {
            return match (first.limit(), first) {
                (Some(Limit::AskReview), _) => self.fault(Fault::WrongRemedy, Some("xf2022/35")),
                (_, Remedy::ReReview | Remedy::Final) => self.fault(Fault::WrongRemedy, Some("xf2022/36")),
                // The packs that set its limit say where it is ruled.
                (limit, _) => {
                    let rule = limit.and_then(|limit| self.context.reckoner.law.limit_on(limit, self.context.on));
                    self.against(Fault::WrongRemedy, rule.map(|rule| rule.article));
                }
            };
        }
        if to.is_some_and(|to| !remedy.deciders().contains(&to)) {
            let rule = remedy.limit().and_then(|limit| self.context.reckoner.law.limit_on(limit, self.context.on));
            match rule {
                Some(rule) => self.against(Fault::WrongBody, Some(rule.article)),
                None => self.against_paper(Fault::WrongBody),
            }
        }
        if let Some(limit) = remedy.limit() {
            self.stated(limit, within);
        }
    }

    fn seal(&mut self, day: Date) {
        if day < self.context.matter.received {
            return self.against_paper(Fault::SealEarly);
        }
        if day > self.context.on {
            self.against_paper(Fault::SealAhead);
        }
        let limit = match self.kind.sealed_within {
            Some(Limit::Decision) if self.context.matter.extended && self.kind.states.is_none() => {
                Limit::ExtendedDecision
            }
            Some(limit) => limit,
            None => return,
        };
        let decision = matches!(limit, Limit::Decision | Limit::ExtendedDecision);
        if decision && self.context.matter.route.is_some_and(|route| route != Route::Opinion) {
            return;
        }
        let Some(start) = self.context.matter.start(limit) else { return };
        let reckoner = self.context.reckoner;
        let Ok(deadline) = reckoner.deadline_with_hearing(limit, start, self.context.matter.hearing_days) else {
            return;
        };
        if let Timeliness::Late { days } = deadline.timeliness(day) {
            self.against(Fault::SealLate { days: whole(days) }, Some(deadline.article));
        }
    }
}
