# El estatus a lo largo de los años: a qué llegan las calificaciones, como se calculó y como se declaró. Donde se dice algo grave se dice también lo que no significa.

status-no-score = sin calificación
status-standing-unknown = no se conoce
status-standing-probationary = probatorio
status-standing-non-probationary = no probatorio
status-standing-at-risk = no probatorio, en riesgo
status-standing-lost = de vuelta al estatus probatorio
status-standing-outside = sin estatus en esta clase
status-standing-counted = { $standing }, { $counted } de { $of } años contados

status-section = El estatus a lo largo de los años
status-section-hint = Le corresponde a usted declararlo. Usted lee la calificación de cada año y el estatus, y nada más de ningún año; la persona docente ve que usted miró.
status-open = Cómo se llegó a esto, año por año
status-doors = Estatus: a qué llegan los años de cada docente, y qué se declaró.
status-crumb = Estatus
status-title = El estatus a lo largo de los años: { $name }
status-title-own = Su estatus a lo largo de los años
status-command-line = la línea de comandos
status-changed = Esto cambió desde que se hizo la página: por otra declaración, una respuesta o una calificación que llegó. Abajo está como es ahora; lo que usted escribió sigue aquí.

# Dónde está.
status-says-unknown = La lista de Recursos Humanos no dice qué clase de empleo es esta, así que no se calcula nada.
status-says-probationary = { $counted ->
    [0] Probatorio. Todavía no cuenta ninguno de los { $of } años seguidos que se necesitan.
   *[other] Probatorio, con { $counted } de { $of } años seguidos contados.
 }
status-says-non-probationary = No probatorio, y no está en cuestión ningún año por debajo de Eficaz.
status-says-at-risk = { $left ->
    [one] No probatorio, y en riesgo: { $year } quedó por debajo de Eficaz. Otro año seguido así significaría volver al estatus probatorio.
   *[other] No probatorio, y en riesgo: { $year } quedó por debajo de Eficaz. Otros { $left } años seguidos así significarían volver al estatus probatorio.
 }
status-says-lost = Con { $year } los años llevan de vuelta al estatus probatorio. No es un despido.
status-says-outside = En esta clase de empleo no hay estatus que ganar ni perder; las calificaciones no tienen consecuencias para él.
status-where = Dónde está
status-by-years = Según los años
status-by-hr = La lista de Recursos Humanos hoy
status-latest = Declarado
status-not-stated = sin declarar
status-changed-since = distinto de lo declarado; sin declarar de nuevo
status-stated-on = el { $date }
status-finding-class-differs = La lista de Recursos Humanos dice { $class }, y los años dicen otra cosa. Una de las dos cosas está mal, o la lista de Recursos Humanos todavía no tiene el cambio.
status-finding-years-missing = No se sabe nada de { $years }. Ninguna cadena pasa por encima de esos años, y no se declara ningún estatus antes de tomar esas calificaciones.
status-finding-nothing-known = No se conoce ningún año anterior, aunque esta persona ya estaba aquí. Tome las calificaciones anteriores.
status-finding-rating-differs = Para { $year } el archivo importado tiene otra calificación que el expediente. Cuenta la del expediente.
status-finding-rating-unknown = { $rating }, que el archivo tiene para { $year }, no es una calificación de esta política. Ese año cuenta como desconocido.
status-demo = Lo subrayado con rayas no se apoya en ninguna fuente que lo resuelva: es nuestra propia lectura, hasta que el distrito la confirme.

# Año por año.
status-years = Año por año
status-years-hint = La calificación de cada año, de dónde viene, qué hizo y por qué regla.
status-no-years = No se conoce ningún año anterior.
status-began = Antes del primero de estos años: { $class }.
status-column-year = Año
status-column-rating = Calificación
status-column-from = Viene de
status-column-did = Qué hizo
status-column-if = Si es
status-column-would = Qué haría
status-column-then = Entonces
status-column-teacher = Docente
status-column-stands = Según los años
status-column-stated = Declarado
status-not-known = no se conoce
status-from-record = compartida en el expediente
status-from-roster = importada con una nómina
status-from-file = importada: { $file }, por { $name }, { $date }
status-service-late = contratación avanzado el año
status-service-interrupted = el servicio se interrumpió
status-district = en { $district }
status-rule = { $says } ({ $id }; { $source })
status-source = Fuente: { $source }
status-unsettled = Nuestra propia lectura de la regla, sin confirmar por el distrito.
status-effect-counted = cuenta: { $counted } de { $of } años seguidos
status-effect-gained = cuenta como el último de { $of } años: da el estatus no probatorio
status-effect-restarted = por debajo de Eficaz: la cuenta empieza de nuevo
status-effect-kept = no cambia nada: el estatus se conserva
status-effect-cleared = el año bajo anterior ya no cuenta
status-effect-at-risk = por debajo de Eficaz: el estatus se conserva, en riesgo
status-effect-lost = por debajo de Eficaz por { $of ->
    [2] segundo
   *[other] último de { $of }
 } año seguido: de vuelta al estatus probatorio
