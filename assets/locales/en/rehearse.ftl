# Rehearsal: machines play a scenario many times

cli-about-rehearse = Let machines play a scenario many times: scores, ways, weak spots
cli-about-graph = Draw a scenario as a graph
rehearse-arg-scenario = name of the scenario, its folder or .zip
rehearse-arg-policy = way of playing: expert, careful, random, first, longest, shortest, wordiest, politest, plainest, quietest, surface, pleaser, lecturer, stonewaller, bully, interrupter, or all (the default)
rehearse-arg-runs = runs of each policy, 1000 unless given
rehearse-arg-seed = random seed, 1 unless given; the same seed gives the same result
rehearse-arg-threads = number of threads; changes the pace, not the result
rehearse-arg-pass-rate = percentage of careful beginners who should pass, 80 unless given
rehearse-arg-exhaustive = walk every option and both sides of every condition; alone, do only that
rehearse-arg-format = for people (human) or for programs (json)
rehearse-after-help = The exit code is 1 if the ranking is wrong, or if something cannot be reached or left.
graph-arg-scenario = name of the scenario, its folder or .zip
graph-arg-output = file to write, by its ending: .svg, .dot or .mmd; without it the SVG is printed
graph-arg-coverage = rehearse quickly first and colour by how often each node is reached
graph-arg-logs = colour by a class: how many of the .calmlog files in the folder came by and chose what
graph-saved = Graph saved: { $path }
graph-unknown-form = No idea what to save as “{ $path }”. Let the file name end in .svg, .dot or .mmd.
graph-unsaved = “{ $path }” cannot be written: { $reason }
graph-legend-line = line
graph-legend-choice = choice
graph-legend-branch = branch
graph-legend-time = days pass
graph-legend-end = end
graph-legend-none = never reached
graph-legend-runs = runs, few → many
graph-legend-people = sessions, few → many ({ $sessions } in all)
graph-logs-unreadable = The folder “{ $path }” cannot be read: { $reason }
graph-logs-none = There are no logs (.calmlog) of this scenario in “{ $path }”{ $others ->
        [0] {""}
        [one] , only one of another scenario
       *[other] , only { $others } of other scenarios
    }.
graph-logs-differ = { $count ->
        [one] One log does not come out again when it is replayed; the picture counts it as it was recorded: { $names }
       *[other] { $count } logs do not come out again when they are replayed; the picture counts them as they were recorded: { $names }
    }
graph-logs-others = { $others ->
    [one] One log is of another scenario and was left out.
   *[other] { $others } logs are of other scenarios and were left out.
}
graph-logs-gone = The scenario has changed; options that are gone cannot be drawn: { $names }
graph-otherwise = otherwise
graph-topics-done = all done
graph-days = { $days ->
    [0] the same day
    [one] after one day
   *[other] after { $days } days
}
graph-hook-outburst = on outburst
graph-hook-silence = on silence
graph-hook-interrupt = on interruption
graph-hook-risk = on risk

rehearse-progress = Rehearsing
rehearse-title = “{ $title }” rehearsed: { $policies } policies, { $runs } runs each, seed { $seed }
rehearse-title-walk = “{ $title }”: every option and both sides of every condition

rehearse-policy-expert = expert
rehearse-policy-careful = careful
rehearse-policy-random = random
rehearse-policy-first = first
rehearse-policy-longest = longest
rehearse-policy-shortest = shortest
rehearse-policy-wordiest = most sentences
rehearse-policy-politest = politest
rehearse-policy-plainest = plainest
rehearse-policy-quietest = quietest
rehearse-policy-surface = by looks alone
rehearse-policy-pleaser = pleaser
rehearse-policy-lecturer = lecturer
rehearse-policy-stonewaller = stonewaller
rehearse-policy-bully = bully
rehearse-policy-interrupter = interrupter

rehearse-head-policy = policy
rehearse-head-total = total
rehearse-head-uncapped = uncapped
rehearse-head-each = each dimension
rehearse-head-listening = listening
rehearse-head-empathy = empathy
rehearse-head-procedure = procedure
rehearse-head-passed = passed
rehearse-head-critical = critical
rehearse-head-time = time
rehearse-head-end = end
rehearse-head-mean = mean
rehearse-head-p10 = 10%
rehearse-head-p50 = 50%
rehearse-head-p90 = 90%
rehearse-scores-note = Scores are means, with the 10%, 50% and 90% points in brackets; to pass, each dimension needs { $pass }; “uncapped” is before critical failures cap the total, and is what ranks; time is the median (min:s).
rehearse-feelings = Feelings when they leave (0–100, trust −100–100, means):
rehearse-gauge-trust = trust
rehearse-gauge-pressure = pressure
rehearse-coverage = Reached { $nodes } of { $of_nodes } nodes and { $options } of { $of_options } options.
rehearse-never = Never reached: { $names }
rehearse-and-more = {" "}… and { $count } more
rehearse-guessing = Guessing without reading:
rehearse-guess = {"  "}{ $policy }: { $mean }, { $passed } pass
rehearse-hinges = {"  "}{ $hinging } of { $choices } choices hinge on what the visitor just said{ $enough ->
        [yes] {""}
       *[no] , fewer than a third. Told by the kind of sentence alone: { $others }
    }
