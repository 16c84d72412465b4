# Lo que sale de la casa.
outbox-title = Lo que sale de la casa
outbox-lead = Avisos neutros e invitaciones de calendario. Ningún correo lleva una calificación, una etapa o una razón; pide iniciar sesión.
outbox-lead-no-mail = Avisos neutros e invitaciones de calendario, tal como se enviarían.
outbox-no-mail = Este servidor no envía correo
outbox-no-mail-text = Inícielo con un servidor de correo (--mail smtp://…) y se enviará lo que se escribió aquí en los últimos tres días; los avisos más antiguos llegarían demasiado tarde y se quedan como están. Hasta entonces los enlaces para iniciar sesión vienen de la línea de comandos.
outbox-demo = De una demostración no sale nada
outbox-demo-text = Sus personas son inventadas y no tiene servidor de correo. Estos son los avisos tal como se vivieron los días; ninguno se envió nunca.
outbox-never-sent = no se envió nunca
outbox-empty = Aún no se ha escrito a nadie.
outbox-caption = Lo más reciente primero
outbox-when = Escrito
outbox-to = Para
outbox-what = Qué
outbox-state = Estado
outbox-sent = enviado { $when }
outbox-failed = no se pudo enviar
outbox-no-address = sin correo electrónico; espera en la página de la persona
outbox-again = { $tries ->
    [one] un intento; se volverá a intentar
   *[other] { $tries } intentos; se volverá a intentar
 }
outbox-waiting = espera
outbox-error-too-old = Esperó más de tres días, o un enlace para iniciar sesión más tiempo del que funciona.
outbox-error-unwritable = No se pudo redactar el correo; el registro del servidor dice por qué.
