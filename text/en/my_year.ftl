# A teacher's year on one page, to the teacher and to whoever evaluates.
my-year-title = Where you stand, and what comes next
my-year-lead = Everything on this page was shared with you before.
my-year-your-year = Your year
my-year-the-year = The year
my-year-standing = Where each indicator stands
my-year-standing-hint = Latest level of each, 1 to 7.
my-year-situation = Situation
my-year-situation-hint = What the program makes of the facts. Whoever evaluates you sees the same.
my-year-situation-hint-of-teacher = The teacher reads the same reasons on her or his own page.
my-year-rating = Rating so far
my-year-rating-final = Rating
my-year-rating-hint = A range while anything is missing. Nobody has decided anything.
my-year-rating-shared = The overall rating is { $rating }, shared on { $date }.
my-year-rating-open = Open the rating and its sum
my-year-rating-preview = Look at the sum before it is shared
my-year-evidence = Shared evidence
my-year-evidence-hint = The latest first. Each can be answered.
my-year-no-evidence = No lesson has been shared yet. It will stand here with what was seen, and room for an answer.
my-year-professionalism-mid-year = Professionalism at mid-year, side by side
my-year-professionalism-end-of-year = Professionalism at the end of the year, side by side
my-year-measures = Student measures
my-year-conversations = Conversations
my-year-no-conversations = No conversation has been scheduled yet.
my-year-promises = Promises
my-year-promises-hint = Of both sides.
my-year-no-promises = No promises yet. They are made in conversations.
my-year-messages = Messages
my-year-no-messages = No message yet.
my-year-rights = Your rights
my-year-rights-hint = They are yours without asking anybody.
my-year-looked = Who has looked
my-year-looked-hint = Everybody but you and your evaluator.
my-year-work = Your work
my-year-work-hint = With this teacher.

next-by = by { $date }
next-on = { $what } on { $date }, { $time }, { $place }
pack-line = Policy pack { $pack }, version { $version }.
pack-line-demo = Values underlined with dashes are not yet confirmed by the district.

status-probationary = probationary
status-probationary-year = probationary, year { $year }
status-non-probationary = non-probationary
status-at-will = at will
status-annual = annual contract
status-unknown = employment class not in the HR file

line-held = held { $date }
line-is-held = held
line-lesson-seen = lesson seen
line-report = report, at the latest
line-report-by = Report, by { $date }
line-lessons = Lessons seen
line-summary = The year { $year } with { $marks ->
    [one] one conversation or lesson
   *[other] { $marks } conversations and lessons
 }; the same stands in a list.

standing-seen = { $date }: { $level }
standing-teacher = teacher: { $level }
standing-evaluator = evaluator: { $level }
standing-own = your self-rating
standing-own-of-teacher = the teacher’s self-rating

situation-losing_np = At risk of losing non-probationary status
situation-at_risk_rating = A rating below Effective is possible
situation-disagree = Self-rating and evaluator’s rating differ
situation-gain_np = On the way to non-probationary status
situation-growing = Growing
situation-strong = Strong
situation-on_track = On track
situation-why = Why the program says so
situation-computed = Computed from shared facts only; nobody types it in, and it decides nothing.
reason-prior-rating = The rating of { $year } was { $rating }.
reason-provisional = The measures that have a value stand at { $points } of 100 points, which is { $rating }.
reason-range = The range today, { $low } to { $high } points, allows { $ratings }.
reason-complete = Every measure has its value: { $points } points, { $ratings }.
reason-ratings-differ = { $indicator }: the teacher rated { $teacher }, the evaluator { $evaluator }.
reason-moved-up = { $indicator } moved up from { $from } to { $to }.

scale-from = from { $points }
scale-from-zero = from 0
not-confirmed = Not yet confirmed by the district:
so-far-possible = If what is known stays as it is, your rating will be
so-far-possible-of-teacher = If what is known stays as it is, the rating will be
so-far-needed = { $rating } still needs { $points } of the { $of } points that are to come.
so-far-summary = Rating so far: between { $low } and { $high } of 100 points.
so-far-not-confirmed = the cut points. A named person of the district confirms them before they decide anything.
so-far-caption = How the range comes about, in points
so-far-measure = Measure
so-far-today = Today
so-far-rests = What it rests on
so-far-rests-short = Rests on
so-far-points = Points
so-far-together = Together
so-far-to = { $low } to { $high }
so-far-of = { $points } of { $weight }
so-far-state-missing = missing
so-far-state-so-far = so far
so-far-state-final = final
so-far-on-indicators = { $count ->
    [one] one indicator, { $mean }
   *[other] mean of { $count } indicators { $mean }
 }
so-far-on-levels = { $count ->
    [one] one level, { $mean }
   *[other] mean of { $count } levels { $mean }
 }
so-far-on-lessons = { $count ->
    [one] one lesson, { $mean }
   *[other] mean of { $count } lessons { $mean }
 }
so-far-on-goals = { $count ->
    [one] one goal, { $mean }
   *[other] mean of { $count } goals { $mean }
 }
so-far-on-percent = { $percent } %
so-far-on-and = { $on }; { $more }
so-far-more = more may come
so-far-missing-obs = no scored lesson shared yet
so-far-missing-prof = not rated yet
so-far-missing-sps = survey results not entered yet
so-far-missing-slo = results of the growth goals not entered yet
so-far-missing-coll = the school’s growth not published yet

evidence-lesson = Lesson seen, { $date }: { $focus }
evidence-shared = Shared { $date }.
evidence-you-answered = You answered on { $date }:
evidence-answered = Answered on { $date }:
evidence-not-answered = You have not answered.
evidence-no-answer = No answer.
evidence-answer = Answer

talk-held = held
talk-planned = to come
talk-cancelled = called off
promise-you = You
promise-both = Both
promise-line = { $who }: { $what }
promise-by = by { $date }
promise-kept-on = kept on { $date }
promise-open = Open the conversation

right-answer = Answer anything
right-answer-text = Your words stay beside a piece of evidence or a rating for good.
right-receive = Receive, not agree
right-receive-text = Acknowledging a rating says that you received it. You may decline to sign; that is recorded, and nothing else changes.
right-copy = Take it with you
right-copy-pdf = Your copy of everything (PDF)
right-copy-json = as data (JSON)
right-history = See its history
right-history-text = Who did what when, in your whole year
right-prior = Last year
right-prior-text = { $year } was { $rating }.

looked-nobody = Nobody but you and your evaluator has opened your year.
looked-who = Who
looked-opened = Opened
looked-when = When
looked-at-record = your year
looked-at-history = its history
looked-at-status = the status over the years
looked-note = A reader is written down before the page is shown to them. Lists that show only names, dates and next steps are not counted.

work-observe = Begin an observation
work-measures = Enter student measures
work-schedule-beginning = Schedule the beginning-of-year conversation
work-schedule-mid-year = Schedule the mid-year conversation
work-schedule-end-of-year = Schedule the end-of-year conversation
work-professionalism-mid-year = Rate professionalism at mid-year
work-professionalism-end-of-year = Rate professionalism at the end of the year
work-rationale-instruction = Write the rationale for instruction
work-rationale-professionalism = Write the rationale for professionalism
work-rating = The overall rating and its sum
work-recommendation = Recommendation for next year
so-far-nothing = Nothing is known yet that a rating could rest on.
so-far-band = in the band of { $rating }
to-come = Whatever may still come
to-come-range = Between { $low } and { $high } points: { $ratings }.
to-come-why = Until a rating is shared, more lessons may be seen and levels may be rated anew. Wherever they end, the rating lies between these two.
to-come-open = Still open: { $measures }.
