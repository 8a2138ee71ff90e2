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
deadline-note-day-off = The last day, { $due }, is a day off. Whether it moves to { $moved } the article does not say and is not verified; { $due } is safe.
deadline-note-only-opinion = Only for matters under Art. 31, item 6; what goes to court, arbitration or another procedure has the time limits of that procedure.
deadline-note-unverified = No reliable text of this article has been seen; ask before you rely on it.
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
limit-sue-after-award = Who disagrees with the award sues
    .from = receipt of the award
limit-court-confirmation = Both sides ask the court to confirm the agreement
    .from = the agreement's taking effect
limit-ask-reconsideration = Administrative reconsideration is asked for
    .from = learning of the administrative act
limit-ask-second-appraisal = A second look at the appraisal is asked for
    .from = receipt of the report
limit-second-appraisal = The institution looks at its appraisal again
    .from = receipt of the request
limit-ask-expert-appraisal = The expert committee is asked
    .from = the result of the second look

## Classes and routes
class-suggestion = suggestion
class-accusation = accusation
class-remedy = petition for remedy
route-litigation = the procedures of courts, procuratorates or police
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

## Where a matter stands
stage-received = just received
stage-registered = registered
stage-redirected = told which body is competent
stage-not-accepted = being handled below, not accepted here
stage-forwarded = forwarded
stage-returned = objected to and returned
stage-studied = being studied
stage-answered = answered
stage-passed-on = with the disciplinary organs
stage-dealt-with = dealt with by the disciplinary organs
stage-separated = separated as litigation
stage-led-away = in the procedure it belongs to
stage-accepted = accepted
stage-handling = being handled
stage-extended = extended
stage-settled = mediated or settled
stage-decided = decided with a written opinion
stage-review-asked = review asked for
stage-reviewed = reviewed
stage-re-review-asked = re-review asked for
stage-final = re-reviewed and final

## What can be done
step-receive = receive
step-register = register
step-tell-where = tell in person which body is competent
step-decline-same = tell that it is being handled and not accepted twice
step-forward = forward or assign
step-object = object with reasons
step-forward-again = forward again
step-study = study the suggestion
step-answer-suggestion = answer whether it is adopted
step-pass-on = pass on to the disciplinary organs
step-deal-with-accusation = deal with it by discipline and law
step-separate = separate as litigation, to the political-legal organs
step-lead-into = lead into the procedure it belongs to
step-fulfil-duty = fulfil the statutory duty and answer
step-accept = accept and tell in writing
step-verify = hear the visitor and verify
step-extend = approve an extension and tell the reason
step-settle = mediate or settle freely, in a written agreement
step-decide = issue the written opinion
step-ask-review = ask for review
step-answer-review = answer the review in writing
step-ask-re-review = ask for re-review
step-answer-re-review = answer the re-review in writing
step-help = go on with guidance and help
step-show-to-accused = show the material to the accused
step-retaliate = retaliate

actor-petition-office = petition office
actor-competent-body = competent body
actor-head-of-body = head of the body
actor-next-higher = next higher body
actor-higher-still = body above that
actor-disciplinary-organ = disciplinary organ
actor-visitor = petitioner
actor-or = {" or "}
step-in-order = in its order
step-in-time = within its limit
step-only-if-moved = in time only if the last day moves
step-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
step-refused-never = never allowed
step-refused-not-now = not possible: too early, or past
step-refused-not-yours = not possible: another's to take
step-refused-not-classified = not possible: no class and route yet
step-refused-other-class = not possible for this class of matter
step-refused-other-route = not possible: the matter goes another way
step-refused-too-late = not possible: its time is over
step-refused-backwards = not possible: the days run backwards
step-refused-exhausted = not possible: nothing is accepted after the re-review
step-overdue = not done, { $days ->
    [one] one day over
   *[other] { $days } days over
}
limit-running = { $step }: by { $day }, { $left ->
    [0] today
    [one] one day left
   *[other] { $left } days left
} ({ $by })
limit-lapsed = { $step }: lapsed on { $day } { $year }; it was not used in time and can no longer be asked for
limit-over = { $step }: due { $day }, { $over ->
    [one] one day over
   *[other] { $over } days over
} and still owed ({ $by })

## Why not
refused-never = “{ $step }” is never allowed, to anybody.
refused-not-now = The matter is { $stage }: it is not, or no longer, time to “{ $step }”.
refused-not-yours = “{ $step }” is for another: { $by }.
refused-not-classified = Nobody has said of which class the matter is and which way it goes; settle that before “{ $step }”.
refused-other-class = The matter is of the class “{ $right }”; “{ $step }” is not its way.
refused-other-route = The matter goes by “{ $right }”; “{ $step }” is not possible.
refused-too-late = The time for “{ $step }” ended on { $day }.
refused-backwards = The days run backwards: the last step was taken on { $day }.
refused-exhausted = The re-review is done: the same facts and reasons are not accepted again; guidance and help must not stop.
refused-instead = { $by }: { $step }

