//! Test-plays: ways that lead to a node, and the same moves on a changed scenario.

use calmdesk::authoring::library::{LibraryEntry, shipped};
use calmdesk::logbook::catch_up::{CaughtUp, Stopped, catch_up};
use calmdesk::logbook::log::Files;
use calmdesk::logbook::recording::{Recording, Start};
use calmdesk::rehearsal::arrivals::{Arrives, arrivals};
use calmdesk::rubric::Rubric;
use calmdesk::scenario::bundle::SourceBundle;
use calmdesk::scenario::load;
use calmdesk::scenario::model::Scenario;
use calmdesk::session::{Event, Settings};
use calmdesk::vocabulary::Locale;
use calmdesk::vocabulary::NodeIx;
use std::sync::Arc;

fn begin(bundle: &SourceBundle, scenario: &Arc<Scenario>, seed: u64, folder: &std::path::Path) -> Recording {
    let files = Files(bundle.files.iter().cloned().collect());
    let started = "2026-03-09T09:12:00+08:00".to_owned();
    let settings = Settings { seed, ..Settings::default() };
    let start =
        Start { scenario: scenario.clone(), files, settings, started, trainee: None, class: None, played_by: None };
    let name = format!("{}.calmlog", std::fs::read_dir(folder).expect("a folder").count());
    Recording::start(&folder.join(name), start).expect("a recording")
}

fn noise() -> &'static LibraryEntry {
    shipped().iter().find(|entry| entry.id() == "noise-upstairs").expect("it ships")
}

#[test]
fn nodes_of_every_shipped_scenario_can_be_come_to_and_the_way_leads_there() {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in shipped() {
        let scenario = entry.scenario().expect("it loads");
        let mut missed = Vec::new();
        // Every seventh, for time's sake: each node means many whole plays.
        for at in (0..scenario.nodes.len()).step_by(7) {
            let node = NodeIx(at as u16);
            let ways = arrivals(scenario, Rubric::shipped(), node, 8);
            if ways.is_empty() {
                missed.push(scenario.nodes[at].id.as_str());
            }
            for (_, arrival) in &ways {
                let mut recording = begin(&entry.bundle, scenario, arrival.seed, folder.path());
                let led = catch_up(&mut recording, &arrival.moves).expect("written");
                assert_eq!(led, CaughtUp { taken: arrival.moves.len(), stopped: None });
                assert!(recording.session().visited(node), "{} is not reached", scenario.nodes[at].id);
                assert_eq!(recording.session().turn(), arrival.turn);
                assert_eq!(recording.session().feelings(arrival.who), arrival.state);
            }
        }
        assert!(missed.len() <= 1, "{}: no way to {missed:?}", entry.id());
    }
}

#[test]
fn ways_differ_as_their_names_say() {
    let scenario = noise().scenario().expect("it loads");
    let end = scenario.nodes.iter().position(|node| node.id == scenario.nodes[scenario.nodes.len() / 3].id);
    let ways = arrivals(scenario, Rubric::shipped(), NodeIx(end.expect("a node") as u16), 40);
    let of = |wanted| ways.iter().find(|(arrives, _)| *arrives == wanted).map(|(_, arrival)| arrival);
    let (Some(calm), Some(stirred)) = (of(Arrives::Calmest), of(Arrives::MostStirred)) else {
        panic!("{} ways only", ways.len());
    };
    assert!(calm.state.tension() < stirred.state.tension());
    for (at, (_, one)) in ways.iter().enumerate() {
        assert!(ways[at + 1..].iter().all(|(_, other)| other.moves != one.moves));
    }
    let again = arrivals(scenario, Rubric::shipped(), NodeIx(end.expect("a node") as u16), 40);
    assert_eq!(ways, again);
}

/// The shipped scenario with one stretch of its source exchanged.
fn changed(from: &str, to: &str) -> (SourceBundle, Arc<Scenario>) {
    let mut bundle = noise().bundle.clone();
    let file = bundle.files.iter_mut().find(|(name, _)| name == "scenario.ron").expect("a source");
    let text = String::from_utf8(file.1.clone()).expect("UTF-8");
    assert!(text.contains(from), "`{from}` is not in the scenario");
    file.1 = text.replace(from, to).into_bytes();
    let loaded = load(&bundle);
    let scenario = loaded.scenario.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    (bundle, scenario)
}

#[test]
fn an_edited_scenario_keeps_the_place_and_stops_where_the_moves_no_longer_fit() {
    let folder = tempfile::tempdir().expect("a folder");
    let scenario = noise().scenario().expect("it loads");
    let last = scenario.nodes.iter().rposition(|node| node.id.contains("offer")).unwrap_or(scenario.nodes.len() - 1);
    let (_, way) = arrivals(scenario, Rubric::shipped(), NodeIx(last as u16), 40).remove(0);
    assert!(way.moves.len() > 2, "a way of {} moves is too short for this test", way.moves.len());

    // Other words: the same place.
    let title = scenario.title.get(Locale::ZhCn);
    let (bundle, reworded) = changed(title, "换了个题目");
    let mut recording = begin(&bundle, &reworded, way.seed, folder.path());
    let led = catch_up(&mut recording, &way.moves).expect("written");
    assert_eq!(led, CaughtUp { taken: way.moves.len(), stopped: None });

    // A node of the way gets another id: the moves up to it are made, and no more.
    let third = &way.moves[2].node;
    let first = way.moves.iter().position(|placed| placed.node == *third).expect("it is there");
    let (bundle, renamed) = changed(&format!("\"{third}\""), "\"renamed_here\"");
    let mut recording = begin(&bundle, &renamed, way.seed, folder.path());
    let led = catch_up(&mut recording, &way.moves).expect("written");
    assert_eq!(led.taken, first);
    let elsewhere = Stopped::Elsewhere { was: third.clone(), is: "renamed_here".to_owned() };
    assert_eq!(led.stopped, Some(elsewhere));
    let turns = recording.events().iter().filter(|event| matches!(event, Event::Chose { .. })).count();
    assert!(turns <= first, "nothing was made up");
}
