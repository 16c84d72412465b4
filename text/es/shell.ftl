# El marco de todas las páginas: cabecera, cambios de idioma, páginas de errores.

product-name = Forthright
skip-link = Ir al contenido
nav-label = Principal
who-role = , { $role }
who-place = { $school } · { $year }
language-switch = In English
language-switch-label = Cambiar el idioma a inglés
sign-out = Cerrar sesión
error-404-title = No existe esa página para usted
error-404-text = Es posible que la dirección no sea correcta o que la página sea de otra persona. No se cambió nada.
error-403-title = Esto no está abierto para usted
error-403-text = Usted puede saber que existe, pero no leerlo ni cambiarlo. Si cree que debería poder, consulte con la persona que le dio el acceso.
error-origin-text = Este formulario no se envió desde una página de Forthright, por lo que no se cambió nada. Abra la página aquí y envíelo desde ella.
error-409-title = Alguien guardó esto antes que usted
error-409-text = No se pierde nada. Lea los dos textos y elija, o tome partes de ambos.
error-409-yours = Lo que usted escribió
error-409-theirs = Lo que está guardado ahora
error-409-who = Guardado por { $name }, { $moment }
error-413-title = Es más de lo que cabe en un formulario
error-413-text = Todos sus textos juntos pueden tener { $size } como máximo. Lo que escribió en la página anterior sigue allí: vuelva a ella y acórtelo.
error-500-title = Algo falló de nuestro lado
error-500-text = Quedó anotado con el número de abajo. Lo que ya estaba guardado está a salvo. Inténtelo de nuevo en un minuto; si vuelve a ocurrir, envíe el número al servicio de ayuda de su distrito.
error-500-number = Número
error-back = Volver a su página

error-400-title = No se pudo leer este formulario
error-400-text = Un campo contiene algo que el programa no puede leer, por ejemplo una fecha que no existe. Vuelva atrás; lo que escribió sigue allí.
error-409-again = Alguien guardó esto después de que usted abrió la página. Lo que escribió sigue aquí: vea lo que hay ahora y envíelo de nuevo si todavía vale.
error-409-look-again = Ya no es como lo mostraba su página. Ábralo de nuevo, vea qué cambió y decida después.
error-422-title = No se realizó
error-503-title = Demasiado a la vez
error-503-text = Muchas personas están guardando en este momento. No se cambió nada; espere unos segundos y envíelo de nuevo.

nav-today = Hoy
nav-my-year = Mi año
nav-caseload = Grupo a cargo
nav-school = Escuela
nav-conversations = Conversaciones
nav-counts = Recuentos
nav-library = Recursos
nav-questions = Preguntas
nav-people = Personas
nav-year = Año
nav-outbox = Correo saliente
nav-health = Expediente
