//! Every text of a command goes to the terminal through `cli/terminal.rs`: nothing else names the standard output or
//! error, so that no control character of anybody's text can go round it.

use std::path::{Path, PathBuf};

/// The edge itself, and the language server, whose output is a protocol.
const ALLOWED: [&str; 2] = ["cli/terminal.rs", "lsp/frames.rs"];
const NAMES: [&str; 8] =
    ["stdout()", "stderr()", "print!(", "println!(", "eprint!(", "eprintln!(", "dbg!(", "/dev/stdout"];

fn sources(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { sources(&path, all) } else { all.push(path) }
    }
}

/// Lines that write past the edge. To ask whether it is a terminal is no writing.
fn past_the_edge(text: &str) -> Vec<usize> {
    let writes = |line: &str| {
        let line = line.replace("stdout().is_terminal()", "").replace("stderr().is_terminal()", "");
        let code = line.split("//").next().unwrap_or_default();
        NAMES.iter().any(|name| code.contains(name))
    };
    text.lines().enumerate().filter(|(_, line)| writes(line)).map(|(at, _)| at + 1).collect()
}

#[test]
fn nothing_is_printed_past_the_edge_of_the_terminal() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    sources(&root, &mut all);
    let mut found = Vec::new();
    for path in all {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        // The window has no terminal of its own; what Bevy says there is not ours.
        if !name.ends_with(".rs") || name.starts_with("app/") || ALLOWED.contains(&name.as_str()) {
            continue;
        }
        found.extend(
            past_the_edge(&std::fs::read_to_string(&path).unwrap()).iter().map(|line| format!("src/{name}:{line}")),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn printing_is_seen_and_asking_is_not() {
    assert_eq!(past_the_edge("let a = 1;\nwriteln!(io::stdout(), \"x\");\n// println!(\"x\")"), [2]);
    assert_eq!(past_the_edge("println!(\"x\")"), [1]);
    assert!(past_the_edge("if io::stdout().is_terminal() {}").is_empty());
}
