# Student measures, entered by hand with their source.
measures-here = Student measures
measures-title = Student measures of { $name }
measures-title-own = Your student measures
measures-lead = What was entered, from where, by whom, and what it gives. A correction is a new entry; the history keeps every one.
measures-flash-entered = It is on the record.
measures-closed = The year’s rating is shared
measures-closed-text = What it rests on no longer changes, so nothing can be entered here any more.
measures-next = Not entered yet: { $measures }.
measures-next-why = Enter each when its results are out. No rating can be shared before all of them are there.

measures-survey-hint = Percent of positive answers of the teacher’s own pupils.
measures-goals-hint = Pupils by the points that they earned towards each goal.
measures-collective-hint = The school’s growth, the same for all its teachers.
measures-applies = Survey in this teacher’s grades
measures-applies-yes = Yes, it is taken.
measures-applies-no = No, it is not taken.
measures-applies-assumed = Nobody has said otherwise, so it counts as taken.
measures-applies-yes-hint = The weights with a survey hold, once enough pupils have answered.
measures-applies-no-hint = The weights without a survey hold.
measures-grades = The survey is taken in grades { $from } to { $to }.
measures-survey-percent = Positive answers, in percent
measures-answers = Pupils who answered
measures-collective-percent = Growth points of the school, in percent
measures-percent-value = { $percent } %
measures-percent-hint = From 0 to 100, such as 76 or 76.5. It is kept exactly as you enter it.
measures-too-few = { $answers ->
    [one] One pupil answered, fewer than { $least }
   *[other] { $answers } pupils answered, fewer than { $least }
 }, so the survey does not count and the weights without it hold.
measures-none-survey = No survey results have been entered.
measures-none-goals = No results of growth goals have been entered.
measures-none-collective = The school’s growth has not been entered.
measures-enter-survey-applies = Say whether it is taken
measures-enter-survey = Enter the survey
measures-enter-goals = Enter the growth goals
measures-enter-collective = Enter the school’s growth
measures-correct = Correct it
measures-source = Source
measures-entered = Entered
measures-entered-by = { $name }, { $moment }
measures-goal = Goal
measures-goals-caption = Pupils by points earned
measures-pupils-with = { $points ->
    [one] 1 point
   *[other] { $points } points
 }
measures-pupils = Pupils

measures-gives = Points that it gives
measures-gives-later = { $weight } points of 100 rest on it once it is entered.
measures-weight-times = { $weight } points × { $fraction }
measures-mean-of-goals = Mean points of the goals: { $goals }; together { $mean }.
measures-lies-between = { $value } lies between the cuts
measures-between = Between them it rises in a straight line: { $from } + ({ $value } − { $lower }) ÷ ({ $upper } − { $lower }) × ({ $to } − { $from }) = { $fraction }.
measures-at-cut = { $value } lies at or beyond a cut, which stands at { $fraction }.
measures-points-are = { $weight } points × { $fraction } = { $points } points.
measures-rule-source = Source of the cuts:

measures-form-survey-applies = Is the survey taken in the grades of { $name }?
measures-form-survey = Survey results of { $name }
measures-form-goals = Growth goals of { $name }
measures-form-collective = School growth for { $name }
measures-form-lead = It goes on the record when you enter it: then the teacher, whoever evaluates, and the leaders of the school see it. Until then it saves itself for you alone.
measures-recorded = On the record
measures-recorded-hint = It stays in the history when you enter another.
measures-entry = Entry
measures-sees = Only you, until you enter it.
measures-source-hint = Where the figures come from, such as “Survey report of 4 December”.
measures-source-hint-correction = Where the figures come from, and why they replace the earlier ones.
measures-enter-act = Enter it on the record
measures-back = Back without entering
measures-changed = Something was entered in the meantime
measures-changed-since = Somebody entered a measure of this teacher after you opened this page. What is on the record now stands above your own figures, which have not been entered. Compare them, then enter yours if they are right.
measures-goal-title = Goal { $row }: title
measures-goal-pupils = Goal { $row }: { $points ->
    [one] pupils with 1 point
   *[other] pupils with { $points } points
 }
measures-more = Add a goal
measures-remove = Take out goal { $row }
measures-points-note = Points come from the pack’s table of starting and final level. Count only pupils who were present for the needed part of the time. An empty number is nobody, and an empty goal is left out.
measures-unreadable-applies = Choose whether the survey is taken in this teacher’s grades.
measures-unreadable-percent = The percentage is missing or cannot be read. Enter a number from 0 to 100, such as 76 or 76.5.
measures-unreadable-answers = The number of pupils who answered is missing or cannot be read. Enter a whole number, such as 24.
measures-unreadable-pupils = A number of pupils cannot be read. Enter a whole number, or leave it empty for nobody.
