# Hoy, y qué necesita quién y para cuándo. Lo pendiente es también el siguiente paso de otras páginas.
kind-beginning = conversación de inicio de año
kind-mid_year = conversación de mitad de año
kind-end_of_year = conversación de fin de año
kind-check_in = conversación breve
kind-follow_up = conversación de seguimiento

distance-today = hoy
distance-after-year = después de este año escolar
distance-in = { $days ->
    [one] en 1 día de clases
   *[other] en { $days } días de clases
 }
distance-late = { $days ->
    [0] vencido desde el fin de semana
    [one] 1 día de clases de atraso
   *[other] { $days } días de clases de atraso
 }

today-title = { $count ->
    [0] Nada le espera esta semana
    [one] Una cosa le espera esta semana
   *[other] { $count } cosas le esperan esta semana
 }
today-lead-late = { $count ->
    [one] Una está atrasada.
   *[other] { $count } están atrasadas.
 }
today-lead-quiet = { $quiet ->
    [0] Cada una de las { $teachers } personas a su cargo necesita algo de usted esta semana.
    [one] De las { $teachers } personas a su cargo, una no necesita nada de usted esta semana.
   *[other] De las { $teachers } personas a su cargo, { $quiet } no necesitan nada de usted esta semana.
 }
today-late = Atrasado
today-late-hint = Queda aquí hasta que se haga.
today-this-week = Esta semana
today-this-week-hint = En el orden en que vence.
today-later = Después
today-later-hint = Aún no hay que hacer nada, a menos que lo desee.
today-nothing = Nada pendiente
today-nothing-text = Aquí aparecerá lo que alguien necesite de usted, con su fecha y la razón.
today-footer = Las distancias cuentan días de clases. Cada fecha viene del paquete de políticas y del calendario escolar.
today-district = Distrito
today-door-school = Usted ve a las y los docentes de su escuela: último contacto, situación, lo pendiente.
today-door-contact = Quién no ha tenido contacto en 20 días de clases
today-door-counts = Usted ve recuentos por escuela, suprimidos donde señalarían a alguien.
today-door-district = El registro de personal, el año escolar y su paquete de políticas, los accesos y el estado del expediente.
today-not-open-title = El año { $year } aún no está abierto
today-not-open = La administración del distrito no ha adoptado un paquete de políticas para este año. Hasta entonces no hay nada que hacer aquí.
today-not-open-administrator = Tres pasos lo abren: quién trabaja dónde, el paquete de políticas y los días del año.
today-begin = Para empezar
today-begin-roster = Importar el registro de personal
today-begin-pack = Adoptar un paquete de políticas
today-begin-days = Registrar los días del año

today-evaluator-receive-rating = { $name }: la calificación espera su acuse de recibo
today-evaluator-confirm-met = { $name }: confirme que se reunieron ({ $subject })
today-evaluator-send-follow-up = { $name }: lea y envíe el seguimiento ({ $subject })
today-evaluator-meet = { $name }: { $subject }
today-evaluator-prepare = { $name }: prepare la { $subject }
today-evaluator-rate-self = { $name }: autovaloración
today-evaluator-rate-professionalism = { $name }: valore el profesionalismo
today-evaluator-keep-promise = { $name }: usted se comprometió a: { $subject }
today-evaluator-write-rationale = { $name }: escriba la fundamentación de { $subject }
today-evaluator-decide = { $name }: decida entre dos calificaciones
today-evaluator-confirm-decision = { $name }: lea una decisión cerca de un corte
today-evaluator-share-rating = { $name }: comparta la calificación
today-evaluator-recommend = { $name }: recomiende para el próximo año
today-evaluator-schedule = { $name }: busque una hora para la { $subject }
today-evaluator-observe = { $name }: vea una clase en este período
today-evaluator-share-observation = { $name }: lea y comparta la observación

today-teacher-receive-rating = Su calificación está aquí: acuse recibo o decline firmar
today-teacher-confirm-met = Diga si se reunieron ({ $subject })
today-teacher-send-follow-up = Le llegará un seguimiento ({ $subject })
today-teacher-meet = Su { $subject }
today-teacher-prepare = Prepare su { $subject }
today-teacher-rate-self = Valore usted su profesionalismo
today-teacher-rate-professionalism = Quien le evalúa valora el profesionalismo
today-teacher-keep-promise = Usted se comprometió a: { $subject }
today-teacher-write-rationale = Quien le evalúa escribe la fundamentación de { $subject }
today-teacher-decide = La dirección de la escuela decide entre dos calificaciones
today-teacher-confirm-decision = Una segunda persona lee la decisión
today-teacher-share-rating = Quien le evalúa comparte la calificación
today-teacher-recommend = Quien le evalúa recomienda para el próximo año
today-teacher-schedule = Quien le evalúa busca una hora para la { $subject }
today-teacher-observe = Quien le evalúa ve una clase
today-teacher-share-observation = Quien le evalúa comparte una observación

today-why-receive-rating = El acuse dice que la recibió, no que está de acuerdo. Vence dos días de clases después de compartirse.
today-why-confirm-met = La conversación cuenta como realizada cuando ambas personas lo han dicho.
today-why-send-follow-up = La carta está redactada con las notas compartidas. Vence dos días de clases después de la reunión; uno, si es posible una calificación baja.
today-why-meet = La fecha que acordaron.
today-why-prepare = Dos días de clases antes de la reunión, para que la otra persona pueda leerlo.
today-why-rate-self = Tres días de clases antes de la reunión, para leer ambas valoraciones lado a lado.
today-why-rate-professionalism = Tres días de clases antes de la reunión, con razones donde hacen falta.
today-why-keep-promise = La fecha del compromiso.
today-why-write-rationale = Tres días de clases antes de la conversación de fin de año, para que se lea antes.
today-why-decide = Los puntos están cerca de un corte; la decisión y su segunda lectura van cinco días escolares antes del informe.
today-why-confirm-decision = Se le pidió la segunda lectura; sin usted la calificación no se puede compartir.
today-why-share-rating = El informe debe estar en manos de la o el docente para esta fecha.
today-why-recommend = Las recomendaciones se registran para esta fecha.
today-why-schedule = El período para esta conversación está abierto y cierra en esta fecha.
today-why-observe = En cada período corresponde una observación con puntaje; este cierra en esta fecha.
today-why-share-observation = Usted la escribió y no la ha compartido. La retroalimentación vence cinco días de clases después de la clase.

today-act-receive-rating = Abrir la calificación
today-act-confirm-met = Confirmar
today-act-send-follow-up = Leer la carta
today-act-meet = Preparar
today-act-prepare = Preparar
today-act-rate-self = Valorarme
today-act-rate-professionalism = Valorar
today-act-keep-promise = Abrir el compromiso
today-act-write-rationale = Escribirla
today-act-decide = Decidir
today-act-confirm-decision = Leerla
today-act-share-rating = Ver y compartir
today-act-recommend = Recomendar
today-act-schedule = Buscar una hora
today-act-observe = Empezar una observación
today-act-share-observation = Leer y compartir
today-brief = { $action }: { $subject }
today-later-count = { $count ->
    [one] Una cosa
   *[other] { $count } cosas
 }

today-questions-hint = Respuestas que usted debe y respuestas a lo que usted preguntó.
today-question-owed = Hay que responder.
today-question-answered = Ya tiene respuesta. Ciérrela o siga preguntando.
today-question-answer = Responder
today-question-read = Leer
