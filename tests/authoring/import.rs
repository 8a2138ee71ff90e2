//! `calmdesk import` of what instructors already have: Utrecht scenarios (UUDSL 4.x), Twee stories, archives of either.
//! What only Twine's formats have is tried in `twine`.

use crate::util::calmdesk;
use calmdesk::scenario::model::{NodeKind, Scenario, Target, When};
use calmdesk::scenario::{SourceBundle, load};
use proptest::prelude::*;
use std::path::PathBuf;
use std::process::Output;
use std::sync::Arc;
use tempfile::TempDir;

pub struct Study {
    dir: TempDir,
}

impl Study {
    pub fn new() -> Self {
        Self { dir: TempDir::new().unwrap() }
    }
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
    pub fn run(&self, words: &[&str]) -> Output {
        calmdesk(words).in_english().inside(&self.dir).0.output().unwrap()
    }
    /// What is printed of an import that goes well, and what comes of it.
    pub fn import(&self, name: &str, bytes: impl AsRef<[u8]>) -> (String, String, Arc<Scenario>) {
        std::fs::write(self.path(name), bytes).unwrap();
        let output = self.run(&["import", name, "--id", "made"]);
        assert!(output.status.success(), "{}", said(&output));
        let text = std::fs::read_to_string(self.path("made/scenario.ron")).unwrap();
        (said(&output), text.clone(), sound(&text))
    }
    /// Why an import is refused.
    pub fn refused(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), bytes).unwrap();
        let output = self.run(&["import", name, "--id", "made"]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(!self.path("made").exists());
        said(&output)
    }
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

pub fn sound(text: &str) -> Arc<Scenario> {
    let loaded = load(&SourceBundle::of_text("made", text));
    assert_eq!(loaded.errors(), 0, "{:#?}\n{text}", loaded.diagnostics);
    loaded.scenario.unwrap()
}

/// A scenario around definitions, metadata and levels.
fn xml(definitions: &str, metadata: &str, levels: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <scenario xmlns=\"http://uudsl.github.io/scenario/namespace\" version=\"3\" schemaVersion=\"4.12.0\" configidref=\"c\">\n\
         <definitions>{definitions}</definitions>\n<typedExpressions/>\n\
         <metadata><name>Desk talk</name>{metadata}</metadata>\n<sequence>\n{levels}\n</sequence>\n</scenario>\n"
    )
}

const CHARACTERS: &str = "<characters><character id=\"1\" name=\"Mrs Ada\"/><character id=\"2\"/></characters>";

fn dialogue(id: &str, subject: &str, starts: &[&str], statements: &str) -> String {
    let starts: String = starts.iter().map(|id| format!("<start idref=\"{id}\"/>")).collect();
    format!(
        "<dialogue id=\"{id}\" optional=\"false\"><subject>{subject}</subject><starts>{starts}</starts>\n<statements>\n{statements}\n</statements></dialogue>"
    )
}

fn level(dialogues: &[String]) -> String {
    format!("<interleave>{}</interleave>", dialogues.join("\n"))
}

/// `kind`, id, text, what stands in it besides, responses.
fn statement(kind: &str, id: &str, text: &str, more: &str, responses: &[&str]) -> String {
    with(kind, id, "", text, more, responses)
}

fn with(kind: &str, id: &str, attributes: &str, text: &str, more: &str, responses: &[&str]) -> String {
    let who = if kind == "computer" { " characteridref=\"1\"" } else { "" };
    let responses: String = responses.iter().map(|id| format!("<response idref=\"{id}\"/>")).collect();
    format!(
        "<{kind}Statement id=\"{id}\"{who} {attributes}><text xml:space=\"preserve\">{text}</text>{more}<responses>{responses}</responses></{kind}Statement>\n"
    )
}

pub fn node<'s>(scenario: &'s Scenario, id: &str) -> &'s NodeKind {
    let ids: Vec<&str> = scenario.nodes.iter().map(|node| node.id.as_str()).collect();
    &scenario.nodes.iter().find(|node| node.id == id).unwrap_or_else(|| panic!("{id} is not among {ids:?}")).kind
}

pub fn leads_to(scenario: &Scenario, target: Target) -> &str {
    match target {
        Target::Node(node) => &scenario.nodes[node.at()].id,
        Target::Return => "return",
    }
}

mod statements {
    use super::*;

    fn talk() -> String {
        let statements = [
            statement("computer", "edit.1", "半夜拖桌子 &amp; \"敲\" 墙！", "", &["edit.2", "edit.3"]),
            statement(
                "player",
                "edit.2",
                "您坐，慢慢说。",
                "<editingData><comment>warm</comment></editingData>",
                &["edit.4"],
            ),
            with("player", "edit.3", "end=\"true\"", "不归我管。", "", &[]),
            statement("situation", "edit.4", "她坐下了。", "", &["edit.5"]),
            statement("player", "edit.5", "从头说起。", "", &["edit.6"]),
            with("computer", "edit.6", "end=\"true\"", "那我说说。", "", &[]),
        ];
        let metadata = "<language code=\"zh\">Chinese</language><description>A visitor at night.</description>\
            <authors><author name=\"A. One\" startDate=\"2020-01-01\"/><author name=\"B. Two\" startDate=\"2020-01-01\"/></authors>\
            <difficulty>difficult</difficulty>";
        xml(CHARACTERS, metadata, &level(&[dialogue("dialogue1", "Noise", &["edit.1"], &statements.concat())]))
    }

