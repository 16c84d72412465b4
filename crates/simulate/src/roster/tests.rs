#![allow(clippy::unwrap_used)]

use super::faults::STUDENT_NAMES;
use super::{DEMO_SEED, District, Fault, Package, Sizes};
use domain::people::roster::{Plan, ProblemKind, RosterFile, Severity, plan};
use domain::people::{Directory, Employment, Post};
use exchange::roster::{Files, read};
use jiff::civil::{Date, date};
use std::collections::{BTreeMap, BTreeSet};

const TODAY: Date = date(2026, 8, 10);

fn import(package: &Package, directory: &Directory) -> (RosterFile, Plan) {
    let file = read(&Files::from_entries(package.files()), directory);
    let plan = plan(&file, directory, TODAY);
    (file, plan)
}

fn keys(plan: &Plan, severity: Severity) -> BTreeSet<&'static str> {
    plan.problems
        .list
        .iter()
        .filter(|one| one.severity() == severity)
        .map(|one| one.key())
        .collect()
}

#[test]
fn the_demo_is_a_clean_file_of_60_teachers_at_6_schools() {
    let (file, plan) = import(&Package::demo(), &Directory::default());
    assert_eq!(plan.problems.list, vec![]);
    let schools = plan.after.schools.values();
    assert_eq!(
        schools
            .filter(|school| school.particulars.kind == domain::people::school::SchoolKind::School)
            .count(),
        6
    );
    let teachers: Vec<_> = plan
        .after
        .people
        .values()
        .filter(|person| person.is_teacher_on(TODAY))
        .collect();
    assert_eq!(teachers.len(), 60);
    let august = date(2026, 8, 24);
    for teacher in &teachers {
        let says = &teacher.particulars;
        assert_eq!(
            teacher.evaluators_on(august).count(),
            1,
            "{}",
            says.name.full()
        );
        let probationary = says.employment == Some(Employment::Probationary);
        assert_eq!(probationary, says.probationary_year.is_some());
        assert_eq!(
            teacher.prior_ratings.is_empty(),
            says.hired.unwrap().year() == 2026
        );
        assert!(!says.content_area.is_empty() && !says.pronouns.is_empty());
    }
    assert_eq!(plan.after.people.len(), file.counts["users"] as usize);
    let leaders = plan
        .after
        .people
        .values()
        .flat_map(|one| one.posts_on(TODAY))
        .filter(|post| post.post == Post::SchoolLeader);
    assert_eq!(
        leaders
            .map(|post| post.school)
            .collect::<BTreeSet<_>>()
            .len(),
        6
    );
}

