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

cli-about-translate = Make or update a translation file
cli-arg-translate-path = Folder of the scenario
cli-arg-translate-to = Into which language; left out, the other one
translate-header =
    Write the translation after the equals sign. The source text stands above each entry after # source;
    what is not translated yet says { "{ \"\" }" }: put the translation in its place.
    Where the source has changed, # stale keeps the old text: mend the translation and delete that line.
    Then run calmdesk check; after changes to the scenario run calmdesk translate again.
translate-same = The scenario is written in { $tag }; there is nothing to translate.
translate-broken = There is something unreadable in { $path }; it was left alone. Mend this first:
translate-made = Made { $path }: { $texts } texts, waiting to be translated.
translate-updated = Updated { $path }: { $texts } texts, { $done } translated.
translate-unchanged = { $path } needs nothing: { $texts } texts, { $done } translated.
translate-missing = Not translated yet ({ $count }):
translate-stale = Source changed, look at the translation again ({ $count }):
translate-unused = No longer in the scenario, still in the file ({ $count }): { $names }
translate-more = … and { $count } more