    #[test]
    fn speakers_choices_and_ends_are_taken_over_with_the_head() {
        let study = Study::new();
        let (printed, text, scenario) = study.import("talk.xml", talk());
        assert!(printed.contains("6 passages; 2 options"), "{printed}");
        assert_eq!(scenario.title.original, "Desk talk");
        assert_eq!(
            (scenario.locale.tag(), scenario.difficulty, scenario.author.as_str()),
            ("zh-CN", 4, "A. One, B. Two")
        );
        assert_eq!(scenario.briefing.original, "A visitor at night.");
        let visitors: Vec<&str> = scenario.visitors.iter().map(|visitor| visitor.name.original.as_str()).collect();
        assert_eq!(visitors, ["Mrs Ada", "Visitor 2"]);
        assert_eq!(scenario.visitors[0].id, "mrs_ada");
        assert_eq!(scenario.nodes[0].id, "edit_1", "it begins where the dialogue does");
        let NodeKind::Line(line) = node(&scenario, "edit_1") else { panic!() };
        assert_eq!(line.variants[0].say.original, "半夜拖桌子 & \"敲\" 墙！");
        assert!(line.who.is_some());
        let NodeKind::Choice(choice) = node(&scenario, leads_to(&scenario, line.then)) else { panic!() };
        let ids: Vec<&str> = choice.options.iter().map(|option| option.id.as_str()).collect();
        assert_eq!(ids, ["edit_2", "edit_3"]);
        assert!(choice.options.iter().all(|option| option.acts.is_empty()), "acts are the author's to add");
        let NodeKind::Line(situation) = node(&scenario, leads_to(&scenario, choice.options[0].then)) else { panic!() };
        assert!(situation.who.is_none());
        // One thing to say is no choice: it is told, and that is listed.
        let NodeKind::Line(told) = node(&scenario, leads_to(&scenario, situation.then)) else { panic!() };
        assert!(told.who.is_none() && told.variants[0].say.original.contains("从头说起"));
        assert!(printed.contains("nothing to choose") && printed.contains("从头说起"), "{printed}");
        let ends = scenario.nodes.iter().filter(|node| matches!(node.kind, NodeKind::End(_))).count();
        assert_eq!(ends, 2, "each end is an ending of its own");
        assert!(text.contains("// warm") && text.contains("// Noise") && text.contains("//"), "{text}");
        let output = study.run(&["fmt", "made", "--check"]);
        assert!(output.status.success(), "{}", said(&output));
    }

    #[test]
    fn a_file_as_the_scenario_editor_writes_it_is_taken_over_whole() {
        let study = Study::new();
        let (printed, text, scenario) = study.import("editor.xml", include_str!("../uudsl/editor.xml"));
        for wanted in
            ["7 passages; 8 options", "line 11 · extra property", "line 15 · scoring formula", "line 56 · jumping"]
        {
            assert!(printed.contains(wanted), "{wanted}: {printed}");
        }
        assert!(printed.contains("Left out (3)"), "where things stand on the screen is no loss: {printed}");
        assert_eq!((scenario.title.original.as_str(), scenario.difficulty), ("楼上的响动", 3));
        assert!(text.contains("// 最好的回答") && text.contains("add: { \"p1\": 2 }"), "{text}");
        assert!(text.contains("when: VarAtLeast(\"p1\", 4)"), "{text}");
    }

    #[test]
    fn the_older_names_of_attributes_are_known() {
        let statements = [
            with("computer", "a", "jumpPoint=\"true\" inits=\"true\"", "one", "", &["b"]),
            with("computer", "b", "possibleEnd=\"true\"", "two", "", &[]),
        ];
        let first = dialogue("d1", "First", &["a"], &statements.concat());
        let second = dialogue("d2", "Second", &["c"], &statement("computer", "c", "three", "", &[]));
        let study = Study::new();
        let (printed, _, scenario) = study.import("old.xml", xml(CHARACTERS, "", &level(&[first, second])));
        assert!(printed.contains("jumping to another subject"), "{printed}");
        let NodeKind::Line(line) = node(&scenario, "a") else { panic!() };
        let NodeKind::Choice(leave) = node(&scenario, leads_to(&scenario, line.then)) else { panic!() };
        assert_eq!(leave.options.len(), 2, "go on or leave it");
        assert!(scenario.nodes.iter().any(|node| matches!(node.kind, NodeKind::End(_))));
    }

