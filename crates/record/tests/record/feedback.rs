//! Feedback as somebody sees it who holds the whole database: nothing in it leads from an answer to a person, by no join,
//! order or time. And what people are owed: an answer that was acknowledged is there, once, and read by nobody too early.

use crate::district::{District, at, file, import, year};
use crate::on_both_engines;
use access::Denied;
use domain::feedback::{self, Answer, Command, Gathered, Screened, Verdict};
use domain::people::Office;
use domain::{PersonId, Refusal};
use futures::future::join_all;
use jiff::civil::{Date, date};
use policy::Audience;
use record::testing::Database;
use record::{Fault, Order, Record};
use std::collections::{BTreeMap, BTreeSet};

on_both_engines! {
    a_copy_of_everything_before_and_after_answers_differs_in_counts_alone,
    what_is_kept_does_not_depend_on_who_answered_when,
    participation_is_written_for_ten_at_once_in_the_order_of_their_ids,
    no_row_holds_a_person_and_anything_of_an_answer,
    a_form_sent_many_times_at_once_counts_once,
    nobody_answers_twice_in_two_windows_of_the_browser,
    an_acknowledged_answer_outlives_the_server_and_its_form_does_not_count_again,
    nobody_reads_anything_while_the_round_is_open,
    a_round_is_published_once_and_leaves_the_page_alone,
    outside_the_round_and_its_audience_nobody_answers,
}

const ROUND: &str = "beginning";
const OPEN: Date = date(2026, 10, 5);
const CLOSED: Date = date(2026, 10, 17);
const TEACHERS: usize = 24;

/// Larkspur with two dozen more teachers, on a day of the round.
async fn district(database: Database) -> (District, Vec<PersonId>) {
    let district = District::new(database).await;
    let names: Vec<(String, String)> = (0..TEACHERS)
        .map(|n| (format!("{}", 2000 + n), format!("Teacher{n}")))
        .collect();
    let more: Vec<_> = names
        .iter()
        .map(|(number, family)| {
            (
                number.as_str(),
                "Noa",
                family.as_str(),
                "teacher",
                "Teacher",
                "larkspur",
            )
        })
        .collect();
    let all = [
        &[
            (
                "1001",
                "Ruth",
                "Okonkwo-Lane",
                "principal",
                "Principal",
                "larkspur",
            ),
            (
                "1002",
                "Desmond",
                "Achterberg",
                "principal",
                "Assistant Principal",
                "larkspur",
            ),
            (
                "1004",
                "Imani",
                "Castellano",
                "teacher",
                "Teacher",
                "larkspur",
            ),
        ][..],
        &more,
    ]
    .concat();
    import(&district.record, district.administrator, file("more", &all))
        .await
        .unwrap();
    district.clock.move_to(at(OPEN));
    let admin = district.record.actor(district.administrator).await.unwrap();
    let scope = access::scope(&admin, access::List::Roster).unwrap();
    let directory = district.record.directory(&scope).await.unwrap();
    let mut teachers: Vec<(String, PersonId)> = directory
        .people
        .iter()
        .map(|(id, person)| (person.particulars.name.family.clone(), *id))
        .filter(|(family, _)| family.starts_with("Teacher"))
        .collect();
    teachers.sort();
    (district, teachers.into_iter().map(|(_, id)| id).collect())
}

/// The answer of somebody: marks and a text that nobody else gives.
fn answer(number: usize) -> Answer {
    let pack = crate::district::pack();
    let feedback = pack.pack().unwrap().feedback.clone().unwrap();
    let sheet = feedback
        .round(ROUND)
        .unwrap()
        .sheet(Audience::Teachers)
        .unwrap()
        .clone();
    let marks = sheet.questions.iter().enumerate().map(|(place, question)| {
        let label = (number + place) % question.labels.len();
        (question.id.clone(), question.labels[label].id.clone())
    });
    Answer {
        marks: marks.collect(),
        text: format!("zz{number:02} wants shorter letters"),
    }
}

