# El año de una persona docente en una página, para ella y para quien evalúa.
my-year-title = Dónde está usted y qué sigue
my-year-lead = Todo lo de esta página se compartió antes con usted.
my-year-your-year = Su año
my-year-the-year = El año
my-year-standing = Dónde está cada indicador
my-year-standing-hint = El último nivel de cada uno, de 1 a 7.
my-year-situation = Situación
my-year-situation-hint = Lo que el programa deduce de los hechos. Quien le evalúa ve lo mismo.
my-year-situation-hint-of-teacher = La persona docente lee las mismas razones en su propia página.
my-year-rating = Calificación hasta ahora
my-year-rating-final = Calificación
my-year-rating-hint = Un rango mientras falte algo. Nadie ha decidido nada.
my-year-rating-shared = La calificación general es { $rating }, compartida el { $date }.
my-year-rating-open = Abrir la calificación y su suma
my-year-rating-preview = Ver la suma antes de compartirla
my-year-evidence = Evidencia compartida
my-year-evidence-hint = Lo más reciente primero. Todo se puede responder.
my-year-no-evidence = Aún no se ha compartido ninguna clase observada. Aparecerá aquí con lo que se vio y un espacio para responder.
my-year-professionalism-mid-year = Profesionalismo a mitad de año, lado a lado
my-year-professionalism-end-of-year = Profesionalismo a fin de año, lado a lado
my-year-measures = Medidas del estudiantado
my-year-conversations = Conversaciones
my-year-no-conversations = Aún no se ha programado ninguna conversación.
my-year-promises = Compromisos
my-year-promises-hint = De ambas partes.
my-year-no-promises = Aún no hay compromisos. Se acuerdan en las conversaciones.
my-year-messages = Mensajes
my-year-no-messages = Aún no hay mensajes.
my-year-rights = Sus derechos
my-year-rights-hint = Son suyos sin pedirlos a nadie.
my-year-looked = Quién ha mirado
my-year-looked-hint = Todas las personas menos usted y quien le evalúa.
my-year-work = Su trabajo
my-year-work-hint = Con esta persona docente.

next-by = para el { $date }
next-on = { $what }, el { $date }, { $time }, { $place }
pack-line = Paquete de políticas { $pack }, versión { $version }.
pack-line-demo = El distrito aún no ha confirmado los valores con subrayado discontinuo.

status-probationary = probatorio
status-probationary-year = probatorio, año { $year }
status-non-probationary = no probatorio
status-at-will = sin plazo definido
status-annual = contrato anual
status-unknown = clase de empleo ausente en el archivo de Recursos Humanos

line-held = realizada { $date }
line-is-held = realizada
line-lesson-seen = clase observada
line-report = informe, a más tardar
line-report-by = Informe, para el { $date }
line-lessons = Clases vistas
line-summary = El año { $year } con { $marks ->
    [one] una conversación o clase
   *[other] { $marks } conversaciones y clases
 }; lo mismo está en una lista.

standing-seen = { $date }: { $level }
standing-teacher = docente: { $level }
standing-evaluator = quien evalúa: { $level }
standing-own = su autovaloración
standing-own-of-teacher = la autovaloración de la o el docente

situation-losing_np = En riesgo de perder la condición no probatoria
situation-at_risk_rating = Es posible una calificación inferior a Eficaz
situation-disagree = La autovaloración y la valoración difieren
situation-gain_np = En camino a la condición no probatoria
situation-growing = En crecimiento
situation-strong = Sólido
situation-on_track = En buen camino
situation-why = Por qué lo dice el programa
situation-computed = Se calcula solo con hechos compartidos; nadie lo escribe y no decide nada.
reason-prior-rating = La calificación de { $year } fue { $rating }.
reason-provisional = Las medidas que ya tienen valor dan { $points } de 100 puntos, es decir, { $rating }.
reason-range = El rango de hoy, de { $low } a { $high } puntos, permite { $ratings }.
reason-complete = Todas las medidas tienen su valor: { $points } puntos, { $ratings }.
reason-ratings-differ = { $indicator }: la o el docente puso { $teacher }; quien evalúa, { $evaluator }.
reason-moved-up = { $indicator } subió de { $from } a { $to }.

