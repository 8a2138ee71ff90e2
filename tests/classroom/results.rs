//! What a class did, as it is told and as it is exported.

use crate::databases::{on_each, sqlite};
use crate::played::{NOW, exam_of, paper, play, seat};
use calamine::Reader as _;
use calmdesk::classroom::export::{self, CsvForm, CsvSeparator};
use calmdesk::classroom::results::{Names, results};
use calmdesk::classroom::store::Override;
use calmdesk::classroom::{ClassId, Paper, Store};
use calmdesk::rubric::Rubric;
use calmdesk::rubric::assessment::Milli;

/// Five people: two who can, three who cannot; the last has not come.
async fn class(store: &Store) -> ClassId {
    let (class, assignment) = exam_of(store, Paper { attempts: Some(2), ..paper() }).await;
    for (name, number, policy) in [
        ("王敏", "A-1001", "expert"),
        ("李强", "A-1002", "careful"),
        ("=HYPERLINK(1)", "A-1003", "stonewaller"),
        ("赵六", "", "bully"),
    ] {
        let seat = seat(store, class, name, number).await;
        play(store, &assignment, &seat, policy).await;
        if policy == "bully" {
            play(store, &assignment, &seat, "expert").await;
        }
    }
    seat(store, class, "周七", "A-1005").await;
    class
}

#[test]
fn the_table_the_map_and_the_turns_say_what_was_done() {
    on_each(|own| async move {
        let store = own.store().await;
        let class = class(&store).await;
        let found = results(&store, class, None, Names::Real).await.unwrap();
        let row = |name: &str| found.rows.iter().find(|row| row.who.name.as_deref() == Some(name)).unwrap();
        assert_eq!(found.rows.len(), 5);
        assert_eq!(row("王敏").standing.as_deref(), Some("passed"));
        assert_eq!(row("赵六").standing.as_deref(), Some("not-passed"));
        assert!(row("王敏").total > row("李强").total && row("李强").total > row("赵六").total);
        assert_eq!(found.missing.iter().map(|who| who.name.as_deref()).collect::<Vec<_>>(), [Some("周七")]);
        assert_eq!(found.heat.len(), 4);
        // Of two attempts the map has the last one.
        let expert = &found.heat.iter().find(|row| row.who.name.as_deref() == Some("王敏")).unwrap().shares;
        assert_eq!(&found.heat.iter().find(|row| row.who.name.as_deref() == Some("赵六")).unwrap().shares, expert);
        assert_eq!(found.outcomes.values().sum::<u64>(), 5);
        // Difficulty from four sessions on, by everybody's first attempt; discrimination from twenty on.
        let first = found.items.iter().max_by_key(|item| item.sessions).unwrap();
        assert_eq!(first.sessions, 4);
        assert_eq!(first.options.iter().map(|option| option.sessions).sum::<usize>(), 4);
        assert!(first.difficulty.is_some_and(|difficulty| difficulty > 0.0 && difficulty < 1.0), "{first:?}");
        assert!(found.items.iter().all(|item| item.discrimination.is_none()));
        let turn = &found.wrong_turns[0];
        assert!(turn.people <= turn.of && turn.of <= 4);
        let scenario = store.scenario(&turn.hash).await.unwrap().0;
        let (heard, said) = turn.words(Some(&scenario), calmdesk::vocabulary::Locale::ZhCn);
        assert!(heard.is_some_and(|heard| heard.chars().count() > 3) && said.chars().count() > 3, "{turn:?}");
        let gain = found.progress.iter().find(|step| step.number == 2).unwrap();
        assert!(gain.attempts == 1 && gain.gain.is_some_and(|gain| gain > 300), "{gain:?}");
    });
}

#[test]
fn by_pseudonym_no_name_and_no_number_is_in_any_form_of_it() {
    on_each(|own| async move {
        let store = own.store().await;
        let class = class(&store).await;
        let found = results(&store, class, None, Names::default()).await.unwrap();
        let json = String::from_utf8(export::json(&found).unwrap()).unwrap();
        let csv = String::from_utf8(export::csv(&export::attempts(&found), CsvForm::default()).unwrap()).unwrap();
        for text in [json, csv] {
            for name in ["王敏", "李强", "赵六", "A-100", "HYPERLINK"] {
                assert!(!text.contains(name), "{name} in {text}");
            }
        }
    });
}

