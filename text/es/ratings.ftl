# La calificación general: su página, la suma línea por línea, los actos sobre ella.

rating-crumb = Calificación general { $year }
rating-title-own = Su calificación es { $rating }
rating-title-of = La calificación de { $name } es { $rating }
rating-lead = { $points } de 100 puntos. Abajo está cada paso.
rating-lead-begins = { $points } de 100 puntos; { $rating } empieza en { $begins }. Abajo está cada paso.
rating-footer = Compartida el { $moment } por { $name }.
rating-footer-unconfirmed = El distrito aún no ha confirmado los valores subrayados con guiones.
rating-you = Usted

rating-not-yet-title = Su calificación aún no se ha compartido
rating-not-yet-lead = Nadie ha compartido con usted una calificación de este año. Hasta entonces usted ve dónde puede quedar todavía.
rating-not-yet-range = El rango hasta ahora

rating-next-acknowledge = Dé acuse de recibo, o decline firmar, a más tardar el
rating-next-acknowledge-why = Plazo: { $distance }. Recibir no es estar de acuerdo. Todo se puede leer antes.
rating-next-waits = { $name } da acuse de recibo o declina firmar a más tardar el
rating-acknowledge = Dar acuse de recibo
rating-decline = Declinar firmar
rating-received-acknowledged = { $name } dio acuse de recibo el { $date }.
rating-received-declined = { $name } declinó firmar el { $date }.
rating-received-why = Recibir no es estar de acuerdo. La respuesta escrita vence el { $date } y queda con el informe.
rating-write-answer = Escribir una respuesta

rating-demo-pack-section = Aún sin confirmar
rating-demo-pack-title = Calculada con un paquete de demostración
rating-demo-pack = { $count ->
    [one] El distrito aún no ha confirmado un valor del que dependen calificaciones y fechas.
   *[other] El distrito aún no ha confirmado { $count } valores de los que dependen calificaciones y fechas.
} Los que se usaron aquí están subrayados con guiones. Hasta que se confirmen, esto es una demostración.

rating-the-sum = La suma
rating-the-sum-hint = Abra cualquier línea. Las fracciones son exactas; los decimales se redondean solo para leer.
rating-points-of-100 = { $points } de 100 puntos
rating-points-exact = { $points } de 100 (exactamente { $exact })
rating-weight-times = { $weight } puntos × { $fraction }
rating-sum-rule = { $rule } Regla { $name }; paquete { $pack } { $year }, versión { $version }.
rating-findings = Lo que conviene saber de esta suma
rating-kind-composite = En total
rating-kind-practice = Práctica profesional
rating-kind-growth = Crecimiento estudiantil
rating-kind-measure = Puntos
rating-kind-fraction = Fracción
rating-kind-raw = Valor de partida
rating-kind-indicator = Indicador
rating-kind-lesson = Clase
rating-kind-score = Nivel
rating-kind-goal = Meta de crecimiento
rating-kind-percent = Porcentaje
rating-rule-sum = La suma de las líneas de arriba.
rating-rule-weighted = La fracción por el peso.
rating-rule-indicator-scale = La distancia desde el nivel más bajo, dividida por la longitud de la escala.
rating-rule-between-cuts = Una línea recta entre dos cortes; más allá del primero y del último no se mueve.
rating-rule-indicator-mean = El promedio de los promedios: cada indicador en sus clases y luego todos los indicadores por igual.
rating-rule-flat = El promedio de todos los niveles juntos.
rating-rule-per-observation = El promedio de los promedios de las clases.
rating-rule-mean = El promedio; todo cuenta por igual.
rating-rule-points-mean = El promedio de los puntos que obtuvieron los estudiantes.
rating-rule-entered = Lo registró una persona; consta en el expediente.
rating-rule-line = { $what }: { $rule }
rating-unconfirmed = El distrito aún no lo ha confirmado
rating-source = Fuente: { $source }.
rating-source-is = Fuente:
rating-times = Por { $weight } da { $points }.
rating-percent = { $percent } %
rating-how-scale = El promedio de { $mean } en la escala de { $min } a { $max } se convierte en una fracción: ({ $mean } − { $min }) ÷ { $levels } = { $fraction }.
rating-how-between = { $value } está entre los cortes
rating-how-line = que corresponden a { $from } y { $to }: { $from } + ({ $value } − { $lower }) ÷ ({ $upper } − { $lower }) × ({ $to } − { $from }) = { $fraction }.
rating-how-at-cut = { $value } está justo en el corte
rating-how-beyond-cut = { $value } está más allá del corte
rating-how-stands = que corresponde a { $fraction }.
rating-alternatives = Otras maneras de promediar darían { $list } puntos.
rating-average-indicator-mean = { $points } (promedio de los promedios por indicador)
rating-average-flat = { $points } (todos los niveles juntos)
rating-average-per-observation = { $points } (promedio de los promedios de las clases)
rating-indicators = { $count ->
    [one] Un indicador, de { $min } a { $max }
   *[other] { $count } indicadores, de { $min } a { $max }
}
rating-lesson-column = { $date }, { $kind }
rating-lesson-kind-full = completa
rating-lesson-kind-short = breve
rating-mean = Promedio
rating-mean-of = Promedio de { $count }
rating-mid-year-column = { $date }
rating-counts-column = Fin de año, cuenta
rating-rated-by = Calificado por { $name } el { $date }; la autoevaluación no cuenta
rating-self-does-not-count = Calificado por la persona evaluadora; la autoevaluación no cuenta
rating-answered-by = { $count ->
    [one] Respondió un estudiante.
   *[other] Respondieron { $count } estudiantes.
}
rating-goal = Meta
rating-pupils = Estudiantes
rating-points-column = { $points ->
    [one] 1 punto
   *[other] { $points } puntos
}
rating-goals-caption = Metas de crecimiento: cuántos estudiantes obtuvieron cuántos puntos
rating-matrix-unconfirmed = Aún no está confirmada la tabla por la que los estudiantes obtienen puntos.
rating-entered-by = Lo registró { $name } el { $date }. Fuente: { $source }

