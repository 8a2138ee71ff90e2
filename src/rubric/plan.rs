//! A rubric laid over a scenario: for each option which criteria it serves, worked out once.

use super::assessment::{Dimension, Milli};
use super::offer::Together;
use super::representatives::{Crowd, crowds};
use super::rules::{MAX_WINDOW, Per, Rubric, Rule};
use super::sets::ActSet;
use super::state::Place;
use super::steps::PlannedSteps;
use crate::procedure::Measure;
use crate::procedure::{FieldKind, FormAnswer};
use crate::scenario::model::{Act, Arg, Judged, NodeKind, Opt, OptionKind, Scenario};
use crate::vocabulary::acts::Mechanic;
use crate::vocabulary::{ActCatalogue, ActIx, Critical};
use crate::vocabulary::{CUE_KINDS, CueKind};
use crate::vocabulary::{Cue, NodeIx, VisitorIx};
use indexmap::IndexMap;

/// Criteria that a group of acts fulfils, half fulfils or offends against, one bit for each criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    pub hits: u64,
    pub partials: u64,
    pub misses: u64,
}

impl Marks {
    pub const fn add(&mut self, other: Self) {
        self.hits |= other.hits;
        self.partials |= other.partials;
        self.misses |= other.misses;
    }
}

/// A rubric laid over a scenario; shared by all sessions of it.
#[derive(Debug)]
pub struct Plan {
    pub(super) criteria: Vec<PlannedCriterion>,
    pub(super) nodes: Vec<PlannedNode>,
    /// By node, then by the mask of what is on offer.
    pub(super) together: Vec<Box<[Together]>>,
    pub(super) acts: Vec<PlannedAct>,
    pub(super) caps: IndexMap<Critical, Milli>,
    /// Criteria that listen for each kind of cue, by `CueKind as usize`.
    pub(super) listening: [u64; CUE_KINDS],
    /// Criteria of the kind `Order` that each kind of cue arms, by `CueKind as usize`.
    pub(super) arming: [u64; CUE_KINDS],
    /// Criteria whose cue has waited long enough after so many turns; the last for all above.
    pub(super) due: [u64; MAX_WINDOW + 1],
    /// Criteria of each kind of rule.
    pub(super) cue_rules: u64,
    pub(super) acts_rules: u64,
    pub(super) avoid_rules: u64,
    pub(super) order_rules: u64,
    pub(super) once_rules: u64,
    pub(super) once_per_visit: u64,
    pub(super) heard_rules: u64,
    pub(super) pain_rules: u64,
    pub(super) promise_rules: u64,
    pub(super) written_rules: u64,
    pub(super) ladder_rules: u64,
    pub(super) representative_rules: u64,
    /// The matter and its steps.
    pub(super) steps: PlannedSteps,
    /// By visit: more people than may represent a matter.
    pub(super) crowds: Box<[Option<Crowd>]>,
    /// True where nothing was offered: a live talk, in which everything could have been said.
    pub(super) free: bool,
    /// Criteria that a gesture of the row fulfils, so that the means are always at hand.
    pub(super) by_gesture: u64,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct PlannedCriterion {
    pub dimension: Option<Dimension>,
    pub weight: u32,
    pub rule: Rule,
    pub hit: ActSet,
    pub partial: ActSet,
    pub miss: ActSet,
    /// Position among the criteria of the kind `Once`, or of the kind `Order`.
    pub slot: usize,
}

#[derive(Debug)]
pub(super) enum PlannedNode {
    Line {
        who: Option<VisitorIx>,
        variants: Vec<Box<[Cue]>>,
    },
    Choice {
        to: Option<VisitorIx>,
        options: Vec<PlannedOption>,
    },
    /// Entries of all fields, each with what its field is for, and what handing in does.
    Desk {
        to: Option<VisitorIx>,
        options: Vec<PlannedOption>,
        fields: Box<[FieldKind]>,
        acts: Box<[Act]>,
    },
    Other,
}

#[derive(Debug)]
pub(super) struct PlannedOption {
    pub acts: Box<[Act]>,
    /// What it counts for, with the author's word on it, and by its acts alone.
    pub marks: Marks,
    pub done: Marks,
    /// True where an act names a word or a fact and so fits only that cue.
    pub particular: bool,
    pub answers_risk: bool,
    pub critical: bool,
    /// Criteria that it offends against; taking up the matter is none in itself.
    pub offences: u64,
    /// What the rubric as a whole thinks of it, for choosing among better options.
    pub worth: i64,
    pub silent: bool,
    pub to: Option<VisitorIx>,
    /// Criteria that the author judges by hand here.
    pub own: u64,
    pub judged: Box<[(usize, Judged)]>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct PlannedAct {
    pub marks: Marks,
    pub critical: Option<Critical>,
    pub answers_risk: bool,
    pub mirrors: bool,
    pub gesture: bool,
    /// What it is on the response ladder.
    pub measure: Option<Measure>,
    /// It asks people to choose who speaks for them.
    pub elects: bool,
}

impl Plan {
    pub fn new(rubric: &Rubric, scenario: &Scenario, catalogue: &ActCatalogue) -> Self {
        let (mut once, mut order) = (0.., 0..);
        let criteria: Vec<_> = (rubric.criteria.iter())
            .map(|c| PlannedCriterion {
                dimension: c.dimension,
                weight: c.weight,
                rule: c.rule,
                hit: c.hit,
                partial: c.partial,
                miss: c.miss,
                slot: match c.rule {
                    Rule::Once { .. } => once.next(),
                    Rule::Order { .. } => order.next(),
                    _ => None,
                }
                .unwrap_or(0),
            })
            .collect();
        let mask = |wanted: &dyn Fn(&PlannedCriterion) -> bool| {
            (criteria.iter().enumerate()).filter(|(_, c)| wanted(c)).fold(0u64, |mask, (bit, _)| mask | 1 << bit)
        };
        let acts: Vec<_> = (catalogue.iter())
            .map(|(ix, act)| PlannedAct {
                marks: Marks {
                    hits: mask(&|c| c.hit.contains(ix)),
                    partials: mask(&|c| c.partial.contains(ix)),
                    misses: mask(&|c| c.miss.contains(ix)),
                },
                critical: act.critical,
                answers_risk: act.answers_risk,
                mirrors: act.mechanic == Some(Mechanic::Mirror),
                gesture: act.gesture.is_some(),
                measure: Measure::of_act(&act.name),
                elects: act.mechanic == Some(Mechanic::Representatives),
            })
            .collect();
        let (mut listening, mut arming) = ([0; CUE_KINDS], [0; CUE_KINDS]);
        for (bit, c) in criteria.iter().enumerate() {
            let (cues, by_kind) = match c.rule {
                Rule::Cue { cues, .. } => (cues, &mut listening),
                Rule::Order { cues } => (cues, &mut arming),
                _ => continue,
            };
            ALL_KINDS.iter().filter(|k| cues.contains(**k)).for_each(|k| by_kind[*k as usize] |= 1 << bit);
        }
        let due = std::array::from_fn(|turns| {
            mask(&|c| matches!(c.rule, Rule::Cue { window, .. } if turns >= usize::from(window)))
        });
        let by_gesture = acts.iter().filter(|a| a.gesture).fold(0, |mask, a| mask | a.marks.hits);
        let mut plan = Self {
            cue_rules: mask(&|c| matches!(c.rule, Rule::Cue { .. })),
            acts_rules: mask(&|c| matches!(c.rule, Rule::Acts { .. })),
            avoid_rules: mask(&|c| matches!(c.rule, Rule::Avoid)),
            order_rules: mask(&|c| matches!(c.rule, Rule::Order { .. })),
            once_rules: mask(&|c| matches!(c.rule, Rule::Once { .. })),
            once_per_visit: mask(&|c| c.rule == Rule::Once { per: Per::Visit }),
            heard_rules: mask(&|c| matches!(c.rule, Rule::HeardOut { .. })),
            pain_rules: mask(&|c| matches!(c.rule, Rule::AnswersPain { .. })),
            promise_rules: mask(&|c| matches!(c.rule, Rule::Promises)),
            written_rules: mask(&|c| matches!(c.rule, Rule::Written { .. })),
            ladder_rules: mask(&|c| c.rule == Rule::Ladder),
            representative_rules: mask(&|c| c.rule == Rule::Representatives),
            steps: PlannedSteps::new(mask(&|c| c.rule == Rule::Steps), scenario),
            crowds: crowds(scenario),
            by_gesture,
            free: false,
            caps: rubric.caps.clone(),
            listening,
            arming,
            due,
            criteria,
            nodes: Vec::new(),
            together: Vec::new(),
            acts,
        };
        plan.nodes = scenario.nodes.iter().map(|node| plan.node(rubric, &node.kind)).collect();
        plan.together = plan.nodes.iter().map(|node| Together::all(node, &plan.acts)).collect();
        plan
    }

