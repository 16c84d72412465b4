//! A work page: the desk of a conversation.

use jiff::Timestamp;
use jiff::civil::time;
use maud::{Markup, html};
use pages::components::*;

use crate::sample::{Sample, form_key};

pub fn page(s: Sample) -> Markup {
    let w = s.0;
    let began = Timestamp::from_second(1_799_963_100).unwrap_or_default();
    let at =
        |minutes: i64| Timestamp::from_second(began.as_second() + minutes * 60).unwrap_or_default();
    let autosave = |url: &str| Autosave {
        url: url.to_owned(),
        shown: "3".into(),
        saved: Some(time(15, 1, 0, 0)),
        ..Autosave::default()
    };
    let items = [
        (
            "Purpose; who will see the notes",
            "Propósito; quién verá las notas",
            2,
        ),
        (
            "Her account: what moved, what did not",
            "Lo que ella cuenta: qué avanzó y qué no",
            10,
        ),
        (
            "Observations: one strength, one thing to change",
            "Observaciones: una fortaleza y algo por cambiar",
            12,
        ),
        (
            "Professionalism: only where you differ",
            "Profesionalismo: solo donde difieren",
            9,
        ),
        (
            "Her wishes for next year and after",
            "Sus deseos para el próximo año y después",
            3,
        ),
    ];
    let mut start = 0;
    let agenda_items: Vec<AgendaItem> = items
        .iter()
        .enumerate()
        .map(|(index, (en, es, minutes))| {
            let begins = start;
            start += i64::from(*minutes);
            AgendaItem {
                at: Some(w.time(
                    time(14, 45, 0, 0).saturating_add(jiff::SignedDuration::from_mins(begins)),
                )),
                text: html! { (s.say(en, es)) },
                minutes: *minutes,
                progress: match index {
                    0 | 1 => Progress::Done,
                    2 => Progress::Now,
                    _ => Progress::Ahead,
                },
                begins: Some(at(begins)),
            }
        })
        .collect();
    html! {
        (page_head(w, &PageHead { crumbs: vec![Crumb::link(s.say("Caseload", "Grupo a cargo"), "#"), Crumb::here("Imani Castellano")], title: s.say("Mid-year conversation with Imani Castellano", "Conversación de mitad de año con Imani Castellano").into(), lead: Some(html! { (w.long_date(jiff::civil::date(2027, 1, 14))) }), ..PageHead::default() }))
        (desk(html! {
            (next_step(w, &NextStep { label: NextLabel::Now, what: html! { (s.say("Observations:", "Observaciones:")) " " strong { (s.say("one strength, one thing to change", "una fortaleza y algo por cambiar")) } "." }, why: Some(timer(w, at(24), at(16))), action: Some(html! { (link_button("#", s.say("Next item", "Punto siguiente"))) a.btn.btn-plain.narrow-only href="#agenda" { (s.say("Agenda and facts", "Agenda y datos")) } }) }))
            (minutes(&Minutes { summary: s.say("16 of 36 minutes have passed.", "Han pasado 16 de 36 minutos.").into(), items: items.map(|item| item.2).into(), running: Some(2), passed: 16, clock: Some((began, at(16))) }))
            (section("notes", s.say("Notes", "Notas"), Some(s.say("Two people, one page.", "Dos personas, una página.")), html! {
                (notes(&[
                    Note { who: "Imani Castellano".into(), at: clock(w, time(14, 49, 0, 0)), said: html! { (s.answer()) }, more: None },
                    Note { who: "Desmond Achterberg".into(), at: clock(w, time(14, 55, 0, 0)), said: html! { (s.evidence()) }, more: Some(by("I.5")) },
                ]))
                (form("/notes", &form_key(), Field::area("note", s.say("Your next shared note", "Su siguiente nota compartida")).sees(s.say("You and Ms Castellano see it now; it will be on the record after both say “we met”.", "Usted y la Sra. Castellano la ven ahora; quedará en el expediente cuando ambos digan «nos reunimos».")).value(s.evidence()).counted(Some(200)).autosave(autosave("/drafts/note")).beside(state(Shape::Half, Tone::Plain, s.say("Ms Castellano is writing", "La Sra. Castellano está escribiendo"))).markup(w)))
            }))
            (section_private("private", s.say("Private", "Privado"), Some(s.say("Never printed.", "Nunca se imprime.")), form("/private", &form_key(), Field::area("own", s.say("For yourself", "Para usted")).sees(html! { b { (s.say("Only you.", "Solo usted.")) } " " (s.say("It can never be linked to a rating.", "Nunca puede vincularse a una calificación.")) }).autosave(autosave("/drafts/own")).markup(w))))
            (section("promises", s.say("Promises", "Compromisos"), Some(s.say("Who, what, by when.", "Quién, qué y para cuándo.")), html! {
                (form("/promises", &form_key(), html! {
                    (field_group([Field::text("what", s.say("New: what", "Nuevo: qué")).value(s.say("A lesson with two levels of task", "Una lección con tareas de dos niveles")).markup(w), Field::select("who", s.say("Who", "Quién"), s.people()).markup(w), Field::date("when", s.say("By when", "Para cuándo")).value("2027-02-12").markup(w)]))
                    (acts([button_main(s.say("We met", "Nos reunimos")), button(s.say("We did not finish: find another time", "No terminamos: buscar otra hora")), button_plain(s.say("Leave it", "Dejarlo"))]))
                }))
                (kept(w, Kept::Saving)) (kept(w, Kept::Unsaved)) (kept(w, Kept::Offline)) (kept(w, Kept::Saved(time(15, 0, 0, 0))))
            }))
        }, s.say("Agenda and facts", "Agenda y datos"), html! {
            (side("agenda", s.say("Agenda", "Agenda"), html! { (agenda(w, &agenda_items, Some(at(16)))) (small(s.say("60 minutes: the longer form, because a low rating is possible.", "60 minutos: la forma larga, porque es posible una calificación baja."))) }))
            (side("situation", s.say("Situation", "Situación"), html! { p { (state(Shape::HalfDiamond, Tone::Soon, s.say("At risk of losing non-probationary status", "En riesgo de perder el estatus no probatorio"))) } (disclosure(s.say("Why the program says so", "Por qué lo dice el programa"), small("2025-26: Approaching"))) }))
            (side("stand", s.say("Where each indicator stands", "Cómo está cada indicador"), staves(w, &s.staves(), &s.bands(), None)))
        }))
    }
}
