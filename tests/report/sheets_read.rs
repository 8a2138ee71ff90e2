//! Sheets as strangers write them: each is read right, or refused with its line and what to do; nothing is left out in
//! silence. The files in `sheets/` are such sheets, made small.

use crate::util::calmdesk;
use calmdesk::coding::{self, CueCode, Problem, ProblemKind, Row, Sheet};
use calmdesk::locale::Texts;
use calmdesk::rubric::Rubric;
use calmdesk::rubric::assessment::Assessment;
use calmdesk::vocabulary::{ActCatalogue, Critical, Locale};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

const HEAD: &str = "session,turn,time,speaker,text,acts,cues\n";

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/sheets").join(name)
}

fn of(bytes: &[u8]) -> Result<Sheet, Vec<Problem>> {
    coding::read(bytes, Rubric::shipped())
}

fn read(bytes: impl AsRef<[u8]>) -> Sheet {
    of(bytes.as_ref()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// What is wrong, with its lines.
fn wrong(bytes: impl AsRef<[u8]>) -> Vec<(u64, ProblemKind)> {
    let problems = of(bytes.as_ref()).expect_err("something is wrong");
    for locale in Locale::ALL {
        for one in &problems {
            let text = locale.say(&one.message());
            assert!(!text.contains("sheet-") && !text.contains('{'), "{text}");
        }
    }
    problems.into_iter().map(|problem| (problem.line, problem.kind)).collect()
}

fn sheet(name: &str) -> Sheet {
    read(std::fs::read(file(name)).unwrap())
}

fn found(sheet: &Sheet) -> Assessment {
    sheet.sessions[0].staged(Rubric::shipped()).unwrap().assessment
}

fn acts(row: &Row) -> Vec<&str> {
    row.acts.iter().map(|one| ActCatalogue::shipped()[one.act].name.as_str()).collect()
}

// ---- one cell ----

#[test]
fn a_threat_is_seen_whatever_stands_before_it() {
    let right = found(&sheet("wrong-separator-hides-acts--right.csv"));
    assert_eq!(right.critical.iter().map(|one| one.kind).collect::<Vec<_>>(), [Critical::Threat]);
    for name in ["wrong-separator-hides-acts--comma.csv", "wrong-separator-hides-acts--ascii-comma.csv"] {
        assert_eq!(found(&sheet(name)), right, "{name}");
    }
    for by in [";", "；", ",", "，", "、", "/", "|", "\n", " ", "　", ", ", "；\n"] {
        let text = format!(
            "{HEAD}a,1,,visitor,我寒心,,Feeling(寒心)\na,1,,trainee,x,\"MirrorWords(寒心){by}Threaten{by}Nod\",\n"
        );
        assert_eq!(acts(&read(&text).sessions[0].rows[1]), ["MirrorWords", "Threaten", "Nod"], "{by:?}");
        let text = format!("{HEAD}a,1,,visitor,x,,\"Feeling(寒心){by}Question{by}Due(path){by}Vent\"\n");
        assert_eq!(read(&text).sessions[0].rows[0].cues.len(), 3, "{by:?}");
    }
}

#[test]
fn brackets_that_do_not_match_are_refused() {
    let cell = |acts: &str| wrong(format!("{HEAD}a,1,,trainee,x,\"{acts}\",\n"));
    let early = |found: &str| vec![(2, ProblemKind::BracketEarly { found: found.into() })];
    assert_eq!(cell("MirrorWords(寒心)Threaten"), early("MirrorWords(寒心)Threaten"));
    assert_eq!(cell("MirrorWords(寒心)了)"), early("MirrorWords(寒心)了)"));
    assert_eq!(cell("Nod);Threaten"), early("Nod)"));
    assert_eq!(
        cell("MirrorWords(寒心;Threaten"),
        [(2, ProblemKind::BracketOpen { found: "MirrorWords(寒心;Threaten".into() })]
    );
}

// ---- quotation marks, heads, rows ----

#[test]
fn a_quotation_mark_that_is_not_closed_swallows_nothing() {
    assert_eq!(wrong(std::fs::read(file("unclosed-quote.csv")).unwrap())[0], (7, ProblemKind::QuoteOpen));
    let rows = |first: &str, second: &str| {
        wrong(format!(
            "{HEAD}a,1,,visitor,{first},,Feeling(寒心)\na,1,,trainee,{second},Threaten,\na,2,,trainee,x,Nod,\n"
        ))
    };
    assert_eq!(rows("\"我寒心", "x"), [(2, ProblemKind::QuoteOpen)], "to the end of the file");
    assert_eq!(rows("\"我寒心”", "\"好\""), [(2, ProblemKind::QuoteThenMore)], "closed by another sign");
    assert_eq!(rows("\"我寒心", "好\""), [(2, ProblemKind::QuoteOpen)], "closed by a row's own mark");
    assert_eq!(rows("\"我\"说寒心", "x"), [(2, ProblemKind::QuoteThenMore)]);
    let well = read(format!(
        "{HEAD}a,1,,visitor, \"我寒心，\n真的，\"\"寒心\"\"\" ,,Feeling(寒心)\na,1,,trainee,他说\"好\",Nod,\n"
    ));
    let rows = &well.sessions[0].rows;
    assert_eq!((rows[0].text.as_str(), rows[1].text.as_str()), ("我寒心，\n真的，\"寒心\"", "他说\"好\""));
    assert_eq!((rows[0].line, rows[1].line), (2, 4));
}

#[test]
fn the_head_is_read_as_the_rows_are() {
    let name = sheet("quoted-head-shifts-columns--name.csv");
    let session = &name.sessions[0];
    assert_eq!((session.name.as_deref(), session.class.as_deref()), (Some("Wang Min"), Some("Course 3")));
    assert_eq!(name.unknown_columns, ["note, private"]);
    for name in ["quoted-head-shifts-columns--acts.csv", "quoted-head-shifts-columns--line-break.csv"] {
        let sheet = sheet(name);
        let rows = &sheet.sessions[0].rows;
        assert_eq!((rows.len(), acts(&rows[1]), rows[0].cues.len()), (2, vec!["MirrorWords"], 1), "{name}");
    }
    let late = sheet("quoted-head-shifts-columns--line-break.csv");
    assert_eq!(late.sessions[0].rows[0].line, 3, "the head takes two lines");
}

#[test]
fn a_comma_in_a_text_without_quotation_marks_is_refused_where_it_moves_cells_out_of_the_table() {
    let text = format!("{HEAD}a,1,,visitor,who is in charge, you or he,,Question\n");
    assert!(wrong(text).contains(&(2, ProblemKind::MoreCells { found: "Question".into() })));
    assert_eq!(read(format!("{HEAD}a,1,,trainee,x,Nod,,,,\n")).sessions[0].rows.len(), 1, "empty cells harm nobody");
}

#[test]
fn an_empty_column_of_turns_goes_by_who_speaks() {
    let rows = ["visitor", "trainee", "trainee", "visitor", "visitor", "trainee", "visitor"];
    let text: String = rows.iter().map(|who| format!("a,,,{who},x,,\n")).collect();
    let turns: Vec<u32> = read(format!("{HEAD}{text}")).sessions[0].rows.iter().map(|row| row.turn).collect();
    assert_eq!(turns, [1, 1, 1, 2, 2, 2, 3]);
    let begins = read(format!("{HEAD}a,,,trainee,x,Nod,\na,5,,visitor,x,,\na,,,trainee,x,Nod,\n"));
    assert_eq!(begins.sessions[0].rows.iter().map(|row| row.turn).collect::<Vec<_>>(), [1, 5, 5]);
}

#[test]
fn a_time_that_runs_backwards_is_a_warning() {
    let text = format!("{HEAD}a,1,2:00,trainee,x,Nod,\na,2,1:00,trainee,x,Nod,\na,3,2:30,trainee,x,Nod,\n");
    let sheet = read(&text);
    assert_eq!(sheet.sessions[0].rows.iter().map(|row| row.at_ms).collect::<Vec<_>>(), [Some(0), None, Some(30_000)]);
    let warned: Vec<_> = sheet.warnings.iter().map(|one| (one.line, one.kind.clone())).collect();
    assert_eq!(warned, [(3, ProblemKind::TimeBack { found: "1:00".into() })]);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("x.csv"), text).unwrap();
    for (lang, note) in [("zh-CN", "提醒"), ("en", "Note: Line 3, column C")] {
        let said = calmdesk(["score", "x.csv", "--lang", lang]).inside(folder.path()).run();
        assert!(said.code == 0 && said.err.contains(note), "{}", said.all());
    }
}

// ---- letters ----

#[test]
fn what_is_not_everyday_chinese_or_english_is_refused_by_name() {
    let cp1252 = std::fs::read(file("cp1252-and-big5-read-as-gbk--cp1252.csv")).unwrap();
    assert!(matches!(wrong(cp1252)[..], [(0, ProblemKind::Encoding { name })] if name.starts_with("windows-125")));
    let big5 = "session,speaker,text,acts,cues\na,visitor,我跑了三回都沒有人管這件事,,Feeling\n";
    let big5 = encoding_rs::BIG5.encode(big5).0.into_owned();
    assert_eq!(wrong(big5), [(0, ProblemKind::Encoding { name: "Big5" })]);
    assert_eq!(wrong(b"session,text\na,\xE5\xAF\x92\nb,\xE5\xAF\n"), [(0, ProblemKind::TornUtf8 { line: 3 })]);
    assert_eq!(wrong(b"session,speaker\0acts"), [(0, ProblemKind::NotText)]);
}

#[test]
fn a_capital_letter_is_no_other_word_and_a_part_of_one_is() {
    let (capital, small) =
        (sheet("capital-letter-is-a-miss--sheet.csv"), sheet("capital-letter-is-a-miss--same-case.csv"));
    assert_eq!(found(&capital), found(&small));
    let share = |found: &Assessment, id: &str| {
        found.criteria[Rubric::shipped().find(id).unwrap().at()].share().map(|milli| milli.0)
    };
    assert_eq!(share(&found(&capital), "feeling-met"), Some(1000));
    let mirror = |text: &str, feeling: &str, word: &str| {
        let rows = format!(
            "a,1,,visitor,{text},,Feeling({feeling})\na,1,,trainee,x,MirrorWords({word}),\na,2,,trainee,x,Nod,\n"
        );
        let found = found(&read(format!("{HEAD}{rows}")));
        share(&found, "mirror")
    };
    assert_eq!(mirror("All of it is for nothing", "for nothing", "thing"), Some(0), "“thing” was not said");
    assert_eq!(mirror("All of it is for NOTHING.", "for NOTHING", "nothing"), Some(1000));
    assert_eq!(mirror("我真寒心啊", "真寒心", "寒心"), Some(1000));
}

#[test]
fn control_characters_never_reach_the_terminal() {
    for name in ["control-characters--esc.csv", "control-characters--line-break.csv"] {
        for lang in ["zh-CN", "en"] {
            let said = calmdesk(["score", "--lang", lang]).arg(file(name)).run();
            assert_eq!((said.code, said.out.lines().count()), (0, 3), "{}", said.all());
            let rest = |c: char| c.is_control() && c != '\n';
            assert!(!said.all().contains(rest), "{:?}", said.all());
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let text =
        format!("{HEAD}a,1,,trainee\u{1b}[2J,x,Nod\u{1b}]0;x\u{7},\u{202e}\n").replace("cues", "cues,\u{1b}[31mx");
    std::fs::write(folder.path().join("x.csv"), text).unwrap();
    let said = calmdesk(["score", "x.csv"]).inside(folder.path()).run();
    assert!(said.code == 1 && !said.err.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{:?}", said.err);
}

// ---- what is printed first, and what is not ----

#[test]
fn a_live_sheet_leads_with_answered_cues_and_has_no_pass_mark() {
    let folder = tempfile::tempdir().unwrap();
    let name = "wrong-separator-hides-acts--right.csv";
    std::fs::copy(file(name), folder.path().join("x.csv")).unwrap();
    for (lang, lead, marks) in [
        ("zh-CN", "一组　两轮之内有回应 1/2　", ["通过", "及格"]),
        ("en", "一组   answered within two turns 1/2   ", ["passed", "Pass mark"]),
    ] {
        let run = |words: &[&str]| calmdesk(words).args(["--lang", lang]).inside(folder.path()).run().well();
        let printed = run(&["score", "x.csv"]);
        assert!(printed.starts_with(lead), "{printed}");
        let mut all = printed;
        for form in ["x.html", "all.json", "class.csv"] {
            run(&["score", "x.csv", "-o", form]);
            all += &std::fs::read_to_string(folder.path().join(form)).unwrap();
        }
        let page = std::fs::read_to_string(folder.path().join("all.json")).unwrap();
        let value: serde_json::Value = serde_json::from_str(&page).unwrap();
        let session = &value["sessions"][0];
        assert_eq!((session["cues"].as_u64(), session["answered"].as_u64()), (Some(2), Some(1)));
        assert!(session["report"]["result"]["passed"].is_null() && session["report"]["result"]["verdict"].is_null());
        assert_eq!(session["report"]["result"]["tallies"][0]["text"], "1 / 2");
        assert_eq!(session["report"]["header"][3]["text"], "1 / 2", "before the scores");
        assert!(marks.iter().all(|mark| !session["report"]["result"]["notes"].to_string().contains(mark)), "{session}");
        assert!(!all.contains("\"pass\"") && !all.contains(",passed,"), "{lang}");
    }
}

// ---- workbooks ----

/// An archive whose entries are packed as `deflate` says.
fn zip(entries: &[(&str, Vec<u8>)], deflate: bool) -> Vec<u8> {
    let two = |n: usize| (n as u16).to_le_bytes();
    let four = |n: usize| (n as u32).to_le_bytes();
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in entries {
        let packed = if deflate { miniz_oxide::deflate::compress_to_vec(bytes, 6) } else { bytes.clone() };
        let method = if deflate { 8 } else { 0 };
        let crc = crc32fast::hash(bytes).to_le_bytes();
        let common = [
            &two(20)[..],
            &two(0),
            &two(method),
            &[0; 4],
            &crc,
            &four(packed.len()),
            &four(bytes.len()),
            &two(name.len()),
            &two(0),
        ]
        .concat();
        directory.extend([&b"PK\x01\x02"[..], &two(20), &common, &[0; 10], &four(out.len()), name.as_bytes()].concat());
        out.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), &packed].concat());
    }
    let (at, length) = (out.len(), directory.len());
    out.extend(directory);
    out.extend(
        [&b"PK\x05\x06"[..], &[0; 4], &two(entries.len()), &two(entries.len()), &four(length), &four(at), &two(0)]
            .concat(),
    );
    out
}

/// A workbook of worksheets, each given as what stands in its `sheetData`. Style 1 is a time.
fn workbook(worksheets: &[&str]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let numbers = || 1..=worksheets.len();
    let names: String =
        numbers().map(|n| format!("<sheet name=\"Page {n}\" sheetId=\"{n}\" r:id=\"r{n}\"/>")).collect();
    let ways: String = numbers()
        .map(|n| format!("<Relationship Id=\"r{n}\" Type=\"{RELATED}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))
        .collect();
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = format!("<Relationship Id=\"r0\" Type=\"{RELATED}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    let mut entries = vec![
        ("_rels/.rels".to_owned(), format!("<Relationships xmlns=\"{package}\">{office}</Relationships>")),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATED}\"><sheets>{names}</sheets></workbook>"),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"{package}\">{ways}</Relationships>")),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"
            ),
        ),
    ];
    for (n, data) in numbers().zip(worksheets) {
        let data = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{data}</sheetData></worksheet>");
        entries.push((format!("xl/worksheets/sheet{n}.xml"), data));
    }
    let entries: Vec<_> = entries.iter().map(|(name, text)| (name.as_str(), text.clone().into_bytes())).collect();
    zip(&entries, true)
}

