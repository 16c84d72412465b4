# What leaves the house: e-mails, calendar invites, printed documents. No rating, stage or reason
# stands in a mail: these are read on shared screens. { $link } is never a sign-in link but in
# mail-sign-in. Layouts: crates/letters.

mail-greeting = Dear { $name },
mail-open = Sign in to read it:
mail-why = Forthright sent this for { $district }. It says no more because evaluation records are confidential (C.R.S. 22-9-109).
mail-reply-to = A reply to this mail goes to { $name }.

mail-shared-subject = Something was shared with you
mail-shared = { $name } shared something on your record with you.
mail-message-subject = A message from { $name }
mail-message = { $name } wrote you a message. It is kept in full on your record.
mail-asked-subject = { $name } asks you to read something
mail-asked = { $name } asks you to read something and to answer. It stands on your page of today.
mail-answered-subject = { $name } answered
mail-answered = { $name } answered something that you shared.
mail-acknowledged-subject = { $name } received what you shared
mail-acknowledged = { $name } confirmed receipt. Receiving is not agreeing.
mail-something-subject = There is something for you
mail-something = There is something for you in Forthright.

mail-sign-in-subject = Your link to sign in to Forthright
mail-sign-in-asked = You asked to sign in to Forthright.
mail-sign-in-open = Open this address and press the button there:
mail-sign-in-until = It works once, until { $time }.
mail-sign-in-not-you = If you did not ask for it, do nothing: nobody is signed in without pressing that button.

# Neutral on purpose: calendars are read by assistants and on lock screens.
invite-summary = Conversation: { $teacher }, { $evaluator }
invite-description = Details after sign-in: { $link }
invite-subject = Invitation: conversation on { $date }
invite-text = { $name } invites you to a conversation on { $date }, { $start } to { $end }.
invite-place = Place: { $place }
invite-moved-subject = Moved: conversation on { $date }
invite-moved-text = { $name } moved the conversation to { $date }, { $start } to { $end }.
invite-off-subject = Called off: conversation on { $date }
invite-off-text = The conversation on { $date } at { $start } does not take place.
invite-open = Sign in to prepare, or to ask for another time:

copy-year-title = The record of { $name }, { $year }
copy-rating-title = Overall rating of { $name }, { $year }
copy-teacher = Teacher
copy-evaluator = Evaluator
copy-made = Made
copy-made-by = { $moment }, for { $name }
copy-footer = Copy for { $name }, made { $moment }. Confidential: C.R.S. 22-9-109.
copy-spelled-out = No font on this server has these characters, so they stand as numbers in brackets: { $characters }. The data file holds them as they were written.
