//! A desk task as the paper it fills: which entry stands in which field of the catalogue, and what the law says of it.

use super::desk_faults::{Fault, Found, Known};
use super::desk_task::{DeskTask, Due, Entry, EntryIs, Field, FieldKind, Kind, Written};
use super::matter::Matter;
use crate::procedure as paper;
use crate::procedure::limit::Limit;
use crate::procedure::{
    ArticleIx, Basis, Class, Filled, LawLibrary, PaperCatalogue, PaperContext, PaperFault, PaperKind, Period, Progress,
    Promise, PromiseVerdict, Route, Standing, Step, Urgency, check_field, missing_from_sheet,
};
use jiff::civil::Date;

/// What is known of the matter when a paper is written. What is `None` is not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// The day of the first visit.
    pub first_day: Date,
    pub received: Date,
    pub accepted: Option<Date>,
    /// When review or re-review was asked for.
    pub asked: Option<Date>,
    /// More time was approved and told.
    pub extended: bool,
    pub class: Option<Class>,
    pub route: Option<Route>,
    pub urgency: Option<Urgency>,
}

impl Circumstances {
    /// A matter that comes in with the first visit, of which no more is known.
    pub const fn of(first_day: Date) -> Self {
        Self {
            first_day,
            received: first_day,
            accepted: None,
            asked: None,
            extended: false,
            class: None,
            route: None,
            urgency: None,
        }
    }

    /// As far as the scenario tells of the matter; a petition for remedy goes its route.
    pub fn in_matter(matter: &Matter, first_day: Date) -> Self {
        let of_matter =
            Self { received: matter.received, class: Some(matter.class), route: matter.route, ..Self::of(first_day) };
        of_matter.at(&matter.start)
    }

    /// The same where the matter has come so far.
    pub const fn at(self, progress: &Progress) -> Self {
        let asked = match progress.day_of(Step::AskReReview) {
            None => progress.day_of(Step::AskReview),
            again => again,
        };
        let extended = progress.day_of(Step::Extend).is_some();
        Self { accepted: progress.day_of(Step::Accept), asked, extended, ..self }
    }

    pub fn context(&self, today: Date) -> PaperContext<'static> {
        PaperContext {
            accepted: self.accepted,
            asked: self.asked,
            extended: self.extended,
            class: self.class,
            route: self.route,
            urgency: self.urgency,
            ..PaperContext::new(self.received, today)
        }
    }

    /// What is right by the matter in a field of this kind.
    pub fn right(&self, kind: FieldKind) -> Option<Kind> {
        match kind {
            FieldKind::Class => self.class.map(Kind::of_class),
            FieldKind::Urgency => self.urgency.and_then(Kind::of_urgency),
            FieldKind::Route => self.route.map(Kind::of_route),
            _ => None,
        }
    }
}

/// What the catalogue of papers and the law say of an entry, worked out as far as it can be before play.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ByLaw {
    /// Nothing against it on any day.
    #[default]
    Fine,
    Always(Found),
    /// It depends on the day: what stands in which field.
    OnTheDay(Vec<(paper::Field, paper::Entry)>),
}

