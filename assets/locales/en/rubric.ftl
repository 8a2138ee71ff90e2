# The rubric: what each criterion is called, why it counts, what its five levels look like; how each point is explained

## Criteria

criterion-heard-out = Hearing them out
    .why = Cut people off and they start over, louder.
    .anchor-1 = Never lets them finish
    .anchor-2 = Mostly breaks in before they are done
    .anchor-3 = Often breaks in; hears about half
    .anchor-4 = Mostly speaks when they are done, now and then too soon
    .anchor-5 = Speaks only when they are done, every time
criterion-mirror = Their own word
    .why = Said back in their own word, it has plainly arrived; a neighbouring word weighs something else.
    .anchor-1 = Never gives back their word: another word, or none
    .anchor-2 = Seldom picks it up; mostly changes the word or lets it go
    .anchor-3 = Picks up about half, some in words of their own
    .anchor-4 = Mostly gives the very word back, with a word changed or lost here and there
    .anchor-5 = Gives back the very word every time
criterion-room = Room to let it out
    .why = It has to come out first; dammed up halfway, it only rises.
    .anchor-1 = Leaves no room: stops them, or does not respond
    .anchor-2 = Seldom leaves room; mostly stops them or does not respond
    .anchor-3 = Room at times, or only a word to show they listen
    .anchor-4 = Mostly waits and lets them go on
    .anchor-5 = Waits, or asks them to go on, every time
criterion-facts = Facts that arrive
    .why = What has been repeated or written down need not be told a third time.
    .anchor-1 = Repeats or notes nothing rightly
    .anchor-2 = Repeats or notes little; mostly lets it go or gets it wrong
    .anchor-3 = Repeats or notes about half, or responds without checking
    .anchor-4 = Repeats or notes most of what matters
    .anchor-5 = Repeats or notes everything that was told
criterion-summary = Summing up and checking
    .why = Put into one or two points they agree to, it is the same matter for both from here on.
    .anchor-1 = Sums up or checks in no visit
    .anchor-2 = Sums up or checks in few visits
    .anchor-3 = Sums up or checks in some visits, in others not
    .anchor-4 = Sums up or checks in most visits
    .anchor-5 = Sums up or checks in every visit
criterion-open-ear = Holding judgement back
    .why = Judge, argue or cross-examine too soon and the rest of the story stays untold.
    .anchor-1 = Never holds back: judges, argues, advises, or is elsewhere
    .anchor-2 = Seldom holds back; mostly judges, argues or advises
    .anchor-3 = Holds back about half the time
    .anchor-4 = Mostly asks, reads and listens first
    .anchor-5 = Asks, reads and listens first, every time
criterion-interest = Hearing what matters to them
    .why = What they argue for is not always what they need; missed when it shows, it seldom shows again.
    .anchor-1 = Never picks it up when it shows
    .anchor-2 = Mostly lets it go when it shows
    .anchor-3 = Picks up about half, or senses it and stops short
    .anchor-4 = Mostly picks it up
    .anchor-5 = Picks it up and gets to the point every time

criterion-feeling-met = Meeting the feeling
    .why = A feeling that is recognised can come down; “calm down” pushes it back in.
    .anchor-1 = Never meets it: pushes it back, or walks round it
    .anchor-2 = Seldom meets it; mostly pushes it back or walks round it
    .anchor-3 = Meets about half, or in a general way
    .anchor-4 = Mostly sees it and meets it
    .anchor-5 = Sees it and meets it every time
criterion-emotion-first = Feeling before matter
    .why = Nobody takes in a rule while boiling; once the feeling is met, the same rule gets through.
    .anchor-1 = Turns to the matter over the feeling each time
    .anchor-2 = Mostly turns to the matter over the feeling
    .anchor-3 = By turns in this order and in that, or before they could take it in
    .anchor-4 = Mostly meets the feeling first
    .anchor-5 = Meets the feeling first every time
criterion-respect = Respect in the words
    .why = Blame, belittling and labels cost people face, and the matter gets harder for it.
    .anchor-1 = Never keeps it: scolds, blames, belittles, or tells them not to mind
    .anchor-2 = Seldom keeps it; often scolds, blames or belittles
    .anchor-3 = Keeps it about half the time
    .anchor-4 = Mostly keeps it
    .anchor-5 = Keeps it every time
