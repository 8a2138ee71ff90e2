# Procedure: time limits, classes, papers

## Counting days
period-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
period-working-days = { $days ->
    [one] 1 working day
   *[other] { $days } working days
}
deadline-note-hearing = { $days ->
    [one] The hearing took 1 day, which is not counted.
   *[other] The hearing took { $days } days, which are not counted.
}
deadline-note-day-off = The last day, { $due }, is a day off. Whether it moves to { $moved } is not in the Regulation and not verified; { $due } is safe.
deadline-note-no-holidays = The holidays of { $year } are not on file: in that year only weekends were left out.

## Time limits
limit-forward = The petition office forwards or assigns
    .from = receipt
limit-notice = Written notice of receipt, path and procedure
    .from = receipt
limit-forwarded-notice = Written notice to the petitioner of a forwarded matter
    .from = receipt of the forwarded matter
limit-objection = A body that is not competent objects with reasons
    .from = receipt of the forwarded matter
limit-decision = The matter is closed with a written opinion
    .from = acceptance
limit-decision-with-extension = The matter is closed (extension approved and its reason told)
    .from = acceptance
limit-ask-review = The petitioner asks for review
    .from = receipt of the written answer
limit-review = Review is answered
    .from = receipt of the request
limit-ask-re-review = The petitioner asks for re-review
    .from = receipt of the review opinion
limit-re-review = Re-review is answered
    .from = receipt of the request
limit-inspection = Labour inspection is completed
    .from = opening of the case
limit-inspection-with-extension = Labour inspection is completed (extension approved)
    .from = opening of the case
limit-arbitration-acceptance = The arbitration commission decides on acceptance
    .from = receipt of the application
limit-award = Arbitration award
    .from = acceptance
limit-award-with-extension = Arbitration award (extended)
    .from = acceptance
limit-court-confirmation = Both sides ask the court to confirm the agreement
    .from = the agreement's taking effect

## Classes and routes
class-suggestion = suggestion
class-accusation = accusation
class-remedy = petition for remedy
route-litigation = litigation or administrative reconsideration
route-arbitration = arbitration
route-party-appeal = appeal inside the Party
route-other-procedure = another administrative procedure
route-statutory-duty = request that a body fulfil its statutory duty
route-opinion = written opinion on the petition
urgency-ordinary = ordinary
urgency-pressing = pressing
urgency-urgent = urgent
remedy-review = ask for review
remedy-re-review = ask for re-review
remedy-reconsideration = ask for administrative reconsideration
remedy-litigation = sue
remedy-arbitration = ask for arbitration
remedy-final = the same facts and reasons are not accepted again; guidance and help go on

## Fields
field-person = Name
field-id-number = ID number
field-contact = Address and phone
field-people = Number of people
field-claim = Claim
field-facts = Facts
field-reasons = Reasons
field-received-on = Received on
field-class = Class
field-urgency = Urgency
field-route = Route
field-body = Body in charge
field-procedure = Procedure
field-deadline = Time limit
field-basis = Basis
field-result = Result
field-remedy = Remedy
field-reason = Reason for the extension
field-approval = Approval of the head
field-seal-date = Date of the seal
field-signatures = Signatures
field-parties = Parties
field-dispute = Dispute
field-consent = Free will of both sides
field-terms = Terms
field-breach = If it is not kept
field-attachments = List of papers
field-follow-up = Who follows it up
field-held-on = Date and time
field-place = Place
field-present = Who was present
field-observed = Seen, heard, measured
field-unclear = Still unclear
field-channel = Channel of the call-back
field-progress = Progress
field-satisfaction = Content or not
field-next-step = Next step
field-hardship = Real hardship
field-help = Help, and who is in charge
field-contact-plan = How contact is kept
field-other = Other
field-health = Medical history
field-religion = Religion
field-family = Family members
field-employer = Relatives' employer
field-income = Income
field-bank-account = Bank account
field-fingerprint = Fingerprint
field-social-accounts = Social media accounts
field-backers = Who sent you, who else

## What is wrong on a paper
paper-fault-missing = “{ $field }” is empty.
    .fix = Fill in “{ $field }” before you seal the paper.
paper-fault-not-struck = “{ $field }” is empty and not struck out.
    .fix = Draw a line through what is not needed, so that nothing can be added later.
