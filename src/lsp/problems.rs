//! What `check` finds, as an editor shows it, and what can be done about it at a keystroke.

use super::folder::{File, Workspace};
use super::shape::{ValueShape, bare_words};
use crate::args;
use crate::locale::Texts;
use crate::scenario::Diagnostic as Problem;
use crate::scenario::diagnostic::{Code, Hint, Severity};
use crate::scenario::syntax::{Item, Kind, Tree};
use crate::vocabulary::{Locale, Value};
use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Position, Range, Uri,
};
use std::ops::Range as Bytes;
use std::str::FromStr;

/// What stands where instead.
type Edits = Vec<(Bytes<usize>, String)>;

/// The first warning that can be allowed where it stands.
const FIRST_SMELL: u16 = 101;

/// The problems of one file; `file` is as the check saw it.
pub fn of_file(file: &File, problems: &[Problem], locale: Locale) -> Vec<Diagnostic> {
    let places = file.places();
    let uri = Uri::from_str(&file.uri).ok();
    let here = problems.iter().filter(|problem| problem.file == file.name);
    here.map(|problem| {
        let related = problem.labels.iter().filter_map(|label| {
            let location = Location { uri: uri.clone()?, range: places.range(label.span.clone()) };
            Some(DiagnosticRelatedInformation { location, message: locale.text(label.text).into_owned() })
        });
        let related: Vec<_> = related.collect();
        Diagnostic {
            range: places.range(problem.span.clone()),
            severity: Some(match problem.severity {
                Severity::Error => DiagnosticSeverity::ERROR,
                Severity::Warning => DiagnosticSeverity::WARNING,
                Severity::Note => DiagnosticSeverity::INFORMATION,
            }),
            code: Some(NumberOrString::String(problem.code.to_string())),
            source: Some("calmdesk".to_owned()),
            message: words(problem, locale),
            related_information: (!related.is_empty()).then_some(related),
            ..Diagnostic::default()
        }
    })
    .collect()
}

/// The message and what to do about it.
fn words(problem: &Problem, locale: Locale) -> String {
    let mut words = locale.say(&problem.message());
    if let Some(hint) = locale.say_if_known(&problem.advice()) {
        words.push('\n');
        words.push_str(&hint);
    }
    words
}

/// What cannot be checked at all.
pub fn unreadable(why: String) -> Diagnostic {
    Diagnostic {
        range: Range::new(Position::new(0, 0), Position::new(0, 0)),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some("calmdesk".to_owned()),
        message: why,
        ..Diagnostic::default()
    }
}

/// A change that mends something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickFix {
    pub title: String,
    /// The code it mends.
    pub code: Code,
    pub edits: Edits,
    /// The only likely one.
    pub preferred: bool,
    /// Where the problem stands.
    pub at: Bytes<usize>,
}

/// The mends for what is wrong between two places.
pub fn mends(file: &File, problems: &[Problem], asked: Bytes<usize>, locale: Locale) -> Vec<QuickFix> {
    let text = file.body();
    let mut mends = Vec::new();
    let here = |problem: &&Problem| problem.file == file.name;
    for problem in problems.iter().filter(here) {
        if problem.span.start > asked.end || problem.span.end < asked.start {
            continue;
        }
        names(text, problem, locale, &mut mends);
        if let Some((edits, title)) = sign(problem, locale) {
            let (code, at) = (problem.code, problem.span.clone());
            mends.push(QuickFix { title, code, edits, preferred: true, at });
        }
        if file.is_ron() && problem.code.number() >= FIRST_SMELL && problem.severity == Severity::Warning {
            mends.extend(allow(text, problem, locale));
        }
    }
    mends.extend(all_signs(problems.iter().filter(here), &asked, locale));
    mends
}

