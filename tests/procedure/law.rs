//! Law packs and papers as the handbook, the loader and the report use them.

use crate::util::calmdesk;
use calmdesk::procedure::law::ArticlePlace;
use calmdesk::procedure::{ArticleIx, CitationError, LawError, LawLibrary, PaperCatalogue, PaperError};
use calmdesk::vocabulary::Locale;
use jiff::civil::date;

fn ix(citation: &str) -> ArticleIx {
    LawLibrary::shipped().resolve(citation).unwrap_or_else(|error| panic!("{error}"))
}

/// A pack with one article; `{…}` are the parts a test bends.
fn pack(id: &str, from: &str, to: Option<&str>, articles: &str) -> String {
    let to = to.map(|to| format!("valid_to: \"{to}\",")).unwrap_or_default();
    format!(
        "(id: \"{id}\", title: (zh: \"测试法\", en: \"Test Act\"), valid_from: \"{from}\", {to} \
         source: \"a test\", articles: [{articles}])"
    )
}

const ONE: &str = r#"(article: 1, zh: "一", en: "one")"#;

fn parse(packs: &[String]) -> Result<LawLibrary, LawError> {
    let files: Vec<(String, &str)> =
        packs.iter().enumerate().map(|(at, text)| (format!("{at}.ron"), text.as_str())).collect();
    LawLibrary::parse(&files.iter().map(|(name, text)| (name.as_str(), *text)).collect::<Vec<_>>())
}

#[test]
fn every_shipped_article_is_found_by_its_own_citation_and_reads_well() {
    let law = LawLibrary::shipped();
    assert!(law.packs.len() >= 8);
    for (at, article) in law.articles.iter().enumerate() {
        let at = ArticleIx(at as u16);
        let pack = law.pack_of(at);
        let citation = format!("{}/{}", pack.id, article.number);
        assert_eq!(law.resolve(&citation), Ok(at), "{citation}");
        assert_eq!(law.find(&citation), Some(at), "{citation}");
        assert!(pack.articles.contains(&at.0), "{citation}");
        let zh = law.citation(at, Locale::ZhCn);
        assert!(zh.starts_with('《') && zh.contains("》第"), "{zh}");
        assert!(zh.ends_with(['条', '款', '项']) && !zh.contains(|c: char| c.is_ascii_digit()), "{zh}");
        assert!(law.citation(at, Locale::En).contains(", Art. "));
        assert!(pack.in_force(pack.valid_from));
    }
}

#[test]
fn packs_come_in_the_order_of_their_file_names_which_are_their_ids() {
    let ids: Vec<_> = LawLibrary::shipped().packs.iter().map(|pack| pack.id.as_str()).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    for id in ["xf2022", "noise2022", "mediation2010", "psapl2012", "psapl2025", "expropriation2011", "civil2021"] {
        assert!(ids.contains(&id), "{id}");
    }
    for id in ids {
        let path = format!("{}/assets/law/{id}.ron", env!("CARGO_MANIFEST_DIR"));
        assert!(std::path::Path::new(&path).is_file(), "{path}");
    }
}

#[test]
fn articles_stand_in_the_order_of_the_law() {
    let law = LawLibrary::shipped();
    let order = |number: &str| -> Vec<u16> {
        number.split(['(', ')']).filter(|part| !part.is_empty()).map(|part| part.parse().unwrap()).collect()
    };
    for pack in &law.packs {
        let articles = &law.articles[usize::from(pack.articles.start)..usize::from(pack.articles.end)];
        assert!(articles.is_sorted_by_key(|article| order(&article.number)), "{}", pack.id);
    }
}

