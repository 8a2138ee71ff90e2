//! From names to positions: the source as written becomes the scenario as played.
//!
//! [`diagnostics`] collects what is wrong and knows where things stand; [`declarations`], [`catalogues`] and
//! [`feeling_words`] find what a name means; each other file resolves one thing that an author writes.

mod acts;
mod catalogues;
mod claims;
mod counted;
mod crowd;
mod cues;
mod dates;
mod declarations;
mod declared;
mod diagnostics;
mod feeling_words;
mod flow;
mod forms;
mod head;
mod lead_back;
mod matter;
mod meanwhile;
mod nodes;
mod options;
mod own;
mod people;
mod presets;
mod resolver;
mod source_text;
mod steps;
mod topics;
mod visits;
mod when;

use super::diagnostic::Diagnostic;
use super::model::{Matter, Scenario, Text};
use super::source::{ScenarioSource, Str};
use super::syntax::Step::Field;
use super::unreadable::Unreadable;
use crate::procedure::Circumstances;
use crate::vocabulary::LONGEST_TITLE;
use catalogues::CitableLaw;
use declarations::Declarations;
use diagnostics::Diagnostics;
use feeling_words::FeelingWords;
use resolver::Resolver;
use source_text::SourceText;
use std::ops::Range;

/// Resolves everything; the scenario is usable if no error was reported.
pub fn resolve(
    id: &str,
    text: &str,
    source: &ScenarioSource<'_>,
    unreadable: &Unreadable,
    parts: &[Range<usize>],
) -> (Option<Scenario>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::new(SourceText::new(text, parts), unreadable);
    let names = Declarations::declare(source, &mut diagnostics);
    let (scenario, diagnostics) = scenario(id, source, names, diagnostics);
    let whole = !unreadable.anything && !diagnostics.out.iter().any(Diagnostic::is_error);
    (whole.then_some(scenario), diagnostics.finish())
}

/// The scenario as far as it can be understood: part by part, in the order in which problems are told.
fn scenario<'s>(
    id: &str,
    source: &'s ScenarioSource<'_>,
    names: Declarations<'s>,
    mut diagnostics: Diagnostics<'s>,
) -> (Scenario, Diagnostics<'s>) {
    let found = &mut diagnostics;
    found.lengths();
    let title = found.text(source.title.as_ref(), "title", &[]);
    let author = found.short_or_none(source.author.as_ref(), LONGEST_TITLE, "author", &[]);
    let locale = head::language(source, found);
    let difficulty = found.integer(source.difficulty.unwrap_or(2), 1, 5, &[Field("difficulty")]);
    let minutes = found.integer(source.minutes.unwrap_or(15), 1, 600, &[Field("minutes")]);
    let plays_on = head::plays_on(source, found);
    let citable = CitableLaw { own: &source.own_law, plays_on };
    let law = head::law(source, citable, found);
    let case_file = head::case_file(source, found);
    let matter = source.matter.as_ref().and_then(|matter| matter::matter(matter, plays_on, found));
    let first_day = plays_on.unwrap_or_default();
    let circumstances = matter.as_ref().map_or(Circumstances::of(first_day), Matter::circumstances);
    let visitors = people::visitors(source, found);
    let staff = people::staff(source, found);
    let facts = declared::facts(source, found);
    let promises = declared::promises(source, found);
    let vars = declared::vars(source, found);
    let claims = claims::claims(source, &names, citable, found);
    let earlier_answers = claims::earlier_answers(source, plays_on, found);
    let terms = claims.iter().map(|claim| claim.terms.clone()).collect();
    let words = FeelingWords::of(source);
    let mut resolver = Resolver { source, names, words, law: citable, circumstances, claims: terms, diagnostics };
    let nodes = resolver.nodes(nodes::People { visitors: &visitors, staff: &staff });
    let visits = visits::visits(source, &title, &resolver.names, &mut resolver.diagnostics);
    let hooks = visits::hooks(source, &resolver.names, &mut resolver.diagnostics);
    let mut scenario = Scenario {
        id: id.to_owned(),
        hash: String::new(),
        locale,
        title,
        family: source.family.as_ref().map_or("general", Str::as_str).to_owned(),
        difficulty: difficulty as u8,
        minutes: minutes as u16,
        objectives: source.objectives.iter().map(|text| Text::new(text.as_str())).collect(),
        author: author.original,
        plays_on: first_day,
        law,
        own_law: source.own_law.library.clone(),
        briefing: Text::new(source.briefing.as_ref().map_or("", Str::as_str)),
        case_file,
        matter,
        claims,
        earlier_answers,
        visitors,
        staff,
        facts,
        words: resolver.words.words(),
        promises,
        vars,
        visits,
        nodes,
        hooks,
        rankings_allowed: super::allowed::rankings(source),
    };
    let mut diagnostics = resolver.diagnostics;
    lead_back::lead_back(&mut scenario, &mut diagnostics);
    flow::check_flow(&scenario, &mut diagnostics);
    (scenario, diagnostics)
}