/// “Did you mean …?”
fn names(text: &str, problem: &Problem, locale: Locale, out: &mut Vec<QuickFix>) {
    let names: &[String] = match &problem.hint {
        Some(Hint::DidYouMean(name)) => std::slice::from_ref(name),
        Some(Hint::OneOf(names)) => names,
        _ => return,
    };
    let written = text.get(problem.span.clone()).unwrap_or_default();
    let said = problem.args.iter().find_map(|(key, value)| match value {
        Value::Text(said) if matches!(*key, "name" | "word") => Some(said.as_str()),
        _ => None,
    });
    let Some(said) = said.filter(|said| !said.is_empty()) else { return };
    let Some(at) = written.find(said) else { return };
    let mut span = problem.span.start + at..problem.span.start + at + said.len();
    for name in names {
        // Only the pack of a citation may be misspelt.
        if problem.code == Code::UnknownArticle
            && !name.contains('/')
            && let Some(pack) = said.find('/')
        {
            span.end = span.start + pack;
        }
        let title = locale.text_with("lsp-change-to", &args!("name" => name.as_str())).into_owned();
        let (code, at) = (problem.code, problem.span.clone());
        out.push(QuickFix { title, code, edits: vec![(span.clone(), name.clone())], preferred: names.len() == 1, at });
    }
}

/// Signs that should be others, and what to call that.
fn sign(problem: &Problem, locale: Locale) -> Option<(Edits, String)> {
    let wanted = problem.args.iter().find_map(|(key, value)| match value {
        Value::Text(wanted) if *key == "wanted" && !wanted.is_empty() => Some(wanted.clone()),
        _ => None,
    })?;
    let span = match problem.code {
        Code::FullWidth | Code::CurlyQuote | Code::WrongBracket => problem.span.clone(),
        Code::MissingComma => problem.span.start..problem.span.start,
        _ => return None,
    };
    let title = locale.text_with("lsp-write-sign", &args!("sign" => wanted.as_str())).into_owned();
    // The other end of a text is written the same.
    let ends = problem.labels.iter().filter(|label| label.text == "label-and-here").map(|label| label.span.clone());
    Some((std::iter::once(span).chain(ends).map(|span| (span, wanted.clone())).collect(), title))
}

/// All the signs of a Chinese keyboard at once, where there are several.
fn all_signs<'p>(
    problems: impl Iterator<Item = &'p Problem>,
    asked: &Bytes<usize>,
    locale: Locale,
) -> Option<QuickFix> {
    let wide: Vec<&Problem> =
        problems.filter(|problem| matches!(problem.code, Code::FullWidth | Code::CurlyQuote)).collect();
    let first = wide.iter().find(|problem| problem.span.start <= asked.end && asked.start <= problem.span.end)?;
    let edits: Vec<_> = wide.iter().filter_map(|problem| Some(sign(problem, locale)?.0)).flatten().collect();
    let title = locale.text_with("lsp-write-signs", &args!("count" => edits.len())).into_owned();
    (edits.len() > 1).then(|| QuickFix { title, code: first.code, edits, preferred: false, at: first.span.clone() })
}

