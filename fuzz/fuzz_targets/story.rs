//! A story to be imported: Twee, published HTML, Utrecht's XML, or an archive of them.
#![no_main]

use calmdesk::authoring::import::{Words, import};
use calmdesk::lint::check;
use calmdesk::scenario::SourceBundle;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = |text: &str| text.to_owned();
    let words = Words {
        language: "en",
        header: "-",
        header_uudsl: "-",
        untitled: "Untitled",
        visitor: "Visitor",
        todo: "-",
        nowhere: "Nowhere",
        subject: &text,
        said: &text,
        go_on: "Go on",
        leave: "Leave",
        over: "Over",
    };
    if let Ok(imported) = import(vec![("fuzzed".to_owned(), bytes.to_vec())], &words) {
        let found = check(&SourceBundle::of_text("fuzzed", imported.scenario));
        assert!(found.scenario.is_some(), "what is imported can be played");
    }
});
