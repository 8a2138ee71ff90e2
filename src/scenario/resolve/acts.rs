//! Acts and cues: names of the catalogues, with what stands in brackets.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::*;
use super::super::source::{Call, CallArg, NodeSource, Str};
use super::super::tree::Step;
use super::Resolver;
use crate::procedure::PaperCatalogue;
use crate::vocabulary::acts::Takes;
use crate::vocabulary::{ActCatalogue, ActIx, CueKind};
use std::ops::Range;
use strum::VariantNames;

impl<'s, 'a> Resolver<'s, 'a> {
    /// The feeling words of all lines, before any act mirrors one.
    pub(super) fn collect_words(&mut self) {
        for (_, node) in &self.source.nodes.0 {
            let NodeSource::Line { cues, variants, .. } = node else {
                continue;
            };
            for cue in cues.iter().chain(variants.iter().flat_map(|variant| &variant.cues)) {
                if let Some(Call { name: "Feeling", arg: CallArg::Text(Str(std::borrow::Cow::Borrowed(word))) }) =
                    Call::parse(cue.get_ron())
                {
                    let position = self.words.len() as u16;
                    self.words.entry(word).or_insert(position);
                }
            }
        }
    }

    pub(super) fn raw_span(&self, raw: &str) -> Range<usize> {
        let trimmed = raw.trim();
        self.slice_span(trimmed).unwrap_or_else(|| self.here.clone())
    }

    fn name_span(&self, name: &str) -> Range<usize> {
        self.slice_span(name).unwrap_or_else(|| self.here.clone())
    }

    fn arg_span(&self, call: &Call, raw: &str) -> Range<usize> {
        match &call.arg {
            CallArg::Text(text @ Str(std::borrow::Cow::Borrowed(_))) => self.span(text),
            CallArg::Name(slice) | CallArg::Other(slice) => {
                self.slice_span(slice).unwrap_or_else(|| self.raw_span(raw))
            }
            _ => self.raw_span(raw),
        }
    }

    pub(super) fn act_name(&mut self, name: &str) -> Option<ActIx> {
        let catalogue = ActCatalogue::shipped();
        let found = catalogue.find(name);
        if found.is_none() {
            let span = self.name_span(name);
            let hint = suggest(name, catalogue.iter().map(|(_, act)| &act.name));
            self.out.push(self.problem(Code::UnknownAct, span).with("name", name).hint(hint));
        }
        found
    }

    pub(super) fn act(&mut self, raw: &'a str) -> Option<Act> {
        let Some(call) = Call::parse(raw) else {
            let span = self.raw_span(raw);
            self.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-act-is-a-name"));
            return None;
        };
        let kind = self.act_name(call.name)?;
        let takes = ActCatalogue::shipped()[kind].takes;
        let span = self.arg_span(&call, raw);
        let arg = match (takes, &call.arg) {
            (
                Takes::Nothing | Takes::MaybeFact | Takes::MaybeArticle | Takes::MaybePromise | Takes::MaybeVisitor,
                CallArg::None,
            ) => Arg::None,
            (Takes::Nothing, _) => {
                let hint = Hint::Text("hint-act-without-brackets");
                let problem = self.problem(Code::ArgumentWrong, span).with("name", call.name).hint(Some(hint));
                self.out.push(problem);
                return None;
            }
            (_, CallArg::None) => {
                let problem =
                    self.problem(Code::ArgumentMissing, span).with("name", call.name).hint(Some(takes_hint(takes)));
                self.out.push(problem);
                return None;
            }
            (Takes::Word, CallArg::Text(word)) => Arg::Word(self.word(word, span)?),
            (Takes::MaybeFact, CallArg::Text(fact)) => Arg::Fact(self.fact(fact, span)?),
            (Takes::Article | Takes::MaybeArticle, CallArg::Text(article)) => {
                Arg::Article(self.article(article, span)?)
            }
            (Takes::Paper, CallArg::Text(paper)) => Arg::Paper(self.paper(paper, span)?),
            (Takes::Promise | Takes::MaybePromise, CallArg::Text(promise)) => {
                Arg::Promise(self.promise(promise, span)?)
            }
            (Takes::MaybeVisitor, CallArg::Text(visitor)) => Arg::Visitor(self.visitor(visitor, span)?),
            (_, CallArg::Name(_) | CallArg::Number(_) | CallArg::Other(_)) => {
                let problem =
                    self.problem(Code::ArgumentWrong, span).with("name", call.name).hint(Some(takes_hint(takes)));
                self.out.push(problem);
                return None;
            }
        };
        Some(Act { kind, arg })
    }

    fn word(&mut self, word: &Str, span: Range<usize>) -> Option<WordIx> {
        if let Some(&position) = self.words.get(word.as_str()) {
            return Some(WordIx(position));
        }
        if !self.unreadable.anything {
            let hint = suggest(word.as_str(), self.words.keys().copied());
            self.out.push(self.problem(Code::WordNeverSaid, span).with("word", word.as_str()).hint(hint));
        }
        None
    }

