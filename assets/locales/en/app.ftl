# Texts of the window

# No window
no-window-display = There is no graphical desktop here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.
no-window-display-silent = The graphical desktop “{ $detail }” does not answer, so no window can be opened.
no-window-adapter = No graphics card or software renderer (such as Mesa) was found, so no window can be opened.
no-window-failed = The window cannot be opened: { $detail }

# Screens
screen-loading = Opening
screen-menu = Home
screen-briefing = Before the visit
screen-visit = Visit
screen-debrief = Debrief
screen-sessions = My sessions
screen-settings = Settings
loading = Getting the scenarios ready…
back = Back
go-on = Continue
delete = Delete

# Home
menu-tagline = Take a seat at the reception desk: listen first, then speak.
menu-quit = Quit
menu-settings = Settings
menu-sessions = My sessions
menu-guide = Show me round
menu-guide-begin = Walk round
menu-guide-text = Here for the first time? Three minutes show how to listen, note and answer. It does not count.
menu-scenarios = Choose a scenario
menu-empty = There are no scenarios yet. Put a scenario folder into “scenarios” in the data folder and start again.
menu-broken = Cannot be played, needs mending
menu-more-problems = { $n ->
    [one] one more problem
   *[other] { $n } more problems
}
menu-minutes = about { $n } minutes
menu-difficulty = Difficulty
menu-difficulty-of = Difficulty { $n } of 5
menu-this-time = This time
menu-mode = Mode
mode-practice = Practice
mode-exam = Exam
mode-practice-explained = With the tension gauge, hints, and a step back.
mode-exam-explained = No gauge, no hints, and words cannot be taken back.
menu-untimed = No time pressure
menu-untimed-explained = Interruptions and silences do not count. Take your time.
menu-name = Name (optional)
menu-name-hint = printed on the report
menu-class = Class or office (optional)
menu-class-hint = printed on the report
menu-privacy = Names and sessions stay on this computer.
menu-last = last time: { $result }
menu-go-on = Go on: { $title } (turn { $turns })
menu-start = Start

family-noise = Noise
family-wages = Unpaid wages
family-collective = Collective visit
family-housing = Expropriation
family-demolition = Demolition
family-general = General

# Before the visit
briefing-heading = The situation
briefing-objectives = What to practise
briefing-begin = Ask them in
briefing-keys = Everything by keyboard: 1–8 to speak, letters for gestures, Space to hear them out (practice), X to cut in, F1–F5 for the desk, F6 for the next area, F10 for a projector, F11 for the full screen, Esc to pause.
case-file-empty = There is nothing else in the file.

# Visit
visit-pause = Pause
visit-of = visit { $n } of { $of }
visit-tension = Tension
visit-tension-label = Tension { $n } of 8
visit-seen = { $name }: { $look }.
visit-still-speaking = still speaking
visit-speech-said = { $percent } per cent said
visit-narration = In the room
visit-you = You
visit-you-said = You: { $text }
visit-your-turn = Your turn.
visit-listen = Listen.
visit-wait = One moment.
visit-hear-out = Hear them out
visit-folded-own = One of our own people is speaking; then it is your turn. To speak now interrupts no visitor.
visit-cut-in-own = Speak now
visit-folded = They are still speaking. To speak now is to interrupt.
visit-cut-in = Cut in
visit-hint = Hint
visit-step-back = Step back
visit-cut-off = You cut them off.
visit-noted = Noted.
visit-nothing-to-note = There is no fact to note in these words.
visit-save-again = Save again
visit-to-debrief = To the debrief
option-gesture = (Gesture) { $text }
option-desk = (Desk) { $text }
date-pattern = %-d %B
days-later = { $n ->
    [0] The same day
    [one] One day later
   *[other] { $n } days later
}
promise-kept = Kept: { $promise }
promise-broken = Not kept: { $promise }
outcome-resolved = On the right road
outcome-partial = Half way
outcome-unresolved = Nothing moved
outcome-lost = Gone, and disheartened
pause-title = A short break
pause-text = Time stands still. Nobody is kept waiting.
pause-leave = Leave for now (resume later)

