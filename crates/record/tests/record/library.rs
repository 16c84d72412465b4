//! The toolkit library: shown, searched with typing errors, proposed and published, with its files and what a reader saw
//! last. The same searches find the same pages on both engines.

use crate::district::{District, new_id, order, year};
use crate::on_both_engines;
use access::{Denied, List, scope};
use domain::library::{Attachment, Change, Command as Pages, Page};
use domain::people::{Command as Person, Office};
use domain::{Command, Refusal, Stream};
use record::testing::Database;
use record::{Fault, Library, Record};

on_both_engines! {
    searches_forgive_typing_errors,
    a_page_is_shown_as_it_was_published_last,
    the_index_follows_and_is_verified_and_rebuilt,
    files_are_kept_by_their_digest,
    a_reader_is_told_what_was_there_before,
    a_record_from_before_the_index_gets_one,
}

const PAGE: &str = "disagreeing";

async fn library(district: &District, family: &str) -> Library {
    let actor = district
        .record
        .actor(district.person(family))
        .await
        .unwrap();
    let scope = scope(&actor, List::Library).unwrap();
    district.record.library(&scope, &year()).await.unwrap()
}

async fn found(
    district: &District,
    language: &str,
    looked_for: &str,
) -> (Vec<String>, Vec<String>) {
    let library = library(district, "Castellano").await;
    let found = district
        .record
        .find_in_library(&library, &year(), language, looked_for)
        .await
        .unwrap();
    let instead = found.instead.into_iter().map(|(_, instead)| instead);
    (found.pages, instead.collect())
}

/// Two people of the office: who writes and who reads.
async fn with_office(database: Database) -> District {
    let district = District::new(database).await;
    for family in ["Lindqvist", "Brand"] {
        let grant = Person::Grant {
            office: Office::PerformanceOffice,
            school: None,
            reason: "Named by the board".into(),
        };
        let stream = Stream::of(domain::Kind::Person, district.person(family));
        order(
            &district.record,
            district.administrator,
            stream,
            Command::Person(grant),
        )
        .await
        .unwrap();
    }
    district
}

fn propose(id: &str, page: Page) -> Command {
    Command::Library(Pages::Propose {
        year: year(),
        page: id.into(),
        change: Change::Page(Box::new(page)),
        reason: "Said more plainly.".into(),
        names_seen: false,
    })
}

async fn publish(district: &District, id: &str, page: Page) {
    let stream = Stream::library(&year(), id);
    district
        .order("Lindqvist", stream.clone(), propose(id, page))
        .await
        .unwrap();
    district
        .order("Brand", stream, Command::Library(Pages::Publish))
        .await
        .unwrap();
}

fn of_pack(id: &str) -> Page {
    let pack = crate::district::pack();
    domain::library::of_pack(pack.pack().unwrap(), id).unwrap()
}

/// Where nobody may create `pg_trgm`, the program compares words itself and finds the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn searches_forgive_typing_errors_without_the_engines_trigrams() {
    let database = Database::postgres_without_extensions();
    let (client, connection) = tokio_postgres::connect(database.url(), tokio_postgres::NoTls)
        .await
        .unwrap();
    tokio::spawn(connection);
    assert!(
        client
            .batch_execute("create extension pg_trgm")
            .await
            .is_err()
    );
    searches_forgive_typing_errors(database).await;
    let there = client
        .query("select 1 from pg_extension where extname = 'pg_trgm'", &[])
        .await
        .unwrap();
    assert!(there.is_empty());
}