#[test]
fn the_articles_that_visits_teach_are_there() {
    for citation in [
        "xf2022/19(1)",
        "xf2022/20(3)",
        "xf2022/22(1)",
        "xf2022/23",
        "xf2022/28(1)",
        "xf2022/30(3)",
        "xf2022/31(6)",
        "xf2022/32",
        "xf2022/33",
        "xf2022/34",
        "xf2022/35",
        "xf2022/36",
        "xf2022/37(3)",
        "xf2022/46(5)",
        "xf2022/47",
        "noise2022/2",
        "noise2022/65",
        "noise2022/70",
        "noise2022/86",
        "noise2022/87",
        "noise2022/88(2)",
        "mediation2010/4",
        "mediation2010/17",
        "mediation2010/26",
        "mediation2010/31",
        "mediation2010/33",
    ] {
        ix(citation);
    }
}

#[test]
fn a_bare_number_finds_the_only_part_held_but_never_guesses_among_several() {
    let law = LawLibrary::shipped();
    assert_eq!(law.resolve("noise2022/88"), law.resolve("noise2022/88(2)"));
    assert!(matches!(law.resolve("xf2022/18"), Err(CitationError::UnknownArticle { .. })));
}

#[test]
fn citations_are_written_as_each_language_writes_them() {
    let law = LawLibrary::shipped();
    for (citation, zh, en) in [
        ("noise2022/70", "《噪声污染防治法》第七十条", "Noise Pollution Act, Art. 70"),
        ("xf2022/20(3)", "《信访工作条例》第二十条第三款", "Regulation on Petition Work, Art. 20, para. 3"),
        ("xf2022/26(2)", "《信访工作条例》第二十六条第（二）项", "Regulation on Petition Work, Art. 26, item 2"),
        ("civil2021/1039", "《民法典》第一千零三十九条", "Civil Code, Art. 1039"),
        ("noise2022/88(2)", "《噪声污染防治法》第八十八条第（二）项", "Noise Pollution Act, Art. 88, item 2"),
        (
            "xf2022/22(1)(3)",
            "《信访工作条例》第二十二条第一款第（三）项",
            "Regulation on Petition Work, Art. 22, para. 1, item 3",
        ),
    ] {
        assert_eq!(law.citation(ix(citation), Locale::ZhCn), zh);
        assert_eq!(law.citation(ix(citation), Locale::En), en);
    }
}

#[test]
fn a_matter_of_december_2025_is_judged_by_the_old_penalty_law() {
    let law = LawLibrary::shipped();
    let (last, first) = (date(2025, 12, 31), date(2026, 1, 1));
    let (new, old) = (ix("psapl2025/88"), ix("psapl2012/58"));
    assert!(!law.in_force(new, last) && law.in_force(new, first));
    assert!(law.in_force(old, last) && !law.in_force(old, first));
    assert!(matches!(law.resolve_on("psapl2025/88", last), Err(CitationError::NotInForce { .. })));
    assert_eq!(law.resolve_on("psapl2025/88", first), Ok(new));
}

#[test]
fn no_two_versions_of_one_act_are_in_force_on_one_day() {
    let law = LawLibrary::shipped();
    for a in &law.packs {
        for b in law.packs.iter().filter(|b| b.id != a.id && b.act() == a.act()) {
            assert!(!b.in_force(a.valid_from) && !a.in_force(b.valid_from), "{} {}", a.id, b.id);
        }
    }
    let open = pack("x2001", "2001-01-01", None, ONE);
    let next = pack("x2010", "2010-01-01", None, ONE);
    let error = parse(&[next, open]).unwrap_err();
    assert_eq!(error, LawError::Overlap { earlier: "x2001".into(), later: "x2010".into(), on: date(2010, 1, 1) });
    let closed = pack("x2001", "2001-01-01", Some("2009-12-31"), ONE);
    assert!(parse(&[closed, pack("x2010", "2010-01-01", None, ONE)]).is_ok());
}

