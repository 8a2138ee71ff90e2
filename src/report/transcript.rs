//! The whole talk, in its order.

use super::build::Maker;
use super::page::Passage;
use super::words;
use crate::args;
use crate::feedback::debrief::{Passage as Happening, Turn};
use crate::locale::Texts;
use crate::procedure::StepFate;
use crate::vocabulary::Manner;
use crate::vocabulary::{ActEffect, Pause};

pub(super) fn passages(with: &Maker) -> Vec<Passage> {
    with.debrief.story.iter().filter_map(|happening| passage(with, happening)).collect()
}

fn passage(with: &Maker, happening: &Happening) -> Option<Passage> {
    let scenario = with.input.scenario;
    Some(match *happening {
        Happening::Visit { visit, day } => {
            let visit = scenario.visits.get(visit.at())?;
            let title = words::brief(visit.title.get(with.locale), 80);
            Passage::Visit { title, when: format!("{} {}", with.day(day), words::time_of_day(visit.begins_at)) }
        }
        Happening::Said(heard) => {
            let (line, _) = heard.line(scenario)?;
            let (_, text) = with.heard(heard)?;
            match line.speaker() {
                Some(who) => Passage::Said { who: with.somebody(who), manner: manner(with, line.manner), text },
                None => Passage::Told { text },
            }
        }
        Happening::Turn(at) => {
            let turn = with.debrief.turns.get(at)?;
            Passage::Trainee {
                turn: turn.number,
                time: words::clock(turn.at_ms),
                how: with.how(turn),
                text: with.done(turn),
                marks: with.mark(turn),
                notes: notes(with, turn),
            }
        }
        Happening::Outburst(who) => {
            let text = with.text_with("report-happened-outburst", &args!("who" => with.visitor(who)));
            Passage::Happened { text, grave: true }
        }
        Happening::TimePassed { node, days } => {
            let meanwhile =
                scenario.kind(node)?.as_time_passes().map_or_else(String::new, |time| with.shown(&time.text));
            let text = with.text_with("report-happened-days", &args!("days" => days, "text" => meanwhile));
            Passage::Happened { text: text.trim().to_owned(), grave: false }
        }
        Happening::PromiseKept(promise) => {
            let promise = with.shown(&scenario.promises.get(promise.at())?.text);
            let text = with.text_with("report-happened-kept", &args!("promise" => promise));
            Passage::Happened { text, grave: false }
        }
        Happening::PromiseBroken(promise) => {
            let promise = with.shown(&scenario.promises.get(promise.at())?.text);
            let text = with.text_with("report-happened-broken", &args!("promise" => promise));
            Passage::Happened { text, grave: true }
        }
        Happening::Step(at) => {
            let told = with.debrief.steps.get(at)?;
            let args = args!("day" => with.day(told.day), "by" => with.locale.say(&told.by.label()),
                             "step" => with.locale.say(&told.step.label()), "fate" => with.locale.say(&told.fate.message()));
            let grave = !matches!(told.fate, StepFate::Taken(_));
            let id = if grave { "report-happened-step-not" } else { "report-happened-step" };
            Passage::Happened { text: with.text_with(id, &args), grave }
        }
        Happening::Ended(node) => {
            let end = scenario.kind(node)?.as_end()?;
            Passage::Ended { title: with.shown(&end.title), text: with.shown(&end.text) }
        }
    })
}

fn manner(with: &Maker, manner: Manner) -> Option<String> {
    Some(with.text(&format!("report-manner-{}", manner.id()?)))
}

/// What the words alone do not show: timing, and acts that did not reach.
fn notes(with: &Maker, turn: &Turn) -> Vec<String> {
    let mut notes = Vec::new();
    for &(who, unsaid) in &turn.interrupted {
        // A percentage of what was left unsaid, at least one.
        let percent = (unsaid / 10).max(1);
        notes.push(with.text_with("report-note-cut-off", &args!("who" => with.visitor(who), "percent" => percent)));
    }
    for &(ms, kind) in &turn.pauses {
        let id = match kind {
            Pause::AfterPain => "report-note-silence",
            Pause::Hesitation => "report-note-hesitation",
            Pause::AfterQuestion => "report-note-time",
            Pause::Breath => continue,
        };
        notes.push(with.text_with(id, &args!("seconds" => (ms + 500) / 1000)));
    }
    if let Some(own) = turn.option(with.input.scenario).and_then(|option| option.own.as_ref())
        && !own.feel.is_empty()
    {
        notes.push(with.text_with("report-note-author", &args!("why" => with.shown(&own.why))));
    }
    for landed in &turn.acts {
        let id = match landed.effect {
            ActEffect::Landed => continue,
            ActEffect::NeverSaid => "report-note-never-said",
            ActEffect::NotTakenIn => "report-note-not-taken-in",
            ActEffect::WornOut => "report-note-worn-out",
            ActEffect::OutOfPlace(_) => "report-note-out-of-place",
            ActEffect::TooSoon => "report-note-too-soon",
        };
        let bearing = match landed.effect {
            ActEffect::OutOfPlace(why) => with.text(&why.text_id()),
            _ => String::new(),
        };
        notes.push(with.text_with(id, &args!("act" => with.act(landed.act.kind), "bearing" => bearing)));
    }
    notes
}
