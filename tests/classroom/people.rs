//! Classes, people, seats, tokens, and what is left when they are deleted.

use crate::databases::on_each;
use crate::played::{NOW, exam, person, play, seat};
use calmdesk::classroom::{Bearer, ClassCode, ClassError, ClassState, NewPerson, SeatKind, Thing, TokenUse, live};

#[test]
fn a_class_is_found_by_its_code_as_people_type_it() {
    on_each(|own| async move {
        let store = own.store().await;
        let class = store.new_class("  一班 ", Some(30), NOW).await.unwrap();
        assert_eq!((class.name.as_str(), class.keep_days), ("一班", Some(30)));
        let typed: ClassCode = class.code.as_str().to_lowercase().parse().unwrap();
        assert_eq!(store.class_by_code(&typed).await.unwrap(), class);
        let other: ClassCode = if class.code.as_str() == "AAAAAA" { "BBBBBB" } else { "AAAAAA" }.parse().unwrap();
        assert!(matches!(store.class_by_code(&other).await, Err(ClassError::WrongCode(_))));
        store.set_class_state(class.id, ClassState::Closed).await.unwrap();
        assert_eq!(store.class(class.id).await.unwrap().state, ClassState::Closed);
        assert!(matches!(store.new_class(" \t", None, NOW).await, Err(ClassError::Text { .. })));
        assert!(matches!(store.new_class(&"字".repeat(121), None, NOW).await, Err(ClassError::Text { .. })));
    });
}

#[test]
fn numbers_and_pseudonyms_are_one_persons_each_and_names_are_not() {
    on_each(|own| async move {
        let store = own.store().await;
        let class = store.new_class("一班", None, NOW).await.unwrap().id;
        let one = person(&store, class, "王敏", "1001").await;
        let two = person(&store, class, "王敏", "1002").await;
        assert_ne!(one.pseudonym, two.pseudonym);
        let again = NewPerson { number: Some("1001".into()), ..NewPerson::default() };
        assert!(
            matches!(store.add_person(class, &again, NOW).await, Err(ClassError::Taken(number)) if number == "1001")
        );
        // All or none.
        let fresh = NewPerson { number: Some("1003".into()), ..NewPerson::default() };
        assert!(store.add_people(class, &[fresh, again], NOW).await.is_err());
        assert_eq!(store.people(class).await.unwrap().len(), 2);
        // A name that is hostile to SQL, HTML and spreadsheets is a name.
        let hostile = "'); DROP TABLE people; --<script>=1+1";
        let kept = person(&store, class, hostile, "1004").await;
        assert_eq!(store.person(kept.id).await.unwrap().name.as_deref(), Some(hostile));
    });
}

#[test]
fn a_token_is_known_to_every_server_and_a_link_works_once() {
    on_each(|own| async move {
        let (store, other) = (own.store().await, own.store().await);
        let class = store.new_class("一班", None, NOW).await.unwrap().id;
        let seat = seat(&store, class, "王敏", "1001").await;
        let until = NOW.plus(1_000);
        let token = store.issue_token(class, &Bearer::Seat(seat.id), TokenUse::Many, until).await.unwrap();
        for _ in 0..2 {
            assert_eq!(other.bearer(&token, NOW).await.unwrap(), Some((class, Bearer::Seat(seat.id))));
        }
        assert_eq!(other.bearer(&token, until).await.unwrap(), None);
        assert_eq!(other.bearer("0", NOW).await.unwrap(), None);
        store.revoke_seat(seat.id).await.unwrap();
        assert_eq!(other.bearer(&token, NOW).await.unwrap(), None);
        let link = store.issue_token(class, &Bearer::Instructor("钱".into()), TokenUse::Once, until).await.unwrap();
        assert_eq!(other.bearer(&link, NOW).await.unwrap(), Some((class, Bearer::Instructor("钱".into()))));
        assert_eq!(store.bearer(&link, NOW).await.unwrap(), None);
    });
}