status-effect-bridged = sin calificación: ni rompe ni hace una cadena
status-effect-broken = sin calificación: toda cadena empieza de nuevo
status-effect-interrupted = el servicio se interrumpió: los años anteriores ya no cuentan
status-effect-elsewhere = calificada en otro distrito: no se suma aquí
status-effect-outside = sin consecuencias en la clase de ese año
status-effect-unknown = ninguna cadena pasa por encima
status-rule-ST1 = Años seguidos en Eficaz o más, en empleo continuo en un mismo distrito, dan el estatus.
status-rule-ST2 = Un año por debajo de Eficaz durante el período probatorio reinicia la cuenta.
status-rule-ST3 = Las calificaciones de otros distritos no se suman para docentes en período probatorio.
status-rule-ST4 = Años seguidos por debajo de Eficaz, en cualquier combinación, quitan el estatus; nadie queda despedido por eso.
status-rule-ST5 = El primer año por debajo de Eficaz conserva el estatus y pone en cuestión el año siguiente.
status-rule-ST6 = Un año sin calificación deja todo como estaba.
status-rule-ST7 = Una contratación avanzado el año cuenta como año completo donde el servicio es continuo.
status-rule-ST8 = El estatus se lleva a un distrito nuevo cuando la persona docente lo pide.
status-rule-ST9 = La decisión de empleo, la calificación y el estatus son tres registros.
status-rule-ST10 = Las calificaciones no tienen efecto en las clases a voluntad y de contrato anual.

# Qué puede hacer este año, qué significa, qué se puede hacer.
status-this-year = Qué haría la calificación de este año
status-this-year-hint = Todas las calificaciones posibles. Nadie ha decidido nada.
status-means = Qué significa, y qué no
status-means-unknown = No se sigue nada de ello. La próxima lista de Recursos Humanos trae la clase.
status-means-probationary = Los contratos son de un año. Años seguidos en Eficaz o más, en empleo continuo, llevan al estatus no probatorio; nadie puede prometerlo.
status-means-non-probationary = El contrato está más protegido que uno probatorio. Un año por debajo de Eficaz conservaría el estatus y lo pondría en riesgo.
status-means-at-risk = El estatus se conserva hoy. Un año en Eficaz o más termina el riesgo; entonces ya no cuenta que el año anterior fuera bajo.
status-means-lost = Desde entonces los contratos son de un año. No es un despido, y hay una apelación con su propio plazo contra la última de las calificaciones bajas.
status-means-outside = Las calificaciones se dan, se comparten y se responden como las de todos; solo el estatus no depende de ellas.
status-means-apart = Estatus, calificación y empleo son tres registros. Ninguno cambia a otro por sí solo, y un estatus no despide a nadie.
status-means-not-by-itself = Lo que el programa calcula no cambia nada. Una persona de Recursos Humanos o de la oficina de desempeño lo declara, con su nombre, y la persona docente puede responder.
status-number-gain = { $count ->
    [one] Un año en Eficaz o más da el estatus.
   *[other] { $count } años seguidos en Eficaz o más dan el estatus.
 }
status-number-lose = { $count ->
    [one] Un año por debajo de Eficaz lo quita.
   *[other] { $count } años seguidos por debajo de Eficaz lo quitan.
 }
status-can-do = Lo que usted puede hacer
status-teacher-can-do = Lo que puede hacer la persona docente
status-do-answer = Responder por escrito
status-do-rating = La calificación de este año, con su suma y sus fechas
status-do-file = Decir que un año importado está mal: al enlace de Recursos Humanos de la escuela o a la oficina de desempeño. Un archivo corregido lo reemplaza.

# Qué se declaró, y declararlo.
status-stated = Qué se declaró
status-stated-hint = Por una persona, con su nombre. Cada declaración guarda los años como eran entonces.
status-none = Este año no se declaró nada.
status-stated-by = { $name }, { $moment }
status-answered-by = Respondido por { $name }, { $moment }
status-years-then = Los años como eran entonces
status-pack = Paquete de políticas { $pack }, versión { $version }
status-pack-demo = Paquete de políticas { $pack }, versión { $version }, un paquete de demostración: no todos los valores están confirmados por el distrito
status-answer = Su respuesta
status-answer-sees = Solo usted, hasta que la comparta. Después la leen la dirección de la escuela, el enlace de Recursos Humanos y la oficina de desempeño.
status-answer-hint = Queda con la declaración para siempre.
status-answer-share = Compartir la respuesta
status-state = Declararlo
status-state-hint = Esto es lo que quedaría en el expediente.
status-records-standing = A qué se llega
status-records-years = Los años
status-records-lines = { $count ->
    [0] no se conoce ninguno
    [one] el único año de arriba, con su regla
   *[other] los { $count } años de arriba, cada uno con su regla
 }
