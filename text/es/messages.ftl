# Mensajes: la carta en borrador para quien la envía, los datos que la llenan y la carta tal como se envió.

letter-crumb = Carta
letter-follows = Sobre { $about }.
letter-about-conversation = la { $kind } del { $date }
letter-about-observation = la clase del { $date }
letter-about-recommendation = la recomendación para el próximo año
letter-about-rating = la calificación general
letter-locked = Está redactada para usted. Sus palabras quedan como están, porque hay un derecho o una calificación en cuestión; usted puede añadir las suyas.
letter-open = Está redactada para usted, y puede cambiar cada palabra antes de que la lea { $name }.
letter-language-en = Está escrita en inglés, el idioma que eligió quien la lee.
letter-language-es = Está escrita en español, el idioma que eligió quien la lee.
letter-back = Volver a aquello de lo que trata
letter-waits-title = La carta espera la calificación
letter-waits = La carta posterior a la conversación de fin de año nombra la calificación. Podrá redactarse en cuanto la calificación se comparta.
letter-nothing-title = No hay carta para esto
letter-nothing = El paquete de políticas no tiene ninguna carta que corresponda aquí.
letter-review-title = La persona de enlace de Recursos Humanos lee esta carta primero
letter-review = Está en cuestión el estatus o el contrato, por lo que esta carta pasa por Recursos Humanos antes de enviarse. Ese paso todavía no forma parte del programa. No se redactó nada.
letter-review-meanwhile = Hasta entonces, las notas y los compromisos compartidos de la conversación son lo que ambas partes tienen por escrito.

letter-next-gaps = { $count ->
    [one] Falta una cosa que solo usted puede escribir.
   *[other] Faltan { $count } cosas que solo usted puede escribir.
 }
letter-next-send = Lea la carta y envíela.
letter-due = Vence el { $date }, { $distance }.
letter-to-gaps = Ir a lo que falta
letter-to-sending = Ir al envío
letter-gaps = De su parte
letter-gaps-hint = El expediente no lo dice.
letter-gap = [{ $field }: falta escribirlo]
letter-one-a-line = Uno en cada línea.
letter-more = Añadir más, si ayuda
letter-fill = Ponerlo en la carta
letter-as-read = La carta
letter-as-read-hint = Como la leerá { $name }.
letter-own = Sus palabras
letter-own-hint = Cambie lo que quiera.
letter-own-locked-hint = Quedan entre las palabras fijas.
letter-own-sees = Solo usted, hasta que la envíe.
letter-own-body = El texto de la carta
letter-own-marks = Dos asteriscos alrededor de unas palabras las ponen en negrita, un guion empieza un punto de una lista, una línea vacía empieza otro párrafo.
letter-own-opening = Después de la primera afirmación
letter-own-closing = Antes de la despedida
letter-unchanged = Por ahora dice lo que dice la plantilla.
letter-changes = { $count ->
    [one] Un párrafo difiere de la plantilla
   *[other] { $count } párrafos difieren de la plantilla
 }
letter-removed = Quitado:
letter-added = Añadido:
letter-sending = Envío
letter-sending-means = Queda completa en el expediente tal como está y después no puede cambiarse. Por correo recibe { $name } un aviso que solo dice que hay un mensaje.
letter-send = Enviarla
letter-look = Mostrarla con mis cambios
letter-again = Empezar de nuevo desde la plantilla
letter-cannot-send = { $count ->
    [one] No puede enviarse mientras falte una cosa.
   *[other] No puede enviarse mientras falten { $count } cosas.
 }
letter-error-gap = Escriba «{ $field }». La carta no sale con un hueco.
letter-error-changed = Los datos cambiaron desde que usted leyó la carta. Léala una vez más y después envíela.

