//! A generated dialogue of any size, the same for every engine, and the languages it is written in.
//!
//! One turn: two lines, each in two versions behind a guard; up to three options, the third behind a guard; two or
//! three assignments. Everything depends on three small variables, so that what is said depends on the way taken.

#![allow(dead_code, reason = "each bench takes what it needs")]

use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// Values of the variables `a`, `b` and `c`: 0..8.
pub const VALUES: u32 = 8;

/// A line in two versions: the second is said where the variable has reached the bound.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Line {
    pub otherwise: String,
    pub reached: String,
    pub bound: i32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Opt {
    pub text: String,
    /// `a` becomes this.
    pub set_a: i32,
    /// `b` becomes this, where it is set at all.
    pub set_b: Option<i32>,
    pub next: usize,
}

/// Guards: `a` for the first line, `c` for the second, `b` for the third option. After the lines `c` is set.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Node {
    pub first: Line,
    pub second: Line,
    pub set_c: i32,
    pub options: [Opt; 3],
    pub third_from: i32,
}

/// Where the next random number comes from: small, fast and the same everywhere.
#[derive(Clone, Copy, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// 0..below.
    #[inline]
    pub fn below(&mut self, below: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (((self.0 >> 32) * u64::from(below)) >> 32) as u32
    }
}

/// So many nodes that one can go round for ever; every node can be reached.
pub fn generate(nodes: usize) -> Vec<Node> {
    let mut dice = Dice::new(nodes as u64);
    (0..nodes)
        .map(|at| {
            let mut value = |from: u32| (from + dice.below(VALUES - from)) as i32;
            let (first, second, third_from) = (value(1), value(1), value(1));
            let (set_c, set) = (value(0), [value(0), value(0), value(0), value(0)]);
            let mut option = |n: usize, text: String, set_a, set_b| Opt {
                text,
                set_a,
                set_b,
                // The first option goes once round, the others anywhere.
                next: if n == 0 { (at + 1) % nodes } else { dice.below(nodes as u32) as usize },
            };
            Node {
                first: Line {
                    otherwise: format!("这件事我跑了{at}趟，一直没有人管，我是真寒心。"),
                    reached: format!("第{at}趟了，上回您听我说完，我心里还踏实一点。"),
                    bound: first,
                },
                second: Line {
                    otherwise: format!("您说说，第{at}件材料到底该往哪里交？"),
                    reached: format!("第{at}件材料我带来了，您看看还缺什么？"),
                    bound: second,
                },
                set_c,
                options: [
                    option(0, format!("您说寒心，我听到了，第{at}趟是哪一天，您慢慢讲。"), set[0], None),
                    option(1, format!("第{at}件先放我这里，我给您开回执，写上日期。"), set[1], Some(set[2])),
                    option(2, format!("第{at}件不归我们管，您到别处问问。"), set[3], None),
                ],
                third_from,
            }
        })
        .collect()
}

