//! Papers and answers as they were handed in: every field, what stands there, and what should.

use super::build::Maker;
use super::page::{Mark, Sheet, SheetRow};
use super::words;
use crate::args;
use crate::feedback::debrief::{Action, Turn, Wrote};
use crate::feedback::form_words;
use crate::locale::Texts;
use crate::rubric::assessment::Reason;
use crate::scenario::desk_task::DeskTask;

/// Longest words of one field.
const LONGEST: usize = 240;

pub(super) fn sheets(with: &Maker) -> Vec<Sheet> {
    let handed_in = with.debrief.turns.iter().filter(|turn| matches!(turn.action, Action::Filled(_)));
    handed_in.filter_map(|turn| Some(sheet(with, turn, with.input.scenario.task(turn.node)?))).collect()
}

fn sheet(with: &Maker, turn: &Turn, task: &DeskTask) -> Sheet {
    let printed = task.form.printed.iter().map(|printed| SheetRow {
        label: with.locale.say(&printed.of.label()),
        text: words::clean(printed.text.get(with.locale), LONGEST),
        ..SheetRow::default()
    });
    let written = turn.wrote.iter().filter_map(|wrote| row(with, turn, task, *wrote));
    let paper = task.form.paper.and_then(|paper| with.input.papers.papers.get(paper.at()));
    let office = with.input.scenario.matter.as_ref().map(|matter| matter.office);
    let article = paper.and_then(|kind| with.input.law.find(kind.basis(office)?));
    let custom = || paper.filter(|kind| kind.is_local_practice(office)).map(|_| with.text("desk-paper-by-custom"));
    Sheet {
        title: words::clean(&form_words::heading(task, with.locale), LONGEST),
        turn: turn.number,
        when: format!("{} · {}", with.text_with("report-turn-n", &args!("n" => turn.number)), with.day(turn.day)),
        basis: article.map(|article| with.input.law.citation(article, with.locale)).or_else(custom),
        others: task.form.seen_by_others.then(|| with.text("desk-seen-by-others")),
        faults: turn.wrote.iter().filter(|wrote| wrote.fault.is_some()).count() as u32,
        rows: printed.chain(written).collect(),
    }
}

fn row(with: &Maker, turn: &Turn, task: &DeskTask, wrote: Wrote) -> Option<SheetRow> {
    let locale = with.locale;
    let text = |entry: u8| {
        task.form.entry(entry).map(|entry| words::clean(&locale.words(&entry.opt.text), LONGEST)).unwrap_or_default()
    };
    let field = task.form.fields.get(task.form.field_of(wrote.entry)?)?;
    let mark = match wrote.fault {
        None => Mark::Hit,
        Some(fault) if fault.is_slight() => Mark::Partial,
        Some(_) => Mark::Miss,
    };
    // What the rubric says of it names its source; under a rubric that does not look at papers the law still does.
    let told = with.debrief.assessment.evidence.iter().zip(&with.explained.evidence).find(|(evidence, _)| {
        evidence.turn == turn.number
            && evidence.chosen == Some(wrote.entry)
            && matches!(evidence.reason, Reason::Wrote(Some(_)))
    });
    let article = wrote.basis.map(|article| with.input.law.citation(article, locale));
    Some(SheetRow {
        label: words::clean(&locale.words(&field.label), LONGEST),
        text: text(wrote.entry),
        mark: Some(mark),
        fault: wrote.fault.map(|fault| locale.say(&fault.message())),
        should: wrote.fault.filter(|_| wrote.right != wrote.entry).map(|_| text(wrote.right)),
        // One source is enough beside a field; the evidence names them all.
        source: wrote.fault.and_then(|_| article.or_else(|| Some(told?.1.source.split(" · ").next()?.to_owned()))),
    })
}
