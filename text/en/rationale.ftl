# The rationale desk and the page of a rationale.

rationale-crumb = Rationale
rationale-title = The rationale for { $about }: { $name }
rationale-title-own = The rationale for { $about } in your year
rationale-lead = The written basis of the rating, resting on what was shared before.
rationale-reading = The written basis of the rating, as it was shared.
rationale-closed = The rating is shared, so this no longer changes.
rationale-next = You write and share this rationale.
rationale-next-by = You write and share this rationale by { $date }.
rationale-next-why = So that it can be read before the end-of-year conversation on { $date }.
rationale-next-shared = This rationale is shared. A newer wording may replace it until the rating is shared.
rationale-next-rating = Go on to the rating
rationale-text-section = The text
rationale-text = Rationale
rationale-sees = Only you, until you share it. Then { $name } and the school’s leader read it.
rationale-length = From { $from } to { $to } words.
rationale-evidence-section = What it rests on
rationale-evidence-hint = Only what was shared before.
rationale-evidence = Evidence of the year
rationale-no-evidence = Nothing has been shared yet. Share a lesson or hold a conversation first; then it can be ticked here.
rationale-talk-hint = { $notes ->
    [one] one note
   *[other] { $notes } notes
}, { $promises ->
    [one] one commitment
   *[other] { $promises } commitments
}
rationale-share-section = Share
rationale-share-means = { $name } reads it at once and gets a notice that names nothing. It goes on the record for good; a newer wording may replace it until the rating is shared, and this one stays readable below it.
rationale-share = Share the rationale
rationale-beside = Beside the text
rationale-points = What a good one has
rationale-good = Good examples
rationale-bad = Examples with faults
rationale-descriptors = Levels and their words
rationale-indicator = { $id } { $short }: { $levels }
rationale-band = { $rating }, { $levels }
rationale-band-latest = { $band }: the latest level
rationale-texts = What was written in the year
rationale-rated-by = { $name }, { $date }
rationale-earlier = Shared wordings
rationale-earlier-hint = The latest first; the latest holds.
rationale-rests-on = It rests on:
rationale-shared = What was shared
rationale-none = No rationale has been shared yet. It stands here from the minute in which it is.
