# Historiales: una frase por cada tipo de hecho (crates/domain/tests/golden), quién puede ver un expediente y por qué,
# quién lo ha visto, y las palabras de la copia impresa.

history-crumb = Historial
history-title-own = El historial de su año
history-title-year = El historial del año de { $name }
history-title-thing = Historial: { $thing }
history-lead = Quién hizo qué y cuándo. Nada de esto se cambia ni se borra nunca.
history-lines = Lo que pasó
history-lines-hint = Lo más reciente primero.
history-when = Cuándo
history-what = Qué pasó
history-thing = Dónde
history-find = Buscar en este historial
history-empty = Aún no ha pasado nada. Cada acto aparece aquí en el mismo minuto.
history-not-found = Ninguna línea tiene esas palabras. Busque con menos, o muéstrelo todo.
history-pages = Páginas del historial
history-command-line = La línea de comandos
history-somebody = Alguien que ya no figura
history-you = { $name } (usted)

history-looked = Quién lo ha visto
history-looked-hint = Solo usted ve esto.
history-reader = Quién
history-read = Qué abrió
history-read-record = su año
history-read-history = su historial
history-read-status = su estatus a lo largo de los años
history-nobody-looked = Nadie, aparte de usted y de quien le evalúa, ha abierto su año.
history-looked-note = Una vez al día por persona, la primera de ese día. No figuran usted ni quien le evalúa.

history-who-can-see = Quién puede ver esto
history-who-can-see-hint = Hoy, y por qué.
history-nobody-else = Nadie más. El enlace de Recursos Humanos de la escuela y la oficina de desempeño ven cifras sin nombres, y de cada docente el estatus con la calificación de cada año, nada más. Los borradores privados solo los ve quien los escribe.
history-open-thing = El historial de esto: quién hizo qué y cuándo
history-open-year = El historial de todo el año
history-ground-source = { $why } ({ $source }, ley de Colorado)
history-ground-own = es su año
history-ground-evaluator = evalúa hoy a la o el docente
history-ground-school-leader = dirige una escuela donde trabaja la o el docente
history-ground-party = participa en ello
history-ground-second-reader = se le pidió leer la decisión cerca de un corte
history-ground-answers = Responde la pregunta
history-ground-hr-partner = Recursos Humanos de la escuela
history-ground-teachers-partner = enlace de Recursos Humanos de la escuela donde trabaja
history-ground-performance-office = trabaja en la oficina de desempeño
history-ground-administrator = administración del distrito
history-ground-teaching = enseña en una escuela del distrito
history-ground-evaluating = evalúa a docentes del distrito
history-ground-everybody = todo el personal del distrito
history-ground-command-line = maneja el programa en el equipo del distrito

thing-lesson = Clase del { $date }
thing-conversation = { $kind ->
    [beginning] Conversación de inicio de año
    [mid_year] Conversación de mitad de año
    [end_of_year] Conversación de fin de año
   *[other] Conversación
}, { $date }
thing-message = Mensaje: { $label }
thing-rationale = Fundamentación de { $about }
thing-kind-person = Una persona
thing-kind-school = Una escuela
thing-kind-roster = Una nómina
thing-kind-school-year = El año escolar
thing-kind-observation = Una observación
thing-kind-professionalism = Calificaciones de profesionalismo
thing-kind-measures = Medidas estudiantiles
thing-kind-conversation = Una conversación
thing-kind-message = Un mensaje
thing-kind-rationale = Una fundamentación
thing-kind-decision = La decisión cerca de un corte
thing-kind-rating = La calificación general
thing-kind-status = El estatus a lo largo de los años
thing-kind-earlier-ratings = Calificaciones de años anteriores
thing-kind-recommendation = La recomendación
thing-kind-feedback = Opiniones
thing-kind-library = Una página de los recursos
thing-kind-question = Una pregunta
thing-kind-contacts = Quién responde qué

