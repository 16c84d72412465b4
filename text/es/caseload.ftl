# El grupo a cargo de quien evalúa y la escuela de quien dirige.
caseload-title = { $count ->
    [0] Nadie está a su cargo
    [one] La única persona docente a su cargo
   *[other] Las { $count } personas docentes a su cargo
 }
school-title = { $count ->
    [0] Aún nadie enseña en su escuela
    [one] La única persona docente de su escuela
   *[other] Las { $count } personas docentes de su escuela
 }
caseload-lead-risk = { $count ->
    [0] Ninguna calificación ni condición está en duda.
    [one] Para una persona, la calificación o la condición está en duda.
   *[other] Para { $count }, la calificación o la condición está en duda.
 }
caseload-lead-contact = { $count ->
    [0] Todas tuvieron contacto en los últimos 20 días de clases.
    [one] Una no ha tenido contacto en 20 días de clases.
   *[other] { $count } no han tenido contacto en 20 días de clases.
 }
caseload-caption = { $count ->
    [one] Una persona docente
   *[other] { $count } personas docentes
 }
caseload-teacher = Docente
caseload-next = Siguiente paso
caseload-contact = Último contacto
caseload-situation = Situación
caseload-seen = Indicadores vistos
caseload-find = Buscar a una persona
caseload-order-next = siguiente paso
caseload-order-contact = último contacto
caseload-order-name = nombre
caseload-show-all = Mostrar a todas
caseload-show-silent = Solo sin contacto en 20 días de clases
caseload-empty = Aquí no hay nadie con ese nombre.
caseload-everybody-met = Todas tuvieron contacto en los últimos 20 días de clases.
caseload-no-contact = aún ninguno
caseload-nothing-owed = nada
caseload-note = Contacto es una clase vista, una conversación realizada o un mensaje enviado.
contact-observation = clase
contact-conversation = conversación
contact-message = mensaje
school-evaluated-by = evaluación a cargo de { $names }