# Desk
desk-notebook = Notebook
desk-handbook = Handbook
desk-case-file = Case file
desk-calendar = Calendar
calendar-weekend = A day off
calendar-make-up = A working day in exchange ({ $name })
calendar-matter = The matter
calendar-stage = Now: { $stage }
calendar-promised = Promised
calendar-nothing-promised = Nothing has been promised yet.
calendar-open = Not due yet
calendar-kept = Kept
calendar-broken = Broken
calendar-by = by { $day }
calendar-by-law = What the law sets
calendar-by-law-explained = Counted from today. A promise may be sooner, never later.
calendar-due = By { $day } ({ $period } from { $from })
desk-history = Talk so far
notebook-empty = Nothing noted yet.
notebook-from-words = From their words
notebook-how = Choose a phrase to note the fact in it. The words in the bubble can be tapped as well.
notebook-note-label = Note: { $words }
notebook-noted-label = Noted: { $words }
handbook-search = Search the articles
handbook-empty = This scenario comes without articles.
handbook-nothing = Nothing found.
handbook-unverified = Not checked against the official text; look it up before you cite it.
history-empty = Nobody has spoken yet.
history-gesture = ({ $gesture })
history-step = { $day }, { $by }: { $step } ({ $fate })
history-step-not = { $step }: { $fate }
history-cut-off = { $who } was cut off
history-outburst = { $who } burst out

# Debrief
own-title = First, how was it for you?
own-text = Rate yourself before you see the scores. Comparing the two teaches most.
own-listening = Could they finish? Did you hear what mattered?
own-empathy = Did they feel understood?
own-procedure = Who, when and on what basis: was the next step clear, and done?
own-1 = very poor
own-2 = poor
own-3 = fair
own-4 = good
own-5 = very good
own-done = Show the result
own-skip = Show the result without rating
debrief-menu = Home
debrief-save = Save the report
debrief-save-html = Save as a web page
debrief-report-open = Open the report
debrief-report-show = Show in its folder
debrief-saved = The report is here: { $path }
debrief-again = From the beginning
debrief-from-here = Try again from here
debrief-critical = Critical failure: { $kind } (turn { $turn })
debrief-better = Better: { $text }
debrief-law-says = What the law says: { $article }: { $text }
debrief-curve = How they felt
debrief-turns = Turn by turn
debrief-open = Open
debrief-fold = Fold
debrief-open-all = Open all
debrief-fold-all = Fold all
debrief-open-turn = Open turn { $n }
debrief-fold-turn = Fold turn { $n }
debrief-mistake-next = Next slip
debrief-mistake-before = Previous slip
debrief-see-turn = See turn { $n }
verdict-critical = critical failure
debrief-turn = Turn { $n }
debrief-turning = Turning point { $n }
debrief-heard = { $who }: { $text }
debrief-you = You: { $text }
debrief-thought = { $who } thinks: { $text }
debrief-own = You said: { $level }
debrief-total = Overall
debrief-plus = Done well
debrief-delta = To change
curve-label = How { $who } felt, as a curve
curve-axis = Turns from left to right, 0–100 upwards.

# My sessions
sessions-empty = No sessions yet. Choose a scenario on the home screen.
sessions-unreadable = Cannot be read
sessions-open = Debrief and report
sessions-resume = Resume
sessions-turns = { $n ->
    [one] one turn
   *[other] { $n } turns
}
sessions-critical = { $n ->
    [one] one critical failure
   *[other] { $n } critical failures
}
sessions-watch = Play it back
briefing-watch = Watch it first:
briefing-watch-expert = an expert
briefing-watch-careful = a beginner
briefing-watch-stonewaller = one who puts off
sessions-deleted = Deleted. For a week it can be undone; after that it is gone.
undo = Undo

# Settings
settings-language = Language
settings-text-size = Text size
text-size-normal = Normal
text-size-large = Large
text-size-larger = Larger
text-size-huge = Huge
text-size-double = Double
text-size-too-large = The window is too small for it: a visit uses the largest size that fits. Make the window larger, or press F11.
settings-sample = “Let down”, you said. I heard that. Sit down, and tell me from the start.
settings-seeing = Display
settings-scheme = Colours
scheme-light = Light
scheme-dark = Dark
scheme-high-contrast = High contrast
settings-colour-safe = Good and bad in blue and orange, for red-green colour blindness
settings-practice = Practice
settings-pace = How fast visitors speak
settings-pace-explained = Faster saves time, but what is hurried through does not count as listened to. Exams always run at life's pace.
pace-usual = As in life
pace-brisk = 1.25 ×
pace-quick = 1.5 ×
pace-double = 2 ×
settings-reports = Reports
settings-organisation = Organisation
settings-organisation-hint = Printed on reports; may stay empty
settings-where = Files
settings-open-folder = Open the folder
settings-reduced-motion = Less motion: people sit still, words appear at once
settings-gauge = Show the tension gauge in practice
settings-folder = Sessions and settings are kept in: { $path }
key-space = Space
