//! Every text of a scenario with its stable id, in the order in which a translator reads it.

use super::model::*;

/// What kind of text it is, where that matters for translating.
#[derive(Clone, Copy, Debug)]
pub enum Role<'t> {
    Plain,
    /// A feeling word, which stands verbatim in the line's translation as well.
    Feeling,
    /// A visit without a title of its own is called like the whole.
    VisitTitle {
        whole: &'t Text,
    },
}

/// Calls `see` with `message` or `message.attribute` for each text.
pub fn each_text(scenario: &mut Scenario, see: &mut dyn FnMut(&str, &mut Text, Role)) {
    let Scenario { title, briefing, objectives, case_file, visitors, facts, promises, visits, nodes, words, .. } =
        scenario;
    see("title", title, Role::Plain);
    see("briefing", briefing, Role::Plain);
    for (n, objective) in objectives.iter_mut().enumerate() {
        see(&format!("objective-{}", n + 1), objective, Role::Plain);
    }
    for (n, paper) in case_file.iter_mut().enumerate() {
        see(&format!("case-{}", n + 1), &mut paper.title, Role::Plain);
        see(&format!("case-{}.text", n + 1), &mut paper.text, Role::Plain);
    }
    for at in 0..visitors.len() {
        // A crowd is written once, and so it is translated once.
        if let Some(first) = visitors[at].like {
            let (name, role) = (visitors[first.at()].name.clone(), visitors[first.at()].role.clone());
            (visitors[at].name, visitors[at].role) = (name, role);
            continue;
        }
        let visitor = &mut visitors[at];
        see(&format!("visitor-{}", visitor.id), &mut visitor.name, Role::Plain);
        see(&format!("visitor-{}.role", visitor.id), &mut visitor.role, Role::Plain);
    }
    for fact in facts {
        see(&format!("fact-{}", fact.id), &mut fact.text, Role::Plain);
    }
    for promise in promises {
        see(&format!("promise-{}", promise.id), &mut promise.text, Role::Plain);
    }
    for visit in visits {
        see(&format!("visit-{}", visit.id), &mut visit.title, Role::VisitTitle { whole: title });
    }
    for node in nodes {
        each_of_node(&node.id, &mut node.kind, words, see);
    }
}

fn each_of_node(id: &str, kind: &mut NodeKind, words: &mut [Word], see: &mut dyn FnMut(&str, &mut Text, Role)) {
    let id = format!("node-{id}");
    match kind {
        NodeKind::Line(line) => {
            let last = line.variants.len().saturating_sub(1);
            // In the order of writing: the line itself comes before its variants.
            let order = (last..line.variants.len()).chain(0..last);
            for n in order.clone() {
                let message = if n == last { id.clone() } else { format!("{id}.variant-{}", n + 1) };
                see(&message, &mut line.variants[n].say, Role::Plain);
            }
            let mut feelings = 0;
            for cue in order.flat_map(|n| &line.variants[n].cues) {
                if let Cue::Feeling(word) = cue {
                    feelings += 1;
                    see(&format!("{id}.feeling-{feelings}"), &mut words[word.at()].text, Role::Feeling);
                }
            }
        }
        NodeKind::Choice(choice) => {
            for option in &mut choice.options {
                // A Fluent name begins with a letter.
                let name = match option.id.as_bytes().first() {
                    Some(b'a'..=b'z') => option.id.clone(),
                    _ => format!("option-{}", option.id),
                };
                if let AnyText::Author(text) = &mut option.text {
                    see(&format!("{id}.{name}"), text, Role::Plain);
                }
                if let Some(own) = &mut option.own {
                    see(&format!("{id}.{name}-why"), &mut own.why, Role::Plain);
                }
            }
        }
        NodeKind::Desk(task) => {
            see(&format!("{id}.title"), &mut task.title, Role::Plain);
            for printed in &mut task.form.printed {
                see(&format!("{id}.printed-{}", printed.of.id()), &mut printed.text, Role::Plain);
            }
            for field in &mut task.form.fields {
                if let AnyText::Author(label) = &mut field.label {
                    see(&format!("{id}.{}", field.id), label, Role::Plain);
                }
                let entries = usize::from(field.entries.start)..usize::from(field.entries.end);
                for entry in task.form.entries[entries].iter_mut().filter(|entry| !entry.made) {
                    if let AnyText::Author(text) = &mut entry.opt.text {
                        see(&format!("{id}.{}-{}", field.id, entry.opt.id), text, Role::Plain);
                    }
                }
            }
        }
        NodeKind::TimePasses(time) => see(&id, &mut time.text, Role::Plain),
        NodeKind::End(end) => {
            see(&id, &mut end.title, Role::Plain);
            see(&format!("{id}.text"), &mut end.text, Role::Plain);
        }
        NodeKind::Branch(_) => {}
    }
}
