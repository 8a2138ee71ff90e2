//! The workshop: the instructor's library with each scenario's health, its tree, and what lies behind a node.

mod side;
mod tree;

use super::{Drawn, page, pressed};
use crate::app::library::{Library, Shelf};
use crate::app::preferences::Preferences;
use crate::app::theme::reach::row_ends;
use crate::app::theme::widgets::{Button, badge};
use crate::app::theme::{Prose, Theme};
use crate::app::workshop::{BeginTrial, Health, Workshop, tools};
use crate::app::{Data, Screen, outside};
use crate::args;
use crate::rehearsal::arrivals::Arrival;
use crate::vocabulary::{Locale, NodeIx};
use bevy::prelude::*;
use bevy_egui::egui::{self, Key, Sense, Ui, WidgetInfo, WidgetType};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
pub use side::Tab;
pub use tree::View;

/// What the instructor looks at.
#[derive(Resource, Clone, Debug, Default)]
pub struct WorkshopState {
    pub tab: Tab,
    /// The node at hand by its id, which survives edits.
    pub node: Option<String>,
    pub search: String,
    pub view: View,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkshopRequest {
    Back,
    Open(String),
    Rehearse,
    /// A test-play, from the beginning or along a way.
    Play(Option<Arrival>),
    Tool(Tool),
}

/// What is done with a scenario's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    New,
    Copy,
    Edit,
    Print,
    Folder,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<WorkshopState>()
        .add_systems(OnEnter(Screen::Workshop), enter)
        .add_systems(EguiPrimaryContextPass, draw.in_set(Drawn).run_if(in_state(Screen::Workshop)));
}

/// The scenario chosen in the menu is the one at hand.
fn enter(preferences: Res<Preferences>, mut workshop: ResMut<Workshop>) {
    if workshop.chosen.is_none() {
        workshop.chosen.clone_from(&preferences.scenario);
    }
}

#[expect(clippy::too_many_arguments, reason = "a screen reads many resources")]
fn draw(
    mut contexts: EguiContexts,
    theme: Res<Theme>,
    (shelf, library, data): (Res<Shelf>, Res<Library>, Res<Data>),
    mut workshop: ResMut<Workshop>,
    mut state: ResMut<WorkshopState>,
    mut preferences: ResMut<Preferences>,
    mut trials: MessageWriter<BeginTrial>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    if workshop.at_hand().is_none()
        && let Some(first) = workshop.health.first()
    {
        workshop.chosen = Some(first.id.clone());
    }
    let folder = shelf.0.as_ref().map(|folder| folder.display().to_string());
    let asked = page(ctx, &theme, "workshop", |ui| panel(ui, &theme, &workshop, &mut state, folder.as_deref()));
    match asked {
        Some(WorkshopRequest::Back) => next.set(Screen::Menu),
        Some(WorkshopRequest::Open(id)) => {
            if workshop.chosen.as_deref() != Some(&id) {
                *state = WorkshopState { tab: state.tab, ..WorkshopState::default() };
                workshop.path.clear();
            }
            preferences.scenario = Some(id.clone());
            workshop.chosen = Some(id);
        }
        Some(WorkshopRequest::Rehearse) => workshop.rehearse(),
        Some(WorkshopRequest::Play(way)) => {
            if let Some(scenario) = workshop.chosen.clone() {
                trials.write(BeginTrial { scenario, way });
            }
        }
        Some(WorkshopRequest::Tool(tool)) => {
            workshop.trouble = None;
            match use_tool(tool, &shelf, &library, &data, workshop.chosen.as_deref(), theme.locale) {
                Ok(Some(id)) => {
                    preferences.scenario = Some(id.clone());
                    workshop.chosen = Some(id);
                }
                Ok(None) => {}
                Err(why) => workshop.trouble = Some(why),
            }
        }
        None => {}
    }
    if let Some(node) = at_hand(&workshop, &state) {
        workshop.find_ways(node);
    }
    Ok(())
}