    pub(super) fn article(&mut self, citation: &Str, span: Range<usize>) -> Option<crate::procedure::ArticleIx> {
        let library = self.source.own_law.library();
        let Some(found) = library.find(citation.as_str()) else {
            let pack = citation.as_str().split('/').next().unwrap_or_default();
            if self.source.own_law.broken.iter().any(|id| id == pack) {
                return None;
            }
            let of_pack: Vec<String> = (library.packs.iter().filter(|known| known.id == pack))
                .flat_map(|known| known.articles.clone().map(move |at| (known, at)))
                .filter_map(|(known, at)| Some(format!("{}/{}", known.id, library.articles.get(at as usize)?.number)))
                .collect();
            // An article of which the pack holds several parts: these are they.
            let begun = format!("{}(", citation.as_str());
            let parts: Vec<String> = of_pack.iter().filter(|known| known.starts_with(&begun)).cloned().collect();
            let hint = if of_pack.is_empty() {
                suggest(pack, library.packs.iter().map(|known| &known.id))
            } else if parts.is_empty() {
                suggest(citation.as_str(), of_pack)
            } else {
                Some(Hint::OneOf(parts))
            };
            self.out.push(self.problem(Code::UnknownArticle, span).with("name", citation.as_str()).hint(hint));
            return None;
        };
        let pack = library.packs.get(library[found].pack as usize)?;
        if let Some(day) = self.plays_on
            && (day < pack.valid_from || pack.valid_to.is_some_and(|last| day > last))
        {
            let until = pack.valid_to.map_or_else(|| "…".to_owned(), |last| last.to_string());
            let problem = (self.problem(Code::NotInForce, span).with("name", citation.as_str()))
                .with("day", day.to_string())
                .with("from", pack.valid_from.to_string())
                .with("until", until);
            self.out.push(problem);
            return None;
        }
        Some(found)
    }

    /// The articles that put an option's words right.
    pub(super) fn law_says(&mut self, articles: &[Str<'a>], path: &[Step]) -> Vec<crate::procedure::ArticleIx> {
        let place = |n: usize| [path, &[Step::Field("law_says"), Step::Item(n)]].concat();
        let articles = articles.iter().enumerate();
        articles.filter_map(|(n, cited)| self.article(cited, self.span_or(cited, &place(n)))).collect()
    }

    pub(super) fn paper(&mut self, id: &Str, span: Range<usize>) -> Option<crate::procedure::PaperIx> {
        let catalogue = PaperCatalogue::shipped();
        let found = catalogue.find(id.as_str());
        if found.is_none() {
            let hint = suggest(id.as_str(), catalogue.papers.iter().map(|paper| &paper.id));
            self.out.push(self.problem(Code::UnknownPaper, span).with("name", id.as_str()).hint(hint));
        }
        found
    }

    pub(super) fn cue(&mut self, raw: &'a str, line: Option<&str>) -> Option<Cue> {
        let Some(call) = Call::parse(raw) else {
            let span = self.raw_span(raw);
            self.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-cue-is-a-name"));
            return None;
        };
        let span = self.arg_span(&call, raw);
        let cue = match (call.name, &call.arg) {
            ("Feeling", CallArg::Text(word)) => {
                if line.is_some_and(|line| word.as_str().is_empty() || !line.contains(word.as_str())) {
                    let problem = self.problem(Code::WordNotInLine, span).with("word", word.as_str());
                    self.out.push(problem);
                    self.misquoted.extend(line.map(str::to_owned));
                    return None;
                }
                Cue::Feeling(WordIx(*self.words.get(word.as_str())?))
            }
            ("Fact", CallArg::Text(fact)) => Cue::Fact(self.fact(fact, span)?),
            ("Deflected", CallArg::Number(times)) => {
                if !(1..=100).contains(times) {
                    let problem = (self.problem(Code::OutOfRange, span).with("value", times.to_string()))
                        .with("min", "1")
                        .with("max", "100");
                    self.out.push(problem);
                    return None;
                }
                Cue::Deflected(*times as u8)
            }
            ("Risk", CallArg::Name(name)) => match name.parse() {
                Ok(risk) => Cue::Risk(risk),
                Err(_) => {
                    let hint = suggest(name, Risk::VARIANTS);
                    self.out.push(self.problem(Code::UnknownWord, span).with("name", *name).hint(hint));
                    return None;
                }
            },
            ("Conduct", CallArg::Name(name)) => match name.parse() {
                Ok(unruly) => Cue::Conduct(unruly),
                Err(_) => {
                    let hint = suggest(name, Unruly::VARIANTS);
                    self.out.push(self.problem(Code::UnknownWord, span).with("name", *name).hint(hint));
                    return None;
                }
            },
            (name, CallArg::None) if alone(name).is_some() => alone(name)?,
            (name, arg) if Cue::VARIANTS.contains(&name) => {
                let code = if *arg == CallArg::None { Code::ArgumentMissing } else { Code::ArgumentWrong };
                let hint = match name {
                    "Feeling" => "hint-takes-word",
                    "Fact" => "hint-takes-fact",
                    "Deflected" => "hint-takes-number",
                    "Risk" => "hint-takes-risk",
                    "Conduct" => "hint-takes-conduct",
                    _ => "hint-act-without-brackets",
                };
                let problem = self.problem(code, span).with("name", name).hint(Some(Hint::Text(hint)));
                self.out.push(problem);
                return None;
            }
            (name, _) => {
                let span = self.name_span(name);
                let hint = suggest(name, Cue::VARIANTS);
                self.out.push(self.problem(Code::UnknownCue, span).with("name", name).hint(hint));
                return None;
            }
        };
        Some(cue)
    }
}

/// The cue of this name, where nothing stands in brackets behind it.
fn alone(name: &str) -> Option<Cue> {
    name.parse::<CueKind>().ok()?.alone().filter(|cue| cue.name() == name)
}

fn takes_hint(takes: Takes) -> Hint {
    Hint::Text(match takes {
        Takes::Word => "hint-takes-word",
        Takes::MaybeFact => "hint-takes-fact",
        Takes::Article | Takes::MaybeArticle => "hint-takes-article",
        Takes::Paper => "hint-takes-paper",
        Takes::Promise | Takes::MaybePromise => "hint-takes-promise",
        Takes::MaybeVisitor => "hint-takes-visitor",
        Takes::Nothing => "hint-act-without-brackets",
    })
}
