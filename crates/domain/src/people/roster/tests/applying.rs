use super::*;
use crate::people::Relation;

fn district() -> RosterFile {
    file()
        .teacher("1", "Ruth Okonkwo-Lane", "larkspur")
        .teacher("2", "Desmond Achterberg", "larkspur")
        .teacher("3", "Imani Castellano", "larkspur")
        .teacher("4", "Marcus Bell", "larkspur")
        .teacher("5", "Joy Nakamura", "elm")
        .titled("u1", "Principal")
        .titled("u2", "Assistant Principal")
        .evaluator("u3", "u2", "larkspur")
        .evaluator("u4", "u2", "larkspur")
        .principals()
}

impl RosterFile {
    fn principals(mut self) -> Self {
        self.roles
            .rows
            .iter_mut()
            .filter(|row| ["u1", "u2"].contains(&row.record.as_str()))
            .for_each(|row| row.role = "principal".into());
        self
    }
}

fn evaluators(directory: &Directory, teacher: &str, day: Date) -> Vec<String> {
    let name = |id| directory.person(id).unwrap().particulars.name.full();
    named(directory, teacher)
        .evaluators_on(day)
        .map(|one| name(one.evaluator))
        .collect()
}

#[test]
fn an_import_is_one_transaction_with_its_own_entry() {
    let events = apply(&district(), &Directory::default(), TODAY).unwrap();
    let last = events.last().unwrap();
    assert_eq!(last.stream, district().stream());
    let thing::Event::Roster(Event::Applied(applied)) = &last.event else {
        panic!("{last:?}")
    };
    assert_eq!(
        (
            applied.counts.added,
            applied.counts.schools,
            applied.counts.assigned
        ),
        (5, 3, 2)
    );
    assert!(!applied.delta && applied.on == TODAY);
}

#[test]
fn the_same_file_again_is_nothing_to_apply() {
    let first = after(&district(), &Directory::default(), TODAY);
    assert_eq!(apply(&district(), &first, TODAY), Ok(vec![]));
    assert_eq!(apply(&district(), &first, LATER), Ok(vec![]));
}

#[test]
fn nothing_is_applied_while_an_error_stands() {
    let broken = district().role("r9", "u3", "teacher", "nowhere");
    assert_eq!(
        apply(&broken, &Directory::default(), TODAY),
        Err(Refusal::RosterHasErrors { errors: 1 })
    );
}

#[test]
fn a_file_is_applied_under_its_own_name_alone() {
    let (directory, file) = (Directory::default(), district());
    let command = Command::Apply {
        file: Box::new(file),
        confirmed_removals: false,
    };
    let other = Stream::of(Kind::Roster, "another");
    let refused = Roster::default().decide(&other, command, &context(&directory, TODAY));
    assert_eq!(refused, Err(Refusal::NoSuchThing));
}

#[test]
fn more_than_a_quarter_gone_must_be_confirmed() {
    let first = after(&district(), &Directory::default(), TODAY);
    let cut = district().without("u4").without("u5");
    let mut cut = RosterFile {
        assignments: None,
        ..cut
    };
    assert_eq!(
        apply(&cut, &first, LATER),
        Err(Refusal::RosterTooManyEnded { ended: 2, of: 5 })
    );
    let confirmed = Command::Apply {
        file: Box::new(cut.clone()),
        confirmed_removals: true,
    };
    assert!(
        !Roster::default()
            .decide(&cut.stream(), confirmed, &context(&first, LATER))
            .unwrap()
            .is_empty()
    );
    // One of five is a fifth.
    cut = RosterFile {
        assignments: None,
        ..district().without("u5")
    };
    assert!(apply(&cut, &first, LATER).is_ok());
}

#[test]
fn posts_follow_role_and_job_title() {
    for (role, title, expected) in [
        ("teacher", "Teacher", Post::Teacher),
        ("teacher", "Principal", Post::Teacher),
        ("principal", "Principal", Post::SchoolLeader),
        ("principal", " principal ", Post::SchoolLeader),
        ("principal", "Assistant Principal", Post::Other),
        ("principal", "", Post::Other),
        ("administrator", "Principal", Post::SchoolLeader),
        ("siteAdministrator", "Principal", Post::Other),
        ("districtAdministrator", "Superintendent", Post::Other),
        ("systemAdministrator", "", Post::Other),
        ("ext:coach", "Principal", Post::Other),
    ] {
        assert_eq!(post(role, title), expected, "{role}, {title}");
    }
    let first = after(&district(), &Directory::default(), TODAY);
    let leads = |name: &str| {
        named(&first, name)
            .posts_on(TODAY)
            .any(|post| post.post == Post::SchoolLeader)
    };
    assert!(leads("Ruth Okonkwo-Lane") && !leads("Desmond Achterberg"));
}

#[test]
fn a_promotion_in_hr_alone_changes_the_post() {
    let first = after(&district(), &Directory::default(), TODAY);
    let hr = RosterFile {
        fingerprint: "h".repeat(64),
        ..RosterFile::default()
    }
    .titled("u2", "Principal");
    let second = after(&hr, &first, LATER);
    assert!(
        named(&second, "Desmond Achterberg")
            .posts_on(LATER)
            .any(|post| post.post == Post::SchoolLeader)
    );
}

