//! Messages: the letter that fits, filled from the record, personalised in its reader's language, sent once.

use crate::conversations::steps::{lesson, schedule, subjects, submit};
use crate::larkspur::Larkspur;
use crate::pictures::keep;
use axum::http::StatusCode;
use domain::{Command, Kind, Stream};
use jiff::civil::date;

/// M08 keeps its words; own words may be added, and it reaches her in full.
pub async fn locked_letter(larkspur: &Larkspur, talk: &str) {
    let follows = format!("conversation/{}", talk.rsplit('/').next().unwrap());
    let desk = format!(
        "/teachers/{}/messages/new?follows={follows}",
        larkspur.person("Castellano")
    );
    assert_eq!(
        larkspur.get("Castellano", &desk).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        larkspur.get("Okonkwo-Lane", &desk).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        larkspur.get("Vo", &desk).await.status,
        StatusCode::NOT_FOUND
    );
    let page = larkspur.get("Achterberg", &desk).await;
    keep("letter-locked", &page.text());
    let letter = page.read();
    for said in [
        "A rating below Effective is possible for 2026-27.",
        "I.6 Differentiation, at 3 (Approaching), seen on Tuesday 13 October 2026: “Seen in I.6: nine of 26 made the same error.”",
        "Desmond Achterberg: Second visit of the maths coach, by Friday 19 February 2027",
        "Imani Castellano and Desmond Achterberg: A lesson with two levels of task, by Friday 12 February 2027",
        "Desmond Achterberg, Assistant Principal, Larkspur Elementary",
        "It is drafted for you. Its words stay as they are",
    ] {
        assert!(letter.contains(said), "{said}\n{letter}");
    }
    let path = desk.as_str();
    let fields = |act| {
        [
            ("act", act),
            ("follows", follows.as_str()),
            ("closing", "My door is open before first bell."),
        ]
    };
    let unread = submit(larkspur, "Achterberg", &page, path, &fields("send")).await;
    assert!(
        unread
            .read()
            .contains("The facts have changed since you read the letter."),
        "{}",
        unread.read()
    );
    let read = page.value_of("read").unwrap();
    let mut all = fields("send").to_vec();
    all.push(("read", &read));
    let sent = submit(larkspur, "Achterberg", &page, path, &all).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());
    let hers = larkspur.get("Castellano", &sent.location).await;
    keep("message", &hers.text());
    assert!(
        hers.read()
            .contains("My door is open before first bell. Kind regards, Desmond Achterberg"),
        "{}",
        hers.read()
    );
    assert!(
        subjects(larkspur, "Castellano")
            .await
            .contains(&"A message from Desmond Achterberg".to_owned())
    );
    assert_eq!(
        larkspur.get("Vo", &sent.location).await.status,
        StatusCode::NOT_FOUND
    );
    // Sent once: the desk leads to it, and a second sending too.
    assert_eq!(
        larkspur.get("Achterberg", &desk).await.location,
        sent.location
    );
    assert_eq!(
        submit(larkspur, "Achterberg", &page, path, &all)
            .await
            .location,
        sent.location
    );
}

#[tokio::test]
async fn an_open_letter_is_personalised_in_its_readers_language() {
    let larkspur = Larkspur::new().await;
    let choose = domain::people::Command::ChooseLanguage {
        language: "es".into(),
    };
    larkspur
        .order(
            "Vo",
            &Stream::of(Kind::Person, larkspur.person("Vo")),
            Command::Person(choose),
        )
        .await
        .unwrap();
    lesson(&larkspur, "Vo", date(2026, 10, 13), [6; 12]).await;
    larkspur.day(date(2027, 1, 7));
    let talk = schedule(
        &larkspur,
        "Vo",
        &[
            ("length", "standard"),
            ("place", "room 118"),
            ("on", "2027-01-07"),
            ("begins", "08:00"),
        ],
    )
    .await;
    for who in ["Achterberg", "Vo"] {
        let page = larkspur.get(who, &talk).await;
        submit(&larkspur, who, &page, &format!("{talk}/met"), &[]).await;
    }
    let his = larkspur.get_in("es", "Vo", &talk).await;
    keep("conversation-es", &his.text());
    assert!(
        his.text().contains("lang=\"es\"") && his.read().contains("Ambas partes lo indicaron.")
    );

    // Nobody promised anything: the letter names what it lacks and does not go out.
    let follows = format!("conversation/{}", talk.rsplit('/').next().unwrap());
    let desk = format!(
        "/teachers/{}/messages/new?follows={follows}",
        larkspur.person("Vo")
    );
    let page = larkspur.get("Achterberg", &desk).await;
    keep("letter-gaps", &page.text());
    assert!(
        page.read()
            .contains("2 things are missing that only you can write."),
        "{}",
        page.read()
    );
    assert!(
        page.read()
            .contains("[Quién hace qué, y para cuándo: falta escribirlo]")
    );
    let refused = submit(
        &larkspur,
        "Achterberg",
        &page,
        &desk,
        &[("act", "send"), ("follows", &follows)],
    )
    .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let gaps = [
        (
            "field.commitments",
            "Thanh Vo: una clase con dos niveles\r\nDesmond: verla",
        ),
        ("field.check_date", "viernes 12 de febrero"),
    ];
    let mut fields = vec![("act", "save"), ("follows", follows.as_str())];
    fields.extend(gaps);
    let filled = submit(&larkspur, "Achterberg", &page, &desk, &fields).await;
    assert_eq!(filled.status, StatusCode::SEE_OTHER, "{}", filled.read());

    let page = larkspur.get("Achterberg", &desk).await;
    keep("letter-open", &page.text());
    assert!(page.text().contains("<li>Desmond: verla</li>"));
    assert!(
        page.read().contains("It is written in Spanish")
            && page
                .read()
                .contains("So far it says what the template says.")
    );
    let own = "Saludos, Thanh Vo:\r\n\r\nGracias por la conversación.";
    let look = submit(
        &larkspur,
        "Achterberg",
        &page,
        &desk,
        &[("act", "save"), ("follows", &follows), ("body", own)],
    )
    .await;
    assert_eq!(look.status, StatusCode::SEE_OTHER);
    let page = larkspur.get("Achterberg", &desk).await;
    assert!(
        page.text()
            .contains("<ins>Gracias por la conversación.</ins>"),
        "{}",
        page.read()
    );
    let sent = submit(
        &larkspur,
        "Achterberg",
        &page,
        &desk,
        &[("act", "send"), ("follows", &follows), ("body", own)],
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());
    let message = larkspur.get("Vo", &sent.location).await;
    assert!(message.read().contains("Gracias por la conversación."));
    assert!(
        message
            .read()
            .contains("con palabras propias de quien la envió"),
        "{}",
        message.read()
    );
}

