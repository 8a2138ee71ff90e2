//! A matter on its way: the right way goes through, every wrong one is refused with its reason.

use calmdesk::locale::Texts;
use calmdesk::procedure::{
    Actor, Class, Course, LawLibrary, Limit, Refusal, RefusalReason, Route, Rules, Stage, Step, Steps, StepsError,
    Timeliness,
};
use calmdesk::vocabulary::Locale;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const DAY: Date = date(2026, 3, 9);

fn later(days: i64) -> Date {
    DAY.checked_add(jiff::Span::new().days(days)).unwrap()
}

fn remedy(route: Route) -> Course<'static> {
    let mut course = Course::new(DAY);
    assert!(course.classify(Class::Remedy, Some(route)));
    course.take(Step::Register, Actor::PetitionOffice, DAY).unwrap();
    course
}

fn go(course: &mut Course, steps: &[(Step, Actor, i64)]) {
    for (step, by, days) in steps {
        course
            .take(*step, *by, later(*days))
            .unwrap_or_else(|refusal| panic!("{}", Locale::En.say(&refusal.message())));
    }
}

/// The refusal, after its words have been looked at.
fn refused(course: &mut Course, step: Step, by: Actor, days: i64) -> Refusal {
    let before = (course.stage(), course.taken().len());
    let refusal = course.take(step, by, later(days)).unwrap_err();
    assert_eq!((course.stage(), course.taken().len()), before, "a refused step changes nothing");
    for locale in Locale::ALL {
        let text = locale.say(&refusal.message());
        assert!(!text.starts_with("refused-") && !text.contains('{') && !text.contains('$'), "{text}");
        assert!(
            refusal
                .instead()
                .iter()
                .map(|line| locale.say(line))
                .all(|line| !line.contains("step-") && !line.contains("actor-"))
        );
        assert!(refusal.article(LawLibrary::shipped(), locale).is_some() || step == Step::Receive);
    }
    refusal
}

fn article(refusal: &Refusal) -> String {
    refusal.article(LawLibrary::shipped(), Locale::ZhCn).unwrap()
}

const TO_ACCEPTED: [(Step, Actor, i64); 2] =
    [(Step::Forward, Actor::PetitionOffice, 3), (Step::Accept, Actor::CompetentBody, 10)];

#[test]
fn a_right_that_was_not_used_in_time_is_called_lapsed_with_its_year() {
    let mut course = remedy(Route::Opinion);
    go(&mut course, &TO_ACCEPTED);
    go(&mut course, &[(Step::Verify, Actor::CompetentBody, 20), (Step::Decide, Actor::CompetentBody, 40)]);
    let told = |days: i64, locale: Locale| {
        let limits = course.progress().limits(Rules::shipped());
        let [review] = limits.as_slice() else { panic!("{limits:?}") };
        locale.say(&review.message(later(days)))
    };
    // Day 70 is 18 May; three years on, nobody owes anything.
    assert!(told(70, Locale::En).contains("today"));
    assert_eq!(told(71, Locale::ZhCn), "申请复查：2026年5月18日截止，没有提，过期了，不能再提");
    let later = told(70 + 3 * 365, Locale::En);
    assert!(later.contains("lapsed on 18 May 2026") && !later.contains("owed"), "{later}");
}

