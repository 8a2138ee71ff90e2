# Listening, measured; coding sheets for live role-plays

## How the listening went

measure-heard = Let finish
    .value = { $percent }% ({ $n } { $n ->
        [one] interruption
       *[other] interruptions
    })
    .good = Not one of their sentences was broken off by you.
    .fair = This much of what they had to say was said to the end.
measure-cues = Answered within two turns
    .good = Feelings, facts, questions: most of what showed was picked up.
    .fair = More than half was picked up; look at the turns where it was not.
    .low = Most of what showed went by. Listen first, move on later.
measure-facts = Facts on paper
    .good = All that was told is written down; nobody has to tell it again.
    .fair = More than half is written down; the rest will have to be asked again.
    .low = Most of it is not on paper, and whoever takes over starts from nothing.
measure-written = What was heard, on the form
    .good = Every field that takes down what was heard is right.
    .fair = Most fields are right; whoever takes over will follow the wrong ones too.
    .low = More fields wrong than right; the form is as good as empty.
measure-mirror = Their own words
    .good = Every word given back had really been said.
    .low = Some words had never been said; they were put into somebody's mouth.
measure-paraphrase = Meaning given back
    .good = Said in your own words, and nothing got bent.
    .low = Some of it came back bent: the meaning, or the name of the feeling.
measure-questions = Open : closed questions
    .good = Mostly open questions; the story is told, not extracted.
    .fair = As many closed as open; keep the closed ones for checking details.
    .low = Mostly closed questions, like filling in a form.
measure-reflections = Reflections : questions
    .good = Two to one: more taking up than asking (MITI 4.2 calls 2:1 good; it was made for counselling, a comparison only).
    .fair = Past one to one: about as much taking up as asking (MITI 4.2 calls 1:1 fair; made for counselling, a comparison only).
    .low = Much asking, little taking up; it can sound like an interrogation (MITI 4.2 wants 1:1 at least; made for counselling, a comparison only).
measure-complex = Reflections that reach the meaning
    .good = More than half went to what was meant, not just to what was said (MITI 4.2 calls 50% good).
    .fair = Past two in five (MITI 4.2 calls 40% fair).
    .low = Mostly what was said, seldom what was meant (MITI 4.2 wants 40%).

report-turned-again = Turn { $turn }, the same again: { $why }

## The command

