//! The toolkit from the first search to a published page: read, proposed, reviewed, and told to a reader as a difference.

use crate::larkspur::{Answer, Larkspur};
use crate::pictures::keep;
use axum::http::{StatusCode, header};
use domain::people::Office;
use jiff::civil::date;
use policy::{LibraryPage, Pack};
use record::testing::Database;
use std::collections::BTreeSet;

const PAGE: &str = "/library/disagreeing";

/// Larkspur with two people of the performance office.
async fn larkspur() -> Larkspur {
    let larkspur = Larkspur::on(Database::chosen()).await;
    for family in ["Adeyemi", "Solheim"] {
        larkspur
            .grant(family, Office::PerformanceOffice, None)
            .await;
    }
    larkspur
}

/// Sends the form of a page that goes to an address, as it came, with these fields in place of its own.
async fn fill(
    larkspur: &Larkspur,
    family: &str,
    page: &str,
    to: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let shown = larkspur.get(family, page).await;
    assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.read());
    let mut form = crate::browser::Form::to(&shown.text(), to)
        .unwrap_or_else(|| panic!("no form to {to} on {page}"));
    for (name, value) in fields {
        form.fill(name, value);
    }
    let sent = form.fields();
    let sent: Vec<(&str, &str)> = sent
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    larkspur.post(family, to, &sent).await
}

#[tokio::test]
async fn a_reader_finds_a_page_in_spite_of_a_typing_error() {
    let larkspur = larkspur().await;
    let all = larkspur.get("Castellano", "/library").await;
    assert!(
        all.read()
            .contains("When you disagree: your options and their clocks"),
        "{}",
        all.read()
    );
    assert!(
        !all.text().contains("/library/new"),
        "a reader keeps nothing"
    );
    keep("library", &all.text());
    let found = larkspur.get("Castellano", "/library?q=greivance").await;
    let read = found.read();
    assert!(
        read.contains("“greivance” stands nowhere; this is for “grievance”"),
        "{read}"
    );
    assert!(read.contains("When you disagree"), "{read}");
    let found = larkspur
        .get_in("es", "Castellano", "/library?q=apelasion")
        .await
        .read();
    assert!(found.contains("Cuando no está de acuerdo"), "{found}");
    let nothing = larkspur
        .get("Castellano", "/library?q=%3Cscript%3Ezzqq")
        .await;
    assert!(!nothing.text().contains("<script>zz"), "{}", nothing.text());
    assert!(
        nothing.read().contains("No page has these words"),
        "{}",
        nothing.read()
    );
}

