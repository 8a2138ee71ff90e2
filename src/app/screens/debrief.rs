//! The debrief: first one's own view, then the scores, the failures, the curve, and every turn explained.

use super::{Drawn, page, pressed};
use crate::app::playing::Playing;
use crate::app::theme::widgets::{Button, badge, column, segments};
use crate::app::theme::{Prose, Step, Theme, prose};
use crate::app::{Data, Screen, archive, curve, trace};
use crate::args;
use crate::locale::Locale;
use crate::procedure::{LawLibrary, PaperCatalogue};
use crate::report::page::{Mark, Page};
use crate::report::{self, Debrief, Input, Versions};
use crate::rubric::assessment::Dimension;
use crate::rubric::{ActCatalogue, Rubric};
use crate::session::{Mode, Opened, open};
use bevy::prelude::*;
use bevy_egui::egui::{self, Color32, Key, Ui, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::path::PathBuf;

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

/// A turn as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TurnRow {
    pub number: u32,
    /// Who said what before it.
    pub heard: Vec<(Option<String>, String)>,
    pub chosen: String,
    pub observations: Vec<(Mark, String, String, String)>,
    pub critical: Vec<String>,
    /// Whose thought, and the thought.
    pub thought: Option<(String, String)>,
    pub better: Option<String>,
    /// Numbers of the turning points here.
    pub turning: Vec<u32>,
}

/// What the screen shows.
#[derive(Clone, Debug)]
pub struct Told {
    pub page: Page,
    /// Scenario, who, when, how.
    pub about: String,
    pub turns: Vec<TurnRow>,
}

impl Told {
    pub fn of(opened: &Opened, locale: Locale) -> Self {
        let (scenario, rubric, acts) = (&opened.scenario, Rubric::shipped(), ActCatalogue::shipped());
        let head = &opened.head;
        let input = Input {
            scenario,
            rubric,
            acts,
            law: LawLibrary::shipped(),
            papers: PaperCatalogue::shipped(),
            settings: &head.settings,
            trainee: head.trainee.as_deref(),
            class: head.class.as_deref(),
            started: &head.started,
            attempt: None,
            versions: Versions { app: &head.app, acts: &head.acts, rubric: &head.rubric, model: &head.model },
            events: &opened.events,
        };
        let page = crate::report::page(&input, locale);
        let debrief = Debrief::of(scenario, rubric, acts, head.settings.timed, &opened.events);
        let name = |who: crate::scenario::model::VisitorIx| {
            scenario.visitors.get(who.at()).map_or_else(String::new, |v| v.name.get(locale).to_owned())
        };
        let turns = debrief.turns.iter().map(|turn| {
            let evidence = page.evidence.iter().filter(|one| one.turn == turn.number);
            let gesture = || match turn.action {
                crate::report::debrief::Action::Gestured(act) => {
                    let id = acts[act].gesture.as_deref().unwrap_or_default();
                    let gesture = locale.text(&format!("gesture-{id}"));
                    locale.text_with("history-gesture", &args!("gesture" => gesture)).into_owned()
                }
                crate::report::debrief::Action::Chose(_) => String::new(),
            };
            TurnRow {
                number: turn.number,
                heard: turn
                    .before
                    .iter()
                    .filter_map(|heard| heard.line(scenario))
                    .map(|(line, variant)| (line.who.map(name), variant.say.get(locale).to_owned()))
                    .collect(),
                chosen: turn.option(scenario).map_or_else(gesture, |option| option.text.get(locale).to_owned()),
                observations: evidence
                    .clone()
                    .flat_map(|one| &one.observations)
                    .map(|one| (one.mark, one.criterion.clone(), one.why.clone(), one.source.clone()))
                    .collect(),
                critical: page
                    .critical
                    .iter()
                    .filter(|one| one.turn == turn.number)
                    .map(|one| format!("{} · {}", one.kind, one.why))
                    .collect(),
                thought: turn.thought.as_ref().map(|thought| (name(thought.who), thought.text(scenario, locale))),
                better: turn
                    .better
                    .and_then(|better| crate::report::debrief::option_at(scenario, turn.node, better))
                    .map(|option| option.text.get(locale).to_owned()),
                turning: page.turning_points.iter().filter(|one| one.turn == turn.number).map(|one| one.number).collect(),
            }
        });
        let started = head.started.replace('T', " ");
        let mode = match head.settings.mode {
            Mode::Practice => "mode-practice",
            Mode::Exam => "mode-exam",
        };
        let mut about = vec![page.subject.clone()];
        about.extend(head.trainee.clone());
        about.extend(head.class.clone());
        about.push(started.get(..16).unwrap_or(&started).to_owned());
        about.push(locale.text(mode).into_owned());
        Self { turns: turns.collect(), page, about: about.join(" · ") }
    }
}

