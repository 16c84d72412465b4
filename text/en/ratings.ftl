# The overall rating: its page, the sum line by line, the acts on it.

rating-crumb = Overall rating { $year }
rating-title-own = Your rating is { $rating }
rating-title-of = { $name }’s rating is { $rating }
rating-lead = { $points } of 100 points. Below is every step.
rating-lead-begins = { $points } of 100 points; { $rating } begins at { $begins }. Below is every step.
rating-footer = Shared { $moment } by { $name }.
rating-footer-unconfirmed = Values underlined with dashes are not yet confirmed by the district.
rating-you = You

rating-not-yet-title = Your rating is not shared yet
rating-not-yet-lead = Nobody has shared a rating of this year with you. Until then you see where it can still fall.
rating-not-yet-range = The range so far

rating-next-acknowledge = Acknowledge that you received this, or decline to sign, by
rating-next-acknowledge-why = Due { $distance }. Receiving is not agreeing. Everything can be read first.
rating-next-waits = { $name } acknowledges this or declines to sign by
rating-acknowledge = Acknowledge
rating-decline = Decline to sign
rating-received-acknowledged = { $name } acknowledged receipt on { $date }.
rating-received-declined = { $name } declined to sign on { $date }.
rating-received-why = Receiving is not agreeing. A written answer is due by { $date } and stays with the report.
rating-write-answer = Write an answer

rating-demo-pack-section = Not yet confirmed
rating-demo-pack-title = Computed with a demo pack
rating-demo-pack = { $count ->
    [one] One value on the way to ratings and dates is not yet confirmed by the district.
   *[other] { $count } values on the way to ratings and dates are not yet confirmed by the district.
} Those that were used here are underlined with dashes. Until they are confirmed, this is a demonstration.

rating-the-sum = The sum
rating-the-sum-hint = Open any line. Fractions are exact; decimals are rounded for reading only.
rating-points-of-100 = { $points } of 100 points
rating-points-exact = { $points } of 100 (exactly { $exact })
rating-weight-times = { $weight } points × { $fraction }
rating-sum-rule = { $rule } Rule { $name }; pack { $pack } { $year }, version { $version }.
rating-findings = To know about this sum
rating-kind-composite = Together
rating-kind-practice = Professional practice
rating-kind-growth = Student growth
rating-kind-measure = Points
rating-kind-fraction = Fraction
rating-kind-raw = Raw value
rating-kind-indicator = Indicator
rating-kind-lesson = Lesson
rating-kind-score = Level
rating-kind-goal = Growth goal
rating-kind-percent = Percent
rating-rule-sum = The lines above, added up.
rating-rule-weighted = The fraction times the weight.
rating-rule-indicator-scale = The distance from the lowest level, divided by the length of the scale.
rating-rule-between-cuts = A straight line between two cuts; beyond the first and the last it does not move.
rating-rule-indicator-mean = The mean of the indicator means: each indicator over its lessons, then all indicators alike.
rating-rule-flat = The mean of all levels, pooled.
rating-rule-per-observation = The mean of the lessons’ means.
rating-rule-mean = The mean; everything counts alike.
rating-rule-points-mean = The mean of the points that pupils earned.
rating-rule-entered = Entered by a person; it stands on the record.
rating-rule-line = { $what }: { $rule }
rating-unconfirmed = Not yet confirmed by the district
rating-source = Source: { $source }.
rating-source-is = Source:
rating-times = Times { $weight } gives { $points }.
rating-percent = { $percent } %
rating-how-scale = The mean of { $mean } on the scale from { $min } to { $max } becomes a fraction: ({ $mean } − { $min }) ÷ { $levels } = { $fraction }.
rating-how-between = { $value } lies between the cuts
rating-how-line = which stand at { $from } and { $to }: { $from } + ({ $value } − { $lower }) ÷ ({ $upper } − { $lower }) × ({ $to } − { $from }) = { $fraction }.
rating-how-at-cut = { $value } lies exactly at the cut
rating-how-beyond-cut = { $value } lies beyond the cut
rating-how-stands = which stands at { $fraction }.
rating-alternatives = Other ways of averaging would give { $list } points.
rating-average-indicator-mean = { $points } (mean of indicator means)
rating-average-flat = { $points } (all levels pooled)
rating-average-per-observation = { $points } (mean of the lessons’ means)
rating-indicators = { $count ->
    [one] One indicator, { $min } to { $max }
   *[other] { $count } indicators, { $min } to { $max }
}
rating-lesson-column = { $date }, { $kind }
rating-lesson-kind-full = full
rating-lesson-kind-short = short
rating-mean = Mean
rating-mean-of = Mean of { $count }
rating-mid-year-column = { $date }
rating-counts-column = End of year, counts
rating-rated-by = Rated by { $name } on { $date }; self-ratings do not count
rating-self-does-not-count = Rated by whoever evaluates; self-ratings do not count
rating-answered-by = { $count ->
    [one] One pupil answered.
   *[other] { $count } pupils answered.
}
rating-goal = Goal
rating-pupils = Pupils
rating-points-column = { $points ->
    [one] 1 point
   *[other] { $points } points
}
rating-goals-caption = Growth goals: how many pupils earned how many points
rating-matrix-unconfirmed = The table by which pupils earn points is not yet confirmed.
rating-entered-by = Entered by { $name } on { $date }. Source: { $source }

