//! Loading as an author meets it: the example of the language's page, translations, the library.

use calmdesk::lint::render;
use calmdesk::scenario::model::*;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::vocabulary::Locale;

fn example() -> String {
    let page = include_str!("../../docs/scenario-language.md");
    let start = page.find("```ron\n").expect("an example") + "```ron\n".len();
    let end = start + page[start..].find("```").expect("its end");
    page[start..end].to_owned()
}

fn explain(bundle: &SourceBundle) -> String {
    (load(bundle).diagnostics.iter())
        .map(|problem| render(problem, &problem.file, &bundle.shown(&problem.file), Locale::ZhCn, false))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_example_of_the_language_page_loads() {
    let bundle = SourceBundle::of_text("example", example());
    let loaded = load(&bundle);
    let scenario = loaded.scenario.unwrap_or_else(|| panic!("{}", explain(&bundle)));
    assert_eq!(scenario.title.original, "深夜的挪动声");
    assert_eq!(scenario.nodes[0].id, "arrive");
    assert_eq!(scenario.words.len(), 1);
    let NodeKind::Choice(choice) = &scenario.nodes[1].kind else { panic!("a choice") };
    assert!(choice.options.iter().all(|option| !option.acts.is_empty()));
    for node in &scenario.nodes {
        let text = &example()[node.span.clone()];
        assert!(text.starts_with(&format!("\"{}\"", node.id)), "{text}");
        assert!(text.ends_with(')'), "{text}");
    }
}

#[test]
fn the_shipped_scenarios_load_without_a_single_complaint() {
    for entry in calmdesk::authoring::library::shipped() {
        assert!(entry.loaded.diagnostics.is_empty(), "{}\n{}", entry.id(), explain(&entry.bundle));
        assert!(entry.scenario().is_some());
    }
}

#[test]
fn the_guided_visit_loads_and_is_translated() {
    let (_, loaded) = calmdesk::scenario::shipped::guide();
    let problems: Vec<_> = loaded.diagnostics.iter().map(|problem| (problem.code, problem.line)).collect();
    assert_eq!(problems, []);
    let scenario = loaded.scenario.as_ref().expect("it can be played");
    assert!(scenario.nodes.iter().filter_map(|node| node.kind.as_choice()).count() == 3);
    let english = scenario.briefing.get(Locale::En);
    assert!(english.is_ascii(), "{english}");
}

#[test]
fn translations_reach_every_text_and_leave_the_original_alone() {
    let mut bundle = SourceBundle::of_text(
        "example",
        r#"Scenario(
            title: "夜里的响动", plays_on: "2026-03-09", objectives: ["先听完"], briefing: "你在值班。",
            case_file: [(title: "登记", text: "已上楼")],
            visitors: { "zhang": (name: "张桂芳", role: "住户") },
            facts: { "hours": "十一点" },
            promises: { "callback": (text: "回电话", due_days: 3) },
            visits: { "first": (title: "第一次"), "again": (title: "第二次", start: "end") },
            nodes: {
                "arrive": Line(who: "zhang", say: "我是真寒心。", cues: [Feeling("寒心")],
                    variants: [(when: Fact("hours"), say: "又是你们，我着急。", cues: [Feeling("着急")])]),
                "first": Choice([
                    (id: "mirror", say: "您说寒心。", acts: [MirrorWords("寒心")]),
                    (gesture: "（点头）", acts: [Nod], then: "end"),
                ]),
                "week": TimePasses(days: 5, say: "五天过去了。", visit: "again"),
                "end": End(outcome: Partial, title: "先到这里", say: "她走了。"),
            },
        )"#,
    );
    let english = "title = Noises\nobjective-1 = Listen first\nbriefing = On duty.\ncase-1 = Log\n    .text = Went up\n\
        visitor-zhang = Zhang\n    .role = resident\nfact-hours = eleven\npromise-callback = call back\n\
        visit-first = First\nvisit-again = Second\nnode-arrive = It chills me.\n    .variant-1 = You again, I can't wait.\n    \
        .feeling-1 = chills\n    .feeling-2 = can't wait\nnode-first =\n    .mirror = Chills.\n    .option-2 = (nods)\n\
        node-week = Five days on.\nnode-end = So far\n    .text = She { \"{\" }left{ \"}\" }.\n";
    bundle.files.insert(0, ("en.ftl".to_owned(), english.as_bytes().to_vec()));
    let loaded = load(&bundle);
    assert!(loaded.diagnostics.is_empty(), "{}", explain(&bundle));
    let scenario = loaded.scenario.expect("sound");
    let en = Locale::En;
    assert_eq!((scenario.title.get(en), scenario.title.get(Locale::ZhCn)), ("Noises", "夜里的响动"));
    assert_eq!(scenario.case_file[0].text.get(en), "Went up");
    assert_eq!(scenario.visitors[0].role.get(en), "resident");
    assert_eq!(scenario.words.iter().map(|word| word.text.get(en)).collect::<Vec<_>>(), ["chills", "can't wait"]);
    let NodeKind::Line(line) = &scenario.nodes[0].kind else { panic!("a line") };
    assert_eq!(line.variants[0].say.get(en), "You again, I can't wait.");
    assert_eq!(line.variants[1].say.get(en), "It chills me.");
    let NodeKind::Choice(choice) = &scenario.nodes[1].kind else { panic!("a choice") };
    let said = choice.options.iter().filter_map(|option| Some(option.text.author()?.get(en)));
    assert_eq!(said.collect::<Vec<_>>(), ["Chills.", "(nods)"]);
    assert_eq!(choice.options[1].id, "2");
    let NodeKind::End(end) = &scenario.nodes[3].kind else { panic!("an end") };
    assert_eq!((end.title.get(en), end.text.get(en)), ("So far", "She {left}."));
}

