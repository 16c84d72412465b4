# Palabras de los componentes y de los guiones que los mejoran.

next-label = Lo que sigue
now-label = Ahora
on-this-page = En esta página
where-you-are = Dónde está
same-as-table = Lo mismo en una tabla
indicator-column = Indicador
level-now-column = Ahora
level-from-column = De dónde viene
level-none = aún sin nivel
stave-now = ahora
stave-earlier = antes
stave-own = autoevaluación
stave-threshold = La línea de puntos marca donde comienza { $band }.
stave-summary = { $label }: { $levels }. Las mismas cifras están en la tabla de abajo.
stave-level = { $id } { $level }
level-in-band = { $level }, { $band }
coverage-count = { $seen } de { $all }
coverage-count-drafted = { $seen } de { $all }, { $drafted } en borrador
coverage-shared = compartido
coverage-drafted = borrador privado de usted
coverage-unseen = aún no observado
agenda-done = hecho
agenda-now = ahora
agenda-minutes = { $minutes } min
trace-together = En total
year-today = Hoy
unconfirmed-mark = (aún sin confirmar)
count-words = { $count ->
    [one] { $count } palabra
   *[other] { $count } palabras
}
count-words-of = { $count } de { $most } palabras como máximo
field-optional = (no es obligatorio)
field-choose = Elija
levels-none = Aún sin nivel
levels-earlier = antes
errors-title = { $count ->
    [one] Hay un punto que necesita atención
   *[other] Hay { $count } puntos que necesitan atención
}
errors-kept = Lo que usted escribió sigue aquí.
kept-saving = Guardando
kept-saved = Guardado a las { $time }
kept-unsaved = Aún no se ha guardado; el texto sigue aquí. Se intenta de nuevo automáticamente.
kept-offline = Sin conexión, guardado en este dispositivo
kept-signed-out = Su sesión terminó. El texto se conserva en esta ventana:
kept-sign-in = inicie sesión de nuevo
kept-elsewhere = Guardado desde otra página u otro dispositivo
kept-restored = Se recuperó el texto que no se había guardado
kept-conflict = Mientras tanto alguien guardó aquí otro texto. Abajo están los dos; no se pierde nada.
kept-conflict-theirs = El texto que se guardó
kept-conflict-keep = Conservar el mío y guardarlo
kept-conflict-take = Tomar el texto guardado
kept-conflict-both = Seguir escribiendo a partir de los dos
kept-conflict-empty = Nada: allí se vació el campo.
save-button = Guardar
undo-button = Deshacer
page-earlier = Anteriores
page-later = Siguientes
page-range = { $from } a { $to } de { $all }
search-button = Buscar
search-clear = Mostrar todo
search-order = En orden de:
timer-left = { $minutes ->
    [one] Queda 1 minuto para esto
   *[other] Quedan { $minutes } minutos para esto
}
timer-over = { $minutes ->
    [one] 1 minuto de más
   *[other] { $minutes } minutos de más
}
submit-busy = Un momento
