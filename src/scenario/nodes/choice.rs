//! The trainee's turn: options, and subjects to which the talk comes back.

use super::{AsNode, Exit, Target, Why};
use crate::scenario::model::{MAX_OPTIONS, Opt, When};
use crate::vocabulary::{Text, VisitorIx};

/// The trainee's turn.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The visitor spoken to; `None`: whoever spoke last.
    pub to: Option<VisitorIx>,
    /// False when the author fixed the order.
    pub shuffled: bool,
    /// 2–8.
    pub options: Vec<Opt>,
    /// Set where the options open subjects to which the talk comes back.
    pub hub: Option<Hub>,
}

/// What turns a choice into `Topics`: each option opens a subject, and the talk comes back until all are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hub {
    /// Where the talk goes on once nothing obligatory is left.
    pub then: Target,
    /// The option that goes on early.
    pub leave: Option<u8>,
    /// One bit an option: must have been opened before the talk goes on by itself.
    pub obligatory: u8,
    /// One bit an option: may be opened more than once.
    pub again: u8,
}

impl Choice {
    /// The options, one bit each.
    pub fn all(&self) -> u8 {
        ((1u16 << self.options.len().min(MAX_OPTIONS)) - 1) as u8
    }

    /// The options, one bit each, that may still come up after those in `chosen` have been taken.
    pub fn left(&self, chosen: u8) -> u8 {
        self.hub.map_or(self.all(), |hub| self.all() & (hub.leaving() | hub.again | !chosen))
    }
}

impl Hub {
    /// The option that goes on early, as a bit.
    fn leaving(&self) -> u8 {
        self.leave.and_then(|leave| 1u8.checked_shl(u32::from(leave))).unwrap_or(0)
    }

    /// Whether the talk goes on by itself: nothing obligatory is open, and the trainee has nothing left to decide.
    /// `open` and `chosen`: one bit an option.
    pub fn is_over(&self, open: u8, chosen: u8) -> bool {
        let leave = self.leaving();
        let (subjects, may_leave) = (open & !leave, open & leave != 0);
        subjects & self.obligatory & !chosen == 0 && !(may_leave && subjects != 0)
    }

    fn why(hub: Option<Self>, at: u8) -> Why {
        match hub {
            None => Why::Option(at),
            Some(hub) if hub.leave == Some(at) => Why::Leave(at),
            Some(_) => Why::Topic(at),
        }
    }
}

impl AsNode for Choice {
    fn kind_id(&self) -> &'static str {
        "node-choice"
    }

    fn exits(&self) -> Vec<Exit<'_>> {
        let options = (0..=u8::MAX).zip(&self.options).map(|(at, option)| Exit {
            to: option.then.into(),
            why: Hub::why(self.hub, at),
            when: option.when.as_ref(),
        });
        options.chain(self.hub.map(|hub| Exit::new(hub.then, Why::Done))).collect()
    }

    fn targets_mut(&mut self) -> Vec<&mut Target> {
        let options = self.options.iter_mut().map(|option| &mut option.then);
        options.chain(self.hub.iter_mut().map(|hub| &mut hub.then)).collect()
    }

    fn conditions(&self) -> Vec<&When> {
        self.options.iter().filter_map(|option| option.when.as_ref()).collect()
    }

    fn asks(&self) -> bool {
        true
    }

    fn option(&self, at: u8) -> Option<&Opt> {
        self.options.get(usize::from(at))
    }

    fn option_name(&self, at: u8) -> Option<String> {
        Some(self.option(at)?.id.clone())
    }

    fn texts(&self) -> Vec<&Text> {
        self.options.iter().filter_map(|option| option.text.author()).collect()
    }

    fn texts_mut(&mut self) -> Vec<(String, &mut Text)> {
        let mut texts = Vec::with_capacity(self.options.len());
        for option in &mut self.options {
            // A Fluent name begins with a letter.
            let name = match option.id.as_bytes().first() {
                Some(b'a'..=b'z') => format!(".{}", option.id),
                _ => format!(".option-{}", option.id),
            };
            let why = option.own.as_mut().map(|own| (format!("{name}-why"), &mut own.why));
            texts.extend(option.text.author_mut().map(|text| (name, text)));
            texts.extend(why);
        }
        texts
    }
}
