# A lesson: written down, read as the teacher will read it, shared, answered.
observations-draft-here = Observation
observations-draft-title = A lesson of { $name }
observations-draft-lead = Write from top to bottom, or only what you saw. It saves itself, and { $name } sees nothing of it until you share it.
observations-draft-footer = A draft is yours alone until you share it; a court or hearing may still require it. Times are in the school’s zone.
observations-next-share = You read it and share it by
observations-next-share-why = Feedback is due { $days } school days after the lesson.

observations-only-you = Only you, until you share it.
observations-lesson = The lesson
observations-lesson-hint = What kind of visit, when, and what it was about.
observations-kind = Kind of observation
observations-kind-all = Counts towards the rating. Every indicator gets a level.
observations-kind-some = Counts towards the rating. You choose the indicators.
observations-kind-unscored = Never counts towards the rating. Levels are not needed.
observations-kind-minutes = { $from } to { $to } minutes.
observations-on = Date of the lesson
observations-begins = From
observations-ends = To
observations-focus = What the lesson was about
observations-focus-hint = A few words, by which both of you find it again.
observations-unreadable-on = The date of the lesson is missing or cannot be read. Enter a day, such as 2027-01-08.
observations-unreadable-begins = The time at which you came is missing or cannot be read. Enter it as hours and minutes, such as 09:00.
observations-unreadable-ends = The time at which you left is missing or cannot be read. Enter it as hours and minutes, such as 09:45.

observations-seen-before = Seen this year
observations-seen-before-hint = In lessons shared before this one.
observations-seen-which = Which indicators, and when
observations-seen-when = Seen, with the level
observations-not-seen = Not seen yet this year
observations-before = Before: { $levels }.
observations-gateway = Coached first.
observations-descriptors-hint = The descriptions are placeholder wording; the district has not confirmed them.
observations-text = { $indicator }: what you saw

observations-read = Read and share
observations-read-text = Next you see the whole text as { $name } will see it. Nothing is shared yet.
observations-read-act = Read and share
observations-discard = Throw this draft away
observations-back = Back to writing

observations-read-title = Read it as { $name } will
observations-read-lead = Everything below is what { $name } will see, and nothing else.
observations-read-next = Read it, then share it with { $name }.
observations-read-next-why = The button is at the end of the page. Nothing has been shared so far.
observations-changed = This is not what you read
observations-changed-since = The draft was changed, perhaps on another page or device, after you opened it for reading. Below it is as it stands now. Read it again, then share it.
observations-share = Share
observations-share-act = Share with { $name }
observations-means-seen = { $name } sees it at once, and so does everybody who may read this year: whoever evaluates, and the leaders of the school.
observations-means-stays = It goes on the record and is never replaced or taken back. What needs correcting is corrected in a message or another observation.
observations-means-answer = { $name } can answer it; the answer stays beside it for good.
observations-means-counts = It counts towards the rating.
observations-means-counts-not = It never counts towards the rating.
observations-means-mail = { $name } gets an e-mail that says only that something was shared.
observations-means-no-mail = { $name } has no e-mail address in the roster, so please say yourself that it is here.

observations-discard-title = Throw this draft away?
observations-discard-lead = Everything that you wrote here is deleted and cannot be brought back. { $name } never saw it.
observations-discard-act = Throw it away

observations-flash-shared = Shared with { $name }.
observations-flash-answered = Your answer is on the record.
observations-shared-here = Observation
observations-shared-title = Lesson seen, { $date }: { $focus }
observations-shared-lead = { $kind }, seen by { $name }.
observations-shared-after = Shared { $date }, { $days ->
    [0] on the day of the lesson
    [one] 1 school day after the lesson
   *[other] { $days } school days after the lesson
 }.
observations-seen-by = Seen by
observations-when = When
observations-when-value = { $date }, { $start } to { $end } ({ $minutes } minutes)
observations-counts = Counts towards the rating.
observations-counts-not = Does not count towards the rating.
observations-level = Level { $level }, { $band }

observations-next-answer = You can answer, in your own words.
observations-next-answer-why = You do not have to, and nothing is due. What you write stays beside the lesson for good.
observations-next-answer-act = Answer
observations-next-message = You write { $name } what was strong, what to try next, and when you come back.
observations-next-message-why = The message is drafted from what you saw; you make it yours before it is sent.
observations-next-message-act = Write the message

observations-answers = Answers
observations-answers-hint = The teacher’s words, as they were written.
observations-no-answer = No answer yet. The teacher can answer at any time and does not have to.
observations-answer-by = { $name }, { $moment }
observations-answer = Your answer
observations-answer-more = Add to your answer
observations-answer-sees = Only you while you write. Then it is on the record, for everybody named under “Who can see this”, and stays there.
observations-answer-act = Put it on the record
