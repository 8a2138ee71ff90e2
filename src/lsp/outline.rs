//! What a scenario says of its own things: first words, names, the day it plays on.

use crate::locale::shortened;
use crate::scenario::options::LEAVE;
use crate::scenario::syntax::Step::{self, Field};
use crate::scenario::syntax::{Item, Tree, inside};
use jiff::civil::Date;

/// A text with its tree.
pub struct Outline<'t> {
    pub text: &'t str,
    pub tree: Tree,
}

impl<'t> Outline<'t> {
    pub fn read(text: &'t str) -> Self {
        Self { text, tree: Tree::parse(text) }
    }

    /// The text at a path, without quotes and on one line.
    pub fn said(&self, path: &[Step]) -> Option<String> {
        self.said_by(self.tree.get(path)?)
    }

    fn said_by(&self, item: &Item) -> Option<String> {
        let raw = &self.text[inside(self.text, &item.value)?];
        Some(raw.replace("\\n", " ").replace("\\\"", "\"").replace('\n', " ").trim().to_owned())
    }

    fn part(&self, item: &Item, name: &str) -> Option<String> {
        self.said_by(item.field(name)?)
    }

    pub fn plays_on(&self) -> Option<Date> {
        self.said(&[Field("plays_on")])?.parse().ok()
    }

    /// Ids of the law packs in the handbook.
    pub fn law(&self) -> Vec<String> {
        self.section("law").iter().filter_map(|item| self.said_by(item)).collect()
    }

    /// Entries of a section of the scenario, with their keys.
    pub fn entries(&self, section: &'static str) -> impl Iterator<Item = (&str, &Item)> {
        self.section(section).iter().filter_map(|item| Some((item.name()?, item)))
    }

    fn section(&self, name: &'static str) -> &[Item] {
        self.tree.get(&[Field(name)]).map_or(&[], Item::items)
    }

    /// What kind of node it is, and how it begins.
    pub fn node<'o>(&'o self, item: &Item) -> (&'o str, String) {
        let kind = item.word(self.text);
        let words = ["say", "title"].into_iter().find_map(|field| self.part(item, field));
        // A choice begins with its first option.
        let words = words.or_else(|| self.options_in(item).into_iter().find_map(|(_, option)| self.option(option)));
        (kind, words.unwrap_or_default())
    }

    /// What is said or done by an option.
    pub fn option(&self, item: &Item) -> Option<String> {
        ["say", "gesture", "desk"].into_iter().find_map(|field| self.part(item, field))
    }

    /// What an entry of a section is about, for people: a name, a text, first words.
    pub fn about(&self, section: &'static str, id: &str) -> String {
        let Some((_, item)) = self.entries(section).find(|(key, _)| *key == id) else { return String::new() };
        match section {
            "nodes" => {
                let (kind, words) = self.node(item);
                format!("{kind} · {}", short(&words)).trim_end_matches([' ', '·']).to_owned()
            }
            "visitors" | "staff" => {
                let parts = [self.part(item, "name"), self.part(item, "role")];
                parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            }
            "promises" => self.part(item, "text").unwrap_or_default(),
            "claims" => self.part(item, "asks").unwrap_or_default(),
            "earlier_answers" => self.part(item, "truth").unwrap_or_default(),
            "visits" => self.part(item, "title").unwrap_or_default(),
            "vars" | "personas" => self.text[item.value.clone()].replace(['\n', '\r'], " "),
            _ => self.said_by(item).unwrap_or_default(),
        }
    }

    /// The options of a choice or the subjects of topics, by their ids.
    fn options_in<'i>(&self, node: &'i Item) -> Vec<(String, &'i Item)> {
        let mut found = Vec::new();
        for part in node.items() {
            let Some(group) = &part.group else { continue };
            match part.name() {
                None => {
                    found.extend(
                        group.items.iter().enumerate().map(|(at, option)| {
                            (self.part(option, "id").unwrap_or_else(|| (at + 1).to_string()), option)
                        }),
                    )
                }
                Some("topics") => {
                    let topics = group.items.iter().filter_map(|item| Some((item.name()?.to_owned(), item)));
                    found.extend(topics);
                }
                Some(LEAVE) => found.push((self.part(part, "id").unwrap_or_else(|| LEAVE.to_owned()), part)),
                Some(_) => {}
            }
        }
        found
    }

    fn node_of(&self, id: &str) -> Option<&Item> {
        self.entries("nodes").find(|(key, _)| *key == id).map(|(_, item)| item)
    }

    /// Ids of the options of a node, and what they say.
    pub fn options(&self, node: &str) -> Vec<(String, String)> {
        let options = self.node_of(node).map(|node| self.options_in(node)).unwrap_or_default();
        options.into_iter().map(|(id, option)| (id, self.option(option).unwrap_or_default())).collect()
    }
}

/// The first words of a text.
pub fn short(text: &str) -> String {
    shortened(text, 80)
}
