//! What an instructor does with the program: start a scenario, tidy it, translate it, print it.

use crate::util::calmdesk;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

struct Study {
    dir: TempDir,
}

impl Study {
    fn new() -> Self {
        Self { dir: TempDir::new().unwrap() }
    }
    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }
    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    fn run(&self, words: &[&str]) -> Output {
        calmdesk(words).inside(&self.dir).data(self.path("data")).0.output().unwrap()
    }
    /// Runs what must go well and gives what it printed.
    fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", said(&output));
        said(&output)
    }
    /// Runs what must be refused and gives why.
    fn refused(&self, words: &[&str], code: i32) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(code), "{words:?}: {}", said(&output));
        said(&output)
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/noise-upstairs")
}

/// Nothing is wrong with it but what the shipped texts give away by their looks.
fn is_clean_but_for_looks(checked: &str) -> bool {
    let codes = checked.match_indices("[CD").map(|(at, _)| &checked[at + 1..at + 7]);
    codes.into_iter().all(|code| ["CD0104", "CD0180"].contains(&code))
}

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

mod new {
    use super::*;

    #[test]
    fn every_template_checks_clean_and_plays_to_an_end_in_both_languages() {
        for lang in LANGUAGES {
            for template in ["one", "mediation", "collective"] {
                let study = Study::new();
                study.done(&["new", "mine", "--template", template, "--lang", lang]);
                let checked = study.done(&["check", "mine", "--lang", "en"]);
                assert!(checked.contains("nothing wrong"), "{template} {lang}: {checked}");
                for policy in ["expert", "random", "bully"] {
                    let played = study.done(&["play", "mine", "--policy", policy, "--log", policy, "--lang", "en"]);
                    assert!(played.contains("Ending") || played.contains("ending"), "{template} {lang}: {played}");
                }
            }
        }
    }

    #[test]
    fn every_template_passes_a_rehearsal_without_complaint() {
        for lang in LANGUAGES {
            for template in ["one", "mediation", "collective"] {
                let study = Study::new();
                study.done(&["new", "mine", "--template", template, "--lang", lang]);
                let said = study.done(&["rehearse", "mine", "--runs", "200", "--lang", "en"]);
                assert_eq!(said.trim_end().lines().last(), Some("Nothing found."), "{template} {lang}: {said}");
                assert!(!said.contains("warning:") && !said.contains("error:"), "{template} {lang}: {said}");
                // They are too short to rank anybody by, and say so.
                assert!(said.contains("too short to rank anybody"), "{template} {lang}: {said}");
            }
        }
    }

    #[test]
    fn the_first_template_fits_on_one_screen_and_explains_itself() {
        for lang in LANGUAGES {
            let study = Study::new();
            study.done(&["new", "mine", "--lang", lang]);
            let text = study.read("mine/scenario.ron");
            assert!(text.lines().count() <= 25, "{} lines", text.lines().count());
            assert!(text.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 120), "{text}");
            assert!(text.matches("//").count() >= 5);
        }
    }

    #[test]
    fn what_is_there_is_never_overwritten() {
        let study = Study::new();
        study.write("mine/notes.txt", "keep me");
        let why = study.refused(&["new", "mine"], 1);
        assert!(why.contains("mine") && why.contains("没有动"), "{why}");
        assert_eq!(study.read("mine/notes.txt"), "keep me");
        assert!(!study.path("mine/scenario.ron").exists());
    }

    #[test]
    fn a_name_that_cannot_be_an_id_is_refused_with_an_example() {
        let study = Study::new();
        for name in ["漏水", "Mine", "../mine", "a b", ""] {
            let why = study.refused(&["new", name], 2);
            assert!(why.contains("leaking-roof"), "{name}: {why}");
        }
        assert_eq!(std::fs::read_dir(study.dir.path()).unwrap().count(), 0);
    }

    #[test]
    fn the_example_is_a_whole_scenario_in_the_folder_asked_for() {
        let study = Study::new();
        let printed = study.done(&["new", "copy", "--example", "--into", "class/spring"]);
        assert!(printed.contains("calmdesk check"), "{printed}");
        assert_eq!(
            study.read("class/spring/copy/scenario.ron"),
            std::fs::read_to_string(shipped().join("scenario.ron")).unwrap()
        );
        assert!(study.path("class/spring/copy/en.ftl").exists());
        study.done(&["check", "class/spring/copy"]);
    }
}

