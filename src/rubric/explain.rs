//! Says in words what a piece of evidence means: what was said, what it did, why it counts.

use super::acts::{ActCatalogue, ActIx, Critical, Mechanic};
use super::assessment::{CriticalFailure, Evidence, Reason, Verdict};
use super::rules::Rubric;
use super::sets::CueKind;
use crate::args;
use crate::locale::{FluentArgs, Locale};
use crate::procedure::LawLibrary;
use crate::scenario::desk_task::Due;
use crate::scenario::model::{Arg, Cue, NodeIx, Opt, OptionKind, Scenario, VisitorIx};
use unicode_width::UnicodeWidthStr;

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

/// Ways of putting the same thing; which one is used changes from turn to turn.
const WAYS: u32 = 3;
/// Sources named at most.
const SOURCES: usize = 3;

pub fn explain(
    scenario: &Scenario,
    rubric: &Rubric,
    catalogue: &ActCatalogue,
    law: Option<&LawLibrary>,
    evidence: &Evidence,
    locale: Locale,
) -> Explanation {
    let criterion = &rubric[evidence.criterion];
    // Several criteria of one turn speak differently, and so does one criterion from turn to turn.
    let nth = u32::from(evidence.criterion.0);
    let (pick, pick_why) = ((evidence.turn + nth) % WAYS, (evidence.turn + nth / WAYS) % WAYS);
    let teller = Teller { scenario, catalogue, law, locale, pick };
    let option = teller.option(evidence.node, evidence.chosen);
    let acted = match evidence.reason {
        Reason::Did(act) | Reason::Answered(_, act) | Reason::NeverSaid(act) | Reason::NotTakenIn(act) => Some(act),
        Reason::OutOfOrder { did, .. } | Reason::InOrder { did, .. } => Some(did),
        _ => None,
    };
    let mut args = args!(
        "pick" => teller.pick,
        "who" => teller.name(evidence.to),
        "said" => teller.said(option, acted),
        "say" => teller.verb(option),
        "word" => "",
        "act" => "",
    );
    let how = match evidence.verdict {
        Verdict::Hit => "hit",
        Verdict::Partial => "partial",
        Verdict::Miss => "miss",
    };
    let why_of_criterion = || teller.text(&format!("criterion-{}.why", criterion.id));
    let why_of_act = |act: ActIx| {
        (locale.find(&format!("act-{}.why", catalogue[act].name), None))
            .map_or_else(why_of_criterion, |why| why.into_owned())
    };
    let mirrored = |act: ActIx| catalogue[act].mechanic == Some(Mechanic::Mirror);
    let why_of = |act: ActIx| match evidence.verdict {
        Verdict::Hit if mirrored(act) && option.is_some() => locale
            .text_with("explain-why-mirror", &args!("pick" => pick_why, "word" => teller.word_of(option, act)))
            .into_owned(),
        // The same act often serves several criteria: what it did, and what it is good for, take turns.
        Verdict::Hit if pick_why != 0 => why_of_criterion(),
        Verdict::Hit | Verdict::Miss => why_of_act(act),
        Verdict::Partial => why_of_criterion(),
    };
    let by_gesture = evidence.chosen.is_none() && scenario.task(evidence.node).is_none();
    let (id, why) = match evidence.reason {
        Reason::Did(act) => {
            args.set("act", teller.act(act));
            (if by_gesture { "explain-gesture-did".to_owned() } else { format!("explain-did-{how}") }, why_of(act))
        }
        Reason::Answered(cue, act) => {
            args.set("act", teller.act(act));
            args.set("cue", teller.cue(cue, evidence));
            let id = match (by_gesture, cue) {
                (true, Cue::Fact(_)) => "explain-noted".to_owned(),
                (true, _) => "explain-gesture-answered".to_owned(),
                (false, _) => format!("explain-answered-{how}"),
            };
            (id, why_of(act))
        }
        Reason::Unanswered(cue) => {
            args.set("cue", teller.cue(cue, evidence));
            ("explain-unanswered".to_owned(), why_of_criterion())
        }
        Reason::NeverSaid(act) => {
            args.set("act", teller.act(act));
            args.set("word", teller.word_of(option, act));
            ("explain-never-said".to_owned(), why_of_criterion())
        }
        // Done right turn after turn: the reason is in the sentence itself.
        Reason::Heard => ("explain-heard".to_owned(), String::new()),
        Reason::CutOff(unsaid) => {
            args.set("percent", percent(unsaid));
            (format!("explain-cut-off-{how}"), why_of_criterion())
        }
        Reason::Silent(ms) => {
            args.set("seconds", (ms / 1000).max(1));
            (format!("explain-silent-{how}"), why_of_criterion())
        }
        Reason::NotTakenIn(act) => {
            args.set("act", teller.act(act));
            ("explain-not-taken-in".to_owned(), why_of_criterion())
        }
        Reason::OutOfOrder { did, before } => {
            args.set("act", teller.act(did));
            args.set("other", teller.act(before));
            (format!("explain-out-of-order-{how}"), why_of_criterion())
        }
        Reason::InOrder { did, after } => {
            args.set("act", teller.act(did));
            args.set("other", teller.act(after));
            ("explain-in-order".to_owned(), String::new())
        }
        Reason::NeverDid(act) => {
            args.set("act", teller.act(act));
            ("explain-never-did".to_owned(), why_of_criterion())
        }
        Reason::Author => {
            let why = option.and_then(|option| option.own.as_ref()).map(|own| own.why.get(locale).to_owned());
            (format!("explain-author-{how}"), why.unwrap_or_default())
        }
        Reason::PromiseKept => {
            args.set("promise", teller.promise_of(option));
            ("explain-promise-kept".to_owned(), why_of_criterion())
        }
        Reason::PromiseBroken => {
            args.set("promise", teller.promise_of(option));
            ("explain-promise-broken".to_owned(), why_of_criterion())
        }
        Reason::Wrote(fault) => {
            teller.written(evidence, &mut args);
            match fault {
                Some(fault) => {
                    args.set("days", u32::from(fault.days().unwrap_or(0)));
                    (format!("explain-wrote-{}", fault.id()), teller.text(&format!("desk-fault-{}.why", fault.id())))
                }
                // What is right needs no reason every time.
                None => ("explain-wrote-right".to_owned(), String::new()),
            }
        }
    };
    let better = (teller.option(evidence.node, evidence.better).map(|o| o.text.get(locale).to_owned())).or_else(|| {
        let act = acted.filter(|_| evidence.verdict != Verdict::Hit)?;
        locale.find(&format!("act-{}.better", catalogue[act].name), None).map(|text| text.into_owned())
    });
    Explanation {
        criterion: teller.text(&format!("criterion-{}", criterion.id)),
        sentence: teller.sentence(&id, &args, &why),
        source: match evidence.reason {
            // The limit's own article says more than the criterion's list.
            Reason::Wrote(Some(_)) => teller.limit_of(evidence).unwrap_or_else(|| {
                let right = teller.option(evidence.node, evidence.better);
                let cites = right.and_then(|right| right.acts.first()).map(|act| act.kind);
                teller.sources(&criterion.sources, right, cites)
            }),
            _ => teller.sources(&criterion.sources, option, acted),
        },
        better,
    }
}

