//! Every component on a page, in both languages, to be looked at as a picture:
//! `cargo run -p pages --example gallery OUT_DIR`, then serve OUT_DIR and open `record-en.html`.
//! What it says is invented for the pictures; its people are the people of the fixtures.

mod desk;
mod forms;
mod record;
mod sample;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use maud::{Markup, html};
use pages::assets;
use pages::components::{Field, acts, button_main, error_summary, form};
use pages::layout::{self, Conflict, NavItem, Page, Who};
use words::{Language, Words};

use crate::sample::Sample;

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::args().nth(1).ok_or("usage: gallery OUT_DIR")?;
    let out = Path::new(&out);
    for (path, content) in assets::all() {
        let path = out.join(path.trim_start_matches('/'));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, content)?;
    }
    for language in Language::ALL {
        let sample = Sample(Words::new(language));
        for (name, body) in [
            ("record", record::page(sample)),
            ("desk", desk::page(sample)),
            ("forms", forms::page(sample)),
            ("conflict", conflict(sample)),
        ] {
            write(out, name, language, &framed(sample, name, body))?;
        }
        let words = sample.0;
        write(out, "sign-in", language, &sign_in(sample))?;
        for (name, body) in [
            ("404", layout::not_found(words)),
            ("403", layout::forbidden(words, None)),
            ("413", layout::too_large(words, 1024 * 1024)),
            ("500", layout::broken(words, "0197-2f3a")),
        ] {
            write(out, name, language, &layout::bare(words, name, "/", body))?;
        }
    }
    Ok(())
}

fn write(out: &Path, name: &str, language: Language, page: &Markup) -> std::io::Result<()> {
    let page = page.0.replace("\"/assets/", "\"assets/");
    fs::write(out.join(format!("{name}-{}.html", language.tag())), page)
}

fn framed(s: Sample, name: &str, body: Markup) -> Markup {
    let item = |key: &'static str, en: &str, es: &str, current: bool| NavItem {
        key,
        label: s.say(en, es).to_owned(),
        href: format!("{key}.html"),
        current,
    };
    layout::page(&Page {
        words: s.0,
        title: s.say("Gallery", "Muestrario").to_owned(),
        person: Some(Who {
            name: "Imani Castellano".to_owned(),
            role: s.say("grade 5", "quinto grado").to_owned(),
            school: "Larkspur Elementary".to_owned(),
            year: "2026-27".to_owned(),
        }),
        nav: vec![
            item("today", "Today", "Hoy", false),
            item("record", "My year", "Mi año", name == "record"),
            item("desk", "Conversations", "Conversaciones", name == "desk"),
            item("forms", "My rating", "Mi calificación", name == "forms"),
            item("guide", "Guide", "Guía", false),
        ],
        demo_bar: (name == "forms").then(|| {
            layout::demo_bar(
                s.say("Demo", "Demostración"),
                html! { (s.say("Invented people; the clock stands at", "Personas inventadas; el reloj marca")) " " (s.0.moment(jiff::civil::date(2027, 1, 12).at(15, 1, 0, 0))) },
                form(
                    "/demo/person",
                    &sample::form_key(),
                    html! {
                        (Field::select("as", s.say("See as", "Ver como"), s.people()).value("castellano").markup(s.0))
                        button.btn type="submit" { (s.say("Change", "Cambiar")) }
                    },
                ),
            )
        }),
        body,
        ask: None,
        footer: Some(html! {
            (s.say(
                "You can read, answer and take away everything that is here. Policy pack 2026-27, version 4.",
                "Usted puede leer, responder y llevarse todo lo que hay aquí. Paquete de políticas 2026-27, versión 4.",
            ))
        }),
        here: format!("/{name}"),
    })
}

fn sign_in(s: Sample) -> Markup {
    let words = s.0;
    let wrong = s
        .say(
            "Address and password do not fit. Try again, or ask the district’s help desk for a new password.",
            "La dirección y la contraseña no coinciden. Inténtelo de nuevo o pida otra contraseña al servicio de ayuda del distrito.",
        )
        .to_owned();
    layout::bare(
        words,
        s.say("Sign in", "Iniciar sesión"),
        "/sign-in",
        html! {
            header.head { h1 { (s.say("Sign in to Forthright", "Inicie sesión en Forthright")) } }
            (error_summary(words, &[pages::components::FieldError { field: "email".to_owned(), text: wrong.clone() }]))
            (form("/sign-in", &sample::form_key(), html! {
                (Field::email("email", s.say("E-mail at school", "Correo electrónico de la escuela")).value("i.castellano@saltbush.example").error(Some(wrong)).markup(words))
                (Field::password("password", s.say("Password", "Contraseña")).markup(words))
                (acts([button_main(s.say("Sign in", "Iniciar sesión"))]))
            }))
        },
    )
}

fn conflict(s: Sample) -> Markup {
    let label = s.say("Rationale", "Fundamentación").to_owned();
    layout::conflict(
        s.0,
        &Conflict {
            yours: vec![(label.clone(), s.evidence().to_owned())],
            theirs: vec![(label.clone(), s.answer().to_owned())],
            name: "Ruth Okonkwo-Lane".to_owned(),
            moment: s.0.moment(jiff::civil::date(2027, 1, 12).at(15, 1, 0, 0)),
            again: form(
                "/rationale",
                &sample::form_key(),
                html! {
                    (Field::area("text", label).value(s.evidence()).markup(s.0))
                    (acts([button_main(s.say("Save this text", "Guardar este texto"))]))
                },
            ),
        },
    )
}