criterion-choice = Giving a choice
    .why = Whoever can choose something is not being pushed about.
    .anchor-1 = Gives no choice: decides, presses, or advises unasked
    .anchor-2 = Seldom gives one; mostly decides for them
    .anchor-3 = Gives one at times and decides at others, or only says “we”
    .anchor-4 = Mostly gives a choice or asks for consent
    .anchor-5 = Gives a choice or asks for consent every time
criterion-deflected = Owning the run-around
    .why = Whoever has been sent away several times fears that you are the next to do it.
    .anchor-1 = Never owns it: sends them on again, or passes over it
    .anchor-2 = Seldom owns it; mostly sends them on or passes over it
    .anchor-3 = Owns about half, or with a word of sympathy
    .anchor-4 = Mostly owns it or takes the matter up
    .anchor-5 = Owns it or takes the matter up every time
criterion-privacy = Taking the worry away
    .why = Afraid of exposure or trouble, people tell the truth only once they feel safe.
    .anchor-1 = Never takes it away: presses on, or passes over it
    .anchor-2 = Seldom takes it away; mostly presses on or passes over it
    .anchor-3 = Takes away about half, or comforts without saying how it is kept safe
    .anchor-4 = Mostly says who will see it, masks it, or moves somewhere quiet
    .anchor-5 = Says who will see it, masks it, or moves somewhere quiet, every time
criterion-welcome = A seat and a glass of water
    .why = A chair and a cup: once seated, some of the anger sits down too.
    .anchor-1 = Makes them welcome in no visit
    .anchor-2 = Makes them welcome in few visits
    .anchor-3 = Makes them welcome in some visits, in others not
    .anchor-4 = Greets, seats or eases them in most visits
    .anchor-5 = Greets, seats or eases them in every visit
criterion-not-left-alone = Not leaving pain hanging
    .why = When the worst has just been said and nothing comes back, people regret having said it.
    .anchor-1 = Leaves them hanging each time
    .anchor-2 = Mostly leaves them hanging
    .anchor-3 = Sometimes there, sometimes not
    .anchor-4 = Mostly there in time
    .anchor-5 = There in time, every time

criterion-own-it = No passing the buck
    .why = If it is not yours, say whose it is; “nothing I can do” sends them to the next door.
    .anchor-1 = Never owns it: sends them on, points upstairs, or pleads helplessness
    .anchor-2 = Seldom owns it; mostly sends them on or pleads helplessness
    .anchor-3 = Owns about half, or said so and it was not taken in
    .anchor-4 = Mostly says who is competent, or goes on with it
    .anchor-5 = Says who is competent, or goes on with it, every time
criterion-speaks-up = Speaking up
    .why = When somebody in the room threatens, tells what was confided or offers a deal on the side, silence looks like consent.
    .anchor-1 = Never stops it
    .anchor-2 = Mostly lets it stand
    .anchor-3 = Stops about half, or not quite
    .anchor-4 = Mostly stops it on the spot
    .anchor-5 = Says on the spot that it will not do, or what they are entitled to, every time
criterion-first-words = The first words
    .why = The first hundred characters set the tone: the reason before the demand, their word before our form.
    .anchor-1 = Opens with a demand in each visit, before their word or a reason
    .anchor-2 = Opens with a demand in most visits
    .anchor-3 = Opens well in some visits, in others not, or the wrong way round
    .anchor-4 = Takes up their word or gives the reason first in most visits
    .anchor-5 = Takes up their word or gives the reason first in every visit
criterion-basis = Naming the rule exactly
    .why = Which act, which article: only that answers a doubt. “The relevant regulations” says nothing.
    .anchor-1 = Names none exactly: wields the law, or stays vague
    .anchor-2 = Seldom exact; mostly vague or wielding the law
    .anchor-3 = Exact and not by turns, or beside the point
    .anchor-4 = Mostly names the act and the article
    .anchor-5 = Names the act and the article every time
criterion-path = Showing the way
    .why = People can wait; what they cannot bear is not knowing what for.
    .anchor-1 = Shows the way in no visit
    .anchor-2 = Shows the way in few visits
    .anchor-3 = Shows it in some visits, in others not, or it was not taken in
    .anchor-4 = Says who deals with it, or how, in most visits
    .anchor-5 = Says who deals with it, or how, in every visit
criterion-date = Naming a date
    .why = With a date the waiting has an end; “as soon as possible” convinces nobody.
    .anchor-1 = Names a date that holds in no visit
    .anchor-2 = Names a date that holds in few visits
    .anchor-3 = Names one in some visits, in others not, or it was not taken in
    .anchor-4 = Names a date in most visits
    .anchor-5 = Names a date in every visit