/// What the debrief has at hand.
#[derive(Resource)]
pub struct Shown {
    opened: Opened,
    told: Told,
    locale: Locale,
    pub state: State,
}

/// What the reader did with it.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// One's own view of the three dimensions, 1–5.
    pub own: [Option<u8>; 3],
    /// The machine's scores may be seen.
    pub revealed: bool,
    pub curve: usize,
    /// Where the report was saved, or why it was not.
    pub saved: Option<Result<String, String>>,
    pub trouble: Option<String>,
}

/// Why a session cannot be shown.
#[derive(Resource, Default)]
struct Unreadable(Option<String>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Unreadable>()
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
    mut unreadable: ResMut<Unreadable>,
) {
    let (opened, seen) = match (subject, playing) {
        (Some(subject), _) => (open(&subject.path), subject.seen),
        (None, Some(playing)) => (open(playing.recording().path()), false),
        (None, None) => return,
    };
    unreadable.0 = None;
    match opened {
        Ok(opened) => commands.insert_resource(Shown {
            told: Told::of(&opened, theme.locale),
            opened,
            locale: theme.locale,
            state: State { revealed: seen, ..State::default() },
        }),
        Err(error) => unreadable.0 = Some(error.text(theme.locale)),
    }
}

fn leave(mut commands: Commands) {
    commands.remove_resource::<Subject>();
    commands.remove_resource::<Shown>();
}

fn draw(
    mut commands: Commands,
    mut contexts: EguiContexts,
    theme: Res<Theme>,
    data: Res<Data>,
    shown: Option<ResMut<Shown>>,
    unreadable: Res<Unreadable>,
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
        Some(Asked::Menu) => next.set(Screen::Menu),
        Some(Asked::Reveal) => {
            shown.state.revealed = true;
            trace("debrief: scores");
        }
        Some(Asked::Save) => {
            let saved = save(&shown.opened, &shown.told, &data, theme.locale);
            trace(&format!("report: {}", saved.as_ref().map_or("failed", |path| path)));
            shown.state.saved = Some(saved);
        }
        Some(Asked::Again(turn)) => match archive::again(&data.0, &shown.opened, turn) {
            Ok(recording) => {
                commands.insert_resource(Playing::resume(recording, theme.locale, time.elapsed()));
                next.set(Screen::Visit);
            }
            Err(error) => shown.state.trouble = Some(error.text(theme.locale)),
        },
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

/// Saves the report as a PDF among the user's documents; where it is, or why it is not.
fn save(opened: &Opened, told: &Told, data: &Data, locale: Locale) -> Result<String, String> {
    let bytes = report::pdf(&told.page).map_err(|error| error.text(locale))?;
    let name = report_name(opened, told);
    let mut failed = None;
    for folder in report_folders(data, locale) {
        let path = folder.join(&name);
        let saved = std::fs::create_dir_all(&folder)
            .map_err(|source| report::ReportError::Write { path: folder.clone(), source })
            .and_then(|()| report::save(&path, &bytes));
        match saved {
            Ok(()) => return Ok(path.display().to_string()),
            Err(error) => failed = Some(error.text(locale)),
        }
    }
    Err(failed.unwrap_or_default())
}

/// The documents folder first; the data folder where there is none, or where another one was named.
fn report_folders(data: &Data, locale: Locale) -> Vec<PathBuf> {
    let named = std::env::var_os(crate::session::store::DATA_ENV).is_some();
    let users = directories::UserDirs::new().filter(|_| !named);
    let documents = users.as_ref().and_then(directories::UserDirs::document_dir);
    let ours = documents.map(|folder| folder.join(locale.text("app-name").as_ref()));
    ours.into_iter().chain([data.0.root().join("reports")]).collect()
}

/// Scenario, name and time, without what a file name cannot hold.
fn report_name(opened: &Opened, told: &Told) -> String {
    let started = opened.head.started.get(..16).unwrap_or_default();
    let parts = [told.page.subject.as_str(), opened.head.trainee.as_deref().unwrap_or_default(), started];
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(40).collect()
    };
    let name: Vec<String> = parts.into_iter().map(plain).filter(|part| !part.is_empty()).collect();
    format!("{}.pdf", name.join("-"))
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Menu,
    Reveal,
    Save,
    /// Before the turn with this number.
    Again(u32),
}

