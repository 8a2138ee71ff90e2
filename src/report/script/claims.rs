//! What the script tells its instructor of claims and earlier answers: what is right, and why.

use super::Paper;
use super::build::clean;
use crate::args;
use crate::feedback::answers;
use crate::feedback::decision_words::{grounds, way_out};
use crate::locale::Texts;
use crate::procedure::Decision;
use crate::scenario::model::{Opt, Scenario};
use crate::vocabulary::Locale;

/// A line for each claim, and one for each set of answers that disagree; nothing where the scenario has none.
pub(super) fn key(scenario: &Scenario, locale: Locale) -> Vec<Paper> {
    let claims = scenario.claims.iter().map(|claim| {
        let way = way_out(scenario, claim, None, scenario.library(), locale);
        let args = args!(
            "asks" => clean(claim.asks.get(locale)),
            "holds" => locale.say(&claim.terms.holds.label()),
            "grounds" => clean(&grounds(scenario, claim, scenario.library(), locale)),
            "way" => if way.is_empty() { "none".to_owned() } else { clean(&way) },
        );
        locale.text_with("script-claim", &args).into_owned()
    });
    let earlier = scenario.earlier_answers.iter().map(|one| {
        let args = args!("answers" => answers::told(one, locale), "truth" => one.truth.get(locale));
        clean(&locale.text_with("script-answers-one", &args))
    });
    let paper = |id: &str, lines: Vec<String>| Paper { title: locale.text(id).into_owned(), text: lines.join("\n") };
    let papers = [paper("script-claims", claims.collect()), paper("script-answers", earlier.collect())];
    papers.into_iter().filter(|paper| !paper.text.is_empty()).collect()
}

/// What an option decides, in words; `None`: nothing.
pub(super) fn decided(scenario: &Scenario, option: &Opt, locale: Locale) -> Option<String> {
    let one = |decision: &Decision| {
        let asks = clean(scenario.claim(decision.claim)?.asks.get(locale));
        let args = args!("what" => asks, "more" => locale.say(&decision.ruling.label()));
        Some(locale.text_with("script-with", &args).into_owned())
    };
    let all: Vec<String> = option.decides.iter().filter_map(one).collect();
    let what = all.join(&locale.text("hint-separator"));
    (!all.is_empty()).then(|| locale.text_with("script-decides", &args!("what" => what)).into_owned())
}