    /// A rubric laid over a talk between people, where nobody offers options: whatever a cue called for could
    /// have been done, and what was never called for is no opportunity.
    pub fn free(rubric: &Rubric, scenario: &Scenario, catalogue: &ActCatalogue) -> Self {
        Self { free: true, ..Self::new(rubric, scenario, catalogue) }
    }

    fn node(&self, rubric: &Rubric, kind: &NodeKind) -> PlannedNode {
        match kind {
            NodeKind::Line(line) => PlannedNode::Line {
                who: line.who,
                variants: line.variants.iter().map(|v| v.cues.clone().into()).collect(),
            },
            NodeKind::Choice(choice) => PlannedNode::Choice {
                to: choice.to,
                options: choice.options.iter().map(|option| self.planned(rubric, option)).collect(),
            },
            NodeKind::Desk(task) => PlannedNode::Desk {
                to: task.to,
                options: task.form.entries.iter().map(|entry| self.planned(rubric, &entry.opt)).collect(),
                fields: (task.form.fields.iter()).flat_map(|field| field.entries.clone().map(|_| field.kind)).collect(),
                acts: task.acts.clone().into(),
            },
            NodeKind::TimePasses(_) | NodeKind::Branch(_) | NodeKind::End(_) => PlannedNode::Other,
        }
    }