rating-finding-never-scored = { $indicator } was never scored this year; the mean leaves it out.
rating-finding-below-target = { $have } of { $target } planned observations were shared; the floor is reached.
rating-finding-survey-too-few = Only { $respondents } pupils answered the survey and { $minimum } are needed, so the weights without a survey hold.
rating-finding-not-counted = { $indicator } was scored and does not count here by the framework.

rating-where = Where it falls
rating-where-hint = Among the cuts of the pack.
rating-scale-summary = { $points } of 100 points; { $rating } begins at { $begins }.
rating-scale-point = The mark: { $points } points.
rating-scale-near = Shaded: within { $width } points of the nearest cut, where a person decides.
rating-distance = { $larger } − { $smaller } = { $exact }, about { $points } points from the nearest cut:
rating-distance-beyond = more than the band in which a person decides,
rating-distance-within = not more than the band in which a person decides,

rating-mean-section = What the ratings mean
rating-meanings-caption = The four ratings
rating-column = Rating
rating-from-points = Begins at
rating-counts-as = For status
rating-state-name = The state’s name
rating-shows-effectiveness = demonstrates effectiveness
rating-shows-none = does not demonstrate effectiveness

rating-coming = Was it seen coming?
rating-coming-hint = What the record shows from before.
rating-coming-talk = { $date }: the { $kind ->
    [beginning] beginning-of-year conversation
    [check_in] check-in
    [follow_up] follow-up conversation
    [mid_year] mid-year conversation
    [end_of_year] end-of-year conversation
   *[other] conversation
} was held
rating-coming-letter = { $date }: a letter
rating-coming-range = { $date }: a letter named the range that was possible then
rating-coming-nothing = Before this rating no conversation was held and no letter was sent.
rating-coming-lessons = { $count ->
    [one] The lesson was shared on { $date }.
   *[other] All { $count } lessons were shared before, the last one on { $date }.
}

rating-rationale = In whose words
rating-rationale-hint = The written basis, with its evidence.
rating-rationale-instruction = Rationale for instruction
rating-rationale-professionalism = Rationale for professionalism
rating-written-by = { $name }, { $date }

rating-can-do = What you can do
rating-teacher-can-do = What the teacher can do
rating-can-do-hint = Each with its date.
rating-do-acknowledge = Acknowledge, or decline to sign
rating-do-acknowledge-why = Acknowledging says that it was received, not that you agree. Declining is recorded with its date, and nothing else changes.
rating-do-answer = Answer in writing
rating-do-answer-why = The words stay with the report for good. A later answer is kept too, with its date.
rating-appeals-later = Appealing a rating is not part of the program yet; the district’s own way stays open.
rating-due-today = today
rating-due-in = in { $days ->
    [one] 1 { $unit ->
        [school] school day
        [working] working day
       *[calendar] day
    }
   *[other] { $days } { $unit ->
        [school] school days
        [working] working days
       *[calendar] days
    }
}
rating-due-past = { $days ->
    [one] 1 { $unit ->
        [school] school day
        [working] working day
       *[calendar] day
    }
   *[other] { $days } { $unit ->
        [school] school days
        [working] working days
       *[calendar] days
    }
} ago
rating-count-opened = How the date was counted
rating-count-day-zero = Day 0 is { $date }, when the rating was shared.
rating-count-ends = { $days } { $unit ->
    [school] school days
    [working] working days
   *[calendar] calendar days
} later: { $date }.
rating-count-left-out = { $date } ({ $label }) is not counted.

