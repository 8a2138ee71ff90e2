//! The statements as nodes: what follows one is a line, a choice, a branch or the end of its dialogue.

use super::vars::Vars;
use super::ways::circles;
use super::{Dialogue, Speaker, Statement, Story};
use crate::authoring::import::{
    ImportError, Imported, LeftOut, MOST_NODES, What, Words, comment_line, pieces, quoted, readable, slug, tidied,
    titled,
};
use crate::scenario::bundle::MAX_FILE_BYTES;
use crate::scenario::model::{MAX_OPTIONS, MAX_VISITORS};
use crate::vocabulary::{LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE, Locale};
use indexmap::{IndexMap, IndexSet};
use std::collections::VecDeque;
use std::fmt::Write;

const FAMILY: &str = "general";

pub fn scenario(mut story: Story, words: &Words) -> Result<Imported, ImportError> {
    let vars = Vars::new(&story)?;
    let levels = std::mem::take(&mut story.levels);
    let mut writer = Writer {
        words,
        vars,
        visitors: IndexMap::new(),
        ids: ["over".to_owned()].into(),
        out: Vec::new(),
        size: 0,
        options: 0,
        statements: 0,
        left_out: std::mem::take(&mut story.left_out),
        over: false,
    };
    writer.visitors(&story);
    writer.levels(&levels)?;
    if writer.statements == 0 {
        let any = levels.iter().flatten().any(|dialogue| !dialogue.statements.is_empty());
        return Err(if any { ImportError::NothingSaid } else { ImportError::Nothing });
    }
    writer.whole(&story)
}

/// Where the statements of one dialogue become nodes.
pub(super) struct Here<'s> {
    pub(super) dialogue: &'s Dialogue,
    /// Where the talk goes after it.
    pub(super) end: String,
    /// Statements that have a node: their id.
    pub(super) lines: IndexMap<&'s str, String>,
    /// Rows of responses that have a node, with and without a way out.
    pub(super) forks: IndexMap<(Vec<&'s str>, bool), String>,
    pub(super) open: VecDeque<Job<'s>>,
    pub(super) seen: IndexSet<&'s str>,
    /// Ways that would lead in a circle.
    pub(super) cut: IndexSet<(&'s str, &'s str)>,
}

