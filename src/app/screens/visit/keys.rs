//! All keys of the visit.

use super::Overlay;
use super::choices::{CUT_IN_KEY, GESTURE_KEYS, OPTION_KEYS};
use super::form::Draft;
use crate::app::desk::{Desk, Tab};
use crate::app::playing::{Intent, Playing};
use crate::app::screens::{keys_are_free, pressed};
use crate::app::theme::Theme;
use crate::vocabulary::ActCatalogue;
use bevy_egui::egui::{self, Key, Modifiers};
use std::time::Duration;

/// All keys of the visit. Letters and digits only while no text field has the focus.
pub fn keys(
    ctx: &egui::Context,
    theme: &Theme,
    playing: &Playing,
    now: Duration,
    desk: &mut Desk,
    overlay: &mut Overlay,
    asked: &mut Vec<Intent>,
) {
    if playing.demo().is_some() {
        for (key, intent) in [(Key::Space, Intent::HoldDemo), (Key::ArrowRight, Intent::HurryDemo)] {
            if pressed(ctx, key) {
                asked.push(intent);
            }
        }
        if playing.speaking(now) && pressed(ctx, Key::Enter) {
            asked.push(Intent::HearOut);
        }
        desk_keys(ctx, desk);
        if ctx.memory(|memory| memory.focused().is_none()) && pressed(ctx, Key::Escape) {
            overlay.paused = true;
        }
        return;
    }
    let folded = overlay.folded(playing, now);
    if folded && pressed(ctx, CUT_IN_KEY.0) {
        overlay.cut_in(playing, now);
    }
    for (place, (key, _)) in OPTION_KEYS.iter().enumerate() {
        if pressed(ctx, *key) {
            // On a paper the digits fill the field at hand.
            match overlay.draft.at(playing, place) {
                Some(entry) if playing.may_act() && !folded => {
                    overlay.draft.write(playing, entry);
                    overlay.hint = None;
                }
                _ if playing.view().laid().is_some() => {}
                // Nobody cuts in by accident.
                _ if folded => overlay.remark = Some(theme.text("visit-folded").into_owned()),
                _ => asked.push(Intent::Choose(place)),
            }
        }
    }
    for ((act, _), (key, _)) in ActCatalogue::shipped().gestures().zip(GESTURE_KEYS) {
        if pressed(ctx, key) {
            asked.push(Intent::Gesture(act));
        }
    }
    let nothing_focused = ctx.memory(|memory| memory.focused().is_none());
    if nothing_focused && playing.view().laid().is_some() && playing.may_act() {
        for (key, forward) in [(Key::ArrowRight, true), (Key::ArrowLeft, false)] {
            if pressed(ctx, key) {
                overlay.draft.step(playing, forward);
            }
        }
        if overlay.draft.complete(playing).is_some() && pressed(ctx, Key::Enter) {
            asked.extend(overlay.draft.hand_in(playing).map(Intent::Fill));
        }
        if pressed(ctx, Key::Backspace) {
            overlay.draft.reading = false;
        }
    }
    if nothing_focused && playing.practice() && playing.speaking(now) && pressed(ctx, Key::Space) {
        asked.push(Intent::HearOut);
    }
    desk_keys(ctx, desk);
    if playing.practice() && pressed(ctx, Key::H) {
        overlay.hint = hint(playing, &overlay.draft);
    }
    let undo = || ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z));
    if keys_are_free(ctx) && undo() {
        asked.push(Intent::StepBack);
    }
    if ctx.memory(|memory| memory.focused().is_none()) && pressed(ctx, Key::Escape) {
        overlay.paused = true;
    }
}

/// N brings the notebook, F1 to F5 the parts of the desk.
fn desk_keys(ctx: &egui::Context, desk: &mut Desk) {
    if pressed(ctx, Key::N) {
        desk.tab = Tab::Notebook;
    }
    for (key, tab) in [Key::F1, Key::F2, Key::F3, Key::F4, Key::F5].into_iter().zip(Tab::ALL) {
        if pressed(ctx, key) {
            desk.tab = tab;
        }
    }
}

/// The option that the rubric would give most for.
pub fn hint(playing: &Playing, draft: &Draft) -> Option<(u32, u8)> {
    if !playing.practice() || !playing.may_act() {
        return None;
    }
    if playing.view().laid().is_some() {
        return Some((playing.view().now.turn, draft.right(playing)?));
    }
    Some((playing.view().now.turn, playing.hint()?))
}
