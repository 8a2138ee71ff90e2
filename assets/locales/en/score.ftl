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
    .good = More than half went to what was meant, not just the words (MITI 4.2 calls 50% good).
    .fair = Past two in five (MITI 4.2 calls 40% fair).
    .low = Mostly words given back, seldom the meaning (MITI 4.2 wants 40%).

report-listening = How the listening went
report-listening-lead = Measured from the record, as a mirror to oneself; nothing is added to the score for it.
report-level = What this score looks like
