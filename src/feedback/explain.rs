//! Says in words what a piece of evidence means: what was said, what it did, why it counts.

use super::criterion_texts;
use super::phrasing::{Teller, inner_quotes, percent};
use crate::args;
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::procedure::{Ladders, LawLibrary};
use crate::rubric::Rubric;
use crate::rubric::assessment::{Assessment, CriticalFailure, DecisionReason, Evidence, Reason, RuleReason, Verdict};
use crate::scenario::model::{Arg, Opt, Scenario};
use crate::vocabulary::Cue;
use crate::vocabulary::Locale;
use crate::vocabulary::acts::{Mechanic, Opening};
use crate::vocabulary::{ActCatalogue, ActIx, Critical};
use std::collections::HashSet;

/// A piece of evidence in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Name of the criterion, or of the kind of failure.
    pub criterion: String,
    /// What was said, what it did, why it counts.
    pub sentence: String,
    /// Where it is taught or ruled, so that it can be looked up.
    pub source: String,
    /// The better option's words, or what would be better in general.
    pub better: Option<String>,
}

/// Everything that was found in a session, in words; by position in the assessment's lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// By position in [`Assessment::evidence`].
    pub evidence: Vec<Explanation>,
    /// By position in [`Assessment::self_regulation`].
    pub self_regulation: Vec<Explanation>,
    /// By position in [`Assessment::critical`].
    pub critical: Vec<Explanation>,
}

/// Ways of putting the same thing; which one is used changes from turn to turn.
pub(super) const WAYS: u32 = 3;

/// Explains all of a session's findings and says nothing twice in the same words.
pub fn explain_all(
    scenario: &Scenario,
    rubric: &Rubric,
    catalogue: &ActCatalogue,
    law: Option<&LawLibrary>,
    found: &Assessment,
    locale: Locale,
) -> Explained {
    let mut explainer = Explainer::new(scenario, rubric, catalogue, law, locale);
    // In the order in which they are read.
    Explained {
        critical: found.critical.iter().map(|failure| explainer.critical(failure)).collect(),
        evidence: found.evidence.iter().map(|evidence| explainer.evidence(evidence)).collect(),
        self_regulation: found.self_regulation.iter().map(|evidence| explainer.evidence(evidence)).collect(),
    }
}

/// One finding by itself.
pub fn explain(
    scenario: &Scenario,
    rubric: &Rubric,
    catalogue: &ActCatalogue,
    law: Option<&LawLibrary>,
    evidence: &Evidence,
    locale: Locale,
) -> Explanation {
    Explainer::new(scenario, rubric, catalogue, law, locale).evidence(evidence)
}

/// One failure by itself.
pub fn explain_critical(
    scenario: &Scenario,
    catalogue: &ActCatalogue,
    law: Option<&LawLibrary>,
    failure: &CriticalFailure,
    locale: Locale,
) -> Explanation {
    Explainer::new(scenario, Rubric::shipped(), catalogue, law, locale).critical(failure)
}

/// Fluent message of a failure's name; its `.why` says what is wrong with it.
pub fn critical_id(kind: Critical) -> String {
    format!("critical-{}", kind.id())
}

/// Where each kind of failure is taught or ruled.
const fn critical_sources(kind: Critical) -> &'static [&'static str] {
    match kind {
        Critical::Threat => &["W14", "xf2022/47"],
        Critical::Retaliation => &["R10", "xf2022/18(4)"],
        Critical::Suppression => &["P20", "xf2022/18(4)"],
        Critical::Leak => &["R03", "R10", "xf2022/30(3)"],
        Critical::IllegalPromise => &["W15", "H18"],
        Critical::Gift => &["N07"],
        Critical::IgnoredRisk => &["R11", "X02", "X07"],
    }
}

/// Remembers what it has said.
struct Explainer<'a> {
    rubric: &'a Rubric,
    teller: Teller<'a>,
    said: HashSet<String>,
    reasons: HashSet<String>,
}

impl<'a> Explainer<'a> {
    fn new(
        scenario: &'a Scenario,
        rubric: &'a Rubric,
        catalogue: &'a ActCatalogue,
        law: Option<&'a LawLibrary>,
        locale: Locale,
    ) -> Self {
        let teller = Teller { scenario, catalogue, law, locale, pick: 0 };
        Self { rubric, teller, said: HashSet::new(), reasons: HashSet::new() }
    }

