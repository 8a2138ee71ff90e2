//! `calmdesk import` of Twine stories: text, ways and code by the grammar of each format; nothing is lost in silence.

use crate::import::{Study, leads_to, node, said, sound};
use calmdesk::authoring::import::{Words, import};
use calmdesk::lint;
use calmdesk::scenario::SourceBundle;
use calmdesk::scenario::model::{NodeKind, Scenario};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

macro_rules! case {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../import/", $name)).as_slice())
    };
}

const CASES: [(&str, &[u8]); 16] = [
    case!("harlowe-ways.twee"),
    case!("sugarcube-ways.twee"),
    case!("links-in-sentences.twee"),
    case!("link-in-a-hook.twee"),
    case!("chapbook.twee"),
    case!("snowman.twee"),
    case!("passage-twice.twee"),
    case!("special-passages.twee"),
    case!("comments.twee"),
    case!("start-in-bad-json.twee"),
    case!("start-missing.twee"),
    case!("picture-passage.twee"),
    case!("escaped.twee"),
    case!("cr.twee"),
    case!("words-in-brackets.twee"),
    case!("published.html"),
];

/// What is printed of a case, and what comes of it.
fn imported(name: &str) -> (String, std::sync::Arc<Scenario>) {
    let (name, bytes) = CASES.iter().find(|(known, _)| *known == name).unwrap();
    let (printed, _, scenario) = Study::new().import(name, bytes);
    (printed, scenario)
}

/// What a visitor says there.
fn speech<'s>(scenario: &'s Scenario, id: &str) -> &'s str {
    match node(scenario, id) {
        NodeKind::Line(line) => &line.variants[0].say.original,
        NodeKind::End(end) => &end.text.original,
        _ => panic!("{id} says nothing"),
    }
}

/// Words and ends of the ways out of a passage.
fn ways<'s>(scenario: &'s Scenario, id: &str) -> Vec<(&'s str, &'s str)> {
    match node(scenario, id) {
        NodeKind::Line(line) => match node(scenario, leads_to(scenario, line.then)) {
            NodeKind::Choice(choice) => {
                choice.options.iter().map(|option| (option.text.original(), leads_to(scenario, option.then))).collect()
            }
            _ => vec![("", leads_to(scenario, line.then))],
        },
        _ => Vec::new(),
    }
}

fn has(printed: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(printed.contains(wanted), "{wanted}: {printed}");
    }
}

#[test]
fn macros_of_harlowe_lead_on_and_none_is_spoken() {
    let (printed, scenario) = imported("harlowe-ways.twee");
    assert_eq!(speech(&scenario, "start"), "She puts a folder on the desk.");
    let start = [("Ask her to sit", "sit"), ("Ask what it is about (politely)", "about")];
    assert_eq!(ways(&scenario, "start"), start);
    assert_eq!(ways(&scenario, "sit"), [("", "about")]);
    assert_eq!(ways(&scenario, "about"), [("", "end")]);
    assert_eq!(speech(&scenario, "about"), "\"It leaks,\" she says. She smiles.");
    assert!(printed.starts_with("4 passages can be reached from the beginning, as before."), "{printed}");
    has(&printed, &["line 20 · macro or variable: (if: $mood > 2 and (random: 1, 6) is 3)"]);
}

#[test]
fn macros_and_elements_of_sugarcube_lead_on() {
    let (printed, scenario) = imported("sugarcube-ways.twee");
    let start = [("Ask her to sit", "sit"), ("Ask what it is about", "about"), ("Wait", "sit")];
    assert_eq!(ways(&scenario, "start"), start);
    assert_eq!((ways(&scenario, "sit"), ways(&scenario, "about")), (vec![("", "about")], vec![("", "end")]));
    assert_eq!(speech(&scenario, "about"), "\"It leaks,\" she says.");
    assert!(printed.starts_with("4 passages can be reached"), "{printed}");
}

