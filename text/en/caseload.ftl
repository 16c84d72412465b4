# The caseload of an evaluator and the school of a leader.
caseload-title = { $count ->
    [0] Nobody is on your caseload
    [one] Your one teacher
   *[other] Your { $count } teachers
 }
school-title = { $count ->
    [0] Nobody teaches at your school yet
    [one] The one teacher of your school
   *[other] The { $count } teachers of your school
 }
caseload-lead-risk = { $count ->
    [0] Nobody’s rating or status is in question.
    [one] One teacher’s rating or status is in question.
   *[other] For { $count }, a rating or a status is in question.
 }
caseload-lead-contact = { $count ->
    [0] Everybody had contact within 20 school days.
    [one] One had no contact in 20 school days.
   *[other] { $count } had no contact in 20 school days.
 }
caseload-caption = { $count ->
    [one] One teacher
   *[other] { $count } teachers
 }
caseload-teacher = Teacher
caseload-next = Next step
caseload-contact = Last contact
caseload-situation = Situation
caseload-seen = Indicators seen
caseload-find = Find a teacher
caseload-order-next = next step
caseload-order-contact = last contact
caseload-order-name = name
caseload-show-all = Show everybody
caseload-show-silent = Only those without contact in 20 school days
caseload-empty = Nobody by that name here.
caseload-everybody-met = Everybody had contact within 20 school days.
caseload-no-contact = none yet
caseload-nothing-owed = nothing
caseload-note = Contact is a lesson seen, a conversation held or a message sent.
contact-observation = lesson
contact-conversation = conversation
contact-message = message
school-evaluated-by = evaluated by { $names }