letter-field-evaluator_title = Su cargo
letter-field-school = Escuela
letter-field-goals = Metas
letter-field-supports = Lo que aporta la escuela
letter-field-commitments = Quién hace qué, y para cuándo
letter-field-aspiration = Hacia dónde le gustaría avanzar a la persona docente
letter-field-next_observation_window = Cuándo piensa observar la próxima clase
letter-field-strength = Una fortaleza
letter-field-lever = Una cosa por cambiar
letter-field-next_step = Próximo paso
letter-field-check_date = La fecha en que vuelven a mirarlo
letter-field-reply_by = La fecha límite para contestar
letter-field-strengths = Fortalezas
letter-field-growth_area = En qué crecer ahora
letter-field-concerns = En qué se apoya la preocupación
letter-field-provisional_range = Hacia dónde apunta
letter-field-dissent_route = Qué puede hacer quien no está de acuerdo
letter-field-representative_note = Una palabra sobre la representación
letter-field-improvement = Qué mejorar
letter-field-next_year_step = Primer paso del próximo año
letter-field-documentation = En qué se apoya la calificación
letter-field-status_effect = Qué significa para el estatus
letter-field-options = Qué puede hacer la persona docente, y para cuándo
letter-field-measure_lines = Las medidas
letter-field-contract_type = Tipo de contrato
letter-field-board_date = El día en que vota la junta
letter-field-response_by = La fecha límite para responder por escrito
letter-field-prepare = Lo que ayuda antes del encuentro
letter-field-agenda = Orden del día
letter-field-conversation_place = Lugar

message-lead = De { $sender } a { $teacher }, { $moment }
message-letter = Carta
message-letter-hint = Tal como se envió. No cambia.
message-about = De qué trata
message-template = De la carta del paquete «{ $label }», tal como se redactó.
message-template-personalised = De la carta del paquete «{ $label }», con palabras propias de quien la envió.
message-who-reads = Pueden leerla la persona docente, quien la evalúa y la dirección de la escuela.
message-history = Su historial

fact-moved-up = { $indicator } de { $from } a { $to }
fact-missing-observations = { $count ->
    [one] una observación con puntuación
   *[other] { $count } observaciones con puntuación
 }
fact-missing-full-observations = { $count ->
    [one] una observación completa
   *[other] { $count } observaciones completas
 }
fact-missing-professionalism = el profesionalismo a fin de año
fact-missing-survey = la encuesta de estudiantes
fact-missing-goals = { $count ->
    [one] una meta de aprendizaje
   *[other] { $count } metas de aprendizaje
 }
fact-missing-collective = el avance de la escuela
fact-promise = { $who }: { $what }, para el { $date }
fact-seen = { $indicator }, en { $level } ({ $band }), visto el { $date }
fact-seen-text = { $line }: «{ $text }»
fact-agenda = { $item }, { $minutes } min
fact-range = { $ratings }, de { $low } a { $high } puntos
fact-aspiration = Usted escribió: «{ $text }»
fact-window = del { $from } al { $to }
fact-representative = Puede venir alguien en su representación a cualquier conversación sobre esto.
fact-dissent = Puede responder a cada evidencia en su página, con sus propias palabras y sin plazo.
fact-dissent-until = Puede responder a cada evidencia en su página, con sus propias palabras y sin plazo. También puede pedir otra persona observadora hasta el { $date }; no tiene que decir por qué.
fact-measure = { $measure }: { $points } de { $weight } puntos
fact-together = En total: { $points } de 100 puntos
fact-lesson = { $kind } del { $date }, compartida el { $shared }
fact-rationale = La fundamentación sobre { $about }, compartida el { $date }
fact-status-probationary = Usted sigue en estatus probatorio. Un año por debajo de Eficaz no cuenta para los años seguidos en Eficaz o más que pide el estatus no probatorio.
fact-status-first-low = Su estatus sigue siendo no probatorio. Un segundo año seguido por debajo de Eficaz le devolvería al estatus probatorio, lo que no es lo mismo que perder el empleo.
fact-status-none = Las calificaciones no cambian su clase de empleo.
fact-option-answer = Responder al informe por escrito hasta el { $date }; sus palabras quedan con él para siempre.
fact-option-decline = Acusar recibo, o decidir no firmar. Recibir no es estar de acuerdo.
fact-option-copy = Llevarse una copia de todo su expediente en cualquier momento.
fact-report-link = Lo encuentra en su página, línea por línea, con la regla y la fuente de cada una.
fact-received = Acusar recibo indica que lo recibió, no que está de acuerdo. También puede decidir no firmar; eso se registra con su fecha.
