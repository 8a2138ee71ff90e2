//! What lies behind a node, what is wrong with the scenario, and how it fared in rehearsal.

use super::{WorkshopRequest, WorkshopState};
use crate::app::theme::widgets::{Button, Row, badge, segments};
use crate::app::theme::{Prose, Theme, prose};
use crate::app::workshop::Workshop;
use crate::args;
use crate::locale::Texts;
use crate::rehearsal::arrivals::{Arrival, Arrives};
use crate::rehearsal::request::Rehearsal;
use crate::rehearsal::verdict::Finding;
use crate::rehearsal::words;
use crate::scenario::bundle::SCENARIO_FILE;
use crate::scenario::flow::node_of;
use crate::scenario::model::{Act, Lead, Node, NodeKind, Opt, OptionKind, Scenario};
use crate::scenario::{Diagnostic, diagnostic::Severity};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::NodeIx;
use bevy_egui::egui::{self, Ui};

/// The parts of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Problems,
    Node,
    Rehearsal,
}

/// Draws the panel.
pub fn panel(ui: &mut Ui, theme: &Theme, workshop: &Workshop, state: &mut WorkshopState) -> Option<WorkshopRequest> {
    let names = ["workshop-tab-problems", "workshop-tab-node", "workshop-tab-rehearsal"].map(|id| theme.text(id));
    let tabs = [(Tab::Problems, names[0].as_ref()), (Tab::Node, &names[1]), (Tab::Rehearsal, &names[2])];
    segments(ui, theme, &mut state.tab, &tabs);
    ui.add_space(4.0);
    egui::ScrollArea::vertical()
        .id_salt((state.tab as u8, &state.node))
        .auto_shrink(false)
        .show(ui, |ui| match state.tab {
            Tab::Problems => {
                problems(ui, theme, workshop, state);
                None
            }
            Tab::Node => node(ui, theme, workshop, state),
            Tab::Rehearsal => rehearsal(ui, theme, workshop, state),
        })
        .inner
}

fn problems(ui: &mut Ui, theme: &Theme, workshop: &Workshop, state: &mut WorkshopState) {
    let Some(health) = workshop.at_hand() else { return };
    if health.problems().is_empty() {
        note_good(ui, theme, &theme.text("workshop-no-problems"));
        return;
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for problem in health.problems().iter().filter(|problem| problem.severity == severity) {
            let source = health.sources.iter().find(|(name, _)| *name == problem.file).map_or("", |(_, text)| text);
            if told(ui, theme, problem, source)
                && let Some(scenario) = health.scenario()
                && let Some(node) = scenario.nodes.iter().find(|node| is_at(problem, node))
            {
                state.node = Some(node.id.clone());
                state.view.seek = true;
            }
        }
    }
}

/// A problem with the line it is in; true if its place is asked for.
fn told(ui: &mut Ui, theme: &Theme, problem: &Diagnostic, source: &str) -> bool {
    let p = theme.palette;
    let (ink, ground) = match problem.severity {
        Severity::Error => (p.bad, p.bad_soft),
        Severity::Warning => (p.warn, p.warn_soft),
        Severity::Note => (p.cool, p.well),
    };
    let mut clicked = false;
    theme.note(ink, ground).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        Prose::body(theme).show(ui, theme, &theme.locale.say(&problem.message()));
        let excerpt = excerpt(source, problem);
        if !excerpt.is_empty() {
            Prose::caption(theme).colour(p.ink).show(ui, theme, &excerpt);
        }
        if let Some(hint) = theme.locale.say_if_known(&problem.advice()) {
            Prose::caption(theme).colour(p.ink).show(ui, theme, &hint);
        }
        let place = format!("{} · {}:{}:{}", problem.code, problem.file, problem.line, problem.column);
        if problem.file.ends_with(".ron") {
            clicked = Button::quiet(&place).small().show(ui, theme).clicked();
        } else {
            Prose::caption(theme).show(ui, theme, &place);
        }
    });
    clicked
}

/// The problem lies in what the node is written with.
fn is_at(problem: &Diagnostic, node: &Node) -> bool {
    problem.file == node.file.as_deref().unwrap_or(SCENARIO_FILE) && node.span.contains(&problem.span.start)
}