scale-from = desde { $points }
scale-from-zero = desde 0
not-confirmed = Sin confirmar por el distrito:
so-far-possible = Si lo conocido queda como está, su calificación será
so-far-possible-of-teacher = Si lo conocido queda como está, la calificación será
so-far-needed = { $rating } requiere aún { $points } de los { $of } puntos por venir.
so-far-summary = Calificación hasta ahora: entre { $low } y { $high } de 100 puntos.
so-far-not-confirmed = los puntos de corte. Una persona designada del distrito los confirma antes de que decidan algo.
so-far-caption = Cómo resulta el rango, en puntos
so-far-measure = Medida
so-far-today = Hoy
so-far-rests = En qué se apoya
so-far-rests-short = Se apoya en
so-far-points = Puntos
so-far-together = En total
so-far-to = { $low } a { $high }
so-far-of = { $points } de { $weight }
so-far-state-missing = falta
so-far-state-so-far = hasta ahora
so-far-state-final = definitivo
so-far-on-indicators = { $count ->
    [one] un indicador, { $mean }
   *[other] media de { $count } indicadores { $mean }
 }
so-far-on-levels = { $count ->
    [one] un nivel, { $mean }
   *[other] media de { $count } niveles { $mean }
 }
so-far-on-lessons = { $count ->
    [one] una clase, { $mean }
   *[other] media de { $count } clases { $mean }
 }
so-far-on-goals = { $count ->
    [one] una meta, { $mean }
   *[other] media de { $count } metas { $mean }
 }
so-far-on-percent = { $percent } %
so-far-on-and = { $on }; { $more }
so-far-more = puede haber más
so-far-missing-obs = aún no se comparte ninguna clase con puntaje
so-far-missing-prof = aún sin valorar
so-far-missing-sps = aún no se registran los resultados de la encuesta
so-far-missing-slo = aún no se registran los resultados de las metas de crecimiento
so-far-missing-coll = aún no se publica el crecimiento de la escuela

evidence-lesson = Clase vista, { $date }: { $focus }
evidence-shared = Compartida el { $date }.
evidence-you-answered = Usted respondió el { $date }:
evidence-answered = Respuesta del { $date }:
evidence-not-answered = Usted no ha respondido.
evidence-no-answer = Sin respuesta.
evidence-answer = Responder

talk-held = realizada
talk-planned = por realizar
talk-cancelled = cancelada
promise-you = Usted
promise-both = Ambas partes
promise-line = { $who }: { $what }
promise-by = para el { $date }
promise-kept-on = cumplido el { $date }
promise-open = Abrir la conversación

right-answer = Responder a todo
right-answer-text = Sus palabras quedan para siempre junto a una evidencia o una calificación.
right-receive = Recibir, no aceptar
right-receive-text = El acuse de recibo dice que recibió la calificación. Puede declinar firmar; queda registrado y nada más cambia.
right-copy = Llevárselo
right-copy-pdf = Su copia de todo (PDF)
right-copy-json = como datos (JSON)
right-history = Ver su historia
right-history-text = Quién hizo qué y cuándo, en todo su año
right-prior = El año pasado
right-prior-text = { $year } fue { $rating }.

looked-nobody = Nadie más que usted y quien le evalúa ha abierto su año.
looked-who = Quién
looked-opened = Abrió
looked-when = Cuándo
looked-at-record = su año
looked-at-history = su historia
looked-at-status = el estatus a lo largo de los años
looked-note = Cada lectura se anota antes de mostrar la página. No se cuentan las listas que solo muestran nombres, fechas y siguientes pasos.

work-observe = Empezar una observación
work-measures = Registrar medidas del estudiantado
work-schedule-beginning = Programar la conversación de inicio de año
work-schedule-mid-year = Programar la conversación de mitad de año
work-schedule-end-of-year = Programar la conversación de fin de año
work-professionalism-mid-year = Valorar el profesionalismo a mitad de año
work-professionalism-end-of-year = Valorar el profesionalismo a fin de año
work-rationale-instruction = Escribir la fundamentación de enseñanza
work-rationale-professionalism = Escribir la fundamentación de profesionalismo
work-rating = La calificación general y su suma
work-recommendation = Recomendación para el próximo año
so-far-nothing = Aún no se conoce nada en lo que pueda apoyarse una calificación.
so-far-band = en la banda de { $rating }
to-come = Con todo lo que aún puede venir
to-come-range = Entre { $low } y { $high } puntos: { $ratings }.
to-come-why = Mientras no se comparta una calificación, pueden observarse más clases y volver a valorarse niveles. Terminen donde terminen, la calificación queda entre estos dos valores.
to-come-open = Queda abierto: { $measures }.
