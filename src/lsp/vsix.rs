//! The VS Code extension as the file that VS Code installs: a ZIP archive, made from what the program carries.

use include_dir::{Dir, include_dir};

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/editors/vscode");

const TYPES: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/><Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>
"#;

/// The same bytes each time.
pub fn bytes() -> Vec<u8> {
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), TYPES.as_bytes().to_vec()),
        ("extension.vsixmanifest".to_owned(), manifest().into_bytes()),
    ];
    let mut own = Vec::new();
    collect(&FILES, &mut own);
    own.sort();
    files.extend(own.into_iter().filter(|(name, _)| !name.ends_with("/test.js")));
    archive(&files)
}

fn collect(dir: &Dir, files: &mut Vec<(String, Vec<u8>)>) {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        files.push((format!("extension/{name}"), file.contents().to_vec()));
    }
    dir.dirs().for_each(|inner| collect(inner, files));
}

/// What `package.json` says, once more for the installer.
fn manifest() -> String {
    let read = |name: &str| -> serde_json::Value {
        let file = FILES.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or_default();
        serde_json::from_str(file).unwrap_or_default()
    };
    let (package, texts) = (read("package.json"), read("package.nls.json"));
    let field = |value: &serde_json::Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let (id, version, publisher) = (field(&package, "name"), field(&package, "version"), field(&package, "publisher"));
    let engine = package["engines"]["vscode"].as_str().unwrap_or_default();
    let (title, about) = (field(&texts, "displayName"), field(&texts, "description"));
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata><Identity Language="en-US" Id="{id}" Version="{version}" Publisher="{publisher}"/><DisplayName>{title}</DisplayName><Description xml:space="preserve">{about}</Description><Categories>Programming Languages</Categories><Properties><Property Id="Microsoft.VisualStudio.Code.Engine" Value="{engine}"/></Properties></Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
<Dependencies/>
<Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>
"#
    )
}

/// Files as they are, one after the other, and their directory at the end.
fn archive(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    // 1 January 1980, the first day that the format knows.
    const DAY: u16 = 1 << 5 | 1;
    // Names are UTF-8.
    const FLAGS: u16 = 1 << 11;
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, body) in files {
        let mut head = Vec::new();
        for number in [20, FLAGS, 0, 0, DAY] {
            head.extend(u16::to_le_bytes(number));
        }
        for number in [crc32fast::hash(body), body.len() as u32, body.len() as u32] {
            head.extend(number.to_le_bytes());
        }
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0; 2]);
        let at = out.len() as u32;
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(body);
    }
    let (at, size, number) = (out.len() as u32, directory.len() as u32, files.len() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend([number.to_le_bytes(), number.to_le_bytes()].concat());
    out.extend([size.to_le_bytes(), at.to_le_bytes()].concat());
    out.extend([0; 2]);
    out
}
