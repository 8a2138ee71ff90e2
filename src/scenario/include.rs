//! Files that a scenario takes in: shared openings and people. Each stands in the scenario's own folder or beside it,
//! in the folder of all scenarios; no name leads anywhere else.

use super::bundle::{MAX_FILE_BYTES, MAX_TOTAL_BYTES, SCENARIO_FILE, SourceBundle, without_bom};
use super::diagnostic::{Code, Diagnostic, Hint, Label, suggest};
use super::encoding;
use super::model::Node;
use super::syntax::{Item, Step, Tree, inside};
use crate::vocabulary::read_file;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Most files that one scenario takes in.
pub const MAX_INCLUDES: usize = 16;
/// How deep files may take in one another.
pub const DEEPEST: usize = 6;
const LONGEST: usize = 120;

/// Whether a name can be taken in: `shared/opening.ron`, downwards only.
pub fn is_name(name: &str) -> bool {
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let part =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.') && part.chars().all(good);
    name.len() <= LONGEST && name.ends_with(".ron") && name != SCENARIO_FILE && name.split('/').all(part)
}

/// The names that a text takes in and where they stand; broken texts are read as far as they go.
pub fn named(text: &str) -> Vec<(String, Range<usize>)> {
    if !text.contains("include") {
        return Vec::new();
    }
    let tree = Tree::parse(text);
    let Some(list) = tree.get(&[Step::Field("include")]) else { return Vec::new() };
    let items = if list.group.is_some() { list.items() } else { std::slice::from_ref(list) };
    let said = |item: &Item| Some((text[inside(text, &item.value)?].to_owned(), item.value.clone()));
    items.iter().filter_map(said).collect()
}

/// Where the file `name` of a scenario lies: in its folder, or else beside it.
pub fn locate(folder: &Path, name: &str) -> PathBuf {
    let own = folder.join(name);
    let beside = folder.parent().map(|parent| parent.join(name));
    match beside {
        Some(beside) if is_name(name) && !own.exists() && beside.exists() => beside,
        _ => own,
    }
}

/// Reads all that the scenario in `folder` takes in, directly and through others; what cannot be read is left out.
pub fn read_beside(folder: &Path, scenario: &[u8]) -> Vec<(String, Vec<u8>)> {
    let around = folder.parent().unwrap_or(folder);
    let Ok(around) = around.canonicalize() else { return Vec::new() };
    let mut left = MAX_TOTAL_BYTES.saturating_sub(scenario.len() as u64);
    gather(scenario, &mut |name| {
        let path = locate(folder, name).canonicalize().ok()?;
        // A link may not lead out of the scenarios either.
        let path = Some(path).filter(|path| path.starts_with(&around))?;
        let bytes = read_file(&path, left.min(MAX_FILE_BYTES)).ok()?;
        left = left.saturating_sub(bytes.len() as u64);
        Some(bytes)
    })
}

