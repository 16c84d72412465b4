//! Questions: the foot of a page names who answers, a question goes there, comes back answered, and stays between two.

use crate::browser::Form;
use crate::larkspur::{Answer, Larkspur};
use crate::pictures::keep;
use axum::http::StatusCode;
use domain::people::Office;
use jiff::civil::date;

/// On Tuesday 12 January 2027. Lindqvist is the performance office, Harrow the HR partner of Larkspur.
async fn offices() -> Larkspur {
    let larkspur = Larkspur::new().await;
    larkspur.day(date(2027, 1, 12));
    larkspur
        .grant("Lindqvist", Office::PerformanceOffice, None)
        .await;
    let school = Some(larkspur.larkspur);
    larkspur.grant("Harrow", Office::HrPartner, school).await;
    larkspur
}

/// What stands at the foot of a page.
fn foot(page: &Answer) -> String {
    let text = page.read();
    let at = text.find("For questions about this page");
    at.map_or_else(String::new, |at| text[at..].to_owned())
}

/// Sends a form of a page with these fields filled in.
async fn send(
    larkspur: &Larkspur,
    who: &str,
    page: &str,
    to: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let shown = larkspur.get(who, page).await;
    let mut form =
        Form::to(&shown.text(), to).unwrap_or_else(|| panic!("{page} has no form to {to}"));
    for (name, value) in fields {
        form.fill(name, value);
    }
    let sent = form.fields();
    let sent: Vec<_> = sent.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    larkspur.post(who, to, &sent).await
}

/// Asks from a page; the question's address.
async fn ask(larkspur: &Larkspur, who: &str, from: &str, fields: &[(&str, &str)]) -> String {
    let begun = larkspur
        .get(who, &format!("/questions/new?from={from}"))
        .await;
    let draft = begun.location.split('?').next().unwrap().to_owned();
    let fields: Vec<_> = [("act", "ask")].iter().chain(fields).copied().collect();
    let sent = send(larkspur, who, &begun.location, &draft, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());
    sent.location
}

