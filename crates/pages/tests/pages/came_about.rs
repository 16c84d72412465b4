//! How a rating came about, on one page: whoever reads the rating takes it, it says all of it, and it stays one page.

use crate::decision::{page, send};
use crate::larkspur::{Larkspur, year};
use crate::pictures::keep_file;
use axum::http::StatusCode;
use domain::people::Office;
use jiff::civil::date;
use record::testing::Database;
use std::process::Command;

/// The number of pages and the text of a PDF, its words parted by single blanks; `None`, and a sentence, without poppler.
fn read(pdf: &[u8]) -> Option<(usize, String)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("how.pdf");
    std::fs::write(&path, pdf).unwrap();
    let run = |program: &str, more: &[&str]| {
        let Ok(output) = Command::new(program).arg(&path).args(more).output() else {
            println!("skipped: {program} is not installed");
            return None;
        };
        assert!(output.status.success(), "{program}");
        Some(String::from_utf8(output.stdout).unwrap())
    };
    let info = run("pdfinfo", &[])?;
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:"));
    let text = run("pdftotext", &["-raw", "-"])?;
    let flat: Vec<&str> = text.split_whitespace().collect();
    Some((pages.unwrap().trim().parse().unwrap(), flat.join(" ")))
}

async fn share(larkspur: &Larkspur) {
    larkspur.day(date(2027, 5, 21));
    let share = page(larkspur, "/share");
    let asked = larkspur.get("Achterberg", &share).await;
    let sent = larkspur
        .post(
            "Achterberg",
            &share,
            &[
                ("form_token", &asked.value_of("form_token").unwrap()),
                ("version", &asked.value_of("version").unwrap()),
            ],
        )
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.read());
}

/// Reads the sheet in a language and asserts that it is one page.
async fn sheet(larkspur: &Larkspur, language: &str, name: &str) -> Option<String> {
    let path = page(larkspur, "/how-it-came-about.pdf");
    let pdf = larkspur.get_in(language, "Castellano", &path).await;
    assert_eq!(pdf.status, StatusCode::OK, "{}", pdf.read());
    keep_file(&format!("{name}-{language}.pdf"), &pdf.bytes);
    let (pages, text) = read(&pdf.bytes)?;
    assert_eq!(pages, 1, "{name} in {language}");
    Some(text)
}

fn says(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(text.contains(sentence), "{sentence:?} is not in: {text}");
    }
}

async fn from_the_trace_to_one_page(database: Database) {
    let larkspur = Larkspur::on(database).await;
    larkspur.may("76", "54").await;
    let path = page(&larkspur, "/how-it-came-about.pdf");
    for who in ["Castellano", "Achterberg"] {
        assert_eq!(
            larkspur.get(who, &path).await.status,
            StatusCode::NOT_FOUND,
            "nothing is shared yet, {who}"
        );
    }
    share(&larkspur).await;
    for who in ["Castellano", "Achterberg", "Okonkwo-Lane"] {
        let rating = larkspur.get(who, &page(&larkspur, "")).await;
        assert!(
            rating.text().contains(&format!("href=\"{path}\"")),
            "{who} finds it from the rating"
        );
        let pdf = larkspur.get(who, &path).await;
        assert_eq!(pdf.status, StatusCode::OK);
        assert_eq!(
            pdf.headers["content-disposition"],
            "attachment; filename=\"how-it-came-about-castellano-2026-27.pdf\""
        );
    }
    assert_eq!(
        larkspur.get("Mazur", &path).await.status,
        StatusCode::NOT_FOUND
    );
    if let Some(text) = sheet(&larkspur, "en", "how").await {
        says(
            &text,
            &[
                "How this rating came about: Imani Castellano, 2026-27",
                "Effective: 61.98 of 100 points, exactly 22313/360.",
                "Over a whole year it looks like this (wording not confirmed): Most pupils of every group reach the target",
                "Observation: level 4.69 on average (169/36) of 1 to 7, in 3 lessons",
                "61.6 % (133/216)",
                "25.86 of 42 (931/36)",
                "76 % positive; 22 pupils answered",
                "1.76 points a pupil on average (527/300), over 2 goals",
                "54 % of the school’s growth points",
                "Student growth 18.08 of 30",
                "Effective at 58⅓ and Distinguished at 83⅓ (not confirmed)",
                "is 3.65 points away (exactly 1313/360)",
                "Computed with a demo pack",
                "Receipt is acknowledged or declined by Tue 25 May 2027",
                "forthright recompute",
                "Attach a written answer",
                "Mon 7 June 2027 (not confirmed)",
                "Copy for Imani Castellano",
            ],
        );
        // An appeal is no way after a rating that shows effectiveness, and the day to ask for an observer is over.
        assert!(!text.contains("Appeal the second low rating"), "{text}");
        assert!(!text.contains("another observer"), "{text}");
    }
    if let Some(text) = sheet(&larkspur, "es", "how").await {
        says(
            &text,
            &[
                "Cómo se llegó a esta calificación: Imani Castellano, 2026-27",
                "Eficaz: 61.98 de 100 puntos",
                "76 % positivo; respondieron 22 estudiantes",
                "Adjuntar una respuesta escrita",
            ],
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_rating_is_explained_on_one_page_on_sqlite() {
    from_the_trace_to_one_page(Database::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_rating_is_explained_on_one_page_on_postgres() {
    from_the_trace_to_one_page(Database::postgres()).await;
}

/// Reasons as long as a field allows, the lower of two ratings, and with it every way to object.
#[tokio::test(flavor = "multi_thread")]
async fn the_longest_decision_stays_on_one_page_in_both_languages() {
    let larkspur = Larkspur::new().await;
    larkspur
        .grant("Wielgosz", Office::PerformanceOffice, None)
        .await;
    larkspur.may("66", "37.5").await;
    let (teacher, reader) = (larkspur.person("Castellano"), larkspur.person("Wielgosz"));
    let actor = larkspur.record.actor(teacher).await.unwrap();
    let record = larkspur
        .record
        .year_record(&actor, teacher, &year())
        .await
        .unwrap();
    let lessons = record.lessons();
    let lessons: Vec<String> = lessons.iter().map(|(it, _)| it.to_string()).collect();
    let reasons = "Checks reached every pupil, and both goals were met. ".repeat(377);
    let reader = reader.to_string();
    let decided = send(
        &larkspur,
        "Okonkwo-Lane",
        "",
        &[
            ("act", "decide"),
            ("rating", "A"),
            ("text", &reasons),
            ("evidence", &lessons[0]),
            ("evidence", &lessons[1]),
            ("reader", &reader),
        ],
    )
    .await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.read());
    let confirmed = send(&larkspur, "Wielgosz", "/confirm", &[]).await;
    assert_eq!(confirmed.status, StatusCode::SEE_OTHER);
    share(&larkspur).await;
    if let Some(text) = sheet(&larkspur, "en", "how-decided").await {
        says(
            &text,
            &[
                "Approaching: 56.57 of 100 points, exactly 10183/180.",
                "the points leave two ratings open, and a person decides",
                "Open were Approaching or Effective. Ruth Okonkwo-Lane chose Approaching on",
                "with 2 pieces of evidence; Tomasz Wielgosz confirmed it as second reader",
                "Shortened here",
                "Appeal the second low rating",
            ],
        );
    }
    if let Some(text) = sheet(&larkspur, "es", "how-decided").await {
        says(&text, &["Quedaban abiertas En vías de lograrlo o Eficaz."]);
    }
}
