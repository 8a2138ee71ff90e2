//! Words that promise without a day and cite without an article.

/// Times that name no day.
const TIMES: [&str; 14] = [
    "尽快",
    "尽早",
    "及时",
    "抓紧",
    "近期",
    "不久",
    "过段时间",
    "过几天",
    "有消息",
    "按规定时间",
    "规定期限内",
    "规定时限内",
    "as soon as possible",
    "in due course",
];

/// Bases that name no act.
const BASES: [&str; 16] = [
    "有关规定",
    "相关规定",
    "有关法律",
    "相关法律",
    "有关政策",
    "相关政策",
    "政策规定",
    "上级规定",
    "上级文件",
    "文件精神",
    "有关精神",
    "内部规定",
    "relevant rules",
    "relevant provisions",
    "relevant regulations",
    "applicable policy",
];

/// What a number of days is counted in, after its figure.
const UNITS: [&str; 12] =
    ["日", "天", "号", "工作日", "周", "星期", "礼拜", "月", "小时", "day", "working day", "week"];

/// The vague word for a time, where the text names no day and no number of days: 尽快, “as soon as possible”.
pub fn vague_time(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    if names_a_time(&lower) { None } else { TIMES.into_iter().find(|word| lower.contains(word)) }
}

/// The vague word for a basis, where the text names no article: 有关规定, “relevant rules”.
pub fn vague_basis(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    if names_an_article(&lower) { None } else { BASES.into_iter().find(|word| lower.contains(word)) }
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "零一二两三四五六七八九十百".contains(c)
}

/// A figure, then a unit of time: 15日, 三个工作日, 3月24日, 10 working days.
fn names_a_time(text: &str) -> bool {
    text.char_indices().filter(|(_, c)| is_figure(*c)).any(|(at, c)| {
        let rest = text[at + c.len_utf8()..].trim_start_matches(|c| is_figure(c) || matches!(c, ' ' | '个'));
        UNITS.iter().any(|unit| rest.starts_with(unit))
    }) || text.split(|c: char| !c.is_ascii_digit() && c != '-').any(|word| word.parse::<jiff::civil::Date>().is_ok())
}

/// 第…条, or “Art. 3”, “Article 3”.
fn names_an_article(text: &str) -> bool {
    let after = |sign: &'static str| text.match_indices(sign).map(move |(at, _)| &text[at + sign.len()..]);
    let zh = after("第").any(|rest| {
        let left = rest.trim_start_matches(|c| is_figure(c) || c == '千' || c == ' ');
        left.len() < rest.len() && left.starts_with('条')
    });
    zh || ["art. ", "article "]
        .into_iter()
        .any(|sign| after(sign).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_vague_only_where_it_names_no_day() {
        assert_eq!(vague_time("我们尽快给您答复"), Some("尽快"));
        assert_eq!(vague_time("We will answer as soon as possible."), Some("as soon as possible"));
        for clear in [
            "尽快，最迟3月24日答复您",
            "三个工作日内尽快答复",
            "抓紧办，2026-03-24前给您书面答复",
            "within 15 days, as soon as possible",
        ] {
            assert_eq!(vague_time(clear), None, "{clear}");
        }
        assert_eq!(vague_time("明天上午十点"), None);
        assert_eq!(vague_time("第一时间抓紧处理"), Some("抓紧"));
    }

    #[test]
    fn a_basis_is_vague_only_where_it_names_no_article() {
        assert_eq!(vague_basis("根据有关规定，不予支持"), Some("有关规定"));
        assert_eq!(vague_basis("Under the relevant rules this is not possible."), Some("relevant rules"));
        assert_eq!(vague_basis("依据《噪声污染防治法》第七十条等有关规定"), None);
        assert_eq!(vague_basis("see Art. 70 and the relevant rules"), None);
        assert_eq!(vague_basis("根据《信访工作条例》有关规定"), Some("有关规定"));
        assert_eq!(vague_basis("第几条我记不清，反正是上级文件"), Some("上级文件"));
    }
}