impl DeskTask {
    /// The catalogue's paper that is filled.
    pub fn paper_kind(&self) -> Option<&'static PaperKind> {
        PaperCatalogue::shipped().papers.get(self.paper?.at())
    }

    /// Whether the paper cannot do without what this field fills.
    pub fn requires(&self, field: &Field) -> bool {
        self.paper_kind().is_some_and(|kind| field.of.iter().any(|of| kind.required.contains(of)))
    }

    /// The limit that a field is held against: the author's, or that of the paper's kind.
    pub fn limit(&self, field: &Field) -> Option<Due> {
        let by_kind = || {
            let kind = self.paper_kind()?;
            match field.kind {
                FieldKind::Time => kind.states,
                FieldKind::Day if field.of.contains(&paper::Field::SealDate) => kind.sealed_within,
                FieldKind::Remedy => match kind.remedy? {
                    paper::Remedy::Review => Some(Limit::AskReview),
                    paper::Remedy::ReReview => Some(Limit::AskReReview),
                    _ => None,
                },
                _ => None,
            }
        };
        field.due.or_else(|| by_kind().map(Due::By))
    }

    /// Fields that the paper requires and the task neither asks for nor prints, in the order of the catalogue.
    pub fn missing(&self) -> Vec<paper::Field> {
        let Some(kind) = self.paper_kind() else { return Vec::new() };
        let asked = self.fields.iter().flat_map(|field| field.of.iter().copied());
        let there: Vec<paper::Field> = asked.chain(self.printed.iter().map(|printed| printed.of)).collect();
        missing_from_sheet(kind, &there)
    }

    /// The paper as it is handed in on this day: what is printed, then what was written.
    pub fn filled(&self, written: Written, today: Date) -> Filled {
        let printed =
            self.printed.iter().map(|printed| (printed.of, paper::Entry::words(printed.text.original.as_str())));
        let entries = self.fields.iter().flat_map(|field| {
            let entries = written.of(field).filter_map(|entry| self.entry(entry));
            entries.flat_map(move |entry| stands(field, entry.is, &entry.opt.text.original, today))
        });
        Filled::new(printed.chain(entries))
    }

    /// Works out what the law says of every entry.
    pub(super) fn ask_the_law(&mut self) {
        let Some(kind) = self.paper_kind() else { return };
        let found: Vec<ByLaw> = (self.fields.iter())
            .flat_map(|field| field.entries.clone().map(move |entry| (field, entry)))
            .map(|(field, entry)| match self.entry(entry) {
                Some(entry) => self.ask(kind, field, entry),
                None => ByLaw::Fine,
            })
            .collect();
        for (entry, by_law) in self.entries.iter_mut().zip(found) {
            entry.by_law = by_law;
        }
    }

    fn ask(&self, kind: &PaperKind, field: &Field, entry: &Entry) -> ByLaw {
        let day = self.matter.first_day;
        let of_today = match entry.is {
            // What is late tomorrow may be in time today.
            EntryIs::Date(_) | EntryIs::Today | EntryIs::WorkingDays(_) => true,
            // An article may go out of force between two visits, or come into it.
            EntryIs::Article(article) | EntryIs::Lapsed(article) => {
                let pack = LawLibrary::shipped().pack_of(article);
                pack.valid_from > day || pack.valid_to.is_some_and(|last| last >= day)
            }
            _ => false,
        };
        let stands: Vec<_> = stands(field, entry.is, &entry.opt.text.original, day).collect();
        if of_today {
            return ByLaw::OnTheDay(stands);
        }
        self.against(kind, field, &stands, &self.matter, day).map_or(ByLaw::Fine, ByLaw::Always)
    }

    fn against(
        &self,
        kind: &PaperKind,
        field: &Field,
        stands: &[(paper::Field, paper::Entry)],
        matter: &Circumstances,
        today: Date,
    ) -> Option<Found> {
        let context = matter.context(today);
        let faults = stands.iter().filter_map(|(of, entry)| check_field(kind, *of, entry, &context));
        // Where the author sets a limit, it stands in place of the law's.
        let own = |fault: &PaperFault| field.due.is_some() && matches!(fault.what, paper::Fault::WrongTime { .. });
        faults.filter(|fault| !own(fault)).find_map(|fault| Found::of(&fault))
    }

    /// What the law has against an entry on this day.
    pub(super) fn by_law(&self, field: &Field, entry: &Entry, known: Known) -> Option<Found> {
        let today = known.today;
        let matter = known.progress.map_or(self.matter, |progress| self.matter.at(progress));
        match &entry.by_law {
            ByLaw::Fine => None,
            ByLaw::Always(found) => Some(*found),
            ByLaw::OnTheDay(_) if entry.is == EntryIs::Today => {
                let on_the_day: Vec<_> = stands(field, entry.is, "", today).collect();
                self.against(self.paper_kind()?, field, &on_the_day, &matter, today)
            }
            ByLaw::OnTheDay(stands) => self.against(self.paper_kind()?, field, stands, &matter, today),
        }
    }
}

/// What an entry is in each of the catalogue's fields that its field fills. How words stand to what was said is not
/// the catalogue's affair.
fn stands(
    field: &Field,
    is: EntryIs,
    text: &str,
    today: Date,
) -> impl Iterator<Item = (paper::Field, paper::Entry)> + use<> {
    let text = text.to_owned();
    field.of.clone().into_iter().map(move |of| (of, stands_as(is, &text, of, today)))
}

