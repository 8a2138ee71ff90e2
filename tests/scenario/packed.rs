//! A scenario as one `.zip`: read like its folder, by the library and by every command, never unpacked to disk;
//! hostile and broken archives end in a message that helps.

use crate::util::calmdesk;
use calmdesk::authoring::library::Library;
use calmdesk::locale::Texts;
use calmdesk::scenario::{BundleError, SourceBundle, load};
use calmdesk::vocabulary::Locale;
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const MAIN: &str = r#"Scenario(
    title: "The Leak", language: "en", plays_on: "2026-03-09",
    visitors: { "wang": (name: "Wang") },
    nodes: {
        "arrive": Line(who: "wang", say: "Half a year it has been dripping. I am bitter.", cues: [Feeling("bitter")]),
        "first": Choice([
            (id: "mirror", say: "Bitter, I hear that.", acts: [MirrorWords("bitter")]),
            (id: "calm", say: "Calm down, will you.", acts: [NegateEmotion]),
        ]),
        "end": End(outcome: Partial, title: "Registered", say: "She sits down."),
    },
)
"#;

/// One entry of an archive to be made.
struct Entry<'e> {
    name: &'e [u8],
    bytes: &'e [u8],
    deflate: bool,
    flags: u16,
    method: Option<u16>,
    mode: u32,
    /// What the directory says of the size, if it lies.
    said: Option<u32>,
}

fn entry<'e>(name: &'e str, bytes: &'e [u8]) -> Entry<'e> {
    Entry { name: name.as_bytes(), bytes, deflate: true, flags: 0, method: None, mode: 0o100644, said: None }
}

fn zip(entries: &[Entry]) -> Vec<u8> {
    let two = |n: usize| (n as u16).to_le_bytes();
    let four = |n: usize| (n as u32).to_le_bytes();
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for one in entries {
        let packed = if one.deflate { miniz_oxide::deflate::compress_to_vec(one.bytes, 6) } else { one.bytes.to_vec() };
        let method = one.method.unwrap_or(if one.deflate { 8 } else { 0 });
        let size = one.said.unwrap_or(one.bytes.len() as u32);
        let common = [
            &one.flags.to_le_bytes()[..],
            &method.to_le_bytes(),
            &[0; 4],
            &crc32fast::hash(one.bytes).to_le_bytes(),
            &four(packed.len()),
            &size.to_le_bytes(),
            &two(one.name.len()),
            &two(0),
        ]
        .concat();
        let at = out.len();
        out.extend([&b"PK\x03\x04\x14\0"[..], &common, one.name, &packed].concat());
        let attributes = (one.mode << 16).to_le_bytes();
        directory
            .extend([&b"PK\x01\x02\x14\x03\x14\0"[..], &common, &[0; 6], &attributes, &four(at), one.name].concat());
    }
    let (start, count) = (out.len(), two(entries.len()));
    out.extend(
        [&directory[..], b"PK\x05\x06\0\0\0\0", &count, &count, &four(directory.len()), &four(start), &[0; 2]].concat(),
    );
    out
}

/// A shelf with one archive on it.
fn shelf(name: &str, bytes: &[u8]) -> (TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join(name);
    fs::write(&path, bytes).unwrap();
    (root, path)
}

fn read(bytes: &[u8]) -> Result<SourceBundle, BundleError> {
    let (_root, path) = shelf("leak.zip", bytes);
    SourceBundle::read(&path)
}

#[test]
fn an_archive_is_read_like_its_folder_however_it_was_packed() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("leak");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("scenario.ron"), MAIN).unwrap();
    fs::write(folder.join("zh-CN.ftl"), "title = 漏水\n").unwrap();
    let wanted = SourceBundle::read(&folder).unwrap();
    let ftl = "title = 漏水\n".as_bytes();
    // With the files on top, in a folder, with what a Mac adds, with pictures, with backslashes of old packers.
    let flat = zip(&[entry("scenario.ron", MAIN.as_bytes()), entry("zh-CN.ftl", ftl)]);
    let nested = zip(&[
        entry("leak/", b""),
        entry("leak/zh-CN.ftl", ftl),
        entry("leak/scenario.ron", MAIN.as_bytes()),
        entry("__MACOSX/leak/._scenario.ron", b"\0\x05"),
        entry("leak/.DS_Store", b"\0"),
        entry("leak/desk.png", b"\x89PNG"),
        entry("leak/old/scenario.ron", b"broken"),
    ]);
    let windows = zip(&[entry("leak\\scenario.ron", MAIN.as_bytes()), entry("leak\\zh-CN.ftl", ftl)]);
    let stored = zip(&[
        Entry { deflate: false, ..entry("scenario.ron", MAIN.as_bytes()) },
        Entry { deflate: false, ..entry("zh-CN.ftl", ftl) },
    ]);
    for (bytes, how) in [(flat, "flat"), (nested, "nested"), (windows, "windows"), (stored, "stored")] {
        let bundle = read(&bytes).unwrap();
        assert_eq!(bundle, wanted, "{how}");
        assert_eq!(bundle.hash(), wanted.hash());
    }
}

