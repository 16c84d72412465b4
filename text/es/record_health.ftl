# El estado del expediente.
record-title = ¿Está íntegro el expediente?
record-lead = Todo lo que muestran las páginas se deriva de un único diario al que solo se añade. Aquí se reproduce y se compara.
record-verify = Verificación
record-verify-hint = Reproduce cada hecho.
record-verify-now = Verificar ahora
record-sound = Íntegro: cada estado, lista y relación se deriva del diario, y ninguna hoja se cambió.
record-not-sound = { $count ->
    [one] No íntegro: un hallazgo
   *[other] No íntegro: { $count } hallazgos
 }
record-entries = Entradas del diario
record-streams = Cosas reproducidas
record-erased = Borradas por ley o calendario
record-root = Raíz de todas las hojas
record-outbox = { $count ->
    [0] Nada espera ser enviado.
    [one] Un aviso espera ser enviado.
   *[other] { $count } avisos esperan ser enviados.
 }
record-outbox-oldest = El más antiguo se escribió
