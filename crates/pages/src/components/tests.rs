//! Snapshots of the components whose markup is easy to break: geometry, and what screen readers hear.

use jiff::civil::{date, time};
use maud::{Markup, html};
use words::{Language, Words};

use super::*;

const EN: Words = Words::new(Language::En);
const ES: Words = Words::new(Language::Es);

/// One element a line, so that a difference can be read.
fn lines(markup: &Markup) -> String {
    markup.0.replace("><", ">\n<")
}

fn bands(names: [&str; 4]) -> Bands {
    Bands {
        bands: names
            .map(ToOwned::to_owned)
            .into_iter()
            .zip([1, 3, 5, 7])
            .collect(),
        threshold: 2,
        top: 7,
    }
}

const ENGLISH: [&str; 4] = ["Not Meeting", "Approaching", "Effective", "Distinguished"];

fn mark(id: &str, now: Option<u8>, earlier: Option<u8>, own: Option<u8>) -> Mark {
    Mark {
        id: id.to_owned(),
        name: "Uses data to adjust".to_owned(),
        now,
        earlier,
        own,
        from: text("seen 13 Oct"),
    }
}

#[test]
fn a_stave_draws_now_earlier_and_own_levels_and_has_a_table() {
    let stave = Stave {
        label: "Professionalism".to_owned(),
        marks: vec![
            mark("P.1", Some(5), None, Some(5)),
            mark("P.2", Some(4), None, Some(5)),
            mark("P.3", Some(5), Some(4), None),
            mark("P.4", None, None, None),
        ],
    };
    insta::assert_snapshot!(
        "stave",
        lines(&staves(
            EN,
            &[stave],
            &bands(ENGLISH),
            Some("her self-rating")
        ))
    );
}

fn approaching(value: ScaleValue, near: Option<(String, String)>) -> Scale {
    Scale {
        summary: "Between 38.33 and 68.33 of 100 points.".to_owned(),
        top: "100".to_owned(),
        bands: ENGLISH
            .into_iter()
            .zip(["0", "25", "58.333", "83.333"])
            .map(|(name, from)| ScaleBand {
                name: name.to_owned(),
                from: from.to_owned(),
                said: html! { "from " (from) },
                holds: name == "Approaching",
            })
            .collect(),
        value,
        near,
    }
}

#[test]
fn a_scale_shows_a_range_while_anything_is_missing() {
    let range = ScaleValue::Range("38.33".to_owned(), "68.33".to_owned());
    insta::assert_snapshot!("scale-range", lines(&scale(&approaching(range, None))));
}

#[test]
fn a_scale_shows_where_a_person_decides() {
    let point = ScaleValue::Point("56.57".to_owned());
    let near = Some(("56.333".to_owned(), "60.333".to_owned()));
    insta::assert_snapshot!("scale-point", lines(&scale(&approaching(point, near))));
}

#[test]
fn a_year_line_keeps_labels_apart() {
    let lesson = |day| YearMark {
        date: day,
        label: ES.short_day(day),
        row: YearRow::Lesson,
        progress: Progress::Done,
    };
    let line = YearLine {
        summary: "El año 2026-27".to_owned(),
        from: date(2026, 8, 17),
        to: date(2027, 6, 15),
        today: Some(date(2027, 1, 12)),
        windows: vec![Window {
            label: "Mitad de año".to_owned(),
            from: date(2026, 12, 14),
            to: date(2027, 2, 26),
        }],
        marks: vec![
            lesson(date(2026, 12, 8)),
            lesson(date(2026, 12, 10)),
            YearMark {
                date: date(2027, 1, 14),
                label: ES.day(date(2027, 1, 14)),
                row: YearRow::Conversation,
                progress: Progress::Now,
            },
        ],
        lessons: "Lecciones observadas".to_owned(),
        end: Some((date(2027, 5, 21), "Su informe".to_owned())),
        list: vec![Step {
            progress: Progress::Now,
            when: Some(day(ES, date(2027, 1, 14))),
            what: text("conversación de mitad de año"),
            by: None,
        }],
    };
    insta::assert_snapshot!("year-line", lines(&year_line(ES, &line)));
}

#[test]
fn a_field_ties_its_words_to_its_control() {
    let field = Field::area("reasons", "Reasons for P.2")
        .sees("You and Ms Castellano.")
        .hint("Name what you saw.")
        .error(Some("Write at least one sentence.".to_owned()))
        .value("two words")
        .counted(Some(200))
        .autosave(Autosave {
            url: "/drafts/1".to_owned(),
            field: "focus".to_owned(),
            shown: "3.0f".to_owned(),
            saved: Some(time(15, 1, 0, 0)),
            elsewhere: None,
        });
    insta::assert_snapshot!("field", lines(&field.markup(EN)));
}