/// The stretch of the line around the place: lines of a scenario can be long.
fn excerpt(source: &str, problem: &Diagnostic) -> String {
    const BEFORE: usize = 30;
    const LETTERS: usize = 80;
    let line = source.lines().nth(problem.line.saturating_sub(1)).unwrap_or_default();
    let from = problem.column.saturating_sub(1 + BEFORE);
    let stretch: String = line.chars().skip(from).take(LETTERS).collect();
    let (before, after) = (from > 0, line.chars().count() > from + LETTERS);
    let stretch = stretch.trim();
    format!("{}{stretch}{}", if before { "…" } else { "" }, if after { "…" } else { "" })
}

fn note_good(ui: &mut Ui, theme: &Theme, text: &str) {
    theme.note(theme.palette.good, theme.palette.good_soft).show(ui, |ui| {
        ui.set_width(ui.available_width());
        prose(ui, theme, text);
    });
}

fn node(ui: &mut Ui, theme: &Theme, workshop: &Workshop, state: &mut WorkshopState) -> Option<WorkshopRequest> {
    let health = workshop.at_hand()?;
    let scenario = health.scenario()?;
    let found = state.node.as_deref().and_then(|id| scenario.nodes.iter().position(|node| node.id == id));
    let Some(at) = found else {
        Prose::caption(theme).show(ui, theme, &theme.text("workshop-no-node"));
        return None;
    };
    let node = &scenario.nodes[at];
    let p = theme.palette;
    ui.horizontal_wrapped(|ui| {
        Prose::subheading(theme).show(ui, theme, &node.id);
        badge(ui, theme, &theme.text(node.kind.kind_id()), p.accent, p.accent_soft);
    });
    let mut goes = None;
    if let Some(choice) = node.kind.as_choice() {
        for option in &choice.options {
            goes = goes.or(self::option(ui, theme, scenario, option));
        }
    } else {
        written(ui, theme, scenario, &node.kind);
        for exit in node.kind.exits() {
            goes = goes.or(leads(ui, theme, scenario, exit.to));
        }
    }
    for problem in health.problems().iter().filter(|problem| is_at(problem, node)) {
        let source = health.sources.iter().find(|(name, _)| *name == problem.file).map_or("", |(_, text)| text);
        told(ui, theme, problem, source);
    }
    if let Some(to) = goes {
        state.node = Some(scenario.nodes[to.at()].id.clone());
        state.view.seek = true;
    }
    ui.add_space(8.0);
    Prose::subheading(theme).show(ui, theme, &theme.text("workshop-from-here"));
    ways(ui, theme, workshop, scenario, NodeIx(at as u16))
}

/// What is said there, and what stands on a paper or between the visits.
fn written(ui: &mut Ui, theme: &Theme, scenario: &Scenario, kind: &NodeKind) {
    if let Some(speech) = kind.speech() {
        if let Some(name) = speech.speaker().and_then(|who| scenario.called(who)) {
            Prose::caption(theme).show(ui, theme, name.get(theme.locale));
        }
        for variant in speech.variants {
            prose(ui, theme, variant.say.get(theme.locale));
        }
    } else if let Some(task) = kind.as_desk() {
        for field in &task.form.fields {
            let label = theme.locale.words(&field.label);
            Prose::body(theme).strong().show(ui, theme, &label);
            for (_, entry) in task.form.entries_of(field) {
                let text = theme.locale.words(&entry.opt.text);
                let line = format!("{} · {text}", entry.opt.id);
                Prose::caption(theme).colour(theme.palette.ink).show(ui, theme, &line);
            }
        }
    } else if let Some(end) = kind.as_end() {
        Prose::body(theme).strong().show(ui, theme, end.title.get(theme.locale));
        prose(ui, theme, end.text.get(theme.locale));
    } else {
        for text in kind.texts() {
            prose(ui, theme, text.get(theme.locale));
        }
    }
}