    #[test]
    fn several_answers_of_the_computer_follow_conditions_or_chance() {
        let asks = |value: &str| {
            format!(
                "<preconditions><and><condition idref=\"p\" operator=\"equalTo\">{value}</condition></and></preconditions>"
            )
        };
        let parameters = "<parameters><userDefined><parameter id=\"p\" name=\"mood\"><type><integer minimum=\"0\" maximum=\"3\"/></type></parameter></userDefined><fixed/></parameters>";
        let statements = [
            statement("computer", "a", "start", "", &["b", "c", "d"]),
            statement("computer", "b", "by condition", &asks("2"), &["e", "f"]),
            statement("computer", "c", "by chance", "", &[]),
            statement("computer", "d", "by chance too", "", &[]),
            statement("computer", "e", "either", &asks("1"), &[]),
            statement("computer", "f", "or", &asks("0"), &[]),
        ];
        let study = Study::new();
        let definitions = format!("{CHARACTERS}{parameters}");
        let (printed, _, scenario) = study
            .import("ways.xml", xml(&definitions, "", &level(&[dialogue("d", "S", &["a"], &statements.concat())])));
        let branches: Vec<_> = (scenario.nodes.iter())
            .filter_map(|node| match &node.kind {
                NodeKind::Branch(branch) => Some(branch),
                _ => None,
            })
            .collect();
        assert_eq!(branches.len(), 2);
        assert!(matches!(branches[0].ways[0].0, When::VarIs(_, 2)));
        assert!(matches!(branches[0].ways[1].0, When::Chance(p) if p == 0.5));
        assert_eq!(leads_to(&scenario, branches[0].otherwise), "d");
        assert!(printed.contains("condition was dropped"), "{printed}");
    }

    #[test]
    fn what_leads_nowhere_or_back_or_cannot_be_reached_is_cut_and_listed() {
        let statements = [
            statement("computer", "a", "one", "", &["b", "nobody"]),
            statement("computer", "b", "two", "", &["a"]),
            statement("computer", "lonely", "never heard", "", &[]),
            statement("computer", "a", "the same id", "", &[]),
            "<applause id=\"x\"/>".to_owned(),
        ];
        let study = Study::new();
        let (printed, text, _) =
            study.import("odd.xml", xml(CHARACTERS, "", &level(&[dialogue("d", "S", &["a"], &statements.concat())])));
        for wanted in ["link to nowhere: nobody", "b → a", "never heard", "the same id", "applause"] {
            assert!(printed.contains(wanted), "{wanted}: {printed}");
        }
        assert!(!text.contains("never heard"));
        let line = printed.lines().find(|line| line.contains("never heard")).unwrap();
        assert!(line.trim_start().starts_with("line 11 "), "where it stands: {line}");
    }

    #[test]
    fn the_ninth_option_and_the_thirty_first_character_are_listed() {
        let players: Vec<String> = (0..9).map(|n| format!("p{n}")).collect();
        let ids: Vec<&str> = players.iter().map(String::as_str).collect();
        let said: String = ids.iter().map(|id| statement("player", id, &format!("say {id}"), "", &[])).collect();
        let statements = statement("computer", "a", "?", "", &ids) + &said;
        let characters: String = (0..31).map(|n| format!("<character id=\"k{n}\" name=\"Person {n}\"/>")).collect();
        let definitions = format!("<characters>{characters}</characters>");
        let study = Study::new();
        let (printed, _, scenario) =
            study.import("many.xml", xml(&definitions, "", &level(&[dialogue("d", "S", &["a"], &statements)])));
        assert!(printed.contains("say p8") && printed.contains("Person 30"), "{printed}");
        assert_eq!(scenario.visitors.len(), 30);
    }

    #[test]
    fn a_computer_that_could_speak_while_the_trainee_chooses_goes_first_by_condition_or_not_at_all() {
        let asks = "<preconditions><condition idref=\"p\" operator=\"greaterThan\">1</condition></preconditions>";
        let parameters = "<parameters><userDefined><parameter id=\"p\" name=\"anger\"><type><integer minimum=\"0\" maximum=\"3\"/></type></parameter></userDefined></parameters>";
        let statements = [
            statement("computer", "a", "start", "", &["x", "y", "bursts", "mutters"]),
            statement("player", "x", "one", "", &[]),
            statement("player", "y", "two", "", &[]),
            statement("computer", "bursts", "I have had enough!", asks, &[]),
            statement("computer", "mutters", "mutter", "", &[]),
        ];
        let study = Study::new();
        let (printed, _, scenario) = study.import(
            "rival.xml",
            xml(&format!("{CHARACTERS}{parameters}"), "", &level(&[dialogue("d", "S", &["a"], &statements.concat())])),
        );
        assert!(printed.contains("only the choice was kept: mutter"), "{printed}");
        let NodeKind::Line(line) = node(&scenario, "a") else { panic!() };
        let NodeKind::Branch(branch) = node(&scenario, leads_to(&scenario, line.then)) else { panic!() };
        assert!(matches!(branch.ways[0].0, When::VarAtLeast(_, 2)));
        assert!(matches!(node(&scenario, leads_to(&scenario, branch.otherwise)), NodeKind::Choice(_)));
    }
}

mod parameters {
    use super::*;

