//! Who has the floor: what is being said since the trainee's last turn, and what it leaves open.

use crate::vocabulary::{Cue, Manner, Risk, VisitorIx};
use smallvec::SmallVec;

#[derive(Clone, Copy, Debug)]
struct Utterance {
    who: Option<VisitorIx>,
    start_ms: u64,
    end_ms: u64,
    stirred: bool,
    manner: Manner,
}

/// What is being said since the trainee's last turn.
#[derive(Clone, Debug, Default)]
pub struct Floor {
    lines: SmallVec<[Utterance; 4]>,
    /// Visitors whose shown feeling has not been answered, each once.
    pains: SmallVec<[VisitorIx; 4]>,
    question: bool,
    risk: bool,
    /// A weapon or violence has been shown, and nobody has seen to it.
    armed: bool,
    last_speaker: Option<VisitorIx>,
    ends_ms: u64,
    /// Some of it was skipped.
    skipped: bool,
}

impl Floor {
    /// A line (`who: None`: narration) begins.
    pub fn speak(&mut self, who: Option<VisitorIx>, start_ms: u64, speech_ms: u32, (manner, cues): (Manner, &[Cue])) {
        let (mut stirred, mut asks) = (false, false);
        for cue in cues {
            match cue {
                Cue::Feeling(_) | Cue::Vent | Cue::Deflected(_) | Cue::Careless => stirred = true,
                Cue::Question | Cue::Test => asks = true,
                Cue::Risk(risk) => {
                    self.risk = true;
                    self.armed |= matches!(risk, Risk::Weapon | Risk::Violence);
                }
                _ => {}
            }
        }
        let end_ms = start_ms + u64::from(speech_ms);
        self.ends_ms = end_ms;
        self.lines.push(Utterance { who, start_ms, end_ms, stirred, manner });
        let Some(who) = who else { return };
        self.last_speaker = Some(who);
        if stirred {
            self.hurt(who);
        }
        self.question |= asks;
    }

    /// This visitor has been hurt and waits for a word on it.
    pub fn hurt(&mut self, who: VisitorIx) {
        if !self.in_pain(who) {
            self.pains.push(who);
        }
    }

    /// When the last line will have been said; 0 before any.
    pub fn ends_ms(&self) -> u64 {
        self.ends_ms
    }

    pub fn last_speaker(&self) -> Option<VisitorIx> {
        self.last_speaker
    }

    pub fn question(&self) -> bool {
        self.question
    }

    /// A sign of danger has been shown and nobody has seen to it.
    pub fn risk(&self) -> bool {
        self.risk
    }

    /// Somebody sees to the danger.
    pub fn see_to_risk(&mut self) {
        (self.risk, self.armed) = (false, false);
    }

    /// A weapon or violence has been shown, and nobody has seen to it.
    pub fn is_armed(&self) -> bool {
        self.armed
    }

    /// How this visitor spoke last, since the trainee's last turn.
    pub fn manner_of(&self, who: VisitorIx) -> Option<Manner> {
        self.lines.iter().rev().find(|line| line.who == Some(who)).map(|line| line.manner)
    }

    pub fn in_pain(&self, who: VisitorIx) -> bool {
        self.pains.contains(&who)
    }

    /// Visitors whose shown feeling has not been answered.
    pub fn pains(&self) -> &[VisitorIx] {
        &self.pains
    }

    /// The feeling of this visitor (`None`: of everybody) has been answered.
    pub fn soothe(&mut self, who: Option<VisitorIx>) {
        self.pains.retain(|one| who.is_some_and(|who| who != *one));
    }

    /// Who is cut off at this instant, and which share (thousandths) of what visitors say stays unsaid.
    pub fn cut_at(&self, now_ms: u64) -> Option<(VisitorIx, u16)> {
        if self.ends_ms <= now_ms {
            return None;
        }
        let spoken = || self.lines.iter().filter(|line| line.who.is_some());
        let first = spoken().find(|line| line.end_ms > now_ms)?.who?;
        let total: u64 = spoken().map(|line| line.end_ms - line.start_ms).sum();
        let unsaid: u64 = spoken().map(|line| line.end_ms.saturating_sub(line.start_ms.max(now_ms))).sum();
        let share = (unsaid * 1000).checked_div(total)?;
        Some((first, share.min(1000) as u16))
    }