    fn planned(&self, rubric: &Rubric, option: &Opt) -> PlannedOption {
        let judged = judged(rubric, option);
        let own = judged.iter().fold(0u64, |mask, (bit, _)| mask | 1 << bit);
        let done = self.marks(&option.acts, None);
        let marks = by_hand(done, own, &judged);
        PlannedOption {
            marks,
            done,
            particular: option.acts.iter().any(|a| matches!(a.arg, Arg::Word(_) | Arg::Fact(_))),
            answers_risk: option.acts.iter().any(|a| self.act(a.kind).answers_risk),
            critical: option.acts.iter().any(|a| self.act(a.kind).critical.is_some()),
            offences: marks.misses & !self.order_rules,
            worth: self.worth(marks),
            silent: option.kind == OptionKind::Gesture,
            to: option.to,
            acts: option.acts.clone().into(),
            own,
            judged,
        }
    }

    /// What can be chosen there: the options on offer, or every entry of a desk task.
    #[inline]
    pub(super) fn on_offer<'o>(&'o self, place: &'o Place) -> impl Iterator<Item = (u8, &'o PlannedOption)> {
        let (entries, options) = match self.nodes.get(place.node.at()) {
            Some(PlannedNode::Desk { options, .. }) => (options.len().min(64) as u8, options.as_slice()),
            Some(PlannedNode::Choice { options, .. }) => (0, options.as_slice()),
            _ => (0, &[][..]),
        };
        let numbers = (0..entries).chain(place.offer.as_slice().iter().copied());
        numbers.filter_map(|number| Some((number, options.get(usize::from(number))?)))
    }