pub(super) enum Job<'s> {
    Line(&'s Statement, String),
    /// A player statement without a choice, told.
    Told(&'s Statement, String),
    Choice(Vec<(&'s Statement, Option<String>)>, bool, String),
    /// Ways with their conditions, and what is left.
    Branch(Vec<(String, String)>, String, String),
    /// Go on, or leave the subject.
    Leave(String, String),
    /// The scenario ends after a statement.
    End(&'s Statement, String),
}

pub(super) struct Writer<'w> {
    words: &'w Words<'w>,
    pub(super) vars: Vars,
    /// By the id of the character.
    visitors: IndexMap<String, (String, String)>,
    pub(super) ids: IndexSet<String>,
    /// Id and text of each node.
    out: Vec<(String, String)>,
    size: usize,
    options: usize,
    pub(super) statements: usize,
    left_out: Vec<LeftOut>,
    /// Something leads to the end.
    pub(super) over: bool,
}

impl Writer<'_> {
    pub(super) fn leave_out(&mut self, line: usize, what: What, text: &str) {
        self.left_out.push(LeftOut::new(line, what, text));
    }

    fn visitors(&mut self, story: &Story) {
        let mut used = IndexSet::new();
        for (at, character) in story.characters.iter().enumerate() {
            let name = match &character.name {
                Some(name) => name.clone(),
                None if story.characters.len() == 1 => self.words.visitor.to_owned(),
                None => format!("{} {}", self.words.visitor, at + 1),
            };
            if at >= MAX_VISITORS {
                self.leave_out(character.line, What::TooManyCharacters, &name);
                continue;
            }
            let wanted = if name.is_ascii() { &name } else { &character.id };
            let id = slug(wanted, "visitor", &mut used);
            self.visitors.insert(character.id.clone(), (id, name));
        }
        if self.visitors.is_empty() {
            self.visitors.insert(String::new(), ("visitor".to_owned(), self.words.visitor.to_owned()));
        }
    }

    /// Levels one after the other, from the last to the first, for each must know where the next begins.
    fn levels(&mut self, levels: &[Vec<Dialogue>]) -> Result<(), ImportError> {
        let mut rows: Vec<Vec<&Dialogue>> = Vec::new();
        for level in levels {
            let sound = level.iter().filter(|dialogue| starts(dialogue).next().is_some());
            let mut level: Vec<&Dialogue> = sound.collect();
            // A way to leave takes a key as well.
            let most = if level.iter().any(|dialogue| dialogue.optional) { MAX_OPTIONS - 1 } else { MAX_OPTIONS };
            while level.len() > most {
                let rest = level.split_off(most);
                self.leave_out(rest[0].line, What::TooManySubjects, &rest[0].subject);
                rows.push(std::mem::replace(&mut level, rest));
            }
            if !level.is_empty() {
                rows.push(level);
            }
        }
        let mut next = "over".to_owned();
        let mut parts: Vec<Vec<(String, String)>> = Vec::new();
        for row in rows.iter().rev() {
            let before = std::mem::take(&mut self.out);
            next = match row.as_slice() {
                [only] if !only.optional => self.dialogue(only, &next)?,
                many => self.subjects(many, &next)?,
            };
            parts.push(std::mem::replace(&mut self.out, before));
        }
        self.out = parts.into_iter().rev().flatten().collect();
        Ok(())
    }

    /// Several dialogues in any order; where it begins.
    fn subjects(&mut self, row: &[&Dialogue], next: &str) -> Result<String, ImportError> {
        let id = slug("subjects", "", &mut self.ids);
        let mut topics = String::new();
        let mut used: IndexSet<String> = ["leave".to_owned()].into();
        let mut obligatory = Vec::new();
        let hub = std::mem::take(&mut self.out);
        for dialogue in row {
            let mut start = self.dialogue(dialogue, "return")?;
            if start == "return" {
                // Nothing of it is ever said.
                start = slug(&dialogue.id, "statement", &mut self.ids);
                self.node(&start, &[], "Line(say: \"……\", then: \"return\"),\n")?;
            }
            let topic = slug(&dialogue.id, "subject", &mut used);
            let subject = if dialogue.subject.is_empty() { &dialogue.id } else { &dialogue.subject };
            let say = titled(&(self.words.subject)(&comment_line(subject)), LONGEST_TEXT);
            let optional = if dialogue.optional { "\noptional: true," } else { "" };
            let _ = writeln!(topics, "\"{topic}\": (\nsay: {say},\nacts: [],\nstart: \"{start}\",{optional}\n),");
            self.options += 1;
            if !dialogue.optional {
                obligatory.push(format!("Chose(\"{id}\", \"{topic}\")"));
            }
        }
        let nodes = std::mem::replace(&mut self.out, hub);
        let leave = if row.iter().any(|dialogue| dialogue.optional) {
            let when = match obligatory.as_slice() {
                [] => String::new(),
                [only] => format!("when: {only}, "),
                many => format!("when: All([{}]), ", many.join(", ")),
            };
            self.options += 1;
            format!("leave: (say: {}, acts: [], {when}then: \"{next}\"),\n", quoted(self.words.leave))
        } else {
            String::new()
        };
        self.mark(next);
        let todo = self.words.todo;
        let body = format!("Topics(\ntopics: {{\n{topics}}},\n{leave}then: \"{next}\",\n),\n");
        self.node(&id, &[todo], &body)?;
        self.out.extend(nodes);
        Ok(id)
    }

    fn dialogue(&mut self, dialogue: &Dialogue, end: &str) -> Result<String, ImportError> {
        let mut here = Here {
            dialogue,
            end: end.to_owned(),
            lines: IndexMap::new(),
            forks: IndexMap::new(),
            open: VecDeque::new(),
            seen: IndexSet::new(),
            cut: circles(dialogue),
        };
        for (from, to) in here.cut.clone() {
            let line = dialogue.statements.get(from).map_or(dialogue.line, |statement| statement.line);
            self.leave_out(line, What::Circle, &format!("{from} → {to}"));
        }
        let notes: Vec<String> = [Some(&dialogue.subject), dialogue.comment.as_ref()]
            .into_iter()
            .flatten()
            .filter(|note| !note.is_empty())
            .map(|note| comment_line(note))
            .collect();
        let begin = self.out.len();
        let first = self.follow(&mut here, starts(dialogue).collect(), false, dialogue.line);
        while let Some(job) = here.open.pop_front() {
            self.job(&mut here, job)?;
        }
        let own = &mut self.out[begin..];
        if let Some(at) = own.iter().position(|(id, _)| *id == first) {
            own[..=at].rotate_right(1);
        }
        if let Some((_, text)) = own.first_mut() {
            let notes: String = notes.iter().map(|note| format!("// {note}\n")).collect();
            *text = format!("\n{notes}{text}");
        }
        for statement in dialogue.statements.values() {
            if !here.seen.contains(statement.id.as_str()) {
                self.leave_out(statement.line, What::Unreached, &statement.text);
            }
        }
        Ok(first)
    }

    /// Notes that a node leads there.
    pub(super) fn mark(&mut self, target: &str) {
        self.over |= target == "over";
    }

    /// The scenario ends after a statement: an ending of its own, called by its first words.
    fn ending(&mut self, statement: &Statement, id: &str) -> Result<(), ImportError> {
        const TITLE: usize = 16;
        let title: String =
            statement.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(TITLE).collect();
        let title = if readable(&title) { title } else { self.words.over.to_owned() };
        let body = format!("End(outcome: Unresolved, title: {}, say: {}),\n", quoted(&title), quoted(self.words.over));
        self.node(id, &[], &body)
    }

    fn job<'s>(&mut self, here: &mut Here<'s>, job: Job<'s>) -> Result<(), ImportError> {
        match job {
            Job::Line(statement, id) => {
                let then = self.after(here, statement);
                let who = match &statement.speaker {
                    Speaker::Situation => None,
                    Speaker::Computer(Some(who)) => self.visitors.get(who).map(|(id, _)| id.clone()),
                    _ => self.visitors.first().map(|(_, (id, _))| id.clone()),
                };
                let who = who.map_or_else(String::new, |who| format!("who: \"{who}\",\n"));
                let changes = self.vars.changes(&statement.effects);
                let notes = statement.comment.iter().map(String::as_str).collect::<Vec<_>>();
                let mut said = pieces(&statement.text);
                let say = text(said.pop().unwrap_or_default());
                let mut id = id;
                for piece in said {
                    let next = slug(&id, "statement", &mut self.ids);
                    self.node(&id, &[], &format!("Line(\n{who}say: {},\nthen: \"{next}\",\n),\n", text(piece)))?;
                    id = next;
                }
                self.node(&id, &notes, &format!("Line(\n{who}say: {say},\n{changes}then: \"{then}\",\n),\n"))
            }
            Job::Told(statement, id) => {
                let then = self.after(here, statement);
                let changes = self.vars.changes(&statement.effects);
                let say = titled(&(self.words.said)(statement.text.trim()), LONGEST_TEXT);
                let notes = statement.comment.iter().map(String::as_str).collect::<Vec<_>>();
                self.node(&id, &notes, &format!("Line(\nsay: {say},\n{changes}then: \"{then}\",\n),\n"))
            }
            Job::Choice(players, may_leave, id) => {
                let mut options = String::new();
                let mut used: IndexSet<String> = ["leave".to_owned()].into();
                for (statement, when) in players {
                    let then = self.after(here, statement);
                    let changes = self.vars.changes(&statement.effects);
                    let own = slug(&statement.id, "option", &mut used);
                    let when = when.map_or_else(String::new, |when| format!("when: {when},\n"));
                    let say = text(&statement.text);
                    if let Some(comment) = &statement.comment {
                        let _ = writeln!(options, "// {}", comment_line(comment));
                    }
                    let _ =
                        writeln!(options, "(id: \"{own}\",\nsay: {say},\nacts: [],\n{when}{changes}then: \"{then}\"),");
                    self.options += 1;
                }
                if may_leave {
                    let say = quoted(self.words.leave);
                    let _ = writeln!(options, "(id: \"leave\", say: {say}, acts: [], then: \"{}\"),", here.end);
                    self.mark(&here.end.clone());
                    self.options += 1;
                }
                self.node(&id, &[self.words.todo], &format!("OrderedChoice([\n{options}]),\n"))
            }
            Job::Branch(ways, otherwise, id) => {
                let ways = ways.iter().map(|(when, then)| format!("(when: {when}, then: \"{then}\"),\n"));
                let ways: String = ways.collect();
                self.node(&id, &[], &format!("Branch(\nways: [\n{ways}],\notherwise: \"{otherwise}\",\n),\n"))
            }
            Job::End(statement, id) => self.ending(statement, &id),
            Job::Leave(on, id) => {
                self.mark(&here.end.clone());
                self.options += 2;
                let (go_on, leave) = (quoted(self.words.go_on), quoted(self.words.leave));
                let body = format!(
                    "OrderedChoice([\n(id: \"go_on\", say: {go_on}, acts: [], then: \"{on}\"),\n(id: \"leave\", say: {leave}, acts: [], then: \"{}\"),\n]),\n",
                    here.end
                );
                self.node(&id, &[self.words.todo], &body)
            }
        }
    }

    fn node(&mut self, id: &str, notes: &[&str], body: &str) -> Result<(), ImportError> {
        let notes: String = notes.iter().map(|note| format!("// {}\n", comment_line(note))).collect();
        let text = format!("{notes}\"{id}\": {body}");
        self.size += text.len();
        self.out.push((id.to_owned(), text));
        let fits = self.out.len() <= MOST_NODES && self.size as u64 <= MAX_FILE_BYTES;
        if fits { Ok(()) } else { Err(ImportError::TooLarge) }
    }

    fn whole(mut self, story: &Story) -> Result<Imported, ImportError> {
        let language = match &story.language {
            None => self.words.language,
            Some((code, line)) => match code.parse::<Locale>() {
                Ok(locale) => locale.tag(),
                Err(_) => {
                    self.left_out.push(LeftOut::new(*line, What::Language, code));
                    self.words.language
                }
            },
        };
        if self.over {
            let over = quoted(self.words.over);
            self.node("over", &[], &format!("End(outcome: Unresolved, title: {over}, say: {over}),\n"))?;
        }
        let mut text = String::new();
        for line in self.words.header_uudsl.lines() {
            let _ = writeln!(text, "// {line}");
        }
        let title = story.title.as_deref().filter(|title| readable(title)).unwrap_or(self.words.untitled);
        let _ = write!(
            text,
            "Scenario(\ntitle: {},\nlanguage: \"{language}\",\nfamily: \"{FAMILY}\",\n",
            titled(title, LONGEST_TITLE)
        );
        if let Some(difficulty) = story.difficulty {
            let _ = writeln!(text, "difficulty: {difficulty},");
        }
        if !story.authors.is_empty() {
            let _ = writeln!(text, "author: {},", titled(&story.authors.join(", "), LONGEST_TITLE));
        }
        text.push_str("plays_on: \"2026-01-05\",\n");
        if readable(&story.description) {
            let _ = writeln!(text, "briefing: {},", titled(&story.description, LONGEST_TEXT));
        }
        text.push_str("\nvisitors: {\n");
        for (id, name) in self.visitors.values() {
            let name = if readable(name) { name.as_str() } else { self.words.visitor };
            let _ = writeln!(text, "\"{id}\": (name: {}),", titled(name, LONGEST_NAME));
        }
        text.push_str("},\n");
        if !self.vars.by_key.is_empty() {
            text.push_str("vars: {\n");
            for var in self.vars.by_key.values() {
                let _ = writeln!(text, "// {}", comment_line(&var.name));
                for (number, meaning) in var.texts.iter().enumerate() {
                    let _ = writeln!(text, "// {number} = {}", comment_line(meaning));
                }
                let _ = writeln!(text, "\"{}\": (min: {}, max: {}, start: {}),", var.id, var.min, var.max, var.start);
            }
            text.push_str("},\n");
        }
        let nodes: String = self.out.iter().map(|(_, node)| node.as_str()).collect();
        let _ = write!(text, "\nnodes: {{\n{nodes}}},\n)\n");
        let scenario = tidied(text)?;
        self.left_out.append(&mut self.vars.left_out);
        self.left_out.sort_by_key(|one| one.line);
        self.left_out.dedup();
        Ok(Imported {
            scenario,
            passages: self.statements,
            options: self.options,
            reach: None,
            left_out: self.left_out,
        })
    }
}

/// The starts that there are.
pub(super) fn starts(dialogue: &Dialogue) -> impl Iterator<Item = &str> {
    dialogue.starts.iter().map(String::as_str).filter(|id| dialogue.statements.contains_key(*id))
}

/// A text of a statement; one that says nothing still stands there.
fn text(text: &str) -> String {
    if readable(text) { titled(text, LONGEST_TEXT) } else { "\"……\"".to_owned() }
}
