# La barra sobre cada página de una demostración.

demo-label = Demostración
demo-what = Personas inventadas; no se envía nada.
demo-as = Ver como
demo-as-one = { $name }, { $role }
demo-as-nobody = nadie
demo-as-go = Cambiar
demo-day = Día del año
demo-outbox = Correo
demo-role-teacher-on-track = docente en buen camino
demo-role-teacher-at-risk = docente en riesgo
demo-role-evaluator = persona evaluadora
demo-role-school-leader = dirección de la escuela
demo-role-hr-partner = enlace de Recursos Humanos
demo-role-administrator = administración del distrito
