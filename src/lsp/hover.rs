//! What a name means, in a few lines of Markdown.

use super::folder::File;
use super::guide;
use super::index::{Index, IndexedAs, Name};
use super::outline::short;
use super::shape::DeclaredKind;
use super::sources::Sources;
use crate::args;
use crate::locale::{Texts, shortened};
use crate::procedure::{LawLibrary, PaperCatalogue};
use crate::visitor::Persona;
use crate::visitor::persona::presets;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use crate::vocabulary::{Need, kebab};
use std::ops::Range;

/// What stands at a place of a `scenario.ron` or of what it takes in, and where.
pub fn scenario(files: &[File], file: &File, offset: usize, locale: Locale) -> Option<(String, Range<usize>)> {
    let index = Index::read(file.body());
    let mark = index.at(offset)?;
    let sources = Sources::read(files);
    let words = match &mark.what {
        IndexedAs::Act(name) => act(name, locale),
        IndexedAs::Cue(name) => cue(name, locale),
        IndexedAs::Condition(name) => {
            let row = guide::field("Conditions", name, locale)?;
            Some(format!("**{name}**\n\n{}", row.what))
        }
        IndexedAs::Article(citation) => {
            let library = sources.library();
            article(citation, library, locale)
                .map(|words| in_force(words, citation, library, sources.plays_on(), locale))
        }
        IndexedAs::Paper(id) => paper(id, locale),
        IndexedAs::Persona(name) => {
            persona(name, locale).or_else(|| declared(&Name::new(DeclaredKind::Persona, name), &sources, locale))
        }
        IndexedAs::Law(id) => pack(id, sources.library(), locale),
        IndexedAs::Criterion(id) => locale.find(&format!("criterion-{id}"), None).map(|name| format!("**{name}**")),
        IndexedAs::Field(of, name) => field(of, name, locale),
        IndexedAs::Declares(name) | IndexedAs::Refers(name) | IndexedAs::Counted(name) => {
            declared(name, &sources, locale)
        }
    };
    Some((words?, mark.span.clone()))
}

/// What is declared under a name.
fn declared(name: &Name, sources: &Sources, locale: Locale) -> Option<String> {
    if !sources.knows(name) {
        return None;
    }
    let said = match name.kind {
        DeclaredKind::Node => sources.about("nodes", &name.id),
        DeclaredKind::Visitor => sources.about("visitors", &name.id),
        DeclaredKind::Fact => sources.about("facts", &name.id),
        DeclaredKind::Promise => sources.about("promises", &name.id),
        DeclaredKind::Claim => sources.about("claims", &name.id),
        DeclaredKind::Answers => sources.about("earlier_answers", &name.id),
        DeclaredKind::Var => sources.about("vars", &name.id),
        DeclaredKind::Visit => sources.about("visits", &name.id),
        DeclaredKind::Persona => sources.about("personas", &name.id),
        DeclaredKind::Word => sources.line_with(name).unwrap_or_default(),
        DeclaredKind::Option => {
            let options = sources.options(name.node.as_deref().unwrap_or_default());
            options.into_iter().find(|(id, _)| *id == name.id).map(|(_, say)| say).unwrap_or_default()
        }
        DeclaredKind::Field | DeclaredKind::Entry => name.node.clone().unwrap_or_default(),
    };
    Some(format!("**{}** · {}\n\n{}", name.written(), kind(name.kind, locale), escaped(&said)))
}

pub fn kind(kind: DeclaredKind, locale: Locale) -> String {
    let id = match kind {
        DeclaredKind::Node => "lsp-kind-node",
        DeclaredKind::Visitor => "lsp-kind-visitor",
        DeclaredKind::Fact => "lsp-kind-fact",
        DeclaredKind::Promise => "lsp-kind-promise",
        DeclaredKind::Claim => "lsp-kind-claim",
        DeclaredKind::Answers => "lsp-kind-answers",
        DeclaredKind::Var => "lsp-kind-var",
        DeclaredKind::Visit => "lsp-kind-visit",
        DeclaredKind::Option => "lsp-kind-option",
        DeclaredKind::Word => "lsp-kind-word",
        DeclaredKind::Persona => "lsp-kind-persona",
        DeclaredKind::Field => "lsp-kind-field",
        DeclaredKind::Entry => "lsp-kind-entry",
    };
    locale.text(id).into_owned()
}

pub fn act(name: &str, locale: Locale) -> Option<String> {
    let catalogue = ActCatalogue::shipped();
    let act = &catalogue[catalogue.find(name)?];
    let text = |suffix: &str| locale.find(&format!("act-{name}{suffix}"), None).unwrap_or_default();
    let mut words = format!("**{name}** · {}\n\n{}", text(""), text(".why"));
    if act.critical.is_some() {
        words.push_str(&format!("\n\n⚠ {}", locale.text("lsp-red-line")));
    }
    words.push_str(&format!("\n\n{}", locale.text_with("lsp-better", &args!("text" => text(".better")))));
    if !act.sources.is_empty() {
        let items = act.sources.join(" ");
        words.push_str(&format!("\n\n{}", locale.text_with("lsp-sources", &args!("items" => items))));
    }
    Some(words)
}

pub fn cue(name: &str, locale: Locale) -> Option<String> {
    let row = guide::field("Cues", name, locale)?;
    let mut words = format!("**{name}**\n\n{}", row.what);
    if let Some(calls_for) = locale.find(&format!("cue-{}.calls-for", kebab(name)), None) {
        words.push_str(&format!("\n\n{calls_for}"));
    }
    Some(words)
}

