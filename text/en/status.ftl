# The status over the years: what a teacher's ratings come to, as computed and as stated. "What it does not mean" stands wherever it says something grave.

status-no-score = no score
status-standing-unknown = not known
status-standing-probationary = probationary
status-standing-non-probationary = non-probationary
status-standing-at-risk = non-probationary, at risk
status-standing-lost = returned to probationary
status-standing-outside = no status in this class
status-standing-counted = { $standing }, { $counted } of { $of } years counted

status-section = Status over the years
status-section-hint = It is yours to state. You read each year’s rating and the status, and nothing else of any year; the teacher sees that you looked.
status-open = How it came about, year by year
status-doors = Status: where each teacher’s years come to, and what was stated.
status-crumb = Status
status-title = Status over the years: { $name }
status-title-own = Your status over the years
status-command-line = the command line
status-changed = This has changed since the page was made: by another statement, an answer, or a rating that came in. Below is how it stands now; what you wrote is still here.

# Where it stands.
status-says-unknown = HR’s list does not say which employment class this is, so nothing is computed.
status-says-probationary = { $counted ->
    [0] Probationary. No year counts yet of the { $of } in a row that are needed.
   *[other] Probationary, with { $counted } of { $of } years in a row counted.
 }
status-says-non-probationary = Non-probationary, and no year below Effective is in question.
status-says-at-risk = { $left ->
    [one] Non-probationary, and at risk: { $year } was below Effective. One more such year in a row would mean a return to probationary status.
   *[other] Non-probationary, and at risk: { $year } was below Effective. { $left } more such years in a row would mean a return to probationary status.
 }
status-says-lost = With { $year } the years come to a return to probationary status. That is not a dismissal.
status-says-outside = In this employment class there is no status to gain or lose; ratings have no consequences for it.
status-where = Where it stands
status-by-years = By the years
status-by-hr = HR’s list today
status-latest = Stated
status-not-stated = not stated
status-changed-since = other than stated; not stated anew
status-stated-on = on { $date }
status-finding-class-differs = HR’s list says { $class }, and the years say otherwise. One of the two is wrong, or HR’s list does not have the change yet.
status-finding-years-missing = Nothing is known of { $years }. No chain reaches across those years, and no status is stated before their ratings are taken over.
status-finding-nothing-known = No earlier year is known, although this person was here before. Take the earlier ratings over.
status-finding-rating-differs = For { $year } the imported file has another rating than the record. The record’s counts.
status-finding-rating-unknown = { $rating }, which the file has for { $year }, is no rating of this policy. That year counts as unknown.
status-demo = What is underlined with dashes rests on no source that settles it: our own reading, until the district confirms it.

# Year by year.
status-years = Year by year
status-years-hint = Each year’s rating, where it is from, what it did, and by which rule.
status-no-years = No earlier year is known.
status-began = Before the first of these years: { $class }.
status-column-year = Year
status-column-rating = Rating
status-column-from = From
status-column-did = What it did
status-column-if = If it is
status-column-would = What it would do
status-column-then = Then
status-column-teacher = Teacher
status-column-stands = By the years
status-column-stated = Stated
status-not-known = not known
status-from-record = shared on the record
status-from-roster = imported with a roster
status-from-file = imported: { $file }, by { $name }, { $date }
status-service-late = hired late in the year
status-service-interrupted = service was interrupted
status-district = in { $district }
status-rule = { $says } ({ $id }; { $source })
status-source = Source: { $source }
status-unsettled = Our own reading of the rule, not confirmed by the district.
status-effect-counted = counts: { $counted } of { $of } years in a row
status-effect-gained = counts as the last of { $of } years: gains non-probationary status
status-effect-restarted = below Effective: the count begins anew
status-effect-kept = changes nothing: the status is kept
status-effect-cleared = the low year before it no longer counts
status-effect-at-risk = below Effective: the status is kept, and at risk
status-effect-lost = below Effective for the { $of ->
    [2] second
   *[other] last of { $of }
 } year in a row: back to probationary status
