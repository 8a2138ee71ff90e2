//! What a seat's page is told: what can be seen and heard now, what can be done, what lies on the desk. Never what an
//! option does, what would be right, or what comes later.

use super::beats::{Beat, Beats};
use super::deed::spoken_lines;
use super::desk;
use super::scene::{self, Room, Scene};
use crate::args;
use crate::feedback::form_words;
use crate::locale::Texts;
use crate::logbook::Recording;
use crate::scenario::desk_task::{DeskTask, TaskKind};
use crate::scenario::model::{OptionKind, Scenario, Variant};
use crate::session::hand_in::shown_order;
use crate::session::{Awaiting, Event, Mode};
use crate::showing::{Card, Phrase, View, of_variant, speaker, variant};
use crate::vocabulary::{ActCatalogue, FactIx, Locale, NodeIx, PromiseIx};
use serde::Serialize;

/// How a page asks.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The language of the page.
    pub locale: Locale,
    /// Milliseconds since the last move, by the server's clock.
    pub elapsed_ms: u64,
    /// The trainee speaks although somebody still does.
    pub cut_in: bool,
    /// The room whose picture the page has.
    pub room: Option<&'a str>,
}

/// Everything a page shows of a session.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// `practice` or `exam`.
    pub mode: &'static str,
    /// False: nobody measures time.
    pub timed: bool,
    /// The scenario's.
    pub title: String,
    /// The visit's title.
    pub visit: String,
    /// Day and hour, in words.
    pub when: String,
    /// Which visit of how many, in words.
    pub visit_of: String,
    /// The turn under way, from 0.
    pub turn: u32,
    /// What has been shown since the last move, in its order.
    pub beats: Vec<BeatTold>,
    /// What the trainee said last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub you: Option<String>,
    /// The trainee cut somebody off with the last turn.
    pub cut_off: bool,
    /// Somebody still speaks: what can be said is not told yet.
    pub folded: bool,
    /// What is asked for.
    pub asked: AskedFor,
    /// Names of the gestures, in the order of the keys.
    pub gestures: Vec<String>,
    /// Practice, and there is a turn to take back.
    pub can_step_back: bool,
    /// What was noted, in the order of noting.
    pub notebook: Vec<String>,
    /// The talk so far.
    pub talk: Vec<Passage>,
    /// What people said last, phrase by phrase; the latest first.
    pub lines: Vec<LineTold>,
    /// The calendar, by stretches.
    pub calendar: Vec<desk::CalendarPart>,
}

/// One stretch of time. Times are milliseconds since the last move; what began before it is below 0.
#[derive(Clone, Debug, Serialize)]
pub struct BeatTold {
    /// When it begins.
    pub from_ms: i64,
    /// How long it is spoken; 0: nobody speaks.
    pub speech_ms: u32,
    /// Who speaks; none: narration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// A person's line: its number. Narration has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The words, in parts that can be noted.
    pub phrases: Vec<PhraseTold>,
    /// What waits to be read after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<CardTold>,
    /// Where it is.
    pub room: Room,
    /// The people in it.
    pub scene: Scene,
    /// So much of the talk has been heard when it is over …
    pub talk: usize,
    /// … and before its line.
    pub talk_before: usize,
    /// In eighths; practice only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tension: Option<u8>,
}

/// A line of a person, to note from.
#[derive(Clone, Debug, Serialize)]
pub struct LineTold {
    /// Its number, counted from the first of the session.
    pub line: u32,
    /// Its words, in parts that can be noted.
    pub phrases: Vec<PhraseTold>,
}

/// Words of a line that go into the notebook together.
#[derive(Clone, Debug, Serialize)]
pub struct PhraseTold {
    /// The words.
    pub text: String,
    /// They stand in the notebook.
    pub noted: bool,
}

/// Something that waits until it has been read.
#[derive(Clone, Debug, Serialize)]
pub struct CardTold {
    /// Its heading.
    pub title: String,
    /// What it says.
    pub text: String,
    /// What became of promises; true: kept.
    pub promises: Vec<(String, bool)>,
    /// The next visit: its title and its day.
    pub next: Option<String>,
    /// The session is over.
    pub ending: bool,
    /// A visit went well or badly, in words.
    pub outcome: Option<String>,
}

