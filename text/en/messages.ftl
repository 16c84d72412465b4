# Messages: the drafted letter for its sender, the facts that fill it, and the letter as it was sent.

letter-crumb = Letter
letter-follows = About { $about }.
letter-about-conversation = the { $kind } of { $date }
letter-about-observation = the lesson of { $date }
letter-about-recommendation = the recommendation for next year
letter-about-rating = the overall rating
letter-locked = It is drafted for you. Its words stay as they are, because a right or a rating is in question; you can add your own.
letter-open = It is drafted for you, and you can change every word before { $name } reads it.
letter-language-en = It is written in English, the language that its reader chose.
letter-language-es = It is written in Spanish, the language that its reader chose.
letter-back = Back to what it is about
letter-waits-title = The letter waits for the rating
letter-waits = The letter after the end-of-year conversation names the rating. It can be drafted as soon as the rating is shared.
letter-nothing-title = There is no letter for this
letter-nothing = The policy pack has no letter that fits here.
letter-review-title = The HR school partner reads this letter first
letter-review = A status or a contract is in question, so that this letter goes through HR before it is sent. That step is not part of the program yet. Nothing was drafted.
letter-review-meanwhile = Until then the shared notes and promises of the conversation are what both of you have in writing.

letter-next-gaps = { $count ->
    [one] One thing is missing that only you can write.
   *[other] { $count } things are missing that only you can write.
 }
letter-next-send = You read the letter and send it.
letter-due = Due by { $date }, { $distance }.
letter-to-gaps = To what is missing
letter-to-sending = To sending
letter-gaps = From you
letter-gaps-hint = The record does not say these.
letter-gap = [{ $field }: still to be written]
letter-one-a-line = One on each line.
letter-more = Add more, if it helps
letter-fill = Put it into the letter
letter-as-read = The letter
letter-as-read-hint = As { $name } will read it.
letter-own = Your words
letter-own-hint = Change what you like.
letter-own-locked-hint = They stand between the fixed words.
letter-own-sees = Only you, until you send it.
letter-own-body = The letter’s text
letter-own-marks = Two stars around words make them bold, a dash begins a point of a list, an empty line a new paragraph.
letter-own-opening = After the first statement
letter-own-closing = Before the close
letter-unchanged = So far it says what the template says.
letter-changes = { $count ->
    [one] One paragraph differs from the template
   *[other] { $count } paragraphs differ from the template
 }
letter-removed = Taken out:
letter-added = Added:
letter-sending = Sending
letter-sending-means = It is kept in full on the record as it stands, and cannot be changed afterwards. { $name } gets a notice by e-mail that says only that a message is there.
letter-send = Send it
letter-look = Show it with my changes
letter-again = Begin again from the template
letter-cannot-send = { $count ->
    [one] It cannot be sent while one thing is missing.
   *[other] It cannot be sent while { $count } things are missing.
 }
letter-error-gap = Write “{ $field }”. The letter does not go out with a gap.
letter-error-changed = The facts have changed since you read the letter. Read it once more and then send it.

letter-field-evaluator_title = Your title
letter-field-school = School
letter-field-goals = Goals
letter-field-supports = What the school gives
letter-field-commitments = Who does what, and by when
letter-field-aspiration = Where the teacher would like to go
letter-field-next_observation_window = When you plan to see the next lesson
letter-field-strength = One strength
letter-field-lever = One thing to change
letter-field-next_step = Next step
letter-field-check_date = The date on which you look at it again
letter-field-reply_by = The date by which to answer
letter-field-strengths = Strengths
letter-field-growth_area = What to grow in next
letter-field-concerns = What the concern rests on
letter-field-provisional_range = Where it points
letter-field-dissent_route = What is open to the teacher who disagrees
letter-field-representative_note = A word about a representative
letter-field-improvement = What to improve
letter-field-next_year_step = First step next year
letter-field-documentation = What the rating rests on
letter-field-status_effect = What it means for the status
letter-field-options = What the teacher can do, and by when
letter-field-measure_lines = The measures
letter-field-contract_type = Kind of contract
letter-field-board_date = The day on which the board votes
letter-field-response_by = The date by which to answer in writing
letter-field-prepare = What helps beforehand
letter-field-agenda = Agenda
letter-field-conversation_place = Place

message-lead = { $sender } to { $teacher }, { $moment }
message-letter = Letter
message-letter-hint = As it was sent. It does not change.
message-about = What it is about
message-template = From the pack’s letter “{ $label }”, as drafted.
message-template-personalised = From the pack’s letter “{ $label }”, with the sender’s own words.
message-who-reads = The teacher, whoever evaluates the teacher, and the school’s leader can read it.
message-history = Its history

fact-moved-up = { $indicator } from { $from } to { $to }
fact-missing-observations = { $count ->
    [one] one scored observation
   *[other] { $count } scored observations
 }
fact-missing-full-observations = { $count ->
    [one] one full observation
   *[other] { $count } full observations
 }
fact-missing-professionalism = professionalism at the end of the year
fact-missing-survey = the student survey
fact-missing-goals = { $count ->
    [one] one growth goal
   *[other] { $count } growth goals
 }
fact-missing-collective = the school’s growth
fact-promise = { $who }: { $what }, by { $date }
fact-seen = { $indicator }, at { $level } ({ $band }), seen on { $date }
fact-seen-text = { $line }: “{ $text }”
fact-agenda = { $item }, { $minutes } min
fact-range = { $ratings }, from { $low } to { $high } points
fact-aspiration = You wrote: “{ $text }”
fact-window = { $from } to { $to }
fact-representative = You may bring a representative to any conversation about this.
fact-dissent = You can answer each piece of evidence on your page, in your own words and without a deadline.
fact-dissent-until = You can answer each piece of evidence on your page, in your own words and without a deadline. You can also ask for another observer until { $date }; you do not have to say why.
fact-measure = { $measure }: { $points } of { $weight } points
fact-together = Together: { $points } of 100 points
fact-lesson = { $kind } of { $date }, shared on { $shared }
fact-rationale = The rationale for { $about }, shared on { $date }
fact-status-probationary = You stay probationary. A year below Effective does not count towards the years in a row at Effective or above that non-probationary status asks for.
fact-status-first-low = Your status stays non-probationary. A second year in a row below Effective would return you to probationary status, which is not the same as losing your job.
fact-status-none = Ratings do not change your employment class.
fact-option-answer = Answer the report in writing until { $date }; your words stay with it for good.
fact-option-decline = Acknowledge that you received it, or decline to sign. Receiving is not agreeing.
fact-option-copy = Take a copy of your whole record at any time.
fact-report-link = You find it on your page, line by line, with the rule and the source of each.
fact-received = Acknowledging says that you received it, not that you agree. You can also decline to sign; that is recorded with its date.
