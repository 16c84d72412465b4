# The recommendation for next year.

recommendation-crumb = Recommendation
recommendation-title = Next year: { $name }
recommendation-title-own = Your next year
recommendation-lead = Rating, status and employment are three separate decisions. This is the recommendation about employment.
recommendation-next = You recommend renewal with your reasons.
recommendation-next-by = You recommend renewal with your reasons by { $date }.
recommendation-next-why = The record’s summary stands below.
recommendation-section = The recommendation
recommendation-renewal = Renewal is recommended.
recommendation-none = There is no recommendation yet. It stands here from the minute in which it is given.
recommendation-by = { $name }, { $date }
recommendation-reasons = Your reasons
recommendation-sees = Only you, until you recommend. Then { $name } and the school’s leader read them.
recommendation-reasons-hint = In a few sentences, resting on what is on the record.
recommendation-means = It goes on the record for good, { $name } and the school’s leader read it at once, and a notice goes out that names nothing. It decides nothing by itself: the district does.
recommendation-button = Recommend renewal
recommendation-other = Non-renewal has steps and clocks of its own and comes with a later issue of the program.
recommendation-record = The record
recommendation-record-hint = In short; each line is on it.
recommendation-rating = Overall rating
recommendation-range = not shared yet; still possible: { $ratings }
recommendation-seen = Lessons seen
recommendation-lessons = { $count ->
    [one] one, on { $date }
   *[other] { $count }, the last on { $date }
}
recommendation-no-lessons = none is shared
recommendation-talks = Conversations
recommendation-held = { $count ->
    [one] one held
   *[other] { $count } held
}
recommendation-promises = Commitments
recommendation-kept = { $kept } of { $count } kept
recommendation-prior = Rating of { $year }
