# Una frase por cada rechazo de crates/domain/src/refusal.rs: qué pasó y qué se puede hacer.
field-reason = las razones
field-answer = su respuesta
field-focus = de qué trató la clase
field-evidence = lo que observó
field-note = la nota
field-promise = el compromiso
field-place = el lugar
field-rationale = la fundamentación
field-message = el mensaje
field-subject = el asunto
field-goal-title = el título de la meta
field-label = la fuente o el nombre
field-preparation = su preparación
field-feedback = sus propias palabras
field-title = el título
field-summary = la frase que lo resume
field-page = el texto
field-question = su pregunta
about-instruction = enseñanza
about-professionalism = profesionalismo

refusal-no-such-thing = Esto no existe aquí, o todavía no. Vuelva a Hoy y ábralo desde allí.
refusal-no-such-person = Nadie con este nombre tiene acceso. Elija a una persona de la lista.
refusal-no-such-teacher = Esta persona no enseña este año. Elija a una docente o un docente de la lista.
refusal-no-such-language = Elija inglés o español.
refusal-no-school-year = No se ha abierto ningún año escolar. Pida a la administración del distrito que lo abra.
refusal-no-pack = Este año aún no ha adoptado un paquete de políticas. Pida a la administración del distrito que lo adopte.
refusal-no-calendar = Faltan el primer y el último día de clases del año. Pida a la administración del distrito que los registre.
refusal-pack-does-not-load = El paquete de políticas tiene fallas y no se adoptó nada. Ejecute «pack check» para ver cada una con su línea.
refusal-pack-already-adopted = El año ya usa exactamente este paquete. No se cambió nada.
refusal-nothing-ticked = No marcó nada. Marque cada valor que es así.
refusal-value-not-open = «{ $value }» no está abierto: una fuente lo resuelve, o alguien lo confirmó entretanto.
refusal-value-not-confirmed = «{ $value }» no está confirmado, así que no hay nada que retirar.
refusal-value-not-read = «{ $value }» no se puede leer como se escribió. Escriba un número, una fecha o una opción de la lista.
refusal-proposal-does-not-fit = Esto no cabe con el resto del paquete: { $problem }.
refusal-last-before-first = El último día es anterior al primero. Revise las dos fechas.
refusal-empty = Por favor escriba { $field }.
refusal-too-long = En { $field } hay más de { $longest } caracteres. Acorte el texto; no se perdió nada.
refusal-date-outside-year = El { $date } queda fuera del año escolar. Elija una fecha dentro de él.
refusal-date-in-future = El { $date } aún no llega. Elija hoy o un día anterior.
refusal-date-in-past = El { $date } ya pasó. Elija hoy o un día posterior.
refusal-ends-before-begins = Termina antes de empezar. Revise las dos horas.
refusal-minutes-out-of-range = Una conversación dura de { $least } a { $most } minutos.
refusal-hr-partner-needs-school = La persona de Recursos Humanos se nombra para una escuela; los demás cargos, para todo el distrito. Elija según el caso.
refusal-already-granted = Esta persona ya tiene ese cargo.
refusal-not-granted = Esta persona no tiene ese cargo hoy.
refusal-own-grant = Nadie puede quitarse a sí mismo el cargo de administración. Otra persona de administración puede hacerlo.
refusal-own-evaluator = Nadie se evalúa a sí mismo. Elija a otra persona.
refusal-not-teaching-there = La persona no trabaja en esta escuela ese día. Elija otra escuela u otro día.
refusal-not-the-evaluator = Esta persona no evalúa a la o el docente ese día.
refusal-already-the-evaluator = Esta persona ya evalúa a la o el docente desde ese día.
refusal-district-not-empty = El distrito ya tiene personas, así que no se puede registrar de nuevo a la primera persona de administración. Alguien de administración puede otorgar el cargo.
refusal-roster-has-errors = No se aplicó nada: el archivo tiene { $errors ->
    [one] un error
   *[other] { $errors } errores
 }. Corríjalos y suba el archivo otra vez.
refusal-roster-too-many-ended = No se aplicó nada: el archivo daría de baja a { $ended } de { $of } personas. Si es lo que desea, confírmelo y aplique de nuevo.
refusal-earlier-ratings-have-errors = No se tomó nada: el archivo tiene { $errors ->
    [one] un error
   *[other] { $errors } errores
 }. Corríjalos y envíe el archivo de nuevo.
