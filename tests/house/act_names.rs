//! The catalogue of acts says itself what an act is to the desk, to talks and to rehearsals; code knows none by its name.

use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::acts::{Carrier, CatalogueError, TASTES, TalkPart, Taste};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::path::{Path, PathBuf};

#[test]
fn no_act_stands_by_its_name_in_code() {
    let acts = ActCatalogue::shipped();
    let mut found = Vec::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let tokens: TokenStream = std::fs::read_to_string(&path).expect("a file").parse().expect("Rust");
        texts(tokens, &mut |text, line| {
            if acts.find(text).is_some() {
                found.push(format!("{}:{line}: {text}", path.display()));
            }
        });
    }
    assert!(found.is_empty(), "what an act is belongs into assets/acts.ron:\n{}", found.join("\n"));
}

/// Source files, those of tests left out.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let code = |path: &PathBuf| path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs");
    let below = folders.iter().filter(|path| !path.ends_with("tests")).flat_map(|folder| sources(folder));
    files.into_iter().filter(code).chain(below).collect()
}

/// The texts of a source file with their lines, without those of its tests.
fn texts(tokens: TokenStream, see: &mut dyn FnMut(&str, usize)) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(hash) if hash.as_char() == '#' => {
                let tested =
                    |token: &TokenTree| matches!(token, TokenTree::Group(group) if is_for_tests(group.stream()));
                if tokens.next_if(tested).is_some() {
                    // To the end of the item: its body or its `;`.
                    let ends = |token: &TokenTree| match token {
                        TokenTree::Group(body) => body.delimiter() == Delimiter::Brace,
                        TokenTree::Punct(sign) => sign.as_char() == ';',
                        _ => false,
                    };
                    tokens.by_ref().find(ends);
                }
            }
            TokenTree::Group(group) => texts(group.stream(), see),
            TokenTree::Literal(literal) => {
                let (written, line) = (literal.to_string(), literal.span().start().line);
                if let Some(text) = written.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
                    see(text, line);
                }
            }
            _ => {}
        }
    }
}

fn is_for_tests(attribute: TokenStream) -> bool {
    let words = attribute.to_string();
    let words: Vec<&str> = words.split(|sign: char| !sign.is_alphanumeric()).collect();
    words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not")
}

#[test]
fn a_name_in_code_is_seen_and_one_in_a_test_is_not() {
    let code = "fn f() { g(&[\"Nod\"]) }\n#[cfg(test)]\nmod tests { const A: &str = \"Nod\"; }\n#[cfg(test)] use a::b;\nfn h() -> &str { \"Nod\" }";
    let mut seen = Vec::new();
    texts(code.parse().expect("Rust"), &mut |text, line| seen.push((text.to_owned(), line)));
    assert_eq!(seen, [("Nod".to_owned(), 1), ("Nod".to_owned(), 5)]);
}

#[test]
fn whatever_the_desk_the_talks_and_the_rehearsals_ask_for_is_there() {
    let acts = ActCatalogue::shipped();
    let name = |carrier| acts.carried_by(carrier).map(|act| acts[act].name.as_str());
    let carriers = [
        (Carrier::Registration, "Register"),
        (Carrier::Paper, "IssuePaper"),
        (Carrier::Article, "CitePolicy"),
        (Carrier::VagueArticle, "CiteVaguely"),
        (Carrier::Body, "NameBody"),
        (Carrier::Elsewhere, "Deflect"),
        (Carrier::Date, "NameDate"),
        (Carrier::Soon, "VagueHope"),
        (Carrier::Extra, "CollectExtra"),
        (Carrier::Judged, "Prejudge"),
        (Carrier::Identity, "Leak"),
        (Carrier::MaskedIdentity, "MaskIdentity"),
    ];
    for (carrier, act) in carriers {
        assert_eq!(name(carrier), Some(act), "{carrier:?}");
    }
    let of = |part| acts.in_talk(part).count();
    assert_eq!(of(TalkPart::OpenQuestion), 4);
    assert_eq!(of(TalkPart::ClosedQuestion), 4);
    assert_eq!(of(TalkPart::SimpleReflection), 4);
    assert_eq!(of(TalkPart::ComplexReflection), 2);
    assert_eq!(of(TalkPart::WrongReflection), 2);
    let dearest = |taste: Taste| {
        let by = |(_, act): &(_, &calmdesk::vocabulary::ActKind)| act.liked[taste as usize];
        acts.iter().max_by_key(by).map(|(_, act)| act.name.as_str())
    };
    assert_eq!(dearest(Taste::Pleaser), Some("PromiseIllegally"));
    assert_eq!(dearest(Taste::Lecturer), Some("LectureLaw"));
    assert_eq!(dearest(Taste::Stonewaller), Some("Deflect"));
    assert_eq!(dearest(Taste::Bully), Some("Threaten"));
    for taste in 0..TASTES {
        let mut liked: Vec<u8> = acts.iter().map(|(_, act)| act.liked[taste]).filter(|liked| *liked > 0).collect();
        let all = liked.len();
        liked.sort_unstable();
        liked.dedup();
        assert_eq!(liked.len(), all, "a taste knows which of two acts it likes better");
    }
    assert_eq!(acts.greeting().map(|act| acts[act].name.as_str()), Some("Greet"));
}

#[test]
fn a_catalogue_that_contradicts_itself_is_refused_with_the_acts() {
    let of = |acts: &str| ActCatalogue::parse(&format!("(version: \"1\", acts: {{{acts}}})")).map(|_| ());
    let two = of(r#""A": (group: Safety, carried_by: [Date]), "B": (group: Safety, carried_by: [Soon, Date])"#);
    assert!(
        matches!(&two, Err(CatalogueError::CarriesTwo { carrier: Carrier::Date, first, second }) if first == "A" && second == "B")
    );
    let much = of(r#""A": (group: Safety, liked_by: {Bully: 21})"#);
    assert!(matches!(&much, Err(CatalogueError::OutOfRange { act, field: "liked_by", .. }) if act == "A"));
    let still = of(r#""A": (group: Safety, greeting: true)"#);
    assert!(matches!(&still, Err(CatalogueError::GreetingNoGesture { act }) if act == "A"));
    let both =
        of(r#""A": (group: Safety, gesture: "a", greeting: true), "B": (group: Safety, gesture: "b", greeting: true)"#);
    assert!(matches!(&both, Err(CatalogueError::TwoGreetings { first, second }) if first == "A" && second == "B"));
}
