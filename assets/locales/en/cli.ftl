# Command line, terminal player, logs

## Help

cli-heading-usage = Usage:{" "}
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-list = { $rest }, { $next }
cli-about-calmdesk = Calmdesk: practise receiving people with a grievance; everything you say and do has consequences.
cli-about-play = Play in the terminal
cli-about-replay = Show a log again, or check every number in it
cli-about-report = Make the printable report
cli-about-check = Check scenario files
cli-arg-help = Show help
cli-arg-version = Show the version
cli-arg-lang = Language; the system's if left out
cli-arg-scenario = Name, folder or .zip of the scenario; left out, you choose from a list
cli-arg-seed = Seed: the same seed and the same moves give the same session
cli-arg-log = Keep the log in this (new) file; otherwise in the data folder
cli-arg-resume = Go on with an unfinished session
cli-arg-answers = Read moves from a file, one a line; - reads the standard input
cli-arg-policy = Let a machine play: expert, careful, random, first, longest, shortest, wordiest, politest, plainest, quietest, surface, pleaser, lecturer, stonewaller, bully, interrupter
cli-arg-name = The trainee's name for the report; it stays on this machine
cli-arg-class = The trainee's class
cli-arg-exam = Exam: no gauge, no steps back
cli-arg-timed = Time counts: interruptions and silences have consequences
cli-arg-untimed = Refused: who may sit an exam without a clock is granted by whoever sets it
cli-arg-replay-log = The log
cli-arg-verify = Work out every event and score again; any difference is an error
cli-arg-feelings = List what the visitors felt after each turn
cli-arg-format = As table, json or csv
cli-arg-report-log = The log
cli-arg-output = Where to: the ending says the form, .pdf, .html or .json; otherwise beside the log
cli-arg-path = Scenario folders or .zip files, one or more
cli-arg-check-format = For people (human), for programs (json), or as workflow commands that show at the line (github)
cli-after-help = Without a command the window opens. Every command has its own --help.
cli-after-play = A file of moves has one a line: an option by name or number, gesture Nod, note hours, wait 2000 (milliseconds), back; lines with # are skipped.
cli-unknown-language = There is no language “{ $tag }” here. Known are: { $known }.
cli-unknown-argument = There is no option “{ $given }”.
cli-unknown-command = There is no command “{ $given }”.
cli-missing-argument = Something is missing: { $given }.
cli-given-twice = “{ $given }” is given twice; once is enough.
cli-over-source = The result cannot go to “{ $path }”: that is the file it is made from. Choose another name.
cli-conflict = “{ $given }” and “{ $other }” do not go together.
cli-no-value = “{ $given }” needs a value.
cli-bad-value = “{ $value }” will not do for “{ $given }”.
cli-unwanted-value = “{ $given }” takes no value.
cli-not-text = The command line holds characters that are not UTF-8.
cli-not-understood = This command line cannot be understood.
cli-did-you-mean = {" "}Did you mean “{ $meant }”?
cli-valid-values = {" "}Possible are: { $values }.
cli-see-help = Add --help to see how it goes.
cli-cannot-print = Cannot print: { $reason }
cli-built-without-window = This build has no window.
cli-terminal-instead = So you play in the terminal, by the same rules and with the same log.
cli-terminal-offer = You can play in the terminal: calmdesk play
report-saved = Report saved: { $path }
report-unknown-form = “{ $path }” does not say what to write. End the name in .pdf, .html or .json.

## Playing in the terminal

play-direction = ({ $text })
play-says = { $name }:{" "}
play-says-looking = { $name } ({ $look }):{" "}
play-you-say = You:{" "}
play-you-do = You >{" "}
play-option-deed = [{ $text }]
play-looks = { $rest }, { $next }
play-face = { $name }: { $look }
play-tension = tension { $bar }
play-speaks = takes { $seconds } s to say
play-when = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }, { $clock }
play-person = { $name } ({ $role })
play-our-own = one of us
play-present = Present: { $people }
play-interrupted = You cut { $name } short.
play-outburst = { $name } cannot hold it in any longer.
play-noted = Noted: { $fact }
play-stage = The matter: { $stage }
play-limit = Limit: { $limit }
play-step = { $day }, { $by }: { $step } ({ $fate })
play-step-refused = { $step }: { $fate }
play-step-overdue = { $step }: { $fate }
play-paper = Issued: { $title }
play-promised = You promised: { $promise }
play-kept = Kept: { $promise }
play-broken = Not kept: { $promise }
play-days = { $days ->
        [0] The same day.
        [one] One day later.
       *[other] { $days } days later.
    }
play-stepped-back = Back to before turn { $turn }; what came after no longer counts.
play-ending = Ending: { $title }
play-own-scale = 1 very poor, 2 poor, 3 fair, 4 good, 5 very good; press Enter to pass one over.
play-own-prompt = { $name }: { $question }{" "}
play-own-not-understood = A number from 1 to 5, or just Enter.
play-total = Total
play-capped = { $total } (capped for a critical failure; { $before } without it)
play-standing = Result: { $standing }
play-critical = { $count ->
        [one] First of all: one critical failure
       *[other] First of all: { $count } critical failures
    }