#[test]
fn code_of_chapbook_is_left_out_and_its_links_and_passages_are_kept() {
    let (printed, scenario) = imported("chapbook.twee");
    let start = speech(&scenario, "start");
    assert!(start.starts_with("puts a folder on the desk.\n\n\"It is the second time,\" she says."), "{start}");
    assert!(start.ends_with("Look at the folder Three slips."), "{start}");
    assert_eq!(ways(&scenario, "start"), [("Ask her to sit", "sit"), ("About", "about")]);
    assert_eq!(speech(&scenario, "sit"), "Three slips.\nShe sits.", "a passage that is shown is read");
    has(&printed, &["remark: [note] Do not show", "script or style: [JavaScript]", "variable: {name}", "visits: 2"]);
    has(&printed, &["worked out while playing was not followed: {back link"]);
}

#[test]
fn code_of_snowman_is_left_out_and_what_it_shows_is_followed() {
    let (printed, scenario) = imported("snowman.twee");
    assert_eq!(speech(&scenario, "start"), "She puts a folder & a slip on the desk.");
    assert_eq!(ways(&scenario, "start"), [("Ask her to sit", "sit"), ("Ask what it is about", "about")]);
    assert_eq!((speech(&scenario, "sit"), ways(&scenario, "sit")), ("Three slips.", vec![("", "about")]));
    has(&printed, &["script or style: <script>", "script or style: <%= s.name %>"]);
}

#[test]
fn words_of_a_link_stay_in_their_sentence() {
    let (_, scenario) = imported("links-in-sentences.twee");
    let start = "She puts the folder on your desk and points to the date on the first slip.";
    assert_eq!(speech(&scenario, "start"), start);
    assert_eq!(ways(&scenario, "start"), [("the folder", "folder"), ("the date", "date")]);
    assert_eq!(speech(&scenario, "folder"), "It holds three slips. You could ask about the oldest one now.");
}

#[test]
fn a_link_that_stands_first_in_a_hook_leads_where_it_says() {
    let (printed, scenario) = imported("link-in-a-hook.twee");
    let wanted = [("the window", "the_window"), ("the door", "door"), ("the desk", "the_desk")];
    assert_eq!(ways(&scenario, "start"), wanted);
    assert!(!printed.contains("nowhere"), "{printed}");
}

#[test]
fn a_second_passage_of_a_name_is_told_and_which_one_was_taken() {
    let (printed, scenario) = imported("passage-twice.twee");
    has(&printed, &["line 12 · a second passage of this name; this later one was taken: Hello"]);
    assert!(speech(&scenario, "hello").contains("second version"));
}

#[test]
fn special_passages_are_listed_and_nobody_says_them() {
    let (printed, scenario) = imported("special-passages.twee");
    assert_eq!(scenario.author, "A. Teacher");
    assert_eq!(scenario.nodes.len(), 5, "Start with its choice, Hello, Bye, Help");
    assert_eq!(printed.matches("special passage").count(), 12, "{printed}");
    assert!(!printed.contains("Secret"), "{printed}");
}

#[test]
fn comments_are_no_text_and_make_no_ways() {
    let (printed, scenario) = imported("comments.twee");
    assert_eq!(speech(&scenario, "start"), "Good morning.");
    assert_eq!(ways(&scenario, "start"), [("Hello", "hello"), ("Bye", "bye")]);
    has(&printed, &["line 4 · remark: /* old", "line 5 · remark: /% old"]);
}

#[test]
fn a_start_that_cannot_be_read_or_is_not_there_is_told() {
    let (printed, scenario) = imported("start-in-bad-json.twee");
    has(&printed, &["line 6 · StoryData is no sound JSON"]);
    assert_eq!(scenario.nodes[0].id, "begin", "what can be read of it is");
    let (printed, _) = imported("start-missing.twee");
    has(&printed, &["begins with another: Opening → Notes"]);
}