rating-finding-never-scored = { $indicator } no se calificó en todo el año; el promedio no lo incluye.
rating-finding-below-target = Se compartieron { $have } de { $target } observaciones previstas; el mínimo se alcanza.
rating-finding-survey-too-few = Solo { $respondents } estudiantes respondieron la encuesta y se necesitan { $minimum }; por eso valen los pesos sin encuesta.
rating-finding-not-counted = { $indicator } se calificó y según el marco no cuenta aquí.

rating-where = Dónde queda
rating-where-hint = Entre los cortes del paquete.
rating-scale-summary = { $points } de 100 puntos; { $rating } empieza en { $begins }.
rating-scale-point = La marca: { $points } puntos.
rating-scale-near = Sombreado: a menos de { $width } puntos del corte más cercano decide una persona.
rating-distance = { $larger } − { $smaller } = { $exact }, unos { $points } puntos hasta el corte más cercano:
rating-distance-beyond = más que la franja en la que decide una persona,
rating-distance-within = no más que la franja en la que decide una persona,

rating-mean-section = Qué significan las calificaciones
rating-meanings-caption = Las cuatro calificaciones
rating-column = Calificación
rating-from-points = Empieza en
rating-counts-as = Para el estatus
rating-state-name = El nombre del estado
rating-shows-effectiveness = demuestra eficacia
rating-shows-none = no demuestra eficacia

rating-coming = ¿Se veía venir?
rating-coming-hint = Lo que el expediente muestra de antes.
rating-coming-talk = { $date }: tuvo lugar la { $kind ->
    [beginning] conversación de inicio de año
    [check_in] conversación breve
    [follow_up] conversación de seguimiento
    [mid_year] conversación de mitad de año
    [end_of_year] conversación de fin de año
   *[other] conversación
}
rating-coming-letter = { $date }: una carta
rating-coming-range = { $date }: una carta nombró el rango que entonces era posible
rating-coming-nothing = Antes de esta calificación no hubo ninguna conversación ni carta.
rating-coming-lessons = { $count ->
    [one] La clase se compartió el { $date }.
   *[other] Las { $count } clases se compartieron antes, la última el { $date }.
}

rating-rationale = En palabras de quién
rating-rationale-hint = La fundamentación escrita, con su evidencia.
rating-rationale-instruction = Fundamentación de enseñanza
rating-rationale-professionalism = Fundamentación de profesionalismo
rating-written-by = { $name }, { $date }

