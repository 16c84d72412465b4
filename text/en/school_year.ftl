# The school year as the administrator opens it.
school-year-title = School year { $year }
school-year-lead = What { $year } rests on: a policy pack, adopted whole, and the days on which school is held. { $next } is opened from 1 July.
school-year-pack = Policy pack
school-year-pack-hint = Adopted whole, never edited under a year.
school-year-pack-name = Pack
school-year-pack-finger = Fingerprint
school-year-version = version { $version }
school-year-adopt-another = Adopt another version
school-year-history = What happened to this year, and who did it
school-year-no-pack = This year has not adopted a policy pack. Without one nothing can be scored, scheduled or sent.
school-year-adopt = Adopt a pack
school-year-demo-pack = This is a demo pack
school-year-demo-pack-text = { $count ->
    [one] One value that a rating, a status or a clock rests on is not settled by any source. Every page underlines it with dashes.
   *[other] { $count } values that a rating, a status or a clock rests on are not settled by any source. Every page underlines them with dashes.
 }
school-year-windows = Windows and dates of the pack
school-year-window = What
school-year-opens = From
school-year-closes = Until
school-year-source = Source
school-year-open-now = open now
school-year-days = Days
school-year-days-hint = Every deadline counts them.
school-year-first = First student day
school-year-last = Last student day
school-year-count = School days
school-year-days-off = Days off
school-year-days-off-hint = Breaks, holidays, closures. One day: leave “until” empty.
school-year-no-days-off = No days off are entered.
school-year-label = What it is called
school-year-from = From
school-year-to = Until
school-year-change-days = Change the days
school-year-no-days = The first and last student day are not entered. Without them no deadline can be counted.
school-year-enter-days = Enter the days
school-year-adopt-title = Which pack does { $year } adopt?
school-year-adopt-lead = A pack holds everything that the district decided: framework, measures, the rating rule, windows, guides and letters. The year keeps it whole on the record.
school-year-no-offer = This server has no pack to offer.
school-year-offer = { $title }, version { $version }
school-year-offer-demo = { $count ->
    [one] A demo pack: one value is not confirmed by a source.
   *[other] A demo pack: { $count } values are not confirmed by a source.
 }
school-year-offer-official = Every value that a rating, a status or a clock rests on has a settled source.
school-year-offer-faulty = { $count ->
    [one] Cannot be adopted: it has one fault. “pack check” shows it.
   *[other] Cannot be adopted: it has { $count } faults. “pack check” shows each.
 }
school-year-choose-pack = Choose a pack.
school-year-reason = Why
school-year-reason-sees = Everybody who reads the year’s history. Needed when the year already has a pack.
school-year-back = Back without changing anything
school-year-days-title = On which days is school held in { $year }?
school-year-days-lead = Weekends are left out by themselves. Calendars by school, imports and snow days come with the planned year.
school-year-day-off-n = Days off, row { $number }
school-year-more-rows = Empty rows are left out. Save to get more of them.
school-year-save-days = Save the days
school-year-no-date = This is not a date. Choose a day, for example 24 August 2026.

# What short names in sources stand for.
sources-title = Where the policy’s values come from
sources-lead = Beside a value of the policy stands where it comes from, in short names. Here each of them is written out. The pages were public; many could be read only in part, and nothing is quoted.
sources-list = Short names
sources-code = Short name
sources-what = What it is
sources-where = Where
sources-none = The policy pack of this year names no sources.
sources-known = How well a value is known
sources-known-hint = The letter after a short name, as in [D].
sources-known-D = Read in the source that is named.
sources-known-Dw = Read, but the source is weak or old.
sources-known-I = Follows by arithmetic from what was read.
sources-known-K = Background knowledge that nobody has checked. Pages underline it with dashes until the district confirms it.
sources-known-OWN = Our own design, which no source claims. Pages underline it with dashes until the district confirms it.
sources-moved = “Moved” after a short name: the date of an earlier year on the same weekday of this year.

# The whole policy as a document, and what another pack would change.

