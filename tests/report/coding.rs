//! Coding sheets of live role-plays: read however a spreadsheet wrote them, scored as sessions are.

use crate::util::{Said, calmdesk};
use calmdesk::coding;
use calmdesk::coding::{Encoding, ProblemKind, Separator, Sheet};
use calmdesk::locale::Texts;
use calmdesk::report;
use calmdesk::rubric::assessment::{Assessment, Dimension, Milli, Verdict};
use calmdesk::rubric::{Rubric, TELLING, TooLittle};
use calmdesk::vocabulary::Locale;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

const HEAD: &str = "session,turn,time,speaker,text,acts,cues\n";

fn read(text: &str) -> Sheet {
    coding::read(text.as_bytes(), Rubric::shipped()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn problems(text: &str) -> Vec<ProblemKind> {
    let problems = coding::read(text.as_bytes(), Rubric::shipped()).expect_err(text);
    problems.into_iter().map(|problem| problem.kind).collect()
}

/// What the rubric finds in the first session of rows without head.
fn found(rows: &str) -> Assessment {
    let sheet = read(&format!("{HEAD}{rows}"));
    sheet.sessions[0].staged(Rubric::shipped()).unwrap().assessment
}

fn share(found: &Assessment, id: &str) -> Option<i64> {
    found.criteria[Rubric::shipped().find(id).unwrap().at()].share().map(|milli| milli.0)
}

fn run(folder: &Path, words: &[&str]) -> Said {
    calmdesk(words).inside(folder).run()
}

/// A dimension as its criteria make it, before anybody asks whether enough was seen.
fn raw(found: &Assessment, dimension: Dimension) -> Option<Milli> {
    let (mut points, mut weights) = (0, 0);
    for (criterion, score) in Rubric::shipped().criteria.iter().zip(&found.criteria) {
        if let (Some(share), true) = (score.share(), criterion.dimension == Some(dimension)) {
            points += i64::from(criterion.weight) * share.0;
            weights += i64::from(criterion.weight);
        }
    }
    (weights > 0).then(|| Milli(points / weights))
}

// ---- what counts ----

#[test]
fn the_same_talk_is_scored_as_a_session_is() {
    let good = found("a,1,,visitor,我是真寒心,,Feeling(寒心)\na,1,,trainee,您说寒心,MirrorWords(寒心);InviteMore,\n");
    assert_eq!((share(&good, "mirror"), share(&good, "feeling-met")), (Some(1000), Some(1000)));
    let bad = found("a,1,,visitor,我是真寒心,,Feeling(寒心)\na,1,,trainee,别激动,NegateEmotion,\n");
    assert_eq!((share(&bad, "feeling-met"), share(&bad, "respect")), (Some(0), Some(0)));
    assert_eq!(bad.evidence.iter().map(|one| one.turn).collect::<BTreeSet<_>>(), BTreeSet::from([1]));
}

#[test]
fn what_the_sheet_offers_no_opportunity_for_has_no_score() {
    let found = found("a,1,,visitor,我来问个事,,\na,1,,trainee,您说,Nod,\n");
    assert_eq!(found.dimensions[Dimension::Empathy as usize], None);
    assert_eq!(found.dimensions[Dimension::Procedure as usize], None, "nobody said that it was time to register");
    assert_eq!(share(&found, "record"), None);
    assert_eq!(share(&found, "heard-out"), None);
}

#[test]
fn a_duty_counts_once_the_observer_says_it_was_called_for() {
    let talk = |due: &str, act: &str| {
        found(&format!("a,1,,visitor,这归谁管,,Question{due}\na,1,,trainee,嗯,{act},\na,2,,trainee,再见,SeeOff,\n"))
    };
    assert_eq!(share(&talk("", "Nod"), "path"), None);
    assert_eq!(share(&talk(";Due(path)", "Nod"), "path"), Some(0));
    assert_eq!(share(&talk(";Due(path)", "NameBody"), "path"), Some(1000));
    assert_eq!(share(&talk("", "NameBody"), "path"), None, "nobody said that it was time, so nobody could miss it");
    assert_eq!(share(&talk(";Due(路说得清)", "Nod"), "path"), Some(0), "by its name as well");
    let missed = talk(";Due(path)", "Nod");
    let of = missed.evidence.iter().find(|one| Rubric::shipped()[one.criterion].id == "path").unwrap();
    assert_eq!((of.turn, of.verdict), (1, Verdict::Miss), "told of the turn at which it was called for");
}

#[test]
fn a_word_nobody_said_is_no_mirror_and_one_in_the_text_is() {
    let talk = |text: &str, cue: &str, act: &str| {
        found(&format!("a,1,,visitor,{text},,{cue}\na,1,,trainee,,{act},\na,2,,trainee,,Nod,\n"))
    };
    assert_eq!(share(&talk("我寒心", "Feeling(寒心)", "MirrorWords(失望)"), "mirror"), Some(0));
    assert_eq!(share(&talk("我真寒心", "Feeling(真寒心)", "MirrorWords(寒心)"), "mirror"), Some(1000));
    assert_eq!(share(&talk("", "Feeling", "MirrorWords"), "mirror"), Some(0), "which word it was, nobody can tell");
}

#[test]
fn an_interruption_counts_where_it_was_written_down() {
    let heard = found("a,1,,visitor,我说完了,,\na,1,,trainee,好,Acknowledge,\n");
    let cut = found("a,1,,visitor,我还没说完,,\na,1,,trainee,好了好了,CutIn,\n");
    assert_eq!((share(&heard, "heard-out"), share(&cut, "heard-out")), (None, Some(0)));
    let tried = found("a,1,,visitor,我说完了,,Due(heard-out)\na,1,,trainee,好,Acknowledge,\n");
    assert_eq!(share(&tried, "heard-out"), Some(1000), "the observer says that it was hard");
    assert_eq!(share(&heard, "not-left-alone"), None, "silence cannot be measured from a sheet");
}

#[test]
fn a_threat_caps_a_live_session_too_and_a_danger_must_be_seen_to() {
    let well = |last: &str| {
        let turn = |n: usize, acts: &str| {
            let cues = "Feeling(气);Deflected(2);Fact(三点)";
            format!(
                "a,{n},,visitor,我气,,{cues}\na,{n},,trainee,您说气,MirrorWords(气);Paraphrase(三点);Summarise;{acts},\n"
            )
        };
        let turns: String = (1..=5).map(|n| turn(n, ["Apologise", "Verify"][n % 2])).collect();
        found(&format!("{turns}{}", turn(6, last)))
    };
    assert!(well("Nod").total > Some(Milli(900)));
    let threat = well("Threaten");
    assert_eq!((threat.total, threat.critical.len()), (Some(Milli(400)), 1));
    let rows = |acts: &str| {
        format!("a,1,,visitor,（包里露出刀把）,,Weapon\na,1,,trainee,先填表,ExplainProcess,\na,2,,trainee,,{acts},\n")
    };
    assert_eq!(found(&rows("Nod")).critical.len(), 1);
    assert_eq!(found(&rows("CallColleague")).critical, []);
}

#[test]
fn promises_are_kept_or_broken_as_the_sheet_says() {
    let rows =
        "a,1,,trainee,,Promise(周四回电话),\na,2,,visitor,你没打,,Broken(周四回电话)\na,2,,trainee,,Apologise,\n";
    let broken = found(rows);
    assert_eq!(share(&broken, "kept-word"), Some(0));
    let of = broken.evidence.iter().find(|one| Rubric::shipped()[one.criterion].id == "kept-word").unwrap();
    assert_eq!(of.turn, 1, "it points to where it was promised");
    assert_eq!(share(&found("a,1,,trainee,,KeepPromise(周四回电话),\n"), "kept-word"), Some(1000));
}

#[test]
fn several_visitors_are_told_apart() {
    let rows =
        "a,1,,visitor:老张,我冤,,Feeling(冤)\na,1,,visitor：小李,我急,,Feeling(急)\na,1,,trainee,,MirrorWords(急),\n";
    let sheet = read(&format!("{HEAD}{rows}"));
    let staged = sheet.sessions[0].staged(Rubric::shipped()).unwrap();
    assert_eq!(staged.scenario.visitors.len(), 3);
    let page = report::live_page(&sheet.sessions[0], &staged, Rubric::shipped(), None, "x.csv", Locale::ZhCn);
    let text = report::json(&page);
    assert!(text.contains("老张") && text.contains("小李"), "{text}");
}

// ---- how it is written ----

#[test]
fn spreadsheets_write_in_many_ways_and_all_are_read_and_named() {
    let plain = format!(
        "{HEAD}一组,1,0:05,visitor,\"我跑了三回，没人管\",,Feeling(寒心);Vent\n一组,1,0:09,学员,您说,InviteMore,\n"
    );
    let tabs = plain.replace("\"我跑了三回，没人管\"", "我跑了三回没人管").replace(',', "\t");
    let semicolons = plain.replace(';', "|").replace(',', ";").replace("Feeling(寒心)|Vent", "\"Feeling(寒心);Vent\"");
    let gbk = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    let utf16 = |text: &str| {
        let mut bytes = vec![0xFF, 0xFE];
        text.encode_utf16().for_each(|unit| bytes.extend(unit.to_le_bytes()));
        bytes
    };
    let bom = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    for (bytes, encoding, separator) in [
        (plain.clone().into_bytes(), Encoding::Utf8, Separator::Comma),
        (plain.replace('\n', "\r\n").into_bytes(), Encoding::Utf8, Separator::Comma),
        (plain.replace('\n', "\r").into_bytes(), Encoding::Utf8, Separator::Comma),
        (bom(&plain), Encoding::Utf8Bom, Separator::Comma),
        (bom(&format!("sep=;\r\n{semicolons}")), Encoding::Utf8Bom, Separator::Semicolon),
        (gbk(&plain), Encoding::Gbk, Separator::Comma),
        (gbk(&tabs), Encoding::Gbk, Separator::Tab),
        (utf16(&tabs), Encoding::Utf16, Separator::Tab),
    ] {
        let sheet = coding::read(&bytes, Rubric::shipped()).unwrap_or_else(|p| panic!("{encoding:?}: {p:#?}"));
        assert_eq!((sheet.how.encoding, sheet.how.separator), (encoding, separator));
        assert_eq!(sheet.sessions.len(), 1);
        let rows = &sheet.sessions[0].rows;
        assert_eq!(rows.len(), 2, "{encoding:?} {separator:?}");
        assert_eq!((rows[0].cues.len(), rows[0].at_ms, rows[1].at_ms), (2, Some(0), Some(4000)));
    }
}

#[test]
fn chinese_heads_speakers_and_labels_are_understood() {
    let sheet = read(
        "场次,轮次,说话人,言行,信号,备注\n一组,1,来访人,,心里的话（寒心）\n,1,学员,复述原词（寒心）；请接着说,\n二组,,学员,nod,\n",
    );
    assert_eq!(sheet.sessions.iter().map(|one| one.rows.len()).collect::<Vec<_>>(), [2, 1], "an empty session goes on");
    assert_eq!(sheet.unknown_columns, ["备注"]);
    let english = read("Session,Turn,Speaker,Acts,Cues\na,1,Trainee,Mirror their word(sad);Keep silent,\n");
    assert_eq!(english.sessions[0].rows[0].acts.len(), 2);
}

#[test]
fn everything_wrong_is_said_at_once_with_line_column_and_suggestion() {
    let text = format!(
        "{HEAD}a,1,,visitor,x,,Felings(寒心)\na,1,,trainee,x,MirorWords(寒心);Question,\na,2,zz,somebody,x,Nod,\na,1,,trainee,x,Nod,\n\
         a,3,,visitor,x,Nod,\na,4,,trainee,x,CitePolicy(xf2023/23),Feeling\na,5,,visitor,x,,Deflected(many);Due(recrd);Nod\n"
    );
    let all = coding::read(text.as_bytes(), Rubric::shipped()).expect_err("all wrong");
    let places: Vec<_> =
        all.iter().map(|one| (one.line, one.place.as_ref().map(|place| place.letter.as_str()))).collect();
    assert_eq!(
        places,
        [
            (2, Some("G")),
            (3, Some("F")),
            (3, Some("F")),
            (4, Some("D")),
            (4, Some("C")),
            (5, Some("B")),
            (6, Some("F")),
            (7, Some("F")),
            (7, Some("G")),
            (8, Some("G")),
            (8, Some("G")),
            (8, Some("G"))
        ]
    );
    for (locale, wanted) in [(Locale::ZhCn, "第2行 G 列（cues）"), (Locale::En, "Line 2, column G (cues)")] {
        let texts: Vec<String> = all.iter().map(|one| locale.say(&one.message())).collect();
        assert!(texts[0].starts_with(wanted) && texts[0].contains("Feeling"), "{texts:#?}");
        assert!(texts[1].contains("MirrorWords") && texts[7].contains("xf2022"), "{texts:#?}");
        assert!(texts[10].contains("record"), "{texts:#?}");
        assert!(texts.iter().all(|text| !text.contains("sheet-")), "{texts:#?}");
    }
}

#[test]
fn files_that_are_no_sheet_are_named_for_what_they_are() {
    let kind = |bytes: &[u8]| coding::read(bytes, Rubric::shipped()).expect_err("no sheet")[0].kind.clone();
    assert_eq!(kind(b"PK\x03\x04rest"), ProblemKind::WorkbookBroken);
    assert_eq!(kind(b"\xD0\xCF\x11\xE0rest"), ProblemKind::Workbook);
    assert_eq!(kind(b""), ProblemKind::NoRows);
    assert_eq!(kind(HEAD.as_bytes()), ProblemKind::NoRows);
    assert_eq!(kind(b"\x80\x81\xff\xff\xfe"), ProblemKind::NotText);
    assert_eq!(kind("场次，轮次，说话人，言行，信号\n".as_bytes()), ProblemKind::WideComma);
    assert!(matches!(&problems("session,turn,speakers,acts,cues\na,1,trainee,Nod,\n")[..],
        [ProblemKind::NoColumn { missing: "speaker", near: Some(near) }] if near == "speakers"));
    assert_eq!(problems("session,acts,acts,cues,speaker\n"), [ProblemKind::ColumnTwice]);
    assert!(matches!(problems(&format!("{HEAD},1,,trainee,x,Nod,\n"))[..], [ProblemKind::NoSession]));
    let again = format!("{HEAD}a,1,,trainee,x,Nod,\na,1,,visitor,x,,\n");
    assert_eq!(problems(&again), [ProblemKind::TurnAgain { turn: 1 }]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = coding::read(&bytes, Rubric::shipped());
        let mut sheet = HEAD.as_bytes().to_vec();
        sheet.extend(&bytes);
        let _ = coding::read(&sheet, Rubric::shipped());
    }

    #[test]
    fn what_is_left_out_of_a_sheet_never_turns_no_score_into_nought(
        rows in prop::collection::vec((0..6usize, 0..8usize), 1..14),
        without in 0..6usize,
    ) {
        const CUES: [&str; 6] = ["Feeling(寒心)", "Fact(三点)", "Question", "Vent", "Deflected(2)", "Privacy"];
        const ACTS: [&str; 8] = ["MirrorWords(寒心)", "NegateEmotion", "NameDate", "Deflect", "Paraphrase", "AssurePrivacy", "Nod", "CitePolicy"];
        let sheet = |keep: &dyn Fn(usize) -> bool| {
            let lines: String = rows.iter().enumerate().map(|(at, (cue, act))| {
                let (turn, cue) = (at + 1, if keep(*cue) { CUES[*cue] } else { "" });
                format!("a,{turn},,visitor,x,,{cue}\na,{turn},,trainee,x,{},\n", ACTS[*act])
            }).collect();
            found(&lines)
        };
        let (all, fewer) = (sheet(&|_| true), sheet(&|cue| cue != without));
        for (before, after) in all.criteria.iter().zip(&fewer.criteria) {
            prop_assert!(after.opportunities <= before.opportunities);
            prop_assert!(before.share().is_some() || after.share().is_none());
        }
        for dimension in Dimension::ALL {
            let (before, after) = (all.dimensions[dimension as usize], fewer.dimensions[dimension as usize]);
            // Where a habit was no score, little is left of it; that is no skill, and told as what it is.
            prop_assert!(before.is_some() || after.is_none_or(|score| score < TELLING));
        }
    }

    #[test]
    fn to_leave_a_cue_unanswered_never_raises_a_score(
        rows in prop::collection::vec((0..6usize, 0..10usize), 2..40), at: prop::sample::Index,
    ) {
        let (at, mut rows) = (at.index(rows.len()), rows);
        const CUES: [&str; 6] = ["Feeling(寒心)", "Fact(三点)", "Question", "Vent", "Deflected(2)", "Privacy"];
        const ACTS: [&str; 10] = ["MirrorWords(寒心)", "NameDate", "Paraphrase", "AssurePrivacy", "Apologise", "InviteMore",
            "Nod", "", "NegateEmotion", "Deflect"];
        // What offends is better left out.
        rows[at].1 %= 8;
        let sheet = |silent: Option<usize>| {
            let lines: String = rows.iter().enumerate().map(|(at, (cue, act))| {
                let (turn, act) = (at + 1, if silent == Some(at) { "" } else { ACTS[*act] });
                format!("a,{turn},,visitor,x,,{}\na,{turn},,trainee,x,{act},\n", CUES[*cue])
            }).collect();
            found(&lines)
        };
        let (answered, left) = (sheet(None), sheet(Some(at)));
        // Half an answer may keep a whole one from being given in the next turn.
        prop_assume!(answered.evidence.iter().filter(|one| one.turn == at as u32 + 1).all(|one| one.verdict == Verdict::Hit));
        for dimension in Dimension::ALL {
            let of_it = |found: &Assessment| raw(found, dimension);
            prop_assert!(of_it(&left) <= of_it(&answered), "{dimension:?}: {:?} {:?}", of_it(&answered), of_it(&left));
            let (before, after) = (answered.dimensions[dimension as usize], left.dimensions[dimension as usize]);
            prop_assert!(after.is_none_or(|after| Some(after) <= of_it(&answered)));
            prop_assert!(before.is_none_or(|before| after.is_none_or(|after| after <= before)));
            // What was a habit is still one.
            let habit = answered.too_little_seen(dimension)
                .is_some_and(|seen| matches!(seen.lack(), TooLittle::Acts | TooLittle::Ways));
            prop_assert!(!habit || after.is_none_or(|score| score < TELLING), "{dimension:?}: {after:?}");
        }
    }

    #[test]
    fn explanations_of_a_live_session_are_told_once_and_whole(
        rows in prop::collection::vec((0..6usize, 0..8usize), 1..20), text: bool,
    ) {
        const CUES: [&str; 6] = ["Feeling(寒心)", "Fact(三点)", "Question", "Vent", "Weapon", "Insult"];
        const ACTS: [&str; 8] = ["MirrorWords(寒心)", "NegateEmotion", "NameDate", "Deflect", "Scold", "Threaten", "CutIn", "CitePolicy(xf2022/23)"];
        let words = if text { "话" } else { "" };
        let lines: String = rows.iter().enumerate().map(|(at, (cue, act))| {
            let turn = at + 1;
            format!("a,{turn},,visitor,{words},,{}\na,{turn},,trainee,{words},{},\n", CUES[*cue], ACTS[*act])
        }).collect();
        let sheet = read(&format!("{HEAD}{lines}"));
        let staged = sheet.sessions[0].staged(Rubric::shipped()).unwrap();
        for locale in Locale::ALL {
            let page = report::live_page(&sheet.sessions[0], &staged, Rubric::shipped(), None, "x.csv", locale);
            let mut seen = BTreeSet::new();
            for one in page.evidence.iter().flat_map(|row| &row.observations).chain(&page.composure) {
                prop_assert!(seen.insert(one.why.clone()), "twice: {}", one.why);
                prop_assert!(!one.why.contains("explain-") && !one.why.contains("“”"), "{}", one.why);
            }
        }
    }
}

// ---- the command ----

#[test]
fn the_template_can_be_filled_and_scored_and_nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["zh-CN", "en"] {
        let said = run(folder.path(), &["score", "--template", "-o", lang, "--lang", lang]);
        assert_eq!(said.code, 0, "{}", said.err);
        let card = if cfg!(feature = "pdf") { "act-codes.pdf" } else { "act-codes.html" };
        for name in ["coding-sheet.csv", "coding-sheet-example.csv", card] {
            assert!(folder.path().join(lang).join(name).exists(), "{name}: {}", said.out);
        }
        let again = run(folder.path(), &["score", "--template", "-o", lang, "--lang", lang]);
        assert_eq!(again.code, 1, "what an observer wrote must not be lost");
        // The template itself is a sheet, only empty; the example has scores.
        assert_eq!(run(folder.path(), &["score", &format!("{lang}/coding-sheet.csv"), "--lang", lang]).code, 1);
        let said = run(folder.path(), &["score", &format!("{lang}/coding-sheet-example.csv"), "--lang", lang]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "a plain sheet needs no remark");
        assert_eq!(said.out.lines().count(), 5, "{}", said.out);
    }
}

#[test]
fn one_sheet_becomes_pages_figures_and_a_table() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["score", "--template", "--lang", "zh-CN"]);
    let sheet = "coding-sheet-example.csv";
    assert_eq!(run(folder.path(), &["score", sheet, "-o", "r.json", "--lang", "zh-CN"]).code, 0);
    let text = std::fs::read_to_string(folder.path().join("r.json")).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["sessions"].as_array().unwrap().len() + 2, text.lines().count(), "one session a line");
    let first = &value["sessions"][0];
    assert_eq!((first["session"].as_str(), first["name"].as_str()), (Some("一组"), Some("王敏")));
    // The totals once more, from the criteria alone.
    let rubric = Rubric::shipped();
    let mut totals = Vec::new();
    for (dimension, id) in
        [(Dimension::Listening, "listening"), (Dimension::Empathy, "empathy"), (Dimension::Procedure, "procedure")]
    {
        let (mut points, mut weights) = (0, 0);
        for (criterion, score) in rubric.criteria.iter().zip(first["criteria"].as_array().unwrap()) {
            if let (true, Some(share)) = (criterion.dimension == Some(dimension), score["score"].as_i64()) {
                points += i64::from(criterion.weight) * share;
                weights += i64::from(criterion.weight);
            }
        }
        assert_eq!(first[id].as_i64(), (weights > 0).then(|| points / weights), "{id}");
        totals.extend(first[id].as_i64());
    }
    assert_eq!(first["total"].as_i64(), Some(totals.iter().sum::<i64>() / totals.len() as i64));
    let second = &value["sessions"][1];
    assert!(second["procedure"].is_null(), "no opportunity, no score");
    assert_eq!(second["critical"][0]["kind"], "Threat");

    assert_eq!(run(folder.path(), &["score", sheet, "-o", "r.csv", "--lang", "zh-CN"]).code, 0);
    let table = std::fs::read_to_string(folder.path().join("r.csv")).unwrap();
    assert!(table.starts_with('\u{FEFF}') && table.lines().count() == 3, "{table}");
    let said = run(folder.path(), &["score", sheet, "-o", "r.html", "--lang", "zh-CN"]);
    assert_eq!(said.code, 0, "{}", said.err);
    for name in ["r-一组.html", "r-二组.html"] {
        let html = std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(html.contains("真人演练报告") && !html.contains("模拟训练"), "{name}");
    }
    let strict = run(folder.path(), &["score", sheet, "--rubric", "listening-class", "--lang", "zh-CN"]);
    assert!(strict.out.contains("listening-class/3"), "{}{}", strict.out, strict.err);
    assert!(strict.out.contains("程序 未涉及"), "this rubric looks at no procedure: {}", strict.out);
}

