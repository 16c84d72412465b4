# The toolkit library.
library-title = The toolkit
library-lead = Guides, checklists, samples and rules of { $year }. Dates and numbers in them are those of the year’s own pack.
library-waiting = { $count ->
    [one] One page waits for a second reader
   *[other] { $count } pages wait for a second reader
 }
library-waiting-link = Read what is proposed
library-find = Find
library-find-hint = Typing errors are forgiven.
library-find-label = What are you looking for?
library-year = School year
library-found = { $count ->
    [0] Nothing for “{ $looked }”
    [one] One page for “{ $looked }”
   *[other] { $count } pages for “{ $looked }”
 }
library-instead = “{ $typed }” stands nowhere; this is for “{ $instead }”.
library-nothing = No page has these words or words like them. Try one word alone, or look through the topics.
library-all = All pages by topic
library-empty = The year has no pages yet. They come with the policy pack that the year adopts.
library-mine = For you
library-mine-hint = New for your role, or changed since you read it.
library-changed = changed since you read it
library-for = For { $readers }
library-for-everybody = everybody
library-keep = Keep it up to date
library-keep-hint = One person proposes, another reads and publishes.
library-new = Write a new page
library-audience = Read by
library-audience-everybody = everybody
library-audience-teachers = teachers
library-audience-evaluators = evaluators
library-audience-leaders = school leaders
library-audience-office = the district’s offices
library-audience-hint = School leaders read what evaluators read. The offices are HR partners, the performance office and administrators.
library-toolkit = From the toolkit
library-toolkit-more = More on this in the toolkit

# One page.
library-about = What it is about
library-old = This is an earlier version
library-old-link = Read the page as it is now
library-other-year = This is the page of { $year }
library-this-year = Read the page of { $year }
library-changes = What changed
library-since = What changed since you last read it on { $date }
library-added = added:
library-removed = removed:
library-files = Files
library-files-hint = They are downloaded, not opened here.
library-file-size = { $kind }, { $size } KB
library-version = This page
library-source = Source
library-by-office = The office’s own text, published by { $name } on { $date }
library-versions = { $count ->
    [one] One version
   *[other] { $count } versions
 }
library-version-pack = The pack’s own text
library-version-pack-again = Back to the pack’s own text, { $date }
library-version-office = The office’s text of { $date }
library-version-who = Written by { $author }, read and published by { $reader }
library-edit = Change this page
library-review = Review
library-proposal-waits = A change waits for a second reader.
library-history = Everything that happened to this page, and who did it
library-back = Back to the toolkit

# Writing.
library-edit-title = Another text for “{ $title }”
library-edit-lead = Write it in both languages. It saves itself as you type and is shown to nobody else until you propose it.
library-text-en = English
library-text-es = Spanish
library-text-hint = Both languages say the same.
library-text-sees = Only you here; your colleagues once you propose it, and its readers once it is published.
library-field-title = Title
library-field-summary = In one sentence
library-field-body = Text
library-field-body-hint = Markdown: ## for a heading, - for a list, **bold**, [a link](https://…). No HTML and no pictures; give pictures as files.
library-place = Where it stands and who reads it
library-topic = Topic
library-directives = Values of the pack in the text
library-directives-text = Write one of these instead of a date or a table, and the page always says what the pack says. The longer ones stand in a line of their own.
library-preview-en = As it would read in English
library-preview-es = As it would read in Spanish
library-changes-en = What would change in English
library-changes-es = What would change in Spanish
library-propose = Propose
library-propose-hint = A colleague reads it before anybody else does.
library-propose-button = Propose this text
library-preview-button = Show how it would read
library-edit-leave = Leave; my text is kept
library-reason = Why
library-reason-sees = On the record with your name; readers of the page see it once it is published.
library-declined = Not published last time, because
library-files-edit-hint = Up to ten, 10 MB each.
library-file = Add a file
library-file-hint = PDF, PNG, JPEG, Word, Excel, PowerPoint without macros, or plain text.
library-file-button = Add the file
library-file-remove = Take { $name } away
library-no-file = Choose a file first.
library-pack-again = The pack’s text
library-pack-again-hint = The page follows the pack again.
library-pack-again-button = Propose to go back to the pack’s text
library-new-title = What is the new page called?
library-new-lead = Its address is made from the title; the title itself can be changed later.
library-new-button = Write it
library-new-no-title = Write a title with at least one word of letters.
library-new-taken = There is a page at this address already. Change that one, or choose another title.

