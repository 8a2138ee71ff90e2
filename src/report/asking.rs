//! The questions of the debriefing talk, in words.

use super::build::Maker;
use super::page::Questions;
use super::words;
use crate::args;
use crate::feedback::criterion_texts;
use crate::feedback::questions::{About, Stage};

pub(super) fn questions(with: &Maker) -> Vec<Questions> {
    [
        (Stage::Gather, "report-stage-gather"),
        (Stage::Analyse, "report-stage-analyse"),
        (Stage::Summarise, "report-stage-summarise"),
    ]
    .into_iter()
    .filter_map(|(stage, title)| {
        let asked = with.debrief.questions.iter().filter(|question| question.stage == stage);
        let list: Vec<String> = asked.filter_map(|question| words_of(with, question.about)).collect();
        (!list.is_empty()).then(|| Questions { stage: with.text(title), list })
    })
    .collect()
}

fn words_of(with: &Maker, about: About) -> Option<String> {
    let scenario = with.input.scenario;
    let turn = |at: usize| with.debrief.turns.get(at);
    let said = |at: usize| turn(at).map(|turn| words::brief(&with.done(turn), 40));
    let heard = |at: usize| {
        let (_, text) = with.heard(turn(at)?.answers?)?;
        Some(words::brief(&text, 40))
    };
    let id = |name: &str| format!("report-ask-{name}");
    Some(match about {
        About::Overall => with.text(&id("overall")),
        About::Noticed { turn: at } => {
            with.text_with(&id("noticed"), &args!("turn" => turn(at)?.number, "heard" => heard(at)?))
        }
        About::BeforeOutburst { turn: at } => with.text_with(&id("outburst"), &args!("turn" => turn(at)?.number)),
        About::Heated { turn: at } => {
            with.text_with(&id("heated"), &args!("turn" => turn(at)?.number, "said" => said(at)?))
        }
        About::Calmed { turn: at } => {
            with.text_with(&id("calmed"), &args!("turn" => turn(at)?.number, "said" => said(at)?))
        }
        About::CutOff { turn: at } => with.text_with(&id("cut-off"), &args!("turn" => turn(at)?.number)),
        About::Missed { criterion, misses } => {
            let name = criterion_texts::name(&with.input.rubric[criterion], with.locale);
            with.text_with(&id("missed"), &args!("criterion" => name, "n" => misses))
        }
        About::NotNoted { fact } => {
            let fact = words::brief(scenario.facts.get(fact.at())?.text.get(with.locale), 40);
            with.text_with(&id("not-noted"), &args!("fact" => fact))
        }
        About::BrokenPromise { promise } => {
            let promise = words::brief(scenario.promises.get(promise.at())?.text.get(with.locale), 40);
            with.text_with(&id("broken"), &args!("promise" => promise))
        }
        About::Critical { failure } => {
            let failure = with.debrief.assessment.critical.get(failure)?;
            with.text_with(&id("critical"), &args!("turn" => failure.turn))
        }
        About::NextTime { turn: Some(at) } => match heard(at) {
            Some(heard) => with.text_with(&id("next-time-heard"), &args!("heard" => heard)),
            None => with.text(&id("next-time")),
        },
        About::NextTime { turn: None } => with.text(&id("next-time")),
        About::OneSentence => with.text(&id("one-sentence")),
        About::StillOpen => with.text(&id("still-open")),
    })
}
