# Fechas, horas, cifras y listas. El U+00A0 es un espacio en el que no se corta la línea.

date-full = { $weekday }{"\u00A0"}{ $day }{"\u00A0"}{ $month }{"\u00A0"}{ $year }
date-day = { $weekday }{"\u00A0"}{ $day }{"\u00A0"}{ $month }
date-short = { $day }{"\u00A0"}{ $month }
date-long = { $weekday }{"\u00A0"}{ $day }{"\u00A0"}de{"\u00A0"}{ $month } de { $year }
date-month = { $month } de { $year }
date-moment = { $date }, { $time }
time-am = { $hour }:{ $minute }{"\u00A0"}a. m.
time-pm = { $hour }:{ $minute }{"\u00A0"}p. m.

weekday-1 = lun
weekday-2 = mar
weekday-3 = mié
weekday-4 = jue
weekday-5 = vie
weekday-6 = sáb
weekday-7 = dom
weekday-1-long = lunes
weekday-2-long = martes
weekday-3-long = miércoles
weekday-4-long = jueves
weekday-5-long = viernes
weekday-6-long = sábado
weekday-7-long = domingo

month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sep
month-10 = oct
month-11 = nov
month-12 = dic
month-1-long = enero
month-2-long = febrero
month-3-long = marzo
month-4-long = abril
month-5-long = mayo
month-6-long = junio
month-7-long = julio
month-8-long = agosto
month-9-long = septiembre
month-10-long = octubre
month-11-long = noviembre
month-12-long = diciembre

list-comma = {", "}
list-and = { $head } y { $last }
list-and-i = { $head } e { $last }
list-or = { $head } o { $last }
list-or-o = { $head } u { $last }
number-decimal-mark = .
