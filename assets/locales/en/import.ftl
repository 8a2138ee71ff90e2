# From Utrecht scenarios (UUDSL)

import-header-uudsl =
    A draft made from a UUDSL scenario. Three things first: who the visitors are, plays_on, and acts for each option.
    Scores were not taken over: here they follow from the acts (docs/acts.en.md). Change a little, run calmdesk check.
import-subject = Let's talk about “{ $subject }”.
import-said = You say: “{ $text }”
import-go-on = Please go on.
import-leave = Let's leave it at that for now.
import-over = This is where it ends.

import-not-utf8 = { $path }, line { $line }, column { $column }: from here on it is not UTF-8. Save it as UTF-8 in an editor and try again.
import-not-uudsl = { $path } is XML, but no UUDSL scenario: it has no scenario with a sequence. Use a file exported by the Scenario Editor.
import-nothing-said = No statement in { $path } can ever be said: nothing starts a dialogue, or what starts it has a condition that is never true. Mend it in the Scenario Editor first.
import-too-large = { $path } is too large for one scenario: at most { $limit } MB.
import-bad-xml = { $path }, line { $line }: the XML cannot be read ({ $cause }). Export it again.
import-zip-damaged = The ZIP { $path } is damaged. Pack it again, or unpack it first.
import-zip-empty = The ZIP { $path } holds no .xml, no .twee and no .html.
import-zip-unknown = The ZIP { $path } is locked or packed in a way not known here. Unpack it first.

import-score = line { $line } · scoring formula; scores follow from acts here: { $text }
import-parameter = line { $line } · a parameter whose type no variable holds: { $text }
import-property = line { $line } · extra property, wherever a statement sets it: { $text }
import-condition = line { $line } · a condition not understood, or never true: { $text }
import-effect = line { $line } · a change of a parameter not understood: { $text }
import-jump-point = line { $line } · jumping to another subject in the middle of one is not possible here: { $text }
import-only-way = line { $line } · nothing to choose here, so it is told as narration: { $text }
import-rival = line { $line } · the computer could speak while the trainee chooses; only the choice was kept: { $text }
import-otherwise = line { $line } · its condition was dropped: it follows where no other does: { $text }
import-circle = line { $line } · a way back to what came before was cut: { $text }
import-unreached = line { $line } · nothing leads to this: { $text }
import-id-twice = line { $line } · no id, or one that is taken: { $text }
import-too-many-subjects = line { $line } · too many subjects at a time; from this one on they come afterwards: { $text }
import-too-many-characters = line { $line } · too many characters; not taken over: { $text }
import-language = line { $line } · no interface in this language; the texts were taken over as they are: { $text }
import-unknown = line { $line } · not known here: { $text }