#[test]
fn problems_formats_and_files_are_told_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("bad.csv"), format!("{HEAD}a,1,,trainee,x,Nodd;Xyzzy,\n")).unwrap();
    let gbk = encoding_rs::GB18030.encode("场次,说话人,言行,信号\n一,学员,Nod,\n").0.into_owned();
    std::fs::write(folder.path().join("gbk.csv"), gbk).unwrap();
    for (lang, line, gbk) in [("zh-CN", "第2行", "GBK"), ("en", "Line 2", "GBK")] {
        let said = run(folder.path(), &["score", "bad.csv", "--lang", lang]);
        assert_eq!(said.code, 1);
        assert!(said.err.matches(line).count() == 2 && said.err.contains("Nod"), "{}", said.err);
        let said = run(folder.path(), &["score", "gbk.csv", "--lang", lang]);
        assert!(said.code == 0 && said.err.contains(gbk), "{}", said.err);
        assert_eq!(run(folder.path(), &["score", "none.csv", "--lang", lang]).code, 1);
        assert_eq!(run(folder.path(), &["score", "--lang", lang]).code, 2);
        let said = run(folder.path(), &["score", "gbk.csv", "-o", "x.doc", "--lang", lang]);
        assert!(said.code == 2 && said.err.contains("x.doc"), "{}", said.err);
        let said = run(folder.path(), &["score", "gbk.csv", "--rubric", "nothing.ron", "--lang", lang]);
        assert!(said.code == 1 && said.err.contains("listening-class"), "{}", said.err);
    }
}

#[test]
fn a_thousand_sessions_of_a_hundred_turns_keep_their_order_and_their_scores() {
    let mut text = String::from(HEAD);
    for session in 0..1000 {
        for turn in 1..=100 {
            let act = ["MirrorWords(寒心)", "NegateEmotion", "NameDate", "Nod"][(session + turn) % 4];
            text.push_str(&format!(
                "s{session},{turn},,visitor,我寒心,,Feeling(寒心);Question\ns{session},{turn},,trainee,好,{act},\n"
            ));
        }
    }
    let sheet = read(&text);
    assert_eq!(sheet.sessions.len(), 1000);
    let staged = |at: usize| sheet.sessions[at].staged(Rubric::shipped()).unwrap();
    let first = staged(0).assessment;
    assert_eq!(first.criteria, staged(4).assessment.criteria, "the same rows, the same scores");
    assert_eq!(first.evidence.iter().map(|one| one.turn).max(), Some(100));
}
