//! What the score of a live talk is worth: only what could have been missed counts, too little of it gives no score, nobody
//! who does one thing for ever looks good, and nothing is passed or failed but by the marks of a class.

use crate::util::calmdesk;
use calmdesk::coding::{self, Staged, markable};
use calmdesk::feedback::seen_texts::rests_on;
use calmdesk::locale::Texts;
use calmdesk::rubric::TooLittle;
use calmdesk::rubric::assessment::{Assessment, Dimension, Milli, Verdict};
use calmdesk::rubric::{
    Calibration, CalibrationError, LEAST_CHANCES, LEAST_DIMENSIONS, Listening, Rubric, Standing, TELLING,
};
use calmdesk::vocabulary::{ActCatalogue, Locale};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::Path;

const HEAD: &str = "session,turn,time,speaker,text,acts,cues\n";

/// A talk: what each line of the visitor is coded as, and what the trainee answers in each turn.
fn staged(cues: &[String], acts: impl Fn(usize) -> String) -> Staged {
    let mut text = String::from(HEAD);
    for (at, cues) in cues.iter().enumerate() {
        let turn = at + 1;
        let _ = writeln!(text, "a,{turn},,visitor,我真寒心,,{cues}\na,{turn},,trainee,好,{},", acts(at));
    }
    let sheet = coding::read(text.as_bytes(), Rubric::shipped()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    sheet.sessions[0].staged(Rubric::shipped()).unwrap()
}

fn scored(cues: &[String], acts: impl Fn(usize) -> String) -> Assessment {
    staged(cues, acts).assessment
}

/// The same of rows as they stand in a sheet.
fn found(rows: &str) -> Assessment {
    let sheet = coding::read(format!("{HEAD}{rows}").as_bytes(), Rubric::shipped()).unwrap();
    sheet.sessions[0].staged(Rubric::shipped()).unwrap().assessment
}

fn share(found: &Assessment, id: &str) -> Option<i64> {
    found.criteria[Rubric::shipped().find(id).unwrap().at()].share().map(|milli| milli.0)
}

fn marks(rubric: &Rubric, marks: &str) -> String {
    format!(
        "Calibration(class: \"第三期\", rubric: \"{}\", version: \"{}\", sessions: 24, raters: 2, made_on: \"2026-03-20\", \
         marks: ({marks}))",
        rubric.id, rubric.version
    )
}

/// A class that asks of every dimension what the rubric asks of a played session.
fn strict() -> Calibration {
    let rubric = Rubric::shipped();
    Calibration::parse(&marks(rubric, "listening: 600, empathy: 600, procedure: 600"), rubric).unwrap()
}

fn passes(found: &Assessment) -> bool {
    Standing::by_class(&strict(), found) == Standing::Passed
}

const CUES: [&str; 12] = [
    "Feeling(寒心)",
    "Fact(三点)",
    "Question",
    "Test",
    "Vent",
    "Rambling",
    "Deflected(2)",
    "Privacy",
    "Interest",
    "TakeSides",
    "Careless",
    "Insult",
];

/// Lines as observers code them: one to three cues, now and then a chance that they mark.
fn talks(longest: usize) -> impl Strategy<Value = Vec<String>> {
    let due: Vec<String> = markable(Rubric::shipped()).map(|(_, one)| format!("Due({})", one.id)).collect();
    let mark = prop::option::weighted(0.4, prop::sample::select(due));
    let line = (prop::collection::vec(prop::sample::select(&CUES[..]), 1..4), mark).prop_map(|(cues, mark)| {
        let cues = cues.into_iter().map(str::to_owned).chain(mark);
        cues.collect::<Vec<_>>().join(";")
    });
    prop::collection::vec(line, 1..longest)
}

fn names() -> Vec<&'static str> {
    ActCatalogue::shipped().iter().map(|(_, act)| act.name.as_str()).collect()
}

/// No score that says somebody can do it.
fn nothing_high(found: &Assessment) -> Result<(), TestCaseError> {
    for dimension in Dimension::ALL {
        let score = found.dimensions[dimension as usize];
        prop_assert!(score.is_none_or(|score| score < Milli(500)), "{dimension:?}: {score:?}");
    }
    prop_assert!(!passes(found));
    Ok(())
}