policy-title = The policy
policy-lead = { $title }, version { $version }: everything that ratings, dates, guides and letters of this year rest on. Underlined with dashes: not yet confirmed by the district.
policy-contents = Contents
policy-whole = The whole policy, to print
policy-compare = What another pack would change
policy-nothing = This pack says nothing about it.
policy-rule-values = The rule’s values
policy-column-source = Where it comes from
policy-column-rating = Rating
policy-column-from = From points
policy-column-state = The state’s name
policy-column-value = Value
policy-column-is = What it is
policy-column-measure = Measure
policy-column-with-survey = With survey
policy-column-without-survey = Without survey
policy-column-indicator = Indicator
policy-column-what = What
policy-column-when = When
policy-column-item = Item
policy-column-done = Done when
policy-column-due = Due
policy-column-looks-like = What it looks like
policy-column-point = Point
policy-column-counts = Counts
policy-column-step = Step
policy-column-trigger = Begins with
policy-column-decides = Who decides
policy-column-option = Option
policy-ratings = Ratings
policy-ratings-hint = What points become, and what status needs.
policy-measures = Measures
policy-measures-hint = Points of 100 for each.
policy-framework = Framework
policy-framework-hint = What is looked at, and each level in words.
policy-dates = Dates
policy-dates-hint = Windows and deadlines.
policy-checklists = Checklists
policy-checklists-hint = Short names under “due” are dates above.
policy-characteristics = Characteristics
policy-characteristics-hint = What each overall rating looks like.
policy-decisions = Deciding near a cut
policy-decisions-hint = What may be weighed, and what must stay out.
policy-supports = Support
policy-supports-hint = The ladder, from a first concern on.
policy-procedures = Procedures
policy-procedures-hint = Steps with their clocks.
policy-options = Options
policy-options-hint = For leaders with a concern and for teachers who disagree.
policy-messages = Letters
policy-messages-hint = Every template as it is filled in.
policy-message-later = Its text comes with the review by the HR school partner.
policy-value-target = Scored lessons that are aimed at
policy-aggregate-indicator-mean = each indicator over its lessons, then all indicators alike
policy-aggregate-flat = all levels pooled
policy-aggregate-per-observation = the mean of each lesson, then of the lessons
policy-calendar-before = { $days } calendar days before { $anchor }
policy-calendar-after = { $days } calendar days after { $anchor }
policy-working-before = { $days } working days before { $anchor }
policy-working-after = { $days } working days after { $anchor }
policy-school-before = { $days } school days before { $anchor }
policy-school-after = { $days } school days after { $anchor }
policy-list-leader = School leader
policy-list-evaluator = Evaluator
policy-list-teacher = Teacher
policy-options-leader = A leader with a concern
policy-options-teacher = A teacher who disagrees
policy-weigh = is weighed
policy-leave-out = must not count

effect-title = What would another pack make of { $year }?
effect-crumb = Another pack
effect-lead = The same records, computed under both. Nothing is changed by looking: a year keeps its pack until a named person adopts another, with a reason, and a shared rating keeps the pack that it was made with.
effect-no-offer = This server has no other pack. A folder of packs is given with --packs.
effect-other = Compare with
effect-show = Compare
effect-back = Back to the policy
effect-numbers = In numbers
effect-numbers-hint = For whoever adopts packs. No name, and no small number.
effect-records = { $count ->
    [one] One teacher has records this year.
   *[other] { $count } teachers have records this year.
 }
effect-same = stay as they are
effect-higher = would come out higher
effect-lower = would come out lower
effect-otherwise = would gain or lose a score
effect-changes = Records that would change
effect-now = Under this year’s pack
effect-then = Under the other
effect-count = How many
effect-none = No record would change.
effect-keep-title = What was shared stays
effect-keep = A rating that a teacher has received is not computed anew by a later pack.
effect-no-score = no score yet
effect-decision = to decide: { $both }
effect-names = Side by side
effect-names-hint = The teachers whose years you may read. Changed ones first.
effect-side-by-side = Each record under both packs
effect-teacher = Teacher
effect-way = Change
effect-shared = shared, stays

# What the district is asked about values that no source settles.
confirmations-title = What the district confirms
confirmations-lead = Ratings, status and clocks rest on these values, and no public page settles them. Each counts as confirmed once a named person says that it is so, and where that is written.
confirmations-link = What is open, what it decides, and what else it could be
confirmations-count = { $open ->
    [0] All { $of } values are confirmed.
   *[other] { $open } of { $of } values are open.
 }
