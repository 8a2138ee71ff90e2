//! The feeling words that lines say: what an act can mirror.

use super::super::diagnostic::{Code, suggest};
use super::super::model::{Text, Word, WordIx};
use super::super::source::{Call, CallArg, NodeSource, ScenarioSource, Str};
use super::diagnostics::Diagnostics;
use crate::vocabulary::alike::folded;
use indexmap::IndexMap;
use std::borrow::Cow;
use std::ops::Range;

/// In the order of writing: each as words are compared, and as it stands where it is first said.
pub(super) struct FeelingWords<'s>(IndexMap<Cow<'s, str>, &'s str>);

impl<'s> FeelingWords<'s> {
    /// Those of all lines, before any act mirrors one.
    pub fn of(source: &ScenarioSource<'s>) -> Self {
        let mut words = IndexMap::new();
        for (_, node) in &source.nodes.0 {
            let NodeSource::Line { cues, variants, .. } = node else {
                continue;
            };
            for cue in cues.iter().chain(variants.iter().flat_map(|variant| &variant.cues)) {
                if let Some(Call { name: "Feeling", arg: CallArg::Text(Str(Cow::Borrowed(word))) }) =
                    Call::parse(cue.get_ron())
                {
                    words.entry(folded(word)).or_insert(word);
                }
            }
        }
        Self(words)
    }

    /// The position of a word that some line says.
    pub fn get(&self, word: &str) -> Option<WordIx> {
        self.0.get_index_of(folded(word).as_ref()).map(|position| WordIx(position as u16))
    }

    /// The same; reported where no line says it.
    pub fn said(&self, word: &Str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<WordIx> {
        let found = self.get(word.as_str());
        if found.is_none() && !diagnostics.unreadable.anything {
            let hint = suggest(word.as_str(), self.0.values().copied());
            diagnostics.out.push(diagnostics.problem(Code::WordNeverSaid, span).with("word", word.as_str()).hint(hint));
        }
        found
    }

    pub fn words(&self) -> Vec<Word> {
        self.0.values().map(|word| Word { text: Text::new(*word) }).collect()
    }
}