#[test]
fn an_instructors_password_is_not_kept() {
    on_each(|own| async move {
        let store = own.store().await;
        let class = store.new_class("一班", None, NOW).await.unwrap().id;
        store.set_instructor(class, "钱", Some("静夜思")).await.unwrap();
        assert!(store.check_instructor(class, "钱", "静夜思").await.unwrap());
        assert!(!store.check_instructor(class, "钱", "静夜").await.unwrap());
        assert!(!store.check_instructor(class, "孙", "静夜思").await.unwrap());
        store.set_instructor(class, "钱", None).await.unwrap();
        assert!(!store.check_instructor(class, "钱", "静夜思").await.unwrap());
        assert!(!store.check_instructor(class, "钱", "").await.unwrap());
    });
}

#[test]
fn what_is_deleted_is_gone_from_the_files() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let (gone, stays) = (seat(&store, class, "欧阳甲乙", "8801").await, seat(&store, class, "王敏", "1002").await);
        let played = play(&store, &assignment, &gone, "stonewaller").await.attempt().id;
        let kept = play(&store, &assignment, &stays, "expert").await.attempt().id;
        store.rate(played, "钱", &[("no-such-criterion", 3)], NOW).await.unwrap_err();
        let pseudonym = store.person(gone.person).await.unwrap().pseudonym;
        let removed = store.delete_person(gone.person).await.unwrap();
        assert_eq!((removed.people, removed.attempts), (1, 1));
        assert!(matches!(store.attempt(played).await, Err(ClassError::NoSuch(Thing::Attempt))));
        assert!(matches!(store.log_of(played).await, Err(ClassError::NoSuch(_))));
        assert!(matches!(store.delete_person(gone.person).await, Err(ClassError::NoSuch(Thing::Person))));
        assert!(!store.log_of(kept).await.unwrap().is_empty());
        store.close().await;
        for file in std::fs::read_dir(own.folder.path()).unwrap().flatten() {
            let bytes = std::fs::read(file.path()).unwrap();
            for trace in ["欧阳甲乙", &pseudonym] {
                let found = bytes.windows(trace.len()).any(|seen| seen == trace.as_bytes());
                assert!(!found, "{trace} is still in {}", file.path().display());
            }
        }
    });
}

#[test]
fn what_is_beyond_its_time_goes_and_nothing_else() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let old = play(&store, &assignment, &seat(&store, class, "王敏", "1001").await, "bully").await.attempt().id;
        let day = 86_400_000;
        assert_eq!(store.purge(NOW.plus(100 * day)).await.unwrap().attempts, 0, "kept until somebody deletes it");
        store.set_keep_days(class, Some(10)).await.unwrap();
        assert_eq!(store.purge(NOW.plus(10 * day)).await.unwrap().attempts, 0);
        assert_eq!(store.purge(NOW.plus(11 * day)).await.unwrap().attempts, 1);
        assert!(store.attempt(old).await.is_err());
        assert_eq!(store.people(class).await.unwrap().len(), 1);
        let removed = store.delete_class(class).await.unwrap();
        assert_eq!(removed.people, 1);
        assert!(store.scenario(&assignment.paper.items[0].hash).await.is_err(), "no class has it any more");
    });
}

#[test]
fn a_person_gets_everything_that_is_known_of_them_and_nothing_of_others() {
    on_each(|own| async move {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let (one, other) = (seat(&store, class, "王敏", "1001").await, seat(&store, class, "李强", "1002").await);
        let attempt = play(&store, &assignment, &one, "expert").await.attempt().id;
        play(&store, &assignment, &other, "bully").await;
        let criterion = calmdesk::rubric::Rubric::shipped().criteria[0].id.clone();
        store.rate(attempt, "钱", &[(&criterion, 4)], NOW).await.unwrap();
        let all = store.portable(one.person).await.unwrap();
        assert_eq!((all.attempts.len(), all.attempts[0].ratings.len()), (1, 1));
        assert_eq!(all.attempts[0].log.as_bytes(), store.log_of(attempt).await.unwrap());
        let json = serde_json::to_string(&all).unwrap();
        assert!(json.contains("王敏") && !json.contains("李强"), "{json}");
        let window = store.take_seat(one.person, SeatKind::Window, NOW).await.unwrap();
        assert_ne!(store.seat_key(window.id).await.unwrap(), store.seat_key(one.id).await.unwrap());
        live::settle(&store, attempt).await.unwrap();
    });
}
