# La biblioteca de recursos.
library-title = Recursos
library-lead = Guías, listas, ejemplos y reglas de { $year }. Las fechas y los números son los del paquete de políticas de ese año.
library-waiting = { $count ->
    [one] Una página espera una segunda lectura
   *[other] { $count } páginas esperan una segunda lectura
 }
library-waiting-link = Leer lo que se propone
library-find = Buscar
library-find-hint = Se perdonan los errores al escribir.
library-find-label = ¿Qué busca?
library-year = Año escolar
library-found = { $count ->
    [0] Nada para «{ $looked }»
    [one] Una página para «{ $looked }»
   *[other] { $count } páginas para «{ $looked }»
 }
library-instead = «{ $typed }» no aparece; esto es para «{ $instead }».
library-nothing = Ninguna página tiene esas palabras ni otras parecidas. Pruebe con una sola palabra o mire por temas.
library-all = Todas las páginas por tema
library-empty = El año aún no tiene páginas. Llegan con el paquete de políticas que el año adopta.
library-mine = Para usted
library-mine-hint = Nuevo para su función, o cambiado desde que lo leyó.
library-changed = cambió desde que lo leyó
library-for = Para { $readers }
library-for-everybody = todas las personas
library-keep = Mantener al día
library-keep-hint = Una persona propone, otra lee y publica.
library-new = Escribir una página nueva
library-audience = Quién lee
library-audience-everybody = todas las personas
library-audience-teachers = docentes
library-audience-evaluators = personas evaluadoras
library-audience-leaders = dirección de la escuela
library-audience-office = las oficinas del distrito
library-audience-hint = La dirección de la escuela lee lo que leen las personas evaluadoras. Las oficinas son Recursos Humanos, la oficina de desempeño y la administración.
library-toolkit = De los recursos
library-toolkit-more = Más sobre esto en los recursos

# Una página.
library-about = De qué trata
library-old = Esta es una versión anterior
library-old-link = Leer la página como es ahora
library-other-year = Esta es la página de { $year }
library-this-year = Leer la página de { $year }
library-changes = Lo que cambió
library-since = Lo que cambió desde que la leyó por última vez, el { $date }
library-added = añadido:
library-removed = quitado:
library-files = Archivos
library-files-hint = Se descargan; no se abren aquí.
library-file-size = { $kind }, { $size } KB
library-version = Esta página
library-source = Fuente
library-by-office = Texto propio de la oficina, publicado por { $name } el { $date }
library-versions = { $count ->
    [one] Una versión
   *[other] { $count } versiones
 }
library-version-pack = El texto propio del paquete
library-version-pack-again = De vuelta al texto del paquete, { $date }
library-version-office = El texto de la oficina del { $date }
library-version-who = Escrito por { $author }, leído y publicado por { $reader }
library-edit = Cambiar esta página
library-review = Revisar
library-proposal-waits = Un cambio espera una segunda lectura.
library-history = Todo lo que pasó con esta página y quién lo hizo
library-back = Volver a los recursos

# Escribir.
library-edit-title = Otro texto para «{ $title }»
library-edit-lead = Escríbalo en los dos idiomas. Se guarda mientras escribe y nadie más lo ve hasta que lo proponga.
library-text-en = Inglés
library-text-es = Español
library-text-hint = Los dos idiomas dicen lo mismo.
library-text-sees = Aquí solo usted; sus colegas cuando lo proponga, y quienes leen la página cuando se publique.
library-field-title = Título
library-field-summary = En una frase
library-field-body = Texto
library-field-body-hint = Markdown: ## para un encabezado, - para una lista, **negrita**, [un enlace](https://…). Sin HTML ni imágenes; las imágenes van como archivos.
library-place = Dónde está y quién la lee
library-topic = Tema
library-directives = Valores del paquete en el texto
library-directives-text = Escriba uno de estos en lugar de una fecha o una tabla, y la página dirá siempre lo que dice el paquete. Los más largos van en una línea propia.
library-preview-en = Cómo se leería en inglés
library-preview-es = Cómo se leería en español
library-changes-en = Lo que cambiaría en inglés
library-changes-es = Lo que cambiaría en español
library-propose = Proponer
library-propose-hint = Otra persona de la oficina lo lee antes que nadie.
library-propose-button = Proponer este texto
library-preview-button = Ver cómo se leería
library-edit-leave = Salir; mi texto se conserva
library-reason = Por qué
library-reason-sees = Queda en el expediente con su nombre; quienes leen la página lo ven cuando se publica.
library-declined = La última vez no se publicó, porque
library-files-edit-hint = Hasta diez, de 10 MB cada uno.
library-file = Añadir un archivo
library-file-hint = PDF, PNG, JPEG, Word, Excel, PowerPoint sin macros o texto simple.
library-file-button = Añadir el archivo
library-file-remove = Quitar { $name }
library-no-file = Elija primero un archivo.
library-pack-again = El texto del paquete
library-pack-again-hint = La página vuelve a seguir al paquete.
library-pack-again-button = Proponer volver al texto del paquete
library-new-title = ¿Cómo se llama la página nueva?
library-new-lead = Su dirección se forma con el título; el título puede cambiarse después.
library-new-button = Escribirla
library-new-no-title = Escriba un título con al menos una palabra de letras.
library-new-taken = Ya hay una página en esa dirección. Cambie esa, o elija otro título.