#[tokio::test(flavor = "multi_thread")]
async fn the_foot_of_a_page_names_who_answers_its_topic_today() {
    let larkspur = offices().await;
    let teacher = larkspur.person("Castellano");
    let rating = format!("/teachers/{teacher}/rating");
    let expected = [
        ("/my-year", "(Ratings and rationale): Owen Lindqvist."),
        (rating.as_str(), "(Ratings and rationale): Owen Lindqvist."),
        (
            "/conversations",
            "(Conversations and letters): Owen Lindqvist.",
        ),
        ("/", "(Something else): Owen Lindqvist."),
    ];
    for (page, says) in expected {
        let page = larkspur.get("Castellano", page).await;
        assert!(foot(&page).contains(says), "{}", foot(&page));
    }
    let asks = |from: &str| format!("href=\"/questions/new?from={from}\"");
    let page = larkspur.get("Castellano", &rating).await;
    assert!(page.text().contains(&asks(&rating)));

    let contacts = "/questions/contacts";
    let name = [("topic", "ratings"), ("person", "1006@district.example")];
    let named = send(&larkspur, "Abadi", contacts, contacts, &name).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.read());
    let away = [
        ("away", "1006@district.example"),
        ("instead", "1002@district.example"),
        ("from", "2027-01-13"),
        ("to", "2027-01-14"),
    ];
    let covered = send(&larkspur, "Abadi", contacts, "/questions/cover", &away).await;
    assert_eq!(covered.status, StatusCode::SEE_OTHER, "{}", covered.read());
    let days = [
        (date(2027, 1, 12), "(Ratings and rationale): Thanh Vo. Ask"),
        (
            date(2027, 1, 13),
            "(Ratings and rationale): Desmond Achterberg. Thanh Vo is away until Thu 14 Jan 2027. Ask",
        ),
        (date(2027, 1, 15), "(Ratings and rationale): Thanh Vo. Ask"),
    ];
    for (day, says) in days {
        larkspur.day(day);
        let page = larkspur.get("Castellano", "/my-year").await;
        assert!(foot(&page).contains(says), "{day}: {}", foot(&page));
    }
    let page = larkspur.get_in("es", "Castellano", "/my-year").await;
    let spanish =
        "Si tiene preguntas sobre esta página (Calificaciones y fundamentación): Thanh Vo.";
    assert!(page.read().contains(spanish));
    // A page that one may not know of names nobody.
    let unknown = larkspur.get("Brand", &rating).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(!unknown.read().contains("For questions about this page"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_asked_answered_asked_on_and_closed() {
    let larkspur = offices().await;
    let words = "Does my leave count as a year?";
    let new = larkspur
        .get("Castellano", "/questions/new?from=/my-year")
        .await;
    let draft = new.location.split('?').next().unwrap();
    let empty = [("act", "ask"), ("topic", "status"), ("text", " ")];
    let refused = send(&larkspur, "Castellano", &new.location, draft, &empty).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    keep("question-refused", &refused.text());
    // Kept without being sent, and found again.
    let later = [("act", "save"), ("topic", "status"), ("text", words)];
    let saved = send(&larkspur, "Castellano", &new.location, draft, &later).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let mine = larkspur.get("Castellano", "/questions").await;
    assert!(mine.text().contains(draft) && mine.read().contains(words));

    let asked = [("topic", "status"), ("text", words)];
    let path = ask(&larkspur, "Castellano", "/my-year", &asked).await;
    let page = larkspur.get("Castellano", &path).await;
    assert!(
        page.read()
            .contains("Mei-Lin Harrow owes an answer by Fri 15 Jan 2027"),
        "{}",
        page.read()
    );
    assert!(page.text().contains("<code>/my-year</code>"));
    assert!(page.read().contains("Imani Castellano and Mei-Lin Harrow"));
    keep("question", &page.text());

    // Nobody else: neither evaluator nor leader nor another office.
    for who in ["Achterberg", "Okonkwo-Lane", "Lindqvist", "Abadi", "Vo"] {
        for page in [path.clone(), format!("{path}/pass-on")] {
            let page = larkspur.get(who, &page).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}");
        }
        let sent = [("answer", "No."), ("act", "send"), ("form_token", "x")];
        let sent = larkspur.post(who, &format!("{path}/answer"), &sent).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{who}");
        let office = larkspur.get(who, "/questions/office").await;
        assert!(!office.read().contains(words), "{who}");
    }
    // Its asker knows of it and does not answer it.
    let own = larkspur.get("Castellano", &format!("{path}/pass-on")).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN);

    larkspur.day(date(2027, 1, 19));
    let office = larkspur.get("Harrow", "/questions/office").await;
    assert!(
        office
            .read()
            .contains("One question waits for an answer One is late."),
        "{}",
        office.read()
    );
    keep("questions-office", &office.text());
    let today = larkspur.get("Harrow", "/").await;
    assert!(today.text().contains(&path));
    let answer = format!("{path}/answer");
    let fields = [("act", "send"), ("answer", "")];
    let refused = send(&larkspur, "Harrow", &path, &answer, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("act", "send"), ("answer", "Yes, if it was paid.")];
    let sent = send(&larkspur, "Harrow", &path, &answer, &fields).await;
    assert_eq!(sent.location, path);
    let today = larkspur.get("Castellano", "/").await;
    assert!(today.text().contains(&path));

    let on = [("act", "send"), ("more", "It was half paid.")];
    let sent = send(
        &larkspur,
        "Castellano",
        &path,
        &format!("{path}/ask-on"),
        &on,
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Castellano", &path).await.read();
    assert!(
        page.contains("Fri 22 Jan 2027") && page.contains("Yes, if it was paid."),
        "{page}"
    );
    let closed = send(
        &larkspur,
        "Castellano",
        &path,
        &format!("{path}/close"),
        &[],
    )
    .await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Castellano", &path).await;
    assert!(page.read().contains("Open it again"));
    let office = larkspur.get("Harrow", "/questions/office").await;
    assert!(office.read().contains("No question waits for an answer"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_passed_on_and_its_page_stays_behind_if_wished() {
    let larkspur = offices().await;
    let asked = [
        ("topic", "other"),
        ("text", "Who pays for a course?"),
        ("page", ""),
    ];
    let path = ask(&larkspur, "Vo", "/my-year", &asked).await;
    let page = larkspur.get("Vo", &path).await;
    assert!(!page.text().contains("/my-year</code>"));
    let pass = format!("{path}/pass-on");
    let harrow = larkspur.person("Harrow").to_string();
    let teacher = larkspur.person("Castellano").to_string();
    for (to, reason) in [(&harrow, ""), (&teacher, "Hers.")] {
        let fields = [("to", to.as_str()), ("topic", "status"), ("reason", reason)];
        let refused = send(&larkspur, "Lindqvist", &pass, &pass, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let fields = [
        ("to", harrow.as_str()),
        ("topic", "status"),
        ("reason", "It is about leave."),
    ];
    let passed = send(&larkspur, "Lindqvist", &pass, &pass, &fields).await;
    // It went to another office with another topic, and the performance office reads it no more.
    assert_eq!(passed.location, "/questions/office");
    let gone = larkspur.get("Lindqvist", &path).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let page = larkspur.get("Vo", &path).await.read();
    assert!(
        page.contains("Owen Lindqvist passed it on: It is about leave."),
        "{page}"
    );
    let office = larkspur.get("Harrow", "/questions/office").await;
    assert!(office.read().contains("Who pays for a course?"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_office_keeps_who_answers_what() {
    let larkspur = offices().await;
    let contacts = "/questions/contacts";
    for who in ["Castellano", "Achterberg", "Harrow"] {
        let page = larkspur.get(who, contacts).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}");
    }
    let nobody = [("topic", "supports"), ("person", "nobody@district.example")];
    let refused = send(&larkspur, "Lindqvist", contacts, contacts, &nobody).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("value=\"nobody@district.example\""));
    let school = larkspur.larkspur.to_string();
    let named = [
        ("topic", "supports"),
        ("school", school.as_str()),
        ("person", "1002@district.example"),
    ];
    let sent = send(&larkspur, "Lindqvist", contacts, contacts, &named).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Lindqvist", contacts).await;
    assert!(
        page.read()
            .contains("Desmond Achterberg, Larkspur Elementary"),
        "{}",
        page.read()
    );
    keep("questions-contacts", &page.text());
    keep(
        "questions-contacts-es",
        &larkspur.get_in("es", "Lindqvist", contacts).await.text(),
    );
    let backwards = [
        ("away", "1002@district.example"),
        ("instead", "1001@district.example"),
        ("from", "2027-02-03"),
        ("to", "2027-02-01"),
    ];
    let refused = send(
        &larkspur,
        "Lindqvist",
        contacts,
        "/questions/cover",
        &backwards,
    )
    .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut rightly = backwards;
    rightly[3].1 = "2027-02-05";
    let sent = send(
        &larkspur,
        "Lindqvist",
        contacts,
        "/questions/cover",
        &rightly,
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Lindqvist", contacts).await;
    assert!(
        page.read().contains("Wed 3 Feb 2027 to Fri 5 Feb 2027"),
        "{}",
        page.read()
    );
    let ended = send(
        &larkspur,
        "Lindqvist",
        contacts,
        "/questions/cover/end",
        &[],
    )
    .await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    let taken = send(
        &larkspur,
        "Lindqvist",
        contacts,
        "/questions/contacts/end",
        &[],
    )
    .await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Lindqvist", contacts).await.read();
    assert!(
        page.contains("Nobody is away.") && !page.contains("Desmond Achterberg,"),
        "{page}"
    );
}

const LIKELY: &str = "/questions/likely";

#[tokio::test(flavor = "multi_thread")]
async fn likely_answers_stand_beside_a_question_while_it_is_written() {
    let larkspur = offices().await;
    let new = larkspur
        .get("Castellano", "/questions/new?from=/my-year")
        .await;
    let draft = new.location.split('?').next().unwrap();
    let page = larkspur.get("Castellano", &new.location).await;
    assert!(page.text().contains("data-likely=\"/questions/likely\""));
    assert!(!page.read().contains("of the toolkit may answer"));
    // Without a script: what was typed is kept, and the page says what may answer it.
    let asked = "How can I disagree with my rating, and by when do I file a greivance?";
    let fields = [("act", "find"), ("topic", "ratings"), ("text", asked)];
    let sent = send(&larkspur, "Castellano", &new.location, draft, &fields).await;
    assert_eq!(sent.location, format!("{draft}?from=/my-year#likely"));
    let page = larkspur.get("Castellano", &new.location).await;
    assert!(
        page.read().contains("of the toolkit may answer it:"),
        "{}",
        page.read()
    );
    assert!(page.text().contains("href=\"/library/disagreeing\""));
    assert!(page.text().contains(asked), "what was typed is kept");
    keep("question-likely", &page.text());

    // With a script: the part of the page alone, in the reader's language, of the reader's pages.
    let part = larkspur
        .post("Castellano", LIKELY, &[("text", asked)])
        .await;
    assert_eq!(part.status, StatusCode::OK);
    assert!(part.text().contains("/library/disagreeing") && !part.text().contains("<html"));
    let points = [("text", "talking points")];
    let teacher = larkspur.post("Castellano", LIKELY, &points).await;
    assert!(!teacher.text().contains("/library/talking-points"));
    let evaluator = larkspur.post("Achterberg", LIKELY, &points).await;
    assert!(
        evaluator.text().contains("/library/talking-points"),
        "{}",
        evaluator.text()
    );
    let nothing = larkspur
        .post("Castellano", LIKELY, &[("text", "xylophone zzyzx")])
        .await;
    assert!(
        nothing.text().contains("Nothing in the toolkit"),
        "{}",
        nothing.text()
    );
    let none = larkspur.post("Castellano", LIKELY, &[]).await;
    assert_eq!(none.status, StatusCode::BAD_REQUEST);
    let empty = larkspur
        .post("Castellano", LIKELY, &[("text", "Why is it so?")])
        .await;
    assert_eq!(empty.text(), "");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_becomes_a_page_without_names_and_is_found_by_whoever_asks_next() {
    let larkspur = offices().await;
    larkspur
        .grant("Adeyemi", Office::PerformanceOffice, None)
        .await;
    let asked = [
        ("topic", "other"),
        (
            "text",
            "Who pays the tuition of a course at the university?",
        ),
    ];
    let path = ask(&larkspur, "Vo", "/my-year", &asked).await;
    let library = format!("{path}/library");
    let early = larkspur.post("Lindqvist", &library, &[]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = "The tuition is paid by the fund. Thanh Vo asked for it in May.";
    let fields = [("act", "send"), ("answer", answer)];
    let sent = send(
        &larkspur,
        "Lindqvist",
        &path,
        &format!("{path}/answer"),
        &fields,
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let own = larkspur.get("Vo", &path).await;
    assert!(!own.text().contains(&library));
    assert_eq!(
        larkspur.post("Vo", &library, &[]).await.status,
        StatusCode::FORBIDDEN
    );

    let begun = send(&larkspur, "Lindqvist", &path, &library, &[]).await;
    let edit = begun.location;
    assert!(edit.starts_with("/library/answer-"), "{edit}");
    let page = larkspur.get("Lindqvist", &edit).await;
    assert!(page.text().contains("The tuition is paid by the fund."));
    assert!(!page.text().contains(&path), "nothing leads back");
    assert!(!page.text().contains("Who pays the tuition"), "{edit}");
    keep("question-to-library", &page.text());
    let unnamed = "The tuition is paid by the fund.";
    let fields = |body: &'static str| {
        [
            ("act", "propose"),
            ("topic", "support"),
            ("title.en", "Who pays for a course?"),
            ("title.es", "¿Quién paga un curso?"),
            ("summary.en", "Tuition at the university."),
            ("summary.es", "La matrícula en la universidad."),
            ("body.en", body),
            ("body.es", "La matrícula la paga el fondo."),
            ("reason", "Asked more than once."),
        ]
    };
    let named = send(&larkspur, "Lindqvist", &edit, &edit, &fields(answer)).await;
    assert_eq!(named.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        named
            .read()
            .contains("These words may be names: Thanh, Vo."),
        "{}",
        named.read()
    );
    assert!(named.text().contains("name=\"names_seen\""));
    keep("question-to-library-names", &named.text());
    let proposed = send(&larkspur, "Lindqvist", &edit, &edit, &fields(unnamed)).await;
    assert_eq!(
        proposed.status,
        StatusCode::SEE_OTHER,
        "{}",
        proposed.read()
    );
    let review = proposed.location;
    let published = send(
        &larkspur,
        "Adeyemi",
        &review,
        &review,
        &[("act", "publish")],
    )
    .await;
    assert_eq!(
        published.status,
        StatusCode::SEE_OTHER,
        "{}",
        published.read()
    );
    let part = larkspur
        .post(
            "Castellano",
            LIKELY,
            &[("text", "Is the tuition for a course paid?")],
        )
        .await
        .text();
    assert!(
        part.contains("Who pays for a course?") && part.contains("From an earlier answer"),
        "{part}"
    );
}
