//! Student measures: entered with their source, opened up to their points, corrected on the record.

use crate::browser::Form;
use crate::larkspur::{Answer, Larkspur};
use crate::pictures::keep;
use axum::http::StatusCode;
use jiff::civil::date;
use record::testing::Database;

const SOURCE: &str = "The district’s file of 24 November, line 41.";

async fn fill(
    larkspur: &Larkspur,
    who: &str,
    page: &Answer,
    address: &str,
    fields: &[(&str, &str)],
    act: &str,
) -> Answer {
    let mut form = Form::to(&page.text(), address)
        .unwrap_or_else(|| panic!("no form to {address}: {}", page.read()));
    for (name, value) in fields {
        form.fill(name, value);
    }
    form.fill("act", act);
    let mut sent = form.fields();
    // What no control of the page offers is sent all the same: a browser is not the only thing that posts.
    let odd = fields
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .filter(|(name, _)| !sent.iter().any(|(known, _)| known == name));
    let odd: Vec<(String, String)> = odd.collect();
    sent.extend(odd);
    let fields: Vec<(&str, &str)> = sent
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    larkspur.post(who, address, &fields).await
}

/// Opens the form of a measure, fills it in and sends it.
async fn enter(larkspur: &Larkspur, who: &str, measure: &str, fields: &[(&str, &str)]) -> Answer {
    let address = format!("/teachers/{}/measures", larkspur.person("Castellano"));
    let page = larkspur
        .get(who, &format!("{address}?enter={measure}"))
        .await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.read());
    keep(&format!("measures-{measure}"), &page.text());
    fill(larkspur, who, &page, &address, fields, "enter").await
}

const GOALS: [(&str, &str); 11] = [
    ("goals.title.1", "Reading for claims"),
    ("goals.pupils.1.0", "3"),
    ("goals.pupils.1.1", "6"),
    ("goals.pupils.1.2", "12"),
    ("goals.pupils.1.3", "4"),
    ("goals.title.2", "Fractions"),
    ("goals.pupils.2.0", "2"),
    ("goals.pupils.2.1", "6"),
    ("goals.pupils.2.2", "10"),
    ("goals.pupils.2.3", "6"),
    ("goals.source", SOURCE),
];

/// `leap.md` 14: 66 % of 22, goals of 25 and 24 pupils, 52 %.
async fn story(database: Database) {
    let larkspur = Larkspur::on(database).await;
    larkspur.day(date(2027, 5, 19));
    let address = format!("/teachers/{}/measures", larkspur.person("Castellano"));
    let page = larkspur.get("Achterberg", &address).await;
    assert!(
        page.read()
            .contains("Not entered yet: Student perception, Growth goals and School growth."),
        "{}",
        page.read()
    );

    let survey = [
        ("survey.percent", "66 %"),
        ("survey.answers", "22"),
        ("survey.source", SOURCE),
    ];
    let done = enter(&larkspur, "Achterberg", "survey", &survey).await;
    assert_eq!(
        (done.status, done.location.as_str()),
        (
            StatusCode::SEE_OTHER,
            format!("{address}?entered=1#survey").as_str()
        ),
        "{}",
        done.read()
    );
    assert_eq!(
        enter(&larkspur, "Okonkwo-Lane", "goals", &GOALS)
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    let growth = [("collective.percent", "52"), ("collective.source", SOURCE)];
    assert_eq!(
        enter(&larkspur, "Achterberg", "collective", &growth)
            .await
            .status,
        StatusCode::SEE_OTHER
    );

    let page = larkspur.get("Castellano", &address).await;
    keep("measures", &page.text());
    let read = page.read();
    // 66 lies between 60 and 72: 1/4 + 6/12 × 1/3 = 5/12, and 14 × 5/12 = 35/6.
    for said in [
        "66 %",
        "14 points × 5/12",
        "35/6",
        "5.83",
        "Reading for claims",
        SOURCE,
        "Ruth Okonkwo-Lane",
        "Mean points of the goals:",
    ] {
        assert!(read.contains(said), "{said}: {read}");
    }
    assert!(
        !page.text().contains("?enter="),
        "the teacher reads and enters nothing"
    );

    // A correction is a new entry that says why.
    let page = larkspur
        .get("Achterberg", &format!("{address}?enter=survey"))
        .await;
    assert!(
        page.read().contains(SOURCE),
        "what is on the record stands beside the form"
    );
    let corrected = [
        ("survey.percent", "66,5"),
        ("survey.source", "Late answers of one class came in."),
    ];
    let done = fill(
        &larkspur,
        "Achterberg",
        &page,
        &address,
        &corrected,
        "enter",
    )
    .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.read());
    let twice = fill(
        &larkspur,
        "Achterberg",
        &page,
        &address,
        &corrected,
        "enter",
    )
    .await;
    assert_eq!(twice.status, StatusCode::SEE_OTHER, "{}", twice.read());
    let read = larkspur.get("Castellano", &address).await.read();
    assert!(
        read.contains("66.5 %") && read.contains("Late answers of one class came in."),
        "{read}"
    );
    let stream = domain::Stream::of_year(
        domain::Kind::Measures,
        larkspur.person("Castellano"),
        &crate::larkspur::year(),
    );
    let actor = larkspur
        .record
        .actor(larkspur.person("Castellano"))
        .await
        .unwrap();
    assert_eq!(
        larkspur
            .record
            .history(&actor, &record::Of::Thing(stream))
            .await
            .unwrap()
            .len(),
        4,
        "each entry once"
    );

    let stale = fill(
        &larkspur,
        "Achterberg",
        &page,
        &address,
        &[("survey.percent", "70"), ("survey.source", SOURCE)],
        "enter",
    )
    .await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(
        stale
            .read()
            .contains("Something was entered in the meantime")
            && stale.read().contains("66.5 %"),
        "{}",
        stale.read()
    );
    assert_eq!(stale.value_of("survey.percent").unwrap(), "70");
}