#[test]
fn whoever_leaves_loses_access_on_the_day_and_returns_with_the_record() {
    let first = after(&district(), &Directory::default(), TODAY);
    let gone = after(
        &RosterFile {
            assignments: None,
            ..district().without("u4")
        },
        &first,
        LATER,
    );
    let marcus = named(&gone, "Marcus Bell");
    assert_eq!(marcus.ended, Some(LATER));
    assert!(!marcus.has_access(LATER) && !marcus.is_teacher_on(LATER));
    assert!(evaluators(&gone, "Marcus Bell", LATER).is_empty());
    let back = plan(&district(), &gone, date(2027, 2, 1));
    assert_eq!((back.returned.len(), back.added.len()), (1, 0));
    assert_eq!(
        evaluators(&back.after, "Marcus Bell", date(2027, 2, 1)),
        ["Desmond Achterberg"]
    );
}

#[test]
fn an_evaluator_who_leaves_evaluates_nobody() {
    let first = after(&district(), &Directory::default(), TODAY);
    let gone = after(
        &RosterFile {
            assignments: None,
            ..district().without("u2")
        },
        &first,
        LATER,
    );
    assert!(evaluators(&gone, "Imani Castellano", LATER).is_empty());
    assert_eq!(
        evaluators(&gone, "Imani Castellano", date(2026, 9, 1)),
        ["Desmond Achterberg"]
    );
    // The HR file is older than the roster: its rows are told, and nothing is applied of them.
    let stale = plan(&district().without("u2"), &gone, LATER);
    assert!(stale.changes_nothing(), "{:?}", stale.events);
}

#[test]
fn a_teacher_who_moves_ends_with_the_old_school_and_its_evaluator() {
    let first = after(&district(), &Directory::default(), TODAY);
    let mut moved = RosterFile {
        assignments: None,
        ..district()
    };
    moved.row("u3").home = Said::This("elm".into());
    let role = moved
        .roles
        .rows
        .iter_mut()
        .find(|row| row.record == "u3")
        .unwrap();
    role.ends = Some(date(2026, 12, 18));
    let mut moved = moved.role("r3b", "u3", "teacher", "elm");
    moved.roles.rows.last_mut().unwrap().begins = Some(date(2027, 1, 4));
    let second = plan(&moved, &first, LATER);
    let change = &second.changed[0];
    assert!(
        change
            .changes
            .iter()
            .any(|one| one.field == ParticularsField::HomeSchool)
    );
    let imani = named(&second.after, "Imani Castellano");
    assert_eq!(imani.evaluators[0].ends, Some(date(2026, 12, 18)));
    assert_eq!(imani.teaches_at(LATER).count(), 1);
}

#[test]
fn the_file_never_takes_back_what_was_done_by_hand() {
    let first = after(&district(), &Directory::default(), TODAY);
    let id = |name: &str| named(&first, name).id.unwrap();
    let school = named(&first, "Imani Castellano")
        .particulars
        .home_school
        .unwrap();
    let october = date(2026, 10, 5);
    let by_hand = PersonCommand::AssignEvaluator {
        evaluator: id("Ruth Okonkwo-Lane"),
        school,
        begins: october,
        reason: "A conflict of interest".into(),
    };
    let mut directory = first.clone();
    let imani = directory.people.get_mut(&id("Imani Castellano")).unwrap();
    for event in imani
        .clone()
        .decide(by_hand, &context(&first, october))
        .unwrap()
    {
        imani.apply(&event);
    }
    assert_eq!(apply(&district(), &directory, LATER), Ok(vec![]));
    assert_eq!(
        evaluators(&directory, "Imani Castellano", LATER),
        ["Ruth Okonkwo-Lane"]
    );
    // Also a file without any row about her leaves what was given by hand.
    let none = RosterFile {
        assignments: Some(vec![]),
        ..district()
    };
    let emptied = after(&none, &directory, LATER);
    assert_eq!(
        evaluators(&emptied, "Imani Castellano", LATER),
        ["Ruth Okonkwo-Lane"]
    );
    assert!(evaluators(&emptied, "Marcus Bell", LATER).is_empty());
    // The rows come back: what the file had ended begins again.
    let again = after(&district(), &emptied, date(2027, 1, 18));
    assert_eq!(
        evaluators(&again, "Marcus Bell", date(2027, 1, 18)),
        ["Desmond Achterberg"]
    );
    assert_eq!(
        evaluators(&again, "Imani Castellano", date(2027, 1, 18)),
        ["Ruth Okonkwo-Lane"]
    );
}

