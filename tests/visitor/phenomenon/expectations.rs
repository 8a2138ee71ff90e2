//! What everybody who has worked at a desk expects of each act: whom it does good, whom harm, and why.
//!
//! Written from the reason, not from the catalogue. `+Unheard` means: who wants to be heard above all leaves the turn
//! better off than the same person to whom that is nothing; the first kind named is whom the act is chiefly about, and
//! they must feel it, unless it does so `slightly`. `eases` and `presses`: somebody at the edge of an outburst is kept from it or pushed over.
//! `calms` and `stirs`: the next explanation gets through to a heated person better or worse. `trusted` and
//! `distrusted`: even those who have nothing at stake think better or worse of the receiver.

/// Who wants what above all: to be heard, respected, treated fairly, told what comes next, asked, safe, helped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Unheard,
    Slighted,
    Wronged,
    Unsure,
    Powerless,
    Afraid,
    EmptyHanded,
}

/// When it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// In answer to a plain line.
    Plain,
    /// After the visitor has said what hurts and was asked on.
    HeardOut,
    /// After the receiver has taken up the visitor's pace.
    InStep,
    /// In answer to a plain line, to somebody close to tears.
    InTears,
}
use When::{HeardOut, InStep, InTears, Plain};

pub struct Expectation {
    pub act: &'static str,
    pub when: When,
    pub claims: &'static str,
    pub because: &'static str,
}

const fn act(act: &'static str, when: When, claims: &'static str, because: &'static str) -> Expectation {
    Expectation { act, when, claims, because }
}

