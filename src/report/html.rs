//! The page as one self-contained HTML file: no script, no address outside, everything escaped.

mod claims;
mod sheets;

use super::page::{Chart, Mark, Observation, Page, Pair, Passage};
use crate::figure::{PORTRAIT_SIZE, svg::svg};
use crate::vocabulary::escape;
use std::fmt::Write;

/// The page as HTML. The same page gives the same text.
pub fn html(page: &Page) -> String {
    let mut out = Html { text: String::with_capacity(64 * 1024), page };
    out.head();
    out.title();
    out.critical();
    out.result();
    out.curves();
    out.listening();
    out.criteria();
    out.evidence();
    out.claims();
    out.sheets();
    out.facts();
    out.transcript();
    out.by_hand();
    out.raw("</main></body></html>\n");
    out.text
}

const STYLE: &str = include_str!("../../assets/report/report.css");

struct Html<'a> {
    text: String,
    page: &'a Page,
}

/// Other people's words: escaped, and kept from turning the direction of what stands around them.
pub(super) fn words(text: &str) -> String {
    format!("<bdi>{}</bdi>", escape(text).replace('\n', "<br>"))
}

const fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Hit => "hit",
        Mark::Partial => "partial",
        Mark::Miss => "miss",
    }
}

fn sign(mark: Mark) -> String {
    let sign = match mark {
        Mark::Hit => "✓",
        Mark::Partial => "△",
        Mark::Miss => "×",
    };
    format!("<b class=\"{}\">{sign}</b>", class(mark))
}

