# The scenario language: what an author sets by hand
explain-author-hit = Author's override: counted as done.
explain-author-partial = Author's override: counted as half done.
explain-author-miss = Author's override: counted as not done.
script-by-author = author's override ({ $why })
report-note-author = Author's override of the feelings here: { $why }
cli-after-check = Exit code: 0 no errors (warnings or not), 1 errors, 2 wrong usage.