    fn evidence(&mut self, evidence: &Evidence) -> Explanation {
        let (rubric, locale) = (self.rubric, self.teller.locale);
        let criterion = &rubric[evidence.criterion];
        let name = criterion_texts::name(criterion, locale);
        let option = self.teller.option(evidence.node, evidence.chosen);
        let acted = acted(evidence.reason);
        // Several criteria of one turn speak differently, and so does one criterion from turn to turn.
        let first = evidence.turn.wrapping_add(u32::from(evidence.criterion.0));
        let what = self.new_words(first, evidence.turn, &name, |teller| what(teller, rubric, evidence, option, acted));
        let why = self.new_reason(reasons(&self.teller, rubric, evidence, option));
        let better = self.teller.option(evidence.node, evidence.better).map(|o| locale.words(&o.text).into_owned());
        let better = better.or_else(|| self.advice(acted.filter(|act| could_be_done_better(rubric, evidence, *act))?));
        Explanation {
            criterion: name,
            sentence: self.teller.sentence(&what, &why),
            source: match evidence.reason {
                // The limit's own article says more than the criterion's list.
                Reason::Wrote(Some(found)) | Reason::LedAstray(found) => {
                    self.teller.article_against(found, evidence).unwrap_or_else(|| {
                        let right = self.teller.option(evidence.node, evidence.better);
                        let cites = right.and_then(|right| right.acts.first()).map(|act| act.kind);
                        self.teller.sources(&criterion.sources, right, cites)
                    })
                }
                // What this kind of conduct calls for stands in its own article.
                Reason::Ladder { conduct, .. } => {
                    let ladder = Ladders::shipped().of(conduct);
                    let own: Vec<String> =
                        [Some(&ladder.handbook), ladder.article.as_ref()].into_iter().flatten().cloned().collect();
                    self.teller.sources(&own, None, None)
                }
                Reason::Representatives { .. } => self.teller.representatives(),
                Reason::Step(found) => self.teller.step_source(found),
                Reason::Decided(found) => self.teller.decision_source(found, &criterion.sources),
                _ => self.teller.sources(&criterion.sources, option, acted),
            },
            better,
        }
    }

    fn critical(&mut self, failure: &CriticalFailure) -> Explanation {
        let id = critical_id(failure.kind);
        let name = self.teller.text(&id);
        let option = self.teller.option(failure.node, failure.chosen);
        let what = self.new_words(failure.turn, failure.turn, &name, |teller| {
            let args = args!(
                "pick" => teller.pick,
                "say" => teller.verb(option),
                "said" => teller.done(failure.node, option, failure.act),
                "act" => failure.act.map(|act| teller.act(act)).unwrap_or_default(),
            );
            let never = teller.never_step(option, failure.node);
            if let Some(wrong) = failure.stood {
                let mut args = args;
                args.set("wrong", teller.wrong(wrong));
                return teller.locale.text_with("explain-critical-let-stand", &args).trim().to_owned();
            }
            let id = match (failure.act, never) {
                (Some(_), _) => "explain-critical-did",
                (None, Some(never)) => return teller.never(never, option, failure.node),
                (None, None) => "explain-critical-ignored",
            };
            teller.locale.text_with(id, &args).trim().to_owned()
        });
        let why = self.new_reason([self.teller.text(&format!("{id}.why"))]);
        let sources: Vec<String> = critical_sources(failure.kind).iter().map(|s| (*s).to_owned()).collect();
        let better = self.teller.option(failure.node, failure.better);
        let better = better.map(|o| self.teller.locale.words(&o.text).into_owned());
        Explanation {
            criterion: name,
            sentence: self.teller.sentence(&what, &why),
            source: self.teller.sources(&sources, None, None),
            better: better.or_else(|| self.advice(failure.act?)),
        }
    }

    /// What happened, in words that were not used before.
    fn new_words(&mut self, first: u32, turn: u32, name: &str, say: impl Fn(&Teller) -> String) -> String {
        for way in 0..WAYS {
            self.teller.pick = first.wrapping_add(way) % WAYS;
            let words = say(&self.teller);
            if self.said.insert(words.clone()) {
                return words;
            }
        }
        // The same again, in a talk that goes in circles.
        let words = say(&self.teller);
        let locale = self.teller.locale;
        let again = |id: &str| {
            let args = args!("turn" => turn, "criterion" => name, "what" => words.as_str());
            locale.text_with(id, &args).trim().to_owned()
        };
        let said = again("explain-again");
        if self.said.insert(said.clone()) {
            return said;
        }
        let said = again("explain-again-for");
        self.said.insert(said.clone());
        said
    }

    /// The first reason that was not given before; none is better than one read twice.
    fn new_reason(&mut self, reasons: impl IntoIterator<Item = String>) -> String {
        (reasons.into_iter()).find(|why| !why.is_empty() && self.reasons.insert(why.clone())).unwrap_or_default()
    }

    /// What would be better in general.
    fn advice(&self, act: ActIx) -> Option<String> {
        let name = &self.teller.catalogue[act].name;
        // It stands in quotation marks, as a better option's words do.
        self.teller.locale.find(&format!("act-{name}.better"), None).map(|text| inner_quotes(&text))
    }
}