fn stands_as(is: EntryIs, text: &str, of: paper::Field, today: Date) -> paper::Entry {
    use paper::Entry as As;
    use paper::Field as Of;
    let time = |promise: Promise| match of {
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
        EntryIs::Kind(kind, _) => kind.entry(),
        EntryIs::Article(article) | EntryIs::Unfit(article) | EntryIs::Lapsed(article) => {
            As::Basis(vec![Basis::Article(cited(article))])
        }
        EntryIs::NoArticle => As::Basis(vec![Basis::ActOnly(text.to_owned())]),
        EntryIs::Vague => As::Basis(vec![Basis::Vague(text.to_owned())]),
        EntryIs::Route => body(Standing::Competent),
        EntryIs::Elsewhere => body(Standing::NotCompetent),
        EntryIs::Accused => body(Standing::Accused),
        EntryIs::Days(days) => time(Promise::Within(Period::days(days))),
        EntryIs::WorkingDays(days) => time(Promise::Within(Period::working_days(days))),
        EntryIs::Soon => time(Promise::Vague),
        EntryIs::Date(day) => match of {
            Of::Deadline => As::Time(Promise::On(day)),
            _ => As::Date(day),
        },
        EntryIs::Today => As::Date(today),
        EntryIs::Remedy(remedy, days) => As::Remedy { remedy, within: Promise::Within(Period::days(days)) },
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

/// `xf2022/23`.
fn cited(article: ArticleIx) -> String {
    let law = LawLibrary::shipped();
    format!("{}/{}", law.pack_of(article).id, law[article].number)
}

impl Kind {
    const fn of_class(class: Class) -> Self {
        match class {
            Class::Suggestion => Self::Suggestion,
            Class::Accusation => Self::Accusation,
            Class::Remedy => Self::Petition,
        }
    }

    /// A form knows two degrees; what lies between them is not judged.
    const fn of_urgency(urgency: Urgency) -> Option<Self> {
        match urgency {
            Urgency::Ordinary => Some(Self::Ordinary),
            Urgency::Pressing => None,
            Urgency::Urgent => Some(Self::Urgent),
        }
    }

    const fn of_route(route: Route) -> Self {
        match route {
            Route::Litigation => Self::Litigation,
            Route::Arbitration => Self::Arbitration,
            Route::PartyAppeal => Self::PartyAppeal,
            Route::OtherProcedure => Self::OtherProcedure,
            Route::StatutoryDuty => Self::StatutoryDuty,
            Route::Opinion => Self::Opinion,
        }
    }

    const fn entry(self) -> paper::Entry {
        use paper::Entry as As;
        match self {
            Self::Suggestion => As::Class(Class::Suggestion),
            Self::Accusation => As::Class(Class::Accusation),
            Self::Petition => As::Class(Class::Remedy),
            Self::Ordinary => As::Urgency(Urgency::Ordinary),
            Self::Urgent => As::Urgency(Urgency::Urgent),
            Self::Litigation => As::Route(Route::Litigation),
            Self::Arbitration => As::Route(Route::Arbitration),
            Self::PartyAppeal => As::Route(Route::PartyAppeal),
            Self::OtherProcedure => As::Route(Route::OtherProcedure),
            Self::StatutoryDuty => As::Route(Route::StatutoryDuty),
            Self::Opinion => As::Route(Route::Opinion),
        }
    }
}

impl Found {
    /// A fault of the catalogue in the words of the desk; `None` where the desk says it by itself.
    pub fn of(fault: &PaperFault) -> Option<Self> {
        let days = |days: u32| u16::try_from(days).unwrap_or(u16::MAX);
        let what = match &fault.what {
            // What is left out or left open depends on what has been told.
            paper::Fault::Missing | paper::Fault::NotStruck => return None,
            // What an author writes stands in a field that takes it.
            paper::Fault::WrongKind | paper::Fault::WrongPeople { .. } => return None,
            paper::Fault::NotTold => Fault::NotTold,
            paper::Fault::Twisted => Fault::Reworded,
            paper::Fault::Wrong => Fault::Invented,
            paper::Fault::IdUnmasked | paper::Fault::NoIdNumber => Fault::Unmasked,
            paper::Fault::MustNotCollect => Fault::Extra,
            paper::Fault::WrongClass { .. } => Fault::WrongClass,
            paper::Fault::WrongRoute { .. } => Fault::WrongRoute,
            paper::Fault::WrongUrgency { .. } => Fault::WrongUrgency,
            paper::Fault::WrongReceipt { .. } => Fault::WrongReceipt,
            paper::Fault::WrongBody => Fault::WrongPath,
            paper::Fault::ToTheAccused => Fault::ToTheAccused,
            paper::Fault::VagueBasis { .. } => Fault::VagueBasis,
            paper::Fault::NoArticle { .. } => Fault::NoArticle,
            paper::Fault::UnknownArticle { .. } => Fault::NoBasis,
            paper::Fault::NotInForce { .. } => Fault::NotInForce,
            paper::Fault::VagueTime => Fault::VagueTime,
            paper::Fault::WrongTime { verdict, .. } => match *verdict {
                PromiseVerdict::AsTheLaw | PromiseVerdict::Earlier { .. } => return None,
                PromiseVerdict::Later { days: late } => Fault::Late { days: days(late) },
                PromiseVerdict::CutsShort { days: short } => Fault::CutShort { days: days(short) },
                PromiseVerdict::Misleads { days: long } => Fault::Misleading { days: days(long) },
                PromiseVerdict::WrongUnit { .. } => Fault::WrongUnit,
                PromiseVerdict::BeforeItBegins => Fault::WrongTime,
                PromiseVerdict::Vague => Fault::VagueTime,
            },
            paper::Fault::LimitOfAnotherRoute { .. } => Fault::AnotherRoute,
            paper::Fault::WrongRemedy { .. } => Fault::WrongRemedy,
            paper::Fault::SealBeforeReceipt { .. } => Fault::SealEarly,
            paper::Fault::SealAhead { .. } => Fault::SealAhead,
            paper::Fault::SealLate { days: late, .. } => Fault::SealLate { days: days(*late) },
            paper::Fault::TooFewSignatures { needed, there } => Fault::TooFewSigned { needed: *needed, there: *there },
        };
        let basis = fault.basis.as_deref().and_then(|basis| LawLibrary::shipped().find(basis));
        Some(Self { fault: what, basis })
    }
}
