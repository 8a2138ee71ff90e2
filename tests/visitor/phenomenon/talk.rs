//! Within one talk: what acts do in which order and state.

use super::Cast;
use crate::stage::{Beat, Do, FACT, Line, PAIN, ease, feels, need};
use calmdesk::visitor::Persona;
use calmdesk::vocabulary::{Feeling, Need};

/// Somebody who comes in upset.
fn upset(person: &mut Persona) {
    let anger = &mut person.arrives_with[Feeling::Anger as usize];
    *anger = anger.max(0.5);
}
/// Somebody who comes in calm and with nothing against anybody.
fn calm(person: &mut Persona) {
    person.arrives_with = Persona::default().arrives_with;
    person.arrives_under_pressure = 0.1;
}

pub fn deflections(cast: &Cast) -> Option<bool> {
    // A small claim: the substance hardly matters, being sent away does.
    let cast = cast.but(|person| person.needs[Need::Remedy as usize] = 0.3);
    let sent_away = cast.play(&[PAIN, Do("Deflect"), PAIN, Do("Deflect"), PAIN, Do("Deflect")]);
    let honest = cast.play(&[
        PAIN,
        Do("MirrorWords(\"寒心\"), InviteMore"),
        PAIN,
        Do("HonestLimit, NameBody"),
        FACT,
        Do("HandOver, NameDate"),
    ]);
    Some(sent_away.outbursts > 0 && honest.outbursts == 0)
}

pub fn emotion_first(cast: &Cast) -> Option<bool> {
    let emotion = Do("MirrorWords(\"寒心\"), NameFeeling");
    let matter = Do("ExplainProcess, NameDate");
    let first = cast.play(&[PAIN, emotion, FACT, matter]);
    let last = cast.play(&[PAIN, matter, FACT, emotion]);
    let (first, last) = (first.end(), last.end());
    Some(
        ease(first) > ease(last)
            && first.trust > last.trust
            && feels(first, Feeling::Anger) <= feels(last, Feeling::Anger),
    )
}

pub fn own_word(cast: &Cast) -> Option<bool> {
    let after = |acts: &'static str| *cast.play(&[PAIN, Do(acts)]).end();
    let ladder = [after("MirrorWords(\"寒心\")"), after("NameFeeling"), after("RenameFeeling(\"寒心\")"), after("")];
    let hurt = need(&ladder[2], Need::Voice) < need(&cast.play(&[PAIN, Do("Nod")]).minds[1][0], Need::Voice) + 0.08;
    Some(
        hurt && ladder
            .windows(2)
            .all(|two| need(&two[0], Need::Voice) > need(&two[1], Need::Voice) && ease(&two[0]) > ease(&two[1])),
    )
}

pub fn never_said(cast: &Cast) -> Option<bool> {
    // The line shows pain, but that word was not in it.
    let pain = Line(0, "Vent");
    let put = cast.play(&[pain, Do("MirrorWords(\"寒心\")"), PAIN]);
    let nothing = cast.play(&[pain, Do(""), PAIN]);
    Some(need(put.at(2), Need::Voice) < need(nothing.at(2), Need::Voice) && ease(put.at(2)) < ease(nothing.at(2)))
}

pub fn renamed_twice(cast: &Cast) -> Option<bool> {
    let rename = Do("RenameFeeling(\"寒心\")");
    let twice = cast.play(&[PAIN, rename, PAIN, rename]);
    let loss = |before: usize| need(twice.at(before), Need::Voice) - need(twice.at(before + 1), Need::Voice);
    Some(loss(3) > loss(1) + 0.05)
}

pub fn law(cast: &Cast) -> Option<bool> {
    let cast = cast.but(upset);
    let cite = Do("CitePolicy(\"noise2022/70\")");
    let early = cast.play(&[PAIN, cite]);
    let calm: &[Beat] = &[
        PAIN,
        Do("MirrorWords(\"寒心\"), InviteMore"),
        PAIN,
        Do("NameFeeling, OfferWater"),
        FACT,
        Do("Summarise"),
        FACT,
        cite,
    ];
    let late = cast.play(calm);
    let clearer = |played: &crate::stage::Played| {
        need(played.end(), Need::Clarity) - need(played.at(played.minds.len() - 2), Need::Clarity)
    };
    let nothing = cast.play(&[PAIN, Do("Nod")]);
    // One lecture on top of it presses more than one article named.
    let lecture = cast.play(&[PAIN, Do("LectureLaw")]);
    Some(
        feels(early.end(), Feeling::Anger) > feels(nothing.end(), Feeling::Anger)
            && feels(lecture.end(), Feeling::Anger) > feels(early.end(), Feeling::Anger)
            && clearer(&late) > clearer(&early) + 0.03
            && feels(late.end(), Feeling::Anger) <= feels(late.at(late.minds.len() - 2), Feeling::Anger)
            && lecture.end().pressure > early.end().pressure,
    )
}