#[tokio::test]
async fn measures_are_entered_opened_up_and_corrected() {
    story(Database::sqlite()).await;
}

#[tokio::test]
async fn measures_are_entered_opened_up_and_corrected_on_postgres() {
    story(Database::postgres()).await;
}

#[tokio::test]
async fn goals_are_added_and_taken_out_without_scripts_and_nothing_typed_is_lost() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 5, 19));
    let address = format!("/teachers/{}/measures", larkspur.person("Castellano"));
    let form = format!("{address}?enter=goals");
    let page = larkspur.get("Achterberg", &form).await;
    let more = fill(&larkspur, "Achterberg", &page, &address, &GOALS, "more").await;
    assert_eq!(
        (more.status, more.location.as_str()),
        (StatusCode::SEE_OTHER, form.as_str())
    );
    let page = larkspur.get("Achterberg", &form).await;
    assert!(
        page.read().contains("Goal 3: title") && page.text().contains("Fractions"),
        "{}",
        page.read()
    );
    let fewer = fill(&larkspur, "Achterberg", &page, &address, &[], "remove.1").await;
    assert_eq!(fewer.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Achterberg", &form).await;
    assert_eq!(page.value_of("goals.title.1").unwrap(), "Fractions");
    assert!(
        !page.read().contains("Goal 3: title") && !page.text().contains("Reading for claims"),
        "{}",
        page.read()
    );
    let done = fill(&larkspur, "Achterberg", &page, &address, &[], "enter").await;
    assert_eq!(
        done.status,
        StatusCode::SEE_OTHER,
        "an empty goal is left out: {}",
        done.read()
    );
}