async fn give(record: &Record, person: PersonId, form: usize, answer: Answer) -> Result<(), Fault> {
    let actor = record.actor(person).await.unwrap();
    let token = format!("form {form}");
    record
        .give_feedback(&actor, (&year(), ROUND), &token, answer, true)
        .await
}

/// Every row of every table as text, by table, as a thief of the database reads it.
async fn everything(database: &Database) -> BTreeMap<String, Vec<String>> {
    match database.url().strip_prefix("sqlite:") {
        Some(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            let tables = sqlite(
                &connection,
                "select name from sqlite_master where type = 'table'",
            );
            let rows = |table: &String| sqlite(&connection, &format!("select * from {table}"));
            tables
                .iter()
                .map(|table| (table.clone(), rows(table)))
                .collect()
        }
        None => {
            let client = postgres(database).await;
            let tables = "select table_name::text from information_schema.tables where table_schema = 'public'";
            let mut found = BTreeMap::new();
            for row in client.query(tables, &[]).await.unwrap() {
                let table: String = row.get(0);
                let rows = client
                    .query(&format!("select t::text from {table} t order by 1"), &[])
                    .await
                    .unwrap();
                found.insert(table, rows.iter().map(|row| row.get(0)).collect());
            }
            found
        }
    }
}

async fn postgres(database: &Database) -> tokio_postgres::Client {
    let (client, connection) = tokio_postgres::connect(database.url(), tokio_postgres::NoTls)
        .await
        .unwrap();
    tokio::spawn(connection);
    client
}

fn sqlite(connection: &rusqlite::Connection, text: &str) -> Vec<String> {
    let mut statement = connection.prepare(text).unwrap();
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        (0..columns)
            .map(|column| {
                let value: rusqlite::types::Value = row.get(column)?;
                Ok(match value {
                    rusqlite::types::Value::Text(text) => text,
                    other => format!("{other:?}"),
                })
            })
            .collect::<rusqlite::Result<Vec<String>>>()
    });
    rows.unwrap().map(|row| row.unwrap().join("|")).collect()
}

/// Who is written down as having taken part, as the table lies on the disk: with the transaction that wrote each on
/// PostgreSQL.
async fn participation(database: &Database) -> Vec<(String, String)> {
    match database.url().strip_prefix("sqlite:") {
        Some(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            let rows = sqlite(&connection, "select person from feedback_participation");
            rows.into_iter()
                .map(|person| (person, String::new()))
                .collect()
        }
        None => {
            let text = "select person, xmin::text from feedback_participation order by ctid";
            let rows = postgres(database).await.query(text, &[]).await.unwrap();
            rows.iter().map(|row| (row.get(0), row.get(1))).collect()
        }
    }
}

/// What is kept of the teachers' answers, as its text in the database.
async fn kept(database: &Database) -> String {
    let all = everything(database).await;
    all["feedback_gathered"].join("\n")
}

async fn gathered(database: &Database) -> Gathered {
    let text = match database.url().strip_prefix("sqlite:") {
        Some(path) => {
            let connection = rusqlite::Connection::open(path).unwrap();
            sqlite(
                &connection,
                "select json from feedback_gathered where audience = 'teachers'",
            )
            .remove(0)
        }
        None => {
            let text = "select json from feedback_gathered where audience = 'teachers'";
            postgres(database)
                .await
                .query_one(text, &[])
                .await
                .unwrap()
                .get(0)
        }
    };
    serde_json::from_str(&text).unwrap()
}

async fn a_copy_of_everything_before_and_after_answers_differs_in_counts_alone(database: Database) {
    let (district, teachers) = district(database).await;
    // Everybody has a session, drafts and a past; then ten answer.
    for teacher in &teachers {
        district.record.session_begin(*teacher).await.unwrap();
    }
    let before = everything(&district.database).await;
    for (number, teacher) in teachers.iter().enumerate().take(10) {
        give(&district.record, *teacher, number, answer(number))
            .await
            .unwrap();
    }
    let mut after = everything(&district.database).await;
    assert_eq!(after["feedback_gathered"].len(), 1);
    assert_eq!(after["feedback_participation"].len(), 10);
    for (table, rows) in &before {
        match table.as_str() {
            "feedback_gathered" | "feedback_participation" => assert!(rows.is_empty(), "{rows:?}"),
            // The district's count of batches moves on with every writing, whatever it was; it knows no time.
            "district" => assert_eq!((rows.len(), after["district"].len()), (1, 1)),
            _ => assert_eq!(Some(rows), after.remove(table).as_ref(), "{table}"),
        }
    }
}

