//! What an author sets by hand: it happens, within bounds, and everybody is told.

use calmdesk::feedback::explain;
use calmdesk::procedure::{LawLibrary, PaperCatalogue};
use calmdesk::report::page::Passage;
use calmdesk::report::{Input, Versions, html, page};
use calmdesk::rubric::{Assessment, Rubric, assess};
use calmdesk::scenario::{Scenario, SourceBundle, load};
use calmdesk::session::{Event, Mode, Move, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Locale;
use std::sync::Arc;

/// Two visitors, of whom one is not here; the option may be written with what the author adds.
fn scenario(more: &str, acts: &str) -> Arc<Scenario> {
    let text = format!(
        r#"Scenario(
        title: "The Wages", language: "en", plays_on: "2026-03-09",
        visitors: {{ "liu": (name: "Liu"), "boss": (name: "Boss") }},
        visits: {{ "first": (present: ["liu"]) }},
        nodes: {{
            "arrive": Line(who: "liu", say: "Four months without pay, I feel cheated.", cues: [Feeling("cheated")]),
            "answer": OrderedChoice([
                (id: "son", say: "Your son has his exam this year?", acts: [{acts}], {more}),
                (id: "mirror", say: "Cheated, I hear you.", acts: [MirrorWords("cheated")]),
            ]),
            "end": End(outcome: Partial, title: "Registered", say: "He sits down."),
        }},
    )"#
    );
    let loaded = load(&SourceBundle::of_text("wages", text));
    loaded.scenario.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

const SETTINGS: Settings = Settings { seed: 7, mode: Mode::Exam, timed: true };

fn play(scenario: &Arc<Scenario>, option: &str) -> (Session, Vec<Event>) {
    let mut events = Vec::new();
    let mut session = Session::begin(Arc::clone(scenario), SETTINGS, &mut events);
    session.apply(&Move::Choose { option: option.to_owned(), wait_ms: 9000 }, &mut events).unwrap();
    (session, events)
}

fn judged(scenario: &Arc<Scenario>) -> Assessment {
    assess(Rubric::shipped(), scenario, true, &play(scenario, "son").1)
}

/// What one criterion earned: opportunities and thousandths.
fn of(assessment: &Assessment, criterion: &str) -> (u32, i64) {
    let score = assessment.criteria[Rubric::shipped().find(criterion).unwrap().at()];
    (score.opportunities, score.earned.0)
}

#[test]
fn feelings_move_by_what_the_author_says_and_only_of_who_is_here() {
    let plain = scenario("", "OpenQuestion");
    let moved = scenario(
        "feel: { \"liu\": { Trust: 0.2, Pressure: 0.05 }, \"boss\": { Anger: 0.5 } }, why: \"his son\"",
        "OpenQuestion",
    );
    let (before, after) = (play(&plain, "son").0, play(&moved, "son").0);
    let mind = |session: &Session, who: u16| *session.mind(calmdesk::vocabulary::VisitorIx(who)).unwrap();
    assert!((mind(&after, 0).trust - mind(&before, 0).trust - 0.2).abs() < 1e-9);
    assert!((mind(&after, 0).pressure - mind(&before, 0).pressure - 0.05).abs() < 1e-9);
    assert_eq!(mind(&after, 1).feelings, mind(&before, 1).feelings, "the boss is not in the room");
    // The other option is as it was.
    let (before, after) = (play(&plain, "mirror").0, play(&moved, "mirror").0);
    assert_eq!(mind(&after, 0).trust, mind(&before, 0).trust);
}

#[test]
fn a_criterion_is_judged_as_the_author_says_and_the_others_as_ever() {
    let plain = judged(&scenario("", "OpenQuestion"));
    for (word, wanted) in [("Hit", (1, 1000)), ("Partial", (1, 500)), ("Miss", (1, 0)), ("None", (0, 0))] {
        let scenario = scenario(&format!("score: {{ \"mirror\": {word} }}, why: \"his son\""), "OpenQuestion");
        let found = judged(&scenario);
        assert_eq!(of(&found, "mirror"), wanted, "{word}");
        let mirror = Rubric::shipped().find("mirror").unwrap();
        for (at, (score, before)) in found.criteria.iter().zip(&plain.criteria).enumerate() {
            assert!(at == mirror.at() || score == before, "{word}: {}", Rubric::shipped().criteria[at].id);
        }
        for locale in Locale::ALL {
            let evidence = found.evidence.iter().find(|one| one.criterion == mirror);
            let said = evidence
                .map(|one| explain(&scenario, Rubric::shipped(), ActCatalogue::shipped(), None, one, locale).sentence);
            let named = match locale {
                Locale::ZhCn => "作者在这里自己定了",
                Locale::En => "Author's override",
            };
            let told = said.is_some_and(|said| said.contains(named) && said.contains("his son"));
            assert_eq!(told, word != "None", "{locale}");
        }
    }
    // Without the author's word the cue goes unanswered.
    assert_eq!(of(&plain, "mirror"), (1, 0));
}

#[test]
fn no_author_talks_a_critical_failure_away() {
    let all: Vec<String> = Rubric::shipped().criteria.iter().map(|c| format!("\"{}\": Hit", c.id)).collect();
    let scenario = scenario(&format!("score: {{ {} }}, why: \"he meant well\"", all.join(", ")), "Threaten");
    let found = judged(&scenario);
    assert_eq!(found.critical.len(), 1);
    assert!(found.total.unwrap() < found.total_uncapped.unwrap());
}

#[test]
fn the_report_says_who_moved_the_feelings_and_why() {
    let scenario = scenario("feel: { \"liu\": { Trust: 0.2 } }, why: \"his son's exam slip\"", "OpenQuestion");
    let events = play(&scenario, "son").1;
    let input = Input {
        scenario: &scenario,
        rubric: Rubric::shipped(),
        acts: ActCatalogue::shipped(),
        law: LawLibrary::shipped(),
        papers: PaperCatalogue::shipped(),
        settings: &SETTINGS,
        trainee: None,
        class: None,
        started: "2026-03-09T09:00:00Z",
        attempt: None,
        self_rating: None,
        how: None,
        versions: Versions { app: "1", acts: "1", rubric: "2", model: "1" },
        events: &events,
    };
    let page = page(&input, Locale::En);
    let notes = page.transcript.iter().find_map(|passage| match passage {
        Passage::Trainee { notes, .. } => Some(notes.clone()),
        _ => None,
    });
    assert_eq!(notes.unwrap().last().unwrap(), "Author's override of the feelings here: his son's exam slip");
    assert!(html(&page).contains("his son's exam slip") || html(&page).contains("his son&#39;s exam slip"));
}
