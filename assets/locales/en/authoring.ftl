# Commands for writing scenarios

cli-about-new = Start a new scenario from a template
cli-arg-new-id = Name of the scenario and of its folder: small letters, digits, - and _
cli-arg-template = Which template: one (one visitor, three steps; the default), mediation, collective
cli-arg-example = No template: copy a whole scenario with its translation
cli-arg-into = Folder to make it in; left out, the current one
new-bad-id = “{ $id }” cannot be the name of a scenario: only small letters, digits, - and _, like leaking-roof.
new-exists = { $path } is there already and was left alone. Choose another name, or move it out of the way.
new-cannot-write = Cannot make { $path }: { $reason }
new-made =
    Made { $path }
    Open scenario.ron in it and make it your own; after each change look it over:
      calmdesk check { $path }
      calmdesk play { $path }
authoring-cannot-write = Cannot write { $path }: { $reason }

cli-about-fmt = Tidy the layout of scenario.ron and the files it includes; words and comments stay
cli-arg-fmt-path = Folder of a scenario or a .ron file, or several
cli-arg-fmt-check = Change nothing; list what is not tidy
fmt-done = Tidied: { $path }
fmt-same = Tidy already: { $path }
fmt-untidy = Not tidy: { $path }
fmt-cannot-read = “{ $path }” cannot be read: { $reason }
fmt-not-sound = Brackets, quotes or commas of { $path } do not match; it was left alone. Mend this first:

cli-about-translate = Make or update a translation file
cli-arg-translate-path = Folder of the scenario
cli-arg-translate-to = Into which language; left out, the other one
translate-header =
    Write the translation after the equals sign. The source text stands above each entry after # source;
    what is not translated yet says { "{ \"\" }" }: put the translation in its place.
    Where the source has changed, # stale keeps the old text: mend the translation and delete that line.
    Then run calmdesk check; after changes to the scenario run calmdesk translate again.
translate-same = The scenario is written in { $tag }; there is nothing to translate.
translate-broken = There is something unreadable in { $path }; it was left alone. Mend this first:
translate-made = Made { $path }: { $texts } texts, waiting to be translated.
translate-updated = Updated { $path }: { $texts } texts, { $done } translated.
translate-unchanged = { $path } needs nothing: { $texts } texts, { $done } translated.
translate-missing = Not translated yet ({ $count }):
translate-stale = Source changed, look at the translation again ({ $count }):
translate-unused = No longer in the scenario, still in the file ({ $count }): { $names }
translate-more = … and { $count } more

cli-about-script = Print the whole script for live role-play
cli-arg-script-path = Name, folder or .zip of the scenario
cli-arg-script-output = File to write, by its ending: .pdf or .html; left out, into the current folder
script-unknown-form = What should “{ $path }” be? Let the name end in .pdf or .html.
script-saved = Script saved: { $path }

## The script

script-kind = Role-play script
script-how-to = One person plays the visitor, one receives, one follows the script and takes notes. Whoever receives does not see the script and speaks freely; the facilitator picks the option closest in meaning (A, B, C) and goes on at the number on its right. Small grey print is annotation: what a line calls for, what an option does. How the visitor takes it is a rough guide; the actor goes by the mood of the moment.
script-footer = { $title } · holds the answers, not for trainees
script-plays-on = plays on { $day }
script-minutes = about { $minutes } minutes
script-difficulty = difficulty { $difficulty }
script-people = { $count ->
        [one] 1 role
       *[other] { $count } roles
    }
script-age = aged { $age }
script-objectives = What is practised
script-briefing = To tell trainees beforehand
script-case-file = Case file
script-roles = Roles
script-staff = Our own people
script-staff-how-to = For whoever plays this part only. Say your lines, stop, and see what the trainee makes of them; if they stand up to you, take the way out they offer. This part is not scored and has no curve.
script-our-own = { $name } (one of us)
script-to-staff = Said to { $who }, one of us
script-does = What it does:
script-calls-for = Calls for:
script-acts = What it does
script-takes-it = How it is taken
script-page = Page {"{"}n{"}"} of {"{"}of{"}"}
script-with = { $what } ({ $more })
script-times = { $count ->
        [one] once
       *[other] { $count } times
    }
script-visit = { $clock } · { $place } · present: { $names }
script-breaks-in = What may break in
script-breaks-in-about = Come here at an outburst, a silence, an interruption or danger; then go back to where it was.
script-narration = Narrator
script-trainee = The receiver chooses
script-days = { $count ->
        [0] The same day, elsewhere
        [one] 1 day passes
       *[other] { $count } days pass
    }
script-keeps = Kept meanwhile: { $what }
script-branch = It depends
script-otherwise = otherwise
script-topics = Trainee (in any order; each subject comes back here)
script-topics-done = when all that must be is done { $next }
script-topic-optional = {" "}(may be left out)
script-topic-leave = {" "}(goes on)
script-end = Ending: { $title } ({ $outcome })
script-next = → { $number }
script-return = → back
script-outcome-resolved = resolved
script-outcome-partial = half-way
script-outcome-unresolved = nothing moved
script-outcome-lost = the visitor is gone
script-place-reception-room = reception room
script-place-quiet-room = a quiet room
script-place-home = at home
script-place-meeting-room = meeting room
script-place-hall = hall
script-risk-weapon = a weapon
script-risk-self-harm = may harm themselves
script-risk-collapse = about to collapse
script-risk-violence = about to strike
script-risk-infection = may be infectious

## Notes for the actor

