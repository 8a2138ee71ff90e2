//! Scenario in, hand-out out.

use super::claims;
use super::notes;
use super::sequence;
use super::when::{Conditions, mark};
use super::{Choice, Handout, Paper, Part, Role, Say, StaffSheet, Step};
use crate::args;
use crate::feedback::{answers, form_words};
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::procedure::{EntryIs, FieldKind, Form, FormEntry, FormField, Known, PaperCatalogue};
use crate::scenario::Scenario;
use crate::scenario::flow::node_of;
use crate::scenario::model::{
    self, Act, Arg, Branch, DeskTask, End, Exit, Lead, Node, Opt, OptionKind, Speech, TimePasses, Variant, Why,
};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use crate::vocabulary::{Cue, CueKind, NodeIx, Somebody, StaffIx, VisitorIx, kebab};

struct Builder<'s> {
    scenario: &'s Scenario,
    locale: Locale,
    conditions: Conditions<'s>,
    /// Whoever spoke last on paper: options without `to` are said to them.
    speaker: VisitorIx,
}

/// The whole script in this language; untranslated texts stand there in the author's.
pub fn handout(scenario: &Scenario, locale: Locale) -> Handout {
    let parts = sequence::visits(scenario);
    let numbers = sequence::numbers(&parts, scenario.nodes.len());
    let conditions = Conditions { scenario, locale, numbers: &numbers };
    let mut builder = Builder { scenario, locale, conditions, speaker: VisitorIx(0) };
    let say = |id: &str| locale.text(id).into_owned();
    let visits = builder.parts(&parts);
    let about = [
        locale.text_with("script-plays-on", &args!("day" => scenario.plays_on.to_string())),
        locale.text_with("script-minutes", &args!("minutes" => scenario.minutes)),
        locale.text_with("script-difficulty", &args!("difficulty" => scenario.difficulty)),
        locale.text_with("script-people", &args!("count" => scenario.visitors.len() + scenario.staff.len())),
    ];
    let everybody: Vec<VisitorIx> = (0..scenario.visitors.len()).map(|n| VisitorIx(n as u16)).collect();
    let labels = [
        "objectives",
        "briefing",
        "case-file",
        "key",
        "roles",
        "staff",
        "calls-for",
        "does",
        "acts",
        "takes-it",
        "page",
    ];
    let staff = builder.staff_sheets(&visits);
    Handout {
        lang: locale.tag(),
        kind: say("script-kind"),
        title: clean(scenario.title.get(locale)),
        about: about.map(|text| text.into_owned()).to_vec(),
        how_to: say("script-how-to"),
        objectives: scenario.objectives.iter().map(|text| clean(text.get(locale))).collect(),
        briefing: scenario.briefing.get(locale).split("\n\n").map(clean).filter(|text| !text.is_empty()).collect(),
        case_file: (scenario.case_file.iter())
            .map(|paper| Paper { title: clean(paper.title.get(locale)), text: clean(paper.text.get(locale)) })
            .collect(),
        key: claims::key(scenario, locale),
        roles: (scenario.heads(&everybody).into_iter())
            .map(|(who, number)| {
                let visitor = &scenario.visitors[who.at()];
                let age = locale.text_with("script-age", &args!("age" => visitor.age)).into_owned();
                let about = [clean(visitor.role.get(locale)), age];
                let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
                Role {
                    name: clean(&locale.say(&scenario.name_of(who, number))),
                    about: about.join(&locale.text("hint-separator")),
                    notes: notes::of_role(visitor, locale),
                }
            })
            .collect(),
        staff,
        parts: visits,
        footer: locale.text_with("script-footer", &args!("title" => clean(scenario.title.get(locale)))).into_owned(),
        labels: labels.map(|name| (name, say(&format!("script-{name}")))).into(),
    }
}

/// Without signs that would upset a page.
pub(super) fn clean(text: &str) -> String {
    super::super::words::clean(text, crate::vocabulary::LONGEST_TEXT)
}

