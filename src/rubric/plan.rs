//! A rubric laid over a scenario: for each option which criteria it serves, worked out once.

use super::assessment::{CriterionIx, Milli, Verdict};
use super::criteria::{Criterion, Rubric};
use super::marks::Marks;
use super::moment::Moment;
use super::rules::{Plans, Rule, fits};
use super::sets::{ActSet, CriterionSet};
use crate::procedure::Measure;
use crate::procedure::{
    Decision, EntryIs, FieldKind, FormAnswer, PaperCatalogue, PaperField, PaperIx, PaperKind, Ruling,
};
use crate::scenario::model::{Act, Arg, Judged, NodeKind, Opt, OptionKind, Scenario};
use crate::scenario::speech::characters;
use crate::vocabulary::acts::{Mechanic, Opening};
use crate::vocabulary::{ActCatalogue, ActIx, Critical};
use crate::vocabulary::{ClaimIx, Cue, NodeIx, Somebody, StaffIx, VisitorIx};
use indexmap::IndexMap;
use std::sync::LazyLock;

/// A rubric laid over a scenario; shared by all sessions of it.
#[derive(Debug)]
pub struct Plan {
    pub(super) criteria: Vec<Criterion>,
    pub(super) caps: IndexMap<Critical, Milli>,
    pub(super) nodes: Vec<PlannedNode>,
    pub(super) acts: Vec<PlannedAct>,
    /// Criteria that a gesture of the row fulfils, so that the means are always at hand.
    pub(super) by_gesture: CriterionSet,
    /// True where nothing was offered: a live talk, in which everything could have been said.
    pub(super) free: bool,
    /// What each kind of rule has worked out for itself.
    pub(super) rules: Plans,
}

#[derive(Debug)]
pub(super) enum PlannedNode {
    Line {
        who: Option<VisitorIx>,
        staff: Option<StaffIx>,
        variants: Vec<Box<[Cue]>>,
    },
    Choice {
        to: Option<VisitorIx>,
        options: Vec<PlannedOption>,
        /// Criteria that some option fulfils, on offer or not.
        fulfils: CriterionSet,
    },
    /// Entries of all fields, each with what its field is for, and what handing in does.
    Desk {
        to: Option<VisitorIx>,
        options: Vec<PlannedOption>,
        fulfils: CriterionSet,
        fields: Box<[FieldKind]>,
        acts: Box<[Act]>,
        /// How many of these are the author's.
        said: usize,
        /// By entry: whether it says where one can go.
        leads: Box<[bool]>,
        /// Where one can go stands on the paper beforehand.
        shows_remedy: bool,
    },
    Other,
}

#[derive(Debug)]
pub(super) struct PlannedOption {
    pub acts: Box<[Act]>,
    /// How many of these, from the first, are its author's; those of an entry that follow from what it is are judged
    /// with what it is.
    pub said: usize,
    /// What it counts for, with the author's word on it.
    pub marks: Marks,
    /// True where an act names a word or a fact and so fits only that cue.
    pub particular: bool,
    pub answers_risk: bool,
    pub critical: bool,
    /// Whether it offends against a criterion.
    pub offends: bool,
    /// What the rubric as a whole thinks of it, for choosing among better options.
    pub worth: i64,
    pub silent: bool,
    /// How long its words are, see [`characters`].
    pub characters: u32,
    pub to: Option<VisitorIx>,
    /// What it decides on claims.
    pub decides: Box<[Decision]>,
    /// It issues a paper that has to hold a result.
    pub concludes: bool,
    /// It is said to one of our own people.
    pub aside: bool,
    /// What the author judges by hand.
    pub judged: Box<[(CriterionIx, Judged)]>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct PlannedAct {
    pub marks: Marks,
    pub critical: Option<Critical>,
    pub answers_risk: bool,
    pub mirrors: bool,
    pub gesture: bool,
    /// It tells what one can do against a refusal.
    pub shows_remedy: bool,
    /// What it is on the response ladder.
    pub measure: Option<Measure>,
    /// It asks people to choose who speaks for them.
    pub elects: bool,
    /// What it is among the first words of a visit.
    pub opening: Option<Opening>,
}

impl PlannedOption {
    /// It offends against nothing and is no critical failure.
    pub(super) const fn is_clean(&self) -> bool {
        !self.offends && !self.critical
    }

    /// The acts that its author has written.
    pub(super) fn said_acts(&self) -> &[Act] {
        self.acts.get(..self.said).unwrap_or_default()
    }

    /// What it decides on this claim.
    pub(super) fn decides_on(&self, claim: ClaimIx) -> Option<Ruling> {
        self.decides.iter().find(|decision| decision.claim == claim).map(|decision| decision.ruling)
    }

