//! A roster made by another program, with its own account of what is in it: `FORTHRIGHT_ROSTER` names a folder made
//! by `make_roster.py`. Without it these tests say so and check nothing.

use domain::people::Directory;
use domain::people::roster::{Plan, Report, RosterFile, Severity, plan};
use exchange::roster::{Files, read};
use jiff::civil::{Date, date};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

const AUGUST: Date = date(2026, 8, 10);
const JANUARY: Date = date(2027, 1, 11);

struct Oracle {
    folder: PathBuf,
    expected: Value,
}

impl Oracle {
    fn open() -> Option<Self> {
        let Some(folder) = std::env::var_os("FORTHRIGHT_ROSTER").map(PathBuf::from) else {
            eprintln!("skipped: FORTHRIGHT_ROSTER names no folder made by make_roster.py");
            return None;
        };
        let expected =
            serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
        Some(Self { folder, expected })
    }

    fn read(&self, name: &str, hr: bool, directory: &Directory) -> RosterFile {
        let files = Files::open(&self.folder.join(name)).unwrap();
        let files = if hr {
            files.with(Files::open(&self.folder.join("hr")).unwrap())
        } else {
            files
        };
        read(&files, directory)
    }

    fn import(
        &self,
        name: &str,
        hr: bool,
        directory: &Directory,
        today: Date,
    ) -> (RosterFile, Plan) {
        let file = self.read(name, hr, directory);
        let plan = plan(&file, directory, today);
        (file, plan)
    }

    fn ids(&self, key: &str) -> BTreeSet<String> {
        self.expected[key]
            .as_array()
            .unwrap()
            .iter()
            .map(|id| id.as_str().unwrap().to_owned())
            .collect()
    }

    fn rows(&self, key: &str) -> BTreeSet<Vec<String>> {
        let words = |row: &Value| {
            row.as_array()
                .unwrap()
                .iter()
                .map(|id| id.as_str().unwrap().to_owned())
                .collect()
        };
        self.expected[key]
            .as_array()
            .unwrap()
            .iter()
            .map(words)
            .collect()
    }

    /// Second records of one human; a person is named by the leading record, so that these stand for it as well.
    fn same_human(&self) -> BTreeSet<Vec<String>> {
        let sorted = |mut pair: Vec<String>| {
            pair.sort();
            pair
        };
        self.rows("duplicate_person_two_records")
            .into_iter()
            .map(sorted)
            .collect()
    }
}

fn errors(plan: &Plan) -> Vec<String> {
    let errors = plan
        .problems
        .list
        .iter()
        .filter(|problem| problem.severity() == Severity::Error);
    errors.map(|problem| format!("{problem:?}")).collect()
}

fn set(of: &[String]) -> BTreeSet<String> {
    of.iter().cloned().collect()
}

#[test]
fn the_first_import_finds_what_the_generator_put_there() {
    let Some(oracle) = Oracle::open() else { return };
    let empty = Directory::default();
    let begin = std::time::Instant::now();
    let (file, plan) = oracle.import("bulk-1", true, &empty, AUGUST);
    let took = begin.elapsed();
    let report = Report::of(&file, &plan, &empty, AUGUST);
    assert_eq!(errors(&plan), Vec::<String>::new());
    for (name, rows) in oracle.expected["bulk-1"].as_object().unwrap() {
        assert_eq!(
            u64::from(report.files.get(name).copied().unwrap_or(0)),
            rows.as_u64().unwrap(),
            "{name}"
        );
    }
    let doubles = oracle.same_human();
    let users = oracle.expected["bulk-1"]["users"].as_u64().unwrap();
    assert_eq!(report.people.added as u64, users - doubles.len() as u64);
    assert_eq!(
        u64::from(report.teachers),
        oracle.expected["teachers"].as_u64().unwrap()
    );
    assert_eq!(
        u64::from(report.evaluators),
        oracle.expected["evaluators"].as_u64().unwrap()
    );
    assert_eq!(
        report
            .duplicate_person_two_records
            .iter()
            .cloned()
            .collect::<BTreeSet<_>>(),
        doubles
    );
    assert_eq!(
        set(&report.disabled_but_active),
        oracle.ids("disabled_but_active")
    );
    assert_eq!(set(&report.shared_mailbox), oracle.ids("shared_mailbox"));
    let twice: BTreeSet<String> = doubles.into_iter().flatten().collect();
    let missing: BTreeSet<String> = oracle
        .ids("missing_email")
        .difference(&oracle.ids("shared_mailbox"))
        .cloned()
        .collect();
    assert!(set(&report.missing_email).is_superset(&missing));
    assert!(
        set(&report.missing_email)
            .difference(&missing)
            .all(|id| twice.contains(id))
    );
    assert!(
        plan.added
            .iter()
            .filter(|line| !format!("{}{}", line.name.given, line.name.family).is_ascii())
            .count()
            > 0
    );
    assert!(took.as_secs() < 20, "reading and planning took {took:?}");
    eprintln!(
        "{} people read and planned in {took:?}",
        report.people.added
    );
}

