# One sentence for each refusal of crates/domain/src/refusal.rs: what happened, then what to do.
field-reason = the reasons
field-answer = your answer
field-focus = what the lesson was about
field-evidence = what you saw
field-note = the note
field-promise = the promise
field-place = the place
field-rationale = the rationale
field-message = the message
field-subject = the subject
field-goal-title = the goal’s title
field-label = the source or label
field-preparation = your preparation
field-feedback = your own words
field-title = the title
field-summary = the sentence about it
field-page = the text
field-question = your question
about-instruction = instruction
about-professionalism = professionalism

refusal-no-such-thing = This is not here, or not yet. Go back to Today and open it from there.
refusal-no-such-person = Nobody with this name has access. Choose a person from the list.
refusal-no-such-teacher = This person does not teach in this year. Choose a teacher from the list.
refusal-no-such-language = Choose English or Spanish.
refusal-no-school-year = No school year has been opened. Ask your district administrator to open it.
refusal-no-pack = This year has not adopted a policy pack yet. Ask your district administrator to adopt one.
refusal-no-calendar = The year’s first and last student day are not entered yet. Ask your district administrator to enter them.
refusal-pack-does-not-load = This policy pack has faults, so nothing was adopted. Run “pack check” to see each with its line.
refusal-pack-already-adopted = The year already uses exactly this pack. Nothing was changed.
refusal-nothing-ticked = Nothing is ticked. Tick each value that is so.
refusal-value-not-open = “{ $value }” is not open: a source settles it, or somebody has confirmed it meanwhile.
refusal-value-not-confirmed = “{ $value }” is not confirmed, so there is nothing to take back.
refusal-value-not-read = “{ $value }” cannot be read as it was typed. Write a number, a date or a choice of the list.
refusal-proposal-does-not-fit = This does not fit the rest of the pack: { $problem }.
refusal-last-before-first = The last day lies before the first. Check both dates.
refusal-empty = Please write { $field }.
refusal-too-long = In { $field } there are more than { $longest } characters. Shorten the text; nothing was lost.
refusal-date-outside-year = { $date } lies outside the school year. Choose a date within it.
refusal-date-in-future = { $date } is still to come. Choose today or an earlier day.
refusal-date-in-past = { $date } is over. Choose today or a later day.
refusal-ends-before-begins = It ends before it begins. Check both times.
refusal-minutes-out-of-range = A conversation lasts from { $least } to { $most } minutes.
refusal-hr-partner-needs-school = An HR school partner is named for one school; the other offices for the whole district. Choose accordingly.
refusal-already-granted = This person already holds that office.
refusal-not-granted = This person does not hold that office today.
refusal-own-grant = Nobody can take the administrator’s office from themselves. Another administrator can.
refusal-own-evaluator = Nobody evaluates themselves. Choose somebody else.
refusal-not-teaching-there = The teacher does not work at this school on that day. Choose another school or day.
refusal-not-the-evaluator = This person does not evaluate the teacher on that day.
refusal-already-the-evaluator = This person already evaluates the teacher from that day.
refusal-district-not-empty = The district already has people, so the first administrator cannot be entered again. An administrator can grant the office.
refusal-roster-has-errors = Nothing was applied: the file has { $errors ->
    [one] one error
   *[other] { $errors } errors
 }. Mend each and upload again.
refusal-roster-too-many-ended = Nothing was applied: the file would end { $ended } of { $of } people. If that is meant, confirm it and apply again.
refusal-earlier-ratings-have-errors = Nothing was taken over: the file has { $errors ->
    [one] one error
   *[other] { $errors } errors
 }. Mend each and send the file again.
refusal-earlier-ratings-replace = Nothing was taken over: { $count ->
    [one] one rating contradicts
   *[other] { $count } ratings contradict
 } what an earlier file said. If this file is right, confirm it and apply again.
