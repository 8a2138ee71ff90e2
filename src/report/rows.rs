//! The tables of the page: failures, criteria, evidence, facts, papers and promises, articles.

use super::build::Maker;
use super::page::{Criterion, Critical, Entry, Fact, Mark, Observation, Pair, TurnEvidence};
use super::words;
use crate::args;
use crate::feedback::criterion_texts;
use crate::feedback::debrief::Turn;
use crate::feedback::explain::Explanation;
use crate::feedback::law_says::put_right;
use crate::locale::Texts;
use crate::procedure::{ArticleIx, StepFate, Timeliness};
use crate::rubric::assessment::{CriterionIx, Evidence, Verdict};
use crate::scenario::model::Arg;
use crate::session::Fate;
use crate::vocabulary::Locale;

impl Maker<'_> {
    fn observation(&self, evidence: &Evidence, told: &Explanation) -> (Observation, Option<String>) {
        let (mark, verdict) = match evidence.verdict {
            Verdict::Hit => (Mark::Hit, "verdict-hit"),
            Verdict::Partial => (Mark::Partial, "verdict-partial"),
            Verdict::Miss => (Mark::Miss, "verdict-miss"),
        };
        let observation = Observation {
            turn: evidence.turn,
            mark,
            verdict: self.text(verdict),
            criterion: told.criterion.clone(),
            why: words::brief(&told.sentence, 400),
            source: told.source.clone(),
        };
        let better = told.better.as_deref().filter(|_| evidence.verdict != Verdict::Hit);
        (observation, better.map(|better| words::brief(better, 400)))
    }

    pub(super) fn mark(&self, turn: &Turn) -> Vec<Mark> {
        let evidence = &self.debrief.assessment.evidence;
        turn.evidence
            .iter()
            .filter_map(|&at| evidence.get(at))
            .map(|one| match one.verdict {
                Verdict::Hit => Mark::Hit,
                Verdict::Partial => Mark::Partial,
                Verdict::Miss => Mark::Miss,
            })
            .collect()
    }
}

pub(super) fn critical(with: &Maker) -> Vec<Critical> {
    let failures = with.debrief.assessment.critical.iter().zip(&with.explained.critical);
    failures
        .map(|(failure, explanation)| {
            let said = failure.chosen.and_then(|option| with.option(failure.node, option));
            Critical {
                kind: explanation.criterion.clone(),
                turn: failure.turn,
                time: words::clock(failure.at_ms),
                said: said.unwrap_or_else(|| with.text("report-omission")),
                why: words::brief(&explanation.sentence, 400),
                source: explanation.source.clone(),
                better: explanation.better.as_deref().map(|better| words::brief(better, 400)),
            }
        })
        .collect()
}

pub(super) fn criteria(with: &Maker) -> Vec<Criterion> {
    let found = &with.debrief.assessment;
    let rows = with.input.rubric.iter().zip(&found.criteria);
    rows.filter_map(|((ix, criterion), score)| {
        let dimension = criterion.dimension?;
        let share = score.share();
        Some(Criterion {
            dimension: with.text(&dimension.text_id()),
            name: criterion_texts::name(criterion, with.locale),
            level: share.and_then(|share| criterion_texts::anchor(criterion, share.level(), with.locale)),
            source: source_of(with, ix),
            weight: criterion.weight,
            opportunities: score.opportunities,
            earned: words::points(score.earned.0),
            score: with.score(share),
            milli: share.map(|share| share.0),
        })
    })
    .collect()
}

/// The sources of a criterion as its first observation names them.
fn source_of(with: &Maker, criterion: CriterionIx) -> String {
    let first = with.debrief.assessment.evidence.iter().position(|one| one.criterion == criterion);
    first.and_then(|at| with.explained.evidence.get(at)).map(|told| told.source.clone()).unwrap_or_default()
}

pub(super) fn evidence(with: &Maker) -> Vec<TurnEvidence> {
    let found = &with.debrief.assessment.evidence;
    let mut rows: Vec<TurnEvidence> = Vec::new();
    // The words stand in full in the talk; here they only say which turn it was. Han are twice as wide.
    let (heard, done) = if with.locale == Locale::ZhCn { (26, 60) } else { (50, 84) };
    // In the order of the turns; what belongs to no turn (a promise come due later) stands by its number.
    for (one, told) in found.iter().zip(&with.explained.evidence) {
        let (observation, better) = with.observation(one, told);
        match rows.last_mut() {
            Some(row) if row.turn == one.turn => {
                row.clean &= observation.mark == Mark::Hit;
                row.observations.push(observation);
                row.better = row.better.take().or(better);
            }
            _ => {
                let turn = with.debrief.turn(one.turn);
                let visitor = turn.and_then(|turn| turn.answers).and_then(|heard| with.heard(heard));
                rows.push(TurnEvidence {
                    turn: one.turn,
                    time: words::clock(turn.map_or(one.at_ms, |turn| turn.at_ms)),
                    visitor: visitor.map(|(_, text)| words::brief(&text, heard)),
                    trainee: turn.map(|turn| words::brief(&with.done(turn), done)).unwrap_or_default(),
                    clean: observation.mark == Mark::Hit,
                    observations: vec![observation],
                    better,
                    law: turn.map(|turn| law_says(with, turn)).unwrap_or_default(),
                });
            }
        }
    }
    rows
}

