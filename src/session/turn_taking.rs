//! Turn-taking: the clock of the talk, who has the floor, and what the timing of the trainee's answer does.

use super::event::Event;
use super::floor::Floor;
use super::people::People;
use crate::vocabulary::Pause;

/// A share of speech left unsaid below this (thousandths) is an overlap, not an interruption.
pub const OVERLAP: u16 = 40;
/// From this share on (thousandths) the one who is cut off may react to it.
const CUT_OFF: u16 = 300;
/// Pauses shorter than this are the normal rhythm of talk.
const NOTABLE_PAUSE_MS: u64 = 1500;
/// Pauses longer than this look like being at a loss.
const HESITATION_MS: u64 = 12_000;
/// Without time pressure every answer comes so long after the visitor has finished.
const UNTIMED_BREATH_MS: u64 = 1500;

/// What the timing of an answer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    None,
    Interrupted,
    LongSilence,
}

/// How an answer comes.
#[derive(Clone, Copy, Debug)]
pub(super) struct AnswerTiming {
    /// How long after the last thing that was presented, in milliseconds.
    pub wait_ms: u32,
    /// False: nobody measures time.
    pub timed: bool,
    /// False where the trainee is seen writing: that leaves no silence.
    pub silence_counts: bool,
}

/// The talk as it goes back and forth.
#[derive(Clone, Debug, Default)]
pub(super) struct TurnTaking {
    clock_ms: u64,
    floor: Floor,
    interruptions: u8,
    /// Gestures since the trainee's last word.
    gestures: u8,
}

impl TurnTaking {
    /// Milliseconds since the session began, from the moves' waits.
    pub fn clock_ms(&self) -> u64 {
        self.clock_ms
    }

    pub fn floor(&self) -> &Floor {
        &self.floor
    }

    pub fn floor_mut(&mut self) -> &mut Floor {
        &mut self.floor
    }

    /// Times the trainee has cut somebody off.
    pub fn interruptions(&self) -> u8 {
        self.interruptions
    }

    /// A gesture without a word is made; tells how many came before it since the last word.
    pub fn gesture(&mut self) -> u8 {
        let before = self.gestures;
        self.gestures = before.saturating_add(1);
        before
    }

    /// When what comes next can begin: after the last line.
    pub fn next_ms(&self) -> u64 {
        self.floor.ends_ms().max(self.clock_ms)
    }

    /// Others sit down: nobody has spoken yet.
    pub fn begin_visit(&mut self) {
        self.floor = Floor::default();
    }

    /// Time passes without anybody's turn.
    pub fn wait(&mut self, wait_ms: u32) {
        self.clock_ms += u64::from(wait_ms);
    }

    /// Lets time pass without hearing what is said in the end of it.
    pub fn skip(&mut self, wait_ms: u32, skip_ms: u32, timed: bool, events: &mut Vec<Event>) {
        self.wait(wait_ms);
        let from = self.clock_ms;
        self.wait(skip_ms);
        if timed && let Some((who, unheard)) = self.floor.skip(from, self.clock_ms) {
            events.push(Event::Skipped { who, unheard });
        }
    }

    /// Lets the clock run to the trainee's answer: who was cut off, who could finish, what silence there was.
    pub fn answer(&mut self, answer: AnswerTiming, people: &mut People, events: &mut Vec<Event>) -> Cut {
        let spoken = self.next_ms();
        let now = if answer.timed { self.clock_ms + u64::from(answer.wait_ms) } else { spoken + UNTIMED_BREATH_MS };
        (self.clock_ms, self.gestures) = (now, 0);
        people.fade_to(now, self.floor.last_speaker());
        let interrupted = if answer.timed { self.floor.cut_at(now) } else { None };
        self.floor.stop(now);
        if let Some((who, unsaid)) = interrupted.filter(|(_, unsaid)| *unsaid >= OVERLAP) {
            events.push(Event::Interrupted { who, unsaid });
            self.interruptions = self.interruptions.saturating_add(1);
            people.cut_off(who, unsaid);
            return if unsaid >= CUT_OFF { Cut::Interrupted } else { Cut::None };
        }
        self.floor.finished().for_each(|(who, stirred)| people.spoke_out(who, stirred));
        let gap = now.saturating_sub(spoken);
        if !answer.timed || !answer.silence_counts || gap < NOTABLE_PAUSE_MS {
            return Cut::None;
        }
        let kind = self.kind_of(gap);
        events.push(Event::Paused { ms: u32::try_from(gap).unwrap_or(u32::MAX), kind });
        if let Some(who) = self.floor.last_speaker() {
            people.met_silence(who, kind, gap);
        }
        if kind == Pause::AfterPain && gap >= HESITATION_MS { Cut::LongSilence } else { Cut::None }
    }

    /// What a pause of so many milliseconds means now.
    fn kind_of(&self, gap_ms: u64) -> Pause {
        match () {
            () if !self.floor.pains().is_empty() => Pause::AfterPain,
            () if gap_ms >= HESITATION_MS => Pause::Hesitation,
            () if self.floor.question() => Pause::AfterQuestion,
            () => Pause::Breath,
        }
    }
}