/// The dialogue as a scenario of Calmdesk, with the acts and cues that the rubric and the visitor live on.
pub fn ron(nodes: &[Node]) -> String {
    let mut out = String::from(
        "Scenario(\n    title: \"来回跑的材料\",\n    plays_on: \"2026-03-09\",\n    visitors: { \"zhang\": (name: \"张桂芳\", age: 67, \
         persona: \"first-visit/unfair\") },\n    vars: { \"a\": (max: 7), \"b\": (max: 7), \"c\": (max: 7) },\n    nodes: {\n",
    );
    let letters = ["mirror", "receipt", "deflect"];
    let acts = ["MirrorWords(\"寒心\"), OpenQuestion", "IssuePaper(\"registration-form\"), NameDate", "Deflect"];
    for (at, node) in nodes.iter().enumerate() {
        let _ = write!(
            out,
            "        \"first-{at}\": Line(\n            who: \"zhang\",\n            say: \"{}\",\n            cues: [Feeling(\"寒心\"), Deflected(3)],\n            \
             variants: [(when: VarAtLeast(\"a\", {}), say: \"{}\", cues: [Interest])],\n        ),\n",
            node.first.otherwise, node.first.bound, node.first.reached,
        );
        let _ = write!(
            out,
            "        \"second-{at}\": Line(\n            who: \"zhang\",\n            say: \"{}\",\n            cues: [Question],\n            \
             variants: [(when: VarAtLeast(\"c\", {}), say: \"{}\", cues: [Papers])],\n            set: {{ \"c\": {} }},\n        ),\n",
            node.second.otherwise, node.second.bound, node.second.reached, node.set_c,
        );
        let _ = writeln!(out, "        \"answer-{at}\": OrderedChoice([");
        for (n, option) in node.options.iter().enumerate() {
            let when = if n == 2 { format!(" when: VarAtLeast(\"b\", {}),", node.third_from) } else { String::new() };
            let b = option.set_b.map_or(String::new(), |b| format!(", \"b\": {b}"));
            let _ = writeln!(
                out,
                "            (id: \"{}\", say: \"{}\", acts: [{}],{when} set: {{ \"a\": {}{b} }}, then: \"first-{}\"),",
                letters[n], option.text, acts[n], option.set_a, option.next,
            );
        }
        out.push_str("        ]),\n");
    }
    out.push_str("    },\n)\n");
    out
}

/// The same for Yarn Spinner.
pub fn yarn(nodes: &[Node]) -> String {
    let mut out = String::from(
        "title: Start\n---\n<<declare $a = 0>>\n<<declare $b = 0>>\n<<declare $c = 0>>\n\
         <<set $a = 0>>\n<<set $b = 0>>\n<<set $c = 0>>\n<<jump N0>>\n===\n",
    );
    for (at, node) in nodes.iter().enumerate() {
        let _ = writeln!(out, "title: N{at}\n---");
        for (name, line) in [("a", &node.first), ("c", &node.second)] {
            let _ = writeln!(
                out,
                "<<if ${name} >= {}>>\n{}\n<<else>>\n{}\n<<endif>>",
                line.bound, line.reached, line.otherwise
            );
        }
        let _ = writeln!(out, "<<set $c = {}>>", node.set_c);
        for (n, option) in node.options.iter().enumerate() {
            let when = if n == 2 { format!(" <<if $b >= {}>>", node.third_from) } else { String::new() };
            let _ = writeln!(out, "-> {}{when}\n    <<set $a = {}>>", option.text, option.set_a);
            if let Some(b) = option.set_b {
                let _ = writeln!(out, "    <<set $b = {b}>>");
            }
            let _ = writeln!(out, "    <<jump N{}>>", option.next);
        }
        out.push_str("===\n");
    }
    out
}

/// The same in Ink, for both of its engines.
pub fn ink(nodes: &[Node]) -> String {
    let mut out =
        String::from("VAR a = 0\nVAR b = 0\nVAR c = 0\n-> start\n=== start ===\n~ a = 0\n~ b = 0\n~ c = 0\n-> n0\n");
    for (at, node) in nodes.iter().enumerate() {
        let _ = writeln!(out, "=== n{at} ===");
        for (name, line) in [("a", &node.first), ("c", &node.second)] {
            let _ = writeln!(
                out,
                "{{ {name} >= {}:\n    {}\n- else:\n    {}\n}}",
                line.bound, line.reached, line.otherwise
            );
        }
        let _ = writeln!(out, "~ c = {}", node.set_c);
        for (n, option) in node.options.iter().enumerate() {
            let when = if n == 2 { format!("{{ b >= {} }} ", node.third_from) } else { String::new() };
            let _ = writeln!(out, "+ {when}[{}]\n    ~ a = {}", option.text, option.set_a);
            if let Some(b) = option.set_b {
                let _ = writeln!(out, "    ~ b = {b}");
            }
            let _ = writeln!(out, "    -> n{}", option.next);
        }
    }
    out
}
