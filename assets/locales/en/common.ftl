# Words used everywhere
app-name = Calmdesk
dimension-listening = Listening
dimension-empathy = Empathy
dimension-procedure = Procedure
no-score = no score
too-little-seen = too little seen
feeling-anger = anger
feeling-distress = distress
feeling-fear = fear
feeling-disappointment = disappointment
feeling-hope = hope
feeling-relief = relief
feeling-gratitude = gratitude
verdict-hit = done
verdict-partial = half done
verdict-miss = missed
crowd = { $count ->
    [0] { $name }
    [1] { $name }
   *[other] { $name } ({ $count } of them)
}

## How a session stands
standing-passed = passed
standing-not-passed = not passed
standing-unfinished = unfinished
standing-self-granted-untimed = untimed exam that nobody granted: self-granted
standing-not-by-hand = not answered by a person at the desk
standing-critical = a critical failure
# $score and $mark out of 100
standing-below = { $dimension } { $score } of { $mark }
standing-line = { $verdict }: { $reasons }

## How it was played
how-by = Played by
how-by-hand = a person
how-by-answers = a file of answers
# $name the policy’s own
how-by-policy = a machine ({ $name })
how-steps-back = Steps back
how-steps-back-value = { $count ->
        [one] 1, to before turn { $turns }
       *[other] { $count }, to before turns { $turns }
    }
how-pauses = Pauses
how-resumes = Left and resumed