paper-fault-id-unmasked = The whole ID number can be read in “{ $field }”.
    .fix = Leave the first six and the last four figures and cover the rest with *.
paper-fault-no-id-number = What stands in “{ $field }” does not look like an ID number.
    .fix = Look at the card again; where you only checked it, write “checked”.
paper-fault-must-not-collect = “{ $field }” is not needed for this matter and must not be collected.
    .fix = Strike out “{ $field }”; even what was told unasked does not go on the form.
paper-fault-twisted = “{ $field }” is not what the visitor meant.
    .fix = Write it in the visitor's own words, read it out, and wait for the nod.
paper-fault-not-told = What stands in “{ $field }” the visitor never said.
    .fix = Ask first, then write; strike out what you did not learn.
paper-fault-wrong = “{ $field }” is wrong.
    .fix = Correct it from the record and the file.
paper-fault-wrong-class = This is the wrong class.
    .fix = It is a matter of the class “{ $right }” and goes that way.
paper-fault-wrong-route = This is the wrong route.
    .fix = The right one is: { $right }.
paper-fault-wrong-urgency = This is the wrong urgency.
    .fix = It should be marked “{ $right }”.
paper-fault-wrong-people = The number of people is wrong.
    .fix = { $right ->
        [one] 1 person came.
       *[other] { $right } people came.
    }
paper-fault-wrong-receipt = The day of receipt is wrong.
    .fix = It was received on { $right }, and time runs from that day.
paper-fault-wrong-body = The body in “{ $field }” is not competent.
    .fix = Name the competent body, and tell the visitor in person which one it is.
paper-fault-to-the-accused = Accusation material is on its way to the accused.
    .fix = Send it to the disciplinary or supervisory organ that is competent; the accused side must learn nothing of it.
paper-fault-vague-basis = “{ $words }” is no basis at all.
    .fix = Name the act and the article.
paper-fault-no-article = Only { $words } is named, no article.
    .fix = Add the article, so that the visitor can look it up.
paper-fault-unknown-article = The basis “{ $words }” cannot be found.
    .fix = Open the handbook and check act and article.
paper-fault-not-in-force = { $words } does not apply on { $day }: not yet, or no longer.
    .fix = Cite what was in force on that day.
paper-fault-vague-time = “{ $field }” names no day to wait for.
    .fix = Name the day, or within how many days.
paper-fault-time-too-late = { $what }: the time named is { $days ->
        [one] 1 day
       *[other] { $days } days
    } later than the law allows.
    .fix = The law gives { $right } from { $from }{ $known ->
        [yes] {""}, until { $due }
       *[no] {""}
    }.
paper-fault-time-cut-short = { $what }: the visitor is told { $days ->
        [one] 1 day
       *[other] { $days } days
    } too few.
    .fix = This is the visitor's own time: { $right } from { $from }, not one day less.
paper-fault-time-misleads = { $what }: { $days ->
        [one] 1 day
       *[other] { $days } days
    } too many; who trusts it loses the right.
    .fix = It is { $right } from { $from }.
paper-fault-time-wrong-unit = { $what }: days and working days are mixed up.
    .fix = It is { $right } from { $from }.
paper-fault-time-before-it-begins = { $what }: the day named comes before the time begins to run.
    .fix = It is { $right } from { $from }.
paper-fault-limit-of-another-route = This matter goes by “{ $right }”; the sixty days do not apply to it.
    .fix = Name the time limit of that route; where you are not sure, say whom to ask.
paper-fault-wrong-remedy = This is the wrong remedy.
    .fix = The paper should tell the visitor: { $right }.
paper-fault-seal-before-receipt = The seal bears a day before the receipt ({ $day }).
    .fix = Write the day on which it was sealed.
paper-fault-seal-ahead = The seal bears a day to come; today is { $day }.
    .fix = Write the day on which it was sealed, never one ahead.
paper-fault-seal-late = { $what }: due by { $due }; this paper is { $days ->
        [one] 1 day
       *[other] { $days } days
    } late.
    .fix = Deliver it at once and say in person that it is late; be earlier with the next.
paper-fault-too-few-signatures = { $needed } must sign, only { $there } did.
    .fix = Let those who have not signed read it and sign of their own will.
paper-fault-wrong-kind = “{ $field }” holds something else than it asks for.
    .fix = Read the name of the field again.
