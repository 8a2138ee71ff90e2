//! The floors of the house: a room imports only rooms below it, as the map in `src/lib.rs` has them. Reads every path
//! of `src`, in imports, in code and inside macros; tests may look anywhere.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Crates that only these rooms, or files, may name.
const CRATES: &[(&str, &[&str])] = &[
    ("bevy", &["app"]),
    ("bevy_egui", &["app"]),
    ("egui", &["app"]),
    ("egui_plot", &["app"]),
    ("lyon_tessellation", &["app"]),
    ("winit", &["app"]),
    ("wgpu", &["app"]),
    ("notify", &["app"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("lsp_server", &["lsp"]),
    ("lsp_types", &["lsp"]),
    ("typst", &["report"]),
    ("axum", &["web"]),
    ("tower_http", &["web"]),
    ("tower_governor", &["web"]),
    ("governor", &["web"]),
    ("maud", &["web"]),
    ("qrcode", &["web"]),
    ("sqlx", &["classroom"]),
    ("hmac", &["classroom"]),
    ("argon2", &["classroom"]),
    ("rust_xlsxwriter", &["classroom"]),
    ("typst_pdf", &["report"]),
    ("annotate_snippets", &["lint"]),
    // An author's translations are Fluent files: reading them is reading the language of scenarios.
    ("fluent", &["locale", "scenario/translate.rs"]),
    (
        "fluent_syntax",
        &["locale", "scenario/translate.rs", "scenario/translation_file.rs", "scenario/translation_limits.rs"],
    ),
];

/// Macros that stand at the root of the crate, and the room that makes them.
const MACROS: &[(&str, &str)] = &[("args", "locale")];

/// What the shells may start.
const STARTS: &[(&str, &str)] = &[("cli", "app"), ("cli", "lsp"), ("cli", "web")];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Ground,
    /// May not use the texts.
    Core,
    Made,
    Shells,
}

/// The rooms, from the ground up.
struct Map(Vec<(String, Group)>);

impl Map {
    /// Reads the map at the top of `src/lib.rs`: `- [`room`]: …` under the headings of the groups.
    fn of(lib: &str) -> Self {
        let mut group = None;
        let mut rooms = Vec::new();
        for line in lib.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim) {
            group = match line.split(':').next() {
                Some("**The ground**") => Some(Group::Ground),
                Some("**The core**") => Some(Group::Core),
                Some("**What is made of a session**") => Some(Group::Made),
                Some("**The shells**") => Some(Group::Shells),
                _ => group,
            };
            if let (Some(group), Some(entry)) = (group, line.strip_prefix("- ")) {
                let name = entry.split('`').nth(1).expect("a room in backticks").to_owned();
                rooms.push((name, group));
            }
        }
        Self(rooms)
    }

    fn floor(&self, room: &str) -> Option<usize> {
        self.0.iter().position(|(name, _)| name == room)
    }

    fn group(&self, room: &str) -> Option<Group> {
        self.floor(room).map(|floor| self.0[floor].1)
    }

    /// Why a room may not use another.
    fn against(&self, from: &str, to: &str) -> Option<String> {
        let (Some(own), Some(other)) = (self.floor(from), self.floor(to)) else {
            return Some(format!("the map has no room `{}`", if self.floor(from).is_none() { from } else { to }));
        };
        let shells = [from, to].map(|room| self.group(room) == Some(Group::Shells));
        if own == other || STARTS.contains(&(from, to)) {
            None
        } else if shells[1] {
            Some(format!("`{from}` uses `{to}`, a shell, which nobody knows"))
        } else if other > own {
            Some(format!("`{from}` uses `{to}`, which lies above it"))
        } else if to == "locale" && self.group(from) == Some(Group::Core) {
            Some(format!("`{from}` uses the texts: the core says `Message`s, whoever stands above says them"))
        } else {
            None
        }
    }
}

/// A path that leaves a file.
#[derive(Debug, PartialEq, Eq)]
struct Arrow {
    line: usize,
    to: Target,
}

#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// What stands at the root of the crate: a room or a macro.
    Root(String),
    Crate(String),
}

/// The paths of a source file whose module is `module` (`["visitor", "mind"]`), without those of its tests.
fn arrows(source: &str, module: &[String]) -> Vec<Arrow> {
    let tokens: TokenStream = source.parse().expect("Rust");
    let mut found = Vec::new();
    walk(tokens, module, &mut found);
    found
}

