//! What follows a statement: a line, a choice, a branch, or the end of its dialogue.

use super::vars::Truth;
use super::write::{Here, Job, Writer, starts};
use super::{Dialogue, Speaker, Statement};
use crate::authoring::import::{What, slug};
use crate::scenario::model::MAX_OPTIONS;
use indexmap::{IndexMap, IndexSet};

impl Writer<'_> {
    /// The node at which one of these statements follows; they are given in their order.
    pub(super) fn follow<'s>(
        &mut self,
        here: &mut Here<'s>,
        ids: Vec<&'s str>,
        may_leave: bool,
        line: usize,
    ) -> String {
        let row = (ids, may_leave);
        if let Some(known) = here.forks.get(&row) {
            return known.clone();
        }
        let target = self.fork(here, &row.0, may_leave, line);
        self.mark(&target);
        here.forks.insert(row, target.clone());
        target
    }

    pub(super) fn fork<'s>(&mut self, here: &mut Here<'s>, ids: &[&'s str], may_leave: bool, line: usize) -> String {
        let (mut players, mut others) = (Vec::new(), Vec::new());
        for id in ids {
            let Some(statement) = here.dialogue.statements.get(*id) else {
                self.leave_out(line, What::Nowhere, id);
                continue;
            };
            let when = match statement.condition.as_ref().map(|condition| self.vars.when(condition)) {
                None | Some(Truth::Always) => None,
                Some(Truth::When(when)) => Some(when),
                Some(Truth::Never) => {
                    self.leave_out(statement.line, What::Condition, &statement.text);
                    // It was looked at, though it can never be reached.
                    here.seen.insert(&statement.id);
                    continue;
                }
            };
            let of_kind = if statement.speaker == Speaker::Player { &mut players } else { &mut others };
            of_kind.push((statement, when));
        }
        if players.len() > MAX_OPTIONS - usize::from(may_leave) {
            for (statement, _) in players.split_off(MAX_OPTIONS - usize::from(may_leave)) {
                self.leave_out(statement.line, What::TooManyLinks, &statement.text);
                here.seen.insert(&statement.id);
            }
        }
        if players.is_empty() {
            let on = self.others(here, others);
            // Without a choice ahead, the trainee chooses whether to hear on.
            if !may_leave || on == here.end {
                return on;
            }
            let id = slug(&format!("{}_on", here.dialogue.id), "on", &mut self.ids);
            here.open.push_back(Job::Leave(on, id.clone()));
            return id;
        }
        let choice = match players.as_slice() {
            [(only, _)] if !may_leave => {
                self.leave_out(only.line, What::OnlyWay, &only.text);
                self.line(here, only)
            }
            _ => {
                let first = players[0].0;
                let id = slug(&format!("{}_choice", first.id), "choice", &mut self.ids);
                here.open.push_back(Job::Choice(players, may_leave, id.clone()));
                id
            }
        };
        // The computer goes first where its condition holds.
        let mut ways = Vec::new();
        for (statement, when) in others {
            match when {
                Some(when) => ways.push((when, self.line(here, statement))),
                None => {
                    self.leave_out(statement.line, What::Rival, &statement.text);
                    here.seen.insert(&statement.id);
                }
            }
        }
        self.branch(here, ways, choice)
    }

    /// One of several statements that nobody chooses: the first whose condition holds, else one by chance.
    pub(super) fn others<'s>(&mut self, here: &mut Here<'s>, others: Vec<(&'s Statement, Option<String>)>) -> String {
        let free = others.iter().filter(|(_, when)| when.is_none()).count();
        let mut ways = Vec::new();
        let mut left = free;
        let mut last = None;
        let (bound, unbound): (Vec<_>, Vec<_>) = others.into_iter().partition(|(_, when)| when.is_some());
        for (statement, when) in bound {
            let target = self.line(here, statement);
            ways.extend(when.map(|when| (when, target.clone(), statement)));
        }
        let mut written: Vec<(String, String)> = Vec::new();
        if free == 0
            && let Some((_, target, statement)) = ways.pop()
        {
            // Somewhere the talk must go on.
            self.leave_out(statement.line, What::Otherwise, &statement.text);
            last = Some(target);
        }
        written.extend(ways.into_iter().map(|(when, target, _)| (when, target)));
        for (statement, _) in unbound {
            let target = self.line(here, statement);
            if left == 1 {
                last = Some(target);
            } else {
                written.push((format!("Chance({})", share(left)), target));
            }
            left -= 1;
        }
        match last {
            Some(last) => self.branch(here, written, last),
            None => here.end.clone(),
        }
    }

    pub(super) fn branch(&mut self, here: &mut Here, ways: Vec<(String, String)>, otherwise: String) -> String {
        if ways.is_empty() {
            return otherwise;
        }
        let id = slug(&format!("{}_fork", here.dialogue.id), "fork", &mut self.ids);
        here.open.push_back(Job::Branch(ways, otherwise, id.clone()));
        id
    }

    /// The node of a statement that is said without a choice.
    pub(super) fn line<'s>(&mut self, here: &mut Here<'s>, statement: &'s Statement) -> String {
        if let Some(known) = here.lines.get(statement.id.as_str()) {
            return known.clone();
        }
        let id = slug(&statement.id, "statement", &mut self.ids);
        here.lines.insert(&statement.id, id.clone());
        here.open.push_back(match statement.speaker {
            Speaker::Player => Job::Told(statement, id.clone()),
            _ => Job::Line(statement, id.clone()),
        });
        id
    }

    /// Where the talk goes after a statement.
    pub(super) fn after<'s>(&mut self, here: &mut Here<'s>, statement: &'s Statement) -> String {
        if here.seen.insert(&statement.id) {
            self.statements += 1;
            // Alone on its level there is nowhere to jump to.
            if statement.interleave && here.end == "return" {
                self.leave_out(statement.line, What::JumpPoint, &statement.text);
            }
        }
        if statement.end {
            let id = slug(&format!("{}_end", statement.id), "end", &mut self.ids);
            here.open.push_back(Job::End(statement, id.clone()));
            return id;
        }
        let (id, cut) = (statement.id.as_str(), &here.cut);
        let ids: Vec<&'s str> =
            statement.responses.iter().map(String::as_str).filter(|to| !cut.contains(&(id, *to))).collect();
        if ids.is_empty() {
            let end = here.end.clone();
            self.mark(&end);
            return end;
        }
        self.follow(here, ids, statement.early_end, statement.line)
    }
}