/// What the trainee is asked for.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AskedFor {
    /// Nothing that could be told yet.
    Nothing,
    /// One of these, by their texts in the order shown.
    Options(Vec<String>),
    /// A paper to fill or an answer to compose.
    Form(FormTold),
    /// The session is over.
    Ended {
        /// The trainee has said how it was.
        rated: bool,
    },
}

/// A paper to fill or an answer to compose.
#[derive(Clone, Debug, Serialize)]
pub struct FormTold {
    /// Its heading.
    pub title: String,
    /// A word of warning.
    pub note: Option<String>,
    /// What stands on it beforehand.
    pub printed: Option<String>,
    /// What is to be filled in, in its order.
    pub fields: Vec<FieldTold>,
    /// An answer as a sentence, with `{0}`, `{1}`, `{2}` for its parts.
    pub sentence: Option<String>,
    /// What the button says.
    pub hand_in: String,
}

/// A field with its entries in the order in which they are found.
#[derive(Clone, Debug, Serialize)]
pub struct FieldTold {
    /// What it is called.
    pub label: String,
    /// What can stand in it.
    pub entries: Vec<String>,
}

/// One thing of the talk so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// `visit`, `line`, `aside`, `you` or `broken`.
    pub kind: &'static str,
    /// Who, where it is somebody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// What, in words.
    pub text: String,
}

/// What can be done, for a page that knows all the rest.
#[derive(Clone, Debug, Serialize)]
pub struct Unfolded {
    /// Somebody still speaks: what can be said is not told yet.
    pub folded: bool,
    /// What is asked for.
    pub asked: AskedFor,
}

/// What can be done now, once nobody speaks any more or the trainee cuts in.
pub fn unfolded(recording: &Recording, asked: Asked) -> Unfolded {
    let session = recording.session();
    let beats = Beats::of(recording.events(), session.clock_ms());
    let view = View::of(session.scenario(), &beats.events);
    let folded = is_folded(&beats, session.scenario(), session.clock_ms(), asked);
    Unfolded { folded, asked: if folded { AskedFor::Nothing } else { asked_for(recording, &view, asked.locale) } }
}

/// A person still speaks, by the server's clock, and the trainee has not cut in.
fn is_folded(beats: &Beats, scenario: &Scenario, clock_ms: u64, asked: Asked) -> bool {
    let until = beats.spoken_until(|speech| speaker(scenario, speech.node).is_some());
    until > clock_ms + asked.elapsed_ms && !asked.cut_in
}

/// What the page is told now.
pub fn told(recording: &Recording, asked: Asked) -> Told {
    let session = recording.session();
    let (scenario, clock_ms, locale) = (session.scenario(), session.clock_ms(), asked.locale);
    let practice = session.settings().mode == Mode::Practice;
    let all = Beats::of(recording.events(), clock_ms);
    let folded = is_folded(&all, scenario, clock_ms, asked);
    let Beats { events, beats } = all;
    let view = View::of(scenario, &events);
    let hour = scene::hour(scenario, &view, clock_ms);
    let visit = scenario.visits.get(view.now.visit.at());
    let mut room = asked.room.map(str::to_owned);
    let mut before = beats.first().map_or(0, |beat| turn_before(&events, beat.shown));
    let beats = beats.iter().map(|beat| {
        let new = events.get(before..beat.shown).unwrap_or_default();
        before = beat.shown;
        let told = beat_told(scenario, &events, beat, new, (clock_ms, practice, room.as_deref()), locale);
        room = Some(told.room.key.clone());
        told
    });
    let beats = beats.collect();
    Told {
        mode: if practice { "practice" } else { "exam" },
        timed: session.settings().timed,
        title: scenario.title.get(locale).to_owned(),
        visit: visit.map_or_else(String::new, |visit| visit.title.get(locale).to_owned()),
        when: desk::at_hour(scenario, view.now.case.day, hour, locale),
        visit_of: locale
            .text_with("visit-of", &args!("n" => view.now.visit.at() + 1, "of" => scenario.visits.len()))
            .into_owned(),
        turn: view.now.turn,
        beats,
        you: you(scenario, &view, locale),
        cut_off: cut_off(&events),
        folded,
        asked: if folded { AskedFor::Nothing } else { asked_for(recording, &view, locale) },
        gestures: ActCatalogue::shipped().gestures().map(|(_, id)| gesture(id, locale)).collect(),
        can_step_back: practice && view.now.turn > 0,
        notebook: view
            .now
            .noted
            .iter()
            .filter_map(|fact| Some(scenario.facts.get(fact.at())?.text.get(locale).to_owned()))
            .collect(),
        talk: desk::talk(scenario, &view, locale),
        lines: lines(scenario, &view, locale),
        calendar: desk::calendar(scenario, &view, locale),
    }
}

