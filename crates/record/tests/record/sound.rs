//! Soundness: verification finds what was changed behind the record's back, rebuilding mends what follows from the
//! journal, erasure leaves a stated hole, and the record goes on after its database failed.

use crate::district::{District, order, year};
use crate::on_both_engines;
use access::{Actor, Denied};
use domain::observations::Command as Observation;
use domain::{Command, Stream};
use record::testing::Database;
use record::{Clock, Fault, Of, Record};

on_both_engines! {
    the_record_is_sound_and_says_what_was_checked,
    whatever_is_changed_behind_its_back_is_found,
    rebuilding_gives_the_same_again,
    an_erased_stream_is_a_stated_hole,
    it_is_there_after_it_was_opened_again,
    only_a_demo_runs_on_a_moved_clock,
}

async fn observed(database: Database) -> (District, Stream) {
    let district = District::new(database).await;
    let (stream, share) = district.observation("Castellano");
    district
        .order("Achterberg", stream.clone(), share)
        .await
        .unwrap();
    let answer = Command::Observation(Observation::Answer {
        text: "Thank you.".into(),
    });
    district
        .order("Castellano", stream.clone(), answer)
        .await
        .unwrap();
    (district, stream)
}

/// Changes the database behind the record's back.
pub async fn tamper(url: &str, text: &str) {
    match url.strip_prefix("sqlite:") {
        Some(path) => rusqlite::Connection::open(path)
            .unwrap()
            .execute_batch(text)
            .unwrap(),
        None => {
            let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
                .await
                .unwrap();
            tokio::spawn(connection);
            client.batch_execute(text).await.unwrap();
        }
    }
}

async fn the_record_is_sound_and_says_what_was_checked(database: Database) {
    let (district, _) = observed(database).await;
    let report = district.record.verify().await.unwrap();
    assert_eq!(report.findings, Vec::<String>::new());
    // The administrator's entry and grant, the roster, its people, schools and caseloads, the pack, the days, two events.
    assert!(report.entries > 20, "{report:?}");
    assert_eq!(report.erased, 0);
    assert_eq!(report.root.len(), 64);
}

async fn whatever_is_changed_behind_its_back_is_found(database: Database) {
    let (district, stream) = observed(database).await;
    let url = district.database.url();
    let last = "(select max(sequence) from journal)";
    // Each change with what takes it back.
    let changes = [
        (format!("update journal_payload set payload = replace(payload, 'Thank', 'Spank') where sequence = {last}"),
         format!("update journal_payload set payload = replace(payload, 'Spank', 'Thank') where sequence = {last}"), "is not what its leaf commits to"),
        (format!("update journal set at = at + 1 where sequence = {last}"), format!("update journal set at = at - 1 where sequence = {last}"), "leaf commits to"),
        ("update district set next = next + 1".into(), "update district set next = next - 1".into(), "the next entry should be"),
        (format!("update state set json = replace(json, 'Thank', 'Spank') where stream = '{stream}'"),
         format!("update state set json = replace(json, 'Spank', 'Thank') where stream = '{stream}'"), "its state is not"),
        (format!("update state set version = 7 where stream = '{stream}'"), format!("update state set version = 2 where stream = '{stream}'"), "its state is not"),
        (format!("update summary set open = 0 where stream = '{stream}'"), format!("update summary set open = 1 where stream = '{stream}'"), "its summary is not"),
        ("update relation set ends = '2026-09-01' where kind = 'evaluates' and ends = '9999-12-31'".into(),
         "update relation set ends = '9999-12-31' where kind = 'evaluates'".into(), "its relation evaluates"),
        ("update address set address = 'x' || address".into(), "update address set address = substr(address, 2)".into(), "the address for signing in"),
        (format!("insert into state select district, 'observation/made-up', version, kind, teacher, year, json from state where stream = '{stream}'"),
         "delete from state where stream = 'observation/made-up'".into(), "a state that no event explains"),
    ];
    for (change, back, finding) in changes {
        tamper(url, &change).await;
        let findings = district
            .record
            .verify()
            .await
            .unwrap_or_else(|error| panic!("{change}: {error}"))
            .findings;
        assert!(
            findings.iter().any(|found| found.contains(finding)),
            "{change}: {findings:?}"
        );
        tamper(url, &back).await;
        assert_eq!(
            district.record.verify().await.unwrap().findings,
            Vec::<String>::new(),
            "{back}"
        );
    }
    tamper(
        url,
        &format!("delete from journal_payload where sequence = {last}"),
    )
    .await;
    let findings = district.record.verify().await.unwrap().findings;
    assert!(
        findings
            .iter()
            .any(|found| found.contains("its stream was not erased")),
        "{findings:?}"
    );
    tamper(
        url,
        &format!("delete from journal where sequence = {last} - 3"),
    )
    .await;
    let findings = district.record.verify().await.unwrap().findings;
    assert!(
        findings
            .iter()
            .any(|found| found.contains("is missing before")),
        "{findings:?}"
    );
    assert!(
        findings
            .iter()
            .any(|found| found.contains("the tree over the leaves")),
        "{findings:?}"
    );
}