status-effect-bridged = no score: neither breaks nor makes a chain
status-effect-broken = no score: every chain begins anew
status-effect-interrupted = service was interrupted: years before no longer count
status-effect-elsewhere = rated in another district: does not add up here
status-effect-outside = no consequences in the class of that year
status-effect-unknown = no chain reaches across it
status-rule-ST1 = Consecutive years at Effective or above, in continuous employment in one district, gain the status.
status-rule-ST2 = A year below Effective while probationary begins the count anew.
status-rule-ST3 = Ratings of other districts do not add up for a probationary teacher.
status-rule-ST4 = Consecutive years below Effective, in any mix, lose the status; nobody is dismissed by that.
status-rule-ST5 = The first year below Effective keeps the status and puts the next year in question.
status-rule-ST6 = A year without a score keeps everything as it was.
status-rule-ST7 = A late hire counts as a full year where service is continuous.
status-rule-ST8 = The status is carried to a new district when the teacher asks for it.
status-rule-ST9 = Employment decision, rating and status are three records.
status-rule-ST10 = Ratings do nothing to at-will and annual-contract classes.

# What this year may do, what it means, what one can do.
status-this-year = What this year’s rating would do
status-this-year-hint = Every rating that is possible. Nobody has decided anything.
status-means = What it means, and what it does not
status-means-unknown = Nothing follows from it. HR’s next list brings the class.
status-means-probationary = Contracts run for one year at a time. Years at Effective or above in a row, in continuous employment, lead to non-probationary status; nobody can promise it.
status-means-non-probationary = The contract is protected more than a probationary one. One year below Effective would keep the status and put it at risk.
status-means-at-risk = The status is kept today. A year at Effective or above ends the risk; it then no longer counts that the earlier year was low.
status-means-lost = From then on contracts run for one year at a time. It is not a dismissal, and there is an appeal with a clock of its own against the last of the low ratings.
status-means-outside = Ratings are given, shared and answered as everybody’s; only the status does not depend on them.
status-means-apart = Status, rating and employment are three records. None of them changes another by itself, and a status dismisses nobody.
status-means-not-by-itself = What the program computes changes nothing. A person of HR or the performance office states it, by name, and the teacher may answer.
status-number-gain = { $count ->
    [one] One year at Effective or above gains the status.
   *[other] { $count } years in a row at Effective or above gain the status.
 }
status-number-lose = { $count ->
    [one] One year below Effective loses it.
   *[other] { $count } years in a row below Effective lose it.
 }
status-can-do = What you can do
status-teacher-can-do = What the teacher can do
status-do-answer = Answer in writing
status-do-rating = This year’s rating, with its sum and its dates
status-do-file = Say that an imported year is wrong: to HR’s partner of the school or to the performance office. A corrected file replaces it.

# What was stated, and stating it.
status-stated = What was stated
status-stated-hint = By a person, by name. Each statement keeps the years as they were then.
status-none = Nothing was stated this year.
status-stated-by = { $name }, { $moment }
status-answered-by = Answered by { $name }, { $moment }
status-years-then = The years as they were then
status-pack = Policy pack { $pack }, version { $version }
status-pack-demo = Policy pack { $pack }, version { $version }, a demo pack: not every value is confirmed by the district
status-answer = Your answer
status-answer-sees = Only you, until you share it. Then the school’s leader, HR’s partner and the performance office read it.
status-answer-hint = It stays with the statement for good.
status-answer-share = Share the answer
status-state = State it
status-state-hint = This is what would be recorded.
status-records-standing = The standing
status-records-years = The years
status-records-lines = { $count ->
    [0] none is known
    [one] the one year above, with its rule
   *[other] the { $count } years above, each with its rule
 }
