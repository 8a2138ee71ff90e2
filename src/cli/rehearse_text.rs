//! A rehearsal as a person reads it in a terminal.

use crate::args;
use crate::lint::giveaway::Chances;
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::rehearsal::Policy;
use crate::rehearsal::request::{Played, Rehearsal};
use crate::rehearsal::stats::Spread;
use crate::rehearsal::tally::gauge_names;
use crate::rehearsal::verdict::Finding;
use crate::rehearsal::words::{self, percent, share, tenths};
use crate::scenario::model::Scenario;
use crate::vocabulary::Locale;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

pub fn show(out: &mut impl Write, scenario: &Scenario, found: &Rehearsal, locale: Locale) -> io::Result<()> {
    let paper = RehearsalText { scenario, found, locale };
    let title = scenario.title.get(locale);
    if found.policies.is_empty() {
        writeln!(out, "{}\n", locale.text_with("rehearse-title-walk", &args!("title" => title)))?;
    } else {
        let args = args!("title" => title, "policies" => found.policies.len(), "runs" => found.runs,
                         "seed" => found.seed.to_string());
        writeln!(out, "{}\n", locale.text_with("rehearse-title", &args))?;
        paper.scores(out)?;
        paper.endings(out)?;
        paper.feelings(out)?;
        paper.coverage(out)?;
        paper.guessing(out)?;
        paper.thresholds(out)?;
    }
    paper.walk(out)?;
    paper.findings(out)
}

struct RehearsalText<'a> {
    scenario: &'a Scenario,
    found: &'a Rehearsal,
    locale: Locale,
}