history-prior = { $year }: { $rating }
history-language-en = inglés
history-language-es = español
history-measure-survey = la encuesta de percepción estudiantil
history-measure-goals = las metas de crecimiento
history-measure-collective = el crecimiento de la escuela
history-measure-survey-applies = que la encuesta cuenta para esta persona
history-measure-survey-does-not-apply = que la encuesta no cuenta para esta persona
history-office-hr-partner = Recursos Humanos de la escuela
history-office-performance = oficina de desempeño
history-office-administrator = administración del distrito

event-erased = { $who } borró esto porque lo exigía un tribunal o un plazo. Lo que decía ya no está; que estuvo aquí permanece.
event-gone = { $who } hizo aquí algo cuyas palabras se borraron después.
event-person-entered = { $who } registró a { $name }.
event-person-changed = { $who } tomó lo que la nómina dice de { $name }.
event-person-ended = { $who } registró que la nómina ya no incluye a esta persona desde el { $date }.
event-person-returned = { $who } registró que la nómina incluye de nuevo a { $name }.
event-person-granted = { $who } otorgó un cargo: { $office }.
event-person-grant-ended = { $who } retiró un cargo el { $date }: { $office }.
event-person-evaluator-assigned = { $who } nombró a { $evaluator } para evaluar desde el { $date }.
event-person-evaluator-ended = { $who } registró que { $evaluator } evalúa hasta el { $date }.
event-person-prior-ratings = { $who } tomó calificaciones de años anteriores: { $ratings }.
event-person-language-chosen = { $who } eligió { $language }.
event-school-entered = { $who } registró { $name }.
event-school-changed = { $who } tomó lo que la nómina dice de { $name }.
event-school-ended = { $who } registró que la nómina ya no incluye esta escuela desde el { $date }.
event-roster-applied = { $who } aplicó una nómina: { $added } personas agregadas, { $changed } cambiadas, { $ended } dadas de baja.
event-school-year-pack-adopted = { $who } adoptó el paquete de políticas { $pack }, versión { $version }.
event-school-year-values-confirmed = { $who } confirmó { $count ->
    [one] un valor
   *[other] { $count } valores
 } del paquete de políticas: { $document }.
event-school-year-confirmation-taken-back = { $who } retiró la confirmación de «{ $value }».
event-school-year-proposed = { $who } propuso { $count ->
    [one] otro valor
   *[other] otros { $count } valores
 } para el paquete de políticas.
event-school-year-proposal-declined = { $who } rechazó el cambio propuesto { $number } al paquete de políticas.
event-school-year-days-entered = { $who } registró los días del año: del { $first } al { $last }, con { $count ->
    [one] un período sin clases
   *[other] { $count } períodos sin clases
}.
event-observation-shared = { $who } compartió la clase del { $date } ({ $kind }).
event-observation-answered = { $who } respondió a la clase observada.
event-professionalism-rated = { $who } envió { $side ->
    [teacher] una autoevaluación de profesionalismo
   *[evaluator] calificaciones de profesionalismo
} para { $moment ->
    [mid_year] la mitad del año
   *[end_of_year] el fin del año
}.
event-measures-entered = { $who } registró { $measure }.
event-conversation-scheduled = { $who } programó la { $kind ->
    [beginning] conversación de inicio de año
    [mid_year] conversación de mitad de año
    [end_of_year] conversación de fin de año
   *[other] conversación
} para el { $date }, { $time }.
event-conversation-moved = { $who } pasó la conversación al { $date }, { $time }.
event-conversation-cancelled = { $who } canceló la conversación.
event-conversation-preparation-shared = { $who } compartió { $side ->
    [teacher] la preparación de la o el docente
   *[evaluator] la preparación de la persona evaluadora
}.
event-conversation-we-met = { $who } dijo «nos reunimos».
event-conversation-held = Ambas partes dijeron «nos reunimos»: con la palabra de { $who }, la conversación del { $date } consta como realizada, con { $notes ->
    [one] una nota
   *[other] { $notes } notas
} y { $promises ->
    [one] un compromiso
   *[other] { $promises } compromisos
}.
event-conversation-promise-kept = { $who } marcó el compromiso { $number } como cumplido.
event-conversation-promise-moved = { $who } pasó el compromiso { $number } al { $date }.
event-message-sent = { $who } envió el mensaje «{ $subject }».
event-rationale-shared = { $who } compartió la fundamentación de { $about }, apoyada en { $count ->
    [one] una evidencia
   *[other] { $count } evidencias
}.
event-decision-decided = { $who } decidió entre { $lower } y { $upper }: { $rating }, con { $count } evidencias. Se pidió la segunda lectura a { $reader }.
event-decision-confirmed = { $who } confirmó la decisión en segunda lectura.
event-decision-sent-back = { $who } devolvió la decisión.
event-decision-withdrawn = { $who } retiró la decisión.
event-rating-shared = { $who } compartió la calificación general: { $rating }, { $points } de 100 puntos.
event-feedback-published = { $who } publicó lo que se dijo, sin nombres.
event-rating-acknowledged = { $who } dio acuse de recibo de la calificación. Recibir no es estar de acuerdo.
event-rating-declined = { $who } declinó firmar la calificación.
event-rating-answered = { $who } respondió por escrito a la calificación.
event-status-stated = { $who } declaró el estatus a lo largo de los años: { $standing }.
event-status-answered = { $who } respondió por escrito a la declaración del estatus.
event-earlier-ratings-applied = { $who } tomó calificaciones de años anteriores de { $file }: { $added } añadidas, { $replaced } reemplazadas.
event-recommendation-renewal-recommended = { $who } recomendó la renovación.
event-library-proposed = { $who } propuso { $change ->
    [pack] volver al texto propio del paquete
   *[page] otro texto: «{ $title }»
 }.
