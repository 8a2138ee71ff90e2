//! `calmdesk deadline` as a clerk types it.

use crate::util::calmdesk;

fn told(words: &[&str]) -> String {
    calmdesk(words).run().well()
}

fn refused(words: &[&str], code: i32) -> String {
    let said = calmdesk(words).run();
    assert_eq!(said.code, code);
    assert!(said.out.is_empty());
    said.err
}

#[test]
fn a_limit_is_told_with_day_count_holidays_and_article() {
    let zh = told(&["deadline", "2026-09-24", "objection", "--lang", "zh-CN"]);
    for part in [
        "到期　2026-10-09 星期五",
        "5 个工作日",
        "中秋节：2026-09-25 到 2026-09-27",
        "国庆节：2026-10-01 到 2026-10-07",
        "《信访工作条例》第二十三条第三款",
    ] {
        assert!(zh.contains(part), "{part}\n{zh}");
    }
    let en = told(&["deadline", "2026-09-24", "objection", "--lang", "en"]);
    for part in ["Friday 2026-10-09", "5 working days", "National Day: 2026-10-01 to 2026-10-07", "Art. 23, para. 3"] {
        assert!(en.contains(part), "{part}\n{en}");
    }
    assert!(told(&["deadline", "2026-09-25", "notice", "--lang", "zh-CN"]).contains("2026-10-10 星期六"));
    let over = told(&["deadline", "2026-12-29", "objection", "--lang", "zh-CN"]);
    assert!(over.contains("2027 年的放假安排还没有收录"), "{over}");
    let heard = told(&["deadline", "2026-03-09", "re-review", "--hearing", "10", "--lang", "zh-CN"]);
    assert!(heard.contains("2026-04-18") && heard.contains("30 日") && heard.contains("听证用了 10 天"), "{heard}");
}

#[test]
fn without_a_limit_all_are_listed_and_json_says_the_same() {
    let all = told(&["deadline", "2026-03-09", "--lang", "zh-CN"]);
    assert!(all.lines().count() == 1 + 21 && all.contains("2026-03-24  notice："), "{all}");
    let json = told(&["deadline", "2026-09-24", "objection", "--format", "json", "--lang", "en"]);
    let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
    let row = &rows[0];
    assert_eq!((row["due"].as_str(), row["unit"].as_str()), (Some("2026-10-09"), Some("working")));
    assert_eq!((row["article"].as_str(), row["skipped"].as_array().unwrap().len()), (Some("xf2022/23(3)"), 10));
    // Before the Regulation only the limits of older laws are there.
    let before = told(&["deadline", "2022-04-30", "--lang", "zh-CN"]);
    assert!(!before.contains("notice") && before.contains("inspection"), "{before}");
}

#[test]
fn what_cannot_be_understood_is_said_in_the_readers_language() {
    assert!(refused(&["deadline", "2026-02-30", "notice", "--lang", "zh-CN"], 2).contains("“2026-02-30”不是日期"));
    let near = refused(&["deadline", "2026-03-09", "notise", "--lang", "en"], 2);
    assert!(near.contains("notise") && near.contains("notice"), "{near}");
    let far = refused(&["deadline", "2026-03-09", "someday", "--lang", "zh-CN"], 2);
    assert!(far.contains("decision+extension"), "{far}");
    assert!(refused(&["deadline", "2022-04-30", "notice", "--lang", "zh-CN"], 1).contains("2022-05-01"));
    assert!(refused(&["deadline", "9999-12-31", "notice", "--lang", "en"], 1).contains("too far"));
    assert!(refused(&["deadline", "--lang", "zh-CN"], 2).contains("DATE"));
    assert!(told(&["deadline", "--help", "--lang", "zh-CN"]).contains("re-review"));
}
