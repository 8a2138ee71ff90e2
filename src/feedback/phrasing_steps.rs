//! A step of the matter in words: when it was due, why it could not be taken, what could be done instead.

use super::phrasing::Teller;
use crate::args;
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::procedure::course::RefusalReason;
use crate::procedure::{Actor, LawLibrary, Objection, Progress, Refusal, Rules, Stage, Step};
use crate::rubric::rules::{StepFound, StepReason};
use crate::scenario::model::Opt;
use crate::vocabulary::NodeIx;

/// Where a step is taught, beside its article.
const fn handbook(step: Step) -> &'static str {
    match step {
        Step::Register => "P01",
        Step::TellWhere => "P10",
        Step::Forward | Step::ForwardAgain | Step::Object => "P15",
        Step::Study | Step::AnswerSuggestion => "P12",
        Step::PassOn | Step::DealWithAccusation | Step::ShowToAccused => "P11",
        Step::Separate => "P07",
        Step::LeadInto => "P08",
        Step::Retaliate => "R10",
        _ => "P14",
    }
}

impl Teller<'_> {
    /// The message for it, and what it needs to know.
    pub(super) fn step(&self, found: StepReason, args: &mut FluentArgs) -> &'static str {
        let day = |day| self.locale.day(day);
        args.set("step", self.quoted(&self.locale.say(&found.step.label())));
        args.set("day", day(found.on));
        args.set("article", self.step_article(found).unwrap_or_default());
        match found.found {
            StepFound::InTime { due: None } => "explain-step-done",
            StepFound::InTime { due: Some(due) } => {
                args.set("due", day(due));
                "explain-step-in-time"
            }
            StepFound::OnlyIfMoved { due } => {
                args.set("due", day(due));
                "explain-step-moved"
            }
            StepFound::Late { due, days } => {
                args.set("due", day(due));
                args.set("days", days);
                "explain-step-late"
            }
            StepFound::RanOut { due } => {
                args.set("due", day(due));
                "explain-step-ran-out"
            }
            StepFound::Refused { .. } => {
                args.set(
                    "refusal",
                    self.refusal(found).map(|refusal| self.locale.say(&refusal.message())).unwrap_or_default(),
                );
                args.set("instead", self.instead(found));
                "explain-step-refused"
            }
        }
    }

    /// The handbook's item and the article of a step.
    pub(super) fn step_source(&self, found: StepReason) -> String {
        let item = handbook(found.step);
        let term = self.locale.find(&format!("source-{item}"), None);
        let item = term.map_or_else(|| item.to_owned(), |term| format!("{item} {term}"));
        [Some(item), self.step_article(found)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The matter as it stood then, as far as it decides what can be done.
    fn stood(&self, stage: Stage) -> Progress {
        let matter = self.scenario.matter.as_ref();
        let route = matter.and_then(|matter| matter.route);
        Progress::standing(stage, matter.map(|matter| matter.class), route)
    }

    fn refusal(&self, found: StepReason) -> Option<Refusal> {
        let StepFound::Refused { why, due } = found.found else { return None };
        let (stood, rules) = (self.stood(found.stage), Rules::shipped());
        let row = match stood.weigh(found.step, found.by, found.on, rules) {
            Ok(row) => Some(row),
            Err((_, row)) => row,
        };
        let mut refusal = Refusal::of(&stood, found.step, why, row, rules);
        // What was known then and not from the stage alone.
        if let (Objection::TooLate, Some((limit, _)), Some(due)) = (why, row.and_then(|row| row.limit), due) {
            refusal.why = RefusalReason::TooLate { limit, due };
        }
        Some(refusal)
    }

    /// What can be done at this stage instead by the trainee's own office; for want of that, by others.
    fn instead(&self, found: StepReason) -> String {
        let office = self.scenario.matter.as_ref().map_or(Actor::PetitionOffice, |matter| matter.office);
        let Some(refusal) = self.refusal(found) else { return String::new() };
        let mine = |by: &[Actor]| by.contains(&office);
        let ours = refusal.instead.iter().any(|(_, by)| mine(by));
        let steps: Vec<String> = (refusal.instead.iter())
            .filter(|(step, by)| *step != found.step && (mine(by) || !ours))
            .map(|(step, by)| match by.as_slice() {
                [one, ..] if !mine(by) => {
                    let args = args!("by" => self.locale.say(&one.label()), "step" => self.locale.say(&step.label()));
                    self.quoted(&self.locale.text_with("refused-instead", &args))
                }
                _ => self.quoted(&self.locale.say(&step.label())),
            })
            .collect();
        if steps.is_empty() {
            return String::new();
        }
        let args = args!("steps" => steps.join(&self.text("explain-and")));
        self.locale.text_with("explain-step-instead", &args).trim().to_owned()
    }

    fn step_article(&self, found: StepReason) -> Option<String> {
        let law = self.law.unwrap_or_else(|| LawLibrary::shipped());
        let row = match self.stood(found.stage).weigh(found.step, found.by, found.on, Rules::shipped()) {
            Ok(row) => Some(row),
            Err((_, row)) => row,
        };
        // A matter that was never registered: the row of the step it was to be registered for.
        let row = row.filter(|_| !matches!(found.found, StepFound::RanOut { .. }) || found.stage != Stage::Received);
        let registered = || {
            let stood = self.stood(Stage::Registered);
            stood.weigh(found.step, found.by, found.on, Rules::shipped()).ok()
        };
        row.or_else(registered).map(|row| law.citation(row.article, self.locale))
    }

    /// The step taken there that nobody may ever take.
    pub(super) fn never_step(&self, option: Option<&Opt>, node: NodeIx) -> Option<Step> {
        let paper = || self.scenario.task(node).and_then(|task| task.step);
        let taking = option.map_or_else(paper, |option| option.step)?;
        let rows = &Rules::shipped().steps.rows;
        rows.iter().any(|row| row.never && row.step == taking.step).then_some(taking.step)
    }

    /// What was done that nobody may ever do.
    pub(super) fn never(&self, step: Step, option: Option<&Opt>, node: NodeIx) -> String {
        let args = args!(
            "pick" => self.pick,
            "say" => self.verb(option),
            "said" => self.done(node, option, None),
            "step" => self.quoted(&self.locale.say(&step.label())),
        );
        self.locale.text_with("explain-critical-step", &args).trim().to_owned()
    }
}
