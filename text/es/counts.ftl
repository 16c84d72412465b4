# Recuentos suprimidos por escuela.
counts-title = Cuánto han avanzado las escuelas
counts-lead = { $schools ->
    [one] La única escuela asignada a usted.
   *[other] Las { $schools } escuelas asignadas a usted.
 }
counts-why-title = Por qué aquí no aparece ningún nombre
counts-why = Una evaluación, y si alguien está en riesgo, solo pueden leerla la propia persona y quienes supervisan su trabajo. Usted ve recuentos, y solo cuando el grupo tiene al menos { $smallest } personas y el número no significa nadie, todas, o una o dos.
counts-source = C.R.S. 22-9-109(1) y (2). Usted lee un expediente con nombre cuando se le asigna un caso de esa persona; los casos vendrán más adelante. El estatus a lo largo de los años tiene sus propias páginas, abajo.
counts-caption = Docentes con cada paso realizado, { $year }
counts-school = Escuela
counts-teachers = Docentes
counts-seen = Clase vista
counts-beginning = Inicio realizado
counts-mid-year = Mitad realizada
counts-end-of-year = Fin realizado
counts-rating = Calificación compartida
counts-received = Calificación recibida
counts-too-few = muy pocos para mostrar
counts-all-or-none = no se muestra
counts-no-total = No hay línea de totales: con ella se podría calcular una celda suprimida.
counts-empty = No tiene asignada ninguna escuela con docentes hoy.