/// What the law says, where the words chosen told it wrongly.
fn law_says(with: &Maker, turn: &Turn) -> Vec<Pair> {
    let option = turn.option(with.input.scenario);
    let says = option.map(|option| put_right(option, with.input.law, with.locale)).unwrap_or_default();
    says.into_iter().map(|(label, text)| Pair { label, text }).collect()
}

pub(super) fn composure(with: &Maker) -> Vec<Observation> {
    let found = with.debrief.assessment.self_regulation.iter().zip(&with.explained.self_regulation);
    found.map(|(one, told)| with.observation(one, told).0).collect()
}

pub(super) fn facts(with: &Maker) -> Vec<Fact> {
    let scenario = with.input.scenario;
    let fates = with.debrief.facts.iter();
    fates
        .filter_map(|fate| {
            let fact = scenario.facts.get(fate.fact.at())?;
            let mark = match (fate.told, fate.noted_at_ms) {
                (_, Some(_)) => Mark::Hit,
                (Some(_), None) => Mark::Miss,
                (None, None) => Mark::Partial,
            };
            let told = match fate.told {
                Some((0, _)) => with.text("report-fact-at-start"),
                Some((turn, _)) => with.text_with("report-turn-n", &args!("n" => turn)),
                None => with.text("report-fact-never-told"),
            };
            let noted = match (fate.told, fate.noted_at_ms) {
                (_, Some(at)) => words::clock(at),
                (Some(_), None) => with.text("report-fact-missed"),
                (None, None) => "—".to_owned(),
            };
            Some(Fact { text: words::brief(fact.text.get(with.locale), 200), told, noted, mark })
        })
        .collect()
}

pub(super) fn timeline(with: &Maker) -> Vec<Entry> {
    let (scenario, locale) = (with.input.scenario, with.locale);
    let papers = with.debrief.papers.iter().map(|issued| {
        let title = with.input.papers.papers.get(usize::from(issued.paper.0)).map(|paper| paper.title.get(locale));
        let entry = Entry {
            when: with.day(issued.day),
            turn: issued.turn,
            what: with.text("report-paper"),
            text: title.unwrap_or_default().to_owned(),
            fate: None,
            mark: Mark::Hit,
        };
        (issued.day, issued.turn, entry)
    });
    let promises = with.debrief.promises.iter().filter_map(|one| {
        let promise = scenario.promises.get(one.promise.at())?;
        let due = with.day(one.due_day);
        let (id, mark, day) = match one.fate {
            Fate::Open => ("report-promise-open", Mark::Partial, one.due_day),
            Fate::Kept { day } => ("report-promise-kept", Mark::Hit, day),
            Fate::Broken { day } => ("report-promise-broken", Mark::Miss, day),
        };
        let mut fate = with.text_with(id, &args!("due" => due, "day" => with.day(day)));
        if !promise.within_authority {
            fate = with.text_with("report-promise-beyond", &args!("fate" => fate));
        }
        let entry = Entry {
            when: with.day(one.made_day),
            turn: one.turn,
            what: with.text("report-promise"),
            text: words::brief(promise.text.get(locale), 200),
            fate: Some(fate),
            mark,
        };
        Some((one.made_day, one.turn, entry))
    });
    let steps = with.debrief.steps.iter().map(|told| {
        let mark = match told.fate {
            StepFate::Taken(None | Some(Timeliness::InTime { .. })) => Mark::Hit,
            StepFate::Taken(Some(_)) => Mark::Partial,
            StepFate::Refused(_) | StepFate::Overdue { .. } => Mark::Miss,
        };
        let args = args!("step" => locale.say(&told.step.label()), "by" => locale.say(&told.by.label()));
        let entry = Entry {
            when: with.day(told.day),
            turn: told.turn,
            what: with.text("report-step"),
            text: with.text_with("report-step-by", &args),
            fate: Some(locale.say(&told.fate.message())),
            mark,
        };
        (told.day, told.turn, entry)
    });
    let mut rows: Vec<_> = papers.chain(promises).chain(steps).collect();
    rows.sort_by_key(|(day, turn, _)| (*day, *turn));
    rows.into_iter().map(|(.., entry)| entry).collect()
}

/// The articles that the trainee named, each once, in our own words.
pub(super) fn articles(with: &Maker) -> Vec<Pair> {
    let mut cited: Vec<ArticleIx> = Vec::new();
    for landed in with.debrief.turns.iter().flat_map(|turn| &turn.acts) {
        if let Arg::Article(article) = landed.act.arg
            && !cited.contains(&article)
        {
            cited.push(article);
        }
    }
    cited.sort();
    let law = with.input.law;
    cited
        .into_iter()
        .filter_map(|ix| {
            let article = law.get(ix)?;
            Some(Pair { label: law.citation(ix, with.locale), text: article.text.get(with.locale).to_owned() })
        })
        .collect()
}