#[test]
fn the_people_of_the_drawings_are_there() {
    let (_, plan) = import(&Package::demo(), &Directory::default());
    let people: BTreeMap<String, _> = plan
        .after
        .people
        .values()
        .map(|one| (one.particulars.name.full(), one))
        .collect();
    let august = date(2026, 8, 24);
    let caseload = |name: &str| -> BTreeSet<&str> {
        let id = people[name].id.unwrap();
        let theirs = people
            .iter()
            .filter(|(_, one)| one.evaluators_on(august).any(|by| by.evaluator == id));
        theirs.map(|(name, _)| name.as_str()).collect()
    };
    let achterberg = caseload("Desmond Achterberg");
    assert_eq!(achterberg.len(), 14);
    for name in [
        "Imani Castellano",
        "Katarzyna Mazur",
        "Thanh Vo",
        "Beatriz Ferreira",
        "Owen Lindqvist",
        "Samuel Adeyemi",
        "Marcus Bell",
        "Gloria Etienne",
        "Hana Dvořák",
        "Luis Barragán",
        "Anneke de Wit",
        "Rashid Karimi",
        "Joy Nakamura",
        "Petra Solheim",
    ] {
        assert!(achterberg.contains(name), "{name}");
    }
    assert_eq!(caseload("Ruth Okonkwo-Lane").len(), 9);
    assert!(caseload("Ruth Okonkwo-Lane").contains("Hollis Greer"));
    assert_eq!(caseload("Mei-Lin Harrow").len(), 8);
    for name in ["Rosa Delacroix", "Ivan Petrosyan", "Amara Boateng"] {
        assert!(caseload("Mei-Lin Harrow").contains(name), "{name}");
    }
    let imani = &people["Imani Castellano"];
    assert_eq!(
        imani.particulars.employment,
        Some(Employment::NonProbationary)
    );
    assert_eq!(imani.prior_rating(&"2025-26".parse().unwrap()), Some("A"));
    for (name, year) in [
        ("Beatriz Ferreira", 2),
        ("Owen Lindqvist", 1),
        ("Samuel Adeyemi", 3),
        ("Marcus Bell", 1),
    ] {
        assert_eq!(
            people[name].particulars.probationary_year,
            Some(year),
            "{name}"
        );
    }
    let school = |id| plan.after.school(id).unwrap().particulars.name.as_str();
    let at: BTreeSet<&str> = people["Joy Nakamura"]
        .teaches_at(TODAY)
        .map(school)
        .collect();
    assert_eq!(at, ["Elm Street Elementary", "Larkspur Elementary"].into());
    let leads = |name: &str| {
        people[name]
            .posts_on(TODAY)
            .any(|post| post.post == Post::SchoolLeader)
    };
    assert!(leads("Ruth Okonkwo-Lane") && !leads("Desmond Achterberg") && !leads("Mei-Lin Harrow"));
    let wielgosz = &people["Tomasz Wielgosz"];
    assert_eq!(
        school(wielgosz.particulars.home_school.unwrap()),
        "Human Resources"
    );
    assert!(wielgosz.relations().is_empty());
}

#[test]
fn one_seed_gives_the_same_bytes() {
    assert_eq!(Package::demo(), Package::demo());
    let other = District::new(DEMO_SEED + 1, Sizes::DEMO).package(&[]);
    assert_ne!(Package::demo(), other);
}

#[test]
fn a_zip_and_a_folder_read_the_same() {
    let package = Package::demo();
    let folder = tempfile::tempdir().unwrap();
    package.write(folder.path()).unwrap();
    let hr = || Files::open(&folder.path().join("hr")).unwrap();
    let from_folder = Files::open(&folder.path().join("roster"))
        .unwrap()
        .with(hr());
    let from_zip = Files::from_zip(&package.zip().unwrap()).with(hr());
    let empty = Directory::default();
    assert_eq!(read(&from_folder, &empty), read(&from_zip, &empty));
}

#[test]
fn sizes_are_kept_and_names_do_not_repeat() {
    for sizes in [
        Sizes {
            schools: 2,
            teachers: 40,
        },
        Sizes {
            schools: 40,
            teachers: 900,
        },
    ] {
        let district = District::new(7, sizes);
        assert_eq!(
            district
                .schools
                .iter()
                .filter(|school| school.kind == "school")
                .count(),
            sizes.schools
        );
        let names: BTreeSet<_> = district.schools.iter().map(|school| &school.name).collect();
        assert_eq!(names.len(), district.schools.len());
        assert_eq!(
            district
                .people
                .iter()
                .filter(|person| person.role == "teacher")
                .count(),
            sizes.teachers
        );
        let names: BTreeSet<_> = district
            .people
            .iter()
            .map(|person| (&person.given, &person.family))
            .collect();
        assert_eq!(names.len(), district.people.len());
        let emails: BTreeSet<_> = district.people.iter().map(|person| &person.email).collect();
        assert_eq!(emails.len(), district.people.len());
        assert!(
            emails
                .iter()
                .all(|email| email.is_ascii() && !email.starts_with(['.', '@']))
        );
    }
}

