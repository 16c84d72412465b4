//! The frame as it is sent, and the pages for what went wrong.

use super::*;

fn shown(words: Words) -> String {
    let page = page(&Page {
        words,
        title: "My year".to_owned(),
        person: Some(Who {
            name: "Imani Castellano".to_owned(),
            role: "grade 5".to_owned(),
            school: "Larkspur Elementary".to_owned(),
            year: "2026-27".to_owned(),
        }),
        nav: vec![NavItem {
            key: "today",
            label: "Today".to_owned(),
            href: "/today".to_owned(),
            current: true,
        }],
        demo_bar: None,
        body: html! { h1 { "My year" } },
        footer: Some(html! { "The end." }),
        ask: None,
        here: "/my-year?part=2".to_owned(),
    });
    let hashed = assets::style_path();
    let folder = hashed.trim_end_matches("forthright.css");
    page.0
        .replace(folder, "/assets/HASH/")
        .replace("><", ">\n<")
}

#[test]
fn a_page_has_its_frame() {
    insta::assert_snapshot!("page", shown(Words::new(Language::En)));
}

#[test]
fn a_spanish_page_says_so_and_offers_english() {
    let page = shown(Words::new(Language::Es));
    for part in [
        "<html lang=\"es\">",
        "value=\"en\"",
        "lang=\"en\"",
        "In English",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

#[test]
fn errors_say_what_to_do_in_both_languages() {
    for language in Language::ALL {
        let words = Words::new(language);
        for body in [
            not_found(words),
            forbidden(words, None),
            too_large(words, 1024 * 1024),
            broken(words, "0197"),
            conflict(words, &Conflict::default()),
        ] {
            let page = bare(words, "x", "/", body).0;
            assert!(
                page.contains("<h1>") && page.contains("class=\"stand\""),
                "{page}"
            );
        }
    }
}
