# The frame of every page: masthead, switches, pages for errors.

product-name = Forthright
skip-link = Skip to the page
nav-label = Main
who-role = , { $role }
who-place = { $school } · { $year }
language-switch = En español
language-switch-label = Change the language to Spanish
sign-out = Sign out
error-404-title = There is no such page for you
error-404-text = The address may be wrong, or the page belongs to somebody else. Nothing was changed.
error-403-title = This is not open to you
error-403-text = You may know that it exists, but not read or change it. If you think that you should, ask the person who gave you your access.
error-origin-text = This form was not sent by a page of Forthright, so nothing was changed. Open the page here, and send it from there.
error-409-title = Somebody saved this before you
error-409-text = Nothing is lost. Read both texts and choose, or take parts of both.
error-409-yours = What you wrote
error-409-theirs = What is saved now
error-409-who = Saved by { $name }, { $moment }
error-413-title = That is more than one form takes
error-413-text = All its texts together may have at most { $size }. What you wrote on the page before is still there: go back to it and make it shorter.
error-500-title = Something broke on our side
error-500-text = It was written down under the number below. What was already saved is safe. Try again in a minute; if it happens again, send the number to your district’s help desk.
error-500-number = Number
error-back = Back to your page

error-400-title = This form could not be read
error-400-text = A field holds something that the program cannot read, such as a date that does not exist. Go back; what you typed is still there.
error-409-again = Somebody saved this after you opened the page. What you typed is still here: look at what is there now, and send it again if it still holds.
error-409-look-again = It is no longer as your page showed it. Open it again, look at what changed, and then decide.
error-422-title = Not done
error-503-title = Too much at once
error-503-text = Many people are saving at this moment. Nothing was changed; wait a few seconds and send it again.

nav-today = Today
nav-my-year = My year
nav-caseload = Caseload
nav-school = School
nav-conversations = Conversations
nav-counts = Counts
nav-library = Toolkit
nav-questions = Questions
nav-people = People
nav-year = Year
nav-outbox = Outbox
nav-health = Record
