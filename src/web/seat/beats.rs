//! What a browser shows one after the other since the trainee's last turn: lines at their times, cards between them.
//!
//! The window asks its playhead again at every picture; a browser is told the whole stretch at once and plays it alone.

use crate::session::{Event, effective};
use crate::showing::{Card, Playhead, Speech};

/// One stretch of time: a line on its way, or a card that waits for the trainee.
#[derive(Clone, Debug, PartialEq)]
pub struct Beat {
    /// So many of the events can be seen during it.
    pub shown: usize,
    /// The line that is being said, or was said last.
    pub speech: Option<Speech>,
    /// Time stands still until the trainee has read it.
    pub card: Option<Card>,
}

/// What is to be shown of a session, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beats {
    /// The events that still count.
    pub events: Vec<Event>,
    /// At least one, unless nothing has happened.
    pub beats: Vec<Beat>,
}

impl Beats {
    /// What is shown from the trainee's last turn on, where the session's clock stands at `clock_ms` after the last move.
    pub fn of(all: &[Event], clock_ms: u64) -> Self {
        let stepped_back = matches!(all.last(), Some(Event::SteppedBack { .. }));
        let events = effective(all);
        let turn = events.iter().rposition(is_turn);
        // A gesture's turn leaves the line at hand in the air; timing stands before the turn that it belongs to.
        let from =
            turn.map_or(0, |turn| events[..turn].iter().rposition(|event| !is_timing(event)).map_or(0, |at| at + 1));
        let moved_on = events[turn.map_or(0, |turn| turn + 1)..].iter().any(is_later_move);
        let mut head = Playhead::at_end(&events[..from]);
        let mut beats = Vec::new();
        let left_over = head.speech();
        let mut at_ms = 0;
        loop {
            let before = (head.speech(), head.card().is_some());
            head.advance(&events, at_ms);
            match head.card().cloned() {
                Some(card) => {
                    beats.push(Beat { shown: head.shown(), speech: head.speech(), card: Some(card.clone()) });
                    if matches!(card, Card::Ending { .. }) {
                        break;
                    }
                    head.dismiss(&events);
                }
                None => {
                    let speech = head.speech();
                    match beats.last_mut() {
                        // What follows a line without a line of its own is seen with it.
                        Some(Beat { shown, speech: before, card: None }) if *before == speech => *shown = head.shown(),
                        _ if speech == before.0
                            && speech == left_over
                            && speech.is_some()
                            && head.shown() < events.len() => {}
                        _ => beats.push(Beat { shown: head.shown(), speech, card: None }),
                    }
                    match head.next_ms(&events) {
                        Some(next) if next > at_ms => at_ms = next,
                        _ => break,
                    }
                }
            }
        }
        // Who has acted since has read the cards and heard what came before.
        if moved_on || stepped_back {
            beats.retain(|beat| !matches!(beat.card, Some(Card::Meanwhile { .. })));
            let begun = |beat: &Beat| beat.speech.is_none_or(|speech| speech.from_ms <= clock_ms);
            let at_hand = beats.iter().rposition(begun).unwrap_or(0);
            beats.drain(..at_hand);
        }
        Self { events, beats }
    }

    /// When the last of a person's lines will have been said, on the session's clock; `speaks`: whether a person does.
    pub fn spoken_until(&self, speaks: impl Fn(&Speech) -> bool) -> u64 {
        let ends = self.beats.iter().filter_map(|beat| beat.speech).filter(speaks).map(|speech| speech.end_ms());
        ends.max().unwrap_or(0)
    }

    /// The line that is being said at this instant of the session's clock.
    pub fn being_said(&self, at_ms: u64) -> Option<Speech> {
        let mut speeches = self.beats.iter().filter_map(|beat| beat.speech);
        speeches.rfind(|speech| speech.from_ms <= at_ms && at_ms < speech.end_ms())
    }
}

const fn is_turn(event: &Event) -> bool {
    matches!(event, Event::Chose { .. } | Event::Filled { .. } | Event::Gestured { .. })
}

const fn is_timing(event: &Event) -> bool {
    matches!(event, Event::Interrupted { .. } | Event::Paused { .. })
}

/// Something the trainee can do only after all that went before has been shown, and which is no turn.
const fn is_later_move(event: &Event) -> bool {
    matches!(event, Event::FactNoted { .. } | Event::Skipped { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Offer;
    use crate::vocabulary::{FactIx, NodeIx, VisitIx};

    fn said(node: u16, at_ms: u64, speech_ms: u32) -> Event {
        Event::Said { node: NodeIx(node), variant: 0, at_ms, speech_ms }
    }
    fn offered(at_ms: u64) -> Event {
        Event::Offered { node: NodeIx(9), at_ms, options: Offer::of(3) }
    }
    fn lines(beats: &Beats) -> Vec<(Option<u16>, bool)> {
        beats.beats.iter().map(|beat| (beat.speech.map(|speech| speech.node.0), beat.card.is_some())).collect()
    }

    #[test]
    fn lines_come_one_after_the_other_and_a_card_stands_between_two_visits() {
        let events = [
            said(0, 0, 1000),
            said(1, 1000, 2000),
            Event::TimePassed { node: NodeIx(2), days: 3 },
            Event::VisitBegan { visit: VisitIx(1), day: 3 },
            said(3, 3000, 500),
            offered(3000),
        ];
        let beats = Beats::of(&events, 0);
        assert_eq!(lines(&beats), [(Some(0), false), (Some(1), false), (Some(1), true), (Some(3), false)]);
        assert_eq!(beats.beats.last().map(|beat| beat.shown), Some(events.len()));
        assert_eq!(beats.spoken_until(|_| true), 3500);
        assert_eq!(beats.being_said(3100).map(|speech| speech.node), Some(NodeIx(3)));
    }

    #[test]
    fn after_a_turn_only_what_it_brought_is_shown_and_after_a_gesture_the_line_at_hand() {
        let chose = Event::Chose { turn: 1, at_ms: 1500, node: NodeIx(9), option: 0 };
        let events = [said(0, 0, 1000), offered(0), chose, said(1, 1500, 1000), offered(1500)];
        assert_eq!(lines(&Beats::of(&events, 1500)), [(Some(1), false)]);
        let nod = Event::Gestured { turn: 1, at_ms: 400, node: NodeIx(9), act: crate::vocabulary::ActIx(0) };
        let events = [said(0, 0, 1000), offered(0), nod];
        let beats = Beats::of(&events, 400);
        assert_eq!(lines(&beats), [(Some(0), false)]);
        assert_eq!(beats.beats[0].shown, 3);
        assert_eq!(Beats::of(&[], 0).spoken_until(|_| true), 0);
    }

    #[test]
    fn who_has_noted_something_has_read_the_card_before_it() {
        let mut events = vec![
            said(0, 0, 1000),
            Event::TimePassed { node: NodeIx(2), days: 3 },
            Event::VisitBegan { visit: VisitIx(1), day: 3 },
            said(3, 1000, 500),
            offered(1000),
        ];
        assert_eq!(lines(&Beats::of(&events, 0)).len(), 3);
        events.push(Event::FactNoted { fact: FactIx(0), at_ms: 1700 });
        assert_eq!(lines(&Beats::of(&events, 1700)), [(Some(3), false)]);
    }
}
