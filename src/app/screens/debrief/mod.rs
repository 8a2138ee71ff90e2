//! The debrief: first one's own view, then the scores, the failures, the curve, and every turn explained.

mod claims;
mod results;
mod sheets;
mod told;
mod turns;

use super::{Drawn, page, pressed};
use crate::app::playing::Playing;
use crate::app::preferences::Preferences;
use crate::app::theme::reach::row_ends;
use crate::app::theme::widgets::{Button, column, segments};
use crate::app::theme::{Prose, Theme, prose};
use crate::app::{Data, Screen, outside, trace, trials};
use crate::args;
use crate::locale::Texts;
use crate::logbook::SaveError;
use crate::logbook::begin::{LogPlace, again};
use crate::logbook::recording::{Opened, open};
use crate::logbook::self_rating::SelfRating;
use crate::report;
use crate::report::page::{Page, Pair};
use crate::rubric::assessment::Dimension;
use crate::vocabulary::Locale;
use bevy::prelude::*;
use bevy_egui::egui::{self, Key, Ui};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use results::results;
use std::collections::BTreeSet;
use std::path::PathBuf;
pub use told::{Told, TurnRow};

/// The session that the debrief is about.
#[derive(Resource, Clone, Debug)]
pub struct Subject {
    path: PathBuf,
    /// Opened again from the list: the scores have been seen before.
    seen: bool,
}

impl Subject {
    pub fn from_list(path: PathBuf) -> Self {
        Self { path, seen: true }
    }
}

/// What the debrief has at hand.
#[derive(Resource)]
pub struct Shown {
    opened: Opened,
    told: Told,
    locale: Locale,
    pub state: DebriefState,
}

/// What the reader did with it.
#[derive(Clone, Debug, Default)]
pub struct DebriefState {
    /// One's own view of the three dimensions, 1–5.
    pub own: [Option<u8>; 3],
    /// The machine's scores may be seen.
    pub revealed: bool,
    /// It was a test-play: the way leads back to the workshop.
    pub trial: bool,
    pub curve: usize,
    /// Turns that are told whole, by number.
    pub open: BTreeSet<u32>,
    /// The turn that the reader went to last.
    pub at: Option<u32>,
    /// The turn to bring into view.
    pub seek: Option<u32>,
    /// Where the report was saved, or why it was not.
    pub saved: Option<Result<PathBuf, String>>,
    pub trouble: Option<String>,
}

impl DebriefState {
    /// Opens a turn and brings it into view.
    fn go_to(&mut self, turn: u32) {
        self.open.insert(turn);
        (self.at, self.seek) = (Some(turn), Some(turn));
    }
}

/// Why a session cannot be shown.
#[derive(Resource, Default)]
struct NotShown(Option<String>);

pub(in crate::app::screens) fn plugin(app: &mut App) {
    app.init_resource::<NotShown>()
        .add_systems(OnEnter(Screen::Debrief), enter)
        .add_systems(OnExit(Screen::Debrief), leave)
        .add_systems(EguiPrimaryContextPass, draw.in_set(Drawn).run_if(in_state(Screen::Debrief)));
}

/// Opens the log of the session just played, or of the one chosen from the list.
fn enter(
    mut commands: Commands,
    subject: Option<Res<Subject>>,
    playing: Option<Res<Playing>>,
    theme: Res<Theme>,
    mut unreadable: ResMut<NotShown>,
) {
    let (opened, seen, trial) = match (subject, playing) {
        (Some(subject), _) => (open(&subject.path), subject.seen, false),
        // Who tries a scenario out has no view of their own to compare.
        (None, Some(playing)) => {
            let trial = playing.trial().is_some();
            (open(playing.recording().path()), trial, trial)
        }
        (None, None) => return,
    };
    unreadable.0 = None;
    match opened {
        Ok(opened) => {
            let own = opened.self_rating.map(SelfRating::levels).unwrap_or_default();
            commands.insert_resource(Shown {
                told: Told::of(&opened, theme.locale),
                locale: theme.locale,
                state: DebriefState {
                    own,
                    revealed: seen || opened.self_rating.is_some(),
                    trial,
                    ..DebriefState::default()
                },
                opened,
            });
        }
        Err(error) => unreadable.0 = Some(theme.locale.say(&error.message())),
    }
}

fn leave(mut commands: Commands) {
    commands.remove_resource::<Subject>();
    commands.remove_resource::<Shown>();
}