#[test]
fn a_text_that_was_saved_elsewhere_stands_under_the_field_in_words() {
    let saving = |theirs: &str| Autosave {
        elsewhere: Some(theirs.to_owned()),
        ..Autosave::default()
    };
    let day = Field::date("on", "Day").autosave(saving("2027-01-11"));
    assert!(day.markup(EN).0.contains(&EN.date(date(2027, 1, 11))));
    let none = Field::area("text", "Text")
        .autosave(saving(""))
        .markup(EN)
        .0;
    assert!(none.contains("Nothing: the field was emptied there."));
    assert!(none.contains("Write on from both"));
    let choices = vec![Choice::new("full", "Full observation")];
    let kind = Choices::one("kind", "Kind", choices).autosave(saving("full"));
    let kind = kind.markup(EN).0;
    assert!(
        kind.contains("<p class=\"said\">Full observation"),
        "{kind}"
    );
    assert!(!kind.contains("Write on from both"));
}

#[test]
fn a_secret_is_never_sent_back() {
    let field = Field::password("password", "Password").value("hunter2");
    assert!(!field.markup(EN).0.contains("hunter2"));
}

#[test]
fn what_people_typed_is_escaped_everywhere() {
    let typed = "<script>\"&";
    let markup = Field::text("title", typed).value(typed).markup(EN).0
        + &said(typed).0
        + &Choices::one("kind", typed, vec![Choice::new(typed, typed)])
            .markup(EN)
            .0;
    assert!(!markup.contains("<script>"), "{markup}");
}

#[test]
fn levels_stand_beside_their_descriptors() {
    let group = Levels {
        name: "I.5".to_owned(),
        legend: text("I.5 Checks for understanding"),
        bands: [("Approaching", vec![3, 4]), ("Effective", vec![5, 6])]
            .map(|(name, levels)| LevelBand {
                name: name.to_owned(),
                levels,
                descriptor: text("Checks at planned points."),
            })
            .into(),
        chosen: Some(5),
        earlier: Some(4),
        error: Some("Choose a level.".to_owned()),
        ..Levels::default()
    };
    insta::assert_snapshot!("levels", lines(&levels(EN, &group)));
}

#[test]
fn a_sum_opens_to_its_parts() {
    let line = |name: &str, exact: &str, shown: &str| TraceLine {
        name: name.to_owned(),
        exact: Some(exact.to_owned()),
        shown: shown.to_owned(),
        ..TraceLine::default()
    };
    let practice = TraceLine {
        parts: vec![line("Observation", "931/36", "25.86")],
        body: Some(html! { p { "42 × 133/216" } }),
        open: true,
        ..line("Professional practice", "1465/36", "40.69")
    };
    let total = line("", "10183/180", "56.57");
    insta::assert_snapshot!("trace", lines(&trace(EN, &[practice], Some(&total))));
}

#[test]
fn coverage_is_said_as_well_as_drawn() {
    let groups = [vec![Seen::Shared, Seen::Draft], vec![Seen::Not]];
    insta::assert_snapshot!("coverage", lines(&coverage(EN, &groups)));
    let seen = coverage(ES, &[vec![Seen::Shared; 4]]).0;
    assert!(seen.contains("4 de 4"), "{seen}");
}

#[test]
fn the_bar_of_minutes_adds_up() {
    let bar = minutes(&Minutes {
        summary: "16 of 60 minutes have passed.".to_owned(),
        items: vec![2, 10, 12, 36],
        running: Some(2),
        passed: 16,
        clock: None,
    });
    insta::assert_snapshot!("minutes", lines(&bar));
}

#[test]
fn problems_lead_to_their_fields() {
    let problem = FieldError {
        field: "reasons".to_owned(),
        text: "Write at least one sentence.".to_owned(),
    };
    insta::assert_snapshot!("errors", lines(&error_summary(ES, &[problem])));
    assert_eq!(error_summary(ES, &[]).0, "");
}

#[test]
fn a_form_carries_its_token_and_the_version_shown() {
    let key = FormKey {
        token: "t-1".to_owned(),
        version: Some(7),
    };
    insta::assert_snapshot!("form", lines(&form("/share", &key, button_main("Share"))));
}

#[test]
fn no_component_needs_inline_styles_or_scripts() {
    let page = [
        year_line(
            EN,
            &YearLine {
                summary: String::new(),
                from: date(2026, 8, 17),
                to: date(2027, 6, 15),
                today: None,
                windows: Vec::new(),
                marks: Vec::new(),
                lessons: String::new(),
                end: None,
                list: Vec::new(),
            },
        ),
        scale(&approaching(ScaleValue::Point("1".to_owned()), None)),
        levels(EN, &Levels::default()),
        said_states(EN),
    ];
    for markup in page {
        assert!(!markup.0.contains(" style=") && !markup.0.contains("<style"));
        assert!(!markup.0.contains("<script"));
        for handler in [" onclick=", " oninput=", " onload=", " onsubmit="] {
            assert!(!markup.0.contains(handler), "{handler}");
        }
    }
}
