//! What an author may name is listed from the data, and pages that show how something is written show what is written.

use crate::guide::{compare, file, read};
use calmdesk::locale::Texts;
use calmdesk::procedure::LawLibrary;
use calmdesk::visitor::{Persona, Trait};
use calmdesk::vocabulary::{Feeling, Locale, Need};
use std::fmt::{Debug, Write};
use strum::VariantArray;

const TRAITS: [Trait; 5] =
    [Trait::Openness, Trait::Conscientiousness, Trait::Extraversion, Trait::Agreeableness, Trait::Stability];

#[test]
fn the_catalogue_of_personas_is_up_to_date() {
    for (locale, path) in Locale::ALL.into_iter().zip(["docs/personas.md", "docs/personas.en.md"]) {
        compare(path, &personas_page(locale));
    }
}

/// What differs from what everybody has, most first: `Voice` 0.8.
fn set<T: Copy + Debug>(of: &[T], value: impl Fn(T) -> f64, usual: impl Fn(T) -> f64) -> String {
    let mut set: Vec<(T, f64)> =
        of.iter().map(|one| (*one, value(*one))).filter(|(one, v)| *v != usual(*one)).collect();
    set.sort_by(|a, b| b.1.total_cmp(&a.1));
    set.iter().map(|(one, value)| format!("{one:?} {value}")).collect::<Vec<_>>().join("、")
}

fn personas_page(locale: Locale) -> String {
    let zh = locale == Locale::ZhCn;
    let mut page = if zh {
        "# 人物类型\n\n这一页由程序生成。写在来访人的 `persona` 里，几个用 `/` 连，后面的盖过前面的：`persona: \"repeat-visitor/unfair\"`。\
         类型说的是人坐在窗口前怎么样，不是标签，也不是诊断。没列出来的照平常人。自己的类型写进 `personas`。\n\n\
         | 写法 | 叫什么 | 在意什么 | 性情 | 来时 |\n|---|---|---|---|---|\n"
    } else {
        "# Personas\n\nThis page is made by the program. They stand in `persona` of a visitor, several joined by `/`, later ones \
         overriding earlier ones: `persona: \"repeat-visitor/unfair\"`. They say how somebody is at the desk; they are no labels \
         and no diagnoses. What is not listed is as for anybody. Personas of your own go into `personas`.\n\n\
         | Write | Called | Cares about | Temper | Arrives with |\n|---|---|---|---|---|\n"
    }
    .to_owned();
    let usual = Persona::default();
    for name in Persona::preset_names() {
        let persona = Persona::preset(name).unwrap();
        let needs = set(Need::VARIANTS, |need| persona.needs[need as usize], |need| usual.needs[need as usize]);
        let traits = set(&TRAITS, |one| persona.traits[one as usize], |one| usual.traits[one as usize]);
        let mut arrives = set(Feeling::VARIANTS, |one| persona.arrives_with[one as usize], |_| 0.0);
        if persona.trust != usual.trust {
            arrives = format!("Trust {}、{arrives}", persona.trust).trim_end_matches('、').to_owned();
        }
        let called = locale.text(&format!("persona-{name}"));
        let row = format!("| `{name}` | {called} | {needs} | {traits} | {arrives} |");
        writeln!(page, "{}", if zh { row } else { row.replace('、', ", ") }).unwrap();
    }
    page
}

#[test]
fn the_list_of_articles_is_up_to_date() {
    for (locale, path) in Locale::ALL.into_iter().zip(["docs/articles.md", "docs/articles.en.md"]) {
        compare(path, &articles_page(locale));
    }
}

fn articles_page(locale: Locale) -> String {
    let zh = locale == Locale::ZhCn;
    let mut page = if zh {
        "# 能引的条文\n\n这一页由程序生成。写在行为、诉求、文书里：`CitePolicy(\"xf2022/23(1)\")`。条文是我们自己的话，不是原文；\
         要用在公文上，先对原文。带 ⚠ 的没有见到可靠的来源。自己的规矩写进 `law` 文件夹，见[法条](law.md)。\n"
    } else {
        "# Articles that can be cited\n\nThis page is made by the program. They stand in acts, claims and papers: \
         `CitePolicy(\"xf2022/23(1)\")`. The texts are our own words and not the law's; before one goes on an official paper, read \
         the law. ⚠: no reliable source was seen. Rules of your own go into the folder `law`, see [law](law.md).\n"
    }
    .to_owned();
    let law = LawLibrary::shipped();
    for pack in &law.packs {
        let head = if zh { "| 写法 | 说的是 |" } else { "| Write | Says |" };
        write!(page, "\n## {} `{}`\n\n{head}\n|---|---|\n", pack.title.get(locale), pack.id).unwrap();
        for article in &law.articles[usize::from(pack.articles.start)..usize::from(pack.articles.end)] {
            let text = article.text.get(locale).replace('|', "\\|");
            let mark = if article.unverified { " ⚠" } else { "" };
            writeln!(page, "| `{}/{}`{mark} | {text} |", pack.id, article.number).unwrap();
        }
    }
    page
}

/// What stands in a page as an example stands in a scenario that is checked and played.
#[test]
fn what_the_page_of_hard_cases_shows_is_written_so() {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let written = ["docs/examples/hard-case", "docs/examples/director", "scenarios/twelve-years"]
        .map(|folder| squeezed(&read(&format!("{folder}/scenario.ron"))));
    for page in ["docs/hard-cases.md", "docs/hard-cases.en.md"] {
        let text = read(page);
        let shown: Vec<&str> = text.split("```ron\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
        assert!(shown.len() >= 6, "{page}");
        for piece in shown {
            let piece = squeezed(piece);
            assert!(written.iter().any(|scenario| scenario.contains(&piece)), "{page}: {piece}");
        }
        for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            assert!(file("docs").join(link).exists(), "{page}: {link}");
        }
    }
}