fn walk(tokens: TokenStream, module: &[String], found: &mut Vec<Arrow>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Punct(hash) if hash.as_char() == '#' => {
                at = match tokens.get(at + 1) {
                    Some(TokenTree::Group(attribute)) if is_for_tests(attribute.stream()) => {
                        after_item(&tokens, at + 2)
                    }
                    _ => at + 1,
                };
                continue;
            }
            TokenTree::Ident(word) => {
                let inside = at >= 2 && is_path(&tokens, at - 2);
                let begins = !inside && !is_sign(&tokens, at.wrapping_sub(1), '.');
                match (word.to_string().as_str(), tokens.get(at + 1), tokens.get(at + 2)) {
                    ("mod", Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) => {
                        walk(body.stream(), &[module, &[name.to_string()]].concat(), found);
                        at += 3;
                        continue;
                    }
                    ("crate", ..) if begins && is_path(&tokens, at + 1) => resolve(&[], &tokens[at + 3..], found),
                    ("super", ..) if begins && is_path(&tokens, at + 1) => resolve(module, &tokens[at..], found),
                    (name, ..)
                        if begins && is_path(&tokens, at + 1) && CRATES.iter().any(|(known, _)| *known == name) =>
                    {
                        found.push(Arrow { line: line(word), to: Target::Crate(name.to_owned()) });
                    }
                    (name, ..)
                        if begins
                            && is_sign(&tokens, at + 1, '!')
                            && MACROS.iter().any(|(known, _)| *known == name) =>
                    {
                        found.push(Arrow { line: line(word), to: Target::Root(name.to_owned()) });
                    }
                    _ => {}
                }
            }
            TokenTree::Group(group) => walk(group.stream(), module, found),
            _ => {}
        }
        at += 1;
    }
}

/// What a path names at the root of the crate; `module` is where it begins.
fn resolve(module: &[String], path: &[TokenTree], found: &mut Vec<Arrow>) {
    match path.first() {
        Some(TokenTree::Ident(word)) if *word == "super" => {
            let (_, above) = module.split_last().expect("no `super` above the root");
            if is_path(path, 1) {
                resolve(above, &path[3..], found);
            }
        }
        Some(TokenTree::Ident(word)) if *word == "self" => {}
        Some(TokenTree::Ident(word)) if module.is_empty() => {
            found.push(Arrow { line: line(word), to: Target::Root(word.to_string()) });
        }
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            for one in inside.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',')) {
                resolve(module, one, found);
            }
        }
        _ => {}
    }
}

fn line(word: &Ident) -> usize {
    word.span().start().line
}