async fn what_is_kept_does_not_depend_on_who_answered_when(database: Database) {
    let other = match database.url().starts_with("sqlite:") {
        true => Database::sqlite(),
        false => Database::postgres(),
    };
    let (first, people) = district(database).await;
    let (second, others) = district(other).await;
    let order: Vec<usize> = (0..TEACHERS).collect();
    let mixed: Vec<usize> = order.iter().map(|n| (n * 7 + 5) % TEACHERS).collect();
    assert_eq!(mixed.iter().collect::<BTreeSet<_>>().len(), TEACHERS);
    for (at, number) in order.iter().enumerate() {
        give(&first.record, people[at], *number, answer(*number))
            .await
            .unwrap();
    }
    // The same answers come from other people, in another order.
    for (at, number) in mixed.iter().enumerate() {
        give(
            &second.record,
            others[(at + 11) % TEACHERS],
            *number,
            answer(*number),
        )
        .await
        .unwrap();
    }
    assert_eq!(kept(&first.database).await, kept(&second.database).await);
    let gathered = gathered(&first.database).await;
    assert_eq!(gathered.answers, TEACHERS as u64);
    assert!(gathered.texts.is_sorted() && gathered.texts.len() == TEACHERS);
}

async fn participation_is_written_for_ten_at_once_in_the_order_of_their_ids(database: Database) {
    let (district, teachers) = district(database).await;
    let mut sizes = vec![];
    for (number, teacher) in teachers.iter().rev().enumerate() {
        give(&district.record, *teacher, number, answer(number))
            .await
            .unwrap();
        let rows = participation(&district.database).await;
        sizes.push(rows.len());
        // Where a table has an order at all, it is that of the ids within each ten, never that of the answers.
        for ten in rows.chunks(10) {
            assert!(ten.iter().map(|(person, _)| person).is_sorted(), "{ten:?}");
            assert!(
                ten.iter().all(|(_, transaction)| *transaction == ten[0].1),
                "{ten:?}"
            );
        }
        // Known all the same to this server, so that nobody answers twice.
        let again = give(&district.record, *teacher, 1000 + number, answer(number)).await;
        assert_eq!(again, Err(Fault::Refused(Refusal::FeedbackAnswered)));
    }
    let steps: BTreeSet<usize> = sizes.iter().copied().collect();
    assert_eq!(steps, BTreeSet::from([0, 10, 20]), "{sizes:?}");
    let actor = district.record.actor(teachers[0]).await.unwrap();
    assert!(
        district
            .record
            .has_given_feedback(&actor, &year(), ROUND)
            .await
            .unwrap()
    );
}

async fn no_row_holds_a_person_and_anything_of_an_answer(database: Database) {
    let (district, teachers) = district(database).await;
    for (number, teacher) in teachers.iter().enumerate() {
        give(&district.record, *teacher, number, answer(number))
            .await
            .unwrap();
    }
    let forms = gathered(&district.database).await.forms;
    for (table, rows) in everything(&district.database).await {
        for row in rows {
            let person = teachers.iter().any(|id| row.contains(&id.to_string()));
            let answer = row.contains("wants shorter letters")
                || forms.iter().any(|form| row.contains(form));
            assert!(!(person && answer), "{table}: {row}");
            assert!(!answer || table == "feedback_gathered", "{table}: {row}");
        }
    }
    // Nor is there a number in it that could be a time, nor a place for one beside who took part.
    let mut kept = kept(&district.database).await;
    for form in &forms {
        kept = kept.replace(form, "");
    }
    assert!(
        kept.split(|c: char| !c.is_ascii_digit())
            .all(|digits| digits.len() < 5),
        "{kept}"
    );
    let participation = everything(&district.database)
        .await
        .remove("feedback_participation")
        .unwrap();
    for row in participation {
        let fields: Vec<&str> = row.split(['|', ',']).collect();
        assert_eq!((fields.len(), fields[1]), (3, "2026-27.beginning"), "{row}");
    }
    // The tokens of forms are drawn, and what is kept of them leads back to none.
    assert!(
        forms
            .iter()
            .all(|form| form.len() == 32 && !form.contains("form")),
        "{forms:?}"
    );
}