    /// Whether it answers what must not be let stand, by this criterion, without a fault of its own.
    pub(super) fn speaks_up(&self, criterion: CriterionIx) -> bool {
        self.is_clean() && self.marks.hits.contains(criterion)
    }

    pub(super) fn does(&self, kind: ActIx) -> bool {
        self.acts.iter().any(|act| act.kind == kind)
    }

    /// Whether the author judges this criterion by hand here.
    pub(super) fn is_authors(&self, criterion: CriterionIx) -> bool {
        self.judged.iter().any(|(one, _)| *one == criterion)
    }
}

impl Plan {
    /// Lays the rubric over the scenario: the same plan serves every session of it.
    pub fn new(rubric: &Rubric, scenario: &Scenario, catalogue: &ActCatalogue) -> Self {
        let acts = planned_acts(rubric, catalogue);
        let mut by_gesture = CriterionSet::default();
        acts.iter().filter(|act| act.gesture).for_each(|act| by_gesture.union_with(&act.marks.hits));
        let mut plan = Self {
            criteria: rubric.criteria.clone(),
            caps: rubric.caps.clone(),
            nodes: Vec::new(),
            acts,
            by_gesture,
            free: false,
            rules: Plans::new(rubric, scenario),
        };
        plan.nodes = scenario.nodes.iter().map(|node| plan.node(rubric, &node.kind)).collect();
        plan
    }

    /// A rubric laid over a talk between people, where nobody offers options: whatever a cue called for could
    /// have been done, and what was never called for is no opportunity.
    pub fn free(rubric: &Rubric, scenario: &Scenario, catalogue: &ActCatalogue) -> Self {
        Self { free: true, ..Self::new(rubric, scenario, catalogue) }
    }

    fn node(&self, rubric: &Rubric, kind: &NodeKind) -> PlannedNode {
        if let Some(speech) = kind.speech() {
            return PlannedNode::Line {
                who: speech.who,
                staff: speech.staff,
                // Our own people have no feelings that the trainee would have to answer.
                variants: (speech.variants.iter())
                    .map(|variant| {
                        let cues = variant.cues.iter().copied();
                        cues.filter(|cue| speech.staff.is_none() || cue.is_anybodys()).collect()
                    })
                    .collect(),
            };
        }
        if let Some(task) = kind.as_desk() {
            let fields = task.form.fields.iter().flat_map(|field| field.entries.clone().map(|_| field.kind));
            let fields: Box<[FieldKind]> = fields.collect();
            let entries = task.form.entries.iter().enumerate().map(|(at, entry)| {
                // The day of receipt, or beside the seal, tells nobody until when.
                let own = entry.opt.acts.get(..entry.said).filter(|_| fields.get(at) == Some(&FieldKind::Day));
                (&entry.opt, own.unwrap_or(&entry.opt.acts), entry.said)
            });
            let (options, fulfils) = self.laid_out(rubric, entries);
            let (acts, said) = self.that_count(&task.acts, task.said);
            let to = task.to;
            let leads = task.form.fields.iter().flat_map(|field| {
                let kind = matches!(field.kind, FieldKind::Remedy | FieldKind::Path);
                let blank = |is: EntryIs| matches!(is, EntryIs::Struck | EntryIs::Empty);
                task.form.entries_of(field).map(move |(_, entry)| kind && !blank(entry.is))
            });
            let shows_remedy = task.form.printed.iter().any(|printed| printed.of == PaperField::Remedy);
            let leads = leads.collect();
            return PlannedNode::Desk { to, options, fulfils, fields, acts, said, leads, shows_remedy };
        }
        kind.as_choice().map_or(PlannedNode::Other, |choice| {
            let options = choice.options.iter().map(|option| (option, &option.acts[..], option.acts.len()));
            let (options, fulfils) = self.laid_out(rubric, options);
            PlannedNode::Choice { to: choice.to, options, fulfils }
        })
    }

    /// Options, and the criteria that some of them fulfil.
    fn laid_out<'o>(
        &self,
        rubric: &Rubric,
        options: impl Iterator<Item = (&'o Opt, &'o [Act], usize)>,
    ) -> (Vec<PlannedOption>, CriterionSet) {
        let options: Vec<PlannedOption> =
            options.map(|(option, acts, said)| self.planned(rubric, option, acts, said)).collect();
        let mut fulfils = CriterionSet::default();
        options.iter().for_each(|option| fulfils.union_with(&option.marks.hits));
        (options, fulfils)
    }