#[rustfmt::skip]
pub const EXPECTATIONS: &[Expectation] = &[
    // Listening
    act("KeepSilent", Plain, "+Unheard +Slighted eases calms", "The floor is theirs, and nobody hurries them."),
    act("Acknowledge", Plain, "+Unheard +Slighted eases", "A short yes says: go on, I follow."),
    act("InviteMore", Plain, "+Unheard +Slighted +Powerless eases calms", "Asked to go on, they decide what is told and get it off their chest."),
    act("MirrorWords", HeardOut, "+Unheard +Slighted eases calms", "Their own word came back: it was worth keeping."),
    act("RenameFeeling", HeardOut, "-Unheard -Slighted", "Their word was exchanged for another, as if it had been the wrong one."),
    act("Paraphrase", Plain, "+Unheard +Slighted +Unsure eases", "It arrived, and hearing it in order makes it clearer to themselves."),
    act("Misparaphrase", Plain, "-Unheard -Slighted presses", "What comes back is not what they said; they have to begin again."),
    act("CheckUnderstanding", Plain, "+Unheard +Powerless +Slighted eases", "They are asked whether it is right, and may put it right."),
    act("Summarise", Plain, "+Unheard +Unsure +Slighted eases", "Everything was kept, and now it stands in an order."),
    act("OpenQuestion", Plain, "+Unheard +Powerless eases", "They choose where the answer begins."),
    act("ClosedQuestion", Plain, "slightly +Unsure", "At least it is plain what the desk wants to know."),
    act("LeadingQuestion", Plain, "-Unheard -Wronged presses", "The answer is put into their mouth, and it is somebody else's."),
    act("Interrogate", Plain, "-Slighted -Unheard -Afraid presses stirs", "Questioned like a suspect, they look for the door."),
    act("AskEvidence", Plain, "+Unsure +Wronged", "Facts will decide, and they learn which."),
    act("AskHistory", Plain, "+Unheard +Wronged +Unsure", "What they went through counts, and so does what was answered before."),
    act("AskInterest", Plain, "+Unheard +EmptyHanded +Slighted eases", "Somebody asks what it is really about; that can be helped."),
    act("ReadPapers", Plain, "+Slighted +Unheard +Wronged eases", "The papers they kept in order are read, and count."),
    act("SkipPapers", Plain, "-Slighted -Unheard presses", "They carried them here for nothing."),
    act("CutIn", Plain, "-Unheard -Slighted presses stirs", "Half said is worse than not said."),
    act("Prejudge", Plain, "-Unheard -Wronged -Slighted presses", "The verdict was there before the story."),
    act("Refute", Plain, "-Unheard -Wronged -Slighted presses stirs", "They came to tell, and have to defend themselves."),
    act("ChangeSubject", Plain, "-Unheard -Slighted presses", "What they said fell under the table."),
    act("CheckPhone", Plain, "-Slighted -Unheard presses", "A telephone is worth more than they are."),

    // Empathy
    act("NameFeeling", Plain, "+Unheard +Slighted eases calms", "Somebody sees how it is for them."),
    act("SayUnderstand", Plain, "slightly +Unheard +Slighted eases", "It is at least said."),
    act("TakePerspective", Plain, "+Slighted +Unheard eases", "Anyone in their place would feel it: they are not odd."),
    act("ShareExperience", Plain, "slightly +Slighted -Unheard", "Meant kindly, but now the talk is about the receiver."),
    act("Comfort", Plain, "+Slighted +Afraid eases calms", "A kind word, and nothing bad will come of being here."),
    act("Affirm", Plain, "+Slighted +Wronged +Afraid eases", "It was right to come; it is their right, and held against nobody."),
    act("OfferChoice", Plain, "+Powerless +Slighted +Afraid eases calms", "One thing today is theirs to decide, and nobody drives them."),
    act("SayWe", Plain, "+Slighted +Powerless +EmptyHanded eases", "Two look for a way instead of one."),
    act("MatchPace", Plain, "slightly +Unheard +Slighted", "The receiver is with them, not beside them."),
    act("SlowDown", InStep, "slightly +Afraid calms", "A quiet voice that was with them before takes the haste away."),
    act("Apologise", Plain, "+Slighted +Wronged eases trusted", "Somebody stands up for what went wrong."),
    act("BearAbuse", Plain, "+Unheard +Slighted eases", "They may rage, and are not paid back for it."),
    act("NegateEmotion", Plain, "-Unheard -Slighted -Powerless presses stirs", "Even what they may feel is laid down for them."),
    act("Belittle", Plain, "-Slighted -Unheard -Wronged presses stirs", "What weighs on them is called a trifle; so nobody will weigh it."),
    act("Accuse", Plain, "-Slighted -Wronged presses stirs", "They came with a wrong and go with the blame."),
    act("Scold", Plain, "-Slighted -Unheard presses stirs", "Spoken to like a child, nothing they say counts."),
    act("Label", Plain, "-Slighted -Wronged presses stirs distrusted", "With a name like that their matter is settled before it is opened."),
    act("OrderAround", Plain, "-Powerless -Slighted presses stirs", "You must, you have to: as if they had no say."),
    act("CounterAttack", Plain, "-Slighted -Afraid presses stirs", "The office hits back; who knows what comes next."),
    act("ShowImpatience", Plain, "-Slighted -Unheard presses", "They are a bother, and should come to the end."),

    // Manners and room
    act("Greet", Plain, "+Slighted", "They are met as a guest, not as a number."),
    act("OfferSeat", Plain, "+Slighted +Powerless calms", "Seated, they stay as long as it takes, and nobody stands over them."),
    act("OfferWater", Plain, "+Slighted +Afraid eases calms", "A glass of water: a house that gives one means no harm."),
    act("OfferTissue", InTears, "+Slighted +Unheard eases", "The tears were seen and are no disgrace."),
    act("QuietRoom", Plain, "+Afraid +Slighted +Powerless eases calms", "Nobody looks on any more, and they can collect themselves."),
    act("Pause", Plain, "slightly +Powerless calms", "They say when it goes on, and until then can breathe."),
    act("Nod", Plain, "slightly +Unheard +Slighted eases", "They are being followed."),
    act("EyeContact", Plain, "slightly +Slighted +Unheard", "Looked at, they are somebody."),
    act("TakeNotes", Plain, "+Unheard +Slighted +Wronged", "What is written down cannot be denied tomorrow."),
    act("Accommodate", Plain, "+Slighted +Powerless +Afraid eases", "Somebody has thought of what is hard for them, so they can manage."),
    act("SeeOff", Plain, "+Slighted", "Respect to the door."),

    // Procedure
    act("Register", Plain, "+Wronged +Unsure +Unheard", "It is on record: it counts like anyone's, has a number, and was told."),
    act("CollectExtra", Plain, "-Afraid -Slighted presses", "What has that to do with it, and who will read it?"),
    act("ExplainProcess", Plain, "+Unsure +Powerless", "Knowing the road, they can plan."),
    act("CitePolicy", Plain, "+Unsure +Wronged", "A rule that holds for everybody, and that can be looked up."),
    act("LectureLaw", Plain, "-Slighted -Unheard +Unsure presses stirs", "Something of the law is learnt, but by being put down with it."),
    act("CiteVaguely", Plain, "-Unsure -Wronged presses", "Some rule or other: nobody can check that."),
    act("NameBody", Plain, "+Unsure +EmptyHanded +Powerless", "They know whose door it is and can go there; somebody is in charge after all."),
    act("NameDate", Plain, "+Unsure +Powerless +Wronged", "Until Friday one can wait, and after it one may ask; nobody is put off for ever."),
    act("IssuePaper", Plain, "+Unsure +Wronged +Powerless trusted", "Black on white with a seal: clear, equal, and something to hold up."),
    act("HandOver", Plain, "+EmptyHanded +Unsure +Slighted", "They are taken to whoever can do it instead of being sent."),
    act("Verify", Plain, "+Wronged +EmptyHanded +Unheard", "Their word is looked into: it was taken seriously, and something moves."),
    act("VisitSite", Plain, "+Wronged +EmptyHanded +Slighted", "Somebody comes and sees for himself."),
    act("InvitePartner", Plain, "+EmptyHanded +Wronged", "Those who can change it will sit at the table, and not one side alone."),
    act("Promise", Plain, "+EmptyHanded +Powerless +Unsure", "A word with a day to it: something will happen, and it can be called in."),
    act("KeepPromise", Plain, "+Slighted +Wronged +EmptyHanded trusted", "The word was kept, and they were worth keeping it."),
    act("OverPromise", Plain, "+EmptyHanded +Powerless +Slighted eases", "Today it sounds like the end of their trouble."),
    act("VagueHope", Plain, "-Unsure +EmptyHanded", "A straw to hold on to, and nobody knows what it means."),
    act("HonestLimit", Plain, "+Unsure +Slighted -EmptyHanded", "It will not be all they want, but they were told like a grown person and know where they are."),
    act("OfferRemedy", Plain, "+EmptyHanded +Unsure +Powerless", "If not this way, then that, and it is theirs to take."),
    act("InformRights", Plain, "+Powerless +Wronged +Unsure", "They learn what they may do, like everybody."),
    act("GuideLawfully", Plain, "slightly +Unsure +Powerless -Slighted", "How to go about it is good to know; to be reminded of it stings a little."),
    act("ReportProgress", Plain, "+Unsure +Slighted +EmptyHanded eases", "Nobody had to chase it: they were thought of, and it moves."),
    act("FollowUp", Plain, "+Slighted +Unsure +Powerless", "They are not forgotten once the door is shut, and know when to hear more."),
    act("AnswerConsistently", Plain, "+Wronged +Unsure", "The same answer for everyone, today as last time."),
    act("Contradict", Plain, "-Wronged -Unsure presses distrusted", "One says this, one says that; somebody is fooling them."),
    act("Classify", Plain, "slightly +Unsure", "They learn what kind of matter it is."),
    act("SeparateLitigation", Plain, "+Unsure +EmptyHanded", "They learn that the court is the way, and that there is one."),
    act("ElectRepresentatives", Plain, "+Powerless +Unsure +Unheard", "They choose who speaks, it is clear how it goes on, and it will be heard in full."),
    act("OneMainSpeaker", Plain, "slightly +Unsure calms", "One at a time, one can follow, and the noise goes down."),
    act("Deflect", Plain, "-EmptyHanded -Slighted -Unheard -Wronged presses stirs", "Sent on again, with nothing, unheard, as if it were nobody's business."),
    act("SayHelpless", Plain, "-EmptyHanded -Slighted -Unsure presses", "If even the office can do nothing, who can?"),
    act("BlameSuperiors", Plain, "-Wronged -EmptyHanded -Slighted presses", "Somebody up there has decided, and nobody here will stand up for it."),
    act("SayFutile", Plain, "-Powerless -EmptyHanded -Slighted presses stirs", "Whatever they do, it is no use; they might as well not exist."),
    act("SayNever", Plain, "-EmptyHanded -Powerless -Slighted presses stirs", "The door is shut, and they were not even asked."),
    act("NameOnlyLeader", Plain, "-Wronged -Unsure -EmptyHanded presses", "So it hangs on one man's mood, not on a rule or a road."),
    act("SayWhatMore", Plain, "-Slighted -Unheard -EmptyHanded presses stirs", "As if they were greedy: not heard, and there will be no more."),

    // Mediation
    act("StayNeutral", Plain, "+Wronged +Slighted", "Nobody has the ear of the judge, and each is taken for full."),
    act("TakeSide", Plain, "slightly +Wronged +Slighted", "The one who is sided with feels in the right."),
    act("SwapPerspective", HeardOut, "slightly +Wronged +Slighted", "Once heard, they can be asked to look from over there, as a fair person is."),
    act("SplitIssue", Plain, "+Unsure +Powerless +EmptyHanded", "A heap becomes three things, and one of them can be done today."),
    act("ProposeOptions", Plain, "+Powerless +EmptyHanded +Unsure", "There are ways, laid side by side, and they put them in order."),
    act("ExplainMediation", Plain, "+Unsure +Powerless +Wronged", "How it goes, that nobody can force them, and that it is the same for both."),
    act("AskConsent", Plain, "+Powerless +Slighted +Afraid", "They may say no, and nothing happens to them."),
    act("PressToSign", Plain, "-Powerless -Wronged -Slighted presses stirs distrusted", "A signature under pressure is somebody else's agreement."),
    act("SpellOutTerms", Plain, "+Unsure +EmptyHanded +Wronged +Powerless", "Who does what by when: clear, worth something, the same for both, and it can be called in."),
    act("LeaveTermsVague", Plain, "slightly -Unsure +EmptyHanded", "Something is agreed, but nobody knows what."),

    // Safety and conduct
    act("AssurePrivacy", Plain, "+Afraid +Slighted calms", "It stays in this room; their secret is taken care of."),
    act("MaskIdentity", Plain, "+Afraid", "Who reads it does not learn who it was."),
    act("Leak", Plain, "-Afraid -Slighted presses distrusted", "What they confided is out."),
    act("Threaten", Plain, "-Afraid -Slighted -Powerless presses stirs distrusted", "Keep quiet or else."),
    act("Retaliate", Plain, "-Afraid -Wronged -Slighted presses stirs distrusted", "Who complains pays for it."),
    act("DiscourageClaim", Plain, "-Powerless -Wronged -Afraid presses distrusted", "A right one had better not use."),
    act("Intercept", Plain, "-Powerless -Afraid -Wronged presses stirs distrusted", "Held and sent home: then there is no right at all."),
    act("PromiseIllegally", Plain, "+EmptyHanded +Slighted eases", "A favour just for them; today it is sweet."),
    act("AcceptGift", Plain, "-Wronged +EmptyHanded", "Who pays gets on; and what about those who cannot?"),
    act("SpeakUp", Plain, "+Afraid +Wronged +Slighted eases trusted", "Somebody at this desk does not go along with it."),
    act("SecureRoom", Plain, "+Afraid calms", "Somebody sees to it that nothing happens."),
    act("CallMedical", Plain, "+Afraid +Slighted", "A human being comes first, then the matter."),
    act("CallDiseaseControl", Plain, "+Afraid", "Those who know about it take over."),
    act("CallColleague", Plain, "+Afraid +Slighted calms", "Somebody else comes, more at ease with them."),
    act("AskAboutRisk", Plain, "+Unheard +Afraid +Slighted eases", "Somebody dares to ask, so they need not be alone with it."),
    act("Dissuade", Plain, "slightly +Unsure +Afraid -Powerless", "What leads nowhere is said plainly, before it does harm; still they are stopped."),
    act("CriticiseAndEducate", Plain, "-Slighted +Unsure stirs", "Told off in front of others, they know at least where the line is."),
    act("CallPolice", Plain, "-Powerless -Slighted -Afraid stirs", "Uniforms: now they are the danger."),
    act("IgnoreRisk", Plain, "-Afraid -Unheard presses", "They as good as said it, and nobody reacted."),
];

