//! `Topics`: a choice whose options open subjects.

use super::super::diagnostic::Code;
use super::super::model::*;
use super::super::options::{LEAVE, Written};
use super::super::source::{Entries, OptionSource, Str, TopicSource};
use super::super::syntax::Step::{self, Field};
use super::nodes::NOWHERE;
use super::resolver::Resolver;

/// Fewer would be no choice; more have no key.
const FEWEST: usize = 2;

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn topics(
        &mut self,
        topics: &'s Entries<Str<'a>, TopicSource<'a>>,
        leave: Option<&'s OptionSource<'a>>,
        then: Option<&'s Str<'a>>,
        next: Option<Target>,
        path: &[Step; 2],
    ) -> Choice {
        let number = topics.0.len() + usize::from(leave.is_some());
        if !(FEWEST..=MAX_OPTIONS).contains(&number) && !self.diagnostics.is_blanked_below(path) {
            let span = self.diagnostics.here.clone();
            let problem =
                self.diagnostics.problem(Code::NumberOfTopics, span).with("number", number).with("max", MAX_OPTIONS);
            self.diagnostics.out.push(problem);
        }
        if leave.is_none() && !topics.0.is_empty() && topics.0.iter().all(|(_, topic)| topic.optional) {
            let span = self.diagnostics.here.clone();
            self.diagnostics.report(Code::AllOptional, span);
        }
        let then = self.target(then, next, "then", path);
        let mut hub = Hub { then, leave: None, obligatory: 0, again: 0 };
        let mut options: Vec<Opt> = Vec::with_capacity(number);
        for (n, (id, topic)) in topics.0.iter().enumerate().take(4 * MAX_OPTIONS) {
            let place = [path[0], path[1], Field("topics"), Field(id.as_str())];
            let mut option = self.option(&Written::topic(id, topic), String::new(), &place);
            option.then = match &topic.start {
                Some(_) => self.target(topic.start.as_ref(), None, "start", &place),
                None => {
                    self.diagnostics.missing("start", &place);
                    Target::Node(NOWHERE)
                }
            };
            let bit = 1u8.checked_shl(n as u32).unwrap_or(0);
            hub.obligatory |= if topic.optional { 0 } else { bit };
            hub.again |= if topic.again { bit } else { 0 };
            self.add_topic(&mut options, option, id);
        }
        if let Some(leave) = leave {
            let place = [path[0], path[1], Field("leave")];
            let mut option = self.option(&Written::option(leave), LEAVE.to_owned(), &place);
            option.then = match &leave.then {
                Some(_) => self.target(leave.then.as_ref(), None, "then", &place),
                None => then,
            };
            hub.leave = u8::try_from(options.len()).ok();
            if options.iter().any(|topic| topic.id == option.id) {
                let span = self.diagnostics.place(&place);
                self.diagnostics.report(Code::IdTwice, span).args.push(("name", option.id.as_str().into()));
            }
            options.push(option);
        }
        Choice { to: None, shuffled: false, options, hub: Some(hub) }
    }

    fn add_topic(&mut self, options: &mut Vec<Opt>, option: Opt, id: &Str) {
        if options.iter().any(|earlier| earlier.id == option.id) {
            let span = self.diagnostics.span(id);
            self.diagnostics.report(Code::IdTwice, span).args.push(("name", option.id.as_str().into()));
        }
        options.push(option);
    }
}