/// An option with what it does and where it leads.
fn option(ui: &mut Ui, theme: &Theme, scenario: &Scenario, option: &Opt) -> Option<NodeIx> {
    let p = theme.palette;
    let mut goes = None;
    theme.well().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let text = theme.locale.words(&option.text);
        let said = match option.kind {
            OptionKind::Response => text.into_owned(),
            OptionKind::Gesture => theme.text_with("option-gesture", &args!("text" => text)).into_owned(),
            OptionKind::DeskAction => theme.text_with("option-desk", &args!("text" => text)).into_owned(),
        };
        prose(ui, theme, &format!("{} · {said}", option.id));
        let acts: Vec<String> = option.acts.iter().map(|act| act_name(act, theme)).collect();
        let joined = if acts.is_empty() {
            theme.text("workshop-no-acts").into_owned()
        } else {
            acts.join(&theme.text("hint-separator"))
        };
        Prose::caption(theme).colour(p.soft).show(ui, theme, &joined);
        goes = leads(ui, theme, scenario, option.then.into());
    });
    goes
}

fn act_name(act: &Act, theme: &Theme) -> String {
    let name = &ActCatalogue::shipped()[act.kind].name;
    format!("{} {name}", theme.text(&format!("act-{name}")))
}

/// A small button that leads on.
fn leads(ui: &mut Ui, theme: &Theme, scenario: &Scenario, lead: Lead) -> Option<NodeIx> {
    let Some(to) = node_of(scenario, lead) else {
        Prose::caption(theme).show(ui, theme, &theme.text("workshop-returns"));
        return None;
    };
    let label = format!("→ {}", scenario.nodes[to.at()].id);
    Button::quiet(&label).small().show(ui, theme).clicked().then_some(to)
}

/// The ways that lead here; each can be taken.
fn ways(ui: &mut Ui, theme: &Theme, workshop: &Workshop, scenario: &Scenario, node: NodeIx) -> Option<WorkshopRequest> {
    let Some(ways) = workshop.ways(node) else {
        Prose::caption(theme).show(ui, theme, &theme.text("workshop-seeking"));
        return None;
    };
    if ways.is_empty() {
        Prose::caption(theme).show(ui, theme, &theme.text("workshop-no-way"));
        return None;
    }
    Prose::caption(theme).show(ui, theme, &theme.text("workshop-ways"));
    let mut asked = None;
    for (arrives, way) in ways {
        let label = theme.text(arrives_id(*arrives));
        let state = state(theme, scenario, way);
        if (Row { detail: Some(&state), ..Row::new(theme, &label) }).show(ui, theme).clicked() {
            asked = Some(WorkshopRequest::Play(Some(way.clone())));
        }
    }
    asked
}

const fn arrives_id(arrives: Arrives) -> &'static str {
    match arrives {
        Arrives::Typical => "arrives-typical",
        Arrives::Calmest => "arrives-calmest",
        Arrives::MostStirred => "arrives-most-stirred",
        Arrives::MostTrusting => "arrives-most-trusting",
        Arrives::LeastTrusting => "arrives-least-trusting",
        Arrives::Quickest => "arrives-quickest",
    }
}

/// In what state one arrives, in a line.
fn state(theme: &Theme, scenario: &Scenario, way: &Arrival) -> String {
    let args = args!("who" => scenario.visitors[way.who.at()].name.get(theme.locale), "turn" => way.turn,
                     "tension" => way.state.tension() / 10, "trust" => way.state.trust / 10,
                     "policy" => words::policy(theme.locale, way.policy.name()));
    theme.text_with("arrives-state", &args).into_owned()
}

