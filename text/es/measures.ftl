# Medidas del estudiantado, registradas a mano con su fuente.
measures-here = Medidas del estudiantado
measures-title = Medidas del estudiantado de { $name }
measures-title-own = Las medidas de su estudiantado
measures-lead = Qué se registró, de dónde viene, quién lo registró y qué aporta. Una corrección es un registro nuevo; el historial los conserva todos.
measures-flash-entered = Está en el expediente.
measures-closed = La calificación del año ya se compartió
measures-closed-text = Aquello en lo que se basa ya no cambia, así que aquí no se puede registrar nada más.
measures-next = Aún sin registrar: { $measures }.
measures-next-why = Registre cada una cuando se conozcan sus resultados. No se puede compartir ninguna calificación antes de que estén todas.

measures-survey-hint = Porcentaje de respuestas positivas de sus propios estudiantes.
measures-goals-hint = Estudiantes según los puntos que lograron en cada meta.
measures-collective-hint = El crecimiento de la escuela, igual para todo su personal docente.
measures-applies = Encuesta en los grados de esta persona docente
measures-applies-yes = Sí, se aplica.
measures-applies-no = No, no se aplica.
measures-applies-assumed = Nadie ha indicado lo contrario, así que se da por aplicada.
measures-applies-yes-hint = Rigen los pesos con encuesta, en cuanto haya respondido un número suficiente de estudiantes.
measures-applies-no-hint = Rigen los pesos sin encuesta.
measures-grades = La encuesta se aplica en los grados { $from } a { $to }.
measures-survey-percent = Respuestas positivas, en porcentaje
measures-answers = Estudiantes que respondieron
measures-collective-percent = Puntos de crecimiento de la escuela, en porcentaje
measures-percent-value = { $percent } %
measures-percent-hint = De 0 a 100, por ejemplo 76 o 76.5. Se conserva exactamente como lo escriba.
measures-too-few = { $answers ->
    [one] Respondió una persona, menos de { $least }
   *[other] Respondieron { $answers } estudiantes, menos de { $least }
 }, así que la encuesta no cuenta y rigen los pesos sin ella.
measures-none-survey = Aún no se han registrado resultados de la encuesta.
measures-none-goals = Aún no se han registrado resultados de metas de crecimiento.
measures-none-collective = Aún no se ha registrado el crecimiento de la escuela.
measures-enter-survey-applies = Indicar si se aplica
measures-enter-survey = Registrar la encuesta
measures-enter-goals = Registrar las metas de crecimiento
measures-enter-collective = Registrar el crecimiento de la escuela
measures-correct = Corregirlo
measures-source = Fuente
measures-entered = Registrado
measures-entered-by = { $name }, { $moment }
measures-goal = Meta
measures-goals-caption = Estudiantes según los puntos logrados
measures-pupils-with = { $points ->
    [one] 1 punto
   *[other] { $points } puntos
 }
measures-pupils = Estudiantes

measures-gives = Puntos que aporta
measures-gives-later = De esta medida dependen { $weight } puntos de 100, una vez registrada.
measures-weight-times = { $weight } puntos × { $fraction }
measures-mean-of-goals = Puntos medios de las metas: { $goals }; en conjunto { $mean }.
measures-lies-between = { $value } está entre los cortes
measures-between = Entre ellos sube en línea recta: { $from } + ({ $value } − { $lower }) ÷ ({ $upper } − { $lower }) × ({ $to } − { $from }) = { $fraction }.
measures-at-cut = { $value } está en un corte o más allá de él, que vale { $fraction }.
measures-points-are = { $weight } puntos × { $fraction } = { $points } puntos.
measures-rule-source = Fuente de los cortes:

measures-form-survey-applies = ¿Se aplica la encuesta en los grados de { $name }?
measures-form-survey = Resultados de la encuesta de { $name }
measures-form-goals = Metas de crecimiento de { $name }
measures-form-collective = Crecimiento de la escuela para { $name }
measures-form-lead = Queda en el expediente cuando usted lo registre: entonces lo ven la persona docente, quien evalúa y la dirección de la escuela. Hasta entonces se guarda automáticamente solo para usted.
measures-recorded = En el expediente
measures-recorded-hint = Se conserva en el historial aunque usted registre otra cosa.
measures-entry = Registro
measures-sees = Solo usted, hasta que lo registre.
measures-source-hint = De dónde vienen las cifras, por ejemplo «Informe de la encuesta del 4 de diciembre».
measures-source-hint-correction = De dónde vienen las cifras y por qué reemplazan a las anteriores.
measures-enter-act = Registrarlo en el expediente
measures-back = Volver sin registrar
measures-changed = Mientras tanto se registró algo
measures-changed-since = Alguien registró una medida de esta persona docente después de que usted abrió esta página. Lo que está ahora en el expediente figura encima de sus propias cifras, que no se han registrado. Compárelas y registre las suyas si son correctas.
measures-goal-title = Meta { $row }: título
measures-goal-pupils = Meta { $row }: { $points ->
    [one] estudiantes con 1 punto
   *[other] estudiantes con { $points } puntos
 }
measures-more = Añadir una meta
measures-remove = Quitar la meta { $row }
measures-points-note = Los puntos salen de la tabla de nivel inicial y final del paquete. Cuente solo a estudiantes que estuvieron presentes la parte necesaria del tiempo. Un número vacío es nadie, y una meta vacía se omite.
measures-unreadable-applies = Elija si la encuesta se aplica en los grados de esta persona docente.
measures-unreadable-percent = Falta el porcentaje o no se puede leer. Escriba un número de 0 a 100, por ejemplo 76 o 76.5.
measures-unreadable-answers = Falta el número de estudiantes que respondieron o no se puede leer. Escriba un número entero, por ejemplo 24.
measures-unreadable-pupils = Un número de estudiantes no se puede leer. Escriba un número entero, o déjelo vacío si no hay nadie.