/// `allow: { "CD0108": "" }` where it belongs; the reason is the author's to give.
fn allow(text: &str, problem: &Problem, locale: Locale) -> Option<QuickFix> {
    let tree = Tree::parse(text);
    let root = tree.root.first()?;
    let mut holder = root;
    let mut item = root;
    // Down to the innermost thing that can allow something.
    while let Some(group) = &item.group {
        let inside = group.items.iter().find(|inner| inner.span().contains(&problem.span.start))?;
        let word = inside.word(text);
        let option = word.is_empty() && inside.group.as_ref().is_some_and(|group| group.open == b'(');
        if matches!(word, "Choice" | "OrderedChoice") {
            // The choice itself allows nothing, any option speaks for it.
            holder = first_option(inside).unwrap_or(holder);
        } else if bare_words(ValueShape::Node).contains(&word) || option && is_option(inside) {
            holder = inside;
        }
        if inside.group.is_none() || inside.key.as_ref().is_some_and(|key| key.span.contains(&problem.span.start)) {
            break;
        }
        item = inside;
    }
    // What is about a name is allowed for that name only.
    let about = problem.args.iter().find_map(|(key, value)| match value {
        Value::Text(name) if *key == "name" => Some(name.as_str()),
        _ => None,
    });
    let about = match problem.code {
        Code::FactNeverTold | Code::PromiseNeverDue | Code::VarNeverRead => about,
        _ => None,
    };
    let code = problem.code.to_string();
    let key = about.map_or_else(|| code.clone(), |about| format!("{code} {about}"));
    let title = locale.text_with("lsp-allow", &args!("code" => code.as_str())).into_owned();
    let edit = written_into(text, &tree, holder, &key)?;
    let at = problem.span.clone();
    Some(QuickFix { title, code: problem.code, edits: vec![edit], preferred: false, at })
}

fn is_option(item: &Item) -> bool {
    item.items().iter().filter_map(Item::name).any(|name| matches!(name, "say" | "gesture" | "desk"))
}

fn first_option(choice: &Item) -> Option<&Item> {
    let list = choice.items().first()?;
    list.items().first().filter(|option| option.group.is_some())
}

/// The edit that adds `"key": ""` to what `holder` allows.
fn written_into(text: &str, tree: &Tree, holder: &Item, key: &str) -> Option<(Bytes<usize>, String)> {
    let group = holder.group.as_ref()?;
    let entry = format!("\"{key}\": \"\"");
    if let Some(given) = holder.field("allow") {
        let group = given.group.as_ref()?;
        return Some(match group.items.last() {
            Some(last) => (last.span().end..last.span().end, format!(", {entry}")),
            None => (group.opener.end..group.opener.end, entry),
        });
    }
    let field = format!("allow: {{ {entry} }}");
    let Some(last) = group.items.last() else {
        return Some((group.opener.end..group.opener.end, field));
    };
    let end = last.span().end;
    let next = tree.tokens_in(end..text.len()).iter().find(|token| !token.kind.is_trivia());
    let comma = next.filter(|token| token.kind == Kind::Comma);
    let at = comma.map_or(end, |comma| comma.end);
    let line = text[..last.span().start].rfind('\n').map_or(0, |at| at + 1);
    let indent = &text[line..last.span().start];
    // A field on a line of its own is followed by one on its own.
    let new = if line > holder.value.start && indent.trim().is_empty() {
        format!("{}\n{indent}{field},", if comma.is_some() { "" } else { "," })
    } else {
        format!("{} {field}", if comma.is_some() { "" } else { "," })
    };
    Some((at..at, new))
}

/// What is shown of one file: its address, its version where it is open, its problems.
pub type FileProblems = (String, Option<i32>, Vec<Diagnostic>);

/// The problems of the scenario in a folder, by its files; what cannot be read is said on `uri`.
pub fn of_folder(desk: &Workspace, base: &str, locale: Locale) -> (Vec<Problem>, Vec<FileProblems>) {
    match desk.check(base) {
        Ok(problems) => {
            let files = desk.files(base);
            let shown = files.iter().map(|file| (file.uri.clone(), file.version, of_file(file, &problems, locale)));
            let shown = shown.collect();
            (problems, shown)
        }
        // Translations of something else are no business of ours.
        Err(crate::scenario::BundleError::NoScenario(_)) => (Vec::new(), Vec::new()),
        Err(error) => {
            let open = desk.open.iter().filter(|(uri, _)| super::folder::split(uri).0 == base);
            let shown =
                open.filter(|(uri, _)| super::folder::is_ours(super::folder::split(uri).1)).map(|(uri, buffer)| {
                    (uri.clone(), Some(buffer.version), vec![unreadable(locale.say(&error.message()))])
                });
            (Vec::new(), shown.collect())
        }
    }
}
