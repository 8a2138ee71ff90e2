//! What can be written in a field of a desk task, and what each entry is.

use super::super::desk_task::TaskKind;
use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::*;
use super::super::source::{Call, CallArg, EntrySource, Str};
use super::super::tree::Step::{self, Field as Named, Item};
use super::Resolver;
use super::desk_tasks::Sheet;
use crate::locale::Texts;
use crate::procedure::{ArticleIx, Class, EntryIs, FieldKind, FormEntry, MAX_ENTRIES, MatterKind, PaperField, Remedy};
use crate::vocabulary::Locale;
use crate::vocabulary::acts::Carrier;
use crate::vocabulary::{ActCatalogue, ActIx};
use ron::value::RawValue;

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn entries(
        &mut self,
        written: &'s [EntrySource<'a>],
        kind: FieldKind,
        sheet: &Sheet,
        place: &[Step],
        entries: &mut Vec<FormEntry<Opt>>,
    ) {
        let first = entries.len();
        for (n, entry) in written.iter().take(MAX_ENTRIES).enumerate() {
            let at = [place, &[Item(n)]].concat();
            let id = match &entry.id {
                Some(id) => {
                    let span = self.span_or(id, &[&at[..], &[Named("id")]].concat());
                    self.check_id(id, span);
                    id.as_str().to_owned()
                }
                None => (n + 1).to_string(),
            };
            let reserved = sheet.kind == TaskKind::Form && id == "struck";
            if reserved || entries[first..].iter().any(|earlier| earlier.opt.id == id) {
                let span = self.place(&[&at[..], &[Named("id")]].concat());
                self.report(Code::IdTwice, span).args.push(("name", id.as_str().into()));
            }
            let (field, text, other) = match sheet.kind {
                TaskKind::Form => ("write", &entry.write, &entry.say),
                TaskKind::Compose => ("say", &entry.say, &entry.write),
            };
            if other.is_some() {
                self.needs("hint-write-or-say", &at);
            }
            let is = match entry.is {
                Some(raw) => self.entry_is(raw, kind),
                None => default_of(kind),
            };
            let empty = is == EntryIs::Empty;
            let text = match text {
                None if empty => made("desk-entry-empty", self.author()),
                text => self.text(text.as_ref(), field, &[&at[..], &[Named(field)]].concat()),
            };
            let mut acts: Vec<Act> = entry.acts.iter().filter_map(|act| self.act(act.get_ron())).collect();
            let own: Vec<ActIx> = acts.iter().map(|act| act.kind).collect();
            acts.extend(implied(is, sheet).filter(|act| !own.contains(&act.kind)));
            let spoken = sheet.kind == TaskKind::Compose;
            let kind = if spoken { OptionKind::Response } else { OptionKind::DeskAction };
            let opt = Opt { kind, ..sheet.opt(id, text, acts) };
            entries.push(FormEntry::new(opt, is, empty && entry.write.is_none()));
        }
    }

    pub(super) fn made_entry(&self, id: &'static str, is: EntryIs, sheet: &Sheet) -> FormEntry<Opt> {
        let opt = sheet.opt(id.to_owned(), made(&entry_text(id, is), self.author()), Vec::new());
        FormEntry::new(opt, is, true)
    }

    fn entry_is(&mut self, raw: &'a RawValue, kind: FieldKind) -> EntryIs {
        let raw = raw.get_ron();
        let span = self.raw_span(raw);
        let otherwise = default_of(kind);
        let Some(call) = Call::parse(raw) else {
            self.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-entry-is-a-name"));
            return otherwise;
        };
        let names = names_of(kind);
        if !names.contains(&call.name) {
            let hint = suggest(call.name, names);
            let problem = (self.problem(Code::UnknownEntry, span).with("name", call.name))
                .with("known", names.join(" "))
                .hint(hint);
            self.out.push(problem);
            return otherwise;
        }
        let days = |days: &i64| (1..=3650).contains(days).then_some(*days as u16);
        let found = match (call.name, &call.arg) {
            ("Fact", CallArg::Text(fact)) => self.fact(fact, self.raw_span(raw)).map(EntryIs::Fact),
            ("Article", CallArg::Text(article)) => self.article(article, span.clone()).map(EntryIs::Article),
            ("Unfit", CallArg::Text(article)) => self.article(article, span.clone()).map(EntryIs::Unfit),
            ("Days", CallArg::Number(number)) if days(number).is_some() => days(number).map(EntryIs::Days),
            ("WorkingDays", CallArg::Number(number)) if days(number).is_some() => {
                days(number).map(EntryIs::WorkingDays)
            }
            ("Date", CallArg::Text(date)) => match date.as_str().parse() {
                Ok(date) => Some(EntryIs::Date(date)),
                Err(_) => {
                    self.bad_date(date.as_str(), span.clone());
                    None
                }
            },
            ("Lapsed", CallArg::Text(article)) => self.lapsed(article, span.clone()).map(EntryIs::Lapsed),
            ("Signed", CallArg::Number(number @ 0..=99)) => Some(EntryIs::Signed(*number as u8)),
            (name, CallArg::Number(number)) if remedy_called(name).is_some() && days(number).is_some() => {
                remedy_called(name).zip(days(number)).map(|(remedy, days)| EntryIs::Remedy(remedy, days))
            }
            ("Final", CallArg::None) => Some(EntryIs::Remedy(Remedy::Final, 0)),
            ("Today", CallArg::None) => Some(EntryIs::Today),
            ("NoArticle", CallArg::None) => Some(EntryIs::NoArticle),
            ("Accused", CallArg::None) => Some(EntryIs::Accused),
            ("Known", CallArg::None) => Some(EntryIs::Known),
            ("Reworded", CallArg::None) => Some(EntryIs::Reworded),
            ("Judged", CallArg::None) => Some(EntryIs::Judged),
            ("Invented", CallArg::None) => Some(EntryIs::Invented),
            ("Empty", CallArg::None) => Some(EntryIs::Empty),
            ("Source", CallArg::None) => Some(EntryIs::Source),
            ("Extra", CallArg::None) => Some(EntryIs::Extra),
            ("Vague", CallArg::None) => Some(EntryIs::Vague),
            ("Route", CallArg::None) => Some(EntryIs::Route),
            ("Elsewhere", CallArg::None) => Some(EntryIs::Elsewhere),
            ("Soon", CallArg::None) => Some(EntryIs::Soon),
            (name, _) => {
                let hint = match name {
                    "Fact" => "hint-takes-fact",
                    "Article" | "Unfit" | "Lapsed" => "hint-takes-article",
                    "Signed" => "hint-takes-signed",
                    "Days" | "WorkingDays" => "hint-takes-days",
                    name if remedy_called(name).is_some() => "hint-takes-days",
                    "Date" => "hint-takes-date",
                    _ => "hint-act-without-brackets",
                };
                let problem = self.problem(Code::EntryArgument, span).with("name", name).hint(Some(Hint::Text(hint)));
                self.out.push(problem);
                None
            }
        };
        found.unwrap_or(otherwise)
    }

    /// An article that is not in force on the day of the scenario.
    fn lapsed(&mut self, citation: &Str, span: std::ops::Range<usize>) -> Option<ArticleIx> {
        let library = self.source.own_law.library();
        let Some(found) = library.find(citation.as_str()) else {
            return self.article(citation, span);
        };
        let in_force = self.plays_on.is_some_and(|day| library.resolve_on(citation.as_str(), day).is_ok());
        if in_force {
            let problem = self.problem(Code::EntryArgument, span).with("name", "Lapsed");
            self.out.push(problem.hint(Some(Hint::Text("hint-not-lapsed"))));
            return None;
        }
        Some(found)
    }

    pub(super) fn author(&self) -> Locale {
        self.source.language.as_ref().and_then(|tag| tag.as_str().parse().ok()).unwrap_or_default()
    }
}

