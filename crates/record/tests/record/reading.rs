//! Reading: lists are exactly what `access` allows one by one, receipts, history, and who may read what.

use crate::district::{District, at, order, year};
use crate::on_both_engines;
use access::{Action, Denied, List, may, scope};
use domain::observations::Command as Observation;
use domain::people::Office;
use domain::{Command, Kind, PersonId, Stream};
use jiff::civil::date;
use record::testing::Database;
use record::{Fault, Filter, ListOrder, Listed, Of, Read};

on_both_engines! {
    a_list_is_what_may_allows_one_by_one,
    a_list_is_paged_searched_and_sorted,
    a_reader_who_is_no_party_leaves_a_receipt,
    the_history_says_who_did_what,
    the_people_room_needs_the_rosters_scope,
    counts_are_by_school_and_never_rows,
    a_school_year_is_read_anew_when_it_changed,
}

/// Larkspur's teachers with an observation each, and one at Elm Street.
async fn observed(database: Database) -> District {
    let district = District::new(database).await;
    for (evaluator, teacher) in [
        ("Achterberg", "Castellano"),
        ("Achterberg", "Vo"),
        ("Harrow", "Lindqvist"),
        ("Harrow", "Nakamura"),
    ] {
        let (stream, share) = district.observation(teacher);
        district.order(evaluator, stream, share).await.unwrap();
    }
    district
}

async fn all(district: &District, scope: &access::Scope, filter: Filter) -> Vec<Listed> {
    let (mut rows, mut filter) = (
        vec![],
        Filter {
            limit: Some(2),
            ..filter
        },
    );
    loop {
        let page = district.record.list(scope, &filter).await.unwrap();
        rows.extend(page.rows);
        match page.next {
            Some(key) => filter.after = Some(key),
            None => {
                assert_eq!(page.count, rows.len() as u64);
                return rows;
            }
        }
    }
}

async fn a_list_is_what_may_allows_one_by_one(database: Database) {
    let district = observed(database).await;
    let administrator = district.record.actor(district.administrator).await.unwrap();
    let roster = scope(&administrator, List::Roster).unwrap();
    let people = all(
        &district,
        &roster,
        Filter {
            kind: Some(Kind::Person),
            ..Filter::default()
        },
    )
    .await;
    assert_eq!(people.len(), 9);
    let mut streams: Vec<Stream> = people.into_iter().map(|row| row.stream).collect();
    for leader in ["Okonkwo-Lane", "Brand"] {
        let leader = district.actor(leader).await;
        let own = scope(&leader, List::School).unwrap();
        streams.extend(
            all(
                &district,
                &own,
                Filter {
                    kind: Some(Kind::Observation),
                    ..Filter::default()
                },
            )
            .await
            .into_iter()
            .map(|row| row.stream),
        );
    }
    assert_eq!(streams.len(), 13);
    for day in [date(2026, 7, 31), date(2026, 10, 15)] {
        district.clock.move_to(at(day));
        let families = [
            "Okonkwo-Lane",
            "Achterberg",
            "Harrow",
            "Castellano",
            "Vo",
            "Lindqvist",
            "Nakamura",
            "Brand",
        ];
        for person in families
            .map(|family| district.person(family))
            .into_iter()
            .chain([district.administrator])
        {
            let actor = district.record.actor(person).await.unwrap();
            let Some(records) = scope(&actor, List::Records) else {
                continue;
            };
            let mut listed: Vec<Stream> = all(&district, &records, Filter::default())
                .await
                .into_iter()
                .map(|row| row.stream)
                .collect();
            let mut allowed = vec![];
            for stream in &streams {
                let subject = district.record.subject(stream).await.unwrap();
                if may(&actor, Action::ReadRecord, &subject).is_allowed() {
                    allowed.push(stream.clone());
                }
            }
            listed.sort();
            allowed.sort();
            assert_eq!(listed, allowed, "{person} on {day}");
        }
    }
}

