//! The writer when its database fails: what was acknowledged stays, what was not is told, and the next order works.

use crate::testing::Database;
use crate::{Clock, Fault, Order, Record};
use access::Actor;
use domain::people::{Command as Person, Name, Office};
use domain::{Command, Kind, PersonId, Stream};
use futures::FutureExt;

/// A record with its first administrator, who may grant.
async fn begun(database: &Database) -> (Record, PersonId) {
    let record = Record::open(database.url(), Clock::system()).await.unwrap();
    let id = PersonId(uuid::Uuid::from_u128(7));
    let name = Name {
        given: "Noor".into(),
        family: "Abadi".into(),
        ..Name::default()
    };
    let enter = Person::EnterAdministrator {
        id,
        name,
        email: String::new(),
    };
    record
        .carry_out(Order::new(
            Actor::COMMAND_LINE,
            Stream::of(Kind::Person, id),
            Command::Person(enter),
        ))
        .await
        .unwrap();
    (record, id)
}

/// Grants the office to the administrator or ends it again, with a long reason that takes room.
fn order(id: PersonId, grants: bool) -> Order {
    let (office, school, reason) = (Office::PerformanceOffice, None, "A reason. ".repeat(50));
    let command = if grants {
        Person::Grant {
            office,
            school,
            reason,
        }
    } else {
        Person::EndGrant {
            office,
            school,
            reason,
        }
    };
    Order::new(id, Stream::of(Kind::Person, id), Command::Person(command))
}

async fn script(record: &Record, text: &'static str) -> crate::Result<()> {
    record
        .write(move |tx| async move { tx.script(text).await }.boxed())
        .await
}

#[tokio::test]
async fn a_full_disk_is_told_and_survived() {
    let database = Database::sqlite();
    let (record, id) = begun(&database).await;
    // The same fault that a full disk gives: no page can be added.
    script(&record, "pragma max_page_count = 1").await.unwrap();
    let (mut done, mut broken) = (0, 0);
    for number in 0..200 {
        match record.carry_out(order(id, done % 2 == 0)).await {
            Ok(_) => done += 1,
            Err(Fault::Broken(error)) => {
                assert!(error.contains("full"), "{error}");
                broken += 1;
            }
            Err(other) => panic!("order {number}: {other:?}"),
        }
        if broken == 3 {
            break;
        }
    }
    assert_eq!(
        broken, 3,
        "the disk was never full; {done} orders were carried out"
    );
    let report = record.verify().await.unwrap();
    assert_eq!(report.findings, Vec::<String>::new());
    assert_eq!(report.entries, 2 + done);
    script(&record, "pragma max_page_count = 1000000")
        .await
        .unwrap();
    record.carry_out(order(id, done % 2 == 0)).await.unwrap();
    assert_eq!(record.verify().await.unwrap().entries, 3 + done);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_fails_in_a_batch_does_not_take_the_others_with_it() {
    let database = Database::sqlite();
    let (record, id) = begun(&database).await;
    let mut grants = tokio::task::JoinSet::new();
    let mut failing = tokio::task::JoinSet::new();
    for number in 0..100 {
        let record = record.clone();
        if number % 7 == 3 {
            failing.spawn(async move { script(&record, "insert into nowhere values (1)").await });
        } else {
            grants.spawn(async move {
                let thing = Stream::of(Kind::Observation, PersonId(uuid::Uuid::from_u128(number)));
                let actor = record.actor(id).await.unwrap();
                record
                    .save_draft(&actor, &thing, "focus", 0, "Fractions")
                    .await
            });
        }
    }
    assert!(
        failing
            .join_all()
            .await
            .into_iter()
            .all(|outcome| outcome.is_err())
    );
    assert!(
        grants
            .join_all()
            .await
            .into_iter()
            .all(|outcome| outcome.is_ok())
    );
    record.carry_out(order(id, true)).await.unwrap();
    assert!(record.verify().await.unwrap().is_sound());
}

#[tokio::test]
async fn a_lost_connection_is_told_and_survived() {
    let database = Database::postgres();
    let (record, id) = begun(&database).await;
    let mut grants = true;
    for _ in 0..5 {
        let (client, connection) = tokio_postgres::connect(database.url(), tokio_postgres::NoTls)
            .await
            .unwrap();
        tokio::spawn(connection);
        let others = "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()";
        client.batch_execute(others).await.unwrap();
        // The first order may meet the lost connection; it is told, and it is safe to ask again.
        let outcome = match record.carry_out(order(id, grants)).await {
            Err(Fault::Broken(_)) => record.carry_out(order(id, grants)).await,
            outcome => outcome,
        };
        outcome.unwrap();
        grants = !grants;
    }
    let mut report = record.verify().await;
    if report.is_err() {
        report = record.verify().await;
    }
    assert!(report.unwrap().is_sound());
}
