//! The page as PDF: an embedded template that sees the page as data and can open nothing else.

use super::error::ReportError;
use super::page::Page;
use crate::locale::font;
use crate::vocabulary::Locale;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_pdf::{PdfOptions, PdfStandards};

/// Stands for a character that the font lacks: the printers' mark for it.
const GETA: char = '〓';
/// A run of letters longer than any word …
const UNBROKEN: usize = 24;
/// … gets a place to break after so many.
const BREAK_AFTER: usize = 8;

/// The page as a PDF file. The same page gives the same bytes.
///
/// # Errors
///
/// [`ReportError::Typeset`], where the page cannot be set.
pub fn pdf(page: &Page) -> Result<Vec<u8>, ReportError> {
    let value = serde_json::to_value(page).map_err(|error| ReportError::Typeset(error.to_string()))?;
    typeset(include_str!("../../assets/report/report.typ"), value)
}

/// A template with its data, which it reads as `report.json`. The same data gives the same bytes.
pub(super) fn typeset(template: &'static str, mut value: Value) -> Result<Vec<u8>, ReportError> {
    let mut missing = Vec::new();
    let english = value.get("lang").and_then(Value::as_str) == Some(Locale::En.tag());
    fit(&mut value, english, &mut missing);
    if let Value::Object(fields) = &mut value {
        let list: Vec<String> = missing.iter().take(60).map(|&c| format!("U+{:04X}", u32::from(c))).collect();
        fields.insert("missing".to_owned(), Value::String(list.join(", ")));
    }
    let data = value.to_string().into_bytes();
    let identity: String = Sha256::digest(&data).iter().map(|byte| format!("{byte:02x}")).collect();
    let desk = Desk::new(template, data)?;
    let document = typst::compile(&desk).output.map_err(|problems| refused(&problems))?;
    let options = PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("Calmdesk".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards: PdfStandards::default(),
        tagged: true,
        pretty: false,
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|problems| refused(&problems));
    tidy();
    bytes
}

/// What is laid out for one report is kept for the next of the class, and let go when some forty had no use for it.
/// Looking through all that is kept costs as much as a page, so it is done for every eighth report only.
fn tidy() {
    const EVERY: u32 = 8;
    static PRINTED: AtomicU32 = AtomicU32::new(1);
    if PRINTED.fetch_add(1, Ordering::Relaxed).is_multiple_of(EVERY) {
        typst::comemo::evict(4);
    }
}

fn refused(problems: &[SourceDiagnostic]) -> ReportError {
    let messages: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    ReportError::Typeset(messages.join("; "))
}

/// Makes every string fit the font and the columns.
fn fit(value: &mut Value, english: bool, missing: &mut Vec<char>) {
    match value {
        Value::String(text) => *text = fit_text(text, english, missing),
        Value::Array(list) => list.iter_mut().for_each(|one| fit(one, english, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|one| fit(one, english, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn fit_text(text: &str, english: bool, missing: &mut Vec<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars() {
        // Marks that choose a variant or join signs mean nothing without the sign.
        if matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{00AD}') {
            continue;
        }
        let c = match c {
            // In the font these are as wide as a Han character, which looks wrong among Latin letters.
            '“' | '”' if english => '"',
            '‘' | '’' if english => '\'',
            c => c,
        };
        let shown = if font::has_glyph(c) || c == '\n' {
            c
        } else if c.is_whitespace() {
            ' '
        } else {
            if !missing.contains(&c) {
                missing.push(c);
            }
            GETA
        };
        if shown.is_whitespace() || u32::from(shown) >= 0x2E80 {
            end_run(&mut out, &mut run);
            out.push(shown);
        } else {
            run.push(shown);
        }
    }
    end_run(&mut out, &mut run);
    out
}

/// Puts a run of letters down, with places to break if it is longer than any word.
fn end_run(out: &mut String, run: &mut String) {
    let long = run.chars().count() > UNBROKEN;
    for (at, c) in run.chars().enumerate() {
        if long && at > 0 && at.is_multiple_of(BREAK_AFTER) {
            out.push('\u{200B}');
        }
        out.push(c);
    }
    run.clear();
}

/// All that the compiler may see: template, data, fonts.
struct Desk {
    template: Source,
    data: FileId,
    bytes: Bytes,
}

struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> =
        [font::REGULAR, font::BOLD].into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

impl Desk {
    fn new(template: &'static str, data: Vec<u8>) -> Result<Self, ReportError> {
        Ok(Self { template: parsed(template)?, data: file("/report.json")?, bytes: Bytes::new(data) })
    }
}

/// A template is parsed once a process.
fn parsed(template: &'static str) -> Result<Source, ReportError> {
    static PARSED: Mutex<Vec<(&str, Source)>> = Mutex::new(Vec::new());
    let mut known = PARSED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, source)) = known.iter().find(|(text, _)| *text == template) {
        return Ok(source.clone());
    }
    let source = Source::new(file("/report.typ")?, template.to_owned());
    known.push((template, source.clone()));
    Ok(source)
}

/// The id of a file that exists only here.
fn file(path: &str) -> Result<FileId, ReportError> {
    let path = VirtualPath::new(path).map_err(|error| ReportError::Typeset(error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }
    fn main(&self) -> FileId {
        self.template.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data { Ok(self.bytes.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }
    /// No clock: the same page is the same file on every day.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_can_open_nothing_but_its_data() {
        let desk = Desk::new("", b"{}".to_vec()).expect("a desk");
        for path in ["/etc/passwd", "/report.typ/../Cargo.toml", "/other.typ"] {
            let Ok(id) = file(path) else { continue };
            assert!(desk.file(id).is_err(), "{path}");
            assert!(desk.source(id).is_err(), "{path}");
        }
    }

    #[test]
    fn characters_that_the_font_lacks_are_marked_and_named() {
        let mut missing = Vec::new();
        assert_eq!(fit_text("𠮷😀好\u{FE0F}\u{200D}", false, &mut missing), "〓〓好");
        assert_eq!(missing, ['𠮷', '😀']);
    }

    #[test]
    fn a_long_word_gets_places_to_break() {
        let fitted = fit_text(&"x".repeat(100), false, &mut Vec::new());
        assert!(fitted.split('\u{200B}').all(|run| run.len() <= BREAK_AFTER));
        assert_eq!(fitted.replace('\u{200B}', "").len(), 100);
    }
}