pub fn explain_critical(
    scenario: &Scenario,
    catalogue: &ActCatalogue,
    law: Option<&LawLibrary>,
    failure: &CriticalFailure,
    locale: Locale,
) -> Explanation {
    let teller = Teller { scenario, catalogue, law, locale, pick: failure.turn % WAYS };
    let option = teller.option(failure.node, failure.chosen);
    let id = critical_id(failure.kind);
    let args = args!(
        "pick" => teller.pick,
        "say" => teller.verb(option),
        "said" => teller.said(option, failure.act),
        "act" => failure.act.map(|act| teller.act(act)).unwrap_or_default(),
    );
    let what = if failure.act.is_some() { "explain-critical-did" } else { "explain-critical-ignored" };
    let sources: &[&str] = match failure.kind {
        Critical::Threat => &["W14", "xf2022/47"],
        Critical::Retaliation => &["R10", "xf2022/18(4)"],
        Critical::Suppression => &["P20", "xf2022/18(4)"],
        Critical::Leak => &["R03", "R10", "xf2022/30(3)"],
        Critical::IllegalPromise => &["W15", "H18"],
        Critical::Gift => &["N07"],
        Critical::IgnoredRisk => &["R11", "X02", "X07"],
    };
    let sources: Vec<String> = sources.iter().map(|s| (*s).to_owned()).collect();
    Explanation {
        criterion: teller.text(id),
        sentence: teller.sentence(what, &args, &teller.text(&format!("{id}.why"))),
        source: teller.sources(&sources, None, None),
        better: (teller.option(failure.node, failure.better).map(|o| o.text.get(locale).to_owned())).or_else(|| {
            let act = failure.act?;
            locale.find(&format!("act-{}.better", catalogue[act].name), None).map(|text| text.into_owned())
        }),
    }
}

