//! The response ladder, emergencies, and several visitors with one matter.

use calmdesk::locale::Texts;
use calmdesk::procedure::{Collective, Conduct, Ladder, LadderError, LadderVerdict, Ladders, LawLibrary, Measure};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Locale;
use jiff::civil::date;
use proptest::prelude::*;

fn of(conduct: Conduct) -> &'static Ladder {
    Ladders::shipped().of(conduct)
}

fn due(measure: Measure) -> LadderVerdict {
    LadderVerdict::ShouldHaveActed { measure }
}

#[test]
fn every_conduct_has_its_article_and_its_words_and_every_measure_is_an_act() {
    let (law, acts) = (LawLibrary::shipped(), ActCatalogue::shipped());
    for conduct in Conduct::ALL {
        let ladder = of(conduct);
        assert_eq!(ladder.conduct, conduct);
        match &ladder.article {
            Some(article) => assert!(law.resolve_on(article, date(2026, 3, 9)).is_ok(), "{conduct:?}"),
            None => assert!(matches!(conduct, Conduct::Collapse | Conduct::Infection | Conduct::SelfHarm)),
        }
        for locale in Locale::ALL {
            assert!(!locale.say(&conduct.label()).starts_with("conduct-"), "{conduct:?}");
        }
    }
    for measure in Measure::ALL {
        let named: Vec<&str> = acts.iter().filter(|(_, a)| a.measure == Some(measure)).map(|(_, a)| &*a.name).collect();
        match measure {
            // Whatever takes the heat out, and whatever helps: no act of the catalogue alone.
            Measure::Soothe | Measure::CareFor => assert!(named.is_empty(), "{named:?}"),
            _ => assert_eq!(named, [format!("{measure:?}")]),
        }
        for locale in Locale::ALL {
            assert!(!locale.say(&measure.label()).starts_with("measure-"), "{measure:?}");
        }
    }
}

#[test]
fn the_police_at_mere_shouting_is_a_jump_and_waiting_is_fine() {
    let shouting = of(Conduct::Shouting);
    let police = shouting.judge(&[Measure::Soothe, Measure::Soothe], Some(Measure::CallPolice));
    assert_eq!(police, LadderVerdict::Jumped { first: Measure::Soothe });
    assert!(!shouting.judge(&[], Some(Measure::CriticiseAndEducate)).is_right());
    assert!(shouting.judge(&[], None).is_right());
    assert!(shouting.judge(&[Measure::Soothe; 5], Some(Measure::Soothe)).is_right());
    assert!(shouting.judge(&[], Some(Measure::Pause)).is_right());
    assert_eq!(shouting.judge(&[], Some(Measure::CallMedical)), LadderVerdict::NotCalledFor);
}

#[test]
fn a_knife_needs_the_room_cleared_and_the_police_and_one_calm_word_is_borne_with() {
    let knife = of(Conduct::Weapon);
    assert_eq!(knife.judge(&[], None), due(Measure::SecureRoom));
    assert!(knife.judge(&[], Some(Measure::CallPolice)).is_right());
    assert!(knife.judge(&[], Some(Measure::Soothe)).is_right());
    assert_eq!(knife.judge(&[Measure::Soothe], Some(Measure::Soothe)), due(Measure::SecureRoom));
    assert_eq!(knife.judge(&[Measure::CallPolice], Some(Measure::Dissuade)), due(Measure::SecureRoom));
    // The room cleared, one may dissuade from a distance, and call the police at any moment.
    let cleared = [Measure::SecureRoom];
    assert_eq!(knife.judge(&cleared, None), due(Measure::Dissuade));
    assert!(knife.judge(&cleared, Some(Measure::Dissuade)).is_right());
    assert!(knife.judge(&cleared, Some(Measure::CallPolice)).is_right());
    assert!(knife.judge(&[Measure::SecureRoom, Measure::Dissuade], Some(Measure::CallPolice)).is_right());
    let done = [Measure::SecureRoom, Measure::CallPolice];
    assert!(knife.judge(&done, None).is_right());
    assert!(knife.judge(&done, Some(Measure::Dissuade)).is_right());
    assert_eq!(knife.judge(&[], Some(Measure::Threaten)), LadderVerdict::Forbidden);
}

