//! brink: Ink compiled to bytecode and played by its machine.

use crate::dialogue::Dice;
use crate::{Engine, Heard, Outcome};
use brink_runtime::{FastRng, Step, Story};
use std::sync::Arc;

struct Brink(Story<FastRng>);

pub fn load(text: &str) -> Outcome<Box<dyn Engine>> {
    let compiled = brink_compiler::compile("main.ink", |_| Ok(text.to_owned()))?;
    let (program, lines) = brink_runtime::link(&compiled.data)?;
    Ok(Box::new(Brink(Story::new(Arc::new(program), lines))))
}

impl Engine for Brink {
    fn begin(&mut self, _: &mut Heard) -> Outcome<()> {
        Ok(self.0.choose_path_string("start")?)
    }

    fn turn(&mut self, dice: &mut Dice, heard: &mut Heard) -> Outcome<()> {
        loop {
            match self.0.continue_single()? {
                Step::Line(line) => {
                    let text = line.text.trim_end();
                    if !text.is_empty() {
                        heard.hear(text);
                    }
                }
                Step::Choices(choices) => {
                    choices.iter().for_each(|choice| heard.hear(&choice.text));
                    return Ok(self.0.choose(dice.below(choices.len() as u32) as usize)?);
                }
                other => return Err(format!("brink stopped: {other:?}").into()),
            }
        }
    }
}
