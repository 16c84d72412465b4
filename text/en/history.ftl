# Histories: one sentence for each type of event (crates/domain/tests/golden), who can see a record and why, who has
# looked, and the words of the printed copy.

history-crumb = History
history-title-own = The history of your year
history-title-year = The history of { $name }’s year
history-title-thing = History: { $thing }
history-lead = Who did what, and when. Nothing here is ever changed or taken away.
history-lines = What happened
history-lines-hint = The latest first.
history-when = When
history-what = What happened
history-thing = Where
history-find = Find in this history
history-empty = Nothing has happened yet. Every act stands here from the same minute.
history-not-found = No line has these words. Look for fewer of them, or show all.
history-pages = Pages of the history
history-command-line = The command line
history-somebody = Somebody who is no longer known
history-you = { $name } (you)

history-looked = Who has looked
history-looked-hint = Only you see this.
history-reader = Who
history-read = What they opened
history-read-record = your year
history-read-history = its history
history-read-status = your status over the years
history-nobody-looked = Nobody but you and whoever evaluates you has opened your year.
history-looked-note = Once a day and person, the first time of that day. You and whoever evaluates you are not listed.

history-who-can-see = Who can see this
history-who-can-see-hint = Today, and why.
history-nobody-else = Nobody else. HR’s school partner and the performance office see counts without names, and of a teacher the status with each year’s rating, nothing else. Private drafts are seen by their author alone.
history-open-thing = The history of this: who did what, when
history-open-year = The history of the whole year
history-ground-source = { $why } ({ $source })
history-ground-own = whose year it is
history-ground-evaluator = evaluates the teacher today
history-ground-school-leader = leads a school where the teacher works
history-ground-party = takes part in it
history-ground-second-reader = was asked to read the decision near a cut
history-ground-answers = Answers the question
history-ground-hr-partner = HR school partner of the school
history-ground-teachers-partner = HR school partner of the teacher’s school
history-ground-performance-office = works in the performance office
history-ground-administrator = district administrator
history-ground-teaching = teaches at a school of the district
history-ground-evaluating = evaluates teachers of the district
history-ground-everybody = everybody of the district
history-ground-command-line = runs the program on the district’s machine

thing-lesson = Lesson of { $date }
thing-conversation = { $kind ->
    [beginning] Beginning-of-year conversation
    [mid_year] Mid-year conversation
    [end_of_year] End-of-year conversation
   *[other] Conversation
}, { $date }
thing-message = Message: { $label }
thing-rationale = Rationale for { $about }
thing-kind-person = A person
thing-kind-school = A school
thing-kind-roster = A roster
thing-kind-school-year = The school year
thing-kind-observation = An observation
thing-kind-professionalism = Ratings of professionalism
thing-kind-measures = Student measures
thing-kind-conversation = A conversation
thing-kind-message = A message
thing-kind-rationale = A rationale
thing-kind-decision = The decision near a cut
thing-kind-rating = The overall rating
thing-kind-status = The status over the years
thing-kind-earlier-ratings = Ratings of earlier years
thing-kind-recommendation = The recommendation
thing-kind-feedback = Feedback
thing-kind-library = A page of the toolkit
thing-kind-question = A question
thing-kind-contacts = Who answers what

history-prior = { $year }: { $rating }
history-language-en = English
history-language-es = Spanish
history-measure-survey = the student perception survey
history-measure-goals = the growth goals
history-measure-collective = the school’s growth
history-measure-survey-applies = that the survey counts for this teacher
history-measure-survey-does-not-apply = that the survey does not count for this teacher
history-office-hr-partner = HR school partner
history-office-performance = performance office
history-office-administrator = district administrator

event-erased = { $who } erased this, as a court or a schedule demanded. What it said is gone; that it was here stays.
event-gone = { $who } did something here whose words were erased since.
event-person-entered = { $who } entered { $name }.
event-person-changed = { $who } took over what the roster says of { $name }.
event-person-ended = { $who } recorded that the roster no longer has this person from { $date } on.
event-person-returned = { $who } recorded that the roster has { $name } again.
event-person-granted = { $who } granted an office: { $office }.
event-person-grant-ended = { $who } ended an office on { $date }: { $office }.
event-person-evaluator-assigned = { $who } named { $evaluator } as evaluator from { $date } on.
event-person-evaluator-ended = { $who } recorded that { $evaluator } is evaluator until { $date }.
event-person-prior-ratings = { $who } took over ratings of earlier years: { $ratings }.
event-person-language-chosen = { $who } chose { $language }.
event-school-entered = { $who } entered { $name }.
event-school-changed = { $who } took over what the roster says of { $name }.
event-school-ended = { $who } recorded that the roster no longer has this school from { $date } on.
event-roster-applied = { $who } applied a roster: { $added } people added, { $changed } changed, { $ended } ended.
event-school-year-pack-adopted = { $who } adopted the policy pack { $pack }, version { $version }.
event-school-year-values-confirmed = { $who } confirmed { $count ->
    [one] one value
   *[other] { $count } values
 } of the policy pack: { $document }.
event-school-year-confirmation-taken-back = { $who } took back that “{ $value }” is confirmed.
event-school-year-proposed = { $who } proposed { $count ->
    [one] another value
   *[other] { $count } other values
 } for the policy pack.