/// What each fault must lead to; an empty key: nothing worth telling.
fn verdict(fault: Fault) -> (Severity, &'static str) {
    use Severity::{Error, Note, Warning};
    match fault {
        Fault::ByteOrderMark => (Note, "byte-order-mark"),
        Fault::LineFeedsOnly => (Note, "line-ends"),
        Fault::Windows1252 => (Note, "not-utf-8"),
        Fault::BooleansInCapitals | Fault::BooleansAsNumbers => (Note, "boolean-spelling"),
        Fault::UsDates | Fault::DateTimesWithSpace => (Note, "date-spelling"),
        Fault::TrailingSpaces => (Note, "spaces-trimmed"),
        Fault::NewlineInName => (Note, "newline-in-value"),
        Fault::RoleInCapitals => (Note, "value-spelling"),
        Fault::HeaderTypo | Fault::HeaderCase => (Note, "header-spelling"),
        Fault::ColumnsReordered => (Note, "column-order"),
        Fault::OptionalColumnsMissing => (Note, "column-optional-missing"),
        Fault::UnnamedTrailingColumns => (Note, "column-unnamed"),
        Fault::VendorColumns => (Note, "column-extra"),
        Fault::SecretsFilled => (Note, "column-dropped"),
        Fault::StatusInBulk => (Note, "status-in-bulk"),
        Fault::ManifestBlankValue => (Note, "manifest-blank"),
        Fault::ManifestSourceFirst => (Note, "manifest-order"),
        Fault::MetadataInsteadOfHr
        | Fault::ManifestSystemCodeAbsent
        | Fault::SourcedIdsWithPrefix
        | Fault::EmailInCapitals
        | Fault::RoleEndedButPrimary => (Note, ""),
        Fault::RolesAsUserProfiles => (Note, "file-ignored"),
        Fault::Demographics => (Note, "demographics-refused"),
        Fault::ExtensionRole => (Note, "role-extension"),
        Fault::Students => (Note, "students-refused"),
        Fault::EmailMissing => (Warning, "email-missing"),
        Fault::EmailShared => (Warning, "email-shared"),
        Fault::EmailUnreadable => (Warning, "email-unreadable"),
        Fault::OneUserForEachSchool => (Warning, "two-records"),
        Fault::OneNumberForTwoPeople => (Warning, "number-of-two"),
        Fault::Disabled => (Warning, "disabled-with-role"),
        Fault::PrincipalAsSiteAdministrator => (Warning, "principal-with-other-role"),
        Fault::FormulaInName => (Warning, "formula"),
        Fault::HomeWithoutRole => (Warning, "home-without-role"),
        Fault::RoleOfNobody => (Error, "role-person-unknown"),
        Fault::RoleAtNoSchool => (Error, "role-school-unknown"),
        Fault::HomeUnknown => (Error, "home-unknown"),
        Fault::ParentUnknown => (Error, "parent-unknown"),
        Fault::ParentCircle => (Error, "parent-circle"),
        Fault::SourcedIdRepeated => (Error, "sourced-id-repeated"),
        Fault::RequiredColumnMissing => (Error, "column-missing"),
        Fault::RequiredValueMissing => (Error, "value-missing"),
        Fault::DateUnreadable => (Error, "date-unreadable"),
        Fault::UnclosedQuote => (Error, "value-too-long"),
        Fault::ShortRow => (Error, "row-length"),
        Fault::FileNamedButAbsent => (Error, "file-missing"),
        Fault::NoManifest => (Error, "no-manifest"),
        Fault::MicrosoftSds => (Error, "microsoft-sds"),
        Fault::EvaluatorUnknown => (Error, "assignment-evaluator-unknown"),
        Fault::FortyPercentMissing => (Note, ""),
    }
}