async fn a_form_sent_many_times_at_once_counts_once(database: Database) {
    let (district, teachers) = district(database).await;
    let twin = district.another_server().await;
    let sent = (0..8).map(|n| {
        let record = if n % 2 == 0 { &district.record } else { &twin };
        give(record, teachers[0], 1, answer(3))
    });
    for given in join_all(sent).await {
        assert_eq!(given, Ok(()));
    }
    assert_eq!(gathered(&district.database).await.answers, 1);
}

async fn nobody_answers_twice_in_two_windows_of_the_browser(database: Database) {
    let (district, teachers) = district(database).await;
    let sent = (0..6).map(|form| give(&district.record, teachers[0], form, answer(form)));
    let given = join_all(sent).await;
    assert_eq!(
        given.iter().filter(|given| given.is_ok()).count(),
        1,
        "{given:?}"
    );
    assert!(
        given
            .iter()
            .filter(|given| given.is_err())
            .all(|given| *given == Err(Fault::Refused(Refusal::FeedbackAnswered)))
    );
    assert_eq!(gathered(&district.database).await.answers, 1);
}

async fn an_acknowledged_answer_outlives_the_server_and_its_form_does_not_count_again(
    database: Database,
) {
    let (district, teachers) = district(database).await;
    for (number, teacher) in teachers.iter().enumerate().take(3) {
        give(&district.record, *teacher, number, answer(number))
            .await
            .unwrap();
    }
    // The server is gone in an instant; another begins on the same database and knows nobody of the three.
    let after = district.another_server().await;
    assert_eq!(gathered(&district.database).await.answers, 3);
    give(&after, teachers[1], 1, answer(1)).await.unwrap();
    assert_eq!(gathered(&district.database).await.answers, 3);
    // Whoever sends an old form again is known from then on.
    assert_eq!(
        give(&after, teachers[1], 77, answer(1)).await,
        Err(Fault::Refused(Refusal::FeedbackAnswered))
    );
}

async fn nobody_reads_anything_while_the_round_is_open(database: Database) {
    let (district, teachers) = district(database).await;
    for (number, teacher) in teachers.iter().enumerate() {
        give(&district.record, *teacher, number, answer(number))
            .await
            .unwrap();
    }
    let admin = district.record.actor(district.administrator).await.unwrap();
    let texts = district
        .record
        .texts_to_screen(&admin, &year(), ROUND)
        .await;
    assert_eq!(
        texts,
        Err(Fault::Refused(Refusal::FeedbackNotClosed {
            date: date(2026, 10, 16)
        }))
    );
    assert_eq!(
        publish(&district, district.administrator, vec![]).await,
        Err(Fault::Refused(Refusal::FeedbackNotClosed {
            date: date(2026, 10, 16)
        }))
    );
    // After it, those who screen and nobody else.
    district.clock.move_to(at(CLOSED));
    let texts = district
        .record
        .texts_to_screen(&admin, &year(), ROUND)
        .await
        .unwrap();
    assert_eq!(texts[&Audience::Teachers].len(), TEACHERS);
    for family in ["Castellano", "Achterberg", "Okonkwo-Lane"] {
        let actor = district.actor(family).await;
        let texts = district
            .record
            .texts_to_screen(&actor, &year(), ROUND)
            .await;
        assert_eq!(texts, Err(Fault::Denied(Denied::NotAllowed)), "{family}");
    }
    district
        .grant(
            district.person("Okonkwo-Lane"),
            Office::PerformanceOffice,
            None,
        )
        .await;
    let office = district.actor("Okonkwo-Lane").await;
    assert_eq!(
        district
            .record
            .texts_to_screen(&office, &year(), ROUND)
            .await
            .unwrap(),
        texts
    );
}