rating-can-do = Lo que usted puede hacer
rating-teacher-can-do = Lo que puede hacer la o el docente
rating-can-do-hint = Cada cosa con su fecha.
rating-do-acknowledge = Dar acuse de recibo o declinar firmar
rating-do-acknowledge-why = El acuse dice que se recibió, no que se esté de acuerdo. Si se declina, consta con su fecha y nada más cambia.
rating-do-answer = Responder por escrito
rating-do-answer-why = Las palabras quedan con el informe para siempre. También se conserva una respuesta posterior, con su fecha.
rating-appeals-later = Apelar una calificación aún no forma parte del programa; la vía propia del distrito sigue abierta.
rating-due-today = hoy
rating-due-in = dentro de { $days ->
    [one] 1 { $unit ->
        [school] día de clases
        [working] día hábil
       *[calendar] día
    }
   *[other] { $days } { $unit ->
        [school] días de clases
        [working] días hábiles
       *[calendar] días
    }
}
rating-due-past = hace { $days ->
    [one] 1 { $unit ->
        [school] día de clases
        [working] día hábil
       *[calendar] día
    }
   *[other] { $days } { $unit ->
        [school] días de clases
        [working] días hábiles
       *[calendar] días
    }
}
rating-count-opened = Cómo se contó la fecha
rating-count-day-zero = El día 0 es el { $date }, cuando se compartió la calificación.
rating-count-ends = { $days } { $unit ->
    [school] días de clases
    [working] días hábiles
   *[calendar] días naturales
} después: { $date }.
rating-count-left-out = El { $date } ({ $label }) no se cuenta.

rating-answer-section = Por escrito
rating-answer-label = Su respuesta
rating-answer-sees = Solo usted, hasta que la ponga en el expediente. Después la leen { $names } y la dirección de la escuela.
rating-answer-hint = Una vez en el expediente queda allí para siempre, al lado del informe.
rating-answer-share = Ponerla en el expediente
rating-no-answer = Aún no hay respuesta por escrito.
rating-answered-at = { $name }, { $moment }

rating-check = Compruébelo usted
rating-check-text = Cualquiera puede volver a calcular la calificación sin este programa:
rating-check-pdf = la calificación con su suma (PDF)
rating-check-data = todo su año como datos (JSON)
rating-check-how = cómo se llegó a ella, en una página (PDF)