refusal-earlier-ratings-replace = No se tomó nada: { $count ->
    [one] una calificación contradice
   *[other] { $count } calificaciones contradicen
 } lo que dijo un archivo anterior. Si este archivo es el correcto, confírmelo y aplique de nuevo.
refusal-status-class-unknown = La lista de Recursos Humanos no dice qué clase de empleo tiene esta persona, así que no se puede declarar ningún estatus. Vendrá con la próxima nómina.
refusal-status-years-missing = No se sabe nada de { $years }. Tome antes esas calificaciones: un estatus no se declara por encima de años que nadie conoce.
refusal-status-already-stated = Esto ya está declarado y nada ha cambiado desde entonces.
refusal-no-such-observation-kind = Elija uno de los tipos de observación.
refusal-no-such-indicator = El marco no tiene aquí ningún indicador activo { $indicator }.
refusal-score-out-of-range = El puntaje de { $indicator } debe ser un número entero de { $lowest } a { $highest }.
refusal-score-without-text = Dio un puntaje a { $indicator } y no escribió nada. Escriba en una frase lo que observó.
refusal-indicator-not-scored = { $indicator } aún no tiene puntaje. Este tipo de valoración abarca todos los indicadores.
refusal-nothing-scored = Ningún indicador tiene puntaje. Dé al menos uno o elija el tipo informal.
refusal-already-shared = Esto ya se compartió. Lo compartido nunca se reemplaza.
refusal-already-sent = Este mensaje ya se envió.
refusal-already-scheduled = Ya hay una conversación abierta de este tipo. Cámbiela de fecha o cancélela primero.
refusal-already-received = El acuse de recibo ya está en el expediente.
refusal-already-recommended = La renovación ya está recomendada para este año.
refusal-percent-out-of-range = Un porcentaje está entre 0 y 100.
refusal-pupils-out-of-range = Una meta abarca de 1 a { $most } estudiantes. Revise los cuatro números.
refusal-no-goals = Registre al menos una meta de crecimiento con sus estudiantes.
refusal-not-a-party = Solo las dos personas que se reúnen pueden hacer esto.
refusal-not-yet-met = La conversación es el { $on }. «Nos reunimos» se puede confirmar desde ese día.
refusal-teacher-said-we-met = La o el docente ya confirmó que se reunieron, así que la conversación ya no se puede cancelar. Confirme usted también «Nos reunimos» o hable antes con la persona.
refusal-conversation-held = Esta conversación ya se realizó. Programe una nueva para continuar.
refusal-conversation-cancelled = Esta conversación se canceló. Programe una nueva.
refusal-no-such-promise = Este compromiso ya no está aquí. Abra de nuevo la conversación.
refusal-promise-kept = Este compromiso ya está marcado como cumplido.
refusal-no-such-message = El paquete no tiene ese mensaje.
refusal-needs-hr-review = El mensaje { $message } debe leerlo la persona de Recursos Humanos antes de enviarse. Ese paso aún no forma parte del programa; no se redactó ni se envió nada.
refusal-no-evidence-linked = Vincule al menos una evidencia compartida.
refusal-evidence-not-shared = Una fundamentación solo puede apoyarse en lo que se compartió antes con la o el docente. Quite lo no compartido o compártalo primero.
refusal-rationale-missing = La fundamentación de { $about } aún no se ha compartido. La calificación viene después.
refusal-decision-required = El resultado está cerca de un corte: { $lower } o { $upper }. La dirección de la escuela debe decidir, y una segunda persona confirmarlo, antes de compartirlo.
refusal-decision-waits = La decisión espera la segunda lectura. Hasta que se confirme no se comparte nada; quien decidió puede retirarla.
refusal-decision-confirmed = Esta decisión ya está confirmada. La calificación se puede compartir.
refusal-decision-void = Cambió aquello en que se basaba la decisión, así que ya no vale. La dirección de la escuela debe decidir de nuevo; la página de la decisión dice qué cambió.
refusal-nothing-to-decide = Aquí no hay nada que decidir: el resultado no está cerca de un corte, o no hay ninguna decisión en espera.
refusal-not-a-candidate = Elija una de las dos calificaciones abiertas: { $lower } o { $upper }.
refusal-too-little-evidence = Marque al menos { $least } evidencias compartidas este año.
refusal-not-a-second-reader = Elija a otra persona: la segunda lectura corresponde a alguien del equipo directivo de la escuela o de la oficina de desempeño, que no haya decidido ni sea la única persona que evalúa a la o el docente.
refusal-not-calculable = La calificación aún no se puede calcular. La página indica lo que falta.
refusal-rating-shared = La calificación de este año ya se compartió; aquello en lo que se apoya ya no cambia.
refusal-no-such-round = El paquete de políticas de este año no tiene esa ronda de preguntas. Vuelva a la lista de rondas.
refusal-feedback-not-open = Esta ronda no está abierta hoy. La lista de rondas dice cuándo lo está.
refusal-feedback-answered = Usted ya participó en esta ronda. Cuenta una sola respuesta; espere los resultados, por favor.
refusal-feedback-not-closed = Esta ronda está abierta hasta el { $date }. Se puede publicar a partir del día siguiente.
refusal-feedback-published = Esta ronda ya está publicada. Lea sus resultados.
refusal-question-unanswered = Elija una respuesta a esta pregunta, por favor; una de ellas dice que prefiere no responder.
refusal-names-in-text = Estas palabras pueden ser nombres: { $names }. Escriba el texto sin ellas, por favor, o indique abajo que aquí ninguna es un nombre.
refusal-proposal-waits = Ya hay un cambio de esta página que espera una segunda lectura. Lea primero ese, o pida a quien lo escribió que lo retire.
refusal-no-proposal = Aquí ya no espera nada: se publicó, se rechazó o se retiró. Abra la página de nuevo.
refusal-own-proposal = Usted escribió este texto. Pida a otra persona de la oficina que lo lea y lo publique.
refusal-not-your-proposal = Solo quien la escribió puede retirar una propuesta. Rechácela con un motivo.
refusal-not-in-pack = El paquete no tiene texto para esta página; no hay a qué volver.
refusal-nothing-changed = Eso ya es lo que hay. Cambie algo, o déjelo como está.
refusal-no-such-topic = Elija uno de los temas.
refusal-no-audience = Elija quién lee la página.
refusal-cannot-be-shown = La línea { $line } del texto en { $language ->
    [es] español
   *[en] inglés
 } tiene «{ $what }», que una página no puede mostrar. Las páginas no llevan HTML ni imágenes, los encabezados empiezan con ##, los enlaces llevan a https, al correo o a este programa, y los valores del paquete son los de la lista de abajo; sus tablas y listas van en una línea propia.
