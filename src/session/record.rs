//! Events as a log keeps them: every position written as the id it stands for, and back.

use super::event::{ActEffect, Event, Offer, Pause};
use crate::procedure::{ArticleIx, LawLibrary, PaperCatalogue, PaperIx};
use crate::rubric::{ActCatalogue, ActIx};
use crate::scenario::model::{
    Act, Arg, FactIx, MAX_OPTIONS, NodeIx, NodeKind, PromiseIx, Scenario, VarIx, VisitIx,
    VisitorIx, WordIx,
};
use crate::visitor::Snapshot;
use serde::{Deserialize, Serialize};

/// An event with ids in place of positions, so that it can be read by a person and by later versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recorded {
    VisitBegan {
        visit: String,
        day: u16,
    },
    Said {
        node: String,
        variant: u8,
        at_ms: u64,
        speech_ms: u32,
    },
    Offered {
        node: String,
        at_ms: u64,
        options: Vec<String>,
    },
    Interrupted {
        who: String,
        unsaid: u16,
    },
    Paused {
        ms: u32,
        kind: Pause,
    },
    Chose {
        turn: u32,
        at_ms: u64,
        node: String,
        option: String,
    },
    Gestured {
        turn: u32,
        at_ms: u64,
        node: String,
        act: String,
    },
    Acted {
        act: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        arg: Option<RecordedArg>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
        effect: ActEffect,
    },
    Felt {
        who: String,
        state: Snapshot,
    },
    Outburst {
        who: String,
    },
    FactTold {
        fact: String,
    },
    FactNoted {
        fact: String,
        at_ms: u64,
    },
    PaperIssued {
        paper: String,
    },
    PromiseMade {
        promise: String,
        due_day: u16,
    },
    PromiseKept {
        promise: String,
    },
    PromiseBroken {
        promise: String,
    },
    TimePassed {
        node: String,
        days: u16,
    },
    VarSet {
        var: String,
        value: i32,
    },
    HookTaken {
        node: String,
    },
    SteppedBack {
        turn: u32,
    },
    Ended {
        node: String,
    },
}

/// What stood in brackets after an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecordedArg {
    /// The feeling word in the author's language.
    Word(String),
    Fact(String),
    /// As cited: `noise2022/70`.
    Article(String),
    Paper(String),
    Promise(String),
}

/// Where ids are looked up.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub scenario: &'a Scenario,
    pub acts: &'a ActCatalogue,
    pub law: &'a LawLibrary,
    pub papers: &'a PaperCatalogue,
}

/// What kind of name it was that led nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    Visit,
    Node,
    Option,
    Visitor,
    Fact,
    Word,
    Promise,
    Var,
    Act,
    Article,
    Paper,
}

/// A name in a log that its scenario or the catalogues do not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no {kind:?} is called `{id}`")]
pub struct RecordError {
    pub kind: NameKind,
    pub id: String,
}

/// The id at a position. Positions of a session always resolve; one of another scenario shows as `#17`.
fn id_at<T>(items: &[T], at: usize, id: impl FnOnce(&T) -> &str) -> String {
    items
        .get(at)
        .map_or_else(|| format!("#{at}"), |item| id(item).to_owned())
}

