//! What a visitor thinks of a turn: a text in their voice, found by what they felt and what made them feel it.

use super::debrief::{Change, Landed, Turn};
use super::turning::{Cause, cause};
use crate::args;
use crate::locale::Texts;
use crate::scenario::model::{Arg, Scenario};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::ActEffect;
use crate::vocabulary::Locale;
use crate::vocabulary::VisitorIx;
use crate::vocabulary::{FEELINGS, Feeling, NEEDS, Need};

/// Smallest change of a feeling (thousandths) that makes a thought.
const STIRRED: i32 = 25;
/// Smallest change of trust or of a need's belief that makes one.
const MOVED: i32 = 60;

/// A thought as a message of `report.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thought {
    /// Who thinks it.
    pub who: VisitorIx,
    /// Message, or `message.other`, which says the same in other words.
    pub id: String,
    /// What the act was about: gives `$it`.
    pub about: Arg,
}

impl Thought {
    /// The thought in words.
    pub fn text(&self, scenario: &Scenario, locale: Locale) -> String {
        let it = match self.about {
            Arg::Word(ix) => scenario.words.get(ix.at()).map(|word| word.text.get(locale)),
            Arg::Fact(ix) => scenario.facts.get(ix.at()).map(|fact| fact.text.get(locale)),
            Arg::Promise(ix) => scenario.promises.get(ix.at()).map(|promise| promise.text.get(locale)),
            Arg::None | Arg::Article(_) | Arg::Paper(_) | Arg::Visitor(_) => None,
        };
        locale.text_with(&self.id, &args!("it" => it.unwrap_or_default())).into_owned()
    }

    /// What the visitor whom this turn moved most thinks; `None` where it moved nobody.
    pub(super) fn at(scenario: &Scenario, acts: &ActCatalogue, turn: &Turn) -> Option<Self> {
        let change = turn.changes.iter().min_by_key(|change| -stir(change))?;
        let who = change.who;
        let mood = Mood::of(change)?;
        let (act, cause) = match cause(scenario, acts, turn, who, mood.worse()) {
            Cause::Act(at) => (turn.acts.get(at), None),
            Cause::Interruption => (None, Some("cut-off")),
            Cause::Silence => (None, Some("left-waiting")),
            Cause::Time => (None, Some("given-time")),
            Cause::Telling => (None, Some("telling")),
            Cause::Colleague => (None, Some("careless")),
            Cause::Staff(_) => (None, mood.worse().then_some("colleague")),
        };
        let id = candidates(acts, turn, who, &mood, act, cause).into_iter().find(|id| exists(id))?;
        // The other wording on every second turn, so that the same thought does not come twice in a row.
        let other = format!("{id}.other");
        let id = if turn.number.is_multiple_of(2) && exists(&other) { other } else { id };
        let about = act.map_or(Arg::None, |landed| landed.act.arg);
        Some(Self { who, id, about })
    }
}

fn exists(id: &str) -> bool {
    Locale::ZhCn.find(id, None).is_some()
}

/// From the most to the least telling.
fn candidates(
    acts: &ActCatalogue,
    turn: &Turn,
    who: VisitorIx,
    mood: &Mood,
    act: Option<&Landed>,
    cause: Option<&str>,
) -> Vec<String> {
    let mut ids = Vec::new();
    let feeling = mood.id();
    if let Some(landed) = act {
        let name = &acts[landed.act.kind].name;
        match landed.effect {
            ActEffect::NeverSaid => ids.push("thought-never-said".to_owned()),
            ActEffect::NotTakenIn => ids.push("thought-not-taken-in".to_owned()),
            ActEffect::WornOut => ids.push("thought-worn-out".to_owned()),
            ActEffect::OutOfPlace(why) => {
                ids.push(format!("thought-{}", why.text_id()));
                ids.push("thought-out-of-place".to_owned());
            }
            ActEffect::TooSoon => ids.push("thought-too-soon".to_owned()),
            ActEffect::Landed => {}
        }
        if matches!(landed.act.arg, Arg::Word(_) | Arg::Fact(_) | Arg::Promise(_)) {
            ids.push(format!("thought-{name}-it"));
        }
        ids.push(format!("thought-{feeling}-{name}"));
        ids.push(format!("thought-{name}"));
    }
    if turn.outbursts.contains(&who) && mood.worse() {
        ids.push("thought-outburst".to_owned());
    }
    if let Some(cause) = cause {
        ids.push(format!("thought-{feeling}-{cause}"));
        if matches!(cause, "cut-off" | "left-waiting" | "given-time" | "careless" | "colleague") {
            ids.push(format!("thought-{cause}"));
        }
    }
    if let Some(need) = mood.need {
        ids.push(format!("thought-{feeling}-{}", need.id()));
    }
    ids.push(format!("thought-{feeling}"));
    ids
}

/// What moved most in a visitor.
struct Mood {
    /// `None`: only trust or the needs moved.
    feeling: Option<(Feeling, bool)>,
    trust_rose: bool,
    /// The need whose belief moved most in the same direction.
    need: Option<Need>,
}

impl Mood {
    fn of(change: &Change) -> Option<Self> {
        let feelings = deltas::<FEELINGS>(&change.before.feelings, &change.after.feelings);
        let needs = deltas::<NEEDS>(&change.before.needs, &change.after.needs);
        let trust = i32::from(change.after.trust) - i32::from(change.before.trust);
        let feeling = Feeling::ALL
            .into_iter()
            .zip(feelings)
            .min_by_key(|(_, delta)| -delta.abs())
            .filter(|(_, delta)| delta.abs() >= STIRRED)
            .map(|(feeling, delta)| (feeling, delta > 0));
        let strongest_need = needs.iter().copied().min_by_key(|delta| -delta.abs()).unwrap_or_default();
        if feeling.is_none() && trust.abs() < MOVED && strongest_need.abs() < MOVED {
            return None;
        }
        let mut mood =
            Self { feeling, trust_rose: if trust.abs() >= 20 { trust > 0 } else { strongest_need > 0 }, need: None };
        let worse = mood.worse();
        mood.need = Need::ALL
            .into_iter()
            .zip(needs)
            .filter(|&(_, delta)| if worse { delta <= -MOVED } else { delta >= MOVED })
            .min_by_key(|(_, delta)| -delta.abs())
            .map(|(need, _)| need);
        Some(mood)
    }

    fn worse(&self) -> bool {
        match self.feeling {
            Some((Feeling::Hope | Feeling::Relief | Feeling::Gratitude, rose)) => !rose,
            Some((_, rose)) => rose,
            None => !self.trust_rose,
        }
    }

    fn id(&self) -> String {
        match self.feeling {
            Some((feeling, true)) => feeling.id().to_owned(),
            Some((feeling, false)) => format!("less-{}", feeling.id()),
            None if self.trust_rose => "trust".to_owned(),
            None => "less-trust".to_owned(),
        }
    }
}

fn deltas<const N: usize>(before: &[i16; N], after: &[i16; N]) -> [i32; N] {
    std::array::from_fn(|at| i32::from(after[at]) - i32::from(before[at]))
}

/// How much a turn moved somebody: their strongest feeling's change.
fn stir(change: &Change) -> i32 {
    let feelings = deltas::<FEELINGS>(&change.before.feelings, &change.after.feelings);
    let trust = i32::from(change.after.trust) - i32::from(change.before.trust);
    feelings.into_iter().map(i32::abs).max().unwrap_or_default().max(trust.abs() / 2)
}