cli-about-score = Score live role-plays from an observer's coding sheet
cli-arg-rubric = The rubric to judge by: standard, listening-class, or a .ron file of your own
score-arg-sheet = The observer's sheet: CSV, or an Excel workbook (.xlsx)
score-arg-output = Where to save, by its ending: .pdf and .html one for each session, .json and .csv all in one; left out, it is listed here. With --template a folder
score-arg-calibration = The marks that a class has set for itself (a .ron file); without it there are scores, and nothing is passed or failed
score-arg-template = Write an empty sheet, a filled one to learn from, and a one-page card of codes
score-after-help = How to fill in a sheet: docs/coding-sheet.md.
score-cannot-read = Cannot read “{ $path }”: { $reason }
score-cannot-write = Cannot write “{ $path }”: { $reason }
score-problems = “{ $path }” cannot be scored yet; to be put right ({ $n }):
score-how-read = The sheet is in { $encoding }, separated by { $separator }; it was read as such.
score-worksheet = Read from the worksheet “{ $name }”; the others were left alone.
score-warning = Note: { $what }
score-unknown-columns = Columns that are not known, and were not used: { $columns }
score-line = { $session }   answered within two turns { $answered }   listening { $listening }   empathy { $empathy }   procedure { $procedure }   total { $total }
score-line-critical = turn { $turn }: { $kind }
score-too-few-chances = { $dimension }: too little seen. Chances that could have been missed: { $n }; there is a score from { $least } on.
score-too-few-criteria = { $dimension }: too little seen. All chances ({ $n }) belong to one criterion; at least { $least } are needed.
score-too-few-acts = { $dimension }: too little seen. Different acts that were done for it: { $acts }; at least { $least } must be seen.
score-too-few-ways = { $dimension }: too little seen. The same turns came again and again: { $ways } different ones in { $turns }; of { $least }, more than one must be new.
score-rests-on = The total rests on { $dimensions } alone.
score-one-dimension = Only { $dimensions } was seen enough; a total takes { $least } dimensions.
score-class-mark = { $dimension } { $score }
score-class-marks = The marks are set by “{ $class }”: { $marks }. They rest on { $sessions } live talks, each rated by { $raters }; set on { $on }.
score-class-note = { $line } { $note }
score-undecided = too little seen to decide
score-too-little-note = “Too little seen”: a dimension has a score once there were { $chances } chances under { $criteria } criteria, { $acts } different acts, and turns that do not merely repeat a few; the report says what is wanting.
score-done = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}, judged by { $rubric }.
score-saved-many = { $n } reports saved, the first as { $path }
score-unknown-form = What should “{ $path }” be saved as? Let the name end in .pdf, .html, .json or .csv.
score-template-exists = “{ $path }” is there already and is not written over. Take another folder, or move it away.
score-template-sheet = Empty sheet: { $path }
score-template-example = Example (two sessions, filled in; try it first): { $path }
score-template-card = Card of codes: { $path }
score-template-no-pdf = This build has no PDF, so the card is a web page; print it from a browser on one page of A4.
score-measure-line = { $name }: { $value }. { $meaning }
calibration-broken = The marks in “{ $path }” cannot be used: { $problem }
calibration-too-large = the file is larger than { $kilo } kB, which no marks are
calibration-not-utf8 = the file is not UTF-8; save it as UTF-8
calibration-syntax = line { $line }, column { $column }: { $problem }. How it is written: docs/coding-sheet.md.
calibration-range = { $what } is { $value }, it must lie in { $range }.
calibration-no-marks = there is no mark in it. Write them under marks, as in (listening: 550).
calibration-other-rubric = they were set for { $made }, and the rubric in use is { $used }: these scores cannot be compared. Use the same version, or set the marks anew.
rubric-cannot-read = Cannot read the rubric “{ $path }”: { $reason }. Built in are: { $known }.
rubric-broken = “{ $path }” cannot be used: { $problem }
rubric-not-utf8 = the file is not UTF-8 from line { $line }, column { $column } on; save it as UTF-8

## The report

score-report-title = Report of a live role-play
score-subject = Role-play: { $session }
score-mode = Live, coded by an observer
score-rows = Rows in the sheet
score-sheet = Sheet
score-tally-lines = Times the visitor spoke
score-note = An interruption counts where the observer wrote one down; silences, feelings and the notebook cannot be measured in a live role-play.
score-caveat = Worked out from an observer's sheet, for debriefing only, and no basis for judging anybody at work. The same sheet and the same rubric give the same figures, whoever reckons.
score-footer = Sheet { $sheet } · { $session }

## What can be wrong with a sheet