#[test]
fn prohibited_conduct_goes_up_rung_by_rung() {
    use Measure::{CallPolice, CriticiseAndEducate, Dissuade};
    for conduct in [Conduct::Gathering, Conduct::Insult, Conduct::Staying, Conduct::Inciting, Conduct::Disorder] {
        let ladder = of(conduct);
        assert_eq!(ladder.judge(&[], Some(CallPolice)), LadderVerdict::Jumped { first: Dissuade });
        let skipped = ladder.judge(&[Dissuade], Some(CallPolice));
        assert_eq!(skipped, LadderVerdict::Jumped { first: CriticiseAndEducate });
        assert!(ladder.judge(&[Dissuade], Some(CriticiseAndEducate)).is_right());
        assert!(ladder.judge(&[Dissuade, CriticiseAndEducate], Some(CallPolice)).is_right());
        assert_eq!(ladder.judge(&[], None), due(Dissuade));
        // Once more is patience; again and again is never acting.
        assert!(ladder.judge(&[Dissuade], Some(Dissuade)).is_right());
        assert_eq!(ladder.judge(&[Dissuade, Dissuade], Some(Dissuade)), due(CriticiseAndEducate));
    }
}

#[test]
fn who_falls_ill_is_helped_before_anybody_is_lectured() {
    let ill = of(Conduct::Collapse);
    assert_eq!(ill.judge(&[], None), due(Measure::CallMedical));
    assert_eq!(ill.judge(&[], Some(Measure::CriticiseAndEducate)), LadderVerdict::NotCalledFor);
    assert!(ill.judge(&[], Some(Measure::CallMedical)).is_right());
    assert_eq!(of(Conduct::Infection).judge(&[Measure::SecureRoom], None), due(Measure::CallDiseaseControl));
    // A dependent person left behind is looked after before the talk with those who left.
    let left = of(Conduct::AbandonedDependant);
    assert_eq!(left.judge(&[], Some(Measure::CallPolice)), LadderVerdict::Jumped { first: Measure::CareFor });
}

proptest! {
    #[test]
    fn no_sequence_makes_a_threat_right_or_panics(
        taken in prop::collection::vec(0usize..14, 0..12), conduct in 0usize..12, next in prop::option::of(0usize..14),
    ) {
        let taken: Vec<Measure> = taken.into_iter().map(|at| Measure::ALL[at]).collect();
        let ladder = of(Conduct::ALL[conduct]);
        let next = next.map(|at| Measure::ALL[at]);
        let verdict = ladder.judge(&taken, next);
        if next.is_some_and(Measure::is_forbidden) {
            prop_assert_eq!(verdict, LadderVerdict::Forbidden);
        }
        // What the ladder names as due is always right to do.
        if let Some(measure) = ladder.due(&taken) {
            prop_assert!(ladder.judge(&taken, Some(measure)).is_right());
        } else {
            prop_assert!(ladder.judge(&taken, None).is_right());
        }
        match verdict {
            LadderVerdict::Jumped { first } | LadderVerdict::ShouldHaveActed { measure: first } => {
                prop_assert!(!first.is_forbidden() && Some(first) != next);
            }
            _ => {}
        }
        for locale in Locale::ALL {
            let text = locale.say(&ladder.message(verdict, next));
            let whole = !text.starts_with("ladder-") && !text.contains('{');
            prop_assert!(whole, "{}", text);
        }
    }
}

#[test]
fn five_may_speak_for_a_crowd() {
    let law = LawLibrary::shipped();
    let (rule, article) = Collective::on(law, date(2026, 3, 9)).unwrap();
    assert_eq!(law.citation(article, Locale::ZhCn), "《信访工作条例》第二十条第三款");
    assert_eq!((rule.max_representatives, rule.collective_threshold), (5, 5));
    assert!(Collective::on(law, date(2022, 4, 30)).is_none());
}

#[test]
fn broken_ladders_are_refused() {
    let law = LawLibrary::shipped();
    let text = include_str!("../../assets/procedure/ladder.ron");
    let bent = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        Ladders::parse(&text.replacen(from, to, 1), law).unwrap_err()
    };
    assert!(matches!(bent("xf2022/26(2)", "xf2022/99"), LadderError::Article { conduct: Conduct::Weapon, .. }));
    assert!(matches!(bent("conduct: Weapon", "conduct: Insult"), LadderError::NotOnce { .. }));
    assert!(matches!(bent("rungs: [Soothe]", "rungs: []"), LadderError::Empty { conduct: Conduct::Shouting }));
    assert!(matches!(bent("rungs: [Soothe]", "rungs: [Threaten]"), LadderError::Forbidden { .. }));
    assert!(matches!(bent("rungs: [Soothe]", "rungs: [Pause]"), LadderError::MeasureTwice { .. }));
    assert!(matches!(bent("rungs: [", "wrungs: ["), LadderError::Syntax(_)));
}