confirmations-some = { $open ->
    [0] confirmed
   *[other] { $open } of { $of } open
 }
confirmations-none = Every value of this pack has a settled source.
confirmations-official = This pack is official
confirmations-rating = What ratings rest on
confirmations-status = What status rests on
confirmations-clock = What dates and deadlines rest on
confirmations-rest = Values that the pack asks nothing about
confirmations-alternatives = What else it could be
confirmations-open = Open
confirmations-all = Everything here is confirmed.
confirmations-confirmed = Confirmed
confirmations-tick = Tick what is so in your district
confirmations-tick-hint = What is otherwise stays open: it is changed in a new version of the pack, which you adopt with a reason.
confirmations-document = Where your district has it in writing
confirmations-document-hint = For example: handbook 2026-27, page 14. It stands beside the value as its source.
confirmations-sees = Everybody who reads the policy, with your name.
confirmations-confirm = Confirm what is ticked
confirmations-by = { $name }, { $date }: { $document }
confirmations-take-back = Take this back
value-scale = Levels of an indicator
value-levels = { $min } to { $max }
value-lesson-full = every indicator, { $from } to { $to } minutes
value-lesson-some = some indicators, { $from } to { $to } minutes
value-weights = Points of { $label }
value-points = { $with }; where there is no survey { $without }
value-measure-scale = Where the levels of { $label } begin
value-straight = one straight line from the lowest level to the highest
value-survey-respondents-min = Fewest answers to the survey
value-survey-grades = Grades with a survey
value-grades = { $from } to { $to }
value-goals-count = Growth goals in a year
value-goals-matrix = Points of a pupil
value-matrix = Points at each end ({ $ends }), by start
value-percent = { $percent } %
value-goals-presence-min = Share of the time for which a pupil must have been present
value-anchors = Fractions at floor, cuts and ceiling
value-cuts = Cuts
value-decision-half-width = A person decides within so many points of a cut
value-decision-evidence-min = Fewest pieces of evidence of a decision near a cut
value-decision-second-reader = A second person confirms a decision near a cut
value-aggregate = How lessons are averaged
value-floor-probationary = Fewest scored lessons, probationary
value-floor-non-probationary = Fewest scored lessons, non-probationary
value-floor-full-min = Fewest full lessons
value-status-gain = Effective years in a row that gain status
value-status-lose = Years below Effective in a row that lose it
value-status-no-score = A year without a score
value-bridge = leaves the count as it was
value-break = starts the count anew
value-status-applies = ratings gain and lose status
value-no-status = ratings have no consequence for status
value-plan-reasons-max = Most indicators of a support plan
value-plan-days-min = Fewest calendar days of a support plan
value-plan-checkpoint-every = School days from one checkpoint to the next
value-plan-checkpoints-min = Fewest checkpoints of a support plan
value-plan-delivered-min = Share of the promised support that must have been given
value-yes = yes
value-no = no
policy-anchor-FSD = the first student day
policy-anchor-LSD = the last student day
policy-anchor-BOYC = the beginning-of-year conversation
policy-anchor-MYC = the mid-year conversation
policy-anchor-EOYC = the end-of-year conversation
policy-anchor-MY = the first day of the mid-year window
policy-anchor-EOY = the first day of the end-of-year window
policy-anchor-OBSERVED = the lesson
policy-anchor-SHARED = the day it was shared
policy-anchor-RD = receipt of the report
policy-anchor-DELIVERED = its delivery
policy-anchor-SPD = the start of the plan
policy-anchor-REQUEST = receipt of the request
policy-anchor-EVENT = the event, or the day it became known
policy-anchor-FILED = the written step
policy-anchor-ANSWERED = receipt of the answer
policy-anchor-NOTICE = receipt of the notice
policy-anchor-BOARD = the board’s meeting
policy-anchor-CHOSEN = the choice of the hearing officer
policy-anchor-HEARD = the end of the hearing
policy-anchor-MEETING = the meeting of both sides
