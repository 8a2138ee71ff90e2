//! Every paper that issue 4 names, filled in play: rightly without a fault, and with each fault its kind can have.
//! An entry's id says what is wrong with it, `right` that nothing is.

use calmdesk::feedback::explain;
use calmdesk::locale::Texts;
use calmdesk::procedure::{Fault, Found, LawLibrary, PaperContext, check_paper};
use calmdesk::rubric::assessment::{Reason, Verdict};
use calmdesk::rubric::{Rubric, assess};
use calmdesk::scenario::desk_task::DeskTask;
use calmdesk::scenario::{Scenario, SourceBundle, load};
use calmdesk::session::{Event, Move, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::Locale;
use calmdesk::vocabulary::NodeIx;
use jiff::civil::{Date, date};
use std::sync::Arc;

/// The day of the visit.
const TODAY: Date = date(2026, 3, 14);

const REMEDY: &str = r#"(class: Remedy, route: Opinion, office: CompetentBody, received: "2026-03-09",
    so_far: [(step: Register, on: "2026-03-09"), (step: Accept, on: "2026-03-09")])"#;
const REVIEWED: &str = r#"(class: Remedy, route: Opinion, office: NextHigher, received: "2026-01-05", so_far: [
    (step: Register(CompetentBody), on: "2026-01-05"), (step: Accept(CompetentBody), on: "2026-01-06"),
    (step: Verify(CompetentBody), on: "2026-01-20"), (step: Decide(CompetentBody), on: "2026-02-10"),
    (step: AskReview, on: "2026-03-09")])"#;
const ARBITRATED: &str = r#"(class: Remedy, route: Arbitration, received: "2026-03-09",
    so_far: [(step: Register, on: "2026-03-09")])"#;
const ACCUSED: &str = r#"(class: Accusation, received: "2026-03-09", so_far: [(step: Register, on: "2026-03-09")])"#;

fn known(id: &str, label: &str, text: &str) -> String {
    format!(r#""{id}": (label: "{label}", entries: [(id: "right", write: "{text}", is: Known)]),"#)
}

const SEAL: &str = r#""seal-date": (of: [SealDate], entries: [
    (id: "right", write: "盖章，写今天的日子", is: Today),
    (id: "right-too", write: "二〇二六年三月十日", is: Date("2026-03-10")),
    (id: "seal-early", write: "二〇二六年三月六日", is: Date("2026-03-06")),
    (id: "seal-ahead", write: "二〇二六年三月二十日", is: Date("2026-03-20")),
]),"#;
const BASIS: &str = r#""basis": (kind: Basis, entries: [
    (id: "right", write: "《噪声污染防治法》第七十条", is: Article("noise2022/70")),
    (id: "vague-basis", write: "有关规定", is: Vague),
    (id: "no-article", write: "《噪声污染防治法》", is: NoArticle),
    (id: "not-in-force", write: "《治安管理处罚法》第五十八条（二〇一二年文本）", is: Lapsed("psapl2012/58")),
    (id: "wrong-basis", write: "《信访工作条例》第三十四条", is: Unfit("xf2022/34")),
]),"#;