impl Html<'_> {
    fn raw(&mut self, html: &str) {
        self.text.push_str(html);
    }

    fn label(&self, id: &str) -> String {
        self.page.labels.get(id).map(|text| escape(text)).unwrap_or_default()
    }

    fn heading(&mut self, id: &str) {
        let label = self.label(id);
        self.raw(&format!("<h2>{label}</h2>"));
    }

    fn pairs(&mut self, class: &str, pairs: &[Pair]) {
        self.raw(&format!("<dl class=\"{class}\">"));
        for pair in pairs {
            self.raw(&format!("<div><dt>{}</dt><dd>{}</dd></div>", words(&pair.label), words(&pair.text)));
        }
        self.raw("</dl>");
    }

    fn head(&mut self) {
        let page = self.page;
        self.raw(&format!(
            "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"ltr\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
             img-src data:; base-uri 'none'; form-action 'none'\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{} · {}</title><style>{STYLE}</style></head><body><main>",
            page.lang,
            escape(&page.title),
            escape(&page.subject),
        ));
    }

    fn title(&mut self) {
        let page = self.page;
        let class = match page.result.passed {
            Some(true) => "hit",
            Some(false) => "miss",
            None => "partial",
        };
        let reasons = page.result.reasons.iter().map(|reason| format!("<br><small>{}</small>", escape(reason)));
        let reasons: String = reasons.collect();
        let verdict = page.result.verdict.as_deref().map_or_else(String::new, |verdict| {
            format!("<p class=\"verdict {class}\">{}{reasons}</p>", escape(verdict))
        });
        self.raw(&format!(
            "<header><div><p class=\"kind\">{}</p><h1>{}</h1></div>{verdict}</header>",
            escape(&page.title),
            words(&page.subject),
        ));
        if let Some(provenance) = &page.provenance {
            let notes: String =
                provenance.notes.iter().map(|note| format!("<br><small>{}</small>", escape(note))).collect();
            self.raw(&format!("<p class=\"{}\">{}{notes}</p>", provenance.standing, escape(&provenance.words)));
        }
        if let Some(unfinished) = &page.result.unfinished {
            self.raw(&format!("<p class=\"unfinished\">{}</p>", escape(unfinished)));
        }
        self.pairs("head", &page.header);
        self.pairs("versions", &page.versions);
    }

    fn critical(&mut self) {
        let page = self.page;
        if page.critical.is_empty() {
            return;
        }
        self.raw(&format!(
            "<section class=\"critical\"><h2>{}</h2><p>{}</p>",
            self.label("critical"),
            self.label("critical-lead")
        ));
        for one in &page.critical {
            self.raw(&format!(
                "<p><b>{}</b> <small>{} {} · {} · {}</small><br>“{}”<br>{}",
                words(&one.kind),
                self.label("turn"),
                one.turn,
                escape(&one.time),
                escape(&one.source),
                words(&one.said),
                words(&one.why),
            ));
            self.better(one.better.as_deref());
            self.raw("</p>");
        }
        self.raw("</section>");
    }

    fn better(&mut self, better: Option<&str>) {
        if let Some(better) = better {
            let label = self.label("better");
            self.raw(&format!("<br><span class=\"hit\"><b>{label}</b> “{}”</span>", words(better)));
        }
    }

    fn result(&mut self) {
        let page = self.page;
        self.heading("result");
        self.raw("<div class=\"scores\">");
        let bar = |milli: Option<i64>| {
            let width = milli.unwrap_or(0).clamp(0, 1000);
            format!("<i class=\"bar\"><i style=\"width:{}.{}%\"></i></i>", width / 10, width % 10)
        };
        for one in &page.result.dimensions {
            let points = one.points.as_deref().map(escape).unwrap_or_default();
            let own = one.own_words.as_deref().map(|own| format!("<small>{}</small>", escape(own))).unwrap_or_default();
            self.raw(&format!(
                "<div><b>{}</b><strong>{}</strong>{}<small>{points}</small>{own}</div>",
                escape(&one.name),
                escape(&one.score),
                bar(one.milli),
            ));
        }
        self.raw(&format!(
            "<div class=\"total\"><b>{}</b><strong>{}</strong>{}<small>{}</small></div></div>",
            self.label("total"),
            escape(&page.result.total),
            bar(page.result.total_milli),
            escape(&page.result.notes.join(" ")),
        ));
        if let Some(ending) = &page.result.ending {
            let label = self.label("ending");
            self.raw(&format!(
                "<p class=\"ending\"><small>{label}</small> <b>{}</b><br>{}</p>",
                words(&ending.label),
                words(&ending.text)
            ));
        }
        self.pairs("versions", &page.result.tallies);
        if page.critical.is_empty() {
            let none = self.label("critical-none");
            self.raw(&format!("<p><small>{none}</small></p>"));
        }
    }

    fn curves(&mut self) {
        let page = self.page;
        if page.curves.is_empty() {
            return;
        }
        self.heading("curve");
        for chart in &page.curves {
            let svg = self.svg(chart);
            self.raw(&svg);
        }
        if page.turning_points.is_empty() {
            return;
        }
        self.raw("<table><thead><tr>");
        for id in ["turning-points", "turn", "tension", "trainee", "why"] {
            let label = self.label(id);
            self.raw(&format!("<th>{label}</th>"));
        }
        self.raw("</tr></thead><tbody>");
        let thinks = self.label("thought");
        for one in &page.turning_points {
            let face = one.face.as_ref().map(|face| {
                let picture = face.portrait.drawing();
                format!("<br><span class=\"face\">{}</span>", svg(&picture, PORTRAIT_SIZE, one.number, &face.words))
            });
            let thought = one.thought.as_deref();
            let thought = thought.map(|text| format!("<br><small>{thinks} {}</small>", words(text)));
            self.raw(&format!(
                "<tr><td><span class=\"dot\">{}</span>{}</td><td>{}</td><td class=\"{}\">{}</td><td>“{}”</td><td>{}{}</td></tr>",
                one.number,
                face.unwrap_or_default(),
                one.turn,
                if one.rose { "miss" } else { "hit" },
                escape(&one.change),
                words(&one.said),
                words(&one.why),
                thought.unwrap_or_default(),
            ));
        }
        self.raw("</tbody></table>");
    }

    fn svg(&self, chart: &Chart) -> String {
        let (left, width, height) = (36, 840, 170);
        let x = |x: i32| left + x * (width - left) / 1000;
        let y = |y: i32| 14 + (1000 - y) * (height - 14) / 1000;
        let path = |points: &[(i32, i32)]| {
            let pairs: Vec<String> = points.iter().map(|&(px, py)| format!("{},{}", x(px), y(py))).collect();
            pairs.join(" ")
        };
        let mut svg = format!(
            "<figure><figcaption><b>{}</b> <span class=\"tension\">—</span> {} ",
            words(&chart.name),
            self.label("tension")
        );
        for (at, line) in chart.others.iter().enumerate() {
            let _ = write!(svg, "<span class=\"line{at}\">┅</span> {} ", escape(&line.name));
        }
        let _ = write!(
            svg,
            "</figcaption><svg viewBox=\"0 0 {width} {}\" role=\"img\" aria-label=\"{}\">",
            height + 20,
            self.label("curve")
        );
        for level in [0, 250, 500, 750, 1000] {
            let _ = write!(
                svg,
                "<line class=\"grid\" x1=\"{left}\" x2=\"{width}\" y1=\"{0}\" y2=\"{0}\"/><text x=\"{1}\" y=\"{2}\" text-anchor=\"end\">{3}</text>",
                y(level),
                left - 6,
                y(level) + 4,
                level / 10
            );
        }
        for (at, title) in &chart.visits {
            let _ = write!(
                svg,
                "<line class=\"visit\" x1=\"{0}\" x2=\"{0}\" y1=\"14\" y2=\"{height}\"/><text x=\"{1}\" y=\"11\">{2}</text>",
                x(*at),
                x(*at) + 3,
                escape(title)
            );
        }
        for (at, line) in chart.others.iter().enumerate() {
            let _ = write!(svg, "<polyline class=\"line{at}\" points=\"{}\"/>", path(&line.points));
        }
        let _ = write!(svg, "<polyline class=\"tension\" points=\"{}\"/>", path(&chart.tension));
        for &(number, px, py) in &chart.marks {
            let (cx, cy) = (x(px), y(py));
            let _ = write!(
                svg,
                "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"8\"/><text class=\"number\" x=\"{cx}\" y=\"{}\" text-anchor=\"middle\">{number}</text>",
                cy + 4
            );
        }
        for &(at, turn) in &chart.ticks {
            let _ = write!(svg, "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{turn}</text>", x(at), height + 15);
        }
        svg.push_str("</svg></figure>");
        svg
    }

    fn listening(&mut self) {
        let page = self.page;
        if page.listening.is_empty() {
            return;
        }
        self.heading("listening");
        let lead = self.label("listening-lead");
        self.raw(&format!("<p><small>{lead}</small></p><table class=\"measures\"><tbody>"));
        for one in &page.listening {
            self.raw(&format!(
                "<tr><td>{}</td><td><b>{}</b></td><td><small>{}</small></td></tr>",
                escape(&one.name),
                escape(&one.value),
                escape(&one.meaning)
            ));
        }
        self.raw("</tbody></table>");
    }

    fn criteria(&mut self) {
        let page = self.page;
        if page.criteria.is_empty() {
            return;
        }
        self.heading("criteria");
        self.raw("<table class=\"criteria\"><thead><tr><th></th>");
        for id in ["criterion", "level", "weight", "earned", "opportunities", "score"] {
            let label = self.label(id);
            self.raw(&format!("<th>{label}</th>"));
        }
        self.raw("</tr></thead><tbody>");
        for one in &page.criteria {
            self.raw(&format!(
                "<tr><td><small>{}</small></td><td>{}</td><td><small>{} {}</small></td><td>{}</td><td>{}</td><td>{}</td><td><b>{}</b></td></tr>",
                escape(&one.dimension),
                words(&one.name),
                words(one.level.as_deref().unwrap_or_default()),
                escape(&one.source),
                one.weight,
                escape(&one.earned),
                one.opportunities,
                escape(&one.score),
            ));
        }
        self.raw("</tbody></table>");
    }

    fn observation(one: &Observation) -> String {
        format!(
            "{} <b>{}</b> {} <small>{}</small>",
            sign(one.mark),
            words(&one.criterion),
            words(&one.why),
            escape(&one.source)
        )
    }

    fn evidence(&mut self) {
        let page = self.page;
        if !page.evidence.is_empty() {
            self.heading("evidence");
            let lead = self.label("evidence-lead");
            self.raw(&format!("<p><small>{lead}</small></p><table class=\"evidence\"><tbody>"));
            for row in &page.evidence {
                let visitor = row.visitor.as_deref();
                let visitor = visitor.map(|text| format!("<small>“{}”</small><br>", words(text)));
                let observations: Vec<String> = row.observations.iter().map(Self::observation).collect();
                self.raw(&format!(
                    "<tr><td><b>{}</b><br><small>{}</small></td><td>{}{}</td><td>{}",
                    row.turn,
                    escape(&row.time),
                    visitor.unwrap_or_default(),
                    words(&row.trainee),
                    observations.join("<br>"),
                ));
                self.better(row.better.as_deref());
                for Pair { label, text } in &row.law {
                    let (says, article) = (self.label("law-says"), words(label));
                    self.raw(&format!("<br><span><b>{says}</b> {article} {}</span>", words(text)));
                }
                self.raw("</td></tr>");
            }
            self.raw("</tbody></table>");
        }
        if !page.composure.is_empty() {
            self.heading("composure");
            for one in &page.composure {
                let line =
                    format!("<p><small>{} {}</small> {}</p>", self.label("turn"), one.turn, Self::observation(one));
                self.raw(&line);
            }
        }
    }

    fn facts(&mut self) {
        let page = self.page;
        if !page.facts.is_empty() {
            self.heading("facts");
            self.raw("<table><thead><tr><th></th>");
            for id in ["fact", "fact-told", "fact-noted"] {
                let label = self.label(id);
                self.raw(&format!("<th>{label}</th>"));
            }
            self.raw("</tr></thead><tbody>");
            for one in &page.facts {
                self.raw(&format!(
                    "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                    sign(one.mark),
                    words(&one.text),
                    escape(&one.told),
                    escape(&one.noted)
                ));
            }
            self.raw("</tbody></table>");
        }
        if !page.timeline.is_empty() {
            self.heading("timeline");
            self.raw("<table><tbody>");
            for one in &page.timeline {
                let fate = one
                    .fate
                    .as_deref()
                    .map(|fate| format!(" <span class=\"{}\">{}</span>", class(one.mark), escape(fate)));
                self.raw(&format!(
                    "<tr><td>{}</td><td>{}</td><td><small>{}</small></td><td>{}{}</td></tr>",
                    sign(one.mark),
                    escape(&one.when),
                    escape(&one.what),
                    words(&one.text),
                    fate.unwrap_or_default()
                ));
            }
            self.raw("</tbody></table>");
        }
        if !page.articles.is_empty() {
            self.heading("articles");
            self.pairs("articles", &page.articles);
        }
    }

    fn transcript(&mut self) {
        let page = self.page;
        if page.transcript.is_empty() {
            return;
        }
        self.heading("transcript");
        self.raw("<div class=\"talk\">");
        for passage in &page.transcript {
            let html = match passage {
                Passage::Visit { title, when } => {
                    format!("<h3>{} <small>{}</small></h3>", words(title), escape(when))
                }
                Passage::Said { who, manner, text } => {
                    let manner = manner.as_deref().map(|manner| format!("<small>（{}）</small>", escape(manner)));
                    format!(
                        "<p><span class=\"who\">{}</span><span>{}{}</span></p>",
                        words(who),
                        manner.unwrap_or_default(),
                        words(text)
                    )
                }
                Passage::Told { text } => {
                    format!("<p><span class=\"who\"></span><span class=\"soft\">{}</span></p>", words(text))
                }
                Passage::Trainee { turn, time, how, text, marks, notes } => {
                    let how = how.as_deref().map(|how| format!("<small>［{}］</small>", escape(how)));
                    let marks: String = marks.iter().map(|&mark| sign(mark)).collect();
                    format!(
                        "<p class=\"trainee\"><span class=\"who\" title=\"{}\">{turn}</span><span>{}{} {marks} <small class=\"partial\">{}</small></span></p>",
                        escape(time),
                        how.unwrap_or_default(),
                        words(text),
                        words(&notes.join(" · ")),
                    )
                }
                Passage::Happened { text, grave } => format!(
                    "<p><span class=\"who\"></span><span class=\"{}\">— {}</span></p>",
                    if *grave { "miss" } else { "soft" },
                    words(text)
                ),
                Passage::Ended { title, text } => {
                    format!("<p><span class=\"who\"></span><span><b>{}</b><br>{}</span></p>", words(title), words(text))
                }
            };
            self.raw(&html);
        }
        self.raw("</div>");
    }

    /// What is filled in by hand on paper.
    fn by_hand(&mut self) {
        let page = self.page;
        self.heading("self-rating");
        let lead = self.label("self-rating-lead");
        self.raw(&format!("<p><small>{lead}</small></p><p class=\"rating\">"));
        for one in &page.result.dimensions {
            self.raw(&format!("<span>{} {}</span>", escape(&one.name), one.circles));
        }
        self.raw("</p><div class=\"two\">");
        for (id, list) in [("plus", &page.plus), ("delta", &page.delta)] {
            let label = self.label(id);
            self.raw(&format!("<div><b>{label}</b>"));
            for one in list {
                self.raw(&format!("<p><small>{}</small></p>", words(one)));
            }
            self.raw("<i class=\"rule\"></i><i class=\"rule\"></i><i class=\"rule\"></i></div>");
        }
        self.raw("</div>");
        if !page.questions.is_empty() {
            self.heading("questions");
            for group in &page.questions {
                self.raw(&format!("<p><b>{}</b></p><ul>", escape(&group.stage)));
                for question in &group.list {
                    self.raw(&format!("<li>{}</li>", words(question)));
                }
                self.raw("</ul>");
            }
        }
        self.heading("instructor");
        let labels: Vec<String> =
            ["override", "sign-trainee", "sign-instructor", "sign-date", "caveat"].map(|id| self.label(id)).to_vec();
        self.raw(&format!(
            "<i class=\"rule\"></i><i class=\"rule\"></i><p>{}</p><p class=\"signs\"><span>{}</span><span>{}</span><span>{}</span></p>\
             <footer><p>{}</p><p>{}</p></footer>",
            labels[0],
            labels[1],
            labels[2],
            labels[3],
            labels[4],
            escape(&page.footer),
        ));
    }
}
