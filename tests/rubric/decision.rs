//! What is decided on claims, judged by facts and law: in a form, in a composed answer, in words, or never.

use calmdesk::authoring::library;
use calmdesk::rehearsal::{Policy, play};
use calmdesk::rubric::assessment::{Assessment, Dimension, Reason, Verdict};
use calmdesk::rubric::{Rubric, Standing, assess};
use calmdesk::scenario::{Scenario, SourceBundle, load};
use calmdesk::session::{Move, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use proptest::prelude::*;
use std::sync::Arc;

const RULINGS: [&str; 6] = ["Grant", "Part", "Refuse", "Open", "Close", "Vague"];
const HOLDS: [(&str, &str); 4] = [("Yes", "Grant"), ("Partly", "Part"), ("No", "Refuse"), ("Open", "Open")];

/// A scenario with one claim, whose fact is told (or not), and one node that decides it.
fn scenario(holds: &str, told: bool, node: &str) -> Arc<Scenario> {
    let only = if holds == "Partly" { "only: \"一半\"," } else { "" };
    let cues = if told { "[Fact(\"book\")]" } else { "[]" };
    let text = format!(
        "Scenario(title: \"一项\", plays_on: \"2026-03-09\", visitors: {{ \"han\": (name: \"韩德明\") }},
        facts: {{ \"book\": \"有底册\" }},
        claims: {{ \"years\": (asks: \"补算工龄\", holds: {holds}, {only} facts: [\"book\"], law: [\"xf2022/32\"]) }},
        nodes: {{
            \"tells\": Line(who: \"han\", say: \"底册我抄来了。\", cues: {cues}),
            {node}
            \"end\": End(outcome: Partial, title: \"完\", say: \"完。\"),
            \"later\": Line(who: \"han\", say: \"底册在档案馆。\", cues: [Fact(\"book\")], then: \"end\"),
        }})"
    );
    let loaded = load(&SourceBundle::of_text("one", text.clone()));
    loaded.scenario.unwrap_or_else(|| panic!("{text}\n{:#?}", loaded.diagnostics))
}

/// Every ruling as an option, and one that decides nothing.
fn spoken(acts: &str) -> String {
    let options = RULINGS.map(|ruling| {
        format!(
            "(id: \"{}\", say: \"定成{ruling}。\", acts: [{acts}], decides: {{ \"years\": {ruling} }}),",
            ruling.to_lowercase()
        )
    });
    format!("\"answer\": Choice([{} (id: \"none\", say: \"您先坐。\", acts: [OfferSeat])]),", options.concat())
}

fn played(scenario: &Arc<Scenario>, input: Move) -> Assessment {
    let mut events = Vec::new();
    let mut session = Session::begin(Arc::clone(scenario), Settings::default(), &mut events);
    session.apply(&input, &mut events).unwrap();
    assess(Rubric::shipped(), scenario, true, &events)
}

fn chosen(holds: &str, told: bool, acts: &str, option: &str) -> Assessment {
    let choice = Move::Choose { option: option.into(), wait_ms: 20_000 };
    played(&scenario(holds, told, &spoken(acts)), choice)
}

fn verdicts(found: &Assessment) -> Vec<Verdict> {
    let decided = found.evidence.iter().filter(|one| matches!(one.reason, Reason::Decided(_)));
    decided.map(|one| one.verdict).collect()
}

#[test]
fn a_claim_is_decided_as_facts_and_law_have_it_or_procedure_fails() {
    for (holds, right) in HOLDS {
        for ruling in RULINGS {
            let found = chosen(holds, true, "OfferRemedy", &ruling.to_lowercase());
            let procedure = found.dimensions[Dimension::Procedure as usize].unwrap();
            let standing = found.standing(Rubric::shipped().pass, true);
            if ruling == right {
                assert_eq!(verdicts(&found), [Verdict::Hit], "{holds} {ruling}");
                assert_eq!(found.dimension_caps, [None; 3]);
            } else {
                assert_eq!(verdicts(&found), [Verdict::Miss], "{holds} {ruling}");
                assert!(procedure.0 <= 500, "{holds} {ruling}: {procedure:?}");
                assert!(matches!(standing, Standing::NotPassed(_)), "{holds} {ruling}: {standing:?}");
            }
        }
    }
}

#[test]
fn before_it_is_proven_it_is_left_open_and_luck_is_half() {
    for (holds, lucky) in HOLDS {
        for ruling in RULINGS {
            let wanted = match ruling {
                "Open" => Verdict::Hit,
                _ if ruling == lucky => Verdict::Partial,
                _ => Verdict::Miss,
            };
            let found = chosen(holds, false, "OfferRemedy", &ruling.to_lowercase());
            assert_eq!(verdicts(&found), [wanted], "{holds} {ruling}");
        }
    }
}

#[test]
fn a_refusal_shows_a_way_out() {
    assert_eq!(verdicts(&chosen("No", true, "HonestLimit", "refuse")), [Verdict::Partial]);
    assert_eq!(verdicts(&chosen("No", true, "HonestLimit, InformRights", "refuse")), [Verdict::Hit]);
    // Who gets all they asked for needs none.
    assert_eq!(verdicts(&chosen("Yes", true, "NameBody", "grant")), [Verdict::Hit]);
}

#[test]
fn what_could_have_been_decided_and_never_was_is_missed_once() {
    let found = chosen("Yes", true, "IssuePaper(\"opinion\")", "none");
    assert_eq!(verdicts(&found), [Verdict::Miss]);
    assert!(found.dimensions[Dimension::Procedure as usize].unwrap().0 <= 500);
    // In a talk nothing need be decided.
    assert_eq!(verdicts(&chosen("Yes", true, "NameBody", "none")), []);
}

const FORM: &str = r#"
    "paper": Form(
        paper: "opinion",
        printed: { Claim: "补算工龄", Facts: "有底册", Reasons: "连着干", SealDate: "三月九日" },
        fields: {
            "result": (entries: [
                (id: "grant", write: "予以支持", decides: { "years": Grant }),
                (id: "refuse", write: "不予支持", decides: { "years": Refuse }),
                (id: "vague", write: "原则同意，逐步落实", decides: { "years": Vague }),
                (id: "empty-words", write: "已按有关规定处理"),
            ]),
            "basis": (of: [Basis], entries: [(id: "here", write: "条例第三十二条", is: Article("xf2022/32"))]),
            "remedy": (of: [Remedy], entries: [
                (id: "thirty", write: "三十日内申请复查", is: Review(30)),
                (id: "fifteen", write: "十五日内申请复查", is: Review(15)),
                (id: "court", write: "六个月内起诉", is: Litigation(180)),
                (id: "final", write: "不再受理", is: Final),
                (id: "elsewhere", write: "三十日内向本局申请", is: Elsewhere),
            ]),
        },
    ),"#;

fn filled(holds: &str, entries: [&str; 3]) -> Assessment {
    let entries = ["result", "basis", "remedy"].into_iter().zip(entries);
    let entries = entries.map(|(field, entry)| (field.to_owned(), entry.to_owned())).collect();
    played(&scenario(holds, true, FORM), Move::Fill { entries, wait_ms: 20_000 })
}

#[test]
fn an_opinion_is_judged_by_what_it_decides_and_where_it_leads() {
    let procedure = |found: &Assessment| found.dimensions[Dimension::Procedure as usize].unwrap().0;
    let right = filled("Yes", ["grant", "here", "thirty"]);
    assert_eq!(procedure(&right), 1000, "{:?}", right.evidence);
    assert_eq!(verdicts(&filled("No", ["refuse", "here", "thirty"])), [Verdict::Hit], "the paper itself shows the way");
    for (holds, entries) in [
        ("Yes", ["refuse", "here", "thirty"]),
        ("Yes", ["vague", "here", "thirty"]),
        ("Yes", ["empty-words", "here", "thirty"]),
        ("Yes", ["struck", "here", "thirty"]),
        ("No", ["grant", "here", "thirty"]),
        ("Yes", ["grant", "here", "fifteen"]),
        ("Yes", ["grant", "here", "court"]),
        ("Yes", ["grant", "here", "final"]),
        ("Yes", ["grant", "here", "elsewhere"]),
    ] {
        let found = filled(holds, entries);
        assert!(procedure(&found) <= 500, "{holds} {entries:?}: {}", procedure(&found));
        // It is no matter of listening.
        assert_eq!(found.dimensions[Dimension::Listening as usize].map(|score| score.0), Some(1000), "{entries:?}");
    }
}

#[test]
fn what_an_entry_says_beside_counts_like_spoken_words() {
    let answer = |acts: &str| {
        let node = format!(
            r#""answer": Compose(
                basis: [(id: "here", say: "条例第三十二条", is: Article("xf2022/32")), (id: "none", say: "没有依据")],
                path: [
                    (id: "us", say: "由我们来办", is: Route, acts: [{acts}]),
                    (id: "hope", say: "总有办法的", is: Known, acts: [OverPromise]),
                ],
                time: [(id: "week", say: "七天里", is: Days(7)), (id: "soon", say: "尽快", is: Soon)],
            ),"#
        );
        let entries = [("basis", "here"), ("path", "us"), ("time", "week")];
        let entries = entries.map(|(part, entry)| (part.to_owned(), entry.to_owned())).into_iter().collect();
        let found = played(&scenario("Yes", true, &node), Move::Fill { entries, wait_ms: 20_000 });
        let rubric = Rubric::shipped();
        let share = |id: &str| found.criteria[rubric.find(id).unwrap().at()].share().map(|share| share.0);
        (share("own-it"), share("honest"), share("respect"))
    };
    assert_eq!(answer("Label"), (None, None, Some(0)), "what is written offends as if it were said");
    assert_eq!(answer("Verify"), (None, Some(1000), None), "and resists a temptation beside it");
    assert_eq!(answer(""), (None, None, None), "what follows from what an entry is stays with the paper");
}

#[test]
fn a_cap_lies_below_the_mark() {
    let standard = Rubric::SHIPPED[0].1;
    let with = |cap: &str| Rubric::parse(&standard.replace("cap: 500", cap), ActCatalogue::shipped());
    assert!(with("cap: 599").is_ok());
    for wrong in ["cap: 600", "cap: -1", "cap: 1000"] {
        let problem = with(wrong).unwrap_err().to_string();
        assert!(problem.contains("decision.cap"), "{problem}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_play_of_a_shipped_scenario_passes_procedure_with_a_wrong_decision(seed: u64, random: bool) {
        let policy = if random { Policy::Random } else { Policy::Careful };
        let settings = Settings { seed, ..Settings::default() };
        for id in ["noise-upstairs", "collective-wages", "demolition-report", "twelve-years"] {
            let scenario = library::find(id).unwrap().scenario().unwrap().clone();
            let events = play(&scenario, &settings, policy, Rubric::shipped()).events;
            let found = assess(Rubric::shipped(), &scenario, true, &events);
            let decision = Rubric::shipped().find("decision").unwrap();
            let wrong = found.evidence.iter().any(|one| one.criterion == decision && one.verdict == Verdict::Miss);
            let procedure = found.dimensions[Dimension::Procedure as usize].map_or(0, |score| score.0);
            prop_assert!(!wrong || procedure <= 500, "{id} {policy:?} {seed}: {procedure}");
            prop_assert_eq!(wrong, found.dimension_caps[Dimension::Procedure as usize].is_some());
        }
    }
}