/// The fields of each paper.
fn fields(paper: &str) -> String {
    let words =
        |rows: &[(&str, &str, &str)]| rows.iter().map(|(id, label, text)| known(id, label, text)).collect::<String>();
    match paper {
        "registration-form" => {
            words(&[
                ("person", "来访人", "张桂芳"),
                ("contact", "住址和电话", "纺织新村 7 号楼"),
                ("people", "来访人数", "一人"),
            ]) + r#""claim": (label: "诉求", entries: [
                    (id: "right", write: "夜里静下来", is: Known),
                    (id: "reworded", write: "反映噪声扰民问题", is: Reworded),
                    (id: "judged", write: "邻里琐事，情绪激动", is: Judged),
                    (id: "invented", write: "要求赔偿五万"),
                ]),
                "received-on": (of: [ReceivedOn], entries: [
                    (id: "right", write: "三月九日", is: Date("2026-03-09")),
                    (id: "wrong-receipt", write: "三月十四日", is: Date("2026-03-14")),
                ]),
                "id": (kind: IdNumber, number: "110105194912310021"),
                "class": (kind: Class),
                "urgency": (kind: Urgency, right: Ordinary),
                "facts": (label: "经过", entries: [
                    (id: "right", write: "每晚十一点到一点", is: Fact("hours")),
                    (id: "not-told", write: "上楼说过两次", is: Fact("went_up")),
                    (id: "not-struck", is: Empty),
                    (id: "unmasked", write: "证件110105194912310021", is: Known),
                ]),
                "family": (of: [Family], kind: Extra, entries: [
                    (id: "extra", write: "一儿一女"), (id: "not-struck", is: Empty),
                ]),"#
        }
        "path-notice" => {
            words(&[("claim", "诉求", "夜里静下来"), ("procedure", "怎么办", "上门劝阻、调解，办完书面告知")])
                + r#""body": (of: [Body], entries: [
                    (id: "right", write: "纺织新村居委会", is: Route),
                    (id: "sent-away", write: "找物业去", is: Elsewhere),
                    (id: "wrong-path", write: "城管", is: Invented),
                    (id: "no-path", is: Empty),
                ]),
                "route": (kind: Route),
                "deadline": (kind: Time, entries: [
                    (id: "right", write: "六十日内", is: Days(60)),
                    (id: "right-too", write: "三月底以前", is: Date("2026-03-31")),
                    (id: "late", write: "九十日内", is: Days(90)),
                    (id: "wrong-unit", write: "六十个工作日内", is: WorkingDays(60)),
                    (id: "vague-time", write: "尽快", is: Soon),
                ]),"#
                + SEAL
                + BASIS
        }
        "extension-notice" => {
            words(&[("reason", "延期理由", "要等声级计检定"), ("approval", "批准人", "分管负责人批准")])
                + r#""deadline": (kind: Time, entries: [
                    (id: "right", write: "再延三十日，到九十日为止", is: Days(90)),
                    (id: "late", write: "一百二十日内", is: Days(120)),
                    (id: "no-time", is: Empty),
                ]),"#
                + SEAL
                + BASIS
        }
        "opinion" => {
            words(&[
                ("claim", "诉求", "夜里静下来"),
                ("facts", "查明的事实", "两晚超过限值"),
                ("reasons", "理由", "已劝阻"),
                ("result", "处理意见", "支持"),
            ]) + r#""remedy": (of: [Remedy], entries: [
                    (id: "right", write: "三十日内可以申请复查", is: Review(30)),
                    (id: "cut-short", write: "十五日内可以申请复查", is: Review(15)),
                    (id: "misleading", write: "六十日内可以申请复查", is: Review(60)),
                    (id: "wrong-remedy", write: "六个月内可以起诉", is: Litigation(180)),
                    (id: "wrong-body", write: "三十日内可以向本局申请复查", is: Review(30, SameOffice)),
                ]),"#
                + SEAL
                + BASIS
        }
        "review-opinion" => {
            words(&[
                ("claim", "申请复查的事项", "夜里静下来"),
                ("facts", "查明的情况", "原意见属实"),
                ("result", "复查意见", "维持"),
            ]) + r#""remedy": (of: [Remedy], entries: [
                    (id: "right", write: "三十日内可以申请复核", is: ReReview(30)),
                    (id: "cut-short", write: "十日内可以申请复核", is: ReReview(10)),
                    (id: "wrong-remedy", write: "三十日内可以申请复查", is: Review(30)),
                ]),"#
                + &SEAL.replace("seal-early", "right-three")
                + BASIS
        }
        "mediation-agreement" => {
            words(&[
                ("parties", "双方", "张桂芳、周建国"),
                ("dispute", "争的事", "夜里挪家具"),
                ("breach", "没做到怎么办", "再来调解或者起诉"),
            ]) + r#""terms": (label: "约定", entries: [
                    (id: "right", write: "十点以后不挪家具，桌脚三天内垫好", is: Known),
                    (id: "vague-time", write: "尽快解决", is: Known),
                ]),
                "deadline": (kind: Time, entries: [
                    (id: "right", write: "三月十七日以前", is: Date("2026-03-17")),
                    (id: "vague-time", write: "尽快", is: Soon),
                ]),
                "signatures": (of: [Signatures], entries: [
                    (id: "right", write: "双方和调解员签名", is: Signed(3)),
                    (id: "too-few-signed", write: "双方签名", is: Signed(2)),
                    (id: "missing", is: Empty),
                ]),"#
                + SEAL
        }
        "transfer-form" => {
            words(&[
                ("claim", "诉求", "查村主任挪用补偿款"),
                ("attachments", "材料清单", "账目复印件三页"),
                ("follow_up", "跟进人", "二号窗口许宁"),
            ]) + r#""body": (of: [Body], entries: [
                    (id: "right", write: "县纪检监察机关", is: Route),
                    (id: "to-the-accused", write: "村委会", is: Accused),
                    (id: "sent-away", write: "请来访人自己去", is: Elsewhere),
                ]),"#
                + SEAL
        }
        "care-memorandum" => {
            words(&[
                ("person", "姓名", "张桂芳"),
                ("hardship", "实际困难", "老伴偏瘫"),
                ("help", "帮扶", "社区护工每周两次"),
                ("health", "健康", "偏瘫，要人翻身"),
            ]) + r#""contact_plan": (label: "怎么联系", entries: [
                    (id: "right", write: "每月十五日打电话", is: Known),
                    (id: "vague-time", write: "及时联系", is: Known),
                ]),
                "signatures": (of: [Signatures], entries: [
                    (id: "right", write: "双方和见证人签名", is: Signed(3)),
                    (id: "too-few-signed", write: "双方签名", is: Signed(2)),
                ]),"#
        }
        other => panic!("{other}"),
    }
}

