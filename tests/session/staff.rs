//! Our own people in a scenario: they speak and act, visitors hear it, and what they do is theirs and nobody else's.

use crate::util::calmdesk;
use calmdesk::feedback::Debrief;
use calmdesk::feedback::turning::Cause;
use calmdesk::lint::check;
use calmdesk::logbook::record::{Names, Recorded};
use calmdesk::procedure::{LawLibrary, PaperCatalogue};
use calmdesk::report::script::{handout, html};
use calmdesk::rubric::assessment::{Reason, Verdict, WrongDone};
use calmdesk::rubric::{Rubric, assess};
use calmdesk::scenario::model::{Scenario, Somebody, StaffIx};
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Event, Move, Session, Settings};
use calmdesk::vocabulary::{ActCatalogue, Critical, Locale, Snapshot, VisitorIx};
use std::sync::Arc;

const EXAMPLE: &str = "docs/examples/director";
const HAN: VisitorIx = VisitorIx(0);
const DIRECTOR: StaffIx = StaffIx(0);

fn example() -> Arc<Scenario> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(EXAMPLE);
    let loaded = check(&SourceBundle::read(&folder).unwrap());
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    loaded.scenario.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn scenario(text: &str) -> Arc<Scenario> {
    let loaded = load(&SourceBundle::of_text("room", text));
    loaded.scenario.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

/// Waits for everybody to finish, then chooses.
fn play(scenario: &Arc<Scenario>, options: &[&str]) -> (Session, Vec<Event>) {
    let mut events = Vec::new();
    let mut session = Session::begin(scenario.clone(), Settings::default(), &mut events);
    for option in options {
        let wait_ms = (session.speech_ends_ms().saturating_sub(session.clock_ms()) + 1500) as u32;
        session.apply(&Move::Choose { option: (*option).into(), wait_ms }, &mut events).unwrap();
    }
    (session, events)
}

/// A room with a visitor and a colleague who does this; the trainee then says this.
fn room(colleague: &str, option: &str) -> Arc<Scenario> {
    scenario(&format!(
        "Scenario(title: \"试\", plays_on: \"2026-03-09\", visitors: {{ \"w\": (name: \"王\") }}, \
         staff: {{ \"c\": (name: \"小林\") }}, nodes: {{ \
         \"a\": Line(who: \"w\", say: \"我来问问那件事。\"), \
         {colleague} \
         \"first\": Choice([(id: \"x\", say: \"好。\", {option}), (id: \"y\", say: \"嗯。\", acts: [Acknowledge])]), \
         \"b\": Line(who: \"w\", say: \"行。\"), \
         \"last\": Choice([(id: \"z\", say: \"好的。\", acts: [Acknowledge]), (id: \"q\", say: \"嗯嗯。\", acts: [Nod])]), \
         \"end\": End(outcome: Partial, title: \"完\", say: \"完。\") }})"
    ))
}

fn after_first(scenario: &Arc<Scenario>) -> Snapshot {
    play(scenario, &["x"]).0.feelings(VisitorIx(0))
}

#[test]
fn a_colleagues_threat_hurts_who_hears_it_and_costs_the_receiver_less_trust_than_their_own() {
    let said = |acts: &str| format!("\"s\": Line(who: \"c\", say: \"再闹就叫派出所。\", acts: [{acts}]),");
    let nothing = after_first(&room(&said(""), "acts: [Acknowledge]"));
    let theirs = after_first(&room(&said("Threaten"), "acts: [Acknowledge]"));
    let own = after_first(&room(&said(""), "acts: [Acknowledge, Threaten]"));
    assert!(theirs.pressure > nothing.pressure && theirs.tension() > nothing.tension(), "{theirs:?} {nothing:?}");
    assert!(theirs.trust < nothing.trust, "the house has said it");
    assert!(own.trust < theirs.trust, "but not the receiver: {} {}", own.trust, theirs.trust);
}

#[test]
fn to_be_stood_up_for_does_good_whomever_it_is_said_to() {
    let threat = "\"s\": Line(who: \"c\", say: \"再闹就叫派出所。\", acts: [Threaten]),";
    let silent = after_first(&room(threat, "acts: [Acknowledge]"));
    let stood_up = after_first(&room(threat, "acts: [SpeakUp], to: \"c\""));
    assert!(stood_up.tension() < silent.tension(), "{} {}", stood_up.tension(), silent.tension());
    assert!(stood_up.trust > silent.trust);
    // What else is said to a colleague is only overheard.
    let told = after_first(&room("", "acts: [NameDate], to: \"w\""));
    let overheard = after_first(&room("", "acts: [NameDate], to: \"c\""));
    assert!(overheard.tension() >= told.tension() && overheard != told);
}

#[test]
fn a_colleague_is_nobody_who_can_be_cut_off_and_has_no_feelings() {
    let scenario = room(
        "\"s\": Line(who: \"c\", say: \"这件事说来话长，得从三年前讲起，你先听我讲完。\"),",
        "acts: [Acknowledge]",
    );
    let (mut events, settings) = (Vec::new(), Settings::default());
    let mut session = Session::begin(scenario.clone(), settings, &mut events);
    // The visitor has finished and the colleague goes on.
    session.apply(&Move::Choose { option: "x".into(), wait_ms: 4_000 }, &mut events).unwrap();
    assert!(!events.iter().any(|event| matches!(event, Event::Interrupted { .. })), "{events:#?}");
    let felt = events.iter().filter_map(|event| match event {
        Event::Felt { who, .. } => Some(*who),
        _ => None,
    });
    assert!(felt.into_iter().all(|who| who == VisitorIx(0)));
    assert_eq!(scenario.visits[0].present, [VisitorIx(0)], "counts, representatives, contagion know visitors alone");
    assert_eq!(scenario.visits[0].staff, [StaffIx(0)]);
}

#[test]
fn who_stands_by_while_the_superior_buys_somebody_off_fails_and_is_told_what_to_say() {
    let scenario = example();
    let (_, events) = play(&scenario, &["word", "silent", "file"]);
    let found = assess(Rubric::shipped(), &scenario, true, &events);
    let kinds: Vec<Critical> = found.critical.iter().map(|failure| failure.kind).collect();
    assert_eq!(kinds, [Critical::IllegalPromise, Critical::Suppression]);
    for failure in &found.critical {
        let stood = failure.stood.expect("somebody else did it");
        assert_eq!(stood.by, Some(Somebody::Staff(DIRECTOR)));
        let better = &scenario.option(failure.node, failure.better.unwrap()).unwrap().id;
        assert!(["no", "rights"].contains(&better.as_str()), "{better}");
    }
    let let_stand: Vec<Verdict> = (found.evidence.iter())
        .filter(|one| matches!(one.reason, Reason::LetStand(wrong) if matches!(wrong.what, WrongDone::Act(_))))
        .map(|one| one.verdict)
        .collect();
    assert_eq!(let_stand, [Verdict::Miss], "one silence is one miss");
    // What the director did is nobody's evidence but that.
    let acts = ActCatalogue::shipped();
    let bought = acts.find("PromiseIllegally").unwrap();
    assert!(found.evidence.iter().all(|one| one.reason != Reason::Did(bought)));
    assert!(found.total.unwrap().0 <= 200);
}

#[test]
fn a_right_sentence_is_a_hit_and_fails_nobody() {
    let scenario = example();
    for right in ["no", "rights"] {
        let (_, events) = play(&scenario, &["word", right, "file"]);
        let found = assess(Rubric::shipped(), &scenario, true, &events);
        assert!(found.critical.is_empty(), "{right}: {:?}", found.critical);
        let spoke = found.evidence.iter().find(|one| matches!(one.reason, Reason::SpokeUp(..))).unwrap();
        assert_eq!(spoke.verdict, Verdict::Hit);
    }
}

#[test]
fn a_word_to_ones_own_people_answers_no_visitor() {
    let text = |to: &str| {
        format!(
            "Scenario(title: \"试\", plays_on: \"2026-03-09\", visitors: {{ \"w\": (name: \"王\") }}, \
             staff: {{ \"c\": (name: \"小林\") }}, nodes: {{ \
             \"a\": Line(who: \"w\", say: \"我憋屈。\", cues: [Feeling(\"憋屈\")]), \
             \"first\": OrderedChoice([(id: \"x\", say: \"他说憋屈。\", acts: [MirrorWords(\"憋屈\")], to: \"{to}\"), \
             (id: \"y\", say: \"嗯。\", acts: [Acknowledge])]), \
             \"end\": End(outcome: Partial, title: \"完\", say: \"完。\") }})"
        )
    };
    let mirrored = |to: &str| {
        let scenario = scenario(&text(to));
        let (_, events) = play(&scenario, &["x"]);
        let found = assess(Rubric::shipped(), &scenario, true, &events);
        let mirror = Rubric::shipped().find("mirror").unwrap();
        found.evidence.iter().filter(|one| one.criterion == mirror).map(|one| one.verdict).collect::<Vec<_>>()
    };
    assert_eq!(mirrored("w"), [Verdict::Hit]);
    assert_eq!(mirrored("c"), [Verdict::Miss], "the visit ends and nobody has answered the visitor");
}

#[test]
fn a_colleagues_feelings_are_nothing_to_answer_and_their_facts_are() {
    let line = "\"s\": Line(who: \"c\", say: \"我也憋屈，他倒下去了！\", cues: [Feeling(\"憋屈\"), Risk(Collapse)]),";
    let scenario = room(line, "acts: [Acknowledge]");
    let (_, events) = play(&scenario, &["x", "z"]);
    let found = assess(Rubric::shipped(), &scenario, true, &events);
    let [mirror, met] = ["mirror", "feeling-met"].map(|id| Rubric::shipped().find(id).unwrap());
    assert!(found.evidence.iter().all(|one| one.criterion != mirror && one.criterion != met), "{:#?}", found.evidence);
    let with_help = room(line, "acts: [CallMedical]");
    let (_, events) = play(&with_help, &["x", "z"]);
    let found = assess(Rubric::shipped(), &with_help, true, &events);
    let danger = Rubric::shipped().find("danger").unwrap();
    assert!(found.evidence.iter().any(|one| one.criterion == danger && one.verdict == Verdict::Hit));
}

#[test]
fn a_turning_point_names_the_one_who_caused_it() {
    let scenario = example();
    let (_, events) = play(&scenario, &["word", "silent", "file"]);
    let debrief = Debrief::of(&scenario, Rubric::shipped(), ActCatalogue::shipped(), true, &events);
    assert_eq!(debrief.curves.len(), 1, "the director has no curve");
    let risen = debrief.turning_points.iter().find(|point| point.rose() && point.who == HAN).unwrap();
    let Cause::Staff(at) = risen.cause else { panic!("{:?}", risen.cause) };
    assert_eq!(debrief.turns[risen.turn].staff[at].who, DIRECTOR);
}

#[test]
fn what_they_do_is_in_the_log_by_their_names() {
    let scenario = example();
    let (_, events) = play(&scenario, &["word", "no", "press"]);
    let names = Names {
        scenario: &scenario,
        acts: ActCatalogue::shipped(),
        law: LawLibrary::shipped(),
        papers: PaperCatalogue::shipped(),
    };
    let recorded: Vec<Recorded> = events.iter().map(|event| Recorded::of(event, &names)).collect();
    let lines = recorded.iter().map(|one| serde_json::to_string(one).unwrap()).collect::<Vec<_>>().join("\n");
    assert!(lines.contains(r#"{"StaffActed":{"who":"director","act":"PromiseIllegally"}}"#), "{lines}");
    assert!(lines.contains(r#"{"ActedToStaff":{"act":"SpeakUp","to":"director"}}"#), "{lines}");
    let again: Vec<Event> = recorded.iter().map(|one| one.resolve(&names).unwrap()).collect();
    assert_eq!(again, events);
}

#[test]
fn terminal_script_report_and_graph_show_them_as_what_they_are() {
    let folder = std::env::temp_dir().join(format!("calmdesk-staff-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let log = folder.join("x.calmlog");
    let played = calmdesk(["play", "--policy", "quietest-is-no-policy"]).arg(EXAMPLE).run();
    assert_ne!(played.code, 0);
    let played = calmdesk(["play", "--seed", "3", "--policy", "expert", "--log"])
        .arg(&log)
        .arg(EXAMPLE)
        .data(folder.join("data"))
        .run()
        .well();
    assert!(played.contains("在座：韩师傅（改制老职工）、马局长（分管副局长）"), "{played}");
    assert!(played.contains("马局长") && !played.contains("马局长：紧张度"), "{played}");
    let page = folder.join("report.html");
    calmdesk(["report", "-o"]).arg(&page).arg(&log).data(folder.join("data")).run().well();
    let report = std::fs::read_to_string(&page).unwrap();
    assert!(report.contains("马局长"), "who spoke stands in the transcript");
    let graph = calmdesk(["graph"]).arg(EXAMPLE).run();
    assert!(graph.all().contains("马局长"), "{}", graph.all());
    std::fs::remove_dir_all(&folder).unwrap();

    for (locale, mark) in [(Locale::ZhCn, "我方的人"), (Locale::En, "Our own people")] {
        let paper = handout(&example(), locale);
        assert_eq!((paper.roles.len(), paper.staff.len()), (1, 1), "no needs, no notes on feelings for the director");
        let sheet = &paper.staff[0];
        assert_eq!(sheet.steps.len(), 2, "all that the director says, and nothing else");
        assert_eq!(sheet.steps[0].says[0].does.len(), 2);
        assert!(html(&paper).contains(mark));
    }
}