#[expect(clippy::too_many_arguments, reason = "a screen reads many resources")]
fn draw(
    mut commands: Commands,
    mut contexts: EguiContexts,
    theme: Res<Theme>,
    (data, preferences): (Res<Data>, Res<Preferences>),
    shown: Option<ResMut<Shown>>,
    unreadable: Res<NotShown>,
    mut playing: Option<ResMut<Playing>>,
    time: Res<Time<Real>>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let Some(mut shown) = shown else {
        let back = page(ctx, &theme, "debrief", |ui| broken(ui, &theme, unreadable.0.as_deref()));
        if back {
            next.set(Screen::Menu);
        }
        return Ok(());
    };
    let shown = &mut *shown;
    if shown.locale != theme.locale {
        shown.locale = theme.locale;
        shown.told = Told::of(&shown.opened, theme.locale);
    }
    let asked = page(ctx, &theme, "debrief", |ui| panel(ui, &theme, &shown.told, &mut shown.state));
    match asked {
        Some(DebriefRequest::Menu) => next.set(if shown.state.trial { Screen::Workshop } else { Screen::Menu }),
        Some(DebriefRequest::Reveal) => {
            shown.state.revealed = true;
            if let Some(rating) = SelfRating::of(shown.state.own) {
                // On the disk first; what cannot be written is told and not shown as if it were kept.
                match playing.as_mut().map_or(Ok(()), |playing| playing.rate(rating)) {
                    Ok(()) => shown.opened.self_rating = Some(rating),
                    Err(error) => shown.state.trouble = Some(theme.locale.say(&error.message())),
                }
                shown.told = Told::of(&shown.opened, theme.locale);
            }
            trace("debrief: scores");
        }
        Some(DebriefRequest::Save(kind)) => {
            let page = of_office(&shown.told.page, &preferences.organisation, &theme);
            let saved = save(&shown.opened, &page, kind, &data, theme.locale);
            let path = saved.as_ref().map_or_else(|_| "failed".to_owned(), |path| path.display().to_string());
            trace(&format!("report: {path}"));
            shown.state.saved = Some(saved);
        }
        Some(DebriefRequest::Again(turn)) => {
            let store = if shown.state.trial { trials::store(&data.0) } else { data.0.clone() };
            match again(LogPlace::Among(&store), &shown.opened, turn) {
                Ok(recording) => {
                    let mut new = Playing::resume(recording, theme.locale, time.elapsed());
                    if let Some(trial) =
                        playing.as_ref().and_then(|playing| playing.trial()).filter(|_| shown.state.trial)
                    {
                        new.become_trial(trial.before(turn));
                    }
                    commands.insert_resource(new);
                    next.set(Screen::Visit);
                }
                Err(error) => shown.state.trouble = Some(theme.locale.say(&error.message())),
            }
        }
        None => {}
    }
    Ok(())
}

fn broken(ui: &mut Ui, theme: &Theme, why: Option<&str>) -> bool {
    let mut back = pressed(ui.ctx(), Key::Escape);
    column(ui, 700.0, |ui| {
        Prose::title(theme).show(ui, theme, &theme.text("screen-debrief"));
        if let Some(why) = why {
            prose(ui, theme, why);
        }
        back |= Button::primary(&theme.text("debrief-menu")).key("Esc").show(ui, theme).clicked();
    });
    back
}

/// The page with the organisation's name at its head.
fn of_office(page: &Page, organisation: &str, theme: &Theme) -> Page {
    let mut page = page.clone();
    let organisation = organisation.trim();
    if !organisation.is_empty() {
        let label = theme.text("settings-organisation").into_owned();
        page.header.insert(0, Pair { label, text: organisation.to_owned() });
    }
    page
}

/// Saves the report among the user's documents; where it is, or why it is not.
fn save(opened: &Opened, page: &Page, kind: ReportKind, data: &Data, locale: Locale) -> Result<PathBuf, String> {
    let bytes = match kind {
        ReportKind::Pdf => report::pdf(page).map_err(|error| locale.say(&error.message()))?,
        ReportKind::Html => report::html(page).into_bytes(),
    };
    let name = report_name(opened, page, kind);
    let mut failed = None;
    for folder in report_folders(data, locale) {
        let path = folder.join(&name);
        let saved = std::fs::create_dir_all(&folder)
            .map_err(|source| SaveError { path: folder.clone(), source }.into())
            .and_then(|()| report::save(&path, &bytes));
        match saved {
            Ok(()) => return Ok(path),
            Err(error) => failed = Some(locale.say(&error.message())),
        }
    }
    Err(failed.unwrap_or_default())
}

/// The documents folder first; the data folder where there is none, or where another one was named.
fn report_folders(data: &Data, locale: Locale) -> Vec<PathBuf> {
    let named = std::env::var_os(crate::logbook::store::DATA_ENV).is_some();
    let users = directories::UserDirs::new().filter(|_| !named);
    let documents = users.as_ref().and_then(directories::UserDirs::document_dir);
    let ours = documents.map(|folder| folder.join(locale.text("app-name").as_ref()));
    ours.into_iter().chain([data.0.root().join("reports")]).collect()
}