/// Fluent message of a failure's name; its `.why` says what is wrong with it.
pub const fn critical_id(kind: Critical) -> &'static str {
    match kind {
        Critical::Threat => "critical-threat",
        Critical::Retaliation => "critical-retaliation",
        Critical::Suppression => "critical-suppression",
        Critical::Leak => "critical-leak",
        Critical::IllegalPromise => "critical-illegal-promise",
        Critical::Gift => "critical-gift",
        Critical::IgnoredRisk => "critical-ignored-risk",
    }
}

struct Teller<'a> {
    scenario: &'a Scenario,
    catalogue: &'a ActCatalogue,
    law: Option<&'a LawLibrary>,
    locale: Locale,
    /// Which way of putting it.
    pick: u32,
}

impl<'a> Teller<'a> {
    fn text(&self, id: &str) -> String {
        self.locale.text(id).into_owned()
    }

    fn sentence(&self, id: &str, args: &FluentArgs, why: &str) -> String {
        let what = self.locale.text_with(id, args);
        self.locale.text_with("explain-sentence", &args!("what" => what.trim(), "why" => why)).trim().to_owned()
    }

    fn option(&self, node: NodeIx, option: Option<u8>) -> Option<&'a Opt> {
        self.scenario.option(node, option?)
    }

    fn name(&self, who: Option<VisitorIx>) -> String {
        match who.and_then(|who| self.scenario.visitors.get(who.at())) {
            Some(visitor) => visitor.name.get(self.locale).to_owned(),
            None => self.text("explain-the-visitor"),
        }
    }

    /// What an act is called, in quotation marks.
    fn act(&self, act: ActIx) -> String {
        let name = &self.catalogue[act].name;
        let label =
            self.locale.find(&format!("act-{name}"), None).map_or_else(|| name.clone(), |text| text.into_owned());
        self.quoted(&label)
    }

    fn quoted(&self, text: &str) -> String {
        self.locale.text_with("explain-quoted", &args!("text" => text)).into_owned()
    }

    /// Words are said, deeds are chosen.
    fn verb(&self, option: Option<&Opt>) -> String {
        self.text(match option.map(|option| option.kind) {
            Some(OptionKind::Response) => "explain-say",
            _ => "explain-choose",
        })
    }

    /// The words of what was chosen, shortened, in quotation marks; a gesture by its name.
    fn said(&self, option: Option<&Opt>, act: Option<ActIx>) -> String {
        match option {
            Some(option) => {
                let text = option.text.get(self.locale).trim();
                let bare = match option.kind {
                    OptionKind::Response => text,
                    OptionKind::Gesture | OptionKind::DeskAction => {
                        text.trim_start_matches(['（', '(']).trim_end_matches(['）', ')'])
                    }
                };
                self.quoted(&inner_quotes(&shortened(bare, self.locale)))
            }
            None => act.map_or_else(|| self.text("explain-a-gesture"), |act| self.act(act)),
        }
    }

    /// The field, what stands in it, what should stand there.
    fn written(&self, evidence: &Evidence, args: &mut FluentArgs) {
        let Some(task) = self.scenario.task(evidence.node) else { return };
        let field = evidence.chosen.and_then(|entry| task.fields.get(task.field_of(entry)?));
        // The fields of one paper speak differently.
        args.set("pick", (self.pick + u32::from(evidence.chosen.unwrap_or(0))) % WAYS);
        args.set("field", self.quoted(field.map_or("", |field| field.label.get(self.locale))));
        args.set("paper", self.quoted(&task.heading(self.locale)));
        let right = self.option(evidence.node, evidence.better);
        args.set("right", right.map_or_else(String::new, |right| self.said(Some(right), None)));
        let limit = field.and_then(|field| match field.due? {
            Due::By(limit) => Some(limit.label(self.locale)),
            Due::Within(days) => {
                let args = args!("days" => u32::from(days));
                Some(self.locale.text_with("desk-limit-within", &args).into_owned())
            }
        });
        args.set("limit", limit.unwrap_or_else(|| self.text("desk-limit-any")));
    }

    /// The article that sets the time limit of what was filled.
    fn limit_of(&self, evidence: &Evidence) -> Option<String> {
        let task = self.scenario.task(evidence.node)?;
        let field = task.fields.get(task.field_of(evidence.chosen?)?)?;
        let Due::By(limit) = field.due? else { return None };
        let rule = self.law?.limit_on(limit, self.scenario.plays_on)?;
        Some(self.law?.citation(rule.article, self.locale))
    }

    /// The word that an option claims to repeat.
    fn word_of(&self, option: Option<&Opt>, act: ActIx) -> String {
        let word = (option.into_iter().flat_map(|o| &o.acts)).find(|a| a.kind == act).and_then(|a| match a.arg {
            Arg::Word(word) => self.scenario.words.get(word.at()),
            _ => None,
        });
        self.quoted(word.map_or("……", |word| word.text.get(self.locale)))
    }

    fn promise_of(&self, option: Option<&Opt>) -> String {
        let promise = (option.into_iter().flat_map(|o| &o.acts)).find_map(|a| match a.arg {
            Arg::Promise(promise) => self.scenario.promises.get(promise.at()),
            _ => None,
        });
        match promise {
            Some(promise) => self.quoted(&inner_quotes(&shortened(promise.text.get(self.locale), self.locale))),
            None => self.said(option, None),
        }
    }

    /// What called for an answer.
    fn cue(&self, cue: Cue, evidence: &Evidence) -> String {
        let mut args = args!("who" => self.name(evidence.to), "pick" => self.pick);
        match cue {
            Cue::Feeling(word) => {
                args.set("word", self.scenario.words.get(word.at()).map_or("", |word| word.text.get(self.locale)));
            }
            Cue::Fact(fact) => {
                let text = self.scenario.facts.get(fact.at()).map_or("", |fact| fact.text.get(self.locale));
                args.set("word", inner_quotes(&shortened(text, self.locale)));
            }
            Cue::Deflected(times) => args.set("times", times),
            _ => {}
        }
        self.locale.text_with(cue_id(CueKind::of(cue)), &args).into_owned()
    }

    /// Items of the handbook with their key term, articles as they are cited.
    fn sources(&self, sources: &[String], option: Option<&Opt>, acted: Option<ActIx>) -> String {
        let acts = option.into_iter().flat_map(|o| &o.acts).filter(|act| Some(act.kind) == acted);
        let cited = acts.filter_map(|act| match act.arg {
            Arg::Article(article) => Some(self.law?.citation(article, self.locale)),
            _ => None,
        });
        let (articles, items): (Vec<&String>, Vec<&String>) = sources.iter().partition(|s| s.contains('/'));
        let items = items.into_iter().take(SOURCES).map(|item| {
            let term = self.locale.find(&format!("source-{item}"), None);
            term.map_or_else(|| item.clone(), |term| format!("{item} {term}"))
        });
        let articles = articles.into_iter().filter_map(|id| {
            let law = self.law?;
            Some(law.citation(law.find(id)?, self.locale))
        });
        let mut all: Vec<String> = Vec::new();
        for source in items.chain(articles).chain(cited) {
            if !all.contains(&source) {
                all.push(source);
            }
        }
        all.join(" · ")
    }
}