impl Builder<'_> {
    fn text(&self, id: &str) -> String {
        self.locale.text(id).into_owned()
    }

    fn say(&self, id: &str, args: FluentArgs) -> String {
        self.locale.text_with(id, &args).into_owned()
    }

    fn parts(&mut self, parts: &[Vec<NodeIx>]) -> Vec<Part> {
        let order: Vec<NodeIx> = parts.iter().flatten().copied().collect();
        let follows = |node: NodeIx| {
            let at = order.iter().position(|one| *one == node)?;
            order.get(at + 1).copied()
        };
        let mut written = Vec::new();
        for (at, nodes) in parts.iter().enumerate().filter(|(_, nodes)| !nodes.is_empty()) {
            let (title, about) = match self.scenario.visits.get(at) {
                Some(visit) => {
                    if let Some(first) = visit.present.first() {
                        self.speaker = *first;
                    }
                    let heads = self.scenario.heads(&visit.present).into_iter();
                    let visitors =
                        heads.map(|(who, number)| clean(&self.locale.say(&self.scenario.name_of(who, number))));
                    let names: Vec<String> = visitors.chain(visit.staff.iter().map(|who| self.staff(*who))).collect();
                    let clock = format!("{:02}:{:02}", visit.begins_at / 60, visit.begins_at % 60);
                    let names = names.join(&self.text("hint-separator"));
                    let args = args!("place" => self.text(&format!("script-place-{}", visit.place.id())), "clock" => clock, "names" => names);
                    (clean(visit.title.get(self.locale)), self.say("script-visit", args))
                }
                None => (self.text("script-breaks-in"), self.text("script-breaks-in-about")),
            };
            let steps = nodes.iter().map(|node| self.step(*node, follows(*node))).collect();
            written.push(Part { title, about, steps });
        }
        written
    }

    fn step(&mut self, at: NodeIx, follows: Option<NodeIx>) -> Step {
        let Node { id, kind, .. } = &self.scenario.nodes[at.at()];
        let mut step = Step { number: self.conditions.numbers[at.at()], id: id.clone(), ..Step::default() };
        if let Some(speech) = kind.speech() {
            self.speech(&mut step, speech);
        } else if let Some(choice) = kind.as_choice() {
            self.choice(&mut step, choice);
        } else if let Some(task) = kind.as_desk() {
            self.desk(&mut step, task);
        } else if let Some(time) = kind.as_time_passes() {
            self.time(&mut step, time);
        } else if let Some(branch) = kind.as_branch() {
            self.branch(&mut step, branch);
        } else if let Some(end) = kind.as_end() {
            self.end(&mut step, end);
        }
        // The only way on, where it is not plain from the order.
        if let [Exit { to, why: Why::Then | Why::HandedIn | Why::Days(_), .. }] = kind.exits()[..]
            && (!matches!(to, Lead::Node(node) if Some(node) == follows))
        {
            step.next = Some(self.next(to));
        }
        step
    }

    fn speech(&mut self, step: &mut Step, speech: Speech) {
        step.kind = if speech.speaker().is_some() { "line" } else { "narration" };
        self.speaker = speech.who.unwrap_or(self.speaker);
        step.head = match speech.speaker() {
            Some(Somebody::Visitor(who)) => clean(self.scenario.visitors[who.at()].name.get(self.locale)),
            Some(Somebody::Staff(who)) => self.say("script-our-own", args!("name" => self.staff(who))),
            None => self.text("script-narration"),
        };
        step.manner = speech.manner.id().map(|id| self.text(&format!("look-{id}")));
        // The usual words first, then what replaces them.
        let (others, usual) = speech.variants.split_at(speech.variants.len().saturating_sub(1));
        step.says = usual.iter().chain(others).map(|variant| self.variant(variant)).collect();
    }

    fn choice(&self, step: &mut Step, choice: &model::Choice) {
        step.kind = "choice";
        let head = if choice.hub.is_some() { "script-topics" } else { "script-trainee" };
        step.head = self.text(head);
        let to = choice.to.unwrap_or(self.speaker);
        step.options = choice.options.iter().enumerate().map(|(n, option)| self.option(n, option, to)).collect();
        if let Some(hub) = choice.hub {
            for (n, option) in step.options.iter_mut().enumerate() {
                if hub.leave == u8::try_from(n).ok() {
                    option.text += &self.text("script-topic-leave");
                } else if hub.obligatory >> n & 1 == 0 {
                    option.text += &self.text("script-topic-optional");
                }
            }
            step.next = Some(self.say("script-topics-done", args!("next" => self.next(hub.then))));
        }
    }

    fn desk(&self, step: &mut Step, task: &DeskTask) {
        step.kind = "choice";
        step.head = form_words::heading(task, self.locale);
        let printed = form_words::printed(task, self.locale);
        step.says = printed.map(|text| Say { text: clean(&text), ..Say::default() }).into_iter().collect();
        let to = task.to.unwrap_or(self.speaker);
        for field in &task.form.fields {
            let label = clean(&self.locale.words(&field.label));
            for (n, (_, entry)) in task.form.entries_of(field).enumerate() {
                let mut option = self.option(n, &entry.opt, to);
                option.text = self.say("script-entry", args!("field" => label.as_str(), "what" => option.text));
                option.next = self.is(&task.form, field, entry);
                if entry.opt.acts.is_empty() {
                    (option.effect, option.tone) = (String::new(), "");
                }
                step.options.push(option);
            }
        }
        if task.clean != task.faulty {
            let (clean, faulty) = (self.next(task.clean), self.next(task.faulty));
            step.next = Some(self.say("script-desk-ways", args!("clean" => clean, "faulty" => faulty)));
        }
    }

    fn time(&self, step: &mut Step, time: &TimePasses) {
        step.kind = "time";
        step.head = self.say("script-days", args!("count" => time.days));
        step.says = vec![Say { text: clean(time.text.get(self.locale)), ..Say::default() }];
        for (promise, when) in &time.keeps {
            let what = clean(self.scenario.promises[promise.at()].text.get(self.locale));
            let text = self.say("script-keeps", args!("what" => what));
            let when = when.as_ref().map(|when| self.conditions.words(when));
            step.says.push(Say { when, text, ..Say::default() });
        }
    }

    fn branch(&self, step: &mut Step, branch: &Branch) {
        step.kind = "branch";
        step.head = self.text("script-branch");
        let ways = branch.ways.iter().map(|(when, to)| Say {
            when: Some(self.conditions.words(when)),
            text: self.next(*to),
            ..Say::default()
        });
        let otherwise =
            Say { when: Some(self.text("script-otherwise")), text: self.next(branch.otherwise), ..Say::default() };
        step.says = ways.chain([otherwise]).collect();
    }

    fn end(&self, step: &mut Step, end: &End) {
        step.kind = "end";
        step.head = self.say(
            "script-end",
            args!("title" => clean(end.title.get(self.locale)), "outcome" => self.text(&format!("script-outcome-{}", end.outcome.id()))),
        );
        step.says = vec![Say { text: clean(end.text.get(self.locale)), ..Say::default() }];
    }

    fn variant(&self, variant: &Variant) -> Say {
        Say {
            when: variant.when.as_ref().map(|when| self.conditions.words(when)),
            text: clean(variant.say.get(self.locale)),
            cues: variant.cues.iter().map(|cue| self.cue(cue)).collect(),
            does: variant.acts.iter().map(|act| self.act(act)).collect(),
        }
    }

    fn staff(&self, who: StaffIx) -> String {
        self.scenario.staff.get(who.at()).map_or_else(String::new, |one| clean(one.name.get(self.locale)))
    }

    /// What each of our own people says and does, a sheet for whoever plays them.
    fn staff_sheets(&self, parts: &[Part]) -> Vec<StaffSheet> {
        let sheets = self.scenario.staff.iter().zip(0..).map(|(one, at)| {
            let is_theirs = |step: &&Step| {
                let node = self.conditions.numbers.iter().position(|number| *number == step.number);
                let speech = node.and_then(|node| self.scenario.nodes.get(node)?.kind.speech());
                speech.is_some_and(|speech| speech.staff == Some(StaffIx(at)))
            };
            StaffSheet {
                name: clean(one.name.get(self.locale)),
                about: clean(one.role.get(self.locale)),
                how_to: self.text("script-staff-how-to"),
                steps: parts.iter().flat_map(|part| &part.steps).filter(is_theirs).cloned().collect(),
            }
        });
        sheets.collect()
    }

    fn cue(&self, cue: &Cue) -> String {
        let more = match cue {
            Cue::Feeling(word) => Some(clean(self.scenario.words[word.at()].text.get(self.locale))),
            Cue::Fact(fact) => Some(clean(self.scenario.facts[fact.at()].text.get(self.locale))),
            Cue::Deflected(count) => Some(self.say("script-times", args!("count" => *count))),
            Cue::Risk(_) => Some(self.text(&format!("script-risk-{}", CueKind::of(*cue).id()))),
            Cue::Improper(_) => Some(self.text(&format!("cue-{}", CueKind::of(*cue).id()))),
            Cue::Conduct(_) => Some(self.text(&format!("conduct-{}", CueKind::of(*cue).id()))),
            Cue::TwoAnswers(Some(answers)) => {
                Some(clean(&answers::told(&self.scenario.earlier_answers[answers.at()], self.locale)))
            }
            _ => None,
        };
        let name = self.text(&format!("cue-{}", kebab(cue.name())));
        match more {
            Some(more) => self.say("script-with", args!("what" => name, "more" => more)),
            None => name,
        }
    }

    fn option(&self, at: usize, option: &Opt, to: VisitorIx) -> Choice {
        let (effect, tone) = match option.to.unwrap_or(Somebody::Visitor(to)) {
            Somebody::Visitor(to) => notes::effect(&option.acts, &self.scenario.visitors[to.at()].persona, self.locale),
            Somebody::Staff(to) => (self.say("script-to-staff", args!("who" => self.staff(to))), ""),
        };
        let mut acts: Vec<String> = option.acts.iter().map(|act| self.act(act)).collect();
        acts.extend(claims::decided(self.scenario, option, self.locale));
        if let Some(own) = &option.own {
            acts.push(self.say("script-by-author", args!("why" => clean(own.why.get(self.locale)))));
        }
        Choice {
            mark: mark(at),
            text: clean(&self.locale.words(&option.text)),
            spoken: option.kind == OptionKind::Response,
            when: option.when.as_ref().map(|when| self.conditions.words(when)),
            acts: acts.join(&self.text("hint-separator")),
            effect,
            tone,
            next: self.next(option.then),
        }
    }

    /// What an entry is, for whoever plays the desk's part on paper.
    fn is(&self, form: &Form<Opt>, field: &FormField, entry: &FormEntry<Opt>) -> String {
        let today = self.scenario.plays_on;
        let found =
            |told: bool| form.found(field, entry, Known { told: &|_| told, today, progress: None, whole: true });
        match entry.is {
            EntryIs::Fact(fact) => {
                let what = clean(self.scenario.facts[fact.at()].text.get(self.locale));
                self.say("script-entry-told", args!("what" => what))
            }
            EntryIs::Struck if field.kind == FieldKind::Text && found(false).is_none() => {
                self.text("script-entry-struck")
            }
            _ => match found(true) {
                Some(found) => self.locale.say(&found.fault.message()),
                None => self.text("script-entry-right"),
            },
        }
    }

    fn act(&self, act: &Act) -> String {
        let label = self.text(&format!("act-{}", ActCatalogue::shipped()[act.kind].name));
        let scenario = self.scenario;
        let more = match act.arg {
            Arg::None => return label,
            Arg::Word(word) => clean(scenario.words[word.at()].text.get(self.locale)),
            Arg::Fact(fact) => clean(scenario.facts[fact.at()].text.get(self.locale)),
            Arg::Promise(promise) => clean(scenario.promises[promise.at()].text.get(self.locale)),
            Arg::Article(article) => scenario.library().citation(article, self.locale),
            Arg::Visitor(who) => clean(scenario.visitors[who.at()].name.get(self.locale)),
            Arg::Paper(paper) => {
                let papers = &PaperCatalogue::shipped().papers;
                papers.get(paper.at()).map(|paper| paper.title.get(self.locale).to_owned()).unwrap_or_default()
            }
        };
        self.say("script-with", args!("what" => label, "more" => more))
    }

    fn next(&self, to: impl Into<Lead>) -> String {
        match node_of(self.scenario, to.into()) {
            Some(node) => self.say("script-next", args!("number" => self.conditions.numbers[node.at()])),
            None => self.text("script-return"),
        }
    }
}
