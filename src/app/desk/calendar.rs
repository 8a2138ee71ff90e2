//! The calendar: what day it is, what has been promised by when, and by when the law wants what is received today.

use crate::app::playing::{Playing, view::View};
use crate::app::theme::widgets::{Button, badge};
use crate::app::theme::{Prose, Theme};
use crate::args;
use crate::locale::Texts;
use crate::procedure::calendar::Day;
use crate::procedure::{Calendar, Deadline, LawLibrary, Limit, Reckoner, Rules};
use crate::scenario::model::Scenario;
use crate::session::Fate;
use bevy_egui::egui::Ui;
use jiff::civil::Date;

/// The pack whose limits hold for every matter, whatever it is about.
const COMMON: &str = "xf2022";

/// Draws it; returns the citation of an article that is to be looked up.
pub(super) fn show(ui: &mut Ui, theme: &Theme, playing: &Playing) -> Option<String> {
    let (scenario, view) = (playing.scenario(), playing.view());
    let today = view.now.case.today();
    Prose::subheading(theme).show(ui, theme, &named(today, theme));
    let kind = match Calendar::shipped().day(today) {
        Day::Working => None,
        Day::Weekend => Some(theme.text("calendar-weekend").into_owned()),
        Day::Holiday(holiday) => Some(holiday.name.get(theme.locale).to_owned()),
        Day::MakeUp(holiday) => {
            let args = args!("name" => holiday.name.get(theme.locale).to_owned());
            Some(theme.text_with("calendar-make-up", &args).into_owned())
        }
    };
    if let Some(kind) = kind {
        Prose::caption(theme).show(ui, theme, &kind);
    }
    let asked = matter(ui, theme, view, today);
    promises(ui, theme, scenario, view);
    asked.or(limits(ui, theme, scenario, today))
}

/// Where the matter stands, what is owed to it and until when.
fn matter(ui: &mut Ui, theme: &Theme, view: &View, today: Date) -> Option<String> {
    let matter = view.now.case.matter?;
    let mut asked = None;
    let (p, law, rules) = (theme.palette, LawLibrary::shipped(), Rules::shipped());
    Prose::body(theme).strong().show(ui, theme, &theme.text("calendar-matter"));
    let stage = theme.text_with("calendar-stage", &args!("stage" => theme.locale.say(&matter.stage().label())));
    Prose::caption(theme).show(ui, theme, &stage);
    for running in matter.limits(rules) {
        theme.well().show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            let ink = if running.due.is_over(today) { p.bad } else { p.ink };
            Prose::body(theme).colour(ink).show(ui, theme, &theme.locale.say(&running.message(today)));
            asked = cited(ui, theme, law.citation(running.row.article, theme.locale)).or(asked.take());
        });
    }
    asked
}

/// An article as a way into the handbook; returns its citation when it is asked for.
fn cited(ui: &mut Ui, theme: &Theme, citation: String) -> Option<String> {
    Button::quiet(&citation).small().show(ui, theme).clicked().then_some(citation)
}

/// What has been promised, with the day by which it must be kept.
fn promises(ui: &mut Ui, theme: &Theme, scenario: &Scenario, view: &View) {
    let p = theme.palette;
    Prose::body(theme).strong().show(ui, theme, &theme.text("calendar-promised"));
    if view.now.promises.is_empty() {
        Prose::caption(theme).show(ui, theme, &theme.text("calendar-nothing-promised"));
    }
    for made in &view.now.promises {
        let Some(promise) = scenario.promises.get(made.promise.at()) else { continue };
        let (id, ink, ground) = match made.fate {
            Fate::Open => ("calendar-open", p.warn, p.warn_soft),
            Fate::Kept { .. } => ("calendar-kept", p.good, p.good_soft),
            Fate::Broken { .. } => ("calendar-broken", p.bad, p.bad_soft),
        };
        theme.well().show(ui, |ui| {
            ui.set_width(ui.available_width());
            Prose::body(theme).show(ui, theme, promise.text.get(theme.locale));
            ui.horizontal_wrapped(|ui| {
                badge(ui, theme, &theme.text(id), ink, ground);
                let by = theme.text_with("calendar-by", &args!("day" => named(scenario.date(made.due_day), theme)));
                Prose::caption(theme).show(ui, theme, &by);
            });
        });
    }
}

/// By when the law wants what begins today. A promise is one thing, this is another.
fn limits(ui: &mut Ui, theme: &Theme, scenario: &Scenario, today: Date) -> Option<String> {
    let mut asked = None;
    let law = LawLibrary::shipped();
    ui.add_space(6.0);
    Prose::body(theme).strong().show(ui, theme, &theme.text("calendar-by-law"));
    Prose::caption(theme).show(ui, theme, &theme.text("calendar-by-law-explained"));
    let bears = |deadline: &Deadline| {
        let pack = &law.pack_of(deadline.article).id;
        pack == COMMON || scenario.law.contains(pack)
    };
    let reckoner = Reckoner::shipped();
    let deadlines = Limit::ALL.iter().filter_map(|limit| reckoner.deadline(*limit, today).ok());
    for deadline in deadlines.filter(bears) {
        theme.well().show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            Prose::body(theme).show(ui, theme, &theme.locale.say(&deadline.limit.label()));
            let args = args!("day" => named(deadline.due(), theme),
                             "period" => theme.locale.say(&deadline.count.period.label()),
                             "from" => theme.locale.say(&deadline.limit.runs_from()));
            Prose::caption(theme).colour(theme.palette.ink).show(ui, theme, &theme.text_with("calendar-due", &args));
            asked = cited(ui, theme, law.citation(deadline.article, theme.locale)).or(asked.take());
            for note in deadline.notes() {
                Prose::caption(theme).show(ui, theme, &theme.locale.say(&note));
            }
        });
    }
    asked
}

/// A day with its weekday.
fn named(date: Date, theme: &Theme) -> String {
    let day = date.strftime(theme.text("date-pattern").as_ref()).to_string();
    let weekday = theme.text(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
    theme.text_with("deadline-day", &args!("day" => day, "weekday" => weekday)).into_owned()
}
