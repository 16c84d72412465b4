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

# The whole policy as a document, and what another pack would change.

policy-title = La política
policy-lead = { $title }, versión { $version }: todo aquello en lo que se apoyan las calificaciones, fechas, guías y cartas de este año. Subrayado con guiones: aún no confirmado por el distrito.
policy-contents = Contenido
policy-whole = Toda la política, para imprimir
policy-compare = Qué cambiaría otro paquete
policy-nothing = Este paquete no dice nada al respecto.
policy-rule-values = Los valores de la regla
policy-column-source = De dónde viene
policy-column-rating = Calificación
policy-column-from = Desde puntos
policy-column-state = Nombre del estado
policy-column-value = Valor
policy-column-is = Cuál es
policy-column-measure = Medida
policy-column-with-survey = Con encuesta
policy-column-without-survey = Sin encuesta
policy-column-indicator = Indicador
policy-column-what = Qué
policy-column-when = Cuándo
policy-column-item = Punto
policy-column-done = Hecho cuando
policy-column-due = Plazo
policy-column-looks-like = Cómo se ve
policy-column-point = Aspecto
policy-column-counts = Cuenta
policy-column-step = Paso
policy-column-trigger = Empieza con
policy-column-decides = Quién decide
policy-column-option = Opción
policy-ratings = Calificaciones
policy-ratings-hint = En qué se convierten los puntos y qué exige la condición.
policy-measures = Medidas
policy-measures-hint = Puntos de 100 para cada una.
policy-framework = Marco
policy-framework-hint = Qué se observa, y cada nivel en palabras.
policy-dates = Fechas
policy-dates-hint = Periodos y plazos.
policy-checklists = Listas de verificación
policy-checklists-hint = Los nombres cortos bajo «plazo» son fechas de arriba.
policy-characteristics = Características
policy-characteristics-hint = Cómo se ve cada calificación general.
policy-decisions = Decidir cerca de un corte
policy-decisions-hint = Qué puede pesar y qué debe quedar fuera.
policy-supports = Apoyo
policy-supports-hint = La escala, desde una primera preocupación.
policy-procedures = Procedimientos
policy-procedures-hint = Pasos con sus plazos.
policy-options = Opciones
policy-options-hint = Para direcciones con una preocupación y para docentes en desacuerdo.
policy-messages = Cartas
policy-messages-hint = Cada plantilla tal como se rellena.
policy-message-later = Su texto llega con la revisión del enlace de recursos humanos.
policy-value-target = Clases calificadas que se procuran
policy-aggregate-indicator-mean = cada indicador en sus clases, después todos los indicadores por igual
policy-aggregate-flat = todos los niveles juntos
policy-aggregate-per-observation = la media de cada clase, después la de las clases
policy-calendar-before = { $days } días naturales antes de { $anchor }
policy-calendar-after = { $days } días naturales después de { $anchor }
policy-working-before = { $days } días hábiles antes de { $anchor }
policy-working-after = { $days } días hábiles después de { $anchor }
policy-school-before = { $days } días lectivos antes de { $anchor }
policy-school-after = { $days } días lectivos después de { $anchor }
policy-list-leader = Dirección de la escuela
policy-list-evaluator = Quien evalúa
policy-list-teacher = Docente
policy-options-leader = Una dirección con una preocupación
policy-options-teacher = Una persona docente en desacuerdo
policy-weigh = se sopesa
policy-leave-out = no debe contar

effect-title = ¿Qué haría otro paquete con { $year }?
effect-crumb = Otro paquete
effect-lead = Los mismos expedientes, calculados con ambos. Mirar no cambia nada: un año conserva su paquete hasta que una persona con nombre adopta otro, con un motivo, y una calificación compartida conserva el paquete con que se hizo.
effect-no-offer = Este servidor no tiene otro paquete. Una carpeta de paquetes se indica con --packs.
effect-other = Comparar con
effect-show = Comparar
effect-back = Volver a la política
effect-numbers = En números
effect-numbers-hint = Para quien adopta paquetes. Sin nombres ni números pequeños.
effect-records = { $count ->
    [one] Una persona docente tiene expediente este año.
   *[other] { $count } docentes tienen expediente este año.
 }
effect-same = quedan como están
effect-higher = saldrían más altos
effect-lower = saldrían más bajos
effect-otherwise = ganarían o perderían una puntuación
effect-changes = Expedientes que cambiarían
effect-now = Con el paquete de este año
effect-then = Con el otro
effect-count = Cuántos
effect-none = Ningún expediente cambiaría.
effect-keep-title = Lo compartido se queda
effect-keep = Una calificación que una persona docente ya recibió no se calcula de nuevo con un paquete posterior.
effect-no-score = aún sin puntuación
effect-decision = por decidir: { $both }
effect-names = Lado a lado
effect-names-hint = Docentes cuyos años puede leer usted. Primero los que cambian.
effect-side-by-side = Cada expediente con ambos paquetes
effect-teacher = Docente
effect-way = Cambio
effect-shared = compartida, se queda

