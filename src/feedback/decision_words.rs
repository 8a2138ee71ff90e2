//! A decision on a claim in words: what was asked, what was decided, which fact and which article say what is right.

use super::form_words::heading;
use super::phrasing::{Teller, inner_quotes};
use crate::args;
use crate::locale::{FluentArgs, Texts};
use crate::procedure::{LawLibrary, Remedy};
use crate::rubric::assessment::{DecisionReason, Evidence};
use crate::scenario::model::{Claim, Scenario};
use crate::vocabulary::Locale;

/// What a claim stands or falls with: facts, what the author says beside them, articles; on one line.
pub fn grounds(scenario: &Scenario, claim: &Claim, law: &LawLibrary, locale: Locale) -> String {
    let facts = claim.terms.facts.iter().filter_map(|fact| {
        let text = inner_quotes(scenario.facts.get(fact.at())?.text.get(locale));
        Some(locale.text_with("claim-fact", &args!("fact" => text)).into_owned())
    });
    let own = [&claim.only, &claim.because].into_iter().map(|text| text.get(locale).trim().to_owned());
    let articles = claim.law.iter().map(|article| law.citation(*article, locale));
    let all: Vec<String> = facts.chain(own).chain(articles).filter(|one| !one.is_empty()).collect();
    all.join(&locale.text("hint-separator"))
}

/// What one may do against a refusal: the way, where, and the article that sets the time; empty where nothing is known.
pub fn way_out(scenario: &Scenario, claim: &Claim, remedy: Option<Remedy>, law: &LawLibrary, locale: Locale) -> String {
    let Some(remedy) = claim.terms.remedy.or(remedy) else { return claim.at.get(locale).to_owned() };
    let rule = remedy.limit().and_then(|limit| law.limit_on(limit, scenario.plays_on));
    let article = rule.map(|rule| law.citation(rule.article, locale)).unwrap_or_default();
    let parts = [locale.say(&remedy.label()), claim.at.get(locale).to_owned(), article];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&locale.text("hint-separator"))
}

impl Teller<'_> {
    /// The message for a decision, and what it needs to know.
    pub(super) fn decided(&self, found: DecisionReason, evidence: &Evidence, args: &mut FluentArgs) -> String {
        let (law, locale) = (self.law(), self.locale);
        let task = self.scenario.task(evidence.node);
        if let Some(claim) = self.scenario.claim(found.claim) {
            args.set("asks", self.quoted(&inner_quotes(claim.asks.get(locale))));
            args.set("grounds", grounds(self.scenario, claim, law, locale));
            let by_kind = task.and_then(|task| task.form.paper_kind()?.remedy);
            let way = way_out(self.scenario, claim, by_kind, law, locale);
            args.set("known", if way.is_empty() { "no" } else { "yes" });
            args.set("way", way);
        }
        if let (Some(task), None) = (task, evidence.chosen) {
            args.set("said", self.quoted(&heading(task, locale)));
        }
        args.set("ruling", found.ruling.map(|ruling| locale.say(&ruling.label())).unwrap_or_default());
        args.set("right", locale.say(&found.right.label()));
        found
            .fault
            .map_or_else(|| "explain-decided-right".to_owned(), |fault| format!("explain-decided-{}", fault.id()))
    }

    /// The articles that a claim stands or falls with, then where deciding is taught.
    pub(super) fn decision_source(&self, found: DecisionReason, taught: &[String]) -> String {
        let law = self.scenario.claim(found.claim).map_or(&[][..], |claim| &claim.law);
        let known = |cited: &String| self.law().find(cited).is_some_and(|article| law.contains(&article));
        let taught: Vec<String> = taught.iter().filter(|cited| !known(cited)).cloned().collect();
        let articles = law.iter().map(|article| self.law().citation(*article, self.locale));
        let all: Vec<String> = articles.chain([self.sources(&taught, None, None)]).collect();
        all.join(" · ")
    }

    fn law(&self) -> &LawLibrary {
        self.law.unwrap_or_else(|| self.scenario.library())
    }
}