pub fn article(citation: &str, library: &LawLibrary, locale: Locale) -> Option<String> {
    let found = library.find(citation)?;
    let article = &library[found];
    let mut words = format!("**{}**\n\n{}", library.citation(found, locale), article.text.get(locale));
    if article.unverified {
        words.push_str(&format!("\n\n{}", locale.text("lsp-unverified")));
    }
    words.push_str(&format!("\n\n{}", validity(library.pack_of(found), locale)));
    Some(words)
}

fn validity(pack: &crate::procedure::law::LawPack, locale: Locale) -> String {
    let from = pack.valid_from.to_string();
    let mut words = match pack.valid_to {
        Some(until) => locale.text_with("lsp-valid-until", &args!("from" => from, "until" => until.to_string())),
        None => locale.text_with("lsp-valid", &args!("from" => from)),
    }
    .into_owned();
    if pack.valid_from_unverified {
        words.push_str(&locale.text("lsp-valid-unverified"));
    }
    words
}

fn in_force(
    mut words: String,
    citation: &str,
    library: &LawLibrary,
    day: Option<jiff::civil::Date>,
    locale: Locale,
) -> String {
    if let (Some(day), Some(found)) = (day, library.find(citation))
        && !library.in_force(found, day)
    {
        let args = args!("day" => day.to_string());
        words.push_str(&format!("\n\n⚠ {}", locale.text_with("lsp-not-in-force", &args)));
    }
    words
}

pub fn pack(id: &str, library: &LawLibrary, locale: Locale) -> Option<String> {
    let pack = library.pack(id)?;
    Some(format!("**{}**\n\n{}\n\n{}", pack.title.get(locale), validity(pack, locale), pack.source))
}

pub fn paper(id: &str, locale: Locale) -> Option<String> {
    let catalogue = PaperCatalogue::shipped();
    let paper = &catalogue[catalogue.find(id)?];
    let mut words = format!("**{}**\n\n{}", paper.title.get(locale), locale.text("lsp-must-contain"));
    for part in &paper.must_contain {
        words.push_str(&format!("\n- {}", part.get(locale)));
    }
    for basis in &paper.bases {
        if let Some(found) = LawLibrary::shipped().find(&basis.article) {
            let whose = basis.by.map(|by| format!("{} · ", locale.say(&by.label()))).unwrap_or_default();
            words.push_str(&format!("\n\n{whose}{}", LawLibrary::shipped().citation(found, locale)));
        }
    }
    Some(words)
}

pub fn field(of: &str, name: &str, locale: Locale) -> Option<String> {
    // A kind of node is explained by its fields.
    if of.is_empty() {
        let names: Vec<String> = guide::inside(name)?.iter().map(|field| format!("`{}`", field.name)).collect();
        return Some(format!("**{name}**\n\n{}", names.join(" ")));
    }
    let row = guide::field(of, name, locale)?;
    let mut words = format!("**{name}**\n\n{}", row.what);
    if let Some(otherwise) = row.otherwise {
        words.push_str(&format!("\n\n{}", locale.text_with("lsp-otherwise", &args!("value" => otherwise))));
    }
    Some(words)
}

pub fn persona(name: &str, locale: Locale) -> Option<String> {
    let preset = presets().get(name)?;
    let persona = Persona::preset(name)?;
    let mut words = format!("**{name}**\n\n{}", persona_in_short(name, locale));
    let trust = if persona.trust <= -0.15 {
        Some("script-trust-low")
    } else if persona.trust >= 0.15 {
        Some("script-trust-high")
    } else {
        None
    };
    let soon = persona.breaking_point < 0.72;
    let late = persona.breaking_point > 0.84;
    let traits = [
        trust,
        soon.then_some("script-breaks-soon"),
        late.then_some("script-breaks-late"),
        (persona.masking >= 0.3).then_some("script-masks"),
        (persona.expressiveness >= 0.85).then_some("script-shows"),
    ];
    for id in traits.into_iter().flatten() {
        words.push_str(&format!("\n\n{}", locale.text(id)));
    }
    if preset.item != "-" {
        let items = preset.item.clone();
        words.push_str(&format!("\n\n{}", locale.text_with("lsp-sources", &args!("items" => items))));
    }
    Some(words)
}

/// The needs that weigh most.
pub fn persona_in_short(name: &str, locale: Locale) -> String {
    let Some(persona) = Persona::preset(name) else { return String::new() };
    let needs: [(Need, &str); 7] = [
        (Need::Voice, "script-need-voice"),
        (Need::Respect, "script-need-respect"),
        (Need::Fairness, "script-need-fairness"),
        (Need::Clarity, "script-need-clarity"),
        (Need::Control, "script-need-control"),
        (Need::Safety, "script-need-safety"),
        (Need::Remedy, "script-need-remedy"),
    ];
    let mut heavy: Vec<(f64, &str)> = needs.map(|(need, id)| (persona.needs[need as usize], id)).to_vec();
    heavy.sort_by(|a, b| b.0.total_cmp(&a.0));
    let words: Vec<String> = heavy.iter().take(3).map(|(_, id)| locale.text(id).into_owned()).collect();
    let separator = locale.text("hint-separator");
    locale.text_with("script-wants", &args!("needs" => words.join(&separator))).into_owned()
}

/// A text of an author's inside Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in shortened(text, 800).chars() {
        if matches!(c, '*' | '_' | '`' | '<' | '[' | ']' | '#' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Markdown for a client that shows only plain text.
pub fn plain(markdown: &str) -> String {
    markdown.replace("**", "").replace(['`', '\\'], "")
}

/// The original of a translated text.
pub fn original(id: &str, original: &str) -> String {
    format!("**{id}**\n\n{}", escaped(&short(original).replace('\n', " ")))
}