/// Scenario, name and time, without what a file name cannot hold.
fn report_name(opened: &Opened, page: &Page, kind: ReportKind) -> String {
    let started = opened.head.started.get(..16).unwrap_or_default();
    let parts = [page.subject.as_str(), opened.head.trainee.as_deref().unwrap_or_default(), started];
    let plain = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(40).collect() };
    let name: Vec<String> = parts.into_iter().map(plain).filter(|part| !part.is_empty()).collect();
    format!("{}.{}", name.join("-"), kind.extension())
}

/// As what a report is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    Pdf,
    /// A page for any browser, which prints it, too.
    Html,
}

impl ReportKind {
    const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
        }
    }
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebriefRequest {
    Menu,
    Reveal,
    Save(ReportKind),
    /// Before the turn with this number.
    Again(u32),
}

/// Draws the debrief.
pub fn panel(ui: &mut Ui, theme: &Theme, told: &Told, state: &mut DebriefState) -> Option<DebriefRequest> {
    let p = theme.palette;
    let mut asked = pressed(ui.ctx(), Key::Escape).then_some(DebriefRequest::Menu);
    egui::Panel::bottom("debrief foot")
        .resizable(false)
        .frame(egui::Frame::new().fill(p.card).inner_margin(egui::Margin::symmetric(40, 12)))
        .show(ui, |ui| {
            match &state.saved {
                Some(Ok(path)) => {
                    let line = theme.text_with("debrief-saved", &args!("path" => path.display().to_string()));
                    Prose::body(theme).colour(p.good).show(ui, theme, &line);
                    ui.horizontal(|ui| {
                        if Button::new(&theme.text("debrief-report-open")).small().show(ui, theme).clicked() {
                            outside::open(path);
                        }
                        if Button::new(&theme.text("debrief-report-show")).small().show(ui, theme).clicked() {
                            outside::show(path);
                        }
                    });
                }
                Some(Err(why)) => drop(Prose::body(theme).colour(p.bad).show(ui, theme, why)),
                None => {}
            }
            if let Some(trouble) = &state.trouble {
                Prose::body(theme).colour(p.bad).show(ui, theme, trouble);
            }
            let back = theme.text(if state.trial { "trial-back" } else { "debrief-menu" });
            let mut left = false;
            let leave = |ui: &mut Ui| left = Button::quiet(&back).key("Esc").show(ui, theme).clicked();
            row_ends(ui, "debrief", leave, |ui| {
                if state.revealed {
                    if Button::new(&theme.text("debrief-again")).show(ui, theme).clicked() {
                        asked = Some(DebriefRequest::Again(1));
                    }
                    let save = Button::primary(&theme.text("debrief-save")).key("S").show(ui, theme).clicked();
                    if save || pressed(ui.ctx(), Key::S) {
                        asked = Some(DebriefRequest::Save(ReportKind::Pdf));
                    }
                    let html = Button::new(&theme.text("debrief-save-html")).key("W").show(ui, theme).clicked();
                    if html || pressed(ui.ctx(), Key::W) {
                        asked = Some(DebriefRequest::Save(ReportKind::Html));
                    }
                }
            });
            if left {
                asked = Some(DebriefRequest::Menu);
            }
        });
    egui::CentralPanel::default().frame(egui::Frame::new()).show(ui, |ui| {
        column(ui, 940.0 * theme.size.factor().sqrt(), |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            Prose::title(theme).show(ui, theme, &theme.text("screen-debrief"));
            Prose::caption(theme).show(ui, theme, &told.about);
            if state.revealed {
                results(ui, theme, told, state, &mut asked);
            } else if own_view(ui, theme, state) {
                asked = Some(DebriefRequest::Reveal);
            }
        });
    });
    asked
}

/// Before the scores: how did it go in your own eyes?
fn own_view(ui: &mut Ui, theme: &Theme, state: &mut DebriefState) -> bool {
    let mut done = false;
    theme.card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 10.0;
        Prose::heading(theme).show(ui, theme, &theme.text("own-title"));
        prose(ui, theme, &theme.text("own-text"));
        for dimension in Dimension::ALL {
            ui.add_space(4.0);
            Prose::subheading(theme).show(ui, theme, &theme.text(&dimension.text_id()));
            Prose::caption(theme).show(ui, theme, &theme.text(&dimension.own_text_id()));
            let names = ["own-1", "own-2", "own-3", "own-4", "own-5"].map(|id| theme.text(id));
            let levels: Vec<_> = (1..=5_u8).map(Some).zip(&names).map(|(level, name)| (level, name.as_ref())).collect();
            segments(ui, theme, &mut state.own[dimension as usize], &levels);
        }
        ui.add_space(8.0);
        let all = state.own.iter().all(Option::is_some);
        let label = theme.text(if all { "own-done" } else { "own-skip" });
        let button = if all { Button::primary(&label) } else { Button::new(&label) };
        done = button.key("Enter").show(ui, theme).clicked();
        done |= ui.memory(|memory| memory.focused().is_none()) && pressed(ui.ctx(), Key::Enter);
    });
    done
}