/// What an entry is when nothing is said about it.
const fn default_of(kind: FieldKind) -> EntryIs {
    match kind {
        FieldKind::Extra => EntryIs::Extra,
        _ => EntryIs::Invented,
    }
}

/// What an entry of such a field can be.
const fn names_of(kind: FieldKind) -> &'static [&'static str] {
    match kind {
        FieldKind::Text | FieldKind::IdNumber | FieldKind::Class | FieldKind::Urgency | FieldKind::Route => {
            &["Fact", "Known", "Reworded", "Judged", "Invented", "Extra", "Source", "Empty"]
        }
        FieldKind::Extra => &["Extra", "Source", "Empty"],
        FieldKind::Basis => &["Article", "Unfit", "Lapsed", "NoArticle", "Vague", "Known", "Invented", "Empty"],
        FieldKind::Path => &["Route", "Elsewhere", "Accused", "Known", "Invented", "Empty"],
        FieldKind::Day => &["Today", "Date", "Known", "Empty"],
        FieldKind::Remedy => &[
            "Review",
            "ReReview",
            "Reconsideration",
            "Litigation",
            "Arbitration",
            "Final",
            "Known",
            "Invented",
            "Empty",
        ],
        FieldKind::Signatures => &["Signed", "Empty"],
        FieldKind::Time => &["Days", "WorkingDays", "Date", "Soon", "Known", "Invented", "Empty"],
    }
}

