## Claims and decisions

ruling-grant = granted
ruling-part = the part that holds granted
ruling-refuse = not supported
ruling-open = left open until verified
ruling-close = closed for good, nothing more accepted
ruling-vague = left vague, nothing decided
holds-yes = holds
holds-partly = holds in part
holds-no = does not hold
holds-open = not settled yet
claim-fact = “{ $fact }”
answers-day = { $day } { $year }
answers-one = { $who } on { $day }: “{ $said }”

cue-two-answers = earlier answers that contradict each other
seen-two-answers = { $known ->
    [yes] {$who} told of answers that contradict each other ({$answers}; in fact: {$truth})
   *[no] {$who} told of answers that contradict each other
}

explain-decided-right = { $pick ->
    [0] {$asks}: {$ruling}, as facts and law have it ({$grounds}).
    [1] {$said}: the claim {$asks} {$ruling}, and rightly, by {$grounds}.
   *[2] For {$asks} the right decision was “{$right}”, and you made it, by {$grounds}.
}
explain-decided-refused-supported = {$said} turns down {$asks}, yet it holds ({$grounds}); it should be {$right}.
explain-decided-granted-unsupported = {$said} grants {$asks}, yet it does not hold ({$grounds}); it should be {$right}.
explain-decided-granted-too-much = {$said} grants all of {$asks}, yet only a part holds ({$grounds}); it should be {$right}.
explain-decided-granted-too-little = {$said} grants only a part of {$asks}, yet all of it holds ({$grounds}); it should be {$right}.
explain-decided-sealed-open = {$said} shuts the door on {$asks}, yet the way is not at its end ({$grounds}); it should be {$right}.
explain-decided-decides-nothing = After {$said} nobody knows whether {$asks} is decided; it should say: {$right} ({$grounds}).
explain-decided-put-off = {$said} puts {$asks} off once more, although all is clear ({$grounds}); it should be {$right}.
explain-decided-unproven = {$said} decides {$asks} ({$ruling}) by luck: what proves it ({$grounds}) had not all been asked for; by then it should be {$right}.
explain-decided-claim-left-out = {$asks} waits for a decision, and {$said} does not give it; it should be {$right} ({$grounds}).
explain-decided-no-way-out = {$asks}, {$ruling}, is right ({$grounds}); but {$said} does not say what one can do against it{ $known ->
    [yes] : {$way}
   *[no] {""}
}.
explain-led-astray = Claims are decided on it, and {$field} is {$said} ({$fault}): whoever follows it goes astray{ $known ->
    [yes] ; it should be {$right}
   *[no] {""}
}.

desk-fault-refused-supported = refuses what is supported
    .why = Whoever is in the right and turned down can only climb from office to office, and the mistake is ours.
desk-fault-granted-unsupported = grants what does not hold
    .why = What has no basis cannot be kept later, and it is unfair to everybody else.
desk-fault-granted-too-much = grants all where a part holds
    .why = The part too much will have to be taken back, and that hurts more than a refusal.
desk-fault-granted-too-little = grants a part where all of it holds
    .why = What is held back is theirs as well.
desk-fault-sealed-open = closes a way that is still open
    .why = Where review can be asked for, nobody may shut the door for them.
desk-fault-decides-nothing = decides nothing
    .why = A paper after which nobody knows whether the claim is supported is no answer.
desk-fault-put-off = put off although all is known
    .why = What has been found out has to be said; each day of delay is theirs to bear.
desk-fault-unproven = decided before it was proven
    .why = Lucky once, wrong the next time: first ask for what proves it, then write.
desk-fault-claim-left-out = a claim passed over
    .why = As many answers as claims; the one left out will bring them back.
desk-fault-no-way-out = no word on what can be done against it
    .why = A refusal shows a way on, too: to whom, within how many days. That is their right.