#[test]
fn what_the_sources_leave_open_is_marked() {
    let law = LawLibrary::shipped();
    assert!(law[ix("psapl2025/50")].unverified && law[ix("appraisal2011/20")].unverified);
    assert!(!law[ix("psapl2025/88")].unverified && !law[ix("xf2022/34")].unverified);
    let marked = |id: &str| law.pack(id).unwrap().valid_from_unverified;
    assert!(
        marked("appraisal2011")
            && marked("labour1995")
            && !marked("mediation2010")
            && !marked("xf2022")
            && !marked("noise2022")
            && !marked("psapl2025")
    );
    assert_eq!(law[ix("xf2022/31(6)")].place, ArticlePlace { article: 31, paragraph: None, item: Some(6) });
    assert_eq!(law[ix("xf2022/22(1)(3)")].place, ArticlePlace { article: 22, paragraph: Some(1), item: Some(3) });
}

#[test]
fn a_citation_that_leads_nowhere_says_why() {
    let law = LawLibrary::shipped();
    for bad in
        ["", "noise2022", "noise2022/", "/70", "noise2022/seventy", "noise2022/七十", "noise2022/70(", "noise2022/070"]
    {
        assert_eq!(law.resolve(bad), Err(CitationError::Malformed(bad.to_owned())));
    }
    let Err(CitationError::UnknownPack { nearest, .. }) = law.resolve("noise2020/70") else { panic!() };
    assert_eq!(nearest.as_deref(), Some("noise2022"));
    let Err(CitationError::UnknownPack { nearest: None, .. }) = law.resolve("maritime1992/1") else { panic!() };
    let Err(CitationError::UnknownArticle { held, .. }) = law.resolve("noise2022/999") else { panic!() };
    assert!(held.contains(&"70".to_owned()));
    assert!(law.get(ArticleIx(u16::MAX)).is_none());
}

