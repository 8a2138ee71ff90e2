//! Where things are in the window: the room, the words, the table and the desk, the same from turn to turn.

use super::Overlay;
use super::choices::{self, ChoiceView, OPTION_KEYS, wanted_height};
use crate::app::bubble::{Place, divide};
use crate::app::playing::Playing;
use crate::app::theme::{TextSize, Theme};
use crate::vocabulary::Locale;
use bevy_egui::egui::{self, Rect, Ui};
use std::time::Duration;

/// What the height of the table depends on.
pub type TableOf = (Locale, TextSize, [i32; 2]);

/// Where things are in the window.
pub struct Areas {
    pub head: Rect,
    pub table: Rect,
    pub desk: Rect,
}

/// Where the picture, its people and the words are.
pub struct Places {
    pub room: Rect,
    pub sides: [f32; 2],
    pub words: Place,
}

/// Divides what the head has left of the window.
pub fn lay_out(ui: &Ui, theme: &Theme, playing: &Playing, overlay: &mut Overlay, now: Duration) -> (Areas, Places) {
    let (whole, rest) = (ui.max_rect(), ui.available_rect_before_wrap());
    // On a wall the room and the words are all there is.
    let side = if overlay.large { 0.0 } else { (rest.width() * 0.29).clamp(340.0, 500.0) };
    let (left, desk) = rest.split_left_right_at_x(rest.right() - side);
    let view = ChoiceView::of(playing, theme, now, overlay);
    let height = table_height(ui, theme, playing, &view, overlay, left.size());
    let (room, table) = left.split_top_bottom_at_y(left.bottom() - height);
    let present = playing.scenario().visits.get(playing.view().now.visit.at()).map_or(0, |visit| visit.present.len());
    let (room, sides, words) = divide(theme, room, present);
    let head = whole.with_max_y(rest.top());
    (Areas { head, table, desk }, Places { room, sides, words })
}

pub const fn edges(rect: Rect) -> [f32; 4] {
    [rect.min.x, rect.min.y, rect.max.x, rect.max.y]
}

pub fn child(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    ui.new_child(egui::UiBuilder::new().id_salt(name).max_rect(rect))
}

/// The least height of the room, in points: with it a face can still be read.
const ROOM: f32 = 260.0;
/// The most that the table takes of the window from turn to turn.
const TABLE: f32 = 0.38;

/// How high the table is: as high as the longest choice of the play needs, within bounds, so that nothing jumps from
/// turn to turn; a paper and a very long choice take what they need, as long as the faces stay in view.
fn table_height(
    ui: &Ui,
    theme: &Theme,
    playing: &Playing,
    view: &ChoiceView,
    overlay: &mut Overlay,
    size: egui::Vec2,
) -> f32 {
    const MARGINS: f32 = 22.0;
    let width = size.x - 40.0;
    let most = (size.y - ROOM).max(size.y * TABLE);
    let wanted = wanted_height(ui, theme, view, width) + MARGINS;
    let of = (theme.locale, theme.size, [size.x as i32, size.y as i32]);
    let kept = match overlay.table {
        Some((kept, height)) if kept == of => height,
        _ => {
            let heights = playing.scenario().nodes.iter().filter_map(|node| node.kind.as_choice()).map(|choice| {
                let options = choice.options.iter().take(OPTION_KEYS.len()).map(|option| choices::said(theme, option));
                let view = ChoiceView { options: options.collect(), form: None, ..view.clone() };
                wanted_height(ui, theme, &view, width)
            });
            let height = (heights.fold(0.0, f32::max) + MARGINS).min(size.y * TABLE);
            overlay.table = Some((of, height));
            height
        }
    };
    kept.max(wanted).min(most)
}
