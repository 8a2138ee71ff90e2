//! A session told for the screen: the printed page's contents, and each turn with its thought.

use crate::args;
use crate::feedback::debrief::Debrief;
use crate::locale::Texts;
use crate::logbook::recording::Opened;
use crate::report::page::{Mark, Page};
use crate::rubric::Rubric;
use crate::session::Mode;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::{Locale, Somebody};

/// A turn as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TurnRow {
    pub number: u32,
    /// Who said what before it.
    pub heard: Vec<(Option<String>, String)>,
    pub chosen: String,
    pub observations: Vec<(Mark, String, String, String)>,
    pub critical: Vec<String>,
    /// Why the author moved feelings by hand here.
    pub author: Option<String>,
    /// Whose thought, and the thought.
    pub thought: Option<(String, String)>,
    pub better: Option<String>,
    /// What the law says, where it was told wrongly.
    pub law: Vec<String>,
    /// Numbers of the turning points here.
    pub turning: Vec<u32>,
}

/// What the screen shows.
#[derive(Clone, Debug)]
pub struct Told {
    pub page: Page,
    /// Scenario, who, when, how.
    pub about: String,
    pub turns: Vec<TurnRow>,
}

impl Told {
    pub fn of(opened: &Opened, locale: Locale) -> Self {
        let (scenario, rubric, acts) = (&opened.scenario, Rubric::shipped(), ActCatalogue::shipped());
        let head = &opened.head;
        let page = crate::report::page_of_log(opened, rubric, locale);
        let debrief = Debrief::of(scenario, rubric, acts, head.settings.timed, &opened.events);
        let name = |who: Somebody| scenario.called(who).map_or_else(String::new, |name| name.get(locale).to_owned());
        let turns = debrief.turns.iter().map(|turn| {
            let evidence = page.evidence.iter().filter(|one| one.turn == turn.number);
            let gesture = || match turn.action {
                crate::feedback::debrief::Action::Gestured(act) => {
                    let id = acts[act].gesture.as_deref().unwrap_or_default();
                    let gesture = locale.text(&format!("gesture-{id}"));
                    locale.text_with("history-gesture", &args!("gesture" => gesture)).into_owned()
                }
                crate::feedback::debrief::Action::Chose(_) => String::new(),
                crate::feedback::debrief::Action::Filled(_) => turn.handed_in(scenario, locale).unwrap_or_default(),
            };
            TurnRow {
                number: turn.number,
                heard: turn
                    .before
                    .iter()
                    .filter_map(|heard| heard.line(scenario))
                    .map(|(line, variant)| (line.speaker().map(name), variant.say.get(locale).to_owned()))
                    .collect(),
                chosen: turn.option(scenario).map_or_else(gesture, |option| locale.words(&option.text).into_owned()),
                observations: evidence
                    .clone()
                    .flat_map(|one| &one.observations)
                    .map(|one| (one.mark, one.criterion.clone(), one.why.clone(), one.source.clone()))
                    .collect(),
                critical: page
                    .critical
                    .iter()
                    .filter(|one| one.turn == turn.number)
                    .map(|one| format!("{} · {}", one.kind, one.why))
                    .collect(),
                author: turn
                    .option(scenario)
                    .and_then(|option| option.own.as_ref())
                    .filter(|own| !own.feel.is_empty())
                    .map(|own| own.why.get(locale).to_owned()),
                thought: turn
                    .thought
                    .as_ref()
                    .map(|thought| (name(Somebody::Visitor(thought.who)), thought.text(scenario, locale))),
                better: turn
                    .better
                    .and_then(|better| crate::feedback::debrief::option_at(scenario, turn.node, better))
                    .map(|option| locale.words(&option.text).into_owned()),
                law: turn
                    .option(scenario)
                    .map(|option| crate::feedback::law_says::put_right(option, scenario.library(), locale))
                    .into_iter()
                    .flatten()
                    .map(|(article, text)| {
                        let args = args!("article" => article, "text" => text);
                        locale.text_with("debrief-law-says", &args).into_owned()
                    })
                    .collect(),
                turning: page
                    .turning_points
                    .iter()
                    .filter(|one| one.turn == turn.number)
                    .map(|one| one.number)
                    .collect(),
            }
        });
        let started = head.started.replace('T', " ");
        let mode = match head.settings.mode {
            Mode::Practice => "mode-practice",
            Mode::Exam => "mode-exam",
        };
        let mut about = vec![page.subject.clone()];
        about.extend(head.trainee.clone());
        about.extend(head.class.clone());
        about.push(started.get(..16).unwrap_or(&started).to_owned());
        about.push(locale.text(mode).into_owned());
        Self { turns: turns.collect(), page, about: about.join(" · ") }
    }
}