#[test]
fn a_bundle_keeps_its_bytes_in_json_and_its_hash_sees_every_one() {
    let mut bundle = SourceBundle::of_text("x", "Scenario(…)");
    bundle.files.push(("en.ftl".to_owned(), vec![0xFF, 0x00, b'a']));
    let json = serde_json::to_string(&bundle).expect("json");
    let back: SourceBundle = serde_json::from_str(&json).expect("the same");
    assert_eq!(back, bundle);
    assert!(json.contains("Scenario(…)"), "texts stay readable: {json}");
    let hash = bundle.hash();
    let mut turned = bundle.clone();
    turned.files.reverse();
    assert_eq!(turned.hash(), hash, "the order of files does not matter");
    turned.files[0].1[0] ^= 1;
    assert_ne!(turned.hash(), hash);
}

#[test]
fn a_broken_scenario_of_the_users_is_listed_with_its_problems_and_harms_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    for (id, text) in [("broken", "Scenario(title: )".to_owned()), ("whole", example())] {
        std::fs::create_dir(folder.path().join(id)).expect("a folder");
        std::fs::write(folder.path().join(id).join("scenario.ron"), text).expect("a file");
    }
    std::fs::create_dir(folder.path().join("nothing")).expect("a folder");
    let library = calmdesk::authoring::library::Library::open(Some(folder.path()));
    assert!(library.find("broken").expect("listed").loaded.errors() > 0);
    assert!(library.find("whole").expect("listed").scenario().is_some());
    assert_eq!(library.unreadable.len(), 1);
    assert!(library.find("/no/such/folder").is_err());
    let by_path = library.find(&folder.path().join("whole/scenario.ron").display().to_string());
    assert!(by_path.expect("a path").scenario().is_some());
}

#[test]
fn too_large_a_file_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("scenario.ron"), vec![b' '; (4 << 20) + 1]).expect("a file");
    let error = SourceBundle::read_dir(folder.path()).expect_err("too large");
    assert!(matches!(error, calmdesk::scenario::BundleError::TooLarge { limit: 4, .. }), "{error}");
}

#[test]
fn the_first_scenario_of_the_readme_is_one_without_complaint() {
    let readme = include_str!("../../README.md");
    let source = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let bundle = SourceBundle::of_text("my-visit", source);
    let checked = calmdesk::lint::check(&bundle);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    assert!(checked.scenario.is_some());
}

#[test]
fn the_same_word_in_another_case_is_the_same_word() {
    let text = r#"Scenario(
        title: "Noises", language: "en", plays_on: "2026-03-09",
        visitors: { "zhang": (name: "Zhang") },
        nodes: {
            "arrive": Line(who: "zhang", say: "BITTER, that is what I am.", cues: [Feeling("Bitter")]),
            "first": Choice([
                (id: "mirror", say: "Bitter, you say.", acts: [MirrorWords("bitter")]),
                (id: "calm", say: "Calm down.", acts: [NegateEmotion]),
            ]),
            "end": End(outcome: Partial, title: "So far", say: "She left."),
        },
    )"#;
    let loaded = load(&SourceBundle::of_text("noises", text));
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    assert_eq!(loaded.scenario.expect("nothing is wrong with it").words.len(), 1);
}