fn rehearsal(ui: &mut Ui, theme: &Theme, workshop: &Workshop, state: &mut WorkshopState) -> Option<WorkshopRequest> {
    if let Some((done, of)) = workshop.progress() {
        let share = if of == 0 { 0.0 } else { done as f32 / of as f32 };
        let text = theme.text_with("workshop-rehearsing", &args!("done" => done, "of" => of));
        ui.add(egui::ProgressBar::new(share).text(text.as_ref()));
        return None;
    }
    let Some(found) = workshop.results() else {
        prose(ui, theme, &theme.text("workshop-not-rehearsed"));
        let free = workshop.at_hand().is_some_and(|health| health.scenario().is_some());
        let button = Button::primary(&theme.text("workshop-rehearse")).enabled(free).show(ui, theme);
        return button.clicked().then_some(WorkshopRequest::Rehearse);
    };
    scores(ui, theme, found);
    ui.add_space(6.0);
    for finding in &found.findings {
        let p = theme.palette;
        let (ink, ground) = match (finding.is_broken(), finding.is_note()) {
            (true, _) => (p.bad, p.bad_soft),
            (false, false) => (p.warn, p.warn_soft),
            (false, true) => (p.cool, p.well),
        };
        theme.note(ink, ground).show(ui, |ui| {
            ui.set_width(ui.available_width());
            Prose::caption(theme).colour(p.ink).show(ui, theme, &words::finding(theme.locale, finding));
        });
    }
    if found.findings.iter().all(Finding::is_note) {
        note_good(ui, theme, &theme.text("rehearse-good"));
    }
    let covered = &found.coverage;
    let args = args!("nodes" => covered.nodes_reached, "of_nodes" => covered.nodes,
                     "options" => covered.options_taken, "of_options" => covered.options);
    Prose::caption(theme).show(ui, theme, &theme.text_with("rehearse-coverage", &args));
    if !covered.never.is_empty() {
        Prose::body(theme).strong().show(ui, theme, &theme.text("workshop-never"));
        let names = covered.never.iter().map(|name| (name.as_str(), name.clone()));
        nodes(ui, theme, state, names);
    }
    told_by_looks(ui, theme, found, state);
    None
}

/// The choices whose good options are told by their looks, language by language; each leads to its node.
fn told_by_looks(ui: &mut Ui, theme: &Theme, found: &Rehearsal, state: &mut WorkshopState) {
    for fares in found.surface.iter().filter(|fares| !fares.told.is_empty()) {
        let args = args!("language" => words::language(theme.locale, fares.language), "clean" => fares.chances.clean,
                         "choices" => fares.chances.choices, "expected" => format!("{:.1}", fares.chances.expected));
        Prose::body(theme).strong().show(ui, theme, &theme.text_with("workshop-told", &args));
        let labels = fares.told.iter().map(|told| {
            let args = args!("node" => told.node.as_str(), "by" => theme.text(&told.by.text_id()));
            (told.node.as_str(), theme.text_with("told-choice", &args).into_owned())
        });
        nodes(ui, theme, state, labels);
    }
}

/// Small buttons that lead to nodes, or to the node before the dot.
fn nodes<'n>(ui: &mut Ui, theme: &Theme, state: &mut WorkshopState, names: impl Iterator<Item = (&'n str, String)>) {
    ui.horizontal_wrapped(|ui| {
        for (name, label) in names.take(60) {
            if Button::quiet(&label).small().show(ui, theme).clicked() {
                let node = name.split('.').next().unwrap_or(name);
                state.node = Some(node.to_owned());
                state.tab = Tab::Node;
                state.view.seek = true;
            }
        }
    });
}

/// The policies by what they scored, best first.
fn scores(ui: &mut Ui, theme: &Theme, found: &Rehearsal) {
    let head = ["policy", "total", "listening", "empathy", "procedure"].map(|id| format!("rehearse-head-{id}"));
    egui::Grid::new("scores").num_columns(head.len()).spacing([12.0, 5.0]).striped(true).show(ui, |ui| {
        for id in &head {
            let text = theme.text(id);
            let galley = Prose::caption(theme).galley(ui, theme, &text, 160.0 * theme.size.factor());
            Prose::caption(theme).place(ui, galley, &text);
        }
        ui.end_row();
        for played in &found.policies {
            // More often than not.
            let passes = played.passed * 2 > played.runs;
            let ink = if passes { theme.palette.good } else { theme.palette.ink };
            let name = theme.locale.find(&format!("rehearse-policy-{}", played.policy), None);
            let name = name.map_or_else(|| played.policy.to_owned(), |name| name.into_owned());
            let prose = Prose::caption(theme).colour(theme.palette.ink);
            let galley = prose.galley(ui, theme, &name, 160.0 * theme.size.factor());
            prose.place(ui, galley, &name);
            for spread in [played.total, played.listening, played.empathy, played.procedure] {
                let text = spread.map_or_else(|| "–".to_owned(), |spread| words::tenths(spread.mean));
                Prose::caption(theme).colour(ink).max_width(80.0).show(ui, theme, &text);
            }
            ui.end_row();
        }
    });
}
