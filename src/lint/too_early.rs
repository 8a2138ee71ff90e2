//! What is taken up before it was said: a feeling word, a fact given back, the very words of what nobody has told yet.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::{node_of, reach};
use crate::scenario::model::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Places of what is taken up, by what it is.
type Places<K> = BTreeMap<K, Vec<(NodeIx, usize)>>;

pub(super) fn too_early(on: &Inspected, smells: &mut Smells) {
    let (mut words, mut facts) = (Places::<WordIx>::new(), Places::<FactIx>::new());
    let (mut said, mut told) = (BTreeMap::<WordIx, Vec<NodeIx>>::new(), BTreeMap::<FactIx, Vec<NodeIx>>::new());
    for (at, node) in (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes) {
        for (n, option) in node.kind.as_choice().iter().flat_map(|choice| &choice.options).enumerate() {
            for act in &option.acts {
                match act.arg {
                    Arg::Word(word) => words.entry(word).or_default().push((at, n)),
                    Arg::Fact(fact) => facts.entry(fact).or_default().push((at, n)),
                    _ => {}
                }
            }
        }
        for cue in node.kind.speech().into_iter().flat_map(|speech| speech.cues()) {
            match cue {
                Cue::Feeling(word) => said.entry(word).or_default().push(at),
                Cue::Fact(fact) => told.entry(fact).or_default().push(at),
                _ => {}
            }
        }
    }
    for (word, at, n) in early(on, &words, &said) {
        let text = on.scenario.words[word.at()].text.original.clone();
        let span = on.option_span(at, n);
        let smell = smells.smell(Code::MirroredTooEarly, span, SmellPlace::option(at, n));
        smell.diagnostic.args.push(("word", text.into()));
    }
    let early = early(on, &facts, &told);
    for (fact, at, n) in &early {
        given_back(on, smells, (*fact, *at, *n), "never");
    }
    for (fact, places) in &facts {
        let lines = told.get(fact).map_or(&[][..], Vec::as_slice);
        for (at, n) in passed_by(on, lines, places) {
            if !early.contains(&(*fact, at, n)) {
                given_back(on, smells, (*fact, at, n), "maybe");
            }
        }
    }
    in_the_words(on, smells, &told);
}

fn given_back(on: &Inspected, smells: &mut Smells, (fact, at, n): (FactIx, NodeIx, usize), how: &'static str) {
    let name = on.scenario.facts[fact.at()].id.clone();
    let span = on.option_span(at, n);
    let smell = smells.smell(Code::ParaphrasedTooEarly, span, SmellPlace::option(at, n));
    smell.about = Some(name.clone());
    smell.diagnostic.args.extend([("name", name.into()), ("how", how.into())]);
}

/// What nobody can have said when the option that takes it up is there.
fn early<K: Ord + Copy>(on: &Inspected, taken: &Places<K>, said: &BTreeMap<K, Vec<NodeIx>>) -> Vec<(K, NodeIx, usize)> {
    let mut early = Vec::new();
    for (what, places) in taken {
        let lines = said.get(what).map_or(&[][..], Vec::as_slice);
        // What nobody ever says is told by itself.
        if lines.is_empty() || lines.iter().any(|line| on.flow.is_hooked(*line)) {
            continue;
        }
        // Most of it is said on the line before.
        let near = |choice: NodeIx| on.flow.before[choice.at()].iter().any(|from| lines.contains(from));
        if places.iter().all(|(choice, _)| near(*choice)) {
            continue;
        }
        let after = reach(&on.flow.next, lines.iter().copied());
        early.extend(places.iter().filter(|(choice, _)| !after[choice.at()]).map(|(at, n)| (*what, *at, *n)));
    }
    early
}

