//! The people of a scenario: what each of them feels, who is in the room and who hears whom.

use super::event::Event;
use crate::procedure::{Collective, LawLibrary};
use crate::scenario::model::{Own, Scenario, Visitor};
use crate::visitor::appraisal;
use crate::visitor::sore_points;
use crate::visitor::{Mind, Room};
use crate::vocabulary::acts::Mechanic;
use crate::vocabulary::{Cue, Pause, Quantity, Snapshot, VisitorIx};

/// Everybody's mind, and the room in which some of them sit.
#[derive(Clone, Debug)]
pub(super) struct People {
    minds: Vec<Mind>,
    /// Who is present; who sees and hears whom.
    room: Room,
    /// Up to when feelings have been let fade, on the session clock.
    felt_ms: u64,
    /// A crowd's counts once.
    outbursts: u32,
    /// How many may speak for all, by the law of the day; `None`: it does not say.
    most_representatives: Option<usize>,
}

impl People {
    /// The visitors as they arrive, each a little different with each seed.
    pub fn arrive(scenario: &Scenario, seed: u64) -> Self {
        let minds = scenario.visitors.iter().zip(0..);
        let law = Collective::on(LawLibrary::shipped(), scenario.plays_on);
        Self {
            minds: minds.map(|(visitor, who)| Mind::new(visitor.persona.varied(seed, who))).collect(),
            room: Room::default(),
            felt_ms: 0,
            outbursts: 0,
            most_representatives: law.map(|(figures, _)| usize::from(figures.max_representatives)),
        }
    }

    pub fn minds(&self) -> &[Mind] {
        &self.minds
    }

    pub fn mind(&self, who: VisitorIx) -> Option<&Mind> {
        self.minds.get(who.at())
    }

    /// How much of something this visitor feels or believes; 0 where there is no such visitor.
    pub fn quantity(&self, who: VisitorIx, what: Quantity) -> f64 {
        self.mind(who).map_or(0.0, |mind| mind.quantity(what))
    }

    pub fn feelings(&self, who: VisitorIx) -> Snapshot {
        self.mind(who).map(Mind::snapshot).unwrap_or_default()
    }

    /// Who is present, in seating order.
    pub fn present(&self) -> &[VisitorIx] {
        self.room.seats()
    }

    /// Outbursts so far; a crowd's is one.
    pub fn outbursts(&self) -> u32 {
        self.outbursts
    }

    /// These sit down; after `another_day` they come in again with all they remember, not just from the next room.
    pub fn sit_down(&mut self, present: &[VisitorIx], another_day: bool, events: &mut Vec<Event>) {
        self.room.seat(present);
        for &who in present {
            if let Some(mind) = self.minds.get_mut(who.at()) {
                if another_day {
                    appraisal::remembers(mind);
                }
                events.push(Event::Felt { who, state: mind.snapshot() });
            }
        }
    }

    /// Lets feelings fade, and pass between those who are together, up to this instant of the session clock.
    pub fn fade_to(&mut self, now_ms: u64, speaker: Option<VisitorIx>) {
        let seconds = now_ms.saturating_sub(self.felt_ms) as f64 / 1000.0;
        self.felt_ms = now_ms;
        for who in self.room.seats() {
            if let Some(mind) = self.minds.get_mut(who.at()) {
                mind.tick(seconds);
            }
        }
        self.room.spread(&mut self.minds, speaker, seconds);
    }

    /// Days go by until somebody is met again; `heard_from`: a promise was kept meanwhile.
    pub fn sleep_on(&mut self, days: u16, heard_from: bool) {
        self.minds.iter_mut().for_each(|mind| mind.sleep_on(days, heard_from));
    }

    /// Everybody who hears what is said to `to`: who has been taken to another room meets nothing of it.
    pub fn each_who_hears(&mut self, to: Option<VisitorIx>, mut meets: impl FnMut(VisitorIx, &mut Mind)) {
        for &who in self.room.seats() {
            if hears(&self.room, who, to)
                && let Some(mind) = self.minds.get_mut(who.at())
            {
                meets(who, mind);
            }
        }
    }

    /// What was confided by this visitor has been told to `to`; if not to their face, they hear of it later.
    pub fn told_on(&mut self, whose: VisitorIx, to: Option<VisitorIx>) {
        let heard_it = self.present().contains(&whose) && hears(&self.room, whose, to);
        if !heard_it {
            self.change(whose, appraisal::hears_of_leak);
        }
    }