rating-came-title = Cómo se llegó a esta calificación: { $name }, { $year }
rating-came-is = { $rating }: { $points } de 100 puntos, exactamente { $exact }.
rating-came-looks = A lo largo de un año se ve así{ $open ->
    [yes] { " " }(redacción sin confirmar)
   *[no] { "" }
}: { $text }
rating-came-measures = Las medidas
rating-came-measure = Medida y su resultado
rating-came-named = { $measure }: { $was }
rating-came-share = Parte de su escala
rating-came-points = { $points } de { $weight } ({ $exact })
rating-came-share-of = { $percent } % ({ $exact })
rating-came-lessons = nivel { $mean } de promedio ({ $exact }) entre { $min } y { $max }, en { $count ->
    [one] una clase
   *[other] { $count } clases
}
rating-came-levels = nivel { $mean } de promedio ({ $exact }) entre { $min } y { $max }, en { $count ->
    [one] un indicador
   *[other] { $count } indicadores
} al final del año
rating-came-survey = { $percent } % positivo; { $count ->
    [one] respondió un estudiante
   *[other] respondieron { $count } estudiantes
}
rating-came-goals = { $mean } puntos por estudiante de promedio ({ $exact }), en { $count ->
    [one] una meta
   *[other] { $count } metas
}
rating-came-collective = { $percent } % de los puntos de crecimiento de la escuela
rating-came-how = El valor de cada medida se convierte en una parte de su propia escala. Esa parte por los puntos que la medida puede dar son sus puntos, y todos los puntos se suman. Cuentan los números exactos; los decimales se redondean para leer.
rating-came-cut = { $rating } en { $begins }
rating-came-cuts = Las calificaciones empiezan en estos puntos: { $list }{ $open ->
    [yes] { " " }(sin confirmar)
   *[no] { "" }
}.
rating-came-beyond = El corte más cercano, donde empieza { $rating }, está a { $distance } puntos (exactamente { $exact }). Una persona decide solo a { $width } puntos o menos de un corte{ $open ->
    [yes] { " " }(sin confirmar)
   *[no] { "" }
}.
rating-came-near = El corte donde empieza { $rating } está a { $distance } puntos (exactamente { $exact }). A { $width } puntos o menos de un corte{ $open ->
    [yes] { " " }(sin confirmar)
   *[no] { "" }
} los puntos dejan abiertas dos calificaciones y decide una persona.
rating-came-no-band = El corte más cercano, donde empieza { $rating }, está a { $distance } puntos (exactamente { $exact }).
rating-came-chosen = Quedaban abiertas { $both }. { $name } eligió { $rating } el { $date }, con { $count ->
    [one] una pieza
   *[other] { $count } piezas
} de evidencia; { $reader } la confirmó como segunda persona lectora el { $confirmed }. Las razones:
rating-came-shortened = Aquí abreviado; completo en la página de la calificación y en su impresión larga.
rating-came-sources = Reglas y fuentes
rating-came-demo = Calculada con un paquete de demostración: el distrito no ha confirmado lo que lleva la nota «sin confirmar». Hasta que lo confirme, esto es una demostración.
rating-came-what-weight = Puntos de { $measures }
rating-came-what-scale = Escala de { $measures }
rating-came-what-average = Promedio de { $measures }
rating-came-what-cuts = Dónde empieza cada calificación
rating-came-what-near = A qué distancia de un corte decide una persona
rating-came-source = { $what }: { $source }{ $open ->
    [yes] { " " }(sin confirmar)
   *[no] { "" }
}.
rating-came-challenge = Para comprobarla y para no estar de acuerdo
rating-came-receipt = El acuse de recibo se da o se declina a más tardar el { $date }; recibir no es estar de acuerdo.
rating-came-check = Cada clase y cada nivel constan en la página de la calificación. Cualquier persona puede volver a calcularlo todo con la copia del año y la orden «forthright recompute».
rating-came-ways = Qué puede hacer una persona docente que no está de acuerdo:
rating-came-way = { $way }, { $until }. { $text }
rating-came-by-day = a más tardar el { $date }
rating-came-any-time = en cualquier momento
rating-came-from-event = hasta { $days } { $unit ->
    [school] días escolares
    [working] días hábiles
   *[calendar] días
} después de lo ocurrido
rating-came-date = { $date }{ $open ->
    [yes] { " " }(sin confirmar)
   *[no] { "" }
}

rating-preview-title = La calificación de { $name }, aún sin compartir
rating-preview-rated = El cálculo da { $rating }, con { $points } de 100 puntos.
rating-preview-decision = Con { $points } de 100 puntos el cálculo deja abiertas dos calificaciones: { $lower } o { $upper }.
rating-preview-missing = La calificación aún no se puede calcular, porque falta algo.
rating-preview-footer = La o el docente no ve nada de esta página antes de que se comparta la calificación; solo el rango en la página de su año.
rating-preview-waits = La comparte { $names }.
rating-preview-write = Usted escribe la fundamentación de { $about }.
rating-preview-write-why = La calificación viene después de ambas fundamentaciones.
rating-preview-write-button = Escribir la fundamentación
rating-preview-share = Usted comparte la calificación.
rating-preview-share-why = La página siguiente dice qué significa antes de hacerlo.
rating-preview-share-button = Continuar para compartir
rating-decision = Debe decidir una persona
rating-decision-hint = El resultado está cerca de un corte.
rating-decision-title = Cerca de un corte: hay dos calificaciones abiertas
rating-decision-text = Tan cerca de un corte, el cálculo no elige ninguna calificación: la dirección de la escuela decide entre las dos y explica por qué, y una segunda persona la confirma. Hasta entonces esta calificación no se puede compartir.
rating-decision-open = Abiertas
rating-missing = Lo que falta
rating-missing-hint = Cada cosa con la página donde se registra.
rating-missing-enter = Abrir esa página
rating-missing-count = { $count ->
    [one] Para el cálculo no falta nada más.
   *[other] En total faltan { $count } cosas; esta va primero.
}
rating-missing-no-low-score = Sin esto no hay puntuación. No tener puntuación no es tener una baja.
rating-missing-observations = Se han compartido { $have } de al menos { $needed } observaciones con puntuación.
rating-missing-full-observations = Se han compartido { $have } de al menos { $needed } observaciones completas.
rating-missing-professionalism = Faltan las calificaciones de profesionalismo de fin de año.
rating-missing-professionalism-indicator = { $indicator } no tiene calificación de profesionalismo de fin de año.
rating-missing-survey = La encuesta de percepción estudiantil no está registrada.
rating-missing-goals = Están registradas { $have } de { $needed } metas de crecimiento.
rating-missing-goal-without-pupils = La meta «{ $title }» no cuenta a ningún estudiante.
rating-missing-collective = El crecimiento de la escuela no está registrado.
rating-missing-out-of-scale = { $indicator } tiene el nivel { $score }, que no existe en la escala.
rating-before = Antes de compartirla
rating-before-hint = La calificación viene después de ambas fundamentaciones.
rating-before-written = { $what }: compartida el { $date }
rating-before-unwritten = { $what }: aún sin compartir
rating-before-read = Leerla
rating-before-recommend = Recomendar la renovación

