# Preguntas: a quién preguntar, hacer una pregunta, una pregunta, las propias, las de la oficina y quién responde qué.

questions-foot = Si tiene preguntas sobre esta página ({ $topic }): { $name }.
questions-instead = { $name } no está hasta el { $date }.
questions-ask = Hacer una pregunta
questions-yours = Sus preguntas

questions-title = Sus preguntas
questions-lead = { $count ->
    [0] Ninguna de sus preguntas espera respuesta.
    [one] Una de sus preguntas espera respuesta.
   *[other] { $count } de sus preguntas esperan respuesta.
 }
questions-begun = Empezadas
questions-begun-hint = Sin enviar. Solo usted las ve.
questions-go-on = Continuar
questions-answered-section = Respondidas
questions-answered-hint = Ciérrelas o siga preguntando.
questions-waiting-section = En espera
questions-none-waiting = Ninguna pregunta suya espera respuesta. Puede preguntar desde cualquier página: al pie dice quién responde.
questions-closed-section = Cerradas
questions-footer = Una pregunta la leen quien la hizo y quien la responde, y nadie más. Nadie la lee por ser quien evalúa o la dirección de la escuela.

questions-waiting = espera respuesta
questions-late = con retraso
questions-late-column = Con retraso
questions-answered = respondida
questions-closed = cerrada

questions-ask-title = Hacer una pregunta
questions-ask-lead = Llega a la persona que responde sobre su tema y vuelve a usted con una respuesta, a más tardar en la fecha que verá.
questions-ask-footer = Lo que escribe se guarda solo y es únicamente suyo hasta que lo envíe.
questions-question = Su pregunta
questions-question-hint = Como se la haría a un colega.
questions-text = Con sus palabras
questions-text-hint = No nombre a nadie si no hace falta.
questions-sees = Lo ven usted y quien responde, también quien le sustituya. Nadie lo ve por ser quien evalúa o la dirección de la escuela.
questions-page-along = Enviar también desde qué página pregunto:
questions-page-hint = Solo su dirección, nada de lo que hay en ella.
questions-topic-section = Tema
questions-topic-section-hint = Decide quién responde y en qué plazo.
questions-topic = Tema
questions-topic-choice = De qué se trata
questions-goes-to = Le llega a { $name }, que responde en { $days ->
    [one] 1 día lectivo
   *[other] { $days } días lectivos
 }.
questions-send = Enviar la pregunta
questions-save = Guardar

questions-one-title = Pregunta: { $topic }
questions-said = Lo dicho
questions-is-answer = respuesta
questions-due = { $name } debe responder a más tardar el { $date }:
questions-facts = Sobre esta pregunta
questions-about = Datos
questions-school = Escuela
questions-from-page = Hecha desde
questions-went-to = Adónde fue
questions-went = A { $name }, { $date }
questions-went-by-contacts = Según los contactos.
questions-went-instead = En lugar de { $name }, que no estaba.
questions-went-passed = { $name } la pasó: { $reason }
questions-readers = Quién puede leerla
questions-readers-are = { $names }
questions-nobody-else = Nadie más. Nadie la lee por ser quien evalúa o la dirección de la escuela.
questions-close = Cerrarla
questions-close-hint = Cuando tenga lo que necesita. Puede volver a abrirla.
questions-close-office-hint = Quien preguntó puede volver a abrirla.
questions-close-act = Cerrar la pregunta
questions-more = Seguir preguntando
questions-more-hint = El plazo para responder empieza de nuevo.
questions-more-act = Seguir preguntando
questions-reopen = Volver a abrirla
questions-reopen-hint = Diga qué falta por aclarar.
questions-reopen-act = Volver a abrirla
questions-answer = Responder
questions-answer-hint = Quien preguntó recibe un correo que dice que hay algo, sin ninguna palabra de su respuesta.
questions-answer-text = Su respuesta
questions-answer-sees = La ven { $name } y quien responde sobre este tema, en cuanto la envíe.
questions-answer-act = Enviar la respuesta
questions-pass-on = Pasarla a otra persona
questions-pass-on-lead = La responde otra persona. El plazo no cambia.
questions-pass-on-hint = La razón queda junto a la pregunta; también la lee quien preguntó.
questions-to = A quién
questions-reason = Razón
questions-reason-sees = La ven quien preguntó y quien responde.
questions-pass-on-act = Pasarla
questions-back = Volver a la pregunta

questions-office = Preguntas por responder
questions-office-link = Preguntas por responder
questions-office-title = { $count ->
    [0] Ninguna pregunta espera respuesta
    [one] Una pregunta espera respuesta
   *[other] { $count } preguntas esperan respuesta
 }
questions-office-lead = { $late ->
    [0] Ninguna lleva retraso.
    [one] Una lleva retraso.
   *[other] { $late } llevan retraso.
 }