refusal-too-many-files = Una página tiene como máximo { $most } archivos. Quite uno primero.
refusal-file-too-large = El archivo pasa de { $most } MB. Redúzcalo, o enlace a donde está.
refusal-file-kind = No se acepta ese tipo de archivo. Envíe un PDF, PNG, JPEG, Word, Excel o PowerPoint sin macros, o texto simple.
refusal-nobody-answers = Todavía nadie responde preguntas, porque no hay persona administradora designada. Avise a quien administra Forthright en su distrito.
refusal-already-asked = Esta pregunta ya se hizo. Ábrala para seguir preguntando.
refusal-own-question = Usted es quien responde sobre esto. Elija otro tema o pase la pregunta a otra persona.
refusal-question-closed = La pregunta está cerrada. Quien la hizo puede volver a abrirla.
refusal-question-not-closed = La pregunta sigue abierta. Puede seguir preguntando en ella.
refusal-not-answered = La pregunta todavía no tiene respuesta. Respóndala primero o pásela a otra persona.
refusal-not-an-answerer = Esta persona no responde preguntas. Elija a alguien de la lista o desígnela antes entre los contactos.
refusal-already-theirs = La pregunta ya la tiene esta persona. Elija a otra.
refusal-already-named = Esta persona ya está designada para esto. No hace falta hacer nada.
refusal-not-named = Ya no hay nadie designado para esto. Mire la lista de nuevo.
refusal-own-cover = Nadie se sustituye a sí mismo. Escriba la dirección de otra persona.
refusal-cover-overlaps = En algunos de esos días ya hay una sustitución. Póngale fin primero o elija otros días.
refusal-no-such-cover = Ya no hay sustitución a partir de ese día. Mire la lista de nuevo.
