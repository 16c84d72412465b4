# The school year as the administrator opens it.
school-year-title = School year { $year }
school-year-lead = What { $year } rests on: a policy pack, adopted whole, and the days on which school is held. { $next } is opened from 1 July.
school-year-pack = Policy pack
school-year-pack-hint = Adopted whole, never edited under a year.
school-year-pack-name = Pack
school-year-pack-finger = Fingerprint
school-year-version = version { $version }
school-year-adopt-another = Adopt another version
school-year-history = What happened to this year, and who did it
school-year-no-pack = This year has not adopted a policy pack. Without one nothing can be scored, scheduled or sent.
school-year-adopt = Adopt a pack
school-year-demo-pack = This is a demo pack
school-year-demo-pack-text = { $count ->
    [one] One value that a rating, a status or a clock rests on is not settled by any source. Every page underlines it with dashes.
   *[other] { $count } values that a rating, a status or a clock rests on are not settled by any source. Every page underlines them with dashes.
 }
school-year-which-values = Which values
school-year-windows = Windows and dates of the pack
school-year-window = What
school-year-opens = From
school-year-closes = Until
school-year-source = Source
school-year-open-now = open now
school-year-days = Days
school-year-days-hint = Every deadline counts them.
school-year-first = First student day
school-year-last = Last student day
school-year-count = School days
school-year-days-off = Days off
school-year-days-off-hint = Breaks, holidays, closures. One day: leave “until” empty.
school-year-no-days-off = No days off are entered.
school-year-label = What it is called
school-year-from = From
school-year-to = Until
school-year-change-days = Change the days
school-year-no-days = The first and last student day are not entered. Without them no deadline can be counted.
school-year-enter-days = Enter the days
school-year-adopt-title = Which pack does { $year } adopt?
school-year-adopt-lead = A pack holds everything that the district decided: framework, measures, the rating rule, windows, guides and letters. The year keeps it whole on the record.
school-year-no-offer = This server has no pack to offer.
school-year-offer = { $title }, version { $version }
school-year-offer-demo = { $count ->
    [one] A demo pack: one value is not confirmed by a source.
   *[other] A demo pack: { $count } values are not confirmed by a source.
 }
school-year-offer-official = Every value that a rating, a status or a clock rests on has a settled source.
school-year-offer-faulty = { $count ->
    [one] Cannot be adopted: it has one fault. “pack check” shows it.
   *[other] Cannot be adopted: it has { $count } faults. “pack check” shows each.
 }
school-year-choose-pack = Choose a pack.
school-year-reason = Why
school-year-reason-sees = Everybody who reads the year’s history. Needed when the year already has a pack.
school-year-back = Back without changing anything
school-year-days-title = On which days is school held in { $year }?
school-year-days-lead = Weekends are left out by themselves. Calendars by school, imports and snow days come with the planned year.
school-year-day-off-n = Days off, row { $number }
school-year-more-rows = Empty rows are left out. Save to get more of them.
school-year-save-days = Save the days
school-year-no-date = This is not a date. Choose a day, for example 24 August 2026.

# What short names in sources stand for.
sources-title = Where the policy’s values come from
sources-lead = Beside a value of the policy stands where it comes from, in short names. Here each of them is written out. The pages were public; many could be read only in part, and nothing is quoted.
sources-list = Short names
sources-code = Short name
sources-what = What it is
sources-where = Where
sources-none = The policy pack of this year names no sources.
sources-known = How well a value is known
sources-known-hint = The letter after a short name, as in [D].
sources-known-D = Read in the source that is named.
sources-known-Dw = Read, but the source is weak or old.
sources-known-I = Follows by arithmetic from what was read.
sources-known-K = Background knowledge that nobody has checked. Pages underline it with dashes until the district confirms it.
sources-known-OWN = Our own design, which no source claims. Pages underline it with dashes until the district confirms it.
sources-moved = “Moved” after a short name: the date of an earlier year on the same weekday of this year.
