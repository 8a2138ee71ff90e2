//! Names in a log: from positions to ids and back.

use super::record::RecordedArg;
use crate::procedure::{ArticleIx, FormAnswer, LawLibrary, PaperCatalogue, PaperIx};
use crate::scenario::model::{Arg, Scenario};
use crate::vocabulary::{ActCatalogue, ActIx};
use crate::vocabulary::{ClaimIx, FactIx, NodeIx, PromiseIx, StaffIx, VarIx, VisitIx, VisitorIx, WordIx};
use indexmap::IndexMap;
use strum::IntoStaticStr;

/// Where ids are looked up.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// For what authors declare.
    pub scenario: &'a Scenario,
    /// For acts.
    pub acts: &'a ActCatalogue,
    /// For articles, as cited.
    pub law: &'a LawLibrary,
    /// For kinds of papers.
    pub papers: &'a PaperCatalogue,
}

/// What kind of name it was that led nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "name-")]
pub enum NameKind {
    /// A meeting on one day.
    Visit,
    /// A step of a visit.
    Node,
    /// An option of a choice.
    Option,
    /// A visitor.
    Visitor,
    /// One of our own people.
    Staff,
    /// A fact worth noting.
    Fact,
    /// A feeling word.
    Word,
    /// A promise.
    Promise,
    /// A counter.
    Var,
    /// An act of the catalogue.
    Act,
    /// An article, as cited.
    Article,
    /// A kind of paper.
    Paper,
    /// One thing that is asked for.
    Claim,
}

/// A name in a log that its scenario or the catalogues do not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no {kind:?} is called `{id}`")]
pub struct RecordError {
    /// What was looked for.
    pub kind: NameKind,
    /// As it stands in the log.
    pub id: String,
}

/// The id at a position. Positions of a session always resolve; one of another scenario shows as `#17`.
fn id_at<T>(items: &[T], at: usize, id: impl FnOnce(&T) -> &str) -> String {
    items.get(at).map_or_else(|| format!("#{at}"), |item| id(item).to_owned())
}

