//! Scenarios as an editor sees them: what lies on the disk, and over it what is typed and not yet saved.

use super::text::{Lines, PositionEncoding};
use crate::lint::check;
use crate::scenario::bundle::{MAX_FILE_BYTES, MAX_TOTAL_BYTES, SCENARIO_FILE, SourceBundle};
use crate::scenario::{BundleError, Diagnostic, Scenario, diagnostic::Code, include, load, own_law};
use lsp_types::{Position, Range};
use std::collections::BTreeMap;
use std::ops::Range as Bytes;
use std::path::PathBuf;
use std::sync::Arc;

/// How many folders up from a file the scenarios that take it in are looked for.
const FAR: usize = 4;

/// A text that is open in the editor.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    /// All of it, with a byte order mark where there is one.
    pub text: String,
    /// As the editor counts.
    pub version: i32,
}

/// The open texts by their address.
#[derive(Debug, Default)]
pub struct Workspace {
    /// How the editor counts columns.
    pub encoding: PositionEncoding,
    /// By address.
    pub open: BTreeMap<String, Buffer>,
}

/// A file of a scenario, open or not.
#[derive(Clone, Debug)]
pub struct File {
    /// In the folder, or below the folder of all scenarios.
    pub name: String,
    /// Its address.
    pub uri: String,
    text: String,
    /// Set where it is open.
    pub version: Option<i32>,
    encoding: PositionEncoding,
}

impl File {
    /// Without a byte order mark; every span counts in this.
    pub fn body(&self) -> &str {
        &self.text[self.mark()..]
    }

    fn mark(&self) -> usize {
        if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// Its lines, to go between places and bytes.
    pub fn places(&self) -> Places<'_> {
        Places { lines: Lines::new(&self.text, self.encoding), mark: self.mark() }
    }

    /// Whether it is `scenario.ron` itself.
    pub fn is_scenario(&self) -> bool {
        self.name == SCENARIO_FILE
    }

    /// A scenario, or what it takes in.
    pub fn is_ron(&self) -> bool {
        self.name.ends_with(".ron")
    }
}

/// From places of the protocol to bytes of the body and back.
pub struct Places<'t> {
    lines: Lines<'t>,
    mark: usize,
}

impl Places<'_> {
    /// The byte of the body at a place; the nearest there is.
    pub fn offset(&self, position: Position) -> usize {
        self.lines.offset(position).saturating_sub(self.mark)
    }
    /// The bytes of the body in a range.
    pub fn span(&self, range: Range) -> Bytes<usize> {
        let span = self.lines.span(range);
        span.start.saturating_sub(self.mark)..span.end.saturating_sub(self.mark)
    }
    /// The range of these bytes of the body.
    pub fn range(&self, span: Bytes<usize>) -> Range {
        self.lines.range(span.start + self.mark..span.end + self.mark)
    }
}

/// Address of the folder, with the last `/`, and name of the file.
pub fn split(uri: &str) -> (&str, &str) {
    uri.rsplit_once('/').map_or(("", uri), |(folder, name)| (&uri[..folder.len() + 1], name))
}

/// Whether a file of this name can belong to a scenario.
pub fn is_ours(name: &str) -> bool {
    name == SCENARIO_FILE || name.ends_with(".ftl")
}

/// The folder around a folder.
fn parent(base: &str) -> &str {
    let inner = base.trim_end_matches('/');
    inner.rfind('/').map_or("", |at| &base[..=at])
}

fn put(bundle: &mut SourceBundle, name: &str, bytes: Vec<u8>) {
    match bundle.files.iter_mut().find(|(known, _)| known == name) {
        Some((_, old)) => *old = bytes,
        None => bundle.files.push((name.to_owned(), bytes)),
    }
}

/// The path of a `file:` address.
pub fn path_of(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    // `file://server/share` names another machine, as Windows does.
    let (host, path) = rest.split_at(rest.find('/')?);
    let mut bytes = Vec::with_capacity(path.len());
    let mut left = path.bytes();
    while let Some(byte) = left.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [left.next()?, left.next()?];
        bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
    }
    let path = String::from_utf8(bytes).ok()?;
    let drive = path.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(match (host, drive) {
        ("" | "localhost", true) => path[1..].to_owned(),
        ("" | "localhost", false) => path,
        (host, _) => format!("//{host}{path}"),
    }))
}

impl Workspace {
    /// Opens, or closes where there is no text.
    pub fn set(&mut self, uri: &str, buffer: Option<Buffer>) {
        match buffer {
            Some(buffer) => self.open.insert(uri.to_owned(), buffer),
            None => self.open.remove(uri),
        };
    }

