//! The hand-out as one self-contained HTML file that prints a visit to a page.

use super::super::html::words;
use super::{Choice, Handout, Paper, Part, Say, Step};
use crate::vocabulary::escape;
use std::fmt::Write;

const STYLE: &str = include_str!("../../../assets/report/script.css");

/// The hand-out as HTML; nothing is fetched from elsewhere.
pub fn html(handout: &Handout) -> String {
    let h = handout;
    let mut out = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title><style>{STYLE}</style></head>\
         <body><main><header><p class=\"kind\">{}</p><h1>{}</h1><p class=\"soft\">{}</p></header><p>{}</p>",
        h.lang,
        escape(&h.title),
        words(&h.kind),
        words(&h.title),
        words(&h.about.join(" · ")),
        words(&h.how_to),
    );
    let mut section = |name: &str, body: String| {
        if !body.is_empty() {
            let label = h.labels.get(name).map(|label| escape(label)).unwrap_or_default();
            let _ = write!(out, "<h2>{label}</h2>{body}");
        }
    };
    let objectives: String = h.objectives.iter().map(|text| format!("<li>{}</li>", words(text))).collect();
    section("objectives", if objectives.is_empty() { objectives } else { format!("<ul>{objectives}</ul>") });
    section("briefing", h.briefing.iter().map(|text| format!("<p>{}</p>", words(text))).collect());
    let papers = |papers: &[Paper]| {
        let one =
            |one: &Paper| format!("<div class=\"paper\"><b>{}</b><br>{}</div>", words(&one.title), words(&one.text));
        papers.iter().map(one).collect::<String>()
    };
    section("case-file", papers(&h.case_file));
    section("key", papers(&h.key));
    let roles = h.roles.iter().map(|role| {
        let notes: String = role.notes.iter().map(|note| format!("<li>{}</li>", words(note))).collect();
        format!(
            "<div class=\"role\"><h3>{} <small>{}</small></h3><ul>{notes}</ul></div>",
            words(&role.name),
            words(&role.about)
        )
    });
    section("roles", roles.collect());
    let staff = h.staff.iter().map(|sheet| {
        let mut out = format!(
            "<div class=\"role\"><h3>{} <small>{}</small></h3><p class=\"soft\">{}</p>",
            words(&sheet.name),
            words(&sheet.about),
            words(&sheet.how_to)
        );
        sheet.steps.iter().for_each(|one| step(&mut out, one, h, false));
        out + "</div>"
    });
    section("staff", staff.collect());
    for one in &h.parts {
        part(&mut out, one, h);
    }
    let _ = writeln!(out, "<footer>{}</footer></main></body></html>", words(&h.footer));
    out
}

fn part(out: &mut String, part: &Part, handout: &Handout) {
    let _ = write!(out, "<section><h2>{}</h2><p class=\"soft\">{}</p>", words(&part.title), words(&part.about));
    for one in &part.steps {
        step(out, one, handout, true);
    }
    out.push_str("</section>");
}

/// `is_place`: it stands where it is played, and not once more on a sheet.
fn step(out: &mut String, step: &Step, handout: &Handout, is_place: bool) {
    let manner = step.manner.as_ref().map(|manner| format!(" <em>{}</em>", words(manner))).unwrap_or_default();
    let _ = write!(
        out,
        "<div class=\"step {}\"{}><b class=\"number\">{}</b><div><p class=\"who\">{}{manner} <code>{}</code></p>",
        step.kind,
        if is_place { format!(" id=\"n{}\"", step.number) } else { String::new() },
        step.number,
        words(&step.head),
        escape(&step.id),
    );
    step.says.iter().for_each(|one| say(out, one, handout));
    if !step.options.is_empty() {
        out.push_str("<table>");
        step.options.iter().for_each(|one| option(out, one));
        out.push_str("</table>");
    }
    if let Some(next) = &step.next {
        let _ = write!(out, "<p class=\"next\">{}</p>", words(next));
    }
    out.push_str("</div></div>");
}

fn say(out: &mut String, say: &Say, handout: &Handout) {
    let when =
        say.when.as_ref().map(|when| format!("<span class=\"when\">{}:</span> ", words(when))).unwrap_or_default();
    let _ = write!(out, "<p class=\"say\">{when}{}</p>", words(&say.text));
    if !say.cues.is_empty() {
        let label = handout.labels.get("calls-for").map(|label| escape(label)).unwrap_or_default();
        let _ = write!(out, "<p class=\"cues\">{label} {}</p>", words(&say.cues.join(" · ")));
    }
    if !say.does.is_empty() {
        let label = handout.labels.get("does").map(|label| escape(label)).unwrap_or_default();
        let _ = write!(out, "<p class=\"cues\">{label} {}</p>", words(&say.does.join(" · ")));
    }
}

fn option(out: &mut String, option: &Choice) {
    let when =
        option.when.as_ref().map(|when| format!("<span class=\"when\">{}:</span> ", words(when))).unwrap_or_default();
    let class = if option.spoken { "spoken" } else { "deed" };
    let _ = write!(
        out,
        "<tr class=\"{class}\"><td><b>{}</b></td><td>{when}{}<p class=\"cues\">{}</p></td><td class=\"{}\">{}</td><td>{}</td></tr>",
        escape(&option.mark),
        words(&option.text),
        words(&option.acts),
        option.tone,
        words(&option.effect),
        words(&option.next),
    );
}
