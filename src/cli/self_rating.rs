//! Before the scores: how did it go in the trainee's own eyes?

use super::Failure;
use super::drive::{ask, half_width};
use super::screen::Screen;
use crate::args;
use crate::locale::Texts;
use crate::logbook::recording::Recording;
use crate::logbook::self_rating::SelfRating;
use crate::rubric::assessment::Dimension;
use std::io::{BufRead, Write};

/// Asks for a level in each dimension and writes them down; an empty line passes one over.
pub fn run(recording: &mut Recording, screen: &mut Screen<impl Write>, input: &mut dyn BufRead) -> Result<(), Failure> {
    let locale = screen.manners.locale;
    screen.rule()?;
    screen.titled(&locale.text("own-title"), "")?;
    screen.plain(&locale.text("own-text"))?;
    screen.plain(&locale.text("play-own-scale"))?;
    let mut levels = [None; 3];
    'dimensions: for dimension in Dimension::ALL {
        let asked = locale.text(&dimension.own_text_id());
        let prompt = args!("name" => locale.text(&dimension.text_id()), "question" => asked);
        let prompt = locale.text_with("play-own-prompt", &prompt).into_owned();
        loop {
            let Some(line) = ask(screen, input, &prompt)? else { break 'dimensions };
            let word: String = line.trim().chars().map(half_width).collect();
            match word.parse::<u8>() {
                _ if word.is_empty() => break,
                Ok(level @ 1..=5) => {
                    levels[dimension as usize] = Some(level);
                    break;
                }
                _ => screen.plain(&locale.text("play-own-not-understood"))?,
            }
        }
    }
    match SelfRating::of(levels) {
        // What could not be written is told at the end, with everything else that was not.
        Some(rating) => recording.rate(rating).or_else(|error| Ok(screen.plain(&locale.say(&error.message()))?)),
        None => Ok(()),
    }
}