event-school-year-proposal-declined = { $who } declined the proposed change { $number } to the policy pack.
event-school-year-days-entered = { $who } entered the days of the year: { $first } to { $last }, with { $count ->
    [one] one stretch of days off
   *[other] { $count } stretches of days off
}.
event-observation-shared = { $who } shared the lesson of { $date } ({ $kind }).
event-observation-answered = { $who } answered the lesson.
event-professionalism-rated = { $who } sent { $side ->
    [teacher] a self-rating of professionalism
   *[evaluator] ratings of professionalism
} for { $moment ->
    [mid_year] mid-year
   *[end_of_year] the end of the year
}.
event-measures-entered = { $who } entered { $measure }.
event-conversation-scheduled = { $who } scheduled the { $kind ->
    [beginning] beginning-of-year conversation
    [mid_year] mid-year conversation
    [end_of_year] end-of-year conversation
   *[other] conversation
} for { $date }, { $time }.
event-conversation-moved = { $who } moved the conversation to { $date }, { $time }.
event-conversation-cancelled = { $who } called the conversation off.
event-conversation-preparation-shared = { $who } shared { $side ->
    [teacher] the teacher’s preparation
   *[evaluator] the evaluator’s preparation
}.
event-conversation-we-met = { $who } said “we met”.
event-conversation-held = Both had said “we met”: with { $who }’s word the conversation of { $date } is held, with { $notes ->
    [one] one note
   *[other] { $notes } notes
} and { $promises ->
    [one] one commitment
   *[other] { $promises } commitments
}.
event-conversation-promise-kept = { $who } marked commitment { $number } as kept.
event-conversation-promise-moved = { $who } moved commitment { $number } to { $date }.
event-message-sent = { $who } sent the message “{ $subject }”.
event-rationale-shared = { $who } shared the rationale for { $about }, resting on { $count ->
    [one] one piece of evidence
   *[other] { $count } pieces of evidence
}.
event-decision-decided = { $who } decided between { $lower } and { $upper }: { $rating }, resting on { $count } pieces of evidence. { $reader } was asked to be the second reader.
event-decision-confirmed = { $who } confirmed the decision as second reader.
event-decision-sent-back = { $who } sent the decision back.
event-decision-withdrawn = { $who } withdrew the decision.
event-rating-shared = { $who } shared the overall rating: { $rating }, { $points } of 100 points.
event-feedback-published = { $who } published what people said, unnamed.
event-rating-acknowledged = { $who } acknowledged that the rating was received. Receiving is not agreeing.
event-rating-declined = { $who } declined to sign the rating.
event-rating-answered = { $who } answered the rating in writing.
event-status-stated = { $who } stated the status over the years: { $standing }.
event-status-answered = { $who } answered the statement about the status in writing.
event-earlier-ratings-applied = { $who } took over ratings of earlier years from { $file }: { $added } added, { $replaced } replaced.
event-recommendation-renewal-recommended = { $who } recommended renewal.
event-library-proposed = { $who } proposed { $change ->
    [pack] to go back to the pack’s own text
   *[page] another text: “{ $title }”
 }.
event-library-published = { $who } read and published what was proposed.
event-library-declined = { $who } did not publish what was proposed.
event-library-withdrawn = { $who } took the proposal back.

print-nothing = Nothing is on the record.
print-letters = Characters that could not be set
print-by = { $name }, { $moment }
print-level = Level
print-levels = Levels
print-kind = Kind
print-time = Time
print-focus = About
print-shared = Shared
print-value = Value
print-source = Source
print-entered = Entered
print-survey = { $percent } % positive, { $answers } answers
print-percent = { $percent } %
print-slot = { $date }, { $time }, { $minutes } minutes, { $place }
print-cancelled = Called off.
print-promise = { $what }, by { $date }
print-promise-kept = { $what }, by { $date }; kept on { $kept }
print-renewal = Renewal is recommended.
print-rating = Overall rating
print-rating-is = Rating
print-points = Points
print-pack = Computed by
print-pack-value = pack { $pack }, version { $version }, fingerprint { $fingerprint }
print-receipt = Receipt
print-acknowledged = acknowledged on { $date }: received, not agreed
print-declined = declined to sign on { $date }
print-not-received = not yet acknowledged
print-answers = Answers
print-cuts = Where each rating begins
print-exact = Exact
print-measure = { $name }, { $weight } points
print-goal = { $title } ({ $pupils } pupils)
print-note = { $rule } { $source }
print-unconfirmed = { $note } Not yet confirmed by the district.
print-rationales = Rationales
print-lessons = Lessons seen
print-professionalism = Professionalism
print-measures = Student measures
print-conversations = Conversations
print-messages = Messages
print-recommendation = Recommendation
print-history = History
print-readers = Who has looked
event-question-asked = { $who } asked a question.
event-question-assigned = { $who } had the question go to somebody.
event-question-answered = { $who } answered the question.
event-question-followed-up = { $who } asked on.
event-question-closed = { $who } closed the question.
event-question-reopened = { $who } reopened the question.
event-contacts-named = { $who } named { $name } to answer: { $topic }.
event-contacts-unnamed = { $who } took back who was named to answer: { $topic }.
event-contacts-covered = { $who } entered that { $instead } stands in for { $name } from { $from } to { $to }.
event-contacts-cover-ended = { $who } ended standing in for { $name }.