#[test]
fn a_matter_goes_its_whole_way_to_the_end() {
    let mut course = remedy(Route::Opinion);
    go(&mut course, &TO_ACCEPTED);
    go(
        &mut course,
        &[
            (Step::Verify, Actor::CompetentBody, 12),
            (Step::Extend, Actor::HeadOfBody, 65),
            (Step::Decide, Actor::CompetentBody, 95),
            (Step::AskReview, Actor::Visitor, 110),
            (Step::AnswerReview, Actor::NextHigher, 139),
            (Step::AskReReview, Actor::Visitor, 150),
            (Step::AnswerReReview, Actor::HigherStill, 180),
        ],
    );
    assert_eq!(course.stage(), Stage::Final);
    for taken in course.taken() {
        assert!(taken.time.as_ref().is_none_or(|(_, kept)| !matches!(kept, Timeliness::Late { .. })), "{taken:?}");
    }
    let refusal = refused(&mut course, Step::AskReview, Actor::Visitor, 190);
    assert_eq!(refusal.why, RefusalReason::Exhausted);
    assert_eq!(article(&refusal), "《信访工作条例》第三十六条");
    // The door to help stays open.
    assert_eq!(refusal.instead.len(), 1);
    go(&mut course, &[(Step::Help, Actor::PetitionOffice, 200)]);
    assert_eq!(course.stage(), Stage::Final);
}

#[test]
fn what_is_late_is_still_owed_and_marked_late() {
    let mut course = remedy(Route::Opinion);
    go(&mut course, &[(Step::Accept, Actor::CompetentBody, 20), (Step::Verify, Actor::CompetentBody, 21)]);
    go(&mut course, &[(Step::Decide, Actor::CompetentBody, 90)]);
    let late: Vec<_> = (course.taken().iter())
        .filter_map(|taken| taken.time.as_ref().map(|(deadline, kept)| (deadline.limit, *kept)))
        .collect();
    assert_eq!(late, [(Limit::Notice, Timeliness::Late { days: 5 }), (Limit::Decision, Timeliness::Late { days: 10 })]);
    // The visitor's own time, once over, is over.
    let refusal = refused(&mut course, Step::AskReview, Actor::Visitor, 130);
    assert!(matches!(refusal.why, RefusalReason::TooLate { limit: Limit::AskReview, due } if due == later(120)));
}

#[test]
fn only_matters_for_an_opinion_have_sixty_days_and_thirty_more() {
    for route in Route::ALL.into_iter().filter(|route| *route != Route::Opinion) {
        let mut course = remedy(route);
        let refusal = refused(&mut course, Step::Accept, Actor::CompetentBody, 5);
        assert_eq!(refusal.why, RefusalReason::OtherRoute { route });
        assert!(!refusal.instead.is_empty(), "{route:?}");
        assert!(
            course
                .running()
                .iter()
                .all(|(_, deadline)| { !matches!(deadline.limit, Limit::Decision | Limit::ExtendedDecision) })
        );
    }
    let mut course = remedy(Route::Opinion);
    go(&mut course, &TO_ACCEPTED);
    go(&mut course, &[(Step::Extend, Actor::HeadOfBody, 40)]);
    let twice = refused(&mut course, Step::Extend, Actor::HeadOfBody, 50);
    assert_eq!(twice.why, RefusalReason::NotNow);
    let mut course = remedy(Route::Opinion);
    go(&mut course, &TO_ACCEPTED);
    let body = refused(&mut course, Step::Extend, Actor::CompetentBody, 40);
    assert_eq!(
        (&body.why, article(&body).as_str()),
        (&RefusalReason::NotYours { by: vec![Actor::HeadOfBody] }, "《信访工作条例》第三十四条")
    );
}

#[test]
fn litigation_and_arbitration_are_led_where_they_belong() {
    let mut course = remedy(Route::Litigation);
    go(&mut course, &[(Step::Separate, Actor::PetitionOffice, 2)]);
    assert_eq!(course.stage(), Stage::Separated);
    let mut course = remedy(Route::Arbitration);
    let refusal = refused(&mut course, Step::Separate, Actor::PetitionOffice, 2);
    assert_eq!(refusal.why, RefusalReason::OtherRoute { route: Route::Arbitration });
    go(&mut course, &[(Step::LeadInto, Actor::PetitionOffice, 2)]);
    assert_eq!(course.stage(), Stage::LedAway);
}

