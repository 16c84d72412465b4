# Profesionalismo: la autovaloración y la valoración de quien evalúa, lado a lado.
professionalism-here = Profesionalismo
professionalism-title-mid-year = Profesionalismo de { $name } a mitad de año
professionalism-title-end-of-year = Profesionalismo de { $name } a fin de año
professionalism-title-own-mid-year = Su profesionalismo a mitad de año
professionalism-title-own-end-of-year = Su profesionalismo a fin de año
professionalism-lead-mid-year = Cada parte valora por su cuenta. Ninguna valoración de mitad de año cuenta; ambas preparan la conversación.
professionalism-lead-end-of-year = Cada parte valora por su cuenta. La valoración de fin de año de quien evalúa cuenta para la calificación general; la autovaloración, no.
professionalism-closed = La calificación del año ya se compartió
professionalism-closed-text = Aquello en lo que se basa ya no cambia, así que aquí no se puede valorar nada más. Ambas valoraciones quedan como están.
professionalism-flash-sent = Sus valoraciones se enviaron. Ahora las ven ambas partes.
professionalism-to-form = Ir al formulario
professionalism-sides = Lado a lado
professionalism-sides-hint = Lo último que envió cada parte. Se marcan las diferencias de dos niveles o más.
professionalism-nothing-sent = Ninguna de las partes ha enviado aún sus valoraciones. Aparecerán aquí lado a lado.
professionalism-indicator = Indicador
professionalism-teacher = Docente
professionalism-evaluator = Quien evalúa
professionalism-apart = Diferencia
professionalism-not-sent = aún sin enviar
professionalism-levels-apart = { $levels ->
    [0] igual
    [one] 1 nivel
   *[other] { $levels } niveles
 }
professionalism-sent-by = { $whose }: lo envió { $name }, { $moment }.
professionalism-whose-not-sent = { $whose }: aún sin enviar.
professionalism-own = Sus valoraciones
professionalism-own-teacher = Su autovaloración
professionalism-own-evaluator = Su valoración
professionalism-own-hint = Valore todo el tiempo desde que empezó el año, no un solo hecho. Las descripciones son redacción provisional; el distrito no las ha confirmado.
professionalism-only-you = Solo usted, hasta que lo envíe.
professionalism-sent-before = Usted envió valoraciones el { $moment }; están en el formulario. Si envía de nuevo, las reemplaza en esta página y el historial conserva ambas.
professionalism-again = Cambiar y enviar de nuevo
professionalism-text = { $indicator }: en qué se basa
professionalism-reasons-mid-year = Hace falta por debajo de Eficaz y en Sobresaliente. Diga qué vio y cuándo.
professionalism-reasons-always = Hace falta en todos los niveles. Diga qué vio y cuándo.
professionalism-read-act = Leer y enviar
professionalism-level-and-reasons = Nivel y en qué se basa
professionalism-read-title = Léalo como lo leerá { $name }
professionalism-read-lead = Esto es lo que verá { $name }. Todavía no se envía nada.
professionalism-changed = Algo cambió mientras tanto
professionalism-changed-since = Su borrador cambió, quizá en otra página o en otro dispositivo, después de que usted lo abrió para leerlo. Aquí está como quedó. Vuelva a leerlo y después envíelo.
professionalism-other-sent = Alguien envió valoraciones aquí después de que usted abrió esta página. Están abajo. Las de usted aún no se han enviado.
professionalism-send = Enviar
professionalism-send-act = Enviar a { $name }
professionalism-back = Volver al formulario
professionalism-means-seen = { $name } lo verá de inmediato, y también quienes pueden leer este año.
professionalism-means-counts = Cuenta para la calificación general.
professionalism-means-counts-not = No cuenta para la calificación general.
professionalism-means-again = Puede enviar de nuevo hasta que se comparta la calificación del año. El historial conserva cada versión.
professionalism-your-evaluator = quien le evalúa