rating-what-it-means = Qué significa
rating-back = Volver a la calificación
rating-share-title = ¿Compartir la calificación de { $name }?
rating-share-lead = Es { $rating }, con { $points } de 100 puntos.
rating-share-decision = Aún no se puede compartir: { $lower } o { $upper }, debe decidir una persona.
rating-share-means-1 = La o el docente la lee enseguida, con toda la suma y ambas fundamentaciones, y recibe un aviso por correo que no nombra el resultado.
rating-share-means-2 = Queda en el expediente para siempre. Aquello en que se basa ya no cambia: clases con puntuación, profesionalismo, medidas, fundamentaciones.
rating-share-means-3 = Hoy empiezan los plazos de la o el docente: dar acuse de recibo o declinar, y responder por escrito.
rating-share-means-4 = La dirección de la escuela la ve. Recursos Humanos y la oficina de desempeño no la ven con nombre.
rating-share-button = Compartir la calificación
rating-acknowledge-title = Dé acuse de recibo de su calificación
rating-acknowledge-lead = Dice que usted la recibió. No dice que esté de acuerdo.
rating-acknowledge-means-1 = La fecha y su nombre quedan en el expediente. Quien le evalúa recibe un aviso.
rating-acknowledge-means-2 = Usted todavía puede responder por escrito; sus palabras quedan con el informe.
rating-acknowledge-means-3 = Ninguno de sus derechos termina con ello.
rating-acknowledge-button = La recibí
rating-decline-title = Declinar firmar
rating-decline-lead = No necesita dar razones.
rating-decline-means-1 = Que usted declinó queda en el expediente con su fecha. Quien le evalúa recibe un aviso.
rating-decline-means-2 = La calificación sigue tal como se compartió, y nada más cambia.
rating-decline-means-3 = Usted todavía puede responder por escrito; sus palabras quedan con el informe.
rating-decline-button = Declinar firmar

rating-changes = Qué la cambiaría
rating-changes-hint = El cambio más pequeño de un solo dato, con todo lo demás igual. Se comprobaría como cualquier otro.
rating-changes-up = Para llegar a { $rating }, que empieza en { $begins } puntos
rating-changes-down = Para bajar a { $rating }, por debajo de { $begins } puntos
rating-changes-measure = Medida
rating-changes-step = Qué tendría que constar
rating-changes-none = Ningún cambio por sí solo llevaría los puntos al otro lado de un corte.
rating-changes-note = Una medida que no se nombra no puede cruzar ese corte por sí sola. Cerca de un corte decide la dirección de la escuela entre las dos calificaciones.
rating-change-lesson = { $indicator }, { $date }: nivel { $to } en lugar de { $from }
rating-change-level = { $indicator }: nivel { $to } en lugar de { $from }
rating-change-percent-up = Al menos { $to } en lugar de { $from }
rating-change-percent-down = Menos de { $to } en lugar de { $from }
rating-change-pupils-up = { $points ->
    [one] Un punto más entre el alumnado de «{ $goal }»
   *[other] { $points } puntos más entre el alumnado de «{ $goal }»
 }
rating-change-pupils-down = { $points ->
    [one] Un punto menos entre el alumnado de «{ $goal }»
   *[other] { $points } puntos menos entre el alumnado de «{ $goal }»
 }
