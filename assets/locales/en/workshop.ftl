# The workshop: for those who write and adapt scenarios

screen-workshop = Workshop
menu-workshop = Workshop

workshop-new = New
workshop-copy = Copy
workshop-edit = Open in the editor
workshop-print = Print the script
workshop-open-folder = Open the folder
workshop-not-written = { $path } was not written: { $why }
workshop-play = Play from the start
workshop-rehearse = Rehearse by machine
workshop-folder = Your own scenarios are in { $path }. Save a file there and this page follows.
workshop-no-folder = There is no folder of your own; only the shipped scenarios are listed.
workshop-checking = Checking …
workshop-sound = Sound
workshop-warnings = { $n ->
    [one] 1 warning
   *[other] { $n } warnings
}
workshop-errors = { $n ->
    [one] 1 error
   *[other] { $n } errors
}
workshop-shipped = Shipped
workshop-broken = This scenario has errors and can't be drawn. On the right: what is wrong, and what to do.
workshop-no-problems = No problems found.
workshop-tab-problems = Problems
workshop-tab-node = This node
workshop-tab-rehearsal = Rehearsal
workshop-no-node = Click a node to see what it says, what it does and where it leads.
workshop-no-acts = No acts given
workshop-returns = Back to where it was broken into
workshop-from-here = Play from here
workshop-ways = People come here in different states. Take one and play on:
workshop-seeking = Looking for ways that lead here …
workshop-no-way = Of several hundred machine runs, none came here.
workshop-not-rehearsed = The machine plays ten kinds of receivers, 200 times each: whether scores rank as they should, what is never reached, whether guessing pays.
workshop-rehearsing = { $done } of { $of } runs
workshop-never = Never reached
workshop-told = Told by looks alone ({ $language }): { $clean } of { $choices } choices, where chance gives { $expected }. Plain to see:

node-line = Line
node-choice = Choice
node-form = Form
node-compose = Answer
node-time = Days pass
node-branch = Branch
node-end = Ending

tree-search = Find by name or words
tree-found = { $n } found
tree-next = Next
tree-whole = Show all
tree-larger = Larger
tree-smaller = Smaller

arrives-typical = As it usually is
arrives-calmest = At their calmest
arrives-most-stirred = At their most stirred
arrives-most-trusting = Trusting you most
arrives-least-trusting = Trusting you least
arrives-quickest = By the quickest way
arrives-state = { $who }: tension { $tension }, trust { $trust }; turn { $turn }, played by { $policy }

trial-badge = Test-play
trial-back = Back to the workshop
trial-carried = The scenario was saved; you are still where you were.
trial-stopped = The scenario was saved. Move { $n } of { $of } no longer fits: { $why }. Play stops here.
trial-elsewhere = it was made at “{ $was }”, and play is now at “{ $is }”
trial-ended = play ends here now
trial-no-option = “{ $node }” no longer offers “{ $option }”
trial-no-fact = nobody has told “{ $fact }” yet
trial-refused = it can't be made here any more
trial-broken = The new version has { $n ->
    [one] 1 error
   *[other] { $n } errors
}; you go on in the last one. { $first }
trial-gone = The scenario's folder is gone; you go on in the last version.
