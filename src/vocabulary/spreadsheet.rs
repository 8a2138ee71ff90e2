//! What every file for a spreadsheet has to mind.

/// A byte order mark: without it Excel takes UTF-8 for something else; other programs take it for part of the first head.
pub const BOM: &str = "\u{FEFF}";

/// A spreadsheet must not take somebody's name for a formula: what begins like one is written behind an apostrophe.
pub fn guarded(text: &str) -> String {
    if text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n'])
    {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