play-critical-line = Turn { $turn }, { $what }: { $why }
play-log = Log: { $path }
    For the report: calmdesk report "{ $path }"
play-left = Not finished. The log is kept: { $path }
    To go on: calmdesk play --resume "{ $path }"
play-unsaved = { $count ->
        [one] One line is not in the log.
       *[other] { $count } lines are not in the log.
    }
play-keys = number: choose · g1: gesture · n: notes · h: history · u: step back · ?: help · q: leave
play-keys-exam = number: choose · g1: gesture · n: notes · h: history · ?: help · q: leave
play-help =
    Type the number of an option and Enter to say or do it.
    With a form or an answer on the desk, 2b fills field 2 with b, several at once: 1a 2b 3c; ok hands it in.
    g1, g2 …: a gesture, a nod or a glass of water; you can still choose afterwards.
    n: the notebook, and the facts you could write down; n1 notes the first.
    h: everything so far.
    u: take the last step back (in practice).
    q: leave; the log is kept and you can go on later.
play-not-understood = “{ $word }” means nothing here. Type the number of an option, or ? for help.
play-no-such-gesture = There is no gesture “{ $word }”; the line with g1 lists them.
play-no-such-fact = There is no “{ $word }” to note; type n to see what there is.
play-nothing-to-undo = Nothing has been done yet, so there is nothing to take back.
play-notebook = Notebook
play-to-note = You could note:
play-nothing-to-note = There is nothing new to note.
play-write-failed = Enter tries again, q leaves >{" "}
play-line-too-long = A line of more than { $limit } bytes was not typed by anybody; nothing more is read.
play-resumed = Going on with “{ $title }” after { $turns ->
        [one] one turn.
       *[other] { $turns } turns.
    }
play-was-damaged = The end of the log was damaged: { $bytes } bytes from line { $line } on were dropped. The file as it was is kept as { $kept }. All before that is there.
play-library = The scenarios:
play-library-about = ({ $minutes } minutes, difficulty { $difficulty })
play-library-broken = { $count ->
        [one] (cannot be played: one error)
       *[other] (cannot be played: { $count } errors)
    }
play-library-prompt = Which one? Type its number, q to leave >{" "}
play-not-in-library = There is no “{ $word }”; type one of the numbers.
play-which = Which scenario? Write it after play: { $known }.
play-no-machine-in-exam = An exam is sat by a person: --policy lets a machine answer and is for practice only.
play-no-self-grant = An exam is timed. Only whoever sets it can grant otherwise, for a trainee who needs it, in the class's assignment; nobody grants it to themselves.
play-no-scenario = There is no scenario called “{ $name }”. There are: { $known }. For one of your own give the path of its folder.
play-broken-scenario = The scenario “{ $name }” has errors and cannot be played:
play-no-data-folder = There is no known place for data. Set the environment variable CALMDESK_DATA, or name a log file with --log.
play-name-too-long = A name or a class has at most { $max } characters; this has { $number }.
play-unknown-policy = There is no policy “{ $name }”. Known are: { $known }.

## Files of moves

answer-line = { $file }, line { $line }: { $why }
answer-unknown = “{ $word }” means nothing here: it is no option on offer, nor gesture, note, fill, wait or back.
answer-not-a-number = “{ $word }” is not a number.
answer-no-gesture = There is no gesture “{ $word }”; write for example: gesture Nod.
answer-no-fact = The scenario knows no fact “{ $word }”.
answer-not-utf8 = This line is not UTF-8; save the file as UTF-8.
answer-too-long = This line is too long: { $limit } bytes at most.
answer-too-many = There are too many lines: { $limit } at most.
answer-unreadable = Cannot read the moves in { $path }: { $reason }

## How they look

look-loud = loud
look-shouting = shouting
look-quiet = in a low voice
look-fast = fast and urgent
look-slow = very slowly
look-halting = with long pauses
look-crying = close to tears
look-trembling = with a shaking voice
look-sarcastic = with an edge
look-sighing = sighing
look-tears = eyes red
look-tremble = hands shaking
look-fists = fists clenched
look-glare = glaring
look-worried = brow knit with worry
look-frown = frowning
look-lips = lips pressed together
look-mouth = mouth turned down
look-smile = face a little easier
look-slump = slumped
look-away = looking away from you
look-forward = leaning forward
look-back = leaning back
look-breath = breathing hard

## Moves that do not fit

move-ended = This session has ended.
move-not-on-offer = There is no option “{ $option }” now.
move-not-a-gesture = “{ $act }” is not a gesture.
move-fact-not-told = Nobody has told “{ $fact }” yet, so it cannot be noted.
move-no-step-back-in-exam = An exam has no steps back.
move-no-skip-in-exam = In an exam what is said can’t be skipped.
move-no-such-turn = There is no turn { $turn } to go back to.

