# The class in a browser: the way in, the seat, the instructor's desk, the wall

## Command
cli-about-serve = Open a class that trainees join with a browser
web-arg-listen = Where to wait for them; without it only this machine gets in (127.0.0.1:7420); 0.0.0.0:7420 lets the whole room in
web-arg-class = A class's code; without it the latest open class goes on, or a new one begins
web-after-serve = The link that is printed is the instructor's alone and good for one use. Ctrl+C ends the class; next time everybody goes on where they were.
web-new-class = Reception training
web-serving = “{ $class }” is open. Class code: { $code }
web-only-here = Only this machine gets in for now. To let the whole room in, add --listen 0.0.0.0:{ $port }
web-desk-link = The instructor's way in (good for one use):
web-how-to-end = Ctrl+C ends the class.
web-cannot-listen = { $address } cannot be used: { $reason }. Try another port, say --listen 127.0.0.1:7421
web-broke-off = The server broke off: { $reason }

## On every page
web-skip = Skip to the content
web-home = Home
web-language = English
web-nothing-there = There is no such page.
web-not-our-page = This request did not come from a page of the class, so nothing was done. Go back to the page and click once more.
web-plain = This page is not encrypted (http). That will do in a training room's own network; send no ID numbers or passwords over it.
web-plain-desk = This is plain http: others in the same network can find a way to read what is sent. Where names and results matter, put https before it as the manual says.

## Joining
web-join = Join the class
web-join-first = Please join the class first.
web-code = Class code
web-code-where = Six letters; they stand on the big screen. Capitals or not.
web-next = Next
web-wrong-code = No class has this code. Look at the big screen and type it again.
web-too-many = That was too fast. Wait a few seconds.
web-class-closed = This class is closed. Ask your instructor.
web-to-desk = I am the instructor
web-who = Who are you?
web-roster = Find yourself in the roster
web-not-in-roster = (not in the roster)
web-pseudonym = Choose a pseudonym
web-or-pseudonym = Not in the roster? Choose a pseudonym
web-pseudonym-why = Results show only the pseudonym. No real name, phone or ID number, please.
web-sit = Sit down
web-name-missing = Choose a name or type a pseudonym.
web-name-taken = Somebody sits under this name already. If that was you on another machine, ask the instructor to free the seat, then join again.

## The seat
web-your-seat = My seat
web-locked = This seat is locked. Ask the instructor to open it.
web-to-play = To do
web-nothing-yet = Nothing has been assigned yet. Wait a moment.
web-look-again = Look again
web-minutes = { $n } minutes.
web-attempts-left = Attempts left: { $n }.
web-see-attempt = See the debrief of attempt { $n }
web-is-paused = The instructor has paused this. Wait a moment.
web-is-closed = Not open now.
web-go-on = Go on
web-read-first = Read the case file first
web-keys = The keyboard is enough: 1–8 choose words, letters make gestures, Space hears the visitor out (practice), X cuts in, F1–F5 turn to what lies on the desk.
web-leave = Leave
web-voice = Read aloud
web-table = What you can say and do
web-gestures = Gestures
web-desk = On the desk
web-says = { $who }: { $text }
web-offline = The network is down. What you did is kept and goes out as soon as it is back.
web-server-troubled = The server does not answer; trying again. What you did is kept.
web-form-empty = (still open)
web-not-yours = There is no such attempt, or it is not at your seat.
web-no-hint-in-exam = An exam has no hints.
web-hand-in = Hand in as it is
web-handed-in = Handed in.
web-not-handed-in = Not handed in yet; it can be seen after that.
web-report-html = Report (HTML)
web-report-pdf = Report (PDF)
web-report-failed = The report could not be made. The record is safe; tell your instructor.
web-back-to-seat = Back to my seat

## The instructor's desk
web-desk-title = The instructor's desk
web-desk-enter = Instructor's entrance
web-desk-link-hint = The easy way: the link that was printed when the class was opened.
web-desk-name = Name
web-desk-password = Password
web-desk-wrong = Code, name or password is not right.
web-desk-once = This link is good for one use; after that this browser knows you.
web-desk-link-used = This link has been used or is too old. Opening the class again prints a new one.
web-to-wall = Big screen
web-results = Results
web-assignments = Assignments
web-no-assignments = Nothing is assigned yet. Make an assignment below.
web-new-assignment = New assignment
web-scenario = Scenario
web-assignment-title = Name (optional)
web-assignment-title-hint = Midterm exam, for example
web-minutes-label = Minutes
web-attempts-label = Attempts
web-seed-label = Seed (the same paper for all)
web-assign = Assign
web-no-number = A number belongs here.
web-no-scenario = There is no such scenario, or it cannot be opened.
web-state-open = open
web-state-paused = paused
web-state-closed = closed
web-open = Open
web-pause = Pause
web-close = Close
web-extend = 10 more minutes
web-gather = Hand in for all
web-running-done = { $running } at it, { $done } handed in
web-closes-at = closes { $time }
web-people = People
web-nobody = Nobody has joined yet.
web-person = Who
web-seen = Last seen
web-where = Where they are
web-seat = Seat
web-not-here = not here
web-seen-now = now
web-seen-minutes = { $n } min ago
web-at-step = step { $n }
web-has-handed-in = handed in
web-unlock = Open the lock
web-free = Free the seat
web-is-locked = locked
web-by-name = Show names
web-by-pseudonym = Show pseudonyms
web-standing = Outcome
web-report = Report
web-see = See
web-not-worked-out = not worked out yet

## The wall
web-wall = Big screen
web-wall-open = Open in a browser
web-wall-code = Type the class code
web-wall-qr = QR code to join
web-wall-seated = Seated: { $n }