async fn searches_forgive_typing_errors(database: Database) {
    let district = District::new(database).await;
    for (language, looked_for, first, instead) in [
        ("en", "appeal", PAGE, None),
        ("en", "apeal", PAGE, Some("appeal")),
        ("en", "greivance", PAGE, Some("grievance")),
        ("en", "representatvie", PAGE, Some("representative")),
        ("en", "rationale", "rationale-samples", None),
        ("en", "rationael", "rationale-samples", Some("rationale")),
        ("en", "RATIONALE statements", "rationale-samples", None),
        (
            "en",
            "statmeents rationale",
            "rationale-samples",
            Some("statements"),
        ),
        ("en", "conver", "conversation-guide", None),
        ("es", "apelación", PAGE, None),
        ("es", "apelacion", PAGE, None),
        ("es", "apelasion", PAGE, Some("apelacion")),
        // What only the pack says, where a page names it by a directive.
        ("en", "arbitration", PAGE, None),
        ("en", "arbitrasion", PAGE, Some("arbitration")),
        ("es", "arbitraje", PAGE, None),
        (
            "es",
            "fundamentasiones",
            "rationale-samples",
            Some("fundamentaciones"),
        ),
    ] {
        let (pages, mended) = found(&district, language, looked_for).await;
        assert!(
            pages.iter().any(|page| page == first),
            "{looked_for}: {pages:?}"
        );
        assert_eq!(mended.first().map(String::as_str), instead, "{looked_for}");
    }
    // Forms of a word are one word where the engine has its language's stems: here in both.
    assert!(
        found(&district, "en", "appealing")
            .await
            .0
            .contains(&PAGE.to_owned())
    );
    for nothing in [
        "",
        "   ",
        "zzzzqqq",
        "'; drop table state; --",
        "\"",
        "a & | !",
        "(*",
    ] {
        let (pages, _) = found(&district, "en", nothing).await;
        assert!(
            pages.is_empty() || nothing.contains("drop") || nothing == "a & | !",
            "{nothing}: {pages:?}"
        );
    }
}

async fn a_page_is_shown_as_it_was_published_last(database: Database) {
    let district = with_office(database).await;
    let title = |library: &Library| library.page(PAGE).unwrap().page.title.en.clone();
    let before = title(&library(&district, "Castellano").await);
    let mut page = of_pack(PAGE);
    page.title.en = "Ways to disagree".into();
    let stream = Stream::library(&year(), PAGE);
    // A teacher may know of the library, and not change it.
    assert_eq!(
        district
            .order("Castellano", stream.clone(), propose(PAGE, page.clone()))
            .await,
        Err(Fault::Denied(Denied::NotAllowed))
    );
    district
        .order("Lindqvist", stream.clone(), propose(PAGE, page))
        .await
        .unwrap();
    assert_eq!(
        district
            .order(
                "Lindqvist",
                stream.clone(),
                Command::Library(Pages::Publish)
            )
            .await,
        Err(Fault::Refused(Refusal::OwnProposal))
    );
    let reader = library(&district, "Castellano").await;
    assert_eq!(title(&reader), before);
    let (entry, _) = district
        .record
        .library_entry(&reader, &year(), PAGE)
        .await
        .unwrap();
    assert_eq!(entry.proposal, None, "readers see no proposal");
    assert_eq!(
        district.record.library_proposals(&reader, &year()).await,
        Err(Fault::Denied(Denied::NotAllowed))
    );
    let keeper = library(&district, "Brand").await;
    let waiting = district
        .record
        .library_proposals(&keeper, &year())
        .await
        .unwrap();
    assert_eq!(waiting.len(), 1);
    district
        .order("Brand", stream, Command::Library(Pages::Publish))
        .await
        .unwrap();
    assert_eq!(
        title(&library(&district, "Castellano").await),
        "Ways to disagree"
    );
}

async fn the_index_follows_and_is_verified_and_rebuilt(database: Database) {
    let district = with_office(database).await;
    assert!(found(&district, "en", "kaleidoscope").await.0.is_empty());
    let mut page = of_pack(PAGE);
    page.body.en = "Bring a kaleidoscope.\n".into();
    publish(&district, PAGE, page.clone()).await;
    assert_eq!(found(&district, "en", "kaleidoscope").await.0, [PAGE]);
    assert_eq!(found(&district, "en", "kaleidoskope").await.0, [PAGE]);
    page.topic = "rights".into();
    page.title.en = "Who covers".into();
    publish(&district, "who-covers", page).await;
    assert_eq!(found(&district, "en", "kaleidoscope").await.0.len(), 2);
    let sound = |report: record::Report| report.findings;
    assert_eq!(
        sound(district.record.verify().await.unwrap()),
        Vec::<String>::new()
    );
    for text in [
        "update library_page set title = 'x' where entry = 'who-covers' and language = 'es'",
        "delete from library_page where entry = 'who-covers'",
        "delete from library_word",
    ] {
        crate::sound::tamper(district.database.url(), text).await;
        let findings = sound(district.record.verify().await.unwrap());
        assert!(
            findings.iter().any(|finding| finding.contains("library")),
            "{text}: {findings:?}"
        );
        district.record.rebuild().await.unwrap();
        assert_eq!(
            sound(district.record.verify().await.unwrap()),
            Vec::<String>::new()
        );
    }
    assert_eq!(found(&district, "en", "kaleidoskope").await.0.len(), 2);
}

