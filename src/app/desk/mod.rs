//! The desk: notebook, handbook, case file, calendar and the talk so far, one tab open at a time.

mod calendar;
mod case_file;
mod handbook;
pub mod history;
mod notebook;

use super::bubble::Tapped;
use super::playing::Playing;
use super::theme::Theme;
use super::theme::widgets::Button;
use crate::procedure::LawLibrary;
use crate::scenario::model::Scenario;
use crate::vocabulary::all;
use bevy_egui::egui::{self, Ui};
use std::time::Duration;
use strum::{EnumCount, VariantArray};

/// A tab of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumCount, VariantArray)]
pub enum Tab {
    #[default]
    Notebook,
    Handbook,
    CaseFile,
    Calendar,
    History,
}

impl Tab {
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Notebook => "desk-notebook",
            Self::Handbook => "desk-handbook",
            Self::CaseFile => "desk-case-file",
            Self::Calendar => "desk-calendar",
            Self::History => "desk-history",
        }
    }
}

/// What lies on the desk.
#[derive(bevy::prelude::Resource, Clone, Debug, Default)]
pub struct Desk {
    pub tab: Tab,
    /// What the reader looks for in the handbook.
    pub search: String,
}

/// Draws the desk; returns the words that are to be noted.
pub fn panel(
    ui: &mut Ui,
    theme: &Theme,
    desk: &mut Desk,
    playing: &Playing,
    law: &LawLibrary,
    now: Duration,
) -> Option<Tapped> {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for tab in Tab::ALL {
            let label = theme.text(tab.text_id());
            if Button::quiet(&label).small().selected(desk.tab == tab).show(ui, theme).clicked() {
                desk.tab = tab;
            }
        }
    });
    ui.separator();
    egui::ScrollArea::vertical()
        .id_salt(("desk", desk.tab as usize))
        .auto_shrink(false)
        .stick_to_bottom(desk.tab == Tab::History)
        .show(ui, |ui| {
            egui::Frame::new()
                .inner_margin(egui::Margin { left: 4, right: 12, top: 4, bottom: 8 })
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    match desk.tab {
                        Tab::Notebook => notebook::show(ui, theme, playing, now),
                        Tab::Handbook => {
                            handbook::show(ui, theme, &mut desk.search, playing.scenario(), law);
                            None
                        }
                        Tab::CaseFile => {
                            case_file::show(ui, theme, playing.scenario());
                            None
                        }
                        Tab::Calendar => {
                            if let Some(citation) = calendar::show(ui, theme, playing) {
                                (desk.tab, desk.search) = (Tab::Handbook, citation);
                            }
                            None
                        }
                        Tab::History => {
                            history::show(ui, theme, playing.scenario(), playing.view(), playing.speaking(now));
                            None
                        }
                    }
                })
                .inner
        })
        .inner
}

/// The briefing and the case file, as they also stand on the briefing screen.
pub fn case_file(ui: &mut Ui, theme: &Theme, scenario: &Scenario) {
    case_file::papers(ui, theme, scenario);
}
