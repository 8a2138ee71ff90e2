//! Typed parameters as bounded variables, and what asks or changes them.

use super::{Condition, Effect, Key, Kind, Story, Test};
use crate::authoring::import::{ImportError, LeftOut, What, slug};
use indexmap::{IndexMap, IndexSet};

/// A variable holds no more (see the checker).
const FAR: i64 = 1_000_000;
/// No scenario written by people has so many.
const MOST: usize = 2_000;

#[derive(Debug)]
pub struct Var {
    pub id: String,
    pub min: i64,
    pub max: i64,
    pub start: i64,
    /// What the parameter is called, and of whom.
    pub name: String,
    /// The texts that the numbers stand for.
    pub texts: Vec<String>,
    boolean: bool,
}

/// What a condition comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Truth {
    Always,
    Never,
    When(String),
}

#[derive(Debug, Default)]
pub struct Vars {
    pub by_key: IndexMap<Key, Var>,
    pub left_out: Vec<LeftOut>,
}

impl Vars {
    pub fn new(story: &Story) -> Result<Self, ImportError> {
        let mut vars = Self::default();
        let mut used = IndexSet::new();
        let (mut owners_of, values_of) = (owners(story), values(story));
        for parameter in &story.parameters {
            // A parameter that is initialised for characters is one of each of them.
            let mut owners: Vec<Option<String>> =
                owners_of.swap_remove(parameter.id.as_str()).into_iter().flatten().cloned().collect();
            if owners.is_empty() {
                owners.push(None);
            }
            if let Kind::Unknown(kind) = &parameter.kind {
                let said = format!("{} {kind}", parameter.name);
                vars.left_out.push(LeftOut::new(parameter.line, What::Parameter, &said));
                continue;
            }
            for owner in owners {
                let key = (parameter.id.clone(), owner);
                let start = story.initial.iter().find(|(known, _)| *known == key).map(|(_, value)| value.as_str());
                let start = start.or(parameter.default.as_deref()).unwrap_or_default();
                let mut var = match &parameter.kind {
                    Kind::Integer { min, max } => {
                        let min = min.unwrap_or(-FAR).clamp(-FAR, FAR);
                        let max = max.unwrap_or(FAR).clamp(min, FAR);
                        Var::new(min, max, Vec::new(), false)
                    }
                    Kind::Boolean => Var::new(0, 1, Vec::new(), true),
                    Kind::Text(options) => {
                        let mut texts: IndexSet<&str> = options.iter().map(String::as_str).collect();
                        let others = values_of.get(parameter.id.as_str()).into_iter().flatten().copied().chain([start]);
                        texts.extend(others.filter(|text| !text.is_empty() || options.is_empty()));
                        let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
                        Var::new(0, texts.len().saturating_sub(1) as i64, texts, false)
                    }
                    Kind::Unknown(_) => continue,
                };
                let name = key.1.as_ref().map_or_else(String::new, |owner| format!("{owner}_"));
                // What is called by a number or in Chinese goes by its id.
                let wanted = if parameter.name.is_ascii() { &parameter.name } else { &parameter.id };
                var.id = slug(&format!("{name}{wanted}"), "var", &mut used);
                let of = key.1.as_ref().map_or_else(String::new, |owner| format!(" · {owner}"));
                var.name = format!("{}{of}", parameter.name);
                var.start = var.value(start).unwrap_or(var.min.max(0).min(var.max)).clamp(var.min, var.max);
                vars.by_key.insert(key, var);
                if vars.by_key.len() > MOST {
                    return Err(ImportError::TooLarge);
                }
            }
        }
        Ok(vars)
    }

    /// A condition in our words; what asks of something unknown is left out.
    pub fn when(&mut self, condition: &Condition) -> Truth {
        match condition {
            Condition::Test(test) => self.test(test).unwrap_or(Truth::Always),
            Condition::All(parts) => self.group(parts, "All", Truth::Always),
            Condition::Any(parts) => self.group(parts, "Any", Truth::Never),
        }
    }

    /// `neutral` is what a group of nothing comes to; its opposite decides alone.
    fn group(&mut self, parts: &[Condition], name: &str, neutral: Truth) -> Truth {
        let mut said: Vec<String> = Vec::new();
        let mut readable = false;
        let mut decided = None;
        for part in parts {
            let truth = match part {
                Condition::Test(test) => match self.test(test) {
                    Some(truth) => truth,
                    // Neither for nor against.
                    None => continue,
                },
                part => self.when(part),
            };
            readable = true;
            match truth {
                Truth::When(text) => said.push(text),
                other if other == neutral => {}
                other => decided = Some(other),
            }
        }
        if let Some(truth) = decided {
            return truth;
        }
        match said.as_slice() {
            [] if readable => neutral,
            [] => Truth::Always,
            [only] => Truth::When(only.clone()),
            many => Truth::When(format!("{name}([{}])", many.join(", "))),
        }
    }

    fn test(&mut self, test: &Test) -> Option<Truth> {
        let found = self.by_key.get(&test.key).and_then(|var| var.test(&test.operator, &test.value));
        if found.is_none() {
            let said = format!("{} {} {}", test.key.0, test.operator, test.value);
            self.left_out.push(LeftOut::new(test.line, What::Condition, &said));
        }
        found
    }