# Reviewing.
library-reviews-title = Proposed pages
library-reviews-lead = Whoever did not write a page reads it and publishes it, or says why not.
library-reviews-waiting = Waiting
library-reviews-none = Nothing is proposed at the moment.
library-proposed-by = { $name }, { $date }
library-proposed = Proposed by
library-review-title = Publish “{ $title }”?
library-review-lead = Read both languages. What you publish is shown to its readers at once.
library-review-own = You wrote this. Another person of the office reads and publishes it.
library-proposal = What is proposed
library-kind = What it is
library-kind-page = Another text
library-kind-pack = Back to the pack’s own text
library-decide = Decide
library-decide-hint = Your name goes on the record with it.
library-decline-reason = Why not, if you do not publish it
library-publish = Publish
library-decline = Do not publish
library-withdraw = Take my proposal back

# Values of the pack inside pages.
library-said-unconfirmed = not confirmed
library-said-some-open = Not confirmed by the district yet: { $rows }.
library-said-none-confirmed = None of these is confirmed by the district yet.
library-said-window = { $from } to { $to }
library-said-before = { $count } { $unit ->
    [working] { $count ->
        [one] working day
       *[other] working days
     }
    [school] { $count ->
        [one] school day
       *[other] school days
     }
   *[other] { $count ->
        [one] day
       *[other] days
     }
 } before { $anchor }
library-said-after = { $count } { $unit ->
    [working] { $count ->
        [one] working day
       *[other] working days
     }
    [school] { $count ->
        [one] school day
       *[other] school days
     }
   *[other] { $count ->
        [one] day
       *[other] days
     }
 } after { $anchor }
library-said-on = on the day of { $anchor }
library-said-anchor-fsd = the first student day
library-said-anchor-lsd = the last student day
library-said-anchor-boyc = the beginning-of-year conversation
library-said-anchor-myc = the mid-year conversation
library-said-anchor-eoyc = the end-of-year conversation
library-said-anchor-my = the opening of the mid-year window
library-said-anchor-eoy = the opening of the end-of-year window
library-said-anchor-observed = the lesson
library-said-anchor-shared = the sharing
library-said-anchor-rd = the receipt of the final report
library-said-anchor-delivered = the delivery of the report
library-said-anchor-spd = the start of the support plan
library-said-anchor-request = the receipt of the request
library-said-anchor-event = the event, or the day on which it became known
library-said-head-what = What
library-said-head-when = When
library-said-head-measure = Measure
library-said-head-with-survey = Points with the survey
library-said-head-without-survey = Points without it
library-said-head-rating = Rating
library-said-head-levels = Levels
library-said-head-indicator = Indicator
library-said-head-about = What it is about
library-said-head-item = Item
library-said-head-standard = Standard, minutes
library-said-head-brief = Brief, minutes
library-said-head-extended = Extended, minutes
library-said-head-letter = Letter
library-said-head-wording = Wording
library-said-teacher = Teacher
library-said-evaluator = Evaluator
library-said-say = Say
library-said-avoid = Leave out
library-said-good = A good one
library-said-bad = Not like this
library-said-letter-free = may be personalised
library-said-letter-locked = wording fixed
library-said-letter-hr = wording fixed; HR reads it first
library-said-letter-later = not sent by the program yet
library-said-head-todo = What to do
library-said-head-ticked = Ticked when
library-said-head-due = Due
library-said-head-looks = What it looks like
library-said-head-who = Who
library-said-head-step = Step
library-said-head-clock = By when
library-said-head-missed = If it is missed
library-said-weigh = Weigh
library-said-not-count = Must not count
library-said-trigger = When
library-said-decides = Decides
library-said-documents = On paper
library-said-clocks = By when
library-said-grounds = Grounds
library-said-outcomes = How it may end
library-said-for = For
library-said-plan-reasons = A plan rests on at most { $value } indicators.
library-said-plan-days = It runs at least { $value } calendar days.
library-said-plan-every = A checkpoint comes every { $value } school days.
library-said-plan-checkpoints = At least { $value } checkpoints are held.
library-said-plan-delivered = At least { $value } of the promised support is given; below that the finding is that support was not given.
library-said-actor-teacher = Teacher
library-said-actor-evaluator = Evaluator
library-said-actor-school-leader = School leader
library-said-actor-superior = The leader’s superior
library-said-actor-human-resources = HR
library-said-actor-panel = Panel
library-said-actor-superintendent = Superintendent
library-said-actor-board = Board
library-said-actor-hearing-officer = Hearing officer
library-said-actor-arbitrator = Arbitrator
library-said-actor-court = Court
library-said-actor-both = Both sides
library-said-anchor-filed = the filing
library-said-anchor-answered = the receipt of the answer
library-said-anchor-notice = the receipt of the notice
library-said-anchor-board = the board’s meeting
library-said-anchor-chosen = the choice of the hearing officer
library-said-anchor-heard = the end of the hearing
library-said-anchor-meeting = the meeting about it

library-of-answer = Begun from an answer
library-of-answer-text = The page stands for itself: it names nobody, and nothing in it tells who asked.
library-names = Is this a name?
library-names-seen = None of these words is a name here. Propose it as it is.