/// What an automaton would stamp: the best answers to what sheets hold most.
const STAMPS: [&str; 14] = [
    "MirrorWords(寒心)",
    "Paraphrase(三点)",
    "ReflectMeaning",
    "Summarise",
    "CheckUnderstanding",
    "OpenQuestion",
    "KeepSilent",
    "Apologise",
    "AssurePrivacy",
    "NameBody",
    "NameDate",
    "HonestLimit",
    "StayNeutral",
    "Verify",
];

/// An honest beginner: meets rather more than half of what they hear, and says something bland to the rest.
fn beginner(cues: &str, coin: &mut Coin) -> String {
    let met = |cue: &str| match cue {
        "Feeling(寒心)" => "MirrorWords(寒心)",
        "Fact(三点)" => "Paraphrase(三点)",
        "Question" => "GiveInformation",
        "Test" => "HonestLimit",
        "Vent" | "Rambling" => "InviteMore",
        "Deflected(2)" | "Careless" => "AskHistory",
        "Privacy" => "AssurePrivacy",
        "Interest" => "AskInterest",
        "TakeSides" => "StayNeutral",
        _ => "Nod",
    };
    let done: Vec<&str> = cues.split(';').filter(|_| coin.below(100) < 60).map(met).collect();
    if done.is_empty() {
        ["Acknowledge", "ClosedQuestion", "SayUnderstand"][coin.below(3) as usize].to_owned()
    } else {
        done.join(";")
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn one_act_for_ever_never_looks_good(talk in talks(40), act in prop::sample::select(names())) {
        nothing_high(&scored(&talk, |_| act.to_owned()))?;
    }

    #[test]
    fn whoever_only_says_mm_hmm_never_looks_good(talk in talks(40)) {
        for ways in [&["Acknowledge"][..], &["KeepSilent"], &["Acknowledge", "Nod"], &[""]] {
            nothing_high(&scored(&talk, |turn| ways[turn % ways.len()].to_owned()))?;
        }
    }

    #[test]
    fn each_act_in_its_turn_passes_nothing(talk in talks(60), from in 0..200_usize) {
        let names = names();
        prop_assert!(!passes(&scored(&talk, |turn| names[(from + turn) % names.len()].to_owned())));
    }

    #[test]
    fn all_gestures_at_once_and_all_stamps_at_once_pass_nothing(talk in talks(40)) {
        let gestures: Vec<&str> =
            ActCatalogue::shipped().gestures().map(|(ix, _)| ActCatalogue::shipped()[ix].name.as_str()).collect();
        let stamps = "Register;Classify;IssuePaper;NameBody;NameDate;CitePolicy(xf2022/23);ExplainProcess;HandOver";
        prop_assert!(!passes(&scored(&talk, |_| gestures.join(";"))));
        let stamped = scored(&talk, |_| stamps.to_owned());
        prop_assert!(!passes(&stamped));
        let heard = [Dimension::Listening, Dimension::Empathy].map(|one| stamped.dimensions[one as usize]);
        prop_assert!(heard.iter().flatten().all(|score| *score < Milli(500)), "{heard:?}");
    }

    /// Whatever the set, and however long the round: who goes on with it hears nothing.
    #[test]
    fn whoever_stamps_in_rounds_never_beats_an_honest_beginner(
        talk in talks(40), round in prop::collection::vec(prop::collection::vec(prop::sample::select(STAMPS.to_vec()), 1..5), 1..8),
        seed: u64,
    ) {
        prop_assume!(talk.len() >= 3 * round.len());
        let stamped = scored(&talk, |turn| round[turn % round.len()].join(";"));
        for dimension in Dimension::ALL {
            let score = stamped.dimensions[dimension as usize];
            prop_assert!(score.is_none_or(|score| score < TELLING), "{dimension:?}: {score:?}");
        }
        let mut coin = Coin(seed);
        let done: Vec<String> = talk.iter().map(|cues| beginner(cues, &mut coin)).collect();
        let honest = scored(&talk, |turn| done[turn].clone());
        if let (Some(stamped), Some(honest)) = (stamped.total, honest.total) {
            prop_assert!(stamped <= honest, "{stamped:?} beats {honest:?}");
        }
    }

    #[test]
    fn a_score_stands_on_chances_that_could_be_missed(talk in talks(30), acts in prop::collection::vec(prop::sample::select(names()), 30)) {
        let found = scored(&talk, |turn| acts[turn].to_owned());
        for (dimension, seen) in Dimension::ALL.into_iter().zip(found.seen) {
            let seen = seen.unwrap();
            let score = found.dimensions[dimension as usize];
            prop_assert_eq!(score.is_some(), found.too_little_seen(dimension).is_none());
            prop_assert!(score.is_none() || seen.chances >= LEAST_CHANCES);
        }
        prop_assert_eq!(found.total_uncapped.is_some(), found.dimensions.iter().flatten().count() >= LEAST_DIMENSIONS);
        // Whoever had answered nothing would have missed each of them or done nothing wrong.
        let silent = scored(&talk, |_| String::new());
        for (criterion, (did, left)) in Rubric::shipped().criteria.iter().zip(found.criteria.iter().zip(&silent.criteria)) {
            prop_assert!(left.earned == Milli(0) || criterion.id == "heard-out", "{}: doing nothing earned it", criterion.id);
            prop_assert!(did.earned.0 == 0 || did.opportunities > 0);
        }
    }

    #[test]
    fn an_offence_never_raises_anything(talk in talks(25), at in 0..25_usize, wrong in prop::sample::select(vec!["Prejudge", "NegateEmotion", "Deflect", "CutIn", "OrderAround"])) {
        let good = "MirrorWords(寒心);Paraphrase;NameBody;NameDate";
        let clean = scored(&talk, |_| good.to_owned());
        let once = scored(&talk, |turn| if turn == at { format!("{good};{wrong}") } else { good.to_owned() });
        for (before, after) in clean.criteria.iter().zip(&once.criteria) {
            prop_assert!(before.share().is_none_or(|before| after.share().is_some_and(|after| after <= before)));
        }
    }
}

#[test]
fn of_a_short_talk_nothing_is_said_however_good_it_was() {
    let talk = vec!["Feeling(寒心);Fact(三点);Question".to_owned(); 2];
    let found = scored(&talk, |_| "MirrorWords(寒心);TakePerspective;Paraphrase(三点);NameBody".to_owned());
    assert_eq!((found.dimensions, found.total), ([None; 3], None));
    let longer = vec!["Feeling(寒心);Fact(三点);Interest".to_owned(); 6];
    let ways = [
        "MirrorWords(寒心);Paraphrase(三点)",
        "MirrorWords(寒心);Summarise;ReflectMeaning",
        "MirrorWords(寒心);CheckUnderstanding",
    ];
    let found = scored(&longer, |turn| ways[turn % 3].to_owned());
    assert!(found.dimensions[Dimension::Listening as usize] > Some(Milli(900)), "{:?}", found.dimensions);
}

/// As dense as a sheet can be: every line calls for all four.
#[test]
fn the_same_four_acts_for_ever_are_too_little_seen() {
    let talk = vec!["Feeling(寒心);Fact(三点);Question;Interest".to_owned(); 20];
    let stamps = "MirrorWords(寒心);Paraphrase(三点);ReflectMeaning;NameBody";
    let found = scored(&talk, |_| stamps.to_owned());
    assert_eq!((found.dimensions, found.total), ([None; 3], None));
    let seen = found.too_little_seen(Dimension::Listening).unwrap();
    assert_eq!((seen.lack(), seen.ways, seen.turns), (TooLittle::Ways, 1, 20));
    // To leave one of the turns out does not make it a talk.
    let found = scored(&talk, |turn| if turn == 7 { String::new() } else { stamps.to_owned() });
    assert_eq!(found.total, None);
}

#[test]
fn a_total_does_not_rest_on_one_dimension_and_says_on_which_it_does() {
    let talk: Vec<String> = (0..8).map(|at| format!("Fact(三点{at});Interest")).collect();
    let acts =
        |turn: usize| format!("Paraphrase(三点{turn});{}", ["ReflectMeaning", "AskInterest", "Summarise"][turn % 3]);
    let one = staged(&talk, acts);
    assert!(
        one.assessment.dimensions[Dimension::Listening as usize] > Some(Milli(600)),
        "{:?}",
        one.assessment.dimensions
    );
    assert_eq!(one.assessment.total, None, "{:?}", one.assessment.dimensions);
    for (locale, said) in [(Locale::ZhCn, "看得够的只有倾听"), (Locale::En, "Only Listening was seen enough")] {
        let told = rests_on(&one.assessment, locale).unwrap();
        assert!(told.starts_with(said), "{told}");
    }
    let talk: Vec<String> = (0..8).map(|at| format!("Fact(三点{at});Interest;Question;Test;Due(path)")).collect();
    let two =
        staged(&talk, |turn| format!("{};NameBody;{}", acts(turn), ["HonestLimit", "NameDate", "Verify"][turn % 3]));
    assert!(two.assessment.total.is_some(), "{:?}", two.assessment.dimensions);
    let told = rests_on(&two.assessment, Locale::ZhCn).unwrap();
    assert_eq!(told, "总分只算了倾听、程序。");
}

#[test]
fn a_word_given_back_must_be_named_to_count() {
    let talk = |text: &str, act: &str| {
        found(&format!("a,1,,visitor,我真寒心,,Feeling(寒心)\na,1,,trainee,{text},{act},\na,2,,trainee,再见,SeeOff,\n"))
    };
    assert_eq!(share(&talk("嗯", "MirrorWords"), "mirror"), Some(0), "which word, nobody wrote down");
    assert_eq!(share(&talk("嗯", "MirrorWords"), "feeling-met"), Some(0));
    assert_eq!(share(&talk("嗯", "MirrorWords(寒心)"), "mirror"), Some(1000));
    assert_eq!(share(&talk("您说寒心，我听到了", "MirrorWords"), "mirror"), Some(1000), "it stands in what was said");
    let sheet = |text: &str| {
        let sheet = format!("{HEAD}a,1,,visitor,我真寒心,,Feeling(寒心)\na,1,,trainee,{text},MirrorWords,\n");
        coding::read(sheet.as_bytes(), Rubric::shipped()).unwrap().warnings
    };
    assert_eq!(sheet("您说寒心"), []);
    for (locale, said) in [(Locale::ZhCn, "没写是哪个词"), (Locale::En, "nothing says which")] {
        let told = locale.say(&sheet("嗯")[0].message());
        assert!(told.contains(said) && told.contains('3'), "{told}");
    }
}

#[test]
fn what_nobody_called_for_is_no_chance_and_what_was_marked_is_one() {
    let talk = |due: &str, act: &str| {
        found(&format!("a,1,,visitor,x,,Question{due}\na,1,,trainee,好,{act},\na,2,,trainee,再见,Nod,\n"))
    };
    for (criterion, right, wrong) in [
        ("heard-out", "Nod", "CutIn"),
        ("open-ear", "OpenQuestion", "Prejudge"),
        ("respect", "Affirm", "Belittle"),
        ("own-it", "NameBody", "Deflect"),
        ("choice", "OfferChoice", "OrderAround"),
        ("basis", "CitePolicy", "CiteVaguely"),
        ("path", "NameBody", "Nod"),
    ] {
        let due = format!(";Due({criterion})");
        assert_eq!(share(&talk("", right), criterion), None, "{criterion}: nobody could have missed it");
        assert_eq!(share(&talk(&due, right), criterion), Some(1000), "{criterion}");
        assert_eq!(share(&talk(&due, wrong), criterion), Some(0), "{criterion}");
    }
    // An offence needs no mark; what is called for and left for two turns is missed.
    assert_eq!(share(&talk("", "Prejudge"), "open-ear"), Some(0));
    assert_eq!(share(&talk(";Due(choice)", "Nod"), "choice"), Some(0));
    assert_eq!(
        share(&talk("", "OfferChoice;OrderAround"), "choice"),
        Some(0),
        "what is right beside it was not called for"
    );
    let nods = found("a,1,,visitor,说来话长,,Due(heard-out)\na,1,,trainee,,Nod,\n");
    assert_eq!(share(&nods, "heard-out"), Some(1000), "who nods through it has heard it out");
    let later =
        found("a,1,,visitor,x,,Due(choice)\na,1,,trainee,好,Nod,\na,2,,visitor,x,,\na,2,,trainee,好,OfferChoice,\n");
    assert_eq!(share(&later, "choice"), Some(1000), "within two turns");
    let before =
        found("a,1,,visitor,x,,\na,1,,trainee,好,Register,\na,2,,visitor,x,,Due(record)\na,2,,trainee,好,Nod,\n");
    assert_eq!(share(&before, "record"), Some(1000), "done before it was called for is done");
    assert_eq!(before.evidence.iter().find(|one| one.verdict == Verdict::Hit).map(|one| one.turn), Some(1));
}

#[test]
fn a_word_that_was_never_said_makes_no_turn_clean() {
    let talk = |acts: &str| {
        found(&format!(
            "a,1,,visitor,我真寒心,,Feeling(寒心);Vent;Due(respect);Due(open-ear)\na,1,,trainee,x,{acts},\n\
             a,2,,visitor,归谁管,,Question\na,2,,trainee,x,NameBody,\n"
        ))
    };
    let right = talk("MirrorWords(寒心)");
    let wrong = talk("MirrorWords(失望)");
    let beside = talk("MirrorWords(失望);InviteMore");
    for criterion in ["mirror", "feeling-met", "respect", "open-ear", "emotion-first"] {
        assert_eq!(share(&right, criterion), Some(1000), "{criterion}");
        assert!(share(&wrong, criterion) <= Some(0), "{criterion}: {:?}", share(&wrong, criterion));
        assert!(share(&beside, criterion) < Some(1000) || criterion == "emotion-first", "{criterion}");
    }
}

#[test]
fn a_word_is_kept_once_however_often_it_is_said() {
    let kept = |rows: &str| {
        let found = found(rows);
        found.criteria[Rubric::shipped().find("kept-word").unwrap().at()].opportunities
    };
    let again = "a,1,,trainee,x,KeepPromise(回电话),\n".replace("a,1", "a,2");
    assert_eq!(kept(&format!("a,1,,trainee,x,KeepPromise(回电话),\n{again}")), 1);
    let anew = "a,1,,trainee,x,KeepPromise(回电话);Promise(回电话),\na,2,,visitor,x,,Broken(回电话)\n";
    assert_eq!(kept(anew), 2, "promised anew, it comes due anew");
}

#[test]
fn only_a_substantive_answer_is_a_whole_one() {
    let talk = |act: &str| found(&format!("a,1,,visitor,归谁管,,Question\na,1,,trainee,x,{act},\n"));
    for (act, earned) in [
        ("NameBody", 1000),
        ("GiveInformation", 1000),
        ("AdviseWithLeave", 1000),
        ("Paraphrase", 500),
        ("MirrorWords(归谁管)", 500),
        ("MirrorWords", 0),
        ("OpenQuestion", 500),
        ("ClosedQuestion", 500),
        ("Deflect", 0),
        ("AdviseUnasked", 0),
        ("Nod", 0),
    ] {
        assert_eq!(share(&talk(act), "answer"), Some(earned), "{act}");
    }
}

#[test]
fn advice_is_told_apart_and_meaning_is_more_than_a_paraphrase() {
    let rows = |act: &str| format!("a,1,,visitor,我真寒心,,Feeling(寒心);Interest\na,1,,trainee,x,{act},\n");
    assert_eq!(share(&found(&rows("AdviseUnasked")), "choice"), Some(0));
    assert_eq!(share(&found(&rows("AdviseUnasked")), "open-ear"), Some(0));
    assert_eq!(share(&found(&rows("AdviseWithLeave")), "choice"), None);
    let heard = |act: &str| {
        let talk = staged(&["Feeling(寒心)".to_owned()], |_| act.to_owned());
        Listening::of(&talk.scenario, Rubric::shipped(), ActCatalogue::shipped(), false, &talk.events)
    };
    for (act, simple, complex, own) in [
        ("MirrorWords(寒心)", 1, 0, 0),
        ("Paraphrase", 1, 0, 1),
        ("Summarise", 1, 0, 1),
        ("ReflectMeaning", 0, 1, 1),
        ("OpenQuestion", 0, 0, 0),
    ] {
        let heard = heard(act);
        assert_eq!((heard.simple, heard.complex, heard.in_own_words), (simple, complex, own), "{act}");
    }
    assert_eq!(share(&found(&rows("ReflectMeaning")), "interest"), Some(1000));
    assert_eq!(share(&found(&rows("OpenQuestion")), "interest"), Some(500), "to be asked is not to be understood");
}

/// A coin that falls the same way every time the test is run.
struct Coin(u64);

impl Coin {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// A talk of so many turns by somebody who does it rightly so often, in per cent, and offends so often. The observer marks
/// a chance at every third turn.
fn real_like(coin: &mut Coin, turns: usize, right: u64, wrong: u64) -> Staged {
    let answers = [
        ("Feeling(寒心)", ["MirrorWords(寒心)", "NameFeeling", "ReflectMeaning"]),
        ("Fact(三点)", ["Paraphrase", "CheckUnderstanding", "Summarise"]),
        ("Question", ["NameBody", "NameDate", "GiveInformation"]),
        ("Vent", ["KeepSilent", "InviteMore", "OpenQuestion"]),
        ("Deflected(2)", ["Apologise", "AskHistory", "Verify"]),
        ("Interest", ["AskInterest", "ReflectMeaning", "Paraphrase"]),
        ("Test", ["HonestLimit", "OfferRemedy", "Promise(回电话)"]),
        ("Privacy", ["AssurePrivacy", "QuietRoom", "MaskIdentity"]),
    ];
    let dues = ["path", "date", "record", "paper", "respect", "open-ear", "heard-out", "choice"];
    let fulfils = ["NameBody", "NameDate", "Register", "IssuePaper", "Affirm", "OpenQuestion", "Nod", "OfferChoice"];
    let bland = ["ClosedQuestion", "Acknowledge", "SayUnderstand", "ExplainProcess"];
    let offences = ["NegateEmotion", "Refute", "Deflect", "CutIn", "AdviseUnasked", "OrderAround"];
    let (mut cues, mut acts) = (Vec::new(), Vec::new());
    for turn in 0..turns {
        let (cue, good) = answers[coin.below(8) as usize];
        let due = (turn % 3 == 0).then(|| coin.below(8) as usize);
        let mut done = Vec::new();
        match coin.below(100) {
            fell if fell < right => {
                done.push(good[coin.below(3) as usize]);
                done.extend(due.map(|due| fulfils[due]));
            }
            fell if fell < right + wrong => done.push(offences[coin.below(6) as usize]),
            _ => done.push(bland[coin.below(4) as usize]),
        }
        cues.push(due.map_or_else(|| cue.to_owned(), |due| format!("{cue};Due({})", dues[due])));
        acts.push(done.join(";"));
    }
    staged(&cues, |turn| acts[turn].clone())
}

#[test]
fn poor_talks_lie_below_middling_ones_and_those_below_good_ones() {
    let kinds = [(90, 2), (55, 10), (20, 35)];
    let mut coin = Coin(20_260_309);
    let runs = 60;
    let talks =
        kinds.map(|(right, wrong)| (0..runs).map(|_| real_like(&mut coin, 20, right, wrong)).collect::<Vec<_>>());
    let totals = |talks: &[Staged]| -> Vec<i64> {
        talks.iter().filter_map(|one| one.assessment.total).map(|total| total.0).collect()
    };
    let mean = |list: &[i64]| list.iter().sum::<i64>() / list.len() as i64;
    let answered = |talks: &[Staged]| {
        let heard = talks
            .iter()
            .map(|one| Listening::of(&one.scenario, Rubric::shipped(), ActCatalogue::shipped(), false, &one.events));
        let (answered, cues) = heard.fold((0, 0), |sum, one| (sum.0 + one.answered, sum.1 + one.cues));
        i64::from(answered) * 1000 / i64::from(cues)
    };
    let by_kind = talks.each_ref().map(|talks| totals(talks));
    for list in &by_kind {
        assert!(list.len() * 10 >= runs * 9, "a talk of twenty turns shows enough: {} of {runs}", list.len());
    }
    let [good, middling, poor] = by_kind.each_ref().map(|list| mean(list));
    println!("good {good}, middling {middling}, poor {poor}");
    assert!(good >= middling + 150 && middling >= poor + 150, "good {good}, middling {middling}, poor {poor}");
    let pairs = by_kind[0].iter().flat_map(|good| by_kind[2].iter().map(move |poor| good > poor));
    let (above, all) = pairs.fold((0, 0), |(above, all), is| (above + u32::from(is), all + 1));
    assert!(above * 100 >= all * 99, "{above} of {all}");
    let shares = talks.each_ref().map(|talks| answered(talks));
    assert!(shares[0] > shares[1] && shares[1] > shares[2], "{shares:?}");
    assert!(talks[2].iter().all(|one| !passes(&one.assessment)), "a poor talk passes");
}

#[test]
fn how_long_a_talk_must_be_is_as_the_guide_says() {
    let mut coin = Coin(7);
    let mut seen_enough = |turns: usize| {
        let all = [(90, 2), (55, 10), (20, 35)].map(|(right, wrong)| {
            let talks = (0..60).map(|_| real_like(&mut coin, turns, right, wrong));
            talks.filter(|one| one.assessment.dimensions.iter().all(Option::is_some)).count()
        });
        all.iter().sum::<usize>() * 100 / 180
    };
    let page = include_str!("../../docs/coding-sheet.md");
    for (turns, told) in [(8, 0), (12, 16), (15, 49), (20, 86), (25, 94)] {
        let share = seen_enough(turns);
        assert!(share.abs_diff(told) <= 8, "{turns} turns: {share} %, the page says {told} %");
        assert!(turns == 8 || page.contains(&format!("{turns} 轮")) && page.contains(&format!("{told} %")), "{turns}");
    }
}

// ---- the marks of a class ----

fn run(folder: &Path, words: &[&str]) -> crate::util::Said {
    calmdesk(words).inside(folder).run()
}

/// Whatever says that somebody passed or failed.
const PASS_WORDS: [&str; 9] =
    ["passed", "Passed", "failed", "pass mark", "达标", "及格", "过关", "不合格", "standing-"];

#[test]
fn without_the_marks_of_a_class_nothing_is_passed_or_failed_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["zh-CN", "en"] {
        run(folder.path(), &["score", "--template", "-o", lang, "--lang", lang]);
        let sheet = format!("{lang}/coding-sheet-example.csv");
        let mut outputs = vec![run(folder.path(), &["score", &sheet, "--lang", lang]).well()];
        for output in ["r.json", "r.csv", "r.html"] {
            run(folder.path(), &["score", &sheet, "-o", output, "--lang", lang]).well();
        }
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                outputs.push(std::fs::read_to_string(&path).unwrap());
                std::fs::remove_file(path).unwrap();
            }
        }
        assert_eq!(outputs.len(), 5, "terminal, JSON, CSV, two pages");
        for output in &outputs {
            for word in PASS_WORDS {
                let at = output.find(word).map(|at| output[..at].chars().rev().take(60).collect::<String>());
                assert_eq!(at, None, "{lang}: {word}");
            }
        }
        let too_little = if lang == "en" { "too little seen" } else { "看得太少" };
        let told = |output: &&String| output.contains(too_little) || output.contains("too_little_seen");
        assert_eq!(outputs.iter().filter(told).count(), 4, "{lang}: all but the page of the first session");
    }
}