impl Names<'_> {
    fn visit(&self, ix: VisitIx) -> String {
        id_at(&self.scenario.visits, ix.at(), |v| &v.id)
    }
    fn node(&self, ix: NodeIx) -> String {
        id_at(&self.scenario.nodes, ix.at(), |n| &n.id)
    }
    fn visitor(&self, ix: VisitorIx) -> String {
        id_at(&self.scenario.visitors, ix.at(), |v| &v.id)
    }
    fn fact(&self, ix: FactIx) -> String {
        id_at(&self.scenario.facts, ix.at(), |f| &f.id)
    }
    fn promise(&self, ix: PromiseIx) -> String {
        id_at(&self.scenario.promises, ix.at(), |p| &p.id)
    }
    fn var(&self, ix: VarIx) -> String {
        id_at(&self.scenario.vars, ix.at(), |v| &v.id)
    }
    fn paper(&self, ix: PaperIx) -> String {
        id_at(&self.papers.papers, usize::from(ix.0), |p| &p.id)
    }
    fn act(&self, ix: ActIx) -> String {
        if ix.at() < self.acts.len() {
            self.acts[ix].name.clone()
        } else {
            format!("#{}", ix.0)
        }
    }
    fn article(&self, ix: ArticleIx) -> String {
        let found = self
            .law
            .articles
            .get(usize::from(ix.0))
            .and_then(|article| {
                let pack = self.law.packs.get(usize::from(article.pack))?;
                Some(format!("{}/{}", pack.id, article.number))
            });
        found.unwrap_or_else(|| format!("#{}", ix.0))
    }
    fn option(&self, node: NodeIx, option: u8) -> String {
        match self.scenario.nodes.get(node.at()).map(|n| &n.kind) {
            Some(NodeKind::Choice(choice)) => {
                id_at(&choice.options, usize::from(option), |o| &o.id)
            }
            _ => format!("#{option}"),
        }
    }
    fn arg(&self, arg: Arg) -> Option<RecordedArg> {
        Some(match arg {
            Arg::None => return None,
            Arg::Word(word) => {
                RecordedArg::Word(id_at(&self.scenario.words, word.at(), |w| &w.text.original))
            }
            Arg::Fact(fact) => RecordedArg::Fact(self.fact(fact)),
            Arg::Article(article) => RecordedArg::Article(self.article(article)),
            Arg::Paper(paper) => RecordedArg::Paper(self.paper(paper)),
            Arg::Promise(promise) => RecordedArg::Promise(self.promise(promise)),
        })
    }

    fn find_visit(&self, id: &str) -> Result<VisitIx, RecordError> {
        find(&self.scenario.visits, |v| v.id == id, NameKind::Visit, id).map(VisitIx)
    }
    fn find_node(&self, id: &str) -> Result<NodeIx, RecordError> {
        find(&self.scenario.nodes, |n| n.id == id, NameKind::Node, id).map(NodeIx)
    }
    fn find_visitor(&self, id: &str) -> Result<VisitorIx, RecordError> {
        find(
            &self.scenario.visitors,
            |v| v.id == id,
            NameKind::Visitor,
            id,
        )
        .map(VisitorIx)
    }
    fn find_fact(&self, id: &str) -> Result<FactIx, RecordError> {
        find(&self.scenario.facts, |f| f.id == id, NameKind::Fact, id).map(FactIx)
    }
    fn find_promise(&self, id: &str) -> Result<PromiseIx, RecordError> {
        find(
            &self.scenario.promises,
            |p| p.id == id,
            NameKind::Promise,
            id,
        )
        .map(PromiseIx)
    }
    fn find_var(&self, id: &str) -> Result<VarIx, RecordError> {
        find(&self.scenario.vars, |v| v.id == id, NameKind::Var, id).map(VarIx)
    }
    fn find_paper(&self, id: &str) -> Result<PaperIx, RecordError> {
        self.papers
            .find(id)
            .ok_or_else(|| unknown(NameKind::Paper, id))
    }
    fn find_act(&self, name: &str) -> Result<ActIx, RecordError> {
        self.acts
            .find(name)
            .ok_or_else(|| unknown(NameKind::Act, name))
    }
    fn find_option(&self, node: NodeIx, id: &str) -> Result<u8, RecordError> {
        match self.scenario.nodes.get(node.at()).map(|n| &n.kind) {
            Some(NodeKind::Choice(choice)) => {
                let at = find(&choice.options, |o| o.id == id, NameKind::Option, id)?;
                u8::try_from(at).map_err(|_| unknown(NameKind::Option, id))
            }
            _ => Err(unknown(NameKind::Option, id)),
        }
    }
    fn find_arg(&self, arg: Option<&RecordedArg>) -> Result<Arg, RecordError> {
        Ok(match arg {
            None => Arg::None,
            Some(RecordedArg::Word(word)) => Arg::Word(WordIx(find(
                &self.scenario.words,
                |w| w.text.original == *word,
                NameKind::Word,
                word,
            )?)),
            Some(RecordedArg::Fact(fact)) => Arg::Fact(self.find_fact(fact)?),
            Some(RecordedArg::Article(article)) => Arg::Article(
                self.law
                    .find(article)
                    .ok_or_else(|| unknown(NameKind::Article, article))?,
            ),
            Some(RecordedArg::Paper(paper)) => Arg::Paper(self.find_paper(paper)?),
            Some(RecordedArg::Promise(promise)) => Arg::Promise(self.find_promise(promise)?),
        })
    }
}

