# Words of the components and of the scripts that enhance them.

next-label = Next
now-label = Now
on-this-page = On this page
where-you-are = Where you are
same-as-table = The same as a table
indicator-column = Indicator
level-now-column = Now
level-from-column = From
level-none = not rated yet
stave-now = now
stave-earlier = earlier
stave-own = self-rating
stave-threshold = The dotted line is where { $band } begins.
stave-summary = { $label }: { $levels }. The same figures stand in the table below.
stave-level = { $id } { $level }
level-in-band = { $level }, { $band }
coverage-count = { $seen } of { $all }
coverage-count-drafted = { $seen } of { $all }, { $drafted } drafted
coverage-shared = shared
coverage-drafted = your private draft
coverage-unseen = not seen yet
agenda-done = done
agenda-now = now
agenda-minutes = { $minutes } min
trace-together = Together
year-today = Today
unconfirmed-mark = (not yet confirmed)
count-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
count-words-of = { $count } of at most { $most } words
field-optional = (not required)
field-choose = Choose
levels-none = No level yet
levels-earlier = before
errors-title = { $count ->
    [one] One thing needs attention
   *[other] { $count } things need attention
}
errors-kept = What you wrote is still here.
kept-saving = Saving
kept-saved = Saved { $time }
kept-unsaved = Not saved yet, still here. It is tried again by itself.
kept-offline = Offline, kept on this device
kept-signed-out = You are signed out. Your text is kept in this window:
kept-sign-in = sign in again
kept-elsewhere = Saved from another page or device
kept-restored = Text put back that was not saved before
kept-conflict = Somebody saved another text here in the meantime. Both are below; nothing is lost.
kept-conflict-theirs = The text that was saved
kept-conflict-keep = Keep mine and save it
kept-conflict-take = Take the saved text
kept-conflict-both = Write on from both
kept-conflict-empty = Nothing: the field was emptied there.
save-button = Save
undo-button = Undo
page-earlier = Earlier
page-later = Later
page-range = { $from } to { $to } of { $all }
search-button = Find
search-clear = Show all
search-order = In order of:
timer-left = { $minutes ->
    [one] 1 minute left for this
   *[other] { $minutes } minutes left for this
}
timer-over = { $minutes ->
    [one] 1 minute over
   *[other] { $minutes } minutes over
}
submit-busy = One moment
