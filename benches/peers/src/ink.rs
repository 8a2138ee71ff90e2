//! bladeink: Ink compiled to its JSON and played by its runtime.

use crate::dialogue::Dice;
use crate::{Engine, Heard, Outcome};
use bladeink::story::Story;
use bladeink_compiler::Compiler;

struct Ink(Story);

pub fn load(text: &str) -> Outcome<Box<dyn Engine>> {
    let compiled = Compiler::new().compile(text).map_err(|error| format!("bladeink-compiler: {error}"))?;
    Ok(Box::new(Ink(Story::new_with_seed(&compiled, 1)?)))
}

impl Engine for Ink {
    fn begin(&mut self, _: &mut Heard) -> Outcome<()> {
        Ok(self.0.choose_path_string("start", true, None)?)
    }

    fn turn(&mut self, dice: &mut Dice, heard: &mut Heard) -> Outcome<()> {
        while self.0.can_continue() {
            let text = self.0.cont()?;
            let text = text.trim_end();
            // An option that was taken answers with an empty line.
            if !text.is_empty() {
                heard.hear(text);
            }
        }
        let choices = self.0.get_current_choices();
        choices.iter().for_each(|choice| heard.hear(&choice.text));
        Ok(self.0.choose_choice_index(dice.below(choices.len() as u32) as usize)?)
    }
}