rating-answer-section = In writing
rating-answer-label = Your answer
rating-answer-sees = Only you, until you put it on the record. Then { $names } and the school’s leader read it.
rating-answer-hint = Once on the record it stays there for good, beside the report.
rating-answer-share = Put it on the record
rating-no-answer = No answer in writing yet.
rating-answered-at = { $name }, { $moment }

rating-check = Check it yourself
rating-check-text = Anyone can recompute the rating without this program:
rating-check-pdf = the rating with its sum (PDF)
rating-check-data = your whole year as data (JSON)
rating-check-how = how it came about, on one page (PDF)

rating-came-title = How this rating came about: { $name }, { $year }
rating-came-is = { $rating }: { $points } of 100 points, exactly { $exact }.
rating-came-looks = Over a whole year it looks like this{ $open ->
    [yes] { " " }(wording not confirmed)
   *[no] { "" }
}: { $text }
rating-came-measures = The measures
rating-came-measure = Measure, and what it was
rating-came-named = { $measure }: { $was }
rating-came-share = Share of its scale
rating-came-points = { $points } of { $weight } ({ $exact })
rating-came-share-of = { $percent } % ({ $exact })
rating-came-lessons = level { $mean } on average ({ $exact }) of { $min } to { $max }, in { $count ->
    [one] one lesson
   *[other] { $count } lessons
}
rating-came-levels = level { $mean } on average ({ $exact }) of { $min } to { $max }, over { $count ->
    [one] one indicator
   *[other] { $count } indicators
} at the end of the year
rating-came-survey = { $percent } % positive; { $count ->
    [one] one pupil
   *[other] { $count } pupils
} answered
rating-came-goals = { $mean } points a pupil on average ({ $exact }), over { $count ->
    [one] one goal
   *[other] { $count } goals
}
rating-came-collective = { $percent } % of the school’s growth points
rating-came-how = The value of each measure becomes a share of its own scale. The share times the points that the measure can give are its points, and all points are added up. The exact numbers count; decimals are rounded for reading.
rating-came-cut = { $rating } at { $begins }
rating-came-cuts = The ratings begin at these points: { $list }{ $open ->
    [yes] { " " }(not confirmed)
   *[no] { "" }
}.
rating-came-beyond = The nearest cut, where { $rating } begins, is { $distance } points away (exactly { $exact }). A person decides only within { $width } points of a cut{ $open ->
    [yes] { " " }(not confirmed)
   *[no] { "" }
}.
rating-came-near = The cut where { $rating } begins is { $distance } points away (exactly { $exact }). Within { $width } points of a cut{ $open ->
    [yes] { " " }(not confirmed)
   *[no] { "" }
} the points leave two ratings open, and a person decides.
rating-came-no-band = The nearest cut, where { $rating } begins, is { $distance } points away (exactly { $exact }).
rating-came-chosen = Open were { $both }. { $name } chose { $rating } on { $date }, with { $count ->
    [one] one piece
   *[other] { $count } pieces
} of evidence; { $reader } confirmed it as second reader on { $confirmed }. The reasons:
rating-came-shortened = Shortened here; whole on the page of the rating and in its longer print.
rating-came-sources = Rules and sources
rating-came-demo = Computed with a demo pack: what is marked “not confirmed” has not been confirmed by the district. Until it is, this is a demonstration.
rating-came-what-weight = Points of { $measures }
rating-came-what-scale = Scale of { $measures }
rating-came-what-average = Average of { $measures }
rating-came-what-cuts = Where each rating begins
rating-came-what-near = How near to a cut a person decides
rating-came-source = { $what }: { $source }{ $open ->
    [yes] { " " }(not confirmed)
   *[no] { "" }
}.
rating-came-challenge = To check and to disagree
rating-came-receipt = Receipt is acknowledged or declined by { $date }; receiving is not agreeing.
rating-came-check = Every lesson and level stands on the page of the rating. Anyone can compute all of it again from the copy of the year, with the command “forthright recompute”.
rating-came-ways = What a teacher can do who does not agree:
rating-came-way = { $way }, { $until }. { $text }
rating-came-by-day = by { $date }
rating-came-any-time = at any time
rating-came-from-event = up to { $days } { $unit ->
    [school] school days
    [working] working days
   *[calendar] days
} after it happened
rating-came-date = { $date }{ $open ->
    [yes] { " " }(not confirmed)
   *[no] { "" }
}

