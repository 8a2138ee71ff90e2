//! Loading: bytes in, a validated scenario or all its problems out.

use super::bundle::{SCENARIO_FILE, SourceBundle, is_id, without_bom};
use super::diagnostic::{Code, Diagnostic, finish};
use super::include::Whole;
use super::model::Scenario;
use super::resolve::resolve;
use super::source::{ScenarioSource, SharedSource, dialect};
use super::translate::translate;
use super::unreadable::Unreadable;
use super::{allowed, encoding, include, own_law, repair};
use std::ops::Range;
use std::sync::Arc;

/// What came of loading: usable if no error was found; warnings do not stop it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// `None` where an error was found.
    pub scenario: Option<Arc<Scenario>>,
    /// By file and place, each with line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// The files it was read from, and those it asked for that are not there: what to watch.
    pub files: Vec<String>,
}

impl Loaded {
    /// How many of them are errors.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|problem| problem.is_error()).count()
    }
    /// How many of them are warnings.
    pub fn warnings(&self) -> usize {
        self.diagnostics.iter().filter(|problem| problem.is_warning()).count()
    }
}

/// A scenario beside the text it was written as: what a linter looks at.
pub struct Read<'s, 'a> {
    /// `scenario.ron` with all that it takes in behind it.
    pub text: &'s str,
    /// What RON made of it, names still names.
    pub source: &'s ScenarioSource<'a>,
    /// `None` where something in it is wrong.
    pub scenario: Option<&'s Scenario>,
}

/// Looks at what was read and says what an author should think about.
pub type ReadCheck<'l> = dyn Fn(&Read, &mut Vec<Diagnostic>) + 'l;

/// Reads a scenario: all problems at once, and the scenario where none of them is an error.
pub fn load(bundle: &SourceBundle) -> Loaded {
    load_and(bundle, None)
}

/// Loads and also lets `look` say what it thinks of what was read.
pub fn load_with(bundle: &SourceBundle, look: &ReadCheck) -> Loaded {
    load_and(bundle, Some(look))
}

fn load_and(bundle: &SourceBundle, look: Option<&ReadCheck>) -> Loaded {
    let mut loaded = Loaded { files: vec![SCENARIO_FILE.to_owned()], ..Loaded::default() };
    loaded.files.extend(
        bundle
            .files
            .iter()
            .map(|(name, _)| name)
            .filter(|name| name.ends_with(".ftl") || own_law::pack_of(name).is_some())
            .cloned(),
    );
    let mut also = Also::default();
    let mut scenario = read(bundle, look, &mut loaded, &mut also);
    if let Some(whole) = &mut scenario {
        whole.hash = bundle.hash();
        loaded.diagnostics.append(&mut also.translations);
        allowed::spare(also.spared, look.is_some(), &mut loaded.diagnostics);
    }
    finish(&mut loaded.diagnostics, |file| bundle.shown(file).into_owned());
    let sound = loaded.errors() == 0;
    loaded.scenario = scenario.filter(|_| sound).map(Arc::new);
    loaded
}

/// What is found beside the problems of the scenario's own files.
#[derive(Default)]
struct Also {
    /// What the scenario allows of its translations.
    spared: Vec<allowed::Spared>,
    /// What is wrong with them.
    translations: Vec<Diagnostic>,
}