rating-change-about = { $percent } % (exactamente { $exact })
decision-crumb = Decisión
decision-title = Decisión cerca de un corte: { $name }
decision-left-band = Los puntos ya no están cerca de un corte: el cálculo da { $rating }. No hay nada que decidir.
decision-footer = La o el docente no ve nada de esta página antes de que se comparta la calificación. Entonces la calificación muestra las dos opciones, las razones, la evidencia y ambos nombres.
decision-section = Decidida cerca de un corte
decision-section-hint = Los puntos por sí solos dejaron abiertas dos calificaciones.
decision-stands = En qué punto está
decision-stands-open = Nadie ha decidido todavía.
decision-stands-sent-back = La segunda lectura la devolvió.
decision-stands-withdrawn = Se retiró.
decision-stands-waiting = Decidida; { $reader } aún no la ha confirmado.
decision-stands-confirmed = { $rating }, confirmada por { $reader }.
decision-stands-void = Ya no vale, porque cambió aquello en que se basaba.
decision-none = No se tomó ninguna decisión.
decision-open-text = Tan cerca de un corte, el cálculo no elige ninguna calificación. La dirección de la escuela elige una de las dos con razones y evidencia, y una segunda persona la lee y la confirma.
decision-open-page = Abrir la decisión
decision-decide-go = Continuar para decidir
decision-next-by = Para el { $date }: cinco días escolares antes del informe.
decision-next-decide = Usted decide entre las dos calificaciones.
decision-next-read = Usted lee esta decisión y la confirma o la devuelve.
decision-next-share = Ambas personas se han pronunciado. Quien evalúa comparte la calificación como siempre.
decision-chosen = Elegida
decision-candidates = Estaban abiertas
decision-reader = Segunda lectura
decision-confirmed-by = Confirmada por { $name } en segunda lectura, { $date }
decision-sent-back-by = Devuelta por { $name }, { $date }
decision-withdrawn-by = Retirada por { $name }, { $date }
decision-void-title = Esta decisión debe tomarse de nuevo
decision-void-text = Desde entonces cambió lo siguiente:
decision-difference-cuts = Dónde empiezan las calificaciones
decision-difference-nothing = El año en su conjunto: ya no tiene dos calificaciones entre las que elegir
decision-evidence-in-sum = Sus cifras están en la suma, más abajo.
decision-beside = Junto a la decisión
decision-guidance = Cómo decidir
decision-weigh = Qué hay que sopesar
decision-never = Qué no debe contar
decision-rating-section = La calificación
decision-rating = Cuál de las dos
decision-text-section = Las razones
decision-text = Por qué esta y no la otra
decision-sees = Usted, y la segunda persona cuando usted decida. La o el docente lo lee con la calificación.
decision-evidence-hint = Al menos { $least }, todas ya compartidas.
decision-reader-section = La segunda lectura
decision-reader-hint = Otra persona del equipo directivo o de la oficina de desempeño; no la única que evalúa a la o el docente.
decision-reader-sees = A quien se le pide recibe un aviso que no nombra nada, y ve esta página hasta que responda.
decision-no-reader = No hay a quién pedírselo. La administración debe nombrar a otra persona evaluadora en la escuela u otorgar la oficina de desempeño.
decision-decide-section = Decidir
decision-decide-means = Queda en el expediente y llega a la segunda persona. Con ello no se comparte nada con la o el docente. Si cambia aquello en que se basa, debe tomarse de nuevo.
decision-decide = Decidir y pedir la segunda lectura
decision-confirm-section = Confirmar
decision-confirm-means-1 = Usted confirma que las razones se siguen de la evidencia. La elección es de la dirección, no suya.
decision-confirm-means-2 = Su nombre queda junto a ella en la calificación compartida.
decision-confirm-means-3 = Después ya no ve esta página, salvo que dirija o evalúe aquí.
decision-confirm = Confirmar la decisión
decision-send-back-section = O devolverla
decision-send-back-reason = Qué falta o no se sigue
decision-send-back = Devolverla
decision-withdraw-section = Retirarla
decision-withdraw-reason = Por qué se retira
decision-withdraw = Retirar la decisión
decision-earlier = Antes
decision-earlier-count = { $count ->
    [one] Una decisión anterior
   *[other] { $count } decisiones anteriores
}
