# The record’s health.
record-title = Is the record sound?
record-lead = Everything that pages show follows from one journal that is only ever appended to. Here it is replayed and compared.
record-verify = Verification
record-verify-hint = Replays every event.
record-verify-now = Verify now
record-sound = Sound: every state, list and relation follows from the journal, and no leaf was changed.
record-not-sound = { $count ->
    [one] Not sound: one finding
   *[other] Not sound: { $count } findings
 }
record-entries = Entries of the journal
record-streams = Things replayed
record-erased = Erased by law or schedule
record-root = Root of all leaves
record-outbox = { $count ->
    [0] Nothing waits to be sent.
    [one] One notice waits to be sent.
   *[other] { $count } notices wait to be sent.
 }
record-outbox-oldest = The oldest was written