fn read(bundle: &SourceBundle, look: Option<&ReadCheck>, loaded: &mut Loaded, also: &mut Also) -> Option<Scenario> {
    let own_law = own_law::read(bundle, &mut loaded.diagnostics);
    let Loaded { diagnostics, files, .. } = loaded;
    let mut report = |code, span| diagnostics.push(Diagnostic::new(code, SCENARIO_FILE, span));
    let Some(bytes) = bundle.file(SCENARIO_FILE) else {
        report(Code::NoScenarioFile, 0..0);
        return None;
    };
    if !is_id(&bundle.id) {
        diagnostics.push(Diagnostic::new(Code::BadFolderName, SCENARIO_FILE, 0..0).with("name", bundle.id.as_str()));
    }
    let bytes = without_bom(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !bytes.contains(&0) || !matches!(encoding::diagnose(bytes), (Code::Utf16, _)) => text,
        _ => {
            let (code, hint) = encoding::problem(bytes);
            let at = bundle.shown(SCENARIO_FILE).find(|c: char| !c.is_ascii()).unwrap_or(0);
            diagnostics.push(Diagnostic::new(code, SCENARIO_FILE, at..at + 1).hint(hint));
            return None;
        }
    };
    // Almost every scenario is one file, read where it lies.
    if include::named(text).is_empty() {
        repair::invisible(SCENARIO_FILE, text, diagnostics);
        return match dialect().from_str::<ScenarioSource>(text) {
            Ok(source) => {
                let source = ScenarioSource { own_law, ..source };
                finished(bundle, text, &source, &[], look, diagnostics, also)
            }
            Err(_) => {
                let mended = repair::mend(SCENARIO_FILE, text, diagnostics)?;
                let source = dialect().from_str::<ScenarioSource>(&mended.text).ok()?;
                let source = ScenarioSource { own_law, ..source };
                diagnostics.extend(resolve(&bundle.id, &mended.text, &source, &mended.left_out, &[]).1);
                if let Some(look) = look {
                    look(&Read { text: &mended.text, source: &source, scenario: None }, diagnostics);
                }
                None
            }
        };
    }
    let whole = Whole::gather(bundle, text, diagnostics);
    files.extend(whole.asked.iter().cloned());
    whole.parts.iter().for_each(|part| repair::invisible(&part.name, &whole.text[part.range.clone()], diagnostics));
    let mut problems = Vec::new();
    let mut scenario = match joined(&whole) {
        Some(source) if !whole.gaps => {
            let source = ScenarioSource { own_law, ..source };
            finished(bundle, &whole.text, &source, &ranges(&whole), look, &mut problems, also)
        }
        _ => {
            let (mended, left_out) = mended(&whole, diagnostics)?;
            let source = ScenarioSource { own_law, ..joined(&mended)? };
            problems = resolve(&bundle.id, &mended.text, &source, &left_out, &ranges(&mended)).1;
            if let Some(look) = look {
                look(&Read { text: &mended.text, source: &source, scenario: None }, &mut problems);
            }
            problems.iter_mut().for_each(|problem| mended.localise(problem));
            diagnostics.append(&mut problems);
            return None;
        }
    };
    problems.iter_mut().chain(also.spared.iter_mut().map(|one| &mut one.needless)).for_each(|one| whole.localise(one));
    diagnostics.append(&mut problems);
    scenario.iter_mut().flat_map(|scenario| &mut scenario.nodes).for_each(|node| whole.place(node));
    scenario
}

fn finished(
    bundle: &SourceBundle,
    text: &str,
    source: &ScenarioSource,
    parts: &[Range<usize>],
    look: Option<&ReadCheck>,
    out: &mut Vec<Diagnostic>,
    also: &mut Also,
) -> Option<Scenario> {
    also.spared = allowed::spared(text, source);
    let (mut scenario, problems) = resolve(&bundle.id, text, source, &Unreadable::default(), parts);
    out.extend(problems);
    // Whoever looks sees all its languages.
    if let Some(scenario) = &mut scenario {
        translate(scenario, bundle, &mut also.translations);
    }
    if let Some(look) = look {
        look(&Read { text, source, scenario: scenario.as_ref() }, out);
    }
    scenario
}

fn ranges(whole: &Whole) -> Vec<Range<usize>> {
    whole.parts.iter().map(|part| part.range.clone()).collect()
}

/// All files as one source, if all can be read.
fn joined(whole: &Whole) -> Option<ScenarioSource<'_>> {
    let (main, others) = whole.parts.split_first()?;
    let mut source = dialect().from_str::<ScenarioSource>(&whole.text[main.range.clone()]).ok()?;
    for part in others {
        source.take_in(dialect().from_str::<SharedSource>(&whole.text[part.range.clone()]).ok()?);
    }
    Some(source)
}

/// The same files, each mended where it is broken; `None` if one is beyond that.
fn mended(whole: &Whole, out: &mut Vec<Diagnostic>) -> Option<(Whole, Unreadable)> {
    let mut after = Whole::default();
    let mut left_out = Unreadable { everything: whole.gaps, anything: whole.gaps, ..Unreadable::default() };
    let mut beyond = false;
    for part in &whole.parts {
        let text = &whole.text[part.range.clone()];
        let sound = match part.name.as_str() {
            SCENARIO_FILE => dialect().from_str::<ScenarioSource>(text).is_ok(),
            _ => dialect().from_str::<SharedSource>(text).is_ok(),
        };
        let base = after.text.len();
        match if sound { None } else { Some(repair::mend(&part.name, text, out)) } {
            None => after.append(&part.name, text),
            Some(Some(mended)) => {
                after.append(&part.name, &mended.text);
                left_out.join(mended.left_out, base);
            }
            Some(None) => beyond = true,
        }
    }
    (!beyond).then_some((after, left_out))
}