/// The same thing done in a better and in a worse way: who meets the better one is better off after the turn.
#[rustfmt::skip]
pub const BETTER: &[(&str, &str, &str)] = &[
    ("Paraphrase", "Misparaphrase", "said back rightly, said back wrongly"),
    ("CheckUnderstanding", "Prejudge", "asked whether it is so, told that it is so"),
    ("OpenQuestion", "ClosedQuestion", "a question with room, a question with none"),
    ("ClosedQuestion", "Interrogate", "asked, questioned"),
    ("OpenQuestion", "LeadingQuestion", "asked, led"),
    ("AskEvidence", "Refute", "asked for proof, contradicted"),
    ("ReadPapers", "SkipPapers", "the papers read, left lying"),
    ("KeepSilent", "CutIn", "let finish, cut in"),
    ("InviteMore", "ChangeSubject", "asked on, led off"),
    ("TakeNotes", "CheckPhone", "writes it down, looks at a telephone"),
    ("Summarise", "Acknowledge", "everything kept, a yes"),
    ("AskInterest", "AskEvidence", "what it is about, what it can be proved with"),
    ("AskHistory", "SayWhatMore", "what was done so far, what more they want"),
    ("MirrorWords(\"寒心\")", "SayUnderstand", "their word, the usual words"),
    ("NameFeeling", "NegateEmotion", "the feeling named, forbidden"),
    ("TakePerspective", "ShareExperience", "in their place, in mine"),
    ("Comfort", "Belittle", "comforted, made small of"),
    ("Affirm", "Accuse", "right to have come, wrong to have come"),
    ("OfferChoice", "OrderAround", "this or that, do this"),
    ("SayWe", "BlameSuperiors", "we, they up there"),
    ("BearAbuse", "CounterAttack", "borne, paid back"),
    ("KeepSilent", "ShowImpatience", "waited for, hurried"),
    ("Apologise", "Scold", "sorry, told off"),
    ("Affirm", "Label", "a person, a name for a kind of person"),
    ("Greet", "ShowImpatience", "welcome, already too much"),
    ("QuietRoom", "Nod", "a room of one's own, a nod"),
    ("Register", "Deflect", "taken down, sent on"),
    ("Register", "CollectExtra", "what is needed, what is not"),
    ("ExplainProcess", "CiteVaguely", "how it goes, some rule or other"),
    ("CitePolicy(\"xf2022/23\")", "CiteVaguely", "the article, some rule or other"),
    ("CitePolicy(\"xf2022/23\")", "LectureLaw", "an article, a sermon"),
    ("NameBody", "Deflect", "whose it is, not ours"),
    ("HandOver", "NameBody", "taken there, told where"),
    ("NameDate", "VagueHope", "Friday, soon"),
    ("IssuePaper(\"path-notice\")", "NameBody", "on paper, by word of mouth"),
    ("Verify", "Prejudge", "looked into, known already"),
    ("VisitSite", "Verify", "goes there, looks it up"),
    ("InvitePartner", "SayHelpless", "brings in who can, can do nothing"),
    ("HonestLimit", "SayNever", "so far and no further, never"),
    ("OfferRemedy", "SayFutile", "another way, no use"),
    ("InformRights", "DiscourageClaim", "what you may do, what you had better not"),
    ("GuideLawfully", "LectureLaw", "shown the way, preached at"),
    ("ReportProgress", "VagueHope", "how far it is, it will be all right"),
    ("FollowUp", "SeeOff", "I will ring, goodbye"),
    ("AnswerConsistently", "Contradict", "the same as last time, something else"),
    ("SeparateLitigation", "Deflect", "that is for the court and this is how, not ours"),
    ("ExplainProcess", "NameOnlyLeader", "how it goes, who alone decides"),
    ("ElectRepresentatives", "OrderAround", "choose who speaks, be quiet"),
    ("StayNeutral", "Accuse", "both heard, blamed"),
    ("AskConsent", "PressToSign", "will you, sign here"),
    ("SpellOutTerms", "LeaveTermsVague", "who, what, when; we will manage"),
    ("ProposeOptions", "PressToSign", "three ways, this one"),
    ("SplitIssue", "SayNever", "step by step, never"),
    ("ExplainMediation", "PressToSign", "how it goes, sign"),
    ("AssurePrivacy", "Leak", "kept, told"),
    ("MaskIdentity", "CollectExtra", "less is shown, more is asked"),
    ("AskAboutRisk", "IgnoreRisk", "asked, passed over"),
    ("CallMedical", "IgnoreRisk", "helped, passed over"),
    ("SecureRoom", "Threaten", "made safe, made afraid"),
    ("Dissuade", "CallPolice", "talked to, fetched"),
    ("Dissuade", "CriticiseAndEducate", "talked to, told off"),
    ("CriticiseAndEducate", "Threaten", "told off, threatened"),
    ("CallColleague", "CallPolice", "a colleague, a uniform"),
    ("DiscourageClaim", "Intercept", "talked out of it, held and sent home"),
    ("Accommodate", "OfferSeat", "all that is hard thought of, a chair"),
    ("OfferWater", "EyeContact", "a glass of water, a glance"),
];