#[test]
fn a_new_evaluator_in_the_file_follows_the_old_one_day_by_day() {
    let first = after(&district(), &Directory::default(), TODAY);
    let mut second = RosterFile {
        assignments: None,
        ..district()
    }
    .evaluator("u4", "u2", "larkspur")
    .evaluator("u3", "u1", "larkspur");
    second.assignments.as_mut().unwrap()[1].begins = date(2027, 1, 4);
    let second = after(&second, &first, LATER);
    assert_eq!(
        evaluators(&second, "Imani Castellano", date(2027, 1, 3)),
        ["Desmond Achterberg"]
    );
    assert_eq!(
        evaluators(&second, "Imani Castellano", date(2027, 1, 4)),
        ["Ruth Okonkwo-Lane"]
    );
    let id = |name: &str| named(&second, name).id.unwrap();
    let relations = named(&second, "Imani Castellano").relations();
    let ruth = relations
        .iter()
        .find(|row| row.holder == id("Ruth Okonkwo-Lane"))
        .unwrap();
    assert_eq!(ruth.relation, Relation::Evaluates(id("Imani Castellano")));
}

#[test]
fn an_assignment_where_nobody_teaches_is_told_and_not_applied() {
    let wrong = plan(
        &district().evaluator("u5", "u1", "larkspur"),
        &Directory::default(),
        TODAY,
    );
    assert!(keys(&wrong).contains(&"assignment-not-teaching-there"));
    assert!(evaluators(&wrong.after, "Joy Nakamura", LATER).is_empty());
    let own = plan(
        &district().evaluator("u5", "u5", "elm"),
        &Directory::default(),
        TODAY,
    );
    assert_eq!(own.problems.errors, 1);
    let nobody = plan(
        &district().evaluator("u6", "u7", "moon"),
        &Directory::default(),
        TODAY,
    );
    assert_eq!(nobody.problems.errors, 3);
}

#[test]
fn a_delta_speaks_only_of_what_changed() {
    let first = after(&district(), &Directory::default(), TODAY);
    let mut change = delta().teacher("3", "Imani Castellano-Reyes", "larkspur");
    change.people.gone.push(Gone {
        line: 3,
        source_id: "u4".into(),
    });
    change.roles.gone.push(Gone {
        line: 3,
        source_id: "r4".into(),
    });
    change.people.gone.push(Gone {
        line: 4,
        source_id: "nobody".into(),
    });
    let second = plan(&change, &first, LATER);
    assert_eq!(
        (second.changed.len(), second.ended.len(), second.added.len()),
        (1, 1, 0)
    );
    assert_eq!(keys(&second), ["deleted-unknown"]);
    assert_eq!(
        named(&second.after, "Joy Nakamura"),
        named(&first, "Joy Nakamura")
    );
    let mut unknown = delta()
        .role("r8", "u8", "teacher", "larkspur")
        .role("r9", "u3", "teacher", "moon");
    unknown.fingerprint = "e".repeat(64);
    assert_eq!(
        apply(&unknown, &first, LATER),
        Err(Refusal::RosterHasErrors { errors: 2 })
    );
}

#[test]
fn ratings_of_earlier_years_are_added_and_corrected_year_by_year() {
    let rating =
        |year: &str, rating: &str| crate::people::PriorRating::new(year.parse().unwrap(), rating);
    let with = |ratings: &[(&str, &str)]| {
        let mut file = district();
        file.ratings = ratings
            .iter()
            .map(|(year, said)| RatingRow {
                line: 2,
                teacher: "u3".into(),
                rating: rating(year, said),
            })
            .collect();
        file
    };
    let first = after(
        &with(&[("2024-25", "E"), ("2025-26", "A")]),
        &Directory::default(),
        TODAY,
    );
    assert_eq!(apply(&with(&[("2025-26", "A")]), &first, TODAY), Ok(vec![]));
    let second = after(&with(&[("2025-26", "E")]), &first, TODAY);
    let imani = named(&second, "Imani Castellano");
    assert_eq!(
        imani.prior_ratings,
        [rating("2024-25", "E"), rating("2025-26", "E")]
    );
}

#[test]
fn schools_end_change_and_must_not_stand_in_a_circle() {
    let first = after(&district(), &Directory::default(), TODAY);
    let mut closing = district().without("u5");
    closing.schools.rows.retain(|row| row.source_id != "elm");
    closing.schools.rows[1].name = "Larkspur Academy".into();
    let second = plan(&closing, &first, LATER);
    assert_eq!(
        (second.schools_ended.len(), second.schools_renamed.len()),
        (1, 1)
    );
    let mut circle = district();
    circle.schools.rows[0].parent = "elm".into();
    assert!(keys(&plan(&circle, &first, TODAY)).contains(&"parent-circle"));
}

#[test]
fn a_report_names_people_by_their_record() {
    let first = after(&district(), &Directory::default(), TODAY);
    let file = RosterFile {
        assignments: None,
        ..district().without("u4")
    }
    .teacher("6", "Thanh Vo", "elm");
    let plan = plan(&file, &first, LATER);
    let report = Report::of(&file, &plan, &first, LATER);
    assert_eq!(
        (report.leavers, report.joiners),
        (vec!["u4".to_owned()], vec!["u6".to_owned()])
    );
    assert_eq!((report.evaluators, report.teachers), (1, 3));
}