#[test]
fn each_fault_of_real_files_is_found_and_judged() {
    let district = District::new(DEMO_SEED, Sizes::DEMO);
    let (_, clean) = import(&district.package(&[]), &Directory::default());
    for fault in Fault::ALL.iter().copied() {
        let (_, plan) = import(&district.package(&[fault]), &Directory::default());
        let (severity, key) = verdict(fault);
        let found = keys(&plan, severity);
        assert!(
            key.is_empty() && found.is_empty() || found.contains(key),
            "{fault:?}: {:?}",
            plan.problems.list
        );
        if severity != Severity::Error {
            assert_eq!(
                plan.problems.errors, 0,
                "{fault:?}: {:?}",
                plan.problems.list
            );
        }
        if severity == Severity::Note {
            assert_eq!(
                plan.problems.warnings, 0,
                "{fault:?}: {:?}",
                plan.problems.list
            );
        }
        let same_people =
            severity == Severity::Note && !matches!(fault, Fault::FortyPercentMissing);
        if same_people {
            // A harmless deviation brings the same people with the same names and posts.
            let names = |plan: &Plan| -> BTreeMap<_, _> {
                plan.after
                    .people
                    .iter()
                    .map(|(id, one)| {
                        (
                            *id,
                            (
                                one.particulars.name.given.clone(),
                                one.particulars.email.clone(),
                            ),
                        )
                    })
                    .collect()
            };
            assert_eq!(names(&plan), names(&clean), "{fault:?}");
        }
    }
}

#[test]
fn the_same_file_twice_changes_nothing_whatever_is_wrong_with_it() {
    let district = District::new(DEMO_SEED, Sizes::DEMO);
    for fault in Fault::ALL
        .iter()
        .copied()
        .filter(|fault| verdict(*fault).0 != Severity::Error)
    {
        let (_, first) = import(&district.package(&[fault]), &Directory::default());
        let (_, again) = import(&district.package(&[fault]), &first.after);
        assert!(
            again.changes_nothing(),
            "{fault:?}: {:?}",
            again.events.first()
        );
    }
}

#[test]
fn no_student_gets_past_the_parser() {
    let district = District::new(DEMO_SEED, Sizes::DEMO);
    let (file, plan) = import(
        &district.package(&[Fault::Students, Fault::SecretsFilled]),
        &Directory::default(),
    );
    assert_eq!((file.refused.students, file.refused.student_roles), (3, 3));
    let kept = format!("{file:?} {:?}", plan.events);
    for word in STUDENT_NAMES.into_iter().chain(["student-", "hunter2"]) {
        assert!(!kept.contains(word), "{word}");
    }
}

#[test]
fn a_file_that_lost_40_percent_of_the_people_must_be_confirmed() {
    let district = District::new(DEMO_SEED, Sizes::DEMO);
    let (_, first) = import(&district.package(&[]), &Directory::default());
    let (_, cut) = import(
        &district.package(&[Fault::FortyPercentMissing]),
        &first.after,
    );
    assert_eq!(cut.problems.errors, 0);
    assert!(cut.ends_too_many() && !first.ends_too_many());
    assert_eq!(cut.removal.0 as usize, cut.ended.len());
}

#[test]
fn the_line_is_right_behind_a_quoted_newline() {
    let district = District::new(DEMO_SEED, Sizes::DEMO);
    let package = district.package(&[Fault::NewlineInName, Fault::SourcedIdRepeated]);
    let (_, plan) = import(&package, &Directory::default());
    let repeated = plan
        .problems
        .list
        .iter()
        .find(|one| one.kind == ProblemKind::SourcedIdRepeated)
        .unwrap();
    let (_, users) = package
        .roster
        .iter()
        .find(|(name, _)| name == "users.csv")
        .unwrap();
    let text = String::from_utf8(users.clone()).unwrap();
    let line = text.lines().nth(repeated.line as usize - 1).unwrap();
    assert!(
        line.starts_with(&repeated.value),
        "{}: {line}",
        repeated.line
    );
    assert!(repeated.line as usize > district.people.len() + 2);
}

#[test]
fn new_sourced_ids_for_everybody_change_nobody() {
    let district = District::new(DEMO_SEED, Sizes::DEMO);
    let (_, first) = import(&district.package(&[]), &Directory::default());
    let (_, renumbered) = import(
        &district.package(&[Fault::SourcedIdsWithPrefix]),
        &first.after,
    );
    assert_eq!((renumbered.added.len(), renumbered.ended.len()), (0, 0));
    assert_eq!(
        first.after.people.keys().collect::<Vec<_>>(),
        renumbered.after.people.keys().collect::<Vec<_>>()
    );
    assert_eq!((renumbered.assigned, renumbered.unassigned), (0, 0));
}
