//! The scenarios that ship with the program, as files and as loaded: read once.

use super::bundle::{SCENARIO_FILE, SourceBundle};
use super::include::gather;
use super::load::{Loaded, load};
use super::own_law::pack_of;
use include_dir::{Dir, include_dir};
use std::sync::OnceLock;

static SHIPPED: Dir = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// All of them with what came of loading each, by id.
pub fn shipped() -> &'static [(SourceBundle, Loaded)] {
    static ALL: OnceLock<Vec<(SourceBundle, Loaded)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut bundles: Vec<SourceBundle> = SHIPPED.dirs().filter_map(embedded).collect();
        bundles.sort_by(|a, b| a.id.cmp(&b.id));
        let loaded = bundles.into_iter().map(|bundle| {
            let loaded = load(&bundle);
            (bundle, loaded)
        });
        loaded.collect()
    })
}

static GUIDE: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/guide");

/// The guided visit of three minutes, which is no exercise and stands in no list.
pub fn guide() -> &'static (SourceBundle, Loaded) {
    static ONE: OnceLock<(SourceBundle, Loaded)> = OnceLock::new();
    ONE.get_or_init(|| {
        let files = GUIDE.files().filter_map(|file| Some((file.path().to_str()?.to_owned(), file.contents().to_vec())));
        let mut bundle = SourceBundle { id: "guide".to_owned(), files: files.collect() };
        bundle.files.sort();
        let loaded = load(&bundle);
        (bundle, loaded)
    })
}

/// The files of the shipped scenario by this id, unread.
pub fn embedded_by_id(id: &str) -> Option<SourceBundle> {
    SHIPPED.get_dir(id).and_then(embedded)
}

fn embedded(dir: &Dir<'_>) -> Option<SourceBundle> {
    let id = dir.path().file_name()?.to_str()?.to_owned();
    let mut files: Vec<(String, Vec<u8>)> = dir
        .files()
        .filter_map(|file| Some((file.path().file_name()?.to_str()?.to_owned(), file.contents().to_vec())))
        .filter(|(name, _)| name == SCENARIO_FILE || name.ends_with(".ftl"))
        .collect();
    // Its own law, named as in a folder on the disk.
    let law = dir.dirs().flat_map(|inner| inner.files()).filter_map(|file| {
        let name = file.path().strip_prefix(dir.path()).ok()?.to_str()?.replace('\\', "/");
        pack_of(&name)?;
        Some((name, file.contents().to_vec()))
    });
    files.extend(law);
    if let Some((_, main)) = files.iter().find(|(name, _)| name == SCENARIO_FILE) {
        let inner = dir.path();
        let taken_in = gather(main, &mut |name| {
            let file = SHIPPED.get_file(inner.join(name)).or_else(|| SHIPPED.get_file(name));
            file.map(|file| file.contents().to_vec())
        });
        files.extend(taken_in);
    }
    files.sort();
    files.iter().any(|(name, _)| name == SCENARIO_FILE).then_some(SourceBundle { id, files })
}
