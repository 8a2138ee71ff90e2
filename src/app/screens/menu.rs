//! The first screen: which scenario, how, and by whom.

use super::{CameFrom, Drawn, page, pressed};
use crate::app::library::Library;
use crate::app::playing::Playing;
use crate::app::preferences::Preferences;
use crate::app::recent::Recent;
use crate::app::theme::reach::{follow_focus, row_ends, scroll_by_keys};
use crate::app::theme::widgets::{Button, badge, segments, steps, switch};
use crate::app::theme::{Prose, Theme};
use crate::app::{Data, Screen, trials};
use crate::args;
use crate::authoring::library::LibraryEntry;
use crate::feedback::standing_texts;
use crate::locale::Texts;
use crate::logbook::begin::go_on;
use crate::logbook::how_played::PlayedBy;
use crate::logbook::log::Files;
use crate::rubric::Rubric;
use crate::scenario::{Diagnostic, shipped};
use crate::session::Mode;
use crate::vocabulary::Locale;
use bevy::prelude::*;
use bevy_egui::egui::{self, Key, Sense, StrokeKind, Ui, WidgetInfo, WidgetType};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::path::PathBuf;

/// A scenario as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: String,
    pub title: String,
    /// In the reader's language.
    pub family: String,
    pub difficulty: u8,
    pub minutes: u16,
    /// Who comes, in a line.
    pub blurb: String,
    /// How it went last, and whether it was passed.
    pub last: Option<(String, Option<bool>)>,
    /// What is wrong with it; empty: it can be played.
    pub problems: Vec<String>,
}

impl Item {
    /// A folder that could not be read at all.
    fn unreadable(problem: String) -> Self {
        Self {
            id: problem.clone(),
            title: String::new(),
            family: String::new(),
            difficulty: 0,
            minutes: 0,
            blurb: String::new(),
            last: None,
            problems: vec![problem],
        }
    }
    fn of(entry: &LibraryEntry, locale: Locale) -> Self {
        let scenario = entry.scenario();
        // Warnings do not keep a scenario from being played.
        let errors = entry.loaded.diagnostics.iter().filter(|problem| problem.is_error() && scenario.is_none());
        Self {
            id: entry.id().to_owned(),
            title: entry.title(locale).to_owned(),
            family: scenario.map_or_else(String::new, |scenario| family(&scenario.family, locale)),
            difficulty: scenario.map_or(0, |scenario| scenario.difficulty),
            minutes: scenario.map_or(0, |scenario| scenario.minutes),
            blurb: scenario.map_or_else(String::new, |scenario| first_sentence(scenario.briefing.get(locale))),
            last: None,
            problems: errors.map(|problem| explain(problem, locale)).collect(),
        }
    }
}

/// The first sentence of a text, at most so many characters.
fn first_sentence(text: &str) -> String {
    const MOST: usize = 60;
    let text = text.trim();
    let end = text.char_indices().find(|(_, c)| "。！？\n".contains(*c));
    let latin = text.find(". ").map(|at| at + 1);
    let end = end.map(|(at, c)| at + if c == '\n' { 0 } else { c.len_utf8() });
    let sentence = &text[..end.into_iter().chain(latin).min().unwrap_or(text.len())];
    let limit = if sentence.is_ascii() { 2 * MOST } else { MOST };
    match sentence.char_indices().nth(limit) {
        Some((at, _)) => format!("{}…", &sentence[..at]),
        None => sentence.to_owned(),
    }
}

/// File, line, what is wrong, and what to do.
fn explain(problem: &Diagnostic, locale: Locale) -> String {
    let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
    let mut text = format!("{} · {place} · {}", problem.code, locale.say(&problem.message()));
    if let Some(hint) = locale.say_if_known(&problem.advice()) {
        let open = text.ends_with(|c: char| !"。！？.!?".contains(c));
        text.push_str(match (locale, open) {
            (Locale::ZhCn, true) => "。",
            (Locale::ZhCn, false) => "",
            (_, true) => ". ",
            (_, false) => " ",
        });
        text.push_str(&hint);
    }
    text
}

