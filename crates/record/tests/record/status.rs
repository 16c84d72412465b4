//! The status over the years on both engines: a file comes in once, who may read what it comes to, and what is stated.

use crate::district::{District, at, order, year};
use crate::on_both_engines;
use access::{Action, Denied, List, scope};
use domain::people::{Employment, Office, Service};
use domain::status::earlier::{Command as Earlier, File, Row};
use domain::status::{Command as Status, Standing};
use domain::{Command, Kind, Stream, YearId};
use jiff::civil::date;
use record::testing::Database;
use record::{Fault, Of, Read};

on_both_engines! {
    a_file_comes_in_once_and_whole,
    who_may_read_the_status_and_who_may_state_it,
    a_statement_is_shared_and_answered_and_the_history_keeps_it_from_the_evaluator,
    a_school_lists_the_standing_of_everybody_and_nobody_elses,
}

fn row(employee: &str, begins: i16, rating: &str) -> Row {
    Row {
        line: 2,
        employee: employee.into(),
        source_id: String::new(),
        year: YearId::beginning_in(begins),
        rating: Some(rating.into()),
        service: Service::Full,
        class: Some(Employment::NonProbationary),
        district: String::new(),
    }
}

fn file(rows: Vec<Row>) -> File {
    File {
        fingerprint: format!("f{}", rows.len()),
        name: "ratings.csv".into(),
        rows,
        ..File::default()
    }
}

/// Castellano (1004) has a low year behind her; Lindqvist is of the performance office, Vo a partner of Larkspur and
/// Brand of Elm Street.
async fn rated(database: Database) -> District {
    let district = District::new(database).await;
    district
        .grant(
            district.person("Lindqvist"),
            Office::PerformanceOffice,
            None,
        )
        .await;
    district
        .grant(
            district.person("Vo"),
            Office::HrPartner,
            Some(district.larkspur),
        )
        .await;
    let applied = apply(&district, "Lindqvist", two(), false).await;
    assert_eq!(applied.unwrap(), 2);
    district
}

fn two() -> File {
    file(vec![row("1004", 2024, "E"), row("1004", 2025, "A")])
}

/// How many events followed.
async fn apply(
    district: &District,
    who: &str,
    file: File,
    confirmed: bool,
) -> Result<usize, Fault> {
    let stream = file.stream();
    let command = Earlier::Apply {
        file: Box::new(file),
        confirmed,
    };
    let done = district
        .order(who, stream, Command::EarlierRatings(command))
        .await?;
    Ok(done.events.len())
}

fn of_castellano(district: &District) -> Stream {
    Stream::of_year(Kind::Status, district.person("Castellano"), &year())
}

async fn state(district: &District, who: &str) -> Result<(), Fault> {
    let command = Status::State {
        teacher: district.person("Castellano"),
        year: year(),
        note: "Please ask me.".into(),
    };
    let stream = of_castellano(district);
    district
        .order(who, stream, Command::Status(command))
        .await
        .map(drop)
}

async fn a_file_comes_in_once_and_whole(database: Database) {
    let district = rated(database).await;
    assert_eq!(
        apply(&district, "Lindqvist", two(), false).await.unwrap(),
        0
    );
    for who in ["Castellano", "Achterberg", "Okonkwo-Lane", "Vo"] {
        let denied = apply(&district, who, two(), false).await.unwrap_err();
        assert_eq!(denied, Fault::Denied(Denied::NotKnown), "{who}");
    }
    // One stranger among them, and nothing of the file is taken over.
    let wrong = file(vec![
        row("1005", 2024, "E"),
        row("1005", 2025, "E"),
        row("9999", 2025, "E"),
    ]);
    let office = district.actor("Lindqvist").await;
    let plan = district.record.earlier_plan(&office, &wrong).await.unwrap();
    assert_eq!((plan.counts.added, plan.problems.errors), (2, 1));
    assert!(matches!(
        apply(&district, "Lindqvist", wrong, true).await,
        Err(Fault::Refused(_))
    ));
    let vo = district.person("Vo");
    let course = district.record.course(&office, vo, &year()).await.unwrap();
    assert_eq!(course.years, []);
    // Another rating than before must be meant.
    let other = || file(vec![row("1004", 2025, "E")]);
    assert!(matches!(
        apply(&district, "Lindqvist", other(), false).await,
        Err(Fault::Refused(_))
    ));
    assert_eq!(
        apply(&district, "Lindqvist", other(), true).await.unwrap(),
        2
    );
    let last = district
        .record
        .earlier_last(&office)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(last.by, district.person("Lindqvist"));
    assert!(district.record.verify().await.unwrap().is_sound());
}