/// Options without a condition that may come up although a trainee passed by every line that tells it.
fn passed_by(on: &Inspected, lines: &[NodeIx], places: &[(NodeIx, usize)]) -> Vec<(NodeIx, usize)> {
    let bare = |at: NodeIx, n: usize| on.scenario.choice(at).is_some_and(|choice| choice.options[n].when.is_none());
    let near = |choice: NodeIx| on.flow.before[choice.at()].iter().all(|from| lines.contains(from));
    let asked: Vec<_> = places.iter().copied().filter(|(at, n)| bare(*at, *n) && !near(*at)).collect();
    if asked.is_empty() || lines.is_empty() || lines.iter().any(|line| on.flow.is_hooked(*line)) {
        return Vec::new();
    }
    let around = around(on, lines);
    asked.into_iter().filter(|(at, _)| around[at.at()]).collect()
}

/// By node, whether a trainee can get there without hearing any of these lines.
fn around(on: &Inspected, lines: &[NodeIx]) -> Vec<bool> {
    let start = on.scenario.visits.first().map(|visit| visit.start);
    walk(on, start, &|at| if lines.contains(&at) { Vec::new() } else { goes_on(on, at, lines) })
}

/// Where the play may go on without hearing these lines: from a hub by itself only when every subject that must be opened
/// has been led back from.
fn goes_on(on: &Inspected, at: NodeIx, lines: &[NodeIx]) -> Vec<NodeIx> {
    let all = on.flow.next[at.at()].clone();
    let choice = on.scenario.choice(at);
    let Some((choice, hub)) = choice.and_then(|choice| Some((choice, choice.hub?))) else { return all };
    let silent =
        |here: NodeIx| if lines.contains(&here) || here == at { Vec::new() } else { on.flow.next[here.at()].clone() };
    let comes_back = |n: usize| match choice.options[n].then {
        Target::Node(start) => walk(on, [start], &silent)[at.at()],
        Target::Return => true,
    };
    if (0..choice.options.len()).filter(|n| hub.obligatory >> n & 1 == 1).all(comes_back) {
        return all;
    }
    let leave = hub.leave.and_then(|n| match choice.options.get(usize::from(n))?.then {
        Target::Node(to) => Some(to),
        Target::Return => None,
    });
    let then = node_of(on.scenario, hub.then.into());
    all.into_iter().filter(|to| Some(*to) != then || leave == then).collect()
}

/// By node, whether it is come by from these, if from each the play goes on as said.
fn walk(on: &Inspected, from: impl IntoIterator<Item = NodeIx>, goes_on: &dyn Fn(NodeIx) -> Vec<NodeIx>) -> Vec<bool> {
    let mut seen = vec![false; on.scenario.nodes.len()];
    let mut open: Vec<NodeIx> = from.into_iter().collect();
    while let Some(at) = open.pop() {
        if !std::mem::replace(&mut seen[at.at()], true) {
            open.extend(goes_on(at));
        }
    }
    seen
}

/// Characters of a fact that an option has word for word, signs left out: fewer are a coincidence …
const CHARACTERS: usize = 6;
/// … unless the whole fact is as short.
const WHOLE: usize = 4;
/// The same for a language of letters.
const LETTERS: usize = 18;

/// A text without its signs, in small letters, each with the place from which it is.
fn bare(text: &str) -> impl Iterator<Item = (usize, char)> {
    let letters = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
    letters.flat_map(|(at, c)| c.to_lowercase().map(move |c| (at, c)))
}

fn letters(text: &str) -> String {
    bare(text).map(|(_, c)| c).collect()
}