    const DEFINED: &str = "<parameters><userDefined>\
        <parameter id=\"p1\" name=\"calm\"><type><integer minimum=\"-5\" maximum=\"5\"><default>1</default></integer></type></parameter>\
        <parameter id=\"p2\" name=\"heard\"><type><boolean/></type></parameter>\
        <parameter id=\"p3\" name=\"place\"><type><enumeration><option>desk</option><option>hall</option></enumeration></type></parameter>\
        <parameter id=\"p4\" name=\"word\"><type><string/></type></parameter>\
        <parameter id=\"p5\" name=\"things\"><type><list><itemType><string/></itemType></list></type></parameter>\
        </userDefined><fixed>\
        <parameter id=\"f1\" name=\"trust\"><type><integer/></type></parameter>\
        </fixed></parameters>";
    const INITIAL: &str = "<initialParameterValues><userDefined>\
        <parameterValue idref=\"p1\">2</parameterValue><parameterValue idref=\"p2\">true</parameterValue>\
        <parameterValue idref=\"p3\">hall</parameterValue><parameterValue idref=\"p4\">tea</parameterValue></userDefined><fixed>\
        <characterParameterValue idref=\"f1\" characteridref=\"1\">7</characterParameterValue>\
        <characterParameterValue idref=\"f1\" characteridref=\"2\">8</characterParameterValue></fixed></initialParameterValues>";

    /// The condition that comes of one, on an option beside another.
    fn condition(xml_of: &str) -> (String, Option<When>, Arc<Scenario>) {
        let statements = [
            statement("computer", "a", "start", "", &["x", "y"]),
            statement("player", "x", "asked", &format!("<preconditions>{xml_of}</preconditions>"), &[]),
            statement("player", "y", "free", "", &[]),
        ];
        let levels = level(&[dialogue("d", "S", &["a"], &statements.concat())]);
        let (printed, _, scenario) =
            Study::new().import("c.xml", xml(&format!("{CHARACTERS}{DEFINED}"), INITIAL, &levels));
        let NodeKind::Line(line) = node(&scenario, "a") else { panic!() };
        let when = match node(&scenario, leads_to(&scenario, line.then)) {
            NodeKind::Choice(choice) => choice.options[0].when.clone(),
            _ => None,
        };
        (printed, when, scenario)
    }

    fn var(scenario: &Scenario, id: &str) -> calmdesk::vocabulary::VarIx {
        let at =
            scenario.vars.iter().position(|var| var.id == id).unwrap_or_else(|| panic!("{id}: {:?}", scenario.vars));
        calmdesk::vocabulary::VarIx(at as u16)
    }

    #[test]
    fn typed_parameters_become_bounded_variables_those_of_characters_one_each() {
        let (printed, _, scenario) = condition("<condition idref=\"p4\" operator=\"notEqualTo\">coffee</condition>");
        let shown: Vec<(String, i32, i32, i32)> =
            scenario.vars.iter().map(|var| (var.id.clone(), var.min, var.max, var.start)).collect();
        let far = 1_000_000;
        let wanted = [
            ("calm", -5, 5, 2),
            ("heard", 0, 1, 1),
            ("place", 0, 1, 1),
            ("word", 0, 1, 0),
            ("var1_trust", -far, far, 7),
            ("var2_trust", -far, far, 8),
        ];
        let wanted: Vec<(String, i32, i32, i32)> =
            wanted.map(|(id, min, max, start)| (id.to_owned(), min, max, start)).into();
        assert_eq!(shown, wanted);
        assert!(printed.contains("things list"), "{printed}");
    }

    #[test]
    fn every_comparison_asks_the_same_of_the_variable() {
        for (written, wanted) in [
            ("<condition idref=\"p1\" operator=\"equalTo\">3</condition>", "VarIs(calm, 3)"),
            ("<condition idref=\"p1\" operator=\"notEqualTo\">3</condition>", "Not(VarIs(calm, 3))"),
            ("<condition idref=\"p1\" operator=\"greaterThanEqualTo\">3</condition>", "VarAtLeast(calm, 3)"),
            ("<condition idref=\"p1\" operator=\"greaterThan\">3</condition>", "VarAtLeast(calm, 4)"),
            ("<condition idref=\"p1\" operator=\"lessThan\">3</condition>", "Not(VarAtLeast(calm, 3))"),
            ("<condition idref=\"p1\" operator=\"lessThanEqualTo\">3</condition>", "Not(VarAtLeast(calm, 4))"),
            ("<referenceCondition idref=\"p1\" operator=\"atMinimum\"/>", "Not(VarAtLeast(calm, -4))"),
            ("<referenceCondition idref=\"p1\" operator=\"atMaximum\"/>", "VarAtLeast(calm, 5)"),
            ("<condition idref=\"p2\" operator=\"equalTo\">false</condition>", "VarIs(heard, 0)"),
            ("<condition idref=\"p3\" operator=\"notEqualTo\">desk</condition>", "Not(VarIs(place, 0))"),
            (
                "<characterCondition idref=\"f1\" characteridref=\"2\" operator=\"greaterThan\">3</characterCondition>",
                "VarAtLeast(var2_trust, 4)",
            ),
            (
                "<and><condition idref=\"p1\" operator=\"greaterThan\">0</condition><or><condition idref=\"p2\" operator=\"equalTo\">true</condition><condition idref=\"p3\" operator=\"equalTo\">desk</condition></or></and>",
                "All([VarAtLeast(calm, 1), Any([VarIs(heard, 1), VarIs(place, 0)])])",
            ),
            ("<and/>", ""),
            // What is always so asks nothing.
            (
                "<or><condition idref=\"p1\" operator=\"lessThan\">9</condition><condition idref=\"p2\" operator=\"equalTo\">true</condition></or>",
                "",
            ),
        ] {
            let (_, when, scenario) = condition(written);
            let shown = when.map_or_else(String::new, |when| show(&when, &scenario));
            assert_eq!(shown, wanted, "{written}");
        }
    }