fn scenario(paper: &str, matter: &str, day: Date, fields: &str) -> Arc<Scenario> {
    let text = format!(
        r#"Scenario(
            title: "纸", plays_on: "{day}", matter: {matter},
            visitors: {{ "zhang": (name: "张桂芳") }},
            facts: {{ "hours": "每晚十一点到一点", "went_up": "上楼说过两次" }},
            nodes: {{
                "says": Line(who: "zhang", say: "每晚十一点到一点，不停。", cues: [Fact("hours")]),
                "sheet": Form(paper: "{paper}", fields: {{ {fields} }}),
                "later": Line(who: "zhang", say: "上楼说过两回。", cues: [Fact("went_up")]),
                "end": End(outcome: Partial, title: "完", say: "完"),
            }},
        )"#
    );
    let loaded = load(&SourceBundle::of_text("papers", text));
    assert!(loaded.diagnostics.is_empty(), "{paper}: {:#?}", loaded.diagnostics);
    loaded.scenario.unwrap()
}

fn task(scenario: &Scenario) -> (NodeIx, &DeskTask) {
    let node = (0..scenario.nodes.len() as u16).map(NodeIx).find(|node| scenario.task(*node).is_some()).unwrap();
    (node, scenario.task(node).unwrap())
}

/// The sheet filled rightly but for one entry.
fn filled(scenario: &Arc<Scenario>, slip: Option<u8>) -> Vec<Event> {
    let mut events = Vec::new();
    let mut session = Session::begin(Arc::clone(scenario), Settings::default(), &mut events);
    let (node, task) = task(scenario);
    let mut written = session.rightly(node).unwrap();
    if let Some(entry) = slip {
        assert!(task.form.write(&mut written, entry));
    }
    let input = session.name(calmdesk::session::ResolvedMove::Fill { written, wait_ms: 9000 }).unwrap();
    assert!(matches!(input, Move::Fill { .. }));
    session.apply(&input, &mut events).unwrap();
    events
}

fn found(scenario: &Scenario, events: &[Event]) -> Vec<(String, Found)> {
    let wrote = events.iter().filter_map(|event| match event {
        Event::Wrote { node, entry, fault: Some(fault), basis, .. } => {
            let (field, _) = scenario.task(*node)?.names(*entry)?;
            Some((field.to_owned(), Found { fault: *fault, basis: *basis }))
        }
        _ => None,
    });
    wrote.collect()
}

/// What an entry's id promises; `None`: nothing wrong.
fn promised(task: &DeskTask, field: usize, id: &str) -> Option<String> {
    let field = &task.form.fields[field];
    let optional = !task.form.requires(field);
    Some(match id {
        id if id.starts_with("right") => return None,
        "masked" | "petition" | "ordinary" | "opinion" => return None,
        "whole" => "unmasked".to_owned(),
        "suggestion" | "accusation" => "wrong-class".to_owned(),
        "urgent" => "wrong-urgency".to_owned(),
        "litigation" | "arbitration" | "party-appeal" | "other-procedure" | "statutory-duty" => {
            "wrong-route".to_owned()
        }
        "struck" => match field.id.as_str() {
            "id" => "left-out".to_owned(),
            "basis" => "no-basis".to_owned(),
            "body" => "no-path".to_owned(),
            "deadline" => "no-time".to_owned(),
            "family" => return None,
            // What is known and may stand there is not left out either.
            _ if optional => "left-out".to_owned(),
            _ => "missing".to_owned(),
        },
        "not-struck" if field.id == "facts" => "left-out".to_owned(),
        other => other.to_owned(),
    })
}

