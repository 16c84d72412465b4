# Lo que sale de la casa: correos, invitaciones de calendario, documentos impresos. En un correo no
# figura ninguna calificación, etapa ni motivo: se leen en pantallas compartidas.

mail-greeting = Buen día, { $name }:
mail-open = Inicie sesión para leerlo:
mail-why = Forthright envió este mensaje por encargo de { $district }. No dice más porque los expedientes de evaluación son confidenciales (C.R.S. 22-9-109, ley de Colorado).
mail-reply-to = Si responde a este correo, su respuesta llega a { $name }.

mail-shared-subject = Han compartido algo con usted
mail-shared = { $name } ha compartido con usted algo de su expediente.
mail-message-subject = Un mensaje de { $name }
mail-message = { $name } le ha escrito un mensaje. Se conserva completo en su expediente.
mail-asked-subject = { $name } le pide que lea algo
mail-asked = { $name } le pide que lea algo y que responda. Está en su página de hoy.
mail-answered-subject = { $name } ha respondido
mail-answered = { $name } ha respondido a algo que usted compartió.
mail-acknowledged-subject = { $name } ha recibido lo que usted compartió
mail-acknowledged = { $name } ha enviado su acuse de recibo. Recibir no es estar de acuerdo.
mail-something-subject = Hay algo para usted
mail-something = Hay algo para usted en Forthright.

mail-sign-in-subject = Su enlace para iniciar sesión en Forthright
mail-sign-in-asked = Usted pidió iniciar sesión en Forthright.
mail-sign-in-open = Abra esta dirección y pulse el botón que verá allí:
mail-sign-in-until = Sirve una sola vez, hasta las { $time }.
mail-sign-in-not-you = Si usted no lo pidió, no haga nada: nadie inicia sesión sin pulsar ese botón.

invite-summary = Conversación: { $teacher }, { $evaluator }
invite-description = Más información al iniciar sesión: { $link }
invite-subject = Invitación: conversación el { $date }
invite-text = { $name } le invita a una conversación el { $date }, de { $start } a { $end }.
invite-place = Lugar: { $place }
invite-moved-subject = Cambio de hora: conversación el { $date }
invite-moved-text = { $name } ha pasado la conversación al { $date }, de { $start } a { $end }.
invite-off-subject = Cancelada: conversación el { $date }
invite-off-text = La conversación del { $date } a las { $start } no tendrá lugar.
invite-open = Inicie sesión para prepararse o para pedir otra hora:

copy-year-title = El expediente de { $name }, { $year }
copy-rating-title = Calificación general de { $name }, { $year }
copy-teacher = Docente
copy-evaluator = Persona evaluadora
copy-made = Fecha de la copia
copy-made-by = { $moment }, para { $name }
copy-footer = Copia para { $name }, hecha el { $moment }. Confidencial: C.R.S. 22-9-109 (ley de Colorado).
copy-spelled-out = Ningún tipo de letra de este servidor tiene estos caracteres, por eso figuran como números entre corchetes: { $characters }. El archivo de datos los conserva tal como se escribieron.
