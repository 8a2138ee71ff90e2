//! The curve of a visitor's feelings over the turns, with the turning points numbered.

use super::theme::widgets::Button;
use super::theme::{Prose, Step, Theme};
use crate::report::page::Chart;
use bevy_egui::egui::{self, Align2, Color32, RichText, Ui, WidgetInfo, WidgetType, vec2};
use egui_plot::{GridMark, Line, LineStyle, Plot, PlotPoint, PlotPoints, Points, Text, VLine};

/// Draws one visitor's chart; `shown` is the visitor at hand where there are several. Returns the turn that was clicked.
pub fn show(ui: &mut Ui, theme: &Theme, charts: &[Chart], shown: &mut usize, height: f32) -> Option<u32> {
    let p = theme.palette;
    if charts.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            for (at, chart) in charts.iter().enumerate() {
                if Button::new(&chart.name).small().selected(*shown == at).show(ui, theme).clicked() {
                    *shown = at;
                }
            }
        });
    }
    let chart = charts.get(*shown).or_else(|| charts.first())?;
    let others = [p.cool, p.good, p.soft];
    legend(ui, theme, chart, &others);

    let scale = |points: &[(i32, i32)]| -> PlotPoints<'static> {
        points.iter().map(|&(x, y)| [f64::from(x), f64::from(y) / 10.0]).collect()
    };
    let ticks = chart.ticks.clone();
    let marks: Vec<GridMark> =
        ticks.iter().map(|(x, _)| GridMark { value: f64::from(*x), step_size: 1000.0 }).collect();
    let plot = Plot::new(("feelings", &chart.name))
        .height(height)
        .show_background(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_grid([false, true])
        .grid_spacing(egui::Rangef::new(1.0, 400.0))
        .show_x(false)
        .show_y(false)
        .include_x(-10.0)
        .include_x(1010.0)
        .include_y(0.0)
        .include_y(105.0)
        .x_grid_spacer(move |_| marks.clone())
        .y_grid_spacer(|_| (0..=4).map(|step| GridMark { value: f64::from(step) * 25.0, step_size: 25.0 }).collect())
        .x_axis_formatter(move |mark, _| {
            let at = ticks.iter().find(|(x, _)| f64::from(*x) == mark.value);
            at.map_or_else(String::new, |(_, turn)| turn.to_string())
        })
        .y_axis_formatter(|mark, _| format!("{}", mark.value as i64))
        .label_formatter(|_| None)
        .show(ui, |plot| {
            for (x, title) in chart.visits.iter().skip(1) {
                plot.vline(VLine::new("", f64::from(*x)).color(p.line).width(1.5).style(LineStyle::dashed_dense()));
                let text = RichText::new(title).font(theme.font(Step::Caption)).color(p.soft);
                let at = PlotPoint::new(f64::from(*x) + 6.0, 104.0);
                plot.text(Text::new("", at, text).anchor(Align2::LEFT_TOP));
            }
            for (line, colour) in chart.others.iter().zip(others) {
                plot.line(Line::new(line.name.clone(), scale(&line.points)).color(colour).width(1.6));
            }
            plot.line(Line::new("", scale(&chart.tension)).color(p.accent).width(3.0));
            for &(number, x, y) in &chart.marks {
                let at = [f64::from(x), f64::from(y) / 10.0];
                plot.points(Points::new("", vec![at]).radius(11.0).color(p.card).filled(true));
                plot.points(Points::new("", vec![at]).radius(10.0).color(p.accent).filled(true));
                let text = RichText::new(number.to_string()).font(theme.font(Step::Caption)).color(p.on_accent);
                plot.text(Text::new("", PlotPoint::new(at[0], at[1]), text).anchor(Align2::CENTER_CENTER));
            }
        });
    let response = plot.response;
    let x_of = |at: egui::Pos2| plot.transform.value_from_position(at).x;
    let clicked = response.interact_pointer_pos().filter(|_| response.clicked()).map(x_of);
    let distance = |x: f64, tick: i32| (f64::from(tick) - x).abs();
    let nearest = |x: f64| chart.ticks.iter().min_by(|a, b| distance(x, a.0).total_cmp(&distance(x, b.0)));
    let turn = clicked.and_then(nearest).map(|(_, turn)| *turn);
    let label = theme.text_with("curve-label", &crate::args!("who" => chart.name.as_str()));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &label));
    Prose::caption(theme).show(ui, theme, &theme.text("curve-axis"));
    turn
}

fn legend(ui: &mut Ui, theme: &Theme, chart: &Chart, others: &[Color32]) {
    let p = theme.palette;
    let tension = theme.text("visit-tension");
    let entries = std::iter::once((tension.as_ref(), p.accent, 3.0))
        .chain(chart.others.iter().zip(others).map(|(line, colour)| (line.name.as_str(), *colour, 1.6)));
    ui.horizontal_wrapped(|ui| {
        for (name, colour, width) in entries {
            let (rect, _) = ui.allocate_exact_size(vec2(24.0, 14.0), egui::Sense::hover());
            let stroke = egui::Stroke::new(width, colour);
            ui.painter().line_segment([rect.left_center(), rect.right_center()], stroke);
            ui.label(RichText::new(name).font(theme.font(Step::Caption)).color(p.ink));
            ui.add_space(8.0);
        }
    });
}