## The response ladder
conduct-shouting = Loud, in tears
conduct-gathering = Illegal gathering, blocking, stopping cars
conduct-weapon = Dangerous goods or controlled knives
conduct-insult = Insults, threats in words
conduct-violence = Beating, restricting liberty, breaking things
conduct-staying = Staying on, making trouble
conduct-abandoned-dependant = A dependent person is left behind
conduct-inciting = Inciting, stringing together, manipulating
conduct-disorder = Other disturbance
conduct-collapse = Somebody falls ill
conduct-infection = Suspected serious infection
conduct-self-harm = Signs of self-harm
measure-soothe = soothe first
measure-pause = have a pause
measure-ask-about-risk = ask about the danger
measure-care-for = look after the person and stay
measure-call-colleague = call a colleague, tell the head
measure-secure-room = clear the room, keep a distance
measure-dissuade = dissuade
measure-criticise-and-educate = criticise and educate
measure-call-police = ask the police to come
measure-call-medical = call an ambulance
measure-call-disease-control = call disease control
measure-threaten = frighten with penalties
measure-intercept = intercept or send back
measure-retaliate = retaliate
ladder-in-order = “{ $measure }” is what the moment asks for.
ladder-in-order-waiting = { $conduct }: staying and watching is right for now.
ladder-jumped = { $conduct }: “{ $measure }” is too sharp; first “{ $first }”.
ladder-should-have-acted = { $conduct }: do not wait any longer, “{ $first }”.
ladder-not-called-for = { $conduct }: “{ $measure }” does not help here.
ladder-forbidden = “{ $measure }” is never allowed.

## Several visitors

## calmdesk deadline
cli-about-deadline = Work out a time limit of the law: the day, and the article
deadline-arg-date = the day it runs from, e.g. 2026-09-25; not counted itself
deadline-arg-limit = which limit; all are listed without it
deadline-arg-hearing = days that a hearing took (left out of re-review only)
deadline-arg-format = human (default) or json
deadline-after-help = Limits: { $ids }.
deadline-no-date = “{ $given }” is no date. Write it like 2026-09-25.
deadline-unknown-limit = There is no limit “{ $given }”.
deadline-no-law = On { $day } no law at hand set this limit. The Regulation on Petition Work is in force from 2022-05-01.
deadline-beyond = That is too far away to be counted.
deadline-day = { $weekday } { $day }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
deadline-list = From { $day }, which is not counted:
deadline-line = { $due }  { $id }: { $what } ({ $period })
deadline-from = from    { $value }
deadline-from-value = { $day } ({ $from }, not counted)
deadline-period = limit   { $value }
deadline-due = due     { $value }
deadline-basis = basis   { $value }
deadline-skipped = skipped { $value }
deadline-note = note    { $value }
deadline-holiday = { $name }: { $first }{ $days ->
    [many] {" "}to { $last }
   *[one] {""}
}
deadline-weekends = { $days ->
    [one] 1 day of a weekend
   *[other] { $days } weekend days
}

## calmdesk law
cli-about-law = Look up the law: which packs there are, what an article says, since when
law-arg-what = a pack (xf2022), an article (xf2022/20(3)), or words to look for; all packs without it
law-arg-on = only what is in force on that day, e.g. 2025-12-31
law-arg-packs = take in the local rules of this folder, too (or of the folder law in it)
law-arg-format = human (default) or json
law-after-help = The articles are in our own words and are not the text of the law; look up the official text of those marked as not verified before citing them.
law-list = { $n ->
    [one] { $n } law pack:
   *[other] { $n } law packs:
}
law-line = { $id }  { $title }, { $since } · { $n ->
    [one] { $n } article
   *[other] { $n } articles
}{ $open ->
    [0] {""}
   *[other] , { $open } not verified
}
law-pack = { $title } · { $id } · { $since }
law-article = { $number }  { $place }: { $text }
law-unverified = {"    "}(not verified: look up the official text before citing it)
law-source = Source: { $source }
law-since = in force from { $from }{ $sure ->
    [no] {" "}(day not verified)
   *[yes] {""}
}{ $ends ->
    [yes] {" "}to { $until }
   *[no] {""}
}
law-nothing = Nothing found for “{ $what }”.
law-nothing-then = No law at hand was in force on that day.
law-unknown-pack = There is no law pack “{ $given }”.
law-unknown-article = “{ $pack }” holds no article “{ $given }”. It holds: { $held }.
law-cannot-read = { $path } cannot be read: { $reason }

## What is wrong with local rules
law-wrong-syntax = it cannot be read from line { $line }, column { $column }; calmdesk check says more
law-wrong-taken = there is already a law pack “{ $id }”; choose another name
law-wrong-id = “{ $id }” is no name for a pack
law-wrong-name = the file is not called as the pack “{ $id }” in it
law-wrong-dates = it ends on { $until }, before it begins on { $from }
law-wrong-text = “{ $what }” lacks its Chinese or its English
law-wrong-number = “{ $number }” is no place in a law
law-wrong-twice = article “{ $number }” stands there twice
law-wrong-empty = it has no articles
law-wrong-overlap = “{ $earlier }” and “{ $later }” are versions of one act and both in force on { $day }
law-wrong-rules = local rules cannot set { $what }; only the law does
law-wrong-many = there are too many articles