rating-preview-title = The rating of { $name }, not shared yet
rating-preview-rated = The calculation gives { $rating }, with { $points } of 100 points.
rating-preview-decision = With { $points } of 100 points the calculation leaves two ratings open: { $lower } or { $upper }.
rating-preview-missing = The rating cannot be calculated yet, because something is missing.
rating-preview-footer = The teacher sees none of this page before the rating is shared; only the range on the page of the year.
rating-preview-waits = It is shared by { $names }.
rating-preview-write = You write the rationale for { $about }.
rating-preview-write-why = The rating follows both rationales.
rating-preview-write-button = Write the rationale
rating-preview-share = You share the rating.
rating-preview-share-why = The next page says what that means before it is done.
rating-preview-share-button = Go on to share
rating-decision = A person must decide
rating-decision-hint = The result lies near a cut.
rating-decision-title = Near a cut: two ratings are open
rating-decision-text = So near a cut the calculation chooses no rating: the school’s leader decides between the two and says why, and a second reader confirms it. Until then this rating cannot be shared.
rating-decision-open = Open
rating-missing = What is missing
rating-missing-hint = Each with the page where it is entered.
rating-missing-enter = Open that page
rating-missing-count = { $count ->
    [one] Nothing else is missing for the calculation.
   *[other] { $count } things are missing in all; this comes first.
}
rating-missing-no-low-score = Without these there is no score. No score is not a low score.
rating-missing-observations = { $have } of at least { $needed } scored observations are shared.
rating-missing-full-observations = { $have } of at least { $needed } full observations are shared.
rating-missing-professionalism = The ratings of professionalism at the end of the year are not there.
rating-missing-professionalism-indicator = { $indicator } has no rating of professionalism at the end of the year.
rating-missing-survey = The survey of student perception is not entered.
rating-missing-goals = { $have } of { $needed } growth goals are entered.
rating-missing-goal-without-pupils = The goal “{ $title }” counts no pupil.
rating-missing-collective = The growth of the school is not entered.
rating-missing-out-of-scale = { $indicator } has the level { $score }, which the scale does not have.
rating-before = Before it is shared
rating-before-hint = The rating follows both rationales.
rating-before-written = { $what }: shared on { $date }
rating-before-unwritten = { $what }: not shared yet
rating-before-read = Read it
rating-before-recommend = Recommend renewal

rating-what-it-means = What it means
rating-back = Back to the rating
rating-share-title = Share the rating of { $name }?
rating-share-lead = It is { $rating }, with { $points } of 100 points.
rating-share-decision = It cannot be shared yet: { $lower } or { $upper }, a person must decide.
rating-share-means-1 = The teacher reads it at once, with the whole sum and both rationales, and gets a notice by e-mail that names no result.
rating-share-means-2 = It stays on the record for good. What it rests on no longer changes: scored lessons, professionalism, measures, rationales.
rating-share-means-3 = The teacher’s dates begin today: to acknowledge or decline, and to answer in writing.
rating-share-means-4 = The school’s leader sees it. HR partners and the performance office do not see it by name.
rating-share-button = Share the rating
rating-acknowledge-title = Acknowledge that you received your rating
rating-acknowledge-lead = It says that you received it. It does not say that you agree.
rating-acknowledge-means-1 = The date and your name go on the record. Whoever evaluates you gets a notice.
rating-acknowledge-means-2 = You can still answer in writing; your words stay with the report.
rating-acknowledge-means-3 = No right of yours ends with it.
rating-acknowledge-button = I received it
rating-decline-title = Decline to sign
rating-decline-lead = You need no reason.
rating-decline-means-1 = That you declined goes on the record with its date. Whoever evaluates you gets a notice.
rating-decline-means-2 = The rating stands as it was shared, and nothing else changes.
rating-decline-means-3 = You can still answer in writing; your words stay with the report.
rating-decline-button = Decline to sign

