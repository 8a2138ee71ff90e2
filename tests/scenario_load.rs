//! Loading as an author meets it: the example of the language's page, translations, the library.

use calmdesk::locale::Locale;
use calmdesk::scenario::model::*;
use calmdesk::scenario::{SourceBundle, diagnostic, load};

fn example() -> String {
    let page = include_str!("../docs/scenario-language.md");
    let start = page.find("```ron\n").expect("an example") + "```ron\n".len();
    let end = start + page[start..].find("```").expect("its end");
    page[start..end].to_owned()
}

fn explain(bundle: &SourceBundle) -> String {
    (load(bundle).diagnostics.iter())
        .map(|problem| {
            diagnostic::render(
                problem,
                &problem.file,
                &bundle.shown(&problem.file),
                Locale::ZhCn,
                false,
            )
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_example_of_the_language_page_loads() {
    let bundle = SourceBundle::of_text("example", example());
    let loaded = load(&bundle);
    let scenario = loaded
        .scenario
        .unwrap_or_else(|| panic!("{}", explain(&bundle)));
    assert_eq!(scenario.title.original, "深夜的挪动声");
    assert_eq!(scenario.nodes[0].id, "arrive");
    assert_eq!(scenario.words.len(), 1);
    let NodeKind::Choice(choice) = &scenario.nodes[1].kind else {
        panic!("a choice")
    };
    assert!(choice.options.iter().all(|option| !option.acts.is_empty()));
    for node in &scenario.nodes {
        let text = &example()[node.span.clone()];
        assert!(text.starts_with(&format!("\"{}\"", node.id)), "{text}");
        assert!(text.ends_with(')'), "{text}");
    }
}