#[test]
fn an_accusation_goes_to_the_disciplinary_organs_and_never_to_the_accused() {
    let mut course = Course::new(DAY);
    course.classify(Class::Accusation, Some(Route::Opinion));
    assert_eq!(course.route(), None, "only a petition for remedy has a route");
    go(&mut course, &[(Step::Register, Actor::PetitionOffice, 0)]);
    let forward = refused(&mut course, Step::Forward, Actor::PetitionOffice, 1);
    assert_eq!(forward.why, RefusalReason::OtherClass { class: Class::Accusation });
    assert_eq!(forward.instead.iter().map(|(step, _)| *step).collect::<Vec<_>>(), [Step::TellWhere, Step::PassOn]);
    go(&mut course, &[(Step::PassOn, Actor::PetitionOffice, 1)]);
    for actor in Actor::ALL {
        let refusal = refused(&mut course, Step::ShowToAccused, actor, 2);
        assert_eq!(
            (&refusal.why, article(&refusal).as_str()),
            (&RefusalReason::Never, "《信访工作条例》第三十条第三款")
        );
        assert_eq!(refused(&mut course, Step::Retaliate, actor, 2).why, RefusalReason::Never);
    }
}

#[test]
fn a_suggestion_is_studied_and_answered() {
    let mut course = Course::new(DAY);
    course.classify(Class::Suggestion, None);
    go(
        &mut course,
        &[
            (Step::Register, Actor::PetitionOffice, 0),
            (Step::Study, Actor::PetitionOffice, 5),
            (Step::AnswerSuggestion, Actor::PetitionOffice, 20),
        ],
    );
    assert_eq!(course.stage(), Stage::Answered);
}

#[test]
fn a_body_that_is_not_competent_objects_in_five_working_days() {
    let mut course = remedy(Route::Opinion);
    go(&mut course, &[(Step::Forward, Actor::PetitionOffice, 1)]);
    let running = course.running();
    let object = running.iter().find(|(step, _)| *step == Step::Object).unwrap();
    // Tuesday 10 March; Wednesday is the first, the next Tuesday the fifth.
    assert_eq!(object.1.due(), date(2026, 3, 17));
    assert!(running.is_sorted_by_key(|(_, deadline)| deadline.due()));
    go(&mut course, &[(Step::Object, Actor::CompetentBody, 4), (Step::ForwardAgain, Actor::PetitionOffice, 5)]);
    assert_eq!(course.stage(), Stage::Forwarded);
}

