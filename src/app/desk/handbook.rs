//! The handbook: the articles of the scenario's law packs, to be looked up during the visit.

use crate::app::theme::{Prose, Theme};
use crate::procedure::{ArticleIx, LawLibrary};
use crate::scenario::model::Scenario;
use bevy_egui::egui::{self, Ui};

pub(super) fn show(ui: &mut Ui, theme: &Theme, search: &mut String, scenario: &Scenario, law: &LawLibrary) {
    let p = theme.palette;
    let hint = theme.text("handbook-search");
    let edit = egui::TextEdit::singleline(search)
        .hint_text(hint.clone().into_owned())
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(10, 7));
    let response = ui.add(edit);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, &hint));
    let wanted = search.trim().to_lowercase();
    let mut found = false;
    for id in &scenario.law {
        let Some(pack) = law.packs.iter().find(|pack| pack.id == *id) else { continue };
        let articles: Vec<_> = pack
            .articles
            .clone()
            .filter_map(|at| Some((ArticleIx(at), law.articles.get(usize::from(at))?)))
            .filter(|(ix, article)| {
                wanted.is_empty()
                    || article.text.get(theme.locale).to_lowercase().contains(&wanted)
                    || law.citation(*ix, theme.locale).to_lowercase().contains(&wanted)
            })
            .collect();
        if articles.is_empty() {
            continue;
        }
        found = true;
        ui.add_space(6.0);
        Prose::subheading(theme).show(ui, theme, pack.title.get(theme.locale));
        for (ix, article) in articles {
            theme.well().show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 3.0;
                Prose::caption(theme).colour(p.accent).show(ui, theme, &law.citation(ix, theme.locale));
                Prose { leading: 1.45, ..Prose::body(theme) }.show(ui, theme, article.text.get(theme.locale));
                if article.unverified {
                    Prose::caption(theme).colour(p.warn).show(ui, theme, &theme.text("handbook-unverified"));
                }
            });
        }
    }
    if !found {
        let id = if wanted.is_empty() { "handbook-empty" } else { "handbook-nothing" };
        Prose::caption(theme).show(ui, theme, &theme.text(id));
    }
}