impl Names<'_> {
    pub(super) fn visit(&self, ix: VisitIx) -> String {
        id_at(&self.scenario.visits, ix.at(), |v| &v.id)
    }
    pub(super) fn node(&self, ix: NodeIx) -> String {
        id_at(&self.scenario.nodes, ix.at(), |n| &n.id)
    }
    pub(super) fn visitor(&self, ix: VisitorIx) -> String {
        id_at(&self.scenario.visitors, ix.at(), |v| &v.id)
    }
    pub(super) fn staff(&self, ix: StaffIx) -> String {
        id_at(&self.scenario.staff, ix.at(), |one| &one.id)
    }
    pub(super) fn fact(&self, ix: FactIx) -> String {
        id_at(&self.scenario.facts, ix.at(), |f| &f.id)
    }
    pub(super) fn promise(&self, ix: PromiseIx) -> String {
        id_at(&self.scenario.promises, ix.at(), |p| &p.id)
    }
    pub(super) fn var(&self, ix: VarIx) -> String {
        id_at(&self.scenario.vars, ix.at(), |v| &v.id)
    }
    pub(super) fn claim(&self, ix: ClaimIx) -> String {
        id_at(&self.scenario.claims, ix.at(), |c| &c.id)
    }
    pub(super) fn paper(&self, ix: PaperIx) -> String {
        id_at(&self.papers.papers, usize::from(ix.0), |p| &p.id)
    }
    pub(super) fn act(&self, ix: ActIx) -> String {
        if ix.at() < self.acts.len() { self.acts[ix].name.clone() } else { format!("#{}", ix.0) }
    }
    pub(super) fn article(&self, ix: ArticleIx) -> String {
        let found = self.law.articles.get(usize::from(ix.0)).and_then(|article| {
            let pack = self.law.packs.get(usize::from(article.pack))?;
            Some(format!("{}/{}", pack.id, article.number))
        });
        found.unwrap_or_else(|| format!("#{}", ix.0))
    }
    pub(super) fn option(&self, node: NodeIx, option: u8) -> String {
        match self.scenario.choice(node) {
            Some(choice) => id_at(&choice.options, usize::from(option), |o| &o.id),
            None => format!("#{option}"),
        }
    }
    /// Field and entry of a desk task.
    pub(super) fn entry(&self, node: NodeIx, entry: u8) -> (String, String) {
        let named = self.scenario.task(node).and_then(|task| task.names(entry));
        named.map_or_else(
            || ("#".to_owned(), format!("#{entry}")),
            |(field, entry)| (field.to_owned(), entry.to_owned()),
        )
    }
    pub(super) fn arg(&self, arg: Arg) -> Option<RecordedArg> {
        Some(match arg {
            Arg::None => return None,
            Arg::Word(word) => RecordedArg::Word(id_at(&self.scenario.words, word.at(), |w| &w.text.original)),
            Arg::Fact(fact) => RecordedArg::Fact(self.fact(fact)),
            Arg::Article(article) => RecordedArg::Article(self.article(article)),
            Arg::Paper(paper) => RecordedArg::Paper(self.paper(paper)),
            Arg::Promise(promise) => RecordedArg::Promise(self.promise(promise)),
            Arg::Visitor(who) => RecordedArg::Visitor(self.visitor(who)),
        })
    }

    pub(super) fn find_visit(&self, id: &str) -> Result<VisitIx, RecordError> {
        find(&self.scenario.visits, |v| v.id == id, NameKind::Visit, id).map(VisitIx)
    }
    pub(super) fn find_node(&self, id: &str) -> Result<NodeIx, RecordError> {
        find(&self.scenario.nodes, |n| n.id == id, NameKind::Node, id).map(NodeIx)
    }
    pub(super) fn find_visitor(&self, id: &str) -> Result<VisitorIx, RecordError> {
        find(&self.scenario.visitors, |v| v.id == id, NameKind::Visitor, id).map(VisitorIx)
    }
    pub(super) fn find_staff(&self, id: &str) -> Result<StaffIx, RecordError> {
        find(&self.scenario.staff, |one| one.id == id, NameKind::Staff, id).map(StaffIx)
    }
    pub(super) fn find_fact(&self, id: &str) -> Result<FactIx, RecordError> {
        find(&self.scenario.facts, |f| f.id == id, NameKind::Fact, id).map(FactIx)
    }
    pub(super) fn find_promise(&self, id: &str) -> Result<PromiseIx, RecordError> {
        find(&self.scenario.promises, |p| p.id == id, NameKind::Promise, id).map(PromiseIx)
    }
    pub(super) fn find_var(&self, id: &str) -> Result<VarIx, RecordError> {
        find(&self.scenario.vars, |v| v.id == id, NameKind::Var, id).map(VarIx)
    }
    pub(super) fn find_claim(&self, id: &str) -> Result<ClaimIx, RecordError> {
        find(&self.scenario.claims, |c| c.id == id, NameKind::Claim, id).map(ClaimIx)
    }
    pub(super) fn find_paper(&self, id: &str) -> Result<PaperIx, RecordError> {
        self.papers.find(id).ok_or_else(|| unknown(NameKind::Paper, id))
    }
    pub(super) fn find_act(&self, name: &str) -> Result<ActIx, RecordError> {
        self.acts.find(name).ok_or_else(|| unknown(NameKind::Act, name))
    }
    pub(super) fn find_option(&self, node: NodeIx, id: &str) -> Result<u8, RecordError> {
        let choice = self.scenario.choice(node).ok_or_else(|| unknown(NameKind::Option, id))?;
        let at = find(&choice.options, |o| o.id == id, NameKind::Option, id)?;
        u8::try_from(at).map_err(|_| unknown(NameKind::Option, id))
    }
    pub(super) fn find_entry(&self, node: NodeIx, field: &str, entry: &str) -> Result<u8, RecordError> {
        let found = self.scenario.task(node).and_then(|task| task.find(field, entry));
        found.ok_or_else(|| unknown(NameKind::Option, &format!("{field}.{entry}")))
    }
    /// What was written, by the ids of the fields and of the entries.
    pub(super) fn find_answer(
        &self,
        node: NodeIx,
        entries: &IndexMap<String, String>,
    ) -> Result<FormAnswer, RecordError> {
        let mut answer = FormAnswer::default();
        for (field, entry) in entries {
            let found = self.find_entry(node, field, entry)?;
            if !self.scenario.task(node).is_some_and(|task| task.form.write(&mut answer, found)) {
                return Err(unknown(NameKind::Option, &format!("{field}.{entry}")));
            }
        }
        Ok(answer)
    }
    pub(super) fn find_article(&self, citation: &str) -> Result<ArticleIx, RecordError> {
        self.law.find(citation).ok_or_else(|| unknown(NameKind::Article, citation))
    }
    pub(super) fn find_arg(&self, arg: Option<&RecordedArg>) -> Result<Arg, RecordError> {
        Ok(match arg {
            None => Arg::None,
            Some(RecordedArg::Word(word)) => {
                Arg::Word(WordIx(find(&self.scenario.words, |w| w.text.original == *word, NameKind::Word, word)?))
            }
            Some(RecordedArg::Fact(fact)) => Arg::Fact(self.find_fact(fact)?),
            Some(RecordedArg::Article(article)) => Arg::Article(self.find_article(article)?),
            Some(RecordedArg::Paper(paper)) => Arg::Paper(self.find_paper(paper)?),
            Some(RecordedArg::Promise(promise)) => Arg::Promise(self.find_promise(promise)?),
            Some(RecordedArg::Visitor(who)) => Arg::Visitor(self.find_visitor(who)?),
        })
    }
}

fn find<T>(items: &[T], is: impl Fn(&T) -> bool, kind: NameKind, id: &str) -> Result<u16, RecordError> {
    let at = items.iter().position(is).and_then(|at| u16::try_from(at).ok());
    at.ok_or_else(|| unknown(kind, id))
}

pub(super) fn unknown(kind: NameKind, id: &str) -> RecordError {
    RecordError { kind, id: id.to_owned() }
}