/// The name of a family of matters, or its id where an instructor made a new one.
fn family(id: &str, locale: Locale) -> String {
    locale.find(&format!("family-{id}"), None).map_or_else(|| id.to_owned(), |name| name.into_owned())
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MenuRequest {
    Open(String),
    /// Goes on with the session of this log.
    Resume(PathBuf),
    /// The guided visit.
    Guide,
    Sessions,
    Settings,
    Workshop,
    Quit,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<MenuTrouble>()
        .add_systems(EguiPrimaryContextPass, draw.in_set(Drawn).run_if(in_state(Screen::Menu)));
}

/// Everybody is guided through the same visit.
const GUIDE_SEED: u64 = 7;

/// What stands between two visits to this screen.
#[derive(Resource, Default)]
struct MenuTrouble(Option<String>);

#[expect(clippy::too_many_arguments, reason = "the first screen leads everywhere")]
fn draw(
    mut commands: Commands,
    mut contexts: EguiContexts,
    theme: Res<Theme>,
    (library, data): (Res<Library>, Res<Data>),
    (recent, mut trouble, time): (Res<Recent>, ResMut<MenuTrouble>, Res<Time<Real>>),
    mut preferences: ResMut<Preferences>,
    mut came_from: ResMut<CameFrom>,
    mut next: ResMut<NextState<Screen>>,
    mut exit: MessageWriter<AppExit>,
) -> Result {
    let mut items: Vec<Item> = library.entries().iter().map(|entry| Item::of(entry, theme.locale)).collect();
    items.extend(library.unreadable().iter().map(|error| Item::unreadable(theme.locale.say(&error.message()))));
    let results = recent.results(&preferences.trainee);
    for item in &mut items {
        item.last = results.get(&item.id).map(|standing| {
            let verdict = standing_texts::verdict(*standing, Rubric::shipped().pass, theme.locale);
            let words = verdict.words.unwrap_or_default();
            (theme.text_with("menu-last", &args!("result" => words)).into_owned(), standing.passed())
        });
    }
    let unfinished = recent.unfinished(&preferences.trainee);
    let go_on_with = unfinished.as_ref().and_then(|session| {
        let title = library.find(&session.scenario)?.title(theme.locale);
        let words = theme.text_with("menu-go-on", &args!("title" => title, "turns" => session.turns));
        Some((session.path.clone(), words.into_owned()))
    });
    let mut edited = preferences.clone();
    let ctx = contexts.ctx_mut()?;
    let asked = page(ctx, &theme, "menu", |ui| {
        panel(ui, &theme, &items, go_on_with.as_ref(), trouble.0.as_deref(), &mut edited)
    });
    preferences.set_if_neq(edited);
    match asked {
        Some(MenuRequest::Open(id)) => {
            preferences.scenario = Some(id);
            next.set(Screen::Briefing);
        }
        Some(MenuRequest::Resume(path)) => match go_on(&path, PlayedBy::Hand) {
            Ok((recording, _)) => {
                trouble.0 = None;
                commands.insert_resource(Playing::resume(recording, theme.locale, time.elapsed()));
                next.set(Screen::Visit);
            }
            Err(error) => trouble.0 = Some(theme.locale.say(&error.message())),
        },
        Some(MenuRequest::Guide) => {
            let (bundle, loaded) = shipped::guide();
            let begun = loaded
                .scenario
                .as_ref()
                .map(|scenario| trials::begin(&data.0, Files::from(bundle), scenario, Some(GUIDE_SEED)));
            match begun {
                Some(Ok(recording)) => {
                    trouble.0 = None;
                    commands.insert_resource(Playing::guided_from(recording, theme.locale, time.elapsed()));
                    next.set(Screen::Visit);
                }
                Some(Err(error)) => trouble.0 = Some(theme.locale.say(&error.message())),
                None => {}
            }
        }
        Some(MenuRequest::Sessions) => next.set(Screen::MySessions),
        Some(MenuRequest::Workshop) => next.set(Screen::Workshop),
        Some(MenuRequest::Settings) => {
            came_from.0 = Screen::Menu;
            next.set(Screen::Settings);
        }
        Some(MenuRequest::Quit) => {
            exit.write(AppExit::Success);
        }
        None => {}
    }
    Ok(())
}

/// Draws the menu; `go_on_with` is what was left in the middle: its log, and what to say of it.
pub fn panel(
    ui: &mut Ui,
    theme: &Theme,
    items: &[Item],
    go_on_with: Option<&(PathBuf, String)>,
    trouble: Option<&str>,
    preferences: &mut Preferences,
) -> Option<MenuRequest> {
    let mut asked = None;
    let chosen = chosen(items, preferences);
    for (place, item) in items.iter().take(9).enumerate() {
        let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
        if pressed(ui.ctx(), keys[place]) {
            preferences.scenario = Some(item.id.clone());
        }
    }

    egui::Panel::top("menu head")
        .frame(egui::Frame::new().inner_margin(egui::Margin { left: 40, right: 40, top: 26, bottom: 10 }))
        .show_separator_line(false)
        .show(ui, |ui| {
            let title = |ui: &mut Ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    Prose::title(theme).show(ui, theme, &theme.text("app-name"));
                    Prose::caption(theme).show(ui, theme, &theme.text("menu-tagline"));
                });
            };
            row_ends(ui, "menu", title, |ui| {
                for (locale, name) in [(Locale::ZhCn, "中文"), (Locale::En, "English")] {
                    let selected = theme.locale == locale;
                    if Button::new(name).small().selected(selected).show(ui, theme).clicked() {
                        preferences.locale = Some(locale);
                    }
                }
                ui.add_space(10.0);
                let commands = [
                    ("menu-guide", Some(("T", Key::T)), MenuRequest::Guide),
                    ("menu-workshop", Some(("W", Key::W)), MenuRequest::Workshop),
                    ("menu-sessions", Some(("M", Key::M)), MenuRequest::Sessions),
                    ("menu-settings", Some((",", Key::Comma)), MenuRequest::Settings),
                    ("menu-quit", None, MenuRequest::Quit),
                ];
                for (id, key, request) in commands {
                    let label = theme.text(id);
                    let button = key.iter().fold(Button::quiet(&label), |button, (name, _)| button.key(name));
                    let struck = key.is_some_and(|(_, key)| pressed(ui.ctx(), key));
                    if button.show(ui, theme).clicked() || struck {
                        asked = Some(request);
                    }
                }
            });
        });

    let side = 340.0 * (1.0 + (theme.size.factor() - 1.0) * 0.6);
    egui::Panel::right("menu side")
        .exact_size(side + 60.0)
        .resizable(false)
        .show_separator_line(false)
        .frame(egui::Frame::new().inner_margin(egui::Margin { left: 10, right: 40, top: 8, bottom: 24 }))
        .show(ui, |ui| {
            let ready = chosen.and_then(|at| items.get(at)).filter(|item| item.problems.is_empty());
            theme.card().show(ui, |ui| {
                ui.set_width(ui.available_width());
                // The way to begin stays in view, whatever the text size.
                egui::Panel::bottom("menu start").show_separator_line(false).frame(egui::Frame::new()).show(ui, |ui| {
                    ui.add_space(8.0);
                    let width = ui.available_width();
                    let start = Button::primary(&theme.text("menu-start"))
                        .key("Enter")
                        .enabled(ready.is_some())
                        .min_width(width)
                        .show(ui, theme);
                    let enter = ui.memory(|m| m.focused().is_none()) && pressed(ui.ctx(), Key::Enter);
                    if let (Some(item), true) = (ready, start.clicked() || enter) {
                        asked = Some(MenuRequest::Open(item.id.clone()));
                    }
                });
                egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| this_time(ui, theme, preferences));
            });
        });

    egui::CentralPanel::default()
        .frame(egui::Frame::new().inner_margin(egui::Margin { left: 40, right: 6, top: 8, bottom: 24 }))
        .show(ui, |ui| {
            if let Some(trouble) = trouble {
                Prose::body(theme).colour(theme.palette.bad).show(ui, theme, trouble);
            }
            if let Some((path, words)) = go_on_with {
                let button = Button::new(words).key("G").show(ui, theme);
                if button.clicked() || pressed(ui.ctx(), Key::G) {
                    asked = Some(MenuRequest::Resume(path.clone()));
                }
            }
            let newcomer = go_on_with.is_none() && items.iter().all(|item| item.last.is_none());
            if newcomer {
                theme.note(theme.palette.accent, theme.palette.accent_soft).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    let said = |ui: &mut Ui| {
                        drop(Prose::body(theme).show(ui, theme, &theme.text("menu-guide-text")));
                    };
                    row_ends(ui, "guide", said, |ui| {
                        if Button::primary(&theme.text("menu-guide-begin")).small().show(ui, theme).clicked() {
                            asked = Some(MenuRequest::Guide);
                        }
                    });
                });
            }
            Prose::subheading(theme).show(ui, theme, &theme.text("menu-scenarios"));
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                scroll_by_keys(ui);
                // Room for the focus ring.
                egui::Frame::new().inner_margin(egui::Margin { left: 4, right: 12, top: 4, bottom: 4 }).show(
                    ui,
                    |ui| {
                        if items.is_empty() {
                            theme.note(theme.palette.warn, theme.palette.warn_soft).show(ui, |ui| {
                                Prose::body(theme).show(ui, theme, &theme.text("menu-empty"));
                            });
                        }
                        for (at, item) in items.iter().enumerate() {
                            let response = card(ui, theme, item, chosen == Some(at), at + 1);
                            if response.clicked() {
                                preferences.scenario = Some(item.id.clone());
                            }
                            if response.double_clicked() && item.problems.is_empty() {
                                asked = Some(MenuRequest::Open(item.id.clone()));
                            }
                        }
                    },
                );
            });
        });
    asked
}