criterion-honest = No empty promises
    .why = Promise too much and today ends well; the day it falls through hurts more than a no.
    .anchor-1 = Never keeps to it: guarantees, or vague hopes
    .anchor-2 = Seldom keeps to it; mostly promises too much or too vaguely
    .anchor-3 = Keeps to it about half the time, or it was not taken in
    .anchor-4 = Mostly says only what can be done
    .anchor-5 = Says only what can be done, every time
criterion-answer = A question gets an answer
    .why = Asked straight, answer what you can on the spot, and say when for the rest.
    .anchor-1 = Answers not one question
    .anchor-2 = Answers few; mostly dodges, stalls or passes over
    .anchor-3 = Answers about half, or asks and says back
    .anchor-4 = Answers most of them straight
    .anchor-5 = Answers every one straight
criterion-record = On the record
    .why = Unregistered, this visit never happened: nothing to look up, nothing to follow.
    .anchor-1 = Not registered
    .anchor-2 = Mostly not registered
    .anchor-3 = Registered in part
    .anchor-4 = Mostly registered
    .anchor-5 = Registered
criterion-paper = In writing
    .why = The next counter believes paper.
    .anchor-1 = Gives none of the papers that are due
    .anchor-2 = Gives few of the papers that are due
    .anchor-3 = Gives a part
    .anchor-4 = Gives most of the papers that are due
    .anchor-5 = Gives the paper that is due
criterion-kept-word = Keeping one's word
    .why = One broken word cancels all the good ones before it.
    .anchor-1 = Keeps nothing that was promised
    .anchor-2 = Keeps little of it
    .anchor-3 = Keeps some, some not
    .anchor-4 = Keeps most of it in time
    .anchor-5 = Keeps all of it in time
criterion-neutral = Taking no side
    .why = Lean to one side and the other stops talking to you.
    .anchor-1 = Never stays neutral: leans, or passes over it
    .anchor-2 = Seldom stays neutral; mostly leans or passes over it
    .anchor-3 = Neutral about half the time, or without saying so
    .anchor-4 = Mostly says that both will be heard, or checks
    .anchor-5 = Says that both will be heard, or checks, every time
criterion-agreement = Free consent, plain terms
    .why = Mediation lives on consent, an agreement on detail; forced or foggy, it breaks at the door.
    .anchor-1 = Never manages it: presses, glosses over, or leans
    .anchor-2 = Seldom manages it; mostly presses, glosses over or leans
    .anchor-3 = About half, or only proposals
    .anchor-4 = Mostly keeps it free, or says who does what
    .anchor-5 = Keeps it free, or says who does what, every time
criterion-danger = Safety first
    .why = In danger the matter can wait; people come first.
    .anchor-1 = Sees to no danger: looks away, or provokes
    .anchor-2 = Seldom sees to it; mostly looks away or provokes
    .anchor-3 = Sees to about half, or with a word
    .anchor-4 = Mostly calls help, steadies the room, or asks
    .anchor-5 = Calls help, steadies the room, or asks, every time
criterion-ladder = Step by step
    .why = Dissuading, educating, calling the police: each has its time. Too soon frightens, too late does harm.
    .anchor-1 = No step in its time: too soon, or not taken
    .anchor-2 = Few steps in their time; mostly too soon or not taken
    .anchor-3 = About half in their time
    .anchor-4 = Most steps in their time
    .anchor-5 = Each step in its time
criterion-representatives = Asking them to choose who speaks
    .why = In a crowd nobody is heard to the end; people they chose themselves are trusted inside and outside.
    .anchor-1 = Does not ask them to choose
    .anchor-2 = Mostly does not ask
    .anchor-3 = Asks, not quite
    .anchor-4 = Mostly asks
    .anchor-5 = Asks them to choose
criterion-steps = Step by step by the rules
    .why = The Regulation says where a matter stands and who owes what by when; one wrong step is one more journey and one more wait for them.
    .anchor-1 = No step right: ways that are closed, or limits run out
    .anchor-2 = Few steps right; mostly late or wrong
    .anchor-3 = About half right, or done late
    .anchor-4 = Most steps right, some late or wrong
    .anchor-5 = Each step right and within its limit
