//! Head, result and turning points of the page, and what all its parts need.

use super::face::face;
use super::page::{Dimension, Input, Outcome, Pair, Turning};
use super::words;
use crate::args;
use crate::feedback::debrief::{Action, Debrief, Heard, Turn};
use crate::feedback::explain::{Explained, explain_all};
use crate::feedback::form_words;
use crate::feedback::how_played_texts;
use crate::feedback::standing_texts::verdict;
use crate::feedback::to_change::ToChange;
use crate::feedback::turning::{Cause, TurningPoint};
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::logbook::how_played::HowPlayed;
use crate::rubric::assessment::{self, Evidence, Milli};
use crate::rubric::{Doubts, Standing};
use crate::scenario::desk_task::TaskKind;
use crate::scenario::model::{Opt, OptionKind, Text};
use crate::session::Mode;
use crate::vocabulary::ActEffect;
use crate::vocabulary::ActIx;
use crate::vocabulary::CueKind;
use crate::vocabulary::LONGEST_TEXT;
use crate::vocabulary::Locale;
use crate::vocabulary::{Cue, NodeIx, Somebody, VisitorIx};
use std::collections::{BTreeMap, HashSet};

/// All captions in a language: what stands under `report-captions` in the locales.
pub(super) fn labels(locale: Locale) -> BTreeMap<&'static str, String> {
    // What only the output knows is left open: it puts its own in the place of `{n}`, `{of}`, `{list}`.
    let open = args!("n" => "{n}", "of" => "{of}", "list" => "{list}", "mark" => "〓");
    let filled =
        ["page", "missing-glyphs"].map(|id| (id, locale.text_with(&format!("report-{id}"), &open).into_owned()));
    locale.attributes("report-captions").into_iter().chain(filled).collect()
}

/// Makes the parts of a page.
pub(super) struct Maker<'a> {
    pub input: &'a Input<'a>,
    pub debrief: &'a Debrief,
    pub locale: Locale,
    /// Every finding in words.
    pub explained: Explained,
}

impl<'a> Maker<'a> {
    pub fn new(input: &'a Input<'a>, debrief: &'a Debrief, locale: Locale) -> Self {
        let (scenario, law, found) = (input.scenario, Some(input.law), &debrief.assessment);
        let explained = explain_all(scenario, input.rubric, input.acts, law, found, locale);
        Self { input, debrief, locale, explained }
    }

    pub fn text(&self, id: &str) -> String {
        self.locale.text(id).into_owned()
    }

    pub fn text_with(&self, id: &str, args: &FluentArgs) -> String {
        self.locale.text_with(id, args).into_owned()
    }

    /// A text of the scenario, fit to be shown.
    pub fn shown(&self, text: &Text) -> String {
        words::clean(text.get(self.locale), LONGEST_TEXT)
    }

    /// The words of an option, fit to be shown.
    fn chosen(&self, option: &Opt) -> String {
        words::clean(&self.locale.words(&option.text), LONGEST_TEXT)
    }

    pub fn visitor(&self, who: VisitorIx) -> String {
        self.input
            .scenario
            .visitors
            .get(who.at())
            .and_then(|visitor| words::name(visitor.name.get(self.locale)))
            .unwrap_or_else(|| self.text("report-captions.visitor"))
    }

    /// The label of an act.
    pub fn act(&self, act: ActIx) -> String {
        let name = &self.input.acts[act].name;
        self.locale.find(&format!("act-{name}"), None).map_or_else(|| name.clone(), |label| label.into_owned())
    }

    /// The label of a cue.
    fn cue(&self, cue: Cue) -> String {
        self.text(&format!("cue-{}", CueKind::of(cue).id()))
    }

    /// What the trainee said or did in this turn.
    pub fn done(&self, turn: &Turn) -> String {
        match (turn.action, turn.option(self.input.scenario)) {
            (Action::Gestured(act), _) => self.act(act),
            // Of a live talk it is not always written down what was said, only what it did.
            (Action::Chose(_), Some(option)) if option.text.original().is_empty() => {
                let names: Vec<String> = option.acts.iter().map(|act| self.act(act.kind)).collect();
                names.join(&self.text("explain-and"))
            }
            (Action::Chose(_), Some(option)) => self.chosen(option),
            (Action::Chose(_), None) => String::new(),
            (Action::Filled(_), _) => match self.input.scenario.task(turn.node) {
                // A form stands field by field among the sheets.
                Some(task) if task.kind == TaskKind::Form => {
                    self.text_with("report-handed-in", &args!("title" => form_words::heading(task, self.locale)))
                }
                _ => words::clean(&turn.handed_in(self.input.scenario, self.locale).unwrap_or_default(), LONGEST_TEXT),
            },
        }
    }

