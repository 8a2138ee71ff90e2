//! Choices whose options can all be closed at once, as far as their conditions alone can say.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::reach;
use crate::scenario::model::*;

/// Ways in which conditions may hold that are looked at; of more nothing is said here, and `rehearse` walks them.
const MOST: usize = 4096;

pub(super) fn closed(on: &Inspected, smells: &mut Smells) {
    for (at, node) in (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes) {
        let Some(choice) = node.kind.as_choice().filter(|choice| choice.hub.is_none() && on.flow.reached[at.at()])
        else {
            continue;
        };
        let conditions: Option<Vec<&When>> = choice.options.iter().map(|option| option.when.as_ref()).collect();
        let Some(conditions) = conditions else { continue };
        if may_all_fail(on, at, &conditions) {
            let span = on.key(at);
            let smell = smells.smell(Code::OptionsAllClosed, span, SmellPlace::node(at));
            smell.diagnostic.args.push(("name", node.id.as_str().into()));
        }
    }
}

/// Something that conditions ask for, and the values of it that they tell apart.
enum Asked<'w> {
    /// So or not so; `settled` where it is certain.
    Bare {
        of: &'w When,
        settled: Option<bool>,
    },
    Feeling {
        who: VisitorIx,
        what: crate::vocabulary::Quantity,
        values: Vec<f64>,
    },
    Counter {
        of: VarIx,
        values: Vec<i32>,
    },
}

impl Asked<'_> {
    fn values(&self) -> usize {
        match self {
            Self::Bare { settled, .. } => {
                if settled.is_some() {
                    1
                } else {
                    2
                }
            }
            Self::Feeling { values, .. } => values.len(),
            Self::Counter { values, .. } => values.len(),
        }
    }
}

fn may_all_fail(on: &Inspected, choice: NodeIx, conditions: &[&When]) -> bool {
    let mut asked = asked(on, conditions);
    if asked.len() > MOST.ilog2() as usize {
        return false;
    }
    for one in &mut asked {
        if let Asked::Bare { of, settled } = one {
            *settled = self::settled(on, choice, of);
        }
    }
    let all =
        asked.iter().map(Asked::values).try_fold(1usize, |all, one| all.checked_mul(one).filter(|all| *all <= MOST));
    let Some(all) = all else { return false };
    (0..all).any(|mut number| {
        let at: Vec<usize> = (asked.iter())
            .map(|one| {
                let at = number % one.values();
                number /= one.values();
                at
            })
            .collect();
        conditions.iter().all(|when| !holds(when, &asked, &at))
    })
}

fn asked<'w>(on: &Inspected, conditions: &[&'w When]) -> Vec<Asked<'w>> {
    let mut asked: Vec<Asked> = Vec::new();
    for when in conditions {
        when.each(&mut |part| match *part {
            When::All(_) | When::Any(_) | When::Not(_) => {}
            When::AtLeast(who, what, bound) | When::Below(who, what, bound) => {
                let place = asked
                    .iter()
                    .position(|one| matches!(one, Asked::Feeling { who: a, what: b, .. } if (*a, *b) == (who, what)));
                let place = place.unwrap_or_else(|| {
                    asked.push(Asked::Feeling { who, what, values: vec![f64::NEG_INFINITY] });
                    asked.len() - 1
                });
                if let Asked::Feeling { values, .. } = &mut asked[place]
                    && !values.contains(&bound)
                {
                    values.push(bound);
                }
            }
            When::VarAtLeast(of, _) | When::VarIs(of, _) => {
                if !asked.iter().any(|one| matches!(one, Asked::Counter { of: known, .. } if *known == of)) {
                    let var = &on.scenario.vars[of.at()];
                    // Too many values to look at make too many ways, of which nothing is said.
                    let values = (var.min..=var.max).take(MOST + 1).collect();
                    asked.push(Asked::Counter { of, values });
                }
            }
            _ => {
                if !asked.iter().any(|one| matches!(one, Asked::Bare { of, .. } if *of == part)) {
                    asked.push(Asked::Bare { of: part, settled: None });
                }
            }
        });
    }
    asked
}

/// What is certain by then: a node that every way leads through has been visited, one that no way leads through has not.
fn settled(on: &Inspected, choice: NodeIx, part: &When) -> Option<bool> {
    let through = match part {
        When::Visited(node) | When::Chose(node, _) | When::Wrote(node, _) | When::FormClean(node) => vec![*node],
        When::Fact(fact) => {
            let tells =
                |node: &Node| node.kind.speech().is_some_and(|speech| speech.cues().any(|cue| cue == Cue::Fact(*fact)));
            let nodes = (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes);
            nodes.filter(|(_, node)| tells(node)).map(|(at, _)| at).collect()
        }
        _ => return None,
    };
    if !reach(&on.flow.next, through.iter().copied())[choice.at()] {
        return Some(false);
    }
    if !matches!(part, When::Visited(_) | When::Fact(_)) {
        return None;
    }
    let mut around = on.flow.next.clone();
    through.iter().for_each(|node| around[node.at()].clear());
    let start = on.scenario.visits.first().map(|visit| visit.start).filter(|start| !through.contains(start));
    (!reach(&around, start)[choice.at()]).then_some(true)
}

fn holds(when: &When, asked: &[Asked], at: &[usize]) -> bool {
    match when {
        When::All(parts) => parts.iter().all(|part| holds(part, asked, at)),
        When::Any(parts) => parts.iter().any(|part| holds(part, asked, at)),
        When::Not(part) => !holds(part, asked, at),
        part => asked.iter().zip(at).any(|(one, at)| match (one, part) {
            (Asked::Bare { of, settled }, part) if *of == part => settled.unwrap_or(*at == 1),
            (Asked::Feeling { who, what, values }, When::AtLeast(a, b, bound)) if (who, what) == (a, b) => {
                values[*at] >= *bound
            }
            (Asked::Feeling { who, what, values }, When::Below(a, b, bound)) if (who, what) == (a, b) => {
                values[*at] < *bound
            }
            (Asked::Counter { of, values }, When::VarAtLeast(var, bound)) if of == var => values[*at] >= *bound,
            (Asked::Counter { of, values }, When::VarIs(var, value)) if of == var => values[*at] == *value,
            _ => false,
        }),
    }
}
