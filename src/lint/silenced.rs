//! What an author allows, where it stands.

use super::inspected::Inspected;
use super::smells::{Smell, SmellPlace, Smells};
use crate::scenario::allowed::{of_rehearsal, of_translations};
use crate::scenario::bundle::SCENARIO_FILE;
use crate::scenario::diagnostic::{Code, Diagnostic};
use crate::scenario::options::options;
use crate::scenario::source::Allow;
use crate::vocabulary::NodeIx;

/// The first code that can be silenced.
const FIRST: u16 = 101;

/// Everything found that is not allowed where it stands, and what is allowed for nothing.
pub(super) fn report(on: &Inspected, smells: &Smells, out: &mut Vec<Diagnostic>) {
    let mut lists: Vec<(SmellPlace, &Allow)> = vec![(SmellPlace::WHOLE, &on.source.allow)];
    for (at, (_, node)) in on.source.nodes.0.iter().enumerate() {
        let at = NodeIx(at as u16);
        let given = options(node).into_iter().enumerate().filter(|(_, option)| !option.allow.0.is_empty());
        lists.extend(given.map(|(n, option)| (SmellPlace::option(at, n), option.allow)));
        let given = node.allow().filter(|allow| !allow.0.is_empty());
        lists.extend(given.map(|allow| (SmellPlace::node(at), allow)));
    }
    let mut used: Vec<Vec<bool>> = lists.iter().map(|(_, allow)| vec![false; allow.0.len()]).collect();
    let mut kept = Vec::new();
    for smell in &smells.0 {
        let mut silent = false;
        for ((place, allow), used) in lists.iter().zip(&mut used) {
            if !covers(*place, smell.place) {
                continue;
            }
            for ((key, _), used) in allow.0.iter().zip(used.iter_mut()) {
                if names(key.as_str(), smell) {
                    (*used, silent) = (true, true);
                }
            }
        }
        if !silent {
            kept.push(smell.diagnostic.clone());
        }
    }
    out.extend(kept);
    for ((place, allow), used) in lists.iter().zip(&used) {
        for ((key, reason), used) in allow.0.iter().zip(used) {
            let span = on.span(key, 0..1);
            let elsewhere = of_translations(key).is_some() || of_rehearsal(key).is_some();
            if elsewhere && place.node.is_none() && !reason.as_str().trim().is_empty() {
                // Looked at when the translations are, or by a rehearsal.
            } else if of_rehearsal(key).is_some() && place.node.is_none() {
                let problem = Diagnostic::new(Code::AllowWithoutReason, SCENARIO_FILE, span);
                out.push(problem.with("name", key.as_str()));
            } else if !used {
                out.push(Diagnostic::new(Code::NeedlessAllow, SCENARIO_FILE, span).with("name", key.as_str()));
            } else if reason.as_str().trim().is_empty() {
                let problem = Diagnostic::new(Code::AllowWithoutReason, SCENARIO_FILE, span);
                out.push(problem.with("name", key.as_str()));
            }
        }
    }
}

/// Whether what is allowed at `allowed` goes for a smell at `smell`: an option speaks for its choice too.
fn covers(allowed: SmellPlace, smell: SmellPlace) -> bool {
    match (allowed.node, allowed.option, smell.option) {
        (None, ..) => true,
        (node, _, _) if node != smell.node => false,
        (_, Some(allowed), Some(smell)) => allowed == smell,
        _ => true,
    }
}

/// `CD0106` or `CD0106 hours`.
fn names(key: &str, smell: &Smell) -> bool {
    let (code, about) = match key.trim().split_once(char::is_whitespace) {
        Some((code, about)) => (code, Some(about.trim())),
        None => (key.trim(), None),
    };
    smell.diagnostic.code.number() >= FIRST
        && code == smell.diagnostic.code.to_string()
        && about.is_none_or(|about| smell.about.as_deref() == Some(about))
}