#[test]
fn the_marks_of_a_class_decide_and_say_where_they_are_from() {
    let folder = tempfile::tempdir().unwrap();
    let rubric = Rubric::shipped();
    run(folder.path(), &["score", "--template", "--lang", "zh-CN"]);
    let sheet = "coding-sheet-example.csv";
    for (list, standing, said) in [
        ("listening: 500, procedure: 700", "passed", "达标"),
        ("listening: 500, empathy: 600", "not-passed", "未达标：共情"),
    ] {
        std::fs::write(folder.path().join("class.ron"), marks(rubric, list)).unwrap();
        let told = run(folder.path(), &["score", sheet, "--calibration", "class.ron", "--lang", "zh-CN"]).well();
        let first = told.lines().nth(1).unwrap().trim();
        assert!(first.starts_with(said) && told.contains("“第三期”定的") && told.contains("24 场"), "{told}");
        run(folder.path(), &["score", sheet, "--calibration", "class.ron", "-o", "r.json", "--lang", "zh-CN"]).well();
        let text = std::fs::read_to_string(folder.path().join("r.json")).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["calibration"]["class"], "第三期");
        let first = &value["sessions"][0];
        assert_eq!(first["standing"], standing, "{first}");
        assert_eq!(first["report"]["result"]["standing"], standing);
        assert_eq!(value["sessions"][1]["standing"], "not-passed", "a threat fails under any marks");
        run(folder.path(), &["score", sheet, "--calibration", "class.ron", "-o", "r.csv", "--lang", "zh-CN"]).well();
        let table = std::fs::read_to_string(folder.path().join("r.csv")).unwrap();
        assert!(table.contains("standing") && table.contains(standing), "{table}");
    }
    // What was seen too little of decides nothing.
    let short = found("a,1,,visitor,我寒心,,Feeling(寒心)\na,1,,trainee,x,MirrorWords(寒心),\n");
    assert_eq!(Standing::by_class(&strict(), &short), Standing::Unscored);
}