# Lo que se pregunta al distrito sobre valores que ninguna fuente resuelve.
confirmations-title = Lo que confirma el distrito
confirmations-lead = Calificaciones, estatus y plazos se apoyan en estos valores, y ninguna página pública los resuelve. Cada uno cuenta como confirmado cuando una persona con nombre dice que es así y dónde está escrito.
confirmations-link = Qué está abierto, qué decide y qué más podría ser
confirmations-count = { $open ->
    [0] Los { $of } valores están confirmados.
   *[other] { $open } de { $of } valores están abiertos.
 }
confirmations-some = { $open ->
    [0] confirmado
   *[other] { $open } de { $of } sin confirmar
 }
confirmations-none = Todos los valores de este paquete tienen una fuente segura.
confirmations-official = Este paquete es oficial
confirmations-rating = En qué se apoyan las calificaciones
confirmations-status = En qué se apoya el estatus
confirmations-clock = En qué se apoyan fechas y plazos
confirmations-rest = Valores sobre los que el paquete no pregunta nada
confirmations-alternatives = Qué más podría ser
confirmations-open = Sin confirmar
confirmations-all = Aquí todo está confirmado.
confirmations-confirmed = Confirmado
confirmations-tick = Marque lo que es así en su distrito
confirmations-tick-hint = Lo que es distinto queda abierto: se cambia en una versión nueva del paquete, que usted adopta con una razón.
confirmations-document = Dónde lo tiene su distrito por escrito
confirmations-document-hint = Por ejemplo: manual 2026-27, página 14. Queda junto al valor como su fuente.
confirmations-sees = Toda persona que lee la política, con su nombre.
confirmations-confirm = Confirmar lo marcado
confirmations-by = { $name }, { $date }: { $document }
confirmations-take-back = Retirar esto
value-scale = Niveles de un indicador
value-levels = { $min } a { $max }
value-lesson-full = todos los indicadores, de { $from } a { $to } minutos
value-lesson-some = algunos indicadores, de { $from } a { $to } minutos
value-weights = Puntos de { $label }
value-points = { $with }; donde no hay encuesta { $without }
value-measure-scale = Dónde empiezan los niveles de { $label }
value-straight = una línea recta del nivel más bajo al más alto
value-survey-respondents-min = Mínimo de respuestas a la encuesta
value-survey-grades = Grados con encuesta
value-grades = { $from } a { $to }
value-goals-count = Metas de crecimiento en un año
value-goals-matrix = Puntos de cada estudiante
value-matrix = Puntos en cada final ({ $ends }), según el inicio
value-percent = { $percent } %
value-goals-presence-min = Parte del tiempo en que debe haber estado presente cada estudiante
value-anchors = Fracciones en el mínimo, los cortes y el máximo
value-cuts = Cortes
value-decision-half-width = A tantos puntos de un corte decide una persona
value-decision-evidence-min = Mínimo de evidencias de una decisión cerca de un corte
value-decision-second-reader = Una segunda persona confirma una decisión cerca de un corte
value-aggregate = Cómo se promedian las clases
value-floor-probationary = Mínimo de clases con puntuación, probatorio
value-floor-non-probationary = Mínimo de clases con puntuación, no probatorio
value-floor-full-min = Mínimo de clases completas
value-status-gain = Años seguidos con Eficaz que dan el estatus
value-status-lose = Años seguidos por debajo de Eficaz que lo quitan
value-status-no-score = Un año sin calificación
value-bridge = deja la cuenta como estaba
value-break = reinicia la cuenta
value-status-applies = las calificaciones dan y quitan el estatus
value-no-status = las calificaciones no tienen consecuencias para el estatus
value-plan-reasons-max = Máximo de indicadores de un plan de apoyo
value-plan-days-min = Mínimo de días calendario de un plan de apoyo
value-plan-checkpoint-every = Días escolares de una revisión a la siguiente
value-plan-checkpoints-min = Mínimo de revisiones de un plan de apoyo
value-plan-delivered-min = Parte del apoyo prometido que debe haberse dado
value-yes = sí
value-no = no
policy-anchor-FSD = el primer día de clases
policy-anchor-LSD = el último día de clases
policy-anchor-BOYC = la conversación de inicio de año
policy-anchor-MYC = la conversación de mitad de año
policy-anchor-EOYC = la conversación de fin de año
policy-anchor-MY = el primer día de la ventana de mitad de año
policy-anchor-EOY = el primer día de la ventana de fin de año
policy-anchor-OBSERVED = la clase
policy-anchor-SHARED = el día en que se compartió
policy-anchor-RD = recibir el informe
policy-anchor-DELIVERED = su entrega
policy-anchor-SPD = el inicio del plan
policy-anchor-REQUEST = recibir la solicitud
policy-anchor-EVENT = el hecho, o el día en que se supo
policy-anchor-FILED = el paso por escrito
policy-anchor-ANSWERED = recibir la respuesta
policy-anchor-NOTICE = recibir el aviso
policy-anchor-BOARD = la sesión de la junta
policy-anchor-CHOSEN = la elección de la persona que preside la audiencia
policy-anchor-HEARD = el fin de la audiencia
policy-anchor-MEETING = la reunión de las dos partes