async fn a_list_is_paged_searched_and_sorted(database: Database) {
    let district = observed(database).await;
    let leader = district.actor("Okonkwo-Lane").await;
    let school = scope(&leader, List::School).unwrap();
    let titles = |rows: Vec<Listed>| {
        rows.into_iter()
            .map(|row| row.summary.sort)
            .collect::<Vec<_>>()
    };
    let teachers = Filter {
        kind: Some(Kind::Person),
        word: Some("teacher".into()),
        open: Some(true),
        ..Filter::default()
    };
    let up = titles(all(&district, &school, teachers.clone()).await);
    assert_eq!(up.len(), 3);
    assert!(up.is_sorted());
    let mut down = titles(
        all(
            &district,
            &school,
            Filter {
                order: ListOrder::Down,
                ..teachers.clone()
            },
        )
        .await,
    );
    down.reverse();
    assert_eq!(up, down);
    let search = async |words: &str| {
        all(
            &district,
            &school,
            Filter {
                search: words.into(),
                ..teachers.clone()
            },
        )
        .await
        .len()
    };
    assert_eq!(search("CASTEL imani").await, 1);
    assert_eq!(search("%").await, 0);
    assert_eq!(search("_").await, 0);
    assert_eq!(
        search("Nakamura").await,
        0,
        "another school's teacher was found"
    );
    let caseload = district.actor("Achterberg").await;
    let own = scope(&caseload, List::Caseload).unwrap();
    let mine = all(
        &district,
        &own,
        Filter {
            kind: Some(Kind::Observation),
            year: Some(year()),
            ..Filter::default()
        },
    )
    .await;
    assert_eq!(mine.len(), 2);
    assert_eq!(mine[0].summary.word, "short");
    let years = district.record.year_records(&own, &year()).await.unwrap();
    assert_eq!(
        years
            .iter()
            .map(|record| record.observations.len())
            .collect::<Vec<_>>(),
        [1, 1]
    );
}

async fn a_reader_who_is_no_party_leaves_a_receipt(database: Database) {
    let district = observed(database).await;
    let (record, teacher) = (&district.record, district.actor("Castellano").await);
    for reader in ["Castellano", "Achterberg", "Okonkwo-Lane", "Okonkwo-Lane"] {
        record
            .year_record(&district.actor(reader).await, teacher.person, &year())
            .await
            .unwrap();
    }
    for stranger in ["Harrow", "Vo", "Brand"] {
        let fault = record
            .year_record(&district.actor(stranger).await, teacher.person, &year())
            .await
            .unwrap_err();
        assert_eq!(fault, Fault::Denied(Denied::NotKnown), "{stranger}");
    }
    let seen = async || {
        record
            .receipts(&teacher, teacher.person, &year())
            .await
            .unwrap()
    };
    let receipts = seen().await;
    assert_eq!(receipts.len(), 1, "{receipts:?}");
    assert_eq!(
        (receipts[0].reader, receipts[0].thing),
        (district.person("Okonkwo-Lane"), Read::Record)
    );
    district.clock.move_to(at(date(2026, 10, 16)));
    record
        .year_record(
            &district.actor("Okonkwo-Lane").await,
            teacher.person,
            &year(),
        )
        .await
        .unwrap();
    assert_eq!(seen().await.len(), 2);
    for other in ["Okonkwo-Lane", "Achterberg"] {
        let other = district.actor(other).await;
        let fault = record
            .receipts(&other, teacher.person, &year())
            .await
            .unwrap_err();
        assert_eq!(fault, Fault::Denied(Denied::NotAllowed));
    }
}

async fn the_history_says_who_did_what(database: Database) {
    let district = District::new(database).await;
    let (record, teacher) = (&district.record, district.actor("Castellano").await);
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
    for of in [Of::Thing(stream.clone()), Of::Year(teacher.person, year())] {
        let lines = record.history(&teacher, &of).await.unwrap();
        let said: Vec<_> = lines
            .iter()
            .map(|line| (line.actor, line.event_type.as_str(), line.version))
            .collect();
        let achterberg = district.person("Achterberg");
        assert_eq!(
            said,
            [
                (achterberg, "observation.shared", 1),
                (teacher.person, "observation.answered", 2)
            ]
        );
        assert!(lines[0].event.is_some());
        let stranger = district.actor("Vo").await;
        assert_eq!(
            record.history(&stranger, &of).await.unwrap_err(),
            Fault::Denied(Denied::NotKnown)
        );
    }
    record
        .history(&district.actor("Okonkwo-Lane").await, &Of::Thing(stream))
        .await
        .unwrap();
    let receipts = record
        .receipts(&teacher, teacher.person, &year())
        .await
        .unwrap();
    assert_eq!(
        receipts
            .iter()
            .map(|receipt| receipt.thing)
            .collect::<Vec<_>>(),
        [Read::History]
    );
    let own = Of::Thing(Stream::of(Kind::Person, teacher.person));
    assert!(record.history(&teacher, &own).await.is_ok());
    assert!(
        record
            .history(&district.actor("Vo").await, &own)
            .await
            .is_err()
    );
    let unknown = Of::Thing(district.observation("Castellano").0);
    assert_eq!(
        record.history(&teacher, &unknown).await.unwrap_err(),
        Fault::Denied(Denied::NotKnown)
    );
}

