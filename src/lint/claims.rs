//! Claims and earlier answers: what is never decided, or never rightly; papers that decide nothing; answers nobody tells of.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::procedure::{Decision, PaperCatalogue, PaperIx};
use crate::rubric::Rubric;
use crate::rubric::rules::Rule;
use crate::scenario::diagnostic::Code;
use crate::scenario::model::*;

pub(super) fn claims(on: &Inspected, smells: &mut Smells) {
    undecided(on, smells);
    empty_papers(on, smells);
    scored_against(on, smells);
    untold(on, smells);
}

/// Nodes that somebody can come to.
fn reached<'i>(on: &'i Inspected) -> impl Iterator<Item = (NodeIx, &'i Node)> {
    let nodes = on.scenario.nodes.iter().enumerate().filter(|(at, _)| on.flow.reached[*at]);
    nodes.map(|(at, node)| (NodeIx(at as u16), node))
}

fn undecided(on: &Inspected, smells: &mut Smells) {
    for (at, claim) in on.scenario.claims.iter().enumerate() {
        let options = reached(on).flat_map(|(_, node)| node.kind.options()).flat_map(|option| &option.decides);
        let rulings: Vec<_> = options.filter(|one| one.claim.at() == at).map(|one| one.ruling).collect();
        let code = match rulings.iter().any(|ruling| claim.terms.judge_proven(*ruling).is_none()) {
            true => continue,
            false if rulings.is_empty() => Code::ClaimNeverDecided,
            false => Code::NeverDecidedRight,
        };
        let span = on.source.claims.0.get(at).map_or_else(|| on.title(), |(id, _)| on.span(id, on.title()));
        let smell = smells.smell(code, span, SmellPlace::WHOLE);
        smell.about = Some(claim.id.clone());
        smell
            .diagnostic
            .args
            .extend([("name", claim.id.as_str().into()), ("right", claim.terms.holds.ruling().name().into())]);
    }
}

/// Whether a paper of this kind cannot do without a result.
fn decides(paper: PaperIx) -> bool {
    PaperCatalogue::shipped()[paper].decides()
}

/// A paper that has to hold a result goes out, and nothing there decides a claim.
fn empty_papers(on: &Inspected, smells: &mut Smells) {
    if on.scenario.claims.is_empty() {
        return;
    }
    for (at, node) in reached(on) {
        if let Some(task) = node.kind.as_desk() {
            if task.form.paper.is_some_and(decides) && on.scenario.decidable(at).is_empty() {
                let span = on.key(at);
                smells.smell(Code::DecidesNothing, span, SmellPlace::node(at));
            }
            continue;
        }
        for (n, option) in node.kind.options().enumerate() {
            let issues = option.acts.iter().any(|act| matches!(act.arg, Arg::Paper(paper) if decides(paper)));
            // What is read out next may decide.
            let goes_on = matches!(option.then, Target::Node(next) if !on.scenario.decidable(next).is_empty());
            if issues && option.decides.is_empty() && !goes_on {
                let span = on.option_span(at, n);
                smells.smell(Code::DecidesNothing, span, SmellPlace::option(at, n));
            }
        }
    }
}

/// An author's own score against what facts and law say.
fn scored_against(on: &Inspected, smells: &mut Smells) {
    let rubric = Rubric::shipped();
    let judges = |id: &str| rubric.find(id).is_some_and(|ix| matches!(rubric[ix].rule, Rule::Decision(_)));
    for (at, node) in reached(on) {
        for (n, option) in node.kind.options().enumerate() {
            let own = option.own.iter().flat_map(|own| &own.score).find(|(id, _)| judges(id));
            let Some((_, judged)) = own.filter(|_| !option.decides.is_empty()) else { continue };
            let terms = |one: &Decision| Some((&on.scenario.claim(one.claim)?.terms, one.ruling));
            let decided = option.decides.iter().filter_map(terms);
            let wrong = decided.map(|(terms, ruling)| terms.judge_proven(ruling)).any(|fault| fault.is_some());
            if (*judged == Judged::Hit && wrong) || (*judged == Judged::Miss && !wrong) {
                let span = on.option_span(at, n);
                smells.smell(Code::ScoredAgainstClaim, span, SmellPlace::option(at, n));
            }
        }
    }
}

fn untold(on: &Inspected, smells: &mut Smells) {
    let cues = || on.scenario.nodes.iter().filter_map(|node| node.kind.speech()).flat_map(|speech| speech.cues());
    for (at, earlier) in on.scenario.earlier_answers.iter().enumerate() {
        let ix = AnswersIx(at as u16);
        if cues().any(|cue| cue == Cue::TwoAnswers(Some(ix))) {
            continue;
        }
        let span = on.source.earlier_answers.0.get(at).map_or_else(|| on.title(), |(id, _)| on.span(id, on.title()));
        let smell = smells.smell(Code::AnswersNeverTold, span, SmellPlace::WHOLE);
        smell.about = Some(earlier.id.clone());
        smell.diagnostic.args.push(("name", earlier.id.as_str().into()));
    }
}
