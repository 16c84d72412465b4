//! What comes from outside is not trusted: packages, encodings, and rows of people who are not staff.

use domain::people::Directory;
use domain::people::roster::{Gone, Mode, RosterFile, plan};
use exchange::roster::{Files, MOST_FILES, read};
use jiff::civil::date;
use std::io::{Cursor, Write};

const MANIFEST: &str = "propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\nfile.orgs,MODE\r\nfile.users,MODE\r\nfile.roles,MODE\r\n";
const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\ns1,,,Elm Street,school,10,\r\n";
const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\r\n";
const ROLES: &str = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\r\n";

fn user(id: &str, mark: &str, name: &str, number: &str) -> String {
    format!("{id},{mark},true,{id},,{name},,{number},{id}@lvps.example.org,,,,,,,,,,s1,\r\n")
}

fn package(mode: &str, users: &str, roles: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("manifest.csv".to_owned(), MANIFEST.replace("MODE", mode)),
        ("orgs.csv".to_owned(), ORGS.to_owned()),
        ("users.csv".to_owned(), format!("{USERS}{users}")),
        ("roles.csv".to_owned(), format!("{ROLES}{roles}")),
    ];
    if mode == "delta" {
        files[0].1 = files[0].1.replace("file.orgs,delta", "file.orgs,absent");
        files.remove(1);
    }
    files
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect()
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn keys(file: &RosterFile) -> Vec<&'static str> {
    file.problems
        .list
        .iter()
        .map(|problem| problem.key())
        .collect()
}

fn nobody() -> Directory {
    Directory::default()
}

fn one_teacher() -> (String, String) {
    (
        user("u1", ",", "Imani,Castellano", "7"),
        "r1,,,u1,primary,teacher,2026-08-03,,s1,\r\n".to_owned(),
    )
}

#[test]
fn what_is_no_zip_is_told() {
    assert_eq!(
        keys(&read(&Files::from_zip(b"PK\x03\x04 not really"), &nobody())),
        ["not-a-zip"]
    );
    assert_eq!(keys(&read(&Files::from_zip(b""), &nobody())), ["not-a-zip"]);
}

#[test]
fn a_zip_with_paths_is_refused_and_the_finders_own_folder_is_not() {
    for name in [
        "roster/users.csv",
        "../users.csv",
        "/etc/users.csv",
        "a\\users.csv",
        "C:users.csv",
    ] {
        let file = read(&Files::from_zip(&zip(&[(name, b"x")])), &nobody());
        assert_eq!(keys(&file), ["zip-path"], "{name}");
    }
    let (users, roles) = one_teacher();
    let files = package("bulk", &users, &roles);
    let mut entries: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    entries.push(("__MACOSX/._users.csv", b"finder"));
    assert_eq!(
        keys(&read(&Files::from_zip(&zip(&entries)), &nobody())),
        Vec::<&str>::new()
    );
}

#[test]
fn a_zip_that_grows_without_end_is_not_unpacked() {
    let zeros = vec![b'0'; 64 * 1024 * 1024];
    let bomb = zip(&[("users.csv", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(
        keys(&read(&Files::from_zip(&bomb), &nobody())),
        ["zip-too-large"]
    );
    // The same file under a name that nobody reads is never opened.
    assert_eq!(
        keys(&read(
            &Files::from_zip(&zip(&[("photos.bin", &zeros)])),
            &nobody()
        )),
        ["no-manifest"]
    );
    let names: Vec<String> = (0..=MOST_FILES).map(|at| format!("{at}.csv")).collect();
    let many: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), b"".as_slice()))
        .collect();
    assert_eq!(
        keys(&read(&Files::from_zip(&zip(&many)), &nobody())),
        ["zip-too-many-files"]
    );
}

#[test]
fn a_file_that_is_there_twice_is_told() {
    let twice = Files::from_entries([
        ("users.csv".to_owned(), vec![]),
        ("Users.CSV".to_owned(), vec![]),
    ]);
    assert_eq!(keys(&read(&twice, &nobody())), ["file-twice"]);
}

#[test]
fn names_keep_their_letters_in_every_encoding() {
    let (users, roles) = (user("u1", ",", "Zoë,Peña", "7"), one_teacher().1);
    let mut files = package("bulk", &users, &roles);
    let text = String::from_utf8(files[2].1.clone()).unwrap();
    let latin: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for bytes in [text.into_bytes(), latin, utf16] {
        files[2].1 = bytes;
        let file = read(&Files::from_entries(files.clone()), &nobody());
        assert_eq!(file.people.rows[0].name(), "Zoë Peña");
        assert_eq!(file.problems.errors, 0);
    }
    files[2].1 = b"PK\x03\x04\0\0\0".to_vec();
    assert_eq!(
        keys(&read(&Files::from_entries(files), &nobody())),
        ["not-text"]
    );
}