    /// The acts of a paper that is handed in: of its entries, then its own.
    pub(super) fn acts_of(&self, node: NodeIx, written: FormAnswer) -> impl Iterator<Item = Act> {
        let own: &[Act] = match self.nodes.get(node.at()) {
            Some(PlannedNode::Desk { acts, .. }) => acts,
            _ => &[],
        };
        let entries = written.iter().filter_map(move |entry| self.option(node, entry));
        entries.flat_map(|option| &option.acts).chain(own).copied()
    }

    /// What a group of acts means to each criterion, leaving out one that failed.
    pub(super) fn marks(&self, acts: &[Act], failed: Option<ActIx>) -> Marks {
        let mut marks = Marks::default();
        for act in acts.iter().filter(|act| Some(act.kind) != failed) {
            marks.add(self.act(act.kind).marks);
        }
        marks
    }

    /// Whether an option offends against nothing and is no critical failure.
    pub fn is_clean(&self, node: NodeIx, option: u8) -> bool {
        self.option(node, option).is_some_and(|option| option.offences == 0 && !option.critical)
    }

    fn worth(&self, marks: Marks) -> i64 {
        let sum = |mask: u64| -> i64 { crate::bits::bits(mask).map(|bit| i64::from(self.criteria[bit].weight)).sum() };
        let offences = marks.misses & !self.order_rules;
        2 * sum(marks.hits & !marks.misses) + sum(marks.partials) - 3 * sum(offences)
    }

    #[inline]
    pub(super) fn act(&self, act: ActIx) -> &PlannedAct {
        // A catalogue larger than the plan's cannot be: the plan is made from the catalogue the scenario uses.
        const NOTHING: PlannedAct = PlannedAct {
            marks: Marks { hits: 0, partials: 0, misses: 0 },
            critical: None,
            answers_risk: false,
            mirrors: false,
            gesture: false,
            measure: None,
            elects: false,
        };
        self.acts.get(act.at()).unwrap_or(&NOTHING)
    }

    #[inline]
    pub(super) fn options(&self, node: NodeIx) -> &[PlannedOption] {
        match self.nodes.get(node.at()) {
            Some(PlannedNode::Choice { options, .. } | PlannedNode::Desk { options, .. }) => options,
            _ => &[],
        }
    }

    /// Criteria that the author judges by hand in what was chosen there.
    pub(super) fn own(&self, place: &Place) -> u64 {
        place.chosen.and_then(|option| self.option(place.node, option)).map_or(0, |option| option.own)
    }

    #[inline]
    pub(super) fn option(&self, node: NodeIx, option: u8) -> Option<&PlannedOption> {
        self.options(node).get(option as usize)
    }
}

/// What the author of an option says of each criterion that this rubric has.
fn judged(rubric: &Rubric, option: &Opt) -> Box<[(usize, Judged)]> {
    let own = option.own.iter().flat_map(|own| &own.score);
    own.filter_map(|(criterion, judged)| Some((rubric.find(criterion)?.at(), *judged))).collect()
}

fn by_hand(marks: Marks, own: u64, judged: &[(usize, Judged)]) -> Marks {
    let only = |wanted: Judged| {
        judged.iter().filter(|(_, judged)| *judged == wanted).fold(0u64, |mask, (bit, _)| mask | 1 << bit)
    };
    Marks {
        hits: marks.hits & !own | only(Judged::Hit),
        partials: marks.partials & !own | only(Judged::Partial),
        misses: marks.misses & !own | only(Judged::Miss),
    }
}

const ALL_KINDS: [CueKind; CUE_KINDS] = [
    CueKind::Feeling,
    CueKind::Fact,
    CueKind::Deflected,
    CueKind::Question,
    CueKind::Test,
    CueKind::Interest,
    CueKind::Privacy,
    CueKind::Rambling,
    CueKind::Papers,
    CueKind::Vulnerable,
    CueKind::Insult,
    CueKind::TakeSides,
    CueKind::Vent,
    CueKind::Careless,
    CueKind::Weapon,
    CueKind::SelfHarm,
    CueKind::Collapse,
    CueKind::Violence,
    CueKind::Infection,
    CueKind::Gathering,
    CueKind::Staying,
    CueKind::Inciting,
    CueKind::Disorder,
];
