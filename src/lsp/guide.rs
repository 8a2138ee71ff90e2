//! What the author's guide says of each field: its tables, which a test holds to the types.

use crate::vocabulary::Locale;
use indexmap::IndexMap;
use std::sync::OnceLock;

static PAGES: [&str; 2] = [include_str!("../../docs/authoring.md"), include_str!("../../docs/authoring.en.md")];

/// A row: what may be written and what the guide says of it.
#[derive(Clone, Debug, Default)]
pub struct GuideRow {
    pub what: &'static str,
    /// What goes without it; empty where the guide does not say.
    pub otherwise: &'static str,
}

pub type GuideTable = IndexMap<&'static str, GuideRow>;

/// The tables of the guide by their heading.
fn tables(locale: Locale) -> &'static IndexMap<&'static str, GuideTable> {
    static TABLES: [OnceLock<IndexMap<&'static str, GuideTable>>; 2] = [OnceLock::new(), OnceLock::new()];
    TABLES[locale as usize].get_or_init(|| {
        let mut tables: IndexMap<&'static str, GuideTable> = IndexMap::new();
        let mut heading = "";
        for line in PAGES[locale as usize].lines() {
            if let Some(name) = line.strip_prefix("### ") {
                heading = name.trim();
            } else if let Some(row) = line.strip_prefix("| `")
                && let Some((name, rest)) = row.split_once('`')
            {
                let mut cells = rest.trim().trim_matches('|').split(" | ").map(|cell| cell.trim().trim_matches('|'));
                let (what, otherwise) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
                let row = GuideRow { what: what.trim(), otherwise: otherwise.trim() };
                tables.entry(heading).or_default().insert(name, row);
            }
        }
        tables
    })
}

/// The table under a heading; conditions and cues are headed in the reader's language.
pub fn table(heading: &str, locale: Locale) -> Option<&'static GuideTable> {
    let heading = match (heading, locale) {
        ("Conditions", Locale::ZhCn) => "条件",
        ("Cues", Locale::ZhCn) => "线索",
        (same, _) => same,
    };
    tables(locale).get(heading)
}

/// What the guide says of a field.
pub fn field(of: &str, name: &str, locale: Locale) -> Option<&'static GuideRow> {
    table(of, locale)?.get(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_guides_say_something_of_every_field() {
        assert_eq!(tables(Locale::ZhCn).len(), tables(Locale::En).len());
        for locale in Locale::ALL {
            for (heading, table) in tables(locale) {
                assert!(table.values().all(|row| !row.what.is_empty()), "{heading}: {table:?}");
            }
            assert!(table("Conditions", locale).is_some_and(|table| table.contains_key("Chose")));
        }
        assert_eq!(field("Line", "who", Locale::ZhCn).map(|row| (row.what, row.otherwise)), Some(("谁说", "旁白")));
    }
}
