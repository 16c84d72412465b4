//! Questions: private to the asker and those who answer, one by one and in lists, whoever is named and away.

use crate::district::{District, at, new_id, order};
use access::{Action, Denied, may};
use domain::people::Office;
use domain::questions::contacts::{Command as Contact, Contacts};
use domain::questions::{self, Command as Question};
use domain::{Command, Kind, PersonId, Stream};
use jiff::civil::date;
use record::testing::Database;
use record::{Fault, Filter, Of};
use std::collections::BTreeSet;

crate::on_both_engines!(
    a_list_shows_the_questions_that_one_may_read_one_by_one,
    leaders_and_evaluators_learn_nothing_of_a_teachers_question,
    a_begun_question_is_its_authors_alone,
    whoever_is_named_elsewhere_is_named_here_at_once,
);

const PEOPLE: [&str; 8] = [
    "Okonkwo-Lane",
    "Achterberg",
    "Harrow",
    "Castellano",
    "Vo",
    "Lindqvist",
    "Nakamura",
    "Brand",
];

async fn ask(district: &District, who: &str, topic: &str) -> Stream {
    let stream = Stream::of(Kind::Question, new_id());
    let ask = Question::Ask {
        topic: topic.into(),
        page: None,
        text: "Where do the weights come from?".into(),
    };
    district
        .order(who, stream.clone(), Command::Question(ask))
        .await
        .unwrap();
    stream
}

async fn keep(district: &District, command: Contact) {
    let stream = Contacts::stream();
    order(
        &district.record,
        district.administrator,
        stream,
        Command::Contacts(command),
    )
    .await
    .unwrap();
}

/// Harrow is Larkspur's HR partner, Lindqvist the performance office, Vo is named for ratings at Larkspur.
async fn offices(district: &District) {
    let person = |family| district.person(family);
    let school = Some(district.larkspur);
    district
        .grant(person("Harrow"), Office::HrPartner, school)
        .await;
    district
        .grant(person("Lindqvist"), Office::PerformanceOffice, None)
        .await;
    let (topic, vo) = ("ratings".to_owned(), person("Vo"));
    keep(
        district,
        Contact::Name {
            topic,
            school,
            person: vo,
        },
    )
    .await;
    let (from, to) = (date(2026, 10, 20), date(2026, 10, 22));
    let (away, instead) = (vo, person("Brand"));
    keep(
        district,
        Contact::Cover {
            away,
            instead,
            from,
            to,
        },
    )
    .await;
}

async fn a_list_shows_the_questions_that_one_may_read_one_by_one(database: Database) {
    let district = District::new(database).await;
    offices(&district).await;
    let mut asked = vec![];
    for who in ["Castellano", "Nakamura", "Okonkwo-Lane"] {
        for topic in ["ratings", "status", "access", "other"] {
            asked.push(ask(&district, who, topic).await);
        }
    }
    let everybody: Vec<PersonId> = PEOPLE
        .iter()
        .map(|family| district.person(family))
        .chain([district.administrator])
        .collect();
    let mut shown = 0;
    for day in [date(2026, 10, 15), date(2026, 10, 21)] {
        district.clock.move_to(at(day));
        for person in &everybody {
            let actor = district.record.actor(*person).await.unwrap();
            let answering = district.record.answering(&actor).await.unwrap();
            let (page, _) = district
                .record
                .questions(&actor, &answering, &Filter::default())
                .await
                .unwrap();
            let listed: BTreeSet<Stream> = page.rows.into_iter().map(|row| row.stream).collect();
            let mut readable = BTreeSet::new();
            for stream in &asked {
                let subject = district.record.subject(stream).await.unwrap();
                if may(&actor, Action::ReadQuestion, &subject).is_allowed() {
                    readable.insert(stream.clone());
                }
            }
            assert_eq!(listed, readable, "{person} on {day}");
            shown += listed.len();
        }
    }
    assert!(shown > 30, "hardly anything was listed: {shown}");
    let brand = district.actor("Brand").await;
    let (page, _) = district
        .record
        .questions(
            &brand,
            &district.record.answering(&brand).await.unwrap(),
            &Filter::default(),
        )
        .await
        .unwrap();
    assert_eq!(
        page.count, 2,
        "stands in for Vo: two asked about ratings at Larkspur"
    );
    let report = district.record.verify().await.unwrap();
    assert_eq!(report.findings, Vec::<String>::new());
}

