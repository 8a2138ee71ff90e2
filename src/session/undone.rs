//! What a step back leaves: the events that still count.

use super::event::Event;

/// The events that still count: what a step back undid is left out.
pub fn effective(events: &[Event]) -> Vec<Event> {
    let mut kept: Vec<Event> = Vec::with_capacity(events.len());
    for event in events {
        if let Event::SteppedBack { turn: before } = event {
            let undone = kept
                .iter()
                .position(|e| matches!(e, Event::Chose { turn, .. } | Event::Gestured { turn, .. } | Event::Filled { turn, .. } if turn >= before));
            if let Some(at) = undone {
                kept.truncate(turn_start(&kept, at));
            }
        } else {
            kept.push(*event);
        }
    }
    kept
}

/// A turn begins with what its timing showed, before the choice itself.
fn turn_start(events: &[Event], chose: usize) -> usize {
    let before = events[..chose].iter().rev();
    chose - before.take_while(|e| matches!(e, Event::Interrupted { .. } | Event::Paused { .. })).count()
}
