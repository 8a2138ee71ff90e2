# The class: roster, assignments, results, judgement, exports

## What there is in a class

class-thing-class = class
class-thing-person = trainee
class-thing-seat = seat
class-thing-assignment = assignment
class-thing-attempt = attempt
class-thing-scenario = scenario
class-thing-log = log
class-thing-criterion = criterion

class-text-class = The class's name
class-text-name = A name
class-text-number = A number
class-text-pseudonym = A pseudonym
class-text-title = The title
class-text-reason = The reason

## What went wrong, and what to do

class-no-such = There is no such { $what }; it may have been deleted.
class-wrong-code = No class has the code { $code }. Compare it with the six letters on the wall.
class-taken = Somebody in the class has “{ $name }” already. Please take another.
class-full = No more than { $limit } of: { $what }.
class-text = { $what } takes 1 to { $limit } characters and no control characters.
class-not-open-class-closed = This class is closed. Ask the instructor.
class-not-open-too-early = It is too early; the assignment opens later.
class-not-open-paused = The instructor has paused the assignment. Please wait; every move so far is kept.
class-not-open-closed = The assignment is closed and takes no more moves. What was done is kept and can be handed in.
class-not-open-time-over = The time is over. Please hand in; every move is kept.
class-not-open-handed-in = It was handed in and cannot be changed.
class-not-open-no-attempts-left = No attempts are left. The instructor can grant another.
class-not-open-locked = The seat is locked. The instructor can open it.
class-out-of-step = This seat was played on from somewhere else; step { $expected } comes next. Reload the page and go on from there.
class-scenario = The scenario { $id } cannot be read, or is not the one that was sealed.
class-database-gone = The database cannot be reached: { $said }. What was kept is safe; try again when it is back.
class-database-full = The database's disk is full: { $said }. Make room and try again; what was kept is safe.
class-database-busy = The database is busy: { $said }. Try again in a moment.
class-database-forbidden = The database may not be written: { $said }. Look at the file's permissions or the account.
class-database-newer = A newer version made this database: { $said }. Please use the newer program.
class-database-address = The database's address is not understood: { $said }. For example: postgres://user:password@host/name
class-database-other = The database: { $said }
class-no-chance = The system gives no random numbers, so codes and keys cannot be made.
class-io = { $path } cannot be read: { $why }
class-zip = The archive cannot be read: { $why }
class-workbook = The table cannot be written: { $said }

## What was found in a log

class-found-unreadable = The log cannot be read: { $why }
class-found-differs = Played again it comes out otherwise from line { $line } on: the log was changed.
class-found-swapped = The scenario inside the log is not the one it names.
class-found-forged = The seal does not fit this seat, this log and this paper.
class-found-unsealed = It has no seal: nothing says from which seat it comes.
class-found-unchained = An old log whose lines do not hang together.
class-found-torn = { $bytes } bytes at the end are torn off.
class-found-unfinished = No ending was reached.
class-found-versions = Versions have changed since: { $what }.
class-found-scenario = Not a scenario of the assignment, or a changed one.
class-found-mode = Not the assignment's mode: practice for an exam, or the other way round.
class-found-seed = Not the assignment's seed.
class-found-untimed = Without time pressure, and nobody granted it.
class-found-untimed-granted = Without time pressure, as granted.
class-found-rubric = Scored by another rubric: { $rubric }.
class-found-name = The name in the log is “{ $name }”, not that of whoever handed it in.
class-found-unknown = Nobody in the class is “{ $name }”; somebody was entered for it.
class-found-machine = A machine or a file of answers made moves.
class-found-nobody = The log does not say who played.
class-found-paused = { $times ->
        [one] The clock was stopped once.
       *[other] The clock was stopped { $times } times.
    }
class-found-resumed = { $times ->
        [one] It was left and gone on with once.
       *[other] It was left and gone on with { $times } times.
    }
class-found-back = { $times ->
        [one] One step back.
       *[other] { $times } steps back.
    }
class-found-clock = The log's clock is { $seconds } seconds ahead of the time there was: waiting was claimed that never was.
class-found-hours = Begun too early, or handed in after closing time.
class-found-too-many = More attempts than allowed.
class-found-forked = Another log of the same sitting goes on otherwise: one of them is a copy.

## Rosters

class-roster-empty = empty, passed over
class-roster-long = a cell of more than { $limit } characters or with control characters, passed over
class-roster-same = the same number or pseudonym as line { $line }, passed over
class-roster-same-name = the same name as line { $line }; both are taken and told apart by number or pseudonym
class-roster-in-class = in the class already, left as it is
class-roster-no-column = No head of the first row is known: { $heads }. One of name, number, pseudonym is needed.
class-roster-column-twice = The column “{ $head }” is there twice. Please delete one.
class-roster-too-many = A class takes { $limit } people. Please make several classes.
class-column-name = name
class-column-number = number
class-column-pseudonym = pseudonym
class-column-none = left alone

## Commands

cli-about-class = The class: roster, assignments, collecting, results
class-about-new = Make a class and get its six-letter code
class-about-list = List classes, assignments, and who has handed in
class-about-roster = Read a roster (CSV or xlsx); look first, then --keep
class-about-assign = Assign an exam or practice
class-about-set = Open, pause or close an assignment
class-about-instructor = Give an instructor a password to come to the desk with
class-about-collect = Take in logs from a folder (a USB stick) or an archive; twice does no harm
class-about-results = The class's results and its common wrong turns
class-about-graph = Draw on the tree who chose what where
class-about-agreement = How instructors' blind ratings agree with the machine and with each other
class-about-export = Export results, or all that is known of one person
class-about-delete = Delete a person, what is beyond its time, or a whole class

