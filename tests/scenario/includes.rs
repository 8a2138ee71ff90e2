//! Scenarios of several files: found in their folder or beside it and nowhere else, read as one, told apart in
//! every message, kept in every log.

use crate::util::calmdesk;
use calmdesk::authoring::library::Library;
use calmdesk::lint::check;
use calmdesk::scenario::{Scenario, SourceBundle, include, load};
use calmdesk::session::{Event, Move, Session, Settings};
use calmdesk::vocabulary::NodeIx;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const MAIN: &str = r#"Scenario(
    include: ["shared/opening.ron", "people.ron"],
    title: "The Wages", language: "en", plays_on: "2026-03-09",
    visitors: { "liu": (name: "Liu", persona: "old-hand") },
    nodes: {
        "arrive": Line(who: "liu", say: "Anybody in?", then: "greeting"),
        "asks": Line(who: "liu", say: "It is about the wages."),
        "end": End(outcome: Partial, title: "Registered", say: "He sits down."),
    },
)
"#;
const OPENING: &str = r#"Shared(
    nodes: {
        "greeting": Choice([
            (id: "hello", say: "Good morning, take a seat.", acts: [Greet, OfferSeat], then: "asks"),
            (id: "next", say: "Next one, what is it about?", acts: [ShowImpatience], then: "asks"),
        ]),
    },
)
"#;
const PEOPLE: &str =
    "Shared(personas: { \"old-hand\": (base: \"repeat-visitor\", trust: -0.4, needs: { Fairness: 0.9 }) })\n";

/// `scenarios/wages` with a file of its own and one that it shares.
fn shelf() -> (tempfile::TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let scenarios = root.path().join("scenarios");
    let wages = scenarios.join("wages");
    fs::create_dir_all(&wages).unwrap();
    fs::create_dir_all(scenarios.join("shared")).unwrap();
    fs::write(wages.join("scenario.ron"), MAIN).unwrap();
    fs::write(wages.join("people.ron"), PEOPLE).unwrap();
    fs::write(scenarios.join("shared/opening.ron"), OPENING).unwrap();
    (root, wages)
}

fn loaded(folder: &Path) -> Arc<Scenario> {
    let loaded = load(&SourceBundle::read_dir(folder).unwrap());
    loaded.scenario.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

#[test]
fn what_is_taken_in_plays_like_what_stands_in_the_file() {
    let (_root, wages) = shelf();
    let scenario = loaded(&wages);
    let ids: Vec<&str> = scenario.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(ids, ["arrive", "asks", "end", "greeting"]);
    assert_eq!(scenario.visits[0].start, NodeIx(0), "the scenario's own first node opens it");
    assert_eq!(scenario.visitors[0].persona.trust, -0.4);
    assert_eq!(scenario.nodes[3].file.as_deref(), Some("shared/opening.ron"));
    assert_eq!(scenario.nodes[0].file, None);
    let mut events = Vec::new();
    let mut session = Session::begin(scenario, Settings::default(), &mut events);
    session.apply(&Move::Choose { option: "hello".to_owned(), wait_ms: 3000 }, &mut events).unwrap();
    assert!(matches!(events.last(), Some(Event::Ended { node: NodeIx(2) })));
}

#[test]
fn spans_of_nodes_count_in_their_own_file() {
    let (_root, wages) = shelf();
    let scenario = loaded(&wages);
    for node in &scenario.nodes {
        let text = if node.file.is_some() { OPENING } else { MAIN };
        assert!(text[node.span.clone()].starts_with(&format!("\"{}\": ", node.id)), "{}", node.id);
        assert!(text[node.span.clone()].ends_with([')', ']']), "{}", node.id);
    }
}

#[test]
fn the_hash_and_the_log_hold_what_was_taken_in() {
    let (_root, wages) = shelf();
    let bundle = SourceBundle::read_dir(&wages).unwrap();
    let names: Vec<&str> = bundle.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["people.ron", "scenario.ron", "shared/opening.ron"]);
    let before = loaded(&wages).hash.clone();
    fs::write(wages.parent().unwrap().join("shared/opening.ron"), OPENING.replace("Good morning", "Good day")).unwrap();
    assert_ne!(loaded(&wages).hash, before);
    // A log carries the bundle as JSON: what comes back loads without the folder.
    let copy: SourceBundle = serde_json::from_str(&serde_json::to_string(&bundle).unwrap()).unwrap();
    assert_eq!(load(&copy).scenario.unwrap().hash, before);
}

