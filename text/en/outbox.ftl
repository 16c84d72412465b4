# What leaves the house.
outbox-title = What leaves the house
outbox-lead = Neutral notices and calendar invites. No rating, stage or reason is ever in a mail; it asks for sign-in.
outbox-lead-no-mail = Neutral notices and calendar invites, as they would be sent.
outbox-no-mail = This server sends no mail
outbox-no-mail-text = Start it with a mail server (--mail smtp://…), and what was written here in the last three days is sent; older notices would come too late and stay as they are. Sign-in links come from the command line until then.
outbox-demo = Nothing leaves a demo
outbox-demo-text = Its people are invented, and it has no mail server. These are the notices as the days were lived; none was ever sent.
outbox-never-sent = never sent
outbox-empty = Nothing has been written to anybody yet.
outbox-caption = The latest first
outbox-when = Written
outbox-to = To
outbox-what = What
outbox-state = State
outbox-sent = sent { $when }
outbox-failed = could not be sent
outbox-no-address = no e-mail address; it waits on the person’s own page
outbox-again = { $tries ->
    [one] tried once, and tried again later
   *[other] tried { $tries } times, and tried again later
 }
outbox-waiting = waits
outbox-error-too-old = It waited for more than three days, or a sign-in link for longer than it works.
outbox-error-unwritable = The mail could not be written; the server’s log says why.
