//! The tables of `docs/procedure.md` are those of the data. `CALMDESK_WRITE_DOCS=1` writes them anew.

use calmdesk::locale::Texts;
use calmdesk::procedure::{Conduct, Ladders, LawLibrary, Limit, Measure, PaperCatalogue, PaperField, Steps};
use calmdesk::vocabulary::Locale;
use jiff::civil::date;
use std::fmt::Write as _;

/// Labels hold commas of their own.
fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(" / ")
}

fn head(cells: &[&str]) -> String {
    format!("| {} |\n|{}\n", cells.join(" | "), "---|".repeat(cells.len()))
}

fn limits(locale: Locale) -> String {
    let law = LawLibrary::shipped();
    let mut text = match locale {
        Locale::ZhCn => head(&["写法", "什么事", "从哪天起", "几日", "依据"]),
        Locale::En => head(&["Id", "What", "From", "Limit", "Basis"]),
    };
    for limit in Limit::ALL {
        let rule = law.limit_on(limit, date(2026, 3, 9)).unwrap();
        let (what, from) = (locale.say(&limit.label()), locale.say(&limit.runs_from()));
        let (days, basis) = (locale.say(&rule.period.label()), law.citation(rule.article, locale));
        writeln!(text, "| `{}` | {what} | {from} | {days} | {basis} |", limit.id()).unwrap();
    }
    text
}

fn steps(locale: Locale) -> String {
    let law = LawLibrary::shipped();
    let mut text = match locale {
        Locale::ZhCn => head(&["做什么", "什么时候", "谁", "哪类事", "依据", "期限"]),
        Locale::En => head(&["Step", "When", "Who", "Matters", "Basis", "Limit"]),
    };
    for row in &Steps::shipped().rows {
        let class = row.class.map(|class| locale.say(&class.label())).unwrap_or_default();
        let routes = joined(row.routes.iter().map(|route| locale.say(&route.label())));
        let kinds = match (routes.is_empty(), locale) {
            (true, _) => class,
            (false, Locale::ZhCn) => format!("{class}：{routes}"),
            (false, Locale::En) => format!("{class}: {routes}"),
        };
        let from = joined(row.from.iter().map(|stage| locale.say(&stage.label())));
        let by = joined(row.by.iter().map(|actor| locale.say(&actor.label())));
        let never = if locale == Locale::ZhCn { "**永远不行**" } else { "**never**" };
        let limit = row.limit.map(|(limit, _)| format!("`{}`", limit.id())).unwrap_or_default();
        writeln!(
            text,
            "| {} | {} | {by} | {} | {} | {limit} |",
            locale.say(&row.step.label()),
            if row.never { never.to_owned() } else { from },
            kinds,
            law.citation(row.article, locale),
        )
        .unwrap();
    }
    text
}

fn ladder(locale: Locale) -> String {
    let law = LawLibrary::shipped();
    let mut text = match locale {
        Locale::ZhCn => head(&["碰上什么", "马上要做的", "一步一步来", "依据", "手册"]),
        Locale::En => head(&["What happens", "At once", "Rung by rung", "Basis", "Handbook"]),
    };
    for conduct in Conduct::ALL {
        let ladder = Ladders::shipped().of(conduct);
        let row = |measures: &[Measure], arrow: &str| {
            measures.iter().map(|measure| locale.say(&measure.label())).collect::<Vec<_>>().join(arrow)
        };
        writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            locale.say(&conduct.label()),
            row(&ladder.at_once, " + "),
            row(&ladder.rungs, " → "),
            ladder.article.as_ref().map(|at| law.citation(law.find(at).unwrap(), locale)).unwrap_or_default(),
            ladder.handbook,
        )
        .unwrap();
    }
    text
}

fn papers(locale: Locale) -> String {
    let law = LawLibrary::shipped();
    let mut text = match locale {
        Locale::ZhCn => head(&["文书", "必填", "可填", "盖章期限", "依据"]),
        Locale::En => head(&["Paper", "Required", "Optional", "Sealed within", "Basis"]),
    };
    for paper in &PaperCatalogue::shipped().papers {
        let fields = |fields: &[PaperField]| joined(fields.iter().map(|field| locale.say(&field.label())));
        let limit = paper.sealed_within.map(|limit| format!("`{}`", limit.id())).unwrap_or_default();
        let basis = joined(paper.bases.iter().map(|basis| {
            let article = law.citation(law.find(&basis.article).unwrap(), locale);
            match (basis.by, locale) {
                (None, _) => article,
                (Some(by), Locale::ZhCn) => format!("{}：{article}", locale.say(&by.label())),
                (Some(by), Locale::En) => format!("{}: {article}", locale.say(&by.label())),
            }
        }));
        let (required, optional) = (fields(&paper.required), fields(&paper.optional));
        writeln!(text, "| {} | {required} | {optional} | {limit} | {basis} |", paper.title.get(locale)).unwrap();
    }
    text
}

#[test]
fn the_tables_of_the_page_are_those_of_the_data() {
    let path = format!("{}/docs/procedure.md", env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(&path).unwrap();
    let mut wanted = page.clone();
    type Table = fn(Locale) -> String;
    let tables: [(&str, Table); 4] = [("limits", limits), ("steps", steps), ("ladder", ladder), ("papers", papers)];
    for (name, table) in tables {
        for (tag, locale) in [("zh", Locale::ZhCn), ("en", Locale::En)] {
            let (open, close) = (format!("<!-- {name}-{tag} -->\n"), format!("<!-- /{name}-{tag} -->"));
            let first = wanted.find(&open).unwrap_or_else(|| panic!("{open}")) + open.len();
            let last = wanted.find(&close).unwrap_or_else(|| panic!("{close}"));
            wanted.replace_range(first..last, &format!("{}\n", table(locale)));
        }
    }
    if std::env::var_os("CALMDESK_WRITE_DOCS").is_some() {
        std::fs::write(&path, &wanted).unwrap();
    } else {
        assert!(page == wanted, "docs/procedure.md is behind the data: run with CALMDESK_WRITE_DOCS=1");
    }
}

#[test]
fn the_page_of_law_leaves_out_no_pack_and_no_paper() {
    let page = include_str!("../../docs/law.md");
    for pack in &LawLibrary::shipped().packs {
        assert!(page.contains(&format!("| `{}` |", pack.id)), "{}", pack.id);
    }
    for paper in &PaperCatalogue::shipped().papers {
        assert!(page.contains(&format!("| `{}` |", paper.id)), "{}", paper.id);
    }
}
