# Importing a roster: the form, the dry run and what was done. What is wrong with a file is worded in roster.ftl.
roster-import-title = Import a roster
roster-import-lead = Send the district’s OneRoster files and HR’s files. You see first what they would change; nothing is applied until you say so.
roster-import-files = Files
roster-import-files-hint = At most 64 MB together.
roster-import-roster = OneRoster files
roster-import-roster-hint = One zip with the CSV files at its root: OneRoster 1.2, or 1.1.
roster-import-hr = HR’s files
roster-import-hr-hint = A zip, or up to three CSV files: staff_supplement.csv, evaluator_assignments.csv, prior_ratings.csv.
roster-import-patience = Reading a district of 6,000 people takes a few seconds.
roster-import-read = Read the files and show what would change
roster-import-to-people = To the people
roster-import-no-file = No roster was sent. Choose the zip with the OneRoster files.
roster-import-too-large = The files are larger than 64 MB together. Send only the roster’s own files; students’ work and photos are not needed.
roster-import-broken = The sending broke off before everything had arrived. Nothing was changed; send the files again.
roster-import-forgotten = These files are no longer kept: a reading stays for an hour, and for the person who sent it. Nothing was changed; send the files again.
roster-import-last = The last import
roster-import-never = No roster has been imported yet.
roster-import-last-by = By { $name }, { $moment }
roster-import-command-line = the command line
roster-import-last-history = What this import did, on the record
roster-import-gives = What a roster gives
roster-import-gives-teacher = The role teacher makes a teacher: evaluated under the district’s pack.
roster-import-gives-leader = The role principal makes a school leader where HR’s job title is Principal. Assistant principals see their own caseload alone.
roster-import-gives-evaluator = HR’s file says who evaluates whom. What was assigned here by hand stays.
roster-import-gives-nothing = districtAdministrator, systemAdministrator and all other roles give no access.
roster-import-by-hand = HR school partner, performance office and administrator are in no roster: they are granted by hand, on the person’s page.
roster-import-must = What the files must be
roster-import-must-zip = manifest.csv, orgs.csv, users.csv and roles.csv, in one zip without folders. Other OneRoster files may be there; they are not opened.
roster-import-must-hr = HR’s files name people by the roster’s sourcedId. All three may be left out; what was known stays then.
roster-import-must-whole = A bulk file is the whole truth: whoever is missing in it ends and loses access. A delta says only what changed.
roster-import-must-students = Rows of students and families are refused while reading and only counted. Nothing of them is kept, not even for an hour.

roster-import-dry-run = What would change
roster-import-dry-run-title = What these files would change
roster-import-lead-bulk = The files say how everything is.
roster-import-lead-delta = The files say only what changed.
roster-import-nothing-yet = Nothing has been applied yet.
roster-import-outcome = Outcome
roster-import-count-added = People added
roster-import-count-changed = People changed
roster-import-count-ended = People ended
roster-import-count-returned = People who are back
roster-import-count-unchanged = People unchanged
roster-import-count-schools = Schools added, changed or ended
roster-import-count-assigned = Evaluators who begin
roster-import-count-unassigned = Evaluators who end
roster-import-count-students = Rows of students and families refused
roster-import-count-warnings = Warnings
roster-import-errors = { $count ->
    [one] One error stands in the way
   *[other] { $count } errors stand in the way
 }
roster-import-errors-text = An error breaks the format or a reference, so nothing of these files can be applied. Each is below with its place and how to mend it. Mend them in the system that wrote the files, and send them again.
roster-import-again = Send the files again
roster-import-nothing = Nothing to apply
roster-import-nothing-text = The record already says all that these files say. Nothing was changed.
roster-import-many = { $ended } of { $all } people would end
roster-import-many-text = That is more than a quarter. It is rather a broken export than a quarter of the staff gone: those people would lose their access at once.
roster-import-many-confirm = It is meant: end { $ended } people
roster-import-apply-hint = All of it happens in one step, or none. Whoever ends or is disabled is signed out at once.
roster-import-apply = Apply these changes
roster-import-discard = Discard, and send other files
roster-import-changed = The record changed since these files were compared, by another import or by hand. Below is what they would change now. Look again, then apply.
roster-import-problems = Problems
roster-import-problems-hint = Errors stop everything. Warnings are applied, and somebody should mend them. Notes are harmless.
roster-import-people = People
roster-import-no-people = No person would change.
roster-import-schools = Schools
roster-import-list-errors = { $count ->
    [one] One error
   *[other] { $count } errors
 }
roster-import-list-warnings = { $count ->
    [one] One warning
   *[other] { $count } warnings
 }
roster-import-list-notes = { $count ->
    [one] One note
   *[other] { $count } notes
 }
roster-import-list-added = { $count ->
    [one] One person added
   *[other] { $count } people added
 }
roster-import-list-changed = { $count ->
    [one] One person changed
   *[other] { $count } people changed
 }
roster-import-list-ended = { $count ->
    [one] One person ended
   *[other] { $count } people ended
 }
roster-import-list-returned = { $count ->
    [one] One person back
   *[other] { $count } people back
 }
roster-import-list-merges = { $count ->
    [one] One person with several records
   *[other] { $count } people with several records
 }
roster-import-list-schools-added = { $count ->
    [one] One school or department added
   *[other] { $count } schools and departments added
 }
roster-import-list-schools-renamed = { $count ->
    [one] One school renamed
   *[other] { $count } schools renamed
 }
roster-import-list-schools-ended = { $count ->
    [one] One school ended
   *[other] { $count } schools ended
 }
roster-import-and-more = And { $count } more.
roster-import-see-all = See all of them
roster-import-not-listed = { $count } more are counted but not listed. Mend these first, and send the files again.
roster-import-person = Person
roster-import-posts = Posts
roster-import-changes = Before → after
roster-import-number = Employee number
roster-import-records = Records in the roster
roster-import-school = School
roster-import-before = Name before
roster-import-where = Where
roster-import-what = What is wrong
roster-import-mend = What to do
roster-import-package = the files as a whole
roster-import-line = line { $line }
roster-import-column = column { $column }
roster-import-times = { $times } times
roster-import-value = Value: { $value }
roster-import-blank = blank
roster-import-yes = yes
roster-import-no = no
roster-import-post-from = { $post }, from { $from }
roster-import-post-until = { $post }, until { $until }
roster-import-post-span = { $post }, { $from } to { $until }
roster-import-read-files = What was read
roster-import-read-hint = Rows of each file, refused ones included.
roster-import-file = File
roster-import-rows = Rows
roster-import-mode = Says
roster-import-mode-bulk = how everything is
roster-import-mode-delta = what changed
roster-import-no-files = No file could be read.
roster-import-refused = Refused unread. Rows of students and families: { $people }; rows of their roles: { $roles }.
roster-import-without-role = { $count ->
    [one] One person without any role was not read; it may be a student.
   *[other] { $count } people without any role were not read; they may be students.
 }
roster-import-done = The roster is applied
roster-import-done-lead = Everything below is on the record.
roster-import-shut-out = { $count ->
    [one] One person lost their access, and was signed out.
   *[other] { $count } people lost their access, and were signed out.
 }
roster-import-another = Import another roster
