//! Passages as the text of a `scenario.ron`.

use super::super::{
    ImportError, Imported, LeftOut, MOST_NODES, Reach, What, Words, comment_line, pieces, quoted, readable, slug,
    tidied, titled,
};
use super::body::{Body, Way};
use super::passages::Story;
use super::reach::{circles, reached};
use crate::scenario::bundle::MAX_FILE_BYTES;
use crate::scenario::model::MAX_OPTIONS;
use crate::vocabulary::{LONGEST_TEXT, LONGEST_TITLE};
use indexmap::IndexSet;
use std::fmt::Write;

struct Writer<'a> {
    ids: Vec<String>,
    words: &'a Words<'a>,
    /// Ids that are taken.
    further: IndexSet<String>,
    out: String,
    nodes: usize,
    options: usize,
    left_out: Vec<LeftOut>,
    /// Some link leads to a passage that is not there.
    astray: bool,
    /// Where the nodes of each passage lead.
    ways: Vec<Vec<usize>>,
}

pub fn scenario(story: Story, bodies: &[Body], language: &str, words: &Words) -> Result<Imported, ImportError> {
    let only = |body: &Body| match body.ways.as_slice() {
        [only] => only.to,
        _ => None,
    };
    let only: Vec<Option<usize>> = bodies.iter().map(only).collect();
    let cut: IndexSet<usize> = circles(&only).into_iter().collect();
    let ids = ids(story.passages.keys());
    let taken = ids.iter().flat_map(|id| [id.clone(), choice(id)]).chain(["nowhere".to_owned()]);
    let mut writer = Writer {
        further: taken.collect(),
        ids,
        words,
        out: String::new(),
        nodes: 0,
        options: 0,
        left_out: story.left_out,
        astray: false,
        ways: vec![Vec::new(); bodies.len()],
    };
    for (at, (name, body)) in story.passages.keys().zip(bodies).enumerate() {
        writer.passage(at, name, body, cut.contains(&at));
        if writer.nodes >= MOST_NODES || writer.out.len() as u64 > MAX_FILE_BYTES {
            return Err(ImportError::TooLarge);
        }
    }
    if writer.astray {
        let nowhere = quoted(words.nowhere);
        let _ = writeln!(writer.out, "\"nowhere\": End(outcome: Unresolved, title: {nowhere}, say: {nowhere}),");
    }
    let mut text = String::new();
    for line in words.header.lines() {
        let _ = writeln!(text, "// {line}");
    }
    let title = story.title.as_deref().filter(|title| readable(title)).unwrap_or(words.untitled);
    let _ = writeln!(text, "Scenario(\ntitle: {},\nlanguage: \"{language}\",", titled(title, LONGEST_TITLE));
    if let Some(author) = story.author.as_deref().filter(|author| readable(author)) {
        let _ = writeln!(
            text,
            "author: {},",
            titled(&author.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_TITLE)
        );
    }
    let visitor = quoted(words.visitor);
    let _ = write!(
        text,
        "plays_on: \"2026-01-05\",\nvisitors: {{ \"visitor\": (name: {visitor}) }},\n\nnodes: {{\n{}}},\n)\n",
        writer.out
    );
    let scenario = tidied(text)?;
    let reach = reach(story.passages.keys(), bodies, &writer.ways);
    Ok(Imported {
        scenario,
        passages: bodies.len(),
        options: writer.options,
        reach: Some(reach),
        left_out: writer.left_out,
    })
}

/// What could be reached in the story, by every way and every name in its code, and what can be reached now.
fn reach<'n>(names: impl Iterator<Item = &'n String>, bodies: &[Body], now: &[Vec<usize>]) -> Reach {
    let all = |body: &Body| body.ways.iter().filter_map(|way| way.to).chain(body.mentioned.iter().copied()).collect();
    let ways: Vec<Vec<usize>> = bodies.iter().map(all).collect();
    let (before, now) = (reached(&ways), reached(now));
    let lost = names.enumerate().filter(|(at, _)| before.contains(*at) && !now.contains(*at));
    Reach {
        before: before.count_ones(..),
        now: now.count_ones(..),
        lost: lost.map(|(_, name)| comment_line(name)).collect(),
    }
}

