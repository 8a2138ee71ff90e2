//! Puts a finding's parts into words: what was said, by whom, what called for it, where it is taught.

use super::answers;
use super::explain::WAYS;
use super::form_words::heading;
use crate::args;
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::procedure::{Collective, Found, LawLibrary, TimeLimit};
use crate::rubric::assessment::{Evidence, Wrong, WrongDone};
use crate::scenario::model::{Arg, Opt, OptionKind, Scenario};
use crate::vocabulary::CueKind;
use crate::vocabulary::Locale;
use crate::vocabulary::{ActCatalogue, ActIx};
use crate::vocabulary::{Cue, NodeIx, VisitorIx};
use unicode_width::UnicodeWidthStr;

/// Sources named at most.
const SOURCES: usize = 3;

#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    pub scenario: &'a Scenario,
    pub catalogue: &'a ActCatalogue,
    pub law: Option<&'a LawLibrary>,
    pub locale: Locale,
    /// Which way of putting it.
    pub pick: u32,
}

impl<'a> Teller<'a> {
    pub(super) fn text(&self, id: &str) -> String {
        self.locale.text(id).into_owned()
    }

    pub(super) fn sentence(&self, what: &str, why: &str) -> String {
        self.locale.text_with("explain-sentence", &args!("what" => what, "why" => why)).trim().to_owned()
    }

