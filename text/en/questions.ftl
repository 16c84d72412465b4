# Questions: whom to ask, asking, one question, one's own, the office's, and who answers what.

questions-foot = For questions about this page ({ $topic }): { $name }.
questions-instead = { $name } is away until { $date }.
questions-ask = Ask a question
questions-yours = Your questions

questions-title = Your questions
questions-lead = { $count ->
    [0] None of yours waits for an answer.
    [one] One of yours waits for an answer.
   *[other] { $count } of yours wait for an answer.
 }
questions-begun = Begun
questions-begun-hint = Not sent. Only you see them.
questions-go-on = Go on
questions-answered-section = Answered
questions-answered-hint = Close them, or ask on.
questions-waiting-section = Waiting
questions-none-waiting = No question of yours waits for an answer. Ask one from any page: its foot names who answers.
questions-closed-section = Closed
questions-footer = A question is read by whoever asked it and by whoever answers it, and by nobody else. Nobody reads it for being an evaluator or a school leader.

questions-waiting = waits for an answer
questions-late = late
questions-late-column = Late
questions-answered = answered
questions-closed = closed

questions-ask-title = Ask a question
questions-ask-lead = It goes to the person who answers its topic, and comes back to you with an answer by a day that you see.
questions-ask-footer = What you write saves itself and is yours alone until you send it.
questions-question = Your question
questions-question-hint = As you would say it to a colleague.
questions-text = In your words
questions-text-hint = Name nobody whom it does not need.
questions-sees = Seen by you and by whoever answers, also by whoever stands in. Nobody sees it for being an evaluator or a school leader.
questions-page-along = Send along from which page I ask:
questions-page-hint = Its address only, nothing that stands on it.
questions-topic-section = Topic
questions-topic-section-hint = It decides who answers, and by when.
questions-topic = Topic
questions-topic-choice = What it is about
questions-goes-to = Goes to { $name }, who answers within { $days ->
    [one] 1 school day
   *[other] { $days } school days
 }.
questions-send = Send the question
questions-save = Save

questions-one-title = Question: { $topic }
questions-said = What was said
questions-is-answer = answer
questions-due = { $name } owes an answer by { $date }:
questions-facts = About this question
questions-about = About it
questions-school = School
questions-from-page = Asked from
questions-went-to = Where it went
questions-went = To { $name }, { $date }
questions-went-by-contacts = As the contacts say.
questions-went-instead = Instead of { $name }, who was away.
questions-went-passed = { $name } passed it on: { $reason }
questions-readers = Who can read it
questions-readers-are = { $names }
questions-nobody-else = Nobody else. Nobody reads it for being an evaluator or a school leader.
questions-close = Close it
questions-close-hint = When you have what you need. You can open it again.
questions-close-office-hint = Whoever asked can open it again.
questions-close-act = Close the question
questions-more = Ask on
questions-more-hint = The answer is then due anew.
questions-more-act = Ask on
questions-reopen = Open it again
questions-reopen-hint = Say what is still open.
questions-reopen-act = Open it again
questions-answer = Answer
questions-answer-hint = Whoever asked gets a mail that something is there, without a word of it.
questions-answer-text = Your answer
questions-answer-sees = Seen by { $name } and by whoever answers this topic, once you send it.
questions-answer-act = Send the answer
questions-pass-on = Pass it on
questions-pass-on-lead = Somebody else answers it. The day by which it is due stays.
questions-pass-on-hint = The reason stays beside the question; whoever asked reads it too.
questions-to = To
questions-reason = Reason
questions-reason-sees = Seen by whoever asked and by whoever answers.
questions-pass-on-act = Pass it on
questions-back = Back to the question

questions-office = Questions to answer
questions-office-link = Questions to answer
questions-office-title = { $count ->
    [0] No question waits for an answer
    [one] One question waits for an answer
   *[other] { $count } questions wait for an answer
 }
questions-office-lead = { $late ->
    [0] None is late.
    [one] One is late.
   *[other] { $late } are late.
 }
questions-office-footer = Here stand the questions that went to you, those of topics that you are in charge of, and those of somebody for whom you stand in.
questions-open = Open
questions-open-hint = The earliest due first.
questions-none-open = Nothing waits. What is asked about your topics will stand here by the day on which it is due.
questions-more-open = Only the first { $count } are shown.
questions-counts = By topic
questions-past = Answered and closed
questions-past-hint = The latest first.
questions-line = { $topic }. Asked by { $asker }, with { $owner }.
questions-read = Open
questions-findings = Topics that nobody answers
questions-finding = { $topic }: { $count ->
    [one] at one school ({ $schools })
   *[other] at { $count } schools ({ $schools })
 } nobody is named and nobody holds the office. Questions go to the administrator until somebody does.

questions-contacts = Who answers what
questions-contacts-lead = Each topic goes to the office that the policy pack says, unless you name a person: for one school, or for all.
questions-contacts-link = Who answers what
questions-contacts-sees = Everybody sees the name at the foot of the pages that it concerns.
questions-contacts-history = History of these entries
questions-topics = Topics
questions-topics-hint = From the policy pack of this year.
questions-due-column = Answered within
questions-days = { $days ->
    [one] 1 school day
   *[other] { $days } school days
 }
questions-desk = Office
questions-desk-hr-partner = HR school partner
questions-desk-performance-office = Performance office
questions-desk-administrator = Administrator
questions-named = Named
questions-all-schools = all schools
questions-all-other-schools = all other schools
questions-unname = Take back
questions-unname-label = Take back { $name }, { $topic }
questions-name = Name somebody
questions-name-hint = From then on new questions go there. Open ones stay where they are.
questions-for-school = School
questions-for-school-hint = Leave it open for every school that has nobody of its own.
questions-person = E-mail address of the person
questions-name-act = Name this person
questions-nobody-found = Nobody of the roster alone has the address { $address }. Check it, or ask the administrator for it.
questions-covers = While somebody is away
questions-covers-hint = Both days count. Whoever stands in reads and answers what the other would.
questions-no-covers = Nobody is away.
questions-away = Who is away (e-mail address)
questions-instead-field = Who stands in (e-mail address)
questions-from = First day
questions-until = Last day
questions-cover-act = Enter
questions-no-date = Choose a day.
questions-cover-away = Away
questions-cover-instead = Stands in
questions-cover-when = When
questions-from-to = { $from } to { $to }
questions-end-column = End
questions-end-cover = End it
questions-end-cover-label = End it: { $name }

questions-find = Find likely answers
questions-likely = { $count ->
    [0] Nothing in the toolkit looks like an answer.
    [one] A page of the toolkit may answer it:
   *[other] Pages of the toolkit may answer it:
 }
questions-answered-before = From an earlier answer
# Words that say nothing of what a question is about; they are not looked for.
questions-little-words = a about again all already also am an and another any anybody anything are as at be because been before being both but by can could did do does doing done down each else even ever every everybody few for from further get gets give go goes got had has have having he her here hers him his how however i if in into is it its just know least less let like look made make many may me mean means might mine more most much must my myself need needs never no nobody nor not now of off often on once one only or other our ours out over own please question same say says see shall she should since so some somebody something still such take tell than that the their them then there these they thing things this those though to too two under until up upon us use very was way we well were what when where whether which while who whom whose why will with within without would yet you your yours
questions-to-library = For everybody
questions-to-library-hint = So that nobody has to ask it again.
questions-to-library-text = The answer becomes the draft of a page of the toolkit. Nothing on it leads to this question, words that may be names are looked for before it is proposed, and somebody else of the office reads it before it is published.
questions-to-library-act = Begin a page of the toolkit
