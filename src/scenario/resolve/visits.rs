//! The visits, and where the play goes when something breaks in.

use super::super::diagnostic::Code;
use super::super::model::{Hooks, NodeIx, Place, Somebody, StaffIx, Text, Visit, VisitorIx};
use super::super::source::{ScenarioSource, Str, VisitSource};
use super::super::syntax::Step::{Field, Item};
use super::crowd;
use super::dates::clock;
use super::declarations::Declarations;
use super::diagnostics::Diagnostics;

const NINE: u16 = 9 * 60;

/// The visits; where none is written there is one, with everybody. `title`: the scenario's.
pub(super) fn visits(
    source: &ScenarioSource,
    title: &Text,
    names: &Declarations,
    diagnostics: &mut Diagnostics,
) -> Vec<Visit> {
    let heads = crowd::all_heads(&source.visitors);
    let everybody = Presence {
        visitors: (0..heads.min(u16::MAX.into())).map(|n| VisitorIx(n as u16)).collect(),
        staff: (0..source.staff.0.len().min(u16::MAX.into())).map(|n| StaffIx(n as u16)).collect(),
    };
    if source.visits.0.is_empty() {
        return vec![Visit {
            id: "first".to_owned(),
            title: title.clone(),
            place: Place::default(),
            present: everybody.visitors,
            staff: everybody.staff,
            start: NodeIx(0),
            begins_at: NINE,
        }];
    }
    let mut visits = Vec::with_capacity(source.visits.0.len());
    for (number, (id, visit)) in source.visits.0.iter().enumerate() {
        diagnostics.mark(id);
        let path = [Field("visits"), Field(id.as_str())];
        let present = match &visit.present {
            None => everybody.clone(),
            Some(written) => present(id, written, source, names, diagnostics),
        };
        let start = match &visit.start {
            Some(node) => {
                let span = diagnostics.span_or(node, &[path[0], path[1], Field("start")]);
                names.node(node, span, diagnostics)
            }
            None if number == 0 => Some(NodeIx(0)),
            None => {
                diagnostics.missing("start", &path);
                None
            }
        };
        let begins_at = begins_at(id, visit, diagnostics);
        let title = match &visit.title {
            Some(text) => diagnostics.text(Some(text), "title", &path),
            None => title.clone(),
        };
        visits.push(Visit {
            id: id.as_str().to_owned(),
            title,
            place: visit.place,
            present: present.visitors,
            staff: present.staff,
            start: start.unwrap_or(NodeIx(0)),
            begins_at,
        });
    }
    visits
}

/// Who is there besides the trainee, in seating order.
#[derive(Clone, Default)]
struct Presence {
    visitors: Vec<VisitorIx>,
    staff: Vec<StaffIx>,
}

/// Those who are written there; a crowd with all its heads.
fn present(
    id: &Str,
    written: &[Str],
    source: &ScenarioSource,
    names: &Declarations,
    diagnostics: &mut Diagnostics,
) -> Presence {
    let path = [Field("visits"), Field(id.as_str()), Field("present")];
    if written.is_empty() {
        let span = diagnostics.place(&path);
        diagnostics.report(Code::NobodyPresent, span).args.push(("name", id.as_str().into()));
    }
    let mut present = Presence::default();
    for (n, name) in written.iter().enumerate() {
        let span = diagnostics.span_or(name, &[path[0], path[1], path[2], Item(n)]);
        let Some(somebody) = names.somebody(name, span.clone(), diagnostics) else {
            continue;
        };
        let there = match somebody {
            Somebody::Visitor(visitor) => present.visitors.contains(&visitor),
            Somebody::Staff(one) => present.staff.contains(&one),
        };
        if there {
            diagnostics.report(Code::IdTwice, span).args.push(("name", name.as_str().into()));
            continue;
        }
        match somebody {
            Somebody::Staff(one) => present.staff.push(one),
            Somebody::Visitor(visitor) => {
                let heads = (source.visitors.0.iter())
                    .find(|(id, _)| id.as_str() == name.as_str())
                    .map_or(1, |(_, visitor)| crowd::heads(visitor));
                present.visitors.extend((visitor.0..).take(heads).map(VisitorIx));
            }
        }
    }
    present
}

/// Minutes after midnight.
fn begins_at(id: &Str, visit: &VisitSource, diagnostics: &mut Diagnostics) -> u16 {
    let Some(time) = &visit.begins_at else { return NINE };
    clock(time.as_str()).unwrap_or_else(|| {
        let span = diagnostics.span_or(time, &[Field("visits"), Field(id.as_str()), Field("begins_at")]);
        diagnostics.report(Code::BadTime, span).args.push(("value", time.as_str().into()));
        NINE
    })
}

pub(super) fn hooks(source: &ScenarioSource, names: &Declarations, diagnostics: &mut Diagnostics) -> Hooks {
    let source = &source.hooks;
    let mut hook = |name: &Option<Str>, field| {
        let name = name.as_ref()?;
        let span = diagnostics.span_or(name, &[Field("hooks"), Field(field)]);
        names.node(name, span, diagnostics)
    };
    Hooks {
        on_outburst: hook(&source.on_outburst, "on_outburst"),
        on_silence: hook(&source.on_silence, "on_silence"),
        on_interrupt: hook(&source.on_interrupt, "on_interrupt"),
        on_risk: hook(&source.on_risk, "on_risk"),
    }
}
