# Commands for writing scenarios

cli-about-new = Start a new scenario from a template
cli-arg-new-id = Name of the scenario and of its folder: small letters, digits, - and _
cli-arg-template = Which template: one (one visitor, three steps; the default), mediation, collective
cli-arg-example = No template: copy a whole scenario with its translation
cli-arg-into = Folder to make it in; left out, the current one
new-bad-id = “{ $id }” cannot be the name of a scenario: only small letters, digits, - and _, like leaking-roof.
new-exists = { $path } is there already and was left alone. Choose another name, or move it out of the way.
new-cannot-write = Cannot make { $path }: { $reason }
new-made =
    Made { $path }
    Open scenario.ron in it and make it your own; after each change look it over:
      calmdesk check { $path }
      calmdesk play { $path }
authoring-cannot-write = Cannot write { $path }: { $reason }

cli-about-fmt = Tidy the layout of scenario.ron; words and comments stay
cli-arg-fmt-path = Folder of a scenario, or several
cli-arg-fmt-check = Change nothing; list what is not tidy
fmt-done = Tidied: { $path }
fmt-same = Tidy already: { $path }
fmt-untidy = Not tidy: { $path }
fmt-not-sound = Brackets, quotes or commas of { $path } do not match; it was left alone. Mend this first:
