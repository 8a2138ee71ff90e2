//! What can be written at a place: ids, fields, acts, cues, personas, articles, papers.

use super::folder::File;
use super::ftl::Messages;
use super::guide;
use super::hover;
use super::index::Name;
use super::outline::short;
use super::shape::{DeclaredKind, Keys, ValueShape, bare_words};
use super::sources::Sources;
use super::spot::{CursorContext, Wanted, kind_of, spot};
use crate::locale::Texts;
use crate::procedure::PaperCatalogue;
use crate::rubric::Rubric;
use crate::scenario::entry_kinds::{ENTRY_KINDS, EntryTakes};
use crate::scenario::model::Scenario;
use crate::scenario::schema::{StructSchema, VariantContent, Variants, act_takes, cue_takes};
use crate::scenario::source::WhenSource;
use crate::scenario::texts::each_text;
use crate::visitor::Persona;
use crate::vocabulary::Locale;
use crate::vocabulary::{ActCatalogue, Cue};
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, InsertTextFormat, MarkupContent, MarkupKind,
    TextEdit,
};
use std::ops::Range;
use strum::VariantNames;

/// What the client can do with a completion.
#[derive(Clone, Copy, Debug, Default)]
pub struct Abilities {
    pub snippets: bool,
    pub markdown: bool,
}

/// One thing that can be written.
#[derive(Clone, Debug, Default)]
struct Completion {
    label: String,
    /// What is written; the label where it is empty.
    insert: String,
    snippet: bool,
    detail: String,
    explanation: String,
    kind: Option<CompletionItemKind>,
    /// Those with a smaller number come first.
    rank: u8,
}

impl Completion {
    fn new(label: &str, detail: impl Into<String>, kind: CompletionItemKind) -> Self {
        Self { label: label.to_owned(), detail: detail.into(), kind: Some(kind), ..Self::default() }
    }
}

/// What can be written at `offset` of a `scenario.ron`.
pub fn scenario(files: &[File], file: &File, offset: usize, locale: Locale, can: Abilities) -> Vec<CompletionItem> {
    let text = file.body();
    let Some(spot) = spot(text, offset) else { return Vec::new() };
    let maker = CompletionMaker { text, sources: &Sources::read(files), locale, can, spot: &spot };
    let mut offers = maker.offers();
    let span = maker.replaced(offset);
    let bare = !spot.quoted && matches!(maker.quotes(), QuoteUse::Always);
    for offer in &mut offers {
        if offer.insert.is_empty() {
            offer.insert.clone_from(&offer.label);
        }
        // An id that nobody has put in quotes yet.
        if bare && !offer.snippet {
            offer.insert = format!("\"{}\"", offer.insert);
        }
    }
    let places = file.places();
    offers.into_iter().enumerate().map(|(at, offer)| item(offer, at, places.range(span.clone()), can)).collect()
}

fn item(offer: Completion, at: usize, range: lsp_types::Range, can: Abilities) -> CompletionItem {
    let kind = if can.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    let value = if can.markdown { offer.explanation } else { hover::plain(&offer.explanation) };
    let documentation = (!value.is_empty()).then_some(Documentation::MarkupContent(MarkupContent { kind, value }));
    CompletionItem {
        // Quotes belong to what is compared with what was typed.
        filter_text: offer.insert.starts_with('"').then(|| offer.insert.clone()),
        label: offer.label,
        kind: offer.kind,
        detail: (!offer.detail.is_empty()).then_some(offer.detail),
        documentation,
        sort_text: Some(format!("{}{at:04}", offer.rank)),
        insert_text_format: offer.snippet.then_some(InsertTextFormat::SNIPPET),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: offer.insert })),
        ..CompletionItem::default()
    }
}

#[derive(PartialEq)]
enum QuoteUse {
    Always,
    Never,
}

/// Whether what is written for such a value stands in quotes.
fn quotes_of(shape: ValueShape) -> QuoteUse {
    match shape {
        ValueShape::Node
        | ValueShape::Act
        | ValueShape::ActName
        | ValueShape::Step
        | ValueShape::Meanwhile
        | ValueShape::Cue
        | ValueShape::When
        | ValueShape::Flag
        | ValueShape::Number
        | ValueShape::EntryIs
        | ValueShape::Word(_) => QuoteUse::Never,
        _ => QuoteUse::Always,
    }
}

/// The brackets of a snippet for what stands in them; none where nothing does.
fn brackets_for(inside: &[ValueShape]) -> String {
    let parts = inside.iter().zip(1..).map(|(shape, at)| match shape {
        ValueShape::List(_) => format!("[${at}]"),
        shape if quotes_of(*shape) == QuoteUse::Always => format!("\"${at}\""),
        _ => format!("${at}"),
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { String::new() } else { format!("({})", parts.join(", ")) }
}

struct CompletionMaker<'m, 'f> {
    text: &'m str,
    sources: &'m Sources<'f>,
    locale: Locale,
    can: Abilities,
    spot: &'m CursorContext,
}

impl CompletionMaker<'_, '_> {
    fn quotes(&self) -> QuoteUse {
        match &self.spot.wanted {
            Wanted::Field(..) | Wanted::Key(Keys::Words(_), _) => QuoteUse::Never,
            Wanted::Value(shape) => quotes_of(*shape),
            Wanted::Key(..) => QuoteUse::Always,
        }
    }

    /// What gives way to the choice: the name at the place, of a persona only the part.
    fn replaced(&self, offset: usize) -> Range<usize> {
        let mut span = self.spot.span.clone();
        if self.spot.wanted == Wanted::Value(ValueShape::Persona) && span.start <= offset && offset <= span.end {
            if let Some(at) = self.text[span.start..offset].rfind('/') {
                span.start += at + 1;
            }
            if let Some(at) = self.text[offset..span.end].find('/') {
                span.end = offset + at;
            }
        }
        // A text that somebody forgot to close may reach far; only what looks like a name goes.
        let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '(' | ')' | ' ');
        let tail = &self.text[offset.clamp(span.start, span.end)..span.end];
        let end = tail.find(|c| !part(c)).map_or(span.end, |at| span.end - tail.len() + at);
        span.start.min(offset)..end.max(offset)
    }

    fn offers(&self) -> Vec<Completion> {
        if self.spot.quoted && self.quotes() == QuoteUse::Never {
            return Vec::new();
        }
        match &self.spot.wanted {
            Wanted::Field(of, taken) => self.fields(of, taken),
            Wanted::Key(Keys::Words(words), taken) => {
                let free = words.all().into_iter().filter(|word| !taken.iter().any(|known| known == word));
                let tail = if self.spot.followed { "" } else { ": " };
                free.map(|word| Completion {
                    insert: format!("{word}{tail}"),
                    ..Completion::new(word, "", CompletionItemKind::ENUM_MEMBER)
                })
                .collect()
            }
            Wanted::Key(Keys::Refer(kind), _) => self.ids(*kind),
            Wanted::Key(Keys::Criterion, taken) => {
                let criteria = Rubric::shipped().criteria.iter().map(|criterion| criterion.id.as_str());
                let free = criteria.filter(|id| !taken.iter().any(|known| known == id));
                let name = |id: &str| self.locale.text(&format!("criterion-{id}")).into_owned();
                free.map(|id| Completion::new(id, name(id), CompletionItemKind::VALUE)).collect()
            }
            Wanted::Key(..) => Vec::new(),
            Wanted::Value(shape) => self.values(*shape),
        }
    }

    fn fields(&self, of: &StructSchema, taken: &[String]) -> Vec<Completion> {
        let tail = if self.spot.followed { "" } else { ": " };
        let names = of.fields.iter().map(|field| field.name);
        let free = names.filter(|name| !taken.iter().any(|known| known == name));
        free.map(|name| Completion {
            insert: format!("{name}{tail}"),
            explanation: hover::field(of.heading, name, self.locale).unwrap_or_default(),
            ..Completion::new(name, self.said(of.heading, name), CompletionItemKind::FIELD)
        })
        .collect()
    }

    /// What the guide says of a row, in a line.
    fn said(&self, heading: &str, name: &str) -> String {
        guide::field(heading, name, self.locale).map(|row| row.what.replace('`', "")).unwrap_or_default()
    }

    fn values(&self, shape: ValueShape) -> Vec<Completion> {
        match shape {
            ValueShape::Refer(_)
            | ValueShape::Keep
            | ValueShape::OptionOf
            | ValueShape::FieldOf
            | ValueShape::EntryOf => kind_of(&self.spot.wanted).map(|kind| self.ids(kind)).unwrap_or_default(),
            ValueShape::Target => {
                let mut ids = self.ids(DeclaredKind::Node);
                let back = self.locale.text("lsp-return").into_owned();
                ids.push(Completion { rank: 1, ..Completion::new("return", back, CompletionItemKind::KEYWORD) });
                ids
            }
            ValueShape::Language => {
                Locale::ALL.map(|locale| Completion::new(locale.tag(), "", CompletionItemKind::VALUE)).into()
            }
            ValueShape::Persona => self.personas(),
            ValueShape::Law => self.packs(),
            ValueShape::Article => self.articles(),
            ValueShape::Paper => self.papers(),
            ValueShape::Act | ValueShape::ActName => self.acts(shape == ValueShape::Act),
            ValueShape::Cue => self.cues(),
            ValueShape::When => self.conditions(),
            ValueShape::EntryIs => {
                let names = ENTRY_KINDS.into_iter().map(|(name, takes)| {
                    let brackets = match takes {
                        EntryTakes::Nothing(_) => "",
                        EntryTakes::Fact | EntryTakes::Article(_) | EntryTakes::Lapsed | EntryTakes::Date => "(\"$1\")",
                        EntryTakes::Days(_) | EntryTakes::Remedy(_) | EntryTakes::Number => "($1)",
                    };
                    self.call(name, brackets, "")
                });
                names.collect()
            }
            ValueShape::Node => {
                let names = bare_words(shape).into_iter();
                names.map(|name| self.call(name, self.node_brackets(name), "")).collect()
            }
            _ => {
                let words = bare_words(shape).into_iter();
                words.map(|word| Completion::new(word, "", CompletionItemKind::ENUM_MEMBER)).collect()
            }
        }
    }

    fn ids(&self, kind: DeclaredKind) -> Vec<Completion> {
        let section = match kind {
            DeclaredKind::Node => "nodes",
            DeclaredKind::Visitor => "visitors",
            DeclaredKind::Fact => "facts",
            DeclaredKind::Promise => "promises",
            DeclaredKind::Claim => "claims",
            DeclaredKind::Answers => "earlier_answers",
            DeclaredKind::Var => "vars",
            DeclaredKind::Visit => "visits",
            DeclaredKind::Option => {
                let options = self.spot.before.last().map(|node| self.sources.options(node)).unwrap_or_default();
                let offers = options.into_iter();
                return offers.map(|(id, say)| Completion::new(&id, short(&say), CompletionItemKind::VALUE)).collect();
            }
            DeclaredKind::Persona => "personas",
            // Of a node that is named before them, an entry also of a field.
            DeclaredKind::Field | DeclaredKind::Entry => return self.written_in(kind),
            DeclaredKind::Word => {
                let words = self.sources.declared(DeclaredKind::Word).into_iter();
                return words.map(|word| Completion::new(&word.id, "", CompletionItemKind::TEXT)).collect();
            }
        };
        let of_kind = match kind {
            DeclaredKind::Node => CompletionItemKind::FUNCTION,
            DeclaredKind::Var => CompletionItemKind::VARIABLE,
            DeclaredKind::Visitor => CompletionItemKind::CLASS,
            _ => CompletionItemKind::REFERENCE,
        };
        let ids = self.sources.declared(kind).into_iter().map(|name| name.id.as_str());
        ids.map(|id| Completion::new(id, short(&self.sources.about(section, id)), of_kind)).collect()
    }

    fn written_in(&self, kind: DeclaredKind) -> Vec<Completion> {
        let wanted: Vec<&str> = self.spot.before.iter().map(String::as_str).collect();
        let here = |name: &&Name| match (kind, wanted.as_slice()) {
            (DeclaredKind::Entry, [.., node, field]) => {
                name.node.as_deref() == Some(*node) && name.id.split_once('/').is_some_and(|(of, _)| of == *field)
            }
            (_, [.., node]) => name.node.as_deref() == Some(*node),
            _ => false,
        };
        let names = self.sources.declared(kind).into_iter().filter(here);
        names.map(|name| Completion::new(name.written(), "", CompletionItemKind::VALUE)).collect()
    }

    /// A name with its brackets, where something goes into them.
    fn call(&self, name: &str, brackets: &str, detail: &str) -> Completion {
        let mut offer = Completion::new(name, detail, CompletionItemKind::FUNCTION);
        if !brackets.is_empty() && !self.spot.followed {
            offer.snippet = self.can.snippets;
            offer.insert =
                if self.can.snippets { format!("{name}{brackets}") } else { format!("{name}{}", unmarked(brackets)) };
        }
        offer
    }

    fn node_brackets(&self, name: &str) -> &'static str {
        match name {
            "Line" => "(who: \"$1\", say: \"$2\", cues: [$3])",
            "Choice" | "OrderedChoice" => {
                "([\n    (id: \"$1\", say: \"$2\", acts: [$3], then: \"$4\"),\n    (id: \"$5\", say: \"$6\", acts: [$7], then: \"$8\"),\n])"
            }
            "Form" => {
                "(paper: \"$1\", fields: {\n    \"$2\": (label: \"$3\", entries: [(id: \"$4\", write: \"$5\", is: $6)]),\n})"
            }
            "Compose" => {
                "(\n    basis: [(id: \"$1\", say: \"$2\", is: $3)],\n    path: [(id: \"$4\", say: \"$5\", is: $6)],\n    time: [(id: \"$7\", say: \"$8\", is: $9)],\n)"
            }
            "TimePasses" => "(days: $1, say: \"$2\", visit: \"$3\")",
            "Topics" => {
                "(\n    topics: {\n        \"$1\": (say: \"$2\", acts: [$3], start: \"$4\"),\n        \"$5\": (say: \"$6\", acts: [$7], start: \"$8\"),\n    },\n)"
            }
            "Branch" => "(ways: [(when: $1, then: \"$2\")], otherwise: \"$3\")",
            "End" => "(outcome: $1, title: \"$2\", say: \"$3\")",
            _ => "($1)",
        }
    }

    fn cues(&self) -> Vec<Completion> {
        let offers = Cue::VARIANTS.iter().map(|name| {
            let takes = Some(Cue::takes(name)).filter(|takes| !takes.is_optional()).and_then(cue_takes);
            Completion {
                kind: Some(CompletionItemKind::ENUM_MEMBER),
                explanation: hover::cue(name, self.locale).unwrap_or_default(),
                ..self.call(name, &brackets_for(takes.as_slice()), &self.said("Cues", name))
            }
        });
        offers.collect()
    }

    fn conditions(&self) -> Vec<Completion> {
        let offers = WhenSource::VARIANTS.iter().map(|variant| {
            let inside = match &variant.content {
                VariantContent::Row(shapes) => shapes,
                VariantContent::Fields(_) => &[][..],
            };
            self.call(variant.name, &brackets_for(inside), &self.said("Conditions", variant.name))
        });
        offers.collect()
    }

    fn acts(&self, with_brackets: bool) -> Vec<Completion> {
        let acts = ActCatalogue::shipped().iter().map(|(_, act)| {
            let takes = act_takes(act.takes).filter(|_| with_brackets && !act.takes.is_optional());
            let brackets = brackets_for(takes.as_slice());
            let label = self.locale.text(&format!("act-{}", act.name));
            let mut offer = self.call(&act.name, &brackets, &label);
            offer.kind = Some(CompletionItemKind::FUNCTION);
            offer.explanation = hover::act(&act.name, self.locale).unwrap_or_default();
            // What must never be done stands last.
            offer.rank = u8::from(act.critical.is_some());
            offer
        });
        acts.collect()
    }

    fn personas(&self) -> Vec<Completion> {
        let presets = Persona::preset_names().map(|name| Completion {
            explanation: hover::persona(name, self.locale).unwrap_or_default(),
            ..Completion::new(name, hover::persona_in_short(name, self.locale), CompletionItemKind::CLASS)
        });
        let own = self.sources.declared(DeclaredKind::Persona).into_iter();
        let own =
            own.map(|name| Completion::new(&name.id, self.locale.text("lsp-kind-persona"), CompletionItemKind::CLASS));
        own.chain(presets).collect()
    }

    fn packs(&self) -> Vec<Completion> {
        let day = self.sources.plays_on();
        let library = self.sources.library();
        let packs = library.packs.iter().map(|pack| Completion {
            rank: u8::from(day.is_some_and(|day| !pack.in_force(day))),
            explanation: hover::pack(&pack.id, library, self.locale).unwrap_or_default(),
            ..Completion::new(&pack.id, pack.title.get(self.locale), CompletionItemKind::MODULE)
        });
        packs.collect()
    }

    /// Articles in force on the day, those of the scenario's own packs first.
    fn articles(&self) -> Vec<Completion> {
        let (day, own) = (self.sources.plays_on(), self.sources.law());
        let library = self.sources.library();
        let in_force = library.packs.iter().filter(|pack| day.is_none_or(|day| pack.in_force(day)));
        let articles =
            in_force.flat_map(|pack| pack.articles.clone().map(move |at| (pack, at))).filter_map(|(pack, at)| {
                let article = library.articles.get(usize::from(at))?;
                let citation = format!("{}/{}", pack.id, article.number);
                Some(Completion {
                    rank: u8::from(!own.contains(&pack.id)),
                    explanation: hover::article(&citation, library, self.locale).unwrap_or_default(),
                    ..Completion::new(&citation, short(article.text.get(self.locale)), CompletionItemKind::REFERENCE)
                })
            });
        articles.collect()
    }

    fn papers(&self) -> Vec<Completion> {
        let papers = PaperCatalogue::shipped().papers.iter().map(|paper| Completion {
            explanation: hover::paper(&paper.id, self.locale).unwrap_or_default(),
            ..Completion::new(&paper.id, paper.title.get(self.locale), CompletionItemKind::FILE)
        });
        papers.collect()
    }
}

