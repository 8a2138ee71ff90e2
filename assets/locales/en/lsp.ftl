# What an author reads in the editor

cli-about-lsp = Teach an editor about scenarios: live problems, completion, going to names, renaming
cli-after-lsp =
    The editor starts this command itself; nobody types it. How to set it up in VS Code, Neovim, Helix and Kate:
    docs/editor.en.md.
cli-arg-vsix = Do not start; save the VS Code extension, to be installed offline
lsp-vsix-saved =
    Saved { $path }
    In VS Code open Extensions, click “…” at the top right, choose “Install from VSIX…” and pick this file.
lsp-too-large = The editor announces a message of { $megabytes } MB; { $most } MB at most, so nothing more is read.
lsp-no-frame = What the editor sent is no message of a language server: its head cannot be read, so nothing more is read.

lsp-change-to = Change to { $name }
lsp-write-sign = Write { $sign } instead
lsp-write-signs = Replace all { $count } full-width marks and curly quotes of this file
lsp-allow = Meant like that: allow { $code } here, with a reason to fill in
lsp-return = back to where it broke in

lsp-kind-node = node
lsp-kind-visitor = visitor
lsp-kind-fact = fact worth noting
lsp-kind-promise = promise
lsp-kind-claim = claim
lsp-kind-answers = earlier answers
lsp-kind-var = variable
lsp-kind-visit = visit
lsp-kind-option = option
lsp-kind-word = feeling word
lsp-kind-persona = preset of the scenario's own
lsp-kind-field = field of a paper
lsp-kind-entry = entry

lsp-red-line = A red line: it caps the result and is printed first.
lsp-better = Better: { $text }
lsp-sources = Source: { $items }
lsp-otherwise = Left out: { $value }
lsp-must-contain = It must say:
lsp-unverified = No reliable source has been seen yet; compare it with the text of the law before using it.
lsp-valid = In force from { $from }
lsp-valid-until = In force from { $from } to { $until }
lsp-valid-unverified = {" "}(date to be verified)
lsp-not-in-force = The story plays on { $day }; on that day it is not in force.

lsp-rename-nothing = There is no id here to rename. Put the cursor on the id of a node, visitor, fact, promise, variable, visit or option.
lsp-rename-word = A feeling word must be what the visitor says, to the letter. Change the line first, then Feeling and where it is mirrored.
lsp-rename-number = This option has no id yet. Give it one, then rename it.
lsp-rename-part = The parts of an answer are called basis, path and time; that cannot be changed.
lsp-rename-unknown = Nothing is called “{ $name }”, so it cannot be renamed. Mend this error first.
lsp-rename-bad-id = “{ $name }” cannot be an id: lower-case letters, digits, - and _ only, and not return.
lsp-rename-taken = “{ $name }” exists already; choose another name.