/// The act that something carries when it is written or handed in.
pub(super) fn carried(by: Carrier, arg: Arg) -> Option<Act> {
    ActCatalogue::shipped().carried_by(by).map(|kind| Act { kind, arg })
}

/// What an entry does to who hears or reads it, without the author's saying so.
fn implied(is: EntryIs, sheet: &Sheet) -> Option<Act> {
    let (by, arg) = match is {
        EntryIs::Article(article) | EntryIs::Unfit(article) | EntryIs::Lapsed(article) => {
            (Carrier::Article, Arg::Article(article))
        }
        EntryIs::Accused if sheet.matter.class == Some(Class::Accusation) => (Carrier::Identity, Arg::None),
        EntryIs::Vague | EntryIs::NoArticle => (Carrier::VagueArticle, Arg::None),
        EntryIs::Route => (Carrier::Body, Arg::None),
        EntryIs::Elsewhere => (Carrier::Elsewhere, Arg::None),
        EntryIs::Days(_) | EntryIs::WorkingDays(_) | EntryIs::Date(_) => (Carrier::Date, Arg::None),
        EntryIs::Soon => (Carrier::Soon, Arg::None),
        EntryIs::Extra => (Carrier::Extra, Arg::None),
        EntryIs::Judged => (Carrier::Judged, Arg::None),
        EntryIs::Source if sheet.seen_by_others => (Carrier::Identity, Arg::None),
        _ => return None,
    };
    carried(by, arg)
}

fn remedy_called(name: &str) -> Option<Remedy> {
    let remedies = [Remedy::Review, Remedy::ReReview, Remedy::Reconsideration, Remedy::Litigation, Remedy::Arbitration];
    remedies.into_iter().find(|remedy| format!("{remedy:?}") == name)
}

/// Fluent message of an entry that the engine makes.
fn entry_text(id: &str, is: EntryIs) -> String {
    match is {
        EntryIs::Kind(MatterKind::Route(_), _) => format!("route-{id}"),
        _ => format!("desk-entry-{id}"),
    }
}

/// The catalogue's name of a field.
pub(super) fn label_of(of: PaperField, author: Locale) -> Text {
    made(&format!("field-{}", of.id()), author)
}

/// A text of the engine's own in every language.
pub(super) fn made(id: &str, author: Locale) -> Text {
    let mut text = Text::new(author.text(id));
    for locale in Locale::ALL {
        text.translated[locale as usize] = Some(locale.text(id).into_owned());
    }
    text
}

/// The same signs in every language.
pub(super) fn in_all(signs: &str) -> Text {
    Text { original: signs.to_owned(), translated: Locale::ALL.map(|_| Some(signs.to_owned())) }
}