criterion-minimal = Collecting only what is needed
    .why = Each item too many is one more worry for them and one more thing for you to leak.
    .anchor-1 = Never keeps to it: asks for more, or passes it on
    .anchor-2 = Seldom keeps to it; mostly asks for more or passes it on
    .anchor-3 = Keeps to it about half the time
    .anchor-4 = Mostly keeps to it
    .anchor-5 = Masks it, or says who will see it, every time

criterion-bears-abuse = Bearing abuse
    .why = The anger is mostly not meant for you; answer back and it is.
    .anchor-1 = Never bears it: answers back, or does not respond
    .anchor-2 = Seldom bears it; mostly answers back or does not respond
    .anchor-3 = Bears about half, or with gritted teeth
    .anchor-4 = Mostly lets it pass
    .anchor-5 = Lets it pass every time
criterion-patience = Showing no weariness
    .why = The slightest impatience shows, and they see it at once.
    .anchor-1 = Never patient
    .anchor-2 = Seldom patient
    .anchor-3 = Patient about half the time
    .anchor-4 = Mostly patient
    .anchor-5 = Patient every time
criterion-police-too-soon = No police too soon
    .why = Calling the police before it has come to that treats someone with a grievance as a troublemaker.
    .anchor-1 = Calls too soon each time
    .anchor-2 = Mostly calls too soon
    .anchor-3 = Talks first at times, calls too soon at others
    .anchor-4 = Mostly talks first
    .anchor-5 = Talks first every time

## Failures that cap the result

critical-threat = Threat
    .why = However politely put, frightening a visitor crosses the line; the total is capped.
critical-retaliation = Retaliation
    .why = The Regulation forbids it and holds officials liable; the total is capped.
critical-suppression = Suppressing a claim
    .why = Raising a matter is their right: talking them out of it, stopping them or taking them back is a violation; the total is capped.
critical-leak = Leak
    .why = What reached the wrong ears cannot be called back; the total is capped.
critical-illegal-promise = Unlawful promise
    .why = Promising a power you do not have buys today and costs far more later; the total is capped.
critical-gift = Accepting a gift
    .why = Once something is taken, fairness cannot be shown any more; the total is capped.
critical-ignored-risk = Ignoring danger
    .why = People come first; missed once, there may be no second time. The total is capped.

## What a visitor gives away

seen-feeling = {$who} said “{$word}”
seen-fact = {$who} told you “{$word}”
seen-deflected = { $times ->
    [one] {$who} said they had been sent away once already
   *[other] {$who} said they had been sent away {$times} times already
}
seen-question = {$who} asked you straight out
seen-test = {$who} tested whether your word counts
seen-interest = {$who} let slip what really matters
seen-privacy = {$who} was afraid this might get back at them
seen-rambling = {$who} was going round in circles, not done yet
seen-papers = {$who} held out their papers
seen-vulnerable = {$who} was plainly struggling
seen-insult = {$who} hurled abuse at you
seen-take-sides = {$who} wanted you on their side
seen-vent = {$who} was letting it all out
seen-careless = {$who} had been hurt by a colleague's careless word
seen-weapon = {$who} seemed to be carrying a weapon
seen-self-harm = {$who} hinted at not wanting to live
seen-collapse = {$who} was about to collapse
seen-violence = {$who} was about to strike
seen-infection = {$who} showed signs of an infectious disease
seen-gathering = people with {$who} gathered and blocked the way
seen-staying = {$who} would not leave and made trouble in the hall
seen-inciting = {$who} was stirring up others
seen-disorder = {$who} disturbed the order
seen-threat-made = somebody made a threat
seen-secret-told = somebody told what was confided
seen-deal-offered = somebody offered a deal outside the rules

## How each point is explained

explain-sentence = {$what} {$why}
explain-quoted = “{$text}”
explain-the-visitor = the visitor
explain-a-gesture = a gesture
explain-say = said
explain-choose = chose
explain-why-mirror = { $pick ->
    [0] {$word} is their own word, and you did not change it: they can hear that it got through.
    [1] The same {$word}, given back at full weight, and nothing was said in vain.
   *[2] Still {$word}, not some word nearby; that makes it easy to go on talking.
}