rehearse-habit = {"  "}{ $habit } ({ $language }): clean in { $clean } of { $choices } choices; blind chance gives { $expected }
rehearse-told = {"    "}plain to see in { $count }: { $told }
rehearse-language-zh-CN = Chinese
rehearse-language-en = English
rehearse-habit-longest = the longest option
rehearse-habit-shortest = the shortest option
rehearse-habit-first = the first option
rehearse-habit-wordiest = the option with most sentences
rehearse-habit-politest = the politest option
rehearse-habit-plainest = the plainest option
rehearse-habit-quietest = the quietest option
rehearse-habit-surface = by how other scenarios are written
rehearse-thresholds = Proposed pass marks by the runs of { $policy } (a critical failure fails at any mark and is left out; the mark for each dimension is { $now } now):
rehearse-threshold = {"  "}{ $what } { $score }: { $passing } reach it, { $random } of random ones
rehearse-walk-complete = Walked every way: { $states } states; nodes { $nodes }/{ $of_nodes }, options { $options }/{ $of_options }, sides of conditions { $sides }/{ $of_sides }.
rehearse-walk-given-up = Too many states: gave up after { $states }, not complete. Nodes { $nodes }/{ $of_nodes }, options { $options }/{ $of_options }, sides of conditions { $sides }/{ $of_sides }.

rehearse-finding = { $severity }: { $said }
rehearse-finding-order = wrong order (before caps): { $worse } ({ $worse_mean }) does no worse than { $better } ({ $better_mean }).{ $gains ->
        [no] {""}
       *[other] {" "}The former gains at: { $gains }.
    }{ $losses ->
        [no] {""}
       *[other] {" "}The latter loses at: { $losses }.
    }{ $allowed ->
        [no] {" "}See whether the acts of these options are right; if it should be so, write allow: {"{"} "rehearse …": "why" {"}"}.
       *[other] {" "}The author says: { $allowed }
    }
rehearse-finding-close = hardly any gap (before caps): { $better } ({ $better_mean }) is only just above { $worse } ({ $worse_mean }).{ $gains ->
        [no] {""}
       *[other] {" "}The latter gains at: { $gains }.
    }{ $losses ->
        [no] {""}
       *[other] {" "}The former loses at: { $losses }.
    }{ $allowed ->
        [no] {""}
       *[other] {" "}The author says: { $allowed }
    }
rehearse-finding-too-small = the trainee decides something in only { $choices ->
        [one] one place
       *[other] { $choices } places
    }: too short to rank anybody by (from { $wanted } on).
rehearse-finding-needless-rank = there is an allow "rehearse { $name }", but { $policy } ranks as it should: you can delete it.
rehearse-finding-guess-passes = passes without reading: { $policy } passes in { $passed } of { $runs } runs.{ $told ->
        [no] {""}
       *[other] {" "}What it is right by: { $told }
    }
rehearse-finding-guess-pays = { $policy } has { $mean } on average before caps, well above random ({ $random }): the looks or the place of the good options give them away.{ $told ->
        [no] {""}
       *[other] {" "}What it is right by: { $told }
    }
rehearse-finding-gives-away = { $habit } is too often a clean one ({ $language }): { $clean } of { $choices } choices, where chance gives { $expected }. Let some of the others look like that too. Given away: { $told }
rehearse-finding-told-by-looks = the good options can be told without the visitor's words ({ $language }): by how other scenarios are written one guesses { $clean } of { $choices } choices, where chance gives { $expected }. Plain to see in { $count }: { $told }
rehearse-finding-unreachable-nodes = no way leads to { $count ->
    [one] this node
   *[other] these { $count } nodes
}: { $names }
rehearse-finding-unreachable-options = no way ever offers { $count ->
    [one] this option
   *[other] these { $count } options
}: { $names }
rehearse-finding-idle-conditions = { $count } nodes have conditions that always go the same way: { $names }
rehearse-finding-all-closed = every option can be closed at once (then all are offered) in { $count } choices: { $names }
rehearse-finding-stuck = the play can get stuck with no end in reach at { $count } nodes: { $names }
rehearse-finding-maximum = the full score is out of reach: points can be lost but never earned for { $names }. What would earn them stands where nobody gets.
rehearse-finding-endless = { $runs } runs of { $policy } never came to an end.
rehearse-broken = Something here needs mending.
rehearse-fair = Nothing serious; see whether you want to change the above.
rehearse-good = Nothing found.

# What tells an option by its looks alone
clue-length-more = longer
clue-length-less = shorter
clue-sentences-more = more sentences
clue-sentences-less = fewer sentences
clue-commas-more = more commas
clue-commas-less = fewer commas
clue-particles-more = more filler words
clue-particles-less = no filler words
clue-courtesy-more = more polite
clue-courtesy-less = less polite
clue-questions-more = it asks
clue-questions-less = it does not ask
clue-exclamations-more = it exclaims
clue-exclamations-less = it does not exclaim
clue-numbers-more = it has figures or dates
clue-numbers-less = it has no figures or dates
clue-quotes-more = it quotes
clue-quotes-less = it does not quote
clue-dashes-more = it has dashes or dots
clue-dashes-less = it has no dashes or dots
clue-negations-more = more “not”
clue-negations-less = less “not”
clue-we-more = it says “we”
clue-we-less = it does not say “we”
clue-gesture-more = it is a gesture
clue-gesture-less = it is no gesture
clue-desk-more = it is done at the desk
clue-desk-less = it is not done at the desk
clue-position-more = it stands further down
clue-position-less = it stands further up
told-choice = { $node } ({ $by })