/// Does it; returns the scenario that is at hand from now on, where that is another one.
fn use_tool(
    tool: Tool,
    shelf: &Shelf,
    library: &Library,
    data: &Data,
    chosen: Option<&str>,
    locale: Locale,
) -> Result<Option<String>, String> {
    let entry = chosen.and_then(|id| library.find(id));
    let folder = shelf.0.clone().unwrap_or_else(|| data.0.scenarios());
    match (tool, entry) {
        (Tool::New, _) => tools::begin_new(&folder, locale).map(Some),
        (Tool::Copy, Some(entry)) => tools::copy(&folder, entry, locale).map(Some),
        (Tool::Edit, Some(entry)) => {
            tools::edit(entry);
            Ok(None)
        }
        (Tool::Print, Some(entry)) => tools::print(&data.0.root().join("scripts"), entry, locale).map(|_| None),
        (Tool::Folder, _) => {
            let own = entry.and_then(|entry| entry.path.clone()).filter(|path| path.is_dir());
            outside::open(&own.unwrap_or(folder));
            Ok(None)
        }
        (Tool::Copy | Tool::Edit | Tool::Print, None) => Ok(None),
    }
}

/// The buttons for a scenario's files; what ships with the program can be copied, not edited.
fn tool_buttons(ui: &mut Ui, theme: &Theme, workshop: &Workshop) -> Option<Tool> {
    let at_hand = workshop.at_hand();
    let buttons = [
        ("workshop-new", Tool::New, true),
        ("workshop-copy", Tool::Copy, at_hand.is_some()),
        ("workshop-edit", Tool::Edit, at_hand.is_some_and(|health| !health.shipped)),
        ("workshop-print", Tool::Print, at_hand.is_some_and(|health| health.scenario().is_some())),
        ("workshop-open-folder", Tool::Folder, true),
    ];
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for (id, tool, enabled) in buttons {
            if Button::new(&theme.text(id)).small().enabled(enabled).show(ui, theme).clicked() && enabled {
                asked = Some(tool);
            }
        }
    });
    asked
}

/// The node that the state names, in the version at hand.
fn at_hand(workshop: &Workshop, state: &WorkshopState) -> Option<NodeIx> {
    let scenario = workshop.at_hand()?.scenario()?;
    let id = state.node.as_deref()?;
    scenario.nodes.iter().position(|node| node.id == id).map(|at| NodeIx(at as u16))
}

