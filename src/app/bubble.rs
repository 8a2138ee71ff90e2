//! The speech bubble: a line that grows at the visitor's own pace, whose words can be tapped into the notebook.

use super::playing::phrases::Phrase;
use super::theme::prose::underline;
use super::theme::widgets::steps;
use super::theme::{Prose, Step, TextSize, Theme};
use crate::args;
use crate::vocabulary::FactIx;
use bevy_egui::egui::{
    self, Align2, Galley, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

/// What the bubble shows.
pub struct Bubble<'a> {
    /// Name and tone of who speaks; `None`: narration, the stage direction of the play.
    pub speaker: Option<&'a str>,
    pub text: &'a str,
    /// Share that has been said, 0..1.
    pub said: f32,
    /// Show the text at once and only count the time.
    pub at_once: bool,
    pub phrases: &'a [Phrase],
    pub noted: &'a [FactIx],
    /// Where the speaker's mouth is.
    pub mouth: Option<Pos2>,
}

/// What the trainee tapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tapped {
    Fact(FactIx),
    /// Words that hold nothing to note.
    Nothing,
}

const PADDING: egui::Vec2 = vec2(20.0, 14.0);
const GAP: f32 = 14.0;

impl Bubble<'_> {
    /// Draws the bubble at the bottom of `room`; returns what was tapped and where the bubble lies.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, room: Rect) -> (Option<Tapped>, Rect) {
        let p = theme.palette;
        let narration = self.speaker.is_none();
        let width = (room.width() - 48.0).min(720.0 * theme.size.factor());
        let style = if narration {
            Prose::body(theme).colour(p.soft)
        } else {
            // Large letters need no larger step, and the face above must stay in view.
            let step = if theme.size == TextSize::Normal { Step::Lead } else { Step::Body };
            Prose { leading: 1.45, ..Prose::body(theme).step(step) }
        };
        let letters = self.text.chars().count();
        let visible =
            if self.at_once || self.said >= 1.0 { usize::MAX } else { (letters as f32 * self.said).ceil() as usize };
        let galley = style.galley_revealed(ui, theme, self.text, width - PADDING.x * 2.0, visible);
        let head = theme.points(Step::Caption) + 8.0;
        let inner = vec2(galley.size().x.max(300.0), galley.size().y + head);
        let size = inner + PADDING * 2.0;
        let left = match self.mouth {
            // Under the mouth, but inside the room.
            Some(mouth) => (mouth.x - size.x / 2.0).clamp(room.left() + 24.0, room.right() - 24.0 - size.x),
            None => room.center().x - size.x / 2.0,
        };
        let rect = Rect::from_min_size(pos2(left, room.bottom() - GAP - size.y), size);
        self.ground(ui, theme, rect, narration);
        let at = rect.min + PADDING;
        self.head(ui, theme, Rect::from_min_size(at, vec2(inner.x, head)), narration);
        let text_at = at + vec2(0.0, head);
        let tapped = if narration { None } else { self.taps(ui, theme, &galley, text_at, visible) };
        let response = ui.interact(Rect::from_min_size(text_at, galley.size()), ui.id().with("line"), Sense::hover());
        let label = match self.speaker {
            Some(name) => format!("{name}: {}", self.text),
            None => self.text.to_owned(),
        };
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
        ui.painter().galley(text_at, galley, style.colour);
        (tapped, rect)
    }

    fn ground(&self, ui: &Ui, theme: &Theme, rect: Rect, narration: bool) {
        let p = theme.palette;
        let edge = Stroke::new(if theme.high_contrast { 2.0 } else { 1.0 }, p.line);
        let fill = if narration { p.well } else { p.card };
        ui.painter().rect_filled(rect.translate(vec2(0.0, 4.0)).expand(2.0), 18.0, p.shadow);
        ui.painter().rect(rect, 16.0, fill, edge, StrokeKind::Inside);
        if narration {
            ui.painter().rect_filled(
                Rect::from_min_size(rect.min + vec2(0.0, 12.0), vec2(4.0, rect.height() - 24.0)),
                2.0,
                p.soft,
            );
        } else if let Some(mouth) = self.mouth
            && mouth.y < rect.top()
        {
            let foot = mouth.x.clamp(rect.left() + 40.0, rect.right() - 40.0);
            let reach = (rect.top() - mouth.y - 12.0).clamp(8.0, 34.0);
            let lean = (mouth.x - foot).clamp(-18.0, 18.0);
            let tip = pos2(foot + lean, rect.top() - reach);
            let (a, b) = (pos2(foot - 13.0, rect.top() + 1.0), pos2(foot + 13.0, rect.top() + 1.0));
            ui.painter().add(Shape::convex_polygon(vec![a, tip, b], fill, Stroke::NONE));
            ui.painter().line_segment([a, tip], edge);
            ui.painter().line_segment([tip, b], edge);
        }
    }

    /// Who speaks, and whether they still do.
    fn head(&self, ui: &mut Ui, theme: &Theme, rect: Rect, narration: bool) {
        let p = theme.palette;
        let narrator = theme.text("visit-narration");
        let name = self.speaker.unwrap_or(&narrator);
        let ink = if narration { p.soft } else { p.accent };
        ui.painter().text(rect.left_top(), Align2::LEFT_TOP, name, theme.font(Step::Caption), ink);
        if self.said < 1.0 && !narration {
            let still = theme.text("visit-still-speaking");
            let galley =
                ui.fonts_mut(|f| f.layout_no_wrap(still.clone().into_owned(), theme.font(Step::Caption), p.accent));
            let bars = 5.0 * 12.0;
            let at = pos2(rect.right() - bars - galley.size().x - 8.0, rect.top());
            ui.painter().galley(at, galley.clone(), p.accent);
            let place = Rect::from_min_size(at + vec2(galley.size().x + 8.0, 0.0), vec2(bars, rect.height() - 8.0));
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place));
            let left = ((1.0 - self.said) * 5.0).ceil() as usize;
            let percent = (self.said * 100.0) as u32;
            let label = theme.text_with("visit-speech-said", &args!("percent" => percent));
            steps(&mut child, theme, &label, 5 - left.min(5), 5, p.accent);
        }
    }

    /// Every phrase that has been said can be tapped.
    fn taps(&self, ui: &Ui, theme: &Theme, galley: &Galley, at: Pos2, visible: usize) -> Option<Tapped> {
        let p = theme.palette;
        let mut tapped = None;
        for (number, phrase) in self.phrases.iter().enumerate() {
            let places = places(self.text, galley, phrase, visible);
            let noted = !phrase.facts.is_empty() && phrase.facts.iter().all(|fact| self.noted.contains(fact));
            let id = ui.id().with(("phrase", number));
            let mut hovered = false;
            for (row, place) in places.iter().enumerate() {
                let place = place.translate(at.to_vec2());
                // The notebook offers the same phrases to the keyboard.
                let response = ui.interact(place, id.with(row), Sense::CLICK);
                hovered |= response.hovered();
                if response.clicked() {
                    let fact = phrase.facts.iter().find(|fact| !self.noted.contains(fact));
                    tapped = Some(fact.map_or(Tapped::Nothing, |fact| Tapped::Fact(*fact)));
                }
            }
            for place in places {
                let place = place.translate(at.to_vec2());
                if noted {
                    ui.painter().rect_filled(place.expand2(vec2(1.0, -2.0)), 3.0, p.good_soft);
                } else if hovered {
                    ui.painter().rect_filled(place.expand2(vec2(1.0, -2.0)), 3.0, p.accent_soft);
                    underline(ui, pos2(place.left(), place.bottom() - 3.0), place.right(), p.accent);
                    ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
                }
            }
        }
        tapped
    }
}

/// Where a phrase stands in a galley, a rectangle for each row; nothing where it has not been said yet.
fn places(text: &str, galley: &Galley, phrase: &Phrase, visible: usize) -> Vec<Rect> {
    let mut places: Vec<Rect> = Vec::new();
    let mut rest = text.char_indices().peekable();
    let mut said = 0;
    for row in &galley.rows {
        let mut place: Option<Rect> = None;
        for glyph in &row.row.glyphs {
            // Blanks at the end of a line are not drawn.
            while rest.peek().is_some_and(|(_, c)| *c != glyph.chr) {
                rest.next();
            }
            let Some((byte, _)) = rest.next() else { return places };
            said += 1;
            if phrase.range.contains(&byte) && said <= visible {
                let left = row.pos.x + glyph.pos.x;
                let glyph = Rect::from_min_max(
                    pos2(left, row.pos.y),
                    pos2(left + glyph.advance_width, row.pos.y + row.row.size.y),
                );
                place = Some(place.map_or(glyph, |place| place.union(glyph)));
            }
        }
        places.extend(place);
    }
    places
}
