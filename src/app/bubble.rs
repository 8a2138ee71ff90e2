//! The speech bubble: a line that grows at the visitor's own pace, whose words can be tapped into the notebook.

use super::playing::phrases::Phrase;
use super::theme::prose::underline;
use super::theme::widgets::steps;
use super::theme::{Prose, Step, TextSize, Theme};
use crate::args;
use crate::scenario::speech::characters_out;
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
    /// It is being shouted: the bubble is torn at its edges and the words are larger.
    pub shouted: bool,
}

/// What the trainee tapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tapped {
    Fact(FactIx),
    /// Words that hold nothing to note.
    Nothing,
}

const PADDING: egui::Vec2 = vec2(20.0, 10.0);
/// Between the room, the bubble and the table below.
const GAP: f32 = 10.0;
/// Wider lines are hard to read.
const WIDEST: f32 = 980.0;

/// Where words stand: beside the face where there is room for both, else in a strip under the people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub rect: Rect,
    /// True: the speaker is on the left of it; false: above.
    pub beside: bool,
}

/// Up to so many people leave room for words beside them.
const FEW: usize = 2;

/// Divides what is free of the window between the room and the words, for so many people: the room, the two edges
/// between which people sit, and the place of the words. The same for every line of a visit, so that faces keep theirs.
pub fn divide(theme: &Theme, free: Rect, people: usize) -> (Rect, [f32; 2], Place) {
    if people <= FEW && free.width() >= 420.0 {
        let share = if people <= 1 { 0.42 } else { 0.52 };
        let middle = free.left() + free.width() * share;
        let words = Rect::from_min_max(pos2(middle, free.top() + GAP), free.max - vec2(18.0, GAP));
        return (free, [free.left(), middle], Place { rect: words, beside: true });
    }
    let row = theme.points(line_step(theme)) * LEADING;
    let high = 3.0 * row + head_height(theme) + 2.0 * PADDING.y + GAP;
    let (room, strip) = free.split_top_bottom_at_y(free.bottom() - high);
    let width = (strip.width() - 40.0).min(WIDEST * theme.size.factor());
    let at = pos2(strip.center().x - width / 2.0, strip.top());
    let words = Rect::from_min_size(at, vec2(width, strip.height() - GAP));
    (room, [room.left(), room.right()], Place { rect: words, beside: false })
}

const LEADING: f32 = 1.45;

/// Large letters need no larger step.
fn line_step(theme: &Theme) -> Step {
    match theme.size {
        _ if theme.wall => Step::Heading,
        TextSize::Normal => Step::Lead,
        _ => Step::Body,
    }
}

fn head_height(theme: &Theme) -> f32 {
    theme.points(Step::Caption) + 8.0
}