    /// The option's words at a choice.
    pub fn option(&self, node: NodeIx, option: u8) -> Option<String> {
        crate::feedback::debrief::option_at(self.input.scenario, node, option).map(|option| self.chosen(option))
    }

    /// `None` for words, otherwise what kind of deed it was.
    pub fn how(&self, turn: &Turn) -> Option<String> {
        let kind = match turn.option(self.input.scenario) {
            Some(option) => option.kind,
            None => match self.input.scenario.task(turn.node).filter(|_| matches!(turn.action, Action::Filled(_))) {
                Some(task) if task.kind == TaskKind::Compose => OptionKind::Response,
                Some(_) => OptionKind::DeskAction,
                None => OptionKind::Gesture,
            },
        };
        match kind {
            OptionKind::Response => None,
            OptionKind::Gesture => Some(self.text("report-how-gesture")),
            OptionKind::DeskAction => Some(self.text("report-how-desk")),
        }
    }

    /// Who said what.
    pub fn heard(&self, heard: Heard) -> Option<(Option<Somebody>, String)> {
        let (line, variant) = heard.line(self.input.scenario)?;
        if variant.say.original.is_empty() {
            let called_for: Vec<String> = variant.cues.iter().map(|cue| self.cue(*cue)).collect();
            return Some((line.speaker(), called_for.join(&self.text("explain-and"))));
        }
        Some((line.speaker(), self.shown(&variant.say)))
    }

    /// What a visitor or one of our own people is called.
    pub fn somebody(&self, who: Somebody) -> String {
        match who {
            Somebody::Visitor(who) => self.visitor(who),
            Somebody::Staff(who) => {
                let one = self.input.scenario.staff.get(who.at());
                one.map(|one| words::brief(one.name.get(self.locale), 40)).unwrap_or_default()
            }
        }
    }

    pub fn day(&self, day: u16) -> String {
        self.locale.day(self.input.scenario.date(day))
    }

    pub fn subject(&self) -> String {
        words::brief(self.input.scenario.title.get(self.locale), 120)
    }

    pub fn header(&self) -> Vec<Pair> {
        let input = self.input;
        let given = |text: Option<&str>, id| text.and_then(words::name).unwrap_or_else(|| self.text(id));
        let mode = match input.settings.mode {
            Mode::Practice => "report-mode-practice",
            Mode::Exam => "report-mode-exam",
        };
        let granted = input.how.and_then(|how| how.untimed_granted_by.as_deref());
        let mode = match (input.settings.timed, granted) {
            (true, _) => self.text(mode),
            (false, Some(by)) => {
                let args = args!("mode" => self.text(mode), "by" => words::brief(by, 60));
                self.text_with("report-mode-untimed-granted", &args)
            }
            (false, None) if self.doubts().untimed => {
                self.text_with("report-mode-untimed-self-granted", &args!("mode" => self.text(mode)))
            }
            (false, None) => self.text_with("report-mode-untimed", &args!("mode" => self.text(mode))),
        };
        let mut rows = vec![
            self.pair("report-trainee-name", given(input.trainee, "report-unnamed")),
            self.pair("report-class", given(input.class, "report-no-class")),
            self.pair("report-started", given(Some(&to_the_minute(input.started)), "report-unknown")),
            self.pair("report-mode", mode),
            self.pair("report-duration", words::clock(self.debrief.duration_ms)),
        ];
        if let Some((this, all)) = input.attempt {
            rows.push(
                self.pair("report-attempt", self.text_with("report-attempt-of", &args!("n" => this, "of" => all))),
            );
        }
        let told = input.how.into_iter().flat_map(|how| how_played_texts::told(how, self.locale));
        rows.extend(told.map(|(label, text)| Pair { label, text }));
        rows
    }