sheet-utf8 = UTF-8
sheet-utf8-bom = UTF-8 with a mark
sheet-utf16 = UTF-16 (Excel's “Unicode text”)
sheet-gbk = GBK (what Chinese Excel saves as CSV)
sheet-xlsx = an Excel workbook
sheet-comma = commas
sheet-semicolon = semicolons
sheet-tab = tabs
sheet-cell = cells
sheet-at-line = Line { $line }: { $what }
sheet-at-cell = Line { $line }, column { $letter } ({ $head }): { $what }
sheet-workbook = This is an old Excel workbook (.xls) or one with a password. In Excel choose “Save as” and the type “Excel Workbook (.xlsx)” without a password, or “CSV UTF-8”.
sheet-workbook-broken = This is packed like an Excel workbook and cannot be read as one: it is damaged or something else. Open it in Excel and save it anew, or as “CSV UTF-8”.
sheet-workbook-large = The workbook is more than is read: { $mega } MB unpacked, 64 worksheets, { $columns } columns. Keep only the sheet to be scored.
sheet-not-text = This is not a table in text; its encoding is unknown. Save it as CSV UTF-8.
sheet-encoding = The file is in { $name }, which is not read: its letters could be taken for others. Save it as CSV UTF-8.
sheet-torn-utf8 = The file is UTF-8, but broken in line { $line }. Save it once more as CSV UTF-8.
sheet-too-large = The file is larger than 64 MB; split it.
sheet-wide-comma = The head is separated by full-width commas. Use the plain comma between columns.
sheet-quote-open = A quotation mark (") opens here and is not closed in its own row, or by another sign such as ”. Close it with ", or leave it out.
sheet-quote-then-more = A quotation mark (") opens a cell here, closes, and more follows in the same cell. Within a cell write it twice ("").
sheet-more-cells = This row has more cells than the head; “{ $found }” is in none of its columns. If the text has a separator in it, put the whole text in quotation marks.
sheet-no-rows = There is no row to be read.
sheet-no-column = The column “{ $found }” is missing.
sheet-no-column-near = The column “{ $found }” is missing; is it the one called “{ $near }”?
sheet-column-twice = This column is there twice; keep one.
sheet-no-session = Which session is this? Its name has not been given yet.
sheet-speaker = “{ $found }” is no speaker; write trainee or visitor.
sheet-turn = The turn “{ $found }” is not a number; write 1, 2, 3 …
sheet-turn-back = The turns go backwards: { $before } came before, and this is { $found }.
sheet-turn-again = In turn { $turn } the trainee has answered already; when the visitor speaks again it is the next turn.
sheet-time = The time “{ $found }” is not understood; write 1:05 or 0:01:05.
sheet-time-back = The time “{ $found }” is earlier than the row before.
sheet-act = There is no act “{ $found }”; see the card of codes.
sheet-act-near = There is no act “{ $found }”; did you mean “{ $near }”?
sheet-cue = There is no cue “{ $found }”; see the card of codes.
sheet-cue-near = There is no cue “{ $found }”; did you mean “{ $near }”?
sheet-act-among-cues = “{ $found }” is an act; write it in the column of acts.
sheet-cue-among-acts = “{ $found }” is a cue; write it in the column of cues.
sheet-bracket-open = The bracket in “{ $found }” is not closed.
sheet-bracket-early = In “{ $found }” the bracket closes before the end. Put ; between codes, and close each bracket once.
sheet-bracket-late = “{ $found }”: another code stands within the brackets. They hold only what was said; write the other code behind them.
sheet-article = There is no article “{ $found }”. Articles are written like xf2022/23.
sheet-article-near = There is no article “{ $found }”; did you mean “{ $near }”?
sheet-paper = There is no paper “{ $found }”.
sheet-paper-near = There is no paper “{ $found }”; did you mean “{ $near }”?
sheet-no-word = “{ $found }” gives back a word, and nothing says which: it counts for nothing. Write it in brackets, MirrorWords(heartsick), or the trainee's words into the column text.
sheet-times = “{ $found }” is not a number of times; write it like Deflected(3).
sheet-due = After Due comes the duty that was called for; “{ $found }” is none.
sheet-due-near = After Due comes the duty that was called for; “{ $found }” is none. It can be: { $near }
sheet-acts-of-visitor = This row is the visitor's; acts are written down for the trainee only.
sheet-cues-of-trainee = This row is the trainee's; cues are written down for the visitor only.
sheet-too-long = “{ $session }” has more than { $most } rows; no session is that long. Was the session's name forgotten?

## The card of codes

card-title = Observer's card of codes
card-how-1 = One row for each thing said: cues for the visitor, acts for the trainee; several codes are separated by semicolons.
card-how-2 = At “…” write the word, the fact or the article: MirrorWords(heartsick), CitePolicy(xf2022/23). In a hurry leave the brackets out.
card-how-3 = One turn number: the visitor first, then the trainee. Interrupting is CutIn. What you did not catch: leave the text empty.
card-how-4 = × is an error, ×× crosses the line and caps the total. When it is time for something, or the moment is a test, write Due(…) among the cues: only then is it a chance.
card-cues = The visitor's cues
card-column-cues = in the column cues
card-column-acts = in the column acts
card-broken = a promise not kept
card-listening = Listening
card-empathy = Empathy
card-manners = Manners and room
card-procedure = Procedure
card-mediation = Mediation
card-safety = Safety and conduct
card-due = When it is time, or a test
cue-weapon = a weapon
cue-self-harm = wants to die
cue-collapse = about to collapse
cue-violence = about to hit out
cue-infection = infectious
cue-gathering = gathering and blocking
cue-staying = refusing to leave
cue-inciting = inciting others
cue-disorder = disorder
cue-threat-made = somebody is threatened
cue-secret-told = a secret is told
cue-deal-offered = an improper deal
