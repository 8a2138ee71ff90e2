//! Where the play goes: loops in which nobody chooses, and `return` where there is nothing to return to.

use super::super::diagnostic::Code;
use super::super::flow::{circles, reach, successors, unasked, ways};
use super::super::model::*;
use super::super::syntax::Step::{self, Field, Item};
use super::counted;
use super::diagnostics::Diagnostics;

pub(super) fn check_flow(scenario: &Scenario, diagnostics: &mut Diagnostics) {
    check_loops(scenario, diagnostics);
    check_returns(scenario, diagnostics);
}

/// A circle of lines and branches would talk for ever.
fn check_loops(scenario: &Scenario, diagnostics: &mut Diagnostics) {
    // A hub waits only while there is something left to choose; then it goes on by itdiagnostics.
    let waits = |kind: &NodeKind| kind.asks() && !kind.exits().iter().any(|exit| exit.why == Why::Done);
    let stops: Vec<bool> = scenario.nodes.iter().map(|node| waits(&node.kind)).collect();
    let ways = ways(scenario, unasked);
    for circle in circles(&ways, &stops) {
        let Some(first) = circle.first() else { continue };
        if counted::ends(scenario, &ways, &stops, *first) {
            continue;
        }
        let first = &scenario.nodes[first.at()];
        let mut names: Vec<&str> = circle.iter().map(|node| scenario.nodes[node.at()].id.as_str()).collect();
        names.push(&first.id);
        if names.len() > 8 {
            names.splice(4..names.len() - 3, ["…"]);
        }
        let names = names.join(" → ");
        let span = key_span(first);
        diagnostics.report(Code::Loop, span).args.push(("circle", names.into()));
    }
}

fn check_returns(scenario: &Scenario, diagnostics: &mut Diagnostics) {
    let next = ways(scenario, successors);
    let hooked = reach(&next, scenario.hooks.nodes());
    let normal = reach(&next, scenario.visits.iter().map(|visit| visit.start));
    let astray = diagnostics.has(Code::UnknownNode) || diagnostics.unreadable.anything;
    for (position, node) in scenario.nodes.iter().enumerate() {
        // Where a name leads nowhere, what it should have led to has done nothing wrong.
        if (hooked[position] || astray) && !normal[position] {
            continue;
        }
        for exit in node.kind.exits().iter().filter(|exit| exit.to == Lead::Return) {
            let Some(place) = written_at(exit.why) else { continue };
            let path = [&[Field("nodes"), Field(&node.id)], place.as_slice()].concat();
            let span = diagnostics.place(&path);
            diagnostics.report(Code::ReturnOutsideHook, span).args.push(("name", node.id.as_str().into()));
        }
    }
}

/// The name of a node.
pub(super) fn key_span(node: &Node) -> std::ops::Range<usize> {
    node.span.start..(node.span.start + node.id.len() + 2).min(node.span.end)
}

/// Where in a node it is written where a way leads; none for the subjects of `Topics`, which never return.
fn written_at(why: Why) -> Option<Vec<Step<'static>>> {
    Some(match why {
        Why::Then | Why::Done => vec![Field("then")],
        Why::Option(at) => vec![Item(usize::from(at)), Field("then")],
        Why::Leave(_) => vec![Field("leave"), Field("then")],
        Why::HandedIn | Why::Clean => vec![Field("clean")],
        Why::Faulty => vec![Field("faulty")],
        Why::Way(at) => vec![Field("ways"), Item(usize::from(at)), Field("then")],
        Why::Otherwise => vec![Field("otherwise")],
        Why::Topic(_) | Why::Days(_) => return None,
    })
}