status-records-pack = Según
status-records-by = Lo declara
status-note = Unas palabras para la persona docente
status-note-sees = Solo usted, hasta que lo declare. Después las leen la persona docente, la dirección de la escuela, el enlace de Recursos Humanos y la oficina de desempeño.
status-note-hint = A quién preguntar y qué viene después. No cambia nada de lo calculado.
status-state-means = Queda en el expediente para siempre. La persona docente recibe un aviso que no nombra nada, y puede responder. No cambia ninguna calificación, ningún contrato ni la lista de Recursos Humanos.
status-state-button = Declarar el estatus
status-sees = La persona docente, la dirección y el enlace de Recursos Humanos de su escuela, y la oficina de desempeño.
status-sees-nobody-else = Nadie más. Quien evalúa ve este año y su situación, y no los años que hay detrás. La persona docente ve quién ha mirado.

# Una escuela, y calificaciones de años anteriores.
status-school-title = El estatus a lo largo de los años, { $school }
status-school-lead = A qué llegan los años de cada docente. Las calificaciones están en la página de cada persona, y allí se anota quién la abre.
status-school-nobody = Hoy no enseña nadie en esta escuela.
status-school-note = Usted no está en su propia lista.
status-import-title = Tomar calificaciones de años anteriores
status-import-lead = Envíe una hoja de cálculo guardada como CSV. Primero verá qué cambiaría; nada se toma hasta que usted lo diga.
status-import-file = Archivo
status-import-field = Calificaciones de años anteriores
status-import-sees = Lo que se toma lo leen cada docente, la dirección de la escuela, el enlace de Recursos Humanos y la oficina de desempeño. El archivo mismo no se guarda.
status-import-hint = Un archivo CSV, una fila por docente y año.
status-import-read = Leer el archivo y mostrar qué cambiaría
status-import-template = Un archivo vacío con las columnas
status-import-no-file = No se envió ningún archivo. Elija el archivo CSV con las calificaciones.
status-import-too-large = El archivo pasa de 64 MB. Envíe solo las calificaciones.
status-import-broken = El envío se cortó antes de que llegara todo. No cambió nada; envíe el archivo otra vez.
status-import-forgotten = Este archivo ya no se guarda: una lectura dura una hora, y solo para quien la envió. No cambió nada; envíe el archivo otra vez.
status-import-columns = Sus columnas
status-import-columns-hint = En cualquier orden; otras que haya no se leen.
status-import-column = Columna
status-import-holds = Contiene
status-import-column-teacher = De quién es la calificación, como la nómina nombra a la persona; una de las dos en cada fila.
status-import-column-year = 2024-25, 2024-2025, o 2025 para el año que termina entonces. El año ya terminó.
status-import-column-rating = Una calificación de la política de este año, por su forma corta o su nombre, o «sin calificación».
status-import-column-service = full, late o interrupted. Vacío significa full.
status-import-column-class = La clase de Recursos Humanos en ese año: probationary, non-probationary, at-will o annual. Puede quedar vacía.
status-import-column-district = El otro distrito que dio la calificación. Vacío significa este.
status-import-last = La última importación
status-import-never = Todavía no se ha tomado ningún archivo.
status-import-last-by = { $file }, por { $name }, { $date }
status-import-count-added = Calificaciones nuevas
status-import-count-replaced = Calificaciones reemplazadas
status-import-count-unchanged = Calificaciones sin cambio
status-import-count-teachers = Docentes con algún cambio
status-import-dry-run = Qué cambiaría el archivo
status-import-read-rows = { $count ->
    [one] Se leyó una fila de { $file }.
   *[other] Se leyeron { $count } filas de { $file }.
 }
status-import-nothing-yet = Todavía no se ha tomado nada.
status-import-outcome = Resultado
status-import-errors = { $count ->
    [one] Un error lo impide
   *[other] { $count } errores lo impiden
 }
status-import-errors-text = No se toma nada del archivo mientras quede uno. Cada uno está abajo con su línea, su columna y cómo corregirlo.
status-import-again = Enviar el archivo otra vez
status-import-nothing = Nada que tomar
status-import-nothing-text = El expediente ya dice todo lo que dice este archivo. No cambió nada.
status-import-replaces = { $count ->
    [one] Se reemplazaría una calificación
   *[other] Se reemplazarían { $count } calificaciones
 }
status-import-replaces-text = Un archivo anterior decía otra cosa. Un estatus ya declarado guarda los años como eran entonces.
status-import-replaces-confirm = Es lo que se quiere: reemplazarlas
status-import-apply-hint = Todo en un solo paso, o nada. Cada calificación guarda el nombre del archivo, el de usted y el día.
status-import-apply = Tomar estas calificaciones
status-import-discard = Descartar y enviar otro archivo
status-import-changed = El expediente cambió desde que se comparó este archivo. Abajo está lo que cambiaría ahora. Mire otra vez y después tómelo.
status-import-problems = Problemas
status-import-problems-hint = Los errores lo detienen todo. Las advertencias se toman, y alguien debería mirarlas. Las notas no hacen daño.
status-import-done = Las calificaciones están tomadas
status-import-done-lead = Todo lo de abajo está en el expediente.
status-import-to-schools = A las escuelas
status-import-another = Tomar otro archivo
