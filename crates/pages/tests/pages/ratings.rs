//! The end of a year: previewed, shared, received and answered, as each person's browser sees it.

use crate::larkspur::Larkspur;
use crate::pictures::{keep, keep_file};
use axum::http::StatusCode;
use domain::Kind;
use domain::people::Office;
use jiff::civil::date;
use record::testing::Database;

fn rating(larkspur: &Larkspur, act: &str) -> String {
    format!("/teachers/{}/rating{act}", larkspur.person("Castellano"))
}

/// Sends the form of a page as it stands there.
async fn press(
    larkspur: &Larkspur,
    who: &str,
    path: &str,
    fields: &[(&str, &str)],
) -> crate::larkspur::Answer {
    let page = larkspur.get(who, path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.read());
    let token = page.value_of("form_token").unwrap();
    let version = page.value_of("version").unwrap();
    let mut sent = vec![
        ("form_token", token.as_str()),
        ("version", version.as_str()),
    ];
    sent.extend_from_slice(fields);
    larkspur.post(who, path, &sent).await
}

async fn from_preview_to_answer(database: Database) {
    let larkspur = Larkspur::on(database).await;
    larkspur.may("76", "54").await;
    let page = rating(&larkspur, "");

    // Before it is shared the evaluator sees the sum, the leader too, and the teacher does not.
    let preview = larkspur.get("Achterberg", &page).await;
    assert!(
        preview
            .read()
            .contains("The calculation gives Effective, with 61.98 of 100 points."),
        "{}",
        preview.read()
    );
    assert!(preview.read().contains("22313/360") && preview.read().contains("Go on to share"));
    // 1313/360 points lie between her and the cut of Effective: 10 points × 379/3600 is what the school's growth alone
    // would have to fall below, and 37.5 × 379/900 is 379/24 percent.
    let alone = "Less than 15.79 % (exactly 15 19/24) instead of 54 %";
    assert!(preview.read().contains(alone), "{}", preview.read());
    keep("rating-preview", &preview.text());
    let leader = larkspur.get("Okonkwo-Lane", &page).await;
    assert!(
        leader.read().contains("It is shared by Mr Achterberg")
            && !leader.text().contains("/rating/share")
    );
    let teacher = larkspur.get("Castellano", &page).await;
    assert!(
        teacher.read().contains("Your rating is not shared yet")
            && !teacher.read().contains("61.98")
    );
    keep("rating-not-yet", &teacher.text());

    // Sharing spells out what it means, and only whoever evaluates may.
    let share = rating(&larkspur, "/share");
    assert_eq!(
        larkspur.get("Okonkwo-Lane", &share).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        larkspur.get("Castellano", &share).await.status,
        StatusCode::FORBIDDEN
    );
    let asked = larkspur.get("Achterberg", &share).await;
    assert!(asked.read().contains("It stays on the record for good"));
    keep("rating-share", &asked.text());
    larkspur.day(date(2027, 5, 21));
    let shared = press(&larkspur, "Achterberg", &share, &[]).await;
    assert_eq!(
        (shared.status, shared.location.as_str()),
        (StatusCode::SEE_OTHER, page.as_str())
    );

    // The teacher reads result, deadline and the whole sum.
    let read = larkspur.get("Castellano", &page).await;
    keep("rating-teacher", &read.text());
    let text = read.read();
    for sentence in [
        "Your rating is Effective",
        "61.98 of 100 points; Effective begins at 58.33.",
        "by Tue 25 May 2027",
        "Due in 2 school days.",
        "42 points × 133/216",
        "931/36",
        "Other ways of averaging would give 26.00 (all levels pooled) and 26.44 (mean of the lessons’ means) points.",
        "22313/360 − 21000/360 = 1313/360, about 3.647 points from the nearest cut",
        "Mon 7 June",
        "Mon 31 May (Memorial Day) is not counted.",
        "Computed with a demo pack",
        "Rationale for instruction",
        "evaluates the teacher today (C.R.S. 22-9-109(1)(b))",
    ] {
        assert!(
            text.to_lowercase().contains(&sentence.to_lowercase()),
            "{sentence:?} is not in: {text}"
        );
    }
    let spanish = larkspur.get_in("es", "Castellano", &page).await;
    keep("rating-teacher-es", &spanish.text());
    assert!(
        spanish.read().contains("Su calificación es Eficaz"),
        "{}",
        spanish.read()
    );

    // Receiving is not agreeing; it is done once.
    let acknowledge = rating(&larkspur, "/acknowledge");
    assert_eq!(
        larkspur.get("Achterberg", &acknowledge).await.status,
        StatusCode::FORBIDDEN
    );
    keep(
        "rating-acknowledge",
        &larkspur.get("Castellano", &acknowledge).await.text(),
    );
    assert_eq!(
        press(&larkspur, "Castellano", &acknowledge, &[])
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    let received = larkspur.get("Castellano", &page).await;
    assert!(
        received
            .read()
            .contains("You acknowledged receipt on Fri 21 May 2027."),
        "{}",
        received.read()
    );
    let again = larkspur.get("Castellano", &acknowledge).await;
    assert_eq!(
        (again.status, again.location.as_str()),
        (StatusCode::SEE_OTHER, page.as_str())
    );

    // An empty answer is refused beside its field; a written one stays for good.
    let answers = rating(&larkspur, "/answers");
    let version = received.value_of("version").unwrap();
    let sent = |page: &crate::larkspur::Answer, text: &'static str, token: &'static str| {
        let shown = page.shown(&[("answer", "")]).remove(0).1;
        [
            ("shown".to_owned(), shown),
            ("form_token".to_owned(), token.to_owned()),
            ("version".to_owned(), version.clone()),
            ("answer".to_owned(), text.to_owned()),
            ("act".to_owned(), "share".to_owned()),
        ]
    };
    async fn post(
        larkspur: &Larkspur,
        path: &str,
        fields: &[(String, String); 5],
    ) -> crate::larkspur::Answer {
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        larkspur.post("Castellano", path, &fields).await
    }
    let empty = post(&larkspur, &answers, &sent(&received, "  ", "a1")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.read().contains("Please write your answer."));
    let stood = post(
        &larkspur,
        &answers,
        &sent(
            &empty,
            "The four of October were new <b>that week</b>.",
            "a2",
        ),
    )
    .await;
    assert_eq!(stood.status, StatusCode::SEE_OTHER);
    let late = post(
        &larkspur,
        &answers,
        &sent(&empty, "Another page wrote this.", "a3"),
    )
    .await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.read().contains("Another page wrote this.")
            && late.read().contains("The four of October")
    );
    let evaluator = larkspur.get("Achterberg", &page).await;
    assert!(
        evaluator
            .text()
            .contains("new &lt;b&gt;that week&lt;/b&gt;."),
        "what is typed is never markup"
    );
    keep("rating-evaluator", &evaluator.text());

    // It cannot be shared twice, and others do not even learn that it exists.
    larkspur
        .grant("Wielgosz", Office::HrPartner, Some(larkspur.larkspur))
        .await;
    assert_eq!(
        larkspur.get("Achterberg", &share).await.status,
        StatusCode::SEE_OTHER
    );
    for who in ["Mazur", "Harrow", "Brand", "Wielgosz", "Abadi"] {
        assert_eq!(
            larkspur.get(who, &page).await.status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
        assert_eq!(
            larkspur.get(who, &acknowledge).await.status,
            StatusCode::NOT_FOUND,
            "{who}"
        );
    }

    // The print carries the sum.
    let pdf = larkspur.get("Castellano", &format!("{page}.pdf")).await;
    assert_eq!(pdf.status, StatusCode::OK);
    assert!(pdf.bytes.starts_with(b"%PDF"));
    assert_eq!(
        pdf.headers["content-disposition"],
        "attachment; filename=\"rating-castellano-2026-27.pdf\""
    );
    keep_file("rating.pdf", &pdf.bytes);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rating_goes_from_preview_to_answer_on_sqlite() {
    from_preview_to_answer(Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rating_goes_from_preview_to_answer_on_postgres() {
    from_preview_to_answer(Database::postgres()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn near_a_cut_both_ratings_are_shown_and_nothing_can_be_shared() {
    let larkspur = Larkspur::new().await;
    larkspur.may("66", "37.5").await;
    let page = larkspur.get("Achterberg", &rating(&larkspur, "")).await;
    keep("rating-decision", &page.text());
    let text = page.read();
    assert!(text.contains("Approaching or Effective"), "{text}");
    assert!(
        text.contains("10500/180 − 10183/180 = 317/180, about 1.761 points"),
        "{text}"
    );
    assert!(
        text.contains("Until then this rating cannot be shared")
            && !page.text().contains("/rating/share\"")
    );
    let refused = press(&larkspur, "Achterberg", &rating(&larkspur, "/share"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.read().contains("Approaching or Effective"),
        "{}",
        refused.read()
    );
    let teacher = larkspur.person("Castellano");
    let actor = larkspur.record.actor(teacher).await.unwrap();
    let record = larkspur
        .record
        .year_record(&actor, teacher, &crate::larkspur::year())
        .await
        .unwrap();
    assert_eq!(
        record.one(Kind::Rating).1,
        0,
        "nothing half is on the record"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_named_with_the_page_where_it_is_entered() {
    let larkspur = Larkspur::new().await;
    larkspur.may_without_growth("76").await;
    let page = larkspur.get("Achterberg", &rating(&larkspur, "")).await;
    keep("rating-missing", &page.text());
    let measures = format!("/teachers/{}/measures", larkspur.person("Castellano"));
    assert!(
        page.read()
            .contains("The growth of the school is not entered.")
            && page.text().contains(&measures)
    );
    assert!(
        page.read()
            .contains("Rationale for instruction: not shared yet")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn declining_to_sign_is_recorded_with_its_date_and_changes_nothing_else() {
    let larkspur = Larkspur::new().await;
    larkspur.may("76", "54").await;
    press(&larkspur, "Achterberg", &rating(&larkspur, "/share"), &[]).await;
    larkspur.day(date(2027, 5, 20));
    let decline = rating(&larkspur, "/decline");
    keep(
        "rating-decline",
        &larkspur.get("Castellano", &decline).await.text(),
    );
    assert_eq!(
        press(&larkspur, "Castellano", &decline, &[]).await.status,
        StatusCode::SEE_OTHER
    );
    let page = larkspur.get("Achterberg", &rating(&larkspur, "")).await;
    assert!(
        page.read()
            .contains("Ms Castellano declined to sign on Thu 20 May 2027."),
        "{}",
        page.read()
    );
    assert!(
        page.read()
            .contains("Imani Castellano’s rating is Effective")
    );
}
