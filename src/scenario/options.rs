//! Options as written, wherever they stand: in a choice, as a subject of `Topics`, or as the way to leave them.

use super::model::Judged;
use super::source::{Allow, Entries, Feel, NodeSource, OptionSource, Str, TopicSource, WhenSource};
use crate::procedure::Ruling;
use ron::value::RawValue;
use std::borrow::Cow;

/// What the leave of `Topics` is called where the author gives it no other name.
pub const LEAVE: &str = "leave";

/// What all options have in common.
#[derive(Clone, Copy)]
pub struct Written<'s, 'a> {
    pub id: Option<&'s Str<'a>>,
    pub say: Option<&'s Str<'a>>,
    pub gesture: Option<&'s Str<'a>>,
    pub desk: Option<&'s Str<'a>>,
    pub acts: &'s [&'a RawValue],
    pub to: Option<&'s Str<'a>>,
    pub when: Option<&'s WhenSource<'a>>,
    pub set: &'s Entries<Str<'a>, i64>,
    pub add: &'s Entries<Str<'a>, i64>,
    pub step: Option<&'a RawValue>,
    pub decides: &'s Entries<Str<'a>, Ruling>,
    pub law_says: &'s [Str<'a>],
    pub allow: &'s Allow<'a>,
    pub feel: &'s Feel<'a>,
    pub score: &'s Entries<Str<'a>, Judged>,
    pub why: Option<&'s Str<'a>>,
}

impl<'s, 'a> Written<'s, 'a> {
    pub fn option(option: &'s OptionSource<'a>) -> Self {
        Self {
            id: option.id.as_ref(),
            say: option.say.as_ref(),
            gesture: option.gesture.as_ref(),
            desk: option.desk.as_ref(),
            acts: &option.acts,
            to: option.to.as_ref(),
            when: option.when.as_ref(),
            set: &option.set,
            add: &option.add,
            step: option.step,
            decides: &option.decides,
            law_says: &option.law_says,
            allow: &option.allow,
            feel: &option.feel,
            score: &option.score,
            why: option.why.as_ref(),
        }
    }

    pub fn topic(id: &'s Str<'a>, topic: &'s TopicSource<'a>) -> Self {
        Self {
            id: Some(id),
            say: topic.say.as_ref(),
            gesture: topic.gesture.as_ref(),
            desk: topic.desk.as_ref(),
            acts: &topic.acts,
            to: topic.to.as_ref(),
            when: topic.when.as_ref(),
            set: &topic.set,
            add: &topic.add,
            step: topic.step,
            decides: &topic.decides,
            law_says: &topic.law_says,
            allow: &topic.allow,
            feel: &topic.feel,
            score: &topic.score,
            why: topic.why.as_ref(),
        }
    }

    /// What is said or done.
    pub fn text(&self) -> Option<&'s Str<'a>> {
        self.say.or(self.gesture).or(self.desk)
    }
}

/// The options of a node in the order in which the session counts them; none where nothing is chosen.
pub fn options<'s, 'a>(node: &'s NodeSource<'a>) -> Vec<Written<'s, 'a>> {
    match node {
        NodeSource::Choice(options) | NodeSource::OrderedChoice(options) => {
            options.iter().map(Written::option).collect()
        }
        NodeSource::Topics { topics, leave, .. } => {
            let subjects = topics.0.iter().map(|(id, topic)| Written::topic(id, topic));
            subjects.chain(leave.as_deref().map(Written::option)).collect()
        }
        _ => Vec::new(),
    }
}

/// The id of the option at this place: its own, or what it is called without one.
pub fn id_of<'s>(node: &NodeSource<'_>, at: usize, written: &Written<'s, '_>) -> Cow<'s, str> {
    match (written.id, node) {
        (Some(id), _) => Cow::Borrowed(id.as_str()),
        (None, NodeSource::Topics { .. }) => Cow::Borrowed(LEAVE),
        (None, _) => Cow::Owned((at + 1).to_string()),
    }
}
