//! The upper bound: the dialogue in typed tables and nothing else. No feelings, no score, no log, no checks.

use crate::dialogue::{Dice, Line, Node};
use crate::{Engine, Heard, Outcome};

struct Bare {
    nodes: Vec<Node>,
    at: usize,
    a: i32,
    b: i32,
    c: i32,
}

pub fn source(nodes: &[Node]) -> String {
    ron::to_string(nodes).unwrap_or_default()
}

pub fn load(text: &str) -> Outcome<Box<dyn Engine>> {
    Ok(Box::new(Bare { nodes: ron::from_str(text)?, at: 0, a: 0, b: 0, c: 0 }))
}

#[inline]
fn say(line: &Line, value: i32, heard: &mut Heard) {
    heard.hear(if value >= line.bound { &line.reached } else { &line.otherwise });
}

impl Engine for Bare {
    fn begin(&mut self, _: &mut Heard) -> Outcome<()> {
        (self.at, self.a, self.b, self.c) = (0, 0, 0, 0);
        Ok(())
    }

    fn turn(&mut self, dice: &mut Dice, heard: &mut Heard) -> Outcome<()> {
        let node = &self.nodes[self.at];
        say(&node.first, self.a, heard);
        say(&node.second, self.c, heard);
        self.c = node.set_c;
        let open = if self.b >= node.third_from { 3 } else { 2 };
        for option in &node.options[..open] {
            heard.hear(&option.text);
        }
        let option = &node.options[dice.below(open as u32) as usize];
        self.a = option.set_a;
        self.b = option.set_b.unwrap_or(self.b);
        self.at = option.next;
        Ok(())
    }
}