/// Rows of texts as they stand in a worksheet; `=` before a number, `@` before days of a time.
fn cells(rows: &[&[&str]]) -> String {
    let mut out = String::new();
    for (row, texts) in (1..).zip(rows) {
        out += &format!("<row r=\"{row}\">");
        for (column, text) in ('A'..).zip(*texts).filter(|(_, text)| !text.is_empty()) {
            out += &match (text.strip_prefix('='), text.strip_prefix('@')) {
                (Some(number), _) => format!("<c r=\"{column}{row}\"><v>{number}</v></c>"),
                (_, Some(days)) => format!("<c r=\"{column}{row}\" s=\"1\"><v>{days}</v></c>"),
                _ => format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
            };
        }
        out += "</row>";
    }
    out
}

const TALK: &[&[&str]] = &[
    &["场次", "轮次", "时间", "说话人", "原话", "言行", "信号", "姓名"],
    &["一组", "=1", "@0.0451388888888889", "来访人", "我寒心，没人管", "", "Feeling(寒心)、Question", "王敏"],
    &[],
    &["", "=1", "@0.0625", "学员", "寒心", "MirrorWords(寒心)&#10;Threaten", "", ""],
];

#[test]
fn a_workbook_is_read_as_its_table_is() {
    let read_one = read(workbook(&[&cells(TALK)]));
    assert_eq!(read_one.worksheet, None);
    let session = &read_one.sessions[0];
    assert_eq!((session.id.as_str(), session.name.as_deref(), session.rows.len()), ("一组", Some("王敏"), 2));
    let (visitor, trainee) = (&session.rows[0], &session.rows[1]);
    assert_eq!((visitor.line, trainee.line, trainee.turn), (2, 4, 1), "rows as Excel counts them");
    assert_eq!(
        visitor.cues[0],
        CueCode::Cue { kind: calmdesk::vocabulary::CueKind::Feeling, about: Some("寒心".into()), times: 1 }
    );
    assert_eq!(acts(trainee), ["MirrorWords", "Threaten"]);
    assert_eq!((visitor.at_ms, trainee.at_ms), (Some(0), Some(25_000)), "1:05 and 1:30, as they were typed");
    // With seconds anywhere, all are hours, minutes, seconds.
    let precise = cells(TALK).replace("0.0625", "0.0451504629629630");
    let precise = read(workbook(&[&precise]));
    assert_eq!(precise.sessions[0].rows[1].at_ms, Some(1000));
    // The first worksheet with a head.
    let several = read(workbook(&["", &cells(&[&["notes"], &["nothing"]]), &cells(TALK)]));
    assert_eq!((several.worksheet.as_deref(), several.sessions[0].rows.len()), (Some("Page 3"), 2));
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("x.xlsx"), workbook(&[&cells(TALK)])).unwrap();
    let said = calmdesk(["score", "x.xlsx"]).inside(folder.path()).run();
    assert!(said.code == 0 && said.err.is_empty() && said.out.contains("一组"), "{}", said.all());
}

