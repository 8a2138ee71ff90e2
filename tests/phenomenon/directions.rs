//! What each act does, said a second time and independently of its numbers: which needs it helps (+) or hurts (-),
//! whether it presses or releases, and its direct pull on trust and arousal.

use super::Cast;
use crate::stage::{Do, Line, PAIN, need};
use calmdesk::rubric::acts::Takes;
use calmdesk::visitor::Need;
use std::sync::Mutex;

#[rustfmt::skip]
pub const DIRECTIONS: &[(&str, &str)] = &[
    ("KeepSilent", "+Voice +Respect -pressure -arousal"),
    ("Acknowledge", "+Voice +Respect -pressure"),
    ("InviteMore", "+Voice +Respect +Control -pressure -arousal"),
    ("MirrorWords", "+Voice +Respect -pressure -arousal"),
    ("RenameFeeling", "-Voice -Respect +pressure"),
    ("Paraphrase", "+Voice +Respect +Clarity -pressure"),
    ("Misparaphrase", "-Voice -Respect +pressure"),
    ("CheckUnderstanding", "+Voice +Control +Respect -pressure"),
    ("Summarise", "+Voice +Clarity +Respect -pressure"),
    ("OpenQuestion", "+Voice +Control -pressure"),
    ("ClosedQuestion", "+Voice +Clarity"),
    ("LeadingQuestion", "-Voice -Fairness +pressure"),
    ("Interrogate", "-Voice -Respect -Safety +pressure +arousal"),
    ("AskEvidence", "+Clarity +Fairness"),
    ("AskHistory", "+Voice +Fairness +Clarity"),
    ("AskInterest", "+Voice +Remedy +Respect -pressure"),
    ("ReadPapers", "+Respect +Voice +Fairness -pressure"),
    ("SkipPapers", "-Respect -Voice +pressure"),
    ("CutIn", "-Voice -Respect +pressure +arousal"),
    ("Prejudge", "-Voice -Fairness -Respect +pressure"),
    ("Refute", "-Voice -Fairness -Respect +pressure +arousal"),
    ("ChangeSubject", "-Voice -Respect +pressure"),
    ("CheckPhone", "-Respect -Voice +pressure"),
    ("NameFeeling", "+Voice +Respect -pressure -arousal"),
    ("SayUnderstand", "+Voice +Respect -pressure"),
    ("TakePerspective", "+Respect +Voice -pressure"),
    ("ShareExperience", "+Respect -Voice"),
    ("Comfort", "+Respect +Safety -pressure -arousal"),
    ("Affirm", "+Respect +Fairness +Safety -pressure"),
    ("OfferChoice", "+Control +Respect +Safety -pressure -arousal"),
    ("SayWe", "+Respect +Control +Remedy -pressure"),
    ("MatchPace", "+Voice +Respect"),
    ("SlowDown", "+Safety -arousal"),
    ("Apologise", "+Respect +Fairness -pressure +trust"),
    ("BearAbuse", "+Respect +Voice -pressure"),
    ("NegateEmotion", "-Voice -Respect -Control +pressure +arousal"),
    ("Belittle", "-Respect -Voice -Fairness +pressure +arousal"),
    ("Accuse", "-Respect -Fairness +pressure +arousal"),
    ("Scold", "-Respect -Voice +pressure +arousal"),
    ("Label", "-Respect -Fairness +pressure -trust +arousal"),
    ("OrderAround", "-Control -Respect +pressure +arousal"),
    ("CounterAttack", "-Respect -Safety +pressure +arousal"),
    ("ShowImpatience", "-Respect -Voice +pressure"),
    ("Greet", "+Respect"),
    ("OfferSeat", "+Respect +Control -arousal"),
    ("OfferWater", "+Respect +Safety -pressure -arousal"),
    ("OfferTissue", "+Respect +Voice -pressure"),
    ("QuietRoom", "+Safety +Respect +Control -pressure -arousal"),
    ("Pause", "+Control -Voice -arousal"),
    ("Nod", "+Voice +Respect -pressure"),
    ("EyeContact", "+Respect +Voice"),
    ("TakeNotes", "+Voice +Respect +Fairness"),
    ("Accommodate", "+Respect +Control +Safety -pressure"),
    ("SeeOff", "+Respect"),
    ("Register", "+Fairness +Clarity +Voice"),
    ("CollectExtra", "-Safety -Respect +pressure"),
    ("ExplainProcess", "+Clarity +Control"),
    ("CitePolicy", "+Clarity +Fairness"),
    ("LectureLaw", "-Respect -Voice +Clarity +pressure +arousal"),
    ("CiteVaguely", "-Clarity -Fairness +pressure"),
    ("NameBody", "+Clarity +Remedy +Control"),
    ("NameDate", "+Clarity +Control +Fairness"),
    ("IssuePaper", "+Clarity +Fairness +Control +trust"),
    ("HandOver", "+Remedy +Clarity +Respect"),
    ("Verify", "+Fairness +Remedy +Voice"),
    ("VisitSite", "+Fairness +Remedy +Respect"),
    ("InvitePartner", "+Remedy +Fairness"),
    ("Promise", "+Remedy +Control +Clarity"),
    ("KeepPromise", "+Respect +Fairness +Remedy +trust"),
    ("OverPromise", "+Remedy +Control +Respect -pressure"),
    ("VagueHope", "+Remedy -Clarity"),
    ("HonestLimit", "+Clarity +Respect -Remedy"),
    ("OfferRemedy", "+Remedy +Clarity +Control"),
    ("InformRights", "+Fairness +Clarity +Control"),
    ("GuideLawfully", "+Clarity +Control -Respect"),
    ("ReportProgress", "+Clarity +Respect +Remedy -pressure"),
    ("FollowUp", "+Respect +Control +Clarity"),
    ("AnswerConsistently", "+Fairness +Clarity"),
    ("Contradict", "-Fairness -Clarity +pressure -trust"),
    ("Classify", "+Clarity"),
    ("SeparateLitigation", "+Clarity +Remedy"),
    ("ElectRepresentatives", "+Control +Clarity +Voice"),
    ("OneMainSpeaker", "+Clarity +Voice -arousal"),
    ("Deflect", "-Respect -Remedy -Voice -Fairness +pressure +arousal"),
    ("SayHelpless", "-Remedy -Respect -Clarity +pressure"),
    ("BlameSuperiors", "-Fairness -Remedy -Respect +pressure"),
    ("SayFutile", "-Control -Remedy -Respect +pressure +arousal"),
    ("SayNever", "-Control -Remedy -Respect +pressure +arousal"),
    ("NameOnlyLeader", "-Clarity -Remedy -Fairness +pressure"),
    ("SayWhatMore", "-Respect -Voice -Remedy +pressure +arousal"),
    ("StayNeutral", "+Fairness +Respect"),
    ("TakeSide", "+Fairness +Respect"),
    ("SwapPerspective", "+Fairness +Respect"),
    ("SplitIssue", "+Clarity +Control +Remedy"),
    ("ProposeOptions", "+Control +Remedy +Clarity"),
    ("ExplainMediation", "+Clarity +Control +Fairness"),
    ("AskConsent", "+Control +Respect +Safety"),
    ("PressToSign", "-Control -Fairness -Respect +pressure -trust +arousal"),
    ("SpellOutTerms", "+Clarity +Remedy +Fairness +Control"),
    ("LeaveTermsVague", "-Clarity +Remedy"),
    ("AssurePrivacy", "+Safety +Respect -arousal"),
    ("MaskIdentity", "+Safety"),
    ("Leak", "-Safety -Respect +pressure -trust"),
    ("Threaten", "-Safety -Respect -Control +pressure -trust +arousal"),
    ("Retaliate", "-Safety -Fairness -Respect +pressure -trust +arousal"),
    ("DiscourageClaim", "-Control -Fairness -Safety +pressure -trust"),
    ("Intercept", "-Control -Safety -Fairness +pressure -trust +arousal"),
    ("PromiseIllegally", "+Remedy +Respect -pressure"),
    ("AcceptGift", "-Fairness +Remedy"),
    ("SecureRoom", "+Safety -arousal"),
    ("CallMedical", "+Safety +Respect"),
    ("CallDiseaseControl", "+Safety"),
    ("CallColleague", "+Safety +Respect -arousal"),
    ("AskAboutRisk", "+Voice +Safety +Respect -pressure"),
    ("Dissuade", "+Safety -Control +Clarity"),
    ("CriticiseAndEducate", "-Respect +Clarity +arousal"),
    ("CallPolice", "-Safety -Respect -Control +arousal"),
    ("IgnoreRisk", "-Safety -Voice +pressure"),
];