#[test]
fn the_folder_inside_gives_the_name_where_it_can() {
    let id = |file: &str, inside: &[u8]| {
        let scenario = [inside, b"scenario.ron"].concat();
        let bytes = zip(&[Entry { name: &scenario, ..entry("", MAIN.as_bytes()) }]);
        let (_root, path) = shelf(file, &bytes);
        SourceBundle::read(&path).unwrap().id
    };
    assert_eq!(id("leak (1).zip", b"leak/"), "leak");
    assert_eq!(id("leak.zip", b""), "leak");
    // Chinese Windows writes names in GBK and does not say so.
    assert_eq!(id("leak.zip", &encoding_rs::GBK.encode("漏水/").0), "leak");
    assert_eq!(id("leak.zip", "漏水/".as_bytes()), "leak");
}

#[test]
fn shared_files_lie_in_the_archive_too() {
    let main = MAIN
        .replacen("title:", "include: [\"shared/people.ron\"], title:", 1)
        .replace("name: \"Wang\"", "name: \"Wang\", persona: \"old-hand\"");
    let people = b"Shared(personas: { \"old-hand\": (base: \"repeat-visitor\") })";
    for place in ["leak/shared/people.ron", "shared/people.ron"] {
        let bundle = read(&zip(&[entry("leak/scenario.ron", main.as_bytes()), entry(place, people)])).unwrap();
        assert!(load(&bundle).scenario.is_some(), "{place}: {:?}", load(&bundle).diagnostics);
    }
    let without = load(&read(&zip(&[entry("leak/scenario.ron", main.as_bytes())])).unwrap());
    assert!(without.diagnostics.iter().any(|problem| problem.code.number() == 125));
}

#[test]
fn the_library_lists_archives_and_a_folder_goes_first() {
    let (root, _) = shelf("leak.zip", &zip(&[entry("scenario.ron", MAIN.as_bytes())]));
    fs::write(root.path().join("torn.zip"), b"PK\x03\x04").unwrap();
    fs::write(root.path().join("notes.txt"), b"PK\x03\x04").unwrap();
    let library = Library::open(Some(root.path()));
    let leak = library.find("leak").unwrap();
    assert!(!leak.shipped && leak.scenario().is_some());
    assert_eq!(leak.watched(), [root.path().join("leak.zip")]);
    assert_eq!(library.unreadable.len(), 1);
    assert!(Locale::En.say(&library.unreadable[0].message()).contains("torn.zip"));
    let folder = root.path().join("leak");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("scenario.ron"), MAIN.replace("The Leak", "The Folder")).unwrap();
    let library = Library::open(Some(root.path()));
    assert_eq!(library.find("leak").unwrap().title(Locale::En), "The Folder");
}

/// Runs the binary in `folder`: exit code, standard output, standard error.
fn run(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let said = calmdesk(words).args(["--lang", "en"]).inside(folder).data(folder.join("data")).run();
    (said.code, said.out, said.err)
}

