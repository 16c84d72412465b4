# Today, and what needs whom by when. The needs are also the next step of other pages.
kind-beginning = beginning-of-year conversation
kind-mid_year = mid-year conversation
kind-end_of_year = end-of-year conversation
kind-check_in = check-in
kind-follow_up = follow-up conversation

distance-today = today
distance-after-year = after this school year
distance-in = { $days ->
    [one] in 1 school day
   *[other] in { $days } school days
 }
distance-late = { $days ->
    [0] due since the weekend
    [one] 1 school day late
   *[other] { $days } school days late
 }

today-title = { $count ->
    [0] Nothing needs you this week
    [one] One thing needs you this week
   *[other] { $count } things need you this week
 }
today-lead-late = { $count ->
    [one] One is late.
   *[other] { $count } are late.
 }
today-lead-quiet = { $quiet ->
    [0] Each of your { $teachers } teachers needs something from you this week.
    [one] One of your { $teachers } teachers needs nothing from you this week.
   *[other] { $quiet } of your { $teachers } teachers need nothing from you this week.
 }
today-late = Late
today-late-hint = It stays here until it is done.
today-this-week = This week
today-this-week-hint = In the order in which things are due.
today-later = Later
today-later-hint = Nothing to do about these yet, unless you like.
today-nothing = Nothing due
today-nothing-text = What somebody needs from you will stand here, with its date and the reason.
today-footer = Distances count school days. Every date comes from the policy pack and the school calendar.
today-district = District
today-door-school = You see the teachers of your school: last contact, situation, what is owed.
today-door-contact = Who has had no contact in 20 school days
today-door-counts = You see counts by school, suppressed where they would name somebody.
today-door-district = The roster, the school year and its policy pack, access, and the record’s health.
today-not-open-title = The year { $year } is not open yet
today-not-open = Your district administrator has not adopted a policy pack for this year. Until then there is nothing to do here.
today-not-open-administrator = Three steps open it: who works where, the policy pack, and the year’s days.
today-begin = To begin
today-begin-roster = Import the roster
today-begin-pack = Adopt a policy pack
today-begin-days = Enter the year’s days

today-evaluator-receive-rating = { $name }: the rating waits to be received
today-evaluator-confirm-met = { $name }: confirm that you met ({ $subject })
today-evaluator-send-follow-up = { $name }: read and send the follow-up ({ $subject })
today-evaluator-meet = { $name }: { $subject }
today-evaluator-prepare = { $name }: prepare the { $subject }
today-evaluator-rate-self = { $name }: self-rating
today-evaluator-rate-professionalism = { $name }: rate professionalism
today-evaluator-keep-promise = { $name }: you promised: { $subject }
today-evaluator-write-rationale = { $name }: write the rationale for { $subject }
today-evaluator-decide = { $name }: decide between two ratings
today-evaluator-confirm-decision = { $name }: read a decision near a cut
today-evaluator-share-rating = { $name }: share the rating
today-evaluator-recommend = { $name }: recommend for next year
today-evaluator-schedule = { $name }: find a time for the { $subject }
today-evaluator-observe = { $name }: see a lesson in this window
today-evaluator-share-observation = { $name }: read and share the observation

today-teacher-receive-rating = Your rating is here: acknowledge it, or decline to sign
today-teacher-confirm-met = Say whether you met ({ $subject })
today-teacher-send-follow-up = A follow-up comes to you ({ $subject })
today-teacher-meet = Your { $subject }
today-teacher-prepare = Prepare for your { $subject }
today-teacher-rate-self = Rate your professionalism yourself
today-teacher-rate-professionalism = Your evaluator rates professionalism
today-teacher-keep-promise = You promised: { $subject }
today-teacher-write-rationale = Your evaluator writes the rationale for { $subject }
today-teacher-decide = The school’s leader decides between two ratings
today-teacher-confirm-decision = A second reader reads the decision
today-teacher-share-rating = Your evaluator shares the rating
today-teacher-recommend = Your evaluator recommends for next year
today-teacher-schedule = Your evaluator finds a time for the { $subject }
today-teacher-observe = Your evaluator sees a lesson
today-teacher-share-observation = Your evaluator shares an observation

today-why-receive-rating = Acknowledging says that it was received, not that you agree. It is due two school days after the rating was shared.
today-why-confirm-met = The conversation counts as held when both of you have said so.
today-why-send-follow-up = The letter is drafted from the shared notes. It is due two school days after you met, one where a low rating is possible.
today-why-meet = The date that you agreed on.
today-why-prepare = Two school days before you meet, so that the other side can read it.
today-why-rate-self = Three school days before you meet, so that both ratings can be read side by side.
today-why-rate-professionalism = Three school days before you meet, with reasons where they are needed.
today-why-keep-promise = The date that was promised.
today-why-write-rationale = Three school days before the end-of-year conversation, so that it is read first.
today-why-decide = The points lie near a cut; a decision and its second reading come five school days before the report.
today-why-confirm-decision = You were asked to be the second reader; without you the rating cannot be shared.
today-why-share-rating = The report must be in the teacher’s hands by this date.
today-why-recommend = Recommendations are entered by this date.
today-why-schedule = The window for this conversation is open, and closes on this date.
today-why-observe = One scored observation belongs into each observation window; this one closes on this date.
today-why-share-observation = You wrote it down and have not shared it. Feedback is due five school days after the lesson.

today-act-receive-rating = Open the rating
today-act-confirm-met = Confirm
today-act-send-follow-up = Read the letter
today-act-meet = Prepare
today-act-prepare = Prepare
today-act-rate-self = Rate yourself
today-act-rate-professionalism = Rate
today-act-keep-promise = Open the promise
today-act-write-rationale = Write it
today-act-decide = Decide
today-act-confirm-decision = Read it
today-act-share-rating = Look and share
today-act-recommend = Recommend
today-act-schedule = Find a time
today-act-observe = Begin an observation
today-act-share-observation = Read and share
today-brief = { $action }: { $subject }
today-later-count = { $count ->
    [one] One thing
   *[other] { $count } things
 }

today-questions-hint = Answers that you owe, and answers to what you asked.
today-question-owed = An answer is due.
today-question-answered = It was answered. Close it, or ask on.
today-question-answer = Answer
today-question-read = Read