    pub(super) fn option(&self, node: NodeIx, option: Option<u8>) -> Option<&'a Opt> {
        self.scenario.option(node, option?)
    }

    pub(super) fn name(&self, who: Option<VisitorIx>) -> String {
        match who.and_then(|who| self.scenario.visitors.get(who.at())) {
            Some(visitor) if !visitor.name.get(self.locale).is_empty() => visitor.name.get(self.locale).to_owned(),
            _ => self.text("explain-the-visitor"),
        }
    }

    /// What somebody in the room did that must not be let stand.
    pub(super) fn wrong(&self, wrong: Wrong) -> String {
        let act = match wrong.what {
            WrongDone::Act(act) => self.act(act),
            WrongDone::Cue(cue) => return self.text(&format!("seen-{}", CueKind::of(cue).id())),
        };
        let who = wrong.by.and_then(|who| self.scenario.called(who)).map(|name| name.get(self.locale).to_owned());
        match who {
            Some(who) => self.locale.text_with("explain-wrong-by", &args!("who" => who, "act" => act)).into_owned(),
            None => self.locale.text_with("explain-wrong-told", &args!("act" => act)).into_owned(),
        }
    }

    /// What an act is called, in quotation marks.
    pub(super) fn act(&self, act: ActIx) -> String {
        self.quoted(&self.label(act))
    }

    fn label(&self, act: ActIx) -> String {
        let name = &self.catalogue[act].name;
        self.locale.find(&format!("act-{name}"), None).map_or_else(|| name.clone(), |text| text.into_owned())
    }

    pub(super) fn quoted(&self, text: &str) -> String {
        self.locale.text_with("explain-quoted", &args!("text" => text)).into_owned()
    }

    /// Words are said, deeds are chosen.
    pub(super) fn verb(&self, option: Option<&Opt>) -> String {
        self.text(match option.map(|option| option.kind) {
            Some(OptionKind::Response) => "explain-say",
            _ => "explain-choose",
        })
    }

    /// The words of what was chosen, shortened, in quotation marks; a gesture by its name.
    pub(super) fn said(&self, option: Option<&Opt>, act: Option<ActIx>) -> String {
        let words = option.map(|option| self.locale.words(&option.text));
        match option.zip(words.as_deref().map(str::trim)) {
            // Of a live talk it is not always written down what was said, only what it did.
            Some((option, "")) => {
                let names: Vec<String> = option.acts.iter().map(|act| self.label(act.kind)).collect();
                self.quoted(&names.join(&self.text("explain-and")))
            }
            Some((option, text)) => {
                let bare = match option.kind {
                    OptionKind::Response => text,
                    OptionKind::Gesture | OptionKind::DeskAction => {
                        text.trim_start_matches(['（', '(']).trim_end_matches(['）', ')'])
                    }
                };
                self.quoted(&inner_quotes(&first_clauses(bare, self.locale)))
            }
            None => act.map_or_else(|| self.text("explain-a-gesture"), |act| self.act(act)),
        }
    }

    /// Whether what was done there without an option was handing in a paper, and not a gesture beside it.
    pub(super) fn is_paper(&self, node: NodeIx, act: Option<ActIx>) -> bool {
        self.scenario.task(node).is_some() && act.is_none_or(|act| self.catalogue[act].gesture.is_none())
    }

    /// The same; a paper that was handed in by its name.
    pub(super) fn done(&self, node: NodeIx, option: Option<&Opt>, act: Option<ActIx>) -> String {
        match (option, self.scenario.task(node)) {
            (None, Some(task)) if self.is_paper(node, act) => self.quoted(&heading(task, self.locale)),
            _ => self.said(option, act),
        }
    }

    /// The field, what stands in it, what should stand there.
    pub(super) fn written(&self, evidence: &Evidence, args: &mut FluentArgs) {
        let Some(task) = self.scenario.task(evidence.node) else { return };
        let field = evidence.chosen.and_then(|entry| task.form.fields.get(task.form.field_of(entry)?));
        // The fields of one paper speak differently.
        args.set("pick", (self.pick + u32::from(evidence.chosen.unwrap_or(0))) % WAYS);
        args.set(
            "field",
            self.quoted(&field.map_or_else(String::new, |field| self.locale.words(&field.label).into_owned())),
        );
        args.set("paper", self.quoted(&heading(task, self.locale)));
        let right = self.option(evidence.node, evidence.better);
        // What stands in a paper is quoted with its brackets.
        let exact = |option: &Opt| {
            self.quoted(&inner_quotes(&first_clauses(self.locale.words(&option.text).trim(), self.locale)))
        };
        if let Some(entry) = self.option(evidence.node, evidence.chosen) {
            args.set("said", exact(entry));
        }
        args.set("known", if right.is_some() { "yes" } else { "no" });
        args.set("right", right.map_or_else(String::new, exact));
        let limit = field.and_then(|field| match task.form.limit(field)? {
            TimeLimit::By(limit) => Some(self.locale.say(&limit.label())),
            TimeLimit::Within(days) => {
                let args = args!("days" => u32::from(days));
                Some(self.locale.text_with("desk-limit-within", &args).into_owned())
            }
        });
        args.set("limit", limit.unwrap_or_else(|| self.text("desk-limit-any")));
    }

    /// The article against what was filled, or the one that sets its time limit.
    pub(super) fn article_against(&self, found: Found, evidence: &Evidence) -> Option<String> {
        if let Some(basis) = found.basis {
            return Some(self.law?.citation(basis, self.locale));
        }
        let task = self.scenario.task(evidence.node)?;
        let field = task.form.fields.get(task.form.field_of(evidence.chosen?)?)?;
        let TimeLimit::By(limit) = field.due? else { return None };
        let rule = self.law?.limit_on(limit, self.scenario.plays_on)?;
        Some(self.law?.citation(rule.article, self.locale))
    }

    /// The article that says how many may represent a matter.
    pub(super) fn representatives(&self) -> String {
        let law = self.law.unwrap_or_else(|| LawLibrary::shipped());
        let rule = Collective::on(law, self.scenario.plays_on);
        rule.map(|(_, article)| law.citation(article, self.locale)).unwrap_or_default()
    }

    /// The word that an option claims to repeat.
    pub(super) fn word_of(&self, option: Option<&Opt>, act: ActIx) -> String {
        let word = (option.into_iter().flat_map(|o| &o.acts)).find(|a| a.kind == act).and_then(|a| match a.arg {
            Arg::Word(word) => self.scenario.words.get(word.at()),
            _ => None,
        });
        self.quoted(word.map_or("……", |word| word.text.get(self.locale)))
    }

    pub(super) fn promise_of(&self, option: Option<&Opt>) -> String {
        let promise = (option.into_iter().flat_map(|o| &o.acts)).find_map(|a| match a.arg {
            Arg::Promise(promise) => self.scenario.promises.get(promise.at()),
            _ => None,
        });
        match promise {
            Some(promise) => self.quoted(&inner_quotes(&first_clauses(promise.text.get(self.locale), self.locale))),
            None => self.said(option, None),
        }
    }

    /// What called for an answer.
    pub(super) fn cue(&self, cue: Cue, evidence: &Evidence) -> String {
        let mut args = args!("who" => self.name(evidence.to), "pick" => self.pick);
        match cue {
            Cue::Feeling(word) => {
                args.set("word", self.scenario.words.get(word.at()).map_or("", |word| word.text.get(self.locale)));
            }
            Cue::Fact(fact) => {
                let text = self.scenario.facts.get(fact.at()).map_or("", |fact| fact.text.get(self.locale));
                args.set("word", inner_quotes(&first_clauses(text, self.locale)));
            }
            Cue::Deflected(times) => args.set("times", times),
            Cue::TwoAnswers(answers) => {
                let told = answers.and_then(|answers| self.scenario.earlier_answers.get(answers.at()));
                args.set("known", if told.is_some() { "yes" } else { "no" });
                args.set("answers", told.map_or_else(String::new, |told| answers::told(told, self.locale)));
                args.set("truth", told.map_or("", |told| told.truth.get(self.locale)));
            }
            _ => {}
        }
        self.locale.text_with(&format!("seen-{}", CueKind::of(cue).id()), &args).into_owned()
    }

    /// Items of the handbook with their key term, articles as they are cited.
    pub(super) fn sources(&self, sources: &[String], option: Option<&Opt>, acted: Option<ActIx>) -> String {
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

/// Thousandths as whole per cent, never 0.
pub(super) fn percent(share: u16) -> u16 {
    ((share + 5) / 10).max(1)
}

/// The first clauses of a text, as many as fit on half a line.
fn first_clauses(text: &str, locale: Locale) -> String {
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
pub(super) fn inner_quotes(text: &str) -> String {
    text.replace('“', "‘").replace('”', "’")
}