    pub fn versions(&self) -> Vec<Pair> {
        let input = self.input;
        let law: Vec<&str> = input.scenario.law.iter().map(String::as_str).collect();
        let law = if law.is_empty() { self.text("report-none") } else { words::brief(&law.join(", "), 200) };
        vec![
            self.pair("report-scenario", format!("{} · {}", words::brief(&input.scenario.id, 60), self.short_hash())),
            self.pair("report-seed", input.settings.seed.to_string()),
            self.pair("report-rubric", words::brief(input.versions.rubric, 60)),
            self.pair("report-acts", words::brief(input.versions.acts, 40)),
            self.pair("report-model", words::brief(input.versions.model, 40)),
            self.pair("report-law", law),
            self.pair("report-app", words::brief(input.versions.app, 40)),
        ]
    }

    pub fn pair(&self, label: &str, text: String) -> Pair {
        Pair { label: self.text(label), text }
    }

    fn short_hash(&self) -> String {
        self.input.scenario.hash.chars().take(12).collect()
    }

    pub fn footer(&self) -> String {
        self.text_with(
            "report-footer",
            &args!("scenario" => words::brief(&self.input.scenario.id, 60), "hash" => self.short_hash(),
                   "app" => words::brief(self.input.versions.app, 40)),
        )
    }

    pub fn score(&self, milli: Option<Milli>) -> String {
        milli.map_or_else(|| self.text("no-score"), words::score)
    }

    /// What this cannot be passed for as an exam.
    fn doubts(&self) -> Doubts {
        let settings = self.input.settings;
        self.input.how.map_or_else(|| HowPlayed::default().doubts(settings), |how| how.doubts(settings))
    }

    pub fn outcome(&self, ended: bool) -> Outcome {
        let found = &self.debrief.assessment;
        let total = found.total;
        let mark = self.input.rubric.pass;
        let doubts = self.doubts();
        let standing = found.standing(mark, ended).doubted(doubts);
        let said = verdict(standing, mark, self.locale);
        let mut notes = Vec::new();
        if let (Some(uncapped), Some(total)) = (found.total_uncapped, total)
            && uncapped != total
        {
            notes.push(self.text_with("report-capped", &args!("score" => words::score(uncapped))));
        }
        notes.push(self.text_with("report-pass-mark", &args!("score" => words::score(mark))));
        for dimension in assessment::Dimension::ALL {
            if let Some(cap) = found.dimension_caps[dimension as usize] {
                let args = args!("dimension" => self.text(&dimension.text_id()), "score" => words::score(cap));
                notes.push(self.text_with("report-dimension-capped", &args));
            }
        }
        if let (Some(share), Some(heard)) = (found.let_speak.filter(|share| share.0 < 1000), found.heard) {
            let args = args!("share" => words::score(share), "heard" => words::score(heard));
            notes.push(self.text_with("report-let-speak", &args));
        }
        if !self.input.settings.timed {
            notes.push(self.text("report-untimed-note"));
        }
        if total.is_none() {
            notes.push(self.text("report-no-total"));
        }
        Outcome {
            dimensions: assessment::Dimension::ALL.into_iter().map(|dimension| self.dimension(dimension)).collect(),
            total: self.score(total),
            total_milli: total.map(|total| total.0),
            standing: standing.id(),
            passed: standing.passed(),
            doubts: doubts.ids(),
            verdict: said.words,
            reasons: said.reasons,
            unfinished: (standing == Standing::Unfinished).then(|| self.text("report-unfinished")),
            notes,
            ending: self.ending(),
            tallies: self.tallies(),
        }
    }

    fn dimension(&self, dimension: assessment::Dimension) -> Dimension {
        let found = &self.debrief.assessment;
        let milli = found.dimensions[dimension as usize];
        let (mut earned, mut available) = (0, 0);
        for ((_, criterion), score) in self.input.rubric.iter().zip(&found.criteria) {
            if criterion.dimension == Some(dimension)
                && let Some(share) = score.share()
            {
                earned += i64::from(criterion.weight) * share.0;
                available += criterion.weight;
            }
        }
        let own = self.input.self_rating.and_then(|rating| rating.get(dimension));
        Dimension {
            name: self.text(&dimension.text_id()),
            score: match found.too_little_seen(dimension) {
                Some(_) => self.text("too-little-seen"),
                None => self.score(milli),
            },
            milli: milli.map(|milli| milli.0),
            points: milli.map(|_| {
                let (earned, available) = (words::points(earned), available);
                self.text_with("report-points", &args!("earned" => earned, "available" => available))
            }),
            own,
            circles: circles(own),
            own_words: own.map(|own| {
                let level = self.text(&format!("own-{own}"));
                self.text_with("report-own", &args!("number" => u32::from(own), "level" => level))
            }),
        }
    }