event-library-published = { $who } leyó y publicó lo propuesto.
event-library-declined = { $who } no publicó lo propuesto.
event-library-withdrawn = { $who } retiró la propuesta.

print-nothing = No hay nada en el expediente.
print-letters = Caracteres que no se pudieron imprimir
print-by = { $name }, { $moment }
print-level = Nivel
print-levels = Niveles
print-kind = Tipo
print-time = Hora
print-focus = Tema
print-shared = Compartido
print-value = Valor
print-source = Fuente
print-entered = Registrado
print-survey = { $percent } % positivo, { $answers } respuestas
print-percent = { $percent } %
print-slot = { $date }, { $time }, { $minutes } minutos, { $place }
print-cancelled = Cancelada.
print-promise = { $what }, a más tardar el { $date }
print-promise-kept = { $what }, a más tardar el { $date }; cumplido el { $kept }
print-renewal = Se recomienda la renovación.
print-rating = Calificación general
print-rating-is = Calificación
print-points = Puntos
print-pack = Calculada con
print-pack-value = paquete { $pack }, versión { $version }, huella { $fingerprint }
print-receipt = Acuse de recibo
print-acknowledged = acuse de recibo el { $date }: recibida, no aceptada
print-declined = declinó firmar el { $date }
print-not-received = aún sin acuse de recibo
print-answers = Respuestas
print-cuts = Dónde empieza cada calificación
print-exact = Exacto
print-measure = { $name }, { $weight } puntos
print-goal = { $title } ({ $pupils } estudiantes)
print-note = { $rule } { $source }
print-unconfirmed = { $note } El distrito aún no lo ha confirmado.
print-rationales = Fundamentaciones
print-lessons = Clases observadas
print-professionalism = Profesionalismo
print-measures = Medidas estudiantiles
print-conversations = Conversaciones
print-messages = Mensajes
print-recommendation = Recomendación
print-history = Historial
print-readers = Quién lo ha visto
event-question-asked = { $who } hizo una pregunta.
event-question-assigned = { $who } hizo llegar la pregunta a alguien.
event-question-answered = { $who } respondió la pregunta.
event-question-followed-up = { $who } siguió preguntando.
event-question-closed = { $who } cerró la pregunta.
event-question-reopened = { $who } volvió a abrir la pregunta.
event-contacts-named = { $who } designó a { $name } para responder: { $topic }.
event-contacts-unnamed = { $who } retiró la designación para responder: { $topic }.
event-contacts-covered = { $who } registró que { $instead } sustituye a { $name } del { $from } al { $to }.
event-contacts-cover-ended = { $who } puso fin a la sustitución de { $name }.
