//! Loading: bytes in, a validated scenario or all its problems out.

use super::bundle::{SCENARIO_FILE, SourceBundle, without_bom};
use super::diagnostic::{Code, Diagnostic, finish};
use super::model::Scenario;
use super::resolve::{Unreadable, resolve};
use super::source::{ScenarioSource, dialect};
use super::translate::translate;
use super::{encoding, repair};
use std::sync::Arc;

/// What came of loading: usable if no error was found; warnings do not stop it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub scenario: Option<Arc<Scenario>>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|problem| problem.is_error()).count()
    }
    pub fn warnings(&self) -> usize {
        self.diagnostics.iter().filter(|problem| problem.is_warning()).count()
    }
}

pub fn load(bundle: &SourceBundle) -> Loaded {
    load_and(bundle, false)
}

/// Loads and, where there is no error, also looks for what an author should think about.
pub fn check(bundle: &SourceBundle) -> Loaded {
    load_and(bundle, true)
}

fn load_and(bundle: &SourceBundle, smell: bool) -> Loaded {
    let mut diagnostics = Vec::new();
    let mut scenario = read(bundle, smell, &mut diagnostics);
    if let Some(whole) = &mut scenario {
        whole.hash = bundle.hash();
        translate(whole, bundle, &mut diagnostics);
    }
    finish(&mut diagnostics, |file| bundle.shown(file).into_owned());
    let sound = !diagnostics.iter().any(Diagnostic::is_error);
    Loaded { scenario: scenario.filter(|_| sound).map(Arc::new), diagnostics }
}

fn read(bundle: &SourceBundle, smell: bool, diagnostics: &mut Vec<Diagnostic>) -> Option<Scenario> {
    let mut report = |code, span| diagnostics.push(Diagnostic::new(code, SCENARIO_FILE, span));
    let Some(bytes) = bundle.file(SCENARIO_FILE) else {
        report(Code::NoScenarioFile, 0..0);
        return None;
    };
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    if bundle.id.is_empty() || !bundle.id.bytes().all(good) {
        diagnostics.push(Diagnostic::new(Code::BadFolderName, SCENARIO_FILE, 0..0).with("name", bundle.id.as_str()));
    }
    let mut report = |code, span| diagnostics.push(Diagnostic::new(code, SCENARIO_FILE, span));
    let bytes = without_bom(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !bytes.contains(&0) || !matches!(encoding::diagnose(bytes), (Code::Utf16, _)) => text,
        _ => {
            let (code, _) = encoding::diagnose(bytes);
            let at = bundle.shown(SCENARIO_FILE).find(|c: char| !c.is_ascii()).unwrap_or(0);
            report(code, at..at + 1);
            return None;
        }
    };
    repair::invisible(text, diagnostics);
    let nothing = Unreadable::default();
    match dialect().from_str::<ScenarioSource>(text) {
        Ok(source) => {
            let (scenario, problems) = resolve(&bundle.id, text, &source, &nothing);
            diagnostics.extend(problems);
            if smell && let Some(scenario) = &scenario {
                super::smells::find(text, &source, scenario, diagnostics);
            }
            scenario
        }
        Err(_) => {
            repair::report(&bundle.id, text, diagnostics);
            None
        }
    }
}
