//! Tricks that somebody may try who doesn't do the job: each a machine that goes by one thing it can count. None passes more
//! often than luck may, one run in ten, even if it fills in every paper rightly.

use crate::automata::play;
use crate::stages::all;
use crate::still_failing::STILL_TRICKED;
use calmdesk::procedure::FormAnswer;
use calmdesk::scenario::model::Scenario;
use calmdesk::session::{Awaiting, ResolvedMove, Session};
use calmdesk::vocabulary::{ActCatalogue, FactIx, NodeIx};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

const RUNS: u64 = 40;

/// What an option looks like, and how much of it there is.
type Most = fn(&Scenario, NodeIx, u8) -> i64;

fn text(scenario: &Scenario, node: NodeIx, option: u8) -> &str {
    scenario.option(node, option).map_or("", |option| option.text.original())
}

fn count(text: &str, of: &[char]) -> i64 {
    text.chars().filter(|sign| of.contains(sign)).count() as i64
}

fn acts(scenario: &Scenario, node: NodeIx, option: u8) -> i64 {
    scenario.option(node, option).map_or(0, |option| option.acts.len() as i64)
}

/// Whoever listens for nothing takes what has most of something.
const TRICKS: [(&str, Most); 14] = [
    ("the most acts", acts),
    ("the fewest acts", |scenario, node, option| -acts(scenario, node, option)),
    ("the first in the file", |_, _, option| -i64::from(option)),
    ("the last in the file", |_, _, option| i64::from(option)),
    ("the last that asks something", |scenario, node, option| {
        100 * i64::from(text(scenario, node, option).contains('？')) + i64::from(option)
    }),
    ("the last that asks nothing", |scenario, node, option| {
        i64::from(option) - 100 * i64::from(text(scenario, node, option).contains('？'))
    }),
    ("the most figures", |scenario, node, option| {
        count(text(scenario, node, option), &['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '〇', '条'])
    }),
    ("the most commas", |scenario, node, option| count(text(scenario, node, option), &['，', '、'])),
    ("the most “you”", |scenario, node, option| count(text(scenario, node, option), &['您', '你'])),
    ("the most “I”", |scenario, node, option| count(text(scenario, node, option), &['我', '咱'])),
    ("the fewest refusals", |scenario, node, option| -count(text(scenario, node, option), &['不', '没', '别', '难'])),
    ("the most refusals", |scenario, node, option| count(text(scenario, node, option), &['不', '没', '别', '难'])),
    ("no words at all", |scenario, node, option| {
        let silent = |act| ["KeepSilent", "Nod", "EyeContact", "TakeNotes", "Pause"].contains(&act);
        let catalogue = ActCatalogue::shipped();
        let acts = scenario.option(node, option).map_or(&[][..], |option| &option.acts);
        10 * acts.iter().filter(|act| silent(catalogue[act.kind].name.as_str())).count() as i64 - acts.len() as i64
    }),
    ("the same place each time", |_, node, option| -(i64::from(option) - i64::from(node.0) % 3).abs()),
];

/// Waits for the end of what is said, and does the most of something; papers by dice, or rightly.
fn by(session: &Session, most: Most, papers_right: bool, dice: &mut ChaCha8Rng) -> Option<ResolvedMove> {
    let left = session.speech_ends_ms().saturating_sub(session.clock_ms());
    let wait_ms = u32::try_from(left).unwrap_or(u32::MAX / 2).saturating_add(1200);
    match session.awaiting() {
        Awaiting::Choice { node, offer } => {
            let mut options = offer.as_slice().to_vec();
            // Nobody goes round in a circle: what was chosen here before comes last.
            options.sort_by_key(|option| (session.has_chosen(node, *option), -most(session.scenario(), node, *option)));
            Some(ResolvedMove::Choose { option: *options.first()?, wait_ms })
        }
        Awaiting::Desk { node } => {
            let written = if papers_right { session.rightly(node)? } else { any_paper(session, node, dice)? };
            Some(ResolvedMove::Fill { written, wait_ms })
        }
        Awaiting::Ended { .. } => None,
    }
}

fn any_paper(session: &Session, node: NodeIx, dice: &mut ChaCha8Rng) -> Option<FormAnswer> {
    let form = &session.scenario().task(node)?.form;
    let mut written = FormAnswer::default();
    for field in &form.fields {
        let at = dice.random_range(0..field.entries.len() as u32);
        form.write(&mut written, field.entries.clone().nth(at as usize)?);
    }
    Some(written)
}

#[test]
fn no_trick_passes_more_often_than_luck_but_for_what_is_listed() {
    let (mut found, mut told) = (Vec::new(), Vec::new());
    for (id, scenario) in all() {
        for (name, most) in TRICKS {
            for papers_right in [false, true] {
                let passes = (0..RUNS)
                    .filter(|seed| play(&scenario, *seed, |session, dice| by(session, most, papers_right, dice)).0)
                    .count() as u64;
                if passes * 10 > RUNS {
                    found.push((id, name, papers_right));
                    told.push(format!("{id}: {name}, papers right: {papers_right}: {passes} of {RUNS}"));
                }
            }
        }
    }
    let new: Vec<_> = found.iter().filter(|one| !STILL_TRICKED.contains(one)).collect();
    let mended: Vec<_> = STILL_TRICKED.iter().filter(|one| !found.contains(one)).collect();
    assert!(new.is_empty(), "{new:#?}\n{told:#?}");
    assert!(mended.is_empty(), "these pass no more; take them from tests/rehearsal/still_failing.rs: {mended:#?}");
}

/// Who writes everything down, fills in every paper rightly and says whatever comes has still not received anybody.
#[test]
fn notes_and_papers_alone_do_not_pass() {
    for (id, scenario) in all() {
        let mut passes = 0;
        for seed in 0..RUNS {
            let (passed, _) = play(&scenario, seed, |session, dice| {
                let told = (0..session.scenario().facts.len()).map(|at| FactIx(at as u16));
                if let Some(fact) =
                    told.into_iter().find(|fact| session.told(*fact) && !session.notebook().contains(fact))
                    && session.awaiting().node().is_some()
                {
                    return Some(ResolvedMove::Note { fact, wait_ms: 0 });
                }
                let lot = dice.random_range(0..1000_u32);
                match session.awaiting() {
                    Awaiting::Choice { offer, .. } => {
                        let option = offer.as_slice()[lot as usize % offer.as_slice().len()];
                        Some(ResolvedMove::Choose { option, wait_ms: 60_000 })
                    }
                    _ => by(session, acts, true, dice),
                }
            });
            passes += u64::from(passed);
        }
        assert!(passes * 20 <= RUNS, "{id}: {passes} of {RUNS}");
    }
}