#[test]
fn workbooks_that_cannot_be_read_are_refused_for_what_they_are() {
    let one = |kind| vec![(0, kind)];
    assert_eq!(wrong(b"\xD0\xCF\x11\xE0rest"), one(ProblemKind::Workbook));
    assert_eq!(wrong(b"PK\x03\x04rest"), one(ProblemKind::WorkbookBroken));
    assert_eq!(wrong(zip(&[("word/document.xml", b"<w/>".to_vec())], true)), one(ProblemKind::WorkbookBroken));
    assert_eq!(wrong(workbook(&[""])), one(ProblemKind::NoRows));
    let no_head = wrong(workbook(&[&cells(&[&["notes"], &["nothing"]])]));
    assert!(
        no_head.iter().all(|(line, kind)| *line == 1 && matches!(kind, ProblemKind::NoColumn { .. })),
        "{no_head:?}"
    );
    // Eighty megabytes of blanks in a few kilobytes.
    let bomb = zip(&[("xl/workbook.xml", vec![b' '; 80 << 20])], true);
    assert_eq!(wrong(bomb), one(ProblemKind::WorkbookLarge));
    // A cell so far out that a full table would not fit into any memory.
    let far =
        |cell: &str| workbook(&[&format!("{}<row r=\"1048576\"><c r=\"{cell}\"><v>1</v></c></row>", cells(TALK))]);
    assert_eq!(wrong(far("XFD1048576")), one(ProblemKind::WorkbookLarge));
    assert_eq!(wrong(far("I1048576"))[0], (1_048_576, ProblemKind::MoreCells { found: "1".into() }));
    let back = cells(TALK) + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";
    assert_eq!(wrong(workbook(&[&back])), one(ProblemKind::WorkbookBroken));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_workbook_makes_it_panic(at in 0..5_000usize, with in prop::collection::vec(any::<u8>(), 0..8), cut in 0..40usize) {
        let mut data = cells(TALK).into_bytes();
        let at = at % data.len();
        let end = (at + cut).min(data.len());
        data.splice(at..end, with);
        let _ = of(&workbook(&[&String::from_utf8_lossy(&data)]));
        let mut whole = workbook(&[&cells(TALK)]);
        let at = at % whole.len();
        whole[at] ^= 0x55;
        let _ = of(&whole);
    }
}