## Replaying and verifying

replay-head = { $who } · { $started }
replay-unnamed = No name given
replay-unfinished = This is how far it went; it is not finished.
replay-open-exam = This exam is not finished, so what was felt is not shown yet.
replay-torn = The end of the log is damaged: { $bytes } bytes from line { $line } on cannot be read. All before that is there.
verify-holds = Verified: { $path }; { $moves } moves, { $events } events and all scores are what they should be.
verify-holds-unfinished = Verified: { $path }; { $moves } moves and { $events } events are what they should be. It is not finished, so there are no scores.
verify-differs =
    { $path }, line { $line } is not what it should be:
      the log says: { $recorded }
      worked out:   { $recomputed }
    The log was changed or comes from another version; do not trust its scores.
verify-torn = { $path } is not whole: { $bytes } bytes from line { $line } on cannot be read. All before that holds; calmdesk play --resume goes on from there.
verify-nothing = (nothing)
verify-swapped = { $path } is not what it says: the scenario inside is not the one named at its head. Somebody changed one of them.
verify-version = The { $what } has changed: { $recorded } when it was recorded, now { $present }.
version-app = program version
version-acts = catalogue of acts
version-rubric = rubric
version-model = visitor model
version-papers = judging of papers
feelings-turn = turn
feelings-visitor = visitor
feelings-trust = trust
feelings-pressure = pressure

## Trouble with logs

log-cannot-create = Cannot create { $path }: { $why }
log-cannot-open = Cannot open { $path }: { $why }
log-cannot-read = Cannot read { $path }: { $why }
log-cannot-write = Cannot write to { $path }: { $why }
log-cannot-keep = Cannot keep the damaged log as it was in { $path }: { $why }
log-cannot-delete = Cannot delete { $path }: { $why }
log-cannot-list = Cannot list the logs in { $path }: { $why }
io-not-found = there is no such file or folder; check the path.
io-permission = it is not permitted; choose another folder or ask the administrator.
io-read-only = this disk is read-only; choose another place.
io-full = the disk is full; make room and try again. What was saved before is safe.
io-too-large = it would exceed the size that files may have; ask the administrator or use another disk.
io-larger = it is too large; { $limit } MB at most.
io-larger-kb = it is too large; { $limit } KB at most.
io-no-file = it is a pipe or a device and no file. Save it as a file first.
io-bad-name = the name will not do: it is too long, or a link that leads back to itself.
io-is-folder = this is a folder, a file is needed.
io-not-folder = a part of the path is not a folder.
io-exists = the name is taken; choose another.
io-other = the system refused; check the disk and the permissions and try again.
log-exists = { $path } exists already, and a log never replaces a file. Choose another name; to go on with it use --resume.
log-busy = { $path } is in use by another session. Close that one first.
log-empty = { $path } is empty: there is nothing to go on with. Delete it and start again.
log-foreign = { $path } is not a log of Calmdesk. Logs usually end in .calmlog.
log-torn-head = { $path } breaks off at its very beginning, before any move. Delete it and start again.
log-line-ends = The line ends of { $path } were changed, most likely by mail or an editor. Get the file as it was; packed as a zip it stays so.
log-running = { $path } is an exam that somebody is sitting. It can be read once it is handed in.
log-too-long = { $path }, line { $line }: too many moves or endings, { $limit } at most. Nobody practises that long, so it was not opened.
log-moved = The folder of the log is gone. The whole log is now saved at { $path }; just go on.
log-newer = { $path } comes from a newer version ({ $app }, format { $format }); this one knows formats up to { $known }. Update the program to open it.
log-too-big = { $path } is larger than { $megabytes } MB. That is no log, so it was not opened.
log-damaged-checksum = { $path }: line { $line } was altered, its checksum does not fit. What follows cannot be trusted, so there are no scores. Use a backup.
log-damaged-meaning = { $path }: line { $line } makes no sense, so there are no scores. It may come from another version.
log-damaged-order = { $path }: line { $line } is out of order, lines are missing or doubled, so there are no scores. Use a backup.
log-damaged-chain = { $path }: line { $line } does not follow on the line before it: something was changed, taken out or put in, so there are no scores. Use a backup.
log-scenario = The scenario inside { $path } cannot be read ({ $why }). Open the log with the version that recorded it.
log-unresolved = { $path }, line { $line } speaks of the { $kind } “{ $id }”, which its scenario does not have. Open the log with the version that recorded it.
log-diverged = Replaying { $path } gives something else from line { $line } on, so it cannot be continued. It was recorded by version { $app }, this is { $here }; it can still be read and printed.
name-visit = visit
name-node = node
name-option = option
name-visitor = visitor
name-staff = one of our own people
name-fact = fact
name-word = word
name-promise = promise
name-var = variable
name-act = act
name-article = article
name-claim = claim
name-paper = paper