/// The words of a fact in an option that is there before anybody can have told it.
fn in_the_words(on: &Inspected, smells: &mut Smells, told: &BTreeMap<FactIx, Vec<NodeIx>>) {
    let lines_of = |fact: FactIx| told.get(&fact).map_or(&[][..], Vec::as_slice);
    // What no line tells nobody has told either.
    let facts: Vec<(FactIx, Vec<char>)> = (0..=u16::MAX)
        .map(FactIx)
        .zip(&on.scenario.facts)
        .filter(|(fact, _)| !lines_of(*fact).iter().any(|line| on.flow.is_hooked(*line)))
        .map(|(ix, fact)| (ix, bare(&fact.text.original).map(|(_, c)| c).collect()))
        .collect();
    // Where any of the facts may begin, so that each option is gone through once.
    let mut begins: FxHashMap<[char; WHOLE], Vec<(usize, usize)>> = FxHashMap::default();
    for (n, (_, text)) in facts.iter().enumerate() {
        for (at, piece) in text.windows(WHOLE).enumerate() {
            if let Some(piece) = piece.first_chunk() {
                begins.entry(*piece).or_default().push((n, at));
            }
        }
    }
    if begins.is_empty() {
        return;
    }
    // By option, the words that it shares with a fact: from which letter of it, how many.
    let mut found: BTreeMap<(FactIx, NodeIx, usize), (usize, usize)> = BTreeMap::new();
    for (at, n, said) in all_options(on).into_iter().filter(|(at, ..)| on.flow.reached[at.at()]) {
        for (from, piece) in said.windows(WHOLE).enumerate() {
            let places = piece.first_chunk::<WHOLE>().and_then(|piece| begins.get(piece));
            for (fact, start) in places.into_iter().flatten() {
                let (ix, text) = &facts[*fact];
                let shared = text[*start..].iter().zip(&said[from..]).take_while(|(one, other)| one == other).count();
                let least = if text.iter().all(char::is_ascii) { LETTERS } else { CHARACTERS.min(text.len()) };
                let known = found.get(&(*ix, at, n)).map_or(0, |(_, letters)| *letters);
                if shared >= least && shared > known {
                    found.insert((*ix, at, n), (from, shared));
                }
            }
        }
    }
    let mut last: Option<(FactIx, Vec<bool>)> = None;
    for ((fact, at, n), (from, count)) in found {
        let Some(words) = on.scenario.choice(at).and_then(|choice| as_written(choice.options.get(n)?, from, count))
        else {
            continue;
        };
        if last.as_ref().is_none_or(|(known, _)| *known != fact) {
            last = Some((fact, reach(&on.flow.next, lines_of(fact).iter().copied())));
        }
        let told_before = last.as_ref().is_some_and(|(_, after)| after[at.at()]);
        if !told_before && !known_before(on, at, &letters(&words)) {
            let name = on.scenario.facts[fact.at()].id.clone();
            let span = on.option_span(at, n);
            let smell = smells.smell(Code::UntoldInOption, span, SmellPlace::option(at, n));
            smell.about = Some(name.clone());
            smell.diagnostic.args.extend([("name", name.into()), ("words", words.into())]);
        }
    }
}

/// These letters of an option, as they stand there: with the blanks and signs between them.
fn as_written(option: &Opt, from: usize, count: usize) -> Option<String> {
    let text = option.text.original();
    let (start, _) = bare(text).nth(from)?;
    let (last, _) = bare(text).nth((from + count).checked_sub(1)?)?;
    let end = last + text.get(last..)?.chars().next()?.len_utf8();
    text.get(start..end).map(str::to_owned)
}

fn all_options(on: &Inspected) -> Vec<(NodeIx, usize, Vec<char>)> {
    let choices = (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes);
    let choices = choices.filter_map(|(at, node)| Some((at, node.kind.as_choice()?)));
    let options =
        choices.flat_map(|(at, choice)| choice.options.iter().enumerate().map(move |(n, option)| (at, n, option)));
    options.map(|(at, n, option)| (at, n, bare(option.text.original()).map(|(_, c)| c).collect())).collect()
}

/// Whether these words may have been read or heard before: in the case file, the briefing, an earlier line.
fn known_before(on: &Inspected, choice: NodeIx, words: &str) -> bool {
    let scenario = on.scenario;
    let papers = scenario.case_file.iter().flat_map(|paper| [&paper.title, &paper.text]);
    let people = scenario.visitors.iter().flat_map(|visitor| [&visitor.name, &visitor.role]);
    let visits = scenario.visits.iter().map(|visit| &visit.title);
    let all = [&scenario.title, &scenario.briefing].into_iter().chain(&scenario.objectives);
    let before = reach(&on.flow.before, [choice]);
    let lines = scenario.nodes.iter().zip(before).filter(|(node, before)| *before && !node.kind.asks());
    let mut texts = all.chain(papers).chain(people).chain(visits).chain(lines.flat_map(|(node, _)| node.kind.texts()));
    texts.any(|text| letters(&text.original).contains(words))
}