pub fn choice(cast: &Cast) -> Option<bool> {
    let played = cast.play(&[FACT, Do("OfferChoice")]);
    let nothing = cast.play(&[FACT, Do("")]);
    let fear = feels(nothing.end(), Feeling::Fear);
    Some(
        need(played.end(), Need::Control) > need(nothing.end(), Need::Control) + 0.1
            && (feels(played.end(), Feeling::Fear) < fear || fear == 0.0),
    )
}

pub fn calm_down(cast: &Cast) -> Option<bool> {
    let told = cast.play(&[FACT, Do("NegateEmotion")]);
    let nothing = cast.play(&[FACT, Do("")]);
    let (told, nothing) = (told.end(), nothing.end());
    Some(
        need(told, Need::Control) < need(nothing, Need::Control)
            && feels(told, Feeling::Fear) >= feels(nothing, Feeling::Fear)
            && feels(told, Feeling::Anger) > feels(nothing, Feeling::Anger)
            && told.heat() > nothing.heat(),
    )
}

pub fn third_time(cast: &Cast) -> Option<bool> {
    let understand = Do("SayUnderstand");
    let played = cast.play(&[PAIN, understand, PAIN, understand, PAIN, understand]);
    let nothing = cast.play(&[PAIN, Do(""), PAIN, understand, PAIN, understand]);
    let gain = |before: usize| need(played.at(before + 1), Need::Respect) - need(played.at(before), Need::Respect);
    Some(gain(5) < 0.5 * gain(1) && gain(3) < gain(1) && ease(played.at(2)) > ease(nothing.at(2)))
}

pub fn safety_first(cast: &Cast) -> Option<bool> {
    let cast = cast.but(|person| {
        let fear = &mut person.arrives_with[Feeling::Fear as usize];
        *fear = fear.max(0.55);
    });
    let safety = Do("AssurePrivacy, QuietRoom");
    let facts = Do("NameBody, NameDate");
    let first = cast.play(&[FACT, safety, FACT, facts]);
    let last = cast.play(&[FACT, facts, FACT, safety]);
    Some(
        need(first.end(), Need::Clarity) > need(last.end(), Need::Clarity) + 0.01
            && feels(first.at(2), Feeling::Fear) < feels(last.at(2), Feeling::Fear),
    )
}

pub fn pace(cast: &Cast) -> Option<bool> {
    let cast = cast.but(upset);
    let arousal = |script: &[Beat]| cast.play(script).end().mood[1];
    let matched = arousal(&[FACT, Do("MatchPace"), FACT, Do("SlowDown")]);
    let only_matched = arousal(&[FACT, Do("MatchPace"), FACT, Do("")]);
    let at_once = cast.play(&[FACT, Do("SlowDown")]);
    let nothing = cast.play(&[FACT, Do("")]);
    Some(
        matched < only_matched - 0.1
            && at_once.end().mood[1] > nothing.end().mood[1] - 0.01
            && need(at_once.end(), Need::Voice) < need(nothing.end(), Need::Voice),
    )
}

pub fn swap_perspective(cast: &Cast) -> Option<bool> {
    let fairness = |script: &[Beat]| {
        let played = cast.play(script);
        need(played.end(), Need::Fairness) - need(played.at(script.len() - 1), Need::Fairness)
    };
    let early = fairness(&[FACT, Do("SwapPerspective")]);
    let heard = fairness(&[PAIN, Do("MirrorWords(\"寒心\"), InviteMore"), FACT, Do("SwapPerspective")]);
    Some(early < 0.0 && heard > 0.0)
}