/// Draws the debrief.
pub fn panel(ui: &mut Ui, theme: &Theme, told: &Told, state: &mut State) -> Option<Asked> {
    let p = theme.palette;
    let mut asked = pressed(ui.ctx(), Key::Escape).then_some(Asked::Menu);
    egui::Panel::bottom("debrief foot")
        .resizable(false)
        .frame(egui::Frame::new().fill(p.card).inner_margin(egui::Margin::symmetric(40, 12)))
        .show(ui, |ui| {
            match &state.saved {
                Some(Ok(path)) => {
                    let line = theme.text_with("debrief-saved", &args!("path" => path.as_str()));
                    Prose::body(theme).colour(p.good).show(ui, theme, &line);
                }
                Some(Err(why)) => drop(Prose::body(theme).colour(p.bad).show(ui, theme, why)),
                None => {}
            }
            if let Some(trouble) = &state.trouble {
                Prose::body(theme).colour(p.bad).show(ui, theme, trouble);
            }
            ui.horizontal(|ui| {
                if Button::quiet(&theme.text("debrief-menu")).key("Esc").show(ui, theme).clicked() {
                    asked = Some(Asked::Menu);
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if state.revealed {
                        let save = Button::primary(&theme.text("debrief-save")).key("S").show(ui, theme).clicked();
                        if save || pressed(ui.ctx(), Key::S) {
                            asked = Some(Asked::Save);
                        }
                        if Button::new(&theme.text("debrief-again")).show(ui, theme).clicked() {
                            asked = Some(Asked::Again(1));
                        }
                    }
                });
            });
        });
    egui::CentralPanel::default().frame(egui::Frame::new()).show(ui, |ui| {
        column(ui, 940.0 * theme.size.factor().sqrt(), |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            Prose::title(theme).show(ui, theme, &theme.text("screen-debrief"));
            Prose::caption(theme).show(ui, theme, &told.about);
            if state.revealed {
                results(ui, theme, told, state, &mut asked);
            } else if own_view(ui, theme, state) {
                asked = Some(Asked::Reveal);
            }
        });
    });
    asked
}

/// Before the scores: how did it go in your own eyes?
fn own_view(ui: &mut Ui, theme: &Theme, state: &mut State) -> bool {
    let mut done = false;
    theme.card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 10.0;
        Prose::heading(theme).show(ui, theme, &theme.text("own-title"));
        prose(ui, theme, &theme.text("own-text"));
        for dimension in Dimension::ALL {
            ui.add_space(4.0);
            Prose::subheading(theme).show(ui, theme, &theme.text(dimension.text_id()));
            Prose::caption(theme).show(ui, theme, &theme.text(own_id(dimension)));
            let names = ["own-1", "own-2", "own-3", "own-4", "own-5"].map(|id| theme.text(id));
            let levels: Vec<_> =
                (1..=5_u8).map(Some).zip(&names).map(|(level, name)| (level, name.as_ref())).collect();
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

const fn own_id(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Listening => "own-listening",
        Dimension::Empathy => "own-empathy",
        Dimension::Procedure => "own-procedure",
    }
}

fn results(ui: &mut Ui, theme: &Theme, told: &Told, state: &mut State, asked: &mut Option<Asked>) {
    let p = theme.palette;
    for failure in &told.page.critical {
        theme.note(p.bad, p.bad_soft).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            let head = theme.text_with("debrief-critical", &args!("kind" => failure.kind.as_str(), "turn" => failure.turn));
            Prose::subheading(theme).colour(p.bad).show(ui, theme, &head);
            Prose::body(theme).show(ui, theme, &failure.said);
            Prose::body(theme).show(ui, theme, &failure.why);
            if let Some(better) = &failure.better {
                let line = theme.text_with("debrief-better", &args!("text" => better.as_str()));
                Prose::body(theme).colour(p.good).show(ui, theme, &line);
            }
            Prose::caption(theme).show(ui, theme, &failure.source);
        });
    }
    scores(ui, theme, told, state);
    if !told.page.curves.is_empty() {
        theme.card().show(ui, |ui| {
            ui.set_width(ui.available_width());
            Prose::subheading(theme).show(ui, theme, &theme.text("debrief-curve"));
            curve::show(ui, theme, &told.page.curves, &mut state.curve, 250.0);
            for point in &told.page.turning_points {
                ui.horizontal_top(|ui| {
                    let (ink, ground) = if point.rose { (p.bad, p.bad_soft) } else { (p.good, p.good_soft) };
                    badge(ui, theme, &format!("{}  {}", point.number, point.change), ink, ground);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 2.0;
                        Prose { leading: 1.4, ..Prose::body(theme) }.show(ui, theme, &point.said);
                        Prose::caption(theme).show(ui, theme, &point.why);
                    });
                });
            }
        });
    }
    Prose::heading(theme).show(ui, theme, &theme.text("debrief-turns"));
    for turn in &told.turns {
        turn_card(ui, theme, turn, asked);
    }
}