class-arg-db = Address of a PostgreSQL database; else SQLite in the data folder
class-arg-data = Keep data in this folder; else in your data folder
class-arg-code = The class's code, six letters
class-arg-name = The class's name
class-arg-instructor = The instructor's name
class-arg-keep-days = Days that attempts are kept; else until somebody deletes them
class-arg-file = The roster
class-arg-keep = Really take them in
class-arg-scenarios = One scenario, or several in the order of a course
class-arg-title = The assignment's title; else the scenario's
class-arg-practice = Practice; else an exam
class-arg-seed = The same seed for everybody; else each their own
class-arg-untimed = Without time pressure
class-arg-minutes = Minutes for each attempt
class-arg-attempts = Attempts at each scenario; else one, 0 for any number
class-arg-opens = Opens at, for example 2026-12-01T09:00
class-arg-closes = Closes at
class-arg-assignment = The assignment's number, as class list gives it
class-arg-item = Which scenario of a course, from 1
class-arg-state = open, paused or closed
class-arg-from = A folder or a .zip
class-arg-names = Show real names; else pseudonyms only
class-arg-format = human or json
class-arg-output = Write to this file, by its ending: .csv, .xlsx, .json
class-arg-table = attempts (a row each), criteria (a row a person) or items (a row an option)
class-arg-separator = comma, semicolon or tab
class-arg-no-bom = Without a byte order mark (for programs; Excel wants it)
class-arg-moodle = As CSV for Moodle's grade import
class-arg-person = One person, by pseudonym or number
class-arg-older = Attempts beyond their time
class-arg-whole = The whole class
class-arg-yes = Really delete; else it is only said what would go

class-made = The class “{ $name }” is made. Its code: { $code }
class-none = There is no class yet. calmdesk class new NAME makes one.
class-line = { $code }  { $name }  { $people ->
        [one] 1 person
       *[other] { $people } people
    }  { $state ->
        [open] open
       *[closed] closed
    }
class-assignment-line = { "  " }{ $id }  { $title }  { $mode ->
        [exam] exam
       *[practice] practice
    }  { $state ->
        [open] open
        [paused] paused
       *[closed] closed
    }  handed in: { $handed }, playing: { $running }
class-roster-read = Read as { $encoding }, { $separator }
class-roster-column = { "  " }“{ $head }” → { $as }
class-roster-no-head = There is no head and one column: taken for names.
class-roster-row = { "  " }line { $line }: { $who }
class-roster-row-note = { "  " }line { $line }: { $who } ({ $note })
class-roster-would = { $count ->
        [one] 1 person could be taken in.
       *[other] { $count } people could be taken in.
    } If that is right, add --keep.
class-roster-kept = { $count ->
        [one] 1 person taken in.
       *[other] { $count } people taken in.
    }
class-assigned = “{ $title }” is assigned: number { $id }, sealed { $hash }.
class-set = Assignment { $id } is changed.
class-type-password = Type a password for { $name } and press Enter; nothing means no password:
class-password-long = A password has at most { $max } characters; this has { $number }.
class-password-set = { $name } can now come in by this password.
class-password-none = { $name } has no password; the one-time link is the only way in.
class-collected = Taken in: { $taken }, here before: { $already }, refused: { $refused }.
class-collected-log = { $name }: { $found }
class-result-line = { $who }  { $scenario }  attempt { $number }  { $total }  { $standing }{ $mark }
class-result-doubt = {"  "}★ in doubt
class-result-running = still playing
class-missing = Nothing handed in by: { $names }
class-wrong-turns = Common wrong turns
class-wrong-line = { "  " }{ $people } of { $of } who came there heard “{ $heard }” and chose “{ $said }”
class-wrong-line-silent = { "  " }{ $people } of { $of } who came there chose “{ $said }”
class-progress = Attempt { $number }: { $attempts } with a total, mean { $mean }
class-no-results = Nobody has handed in yet.
class-agreement-ratings = Blind levels: { $blind }. Given after the machine's numbers were seen, and not counted: { $others }.
class-agreement-machine = the machine
class-agreement-pair = { $one } and { $other }: { $pairs } pairs, weighted κ { $kappa }, milder by { $leniency } ± { $half } levels
class-agreement-icc = ICC(2,1) of all instructors: { $icc }, over { $rows } ratings in common
class-exported = Written to { $path }
class-moodle-left-out = Without a number, so not in the file: { $names }
class-portable = { $attempts ->
        [one] 1 log
       *[other] { $attempts } logs
    } and everything else went to { $path }
class-no-person = Nobody in the class is “{ $who }”.
class-unknown-form = It is not clear what to write: { $path }. Use .csv, .xlsx or .json.
class-bad-time = The time “{ $given }” is not understood. For example: 2026-12-01T09:00
class-delete-what = Delete what? Add --person, --older or --whole.
class-would-delete-person = { $who } and everything of theirs ({ $attempts ->
        [one] 1 attempt
       *[other] { $attempts } attempts
    }) would be deleted for good. If that is meant, add --yes.
class-would-delete-class = The whole class “{ $name }” would be deleted for good: people { $people }, attempts { $attempts }. If that is meant, add --yes.
class-would-delete-older = Attempts beyond their time would be deleted, in every class. If that is meant, add --yes.
class-deleted = Deleted: people { $people }, attempts { $attempts }.