#[test]
fn a_file_of_its_own_stands_before_one_beside() {
    let (_root, wages) = shelf();
    fs::create_dir_all(wages.join("shared")).unwrap();
    fs::write(wages.join("shared/opening.ron"), OPENING.replace("take a seat", "come in")).unwrap();
    let bundle = SourceBundle::read_dir(&wages).unwrap();
    assert!(bundle.shown("shared/opening.ron").contains("come in"));
}

#[test]
fn whoever_watches_knows_the_files_even_those_that_are_missing() {
    let (_root, wages) = shelf();
    let shared = wages.parent().unwrap().join("shared/opening.ron");
    let library = Library::open(wages.parent());
    assert!(library.unreadable.is_empty(), "a folder of shared files is no broken scenario: {:?}", library.unreadable);
    let entry = library.find("wages").unwrap();
    assert_eq!(entry.watched(), [wages.join("scenario.ron"), shared.clone(), wages.join("people.ron")]);
    fs::remove_file(&shared).unwrap();
    let entry = Library::open(wages.parent()).find("wages").unwrap();
    assert!(entry.scenario().is_none());
    assert_eq!(entry.loaded.files, ["scenario.ron", "shared/opening.ron", "people.ron"]);
    let codes: Vec<String> = entry.loaded.diagnostics.iter().map(|one| one.code.to_string()).collect();
    assert_eq!(codes, ["CD0125"], "what the missing file may hold is not called unknown");
}

#[test]
fn nothing_outside_the_scenarios_is_ever_read() {
    let (root, wages) = shelf();
    fs::write(root.path().join("secret.ron"), OPENING).unwrap();
    for name in ["../secret.ron", "../../secret.ron", "shared/../../secret.ron"] {
        fs::write(wages.join("scenario.ron"), MAIN.replace("shared/opening.ron", name)).unwrap();
        let bundle = SourceBundle::read_dir(&wages).unwrap();
        assert!(!bundle.files.iter().any(|(_, bytes)| bytes == OPENING.as_bytes()), "{name}");
        assert!(load(&bundle).diagnostics.iter().any(|one| one.code.to_string() == "CD0126"), "{name}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(root.path().join("secret.ron"), wages.join("link.ron")).unwrap();
        fs::write(wages.join("scenario.ron"), MAIN.replace("shared/opening.ron", "link.ron")).unwrap();
        let bundle = SourceBundle::read_dir(&wages).unwrap();
        assert!(bundle.file("link.ron").is_none(), "a link may not lead out either");
    }
}

#[test]
fn files_too_large_or_too_many_are_not_read() {
    let (_root, wages) = shelf();
    let large = format!("// {}\n{OPENING}", "x".repeat(5 << 20));
    fs::write(wages.join("large.ron"), large).unwrap();
    fs::write(wages.join("scenario.ron"), MAIN.replace("shared/opening.ron", "large.ron")).unwrap();
    assert!(SourceBundle::read_dir(&wages).unwrap().file("large.ron").is_none());
    let names: Vec<String> = (0..40).map(|n| format!("\"part-{n}.ron\"")).collect();
    for n in 0..40 {
        fs::write(wages.join(format!("part-{n}.ron")), "Shared()\n").unwrap();
    }
    fs::write(wages.join("scenario.ron"), MAIN.replace("\"shared/opening.ron\"", &names.join(", "))).unwrap();
    let bundle = SourceBundle::read_dir(&wages).unwrap();
    assert_eq!(bundle.files.len(), 1 + include::MAX_INCLUDES);
    assert!(load(&bundle).scenario.is_none());
}

#[test]
fn check_points_into_the_file_that_is_wrong_and_translate_sees_all_texts() {
    let (_root, wages) = shelf();
    let shared = wages.parent().unwrap().join("shared/opening.ron");
    fs::write(&shared, OPENING.replace("OfferSeat", "OfferSeet")).unwrap();
    let run = |args: &[&str]| {
        let said = calmdesk(args).arg(&wages).run();
        (Some(said.code), said.out)
    };
    let (code, text) = run(&["--lang", "en", "check"]);
    assert_eq!(code, Some(1));
    assert!(text.contains(&format!("{}:4:76", shared.display())), "{text}");
    assert!(text.contains("did you mean “OfferSeat”") || text.contains("Did you mean “OfferSeat”"), "{text}");
    fs::write(&shared, OPENING).unwrap();
    assert_eq!(run(&["--lang", "en", "translate"]).0, Some(0));
    let made = fs::read_to_string(wages.join("zh-CN.ftl")).unwrap();
    assert!(made.contains("node-greeting") && made.contains("Good morning, take a seat."), "{made}");
    let smells = check(&SourceBundle::read_dir(&wages).unwrap());
    assert!(smells.diagnostics.iter().all(|one| one.file != "shared/opening.ron"), "{:#?}", smells.diagnostics);
}