/// The scenario chosen last, or the first that can be played.
fn chosen(items: &[Item], preferences: &Preferences) -> Option<usize> {
    let last = preferences.scenario.as_deref();
    items
        .iter()
        .position(|item| Some(item.id.as_str()) == last)
        .or_else(|| items.iter().position(|item| item.problems.is_empty()))
}

fn this_time(ui: &mut Ui, theme: &Theme, preferences: &mut Preferences) {
    Prose::subheading(theme).show(ui, theme, &theme.text("menu-this-time"));
    ui.add_space(2.0);
    Prose::caption(theme).show(ui, theme, &theme.text("menu-mode"));
    let (practice, exam) = (theme.text("mode-practice"), theme.text("mode-exam"));
    segments(ui, theme, &mut preferences.mode, &[(Mode::Practice, &practice), (Mode::Exam, &exam)]);
    let explained = match preferences.mode {
        Mode::Practice => "mode-practice-explained",
        Mode::Exam => "mode-exam-explained",
    };
    Prose::caption(theme).show(ui, theme, &theme.text(explained));
    ui.add_space(4.0);
    if preferences.mode == Mode::Practice {
        let mut untimed = !preferences.timed;
        switch(ui, theme, &mut untimed, &theme.text("menu-untimed"));
        preferences.timed = !untimed;
        Prose::caption(theme).show(ui, theme, &theme.text("menu-untimed-explained"));
        ui.add_space(4.0);
    }
    field(ui, theme, &mut preferences.trainee, &theme.text("menu-name"), &theme.text("menu-name-hint"));
    field(ui, theme, &mut preferences.class, &theme.text("menu-class"), &theme.text("menu-class-hint"));
    Prose::caption(theme).show(ui, theme, &theme.text("menu-privacy"));
}

