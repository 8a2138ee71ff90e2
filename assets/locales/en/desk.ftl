# Work at the desk: forms, papers, answers

desk-form = Form
desk-compose = Answer
desk-field-text = Entry
desk-field-id-number = ID number
desk-field-class = Kind of matter
desk-field-urgency = Urgency
desk-field-extra = Other
desk-field-basis = Basis
desk-field-path = Who handles it, and how
desk-field-time = By when
desk-field-route = Route
desk-field-day = Date
desk-field-remedy = If they disagree
desk-field-decision = Decision
desk-field-signatures = Signatures
desk-entry-struck = / (left blank, struck out)
desk-entry-empty = (left blank)
desk-entry-suggestion = Suggestion
desk-entry-accusation = Accusation
desk-entry-petition = Petition for remedy
desk-entry-ordinary = Ordinary
desk-entry-urgent = Urgent
desk-seen-by-others = Others will read this paper.
desk-paper-by-custom = local practice: the Regulation does not ask this paper of a petition office
desk-printed = Already on it: { $fields }
desk-sentence = { $basis }, { $path }, { $time }.
desk-told-field = { $label }: { $words }
desk-told = { $title }, filled: { $fields }
desk-clean = in order
desk-faulty = with faults
desk-limit-within = the { $days } days that were set
desk-limit-any = a day one can hold to

## Faults: in a few words, and why

desk-fault-not-told = not told yet
    .why = A form holds what the visitor has said. What has not been said is asked for first, or struck out.
desk-fault-invented = nobody said so
    .why = Every later step builds on the form; what is made up here goes wrong all the way.
desk-fault-reworded = not what was meant
    .why = A claim is written as the visitor means it; in office language it turns into another claim.
desk-fault-judged = a verdict, not a record
    .why = A form records. Right and wrong are for those who look into it, and an opinion on paper sways all of them.
desk-fault-left-out = said and not written
    .why = What was told and does not stand there was told for nothing; the next desk will ask again.
desk-fault-not-struck = blank, not struck out
    .why = Anybody can write into a gap. It is finished only when it is struck out.
desk-fault-extra = more than may be asked
    .why = What the matter does not need is not asked for, let alone written down.
desk-fault-unmasked = ID number in full
    .why = The first six and last four digits tell who it is. A whole number that gets out cannot be called back.
desk-fault-exposed = gives a person away
    .why = Others read this paper, so writing it there is a leak.
desk-fault-wrong-class = wrong kind of matter
    .why = The kind decides the road; after the wrong one every turn is wrong.
desk-fault-wrong-urgency = wrong urgency
    .why = Urgent taken for ordinary does harm; if everything is urgent, nothing is.
desk-fault-no-basis = no basis
    .why = One must be able to say on what ground it is done.
desk-fault-vague-basis = vague basis
    .why = “The relevant regulations” says nothing: it cannot be looked up, and so it cannot be believed.
desk-fault-wrong-basis = wrong basis
    .why = That article does not cover this, and a look at it will show so.
desk-fault-no-path = no path
    .why = Who still does not know where to turn has not been answered.
desk-fault-wrong-path = wrong path
    .why = Going there is a wasted journey, and people come back angrier.
desk-fault-sent-away = sent away
    .why = Sending somebody elsewhere is no answer; say who takes it up, and how.
desk-fault-no-time = no time
    .why = Without a day there is nothing to do but come and ask every day.
desk-fault-vague-time = vague time
    .why = Nobody knows which day “soon” is. Name one, and it can be kept.
desk-fault-wrong-time = wrong time
    .why = That day does not fit the matter.
desk-fault-late = { $days ->
    [one] one day after the limit
   *[other] { $days } days after the limit
}
    .why = A limit is the most there is; promising later is breaking it to the visitor's face.
desk-fault-wrong-unit = days and working days mixed up
    .why = “Days” are counted one by one; only “working days” leave out weekends. Mixed up, the limit is missed.
desk-fault-cut-short = { $days ->
    [one] one day too short
   *[other] { $days } days too short
}
    .why = This is the visitor's own time; told shorter, part of a right is given away for them.
