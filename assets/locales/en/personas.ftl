# What the personas are called; how to use them: docs/personas.en.md

persona-plain = nobody in particular
persona-first-visit = here for the first time
persona-repeat-visitor = has been here often
persona-in-group = comes with others
persona-reasonable = open to reason
persona-agitated = agitated
persona-overwhelmed = beside themselves
persona-inarticulate = cannot put it into words
persona-obstinate = will not budge
persona-wants-to-talk = wants to be listened to
persona-reports-official = reports an official
persona-suggests = makes a suggestion
persona-vulnerable = old, ill, disabled or in need
persona-early-signs = keeps it in, signs of more
persona-trusting = trusting
persona-unfair = feels treated unfairly
persona-fearful = afraid
persona-calculating = weighs gain and loss
persona-trying-luck = trying their luck
persona-follows-crowd = goes along with the crowd
persona-guarded = on their guard
persona-crowd-bold = bold in a crowd