mod fmt {
    use super::*;

    #[test]
    fn a_messy_file_is_tidied_once_and_then_left_alone() {
        let study = Study::new();
        study.done(&["new", "mine", "--template", "collective"]);
        let tidy = study.read("mine/scenario.ron");
        let messy: String = tidy.lines().map(|line| format!("{}   \n\n\n", line.trim_start())).collect();
        study.write("mine/scenario.ron", &messy);
        let printed = study.refused(&["fmt", "mine", "--check"], 1);
        assert!(printed.contains("还没排整齐"), "{printed}");
        assert_eq!(study.read("mine/scenario.ron"), messy, "--check only looks");
        study.done(&["fmt", "mine"]);
        let lines = |text: &str| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines(&study.read("mine/scenario.ron")), lines(&tidy));
        study.done(&["fmt", "mine/scenario.ron", "--check"]);
    }

    /// Two scenarios that take in the same opening, one of them a file of its own as well.
    fn two_that_share(study: &Study) -> String {
        let main = "Scenario(include:[\"shared/opening.ron\",\"people.ron\"],title:\"欠薪\",plays_on:\"2026-03-09\",\nvisitors:{\"liu\":(name:\"刘建国\",persona:\"old-hand\")},\nnodes:{\"arrive\":Line(who:\"liu\",say:\"有人吗？\",then:\"greeting\"),\n\"end\":End(outcome:Partial,title:\"登记了\",say:\"他坐下了。\")})\n";
        let opening = "// 开头，大家都用\nShared(nodes:{\"greeting\":Choice([(id:\"hello\",say:\"您请坐，慢慢说。\",acts:[Greet,OfferSeat],then:\"end\"), // 先请坐\n(id:\"next\",say:\"下一个，什么事？\",acts:[ShowImpatience],then:\"end\")])})\n";
        for id in ["one", "two"] {
            study.write(&format!("{id}/scenario.ron"), main);
            study.write(
                &format!("{id}/people.ron"),
                "Shared(personas:{\"old-hand\":(base:\"repeat-visitor\",/* 来过多回 */trust:-0.4)})\n",
            );
            study.write(&format!("{id}/en.ftl"), "title   =   Unpaid\n");
        }
        study.write("shared/opening.ron", opening);
        opening.to_owned()
    }

    #[test]
    fn files_that_are_taken_in_are_tidied_too_and_translations_are_not() {
        let study = Study::new();
        let opening = two_that_share(&study);
        let printed = study.refused(&["fmt", ".", "--check"], 1);
        // Each file once, whoever takes it in.
        assert_eq!(printed.lines().count(), 5, "{printed}");
        assert_eq!(printed.matches("opening.ron").count(), 1, "{printed}");
        assert_eq!(study.read("shared/opening.ron"), opening, "--check only looks");
        study.done(&["fmt", "one", "two"]);
        let tidy = study.read("shared/opening.ron");
        assert!(tidy.starts_with("// 开头，大家都用\nShared(\n") && tidy.contains(" // 先请坐\n"), "{tidy}");
        assert!(study.read("two/people.ron").contains("/* 来过多回 */"));
        assert_eq!(study.read("one/en.ftl"), "title   =   Unpaid\n");
        study.done(&["fmt", "one", "two", "--check"]);
        study.done(&["check", "."]);
        study.done(&["fmt", "shared/opening.ron", "--check"]);
        assert_eq!(study.read("shared/opening.ron"), tidy, "once is enough");
    }

    #[test]
    fn what_is_broken_of_several_files_is_told_and_the_rest_is_tidied() {
        let study = Study::new();
        two_that_share(&study);
        study.write("shared/opening.ron", "Shared(\n    nodes: {\n        \"greeting\": Choice([\n");
        let why = study.refused(&["fmt", "one"], 1);
        assert!(
            why.contains("opening.ron 的括号") && why.contains("CD0021") && why.contains("shared/opening.ron:"),
            "{why}"
        );
        assert!(!study.read("one/scenario.ron").contains("title:\""), "the others are tidied all the same");
        let why = study.refused(&["fmt", "shared/opening.ron"], 1);
        assert!(why.contains("CD0021"), "{why}");
    }

    #[test]
    fn a_broken_file_is_left_alone_and_the_place_is_shown() {
        let study = Study::new();
        let broken = "Scenario(\n    title: \"漏水\",\n    nodes: {\n";
        study.write("mine/scenario.ron", broken);
        let why = study.refused(&["fmt", "mine"], 1);
        assert!(why.contains("CD0021") && why.contains("没有动"), "{why}");
        assert_eq!(study.read("mine/scenario.ron"), broken);
    }
}