/// Where the events of the turn begin that led to what is shown.
fn turn_before(events: &[Event], shown: usize) -> usize {
    let turn = |event: &Event| {
        matches!(event, Event::Chose { .. } | Event::Filled { .. } | Event::Gestured { .. } | Event::VisitBegan { .. })
    };
    let at = events.get(..shown).and_then(|seen| seen.iter().rposition(turn)).unwrap_or(0);
    // Who was cut off stands before the turn that did it.
    at.saturating_sub(1)
}

fn beat_told(
    scenario: &Scenario,
    events: &[Event],
    beat: &Beat,
    new: &[Event],
    (clock_ms, practice, room): (u64, bool, Option<&str>),
    locale: Locale,
) -> BeatTold {
    let view = View::of(scenario, events.get(..beat.shown).unwrap_or(events));
    let hour = scene::hour(scenario, &view, clock_ms);
    let speech = beat.speech;
    let who = speech.and_then(|speech| speaker(scenario, speech.node));
    let words = speech.and_then(|speech| variant(scenario, speech.node, speech.variant));
    let number = spoken_lines(&view, scenario).count().checked_sub(1).and_then(|at| u32::try_from(at).ok());
    let talk = desk::talk(scenario, &view, locale);
    let before = talk.iter().rposition(|passage| matches!(passage.kind, "line" | "aside")).unwrap_or(talk.len());
    let tension = usize::try_from(view.now.tension(scenario)).unwrap_or(0) * 8;
    BeatTold {
        from_ms: speech.map_or(0, |speech| speech.from_ms as i64 - clock_ms as i64),
        speech_ms: speech.map_or(0, |speech| speech.speech_ms),
        who: who.and_then(|who| scenario.called(who)).map(|name| name.get(locale).to_owned()),
        line: who.and(number),
        phrases: words.map(|words| phrases(scenario, words, &view, locale)).unwrap_or_default(),
        card: beat.card.as_ref().and_then(|card| card_told(scenario, card, locale)),
        room: scene::room_of(scenario, &view, hour, room),
        scene: scene::scene_of(scenario, &view, beat, new, hour, locale),
        talk: talk.len(),
        talk_before: before,
        tension: practice.then(|| u8::try_from(tension.div_ceil(1000)).unwrap_or(8)),
    }
}

fn phrases(scenario: &Scenario, words: &Variant, view: &View, locale: Locale) -> Vec<PhraseTold> {
    let text = words.say.get(locale);
    let noted = |facts: &[FactIx]| !facts.is_empty() && facts.iter().all(|fact| view.now.noted.contains(fact));
    let one = |phrase: &Phrase| PhraseTold { text: text[phrase.range.clone()].to_owned(), noted: noted(&phrase.facts) };
    of_variant(scenario, words, locale).iter().map(one).collect()
}

/// How many lines back words can still be noted.
const LINES: usize = 3;

fn lines(scenario: &Scenario, view: &View, locale: Locale) -> Vec<LineTold> {
    let all: Vec<(NodeIx, u8)> = spoken_lines(view, scenario).collect();
    let line = |(at, &(node, said)): (usize, &(NodeIx, u8))| {
        let words = variant(scenario, node, said)?;
        Some(LineTold { line: u32::try_from(at).ok()?, phrases: phrases(scenario, words, view, locale) })
    };
    all.iter().enumerate().rev().take(LINES).filter_map(line).collect()
}