    /// What an act does to who sits where.
    pub fn rearrange(&mut self, mechanic: Option<Mechanic>, to: Option<VisitorIx>) {
        match (mechanic, to) {
            (Some(Mechanic::Representatives), _) => self.room.elect(&self.minds, self.most_representatives),
            (Some(Mechanic::QuietRoom), Some(to)) => self.room.take_aside(to),
            (Some(Mechanic::OneSpeaker), _) => self.room.agree_on_one_speaker(),
            _ => {}
        }
    }

    /// Somebody was cut off with this share (thousandths) unsaid.
    pub fn cut_off(&mut self, who: VisitorIx, unsaid: u16) {
        self.change(who, |mind| appraisal::interrupted(mind, f64::from(unsaid) / 1000.0));
    }

    /// Somebody could finish.
    pub fn spoke_out(&mut self, who: VisitorIx, stirred: bool) {
        self.change(who, |mind| appraisal::spoke_out(mind, stirred));
    }

    /// Nobody said a word for so long after they had finished.
    pub fn met_silence(&mut self, who: VisitorIx, kind: Pause, ms: u64) {
        self.change(who, |mind| appraisal::paused(mind, kind, ms as f64 / 1000.0));
    }

    /// A turn went by without a word on what they showed.
    pub fn stepped_over(&mut self, who: VisitorIx) {
        self.change(who, appraisal::stepped_over);
    }

    /// They say a line: what is sore in it stirs them, and shows at once.
    pub fn tells(&mut self, who: VisitorIx, cues: &[Cue], events: &mut Vec<Event>) {
        let sore = self.minds.get_mut(who.at()).is_some_and(|mind| sore_points::tells(mind, cues));
        if sore {
            self.show_one(who, events);
        }
    }

    /// Tells what one of them feels now, in the middle of a turn: a peak is seen though the turn ends lower.
    pub fn show_one(&self, who: VisitorIx, events: &mut Vec<Event>) {
        if let Some(mind) = self.mind(who) {
            events.push(Event::Felt { who, state: mind.snapshot() });
        }
    }

    /// They tell of having been turned away so many times.
    pub fn recalls_deflections(&mut self, who: VisitorIx, times: u8) {
        self.change(who, |mind| appraisal::recalls_deflections(mind, times));
    }

    /// They tell of a colleague's careless sentence.
    pub fn recalls_careless(&mut self, who: VisitorIx) {
        self.change(who, appraisal::recalls_careless);
    }

    /// A promise came to its end; `to`: whom it was made to, otherwise the first of all. They remember.
    pub fn promise_kept(&mut self, to: Option<VisitorIx>) {
        self.change(to.unwrap_or(VisitorIx(0)), appraisal::promise_kept);
    }

    pub fn promise_broken(&mut self, to: Option<VisitorIx>, within_authority: bool) {
        self.change(to.unwrap_or(VisitorIx(0)), |mind| appraisal::promise_broken(mind, within_authority));
    }

    /// What the author set by hand, for those who are here.
    pub fn follow_author(&mut self, own: &Own) {
        for (who, what, by) in &own.feel {
            if self.present().contains(who) {
                self.change(*who, |mind| mind.nudge(*what, *by));
            }
        }
    }

    /// Tells what everybody present feels now; true if somebody broke out.
    pub fn show(&mut self, visitors: &[Visitor], events: &mut Vec<Event>) -> bool {
        let mut burst = false;
        let mut crowd = None;
        for &who in self.room.seats() {
            let Some(mind) = self.minds.get_mut(who.at()) else { continue };
            if mind.breaks_out() {
                burst = true;
                // A crowd, who sit together, bursts out as one.
                let stands_for = visitors[who.at()].like.unwrap_or(who);
                if crowd != Some(stands_for) {
                    crowd = Some(stands_for);
                    self.outbursts += 1;
                    events.push(Event::Outburst { who: stands_for });
                }
            }
            events.push(Event::Felt { who, state: mind.snapshot() });
        }
        burst
    }

    fn change(&mut self, who: VisitorIx, by: impl FnOnce(&mut Mind)) {
        if let Some(mind) = self.minds.get_mut(who.at()) {
            by(mind);
        }
    }
}

/// Whether one hears what is said to another (`None`: to all).
fn hears(room: &Room, who: VisitorIx, to: Option<VisitorIx>) -> bool {
    to.is_none_or(|to| to == who || room.together(to, who))
}