explain-wrote-refused-supported = {$field} says {$said} and refuses what is supported; it should be {$right}.
explain-wrote-granted-unsupported = {$field} says {$said} and grants what does not hold; it should be {$right}.
explain-wrote-granted-too-much = {$field} says {$said} and grants too much; it should be {$right}.
explain-wrote-granted-too-little = {$field} says {$said} and grants too little; it should be {$right}.
explain-wrote-sealed-open = {$field} says {$said} and closes a way that is still open; it should be {$right}.
explain-wrote-decides-nothing = {$field} says {$said} and decides nothing; it should be {$right}.
explain-wrote-put-off = {$field} says {$said}, though all is known; it should be {$right}.
explain-wrote-unproven = {$field} says {$said} before it was proven; for now it should be {$right}.
explain-wrote-claim-left-out = {$field} is {$said} and passes a claim over; it should be {$right}.
explain-wrote-no-way-out = {$field} says {$said} without a word on what can be done against it; it should be {$right}.

criterion-decision = The decision is right
    .why = Facts and law decide, claim by claim; with one claim decided wrongly, all the stamps in the world leave a wrong answer.
    .anchor-1 = Decides no claim rightly: wrongly, or not at all
    .anchor-2 = Decides few rightly
    .anchor-3 = Right and wrong by turns, or too early, or without a way on
    .anchor-4 = Decides most rightly, some wrong, too early or without a way on
    .anchor-5 = Decides every claim rightly, and shows a way on where it refuses
criterion-one-answer = Somebody clears up two answers
    .why = Where two desks say two things, believing either is a mistake; lay both on the table, then take it on yourself to find out which holds.
    .anchor-1 = Never takes it up: a third answer, sends them on, or passes over it
    .anchor-2 = Seldom takes it up; mostly sends them on or passes over it
    .anchor-3 = Takes up about half, or only asks and looks
    .anchor-4 = Mostly lays both on the table, or reconciles them
    .anchor-5 = Lays both on the table, or reconciles them, every time

## Report and script

play-decisions = Decided wrongly
report-claims-none = not decided
report-dimension-capped = { $dimension }: one wrong decision leaves at most { $score } (see “The decision is right”).
script-key = For the instructor: what is right
script-claims = Claims: what is right, and why
script-claim = “{ $asks }”: { $holds }. Grounds: { $grounds }{ $way ->
    [none] {""}
   *[other] . Against a refusal: { $way }
}
script-answers = Earlier answers
script-answers-one = { $answers }. In fact: { $truth }
script-decides = Decides: { $what }

## Problems told to authors

CD0170 = There is no claim “{ $name }” in claims
    .hint = Write it there: asks what is wanted, holds whether it does, facts and law why.
CD0171 = There is no “{ $name }” in earlier_answers
    .hint = Write it there: who answered what on which day, and what is so.
CD0172 = This claim is not complete
    .hint = holds says whether it does, facts, law and because say why.
CD0173 = These earlier answers do not fit together
    .hint = At least two answers, in different words, from before the scenario begins.
CD0174 = No option and no entry decides “{ $name }” as { $ruling }
    .hint = Write decides at an option or an entry, or ask for another ruling: Grant, Part, Refuse, Open, Close, Vague.
CD0175 = The claim “{ $name }” is decided nowhere
    .hint = Write decides: {"{"} "{ $name }": { $right } {"}"} at an entry of the paper or an option; what need not be decided is no claim.
CD0176 = Whatever is chosen, the claim “{ $name }” is decided wrongly
    .hint = Let it be decided as { $right } at one place at least: decides: {"{"} "{ $name }": { $right } {"}"}.
CD0177 = Such a paper has to hold a result, and nothing here decides a claim
    .hint = Write decides; where nobody can tell from it what is decided, Vague.
CD0178 = No line tells of the earlier answers “{ $name }”
    .hint = Give a visitor's line the cue TwoAnswers("{ $name }").
CD0179 = The score set by hand is the opposite of what facts and law say
    .hint = decides is enough: take that line out of score, or, if the facts are otherwise, change holds of the claim.
hint-claim-grounds = Say why: facts of the scenario, articles in law, or a sentence in because.
hint-claim-only = Where a part holds, say which: only: "…".
hint-claim-not-partly = only goes with holds: Partly; take it away or change holds.
hint-two-answers = Write two answers at least, in different words.
hint-answer-later = An earlier answer cannot be from after the scenario begins.
hint-takes-answers = Write a name of earlier_answers in the brackets: TwoAnswers("seniority"); without more to say, leave the brackets out.
