# El escritorio de la fundamentación y la página de una fundamentación.

rationale-crumb = Fundamentación
rationale-title = La fundamentación de { $about }: { $name }
rationale-title-own = La fundamentación de { $about } de su año
rationale-lead = La base escrita de la calificación, apoyada en lo que se compartió antes.
rationale-reading = La base escrita de la calificación, tal como se compartió.
rationale-closed = La calificación ya se compartió, así que esto ya no cambia.
rationale-next = Usted escribe y comparte esta fundamentación.
rationale-next-by = Usted escribe y comparte esta fundamentación a más tardar el { $date }.
rationale-next-why = Para que se pueda leer antes de la conversación de fin de año del { $date }.
rationale-next-shared = Esta fundamentación está compartida. Otra redacción puede reemplazarla hasta que se comparta la calificación.
rationale-next-rating = Continuar a la calificación
rationale-text-section = El texto
rationale-text = Fundamentación
rationale-sees = Solo usted, hasta que la comparta. Después la leen { $name } y la dirección de la escuela.
rationale-length = De { $from } a { $to } palabras.
rationale-evidence-section = En qué se apoya
rationale-evidence-hint = Solo lo que se compartió antes.
rationale-evidence = Evidencia del año
rationale-no-evidence = Aún no se ha compartido nada. Comparta antes una clase o tenga una conversación; después podrá marcarla aquí.
rationale-talk-hint = { $notes ->
    [one] una nota
   *[other] { $notes } notas
}, { $promises ->
    [one] un compromiso
   *[other] { $promises } compromisos
}
rationale-share-section = Compartir
rationale-share-means = { $name } la lee enseguida y recibe un aviso que no nombra nada. Queda en el expediente para siempre; otra redacción puede reemplazarla hasta que se comparta la calificación, y esta sigue legible debajo.
rationale-share = Compartir la fundamentación
rationale-beside = Al lado del texto
rationale-points = Qué tiene una buena
rationale-good = Buenos ejemplos
rationale-bad = Ejemplos con fallas
rationale-descriptors = Los niveles y sus palabras
rationale-indicator = { $id } { $short }: { $levels }
rationale-band = { $rating }, { $levels }
rationale-band-latest = { $band }: el nivel más reciente
rationale-texts = Lo que se escribió en el año
rationale-rated-by = { $name }, { $date }
rationale-earlier = Redacciones compartidas
rationale-earlier-hint = La más reciente primero; es la que vale.
rationale-rests-on = Se apoya en:
rationale-shared = Lo que se compartió
rationale-none = Aún no se ha compartido ninguna fundamentación. Aparece aquí en el mismo minuto en que se comparte.