script-wants = Matters most inside: { $needs }.
script-need-voice = being heard
script-need-respect = respect
script-need-fairness = fairness
script-need-clarity = knowing what comes next
script-need-control = having a say
script-need-safety = feeling safe
script-need-remedy = getting it settled
script-arrives = Comes in with { $feelings }.
script-strong = much { $feeling }
script-some = some { $feeling }
script-trust-low = Does not trust the receiver; the first answers are a test.
script-trust-high = Ready to trust the receiver.
script-breaks-soon = A few wrong words, and it all comes out.
script-breaks-late = Keeps calm for long.
script-masks = Swallows the anger; the face may not show it.
script-shows = What is inside shows in face and voice.
script-shows-little = Shows little: watch hands, eyes, pauses.
script-catches = Is easily carried along by the others.
script-stubborn = Sticks to a point and does not give in easily.
script-speaks-fast = Speaks fast.
script-speaks-slowly = Speaks slowly, with pauses.
script-meets = meets “{ $need }”
script-hurts = hurts “{ $need }”
script-eases = the pressure drops
script-mounts = the pressure mounts
script-no-effect = nothing much

## Conditions in the script

script-when-and = {" "}and{" "}
script-when-or = , or{" "}
script-when-not = not “{ $what }”
script-when-told = “{ $what }” has been told
script-when-noted = “{ $what }” was noted
script-when-did = “{ $what }” was done
script-when-chose = { $mark } was chosen at { $number }
script-when-visited = { $number } was passed
script-when-at-least = { $what } of { $name } is { $value } or more
script-when-below = { $what } of { $name } is below { $value }
script-when-var-at-least = counter { $name } is { $value } or more
script-when-var-is = counter { $name } is { $value }
script-when-issued = “{ $what }” was issued
script-when-promised = “{ $what }” was promised
script-when-kept = “{ $what }” was kept
script-when-broken = “{ $what }” was broken
script-when-deflections = turned away { $count } times or more
script-when-interruptions = interrupted { $count } times or more
script-when-outbursts = burst out { $count } times or more
script-when-days = { $count } days or more have passed
script-when-step = the step “{ $what }” has been taken
script-when-chance = throw dice, a chance of { $percent }%
script-quantity-Anger = anger
script-quantity-Distress = distress
script-quantity-Fear = fear
script-quantity-Disappointment = disappointment
script-quantity-Hope = hope
script-quantity-Relief = relief
script-quantity-Gratitude = gratitude
script-quantity-Trust = trust
script-quantity-Pressure = pressure
script-quantity-Pleasure = good mood
script-quantity-Arousal = excitement
script-quantity-Dominance = confidence
script-quantity-Voice = “being heard”
script-quantity-Respect = “respect”
script-quantity-Fairness = “fairness”
script-quantity-Clarity = “knowing what comes next”
script-quantity-Control = “having a say”
script-quantity-Safety = “feeling safe”
script-quantity-Remedy = “getting it settled”

## From Twine

cli-about-import = Turn a Twine story (Twee 3 or published HTML) or a Utrecht scenario (UUDSL 4) into the draft of a scenario
cli-arg-import-story = The file that Twine's “Export As Twee” makes, a published story, or XML exported by the Scenario Editor; a folder or a ZIP of Twee files is one story
import-header =
    A draft made from a Twee story. First: say who the visitor is, set plays_on, give each option its acts.
    The names of acts are in docs/acts.en.md; run calmdesk check after each change.
import-untitled = Untitled Story
import-visitor = Visitor
import-todo = To do: what each option does goes into acts
import-nowhere = Not written yet
import-cannot-read = Cannot read { $path }: { $reason }
import-nothing = There is no passage and no statement in { $path }. Passages of Twee 3 begin with ::, statements of UUDSL stand in a dialogue.
import-made =
    Made { $path }: { $passages } passages; { $options } options wait for their acts.
      calmdesk check { $path }
import-reach = { $now ->
    [one] One passage can be reached from the beginning, as before.
   *[other] { $now } passages can be reached from the beginning, as before.
}
import-reach-lost = WAYS WERE LOST: { $before } passages could be reached from the beginning, now { $now }. Out of reach ({ $lost }):
import-published = { $path } is HTML, but no passages of a Twine 2 story stand in it. In Twine choose Build, then “Export As Twee”, and import that file. A UUDSL scenario is the XML that the Scenario Editor exports.
import-too-many-files = { $path } holds too many files for one story: at most { $limit }.
import-left-out = Left out ({ $count }):
import-macro = line { $line } · macro or variable: { $text }
import-html = line { $line } · HTML: { $text }
import-picture = line { $line } · picture: { $text }
import-code = line { $line } · script or style: { $text }
import-no-passage = line { $line } · link to nowhere: { $text }
import-too-many = line { $line } · too many options, not taken: { $text }
import-comment = line { $line } · remark: { $text }
import-special = line { $line } · special passage, not said by anybody: { $text }
import-passage-twice = line { $line } · a second passage of this name; this later one was taken: { $text }
import-bad-data = line { $line } · StoryData is no sound JSON; start and format were read as far as possible (line:column { $text })
import-no-start = line { $line } · the first passage wanted is not there, so it begins with another: { $text }
import-worked-out = line { $line } · a way whose end is worked out while playing was not followed: { $text }
import-not-shown = line { $line } · a passage shown in another, too deep or too often: { $text }
import-not-read = line { $line } · not read: { $text }
import-only-link = line { $line } · one way on is no choice: { $text }
