//! The scores of live role-plays for programs and spreadsheets: JSON and CSV.

use super::Failure;
use super::score::{JudgedBy, Scored, page, spread, too_little};
use crate::report::Page;
use crate::rubric::Standing;
use crate::rubric::assessment::{Dimension, Milli};
use crate::vocabulary::{BOM, guarded};
use serde::Serialize;
use serde_json::{Value, json};

/// What a program reads: all sessions, one a line.
pub(super) fn json_text(scored: &[Scored], by: JudgedBy) -> Result<Vec<u8>, Failure> {
    #[derive(Serialize)]
    struct ScoredLine {
        #[serde(flatten)]
        numbers: Value,
        report: Page,
    }
    let failed = |error: serde_json::Error| Failure::Output(error.into());
    let lines = spread(scored, |one| {
        let told = ScoredLine { numbers: numbers(one, by), report: page(one, by) };
        Some(serde_json::to_vec(&told))
    });
    let mut head = json!({ "sheet": by.sheet, "rubric": by.rubric.id, "rubric_version": by.rubric.version });
    if let Some(marks) = by.calibration {
        head["calibration"] = serde_json::to_value(marks).map_err(failed)?;
    }
    head["sessions"] = json!([]);
    let mut text = serde_json::to_vec(&head).map_err(failed)?;
    // Room for the sessions between the last two brackets.
    text.truncate(text.len() - "]}".len());
    for (at, line) in lines.into_iter().enumerate() {
        text.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
        text.extend_from_slice(&line.map_err(failed)?);
    }
    text.extend_from_slice(b"\n]}\n");
    Ok(text)
}

/// The scores of a session.
fn numbers(one: &Scored, by: JudgedBy) -> Value {
    let found = &one.staged.assessment;
    let milli = |milli: Option<Milli>| milli.map(|milli| milli.0);
    let criteria = by.rubric.iter().zip(&found.criteria).map(|((_, criterion), score)| {
        json!({ "id": criterion.id, "opportunities": score.opportunities, "earned": score.earned.0,
                "score": milli(score.share()) })
    });
    let critical = found.critical.iter().map(|one| json!({ "turn": one.turn, "kind": one.kind }));
    let chances = Dimension::ALL.into_iter().filter_map(|dimension| {
        Some((dimension.id().to_owned(), Value::from(found.seen[dimension as usize]?.chances)))
    });
    let mut told = json!({
        "session": one.session.id, "name": one.session.name, "class": one.session.class,
        "cues": one.heard.cues, "answered": one.heard.answered,
        "listening": milli(found.dimensions[0]), "empathy": milli(found.dimensions[1]),
        "procedure": milli(found.dimensions[2]),
        "total_before_cap": milli(found.total_uncapped), "total": milli(found.total),
        "chances": chances.collect::<serde_json::Map<String, Value>>(),
        "too_little_seen": too_little(found).map(Dimension::id).collect::<Vec<_>>(),
        "critical": critical.collect::<Vec<_>>(), "criteria": criteria.collect::<Vec<_>>(),
    });
    if let Some(marks) = by.calibration {
        told["standing"] = Standing::by_class(marks, found).id().into();
    }
    told
}

/// One row a session; an empty cell where there is no score.
pub(super) fn csv(scored: &[Scored], by: JudgedBy) -> Result<String, Failure> {
    let cell =
        |milli: Option<Milli>| milli.map_or_else(String::new, |milli| format!("{}.{}", milli.0 / 10, milli.0 % 10));
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = [
        "session",
        "name",
        "class",
        "turns",
        "cues",
        "answered",
        "listening",
        "empathy",
        "procedure",
        "before_cap",
        "total",
        "too_little_seen",
        "critical",
    ];
    let failed = |error: csv::Error| Failure::Output(error.into());
    let standing = by.calibration.map(|_| "standing");
    let criteria = by.rubric.criteria.iter().map(|one| one.id.as_str());
    writer.write_record(head.into_iter().chain(standing).chain(criteria)).map_err(failed)?;
    for one in scored {
        let found = &one.staged.assessment;
        let turns =
            one.staged.events.iter().filter(|event| matches!(event, crate::session::Event::Chose { .. })).count();
        let kinds: Vec<String> = found.critical.iter().map(|one| format!("{:?}", one.kind)).collect();
        let mut row = vec![
            guarded(&one.session.id),
            guarded(one.session.name.as_deref().unwrap_or_default()),
            guarded(one.session.class.as_deref().unwrap_or_default()),
            turns.to_string(),
            one.heard.cues.to_string(),
            one.heard.answered.to_string(),
        ];
        row.extend(found.dimensions.map(cell));
        row.extend([cell(found.total_uncapped), cell(found.total)]);
        row.push(too_little(found).map(Dimension::id).collect::<Vec<_>>().join(";"));
        row.push(kinds.join(";"));
        row.extend(by.calibration.map(|marks| Standing::by_class(marks, found).id().to_owned()));
        row.extend(found.criteria.iter().map(|score| cell(score.share())));
        writer.write_record(&row).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::Output(error.into_error()))?;
    Ok(format!("{BOM}{}", String::from_utf8_lossy(&bytes)))
}