const KINDS: [(&str, &str); 8] = [
    ("registration-form", REMEDY),
    ("path-notice", REMEDY),
    ("extension-notice", REMEDY),
    ("opinion", REMEDY),
    ("review-opinion", REVIEWED),
    ("mediation-agreement", REMEDY),
    ("transfer-form", ACCUSED),
    ("care-memorandum", REMEDY),
];

#[test]
fn each_paper_is_right_when_filled_rightly_and_every_slip_is_called_what_it_is() {
    let (rubric, acts, law) = (Rubric::shipped(), ActCatalogue::shipped(), LawLibrary::shipped());
    for (paper, matter) in KINDS {
        let scenario = scenario(paper, matter, TODAY, &fields(paper));
        assert_eq!(found(&scenario, &filled(&scenario, None)), [], "{paper}");
        let (_, task) = task(&scenario);
        assert_eq!(task.form.missing(), [], "{paper}");
        for (at, field) in task.form.fields.iter().enumerate() {
            for entry in field.entries.clone() {
                let id = task.form.entry(entry).unwrap().opt.id.clone();
                let events = filled(&scenario, Some(entry));
                let found = found(&scenario, &events);
                let wanted: Vec<_> =
                    promised(task, at, &id).into_iter().map(|fault| (field.id.clone(), fault)).collect();
                let got: Vec<_> =
                    found.iter().map(|(field, found)| (field.clone(), found.fault.id().to_owned())).collect();
                assert_eq!(got, wanted, "{paper}, {}: {id}", field.id);
                // One finding, one piece of evidence, which names the field, what is wrong, the rule and what is right.
                let assessment = assess(rubric, &scenario, false, &events);
                let told: Vec<_> =
                    assessment.evidence.iter().filter(|one| matches!(one.reason, Reason::Wrote(Some(_)))).collect();
                assert_eq!(told.len(), wanted.len(), "{paper}, {}: {id}", field.id);
                for (one, (_, found)) in told.iter().zip(&found) {
                    assert!(one.verdict != Verdict::Hit);
                    for locale in Locale::ALL {
                        let told = explain(&scenario, rubric, acts, Some(law), one, locale);
                        let words = &told.sentence;
                        assert!(!words.contains("explain-wrote") && !words.contains("{$"), "{words}");
                        assert!(words.contains(&*locale.words(&field.label)), "{words}");
                        let better = told.better.unwrap_or_else(|| panic!("{words}"));
                        assert!(words.contains(&better), "{words}: {better}");
                        assert!(!told.source.is_empty(), "{words}");
                        if let Some(basis) = found.basis {
                            assert_eq!(told.source, law.citation(basis, locale));
                        }
                    }
                }
            }
        }
    }
}

/// What the session finds by law is what `check_paper` finds on the whole sheet.
#[test]
fn the_session_and_the_check_of_the_whole_sheet_agree() {
    for (paper, matter) in KINDS {
        let scenario = scenario(paper, matter, TODAY, &fields(paper));
        let (_, task) = task(&scenario);
        let kind = task.form.paper_kind().unwrap();
        for field in &task.form.fields {
            for entry in field.entries.clone() {
                let events = filled(&scenario, Some(entry));
                let written = events.iter().find_map(|event| match event {
                    Event::Filled { written, .. } => Some(*written),
                    _ => None,
                });
                let context: PaperContext = PaperContext::of(task.form.matter, TODAY);
                let faults = check_paper(kind, &task.form.filled(written.unwrap(), TODAY), &context);
                // What is left out or left open depends on what has been told.
                let of_talk = |found: &Found| matches!(found.fault, Fault::Missing | Fault::NotStruck);
                let by_law: Vec<Found> =
                    faults.iter().map(|fault| fault.found).filter(|found| !of_talk(found)).collect();
                let played = found(&scenario, &events);
                for law in &by_law {
                    // The talk may have named it more closely: sent away is a wrong body too.
                    let closer = [Fault::SentAway, Fault::WrongBasis, Fault::Judged];
                    let same =
                        |played: &Found| played == law || closer.contains(&played.fault) || played.fault == law.fault;
                    assert!(played.iter().any(|(_, played)| same(played)), "{paper}, {}: {law:?} {played:?}", field.id);
                }
                assert!(by_law.len() <= 1, "{by_law:?}");
            }
        }
    }
}

#[test]
fn a_seal_after_the_limit_is_late_and_nothing_is_held_up_as_right() {
    let cases = [("path-notice", REMEDY, date(2026, 3, 25), 1), ("opinion", REMEDY, date(2026, 5, 10), 2)];
    for (paper, matter, day, late) in cases {
        let scenario = scenario(paper, matter, day, &fields(paper).replace("seal-ahead", "earlier"));
        let (_, task) = task(&scenario);
        let today = task.find("seal-date", "right").unwrap();
        let events = filled(&scenario, Some(today));
        let (_, found) = found(&scenario, &events).into_iter().find(|(field, _)| field == "seal-date").expect(paper);
        assert_eq!(found.fault, Fault::SealLate { days: late }, "{paper}");
    }
}

