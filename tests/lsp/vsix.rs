//! The editor's extension as it is saved.

use super::*;

#[test]
fn the_extension_is_saved_whole_and_the_same_each_time() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("calmdesk.vsix");
    for _ in 0..2 {
        assert!(calmdesk(["lsp", "--lang", "zh-CN", "--vsix"]).arg(&path).run().well().contains("从 VSIX 安装"));
        assert_eq!(std::fs::read(&path).unwrap(), calmdesk::lsp::vsix::bytes());
    }
    let files = unpacked(&std::fs::read(&path).unwrap());
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    for wanted in ["[Content_Types].xml", "extension.vsixmanifest", "extension/package.json", "extension/extension.js"]
    {
        assert!(names.contains(&wanted), "{wanted}: {names:?}");
    }
    let package: Value =
        serde_json::from_slice(&files.iter().find(|(name, _)| name.ends_with("package.json")).unwrap().1).unwrap();
    let main = package["main"].as_str().unwrap().trim_start_matches("./");
    assert!(names.contains(&format!("extension/{main}").as_str()));
    // Whatever a text stands for is said in both languages.
    for name in ["package.nls.json", "package.nls.zh-cn.json"] {
        let text = &files.iter().find(|(known, _)| known.ends_with(name)).unwrap().1;
        let texts: Value = serde_json::from_slice(text).unwrap();
        for asked in package.to_string().split("\"%").skip(1).filter_map(|rest| rest.split('%').next()) {
            assert!(texts[asked].is_string(), "{name}: {asked}");
        }
    }
}

/// The files of an archive that packs nothing, by its directory.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number =
        |at: usize, width: usize| bytes[at..at + width].iter().rev().fold(0usize, |sum, b| sum << 8 | usize::from(*b));
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
    let mut at = number(end + 16, 4);
    let mut files = Vec::new();
    for _ in 0..number(end + 10, 2) {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        let (crc, size, name, start) = (number(at + 16, 4), number(at + 24, 4), number(at + 28, 2), number(at + 42, 4));
        let text = String::from_utf8(bytes[at + 46..at + 46 + name].to_vec()).unwrap();
        assert_eq!(&bytes[start..start + 4], b"PK\x03\x04");
        assert_eq!(&bytes[start + 30..start + 30 + name], text.as_bytes());
        let body = bytes[start + 30 + name..start + 30 + name + size].to_vec();
        assert_eq!(crc32fast::hash(&body) as usize, crc, "{text}");
        files.push((text, body));
        at += 46 + name;
    }
    files
}
