//! What happens, as lines of a terminal: who speaks, how they look, what can be said.

use super::joined;
use super::terminal::{Style, Terminal, one_line};
use crate::args;
use crate::feedback::form_words;
use crate::feedback::look_texts;
use crate::locale::Texts;
use crate::locale::wrap;
use crate::procedure::{FormAnswer, PaperCatalogue, Rules, StepFate};
use crate::scenario::desk_task::TaskKind;
use crate::scenario::model::{OptionKind, Scenario};
use crate::session::hand_in::shown_order;
use crate::session::{Event, Offer, Projection, StepTold};
use crate::visitor::Saying;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use crate::vocabulary::{Expression, Snapshot};
use crate::vocabulary::{FactIx, NodeIx, VisitIx, VisitorIx};
use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

const NARROWEST: usize = 40;
const WIDEST: usize = 88;

/// How the screen shows things.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    pub locale: Locale,
    /// Columns.
    pub width: usize,
    /// Bold and dim.
    pub styled: bool,
    /// The tension gauge of practice mode.
    pub gauge: bool,
    /// Says how long a line takes to say.
    pub timed: bool,
    /// Shows what can be typed.
    pub interactive: bool,
}

impl Manners {
    /// Columns as the shell says them, 80 where it does not.
    pub fn columns() -> usize {
        let asked = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
        asked.unwrap_or(80).clamp(NARROWEST, WIDEST)
    }
}

/// Prints events as they come.
pub struct Screen<W> {
    pub out: Terminal<W>,
    pub manners: Manners,
    scenario: Arc<Scenario>,
    /// What the events come to.
    now: Projection,
    /// Mixes the entries of papers as the session does.
    seed: u64,
    /// What stands in the paper at hand.
    pub draft: FormAnswer,
}

impl<W: Write> Screen<W> {
    pub fn new(out: Terminal<W>, manners: Manners, scenario: Arc<Scenario>, seed: u64) -> Self {
        let now = Projection::new(&scenario);
        Self { out, manners, scenario, now, seed, draft: FormAnswer::default() }
    }