async fn rebuilding_gives_the_same_again(database: Database) {
    let (district, stream) = observed(database).await;
    let before = district.record.verify().await.unwrap();
    let url = district.database.url();
    for table in ["state", "summary", "relation", "address"] {
        tamper(url, &format!("delete from {table}")).await;
    }
    assert!(!district.record.verify().await.unwrap().is_sound());
    let made = district.record.rebuild().await.unwrap();
    assert_eq!(made, before.streams);
    assert_eq!(district.record.verify().await.unwrap(), before);
    let teacher = district.actor("Castellano").await;
    assert_eq!(
        district
            .record
            .year_record(&teacher, teacher.person, &year())
            .await
            .unwrap()
            .versions[&stream],
        2
    );
}

async fn an_erased_stream_is_a_stated_hole(database: Database) {
    let (district, stream) = observed(database).await;
    let record = &district.record;
    let (other, share) = district.observation("Castellano");
    district
        .order("Achterberg", other.clone(), share.clone())
        .await
        .unwrap();
    let evaluator = district.actor("Achterberg").await;
    record
        .save_draft(&evaluator, &stream, "note", 0, "About the lesson")
        .await
        .unwrap();
    assert_eq!(
        record
            .erase(&evaluator, &stream, "Ordered by a court")
            .await,
        Err(Fault::Denied(Denied::NotKnown))
    );
    assert!(matches!(
        record.erase(&Actor::command_line(), &stream, "  ").await,
        Err(Fault::Refused(_))
    ));
    record
        .erase(&Actor::command_line(), &stream, "Ordered by a court")
        .await
        .unwrap();
    let again = record
        .erase(&Actor::command_line(), &stream, "Ordered by a court")
        .await;
    assert_eq!(again, Err(Fault::Denied(Denied::NotKnown)));

    let report = record.verify().await.unwrap();
    assert_eq!(
        (report.findings.as_slice(), report.erased),
        ([].as_slice(), 1)
    );
    let teacher = district.actor("Castellano").await;
    let year_record = record
        .year_record(&teacher, teacher.person, &year())
        .await
        .unwrap();
    assert!(!year_record.has(&stream) && year_record.has(&other));
    assert_eq!(record.drafts(&evaluator, &stream).await.unwrap(), []);
    assert!(
        record
            .history(&teacher, &Of::Thing(stream.clone()))
            .await
            .is_err()
    );
    // Nothing can be written where it was, by this server or another one.
    let answer = Command::Observation(Observation::Answer {
        text: "Again".into(),
    });
    for server in [record, &district.another_server().await] {
        for command in [share.clone(), answer.clone()] {
            let fault = order(server, evaluator.person, stream.clone(), command)
                .await
                .unwrap_err();
            assert_eq!(fault, Fault::Denied(Denied::NotKnown));
        }
    }
    record.rebuild().await.unwrap();
    assert_eq!(record.verify().await.unwrap(), report);
    // A payload put back in the hole is found.
    let first = format!("(select min(sequence) from journal where stream = '{stream}')");
    let back = format!(
        "insert into journal_payload select district, {first}, salt, payload from journal_payload where sequence = 1"
    );
    tamper(district.database.url(), &back).await;
    let findings = record.verify().await.unwrap().findings;
    assert!(
        findings
            .iter()
            .any(|found| found.contains("still has its payload")),
        "{findings:?}"
    );
}

async fn it_is_there_after_it_was_opened_again(database: Database) {
    let (district, stream) = observed(database).await;
    let before = district.record.verify().await.unwrap();
    let again = district.another_server().await;
    drop(district.record);
    assert!(again.is_demo());
    assert_eq!(again.verify().await.unwrap(), before);
    let teacher = again
        .person_by_address("1004@district.example")
        .await
        .unwrap()
        .unwrap();
    let teacher = again.actor(teacher).await.unwrap();
    assert!(
        again
            .year_record(&teacher, teacher.person, &year())
            .await
            .unwrap()
            .has(&stream)
    );
}

async fn only_a_demo_runs_on_a_moved_clock(database: Database) {
    let record = Record::open(database.url(), Clock::system()).await.unwrap();
    assert!(!record.is_demo() && record.is_empty().await.unwrap());
    let id = crate::district::new_id();
    let name = domain::people::Name {
        given: "Noor".into(),
        ..Default::default()
    };
    let enter = domain::people::Command::EnterAdministrator {
        id,
        name,
        email: String::new(),
    };
    let stream = Stream::of(domain::Kind::Person, id);
    order(&record, Actor::COMMAND_LINE, stream, Command::Person(enter))
        .await
        .unwrap();
    let moved = Clock::moved("2027-01-20T15:00:00Z".parse().unwrap());
    assert!(Record::open(database.url(), moved.clone()).await.is_err());
    record.mark_demo().await.unwrap();
    assert!(Record::open(database.url(), moved).await.unwrap().is_demo());
    assert!(Record::open("mysql://x", Clock::system()).await.is_err());
}