/// The same, from wherever `read` finds them.
pub fn gather(scenario: &[u8], read: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Vec<(String, Vec<u8>)> {
    let names = |bytes: &[u8]| -> Vec<String> {
        let text = std::str::from_utf8(without_bom(bytes)).unwrap_or_default();
        named(text).into_iter().map(|(name, _)| name).filter(|name| is_name(name)).collect()
    };
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    let mut open = names(scenario);
    while let Some(name) = open.pop() {
        if found.len() >= MAX_INCLUDES || found.iter().any(|(known, _)| *known == name) {
            continue;
        }
        if let Some(bytes) = read(&name) {
            open.extend(names(&bytes));
            found.push((name, bytes));
        }
    }
    found
}

/// One file of a whole.
#[derive(Clone, Debug)]
pub struct IncludedPart {
    /// As the scenario names it; `scenario.ron` for the first.
    pub name: String,
    /// Where it stands in the whole text.
    pub range: Range<usize>,
}

/// A scenario's text with all that it takes in behind it, so that one place says both file and position.
#[derive(Debug, Default)]
pub struct Whole {
    /// One part after the other, each ended by a line break.
    pub text: String,
    /// In the order in which they stand in the text, at least one.
    pub parts: Vec<IncludedPart>,
    /// Every name that was asked for, there or not.
    pub asked: Vec<String>,
    /// Something that was asked for is not there.
    pub gaps: bool,
}

impl Whole {
    /// Puts the files together and says which cannot be.
    pub fn gather(bundle: &SourceBundle, main: &str, out: &mut Vec<Diagnostic>) -> Self {
        let mut whole = Self::default();
        whole.append(SCENARIO_FILE, main);
        whole.follow(bundle, SCENARIO_FILE, main, &mut vec![SCENARIO_FILE.to_owned()], out);
        whole
    }

    /// One file more, behind what is there.
    pub fn append(&mut self, name: &str, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.parts.push(IncludedPart { name: name.to_owned(), range: start..self.text.len() });
        self.text.push('\n');
    }

    fn follow(
        &mut self,
        bundle: &SourceBundle,
        file: &str,
        text: &str,
        trail: &mut Vec<String>,
        out: &mut Vec<Diagnostic>,
    ) {
        for (name, span) in named(text) {
            let problem = |code| Diagnostic::new(code, file, span.clone()).with("name", name.as_str());
            if !self.asked.contains(&name) {
                self.asked.push(name.clone());
            }
            if !is_name(&name) {
                out.push(problem(Code::IncludeName));
                self.gaps = true;
                continue;
            }
            if let Some(at) = trail.iter().position(|known| *known == name) {
                let circle: Vec<&str> = trail[at..].iter().map(String::as_str).chain([name.as_str()]).collect();
                out.push(problem(Code::IncludeCircle).with("circle", circle.join(" → ")));
                continue;
            }
            if self.parts.iter().any(|part| part.name == name) {
                continue;
            }
            if trail.len() > DEEPEST || self.parts.len() > MAX_INCLUDES {
                out.push(problem(Code::TooManyIncludes).with("max", MAX_INCLUDES).with("deep", DEEPEST));
                self.gaps = true;
                continue;
            }
            let Some(bytes) = bundle.file(&name) else {
                out.push(problem(Code::IncludeMissing).hint(alike(bundle, &name)));
                self.gaps = true;
                continue;
            };
            let Ok(inner) = std::str::from_utf8(without_bom(bytes)) else {
                let (code, hint) = encoding::problem(bytes);
                let at = bundle.shown(&name).find(|c: char| !c.is_ascii()).unwrap_or(0);
                out.push(Diagnostic::new(code, &name, at..at + 1).hint(hint));
                self.gaps = true;
                continue;
            };
            self.append(&name, inner);
            trail.push(name.clone());
            self.follow(bundle, &name, inner, trail, out);
            trail.pop();
        }
    }

    /// The part in which this byte of the whole stands.
    pub fn part_at(&self, at: usize) -> Option<&IncludedPart> {
        self.parts.iter().rfind(|part| part.range.start <= at)
    }

    /// From a place in the whole to a place in its file.
    pub fn localise(&self, diagnostic: &mut Diagnostic) {
        let Some(part) = self.part_at(diagnostic.span.start) else { return };
        let base = part.range.start;
        diagnostic.file.clone_from(&part.name);
        diagnostic.span = diagnostic.span.start - base..diagnostic.span.end.saturating_sub(base);
        let (here, elsewhere): (Vec<Label>, Vec<Label>) =
            diagnostic.labels.drain(..).partition(|label| part.range.contains(&label.span.start));
        diagnostic.labels = here;
        for label in &mut diagnostic.labels {
            label.span = label.span.start - base..label.span.end.saturating_sub(base);
        }
        // A second place in another file is told in words.
        if let Some(other) = elsewhere.first()
            && let Some(part) = self.part_at(other.span.start)
        {
            let line = self.text[part.range.start..other.span.start].matches('\n').count() + 1;
            diagnostic.args.push(("other", format!("{}:{line}", part.name).into()));
            diagnostic.hint = Some(Hint::Text("hint-first-in"));
        }
    }

    /// The same for a node.
    pub fn place(&self, node: &mut Node) {
        let Some(part) = self.part_at(node.span.start) else { return };
        node.span = node.span.start - part.range.start..node.span.end - part.range.start;
        node.file = (part.name != SCENARIO_FILE).then(|| part.name.clone());
    }
}

/// A file of the same folder that was perhaps meant.
fn alike(bundle: &SourceBundle, name: &str) -> Option<Hint> {
    let split = |name: &str| {
        name.rsplit_once('/').map_or((String::new(), name.to_owned()), |(a, b)| (format!("{a}/"), b.to_owned()))
    };
    let (folder, wanted) = split(name);
    let others = bundle.files.iter().filter(|(file, _)| is_name(file)).map(|(file, _)| split(file));
    let others = others.filter(|(place, _)| *place == folder).map(|(_, file)| file);
    match suggest(wanted.trim_end_matches(".ron"), others.map(|file| file.trim_end_matches(".ron").to_owned())) {
        Some(Hint::DidYouMean(file)) => Some(Hint::DidYouMean(format!("{folder}{file}.ron"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_downwards_only() {
        for good in ["opening.ron", "shared/opening.ron", "a/b/c-d_1.ron"] {
            assert!(is_name(good), "{good}");
        }
        let bad = [
            "",
            "/etc/passwd",
            "../secret.ron",
            "a/../../b.ron",
            "a//b.ron",
            "./a.ron",
            "a\\b.ron",
            "C:/x.ron",
            "x.txt",
            "scenario.ron",
            ".hidden.ron",
            "a/.ron",
            "片头.ron",
            "a.ron/",
            "a./b.ron",
        ];
        for bad in bad {
            assert!(!is_name(bad), "{bad}");
        }
        assert!(!is_name(&format!("{}.ron", "a".repeat(LONGEST))));
    }

    #[test]
    fn names_are_found_in_broken_texts_too() {
        let text = "Scenario(title: \"include\", include: [\"a.ron\", \"b/c.ron\",], nodes: {";
        let names: Vec<String> = named(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a.ron", "b/c.ron"]);
        assert!(named("Scenario(title: \"include\")").is_empty());
    }
}
