//! A form as the paper it fills: which entry stands in which field of the catalogue, and what the law says of it.

use super::circumstances::Circumstances;
use super::fault::Found;
use super::form::{EntryIs, Form, FormEntry, FormField};
use super::form_answer::FormAnswer;
use super::judging::Known;
use super::paper_check::{PaperContext, check_field};
use super::paper_kind::PaperKind;
use super::sheet::{Basis, FilledPaper, PaperEntry, PaperField, Standing};
use crate::procedure::calendar::Period;
use crate::procedure::deadline::{PromisedTime, Reckoner};
use crate::procedure::law::LawLibrary;
use jiff::civil::Date;

/// What the catalogue of papers and the law say of an entry, worked out as far as it can be before play.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ByLaw {
    /// Nothing against it on any day.
    Fine,
    Always(Found),
    OnTheDay,
}

impl<O> Form<O> {
    /// Works out what the law says of every entry, given the words of what is chosen.
    pub fn ask_the_law(&mut self, words: impl Fn(&O) -> &str) {
        let Some(kind) = self.paper_kind() else { return };
        let asked: Vec<_> = (self.fields.iter())
            .flat_map(|field| self.entries_of(field).map(move |(at, entry)| (at, field, entry)))
            .map(|(at, field, entry)| {
                let on_paper = on_paper(self.law(), field, entry.is, words(&entry.opt), self.first_day);
                let by_law = self.ask(kind, field, entry.is, &on_paper);
                (at, on_paper, by_law)
            })
            .collect();
        for (at, on_paper, by_law) in asked {
            if let Some(entry) = self.entries.get_mut(usize::from(at)) {
                (entry.on_paper, entry.by_law) = (on_paper, by_law);
            }
        }
    }

    fn ask(&self, kind: &PaperKind, field: &FormField, is: EntryIs, on_paper: &[(PaperField, PaperEntry)]) -> ByLaw {
        let day = self.first_day;
        let of_today = match is {
            // What is late tomorrow may be in time today.
            EntryIs::Date(_) | EntryIs::Today | EntryIs::WorkingDays(_) => true,
            // An article may go out of force between two visits, or come into it.
            EntryIs::Article(article) | EntryIs::Lapsed(article) => {
                let pack = self.law().pack_of(article);
                pack.valid_from > day || pack.valid_to.is_some_and(|last| last >= day)
            }
            _ => false,
        };
        if of_today {
            return ByLaw::OnTheDay;
        }
        against(kind, field, on_paper, &self.context(self.matter, day)).map_or(ByLaw::Fine, ByLaw::Always)
    }

    /// What the law has against an entry on this day.
    pub(super) fn by_law(&self, field: &FormField, entry: &FormEntry<O>, known: Known) -> Option<Found> {
        match entry.by_law {
            ByLaw::Fine => None,
            ByLaw::Always(found) => Some(found),
            ByLaw::OnTheDay => {
                let matter = known.progress.map_or(self.matter, |progress| self.matter.at(progress));
                let context = self.context(matter, known.today);
                let kind = self.paper_kind()?;
                match entry.is {
                    EntryIs::Today => {
                        against(kind, field, &on_paper(self.law(), field, entry.is, "", known.today), &context)
                    }
                    _ => against(kind, field, &entry.on_paper, &context),
                }
            }
        }
    }

    /// What a paper is held against, with the packs that its entries cite.
    fn context(&self, matter: Circumstances, on: Date) -> PaperContext<'_> {
        let reckoner = Reckoner { law: self.law(), ..Reckoner::shipped() };
        PaperContext { reckoner, remedies: &self.remedies, ..PaperContext::of(matter, on) }
    }

    /// The paper as it is handed in on this day: what is printed, then what was written.
    pub fn filled(&self, answer: FormAnswer, today: Date) -> FilledPaper {
        let printed =
            self.printed.iter().map(|printed| (printed.of, PaperEntry::words(printed.text.original.as_str())));
        let written = self.fields.iter().enumerate().flat_map(|(at, field)| {
            match answer.of(at).and_then(|entry| self.entry(entry)) {
                Some(entry) if entry.is == EntryIs::Today => on_paper(self.law(), field, entry.is, "", today),
                Some(entry) => entry.on_paper.clone(),
                None => Vec::new(),
            }
        });
        FilledPaper::new(printed.chain(written))
    }
}

fn against(
    kind: &PaperKind,
    field: &FormField,
    on_paper: &[(PaperField, PaperEntry)],
    context: &PaperContext,
) -> Option<Found> {
    let found = on_paper.iter().filter_map(|(of, entry)| check_field(kind, *of, entry, context));
    // What is left out or left open depends on what has been told, and what an author writes stands in a field that
    // takes it. Where the author sets a limit, it stands in place of the law's.
    let left_to_author = |found: &Found| field.due.is_some() && found.fault.is_of_limit();
    let counts = |found: &Found| !found.fault.is_of_sheet() && !left_to_author(found);
    found.into_iter().find(counts)
}

/// What an entry is in each of the catalogue's fields that its field fills. How words stand to what was said is not
/// the catalogue's affair.
fn on_paper(
    law: &LawLibrary,
    field: &FormField,
    is: EntryIs,
    words: &str,
    today: Date,
) -> Vec<(PaperField, PaperEntry)> {
    field.of.iter().map(|of| (*of, entry_in(law, *of, is, words, today))).collect()
}

fn entry_in(law: &LawLibrary, of: PaperField, is: EntryIs, text: &str, today: Date) -> PaperEntry {
    use PaperEntry as As;
    use PaperField as Of;
    let time = |promise: PromisedTime| match of {
        Of::Deadline => As::Time(promise),
        _ => As::words(text),
    };
    let body = |standing| match of {
        Of::Body => As::Body { name: text.to_owned(), standing },
        _ => As::words(text),
    };
    match is {
        EntryIs::Struck => As::Struck,
        EntryIs::Empty => As::Blank,
        EntryIs::Whole | EntryIs::Masked => As::IdNumber(text.to_owned()),
        EntryIs::Kind(kind, _) => kind.on_paper(),
        EntryIs::Article(article) | EntryIs::Unfit(article) | EntryIs::Lapsed(article) => {
            As::Basis(vec![Basis::Article(law.cited(article))])
        }
        EntryIs::NoArticle => As::Basis(vec![Basis::ActOnly(text.to_owned())]),
        EntryIs::Vague => As::Basis(vec![Basis::Vague(text.to_owned())]),
        EntryIs::Route => body(Standing::Competent),
        EntryIs::Elsewhere => body(Standing::NotCompetent),
        EntryIs::Accused => body(Standing::Accused),
        EntryIs::Days(days) => time(PromisedTime::Within(Period::days(days))),
        EntryIs::WorkingDays(days) => time(PromisedTime::Within(Period::working_days(days))),
        EntryIs::Soon => time(PromisedTime::Vague),
        EntryIs::Date(day) => match of {
            Of::Deadline => As::Time(PromisedTime::On(day)),
            _ => As::Date(day),
        },
        EntryIs::Today => As::Date(today),
        EntryIs::Remedy(remedy, days, to) => {
            As::Remedy { remedy, within: PromisedTime::Within(Period::days(days)), to }
        }
        EntryIs::Signed(there) => As::Signed(there),
        EntryIs::Invented
        | EntryIs::Fact(_)
        | EntryIs::Known
        | EntryIs::Reworded
        | EntryIs::Judged
        | EntryIs::Extra
        | EntryIs::Source => As::words(text),
    }
}