desk-fault-misleading = { $days ->
    [one] one day too long
   *[other] { $days } days too long
}
    .why = This is the visitor's own time; whoever goes by your word will be late.
desk-fault-missing = required and blank
    .why = Without it the paper does not count; it comes back to be done again, and the visitor pays with time.
desk-fault-not-asked = required and never asked
    .why = Striking out what was not asked beats making it up, but the paper cannot do without it: ask before writing.
desk-fault-no-article = the act without its article
    .why = An act has dozens of articles; without the number nobody can look it up.
desk-fault-not-in-force = an article not in force
    .why = What counts is the text in force on that day; one repealed or not yet begun falls at the first look.
desk-fault-wrong-route = wrong route
    .why = The route decides the procedure, the body and the days; after the wrong one all three are wrong.
desk-fault-another-route = a limit of another route
    .why = The sixty days belong to matters that end in a written opinion; other routes have limits of their own.
desk-fault-to-the-accused = sent to the accused
    .why = Once the accused has the material, the one who reported it is exposed, and retaliation follows.
desk-fault-wrong-remedy = wrong remedy
    .why = Against a paper there is one right way to go; pointed elsewhere, the visitor lets the time limit pass.
desk-fault-wrong-body = wrong body
    .why = Review goes to the next higher body, re-review to the one above that, reconsideration to the department's own government, a suit to the court. The wrong door takes nothing in, and the days run all the same.
desk-fault-wrong-receipt = wrong date of receipt
    .why = Every later limit runs from the day of receipt; one day off here is one day off everywhere.
desk-fault-seal-early = sealed before it came in
    .why = A seal older than the matter looks backdated, and nobody believes the paper.
desk-fault-seal-ahead = sealed ahead of the day
    .why = The seal bears the day on which it was set; a day filled in beforehand cannot be taken back.
desk-fault-seal-late = sealed { $days ->
    [one] one day
   *[other] { $days } days
} late
    .why = The date beside the seal is the day the paper goes out; past the limit, nothing written on it helps.
desk-fault-too-few-signed = { $needed } signatures needed
    .why = A signature missing is a side that has not agreed, and later nobody can say to what.
desk-fault-no-id-number = not an ID number
    .why = With a wrong number nobody has been verified, and later papers may reach the wrong person.
desk-fault-wrong-people = wrong number of visitors
    .why = Whether representatives are needed is counted from how many came.
desk-fault-wrong-kind = not what this field takes
    .why = Every field asks for one thing; whoever reads the paper next looks for that.

## Explanations

