//! What a seat is told, and what it is not; whose it is; what a lost answer, a killed server and a liar's clock do to it.

use crate::class::{Class, assign, begin};
use crate::http::Client;
use calmdesk::authoring::library;
use calmdesk::vocabulary::ActCatalogue;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

const SCENARIO: &str = "noise-upstairs";

/// Everything that names something inside a scenario, and what acts are called.
fn inner_names() -> BTreeSet<String> {
    let scenario = library::find(SCENARIO).unwrap().scenario().unwrap().clone();
    let mut names: BTreeSet<String> = ActCatalogue::shipped().iter().map(|(_, act)| act.name.clone()).collect();
    for (at, node) in scenario.nodes.iter().enumerate() {
        let at = calmdesk::vocabulary::NodeIx(at as u16);
        names.insert(node.id.clone());
        for option in 0..8 {
            names.extend(scenario.option(at, option).map(|option| option.id.clone()));
        }
    }
    names.extend(scenario.facts.iter().map(|fact| fact.id.clone()));
    names.extend(scenario.promises.iter().map(|promise| promise.id.clone()));
    names
}

/// Every key and every whole text of a value.
fn words(value: &Value, keys: &mut BTreeSet<String>, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(texts.insert(text.clone())),
        Value::Array(all) => all.iter().for_each(|one| words(one, keys, texts)),
        Value::Object(all) => all.iter().for_each(|(key, one)| {
            keys.insert(key.clone());
            words(one, keys, texts);
        }),
        _ => {}
    }
}

/// What may stand in an answer; a key that is new here is looked at first.
const KEYS: &[&str] = &[
    "number",
    "seat",
    "remark",
    "mode",
    "timed",
    "title",
    "visit",
    "when",
    "visit_of",
    "turn",
    "beats",
    "room",
    "you",
    "cut_off",
    "folded",
    "asked",
    "gestures",
    "can_step_back",
    "notebook",
    "talk",
    "lines",
    "calendar",
    "from_ms",
    "speech_ms",
    "who",
    "line",
    "phrases",
    "card",
    "scene",
    "talk_before",
    "tension",
    "text",
    "noted",
    "promises",
    "next",
    "ending",
    "outcome",
    "options",
    "form",
    "ended",
    "rated",
    "note",
    "printed",
    "fields",
    "sentence",
    "hand_in",
    "label",
    "entries",
    "key",
    "svg",
    "rest",
    "blink",
    "movement",
    "seen",
    "voice",
    "pace",
    "loudness",
    "kind",
    "heading",
    "lead",
    "rows",
];

fn look_through(answer: &Value, inner: &BTreeSet<String>, exam: bool) {
    let (mut keys, mut texts) = (BTreeSet::new(), BTreeSet::new());
    words(answer, &mut keys, &mut texts);
    let known: BTreeSet<String> = KEYS.iter().map(|key| (*key).to_owned()).collect();
    let new: Vec<_> = keys.difference(&known).collect();
    assert!(new.is_empty(), "told without being looked at: {new:?}");
    // The kinds of passages are ours; `visit` names no node.
    let own = ["line", "you", "visit", "aside", "broken", "practice", "exam"];
    let told: Vec<_> = texts.intersection(inner).filter(|text| !own.contains(&text.as_str())).collect();
    assert!(told.is_empty(), "{told:?}");
    assert!(!exam || !keys.contains("tension"), "an exam shows no gauge");
}

fn seat_of(answer: &Value) -> &Value {
    &answer["seat"]
}