/// The folded words of a text that are long enough to be told apart.
fn words_of(text: &str) -> BTreeSet<String> {
    domain::text::folded(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
        .map(str::to_owned)
        .collect()
}

/// What is searched of a page stands on it, and what stands on it is searched: all but the program's own sentences,
/// dates, sources and the names of people in the frame of the page.
fn is_found_as_it_is_read(pack: &Pack, page: &LibraryPage, language: &str, read: &str) {
    let searched = policy::searched(page.body.get(language), pack, language);
    let searched = words_of(&format!(
        "{} {} {searched}",
        page.title.get(language),
        page.summary.get(language)
    ));
    let read = words_of(read);
    let hidden: Vec<_> = searched.difference(&read).collect();
    assert!(hidden.is_empty(), "{} {language}: {hidden:?}", page.id);
    let mut others = String::new();
    for text in std::fs::read_dir(format!("../../text/{language}")).unwrap() {
        others.push_str(&std::fs::read_to_string(text.unwrap().path()).unwrap());
    }
    let dates = pack.dates.iter().map(|date| &date.label);
    let topics = pack.library.topics.iter().map(|topic| &topic.label);
    let classes = pack.classes.iter().map(|class| &class.label);
    for label in dates.chain(topics).chain(classes) {
        others.push_str(label.get(language));
        others.push(' ');
    }
    let others = words_of(&format!(
        "{others} {} Abadi Solheim Petra Larkspur",
        page.source
    ));
    let missing: Vec<_> = read
        .difference(&searched)
        .filter(|word| !others.contains(*word) && !word.chars().any(|c| c.is_ascii_digit()))
        .collect();
    assert!(missing.is_empty(), "{} {language}: {missing:?}", page.id);
}

#[tokio::test]
async fn a_file_that_is_too_large_is_not_taken() {
    let larkspur = larkspur().await;
    let mut large = b"%PDF-1.7 ".to_vec();
    large.resize(
        usize::try_from(domain::library::LARGEST_FILE).unwrap() + 1,
        b' ',
    );
    let sent = larkspur
        .send_files(
            "Adeyemi",
            &format!("{PAGE}/files"),
            &[("file", "a.pdf", &large)],
        )
        .await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.read().contains("10 MB"), "{}", sent.read());
    large.resize(large.len() + 1024 * 1024, b' ');
    let sent = larkspur
        .send_files(
            "Adeyemi",
            &format!("{PAGE}/files"),
            &[("file", "a.pdf", &large)],
        )
        .await;
    assert_eq!(sent.status, StatusCode::PAYLOAD_TOO_LARGE);
    let stranger = larkspur
        .send_files(
            "Castellano",
            &format!("{PAGE}/files"),
            &[("file", "a.pdf", b"%PDF-1.7 x")],
        )
        .await;
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn every_page_reads_in_both_languages_and_says_the_packs_values() {
    let larkspur = larkspur().await;
    let pack = crate::larkspur::pack();
    for page in &pack.pack().unwrap().library.pages {
        for language in ["en", "es"] {
            let path = format!("/library/{}", page.id);
            let shown = larkspur.get_in(language, "Abadi", &path).await;
            assert_eq!(shown.status, StatusCode::OK, "{path}");
            let read = shown.read();
            assert!(read.contains(page.title.get(language)), "{path} {language}");
            assert!(
                !read.contains("{{") && !read.contains("}}"),
                "{path} {language}: {read}"
            );
            assert!(!read.contains("library-"), "{path} {language}: {read}");
            assert!(!read.contains("\\("), "{path} {language}: {read}");
            keep(&format!("library-{}-{language}", page.id), &shown.text());
            is_found_as_it_is_read(pack.pack().unwrap(), page, language, &read);
        }
    }
    let year = larkspur
        .get("Castellano", "/library/year-at-a-glance")
        .await
        .read();
    assert!(
        year.contains("Mon 14 Dec 2026 to Fri 26 Feb 2027"),
        "{year}"
    );
}

#[tokio::test]
async fn pages_are_for_their_readers() {
    let larkspur = larkspur().await;
    for (page, teacher, evaluator, leader) in [
        ("disagreeing", 200, 200, 200),
        ("talking-points", 404, 200, 200),
        ("checklist-school-leader", 404, 404, 200),
    ] {
        let path = format!("/library/{page}");
        for (family, status) in [
            ("Castellano", teacher),
            ("Achterberg", evaluator),
            ("Okonkwo-Lane", leader),
            ("Adeyemi", 200),
        ] {
            let answer = larkspur.get(family, &path).await;
            assert_eq!(answer.status.as_u16(), status, "{family} {page}");
        }
        let listed = larkspur.get("Castellano", "/library").await.text();
        assert_eq!(listed.contains(&path), teacher == 200, "{page}");
    }
    for path in [
        "/library/new",
        "/library/reviews",
        "/library/disagreeing/edit",
    ] {
        let answer = larkspur.get("Castellano", path).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn one_proposes_another_publishes_and_a_reader_is_told_what_changed() {
    let larkspur = larkspur().await;
    larkspur.day(date(2026, 9, 8));
    assert!(
        !larkspur
            .get("Castellano", PAGE)
            .await
            .read()
            .contains("What changed")
    );
    let edit = format!("{PAGE}/edit");
    let pack = crate::larkspur::pack();
    let body = pack
        .pack()
        .unwrap()
        .library
        .page("disagreeing")
        .unwrap()
        .body
        .en
        .clone();
    let changed = body.replace("A signature means", "Signing means") + "\nAsk Ada <first>.\n";
    // HTML is refused, and everything typed is still there.
    let refused = fill(
        &larkspur,
        "Adeyemi",
        &edit,
        &edit,
        &[
            ("body.en", &changed),
            ("reason", "Shorter."),
            ("act", "propose"),
        ],
    )
    .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .read()
            .contains("has “<first>”, which a page cannot show"),
        "{}",
        refused.read()
    );
    assert!(crate::browser::plain(&refused.text()).contains("Ask Ada <first>."));
    keep("library-edit", &refused.text());
    let changed = changed.replace("<first>", "first");
    let preview = fill(
        &larkspur,
        "Adeyemi",
        &edit,
        &edit,
        &[("body.en", &changed), ("act", "preview")],
    )
    .await;
    assert_eq!(preview.status, StatusCode::SEE_OTHER);
    let preview = larkspur
        .get("Adeyemi", preview.location.split('#').next().unwrap())
        .await;
    assert!(
        preview.text().contains("<ins>Ask Ada first.</ins>"),
        "{}",
        preview.read()
    );
    keep("library-preview", &preview.text());
    // A file goes along; what it is stands in its bytes.
    let files = format!("{PAGE}/files");
    let wrong = larkspur
        .send_files(
            "Adeyemi",
            &files,
            &[("file", "form.pdf", b"<html><script>")],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.read().contains("This kind of file is not taken"),
        "{}",
        wrong.read()
    );
    let kept = larkspur
        .send_files(
            "Adeyemi",
            &files,
            &[("file", "Form \u{f1} 1.pdf", b"%PDF-1.7 x")],
        )
        .await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.read());
    let proposed = fill(
        &larkspur,
        "Adeyemi",
        &edit,
        &edit,
        &[("reason", "Shorter."), ("act", "propose")],
    )
    .await;
    assert_eq!(
        proposed.location,
        format!("{PAGE}/review"),
        "{}",
        proposed.read()
    );
    // Nothing is shown yet, and its author cannot publish it.
    assert!(
        !larkspur
            .get("Castellano", PAGE)
            .await
            .read()
            .contains("Ask Ada")
    );
    let own = larkspur.get("Adeyemi", &format!("{PAGE}/review")).await;
    assert!(own.read().contains("You wrote this") && !own.text().contains("value=\"publish\""));
    // Whoever else may publish it is told, and finds it on the page of today.
    let told = larkspur.record.outbox(None, 10).await.unwrap();
    let told: BTreeSet<_> = told.iter().map(|sent| sent.notice.to).collect();
    let office = BTreeSet::from([larkspur.person("Solheim"), larkspur.administrator]);
    assert_eq!(told, office);
    let today = larkspur.get("Solheim", "/").await;
    assert!(
        today.read().contains("One page waits for a second reader")
            && today.text().contains("href=\"/library/reviews\""),
        "{}",
        today.read()
    );
    for other in ["Adeyemi", "Castellano", "Okonkwo-Lane"] {
        let today = larkspur.get(other, "/").await.read();
        assert!(!today.contains("waits for a second reader"), "{other}");
    }
    let review = format!("{PAGE}/review");
    let waiting = larkspur.get("Solheim", "/library/reviews").await;
    assert!(waiting.read().contains("Shorter."), "{}", waiting.read());
    keep("library-reviews", &waiting.text());
    keep(
        "library-review",
        &larkspur.get("Solheim", &review).await.text(),
    );
    let declined = fill(
        &larkspur,
        "Solheim",
        &review,
        &review,
        &[("act", "decline")],
    )
    .await;
    assert_eq!(
        declined.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a reason is asked for"
    );
    larkspur.day(date(2026, 9, 9));
    let published = fill(
        &larkspur,
        "Solheim",
        &review,
        &review,
        &[("act", "publish")],
    )
    .await;
    assert_eq!(published.location, PAGE, "{}", published.read());
    let told = larkspur.record.outbox(None, 1).await.unwrap();
    assert_eq!(told[0].notice.to, larkspur.person("Adeyemi"));
    let page = larkspur.get("Castellano", PAGE).await;
    let read = page.read();
    assert!(
        read.contains("What changed since you last read it on Tue 8 Sep 2026"),
        "{read}"
    );
    assert!(page.text().contains("<ins>Ask Ada first.</ins>"), "{read}");
    assert!(
        read.contains("Written by") && read.contains("read and published by"),
        "{read}"
    );
    keep("library-page-changed", &page.text());
    let list = larkspur.get("Mazur", "/library").await.read();
    assert!(!list.contains("changed since you read it"), "{list}");
    // The file is a download and nothing else.
    let digest = page.text();
    let digest = digest
        .split("/files/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let file = larkspur
        .get("Castellano", &format!("{PAGE}/files/{digest}"))
        .await;
    assert_eq!(file.bytes, b"%PDF-1.7 x");
    let head = |name: header::HeaderName| file.headers[name].to_str().unwrap().to_owned();
    assert_eq!(head(header::CONTENT_TYPE), "application/pdf");
    assert!(head(header::CONTENT_DISPOSITION).starts_with("attachment; filename=\"Form _ 1.pdf\""));
    assert_eq!(head(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    // The pack's text can be returned to, by two people as well.
    let back = larkspur.get("Solheim", &edit).await;
    assert!(
        back.read()
            .contains("Propose to go back to the pack’s text")
    );
    let version = larkspur
        .get("Castellano", &format!("{PAGE}?version=1"))
        .await
        .read();
    assert!(
        version.contains("This is an earlier version") && version.contains("A signature means"),
        "{version}"
    );
    let history = larkspur
        .get("Adeyemi", "/history/library/2026-27.disagreeing")
        .await;
    keep("library-history", &history.text());
    assert!(
        history
            .read()
            .contains("read and published what was proposed"),
        "{}",
        history.read()
    );
    assert_eq!(
        larkspur.record.verify().await.unwrap().findings,
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn the_office_writes_a_page_of_its_own() {
    let larkspur = larkspur().await;
    let begun = fill(
        &larkspur,
        "Adeyemi",
        "/library/new",
        "/library/new",
        &[("title", "Who covers for whom?")],
    )
    .await;
    assert_eq!(
        begun.location,
        "/library/who-covers-for-whom/edit",
        "{}",
        begun.read()
    );
    let edit = begun.location.clone();
    let unknown = larkspur.get("Solheim", &edit).await;
    assert_eq!(
        unknown.status,
        StatusCode::NOT_FOUND,
        "a draft is its author's alone"
    );
    let fields = [
        ("title.es", "Quién cubre a quién"),
        ("summary.en", "Names for each topic."),
        ("summary.es", "Nombres para cada tema."),
        ("body.en", "Ask the front desk of your school."),
        ("body.es", "Pregunte en la recepción de su escuela."),
        ("topic", "rights"),
        ("reason", "Many asked."),
        ("act", "propose"),
    ];
    let refused = fill(&larkspur, "Adeyemi", &edit, &edit, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.read().contains("Choose who reads the page"),
        "{}",
        refused.read()
    );
    let all = [fields.as_slice(), &[("audience", "teachers")]].concat();
    let proposed = fill(&larkspur, "Adeyemi", &edit, &edit, &all).await;
    let review = "/library/who-covers-for-whom/review";
    assert_eq!(proposed.location, review, "{}", proposed.read());
    assert_eq!(
        larkspur
            .get("Castellano", "/library/who-covers-for-whom")
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    let published = fill(&larkspur, "Solheim", review, review, &[("act", "publish")]).await;
    assert_eq!(
        published.location,
        "/library/who-covers-for-whom",
        "{}",
        published.read()
    );
    let found = larkspur
        .get_in("es", "Castellano", "/library?q=rezepcion")
        .await
        .read();
    assert!(found.contains("Quién cubre a quién"), "{found}");
    assert_eq!(
        larkspur
            .get("Achterberg", "/library/who-covers-for-whom")
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn places_of_the_program_lead_to_the_pages_that_are_needed_there() {
    let larkspur = larkspur().await;
    let year = larkspur.get("Castellano", "/my-year").await.text();
    assert!(
        year.contains("href=\"/library/checklist-teacher\""),
        "{year}"
    );
    let caseload = larkspur.get("Achterberg", "/caseload").await.text();
    assert!(
        caseload.contains("href=\"/library/supports-guide\""),
        "{caseload}"
    );
    let school = larkspur.get("Okonkwo-Lane", "/school").await.text();
    assert!(
        school.contains("href=\"/library/checklist-school-leader\""),
        "{school}"
    );
}