    fn ending(&self) -> Option<Pair> {
        let end = self.input.scenario.kind(self.debrief.ending?)?.as_end()?;
        Some(Pair { label: self.shown(&end.title), text: self.shown(&end.text) })
    }

    fn tallies(&self) -> Vec<Pair> {
        let debrief = self.debrief;
        let count = |n: usize| n.to_string();
        let interruptions: usize = debrief.turns.iter().map(|turn| turn.interrupted.len()).sum();
        let told = debrief.facts.iter().filter(|fact| fact.told.is_some()).count();
        let noted = debrief.facts.iter().filter(|fact| fact.noted_at_ms.is_some()).count();
        let mut rows = vec![
            self.pair("report-tally-turns", count(debrief.turns.len())),
            self.pair("report-tally-facts", format!("{noted} / {told} / {}", debrief.facts.len())),
            self.pair("report-tally-outbursts", debrief.outbursts.to_string()),
        ];
        if self.input.settings.timed {
            rows.push(self.pair("report-tally-interruptions", count(interruptions)));
        }
        rows
    }

    pub fn turning_points(&self) -> Vec<Turning> {
        let debrief = self.debrief;
        let mut said = HashSet::new();
        debrief
            .turning_points
            .iter()
            .filter_map(|point| {
                let turn = debrief.turns.get(point.turn)?;
                let thought = turn.thought.as_ref().filter(|thought| thought.who == point.who);
                Some(Turning {
                    number: point.number,
                    turn: turn.number,
                    rose: point.rose(),
                    change: format!("{} → {}", point.before / 10, point.after / 10),
                    said: words::brief(&self.done(turn), 90),
                    why: {
                        let why = self.why(point, turn);
                        let again = || args!("turn" => turn.number, "why" => why.as_str());
                        if said.insert(why.clone()) { why } else { self.text_with("report-turned-again", &again()) }
                    },
                    thought: thought.map(|thought| words::brief(&thought.text(self.input.scenario, self.locale), 120)),
                    face: face(self, point, turn),
                })
            })
            .collect()
    }

    fn why(&self, point: &TurningPoint, turn: &Turn) -> String {
        let who = self.visitor(point.who);
        let direction = if point.rose() { "up" } else { "down" };
        let act = match point.cause {
            Cause::Act(at) => turn.acts.get(at),
            _ => None,
        };
        let mut why = match (point.cause, act) {
            (_, Some(landed)) => {
                let id = match landed.effect {
                    ActEffect::Landed => format!("report-turned-{direction}"),
                    ActEffect::NeverSaid => "report-turned-never-said".to_owned(),
                    ActEffect::NotTakenIn => "report-turned-not-taken-in".to_owned(),
                    ActEffect::WornOut => "report-turned-worn-out".to_owned(),
                    ActEffect::OutOfPlace(_) => "report-turned-out-of-place".to_owned(),
                    ActEffect::TooSoon => "report-turned-too-soon".to_owned(),
                };
                let bearing = match landed.effect {
                    ActEffect::OutOfPlace(why) => self.text(&why.text_id()),
                    _ => String::new(),
                };
                let act = self.act(landed.act.kind);
                self.text_with(&id, &args!("who" => who.as_str(), "act" => act, "bearing" => bearing))
            }
            (Cause::Interruption, _) => self.text_with("report-turned-interruption", &args!("who" => who.as_str())),
            (Cause::Silence, _) => self.text_with("report-turned-silence", &args!("who" => who.as_str())),
            (Cause::Colleague, _) => self.text_with("report-turned-colleague", &args!("who" => who.as_str())),
            (Cause::Staff(at), _) => {
                let did = turn.staff.get(at);
                let name = did.map(|did| self.somebody(Somebody::Staff(did.who))).unwrap_or_default();
                let act = did.map(|did| self.act(did.act.kind)).unwrap_or_default();
                let args = args!("who" => who.as_str(), "staff" => name, "act" => act);
                self.text_with(&format!("report-turned-staff-{direction}"), &args)
            }
            (Cause::Time, _) => self.text_with("report-turned-time", &args!("who" => who.as_str())),
            _ => self.text_with(&format!("report-turned-telling-{direction}"), &args!("who" => who.as_str())),
        };
        if point.outburst {
            if self.locale == Locale::En {
                why.push(' ');
            }
            why.push_str(&self.text_with("report-turned-outburst", &args!("who" => who.as_str())));
        }
        why
    }