mod translate {
    use super::*;

    fn copy_of_shipped(study: &Study) {
        for file in ["scenario.ron", "en.ftl"] {
            study.write(&format!("mine/{file}"), std::fs::read(shipped().join(file)).unwrap());
        }
    }

    #[test]
    fn a_new_file_lists_everything_once_and_falls_back_until_it_is_filled_in() {
        let study = Study::new();
        study.done(&["new", "mine"]);
        let printed = study.done(&["translate", "mine"]);
        assert!(printed.contains("node-first_words.mirror") && printed.contains("漏水的天花板"), "{printed}");
        let file = study.read("mine/en.ftl");
        assert!(file.contains("# source: 漏水的天花板\ntitle = { \"\" }\n"), "{file}");
        let checked = study.done(&["check", "mine"]);
        assert!(checked.contains("CD0092"), "what is not translated is still reported: {checked}");
        let again = study.done(&["translate", "mine"]);
        assert!(again.contains("不用动"), "{again}");
        assert_eq!(study.read("mine/en.ftl"), file);
        // Filled in, it is whole.
        let filled = file.replace(".calm = { \"\" }", ".calm = calm down").replace("{ \"\" }", "so cold");
        study.write("mine/en.ftl", filled);
        let checked = study.done(&["check", "mine"]);
        assert!(checked.contains("没有问题"), "{checked}");
    }

    #[test]
    fn a_file_that_people_wrote_keeps_every_word_and_comment() {
        let study = Study::new();
        copy_of_shipped(&study);
        study.done(&["translate", "mine", "--to", "en"]);
        let (before, after) = (std::fs::read_to_string(shipped().join("en.ftl")).unwrap(), study.read("mine/en.ftl"));
        for comment in before.lines().filter(|line| line.starts_with('#')) {
            assert!(after.lines().any(|line| line == comment), "{comment}");
        }
        let whole = |text: &str| {
            let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
            lines.map(|line| line.trim().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(whole(&after), whole(&before));
        assert!(is_clean_but_for_looks(&study.done(&["check", "mine"])));
        study.done(&["translate", "mine"]);
        assert_eq!(study.read("mine/en.ftl"), after, "the second run changes nothing");
    }

    #[test]
    fn a_changed_source_is_marked_with_what_it_was_until_the_translation_is_mended() {
        let study = Study::new();
        copy_of_shipped(&study);
        study.done(&["translate", "mine"]);
        let source = study.read("mine/scenario.ron");
        let old = "响动在每晚十一点到一点";
        assert!(source.contains(old));
        study.write("mine/scenario.ron", source.replace(old, "响动在每晚十点到一点"));
        let checked = study.done(&["check", "mine"]);
        assert!(checked.contains("CD0094") && checked.contains("fact-hours"), "{checked}");
        let printed = study.done(&["translate", "mine"]);
        assert!(printed.contains(old) && printed.contains("响动在每晚十点到一点"), "{printed}");
        let marked = study.read("mine/en.ftl");
        assert!(marked.contains(&format!("# source: 响动在每晚十点到一点\n# stale: {old}\nfact-hours = ")), "{marked}");
        study.done(&["translate", "mine"]);
        assert_eq!(study.read("mine/en.ftl"), marked);
        // Mended: the mark is deleted by hand and does not come back.
        study.write("mine/en.ftl", marked.replace(&format!("# stale: {old}\n"), ""));
        assert!(is_clean_but_for_looks(&study.done(&["check", "mine"])));
        assert!(study.done(&["translate", "mine"]).contains("不用动"));
    }

    #[test]
    fn new_and_vanished_texts_are_told_and_a_broken_file_is_left_alone() {
        let study = Study::new();
        copy_of_shipped(&study);
        let source = study.read("mine/scenario.ron");
        study.write("mine/scenario.ron", source.replace("\"doors\"", "\"three_doors\""));
        let printed = study.done(&["translate", "mine"]);
        assert!(printed.contains("fact-three_doors") && printed.contains("fact-doors"), "{printed}");
        let file = study.read("mine/en.ftl");
        let (new, before) = (file.find("fact-three_doors").unwrap(), file.find("fact-hours").unwrap());
        assert!(before < new && new < file.find("fact-laughed").unwrap(), "in its place");
        let broken = file + "\nthis is not Fluent\n";
        study.write("mine/en.ftl", &broken);
        let why = study.refused(&["translate", "mine"], 1);
        assert!(why.contains("CD0090"), "{why}");
        assert_eq!(study.read("mine/en.ftl"), broken);
        study.refused(&["translate", "mine", "--to", "zh-CN"], 2);
    }
}

mod script {
    use super::*;

    #[test]
    fn every_line_and_option_stands_on_paper_with_numbers_that_lead_somewhere() {
        for (lang, name) in [("zh-CN", "张桂芳"), ("en", "Zhang Guifang")] {
            let study = Study::new();
            study.done(&["script", "noise-upstairs", "-o", "out.html", "--lang", lang]);
            let page = study.read("out.html");
            assert!(page.contains(name));
            let entry = calmdesk::authoring::library::find("noise-upstairs").unwrap();
            let scenario = entry.scenario().unwrap();
            let locale = lang.parse().unwrap();
            let mut whole = (**scenario).clone();
            let escape = |text: &str| {
                text.replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&#39;").replace('\n', "<br>")
            };
            let mut texts = 0;
            calmdesk::scenario::texts::each_text(&mut whole, &mut |id, text, _| {
                let Some(first) = text.get(locale).split("\n\n").next() else { return };
                if id.starts_with("node-") {
                    assert!(page.contains(&escape(first)), "{id}: {first}");
                    texts += 1;
                }
            });
            assert!(texts > 200);
            for number in page.split("→ ").skip(1).filter_map(|rest| rest.split(['<', ' ']).next()) {
                if let Ok(number) = number.parse::<usize>() {
                    assert!(page.contains(&format!("id=\"n{number}\"")), "→ {number}");
                }
            }
            assert!(!page.contains("script-") && !page.contains("cue-") && !page.contains("{$"), "a text is missing");
        }
    }

    #[test]
    fn the_actor_learns_who_they_play_and_how_an_option_goes_down() {
        let study = Study::new();
        study.done(&["new", "mine", "--template", "mediation"]);
        study.done(&["script", "mine", "-o", "out.html"]);
        let page = study.read("out.html");
        for wanted in ["认死理", "憋不住", "复述原词（憋屈）", "气往下走", "气往上顶", "→", "过 3 天", "折叠凳装上了"]
        {
            assert!(page.contains(wanted), "{wanted}");
        }
    }

    #[test]
    fn a_broken_scenario_or_an_unknown_ending_is_refused_in_words() {
        let study = Study::new();
        study.write("mine/scenario.ron", "Scenario(title: \"a\")");
        assert!(study.refused(&["script", "mine", "-o", "out.html"], 1).contains("CD00"));
        assert!(study.refused(&["script", "noise-upstairs", "-o", "out.doc"], 2).contains(".pdf"));
        assert!(!study.path("out.html").exists());
    }

    #[test]
    #[cfg(feature = "pdf")]
    fn the_pdf_is_the_same_bytes_each_time() {
        let study = Study::new();
        for lang in LANGUAGES {
            study.done(&["script", "noise-upstairs", "-o", "a.pdf", "--lang", lang]);
            study.done(&["script", "noise-upstairs", "-o", "b.pdf", "--lang", lang]);
            let a = std::fs::read(study.path("a.pdf")).unwrap();
            assert!(a.starts_with(b"%PDF") && a == std::fs::read(study.path("b.pdf")).unwrap());
        }
    }
}

mod import {
    use super::*;

    const STORY: &str = ":: StoryTitle\n漏水\n\n:: StoryData\n{\"ifid\": \"1\", \"start\": \"Door\"}\n\n:: UserScript [script]\nvar x = 1;\n\n\
        :: Second visit {\"position\":\"1,2\"}\n<<set $calm to 1>>她又来了，\"还漏\"。\n[[再听听->Door]]\n\n\
        :: Door [intro]\n她站在门口。\n\n<b>半年了</b> (set: $x to 2)\n[[请坐|Second visit]]\n[[散了<-请回]]\n[[走丢]][[别处][$a = 1]]\n\n\
        :: 散了\n[img[a.png]]她走了。\n";

    #[test]
    fn a_story_becomes_a_scenario_that_loads_and_what_was_left_out_is_listed() {
        let study = Study::new();
        study.write("story.twee", STORY);
        let printed = study.done(&["import", "story.twee", "--id", "leak"]);
        for wanted in [
            "<<set $calm to 1>>",
            "(set: $x to 2)",
            "<b>",
            "a.png",
            "UserScript",
            "走丢",
            "别处",
            "再听听",
            "3 段",
            "4 个选项",
        ] {
            assert!(printed.contains(wanted), "{wanted}: {printed}");
        }
        let made = study.read("leak/scenario.ron");
        for wanted in ["title: \"漏水\"", "她又来了，\\\"还漏\\\"。", "\"nowhere\": End(", "acts: []"] {
            assert!(made.contains(wanted), "{wanted}: {made}");
        }
        assert!(made.find("她站在门口").unwrap() < made.find("她又来了").unwrap(), "it begins where the story does");
        assert!(!made.contains("<<") && !made.contains("$x"));
        let entry = calmdesk::authoring::library::find(study.path("leak").to_str().unwrap()).unwrap();
        assert_eq!(entry.loaded.errors(), 0, "{:?}", entry.loaded.diagnostics);
        study.done(&["fmt", "leak", "--check"]);
        study.refused(&["import", "story.twee", "--id", "leak"], 1);
    }

    #[test]
    fn what_is_no_story_is_refused() {
        let study = Study::new();
        study.write("notes.txt", "只是几行字\n");
        assert!(study.refused(&["import", "notes.txt", "--id", "x"], 1).contains("::"));
        study.refused(&["import", "nothing.twee", "--id", "x"], 1);
        assert!(!study.path("x").exists());
    }

    #[test]
    fn hostile_stories_end_in_a_scenario_or_a_message() {
        let study = Study::new();
        for (at, text) in [
            ":: [[\n]]",
            ":: a\n[[b",
            "::\n",
            ":: return\n[[return]][[nowhere]]",
            ":: a\\\n<<<<\n(:)\n$",
            ":: 一\n[[一]]\n",
        ]
        .iter()
        .enumerate()
        {
            study.write("s.twee", text);
            let output = study.run(&["import", "s.twee", "--id", &format!("s{at}")]);
            assert!(output.status.code().is_some_and(|code| code < 2), "{text}: {}", said(&output));
        }
    }
}
