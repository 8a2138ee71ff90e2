//! What a scenario and the files it takes in declare together.

use super::folder::File;
use super::index::{Index, IndexedAs, Name};
use super::outline::Outline;
use super::shape::DeclaredKind;
use crate::procedure::LawLibrary;
use crate::scenario::own_law::{self, OwnLaw};
use jiff::civil::Date;

pub struct Sources<'f> {
    /// The scenario itself first.
    parts: Vec<(Outline<'f>, Index)>,
    own_law: OwnLaw,
}

impl<'f> Sources<'f> {
    pub fn read(files: &'f [File]) -> Self {
        let of_law = |file: &&File| own_law::pack_of(&file.name).is_some();
        let packs = files.iter().filter(of_law).map(|file| (file.name.as_str(), file.body().as_bytes()));
        // What is wrong in them is told where they stand.
        let own_law = own_law::of_files(packs, &mut Vec::new());
        let mut ron: Vec<&File> = files.iter().filter(|file| file.is_ron() && !of_law(file)).collect();
        ron.sort_by_key(|file| !file.is_scenario());
        let parts = ron.into_iter().map(|file| {
            let outline = Outline::read(file.body());
            let index = Index::of(outline.text, &outline.tree);
            (outline, index)
        });
        Self { parts: parts.collect(), own_law }
    }

    /// The law packs that it can cite.
    pub fn library(&self) -> &LawLibrary {
        self.own_law.library()
    }

    /// Names declared of a kind, each once, in the order of the texts.
    pub fn declared(&self, kind: DeclaredKind) -> Vec<&Name> {
        let mut found: Vec<&Name> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for mark in self.parts.iter().flat_map(|(_, index)| &index.marks) {
            match &mark.what {
                IndexedAs::Declares(name) | IndexedAs::Counted(name) if name.kind == kind && seen.insert(name) => {
                    found.push(name)
                }
                _ => {}
            }
        }
        found
    }

    pub fn knows(&self, name: &Name) -> bool {
        self.parts.iter().any(|(_, index)| index.declaration(name).is_some())
    }

    /// What an entry of a section is about.
    pub fn about(&self, section: &'static str, id: &str) -> String {
        // Our own people share their names with the visitors.
        let sections: &[&'static str] = if section == "visitors" { &["visitors", "staff"] } else { &[section] };
        let parts =
            || sections.iter().flat_map(|section| self.parts.iter().map(|(outline, _)| outline.about(section, id)));
        parts().find(|said| !said.is_empty()).unwrap_or_default()
    }

    /// The options of a node with what they say.
    pub fn options(&self, node: &str) -> Vec<(String, String)> {
        let mut options = self.parts.iter().map(|(outline, _)| outline.options(node));
        options.find(|options| !options.is_empty()).unwrap_or_default()
    }

    /// The line in which a word is said.
    pub fn line_with(&self, word: &Name) -> Option<String> {
        self.parts.iter().find_map(|(outline, index)| {
            let at = index.declaration(word)?.span.start;
            let (_, item) = outline.entries("nodes").find(|(_, item)| item.span().contains(&at))?;
            Some(outline.node(item).1)
        })
    }

    pub fn plays_on(&self) -> Option<Date> {
        self.parts.iter().find_map(|(outline, _)| outline.plays_on())
    }

    pub fn law(&self) -> Vec<String> {
        self.parts.iter().map(|(outline, _)| outline.law()).find(|law| !law.is_empty()).unwrap_or_default()
    }
}