/// An id for each passage; those whose names are no ids are numbered.
fn ids<'n>(names: impl Iterator<Item = &'n String>) -> Vec<String> {
    let mut used: IndexSet<String> = ["nowhere".to_owned()].into();
    let id = |(at, name): (usize, &String)| {
        let plain = name.is_ascii() && name.starts_with(|c: char| c.is_ascii_alphabetic());
        let wanted = if plain { name.clone() } else { format!("passage-{}", at + 1) };
        // Of what begins like an id the choice must be free as well.
        loop {
            let id = slug(&wanted, "passage", &mut used);
            if used.insert(choice(&id)) {
                return id;
            }
        }
    };
    names.enumerate().map(id).collect()
}

fn choice(id: &str) -> String {
    format!("{id}_choice")
}

impl Writer<'_> {
    fn passage(&mut self, at: usize, name: &str, body: &Body, cut: bool) {
        let id = self.ids[at].clone();
        let name = if readable(name) { name } else { &id };
        let said = pieces(if readable(&body.text) { &body.text } else { name });
        self.nodes += said.len();
        if at > 0 {
            self.out.push('\n');
        }
        let _ = writeln!(self.out, "// {}", comment_line(name));
        let (id, said) = self.all_but_last(id.clone(), &said);
        match body.ways.as_slice() {
            [only] if !cut => {
                if !only.in_text && !only.words.is_empty() && only.words != only.name {
                    self.leave_out(only, What::OnlyLink, &only.words);
                }
                let to = self.target(at, only);
                let _ = writeln!(self.out, "\"{id}\": Line(\nwho: \"visitor\",\nsay: {said},\nthen: \"{to}\",\n),");
            }
            [] | [_] => {
                if let [only] = body.ways.as_slice() {
                    self.leave_out(only, What::Circle, &format!("{name} → {}", only.name));
                }
                let title = titled(name, LONGEST_TITLE);
                let _ = writeln!(self.out, "\"{id}\": End(\noutcome: Unresolved,\ntitle: {title},\nsay: {said},\n),");
            }
            ways => {
                self.nodes += 1;
                let choice = choice(&id);
                let todo = self.words.todo;
                let _ = writeln!(
                    self.out,
                    "\"{id}\": Line(\nwho: \"visitor\",\nsay: {said},\nthen: \"{choice}\",\n),\n// {todo}\n\"{choice}\": OrderedChoice(["
                );
                for way in ways.iter().take(MAX_OPTIONS) {
                    let to = self.target(at, way);
                    let words = [&way.words, &way.name].into_iter().find(|words| readable(words));
                    let say = words.map_or_else(|| "\"……\"".to_owned(), |words| titled(words, LONGEST_TEXT));
                    let _ = writeln!(self.out, "(say: {say}, acts: [], then: \"{to}\"),");
                    self.options += 1;
                }
                for way in ways.iter().skip(MAX_OPTIONS) {
                    self.leave_out(way, What::TooManyLinks, &way.words);
                }
                self.out.push_str("]),\n");
            }
        }
    }

    /// The lines before the last piece of a long text; the id of the node that is still to be written, and its text.
    fn all_but_last(&mut self, mut id: String, pieces: &[&str]) -> (String, String) {
        let Some((last, before)) = pieces.split_last() else { return (id, quoted("")) };
        for piece in before {
            let said = quoted(piece);
            let next = slug(&id, "passage", &mut self.further);
            let _ = writeln!(self.out, "\"{id}\": Line(\nwho: \"visitor\",\nsay: {said},\nthen: \"{next}\",\n),");
            id = next;
        }
        (id, quoted(last))
    }

    fn leave_out(&mut self, way: &Way, what: What, text: &str) {
        self.left_out.push(LeftOut::new(way.line, what, text).of(&way.file));
    }

    fn target(&mut self, from: usize, way: &Way) -> String {
        match way.to {
            Some(to) => {
                self.ways[from].push(to);
                self.ids[to].clone()
            }
            None => {
                self.astray = true;
                self.leave_out(way, What::Nowhere, &way.name);
                "nowhere".to_owned()
            }
        }
    }
}