/// The act that the reason is about.
const fn acted(reason: Reason) -> Option<ActIx> {
    match reason {
        Reason::Did(act) | Reason::Answered(_, act) | Reason::NeverSaid(act) | Reason::NotTakenIn(act) => Some(act),
        Reason::OutOfPlace(act, _) => Some(act),
        Reason::OutOfOrder { did, .. } | Reason::InOrder { did, .. } => Some(did),
        Reason::SpokeUp(_, act) | Reason::Opened(act, _) => Some(act),
        _ => None,
    }
}

/// What was said and what it did.
fn what(teller: &Teller, rubric: &Rubric, evidence: &Evidence, option: Option<&Opt>, acted: Option<ActIx>) -> String {
    let how = match evidence.verdict {
        Verdict::Hit => "hit",
        Verdict::Partial => "partial",
        Verdict::Miss => "miss",
    };
    let mut args = args!(
        "pick" => teller.pick,
        "who" => teller.name(evidence.to),
        "said" => teller.done(evidence.node, option, acted),
        "say" => teller.verb(option),
        "word" => "",
        "act" => "",
    );
    if let Some(act) = acted {
        args.set("act", teller.act(act));
    }
    let by_gesture = evidence.chosen.is_none() && !teller.is_paper(evidence.node, acted);
    let id = match evidence.reason {
        Reason::Did(_) if by_gesture => "explain-gesture-did".to_owned(),
        Reason::Did(_) => format!("explain-did-{how}"),
        Reason::Answered(cue, _) => {
            args.set("cue", teller.cue(cue, evidence));
            match (by_gesture, cue) {
                (true, Cue::Fact(_)) => "explain-noted".to_owned(),
                (true, _) => "explain-gesture-answered".to_owned(),
                (false, _) => format!("explain-answered-{how}"),
            }
        }
        Reason::Unanswered(cue) => {
            args.set("cue", teller.cue(cue, evidence));
            "explain-unanswered".to_owned()
        }
        Reason::NeverSaid(act) => {
            args.set("word", teller.word_of(option, act));
            "explain-never-said".to_owned()
        }
        Reason::Heard => "explain-heard".to_owned(),
        Reason::CutOff(unsaid) => {
            args.set("percent", percent(unsaid));
            format!("explain-cut-off-{how}")
        }
        Reason::OfRule(RuleReason { says, number }) => {
            args.set(says.number, number);
            format!("{}-{how}", says.id)
        }
        Reason::NotTakenIn(_) => "explain-not-taken-in".to_owned(),
        Reason::OutOfPlace(_, why) => {
            args.set("bearing", teller.text(&why.text_id()));
            "explain-out-of-place".to_owned()
        }
        Reason::OutOfOrder { did, before: other } => {
            args.set("other", teller.act(other));
            // What is wrong in itself need not be done later either.
            if offends(rubric, did) && evidence.verdict == Verdict::Miss {
                "explain-out-of-order-wrong".to_owned()
            } else {
                format!("explain-out-of-order-{how}")
            }
        }
        Reason::InOrder { did, after: other } => {
            args.set("other", teller.act(other));
            // That the feeling was met is right; what came of it is judged elsewhere.
            if offends(rubric, did) { "explain-in-order-wrong" } else { "explain-in-order" }.to_owned()
        }
        Reason::NeverDid(act) => {
            args.set("act", teller.act(act));
            "explain-never-did".to_owned()
        }
        Reason::Wrote(found) => {
            teller.written(evidence, &mut args);
            if let Some(found) = found {
                found.fault.numbers().into_iter().for_each(|(name, number)| args.set(name, number));
            }
            found
                .map_or_else(|| "explain-wrote-right".to_owned(), |found| format!("explain-wrote-{}", found.fault.id()))
        }
        Reason::Ladder { conduct, verdict, measure } => {
            let ladder = Ladders::shipped().of(conduct);
            args.set("ladder", teller.locale.say(&ladder.message(verdict, measure)));
            if measure.is_some() { "explain-ladder-did" } else { "explain-ladder-left" }.to_owned()
        }
        Reason::Representatives { people, most } => {
            args.set("people", u32::from(people));
            args.set("most", u32::from(most));
            args.set("article", teller.representatives());
            format!("explain-representatives-{how}")
        }
        Reason::Step(found) => teller.step(found, &mut args).to_owned(),
        Reason::Decided(found) => teller.decided(found, evidence, &mut args),
        Reason::LedAstray(found) => {
            teller.written(evidence, &mut args);
            args.set("fault", teller.locale.say(&found.fault.message()));
            "explain-led-astray".to_owned()
        }
        Reason::SpokeUp(wrong, _) => {
            args.set("wrong", teller.wrong(wrong));
            format!("explain-spoke-up-{how}")
        }
        Reason::LetStand(wrong) => {
            args.set("wrong", teller.wrong(wrong));
            "explain-let-stand".to_owned()
        }
        Reason::Opened(_, opening) => {
            let what = match opening {
                Opening::Order => "order",
                Opening::OurForm => "form",
                Opening::Reason | Opening::TheirWord => "well",
            };
            format!("explain-opened-{what}")
        }
        Reason::Author => format!("explain-author-{how}"),
        Reason::PromiseKept | Reason::PromiseBroken => {
            args.set("promise", teller.promise_of(option));
            let kept = evidence.reason == Reason::PromiseKept;
            if kept { "explain-promise-kept" } else { "explain-promise-broken" }.to_owned()
        }
    };
    said_of(teller, &id, &args)
}