const fn cue_id(kind: CueKind) -> &'static str {
    match kind {
        CueKind::Feeling => "seen-feeling",
        CueKind::Fact => "seen-fact",
        CueKind::Deflected => "seen-deflected",
        CueKind::Question => "seen-question",
        CueKind::Test => "seen-test",
        CueKind::Interest => "seen-interest",
        CueKind::Privacy => "seen-privacy",
        CueKind::Rambling => "seen-rambling",
        CueKind::Papers => "seen-papers",
        CueKind::Vulnerable => "seen-vulnerable",
        CueKind::Insult => "seen-insult",
        CueKind::TakeSides => "seen-take-sides",
        CueKind::Vent => "seen-vent",
        CueKind::Careless => "seen-careless",
        CueKind::Weapon => "seen-weapon",
        CueKind::SelfHarm => "seen-self-harm",
        CueKind::Collapse => "seen-collapse",
        CueKind::Violence => "seen-violence",
        CueKind::Infection => "seen-infection",
    }
}

/// Thousandths as whole per cent, never 0.
fn percent(share: u16) -> u16 {
    ((share + 5) / 10).max(1)
}

/// The first clauses of a text, as many as fit on half a line.
fn shortened(text: &str, locale: Locale) -> String {
    let room = match locale {
        Locale::ZhCn => 40,
        Locale::En => 64,
    };
    if text.width() <= room {
        return text.to_owned();
    }
    let (mut width, mut end, mut clause) = (0, 0, None);
    for (at, letter) in text.char_indices() {
        width += unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0);
        if width > room {
            break;
        }
        end = at + letter.len_utf8();
        let breaks = matches!(letter, '，' | '。' | '！' | '？' | '；' | '：' | ',' | '.' | '!' | '?' | ';')
            || (letter == ' ' && locale == Locale::En);
        if breaks && width * 2 >= room {
            clause = Some(at);
        }
    }
    let cut = text.get(..clause.unwrap_or(end)).unwrap_or(text).trim_end();
    match locale {
        Locale::ZhCn => format!("{cut}……"),
        Locale::En => format!("{cut} …"),
    }
}

/// Quotation marks inside a quotation.
fn inner_quotes(text: &str) -> String {
    text.replace('“', "‘").replace('”', "’")
}