fn find<T>(
    items: &[T],
    is: impl Fn(&T) -> bool,
    kind: NameKind,
    id: &str,
) -> Result<u16, RecordError> {
    let at = items
        .iter()
        .position(is)
        .and_then(|at| u16::try_from(at).ok());
    at.ok_or_else(|| unknown(kind, id))
}

fn unknown(kind: NameKind, id: &str) -> RecordError {
    RecordError {
        kind,
        id: id.to_owned(),
    }
}

impl Recorded {
    /// The event in ids.
    pub fn of(event: &Event, names: &Names) -> Self {
        match *event {
            Event::VisitBegan { visit, day } => Self::VisitBegan {
                visit: names.visit(visit),
                day,
            },
            Event::Said {
                node,
                variant,
                at_ms,
                speech_ms,
            } => Self::Said {
                node: names.node(node),
                variant,
                at_ms,
                speech_ms,
            },
            Event::Offered {
                node,
                at_ms,
                options,
            } => Self::Offered {
                node: names.node(node),
                at_ms,
                options: options
                    .as_slice()
                    .iter()
                    .map(|&option| names.option(node, option))
                    .collect(),
            },
            Event::Interrupted { who, unsaid } => Self::Interrupted {
                who: names.visitor(who),
                unsaid,
            },
            Event::Paused { ms, kind } => Self::Paused { ms, kind },
            Event::Chose {
                turn,
                at_ms,
                node,
                option,
            } => Self::Chose {
                turn,
                at_ms,
                node: names.node(node),
                option: names.option(node, option),
            },
            Event::Gestured {
                turn,
                at_ms,
                node,
                act,
            } => Self::Gestured {
                turn,
                at_ms,
                node: names.node(node),
                act: names.act(act),
            },
            Event::Acted { act, to, effect } => Self::Acted {
                act: names.act(act.kind),
                arg: names.arg(act.arg),
                to: to.map(|who| names.visitor(who)),
                effect,
            },
            Event::Felt { who, state } => Self::Felt {
                who: names.visitor(who),
                state,
            },
            Event::Outburst { who } => Self::Outburst {
                who: names.visitor(who),
            },
            Event::FactTold { fact } => Self::FactTold {
                fact: names.fact(fact),
            },
            Event::FactNoted { fact, at_ms } => Self::FactNoted {
                fact: names.fact(fact),
                at_ms,
            },
            Event::PaperIssued { paper } => Self::PaperIssued {
                paper: names.paper(paper),
            },
            Event::PromiseMade { promise, due_day } => Self::PromiseMade {
                promise: names.promise(promise),
                due_day,
            },
            Event::PromiseKept { promise } => Self::PromiseKept {
                promise: names.promise(promise),
            },
            Event::PromiseBroken { promise } => Self::PromiseBroken {
                promise: names.promise(promise),
            },
            Event::TimePassed { node, days } => Self::TimePassed {
                node: names.node(node),
                days,
            },
            Event::VarSet { var, value } => Self::VarSet {
                var: names.var(var),
                value,
            },
            Event::HookTaken { node } => Self::HookTaken {
                node: names.node(node),
            },
            Event::SteppedBack { turn } => Self::SteppedBack { turn },
            Event::Ended { node } => Self::Ended {
                node: names.node(node),
            },
        }
    }