explain-wrote-right = { $pick ->
    [0] {$field} says {$said}: right.
    [1] On {$paper}, {$field} is {$said}, as it should be.
   *[2] {$field}, {$said}: that is accurate.
}
explain-wrote-not-told = {$field} says {$said}, which the visitor has not told yet; for now it should be {$right}.
explain-wrote-invented = {$field} says {$said}, and nobody said so; it should be {$right}.
explain-wrote-reworded = {$field} says {$said}, which is not what was meant; it should be {$right}.
explain-wrote-judged = {$field} says {$said}: that is your verdict; it should be {$right}.
explain-wrote-left-out = {$field} came out as {$said}, though what belongs there was known: {$right}.
explain-wrote-not-struck = {$field} was left blank without being struck out; it should be {$right}.
explain-wrote-extra = {$field} says {$said}, which may not be collected; it should be {$right}.
explain-wrote-unmasked = {$field} says {$said}, with every digit in sight; it should be {$right}.
explain-wrote-exposed = Others read {$paper}, and {$field} says {$said}; it should be {$right}.
explain-wrote-wrong-class = {$field} says {$said}; it is {$right}.
explain-wrote-wrong-urgency = {$field} says {$said}; it is {$right}.
explain-wrote-no-basis = {$field} was {$said}, which is no basis; it should be {$right}.
explain-wrote-vague-basis = {$field} was only {$said}, no act and no article; it should be {$right}.
explain-wrote-wrong-basis = {$field} was {$said}, which does not cover this; it should be {$right}.
explain-wrote-no-path = {$field} was {$said}, without saying who; it should be {$right}.
explain-wrote-wrong-path = {$field} was {$said}, which leads nowhere; it should be {$right}.
explain-wrote-sent-away = {$field} was {$said}, and that sends people away; it should be {$right}.
explain-wrote-no-time = {$field} was {$said}, without a day; it should be {$right}.
explain-wrote-vague-time = {$field} was {$said}, which is no day at all; it should be {$right}.
explain-wrote-wrong-time = {$field} was {$said}, which does not fit {$limit}; it should be {$right}.
explain-wrote-late = {$field} was {$said}: for {$limit} that is { $days ->
    [one] one day
   *[other] { $days } days
} late; it should be {$right}.
explain-wrote-wrong-unit = {$field} was {$said}, but {$limit} is counted in the other kind of days; it should be {$right}.
explain-wrote-cut-short = {$field} was {$said}: for {$limit} that is { $days ->
    [one] one day
   *[other] { $days } days
} too short; it should be {$right}.
explain-wrote-misleading = {$field} was {$said}: for {$limit} that is { $days ->
    [one] one day
   *[other] { $days } days
} too long; it should be {$right}.
explain-wrote-missing = {$field} is required and was handed in as {$said}; it should be {$right}.
explain-wrote-not-asked = {$field} is required and was handed in as {$said}: the visitor had not said, and nobody had asked.
explain-wrote-no-article = {$field} was only {$said}, without an article; it should be {$right}.
explain-wrote-not-in-force = {$field} was {$said}, which was not in force on that day; it should be {$right}.
explain-wrote-wrong-route = {$field} was {$said}, which is not the way this matter goes; it should be {$right}.
explain-wrote-another-route = {$field} was {$said}, but the matter goes another way, to which the sixty days do not apply; it should be {$right}.
explain-wrote-to-the-accused = {$field} was {$said}, which puts the report into the hands of the accused; it should be {$right}.
explain-wrote-wrong-remedy = {$field} was {$said}, which is not what one may do against this paper; it should be {$right}.
explain-wrote-wrong-body = {$field} was {$said}: the right way, but to a body that does not decide it; it should be {$right}.
explain-wrote-wrong-receipt = {$field} was {$said}, which is not the day it came in; it should be {$right}.
explain-wrote-seal-early = {$field} was {$said}, a day before the matter came in; it should be {$right}.
explain-wrote-seal-ahead = {$field} was {$said}, a day that has not come; it should be {$right}.
explain-wrote-seal-late = {$field} was {$said}: for {$limit} that is { $days ->
    [one] one day
   *[other] { $days } days
} late{ $known ->
    [no] {""}
   *[other] ; it should be {$right}
}.
explain-wrote-too-few-signed = {$field} was {$said}: { $needed } signatures are needed and { $there } there; it should be {$right}.
explain-wrote-no-id-number = {$field} says {$said}, which is no ID number; it should be {$right}.
explain-wrote-wrong-people = {$field} says {$said}, which is not how many came; it should be {$right}.
explain-wrote-wrong-kind = {$field} says {$said}, which is not what it asks for; it should be {$right}.

criterion-written-facts = What was heard is written right
    .why = Only what reaches the paper as it was said has really been heard.
    .anchor-1 = No field right as it was told
    .anchor-2 = Few fields right; many errors and gaps
    .anchor-3 = Right and wrong by turns, or right in the main and bent
    .anchor-4 = Most fields right, some bent, missing or not struck out
    .anchor-5 = All that was told, rightly, and nothing that was not
criterion-written-privacy = Nothing needless on paper
    .why = What is not collected cannot leak; six and four digits of an ID tell who it is.
    .anchor-1 = Keeps to it in no field: unmasked, or too much
    .anchor-2 = Keeps to it in few fields
    .anchor-3 = Keeps to it in some fields, in others not
    .anchor-4 = Keeps to it in most fields
    .anchor-5 = Only what is needed, masked where it must be