pub fn apology(cast: &Cast) -> Option<bool> {
    let cast = cast.but(calm);
    let repaired = |script: &[Beat]| {
        let played = cast.play(script);
        need(played.end(), Need::Respect) - need(played.at(script.len() - 1), Need::Respect)
    };
    Some(repaired(&[FACT, Do("Belittle"), FACT, Do("Apologise")]) > repaired(&[FACT, Do(""), FACT, Do("Apologise")]))
}

pub fn quiet_room(cast: &Cast) -> Option<bool> {
    let gain = |cast: &Cast| {
        let played = cast.play(&[FACT, Do("QuietRoom")]);
        need(played.end(), Need::Safety) - need(played.at(1), Need::Safety)
    };
    Some(gain(&cast.but(|person| person.arrives_with[Feeling::Anger as usize] = 0.6)) > gain(&cast.but(calm)))
}

pub fn tissues(cast: &Cast) -> Option<bool> {
    // Alone, without tears to dry it is out of place; with words around it, it is little.
    let gain = |distress: f64, without: &'static str, with: &'static str| {
        let cast = cast.but(|person| person.arrives_with[Feeling::Distress as usize] = distress);
        let respect = |acts| need(cast.play(&[FACT, Do(acts)]).end(), Need::Respect);
        respect(with) - respect(without)
    };
    let alone = |distress| gain(distress, "", "OfferTissue");
    let with_words = |distress| gain(distress, "InviteMore", "InviteMore, OfferTissue");
    Some(alone(0.5) > 2.0 * alone(0.0) && with_words(0.5) > 2.0 * with_words(0.0))
}

pub fn comfort(cast: &Cast) -> Option<bool> {
    let respect = |line: Beat, acts: &'static str| need(cast.play(&[line, Do(acts)]).end(), Need::Respect);
    // Without pain to answer it lands less; with pain it spares the visitor being stepped over.
    let plain = respect(FACT, "TakePerspective") - respect(FACT, "");
    let answering = respect(PAIN, "TakePerspective") - respect(PAIN, "");
    Some(answering > plain * 1.2)
}

pub fn put_off_again(cast: &Cast) -> Option<bool> {
    // Far from breaking, so that no outburst comes between; beliefs fall freely.
    let cast = cast.but(|person| {
        calm(person);
        person.breaking_point = 1.0;
    });
    for act in ["Deflect", "SayHelpless", "BlameSuperiors"] {
        let script = [FACT, Do(act), FACT, Do(act)];
        let played = cast.play(&script);
        let cost = |before: usize| need(played.at(before), Need::Respect) - need(played.at(before + 1), Need::Respect);
        if cost(3) <= cost(1) * 1.1 {
            return Some(false);
        }
    }
    Some(true)
}

pub fn limit(cast: &Cast) -> Option<bool> {
    let clarity = |cast: &Cast| {
        let played = cast.play(&[FACT, Do("HonestLimit")]);
        need(played.end(), Need::Clarity) - need(played.at(1), Need::Clarity)
    };
    let heated = cast.but(|person| person.arrives_with[Feeling::Anger as usize] = 0.7);
    Some(clarity(&cast.but(calm)) > clarity(&heated))
}

pub fn not_taken_in(cast: &Cast) -> Option<bool> {
    let clarity = |cast: &Cast| {
        let played = cast.play(&[FACT, Do("ExplainProcess")]);
        need(played.end(), Need::Clarity) - need(played.at(1), Need::Clarity)
    };
    let heated = cast.but(|person| person.arrives_with[Feeling::Anger as usize] = 0.75);
    Some(clarity(&heated) < 0.5 * clarity(&cast.but(calm)))
}

pub fn keeping_silent(cast: &Cast) -> Option<bool> {
    let after = |line: Beat, acts: &'static str| *cast.play(&[line, Do(acts)]).end();
    let question = Line(0, "Question");
    let (pain, not_pain) = (after(PAIN, "KeepSilent"), after(PAIN, ""));
    let (asked, not_asked) = (after(question, "KeepSilent"), after(question, ""));
    Some(
        ease(&pain) > ease(&not_pain)
            && ease(&asked) < ease(&not_asked)
            && need(&asked, Need::Respect) < need(&not_asked, Need::Respect),
    )
}

pub fn soothed(cast: &Cast) -> Option<bool> {
    let cast = cast.but(upset);
    let anger = |acts: &'static str| feels(cast.play(&[FACT, Do(acts)]).end(), Feeling::Anger);
    Some(anger("Affirm") < 0.97 * anger(""))
}
