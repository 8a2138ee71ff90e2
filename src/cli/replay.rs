//! `calmdesk replay`: prints a session again, verifies it, or shows what was felt.

use super::screen::{Manners, Screen};
use super::terminal;
use super::{Done, Failure, results};
use crate::args;
use crate::locale::Texts;
use crate::logbook::recording::Difference;
use crate::logbook::recording::{Opened, VerifyReport, open, verify};
use crate::report;
use crate::report::page::Provenance;
use crate::rubric::{Listening, Rubric, assess};
use crate::session::{Event, effective};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use crate::vocabulary::{Feeling, Need};
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let path = given.get_one::<OsString>("LOG").map(Path::new).unwrap_or(Path::new(""));
    if given.get_flag("verify") {
        return verified(path, locale);
    }
    let opened = open(path).map_err(|error| Failure::Problem(locale.say(&error.message())))?;
    let provenance = report::provenance(&opened, locale);
    if given.get_flag("feelings") {
        if opened.is_open_exam() {
            return Err(Failure::Problem(locale.text("replay-open-exam").into_owned()));
        }
        if provenance.standing == "differs" {
            writeln!(terminal::err(), "{}", provenance.words)?;
        }
        let format = given.get_one::<String>("format").map_or("table", String::as_str);
        return feelings(&opened, format, locale);
    }
    transcript(&opened, &provenance, locale)
}