rating-changes = What would change it
rating-changes-hint = The smallest change of one entry, everything else as it is. It would be checked like any other.
rating-changes-up = To reach { $rating }, which begins at { $begins } points
rating-changes-down = To fall to { $rating }, below { $begins } points
rating-changes-measure = Measure
rating-changes-step = What would have to stand there
rating-changes-none = No single change would carry the points across a cut.
rating-changes-note = A measure that is not named cannot cross that cut alone. Near a cut the school leader decides between both ratings.
rating-change-lesson = { $indicator } on { $date }: level { $to } instead of { $from }
rating-change-level = { $indicator }: level { $to } instead of { $from }
rating-change-percent-up = At least { $to } instead of { $from }
rating-change-percent-down = Less than { $to } instead of { $from }
rating-change-pupils-up = { $points ->
    [one] One point more over the pupils of “{ $goal }”
   *[other] { $points } points more over the pupils of “{ $goal }”
 }
rating-change-pupils-down = { $points ->
    [one] One point less over the pupils of “{ $goal }”
   *[other] { $points } points less over the pupils of “{ $goal }”
 }
rating-change-about = { $percent } % (exactly { $exact })
decision-crumb = Decision
decision-title = Decision near a cut: { $name }
decision-left-band = The points no longer lie near a cut: the calculation gives { $rating }. There is nothing to decide.
decision-footer = The teacher sees none of this page before the rating is shared. Then the rating shows both candidates, the reasons, the evidence and both names.
decision-section = Decided near a cut
decision-section-hint = The points alone left two ratings open.
decision-stands = Where it stands
decision-stands-open = Nobody has decided yet.
decision-stands-sent-back = The second reader sent it back.
decision-stands-withdrawn = It was withdrawn.
decision-stands-waiting = Decided; { $reader } has not confirmed it yet.
decision-stands-confirmed = { $rating }, confirmed by { $reader }.
decision-stands-void = It no longer holds, because what it rested on changed.
decision-none = No decision was made.
decision-open-text = So near a cut the calculation chooses no rating. The school’s leader picks one of the two with reasons and evidence, and a second reader confirms it.
decision-open-page = Open the decision
decision-decide-go = Go on to decide
decision-next-by = Due by { $date }: five school days before the report.
decision-next-decide = You decide between the two ratings.
decision-next-read = You read this decision and confirm it, or send it back.
decision-next-share = Both have spoken. Whoever evaluates shares the rating as usual.
decision-chosen = Chosen
decision-candidates = Open were
decision-reader = Second reader
decision-confirmed-by = Confirmed by { $name } as second reader, { $date }
decision-sent-back-by = Sent back by { $name }, { $date }
decision-withdrawn-by = Withdrawn by { $name }, { $date }
decision-void-title = This decision must be made anew
decision-void-text = Since then these changed:
decision-difference-cuts = Where the ratings begin
decision-difference-nothing = The year as a whole: it no longer has two ratings to choose from
decision-evidence-in-sum = Its figures stand in the sum below.
decision-beside = Beside the decision
decision-guidance = How to decide
decision-weigh = What to weigh
decision-never = What must not count
decision-rating-section = The rating
decision-rating = Which of the two
decision-text-section = The reasons
decision-text = Why this one and not the other
decision-sees = You, and the second reader once you decide. The teacher reads it with the rating.
decision-evidence-hint = At least { $least }, all of them shared before.
decision-reader-section = The second reader
decision-reader-hint = Another of the leadership team or the performance office; not the teacher’s only evaluator.
decision-reader-sees = Who is asked gets a notice that names nothing, and sees this page until it is answered.
decision-no-reader = Nobody can be asked. An administrator must name another evaluator at the school or grant the performance office.
decision-decide-section = Decide
decision-decide-means = It goes on the record and to the second reader. Nothing is shared with the teacher by it. If what it rests on changes, it must be made anew.
decision-decide = Decide and ask the second reader
decision-confirm-section = Confirm
decision-confirm-means-1 = You confirm that the reasons follow from the evidence. It is the leader’s choice, not yours.
decision-confirm-means-2 = Your name stands beside it on the shared rating.
decision-confirm-means-3 = After that you no longer see this page, unless you lead or evaluate here.
decision-confirm = Confirm the decision
decision-send-back-section = Or send it back
decision-send-back-reason = What is missing or does not follow
decision-send-back = Send it back
decision-withdraw-section = Withdraw it
decision-withdraw-reason = Why it is withdrawn
decision-withdraw = Withdraw the decision
decision-earlier = Before
decision-earlier-count = { $count ->
    [one] One earlier decision
   *[other] { $count } earlier decisions
}