#[test]
fn an_override_counts_and_the_machines_word_stays_beside_it() {
    on_each(|own| async move {
        let store = own.store().await;
        let class = class(&store).await;
        let bad = |found: &calmdesk::classroom::results::ClassResults| {
            found.rows.iter().find(|row| row.who.name.as_deref() == Some("赵六")).unwrap().clone()
        };
        let before = bad(&results(&store, class, None, Names::Real).await.unwrap());
        let word = |reason: &str| Override {
            who: "钱老师".into(),
            reason: reason.into(),
            total: Some(Milli(605)),
            passed: Some(true),
        };
        assert!(store.override_result(before.attempt, &word("  "), NOW).await.is_err(), "without a reason");
        store.override_result(before.attempt, &word("机器没听见他补的那句"), NOW).await.unwrap();
        store.override_result(before.attempt, &word("复核"), NOW).await.unwrap();
        let after = bad(&results(&store, class, None, Names::Real).await.unwrap());
        assert_eq!((after.total, after.standing.as_deref()), (Some(605), Some("passed")));
        assert_eq!(after.machine, before.machine);
        assert_eq!(after.overridden.map(|word| (word.number, word.reason)), Some((2, "复核".to_owned())));
        assert_eq!(store.overrides(class).await.unwrap().len(), 2, "both stay");
    });
}

#[test]
fn a_rating_is_blind_until_the_machine_was_seen_and_stays_what_it_was() {
    on_each(|own| async move {
        let store = own.store().await;
        let class = class(&store).await;
        let attempt = store.attempts(class, None).await.unwrap()[0].id;
        let criteria: Vec<&str> = Rubric::shipped().criteria.iter().map(|one| one.id.as_str()).collect();
        store.rate(attempt, "钱", &[(criteria[0], 2), (criteria[1], 3)], NOW).await.unwrap();
        store.rate(attempt, "钱", &[(criteria[0], 4)], NOW).await.unwrap();
        store.looked(attempt, "钱", NOW.plus(1)).await.unwrap();
        store.rate(attempt, "钱", &[(criteria[0], 5), (criteria[2], 5)], NOW.plus(2)).await.unwrap();
        let told: Vec<_> =
            store.ratings(class).await.unwrap().into_iter().map(|one| (one.criterion, one.level, one.blind)).collect();
        let mut expected = vec![
            (criteria[0].to_owned(), 4, true),
            (criteria[1].to_owned(), 3, true),
            (criteria[2].to_owned(), 5, false),
        ];
        expected.sort();
        assert_eq!(told, expected);
        for wrong in [("no-such", 3), (criteria[0], 0), (criteria[0], 6)] {
            assert!(store.rate(attempt, "钱", &[wrong], NOW).await.is_err(), "{wrong:?}");
        }
    });
}

#[test]
fn exports_keep_the_conventions_that_programs_rely_on() {
    let own = sqlite();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = own.store().await;
        let class = class(&store).await;
        let found = results(&store, class, None, Names::Real).await.unwrap();
        let sheet = export::attempts(&found);
        let csv = |form| String::from_utf8(export::csv(&sheet, form).unwrap()).unwrap();
        let with_bom = csv(CsvForm::default());
        assert!(with_bom.starts_with("\u{FEFF}pseudonym,name,number,"), "{with_bom}");
        assert!(with_bom.contains(",'=HYPERLINK(1),A-1003,"), "a name is no formula: {with_bom}");
        assert_eq!(with_bom.matches('\n').count(), with_bom.matches("\r\n").count());
        let plain = csv(CsvForm { bom: false, separator: CsvSeparator::Semicolon });
        assert!(plain.starts_with("pseudonym;name;number;"));
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(plain.as_bytes());
        let total = reader.headers().unwrap().iter().position(|head| head == "total").unwrap();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), found.rows.len() + found.missing.len());
        let expected = found.rows.iter().map(|row| row.total.map(|total| total as f64 / 10.0));
        for (row, expected) in rows.iter().zip(expected) {
            assert_eq!(row[total].parse().ok(), expected, "{row:?}");
        }
        // The workbook holds the same, numbers as numbers and names as names.
        let bytes = export::xlsx(&found).unwrap();
        let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["attempts", "criteria", "items"]);
        let range = book.worksheet_range("attempts").unwrap();
        let cells: Vec<String> = range.rows().skip(1).map(|row| row[1].to_string()).collect();
        assert!(cells.contains(&"=HYPERLINK(1)".to_owned()), "{cells:?}");
        assert!(range.rows().nth(1).is_some_and(|row| matches!(row[total], calamine::Data::Float(_))));
        // Moodle: one identity column, grades of 0 to 100 or none, no row without an identity.
        let moodle = export::moodle(&found, |rows| format!("{}", rows.len())).unwrap();
        let text = String::from_utf8(moodle.csv).unwrap();
        assert!(text.starts_with("idnumber,期中考核,feedback\r\n"), "{text}");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for row in reader.records().map(Result::unwrap) {
            assert!(
                !row[0].is_empty() && row[1].parse::<f64>().is_ok_and(|grade| (0.0..=100.0).contains(&grade)),
                "{row:?}"
            );
        }
        assert_eq!(moodle.without_number.len(), 1, "赵六 has none");
    });
}