/// Whether general advice on an act is in place: what is right in itself and only answers by half was not done badly.
fn could_be_done_better(rubric: &Rubric, evidence: &Evidence, act: ActIx) -> bool {
    match (evidence.verdict, evidence.reason) {
        (Verdict::Hit, _) => false,
        (Verdict::Miss, _) => true,
        (Verdict::Partial, Reason::NotTakenIn(_) | Reason::NeverSaid(_) | Reason::OutOfPlace(..)) => true,
        (Verdict::Partial, _) => offends(rubric, act),
    }
}

/// Whether an act is wrong in itself, by whatever criterion.
fn offends(rubric: &Rubric, act: ActIx) -> bool {
    rubric.criteria.iter().any(|one| one.rule.misses_offend() && one.miss.contains(act))
}

fn said_of(teller: &Teller, id: &str, args: &FluentArgs) -> String {
    teller.locale.text_with(id, args).trim().to_owned()
}

/// Why it counts, the most telling first.
fn reasons(teller: &Teller, rubric: &Rubric, evidence: &Evidence, option: Option<&Opt>) -> Vec<String> {
    let of_criterion = criterion_texts::why(&rubric[evidence.criterion], teller.locale).unwrap_or_default();
    let of_act = |act: ActIx| {
        let why = teller.locale.find(&format!("act-{}.why", teller.catalogue[act].name), None);
        why.map(|why| why.into_owned()).unwrap_or_default()
    };
    let turn = evidence.turn.wrapping_add(u32::from(evidence.criterion.0) / WAYS);
    // What is wrong with naming no article is not wrong with naming one at the wrong time.
    let too_early = |act: ActIx| {
        let cited = option.into_iter().flat_map(|option| &option.acts).find(|one| one.kind == act);
        let exact = cited.is_some_and(|one| matches!(one.arg, Arg::Article(_)));
        (exact && evidence.verdict != Verdict::Hit).then(|| {
            let way = |pick: u32| said_of(teller, "explain-why-too-early", &args!("pick" => pick % WAYS));
            (0..WAYS).map(|next| way(turn.wrapping_add(next))).collect::<Vec<_>>()
        })
    };
    match evidence.reason {
        Reason::Did(act) | Reason::Answered(_, act) | Reason::NotTakenIn(act) if too_early(act).is_some() => {
            let mut ways = vec![of_act(act)];
            ways.retain(|_| evidence.verdict == Verdict::Miss);
            ways.extend(too_early(act).into_iter().flatten());
            ways
        }
        Reason::Did(act) | Reason::Answered(_, act) => {
            let mirrored = teller.catalogue[act].mechanic == Some(Mechanic::Mirror);
            match evidence.verdict {
                Verdict::Hit if mirrored && option.is_some() => {
                    let word = teller.word_of(option, act);
                    let way = |pick: u32| {
                        let args = args!("pick" => pick % WAYS, "word" => word.as_str());
                        said_of(teller, "explain-why-mirror", &args)
                    };
                    vec![way(turn), way(turn.wrapping_add(1)), way(turn.wrapping_add(2)), of_criterion]
                }
                // The same act often serves several criteria: what it did, and what it is good for, take turns.
                Verdict::Hit if !turn.is_multiple_of(WAYS) => vec![of_criterion, of_act(act)],
                Verdict::Hit | Verdict::Miss => vec![of_act(act), of_criterion],
                Verdict::Partial => vec![of_criterion],
            }
        }
        // Done right turn after turn: the reason is in the sentence itself.
        Reason::Heard | Reason::InOrder { .. } | Reason::Wrote(None) => Vec::new(),
        Reason::Wrote(Some(found)) => vec![teller.text(&format!("desk-fault-{}.why", found.fault.id()))],
        Reason::Decided(DecisionReason { fault: Some(fault), .. }) => {
            vec![teller.text(&format!("desk-fault-{}.why", fault.id())), of_criterion]
        }
        Reason::Author => {
            let own = option.and_then(|option| option.own.as_ref());
            own.map(|own| own.why.get(teller.locale).to_owned()).into_iter().collect()
        }
        _ => vec![of_criterion],
    }
}