async fn who_may_read_the_status_and_who_may_state_it(database: Database) {
    let district = rated(database).await;
    let teacher = district.person("Castellano");
    for who in ["Castellano", "Okonkwo-Lane", "Vo", "Lindqvist"] {
        let actor = district.actor(who).await;
        let course = district.record.course(&actor, teacher, &year()).await;
        let trace = course
            .unwrap()
            .trace(crate::district::pack().pack().unwrap());
        let since = YearId::beginning_in(2025);
        assert_eq!(trace.standing, Standing::AtRisk { since, left: 1 }, "{who}");
    }
    for (who, denied) in [
        ("Achterberg", Denied::NotAllowed),
        ("Harrow", Denied::NotKnown),
        ("Nakamura", Denied::NotKnown),
        ("Brand", Denied::NotKnown),
    ] {
        let actor = district.actor(who).await;
        let fault = district.record.course(&actor, teacher, &year()).await;
        assert_eq!(fault.unwrap_err(), Fault::Denied(denied), "{who}");
    }
    let own = district.actor("Castellano").await;
    let receipts = district
        .record
        .receipts(&own, teacher, &year())
        .await
        .unwrap();
    let mut looked: Vec<_> = receipts.iter().map(|it| (it.reader, it.thing)).collect();
    let mut expected = ["Okonkwo-Lane", "Vo", "Lindqvist"]
        .map(|who| (district.person(who), Read::Status))
        .to_vec();
    looked.sort();
    expected.sort();
    assert_eq!(looked, expected);
    for who in ["Castellano", "Okonkwo-Lane", "Achterberg"] {
        assert!(matches!(state(&district, who).await, Err(Fault::Denied(_))));
    }
    state(&district, "Vo").await.unwrap();
    let course = district
        .record
        .course(&own, teacher, &year())
        .await
        .unwrap();
    let may = async |who: &str, action| {
        let actor = district.actor(who).await;
        district
            .record
            .may_status(&actor, action, &course)
            .await
            .unwrap()
    };
    assert!(
        may("Vo", Action::StateStatus).await && !may("Okonkwo-Lane", Action::StateStatus).await
    );
}

async fn a_statement_is_shared_and_answered_and_the_history_keeps_it_from_the_evaluator(
    database: Database,
) {
    let district = rated(database).await;
    state(&district, "Lindqvist").await.unwrap();
    let stream = of_castellano(&district);
    let answer = Command::Status(Status::Answer {
        text: "I was on leave from March on.".into(),
    });
    district
        .order("Castellano", stream.clone(), answer)
        .await
        .unwrap();
    let teacher = district.person("Castellano");
    let lines = async |who: &str| {
        let of = Of::Year(teacher, year());
        let lines = district
            .record
            .history(&district.actor(who).await, &of)
            .await;
        let types = lines.unwrap().into_iter().map(|line| line.event_type);
        types.collect::<Vec<_>>()
    };
    let both = ["status.stated", "status.answered"];
    assert_eq!(lines("Castellano").await, both);
    assert_eq!(lines("Okonkwo-Lane").await, both);
    assert!(lines("Achterberg").await.is_empty());
    let thing = Of::Thing(stream);
    let office = district.actor("Lindqvist").await;
    assert_eq!(
        district
            .record
            .history(&office, &thing)
            .await
            .unwrap()
            .len(),
        2
    );
    let evaluator = district.actor("Achterberg").await;
    assert!(district.record.history(&evaluator, &thing).await.is_err());
    assert!(district.record.verify().await.unwrap().is_sound());
}

async fn a_school_lists_the_standing_of_everybody_and_nobody_elses(database: Database) {
    let district = rated(database).await;
    let listed = async |who: &str| {
        let actor = district.actor(who).await;
        let scope = scope(&actor, List::Status(district.larkspur))?;
        let courses = district.record.courses(&scope, &year()).await.unwrap();
        Some(
            courses
                .into_iter()
                .map(|course| course.teacher)
                .collect::<Vec<_>>(),
        )
    };
    let mut all = ["Castellano", "Vo", "Lindqvist"]
        .map(|who| district.person(who))
        .to_vec();
    all.sort();
    assert_eq!(listed("Okonkwo-Lane").await.unwrap(), all);
    // Nobody is on their own list.
    all.retain(|who| *who != district.person("Vo"));
    assert_eq!(listed("Vo").await.unwrap(), all);
    for who in ["Achterberg", "Castellano", "Brand"] {
        assert_eq!(listed(who).await, None, "{who}");
    }
    let administrator = district.record.actor(district.administrator).await.unwrap();
    assert_eq!(scope(&administrator, List::Status(district.larkspur)), None);
    // Another list's scope opens nothing here.
    let roster = scope(&administrator, List::Roster).unwrap();
    assert!(district.record.courses(&roster, &year()).await.is_err());
    // Rights end with the grant.
    let end = domain::people::Command::EndGrant {
        office: Office::HrPartner,
        school: Some(district.larkspur),
        reason: "Moved".into(),
    };
    let vo = Stream::of(Kind::Person, district.person("Vo"));
    order(
        &district.record,
        district.administrator,
        vo,
        Command::Person(end),
    )
    .await
    .unwrap();
    district.clock.move_to(at(date(2026, 10, 16)));
    assert_eq!(listed("Vo").await, None);
}
