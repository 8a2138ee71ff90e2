//! How far the events of a session have been shown: lines take their time, cards wait for the trainee.

use crate::session::Event;
use crate::vocabulary::{NodeIx, PromiseIx, VisitIx};

/// Something that stops the play until the trainee goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Card {
    /// Days pass until the next visit.
    Meanwhile {
        /// Where they do.
        node: NodeIx,
        /// How many.
        days: u16,
        /// Promises that were kept meanwhile.
        kept: Vec<PromiseIx>,
        /// Promises that were not.
        broken: Vec<PromiseIx>,
        /// The next visit and its day, counted from day 0.
        next: Option<(VisitIx, u16)>,
    },
    /// The session is over.
    Ending {
        /// Which ending.
        node: NodeIx,
    },
}

/// A line on its way through the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech {
    /// The line.
    pub node: NodeIx,
    /// Which wording of it.
    pub variant: u8,
    /// On the clock of the session.
    pub from_ms: u64,
    /// How long it is spoken, in milliseconds.
    pub speech_ms: u32,
}

impl Speech {
    /// When it has been said, on the clock of the session.
    pub fn end_ms(&self) -> u64 {
        self.from_ms + u64::from(self.speech_ms)
    }
    /// Share said at this instant, 0..1.
    pub fn said(&self, now_ms: u64) -> f32 {
        if self.speech_ms == 0 || now_ms >= self.end_ms() {
            return 1.0;
        }
        now_ms.saturating_sub(self.from_ms) as f32 / self.speech_ms as f32
    }
}

/// The first events of a session that have been shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Playhead {
    shown: usize,
    speech: Option<Speech>,
    card: Option<Card>,
}

impl Playhead {
    /// A playhead that has shown all these events, as when a session is resumed: the last line has been said.
    pub fn at_end(events: &[Event]) -> Self {
        let mut head = Self::default();
        while head.shown < events.len() {
            head.advance(events, u64::MAX / 2);
            if matches!(head.card, Some(Card::Ending { .. })) {
                break;
            }
            head.dismiss(events);
        }
        head
    }

    /// How many events have been shown.
    pub const fn shown(&self) -> usize {
        self.shown
    }
    /// The line under way, or the last one.
    pub const fn speech(&self) -> Option<Speech> {
        self.speech
    }
    /// What waits to be read.
    pub const fn card(&self) -> Option<&Card> {
        self.card.as_ref()
    }

    /// Shows what is due; true if anything new was.
    pub fn advance(&mut self, events: &[Event], now_ms: u64) -> bool {
        let (shown, had_card) = (self.shown, self.card.is_some());
        while self.card.is_none()
            && let Some(event) = events.get(self.shown)
        {
            let quiet = self.speech.is_none_or(|speech| now_ms >= speech.end_ms());
            match *event {
                Event::Said { node, variant, at_ms, speech_ms } => {
                    let free = self.speech.map_or(0, |speech| speech.end_ms());
                    // The trainee's turn cuts off what was being said.
                    let from_ms = if self.speech_cut(events) { at_ms } else { at_ms.max(free) };
                    if now_ms < from_ms {
                        break;
                    }
                    self.speech = Some(Speech { node, variant, from_ms, speech_ms });
                    self.shown += 1;
                }
                Event::TimePassed { node, days } if quiet => {
                    self.card = Some(meanwhile(node, days, &events[self.shown + 1..]));
                }
                Event::Ended { node } if quiet => self.card = Some(Card::Ending { node }),
                Event::TimePassed { .. } | Event::Ended { .. } => break,
                _ => self.shown += 1,
            }
        }
        shown != self.shown || had_card != self.card.is_some()
    }

    /// True if the trainee took a turn since the line at hand began.
    fn speech_cut(&self, events: &[Event]) -> bool {
        events[..self.shown]
            .iter()
            .rev()
            .take_while(|event| !matches!(event, Event::Said { .. }))
            .any(|event| matches!(event, Event::Chose { .. } | Event::Filled { .. } | Event::SteppedBack { .. }))
    }

    /// The trainee has read the card.
    pub fn dismiss(&mut self, events: &[Event]) {
        if self.card.take().is_some() {
            self.shown = (self.shown + 1).min(events.len());
            self.speech = None;
        }
    }

