//! Acts: names of the catalogue, with what stands in brackets.

use super::super::diagnostic::{Code, Hint};
use super::super::model::{Act, Arg};
use super::super::source::{Call, CallArg};
use super::catalogues::{CitableLaw, act_named, paper};
use super::declarations::Declarations;
use super::diagnostics::Diagnostics;
use super::feeling_words::FeelingWords;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::acts::Takes;

/// What acts can be about.
#[derive(Clone, Copy)]
pub(super) struct ActResolver<'r, 's> {
    pub names: &'r Declarations<'s>,
    pub words: &'r FeelingWords<'s>,
    pub law: CitableLaw<'s>,
}

impl ActResolver<'_, '_> {
    pub fn act(self, raw: &str, diagnostics: &mut Diagnostics) -> Option<Act> {
        let Some(call) = Call::parse(raw) else {
            let span = diagnostics.raw_span(raw);
            diagnostics.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-act-is-a-name"));
            return None;
        };
        let kind = act_named(call.name, diagnostics)?;
        let takes = ActCatalogue::shipped()[kind].takes;
        let span = diagnostics.argument_span(&call, raw);
        let names = self.names;
        let arg = match (takes, &call.arg) {
            (takes, CallArg::None) if takes.is_optional() => Arg::None,
            (Takes::Word, CallArg::Text(word)) => Arg::Word(self.words.said(word, span, diagnostics)?),
            (Takes::MaybeFact, CallArg::Text(fact)) => Arg::Fact(names.fact(fact, span, diagnostics)?),
            (Takes::Article | Takes::MaybeArticle, CallArg::Text(cited)) => {
                Arg::Article(self.law.article(cited, span, diagnostics)?)
            }
            (Takes::Paper, CallArg::Text(id)) => Arg::Paper(paper(id, span, diagnostics)?),
            (Takes::Promise | Takes::MaybePromise, CallArg::Text(promise)) => {
                Arg::Promise(names.promise(promise, span, diagnostics)?)
            }
            (Takes::MaybeVisitor, CallArg::Text(visitor)) => Arg::Visitor(names.visitor(visitor, span, diagnostics)?),
            (takes, arg) => {
                let missing = takes != Takes::Nothing && *arg == CallArg::None;
                let code = if missing { Code::ArgumentMissing } else { Code::ArgumentWrong };
                let problem = diagnostics.problem(code, span).with("name", call.name);
                diagnostics.out.push(problem.hint(Some(takes_hint(takes))));
                return None;
            }
        };
        Some(Act { kind, arg })
    }
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