questions-office-footer = Aquí están las preguntas que le llegaron, las de los temas a su cargo y las de alguien a quien usted sustituye.
questions-open = Abiertas
questions-open-hint = Primero las que vencen antes.
questions-none-open = No hay nada pendiente. Lo que se pregunte sobre sus temas aparecerá aquí según su plazo.
questions-more-open = Solo se muestran las primeras { $count }.
questions-counts = Por tema
questions-past = Respondidas y cerradas
questions-past-hint = Primero las más recientes.
questions-line = { $topic }. Preguntó { $asker }; la tiene { $owner }.
questions-read = Abrir
questions-findings = Temas sin nadie que responda
questions-finding = { $topic }: { $count ->
    [one] en una escuela ({ $schools })
   *[other] en { $count } escuelas ({ $schools })
 } no hay nadie designado ni nadie en la oficina. Hasta entonces las preguntas llegan a la persona administradora.

questions-contacts = Quién responde qué
questions-contacts-lead = Cada tema va a la oficina que indica el paquete de políticas, salvo que usted designe a una persona: para una escuela o para todas.
questions-contacts-link = Quién responde qué
questions-contacts-sees = Todos ven el nombre al pie de las páginas a las que corresponde.
questions-contacts-history = Historial de estos registros
questions-topics = Temas
questions-topics-hint = Del paquete de políticas de este año.
questions-due-column = Se responde en
questions-days = { $days ->
    [one] 1 día lectivo
   *[other] { $days } días lectivos
 }
questions-desk = Oficina
questions-desk-hr-partner = Enlace de RR. HH. con la escuela
questions-desk-performance-office = Oficina de desempeño
questions-desk-administrator = Persona administradora
questions-named = Designadas
questions-all-schools = todas las escuelas
questions-all-other-schools = todas las demás escuelas
questions-unname = Retirar
questions-unname-label = Retirar a { $name }, { $topic }
questions-name = Designar a alguien
questions-name-hint = Desde ese momento las preguntas nuevas le llegan. Las abiertas quedan donde están.
questions-for-school = Escuela
questions-for-school-hint = Déjela sin elegir para todas las escuelas que no tengan a nadie propio.
questions-person = Correo electrónico de la persona
questions-name-act = Designar a esta persona
questions-nobody-found = En la nómina no hay una única persona con la dirección { $address }. Revísela o pídala a la persona administradora.
questions-covers = Mientras alguien no está
questions-covers-hint = Cuentan ambos días. Quien sustituye lee y responde lo que leería y respondería la otra persona.
questions-no-covers = Nadie está ausente.
questions-away = Quién no está (correo electrónico)
questions-instead-field = Quién sustituye (correo electrónico)
questions-from = Primer día
questions-until = Último día
questions-cover-act = Registrar
questions-no-date = Elija un día.
questions-cover-away = Ausente
questions-cover-instead = Sustituye
questions-cover-when = Cuándo
questions-from-to = Del { $from } al { $to }
questions-end-column = Fin
questions-end-cover = Poner fin
questions-end-cover-label = Poner fin: { $name }

questions-find = Buscar respuestas probables
questions-likely = { $count ->
    [0] Nada en los recursos parece una respuesta.
    [one] Es posible que una página de los recursos la responda:
   *[other] Es posible que unas páginas de los recursos la respondan:
 }
questions-answered-before = De una respuesta anterior
# Palabras que no dicen de qué trata una pregunta; no se buscan.
questions-little-words = a además ahora al alguien algo algún alguna algunas algunos ante antes así aunque aún bien cada como con contra cosa cosas cual cuales cuando cuál cuáles cuánta cuántas cuánto cuántos cuándo cómo de debe debo decir del desde después dónde donde dos durante e el ella ellas ellos en entonces entre era es esa esas ese eso esos esta estar estas este esto estos está están estoy ha hace hacer hacia han hasta hay haya he hemos hubo la las le les lo los mas me mejor menos mi mis misma mismo mucha muchas mucho muchos muy más mí nada nadie ni ningún ninguna no nos nosotros nuestra nuestro o otra otras otro otros para pero poco por porque pregunta puede pueden puedo pues que quien quién quiénes qué saber se sea según ser si sido siempre sin sobre solo son su sus sí también tan tanto te tener tengo tiene tienen toda todas todavía todo todos tras tu tus un una unas uno unos usted ustedes va vez y ya yo
questions-to-library = Para todas las personas
questions-to-library-hint = Para que nadie tenga que volver a preguntarlo.
questions-to-library-text = La respuesta pasa a ser el borrador de una página de los recursos. Nada en ella lleva a esta pregunta; antes de proponerla se buscan palabras que puedan ser nombres, y otra persona de la oficina la lee antes de publicarla.
questions-to-library-act = Empezar una página de los recursos