impl Bubble<'_> {
    /// Draws the bubble in its place; longer lines scroll as they are said. Returns what was tapped.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, at: Place) -> Option<Tapped> {
        let p = theme.palette;
        let narration = self.speaker.is_none();
        let style = if narration {
            Prose::body(theme).colour(p.soft)
        } else {
            let step = if self.shouted { Step::Heading } else { line_step(theme) };
            Prose { leading: LEADING, aside: Some(p.soft), ..Prose::body(theme).step(step) }
        };
        // Narration is not spoken: it stands there at once.
        let visible = if self.at_once || narration || self.said >= 1.0 {
            usize::MAX
        } else {
            characters_out(self.text, self.said)
        };
        let head = head_height(theme);
        let rect = if at.beside {
            // As high as its words, at the height of the mouth.
            let width = at.rect.width() - 2.0 * PADDING.x - 8.0;
            let high = style.galley(ui, theme, self.text, width).size().y + head + 2.0 * PADDING.y + 2.0;
            let high = high.min(at.rect.height());
            let mouth = self.mouth.map_or(at.rect.center().y, |mouth| mouth.y);
            let top = (mouth - high * 0.4).clamp(at.rect.top(), at.rect.bottom() - high);
            Rect::from_min_size(pos2(at.rect.left(), top), vec2(at.rect.width(), high))
        } else {
            at.rect
        };
        self.ground(ui, theme, rect, at.beside, narration);
        let inner = rect.shrink2(PADDING);
        self.head(ui, theme, Rect::from_min_size(inner.min, vec2(inner.width(), head)), narration);
        let place = Rect::from_min_max(inner.min + vec2(0.0, head), inner.max);
        let mut page = ui.new_child(egui::UiBuilder::new().id_salt("line").max_rect(place));
        let scrolls = egui::ScrollArea::vertical().id_salt(self.text).auto_shrink(false);
        scrolls
            .show(&mut page, |ui| {
                let galley = style.galley_revealed(ui, theme, self.text, place.width() - 8.0, visible);
                let (text, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
                let tapped = if narration { None } else { self.taps(ui, theme, &galley, text.min, visible) };
                let label = match self.speaker {
                    Some(name) => format!("{name}: {}", self.text),
                    None => self.text.to_owned(),
                };
                response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
                if let Some(row) = row_of(&galley, visible).filter(|_| self.said < 1.0) {
                    ui.scroll_to_rect(row.translate(text.min.to_vec2()), None);
                }
                ui.painter().galley(text.min, galley, style.colour);
                tapped
            })
            .inner
    }

    fn ground(&self, ui: &Ui, theme: &Theme, rect: Rect, beside: bool, narration: bool) {
        let p = theme.palette;
        let edge = Stroke::new(if theme.high_contrast { 2.0 } else { 1.0 }, p.line);
        let fill = if narration { p.well } else { p.card };
        if self.shouted {
            let edge = Stroke::new(2.5, p.bad);
            for triangle in torn(rect) {
                ui.painter().add(Shape::convex_polygon(triangle.to_vec(), fill, Stroke::NONE));
                ui.painter().line_segment([triangle[0], triangle[1]], edge);
                ui.painter().line_segment([triangle[1], triangle[2]], edge);
            }
            ui.painter().rect_filled(rect, 2.0, fill);
        } else {
            ui.painter().rect_filled(rect.translate(vec2(0.0, 4.0)).expand(2.0), 18.0, p.shadow);
            ui.painter().rect(rect, 16.0, fill, edge, StrokeKind::Inside);
        }
        if narration {
            ui.painter().rect_filled(
                Rect::from_min_size(rect.min + vec2(0.0, 12.0), vec2(4.0, rect.height() - 24.0)),
                2.0,
                p.soft,
            );
        } else if let Some(mouth) = self.mouth {
            // The tail points at the mouth, from the side that it is on.
            let [a, tip, b] = if beside {
                let foot = mouth.y.clamp(rect.top() + 30.0, rect.bottom() - 30.0);
                let reach = (rect.left() - mouth.x - 60.0).clamp(12.0, 40.0);
                [
                    pos2(rect.left() + 1.0, foot - 12.0),
                    pos2(rect.left() - reach, foot - 4.0),
                    pos2(rect.left() + 1.0, foot + 12.0),
                ]
            } else {
                let foot = mouth.x.clamp(rect.left() + 40.0, rect.right() - 40.0);
                [
                    pos2(foot - 13.0, rect.top() + 1.0),
                    pos2(foot, rect.top() - 16.0),
                    pos2(foot + 13.0, rect.top() + 1.0),
                ]
            };
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

/// Teeth round a rectangle, each with its foot on the edge: 9 points long at the most.
fn torn(rect: Rect) -> Vec<[Pos2; 3]> {
    const TOOTH: f32 = 22.0;
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
    let mut teeth = Vec::new();
    for (side, (&a, &b)) in corners.iter().zip(corners.iter().cycle().skip(1)).enumerate() {
        let count = ((b - a).length() / TOOTH).round().max(1.0);
        let out = vec2((b - a).y, (a - b).x).normalized();
        for k in 0..count as usize {
            let at = |share: f32| a + (b - a) * ((k as f32 + share) / count);
            let long = [9.0, 5.0, 7.0][(k + side) % 3];
            teeth.push([at(0.0), at(0.5) + out * long, at(1.0)]);
        }
    }
    teeth
}

/// The row in which the last of the first `visible` letters stands.
fn row_of(galley: &Galley, visible: usize) -> Option<Rect> {
    let mut letters = 0;
    let row = galley.rows.iter().find(|row| {
        letters += row.row.glyphs.len();
        letters >= visible
    });
    row.map(|row| row.rect())
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