#[test]
fn lines_are_an_editors_lines_whatever_ends_them() {
    for end in ["\r\n", "\n", "\r"] {
        let users = user("u1", ",", "\"Imani\r\n\r\nMaria\",Castellano", "7")
            + "\r\n"
            + &user("u1", ",", "Owen,Lindqvist", "8");
        let mut files = package("bulk", &users, &one_teacher().1);
        files[2].1 = String::from_utf8(files[2].1.clone())
            .unwrap()
            .replace("\r\n", end)
            .into_bytes();
        let file = read(&Files::from_entries(files), &nobody());
        let repeated = file
            .problems
            .list
            .iter()
            .find(|one| one.key() == "sourced-id-repeated")
            .unwrap();
        // Header, three lines of one row, an empty line.
        assert_eq!(repeated.line, 6, "{end:?}");
    }
}

#[test]
fn a_delta_reads_known_staff_and_refuses_whoever_has_no_role() {
    let (users, roles) = one_teacher();
    let first = read(
        &Files::from_entries(package("bulk", &users, &roles)),
        &nobody(),
    );
    let known = plan(&first, &nobody(), date(2026, 8, 10)).after;
    let mark = "active,2027-01-11T06:00:00.000Z";
    let gone = "tobedeleted,2027-01-11T06:00:00.000Z";
    let users = [
        user("u1", mark, "Imani,Castellano-Reyes", "7"),
        user("p1", mark, "Pupil,One", ""),
        user("p2", gone, "Pupil,Two", ""),
        user("p3", mark, "Pupil,Three", ""),
    ]
    .concat();
    let roles = format!(
        "x3,{mark},p3,primary,student,,,s1,\r\nr1,{gone},u1,primary,teacher,2026-08-03,,s1,\r\n"
    );
    let file = read(
        &Files::from_entries(package("delta", &users, &roles)),
        &known,
    );
    assert_eq!(file.people.mode, Mode::Delta);
    assert_eq!(
        file.people
            .rows
            .iter()
            .map(|row| row.name())
            .collect::<Vec<_>>(),
        ["Imani Castellano-Reyes"]
    );
    assert_eq!(
        file.roles.gone,
        [Gone {
            line: 3,
            source_id: "r1".into()
        }]
    );
    assert_eq!(
        keys(&file),
        ["without-role", "deleted-unknown", "students-refused"]
    );
    assert_eq!((file.refused.students, file.refused.without_role), (1, 1));
    let told = format!("{file:?}");
    assert!(!told.contains("Pupil") && !told.contains("p1") && !told.contains("p2"));
    // The same rows are errors where a delta does not say what they are.
    let unmarked = read(
        &Files::from_entries(package(
            "delta",
            &user("u1", ",", "Imani,Castellano", "7"),
            "",
        )),
        &known,
    );
    assert_eq!(unmarked.problems.errors, 2);
}

#[test]
fn hr_files_alone_need_no_manifest() {
    let hr = "employeeId,userSourcedId,jobTitle,hireDate,fte,employmentStatus,probationaryYear\r\n7,u1,Teacher,08/04/2016,0.8,Non-Probationary,\r\n8,u2,Teacher,4 Aug,much,tenured,first\r\n,,Teacher,,,,\r\n";
    let file = read(
        &Files::from_entries([("staff_supplement.csv".to_owned(), hr.into())]),
        &nobody(),
    );
    let errors: Vec<_> = file
        .problems
        .list
        .iter()
        .filter(|one| one.line > 2)
        .map(|one| (one.line, one.column.as_str()))
        .collect();
    assert_eq!(
        errors,
        [
            (3, "fte"),
            (3, "employmentStatus"),
            (3, "probationaryYear"),
            (3, "hireDate"),
            (4, "employeeId")
        ]
    );
    assert_eq!(file.counts["staff_supplement"], 3);
    assert_eq!(file.hr[0].says.hired.get(), Some(&Some(date(2016, 8, 4))));
    assert_eq!(keys(&read(&Files::default(), &nobody())), ["no-manifest"]);
}

#[test]
fn random_bytes_are_never_more_than_a_problem() {
    use proptest::prelude::*;
    let name = prop::sample::select(vec![
        "manifest.csv",
        "orgs.csv",
        "users.csv",
        "roles.csv",
        "evaluator_assignments.csv",
    ]);
    let odd = prop::string::string_regex("[a-zA-Z,\"\r\n;é ]{0,60}").unwrap();
    proptest!(|(name in name, odd in odd, at in any::<prop::sample::Index>(), bytes in any::<bool>())| {
        let (users, roles) = one_teacher();
        let mut files = package("bulk", &users, &roles);
        files.push(("evaluator_assignments.csv".to_owned(), b"teacherSourcedId,evaluatorSourcedId,orgSourcedId,beginDate\r\nu1,u1,s1,2026-08-17\r\n".to_vec()));
        let (_, content) = files.iter_mut().find(|(file, _)| file == name).unwrap();
        let place = at.index(content.len());
        let mut odd = odd.into_bytes();
        if bytes {
            odd.iter_mut().for_each(|byte| *byte ^= 0x95);
        }
        content.splice(place..place, odd);
        let file = read(&Files::from_entries(files), &nobody());
        let plan = plan(&file, &nobody(), date(2026, 8, 10));
        prop_assert!(plan.problems.errors >= file.problems.errors);
    });
}