#[test]
fn a_zip_says_the_same_as_its_folder() {
    let Some(oracle) = Oracle::open() else { return };
    let zip = oracle.folder.join("bulk-1.zip");
    if !zip.exists() {
        eprintln!("skipped: the folder was made without --zip");
        return;
    }
    let empty = Directory::default();
    let from_zip = read(&Files::open(&zip).unwrap(), &empty);
    assert_eq!(from_zip, oracle.read("bulk-1", false, &empty));
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let Some(oracle) = Oracle::open() else { return };
    let (_, first) = oracle.import("bulk-1", true, &Directory::default(), AUGUST);
    for today in [AUGUST, JANUARY] {
        let (_, again) = oracle.import("bulk-1", true, &first.after, today);
        assert!(again.changes_nothing(), "{:?}", again.events.first());
        assert_eq!(again.unchanged as usize, first.added.len());
    }
}

#[test]
fn january_finds_movers_leavers_joiners_renames_and_promotions() {
    let Some(oracle) = Oracle::open() else { return };
    let (_, august) = oracle.import("bulk-1", true, &Directory::default(), AUGUST);
    for name in ["bulk-2", "delta-2"] {
        let (file, plan) = oracle.import(name, false, &august.after, JANUARY);
        let report = Report::of(&file, &plan, &august.after, JANUARY);
        assert_eq!(errors(&plan), Vec::<String>::new(), "{name}");
        assert!(!plan.ends_too_many(), "{name}");
        // A human with two records is named by the leading one and stays as long as one of them is there; the
        // generator does not know that, so that its second records are left out on both sides.
        let second: BTreeSet<String> = oracle.same_human().into_iter().flatten().collect();
        let without = |ids: BTreeSet<String>| -> BTreeSet<String> {
            ids.difference(&second).cloned().collect()
        };
        let single = |rows: Vec<Vec<String>>| -> BTreeSet<Vec<String>> {
            rows.into_iter()
                .filter(|row| !second.contains(&row[0]))
                .collect()
        };
        assert_eq!(set(&report.joiners), oracle.ids("joiners"), "{name}");
        assert_eq!(
            without(set(&report.leavers)),
            without(oracle.ids("leavers")),
            "{name}"
        );
        let movers = report.movers.iter().map(|row| row.to_vec()).collect();
        assert_eq!(
            single(movers),
            single(oracle.rows("movers").into_iter().collect()),
            "{name}"
        );
        let renamed = report.renamed.iter().map(|row| row.to_vec()).collect();
        let really = oracle
            .rows("renamed")
            .into_iter()
            .filter(|row| row[1] != row[2])
            .collect();
        assert_eq!(single(renamed), single(really), "{name}");
        assert_eq!(
            without(set(&report.promoted_to_assistant_principal)),
            without(oracle.ids("promoted_to_assistant_principal")),
            "{name}"
        );
        assert_eq!(
            report.renamed_schools,
            [oracle.expected["renamed_school"].as_str().unwrap()],
            "{name}"
        );
        let expected = oracle.expected[name].as_object().unwrap();
        for (table, rows) in expected
            .iter()
            .filter(|(table, _)| table.as_str() != "demographics")
        {
            assert_eq!(
                u64::from(report.files.get(table).copied().unwrap_or(0)),
                rows.as_u64().unwrap(),
                "{name}: {table}"
            );
        }
    }
}

#[test]
fn a_delta_leads_to_the_same_record_as_the_bulk_file() {
    let Some(oracle) = Oracle::open() else { return };
    let (_, august) = oracle.import("bulk-1", true, &Directory::default(), AUGUST);
    let (_, bulk) = oracle.import("bulk-2", false, &august.after, JANUARY);
    let (_, delta) = oracle.import("delta-2", false, &august.after, JANUARY);
    assert_eq!(bulk.after.schools, delta.after.schools);
    for (id, person) in &bulk.after.people {
        assert_eq!(Some(person), delta.after.person(*id));
    }
    assert_eq!(bulk.after.people.len(), delta.after.people.len());
    let (_, again) = oracle.import("bulk-2", false, &delta.after, JANUARY);
    assert!(again.changes_nothing(), "{:?}", again.events.first());
}

