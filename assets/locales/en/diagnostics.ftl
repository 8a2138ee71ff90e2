# What is said when a scenario is checked. A code is never used for anything else.
severity-error = error
severity-warning = warning
severity-note = note
severity-hint = help
hint-did-you-mean = Did you mean “{ $name }”?
hint-one-of = What can stand here: { $names }.
hint-separator = {", "}

# The file
CD0001 = This file cannot be read as text: from here on it is not UTF-8
    .hint = Open it in a text editor, choose “Save as” with encoding UTF-8, and save it again.
CD0002 = This file is saved as GBK (“ANSI” in Notepad); it must be UTF-8
    .hint = Open it in Notepad, choose “Save as” with encoding UTF-8, and save it again. The text stays as it is.
CD0003 = This file is saved as UTF-16 (“Unicode” in Notepad); it must be UTF-8
    .hint = Open it in Notepad, choose “Save as” with encoding UTF-8, and save it again. The text stays as it is.
CD0004 = The file is empty
    .hint = Begin with Scenario( … or start from a copy of an existing scenario.
CD0005 = This is not a scenario: it must begin with Scenario(
    .hint = Write Scenario and an opening bracket first; everything else goes inside.
CD0006 = The name “{ $name }” of the folder or archive cannot be used: only a-z, 0-9, - and _
    .hint = Rename it, for example to noise-upstairs.
CD0007 = There is no scenario.ron in this folder
    .hint = A scenario is written in a file called scenario.ron.

# Characters
CD0010 = { $sign ->
    [space] A full-width space stands here{ $more ->
        [0] {""}
        [one] , and one more further on
       *[other] , and { $more } more further on
    }
   *[other] A full-width { $sign } stands here
}
    .hint = { $sign ->
    [space] Outside of quotes only ordinary spaces count: switch to the English input method and press the space bar. “Replace all” in the editor is quickest.
   *[other] Outside of quotes all signs, digits and letters are half-width: switch to the English input method and write { $wanted }
}
CD0011 = A curly quote { $sign } stands here
    .hint = Put straight quotes " around a text; curly ones belong inside it.
CD0012 = An invisible control character stands here ({ $sign })
    .hint = It was probably pasted in from a web page or a chat: delete the characters around it and type them again.
CD0013 = “{ $value }” is not a number that can be used
    .hint = Write an ordinary number such as 0.5.

# Syntax
CD0020 = A comma is missing here
    .hint = Put a comma after each item.
CD0021 = This bracket “{ $sign }” is never closed
    .hint = Put { $wanted } where it should end.
CD0022 = The brackets do not match: this is “{ $sign }”, it should be “{ $wanted }”
    .hint = Change it to { $wanted }, to go with the one that was opened.
CD0023 = This text has no closing quote
    .hint = Put a straight quote " at its end.
CD0024 = There is no field “{ $name }” here
CD0025 = “{ $field }” is missing
    .hint = Add { $field }; the page on the scenario language shows how.
CD0026 = “{ $name }” is written twice
    .hint = Keep one of them.
CD0027 = “{ $name }” is not known here
CD0028 = This is the wrong kind of value
    .hint = Compare it with the example on the page on the scenario language.
CD0029 = The brackets are nested too deep: { $deep } inside one another
    .hint = Split the condition, or decide in two steps with another Branch node.
CD0030 = This cannot be understood
    .hint = An item is written `name: value,`; is a colon or a value missing?
CD0031 = Straight quotes inside the text end it here
    .hint = Write curly quotes “ ” inside; if the text was to end here, put a comma after it.
CD0032 = There is a “{ $sign }” too many: no “{ $wanted }” belongs to it
    .hint = Delete it; or, if a { $wanted } is missing before it, write that.
CD0033 = A remark begins with two slashes //

# Names
CD0040 = “{ $name }” cannot be an id: only a-z, 0-9, - and _
    .hint = Ids are for the machine; what people read goes into the texts.
CD0041 = “{ $name }” is used twice
    .hint = Ids must differ; change one of them.
CD0042 = There is no act “{ $name }” in the catalogue
    .hint = The page on the scenario language lists the acts.
CD0043 = There is no cue “{ $name }”
    .hint = The last table of the guide, “Cues”, lists them.
CD0044 = There is no fact “{ $name }”
    .hint = Write it under facts first.
CD0045 = There is no node “{ $name }”
    .hint = Add it under nodes, or name one that is there.
CD0046 = There is nobody called “{ $name }”
    .hint = Write visitors under visitors, our own people under staff.
CD0047 = There is no promise “{ $name }”
    .hint = Write it under promises first.
CD0048 = There is no variable “{ $name }”
    .hint = Write it under vars with its range first.
CD0049 = There is no visit “{ $name }”
    .hint = Write it under visits first.
CD0050 = There is no paper called “{ $name }”
CD0051 = There is no article “{ $name }” in the law library
    .hint = Write pack/number, for example noise2022/70.
CD0052 = There is no persona called “{ $name }”
    .hint = The page on the scenario language lists them; several are joined by /.
CD0053 = There is no law pack called “{ $name }”
    .hint = calmdesk law lists the packs; local rules of your own go into the scenario's folder law, see docs/law.md.
CD0054 = Node “{ $node }” has no option “{ $name }”
    .hint = Write the option's id; options without one are called 1, 2, 3 in order.
CD0055 = There is no language “{ $name }”
CD0194 = “{ $name }” is one of our own people; a visitor is wanted here
    .hint = Our own people can speak, be spoken to and be present. Feelings, trust, secrets and claims are a visitor's.
CD0195 = “{ $name }”, one of our own people, has no { $field }
    .hint = Take { $field } out. Our own people have no needs, no tension and no curve; whoever has them stands under visitors.
CD0196 = This line is not said by one of our own people and has no acts
    .hint = What a visitor says has cues. For what a colleague does, write them under staff and let them say it.

# Acts and cues
CD0060 = “{ $name }” needs something in brackets
CD0061 = What stands in the brackets of “{ $name }” does not fit
CD0062 = No line marks “{ $word }” as a feeling word
    .hint = Only words that the visitor said can be taken up: add Feeling("{ $word }") to the cues of that line, or take a word that was said.
CD0063 = This line does not contain “{ $word }”
    .hint = A feeling word must stand in the line as it is written here, as a whole word; only letter case does not count.
CD0064 = “{ $name }” is not in force on { $day } ({ $from } to { $until })
    .hint = Cite what was in force on that day, or change plays_on.

# The play
CD0069 = There are { $number } { $section }, at most { $max } fit
    .hint = Split the node; where there are too many names, split the scenario.
CD0070 = There are { $number } options here, there must be 2 to { $max }
    .hint = With a single option there is nothing to choose: make it a Line. Too many: merge some.
CD0071 = An option needs exactly one of say, gesture and desk
    .hint = Words go into say, a gesture into gesture, paperwork into desk.
CD0072 = { $value } is out of range: it must lie between { $min } and { $max }
    .hint = Write a number within the range.
CD0073 = There are { $number } visitors, there must be 1 to { $max }
    .hint = Write under visitors who comes.
CD0074 = Nobody is present at visit “{ $name }”
    .hint = Name who is present; without `present` everybody is.
CD0075 = This text is empty
    .hint = Write a text; for silence write what is seen, such as “(says nothing)”.
CD0210 = this has { $number } characters, at most { $max }
    .hint = Nobody says or reads that in one piece: divide it into several nodes, or into several papers of the case file.
CD0076 = “{ $value }” is not a date
    .hint = Write it like "2026-03-09": year, month, day.
CD0077 = “{ $value }” is not a time
    .hint = Write it like "09:12", 24 hours, with a plain colon.
CD0078 = There are { $number } nodes, there must be 1 to { $max }
    .hint = Write nodes under nodes; too many make several scenarios.
CD0079 = These steps would go on for ever: { $circle }
    .hint = Nobody gets to choose anywhere on the way round. Put a Choice in, or lead one of the steps elsewhere.
CD0080 = No node comes after this one, so “{ $field }” must be given
    .hint = Name the node to go to; to finish, add an End node.
CD0081 = “{ $name }” is reached neither through hooks nor as a subject of Topics, so "return" has nowhere to go back to
    .hint = Name a node; "return" is for the steps that a hook leads to and for the subjects of Topics.

# Topics
CD0095 = Topics take 2 to { $max } subjects, leave included; here are { $number }
    .hint = { $number ->
        [0] Write the subjects: topics: { "{" } "wages": (say: "…", start: "…") { "}" }
        [1] One subject needs no Topics: let the talk simply go on, or add another subject or a leave.
       *[other] People choose with the keys 1 to 8: make two Topics, and let the first go on to the second.
    }
CD0096 = Every subject here may be left out and there is no leave: the talk goes on before anybody speaks
    .hint = Add leave: (say: "…"), or take optional away from at least one subject.
CD0097 = "return" in “{ $name }” does not say where: { $both ->
        [no] it belongs to a subject of “{ $one }” but is reached without it too
       *[yes] subjects of both “{ $one }” and “{ $other }” come by here
    }
    .hint = Instead of "return" name the node to go back to.
CD0098 = no criterion is called “{ $name }”
    .hint = The criteria are listed in docs/rubric.md.

# The way of a matter
CD0140 = There is no step “{ $name }”
    .hint = The steps are listed in the guide under so_far.
CD0141 = The route does not go with “{ $right }”
CD0142 = This step cannot have been taken: { $step }
CD0143 = { $value } is later than plays_on ({ $day })
    .hint = What happens from the first visit on is done in the scenario itself; only what came before it stands here.
CD0144 = Without a matter there is no “{ $step }”
    .hint = Write matter: (class: …) at the beginning of the scenario; if steps are not to be judged, take this one away.
hint-steps = Write a step, like Accept, or (step: Accept, after: 5).
hint-route-needed = A petition for remedy says which way it goes, like route: Opinion; the guide lists the routes under matter.
hint-no-route = Matters of the class “{ $right }” have no routes; take route away.
hint-step = Write the name of a step without quotes, like Forward; where it is not plain by whom, say so: Extend(HeadOfBody).

# Files taken in
CD0125 = “{ $name }”, which is to be included, is not there
    .hint = It is looked for in the scenario's own folder, then in the folder of all scenarios; see whether name, place and size are right. In a .zip it has to be packed too.
CD0126 = “{ $name }” cannot be included: names lead downwards only, like "shared/opening.ron"
    .hint = Letters, digits, - and _, ending in .ron; no .., no backslash, no drive.
CD0127 = these files include each other: { $circle }
    .hint = Take one include away.
CD0128 = too many files are included, or too deep: at most { $max } files, { $deep } levels
    .hint = Put some small files together.
CD0129 = these personas rest on each other: { $circle }
    .hint = Take one base away.
CD0130 = this file cannot be included: it should begin with Shared(
    .hint = Write Shared( nodes: { "{" } … { "}" } ); it may hold include, personas, visitors, facts, promises, vars and nodes.
hint-first-in = The other one is at { $other }; rename one of them.
hint-persona-shipped = The program has a persona of this name; take another, and write base: "{ $name }" to build on it.

# Translations
CD0090 = This part of the translation cannot be read
    .hint = Write `name = text`; further lines of a text are indented; a curly bracket in a text is written {"{ \"{\" }"}.
CD0091 = Nothing in the scenario goes by “{ $name }”
    .hint = Delete it, or give it a name that the scenario has; calmdesk translate writes all of them.
CD0092 = { $number } texts are not translated: { $names }
    .hint = They are shown in the author's language.
CD0099 = The translated line does not say “{ $word }”
    .hint = The translation of a feeling word stands word for word in its line: that is the word trainees take up. Make the two the same.
CD0093 = “{ $name }.ftl” is not used
    .hint = A translation is named after its language: zh-CN.ftl or en.ftl; the author's own language needs none.
CD0094 = { $number ->
        [one] 1 translation is
       *[other] { $number } translations are
    } older than the source text: { $names }
    .hint = Run calmdesk translate: it writes the old source text above the translation. Mend the translation and delete the # stale line.

# Warnings: nothing is wrong with the file, but it is probably not what was meant.
CD0101 = no way leads to “{ $name }”
    .hint = Let the `then` of another node lead here, or delete it.
CD0102 = from “{ $name }” on there is no way to an end
    .hint = Leave at least one way to an End node.
CD0122 = once “{ $name }” is opened, the talk neither comes back to “{ $node }” nor ends
    .hint = End the last step of the subject with then: "return".
CD0123 = the author sets “{ $what }” by hand here, because: { $why }
    .hint = Nothing to mend; whoever uses the scenario should know.
CD0124 = what this option does is not written yet (todo)
    .hint = Add acts, like acts: [OpenQuestion]; without them nobody feels anything and nothing is scored.
CD0131 = this option is better than the others in every way and also { $how ->
        [longest] the longest
       *[first] always the first
    }: one can pick it without reading
    .hint = { $how ->
        [longest] Make it shorter, or give another option something that this one lacks.
       *[first] Write Choice, so that the order changes, or give another option something that this one lacks.
    }
CD0103 = these options do exactly the same, so it makes no difference which is chosen
    .hint = Write what each option really does (`acts`), or make it a Line.
CD0104 = { $language ->
    [own] {""}
    [en] in English,{" "}
   *[other] in Chinese,{" "}
}{ $how ->
    [longest] the longest option
    [shortest] the shortest option
    [wordiest] the option with most sentences
    [politest] the politest option
    [plainest] the plainest option
    [quietest] the quietest option
   *[first] the first option
} is too often the clean one: in { $clean } of { $choices } choices, where chance gives { $expected }. Given away: { $told }{ $more ->
        [0] {""}
       *[other] , and { $more } more
    }
    .hint = { $how ->
    [first] Use Choice, which shuffles, in place of OrderedChoice, or change the order.
    [wordiest] Give good and bad options long and short sentences alike.
    [politest] Let bad options say “please” and “sorry” too, and some good ones do without.
    [plainest] Let good options have their commas and their “well”, and some bad ones be plain.
    [quietest] Let a gesture or saying nothing be wrong now and then.
   *[other] Write good and bad options about as long, sometimes longer and sometimes shorter.
}
CD0180 = { $language ->
    [own] {""}
    [en] in English,{" "}
   *[other] in Chinese,{" "}
}the good options can be told without the visitor's words: whoever knows how other scenarios are written guesses right in { $clean } of { $choices } choices, where chance gives { $expected }. Plainest: { $told }{ $more ->
        [0] {""}
       *[other] {" "}… and { $more } more
    }
    .hint = Rewrite these: let some good options look like that and some bad ones not, so that what is right hangs on what the visitor has just said.
CD0181 = { $how ->
    [never] nobody can have told “{ $name }” before this option
   *[maybe] nobody may have told “{ $name }” yet when this option comes up
}
    .hint = { $how ->
    [never] What is given back must have been told: add Fact("{ $name }") to an earlier line, or give back something else.
   *[maybe] The lines that tell it can be passed by: give the option when: Fact("{ $name }"), or tell it on a line that everybody hears.
}
CD0182 = nobody has told “{ $name }” yet, and the option already says “{ $words }”
    .hint = What the trainee has not heard, an option must not give away. Say it otherwise, or offer it later.
CD0183 = this answers what { $name } has just said, but without `to` it is said to { $last }
    .hint = With more than one person in the room, say to whom: to: "{ $id }".
CD0184 = the words of the promise “{ $name }” say “{ $said }”, which is { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }; due_days is { $due }
    .hint = Make it the same day: the words and due_days both count from the day on which the promise is made.
CD0185 = “{ $said }” does not fit: { $date } is a { $is }
    .hint = Change the date or the weekday; the year follows from plays_on.
CD0186 = { $name } speaks without being present in the visit “{ $visit }”
    .hint = Add "{ $id }" to `present` of “{ $visit }” under visits; where somebody is only quoted, write it as narration (without who).
CD0187 = the subject “{ $name }” has no end: “{ $node }” runs on into “{ $next }”
    .hint = The last step of a subject says then: "return"; if the talk is to go on to “{ $next }”, write that `then` out.
CD0188 = { $language ->
    [own] {""}
    [en] in English,{" "}
   *[other] in Chinese,{" "}
}the options “{ $name }” and “{ $other }” say the very same
    .hint = Delete one of them, or write two different sentences.
CD0189 = { $all ->
    [yes] these options go by different names but count for the same and lead to the same place, so it makes no difference which is chosen
   *[no] the options “{ $name }” and “{ $other }” do the same and lead to the same place, so it makes no difference which is chosen
}
    .hint = Write what each option really does (`acts`), or let them lead to different places; if it is meant to be so, say why in `allow`.
CD0190 = no option makes the promise “{ $name }”
    .hint = Add acts: [Promise("{ $name }")] to the option that makes it, or delete it.
CD0191 = “{ $name }” asks for two things at once ({ $criteria }) and no option answers both: nobody can reach the full score
    .hint = Write an option that answers both, or make two lines of it and let the trainee speak in between.
CD0192 = “{ $name }” has not been in force since { $until }, and is cited here as if it were
    .hint = What is in force now is { $now }. If the trainee is to see through it, give the option law_says with the article that holds.
CD0193 = every option of “{ $name }” has a condition, and all may be closed at once (then all are offered)
    .hint = Leave one option without `when`, or see that one of the conditions always holds.
CD0105 = nobody can have said “{ $word }” before this option
    .hint = A word must be said before it is taken up: add Feeling("{ $word }") to an earlier line.
CD0106 = no line tells the fact “{ $name }”, so it never gets into the notebook
    .hint = Add cues: [Fact("{ $name }")] to the line that tells it, or delete it.
CD0107 = “{ $name }” is promised within { $days } days, but too few days follow to see whether it is kept
    .hint = Let more than { $days } days pass in a later TimePasses, or write `keeps` there.
CD0108 = nobody can answer { $name } of this line: none of the options that follow does
    .hint = Add an option that answers it to the next choice, or take the cue away.
CD0109 = the option has { $length } characters, at most { $max }: the visitor is waiting
    .hint = Say it shorter, or in two steps.
CD0110 = this takes { $seconds } seconds to say, at most { $max }: nobody listens that long
    .hint = Make two lines of it and let the trainee answer between them.
CD0111 = the font does not have these signs, they would show as boxes: { $signs }
    .hint = Write it differently.
CD0112 = no condition reads the variable “{ $name }”
    .hint = Use it in VarAtLeast or VarIs, or delete it.
CD0113 = an option has no id (it is called “{ $name }” now): old logs break when one is put before it
    .hint = Give every option of this choice an id, such as id: "mirror".
CD0114 = nothing in this scenario tests “{ $criterion }” ({ $id })
    .hint = Use one of these where it fits: { $acts }. If it is not to be tested, write allow: {"{"} "CD0114 { $id }": "reason" {"}"}.
CD0115 = “{ $criterion }” ({ $id }) can only be lost, so a full score is out of reach
    .hint = Add an option that does it right: { $acts }.
CD0116 = “{ $name }” is allowed here, but there is no such warning
    .hint = Delete it. Only warnings from CD0101 on can be allowed; after a blank may stand what it is about. Ranks of a rehearsal are allowed in Scenario, as “rehearse pleaser”.
CD0117 = allowing “{ $name }” needs a reason
    .hint = Say why after the colon, for whoever changes the scenario next.

# Pointing elsewhere
label-first-here = first here
label-opened-here = opened here
label-outside = outside from here on
label-closed-here = closed here
label-and-here = and here
label-opener-missing = perhaps it is missing here
label-missing-before = it should have been closed before this

# Other ways out
hint-return-reserved = “return” means “back to where a hook broke in”; take another name.
hint-title-long = Names and titles are short; what is longer belongs into the text itself.
hint-id-long = The id is too long: { $max } characters at most.
hint-keeps = Write the promise's id, or (promise: "id", when: condition).
hint-act-is-a-name = An act is a name from the catalogue without quotes: OpenQuestion, MirrorWords("寒心").
hint-cue-is-a-name = A cue is a name without quotes: Question, Feeling("寒心").
hint-act-without-brackets = { $name } takes nothing; leave the brackets out.
hint-takes-word = Write the feeling word the visitor said: { $name }("寒心").
hint-takes-fact = Write the id of a fact: { $name }("hours").
hint-takes-article = Write an article: { $name }("noise2022/70").
hint-takes-paper = Write the id of a paper: { $name }("path-notice").
hint-takes-promise = Write the id of a promise: { $name }("callback").
hint-takes-visitor = Write the id of the visitor whose secret it is: { $name }("zhang").
hint-takes-number = Write how many times: { $name }(3).
hint-takes-risk = Write which danger: Weapon, SelfHarm, Collapse, Violence, Infection.
hint-takes-conduct = Write which conduct: Gathering, Staying, Inciting, Disorder.
hint-takes-impropriety = Write which: Threat, Leak, Deal.
hint-did = Write the name of the act without brackets: Did(MirrorWords).
hint-backslash = A backslash \ has a special meaning in a text; to write the sign itself, write two.
hint-round-brackets = Round brackets follow a name: write ( and ) at both ends
hint-closed-early = What comes before was closed too early: from the marked place on it is no longer inside. Delete the earlier { $sign } and keep this one.
hint-extra-quote = One quote too many: delete it.
hint-id-quoted = An id stands in straight quotes: "{ $name }":
hint-wants-node = Say which kind of node it is, like Line( … ), Choice([ … ]) or End( … ).
hint-trailing = The value should end here: no units after a number, straight quotes around a text.
hint-wrong-opener = Write { $wanted }, so that it matches the one that closes it.
hint-ftl-wide-equals = This is a full-width equals sign: write = for it.
hint-ftl-colon = Between a name and its translation stands an equals sign: write = for the colon.
hint-ftl-indent = This line has no equals sign. If it goes on from the line above, put four spaces in front; if it is a new entry, write `name = translation`.
hint-ftl-name = Before the equals sign stands the name alone: letters, digits, - and _, without blanks. Keep the names that calmdesk translate wrote.
hint-ftl-brace = Curly brackets have a special meaning in a translation: for the sign itself write {"{ \"{\" }"}; nothing else in them is of use here.
hint-ftl-tab = Lines begin with spaces here, not with a tab: four of them.
hint-ftl-deep = Brackets stand within brackets too deep: { $max } at most. A translation needs none; write the words.
hint-ftl-many = This text has too many curly brackets, those of the texts it refers to counted: { $max } at most.
hint-comment = Write // in place of the sign in front; then the whole line is a remark that the program skips.
hint-comment-none = If this line is a remark, write // in front of it; a text stands in quotes "".
hint-comment-open = This /* is never closed, so all that follows would be a remark. Write */ at its end, or use // instead.
hint-equals = Between a name and its value stands a colon, not an equals sign: write : for =
hint-semicolon = An item ends with a comma, not a semicolon: write , for ;
hint-extra-comma = One comma too many: delete it.
hint-single-quote = A text stands between double quotes ", not single ones '
hint-percent = No percent signs: a share is written between 0 and 1, so 50% is 0.5.
hint-after-end = The whole file ends with this bracket; nothing may follow it. Delete what does, or, if the bracket closes too early, move it to the end.
hint-name-unquoted = The name stands without quotes here: { $name }:
hint-too-large = This number is too large; write a smaller one.
hint-too-many-visitors = Too many people: leave some out; those of a count are included.
hint-no-such-day = That month has no such day; look at a calendar.
hint-write-date = Write “{ $date }”: four digits of the year, two of the month, two of the day, with - between them.
hint-office-file = This looks like a Word or WPS document or an archive, not a text file. Open it, copy all of it, paste it into Notepad, and save that as scenario.ron in UTF-8.
hint-wants-text = A text belongs here, in straight quotes: "…"
hint-wants-whole = A whole number belongs here, without quotes and decimals.
hint-wants-number = A number belongs here, without quotes, such as 0.5.
hint-wants-bool = Write true or false.
hint-wants-list = A list in square brackets belongs here: [ … ]
hint-wants-map = Curly brackets belong here: {"{"} "id": value {"}"}
hint-wants-struct = Round brackets belong here: ( name: value )
hint-wants-name = A name without quotes belongs here.

# Reading files
bundle-not-found = “{ $path }” was not found. Is the path right?
bundle-unreadable = “{ $path }” cannot be read: { $more }
bundle-no-scenario = There is no scenario.ron in “{ $path }”.
bundle-too-large = “{ $path }” is too large: { $more } MiB at most.
bundle-too-many = “{ $path }” holds too many files: { $more } at most.
bundle-leads-out = “{ $path }” is a link that leads out of the scenarios. Put the file itself there.
bundle-misnamed = There is no scenario.ron in “{ $path }”, but there is { $more }: rename it to scenario.ron. (Notepad likes to add .txt, and Windows hides it.)
bundle-misnamed-case = In “{ $path }” capitals are in the way: rename { $more } to scenario.ron, all in small letters.
bundle-needs-folder = “{ $path }” is packed: it can be read but not changed. Unpack it and give the folder instead.
bundle-zip-not = “{ $path }” is not a .zip (a renamed RAR or 7z is none either). Pack the scenario’s folder again as .zip.
bundle-zip-damaged = The archive “{ $path }” is damaged or was not downloaded in full. Pack it again, or download it again.
bundle-zip-locked = “{ $path }” has a password ({ $more }). Pack it again without one.
bundle-zip-unknown = “{ $path }” is packed in a way not known here. Right-click the folder and make an ordinary .zip of it.
bundle-zip-too-many = “{ $path }” holds too much: pack only the one folder of the scenario.
bundle-zip-too-large = { $more } in “{ $path }” is too large when unpacked and was not read: at most 4 MiB for one file of a scenario, 16 MiB for all.
bundle-zip-bad-name = “{ $path }” holds something whose path is not right: { $more }. Pack the scenario’s folder again.
bundle-zip-twice = “{ $path }” holds { $more } twice (small and capital letters count as the same). Keep one and pack it again.
bundle-zip-link = { $more } in “{ $path }” is a link. Put the file itself in its place and pack it again.
bundle-zip-several = “{ $path }” holds more than one scenario, { $more } for one. Make one .zip of each scenario.
bundle-zip-too-deep = The scenario in “{ $path }” lies too deep: { $more }. Pack the folder in which scenario.ron lies.
bundle-zip-inner = In “{ $path }” there is another archive: { $more }. Unpack the outer one first.

# Summary
check-errors = { $scenarios ->
    [one] One scenario
   *[other] { $scenarios } scenarios
} checked: { $errors ->
    [one] one error
   *[other] { $errors } errors
}, { $warnings ->
    [one] one warning
   *[other] { $warnings } warnings
}.
check-warnings = { $scenarios ->
    [one] One scenario
   *[other] { $scenarios } scenarios
} checked: no errors, { $warnings ->
    [one] one warning
   *[other] { $warnings } warnings
}.
check-clean = { $scenarios ->
    [one] One scenario
   *[other] { $scenarios } scenarios
} checked: nothing wrong.

## Local rules
CD0160 = The local rules “{ $name }” cannot be read from here on
    .hint = Write them as docs/law.md shows: dates like "2024-05-01", articles, paragraphs and items as numbers, words in straight quotes.
CD0161 = There is already a law pack called “{ $name }”
    .hint = A pack that ships cannot be replaced. Choose another name, for the file as well.
CD0162 = Something is wrong with the local rules “{ $name }”: { $problem }
    .hint = Write them as docs/law.md shows.
hint-law-id = Write lower-case letters, digits and “-”, then the year: street-rules2024.
hint-law-name = Call the file as its pack, or change the id in it.
hint-law-dates = valid_to is the last day in force; leave it out if it stays in force.
hint-law-text = Title, source and every article need a sentence in both languages.
hint-law-number = article, paragraph and item are numbers from 1.
hint-law-twice = Write an article once; tell its parts apart by paragraph and item.
hint-law-overlap = Give the older one a valid_to.
hint-law-rules = Leave this out: time limits and representatives come only from the packs that ship.
hint-law-empty = Write at least one article.
