//! Forms: every control, errors, levels beside their descriptors.

use jiff::civil::time;
use maud::{Markup, html};
use pages::components::*;

use crate::sample::{Sample, form_key};

pub fn page(s: Sample) -> Markup {
    let w = s.0;
    let wrong = s
        .say(
            "Choose a day from Thu 14 Jan on. The day that you chose is over.",
            "Elija un día a partir del jue 14 ene. El día que eligió ya pasó.",
        )
        .to_owned();
    let autosave = Autosave {
        url: "/drafts/i5".into(),
        shown: "3".into(),
        saved: Some(time(15, 1, 0, 0)),
        ..Autosave::default()
    };
    html! {
        (flash(s.say("The observation was shared with Ms Castellano.", "La observación se compartió con la Sra. Castellano.")))
        (page_head(w, &PageHead { title: s.say("Every control", "Todos los controles").into(), ..PageHead::default() }))
        (error_summary(w, &[FieldError { field: "day".into(), text: wrong.clone() }, FieldError { field: "I.6".into(), text: s.say("Choose a level for I.6.", "Elija un nivel para I.6.").into() }]))
        (section("one", s.say("Fields", "Campos"), None, form_with_files("/fields", &form_key(), html! {
            (Field::text("title", s.say("Title", "Título")).sees(s.say("You and your evaluator.", "Usted y quien le evalúa.")).hint(s.say("A few words by which you find it again.", "Unas palabras para volver a encontrarlo.")).markup(w))
            (Field::date("day", s.say("Day", "Día")).value("2027-01-11").error(Some(wrong)).markup(w))
            (Field::time("from", s.say("From", "Desde")).value("14:45").markup(w))
            (Field::number("minutes", s.say("Minutes", "Minutos")).value("60").min("10").max("120").optional().markup(w))
            (Field::select("person", s.say("Evaluator for the year, or who stands in while that person is away", "Persona evaluadora del año, o quien la sustituye mientras está ausente"), s.people()).markup(w))
            (Choices::one("kind", s.say("Kind of visit", "Tipo de visita"), vec![Choice::new("full", s.say("Full observation", "Observación completa")).hint(s.say("45 minutes or more; all indicators.", "45 minutos o más; todos los indicadores.")), Choice::new("short", s.say("Short observation", "Observación breve"))]).chosen(["short"]).hint(s.say("It can be changed until it is shared.", "Puede cambiarse hasta que se comparta.")).markup(w))
            (Choices::many("with", s.say("Who comes", "Quién viene"), s.people()).chosen(["achterberg"]).markup(w))
            (Field::file("file", s.say("File", "Archivo")).hint(w.with("file-hint", &[("size", "20 MB".into()), ("kinds", "PDF, PNG, JPEG".into())])).optional().markup(w))
            (Field::area("words", s.say("In your words", "En sus palabras")).counted(None).value(s.answer()).markup(w))
            (tick("sure", "yes", false, s.say("I have read it. Receiving is not agreeing.", "Lo he leído. Recibirlo no es estar de acuerdo.")))
            (acts([button_main(s.say("Share the observation", "Compartir la observación")), link_plain("#", s.say("Back without sharing", "Volver sin compartir"))]))
        })))
        (section("levels", s.say("Levels", "Niveles"), Some(s.say("1 to 7, in four bands.", "De 1 a 7, en cuatro bandas.")), form("/levels", &form_key(), html! {
            (levels(w, &Levels { name: "I.5".into(), legend: html! { "I.5 " (s.say("Checks for understanding", "Comprobación de la comprensión")) }, sees: Some(html! { (s.say("Only you, until you share it.", "Solo usted, hasta que lo comparta.")) }), bands: s.level_bands(), chosen: Some(5), earlier: Some(4), autosave: Some(autosave), may_be_open: true, ..Levels::default() }))
            (levels(w, &Levels { name: "I.6".into(), legend: html! { "I.6 " (s.say("Differentiation", "Diferenciación")) }, bands: s.level_bands(), error: Some(s.say("Choose a level for I.6.", "Elija un nivel para I.6.").into()), ..Levels::default() }))
        })))
    }
}