/// Waits until what can be done is told, and says how many options there are; 0: a form, an end.
fn unfolded(seat: &mut Client, path: &str) -> Value {
    for _ in 0..400 {
        let told = seat.told(&format!("{path}/told?cut=1"));
        assert_eq!(told.status, 200, "{}", told.body);
        let told = told.json();
        if seat_of(&told)["asked"] != json!("nothing") {
            return told;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("nothing is asked for");
}

#[test]
fn no_answer_tells_what_a_trainee_may_not_know() {
    let folder = tempfile::tempdir().unwrap();
    let class = Class::open(folder.path());
    let mut desk = class.instructor();
    assign(&mut desk, SCENARIO, "exam");
    let mut seat = class.trainee("heron");
    let path = begin(&mut seat);
    let inner = inner_names();
    let page = seat.get(&path);
    assert_eq!(page.status, 200, "{}", page.body);
    for name in ["MirrorWords", "NegateEmotion", "Deflect"] {
        assert!(!page.body.contains(name), "{name} stands in the page");
    }
    let first = seat.told(&format!("{path}/told")).json();
    look_through(&first, &inner, true);
    assert_eq!((&seat_of(&first)["folded"], &seat_of(&first)["asked"]), (&json!(true), &json!("nothing")));
    let (mut turns, mut papers) = (0, 0);
    for _ in 0..120 {
        let told = unfolded(&mut seat, &path);
        look_through(&told, &inner, true);
        let asked = &seat_of(&told)["asked"];
        let deed = if let Some(options) = asked["options"].as_array() {
            turns += 1;
            json!({ "choose": turns % options.len() })
        } else if let Some(fields) = asked["form"]["fields"].as_array() {
            papers += 1;
            json!({ "fill": fields.iter().map(|_| 0).collect::<Vec<_>>() })
        } else {
            break;
        };
        let done = json!({ "number": told["number"], "wait_ms": 60_000, "deed": deed });
        let answer = seat.json(&format!("{path}/move"), &done);
        assert_eq!(answer.status, 200, "{}", answer.body);
        look_through(&answer.json(), &inner, true);
    }
    assert!(turns > 5, "{turns} turns, {papers} papers");
    assert_eq!(seat.told(&format!("{path}/hint")).status, 409, "an exam has no hints");
    // Nothing is told of how it went before it is handed in.
    assert_eq!(seat.get(&format!("{path}/report.html")).status, 409);
    assert_eq!(seat.form(&format!("{path}/rate"), &[("listening", "3")]).status, 303);
    let report = seat.get(&format!("{path}/report.html"));
    assert!(report.status == 200 && report.body.contains("heron"), "{}", report.body);
}

#[test]
fn a_move_counts_once_however_often_it_comes_and_a_killed_server_loses_none() {
    let folder = tempfile::tempdir().unwrap();
    let class = Class::open(folder.path());
    let mut desk = class.instructor();
    assign(&mut desk, SCENARIO, "exam");
    let mut seat = class.trainee("heron");
    let path = begin(&mut seat);
    let told = unfolded(&mut seat, &path);
    assert_eq!(told["number"], 1);
    let done = json!({ "number": 1, "wait_ms": 900, "deed": { "choose": 0 } });
    let first = seat.json(&format!("{path}/move"), &done).json();
    assert_eq!((&first["number"], &seat_of(&first)["turn"]), (&json!(2), &json!(1)));
    let again = seat.json(&format!("{path}/move"), &done).json();
    assert_eq!((&again["number"], &seat_of(&again)["turn"]), (&json!(2), &json!(1)));
    assert_eq!(seat_of(&again)["you"], seat_of(&first)["you"]);
    class.kill();
    let class = Class::open(folder.path());
    seat.port = class.port;
    let after = seat.told(&format!("{path}/told?cut=1")).json();
    assert_eq!((&after["number"], &seat_of(&after)["turn"]), (&json!(2), &json!(1)));
    assert_eq!(seat_of(&after)["you"], seat_of(&first)["you"]);
    let again = seat.json(&format!("{path}/move"), &done).json();
    assert_eq!(again["number"], 2, "what was acknowledged is not done twice");
    let next = json!({ "number": 2, "wait_ms": 900, "deed": { "choose": 0 } });
    unfolded(&mut seat, &path);
    assert_eq!(seat.json(&format!("{path}/move"), &next).json()["number"], 3);
}

#[test]
fn nobody_has_listened_longer_than_there_was_time() {
    let folder = tempfile::tempdir().unwrap();
    let class = Class::open(folder.path());
    let mut desk = class.instructor();
    assign(&mut desk, SCENARIO, "exam");
    let mut seat = class.trainee("heron");
    let path = begin(&mut seat);
    let told = unfolded(&mut seat, &path);
    // A minute is claimed at once: the first line lasts longer than it has been there.
    let done = json!({ "number": told["number"], "wait_ms": 60_000, "deed": { "choose": 0 } });
    let answer = seat.json(&format!("{path}/move"), &done).json();
    assert_eq!(seat_of(&answer)["cut_off"], json!(true), "{}", seat_of(&answer)["talk"]);
}

#[test]
fn an_exam_whose_page_stood_still_says_so_in_its_report() {
    let folder = tempfile::tempdir().unwrap();
    let class = Class::open(folder.path());
    let mut desk = class.instructor();
    assign(&mut desk, SCENARIO, "exam");
    let pauses = |seat: &mut Client, wait: Duration, claimed: u64| {
        let path = begin(seat);
        unfolded(seat, &path);
        std::thread::sleep(wait);
        let done = json!({ "number": 1, "wait_ms": claimed, "deed": { "choose": 0 } });
        assert_eq!(seat.json(&format!("{path}/move"), &done).json()["number"], 2);
        assert_eq!(seat.form(&format!("{path}/hand-in"), &[]).status, 303);
        seat.get(&format!("{path}/report.html")).body.contains("暂停")
    };
    assert!(!pauses(&mut class.trainee("heron"), Duration::from_millis(100), 100));
    assert!(pauses(&mut class.trainee("crane"), Duration::from_millis(5_300), 100));
}

#[test]
fn nobody_reads_or_plays_what_is_another_s() {
    let folder = tempfile::tempdir().unwrap();
    let class = Class::open(folder.path());
    let mut desk = class.instructor();
    assign(&mut desk, SCENARIO, "practice");
    let mut owner = class.trainee("heron");
    let path = begin(&mut owner);
    let mut other = class.trainee("crane");
    let mut nobody = Client::of(class.port);
    for route in ["", "/told", "/hint", "/after", "/report.html", "/report.pdf"] {
        let route = format!("{path}{route}");
        assert_eq!(other.get(&route).status, 404, "{route}");
        assert_eq!(nobody.get(&route).status, 303, "{route}: sent to the way in");
        assert_eq!(nobody.told(&route).status, 401, "{route}");
    }
    let done = json!({ "number": 1, "wait_ms": 900, "deed": { "choose": 0 } });
    assert_eq!(other.json(&format!("{path}/move"), &done).status, 404);
    assert_eq!(nobody.json(&format!("{path}/move"), &done).status, 401);
    for form in ["rate", "hand-in"] {
        assert_eq!(other.form(&format!("{path}/{form}"), &[]).status, 404);
        assert_eq!(nobody.form(&format!("{path}/{form}"), &[]).status, 303);
    }
    // A page of another site has neither the word of our pages nor their address.
    let csrf = std::mem::replace(&mut owner.csrf, "0".repeat(64));
    assert_eq!(owner.json(&format!("{path}/move"), &done).status, 403);
    owner.csrf = csrf;
    let foreign =
        [("Origin", "http://elsewhere.example"), ("Content-Type", "application/json"), ("X-Csrf", owner.csrf.as_str())];
    assert_eq!(owner.clone().ask("POST", &format!("{path}/move"), &foreign, &done.to_string()).status, 403);
    assert_eq!(owner.told(&format!("{path}/told")).json()["number"], 1, "nothing was done");
    // The desk is the instructor's.
    for route in ["/desk", "/desk/people", "/desk/results", "/wall", "/wall/progress"] {
        assert_eq!(owner.get(route).status, 303, "{route}");
        assert_eq!(owner.get(route).header("location"), Some("/desk/enter"), "{route}");
        assert_eq!(desk.get(route).status, 200, "{route}");
    }
    for route in ["assign", "state", "extend", "gather", "seat", "leave"] {
        assert_eq!(owner.form(&format!("/desk/{route}"), &[]).status, 303, "{route}");
    }
    // Another class's instructor sees nothing of this one: their desk is another.
    assert_eq!(Client::of(class.port).get(&class.link).status, 200);
    assert_eq!(Client::of(class.port).form(&class.link, &[]).status, 410, "the link was for one use");
}

#[test]
fn hostile_names_and_addresses_stay_words() {
    let folder = tempfile::tempdir().unwrap();
    let class = Class::open(folder.path());
    let mut desk = class.instructor();
    let name = "<script>alert(1)</script>\"'&";
    class.trainee(name);
    let page = desk.get("/desk");
    assert!(!page.body.contains("<script>alert"), "{}", page.body);
    assert!(page.body.contains("&lt;script&gt;alert(1)"), "{}", page.body);
    let people = desk.told("/desk/people").json();
    assert!(!people["html"].as_str().unwrap().contains("<script>"));
    let mut nobody = Client::of(class.port);
    for path in ["/../../etc/passwd", "/seat/../../x", "/class.js/..%2f..%2fCargo.toml", "/%00", "/language/%2e%2e"] {
        let answer = nobody.get(path);
        assert!(!answer.body.contains("root:") && answer.status != 200, "{path}: {}", answer.status);
    }
    let answer = nobody.get("/?code=%3Cscript%3E");
    assert!(answer.status == 404 && !answer.body.contains("<script>"), "{}", answer.body);
    let policy = answer.header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    // Too much is refused, not read.
    let long = "x".repeat(100_000);
    assert_eq!(nobody.form("/sit", &[("code", &class.code), ("pseudonym", &long)]).status, 413);
    assert_eq!(nobody.form("/sit", &[("code", "ABCDEF"), ("pseudonym", "a")]).status, 404);
    let cookie = class.trainee("egret");
    assert!(cookie.cookies.contains_key("calmdesk-seat"));
    let mut sitting = Client::of(class.port);
    let sat = sitting.form("/sit", &[("code", &class.code), ("pseudonym", "bittern")]);
    let set = sat.header("set-cookie").unwrap();
    assert!(set.contains("HttpOnly") && set.contains("SameSite=Strict"), "{set}");
    assert_eq!(sitting.form("/sit", &[("code", &class.code), ("pseudonym", "bittern")]).status, 409, "taken");
}

#[test]
fn a_paused_assignment_takes_no_move_and_a_freed_seat_plays_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let class = Class::open(folder.path());
    let mut desk = class.instructor();
    assign(&mut desk, SCENARIO, "exam");
    let mut seat = class.trainee("heron");
    let path = begin(&mut seat);
    let page = desk.get("/desk").body;
    let field = |name: &str| {
        page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let (assignment, place) = (field("assignment"), field("seat"));
    assert_eq!(desk.form("/desk/state", &[("assignment", &assignment), ("state", "paused")]).status, 303);
    let told = unfolded(&mut seat, &path);
    let done = json!({ "number": told["number"], "wait_ms": 900, "deed": { "choose": 0 } });
    let refused = seat.json(&format!("{path}/move"), &done);
    assert_eq!(refused.status, 409, "{}", refused.body);
    assert!(!refused.json()["remark"].as_str().unwrap().is_empty());
    assert_eq!(desk.form("/desk/state", &[("assignment", &assignment), ("state", "open")]).status, 303);
    assert_eq!(seat.json(&format!("{path}/move"), &done).json()["number"], 2, "the same move is taken now");
    // The instructor frees the seat: the person goes on at another machine, under the same name.
    assert_eq!(desk.form("/desk/seat", &[("seat", &place), ("to", "free")]).status, 303);
    let next = json!({ "number": 2, "wait_ms": 900, "deed": { "choose": 0 } });
    let refused = seat.json(&format!("{path}/move"), &next);
    assert_eq!(refused.status, 409, "{}", &refused.body[..refused.body.len().min(300)]);
    let mut elsewhere = class.trainee("heron");
    let same = begin(&mut elsewhere);
    assert_eq!(same, path);
    assert_eq!(elsewhere.told(&format!("{path}/told")).json()["number"], 2, "it goes on where it was");
    assert_eq!(seat.told(&format!("{path}/told")).status, 404, "the old machine has it no more");
}

#[test]
fn two_servers_share_one_store_and_either_goes_on_where_the_other_was() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (Class::open(folder.path()), Class::open(folder.path()));
    assert_eq!(one.code, other.code);
    let mut desk = one.instructor();
    assign(&mut desk, SCENARIO, "exam");
    let mut seat = one.trainee("heron");
    let path = begin(&mut seat);
    let mut said = Vec::new();
    for number in 1..=6 {
        // Each move goes to the server that did not see the last one.
        seat.port = if number % 2 == 0 { one.port } else { other.port };
        let told = unfolded(&mut seat, &path);
        assert_eq!(told["number"], number);
        let done = json!({ "number": number, "wait_ms": 900, "deed": { "choose": 0 } });
        let answer = seat.json(&format!("{path}/move"), &done).json();
        assert_eq!((&answer["number"], &seat_of(&answer)["turn"]), (&json!(number + 1), &json!(number)));
        said.push(seat_of(&answer)["you"].clone());
    }
    one.kill();
    seat.port = other.port;
    let told = unfolded(&mut seat, &path);
    assert_eq!((&told["number"], &seat_of(&told)["you"]), (&json!(7), said.last().unwrap()));
}