    /// `acts`: those of its acts that count, of which the first `said` are its author's.
    fn planned(&self, rubric: &Rubric, option: &Opt, acts: &[Act], said: usize) -> PlannedOption {
        let own = option.own.iter().flat_map(|own| &own.score);
        let judged: Box<[(CriterionIx, Judged)]> =
            own.filter_map(|(criterion, judged)| Some((rubric.find(criterion)?, *judged))).collect();
        let (acts, said) = self.that_count(acts, said);
        let mut marks = Marks::of(acts.iter().map(|act| &self.act(act.kind).marks));
        self.rules.decision.mark(&option.decides, &mut marks);
        judge_by_hand(&mut marks, &judged);
        let (offends, worth) = (self.offences(&marks).next().is_some(), self.worth(&marks, |_| true));
        PlannedOption {
            particular: option.acts.iter().any(|a| matches!(a.arg, Arg::Word(_) | Arg::Fact(_))),
            answers_risk: option.acts.iter().any(|a| self.act(a.kind).answers_risk),
            critical: option.acts.iter().any(|a| self.act(a.kind).critical.is_some()),
            offends,
            worth,
            silent: option.kind == OptionKind::Gesture,
            decides: option.decides.clone().into(),
            concludes: option.acts.iter().any(|act| matches!(act.arg, Arg::Paper(paper) if decides(paper))),
            characters: option.text.author().map_or(0, |text| characters(&text.original)),
            to: option.to.and_then(Somebody::visitor),
            aside: matches!(option.to, Some(Somebody::Staff(_))),
            acts,
            said,
            marks,
            judged,
        }
    }

    /// The acts that are what they are called, and how many of the first `said` are among them: a paper that stays in the
    /// house tells nobody anything, and who gives back no word in particular has given back none.
    fn that_count(&self, acts: &[Act], said: usize) -> (Box<[Act]>, usize) {
        let papers = &PaperCatalogue::shipped().papers;
        let counts = |act: &Act| match act.arg {
            Arg::Paper(paper) => papers.get(paper.at()).is_some_and(|paper| paper.to_visitor),
            Arg::None => !self.act(act.kind).mirrors,
            _ => true,
        };
        let said = acts.iter().take(said).filter(|act| counts(act)).count();
        (acts.iter().filter(|act| counts(act)).copied().collect(), said)
    }