fn card_told(scenario: &Scenario, card: &Card, locale: Locale) -> Option<CardTold> {
    match card {
        Card::Meanwhile { node, days, kept, broken, next } => {
            let text = scenario.kind(*node).and_then(|kind| kind.as_time_passes()).map(|node| node.text.get(locale));
            let all = kept.iter().map(|one| (one, true)).chain(broken.iter().map(|one| (one, false)));
            let promise = |(promise, kept): (&PromiseIx, bool)| {
                let words = scenario.promises.get(promise.at())?.text.get(locale);
                let id = if kept { "promise-kept" } else { "promise-broken" };
                Some((locale.text_with(id, &args!("promise" => words)).into_owned(), kept))
            };
            let next = next.and_then(|(visit, day)| {
                let found = scenario.visits.get(visit.at())?;
                let when = desk::at_hour(scenario, day, crate::figure::Hour(found.begins_at), locale);
                Some(format!("{} · {when}", found.title.get(locale)))
            });
            Some(CardTold {
                title: locale.text_with("days-later", &args!("n" => *days)).into_owned(),
                text: text.unwrap_or_default().to_owned(),
                promises: all.filter_map(promise).collect(),
                next,
                ending: false,
                outcome: None,
            })
        }
        Card::Ending { node } => {
            let end = scenario.kind(*node)?.as_end()?;
            Some(CardTold {
                title: end.title.get(locale).to_owned(),
                text: end.text.get(locale).to_owned(),
                promises: Vec::new(),
                next: None,
                ending: true,
                outcome: Some(locale.text(desk::outcome_id(end.outcome)).into_owned()),
            })
        }
    }
}

fn you(scenario: &Scenario, view: &View, locale: Locale) -> Option<String> {
    desk::talk(scenario, view, locale)
        .into_iter()
        .rev()
        .find(|passage| passage.kind == "you")
        .map(|passage| passage.text)
}

/// The last turn cut somebody off: that stands just before it.
fn cut_off(events: &[Event]) -> bool {
    let turn = |event: &Event| matches!(event, Event::Chose { .. } | Event::Filled { .. } | Event::Gestured { .. });
    let Some(last) = events.iter().rposition(turn) else { return false };
    let timing = events[..last]
        .iter()
        .rev()
        .take_while(|event| matches!(event, Event::Interrupted { .. } | Event::Paused { .. }));
    timing.into_iter().any(|event| matches!(event, Event::Interrupted { .. }))
}

/// A gesture as the row of gestures names it.
pub fn gesture(id: &str, locale: Locale) -> String {
    locale.find(&format!("gesture-{id}"), None).map_or_else(|| id.to_owned(), |name| name.into_owned())
}

fn asked_for(recording: &Recording, view: &View, locale: Locale) -> AskedFor {
    let session = recording.session();
    let scenario = session.scenario();
    match session.awaiting() {
        Awaiting::Choice { node, offer } if view.offer().is_some() => {
            let option = |at: &u8| {
                let option = scenario.option(node, *at)?;
                let text = locale.words(&option.text);
                Some(match option.kind {
                    OptionKind::Response => text.into_owned(),
                    OptionKind::Gesture => locale.text_with("option-gesture", &args!("text" => text)).into_owned(),
                    OptionKind::DeskAction => locale.text_with("option-desk", &args!("text" => text)).into_owned(),
                })
            };
            AskedFor::Options(offer.as_slice().iter().filter_map(option).collect())
        }
        Awaiting::Desk { node } => match scenario.task(node) {
            Some(task) => AskedFor::Form(form(task, node, session.settings().seed, locale)),
            None => AskedFor::Nothing,
        },
        Awaiting::Ended { .. } => AskedFor::Ended { rated: recording.self_rating().is_some() },
        Awaiting::Choice { .. } => AskedFor::Nothing,
    }
}

fn form(task: &DeskTask, node: NodeIx, seed: u64, locale: Locale) -> FormTold {
    let field = |(at, field): (usize, &crate::procedure::FormField)| FieldTold {
        label: locale.words(&field.label).into_owned(),
        entries: shown_order(&task.form, node, at, seed)
            .into_iter()
            .filter_map(|entry| Some(locale.words(&task.form.entry(entry)?.opt.text).into_owned()))
            .collect(),
    };
    let compose = task.kind == TaskKind::Compose;
    let sentence = || {
        let parts = args!("basis" => "{0}", "path" => "{1}", "time" => "{2}");
        locale.text_with("desk-sentence", &parts).into_owned()
    };
    FormTold {
        title: form_words::heading(task, locale),
        note: task.form.seen_by_others.then(|| locale.text("desk-seen-by-others").into_owned()),
        printed: form_words::printed(task, locale),
        fields: task.form.fields.iter().enumerate().map(field).collect(),
        sentence: compose.then(sentence),
        hand_in: locale.text(if compose { "form-say" } else { "form-hand-in" }).into_owned(),
    }
}
