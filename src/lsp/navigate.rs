//! From a name to where it is declared, to all who speak of it, and to another name.

use super::folder::File;
use super::ftl::{Messages, attribute_of};
use super::index::{Index, IndexEntry, IndexedAs, Name};
use super::outline::{Outline, short};
use super::shape::DeclaredKind;
use crate::args;
use crate::locale::Texts;
use crate::scenario::syntax::Step;
use crate::vocabulary::Locale;
use lsp_types::{DocumentSymbol, SymbolKind};
use std::ops::Range;

/// A place in one of the files of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// Position among the files.
    pub file: usize,
    pub span: Range<usize>,
}

/// The names of a scenario over all its files.
pub struct ScenarioNames {
    /// Of the scenario and of what it takes in.
    indexes: Vec<(usize, Index)>,
    messages: Vec<(usize, Messages)>,
}

impl ScenarioNames {
    pub fn read(files: &[File]) -> Self {
        let of_kind = |wanted: fn(&File) -> bool| files.iter().enumerate().filter(move |(_, file)| wanted(file));
        let indexes = of_kind(File::is_ron).map(|(at, file)| (at, Index::read(file.body()))).collect();
        let messages = of_kind(|file| !file.is_ron()).map(|(at, file)| (at, Messages::read(file.body()))).collect();
        Self { indexes, messages }
    }

    /// The name at a place, with its span.
    pub fn at(&self, file: usize, offset: usize) -> Option<(Name, Range<usize>)> {
        if let Some((_, index)) = self.indexes.iter().find(|(at, _)| *at == file) {
            let mark = index.at(offset)?;
            let name = match &mark.what {
                IndexedAs::Persona(id) => Name::new(DeclaredKind::Persona, id),
                what => what.name()?.clone(),
            };
            return Some((name, mark.span.clone()));
        }
        let (_, messages) = self.messages.iter().find(|(at, _)| *at == file)?;
        let here = |span: &Range<usize>| span.start <= offset && offset <= span.end;
        if let Some(mention) = messages.mentions.iter().find(|mention| here(&mention.span)) {
            return Some((mention.name.clone(), mention.span.clone()));
        }
        let attribute = messages.attributes.iter().find(|one| here(&one.span))?;
        let declared = self.indexes.iter().flat_map(|(_, index)| &index.marks).filter_map(|mark| match &mark.what {
            IndexedAs::Declares(name) | IndexedAs::Counted(name) if name.node.as_ref() == Some(&attribute.node) => {
                Some(name)
            }
            _ => None,
        });
        let fields = self.fields(&attribute.node);
        let mut spans = declared.filter_map(|name| Some((name.clone(), attribute.speaks_of(name, &fields)?)));
        spans.find(|(_, span)| here(span))
    }

    fn fields(&self, node: &str) -> Vec<&str> {
        let marks = self.indexes.iter().flat_map(|(_, index)| &index.marks);
        let fields = marks.filter_map(|mark| match &mark.what {
            IndexedAs::Declares(name) | IndexedAs::Counted(name) if name.kind == DeclaredKind::Field => Some(name),
            _ => None,
        });
        fields.filter(|name| name.node.as_deref() == Some(node)).map(|name| name.id.as_str()).collect()
    }

    fn declared(&self, name: &Name) -> Option<(usize, &IndexEntry)> {
        self.indexes.iter().find_map(|(at, index)| Some((*at, index.declaration(name)?)))
    }

    pub fn declaration(&self, name: &Name) -> Option<FilePlace> {
        let (file, mark) = self.declared(name)?;
        Some(FilePlace { file, span: mark.span.clone() })
    }

    /// Everything that speaks of a name; nothing where it is declared nowhere.
    pub fn mentions(&self, name: &Name, with_declaration: bool) -> Vec<FilePlace> {
        let Some(declared) = self.declaration(name) else { return Vec::new() };
        let mut places = Vec::new();
        for (file, index) in &self.indexes {
            let marks = index.marks.iter().filter(|mark| match &mark.what {
                IndexedAs::Persona(id) => name.kind == DeclaredKind::Persona && *id == name.id,
                what => what.name() == Some(name),
            });
            places.extend(marks.map(|mark| FilePlace { file: *file, span: mark.span.clone() }));
        }
        places.retain(|place| with_declaration || *place != declared);
        let fields = name.node.as_deref().map(|node| self.fields(node)).unwrap_or_default();
        for (file, messages) in &self.messages {
            let here = messages.mentions.iter().filter(|mention| mention.name == *name);
            places.extend(here.map(|mention| FilePlace { file: *file, span: mention.span.clone() }));
            let under = messages.attributes.iter().filter_map(|one| one.speaks_of(name, &fields));
            places.extend(under.map(|span| FilePlace { file: *file, span }));
        }
        places
    }

    /// The mentions within one file.
    pub fn in_file(&self, name: &Name, file: usize) -> Vec<Range<usize>> {
        self.mentions(name, true).into_iter().filter(|place| place.file == file).map(|place| place.span).collect()
    }

