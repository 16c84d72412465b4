# El año escolar como lo abre la administración.
school-year-title = Año escolar { $year }
school-year-lead = En qué se apoya { $year }: un paquete de políticas, adoptado entero, y los días en que hay clases. { $next } se abre desde el 1 de julio.
school-year-pack = Paquete de políticas
school-year-pack-hint = Se adopta entero y nunca se edita durante el año.
school-year-pack-name = Paquete
school-year-pack-finger = Huella
school-year-version = versión { $version }
school-year-adopt-another = Adoptar otra versión
school-year-history = Qué pasó con este año y quién lo hizo
school-year-no-pack = Este año no ha adoptado un paquete de políticas. Sin él no se puede valorar, programar ni enviar nada.
school-year-adopt = Adoptar un paquete
school-year-demo-pack = Este es un paquete de demostración
school-year-demo-pack-text = { $count ->
    [one] Un valor del que dependen una calificación, una condición o un plazo no está resuelto por ninguna fuente. Cada página lo subraya con línea discontinua.
   *[other] { $count } valores de los que dependen una calificación, una condición o un plazo no están resueltos por ninguna fuente. Cada página los subraya con línea discontinua.
 }
school-year-which-values = Qué valores
school-year-windows = Períodos y fechas del paquete
school-year-window = Qué
school-year-opens = Desde
school-year-closes = Hasta
school-year-source = Fuente
school-year-open-now = abierto ahora
school-year-days = Días
school-year-days-hint = Todo plazo los cuenta.
school-year-first = Primer día de clases
school-year-last = Último día de clases
school-year-count = Días de clases
school-year-days-off = Días sin clases
school-year-days-off-hint = Recesos, feriados, cierres. Un solo día: deje vacío «hasta».
school-year-no-days-off = No hay días sin clases registrados.
school-year-label = Cómo se llama
school-year-from = Desde
school-year-to = Hasta
school-year-change-days = Cambiar los días
school-year-no-days = Faltan el primer y el último día de clases. Sin ellos no se puede contar ningún plazo.
school-year-enter-days = Registrar los días
school-year-adopt-title = ¿Qué paquete adopta { $year }?
school-year-adopt-lead = Un paquete contiene todo lo que decidió el distrito: marco, medidas, regla de calificación, períodos, guías y cartas. El año lo guarda entero en el expediente.
school-year-no-offer = Este servidor no tiene ningún paquete que ofrecer.
school-year-offer = { $title }, versión { $version }
school-year-offer-demo = { $count ->
    [one] Paquete de demostración: un valor no está confirmado por una fuente.
   *[other] Paquete de demostración: { $count } valores no están confirmados por una fuente.
 }
school-year-offer-official = Cada valor del que dependen una calificación, una condición o un plazo tiene una fuente resuelta.
school-year-offer-faulty = { $count ->
    [one] No se puede adoptar: tiene una falla. «pack check» la muestra.
   *[other] No se puede adoptar: tiene { $count } fallas. «pack check» muestra cada una.
 }
school-year-choose-pack = Elija un paquete.
school-year-reason = Por qué
school-year-reason-sees = Quienes lean la historia del año. Se necesita cuando el año ya tiene un paquete.
school-year-back = Volver sin cambiar nada
school-year-days-title = ¿En qué días hay clases en { $year }?
school-year-days-lead = Los fines de semana se descuentan solos. Los calendarios por escuela, las importaciones y los días de nieve vienen con el año planificado.
school-year-day-off-n = Días sin clases, fila { $number }
school-year-more-rows = Las filas vacías no cuentan. Guarde para obtener más.
school-year-save-days = Guardar los días
school-year-no-date = Esto no es una fecha. Elija un día, por ejemplo el 24 de agosto de 2026.

# What short names in sources stand for.
sources-title = De dónde vienen los valores de la política
sources-lead = Junto a cada valor de la política consta de dónde viene, con nombres cortos. Aquí se explica cada uno. Las páginas eran públicas; muchas solo se pudieron leer en parte, y no se cita nada.
sources-list = Nombres cortos
sources-code = Nombre corto
sources-what = Qué es
sources-where = Dónde
sources-none = El paquete de políticas de este año no nombra fuentes.
sources-known = Con qué certeza se conoce un valor
sources-known-hint = La letra que sigue a un nombre corto, como en [D].
sources-known-D = Se leyó en la fuente nombrada.
sources-known-Dw = Se leyó, pero la fuente es débil o antigua.
sources-known-I = Se deduce por aritmética de lo que se leyó.
sources-known-K = Conocimiento general que nadie ha comprobado. Las páginas lo subrayan con guiones hasta que el distrito lo confirme.
sources-known-OWN = Diseño propio, que ninguna fuente respalda. Las páginas lo subrayan con guiones hasta que el distrito lo confirme.
sources-moved = “Trasladado” después de un nombre corto: la fecha de un año anterior, en el mismo día de la semana de este año.