#[tokio::test]
async fn a_lesson_has_its_letter_and_a_called_off_talk_has_none() {
    let larkspur = Larkspur::new().await;
    let lesson = lesson(
        &larkspur,
        "Vo",
        date(2026, 10, 13),
        [5, 6, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5],
    )
    .await;
    let desk = format!(
        "/teachers/{}/messages/new?follows={lesson}",
        larkspur.person("Vo")
    );
    let page = larkspur.get("Achterberg", &desk).await.read();
    assert!(
        page.contains("LE.2") && page.contains("I.6 Differentiation, at 4 (Approaching)"),
        "{page}"
    );

    larkspur.day(date(2027, 1, 7));
    let talk = schedule(
        &larkspur,
        "Vo",
        &[
            ("length", "standard"),
            ("place", "room 118"),
            ("on", "2027-01-20"),
            ("begins", "08:00"),
        ],
    )
    .await;
    let follows = format!("conversation/{}", talk.rsplit('/').next().unwrap());
    let desk = format!(
        "/teachers/{}/messages/new?follows={follows}",
        larkspur.person("Vo")
    );
    let invitation = larkspur.get("Achterberg", &desk).await.read();
    assert!(invitation.contains("Our mid-year conversation for 2026-27 is on Wednesday 20 January 2027, room 118, and takes 45 minutes."), "{invitation}");

    let asked = larkspur.get("Achterberg", &format!("{talk}/cancel")).await;
    keep("conversation-cancel", &asked.text());
    let no_reason = submit(
        &larkspur,
        "Achterberg",
        &asked,
        &format!("{talk}/cancel"),
        &[("reason", "")],
    )
    .await;
    assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    let off = submit(
        &larkspur,
        "Achterberg",
        &asked,
        &format!("{talk}/cancel"),
        &[("reason", "Snow")],
    )
    .await;
    assert_eq!(off.location, talk);
    assert!(
        larkspur
            .get("Vo", &talk)
            .await
            .read()
            .contains("The reason given: Snow")
    );
    assert!(
        subjects(&larkspur, "Vo")
            .await
            .iter()
            .any(|subject| subject.starts_with("Called off"))
    );
    assert!(
        larkspur
            .get("Achterberg", &desk)
            .await
            .read()
            .contains("There is no letter for this")
    );
}

/// Own words in a locked letter stand after its first statement and before its close, so each letter must have both.
#[test]
fn every_letter_of_the_pack_begins_with_its_reader_and_ends_with_its_sender() {
    let adopted = crate::larkspur::pack();
    for message in adopted
        .pack()
        .unwrap()
        .messages
        .iter()
        .filter(|message| !message.later)
    {
        for body in [&message.template.body.en, &message.template.body.es] {
            let paragraphs: Vec<&str> = body
                .split("\n\n")
                .map(str::trim)
                .filter(|text| !text.is_empty())
                .collect();
            let id = &message.id;
            assert!(
                paragraphs[0].contains("{{ teacher }}"),
                "{id}: {}",
                paragraphs[0]
            );
            assert!(
                paragraphs.last().unwrap().starts_with("{{ evaluator }}"),
                "{id}"
            );
            assert!(
                paragraphs[paragraphs.len() - 2].ends_with(','),
                "{id}: {}",
                paragraphs[paragraphs.len() - 2]
            );
            assert!(!paragraphs[1].contains("{%"), "{id}: {}", paragraphs[1]);
        }
    }
}