async fn publish(district: &District, by: PersonId, screened: Vec<Screened>) -> Result<(), Fault> {
    let command = Command::Publish {
        year: year(),
        screened,
    };
    let stream = feedback::stream(&year(), ROUND);
    let order = Order::new(by, stream, domain::Command::Feedback(command)).seen(0);
    district.record.carry_out(order).await.map(drop)
}

async fn a_round_is_published_once_and_leaves_the_page_alone(database: Database) {
    let (district, teachers) = district(database).await;
    for (number, teacher) in teachers.iter().enumerate() {
        give(&district.record, *teacher, number, answer(number))
            .await
            .unwrap();
    }
    let forms = gathered(&district.database).await.forms;
    district.clock.move_to(at(CLOSED));
    let one = |place, verdict| Screened {
        audience: Audience::Teachers,
        place,
        verdict,
    };
    let screened = vec![
        one(0, Verdict::Show),
        one(1, Verdict::BlackOut(vec!["letters".into()])),
    ];
    let (first, second) = tokio::join!(
        publish(&district, district.administrator, screened.clone()),
        publish(&district, district.administrator, vec![]),
    );
    assert_eq!(
        [first, second].iter().filter(|done| done.is_ok()).count(),
        1
    );

    let reader = district.actor("Castellano").await;
    let (found, version) = district
        .record
        .feedback(&reader, &year(), ROUND)
        .await
        .unwrap();
    assert_eq!(version, 1);
    let page = found.published.unwrap();
    assert_eq!(page.sheets[0].answers, Some(TEACHERS as u64));
    assert_eq!(page.sheets[1].answers, None);
    let all = everything(&district.database).await;
    assert!(all["feedback_gathered"].is_empty() && all["feedback_participation"].is_empty());
    for (table, rows) in all {
        for row in rows {
            assert!(
                !row.contains("zz05") && !forms.iter().any(|form| row.contains(form)),
                "{table}: {row}"
            );
        }
    }
    // What was held back is in none of SQLite's files any more, and no log of it is left.
    if let Some(path) = district.database.url().strip_prefix("sqlite:") {
        for end in ["", "-wal"] {
            let bytes = std::fs::read(format!("{path}{end}")).unwrap_or_default();
            assert!(
                !bytes.windows(4).any(|window| window == b"zz05"),
                "{path}{end}"
            );
        }
    }
    assert_eq!(
        district.record.verify().await.unwrap().findings,
        Vec::<String>::new()
    );
    let late = publish(&district, district.administrator, vec![]).await;
    assert!(matches!(late, Err(Fault::Changed(_))), "{late:?}");
}

async fn outside_the_round_and_its_audience_nobody_answers(database: Database) {
    let (district, teachers) = district(database).await;
    let admin = give(&district.record, district.administrator, 1, answer(1)).await;
    assert_eq!(admin, Err(Fault::Denied(Denied::NotAllowed)));
    // Desmond evaluates: he is asked other questions.
    let evaluator = give(
        &district.record,
        district.person("Achterberg"),
        2,
        answer(1),
    )
    .await;
    assert_eq!(evaluator, Err(Fault::Refused(Refusal::QuestionUnanswered)));
    for day in [date(2026, 10, 2), CLOSED] {
        district.clock.move_to(at(day));
        let late = give(&district.record, teachers[0], 3, answer(1)).await;
        assert_eq!(late, Err(Fault::Refused(Refusal::FeedbackNotOpen)), "{day}");
    }
    // Nothing of it can be drafted.
    let actor = district.record.actor(teachers[0]).await.unwrap();
    let stream = feedback::stream(&year(), ROUND);
    let draft = district
        .record
        .save_draft(&actor, &stream, "text", 0, "A thought")
        .await;
    assert_eq!(draft, Err(Fault::Denied(Denied::NotKnown)));
}