#[test]
fn files_of_an_archive_or_a_folder_are_one_story_and_each_line_has_its_file() {
    let zip = include_bytes!("../import/several-files.zip");
    let (printed, _, scenario) = Study::new().import("project.zip", zip);
    assert_eq!(ways(&scenario, "start"), [("Hello", "hello"), ("Bye", "bye")]);
    assert!(!printed.contains("nowhere"), "{printed}");

    let study = Study::new();
    std::fs::create_dir_all(study.path("story/src")).unwrap();
    std::fs::write(study.path("story/start.twee"), ":: Start\nMorning.\n[[Hello]]\n[[Gone]]\n").unwrap();
    std::fs::write(study.path("story/src/hello.tw"), ":: Hello\nHello.\n$x\n[[Lost]]\n[[Start]]\n<<if $x>>").unwrap();
    std::fs::write(study.path("story/notes.txt"), "no story").unwrap();
    let output = study.run(&["import", "story", "--id", "made"]);
    let printed = said(&output);
    has(&printed, &["  src/hello.tw\n  line 3 · macro or variable: $x\n  line 4 · link to nowhere: Lost"]);
    has(&printed, &["  start.twee\n  line 4 · link to nowhere: Gone"]);
    sound(&std::fs::read_to_string(study.path("made/scenario.ron")).unwrap());
}

#[test]
fn a_passage_that_is_a_picture_is_listed_as_one() {
    let (printed, scenario) = imported("picture-passage.twee");
    has(&printed, &["line 7 · picture: slip"]);
    assert!(!scenario.nodes.iter().any(|node| node.id.contains("slip")));
}

#[test]
fn escaped_heads_are_text_and_every_line_end_ends_a_line() {
    let (_, scenario) = imported("escaped.twee");
    let start = &scenario.nodes[0].id;
    assert_eq!(speech(&scenario, start), ":: this line is text, not a header");
    let ends: Vec<&str> = ways(&scenario, start).iter().map(|(_, to)| *to).collect();
    assert_eq!(ends, ["second", "second", "passage-3"]);
    let (_, scenario) = imported("cr.twee");
    assert_eq!(ways(&scenario, "start"), [("Hello", "hello"), ("Bye", "bye")]);
}

#[test]
fn words_in_brackets_that_are_no_macros_are_spoken() {
    let (_, scenario) = imported("words-in-brackets.twee");
    let start = "She looks up (note: she has been here before) and says:\n\"It costs $five and a half. Section (b: the roof) \
                 applies.\"\n(sighs: long)";
    assert_eq!(speech(&scenario, "start"), start);
}

#[test]
fn a_published_story_is_read_and_html_without_one_is_told_what_to_do() {
    let (_, scenario) = imported("published.html");
    assert_eq!((scenario.title.original.as_str(), scenario.locale.tag()), ("登记", "zh-CN"), "its own language");
    assert_eq!(ways(&scenario, "start"), [("说话", "passage-2"), ("走", "passage-3")]);
    let why = Study::new().refused("page.html", "<!DOCTYPE html><html><body>A page</body></html>");
    has(&why, &["Export As Twee"]);
}

#[test]
fn ways_that_are_lost_are_told_first_by_name() {
    let story = ":: StoryData\n{ \"format\": \"Harlowe\" }\n\n:: Start\n(set: $next to \"Roof\")It leaks.\n(goto: $next)\n\n:: Roof\nUp here.\n";
    let (printed, ..) = Study::new().import("s.twee", story);
    assert!(printed.starts_with("WAYS WERE LOST: 2 passages could be reached"), "{printed}");
    has(&printed, &["now 1. Out of reach (1):\n  Roof\n", "line 6 · a way whose end is worked out"]);
}

