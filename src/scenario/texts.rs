//! Every text of a scenario with its stable id, in the order in which a translator reads it.

use super::model::*;

/// What kind of text it is, where that matters for translating.
#[derive(Clone, Copy, Debug)]
pub enum TextRole<'t> {
    /// Any other text.
    Plain,
    /// A feeling word, which stands verbatim in the line's translation as well.
    Feeling,
    /// A visit without a title of its own is called like the whole.
    VisitTitle {
        /// The scenario's title.
        whole: &'t Text,
    },
}

/// Calls `see` with `message` or `message.attribute` for each text.
pub fn each_text(scenario: &mut Scenario, see: &mut dyn FnMut(&str, &mut Text, TextRole)) {
    let Scenario {
        title,
        briefing,
        objectives,
        case_file,
        visitors,
        staff,
        facts,
        promises,
        claims,
        earlier_answers,
        visits,
        nodes,
        words,
        ..
    } = scenario;
    see("title", title, TextRole::Plain);
    see("briefing", briefing, TextRole::Plain);
    for (n, objective) in objectives.iter_mut().enumerate() {
        see(&format!("objective-{}", n + 1), objective, TextRole::Plain);
    }
    for (n, paper) in case_file.iter_mut().enumerate() {
        see(&format!("case-{}", n + 1), &mut paper.title, TextRole::Plain);
        see(&format!("case-{}.text", n + 1), &mut paper.text, TextRole::Plain);
    }
    for at in 0..visitors.len() {
        // A crowd is written once, and so it is translated once.
        if let Some(first) = visitors[at].like {
            let (name, role) = (visitors[first.at()].name.clone(), visitors[first.at()].role.clone());
            (visitors[at].name, visitors[at].role) = (name, role);
            continue;
        }
        let visitor = &mut visitors[at];
        see(&format!("visitor-{}", visitor.id), &mut visitor.name, TextRole::Plain);
        see(&format!("visitor-{}.role", visitor.id), &mut visitor.role, TextRole::Plain);
    }
    for one in staff {
        see(&format!("staff-{}", one.id), &mut one.name, TextRole::Plain);
        see(&format!("staff-{}.role", one.id), &mut one.role, TextRole::Plain);
    }
    for fact in facts {
        see(&format!("fact-{}", fact.id), &mut fact.text, TextRole::Plain);
    }
    for promise in promises {
        see(&format!("promise-{}", promise.id), &mut promise.text, TextRole::Plain);
    }
    for claim in claims {
        let id = format!("claim-{}", claim.id);
        see(&id, &mut claim.asks, TextRole::Plain);
        see(&format!("{id}.only"), &mut claim.only, TextRole::Plain);
        see(&format!("{id}.because"), &mut claim.because, TextRole::Plain);
        see(&format!("{id}.at"), &mut claim.at, TextRole::Plain);
    }
    for earlier in earlier_answers {
        let id = format!("answers-{}", earlier.id);
        see(&id, &mut earlier.truth, TextRole::Plain);
        for (n, answer) in earlier.answers.iter_mut().enumerate() {
            see(&format!("{id}.who-{}", n + 1), &mut answer.who, TextRole::Plain);
            see(&format!("{id}.said-{}", n + 1), &mut answer.said, TextRole::Plain);
        }
    }
    for visit in visits {
        see(&format!("visit-{}", visit.id), &mut visit.title, TextRole::VisitTitle { whole: title });
    }
    for node in nodes {
        each_of_node(&node.id, &mut node.kind, words, see);
    }
}

fn each_of_node(id: &str, kind: &mut NodeKind, words: &mut [Word], see: &mut dyn FnMut(&str, &mut Text, TextRole)) {
    for (name, text) in kind.texts_mut() {
        see(&format!("node-{id}{name}"), text, TextRole::Plain);
    }
    // In the order of writing: the line itself comes before its variants.
    let said = kind.speech().and_then(|speech| speech.variants.split_last());
    let cues = said.into_iter().flat_map(|(own, others)| std::iter::once(own).chain(others)).flat_map(|one| &one.cues);
    let feelings = cues.filter_map(|cue| match cue {
        Cue::Feeling(word) => Some(word),
        _ => None,
    });
    for (n, word) in feelings.enumerate() {
        see(&format!("node-{id}.feeling-{}", n + 1), &mut words[word.at()].text, TextRole::Feeling);
    }
}