/// The act with something in its brackets, as an author writes it.
fn written(name: &str, takes: Takes) -> &'static str {
    static TEXTS: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
    let text = match takes {
        Takes::Nothing | Takes::MaybeFact | Takes::MaybeArticle | Takes::MaybePromise | Takes::MaybeVisitor => {
            name.to_owned()
        }
        Takes::Word => format!("{name}(\"寒心\")"),
        Takes::Article => format!("{name}(\"noise2022/70\")"),
        Takes::Paper => format!("{name}(\"path-notice\")"),
        Takes::Promise => format!("{name}(\"call\")"),
    };
    let mut texts = TEXTS.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    match texts.iter().find(|known| **known == text) {
        Some(known) => known,
        None => {
            texts.push(Box::leak(text.into_boxed_str()));
            texts[texts.len() - 1]
        }
    }
}

/// Somebody who has been heard out, with a calm head: an act does what it is there for.
fn heard(cast: &Cast) -> Cast {
    cast.but(|person| {
        person.arrives_with = [0.0; 7];
        person.arrives_under_pressure = 0.5;
        person.breaking_point = 1.0;
    })
}

/// Needs that matter to nobody: what is left are the direct effects.
fn hollow(cast: &Cast) -> Cast {
    heard(cast).but(|person| {
        person.needs = [0.0; 7];
        person.trust = 0.0;
    })
}

pub fn hold(cast: &Cast) -> Option<bool> {
    Some(DIRECTIONS.iter().all(|(name, signs)| act_holds(cast, name, signs)))
}

/// Whether one act moves everything in its direction.
pub fn act_holds(cast: &Cast, name: &str, signs: &str) -> bool {
    let Some(kind) = cast.acts.find(name).map(|ix| &cast.acts[ix]) else { return false };
    let act = written(name, kind.takes);
    // A mirrored word must have been said and a feeling answered; everything else follows a plain line.
    let script = |acts| [PAIN, Do("InviteMore"), Line(0, "Fact(\"hours\")"), Do(acts)];
    let (with, without) = (heard(cast).play(&script(act)), heard(cast).play(&script("")));
    let (bare_with, bare_without) = (hollow(cast).play(&script(act)), hollow(cast).play(&script("")));
    signs.split_whitespace().all(|sign| {
        let (sign, what) = sign.split_at(1);
        let change = match what {
            "pressure" => bare_with.end().pressure - bare_without.end().pressure,
            "trust" => bare_with.end().trust - bare_without.end().trust,
            "arousal" => bare_with.end().mood[1] - bare_without.end().mood[1],
            _ => {
                let at = Need::ALL.into_iter().find(|need| format!("{need:?}") == what).expect("a need");
                need(with.end(), at) - need(without.end(), at)
            }
        };
        if sign == "+" { change > 1e-6 } else { change < -1e-6 }
    })
}
