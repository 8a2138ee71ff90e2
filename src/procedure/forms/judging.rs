//! What is right in a form and what is wrong with the rest: the only sources are what has been told so far, the case
//! file, the law and the calendar. What the paper's own kind asks for is found in [`super::by_law`].

use super::fault::{Fault, Found};
use super::field_kind::FieldKind;
use super::form::{EntryIs, Form, FormEntry, FormField};
use super::form_answer::FormAnswer;
use super::time_fault::time_fault;
use crate::procedure::claims::Decides;
use crate::procedure::claims::Decision;
use crate::procedure::matter::Class;
use crate::procedure::progress::Progress;
use crate::vocabulary::FactIx;
use jiff::civil::Date;

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

impl<O: Decides> Form<O> {
    /// What is wrong with this entry now; `None`: it is right. What the talk has to say comes first, then what the
    /// paper's kind asks for: one fault an entry, so nothing is charged twice.
    pub fn found(&self, field: &FormField, entry: &FormEntry<O>, known: Known) -> Option<Found> {
        if let Some(fault) = self.blank(field, entry.is, known) {
            let basis = self.paper_kind().and_then(|kind| self.law().find(kind.basis(self.matter.office)?));
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
            None => by_law().or_else(|| self.decided(field, entry, known)),
        }
    }

    /// What facts and law have against what an entry decides, with the article that asks for this paper.
    fn decided(&self, field: &FormField, entry: &FormEntry<O>, known: Known) -> Option<Found> {
        let decides = entry.opt.decides();
        let against =
            |decision: &Decision| self.claims.get(decision.claim.at())?.judge(Some(decision.ruling), known.told).fault;
        // What is right by luck is told only where nothing is wrong.
        let mut faults: Vec<Fault> = decides.iter().filter_map(against).collect();
        faults.sort_by_key(|fault| fault.is_slight());
        let says_nothing = (field.kind == FieldKind::Decision && decides.is_empty()).then_some(Fault::DecidesNothing);
        let fault = faults.first().copied().or(says_nothing)?;
        let basis = self.paper_kind().and_then(|kind| self.law().find(kind.basis(self.matter.office)?));
        Some(Found { fault, basis })
    }

    /// A required field without anything in it.
    fn blank(&self, field: &FormField, is: EntryIs, known: Known) -> Option<Fault> {
        let blank = matches!(is, EntryIs::Struck | EntryIs::Empty);
        let counts = !matches!(
            field.kind,
            FieldKind::IdNumber
                | FieldKind::Extra
                | FieldKind::Basis
                | FieldKind::Path
                | FieldKind::Time
                | FieldKind::Decision
        );
        if !(known.whole && blank && counts && self.requires(field)) {
            return None;
        }
        let holds =
            field.kind != FieldKind::Text || self.entries_of(field).any(|(_, entry)| self.supported(entry.is, known));
        match (holds, is) {
            (true, _) => Some(Fault::Missing),
            (false, EntryIs::Struck) => Some(Fault::NotAsked),
            (false, _) => None,
        }
    }

    /// What the talk, the case file and the author's own limits have against it.
    fn fault(&self, field: &FormField, is: EntryIs, known: Known) -> Option<Fault> {
        let holds = || self.entries_of(field).any(|(_, entry)| self.supported(entry.is, known));
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
            (FieldKind::Decision, EntryIs::Struck | EntryIs::Empty) => Some(Fault::ClaimLeftOut),
            (FieldKind::Decision, EntryIs::Judged) => Some(Fault::Judged),
            // What it decides is held against the claims.
            (FieldKind::Decision, _) => None,
            // The rest is the law's.
            (FieldKind::Day | FieldKind::Remedy | FieldKind::Signatures, EntryIs::Empty) => Some(Fault::NotStruck),
            (FieldKind::Remedy, EntryIs::Invented) => Some(Fault::WrongRemedy),
            (FieldKind::Remedy, EntryIs::Elsewhere) => Some(Fault::WrongPath),
            (FieldKind::Day | FieldKind::Remedy | FieldKind::Signatures, _) => None,
        }
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
    pub fn right(&self, field: &FormField, known: Known) -> u8 {
        let fault = |entry: &FormEntry<O>| self.found(field, entry, known).map(|found| found.fault);
        // Where nothing is right, what could be right by luck or by asking.
        let nearly = |fault: Option<Fault>| matches!(fault, Some(Fault::NotAsked | Fault::Unproven));
        let least = || self.entries_of(field).find(|(_, entry)| nearly(fault(entry)));
        let right = self.entries_of(field).find(|(_, entry)| fault(entry).is_none()).or_else(least);
        right.map_or(field.entries.start, |(at, _)| at)
    }

    /// The form without a fault.
    pub fn rightly(&self, known: Known) -> FormAnswer {
        let mut answer = FormAnswer::default();
        for (at, field) in self.fields.iter().enumerate() {
            answer.put(at, self.right(field, known));
        }
        answer
    }

    /// What was handed in, field by field.
    pub fn judge<'f>(&'f self, answer: FormAnswer, known: Known<'f>) -> impl Iterator<Item = Judgement> + 'f {
        self.fields.iter().enumerate().filter_map(move |(at, field)| {
            let entry = answer.of(at)?;
            let found = self.entry(entry).and_then(|written| self.found(field, written, known));
            // What is right may be right in more than one way.
            let right = found.and_then(|_| self.held_up(field, known)).unwrap_or(entry);
            Some(Judgement { entry, right, found })
        })
    }

    /// What is held up as right in a field; on a day on which nothing is right any more, nothing.
    fn held_up(&self, field: &FormField, known: Known) -> Option<u8> {
        let right = self.right(field, known);
        let stands = |found: Option<Found>| found.is_none_or(|found| found.fault == Fault::NotAsked);
        let any = !known.whole || self.entry(right).is_some_and(|entry| stands(self.found(field, entry, known)));
        any.then_some(right)
    }
}

/// What one field of a form came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What stands there.
    pub entry: u8,
    /// What should; the same where nothing is wrong with it, or where nothing is right on that day.
    pub right: u8,
    /// What is wrong with what stands there; `None`: nothing.
    pub found: Option<Found>,
}