async fn leaders_and_evaluators_learn_nothing_of_a_teachers_question(database: Database) {
    let district = District::new(database).await;
    offices(&district).await;
    let asked = ask(&district, "Castellano", "status").await;
    let year = crate::district::year();
    let imani = district.person("Castellano");
    for who in ["Okonkwo-Lane", "Achterberg", "Lindqvist"] {
        let actor = district.actor(who).await;
        let denied = district.record.question(&actor, &asked).await;
        assert!(
            matches!(denied, Err(Fault::Denied(Denied::NotKnown))),
            "{who}: {denied:?}"
        );
        let thing = district
            .record
            .history(&actor, &Of::Thing(asked.clone()))
            .await;
        assert!(
            matches!(thing, Err(Fault::Denied(Denied::NotKnown))),
            "{who}"
        );
        let answer = Question::Answer {
            text: "I know.".into(),
        };
        let answered = district
            .order(who, asked.clone(), Command::Question(answer))
            .await;
        assert!(
            matches!(answered, Err(Fault::Denied(Denied::NotKnown))),
            "{who}"
        );
    }
    let ruth = district.actor("Okonkwo-Lane").await;
    let of_year = Of::Year(imani, year.clone());
    for line in district.record.history(&ruth, &of_year).await.unwrap() {
        assert_ne!(line.stream, asked);
    }
    let record = district
        .record
        .year_record(&ruth, imani, &year)
        .await
        .unwrap();
    assert!(!record.has(&asked));
    let records = access::scope(&ruth, access::List::Records).unwrap();
    let listed = district
        .record
        .list(&records, &Filter::default())
        .await
        .unwrap();
    assert!(listed.rows.iter().all(|row| row.stream != asked));
}

async fn a_begun_question_is_its_authors_alone(database: Database) {
    let district = District::new(database).await;
    offices(&district).await;
    let stream = Stream::of(Kind::Question, new_id());
    let (imani, harrow) = (
        district.actor("Castellano").await,
        district.actor("Harrow").await,
    );
    let save = district
        .record
        .save_draft(&imani, &stream, "text", 0, "Does a leave count?")
        .await;
    save.unwrap();
    assert!(
        district
            .record
            .drafts(&harrow, &stream)
            .await
            .unwrap()
            .is_empty()
    );
    let ask = Question::Ask {
        topic: "status".into(),
        page: Some("/my-year?words".into()),
        text: "Does a leave count?".into(),
    };
    district
        .order("Castellano", stream.clone(), Command::Question(ask))
        .await
        .unwrap();
    assert!(
        district
            .record
            .drafts(&imani, &stream)
            .await
            .unwrap()
            .is_empty()
    );
    let asked = district.record.question(&harrow, &stream).await.unwrap();
    assert_eq!(asked.question.page.as_deref(), Some("/my-year"));
    assert_eq!(asked.question.standing(), questions::Standing::Waiting);
    // Whoever answers drafts beside it, and nobody else does.
    district
        .record
        .save_draft(&harrow, &stream, "answer", 0, "Yes.")
        .await
        .unwrap();
    let ruth = district.actor("Okonkwo-Lane").await;
    let denied = district
        .record
        .save_draft(&ruth, &stream, "answer", 0, "No.")
        .await;
    assert!(matches!(denied, Err(Fault::Denied(Denied::NotKnown))));
}

async fn whoever_is_named_elsewhere_is_named_here_at_once(database: Database) {
    let district = District::new(database).await;
    offices(&district).await;
    let elsewhere = district.another_server().await;
    let year = crate::district::year();
    let larkspur = Some(district.larkspur);
    let answers = async |topic: &str| {
        let now = elsewhere.school_year(&year).await.unwrap();
        let answerers = elsewhere.answerers(&year, &now).await.unwrap();
        let found = answerers.answering.responsible(topic, larkspur).unwrap();
        answerers.names[&found.person].family.clone()
    };
    assert_eq!(answers("ratings").await, "Vo");
    assert_eq!(answers("status").await, "Harrow");
    // What was written about something else leaves it as it is.
    ask(&district, "Castellano", "status").await;
    assert_eq!(answers("ratings").await, "Vo");
    let named = Contact::Name {
        topic: "ratings".into(),
        school: larkspur,
        person: district.person("Brand"),
    };
    keep(&district, named).await;
    assert_eq!(answers("ratings").await, "Brand");
    // Somebody is given the office, and Vo's days away begin.
    let lee = district.person("Nakamura");
    district
        .grant(lee, Office::HrPartner, Some(district.larkspur))
        .await;
    let unnamed = Contact::Unname {
        topic: "ratings".into(),
        school: larkspur,
    };
    keep(&district, unnamed).await;
    assert_eq!(answers("ratings").await, "Lindqvist");
    let named = Contact::Name {
        topic: "ratings".into(),
        school: None,
        person: district.person("Vo"),
    };
    keep(&district, named).await;
    assert_eq!(answers("ratings").await, "Vo");
    district.clock.move_to(at(date(2026, 10, 21)));
    assert_eq!(answers("ratings").await, "Brand");
}