    fn text(&self, id: &str) -> Cow<'static, str> {
        self.manners.locale.text(id)
    }

    fn styled(&mut self, style: Style, text: &str) -> io::Result<()> {
        if self.manners.styled { self.out.styled(style, text) } else { write!(self.out, "{text}") }
    }

    fn styled_line(&mut self, style: Style, text: &str) -> io::Result<()> {
        self.styled(style, text)?;
        writeln!(self.out)
    }

    fn columns(&self, text: &str) -> f32 {
        // Chinese terminals draw quotes, dashes and dots two columns wide, others one.
        let columns = match self.manners.locale {
            Locale::ZhCn => text.width_cjk(),
            Locale::En => text.width(),
        };
        columns as f32
    }

    /// A text after a `lead` of the first line, the others indented by `indent`.
    fn paragraph(&mut self, lead: &str, style: Option<Style>, text: &str, indent: usize) -> io::Result<()> {
        let room = self.manners.width.saturating_sub(indent) as f32;
        // The lead stands in the first line in place of the indent.
        let missing = " ".repeat((self.columns(lead) as usize).saturating_sub(indent));
        let lines: Vec<String> = wrap::wrap(&format!("{missing}{text}"), room, |line| self.columns(line))
            .into_iter()
            .scan(missing.len(), |skip, line| {
                let start = line.start.max(*skip).saturating_sub(*skip);
                let end = line.end.max(*skip) - *skip;
                Some(text[start..end].to_owned())
            })
            .collect();
        for (at, line) in lines.iter().enumerate() {
            match (at, style) {
                (0, Some(style)) => self.styled(style, lead)?,
                (0, None) => write!(self.out, "{lead}")?,
                _ if line.is_empty() => {}
                _ => write!(self.out, "{:indent$}", "")?,
            }
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    fn direction(&mut self, text: &str) -> io::Result<()> {
        let text = self.manners.locale.text_with("play-direction", &args!("text" => text)).into_owned();
        let width = self.manners.width as f32 - 2.0;
        for line in wrap::lines(&text, width, |line| self.columns(line)) {
            write!(self.out, "  ")?;
            self.styled_line(Style::Dim, &line)?;
        }
        Ok(())
    }

    pub fn rule(&mut self) -> io::Result<()> {
        // A light line is one column wide in one terminal and two in another: ASCII is safe.
        let rule = "-".repeat(self.manners.width);
        self.styled_line(Style::Dim, &rule)
    }

    pub fn plain(&mut self, text: &str) -> io::Result<()> {
        self.paragraph("", None, text, 0)
    }

    pub fn titled(&mut self, title: &str, text: &str) -> io::Result<()> {
        self.styled_line(Style::Bold, title)?;
        if text.is_empty() { Ok(()) } else { self.paragraph("  ", None, text, 2) }
    }

    /// One line of a list.
    pub fn item(&mut self, text: &str) -> io::Result<()> {
        self.paragraph("  - ", None, text, 4)
    }

    /// A name and a score, the scores below each other.
    pub fn score(&mut self, name: &str, score: &str) -> io::Result<()> {
        let gap = 14_usize.saturating_sub(name.width()).max(1);
        write!(self.out, "{name}{:gap$}", "")?;
        self.styled_line(Style::Bold, score)
    }

    /// Title, briefing and case file.
    pub fn briefing(&mut self) -> io::Result<()> {
        let scenario = Arc::clone(&self.scenario);
        let locale = self.manners.locale;
        writeln!(self.out)?;
        self.titled(scenario.title.get(locale), scenario.briefing.get(locale))?;
        for document in &scenario.case_file {
            writeln!(self.out)?;
            self.titled(document.title.get(locale), document.text.get(locale))?;
        }
        Ok(())
    }

    /// Follows an event without showing it.
    pub fn follow(&mut self, event: &Event) {
        self.now.take(&self.scenario, event);
        if matches!(event, Event::Laid { .. } | Event::SteppedBack { .. }) {
            self.draft = FormAnswer::default();
        }
    }

    /// Begins again from events that still count: what was felt, and what was said last.
    pub fn restart(&mut self, events: &[Event]) -> io::Result<()> {
        self.now = Projection::new(&self.scenario);
        events.iter().for_each(|event| self.follow(event));
        let turn = |event: &Event| matches!(event, Event::Chose { .. } | Event::Gestured { .. } | Event::Filled { .. });
        let since = events.iter().rposition(turn).map_or(0, |at| at + 1);
        for event in events[since..].iter().filter(|event| matches!(event, Event::Said { .. })) {
            self.show(event)?;
        }
        Ok(())
    }

    pub fn show_all(&mut self, events: &[Event]) -> io::Result<()> {
        for event in events {
            self.follow(event);
            self.show(event)?;
        }
        self.out.flush()
    }

    fn show(&mut self, event: &Event) -> io::Result<()> {
        let scenario = Arc::clone(&self.scenario);
        let locale = self.manners.locale;
        match *event {
            Event::VisitBegan { visit, day } => self.header(visit, day),
            Event::Said { node, variant, speech_ms, .. } => self.said(node, variant, speech_ms),
            Event::Offered { node, options, .. } if self.manners.interactive => self.offered(node, options),
            Event::Laid { node, .. } if self.manners.interactive => self.laid(node),
            Event::Filled { node, written, .. } => self.filled(node, written),
            Event::Interrupted { who, .. } => {
                let name = self.name(who);
                let text = locale.text_with("play-interrupted", &args!("name" => name));
                self.direction(&text)
            }
            Event::Chose { node, option, .. } => self.chose(node, option),
            Event::Gestured { act, .. } => {
                let id = ActCatalogue::shipped()[act].gesture.clone().unwrap_or_default();
                let done = locale
                    .find(&format!("gesture-{id}.done"), None)
                    .unwrap_or_else(|| locale.text(&format!("gesture-{id}")));
                self.direction(&done)
            }
            Event::Outburst { who } => {
                let name = self.name(who);
                let text = locale.text_with("play-outburst", &args!("name" => name));
                self.direction(&text)
            }
            Event::FactNoted { fact, .. } => {
                let text = self.fact(fact);
                self.direction(&locale.text_with("play-noted", &args!("fact" => text)))
            }
            Event::PaperIssued { paper } => {
                let title = PaperCatalogue::shipped()[paper].title.get(locale);
                self.direction(&locale.text_with("play-paper", &args!("title" => title)))
            }
            Event::PromiseMade { promise, .. } => self.promise("play-promised", promise.at()),
            Event::PromiseKept { promise } => self.promise("play-kept", promise.at()),
            Event::PromiseBroken { promise } => self.promise("play-broken", promise.at()),
            Event::StepTaken { .. } | Event::StepRefused { .. } | Event::StepOverdue { .. } => self.step(),
            Event::TimePassed { node, days } => {
                writeln!(self.out)?;
                let text = locale.text_with("play-days", &args!("days" => days)).into_owned();
                self.direction(&text)?;
                let passed = scenario.kind(node).and_then(|kind| kind.as_time_passes());
                match passed.map_or("", |passed| passed.text.get(locale)) {
                    "" => Ok(()),
                    text => self.paragraph("", None, text, 0),
                }
            }
            Event::SteppedBack { turn } => {
                writeln!(self.out)?;
                let text = locale.text_with("play-stepped-back", &args!("turn" => turn)).into_owned();
                self.direction(&text)
            }
            Event::Ended { node } => match scenario.kind(node).and_then(|kind| kind.as_end()) {
                Some(end) => {
                    writeln!(self.out)?;
                    self.rule()?;
                    let title = locale.text_with("play-ending", &args!("title" => end.title.get(locale)));
                    self.titled(&title, end.text.get(locale))
                }
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// The step that has just been taken, or has not.
    fn step(&mut self) -> io::Result<()> {
        let locale = self.manners.locale;
        let Some(StepTold { step, by, day, fate, .. }) = self.now.last_step().copied() else { return Ok(()) };
        let (id, day) = match fate {
            StepFate::Taken(_) => ("play-step", locale.day(self.scenario.date(day))),
            StepFate::Refused(_) => ("play-step-refused", String::new()),
            StepFate::Overdue { .. } => ("play-step-overdue", String::new()),
        };
        let args = args!(
            "step" => locale.say(&step.label()), "by" => locale.say(&by.label()), "day" => day, "fate" => locale.say(&fate.message()),
        );
        let text = locale.text_with(id, &args).into_owned();
        self.direction(&text)
    }

    /// What is owed to the matter, and until when.
    fn limits(&mut self, today: jiff::civil::Date) -> io::Result<()> {
        let locale = self.manners.locale;
        let Some(matter) = self.now.case.matter else { return Ok(()) };
        let stage = locale.text_with("play-stage", &args!("stage" => locale.say(&matter.stage().label()))).into_owned();
        self.plain(&stage)?;
        for running in matter.limits(Rules::shipped()) {
            let words = locale.say(&running.message(today));
            let line = locale.text_with("play-limit", &args!("limit" => words)).into_owned();
            self.plain(&line)?;
        }
        Ok(())
    }

    fn name(&self, who: VisitorIx) -> &str {
        self.scenario.visitors.get(who.at()).map_or("", |visitor| visitor.name.get(self.manners.locale))
    }

    pub fn fact(&self, fact: FactIx) -> &str {
        self.scenario.facts.get(fact.at()).map_or("", |fact| fact.text.get(self.manners.locale))
    }

    fn promise(&mut self, id: &str, promise: usize) -> io::Result<()> {
        let locale = self.manners.locale;
        let text = self.scenario.promises.get(promise).map_or("", |promise| promise.text.get(locale));
        let text = locale.text_with(id, &args!("promise" => text)).into_owned();
        self.direction(&text)
    }

    fn header(&mut self, visit: VisitIx, day: u16) -> io::Result<()> {
        let scenario = Arc::clone(&self.scenario);
        let locale = self.manners.locale;
        let Some(meeting) = scenario.visits.get(visit.at()) else {
            return Ok(());
        };
        let date = scenario.date(day);
        let clock = format!("{:02}:{:02}", meeting.begins_at / 60, meeting.begins_at % 60);
        let when =
            locale.text_with("play-when", &args!("month" => date.month(), "day" => date.day(), "clock" => clock));
        let mut header = vec![scenario.title.get(locale), meeting.title.get(locale), &when];
        // A scenario of one visit calls it by its own title.
        header.dedup();
        header.retain(|part| !part.is_empty());
        let header = one_line(&header.join(" · ")).into_owned();
        writeln!(self.out)?;
        self.rule()?;
        self.styled_line(Style::Bold, &header)?;
        let present: Vec<String> = (scenario.heads(&meeting.present).into_iter())
            .filter_map(|(who, number)| Some((who, number, scenario.visitors.get(who.at())?)))
            .map(|(who, number, visitor)| {
                let (name, role) = (locale.say(&scenario.name_of(who, number)), visitor.role.get(locale));
                if role.is_empty() {
                    return name;
                }
                locale.text_with("play-person", &args!("name" => name, "role" => role)).into_owned()
            })
            .collect();
        let staff = meeting.staff.iter().filter_map(|who| scenario.staff.get(who.at())).map(|one| {
            let (name, role) = (one.name.get(locale).to_owned(), one.role.get(locale));
            let role = if role.is_empty() { locale.text("play-our-own") } else { role.into() };
            locale.text_with("play-person", &args!("name" => name, "role" => role)).into_owned()
        });
        let present: Vec<String> = present.into_iter().chain(staff).collect();
        let present = joined("cli-list", &present, locale);
        let present = locale.text_with("play-present", &args!("people" => present)).into_owned();
        self.plain(&present)?;
        self.limits(date)?;
        self.rule()
    }

    fn said(&mut self, node: NodeIx, variant: u8, speech_ms: u32) -> io::Result<()> {
        let scenario = Arc::clone(&self.scenario);
        let locale = self.manners.locale;
        let Some(line) = scenario.kind(node).and_then(|kind| kind.speech()) else {
            return Ok(());
        };
        let Some(variant) = line.variants.get(usize::from(variant)) else {
            return Ok(());
        };
        writeln!(self.out)?;
        let text = variant.say.get(locale);
        if let Some(one) = line.staff.and_then(|who| scenario.staff.get(who.at())) {
            let manner = line.manner.id().map(|id| locale.text(&format!("look-{id}")).into_owned());
            let name = one.name.get(locale);
            let lead = match manner {
                Some(look) => locale.text_with("play-says-looking", &args!("name" => name, "look" => look)),
                None => locale.text_with("play-says", &args!("name" => name)),
            };
            return self.paragraph(&lead, Some(Style::Bold), text, 2);
        }
        let Some(who) = line.who else {
            return self.paragraph("", None, text, 0);
        };
        let visitor = &scenario.visitors[who.at()];
        let mut looks = match self.now.felt(who) {
            Some(state) => {
                let saying = Saying { manner: line.manner, cues: &variant.cues };
                let shown = Expression::of(&visitor.persona, &state, Some(saying));
                look_texts::words(&shown, Some(line.manner), locale)
            }
            None => look_texts::words(&Expression::default(), Some(line.manner), locale),
        };
        if self.manners.timed && speech_ms > 0 {
            let seconds = speech_ms.div_ceil(1000);
            looks.push(locale.text_with("play-speaks", &args!("seconds" => seconds)).into_owned());
        }
        let name = visitor.name.get(locale);
        let lead = if looks.is_empty() {
            locale.text_with("play-says", &args!("name" => name))
        } else {
            let looks = joined("play-looks", &looks, locale);
            locale.text_with("play-says-looking", &args!("name" => name, "look" => looks))
        };
        self.paragraph(&lead, Some(Style::Bold), text, 2)
    }

    fn chose(&mut self, node: NodeIx, option: u8) -> io::Result<()> {
        let scenario = Arc::clone(&self.scenario);
        let Some(choice) = scenario.choice(node) else {
            return Ok(());
        };
        let Some(option) = choice.options.get(usize::from(option)) else {
            return Ok(());
        };
        let text = self.manners.locale.words(&option.text);
        writeln!(self.out)?;
        let lead = self.text(match option.kind {
            OptionKind::Response => "play-you-say",
            OptionKind::Gesture | OptionKind::DeskAction => "play-you-do",
        });
        self.paragraph(&lead, Some(Style::Bold), &text, 2)
    }

    /// Options with their numbers, gestures, and what else can be typed.
    pub fn offered(&mut self, node: NodeIx, offer: Offer) -> io::Result<()> {
        let scenario = Arc::clone(&self.scenario);
        let locale = self.manners.locale;
        let Some(choice) = scenario.choice(node) else {
            return Ok(());
        };
        writeln!(self.out)?;
        self.faces()?;
        for (at, option) in offer.as_slice().iter().enumerate() {
            let Some(option) = choice.options.get(usize::from(*option)) else {
                continue;
            };
            let text = locale.words(&option.text);
            let text = match option.kind {
                OptionKind::Response => text,
                OptionKind::Gesture | OptionKind::DeskAction => {
                    locale.text_with("play-option-deed", &args!("text" => text))
                }
            };
            self.paragraph(&format!(" {}  ", at + 1), Some(Style::Bold), &text, 4)?;
        }
        self.gestures()?;
        self.keys(if self.manners.gauge { "play-keys" } else { "play-keys-exam" })
    }

    fn gestures(&mut self) -> io::Result<()> {
        let gestures: Vec<String> = (ActCatalogue::shipped().gestures().enumerate())
            .map(|(at, (_, id))| format!("g{}\u{a0}{}", at + 1, self.text(&format!("gesture-{id}"))))
            .collect();
        self.paragraph(" ", None, &gestures.join("  "), 1)
    }

    fn keys(&mut self, id: &str) -> io::Result<()> {
        let keys = self.text(id).into_owned();
        let width = self.manners.width as f32 - 1.0;
        for line in wrap::lines(&keys, width, |line| self.columns(line)) {
            write!(self.out, " ")?;
            self.styled_line(Style::Dim, &line)?;
        }
        Ok(())
    }

    /// A paper to fill or an answer to compose: each field with its entries, what stands there marked.
    pub fn laid(&mut self, node: NodeIx) -> io::Result<()> {
        let scenario = Arc::clone(&self.scenario);
        let locale = self.manners.locale;
        let Some(task) = scenario.task(node) else {
            return Ok(());
        };
        writeln!(self.out)?;
        self.faces()?;
        self.titled(&form_words::heading(task, locale), "")?;
        if task.form.seen_by_others {
            let text = self.text("desk-seen-by-others").into_owned();
            self.paragraph(" ", None, &text, 1)?;
        }
        if let Some(printed) = form_words::printed(task, locale) {
            self.paragraph(" ", None, &printed, 1)?;
        }
        for (at, field) in task.form.fields.iter().enumerate() {
            let label = locale.words(&field.label);
            self.paragraph(&format!(" {}  ", at + 1), Some(Style::Bold), &label, 4)?;
            let shown = shown_order(&task.form, node, at, self.seed);
            for (entry, letter) in shown.into_iter().zip('a'..='z') {
                let words = scenario.option(node, entry).map(|option| locale.words(&option.text)).unwrap_or_default();
                let written = self.draft.contains(entry);
                let mark = if written { '*' } else { ' ' };
                self.paragraph(&format!("   {mark}{letter} "), written.then_some(Style::Bold), &words, 6)?;
            }
        }
        if task.kind == TaskKind::Compose {
            let sentence = form_words::sentence(task, self.draft, locale);
            let lead = self.text("play-so-far").into_owned();
            self.paragraph(&lead, None, &sentence, 2)?;
        }
        self.gestures()?;
        self.keys(if self.manners.gauge { "play-keys-desk" } else { "play-keys-desk-exam" })
    }

    /// What was handed in: a form line by line, an answer as it is said.
    fn filled(&mut self, node: NodeIx, written: FormAnswer) -> io::Result<()> {
        let scenario = Arc::clone(&self.scenario);
        let locale = self.manners.locale;
        let Some(task) = scenario.task(node) else {
            return Ok(());
        };
        writeln!(self.out)?;
        if task.kind == TaskKind::Compose {
            let lead =
                self.text(if task.form.paper.is_some() { "play-you-write" } else { "play-you-say" }).into_owned();
            return self.paragraph(&lead, Some(Style::Bold), &form_words::sentence(task, written, locale), 2);
        }
        let title =
            locale.text_with("play-you-fill", &args!("title" => form_words::heading(task, locale))).into_owned();
        self.styled_line(Style::Bold, &title)?;
        for (at, field) in task.form.fields.iter().enumerate() {
            let words = form_words::words(task, at, written, locale).unwrap_or_default();
            let args = args!("label" => locale.words(&field.label), "words" => words);
            let text = locale.text_with("desk-told-field", &args).into_owned();
            self.paragraph("  ", None, &text, 4)?;
        }
        Ok(())
    }

    /// How those present look while they wait for an answer.
    fn faces(&mut self) -> io::Result<()> {
        let scenario = Arc::clone(&self.scenario);
        let locale = self.manners.locale;
        let present = scenario.visits.get(self.now.visit.at()).map_or(&[][..], |visit| &visit.present);
        for (first, number) in scenario.heads(present) {
            // A crowd shows the face of whoever in it is most stirred up.
            let crowd = present.iter().filter(|who| **who == first || scenario.visitors[who.at()].like == Some(first));
            let felt = crowd.filter_map(|who| self.now.felt(*who)).max_by_key(Snapshot::tension);
            let Some(state) = felt else {
                continue;
            };
            let visitor = &scenario.visitors[first.at()];
            let shown = Expression::of(&visitor.persona, &state, self.now.saying(&scenario, first));
            let mut parts = look_texts::words(&shown, None, locale);
            if self.manners.gauge {
                let marks = (usize::from(state.tension().unsigned_abs()) * 5).div_ceil(1000).clamp(1, 5);
                let bar = format!("{}{}", "#".repeat(marks), ".".repeat(5 - marks));
                parts.push(locale.text_with("play-tension", &args!("bar" => bar)).into_owned());
            }
            if !parts.is_empty() {
                let text = joined("play-looks", &parts, locale);
                let name = locale.say(&scenario.name_of(first, number));
                let text = locale.text_with("play-face", &args!("name" => name, "look" => text)).into_owned();
                self.direction(&text)?;
            }
        }
        Ok(())
    }
}