    fn show(when: &When, scenario: &Scenario) -> String {
        let all = |parts: &[When]| parts.iter().map(|part| show(part, scenario)).collect::<Vec<_>>().join(", ");
        match when {
            When::All(parts) => format!("All([{}])", all(parts)),
            When::Any(parts) => format!("Any([{}])", all(parts)),
            When::Not(part) => format!("Not({})", show(part, scenario)),
            When::VarIs(var, value) => format!("VarIs({}, {value})", scenario.vars[var.at()].id),
            When::VarAtLeast(var, value) => format!("VarAtLeast({}, {value})", scenario.vars[var.at()].id),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn what_is_asked_of_nothing_known_is_listed_and_what_is_never_so_is_left_out() {
        let (printed, when, _) = condition("<condition idref=\"gone\" operator=\"equalTo\">1</condition>");
        assert!(when.is_none() && printed.contains("gone equalTo 1"), "{printed}");
        let (printed, when, _) = condition("<condition idref=\"p3\" operator=\"lessThan\">desk</condition>");
        assert!(when.is_none() && printed.contains("p3 lessThan desk"), "{printed}");
        let (printed, ..) = condition("<condition idref=\"p1\" operator=\"greaterThan\">5</condition>");
        assert!(printed.contains("never true: asked"), "{printed}");
        let deep =
            "<and>".repeat(40) + "<condition idref=\"p1\" operator=\"equalTo\">1</condition>" + &"</and>".repeat(40);
        let (printed, ..) = condition(&deep);
        assert!(printed.contains("condition not understood"), "{printed}");
    }

    #[test]
    fn effects_set_and_add_and_what_does_not_fit_is_listed() {
        let effects = "<parameterEffects><userDefined>\
            <parameterEffect idref=\"p1\" operator=\"addAssign\">2</parameterEffect>\
            <parameterEffect idref=\"p1\" operator=\"subtractAssign\">5</parameterEffect>\
            <parameterEffect idref=\"p2\" operator=\"assign\">false</parameterEffect>\
            <parameterEffect idref=\"p3\" operator=\"assign\">desk</parameterEffect>\
            <parameterEffect idref=\"p2\" operator=\"addAssign\">true</parameterEffect>\
            <parameterEffect idref=\"gone\" operator=\"assign\">1</parameterEffect></userDefined><fixed>\
            <characterParameterEffect idref=\"f1\" characteridref=\"1\" operator=\"assign\">4</characterParameterEffect>\
            <characterParameterEffect idref=\"f1\" characteridref=\"1\" operator=\"addAssign\">3</characterParameterEffect></fixed></parameterEffects>";
        let statements = statement("computer", "a", "start", effects, &[]);
        let levels = level(&[dialogue("d", "S", &["a"], &statements)]);
        let (printed, _, scenario) =
            Study::new().import("e.xml", xml(&format!("{CHARACTERS}{DEFINED}"), INITIAL, &levels));
        use calmdesk::scenario::model::Effect::{Add, Set};
        let NodeKind::Line(line) = node(&scenario, "a") else { panic!() };
        let mut wanted = vec![
            Set(var(&scenario, "heard"), 0),
            Set(var(&scenario, "place"), 0),
            Set(var(&scenario, "var1_trust"), 7),
            Add(var(&scenario, "calm"), -3),
        ];
        for effect in &line.effects {
            let at = wanted.iter().position(|one| one == effect).unwrap_or_else(|| panic!("{effect:?}"));
            wanted.remove(at);
        }
        assert!(wanted.is_empty(), "{wanted:?}");
        assert!(printed.contains("p2 addAssign true") && printed.contains("gone assign 1"), "{printed}");
    }

    #[test]
    fn scores_and_properties_are_listed_by_their_lines() {
        let definitions = format!(
            "{CHARACTERS}\n<properties>\n<property id=\"q\" name=\"intent\"><type><string/></type></property></properties>"
        );
        let levels = level(&[dialogue("d", "S", &["a"], &statement("computer", "a", "start", "", &[]))]);
        let scores = "<typedExpressions>\n<typedExpression id=\"e\" name=\"Empathy\"><type><integer/></type><expression><literal>1</literal></expression></typedExpression></typedExpressions>";
        let text = xml(&definitions, "", &levels).replace("<typedExpressions/>", scores);
        let (printed, ..) = Study::new().import("s.xml", &text);
        for name in ["Empathy", "intent"] {
            let number = text.lines().position(|line| line.contains(&format!("name=\"{name}\""))).unwrap() + 1;
            let line = printed.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{printed}"));
            assert!(line.contains(&format!("line {number} ")), "{line}");
        }
    }
}

mod subjects {
    use super::*;

    fn subject(n: usize, optional: bool) -> String {
        let text = dialogue(
            &format!("dialogue{n}"),
            &format!("Subject {n}"),
            &[&format!("s{n}")],
            &statement("computer", &format!("s{n}"), &format!("about {n}"), "", &[]),
        );
        text.replace("optional=\"false\"", &format!("optional=\"{optional}\""))
    }

    fn hubs(scenario: &Scenario) -> Vec<&calmdesk::scenario::model::Choice> {
        let choices = scenario.nodes.iter().filter_map(|node| match &node.kind {
            NodeKind::Choice(choice) => choice.hub.is_some().then_some(choice),
            _ => None,
        });
        choices.collect()
    }

    #[test]
    fn subjects_of_a_level_come_in_any_order_and_levels_one_after_the_other() {
        let levels = level(&[subject(1, false), subject(2, true)]) + &level(&[subject(3, false)]);
        let (_, text, scenario) = Study::new().import("s.xml", xml(CHARACTERS, "", &levels));
        let hubs = hubs(&scenario);
        assert_eq!(hubs.len(), 1);
        let hub = hubs[0].hub.unwrap();
        assert_eq!(hub.obligatory, 0b001, "the second may be left out");
        assert_eq!(hub.again, 0);
        let leave = &hubs[0].options[usize::from(hub.leave.unwrap())];
        assert!(matches!(leave.when, Some(When::Chose(_, 0))), "only when what must be talked about is: {text}");
        assert!(hubs[0].options[0].text.original().contains("Subject 1"));
        assert_eq!(leads_to(&scenario, hub.then), "s3", "the next level");
        let NodeKind::Line(line) = node(&scenario, "s3") else { panic!() };
        assert_eq!(leads_to(&scenario, line.then), "over");
        assert!(matches!(scenario.nodes[0].kind, NodeKind::Choice(_)), "it begins with the hub");
    }

    #[test]
    fn a_single_subject_that_may_be_left_out_can_be() {
        let (_, _, scenario) = Study::new().import("s.xml", xml(CHARACTERS, "", &level(&[subject(1, true)])));
        assert_eq!(hubs(&scenario)[0].options.len(), 2);
    }

    #[test]
    fn more_subjects_than_keys_come_in_turns() {
        let level = level(&(1..=11).map(|n| subject(n, false)).collect::<Vec<_>>());
        let (printed, _, scenario) = Study::new().import("s.xml", xml(CHARACTERS, "", &level));
        assert!(printed.contains("too many subjects") && printed.contains("Subject 9"), "{printed}");
        assert_eq!(hubs(&scenario).iter().map(|hub| hub.options.len()).collect::<Vec<_>>(), [8, 3]);
    }

    #[test]
    fn a_subject_may_end_early_where_the_player_is_to_speak() {
        let statements = [
            with("computer", "a", "allowDialogueEnd=\"true\"", "start", "", &["x", "y"]),
            statement("player", "x", "one", "", &[]),
            statement("player", "y", "two", "", &[]),
        ];
        let first = dialogue("d", "First", &["a"], &statements.concat());
        let (_, _, scenario) = Study::new().import("s.xml", xml(CHARACTERS, "", &level(&[first, subject(2, false)])));
        let NodeKind::Line(line) = node(&scenario, "a") else { panic!() };
        let NodeKind::Choice(choice) = node(&scenario, leads_to(&scenario, line.then)) else { panic!() };
        assert_eq!(choice.options.iter().map(|option| option.id.as_str()).collect::<Vec<_>>(), ["x", "y", "leave"]);
    }

    #[test]
    fn what_is_made_can_be_played_to_an_end() {
        let levels = level(&[subject(1, false), subject(2, true), subject(3, false)])
            + &level(&[subject(4, false), subject(5, false)]);
        let study = Study::new();
        study.import("s.xml", xml(CHARACTERS, "", &levels));
        for seed in ["1", "2", "3"] {
            let played = study.run(&["play", "made", "--policy", "random", "--seed", seed, "--log", "log"]);
            assert!(played.status.success() && said(&played).contains("nding"), "{}", said(&played));
            std::fs::remove_file(study.path("log")).unwrap();
        }
    }
}

mod files {
    use super::*;

    fn small() -> String {
        xml(CHARACTERS, "", &level(&[dialogue("d", "S", &["a"], &statement("computer", "a", "start", "", &[]))]))
    }

    /// A ZIP archive of one file.
    fn zipped(name: &str, bytes: &[u8], deflate: bool) -> Vec<u8> {
        let packed = if deflate { miniz_oxide::deflate::compress_to_vec(bytes, 6) } else { bytes.to_vec() };
        let two = |n: usize| (n as u16).to_le_bytes();
        let four = |n: usize| (n as u32).to_le_bytes();
        let method = two(if deflate { 8 } else { 0 });
        let crc = crc32fast::hash(bytes).to_le_bytes();
        let (size, length) = (four(packed.len()), four(bytes.len()));
        let mut out = [
            &b"PK\x03\x04\x14\0\0\0"[..],
            &method,
            &[0; 4],
            &crc,
            &size,
            &length,
            &two(name.len()),
            &[0; 2],
            name.as_bytes(),
            &packed,
        ]
        .concat();
        let start = out.len();
        out.extend(
            [
                &b"PK\x01\x02\x14\0\x14\0\0\0"[..],
                &method,
                &[0; 4],
                &crc,
                &size,
                &length,
                &two(name.len()),
                &[0; 12],
                &four(0),
                name.as_bytes(),
            ]
            .concat(),
        );
        let directory = out.len() - start;
        out.extend([&b"PK\x05\x06\0\0\0\0\x01\0\x01\0"[..], &four(directory), &four(start), &[0; 2]].concat());
        out
    }

    #[test]
    fn an_archive_is_as_good_as_the_file_in_it() {
        for deflate in [true, false] {
            let (printed, ..) = Study::new().import("s.zip", zipped("folder/talk.xml", small().as_bytes(), deflate));
            assert!(printed.contains("1 passages"), "{printed}");
        }
        let (_, text, _) = Study::new()
            .import("t.zip", zipped("story.twee", ":: Start\nHello [[on]]\n\n:: on\nBye\n".as_bytes(), true));
        assert!(text.contains("Hello"));
        let mut marked = b"\xEF\xBB\xBF".to_vec();
        marked.extend(small().bytes());
        Study::new().import("no-ending", marked);
    }

    #[test]
    fn what_cannot_be_imported_says_why() {
        let archive = zipped("talk.xml", small().as_bytes(), true);
        let mut damaged = archive.clone();
        damaged[60] ^= 0xff;
        let mut locked = archive.clone();
        let at = locked.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
        locked[at + 8] = 1;
        let mut strange = archive.clone();
        strange[at + 10] = 99;
        let bomb = zipped("talk.xml", &vec![b' '; 64 << 20], true);
        let doctype =
            small().replacen("<scenario", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><scenario", 1);
        for (bytes, wanted) in [
            (b"<html><body/></html>".to_vec(), "UUDSL"),
            (b"<?xml version=\"1.0\"?><svg/>".to_vec(), "UUDSL"),
            (small().replace("</sequence>", "").into_bytes(), "line"),
            (doctype.into_bytes(), "DTD"),
            (xml(CHARACTERS, "", "").into_bytes(), "no statement"),
            (
                xml(CHARACTERS, "", &level(&[dialogue("d", "S", &[], &statement("computer", "a", "x", "", &[]))]))
                    .into_bytes(),
                "can ever be said",
            ),
            (b"\xff\xfe<\0s\0".to_vec(), "UTF-8"),
            (archive[..archive.len() - 30].to_vec(), "damaged"),
            (damaged, "damaged"),
            (locked, "locked"),
            (strange, "locked"),
            (bomb, "too large"),
            (zipped("notes.txt", b"hello", false), "no .xml"),
            (vec![b' '; 5 << 20], "too large"),
        ] {
            let why = Study::new().refused("x", &bytes);
            assert!(why.contains(wanted), "{wanted}: {why}");
        }
    }

    #[test]
    fn hostile_files_end_soon_in_a_scenario_or_a_message() {
        let many = |n: usize| (0..n).map(|i| format!("s{i}")).collect::<Vec<_>>();
        let ids = many(3_000);
        let chain: String = ids.windows(2).map(|pair| statement("computer", &pair[0], "x", "", &[&pair[1]])).collect();
        let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
        let wide = "<b/>".repeat(900_000);
        let lists: String = (0..5_000)
            .map(|n| format!("<parameter id=\"p{n}\" name=\"n\"><type><boolean/></type></parameter>"))
            .collect();
        let invisible = statement("computer", "a", "\u{202e}\u{200b}hidden\u{feff}", "", &[]);
        let one = |statements: &str| level(&[dialogue("d", "S\u{200b}", &["a", "s0"], statements)]);
        let shared: String = many(400)
            .iter()
            .enumerate()
            .map(|(at, id)| {
                let all = many(400);
                let rest: Vec<&str> = all[at + 1..].iter().take(3).map(String::as_str).collect();
                statement(if at % 2 == 0 { "player" } else { "computer" }, id, &"long ".repeat(200), "", &rest)
            })
            .collect();
        for text in [
            xml(CHARACTERS, "", &one(&chain)),
            xml(CHARACTERS, "", &one(&shared)),
            xml(CHARACTERS, "", &one(&invisible)),
            xml(CHARACTERS, &deep, &one(&chain[..0])),
            xml(CHARACTERS, &wide, &one(&invisible)),
            xml(
                &format!("{CHARACTERS}<parameters><userDefined>{lists}</userDefined></parameters>"),
                "",
                &one(&invisible),
            ),
        ] {
            let study = Study::new();
            std::fs::write(study.path("x"), &text).unwrap();
            let output = study.run(&["import", "x", "--id", "made"]);
            assert!(output.status.code().is_some_and(|code| code < 2), "{}", said(&output));
            if output.status.success() {
                sound(&std::fs::read_to_string(study.path("made/scenario.ron")).unwrap());
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_graph_there_is_what_is_made_has_no_error(
            edges in prop::collection::vec((0usize..3, prop::collection::vec(0usize..9, 0..10), any::<[bool; 4]>(), 0usize..7), 1..9),
            levels in prop::collection::vec((0usize..3, any::<bool>()), 1..4),
        ) {
            const PARAMETER: &str = "<parameters><userDefined><parameter id=\"p\" name=\"p\"><type><integer minimum=\"0\" maximum=\"4\"/></type></parameter></userDefined></parameters>";
            const OPERATORS: [&str; 7] = ["equalTo", "notEqualTo", "greaterThanEqualTo", "greaterThan", "lessThan", "lessThanEqualTo", "nonsense"];
            let statements: String = edges.iter().enumerate().map(|(at, (kind, to, flags, operator))| {
                let kind = ["player", "computer", "situation"][*kind];
                let ids: Vec<String> = to.iter().map(|n| format!("s.{n}")).collect();
                let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
                let when = if flags[3] { format!("<preconditions><or><condition idref=\"p\" operator=\"{}\">{at}</condition></or></preconditions>", OPERATORS[*operator]) } else { String::new() };
                let flags = format!("allowInterleave=\"{}\" allowDialogueEnd=\"{}\" end=\"{}\"", flags[0], flags[1], flags[2] && at % 3 == 0);
                with(kind, &format!("s.{at}"), &flags, &format!("text {at}"), &when, &ids)
            }).collect();
            let levels: String = levels.iter().enumerate().map(|(at, (more, optional))| {
                let dialogues: Vec<String> = (0..=*more).map(|n| {
                    let text = dialogue(&format!("d{at}.{n}"), "S", &["s.0", "s.1"], &statements);
                    text.replace("optional=\"false\"", &format!("optional=\"{optional}\""))
                }).collect();
                level(&dialogues)
            }).collect();
            let study = Study::new();
            std::fs::write(study.path("g.xml"), xml(&format!("{CHARACTERS}{PARAMETER}"), "", &levels)).unwrap();
            let output = study.run(&["import", "g.xml", "--id", "made"]);
            // Where the very first statement has a condition that is never true, nothing is left to be played.
            if said(&output).contains("can ever be said") {
                prop_assert!(edges[0].2[3], "only a condition can shut everything out");
                return Ok(());
            }
            prop_assert!(output.status.success(), "{}", said(&output));
            let text = std::fs::read_to_string(study.path("made/scenario.ron")).unwrap();
            let loaded = load(&SourceBundle::of_text("made", text.clone()));
            prop_assert_eq!(loaded.errors(), 0, "{:#?}\n{}", loaded.diagnostics, text);
        }
    }
}

mod twee {
    use super::*;

    #[test]
    fn every_way_to_write_a_link_leads_where_it_says() {
        let story = ":: Start\nHello\n[[plain]]\n[[said|bar]]\n[[said->arrow]]\n[[back<-said]]\n[[set][$x = 1]]\n\n\
            :: plain\nx\n\n:: bar\nx\n\n:: arrow\nx\n\n:: back\nx\n\n:: set\nx\n";
        let (_, _, scenario) = Study::new().import("s.twee", story);
        let NodeKind::Choice(choice) = node(&scenario, "start_choice") else { panic!() };
        let ways: Vec<(&str, &str)> =
            choice.options.iter().map(|option| (option.text.original(), leads_to(&scenario, option.then))).collect();
        assert_eq!(ways, [("plain", "plain"), ("said", "bar"), ("said", "arrow"), ("said", "back"), ("set", "set")]);
    }

    #[test]
    fn each_kind_of_thing_that_is_left_out_is_listed_by_its_line() {
        let nine: String = (0..9).map(|n| format!("[[o{n}]]")).collect();
        let story = format!(
            ":: Start\n<<if $a>>Hi<</if>>\n(set: $a to 1)\n<b>bold</b>\n[img[pic.png]]\n<!-- note -->\n$name\n[[nowhere-at-all]]\n\n\
             :: Menu\n{nine}\n\n:: One\n[[only words->Start]]\n\n:: Style [stylesheet]\nb {{}}\n\n:: StoryInit\n<<set $x to 1>>\n"
        );
        let (printed, text, _) = Study::new().import("s.twee", &story);
        for (line, wanted) in [
            (2, "macro or variable: <<if $a>>"),
            (3, "macro or variable: (set: $a to 1)"),
            (4, "HTML: <b>"),
            (5, "picture: [img[pic.png]]"),
            (6, "HTML: <!-- note -->"),
            (7, "macro or variable: $name"),
            (8, "link to nowhere: nowhere-at-all"),
            (11, "too many options, not taken: o8"),
            (14, "one way on is no choice: only words"),
            (16, "script or style: Style"),
            (19, "script or style: StoryInit"),
        ] {
            let listed = format!("line {line} · {wanted}");
            assert!(printed.contains(&listed), "{listed}: {printed}");
        }
        assert!(!text.contains("pic.png"));
    }

    #[test]
    fn heads_of_passages_are_read_as_twee_writes_them() {
        let story = "\u{feff}:: StoryTitle\nTitle\r\n\r\n:: StoryData\r\n{ \"start\": \"B [x]\" }\r\n\r\n\
            :: A [tag one] {\"position\":\"1,1\"}\r\nfirst\r\n\r\n:: B \\[x\\] [t]\r\nsecond \u{200b}hidden\r\n[[A]]\r\n\r\n:: 名字\r\n三\r\n";
        let (_, text, scenario) = Study::new().import("s.twee", story);
        assert_eq!(scenario.title.original, "Title");
        let NodeKind::Line(line) = &scenario.nodes[0].kind else { panic!("{text}") };
        assert_eq!(line.variants[0].say.original, "second hidden", "it begins where StoryData says");
        assert_eq!(scenario.nodes.len(), 3);
    }
}