#[test]
fn every_command_takes_an_archive() {
    let (root, path) = shelf("leak.zip", &zip(&[entry("leak/scenario.ron", MAIN.as_bytes())]));
    let here = root.path();
    let before = fs::read(&path).unwrap();
    for words in [
        &["check", "leak.zip"][..],
        &["play", "leak.zip", "--policy", "expert", "--seed", "1", "--log", "a.calmlog"],
        &["report", "a.calmlog", "-o", "a.html"],
        &["replay", "a.calmlog", "--verify"],
        &["graph", "leak.zip", "-o", "a.svg"],
        &["script", "leak.zip", "-o", "a.html"],
    ] {
        let (code, out, err) = run(here, words);
        assert_eq!(code, 0, "{words:?}\n{out}\n{err}");
    }
    let (_, out, err) = run(here, &["rehearse", "leak.zip", "--policy", "expert", "--runs", "5"]);
    assert!(out.contains("“The Leak” rehearsed"), "{out}{err}");
    // What changes files needs the folder and says so.
    for words in [&["fmt", "leak.zip"][..], &["translate", "leak.zip"]] {
        let (code, _, err) = run(here, words);
        assert!(code == 1 && err.contains("Unpack it"), "{words:?}: {err}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(!here.join("leak").exists(), "nothing is unpacked");
    // A folder of scenarios is looked over with those that are packed.
    let (code, out, _) = run(here, &["check", "."]);
    assert!(code == 0 && out.contains("One scenario"), "{out}");
}

#[test]
fn problems_name_the_file_in_the_archive() {
    let broken = MAIN.replace("NegateEmotion", "NegateEmotoin");
    let (root, _) = shelf("leak.zip", &zip(&[entry("leak/scenario.ron", broken.as_bytes())]));
    let place = Path::new("leak.zip").join("scenario.ron").display().to_string();
    for words in [
        &["check", "leak.zip"][..],
        &["check", "leak.zip", "--format", "json"],
        &["play", "leak.zip"],
        &["script", "leak.zip"],
    ] {
        let (code, out, err) = run(root.path(), words);
        let said = out + &err;
        assert!(code == 1 && said.contains("NegateEmotion"), "{words:?}: {said}");
        assert!(words.contains(&"json") || said.contains(&format!("{place}:8:")), "{words:?}: {said}");
    }
}

#[test]
fn what_an_archive_should_not_be_is_said_in_both_languages() {
    let main = MAIN.as_bytes();
    let good = zip(&[entry("scenario.ron", main)]);
    let spaces = vec![b' '; 64 << 20];
    let big: Vec<u8> = (0..5 << 20).map(|n: u32| b'a' + (n.wrapping_mul(2654435761) >> 28) as u8).collect();
    let many: Vec<String> = (0..5000).map(|n| format!("{n}.txt")).collect();
    let many: Vec<Entry> = many.iter().map(|name| entry(name, b"")).collect();
    let texts: Vec<String> = (0..80).map(|n| format!("x{n}.ftl")).collect();
    let texts: Vec<Entry> =
        std::iter::once(entry("scenario.ron", main)).chain(texts.iter().map(|name| entry(name, b""))).collect();
    let mut torn = good.clone();
    torn[50] ^= 0x55;
    let mut zip64 = good.clone();
    let end = zip64.len() - 22;
    zip64.splice(end..end, b"PK\x06\x07\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0".iter().copied());
    let mut split = good.clone();
    split[end + 4] = 2;
    let with = |one: Entry| zip(&[entry("scenario.ron", main), one]);
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (b"Rar!\x1a\x07\x01\0".to_vec(), "not a .zip"),
        (b"".to_vec(), "not a .zip"),
        (good[..good.len() - 10].to_vec(), "damaged"),
        (good[..40].to_vec(), "damaged"),
        (torn, "damaged"),
        (split, "damaged"),
        (zip64, "way not known"),
        (zip(&[Entry { method: Some(99), ..entry("scenario.ron", main) }]), "way not known"),
        (zip(&[Entry { flags: 1, ..entry("scenario.ron", main) }]), "password"),
        (zip(&[entry("scenario.ron", &spaces)]), "too large"),
        (zip(&[Entry { said: Some(100), ..entry("scenario.ron", &spaces) }]), "damaged"),
        (zip(&[Entry { deflate: false, ..entry("scenario.ron", &big) }]), "too large"),
        (zip(&many), "too much"),
        (zip(&texts), "too many files"),
        (with(entry("../evil.ron", b"")), "path is not right"),
        (with(entry("/etc/passwd", b"")), "path is not right"),
        (with(entry("C:\\evil.ron", b"")), "path is not right"),
        (with(entry("a/../../b", b"")), "path is not right"),
        (with(entry(&"a/".repeat(40), b"")), "path is not right"),
        (with(entry("scenario.ron", main)), "twice"),
        (with(entry("SCENARIO.RON", main)), "twice"),
        (with(Entry { mode: 0o120777, ..entry("en.ftl", b"/etc/passwd") }), "is a link"),
        (zip(&[entry("a/scenario.ron", main), entry("b/scenario.ron", main)]), "more than one scenario"),
        (zip(&[entry("a/b/scenario.ron", main)]), "too deep"),
        (zip(&[entry("leak.zip", &good)]), "another archive"),
        (zip(&[entry("readme.txt", b"")]), "no scenario.ron"),
        (zip(&[]), "no scenario.ron"),
    ];
    for (bytes, wanted) in cases {
        let error = read(&bytes).expect_err(wanted);
        let (zh, en) = (Locale::ZhCn.say(&error.message()), Locale::En.say(&error.message()));
        assert!(en.contains(wanted), "{wanted}: {en}");
        assert!(zh.contains("leak.zip") && zh.contains('。') && !zh.contains("{$"), "{zh}");
    }
}

#[test]
fn a_misnamed_file_is_named() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("leak");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("scenario.ron.txt"), MAIN).unwrap();
    let error = SourceBundle::read(&folder).unwrap_err();
    assert!(
        Locale::En.say(&error.message()).contains("scenario.ron.txt: rename it"),
        "{}",
        Locale::En.say(&error.message())
    );
    assert!(Locale::ZhCn.say(&error.message()).contains("scenario.ron.txt"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_an_archive_fall(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 0..10)
    ) {
        let mut bytes = zip(&[
            entry("leak/scenario.ron", MAIN.as_bytes()),
            entry("leak/zh-CN.ftl", "title = 漏水\n".as_bytes()),
            Entry { deflate: false, ..entry("shared/people.ron", b"Shared()") },
        ]);
        for (at, byte, how) in damage {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => { bytes.remove(at); }
                _ => bytes[at] = if byte & 1 == 0 { 0xFF } else { 0 },
            }
        }
        match read(&bytes) {
            Ok(bundle) => drop(load(&bundle)),
            Err(error) => prop_assert!(!Locale::ZhCn.say(&error.message()).is_empty()),
        }
    }
}
