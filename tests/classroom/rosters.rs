//! Rosters as offices have them, shown before anything is kept.

use crate::databases::on_each;
use crate::played::{NOW, person};
use calmdesk::classroom::roster::{RosterColumn, RosterError, RowNote, keep, preview};
use calmdesk::coding::{Encoding, Separator};

fn names(bytes: &[u8]) -> Vec<String> {
    preview(bytes, &[]).unwrap().people().into_iter().map(|one| one.name.unwrap_or_default()).collect()
}

#[test]
fn whatever_program_wrote_it_the_same_people_are_in_it() {
    let table = |by: char| format!("序号{by}姓名{by}学号\r\n1{by}王敏{by}0071\r\n2{by}欧阳娜{by}0072\r\n");
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    for (by, separator) in [(',', Separator::Comma), (';', Separator::Semicolon), ('\t', Separator::Tab)] {
        let text = table(by);
        let bom = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for (bytes, encoding) in
            [(text.clone().into_bytes(), Encoding::Utf8), (bom, Encoding::Utf8Bom), (gbk(&text), Encoding::Gbk)]
        {
            let read = preview(&bytes, &[]).unwrap();
            assert_eq!((read.how.encoding, read.how.separator), (encoding, separator));
            let people: Vec<_> =
                read.people().into_iter().map(|one| (one.name.unwrap(), one.number.unwrap())).collect();
            let expected = [("王敏", "0071"), ("欧阳娜", "0072")].map(|(a, b)| (a.to_owned(), b.to_owned()));
            assert_eq!(people, expected, "leading zeros stay");
            assert_eq!(read.columns[0], ("序号".to_owned(), None), "left alone, and said so");
            assert_eq!(read.columns[2].1, Some(RosterColumn::Number));
        }
    }
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (row, cells) in [["姓名", "工号"], ["王敏", "0071"], ["欧阳娜", "0072"]].iter().enumerate() {
        for (at, cell) in cells.iter().enumerate() {
            page.write_string(row as u32, at as u16, *cell).unwrap();
        }
    }
    assert_eq!(names(&book.save_to_buffer().unwrap()), ["王敏", "欧阳娜"]);
    assert_eq!(names("王敏\n欧阳娜\n".as_bytes()), ["王敏", "欧阳娜"], "one column without a head is names");
}

#[test]
fn nothing_is_guessed_in_silence() {
    let error = |text: &str| preview(text.as_bytes(), &[]).unwrap_err();
    assert!(matches!(error("a,b\nc,d\n"), RosterError::NoColumn { heads } if heads == ["a", "b"]));
    assert!(matches!(error("姓名,名字\na,b\n"), RosterError::ColumnTwice { head } if head == "名字"));
    assert!(matches!(error("姓名,学号\n\"王敏,1\n"), RosterError::File(problems) if problems[0].line == 2));
    assert!(matches!(error(""), RosterError::File(_)));
    let many = "姓名\n".to_owned() + &"a\n".repeat(5_001);
    assert!(matches!(error(&many), RosterError::TooMany { limit: 5_000 }));
    for problem in [error("a,b\n"), error("姓名,名字\n"), error(&many)] {
        for message in problem.messages() {
            for locale in calmdesk::vocabulary::Locale::ALL {
                use calmdesk::locale::Texts as _;
                assert!(!locale.say(&message).contains("class-"), "{message:?}");
            }
        }
    }
}

#[test]
fn rows_that_cannot_be_kept_are_shown_with_the_reason() {
    on_each(|own| async move {
        let store = own.store().await;
        let class = store.new_class("一班", None, NOW).await.unwrap().id;
        person(&store, class, "王敏", "1001").await;
        let there = store.people(class).await.unwrap();
        let long = "字".repeat(121);
        let text = format!("姓名,学号\n王敏,1001\n李强,1002\n李强,1003\n赵六,1002\n{long},1004\n,\n");
        let read = preview(text.as_bytes(), &there).unwrap();
        let notes: Vec<_> = read.rows.iter().map(|row| (row.line, row.note.clone())).collect();
        assert_eq!(
            notes,
            [
                (2, Some(RowNote::InClass)),
                (3, None),
                (4, Some(RowNote::SameNameAsLine(3))),
                (5, Some(RowNote::SameAsLine(3))),
                (6, Some(RowNote::TooLong)),
            ]
        );
        assert_eq!(store.people(class).await.unwrap().len(), 1, "nothing is kept before it is asked for");
        assert_eq!(keep(&store, class, &read, NOW).await.unwrap().len(), 2);
        assert!(keep(&store, class, &read, NOW).await.is_err(), "twice is told, not doubled");
        assert_eq!(store.people(class).await.unwrap().len(), 3);
    });
}