#[test]
fn the_dirty_file_shows_exactly_the_faults_that_were_planted() {
    let Some(oracle) = Oracle::open() else { return };
    let empty = Directory::default();
    let (_, plan) = oracle.import("dirty-1", false, &empty, AUGUST);
    let ids = |key: &str| -> Vec<String> {
        let list = oracle.expected["dirty"][key].as_array().unwrap();
        list.iter()
            .map(|id| id.as_str().unwrap().to_owned())
            .collect()
    };
    let of = |key: &str| -> Vec<_> {
        plan.problems
            .list
            .iter()
            .filter(|problem| problem.key() == key)
            .collect()
    };
    let times = |key: &str| {
        of(key)
            .iter()
            .map(|problem| problem.times as usize)
            .sum::<usize>()
    };
    // Roles that point nowhere and repeated rows are the only errors.
    let no_school = of("role-school-unknown");
    let no_person = of("role-person-unknown");
    assert!(
        no_school
            .iter()
            .all(|problem| problem.value == "no-such-org" && problem.file == "roles.csv")
    );
    assert!(
        no_person
            .iter()
            .all(|problem| problem.value == "no-such-user")
    );
    assert_eq!(
        no_school.len() + no_person.len(),
        ids("dangling_role").len()
    );
    let repeated: BTreeSet<String> = of("sourced-id-repeated")
        .iter()
        .map(|problem| problem.value.clone())
        .collect();
    assert_eq!(repeated, set(&ids("repeated_sourcedId")));
    assert_eq!(
        plan.problems.errors as usize,
        ids("dangling_role").len() + ids("repeated_sourcedId").len()
    );
    // The lines are those of an editor: the repeated rows stand at the end, after names with line breaks in them.
    let users = std::fs::read_to_string(oracle.folder.join("dirty-1/users.csv")).unwrap();
    for problem in of("sourced-id-repeated") {
        let line = users.lines().nth(problem.line as usize - 1).unwrap();
        assert!(
            line.starts_with(&problem.value),
            "line {} is {line:?}",
            problem.line
        );
    }
    // Warnings are applied; notes are folded. Repeated rows and rows without a role are not read further.
    let unread: BTreeSet<String> = repeated;
    let unread_roles = of("without-role").len();
    let faults = |key: &str| ids(key).iter().filter(|id| !unread.contains(*id)).count();
    for (key, planted) in [
        ("email-unreadable", "bad_email"),
        ("formula", "formula_in_name"),
    ] {
        assert!(
            times(key) <= ids(planted).len() && times(key) + unread_roles >= faults(planted),
            "{key}"
        );
    }
    for (key, planted) in [
        ("spaces-trimmed", "trailing_space"),
        ("newline-in-value", "newline_in_field"),
    ] {
        assert!(
            times(key) <= ids(planted).len() && times(key) + unread_roles >= faults(planted),
            "{key}"
        );
    }
    let split = ids("one_user_per_school_split");
    assert!(
        plan.merges
            .iter()
            .any(|merge| split.iter().all(|id| merge.records.contains(id)))
    );
    for note in [
        "byte-order-mark",
        "line-ends",
        "column-order",
        "boolean-spelling",
        "date-spelling",
        "header-spelling",
        "status-in-bulk",
        "manifest-blank",
    ] {
        assert!(!of(note).is_empty(), "{note}");
    }
}

#[test]
fn version_1_1_brings_the_same_people() {
    let Some(oracle) = Oracle::open() else { return };
    let (_, newer) = oracle.import("bulk-1", true, &Directory::default(), AUGUST);
    let (_, older) = oracle.import("v1p1-1", true, &Directory::default(), AUGUST);
    assert_eq!(errors(&older), Vec::<String>::new());
    assert_eq!(
        newer.after.people.keys().collect::<Vec<_>>(),
        older.after.people.keys().collect::<Vec<_>>()
    );
    let leaders = |plan: &Plan| -> BTreeSet<_> {
        use domain::people::Post;
        let leads = plan.after.people.iter().filter(|(_, person)| {
            person
                .posts_on(AUGUST)
                .any(|post| post.post == Post::SchoolLeader)
        });
        leads.map(|(id, _)| *id).collect()
    };
    assert!(!leaders(&newer).is_empty());
    assert_eq!(leaders(&newer), leaders(&older));
}
