//! A record page: head, next step, ledger, rows, pictures, tables, the sum.

use jiff::civil::date;
use maud::{Markup, html};
use pages::components::*;

use crate::sample::{Sample, day as on, form_key, line};

pub fn page(s: Sample) -> Markup {
    let w = s.0;
    html! {
        (undo(w, s.say("Your answer to the lesson of 13 Oct is on the record.", "Su respuesta a la lección del 13 oct quedó en el expediente."), "/undo", &form_key()))
        (page_head(w, &PageHead {
            crumbs: vec![Crumb::link(s.say("Caseload", "Grupo a cargo"), "#"), Crumb::here("Imani Castellano")],
            title: s.say("Where you stand, and what comes next", "Cómo va usted y qué sigue").to_owned(),
            lead: Some(html! { (w.long_date(on(2027, 1, 12))) ". " (s.say("Everything on this page was shared with you before today.", "Todo lo que hay en esta página se compartió con usted antes de hoy.")) }),
            jumps: [("late", "Late", "Atrasado"), ("prepare", "How to prepare", "Cómo prepararse"), ("year", "Your year", "Su año"), ("indicators", "Where each indicator stands", "Cómo está cada indicador"), ("range", "Your rating so far", "Su calificación hasta ahora"), ("sum", "The sum", "La suma"), ("evidence", "Shared evidence", "Evidencia compartida")]
                .map(|(id, en, es)| (id.to_owned(), s.say(en, es).to_owned())).into(),
        }))
        (next_step(w, &NextStep {
            what: html! { (s.say("You and Desmond Achterberg talk on", "Usted y Desmond Achterberg conversan el")) " " strong { (day(w, on(2027, 1, 14))) ", " (clock(w, jiff::civil::time(14, 45, 0, 0))) } ", " (s.say("room 118, for 60 minutes.", "en el salón 118, durante 60 minutos.")) },
            why: Some(html! { (s.say("In 2 school days. From you, by the end of today: up to three pieces of evidence.", "Dentro de 2 días escolares. De usted, antes de que termine el día: hasta tres evidencias.")) }),
            action: Some(link_main("#", s.say("Choose your evidence", "Elegir su evidencia"))),
            ..NextStep::default()
        }))
        (section("late", s.say("Late and due", "Atrasado y por vencer"), Some(s.say("It stays here until it is done or you say why it will not be.", "Se queda aquí hasta que esté hecho o usted diga por qué no se hará.")), ledger(&[
            LedgerRow {
                when: day(w, on(2027, 1, 11)),
                distance: Some(state(Shape::Triangle, Tone::Grave, s.say("1 school day late", "1 día escolar de atraso"))),
                title: html! { "Imani Castellano: " (s.say("say why P.2 is at 4", "diga por qué P.2 está en 4")) },
                why: Some(html! { (s.say("You rated P.2 below Effective on Fri 8 Jan and gave no reasons yet. They are due 3 school days before you meet, so that she can read them first.", "Usted calificó P.2 por debajo de Eficaz el vie 8 ene y aún no ha dado razones. Vencen 3 días escolares antes de la conversación, para que ella pueda leerlas primero.")) }),
                action: Some(link_button("#", s.say("Write the reasons", "Escribir las razones"))),
                ..LedgerRow::default()
            },
            LedgerRow {
                when: day(w, on(2027, 1, 15)),
                distance: Some(html! { (s.say("in 3 school days", "dentro de 3 días escolares")) }),
                title: html! { "Samuel Adeyemi: " (s.say("share Friday’s observation", "comparta la observación del viernes")) },
                why: Some(html! { (s.say("Feedback is due within 5 school days. Nothing is shared yet.", "La retroalimentación vence a los 5 días escolares. Aún no se ha compartido nada.")) }),
                more: Some(disclosure(s.say("How the date was counted", "Cómo se contó la fecha"), arithmetic(s.say("Day 0 is Fri 8 Jan. Day 5 is Fri 15 Jan.", "El día 0 es el vie 8 ene. El día 5 es el vie 15 ene.")))),
                action: Some(form("/share", &form_key(), button(s.say("Read and share", "Leer y compartir")))),
            },
        ])))
        (section("prepare", s.say("How to prepare", "Cómo prepararse"), Some(s.say("Four things; none takes more than 20 minutes.", "Cuatro cosas; ninguna toma más de 20 minutos.")), html! {
            (rows([
                row(state(Shape::Disc, Tone::Plain, s.say("Self-rating of professionalism: sent", "Autoevaluación de profesionalismo: enviada")), Some(html! { (s.say("Mon 11 Jan, seen by Mr Achterberg the same day", "lun 11 ene, vista por el Sr. Achterberg el mismo día")) }), None),
                row(state(Shape::Half, Tone::Soon, s.say("Evidence you want to talk about: 1 of up to 3 chosen", "Evidencia de la que quiere hablar: 1 elegida de hasta 3")), Some(html! { (s.say("by the end of today", "antes de que termine el día")) }), Some(html! { a href="#" { (s.say("Keep, change or close", "Mantener, cambiar o cerrar")) } })),
                row(state(Shape::Ring, Tone::Quiet, s.say("Bring someone: not decided", "Venir con alguien: sin decidir")), None, None),
                html! { h3 { (s.say("Lesson seen, Tue 8 Dec: fractions on a number line", "Lección observada, mar 8 dic: fracciones en la recta numérica")) } (said(s.evidence())) (by(html! { "Desmond Achterberg, I.5 " b { "5" } })) },
            ]))
            (disclosure(s.say("Every shape", "Todas las formas"), rows([
                (Shape::Disc, "done", "hecho"), (Shape::Half, "begun", "comenzado"), (Shape::Ring, "not begun", "sin comenzar"), (Shape::Diamond, "due", "por vencer"), (Shape::HalfDiamond, "status at risk", "estatus en riesgo"), (Shape::FullDiamond, "renewal in question", "renovación en duda"), (Shape::Triangle, "late", "atrasado"), (Shape::Rising, "growing", "en crecimiento"), (Shape::Dotted, "strong", "fuerte"), (Shape::Plus, "seeking leadership", "busca liderazgo"), (Shape::Bar, "paused", "en pausa"),
            ].map(|(kind, en, es)| state(kind, Tone::Plain, s.say(en, es))))))
        }))
        (section("year", s.say("Your year", "Su año"), None, year_line(w, &YearLine {
            summary: s.say("The year 2026-27", "El año 2026-27").to_owned(),
            from: on(2026, 8, 17), to: on(2027, 6, 15), today: Some(on(2027, 1, 12)),
            windows: s.windows(), marks: s.marks(),
            lessons: s.say("Lessons seen", "Lecciones observadas").to_owned(),
            end: Some((on(2027, 5, 21), s.say("Your report, by Fri 21 May", "Su informe, antes del vie 21 may").to_owned())),
            list: s.year_list(),
        })))
        (section("indicators", s.say("Where each indicator stands", "Cómo está cada indicador"), Some(s.say("Latest level of each, 1 to 7.", "El último nivel de cada uno, de 1 a 7.")), html! {
            (line(s.say("Eleven of 19 stand at Effective or above.", "Once de 19 están en Eficaz o más.")))
            (staves(w, &s.staves(), &s.bands(), Some(s.say("your self-rating", "autoevaluación de usted"))))
            div { (coverage(w, &[vec![Seen::Shared; 4], vec![Seen::Shared, Seen::Draft, Seen::Not, Seen::Shared, Seen::Shared, Seen::Not, Seen::Draft, Seen::Shared], vec![Seen::Not; 7]])) }
            (coverage_key(w))
        }))
        (section("range", s.say("Your rating so far", "Su calificación hasta ahora"), Some(s.say("A range, because two measures are missing. Nobody has decided anything.", "Un rango, porque faltan dos medidas. Nadie ha decidido nada.")), html! {
            (scale(&band_scale(s, ScaleValue::Range("38.33".into(), "68.33".into()), None)))
            (scale(&band_scale(s, ScaleValue::Point("56.57".into()), Some(("56.333".into(), "60.333".into())))))
            (notice(Tone::Soon, Shape::HalfDiamond, s.say("Near a cut: a person decided", "Cerca de un corte: decidió una persona"), html! {
                p { (w.decimal("56.57")) " " (s.say("is 1.76 points below Effective. Within 2 points the principal chooses one rating with reasons.", "está 1.76 puntos por debajo de Eficaz. Dentro de 2 puntos la dirección elige una calificación con razones.")) }
                (arithmetic(html! { "10500/180 − 10183/180 = 317/180 = 1.761; " (unconfirmed(w, "2")) }))
            }))
            (table(&Table {
                caption: Some(s.say("How the range comes about, in points", "De dónde sale el rango, en puntos").to_owned()),
                columns: vec![Column::words(s.say("Measure", "Medida")), Column::words(s.say("Today", "Hoy")), Column::words(s.say("What it rests on", "En qué se basa")).short(s.say("Rests on", "Se basa en")), Column::figures(s.say("Points", "Puntos"))],
                rows: vec![
                    vec![html! { (s.say("Observation", "Observación")) }, state(Shape::Half, Tone::Plain, s.say("so far", "hasta ahora")), html! { (s.say("mean of 12 indicators 4.5; one more lesson to come", "promedio de 12 indicadores 4.5; falta una lección")) }, html! { "24.50 / 42" }],
                    vec![html! { (s.say("School growth", "Crecimiento de la escuela")) (sub(s.say("the same for everybody", "igual para todos"))) }, state(Shape::Ring, Tone::Plain, s.say("missing", "falta")), html! { (s.say("published in April", "se publica en abril")) }, html! { "0–10" }],
                ],
                foot: Some(vec![html! { (s.say("Together", "En total")) }, html! {}, html! {}, html! { "38.33–68.33" }]),
                ..Table::default()
            }))
        }))
        (section("sum", s.say("The sum", "La suma"), Some(s.say("Open any line. Fractions are exact.", "Abra cualquier línea. Las fracciones son exactas.")), trace(w, &[
            TraceLine { name: s.say("Professional practice", "Práctica profesional").into(), sub: Some(s.say("70 of 100 points", "70 de 100 puntos").into()), exact: Some("1465/36".into()), shown: "40.69".into(), open: true, body: None, parts: vec![
                TraceLine { name: s.say("Observation", "Observación").into(), sub: Some("42 × 133/216".into()), exact: Some("931/36".into()), shown: "25.86".into(), open: true, parts: vec![], body: Some(html! {
                    p { (s.say("The mean of 169/36 on the scale from 1 to 7 becomes a fraction:", "El promedio de 169/36 en la escala de 1 a 7 se convierte en una fracción:")) " (169/36 − 1) ÷ 6 = 133/216." }
                    (table(&Table { shape: TableShape::Dense, caption: Some("1–7".into()), columns: vec![Column::words(s.say("Indicator", "Indicador")), Column::figures(w.short_day(on(2026, 10, 13))), Column::figures(w.short_day(on(2026, 12, 8))), Column::figures(s.say("Mean", "Promedio"))], rows: vec![vec![html! { span.idx { "LE.1" } " " (sub(s.say("Communities and cultures", "Comunidades y culturas"))) }, html! { "5" }, html! { "–" }, html! { "11/2" }], vec![html! { span.idx { "LE.3" } " " (sub(s.say("Behaviour and routines", "Conducta y rutinas"))) }, html! { "4" }, html! { "5" }, html! { "14/3" }]], foot: Some(vec![html! { (s.say("Mean of 12", "Promedio de 12")) }, html! {}, html! {}, html! { "169/36" }]), ..Table::default() }))
                }) },
                TraceLine { name: s.say("Professionalism", "Profesionalismo").into(), sub: Some("14 × 9/14".into()), exact: Some("9".into()), shown: "9.00".into(), ..TraceLine::default() },
            ] },
            TraceLine { name: s.say("Student growth", "Crecimiento estudiantil").into(), sub: Some(s.say("30 of 100 points", "30 de 100 puntos").into()), exact: Some("1429/90".into()), shown: "15.88".into(), body: Some(line("602/45 + 5/2")), ..TraceLine::default() },
        ], Some(&TraceLine { exact: Some("10183/180".into()), shown: "56.57".into(), ..TraceLine::default() }))))
        (section("rights", s.say("Your rights", "Sus derechos"), Some(s.say("With their dates.", "Con sus fechas.")), html! {
            (facts([
                (s.say("Answer anything", "Responder a todo").to_owned(), html! { (s.say("Your words stay beside it for good.", "Sus palabras quedan al lado para siempre.")) }),
                (s.say("The rules not followed", "Si no se siguieron las reglas").to_owned(), html! { (s.say("Raise it within 10 working days, until", "Plantéelo dentro de 10 días hábiles, hasta el")) " " strong { (day(w, on(2027, 1, 19))) } "." (disclosure(s.say("How this was counted", "Cómo se contó"), arithmetic("0 … 10"))) }),
            ]))
            (steps_dated(&[
                Step { progress: Progress::Done, when: Some(html! { (w.day(date(2027, 5, 21))) ", " (s.say("day 0", "día 0")) }), what: html! { (s.say("Rating received", "Calificación recibida")) }, by: Some(html! { "Imani Castellano" }) },
                Step { progress: Progress::Now, when: Some(html! { (w.day(date(2027, 6, 18))) ", " (s.say("day 28", "día 28")) }), what: html! { (s.say("Panel named", "Panel nombrado")) }, by: Some(html! { (s.say("Four have agreed.", "Cuatro han aceptado.")) }) },
                Step { progress: Progress::Ahead, when: Some(html! { (w.day(date(2027, 7, 5))) }), what: html! { (s.say("The superintendent decides", "La superintendencia decide")) }, by: None },
            ]))
        }))
        (section("evidence", s.say("Shared evidence", "Evidencia compartida"), None, empty(s.say("Nothing is shared yet. What your evaluator shares stands here from the same minute.", "Aún no se ha compartido nada. Lo que comparta quien le evalúa aparece aquí en el mismo minuto."), Some(link_button("#", s.say("Add something of your own", "Agregar algo propio"))))))
        (section("time", s.say("Your time", "Su tiempo"), Some(s.say("Filled: needed. Frame: set aside.", "Relleno: necesario. Marco: reservado.")), bars(s.say("Time needed against time set aside", "Tiempo necesario y tiempo reservado"), &[
            Bar { label: format!("{} 11", w.weekday(on(2027, 1, 11))), need: 90, have: 90, said: s.say("used", "usado").into(), today: false },
            Bar { label: format!("{} 12", w.weekday(on(2027, 1, 12))), need: 45, have: 120, said: s.say("1 h 15 left", "queda 1 h 15").into(), today: true },
            Bar { label: format!("{} 13", w.weekday(on(2027, 1, 13))), need: 150, have: 120, said: s.say("30 min too much", "30 min de más").into(), today: false },
        ])))
        (full(s.say("Caseload", "Grupo a cargo"), html! {
            (search(w, &Search { action: "/caseload".into(), label: s.say("Find a teacher", "Buscar a un docente").into(), value: "ca".into(), orders: vec![(s.say("next step", "lo que sigue").into(), None), (s.say("last contact", "último contacto").into(), Some("#".into())), (s.say("name", "nombre").into(), Some("#".into()))], ..Search::default() }))
            (table(&Table {
                columns: vec![Column::words(s.say("Teacher", "Docente")), Column::words(s.say("Next step, yours", "Lo que sigue para usted")).short(s.say("Next", "Sigue")), Column::words(s.say("Situation", "Situación")), Column::words(s.say("Indicators seen", "Indicadores observados")).short(s.say("Seen", "Vistos")), Column::figures(s.say("Hours left", "Horas que faltan"))],
                rows: [("Imani Castellano", Shape::HalfDiamond, Tone::Soon), ("Hana Dvořák", Shape::FullDiamond, Tone::Grave)].map(|(name, kind, tone)| vec![
                    html! { a href="#" { (name) } (sub(s.say("grade 5", "quinto grado"))) },
                    html! { (state(Shape::Triangle, Tone::Grave, s.say("Write the reasons for P.2", "Escribir las razones de P.2"))) (sub(s.say("due Mon 11 Jan, late", "venció el lun 11 ene"))) },
                    state(kind, tone, s.say("At risk of losing non-probationary status", "En riesgo de perder el estatus no probatorio")),
                    coverage(w, &[vec![Seen::Shared; 4], vec![Seen::Shared; 8], vec![Seen::Shared, Seen::Draft, Seen::Not, Seen::Not, Seen::Shared, Seen::Shared, Seen::Not]]),
                    html! { "6 h 10" },
                ]).into(),
                ..Table::default()
            }))
            (paging(w, s.say("Pages of the list", "Páginas de la lista"), &Paging { earlier: Some("#".into()), later: Some("#".into()), shown: Some((26, 50, 312)) }))
        }))
    }
}

fn band_scale(s: Sample, value: ScaleValue, near: Option<(String, String)>) -> Scale {
    let said = [
        s.say("0 to 25", "0 a 25"),
        s.say("from 25", "desde 25"),
        s.say("from 58⅓", "desde 58⅓"),
        s.say("from 83⅓", "desde 83⅓"),
    ];
    Scale {
        summary: s
            .say(
                "Rating so far: between 38.33 and 68.33 of 100 points.",
                "Calificación hasta ahora: entre 38.33 y 68.33 de 100 puntos.",
            )
            .into(),
        top: "100".into(),
        bands: s
            .bands()
            .bands
            .into_iter()
            .zip(["0", "25", "58.333", "83.333"])
            .zip(said)
            .zip([false, true, true, false])
            .map(|((((name, _), from), said), holds)| ScaleBand {
                name,
                from: from.into(),
                said: html! { (said) },
                holds,
            })
            .collect(),
        value,
        near,
    }
}