fn field(ui: &mut Ui, theme: &Theme, text: &mut String, label: &str, hint: &str) {
    let caption = Prose::caption(theme).show(ui, theme, label);
    let edit = egui::TextEdit::singleline(text)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .char_limit(crate::vocabulary::LONGEST_NAME)
        .margin(egui::Margin::symmetric(10, 7));
    ui.add(edit).labelled_by(caption.id);
}

fn card(ui: &mut Ui, theme: &Theme, item: &Item, selected: bool, number: usize) -> egui::Response {
    let p = theme.palette;
    let broken = !item.problems.is_empty();
    let id = ui.make_persistent_id(("scenario", &item.id));
    let frame = theme.card();
    let mut prepared = frame.begin(ui);
    {
        let ui = &mut prepared.content_ui;
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            let number = number.to_string();
            badge(ui, theme, &number, p.soft, p.well);
            let width = ui.available_width();
            Prose::subheading(theme).max_width(width).show(ui, theme, &item.title);
        });
        if broken {
            badge(ui, theme, &theme.text("menu-broken"), p.bad, p.bad_soft);
            for problem in item.problems.iter().take(if selected { 20 } else { 2 }) {
                Prose::caption(theme).colour(p.ink).show(ui, theme, problem);
            }
            let left = item.problems.len().saturating_sub(if selected { 20 } else { 2 });
            if left > 0 {
                let more = theme.text_with("menu-more-problems", &args!("n" => left));
                Prose::caption(theme).show(ui, theme, &more);
            }
        } else {
            Prose { leading: 1.4, ..Prose::body(theme) }.colour(p.soft).show(ui, theme, &item.blurb);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 14.0;
                badge(ui, theme, &item.family, p.accent, p.accent_soft);
                let minutes = theme.text_with("menu-minutes", &args!("n" => item.minutes));
                Prose::caption(theme).show(ui, theme, &minutes);
                Prose::caption(theme).show(ui, theme, &theme.text("menu-difficulty"));
                let said = theme.text_with("menu-difficulty-of", &args!("n" => item.difficulty));
                steps(ui, theme, &said, usize::from(item.difficulty), 5, p.accent);
                if let Some((words, passed)) = &item.last {
                    let (ink, ground) = match passed {
                        Some(true) => (p.good, p.good_soft),
                        Some(false) => (p.bad, p.bad_soft),
                        None => (p.soft, p.well),
                    };
                    badge(ui, theme, words, ink, ground);
                }
            });
        }
    }
    let rect = prepared.content_ui.min_rect() + frame.inner_margin;
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, selected, &item.title));
    if selected || response.hovered() || response.has_focus() {
        prepared.frame =
            prepared.frame.fill(p.card).stroke(egui::Stroke::new(if selected { 2.0 } else { 1.0 }, p.accent));
    }
    prepared.end(ui);
    follow_focus(&response);
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.5, p.accent);
        ui.painter().rect_stroke(rect.expand(3.0), 15.0, stroke, StrokeKind::Outside);
        // The arrow keys choose as they go.
        if ui.input(|i| i.key_pressed(Key::Space) || i.key_pressed(Key::Enter)) {
            response.request_focus();
        }
    }
    ui.add_space(4.0);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