explain-why-too-early = { $pick ->
    [0] The article is right and comes too early: to somebody this upset it sounds like a threat.
    [1] Even an exact article needs its moment; until they have calmed down it does not arrive.
   *[2] The same article a little later is help; now it is a shield.
}
explain-did-hit = { $pick ->
    [0] You {$say} {$said}: that is {$act}.
    [1] {$said} is what {$act} sounds like.
   *[2] This turn you chose {$act}: {$said}.
}
explain-did-partial = { $pick ->
    [0] You {$say} {$said}: only half of what {$act} could be.
    [1] {$said} touches on {$act} and stops short.
   *[2] {$said} has something right in it and {$act} as well; they cancel by half.
}
explain-did-miss = { $pick ->
    [0] You {$say} {$said}: that is {$act}.
    [1] To {$who}, {$said} comes across as {$act}.
   *[2] This turn went wrong at {$act}: {$said}.
}
explain-gesture-did = { $pick ->
    [0] You made a gesture: {$act}.
    [1] No words, just {$act}.
   *[2] {$act} came at a good moment.
}
explain-gesture-answered = { $pick ->
    [0] {$cue}, and your answer was {$act}.
    [1] {$cue}; you said nothing and chose {$act}.
   *[2] {$cue}; a gesture answered: {$act}.
}
explain-answered-hit = { $pick ->
    [0] {$cue}. You answered {$said}, and that met it.
    [1] {$cue}. You did not let it pass and {$say} {$said}.
   *[2] {$cue}, and {$said} picked it up.
}
explain-answered-partial = { $pick ->
    [0] {$cue}. Your answer {$said} met it halfway.
    [1] {$cue}. You {$say} {$said}: a response, one step short.
   *[2] {$cue}. {$said} answers it, beside the point.
}
explain-answered-miss = { $pick ->
    [0] {$cue}. You came back with {$said}: {$act}.
    [1] {$cue}. What came was {$said}, in effect {$act}.
   *[2] {$cue}, and {$said} turned it into {$act}.
}
explain-noted = { $pick ->
    [0] {$cue}. It went into your notebook.
    [1] {$cue}, and you wrote it down in front of them.
   *[2] {$cue}. The notebook has it.
}
explain-unanswered = { $pick ->
    [0] {$cue}. You {$say} {$said}, and nobody picked that up.
    [1] {$cue}. You went on to {$said}, and the moment was gone.
   *[2] {$cue}, waited, and got {$said}.
}
explain-never-said = { $pick ->
    [0] {$who} never said {$word}; you gave it back as their own: {$said}.
    [1] {$word} is your word, not theirs: {$said}.
   *[2] You {$say} {$said}, yet {$word} never came from {$who}.
}
explain-heard = { $pick ->
    [0] {$who} had finished before you {$say} {$said}; nothing was cut off.
    [1] You waited for the end, then spoke: {$said}.
   *[2] {$said} came only when {$who} was done, so nobody had to fight for the floor.
}
explain-cut-off-partial = { $pick ->
    [0] With only {$percent}% left to say, you jumped in: {$said}.
    [1] {$percent}% short of the end you {$say} {$said}.
   *[2] {$who} was still on the last {$percent}% when you {$say} {$said}.
}
explain-cut-off-miss = { $pick ->
    [0] {$who} had {$percent}% still to say when you cut in with {$said}.
    [1] {$percent}% stayed unsaid, cut off by {$said}.
   *[2] You {$say} {$said}, and {$who} swallowed the other {$percent}%.
}
explain-silent-hit = { $pick ->
    [0] After something painful you did not leave {$who} waiting: {$said}.
    [1] It hurt to say, and within {$seconds} s there was {$said}.
   *[2] At the sore point you were there in time: {$said}.
}
explain-silent-miss = { $pick ->
    [0] After something painful there was nothing for {$seconds} s, then {$said}.
    [1] The hard part was out, {$seconds} s of silence, and then {$said}.
   *[2] {$who} waited {$seconds} s before you {$say} {$said}.
}
explain-not-taken-in = { $pick ->
    [0] {$said}, and {$who} was too stirred up for {$act}: it counts by half.
    [1] {$act} came too early: {$said}. {$who} had no room for it.
   *[2] The wrong moment: {$said}. {$who} could not take it in, so it counts by half.
}
explain-out-of-place = { $pick ->
    [0] {$act} came at the wrong moment: {$bearing}. It answers nothing.
    [1] This was no time for it ({$act}): {$bearing}.
   *[2] Instead of an answer there was this: {$act}. And {$bearing}.
}
# Why a gesture was out of place
bearing-shouting = they were shouting at the desk
bearing-in-tears = they were in tears
bearing-frightened = they were frightened
bearing-armed = nobody had seen to the danger yet
bearing-asking = they were waiting for an answer
bearing-spoken-to = the talk was long under way
bearing-not-in-tears = there were no tears to dry
bearing-fuss = one gesture after the other is fuss
explain-in-order = { $pick ->
    [0] First {$other}, then {$act}, in the right order: {$said}.
    [1] {$other} came first and {$act} after it: {$said}.
   *[2] You {$say} {$said} after {$other}, when {$who} was able to hear it.
}
explain-in-order-wrong = { $pick ->
    [0] The feeling was not skipped, {$other} came first: {$said}.
    [1] {$other} went before the rest: {$said}.
   *[2] {$other} first, at least: {$said}. What followed is judged by itself.
}
explain-out-of-order-partial = { $pick ->
    [0] In one breath {$act} and then {$other}, the wrong way round: {$said}.
    [1] {$said} has {$other} in it, but behind {$act}.
   *[2] Both were said, in the wrong order: {$said}. {$other} goes first.
}
explain-out-of-order-miss = { $pick ->
    [0] Nobody had met what {$who} felt when you {$say} {$said}. First {$other}, then {$act}.
    [1] The feeling was still hanging there and you talked business: {$said}. {$other} first; {$act} can wait.
   *[2] You went straight to {$act}: {$said}. What {$who} felt was skipped; {$other} was missing.
}
explain-out-of-order-wrong = { $pick ->
    [0] Nobody had met what {$who} felt when you {$say} {$said}. What was wanted is {$other}.
    [1] The feeling was still hanging there, and out came {$said}. {$other} first, and there is something to build on.
   *[2] You went straight to {$act}: {$said}. What {$who} felt was skipped; {$other} was missing.
}
explain-never-did = { $pick ->
    [0] {$act} was within reach and was never done.
    [1] That turn could have been {$act}; you {$say} {$said} and never came back to it.
   *[2] To the very end no {$act}; what you {$say} then was {$said}.
}
explain-ladder-did = { $pick ->
    [0] You {$say} {$said}. {$ladder}
    [1] {$said}: {$ladder}
   *[2] This turn you {$say} {$said}. {$ladder}
}
explain-ladder-left = { $pick ->
    [0] {$ladder} The means were at hand; you {$say} {$said}, and nothing more came.
    [1] You {$say} {$said}, and that was all. {$ladder}
   *[2] From {$said} on, what was needed was never done. {$ladder}
}
explain-representatives-hit = { $pick ->
    [0] {$people} people came; you {$say} {$said} and asked them to choose representatives, {$most} at most ({$article}).
    [1] {$said}: {$people} people with one matter, and {$most} at most may speak for them ({$article}).
   *[2] {$people} came together and {$most} may represent them ({$article}); you {$say} {$said}, and did it.
}
explain-representatives-partial = {$people} people came; {$most} at most may represent them ({$article}).
explain-representatives-miss = { $pick ->
    [0] {$people} people came and {$most} at most may represent them ({$article}); you {$say} {$said} and never asked them to choose.
    [1] {$people} people with one matter choose representatives, {$most} at most ({$article}); you {$say} {$said} and never came to it.
   *[2] When you {$say} {$said}, {$people} people stood before you; {$most} at most may represent them ({$article}), and they were never asked to choose.
}
explain-step-done = { $pick ->
    [0] {$day}, {$step}: that is the step the matter had come to ({$article}).
    [1] {$step} was done on {$day}, in its order ({$article}).
   *[2] It was time to {$step}, and on {$day} you did, without a detour ({$article}).
}
explain-step-in-time = { $pick ->
    [0] {$step} was due by {$due}; on {$day} it was done ({$article}).
    [1] With the limit on {$due}, {$step} on {$day} came in good time ({$article}).
   *[2] {$day}: {$step}, with days to spare until {$due} ({$article}).
}
explain-step-moved = { $pick ->
    [0] {$step} was due on {$due}, a day off, and done on {$day}: in time only if the last day moves, for which no source is verified ({$article}).
    [1] The limit ended on {$due}, a day off; {$step} on {$day} may pass and may not. A day earlier, nobody could ask ({$article}).
   *[2] {$step} was left until {$day}; {$due} being a day off, it is in time only if the day moves ({$article}).
}
explain-step-late = { $pick ->
    [0] {$step} was due on {$due} and done on {$day}, { $days ->
        [one] one day
       *[other] {$days} days
    } late. It is still owed when late, but belongs before {$due} ({$article}).
    [1] Only on {$day} did you {$step}: the limit was {$due}, { $days ->
        [one] one day
       *[other] {$days} days
    } before ({$article}).
   *[2] {$step} waited until {$day}, { $days ->
        [one] one day
       *[other] {$days} days
    } past {$due}; what was owed is done, but late ({$article}).
}
explain-step-refused = { $pick ->
    [0] You {$say} {$said}. {$refusal} {$instead}
    [1] {$said} leads nowhere. {$refusal} {$instead}
   *[2] This turn you {$say} {$said}, but this step is closed. {$refusal} {$instead}
}
explain-step-instead = What can be done now: {$steps}.
explain-step-ran-out = { $pick ->
    [0] {$step} was due on {$due}; and by then it was not done. When you {$say} {$said}, it could have been ({$article}).
    [1] By {$due} you had to {$step}; you {$say} {$said}, and when the day came it was still not done ({$article}).
   *[2] {$step} was at hand and you {$say} {$said}; on {$due} the limit ran out ({$article}).
}
explain-critical-step = { $pick ->
    [0] You {$say} {$said}: that is {$step}, which nobody may do.
    [1] {$said}: {$step}, and not one step that way is allowed.
   *[2] {$step} happened here: {$said}.
}
explain-wrong-by = {$who}: {$act}
explain-wrong-told = In the room: {$act}
explain-spoke-up-hit = { $pick ->
    [0] {$wrong}. You took it up at once: {$said}.
    [1] {$wrong}. You did not let it pass: {$said}.
   *[2] {$said}. That stopped it ({$wrong}).
}
explain-spoke-up-partial = { $pick ->
    [0] {$wrong}. What you {$say} was {$said}: half an answer that leaves it standing.
    [1] {$wrong}. With {$said} you did not go along, nor did you say it will not do.
   *[2] {$said} stepped around it ({$wrong}) and did not stop it.
}
explain-let-stand = { $pick ->
    [0] {$wrong}. What you {$say} was {$said}, and it was left standing.
    [1] {$wrong}. It was time to speak; what came was {$said}.
   *[2] {$said}: not a word about it ({$wrong}). It sounds like consent.
}
explain-critical-let-stand = { $pick ->
    [0] {$wrong}. What you {$say} was {$said}; unopposed, it is the desk's own deed.
    [1] {$wrong}. There was something to say, and what came was {$said}.
   *[2] {$said} let it pass ({$wrong}).
}
explain-opened-order = { $pick ->
    [0] Among your first words you {$say} {$said}: an order, and no reason.
    [1] {$said}. It opened with an order and without a why.
   *[2] They had hardly sat down when {$said} came: the order first, the reason never.
}
explain-opened-form = { $pick ->
    [0] Among your first words you {$say} {$said}: our form, before their word was taken up.
    [1] {$said}. The paperwork began before their word had been answered.
   *[2] They had hardly begun when {$said} came: what the desk wants, before what they said.
}
explain-opened-well = { $pick ->
    [0] Your first words were {$said}: they met what had been said.
    [1] {$said}. It opened with a reason, or with their own word.
   *[2] It began with {$said}: no order, and no form pushed across.
}
explain-promise-kept = { $pick ->
    [0] You promised {$promise}, and it was done in time.
    [1] {$promise}: kept on the day.
   *[2] What you had agreed, {$promise}, came true.
}
explain-promise-broken = { $pick ->
    [0] You promised {$promise}, and the day passed.
    [1] {$promise}: said and not done.
   *[2] What you had agreed, {$promise}, came to nothing.
}
explain-critical-did = { $pick ->
    [0] You {$say} {$said}: {$act}.
    [1] {$said}: with that it was {$act}.
   *[2] It was {$act}, in these words: {$said}.
}
explain-critical-ignored = { $pick ->
    [0] With danger in the room you {$say} {$said} and did nothing about it.
    [1] There was danger, and what you {$say} was {$said}.
   *[2] Nobody saw to the danger; all that came was {$said}.
}
explain-again = Turn {$turn}, the same again: {$what}
explain-again-for = Turn {$turn}, also under {$criterion}: {$what}
explain-and = {", "}