refusal-status-class-unknown = HR’s list does not say which employment class this teacher has, so no status can be stated. It comes with the next roster.
refusal-status-years-missing = Nothing is known of { $years }. Take those ratings over first: a status is not stated across years that nobody knows.
refusal-status-already-stated = This is already stated, and nothing has changed since.
refusal-no-such-observation-kind = Choose one of the kinds of observation.
refusal-no-such-indicator = The framework has no active indicator { $indicator } here.
refusal-score-out-of-range = The score of { $indicator } must be a whole number from { $lowest } to { $highest }.
refusal-score-without-text = You scored { $indicator } and wrote nothing about it. Write in a sentence what you saw.
refusal-indicator-not-scored = { $indicator } has no score yet. This kind of rating covers every indicator.
refusal-nothing-scored = No indicator has a score. Score at least one, or choose the informal kind.
refusal-already-shared = This was shared before. What is shared is never replaced.
refusal-already-sent = This message was sent before.
refusal-already-scheduled = There is an open conversation of this kind already. Move that one, or call it off first.
refusal-already-received = The receipt is already on the record.
refusal-already-recommended = Renewal is already recommended for this year.
refusal-percent-out-of-range = A percentage lies between 0 and 100.
refusal-pupils-out-of-range = A goal covers from 1 to { $most } pupils. Check the four numbers.
refusal-no-goals = Enter at least one growth goal with its pupils.
refusal-not-a-party = Only the two people who meet can do this.
refusal-not-yet-met = The conversation is on { $on }. “We met” can be said from that day on.
refusal-teacher-said-we-met = The teacher has said that you met, so it cannot be called off any more. Say “we met” too, or speak with the teacher first.
refusal-conversation-held = This conversation has been held. Schedule a new one to go on.
refusal-conversation-cancelled = This conversation was called off. Schedule a new one.
refusal-no-such-promise = This promise is not there any more. Open the conversation again.
refusal-promise-kept = This promise is already marked as kept.
refusal-no-such-message = The pack has no such message.
refusal-needs-hr-review = Message { $message } must be read by the HR school partner before it is sent. That step is not part of the program yet, so nothing was drafted or sent.
refusal-no-evidence-linked = Link at least one piece of shared evidence.
refusal-evidence-not-shared = A rationale may rest only on what was shared with the teacher before. Take out what is not shared, or share it first.
refusal-rationale-missing = The rationale for { $about } is not shared yet. The rating follows it.
refusal-decision-required = The result lies near a cut: { $lower } or { $upper }. The school’s leader must decide, and a second reader confirm it, before it can be shared.
refusal-decision-waits = The decision waits for its second reader. Until it is confirmed nothing is shared; whoever decided can withdraw it.
refusal-decision-confirmed = This decision is confirmed already. The rating can be shared.
refusal-decision-void = What the decision rested on has changed, so it no longer holds. The school’s leader must decide anew; the page of the decision says what changed.
refusal-nothing-to-decide = There is nothing to decide here: the result does not lie near a cut, or no decision waits.
refusal-not-a-candidate = Choose one of the two ratings that are open: { $lower } or { $upper }.
refusal-too-little-evidence = Tick at least { $least } pieces of evidence that were shared in this year.
refusal-not-a-second-reader = Choose somebody else: the second reader belongs to the school’s leadership team or to the performance office, did not decide, and is not the teacher’s only evaluator.
refusal-not-calculable = The rating cannot be calculated yet. The page lists what is missing.
refusal-rating-shared = The rating of this year is shared, so what it rests on no longer changes.
refusal-no-such-round = This year’s policy has no such round of questions. Go back to the list of rounds.
refusal-feedback-not-open = This round is not open today. The list of rounds says when it is.
refusal-feedback-answered = You have taken part in this round. One answer counts; please wait for the results.
refusal-feedback-not-closed = This round is open until { $date }. It can be published from the day after.
refusal-feedback-published = This round is published already. Read its results.
refusal-question-unanswered = Please choose an answer to this question; one of them says that you would rather not.
refusal-names-in-text = These words may be names: { $names }. Please write it without them, or say below that none of them is a name here.
refusal-proposal-waits = A change to this page already waits for a second reader. Read that one first, or ask its author to take it back.
refusal-no-proposal = Nothing waits here any more: somebody published it, declined it or took it back. Open the page again.
refusal-own-proposal = You wrote this text. Ask another person of the office to read and publish it.
refusal-not-your-proposal = Only its author can take a proposal back. Decline it with a reason instead.
refusal-not-in-pack = The pack has no text for this page, so there is none to go back to.
refusal-nothing-changed = This is what is there already. Change something, or leave it as it is.
refusal-no-such-topic = Choose one of the topics.
refusal-no-audience = Choose who reads the page.
refusal-cannot-be-shown = Line { $line } of the { $language ->
    [es] Spanish
   *[en] English
 } text has “{ $what }”, which a page cannot show. Pages have no HTML and no pictures, headings begin with ##, links lead to https, mail or this program, and values of the pack are those listed below; tables and lists of the pack stand in a line of their own.
refusal-too-many-files = A page has at most { $most } files. Take one away first.
refusal-file-too-large = The file is larger than { $most } MB. Make it smaller, or link to where it is.
refusal-file-kind = This kind of file is not taken. Send a PDF, PNG, JPEG, Word, Excel or PowerPoint file without macros, or plain text.
refusal-nobody-answers = Nobody answers questions yet, because no administrator is named. Tell whoever runs Forthright in your district.
refusal-already-asked = This question was asked already. Open it to ask on.
refusal-own-question = You are the one who answers this. Choose another topic, or pass the question on to somebody else.
refusal-question-closed = The question is closed. Whoever asked it can open it again.
refusal-question-not-closed = The question is still open. Ask on instead.
refusal-not-answered = The question has no answer yet. Answer it first, or pass it on.
refusal-not-an-answerer = This person answers no questions. Choose somebody of the list, or name the person among the contacts first.
refusal-already-theirs = The question is with this person already. Choose somebody else.
refusal-already-named = This person is named for it already. Nothing has to be done.
refusal-not-named = Nobody is named for it any more. Look at the list again.
refusal-own-cover = Nobody stands in for themselves. Enter the address of somebody else.
refusal-cover-overlaps = Somebody stands in on some of these days already. End that first, or choose other days.
refusal-no-such-cover = Nobody stands in from that day on any more. Look at the list again.
