//! What is said in the room, by whom, and how they look, in words.

use crate::app::bubble::{Bubble, Place, Tapped};
use crate::app::desk::history;
use crate::app::playing::Playing;
use crate::app::playing::phrases::of_variant;
use crate::app::playing::playhead::Speech;
use crate::app::playing::view::{speaker, variant};
use crate::app::scene::{Anchor, Anchors, StageView};
use crate::app::theme::{Step, Theme};
use crate::args;
use crate::feedback::look_texts;
use crate::vocabulary::{Manner, Somebody};
use bevy_egui::egui::{self, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2};
use std::time::Duration;

pub fn bubble(
    ui: &mut Ui,
    theme: &Theme,
    playing: &Playing,
    now: Duration,
    anchors: &Anchors,
    place: Place,
) -> Option<Tapped> {
    let (speech, said): (Speech, f32) = playing.speech(now)?;
    let scenario = playing.scenario();
    let variant = variant(scenario, speech.node, speech.variant)?;
    let who = speaker(scenario, speech.node);
    let seat = who.and_then(|who| {
        let visit = scenario.visits.get(playing.view().now.visit.at())?;
        match who {
            Somebody::Visitor(who) => visit.present.iter().position(|present| *present == who),
            // Our own people stand behind the visitors' seats.
            Somebody::Staff(who) => {
                visit.staff.iter().position(|present| *present == who).map(|at| visit.present.len() + at)
            }
        }
    });
    let anchor = seat.and_then(|seat| anchors.0.get(seat));
    let mouth = anchor.map(|anchor| pos2(anchor.mouth[0], anchor.mouth[1]));
    let name = who.map(|who| history::name(scenario, who, theme));
    let phrases = of_variant(scenario, variant, theme.locale);
    let bubble = Bubble {
        speaker: name.as_deref(),
        text: variant.say.get(theme.locale),
        said,
        at_once: theme.reduced_motion,
        phrases: &phrases,
        noted: &playing.view().now.noted,
        mouth,
        shouted: scenario
            .kind(speech.node)
            .and_then(|kind| kind.speech())
            .is_some_and(|spoken| spoken.manner == Manner::Shouting && said < 1.0),
    };
    // In a group a face alone does not say who that is.
    if let (Some(anchor), Some(name), true) = (anchor, &name, anchors.0.len() > 2) {
        name_tag(ui, theme, name, anchor);
    }
    bubble.show(ui, theme, place)
}

/// The name of who speaks, at their chest.
fn name_tag(ui: &Ui, theme: &Theme, name: &str, anchor: &Anchor) {
    let p = theme.palette;
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(name.to_owned(), theme.font(Step::Caption), p.on_accent));
    let [x, y] = anchor.mouth;
    let at = Rect::from_center_size(pos2(x, y + 1.55 * anchor.half_head), galley.size() + egui::vec2(18.0, 8.0));
    ui.painter().rect_filled(at, 8.0, p.accent);
    ui.painter().galley(at.center() - galley.size() / 2.0, galley, p.on_accent);
}

/// Most people that are described one by one.
const DESCRIBED: usize = 5;

/// Faces and posture in words, for whom the picture says nothing.
pub fn describe(ui: &Ui, theme: &Theme, playing: &Playing, stage: &StageView, room: Rect) {
    let scenario = playing.scenario();
    let present = scenario.visits.get(playing.view().now.visit.at()).map_or(&[][..], |visit| &visit.present);
    let seen = present.iter().zip(&stage.seats).filter(|(_, seat)| stage.seats.len() <= DESCRIBED || seat.speaking);
    let said = seen.map(|(&who, seat)| {
        let look = look_texts::words(&seat.expression, None, theme.locale);
        let look = if look.is_empty() { vec![theme.text("report-face-calm").into_owned()] } else { look };
        let look = look.join(&theme.text("report-face-and"));
        theme
            .text_with(
                "visit-seen",
                &args!("name" => history::name(scenario, Somebody::Visitor(who), theme), "look" => look),
            )
            .into_owned()
    });
    let said: Vec<String> = said.collect();
    let response = ui.interact(room, ui.id().with("people"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, said.join(" ")));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}