#[test]
fn sixty_days_belong_to_one_route_only() {
    let scenario = scenario("path-notice", ARBITRATED, TODAY, &fields("path-notice"));
    let (_, task) = task(&scenario);
    let sixty = task.find("deadline", "right").unwrap();
    let found = found(&scenario, &filled(&scenario, Some(sixty)));
    assert_eq!(found[0].1.fault, Fault::AnotherRoute);
    assert_eq!(LawLibrary::shipped().citation(found[0].1.basis.unwrap(), Locale::ZhCn), "《信访工作条例》第三十四条");
    let dated = task.find("deadline", "right-too").unwrap();
    assert_eq!(self::found(&scenario, &filled(&scenario, Some(dated))), []);
}

#[test]
fn material_to_the_accused_is_a_leak() {
    let scenario = scenario("transfer-form", ACCUSED, TODAY, &fields("transfer-form"));
    let entry = task(&scenario).1.find("body", "to-the-accused").unwrap();
    let assessment = assess(Rubric::shipped(), &scenario, false, &filled(&scenario, Some(entry)));
    assert_eq!(assessment.critical.iter().map(|one| one.kind).collect::<Vec<_>>(), [Critical::Leak]);
}

#[test]
fn what_nobody_asked_for_is_half_right_struck_and_wrong_made_up() {
    let fields = fields("registration-form").replace(
        "(id: \"right\", write: \"夜里静下来\", is: Known)",
        "(id: \"right\", write: \"让他搬走\", is: Fact(\"went_up\"))",
    );
    let scenario = scenario("registration-form", REMEDY, TODAY, &fields);
    let (_, task) = task(&scenario);
    let with = |entry: &str| {
        let entry = task.find("claim", entry).unwrap();
        found(&scenario, &filled(&scenario, Some(entry)))[0].1.fault
    };
    assert_eq!(with("struck"), Fault::NotAsked);
    assert!(Fault::NotAsked.is_slight());
    assert_eq!(with("invented"), Fault::Invented);
    assert_eq!(with("right"), Fault::NotTold);
}

/// The sixty days run from the acceptance, wherever in the play it comes.
#[test]
fn a_limit_runs_from_what_was_done_in_the_play() {
    let text = format!(
        r#"Scenario(
            title: "纸", plays_on: "2026-03-14",
            matter: (class: Remedy, route: Opinion, office: CompetentBody, received: "2026-03-09",
                so_far: [(step: Register, on: "2026-03-09")]),
            visitors: {{ "zhang": (name: "张桂芳") }},
            visits: {{ "first": (start: "says"), "again": (start: "sheet") }},
            nodes: {{
                "says": Line(who: "zhang", say: "你们到底管不管？", cues: [Question]),
                "take": OrderedChoice([
                    (id: "yes", say: "管，今天就受理。", acts: [Acknowledge], step: Accept),
                    (id: "no", say: "您再等等。", acts: [VagueHope]),
                ]),
                "wait": TimePasses(days: 70, say: "七十天过去了。", visit: "again"),
                "sheet": Form(paper: "opinion", fields: {{ {} }}),
                "end": End(outcome: Partial, title: "完", say: "完"),
            }},
        )"#,
        fields("opinion")
    );
    let loaded = load(&SourceBundle::of_text("papers", text));
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    let scenario = loaded.scenario.unwrap();
    let seal = |option: &str| {
        let mut events = Vec::new();
        let mut session = Session::begin(Arc::clone(&scenario), Settings::default(), &mut events);
        session.apply(&Move::Choose { option: option.into(), wait_ms: 5000 }, &mut events).unwrap();
        let (node, task) = task(&scenario);
        let mut written = session.rightly(node).unwrap();
        assert!(task.form.write(&mut written, task.find("seal-date", "right").unwrap()));
        let input = session.name(calmdesk::session::ResolvedMove::Fill { written, wait_ms: 9000 }).unwrap();
        session.apply(&input, &mut events).unwrap();
        found(&scenario, &events).into_iter().find(|(field, _)| field == "seal-date").map(|(_, found)| found.fault)
    };
    assert_eq!(seal("no"), None);
    assert_eq!(seal("yes"), Some(Fault::SealLate { days: 10 }));
}