fn scores(ui: &mut Ui, theme: &Theme, told: &Told, state: &State) {
    let p = theme.palette;
    theme.card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        let result = &told.page.result;
        if let Some(ending) = &result.ending {
            Prose::subheading(theme).show(ui, theme, &ending.label);
            prose(ui, theme, &ending.text);
            ui.add_space(4.0);
        }
        ui.columns(4, |columns| {
            let figure = |ui: &mut Ui, name: &str, score: &str, milli: Option<i64>, own: Option<u8>| {
                ui.spacing_mut().item_spacing.y = 4.0;
                Prose::caption(theme).show(ui, theme, name);
                let ink = match milli {
                    None => p.soft,
                    Some(milli) if milli >= 800 => p.good,
                    Some(milli) if milli >= 600 => p.warn,
                    Some(_) => p.bad,
                };
                let step = if milli.is_some() { Step::Title } else { Step::Heading };
                Prose::title(theme).step(step).colour(ink).show(ui, theme, score);
                bar(ui, theme, milli, ink);
                if let Some(own) = own {
                    let own = theme.text_with("debrief-own", &args!("level" => theme.text(&format!("own-{own}"))));
                    Prose::caption(theme).show(ui, theme, &own);
                }
            };
            for (at, dimension) in result.dimensions.iter().enumerate() {
                let own = state.own.get(at).copied().flatten();
                figure(&mut columns[at.min(2)], &dimension.name, &dimension.score, dimension.milli, own);
            }
            let total = theme.text("debrief-total");
            figure(&mut columns[3], &total, &result.total, result.total_milli, None);
        });
        for note in &result.notes {
            Prose::caption(theme).show(ui, theme, note);
        }
        let halves = [("debrief-plus", &told.page.plus, p.good), ("debrief-delta", &told.page.delta, p.accent)];
        for (id, lines, ink) in halves {
            if lines.is_empty() {
                continue;
            }
            ui.add_space(4.0);
            Prose::body(theme).strong().colour(ink).show(ui, theme, &theme.text(id));
            for line in lines {
                Prose { leading: 1.45, ..Prose::body(theme) }.show(ui, theme, &format!("· {line}"));
            }
        }
    });
}

fn bar(ui: &mut Ui, theme: &Theme, milli: Option<i64>, ink: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().min(190.0), 8.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 4.0, theme.palette.line);
    if let Some(milli) = milli {
        let mut filled = rect;
        filled.set_width(rect.width() * milli.clamp(0, 1000) as f32 / 1000.0);
        ui.painter().rect_filled(filled, 4.0, ink);
    }
}

fn turn_card(ui: &mut Ui, theme: &Theme, turn: &TurnRow, asked: &mut Option<Asked>) {
    let p = theme.palette;
    theme.card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            let number = theme.text_with("debrief-turn", &args!("n" => turn.number));
            badge(ui, theme, &number, p.soft, p.well);
            for point in &turn.turning {
                badge(ui, theme, &theme.text_with("debrief-turning", &args!("n" => *point)), p.accent, p.accent_soft);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if Button::quiet(&theme.text("debrief-from-here")).small().show(ui, theme).clicked() {
                    *asked = Some(Asked::Again(turn.number));
                }
            });
        });
        let quiet = Prose { leading: 1.45, ..Prose::body(theme).colour(p.soft) };
        for (who, words) in &turn.heard {
            let line = match who {
                Some(who) => theme.text_with("debrief-heard", &args!("who" => who.as_str(), "text" => words.as_str())),
                None => words.clone().into(),
            };
            quiet.show(ui, theme, &line);
        }
        let you = theme.text_with("debrief-you", &args!("text" => turn.chosen.as_str()));
        Prose::body(theme).strong().show(ui, theme, &you);
        for failure in &turn.critical {
            Prose::body(theme).colour(p.bad).show(ui, theme, failure);
        }
        for (mark, criterion, why, source) in &turn.observations {
            let (id, ink, ground) = match mark {
                Mark::Hit => ("verdict-hit", p.good, p.good_soft),
                Mark::Partial => ("verdict-partial", p.warn, p.warn_soft),
                Mark::Miss => ("verdict-miss", p.bad, p.bad_soft),
            };
            ui.horizontal_top(|ui| {
                badge(ui, theme, &theme.text(id), ink, ground);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    Prose { leading: 1.4, ..Prose::body(theme) }.show(ui, theme, &format!("{criterion} · {why}"));
                    Prose::caption(theme).show(ui, theme, source);
                });
            });
        }
        if let Some((who, thought)) = &turn.thought {
            theme.well().corner_radius(18).show(ui, |ui| {
                ui.set_width(ui.available_width());
                let line = theme.text_with("debrief-thought", &args!("who" => who.as_str(), "text" => thought.as_str()));
                Prose { leading: 1.4, ..Prose::body(theme).colour(p.soft) }.show(ui, theme, &line);
            });
        }
        if let Some(better) = &turn.better {
            let line = theme.text_with("debrief-better", &args!("text" => better.as_str()));
            Prose::body(theme).colour(p.good).show(ui, theme, &line);
        }
    });
}