#[test]
fn a_broken_pack_is_refused_with_its_name_and_its_fault() {
    let from = "2022-06-05";
    let error = |id: &str, to: Option<&str>, articles: &str| parse(&[pack(id, from, to, articles)]).unwrap_err();
    assert!(matches!(error("Noise2022", None, ONE), LawError::BadId { .. }));
    assert!(matches!(error("noise", None, ONE), LawError::BadId { .. }));
    assert!(matches!(error("noise22", None, ONE), LawError::BadId { .. }));
    assert!(matches!(error("n2022", Some("2022-06-04"), ONE), LawError::EndsBeforeItBegins { .. }));
    assert!(matches!(error("n2022", None, ""), LawError::NoArticles { .. }));
    assert!(matches!(error("n2022", None, &format!("{ONE}, {ONE}")), LawError::DuplicateArticle { .. }));
    assert!(matches!(error("n2022", None, r#"(article: 0, zh: "一", en: "one")"#), LawError::BadNumber { .. }));
    assert!(matches!(error("n2022", None, r#"(article: 1, zh: " ", en: "one")"#), LawError::EmptyText { .. }));
    assert!(matches!(error("n2022", None, r#"(artikle: 1, zh: "一", en: "one")"#), LawError::Syntax { .. }));
    assert!(matches!(parse(&[pack("n2022", "2022-02-30", None, ONE)]), Err(LawError::Syntax { .. })));
    let ruled = |rules: &str| {
        let pack = pack("n2022", from, None, ONE);
        parse(&[format!("{}, {rules})", pack.strip_suffix(')').unwrap())])
    };
    assert!(ruled("limits: [(limit: Notice, article: \"1\", days: 15)]").is_ok());
    let error = ruled("limits: [(limit: Notice, article: \"2\", days: 15)]").unwrap_err();
    assert!(matches!(error, LawError::RuleWithoutArticle { .. }));
    let error = ruled("limits: [(limit: Notice, article: \"1\", days: 0)]").unwrap_err();
    assert!(matches!(error, LawError::NoDays { .. }));
    let twice = "(limit: Notice, article: \"1\", days: 15)";
    assert!(matches!(ruled(&format!("limits: [{twice}, {twice}]")), Err(LawError::LimitTwice { .. })));
    let people = |threshold: u16, most: u16| {
        ruled(&format!(
            "representatives: (article: \"1\", collective_threshold: {threshold}, max_representatives: {most})"
        ))
    };
    assert!(people(5, 5).is_ok());
    assert!(matches!(people(1, 5), Err(LawError::BadRepresentatives { .. })));
    assert!(matches!(people(5, 0), Err(LawError::BadRepresentatives { .. })));
    let other = |id: &str| {
        let pack = pack(id, from, None, ONE);
        format!("{}, limits: [{twice}])", pack.strip_suffix(')').unwrap())
    };
    assert!(matches!(parse(&[other("a2022"), other("b2022")]), Err(LawError::LimitTwice { .. })));
    let twice = pack("n2022", from, None, ONE);
    let error = parse(&[twice.clone(), twice]).unwrap_err();
    assert_eq!(error, LawError::DuplicatePack { file: "1.ron".into(), id: "n2022".into() });
    assert!(parse(&[format!("\u{feff}{}", pack("n2022", from, None, ONE))]).is_ok());
}

#[test]
fn every_paper_of_the_desk_is_there_and_its_basis_resolves() {
    let (law, papers) = (LawLibrary::shipped(), PaperCatalogue::shipped());
    for id in [
        "registration-form",
        "path-notice",
        "extension-notice",
        "opinion",
        "review-opinion",
        "re-review-opinion",
        "mediation-record",
        "mediation-agreement",
        "transfer-form",
        "site-visit-record",
        "callback-note",
        "care-memorandum",
    ] {
        let at = papers.find(id).unwrap_or_else(|| panic!("{id}"));
        assert_eq!(papers[at].id, id);
    }
    for paper in &papers.papers {
        for basis in &paper.bases {
            assert!(law.resolve(&basis.article).is_ok(), "{}: {}", paper.id, basis.article);
        }
    }
    assert!(papers.find("banquet-invitation").is_none());
}

#[test]
fn a_broken_catalogue_of_papers_is_refused() {
    let law = LawLibrary::shipped();
    let one = |id: &str, title: &str, parts: &str, basis: &str| {
        format!(
            "(id: \"{id}\", title: (zh: \"{title}\", en: \"x\"), must_contain: [{parts}], bases: [(article: \"{basis}\")], required: [SealDate])"
        )
    };
    let parse = |items: &[String]| PaperCatalogue::parse(&format!("[{}]", items.join(",")), law);
    let (part, basis) = (r#"(zh: "日期", en: "date")"#, "xf2022/23");
    let good = one("note", "单", part, basis);
    assert!(parse(std::slice::from_ref(&good)).is_ok());
    assert_eq!(parse(&[good.clone(), good]).unwrap_err(), PaperError::Duplicate("note".into()));
    assert!(matches!(parse(&[one("Note 1", "单", part, basis)]), Err(PaperError::BadId(_))));
    assert!(matches!(parse(&[one("note", "", part, basis)]), Err(PaperError::EmptyText { .. })));
    assert!(matches!(parse(&[one("note", "单", "", basis)]), Err(PaperError::EmptyText { .. })));
    assert!(matches!(parse(&[one("note", "单", part, "xf2022/999")]), Err(PaperError::Basis { .. })));
    assert!(matches!(parse(&["oops".into()]), Err(PaperError::Syntax(_))));
    let fields = |rest: &str| {
        PaperCatalogue::parse(
            &format!("[(id: \"note\", title: (zh: \"单\", en: \"x\"), must_contain: [{part}], {rest})]"),
            law,
        )
    };
    assert!(fields("required: [Deadline, SealDate], states: Decision, sealed_within: Notice").is_ok());
    assert!(matches!(fields("required: []"), Err(PaperError::NoFields { .. })));
    assert!(matches!(fields("required: [Claim, Claim]"), Err(PaperError::FieldTwice { .. })));
    assert!(matches!(fields("required: [Claim], optional: [Claim]"), Err(PaperError::FieldTwice { .. })));
    for rule in ["states: Decision", "sealed_within: Notice", "remedy: Review", "signatures: 2"] {
        let error = fields(&format!("required: [Claim], {rule}")).unwrap_err();
        assert!(matches!(error, PaperError::RuleWithoutField { .. }), "{rule}: {error}");
    }
    assert!(matches!(fields("required: [Clame]"), Err(PaperError::Syntax(_))));
}

/// The citations in a text: `noise2022/70`, `xf2022/20(3)`.
fn citations(text: &str) -> Vec<String> {
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let mut found = Vec::new();
    for (at, _) in text.match_indices('/') {
        let pack: String = text[..at].chars().rev().take_while(|c| word(*c)).collect();
        let pack: String = pack.chars().rev().collect();
        let (act, year) = pack.split_at(pack.trim_end_matches(|c: char| c.is_ascii_digit()).len());
        let rest: String =
            text[at + 1..].chars().take_while(|c| c.is_ascii_digit() || matches!(c, '(' | ')')).collect();
        // Paragraph and item, each in brackets of its own.
        let mut end = rest.find(['(', ')']).unwrap_or(rest.len());
        while let Some(close) = rest[end..].strip_prefix('(').and_then(|inner| inner.find(')')).filter(|n| *n > 0) {
            end += close + 2;
        }
        let number = &rest[..end];
        if act.starts_with(|c: char| c.is_ascii_lowercase()) && year.len() == 4 && !number.is_empty() {
            found.push(format!("{pack}/{number}"));
        }
    }
    found
}

fn texts_under(folder: &str, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
        let name = format!("{folder}/{}", entry.as_ref().unwrap().file_name().to_string_lossy());
        if entry.unwrap().file_type().unwrap().is_dir() {
            texts_under(&name, found);
        } else if ["ron", "ftl", "md", "rs"].iter().any(|end| name.ends_with(&format!(".{end}"))) {
            let text = std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
            found.push((name, text));
        }
    }
}

#[test]
fn every_article_cited_anywhere_resolves() {
    let found = ["xf2022/20(3)", "noise2022/70", "xf2022/22(1)(3)"];
    assert_eq!(citations("见 xf2022/20(3)、`noise2022/70`。a2022/x b/3，xf2022/22(1)(3)）"), found);
    let mut texts = Vec::new();
    for folder in ["assets", "scenarios", "src", "docs"] {
        texts_under(folder, &mut texts);
    }
    let law = LawLibrary::shipped();
    let mut seen = 0;
    for (name, text) in &texts {
        for citation in citations(text) {
            // The page of diagnostics shows what a wrong citation looks like.
            // The example of local rules and Twelve Years bring their own, which their loading resolves.
            let own = citation.starts_with("estate-rules2024/") || citation.starts_with("teachers2014/");
            if name.starts_with("docs/diagnostics") || citation == "noise2022/700" || own {
                continue;
            }
            seen += 1;
            law.resolve(&citation).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
    assert!(seen > 100, "{seen}");
}

/// What `calmdesk check` says about a scenario that plays on this day and cites this article.
fn checked(plays_on: &str, citation: &str) -> (bool, String) {
    let dir = tempfile::TempDir::new().unwrap();
    let folder = dir.path().join("one-door");
    std::fs::create_dir(&folder).unwrap();
    let scenario = format!(
        r#"Scenario(
            title: "一扇门",
            plays_on: "{plays_on}",
            briefing: "五楼的张桂芳要来。",
            visitors: {{ "zhang": (name: "张桂芳", age: 67) }},
            nodes: {{
                "arrive": Line(who: "zhang", say: "天天半夜拖桌子。", then: "first"),
                "first": Choice([
                    (id: "ask", say: "您慢慢说。", acts: [InviteMore], then: "done"),
                    (id: "cite", say: "法律是这样说的。", acts: [CitePolicy("{citation}")], then: "done"),
                ]),
                "done": End(outcome: Partial, title: "先登记了", say: "她走了。"),
            }},
        )"#
    );
    std::fs::write(folder.join("scenario.ron"), scenario).unwrap();
    let said = calmdesk(["check", "--format", "json", "--lang", "zh-CN"]).arg(&folder).run();
    (said.code == 0, said.out)
}

#[test]
fn check_refuses_an_article_that_is_not_in_force_on_the_scenarios_day() {
    for (day, citation, fine) in [
        ("2025-12-31", "psapl2025/88", false),
        ("2026-01-01", "psapl2025/88", true),
        ("2025-12-31", "psapl2012/58", true),
        ("2026-01-01", "psapl2012/58", false),
        ("2022-04-30", "xf2022/23", false),
        ("2022-05-01", "xf2022/23", true),
        ("2022-06-04", "noise2022/70", false),
    ] {
        let (passed, told) = checked(day, citation);
        assert_eq!(passed, fine, "{day} {citation}: {told}");
        assert_eq!(told.contains("CD0064"), !fine, "{day} {citation}: {told}");
    }
}

#[test]
fn an_article_of_several_parts_is_told_with_all_of_them() {
    let (passed, told) = checked("2026-03-09", "xf2022/37");
    assert!(!passed && told.contains("xf2022/37(2)") && told.contains("xf2022/37(3)"), "{told}");
}

#[test]
fn the_packs_that_desks_were_promised_are_whole() {
    let law = LawLibrary::shipped();
    // Of the Regulation: 17–23, 25–26, 28–37, 46–47, each as a whole or in paragraphs.
    for article in (17..=23).chain(25..=26).chain(28..=37).chain(46..=47) {
        let pack = law.pack("xf2022").unwrap();
        let held = pack
            .articles
            .clone()
            .any(|ix| law[ArticleIx(ix)].number.split('(').next() == Some(article.to_string().as_str()));
        assert!(held, "xf2022/{article}");
    }
    for (pack, articles) in [
        (
            "expropriation2011",
            &[
                "8", "10(2)", "11", "12", "13", "14", "15", "16", "17", "18", "19(1)", "19(2)", "20", "21", "22", "24",
                "24(1)", "24(2)", "25", "26", "27", "28", "29", "29(1)", "30", "34",
            ][..],
        ),
        ("noise2022", &["2", "43", "59", "64", "65", "66", "69", "70", "82", "86", "87", "88(2)"]),
        ("psapl2012", &["9", "23", "25", "32", "40", "42", "43", "49", "50", "58", "75"]),
        ("psapl2025", &["9", "26", "29", "38", "47", "50", "51", "59", "61", "88", "89"]),
        (
            "wages-migrant2020",
            &[
                "3", "10", "11", "15", "26", "28(1)", "28(2)", "28(3)", "29(2)", "30", "30(3)", "31(3)", "32", "36(1)",
                "50", "52", "63",
            ],
        ),
        ("appraisal2011", &["9", "16", "17", "20", "21", "22", "25"]),
        ("minors2021", &["11(2)", "21(1)", "22(1)", "43(1)"]),
        ("social-aid2014", &["47", "48"]),
        ("wage-payment1995", &["5", "6", "7", "9", "16"]),
        ("labour1995", &["50", "91"]),
        ("labour-contract2008", &["30", "38", "46", "85"]),
        ("labour-arbitration2008", &["5", "9", "14", "15", "16", "27", "29", "43", "47", "48", "50", "53"]),
        ("labour-inspection2004", &["17", "20", "26"]),
        ("legal-aid2022", &["31(5)"]),
        ("civil2021", &["286", "287", "288", "294", "1018(1)", "1019(1)", "1020", "1032(1)", "1039"]),
        ("pipl2021", &["6", "28", "34", "35"]),
        ("reconsideration2024", &["11(5)", "11(11)", "11(13)", "11(14)", "20", "47"]),
        ("litigation2017", &["46"]),
        ("land2020", &["47", "48"]),
        ("mental-health2013", &["4", "23"]),
    ] {
        for article in articles {
            ix(&format!("{pack}/{article}"));
        }
    }
}
