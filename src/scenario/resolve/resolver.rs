//! What a node can refer to, under one roof: kinds of nodes ask here for names, acts, conditions.

use super::super::model::{
    Act, Cue, Meanwhile, NodeIx, Own, PromiseIx, Somebody, Taking, VarIx, VisitIx, VisitorIx, When,
};
use super::super::options::Written;
use super::super::source::{Entries, ScenarioSource, Str, WhenSource};
use super::super::syntax::Step;
use super::acts::ActResolver;
use super::catalogues::CitableLaw;
use super::claims::decides;
use super::cues::CueResolver;
use super::declarations::Declarations;
use super::diagnostics::Diagnostics;
use super::feeling_words::FeelingWords;
use super::meanwhile::meanwhile;
use super::own::own;
use super::steps::StepsInPlay;
use super::when::ConditionResolver;
use crate::procedure::{Circumstances, ClaimTerms, Decision, Ruling};
use ron::value::RawValue;
use std::ops::Range;
use std::sync::Arc;

/// Resolves nodes.
pub(super) struct Resolver<'s, 'a> {
    pub source: &'s ScenarioSource<'a>,
    pub names: Declarations<'s>,
    pub words: FeelingWords<'a>,
    /// What can be cited, and the day of the first visit.
    pub law: CitableLaw<'s>,
    /// What is known of the matter, for the papers about it.
    pub circumstances: Circumstances,
    /// What decisions are held against.
    pub claims: Arc<[ClaimTerms]>,
    pub diagnostics: Diagnostics<'s>,
}

impl<'s, 'a> Resolver<'s, 'a> {
    pub fn visitor(&mut self, name: &Str, span: Range<usize>) -> Option<VisitorIx> {
        self.names.visitor(name, span, &mut self.diagnostics)
    }
    pub fn somebody(&mut self, name: &Str, span: Range<usize>) -> Option<Somebody> {
        self.names.somebody(name, span, &mut self.diagnostics)
    }
    pub fn promise(&mut self, name: &Str, span: Range<usize>) -> Option<PromiseIx> {
        self.names.promise(name, span, &mut self.diagnostics)
    }
    pub fn var(&mut self, name: &Str, span: Range<usize>) -> Option<VarIx> {
        self.names.var(name, span, &mut self.diagnostics)
    }
    pub fn visit(&mut self, name: &Str, span: Range<usize>) -> Option<VisitIx> {
        self.names.visit(name, span, &mut self.diagnostics)
    }
    pub fn node(&mut self, name: &Str, span: Range<usize>) -> Option<NodeIx> {
        self.names.node(name, span, &mut self.diagnostics)
    }

    pub fn act(&mut self, raw: &str) -> Option<Act> {
        ActResolver { names: &self.names, words: &self.words, law: self.law }.act(raw, &mut self.diagnostics)
    }

    /// A cue of a line that is said in these words.
    pub fn cue(&mut self, raw: &str, line: Option<&str>) -> Option<Cue> {
        CueResolver { names: &self.names, words: &self.words }.cue(raw, line, &mut self.diagnostics)
    }

    /// `path` is where the whole condition stands.
    pub fn when(&mut self, when: &WhenSource, path: &[Step]) -> Option<When> {
        conditions(&self.names, self.source).when(when, path, &mut self.diagnostics)
    }

    pub fn taking(&mut self, raw: Option<&RawValue>) -> Option<Taking> {
        StepsInPlay::of(self.source.matter.as_ref()).taking(raw, &mut self.diagnostics)
    }

    pub fn meanwhile(&mut self, steps: &[&RawValue], days: u16, path: &[Step; 2]) -> Vec<Meanwhile> {
        meanwhile(steps, days, path, &conditions(&self.names, self.source), &mut self.diagnostics)
    }

    /// What an option decides.
    pub fn decides(&mut self, written: &Entries<Str, Ruling>, path: &[Step]) -> Vec<Decision> {
        decides(written, path, &self.names, &mut self.diagnostics)
    }

    pub fn own(&mut self, option: &Written, path: &[Step]) -> Option<Box<Own>> {
        own(option, path, &self.names, &mut self.diagnostics)
    }
}

fn conditions<'r, 's, 'a>(
    names: &'r Declarations<'s>,
    source: &'s ScenarioSource<'a>,
) -> ConditionResolver<'r, 's, 'a> {
    ConditionResolver { names, nodes: &source.nodes, steps: StepsInPlay::of(source.matter.as_ref()) }
}