#[tokio::test]
async fn figures_that_make_no_sense_are_named_at_their_field_and_kept() {
    /// What is entered, its fields, the sentence, and the field that keeps what was typed.
    type Case = (
        &'static str,
        Vec<(&'static str, &'static str)>,
        &'static str,
        (&'static str, &'static str),
    );
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 5, 19));
    let cases: [Case; 7] = [
        (
            "survey",
            vec![
                ("survey.percent", "<b>66</b>"),
                ("survey.answers", "22"),
                ("survey.source", SOURCE),
            ],
            "The percentage is missing or cannot be read.",
            ("survey.percent", "&lt;b&gt;66&lt;/b&gt;"),
        ),
        (
            "survey",
            vec![
                ("survey.percent", "101"),
                ("survey.answers", "22"),
                ("survey.source", SOURCE),
            ],
            "A percentage lies between 0 and 100.",
            ("survey.percent", "101"),
        ),
        (
            "survey",
            vec![
                ("survey.percent", "66"),
                ("survey.answers", "some"),
                ("survey.source", ""),
            ],
            "The number of pupils who answered is missing or cannot be read.",
            ("survey.answers", "some"),
        ),
        (
            "collective",
            vec![("collective.percent", "52"), ("collective.source", " ")],
            "Please write the source or label.",
            ("collective.percent", "52"),
        ),
        (
            "goals",
            vec![
                ("goals.title.1", "Fractions"),
                ("goals.pupils.1.2", "-4"),
                ("goals.source", SOURCE),
            ],
            "A number of pupils cannot be read.",
            ("goals.pupils.1.2", "-4"),
        ),
        (
            "goals",
            vec![
                ("goals.title.1", "Fractions"),
                ("goals.pupils.1.2", "1001"),
                ("goals.source", SOURCE),
            ],
            "A goal covers from 1 to 1000 pupils.",
            ("goals.pupils.1.2", "1001"),
        ),
        (
            "goals",
            vec![("goals.pupils.1.2", "12"), ("goals.source", SOURCE)],
            "Please write the goal’s title.",
            ("goals.pupils.1.2", "12"),
        ),
    ];
    for (measure, fields, said, (field, kept)) in cases {
        let refused = enter(&larkspur, "Achterberg", measure, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(refused.read().contains(said), "{said}: {}", refused.read());
        assert_eq!(refused.value_of(field).as_deref(), Some(kept), "{field}");
        larkspur
            .record
            .discard(
                &larkspur
                    .record
                    .actor(larkspur.person("Achterberg"))
                    .await
                    .unwrap(),
                &domain::Stream::of_year(
                    domain::Kind::Measures,
                    larkspur.person("Castellano"),
                    &crate::larkspur::year(),
                ),
                None,
            )
            .await
            .unwrap();
    }
    let none = enter(
        &larkspur,
        "Achterberg",
        "goals",
        &[("goals.source", SOURCE)],
    )
    .await;
    assert!(
        none.read().contains("Enter at least one growth goal"),
        "{}",
        none.read()
    );
    let applies = enter(
        &larkspur,
        "Achterberg",
        "survey-applies",
        &[("survey-applies.source", "Grade 1")],
    )
    .await;
    assert!(
        applies
            .read()
            .contains("Choose whether the survey is taken"),
        "{}",
        applies.read()
    );
}

#[tokio::test]
async fn without_a_survey_its_points_go_elsewhere_and_foreigners_see_nothing() {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 5, 19));
    let address = format!("/teachers/{}/measures", larkspur.person("Castellano"));
    let few = [
        ("survey.percent", "90"),
        ("survey.answers", "4"),
        ("survey.source", SOURCE),
    ];
    enter(&larkspur, "Achterberg", "survey", &few).await;
    let read = larkspur.get("Castellano", &address).await.read();
    assert!(read.contains("4 pupils answered, fewer than 10"), "{read}");
    let no = [
        ("survey-applies.applies", "no"),
        (
            "survey-applies.source",
            "Ms Castellano teaches kindergarten this year.",
        ),
    ];
    assert_eq!(
        enter(&larkspur, "Achterberg", "survey-applies", &no)
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    let read = larkspur.get("Castellano", &address).await.read();
    assert!(read.contains("No, it is not taken."), "{read}");
    for who in ["Harrow", "Mazur", "Wielgosz", "Brand"] {
        assert_eq!(
            larkspur.get(who, &address).await.status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
        assert_eq!(
            larkspur
                .post(who, &address, &[("measure", "survey"), ("act", "enter")])
                .await
                .status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
    }
    assert_eq!(
        larkspur
            .get("Castellano", &format!("{address}?enter=survey"))
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        larkspur
            .post(
                "Castellano",
                &address,
                &[("measure", "survey"), ("act", "enter")]
            )
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        larkspur
            .get("Achterberg", &format!("{address}?enter=weather"))
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}
