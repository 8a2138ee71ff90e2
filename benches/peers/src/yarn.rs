//! Yarn Spinner: compiled and played by the Rust port.

use crate::dialogue::Dice;
use crate::{Engine, Heard, Outcome};
use yarnspinner::compiler::{Compiler, File};
use yarnspinner::runtime::{
    Dialogue, DialogueEvent, Language, MemoryVariableStorage, OptionId, StringTableTextProvider,
};

struct Yarn(Dialogue);

pub fn load(text: &str) -> Outcome<Box<dyn Engine>> {
    let file = File { file_name: "dialogue.yarn".to_owned(), source: text.to_owned() };
    let compiled = Compiler::new().add_file(file).compile()?;
    let mut texts = StringTableTextProvider::new();
    texts.extend_base_language(compiled.string_table.into_iter().map(|(id, info)| (id, info.text)));
    let mut dialogue = Dialogue::new(Box::new(MemoryVariableStorage::new()), Box::new(texts));
    dialogue.set_language_code(Language::from("zh-CN"));
    dialogue.add_program(compiled.program.ok_or("yarnspinner compiled nothing")?);
    Ok(Box::new(Yarn(dialogue)))
}

impl Engine for Yarn {
    fn begin(&mut self, _: &mut Heard) -> Outcome<()> {
        self.0.stop();
        self.0.set_node("Start")?;
        Ok(())
    }

    fn turn(&mut self, dice: &mut Dice, heard: &mut Heard) -> Outcome<()> {
        let mut open: Vec<OptionId> = Vec::new();
        while open.is_empty() {
            for event in self.0.continue_()? {
                match event {
                    DialogueEvent::Line(line) => heard.hear(&line.text),
                    DialogueEvent::Options(options) => {
                        for option in options.into_iter().filter(|option| option.is_available) {
                            heard.hear(&option.line.text);
                            open.push(option.id);
                        }
                    }
                    DialogueEvent::DialogueComplete => return Err("yarnspinner stopped".into()),
                    _ => {}
                }
            }
        }
        self.0.set_selected_option(open[dice.below(open.len() as u32) as usize])?;
        Ok(())
    }
}