    /// Whoever is speaking falls silent: what comes next need not wait for the rest.
    pub fn stop(&mut self, now_ms: u64) {
        self.ends_ms = self.ends_ms.min(now_ms);
    }

    /// Who would have spoken between these instants, and which share (thousandths) of what visitors say went unheard.
    pub fn skip(&mut self, from_ms: u64, to_ms: u64) -> Option<(VisitorIx, u16)> {
        let spoken = || self.lines.iter().filter(|line| line.who.is_some());
        let within = |line: &Utterance| line.end_ms.min(to_ms).saturating_sub(line.start_ms.max(from_ms));
        let first = spoken().find(|line| within(line) > 0)?.who?;
        let total: u64 = spoken().map(|line| line.end_ms - line.start_ms).sum();
        let unheard: u64 = spoken().map(within).sum();
        self.skipped = true;
        let share = (unheard * 1000).checked_div(total)?;
        Some((first, share.min(1000) as u16))
    }

    /// Who has said their lines to somebody who heard them to the end, and whether those were stirring ones.
    pub fn finished(&self) -> impl Iterator<Item = (VisitorIx, bool)> + '_ {
        let heard = if self.skipped { &[][..] } else { &self.lines[..] };
        heard.iter().filter_map(|line| Some((line.who?, line.stirred)))
    }

    /// The turn is over: what was open is settled; the clock of speech goes on.
    pub fn clear(&mut self) {
        self.lines.clear();
        self.pains.clear();
        (self.question, self.risk, self.armed, self.skipped) = (false, false, false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_off_measures_what_visitors_left_unsaid() {
        let mut floor = Floor::default();
        let who = VisitorIx(0);
        floor.speak(None, 0, 1000, (Manner::Plain, &[]));
        floor.speak(Some(who), 1000, 4000, (Manner::Plain, &[Cue::Vent]));
        assert_eq!(floor.cut_at(2000), Some((who, 750)));
        assert_eq!(floor.cut_at(500), Some((who, 1000)));
        assert_eq!(floor.cut_at(5000), None);
        assert!(floor.in_pain(who));
        floor.soothe(Some(who));
        assert!(!floor.in_pain(who));
    }

    #[test]
    fn what_is_skipped_is_measured_and_nobody_has_spoken_out_then() {
        let mut floor = Floor::default();
        let who = VisitorIx(0);
        floor.speak(Some(who), 0, 4000, (Manner::Plain, &[Cue::Vent]));
        assert_eq!(floor.skip(4000, 9000), None, "there was nothing left to skip");
        assert_eq!(floor.finished().count(), 1);
        assert_eq!(floor.skip(1000, 4000), Some((who, 750)));
        assert_eq!(floor.finished().count(), 0);
        floor.clear();
        floor.speak(Some(who), 4000, 1000, (Manner::Plain, &[]));
        assert_eq!(floor.finished().count(), 1);
    }

    #[test]
    fn the_second_of_ten_lines_is_still_cut_off_and_still_finished() {
        let mut floor = Floor::default();
        (0..10).for_each(|who| floor.speak(Some(VisitorIx(who)), u64::from(who) * 1000, 1000, (Manner::Plain, &[])));
        assert_eq!(floor.cut_at(1000), Some((VisitorIx(1), 900)));
        assert_eq!(floor.finished().map(|(who, _)| who.0).collect::<Vec<_>>(), (0..10).collect::<Vec<_>>());
    }

    #[test]
    fn a_fifth_in_pain_waits_for_a_word_like_the_first() {
        let mut floor = Floor::default();
        (0..5).for_each(|who| floor.hurt(VisitorIx(who)));
        assert!(floor.in_pain(VisitorIx(4)));
        floor.soothe(Some(VisitorIx(0)));
        assert_eq!(floor.pains().len(), 4);
    }
}