# Revisar.
library-reviews-title = Páginas propuestas
library-reviews-lead = Quien no escribió la página la lee y la publica, o dice por qué no.
library-reviews-waiting = En espera
library-reviews-none = No hay nada propuesto por ahora.
library-proposed-by = { $name }, { $date }
library-proposed = Propuesta por
library-review-title = ¿Publicar «{ $title }»?
library-review-lead = Lea los dos idiomas. Lo que publique se muestra enseguida a quienes leen la página.
library-review-own = Usted escribió esto. Otra persona de la oficina lo lee y lo publica.
library-proposal = Lo que se propone
library-kind = Qué es
library-kind-page = Otro texto
library-kind-pack = De vuelta al texto propio del paquete
library-decide = Decidir
library-decide-hint = Su nombre queda en el expediente con ello.
library-decline-reason = Por qué no, si no la publica
library-publish = Publicar
library-decline = No publicar
library-withdraw = Retirar mi propuesta

# Valores del paquete dentro de las páginas.
library-said-unconfirmed = sin confirmar
library-said-some-open = El distrito aún no ha confirmado: { $rows }.
library-said-none-confirmed = El distrito aún no ha confirmado nada de esto.
library-said-window = del { $from } al { $to }
library-said-before = { $count } { $unit ->
    [working] { $count ->
        [one] día hábil
       *[other] días hábiles
     }
    [school] { $count ->
        [one] día de clases
       *[other] días de clases
     }
   *[other] { $count ->
        [one] día
       *[other] días
     }
 } antes de { $anchor }
library-said-after = { $count } { $unit ->
    [working] { $count ->
        [one] día hábil
       *[other] días hábiles
     }
    [school] { $count ->
        [one] día de clases
       *[other] días de clases
     }
   *[other] { $count ->
        [one] día
       *[other] días
     }
 } después de { $anchor }
library-said-on = el día de { $anchor }
library-said-anchor-fsd = el primer día de clases
library-said-anchor-lsd = el último día de clases
library-said-anchor-boyc = la conversación de inicio de año
library-said-anchor-myc = la conversación de mitad de año
library-said-anchor-eoyc = la conversación de fin de año
library-said-anchor-my = la apertura del plazo de mitad de año
library-said-anchor-eoy = la apertura del plazo de fin de año
library-said-anchor-observed = la clase
library-said-anchor-shared = la fecha en que se compartió
library-said-anchor-rd = la recepción del informe final
library-said-anchor-delivered = la entrega del informe
library-said-anchor-spd = el comienzo del plan de apoyo
library-said-anchor-request = la recepción de la solicitud
library-said-anchor-event = el hecho, o el día en que se conoció
library-said-head-what = Qué
library-said-head-when = Cuándo
library-said-head-measure = Medida
library-said-head-with-survey = Puntos con la encuesta
library-said-head-without-survey = Puntos sin ella
library-said-head-rating = Calificación
library-said-head-levels = Niveles
library-said-head-indicator = Indicador
library-said-head-about = De qué trata
library-said-head-item = Punto
library-said-head-standard = Normal, minutos
library-said-head-brief = Breve, minutos
library-said-head-extended = Ampliada, minutos
library-said-head-letter = Carta
library-said-head-wording = Redacción
library-said-teacher = Docente
library-said-evaluator = Quien evalúa
library-said-say = Diga
library-said-avoid = Evite
library-said-good = Una buena
library-said-bad = Así no
library-said-letter-free = puede personalizarse
library-said-letter-locked = redacción fija
library-said-letter-hr = redacción fija; Recursos Humanos la lee primero
library-said-letter-later = el programa aún no la envía
library-said-head-todo = Qué hacer
library-said-head-ticked = Se marca cuando
library-said-head-due = Plazo
library-said-head-looks = Cómo se ve
library-said-head-who = Quién
library-said-head-step = Paso
library-said-head-clock = Plazo
library-said-head-missed = Si se pasa
library-said-weigh = Pese
library-said-not-count = No debe contar
library-said-trigger = Cuándo
library-said-decides = Decide
library-said-documents = Por escrito
library-said-clocks = Plazo
library-said-grounds = Motivos
library-said-outcomes = Cómo puede terminar
library-said-for = Para
library-said-plan-reasons = Un plan se apoya como máximo en { $value } indicadores.
library-said-plan-days = Dura al menos { $value } días naturales.
library-said-plan-every = Hay un punto de control cada { $value } días de clases.
library-said-plan-checkpoints = Se realizan al menos { $value } puntos de control.
library-said-plan-delivered = Se da al menos { $value } del apoyo prometido; por debajo, la conclusión es que no se dio el apoyo.
library-said-actor-teacher = Docente
library-said-actor-evaluator = Quien evalúa
library-said-actor-school-leader = Dirección de la escuela
library-said-actor-superior = Superior de la dirección
library-said-actor-human-resources = Recursos Humanos
library-said-actor-panel = Panel
library-said-actor-superintendent = Superintendencia
library-said-actor-board = Junta
library-said-actor-hearing-officer = Oficial de audiencia
library-said-actor-arbitrator = Árbitro
library-said-actor-court = Tribunal
library-said-actor-both = Ambas partes
library-said-anchor-filed = la presentación del escrito
library-said-anchor-answered = la recepción de la respuesta
library-said-anchor-notice = la recepción del aviso
library-said-anchor-board = la reunión de la Junta
library-said-anchor-chosen = la elección de quien dirige la audiencia
library-said-anchor-heard = el final de la audiencia
library-said-anchor-meeting = la reunión sobre el asunto

library-of-answer = Empezada a partir de una respuesta
library-of-answer-text = La página vale por sí misma: no nombra a nadie, y nada en ella dice quién preguntó.
library-names = ¿Es un nombre?
library-names-seen = Aquí ninguna de estas palabras es un nombre. Proponer tal como está.