#[test]
fn marks_that_cannot_be_used_are_refused_with_the_reason() {
    let rubric = Rubric::shipped();
    let parse = |text: &str| Calibration::parse(text, rubric);
    let good = marks(rubric, "listening: 550");
    assert_eq!(parse(&good).unwrap().mark(Dimension::Listening), Some(Milli(550)));
    let range = |text: &str, expected: &str| match parse(text) {
        Err(CalibrationError::OutOfRange { what, .. }) => assert_eq!(what, expected),
        other => panic!("{text}: {other:?}"),
    };
    range(&marks(rubric, "listening: 1001"), "marks");
    range(&marks(rubric, "listening: 0"), "marks");
    range(&good.replace("sessions: 24", "sessions: 9"), "sessions");
    range(&good.replace("raters: 2", "raters: 0"), "raters");
    range(&good.replace("第三期", " "), "class");
    range(&good.replace("第三期", &"长".repeat(201)), "class");
    assert_eq!(parse(&marks(rubric, "")), Err(CalibrationError::NoMarks));
    let other = good.replace(&format!("version: \"{}\"", rubric.version), "version: \"0\"");
    assert!(matches!(parse(&other), Err(CalibrationError::OtherRubric { .. })));
    for wrong in [
        "",
        "Calibration(",
        &marks(rubric, "manners: 500"),
        &marks(rubric, "empathy: 500, empathy: 600"),
        &good.replace("raters", "rater"),
    ] {
        assert!(matches!(parse(wrong), Err(CalibrationError::Syntax(_))), "{wrong}");
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("s.csv"), format!("{HEAD}a,1,,trainee,x,Nod,\n")).unwrap();
    std::fs::write(folder.path().join("bad.ron"), marks(rubric, "listening: 1001")).unwrap();
    std::fs::write(folder.path().join("big.ron"), " ".repeat(70_000)).unwrap();
    std::fs::write(folder.path().join("bytes.ron"), [0xFF, 0xFE, 0x80]).unwrap();
    for lang in ["zh-CN", "en"] {
        for (file, said) in [("bad.ron", "1001"), ("big.ron", "64"), ("bytes.ron", "UTF-8"), ("none.ron", "none.ron")] {
            let told = run(folder.path(), &["score", "s.csv", "--calibration", file, "--lang", lang]);
            assert!(told.code == 1 && told.err.contains(said) && !told.err.contains("calibration-"), "{}", told.err);
        }
    }
}

#[test]
fn the_marks_shown_in_the_guide_can_be_used_as_they_stand() {
    let page = include_str!("../../docs/coding-sheet.md");
    let example = page.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let found = Calibration::parse(example, Rubric::shipped()).expect("the guide's marks");
    assert_eq!(found.mark(Dimension::Empathy), Some(Milli(600)));
    for number in [format!("{LEAST_CHANCES} 次机会"), format!("**{LEAST_CHANCES} chances**")] {
        assert!(page.contains(&number), "{number}");
    }
}
