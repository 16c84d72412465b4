# Una clase observada: se redacta, se lee como la leerá la persona docente, se comparte y se responde.
observations-draft-here = Observación
observations-draft-title = Una clase de { $name }
observations-draft-lead = Escriba de arriba abajo, o solo lo que vio. Se guarda automáticamente, y { $name } no ve nada hasta que usted lo comparta.
observations-draft-footer = Un borrador es solo de usted hasta que lo comparta; aun así, un tribunal o una audiencia puede exigirlo. Las horas son las de la zona de la escuela.
observations-next-share = Usted la lee y la comparte a más tardar el
observations-next-share-why = La retroalimentación debe llegar { $days } días de clases después de la observación.

observations-only-you = Solo usted, hasta que lo comparta.
observations-lesson = La clase
observations-lesson-hint = Qué tipo de visita fue, cuándo y de qué trató.
observations-kind = Tipo de observación
observations-kind-all = Cuenta para la calificación. Cada indicador recibe un nivel.
observations-kind-some = Cuenta para la calificación. Usted elige los indicadores.
observations-kind-unscored = Nunca cuenta para la calificación. No hacen falta niveles.
observations-kind-minutes = De { $from } a { $to } minutos.
observations-on = Fecha de la clase
observations-begins = Desde
observations-ends = Hasta
observations-focus = De qué trató la clase
observations-focus-hint = Unas pocas palabras para que ambas partes la reconozcan después.
observations-unreadable-on = Falta la fecha de la clase o no se puede leer. Escriba un día, por ejemplo 2027-01-08.
observations-unreadable-begins = Falta la hora en que usted llegó o no se puede leer. Escríbala con horas y minutos, por ejemplo 09:00.
observations-unreadable-ends = Falta la hora en que usted se fue o no se puede leer. Escríbala con horas y minutos, por ejemplo 09:45.

observations-seen-before = Visto este año
observations-seen-before-hint = En clases compartidas antes de esta.
observations-seen-which = Qué indicadores y cuándo
observations-seen-when = Visto, con el nivel
observations-not-seen = Aún no se ha visto este año
observations-before = Antes: { $levels }.
observations-gateway = Se trabaja primero.
observations-descriptors-hint = Las descripciones son redacción provisional; el distrito no las ha confirmado.
observations-text = { $indicator }: lo que usted vio

observations-read = Leer y compartir
observations-read-text = A continuación verá el texto completo tal como lo verá { $name }. Todavía no se comparte nada.
observations-read-act = Leer y compartir
observations-discard = Desechar este borrador
observations-back = Volver a escribir

observations-read-title = Léalo como lo leerá { $name }
observations-read-lead = Todo lo que sigue es lo que verá { $name }, y nada más.
observations-read-next = Léalo y después compártalo con { $name }.
observations-read-next-why = El botón está al final de la página. Hasta ahora no se ha compartido nada.
observations-changed = Esto no es lo que usted leyó
observations-changed-since = El borrador cambió, quizá en otra página o en otro dispositivo, después de que usted lo abrió para leerlo. Abajo está como quedó. Vuelva a leerlo y después compártalo.
observations-share = Compartir
observations-share-act = Compartir con { $name }
observations-means-seen = { $name } lo verá de inmediato, y también quienes pueden leer este año: quien evalúa y la dirección de la escuela.
observations-means-stays = Queda en el expediente y nunca se reemplaza ni se retira. Lo que haya que corregir se corrige en un mensaje o en otra observación.
observations-means-answer = { $name } puede responder; la respuesta queda al lado para siempre.
observations-means-counts = Cuenta para la calificación.
observations-means-counts-not = Nunca cuenta para la calificación.
observations-means-mail = { $name } recibirá un correo que solo dice que se compartió algo.
observations-means-no-mail = { $name } no tiene correo electrónico en la nómina; avísele usted que está aquí.

observations-discard-title = ¿Desechar este borrador?
observations-discard-lead = Todo lo que usted escribió aquí se borra y no se puede recuperar. { $name } nunca lo vio.
observations-discard-act = Desecharlo

observations-flash-shared = Se compartió con { $name }.
observations-flash-answered = Su respuesta está en el expediente.
observations-shared-here = Observación
observations-shared-title = Clase observada, { $date }: { $focus }
observations-shared-lead = { $kind }. Observó { $name }.
observations-shared-after = Se compartió el { $date }, { $days ->
    [0] el mismo día de la clase
    [one] 1 día de clases después
   *[other] { $days } días de clases después
 }.
observations-seen-by = Observó
observations-when = Cuándo
observations-when-value = { $date }, de { $start } a { $end } ({ $minutes } minutos)
observations-counts = Cuenta para la calificación.
observations-counts-not = No cuenta para la calificación.
observations-level = Nivel { $level }, { $band }

observations-next-answer = Usted puede responder con sus propias palabras.
observations-next-answer-why = No es obligatorio y no hay plazo. Lo que escriba queda junto a la clase para siempre.
observations-next-answer-act = Responder
observations-next-message = Escríbale a { $name } qué fue sólido, qué conviene probar y cuándo volverá usted.
observations-next-message-why = El mensaje se redacta a partir de lo que vio; usted lo hace suyo antes de enviarlo.
observations-next-message-act = Escribir el mensaje

observations-answers = Respuestas
observations-answers-hint = Las palabras de la persona docente, tal como las escribió.
observations-no-answer = Aún no hay respuesta. Se puede responder en cualquier momento y no es obligatorio.
observations-answer-by = { $name }, { $moment }
observations-answer = Su respuesta
observations-answer-more = Añadir a su respuesta
observations-answer-sees = Solo usted mientras escribe. Después queda en el expediente, a la vista de quienes figuran en «Quién puede ver esto».
observations-answer-act = Ponerla en el expediente