fn verified(path: &Path, locale: Locale) -> Done {
    let report = verify(path).map_err(|error| Failure::Problem(locale.say(&error.message())))?;
    let shown = path.display().to_string();
    let mut out = terminal::out();
    for changed in &report.versions {
        let what = locale.text(changed.text_id());
        let text = locale.text_with(
            "verify-version",
            &args!("what" => what, "recorded" => changed.recorded.as_str(), "present" => changed.present.as_str()),
        );
        writeln!(out, "{text}")?;
    }
    if report.holds() {
        let id = if report.scored { "verify-holds" } else { "verify-holds-unfinished" };
        let text = locale.text_with(id, &args!("path" => shown, "moves" => report.moves, "events" => report.events));
        writeln!(out, "{text}")?;
        if !report.chained {
            writeln!(out, "{}", locale.text("report-unchained"))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    drop(out);
    Err(Failure::Problem(complaint(&report, &shown, locale)))
}

fn complaint(report: &VerifyReport, path: &str, locale: Locale) -> String {
    if !report.scenario_as_named {
        return locale.text_with("verify-swapped", &args!("path" => path)).into_owned();
    }
    if let Some(Difference { line, recorded, recomputed }) = &report.difference {
        let nothing = locale.text("verify-nothing");
        let recorded = recorded.as_deref().unwrap_or(&nothing);
        let recomputed = recomputed.as_deref().unwrap_or(&nothing);
        return locale
            .text_with(
                "verify-differs",
                &args!("path" => path, "line" => *line, "recorded" => recorded, "recomputed" => recomputed),
            )
            .into_owned();
    }
    let damage = report.damage.unwrap_or(crate::logbook::log::Damage { line: 0, bytes: 0 });
    locale.text_with("verify-torn", &args!("path" => path, "line" => damage.line, "bytes" => damage.bytes)).into_owned()
}

fn transcript(opened: &Opened, provenance: &Provenance, locale: Locale) -> Done {
    let settings = &opened.head.settings;
    let manners = Manners {
        locale,
        width: Manners::columns(),
        styled: io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()),
        gauge: false,
        timed: false,
        interactive: false,
    };
    let mut screen = Screen::new(terminal::out(), manners, opened.scenario.clone(), opened.head.settings.seed);
    let head = &opened.head;
    let unnamed = locale.text("replay-unnamed");
    let who = head.trainee.as_deref().unwrap_or(&unnamed);
    let text = locale.text_with("replay-head", &args!("who" => who, "started" => head.started.as_str()));
    screen.plain(&text)?;
    screen.plain(&provenance.words)?;
    for note in &provenance.notes {
        screen.plain(note)?;
    }
    if let Some(damage) = opened.damage {
        let text = locale.text_with("replay-torn", &args!("line" => damage.line, "bytes" => damage.bytes));
        screen.plain(&text)?;
    }
    let events = effective(&opened.events);
    screen.show_all(&events)?;
    if events.iter().any(|event| matches!(event, Event::Ended { .. })) {
        let assessment = assess(Rubric::shipped(), &opened.scenario, settings.timed, &opened.events);
        let rubric = Rubric::shipped();
        let acts = ActCatalogue::shipped();
        let listening = Listening::of(&opened.scenario, rubric, acts, settings.timed, &opened.events);
        let doubts = opened.how.doubts(settings);
        results::show(&mut screen, &opened.scenario, rubric, &assessment, &listening, doubts)?;
    } else {
        writeln!(screen.out)?;
        screen.plain(&locale.text("replay-unfinished"))?;
    }
    screen.out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// One row for each visitor after each turn; turn 0 is how they came in.
fn feelings(opened: &Opened, format: &str, locale: Locale) -> Done {
    let mut names = vec!["turn".to_owned(), "visitor".to_owned()];
    names.extend(Feeling::ALL.map(|feeling| format!("{feeling:?}").to_lowercase()));
    names.extend(["pleasure", "arousal", "dominance", "trust", "pressure"].map(str::to_owned));
    names.extend(Need::ALL.map(|need| format!("need_{need:?}").to_lowercase()));
    let mut rows: Vec<(u32, String, Vec<i16>)> = Vec::new();
    let mut turn = 0;
    for event in effective(&opened.events) {
        match event {
            Event::Chose { turn: now, .. } | Event::Gestured { turn: now, .. } => turn = now,
            Event::Felt { who, state } => {
                let id = opened.scenario.visitors.get(who.at()).map_or("", |visitor| &visitor.id);
                let mut values = state.feelings.to_vec();
                values.extend(state.mood);
                values.extend([state.trust, state.pressure]);
                values.extend(state.needs);
                // Several changes within one turn: the last stands.
                match rows.iter_mut().rev().take_while(|row| row.0 == turn).find(|row| row.1 == id) {
                    Some(row) => row.2 = values,
                    None => rows.push((turn, id.to_owned(), values)),
                }
            }
            _ => {}
        }
    }
    let mut out = terminal::out();
    match format {
        "json" => {
            let mut out = terminal::json();
            for (turn, visitor, values) in &rows {
                let mut object = serde_json::Map::new();
                object.insert("turn".into(), (*turn).into());
                object.insert("visitor".into(), visitor.as_str().into());
                object.extend(names[2..].iter().cloned().zip(values.iter().map(|value| (*value).into())));
                writeln!(out, "{}", serde_json::Value::Object(object))?;
            }
        }
        "csv" => {
            writeln!(out, "{}", names.join(","))?;
            for (turn, visitor, values) in &rows {
                let values: Vec<String> = values.iter().map(i16::to_string).collect();
                writeln!(out, "{turn},{visitor},{}", values.join(","))?;
            }
        }
        _ => table(&mut out, &rows, opened, locale)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The feelings alone, in words a person knows; the other formats have everything.
fn table(out: &mut impl Write, rows: &[(u32, String, Vec<i16>)], opened: &Opened, locale: Locale) -> io::Result<()> {
    let mut lines = vec![vec![locale.text("feelings-turn").into_owned(), locale.text("feelings-visitor").into_owned()]];
    lines[0].extend(Feeling::ALL.map(|feeling| locale.text(&feeling.text_id()).into_owned()));
    lines[0].extend([locale.text("feelings-trust").into_owned(), locale.text("feelings-pressure").into_owned()]);
    for (turn, id, values) in rows {
        let name = opened.scenario.visitors.iter().find(|visitor| visitor.id == *id);
        let mut line = vec![turn.to_string(), name.map_or(id.as_str(), |v| v.name.get(locale)).to_owned()];
        line.extend(values[..7].iter().chain(&values[10..12]).map(i16::to_string));
        lines.push(line);
    }
    let columns = lines[0].len();
    let widths: Vec<usize> =
        (0..columns).map(|at| lines.iter().map(|line| line[at].width()).max().unwrap_or(0)).collect();
    for line in &lines {
        let mut text = String::new();
        for (at, cell) in line.iter().enumerate() {
            let fill = " ".repeat(widths[at] - cell.width());
            // Names to the left, numbers to the right.
            if at == 1 { text.push_str(&format!("{cell}{fill}  ")) } else { text.push_str(&format!("{fill}{cell}  ")) }
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}
