//! Conditions in words.

use crate::args;
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::procedure::PaperCatalogue;
use crate::scenario::Scenario;
use crate::scenario::model::When;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use crate::vocabulary::Quantity;

pub struct Conditions<'s> {
    pub scenario: &'s Scenario,
    pub locale: Locale,
    /// Numbers of the nodes on paper.
    pub numbers: &'s [usize],
}

impl Conditions<'_> {
    pub fn words(&self, when: &When) -> String {
        let s = self.scenario;
        let l = self.locale;
        match when {
            When::All(parts) => self.joined(parts, "script-when-and"),
            When::Any(parts) => self.joined(parts, "script-when-or"),
            When::Not(inner) => self.say("script-when-not", args!("what" => self.words(inner))),
            When::Fact(fact) => self.say("script-when-told", args!("what" => s.facts[fact.at()].text.get(l))),
            When::Noted(fact) => self.say("script-when-noted", args!("what" => s.facts[fact.at()].text.get(l))),
            When::Did(act) => {
                let name = &ActCatalogue::shipped()[*act].name;
                self.say("script-when-did", args!("what" => l.text(&format!("act-{name}"))))
            }
            When::Chose(node, option) => {
                let number = self.numbers[node.at()];
                let mark = s.choice(*node).map_or_else(String::new, |_| mark(usize::from(*option)));
                self.say("script-when-chose", args!("number" => number, "mark" => mark))
            }
            When::FormClean(node) => self.say("script-when-clean", args!("number" => self.numbers[node.at()])),
            When::Wrote(node, entry) => {
                let number = self.numbers[node.at()];
                let words = s.option(*node, *entry).map(|option| l.words(&option.text)).unwrap_or_default();
                let field = s.task(*node).and_then(|task| task.form.fields.get(task.form.field_of(*entry)?));
                let field = field.map(|field| l.words(&field.label)).unwrap_or_default();
                self.say("script-when-wrote", args!("number" => number, "field" => field, "what" => words))
            }
            When::Visited(node) => self.say("script-when-visited", args!("number" => self.numbers[node.at()])),
            When::AtLeast(who, what, value) => self.level("script-when-at-least", who.at(), *what, *value),
            When::Below(who, what, value) => self.level("script-when-below", who.at(), *what, *value),
            When::VarAtLeast(var, value) => {
                self.say("script-when-var-at-least", args!("name" => s.vars[var.at()].id.as_str(), "value" => *value))
            }
            When::VarIs(var, value) => {
                self.say("script-when-var-is", args!("name" => s.vars[var.at()].id.as_str(), "value" => *value))
            }
            When::Issued(paper) => {
                let papers = &PaperCatalogue::shipped().papers;
                let title = papers.get(paper.at()).map(|paper| paper.title.get(l)).unwrap_or_default();
                self.say("script-when-issued", args!("what" => title))
            }
            When::Promised(promise) => self.promise("script-when-promised", promise.at()),
            When::Kept(promise) => self.promise("script-when-kept", promise.at()),
            When::Broken(promise) => self.promise("script-when-broken", promise.at()),
            When::Deflections(count) => self.say("script-when-deflections", args!("count" => *count)),
            When::Interruptions(count) => self.say("script-when-interruptions", args!("count" => *count)),
            When::Outbursts(count) => self.say("script-when-outbursts", args!("count" => *count)),
            When::DaysPassed(days) => self.say("script-when-days", args!("count" => *days)),
            When::StepTaken(step) => self.say("script-when-step", args!("what" => l.say(&step.label()))),
            When::Chance(share) => {
                let percent = (share * 100.0).round();
                self.say("script-when-chance", args!("percent" => percent))
            }
        }
    }

    fn say(&self, id: &str, args: FluentArgs) -> String {
        self.locale.text_with(id, &args).into_owned()
    }

    fn joined(&self, parts: &[When], id: &str) -> String {
        let one = |part: &When| match part {
            When::All(inner) | When::Any(inner) if inner.len() > 1 => format!("[{}]", self.words(part)),
            _ => self.words(part),
        };
        parts.iter().map(one).collect::<Vec<_>>().join(&self.locale.text(id))
    }

    fn promise(&self, id: &str, at: usize) -> String {
        self.say(id, args!("what" => self.scenario.promises[at].text.get(self.locale)))
    }

    fn level(&self, id: &str, who: usize, what: Quantity, value: f64) -> String {
        let name = self.scenario.visitors[who].name.get(self.locale);
        let what = self.locale.text(&format!("script-quantity-{what:?}"));
        self.say(id, args!("name" => name, "what" => what, "value" => value))
    }
}

/// A, B, C …
pub fn mark(at: usize) -> String {
    u8::try_from(at)
        .ok()
        .filter(|at| *at < 26)
        .map_or_else(|| (at + 1).to_string(), |at| char::from(b'A' + at).to_string())
}