    /// Folders of which something is open.
    pub fn folders(&self) -> Vec<String> {
        let mut folders: Vec<String> = self.open.keys().flat_map(|uri| self.owners(uri)).collect();
        folders.sort();
        folders.dedup();
        folders
    }

    /// The folders of the scenarios to which a file belongs.
    pub fn owners(&self, uri: &str) -> Vec<String> {
        let (base, name) = split(uri);
        if is_ours(name) {
            return vec![base.to_owned()];
        }
        if !name.ends_with(".ron") {
            return Vec::new();
        }
        // A file that scenarios take in stands in the folder of one, or beside them.
        let mut owners = Vec::new();
        let mut around = base;
        for _ in 0..FAR {
            owners.extend(self.scenarios_in(around).into_iter().filter(|base| self.takes_in(base, uri)));
            around = match around.trim_end_matches('/').rfind('/') {
                Some(at) if at > "file://".len() => &around[..=at],
                _ => break,
            };
        }
        owners.sort();
        owners.dedup();
        owners
    }

    /// A folder itself and those in it, where they hold a scenario.
    fn scenarios_in(&self, around: &str) -> Vec<String> {
        let open = self.open.keys().filter_map(|uri| uri.strip_suffix(SCENARIO_FILE));
        let mut found: Vec<String> =
            open.filter(|base| parent(base) == around || *base == around).map(str::to_owned).collect();
        let Some(path) = path_of(around) else { return found };
        if path.join(SCENARIO_FILE).is_file() {
            found.push(around.to_owned());
        }
        let entries = std::fs::read_dir(&path).into_iter().flatten().flatten();
        let inner = entries.filter(|entry| entry.path().join(SCENARIO_FILE).is_file());
        // A folder's name is an id, so it needs no escape.
        found.extend(inner.filter_map(|entry| Some(format!("{around}{}/", entry.file_name().to_str()?))));
        found
    }

    fn takes_in(&self, base: &str, uri: &str) -> bool {
        self.bundle(base).is_ok_and(|bundle| bundle.files.iter().any(|(name, _)| self.address(base, name) == uri))
    }

    /// Where a file of a scenario is: in its folder, or else beside it.
    fn address(&self, base: &str, name: &str) -> String {
        let own = format!("{base}{name}");
        let beside = format!("{}{name}", parent(base));
        let there = |uri: &str| self.open.contains_key(uri) || path_of(uri).is_some_and(|path| path.is_file());
        if is_ours(name) || there(&own) || !there(&beside) { own } else { beside }
    }

    /// The scenario in a folder as it would be if everything were saved now.
    ///
    /// # Errors
    ///
    /// [`BundleError`], where there is no scenario or it is too large.
    pub fn bundle(&self, base: &str) -> Result<SourceBundle, BundleError> {
        let path = path_of(base);
        let id = (path.as_ref().and_then(|path| path.file_name()))
            .map_or_else(|| "untitled".to_owned(), |name| name.to_string_lossy().into_owned());
        let open = self.open.iter().filter(|(uri, _)| split(uri).0 == base && is_ours(split(uri).1));
        let open: Vec<(&str, &Buffer)> = open.map(|(uri, buffer)| (split(uri).1, buffer)).collect();
        let mut bundle = match path.as_ref().map(|path| SourceBundle::read_dir(path)) {
            Some(Ok(bundle)) => bundle,
            // Not saved for the first time yet.
            _ if open.iter().any(|(name, _)| *name == SCENARIO_FILE) => SourceBundle { id, files: Vec::new() },
            Some(Err(error)) => return Err(error),
            None => return Err(BundleError::NoScenario(base.to_owned())),
        };
        for (name, buffer) in open {
            if buffer.text.len() as u64 > MAX_FILE_BYTES {
                return Err(BundleError::TooLarge { path: name.to_owned(), limit: MAX_FILE_BYTES >> 20 });
            }
            put(&mut bundle, name, buffer.text.clone().into_bytes());
        }
        // What is taken in is what the text on the screen asks for.
        let main = bundle.file(SCENARIO_FILE).unwrap_or_default().to_vec();
        let saved: Vec<(String, Vec<u8>)> = bundle.files.iter().filter(|(name, _)| !is_ours(name)).cloned().collect();
        bundle.files.retain(|(name, _)| is_ours(name));
        let mut left = MAX_TOTAL_BYTES;
        let taken_in = include::gather(&main, &mut |name| {
            let bytes = match self.open.get(&self.address(base, name)) {
                Some(buffer) => buffer.text.clone().into_bytes(),
                None => match saved.iter().find(|(known, _)| known == name) {
                    Some((_, bytes)) => bytes.clone(),
                    // The name was just typed: read as if it had been saved.
                    None => {
                        let asked = format!("Scenario(include: [\"{name}\"])");
                        let found = include::read_beside(path.as_ref()?, asked.as_bytes());
                        found.into_iter().find(|(known, _)| known == name)?.1
                    }
                },
            };
            left = left.checked_sub(bytes.len() as u64)?;
            Some(bytes)
        });
        bundle.files.extend(taken_in);
        let own_law = {
            let texts: Vec<&[u8]> = bundle.files.iter().map(|(_, bytes)| bytes.as_slice()).collect();
            path.as_ref().map(|path| own_law::read_beside(path, &texts)).unwrap_or_default()
        };
        for (name, bytes) in own_law {
            let typed = self.open.get(&self.address(base, &name)).map(|buffer| buffer.text.clone().into_bytes());
            put(&mut bundle, &name, typed.unwrap_or(bytes));
        }
        bundle.files.sort();
        Ok(bundle)
    }

