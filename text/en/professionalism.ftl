# Professionalism: self-rating and evaluator's rating, side by side.
professionalism-here = Professionalism
professionalism-title-mid-year = Professionalism of { $name } at mid-year
professionalism-title-end-of-year = Professionalism of { $name } at the end of the year
professionalism-title-own-mid-year = Your professionalism at mid-year
professionalism-title-own-end-of-year = Your professionalism at the end of the year
professionalism-lead-mid-year = Both sides rate on their own. Neither rating of mid-year counts; both prepare the conversation.
professionalism-lead-end-of-year = Both sides rate on their own. The evaluator’s rating of the end of the year counts towards the overall rating; the self-rating does not.
professionalism-closed = The year’s rating is shared
professionalism-closed-text = What it rests on no longer changes, so nothing can be rated here any more. Both ratings stay as they are.
professionalism-flash-sent = Your ratings are sent. Both sides see them now.
professionalism-to-form = Go to the form
professionalism-sides = Side by side
professionalism-sides-hint = What each side sent last. Two levels or more apart are marked.
professionalism-nothing-sent = Neither side has sent its ratings yet. They will stand here side by side.
professionalism-indicator = Indicator
professionalism-teacher = Teacher
professionalism-evaluator = Evaluator
professionalism-apart = Apart
professionalism-not-sent = not sent yet
professionalism-levels-apart = { $levels ->
    [0] the same
    [one] 1 level
   *[other] { $levels } levels
 }
professionalism-sent-by = { $whose }: sent by { $name }, { $moment }.
professionalism-whose-not-sent = { $whose }: not sent yet.
professionalism-own = Your ratings
professionalism-own-teacher = Rate yourself
professionalism-own-evaluator = Your rating
professionalism-own-hint = Judge the whole time since the year began, not one event. The descriptions are placeholder wording; the district has not confirmed them.
professionalism-only-you = Only you, until you send it.
professionalism-sent-before = You sent ratings on { $moment }; they stand in the form. Sending again replaces them on this page, and the history keeps both.
professionalism-again = Change and send again
professionalism-text = { $indicator }: what it rests on
professionalism-reasons-mid-year = Needed below Effective and at Distinguished. Say what you saw, and when.
professionalism-reasons-always = Needed for every level. Say what you saw, and when.
professionalism-read-act = Read and send
professionalism-level-and-reasons = Level, and what it rests on
professionalism-read-title = Read it as { $name } will
professionalism-read-lead = This is what { $name } will see. Nothing is sent yet.
professionalism-changed = Something changed in the meantime
professionalism-changed-since = Your draft was changed, perhaps on another page or device, after you opened it for reading. It stands here as it is now. Read it again, then send it.
professionalism-other-sent = Somebody sent ratings here after you opened this page. They stand below. Your own have not been sent yet.
professionalism-send = Send
professionalism-send-act = Send to { $name }
professionalism-back = Back to the form
professionalism-means-seen = { $name } sees it at once, and so does everybody who may read this year.
professionalism-means-counts = It counts towards the overall rating.
professionalism-means-counts-not = It does not count towards the overall rating.
professionalism-means-again = You can send again until the year’s rating is shared. The history keeps every version.
professionalism-your-evaluator = your evaluator