criterion-written-class = Kind and urgency are right
    .why = The right kind leads down the right road and leaves nothing urgent lying.
    .anchor-1 = Nothing classed rightly
    .anchor-2 = Little classed rightly
    .anchor-3 = Right and wrong by turns
    .anchor-4 = Mostly right
    .anchor-5 = All classed rightly
criterion-written-basis = The basis is written out
    .why = Act and article can be looked up, and that convinces.
    .anchor-1 = Nowhere exact: none, a wrong one, or “relevant regulations”
    .anchor-2 = Seldom exact
    .anchor-3 = Right and wrong by turns
    .anchor-4 = Mostly exact
    .anchor-5 = Act and article everywhere, and they fit
criterion-written-path = The path is written out
    .why = Who takes it up and by which road: then nobody runs for nothing.
    .anchor-1 = Nowhere says who and how
    .anchor-2 = Seldom says who and how
    .anchor-3 = Clear and not by turns
    .anchor-4 = Mostly clear
    .anchor-5 = Says who and how everywhere
criterion-written-time = Time limits are right
    .why = A wrong limit either breaks the rule or makes somebody miss theirs.
    .anchor-1 = No limit right
    .anchor-2 = Few limits right
    .anchor-3 = Right and wrong by turns
    .anchor-4 = Most limits right
    .anchor-5 = Every limit right
criterion-written-form = The paper is complete
    .why = A field missing, a signature short, a seal on the wrong day: such a paper does not stand.
    .anchor-1 = No part right
    .anchor-2 = Much missing or wrong
    .anchor-3 = Right and wrong by turns, or nearly right
    .anchor-4 = Nearly complete, with something missing or wrong
    .anchor-5 = All there and right

source-D01 = seal and date of a notice
source-D02 = striking out blanks
source-D15 = the care memorandum
source-P04 = kind and urgency
source-P08 = receiving by purpose

## Terminal

play-you-write = You write:{" "}
play-you-fill = You hand in: { $title }
play-so-far = So far:{" "}
play-keys-desk = 2b fill field 2 with b · ok hand in · g1 gesture · n notes · h look back · u undo · ? help · q leave
play-keys-desk-exam = 2b fill field 2 with b · ok hand in · g1 gesture · n notes · h look back · ? help · q leave
play-papers = What is wrong on paper
play-papers-line = Turn { $turn }: { $what } ({ $source })
play-still-open = Still open: { $fields }.
play-no-such-entry = “{ $word }” is not understood. Write the field's number and a letter, such as 2b, several if you like: 1a 2b 3c; then ok.
answer-not-a-field = “{ $word }” must be field=entry, by their ids, such as fill name=told id=masked.
move-no-paper = There is nothing to fill on the desk now.
move-paper-first = What lies on the desk must be handed in first.
move-field-empty = The field “{ $field }” is still empty.
move-not-an-entry = “{ $entry }” is nothing that the field “{ $field }” offers.

## Window

form-hand-in = Hand in
form-say = Give this answer
form-open = { $count ->
    [one] One field open
   *[other] { $count } fields open
}
form-write = What goes into “{ $label }”
form-read-over = Read it over once more
form-read-over-text = Go through it line by line. Once handed in, it cannot be changed.
form-change = Change something
form-so-far = So far: { $sentence }
form-field-spoken = { $label }, filled: { $words }
form-field-open = { $label }, still open
sheet-should = Should be: { $text }

## Rehearsal and script

rehearse-entries = Papers and answers: { $entries } of { $of_entries } entries were written.
rehearse-walk-entries = Papers and answers: { $entries } of { $of_entries } entries were walked.
script-entry = { $field }: { $what }
script-entry-told = right once “{ $what }” has been told
script-entry-struck = right as long as it has not been told
script-entry-right = right
script-desk-ways = in order { $clean }, with faults { $faulty }
script-when-clean = { $number } was filled without a fault
script-when-wrote = “{ $field }” at { $number } says “{ $what }”

## Checking

CD0082 = A form has 1 to { $max } fields, this one has { $number }
    .hint = Add fields, or split it into two forms.