    /// What a statement does to the variables: `set: {…}` and `add: {…}`, empty where there is nothing.
    pub fn changes(&mut self, effects: &[Effect]) -> String {
        let (mut set, mut add): (IndexMap<String, i64>, IndexMap<String, i64>) = Default::default();
        for effect in effects {
            let known = self.by_key.get(&effect.key);
            let found = known.and_then(|var| Some((var, var.value(&effect.value)?)));
            let Some((var, value)) = found else {
                let said = format!("{} {} {}", effect.key.0, effect.operator, effect.value);
                self.left_out.push(LeftOut::new(effect.line, What::Effect, &said));
                continue;
            };
            let by = match effect.operator.as_str() {
                "assign" => {
                    add.shift_remove(&var.id);
                    set.insert(var.id.clone(), value.clamp(var.min, var.max));
                    continue;
                }
                "addAssign" if var.counts() => value,
                "subtractAssign" if var.counts() => value.saturating_neg(),
                _ => {
                    let said = format!("{} {} {}", effect.key.0, effect.operator, effect.value);
                    self.left_out.push(LeftOut::new(effect.line, What::Effect, &said));
                    continue;
                }
            };
            let span = var.max - var.min;
            match set.get_mut(&var.id) {
                Some(now) => *now = now.saturating_add(by).clamp(var.min, var.max),
                None => {
                    let sum = add.entry(var.id.clone()).or_default();
                    *sum = sum.saturating_add(by).clamp(-span, span);
                }
            }
        }
        add.retain(|_, by| *by != 0);
        let written = |name: &str, changes: &IndexMap<String, i64>| {
            let entries: Vec<String> = changes.iter().map(|(id, value)| format!("\"{id}\": {value}")).collect();
            if entries.is_empty() { String::new() } else { format!("{name}: {{ {} }},\n", entries.join(", ")) }
        };
        written("set", &set) + &written("add", &add)
    }
}

impl Var {
    fn new(min: i64, max: i64, texts: Vec<String>, boolean: bool) -> Self {
        Self { id: String::new(), min, max, start: min, name: String::new(), texts, boolean }
    }

    /// Whether it can be added to.
    fn counts(&self) -> bool {
        self.texts.is_empty() && !self.boolean
    }

    /// The number that a written value stands for.
    fn value(&self, said: &str) -> Option<i64> {
        let said = said.trim();
        if self.boolean {
            return match said.to_ascii_lowercase().as_str() {
                "true" => Some(1),
                "false" => Some(0),
                _ => None,
            };
        }
        if !self.texts.is_empty() {
            return self.texts.iter().position(|text| text.trim() == said).map(|at| at as i64);
        }
        said.parse().ok()
    }

    fn test(&self, operator: &str, value: &str) -> Option<Truth> {
        match operator {
            "atMinimum" if self.counts() => return Some(self.below(self.min.checked_add(1)?)),
            "atMaximum" if self.counts() => return Some(self.at_least(self.max)),
            _ => {}
        }
        let value = self.value(value)?;
        let whole = self.counts() || matches!(operator, "equalTo" | "notEqualTo");
        Some(match operator {
            _ if !whole => return None,
            "equalTo" => self.is(value),
            "notEqualTo" => not(self.is(value)),
            "greaterThanEqualTo" => self.at_least(value),
            "greaterThan" => self.at_least(value.checked_add(1)?),
            "lessThan" => self.below(value),
            "lessThanEqualTo" => self.below(value.checked_add(1)?),
            _ => return None,
        })
    }

    fn is(&self, value: i64) -> Truth {
        match () {
            () if value < self.min || value > self.max => Truth::Never,
            () if self.min == self.max => Truth::Always,
            () => Truth::When(format!("VarIs(\"{}\", {value})", self.id)),
        }
    }

    fn at_least(&self, value: i64) -> Truth {
        match () {
            () if value <= self.min => Truth::Always,
            () if value > self.max => Truth::Never,
            () => Truth::When(format!("VarAtLeast(\"{}\", {value})", self.id)),
        }
    }

    fn below(&self, value: i64) -> Truth {
        not(self.at_least(value))
    }
}

fn not(truth: Truth) -> Truth {
    match truth {
        Truth::Always => Truth::Never,
        Truth::Never => Truth::Always,
        Truth::When(text) => Truth::When(format!("Not({text})")),
    }
}

/// What conditions and effects say of parameters, and what these hold at the start.
fn mentions(story: &Story) -> Vec<(&Key, &str)> {
    let mut found: Vec<(&Key, &str)> = story.initial.iter().map(|(key, value)| (key, value.as_str())).collect();
    for statement in story.levels.iter().flatten().flat_map(|dialogue| dialogue.statements.values()) {
        found.extend(statement.effects.iter().map(|effect| (&effect.key, effect.value.as_str())));
        let mut open: Vec<&Condition> = statement.condition.iter().collect();
        while let Some(condition) = open.pop() {
            match condition {
                Condition::All(parts) | Condition::Any(parts) => open.extend(parts),
                Condition::Test(test) => found.push((&test.key, &test.value)),
            }
        }
    }
    found
}

/// Whose each parameter is.
fn owners(story: &Story) -> IndexMap<&str, IndexSet<&Option<String>>> {
    let mut owners: IndexMap<&str, IndexSet<&Option<String>>> = IndexMap::new();
    for ((id, owner), _) in mentions(story) {
        owners.entry(id).or_default().insert(owner);
    }
    owners
}

/// The values that each parameter is compared with or set to.
fn values(story: &Story) -> IndexMap<&str, IndexSet<&str>> {
    let mut values: IndexMap<&str, IndexSet<&str>> = IndexMap::new();
    for ((id, _), value) in mentions(story) {
        values.entry(id).or_default().insert(value);
    }
    values
}