## Sources

source-D03 = Cite down to the article
source-D06 = Written reply
source-D08 = Notice and transfer forms
source-E01 = Feelings first, matter second
source-E02 = Listen, empathise, respond
source-E03 = Name the feeling
source-E04 = In your place I would be, too
source-E06 = Never negate a feeling
source-E07 = A choice they control
source-E08 = Say “we”
source-E09 = No accusing words
source-E11 = The first words set the tone
source-E12 = Let the feeling out first
source-E13 = Warm water, tissues, a quiet room
source-E15 = The interest behind the position
source-E17 = Anger is seldom aimed at you
source-E18 = Brushed off, feelings overflow
source-E22 = Sincerity, patience, kindness
source-E23 = Respect whatever the claim
source-E24 = No answering back
source-F02 = Name other remedies
source-F10 = Own up and repair
source-F11 = Every matter answered
source-H02 = Answer on the spot
source-H12 = One voice inside
source-H13 = Same claim, same answer
source-H14 = Answers that do not diverge
source-H15 = Right, partly right, not right
source-H18 = How far, by which route
source-L05 = Visible notes
source-L06 = Paraphrase and confirm
source-L07 = Their own word
source-L08 = Draw out details
source-L09 = Do not interrupt
source-L10 = Do not prejudge
source-L11 = Do not rush to refute
source-L12 = Never scold
source-L13 = Hear the unspoken need
source-L14 = Read the papers first
source-L17 = Timely feedback
source-L18 = Summarise precisely
source-L19 = Let them pour it out
source-M01 = Needs behind interests
source-M02 = Neutral mediation
source-M05 = Written agreement
source-M07 = Several options to choose from
source-N01 = Rise, seat, tea
source-N06 = Ease for the old and ill
source-N07 = No gifts
source-P01 = Everyone is registered
source-P02 = What the register holds
source-P07 = Telling litigation apart
source-P11 = Where a report goes
source-P12 = A suggestion gets an answer
source-P14 = The first handler to the end
source-P15 = Levels and functions
source-P05 = Entered and traceable
source-P10 = Say who is competent
source-P13 = First receiver stays responsible
source-P20 = Petition is a right
source-P22 = Explain role and procedure
source-P23 = No buck-passing
source-R03 = Information leak
source-R05 = Collect the minimum
source-R06 = Masking
source-R10 = Confidentiality
source-R11 = Spot the signs of risk
source-S01 = Keep yourself steady
source-S03 = Govern your own feelings
source-S05 = Rather wronged than walk away
source-S06 = Withstand the crowd
source-S07 = No weariness, no coldness
source-V03 = Choosing representatives
source-X11 = Groups with an appointment
source-V08 = Educate first, police only when needed
source-W01 = Not “orders from above”
source-W02 = Not “no use asking them”
source-W03 = Not “absolutely impossible”
source-W04 = Not “nothing I can do”
source-W05 = Not “not my department”
source-W06 = Not “you must”
source-W07 = Not “calm down”
source-W08 = No near-synonyms
source-W09 = Not “relevant regulations”
source-W10 = Not “what more do you want”
source-W11 = Not “only leader X decides”
source-W12 = No labels
source-W13 = No scolding, no cold face
source-W14 = No barrage of law
source-W15 = No light promises
source-W17 = Basis, path, date
source-W18 = Procedure and when
source-X01 = Dissuade before police
source-X02 = Weapons
source-X05 = Insults and assault on staff
source-X07 = Sudden illness
source-X08 = Suspected infection
source-Y03 = A fearful visitor

## When a rubric file is wrong

rubric-error-syntax = The rubric is wrong at line {$line}, column {$column}: {$problem}.
rubric-error-act-meant = Criterion “{$criterion}” names “{$act}”, which is not an act. Did you mean “{$meant}”?
rubric-error-act = Criterion “{$criterion}” names “{$act}”, which is not an act. See assets/acts.ron for the names.
rubric-error-switch = Criterion “{$criterion}” asks for the switch “{$switch}”, which `switches` does not set. Add it as true or false.
rubric-error-bad-act = Criterion “{$criterion}”: cannot read “{$found}”. Write "Act", "Act if switch" or "Act unless switch".
rubric-error-duplicate = Two criteria are called “{$criterion}”. Rename one.
rubric-error-empty = Criterion “{$criterion}” lists no acts or cues and can never be observed. Add some or remove it.
rubric-error-range = In the rubric {$what} is {$value}; it must lie in {$range}.
rubric-error-too-many = Too many criteria: {$found}, at most {$most}.
rubric-error-language = The rubric's criterion “{$criterion}” has texts in “{$language}”; only zh-CN and en are known.