/// One of so many, as a probability.
fn share(of: usize) -> f64 {
    (1000.0 / of.max(1) as f64).round() / 1000.0
}

/// The ways that lead back to where one came from, found by walking from the starts.
pub(super) fn circles(dialogue: &Dialogue) -> IndexSet<(&str, &str)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Colour {
        Open,
        Done,
    }
    let mut cut = IndexSet::new();
    let mut colours: IndexMap<&str, Colour> = IndexMap::new();
    for start in starts(dialogue) {
        if colours.contains_key(start) {
            continue;
        }
        colours.insert(start, Colour::Open);
        let mut trail: Vec<(&str, usize)> = vec![(start, 0)];
        while let Some((id, at)) = trail.last_mut() {
            let (id, way) = (*id, dialogue.statements.get(*id).and_then(|statement| statement.responses.get(*at)));
            *at += 1;
            let Some(to) = way.map(String::as_str) else {
                colours.insert(id, Colour::Done);
                trail.pop();
                continue;
            };
            if !dialogue.statements.contains_key(to) {
                continue;
            }
            match colours.get(to) {
                None => {
                    colours.insert(to, Colour::Open);
                    trail.push((to, 0));
                }
                Some(Colour::Open) => {
                    cut.insert((id, to));
                }
                Some(Colour::Done) => {}
            }
        }
    }
    cut
}