status-records-pack = By
status-records-by = Stated by
status-note = A word to the teacher
status-note-sees = Only you, until you state it. Then the teacher, the school’s leader, HR’s partner and the performance office read it.
status-note-hint = Whom to ask, and what comes next. It changes nothing of what is computed.
status-state-means = It goes on the record for good. The teacher gets a notice that names nothing, and may answer. No rating, contract or HR list changes by it.
status-state-button = State the status
status-sees = The teacher, the leader and HR’s partner of the teacher’s school, and the performance office.
status-sees-nobody-else = Nobody else. Whoever evaluates sees this year and its situation, and not the years behind it. The teacher sees who has looked.

# A school, and ratings of earlier years.
status-school-title = Status over the years, { $school }
status-school-lead = Where each teacher’s years come to. The ratings behind it are on each teacher’s own page, and who opens it is noted there.
status-school-nobody = Nobody teaches at this school today.
status-school-note = You are not on your own list.
status-import-title = Take over ratings of earlier years
status-import-lead = Send a spreadsheet saved as CSV. You see first what it would change; nothing is taken over until you say so.
status-import-file = File
status-import-field = Ratings of earlier years
status-import-sees = What is taken over is read by each teacher, the school’s leader, HR’s partner and the performance office. The file itself is not kept.
status-import-hint = One CSV file, a row for each teacher and year.
status-import-read = Read the file and show what would change
status-import-template = An empty file with the columns
status-import-no-file = No file was sent. Choose the CSV file with the ratings.
status-import-too-large = The file is larger than 64 MB. Send only the ratings.
status-import-broken = The sending broke off before everything had arrived. Nothing was changed; send the file again.
status-import-forgotten = This file is no longer kept: a reading stays for an hour, and for the person who sent it. Nothing was changed; send the file again.
status-import-columns = Its columns
status-import-columns-hint = In any order; others beside them are not read.
status-import-column = Column
status-import-holds = Holds
status-import-column-teacher = Whose rating it is, as the roster names the person; one of the two in each row.
status-import-column-year = 2024-25, 2024-2025, or 2025 for the year that ends then. The year is over.
status-import-column-rating = A rating of this year’s policy by short form or name, or “no score”.
status-import-column-service = full, late or interrupted. Empty means full.
status-import-column-class = HR’s class in that year: probationary, non-probationary, at-will or annual. May be empty.
status-import-column-district = The other district that gave the rating. Empty means this one.
status-import-last = The last import
status-import-never = No file has been taken over yet.
status-import-last-by = { $file }, by { $name }, { $date }
status-import-count-added = Ratings added
status-import-count-replaced = Ratings replaced
status-import-count-unchanged = Ratings unchanged
status-import-count-teachers = Teachers with a change
status-import-dry-run = What the file would change
status-import-read-rows = { $count ->
    [one] One row was read from { $file }.
   *[other] { $count } rows were read from { $file }.
 }
status-import-nothing-yet = Nothing has been taken over yet.
status-import-outcome = Outcome
status-import-errors = { $count ->
    [one] One error stands in the way
   *[other] { $count } errors stand in the way
 }
status-import-errors-text = Nothing of the file is taken over while one stands. Each is below with its line, its column and how to mend it.
status-import-again = Send the file again
status-import-nothing = Nothing to take over
status-import-nothing-text = The record already says all that this file says. Nothing was changed.
status-import-replaces = { $count ->
    [one] One rating would be replaced
   *[other] { $count } ratings would be replaced
 }
status-import-replaces-text = An earlier file said otherwise. A status that was stated keeps the years as they were then.
status-import-replaces-confirm = It is meant: replace them
status-import-apply-hint = All of it in one step, or none. Each rating keeps the file’s name, your name and the day.
status-import-apply = Take these ratings over
status-import-discard = Discard, and send another file
status-import-changed = The record changed since this file was compared. Below is what it would change now. Look again, then take it over.
status-import-problems = Problems
status-import-problems-hint = Errors stop everything. Warnings are taken over, and somebody should look at them. Notes are harmless.
status-import-done = The ratings are taken over
status-import-done-lead = Everything below is on the record.
status-import-to-schools = To the schools
status-import-another = Take over another file
