use super::*;

#[test]
fn the_employee_number_decides_when_the_sourced_id_is_new() {
    let first = after(
        &file().teacher("7", "Imani Castellano", "larkspur"),
        &Directory::default(),
        TODAY,
    );
    let mut renumbered = file().teacher("7", "Imani Castellano", "larkspur");
    renumbered.row("u7").source_id = "new".into();
    renumbered.roles.rows[0].record = "new".into();
    let second = plan(&renumbered, &first, LATER);
    assert_eq!(
        (second.added.len(), second.ended.len(), second.changed.len()),
        (0, 0, 1)
    );
    let says = &named(&second.after, "Imani Castellano").particulars;
    assert_eq!(says.records, ["new"]);
    assert!(says.source_ids.contains("u7") && says.source_ids.contains("new"));
}

#[test]
fn a_sourced_id_given_to_somebody_else_does_not_give_them_the_record() {
    let first = after(
        &file().teacher("7", "Imani Castellano", "larkspur"),
        &Directory::default(),
        TODAY,
    );
    let mut reused = file().teacher("8", "Owen Lindqvist", "larkspur");
    reused.row("u8").source_id = "u7".into();
    reused.roles.rows[0].record = "u7".into();
    let second = plan(&reused, &first, LATER);
    assert_eq!((second.added.len(), second.ended.len()), (1, 1));
    assert!(keys(&second).contains(&"sourced-id-reused"));
    assert_ne!(
        named(&second.after, "Owen Lindqvist").id,
        named(&second.after, "Imani Castellano").id
    );
}

#[test]
fn a_corrected_number_keeps_the_person() {
    let first = after(
        &file().teacher("7", "Imani Castellano", "larkspur"),
        &Directory::default(),
        TODAY,
    );
    let mut corrected = file().teacher("7", "Imani Castellano", "larkspur");
    corrected.row("u7").employee = "70".into();
    let second = plan(&corrected, &first, LATER);
    assert_eq!((second.added.len(), second.ended.len()), (0, 0));
    assert!(keys(&second).contains(&"number-changed"));
    assert_eq!(
        named(&second.after, "Imani Castellano")
            .particulars
            .employee,
        "70"
    );
}

#[test]
fn two_records_of_one_human_become_one_person_with_both_posts() {
    let mut split =
        file()
            .teacher("7", "Joy Nakamura", "larkspur")
            .teacher("8", "Joy Nakamura", "elm");
    split.row("u8").employee = "7".into();
    let first = plan(&split, &Directory::default(), TODAY);
    assert_eq!(first.added.len(), 1);
    assert_eq!(first.merges[0].records, ["u7", "u8"]);
    assert_eq!(
        named(&first.after, "Joy Nakamura")
            .teaches_at(TODAY)
            .count(),
        2
    );
    // One of the records goes: the person stays, and teaches at one school.
    let second = plan(&split.without("u8"), &first.after, LATER);
    assert_eq!((second.ended.len(), second.changed.len()), (0, 1));
    assert_eq!(
        named(&second.after, "Joy Nakamura")
            .teaches_at(LATER)
            .count(),
        1
    );
}

#[test]
fn two_people_with_one_number_are_kept_apart_in_every_order() {
    let mut wrong =
        file()
            .teacher("7", "Imani Castellano", "larkspur")
            .teacher("8", "Owen Lindqvist", "elm");
    wrong.row("u8").employee = "7".into();
    let first = plan(&wrong, &Directory::default(), TODAY);
    assert_eq!(first.added.len(), 2);
    assert_eq!(keys(&first), ["number-of-two"]);
    wrong.people.rows.reverse();
    let again = plan(&wrong, &first.after, TODAY);
    assert!(again.changes_nothing(), "{:?}", again.events);
}

fn with_administrator() -> Directory {
    let id = PersonId(uuid::Uuid::from_u128(1));
    let name = Name {
        given: "Ana".into(),
        family: "Robles".into(),
        ..Name::default()
    };
    let command = PersonCommand::EnterAdministrator {
        id,
        name,
        email: "Robles@lvps.example.org".into(),
    };
    let mut directory = Directory::default();
    let mut person = Person::default();
    for event in person
        .clone()
        .decide(command, &context(&directory, TODAY))
        .unwrap()
    {
        person.apply(&event);
    }
    directory.people.insert(id, person);
    directory
}

#[test]
fn the_first_administrator_is_met_by_e_mail_and_keeps_the_office() {
    let directory = with_administrator();
    let first = plan(
        &file().teacher("7", "Ana Robles", "larkspur"),
        &directory,
        TODAY,
    );
    assert_eq!((first.added.len(), first.changed.len()), (0, 1));
    let ana = named(&first.after, "Ana Robles");
    assert!(
        ana.grants_on(TODAY)
            .any(|grant| grant.office == Office::Administrator)
    );
    assert_eq!(ana.particulars.employee, "7");
}

#[test]
fn whoever_was_entered_by_hand_and_holds_an_office_stays_without_the_roster() {
    let directory = with_administrator();
    let first = plan(
        &file().teacher("7", "Imani Castellano", "larkspur"),
        &directory,
        TODAY,
    );
    assert_eq!(keys(&first), ["hand-entered-kept"]);
    assert_eq!((first.ended.len(), first.removal), (0, (0, 0)));
}

#[test]
fn the_only_administrator_cannot_be_taken_away_by_a_file() {
    let directory = after(
        &file().teacher("7", "Ana Robles", "larkspur"),
        &with_administrator(),
        TODAY,
    );
    let others = || file().teacher("8", "Owen Lindqvist", "elm");
    let gone = plan(&others(), &directory, LATER);
    assert!(keys(&gone).contains(&"last-administrator") && gone.ended.is_empty());
    let mut disabled = others().teacher("7", "Ana Robles", "larkspur");
    disabled.row("u7").enabled = false;
    let disabled = plan(&disabled, &directory, LATER);
    assert!(keys(&disabled).contains(&"last-administrator"));
    assert!(named(&disabled.after, "Ana Robles").has_access(LATER));
}

#[test]
fn a_shared_mailbox_is_no_identity() {
    let mut shared =
        file()
            .teacher("7", "Imani Castellano", "larkspur")
            .teacher("8", "Owen Lindqvist", "elm");
    for record in ["u7", "u8"] {
        shared.row(record).email = Said::This("office@lvps.example.org".into());
        shared.row(record).employee = String::new();
    }
    let first = plan(&shared, &Directory::default(), TODAY);
    assert_eq!((first.added.len(), first.shared_email.len()), (2, 2));
    let mut renumbered = shared.clone();
    for (at, row) in renumbered.people.rows.iter_mut().enumerate() {
        row.source_id = format!("n{at}");
    }
    renumbered.roles.rows.clear();
    assert_eq!(plan(&renumbered, &first.after, LATER).added.len(), 2);
}