    /// The clock at which the next thing happens by itself.
    pub fn next_ms(&self, events: &[Event]) -> Option<u64> {
        self.card.is_none().then_some(())?;
        let end = self.speech.map(|speech| speech.end_ms());
        match events.get(self.shown)? {
            Event::Said { at_ms, .. } => Some(end.map_or(*at_ms, |end| end.max(*at_ms))),
            _ => end,
        }
    }
}

fn meanwhile(node: NodeIx, days: u16, after: &[Event]) -> Card {
    let (mut kept, mut broken, mut next) = (Vec::new(), Vec::new(), None);
    for event in after {
        match *event {
            Event::PromiseKept { promise } => kept.push(promise),
            Event::PromiseBroken { promise } => broken.push(promise),
            Event::VisitBegan { visit, day } => next = Some((visit, day)),
            Event::Said { .. }
            | Event::Offered { .. }
            | Event::Laid { .. }
            | Event::Ended { .. }
            | Event::TimePassed { .. } => break,
            _ => {}
        }
    }
    Card::Meanwhile { node, days, kept, broken, next }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Offer;

    fn said(node: u16, at_ms: u64, speech_ms: u32) -> Event {
        Event::Said { node: NodeIx(node), variant: 0, at_ms, speech_ms }
    }
    fn offered(node: u16, at_ms: u64) -> Event {
        Event::Offered { node: NodeIx(node), at_ms, options: Offer::default() }
    }

    #[test]
    fn lines_follow_each_other_and_never_talk_over_each_other() {
        let events = [said(0, 0, 2000), said(1, 0, 1000), offered(2, 0)];
        let mut head = Playhead::default();
        assert!(head.advance(&events, 0));
        assert_eq!(head.speech().map(|s| s.node), Some(NodeIx(0)));
        assert!(!head.advance(&events, 1999));
        assert!(head.advance(&events, 2000));
        assert_eq!(head.speech().map(|s| (s.node, s.from_ms)), Some((NodeIx(1), 2000)));
        assert_eq!(head.shown(), 3, "the options of a line are shown while it is being said");
    }

    #[test]
    fn a_turn_of_the_trainee_cuts_off_the_line_at_hand() {
        let chose = Event::Chose { turn: 1, at_ms: 500, node: NodeIx(1), option: 0 };
        let events = [said(0, 0, 9000), offered(1, 0), chose, said(2, 500, 1000)];
        let mut head = Playhead::default();
        head.advance(&events[..2], 0);
        head.advance(&events, 500);
        assert_eq!(head.speech().map(|s| (s.node, s.from_ms)), Some((NodeIx(2), 500)));
    }

    #[test]
    fn days_pass_only_after_the_last_word_and_wait_for_the_trainee() {
        let events = [
            said(0, 0, 1000),
            Event::TimePassed { node: NodeIx(1), days: 3 },
            Event::PromiseBroken { promise: PromiseIx(0) },
            Event::VisitBegan { visit: VisitIx(1), day: 3 },
            said(2, 1000, 1000),
        ];
        let mut head = Playhead::default();
        head.advance(&events, 999);
        assert_eq!(head.card(), None);
        head.advance(&events, 1000);
        let Some(Card::Meanwhile { days: 3, broken, next, .. }) = head.card() else { panic!("{head:?}") };
        assert_eq!((broken.as_slice(), *next), (&[PromiseIx(0)][..], Some((VisitIx(1), 3))));
        head.advance(&events, 99_000);
        assert_eq!(head.speech().map(|s| s.node), Some(NodeIx(0)), "the next visit waits behind the card");
        head.dismiss(&events);
        head.advance(&events, 1000);
        assert_eq!(head.speech().map(|s| s.node), Some(NodeIx(2)));
    }

    #[test]
    fn a_resumed_session_opens_where_it_was_with_the_last_line_said() {
        let events = [
            said(0, 0, 1000),
            Event::TimePassed { node: NodeIx(1), days: 3 },
            Event::VisitBegan { visit: VisitIx(1), day: 3 },
            said(2, 1000, 1000),
            offered(3, 1000),
        ];
        let head = Playhead::at_end(&events);
        assert_eq!((head.shown(), head.card()), (5, None));
        assert_eq!(head.speech().map(|s| s.node), Some(NodeIx(2)));
        let ended = [said(0, 0, 1000), Event::Ended { node: NodeIx(1) }];
        assert!(matches!(Playhead::at_end(&ended).card(), Some(Card::Ending { .. })));
    }
}