    /// What can be chosen there: the options on offer, or every entry of a desk task.
    pub(super) fn on_offer<'o>(&'o self, moment: &'o Moment) -> impl Iterator<Item = (u8, &'o PlannedOption)> {
        let (shown, entries, options) = match self.nodes.get(moment.node.at()) {
            Some(PlannedNode::Desk { options, .. }) => (&[][..], options.as_slice(), options.as_slice()),
            Some(PlannedNode::Choice { options, .. }) => (moment.offer.as_slice(), &[][..], options.as_slice()),
            _ => (&[][..], &[][..], &[][..]),
        };
        let shown = shown.iter().filter_map(move |number| Some((*number, options.get(usize::from(*number))?)));
        (0..=u8::MAX).zip(entries).chain(shown)
    }

    /// The acts of a paper that is handed in: of its entries, then its own. Then what its wrong entries would have earned
    /// if they were right: a date that cannot hold names no date.
    pub(super) fn handed_in(&self, node: NodeIx, written: FormAnswer, wrong: &[u8]) -> (Vec<Act>, Vec<ActIx>) {
        let (mut acts, mut in_vain) = (Vec::new(), Vec::new());
        let earns = |act: &Act| {
            let marks = &self.act(act.kind).marks;
            marks.hits.iter().next().is_some() || marks.partials.iter().next().is_some()
        };
        for entry in written.iter() {
            let Some(option) = self.option(node, entry) else { continue };
            let is_wrong = wrong.contains(&entry);
            for (at, act) in option.acts.iter().enumerate() {
                // What the author has written stays said.
                match is_wrong && at >= option.said && earns(act) {
                    true => in_vain.push(act.kind),
                    false => acts.push(*act),
                }
            }
        }
        if let Some(PlannedNode::Desk { acts: own, .. }) = self.nodes.get(node.at()) {
            acts.extend(own);
        }
        (acts, in_vain)
    }

    /// Those among them that the author has written, and that count as if they were spoken.
    pub(super) fn said_of(&self, node: NodeIx, written: FormAnswer) -> impl Iterator<Item = Act> {
        let own: &[Act] = match self.nodes.get(node.at()) {
            Some(PlannedNode::Desk { acts, said, .. }) => acts.get(..*said).unwrap_or_default(),
            _ => &[],
        };
        let entries = written.iter().filter_map(move |entry| self.option(node, entry));
        entries.flat_map(PlannedOption::said_acts).chain(own).copied()
    }

    /// Whether an option would be a hit as an answer to this cue.
    pub(super) fn answers(&self, option: &PlannedOption, criterion: CriterionIx, cue: Cue) -> bool {
        let fits = |act: &Act| fits(act.arg, cue) && self.act(act.kind).marks.hits.contains(criterion);
        // What an author judges by hand hits as a whole, unless an act is particular about the cue.
        option.marks.hits.contains(criterion) && (!option.particular || option.acts.iter().any(fits))
    }

    /// Whether it would answer this cue wholly or by half.
    pub(super) fn may_answer(&self, option: &PlannedOption, criterion: CriterionIx, cue: Cue) -> bool {
        let counts = |act: &Act| {
            let marks = &self.act(act.kind).marks;
            fits(act.arg, cue) && (marks.hits.contains(criterion) || marks.partials.contains(criterion))
        };
        !option.particular || option.acts.iter().any(counts)
    }

    /// Whether it answers what must not be let stand, by whatever criterion asks for that.
    pub(super) fn speaks_up(&self, option: &PlannedOption) -> bool {
        let asked = self.criteria.iter().zip(0..).filter(|(one, _)| matches!(one.rule, Rule::SpeaksUp(_)));
        asked.map(|(_, at)| CriterionIx(at)).any(|criterion| option.speaks_up(criterion))
    }

    /// Whether an option offends against nothing and is no critical failure.
    pub fn is_clean(&self, node: NodeIx, option: u8) -> bool {
        self.option(node, option).is_some_and(PlannedOption::is_clean)
    }

    /// What it offends against; where a rule is about order, the later act is no offence in itself.
    pub(super) fn offences(&self, marks: &Marks) -> impl Iterator<Item = CriterionIx> {
        marks.misses.iter().filter(|criterion| self.criteria[criterion.at()].rule.misses_offend())
    }

    pub(super) fn act(&self, act: ActIx) -> &PlannedAct {
        static NOTHING: LazyLock<PlannedAct> = LazyLock::new(PlannedAct::default);
        // A catalogue larger than the plan's cannot be: the plan is made from the catalogue the scenario uses.
        self.acts.get(act.at()).unwrap_or(&NOTHING)
    }

    pub(super) fn options(&self, node: NodeIx) -> &[PlannedOption] {
        match self.nodes.get(node.at()) {
            Some(PlannedNode::Choice { options, .. } | PlannedNode::Desk { options, .. }) => options,
            _ => &[],
        }
    }

    pub(super) fn option(&self, node: NodeIx, option: u8) -> Option<&PlannedOption> {
        self.options(node).get(usize::from(option))
    }

    /// Criteria that some option there fulfils, on offer or not.
    pub(super) fn fulfils(&self, node: NodeIx) -> Option<&CriterionSet> {
        match self.nodes.get(node.at()) {
            Some(PlannedNode::Choice { fulfils, .. } | PlannedNode::Desk { fulfils, .. }) => Some(fulfils),
            _ => None,
        }
    }

    /// Whom a choice or a paper is addressed to.
    pub(super) fn addressed(&self, node: NodeIx) -> Option<VisitorIx> {
        match self.nodes.get(node.at()) {
            Some(PlannedNode::Choice { to, .. } | PlannedNode::Desk { to, .. }) => *to,
            _ => None,
        }
    }

    /// Whether the author judges this criterion by hand in what was chosen there.
    pub(super) fn is_authors(&self, moment: &Moment, criterion: CriterionIx) -> bool {
        let chosen = moment.chosen.and_then(|option| self.option(moment.node, option));
        chosen.is_some_and(|option| option.is_authors(criterion))
    }
}

/// Whether a paper of this kind cannot do without a result.
fn decides(paper: PaperIx) -> bool {
    PaperCatalogue::shipped().papers.get(paper.at()).is_some_and(PaperKind::decides)
}

fn planned_acts(rubric: &Rubric, catalogue: &ActCatalogue) -> Vec<PlannedAct> {
    let mut acts: Vec<PlannedAct> = (catalogue.iter())
        .map(|(_, act)| PlannedAct {
            marks: Marks::default(),
            critical: act.critical,
            answers_risk: act.answers_risk,
            mirrors: act.mechanic == Some(Mechanic::Mirror),
            gesture: act.gesture.is_some(),
            shows_remedy: act.shows_remedy,
            measure: act.measure,
            elects: act.mechanic == Some(Mechanic::Representatives),
            opening: act.opening,
        })
        .collect();
    for (ix, criterion) in rubric.iter() {
        let mut mark = |set: &ActSet, verdict: Verdict| {
            for act in set.iter() {
                if let Some(act) = acts.get_mut(act.at()) {
                    act.marks.mark(ix, verdict);
                }
            }
        };
        mark(&criterion.hit, Verdict::Hit);
        mark(&criterion.partial, Verdict::Partial);
        mark(&criterion.miss, Verdict::Miss);
    }
    acts
}

/// What the author judges by hand is judged so, whatever the acts are.
fn judge_by_hand(marks: &mut Marks, judged: &[(CriterionIx, Judged)]) {
    for (criterion, judged) in judged {
        marks.forget(*criterion);
        if let Some(verdict) = Verdict::by_hand(*judged) {
            marks.mark(*criterion, verdict);
        }
    }
}
