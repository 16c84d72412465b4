# Importar una nómina: el formulario, la vista previa y lo hecho. Lo que está mal en un archivo se dice en roster.ftl.
roster-import-title = Importar una nómina
roster-import-lead = Envíe los archivos OneRoster del distrito y los de Recursos Humanos. Primero verá qué cambiarían; nada se aplica hasta que usted lo diga.
roster-import-files = Archivos
roster-import-files-hint = Como máximo 64 MB en total.
roster-import-roster = Archivos OneRoster
roster-import-roster-hint = Un zip con los archivos CSV en su raíz: OneRoster 1.2 o 1.1.
roster-import-hr = Archivos de RR. HH.
roster-import-hr-hint = Un zip o hasta tres archivos CSV: staff_supplement.csv, evaluator_assignments.csv, prior_ratings.csv.
roster-import-patience = Leer un distrito de 6,000 personas tarda unos segundos.
roster-import-read = Leer los archivos y mostrar qué cambiaría
roster-import-to-people = A las personas
roster-import-no-file = No se envió ninguna nómina. Elija el zip con los archivos OneRoster.
roster-import-too-large = Los archivos suman más de 64 MB. Envíe solo los archivos de la nómina; no hacen falta fotos ni trabajos de estudiantes.
roster-import-broken = El envío se cortó antes de que llegara todo. No cambió nada; envíe los archivos otra vez.
roster-import-forgotten = Estos archivos ya no se guardan: una lectura dura una hora, y solo para quien la envió. No cambió nada; envíe los archivos otra vez.
roster-import-last = La última importación
roster-import-never = Todavía no se ha importado ninguna nómina.
roster-import-last-by = Por { $name }, { $moment }
roster-import-command-line = la línea de comandos
roster-import-last-history = Qué hizo esta importación, en el expediente
roster-import-gives = Qué da una nómina
roster-import-gives-teacher = El rol teacher hace docente: se evalúa según el paquete del distrito.
roster-import-gives-leader = El rol principal hace dirección de la escuela donde el puesto según RR. HH. es Principal. Quienes asisten en la dirección ven solo su propio grupo a cargo.
roster-import-gives-evaluator = El archivo de RR. HH. dice quién evalúa a quién. Lo asignado aquí a mano queda.
roster-import-gives-nothing = districtAdministrator, systemAdministrator y todos los demás roles no dan acceso.
roster-import-by-hand = El enlace de RR. HH., la oficina de desempeño y la administración no están en ninguna nómina: se otorgan a mano, en la página de la persona.
roster-import-must = Cómo deben ser los archivos
roster-import-must-zip = manifest.csv, orgs.csv, users.csv y roles.csv, en un zip sin carpetas. Puede haber otros archivos OneRoster; no se abren.
roster-import-must-hr = Los archivos de RR. HH. nombran a las personas por el sourcedId de la nómina. Los tres pueden faltar; entonces queda lo que se sabía.
roster-import-must-whole = Un archivo bulk es toda la verdad: quien falta en él termina y pierde el acceso. Un delta dice solo lo que cambió.
roster-import-must-students = Las filas de estudiantes y familias se rechazan al leer y solo se cuentan. No se guarda nada de ellas, ni siquiera una hora.

roster-import-dry-run = Qué cambiaría
roster-import-dry-run-title = Qué cambiarían estos archivos
roster-import-lead-bulk = Los archivos dicen cómo es todo.
roster-import-lead-delta = Los archivos dicen solo lo que cambió.
roster-import-nothing-yet = Todavía no se ha aplicado nada.
roster-import-outcome = Resultado
roster-import-count-added = Personas nuevas
roster-import-count-changed = Personas que cambian
roster-import-count-ended = Personas que terminan
roster-import-count-returned = Personas que vuelven
roster-import-count-unchanged = Personas sin cambio
roster-import-count-schools = Escuelas nuevas, cambiadas o terminadas
roster-import-count-assigned = Asignaciones de evaluación que empiezan
roster-import-count-unassigned = Asignaciones de evaluación que terminan
roster-import-count-students = Filas de estudiantes y familias rechazadas
roster-import-count-warnings = Advertencias
roster-import-errors = { $count ->
    [one] Un error lo impide
   *[other] { $count } errores lo impiden
 }
