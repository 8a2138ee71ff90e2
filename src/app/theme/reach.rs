//! Everything within reach of the keyboard: pages that scroll, a focus that stays in view, areas to jump between, and rows
//! whose order of focus is the order in which they are read.

use bevy_egui::egui::{self, Align, Context, Id, Key, Layout, Modifiers, Rect, Response, Ui, UiBuilder, vec2};

/// How far an arrow key scrolls, in points: about two lines.
const ARROW: f32 = 56.0;
/// How much of a page its key scrolls; the rest is what one has just read.
const PAGE: f32 = 0.85;
/// Farther than any page is long.
const TO_THE_END: f32 = 1e6;

/// Scrolls the page around this `Ui` by PageUp, PageDown, Home and End, and by the arrows while nothing has the focus.
pub fn scroll_by_keys(ui: &Ui) {
    let ctx = ui.ctx();
    if ctx.text_edit_focused() {
        return;
    }
    let page = ui.clip_rect().height() * PAGE;
    let free = ctx.memory(|memory| memory.focused().is_none());
    let keys = [
        (Key::PageDown, -page, true),
        (Key::PageUp, page, true),
        (Key::End, -TO_THE_END, true),
        (Key::Home, TO_THE_END, true),
        (Key::ArrowDown, -ARROW, free),
        (Key::ArrowUp, ARROW, free),
    ];
    let delta: f32 = ctx.input_mut(|input| {
        let down = keys.into_iter().filter(|(key, _, works)| *works && input.consume_key(Modifiers::NONE, *key));
        down.map(|(_, delta, _)| delta).sum()
    });
    if delta != 0.0 {
        ui.scroll_with_delta(vec2(0.0, delta));
    }
}

/// Brings what the keyboard has just reached into view.
pub fn follow_focus(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// With F6 (back: Shift+F6) the focus goes to the first control of the next area.
pub fn jump_between(ctx: &Context, areas: &[Rect]) {
    let step = ctx.input_mut(|input| {
        if input.consume_key(Modifiers::SHIFT, Key::F6) {
            Some(areas.len().saturating_sub(1))
        } else {
            input.consume_key(Modifiers::NONE, Key::F6).then_some(1)
        }
    });
    let Some(step) = step else { return };
    let focused = ctx.memory(|memory| memory.focused());
    let target = ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let at = focused
            .and_then(|id| widgets.get(id))
            .and_then(|widget| areas.iter().position(|area| area.contains(widget.rect.center())));
        let from = at.unwrap_or(areas.len().saturating_sub(1));
        // An area without controls is passed over.
        (1..=areas.len()).find_map(|n| {
            let area = areas.get((from + if at.is_none() { n } else { n * step }) % areas.len())?;
            let mut inside = widgets
                .get_layer(egui::LayerId::background())
                .filter(|widget| widget.enabled && widget.sense.is_focusable() && area.contains(widget.rect.center()));
            inside.next().map(|widget| widget.id)
        })
    });
    if let Some(id) = target {
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
}

/// A row with something at its beginning, which takes the room that is left, and controls at its end: the focus goes
/// through them as the eye does.
pub fn row_ends<R>(ui: &mut Ui, name: &str, begin: impl FnOnce(&mut Ui), end: impl FnOnce(&mut Ui) -> R) -> R {
    let id: Id = ui.id().with(("end of row", name));
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    ui.horizontal(|ui| {
        let gap = ui.spacing().item_spacing.x;
        let row = ui.available_rect_before_wrap();
        let split = (row.right() - known.unwrap_or(0.0)).max(row.left());
        let layout = Layout::left_to_right(Align::Center);
        let first = Rect::from_min_max(row.min, egui::pos2((split - gap).max(row.left()), row.bottom()));
        let begun = ui.scope_builder(UiBuilder::new().max_rect(first).layout(layout), |ui| {
            ui.set_max_width(first.width());
            begin(ui);
        });
        let height = begun.response.rect.height().max(row.height());
        let last = Rect::from_min_size(egui::pos2(split, row.top()), vec2(known.unwrap_or(row.width()), height));
        // How wide the end is shows only when it has been laid out once.
        let builder = UiBuilder::new().max_rect(last).layout(layout);
        let builder = if known.is_none() { builder.invisible() } else { builder };
        let ended = ui.scope_builder(builder, end);
        let width = ended.response.rect.width();
        if known.is_none_or(|known| (known - width).abs() > 0.5) {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_repaint();
        }
        ended.inner
    })
    .inner
}