impl RehearsalText<'_> {
    fn text(&self, id: &str) -> String {
        self.locale.text(id).into_owned()
    }

    fn say(&self, out: &mut impl Write, id: &str, args: &FluentArgs) -> io::Result<()> {
        writeln!(out, "{}", self.locale.text_with(id, args))
    }

    fn scores(&self, out: &mut impl Write) -> io::Result<()> {
        let head = ["policy", "total", "uncapped", "listening", "empathy", "procedure", "passed", "critical", "time"];
        let mut rows = vec![head.iter().map(|id| self.text(&format!("rehearse-head-{id}"))).collect::<Vec<_>>()];
        for played in &self.found.policies {
            rows.push(vec![
                words::policy(self.locale, played.policy),
                self.points(played.total),
                played.uncapped.map_or_else(String::new, |spread| tenths(spread.mean)),
                self.points(played.listening),
                self.points(played.empathy),
                self.points(played.procedure),
                percent(played.passed, played.runs),
                percent(played.critical, played.runs),
                minutes(played.seconds),
            ]);
        }
        table(out, &rows)?;
        self.say(out, "rehearse-scores-note", &args!("pass" => tenths(self.found.pass as i32)))?;
        writeln!(out)
    }

    fn endings(&self, out: &mut impl Write) -> io::Result<()> {
        let mut head = vec![self.text("rehearse-head-end")];
        head.extend(self.found.policies.iter().map(|played| played.policy.to_owned()));
        let mut rows = vec![head];
        let ends = self.found.policies.first().map_or(0, |played| played.ends.len());
        for at in 0..ends {
            let end = &self.found.policies[0].ends[at];
            let title = self.scenario.nodes.iter().find(|node| node.id == end.node);
            let title = title.and_then(|node| Some(node.kind.as_end()?.title.get(self.locale)));
            let mut row = vec![format!("{} {}", title.unwrap_or_default(), end.node)];
            row.extend(self.found.policies.iter().map(|played| percent(played.ends[at].runs, played.runs)));
            rows.push(row);
        }
        table(out, &rows)?;
        writeln!(out)
    }

    fn feelings(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}", self.text("rehearse-feelings"))?;
        // A crowd feels alike; the one who stands for it is enough.
        let each = self.scenario.visitors.iter().enumerate().filter(|(_, visitor)| visitor.like.is_none());
        for (at, visitor) in each {
            let name = |gauge: &str| match gauge {
                "trust" | "pressure" => self.text(&format!("rehearse-gauge-{gauge}")),
                feeling => self.text(&format!("feeling-{feeling}")),
            };
            let mut rows;
            if let [played] = self.found.policies.as_slice() {
                let head = ["mean", "p10", "p50", "p90"].map(|id| self.text(&format!("rehearse-head-{id}")));
                rows = vec![[vec![visitor.name.get(self.locale).to_owned()], head.to_vec()].concat()];
                for (gauge, spread) in gauge_names().iter().zip(&played.feelings[at].gauges) {
                    let cells = spread.map_or_else(Vec::new, |s| [s.mean, s.p10, s.p50, s.p90].map(tenths).to_vec());
                    rows.push([vec![name(gauge)], cells].concat());
                }
            } else {
                let mut head = vec![visitor.name.get(self.locale).to_owned()];
                head.extend(gauge_names().iter().map(|gauge| name(gauge)));
                rows = vec![head];
                for played in &self.found.policies {
                    let mut row = vec![words::policy(self.locale, played.policy)];
                    let means =
                        played.feelings[at].gauges.iter().map(|s| s.map_or_else(String::new, |s| tenths(s.mean)));
                    row.extend(means);
                    rows.push(row);
                }
            }
            table(out, &rows)?;
            writeln!(out)?;
        }
        Ok(())
    }

    fn coverage(&self, out: &mut impl Write) -> io::Result<()> {
        let covered = &self.found.coverage;
        let args = args!("nodes" => covered.nodes_reached, "of_nodes" => covered.nodes,
                         "options" => covered.options_taken, "of_options" => covered.options);
        self.say(out, "rehearse-coverage", &args)?;
        if covered.entries > 0 {
            let args = args!("entries" => covered.entries_written, "of_entries" => covered.entries);
            self.say(out, "rehearse-entries", &args)?;
        }
        if !covered.never.is_empty() {
            self.say(out, "rehearse-never", &args!("names" => words::names(self.locale, &covered.never)))?;
        }
        writeln!(out)
    }

    fn guessing(&self, out: &mut impl Write) -> io::Result<()> {
        let of = |name: &str| self.found.policies.iter().find(|played| played.policy == name);
        let guesses: Vec<&Played> = Policy::guesses().filter_map(|policy| of(policy.name())).collect();
        if guesses.len() > 1 {
            writeln!(out, "{}", self.text("rehearse-guessing"))?;
            for played in guesses {
                let args = args!("policy" => words::policy(self.locale, played.policy), "mean" => self.points(played.total),
                                 "passed" => percent(played.passed, played.runs));
                self.say(out, "rehearse-guess", &args)?;
            }
        }
        for fares in self.found.habits.iter().filter(|fares| fares.chances.choices > 0) {
            let habit = words::habit(self.locale, fares.habit);
            self.fares(out, habit, fares.language, &fares.chances)?;
        }
        for fares in self.found.surface.iter().filter(|fares| fares.chances.choices > 0) {
            let habit = self.text("rehearse-habit-surface");
            self.fares(out, habit, fares.language, &fares.chances)?;
            if !fares.told.is_empty() {
                let args = args!("told" => words::told(self.locale, &fares.told), "count" => fares.told.len());
                self.say(out, "rehearse-told", &args)?;
            }
        }
        let hinges = &self.found.hinges;
        if hinges.choices > 0 {
            let args = args!("hinging" => hinges.hinging.len(), "choices" => hinges.choices,
                             "enough" => if hinges.are_enough() { "yes" } else { "no" },
                             "others" => words::names(self.locale, &hinges.told_by_kind));
            self.say(out, "rehearse-hinges", &args)?;
        }
        writeln!(out)
    }

    fn fares(&self, out: &mut impl Write, habit: String, language: Locale, chances: &Chances) -> io::Result<()> {
        let args = args!("habit" => habit, "language" => words::language(self.locale, language),
                         "clean" => chances.clean, "choices" => chances.choices,
                         "expected" => format!("{:.1}", chances.expected));
        self.say(out, "rehearse-habit", &args)
    }

    fn thresholds(&self, out: &mut impl Write) -> io::Result<()> {
        let Some(whose) = self.found.threshold_for else { return Ok(()) };
        let now = tenths(self.found.pass as i32);
        self.say(out, "rehearse-thresholds", &args!("policy" => words::policy(self.locale, whose), "now" => now))?;
        for mark in &self.found.thresholds {
            let random = mark.random_passing.map_or_else(|| "–".to_owned(), share);
            let args = args!("what" => self.text(&format!("rehearse-head-{}", mark.of)), "score" => tenths(mark.score),
                             "passing" => share(mark.passing), "random" => random);
            self.say(out, "rehearse-threshold", &args)?;
        }
        writeln!(out)
    }

    fn walk(&self, out: &mut impl Write) -> io::Result<()> {
        let walk = &self.found.walk;
        let args = args!("states" => walk.states, "nodes" => walk.nodes_reached, "of_nodes" => walk.nodes,
                         "options" => walk.options_taken, "of_options" => walk.options,
                         "sides" => walk.sides_seen, "of_sides" => walk.sides);
        self.say(out, if walk.complete { "rehearse-walk-complete" } else { "rehearse-walk-given-up" }, &args)?;
        if walk.entries > 0 {
            let args = args!("entries" => walk.entries_written, "of_entries" => walk.entries);
            self.say(out, "rehearse-walk-entries", &args)?;
        }
        writeln!(out)
    }

    fn findings(&self, out: &mut impl Write) -> io::Result<()> {
        for finding in &self.found.findings {
            let severity = match (finding.is_broken(), finding.is_note()) {
                (true, _) => "severity-error",
                (false, false) => "severity-warning",
                (false, true) => "severity-note",
            };
            let severity = self.text(severity);
            let said = words::finding(self.locale, finding);
            self.say(out, "rehearse-finding", &args!("severity" => severity, "said" => said))?;
        }
        let id = match (self.found.broken, self.found.findings.iter().all(Finding::is_note)) {
            (true, _) => "rehearse-broken",
            (false, false) => "rehearse-fair",
            (false, true) => "rehearse-good",
        };
        writeln!(out, "{}", self.text(id))
    }

    /// Mean, and in brackets the tenth, the fiftieth and the ninetieth of a hundred.
    fn points(&self, spread: Option<Spread>) -> String {
        match spread {
            Some(s) => format!("{} ({}/{}/{})", tenths(s.mean), s.p10 / 10, s.p50 / 10, s.p90 / 10),
            None => self.text("no-score"),
        }
    }
}

fn minutes(seconds: Option<Spread>) -> String {
    seconds.map_or_else(String::new, |s| format!("{}:{:02}", s.p50 / 60, s.p50 % 60))
}

/// The first column to the left, the others to the right.
fn table(out: &mut impl Write, rows: &[Vec<String>]) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let mut line = String::new();
        for (at, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[at].saturating_sub(cell.width()));
            if at == 0 {
                line += &format!("{cell}{pad}");
            } else {
                line += &format!("  {pad}{cell}");
            }
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
