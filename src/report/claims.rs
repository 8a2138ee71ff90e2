//! The claims of the scenario and what became of each.

use super::build::Maker;
use super::page::{ClaimRow, Mark};
use super::words;
use crate::feedback::decision_words::grounds;
use crate::locale::Texts;
use crate::vocabulary::ClaimIx;

pub(super) fn claims(with: &Maker) -> Vec<ClaimRow> {
    let (scenario, law, locale) = (with.input.scenario, with.input.law, with.locale);
    let rows = scenario.claims.iter().enumerate().map(|(at, claim)| {
        let last = with.debrief.decided.iter().find(|one| one.claim == ClaimIx(at as u16));
        let ruling = last.and_then(|last| last.ruling);
        let fault = last.and_then(|last| last.fault);
        let mark = match (last, fault) {
            (None, _) => Mark::Partial,
            (Some(_), None) => Mark::Hit,
            (Some(_), Some(fault)) if fault.is_slight() => Mark::Partial,
            (Some(_), Some(_)) => Mark::Miss,
        };
        ClaimRow {
            asks: words::brief(claim.asks.get(locale), 200),
            grounds: words::brief(&grounds(scenario, claim, law, locale), 400),
            should: locale.say(&claim.terms.holds.ruling().label()),
            decided: ruling.map_or_else(|| with.text("report-claims-none"), |ruling| locale.say(&ruling.label())),
            fault: fault.map(|fault| locale.say(&fault.message())),
            turn: last.map(|last| last.turn),
            mark,
        }
    });
    rows.collect()
}
