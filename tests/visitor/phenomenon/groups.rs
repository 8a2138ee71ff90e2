//! Several people in one room.

use super::Cast;
use crate::stage::{Beat, DoTo, Line, feels, play};
use calmdesk::visitor::Persona;
use calmdesk::vocabulary::{Feeling, Need};

const CROWD: usize = 12;
/// Who sits in the middle.
const LEADER: usize = 5;

/// Twelve people like this one, quiet and calm, and in their middle somebody who is not.
fn crowd(cast: &Cast, leader_anger: f64) -> Vec<Persona> {
    let mut quiet = cast.person;
    quiet.arrives_with = [0.0; 7];
    quiet.arrives_with[Feeling::Anger as usize] = 0.08;
    quiet.expressiveness = quiet.expressiveness.min(0.5);
    let mut people = vec![quiet; CROWD];
    people[LEADER].arrives_with[Feeling::Anger as usize] = leader_anger;
    people[LEADER].masking = 0.0;
    people[LEADER].expressiveness = 0.95;
    people[LEADER].openness = 0.2;
    people
}

/// The anger of those who are not taken aside as representatives: the crowd without the most expressive five.
fn heat(cast: &Cast, leader_anger: f64, first: &'static str) -> f64 {
    let speaks = Line(LEADER, "Fact(\"hours\")");
    let script: [Beat; 10] = [
        speaks,
        DoTo(LEADER, first),
        speaks,
        DoTo(LEADER, ""),
        speaks,
        DoTo(LEADER, ""),
        speaks,
        DoTo(LEADER, ""),
        speaks,
        DoTo(LEADER, ""),
    ];
    let people = crowd(cast, leader_anger);
    let played = play(cast.acts, &script, &people, cast.seed);
    let last = &played.minds[played.minds.len() - 1];
    // Seats far from the leader: they hear, and do not sit beside.
    let far = [0, 1, 2, 8, 9, 10, 11];
    let mut angers: Vec<f64> = far.iter().map(|seat| feels(&last[*seat], Feeling::Anger)).collect();
    angers.sort_by(f64::total_cmp);
    // The three calmest: five of twelve may have gone with the representatives.
    angers[..3].iter().sum::<f64>() / 3.0
}

pub fn leader(cast: &Cast) -> Option<bool> {
    Some(heat(cast, 0.9, "") > heat(cast, 0.08, "") + 0.05)
}

pub fn representatives(cast: &Cast) -> Option<bool> {
    Some(heat(cast, 0.9, "ElectRepresentatives") < 0.7 * heat(cast, 0.9, ""))
}

/// A hot neighbourhood of which one calm person speaks for all: the rest of the row cools sooner if the side talk stops.
pub fn one_speaker(cast: &Cast) -> Option<bool> {
    let heat = |first: &'static str| {
        let mut people = crowd(cast, 0.0);
        for hot in [0, 1, 2] {
            people[hot].arrives_with[Feeling::Anger as usize] = 0.8;
            people[hot].expressiveness = 0.9;
            people[hot].masking = 0.0;
        }
        let speaks = Line(LEADER, "Fact(\"hours\")");
        let script =
            [speaks, DoTo(LEADER, first), speaks, DoTo(LEADER, ""), speaks, DoTo(LEADER, ""), speaks, DoTo(LEADER, "")];
        let played = play(cast.acts, &script, &people, cast.seed);
        feels(&played.minds[script.len()][3], Feeling::Anger)
    };
    Some(heat("OneMainSpeaker") < heat("") - 0.01)
}

pub fn take_side(cast: &Cast) -> Option<bool> {
    let people = [cast.person; 2];
    let script = |acts| [Line(0, "Fact(\"hours\")"), DoTo(0, acts)];
    let sided = play(cast.acts, &script("TakeSide"), &people, cast.seed);
    let not = play(cast.acts, &script(""), &people, cast.seed);
    let fairness = |played: &crate::stage::Played, who: usize| played.minds[2][who].needs[Need::Fairness as usize];
    Some(
        fairness(&sided, 1) < fairness(&not, 1) - 0.15
            && fairness(&sided, 0) > fairness(&not, 0)
            && sided.minds[2][1].trust < not.minds[2][1].trust - 0.05,
    )
}

pub fn stood_up_for(cast: &Cast) -> Option<bool> {
    let people = [cast.person; 2];
    let script = |acts| [Line(0, "Fact(\"hours\")"), DoTo(0, acts)];
    let spoken = play(cast.acts, &script("SpeakUp"), &people, cast.seed);
    let not = play(cast.acts, &script(""), &people, cast.seed);
    let gained =
        |who: usize| spoken.minds[2][who].needs[Need::Safety as usize] - not.minds[2][who].needs[Need::Safety as usize];
    Some(gained(0) > 0.0 && gained(1) > 0.7 * gained(0))
}

pub fn onlooker(cast: &Cast) -> Option<bool> {
    let people = [cast.person; 2];
    let script = |acts| [Line(0, "Fact(\"hours\")"), DoTo(0, acts)];
    let scolded = play(cast.acts, &script("Scold"), &people, cast.seed);
    let not = play(cast.acts, &script(""), &people, cast.seed);
    let lost = |who: usize| {
        not.minds[2][who].needs[Need::Respect as usize] - scolded.minds[2][who].needs[Need::Respect as usize]
    };
    Some(lost(1) > 0.02 && lost(0) > 2.0 * lost(1))
}

pub fn expressive(cast: &Cast) -> Option<bool> {
    let heat = |shows: f64| {
        let mut people = crowd(cast, 0.9);
        people[LEADER].expressiveness = shows;
        let speaks = Line(LEADER, "Fact(\"hours\")");
        let script = [speaks, DoTo(LEADER, ""), speaks, DoTo(LEADER, "")];
        feels(&play(cast.acts, &script, &people, cast.seed).minds[4][0], Feeling::Anger)
    };
    Some(heat(0.95) > heat(0.2) + 0.01)
}