    /// What `check` says, and what stands on the disk in an encoding that an editor hides.
    ///
    /// # Errors
    ///
    /// As [`Self::bundle`]; what is wrong inside of it is no error but the answer.
    pub fn check(&self, base: &str) -> Result<Vec<Diagnostic>, BundleError> {
        let mut problems = check(&self.bundle(base)?).diagnostics;
        if let Some(Ok(saved)) = path_of(base).map(|path| SourceBundle::read_dir(&path))
            && saved.files.iter().any(|(_, bytes)| std::str::from_utf8(bytes).is_err())
        {
            let hidden = load(&saved).diagnostics.into_iter().filter(|problem| {
                matches!(problem.code, Code::NotUtf8 | Code::Gbk | Code::Utf16)
                    && !problems.iter().any(|known| known.code == problem.code && known.file == problem.file)
            });
            let hidden: Vec<Diagnostic> = hidden.map(|problem| Diagnostic { span: 0..0, ..problem }).collect();
            problems.extend(hidden);
        }
        Ok(problems)
    }

    /// The scenario without its translations, which may be half typed; `None` where it has errors.
    pub fn scenario(&self, base: &str) -> Option<Arc<Scenario>> {
        let mut bundle = self.bundle(base).ok()?;
        bundle.files.retain(|(name, _)| !name.ends_with(".ftl"));
        load(&bundle).scenario
    }

    /// The files of the scenario in a folder.
    pub fn files(&self, base: &str) -> Vec<File> {
        let Ok(bundle) = self.bundle(base) else { return Vec::new() };
        let names: Vec<String> = bundle.files.iter().map(|(name, _)| name.clone()).collect();
        names
            .into_iter()
            .map(|name| {
                let uri = self.address(base, &name);
                let buffer = self.open.get(&uri);
                let text = buffer.map_or_else(|| bundle.shown(&name).into_owned(), |buffer| buffer.text.clone());
                File { text, version: buffer.map(|buffer| buffer.version), encoding: self.encoding, name, uri }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_many_scenarios_is_looked_through_whole() {
        let all = tempfile::tempdir().expect("a folder");
        for n in 0..600 {
            let one = all.path().join(format!("s{n}"));
            std::fs::create_dir(&one).and_then(|()| std::fs::write(one.join(SCENARIO_FILE), "")).expect("written");
        }
        let around = format!("file://{}/", all.path().display());
        assert_eq!(Workspace::default().scenarios_in(&around).len(), 600);
    }

    #[test]
    fn addresses_become_paths() {
        let path = |uri| path_of(uri).map(|path| path.display().to_string());
        assert_eq!(path("file:///home/a/%E6%83%85%E6%99%AF/").as_deref(), Some("/home/a/情景/"));
        assert_eq!(path("file:///c%3A/a%20b/x.ron").as_deref(), Some("c:/a b/x.ron"));
        assert_eq!(path("file://server/share/x").as_deref(), Some("//server/share/x"));
        for bad in ["untitled:Untitled-1", "file://", "file:///%zz", "file:///%e6"] {
            assert_eq!(path(bad), None, "{bad}");
        }
        assert_eq!(split("file:///a/scenario.ron"), ("file:///a/", "scenario.ron"));
    }
}