#[test]
fn ends_of_macros_are_found_behind_their_quotes_and_brackets() {
    let sugar = ":: StoryData\n{\"format\":\"SugarCube\"}\n\n:: Start\nWell. <<set $a to \"x >> y\">>Yes.\n<<link \"a >> b\" \"B\">><</link>>\n<<link \"c\">><<set $x to 1>><<goto \"C\">><</link>>\n\n:: B\nb\n\n:: C\nc\n";
    let (_, _, scenario) = Study::new().import("s.twee", sugar);
    assert_eq!(speech(&scenario, "start"), "Well. Yes.");
    assert_eq!(ways(&scenario, "start"), [("a >> b", "b"), ("c", "c")]);
    let harlowe = ":: StoryData\n{\"format\":\"Harlowe\"}\n\n:: Start\n(set: $a to \"x) y\", $b to $list's 1st)Well.\n(click: \"Well\")[(go-to: \"B\")]\n|hook>[Shown.] (text-style: \"bold\")+(color: red)[Bold.]\n\n:: B\nb\n";
    let (_, _, scenario) = Study::new().import("s.twee", harlowe);
    assert_eq!(speech(&scenario, "start"), "Well.\nShown. Bold.");
    assert_eq!(ways(&scenario, "start"), [("", "b")]);
}

#[test]
fn a_story_that_names_no_format_is_read_by_the_signs_in_it() {
    let chapbook = ":: Start\nlist: [1]\n--\n[if list[0] == 1; append]\nOne {list}.\n\n[CSS]\nbody { color: red }\n\n[continued]\n[[[+]->Start]] [[Go on->B]]\n\n:: B\nb\n";
    let (_, _, scenario) = Study::new().import("s.twee", chapbook);
    assert_eq!(speech(&scenario, "start"), "One .");
    assert_eq!(ways(&scenario, "start"), [("[+]", "start"), ("Go on", "b")]);
    let harlowe = ":: Start\n{\n(for: each _item, ...$map's (1)'s list)[''One'' _item of (text: it's 1st).]\n}[It leaks.]<name|\n";
    let (_, _, scenario) = Study::new().import("s.twee", harlowe);
    assert_eq!(speech(&scenario, "start"), "One of .\nIt leaks.");
    let sugar = ":: Start\n''It'' leaks //here//, see http://example.org/a: <<= visited(\"Start\")>>.\n";
    let (_, _, scenario) = Study::new().import("s.twee", sugar);
    assert_eq!(speech(&scenario, "start"), "It leaks here, see http://example.org/a: .");
}

#[test]
fn a_circle_without_a_choice_is_cut_and_listed() {
    let (printed, _, scenario) = Study::new().import("s.twee", ":: Start\na\n[[B]]\n\n:: B\nb\n[[Start]]\n");
    has(&printed, &["line 7 · a way back to what came before was cut: B → Start"]);
    assert!(matches!(node(&scenario, "b"), NodeKind::End(_)));
}

const PIECES: [&str; 44] = [
    "[[",
    "]]",
    "[[[",
    "->",
    "<-",
    "|",
    "][",
    "<<",
    ">>",
    "<</",
    "<<link \"a\">>",
    "<<goto \"Start\">>",
    "(",
    ")",
    "(if: ",
    "(link: \"x\")[",
    "(goto: \"Hello\")",
    "(display: \"Start\")",
    "{",
    "}",
    "{embed passage: 'Start'}",
    "[JavaScript]\n",
    "<%",
    "%>",
    "<script>",
    "<!--",
    "-->",
    "/*",
    "*/",
    "\n:: ",
    "\n:: Start\n",
    "\n:: return\n",
    "\n:: nowhere [x]\n",
    "\n:: StoryTitle\n",
    "\n:: a_choice\n[[a]]\n",
    "\\",
    "\"",
    "'",
    "&#x202e;",
    "&#13;",
    "\u{200b}",
    "\u{0}",
    "\r",
    "---",
];

