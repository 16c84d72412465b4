# La recomendación para el año que viene.

recommendation-crumb = Recomendación
recommendation-title = El año que viene: { $name }
recommendation-title-own = Su próximo año
recommendation-lead = Calificación, estatus y empleo son tres decisiones separadas. Esta es la recomendación sobre el empleo.
recommendation-next = Usted recomienda la renovación con sus razones.
recommendation-next-by = Usted recomienda la renovación con sus razones a más tardar el { $date }.
recommendation-next-why = El resumen del expediente está abajo.
recommendation-section = La recomendación
recommendation-renewal = Se recomienda la renovación.
recommendation-none = Aún no hay recomendación. Aparece aquí en el mismo minuto en que se da.
recommendation-by = { $name }, { $date }
recommendation-reasons = Sus razones
recommendation-sees = Solo usted, hasta que recomiende. Después las leen { $name } y la dirección de la escuela.
recommendation-reasons-hint = En pocas frases, apoyadas en lo que consta en el expediente.
recommendation-means = Queda en el expediente para siempre, { $name } y la dirección de la escuela la leen enseguida, y sale un aviso que no nombra nada. Por sí sola no decide nada: decide el distrito.
recommendation-button = Recomendar la renovación
recommendation-other = La no renovación tiene pasos y plazos propios y llega con una entrega posterior del programa.
recommendation-record = El expediente
recommendation-record-hint = En breve; cada línea consta en él.
recommendation-rating = Calificación general
recommendation-range = aún sin compartir; todavía posibles: { $ratings }
recommendation-seen = Clases observadas
recommendation-lessons = { $count ->
    [one] una, el { $date }
   *[other] { $count }, la última el { $date }
}
recommendation-no-lessons = ninguna compartida
recommendation-talks = Conversaciones
recommendation-held = { $count ->
    [one] una realizada
   *[other] { $count } realizadas
}
recommendation-promises = Compromisos
recommendation-kept = { $kept } de { $count } cumplidos
recommendation-prior = Calificación de { $year }
