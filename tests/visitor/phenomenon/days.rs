//! Over days: what is promised, what is remembered, what silence does.

use super::Cast;
use crate::stage::{Aside, Beat, Days, DaysKept, Do, DoTo, FACT, Line, PAIN, Played, ease, feels, need, play};
use calmdesk::visitor::Mind;
use calmdesk::vocabulary::{Feeling, Need};

/// How it looks across the desk today: hope and relief, less what weighs.
fn looks(mind: &Mind) -> f64 {
    let feeling = |feeling| feels(mind, feeling);
    need(mind, Need::Remedy) + feeling(Feeling::Hope) + feeling(Feeling::Relief)
        - feeling(Feeling::Anger)
        - feeling(Feeling::Disappointment)
        - mind.pressure
}

/// A first visit with this answer, and who comes back after a week.
fn week(cast: &Cast, answer: &'static str) -> Played {
    cast.play(&[PAIN, Do("InviteMore"), FACT, Do(answer), Days(7)])
}

pub fn over_promise(cast: &Cast) -> Option<bool> {
    let over = week(cast, "OverPromise(\"moon\")");
    let honest =
        [week(cast, "HonestLimit, OfferRemedy"), week(cast, "ExplainProcess, NameDate"), week(cast, "HonestLimit")];
    Some(honest.iter().all(|honest| {
        looks(over.at(4)) > looks(honest.at(4))
            && over.end().trust < honest.end().trust
            && ease(over.end()) < ease(honest.end())
            && feels(over.end(), Feeling::Anger) >= feels(honest.end(), Feeling::Anger)
    }))
}

pub fn empty_words(cast: &Cast) -> Option<bool> {
    let honest = week(cast, "HonestLimit, OfferRemedy");
    Some(["OverPromise", "PromiseIllegally"].into_iter().all(|words| {
        let over = week(cast, words);
        looks(over.at(4)) > looks(honest.at(4))
            && over.end().trust < honest.end().trust
            && ease(over.end()) < ease(honest.end())
    }))
}

pub fn honest_limit(cast: &Cast) -> Option<bool> {
    let honest = week(cast, "HonestLimit, OfferRemedy");
    let vague = week(cast, "VagueHope");
    Some(
        ease(honest.end()) > ease(vague.end())
            && honest.end().trust > vague.end().trust
            && feels(honest.end(), Feeling::Disappointment) <= feels(vague.end(), Feeling::Disappointment)
            // What hurts is the hope, not the week: the vague answer falls further on the way.
            && vague.at(4).trust - vague.end().trust > honest.at(4).trust - honest.end().trust,
    )
}

pub fn two_answers(cast: &Cast) -> Option<bool> {
    let cite = Do("CitePolicy(\"xf2022/23\")");
    let with = |answer: &'static str| cast.play(&[FACT, cite, FACT, Do(answer), Days(2)]);
    let one = with("CitePolicy(\"noise2022/70\")");
    let two = with("CitePolicy(\"noise2022/70\"), Contradict");
    Some(
        two.at(4).trust < one.at(4).trust - 0.05
            && two.end().trust < one.end().trust - 0.05
            // Remembered: it costs once more when the visitor comes back.
            && two.at(4).trust - two.end().trust > one.at(4).trust - one.end().trust + 0.01,
    )
}

pub fn second_contradiction(cast: &Cast) -> Option<bool> {
    // Trust held the same at the start of each, so that only the repetition differs.
    let played = cast.but(|person| person.needs[Need::Voice as usize] = 0.5).play(&[
        FACT,
        Do("Contradict"),
        FACT,
        Do("Contradict"),
    ]);
    let loss = |before: usize| need(played.at(before), Need::Fairness) - need(played.at(before + 1), Need::Fairness);
    Some(loss(3) > 1.15 * loss(1))
}

pub fn leak(cast: &Cast) -> Option<bool> {
    let with = |acts: &'static str| cast.play(&[FACT, Do(acts), Days(1)]);
    let (told, kept) = (with("Leak"), with(""));
    let (back, kept) = (told.end(), kept.end());
    // Slept on, the belief would have paled; remembered, it is as bad as it was.
    Some(
        back.trust < kept.trust - 0.2
            && need(back, Need::Safety) < need(told.at(2), Need::Safety)
            && feels(back, Feeling::Fear) > feels(kept, Feeling::Fear),
    )
}

pub fn amends(cast: &Cast) -> Option<bool> {
    let fall = |acts: &'static str| {
        let played = cast.play(&[FACT, Do("Contradict"), FACT, Do(acts), Days(2)]);
        played.at(4).trust - played.end().trust
    };
    Some(fall("Apologise") < fall("Nod"))
}

pub fn careless(cast: &Cast) -> Option<bool> {
    // A colleague puts in a careless word; the trainee lets it stand, or apologises for it.
    let with = |aside: &'static str, acts: &'static str| {
        cast.play(&[FACT, Do("InviteMore"), Aside(aside), FACT, Do(acts), Days(2)])
    };
    let (said, mended, not) = (with("Careless", ""), with("Careless", "Apologise"), with("", ""));
    let (plain, fall) = (with("", "Apologise"), |played: &Played| played.at(5).trust - played.end().trust);
    Some(
        need(said.at(5), Need::Respect) < need(not.at(5), Need::Respect) - 0.05
            && feels(said.at(5), Feeling::Anger) > feels(not.at(5), Feeling::Anger)
            && said.at(5).trust < not.at(5).trust
            && ease(mended.at(5)) > ease(said.at(5))
            // In mind at the next visit, less so after an apology, and nothing without cause.
            && fall(&said) > fall(&not) + 0.01
            && fall(&said) > fall(&mended)
            && ease(mended.end()) < ease(plain.end()),
    )
}