    /// The event in positions.
    pub fn resolve(&self, names: &Names) -> Result<Event, RecordError> {
        Ok(match self {
            Self::VisitBegan { visit, day } => Event::VisitBegan {
                visit: names.find_visit(visit)?,
                day: *day,
            },
            Self::Said {
                node,
                variant,
                at_ms,
                speech_ms,
            } => {
                let at = names.find_node(node)?;
                let said = match &names.scenario.nodes[at.at()].kind {
                    NodeKind::Line(line) => usize::from(*variant) < line.variants.len(),
                    _ => true,
                };
                if !said {
                    return Err(unknown(
                        NameKind::Node,
                        &format!("{node}.variant-{variant}"),
                    ));
                }
                Event::Said {
                    node: at,
                    variant: *variant,
                    at_ms: *at_ms,
                    speech_ms: *speech_ms,
                }
            }
            Self::Offered {
                node,
                at_ms,
                options,
            } => {
                let at = names.find_node(node)?;
                if let Some(extra) = options.get(MAX_OPTIONS) {
                    return Err(unknown(NameKind::Option, extra));
                }
                let mut offer = Offer::default();
                for option in options {
                    offer.push(names.find_option(at, option)?);
                }
                Event::Offered {
                    node: at,
                    at_ms: *at_ms,
                    options: offer,
                }
            }
            Self::Interrupted { who, unsaid } => Event::Interrupted {
                who: names.find_visitor(who)?,
                unsaid: *unsaid,
            },
            Self::Paused { ms, kind } => Event::Paused {
                ms: *ms,
                kind: *kind,
            },
            Self::Chose {
                turn,
                at_ms,
                node,
                option,
            } => {
                let node = names.find_node(node)?;
                Event::Chose {
                    turn: *turn,
                    at_ms: *at_ms,
                    node,
                    option: names.find_option(node, option)?,
                }
            }
            Self::Gestured {
                turn,
                at_ms,
                node,
                act,
            } => Event::Gestured {
                turn: *turn,
                at_ms: *at_ms,
                node: names.find_node(node)?,
                act: names.find_act(act)?,
            },
            Self::Acted {
                act,
                arg,
                to,
                effect,
            } => Event::Acted {
                act: Act {
                    kind: names.find_act(act)?,
                    arg: names.find_arg(arg.as_ref())?,
                },
                to: to
                    .as_deref()
                    .map(|who| names.find_visitor(who))
                    .transpose()?,
                effect: *effect,
            },
            Self::Felt { who, state } => Event::Felt {
                who: names.find_visitor(who)?,
                state: *state,
            },
            Self::Outburst { who } => Event::Outburst {
                who: names.find_visitor(who)?,
            },
            Self::FactTold { fact } => Event::FactTold {
                fact: names.find_fact(fact)?,
            },
            Self::FactNoted { fact, at_ms } => Event::FactNoted {
                fact: names.find_fact(fact)?,
                at_ms: *at_ms,
            },
            Self::PaperIssued { paper } => Event::PaperIssued {
                paper: names.find_paper(paper)?,
            },
            Self::PromiseMade { promise, due_day } => Event::PromiseMade {
                promise: names.find_promise(promise)?,
                due_day: *due_day,
            },
            Self::PromiseKept { promise } => Event::PromiseKept {
                promise: names.find_promise(promise)?,
            },
            Self::PromiseBroken { promise } => Event::PromiseBroken {
                promise: names.find_promise(promise)?,
            },
            Self::TimePassed { node, days } => Event::TimePassed {
                node: names.find_node(node)?,
                days: *days,
            },
            Self::VarSet { var, value } => Event::VarSet {
                var: names.find_var(var)?,
                value: *value,
            },
            Self::HookTaken { node } => Event::HookTaken {
                node: names.find_node(node)?,
            },
            Self::SteppedBack { turn } => Event::SteppedBack { turn: *turn },
            Self::Ended { node } => Event::Ended {
                node: names.find_node(node)?,
            },
        })
    }
}