fn is_sign(tokens: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn is_path(tokens: &[TokenTree], at: usize) -> bool {
    is_sign(tokens, at, ':') && is_sign(tokens, at + 1, ':')
}

/// `[cfg(test)]`, `[cfg(all(test, …))]`.
fn is_for_tests(attribute: TokenStream) -> bool {
    let words = attribute.to_string();
    let words: Vec<&str> = words.split(|sign: char| !sign.is_alphanumeric()).collect();
    words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not")
}

/// Where what follows an item begins: after its `;` or its body.
fn after_item(tokens: &[TokenTree], from: usize) -> usize {
    let imports = tokens[from..].iter().take(3).any(|token| matches!(token, TokenTree::Ident(word) if *word == "use"));
    let end = tokens[from..].iter().position(|token| match token {
        TokenTree::Punct(sign) => sign.as_char() == ';',
        TokenTree::Group(body) => !imports && body.delimiter() == Delimiter::Brace,
        _ => false,
    });
    end.map_or(tokens.len(), |end| from + end + 1)
}

fn module_of(name: &str) -> Vec<String> {
    let mut module: Vec<String> = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    module
}

/// What is wrong with a file; `name` is below `src`: `visitor/mind.rs`.
fn faults(map: &Map, name: &str, source: &str) -> Vec<String> {
    let module = module_of(name);
    let room = module[0].clone();
    let mut wrong = BTreeSet::new();
    for arrow in arrows(source, &module) {
        let why = match &arrow.to {
            Target::Root(root) => {
                let made = MACROS.iter().find(|(name, _)| name == root).map(|(_, room)| *room);
                map.against(&room, made.unwrap_or(root))
            }
            Target::Crate(used) => {
                let (_, may) = CRATES.iter().find(|(known, _)| known == used).expect("one of the list");
                let may_use = may.iter().any(|may| *may == room || *may == name);
                (!may_use).then(|| format!("only {may:?} may use the crate `{used}`"))
            }
        };
        wrong.extend(why.map(|why| (arrow.line, why)));
    }
    wrong.into_iter().map(|(line, why)| format!("src/{name}:{line}: {why}")).collect()
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn map() -> Map {
    Map::of(&std::fs::read_to_string(src().join("lib.rs")).unwrap())
}

/// The files of all rooms by their names below `src`, without files of tests.
fn files(folder: &Path, found: &mut Vec<(String, String)>) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && name != "tests" {
            files(&path, found);
        } else if name.ends_with(".rs") && name != "tests.rs" && folder != src() {
            let below: Vec<_> = path.strip_prefix(src()).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
            found.push((below.join("/"), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn no_room_uses_a_room_above_it_and_the_core_uses_no_texts() {
    let (map, mut all) = (map(), Vec::new());
    files(&src(), &mut all);
    let paths: usize = all.iter().map(|(name, source)| arrows(source, &module_of(name)).len()).sum();
    assert!(all.len() > 200 && paths > 1000, "the search finds {paths} paths in {} files", all.len());
    let wrong: Vec<String> = all.iter().flat_map(|(name, source)| faults(&map, name, source)).collect();
    assert!(wrong.is_empty(), "{} arrows against the map:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_map_has_every_room_once_and_no_other() {
    let lib = std::fs::read_to_string(src().join("lib.rs")).unwrap();
    let declared: BTreeSet<&str> = lib
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    let map = map();
    let drawn: BTreeSet<&str> = map.0.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(declared, drawn);
    assert_eq!(map.0.len(), drawn.len(), "a room stands on the map twice");
}

#[test]
fn an_arrow_against_the_map_is_found_with_its_file_and_line() {
    let map = Map::of(
        "//! **The ground**:\n//! - [`vocabulary`]: words\n//! - [`locale`]: texts\n\
         //! **The core**:\n//! - [`visitor`]: a\n//! - [`scenario`]: b\n//! - [`session`]: c\n\
         //! **What is made of a session**:\n//! - [`report`]: d\n\
         //! **The shells**:\n//! - [`lsp`]: e\n//! - [`cli`]: f\n//! - `app`: g\n",
    );
    let says = |name: &str, source: &str| faults(&map, name, source).join("\n");
    // Grouped imports, each at its own line.
    let grouped = "use crate::{\n    vocabulary::ActIx,\n    session::{Event, Session},\n};\n";
    assert_eq!(
        says("visitor/mind.rs", grouped),
        "src/visitor/mind.rs:3: `visitor` uses `session`, which lies above it"
    );
    assert_eq!(says("report/page.rs", grouped), "");
    // Paths in code, in macros, above the own module.
    assert!(says("scenario/load.rs", "fn f() {\n    crate::report::save();\n}").starts_with("src/scenario/load.rs:2:"));
    assert!(says("visitor/mod.rs", "fn f() { println!(\"{}\", crate::scenario::x()) }").contains("`scenario`"));
    assert!(says("visitor/mind.rs", "use super::super::session::Event;").contains("`session`"));
    assert!(says("visitor/mind.rs", "mod inner { use super::super::super::session::Event; }").contains("`session`"));
    assert_eq!(says("visitor/mind.rs", "use super::room::Room; fn f() { super::g() }"), "");
    // The texts, by name and by macro; the core may not, a report may.
    for texts in ["use crate::locale::Texts;", "fn f() { crate::args!(\"a\" => 1); }", "fn f() { args!() }"] {
        assert!(says("session/engine.rs", texts).contains("uses the texts"), "{texts}");
        assert_eq!(says("report/page.rs", texts), "");
    }
    assert!(says("session/engine.rs", "use fluent::FluentArgs;").contains("`fluent`"));
    // Crates of one room.
    assert!(says("report/html.rs", "fn f(x: bevy::prelude::Vec2) {}").starts_with("src/report/html.rs:1:"));
    assert_eq!(says("report/html.rs", "fn f(x: own::bevy::Vec2) {}"), "");
    assert_eq!(says("app/mod.rs", "use bevy::prelude::*;"), "");
    // Shells are known by nobody; the door of the command line starts them.
    assert!(says("report/page.rs", "use crate::cli::run;").contains("a shell"));
    assert!(says("app/mod.rs", "use crate::lsp::serve;").contains("a shell"));
    assert_eq!(says("cli/mod.rs", "fn f() { crate::app::run() }"), "");
    // What only tests use is theirs.
    let tested = "#[cfg(test)]\nmod tests {\n    use crate::session::Session;\n}\nuse crate::report::Page;";
    assert_eq!(says("visitor/mind.rs", tested), "src/visitor/mind.rs:5: `visitor` uses `report`, which lies above it");
    assert_eq!(says("visitor/mind.rs", "#[cfg(test)]\nuse crate::{session::A, report::B};\nfn f() {}"), "");
    // A room that nobody has drawn.
    assert!(says("attic/mod.rs", "use crate::vocabulary::ActIx;").contains("no room `attic`"));
}