    /// The span to be renamed at a place, if something there can be.
    pub fn renameable(&self, file: usize, offset: usize, locale: Locale) -> Result<(Name, Range<usize>), String> {
        let refused = |id: &str| locale.text(id).into_owned();
        let (name, span) = self.at(file, offset).ok_or_else(|| refused("lsp-rename-nothing"))?;
        if name.kind == DeclaredKind::Word {
            return Err(refused("lsp-rename-word"));
        }
        match self.declared(&name).map(|(_, mark)| &mark.what) {
            Some(IndexedAs::Declares(_)) => Ok((name, span)),
            Some(_) if name.kind == DeclaredKind::Field => Err(refused("lsp-rename-part")),
            Some(_) => Err(refused("lsp-rename-number")),
            None => Err(locale.text_with("lsp-rename-unknown", &args!("name" => name.written())).into_owned()),
        }
    }

    /// What to write where, so that a name becomes another.
    pub fn rename(
        &self,
        file: usize,
        offset: usize,
        new: &str,
        locale: Locale,
    ) -> Result<Vec<(FilePlace, String)>, String> {
        let (name, _) = self.renameable(file, offset, locale)?;
        let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
        if new.is_empty() || new == "return" || !new.bytes().all(good) {
            return Err(locale.text_with("lsp-rename-bad-id", &args!("name" => new)).into_owned());
        }
        let id = match name.id.split_once('/') {
            Some((field, _)) if name.kind == DeclaredKind::Entry => format!("{field}/{new}"),
            _ => new.to_owned(),
        };
        let wanted = Name { id, ..name.clone() };
        if wanted != name && self.declared(&wanted).is_some() {
            return Err(locale.text_with("lsp-rename-taken", &args!("name" => new)).into_owned());
        }
        let places = self.mentions(&name, true).into_iter().map(|place| {
            let attribute = name.kind == DeclaredKind::Option && self.messages.iter().any(|(at, _)| *at == place.file);
            let text = if attribute { attribute_of(new) } else { new.to_owned() };
            (place, text)
        });
        let mut edits: Vec<(FilePlace, String)> = places.collect();
        edits.sort_by_key(|(place, _)| (place.file, place.span.start));
        edits.dedup();
        Ok(edits)
    }
}

/// The nodes of a scenario and what else it declares, as an outline.
pub fn symbols(file: &File) -> Vec<DocumentSymbol> {
    let text = file.body();
    let outline = Outline::read(text);
    let places = file.places();
    let sections = [
        ("personas", SymbolKind::INTERFACE),
        ("visitors", SymbolKind::CLASS),
        ("staff", SymbolKind::CLASS),
        ("facts", SymbolKind::CONSTANT),
        ("promises", SymbolKind::EVENT),
        ("claims", SymbolKind::KEY),
        ("earlier_answers", SymbolKind::KEY),
        ("vars", SymbolKind::VARIABLE),
        ("visits", SymbolKind::MODULE),
        ("nodes", SymbolKind::FUNCTION),
    ];
    let mut symbols = Vec::new();
    for (section, kind) in sections {
        let Some(whole) = outline.tree.get(&[Step::Field(section)]) else { continue };
        let children: Vec<DocumentSymbol> = outline
            .entries(section)
            .filter(|(id, _)| !id.trim().is_empty())
            .map(|(id, item)| {
                let key = item.key.as_ref().map_or(item.value.clone(), |key| key.span.clone());
                let detail = if section == "nodes" {
                    let (kind, words) = outline.node(item);
                    format!("{kind} {}", short(&words)).trim().to_owned()
                } else {
                    short(&outline.about(section, id))
                };
                symbol(id, detail, kind, (places.range(item.span()), places.range(key)), None)
            })
            .collect();
        let key = whole.key.as_ref().map_or(whole.value.clone(), |key| key.span.clone());
        let ranges = (places.range(whole.span()), places.range(key));
        if !children.is_empty() {
            symbols.push(symbol(section, String::new(), SymbolKind::NAMESPACE, ranges, Some(children)));
        }
    }
    symbols
}

fn symbol(
    name: &str,
    detail: String,
    kind: SymbolKind,
    (range, selection_range): (lsp_types::Range, lsp_types::Range),
    children: Option<Vec<DocumentSymbol>>,
) -> DocumentSymbol {
    #[expect(deprecated, reason = "the type cannot be made without its old field")]
    DocumentSymbol {
        name: name.to_owned(),
        detail: (!detail.is_empty()).then_some(detail),
        kind,
        tags: None,
        deprecated: None,
        range,
        selection_range,
        children,
    }
}

/// The smallest change from one text to another, by whole lines: the place of the cursor stays.
pub fn difference(before: &str, after: &str) -> Option<(Range<usize>, String)> {
    if before == after {
        return None;
    }
    let head: usize = (before.split_inclusive('\n').zip(after.split_inclusive('\n')))
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len())
        .sum();
    let (rest_before, rest_after) = (&before[head..], &after[head..]);
    let tail: usize = (rest_before.split_inclusive('\n').rev().zip(rest_after.split_inclusive('\n').rev()))
        .take_while(|(a, b)| a == b && a.ends_with('\n'))
        .map(|(a, _)| a.len())
        .sum();
    Some((head..before.len() - tail, rest_after[..rest_after.len() - tail].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_difference_leads_from_one_text_to_the_other(before in "[ab\n]{0,12}", after in "[ab\n]{0,12}") {
            let mut text = before.clone();
            if let Some((span, new)) = difference(&before, &after) {
                text.replace_range(span, &new);
            }
            prop_assert_eq!(text, after);
        }
    }
}