async fn files_are_kept_by_their_digest(database: Database) {
    let district = with_office(database).await;
    let record: &Record = &district.record;
    let stream = Stream::library(&year(), PAGE);
    let author = record.actor(district.person("Lindqvist")).await.unwrap();
    let teacher = record.actor(district.person("Castellano")).await.unwrap();
    let bytes = b"%PDF-1.7 The form.".to_vec();
    assert_eq!(
        record
            .keep_file(&teacher, &stream, "a.pdf", bytes.clone())
            .await,
        Err(Fault::Denied(Denied::NotAllowed))
    );
    assert_eq!(
        record
            .keep_file(&author, &stream, "a.html", b"<html>".to_vec())
            .await,
        Err(Fault::Refused(Refusal::FileKind))
    );
    let file = record
        .keep_file(&author, &stream, "a.pdf", bytes.clone())
        .await
        .unwrap();
    assert_eq!(
        record
            .keep_file(&author, &stream, "a.pdf", bytes.clone())
            .await
            .unwrap(),
        file
    );
    let mut page = of_pack(PAGE);
    page.files = vec![file.clone()];
    let reader = library(&district, "Castellano").await;
    let denied = Err(Fault::Denied(Denied::NotKnown));
    assert_eq!(
        record
            .library_file(&reader, &year(), PAGE, &file.digest)
            .await,
        denied
    );
    publish(&district, PAGE, page.clone()).await;
    let reader = library(&district, "Castellano").await;
    assert_eq!(
        record
            .library_file(&reader, &year(), PAGE, &file.digest)
            .await
            .unwrap(),
        (file.clone(), bytes)
    );
    assert_eq!(
        record
            .library_file(&reader, &year(), "conversation-guide", &file.digest)
            .await,
        denied
    );
    // A page may not name what is not kept.
    page.files.push(Attachment {
        digest: "0".repeat(64),
        ..file
    });
    let order = district
        .order("Lindqvist", stream, propose(PAGE, page))
        .await;
    assert!(matches!(order, Err(Fault::Broken(_))), "{order:?}");
    crate::sound::tamper(district.database.url(), "delete from file").await;
    let findings = record.verify().await.unwrap().findings;
    assert!(
        findings
            .iter()
            .any(|finding| finding.contains("is missing")),
        "{findings:?}"
    );
}

async fn a_reader_is_told_what_was_there_before(database: Database) {
    let district = District::new(database).await;
    let record = &district.record;
    let reader = record.actor(district.person("Castellano")).await.unwrap();
    let other = record.actor(new_id()).await.unwrap();
    let read = |text: &'static str| record.note_library_reading(&reader, PAGE, "en", text);
    assert_eq!(read("One.").await.unwrap(), None);
    assert_eq!(read("One.").await.unwrap(), None);
    district
        .clock
        .move_to(crate::district::at(jiff::civil::date(2026, 11, 2)));
    let earlier = read("Two.").await.unwrap().unwrap();
    let day = |at| record.zone().to_datetime(at).date();
    assert_eq!(earlier.text, "One.");
    assert_eq!(day(earlier.read_at), jiff::civil::date(2026, 10, 15));
    assert_eq!(day(earlier.changed_seen_at), record.today());
    // It is still told when the page is opened again, and in another language it is another text.
    assert_eq!(read("Two.").await.unwrap(), Some(earlier));
    assert_eq!(
        record
            .note_library_reading(&reader, PAGE, "es", "Dos.")
            .await
            .unwrap(),
        None
    );
    let seen = record.library_readings(&reader, "en").await.unwrap();
    assert_eq!(seen[PAGE].0, domain::library::digest(b"Two."));
    assert!(
        record
            .library_readings(&other, "en")
            .await
            .unwrap()
            .is_empty()
    );
}

async fn a_record_from_before_the_index_gets_one(database: Database) {
    let district = District::new(database).await;
    // One that was made in another way is made anew.
    crate::sound::tamper(
        district.database.url(),
        "delete from library_word where year = ''; delete from library_page where entry = 'disagreeing';",
    )
    .await;
    let clock = record::Clock::moved(district.record.now());
    let again = Record::open(district.database.url(), clock).await.unwrap();
    assert_eq!(again.verify().await.unwrap().findings, Vec::<String>::new());
    crate::sound::tamper(
        district.database.url(),
        "drop table library_page; drop table library_word;",
    )
    .await;
    let clock = record::Clock::moved(district.record.now());
    let again = Record::open(district.database.url(), clock).await.unwrap();
    assert_eq!(again.verify().await.unwrap().findings, Vec::<String>::new());
}