#[test]
fn nothing_is_accepted_unsorted_and_days_do_not_run_backwards() {
    let mut course = Course::new(DAY);
    assert_eq!(refused(&mut course, Step::Accept, Actor::CompetentBody, 1).why, RefusalReason::NotNow);
    go(&mut course, &[(Step::Register, Actor::CompetentBody, 2)]);
    assert_eq!(refused(&mut course, Step::Accept, Actor::CompetentBody, 3).why, RefusalReason::NotClassified);
    course.classify(Class::Remedy, None);
    assert_eq!(refused(&mut course, Step::Accept, Actor::CompetentBody, 3).why, RefusalReason::NotClassified);
    course.classify(Class::Remedy, Some(Route::Opinion));
    let back = refused(&mut course, Step::Accept, Actor::CompetentBody, 1);
    assert_eq!(back.why, RefusalReason::Backwards { last: later(2) });
    go(&mut course, &[(Step::Accept, Actor::CompetentBody, 3)]);
    assert!(!course.classify(Class::Accusation, None), "accepted is accepted");
    assert_eq!(course.class(), Some(Class::Remedy));
    assert_eq!(refused(&mut course, Step::Receive, Actor::Visitor, 4).why, RefusalReason::NotNow);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_sequence_of_steps_panics_or_leaves_the_table(
        class in 0usize..3,
        route in prop::option::of(0usize..6),
        moves in prop::collection::vec((0usize..26, 0usize..7, -3i64..40, any::<bool>()), 1..60),
    ) {
        let mut course = Course::new(DAY);
        course.classify(Class::ALL[class], route.map(|at| Route::ALL[at]));
        let mut day = 0;
        for (step, actor, on, open) in moves {
            day += on;
            // Half of the moves are ones that the course itself offers.
            let offered = course.open();
            let (step, actor) = match offered.get(step % offered.len().max(1)) {
                Some((step, by)) if open => (*step, by[actor % by.len()]),
                _ => (Step::ALL[step], Actor::ALL[actor]),
            };
            let before = course.stage();
            match course.take(step, actor, later(day)).map(|taken| taken.to) {
                Ok(to) => {
                    let known = Steps::shipped().rows.iter().any(|row| {
                        row.step == step && row.from.contains(&before) && row.to.unwrap_or(before) == to
                            && row.by.contains(&actor) && !row.never
                    });
                    prop_assert!(known, "{:?} from {:?} to {:?}", step, before, to);
                }
                Err(refusal) => {
                    prop_assert_eq!(course.stage(), before);
                    let whole = !Locale::ZhCn.say(&refusal.message()).contains('{');
                    prop_assert!(whole);
                }
            }
        }
        prop_assert!(course.taken().is_sorted_by_key(|taken| taken.on));
        let count = |step| course.taken().iter().filter(|taken| taken.step == step).count();
        prop_assert!(count(Step::Extend) <= 1 && count(Step::Decide) <= 1 && count(Step::AnswerReReview) <= 1);
        if Class::ALL[class] != Class::Remedy || course.route() != Some(Route::Opinion) {
            prop_assert_eq!(count(Step::Accept) + count(Step::Decide) + count(Step::Extend), 0);
        }
    }
}

#[test]
fn every_stage_step_and_actor_has_words_and_every_article_is_in_force() {
    let law = LawLibrary::shipped();
    for row in &Steps::shipped().rows {
        assert!(law.in_force(row.article, DAY), "{:?}", row.step);
        if let Some((limit, _)) = row.limit {
            let rule = law.limit_on(limit, DAY).unwrap();
            // The limit's article is that of the step, or the one it is read with.
            assert_eq!(law.pack_of(rule.article).id, law.pack_of(row.article).id);
        }
    }
    for locale in Locale::ALL {
        for label in Stage::ALL.map(|stage| locale.say(&stage.label())) {
            assert!(!label.starts_with("stage-"), "{label}");
        }
        for label in Step::ALL.map(|step| locale.say(&step.label())) {
            assert!(!label.starts_with("step-"), "{label}");
        }
        for label in Actor::ALL.map(|actor| locale.say(&actor.label())) {
            assert!(!label.starts_with("actor-"), "{label}");
        }
    }
}

#[test]
fn a_broken_table_is_refused() {
    let law = LawLibrary::shipped();
    let text = include_str!("../../assets/procedure/steps.ron");
    let bent = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        Steps::parse(&text.replacen(from, to, 1), law).unwrap_err()
    };
    assert!(matches!(bent("xf2022/33", "xf2022/333"), StepsError::Article { step: Step::Settle, .. }));
    assert!(matches!(bent(", since: Receive", ""), StepsError::HalfALimit { .. }));
    assert!(matches!(bent("by: [HeadOfBody], ", ""), StepsError::Nowhere { step: Step::Extend }));
    assert!(matches!(bent("to: Studied", "to: Answered"), StepsError::Unreachable { stage: Stage::Studied }));
    assert!(matches!(bent("step: Retaliate", "step: ShowToAccused"), StepsError::NoRow { step: Step::Retaliate }));
    let twice = "(step: Verify, from: [Accepted], to: Handling, by: [CompetentBody], article: \"xf2022/31(6)\"),";
    assert!(matches!(bent("[\n", &format!("[\n{twice}\n")), StepsError::TwoRows { step: Step::Verify, .. }));
    assert!(matches!(bent("step: Help", "stepp: Help"), StepsError::Syntax(_)));
}