/// Changes a story in one to four places.
fn mutated(story: &str, dice: &mut ChaCha8Rng) -> String {
    let mut story = story.to_owned();
    for _ in 0..dice.random_range(1..=4) {
        let from = story.floor_char_boundary(dice.random_range(0..=story.len()));
        let to = story.ceil_char_boundary((from + dice.random_range(0..40)).min(story.len()));
        match dice.random_range(0..4) {
            0 => story.replace_range(from..to, ""),
            1 => {
                let again = story[from..to].to_owned();
                story.insert_str(from, &again);
            }
            2 => story.insert_str(from, PIECES[dice.random_range(0..PIECES.len())]),
            _ => story.replace_range(from..to, PIECES[dice.random_range(0..PIECES.len())]),
        }
    }
    story
}

/// `CALMDESK_MUTATED=60000` tries that many; as small a number as this runs in every test.
#[test]
fn nothing_that_is_made_of_a_mutated_story_is_refused_by_check() {
    let subject = |subject: &str| subject.to_owned();
    let words = Words {
        language: "en",
        header: "header",
        header_uudsl: "header",
        untitled: "untitled",
        visitor: "visitor",
        todo: "todo",
        nowhere: "nowhere",
        subject: &subject,
        said: &subject,
        go_on: "on",
        leave: "leave",
        over: "over",
    };
    let count = std::env::var("CALMDESK_MUTATED").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000);
    let mut made = 0;
    for seed in 0..count {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let (name, bytes) = CASES[seed as usize % CASES.len()];
        let story = mutated(std::str::from_utf8(bytes).unwrap(), &mut dice);
        let Ok(imported) = import(vec![(String::new(), story.clone().into_bytes())], &words) else { continue };
        made += 1;
        let loaded = lint::check(&SourceBundle::of_text("made", imported.scenario.clone()));
        let scenario = &imported.scenario;
        assert_eq!(loaded.errors(), 0, "{name}, seed {seed}: {:#?}\n{story}\n{scenario}", loaded.diagnostics);
    }
    assert!(made * 10 > count * 8, "most can be imported: {made} of {count}");
}

#[test]
fn long_and_deep_stories_end_in_a_scenario_or_a_message() {
    for piece in [
        "[[a",
        "[[[",
        "[[a]]",
        "<<",
        "<<link \"a",
        "(if:",
        "(link: \"a\")[",
        "[",
        "]",
        "{a",
        "<%",
        "<a ",
        "/*",
        "<!--",
        "![a",
        "data:",
        "'",
        "\"[",
        "(display: \"Start\")",
        "|a>[",
        "$a[",
        "\n:: Start\n",
        "&",
        "[img[a",
        "[JavaScript]\n",
    ] {
        for format in ["Harlowe", "SugarCube", "Chapbook", "Snowman", ""] {
            let story = format!(":: StoryData\n{{\"format\":\"{format}\"}}\n\n:: Start\n{}", piece.repeat(4_000));
            let study = Study::new();
            std::fs::write(study.path("s.twee"), story).unwrap();
            let output = study.run(&["import", "s.twee", "--id", "made"]);
            assert!(output.status.code().is_some_and(|code| code < 2), "{piece}: {}", said(&output));
        }
    }
}

#[test]
fn a_long_passage_becomes_several_lines_and_a_long_name_is_cut_visibly() {
    let story = format!(
        ":: StoryTitle\n{}\n\n:: Start\n{}\n[[On->End]] [[Off->End]]\n\n:: End\nOver.\n",
        "A door ".repeat(40),
        "She waits. ".repeat(1000)
    );
    let (_, text, scenario) = Study::new().import("long.twee", story.as_bytes());
    let said: usize = scenario
        .nodes
        .iter()
        .filter_map(|one| one.kind.speech())
        .map(|speech| {
            speech.variants.iter().map(|variant| variant.say.original.matches("She waits.").count()).sum::<usize>()
        })
        .sum();
    assert_eq!(said, 1000, "no sentence is lost");
    assert!(text.contains("A door …"), "{text:.200}");
}
