//! What a step back undoes, said once: of the events of a session, in whatever form they are kept, and of what the
//! trainee did.

use super::event::Event;

/// What an event is to a step back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepBackMark {
    /// The trainee's turn with this number.
    Turn(u32),
    /// What its timing showed; it stands before the turn it belongs to.
    Timing,
    /// A step back to before the turn with this number.
    Back(u32),
    /// Neither a turn nor a step back.
    Other,
}

impl Event {
    /// What it is to a step back.
    pub const fn step_back_mark(&self) -> StepBackMark {
        match self {
            Self::Chose { turn, .. } | Self::Gestured { turn, .. } | Self::Filled { turn, .. } => {
                StepBackMark::Turn(*turn)
            }
            Self::Interrupted { .. } | Self::Paused { .. } => StepBackMark::Timing,
            Self::SteppedBack { turn } => StepBackMark::Back(*turn),
            _ => StepBackMark::Other,
        }
    }
}

/// What still counts, in order: what a step back undid is left out, and so is the step back.
pub fn still_counting<E>(events: impl IntoIterator<Item = E>, mark: impl Fn(&E) -> StepBackMark) -> Vec<E> {
    let mut kept: Vec<E> = Vec::new();
    for event in events {
        let StepBackMark::Back(before) = mark(&event) else {
            kept.push(event);
            continue;
        };
        let undone = kept.iter().position(|event| matches!(mark(event), StepBackMark::Turn(turn) if turn >= before));
        if let Some(at) = undone {
            let timing = kept[..at].iter().rev().take_while(|event| mark(event) == StepBackMark::Timing).count();
            kept.truncate(at - timing);
        }
    }
    kept
}

/// The events that still count.
pub fn effective(events: &[Event]) -> Vec<Event> {
    still_counting(events.iter().copied(), Event::step_back_mark)
}

/// How many of the first things that the trainee did came before the turn with this number; notes are no turns.
pub fn before_turn<T>(done: &[T], is_turn: impl Fn(&T) -> bool, number: u32) -> usize {
    let mut turns = 0;
    let from = done.iter().position(|one| {
        turns += u32::from(is_turn(one));
        is_turn(one) && turns >= number
    });
    from.unwrap_or(done.len())
}