pub fn told_of_careless(cast: &Cast) -> Option<bool> {
    let with = |cue: &'static str| cast.play(&[Line(0, cue), Do("Nod"), Days(2)]);
    let (told, not) = (with("Careless"), with("Vent"));
    Some(told.at(1).pressure > not.at(1).pressure && told.end().trust < not.end().trust)
}

/// Two desks have answered otherwise, both truly perhaps; the trainee lets it stand, sends them off, or takes it on.
pub fn told_of_two_answers(cast: &Cast) -> Option<bool> {
    let with = |cue: &'static str, acts: &'static str| cast.play(&[Line(0, cue), Do(acts), Days(2)]);
    let (told, not) = (with("TwoAnswers", "Nod"), with("Vent", "Nod"));
    let (taken, sent) = (with("TwoAnswers", "NameBothAnswers, ReconcileAnswers"), with("TwoAnswers", "Deflect"));
    Some(
        told.at(1).trust < not.at(1).trust
            && need(told.at(1), Need::Clarity) < need(not.at(1), Need::Clarity)
            && told.end().trust < not.end().trust
            && taken.end().trust > told.end().trust
            && ease(taken.end()) > ease(told.end())
            && sent.end().trust < told.end().trust,
    )
}

/// A secret of one of two people is told to the other.
pub fn whose_secret(cast: &Cast) -> Option<bool> {
    let with = |acts: &'static str| {
        let script = [Line(0, "Fact(\"hours\")"), DoTo(0, acts), Days(3)];
        play(cast.acts, &script, &[cast.person; 2], cast.seed)
    };
    let (told, not) = (with("Leak(\"v1\")"), with(""));
    let lost = |who: usize, beat: usize| {
        let safety = |played: &Played| played.minds[beat][who].needs[Need::Safety as usize];
        safety(&not) - safety(&told)
    };
    // Whose it was is hit; who heard it understands that theirs might be next; only the first carries it home.
    Some(
        lost(1, 2) > 2.0 * lost(0, 2)
            && lost(0, 2) > 0.02
            && lost(1, 3) > 0.1
            && lost(0, 3) < lost(0, 2)
            && told.minds[3][1].trust < told.minds[3][0].trust,
    )
}

pub fn nothing_done(cast: &Cast) -> Option<bool> {
    let back = |days: u16| cast.play(&[FACT, Do("ExplainProcess"), Days(days)]);
    let (soon, late) = (back(1), back(20));
    Some(
        late.end().trust < soon.end().trust - 0.05
            && need(late.end(), Need::Clarity) < need(late.at(2), Need::Clarity)
            && need(late.end(), Need::Clarity) < need(soon.end(), Need::Clarity)
            && feels(late.end(), Feeling::Disappointment) > feels(soon.end(), Feeling::Disappointment),
    )
}

pub fn broken_promise(cast: &Cast) -> Option<bool> {
    let broken = week(cast, "Promise(\"call\")");
    let refused = week(cast, "HonestLimit");
    Some(broken.end().trust < refused.end().trust - 0.1 && ease(broken.end()) < ease(refused.end()))
}

pub fn kept_promise(cast: &Cast) -> Option<bool> {
    let with = |acts: &'static str| {
        let script: [Beat; 7] = [FACT, Do("Promise(\"call\")"), Days(2), FACT, Do(acts), Days(7), FACT];
        cast.play(&script)
    };
    let (kept, broken) = (with("KeepPromise(\"call\")"), with(""));
    Some(kept.end().trust > broken.end().trust + 0.2 && ease(kept.at(5)) > ease(broken.at(5)))
}

pub fn slept_on(cast: &Cast) -> Option<bool> {
    let played = cast.play(&[FACT, Do("Scold"), Days(1)]);
    Some(
        feels(played.end(), Feeling::Anger) < 0.7 * feels(played.at(2), Feeling::Anger)
            && need(played.end(), Need::Respect) < 0.0
            && need(played.end(), Need::Respect) > need(played.at(2), Need::Respect),
    )
}

pub fn grudge(cast: &Cast) -> Option<bool> {
    let anger = |trust: f64| {
        let cast = cast.but(|person| {
            person.trust = trust;
            person.arrives_with = [0.0; 7];
        });
        feels(cast.play(&[FACT, Do("Acknowledge"), Days(1)]).end(), Feeling::Anger)
    };
    Some(anger(-0.8) > anger(0.5))
}

pub fn fallen_hope(cast: &Cast) -> Option<bool> {
    let fall = |hope: f64| {
        let cast = cast.but(|person| {
            person.arrives_with = [0.0; 7];
            person.arrives_with[Feeling::Hope as usize] = hope;
        });
        feels(cast.play(&[FACT, Do("SayNever")]).end(), Feeling::Disappointment)
    };
    Some(fall(0.7) > fall(0.0))
}

pub fn kept_meanwhile(cast: &Cast) -> Option<bool> {
    let played = cast.play(&[FACT, Do("Promise(\"call\")"), DaysKept(3)]);
    let (before, back) = (played.at(2), played.end());
    // A night makes beliefs paler; a kept word makes them stronger.
    Some(
        need(back, Need::Respect) > need(before, Need::Respect) + 0.05
            && need(back, Need::Fairness) > need(before, Need::Fairness) + 0.05
            && back.trust > before.trust + 0.1,
    )
}