roster-import-errors-text = Un error rompe el formato o una referencia, y nada de estos archivos se puede aplicar. Cada uno está abajo con su lugar y cómo corregirlo. Corríjalos en el sistema que escribió los archivos y envíelos otra vez.
roster-import-again = Enviar otra vez los archivos
roster-import-nothing = No hay nada que aplicar
roster-import-nothing-text = El expediente ya dice todo lo que dicen estos archivos. No cambió nada.
roster-import-many = Terminarían { $ended } de { $all } personas
roster-import-many-text = Es más de una cuarta parte. Será más bien una exportación dañada que una cuarta parte del personal que se fue: esas personas perderían el acceso enseguida.
roster-import-many-confirm = Es lo que se quiere: terminar a { $ended } personas
roster-import-apply-hint = Todo ocurre en un solo paso, o nada. Quien termina o queda desactivado pierde la sesión enseguida.
roster-import-apply = Aplicar estos cambios
roster-import-discard = Descartar y enviar otros archivos
roster-import-changed = El expediente cambió desde que se compararon estos archivos, por otra importación o a mano. Abajo está lo que cambiarían ahora. Mírelo otra vez y luego aplique.
roster-import-problems = Problemas
roster-import-problems-hint = Los errores lo detienen todo. Las advertencias se aplican y alguien debería corregirlas. Las notas son inofensivas.
roster-import-people = Personas
roster-import-no-people = No cambiaría ninguna persona.
roster-import-schools = Escuelas
roster-import-list-errors = { $count ->
    [one] Un error
   *[other] { $count } errores
 }
roster-import-list-warnings = { $count ->
    [one] Una advertencia
   *[other] { $count } advertencias
 }
roster-import-list-notes = { $count ->
    [one] Una nota
   *[other] { $count } notas
 }
roster-import-list-added = { $count ->
    [one] Una persona nueva
   *[other] { $count } personas nuevas
 }
roster-import-list-changed = { $count ->
    [one] Una persona cambia
   *[other] { $count } personas cambian
 }
roster-import-list-ended = { $count ->
    [one] Una persona termina
   *[other] { $count } personas terminan
 }
roster-import-list-returned = { $count ->
    [one] Una persona vuelve
   *[other] { $count } personas vuelven
 }
roster-import-list-merges = { $count ->
    [one] Una persona con varios registros
   *[other] { $count } personas con varios registros
 }
roster-import-list-schools-added = { $count ->
    [one] Una escuela o departamento nuevo
   *[other] { $count } escuelas y departamentos nuevos
 }
roster-import-list-schools-renamed = { $count ->
    [one] Una escuela cambia de nombre
   *[other] { $count } escuelas cambian de nombre
 }
roster-import-list-schools-ended = { $count ->
    [one] Una escuela termina
   *[other] { $count } escuelas terminan
 }
roster-import-and-more = Y { $count } más.
roster-import-see-all = Verlas todas
roster-import-not-listed = { $count } más se cuentan pero no se listan. Corrija primero estas y envíe otra vez los archivos.
roster-import-person = Persona
roster-import-posts = Puestos
roster-import-changes = Antes → después
roster-import-number = Número de empleo
roster-import-records = Registros en la nómina
roster-import-school = Escuela
roster-import-before = Nombre anterior
roster-import-where = Dónde
roster-import-what = Qué está mal
roster-import-mend = Qué hacer
roster-import-package = los archivos en conjunto
roster-import-line = línea { $line }
roster-import-column = columna { $column }
roster-import-times = { $times } veces
roster-import-value = Valor: { $value }
roster-import-blank = en blanco
roster-import-yes = sí
roster-import-no = no
roster-import-post-from = { $post }, desde { $from }
roster-import-post-until = { $post }, hasta { $until }
roster-import-post-span = { $post }, { $from } a { $until }
roster-import-read-files = Qué se leyó
roster-import-read-hint = Filas de cada archivo, con las rechazadas.
roster-import-file = Archivo
roster-import-rows = Filas
roster-import-mode = Dice
roster-import-mode-bulk = cómo es todo
roster-import-mode-delta = qué cambió
roster-import-no-files = No se pudo leer ningún archivo.
roster-import-refused = Rechazadas sin leer. Filas de estudiantes y familias: { $people }; filas de sus roles: { $roles }.
roster-import-without-role = { $count ->
    [one] Una persona sin ningún rol no se leyó; puede ser estudiante.
   *[other] { $count } personas sin ningún rol no se leyeron; pueden ser estudiantes.
 }
roster-import-done = La nómina está aplicada
roster-import-done-lead = Todo lo de abajo está en el expediente.
roster-import-shut-out = { $count ->
    [one] Una persona perdió el acceso y se cerró su sesión.
   *[other] { $count } personas perdieron el acceso y se cerraron sus sesiones.
 }
roster-import-another = Importar otra nómina