async fn the_people_room_needs_the_rosters_scope(database: Database) {
    let district = District::new(database).await;
    let (record, administrator) = (
        &district.record,
        district.record.actor(district.administrator).await.unwrap(),
    );
    let leader = district.actor("Okonkwo-Lane").await;
    let school = scope(&leader, List::School).unwrap();
    assert_eq!(
        record.directory(&school).await.unwrap_err(),
        Fault::Denied(Denied::NotKnown)
    );
    let castellano = district.person("Castellano");
    let reads = async |family| {
        record
            .person(&district.actor(family).await, castellano)
            .await
            .is_ok()
    };
    assert!(reads("Castellano").await && reads("Achterberg").await && reads("Okonkwo-Lane").await);
    assert!(!reads("Vo").await && !reads("Brand").await);
    assert!(record.person(&administrator, castellano).await.is_ok());
    let names = record
        .names([castellano, PersonId(uuid::Uuid::nil())])
        .await
        .unwrap();
    assert_eq!(names.len(), 1);
    assert_eq!(names[&castellano].full(), "Imani Castellano");
    assert_eq!(
        record.schools().await.unwrap()[&district.larkspur]
            .particulars
            .name,
        "Larkspur Elementary"
    );
}

async fn counts_are_by_school_and_never_rows(database: Database) {
    let district = observed(database).await;
    let partner = district.person("Harrow");
    district
        .grant(partner, Office::HrPartner, Some(district.larkspur))
        .await;
    let actor = district.record.actor(partner).await.unwrap();
    let counts = scope(&actor, List::Counts).unwrap();
    let observations = Filter {
        kind: Some(Kind::Observation),
        year: Some(year()),
        ..Filter::default()
    };
    let found = district
        .record
        .counts(&counts, &observations)
        .await
        .unwrap();
    assert_eq!(
        found
            .iter()
            .map(|count| (count.school, count.teachers))
            .collect::<Vec<_>>(),
        [(district.larkspur, 3)]
    );
    assert_eq!(
        district
            .record
            .list(&counts, &observations)
            .await
            .unwrap_err(),
        Fault::Denied(Denied::NotKnown)
    );
    let records = scope(&actor, List::Records).unwrap();
    assert!(
        district
            .record
            .counts(&records, &observations)
            .await
            .is_err()
    );
}

async fn a_school_year_is_read_anew_when_it_changed(database: Database) {
    let district = District::new(database).await;
    let second = district.another_server().await;
    assert_eq!(second.school_year(&year()).await.unwrap().version, 2);
    let calendar = domain::calendar::Calendar {
        first: date(2026, 8, 25),
        last: date(2027, 6, 4),
        days_off: vec![],
    };
    let days = domain::school_year::Command::EnterDays {
        year: year(),
        calendar,
    };
    let stream = Stream::of(Kind::SchoolYear, year());
    order(
        &district.record,
        district.administrator,
        stream,
        Command::SchoolYear(days),
    )
    .await
    .unwrap();
    let found = second.school_year(&year()).await.unwrap();
    assert_eq!(
        (found.version, found.year.calendar.as_ref().unwrap().first),
        (3, date(2026, 8, 25))
    );
    assert!(found.year.pack().is_some());
    assert_eq!(second.school_years().await.unwrap(), [year()]);
    assert_eq!(
        second.school_year(&year().before()).await.unwrap().version,
        0
    );
}
