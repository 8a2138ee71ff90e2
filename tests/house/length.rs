//! A file can be read in one sitting: so many lines of code at most, without those that are blank or only comment.

use std::path::{Path, PathBuf};

/// Most lines of code of a file in `src`.
const MOST: usize = 500;
/// Files that are longer, each with what it may have: to be divided, never to grow.
const LONGER: [(&str, usize); 1] = [("report/html.rs", 503)];

fn sources(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { sources(&path, all) } else { all.push(path) }
    }
}

fn lines_of_code(text: &str) -> usize {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    sources(&root, &mut all);
    let lengths: Vec<(String, usize)> = (all.iter().filter(|path| path.extension().is_some_and(|end| end == "rs")))
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            (name, lines_of_code(&std::fs::read_to_string(path).unwrap()))
        })
        .collect();
    assert!(lengths.len() > 100, "the sources are found");
    let most = |name: &str| LONGER.iter().find(|(longer, _)| *longer == name).map_or(MOST, |(_, most)| *most);
    let too_long: Vec<_> = lengths.iter().filter(|(name, length)| *length > most(name)).collect();
    assert!(too_long.is_empty(), "at most {MOST} lines of code: {too_long:?}");
    let divided =
        LONGER.iter().filter(|(longer, _)| lengths.iter().all(|(name, length)| name != longer || *length <= MOST));
    assert_eq!(divided.collect::<Vec<_>>(), Vec::<&(&str, usize)>::new(), "no longer longer: take it off the list");
}

#[test]
fn comments_and_blank_lines_are_no_code() {
    assert_eq!(lines_of_code("//! A page.\n\nfn a() {\n    // why\n    b() // here\n}\n"), 3);
}
