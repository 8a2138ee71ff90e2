//! What a translation may hold before Fluent is let near it: its parser and its resolver call themselves for whatever
//! stands within curly brackets, and end the program where that goes too deep or too far.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How deep brackets may stand in brackets within one message. Honest translations need three.
pub const DEEPEST: usize = 24;
/// Most placeables of one text, those of the texts it refers to counted; from a hundred and one on Fluent gives up, in
/// some places by a panic.
pub const MOST_PLACEABLES: usize = 100;

/// The first place at which a translation is nested deeper than [`DEEPEST`].
pub fn too_deep(text: &str) -> Option<Range<usize>> {
    let (mut depth, mut start) = (0_usize, 0);
    for line in text.split_inclusive('\n') {
        // Whatever stood open, Fluent begins anew with the next entry; and nobody reads a remark.
        if begins_entry(line) || line.starts_with('#') {
            depth = 0;
        }
        if !line.starts_with('#')
            && let Some(at) = deepest_in(line, &mut depth)
        {
            return Some(start + at..start + at + 1);
        }
        start += line.len();
    }
    None
}

/// Where in a line the limit is passed; `depth` goes on from line to line.
fn deepest_in(line: &str, depth: &mut usize) -> Option<usize> {
    let mut quoted = false;
    let mut escaped = false;
    for (at, sign) in line.bytes().enumerate() {
        match sign {
            _ if std::mem::take(&mut escaped) => {}
            b'\\' if quoted => escaped = true,
            b'"' if *depth > 0 => quoted = !quoted,
            _ if quoted => {}
            // Round brackets are words' own outside of curly ones.
            b'{' => *depth += 1,
            b'(' if *depth > 0 => *depth += 1,
            b'}' | b')' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        if *depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// `name =` or `-name =` at the beginning of a line.
fn begins_entry(line: &str) -> bool {
    let name = line.strip_prefix('-').unwrap_or(line);
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    rest.len() < name.len() && name.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.trim_start().starts_with('=')
}

/// The texts (`message`, `message.attribute`) of more than [`MOST_PLACEABLES`] placeables.
pub fn overfull<'r>(entries: impl Iterator<Item = &'r Entry<&'r str>>) -> BTreeSet<String> {
    let mut counts = Counts::default();
    for entry in entries {
        // Where there are two of a name the later one is played.
        let (name, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        counts.patterns.extend(attributes.iter().map(|one| (format!("{name}.{}", one.id.name), &one.value)));
        counts.patterns.extend(value.map(|value| (name, value)));
    }
    let names: Vec<String> = counts.patterns.keys().cloned().collect();
    names.into_iter().filter(|name| counts.named(name, 0) > MOST_PLACEABLES).collect()
}

#[derive(Default)]
struct Counts<'r> {
    patterns: BTreeMap<String, &'r Pattern<&'r str>>,
    known: BTreeMap<String, usize>,
}

impl Counts<'_> {
    /// Beyond the limit only that it is beyond.
    fn named(&mut self, name: &str, depth: usize) -> usize {
        // A chain of references is as long as it has placeables; a circle never ends.
        if depth > MOST_PLACEABLES {
            return MOST_PLACEABLES + 1;
        }
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let Some(pattern) = self.patterns.get(name).copied() else { return 0 };
        let count = self.pattern(pattern, depth + 1);
        self.known.insert(name.to_owned(), count);
        count
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, depth: usize) -> usize {
        let mut count = 0;
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                count += 1 + self.expression(expression, depth);
            }
            if count > MOST_PLACEABLES {
                return MOST_PLACEABLES + 1;
            }
        }
        count
    }

    fn expression(&mut self, expression: &Expression<&str>, depth: usize) -> usize {
        match expression {
            Expression::Inline(inline) => self.inline(inline, depth),
            Expression::Select { selector, variants } => {
                let chosen = variants.iter().map(|variant| self.pattern(&variant.value, depth)).max();
                self.inline(selector, depth) + chosen.unwrap_or(0)
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, depth: usize) -> usize {
        let named = |id: &str, attribute: Option<&str>| match attribute {
            Some(attribute) => format!("{id}.{attribute}"),
            None => id.to_owned(),
        };
        match inline {
            InlineExpression::MessageReference { id, attribute } => {
                self.named(&named(id.name, attribute.as_ref().map(|one| one.name)), depth)
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let name = named(&format!("-{}", id.name), attribute.as_ref().map(|one| one.name));
                self.named(&name, depth) + arguments.as_ref().map_or(0, |given| self.arguments(given, depth))
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments, depth),
            InlineExpression::Placeable { expression } => self.expression(expression, depth),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::VariableReference { .. } => 0,
        }
    }

    fn arguments(&mut self, given: &CallArguments<&str>, depth: usize) -> usize {
        let named = given.named.iter().map(|one| &one.value);
        given.positional.iter().chain(named).map(|one| self.inline(one, depth)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_within_one_message_and_only_what_fluent_would_follow() {
        for open in ["{", "{ ", "{\n    ", "{F(", "{\n"] {
            let text = format!("a = b\nc = {}", open.repeat(DEEPEST + 1));
            let at = too_deep(&text).unwrap_or_else(|| panic!("{open:?}"));
            assert!(at.start > 6, "{open:?}");
            assert!(too_deep(&format!("c = {}", open.repeat(DEEPEST / 2))).is_none(), "{open:?}");
        }
        let torn = "a = { x\n".repeat(1000);
        assert!(too_deep(&torn).is_none(), "each entry begins anew");
        let smiles = format!("a = {}\n", ":( ".repeat(1000));
        assert!(too_deep(&smiles).is_none());
        assert!(too_deep(&format!("# {}\n", "{".repeat(1000))).is_none());
        assert!(too_deep(&format!("a = {{ \"{}\" }}\n", "{".repeat(1000))).is_none());
    }
}
