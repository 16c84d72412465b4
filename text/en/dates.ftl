# Dates, times, figures and lists. The escaped U+00A0 is a space at which a line may not end.

date-full = { $weekday }{"\u00A0"}{ $day }{"\u00A0"}{ $month }{"\u00A0"}{ $year }
date-day = { $weekday }{"\u00A0"}{ $day }{"\u00A0"}{ $month }
date-short = { $day }{"\u00A0"}{ $month }
date-long = { $weekday }{"\u00A0"}{ $day }{"\u00A0"}{ $month } { $year }
date-month = { $month } { $year }
date-moment = { $date }, { $time }
time-am = { $hour }:{ $minute }{"\u00A0"}am
time-pm = { $hour }:{ $minute }{"\u00A0"}pm

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
weekday-1-long = Monday
weekday-2-long = Tuesday
weekday-3-long = Wednesday
weekday-4-long = Thursday
weekday-5-long = Friday
weekday-6-long = Saturday
weekday-7-long = Sunday

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = June
month-7 = July
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
month-1-long = January
month-2-long = February
month-3-long = March
month-4-long = April
month-5-long = May
month-6-long = June
month-7-long = July
month-8-long = August
month-9-long = September
month-10-long = October
month-11-long = November
month-12-long = December

list-comma = {", "}
list-and = { $head } and { $last }
list-and-i = { $head } and { $last }
list-or = { $head } or { $last }
list-or-o = { $head } or { $last }
number-decimal-mark = .