    /// What went well, in a few words.
    pub fn went_well(&self, picks: &[usize]) -> Vec<String> {
        let evidence = picks.iter().filter_map(|at| Some((*at, self.debrief.assessment.evidence.get(*at)?)));
        evidence.filter_map(|(at, one)| self.one_of_evidence("report-plus-one", None, at, one)).collect()
    }

    /// What to change, in a few words: the criterion, what was said, what would have been better.
    pub fn to_change(&self, picks: &[ToChange]) -> Vec<String> {
        picks.iter().filter_map(|one| self.change(*one)).collect()
    }

    fn change(&self, one: ToChange) -> Option<String> {
        let assessment = &self.debrief.assessment;
        match one {
            ToChange::Critical(at) => {
                let (failure, explanation) = (assessment.critical.get(at)?, self.explained.critical.get(at)?);
                let said = self.said_at(failure.turn, failure.node, failure.chosen)?;
                let kind = explanation.criterion.as_str();
                let args = args!("turn" => failure.turn, "criterion" => kind, "said" => said);
                let better = explanation.better.as_deref();
                Some(self.with_better(("report-delta-critical", "report-delta-critical-better"), args, better))
            }
            ToChange::Outburst { turn, who } => {
                let turn = self.debrief.turns.get(turn)?;
                let better = turn.better.and_then(|better| self.option(turn.node, better));
                let args = args!("turn" => turn.number, "who" => self.visitor(who), "said" => words::brief(&self.done(turn), 50));
                let ids = ("report-delta-outburst", "report-delta-outburst-better");
                Some(self.with_better(ids, args, better.as_deref()))
            }
            ToChange::Lost(at) | ToChange::Missed(at) => {
                let evidence = assessment.evidence.get(at)?;
                self.one_of_evidence("report-delta-one", Some("report-delta-better"), at, evidence)
            }
        }
    }

    fn one_of_evidence(&self, id: &str, with_better: Option<&str>, at: usize, evidence: &Evidence) -> Option<String> {
        let explanation = self.explained.evidence.get(at)?;
        let said = self.said_at(evidence.turn, evidence.node, evidence.chosen)?;
        let criterion = explanation.criterion.as_str();
        let args = args!("turn" => evidence.turn, "criterion" => criterion, "said" => said);
        Some(match with_better {
            Some(better) => self.with_better((id, better), args, explanation.better.as_deref()),
            None => self.text_with(id, &args),
        })
    }

    /// What was said or done at a turn; of a paper only what stands in the field that is judged.
    fn said_at(&self, turn: u32, node: NodeIx, chosen: Option<u8>) -> Option<String> {
        let turn = self.debrief.turn(turn)?;
        let entry = chosen.filter(|_| matches!(turn.action, Action::Filled(_)));
        let entry = entry.and_then(|entry| self.option(node, entry));
        Some(words::brief(&entry.unwrap_or_else(|| self.done(turn)), 50))
    }

    fn with_better(&self, (id, with): (&str, &str), mut args: FluentArgs, better: Option<&str>) -> String {
        let Some(better) = better else { return self.text_with(id, &args) };
        args.set("better", words::brief(better, 60));
        self.text_with(with, &args)
    }
}

/// `2026-03-09T09:12:41+08:00` as people write it; anything else as it stands.
fn to_the_minute(stamp: &str) -> String {
    match stamp.split_once('T') {
        Some((day, time)) if day.len() == 10 => {
            let minute: String = time.chars().take(5).collect();
            format!("{day} {minute}")
        }
        _ => stamp.to_owned(),
    }
}

/// Five levels in a row, the one that was given filled.
fn circles(own: Option<u8>) -> String {
    let levels = ["①❶", "②❷", "③❸", "④❹", "⑤❺"].iter().zip(1..);
    let shown = levels.filter_map(|(pair, level)| pair.chars().nth(usize::from(own == Some(level))));
    shown.map(String::from).collect::<Vec<_>>().join(" ")
}