/// Brackets without the marks of a snippet.
fn unmarked(brackets: &str) -> String {
    let mut out = String::new();
    let mut chars = brackets.chars();
    while let Some(c) = chars.next() {
        if c == '$' {
            chars.next();
        } else {
            out.push(c);
        }
    }
    out
}

/// Ids that a translation lacks yet.
pub fn translation(file: &File, scenario: &Scenario, offset: usize, can: Abilities) -> Vec<CompletionItem> {
    let text = file.body();
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let head = &text[start..offset];
    let messages = Messages::read(text);
    let known = |id: &str| messages.entries.iter().any(|entry| entry.id == id);
    let indented = head.starts_with([' ', '\t']);
    let typed = head.trim_start().trim_start_matches('.');
    if typed.contains(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')) {
        return Vec::new();
    }
    let message = messages.entries.iter().rev().find(|entry| entry.span.end <= start && !entry.id.contains('.'));
    let mut offers = Vec::new();
    each_text(&mut scenario.clone(), &mut |id, said, _| {
        if said.original.trim().is_empty() || known(id) {
            return;
        }
        let detail = short(&said.original.replace('\n', " "));
        let (whole, attribute) = id.split_once('.').map_or((id, None), |(whole, name)| (whole, Some(name)));
        let (label, insert) = match (indented, attribute) {
            (true, Some(name)) if message.is_some_and(|message| message.id == whole) => {
                (format!(".{name}"), format!(".{name} = "))
            }
            (false, None) => (whole.to_owned(), format!("{whole} = ")),
            (false, Some(_)) if !known(whole) && offers.iter().all(|offer: &Completion| offer.label != whole) => {
                (whole.to_owned(), format!("{whole} ="))
            }
            _ => return,
        };
        offers.push(Completion { insert, ..Completion::new(&label, detail, CompletionItemKind::VALUE) });
    });
    let places = file.places();
    let from = start + head.len() - head.trim_start().len();
    let range = places.range(from..offset);
    offers.into_iter().enumerate().map(|(at, offer)| item(offer, at, range, can)).collect()
}
