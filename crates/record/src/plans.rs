//! Runs every statement of the house on both engines and reads their plans: what is keyed must go by an index and use
//! more of it than the district.

use crate::engine::{Reach, Statement, Tx, Value};
use crate::testing::Database;
use crate::{Clock, Record, lists, sql};
use jiff::civil::date;
use std::collections::BTreeMap;

/// Tables with one row, or few, and no key but the district.
const SMALL: [&str; 2] = ["district", "schema_step"];

async fn open(database: &Database) -> (Record, Tx) {
    let record = Record::open(database.url(), Clock::system()).await.unwrap();
    let tx = record.lease().await.unwrap();
    (record, tx)
}

fn statements() -> Vec<(String, Reach, String, String)> {
    let texts = |name: String, it: &Statement| {
        (
            name,
            it.reach,
            it.for_sqlite().to_owned(),
            it.for_postgres().to_owned(),
        )
    };
    let fixed = sql::all()
        .into_iter()
        .map(|(room, it)| texts(format!("{room}.{}", it.name), it));
    let lists = lists::examples(date(2026, 10, 15))
        .into_iter()
        .map(|(it, _)| texts(format!("lists.{}", it.name), &it));
    fixed.chain(lists).collect()
}

#[tokio::test]
async fn sqlite_finds_what_is_keyed_by_an_index() {
    let database = Database::sqlite();
    let (_record, tx) = open(&database).await;
    let mut wrong = vec![];
    for (name, reach, text, _) in statements() {
        let Tx::Sqlite(lease) = &tx else {
            panic!("not SQLite")
        };
        let bound = (1..)
            .take_while(|number| text.contains(&format!("?{number}")))
            .count();
        let rows = lease
            .rows(
                &format!("explain query plan {text}"),
                &vec![Value::Null; bound],
            )
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        for row in rows.iter().filter(|_| reach == Reach::Keyed) {
            let step = row.text(3).unwrap();
            let small = SMALL
                .iter()
                .any(|table| step.starts_with(&format!("SEARCH {table} ")));
            let whole = step.starts_with("SCAN")
                && !step.starts_with("SCAN CONSTANT")
                && !step.contains("VIRTUAL TABLE INDEX")
                && !step.contains("(subquery");
            let barely = step.starts_with("SEARCH") && !small && step.ends_with("(district=?)");
            if whole || barely {
                wrong.push(format!("{name}: {step}\n    {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn postgres_finds_what_is_keyed_by_an_index() {
    let database = Database::postgres();
    let (_record, tx) = open(&database).await;
    drop(tx);
    let (client, connection) = tokio_postgres::connect(database.url(), tokio_postgres::NoTls)
        .await
        .unwrap();
    tokio::spawn(connection);
    fill(&client).await;
    let mut wrong = vec![];
    for (name, reach, _, text) in statements() {
        let prepared = client
            .prepare(&text)
            .await
            .unwrap_or_else(|error| panic!("{name}: {error:?}\n    {text}"));
        let values: Vec<Value> = prepared.params().iter().map(example).collect();
        let values: Vec<&(dyn tokio_postgres::types::ToSql + Sync)> =
            values.iter().map(|value| value as _).collect();
        let plan = client
            .query(&format!("explain {text}"), &values)
            .await
            .unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let plan: Vec<String> = plan.iter().map(|row| row.get::<_, String>(0)).collect();
        for (line, step) in plan.iter().enumerate().filter(|_| reach == Reach::Keyed) {
            let small = SMALL
                .iter()
                .any(|table| step.contains(&format!(" on {table} ")));
            let barely = step.trim_start().starts_with("Index Cond: (district = ")
                && !step.contains(" AND ")
                && !SMALL
                    .iter()
                    .any(|table| plan[line - 1].contains(&format!(" on {table} ")));
            if step.contains("Seq Scan") && !small || barely {
                wrong.push(format!("{name}: {}\n    {text}", plan.join("\n    ")));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Some thousand rows in every table, so that the planner has something to choose by.
async fn fill(client: &tokio_postgres::Client) {
    let columns = "select table_name::text, column_name::text, data_type::text from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' order by table_name, ordinal_position";
    let mut tables: BTreeMap<String, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for row in client.query(columns, &[]).await.unwrap() {
        let (table, column, of): (String, String, String) = (row.get(0), row.get(1), row.get(2));
        let value = match (column.as_str(), of.as_str()) {
            ("district" | "stream_version", _) => "1".to_owned(),
            ("sent_at" | "failed_at", _) => "case when i % 50 = 0 then null else i end".to_owned(),
            ("kind", _) => "(array['person', 'school', 'observation', 'rating', 'evaluates', 'teaches_at'])[1 + i % 6]".to_owned(),
            ("teacher" | "owner" | "author" | "holder" | "other" | "person", _) => "md5((i % 600)::text)".to_owned(),
            (_, "bigint") => "i".to_owned(),
            (_, "bytea") => "decode(md5(i::text), 'hex')".to_owned(),
            _ => "md5(i::text)".to_owned(),
        };
        let (columns, values) = tables.entry(table).or_default();
        columns.push(column);
        values.push(value);
    }
    for (table, (columns, values)) in tables
        .iter()
        .filter(|(table, _)| !SMALL.contains(&table.as_str()))
    {
        let text = format!(
            "insert into {table} ({}) select {} from generate_series(1, 6000) i on conflict do nothing",
            columns.join(", "),
            values.join(", ")
        );
        client.batch_execute(&text).await.unwrap();
    }
    client.batch_execute("analyze").await.unwrap();
}

fn example(of: &tokio_postgres::types::Type) -> Value {
    use tokio_postgres::types::Type;
    match *of {
        Type::INT8 | Type::INT4 => Value::Int(1),
        Type::BYTEA => Value::Bytes(vec![1]),
        // md5 of 1
        _ => Value::Text("c4ca4238a0b923820dcc509a6f75849b".to_owned()),
    }
}