/// Draws the workshop.
pub fn panel(
    ui: &mut Ui,
    theme: &Theme,
    workshop: &Workshop,
    state: &mut WorkshopState,
    folder: Option<&str>,
) -> Option<WorkshopRequest> {
    let p = theme.palette;
    let mut asked = pressed(ui.ctx(), Key::Escape).then_some(WorkshopRequest::Back);
    egui::Panel::top("workshop head")
        .resizable(false)
        .frame(egui::Frame::new().fill(p.card).inner_margin(egui::Margin::symmetric(20, 8)))
        .show(ui, |ui| {
            let title = |ui: &mut Ui| drop(Prose::heading(theme).show(ui, theme, &theme.text("screen-workshop")));
            row_ends(ui, "workshop", title, |ui| {
                let playable = workshop.at_hand().is_some_and(|health| health.scenario().is_some());
                let (play, rehearse) = (theme.text("workshop-play"), theme.text("workshop-rehearse"));
                let free = playable && workshop.progress().is_none();
                let rehearse = Button::new(&rehearse).key("F6").small().enabled(free);
                if rehearse.show(ui, theme).clicked() || (free && pressed(ui.ctx(), Key::F6)) {
                    state.tab = Tab::Rehearsal;
                    asked = Some(WorkshopRequest::Rehearse);
                }
                let play = Button::primary(&play).key("F5").small().enabled(playable);
                if play.show(ui, theme).clicked() || (playable && pressed(ui.ctx(), Key::F5)) {
                    asked = Some(WorkshopRequest::Play(None));
                }
                if Button::quiet(&theme.text("back")).key("Esc").small().show(ui, theme).clicked() {
                    asked = Some(WorkshopRequest::Back);
                }
            });
            if let Some(trouble) = &workshop.trouble {
                Prose::body(theme).colour(p.bad).show(ui, theme, trouble);
            }
        });
    let scale = theme.size.factor().sqrt();
    egui::Panel::left("workshop library")
        .resizable(false)
        .exact_size(220.0 * scale)
        .frame(egui::Frame::new().fill(p.paper).inner_margin(egui::Margin::symmetric(12, 10)))
        .show(ui, |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                if let Some(tool) = tool_buttons(ui, theme, workshop) {
                    asked = Some(WorkshopRequest::Tool(tool));
                }
                ui.add_space(8.0);
                for health in &workshop.health {
                    let chosen = workshop.chosen.as_deref() == Some(health.id.as_str());
                    if entry(ui, theme, health, chosen).clicked() {
                        asked = Some(WorkshopRequest::Open(health.id.clone()));
                    }
                }
                ui.add_space(8.0);
                if workshop.checking() {
                    Prose::caption(theme).show(ui, theme, &theme.text("workshop-checking"));
                }
                match folder {
                    Some(path) => {
                        let told = theme.text_with("workshop-folder", &args!("path" => path));
                        Prose::caption(theme).show(ui, theme, &told);
                    }
                    None => {
                        Prose::caption(theme).show(ui, theme, &theme.text("workshop-no-folder"));
                    }
                }
            });
        });
    let side = (ui.max_rect().width() * 0.36).clamp(340.0, 520.0);
    let found = egui::Panel::right("workshop side")
        .resizable(false)
        .exact_size(side)
        .frame(egui::Frame::new().fill(p.card).inner_margin(egui::Margin::symmetric(14, 10)))
        .show(ui, |ui| side::panel(ui, theme, workshop, state))
        .inner;
    asked = asked.or(found);
    egui::CentralPanel::default().frame(egui::Frame::new().fill(p.well)).show(ui, |ui| match &workshop.tree {
        Some(tree) => tree::show(ui, theme, tree, &workshop.path, state),
        None => {
            ui.add_space(ui.available_height() * 0.3);
            let id = match workshop.at_hand() {
                Some(_) => "workshop-broken",
                None => "workshop-checking",
            };
            Prose::body(theme).colour(p.soft).centred().show(ui, theme, &theme.text(id));
        }
    });
    asked
}

/// A scenario of the list, with its health.
fn entry(ui: &mut Ui, theme: &Theme, health: &Health, chosen: bool) -> egui::Response {
    let p = theme.palette;
    let id = ui.make_persistent_id(("workshop entry", &health.id));
    let (errors, warnings) = (health.loaded.errors(), health.loaded.warnings());
    let (said, ink, ground) = match (errors, warnings) {
        (0, 0) => (theme.text("workshop-sound").into_owned(), p.good, p.good_soft),
        (0, n) => (theme.text_with("workshop-warnings", &args!("n" => n)).into_owned(), p.warn, p.warn_soft),
        (n, _) => (theme.text_with("workshop-errors", &args!("n" => n)).into_owned(), p.bad, p.bad_soft),
    };
    let frame = theme.card().inner_margin(egui::Margin::symmetric(12, 9));
    let mut prepared = frame.begin(ui);
    {
        let ui = &mut prepared.content_ui;
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        Prose::body(theme).strong().show(ui, theme, &health.title);
        Prose::caption(theme).show(ui, theme, &health.id);
        ui.horizontal_wrapped(|ui| {
            badge(ui, theme, &said, ink, ground);
            if health.shipped {
                badge(ui, theme, &theme.text("workshop-shipped"), p.soft, p.well);
            }
        });
    }
    let rect = prepared.content_ui.min_rect() + frame.inner_margin;
    let response = ui.interact(rect, id, Sense::click());
    let label = format!("{} · {said}", health.title);
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, chosen, &label));
    if chosen || response.hovered() || response.has_focus() {
        let width = if chosen { 2.0 } else { 1.0 };
        prepared.frame = prepared.frame.stroke(egui::Stroke::new(width, p.accent));
    }
    prepared.end(ui);
    ui.add_space(2.0);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

#[cfg(test)]
mod tests;