CD0083 = There must be { $min } to { $max } entries here, not { $number }
    .hint = A field of a form needs one at least (the struck blank comes by itself), each part of an answer two.
CD0084 = An entry of this field cannot be “{ $name }”
    .hint = Here it can be: { $known }.
CD0085 = What stands in the brackets of “{ $name }” does not fit
    .hint = See what it takes: a fact, an article, a number of days or a date.
CD0086 = “{ $name }” cannot be filled rightly
    .hint = Give it something right: Article for the basis, Route for the path, a time within the limit.
CD0087 = This field is not written as its kind asks
    .hint = What has to be written follows from kind.
CD0088 = “{ $number }” is no ID number
    .hint = Eighteen digits (old ones fifteen) with a birthday that exists; make one up and spoil its last digit.
CD0089 = “{ $node }” has no “{ $name }”
    .hint = FormClean and Wrote name a Form or Compose node, Wrote a field and an entry of it as well.
CD0150 = { $paper } has no field “{ $name }”
    .hint = This paper has: { $known }.
CD0118 = “{ $field }” relies on “{ $name }”, which no line before it tells
    .hint = Add Fact("{ $name }") to the cues of an earlier line, or write something else; if it is meant as a trap, allow it.
CD0119 = The check digit of this ID number is right: it may be somebody's
    .hint = Change the last digit, so that it does not check.
CD0151 = { $paper } lacks what it requires: { $fields }
    .hint = Where the trainee fills it, give that field of: [{ $first }]; what needs no filling is printed: printed: { "{" } { $printed } { "}" }.
hint-field-id-number = With kind: IdNumber write only number: "…"; its three entries come by themselves.
hint-field-kinds = With kind: Class write right: Suggestion, Accusation or Petition; with kind: Urgency write right: Ordinary or Urgent; nothing else.
hint-field-written-out = This kind takes only entries; number belongs to IdNumber, right to Class and Urgency, due and within to Time.
hint-due-or-within = Write due or within, not both.
hint-due-without-law = No law sets this limit on the day of the scenario; use within instead.
hint-of-and-kind = of and kind do not go together; with of, leave kind out: how it is filled follows.
hint-right-not-matter = right contradicts the matter of the scenario; where matter says it, leave right out.
hint-takes-signed = Write how many have signed, 0 to 99: Signed(2).
hint-not-lapsed = This article is in force on the day of the scenario; use Unfit if it does not cover the matter, Article if it does.
hint-write-or-say = Write write in a form and say in an answer.
hint-entry-is-a-name = Write a name without quotes, such as Known or Fact("hours").
hint-takes-days = Write a number of days: { $name }(15).
hint-takes-remedy = Write a number of days and, to have the body judged, whom one asks: { $name }(30), { $name }(30, NextHigher).
hint-three-headings = Three parts, three headings, in the order basis, path, time: no more and no fewer.
hint-takes-date = Write a date: { $name }("2026-03-24").
hint-not-a-desk-task = This must be the id of a Form or Compose node.

# The guided visit
guide-listen = He is speaking; listen. To speak now would be to interrupt, so what you can say lies folded. X cuts in; not this time.
guide-note = He has finished. Click words of his and they go into the notebook on the right; you can click them there, too. Note one thing.
guide-gesture = The row at the bottom holds gestures, done without a word. Press E and pour him some water.
guide-choose = Your turn. Press 1, 2 or 3: which sentence takes up what he said?
guide-cut-in = Listen on. If you are in a hurry, Space jumps to the end, but what you skip was not listened to.
guide-desk = On the right is your desk: F1 to F5 bring notebook, handbook, case file, calendar and history. Have a look, then answer.
guide-last = The last sentence. Esc stops for a while; larger letters and dark colours are in the settings.

# Demonstration
demo-watch = Demonstration: listen. Space holds it, → goes on, Enter ends this line.
demo-next = Demonstration: what comes next is { $what }
demo-held = The demonstration waits; talk about it. Space goes on, → takes the next step.
